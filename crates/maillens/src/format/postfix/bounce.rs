//! Postfix bounce: the program that writes notices about failed or late delivery. Each notice is a
//! message with a queue id of its own.

use super::smtpd::QID;
use super::{Effect, Field, Format, Led, Pattern, Role, Shape, Tie, field, line};
use crate::vocabulary::Level::{Permanent, Temporary, Warning};
use crate::vocabulary::TraceType::Message;

/// What bounce writes to the mail log.
pub static FORMAT: Format = Format {
    id: "postfix-bounce",
    title: "the part of Postfix that writes notices about delivery",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "journalctl -u 'postfix*'"],
    sources: &[
        "Postfix bounce_notify_service.c, bounce_warn_service.c, bounce_trace_service.c",
        "Postfix 3.7 run",
    ],
    programs: &["bounce", "defer", "trace", "postfix"],
    realm: "postfix",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    QID,
    field("notice", Role::Queued, "The queue id of the notice, which is a message of its own.")
        .shape(Shape::QueueId),
    field("address", Role::Address, "The address that the notice was for.").shape(Shape::Text),
];

const PATTERNS: &[Pattern] = &[
    line("notice-failed", "{qid}: sender non-delivery notification: {notice}")
        .says("The sender is notified that the message wasn't delivered. The notice is message {notice}.")
        .level(Permanent)
        .follows()
        .effect(Effect::Part(Message))
        .tie(Tie::Made(Role::Queued, Led::Bounce))
        .samples(&["01D659B85D0: sender non-delivery notification: 1A2B29B8585"]),
    line("notice-late", "{qid}: sender delay notification: {notice}")
        .says("The sender is notified that the message is delayed; it is still being tried. The notice is message {notice}.")
        .level(Temporary)
        .effect(Effect::Part(Message))
        .tie(Tie::Made(Role::Queued, Led::Bounce))
        .samples(&["B0B039B8586: sender delay notification: 261539B8622"]),
    line("notice-delivered", "{qid}: sender delivery status notification: {notice}")
        .says("The sender had asked for a receipt and gets one. It is message {notice}.")
        .effect(Effect::Part(Message))
        .tie(Tie::Made(Role::Queued, Led::Bounce))
        .samples(&["B0B039B8586: sender delivery status notification: 261539B8622"]),
    line("notice-postmaster", "{qid}: postmaster non-delivery notification: {notice}")
        .says("The administrator gets a copy of the notice about failed delivery. It is message {notice}.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .tie(Tie::Made(Role::Queued, Led::Bounce))
        .samples(&["01D659B85D0: postmaster non-delivery notification: 1CF319B85D2"]),
    line("notice-postmaster-late", "{qid}: postmaster delay notification: {notice}")
        .says("The administrator gets a copy of the notice about late delivery. It is message {notice}.")
        .effect(Effect::Part(Message))
        .tie(Tie::Made(Role::Queued, Led::Bounce))
        .samples(&["01D659B85D0: postmaster delay notification: 1CF319B85D2"]),
    line("notice-not-made", "warning: {qid}: sender notification failed to {address}")
        .says("The notice for {address} could not be made.")
        .level(Permanent)
        .effect(Effect::Part(Message))
        .samples(&["warning: 01D659B85D0: sender notification failed to a@freshmail.example"]),
    line("notice-discarded", "warning: {qid}: undeliverable postmaster notification discarded")
        .says("A notice about a notice that could not be delivered was dropped, so that mail cannot go round for ever.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["warning: 01D659B85D0: undeliverable postmaster notification discarded"]),
];
