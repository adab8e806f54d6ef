//! `netstat` and `ss`: the network connections of a server, as `lsof -i` shows them, too. One row is one
//! connection, or one port on which a program waits for callers.
//!
//! Without root rights, or without the option `-p`, no row names its program.

use super::lsof::WORDS;
use super::{Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Permanent, Warning};
use crate::vocabulary::TraceType::Connection;

/// What netstat and ss show of connections.
pub static FORMAT: Format = Format {
    id: "netstat",
    title: "netstat or ss, which list the network connections of a server",
    found_in: &["a terminal"],
    sources: &["net-tools 2.10 netstat.c", "iproute2 6.1 ss.c"],
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
    field("arguments", Role::Text, "What the program was asked for."),
    field("columns", Role::Keyword, "The other columns.").shape(Shape::Text),
    field(
        "waiting",
        Role::Count,
        "How many bytes came that the program has not taken yet; for a port, how many clients wait.",
    ),
    field(
        "unsent",
        Role::Count,
        "How many bytes the other end has not taken yet; for a port, how many clients may wait.",
    ),
    field(
        "local",
        Role::Host,
        "The address and port on this server. An asterisk, zeros or colons mean all addresses.",
    )
    .shape(Shape::Word),
    field("any", Role::Keyword, "Callers may come from anywhere.").shape(Shape::Word),
    field("remote", Role::Remote, "The address and port at the other end.").shape(Shape::Word),
    field("peer", Role::Remote, "The address at the other end.").shape(Shape::Ip),
    field("state", Role::State, "The state of the connection.").shape(Shape::Name).values(WORDS),
    field("uid", Role::Uid, "The number of the system user that the program runs as."),
    field("inode", Role::Count, "A number inside the system.").shape(Shape::Number),
    field("pid", Role::Pid, "The number of the process."),
    field("command", Role::Program, "The program.").shape(Shape::Text),
    field("rest", Role::Keyword, "The rest of the row.").shape(Shape::Text),
    field("gap", Role::Keyword, "White space between two columns.").shape(Shape::Space),
];

/// A row of netstat: the two ends, then the state.
macro_rules! netstat {
    ($remote:literal, $state:literal) => {
        concat!(
            "tcp{?6}{gap}{waiting}{gap}{unsent}{gap}{local}{gap}",
            $remote,
            "{gap}",
            $state,
            "{?{gap}{uid}{gap}{inode}}{?{gap}-}{?{gap}{pid}/{command}}"
        )
    };
}

/// A row of ss: the state, then the two ends.
macro_rules! ss {
    ($state:literal, $remote:literal) => {
        concat!(
            "{?tcp{gap}}",
            $state,
            "{gap}{waiting}{gap}{unsent}{gap}{local}{gap}",
            $remote,
            "{?{gap}users:((\"{command}\",pid={pid},{rest}}"
        )
    };
}

/// A line of a list.
const fn row(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(ROWS).effect(Effect::Part(Connection)).then(Part::Rows)
}

const LISTENS: &str = "A program{? called {command}} is listening at {local}.";
const PATTERNS: &[Pattern] = &[
    row("command", "{?{prompt}}{?sudo }netstat -{arguments}", "Someone asked for the network connections of the server.")
        .effect(Effect::Birth(Connection))
        .samples(&["# netstat -tlnp", "$ netstat -an | grep :25"]),
    row("command-ss", "{?{prompt}}{?sudo }ss -{arguments}", "Someone asked for the network connections of the server.")
        .effect(Effect::Birth(Connection))
        .samples(&["# ss -tlnp", "$ sudo ss -tnp"]),
    row("title", "Active Internet connections ({columns})", "The title of netstat's list.")
        .effect(Effect::Early(Connection))
        .samples(&["Active Internet connections (only servers)", "Active Internet connections (servers and established)"]),
    row("heading", "Proto{gap}Recv-Q{gap}Send-Q{columns}", "The names of the columns.")
        .effect(Effect::Early(Connection))
        .samples(&["Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name"]),
    row("heading-ss", "{?Netid{gap}}{?State{gap}}Recv-Q{gap}Send-Q{columns}", "The names of the columns.")
        .effect(Effect::Early(Connection))
        .samples(&["State    Recv-Q   Send-Q     Local Address:Port     Peer Address:Port  Process", "Netid State  Recv-Q Send-Q Local Address:Port Peer Address:Port"]),
    row("listening", netstat!("{any}", "LISTEN"), LISTENS)
        .sign(Sign::Listening)
        .samples(&[
            "tcp        0      0 0.0.0.0:25              0.0.0.0:*               LISTEN      1201/master",
            "tcp6       0      0 :::25                   :::*                    LISTEN      -",
            "tcp        0      0 127.0.0.1:25            0.0.0.0:*               LISTEN",
            "tcp        0      0 0.0.0.0:993             0.0.0.0:*               LISTEN      0          20123      812/dovecot",
        ]),
    row("listening-ss", ss!("LISTEN", "{any}"), LISTENS).sign(Sign::Listening).samples(&[
        "LISTEN   0        100              0.0.0.0:25            0.0.0.0:*      users:((\"master\",pid=1201,fd=13))",
        "tcp   LISTEN 0      128          [::]:993           [::]:*",
    ]),
    row("unanswered", netstat!("{remote}", "SYN_SENT"), "This server calls {remote} and has no answer yet.")
        .sign(Sign::Unanswered)
        .level(Permanent)
        .samples(&["tcp        0      1 192.0.2.1:40112         192.0.2.25:25           SYN_SENT    2312/smtp"]),
    row("unanswered-ss", ss!("SYN-SENT", "{remote}"), "This server calls {remote} and has no answer yet.")
        .sign(Sign::Unanswered)
        .level(Permanent)
        .samples(&["SYN-SENT 0      1      192.0.2.1:40112  192.0.2.25:25    users:((\"smtp\",pid=2312,fd=14))"]),
    row("left-open", netstat!("{remote}", "CLOSE_WAIT"), "The other end, {remote}, has hung up, but the program here has not noticed.")
        .sign(Sign::LeftOpen)
        .level(Warning)
        .samples(&["tcp        1      0 192.0.2.1:143           192.0.2.7:51001         CLOSE_WAIT  812/imap"]),
    row("left-open-ss", ss!("CLOSE-WAIT", "{remote}"), "The other end, {remote}, has hung up, but the program here has not noticed.")
        .sign(Sign::LeftOpen)
        .level(Warning)
        .samples(&["CLOSE-WAIT 1    0      192.0.2.1:143    192.0.2.7:51001  users:((\"imap\",pid=812,fd=14))"]),
    row("over", netstat!("{remote}", "TIME_WAIT"), "A connection with {remote} is over; the system forgets it shortly.")
        .sign(Sign::Over)
        .samples(&["tcp        0      0 192.0.2.1:25            192.0.2.7:51001         TIME_WAIT   -"]),
    row("over-ss", ss!("TIME-WAIT", "{remote}"), "A connection with {remote} is over; the system forgets it shortly.")
        .sign(Sign::Over)
        .samples(&["TIME-WAIT 0     0      192.0.2.1:25     192.0.2.7:51001"]),
    row("connection", netstat!("{remote}", "{state}"), "There is a connection between {local} and {remote}.")
        .samples(&["tcp        0      0 192.0.2.1:25            192.0.2.7:51001         ESTABLISHED 299/smtpd"]),
    row("connection-ss", ss!("ESTAB", "{remote}"), "There is a connection between {local} and {remote}.")
        .samples(&["ESTAB    0      0      192.0.2.1:25     192.0.2.7:51001  users:((\"smtpd\",pid=299,fd=9))"]),
    row("connection-ss-closing", ss!("{state}", "{remote}"), "There is a connection between {local} and {remote}.")
        .loose()
        .within(&[Part::Rows])
        .samples(&["FIN-WAIT-2 0    0      192.0.2.1:25     192.0.2.7:51001", "LAST-ACK 0      1      192.0.2.1:25     192.0.2.7:51001"]),
    row("stateless", "{waiting}{gap}{unsent}{gap}{local}{gap}{remote}{?{gap}users:((\"{command}\",pid={pid},{rest}}", "There is a connection, or a try to connect, between {local} and {remote}.")
        .sign(Sign::Stateless)
        .loose()
        .within(&[Part::Rows])
        .samples(&["0      1         192.0.2.1:48812    192.0.2.25:25"]),
    row("counted", "{?{gap}}{waiting} {peer}", "Connections of {peer}: {waiting}.")
        .sign(Sign::Counted)
        .loose()
        .within(&[Part::Rows])
        .samples(&["    188 203.0.113.201"]),
    row("other-protocol", "udp{rest}", "A row of another protocol, which mail does not use.")
        .within(&[Part::Rows])
        .samples(&["udp        0      0 0.0.0.0:68              0.0.0.0:*                           640/dhclient"]),
    row("inside", "unix{gap}{rest}", "A connection between programs on the server itself.")
        .within(&[Part::Rows])
        .samples(&["unix  2      [ ACC ]     STREAM     LISTENING     20131    1201/master          private/smtp"]),
];
