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
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
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

/// A line above an error, by which an app, a website or a device begins to report it.
const fn heading(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("An app, a website or a device reports an error; what it was, another line says.")
        .within(ANYWHERE)
        .effect(Effect::Part(Dialogue))
        .then(Part::Calling)
}

/// A value that such a report lists.
const fn value(id: &'static str, template: &'static str) -> Pattern {
    detail(id, template, "A value of the report, beside the error: {error}.")
}

const PATTERNS: &[Pattern] = &[
    // Post SMTP.
    heading("post-smtp", "You getting this message because an error detected while delivered your email.").samples(&["You getting this message because an error detected while delivered your email."]),
    value("post-smtp-domain", "For the domain: {error}").samples(&["For the domain: https://www.shop.example"]),
    detail("post-smtp-log", "The log to paste when you open a support issue:", "The error follows.").samples(&["The log to paste when you open a support issue:"]),
    heading("post-smtp-time", "Delivery Time{gap}{error}").samples(&["Delivery Time\tSeptember 16, 2025 9:02 am"]),
    heading("post-smtp-uri", "Delivery-URI{gap}{error}").samples(&["Delivery-URI\tsmtp:tls:login://smtp.shop.example:587"]),
    value("post-smtp-from", "From{gap}{error}").samples(&["From\tShop <info@shop.example>"]),
    value("post-smtp-to", "To{gap}{error}").samples(&["To\tben@client.example"]),
    heading("post-smtp-session", "Session Transcript").samples(&["Session Transcript"]),
    // Django's page of an error, and an entry of Drupal's log.
    value("django-method", "Request Method:{gap}{error}").samples(&["Request Method:\tPOST"]),
    value("django-url", "Request URL:{gap}{error}").samples(&["Request URL:\thttps://shop.example/contact/"]),
    value("django-version", "Django Version:{gap}{error}").samples(&["Django Version:\t4.2.16"]),
    value("django-place", "Exception Location:{gap}{error}").samples(&["Exception Location:\t/usr/lib/python3.11/socket.py, line 836"]),
    value("django-raised", "Raised during:{gap}{error}").samples(&["Raised during:\tshop.views.Contact"]),
    detail("django-part", "Exception Value:", "The error follows.").samples(&["Exception Value:"]),
    heading("drupal-event", "Type{gap}mail").samples(&["Type\tmail"]),
    // WP Mail SMTP and FluentSMTP.
    heading("wp-event", "Debug Event Details").samples(&["Debug Event Details"]),
    heading("wp-notice", "Heads up! The last email your site attempted to send was unsuccessful.").samples(&["Heads up! The last email your site attempted to send was unsuccessful."]),
    heading("wp-versions", "Versions:").samples(&["Versions:"]),
    heading("wp-mailer", "{?Content{gap}}Mailer: {error}").loose().samples(&["Mailer: Other SMTP", "Content\tMailer: Other SMTP"]),
    value("report-email-source", "Email Source: {error}").samples(&["Email Source: WooCommerce"]),
    value("report-version", "WordPress: {error}").samples(&["WordPress: 6.6.2"]),
    value("report-sites", "WordPress MS: {error}").samples(&["WordPress MS: No"]),
    value("report-php", "PHP: {error}").samples(&["PHP: 8.1.29"]),
    value("report-plugin", "WP Mail SMTP: {error}").samples(&["WP Mail SMTP: 4.1.1"]),
    value("report-constants", "Constants: {error}").samples(&["Constants: No"]),
    value("report-host", "Host: {error}").samples(&["Host: mail.shop.example"]),
    value("report-secure", "SMTPSecure: {error}").samples(&["SMTPSecure: string(3) \"tls\""]),
    value("report-auto", "SMTPAutoTLS: {error}").samples(&["SMTPAutoTLS: bool(true)"]),
    value("report-auth", "SMTPAuth: {error}").samples(&["SMTPAuth: bool(true)"]),
    value("report-openssl", "OpenSSL: {error}").samples(&["OpenSSL: OpenSSL 3.0.14 4 Jun 2024"]),
    value("report-result", "Result: {error}").samples(&["Result: Error"]),
    value("report-destination", "Destination: {error}").samples(&["Destination: scan@shop.example"]),
    value("report-email", "E-mail: {error}").samples(&["E-mail: scan@shop.example"]),
    value("wp-type", "Type{gap}{error}").samples(&["Type\tError"]),
    value("wp-date", "Date{gap}{error}").samples(&["Date\tSeptember 16, 2025 at 8:14 am"]),
    value("wp-source", "Source{gap}{error}").samples(&["Source\tContact Form 7"]),
    value("drupal-location", "Location{gap}{error}").samples(&["Location\thttps://www.shop.example/user/password"]),
    value("drupal-severity", "Severity{gap}{error}").samples(&["Severity\tError"]),
    value("scanner-address", "Address{gap}{error}").samples(&["Address\tscan@shop.example"]),
    value("scanner-start", "Start Time{gap}{error}").samples(&["Start Time\t09/16 08:41"]),
    detail("report-debug", "Debug Output:", "A part of the report begins.").samples(&["Debug Output:"]),
    detail("report-params", "Params:", "A part of the report begins.").samples(&["Params:"]),
    detail("report-server", "Server:", "A part of the report begins.").samples(&["Server:"]),
    // Apps of phones, and devices that scan.
    heading("android-setup", "Couldn't finish").samples(&["Couldn't finish"]),
    heading("android-account", "'{error}' failed").loose().samples(&["'Shop' failed"]),
    heading("android-certificate", "Unrecognized Certificate").samples(&["Unrecognized Certificate"]),
    heading("outlook-warning", "Internet Security Warning").samples(&["Internet Security Warning"]),
    detail("outlook-question", "Do you want to continue using this server?", "Outlook asks whether to go on with that certificate.").samples(&["Do you want to continue using this server?"]),
    heading("scanner-report", "TX Report").samples(&["TX Report"]),
    heading("scanner-error", "Send Error.").samples(&["Send Error."]),
    heading("scanner-job", "Job End: Error").samples(&["Job End: Error"]),
    heading("scanner-german", "SENDE ERGEBNISBERICHT").samples(&["SENDE ERGEBNISBERICHT"]),
    heading("apple-account", "There may be a problem with the mail server or network. Verify the settings for account {error} or try again.").samples(&["There may be a problem with the mail server or network. Verify the settings for account “Shop” or try again."]),
    heading("test-of-jira", "An error has occurred with sending the test email:").samples(&["An error has occurred with sending the test email:"]),
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
