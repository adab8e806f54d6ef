//! rblsmtpd: stands in front of qmail-smtpd and asks block lists about the client. A client that is
//! listed talks to rblsmtpd alone and is refused whatever it says.

use super::local::SYSTEM_ERRORS;
use super::{Effect, Field, Format, Pattern, Role, Shape, Word, field, line, word};
use crate::vocabulary::Level::{Alert, Permanent, Temporary, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Connection;

const LISTED: &[(&str, &str)] = &[
    (
        "If it's a user of this server: have them send through port 587 with a login, where no list should be asked; home and mobile connections are on such lists as a rule.",
        "",
    ),
    (
        "If it's another mail server, its owner must have it removed from the list that the text names. Whose it is:",
        "dig +short -x {client}",
    ),
    (
        "To let it in at once, allow it in the rules of tcpserver: an empty RBLSMTPD turns the check off for it, then make them again:",
        "grep -n RBLSMTPD /etc/tcp.smtp; qmailctl cdb",
    ),
];

const LIST_NOT_ASKED: &[(&str, &str)] = &[(
    "See whether this server's resolver answers for the lists, and take out those that no longer exist:",
    "cat /etc/resolv.conf; grep -h rblsmtpd /service/*/run",
)];

const UNANSWERED: &str = "The block list refused to answer the question about {client}, because it came through a public or too busy DNS server. That is an error and no listing, but rblsmtpd takes it for one: it turns every client away.";

const OWN_RESOLVER: &[(&str, &str)] = &[
    (
        "Take the list out of rblsmtpd's run file until that is mended (svc -t restarts the service): nobody can send to this server now.",
        "grep -n rblsmtpd /service/*/run; cat /etc/resolv.conf",
    ),
    (
        "Then let the server ask through a DNS resolver of its own (dnscache, unbound) that forwards to nobody, or use a key of the list (Spamhaus: DQS).",
        "",
    ),
];

/// What rblsmtpd writes to its log.
pub static FORMAT: Format = Format {
    id: "rblsmtpd",
    title: "the program that asks block lists about clients",
    found_in: &["/var/log/smtp/current"],
    sources: &["ucspi-tcp 0.88 rblsmtpd.c"],
    realm: "qmail",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("client", Role::Client, "The address of the client that is on a block list."),
    field(
        "pid",
        Role::Pid,
        "The number of the process that serves this connection; tcpserver's lines have the same one.",
    ),
    field("code", Role::Code, "The reply code that the client got.").values(CODES),
    field(
        "text",
        Role::Reply,
        "The block list's own text, as the client was told. It is cut after 200 bytes.",
    ),
    field("host", Role::Host, "The block list's website.").shape(Shape::Word),
    field("program", Role::Program, "The program that should have taken over.").shape(Shape::Text),
    field("err", Role::Text, "What the operating system said.").values(SYSTEM_ERRORS),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
];

const CODES: &[Word] = &[
    word("553", "553 refuses the mail permanently."),
    word("451", "451 asks the client to try again later."),
];

const WORDS: &[Word] = &[word("fatal:", "The filter stopped, and the connection with it.")];

const PATTERNS: &[Pattern] = &[
    line("list-unanswered", "rblsmtpd: {client} pid {pid}: 451 {?Error: }open resolver{text}")
        .says(UNANSWERED)
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .facts(&[(Role::Code, "451"), (Role::Reason, "systemerror")])
        .helps(Party::OurServer, OWN_RESOLVER)
        .samples(&["rblsmtpd: 192.0.2.66 pid 5228: 451 Error: open resolver; https://blocklist.example/returnc/pub/192.0.2.66/"]),
    line("list-unanswered-for-good", "rblsmtpd: {client} pid {pid}: 553 {?Error: }open resolver{text}")
        .says(UNANSWERED)
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .facts(&[(Role::Code, "553"), (Role::Reason, "systemerror")])
        .helps(Party::OurServer, OWN_RESOLVER)
        .samples(&["rblsmtpd: 192.0.2.66 pid 5228: 553 Error: open resolver; https://blocklist.example/returnc/pub/192.0.2.66/"]),
    line("list-unanswered-link", "rblsmtpd: {client} pid {pid}: {code} {?https}{?http}://{host}/returnc/{text}")
        .says(UNANSWERED)
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .facts(&[(Role::Reason, "systemerror")])
        .helps(Party::OurServer, OWN_RESOLVER)
        .samples(&["rblsmtpd: 192.0.2.66 pid 5228: 451 https://blocklist.example/returnc/vol/192.0.2.66/"]),
    line("refused", "rblsmtpd: {client} pid {pid}: 553 {text}")
        .says("The client {client} is on a block list, so its mail was refused permanently: \"{text}\".")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .facts(&[(Role::Code, "553"), (Role::Reason, "blocked")])
        .helps(Party::Sender, LISTED)
        .samples(&["rblsmtpd: 192.0.2.66 pid 5228: 553 Connections from your network are refused"]),
    line("look-up-failed", "rblsmtpd: {client} pid {pid}: 451 temporary RBL lookup error")
        .says("A block list could not be asked about the client {client}, so the client was asked to try again later.")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .facts(&[(Role::Code, "451"), (Role::Reason, "systemerror")])
        .helps(Party::OurServer, LIST_NOT_ASKED)
        .samples(&["rblsmtpd: 192.0.2.66 pid 5228: 451 temporary RBL lookup error"]),
    line("refused-for-now", "rblsmtpd: {client} pid {pid}: 451 {text}")
        .says("The client {client} is on a block list and was asked to try again later: \"{text}\".")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .facts(&[(Role::Code, "451"), (Role::Reason, "blocked")])
        .helps(Party::Sender, LISTED)
        .samples(&["rblsmtpd: 192.0.2.66 pid 5228: 451 https://blocklist.example/query/192.0.2.66"]),
    line("listed", "rblsmtpd: {client} pid {pid}: {code} {text}")
        .says("The client {client} is on a block list and got the answer {code}: \"{text}\".")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .facts(&[(Role::Reason, "blocked")])
        .helps(Party::Sender, LISTED)
        .samples(&["rblsmtpd: 192.0.2.66 pid 5228: 550 https://blocklist.example/query/192.0.2.66"]),
    line("program-not-run", "rblsmtpd: fatal: unable to run {program}: {err}")
        .says("The connection was lost because the SMTP server {program} could not be started.")
        .level(Warning)
        .helps(Party::OurServer, LIST_NOT_ASKED)
        .samples(&["rblsmtpd: fatal: unable to run /var/qmail/bin/qmail-smtpd: file does not exist"]),
    line("stopped", "rblsmtpd: fatal: {detail}")
        .says("The connection was lost because the block list filter stopped.")
        .level(Warning)
        .helps(Party::OurServer, LIST_NOT_ASKED)
        .samples(&["rblsmtpd: fatal: out of memory"]),
    line("called-wrongly", "rblsmtpd: usage: {detail}")
        .says("The block list filter was started with wrong options.")
        .level(Alert)
        .samples(&["rblsmtpd: usage: rblsmtpd [ -b ] [ -R ] [ -t timeout ] [ -r base ] [ -a base ] smtpd [ arg ... ]"]),
];
