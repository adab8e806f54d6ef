//! qmail-remote: what the program that hands mail to other servers says about an attempt.
//!
//! The outcome is the word in front of the text (`success`, `deferral`, `failure`), not the reply code:
//! plain qmail puts a 5xx greeting off, too. One text is a result line, `Remote_host_said:` with the
//! other server's answer, and `Giving_up_on_` after a refused recipient.

use super::{Field, Format, Pattern, Place, Role, Shape, Word, field, line, word};
use crate::report::export::Level::{Permanent, Success, Temporary};

/// What qmail-remote says in delivery results.
pub static FORMAT: Format = Format {
    id: "qmail-remote",
    title: "qmail's outgoing SMTP program",
    found_in: &["/var/log/send/current"],
    sources: &["notqmail 1.09 qmail-remote.c", "notqmail 1.09 qmail-rspawn.c"],
    place: Place::Result,
    realm: "qmail",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("ip", Role::Remote, "The address of the mail server at the other end.").shape(Shape::Ip),
    field("host", Role::Host, "The domain that was looked for.").shape(Shape::Text),
    field("code", Role::Code, "The other server's reply code."),
    field("status", Role::Status, "The enhanced status code: a finer reason than the reply code."),
    field(
        "reply",
        Role::Reply,
        "The other server's answer in its own words. An underscore may have been a space, and a slash a line break.",
    ),
];

const WORDS: &[Word] = &[word("Remote host said:", "What follows is the exact answer of the other server.")];

const PATTERNS: &[Pattern] = &[
    line("accepted", "{ip} accepted message.")
        .says("The server at {ip} accepted the message and is now responsible for it.")
        .level(Success)
        .samples(&["192.0.2.25_accepted_message."]),
    line("recipient-refused", "{ip} does not like recipient.")
        .says("The server at {ip} refused this recipient.")
        .level(Permanent)
        .samples(&["192.0.2.25_does_not_like_recipient."]),
    line("connection-died", "Connected to {ip} but connection died. (#{status})")
        .says("The connection to {ip} was cut, or went silent, before the message was handed over.")
        .level(Temporary)
        .samples(&["Connected_to_192.0.2.36_but_connection_died._(#4.4.2)"]),
    line("reply-with-status", "Remote host said: {code} {status} {reply}")
        .says("The other server answered {code} {status}.")
        .samples(&["Remote_host_said:_250_2.0.0_Ok:_queued_as_4F7C21"]),
    line("reply", "Remote host said: {code} {reply}")
        .says("The other server answered {code}.")
        .samples(&["Remote_host_said:_250_Ok"]),
    line("giving-up", "Giving up on {ip}.")
        .says("No recipient was accepted, so the conversation with {ip} ended.")
        .samples(&["Giving_up_on_192.0.2.25."]),
];
