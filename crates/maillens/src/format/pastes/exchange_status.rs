//! What Exchange and Microsoft 365 write of one recipient: `[{LED=…};{MSG=…};{FQDN=…};{IP=…};{LRT=…}]`, in a queue, a
//! trace or a message tracking log. LED is the last error, FQDN and IP are the server at the other end, and LRT is
//! the time of the last attempt. What Get-MessageTrackingLog prints as a list stands around it.

use super::{Effect, Field, Format, Part, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::AttemptOutcome::Open;
use crate::vocabulary::Level::Permanent;
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Bounce;

/// What it says.
pub static FORMAT: Format = Format {
    id: "exchange-status",
    title: "what Exchange says of one recipient",
    found_in: &[
        "Get-MessageTrackingLog, Get-Queue, a message trace or a notice of Exchange and Microsoft 365",
    ],
    sources: &["Microsoft Learn: Search message tracking logs", "Microsoft Learn: Queue properties"],
    place: Place::Document(Bounce),
    realm: "notice",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Where it can begin.
const BEGIN: &[Part] = &[Part::Outside, Part::Rows, Part::Text, Part::Paragraph];

const FIELDS: &[Field] = &[
    field("name", Role::Keyword, "The name of a column.").shape(Shape::Name),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
    field("reply", Role::Reply, "The last error, in the words of the server."),
    field("note", Role::Text, "What Exchange adds to the error."),
    field("remote", Role::Remote, "The server at the other end.").shape(Shape::Text),
    field("ip", Role::Text, "The address of that server."),
    field("date", Role::Time, "The time of the last attempt.").shape(Shape::Text),
    field("recipient", Role::Recipient, "The recipient.").shape(Shape::PlainMailbox),
    field("agent", Role::State, "The part of Exchange that wrote the row.").shape(Shape::Text),
    field("event", Role::State, "What happened: FAIL is a failed delivery.").shape(Shape::Name),
    field("value", Role::Text, "What the column holds."),
];

/// A row that is known when it stands alone, too.
const fn row(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(BEGIN).effect(Effect::Part(Bounce)).then(Part::Rows)
}

const PATTERNS: &[Pattern] = &[
    line("status", "{?{name}}{?{gap}}{?:}{? }{?Reason: }{?{{}[{{LED={reply}};{{MSG={note}};{{FQDN={remote}};{{IP={ip}};{{LRT={date}}{note}")
        .says("The last error for this recipient was: \"{reply}\".")
        .within(BEGIN)
        .effect(Effect::Attempt(Open))
        .level(Permanent)
        .samples(&["RecipientStatus         : {[{LED=550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy};{MSG=};{FQDN=};{IP=};{LRT=}]}", "[{LED=450 4.4.316 Connection refused [Message=Socket error code 10061]};{MSG=};{FQDN=mail.shop.example};{IP=192.0.2.25};{LRT=11/21/2026 7:10:56 PM}]"]),
    line("status-begins", "{?{name}}{?{gap}}{?:}{? }{?{{}[{{LED={reply}")
        .says("The last error for this recipient was: \"{reply}\".")
        .within(BEGIN)
        .effect(Effect::Attempt(Open))
        .level(Permanent)
        .then(Part::Paragraph)
        .loose()
        .samples(&["Reason: [{LED=450 4.4.316 Connection refused [Message=Socket error code 10061]."]),
    line("status-ends", "{gap}{reply}};{{MSG={note}};{{FQDN={remote}};{{IP={ip}};{{LRT={date}}{note}")
        .says("The error ends, and the server at the other end was {remote}.")
        .within(&[Part::Paragraph])
        .effect(Effect::Part(Bounce))
        .samples(&["                          https://support.bigmail.example/ - gsmtp};{MSG=};{FQDN=mx.bigmail.example};{IP=198.51.100.27};{LRT=12/03/2026 19:50:43}]}"]),
    row("run", "RunspaceId{gap}: {value}", "A row of a message tracking log begins here.")
        .samples(&["RunspaceId              : e939e06b-1823-4dbe-8803-8dafea667cef"]),
    row("rule-agent", "SourceContext{gap}: Transport Rule Agent", "A mail flow rule of the organization whose log this is rejected the message.")
        .helps(Party::OurServer, &[
            ("Find the rule that rejects, and change it or except the sender or the recipient. In PowerShell of Exchange:", "Get-TransportRule | fl Name,State,Priority,Description"),
        ])
        .samples(&["SourceContext           : Transport Rule Agent"]),
    row("agent", "SourceContext{gap}:{? {agent}}", "The part of Exchange that wrote this: {agent}.")
        .samples(&["SourceContext           : Content Filter Agent"]),
    row("date", "{?Date}{?Timestamp}{gap}: {value}", "The row is of this time: {value}.").samples(&["Date   : 7/12/2024 10:31:08 AM"]),
    row("detail-event", "Event{gap}: {event}", "The event is {event}.").samples(&["Event  : Fail"]),
    row("event", "EventId{gap}: {event}", "The event is {event}.")
        .samples(&["EventId                 : FAIL"]),
    row("recipient", "Recipients{gap}: {{{recipient}}", "The recipient is {recipient}.")
        .effect(Effect::Start)
        .samples(&["Recipients              : {anna@shop.example}"]),
    line("row", "{name}{gap}:{? {value}}")
        .says("The column {name}.")
        .within(&[Part::Rows, Part::Paragraph])
        .effect(Effect::Part(Bounce))
        .then(Part::Rows)
        .loose()
        .samples(&["TotalBytes              : 799707", "ClientIp                :"]),
];
