//! The IMAP and POP3 servers of the University of Washington (imapd, ipop3d), which panda-imap continues.
//!
//! A mailbox in the classic form (mbox) has one writer at a time: a second session takes the lock from the first.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Success, Warning};
use crate::vocabulary::Party;

/// What they write.
pub static FORMAT: Format = Format {
    id: "uw-imap",
    title: "the mailbox server UW-IMAP",
    found_in: &["/var/log/maillog", "/var/log/mail.log"],
    sources: &["UW-IMAP 2007f src/imapd/imapd.c, src/ipopd/ipop3d.c, src/osdep/unix/env_unix.c"],
    programs: &["imapd", "ipop3d", "in.imapd", "uw-imapd", "ipop2d"],
    realm: "uw-imap",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("protocol", Role::State, "The protocol.").shape(Shape::Name),
    field("client", Role::Client, "The address of the client."),
    field("host", Role::Host, "The name of the client.").shape(Shape::Word),
    field("user", Role::User, "Who is logged in, or tried to.").shape(Shape::Word),
    field("method", Role::State, "The way to log in.").shape(Shape::Word),
    field("what", Role::Text, "What the server was doing.").shape(Shape::Text),
];

/// What helps about a mailbox that two sessions want.
const LOCKED: &[(&str, &str)] = &[
    (
        "Close the other program or device that has the mailbox open (two apps, or an app and webmail at the same time), or let only one of them check it often.",
        "",
    ),
    (
        "For several devices at once, use a mailbox format that more than one session may open: mbx (mbxcvt) here, or Maildir with another server such as Dovecot.",
        "",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("service", "{protocol} {?SSL }service init from {client}")
        .says("{client} connected ({protocol}).")
        .samples(&["imaps SSL service init from 192.0.2.33", "imap service init from 192.0.2.33"]),
    line("login", "{?Login}{?Authenticated}{?Preauthenticated} user={user} host={?{host} }{client}")
        .says("{user} logged in from {client}.")
        .level(Success)
        .samples(&["Login user=bob host=pc33.uni.example [192.0.2.33]", "Authenticated user=bob host=[192.0.2.33]"]),
    line("login-failed", "Login {?failed}{?failure} user={user}{? auth={method}} host={?{host} }{client}")
        .says("The login of {user} from {client} failed: the name or the password is wrong.")
        .level(Permanent)
        .helps(Party::Recipient, &[("Enter the username and the password again in the app; test the password on the server:", "su - {user} -c true; getent passwd {user}")])
        .samples(&["Login failed user=bob auth=bob host=pc33.uni.example [192.0.2.33]", "Login failure user=bob host=pc33.uni.example [192.0.2.33]"]),
    line("login-excessive", "{?Login e}{?E}xcessive login failures user={user}{? auth={method}} host={?{host} }{client}")
        .says("{client} failed too often to log in as {user}, so the connection was closed.")
        .level(Warning)
        .helps(Party::Recipient, &[("If it's a customer, correct the password that the device has stored; if not, somebody guesses passwords.", "")])
        .samples(&["Excessive login failures user=bob auth=bob host=pc33.uni.example [192.0.2.33]"]),
    line("lost-lock", "Killed (lost mailbox lock) user={user} host={?{host} }{client}")
        .says("The session of {user} was ended because another program or device opened the same mailbox and took its lock: this kind of mailbox allows one writer at a time. Nothing is wrong with the login.")
        .level(Warning)
        .helps(Party::Recipient, LOCKED)
        .samples(&["Killed (lost mailbox lock) user=bob host=pc33.uni.example [192.0.2.33]"]),
    line("idle", "Autologout user={user} host={?{host} }{client}")
        .says("The session of {user} was closed, because the client was idle for too long.")
        .samples(&["Autologout user=bob host=pc33.uni.example [192.0.2.33]"]),
    line("unsafe-folder", "Mailbox vulnerable - directory {what} must have 1777 protection")
        .says("The server can't lock mailboxes: the folder {what} has the wrong permissions.")
        .level(Warning)
        .helps(Party::OurServer, &[("Let every user create lock files in it:", "chmod 1777 {what}")])
        .samples(&["Mailbox vulnerable - directory /var/spool/mail must have 1777 protection"]),
    line("ended", "{?Logout}{?Hangup}{?Killed}{?Terminated} user={user} host={?{host} }{client}")
        .says("The session of {user} ended.")
        .samples(&["Logout user=bob host=pc33.uni.example [192.0.2.33]"]),
    line("hung-up", "{?Unexpected client disconnect}{?Command stream end of file}{?Broken pipe}{?Connection reset by peer}{?Connection timed out}, while {what} user={user} host={?{host} }{client}")
        .says("The client hung up while the server was {what}.")
        .samples(&["Unexpected client disconnect, while reading line user=bob host=pc33.uni.example [192.0.2.33]"]),
];
