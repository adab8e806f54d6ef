//! `exim -bt`: what Exim would do with an address, without sending anything.

use super::{Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Success};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::{Dialogue, Message};

/// What Exim says of addresses.
pub static FORMAT: Format = Format {
    id: "exim-address-test",
    title: "exim -bt, which shows what Exim would do with an address",
    found_in: &["a terminal"],
    sources: &["Exim 4.96 verify.c, expand.c", "Exim manual, option -bt"],
    place: Place::Document(Message),
    kind: FormatKind::Inspection,
    realm: "exim-address-test",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Anywhere but in quoted text.
const HERE: &[Part] = &[Part::Outside, Part::Rows, Part::Closed, Part::Talk, Part::Calling];

const FIELDS: &[Field] = &[
    field("addresses", Role::Text, "The addresses that were asked about."),
    field("recipient", Role::Recipient, "The address that was asked about.").shape(Shape::PlainMailbox),
    field("parent", Role::OriginalRecipient, "The address before an alias or a forward.")
        .shape(Shape::PlainMailbox),
    field("router", Role::State, "The router: the rule of Exim's settings that decided.").shape(Shape::Name),
    field("transport", Role::Channel, "The transport: the way in which the mail would leave.")
        .shape(Shape::Name),
    field("host", Role::Remote, "A server that accepts email for the address.").shape(Shape::Word),
    field("ip", Role::Ip, "Its address."),
    field("priority", Role::Count, "Its place in the order: the smallest number is tried first.")
        .shape(Shape::Number),
    field("reason", Role::Reply, "Why it would not work."),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
];

/// A line of the answer.
const fn answer(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(HERE)
}

const PATTERNS: &[Pattern] = &[
    answer("command", "$ exim -bt {addresses}", "Someone asked what Exim would do with these addresses.")
        .samples(&["$ exim -bt anna@bluefern.example"]),
    answer(
        "command-of-root",
        "# exim -bt {addresses}",
        "Someone asked what Exim would do with these addresses.",
    )
    .samples(&["# exim -bt anna@bluefern.example"]),
    answer("address", "{recipient}", "What follows is about {recipient}.")
        .samples(&["anna@bluefern.example"]),
    answer("parent", "{gap}<-- {parent}", "The address came from an alias or a forward of {parent}.")
        .samples(&["    <-- info@bluefern.example"]),
    answer(
        "route",
        "  router = {router}, transport = {transport}",
        "Exim finds a way for the mail: the router {router} hands it to {transport}.",
    )
    .effect(Effect::Part(Dialogue))
    .level(Success)
    .samples(&["  router = dnslookup, transport = remote_smtp"]),
    answer("server", "  host {host}{gap}[{ip}]{? MX={priority}}", "The server {host} would be called.")
        .samples(&[
            "  host mx.bigmail.example [127.0.40.11] MX=10",
            "  host mx.bigmail.example [127.0.40.11]",
        ]),
    answer(
        "undeliverable",
        "{recipient} is undeliverable: {reason}",
        "Mail for {recipient} would fail: {reason}.",
    )
    .effect(Effect::Part(Dialogue))
    .level(Permanent)
    .helps(Party::Sender, &[("Check the spelling of the address and its domain. If it should exist here, add it; if the domain should be handled here, add it to Exim's local domains. Which rule decides:", "exim -d+route -bt {recipient}; exim -bP +local_domains")])
    .samples(&["z@no-such-domain.example is undeliverable: Unrouteable address"]),
    answer(
        "cannot-be-resolved",
        "{recipient} cannot be resolved at this time: {reason}",
        "Exim cannot tell now what it would do with {recipient}: {reason}.",
    )
    .samples(&["a@slow.example cannot be resolved at this time: host lookup did not complete"]),
];
