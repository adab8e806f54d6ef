//! Exim: a message comes in. The line with `<=` opens its life in the queue.
//!
//! A letter before `=` means one thing here and another on delivery lines: `P` is the protocol here and
//! the return path there, `R` a message here and a rule there, `T` the subject here and the way out there.
//! That is why arrivals and deliveries are two formats. Which letters a line has is the server's choice
//! (`log_selector`), so they are read as a list.

use super::{Datum, Effect, Field, Format, Led, Pattern, Role, Shape, Tie, Word, field, line, word};
use crate::vocabulary::Level::{Info, Warning};
use crate::vocabulary::Outcome::Failed;
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Message;

/// How Exim logs that a message came in.
pub static FORMAT: Format = Format {
    id: "exim-arrival",
    title: "the Exim mail server, taking a message",
    found_in: &["/var/log/exim4/mainlog", "/var/log/exim_mainlog", "/var/log/exim/main.log"],
    sources: &["Exim specification, chapter Log files", "Exim 4.99 receive.c"],
    programs: &["exim", "exim4"],
    own_log: true,
    realm: "exim",
    fields: FIELDS,
    words: WORDS,
    separators: &[" "],
    patterns: PATTERNS,
    ..Format::BASE
};

/// The message's id, on every line about it.
pub(super) const ID: Field = field(
    "msg",
    Role::Message,
    "The message's id in Exim's queue: it ties all lines of one message together and is never used again.",
)
.shape(Shape::EximId);

/// The TLS version and cipher.
pub(super) const X: Field =
    field("X", Role::State, "The encryption of the connection: the version of TLS and the cipher.");

/// The check of the other side's certificate.
pub(super) const CV: Field = field(
    "CV",
    Role::State,
    "Whether the other server's certificate was verified: {}. With no, the connection is still encrypted; most mail travels that way.",
);

/// The subject of the other side's certificate.
pub(super) const DN: Field =
    field("DN", Role::Text, "The name in the other server's certificate.").shape(Shape::Text);

/// The queue, where there are several.
pub(super) const Q: Field = field("Q", Role::State, "The name of the queue that the message is in.");

const FIELDS: &[Field] = &[
    ID,
    field("sender", Role::Sender, "The envelope sender: notices about failed delivery go to this address. It can differ from the From line that people see.").shape(Shape::Mailbox),
    field("name", Role::Sender, "The envelope sender, without a domain.").shape(Shape::Word),
    field("H", Role::Host, "The computer that sent the message.").parts("{?({helo}) }{?{host} }{?({helo}) }[{client}]{?:{port}}"),
    field("host", Role::Host, "The name of the computer that sent the message. It was checked: the name resolves to the address.").datum(Datum::ClientName),
    field("helo", Role::Host, "The name that the sending computer gave itself. Nobody checked it.").datum(Datum::Greeting),
    field("client", Role::Client, "The IP address of the computer that sent the message. This is the part that can be trusted."),
    field("port", Role::Port, "The port of the sending computer. It tells connections from one address apart."),
    field("I", Role::Ip, "The address and port of this server that accepted the message.").parts("[{own}]:{own_port}"),
    field("own", Role::Ip, "The address of this server that accepted the message."),
    field("own_port", Role::Port, "The port of this server: 25 is for other servers, 465 and 587 are for customers who log in."),
    field("U", Role::User, "The system user whose program handed the message over. On a web server it tells which account sends."),
    field("P", Role::State, "How the message came in: {}. local means from a program on this server; smtp and esmtp mean over the network; an s at the end means encrypted, an a means that the sender logged in."),
    field("R", Role::OtherMessage, "The id of the message that this notice is about.").shape(Shape::EximId),
    field("A", Role::User, "Who logged in to send.").parts("{method}:{login}"),
    field("method", Role::State, "How the sender logged in.").shape(Shape::Name),
    field("login", Role::User, "The account that logged in to send. In a spam case, this is the account to look at.").shape(Shape::Word),
    field("S", Role::Bytes, "The size of the message: { byte}."),
    field("M8S", Role::State, "What the sender said about characters beyond ASCII: 0 nothing, 7 there are none, 8 there may be some."),
    field("RT", Role::Duration, "How long it took to receive the message."),
    field("id", Role::MessageId, "The message's Message-ID."),
    field("id*", Role::MessageId, "The message's Message-ID. Exim made it, because the message had none."),
    field("T", Role::Subject, "The subject line.").shape(Shape::Text),
    field("from", Role::Address, "The envelope sender before this server rewrote it."),
    field("recipients", Role::Address, "The recipients as they were given when the message came in.").shape(Shape::Text),
    X,
    CV,
    DN,
    Q,
    field("SNI", Role::Host, "The server name that the sending computer asked for."),
    field("DKIM", Role::Host, "The domain whose DKIM signature was good. The signature shows that the domain sent the message and nobody changed it."),
    field("SPF", Role::State, "Whether the address may send for the sender's domain: {}."),
    field("DMARC", Role::State, "The result of DMARC, the domain owner's rule for mail that fails its checks: {}."),
    field("Ci", Role::Session, "The id of the connection."),
    field("PRX", Role::Ip, "The address of the proxy or load balancer that the connection came through.").shape(Shape::Word),
    field("L", Role::State, "The sender sent several commands at once, which is allowed."),
    field("L-", Role::State, "Sending several commands at once was offered and not used."),
    field("L.", Role::State, "Sending commands before the greeting was offered."),
    field("L*", Role::State, "The sender sent commands before the greeting, which is allowed."),
    field("K", Role::State, "The message came in chunks, with the BDAT command."),
    field("DS", Role::State, "The DNS answers were signed."),
    field("PRDR", Role::State, "Every recipient got an answer of its own after the message."),
    field("TFO", Role::State, "The connection began with TCP Fast Open."),
    field("TFO*", Role::State, "The connection began with TCP Fast Open, and data came with it."),
    field("to", Role::Address, "The recipient that the answer is about."),
    field("reason", Role::Text, "What happened, in Exim's own words."),
    field("domain", Role::Host, "The domain that signed the message."),
    field("selector", Role::Text, "The name of the signing key.").shape(Shape::Word),
    field("details", Role::Text, "How the signature was made."),
    field("old", Role::Address, "The address as it was.").shape(Shape::Text),
    field("new", Role::Address, "The address as it is now.").shape(Shape::Text),
    field("place", Role::Text, "Where the address stood."),
    field("rule", Role::Count, "The number of the rule."),
    field("header", Role::Text, "The check of addresses that met it.").shape(Shape::Name),
];

const WORDS: &[Word] = &[
    word("<=", "A message came in and is in the queue now."),
    word("(=", "A message came in and is in the queue now, but the sender got a rejection."),
];

/// What a signature means whose key DNS doesn't have, or not as a key.
const KEY_UNUSABLE: &str = "The message's DKIM signature couldn't be checked: DNS has no usable public key {selector} of {domain}. That alone stops no delivery, but a filter may trust the message less.";

const PATTERNS: &[Pattern] = &[
    line("notice-made", "{msg} <= <> R={R}{*}{? from <{from}>}{? for {recipients}}")
        .says("Exim made a notice about message {R}: it could not be delivered, or it is late.")
        .facts(&[(Role::Sender, "")])
        .effect(Effect::Envelope(Message))
        .tie(Tie::MadeBy(Role::OtherMessage, Led::Bounce))
        .samples(&[
            "1xUqTf-00002U-1J <= <> R=1xUqTf-00002I-19 U=Debian-exim P=local S=1995",
            r#"1xUqUg-0000rC-1P <= <> R=1xUqUg-0000r0-13 U=Debian-exim P=local S=1766 M8S=0 RT=0.000s id*=E1xUqUg-0000rC-1P@server1.hostco.example T="Mail delivery failed: returning message to sender" from <> for farid@bluefern.example"#,
        ]),
    line("arrived-without-sender", "{msg} <= <>{*}{? from <{from}>}{? for {recipients}}")
        .says("A message without a sender came in: most often a notice about failed delivery or an automatic reply.")
        .facts(&[(Role::Sender, "")])
        .effect(Effect::Envelope(Message))
        .tie(Tie::Same(Role::MessageId))
        .samples(&["1xUqTg-00003h-0D <= <> H=mail.sendergood.example [192.0.2.102] P=esmtp S=631 id=a.17@sendergood.example"]),
    line("arrived", "{msg} <= {sender}{*}{? from <{from}>}{? for {recipients}}")
        .says("A message from {sender} came in and is in the queue now.")
        .effect(Effect::Envelope(Message))
        .tie(Tie::Same(Role::MessageId))
        .samples(&[
            "1xUqTf-00001i-0i <= dmitri@bluefern.example U=orchardc P=local S=438 id=devdebian.1.19670255@bluefern.example",
            "1xUqTf-00001g-0i <= chloe@sendergood.example H=mail.sendergood.example [192.0.2.102] P=esmtp S=624 id=devdebian.2@sendergood.example",
            r#"1xUqU6-0000Jw-0U <= anna@bluefern.example H=(laptop.local) [192.0.2.105]:49269 I=[192.0.2.1]:587 P=esmtpsa L- X=TLS1.3:ECDHE_X25519__RSA_PSS_RSAE_SHA256__AES_256_GCM:256 CV=no SNI=server1.hostco.example A=dovecot_login:anna@bluefern.example S=680 M8S=0 RT=0.008s id=a.141@bluefern.example T="Re: \"new\" for H=x" from <anna@bluefern.example> for throttle61@office.example b@office.example"#,
            r#"1rKzAb-00000004abC-1xYz <= "odd name"@isp.example H=mx.isp.example (isp.example) [2001:db8::7]:2525 P=esmtps K S=9 id*=E1rKzAb-00000004abC-1xYz@server1.hostco.example"#,
        ]),
    line("arrived-bare", "{msg} <= {name}{*}")
        .says("A message from {name} came in and is in the queue now.")
        .effect(Effect::Envelope(Message))
        .loose()
        .samples(&["1xUqTf-00001i-0i <= root U=root P=local S=438"]),
    line("fake-refusal-without-sender", "{msg} (= <>{*}{? from <{from}>}{? for {recipients}}")
        .says("A message without a sender came in. The sender got a rejection, on purpose; this server keeps the message all the same.")
        .facts(&[(Role::Sender, "")])
        .effect(Effect::Envelope(Message))
        .level(Warning)
        .tie(Tie::Same(Role::MessageId))
        .samples(&["1xUqTf-000028-12 (= <> H=mail.sendergood.example [192.0.2.102] P=esmtp S=635"]),
    line("fake-refusal", "{msg} (= {sender}{*}{? from <{from}>}{? for {recipients}}")
        .says("A message from {sender} came in. The sender got a rejection, on purpose; this server keeps the message all the same.")
        .effect(Effect::Envelope(Message))
        .level(Warning)
        .tie(Tie::Same(Role::MessageId))
        .samples(&["1xUqTf-000028-12 (= elena@sendergood.example H=mail.sendergood.example [192.0.2.102] P=esmtp S=635 id=a.6@sendergood.example"]),
    line("taken-back", "{msg} rescind the above message-accept")
        .says("The sender hung up before it heard that the message was taken, so the message was dropped again. The sender will try again.")
        .effect(Effect::Verdict(Message, Failed))
        .level(Warning)
        .samples(&["1xUqTf-00001i-0i rescind the above message-accept"]),
    line("recipient-answer", "{msg} PRDR R=<{to}> {reason}")
        .says("Recipient {to} got an answer of its own after the message: {reason}.")
        .effect(Effect::Part(Message))
        .samples(&["1xUqTi-00008k-1k PRDR R=<prdryes@bluefern.example> acceptance"]),
    line("recipient-answer-text", "{msg} PRDR {to} {reason}")
        .says("Recipient {to} refused the message after it was sent: {reason}.")
        .effect(Effect::Part(Message))
        .level(Warning)
        .samples(&["1xUqTi-00008k-1k PRDR prdrno@bluefern.example this recipient does not want the message"]),
    line("signature-key", "{msg} DKIM: d={domain} s={selector}{? {details}} [{?invalid - syntax error in public key record}{?invalid - public key record (currently?) unavailable}]")
        .says(KEY_UNUSABLE)
        .effect(Effect::Part(Message))
        .samples(&["1xUqTh-00005u-0D DKIM: d=sendergood.example s=nosel c=relaxed/relaxed a=rsa-sha256 b=1024 t=1795288286 [invalid - syntax error in public key record]"]),
    line("signature-key-import", "{msg} PDKIM: d={domain} s={selector} [failed key import]")
        .says(KEY_UNUSABLE)
        .effect(Effect::Part(Message))
        .samples(&["1xUqTh-00005u-0D PDKIM: d=sendergood.example s=nosel [failed key import]"]),
    line("signature", "{msg} DKIM: d={domain} s={selector}{? {details}} [{reason}]")
        .says("The message carries a DKIM signature of {domain}. The check says: {reason}. DKIM shows that the domain sent a message and that nobody changed it.")
        .effect(Effect::Part(Message))
        .samples(&[
            "1xUqUg-0000ry-2o DKIM: d=sendergood.example s=sel1 c=relaxed/simple a=rsa-sha256 b=1024 i=@sendergood.example t=1795288286 [verification failed - body hash mismatch (body probably modified in transit)]",
        ]),
    line("signature-not-checked", "{?{msg} }DKIM: {reason}")
        .says("The message's DKIM signature could not be checked: {reason}.")
        .level(Warning)
        .effect(Effect::Alone)
        .samples(&["1xUqTh-00005u-0D DKIM: validation error: LONG_LINE", "DKIM: Error during validation, disabling signature verification: no key"]),
    line("address-rewritten", "{msg} \"{old}\" from {place} rewritten as \"{new}\" by rule {rule}")
        .says("A rule of this server changed {old} to {new}.")
        .effect(Effect::Part(Message))
        .level(Info)
        .samples(&[r#"1xUqTh-00005u-0D "anna@old.example" from From: rewritten as "anna@new.example" by rule 2"#]),
    line("bad-address-in-header", "{msg} {header}: missing or malformed {reason}")
        .says("An address in the message's header is not a proper address, so it was left as it is.")
        .effect(Effect::Part(Message))
        .level(Warning)
        .samples(&[
            "1xUqTi-00008P-13 rewrite: missing or malformed local part",
            r#"1xUqTj-00009O-03 rewrite: missing or malformed local part (expected word or "<")"#,
        ]),
    line("no-good-recipient", "{msg} {?{R} }bad addresses found in headers")
        .says("A program on this server sent a message with an invalid address in its To, Cc or Bcc line. The sender is notified.")
        .helps(Party::Sender, &[("Correct the address in the program or script that sent it; the line with <= of this message names its user (U=):", "exigrep {msg} $(ls /var/log/exim4/mainlog /var/log/exim_mainlog 2>/dev/null)")])
        .effect(Effect::Part(Message))
        .level(Warning)
        .samples(&["1xUqTj-00009O-03 1xUqTj-00009O-03 bad addresses found in headers", "1xUqTj-00009O-03 bad addresses found in headers"]),
    line("no-recipient", "{msg} {?{R} }no recipients found in headers")
        .says("A program on this server sent a message without a recipient. The sender is notified.")
        .helps(Party::Sender, &[("Correct the address in the program or script that sent it; the line with <= of this message names its user (U=):", "exigrep {msg} $(ls /var/log/exim4/mainlog /var/log/exim_mainlog 2>/dev/null)")])
        .effect(Effect::Part(Message))
        .level(Warning)
        .samples(&["1xUqTj-00009O-03 1xUqTj-00009O-03 no recipients found in headers"]),
    line("header-change-too-late", "{msg} Header modification in data ACLs will not take effect on cutthrough deliveries")
        .says("A rule wanted to change the message's header, but the message had already been passed on while it came in.")
        .effect(Effect::Part(Message))
        .level(Warning)
        .samples(&["1xUqTf-00001l-17 Header modification in data ACLs will not take effect on cutthrough deliveries"]),
];
