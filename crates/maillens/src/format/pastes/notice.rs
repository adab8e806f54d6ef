//! Notices about mail that could not be delivered, or not yet: what the servers write for people.
//!
//! Every server has its own words. qmail's notice has no part for programs at all; Exim, Postfix,
//! Sendmail, Exchange and Gmail add a delivery report (see `delivery_report.rs`) and a copy of the
//! message. A notice about a notice (a double bounce) goes to the postmaster.

use super::{Effect, Field, Format, Led, Part, Pattern, Place, Role, Shape, Sign, Tie, field, line};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Open, Success};
use crate::vocabulary::Level::{self, Permanent, Temporary};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Bounce;

/// What notices say.
pub static FORMAT: Format = Format {
    id: "notice",
    title: "a notice about what became of a message",
    found_in: &["the mailbox of the sender"],
    sources: &[
        "notqmail 1.09 qmail-send.c",
        "qmail-send bounce message format (QSBMF)",
        "Exim 4.96 deliver.c, moan.c",
        "Postfix 3.8 conf/bounce.cf.default",
        "Sendmail 8.17 savemail.c",
        "Microsoft's and Google's public help pages on non-delivery reports",
    ],
    place: Place::Document(Bounce),
    realm: "notice",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Where a notice can begin: anywhere but in quoted text.
pub(super) const BEGIN: &[Part] = &[
    Part::Outside,
    Part::Headers,
    Part::Text,
    Part::Paragraph,
    Part::Calling,
    Part::Talk,
    Part::Closed,
    Part::Rows,
];
/// In the headers of the notice, or pasted alone.
const HEADER: &[Part] = &[Part::Outside, Part::Headers];
/// In its text.
pub(super) const TEXT: &[Part] = &[Part::Text, Part::Paragraph];
/// In its text, or pasted alone.
pub(super) const ALONE: &[Part] = &[Part::Text, Part::Paragraph, Part::Outside];

const FIELDS: &[Field] = &[
    field("host", Role::Host, "The server that wrote the notice: its log tells more.").shape(Shape::Text),
    field("recipient", Role::Recipient, "The recipient that the mail did not reach.").shape(Shape::Text),
    field("mailbox", Role::Recipient, "The recipient that the mail did not reach.")
        .shape(Shape::PlainMailbox),
    field("failed", Role::Text, "The recipients that the mail did not reach."),
    field("original", Role::OriginalRecipient, "The address before aliases and forwards.").shape(Shape::Text),
    field("result", Role::Reply, "What the delivery program said about this recipient, in its own words.")
        .shape(Shape::Result),
    field("reply", Role::Reply, "What was said about this recipient, in the words of the server."),
    field("code", Role::Code, "The reply code: 2 in front means yes, 4 not now, 5 no."),
    field(
        "status",
        Role::Status,
        "The enhanced status code: a finer reason than the reply code. 4 in front means not now, 5 means no.",
    ),
    field("not_now", Role::Code, "The reply code. 4 in front means not now.").shape(Shape::CodeOf(4)),
    field("no", Role::Code, "The reply code. 5 in front means no.").shape(Shape::CodeOf(5)),
    field("remote", Role::Remote, "The server at the other end.").shape(Shape::Text),
    field("ip", Role::Ip, "The address of the server at the other end."),
    field("phase", Role::State, "The step of the conversation at which the other server answered.")
        .shape(Shape::Text),
    field("sent", Role::Text, "What this server sent."),
    field("id", Role::Message, "The id of the message in the server's queue. Search its log for it.")
        .shape(Shape::Word),
    field("for", Role::Duration, "How long.").shape(Shape::Text),
    field("date", Role::Time, "A date and time.").shape(Shape::Text),
    field("date2", Role::Time, "Minutes and the rest.").shape(Shape::Text),
    field("client", Role::Host, "Where the message had come from.").shape(Shape::Word),
    field("subject", Role::Subject, "The subject of the message."),
    field("text", Role::Text, "A line of the notice's text."),
    field("link", Role::Address, "The same address as a link.").shape(Shape::Text),
    field("boundary", Role::Keyword, "The line that divides the parts of the mail."),
    field("code_of_google", Role::Count, "A number of Google's own for the error.").shape(Shape::Number),
    field("gap", Role::Keyword, "White space at the start of the line.").shape(Shape::Space),
];

/// A line that shows that the mail is a notice.
pub(super) const fn opening(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(BEGIN).effect(Effect::Part(Bounce)).then(Part::Text)
}

/// A header that shows that the mail is a notice.
pub(super) const fn header(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(HEADER).effect(Effect::Part(Bounce)).then(Part::Headers)
}

/// A line of its text.
pub(super) const fn text(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(TEXT).effect(Effect::Part(Bounce))
}

/// A line that names a recipient; what is said of it follows.
const fn recipient(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(ALONE).effect(Effect::Start).level(Permanent).then(Part::Paragraph)
}

/// A line that quotes what was said about the recipient.
const fn quote(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template)
        .says(says)
        .within(ALONE)
        .effect(Effect::Attempt(Open))
        .level(Level::Info)
        .then(Part::Outside)
}

/// A line that says that nothing is lost yet.
pub(super) const fn delay(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    opening(id, template, says).effect(Effect::Result(Deferral)).level(Temporary)
}

const PATTERNS: &[Pattern] = &[
    // What shows it in the headers.
    header("failed-recipients", "X-Failed-Recipients: {failed}", "The mail did not reach {failed}. Exim and Gmail name the recipients here.")
        .level(Permanent)
        .samples(&["X-Failed-Recipients: nosuch@bluefern.example"]),
    header("subject-qmail", "Subject: failure notice", "The subject of qmail's and Yahoo's notices about failed delivery.")
        .level(Permanent)
        .samples(&["Subject: failure notice", "Subject: Failure Notice"]),
    header("subject-exim", "Subject: Mail delivery failed: returning message to sender", "The subject of Exim's notices about failed delivery.")
        .level(Permanent)
        .samples(&["Subject: Mail delivery failed: returning message to sender"]),
    header("subject-exim-submission", "Subject: Mail failure - {text}", "Exim could not accept what a program on the server handed to it.")
        .level(Permanent)
        .samples(&["Subject: Mail failure - no recipient addresses"]),
    header("subject-exim-delay", "Subject: Warning: message {id} delayed {for}", "Exim has not delivered message {id} yet, after {for}. It keeps trying.")
        .effect(Effect::Result(Deferral))
        .level(Temporary)
        .tie(Tie::MadeBy(Role::Message, Led::Bounce))
        .samples(&["Subject: Warning: message 1xUqVP-0001Zq-1L delayed 24 hours"]),
    header("subject-postfix", "Subject: Undelivered Mail Returned to Sender", "The subject of Postfix's notices about failed delivery.")
        .level(Permanent)
        .samples(&["Subject: Undelivered Mail Returned to Sender"]),
    header("subject-postfix-delay", "Subject: Delayed Mail (still being retried)", "Postfix has not delivered the message yet. It keeps trying.")
        .effect(Effect::Result(Deferral))
        .level(Temporary)
        .samples(&["Subject: Delayed Mail (still being retried)"]),
    header("subject-postfix-success", "Subject: Successful Mail Delivery Report", "Postfix confirms that the message was delivered.")
        .effect(Effect::Result(Success))
        .level(Level::Success)
        .samples(&["Subject: Successful Mail Delivery Report"]),
    header("subject-sendmail", "Subject: Returned mail: {text}", "The subject of Sendmail's notices about failed delivery.")
        .level(Permanent)
        .samples(&["Subject: Returned mail: see transcript for details", "Subject: Returned mail: User unknown"]),
    header("subject-sendmail-delay", "Subject: Warning: could not send message for past {for}", "Sendmail has not delivered the message for {for}. It keeps trying.")
        .effect(Effect::Result(Deferral))
        .level(Temporary)
        .samples(&["Subject: Warning: could not send message for past 4 hours"]),
    header("subject-sendmail-postmaster", "Subject: Postmaster notify: {text}", "A notice that could not be delivered itself, sent to the postmaster.")
        .sign(Sign::PostmasterNotice)
        .level(Permanent)
        .samples(&["Subject: Postmaster notify: see transcript for details"]),
    header("subject-exchange", "Subject: Undeliverable: {subject}", "The subject of notices about failed delivery from Exchange and Office 365.")
        .level(Permanent)
        .samples(&["Subject: Undeliverable: Invoice"]),
    header("subject-exchange-delay", "Subject: Delivery delayed: {subject}", "Exchange or Office 365 has not delivered the message yet. It keeps trying.")
        .effect(Effect::Result(Deferral))
        .level(Temporary)
        .samples(&["Subject: Delivery delayed: Invoice"]),
    header("subject-gmail", "Subject: Delivery Status Notification (Failure)", "The subject of Gmail's notices about failed delivery.")
        .level(Permanent)
        .samples(&["Subject: Delivery Status Notification (Failure)"]),
    header("subject-gmail-delay", "Subject: Delivery Status Notification (Delay)", "Gmail has not delivered the message yet. It keeps trying.")
        .effect(Effect::Result(Deferral))
        .level(Temporary)
        .samples(&["Subject: Delivery Status Notification (Delay)"]),
    header("report-type", "Content-Type: multipart/report; report-type=delivery-status{?;{text}}", "The mail is a delivery report: a text for people, a part for programs and a copy of the message.")
        .samples(&[
            "Content-Type: multipart/report; report-type=delivery-status; boundary=1795288256-eximdsn-129955439",
            "Content-Type: multipart/report; report-type=delivery-status;",
        ]),
    // qmail.
    opening("qmail-hello", "Hi. This is the qmail-send program at {host}.", "qmail on {host} wrote this notice.")
        .sign(Sign::Opening)
        .samples(&["Hi. This is the qmail-send program at mx.hostfarm.example."]),
    opening("qmail-failed", "I'm afraid I wasn't able to deliver your message to the following addresses.", "The recipients that the mail did not reach are named below, each with the reason.")
        .level(Permanent)
        .samples(&["I'm afraid I wasn't able to deliver your message to the following addresses."]),
    opening("qmail-permanent", "This is a permanent error; I've given up. Sorry it didn't work out.", "qmail does not try again.")
        .level(Permanent)
        .samples(&["This is a permanent error; I've given up. Sorry it didn't work out."]),
    text("qmail-double", "I tried to deliver a bounce message to this address, but the bounce bounced!", "A notice about failed delivery could not be delivered itself. The sender of the original message cannot be reached.")
        .sign(Sign::DoubleBounce)
        .level(Permanent)
        .samples(&["I tried to deliver a bounce message to this address, but the bounce bounced!"]),
    recipient("qmail-recipient", "<{recipient}>:", "The mail did not reach {recipient}. The reason follows.")
        .samples(&["<nobody@userunknown.example>:"]),
    line("qmail-result", "{result}")
        .says("What the delivery program said about this recipient.")
        .within(&[Part::Outside])
        .effect(Effect::Attempt(Open))
        .then(Part::Outside)
        .loose()
        .samples(&[
            "Sorry, no mailbox here by that name. (#5.1.1)",
            "Remote host said: 550 5.1.1 User unknown",
            "192.0.2.25_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.25./",
        ]),
    line("qmail-reason", "{result}")
        .says("What the delivery program said about this recipient.")
        .within(&[Part::Paragraph])
        .effect(Effect::Part(Bounce))
        .loose()
        .samples(&["127.0.20.16 does not like recipient."]),
    // Exim.
    opening("exim-hello", "This message was created automatically by mail delivery software.", "Exim wrote this notice, or a service that uses the same words.")
        .sign(Sign::Opening)
        .samples(&["This message was created automatically by mail delivery software."]),
    opening("exim-failed", "A message that you sent could not be delivered to one or more of its", "The mail did not reach at least one recipient.")
        .level(Permanent)
        .samples(&["A message that you sent could not be delivered to one or more of its"]),
    opening("exim-permanent", "{?recipients. }{?This is a permanent error. }The following address{?(es)} failed:", "The server does not try again. The recipients follow.")
        .level(Permanent)
        .samples(&["recipients. This is a permanent error. The following address(es) failed:"]),
    delay("exim-delayed", "A message that you sent has not yet been delivered to one or more of its", "The mail has not reached every recipient yet.")
        .samples(&["A message that you sent has not yet been delivered to one or more of its"]),
    text("exim-delayed-for", "recipients after more than {for} on the queue on {host}.", "It has waited in the queue of {host} for {for}.")
        .sign(Sign::Waited)
        .samples(&["recipients after more than 24 hours on the queue on server1.hostco.example."]),
    text("exim-id", "The message identifier is: {gap}{id}", "In Exim's log the message is called {id}.")
        .sign(Sign::IdOfExim)
        .tie(Tie::MadeBy(Role::Message, Led::Bounce))
        .samples(&["The message identifier is:     1xUqVP-0001Zq-1L"]),
    text("exim-subject", "The subject of the message is: {subject}", "The subject of the message.")
        .sign(Sign::SubjectOfOriginal)
        .samples(&["The subject of the message is: Password reset"]),
    text("exim-date", "The date of the message is: {gap}{date}", "The message was written on {date}.")
        .samples(&["The date of the message is:    Sat, 21 Nov 2026 19:12:11 +0000"]),
    text("exim-waiting", "The address{?es} to which the message has not yet been delivered {text}:", "The recipients that still wait follow.")
        .level(Temporary)
        .samples(&["The address to which the message has not yet been delivered is:"]),
    line("exim-recipient", "  {mailbox}")
        .says("The mail did not reach {mailbox}. The reason follows.")
        .within(TEXT)
        .effect(Effect::Start)
        .then(Part::Paragraph)
        .samples(&["  unknown96@bigmail.example"]),
    text("exim-generated", "    (generated from {original})", "The address came from an alias or a forward of {original}.")
        .samples(&["    (generated from info@bluefern.example)"]),
    text("exim-generated-first", "    (ultimately generated from {original})", "The address came from aliases or forwards that began with {original}.")
        .samples(&["    (ultimately generated from info@bluefern.example)"]),
    line("exim-remote-alone", "host {remote} [{ip}]{?:}")
        .says("It was tried at the server {remote}.")
        .within(ALONE)
        .samples(&["host mx.bigmail.example [127.0.40.11]:"]),
    line("exim-remote", "    host {remote} [{ip}]{?:}")
        .says("It was tried at the server {remote}.")
        .within(ALONE)
        .effect(Effect::Part(Bounce))
        .then(Part::Paragraph)
        .samples(&["    host mx.bigmail.example [127.0.40.11]"]),
    line("exim-phase-recipient", "    SMTP error from remote mail server after {?pipelined }RCPT TO:<{recipient}>:{? {reply}}")
        .says("The other server answered so to the recipient {recipient}.")
        .within(&[Part::Paragraph])
        .effect(Effect::Attempt(Open))
        .samples(&["    SMTP error from remote mail server after RCPT TO:<unknown96@bigmail.example>:"]),
    line("exim-phase", "    SMTP error from remote mail server after {phase}:{? {reply}}")
        .says("The other server answered so after {phase}.")
        .within(&[Part::Paragraph])
        .effect(Effect::Attempt(Open))
        .samples(&["    SMTP error from remote mail server after end of data:"]),
    line("exim-delay-reason", "    Delay reason: {reply}")
        .says("Why it has not worked yet.")
        .within(&[Part::Paragraph])
        .effect(Effect::Part(Bounce))
        .level(Temporary)
        .samples(&["    Delay reason: SMTP error from remote mail server after pipelined end of data:"]),
    line("reason-goes-on", "    {reply}")
        .says("What was said about this recipient: \"{reply}\".")
        .within(&[Part::Paragraph])
        .effect(Effect::Part(Bounce))
        .loose()
        .samples(&["    550 5.1.1 <unknown96@bigmail.example>: Recipient address rejected:"]),
    text("qmail-said", "Remote host said: {reply}", "The other server answered: \"{reply}\".")
        .within(&[Part::Text])
        .effect(Effect::Attempt(Open))
        .then(Part::Paragraph)
        .samples(&["Remote host said: 554 5.7.1 Rejected"]),
    text("exim-no-action", "No action is required on your part. {text}", "Nothing needs to be done: the server keeps trying.")
        .then(Part::Text)
        .samples(&["No action is required on your part. Delivery attempts will continue for"]),
    line("exim-copy", "------ This is a copy of {text} ------")
        .says("The copy of the message begins here.")
        .within(ALONE)
        .effect(Effect::Part(Bounce))
        .then(Part::Copied)
        .samples(&["------ This is a copy of the message, including all the headers. ------"]),
    quote("exim-quote", "SMTP error from remote mail server after {phase}: {reply}", "The other server answered after {phase}: \"{reply}\".")
        .samples(&["SMTP error from remote mail server after RCPT TO:<a@b.example>: 550 5.1.1 No such user"]),
    // Postfix.
    opening("postfix-hello", "This is the mail system at host {host}.", "Postfix on {host} wrote this notice.")
        .sign(Sign::Opening)
        .samples(&["This is the mail system at host mail.cedarline.example."]),
    opening("postfix-failed", "I'm sorry to have to inform you that your message could not", "The mail could not be delivered.")
        .level(Permanent)
        .samples(&["I'm sorry to have to inform you that your message could not"]),
    opening("postfix-delivered", "Your message was successfully delivered to the destination(s)", "The mail was delivered, or handed to the next server: this is the confirmation that was asked for.")
        .effect(Effect::Result(Success))
        .level(Level::Success)
        .samples(&["Your message was successfully delivered to the destination(s)"]),
    text("postfix-delivered-inside", "listed below. If the message was delivered to mailbox you will", "What follows names where it went.")
        .samples(&["listed below. If the message was delivered to mailbox you will"]),
    text("postfix-delayed", "# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #", "Nothing is lost yet: the server keeps trying.")
        .effect(Effect::Result(Deferral))
        .level(Temporary)
        .samples(&["# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #"]),
    text("postfix-delayed-for", "Your message could not be delivered for more than {for}.", "The mail has waited for {for}.")
        .effect(Effect::Result(Deferral))
        .level(Temporary)
        .samples(&["Your message could not be delivered for more than 4 hour(s)."]),
    text("postfix-retried-until", "It will be retried until it is {for} old.", "The server keeps trying until the mail is {for} old.")
        .level(Temporary)
        .samples(&["It will be retried until it is 5 day(s) old."]),
    text("postfix-unavailable", "\t--- Delivery report unavailable ---", "Postfix no longer knows the reason: only the log of its server has it.")
        .samples(&["\t--- Delivery report unavailable ---"]),
    line("postfix-recipient-delivered", "<{recipient}>{? (expanded from <{original}>)}: delivery via {remote}: {reply}")
        .says("The mail for {recipient} went on by {remote}: \"{reply}\".")
        .within(ALONE)
        .effect(Effect::Start)
        .level(Level::Success)
        .then(Part::Paragraph)
        .samples(&[
            "<anna@bigmail.example>: delivery via mx.bigmail.example[127.0.40.11]:25: 250",
            "<amy@shop.example>: delivery via local: delivered to mailbox",
        ]),
    line("postfix-recipient", "<{recipient}>{? (expanded from <{original}>)}: {reply}")
        .says("The mail did not reach {recipient}: \"{reply}\".")
        .within(ALONE)
        .effect(Effect::Start)
        .level(Permanent)
        .then(Part::Paragraph)
        .loose()
        .samples(&[
            "<anna@bigmail.example>: host mx.bigmail.example[127.0.40.11] said: 550 5.1.1",
            "<amy@shop.example> (expanded from <info@shop.example>): unknown user: \"amy\"",
        ]),
    quote("postfix-quote", "host {remote}[{ip}] said: {reply}", "The server {remote} answered: \"{reply}\".")
        .samples(&["host mx.bigmail.example[127.0.40.11] said: 550 5.1.1 User unknown (in reply to RCPT TO command)"]),
    quote("postfix-no-greeting", "host {remote}[{ip}] refused to talk to me: {reply}", "The server {remote} did not want to talk to this one: \"{reply}\".")
        .samples(&["host mx.bigmail.example[127.0.40.11] refused to talk to me: 554 5.7.1 No"]),
    line("postfix-quote-begins", "{?{gap}}{?host }{host}[{ip}] said: {no}{reply}")
        .says("A server answered: \"{no}{reply}\".")
        .within(&[Part::Outside])
        .effect(Effect::Attempt(Open))
        .then(Part::Paragraph)
        .loose()
        .samples(&["  mx.bigmail.example[127.0.40.11] said: 550 5.7.1"]),
    text("postfix-end", "{gap}The mail system", "Postfix's signature. The recipients follow.")
        .within(&[Part::Text])
        .then(Part::Text)
        .samples(&["                   The mail system"]),
    // Sendmail.
    opening("mime-hello", "This is a MIME-encapsulated message{?.}", "The mail has several parts.")
        .samples(&["This is a MIME-encapsulated message", "This is a MIME-encapsulated message."]),
    opening("sendmail-hello", "The original message was received at {date}", "Sendmail wrote this notice. It had taken the message on {date}.")
        .sign(Sign::Opening)
        .samples(&["The original message was received at Sat, 21 Nov 2026 19:09:04 GMT"]),
    text("sendmail-from", "from {client}{? [{ip}]}", "It had come from {client}.")
        .samples(&["from localhost [127.0.0.1]", "from anna@cedarline.example"]),
    text("sendmail-id", "with id {id}", "In Sendmail's log the message is called {id}.")
        .sign(Sign::IdOfSendmail)
        .tie(Tie::MadeBy(Role::Message, Led::Bounce))
        .samples(&["with id 6ALJ92g9000407"]),
    opening("sendmail-permanent", "{?   }----- The following addresses had permanent fatal errors -----", "Delivery to these recipients failed permanently.")
        .effect(Effect::Result(Failure))
        .level(Permanent)
        .samples(&["   ----- The following addresses had permanent fatal errors -----"]),
    delay("sendmail-transient", "   ----- The following addresses had transient non-fatal errors -----", "Delivery to these recipients has not worked yet.")
        .samples(&["   ----- The following addresses had transient non-fatal errors -----"]),
    opening("sendmail-delivered", "   ----- The following addresses had successful delivery notifications -----", "The mail was delivered to these recipients.")
        .effect(Effect::Result(Success))
        .level(Level::Success)
        .samples(&["   ----- The following addresses had successful delivery notifications -----"]),
    line("sendmail-recipient-delivered", "<{mailbox}>{gap}({?successfully delivered to mailbox}{?expanded by mailing list})")
        .says("The mail for {mailbox} was delivered.")
        .within(TEXT)
        .effect(Effect::Start)
        .level(Level::Success)
        .then(Part::Paragraph)
        .samples(&["<anna@bigmail.example>  (successfully delivered to mailbox)"]),
    line("sendmail-recipient-relayed", "<{mailbox}>{gap}(relayed to non-DSN-aware mailer)")
        .says("The mail for {mailbox} was handed to a server that sends no confirmations.")
        .sign(Sign::HandedOn)
        .within(TEXT)
        .effect(Effect::Start)
        .level(Level::Success)
        .then(Part::Paragraph)
        .samples(&["<anna@bigmail.example>  (relayed to non-DSN-aware mailer)"]),
    delay("sendmail-warning", "    **      THIS IS A WARNING MESSAGE ONLY      **", "Nothing is lost yet: the server keeps trying.")
        .samples(&["    **      THIS IS A WARNING MESSAGE ONLY      **"]),
    opening("sendmail-transcript", "{?   }----- Transcript of session follows -----", "What the two servers said to each other follows.")
        .samples(&["   ----- Transcript of session follows -----"]),
    line("sendmail-recipient", "<{mailbox}>")
        .says("The mail did not reach {mailbox}.")
        .within(TEXT)
        .effect(Effect::Start)
        .then(Part::Paragraph)
        .samples(&["<dropd89@bigmail.example>"]),
    line("sendmail-program", "\"|{recipient}\"")
        .says("The program {recipient} did not accept the mail.")
        .within(TEXT)
        .effect(Effect::Start)
        .then(Part::Paragraph)
        .samples(&["\"|/usr/local/bin/none.sh\""]),
    text("sendmail-reason", "    (reason: {reply})", "The reason: \"{reply}\".")
        .samples(&["    (reason: 451 4.4.1 reply: read error from mx.bigmail.example.)"]),
    text("sendmail-expanded", "    (expanded from: {original})", "The address came from an alias or a forward of {original}.")
        .samples(&["    (expanded from: <fwdbad@cedarline.example>)"]),
    text("sendmail-talking", "... while talking to {remote}.:", "The conversation was with {remote}.")
        .sign(Sign::TalkedTo)
        .samples(&["... while talking to mx.bigmail.example.:"]),
    text("sendmail-sent", ">>> {sent}", "This server sent this.")
        .samples(&[">>> DATA"]),
    text("sendmail-answer", "<<< {reply}", "The other server answered: \"{reply}\".")
        .sign(Sign::Answer)
        .samples(&["<<< 550 5.1.1 User unknown"]),
    line("sendmail-deferred", "<{mailbox}>... Deferred{?: {reply}}")
        .says("Delivery to {mailbox} was deferred.")
        .within(ALONE)
        .effect(Effect::Start)
        .level(Temporary)
        .then(Part::Paragraph)
        .samples(&["<cara@busy.example>... Deferred: 421 4.3.2 Too many concurrent connections, try again later", "<cara@busy.example>... Deferred"]),
    line("sendmail-answer-for", "{code} {?{status} }<{mailbox}>... {reply}")
        .says("For {mailbox} the answer was {code}: \"{reply}\".")
        .within(TEXT)
        .effect(Effect::Start)
        .then(Part::Text)
        .samples(&["550 5.1.1 <unknown38@bigmail.example>... User unknown", "550 <a@b.example>... User unknown"]),
    text("sendmail-given-up", "Message could not be delivered for {for}", "The server gave up after {for}.")
        .sign(Sign::Waited)
        .level(Permanent)
        .samples(&["Message could not be delivered for 5 days"]),
    text("sendmail-deleted", "Message will be deleted from queue", "The server does not try again.")
        .level(Permanent)
        .samples(&["Message will be deleted from queue"]),
    text("sendmail-still-undelivered", "Warning: message still undelivered after {for}", "Delivery has not worked for {for}.")
        .level(Temporary)
        .samples(&["Warning: message still undelivered after 4 hours"]),
    text("sendmail-keeps-trying", "Will keep trying until message is {for} old", "The server keeps trying until the message is {for} old.")
        .sign(Sign::KeepsTrying)
        .level(Temporary)
        .samples(&["Will keep trying until message is 5 days old"]),
    // Exchange and Office 365.
    opening("exchange-hello", "Delivery has failed to these recipients or {text}:", "Exchange or Office 365 wrote this notice. The recipients follow.")
        .sign(Sign::Opening)
        .level(Permanent)
        .samples(&["Delivery has failed to these recipients or groups:", "Delivery has failed to these recipients or distribution lists:"]),
    opening("office-hello", "Your message to {mailbox} couldn't be delivered.", "Office 365 could not deliver the mail to {mailbox}.")
        .sign(Sign::Opening)
        .effect(Effect::Start)
        .level(Permanent)
        .samples(&["Your message to anna@shop.example couldn't be delivered."]),
    delay("exchange-delayed", "Delivery is delayed to these recipients or groups:", "Exchange or Office 365 has not delivered the mail yet. It keeps trying.")
        .samples(&["Delivery is delayed to these recipients or groups:"]),
    opening("exchange-2003", "Your message did not reach some or all of the intended recipients.", "An Exchange server wrote this notice.")
        .level(Permanent)
        .samples(&["Your message did not reach some or all of the intended recipients."]),
    opening("exchange-2003-abroad", "{?Ihre Nachricht hat einige oder alle Empfänger nicht erreicht.}{?Votre message n'est pas parvenu à certains ou à tous les destinataires prévus.}{?The following recipient(s) could not be reached:}", "An Exchange server wrote this notice.")
        .level(Permanent)
        .loose()
        .samples(&["Ihre Nachricht hat einige oder alle Empfänger nicht erreicht.", "The following recipient(s) could not be reached:"]),
    text("outlook-recipient", "{gap}'{mailbox}' {?on}{?am}{?le}{?el}{?il}{?op} {date}", "The mail did not reach {mailbox} ({date}).")
        .sign(Sign::OfOutlook)
        .effect(Effect::Start)
        .level(Permanent)
        .then(Part::Paragraph)
        .samples(&["      'anna@shop.example' on 18.04.2012 09:12", "      'anna@shop.example' am 18.04.2012 09:12"]),
    text("outlook-recipient-name", "      {?'}{recipient}{?'} on {date}20{text}:{date2}", "The mail did not reach {recipient} ({date}20{text}:{date2}).")
        .sign(Sign::OfOutlook)
        .effect(Effect::Start)
        .level(Permanent)
        .then(Part::Paragraph)
        .loose()
        .samples(&["      Tom Barlow on 23/09/2009 15:53"]),
    text("outlook-recipient-name-in-german", "      {?'}{recipient}{?'} am {date}20{text}:{date2}", "The mail did not reach {recipient} ({date}20{text}:{date2}).")
        .sign(Sign::OfOutlook)
        .effect(Effect::Start)
        .level(Permanent)
        .then(Part::Paragraph)
        .loose()
        .samples(&["      'Anna Kirchner' am 08.03.2011 10:22"]),
    text("outlook-recipient-plain", "{gap}{mailbox} {?on}{?am}{?le}{?el}{?il}{?op} {date}:{date2}", "The mail did not reach {mailbox} ({date}:{date2}).")
        .sign(Sign::OfOutlook)
        .effect(Effect::Start)
        .level(Permanent)
        .then(Part::Paragraph)
        .samples(&["      anna@shop.example on 4/18/2012 9:12 AM"]),
    line("outlook-answer", "            {no} {reply}")
        .sign(Sign::OfOutlook)
        .says("The answer was {no}, no: \"{reply}\".")
        .within(&[Part::Paragraph])
        .effect(Effect::Attempt(Failure))
        .samples(&["            550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)"]),
    text("exchange-recipient", "{text} ({mailbox})<mailto:{link}>", "The mail did not reach {mailbox}.")
        .effect(Effect::Start)
        .level(Permanent)
        .samples(&["Anna Berg (anna@shop.example)<mailto:anna@shop.example>"]),
    text("exchange-recipient-link", "{mailbox}<mailto:{link}>", "The mail did not reach {mailbox}.")
        .effect(Effect::Start)
        .level(Permanent)
        .samples(&["anna@shop.example<mailto:anna@shop.example>"]),
    text("exchange-recipient-of-name", "{text}<mailto:{mailbox}>", "The mail did not reach {mailbox}.")
        .effect(Effect::Start)
        .level(Permanent)
        .loose()
        .samples(&["Anna Berg<mailto:anna@shop.example>"]),
    text("exchange-recipient-named", "{text} ({mailbox})", "The mail did not reach {mailbox}.")
        .effect(Effect::Start)
        .level(Permanent)
        .samples(&["Anna Berg (anna@shop.example)"]),
    text("exchange-details", "Diagnostic information for administrators:", "What follows is meant for the people who run the server.")
        .samples(&["Diagnostic information for administrators:"]),
    line("exchange-recipient-alone", "{mailbox}")
        .says("The mail did not reach {mailbox}.")
        .within(&[Part::Text])
        .effect(Effect::Start)
        .level(Permanent)
        .samples(&["anna@shop.example"]),
    opening("exchange-server", "Generating server: {host}", "The server {host} wrote the notice.")
        .sign(Sign::Generator)
        .samples(&["Generating server: AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    line("exchange-reply", "Remote Server returned '{reply}'")
        .says("The other server answered: \"{reply}\".")
        .within(ALONE)
        .effect(Effect::Attempt(Open))
        .samples(&["Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'"]),
    line("exchange-reply-of-server", "{remote} Remote Server returned '{reply}'")
        .says("The server {remote} answered: \"{reply}\".")
        .within(ALONE)
        .effect(Effect::Attempt(Open))
        .samples(&["mx.shop.example Remote Server returned '550 5.7.1 Rejected'"]),
    line("exchange-code", "#{code} {reply} ##{?rfc822;{mailbox}}")
        .says("The reason: {code} \"{reply}\".")
        .within(ALONE)
        .effect(Effect::Attempt(Open))
        .samples(&["#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##", "#550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found ##rfc822;IMCEAEX-_O=SHOP_CN=ANNA@shop.example"]),
    line("exchange-code-of-barracuda", "{remote} #{code} permanent failure for one {?of}{?or} more recipients (<{mailbox}> {reply}) ##")
        .says("The server {remote} refused the mail to {mailbox} ({code}): \"{reply}\".")
        .within(ALONE)
        .effect(Effect::Attempt(Failure))
        .samples(&["mx.shop.example #550 permanent failure for one or more recipients (<anna@shop.example> Recipient unknown) ##"]),
    line("exchange-code-of-server", "{remote} #{code} {reply} ##")
        .says("The reason, from {remote}: {code} \"{reply}\".")
        .within(ALONE)
        .effect(Effect::Attempt(Open))
        .samples(&["mx.shop.example #550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##"]),
    line("exchange-code-enhanced", "{remote} #<{?{host}} #{status} {reply}> #SMTP#")
        .says("The reason, from {remote}: {status} \"{reply}\".")
        .within(ALONE)
        .effect(Effect::Attempt(Open))
        .samples(&["mx.shop.example #< #5.1.1 smtp;550 5.1.1 No such user> #SMTP#", "mx.shop.example #<mx.shop.example #5.7.1 smtp;550 5.7.1 Unable to relay> #SMTP#"]),
    line("exchange-reply-at", "{?{date} - }{?Remote }Server at {remote} ({ip}) returned '{reply}'")
        .says("The server {remote} answered: \"{reply}\".")
        .within(ALONE)
        .effect(Effect::Attempt(Open))
        .samples(&[
            "11/21/2026 7:10:56 PM - Server at mx.shop.example (192.0.2.25) returned '450 4.4.316 Connection refused'",
            "Remote Server at shop.example (192.0.2.25) returned '550 4.4.7 QUEUE.Expired; message expired'",
        ]),
    opening("exchange-rejected", "{remote} rejected your message to the following {?e-mail}{?email} addresses:", "The server {remote} refused the mail. The recipients follow.")
        .level(Permanent)
        .samples(&[
            "mx.shop.example rejected your message to the following email addresses:",
            "mx.shop.example rejected your message to the following e-mail addresses:",
        ]),
    opening("exchange-gave-error", "{remote} gave this error:", "The answer of {remote} follows.")
        .samples(&["mx.shop.example gave this error:"]),
    opening("exchange-organization", "The following organization rejected your message: {remote}.", "The server {remote} refused the mail.")
        .level(Permanent)
        .samples(&["The following organization rejected your message: mx.shop.example."]),
    text("exchange-receiver", "Receiving server: {remote} ({ip})", "The server at the other end was {remote}.")
        .samples(&["Receiving server: mx.shop.example (192.0.2.25)"]),
    line("exchange-old-reply", "{?{gap}}<{remote} #{status}{? {?smtp;}{reply}}>")
        .says("The server {remote} answered: {status}{? \"{reply}\"}.")
        .within(ALONE)
        .effect(Effect::Attempt(Open))
        .loose()
        .samples(&["            <mx.shop.example #5.1.1 smtp;550 5.1.1 User unknown>"]),
    text("office-rejected-by", "Message rejected by:{?{gap}}{remote}", "The answer came from {remote}.")
        .samples(&["Message rejected by: mx.shop.example"]),
    text("office-created", "Created Date:{?{gap}}{date}", "The message was written on {date}.")
        .samples(&["Created Date: 11/21/2026 7:10:56 PM"]),
    opening("iis-hello", "This is an automatically generated Delivery Status Notification.", "The mail service of Windows wrote this notice.")
        .sign(Sign::Opening)
        .samples(&["This is an automatically generated Delivery Status Notification."]),
    text("iis-failed", "Delivery to the following recipients failed.", "The recipients follow.")
        .within(BEGIN)
        .level(Permanent)
        .then(Part::Text)
        .samples(&["Delivery to the following recipients failed."]),
    delay("iis-delayed", "Delivery to the following recipients has been delayed.", "The mail has not been delivered yet; the server keeps trying.")
        .samples(&["Delivery to the following recipients has been delayed."]),
    text("office-error", "Reported error:{?{gap}}{reply}", "The reported error: \"{reply}\".")
        .effect(Effect::Attempt(Open))
        .samples(&["Reported error: 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup"]),
    text("office-remote", "Remote server:{?{gap}}{remote}", "The answer came from {remote}.")
        .samples(&["Remote server: mx.shop.example"]),
    text("office-writer", "DSN generated by:{?{gap}}{host}", "The server {host} wrote the notice.")
        .samples(&["DSN generated by: AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    text("office-recipient", "Recipient Address:{?{gap}}{mailbox}", "The recipient was {mailbox}.")
        .effect(Effect::Start)
        .samples(&["Recipient Address: anna@shop.example"]),
    line("headers-follow", "Original message headers:")
        .says("The headers of the message follow.")
        .within(ALONE)
        .effect(Effect::Part(Bounce))
        .then(Part::Copied)
        .samples(&["Original message headers:"]),
    // Gmail.
    opening("gmail-heading", "** {text} **", "The heading of a Gmail notice.")
        .samples(&["** Address not found **", "** Message blocked **"]),
    opening("gmail-failed", "Your message wasn't delivered to {mailbox} because {text}", "Gmail could not deliver the mail to {mailbox}.")
        .effect(Effect::Start)
        .level(Permanent)
        .samples(&["Your message wasn't delivered to anna@shop.example because the address couldn't be found, or is unable to receive mail."]),
    opening("gmail-blocked", "Your message to {mailbox} has been blocked. {text}", "The mail to {mailbox} was blocked.")
        .effect(Effect::Start)
        .level(Permanent)
        .samples(&["Your message to anna@shop.example has been blocked. See technical details below for more information."]),
    opening("gmail-not-found", "Address not found", "The heading of a Gmail notice.").level(Permanent).samples(&["Address not found"]),
    opening("gmail-not-delivered", "Message not delivered", "The heading of a Gmail notice.").level(Permanent).samples(&["Message not delivered"]),
    opening("gmail-message-blocked", "Message blocked", "The heading of a Gmail notice.").level(Permanent).samples(&["Message blocked"]),
    opening("gmail-too-large", "Message too large", "The heading of a Gmail notice.").level(Permanent).samples(&["Message too large"]),
    opening("gmail-full", "Recipient inbox full", "The heading of a Gmail notice.").level(Permanent).samples(&["Recipient inbox full"]),
    delay("gmail-incomplete", "{?** }Delivery incomplete{? **}", "The heading of a Gmail notice: the mail has not been delivered yet.")
        .samples(&["** Delivery incomplete **", "Delivery incomplete"]),
    opening("office-not-valid-sender", "Your message couldn't be delivered because you weren't recognized as a valid sender.{? {reply}}", "Office 365 doesn't let the sender's account send to others, usually because it sent spam.")
        .level(Permanent)
        .samples(&["Your message couldn't be delivered because you weren't recognized as a valid sender."]),
    opening("gmail-could-not", "Your message couldn't be delivered to {mailbox}{?.}{? {reply}}", "Gmail could not deliver the mail to {mailbox}.")
        .effect(Effect::Start)
        .level(Permanent)
        .samples(&[
            "Your message couldn't be delivered to anna@shop.example. Their inbox is full, or it's getting too much mail right now.",
            "Your message couldn't be delivered to anna@shop.example because it exceeds the size limit. Try reducing the message size and resending.",
        ]),
    opening("gmail-problem", "There was a problem delivering your message to {mailbox}. {text}", "Gmail could not deliver the mail to {mailbox}.")
        .effect(Effect::Start)
        .level(Permanent)
        .samples(&["There was a problem delivering your message to anna@shop.example. See the technical details below, or try resending in a few minutes."]),
    opening("gmail-send-as", "You're sending this from a different address or alias using the 'Send mail as' feature. {text}", "Gmail sends mail from this address through another server (\"Send mail as\"), and what is stored for that server (name, port, login) no longer works.")
        .level(Permanent)
        .samples(&["You're sending this from a different address or alias using the 'Send mail as' feature. The settings for your 'Send mail as' account are misconfigured or out of date. Check those settings and try resending."]),
    opening("gmail-limit", "{?** }You have reached a limit for sending mail{text}", "The Google account has sent as many mails as Google allows in a day.")
        .effect(Effect::Attempt(Failure))
        .facts(&[(Role::Reply, "550 5.4.5 Daily user sending limit exceeded")])
        .level(Permanent)
        .samples(&["** You have reached a limit for sending mail **", "You have reached a limit for sending mail. Your message was not sent."]),
    opening("google-group", "We're writing to let you know that the group you tried to contact ({recipient}) may not exist, {text}", "Google Groups did not accept the mail: the group {recipient} doesn't exist, or the sender isn't allowed to post to it.")
        .effect(Effect::Start)
        .facts(&[(Role::Reply, "not permitted to post to the group")])
        .level(Permanent)
        .samples(&["We're writing to let you know that the group you tried to contact (sales) may not exist, or you may not have permission to post messages to the group. A few more details on why you weren't able to post:"]),
    delay("gmail-old-delayed", "Delivery to the following recipient has been delayed:", "Gmail has not delivered the mail yet. The recipient follows.")
        .samples(&["Delivery to the following recipient has been delayed:"]),
    text("gmail-old-reply", "Google tried to deliver your message, but it was rejected by the {text}. The error that the other server returned was: {reply}", "The other server answered: \"{reply}\".")
        .effect(Effect::Attempt(Open))
        .samples(&["Google tried to deliver your message, but it was rejected by the recipient domain. We recommend contacting the other email provider for further information about the cause of this error. The error that the other server returned was: 550 550 5.1.1 No such user (state 14)."]),
    text("gmail-no-connection", "The recipient server did not accept our requests to connect. {text}", "The server at the other end took no connection.")
        .effect(Effect::Part(Bounce))
        .within(BEGIN)
        .then(Part::Text)
        .samples(&["The recipient server did not accept our requests to connect. Learn more at https://support.google.com/mail/answer/7720"]),
    text("gmail-no-connection-to", "The recipient server did not accept our requests to connect. {text} [{remote}{?.} {ip}: {reply}]", "The server at the other end, {remote}, took no connection: {reply}.")
        .effect(Effect::Attempt(Open))
        .within(BEGIN)
        .then(Part::Text)
        .samples(&["The recipient server did not accept our requests to connect. Learn more at https://support.google.com/mail/answer/7720 [mx.shop.example 192.0.2.25: timed out]"]),
    text("gmail-tried-at", "[{remote}{?.} {ip}: {reply}]", "The server {remote} was tried: {reply}.")
        .effect(Effect::Attempt(Open))
        .samples(&["[mx.shop.example 192.0.2.25: timed out]", "[mx.shop.example. 192.0.2.25: unable to read banner]"]),
    delay("gmail-delayed", "There was a temporary problem delivering your message to {mailbox}. {text}", "Gmail has not delivered the mail to {mailbox} yet.")
        .effect(Effect::Start)
        .samples(&["There was a temporary problem delivering your message to anna@shop.example. Gmail will retry for 46 more hours. You'll be notified if the delivery fails permanently."]),
    opening("gmail-old", "Delivery to the following recipient failed permanently:", "Gmail could not deliver the mail. The recipient follows.")
        .level(Permanent)
        .samples(&["Delivery to the following recipient failed permanently:"]),
    line("recipient-indented", "{gap}{mailbox}")
        .says("The mail did not reach {mailbox}.")
        .within(&[Part::Text])
        .effect(Effect::Start)
        .then(Part::Paragraph)
        .samples(&["     anna@shop.example", "   anna@shop.example"]),
    line("gmail-dns-unnumbered", "DNS Error: DNS type '{phase}' lookup of {host} {reply}")
        .says("The lookup of {host} in DNS ({phase}) {reply}.")
        .within(ALONE)
        .effect(Effect::Attempt(Open))
        .samples(&["DNS Error: DNS type 'mx' lookup of bigmail.example responded with code NXDOMAIN"]),
    text("gmail-domain-unknown", "Domain name not found: {reply}", "The domain doesn't exist: \"{reply}\".")
        .effect(Effect::Attempt(Failure))
        .facts(&[(Role::Reply, "Domain name not found")])
        .samples(&["Domain name not found: bigmail.example Learn more at https://support.google.com/mail/?p=BadRcptDomain"]),
    text("gmail-certificate", "TLS Negotiation failed, the certificate doesn't match the host{text}", "Gmail did not hand the message to the server that is set under \"Send mail as\": the certificate of that server is for another name.")
        .effect(Effect::Attempt(Failure))
        .facts(&[(Role::Reply, "TLS Negotiation failed, the certificate doesn't match the host.")])
        .helps(
            Party::Sender,
            &[
                ("In Gmail, Settings > Accounts > Send mail as > Edit info, enter the server name that stands in the certificate (often the provider's, not the own domain), with port 587 and TLS or 465 and SSL.", ""),
                ("If it's our server, get a certificate for the name that customers enter.", ""),
            ],
        )
        .samples(&["TLS Negotiation failed, the certificate doesn't match the host."]),
    line("gmail-dns", "{?DNS Error: }{code_of_google} DNS type '{phase}' lookup of {host} {reply}")
        .says("The lookup of {host} in DNS ({phase}) {reply}.")
        .within(ALONE)
        .effect(Effect::Attempt(Open))
        .samples(&["DNS Error: 18395279 DNS type 'mx' lookup of bigmail responded with code NOERROR"]),
    line("gmail-response", "The response{? from the remote server} was:")
        .says("The answer of the other server follows.")
        .within(ALONE)
        .effect(Effect::Part(Bounce))
        .samples(&["The response from the remote server was:", "The response was:"]),
    line("gmail-response-old", "The error that the other server returned was:")
        .says("The answer of the other server follows.")
        .within(ALONE)
        .effect(Effect::Part(Bounce))
        .samples(&["The error that the other server returned was:"]),
    line("gmail-tried", "Google tried to deliver your message, but it was rejected by the server for the recipient domain {text} by {remote}. [{ip}].")
        .says("The server {remote} refused the mail.")
        .within(ALONE)
        .effect(Effect::Part(Bounce))
        .samples(&["Google tried to deliver your message, but it was rejected by the server for the recipient domain shop.example by mx.shop.example. [192.0.2.25]."]),
    line("original-follows", "----- Original message -----")
        .says("The copy of the message begins here.")
        .within(ALONE)
        .effect(Effect::Part(Bounce))
        .then(Part::Copied)
        .samples(&["----- Original message -----"]),
    // Others.
    opening("stalwart-hello", "Your message could not be delivered to the following recipients:", "Stalwart wrote this notice. The recipients follow.")
        .sign(Sign::Opening)
        .level(Permanent)
        .samples(&["Your message could not be delivered to the following recipients:"]),
    opening("stalwart-delayed", "There was a temporary problem delivering your message to the following recipients:", "Stalwart has not delivered the mail yet. The recipients follow.")
        .effect(Effect::Result(Deferral))
        .level(Temporary)
        .samples(&["There was a temporary problem delivering your message to the following recipients:"]),
    line("stalwart-recipient", "{?{gap}}<{mailbox}> ({reply})")
        .says("The mail did not reach {mailbox}: \"{reply}\".")
        .within(TEXT)
        .effect(Effect::Start)
        .level(Permanent)
        .then(Part::Text)
        .samples(&["<anna@shop.example> (TLS error from 'mx.shop.example': I/O error: tls handshake eof)"]),
    opening("yahoo-hello", "Sorry, we were unable to deliver your message to the following address{?es}.", "Yahoo wrote this notice. The recipients follow.")
        .sign(Sign::Opening)
        .level(Permanent)
        .samples(&["Sorry, we were unable to deliver your message to the following address."]),
    opening("ses-hello", "An error occurred while trying to deliver the mail to the following recipients:", "Amazon SES wrote this notice. The recipients follow.")
        .sign(Sign::Opening)
        .level(Permanent)
        .samples(&["An error occurred while trying to deliver the mail to the following recipients:"]),
    opening("powermta-hello", "Hello, this is the mail server on {host}.", "PowerMTA on {host} wrote this notice.")
        .sign(Sign::Opening)
        .samples(&["Hello, this is the mail server on out.shop.example."]),
    opening("opensmtpd-hello", "Hi! This is the MAILER-DAEMON{text}", "OpenSMTPD wrote this notice.")
        .sign(Sign::Opening)
        .samples(&["Hi! This is the MAILER-DAEMON, please DO NOT REPLY to this email."]),
    // What all have.
    line("answer-of-status", "{?S: }{code} {status} {reply}")
        .says("The answer was {code} ({status}): \"{reply}\".")
        .within(TEXT)
        .effect(Effect::Attempt(Open))
        .samples(&["550 5.1.1 The email account that you tried to reach does not exist."]),
    line("answer-of-lines", "{?S: }{code}-{reply}")
        .says("The answer was {code}, in several lines: \"{reply}\".")
        .within(TEXT)
        .effect(Effect::Attempt(Open))
        .samples(&["550-5.1.1 The email account that you tried to reach does not exist."]),
    line("answer-not-now", "{?S: }{not_now} {reply}")
        .says("The answer was {not_now}, not now: \"{reply}\".")
        .within(TEXT)
        .effect(Effect::Attempt(Deferral))
        .samples(&["451 Try again later"]),
    line("answer", "{?S: }{no} {reply}")
        .says("The answer was {no}, no: \"{reply}\".")
        .within(TEXT)
        .effect(Effect::Attempt(Failure))
        .samples(&["550 No such user"]),
    line("answer-labelled", "{text}:{?{gap}}{code} {status}{? {reply}}")
        .says("The answer was {code} ({status}): \"{reply}\".")
        .within(&[Part::Text])
        .effect(Effect::Attempt(Open))
        .loose()
        .samples(&["Gemeldeter Fehler: 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found"]),
    line("copy-follows", "--- Below this line is {text}.")
        .says("The copy of the message begins here.")
        .within(&[Part::Text, Part::Paragraph, Part::Outside, Part::Copy])
        .effect(Effect::Part(Bounce))
        .then(Part::Copied)
        .samples(&["--- Below this line is a copy of the message.", "--- Below this line is the original bounce."]),
    line("copy-cut", "--- Rest of message truncated.")
        .says("The rest of the message was left off.")
        .within(&[Part::Copy, Part::CopyHead, Part::Copied])
        .effect(Effect::Part(Bounce))
        .samples(&["--- Rest of message truncated."]),
    line("report-part", "Content-Type: message/delivery-status{?;{text}}")
        .says("The delivery report begins here, the part of the notice that is meant for programs.")
        .within(&[Part::Text, Part::Paragraph, Part::Outside, Part::Headers])
        .effect(Effect::Part(Bounce))
        .then(Part::Report)
        .samples(&["Content-Type: message/delivery-status"]),
    line("report-part-global", "Content-Type: message/global-delivery-status{?;{text}}")
        .says("The delivery report begins here, the part of the notice that is meant for programs.")
        .within(&[Part::Text, Part::Paragraph, Part::Outside, Part::Headers])
        .effect(Effect::Part(Bounce))
        .then(Part::Report)
        .samples(&["Content-Type: message/global-delivery-status"]),
    line("copy-part", "Content-Type: message/rfc822{?;{text}}")
        .says("The copy of the message begins here.")
        .within(&[Part::Text, Part::Paragraph, Part::Report, Part::Diagnostic, Part::Copied, Part::Copy])
        .effect(Effect::Part(Bounce))
        .then(Part::Copied)
        .samples(&["Content-Type: message/rfc822"]),
    line("copy-headers-part", "Content-Type: text/rfc822-headers{?;{text}}")
        .says("The headers of the message begin here; its text was left off.")
        .within(&[Part::Text, Part::Paragraph, Part::Report, Part::Diagnostic, Part::Copied, Part::Copy])
        .effect(Effect::Part(Bounce))
        .then(Part::Copied)
        .samples(&["Content-Type: text/rfc822-headers"]),
    line("boundary", "--{boundary}")
        .says("A line that divides the parts of the mail.")
        .within(&[Part::Text, Part::Paragraph, Part::Report, Part::Diagnostic, Part::Copied])
        .effect(Effect::Part(Bounce))
        .then(Part::Text)
        .loose()
        .samples(&["--1795288256-eximdsn-129955439"]),
];
