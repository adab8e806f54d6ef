//! OpenSMTPD: connections, messages and deliveries, one event a line, each behind the id of its session.
//!
//! A message has an id of eight digits; the id of an envelope is that and eight digits for the recipient. Deliveries run
//! in sessions of their own (`mta` to other servers, `mda` to mailboxes), so the key of such a line is its message, and
//! what else a session to another server logs belongs to what it delivers. No line ends a message.

use super::Stated::{Came, Of, Says, Value};
use super::{Datum, Effect, Field, Format, Led, Pattern, Role, Shape, Tie, Word, field, line, word};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Success};
use crate::vocabulary::Level::{self, Permanent, Temporary, Warning};
use crate::vocabulary::Party::OurServer;
use crate::vocabulary::TraceType::{Connection, Message};
use crate::vocabulary::{Outcome, Sign};

/// What OpenSMTPD writes to the mail log.
pub static FORMAT: Format = Format {
    id: "opensmtpd",
    title: "the OpenSMTPD mail server",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "journalctl -u opensmtpd"],
    sources: &["OpenSMTPD 7 smtp_session.c, mta.c, mta_session.c, mda.c, lka.c"],
    programs: &["smtpd"],
    says_end: false,
    realm: "opensmtpd",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("session", Role::Session, "The id of the session: it ties the lines of one connection together. One to another server can deliver several messages.")
        .shape(Shape::HexOf(16)),
    field("msgid", Role::Message, "The id of the message.").shape(Shape::HexOf(8)),
    field("taken", Role::OtherMessage, "The id of the message that came over the connection.")
        .shape(Shape::HexOf(8)),
    field("envelope", Role::State, "The rest of the envelope's id: one for each recipient.")
        .shape(Shape::HexOf(8)),
    field("client", Role::Client, "The address of the client; `local` for a program on this server."),
    field("host", Role::Host, "The name of the client by reverse DNS.").datum(Datum::ClientName),
    field("cipher", Role::State, "How the connection is encrypted."),
    field("user", Role::User, "The account that was used to log in.").shape(Shape::Hostile),
    field("mailbox", Role::User, "The system user whose mailbox it is."),
    field("size", Role::Bytes, "The size of the message: { byte}."),
    field("count", Role::Count, "How many there are."),
    field("proto", Role::State, "The protocol: SMTP, or ESMTP with extensions."),
    field("from", Role::Sender, "The envelope sender. It is empty for a notice."),
    field("to", Role::Recipient, "The recipient, as the server knows it after its aliases."),
    field(
        "rcpt",
        Role::OriginalRecipient,
        "The address that the message was sent to, before the server's aliases.",
    )
    .shape(Shape::Mailbox),
    field("command", Role::Text, "The command that the client sent. An empty one: the connection itself.")
        .shape(Shape::Hostile),
    field("later", Role::Code, "The reply code that the client got. 4xx: try again later.")
        .shape(Shape::CodeOf(4)),
    field("never", Role::Code, "The reply code that the client got. 5xx: do not try again.")
        .shape(Shape::CodeOf(5)),
    field("status", Role::Status, "The enhanced status code: a finer reason than the reply code."),
    field("reason", Role::Text, "Why, in the words of the server.").shape(Shape::Reason),
    field("source", Role::Ip, "The address that this server sent from.").shape(Shape::Word),
    field("relay", Role::Remote, "The server that the message was handed to, or should be.")
        .shape(Shape::Text),
    field("delay", Role::Duration, "How long the message had been on this server."),
    field("reply", Role::Reply, "The other server's answer, or what went wrong on the way to it.")
        .shape(Shape::Hostile),
    field("stat", Role::Reply, "What became of it.").shape(Shape::Hostile),
    field("end", Role::State, "How the connection ended."),
    field("remote", Role::Remote, "The server that this one connects to.").shape(Shape::Word),
    field("name", Role::Remote, "The name of the server that this one connects to."),
    field("text", Role::Text, "What happened, in the server's words."),
    field("result", Role::State, "Whether the certificate could be checked.").shape(Shape::Text),
    field("route", Role::Text, "The way that is not used for a while.").shape(Shape::Text),
    field("version", Role::State, "The version of the server."),
];

const WORDS: &[Word] = &[
    word("mta", "The part that sends to other servers."),
    word("rcpt=<->", "The recipient is the address that the message was sent to."),
    word("mda", "The part that delivers to mailboxes on this server."),
    word("evpid", "The id of the envelope: the message's id, and eight digits for the recipient."),
    word("TempFail", "It did not work this time. OpenSMTPD tries again."),
    word("PermFail", "It failed permanently. The sender gets a notice."),
    word("Ok", "It worked."),
];

const PATTERNS: &[Pattern] = &[
    line("connected", "{session} smtp connected address={client} host={host}")
        .says("A client connected from {client}.")
        .effect(Effect::Birth(Connection))
        .tie(Tie::Known(Role::Client))
        .samples(&[
            "5df87c903d709659 smtp connected address=203.0.113.9 host=mail.freshmail.example",
            "5df87c903d709659 smtp connected address=[2001:db8::7] host=<unknown>",
        ]),
    line("connected-local", "{session} smtp connected address=local host={host}")
        .says("A program on this server began to submit mail.")
        .effect(Effect::Birth(Connection))
        .samples(&["5df87c903d709659 smtp connected address=local host=mx.shop.example"]),
    line("encrypted", "{session} smtp tls ciphers={cipher}")
        .says("The connection is encrypted now.")
        .effect(Effect::Part(Connection))
        .samples(&["5df87c903d709659 smtp tls ciphers=TLSv1.3:TLS_AES_256_GCM_SHA384:256"]),
    line("client-certificate", "{session} smtp cert-check result=\"{result}\"{? {text}}")
        .says("The client showed a certificate.")
        .effect(Effect::Part(Connection))
        .samples(&["5df87c903d709659 smtp cert-check result=\"unchecked\" fingerprint=\"SHA256:ab\""]),
    line("logged-in", "{session} smtp authentication user={user} result=ok")
        .says("{user} logged in.")
        .level(Level::Success)
        .effect(Effect::Part(Connection))
        .samples(&["5df87c903d709659 smtp authentication user=ana@shop.example result=ok"]),
    line("login-refused", "{session} smtp authentication user={user} result=permfail")
        .says("The server did not accept the username or the password of {user}.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&["5df87c903d709659 smtp authentication user=ana@shop.example result=permfail"]),
    line("login-impossible", "{session} smtp authentication user={user} result=tempfail")
        .says("The server could not check the password of {user}.")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .helps(OurServer, &[("See whether the table of accounts can be read:", "smtpd -n; smtpctl show status")])
        .samples(&["5df87c903d709659 smtp authentication user=ana@shop.example result=tempfail"]),
    line("taken", "{session} smtp message msgid={taken} size={size} nrcpt={count} proto={proto}")
        .says("A message of {size byte} for {count recipient} was taken over the connection.")
        .effect(Effect::Part(Connection))
        .tie(Tie::Made(Role::OtherMessage, Led::Message))
        .samples(&["5df87c903d709659 smtp message msgid=f6e94209 size=1118 nrcpt=1 proto=ESMTP"])
        .reads(&[
            Of(Connection, "5df87c903d709659"),
            Says("A message of 1,118 bytes for 1 recipient was taken over the connection."),
        ]),
    line("envelope", "{session} smtp envelope evpid={msgid}{envelope} from=<{from}> to=<{to}>")
        .says("The message from {from} to {to} is in the queue.")
        .key(Role::Message)
        .effect(Effect::Early(Message))
        .samples(&["5df87c903d709659 smtp envelope evpid=f6e94209918f7e7b from=<ana@shop.example> to=<ben@client.example>"])
        .reads(&[
            Value("msgid", "f6e94209"),
            Value("envelope", "918f7e7b"),
            Of(Message, "f6e94209"),
            Came(Outcome::Open),
        ]),
    line("refused-later", "{session} smtp failed-command command=\"{command}\" result=\"{later} {?{status} }{reason}\"")
        .says("The server refused this for now and asked the client to try again later.")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .samples(&["5df87c903d709659 smtp failed-command command=\"DATA\" result=\"451 Try again later\""]),
    line("refused-recipient", "{session} smtp failed-command command=\"{command}\" result=\"{never} {?{status} }Invalid recipient{?: {text}}\"")
        .says("The server refused the recipient: no rule (match) in its settings accepts mail for that address from this client, or the address is unknown to it.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .helps(OurServer, &[
            ("See which rule fits; one without from covers this machine alone. A device of the own network that sends to others needs “from src” with its network and “for any” (as in: match from src 192.168.1.0/24 for any action \"relay\"), or a login (“match auth from any for any”). Mail from outside needs “from any” and “for domain”, since “for local” covers the machine's own names alone.", "grep -n match /etc/smtpd.conf /etc/mail/smtpd.conf; smtpd -n"),
            ("If the address doesn't exist here, the sender must correct it.", ""),
        ])
        .samples(&["5df87c903d709659 smtp failed-command command=\"RCPT TO:<ben@client.example> \" result=\"550 Invalid recipient: <ben@client.example>\""]),
    line("refused", "{session} smtp failed-command command=\"{command}\" result=\"{never} {?{status} }{reason}\"")
        .says("The server refused this permanently.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .samples(&[
            "5df87c903d709659 smtp failed-command command=\"\" result=\"550 no rDNS please fix\"",
        ]),
    line("bad-input", "{session} smtp bad-input result=\"{never} {?{status} }{reason}\"")
        .says("The client sent what is no command.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .samples(&["5df87c903d709659 smtp bad-input result=\"500 5.5.1 Invalid command: Pipelining not supported\""]),
    line("disconnected", "{session} smtp disconnected reason={end}")
        .says("The connection was closed.")
        .effect(Effect::End(Connection))
        .samples(&["5df87c903d709659 smtp disconnected reason=quit", "5df87c903d709659 smtp disconnected reason=tls-accept-failed"]),
    line("sent", "{session} mta delivery evpid={msgid}{envelope} from=<{from}> to=<{to}> rcpt=<{?-}{?{rcpt}}> source=\"{source}\" relay=\"{relay}\" delay={delay} result=\"Ok\" stat=\"{reply}\"")
        .says("The server of {to} accepted the message.")
        .level(Level::Success)
        .key(Role::Message)
        .effect(Effect::Attempt(Success))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["5df87c9ffd0e785d mta delivery evpid=f6e94209918f7e7b from=<ana@shop.example> to=<ben@client.example> rcpt=<-> source=\"192.0.2.1\" relay=\"192.0.2.25 (mx.client.example)\" delay=2s result=\"Ok\" stat=\"250 2.0.0 Ok: queued as 4F3D21\""])
        .reads(&[
            Value("session", "5df87c9ffd0e785d"),
            Value("to", "ben@client.example"),
            Value("reply", "250 2.0.0 Ok: queued as 4F3D21"),
            Of(Message, "f6e94209"),
            Came(Outcome::Delivered),
        ]),
    line("deferred", "{session} mta delivery evpid={msgid}{envelope} from=<{from}> to=<{to}> rcpt=<{?-}{?{rcpt}}> source=\"{source}\" relay=\"{relay}\" delay={delay} result=\"TempFail\" stat=\"{reply}\"")
        .says("It did not work this time for {to}. OpenSMTPD tries again.")
        .level(Temporary)
        .key(Role::Message)
        .effect(Effect::Attempt(Deferral))
        .facts(&[(Role::Channel, "remote")])
        .samples(&[
            "5df87c9ffd0e785d mta delivery evpid=f6e94209918f7e7b from=<ana@shop.example> to=<ben@client.example> rcpt=<-> source=\"192.0.2.1\" relay=\"192.0.2.25 (mx.client.example)\" delay=2s result=\"TempFail\" stat=\"451 4.7.1 Greylisted, try again in 5 minutes\"",
            "0000000000000000 mta delivery evpid=f6e94209918f7e7b from=<ana@shop.example> to=<ben@client.example> rcpt=<-> source=\"-\" relay=\"client.example\" delay=1h2m result=\"TempFail\" stat=\"Network error on destination MXs\"",
        ]),
    line("failed", "{session} mta delivery evpid={msgid}{envelope} from=<{from}> to=<{to}> rcpt=<{?-}{?{rcpt}}> source=\"{source}\" relay=\"{relay}\" delay={delay} result=\"PermFail\" stat=\"{reply}\"")
        .says("The message could not be delivered to {to}.")
        .level(Permanent)
        .key(Role::Message)
        .effect(Effect::Attempt(Failure))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["5df87c9ffd0e785d mta delivery evpid=f6e94209918f7e7b from=<ana@shop.example> to=<ben@client.example> rcpt=<-> source=\"192.0.2.1\" relay=\"192.0.2.25 (mx.client.example)\" delay=1s result=\"PermFail\" stat=\"550 5.1.1 <ben@client.example>: Recipient address rejected: User unknown\""])
        .reads(&[Of(Message, "f6e94209"), Came(Outcome::Failed)]),
    line("stored", "{session} mda delivery evpid={msgid}{envelope} from=<{from}> to=<{to}> rcpt=<{?-}{?{rcpt}}> user={mailbox} delay={delay} result=Ok stat={stat}")
        .says("Delivered to the mailbox of {to}.")
        .level(Level::Success)
        .key(Role::Message)
        .effect(Effect::Attempt(Success))
        .facts(&[(Role::Channel, "local")])
        .samples(&["5df87c9250bba470 mda delivery evpid=c405e39ad6bbc64f from=<ana@shop.example> to=<ben@client.example> rcpt=<ben@client.example> user=ben delay=0s result=Ok stat=Delivered"]),
    line("not-stored-now", "{session} mda delivery evpid={msgid}{envelope} from=<{from}> to=<{to}> rcpt=<{?-}{?{rcpt}}> user={mailbox} delay={delay} result=TempFail stat={stat}")
        .says("It could not be put into the mailbox of {to} this time. OpenSMTPD tries again.")
        .level(Temporary)
        .key(Role::Message)
        .effect(Effect::Attempt(Deferral))
        .facts(&[(Role::Channel, "local")])
        .samples(&["5df87c9250bba470 mda delivery evpid=c405e39ad6bbc64f from=<ana@shop.example> to=<ben@client.example> rcpt=<ben@client.example> user=ben delay=0s result=TempFail stat=Error (mail.maildir: cannot open: No space left on device)"]),
    line("not-stored", "{session} mda delivery evpid={msgid}{envelope} from=<{from}> to=<{to}> rcpt=<{?-}{?{rcpt}}> user={mailbox} delay={delay} result=PermFail stat={stat}")
        .says("It could not be put into the mailbox of {to}.")
        .level(Permanent)
        .key(Role::Message)
        .effect(Effect::Attempt(Failure))
        .facts(&[(Role::Channel, "local")])
        .samples(&["5df87c9250bba470 mda delivery evpid=c405e39ad6bbc64f from=<ana@shop.example> to=<ben@client.example> rcpt=<ben@client.example> user=ben delay=0s result=PermFail stat=Error (child returned 1)"]),
    line("connecting", "{session} mta connecting address={remote} host={name}")
        .says("The server connects to {name}.")
        .effect(Effect::Ahead)
        .samples(&["5df87c9ffd0e785d mta connecting address=smtp://192.0.2.25:25 host=mx.client.example"]),
    line("reached", "{session} mta connected")
        .says("The other server answered.")
        .effect(Effect::Ahead)
        .samples(&["5df87c9ffd0e785d mta connected"]),
    line("encrypted-out", "{session} mta tls ciphers={cipher}")
        .says("The connection to the other server is encrypted.")
        .effect(Effect::Ahead)
        .samples(&["5df87c9ffd0e785d mta tls ciphers=TLSv1.3:TLS_AES_256_GCM_SHA384:256"]),
    line("server-certificate", "{session} mta {?server-}cert-check result=\"{result}\"{? {text}}")
        .says("The certificate of the other server was checked: {result}.")
        .effect(Effect::Ahead)
        .samples(&["5df87c9ffd0e785d mta cert-check result=\"unverified\" fingerprint=\"SHA256:ab\"", "5df87c9ffd0e785d mta server-cert-check result=\"success\""]),
    line("error-out", "{session} mta error reason={text}")
        .says("The connection to the other server failed: {text}.")
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["5df87c9ffd0e785d mta error reason=Connection closed unexpectedly"]),
    line("disconnected-out", "{session} mta disconnected reason={end} messages={count}")
        .says("The connection to the other server was closed, after {count message}.")
        .effect(Effect::Behind)
        .samples(&["5df87c9ffd0e785d mta disconnected reason=quit messages=1"])
        .reads(&[
            Value("count", "1"),
            Says("The connection to the other server was closed, after 1 message."),
        ]),
    line("session-error", "smtp-out: Error on session {session}{? after {count} message{?s} sent}: {text}")
        .says("A connection to another server failed{? after {count message}}: {text}.")
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["smtp-out: Error on session 5df87c9ffd0e785d after 2 messages sent: Connection closed unexpectedly"]),
    line("route-disabled", "smtp-out: Disabling route {route} for {delay}")
        .sign(Sign::RouteDisabled)
        .says("OpenSMTPD does not use this way for a while, because it failed: {route}.")
        .level(Warning)
        .samples(&["smtp-out: Disabling route [] <-> 192.0.2.25 (mx.client.example) for 15s"]),
    line("route-enabled", "smtp-out: Enabling route {route}")
        .says("OpenSMTPD uses this way again: {route}.")
        .samples(&["smtp-out: Enabling route [] <-> 192.0.2.25 (mx.client.example)"]),
    line("no-route", "smtp-out: No valid route for {route}")
        .says("OpenSMTPD found no way to send: {route}.")
        .level(Warning)
        .samples(&["smtp-out: No valid route for [connector:[]->[relay:client.example,smtp],0x0]"]),
    line("started", "info: OpenSMTPD {version} starting")
        .says("The mail server started, version {version}.")
        .samples(&["info: OpenSMTPD 7.4.0p1 starting"]),
];
