//! The headers of a mail, as they are pasted from its source, and the text below them.
//!
//! Headers are read from the bottom up: each server that a mail passes puts its own `Received` line on
//! top. A header goes on in the next line when that begins with white space. The sender can write any
//! header; only those that your own server added can be trusted.

use super::{
    Datum, Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, Sign, Tie, Word, field,
    line, word,
};
use crate::format::{Led, Side};
use crate::vocabulary::TraceType::Message;

/// What the headers of a mail say.
pub static FORMAT: Format = Format {
    id: "mail-headers",
    title: "the headers of a mail",
    found_in: &["the source of a mail: \"show original\", \"view source\""],
    sources: &[
        "RFC 5322",
        "RFC 5321 section 4.4",
        "RFC 8601",
        "RFC 7208",
        "SpamAssassin 4.0 manual",
        "cPanel manual",
        "Microsoft Learn: Anti-spam message headers",
        "Barracuda Campus: Message headers of the Email Security Gateway",
    ],
    place: Place::Document(Message),
    kind: FormatKind::Headers,
    realm: "mail",
    fields: FIELDS,
    words: WORDS,
    separators: &["; ", ";", ", ", " ", "\t"],
    patterns: PATTERNS,
    ..Format::BASE
};

/// Where a mail can begin: anywhere but among the headers of a copy.
const FIRST: &[Part] = &[
    Part::Outside,
    Part::Headers,
    Part::Copied,
    Part::CopyHead,
    Part::Copy,
    Part::Text,
    Part::Report,
    Part::Calling,
    Part::Closed,
    Part::Rows,
];
/// Among headers, or pasted alone.
const ALONE: &[Part] = &[Part::Outside, Part::Closed, Part::Headers, Part::Copied, Part::CopyHead];
/// Among headers.
const HEAD: &[Part] = &[Part::Headers, Part::Copied, Part::CopyHead];

/// What the result words of checks mean.
const RESULTS: &[Word] = &[
    word("pass", "The check was passed."),
    word("fail", "The check failed."),
    word("hardfail", "The check failed."),
    word("softfail", "The check failed, but the domain asks not to be strict."),
    word("neutral", "The domain does not want to say anything about it."),
    word("none", "There was nothing to check: the domain has no such record, or the mail no such signature."),
    word("temperror", "The check could not be made for now, for example because DNS did not answer."),
    word("permerror", "The check could not be made: the record or signature has a mistake."),
    word("policy", "The signature is good, but a rule of the receiver does not accept it."),
    word("bestguesspass", "There is no record, but with a usual one the check would be passed."),
];

const FIELDS: &[Field] = &[
    field(
        "sender",
        Role::Sender,
        "The envelope sender: notices about failed delivery go to this address. An empty one means that the mail is itself such a notice.",
    ),
    field("recipient", Role::Recipient, "The envelope recipient.").shape(Shape::Text),
    field("from", Role::Address, "Who the mail says it is from. The sender can write anything here.")
        .datum(Datum::From)
        .shape(Shape::Text),
    field("to", Role::Address, "Who the mail says it is for. It can differ from the real recipients.")
        .datum(Datum::To)
        .shape(Shape::Text),
    field("date", Role::Time, "The date and time, with the difference of its time zone to UTC.")
        .shape(Shape::Text),
    field("subject", Role::Subject, "The subject."),
    field(
        "id",
        Role::MessageId,
        "The Message-ID: it stays the same on every server, so logs can be searched for it.",
    )
    .shape(Shape::Text),
    field("ids", Role::Text, "The Message-IDs of the mails before this one."),
    field(
        "queue_id",
        Role::Message,
        "The id of the mail in the queue of that server. Search its log for it.",
    ),
    field(
        "qp",
        Role::Queued,
        "The process number under which qmail queued the mail: the info msg line of its log has the same number.",
    ),
    field("uid", Role::Uid, "The number (uid) of the system user that submitted the message."),
    field("helo", Role::Host, "The name that the sending server gave itself. It can be anything.")
        .datum(Datum::Greeting),
    field("rdns", Role::Host, "The name that DNS has for the address of the sending server.")
        .datum(Datum::ClientName),
    field("ip", Role::Client, "The address of the sending server: this was measured, not told."),
    field("by", Role::Host, "The server that accepted the mail and wrote this line."),
    field("protocol", Role::State, "The protocol by which the message came.").values(&[
        word("local", "By a program or user on the same server, often a website's script."),
        word("SMTP", "By SMTP, without encryption or login."),
        word("ESMTP", "By SMTP with extensions, without encryption or login."),
        word("ESMTPS", "By SMTP with encryption."),
        word("ESMTPA", "By SMTP after a login."),
        word("ESMTPSA", "By SMTP with encryption after a login."),
        word("LMTP", "By LMTP, from the mail server to the mailbox."),
        word("HTTP", "By a web page."),
    ]),
    field("rest", Role::Text, "More about this hop, in the words of the server."),
    field("server", Role::Host, "The server that made the checks. Trust them only if it is your own."),
    field(
        "spf",
        Role::State,
        "SPF tells whether this server may send for the domain of the envelope sender.",
    )
    .values(RESULTS),
    field("dkim", Role::State, "DKIM tells whether the signature of the domain fits the mail.")
        .values(RESULTS),
    field("dmarc", Role::State, "DMARC tells whether SPF or DKIM fits the domain in the From line.")
        .values(RESULTS),
    field("arc", Role::State, "ARC tells whether the seals of the forwarders are whole.").values(RESULTS),
    field("iprev", Role::State, "Whether the name of the server's address resolves back to that address.")
        .values(RESULTS),
    field("auth", Role::State, "Whether the sender logged in.").values(RESULTS),
    field("compauth", Role::State, "Microsoft's verdict from all checks together.").values(RESULTS),
    field("smtp.mailfrom", Role::Address, "The envelope sender, or its domain, that SPF was checked for."),
    field("smtp.helo", Role::Host, "The name the server gave itself."),
    field("header.from", Role::Host, "The domain in the From line."),
    field("header.d", Role::Host, "The domain that signed."),
    field("header.i", Role::Address, "The identity that signed."),
    field("header.s", Role::Text, "The selector: which of the domain's keys signed.").shape(Shape::Word),
    field("client-ip", Role::Client, "The address of the sending server.").shape(Shape::Word),
    field("envelope-from", Role::Sender, "The envelope sender."),
    field("result", Role::State, "The result of the check.").shape(Shape::Name).values(RESULTS),
    field("verdict", Role::State, "Yes: the mail was called spam. No: it was not.").shape(Shape::Name),
    field("score", Role::Count, "The points of the spam check.").shape(Shape::Decimal),
    field("tenfold", Role::Count, "Ten times the points of the spam check.").shape(Shape::Number),
    field("hits", Role::Count, "The points of the spam check.").shape(Shape::Decimal),
    field("required", Role::Count, "From this many points on a mail counts as spam.").shape(Shape::Decimal),
    field("metric", Role::Keyword, "The set of rules.").shape(Shape::Name),
    field("tests", Role::Text, "The rules that the mail met."),
    field("autolearn", Role::State, "Whether the filter learned from this mail."),
    field("version", Role::Text, "The version of the filter."),
    field("user", Role::User, "The system user or account that the mail came from.").shape(Shape::Text),
    field("path", Role::Path, "The script or folder that the mail came from."),
    field("name", Role::Keyword, "The name of the header.").shape(Shape::Name),
    field("value", Role::Text, "What the header says."),
    field("text", Role::Text, "A line of the mail."),
    field("gap", Role::Keyword, "The line goes on: it belongs to the header before it.").shape(Shape::Space),
];

const WORDS: &[Word] = &[
    word("Received", "Each server that takes a mail adds such a line on top: read them from the bottom up."),
    word("Authentication-Results", "What a receiving server found out about where the mail comes from."),
    word("Return-Path", "The envelope sender, written down when the mail was stored."),
];

/// A header that a mail can begin with.
const fn first(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(FIRST).effect(Effect::Early(Message)).then(Part::Headers)
}

/// A header that is known when it stands alone, too.
const fn alone(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    first(id, template, says).within(ALONE)
}

/// A header that means something only among others.
const fn among(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(HEAD).effect(Effect::Part(Message)).then(Part::Headers)
}

/// The rest of a header in its next line.
const fn more(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(&[Part::Headers, Part::CopyHead]).effect(Effect::Part(Message))
}

const PATTERNS: &[Pattern] = &[
    first("forwarded", "--------{?--} {?Forwarded message}{?Weitergeleitete Nachricht}{?Message transféré}{?Mensaje reenviado}{?Messaggio inoltrato}{?Doorgestuurd bericht}{?Mensagem encaminhada} --------{?-}{?--}", "The mail was forwarded: its headers follow.")
        .samples(&["---------- Forwarded message ---------", "-------- Forwarded Message --------", "-------- Weitergeleitete Nachricht --------"]),
    first("return-path", "Return-Path:{? }{?<}{sender}{?>}", "The envelope sender was {sender}.")
        .sign(Sign::Checked)
        .samples(&["Return-Path: <anna@shop.example>", "Return-path: <>", "Return-Path: <#@[]>"]),
    first("delivered-to", "Delivered-To: {recipient}", "The mail was stored for {recipient}.")
        .samples(&["Delivered-To: postmaster@ops.hostfarm.example"]),
    first("received-bounce", "Received: (qmail {qp} invoked for bounce); {date}", "qmail wrote this notice itself and queued it as process {qp}, on {date}.")
        .sign(Sign::Received)
        .tie(Tie::Near(Role::Queued, Led::Same, Side::Before))
        .samples(&["Received: (qmail 4416 invoked for bounce); 21 Nov 2026 19:09:08 -0000"]),
    first("received-network", "Received: (qmail {qp} invoked from network); {date}", "qmail queued the mail as process {qp}, on {date}; it had come from the network.")
        .sign(Sign::Received)
        .tie(Tie::Near(Role::Queued, Led::Same, Side::Before))
        .samples(&["Received: (qmail 4398 invoked from network); 21 Nov 2026 19:09:08 -0000"]),
    first("received-user", "Received: (qmail {qp} invoked by uid {uid}); {date}", "qmail queued the mail as process {qp}, on {date}; a program of user {uid} handed it over.")
        .sign(Sign::Received)
        .tie(Tie::Near(Role::Queued, Led::Same, Side::Before))
        .samples(&["Received: (qmail 4837 invoked by uid 7841); 21 Nov 2026 19:09:17 -0000"]),
    first("received-alias", "Received: (qmail {qp} invoked by alias); {date}", "qmail queued the mail as process {qp}, on {date}; it was forwarded on this server.")
        .sign(Sign::Received)
        .tie(Tie::Near(Role::Queued, Led::Same, Side::Before))
        .samples(&["Received: (qmail 4837 invoked by alias); 21 Nov 2026 19:09:17 -0000"]),
    first("received-from-helo", "Received: from {rdns} (HELO {helo}) ({ip}){? {rest}}", "The mail came from {rdns} at {ip}, which called itself {helo}.")
        .sign(Sign::Received)
        .samples(&["Received: from web03.hostfarm.example (HELO client.example) (127.0.30.4)"]),
    first("received-from-address", "Received: from {helo} ({rdns} {ip}){? {rest}}", "The mail came from {ip}, which DNS calls {rdns} and which called itself {helo}.")
        .sign(Sign::Received)
        .samples(&["Received: from mail.cedarline.example (localhost [127.0.0.1])", "Received: from mx.shop.example (mx.shop.example [192.0.2.25]) by mail.cedarline.example (Postfix) with ESMTPS id 4WxYz12345z9Q for <ben@cedarline.example>; Sat, 21 Nov 2026 19:09:04 +0000 (UTC)"]),
    first("received-exim", "Received: from {ip} ({?port={name} }helo={helo}){? {rest}}", "The mail came from {ip}, which called itself {helo}.")
        .sign(Sign::Received)
        .samples(&["Received: from [127.0.40.105] (port=53837 helo=[10.0.0.5])", "Received: from [127.0.40.105] (helo=vps.hostfarm.example)"]),
    first("received-local", "Received: from {user} by {by} with local{? {rest}}", "The message was submitted on {by} itself, by the system user {user}.")
        .sign(Sign::Received)
        .samples(&["Received: from Debian-exim by server1.hostco.example with local (Exim 4.96)"]),
    first("received", "Received: {rest}", "A server accepted the mail and wrote this line.")
        .sign(Sign::Received)
        .samples(&["Received: by 2002:a05:6a10:1234 with SMTP id x9csp1;"]),
    more("received-by", "{gap}by {by}{? {rest}}", "The server {by} took it.")
        .sign(Sign::HeaderGoesOn)
        .samples(&["\tby server1.hostco.example with esmtpsa  (TLS1.3) tls TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "  by mx.hostfarm.example with SMTP; 21 Nov 2026 19:09:08 -0000"]),
    more("received-id", "{gap}id {queue_id}{?;}{? {rest}}", "On that server the mail was called {queue_id}.")
        .sign(Sign::HeaderGoesOn)
        .tie(Tie::MadeBy(Role::Message, Led::Same))
        .samples(&["\tid 1xUqUC-0000XY-1X", "\tid 1xUqUC-0000WK-0N;"]),
    more("received-with-id", "{gap}with {protocol} id {queue_id}{?;}{? {rest}}", "It came by {protocol} and has the queue id {queue_id} there.")
        .sign(Sign::HeaderGoesOn)
        .tie(Tie::MadeBy(Role::Message, Led::Same))
        .samples(&["\twith ESMTPS id 4WxYz12345z9Q"]),
    more("received-for", "{gap}for {recipient};{? {date}}", "It was for {recipient}.")
        .sign(Sign::HeaderGoesOn)
        .samples(&["\tfor chloe@orchardcafe.example;", "\tfor <dropd89@bigmail.example>; Sat, 21 Nov 2026 19:09:04 GMT"]),
    more("received-envelope", "{gap}(envelope-from <{sender}>)", "The envelope sender was {sender}.")
        .sign(Sign::HeaderGoesOn)
        .samples(&["\t(envelope-from <chloe@orchardcafe.example>)"]),
    among("envelope-to", "Envelope-To: {recipient}", "The mail was stored for {recipient}.")
        .samples(&["Envelope-to: chloe@orchardcafe.example"]),
    alone("original-to", "X-Original-To: {recipient}", "The mail was sent to {recipient}, before aliases and forwards.")
        .samples(&["X-Original-To: info@shop.example"]),
    alone("delivery-date", "Delivery-Date: {date}", "The mail was stored on {date}.")
        .samples(&["Delivery-date: Sat, 21 Nov 2026 19:10:56 +0000"]),
    alone("message-id", "Message-ID:{? }{id}", "The mail has the Message-ID {id}.")
        .tie(Tie::Same(Role::MessageId))
        .samples(&["Message-ID: <devcpanel.256.23429401@orchardcafe.example>"]),
    alone("from", "From: {from}", "The mail says that it is from {from}.").sign(Sign::Author).loose()
        .samples(&["From: Mail Delivery System <Mailer-Daemon@server1.hostco.example>"]),
    alone("to", "To: {to}", "The mail says that it is for {to}.").loose()
        .samples(&["To: chloe@orchardcafe.example"]),
    alone("copy-to", "Cc: {to}", "The mail says that a copy goes to {to}.").loose()
        .samples(&["Cc: ben@shop.example"]),
    alone("reply-to", "Reply-To: {from}", "Answers should go to {from}.").loose()
        .samples(&["Reply-To: info@shop.example"]),
    alone("resent-from", "Resent-From: {from}", "The mail was passed on by {from}.").loose()
        .samples(&["Resent-From: <anna@shop.example>"]),
    alone("subject", "Subject: {subject}", "The subject of the mail.").loose()
        .samples(&["Subject: Contact form"]),
    alone("date", "Date: {date}", "The mail was written on {date}, by the clock of the sender's computer.").sign(Sign::Written).loose()
        .samples(&["Date: Sat, 21 Nov 2026 19:10:56 +0000"]),
    alone("sender-of-list", "Sender: {value}<{from}>", "The mail was sent for someone else by {from}, such as a list.").loose().samples(&["Sender: \"Bells\" <bells-bounces@lists.shop.example>"]),
    among("sender-header", "Sender: {from}", "The mail was sent for someone else by {from}.").loose()
        .samples(&["Sender: bluefern@server1.hostco.example"]),
    among("references", "References: {ids}", "The mail belongs to earlier ones with these Message-IDs.").loose()
        .samples(&["References: <devcpanel.256.23429401@orchardcafe.example>"]),
    among("in-reply-to", "In-Reply-To: {ids}", "The mail answers the one with this Message-ID.").loose()
        .samples(&["In-Reply-To: <devcpanel.256.23429401@orchardcafe.example>"]),
    alone("automatic", "Auto-Submitted: {value}", "The mail was made by a program, not by a person ({value}).")
        .sign(Sign::Checked)
        .samples(&["Auto-Submitted: auto-replied"]),
    alone("authentication-results", "Authentication-Results: {server};{?{*}}", "{server} checked where the mail comes from.")
        .sign(Sign::Checked)
        .samples(&["Authentication-Results: mx.google.com; dkim=pass header.i=@shop.example header.s=k1; spf=pass smtp.mailfrom=anna@shop.example; dmarc=fail header.from=shop.example", "Authentication-Results: mx.google.com;"]),
    alone("authentication-results-unnamed", "Authentication-Results: {?spf}{?dkim}{?dmarc}={result}{? {*}}", "The receiving server checked where the mail comes from.")
        .sign(Sign::Checked)
        .samples(&["Authentication-Results: spf=none (sender IP is 203.0.113.114)", "Authentication-Results: spf=pass (sender IP is 203.0.113.114) smtp.mailfrom=shop.example; dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=shop.example;compauth=fail reason=001"]),
    more("authentication-dkim", "{gap}dkim={dkim}{?{*}}", "DKIM: {dkim}.").sign(Sign::Checked).samples(&["\tdkim=pass header.i=@shop.example header.s=k1;"]),
    more("authentication-spf", "{gap}spf={spf}{?{*}}", "SPF: {spf}.").sign(Sign::Checked).samples(&["       spf=softfail (google.com: domain of transitioning anna@shop.example) smtp.mailfrom=anna@shop.example;"]),
    more("authentication-dmarc", "{gap}dmarc={dmarc}{?{*}}", "DMARC: {dmarc}.").sign(Sign::Checked).samples(&["       dmarc=fail (p=REJECT sp=NONE dis=NONE) header.from=shop.example"]),
    more("authentication-arc", "{gap}arc={arc}{?{*}}", "ARC: {arc}.").sign(Sign::Checked).samples(&["       arc=none;"]),
    alone("spf", "Received-SPF: {result}{? {*}}", "The check of SPF gave: {result}.")
        .sign(Sign::Checked)
        .samples(&["Received-SPF: pass (server1.hostco.example: localhost is always allowed.) client-ip=127.0.40.105; envelope-from=chloe@orchardcafe.example; helo=[10.0.0.5];"]),
    alone("dkim-signature", "DKIM-Signature: {value}", "A signature of the sending domain (DKIM).")
        .samples(&["DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=shop.example; s=k1;"]),
    alone("spam-status", "X-Spam-Status: {verdict},{? {*}}", "The spam check: {verdict}.")
        .sign(Sign::Checked)
        .samples(&["X-Spam-Status: Yes, score=15.0 required=5.0 tests=BAYES_99,URIBL_BLACK autolearn=no version=4.0.0", "X-Spam-Status: No, score=0.3"]),
    alone("rspamd-result", "X-Spamd-Result: {metric}: {verdict} [{score} / {required}]{?;}{? {tests}}", "The spam filter Rspamd gave {score point}; at {required} it rejects.")
        .samples(&["X-Spamd-Result: default: False [17.20 / 15.00];", "X-Spamd-Result: default: False [-0.10 / 15.00]; R_SPF_ALLOW(-0.20)[+ip4:192.0.2.1]; ARC_NA(0.00)[]"]),
    alone("rspamd-action", "X-Rspamd-Action: {value}", "What Rspamd decided: {value}.").samples(&["X-Rspamd-Action: reject"]),
    alone("rspamd-score", "X-Rspamd-Score: {score}", "The spam filter Rspamd gave {score point}.").samples(&["X-Rspamd-Score: 17.20"]),
    alone("rspamd-server", "X-Rspamd-Server: {by}", "The spam filter Rspamd on {by} looked at the mail.").samples(&["X-Rspamd-Server: mx-scan1"]),
    alone("spam-mark", "X-Spam: {verdict}", "The mail was called spam: {verdict}.").samples(&["X-Spam: Yes"]),
    alone("spam-flag", "X-Spam-Flag: {verdict}", "The mail was called spam: {verdict}.").sign(Sign::Checked).samples(&["X-Spam-Flag: YES"]),
    alone("spam-level", "X-Spam-Level:{? {value}}", "One star for each point of the spam check.").samples(&["X-Spam-Level: ****", "X-Spam-Level:"]),
    alone("spam-bar", "X-Spam-Bar:{? {value}}", "One sign for each point of the spam check: + towards spam, - away from it.").samples(&["X-Spam-Bar: ++++"]),
    alone("spam-score", "X-Spam-Score: {score}", "The spam check gave {score}.").loose().samples(&["X-Spam-Score: 16.011"]),
    alone("spam-score-integer", "X-Spam-Score: {tenfold}", "The spam check gave {tenfold}. Exim and cPanel write ten times the points.").samples(&["X-Spam-Score: 54"]),
    alone("greylist", "X-Greylist: {value}", "What the greylisting of a server on the way did: {value}.")
        .samples(&["X-Greylist: delayed 90370 seconds by postgrey-1.34 at mail.shop.example; Sat, 21 Nov 2026 01:07:58 CET", "X-Greylist: Delayed for 01:14:22 by milter-greylist-4.6.2 (mx.shop.example [192.0.2.25]); Sat, 21 Nov 2026 10:38:02 +0100 (CET)"]),
    alone("authentication-warning", "X-Authentication-Warning: {value}", "Sendmail notes that a user chose the sender address.")
        .sign(Sign::Checked)
        .samples(&["X-Authentication-Warning: mail.cedarline.example: ben set sender to"]),
    alone("panel-account", "X-Authenticated-Sender: {by}: {user}", "The message was submitted after a login as {user}.")
        .sign(Sign::Checked)
        .samples(&["X-Authenticated-Sender: server1.hostco.example: anna@bluefern.example"]),
    alone("panel-sender", "X-Get-Message-Sender-Via: {by}: {value}: {user}", "The hosting panel found out who sent it: {user}.")
        .sign(Sign::Checked)
        .samples(&["X-Get-Message-Sender-Via: server1.hostco.example: authenticated_id: anna@bluefern.example"]),
    alone("panel-script", "X-PHP-Originating-Script: {uid}:{path}", "The PHP script {path} sent the mail, as user {uid}.")
        .sign(Sign::Checked)
        .samples(&["X-PHP-Originating-Script: 1001:contact.php"]),
    alone("panel-script-url", "X-PHP-Script: {path} for {ip}", "The PHP page {path} sent the mail for a visitor at {ip}.")
        .sign(Sign::Checked)
        .samples(&["X-PHP-Script: www.shop.example/contact.php for 192.0.2.7"]),
    alone("panel-folder", "X-Source-Dir: {path}", "The script that sent the mail lies in {path}.").sign(Sign::Checked).samples(&["X-Source-Dir: shop.example:/public_html"]),
    alone("panel-arguments", "X-Source-Args: {path}", "The program that sent the mail was {path}.").sign(Sign::Checked).samples(&["X-Source-Args: /usr/sbin/php-fpm"]),
    alone("microsoft-report", "X-Forefront-Antispam-Report{?-Untrusted}:{? {value}}", "What Microsoft 365 found out about the message: SCL is the spam confidence level, SFV the verdict, CAT the category.")
        .samples(&["X-Forefront-Antispam-Report:", "X-Forefront-Antispam-Report: CIP:192.0.2.4;CTRY:DE;LANG:en;SCL:1;SRV:;IPV:NLI;SFV:NSPM;H:mx.shop.example;PTR:mx.shop.example;CAT:NONE;SFS:(13230040);DIR:INB;", "X-Forefront-Antispam-Report-Untrusted: CIP:255.255.255.255;CTRY:;LANG:en;SCL:1;SRV:;IPV:NLI;SFV:NSPM;"]),
    alone("microsoft-bulk", "X-Microsoft-Antispam{?-Untrusted}:{? {value}}", "How many complaints Microsoft knows about such bulk mail: BCL goes from 0 (no bulk mail) to 9.")
        .samples(&["X-Microsoft-Antispam: BCL:8;ARA:13230040|8096899003;", "X-Microsoft-Antispam:"]),
    alone("microsoft-mailbox", "X-Microsoft-Antispam-Mailbox-Delivery:{? {value}}", "Where the mailbox put the message: dest:I is the inbox, dest:J is Junk.")
        .samples(&["X-Microsoft-Antispam-Mailbox-Delivery: ucf:0;jmr:0;auth:0;dest:I;ENG:(910001);", "X-Microsoft-Antispam-Mailbox-Delivery:"]),
    alone("exchange-level", "X-MS-Exchange-Organization-SCL: {value}", "Exchange's spam confidence level of the message: {value}. -1 was not filtered, 0 and 1 are no spam, 5 and more are spam.")
        .samples(&["X-MS-Exchange-Organization-SCL: 6"]),
    alone("barracuda-status", "X-Barracuda-Spam-Status: {verdict}, SCORE={score} using {value}", "The Barracuda gateway called the message spam ({verdict}) with {score point}.")
        .samples(&["X-Barracuda-Spam-Status: Yes, SCORE=4.83 using global scores of TAG_LEVEL=3.5 QUARANTINE_LEVEL=1000.0 KILL_LEVEL=9.0 tests=HTML_MESSAGE, MISSING_MID"]),
    alone("spam-report", "X-Spam-Report:{? {value}}", "The rules that the message met, with the points of each.")
        .samples(&["X-Spam-Report:", "X-Spam-Report: *  1.7 URIBL_BLACK Contains an URL listed in the URIBL blacklist"]),
    alone("spam-details", "X-Proofpoint-Spam-Details: {value}", "What Proofpoint's filter decided: {value}.")
        .samples(&["X-Proofpoint-Spam-Details: rule=spam policy=default score=100 spamscore=100 phishscore=0"]),
    alone("vade-state", "X-VR-SPAMSTATE: {verdict}", "What the filter of Vade (OVH and others) decided: {verdict}.").samples(&["X-VR-SPAMSTATE: SPAM", "X-VR-SPAMSTATE: OK"]),
    alone("filter-result", "X-UI-Filterresults: {value}", "What the filter of GMX, WEB.DE or IONOS decided: notjunk, unknown or junk.")
        .samples(&["X-UI-Filterresults: junk:10;V03:K0:abc=:def="]),
    alone("verdict-of-amazon", "X-SES-{?Spam}{?Virus}-Verdict: {verdict}", "What Amazon SES decided when it received the message: {verdict}.").samples(&["X-SES-Spam-Verdict: FAIL", "X-SES-Virus-Verdict: PASS"]),
    alone("arc", "ARC-{name}: {value}", "A forwarding server notes what it found, and seals it (ARC).").samples(&["ARC-Seal: i=2; a=rsa-sha256; t=1747030114; cv=pass; d=lists.example; s=arc1; b=Zk3m"]),
    alone("list", "List-{name}: {value}", "A mailing list or newsletter names itself here, or how to leave it.").samples(&["List-Id: Bells <bells.lists.shop.example>"]),
    alone("bulk", "{?Precedence}{?Feedback-ID}: {value}", "A mark of mail that goes to many.").loose().samples(&["Precedence: bulk", "Feedback-ID: 20250612:weekly:shop:mailer"]),
    alone("from-in-german", "{?Von}{?An}: {from}", "Who the mail is from, or for.").loose().samples(&["Von: Anna <anna@shop.example>"]),
    alone("value-in-german", "{?Betreff}{?Datum}{?Gesendet}: {value}", "What the mail is about, or when it was sent.").loose().samples(&["Betreff: Undelivered Mail"]),
    alone("header-of-its-own", "X-{name}:{? {value}}", "A header that some program added (X-{name}).").loose()
        .samples(&["X-Mailer: Roundcube Webmail/1.6", "X-Barracuda-Connect: mail.shop.example[192.0.2.25]", "X-ASG-Debug-ID: 1689925834-0a1b2c3d4e5f600-AbCdEf", "X-MS-Exchange-Organization-AuthAs: Anonymous"]),
    among("header", "{name}:{? {value}}", "A header called {name}.").loose()
        .samples(&["MIME-Version: 1.0", "Content-Language: en"]),
    more("goes-on", "{gap}{value}", "The header before it goes on.").sign(Sign::HeaderGoesOn).loose()
        .samples(&["\tboundary=\"6ALJ9oVO000754.1795288190/mail.cedarline.example\""]),
    line("text", "{text}")
        .says("A line of the mail's text.")
        .within(&[Part::Text])
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["Please find the invoice attached."]),
    line("copied-text", "{text}")
        .says("A line of the copied mail. It is quoted, so it says nothing about this delivery.")
        .within(&[Part::Copy])
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["Hi there,"]),
];
