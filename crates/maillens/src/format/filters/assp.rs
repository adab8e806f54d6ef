//! ASSP: a spam filter that stands in front of a mail server and lets through, marks or refuses. Its log has a date of its
//! own, then the id of the message, the worker, the check and the client.

use super::{Effect, Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party::OurServer;
use crate::vocabulary::TraceType::Connection;

/// What ASSP writes.
pub static FORMAT: Format = Format {
    id: "assp",
    title: "the spam filter ASSP",
    found_in: &["/usr/share/assp/logs/maillog.txt", "C:\\assp\\logs\\maillog.txt"],
    sources: &["ASSP 2.8 assp.pl: mlog, sub seterror, sub NoLoopSyswrite"],
    programs: &["assp"],
    realm: "assp",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("id", Role::Session, "ASSP's id of the message: it ties its lines together.").shape(Shape::Name),
    field("part", Role::Keyword, "The first part of that id.").shape(Shape::Number),
    field("worker", Role::Text, "The part of ASSP that worked on it.").shape(Shape::Name),
    field("check", Role::State, "Which check it was."),
    field("more", Role::State, "More about the connection."),
    field("client", Role::Client, "The address of the client.").shape(Shape::Ip),
    field("from", Role::Sender, "The envelope sender.").shape(Shape::Address),
    field("to", Role::Recipient, "The recipient.").shape(Shape::Address),
    field("why", Role::Text, "Why, in ASSP's words."),
    field("file", Role::Path, "The copy that ASSP keeps of the message.").shape(Shape::Word),
    field("later", Role::Code, "The reply code that the client got. 4xx: try again later.")
        .shape(Shape::CodeOf(4)),
    field("never", Role::Code, "The reply code that the client got. 5xx: do not try again.")
        .shape(Shape::CodeOf(5)),
    field("status", Role::Status, "The enhanced status code: a finer reason than the reply code."),
    field("reason", Role::Text, "What the client was told.").shape(Shape::Reason),
];

/// What stands in front of what happened.
macro_rules! of {
    ($rest:literal) => {
        concat!(
            "m{part}-{id} {?[Worker_{worker}] }{?[{check}] }{?[{more}] }{client} {?<{from}> }{?to: {to} }",
            $rest
        )
    };
}

const PATTERNS: &[Pattern] = &[
    line("spam", of!("[spam found] {why}{? -> {file}}"))
        .says("ASSP took the mail as spam and stopped it: {why}.")
        .level(Permanent)
        .facts(&[(Role::Reason, "spam")])
        .effect(Effect::Part(Connection))
        .helps(OurServer, &[
            ("If the mail is wanted, report it to ASSP's address for good mail (assp-notspam) or put the sender on its whitelist (assp-white); the copy is in ASSP's folder:", "ls -l {file}"),
            ("The line says which check decided, so that its points or its lists can be changed in ASSP's web interface.", ""),
        ])
        .samples(&["m1-78030-02340 [Worker_1] [URIBL] 203.0.113.9 <news@shop.example> to: info@club.example [spam found] (URIBLcache: fail, shop.example listed in multi.uribl.example) [Why this] -> /usr/local/assp/spam/2340.eml;"]),
    line("refused", of!("[SMTP Error] {never} {?{status} }{reason}"))
        .says("ASSP refused the mail permanently.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .samples(&["m1-78030-02340 [Worker_1] 203.0.113.9 <news@shop.example> to: info@club.example [SMTP Error] 550 5.1.1 User unknown: info@club.example"]),
    line("put-off", of!("[SMTP Error] {later} {?{status} }{reason}"))
        .says("ASSP refused the mail for now: the sender's server tries again.")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .samples(&["m1-78030-02340 [Worker_1] [Delayed] 203.0.113.9 <news@shop.example> to: info@club.example [SMTP Error] 451 4.7.1 Please try again later"]),
    line("points", of!("[scoring{?:{check}}] {why}"))
        .says("A check gave the mail points, which alone stop nothing: {why}.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["m1-78030-02340 [Worker_1] [SPF] 203.0.113.9 <news@shop.example> to: info@club.example [scoring] SPF: fail", "m1-78030-02340 203.0.113.9 <news@shop.example> to: info@club.example [scoring:10] -- SPF fail"]),
    line("watched", of!("[monitoring] {why}"))
        .says("A check would have objected, but is set to watch only: {why}.")
        .effect(Effect::Part(Connection))
        .samples(&["m1-78030-02340 [Worker_1] [SPF] 203.0.113.9 <news@shop.example> to: info@club.example [monitoring] SPF: fail"]),
    line("good", of!("message ok{? {why}}{? -> {file}}"))
        .says("ASSP took the mail as good and gave it to the mail server.")
        .level(Success)
        .effect(Effect::Part(Connection))
        .samples(&["m1-78030-02340 [Worker_1] [MessageOK] 203.0.113.9 <news@shop.example> to: info@club.example message ok [Hello] -> /usr/local/assp/okmail/2340.eml;"]),
    line("other", of!("{why}"))
        .says("ASSP says of the mail: {why}.")
        .effect(Effect::Part(Connection))
        .loose()
        .samples(&["m1-78030-02340 [Worker_1] 203.0.113.9 <news@shop.example> to: info@club.example Message-Score: added 10 for SPF fail"]),
];
