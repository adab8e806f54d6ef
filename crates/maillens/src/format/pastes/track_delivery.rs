//! How hosting panels and Google show the way of one message: cPanel's Track Delivery, one value a line.

use super::notice::BEGIN;
use super::{Effect, Field, Format, Part, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Open, Success};
use crate::vocabulary::Level::{self, Permanent, Temporary};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Bounce;

/// What they show.
pub static FORMAT: Format = Format {
    id: "track-delivery",
    title: "cPanel's Track Delivery, the way of one message",
    found_in: &["cPanel, Email > Track Delivery, the details of a row"],
    sources: &["cPanel & WHM documentation: Track Delivery", "Exim mainlog as cPanel's eximstats keeps it"],
    place: Place::Document(Bounce),
    realm: "notice",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("sender", Role::Sender, "The envelope sender.").shape(Shape::Text),
    field("recipient", Role::Recipient, "The recipient.").shape(Shape::Text),
    field("host", Role::Host, "The sending server.").shape(Shape::Text),
    field("ip", Role::Client, "The address of the sending server."),
    field("port", Role::Port, "Its port."),
    field("reply", Role::Reply, "What came of it."),
    field("word", Role::Keyword, "The name of the value.").shape(Shape::Text),
    field("text", Role::Text, "The value."),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
];

const fn event(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(BEGIN).then(Part::Rows)
}

const fn row(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(&[Part::Rows]).effect(Effect::Part(Bounce)).then(Part::Rows)
}

const PATTERNS: &[Pattern] = &[
    event("rejected", "Event:{gap}{?rejected}{?failure}{?failed}", "The panel says that the message was rejected or failed.")
        .effect(Effect::Result(Failure))
        .level(Permanent)
        .samples(&["Event: rejected", "Event: failure"]),
    event("deferred", "Event:{gap}{?defer}{?deferred}", "The panel says that the message waits and is tried again.")
        .effect(Effect::Result(Deferral))
        .level(Temporary)
        .samples(&["Event: deferred", "Event:\tdeferred"]),
    event("delivered", "Event:{gap}{?success}{?delivered}", "The panel says that the message was delivered.")
        .effect(Effect::Result(Success))
        .level(Level::Success)
        .samples(&["Event: success"]),
    row("from", "{?From Address}{?Sender}:{gap}{sender}", "The sender was {sender}.").samples(&["From Address: ben@bigmail.example"]),
    row("host", "Sender Host:{gap}{host}", "The message came from {host}.").samples(&["Sender Host: mail.bigmail.example"]),
    row("client", "Sender IP{? Address}:{gap}{ip}", "The message came from the address {ip}.").samples(&["Sender IP Address: 203.0.113.66"]),
    row("recipient", "Recipient:{gap}{recipient}", "The recipient was {recipient}.").effect(Effect::Start).samples(&["Recipient: info@shop.example"]),
    row("listed", "Result:{gap}{?\"}JunkMail rejected - {host} [{ip}]{?:{port}} is in an RBL{?: {text}}{?\"}", "This server rejected the message at the door: the address of the sending server, {ip}, is on a block list (RBL) that it asks{?: {text}}.")
        .effect(Effect::Attempt(Failure))
        .facts(&[(Role::Reply, "JunkMail rejected: the sending server is in an RBL")])
        .helps(
            Party::TheirServer,
            &[
                ("The administrator of the sending server looks its address up at the list, stops the cause, and has it removed there.", ""),
                ("To accept mail from there in the meantime: WHM, Exim Configuration Manager, “Trusted SMTP IP addresses” (skips the block lists for an address).", ""),
            ],
        )
        .samples(&["Result: \"JunkMail rejected - mail.bigmail.example [203.0.113.66]:41276 is in an RBL: https://www.spamhaus.org/query/ip/203.0.113.66\""]),
    row("result", "Result:{gap}{reply}", "What came of it: {reply}.").effect(Effect::Attempt(Open)).loose().samples(&["Result: SMTP error from remote mail server after RCPT TO:<info@shop.example>: 550 5.1.1 User unknown"]),
    row("value", "{?Authentication}{?Sent Time}{?Out Time}{?Spam Score}{?Router}{?Transport}{?Delivered To}{?Delivery User}{?Delivery Domain}{?Delivery Host}{?Delivery IP Address}{?Delivery IP}{?ID}{?Size}{?User}{?Domain}:{?{gap}{text}}", "A value of the panel{?: {text}}.")
        .samples(&["Sent Time: Mar 5, 2024, 9:12:44 AM", "Spam Score:", "Authentication:\tdovecot_login", "Router: reject", "Transport: **rejected**"]),
];
