//! Plesk's handlers: the checks that Plesk puts between the mail server and the mailbox, with qmail and with Postfix.
//!
//! With qmail, the process number is one message's until it is in the queue. Of the words PASS, SKIP, DEFER and
//! REJECT only the last two change anything; the line after them names the handler.

use super::{Datum, Effect, Field, Format, Pattern, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Success, Temporary, Warning};
use crate::vocabulary::{Cause, Login, Party};

pub(in crate::format) const GREYLISTED: &[(&str, &str)] = &[
    (
        "Wait: a real mail server tries again within minutes to hours. See how greylisting is set up:",
        "plesk bin grey_listing --info-server",
    ),
    ("To let a sender through at once, add it to the white list in Plesk's spam filter settings.", ""),
];

pub(in crate::format) const OVER_LIMIT: &[(&str, &str)] = &[(
    "See what the account sent. If it wasn't its owner, change the password and look for a hacked site; else raise the limit in Plesk's mail settings.",
    "grep limit-out /var/log/maillog",
)];

pub(in crate::format) const SPF_REFUSED: &[(&str, &str)] = &[(
    "The sender's domain doesn't name the sending server in its SPF record. See what it says, and how strict this server is:",
    "plesk bin mailserver --info",
)];

pub(in crate::format) const DMARC_REFUSED: &[(&str, &str)] = &[(
    "The line with maildomain names the sender's domain. Its owner must let the sending server pass SPF or sign with DKIM for that domain; a forward or a filter in front breaks SPF. What this server checks:",
    "plesk bin mailserver --info",
)];

pub(in crate::format) const MAILBOX_FULL: &[(&str, &str)] = &[(
    "The mailbox is full: let its owner delete mail, or raise its limit in Plesk's mail settings:",
    "plesk bin mail --list",
)];

pub(in crate::format) const HANDLER: &[(&str, &str)] = &[
    (
        "See which handlers are set up, and what the one that is named logged in that second:",
        "plesk sbin mail_handlers_control --list; tail -50 /var/log/maillog",
    ),
    ("If a handler itself is broken, let Plesk put its mail setup in order again:", "plesk repair mail -n"),
];

/// What Plesk's handlers write to the mail log.
pub static FORMAT: Format = Format {
    id: "plesk",
    title: "Plesk's handlers, which check and change mail",
    found_in: &["/var/log/maillog", "/usr/local/psa/var/log/maillog"],
    sources: &["Plesk's help center on greylisting, outgoing limits, SPF and DomainKeys"],
    programs: &[
        "qmail-queue-handlers",
        "qmail-local-handlers",
        "qmail-remote-handlers",
        "postfix-queue-handlers",
        "postfix-local-handlers",
        "postfix-remote-handlers",
        "psa-pc-remote",
        "spf",
        "check-quota",
        "greylisting filter",
        "relaylock",
        "smtp_auth",
        "cmd5checkpw",
        "plesk_saslauthd",
        "plesk sendmail",
        "plesk dmarc",
        "dmarc",
        "dk_check",
        "postfix-local",
    ],
    realm: "plesk",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("sender", Role::Sender, "The envelope sender: notices about failed delivery go to this address."),
    field("recipient", Role::Recipient, "The recipient."),
    field("server", Role::Program, "The mail server that the handlers work for.").shape(Shape::Name),
    field("handler", Role::State, "The check that it is about.").shape(Shape::Name),
    field(
        "verdict",
        Role::State,
        "PASS: no objection. SKIP: not a matter of this check. DEFER: later. REJECT: no.",
    )
    .shape(Shape::Name),
    field("host", Role::Host, "The name of the client, by reverse DNS.").datum(Datum::ClientName),
    field("domain", Role::Host, "The domain that it is about."),
    field("pattern", Role::Text, "The entry of the list that fitted."),
    field("folder", Role::Path, "The folder that it is about."),
    field("process", Role::State, "The number of the process that put the message into the queue.")
        .shape(Shape::Number),
    field("number", Role::State, "The number of what the handler answered.").shape(Shape::Number),
    field("number_of", Role::State, "Which of the recipients.").shape(Shape::Number),
    field("client", Role::Client, "The address of the client: whoever made the connection."),
    field("port", Role::Port, "The client's port."),
    field("user", Role::User, "The user who logged in, or tried to.").shape(Shape::Text),
    field("text", Role::Text, "Why, in the program's own words."),
    field("result", Role::State, "The result word of the check.").shape(Shape::Name),
];

const PATTERNS: &[Pattern] = &[
    line("client", "{?/var/qmail/bin/}{?relaylock: }mail from {client}:{port} ({?not defined}{?{host}})")
        .says("The client {client} connected to send mail.")
        .named()
        .samples(&["/var/qmail/bin/relaylock: mail from 192.0.2.1:3333 (mx.partner.example)"]),
    line("client-refused", "{?/var/qmail/bin/}{?relaylock: }mail from {client}:{port} ({?not defined}{?{host}}) rejected: {text}")
        .says("The client {client} was refused: it's on a list of this server or on a DNS block list.")
        .level(Permanent)
        .named()
        .helps(Party::Sender, &[
            ("See which list has the address; its owner must have it removed there. A user of this server should log in on port 587, where lists aren't asked:", "dig +short -x {client}"),
            ("This server's own list and its DNS block lists stand in Plesk's mail server settings:", "plesk bin mailserver --info"),
        ])
        .samples(&["/var/qmail/bin/relaylock: mail from 192.0.2.66:3333 (not defined) rejected: blacklisted by zen.example"]),
    line("log-in-begun", "{?smtp_auth: }SMTP connect from {?(null)@}{host} [{client}]")
        .says("The client {client} began to log in to send mail.")
        .named()
        .samples(&["SMTP connect from (null)@home.example [192.0.2.1]"]),
    line("log-in", "{?smtp_auth: }SMTP user {user}{? }: logged in from {?(null)@}{host} [{client}]")
        .says("{user} logged in from {client} to send mail.")
        .level(Success)
        .effect(Effect::Login(Login::Ok))
        .named()
        .samples(&["smtp_auth: SMTP user anna : logged in from (null)@home.example [192.0.2.1]"]),
    line("log-in-failed", "{?smtp_auth: }FAILED: {user} - password incorrect {? }from {?(null)@}{host} [{client}]")
        .says("Somebody tried to log in as {user} to send mail with a wrong password.")
        .level(Permanent)
        .cause(Cause::WrongPassword)
        .effect(Effect::Left(Login::Failed))
        .named()
        .samples(&["smtp_auth: FAILED: anna - password incorrect  from (null)@home.example [192.0.2.1]", "FAILED: anna - password incorrect from home.example [192.0.2.1]"]),
    line("log-in-unknown", "{?smtp_auth: }FAILED: {user} - no such user {? }from {?(null)@}{host} [{client}]")
        .says("Somebody tried to log in as {user} to send mail, but there is no such user.")
        .level(Permanent)
        .cause(Cause::UnknownUser)
        .effect(Effect::Left(Login::Failed))
        .named()
        .samples(&["smtp_auth: FAILED: test - no such user from (null)@home.example [192.0.2.66]"]),
    line("mail-log-in-short", "{?IMAP connect from @ [{client}]}checkmailpasswd: FAILED: {user} - short names not allowed from {?(null)}@{?{host}} [{client}]{?ERR: {text}}")
        .says("Somebody tried to log in as {user}, without a domain. This server takes only whole addresses as user names.")
        .level(Permanent)
        .cause(Cause::UnknownUser)
        .effect(Effect::Left(Login::Failed))
        .samples(&[
            "checkmailpasswd: FAILED: anna - short names not allowed from @ [192.0.2.66]",
            "IMAP connect from @ [192.0.2.66]checkmailpasswd: FAILED: anna - short names not allowed from @ [192.0.2.66]ERR: LOGIN FAILED, ip=[192.0.2.66]",
        ]),
    line("mail-log-in-failed", "{?IMAP connect from @ [{client}]}checkmailpasswd: FAILED: {user} - password incorrect from {?(null)}@{?{host}} [{client}]{?ERR: {text}}")
        .says("Somebody tried to log in as {user} to read mail with a wrong password.")
        .level(Permanent)
        .cause(Cause::WrongPassword)
        .effect(Effect::Left(Login::Failed))
        .samples(&["checkmailpasswd: FAILED: anna@shop.example - password incorrect from @ [192.0.2.66]"]),
    line("mail-log-in-unknown", "{?IMAP connect from @ [{client}]}checkmailpasswd: FAILED: {user} - no such user from {?(null)}@{?{host}} [{client}]{?ERR: {text}}")
        .says("Somebody tried to log in as {user} to read mail, but there is no such user.")
        .level(Permanent)
        .cause(Cause::UnknownUser)
        .effect(Effect::Left(Login::Failed))
        .samples(&["checkmailpasswd: FAILED: test@shop.example - no such user from @ [192.0.2.66]"]),
    line("password-refused", "failed mail authenti{?cati}cation attempt for user '{user}' (password len={number})")
        .says("The login of {user} was refused: name and password belong to no mailbox that Plesk lets log in.")
        .level(Permanent)
        .follows()
        .facts(&[(Role::Reason, "securityerror")])
        .helps(Party::Sender, &[
            ("If it was the customer, have the username (the whole address) and the password entered again on every device. If it was a stranger, it was a guess.", ""),
            ("See whether Plesk has the mailbox, and set its password again if nobody knows it:", "plesk bin mail --info {user}"),
        ])
        .samples(&["failed mail authenticatication attempt for user 'anna@shop.example' (password len=8)", "failed mail authentication attempt for user 'anna@shop.example' (password len=8)"]),
    line("user-unknown", "No such user '{user}' in mail authorization database")
        .says("Plesk knows no mailbox {user} that can log in.")
        .cause(Cause::UnknownUser)
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .helps(Party::Sender, &[("Check the username, letter by letter and with its domain. If the mailbox exists, let Plesk repair its list of passwords:", "plesk bin mail --info {user}; plesk repair mail -n")])
        .samples(&["No such user 'anna@shop.example' in mail authorization database"]),
    line("check-begun", "listen={number}, status={number_of}, dbpath='{folder}', keypath='{pattern}', chroot={result}, unprivileged={process}")
        .says("The check of passwords began.")
        .samples(&["listen=6, status=5, dbpath='/plesk/passwd.db', keypath='/plesk/passwd_db_key', chroot=1, unprivileged=1"]),
    line("check-privileges", "privileges set to ({text})")
        .says("The check of passwords gave up the rights that it doesn't need.")
        .samples(&["privileges set to (118:125) (effective 118:125)"]),
    line("check-idle", "select timeout, exiting")
        .says("The check of passwords had nothing to do and ended.")
        .samples(&["select timeout, exiting"]),
    line("signature-good", "DKIM verification (d={domain}{?, {number}-bit key}) succeeded")
        .says("The message's DKIM signature of {domain} is good.")
        .level(Success)
        .samples(&["DKIM verification (d=shop.example, 1024-bit key) succeeded"]),
    line("signature-bad", "DKIM verification (d={domain}{?, {number}-bit key}) failed: {text}")
        .says("The message's DKIM signature of {domain} is not good: {text}.")
        .level(Warning)
        .helps(Party::Sender, &[("The owner of {domain} must publish the right key, or a server on the way (a forward, a list) changed the message:", "dig +short TXT {selector}._domainkey.{domain}; dig +short TXT {domain}")])
        .samples(&["DKIM verification (d=shop.example) failed: body hash did not verify"]),
    line("signature-none", "DKIM Feed: No signature")
        .says("The message has no DKIM signature.")
        .samples(&["DKIM Feed: No signature"]),
    line("policy-noted", "Store {?DKIM}{?SPF} result for '{domain}' into DMARC library.")
        .says("The result for {domain} is kept for the DMARC check.")
        .samples(&["Store DKIM result for 'shop.example' into DMARC library."]),
    line("policy-refused", "DMARC: REJECT message for {recipient}")
        .says("Plesk refused a message by DMARC ({recipient}): the domain of its sender asks that mail is refused which passes neither SPF nor DKIM for it.")
        .level(Permanent)
        .facts(&[(Role::Reason, "authfailure")])
        .helps(Party::Sender, DMARC_REFUSED)
        .samples(&["DMARC: REJECT message for ben@host.example", "DMARC: REJECT message for shop.example"]),
    line("policy-result", "DMARC: smtpdomain={host} maildomain={domain} mailfrom={text} dmarccheck={result}")
        .says("The DMARC check for {domain} came out as {result}.")
        .samples(&["DMARC: smtpdomain=shop.example maildomain=shop.example mailfrom=anna@shop.example stamp=1 ip=192.0.2.4 adkim=relaxed aspf=relaxed p=REJECT sp=NONE pct=100 align_dkim=fail align_spf=fail spfres=fail dkimres=none dmarccheck=DMARC_POLICY_REJECT"]),
    line("stored-by", "postfix-local: from={sender}, to={recipient}, dirname={folder}")
        .says("Plesk's delivery program stores the message for {recipient}.")
        .samples(&["postfix-local: from=anna@shop.example, to=ben@host.example, dirname=/var/qmail/mailnames"]),
    line("mailbox-missing", "cannot chdir to mailname dir {folder}: {text}")
        .says("The folder of the mailbox {folder} can't be entered: {text}.")
        .level(Alert)
        .helps(Party::OurServer, &[("Let Plesk compare its mailboxes with their folders, then mend them (without -n):", "plesk repair mail -n; ls -ld /var/qmail/mailnames")])
        .samples(&["cannot chdir to mailname dir anna: No such file or directory"]),
    line("before-queue", "Handlers Filter before-queue for {server} started ...")
        .says("Plesk checks a message before the mail server accepts it.")
        .samples(&["Handlers Filter before-queue for qmail started ..."]),
    line("before-local", "Handlers Filter before-local for {server} started ...")
        .says("Plesk checks a message that is for a mailbox on this server.")
        .hints(&[(
            "If another server should get the domain's mail, switch off the domain's mail service in Plesk's mail settings, and compare where its MX points.",
            "",
        )])
        .samples(&["Handlers Filter before-local for qmail started ..."]),
    line("before-remote", "Handlers Filter before-remote for {server} started ...")
        .says("Plesk checks a message before it goes to another server.")
        .samples(&["Handlers Filter before-remote for qmail started ..."]),
    line("sender", "from={sender}")
        .says("The message comes from {sender}.")
        .named()
        .samples(&["from=anna@shop.example"]),
    line("recipient", "to={recipient}")
        .says("The message is for {recipient}.")
        .named()
        .samples(&["to=ben@hostfarm.example"]),
    line("mailbox", "mailbox: {folder}")
        .says("The mailbox is in the folder {folder}.")
        .named()
        .samples(&["mailbox: /var/qmail/mailnames/hostfarm.example/ben"]),
    line("filter-begins", "Starting {?the }{handler} filter...")
        .says("The check {handler} begins.")
        .samples(&["Starting greylisting filter...", "Starting the spf filter...", "Starting the check-quota filter..."]),
    line("verdict-pass", "handlers_stderr: PASS")
        .says("A check has no objection. The next line names the check.")
        .samples(&["handlers_stderr: PASS"]),
    line("verdict-skip", "handlers_stderr: SKIP")
        .says("A check doesn't apply to this message. The next line names the check.")
        .samples(&["handlers_stderr: SKIP"]),
    line("verdict-later", "handlers_stderr: DEFER")
        .says("A check asked the other server to send the message again later. The next line names the check.")
        .samples(&["handlers_stderr: DEFER"]),
    line("verdict-no", "handlers_stderr: REJECT")
        .says("A check refused the message. The next line names the check.")
        .samples(&["handlers_stderr: REJECT"]),
    line("pass", "PASS during call '{handler}' handler")
        .says("The check {handler} has no objection.")
        .samples(&["PASS during call 'dd52-domainkeys' handler"]),
    line("skip", "SKIP during call '{handler}' handler")
        .says("The check {handler} doesn't apply to this message.")
        .samples(&["SKIP during call 'grey' handler"]),
    line("greylisted", "DEFER during call 'grey' handler")
        .says("Plesk's greylisting asked the other server to send the message again later. It does so with each sender that it sees for the first time.")
        .level(Temporary)
        .facts(&[(Role::Reason, "greylisted")])
        .hints(GREYLISTED)
        .samples(&["DEFER during call 'grey' handler"]),
    line("deferred", "DEFER during call '{handler}' handler")
        .says("The check {handler} asked the other server to send the message again later.")
        .level(Temporary)
        .helps(Party::OurServer, HANDLER)
        .samples(&["DEFER during call 'spf' handler"]),
    line("grey-refused", "REJECT during call 'grey' handler")
        .says("Plesk's greylisting refused a message. The name of the sending server fits an entry of its black list.")
        .sign(Sign::FilterSays)
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .samples(&["REJECT during call 'grey' handler"]),
    line("over-limit", "REJECT during call 'limit-out' handler")
        .says("Plesk refused a message: its sender reached the hourly limit. A mailbox, a domain or a subscription sent as much as it may in an hour. The message isn't kept.")
        .sign(Sign::FilterSays)
        .level(Permanent)
        .facts(&[(Role::Reason, "speeding")])
        .helps(Party::Sender, OVER_LIMIT)
        .samples(&["REJECT during call 'limit-out' handler"]),
    line("spf-refused", "REJECT during call 'spf' handler")
        .says("Plesk rejected a message because of SPF: the record of the sender's domain doesn't allow the sending server.")
        .sign(Sign::FilterSays)
        .level(Permanent)
        .facts(&[(Role::Reason, "authfailure")])
        .helps(Party::Sender, SPF_REFUSED)
        .samples(&["REJECT during call 'spf' handler"]),
    line("quota-refused", "REJECT during call 'check-quota' handler")
        .says("Plesk refused a message: the recipient's mailbox is full.")
        .sign(Sign::FilterSays)
        .level(Permanent)
        .facts(&[(Role::Reason, "mailboxfull")])
        .helps(Party::Recipient, MAILBOX_FULL)
        .samples(&["REJECT during call 'check-quota' handler"]),
    line("refused", "REJECT during call '{handler}' handler")
        .says("Plesk's check {handler} refused the message.")
        .sign(Sign::FilterSays)
        .level(Permanent)
        .helps(Party::OurServer, HANDLER)
        .samples(&["REJECT during call 'drweb' handler"]),
    line("list-hit", "list type: {verdict}, from: {host}, match string: {pattern}")
        .says("The name {host} of the sending server is on a list of the greylisting.")
        .level(Warning)
        .samples(&["list type: black, from: dsl-192-0-2-7.provider.example, match string: dsl|pool|broadband|hsd"]),
    line("stopped", "call_handlers: stop call handlers because handler '{handler}' not PASS ({number})")
        .says("Plesk's check {handler} refused a message. No later check was asked.")
        .level(Permanent)
        .helps(Party::OurServer, HANDLER)
        .samples(&["call_handlers: stop call handlers because handler 'dd52-domainkeys' not PASS (31)"]),
    line("stopped-there", "call_handlers: stop call handlers from dir '{folder}'")
        .says("No further check of this folder is asked.")
        .samples(&["call_handlers: stop call handlers from dir '/var/qmail/handlers/before-local/global'"]),
    line("crashed", "Error during '{handler}' handler")
        .says("Plesk's check {handler} failed itself, so mail waits.")
        .level(Alert)
        .helps(Party::OurServer, HANDLER)
        .samples(&["Error during 'grey' handler"]),
    line("odd-status", "_mh_fork(): unrecognized status code '{number}'")
        .says("A check of Plesk ended in a way that Plesk doesn't know.")
        .level(Warning)
        .helps(Party::OurServer, HANDLER)
        .samples(&["_mh_fork(): unrecognized status code '5'"]),
    line("client-gone", "possibly qmail-smtpd exited by timeout, reset connection.{?{text}}")
        .says("A client probably broke off while it handed in a message, so nothing was queued: it was silent too long, its connection broke, or it sent bare line feeds, which qmail refuses.")
        .sign(Sign::BrokeOff)
        .level(Warning)
        .helps(Party::Sender, &[("See which client it was, and whether it came back with the message. If it's an app of a user, look at the connection there and at an antivirus program that checks email:", "grep -e relaylock -e smtp_auth -e qmail-queue-handlers /var/log/maillog /usr/local/psa/var/log/maillog | tail -50")])
        .samples(&[
            "possibly qmail-smtpd exited by timeout, reset connection. \t\t\t\tSee \"http://pobox.com/~djb/docs/smtplf.html.\" for get more information.",
            "possibly qmail-smtpd exited by timeout, reset connection.",
        ]),
    line("queued", "starter: submitter[{process}] exited normally")
        .says("The message is in the queue.")
        .samples(&["starter: submitter[10312] exited normally"]),
    line("aborted", "Message aborted.")
        .says("The message isn't accepted; the line before says why.")
        .samples(&["Message aborted."]),
    line("hooks", "hook_dir = '{folder}'")
        .says("The checks in the folder {folder} are asked.")
        .samples(&["hook_dir = '/usr/local/psa/handlers/before-queue'"]),
    line("handlers", "handlers dir = '{folder}'")
        .says("The checks in the folder {folder} are asked.")
        .samples(&["handlers dir = '/usr/local/psa/handlers/before-queue/recipient/ben@hostfarm.example'"]),
    line("recipient-numbered", "recipient[{number_of}] = '{recipient}'")
        .says("The message is for {recipient}.")
        .samples(&["recipient[3] = 'ben@hostfarm.example'"]),
    line("spf-result", "SPF status: {result}")
        .says("The check of SPF gave: {result}.")
        .samples(&["SPF status: PASS"]),
];
