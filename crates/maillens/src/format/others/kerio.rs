//! Kerio Connect (Kerio `MailServer`): the mail log, one line when a message came and one for each recipient, and the
//! security and warning logs.

use super::{Effect, Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Success};
use crate::vocabulary::Level::{self, Permanent, Temporary, Warning};
use crate::vocabulary::TraceType::{Connection, Message};

/// What Kerio Connect writes.
pub static FORMAT: Format = Format {
    id: "kerio-connect",
    title: "the mail server Kerio Connect",
    found_in: &[
        "/opt/kerio/mailserver/store/logs/mail.log",
        "/opt/kerio/mailserver/store/logs/security.log",
        "Logs, Mail in the administration",
    ],
    sources: &["Kerio MailServer Administrator's Guide 6.7: Mail log, Security log"],
    programs: &["kerio"],
    says_end: false,
    own_log: true,
    realm: "kerio",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("id", Role::Message, "The id of the message in the queue: it ties its lines together."),
    field(
        "service",
        Role::State,
        "How the message came: SMTP, HTTP for webmail, POP3 for fetched mail, LIST, DSN for a notice.",
    )
    .shape(Shape::Text),
    field("from", Role::Sender, "The envelope sender.").shape(Shape::Address),
    field("rcpts", Role::Text, "The recipients.").shape(Shape::Text),
    field("to", Role::Recipient, "The recipient.").shape(Shape::Address),
    field("bytes", Role::Bytes, "The size of the message: { byte}."),
    field("user", Role::User, "Who was logged in.").shape(Shape::Word),
    field("client", Role::Client, "The address of the client."),
    field("remote", Role::Remote, "The server that the message was handed to, or should be.")
        .shape(Shape::Word),
    field("status", Role::Status, "The enhanced status code: a finer reason than the reply code."),
    field("reply", Role::Reply, "The other server's answer, or what went wrong.").shape(Shape::Hostile),
    field("msgid", Role::MessageId, "The Message-ID: the name that the sender's software gave the message.")
        .shape(Shape::Word),
    field("more", Role::Text, "More about the message."),
    field("list", Role::Text, "The block list."),
    field("protocol", Role::State, "The protocol.").shape(Shape::Word),
    field("text", Role::Text, "Why."),
];

/// The result for one recipient.
macro_rules! sent {
    ($result:literal) => {
        concat!(
            "Sent: Queue-ID: {id}, Recipient: <{to}>, Result: ",
            $result,
            ", Status: {?{status} }{?{reply}}{?, Remote-Host: {remote}}{?, Msg-Id: <{msgid}>}"
        )
    };
}

const PATTERNS: &[Pattern] = &[
    line("received", "Recv: Queue-ID: {id}, Service: {service}, From: <{from}>, To: {rcpts}, Size: {bytes}{?, User: {user}}{?, Sender-Host: {client}}{?, {more}}")
        .says("A message of {bytes byte} from {from} came in over {service}.")
        .effect(Effect::Envelope(Message))
        .samples(&[
            "Recv: Queue-ID: 438dd9ea-00000000, Service: SMTP, From: <anna@club.example>, To: <tom@shop.example>, Size: 1229, User: anna@club.example, Sender-Host: 203.0.113.9, SSL: yes, Subject: Hello, Msg-Id: <x@club.example>",
            "Recv: Queue-ID: 438dd9ea-00000000, Service: DSN, From: <>, To: <anna@club.example>, Size: 1229",
        ]),
    line("delivered-elsewhere", "Sent: Queue-ID: {id}, Recipient: <{to}>, Result: delivered, Status: {?{status} }{?{reply}}, Remote-Host: {remote}{?, Msg-Id: <{msgid}>}")
        .says("The server of {to} accepted the message.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["Sent: Queue-ID: 438dd9ea-00000000, Recipient: <tom@shop.example>, Result: delivered, Status: 2.0.0 , Remote-Host: 192.0.2.25, Msg-Id: <x@club.example>"]),
    line("delivered", "Sent: Queue-ID: {id}, Recipient: <{to}>, Result: delivered, Status: {status}{? {reply}}{?, Msg-Id: <{msgid}>}")
        .says("The message was delivered to {to}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .loose()
        .samples(&["Sent: Queue-ID: 438dd9ea-00000000, Recipient: <anna@club.example>, Result: delivered, Status: 2.0.0"]),
    line("failed", sent!("failed"))
        .says("The message could not be delivered to {to}.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["Sent: Queue-ID: 438dd9ea-00000000, Recipient: <tom@shop.example>, Result: failed, Status: 5.1.1 550 5.1.1 User unknown, Remote-Host: 192.0.2.25, Msg-Id: <x@club.example>"]),
    line("delayed", sent!("delayed"))
        .says("It did not work this time for {to}. Kerio Connect tries again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["Sent: Queue-ID: 438dd9ea-00000000, Recipient: <tom@shop.example>, Result: delayed, Status: 4.4.1 Connection timed out, Remote-Host: 192.0.2.25"]),
    line("login-refused", "{?{protocol}: }Invalid password for user {user}. Attempt from IP address {client}.")
        .says("The server did not accept the password of {user}.")
        .level(Permanent)
        .effect(Effect::Birth(Connection))
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&["IMAP: Invalid password for user anna@club.example. Attempt from IP address 203.0.113.9."]),
    line("user-unknown", "{?{protocol}: }User {user} doesn't exist. Attempt from IP address {client}.")
        .says("Somebody tried to log in as {user}, which is no account here.")
        .level(Permanent)
        .effect(Effect::Birth(Connection))
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&["SMTP: User test@club.example doesn't exist. Attempt from IP address 203.0.113.9."]),
    line("listed", "IP address {client} found in DNS blacklist {list}, mail from <{from}> to <{to}> rejected")
        .says("The mail from {from} to {to} was refused, because the block list {list} has the client's address.")
        .level(Permanent)
        .effect(Effect::Birth(Connection))
        .facts(&[(Role::Reason, "blocked")])
        .samples(&["IP address 203.0.113.9 found in DNS blacklist SpamHaus SBL-XBL, mail from <news@shop.example> to <info@club.example> rejected"]),
    line("relay-denied", "Relay attempt from IP address {client}, mail from <{from}> to <{to}> rejected")
        .says("A client that isn't logged in wanted to send from {from} to {to}, which is none of this server's domains, so it was refused.")
        .level(Permanent)
        .effect(Effect::Birth(Connection))
        .facts(&[(Role::Reason, "notaccept")])
        .samples(&["Relay attempt from IP address 203.0.113.9, mail from <news@shop.example> to <tom@bigmail.example> rejected"]),
    line("login-failed", "Failed {protocol} login from {client}{? with SASL method {text}}.")
        .says("A login from {client} failed.")
        .level(Warning)
        .samples(&["Failed SMTP login from 203.0.113.9 with SASL method LOGIN."]),
    line("virus", "Found virus in mail from <{from}> to <{to}>: {text}")
        .says("The mail from {from} to {to} holds a virus: {text}.")
        .level(Warning)
        .samples(&["Found virus in mail from <news@shop.example> to <info@club.example>: Eicar-Test-Signature"]),
    line("attack", "{protocol} Spam attack detected from {client}, {text}")
        .says("A client was cut off, because it behaved like a spam program: {text}.")
        .level(Warning)
        .samples(&["SMTP Spam attack detected from 203.0.113.9, client closed connection before SMTP greeting"]),
];
