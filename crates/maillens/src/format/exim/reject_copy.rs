//! Exim's reject log: the copy of a refused message's header that follows the line about the refusal.
//! These lines have no time of their own. Each belongs to the refusal above it; a row of hyphens ends it.
//!
//! A letter in front of a header line is Exim's own mark: `P` for Received, `F` for From, `*` for a line
//! that was taken out.

use super::{Effect, Field, Format, Pattern, Role, Shape, Word, field, line, word};

/// The header copies in Exim's reject log.
pub static FORMAT: Format = Format {
    id: "exim-reject-copy",
    title: "the Exim mail server, copying the header of a refused message",
    found_in: &["/var/log/exim4/rejectlog", "/var/log/exim_rejectlog"],
    sources: &["Exim specification, chapter Log files", "Exim 4.99 log.c"],
    programs: &["exim", "exim4"],
    own_log: true,
    realm: "exim",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("sender", Role::Address, "The envelope sender of the refused message.").shape(Shape::Hostile),
    field("recipients", Role::Address, "The envelope recipients of the refused message.")
        .shape(Shape::Hostile),
    field("name", Role::Keyword, "The name of the header line.").shape(Shape::Name),
    field("value", Role::Text, "What the header line says."),
    field("subject", Role::Subject, "The subject line."),
    field("id", Role::MessageId, "The message's Message-ID.").shape(Shape::Text),
    field("more", Role::Text, "The rest of a header line that goes over several lines."),
];

const WORDS: &[Word] = &[
    word("Envelope-from", "Who the message was from, as the sending computer said."),
    word("Envelope-to", "Who the message was for, as the sending computer said."),
];

const PATTERNS: &[Pattern] = &[
    line("envelope-sender", "Envelope-from: <{sender}>")
        .says("The refused message was from {sender}.")
        .effect(Effect::Follow)
        .samples(&["Envelope-from: <boss@isp.example>", "Envelope-from: <>"]),
    line("envelope-recipients", "Envelope-to: <{recipients}>")
        .says("The refused message was for {recipients}.")
        .effect(Effect::Follow)
        .samples(&["Envelope-to: <spam21@partner.example>"]),
    line("envelope-recipient-more", "    <{recipients}>")
        .says("The refused message was for {recipients}, too.")
        .effect(Effect::Follow)
        .samples(&["    <spam22@partner.example>"]),
    line("received", "P {name}: {value}")
        .says("A header line of the refused message: a server that it came through.")
        .effect(Effect::Follow)
        .samples(&["P Received: from mail.sendergood.example ([192.0.2.102] helo=dsl-101.isp.example)"]),
    line("from", "F {name}: {value}")
        .says("A header line of the refused message: who it says it is from, {value}.")
        .effect(Effect::Follow)
        .samples(&["F From: boss@isp.example"]),
    line("to", "T {name}: {value}")
        .says("A header line of the refused message: who it says it is for, {value}.")
        .effect(Effect::Follow)
        .samples(&["T To: spam21@partner.example"]),
    line("cc", "C {name}: {value}")
        .says("A header line of the refused message: who gets a copy, {value}.")
        .effect(Effect::Follow)
        .samples(&["C Cc: a@partner.example"]),
    line("bcc", "B {name}: {value}")
        .says("A header line of the refused message: who gets a hidden copy, {value}.")
        .effect(Effect::Follow)
        .samples(&["B Bcc: a@partner.example"]),
    line("message-id", "I {name}: {id}")
        .says("A header line of the refused message: its Message-ID.")
        .effect(Effect::Follow)
        .samples(&["I Message-ID: <devdebian.3.27368876@isp.example>"]),
    line("reply-to", "R {name}: {value}")
        .says("A header line of the refused message: where answers go, {value}.")
        .effect(Effect::Follow)
        .samples(&["R Reply-To: a@partner.example"]),
    line("sender", "S {name}: {value}")
        .says("A header line of the refused message: who sent it, {value}.")
        .effect(Effect::Follow)
        .samples(&["S Sender: a@partner.example"]),
    line("taken-out", "* {name}: {value}")
        .says("A header line of the refused message that was taken out or changed.")
        .effect(Effect::Follow)
        .samples(&["* Bcc: a@partner.example"]),
    line("subject", "  Subject: {subject}")
        .says("The subject of the refused message.")
        .effect(Effect::Follow)
        .samples(&["  Subject: Re: appointment"]),
    line("other", "  {name}: {value}")
        .says("A header line of the refused message.")
        .effect(Effect::Follow)
        .loose()
        .samples(&["  Date: Sat, 21 Nov 2026 19:10:23 +0000"]),
    line("goes-on", "\t{more}")
        .says("The rest of the header line above.")
        .effect(Effect::Follow)
        .loose()
        .samples(&["\tby server1.hostco.example with esmtp (Exim 4.96)"]),
    line("end", "----------------------------------------{more}")
        .says("The end of the copied header.")
        .effect(Effect::Follow)
        .samples(&[
            "----------------------------------------------------------------------------------------------",
        ]),
];
