//! qmail-scanner: an older content filter that stands in for qmail-queue. One line is one message, in
//! the system's log or in its own.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::report::export::Level::{Permanent, Success};

/// What qmail-scanner writes about a message.
pub static FORMAT: Format = Format {
    id: "qmail-scanner",
    title: "the older content filter that runs as mail comes in",
    found_in: &["/var/log/maillog", "/var/spool/qscan/qmail-queue.log"],
    sources: &["qmail-scanner 2.x documentation"],
    programs: &["qmail-scanner"],
    realm: "qmail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("pid", Role::State, "The number of the process that checked the message.").shape(Shape::Number),
    field("relay", Role::State, "1 for a client that may send mail to other servers, 0 for any other."),
    field("client", Role::Client, "The address of the client: whoever made the connection."),
    field(
        "rest",
        Role::Text,
        "Points, seconds, size, sender, recipient, subject, Message-ID and attachments.",
    ),
    field("found", Role::Text, "What was found."),
];

const PATTERNS: &[Pattern] = &[
    line("clean", "{?qmail-scanner[{pid}]: }Clear:RC:{relay}({client}):{rest}")
        .says("The message passed the content check.")
        .level(Success)
        .loose()
        .samples(&["Clear:RC:0(192.0.2.4):SA:0(-1.2/5.0): 2.341 2048 anna@shop.example ben@hostfarm.example Re:_order <1690381708.412@shop.example> 1690381708.5212-1.mx:512"]),
    line("attachment-refused", "{?qmail-scanner[{pid}]: }Perlscan{?:{found}}:RC:{relay}({client}):{rest}")
        .says("The message was stopped because of a forbidden attachment or header.")
        .level(Permanent)
        .loose()
        .samples(&["Perlscan:RC:0(192.0.2.66): 0.241 20480 win@prizes.example ben@hostfarm.example Invoice <1@prizes.example> invoice.exe:20000"]),
    line("virus", "{?qmail-scanner[{pid}]: }Clamdscan{?:{found}}:RC:{relay}({client}):{rest}")
        .says("The message was stopped because of a virus.")
        .level(Permanent)
        .loose()
        .samples(&["qmail-scanner[5212]: Clamdscan:Eicar-Test-Signature:RC:0(192.0.2.66): 0.241 20480 win@prizes.example ben@hostfarm.example Invoice <1@prizes.example> invoice.exe:20000"]),
    line("policy", "{?qmail-scanner[{pid}]: }Policy{?:{found}}:RC:{relay}({client}):{rest}")
        .says("The message was stopped by a rule of this server.")
        .level(Permanent)
        .loose()
        .samples(&["Policy:RC:0(192.0.2.66): 0.241 20480 win@prizes.example ben@hostfarm.example Invoice <1@prizes.example> invoice.zip:20000"]),
    line("spam", "{?qmail-scanner[{pid}]: }SPAM{found}:RC:{relay}({client}):{rest}")
        .says("The message was called spam.")
        .level(Permanent)
        .loose()
        .samples(&["SPAM-TAGGED:RC:0(192.0.2.66):SA:1(14.2/5.0): 2.341 2048 win@prizes.example ben@hostfarm.example You_won <1@prizes.example> 1690381708.5212-1.mx:512"]),
];
