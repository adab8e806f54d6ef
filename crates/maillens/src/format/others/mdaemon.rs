//! `MDaemon`: the logs of its SMTP sessions, as they are shown on its screen. Each session is told line by line.

use super::{Field, Format, Pattern, Place, Role, Shape, Sign, field, on_screen};
use crate::vocabulary::Level::{Permanent, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What it writes.
pub static FORMAT: Format = Format {
    id: "mdaemon",
    title: "the mail server MDaemon",
    found_in: &["MDaemon\\Logs: SMTP-(out), SMTP-(in)", "the message router's tabs"],
    sources: &[
        "MDaemon help: Logging; MDaemon knowledge base on SMTP session logs",
        "Windows Sockets error codes",
    ],
    place: Place::Document(Dialogue),
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("weekday", Role::Time, "The day of the week.").shape(Shape::Name),
    field("date", Role::Time, "The date.").shape(Shape::Word),
    field("clock", Role::Time, "The time, with thousandths of a second.").shape(Shape::Word),
    field("session", Role::State, "The number of the session.").shape(Shape::Word),
    field("child", Role::State, "The number of its process.").shape(Shape::Word),
    field("path", Role::Path, "The file of the message.").shape(Shape::Text),
    field("sender", Role::Sender, "The sender.").shape(Shape::Text),
    field("recipient", Role::Recipient, "The recipient.").shape(Shape::Text),
    field("subject", Role::Subject, "The subject."),
    field("bytes", Role::Bytes, "The size: { byte}."),
    field("domain", Role::Host, "The domain that was looked up.").shape(Shape::Word),
    field("server", Role::Text, "The DNS server.").shape(Shape::Text),
    field("host", Role::Host, "The mail server.").shape(Shape::Word),
    field("remote", Role::Remote, "The address that was called.").shape(Shape::Ip),
    field("port", Role::Port, "The port."),
    field("code", Role::Count, "The number of the error of Windows.").shape(Shape::Number),
    field("text", Role::Text, "What it says."),
    field("command", Role::Text, "What was sent."),
    field("reply", Role::Reply, "What was answered."),
    field("age", Role::Duration, "How old the message is.").shape(Shape::Text),
    field("left", Role::Duration, "How long it may still wait.").shape(Shape::Text),
];

/// A line with its stamp: `Tue 2024-03-05 09:12:40.010: `; later versions add a level and the session,
/// `05: [0123456] `.
macro_rules! at {
    ($text:literal) => {
        concat!("{weekday} {date} {clock}: {?{child}: [{session}] }", $text)
    };
}

/// A line of the conversation, whose lines are read as such where a level stands in front.
macro_rules! talk {
    ($text:literal) => {
        concat!("{weekday} {date} {clock}: ", $text)
    };
}

/// What helps where no connection came about.
const NO_CONNECTION: &[(&str, &str)] = &[
    (
        "Test port 25 of the recipient's server from this one (PowerShell). If it's never reached, outgoing port 25 is blocked by the firewall or the provider: have it opened, or send through a relay (smart host) on port 587. If only this server isn't reached, theirs is down or refuses ours:",
        "Test-NetConnection {remote} -Port 25; Test-NetConnection gmail-smtp-in.l.google.com -Port 25",
    ),
    ("The message waits in the queue and is tried again, so nothing is lost yet.", ""),
];

const PATTERNS: &[Pattern] = &[
    on_screen("session", at!("Session {session}; child {child}"), "MDaemon begins the session {session}.")
        .samples(&["Tue 2024-03-05 09:12:40.010: Session 0123456; child 0001"]),
    on_screen("parsing", at!("Parsing message <{path}>"), "MDaemon reads the message that it will send.")
        .samples(&["Tue 2024-03-05 09:12:40.011: Parsing message <xxxxxxxxxxxxxxxxxxxxxx\\pd50000123.msg>"]),
    on_screen("from", at!("*  From: {sender}"), "The sender is {sender}.").samples(&["Tue 2024-03-05 09:12:40.012: *  From: anna@shop.example"]),
    on_screen("to", at!("*  To: {recipient}"), "The recipient is {recipient}.").samples(&["Tue 2024-03-05 09:12:40.012: *  To: ben@bigmail.example"]),
    on_screen("subject", at!("*  Subject: {subject}"), "The subject of the message.").samples(&["Tue 2024-03-05 09:12:40.012: *  Subject: Invoice"]),
    on_screen("size", at!("*  Size (bytes): {bytes}"), "The message has {bytes byte}.").samples(&["Tue 2024-03-05 09:12:40.012: *  Size (bytes): 14102"]),
    on_screen("resolving", at!("Resolving {?MX}{?A}{?PTR} record{?s} for {domain} (DNS Server: {server})..."), "MDaemon looks up {domain} in DNS.")
        .samples(&["Tue 2024-03-05 09:12:40.030: Resolving MX records for bigmail.example (DNS Server: 192.168.1.1)..."]),
    on_screen("answer", at!("*  P={text}MX=[{host}] {{{remote}}"), "The mail server of the domain is {host} ({remote}).")
        .samples(&["Tue 2024-03-05 09:12:40.090: *  P=010 S=000 D=bigmail.example TTL=(60) MX=[mx.bigmail.example] {198.51.100.8}"]),
    on_screen("looking-up", at!("{?MX}{?A}{?AAAA}{?PTR}-record resolution of [{domain}] in progress (DNS Server: {server})..."), "MDaemon looks up {domain} in DNS.")
        .samples(&["Tue 2024-03-05 09:12:40.030: 05: [0123456] MX-record resolution of [bigmail.example] in progress (DNS Server: 192.168.1.1)..."]),
    on_screen("answered-host", at!("*  P={text}MX=[{host}]"), "The mail server of the domain is {host}.")
        .samples(&["Tue 2024-03-05 09:12:40.090: 05: [0123456] *  P=010 S=000 D=bigmail.example TTL=(59) MX=[mx.bigmail.example]"]),
    on_screen("no-domain", at!("*  Name server reports domain name unknown"), "DNS does not know the recipient's domain, so the message can't be delivered.")
        .level(Permanent)
        .helps(Party::Sender, &[("Check the spelling of the recipient's domain; if it's right, the domain has expired or its DNS is broken.", "")])
        .samples(&["Tue 2024-03-05 09:12:40.091: 05: [0123456] *  Name server reports domain name unknown"]),
    on_screen("undeliverable", at!("*  This message is undeliverable"), "MDaemon gives the message up and writes to its sender.")
        .samples(&["Tue 2024-03-05 09:12:40.091: 05: [0123456] *  This message is undeliverable"]),
    on_screen("accepting", at!("Accepting SMTP connection from {remote}:{port} to {text}"), "The client {remote} connected.")
        .samples(&["Tue 2024-03-05 09:12:40.091: 05: [0123456] Accepting SMTP connection from 198.51.100.8:41210 to 192.0.2.8:25"]),
    on_screen("calling-bracketed", at!("Attempting SMTP connection to [{remote}:{port}]"), "MDaemon calls {remote}, port {port}.")
        .samples(&["Tue 2024-03-05 09:12:40.091: 05: [0123456] Attempting SMTP connection to [198.51.100.8:25]"]),
    on_screen("calling", at!("Attempting SMTP connection to {?[}{remote}{?]}:{port}"), "MDaemon calls {remote}, port {port}.")
        .samples(&["Tue 2024-03-05 09:12:40.091: Attempting SMTP connection to 198.51.100.8:25"]),
    on_screen("waiting", at!("Waiting for socket connection..."), "It waits for an answer.").samples(&["Tue 2024-03-05 09:12:40.092: Waiting for socket connection..."]),
    on_screen("connected", at!("*  Connection established {text}"), "The connection is there.").samples(&["Tue 2024-03-05 09:12:40.120: *  Connection established (192.168.1.2:51234 -> 198.51.100.8:25)"]),
    on_screen("timed-out", at!("*  Winsock Error 10060 {text}"), "MDaemon could not reach the recipient's mail server: the connection timed out. The message stays in the queue and is tried again.")
        .level(Warning)
        .helps(Party::OurServer, NO_CONNECTION)
        .samples(&["Tue 2024-03-05 09:13:01.120: *  Winsock Error 10060 The connection timed out."]),
    on_screen("refused", at!("*  Winsock Error 10061 {text}"), "The recipient's mail server refused the connection: nothing accepts mail on that port. The message stays in the queue and is tried again.")
        .sign(Sign::Refused)
        .level(Warning)
        .helps(Party::TheirServer, NO_CONNECTION)
        .samples(&["Tue 2024-03-05 09:13:01.120: *  Winsock Error 10061 Connection refused."]),
    on_screen("broken", at!("*  Winsock Error {?10053}{?10054} {text}"), "The connection to the recipient's mail server broke off. The message stays in the queue and is tried again.")
        .level(Warning)
        .helps(Party::TheirServer, NO_CONNECTION)
        .samples(&["Tue 2024-03-05 09:13:01.120: *  Winsock Error 10054 Connection was reset by the peer!"]),
    on_screen("no-address", at!("*  Winsock Error 11001 {text}"), "The name of the recipient's mail server isn't in DNS.")
        .level(Warning)
        .helps(Party::Dns, &[("Look the domain up; if it's right, its DNS administrator must correct the MX record:", "nslookup -type=mx {domain}")])
        .samples(&["Tue 2024-03-05 09:13:01.120: *  Winsock Error 11001 Host not found."]),
    on_screen("error", at!("*  Winsock Error {code} {text}"), "The network of this server reports an error ({code}): {text}.")
        .level(Warning)
        .loose()
        .helps(Party::OurServer, NO_CONNECTION)
        .samples(&["Tue 2024-03-05 09:13:01.120: *  Winsock Error 10051 Network is unreachable."]),
    on_screen("sent", talk!("--> {command}"), "MDaemon sent this.").samples(&["Tue 2024-03-05 09:13:01.120: --> EHLO mail.shop.example"]),
    on_screen("refused-by-reply", talk!("<-- 5{reply}"), "The other server refused: \"5{reply}\".")
        .sign(Sign::Refused)
        .level(Permanent)
        .samples(&["Tue 2024-03-05 09:13:01.120: <-- 550 5.1.1 User unknown"]),
    on_screen("answered", talk!("<-- {reply}"), "The other server answered: \"{reply}\".").loose().samples(&["Tue 2024-03-05 09:13:01.120: <-- 250 OK"]),
    on_screen("age", at!("*  This message is {age} old; it has {left} left in this queue"), "The message is {age} old and is tried for {left} more.")
        .samples(&["Tue 2024-03-05 09:13:01.121: *  This message is 2 minutes old; it has 58 minutes left in this queue"]),
    on_screen("ended", at!("SMTP session {?terminated}{?successful} (Bytes in/out: {text})"), "The session ended.")
        .samples(&["Tue 2024-03-05 09:13:01.122: SMTP session terminated (Bytes in/out: 0/0)", "Tue 2024-03-05 09:13:01.122: SMTP session successful (Bytes in/out: 412/14803)"]),
    on_screen("note", at!("*  {text}"), "MDaemon notes: {text}.").loose().samples(&["Tue 2024-03-05 09:13:01.122: *  DKIM signature added"]),
];
