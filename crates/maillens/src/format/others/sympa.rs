//! Sympa: what became of the messages to its lists. In front stand the level and where in Sympa it was written.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Success};
use crate::vocabulary::Party;

/// What it writes.
pub static FORMAT: Format = Format {
    id: "sympa",
    title: "the mailing list software Sympa",
    found_in: &["/var/log/sympa.log", "/var/log/mail.log"],
    sources: &["Sympa 6.2 Sympa/Spindle/*.pm, Sympa/Mailer.pm"],
    programs: &["sympa_msg", "bulk"],
    realm: "sympa",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("level", Role::State, "How serious it is.").shape(Shape::Name),
    field("place", Role::Keyword, "Where in Sympa it was written.").shape(Shape::Text),
    field("message", Role::Text, "The message.").shape(Shape::Text),
    field("list", Role::Text, "The list.").shape(Shape::Word),
    field("sender", Role::Sender, "Who wrote it.").shape(Shape::Word),
    field("text", Role::Text, "More about it."),
];

const PATTERNS: &[Pattern] = &[
    line("rejected", "{level} {place} Message {message} for Sympa::List <{list}> from {sender} rejected({text}")
        .says("The message of {sender} to the list {list} was rejected: the sender is not allowed to write to it.")
        .level(Permanent)
        .helps(Party::Sender, &[("The sender subscribes to the list, or asks its owners (listname-request); an owner changes who may write in the list's settings, Sending/receiving.", "")])
        .samples(&["notice Sympa::Spindle::AuthorizeMessage::_twist() Message Sympa::Message <news@lists.shop.example.1728890551.40112,1873> for Sympa::List <news@lists.shop.example> from eva@club.example rejected() because sender not allowed"]),
    line("accepted", "{level} {place} Message {message} for Sympa::List <{list}> from {sender} accepted ({text}")
        .says("The message of {sender} was accepted and sent to the members of {list}.")
        .level(Success)
        .samples(&["info Sympa::Spindle::ToList::_twist() Message Sympa::Message <4> for Sympa::List <news@lists.shop.example> from eva@club.example accepted (3.04 seconds, 1 sessions, 841 subscribers), message ID=1@club.example"]),
    line("sent", "{level} {place} Done sending message {message} for Sympa::List <{list}> {text}")
        .says("The message was handed to the mail server for the members of {list}.")
        .level(Success)
        .samples(&["notice Sympa::Mailer::store() Done sending message Sympa::Message <5.5.1729145994> for Sympa::List <news@lists.shop.example> (priority 5) in 1 seconds since scheduled expedition date"]),
    line("no-list", "err {place} List {list} does not exist")
        .says("The message was for the list {list}, which does not exist.")
        .level(Permanent)
        .helps(Party::Sender, &[("The sender checks the address of the list; the lists that there are stand on the web page of Sympa.", "")])
        .samples(&["err main::#243 > Sympa::Spindle::spin#83 > Sympa::Spindle::ProcessIncoming::_twist#241 List newz does not exist"]),
    line("no-message-id", "err {place} Message {message} has no message ID")
        .says("The message has no header Message-ID, so Sympa set it aside and the list did not get it.")
        .level(Permanent)
        .helps(Party::Sender, &[("The program that made the message has to give it a Message-ID, or the mail server adds it (Postfix: always_add_missing_headers = yes).", "")])
        .samples(&["err main::#243 > Sympa::Spindle::spin#83 > Sympa::Spindle::ProcessIncoming::_twist#108 Message Sympa::Message <news@lists.shop.example.1729063599.8842> has no message ID"]),
    line("processing", "{level} {place} Processing {message}; {text}")
        .says("Sympa works on a message.")
        .loose()
        .samples(&["notice Sympa::Spindle::ProcessIncoming::_twist() Processing Sympa::Message <news@lists.shop.example.1728890551.40112,1873>; envelope_sender=eva@club.example; message_id=1@club.example; sender=eva@club.example"]),
];
