//! What email apps, webmail, websites and scripts say when they can't send or receive: each in its own words, which
//! `knowledge::obstacle` knows. A reply of the server that they quote is read in `smtp_dialogue.rs`.

use super::{Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::Permanent;
use crate::vocabulary::TraceType::Dialogue;

/// What they say.
pub static FORMAT: Format = Format {
    id: "mail-client",
    title: "an error that an app, a website or a script shows",
    found_in: &["an alert of an email app", "the error log of a website or a script"],
    sources: &[
        "imnxport.h of the Windows SDK: IXP_E codes",
        "Thunderbird messengercompose.properties, imapMsgs.properties",
    ],
    place: Place::Document(Dialogue),
    kind: FormatKind::App,
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Where it can stand.
const ANYWHERE: &[Part] = &[Part::Outside, Part::Calling, Part::Talk, Part::Closed];

const FIELDS: &[Field] = &[
    field("trouble", Role::Text, "What the app or the library says.").shape(Shape::Trouble),
    field("error", Role::Text, "The error, in the words of the client."),
    field("host", Role::Host, "The server in the account's settings.").shape(Shape::Word),
];

/// An alert.
const fn alert(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template)
        .says(says)
        .within(ANYWHERE)
        .effect(Effect::Part(Dialogue))
        .then(Part::Calling)
        .level(Permanent)
        .loose()
}

/// A setting that an alert lists.
const fn detail(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(&[Part::Calling, Part::Talk]).effect(Effect::Part(Dialogue)).loose()
}

const PATTERNS: &[Pattern] = &[
    alert("thunderbird-unknown", "The message could not be sent because the connection to Outgoing server (SMTP) {host} failed.{error}", "Thunderbird got no connection to the outgoing server {host}.")
        .samples(&["The message could not be sent because the connection to Outgoing server (SMTP) smtp.shop.example failed. The server may be unavailable or is refusing SMTP connections."]),
    alert("thunderbird-time-out", "The message could not be sent because the connection to Outgoing server (SMTP) {host} timed out.{error}", "The outgoing server {host} didn't answer Thunderbird in time.")
        .samples(&["The message could not be sent because the connection to Outgoing server (SMTP) smtp.shop.example timed out. Try again."]),
    alert("thunderbird-no-log-in", "Unable to authenticate to Outgoing server (SMTP) {host}. {error}", "The outgoing server {host} turned down the login.")
        .samples(&["Unable to authenticate to Outgoing server (SMTP) smtp.shop.example. Please check the password and verify the 'Authentication method' in 'Account Settings | Outgoing server (SMTP)'."]),
    // What Outlook Express and Windows Live Mail list below their alert.
    detail("windows-subject", "Subject '{error}'", "The subject of the message that was to be sent.").samples(&["Subject 'Fw: photos'"]),
    detail("windows-protocol", "Protocol: {error}", "Whether mail was to be sent (SMTP) or fetched (POP3, IMAP).").samples(&["Protocol: SMTP"]),
    detail("windows-port", "Port: {error}", "The port in the account's settings. For sending, 587 or 465 is right; many providers block 25.").samples(&["Port: 25"]),
    detail("windows-secure", "Secure(SSL): {error}", "Whether the account's settings ask for encryption.").samples(&["Secure(SSL): No"]),
    // What all of them say, each in its own words.
    alert("trouble", "{trouble}", "An app, a website or a program reports a problem: \"{trouble}\".")
        .samples(&[
            "Task 'anna@shop.example - Receiving' reported error (0x800CCC0D): 'Cannot find the e-mail server.'",
            "Sending of the message failed.",
            "SMTP Error: Could not authenticate.",
            "ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1129)",
            "javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target",
            "Could not instantiate mail function.",
        ]),
];
