//! qmail-scanner: an older content filter that stands in for qmail-queue. One line is one message, in
//! the system's log or in its own.

use super::{Field, Format, Pattern, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Success};
use crate::vocabulary::Party;

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
    field("what", Role::Text, "What it calls the scanner."),
    field("tag", Role::Text, "The name of this server and the number of the message."),
    field("scanner", Role::Program, "The scanner that was asked.").shape(Shape::Name),
    field("status", Role::State, "How the scanner ended.").shape(Shape::Number),
    field("signal", Role::State, "The status as the operating system counts it.").shape(Shape::Number),
];

const PATTERNS: &[Pattern] = &[
    line("clean", "{?qmail-scanner[{pid}]: }Clear:RC:{relay}({client}):{rest}")
        .says("The message passed the content check.")
        .level(Success)
        .loose()
        .samples(&["Clear:RC:0(192.0.2.4):SA:0(-1.2/5.0): 2.341 2048 anna@shop.example ben@hostfarm.example Re:_order <1690381708.412@shop.example> 1690381708.5212-1.mx:512"]),
    line("scanner-down", "{tag}] {scanner}: corrupt or unknown {what}scanner error or memory/resource/perms problem - exit status {status}{?/{signal}}")
        .says("The virus scanner {scanner} couldn't check a message. It isn't running, or it can't read the file. Mail isn't accepted until it works.")
        .sign(Sign::ScannerFailed)
        .level(Alert)
        .hints(&[
            (
                "See whether the virus scanner runs and what it says:",
                "ps axww | grep '[c]lamd'; tail -20 /var/log/clamav/clamd.log",
            ),
            ("Start it, and see that qmail-scanner's user can reach its socket:", "systemctl start clamav-daemon || systemctl start clamd@scan; clamdscan --ping 3"),
        ])
        .samples(&[
            "server.shop.example119488087677512190] clamdscan: corrupt or unknown clamd scanner error or memory/resource/perms problem - exit status 512/2",
            "mx.shop.example119488087677512191] clamscan: corrupt or unknown clamscan scanner error or memory/resource/perms problem - exit status 2",
        ]),
    line("attachment-refused", "{?qmail-scanner[{pid}]: }Perlscan{?:{found}}:RC:{relay}({client}):{rest}")
        .says("The message was stopped because of a forbidden attachment or header.")
        .level(Permanent)
        .helps(Party::Sender, &[("Send the file in another form or as a link. If that kind of file should be allowed, take it out of the scanner's list:", "cat /var/spool/qscan/quarantine-events.txt /var/spool/qmailscan/quarantine-attachments.txt")])
        .loose()
        .samples(&["Perlscan:RC:0(192.0.2.66): 0.241 20480 win@prizes.example ben@hostfarm.example Invoice <1@prizes.example> invoice.exe:20000"]),
    line("virus", "{?qmail-scanner[{pid}]: }Clamdscan{?:{found}}:RC:{relay}({client}):{rest}")
        .says("The message was stopped because of a virus.")
        .level(Permanent)
        .helps(Party::Sender, &[("The sender's computer may be infected: tell them by another way. The message is in the scanner's quarantine:", "ls /var/spool/qscan/quarantine* /var/spool/qmailscan/quarantine*")])
        .loose()
        .samples(&["qmail-scanner[5212]: Clamdscan:Eicar-Test-Signature:RC:0(192.0.2.66): 0.241 20480 win@prizes.example ben@hostfarm.example Invoice <1@prizes.example> invoice.exe:20000"]),
    line("policy", "{?qmail-scanner[{pid}]: }Policy{?:{found}}:RC:{relay}({client}):{rest}")
        .says("The message was stopped by a rule of this server.")
        .level(Permanent)
        .helps(Party::Sender, &[("If the message is wanted, let the sender's address or server through, or raise the limit; the message is in the scanner's quarantine:", "ls /var/spool/qscan/quarantine* /var/spool/qmailscan/quarantine*")])
        .loose()
        .samples(&["Policy:RC:0(192.0.2.66): 0.241 20480 win@prizes.example ben@hostfarm.example Invoice <1@prizes.example> invoice.zip:20000"]),
    line("spam", "{?qmail-scanner[{pid}]: }SPAM{found}:RC:{relay}({client}):{rest}")
        .says("The message was called spam.")
        .level(Permanent)
        .helps(Party::Sender, &[("If the message is wanted, let the sender's address or server through, or raise the limit; the message is in the scanner's quarantine:", "ls /var/spool/qscan/quarantine* /var/spool/qmailscan/quarantine*")])
        .loose()
        .samples(&["SPAM-TAGGED:RC:0(192.0.2.66):SA:1(14.2/5.0): 2.341 2048 win@prizes.example ben@hostfarm.example You_won <1@prizes.example> 1690381708.5212-1.mx:512"]),
];
