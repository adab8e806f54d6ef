//! `lsof -i`: which programs hold which network connections on a server. One row is one open connection
//! of one process, or one port on which it waits for callers.
//!
//! Without `-n -P` names stand for numbers: smtp is 25, submission 587, smtps or submissions 465. Without
//! root rights only one's own processes are shown; an empty answer then proves nothing.

use super::{
    Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, Sign, Word, field, line, word,
};
use crate::vocabulary::Level::{Permanent, Warning};
use crate::vocabulary::TraceType::Connection;

/// What lsof shows of connections.
pub static FORMAT: Format = Format {
    id: "lsof",
    title: "lsof -i, which lists the network connections of a server",
    found_in: &["a terminal"],
    sources: &["lsof 4.95 manual"],
    place: Place::Document(Connection),
    kind: FormatKind::Inspection,
    realm: "sockets",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Where a list can begin, and where its rows stand.
const ROWS: &[Part] = &[Part::Outside, Part::Rows, Part::Closed, Part::Talk, Part::Calling, Part::Text];

const FIELDS: &[Field] = &[
    field("prompt", Role::Keyword, "The prompt of the terminal.").shape(Shape::Prompt),
    field("arguments", Role::Text, "What lsof was asked for."),
    field("columns", Role::Text, "The other columns.").shape(Shape::Text),
    field("command", Role::Program, "The program, its first nine letters."),
    field("pid", Role::Pid, "The number of the process."),
    field("user", Role::User, "The system user that the program runs as.").shape(Shape::Word),
    field(
        "fd",
        Role::State,
        "The number under which the process holds the connection, with u for reading and writing. One connection can be listed several times.",
    ),
    field("version", Role::State, "IPv4 or IPv6.").shape(Shape::Number),
    field(
        "device",
        Role::Text,
        "A number inside the system: rows with the same one are the same connection.",
    )
    .shape(Shape::Word),
    field("size", Role::Text, "Without meaning for connections.").shape(Shape::Word),
    field("local", Role::Host, "The address and port on this server. An asterisk means all addresses."),
    field("remote", Role::Remote, "The address and port at the other end.").shape(Shape::Word),
    field("state", Role::State, "The state of the connection.").shape(Shape::Name).values(WORDS),
    field("gap", Role::Keyword, "White space between two columns.").shape(Shape::Space),
];

/// The words of lists of connections: columns, protocols, and the states (RFC 9293) as lsof, netstat and ss
/// write them.
pub(super) const WORDS: &[Word] = &[
    word("COMMAND", "The program."),
    word("PID", "The number of the process."),
    word("USER", "The system user that the program runs as."),
    word("FD", "The number under which the process holds the connection."),
    word("NODE", "The protocol: TCP or UDP."),
    word("NAME", "The two ends of the connection, and its state."),
    word("TCP", "The protocol of all mail connections."),
    word("tcp", "The protocol of all mail connections."),
    word("LISTEN", LISTEN),
    word("ESTABLISHED", ESTABLISHED),
    word("ESTAB", ESTABLISHED),
    word("SYN_SENT", SYN_SENT),
    word("SYN-SENT", SYN_SENT),
    word("SYN_RECV", SYN_RECV),
    word("SYN-RECV", SYN_RECV),
    word("CLOSE_WAIT", CLOSE_WAIT),
    word("CLOSE-WAIT", CLOSE_WAIT),
    word("TIME_WAIT", TIME_WAIT),
    word("TIME-WAIT", TIME_WAIT),
    word("FIN_WAIT1", FIN_WAIT1),
    word("FIN-WAIT-1", FIN_WAIT1),
    word("FIN_WAIT2", FIN_WAIT2),
    word("FIN-WAIT-2", FIN_WAIT2),
    word("LAST_ACK", LAST_ACK),
    word("LAST-ACK", LAST_ACK),
    word("CLOSING", "Both ends are closing the connection."),
];
const LISTEN: &str = "The program is listening.";
const ESTABLISHED: &str = "The connection stands.";
const SYN_SENT: &str = "This server called and has no answer yet: often a firewall that swallows the call.";
const SYN_RECV: &str = "Someone called and the greeting of the two systems is not complete.";
const CLOSE_WAIT: &str =
    "The other end has hung up, but the program here has not noticed: many of them mean that it is stuck.";
const TIME_WAIT: &str = "The connection is over and is forgotten shortly.";
const FIN_WAIT1: &str = "The connection is being closed from this side.";
const FIN_WAIT2: &str = "The connection is being closed; the other end has not done its part.";
const LAST_ACK: &str = "The connection is almost closed.";

const PATTERNS: &[Pattern] = &[
    line("command", "{?{prompt}}{?sudo }lsof {arguments}")
        .says("Someone asked which programs hold network connections.")
        .within(ROWS)
        .effect(Effect::Birth(Connection))
        .then(Part::Rows)
        .samples(&["$ lsof -i :25", "anna@web:~$ sudo lsof -nP -i :25", "[root@host ~]# lsof -nP -i :25", "# lsof -i :25", "lsof -i :587"]),
    line("heading", "COMMAND{gap}PID{columns}NODE NAME")
        .says("The names of the columns.")
        .within(ROWS)
        .effect(Effect::Early(Connection))
        .then(Part::Rows)
        .samples(&["COMMAND PID        USER   FD   TYPE DEVICE SIZE/OFF NODE NAME"]),
    line("listening", "{command}{gap}{pid}{gap}{user}{gap}{fd}{gap}IPv{version}{gap}{device}{gap}{size}{gap}TCP {local} (LISTEN)")
        .sign(Sign::Listening)
        .says("The program {command} is listening at {local}.")
        .within(ROWS)
        .effect(Effect::Part(Connection))
        .then(Part::Rows)
        .samples(&["exim4    95 Debian-exim    4u  IPv4 405049      0t0  TCP server1.hostco.example:smtp (LISTEN)", "master  1201 root   13u  IPv4  20123      0t0  TCP *:25 (LISTEN)"]),
    line("unanswered", "{command}{gap}{pid}{gap}{user}{gap}{fd}{gap}IPv{version}{gap}{device}{gap}{size}{gap}TCP {local}->{remote} (SYN_SENT)")
        .sign(Sign::Unanswered)
        .says("The program {command} calls {remote} and has no answer yet.")
        .within(ROWS)
        .effect(Effect::Part(Connection))
        .then(Part::Rows)
        .level(Permanent)
        .samples(&["smtp    2312 postfix   14u  IPv4  30211      0t0  TCP 192.0.2.1:40112->192.0.2.25:25 (SYN_SENT)"]),
    line("left-open", "{command}{gap}{pid}{gap}{user}{gap}{fd}{gap}IPv{version}{gap}{device}{gap}{size}{gap}TCP {local}->{remote} (CLOSE_WAIT)")
        .sign(Sign::LeftOpen)
        .says("The other end, {remote}, has hung up, but {command} has not noticed.")
        .within(ROWS)
        .effect(Effect::Part(Connection))
        .then(Part::Rows)
        .level(Warning)
        .samples(&["imap     812 vmail   14u  IPv4  30211      0t0  TCP 192.0.2.1:143->192.0.2.7:51001 (CLOSE_WAIT)"]),
    line("connection", "{command}{gap}{pid}{gap}{user}{gap}{fd}{gap}IPv{version}{gap}{device}{gap}{size}{gap}TCP {local}->{remote} ({state})")
        .says("The program {command} has a connection between {local} and {remote}.")
        .within(ROWS)
        .effect(Effect::Part(Connection))
        .then(Part::Rows)
        .samples(&["exim4   388 Debian-exim    7u  IPv4 406299      0t0  TCP server1.hostco.example:smtp->dsl-101.isp.example:49281 (ESTABLISHED)"]),
];
