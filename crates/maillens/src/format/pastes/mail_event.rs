//! What sending services, Exchange and some mail servers record of a message, in JSON or in a table. `mend/record.rs`
//! writes each record again in one way, which is read here.

use super::{Effect, Field, Format, Part, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Success};
use crate::vocabulary::Level::{self, Permanent, Temporary, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::{Bounce, Dialogue};

/// What they record.
pub static FORMAT: Format = Format {
    id: "mail-event",
    title: "an event of a sending service or of Exchange, in JSON or in a table",
    found_in: &["a webhook, an event log or a message trace"],
    sources: &[
        "Amazon SES Developer Guide: notification contents",
        "Twilio SendGrid: Event Webhook Reference",
        "Mailgun: Events, Webhooks",
        "Postmark: Bounce webhook",
        "KumoMTA: log record",
        "Microsoft Learn: Message trace, Message tracking logs",
    ],
    place: Place::Document(Bounce),
    realm: "notice",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Where it can stand.
pub(super) const ANYWHERE: &[Part] =
    &[Part::Outside, Part::Rows, Part::Text, Part::Paragraph, Part::Closed, Part::Calling];

const FIELDS: &[Field] = &[
    field("service", Role::Text, "Who recorded it.").shape(Shape::Text),
    field("recipient", Role::Recipient, "The recipient.").shape(Shape::Text),
    field("sender", Role::Sender, "The sender.").shape(Shape::Text),
    field("id", Role::Text, "The id of the message at the service.").shape(Shape::Text),
    field("reply", Role::Reply, "Why, in the words of the record."),
    field("columns", Role::Text, "The names of the columns."),
];

/// An event in the life of a message.
macro_rules! event {
    ($class:literal) => {
        concat!("mail event of {service}: ", $class, " to=<{recipient}> from=<{sender}> id=<{id}>{? {reply}}")
    };
}

const fn event(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(ANYWHERE).then(Part::Rows)
}

const PATTERNS: &[Pattern] = &[
    event("failed", event!("failed"), "The record says that the message did not reach {recipient}: \"{reply}\".")
        .effect(Effect::Attempt(Failure))
        .level(Permanent)
        .samples(&["mail event of SendGrid: failed to=<ben@bigmail.example> from=<> id=<x.y> Bounced Address"]),
    event("deferred", event!("deferred"), "The record says that the message to {recipient} was put off: \"{reply}\".")
        .effect(Effect::Attempt(Deferral))
        .level(Temporary)
        .samples(&["mail event of Mailgun: deferred to=<ben@bigmail.example> from=<> id=<> 452 4.2.2 mailbox full"]),
    event("delivered", event!("delivered"), "The record says that the server of {recipient} accepted the message.")
        .effect(Effect::Attempt(Success))
        .level(Level::Success)
        .samples(&["mail event of Amazon SES: delivered to=<ben@bigmail.example> from=<anna@shop.example> id=<01-02> 250 OK"]),
    event("complained", event!("complained"), "The recipient {recipient} marked the message as spam, and the provider told the sending service (a complaint).")
        .effect(Effect::Part(Dialogue))
        .level(Warning)
        .helps(Party::Sender, &[("Take the recipient off the list and see whether they asked for such mail. Many complaints stop the whole account.", "")])
        .sign(Sign::Complained)
        .samples(&["mail event of Amazon SES: complained to=<ben@bigmail.example> from=<anna@shop.example> id=<01-02>"]),
    event("quarantined", event!("quarantined"), "The filter held the message in quarantine. The recipient doesn't see it in the inbox or in Junk.")
        .effect(Effect::Part(Dialogue))
        .level(Warning)
        .helps(Party::OurServer, &[("The recipient's administrator looks at it in the quarantine (Microsoft 365: security.microsoft.com > Email & collaboration > Review > Quarantine). If it's genuine, release it and report it as a false positive.", ""), ("Let the sender check SPF, DKIM and DMARC of its domain, and the links in the message.", "")])
        .sign(Sign::Quarantined)
        .samples(&["mail event of a mail service: quarantined to=<> from=<> id=<> High confidence phishing message", "mail event of Microsoft 365: quarantined to=<ben@bigmail.example> from=<anna@shop.example> id=<>"]),
    event("noted", event!("noted"), "The record notes a step on the way of the message{?: \"{reply}\"}.")
        .effect(Effect::Follow)
        .samples(&["mail event of Exchange: noted to=<ben@bigmail.example> from=<anna@shop.example> id=<> 250 2.1.5 Recipient OK"]),
    event("columns", "columns of mail events: {columns}", "The names of the columns of a table of events.")
        .samples(&["columns of mail events: \"Date\",\"Event\",\"Action\",\"Detail\",\"Data\""]),
];
