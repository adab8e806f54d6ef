//! openssl `s_client`: a connection with encryption, tried by hand. Around the conversation it shows the
//! server's certificate and how the encryption was agreed on.
//!
//! A line typed here that begins with a capital R makes it agree on the encryption again instead of
//! sending the line, and one with a capital Q ends it: type `rcpt to:` and `quit` in small letters.

use super::{Effect, Field, Format, Part, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::{self, Permanent, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What openssl says.
pub static FORMAT: Format = Format {
    id: "openssl",
    title: "openssl s_client, with which an encrypted connection is tried by hand",
    found_in: &["a terminal"],
    sources: &["OpenSSL 3.0 apps/s_client.c", "OpenSSL 1.1.1 apps/s_client.c"],
    place: Place::Document(Dialogue),
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
/// Where its own lines stand.
const SHOWN: &[Part] = &[Part::Certificate, Part::Outside, Part::Calling, Part::Talk, Part::Closed];

const FIELDS: &[Field] = &[
    field("prompt", Role::Keyword, "The prompt of the terminal.").shape(Shape::Text),
    field("arguments", Role::Text, "What openssl was asked to do."),
    field("depth", Role::Count, "The place in the chain of certificates: 0 is the server's own."),
    field("name", Role::Host, "The name in the certificate.").shape(Shape::Text),
    field("number", Role::Count, "The number of the problem.").shape(Shape::Hex),
    field("problem", Role::Text, "The problem."),
    field("answer", Role::State, "1: go on. 0: give up.").shape(Shape::Number),
    field("version", Role::State, "The version of TLS, the encryption.").shape(Shape::Text),
    field("cipher", Role::State, "The cipher: the way in which the connection is encrypted.")
        .shape(Shape::Text),
    field("handle", Role::Text, "A number inside openssl.").shape(Shape::Word),
    field("text", Role::Text, "What openssl shows about the certificate or the encryption."),
    field("error", Role::Text, "What went wrong."),
];

/// A call that is beginning.
const fn call(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("Someone called the server by hand, with encryption.")
        .within(BEGIN)
        .effect(Effect::Birth(Dialogue))
        .then(Part::Certificate)
}

/// A line of openssl.
const fn shown(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(SHOWN).effect(Effect::Part(Dialogue)).then(Part::Certificate)
}

const PATTERNS: &[Pattern] = &[
    call("command", "openssl s_client {arguments}").samples(&["openssl s_client -connect mx.shop.example:25 -starttls smtp"]),
    call("command-after-prompt", "{prompt}$ openssl s_client {arguments}").samples(&["$ openssl s_client -connect mx.shop.example:25 -starttls smtp"]),
    call("command-of-root", "{prompt}# openssl s_client {arguments}").samples(&["# openssl s_client -connect mx.shop.example:465"]),
    line("connected", "CONNECTED({handle})")
        .says("The server answered the call: name lookup and network work, and something listens there.")
        .within(BEGIN)
        .effect(Effect::Early(Dialogue))
        .then(Part::Certificate)
        .samples(&["CONNECTED(00000003)"]),
    shown("established", "CONNECTION ESTABLISHED", "The encrypted connection stands.").samples(&["CONNECTION ESTABLISHED"]),
    shown("no-starttls", "Didn't find STARTTLS in server response, trying anyway...", "The server does not offer to switch to encryption on this port.")
        .level(Warning)
        .samples(&["Didn't find STARTTLS in server response, trying anyway..."]),
    shown("depth", "depth={depth} {name}", "The program openssl looked at the certificate of {name}.").samples(&["depth=0 CN = server1.hostco.example"]),
    shown("problem-self-signed", "verify error:num=18:{problem}", "The certificate was made by the server itself, so nobody vouches for it. Mail servers usually accept that; email apps warn.")
        .level(Warning)
        .helps(Party::OurServer, &[("Install a certificate of a public issuer, and reload the service.", "")])
        .samples(&["verify error:num=18:self-signed certificate"]),
    shown("problem-expired", "verify error:num=10:{problem}", "The certificate has expired.").level(Warning).helps(Party::OurServer, &[("Renew the certificate and reload the service: until then it often goes on with the old file.", "")])
        .samples(&["verify error:num=10:certificate has expired"]),
    shown("problem-issuer", "verify error:num=20:{problem}", "The certificate of the issuer is missing: the server should send the intermediate certificates, too.")
        .level(Warning)
        .helps(Party::OurServer, &[("Put the whole chain into the server's certificate file: its own certificate first, then those of the issuers (often called fullchain.pem), and reload the service.", "")])
        .samples(&["verify error:num=20:unable to get local issuer certificate"]),
    shown("problem-first", "verify error:num=21:{problem}", "The certificate could not be checked: the server should send the intermediate certificates, too.")
        .level(Warning)
        .helps(Party::OurServer, &[("Put the whole chain into the server's certificate file: its own certificate first, then those of the issuers (often called fullchain.pem), and reload the service.", "")])
        .samples(&["verify error:num=21:unable to verify the first certificate"]),
    shown("problem-name", "verify error:num=62:{problem}", "The certificate is for another name than the one that was called.")
        .level(Warning)
        .helps(Party::OurServer, &[("Call the server by a name that is in the certificate, or get a certificate with the name that clients use.", "")])
        .samples(&["verify error:num=62:hostname mismatch"]),
    shown("problem", "verify error:num={number}:{problem}", "The certificate has a problem: {problem}.")
        .level(Warning)
        .helps(Party::OurServer, &[("Look at the certificate that the server shows, correct what the line names, and reload the service.", "")])
        .samples(&["verify error:num=19:self-signed certificate in certificate chain"]),
    shown("go-on", "verify return:{answer}", "The result of the check of this certificate.").samples(&["verify return:1"]),
    shown("no-certificate", "no peer certificate available", "The server showed no certificate: no encryption came about.").level(Warning).samples(&["no peer certificate available"]),
    shown("no-cipher", "New, (NONE), Cipher is (NONE)", "No encryption came about.").level(Permanent).samples(&["New, (NONE), Cipher is (NONE)"]),
    shown("cipher", "New, {version}, Cipher is {cipher}", "The connection is encrypted ({version}).").samples(&["New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384"]),
    shown("verified", "Verification: OK", "The program openssl found nothing wrong with the certificate, where there was one.").samples(&["Verification: OK"]),
    shown("not-verified", "Verification error: {problem}", "The certificate has a problem: {problem}.").level(Warning).samples(&["Verification error: self-signed certificate"]),
    shown("plain-port", "{handle}:error:{number}:SSL routines:{text}:wrong version number:{error}", "The server answered without encryption: on this port it has to be asked for with -starttls smtp.")
        .level(Permanent)
        .samples(&["800B1BDE2E7F0000:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../ssl/record/ssl3_record.c:350:"]),
    shown("refused", "{handle}:error:{number}:system library:{text}:Connection refused:{error}", "The server refused the connection: nothing listens on that port, or a firewall turns clients away.")
        .level(Permanent)
        .samples(&["809B6CF9FC7E0000:error:8000006F:system library:BIO_connect:Connection refused:../crypto/bio/bio_sock2.c:117:calling connect()"]),
    shown("error", "{handle}:error:{number}:{error}", "The program openssl reports an error.")
        .level(Permanent)
        .samples(&["809B6CF9FC7E0000:error:10000067:BIO routines:BIO_connect:connect error:../crypto/bio/bio_sock2.c:119:"]),
    shown("not-connected", "connect:errno={number}", "The connection did not work. 111 means refused, 110 no answer, 113 no way there.")
        .effect(Effect::End(Dialogue))
        .level(Permanent)
        .then(Part::Closed)
        .samples(&["connect:errno=111"]),
    shown("broken", "write:errno={number}", "The connection broke.").level(Permanent).samples(&["write:errno=104"]),
    shown("broken-reading", "read:errno={number}", "The server closed the connection.").samples(&["read:errno=0"]),
    shown("again", "RENEGOTIATING", "The line typed before began with a capital R, and openssl took it as a command of its own. Type it in small letters, or start openssl with -quiet.")
        .level(Warning)
        .helps(Party::Nobody, &[("Type \u{201c}rcpt to:\u{201d} in small letters, start openssl with -quiet, or test with swaks: the server never got the line.", "")])
        .samples(&["RENEGOTIATING"]),
    shown("waiting", "read R BLOCK", "The program openssl waits for input.").then(Part::Talk).within(&[Part::Talk, Part::Certificate]).samples(&["read R BLOCK"]),
    shown("done", "DONE", "The call was ended here.").within(&[Part::Talk, Part::Mailbox, Part::Certificate]).samples(&["DONE"]),
    shown("closed", "closed", "The server closed the connection.").level(Level::Info).within(&[Part::Talk, Part::Mailbox, Part::Certificate]).samples(&["closed"]),
    shown("line", "---", "A line between the parts of what openssl shows.").within(&[Part::Talk, Part::Certificate]).samples(&["---"]),
    shown("shown", "{text}", "What openssl shows about the certificate or the encryption.")
        .within(&[Part::Certificate])
        .loose()
        .samples(&["Certificate chain", " 0 s:CN = mx.bigmail.example", "-----BEGIN CERTIFICATE-----"]),
];
