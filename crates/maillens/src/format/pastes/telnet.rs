//! telnet and nc: what these programs say about the connection, around the conversation itself.

use super::{Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Info, Permanent, Success};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What telnet says.
pub static FORMAT: Format = Format {
    id: "telnet",
    title: "telnet, with which a connection is tried by hand",
    found_in: &["a terminal"],
    sources: &["inetutils 2.4 telnet", "netkit telnet 0.17", "Windows telnet", "OpenBSD nc"],
    place: Place::Document(Dialogue),
    kind: FormatKind::Telnet,
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Where a call can begin.
const BEGIN: &[Part] = &[
    Part::Outside,
    Part::Calling,
    Part::Talk,
    Part::Mailbox,
    Part::Secret,
    Part::Content,
    Part::Certificate,
    Part::Closed,
    Part::Text,
    Part::Rows,
];
/// Where a call goes on.
const CALL: &[Part] = &[
    Part::Outside,
    Part::Calling,
    Part::Talk,
    Part::Mailbox,
    Part::Secret,
    Part::Content,
    Part::Certificate,
    Part::Closed,
];

const FIELDS: &[Field] = &[
    field("prompt", Role::Keyword, "The prompt of the terminal.").shape(Shape::Text),
    field("host", Role::Host, "The server that was called.").shape(Shape::Text),
    field("server", Role::Host, "The server that was called.").shape(Shape::Word),
    field("port", Role::State, "The port: 25 is for mail between servers, 587 and 465 for email apps.")
        .shape(Shape::Word),
    field("ip", Role::Remote, "The address of the server.").shape(Shape::Ip),
    field("error", Role::Text, "Why it did not work, in the words of the program."),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
];

/// A call that is beginning.
const fn call(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("Someone called the server {host} by hand.")
        .within(BEGIN)
        .effect(Effect::Birth(Dialogue))
        .then(Part::Calling)
}

/// A call that did not come to anything.
const fn failed(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template)
        .says(says)
        .within(CALL)
        .effect(Effect::End(Dialogue))
        .level(Permanent)
        .then(Part::Closed)
}

const PATTERNS: &[Pattern] = &[
    call("command", "telnet {?-{error} }{server} {port}")
        .says("Someone called the server {server} by hand.")
        .samples(&["telnet mx.shop.example 25"]),
    call("command-after-prompt", "{prompt}$ telnet {host}{? {port}}")
        .samples(&["$ telnet mx.shop.example 25", "anna@web:~$ telnet mx.shop.example 25"]),
    call("command-of-root", "{prompt}# telnet {host}{? {port}}")
        .samples(&["[root@host ~]# telnet server1.hostco.example 25"]),
    call("command-of-windows", "{prompt}>telnet {host}{? {port}}")
        .samples(&["C:\\Users\\anna>telnet mx.shop.example 25"]),
    call("nc-command", "{prompt}$ nc {?-{error} }{host} {port}").samples(&["$ nc mx.shop.example 25"]),
    call("nc-command-of-root", "{prompt}# nc {?-{error} }{host} {port}").samples(&["# nc -v mx.shop.example 25"]),
    line("trying", "Trying {ip}...")
        .sign(Sign::Calling)
        .says("The client called the address {ip}.")
        .within(BEGIN)
        .effect(Effect::Early(Dialogue))
        .then(Part::Calling)
        .samples(&["Trying 127.0.40.1..."]),
    line("connected", "Connected to {host}.")
        .sign(Sign::Connected)
        .says(
            "The server {host} answered the call: name lookup and network work, and something listens there.",
        )
        .within(CALL)
        .effect(Effect::Part(Dialogue))
        .then(Part::Talk)
        .samples(&["Connected to server1.hostco.example."]),
    line("escape", "Escape character is '^]'.")
        .says("The program telnet is ready. The greeting of the server, with 220 in front, should come next.")
        .within(CALL)
        .effect(Effect::Part(Dialogue))
        .then(Part::Talk)
        .samples(&["Escape character is '^]'."]),
    line("nc-connected", "Connection to {host} {port} port [tcp/{error}] succeeded!")
        .sign(Sign::Connected)
        .says("The server answered the call on port {port}: {host}.")
        .level(Success)
        .within(BEGIN)
        .effect(Effect::Part(Dialogue))
        .then(Part::Talk)
        .samples(&["Connection to mx.shop.example 25 port [tcp/smtp] succeeded!"]),
    line("ncat-connected", "Ncat: Connected to {ip}:{port}.")
        .says("The server answered the call on port {port}: {ip}.")
        .level(Success)
        .within(BEGIN)
        .effect(Effect::Part(Dialogue))
        .then(Part::Talk)
        .samples(&["Ncat: Connected to 192.0.2.25:25."]),
    failed("ncat-failed", "Ncat: {error}.", "The call failed: {error}.")
        .helps(Party::TheirServer, &[("Try the same from another network. If it works there, a firewall or the provider on this side blocks it; if not, the server is down or turns connections away.", "")])
        .loose()
        .samples(&["Ncat: No route to host.", "Ncat: Connection refused."]),
    failed("closed", "Connection closed by foreign host.", "The server closed the connection.")
        .sign(Sign::Closed)
        .level(Info)
        .samples(&["Connection closed by foreign host."]),
    failed(
        "refused",
        "telnet: Unable to connect to remote host: Connection refused",
        "The server refused the connection: nothing listens on that port, or a firewall turns clients away.",
    )
    .sign(Sign::Refused)
    .samples(&["telnet: Unable to connect to remote host: Connection refused"]),
    failed(
        "timed-out",
        "telnet: Unable to connect to remote host: Connection timed out",
        "Nobody answered: a firewall swallows the call. Many providers block outgoing port 25.",
    )
    .samples(&["telnet: Unable to connect to remote host: Connection timed out"]),
    failed(
        "no-route",
        "telnet: Unable to connect to remote host: No route to host",
        "The server cannot be reached: there is no way to its network, or a firewall says so.",
    )
    .samples(&["telnet: Unable to connect to remote host: No route to host"]),
    failed(
        "not-connected",
        "telnet: Unable to connect to remote host: {error}",
        "The connection did not work: {error}.",
    )
    .samples(&["telnet: Unable to connect to remote host: Network is unreachable"]),
    failed(
        "address-refused",
        "telnet: connect to address {ip}: {error}",
        "The connection to {ip} did not work: {error}.",
    )
    .sign(Sign::Refused)
    .samples(&["telnet: connect to address 192.0.2.25: Connection refused"]),
    failed(
        "windows-not-connected",
        "Could not open connection to the host, on port {port}: {error}",
        "The connection to port {port} did not work: {error}.",
    )
    .samples(&["Could not open connection to the host, on port 25: Connect failed"]),
    failed(
        "windows-connecting",
        "Connecting To {host}...Could not open connection to the host, on port {port}: {error}",
        "The connection to {host} on port {port} did not work: {error}.",
    )
    .samples(&[
        "Connecting To mx.shop.example...Could not open connection to the host, on port 25: Connect failed",
    ]),
    failed(
        "name-unknown",
        "Server lookup failure:{gap}{host}:{port}, {error}",
        "DNS does not know the server {host}: {error}.",
    )
    .sign(Sign::NameUnknown)
    .samples(&["Server lookup failure:  mx.no-such-domain.example:25, Name or service not known"]),
    failed(
        "name-unknown-netkit",
        "telnet: could not resolve {host}/{port}: {error}",
        "DNS does not know the server {host}: {error}.",
    )
    .sign(Sign::NameUnknown)
    .samples(&["telnet: could not resolve mx.no-such-domain.example/25: Name or service not known"]),
    failed("name-unknown-here", "{host}: Unknown host", "DNS does not know the server {host}.")
        .sign(Sign::NameUnknown)
        .within(&[Part::Calling])
        .samples(&["mx.no-such-domain.example: Unknown host"]),
];
