//! recordio: writes down every byte between a client and the email app. A line is
//! `pid < text` for what the client sent and `pid > text` for what this server answered, with `+` at its
//! end when the same text goes on in the next line of this process.
//!
//! The content of messages is in it as it passed, and so are passwords. A log-in sends them after `AUTH`,
//! `PASS` or `LOGIN`, or as a line with a single word of base64, which is masked wherever it stands.

use super::{Effect, Field, Format, FormatKind, Led, Pattern, Role, Shape, Tie, Word, field, line, word};
use crate::vocabulary::Level::{Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Connection;

/// What recordio writes to its log.
pub static FORMAT: Format = Format {
    id: "recordio",
    title: "the program that writes down what client and server say to each other",
    found_in: &["/var/log/smtp/current", "/var/log/pop3/current"],
    sources: &["ucspi-tcp 0.88 recordio.c", "ucspi-tcp 0.88 fixcrio.c"],
    kind: FormatKind::Recording,
    realm: "qmail",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field(
        "pid",
        Role::Pid,
        "The number of the process that serves this connection; tcpserver's lines have the same one.",
    ),
    field("text", Role::Text, "What passed, as it was. It can be the content of a message."),
    field("reason", Role::Text, "The reason, as the client was given it.").shape(Shape::Reason),
    field("name", Role::Host, "The name that the client introduced itself with.").shape(Shape::Text),
    field("sender", Role::Sender, "The envelope sender: notices about failed delivery go to this address."),
    field("recipient", Role::Recipient, "The recipient.").shape(Shape::Hostile),
    field("options", Role::Text, "What the client added to the command."),
    field("method", Role::State, "The way to log in.").shape(Shape::Name),
    field("user", Role::User, "Who logs in.").shape(Shape::Text),
    field("secret", Role::Password, "A name or password as the client sent it. It should not be in a log."),
    field(
        "word",
        Role::Password,
        "An encoded word; a login sends a name or password so. It should not be in a log.",
    )
    .shape(Shape::Base64),
    field("tag", Role::State, "The client's own mark, which the answer repeats."),
    field("done", Role::Code, "The reply code. 2 in front means yes.").shape(Shape::CodeOf(2)),
    field("goes_on", Role::Code, "The reply code. 3 in front means that the client should go on.")
        .shape(Shape::CodeOf(3)),
    field("not_now", Role::Code, "The reply code. 4 in front means not now.").shape(Shape::CodeOf(4)),
    field("no", Role::Code, "The reply code. 5 in front means no.").shape(Shape::CodeOf(5)),
    field("seconds", Role::Time, "The time of the answer in seconds since 1970.").shape(Shape::Number),
    field(
        "qp",
        Role::Queued,
        "The process number under which the message was queued. The info msg line in the log of the queue has the same number.",
    ),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
];

const WORDS: &[Word] = &[
    word("<", "From the client to this server."),
    word(">", "From this server to the client."),
    word("+", "The same text goes on in the next line of this process."),
    word("[EOF]", "End of file: nothing more comes from this side."),
];

const PATTERNS: &[Pattern] = &[
    line("client-hello", "{pid} < EHLO {name}")
        .says("The client introduced itself as {name}.")
        .effect(Effect::Part(Connection))
        .samples(&["4292 < EHLO client.example "]),
    line("client-old-hello", "{pid} < HELO {name}")
        .says("The client introduced itself as {name}, in the old way.")
        .effect(Effect::Part(Connection))
        .samples(&["4292 < HELO client.example "]),
    line("client-sender", "{pid} < MAIL FROM:{? }<{sender}>{? {options}}")
        .says("The client began a message from {sender}.")
        .effect(Effect::Part(Connection))
        .samples(&["4292 < MAIL FROM:<ben@shop.example> ", "4292 < MAIL FROM:<> SIZE=1200 "]),
    line("client-recipient", "{pid} < RCPT TO:{? }<{recipient}>{? {options}}")
        .says("The client named the recipient {recipient}.")
        .effect(Effect::Part(Connection))
        .samples(&["4292 < RCPT TO:<jane@hostfarm.example> "]),
    line("client-data", "{pid} < DATA")
        .says("The client is ready to send the message.")
        .effect(Effect::Part(Connection))
        .samples(&["4292 < DATA "]),
    line("client-message-end", "{pid} < .")
        .says("A line with a single full stop: the message, or a long answer, ends here.")
        .effect(Effect::Part(Connection))
        .samples(&["4292 < . "]),
    line("client-encrypt", "{pid} < STARTTLS")
        .says("The client asked for encryption. What follows cannot be read here.")
        .effect(Effect::Part(Connection))
        .samples(&["4292 < STARTTLS "]),
    line("client-reset", "{pid} < RSET")
        .says("The client started over.")
        .effect(Effect::Part(Connection))
        .samples(&["4292 < RSET "]),
    line("client-check", "{pid} < NOOP")
        .says("The client checked that the connection is still there.")
        .effect(Effect::Part(Connection))
        .samples(&["4292 < NOOP "]),
    line("client-quit", "{pid} < QUIT")
        .says("The client said goodbye.")
        .effect(Effect::Part(Connection))
        .samples(&["4292 < QUIT "]),
    line("client-log-in", "{pid} < AUTH {method}{? {secret}}")
        .says("The client began to log in ({method}).")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["4292 < AUTH PLAIN AGphbmUAc2VjcmV0 ", "4292 < AUTH LOGIN "]),
    line("client-log-in-small", "{pid} < auth {method}{? {secret}}")
        .says("The client began to log in ({method}).")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["4292 < auth login amFuZQ== "]),
    line("client-log-in-capital", "{pid} < Auth {method}{? {secret}}")
        .says("The client began to log in ({method}).")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["4292 < Auth Plain amFuZQ== "]),
    line("client-pop-user", "{pid} < USER {user}")
        .says("The client began to log in as {user}.")
        .effect(Effect::Part(Connection))
        .samples(&["4292 < USER jane@hostfarm.example "]),
    line("client-pop-password", "{pid} < PASS {secret}")
        .says("The client sent a password.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["4292 < PASS correct horse "]),
    line("client-pop-password-small", "{pid} < pass {secret}")
        .says("The client sent a password.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["4292 < pass correct horse "]),
    line("client-pop-password-capital", "{pid} < Pass {secret}")
        .says("The client sent a password.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["4292 < Pass correct horse "]),
    line("client-pop-log-in", "{pid} < APOP {user} {secret}")
        .says("The client logged in as {user}, with a scrambled password.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["4292 < APOP jane c4c9334bac560ecc979e58001b3e22fb "]),
    line("client-pop-log-in-small", "{pid} < apop {user} {secret}")
        .says("The client logged in as {user}, with a scrambled password.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["4292 < apop jane c4c9334bac560ecc979e58001b3e22fb "]),
    line("client-imap-log-in", "{pid} < {tag} LOGIN {user} {secret}")
        .says("The client logged in as {user}.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .loose()
        .samples(&["4292 < a1 LOGIN jane@hostfarm.example secret "]),
    line("client-imap-log-in-small", "{pid} < {tag} login {user} {secret}")
        .says("The client logged in as {user}.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .loose()
        .samples(&["4292 < a1 login jane@hostfarm.example secret "]),
    line("client-imap-log-in-capital", "{pid} < {tag} Login {user} {secret}")
        .says("The client logged in as {user}.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .loose()
        .samples(&["4292 < a1 Login jane@hostfarm.example secret "]),
    line("client-imap-authenticate", "{pid} < {tag} AUTHENTICATE {method}{? {secret}}")
        .says("The client began to log in ({method}).")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["4292 < a1 AUTHENTICATE PLAIN AGphbmUAc2VjcmV0 "]),
    line("client-imap-authenticate-small", "{pid} < {tag} authenticate {method}{? {secret}}")
        .says("The client began to log in ({method}).")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["4292 < a1 authenticate PLAIN AGphbmUAc2VjcmV0 "]),
    line("client-imap-authenticate-capital", "{pid} < {tag} Authenticate {method}{? {secret}}")
        .says("The client began to log in ({method}).")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["4292 < a1 Authenticate PLAIN AGphbmUAc2VjcmV0 "]),
    line("client-secret", "{pid} < {word}")
        .says("The client sent a single encoded word. A login sends names and passwords so, so it is hidden here.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["4292 < c2VjcmV0MTI= "]),
    line("client-end", "{pid} < [EOF]")
        .says("The client closed its side of the connection.")
        .effect(Effect::Part(Connection))
        .samples(&["4292 < [EOF]"]),
    line("client-more", "{pid} < {text}+")
        .says("The client sent this text; it goes on in the next line of this process.")
        .effect(Effect::Part(Connection))
        .loose()
        .samples(&["4292 < The quarterly figures are attached for review. Please reply +"]),
    line("client", "{pid} < {text}")
        .says("The client sent this text: a line of the message, or a command that is not known here.")
        .effect(Effect::Part(Connection))
        .loose()
        .samples(&["4292 < Subject: via recordio ", "4292 <  "]),
    line("server-queued", "{pid} > {done} ok {seconds} qp {qp}")
        .says("This server put the message into its queue; process {qp} did it.")
        .level(Success)
        .effect(Effect::Part(Connection))
        .tie(Tie::Led(Role::Queued, Led::Message))
        .samples(&["4292 > 250 ok 1795288145 qp 4297 "]),
    line("server-yes", "{pid} > {done} {text}")
        .says("This server said yes ({done}).")
        .effect(Effect::Part(Connection))
        .samples(&["4292 > 220 mx.hostfarm.example ESMTP "]),
    line("server-yes-and-more", "{pid} > {done}-{text}")
        .says("This server said yes ({done}), in several lines.")
        .effect(Effect::Part(Connection))
        .samples(&["4292 > 250-PIPELINING "]),
    line("server-go-on", "{pid} > {goes_on} {text}")
        .says("This server told the client to go on ({goes_on}).")
        .effect(Effect::Part(Connection))
        .samples(&["4292 > 354 go ahead "]),
    line("server-not-now", "{pid} > {not_now} {reason}")
        .says("This server put the client off for now ({not_now}): \"{reason}\".")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .samples(&["4292 > 451 qqt failure (#4.3.0) "]),
    line("server-not-now-and-more", "{pid} > {not_now}-{text}")
        .says("This server put the client off for now ({not_now}), in several lines: \"{text}\".")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .samples(&["4292 > 451-try again later "]),
    line("server-no-relaying", "{pid} > {no} sorry, that domain isn't in my list of allowed rcpthosts{? ({text})}")
        .says("This server refused the recipient ({no}): it passes mail on to that domain only for clients that are logged in, and this one isn't.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .helps(Party::Sender, &[(
            "Have the user turn on authentication for the outgoing server (SMTP) in the email app: the same username and password as for receiving, port 587 with STARTTLS or 465 with SSL/TLS. If this server should receive mail for the domain, add it to control/rcpthosts.",
            "",
        )])
        .samples(&["4292 > 553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1) "]),
    line("server-no", "{pid} > {no} {reason}")
        .says("This server refused ({no}): \"{reason}\".")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .samples(&["4292 > 553 sorry, your envelope sender is in my badmailfrom list (#5.7.1) "]),
    line("server-no-and-more", "{pid} > {no}-{text}")
        .says("This server refused ({no}), in several lines: \"{text}\".")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .samples(&["4292 > 550-your address is on a block list "]),
    line("server-pop-yes", "{pid} > +OK{? {text}}")
        .says("This server said yes.")
        .effect(Effect::Part(Connection))
        .samples(&["4292 > +OK ", "4292 > +OK 2 messages "]),
    line("server-pop-no", "{pid} > -ERR{? {text}}")
        .says("This server refused: \"{text}\".")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .samples(&["4292 > -ERR authorization failed "]),
    line("server-end", "{pid} > [EOF]")
        .says("This server closed its side of the connection.")
        .effect(Effect::Part(Connection))
        .samples(&["4292 > [EOF]"]),
    line("server-more", "{pid} > {text}+")
        .says("This server sent this; it goes on in the next line of this process.")
        .effect(Effect::Part(Connection))
        .loose()
        .samples(&["4292 > * CAPABILITY IMAP4rev1 UIDPLUS +"]),
    line("server", "{pid} > {text}")
        .says("This server sent this.")
        .effect(Effect::Part(Connection))
        .loose()
        .samples(&["4292 > * OK ready "]),
    line("recorder-not-started", "recordio: fatal: unable to {detail}")
        .says("The conversation could not be recorded, and the connection was lost.")
        .level(Warning)
        .samples(&["recordio: fatal: unable to run /var/qmail/bin/qmail-smtpd: file does not exist"]),
    line("line-ends-not-mended", "fixcrio: fatal: {detail}")
        .says("The program that mends the line ends of a client failed, and the connection was lost.")
        .level(Warning)
        .loose()
        .samples(&["fixcrio: fatal: unable to create pipe: process cannot open more files"]),
];
