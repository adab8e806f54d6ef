//! msmtp: a program in place of sendmail that passes each mail to the server of an account. It keeps no queue: a mail that
//! it can't pass on is lost, unless the program that called it tries again. Each attempt is one line of its log.

use super::{Effect, Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::AttemptOutcome::{Failure, Success};
use crate::vocabulary::Level::{self, Permanent, Warning};
use crate::vocabulary::Party::OurServer;

/// What msmtp logs and prints.
pub static FORMAT: Format = Format {
    id: "msmtp",
    title: "msmtp, which passes mail to the server of an account",
    found_in: &["/var/log/msmtp", "~/.msmtp.log", "/var/log/mail.log", "the mails of cron"],
    sources: &["msmtp 1.8 src/msmtp.c, src/conf.c, src/smtp.c"],
    programs: &["msmtp"],
    says_end: false,
    realm: "msmtp",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("host", Role::Remote, "The server that takes the mail.").shape(Shape::Word),
    field("tls", Role::State, "Whether it went encrypted: {}.").shape(Shape::Word),
    field("auth", Role::State, "Whether msmtp logged in: {}.").shape(Shape::Word),
    field("user", Role::User, "The name that msmtp logged in with.").shape(Shape::Word),
    field("from", Role::Sender, "The envelope sender.").shape(Shape::Word),
    field("to", Role::Recipient, "The recipients, with commas between them.").shape(Shape::Word),
    field("bytes", Role::Bytes, "The size of the mail: { byte}."),
    field("good", Role::Code, "The reply code. 2 in front means yes.").shape(Shape::CodeOf(2)),
    field("bad", Role::Code, "The reply code of the server."),
    field("reply", Role::Reply, "The reply of the server."),
    field("name", Role::Host, "The host in the account, or the way to log in.").shape(Shape::Word),
    field("port", Role::Port, "The port."),
    field("error", Role::Reply, "What went wrong, in msmtp's words."),
    field("exit", Role::State, "How msmtp ended, by the names of sysexits.h.").shape(Shape::Name),
    field("path", Role::Path, "The file of the settings.").shape(Shape::Text),
    field("account", Role::State, "The account in the settings.").shape(Shape::Word),
    field("number", Role::Count, "The line of the file."),
    field("command", Role::Text, "The command that gives the password.").shape(Shape::Text),
    field("text", Role::Text, "What is wrong, in msmtp's words."),
];

/// What the log says first of each attempt.
macro_rules! attempt {
    ($rest:literal) => {
        concat!(
            "{?msmtp: }host={host} tls={tls} auth={auth} {?user={user} }from={from} recipients={to} {?mailsize={bytes} }",
            $rest
        )
    };
}

/// What helps where the file of the settings can be read by others.
const RIGHTS: &[(&str, &str)] = &[
    ("Let its owner alone read and write the file:", "chmod 600 {path}"),
    (
        "The owner must be the user who sends (for a website that of the web server or of PHP, for cron that of the crontab):",
        "ls -l {path}",
    ),
];

/// What helps where the two don't agree on encryption.
const PAIR: &[(&str, &str)] = &[(
    "Set port and encryption of the account as a pair: port 587 with tls_starttls on, or port 465 with tls_starttls off, both with tls on:",
    "grep -nE '^ *(account|port|tls)' /etc/msmtprc ~/.msmtprc",
)];

/// An attempt that came to no reply of the server.
const fn failed(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).level(Permanent)
}

const PATTERNS: &[Pattern] = &[
    line("sent", attempt!("smtpstatus={good} smtpmsg='{reply}' exitcode=EX_OK"))
        .says("{host} accepted the mail to {to}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&["host=smtp.shop.example tls=on auth=on user=anna@shop.example from=anna@shop.example recipients=ben@client.example mailsize=512 smtpstatus=250 smtpmsg='250 2.0.0 Ok: queued as 4F3D21' exitcode=EX_OK"]),
    line("refused", attempt!("smtpstatus={bad} smtpmsg='{reply}' errormsg='{text}' exitcode={exit}"))
        .says("{host} refused the mail to {to}: {text}. It isn't tried again.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .samples(&["host=smtp.shop.example tls=on auth=on user=anna@shop.example from=anna@shop.example recipients=ben@client.example smtpstatus=535 smtpmsg='535 5.7.8 Error: authentication failed' errormsg='authentication failed (method PLAIN)' exitcode=EX_NOPERM"]),
    failed("no-connection", attempt!("errormsg='cannot connect to {name}, port {port}: {error}' exitcode={exit}"), "The mail to {to} wasn't sent: there's no connection to {name} on port {port} ({error}).")
        .helps(OurServer, &[
            ("See whether the port can be reached from this machine; many providers block 25:", "nc -vz {name} {port}"),
            ("Use port 587 (tls_starttls on) or 465 (tls_starttls off) in the account. msmtp has no queue: send the mail again.", ""),
        ])
        .samples(&["host=smtp.shop.example tls=on auth=off from=anna@shop.example recipients=ben@client.example errormsg='cannot connect to smtp.shop.example, port 587: Connection timed out' exitcode=EX_TEMPFAIL"]),
    failed("name-unknown", attempt!("errormsg='cannot locate host {name}: {error}' exitcode={exit}"), "The mail to {to} wasn't sent: DNS has no address for {name}, the host in the account of msmtp.")
        .helps(OurServer, &[
            ("Correct the spelling of host in the account, or this machine's name resolution:", "getent hosts {name}; grep -n '^ *host' /etc/msmtprc"),
        ])
        .samples(&["host=smtp.shop.exampel tls=on auth=off from=anna@shop.example recipients=ben@client.example errormsg='cannot locate host smtp.shop.exampel: Name or service not known' exitcode=EX_NOHOST"]),
    failed("no-starttls", attempt!("errormsg='the server does not support TLS via the STARTTLS command' exitcode={exit}"), "The mail to {to} wasn't sent: {host} doesn't offer encryption by STARTTLS on this port.")
        .helps(OurServer, PAIR)
        .samples(&["host=smtp.shop.example tls=on auth=on user=anna@shop.example from=anna@shop.example recipients=ben@client.example errormsg='the server does not support TLS via the STARTTLS command' exitcode=EX_UNAVAILABLE"]),
    failed("no-handshake", attempt!("errormsg='TLS handshake failed: {error}' exitcode={exit}"), "The mail to {to} wasn't sent: msmtp and {host} could not set up encryption ({error}).")
        .helps(OurServer, PAIR)
        .samples(&["host=smtp.shop.example tls=on auth=off from=anna@shop.example recipients=ben@client.example errormsg='TLS handshake failed: An unexpected TLS packet was received.' exitcode=EX_PROTOCOL"]),
    failed("certificate", attempt!("errormsg='TLS certificate verification failed: {error}' exitcode={exit}"), "The mail to {to} wasn't sent: msmtp doesn't accept the certificate of {host} ({error}).")
        .helps(OurServer, &[
            ("Look at the names, the dates and the issuer of the certificate, and use a name that is in it as host:", "openssl s_client -connect {host}:587 -starttls smtp -servername {host} </dev/null"),
            ("If the certificate is right, let msmtp use the system's list of issuers (tls_trust_file system), and remove an old tls_fingerprint.", ""),
        ])
        .samples(&["host=smtp.shop.example tls=on auth=off from=anna@shop.example recipients=ben@client.example errormsg='TLS certificate verification failed: The certificate is NOT trusted. The certificate issuer is unknown. ' exitcode=EX_PROTOCOL"]),
    failed("no-method", attempt!("errormsg='{?cannot use a secure authentication method}{?cannot find a usable authentication method}{?the server does not support authentication{? method {name}}}' exitcode={exit}"), "The mail to {to} wasn't sent: msmtp and {host} have no way to log in that both accept; usually one is offered only after encryption.")
        .helps(OurServer, &[("Turn encryption on in the account (tls on), and let msmtp choose the way to log in (auth on):", "grep -nE '^ *(tls|auth|port)' /etc/msmtprc ~/.msmtprc")])
        .samples(&[
            "host=smtp.shop.example tls=off auth=on user=anna from=anna@shop.example recipients=ben@client.example errormsg='cannot use a secure authentication method' exitcode=EX_UNAVAILABLE",
            "host=smtp.shop.example tls=off auth=on user=anna from=anna@shop.example recipients=ben@client.example errormsg='the server does not support authentication' exitcode=EX_UNAVAILABLE",
        ]),
    failed("silent", attempt!("errormsg='{?the server sent an empty reply}{?cannot get initial OK message from server}{?the operation timed out}{?network {?read}{?write} error: {error}}' exitcode={exit}"), "The mail to {to} wasn't sent: {host} hung up or didn't answer. On port 465 it expects encryption from the start.")
        .helps(OurServer, PAIR)
        .samples(&[
            "host=smtp.shop.example tls=on auth=off from=anna@shop.example recipients=ben@client.example errormsg='the server sent an empty reply' exitcode=EX_PROTOCOL",
            "host=smtp.shop.example tls=on auth=off from=anna@shop.example recipients=ben@client.example errormsg='network read error: the operation timed out' exitcode=EX_IOERR",
        ]),
    failed("failed", attempt!("errormsg='{error}' exitcode={exit}"), "The mail to {to} wasn't sent: {error}.")
        .loose()
        .helps(OurServer, &[("See what msmtp says at each step, as the user who sends:", "echo test | msmtp -d {to}")])
        .samples(&["host=smtp.shop.example tls=on auth=off from=anna@shop.example recipients=ben@client.example errormsg='cannot create a temporary file: No space left on device' exitcode=EX_IOERR"]),
    line("secrets-open", "{?msmtp: }{path}: contains secrets and therefore must have no more than user read/write permissions")
        .says("Others than its owner may read {path}, which holds a password, so msmtp refuses to use it. The mail wasn't sent.")
        .level(Permanent)
        .helps(OurServer, RIGHTS)
        .samples(&["msmtp: /var/www/.msmtprc: contains secrets and therefore must have no more than user read/write permissions"]),
    line("secrets-of-others", "{?msmtp: }{path}: contains secrets and therefore must be owned by you")
        .says("Another user than the one who sends owns {path}, which holds a password, so msmtp refuses to use it. The mail wasn't sent.")
        .level(Permanent)
        .helps(OurServer, RIGHTS)
        .samples(&["msmtp: /var/www/.msmtprc: contains secrets and therefore must be owned by you"]),
    line("no-settings", "{?msmtp: }account {account} not found: no configuration file available")
        .says("The user who sends has no settings for msmtp: neither a .msmtprc in the home directory nor /etc/msmtprc can be read. The mail wasn't sent.")
        .level(Permanent)
        .helps(OurServer, &[("Make /etc/msmtprc for all users, or a .msmtprc (chmod 600) in the home of the user who sends, such as that of the web server or of the cron job:", "ls -l /etc/msmtprc ~/.msmtprc")])
        .samples(&["msmtp: account default not found: no configuration file available"]),
    line("no-account", "{?msmtp: }account {account} not found in {path}")
        .says("The settings file {path} has no account of the name {account}. The mail wasn't sent.")
        .level(Permanent)
        .helps(OurServer, &[("Name the account in the file, and which one is the default (account default : shop):", "grep -n '^account' {path}")])
        .samples(&["msmtp: account default not found in /etc/msmtprc"]),
    line("wrong-line", "msmtp: {path}: line {number}: {text}")
        .says("Line {number} of the settings file {path} is wrong: {text}. The mail wasn't sent.")
        .level(Permanent)
        .loose()
        .helps(OurServer, &[("Correct that line:", "sed -n '{number}p' {path}")])
        .samples(&["msmtp: /etc/msmtprc: line 12: unknown command tls_cert"]),
    line("incomplete-account", "msmtp: account {account} from {path}: {text}")
        .says("The account {account} in {path} is incomplete: {text}. The mail wasn't sent.")
        .level(Permanent)
        .helps(OurServer, &[("Add what is missing: host, port, from, auth, user, password or passwordeval, tls_trust_file:", "grep -vE '^ *password' {path}")])
        .samples(&["msmtp: account default from /etc/msmtprc: envelope-from address is missing"]),
    line("password-command", "{?msmtp: }cannot {?evaluate}{?read output of} '{command}'{?: {text}}")
        .says("The command that gives msmtp its password (passwordeval) failed: {command}. The mail wasn't sent.")
        .level(Permanent)
        .helps(OurServer, &[("Run the command by hand as the user who sends: a key that asks for its passphrase (gpg) can't work for cron or a website.", "")])
        .samples(&["msmtp: cannot read output of 'gpg -q -d /home/anna/.pw.gpg'"]),
    line("log-closed", "{?msmtp: }cannot log to {path}: {text}")
        .says("The program msmtp may not write its log {path}: {text}. The mail itself may have been sent.")
        .level(Warning)
        .helps(OurServer, &[("Let those who send write it, or log to syslog (syslog on):", "ls -l {path}")])
        .samples(&["msmtp: cannot log to /var/log/msmtp: cannot open: Permission denied"]),
];
