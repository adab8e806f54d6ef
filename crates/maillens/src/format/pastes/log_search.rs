//! The details of one message in the email log search of Google Workspace: what happened to it, step by step.

use super::{Effect, Field, Format, Part, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::{Success, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What it shows.
pub static FORMAT: Format = Format {
    id: "log-search",
    title: "the email log search of Google Workspace, one message",
    found_in: &["admin.google.com, Reporting > Email log search, the details of a message"],
    sources: &["Google Workspace Admin Help: Understand email log search results"],
    place: Place::Document(Dialogue),
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("month", Role::Time, "The month.").shape(Shape::Name),
    field("day", Role::Time, "The day.").shape(Shape::Number),
    field("year", Role::Time, "The year.").shape(Shape::Number),
    field("clock", Role::Time, "The time.").shape(Shape::Text),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
    field("id", Role::MessageId, "The Message-ID.").shape(Shape::Text),
    field("client", Role::Client, "The address that the message came from."),
    field("state", Role::State, "What became of it.").shape(Shape::Text),
    field("step", Role::State, "What happened.").shape(Shape::Text),
    field("text", Role::Text, "More about it."),
];

/// Its other rows have the names of headers of a mail, so it goes on where those began.
const fn shown(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template)
        .says(says)
        .within(&[Part::Outside, Part::Headers, Part::Closed, Part::Text, Part::Talk, Part::Calling])
        .effect(Effect::Part(Dialogue))
        .then(Part::Closed)
}

/// A step, with its time before it.
macro_rules! step {
    ($what:literal) => {
        concat!("{month} {day}, {year}, {clock}M{gap}", $what)
    };
}

/// What helps about a message that Google took as spam.
const SPAM: &[(&str, &str)] = &[
    (
        "The recipient looks into the Spam folder and marks the message as not spam; then later ones go to the inbox.",
        "",
    ),
    (
        "For all users, the administrator puts the sender on the approved senders list: Apps > Google Workspace > Gmail > Spam, Phishing and Malware.",
        "",
    ),
    (
        "The sender checks SPF, DKIM and DMARC of the domain and the links in the message (Google Postmaster Tools).",
        "",
    ),
];

const PATTERNS: &[Pattern] = &[
    shown("id", "Message ID: {id}", "The message has the Message-ID {id}.").samples(&["Message ID: <abc@shop.example>"]),
    shown("client", "Sender IP address: {client}", "The message came from {client}.").within(&[Part::Headers, Part::Closed]).samples(&["Sender IP address: 203.0.113.66"]),
    shown("subject", "Subject\t{text}", "The subject of the message.").samples(&["Subject\tInvoice"]),
    shown("sender", "Sender\t{text}", "The sender is {text}.").samples(&["Sender\tanna@shop.example"]),
    shown("recipient", "Recipient\t{text}", "The recipient is {text}.").samples(&["Recipient\tben@bigmail.example"]),
    shown("message-id", "Message ID\t{text}", "The message has the Message-ID {text}.").samples(&["Message ID\t<abc@shop.example>"]),
    shown("heading", "Recipient details", "The details of a recipient follow.").samples(&["Recipient details"]),
    shown("state", "{?Post-d}{?D}elivery {?status}{?message details}: {text}", "What the search says of the message: {text}.").samples(&["Delivery status: Bounced", "Post-delivery message details: -"]),
    shown("classified", step!("Classified as spam{?: {text}}"), "Google took the message as spam{? ({text})}, so it's in the recipient's Spam folder.")
        .level(Warning)
        .helps(Party::Recipient, SPAM)
        .samples(&["Mar 5, 2024, 9:12:45 AM\tClassified as spam: Similar to messages that were identified as spam in the past."]),
    shown("marked-spam", step!("Marked spam{?{gap}{text}}"), "Google marked the message as spam{? ({text})}, so it's in the recipient's Spam folder.")
        .level(Warning)
        .helps(Party::Recipient, SPAM)
        .samples(&["Mar 5, 2024, 9:12:45 AM\tMarked spam\tSuspicious content"]),
    shown("to-spam", step!("{?Message d}{?D}elivered to Gmail{gap}{text}labels: {?{state}, }Spam{?, {state}}"), "The message was delivered into the Spam folder.")
        .level(Warning)
        .helps(Party::Recipient, SPAM)
        .samples(&["Mar 5, 2024, 9:12:46 AM\tMessage delivered to Gmail\tinfo@shop.example, labels: Spam, Unread"]),
    shown("quarantined", step!("{?Message q}{?Q}uarantined{?{gap}{text}}"), "Google holds the message in quarantine{? ({text})}.")
        .level(Warning)
        .helps(Party::OurServer, &[("The administrator looks at it in the quarantine and allows or denies it: Apps > Google Workspace > Gmail > Manage quarantines.", "")])
        .samples(&["Mar 5, 2024, 9:12:45 AM\tQuarantined\tContent compliance"]),
    shown("rejected", step!("{?Message r}{?R}ejected{?{gap}{text}}"), "Google rejected the message{? ({text})}; the sender got a notice.")
        .level(Warning)
        .helps(Party::Sender, &[("The sender reads the reply in the notice. If a rule of the organization did it, its administrator finds it under Apps > Google Workspace > Gmail > Compliance.", "")])
        .samples(&["Mar 5, 2024, 9:12:45 AM\tRejected\tSPF"]),
    shown("bounced", step!("{?Message b}{?B}ounced{?{gap}{text}}"), "The message came back{? ({text})}.")
        .level(Warning)
        .helps(Party::Sender, &[("The sender reads the reply in the notice: it says why.", "")])
        .samples(&["Mar 5, 2024, 9:12:45 AM\tBounced\t550 5.1.1 User unknown"]),
    shown("delivered", step!("{?Message d}{?D}elivered to Gmail{?{gap}{text}}"), "The message was delivered{?: {text}}.").loose().level(Success).samples(&["Mar 5, 2024, 9:12:46 AM\tMessage delivered to Gmail\tinfo@shop.example, labels: Inbox, Unread"]),
    shown("step", step!("{step}\t{text}"), "A step on its way: {step} ({text}).").loose().samples(&["Mar 5, 2024, 9:12:44 AM\tReceived from SMTP-IN\tReceived from 203.0.113.66 with no TLS encryption"]),
];
