//! A conversation in SMTP, as it is pasted from a terminal or from the debugging output of a program: the
//! commands of the client and the replies of the server.
//!
//! Telnet shows both without any mark: a line that begins with three digits is a reply, what stands
//! between replies was typed. swaks, curl, `PHPMailer` and notices put a mark in front of each line.
//! A reply of several lines has `-` after its code on all lines but the last. What answers a reply 334
//! is a name or a password, only encoded: it is masked.

use super::{
    Effect, Field, Format, FormatKind, Led, Part, Pattern, Place, Role, Shape, Sign, Tie, Word, field, line,
    word,
};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Success};
use crate::vocabulary::Level::{self, Permanent, Temporary, Warning};
use crate::vocabulary::TraceType::Dialogue;

/// What client and server say.
pub static FORMAT: Format = Format {
    id: "smtp-dialogue",
    title: "a conversation in SMTP, the language in which mail servers talk",
    found_in: &["a terminal with telnet or openssl", "the debugging output of an email app"],
    sources: &["RFC 5321", "RFC 4954", "RFC 3207", "swaks 20201014", "curl -v", "PHPMailer SMTPDebug"],
    place: Place::Document(Dialogue),
    kind: FormatKind::Talk,
    realm: "dialogue",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Where replies are read.
const REPLY: &[Part] = &[
    Part::Talk,
    Part::Outside,
    Part::Calling,
    Part::Secret,
    Part::Content,
    Part::Certificate,
    Part::Closed,
    Part::Rows,
];
/// Where commands are read that are telling by themselves.
const COMMAND: &[Part] = &[Part::Outside, Part::Calling, Part::Talk, Part::Certificate, Part::Closed];
/// Where commands are read that are plain words.
const WORD: &[Part] = &[Part::Calling, Part::Talk, Part::Certificate, Part::Closed];

/// A line of the client, with or without the mark of a tool.
macro_rules! client {
    ($text:literal) => {
        concat!("{? -> }{? ~> }{?> }{?CLIENT -> SERVER: }{?C: }{?In: {gap}}", $text)
    };
}

/// A line of the server, with or without the mark of a tool.
macro_rules! server {
    ($text:literal) => {
        concat!("{?<-  }{?<~  }{?<** }{?<~* }{?< }{?SERVER -> CLIENT: }{?S: }{?Out: }{?hello: }{?starttls: }{?from: }{?to: }{?data: }", $text)
    };
}

/// What single reply codes mean.
const CODES: &[Word] = &[
    word("211", "The state of the server, or help."),
    word("214", "Help."),
    word("220", "The server is ready."),
    word("221", "The server says goodbye."),
    word("235", "The login worked."),
    word("250", "Done."),
    word("251", "The recipient is not here; the server forwards the mail."),
    word("252", "The server does not tell whether the address exists, but accepts email for it."),
    word("334", "The server asks for the next part of the login."),
    word("354", "The server waits for the content of the mail. A line with a single full stop ends it."),
    word("421", "The server hangs up: it is busy, tired of waiting, or does not want this client now."),
    word("450", "The mailbox is not available now; often this is greylisting, and a later try works."),
    word("451", "Something went wrong at the server, or it puts the client off on purpose."),
    word("452", "The server has no room, or there are too many recipients at once."),
    word("454", "Encryption or login does not work now."),
    word("458", "The server cannot start a queue for that host."),
    word("500", "The server does not know this command."),
    word("501", "The command has a wrong argument."),
    word("502", "The server does not offer this command."),
    word("503", "The commands came in the wrong order."),
    word("504", "The server does not know this parameter."),
    word("530", "The server wants a login or encryption first."),
    word("534", "This way to log in is too weak, or needs a password for apps."),
    word("535", "The name or the password is wrong."),
    word("538", "This way to log in needs encryption."),
    word("550", "No: there is no such mailbox, or a rule of the server forbids it."),
    word("551", "The user is not on this server."),
    word("552", "A limit of room or size was passed."),
    word("553", "The address is not allowed."),
    word("554", "No: the server refuses the mail or the client."),
    word("555", "The server does not know a parameter of the sender or recipient."),
];

const FIELDS: &[Field] = &[
    field("done", Role::Code, "The reply code. 2 in front means yes.").shape(Shape::CodeOf(2)).values(CODES),
    field("goes_on", Role::Code, "The reply code. 3 in front means that the client should go on.")
        .shape(Shape::CodeOf(3))
        .values(CODES),
    field("not_now", Role::Code, "The reply code. 4 in front means not now.")
        .shape(Shape::CodeOf(4))
        .values(CODES),
    field("no", Role::Code, "The reply code. 5 in front means no.").shape(Shape::CodeOf(5)).values(CODES),
    field("status", Role::Status, "The enhanced status code: a finer reason than the reply code."),
    field("reply", Role::Reply, "What the server said."),
    field("question", Role::Reply, "What the server asks for, encoded (Base64).").shape(Shape::Text).values(
        &[word("VXNlcm5hbWU6", "In plain text: Username."), word("UGFzc3dvcmQ6", "In plain text: Password.")],
    ),
    field("id", Role::Message, "The id of the mail in the server's queue. Search its log for it."),
    field("seconds", Role::Time, "The time in seconds since 1970.").shape(Shape::Number),
    field(
        "qp",
        Role::Queued,
        "The process number under which qmail queued the mail: the info msg line of its log has the same number.",
    ),
    field("size", Role::Bytes, "The largest mail that the server takes, in bytes: {}."),
    field("methods", Role::State, "The ways to log in.").shape(Shape::Text),
    field("name", Role::Host, "The name that the client gives itself.").shape(Shape::Text),
    field("sender", Role::Sender, "The envelope sender: notices about failed delivery go to this address."),
    field("recipient", Role::Recipient, "The recipient.").shape(Shape::Hostile),
    field("bare_sender", Role::Sender, "The envelope sender, without the angle brackets that it needs.")
        .shape(Shape::Word),
    field("bare_recipient", Role::Recipient, "The recipient, without the angle brackets that it needs.")
        .shape(Shape::Word),
    field("options", Role::Text, "What the client added to the command."),
    field("method", Role::State, "The way to log in.").shape(Shape::Name),
    field("secret", Role::Password, "A name or password, only encoded. It is masked.").shape(Shape::Word),
    field("answer", Role::Password, "A name or password, only encoded. It is masked."),
    field("argument", Role::Text, "What was asked."),
    field("text", Role::Text, "A line of the mail."),
    field("typed", Role::Text, "What was typed or sent."),
    field("left_out", Role::Text, "What stands in its place."),
    field("error", Role::Text, "What went wrong, in the words of the program."),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
    field("date", Role::Time, "When.").shape(Shape::Text),
    field("host", Role::Host, "The server in the account's settings.").shape(Shape::Word),
    field("port", Role::Count, "The port."),
];

const WORDS: &[Word] = &[
    word("<-", "From the server."),
    word("->", "From the client."),
    word("<~", "From the server, encrypted."),
    word("~>", "From the client, encrypted."),
    word("<**", "From the server: a refusal."),
    word("<~*", "From the server, encrypted: a refusal."),
    word("334", "The server asks for the next part of the login."),
    word("EHLO", "The greeting of the client. It asks what the server offers."),
    word("HELO", "The greeting of the client, in the old way."),
    word("MAIL FROM", "Names the envelope sender."),
    word("RCPT TO", "Names a recipient."),
    word("DATA", "Announces the content of the mail."),
    word("STARTTLS", "Switches to encryption."),
    word("AUTH", "Logs in."),
    word("QUIT", "Goodbye."),
    word("RSET", "Starts over."),
    word("PIPELINING", "Commands may be sent without waiting for each reply."),
    word("8BITMIME", "Mails may hold letters beyond plain English ones."),
    word("SMTPUTF8", "Addresses may hold letters beyond plain English ones."),
    word("CHUNKING", "Content may be sent in pieces."),
    word("ENHANCEDSTATUSCODES", "Replies have a finer code after the first."),
    word("DSN", "Notices can be asked for."),
    word("PRDR", "Each recipient can get an answer of its own after the content. Exim offers it."),
    word("DELIVERBY", "A time limit can be set. Sendmail offers it."),
    word("ETRN", "Waiting mail can be called for."),
    word("VRFY", "Asks whether an address exists."),
    word("EXPN", "Asks for the members of a list."),
    word("BINARYMIME", "Content may be sent as it is, without encoding."),
    word("HELP", "The server explains its commands."),
];

/// A command.
const fn command(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(COMMAND).effect(Effect::Part(Dialogue)).then(Part::Talk)
}

/// A command that is a plain word.
const fn plain(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    command(id, template, says).within(WORD)
}

/// A reply, or its last line.
const fn reply(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(REPLY).effect(Effect::Result(Success)).then(Part::Outside)
}

/// A line of a reply with more to come.
const fn more(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(REPLY).effect(Effect::Part(Dialogue))
}

const PATTERNS: &[Pattern] = &[
    command("hello", client!("EHLO {name}"), "The client introduced itself as {name} and asked what the server offers.")
        .sign(Sign::Hello)
        .samples(&["EHLO client.example", " -> EHLO pc.example", "ehlo client.example"]),
    command("old-hello", client!("HELO {name}"), "The client introduced itself as {name}, in the old way.")
        .sign(Sign::OldHello)
        .samples(&["helo client.example", "HELO"]),
    command("hello-lmtp", client!("LHLO {name}"), "The client introduced itself as {name}, in LMTP, the language between mail server and mailbox.")
        .sign(Sign::LmtpHello)
        .samples(&["LHLO client.example"]),
    command("sender", client!("MAIL FROM:{? }<{sender}>{? {options}}"), "The client named the sender {sender}.")
        .sign(Sign::MailFrom)
        .samples(&["MAIL FROM:<anna@shop.example>", "mail from: <> SIZE=1200", " ~> MAIL FROM:<anna@shop.example>"]),
    command("sender-bare", client!("MAIL FROM:{?{gap}}{bare_sender}{? {options}}"), "The client named the sender {bare_sender}. The address lacks its angle brackets, which many servers insist on.")
        .sign(Sign::MailFrom)
        .level(Warning)
        .loose()
        .samples(&["mail from: anna@shop.example"]),
    command("recipient", client!("RCPT TO:{? }<{recipient}>{? {options}}"), "The client named the recipient {recipient}.")
        .sign(Sign::RcptTo)
        .effect(Effect::Start)
        .samples(&["RCPT TO:<nosuch@bluefern.example>", " -> RCPT TO:<b@shop.example>"]),
    command("recipient-bare", client!("RCPT TO:{?{gap}}{bare_recipient}{? {options}}"), "The client named the recipient {bare_recipient}. The address lacks its angle brackets, which many servers insist on.")
        .sign(Sign::RcptTo)
        .effect(Effect::Start)
        .level(Warning)
        .loose()
        .samples(&["rcpt to: ben@shop.example"]),
    command("data", client!("DATA"), "The client wants to send the content of the mail.")
        .sign(Sign::Data)
        .within(WORD)
        .samples(&["DATA", " ~> DATA"]),
    plain("chunk", client!("BDAT {argument}"), "The client sends a piece of the content.").sign(Sign::Data).samples(&["BDAT 1200 LAST"]),
    plain("reset", client!("RSET"), "The client started over.").samples(&["rset"]),
    plain("nothing", client!("NOOP{? {argument}}"), "The client checked that the server still listens.").samples(&["NOOP"]),
    plain("quit", client!("QUIT"), "The client said goodbye.").sign(Sign::Goodbye).samples(&["QUIT", " -> QUIT"]),
    plain("help", client!("HELP{? {argument}}"), "The client asked for help.").samples(&["HELP"]),
    plain("verify", client!("VRFY {argument}"), "The client asked whether {argument} exists.").samples(&["VRFY anna"]),
    plain("expand", client!("EXPN {argument}"), "The client asked who is on the list {argument}.").samples(&["EXPN staff"]),
    plain("fetch-queue", client!("ETRN {argument}"), "The client asked the server to send what waits for {argument}.").samples(&["ETRN shop.example"]),
    command("encrypt", client!("STARTTLS"), "The client asked for encryption.").sign(Sign::Encrypt).samples(&["STARTTLS", " -> STARTTLS"]),
    command("log-in", client!("AUTH {method}"), "The client began to log in ({method}).").sign(Sign::LogIn).samples(&["AUTH LOGIN"]),
    command("log-in-with-secret", client!("AUTH {method} {secret}"), "The client logged in ({method}). Name and password are masked here.")
        .sign(Sign::LogIn)
        .level(Warning)
        .samples(&["AUTH PLAIN AGFubmFAYmx1ZWZlcm4uZXhhbXBsZQBub3Bl", " ~> AUTH PLAIN AGFubmFAYmx1ZWZlcm4uZXhhbXBsZQBub3Bl"]),
    line("secret", client!("{answer}"))
        .sign(Sign::Secret)
        .says("The client answered with a name or a password. It is masked here.")
        .within(&[Part::Secret])
        .effect(Effect::Part(Dialogue))
        .then(Part::Talk)
        .level(Warning)
        .loose()
        .samples(&["dXNlckBibHVlZmVybi5leGFtcGxl", " ~> d3JvbmdwYXNz"]),
    line("secret-left-out", client!("****{left_out}"))
        .sign(Sign::Secret)
        .says("What the client sent to log in is left out here.")
        .within(&[Part::Talk])
        .effect(Effect::Part(Dialogue))
        .then(Part::Talk)
        .loose()
        .samples(&["****credentials removed***********", " -> ****"]),
    line("message-end", client!("."))
        .sign(Sign::ContentEnd)
        .says("A line with a single full stop: the content ends here.")
        .within(&[Part::Content, Part::Talk])
        .effect(Effect::Death)
        .then(Part::Talk)
        .samples(&[".", " -> ."]),
    line("message-line", client!("{text}"))
        .sign(Sign::Content)
        .says("A line of the mail's content.")
        .within(&[Part::Content])
        .effect(Effect::Part(Dialogue))
        .loose()
        .samples(&["Subject: test", " -> Subject: test"]),
    // Apple Mail's connection log has a line of its own in front of what was said.
    line("apple-mail", "{?INITIATING CONNECTION}{?CONNECTED}{?READ}{?WROTE} {date} {?[{error}]  }{?-- }host:{host} -- port:{port} -- {typed}")
        .says("Apple Mail's connection log: what follows went over the connection to {host}, port {port}.")
        .within(&[Part::Outside, Part::Calling, Part::Talk, Part::Closed, Part::Secret, Part::Content])
        .samples(&[
            "INITIATING CONNECTION Mar 03 09:12:10.871 host:smtp.shop.example -- port:465 -- socket:0x0 -- thread:0x600001a3c2c0",
            "READ Mar 03 09:12:11.092 [kCFStreamSocketSecurityLevelTLSv1_2]  -- host:smtp.shop.example -- port:465 -- socket:0x600002f4a1c0 -- thread:0x600001a3c2c0",
        ]),
    line("typed", client!("{typed}"))
        .sign(Sign::Typed)
        .says("This was typed or sent. It is no command of SMTP that is known here.")
        .within(&[Part::Talk])
        .effect(Effect::Part(Dialogue))
        .loose()
        .samples(&["FOO bar", "GET / HTTP/1.1"]),
    // Yes.
    reply("queued-exim", server!("{done} OK id={id}"), "The server accepted the mail and calls it {id}.")
        .level(Level::Success)
        .tie(Tie::Made(Role::Message, Led::Message))
        .samples(&["250 OK id=1xUqUC-0000WK-0N", "<~  250 OK id=1xUqUC-0000WK-0N"]),
    reply("queued-postfix", server!("{done} {?{status} }Ok: queued as {id}"), "The server accepted the mail and calls it {id}.")
        .level(Level::Success)
        .tie(Tie::Made(Role::Message, Led::Message))
        .samples(&["250 2.0.0 Ok: queued as 4WxYz12345z9Q"]),
    reply("queued-sendmail", server!("{done} {status} {id} Message accepted for delivery"), "The server accepted the mail and calls it {id}.")
        .level(Level::Success)
        .tie(Tie::Made(Role::Message, Led::Message))
        .samples(&["250 2.0.0 6ALJ9oVO000754 Message accepted for delivery"]),
    reply("queued-qmail", server!("{done} ok {seconds} qp {qp}"), "The server accepted the mail; process {qp} queued it.")
        .level(Level::Success)
        .tie(Tie::Led(Role::Queued, Led::Message))
        .samples(&["250 ok 1795288145 qp 4297"]),
    reply("yes-with-status", server!("{done} {status} {reply}"), "The server said yes ({done}).")
        .samples(&["221 2.0.0 Bye", "<-  250 2.1.0 Sender ok"]),
    reply("yes", server!("{done} {reply}"), "The server said yes ({done}).")
        .samples(&["220 mx.hostfarm.example ESMTP", "<-  250 Accepted", "250 "]),
    more("yes-and-more", server!("{done}-{reply}"), "The server said yes ({done}); more follows.")
        .sign(Sign::ReplyGoesOn)
        .samples(&["250-server1.hostco.example Hello client.example [127.0.0.1]"]),
    more("offers-size", server!("{done}-SIZE{? {size}}"), "The server takes mails up to a size.").sign(Sign::Offer).samples(&["250-SIZE 204800", "<-  250-SIZE 204800"]),
    more("offers-encryption", server!("{done}-STARTTLS"), "The server offers encryption.").sign(Sign::Offer).samples(&["250-STARTTLS"]),
    more("offers-log-in", server!("{done}-AUTH {methods}"), "The server offers to log in, by these ways: {methods}.").sign(Sign::Offer).samples(&["250-AUTH PLAIN LOGIN"]),
    // Go on.
    reply("asks", server!("334 {question}"), "The server asks for the next part of the login.")
        .effect(Effect::Part(Dialogue))
        .then(Part::Secret)
        .facts(&[(Role::Code, "334")])
        .samples(&["334 VXNlcm5hbWU6", "334", "<~  334 UGFzc3dvcmQ6"]),
    reply("go-on", server!("{goes_on} {reply}"), "The server waits for the content of the mail ({goes_on}).")
        .effect(Effect::Part(Dialogue))
        .then(Part::Content)
        .samples(&["354 Enter message, ending with \".\" on a line by itself"]),
    // Not now.
    reply("not-now-with-status", server!("{not_now} {status} {reply}"), "The server put it off for now ({not_now}): \"{reply}\".")
        .effect(Effect::Result(Deferral))
        .level(Temporary)
        .samples(&["450 4.7.1 Greylisted, try again later"]),
    reply("not-now-with-tag", server!("{not_now} {reply} (#{status})"), "The server put it off for now ({not_now}): \"{reply}\".")
        .effect(Effect::Result(Deferral))
        .level(Temporary)
        .samples(&["451 qqt failure (#4.3.0)"]),
    reply("not-now", server!("{not_now} {reply}"), "The server put it off for now ({not_now}): \"{reply}\".")
        .effect(Effect::Result(Deferral))
        .level(Temporary)
        .samples(&["421 too many connections"]),
    more("not-now-and-more", server!("{not_now}-{?{status} }{reply}"), "The server put it off for now ({not_now}); more follows.")
        .sign(Sign::ReplyGoesOn)
        .level(Temporary)
        .samples(&["421-4.7.0 Our system has detected an unusual rate"]),
    // No.
    reply("no-with-status", server!("{no} {status} {reply}"), "The server refused ({no}): \"{reply}\".")
        .effect(Effect::Result(Failure))
        .level(Permanent)
        .samples(&["550 5.1.1 <a@b.example>: Recipient address rejected", "<** 550 5.1.1 User unknown"]),
    reply("no-with-tag", server!("{no} {reply} (#{status})"), "The server refused ({no}): \"{reply}\".")
        .effect(Effect::Result(Failure))
        .level(Permanent)
        .samples(&["553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"]),
    reply("no", server!("{no} {reply}"), "The server refused ({no}): \"{reply}\".")
        .effect(Effect::Result(Failure))
        .level(Permanent)
        .samples(&["550 No Such User Here", "<~* 535 Incorrect authentication data"]),
    more("no-and-more", server!("{no}-{?{status} }{reply}"), "The server refused ({no}); more follows.")
        .sign(Sign::ReplyGoesOn)
        .level(Permanent)
        .samples(&["550-5.1.1 The email account that you tried to reach does not exist."]),
    // What programs say about it.
    line("symfony-reply", "Expected response code {?\"}{reply}{?\"} but got code \"{no}\", with message \"{error}\"")
        .says("A PHP website got the answer {no} to its mail: {error}.")
        .within(COMMAND)
        .effect(Effect::Part(Dialogue))
        .level(Permanent)
        .samples(&["Expected response code 250 but got code \"550\", with message \"550 5.1.1 User unknown\""]),
];
