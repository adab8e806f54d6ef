//! postgrey: a helper of Postfix that puts mail from strangers off once (greylisting). Real mail servers
//! come again after some minutes; programs that send spam usually do not. Its lines have no queue id.

use super::{Effect, Field, Format, Led, Pattern, Role, Shape, Side, Sign, Tie, Word, field, line, word};
use crate::vocabulary::Level::{Success, Temporary, Warning};
use crate::vocabulary::TraceType::Connection;

/// What postgrey writes to the mail log.
pub static FORMAT: Format = Format {
    id: "postgrey",
    title: "the helper that puts mail from strangers off once (greylisting)",
    found_in: &["/var/log/maillog", "/var/log/mail.log"],
    sources: &["postgrey 1.37 source and run"],
    programs: &["postgrey"],
    realm: "postfix",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("why", Role::State, "Why.").shape(Shape::Text),
    field("seconds", Role::Duration, "The seconds: {}.").shape(Shape::Number),
    field("host", Role::Host, "The name of the client.").shape(Shape::Word),
    field("client", Role::Client, "The address of the client."),
    field("from", Role::Sender, "The envelope sender.").shape(Shape::Address),
    field("to", Role::Recipient, "The recipient.").shape(Shape::Address),
    field("number", Role::Count, "The count: {}."),
    field("kept", Role::Count, "The count afterwards: {}."),
    field("date", Role::Time, "When it was.").shape(Shape::Word),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
];

const WORDS: &[Word] = &[
    word("action=greylist", "The client is asked to try again later."),
    word("action=pass", "The mail may go on."),
    word("reason=new", "This client never wrote from this sender to this recipient before."),
    word("reason=early-retry", "The client came again too soon."),
    word(
        "reason=triplet found",
        "The client came again with the same sender and recipient, as a real mail server does.",
    ),
    word("reason=client AWL", "The client has come again often enough to be trusted."),
    word("reason=client whitelist", "The client is on the allowlist, so its mail is not delayed."),
    word("reason=recipient whitelist", "The recipient is on the allowlist, so mail to it is not delayed."),
];

const PATTERNS: &[Pattern] = &[
    line("greylisted", "action=greylist, reason={why}, client_name={host}, client_address={client}{?/{number}}{?, sender={from}}, recipient={to}")
        .says("Mail for {to} from a new sender was deferred. A mail server retries after some minutes.")
        .level(Temporary)
        .facts(&[(Role::Reason, "greylisted")])
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&["action=greylist, reason=new, client_name=mail.freshmail.example, client_address=203.0.113.9, sender=g1@freshmail.example, recipient=info@quietpagesbooks.example"]),
    line("greylisted-again", "action=greylist, reason=early-retry ({seconds}s missing), client_name={host}, client_address={client}{?/{number}}{?, sender={from}}, recipient={to}")
        .says("The client retried for {to} too early, by {seconds second}, and was deferred again.")
        .level(Temporary)
        .facts(&[(Role::Reason, "greylisted")])
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&["action=greylist, reason=early-retry (2s missing), client_name=mail.freshmail.example, client_address=203.0.113.9, sender=g0@freshmail.example, recipient=info@quietpagesbooks.example"]),
    line("passed", "action=pass, reason={why}{?, delay={seconds}}, client_name={host}, client_address={client}{?/{number}}{?, sender={from}}, recipient={to}")
        .says("Greylisting lets the mail for {to} through{? after {seconds second}}.")
        .level(Success)
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&[
            "action=pass, reason=triplet found, delay=64, client_name=mail.freshmail.example, client_address=203.0.113.9, sender=g1@freshmail.example, recipient=info@quietpagesbooks.example",
            "action=pass, reason=client whitelist, client_name=mail.freshmail.example, client_address=203.0.113.9, sender=g1@freshmail.example, recipient=info@quietpagesbooks.example",
        ]),
    line("whitelisted", "whitelisted: {detail}")
        .says("From now on mail from {detail} is no longer deferred.")
        .samples(&["whitelisted: mail.freshmail.example[203.0.113.9]"]),
    line("cleaning", "cleaning up old logs...")
        .says("The greylisting helper tidies up.")
        .samples(&["cleaning up old logs..."]),
    line("cleaned", "cleaning {why} database finished. before: {number}, after: {kept}")
        .says("The greylisting helper tidied up its memory: {number entry|entries} before, {kept} after.")
        .samples(&["cleaning main database finished. before: 120, after: 80", "cleaning clients database finished. before: 12, after: 8"]),
    line("cleaning-of", "cleaning {why} database ...")
        .says("The greylisting helper tidies up its memory.")
        .samples(&["cleaning main database ...", "cleaning clients database ..."]),
    line("started", "{?{date} }postgrey (type {why}) starting! pid({number})")
        .sign(Sign::Works)
        .says("The greylisting helper started.")
        .samples(&["2026/11/21-19:10:57 postgrey (type Net::Server::Multiplex) starting! pid(157)"]),
    line("started-bare", "Process Backgrounded")
        .says("The greylisting helper went on in the background.")
        .samples(&["Process Backgrounded"]),
    line("binding", "Binding to {detail}")
        .says("The program waits for requests at {detail}.")
        .samples(&["Binding to TCP port 10023 on host 127.0.30.1 with IPv4", "Binding to UNIX socket file \"/var/spool/postfix/postgrey/socket\""]),
    line("group", "Setting gid to \"{detail}\"")
        .says("The program runs as group {detail} from now on.")
        .samples(&["Setting gid to \"109 109\""]),
    line("user", "Setting uid to \"{detail}\"")
        .says("The program runs as user number {detail} from now on.")
        .samples(&["Setting uid to \"105\""]),
    line("stopped", "{?{date} }Server closing!")
        .says("The greylisting helper stopped.")
        .level(Warning)
        .samples(&["2026/11/21-19:20:57 Server closing!"]),
    line("unknown-request", "unrecognized request type: '{detail}'")
        .says("The greylisting helper was asked something that it does not know.")
        .level(Warning)
        .samples(&["unrecognized request type: 'x'"]),
    line("garbage", "ignoring garbage: <{detail}>")
        .says("The greylisting helper was sent something that it does not understand.")
        .level(Warning)
        .samples(&["ignoring garbage: <x>"]),
];
