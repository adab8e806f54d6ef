//! Sendmail: other computers and local programs hand mail over. The line with `from=` tells what came in;
//! refusals, log-ins, encryption and filters stand before it.
//!
//! A queue id holds the time and the process number. Lines about encryption and log-ins have no id: they
//! belong to the message that the same process names next. `relay=` is the client here and the next server
//! on delivery lines, so those are a format of their own.

use super::{Datum, Effect, Field, Format, Led, Pattern, Role, Shape, Sign, Tie, Word, field, line, word};
use crate::vocabulary::Level::{Alert, Permanent, Temporary, Warning};
use crate::vocabulary::Outcome::{Deferred, Failed};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::{Connection, Message};

/// How Sendmail logs mail that comes in.
pub static FORMAT: Format = Format {
    id: "sendmail-arrival",
    title: "the Sendmail mail server, taking a message",
    found_in: &["/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "Sendmail Installation and Operation Guide",
        "Sendmail 8.17 srvrsmtp.c",
        "Sendmail 8.17 collect.c",
        "Sendmail 8.17 milter.c",
    ],
    programs: PROGRAMS,
    realm: "sendmail",
    says_end: false,
    fields: FIELDS,
    words: WORDS,
    separators: &[", "],
    patterns: PATTERNS,
    ..Format::BASE
};

/// The names under which Sendmail writes.
pub(super) const PROGRAMS: &[&str] =
    &["sendmail", "sm-mta", "sm-msp-queue", "sm-que", "sm-msp", "sendmail-in", "sendmail-out"];

/// The message's id, on every line about it.
pub(super) const ID: Field = field(
    "msg",
    Role::Message,
    "The message's id in Sendmail's queue: it ties the lines of one message together. Mail that a program on this server sends gets two, one after the other.",
)
.shape(Shape::SendmailId);

const FIELDS: &[Field] = &[
    ID,
    field("other", Role::OtherMessage, "The id of the other message: the notice or copy that was made.").shape(Shape::SendmailId),
    field("sender", Role::Sender, "The envelope sender: notices about failed delivery go to this address. It can differ from the From line that people see.").shape(Shape::Mailbox),
    field("name", Role::Sender, "The envelope sender, without a domain.").shape(Shape::Word),
    field("size", Role::Bytes, "The size of the message: { byte}. 0 means that no text was sent."),
    field("class", Role::Count, "The priority class: 0 for ordinary mail; negative for lists and bulk mail.").shape(Shape::Decimal),
    field("nrcpts", Role::Count, "How many recipients were accepted: {}. 0 means that all were refused."),
    field("msgid", Role::MessageId, "The message's Message-ID.").shape(Shape::Text),
    field("bodytype", Role::State, "What the sender said about characters beyond ASCII: {}."),
    field("proto", Role::State, "How the message came in: {}. An S at the end means encrypted, an A that the sender logged in.").shape(Shape::Name),
    field("daemon", Role::State, "The part of Sendmail that took it: MTA is for other servers, MSA for customers who log in.").shape(Shape::Text),
    field("relay", Role::Host, "The computer that handed the message over.").parts("{?{user}@localhost}{?{?{ident}@}{?{host} }[{client}]{? (may be forged)}}"),
    field("user", Role::User, "The system user whose program sent the message.").shape(Shape::Name),
    field("ident", Role::Text, "What the other computer said about its user.").shape(Shape::Name),
    field("host", Role::Host, "The name of the computer at the other end.").datum(Datum::ClientName),
    field("client", Role::Client, "The IP address of the computer at the other end. This is the part that can be trusted."),
    field("tls_verify", Role::State, "How the check of the certificate came out: {}."),
    field("auth", Role::State, "Whether the sender logged in: {}."),
    field("version", Role::State, "The version of TLS, the encryption: {}."),
    field("verify", Role::State, "How the check of the certificate came out: {}. OK is rare; NO and FAIL are common and do no harm."),
    field("cipher", Role::State, "The way in which the connection is encrypted."),
    field("bits", Role::Text, "The strength of the encryption.").shape(Shape::Word),
    field("authid", Role::User, "The account that logged in to send. In a spam case, this is the account to look at.").shape(Shape::Word),
    field("mech", Role::State, "How the sender logged in.").shape(Shape::Text),
    field("ruleset", Role::State, "The check that refused it: {}.").shape(Shape::Name),
    field("arg1", Role::Text, "What the check looked at."),
    field("recipient", Role::Recipient, "The recipient that was refused.").shape(Shape::Mailbox),
    field("arg2", Role::Text, "What the check looked at, too.").shape(Shape::Word),
    field("reason", Role::Reply, "What this server answered.").shape(Shape::Reason),
    field("later", Role::Code, "The reply code: 4 in front means not now.").shape(Shape::CodeOf(4)),
    field("why", Role::Text, "Why, in Sendmail's words."),
    field("step", Role::State, "The step of the conversation: {}.").shape(Shape::Text),
    field("milter", Role::Program, "The name of the filter.").shape(Shape::Name),
    field("action", Role::State, "What the filter was asked about.").shape(Shape::Name),
    field("header", Role::Text, "The header line."),
    field("what", Role::Text, "What the filter looked at: {}."),
    field("login", Role::User, "The account that was tried.").shape(Shape::Text),
    field("count", Role::Count, "How many there are."),
    field("limit", Role::Count, "The limit."),
    field("command", Role::Text, "What the other computer sent."),
    field("error", Role::Text, "The error, in the words of the encryption library."),
    field("side", Role::State, "The role that this server had in the connection: server when it was called, client when it called.").shape(Shape::Name),
    field("subject", Role::Text, "The name in the certificate."),
];

const WORDS: &[Word] = &[
    word("from=", "A message came in, or someone tried to hand one over."),
    word("may be forged", "The name doesn't resolve back to the address."),
    word("NOQUEUE", "There is no message yet."),
    word("Authentication-Warning", "A remark on who sends. It has nothing to do with passwords."),
];

const PATTERNS: &[Pattern] = &[
    line("arrived-without-sender", "{msg}: from=<>, size={size}{*}")
        .says("A message without a sender came in: most often a notice about failed delivery.")
        .facts(&[(Role::Sender, "")])
        .effect(Effect::Envelope(Message))
        .samples(&["6ALJ8wYc000146: from=<>, size=446, class=0, nrcpts=1, msgid=<a.6@b.example>, proto=ESMTP, daemon=MTA, relay=mail.sendergood.example [192.0.2.102]"]),
    line("arrived", "{msg}: from={?<}{sender}{?>}, size={size}{*}")
        .says("A message from {sender} came in.")
        .effect(Effect::Envelope(Message))
        .samples(&[
            "6ALJ8wuO000131: from=<amy6@sendergood.example>, size=125, class=0, nrcpts=1, msgid=<devsm.1.40357896@sendergood.example>, proto=ESMTP, daemon=MTA, relay=mail.sendergood.example [192.0.2.102]",
            "6ALJ8wx4000138: from=cara@cedarline.example, size=142, class=0, nrcpts=1, msgid=<devsm.5@cedarline.example>, relay=dan@localhost",
            "6ALJ911p000325: from=<a@isp.example>, size=115, class=-30, nrcpts=1, proto=ESMTPSA, daemon=MSA, relay=liar.isp.example [192.0.2.120] (may be forged)",
        ]),
    line("arrived-bare", "{msg}: from={?<}{name}{?>}, size={size}{*}")
        .says("A message from {name} came in.")
        .effect(Effect::Envelope(Message))
        .loose()
        .samples(&["g7K3f2aB01234: from=root, size=142, class=0, nrcpts=1, relay=root@localhost"]),
    line("nothing-accepted", "{msg}: from={?<}{sender}{?>}, size=0, class={class}, nrcpts=0{*}")
        .says("{sender} wanted to send a message, and none of it was accepted.")
        .level(Permanent)
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["6ALJ8x5G000189: from=<amy@sendergood.example>, size=0, class=0, nrcpts=0, proto=ESMTP, daemon=MTA, relay=mail.sendergood.example [192.0.2.102]"]),

    // Connections.
    line("connected", "NOQUEUE: connect from {relay}")
        .says("{client} connected.")
        .samples(&["NOQUEUE: connect from dsl-101.isp.example [192.0.2.101]", "NOQUEUE: connect from liar.isp.example [192.0.2.104] (may be forged)"]),
    line("no-message", "{msg}: {relay} did not issue MAIL/EXPN/VRFY/ETRN during connection to {daemon}")
        .says("{client} connected and never offered a message: a monitor, a scanner, or someone whose login failed.")
        .effect(Effect::Part(Connection))
        .samples(&["6ALJ91m0000363: dsl-101.isp.example [192.0.2.101] did not issue MAIL/EXPN/VRFY/ETRN during connection to MTA"]),
    line("lost", "{msg}: lost input channel from {relay} to {daemon} after {step}")
        .says("{client} vanished after {step}. Nothing was accepted.")
        .level(Warning)
        .effect(Effect::Verdict(Connection, Failed))
        .samples(&["6ALJ90h6000279: lost input channel from dsl-101.isp.example [192.0.2.101] to MTA after rcpt"]),
    line("lost-in-message", "{msg}: collect: premature EOM: {why}")
        .says("The other end disconnected in the middle of the message. Nothing was accepted; a mail server sends it again.")
        .level(Warning)
        .helps(Party::Sender, &[("The sending server tries again by itself. If one sender never gets through, look for a firewall that breaks large packets (MTU) in between:", "grep -h {msg} /var/log/maillog /var/log/mail.log")])
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["6ALJ93G3000466: collect: premature EOM: Connection reset by dsl-101.isp.example"]),
    line("silent-client", "{msg}: timeout waiting for input from {relay} during server cmd read")
        .says("{client} said nothing for so long that this server hung up.")
        .effect(Effect::Part(Connection))
        .samples(&["6ALJ91X4000370: timeout waiting for input from dsl-101.isp.example [192.0.2.101] during server cmd read"]),
    line("silence", "{msg}: timeout waiting for input from {host} during {step}")
        .says("{host} said nothing for so long, during {step}, that this server hung up.")
        .level(Temporary)
        .helps(Party::Sender, &[("The sending server tries again by itself. If one sender never gets through, look for a firewall that breaks large packets (MTU) in between:", "grep -h {msg} /var/log/maillog /var/log/mail.log")])
        .effect(Effect::Part(Connection))
        .samples(&["6ALJ90Au000254: timeout waiting for input from mx.silent.example. during client greeting"]),
    line("spoke-too-early", "{msg}: rejecting commands from {relay} due to pre-greeting traffic{? after {count} seconds}")
        .says("{client} spoke before this server greeted it, so it was refused. Spam programs do that.")
        .sign(Sign::RuleBroken)
        .level(Warning)
        .helps(Party::Nobody, &[("Nothing needs to be done. If a wanted server does that, let it wait less (GreetPause in the access table).", "")])
        .samples(&["6ALJ8xDN000232: rejecting commands from dsl-101.isp.example [192.0.2.101] due to pre-greeting traffic after 2 seconds"]),
    line("sent-too-soon", "{msg}: rejecting server {command} from {relay} due to traffic before response")
        .says("{client} did not wait for answers, so it was refused.")
        .level(Permanent)
        .samples(&["6ALJ8xDN000232: rejecting server EHLO from dsl-101.isp.example [192.0.2.101] due to traffic before response"]),
    line("flood", "{msg}: {relay}: Possible SMTP RCPT flood, throttling.")
        .says("{client} tried many recipients that do not exist, so it is answered slowly.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["6ALJ94fO000503: dsl-101.isp.example [192.0.2.101]: Possible SMTP RCPT flood, throttling."]),
    line("attack", "{?{msg}: }{relay}: possible SMTP attack: command={command}, count={count}")
        .says("{client} sent the same command {count time}.")
        .level(Warning)
        .samples(&["6ALJ94fO000503: dsl-101.isp.example [192.0.2.101]: possible SMTP attack: command=AUTH, count=20"]),
    line("web-request", "{?{msg}: }{relay}: probable open proxy: command={command}")
        .says("{client} spoke like a web browser: someone who scans for open proxies.")
        .samples(&[r"6ALJ96k6000629: dsl-101.isp.example [192.0.2.101]: probable open proxy: command=GET / HTTP/1.1\r\n"]),
    line("address-asked", "{msg}: {relay}: {step} {command} [rejected]")
        .says("{client} asked about an address or list and was refused.")
        .samples(&["6ALJ928w000409: dsl-101.isp.example [192.0.2.101]: VRFY root [rejected]"]),
    line("too-busy", "rejecting connections on daemon {daemon}: {why}")
        .says("Sendmail takes no more connections for now: {why}.")
        .helps(Party::OurServer, &[("Until it takes connections again, nobody can connect. See what makes the load, often a run of spam, and how many clients are connected:", "uptime; mailq | tail -1; ss -tn 'sport = :25' | wc -l")])
        .level(Temporary)
        .samples(&["rejecting connections on daemon MTA: load average: 20", "rejecting connections on daemon MTA: 40 children, max 40"]),
    line("slowed", "deferring connections on daemon {daemon}: {why}")
        .says("Sendmail slows down how it takes connections: {why}.")
        .level(Temporary)
        .helps(Party::OurServer, &[("Raise confCONNECTION_RATE_THROTTLE or confMAX_DAEMON_CHILDREN if the load is right for this server, or see who connects so often:", "ss -tn state established '( sport = :25 )' | wc -l; grep -n -e ConnectionRateThrottle -e MaxDaemonChildren /etc/mail/sendmail.cf")])
        .samples(&["deferring connections on daemon MTA: 5 per second"]),
    line("open-again", "accepting connections again for daemon {daemon}")
        .sign(Sign::Works)
        .says("Sendmail takes connections again.")
        .samples(&["accepting connections again for daemon MTA"]),
    line("refused-host", "{?{msg}: }tcpwrappers ({host}, {arg2}) rejection")
        .says("{host} is not allowed to connect; the file hosts.deny says so.")
        .level(Permanent)
        .helps(Party::OurServer, &[("If {host} should be let in, change hosts.allow and hosts.deny:", "cat /etc/hosts.allow /etc/hosts.deny")])
        .samples(&["tcpwrappers (dsl.isp.example, 192.0.2.5) rejection"]),
    line("remark", "{msg}: Authentication-Warning: {host}: {why}")
        .says("Sendmail remarks on who sends: {why}. This is harmless; it names the system user of the program that sends.")
        .effect(Effect::Part(Connection))
        .samples(&["6ALJ8xoY000234: Authentication-Warning: mail.cedarline.example: cara set sender to dan@cedarline.example using -f"]),

    // Encryption and log-ins: no id; the process number ties them.
    line("encrypted", "STARTTLS=server, relay={relay}{*}")
        .says("The connection from {client} is encrypted.")
        .effect(Effect::Ahead)
        .samples(&["STARTTLS=server, relay=localhost [192.0.2.1], version=TLSv1.3, verify=NO, cipher=TLS_AES_256_GCM_SHA384, bits=256/256"]),
    line("certificate", "STARTTLS={side}, cert-subject={subject}, cert-issuer={why}, verifymsg={error}")
        .says("The other end's certificate is for {subject}. The verification says: {error}.")
        .effect(Effect::Ahead)
        .samples(&["STARTTLS=client, cert-subject=/CN=mx.remote.example, cert-issuer=/CN=mx.remote.example, verifymsg=self-signed certificate", "STARTTLS=server, cert-subject=, cert-issuer=, verifymsg=ok"]),
    line("encryption-failed", "STARTTLS={side}, error: {step} failed={why}, reason={error}, SSL_error={arg2}{*}")
        .says("Starting encryption failed: {error}.")
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&[
            "STARTTLS=server, error: accept failed=-1, reason=wrong version number, SSL_error=1, errno=0, retry=-1, relay=dsl-101.isp.example [192.0.2.101]",
            "STARTTLS=client, error: connect failed=-1, reason=unexpected eof while reading, SSL_error=1, errno=32, retry=-1",
        ]),
    line("encryption-broke", "STARTTLS: read error={error}, errno={why}")
        .says("The encrypted connection broke. At the end of a session this is harmless.")
        .effect(Effect::Ahead)
        .samples(&["STARTTLS: read error=generic SSL error (-1), errno=32, get_error=error:00000000:lib(0)::reason(0), retry=99, ssl_err=1"]),
    line("encryption-detail", "STARTTLS={side}{?:}{?,} {error}")
        .says("A detail of the encryption: {error}.")
        .effect(Effect::Ahead)
        .samples(&[
            "STARTTLS=client: error:0A000126:SSL routines::unexpected eof while reading:../ssl/record/rec_layer_s3.c:318:",
            "STARTTLS=client, start=ok",
        ]),
    line("encryption-note", "STARTTLS: {error}")
        .says("A detail of the encryption: {error}.")
        .effect(Effect::Ahead)
        .samples(&["STARTTLS: TLS cert verify: depth=0 /CN=mx.remote.example, state=0, reason=self-signed certificate", "STARTTLS: CRLFile missing"]),
    line("encryption-file", "STARTTLS={side}: file {header} unsafe: {why}")
        .says("The file {header} with the certificate or key has the wrong owner or rights, so encryption does not work.")
        .level(Alert)
        .helps(Party::OurServer, &[("Give the file to root, and take from others the permission to write it (the key must be readable by root only):", "ls -l {header}; chmod 600 {header}")])
        .samples(&["STARTTLS=server: file /etc/mail/tls/key.pem unsafe: Group readable file"]),
    line("logged-in", "AUTH=server, relay={relay}, authid={authid}{*}")
        .says("{authid} logged in to send mail.")
        .effect(Effect::Ahead)
        .samples(&["AUTH=server, relay=host105.isp.example [192.0.2.105], authid=amy@mail.cedarline.example, mech=PLAIN, bits=0"]),
    line("log-in-failed", "{msg}: AUTH failure ({mech}): {why}, user={login}, relay={relay}")
        .says("{client} tried to log in as {login} and was refused: {why}. The same from many addresses is someone who guesses.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&["6ALJ8wdN000130: AUTH failure (PLAIN): authentication failure (-13) SASL(-13): authentication failure: Password verification failed, user=amy, relay=host105.isp.example [192.0.2.105]"]),
    line("log-in-failed-unnamed", "{msg}: AUTH failure ({mech}): {why}, relay={relay}")
        .says("{client} tried to log in and was refused: {why}.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&["6ALJ8wdN000130: AUTH failure (PLAIN): bad protocol / cancel (-5) SASL(-5): bad protocol / cancel, relay=host105.isp.example [192.0.2.105]"]),
    line("log-in-ways", "AUTH: available mech={mech}, allowed mech={why}")
        .says("The ways to log in that this server knows.")
        .samples(&["AUTH: available mech=PLAIN LOGIN CRAM-MD5, allowed mech=PLAIN LOGIN CRAM-MD5"]),
    line("log-in-impossible", "AUTH warning: no mechanisms")
        .says("Nobody can log in, because parts of the login software are missing.")
        .level(Alert)
        .helps(Party::OurServer, &[("Install the plug-ins of Cyrus SASL for PLAIN and LOGIN, then restart Sendmail:", "ls /usr/lib*/sasl2 /usr/lib/*/sasl2; pluginviewer -s | head")])
        .samples(&["AUTH warning: no mechanisms"]),
    line("log-in-there", "AUTH=client, {why}")
        .says("This server logged in at another one, or tried to: {why}.")
        .effect(Effect::Ahead)
        .samples(&["AUTH=client, relay=smarthost.example., mech=PLAIN, bits=0"]),
    line("log-in-no-common-way", "AUTH=client, available mechanisms={why} do not fulfill requirements")
        .says("This server didn't log in at the relay (smart host) that it sends through: it can use none of the methods that the relay offers ({why}). So the relay accepts no email from it.")
        .level(Permanent)
        .effect(Effect::Ahead)
        .sign(Sign::NoCommonLogIn)
        .helps(Party::OurServer, &[
            ("See which methods this server can use (the plug-ins of Cyrus SASL) and which it may (AuthMechanisms and the M: of authinfo), and install or allow one that the relay offers:", "pluginviewer -c 2>/dev/null | head; grep -i authmech /etc/mail/sendmail.cf; ls -l /etc/mail/authinfo*"),
            ("Sendmail knows no OAuth (XOAUTH2, OAUTHBEARER): where the relay offers only that, have its provider allow a password for programs, or this server's address without a login, or use another relay (SMART_HOST).", ""),
        ])
        .samples(&["AUTH=client, available mechanisms=CRAM-MD5 do not fulfill requirements"]),

    // Refusals.
    line("refused-recipient", "{msg}: ruleset=check_rcpt, arg1=<{recipient}>, relay={relay}, reject={reason}")
        .says("The recipient {recipient} was refused.")
        .level(Permanent)
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["6ALJ91BO000313: ruleset=check_rcpt, arg1=<friend@bigmail.example>, relay=dsl-101.isp.example [192.0.2.101], reject=550 5.7.1 <friend@bigmail.example>... Relaying denied. Proper authentication required."]),
    line("refused-sender", "{msg}: ruleset=check_mail, arg1={arg1}, relay={relay}, reject={reason}")
        .says("The sender {arg1} was refused.")
        .level(Permanent)
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["6ALJ8x3V000219: ruleset=check_mail, arg1=<x@no-such-domain.example>, relay=dsl-101.isp.example [192.0.2.101], reject=553 5.1.8 <x@no-such-domain.example>... Domain of sender address x@no-such-domain.example does not exist"]),
    line("refused-client", "ruleset=check_relay, arg1={host}, arg2={arg2}, relay={relay}, reject={reason}")
        .says("{client} was refused as soon as it connected.")
        .level(Permanent)
        .samples(&["ruleset=check_relay, arg1=host106.isp.example, arg2=192.0.2.2, relay=host106.isp.example [192.0.2.106], reject=550 5.7.1 Rejected: 192.0.2.106 listed at bl.blocklist.example"]),
    line("encryption-there-refused", "ruleset=tls_server, arg1={arg1}, relay={host}, reject={reason}")
        .says("Starting encryption with the server {host}, to deliver mail, failed.")
        .level(Temporary)
        .effect(Effect::Ahead)
        .samples(&["ruleset=tls_server, arg1=SOFTWARE, relay=mx.brokentls.example, reject=454 4.7.0 TLS handshake failed."]),
    line("not-trusted", "ruleset=trust_auth, arg1={arg1}, relay={relay}, reject={reason}")
        .says("A name given for a login elsewhere was not used. This is harmless.")
        .effect(Effect::Ahead)
        .samples(&["ruleset=trust_auth, arg1=cara@cedarline.example, relay=localhost [192.0.2.1], reject=550 5.7.1 <cara@cedarline.example>... not authenticated"]),
    line("refused", "{?{msg}: }ruleset={ruleset}, arg1={arg1}{?, arg2={arg2}}, relay={relay}, reject={reason}")
        .says("The check {ruleset} refused {arg1}.")
        .level(Permanent)
        .samples(&["6ALJ91BO000313: ruleset=check_data, arg1=1, relay=a.example [192.0.2.5], reject=550 5.7.1 no", "ruleset=check_vrfy, arg1=x, relay=a.example [192.0.2.5], reject=550 5.7.1 no"]),
    line("thrown-away", "{msg}: ruleset={ruleset}, arg1={arg1}{?, arg2={arg2}}, relay={relay}, discard")
        .says("A rule says to accept and discard the message. Nobody is notified.")
        .level(Warning)
        .helps(Party::OurServer, &[("If the mail is wanted, find the rule that discards it, usually in the access table:", "grep -n DISCARD /etc/mail/access")])
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["6ALJ95PI000568: ruleset=check_mail, arg1=<discard@isp.example>, relay=dsl-101.isp.example [192.0.2.101], discard"]),
    line("held", "{msg}: ruleset={ruleset}, arg1={arg1}{?, relay={relay}}, quarantine={why}")
        .says("A rule holds the message back: {why}. An administrator can let it go on.")
        .level(Warning)
        .helps(Party::OurServer, &[("Look at the message, then let it go on:", "mailq -qQ; sendmail -qI{msg} -qQ -Q")])
        .effect(Effect::Part(Message))
        .samples(&["6ALJ95PI000568: ruleset=check_eoh, arg1=4, relay=a.example [192.0.2.5], quarantine=odd"]),
    line("no-such-user", "{msg}: <{recipient}>... {reason}")
        .says("The recipient {recipient} was refused while the message came in.")
        .level(Permanent)
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["6ALJ8x5G000189: <milterno@cedarline.example>... User unknown", "6ALJ91ZQ000361: <old@cedarline.example>... No such user here"]),
    line("too-many-recipients", "{msg}: Too many recipients")
        .says("The message has more recipients than this server takes at once; the rest must be sent again.")
        .level(Temporary)
        .facts(&[(Role::Reason, "toomanyconn")])
        .effect(Effect::Part(Message))
        .samples(&["6ALJ92PF000402: Too many recipients"]),
    line("too-big", "{msg}: message size ({count}) exceeds maximum ({limit})")
        .says("The message has {count byte} and this server takes at most {limit}, so it was refused.")
        .level(Permanent)
        .helps(Party::Sender, &[("Send a smaller message or a link to the file; or raise the limit on this server:", "grep -n MaxMessageSize /etc/mail/sendmail.cf")])
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["6ALJ93DP000461: message size (173993) exceeds maximum (150000)"]),

    // Filters.
    line("filter-refused-recipient", "{msg}: Milter: to=<{recipient}>, reject={reason}")
        .says("A filter refused the recipient {recipient}.")
        .level(Permanent)
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["6ALJ97LF000640: Milter: to=<a@cedarline.example>, reject=550 5.7.1 Command rejected"]),
    line("filter-put-off-recipient", "{msg}: Milter: to=<{recipient}>, reject={later} {why}")
        .says("A filter (milter) asked the client to try again later with the recipient {recipient}: {why}.")
        .level(Temporary)
        .effect(Effect::Verdict(Message, Deferred))
        .samples(&["6ALJ90tH000264: Milter: to=<ben@shop.example>, reject=451 4.7.1 Greylisting in action, please come back in 00:05:00"]),
    // Sendmail's own words, where a filter gave none or can't be used.
    line("filter-put-off-unsaid", "{msg}: Milter: {what}, reject=451 4.3.2 Please try again later")
        .says("The client was asked to try again later, because a filter (milter) said so or can't be used.")
        .level(Temporary)
        .helps(Party::OurServer, &[("See whether each filter runs, and what it logged in that second:", "grep -n -e InputMailFilters -e '^X' /etc/mail/sendmail.cf; ss -ltnpx | grep -i milter; grep -h -i milter /var/log/maillog | tail")])
        .effect(Effect::Verdict(Message, Deferred))
        .samples(&["6ALJ90tH000264: Milter: data, reject=451 4.3.2 Please try again later"]),
    line("filter-put-off", "{msg}: Milter: {what}, reject=451 {why}")
        .says("A filter (milter) asked the client to try again later.")
        .level(Temporary)
        .helps(Party::OurServer, &[("Look in the filter's own log for the reason; if it's greylisting, the sender's server tries again by itself:", "grep -n InputMailFilters /etc/mail/sendmail.cf; grep -h -i milter /var/log/maillog | tail")])
        .effect(Effect::Verdict(Message, Deferred))
        .samples(&["6ALJ90tH000264: Milter: data, reject=451 4.7.1 Greylisting in action, please come back in 00:05:00"]),
    line("filter-refused", "{msg}: Milter: {what}, reject={reason}")
        .says("A filter refused the message.")
        .level(Permanent)
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["6ALJ94AO000522: Milter: data, reject=554 5.7.1 Spam message rejected", "6ALJ97LF000640: Milter: from=<miltersender@isp.example>, reject=550 5.7.1 Command rejected"]),
    line("filter-threw-away", "{msg}: Milter: {what}, discard")
        .says("A filter (milter) accepted the message and discarded it. Nobody is notified.")
        .level(Warning)
        .helps(Party::OurServer, &[("If the mail is wanted, look in the filter's own log for its rule:", "grep -n InputMailFilters /etc/mail/sendmail.cf")])
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["6ALJ920x000380: Milter: data, discard"]),
    line("threw-away", "{msg}: discarded")
        .says("The message was discarded on purpose. Nobody is notified.")
        .level(Warning)
        .helps(Party::OurServer, &[("If the mail is wanted, find the rule that discards it, usually in the access table:", "grep -n DISCARD /etc/mail/access")])
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["6ALJ920x000380: discarded"]),
    line("filter-held", "{msg}: milter={milter}, quarantine={why}")
        .says("The filter {milter} holds the message back: {why}. An administrator can release it with sendmail -qI{msg} -qQ -Q.")
        .level(Warning)
        .helps(Party::OurServer, &[("Look at the message, then let it go on:", "mailq -qQ; sendmail -qI{msg} -qQ -Q")])
        .effect(Effect::Part(Message))
        .samples(&["6ALJ92at000382: milter=policyd, quarantine=held by filter"]),
    line("filter-answer-refused", "{msg}: milter={milter}, {?action={action}, }reject{?={reason}}")
        .says("The filter {milter} refused the message.")
        .level(Permanent)
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["6ALJIoFw000523: milter=policyd, reject=554 5.7.1 Spam message rejected", "6ALJIr8o000641: milter=policyd, action=mail, reject"]),
    line("filter-asked", "{msg}: milter={milter}, {why}")
        .says("The filter {milter} was asked and answered.")
        .effect(Effect::Part(Connection))
        .samples(&["6ALJIibX000131: milter=policyd, action=header, continue"]),
    line("filter-changed", "{msg}: Milter ({milter}) {action}: {header}")
        .says("The filter {milter} changed the message: {action} {header}.")
        .effect(Effect::Part(Connection))
        .samples(&["6ALJ8wuO000131: Milter (policyd) add: header: X-Scanned: clean"]),
    line("filter-down", "{msg}: Milter ({milter}): error connecting to filter: {why}")
        .says("The filter {milter} cannot be reached: {why}. Mail goes on without it, or waits, as the settings say.")
        .level(Alert)
        .helps(Party::OurServer, &[
            ("Start the filter (milter), such as OpenDKIM, and compare the socket or port where it listens with the one in Sendmail's settings:", "systemctl status {milter}; grep INPUT_MAIL_FILTER /etc/mail/sendmail.mc; ss -ltnpx | grep -i -e milter -e {milter}"),
        ])
        .effect(Effect::Part(Connection))
        .samples(&["6ALJ8wdM000130: Milter (downfilter): error connecting to filter: Connection refused by 192.0.2.76"]),
    line("filter-unwell", "{msg}: Milter ({milter}): {why}")
        .says("The filter {milter} gave a sign: {why}.")
        .effect(Effect::Part(Connection))
        .samples(&["6ALJIibX000131: Milter (policyd): init success to negotiate"]),
    line("filter-note", "{msg}: Milter: {why}")
        .says("A step of the filters: {why}.")
        .effect(Effect::Part(Connection))
        .samples(&["6ALJIibX000131: Milter: connect to filters"]),
    line("filter-accepted", "{msg}: Milter accept: message")
        .says("The filters let the message pass.")
        .effect(Effect::Part(Connection))
        .samples(&["6ALJIibX000131: Milter accept: message"]),

    // Notices and copies.
    line("given-up-notice", "{msg}: {other}: {?sender notify}{?return to sender}: Cannot send message {why}")
        .says("Sendmail gave up on this message after trying {why}. Notice {other} tells the sender.")
        .level(Permanent)
        .effect(Effect::GiveUp)
        .tie(Tie::Made(Role::OtherMessage, Led::Bounce))
        .samples(&[
            "6ALJ90Au000254: 6ALJ9iVO000743: sender notify: Cannot send message for 45 seconds",
            "6ALJ93wp000483: 6ALJ9iVR000743: return to sender: Cannot send message for 45 seconds",
        ]),
    line("late-notice", "{msg}: {other}: sender notify: Warning: could not send message for past {why}")
        .says("The message has been waiting for {why}. Notice {other} tells the sender that it is late; Sendmail keeps trying.")
        .level(Temporary)
        .effect(Effect::Part(Message))
        .tie(Tie::Made(Role::OtherMessage, Led::Bounce))
        .samples(&["6ALJ90Au000254: 6ALJ9KVO000700: sender notify: Warning: could not send message for past 20 seconds"]),
    line("failure-notice", "{msg}: {other}: DSN: {why}")
        .says("Notice {other} tells the sender that the message was not delivered to everyone: {why}.")
        .level(Permanent)
        .effect(Effect::Verdict(Message, Failed))
        .tie(Tie::Made(Role::OtherMessage, Led::Bounce))
        .samples(&["6ALJ8wr0000151: 6ALJ8wqx000177: DSN: Service unavailable"]),
    line("returned", "{msg}: {other}: return to sender: {why}")
        .says("Notice {other} tells the sender that the message was not delivered to everyone: {why}.")
        .level(Permanent)
        .effect(Effect::Verdict(Message, Failed))
        .tie(Tie::Made(Role::OtherMessage, Led::Bounce))
        .samples(&["6ALJ92g9000407: 6ALJ92gA000407: return to sender: Service unavailable"]),
    line("sender-told", "{msg}: {other}: sender notify: {why}")
        .says("Notice {other} tells the sender about the message: {why}.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .tie(Tie::Made(Role::OtherMessage, Led::Bounce))
        .samples(&["6ALJ92g9000407: 6ALJ92gA000407: sender notify: odd"]),
    line("postmaster-notice", "{msg}: {other}: postmaster notify: {why}")
        .says("A notice could not be returned to its sender, so notice {other} tells the postmaster of this server: {why}.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .tie(Tie::Made(Role::OtherMessage, Led::Bounce))
        .samples(&["6ALJ90I1000258: 6ALJ90Hx000275: postmaster notify: Host unknown (Name server: no-such-domain.example: host not found)"]),
    line("receipt-wanted", "{msg}: {other}: DSN: Return receipt")
        .says("The sender asked to be told about the delivery; notice {other} does.")
        .effect(Effect::Part(Message))
        .tie(Tie::Made(Role::OtherMessage, Led::Bounce))
        .samples(&["6ALJ90I1000258: 6ALJ90Hx000275: DSN: Return receipt"]),
    line("receipt", "{msg}: {other}: return receipt{?: {why}}")
        .says("The sender asked to be told about the delivery; notice {other} does.")
        .effect(Effect::Part(Message))
        .tie(Tie::Made(Role::OtherMessage, Led::Bounce))
        .samples(&["6ALJ90I1000258: 6ALJ90Hx000275: return receipt"]),
    line("copied-for-list", "{msg}: {other}: clone: owner={why}")
        .says("The message is for a list that has an owner, so it continues as {other}, with the owner as its sender.")
        .effect(Effect::Part(Message))
        .tie(Tie::Made(Role::OtherMessage, Led::Forward))
        .samples(&["6ALJ91el000335: 6ALJ91el000358: clone: owner=amy"]),
    line("nobody-to-tell", "{msg}: Saved message in {header}")
        .says("Nobody could be told about the failed delivery, so the message was put into the file {header}.")
        .level(Alert)
        .helps(Party::OurServer, &[("Look at the saved message, correct what kept the notice from root or postmaster (an alias for them), then remove it:", "ls -l {header}; grep -n -e postmaster -e '^root' /etc/aliases")])
        .effect(Effect::Part(Message))
        .samples(&["6ALJ90I1000258: Saved message in /var/tmp/dead.letter"]),
];
