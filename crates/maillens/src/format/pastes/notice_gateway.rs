//! Notices in the words of gateways, filters and large providers: GMX and IONOS, Mimecast, Barracuda, Proofpoint,
//! Symantec, `SendGrid`, Courier, Domino and others. The recipients, the answer of the other server and the delivery
//! report are as in `notice.rs` and `delivery_report.rs`.

use super::notice::{ALONE, BEGIN, TEXT, delay, header, opening, text};
use super::{Effect, Field, Format, Part, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::AttemptOutcome::{Failure, Open};
use crate::vocabulary::Level::{Permanent, Temporary};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Bounce;

/// What they say.
pub static FORMAT: Format = Format {
    id: "notice-gateway",
    title: "a notice about what became of a message, from a gateway or a provider",
    found_in: &["the mailbox of the sender"],
    sources: &[
        "The public notices of GMX, IONOS, Mimecast, Barracuda, Cisco and Proofpoint gateways, Symantec, SendGrid",
        "Courier module.dsn: dsnheader.txt, dsnfailed.txt, dsndelayed.txt",
        "HCL Domino, Trustwave MailMarshal, Apache James, Trend Micro InterScan, OpenSMTPD bounce.c",
        "Dovecot mail-send.c",
    ],
    place: Place::Document(Bounce),
    realm: "notice",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("mailbox", Role::Recipient, "The recipient that the mail did not reach.")
        .shape(Shape::PlainMailbox),
    field("reply", Role::Reply, "What was said about this recipient, in the words of the server."),
    field("code", Role::Code, "The reply code: 2 in front means yes, 4 not now, 5 no."),
    field("status", Role::Status, "The enhanced status code: a finer reason than the reply code."),
    field("remote", Role::Remote, "The server at the other end.").shape(Shape::Word),
    field("ip", Role::Ip, "The address of the server at the other end."),
    field("host", Role::Host, "The server that wrote the notice: its log tells more.").shape(Shape::Text),
    field("phase", Role::State, "The step of the conversation at which the other server answered.")
        .shape(Shape::Text),
    field("subject", Role::Subject, "The subject of the message."),
    field("date", Role::Time, "A date and time.").shape(Shape::Text),
    field("text", Role::Text, "Words of the notice."),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
];

/// An opening that says that the mail failed for good.
const fn failed(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    opening(id, template, says).level(Permanent)
}

/// A line that names a recipient and nothing else that counts.
const fn names(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("The mail did not reach {mailbox}.")
        .within(TEXT)
        .effect(Effect::Start)
        .level(Permanent)
}

/// The same where the line shows what it is by itself, so that a notice can begin with it.
const fn opens_with(id: &'static str, template: &'static str) -> Pattern {
    names(id, template).within(BEGIN).then(Part::Text)
}

/// What was said about the recipient.
const fn said(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    text(id, template, says).within(ALONE).effect(Effect::Attempt(Open))
}

/// What the subject of a notice of Dovecot means.
const DOVECOT_REFUSED: &str =
    "The subject of Dovecot's notices: the mailbox, or a filter of its owner, refused the mail.";

const PATTERNS: &[Pattern] = &[
    // GMX, WEB.DE, IONOS.
    names("gmx-recipient", "\"{mailbox}\":").then(Part::Paragraph).samples(&["\"anna@shop.example\":"]),
    names("ionos-recipient", "{mailbox}:").then(Part::Paragraph).samples(&["anna@shop.example:"]),
    said("gmx-phase", "SMTP error from remote server after {phase} command:", "The other server refused after {phase}; its answer follows.")
        .effect(Effect::Part(Bounce))
        .samples(&["SMTP error from remote server after RCPT command:"]),
    text("gmx-host", "host: {remote}", "The answer came from {remote}.").samples(&["host: mx.shop.example"]),
    said("gmx-reply", "{status} {reply}", "The answer was {status}: \"{reply}\".")
        .within(&[Part::Paragraph])
        .loose()
        .samples(&["5.1.1 User unknown"]),
    said("ionos-reply", "SMTP error from remote server for {phase} command, host: {remote} ({ip}) reason: {reply}", "The server {remote} answered at {phase}: \"{reply}\".")
        .samples(&["SMTP error from remote server for RCPT TO command, host: mx.shop.example (192.0.2.25) reason: 550 5.1.1 User unknown"]),
    line("gmx-headers-follow", "--- The header of the original message is following. ---")
        .says("The headers of the message follow.")
        .within(ALONE)
        .effect(Effect::Part(Bounce))
        .then(Part::Copied)
        .samples(&["--- The header of the original message is following. ---"]),
    failed("gmx-german-hello", "Diese Nachricht wurde automatisch von einer {?E-}Mail{?-}{? }Software {text}.", "A mail server wrote this notice in German.")
        .sign(Sign::Opening)
        .samples(&["Diese Nachricht wurde automatisch von einer Mail-Software generiert."]),
    failed("mail-ru-hello", "Это письмо создано автоматически сервером Mail.Ru, отвечать на него не нужно.", "Mail.ru wrote this notice.")
        .sign(Sign::Opening)
        .samples(&["Это письмо создано автоматически сервером Mail.Ru, отвечать на него не нужно."]),
    // T-Online and other systems with smail.
    opening("smail-log", "|---{text} Message log follows: ---{text}|", "A notice of the mail system smail: what went wrong follows.")
        .level(Permanent)
        .samples(&["|------------------------- Message log follows: -------------------------|"]),
    text("smail-failed", "|---{text} Failed addresses follow: ---{text}|", "The recipients follow.")
        .samples(&["|------------------------- Failed addresses follow: ---------------------|"]),
    said("smail-recipient", "{?{gap}}<{mailbox}> ... {reply}", "The mail did not reach {mailbox}: \"{reply}\".")
        .within(TEXT)
        .effect(Effect::Start)
        .samples(&[" <anna@shop.example> ... unknown host"]),
    line("smail-copy", "|---{text} Message text follows: ---{text}|")
        .says("The copy of the message begins here.")
        .within(ALONE)
        .effect(Effect::Part(Bounce))
        .then(Part::Copied)
        .samples(&["|------------------------- Message text follows: ------------------------|"]),
    // Courier.
    opening("courier-hello", "This is a delivery status notification from {host},", "Courier on {host} wrote this notice.")
        .sign(Sign::Opening)
        .samples(&["This is a delivery status notification from mail.shop.example,"]),
    text("courier-version", "running the Courier mail server, version {text}.", "The version of Courier.")
        .samples(&["running the Courier mail server, version 1.0.16."]),
    text("courier-received", "The original message was received on {date}", "Courier had taken the message on {date}.")
        .samples(&["The original message was received on Sat, 21 Nov 2026 19:10:56 +0000"]),
    failed("courier-failed", "{?{gap}}UNDELIVERABLE MAIL", "Courier could not deliver the mail.")
        .samples(&["                           UNDELIVERABLE MAIL"]),
    delay("courier-delayed", "{?{gap}}DELAYS IN DELIVERING YOUR MESSAGE", "Courier has not delivered the mail yet.")
        .samples(&["                     DELAYS IN DELIVERING YOUR MESSAGE"]),
    failed("courier-recipients", "Your message to the following recipients cannot be delivered:", "The recipients follow.")
        .samples(&["Your message to the following recipients cannot be delivered:"]),
    names("courier-recipient", " <{mailbox}>:").then(Part::Paragraph).samples(&[" <anna@shop.example>:"]),
    said("courier-reply", " <<< {reply}", "The reason: \"{reply}\".").within(&[Part::Paragraph]).samples(&[" <<< No such domain."]),
    said("courier-reason", " *** {reply}", "The reason: \"{reply}\".").within(&[Part::Paragraph]).samples(&[" *** Connection refused"]),
    // amavis.
    failed("amavis-banned", "BANNED CONTENTS ALERT", "The filter amavis stopped the message, because it holds a file that is banned.")
        .helps(Party::Sender, &[("Send the file another way (a link to it), or have the administrator of the filter allow that kind of file for you.", "")])
        .samples(&["BANNED CONTENTS ALERT"]),
    text("amavis-name", "    banned name: {reply}", "The banned file: {reply}.").samples(&["    banned name: .exe,.exe-ms,update.exe"]),
    text("amavis-text", "{?Our content checker found}{?in email presumably from you <{text}>}{?to the following recipient}{?s}{?:}{?Delivery of the email was stopped!}", "A part of what amavis says.").loose().samples(&["Our content checker found", "to the following recipient:", "Delivery of the email was stopped!"]),
    names("amavis-recipient", "-> {mailbox}").samples(&["-> anna@shop.example"]),
    text("amavis-client", "First upstream SMTP client IP address: [{text}]{?{reply}}", "The message came from {text}.").samples(&["First upstream SMTP client IP address: [192.0.2.44]"]),
    // Mimecast: each fact begins with two dashes.
    header("subject-mimecast", "Subject: [Postmaster] {?Email }{?Message }Delivery Failure", "The subject of Mimecast's notices about failed delivery.")
        .level(Permanent)
        .samples(&["Subject: [Postmaster] Email Delivery Failure"]),
    failed("mimecast-hello", "This is a delivery failure notification message which indicates that{? {text}}", "Mimecast, a filter service, wrote this notice.")
        .sign(Sign::Opening)
        .samples(&["This is a delivery failure notification message which indicates that"]),
    names("mimecast-recipient", "-- {mailbox}").samples(&["-- anna@shop.example"]),
    text("mimecast-problem", "could not be delivered. The problem appears to be :", "The reason follows.")
        .then(Part::Paragraph)
        .samples(&["could not be delivered. The problem appears to be :"]),
    text("mimecast-more", "Additional information follows :", "The answer follows.").then(Part::Paragraph).samples(&["Additional information follows :"]),
    said("mimecast-reply", "-- {reply}", "The reason: \"{reply}\".")
        .within(&[Part::Paragraph])
        .loose()
        .samples(&["-- Recipient email server rejected the message", "-- 550 Rejected by header based Anti-Spoofing policy"]),
    text("mimecast-attempts", "This condition occurred after {text} attempt(s) to deliver over", "So often it was tried.")
        .samples(&["This condition occurred after 1 attempt(s) to deliver over"]),
    // Barracuda.
    header("subject-barracuda", "Subject: **Message you sent blocked by our {text}**", "The subject of Barracuda's notices: the recipient's filter held the mail back.")
        .level(Permanent)
        .samples(&["Subject: **Message you sent blocked by our bulk email filter**"]),
    names("barracuda-recipient", "Your message to: {mailbox}").within(&[Part::Text, Part::Headers, Part::Outside]).then(Part::Text)
        .samples(&["Your message to: anna@shop.example"]),
    said("barracuda-blocked", "was blocked by our {reply}. The email you sent with the following subject has NOT BEEN DELIVERED:", "The recipient's filter ({reply}) held the mail back.")
        .effect(Effect::Attempt(Failure))
        .samples(&["was blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:"]),
    // Cisco's and Proofpoint's gateways.
    opens_with("ironport-recipient", "The following message to <{mailbox}> was undeliverable.")
        .samples(&["The following message to <anna@shop.example> was undeliverable."]),
    text("ironport-reason", "The reason for the problem:", "The reason follows.").then(Part::Paragraph).samples(&["The reason for the problem:"]),
    said("ironport-reply", "{status} - {reply}", "The answer was {status}: \"{reply}\".")
        .within(TEXT)
        .samples(&["5.1.0 - Unknown address error 550-'5.1.1 User unknown'"]),
    // Symantec and others: one sentence on two lines.
    failed("symantec-hello", "The email that you sent was unable to be delivered{? {text}}", "Symantec's filter service wrote this notice.")
        .sign(Sign::Opening)
        .samples(&["The email that you sent was unable to be delivered"]),
    names("symantec-recipient", "to the following recipient: {mailbox}").samples(&["to the following recipient: anna@shop.example"]),
    said("reason-labelled", "{?For the following r}{?R}eason:{?{gap}}{reply}", "The reason: \"{reply}\".")
        .within(TEXT)
        .samples(&["For the following reason: 550 Requested action not taken: mailbox unavailable", "Reason: 550 5.1.1 User unknown"]),
    // McAfee.
    failed("mcafee-hello", "--- The following addresses had delivery problems ---", "The recipients follow, each with the reason.")
        .sign(Sign::Opening)
        .samples(&["--- The following addresses had delivery problems ---"]),
    said("mcafee-recipient", "{?{gap}}<{mailbox}>   ({reply})", "The mail did not reach {mailbox}: \"{reply}\".")
        .within(TEXT)
        .effect(Effect::Start)
        .level(Permanent)
        .samples(&["<anna@shop.example>   (User unknown anna@shop.example)"]),
    // Domino.
    header("subject-domino", "Subject: DELIVERY FAILURE: {reply}", "The subject of Domino's notices: \"{reply}\".")
        .level(Permanent)
        .samples(&["Subject: DELIVERY FAILURE: User anna not listed in Domino Directory"]),
    failed("domino-not-delivered", "was not delivered to:", "The recipients follow.").then(Part::Text).samples(&["was not delivered to:"]),
    text("domino-because", "because:", "The reason follows.").then(Part::Paragraph).samples(&["because:"]),
    said("domino-unknown", "{?{gap}}User {text} not listed in {?Domino }{?public Name & }{?Address Book}{?Directory}", "The recipient's server knows no such user.")
        .within(TEXT)
        .facts(&[(Role::Reply, "User unknown")])
        .samples(&["  User anna (anna@shop.example) not listed in Domino Directory"]),
    // MailMarshal.
    failed("mailmarshal-because", "Could not be delivered because of", "The reason follows.").then(Part::Text).samples(&["Could not be delivered because of"]),
    failed("mailmarshal-affected", "The following recipients were affected:", "The recipients follow.")
        .then(Part::Text)
        .samples(&["The following recipients were affected:"]),
    // Programs that answer a reply in brackets, such as X6.
    said("bracketed-reply", "{?{gap}}(Error following {phase} command). It responded as follows: [{reply}]", "The server answered at {phase}: \"{reply}\".")
        .samples(&["  (Error following RCPT command). It responded as follows: [550 5.1.1 User unknown]"]),
    failed("bracketed-hello", "We had trouble delivering your message. Full details follow:", "What went wrong follows.")
        .sign(Sign::Opening)
        .samples(&["We had trouble delivering your message. Full details follow:"]),
    opens_with("bracketed-recipient", "SMTP Server <{remote}> rejected recipient <{mailbox}>")
        .samples(&["SMTP Server <mx.shop.example> rejected recipient <anna@shop.example>"]),
    // SendGrid, Zoho, Apache James, InterScan, OpenSMTPD.
    failed("sendgrid-hello", "This is an automatically generated message from SendGrid.", "SendGrid, a sending service, wrote this notice.")
        .sign(Sign::Opening)
        .samples(&["This is an automatically generated message from SendGrid."]),
    said("zoho-recipient", "{mailbox} {?Invalid Address, }ERROR_CODE :{code}, ERROR_CODE :{?{status} }{reply}", "The mail did not reach {mailbox}: {code} \"{reply}\".")
        .within(TEXT)
        .effect(Effect::Start)
        .level(Permanent)
        .samples(&["anna@shop.example Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 User unknown"]),
    failed("james-error", "Error message below:", "The answer follows.").then(Part::Text).samples(&["Error message below:"]),
    names("james-recipient", "  RCPT TO: {mailbox}").samples(&["  RCPT TO: anna@shop.example"]),
    said("interscan-received", "Received >>> {code} {?{status} }{reply}", "The other server answered {code}: \"{reply}\".")
        .within(BEGIN)
        .then(Part::Text)
        .samples(&["Received >>> 550 5.1.1 User unknown"]),
    text("interscan-sent", "Sent <<< {text}", "This was sent to the other server.").within(BEGIN).then(Part::Text).samples(&["Sent <<< RCPT TO:<anna@shop.example>"]),
    opens_with("interscan-recipient", "Unable to deliver message to <{mailbox}>{? (and other recipients in the same domain)}.")
        .samples(&["Unable to deliver message to <anna@shop.example> (and other recipients in the same domain)."]),
    failed("opensmtpd-error", "An error has occurred while attempting to deliver a message for", "OpenSMTPD could not deliver the mail.")
        .samples(&["An error has occurred while attempting to deliver a message for"]),
    text("opensmtpd-recipients", "the following list of recipients:", "The recipients follow.").then(Part::Text).samples(&["the following list of recipients:"]),
    said("recipient-with-reply", "{mailbox}: {reply}", "The mail did not reach {mailbox}: \"{reply}\".")
        .within(&[Part::Text])
        .effect(Effect::Start)
        .level(Permanent)
        .loose()
        .samples(&["anna@shop.example: 550 5.1.1 User unknown"]),
    // Dovecot and its filters.
    header("subject-dovecot", "Subject: Automatically rejected mail", DOVECOT_REFUSED)
        .level(Permanent)
        .loose()
        .samples(&["Subject: Automatically rejected mail"]),
    header("subject-dovecot-quoted", "Subject: Rejected: {subject}", DOVECOT_REFUSED)
        .level(Permanent)
        .loose()
        .samples(&["Subject: Rejected: Invoice"]),
    opens_with("dovecot-rejected", "Your message to <{mailbox}> was automatically rejected:{? {reply}}")
        .then(Part::Paragraph)
        .samples(&["Your message to <anna@shop.example> was automatically rejected:"]),
    said("dovecot-reason", "Quota exceeded ({reply})", "The mailbox is full: {reply}.")
        .within(&[Part::Paragraph])
        .facts(&[(Role::Reply, "Quota exceeded")])
        .samples(&["Quota exceeded (mailbox for user is full)"]),
    // The same in nearly all.
    failed("recipients-follow", "{text} {?could not}{?cannot}{?can't}{?couldn't}{? }be delivered to the following recipient{?s}{?(s)}:", "The recipients follow.")
        .loose()
        .samples(&["your e-mail could not be delivered to the following recipients:"]),
    text("recipients-wait", "{text} {?has }not {?yet }been delivered to the following recipient{?s}:", "The recipients follow.")
        .level(Temporary)
        .loose()
        .samples(&["Your mail has not yet been delivered to the following recipients:"]),
];
