//! qmail-popup and qmail-pop3d: POP3, by which email apps fetch mail. They log nothing themselves;
//! tcpserver's lines tell of connections and vchkpw's of log-ins. These are the answers that email apps
//! show to their users.

use super::{Field, Format, Pattern, line};
use crate::vocabulary::Level::{Alert, Permanent, Temporary};

/// What qmail's POP3 programs answer.
pub static FORMAT: Format = Format {
    id: "qmail-pop3d",
    title: "qmail's POP3 programs",
    found_in: &["/var/log/pop3/current"],
    sources: &["notqmail 1.09 qmail-popup.c", "notqmail 1.09 qmail-pop3d.c"],
    realm: "qmail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[];

const PATTERNS: &[Pattern] = &[
    line("log-in-failed", "-ERR authorization failed")
        .says("Reply to an email app: the username or password is wrong, or POP3 is switched off for the mailbox.")
        .level(Permanent)
        .samples(&["-ERR authorization failed"]),
    line("check-crashed", "-ERR aack, child crashed")
        .says("Reply to an email app: the program that checks passwords died; often its memory limit is too low.")
        .level(Temporary)
        .samples(&["-ERR aack, child crashed"]),
    line("user-first", "-ERR USER first")
        .says("Reply to an email app: it must send the username before the password.")
        .level(Permanent)
        .samples(&["-ERR USER first"]),
    line("log-in-first", "-ERR authorization first")
        .says("Reply to an email app: it must log in first.")
        .level(Permanent)
        .samples(&["-ERR authorization first"]),
    line("syntax", "-ERR syntax error")
        .says("Reply to an email app: the command is malformed.")
        .level(Permanent)
        .samples(&["-ERR syntax error"]),
    line("unknown-command", "-ERR unimplemented")
        .says("Reply to an email app: this server does not know the command.")
        .level(Permanent)
        .samples(&["-ERR unimplemented"]),
    line("no-maildir", "-ERR this user has no $HOME/Maildir")
        .says("Reply to an email app: the mailbox folder (Maildir) is missing or cannot be entered.")
        .level(Permanent)
        .samples(&["-ERR this user has no $HOME/Maildir"]),
    line("maildir-not-read", "-ERR unable to scan $HOME/Maildir")
        .says("Reply to an email app: the mailbox folder (Maildir) cannot be read.")
        .level(Temporary)
        .samples(&["-ERR unable to scan $HOME/Maildir"]),
    line("deleted-already", "-ERR already deleted")
        .says("Reply to an email app: the message was deleted in this session already.")
        .level(Permanent)
        .samples(&["-ERR already deleted"]),
    line("message-zero", "-ERR messages are counted from 1")
        .says("Reply to an email app: there is no message number 0.")
        .level(Permanent)
        .samples(&["-ERR messages are counted from 1"]),
    line("no-such-message", "-ERR not that many messages")
        .says("Reply to an email app: the mailbox has fewer messages than that.")
        .level(Permanent)
        .samples(&["-ERR not that many messages"]),
    line("message-not-opened", "-ERR unable to open that message")
        .says("Reply to an email app: the message has gone, perhaps deleted by another program, or cannot be read.")
        .level(Permanent)
        .samples(&["-ERR unable to open that message"]),
    line("not-all-deleted", "-ERR unable to unlink all deleted messages")
        .says("Reply to an email app: some of the messages that it deleted could not be removed.")
        .level(Temporary)
        .samples(&["-ERR unable to unlink all deleted messages"]),
    line("out-of-memory", "-ERR out of memory")
        .says("Reply to an email app: no memory was left on the server; often a limit is set too low.")
        .level(Temporary)
        .samples(&["-ERR out of memory"]),
    line("root-refused", "qmail-pop3d invoked as uid 0, terminating")
        .says("The login belongs to the system user root, for whom mail is never served.")
        .level(Alert)
        .samples(&["qmail-pop3d invoked as uid 0, terminating"]),
];
