//! Dovecot's `mail_log` plugin: which session deleted, copied, saved or moved which message. It answers
//! "where did my mail go?".

use super::{Datum, Effect, Field, Format, Pattern, Place, Role, Shape, Word, field, line, word};
use crate::vocabulary::TraceType::Session;

/// What the `mail_log` plugin writes.
pub static FORMAT: Format = Format {
    id: "dovecot-mail-log",
    title: "Dovecot, about a single message or folder",
    found_in: &["/var/log/dovecot.log", "/var/log/dovecot-info.log", "/var/log/maillog", "/var/log/mail.log"],
    sources: &["Dovecot 2.2.36, 2.3.21, 2.4.4 plugins/mail-log/mail-log-plugin.c"],
    programs: &[
        "imap",
        "pop3",
        "lmtp",
        "lda",
        "deliver",
        "dovecot-lda",
        "doveadm",
        "dsync-local",
        "dsync-remote",
        "submission",
    ],
    place: Place::Program,
    delivers: &["lmtp", "lda", "deliver", "dovecot-lda"],
    realm: "dovecot",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("box", Role::Path, "The mail folder.").datum(Datum::Folder),
    field("from_box", Role::Path, "The mail folder that it came from."),
    field("to_box", Role::Path, "The mail folder's new name."),
    field("uid", Role::Count, "The message's number in its folder: {}."),
    field(
        "msgid",
        Role::MessageId,
        "The Message-ID: the name that the sender's software gave the message. It ties this line to the lines of other email apps.",
    ),
    field("size", Role::Bytes, "The size of the message: { byte}."),
    field("vsize", Role::Bytes, "The size of the message as it is sent over the network: { byte}."),
    field("flags", Role::State, "The marks of the message, such as seen, answered or deleted.")
        .shape(Shape::Text),
    field("from", Role::Address, "The From line of the message: what people see as its sender.")
        .shape(Shape::Text),
    field("subject", Role::Subject, "The subject of the message."),
    field("detail", Role::Text, "The rest of the line: what the server was set to log of the message."),
];

const WORDS: &[Word] = &[
    word("delete", "Marked as deleted; it is still there until it is expunged."),
    word("expunge", "Removed permanently."),
    word("save", "Added to the folder."),
    word("copy", "Copied; with an expunge after it, moved."),
];

/// A template with what is logged of the message, as the server is set by default; a subject can hold
/// anything and stands last.
macro_rules! of_message {
    ($template:literal) => {
        concat!($template, "box={box}, uid={uid}, msgid={msgid}{?, size={size}}{?, vsize={vsize}}{?, flags=({flags})}{?, from={from}}{?, subject={subject}}")
    };
}

const PATTERNS: &[Pattern] = &[
    line("save", of_message!("save: "))
        .says("A message was added to the folder {box}.")
        .effect(Effect::Part(Session))
        .samples(&["save: box=INBOX, uid=1, msgid=<11.1.8783528@partner.example>, size=464, from=<bob@partner.example>, subject=Invoice, size=2, box=Spam"]),
    line("delete", of_message!("delete: "))
        .says("This session marked a message in {box} as deleted.")
        .effect(Effect::Part(Session))
        .samples(&["delete: box=INBOX, uid=1, msgid=<11.11.6221231@bank.example>, size=472, from=<no-reply@bank.example>, subject=Re: meeting"]),
    line("undelete", of_message!("undelete: "))
        .says("This session took back the mark that a message in {box} is deleted.")
        .effect(Effect::Part(Session))
        .samples(&["undelete: box=INBOX, uid=1, msgid=<11.11.6221231@bank.example>, size=472"]),
    line("expunge", of_message!("expunge: "))
        .says("This session removed a message from {box} permanently.")
        .effect(Effect::Part(Session))
        .samples(&["expunge: box=INBOX, uid=1, msgid=<11.11.6221231@bank.example>, size=472, from=<no-reply@bank.example>, subject=Re: meeting"]),
    line("copy", of_message!("copy from {from_box}: "))
        .says("This session copied a message from {from_box} to {box}.")
        .effect(Effect::Part(Session))
        .samples(&["copy from INBOX: box=INBOX.Trash, uid=1, msgid=<11.20.2231423@store.example>, size=1325, from=<shop@store.example>, subject=Invoice"]),
    line("flag-change", of_message!("flag_change: "))
        .says("This session changed the marks of a message in {box}, such as read or answered.")
        .effect(Effect::Part(Session))
        .samples(&["flag_change: box=INBOX, uid=1, msgid=<11.20.2231423@store.example>, flags=(\\Seen)"]),
    line("save-other", "save: {detail}")
        .says("A message was added to a folder.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["save: uid=1, msgid=<11.20.2231423@store.example>"]),
    line("delete-other", "delete: {detail}")
        .says("This session marked a message as deleted.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["delete: uid=1, msgid=<11.20.2231423@store.example>"]),
    line("undelete-other", "undelete: {detail}")
        .says("This session took back the mark that a message is deleted.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["undelete: uid=1, msgid=<11.20.2231423@store.example>"]),
    line("expunge-other", "expunge: {detail}")
        .says("This session removed a message permanently.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["expunge: uid=1, msgid=<11.20.2231423@store.example>"]),
    line("copy-other", "copy from {from_box}: {detail}")
        .says("This session copied a message from {from_box}.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["copy from INBOX: uid=1, msgid=<11.20.2231423@store.example>"]),
    line("flag-change-other", "flag_change: {detail}")
        .says("This session changed the marks of a message.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["flag_change: uid=1, flags=(\\Seen)"]),
    line("folder-created", "Mailbox created: {box}")
        .says("The folder {box} was made.")
        .effect(Effect::Part(Session))
        .samples(&["Mailbox created: INBOX.Sent"]),
    line("folder-deleted", "Mailbox deleted: {box}")
        .says("The folder {box} was deleted by this session.")
        .effect(Effect::Part(Session))
        .samples(&["Mailbox deleted: INBOX.Proj2"]),
    line("folder-renamed", "Mailbox renamed: {box} -> {to_box}")
        .says("The folder {box} was renamed to {to_box}. Moving a folder into the trash is a rename too.")
        .effect(Effect::Part(Session))
        .samples(&["Mailbox renamed: INBOX.Proj -> INBOX.Proj2"]),
    line("folder-subscribed", "Mailbox subscribed: {box}")
        .says("The email app shows the folder {box} from now on.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Mailbox subscribed: INBOX.Proj"]),
    line("folder-unsubscribed", "Mailbox unsubscribed: {box}")
        .says("The email app no longer shows the folder {box}.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Mailbox unsubscribed: INBOX.Proj"]),
];
