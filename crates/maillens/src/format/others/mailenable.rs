//! `MailEnable`, a mail server for Windows. Its SMTP activity log has one line for each command, with the reply that it
//! got, in columns between tabs. The name of the message's file ties them together: the same on the way in and out.

use super::{Effect, Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure};
use crate::vocabulary::Level::{Alert, Permanent, Success, Temporary};
use crate::vocabulary::Party::OurServer;
use crate::vocabulary::TraceType::{Connection, Message};

/// What `MailEnable` writes.
pub static FORMAT: Format = Format {
    id: "mailenable",
    title: "the mail server MailEnable",
    found_in: &[
        "C:\\Program Files (x86)\\Mail Enable\\Logging\\SMTP\\SMTP-Activity-YYMMDD.log",
        "SMTP-Debug-YYMMDD.log",
    ],
    sources: &["MailEnable knowledge base ME020170: how to analyse the log files"],
    programs: &["MailEnable"],
    says_end: false,
    own_log: true,
    realm: "mailenable",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field(
        "session",
        Role::Session,
        "The name of the message's file: it ties the lines of one connection together.",
    ),
    field("id", Role::Message, "The name of the message's file: it ties all of its lines together."),
    field("socket", Role::Text, "The number of the connection on this server.").shape(Shape::Number),
    field("client", Role::Client, "The address of the client."),
    field("remote", Role::Ip, "The address of the other server."),
    field("command", Role::Keyword, "The command.").shape(Shape::Name),
    field("details", Role::Text, "The command with what belongs to it."),
    field("from", Role::Sender, "The envelope sender.").shape(Shape::Address),
    field("to", Role::Recipient, "The recipient.").shape(Shape::Address),
    field("size", Role::Text, "The size that the client announced.").shape(Shape::Word),
    field("good", Role::Code, "The reply code: it worked.").shape(Shape::Code),
    field("later", Role::Code, "The reply code. 4xx: try again later.").shape(Shape::CodeOf(4)),
    field("never", Role::Code, "The reply code. 5xx: do not try again.").shape(Shape::CodeOf(5)),
    field("status", Role::Status, "The enhanced status code: a finer reason than the reply code."),
    field("reason", Role::Text, "What the client was told.").shape(Shape::Reason),
    field("named", Role::Host, "The name that the answering server gives itself.").shape(Shape::Word),
    field("reply", Role::Reply, "What the other server answered.").shape(Shape::Text),
    field("sent", Role::Count, "The bytes that were sent: {}."),
    field("received", Role::Count, "The bytes that were received: {}."),
    field("more", Role::Text, "Who was logged in, and where the message was kept."),
    field("code", Role::State, "The number of the event.").shape(Shape::Word),
    field("text", Role::Text, "What happened, in MailEnable's words."),
];

/// A command of a client, with the reply of this server.
macro_rules! inward {
    ($command:literal, $reply:literal) => {
        concat!(
            "SMTP-IN\t{session}\t{socket}\t{client}\t",
            $command,
            "\t",
            $reply,
            "{?\t{sent}\t{received}{?\t{more}}}"
        )
    };
}

/// A command of this server, with the reply of the other one.
macro_rules! outward {
    ($command:literal, $reply:literal) => {
        concat!(
            "SMTP-OU\t{id}\t{socket}\t{remote}\t",
            $command,
            "\t",
            $reply,
            "{?\t{sent}\t{received}{?\t{more}}}"
        )
    };
}

const PATTERNS: &[Pattern] = &[
    line("login-refused", inward!("{command}\t{details}", "535 {?{status} }{reason}"))
        .says("The server did not accept the username or the password.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&["SMTP-IN\tA1B2C3D4E5F6.MAI\t1234\t203.0.113.9\tAUTH\tcGFzcw==\t535 Invalid Username or Password\t34\t12"]),
    line("recipient-refused", inward!("RCPT\tRCPT TO:{? }<{to}>{? {size}}", "{never} {?{status} }{reason}"))
        .says("The server refused the recipient {to} permanently.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .samples(&["SMTP-IN\tA1B2C3D4E5F6.MAI\t1234\t203.0.113.9\tRCPT\tRCPT TO:<info@club.example>\t550 Requested action not taken: mailbox unavailable or not local\t64\t36\t"]),
    line("recipient-put-off", inward!("RCPT\tRCPT TO:{? }<{to}>{? {size}}", "{later} {?{status} }{reason}"))
        .says("The server refused the recipient {to} for now and asked to try again later.")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .samples(&["SMTP-IN\tA1B2C3D4E5F6.MAI\t1234\t203.0.113.9\tRCPT\tRCPT TO:<info@club.example>\t452 Requested action not taken: insufficient system storage\t64\t36\t"]),
    line("recipient", inward!("RCPT\tRCPT TO:{? }<{to}>{? {size}}", "{good} {reply}"))
        .says("The server accepted the recipient {to}.")
        .effect(Effect::Part(Connection))
        .loose()
        .samples(&["SMTP-IN\tA1B2C3D4E5F6.MAI\t1234\t203.0.113.9\tRCPT\tRCPT TO:<info@club.example>\t250 Requested mail action okay, completed\t43\t34\t"]),
    line("sender", inward!("MAIL\tMAIL FROM:{? }<{from}>{? {size}}", "{good} {reply}"))
        .says("The client gave the sender {from}.")
        .effect(Effect::Part(Connection))
        .loose()
        .samples(&["SMTP-IN\tA1B2C3D4E5F6.MAI\t1234\t203.0.113.9\tMAIL\tMAIL FROM:<news@shop.example> SIZE=1234\t250 Requested mail action okay, completed\t43\t34\t"]),
    line("refused", inward!("{command}\t{details}", "{never} {?{status} }{reason}"))
        .says("The server refused this permanently.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .samples(&["SMTP-IN\tA1B2C3D4E5F6.MAI\t1234\t203.0.113.9\tMAIL\tMAIL FROM:<news@shop.example>\t530 Authentication is required\t64\t36\t"]),
    line("put-off", inward!("{command}\t{details}", "{later} {?{status} }{reason}"))
        .says("The server refused this for now and asked the client to try again later.")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .samples(&["SMTP-IN\tA1B2C3D4E5F6.MAI\t1234\t203.0.113.9\tDATA\tDATA\t451 Requested action aborted: local error in processing\t64\t36\t"]),
    line("command", inward!("{command}\t{details}", "{good}{?-{named}}{? {reply}}"))
        .says("The client sent a command, and the server answered.")
        .effect(Effect::Part(Connection))
        .loose()
        .samples(&["SMTP-IN\tA1B2C3D4E5F6.MAI\t1234\t203.0.113.9\tQUIT\tQUIT\t221 Service closing transmission channel\t42\t6\t"]),
    line("failed", outward!("RCPT\tRCPT TO:{? }<{to}>{? {size}}", "{never}{?-}{? }{?{status} }{reason}"))
        .says("The other server refused the recipient {to} permanently.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["SMTP-OU\tA1B2C3D4E5F6.MAI\t1234\t192.0.2.25\tRCPT\tRCPT TO:<tom@shop.example>\t550 5.1.1 User unknown\t64\t36\t"]),
    line("deferred", outward!("RCPT\tRCPT TO:{? }<{to}>{? {size}}", "{later}{?-}{? }{?{status} }{reason}"))
        .says("The other server refused the recipient {to} for now, so MailEnable tries again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["SMTP-OU\tA1B2C3D4E5F6.MAI\t1234\t192.0.2.25\tRCPT\tRCPT TO:<tom@shop.example>\t451 4.7.1 Greylisted\t64\t36\t"]),
    line("named-recipient", outward!("RCPT\tRCPT TO:{? }<{to}>{? {size}}", "{good} {reply}"))
        .says("The other server accepted the recipient {to}.")
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["SMTP-OU\tA1B2C3D4E5F6.MAI\t1234\t192.0.2.25\tRCPT\tRCPT TO:<tom@shop.example>\t250 OK\t64\t36\t"]),
    line("message-refused", outward!("{command}\t{details}", "{never}{?-}{? }{?{status} }{reason}"))
        .says("The other server refused the message permanently.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["SMTP-OU\tA1B2C3D4E5F6.MAI\t1234\t192.0.2.25\tDATA\t.\t554 5.7.1 Message rejected as spam\t64\t36\t"]),
    line("message-put-off", outward!("{command}\t{details}", "{later}{?-}{? }{?{status} }{reason}"))
        .says("The other server refused the message for now, so MailEnable tries again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["SMTP-OU\tA1B2C3D4E5F6.MAI\t1234\t192.0.2.25\tDATA\t.\t451 4.3.0 Try again later\t64\t36\t"]),
    line("answered", outward!("{command}\t{details}", "{good}{?-{named}}{? {reply}}"))
        .says("This server sent a command, and the other server answered.")
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["SMTP-OU\tA1B2C3D4E5F6.MAI\t1234\t192.0.2.25\tQUIT\tQUIT\t221 2.0.0 Bye\t15\t6\t"]),
    line("greeted", "SMTP-OU\t{id}\t{socket}\t{remote}\t{?\t}{?\t}{good}{?-{named}}{? {reply}}{?\t{sent}\t{received}{?\t{more}}}")
        .says("The other server greeted.")
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["SMTP-OU\tA1B2C3D4E5F6.MAI\t1068\t192.0.2.25\t\t\t220 mx.shop.example ESMTP\t0\t29"]),
    line("event-error", "ME-E{code}: {text}")
        .says("MailEnable reports an error: {text}.")
        .level(Permanent)
        .samples(&["ME-E0049: [1234] Error occurred whilst resolving the domain shop.example"]),
    line("event-fatal", "ME-F{code}: {text}")
        .says("MailEnable reports a serious error: {text}.")
        .level(Alert)
        .helps(OurServer, &[("See whether MailEnable's services run (services.msc), and look into Windows's event viewer (eventvwr.msc) for the same minute.", "")])
        .samples(&["ME-F0001: The service could not start"]),
    line("event", "ME-I{code}: {text}")
        .says("MailEnable reports: {text}.")
        .level(Success)
        .samples(&["ME-I0026: [1234] Sending message."]),
];
