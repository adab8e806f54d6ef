//! The delivery report inside a notice: the part for programs, one block of `Field: value` lines about
//! the message and one for each recipient. RFC 3464 calls it a delivery status notification.
//!
//! Exim writes `Action` before `Final-Recipient`, others after it. `Status` can be vaguer than the answer
//! that `Diagnostic-Code` quotes: Exim always writes `5.0.0` or `4.0.0`.

use super::{
    Effect, Field, Format, FormatKind, Led, Part, Pattern, Place, Role, Shape, Sign, Tie, field, line, word,
};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Success};
use crate::vocabulary::Level::{self, Permanent, Temporary};
use crate::vocabulary::TraceType::Bounce;

/// What a delivery report says.
pub static FORMAT: Format = Format {
    id: "delivery-report",
    title: "a delivery report, the part of a notice that is meant for programs",
    found_in: &["the source of a notice about failed or delayed delivery"],
    sources: &[
        "RFC 3464",
        "RFC 3461",
        "Postfix bounce_notify_util.c",
        "Exim deliver.c",
        "Sendmail savemail.c",
    ],
    place: Place::Document(Bounce),
    kind: FormatKind::Report,
    realm: "notice",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Where its fields stand: in a report, or pasted alone.
const REPORT: &[Part] = &[Part::Report, Part::Diagnostic, Part::Outside];

/// Where a report begins: a ticket may have lost the blank line in front of it.
const BEGIN: &[Part] = &[Part::Report, Part::Diagnostic, Part::Outside, Part::Paragraph, Part::Text];

const FIELDS: &[Field] = &[
    field("type", Role::State, "How the value after it is written.").shape(Shape::Name).values(&[
        word("smtp", "A reply of SMTP, the language in which mail servers talk."),
        word("x-unix", "The exit code of a program on this server."),
        word("dns", "The name of a host."),
        word("rfc822", "An email address."),
    ]),
    field("recipient", Role::Recipient, "The recipient, after all forwards.").shape(Shape::Text),
    field(
        "original",
        Role::OriginalRecipient,
        "The recipient as the sender wrote it. Where it differs from the final one, a forward lies between.",
    )
    .shape(Shape::Text),
    field("actual", Role::Address, "The recipient after the aliases of the server.").shape(Shape::Text),
    field(
        "status",
        Role::Status,
        "The enhanced status code. 5 in front means failed permanently, 4 not yet, 2 done. Codes that end in .0.0 say no more than that.",
    ),
    field("comment", Role::Text, "A remark of the server."),
    field("remote", Role::Remote, "The server at the other end, the one that answered.").shape(Shape::Text),
    field("reply", Role::Reply, "The exact answer of that server, or what the delivery program said."),
    field("reporter", Role::Host, "The server that wrote the notice: its log tells more.").shape(Shape::Text),
    field("from_host", Role::Host, "The server that had sent the message.").shape(Shape::Text),
    field("date", Role::Time, "A date and time.").shape(Shape::Text),
    field("id", Role::Message, "The id of the message in the queue of that server. Search its log for it.")
        .shape(Shape::Text),
    field("sender", Role::Sender, "The envelope sender of the message."),
    field("gap", Role::Keyword, "The line goes on: it belongs to the one before it.").shape(Shape::Space),
    field("name", Role::Keyword, "The name of a field.").shape(Shape::Name),
    field("value", Role::Text, "Its value."),
];

/// A field of the report.
const fn of_report(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(REPORT).effect(Effect::Part(Bounce)).then(Part::Report)
}

/// A verdict of the report.
const fn verdict(
    id: &'static str,
    template: &'static str,
    says: &'static str,
    step: Effect,
    level: Level,
) -> Pattern {
    of_report(id, template, says).within(BEGIN).effect(step).level(level)
}

const PATTERNS: &[Pattern] = &[
    of_report(
        "reporting-server",
        "Reporting-MTA: {type};{? }{reporter}",
        "The server {reporter} wrote this report.",
    )
    .sign(Sign::Reporter)
    .within(BEGIN)
    .samples(&["Reporting-MTA: dns; server1.hostco.example"]),
    of_report(
        "received-from",
        "Received-From-MTA: {type};{? }{from_host}",
        "The message had come from {from_host}.",
    )
    .samples(&["Received-From-MTA: DNS; localhost"]),
    of_report("arrived", "Arrival-Date: {date}", "The server had taken the message on {date}.")
        .samples(&["Arrival-Date: Sat, 21 Nov 2026 19:09:04 GMT"]),
    of_report("envelope-id", "Original-Envelope-Id: {id}", "The sender had given the message the id {id}.")
        .samples(&["Original-Envelope-Id: 2a7f1c"]),
    of_report("gateway", "DSN-Gateway: {type};{? }{reporter}", "The report was translated by {reporter}.")
        .samples(&["DSN-Gateway: dns; gate.shop.example"]),
    of_report("postfix-queue-id", "X-Postfix-Queue-ID: {id}", "In Postfix's log the message is called {id}.")
        .sign(Sign::IdOfPostfix)
        .tie(Tie::MadeBy(Role::Message, Led::Bounce))
        .samples(&["X-Postfix-Queue-ID: 4WxYz12345z9Q"]),
    of_report("postfix-sender", "X-Postfix-Sender: {type};{? }{sender}", "The message was from {sender}.")
        .samples(&["X-Postfix-Sender: rfc822; anna@shop.example"]),
    of_report("recipient", "Final-Recipient: {type};{? }{recipient}", "What follows is about {recipient}.")
        .within(BEGIN)
        .effect(Effect::Start)
        .samples(&[
            "Final-Recipient: rfc822;later38@office.example",
            "Final-Recipient: RFC822; dropd89@bigmail.example",
        ]),
    of_report(
        "original-recipient",
        "Original-Recipient: {type};{? }{original}",
        "The sender had written the address {original}.",
    )
    .samples(&["Original-Recipient: rfc822;anna@shop.example"]),
    of_report(
        "actual-recipient",
        "X-Actual-Recipient: {type};{? }{actual}",
        "After the aliases of the server the address was {actual}.",
    )
    .samples(&[
        "X-Actual-Recipient: rfc822; dropd89@bigmail.example",
        "X-Actual-Recipient: X-Unix; |/usr/local/bin/none.sh",
    ]),
    verdict(
        "failed",
        "Action: failed{? ({comment})}",
        "Delivery to this recipient failed permanently.",
        Effect::Result(Failure),
        Permanent,
    )
    .samples(&["Action: failed"]),
    verdict(
        "delayed",
        "Action: delayed{? ({comment})}",
        "Delivery to this recipient has not worked yet; the server keeps trying.",
        Effect::Result(Deferral),
        Temporary,
    )
    .samples(&["Action: delayed"]),
    verdict(
        "delivered",
        "Action: delivered{? ({comment})}",
        "The mail was delivered to this recipient.",
        Effect::Result(Success),
        Level::Success,
    )
    .samples(&["Action: delivered", "Action: delivered (to mailbox)"]),
    verdict(
        "relayed",
        "Action: relayed{? ({comment})}",
        "The mail was handed to a server that sends no reports.",
        Effect::Result(Success),
        Level::Success,
    )
    .sign(Sign::HandedOn)
    .samples(&["Action: relayed (to non-DSN-aware mailer)", "Action: relayed"]),
    verdict(
        "expanded",
        "Action: expanded{? ({comment})}",
        "The address is a list, and the mail was passed on to its members.",
        Effect::Result(Success),
        Level::Success,
    )
    .samples(&["Action: expanded", "Action: expanded (to multi-recipient alias)"]),
    of_report("status", "Status: {status}{? ({comment})}", "The enhanced status code is {status}.")
        .samples(&["Status: 5.0.0", "Status: 4.4.1 (delivery temporarily suspended)"]),
    of_report("remote-server", "Remote-MTA: {type};{? }{remote}", "The answer came from {remote}.")
        .samples(&["Remote-MTA: dns; mx.bigmail.example"]),
    of_report("diagnostic", "Diagnostic-Code: {type};{? }{reply}", "The answer was: \"{reply}\".")
        .sign(Sign::Diagnostic)
        .then(Part::Diagnostic)
        .samples(&[
            "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
            "Diagnostic-Code: X-Unix; 127",
            "Diagnostic-Code: SMTP;",
        ]),
    line("diagnostic-goes-on", "{gap}{reply}")
        .says("The answer goes on: \"{reply}\".")
        .within(&[Part::Diagnostic])
        .effect(Effect::Part(Bounce))
        .samples(&[" unknown in virtual mailbox table"]),
    of_report("last-attempt", "Last-Attempt-Date: {date}", "The last attempt was on {date}.")
        .samples(&["Last-Attempt-Date: Sat, 21 Nov 2026 19:09:50 GMT"]),
    of_report("retries-until", "Will-Retry-Until: {date}", "The server keeps trying until {date}.")
        .sign(Sign::TriedUntil)
        .samples(&["Will-Retry-Until: Sat, 21 Nov 2026 19:09:50 GMT"]),
    of_report(
        "log-id",
        "Final-Log-ID: {id}",
        "In the log of the server at the other end the message is called {id}.",
    )
    .samples(&["Final-Log-ID: 20261121190950.7A1B2C3D4E"]),
    line("field", "{name}: {value}")
        .says("Another field of the report, {name}.")
        .within(&[Part::Report, Part::Diagnostic])
        .then(Part::Report)
        .effect(Effect::Part(Bounce))
        .loose()
        .samples(&["X-Display-Name: Anna"]),
    line("goes-on", "{gap}{value}")
        .sign(Sign::HeaderGoesOn)
        .says("The field before it goes on.")
        .within(&[Part::Report])
        .effect(Effect::Part(Bounce))
        .loose()
        .samples(&["  continued"]),
];
