//! maddy: each line has the module, what happened and its facts as JSON behind a tab.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party;

/// What maddy writes.
pub static FORMAT: Format = Format {
    id: "maddy",
    title: "the mail server maddy",
    found_in: &["journalctl -u maddy", "docker logs"],
    sources: &["maddy framework/log, internal/target/queue/queue.go, internal/endpoint/smtp/session.go"],
    programs: &["maddy"],
    realm: "maddy",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("part", Role::Keyword, "The module of maddy that wrote it.").shape(Shape::Word),
    field("what", Role::State, "What happened.").shape(Shape::Text),
    field("recipient", Role::Recipient, "The recipient.").shape(Shape::Text),
    field("reason", Role::Reply, "The reason.").shape(Shape::Text),
    field("more", Role::Text, "More about it.").shape(Shape::Text),
    field("text", Role::Text, "What it knows of the message."),
];

const PATTERNS: &[Pattern] = &[
    line("no-such-user", "{part}: RCPT error\t{more}\"rcpt\":\"{recipient}\",\"reason\":\"{reason}\"{text}")
        .says("The server maddy refused the recipient {recipient}: {reason}.")
        .level(Permanent)
        .helps(Party::Sender, &[("Check the spelling of the address with the sender. If it should exist, create the account:", "maddy creds create {recipient}; maddy imap-acct create {recipient}")])
        .samples(&["smtp: RCPT error\t{\"effective_rcpt\":\"bn@shop.example\",\"msg_id\":\"c80be14d\",\"rcpt\":\"bn@shop.example\",\"reason\":\"User doesn't exist\",\"smtp_code\":501}"]),
    line("failed-for-now", "queue: delivery attempt failed\t{more}\"rcpt\":\"{recipient}\",\"reason\":\"{reason}\"{what}\"smtp_code\":4{text}")
        .says("The delivery to {recipient} did not work this time: {reason}. maddy tries again.")
        .level(Temporary)
        .helps(Party::TheirServer, &[("If several domains fail so, outgoing port 25 is blocked here; else their server doesn't answer. To test both:", "nc -vz -w 10 gmail-smtp-in.l.google.com 25")])
        .samples(&["queue: delivery attempt failed\t{\"msg_id\":\"91c0ad37\",\"rcpt\":\"eva@club.example\",\"reason\":\"dial tcp 198.51.100.8:25: i/o timeout\",\"remote_server\":\"mx.club.example.\",\"smtp_code\":450}"]),
    line("failed", "queue: delivery attempt failed\t{more}\"rcpt\":\"{recipient}\",\"reason\":\"{reason}\"{text}")
        .says("The delivery to {recipient} failed: {reason}.")
        .level(Permanent)
        .helps(Party::Sender, &[("The sender checks the address; the reason says what the other server has against it.", "")])
        .samples(&["queue: delivery attempt failed\t{\"msg_id\":\"91c0ad37\",\"rcpt\":\"eva@club.example\",\"reason\":\"Domain does not accept email (null MX)\",\"smtp_code\":556}"]),
    line("gave-up", "queue: not delivered, permanent error\t{text}").says("The server maddy gave up a recipient and writes to the sender.").samples(&["queue: not delivered, permanent error\t{\"msg_id\":\"91c0ad37\",\"rcpt\":\"eva@club.example\"}"]),
    line("delivered", "queue: delivered\t{more}\"rcpt\":\"{recipient}\"{text}").says("The message was delivered to {recipient}.").level(Success).samples(&["queue: delivered\t{\"attempt\":1,\"msg_id\":\"4e18bb63\",\"rcpt\":\"eva@club.example\"}"]),
    line("login-failed", "{part}: authentication failed\t{text}").says("A login failed: the name or the password is wrong.").level(Warning).helps(Party::Sender, &[("Correct the username and the password in the app.", "")]).samples(&["submission: authentication failed\t{\"reason\":\"auth: invalid credentials\",\"username\":\"anna@shop.example\"}"]),
    line("step", "{?submission}{?smtp}{?queue}{?imap}: {?incoming message}{?RCPT ok}{?accepted}{?aborted}{?will retry}{?generated failed DSN}\t{text}").says("The server maddy goes on with a message.").samples(&["submission: accepted\t{\"msg_id\":\"4e18bb63\"}", "queue: will retry\t{\"attempts_count\":2}"]),
];
