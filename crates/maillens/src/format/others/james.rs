//! Apache James: its parts write with the thread and the shortened name of the class.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party;

/// What James writes.
pub static FORMAT: Format = Format {
    id: "james",
    title: "the mail server Apache James",
    found_in: &["logs/james.log", "docker logs"],
    sources: &[
        "Apache James: MailDelivrer.java, MailDelivrerToHost.java, AbstractAuthProcessor.java, SimpleMailStore.java",
    ],
    realm: "james",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("thread", Role::Keyword, "The part of the server that wrote it.").shape(Shape::Name),
    field("class", Role::Keyword, "The class that wrote it.").shape(Shape::Word),
    field("id", Role::Text, "The name of the mail.").shape(Shape::Word),
    field("message_id", Role::MessageId, "The Message-ID.").shape(Shape::Word),
    field("host", Role::Host, "The other server.").shape(Shape::Word),
    field("sender", Role::Sender, "The sender.").shape(Shape::Word),
    field("recipient", Role::Text, "The recipients."),
    field("text", Role::Text, "More about it."),
];

/// The thread and the class stand in front.
macro_rules! said {
    ($text:literal) => {
        concat!("[{thread}] o.a.j.{class} - ", $text)
    };
}

const PATTERNS: &[Pattern] = &[
    line("sent", said!("Mail ({id}) with messageId {message_id} sent successfully to {host} at {text} from {sender} for {recipient}"))
        .says("The message from {sender} was delivered: the server {host} accepted it.")
        .level(Success)
        .samples(&["[RemoteDelivery-Process-2] o.a.j.t.m.r.d.MailDelivrerToHost - Mail (Mail1-to-shop.example) with messageId <1@club.example> sent successfully to mx.shop.example at 198.51.100.8 from eva@club.example for [ben@shop.example]"]),
    line("tried", said!("Temporary exception delivering mail ({id}):{? {text}}"))
        .says("A message could not be delivered this time; James tries again. The lines below say why.")
        .level(Temporary)
        .samples(&["[RemoteDelivery-Process-1] o.a.j.t.m.r.d.MailDelivrer - Temporary exception delivering mail (Mail1-to-shop.example): "]),
    line("login-failed", said!("{?IMAP }{?POP3 }{?SMTP }Authentication failed because of bad credentials.{?{text}}"))
        .says("A login failed: the name or the password is wrong.")
        .level(Warning)
        .helps(Party::Recipient, &[("Enter the username (the whole address) and the password again in the app.", "")])
        .samples(&["[imapserver-0-2] o.a.j.i.p.AbstractAuthProcessor - IMAP Authentication failed because of bad credentials."]),
    line("not-stored", said!("Error while storing mail.{?{text}}"))
        .says("A message could not be stored in the mailbox; the lines below say why.")
        .level(Permanent)
        .samples(&["[spooler-8] o.a.j.t.m.d.SimpleMailStore - Error while storing mail."]),
    line("other", said!("{text}"))
        .says("A part of James says: {text}.")
        .loose()
        .samples(&["[smtpserver-2-4] o.a.j.p.s.c.AbstractHookableCmdHandler - RCPT TO rejected"]),
];
