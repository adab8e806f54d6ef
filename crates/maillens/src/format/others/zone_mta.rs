//! `ZoneMTA`, which delivers for sending services and Nodemailer: one line for each try.

use super::{Effect, Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Success};
use crate::vocabulary::Level::{self, Permanent, Temporary};

/// What it writes.
pub static FORMAT: Format = Format {
    id: "zone-mta",
    title: "the mail server ZoneMTA",
    found_in: &["journalctl -u zone-mta", "docker logs"],
    sources: &["zone-mta lib/sender.js, lib/bounces.js, documentation: Logging"],
    programs: &["zone-mta", "zonemta"],
    says_end: false,
    realm: "zone-mta",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("zone", Role::State, "The zone: a group of sending addresses.").shape(Shape::Word),
    field("process", Role::State, "The process.").shape(Shape::Word),
    field("id", Role::Message, "The id of the message in the queue: it ties its lines together.")
        .shape(Shape::Word),
    field("part", Role::State, "Which of its recipients.").shape(Shape::Word),
    field("class", Role::State, "What kind of refusal ZoneMTA takes it for.").shape(Shape::Name),
    field("from", Role::Sender, "The envelope sender.").shape(Shape::Word),
    field("to", Role::Recipient, "The recipient.").shape(Shape::Word),
    field("source", Role::Ip, "The address that this server sent from.").shape(Shape::Word),
    field("remote", Role::Remote, "The server that was called.").shape(Shape::Word),
    field("msgid", Role::MessageId, "The Message-ID.").shape(Shape::Word),
    field("reply", Role::Reply, "The other server's answer.").shape(Shape::Hostile),
];

/// A try, with its outcome.
macro_rules! tried {
    ($outcome:literal) => {
        concat!(
            "{?info }{?verbose }{?error }Sender/{zone}/{process} id={id} {?{part} }",
            $outcome,
            " from={from} to={to} src={source} mx={remote} id={msgid} ({reply})"
        )
    };
}

const PATTERNS: &[Pattern] = &[
    line("delivered", tried!("ACCEPTED"))
        .says("The server of {to} accepted the message.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["info Sender/default/4120 id=18e0d1f2a3b000aabb 18e0d1f2a3b000aabb.001 ACCEPTED from=anna@shop.example to=ben@bigmail.example src=192.0.2.90[out1.shop.example] mx=mx.bigmail.example[198.51.100.26] id=<abc@shop.example> (250 2.0.0 OK)"]),
    line("failed", tried!("REJECTED[{class}]"))
        .says("The server of {to} refused the message permanently.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["info Sender/default/4120 id=18e0d1f2a3b000aabb 18e0d1f2a3b000aabb.001 REJECTED[policy] from=anna@shop.example to=ben@bigmail.example src=192.0.2.90[out1.shop.example] mx=mx.bigmail.example[198.51.100.26] id=<abc@shop.example> (550 5.1.1 User unknown)"]),
    line("deferred", tried!("DEFERRED[{class}]"))
        .says("It did not work this time for {to}. ZoneMTA tries again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["info Sender/default/4120 id=18e0d1f2a3b000aabb 18e0d1f2a3b000aabb.001 DEFERRED[greylist] from=anna@shop.example to=ben@bigmail.example src=192.0.2.90[out1.shop.example] mx=mx.bigmail.example[198.51.100.26] id=<abc@shop.example> (451 4.7.1 Greylisted)"]),
];
