//! Haraka: a mail server in JavaScript. Each line has its level, the id of the connection with the number of the message on
//! it, and the part that writes: `[INFO] [UUID.1] [core] …`.

use super::{Datum, Effect, Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Success};
use crate::vocabulary::Level::{self, Permanent, Temporary};
use crate::vocabulary::Party::{self, OurServer};
use crate::vocabulary::TraceType::Connection;

/// What Haraka writes.
pub static FORMAT: Format = Format {
    id: "haraka",
    title: "the mail server Haraka",
    found_in: &["/var/log/haraka.log", "journalctl -u haraka"],
    sources: &["Haraka 2.8 logger.js, connection.js, plugins.js, outbound/hmail.js"],
    programs: &["haraka"],
    own_log: true,
    realm: "haraka",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("level", Role::State, "How serious the line is.").shape(Shape::Name),
    field("errno", Role::State, "What the system says: ECONNREFUSED means that nothing listens there, ETIMEDOUT that nothing answered.").shape(Shape::Name),
    field("session", Role::Session, "The id of the connection: it ties its lines together.")
        .shape(Shape::Name),
    field("n", Role::Count, "The number of the message on the connection: {}."),
    field("n2", Role::Count, "The number of the delivery of that message: {}."),
    field(
        "id",
        Role::Message,
        "The id of the connection that the message came over, with the number of the message.",
    )
    .shape(Shape::Word),
    field("plugin", Role::Program, "The part that writes.").shape(Shape::Word),
    field("hook", Role::State, "The step at which the part was asked.").shape(Shape::Word),
    field("name", Role::Program, "The part that decided.").shape(Shape::Word),
    field("params", Role::Text, "What it was asked about."),
    field("function", Role::Text, "The function in it.").shape(Shape::Word),
    field("retval", Role::State, "What it decided.").shape(Shape::Name),
    field("reason", Role::Text, "What the client was told.").shape(Shape::Reason),
    field("client", Role::Client, "The address of the client."),
    field("port", Role::Port, "The port that the client spoke from."),
    field("here", Role::Ip, "The address of this server that the client came to."),
    field("at", Role::Port, "The port that the client came to."),
    field("to", Role::Recipient, "The recipient.").shape(Shape::Address),
    field("rdns", Role::Host, "The name of the client by reverse DNS.").shape(Shape::Word),
    field("helo", Role::Host, "The name that the client gave itself in its greeting.").datum(Datum::Greeting).shape(Shape::Text),
    field(
        "more",
        Role::Text,
        "What was done over the connection: rcpts and msgs count what was accepted, deferred and refused.",
    ),
    field("domain", Role::Host, "The domain of the recipients.").shape(Shape::Text),
    field("file", Role::Path, "The file in the queue."),
    field("host", Role::Remote, "The server that the message was handed to.").shape(Shape::Text),
    field("ip", Role::Ip, "The address of that server."),
    field("reply", Role::Reply, "The other server's answer, or what went wrong.").shape(Shape::Hostile),
    field("text", Role::Text, "What it says."),
];

/// The level stands in front.
macro_rules! of {
    ($rest:literal) => {
        concat!("[{level}] ", $rest)
    };
}

/// What to try where no connection comes about.
const REACH: &[(&str, &str)] = &[
    ("From this server, see whether the other one can be reached:", "nc -vz -w 10 {ip} {port}"),
    (
        "If no server can be reached on port 25, the provider or a firewall blocks outgoing mail: have it opened, or send through a relay on port 587.",
        "",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("connected", of!("[{session}] [{plugin}] connect ip={client} port={port} local_ip={here} local_port={at}"))
        .says("A client connected from {client} to port {at}.")
        .effect(Effect::Birth(Connection))
        .samples(&["[INFO] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB] [core] connect ip=203.0.113.9 port=54321 local_ip=192.0.2.1 local_port=25"]),
    line("disconnected", of!("[{session}{?.{n}}] [{plugin}] disconnect ip={client} rdns={rdns} helo={helo} relay={more}"))
        .says("The connection was closed.")
        .effect(Effect::End(Connection))
        .samples(&["[INFO] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB.1] [core] disconnect ip=203.0.113.9 rdns=mail.shop.example helo=mail.shop.example relay=N early=N esmtp=Y tls=Y pipe=N errors=0 txns=1 rcpts=1/0/0 msgs=1/0/0 bytes=1234 lr=\"\" time=0.5"]),
    line("refused", of!("[{session}{?.{n}}] [{plugin}] hook={hook} plugin={name} function={function} params=\"{params}\" retval=DENY{?DISCONNECT} msg=\"{reason}\""))
        .says("The plugin {name} refused this permanently at the step {hook}: {reason}.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .samples(&["[INFO] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB.1] [core] hook=rcpt plugin=rcpt_to.in_host_list function=hook_rcpt params=\"<tom@shop.example>\" retval=DENY msg=\"I cannot deliver mail for <tom@shop.example>\""]),
    line("put-off", of!("[{session}{?.{n}}] [{plugin}] hook={hook} plugin={name} function={function} params=\"{params}\" retval=DENYSOFT{?DISCONNECT} msg=\"{reason}\""))
        .says("The plugin {name} refused this for now at the step {hook}: {reason}.")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .samples(&["[INFO] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB.1] [core] hook=queue plugin=queue/smtp_forward function=hook_queue params=\"\" retval=DENYSOFT msg=\"Error connecting to backend\""]),
    line("asked", of!("[{session}{?.{n}}] [{plugin}] hook={hook} plugin={name} function={function} params=\"{params}\" retval={retval} msg=\"{text}\""))
        .says("The plugin {name} was asked at the step {hook} and answered {retval}.")
        .effect(Effect::Part(Connection))
        .loose()
        .samples(&["[INFO] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB.1] [core] hook=queue plugin=queue/lmtp function=hook_queue params=\"\" retval=OK msg=\"Message Queued\""]),
    line("delivered", of!("[{id}] [outbound] delivered file={file} domain=\"{domain}\" host=\"{host}\" ip={ip} port={port} {more} response=\"{reply}\" {text}"))
        .says("The server of {domain} accepted the message.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["[INFO] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB.1.1] [outbound] delivered file=1600000000000_0_1.haraka domain=\"shop.example\" host=\"mx.shop.example\" ip=192.0.2.25 port=25 mode=\"SMTP\" tls=\"Y\" auth=\"N\" response=\"OK queued\" delay=0.5 fails=0 rcpts=1/0/0"]),
    line("not-here", of!("[{session}{?.{n}}] [core] recipient <{to}> code=DENY{?DISCONNECT} msg=\"{reason}\" sender={text}"))
        .says("The recipient {to} was refused: {reason}.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .helps(Party::Sender, &[("Check the spelling of the address with the sender; if it should exist here, add its domain to config/host_list or the mailbox to the plugin that knows them.", "")])
        .samples(&["[NOTICE] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB.1] [core] recipient <tom@shop.example> code=DENY msg=\"I cannot deliver mail for <tom@shop.example>\" sender=\"anna@club.example\""]),
    line("login-refused", of!("[{session}{?.{n}}] [core] S: 535 {reason}"))
        .says("A login was refused: the name or the password is wrong ({reason}).")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .helps(Party::Sender, &[("Correct the username and the password in the app.", "")])
        .samples(&["[PROTOCOL] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB] [core] S: 535 5.7.8 Authentication failed"]),
    line("recipient-refused", of!("[{id}] [outbound] recipient <{to}> rejected: {reply}"))
        .says("The other server refused the recipient {to}.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["[NOTICE] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB.1.1] [outbound] recipient <tom@shop.example> rejected: 550 5.1.1 User unknown"]),
    line("bouncing", of!("[{id}] [outbound] bouncing mail: Some recipients failed: {text}"))
        .says("Haraka tells the sender of the recipients that failed.")
        .samples(&["[INFO] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB.1.1] [outbound] bouncing mail: Some recipients failed: <tom@shop.example>"]),
    line("no-answer", of!("[{id}] [{plugin}] {?[outbound] }Failed to get {?pool entry}{?socket}: Outbound connection timed out to {ip}:{port}"))
        .says("Haraka got no answer from {ip} on port {port}: the connection timed out.")
        .level(Permanent)
        .helps(OurServer, REACH)
        .samples(&["[NOTICE] [-] [core] [outbound] Failed to get pool entry: Outbound connection timed out to 198.51.100.36:25"]),
    line("gave-up", of!("[{id}] [outbound] bouncing{?: }{reply}"))
        .says("Haraka gave the message up and tells the sender: {reply}.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["[INFO] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB.1.1] [outbound] bouncing: 550 5.1.1 User unknown"]),
    line("deferred", of!("[{id}] [outbound] Temp failing {file} for {more} seconds: {reply}"))
        .says("It did not work this time. Haraka tries again after {more second}.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["[INFO] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB.1.1] [outbound] Temp failing 1600000000000_0_1.haraka for 64 seconds: Tried all MXs"]),
    line("no-connection", "[ERROR] [{id}] [{plugin}] {?[outbound] }Failed to get {?pool entry}{?socket}: {?Outbound connection error: }{?Error: }connect {errno} {ip}:{port}")
        .says("Haraka got no connection to {ip} on port {port} ({errno}).")
        .level(Permanent)
        .helps(OurServer, REACH)
        .samples(&[
            "[ERROR] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB.1.1] [outbound] Failed to get socket: connect ECONNREFUSED 192.0.2.25:25",
            "[ERROR] [-] [core] [outbound] Failed to get pool entry: Outbound connection error: Error: connect ETIMEDOUT 198.51.100.36:25",
        ]),
    line("attempt", of!("[{id}] [outbound] Attempting to deliver to: {ip}:{port} ({n}) ({n2})"))
        .says("Haraka tried to deliver mail to {ip} on port {port}.")
        .effect(Effect::Aside)
        .samples(&["[INFO] [86FFA87F-9E35-4F9E-9F7A-55E52990F9A6.1.1] [outbound] Attempting to deliver to: 198.51.100.36:25 (0) (5)"]),
    line("plugin-silent", "[CRIT] [{session}{?.{n}}] [core] Plugin {name} timed out on hook {hook} - make sure it calls the callback")
        .says("The plugin {name} didn't answer in time at the step {hook}, so Haraka put the message off (450 plugin timeout). Until it answers, no message that it is asked about comes in.")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .helps(OurServer, &[
            ("See whether the service behind the plugin {name} runs and why it doesn't answer, in its own log, and start it again. Mail that was deferred then comes automatically: the senders' servers try again.", ""),
            ("If it runs and is only slow, give Haraka more patience (plugin_timeout, in seconds), or take the plugin out for now:", "cat config/plugin_timeout; grep -n {name} config/plugins"),
        ])
        .samples(&["[CRIT] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB.1] [core] Plugin clamd timed out on hook data_post - make sure it calls the callback"]),
    line("error", "[ERROR] [{session}{?.{n}}{?.{n2}}] [{plugin}] {text}")
        .says("Haraka's part {plugin} reports an error: {text}.")
        .level(Permanent)
                .loose()
        .samples(&["[ERROR] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB.1] [core] Plugin timed out"]),
    line("serious", "[CRIT] [{session}{?.{n}}{?.{n2}}] [{plugin}] {text}")
        .says("Haraka's part {plugin} reports a serious error: {text}.")
        .level(Level::Alert)
                .loose()
        .samples(&["[CRIT] [-] [core] Error: listen EADDRINUSE 0.0.0.0:25"]),
    line("warning", "[WARN] [{session}{?.{n}}{?.{n2}}] [{plugin}] {text}")
        .says("Haraka's part {plugin} warns: {text}.")
        .level(Level::Warning)
                .loose()
        .samples(&["[WARN] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB.1] [dns-list] timeout"]),
    line("other", "[{level}] [{session}{?.{n}}{?.{n2}}] [{plugin}] {text}")
        .says("Haraka's part {plugin} says: {text}.")
        .effect(Effect::Aside)
        .loose()
        .samples(&["[INFO] [5F3A0A4B-1234-4F6A-9D6A-0123456789AB.1] [spf] scope: mfrom, result: Pass, domain: shop.example"]),
];
