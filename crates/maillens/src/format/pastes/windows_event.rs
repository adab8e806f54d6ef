//! An event of Windows as its Event Viewer copies it: `Log Name:`, `Source:`, `Event ID:` and so on, then what happened.
//! Exchange says there why it takes no mail ("back pressure"): too little room on a drive, or too little memory.

use super::service_status::{BEGIN, shown};
use super::{Effect, Field, Format, Part, Pattern, Place, Role, Shape, field};
use crate::vocabulary::Level::Alert;
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What it shows.
pub static FORMAT: Format = Format {
    id: "windows-event",
    title: "an event of Windows, of which Exchange says why it takes no mail",
    found_in: &["the Event Viewer of Windows: Application"],
    sources: &["Windows Event Viewer: copy as text", "Microsoft Learn: Back pressure"],
    place: Place::Document(Dialogue),
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("log", Role::Text, "The log that the event is in.").shape(Shape::Text),
    field("source", Role::Program, "The program that wrote the event.").shape(Shape::Text),
    field("number", Role::Count, "The number of the event."),
    field("date", Role::Time, "When it happened, by the clock of that machine.").shape(Shape::Text),
    field("what", Role::Text, "The kind of the event.").shape(Shape::Text),
    field("host", Role::Host, "The machine.").shape(Shape::Word),
    field("path", Role::Path, "The folder or file."),
    field("share", Role::Count, "How much of it is used, in percent."),
    field("state", Role::State, "How much that is for Exchange.").shape(Shape::Name),
    field("limits", Role::Text, "From which share on it is how much."),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
];

/// A line that means something only below the first.
const fn below(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    shown(id, template, says).within(&[Part::Closed])
}

const ROOM: &[(&str, &str)] = &[(
    "Make room on the drive that the event names, usually the one with the mail queue: delete old logs of IIS and of Exchange's diagnostics (never transaction logs by hand: a backup of the databases clears them), or move the queue database to another drive. Exchange then accepts email again automatically, and the senders' servers try again.",
    "",
)];

const PATTERNS: &[Pattern] = &[
    shown("log", "Log Name:{gap}{log}", "An event of Windows, in the log {log}.")
        .effect(Effect::Birth(Dialogue))
        .samples(&["Log Name:      Application"]),
    below("source", "Source:{gap}{source}", "The program {source} wrote the event.").samples(&["Source:        MSExchangeTransport"]),
    below("date", "Date:{gap}{date}", "When it happened: {date}.").samples(&["Date:          11/21/2026 7:12:04 AM"]),
    below("number", "Event ID:{gap}{number}", "The event has the number {number}.").samples(&["Event ID:      15004"]),
    below("kind", "{?Task Category}{?Level}{?Keywords}{?User}:{gap}{what}", "What kind of event it is: {what}.").samples(&["Task Category: ResourceManager", "Level:         Warning"]),
    below("machine", "Computer:{gap}{host}", "It happened on {host}.").samples(&["Computer:      MX2.firm.local"]),
    below("description", "Description:", "What happened follows.").samples(&["Description:"]),
    shown("no-room", "{?The }Microsoft Exchange Transport {?service }is rejecting message submissions because the available disk space has dropped below the configured threshold.{? {limits}}", "Exchange accepts no email for now (back pressure), because too little room is left on a drive. Whoever sends to it gets “452 4.3.1 Insufficient system resources” and tries again later.")
        .level(Alert)
        .helps(Party::OurServer, ROOM)
        .samples(&["Microsoft Exchange Transport is rejecting message submissions because the available disk space has dropped below the configured threshold."]),
    shown("no-memory", "{?The }Microsoft Exchange Transport {?service }is rejecting message submissions because the service continues to consume more memory than the configured threshold.{? {limits}}", "Exchange accepts no email for now (back pressure), because it uses too much memory. Whoever sends to it tries again later.")
        .level(Alert)
        .helps(Party::OurServer, &[("See what uses the memory of the machine, and give it more; Exchange accepts email again automatically when enough is free.", "")])
        .samples(&["The Microsoft Exchange Transport service is rejecting message submissions because the service continues to consume more memory than the configured threshold."]),
    shown("pressure", "The following resources are under pressure:", "What Exchange is short of follows.").within(BEGIN).samples(&["The following resources are under pressure:"]),
    shown("used", "{?Used disk space}{?Queue database and disk space}{?Queue database logging disk space} (\"{path}\") = {share}% [{state}]{? {limits}}", "Of the drive with {path}, {share}% are used ({state}).")
        .samples(&["Used disk space (\"C:\\Exchange\\TransportRoles\\data\\Queue\") = 96% [High] [Normal=89% Medium=92% High=95%]"]),
];
