//! What the libraries of websites and scripts say when they get no conversation at all: nodemailer, smtplib,
//! Jakarta Mail, .NET, Go, PHP's streams. A reply of the server that they quote is read in `smtp_dialogue.rs`.

use super::{Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::Permanent;
use crate::vocabulary::Party::Sender;
use crate::vocabulary::TraceType::Dialogue;

/// What they say.
pub static FORMAT: Format = Format {
    id: "mail-library",
    title: "an error of a library that sends mail",
    found_in: &["the error log of a website, a script or a program"],
    sources: &[
        "Node.js errors: Common system errors",
        "nodemailer 6.9 smtp-connection",
        "Python 3.12 socket, ssl, smtplib",
        "Go net, crypto/x509, net/smtp",
        "Jakarta Mail 2.1 SMTPTransport",
        ".NET SmtpException",
    ],
    place: Place::Document(Dialogue),
    kind: FormatKind::Library,
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Where it can stand.
const ANYWHERE: &[Part] =
    &[Part::Outside, Part::Calling, Part::Talk, Part::Closed, Part::Headers, Part::Text];

const FIELDS: &[Field] = &[
    field("where", Role::Text, "What the program writes before the error."),
    field("host", Role::Host, "The server that was called.").shape(Shape::Word),
    field("ip", Role::Remote, "The address that was called.").shape(Shape::Ip),
    field("port", Role::Port, "The port: 25 is for mail between servers, 587 and 465 for email apps."),
    field("peer", Role::Text, "The address that was called, and the port.").shape(Shape::Word),
    field("number", Role::Count, "The number of the error.").shape(Shape::Decimal),
    field("error", Role::Text, "The error, in the words of the program."),
    field("more", Role::Text, "What the program writes after it."),
];

/// A call that came to nothing.
const fn failed(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template)
        .says(says)
        .within(ANYWHERE)
        .effect(Effect::Part(Dialogue))
        .then(Part::Calling)
        .level(Permanent)
}

const NO_ANSWER: &str = "The call to {ip} on port {port} got no answer in time.";
const TURNED_AWAY: &str = "Nothing is listening on port {port} at {ip}, or a firewall refuses the call.";
const NO_ROUTE: &str = "There is no way from here to {ip}.";

const PATTERNS: &[Pattern] = &[
    // Node.js.
    failed("node-no-answer", "{where}connect ETIMEDOUT {ip}:{port}{more}", NO_ANSWER)
        .loose()
        .samples(&["Error: connect ETIMEDOUT 192.0.2.25:25"]),
    failed("node-turned-away", "{where}connect ECONNREFUSED {ip}:{port}{more}", TURNED_AWAY)
        .loose()
        .samples(&["Error: connect ECONNREFUSED 127.0.0.1:587", "    Error: connect ECONNREFUSED 127.0.0.1:25,"]),
    failed("node-no-route", "{where}connect ENETUNREACH {peer}{? {more}}", "There is no way from here to {peer}, the address and port that the program called.")
        .loose()
        .samples(&["Error: connect ENETUNREACH 2001:db8::25:587"]),
    failed("node-no-host-route", "{where}connect EHOSTUNREACH {ip}:{port}{more}", NO_ROUTE)
        .loose()
        .samples(&["Error: connect EHOSTUNREACH 192.0.2.25:587"]),
    failed("node-name-unknown", "{where}getaddrinfo ENOTFOUND {host}{? {more}}", "The name {host} can't be found: DNS has no address for it.")
        .loose()
        .samples(&["Error: getaddrinfo ENOTFOUND smtp.shop.example"]),
    // smtplib: the line of the script that a traceback shows.
    failed("python-plain-465", "{where}smtplib.SMTP({host}, {?port=}465{more}", "The script begins without encryption on port 465, where the server expects it from the first byte, so the server says nothing or hangs up.")
        .loose()
        .helps(Sender, &[
            ("Use smtplib.SMTP_SSL in place of smtplib.SMTP with port 465, or keep smtplib.SMTP with port 587 and call starttls() before login().", ""),
        ])
        .samples(&["    server = smtplib.SMTP(\"smtp.shop.example\", 465, timeout=60)"]),
    // Go.
    failed("go-no-answer", "{where}dial tcp {ip}:{port}: i/o timeout{more}", NO_ANSWER)
        .loose()
        .samples(&["dial tcp 192.0.2.25:587: i/o timeout", "lvl=eror msg=\"Failed to send alert notification email\" error=\"dial tcp [2001:db8:6b8::38]:465: i/o timeout\""]),
    failed("go-connect-no-answer", "{where}dial tcp {ip}:{port}: connect: connection timed out{more}", NO_ANSWER)
        .loose()
        .samples(&["dial tcp 192.0.2.25:587: connect: connection timed out"]),
    failed("go-turned-away", "{where}dial tcp {ip}:{port}: connect: connection refused{more}", TURNED_AWAY)
        .loose()
        .samples(&["dial tcp 127.0.0.1:25: connect: connection refused"]),
    failed("go-no-route", "{where}dial tcp {ip}:{port}: connect: network is unreachable{more}", NO_ROUTE)
        .loose()
        .samples(&["dial tcp [2001:db8::25]:587: connect: network is unreachable"]),
    failed("go-name-unknown", "{where}dial tcp: lookup {host}{? {error}}: no such host{more}", "DNS has no address for {host}.")
        .loose()
        .samples(&["dial tcp: lookup smtp.shop.example: no such host", "dial tcp: lookup smtp.shop.example on 127.0.0.11:53: no such host"]),
    // Jakarta Mail.
    failed("java-no-connection", "{where}Couldn't connect to host, port: {host}, {port}; timeout {number}{more}", "The program got no connection to {host} on port {port}.")
        .loose()
        .samples(&["com.sun.mail.util.MailConnectException: Couldn't connect to host, port: smtp.shop.example, 587; timeout -1;"]),
    failed("java-no-connection-old", "{where}Could not connect to SMTP host: {host}, port: {port}{more}", "The program got no connection to {host} on port {port}.")
        .loose()
        .samples(&["javax.mail.MessagingException: Could not connect to SMTP host: smtp.shop.example, port: 465;"]),
];
