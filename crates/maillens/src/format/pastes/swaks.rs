//! swaks, the "Swiss army knife" for SMTP: what it says around the conversation. The conversation itself
//! has a mark in front of each line and is read with `smtp_dialogue.rs`.

use super::{Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Permanent, Temporary, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What swaks says.
pub static FORMAT: Format = Format {
    id: "swaks",
    title: "swaks, with which sending is tried by hand",
    found_in: &["a terminal"],
    sources: &["swaks 20201014"],
    place: Place::Document(Dialogue),
    kind: FormatKind::Swaks,
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Where a call can begin.
const BEGIN: &[Part] = &[
    Part::Outside,
    Part::Calling,
    Part::Talk,
    Part::Secret,
    Part::Content,
    Part::Certificate,
    Part::Closed,
    Part::Text,
    Part::Rows,
];
/// Where it goes on.
const CALL: &[Part] =
    &[Part::Outside, Part::Calling, Part::Talk, Part::Secret, Part::Content, Part::Certificate, Part::Closed];

const FIELDS: &[Field] = &[
    field("prompt", Role::Keyword, "The prompt of the terminal.").shape(Shape::Text),
    field("arguments", Role::Text, "What swaks was asked to do."),
    field("more", Role::Text, "What else swaks was asked to do."),
    field("secret", Role::Password, "A password. It is masked.").shape(Shape::Word),
    field("host", Role::Host, "The server that was called.").shape(Shape::Text),
    field("port", Role::Port, "The port: 25 is for mail between servers, 587 and 465 for email apps."),
    field("cipher", Role::State, "The version and the way of the encryption.").shape(Shape::Text),
    field("name", Role::Host, "The name in the certificate.").shape(Shape::Text),
    field("socket", Role::Keyword, "The part of Perl that opened the connection, for IPv4 or IPv6.")
        .shape(Shape::Name),
    field("error", Role::Text, "What went wrong, in the words of swaks."),
    field("reason", Role::Text, "Why, in the words of the operating system.").shape(Shape::Reason),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
];

/// A call that is beginning.
const fn call(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("Someone tried by hand to send a mail.")
        .within(BEGIN)
        .effect(Effect::Birth(Dialogue))
        .then(Part::Calling)
}

/// A line of swaks.
const fn says(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(CALL).effect(Effect::Part(Dialogue))
}

const PATTERNS: &[Pattern] = &[
    call("command", "{?{prompt}$ }{?{prompt}# }swaks {arguments}").samples(&["$ swaks --server mx.shop.example --from a@shop.example --to b@shop.example", "swaks --to b@shop.example"]),
    call("command-with-password", "{?{prompt}$ }{?{prompt}# }swaks {arguments} --auth-password {secret}{? {more}}")
        .level(Warning)
        .samples(&["$ swaks --server mx.shop.example --auth PLAIN --auth-user anna --auth-password nope --to b@shop.example"]),
    call("command-with-short-password", "{?{prompt}$ }{?{prompt}# }swaks {arguments} -ap {secret}{? {more}}")
        .level(Warning)
        .samples(&["$ swaks --server mx.shop.example -au anna -ap nope --to b@shop.example"]),
    line("trying", "=== Trying {host}:{port}...")
        .sign(Sign::Calling)
        .says("The program swaks called {host} on port {port}.")
        .within(BEGIN)
        .effect(Effect::Early(Dialogue))
        .then(Part::Calling)
        .samples(&["=== Trying server1.hostco.example:587..."]),
    says("connected", "=== Connected to {host}.", "The server {host} answered the call.").sign(Sign::Connected).then(Part::Talk).samples(&["=== Connected to server1.hostco.example."]),
    says("encrypted", "=== TLS started with cipher {cipher}", "From here on the connection is encrypted.").sign(Sign::Encrypted).samples(&["=== TLS started with cipher TLSv1.3:TLS_AES_256_GCM_SHA384:256"]),
    says("certificate", "=== TLS peer DN=\"{name}\"", "The server's certificate is for {name}.").samples(&["=== TLS peer DN=\"/CN=server1.hostco.example\""]),
    says("no-own-certificate", "=== TLS no local certificate set", "The program swaks showed no certificate of its own, which is normal.").samples(&["=== TLS no local certificate set"]),
    says("closed", "=== Connection closed with remote host.", "The connection was closed.").sign(Sign::Closed).effect(Effect::End(Dialogue)).then(Part::Closed).samples(&["=== Connection closed with remote host."]),
    says("quit", " -> {?QUIT}{?.}", "The client said goodbye, or ended the message.").within(&[Part::Outside]).samples(&[" -> QUIT"]),
    says("note", "=== {error}", "The program swaks notes: {error}.").samples(&["=== Dropping connection"]),
    says("not-connected", "*** Error connecting to {host}:{port}:", "The connection to {host} on port {port} did not work.")
        .effect(Effect::End(Dialogue))
        .level(Temporary)
        .then(Part::Closed)
        .samples(&["*** Error connecting to mx.refused.example:25:"]),
    says("name-unknown", "*** {gap}IO::Socket::{socket}: Bad hostname '{host}'", "DNS does not know the server {host}.")
        .sign(Sign::NameUnknown)
        .level(Permanent)
        .samples(&["*** \tIO::Socket::INET: Bad hostname 'mx.no-such-domain.example'"]),
    says("name-unknown-here", "*** {gap}IO::Socket::{socket}: {?getaddrinfo: }Name or service not known", "DNS does not know the server.")
        .sign(Sign::NameUnknown)
        .level(Permanent)
        .samples(&["*** \tIO::Socket::INET6: getaddrinfo: Name or service not known"]),
    says("not-connected-why", "*** {gap}IO::Socket::{socket}: {?connect: }{reason}", "The connection did not work: {reason}.")
        .level(Permanent)
        .samples(&["*** \tIO::Socket::INET: connect: Connection refused", "*** \tIO::Socket::INET6: connect: timeout"]),
    says("no-starttls", "*** Host did not advertise STARTTLS", "The server does not offer to switch to encryption (STARTTLS), so swaks stopped.")
        .level(Permanent)
        .helps(Party::TheirServer, &[("Switch encryption on at the server: it needs a certificate and its settings for STARTTLS (Postfix: smtpd_tls_security_level = may).", "")])
        .samples(&["*** Host did not advertise STARTTLS"]),
    says("no-log-in", "*** No authentication type succeeded", "No way to log in worked.").level(Permanent).samples(&["*** No authentication type succeeded"]),
    says("no-log-in-offered", "*** Host did not advertise authentication", "The server does not offer to log in. Often it does so only after the switch to encryption.").sign(Sign::NoLogInOffered).level(Permanent).helps(Party::Sender, &[("Test with encryption, as email apps do: swaks with --port 587 --tls, or --port 465 --tlsc. If the login is offered there, nothing is wrong. If not, turn it on for that port (Postfix: smtpd_sasl_auth_enable=yes at submission in master.cf).", "")]).samples(&["*** Host did not advertise authentication"]),
    says("hung-up", "*** Remote host closed connection unexpectedly.", "The server hung up without a goodbye.").level(Permanent).samples(&["*** Remote host closed connection unexpectedly."]),
    says("no-tls", "*** TLS not available{error}", "The program swaks itself lacks what it needs for encryption.").level(Permanent).samples(&["*** TLS not available: requires Net::SSLeay"]),
    says("error", "*** {error}", "The program swaks says: {error}.").level(Permanent).loose().samples(&["*** Unexpected error"]),
];
