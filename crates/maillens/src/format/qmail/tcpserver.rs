//! tcpserver: listens on a port and starts the email app, once for each connection.
//!
//! One process number is one connection; it is used again later. The email app keeps the number, so
//! the lines of rblsmtpd, recordio, simscan and qmail-smtpd name the same connection. Unpatched
//! qmail-smtpd writes nothing itself: then only these lines tell of a connection. In the addresses of
//! `ok` and `deny` a name that is not known is empty, `0` stands for a local name that was not asked for,
//! and text that was cut ends in `...`.

use super::local::SYSTEM_ERRORS;
use super::{Datum, Effect, Field, Format, Pattern, Role, Shape, Sign, Word, field, line, word};
use crate::vocabulary::Level::{Alert, Permanent, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Connection;

const DROPPED: &[(&str, &str)] = &[(
    "Every connection fails like this until it's mended: see the run file, its softlimit, and the rules file (cdb) that it names:",
    "cat /service/*smtpd/run /service/smtp/run; ls -l /etc/tcp* /home/vpopmail/etc/tcp*",
)];

/// What tcpserver writes to its log.
pub static FORMAT: Format = Format {
    id: "tcpserver",
    title: "the program that takes connections and starts the email app",
    found_in: &["/var/log/smtp/current", "/var/log/pop3/current", "/var/log/qmail/smtpd/current"],
    sources: &["ucspi-tcp 0.88 tcpserver.c", "ucspi-tcp 0.88 with the IPv6 patch"],
    realm: "qmail",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

pub(super) const FIELDS: &[Field] = &[
    field(
        "pid",
        Role::Pid,
        "The number of the process that serves this connection: it ties the connection's lines together. The system reuses it later.",
    ),
    field("client", Role::Client, "The address of the client: whoever made the connection.")
        .shape(Shape::Hostile),
    field(
        "client_name",
        Role::Host,
        "The client's name by reverse DNS, the lookup of a name for an address. Empty when there is none.",
    )
    .datum(Datum::ClientName)
    .shape(Shape::Text),
    field(
        "ident",
        Role::User,
        "The user that the client's own computer named for the connection; nearly always empty.",
    )
    .shape(Shape::Text),
    field("port", Role::Port, "The port that the connection came from; it is another one each time."),
    field("local_name", Role::Host, "This server's name; 0 when it was not looked up.")
        .datum(Datum::OwnName)
        .shape(Shape::Text),
    field("local_ip", Role::Ip, "The address of this server that the client connected to.")
        .shape(Shape::Hostile),
    field("local_port", Role::Port, "The port of this server that the client connected to.")
        .datum(Datum::OwnPort)
        .values(PORTS),
    field("connections", Role::Count, "Connections that are open right now: {}."),
    field("full", Role::Text, "Connections that are open, and how many may be.").shape(Shape::Full),
    field("limit", Role::Count, "Connections that may be open at once: {}."),
    field("status", Role::State, "How the email app ended, as the system counts it.")
        .shape(Shape::Number)
        .values(END_STATES),
    field("file", Role::Path, "The file that it is about."),
    field("program", Role::Program, "The program that should have served the connection.").shape(Shape::Text),
    field("name", Role::Host, "The name that it is about.").shape(Shape::Text),
    field("action", Role::Text, "What could not be done."),
    field("err", Role::Text, "What the operating system said.").values(SYSTEM_ERRORS),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
    field("bits", Role::Count, "The length of the key in bits: {}."),
];

/// What the well-known ports of a mail server are for.
const PORTS: &[Word] = &[
    word("25", "25 is SMTP: mail from other servers."),
    word("110", "110 is POP3: email apps that fetch mail."),
    word("143", "143 is IMAP: email apps that read mail on the server."),
    word("465", "465 is SMTP with encryption: customers who send mail."),
    word("587", "587 is submission: customers who send mail."),
    word("993", "993 is IMAP with encryption."),
    word("995", "995 is POP3 with encryption."),
];

/// Wait statuses: 256 times the exit code, or the signal that ended the program.
const END_STATES: &[Word] = &[
    word("0", "0 is a normal end."),
    word("9", "9 means that the program was killed."),
    word("11", "11 means that the program crashed."),
    word("15", "15 means that the program was told to stop."),
    word(
        "256",
        "256 means that it ended with code 1: the client went away or was silent too long, or a login was refused.",
    ),
    word("25600", "25600 means that it ended with code 100: the connection was refused permanently."),
    word(
        "28416",
        "28416 means that it ended with code 111: something on this server did not work this time.",
    ),
];

pub(super) const WORDS: &[Word] = &[
    word("ok", "The rules of this server allowed the connection."),
    word("deny", "The rules of this server refused the connection."),
    word("status:", "Connections open now, out of those allowed."),
    word("warning:", "Something is off, but the server carries on."),
    word("fatal:", "The program stopped; nobody can connect to this port."),
];

const PATTERNS: &[Pattern] = &[
    line("full", "tcpserver: status: {full}")
        .says("All connections that may be open at once are in use ({full}), so further clients wait without a greeting.")
        .sign(Sign::AllConnectionsUsed)
        .level(Warning)
        .helps(Party::OurServer, &[
            ("See who holds them: one address that calls often can be shut out (tcp.smtp, firewall); scanners that are slow keep them open for long.", "ss -tn state established '( sport = :25 )'; tail -500 /var/log/smtp/current | grep -o 'from [0-9a-f.:]*' | sort | uniq -c | sort -rn | head"),
            ("If the clients are wanted, raise the limit, then restart qmail-smtpd:", "cat /var/qmail/control/concurrencyincoming"),
        ])
        .samples(&["tcpserver: status: 20/20"]),
    line("connections", "tcpserver: status: {connections}/{limit}")
        .says("{connections connection is|connections are} open, of at most {limit}. When all are in use, new clients wait.")
        .loose()
        .samples(&["tcpserver: status: 3/20"]),
    line("connected", "tcpserver: pid {pid} from {client}")
        .says("A client connected from {client}; process {pid} serves it.")
        .effect(Effect::Birth(Connection))
        .samples(&["tcpserver: pid 4228 from 192.0.2.7", "tcpserver: pid 4228 from 2001:db8::7"]),
    line("allowed", "tcpserver: ok {pid} {local_name}:{local_ip}:{local_port} {client_name}:{client}:{ident}:{port}")
        .says("The connection from {client} to port {local_port} was allowed.")
        .effect(Effect::Part(Connection))
        .samples(&[
            "tcpserver: ok 4228 mx.hostfarm.example:192.0.2.25:25 :192.0.2.7::39639",
            "tcpserver: ok 5445 0:192.0.2.25:110 web03.hostfarm.example:192.0.2.4::46305",
            "tcpserver: ok 4230 mx.hostfarm.example:2001:db8::25:25 :2001:db8::7::39641",
        ]),
    line("refused", "tcpserver: deny {pid} {local_name}:{local_ip}:{local_port} {client_name}:{client}:{ident}:{port}")
        .says("The connection from {client} to port {local_port} was refused: this server's own rules block the address.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .helps(Party::OurServer, &[(
            "If {client} should be let in, take it out of the rules file or allow it there, and build the compiled rules again; a stranger needs nothing. The rule that denies it:",
            "grep -n deny /etc/tcp.smtp /home/vpopmail/etc/tcp.smtp; qmailctl cdb",
        )])
        .samples(&["tcpserver: deny 5210 mx.hostfarm.example:192.0.2.25:25 scan.badactor.example:192.0.2.66::50514"]),
    line("ended", "tcpserver: end {pid} status {status}")
        .says("The connection that process {pid} served has ended.")
        .effect(Effect::End(Connection))
        .samples(&["tcpserver: end 4232 status 0", "tcpserver: end 5445 status 256"]),
    line("dropped-no-memory", "tcpserver: warning: dropping connection, out of memory{?: {err}}")
        .says("A connection was lost because this server had no memory left.")
        .level(Warning)
        .helps(Party::OurServer, DROPPED)
        .samples(&["tcpserver: warning: dropping connection, out of memory"]),
    line("dropped-no-rules", "tcpserver: warning: dropping connection, unable to read {file}: {err}")
        .says("A connection was lost because the file with the rules for connections, {file}, could not be read.")
        .level(Warning)
        .helps(Party::OurServer, DROPPED)
        .samples(&["tcpserver: warning: dropping connection, unable to read /etc/tcp.smtp.cdb: access denied"]),
    line("dropped-no-program", "tcpserver: warning: dropping connection, unable to run {program}: {err}")
        .says("A connection was lost because the program {program} could not be started.")
        .level(Warning)
        .helps(Party::OurServer, DROPPED)
        .samples(&["tcpserver: warning: dropping connection, unable to run /var/qmail/bin/qmail-smtpd: file does not exist"]),
    line("dropped-no-process", "tcpserver: warning: dropping connection, unable to fork: {err}")
        .says("A connection was lost because no process could be started for it.")
        .level(Warning)
        .helps(Party::OurServer, DROPPED)
        .samples(&["tcpserver: warning: dropping connection, unable to fork: temporary failure"]),
    line("dropped", "tcpserver: warning: dropping connection, unable to {action}{?: {err}}")
        .says("A connection was lost for a reason on this server.")
        .level(Warning)
        .helps(Party::OurServer, DROPPED)
        .samples(&[
            "tcpserver: warning: dropping connection, unable to get local address: connection reset",
            "tcpserver: warning: dropping connection, unable to set up descriptors: process cannot open more files",
        ]),
    line("port-taken", "tcpserver: fatal: unable to bind: {err}")
        .says("The server cannot listen on its port; most often another program uses the port already.")
        .level(Alert)
        .helps(Party::OurServer, &[
            (
                "See which program has the port; an old tcpserver, or another mail server that came with the system:",
                "ss -ltnp",
            ),
            ("Stop it, and see that the service stays up:", "svstat /service/*"),
        ])
        .samples(&["tcpserver: fatal: unable to bind: address already used"]),
    line("port-unknown", "tcpserver: fatal: unable to figure out port number for {name}")
        .says("The server was started for a port with the unknown name {name}.")
        .level(Alert)
        .helps(Party::OurServer, &[("Correct the options in the service's run file, then start it again:", "cat /service/qmail-smtpd/run; svstat /service/*")])
        .samples(&["tcpserver: fatal: unable to figure out port number for smpt"]),
    line("address-not-found-now", "tcpserver: fatal: temporarily unable to figure out IP address for {name}{?: {err}}")
        .says("The server was started for the host name {name}, which could not be looked up this time.")
        .level(Alert)
        .helps(Party::OurServer, &[("Correct the options in the service's run file, then start it again:", "cat /service/qmail-smtpd/run; svstat /service/*")])
        .samples(&["tcpserver: fatal: temporarily unable to figure out IP address for mx.hostfarm.example: timed out"]),
    line("address-not-found", "tcpserver: fatal: no IP address for {name}")
        .says("The server was started for the host name {name}, which has no address.")
        .level(Alert)
        .helps(Party::OurServer, &[("Correct the options in the service's run file, then start it again:", "cat /service/qmail-smtpd/run; svstat /service/*")])
        .samples(&["tcpserver: fatal: no IP address for mx.hostfarm.example"]),
    line("out-of-memory", "tcpserver: fatal: out of memory")
        .says("The server stopped because no memory was left.")
        .level(Alert)
        .helps(Party::OurServer, DROPPED)
        .samples(&["tcpserver: fatal: out of memory"]),
    line("stopped", "tcpserver: fatal: unable to {action}{?: {err}}")
        .says("The server could not be started: it was unable to {action}.")
        .level(Alert)
        .helps(Party::OurServer, DROPPED)
        .samples(&["tcpserver: fatal: unable to set uid: permission denied"]),
    line("called-wrongly", "tcpserver: usage: {detail}")
        .says("The server could not be started: its options are wrong.")
        .level(Alert)
        .helps(Party::OurServer, &[("Correct the options in the service's run file, then start it again:", "cat /service/qmail-smtpd/run; svstat /service/*")])
        .samples(&["tcpserver: usage: tcpserver [ -1UXpPhHrRoOdDqQv ] [ -c limit ] [ -x rules.cdb ] host port program"]),
];
