//! openssl `s_client`: a connection with encryption, tried by hand. Around the conversation it shows the
//! server's certificate and how the encryption was agreed on.
//!
//! A line typed here that begins with a capital R makes it agree on the encryption again instead of
//! sending the line, and one with a capital Q ends it: type `rcpt to:` and `quit` in small letters.

use super::service_status;
use super::{Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{self, Permanent, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What openssl says.
pub static FORMAT: Format = Format {
    id: "openssl",
    kind: FormatKind::TlsTest,
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
    field("path", Role::Path, "The file.").shape(Shape::Text),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
    field("handle", Role::Text, "A number inside openssl.").shape(Shape::Word),
    field("text", Role::Text, "What openssl shows about the certificate or the encryption."),
    field("error", Role::Text, "What went wrong."),
];

/// A call that is beginning.
const fn call(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .sign(Sign::TestBegins)
        .says("Someone called the server by hand, with encryption.")
        .within(BEGIN)
        .effect(Effect::Birth(Dialogue))
        .then(Part::Certificate)
}

/// A line of openssl.
const fn shown(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(SHOWN).effect(Effect::Part(Dialogue)).then(Part::Certificate)
}

/// A line about a file.
const fn tool(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    service_status::shown(id, template, says)
}

/// What helps where a server offers no encryption.
const OFFER: &[(&str, &str)] = &[(
    "Switch encryption on at the server: it needs a certificate and its settings for STARTTLS (Postfix: smtpd_tls_security_level = may). Between servers, mail also goes without it.",
    "",
)];
/// What helps about a certificate with a problem.
const LOOK: &[(&str, &str)] = &[(
    "Look at the certificate that the server shows, correct what the line names, and reload the service.",
    "",
)];
/// What helps about a certificate that ends.
const RENEW: &[(&str, &str)] =
    &[("Renew the certificate, and reload the services that use it:", "certbot renew; certbot certificates")];

const PATTERNS: &[Pattern] = &[
    call("command", "openssl s_client {arguments}").samples(&["openssl s_client -connect mx.shop.example:25 -starttls smtp"]),
    call("command-after-prompt", "{prompt}$ openssl s_client {arguments}").samples(&["$ openssl s_client -connect mx.shop.example:25 -starttls smtp"]),
    call("command-of-root", "{prompt}# openssl s_client {arguments}").samples(&["# openssl s_client -connect mx.shop.example:465"]),
    line("connected", "CONNECTED({handle})")
        .sign(Sign::Connected)
        .says("The server answered the call: name lookup and network work, and something listens there.")
        .within(BEGIN)
        .effect(Effect::Early(Dialogue))
        .then(Part::Certificate)
        .samples(&["CONNECTED(00000003)"]),
    shown("established", "CONNECTION ESTABLISHED", "The encrypted connection stands.").samples(&["CONNECTION ESTABLISHED"]),
    shown("no-starttls", "Didn't find STARTTLS in server response, trying anyway...", "The server does not offer to switch to encryption on this port.")
        .level(Permanent)
        .helps(Party::TheirServer, OFFER)
        .samples(&["Didn't find STARTTLS in server response, trying anyway..."]),
    shown("shown-until", "notAfter={text}", "The certificate is good until {text}; after that it has expired.").sign(Sign::CertificateEnd).within(&[Part::Certificate]).samples(&["notAfter=May 30 08:00:00 2026 GMT"]),
    shown("validity", "{gap}v:NotBefore: {error}; NotAfter: {text}", "The certificate is good until {text}; after that it has expired.").sign(Sign::CertificateEnd).samples(&["   v:NotBefore: Mar  1 08:00:00 2026 GMT; NotAfter: May 30 08:00:00 2026 GMT"]),
    shown("depth", "depth={depth} {name}", "The program openssl looked at the certificate of {name}.").samples(&["depth=0 CN = server1.hostco.example"]),
    shown("problem-self-signed", "verify error:num=18:{problem}", "The certificate is self-signed: the server made it, so nobody vouches for it. Mail servers usually accept that; email apps warn.")
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
        .helps(Party::OurServer, LOOK)
        .samples(&["verify error:num=19:self-signed certificate in certificate chain"]),
    shown("go-on", "verify return:{answer}", "The result of the check of this certificate.").samples(&["verify return:1"]),
    shown("no-certificate", "no peer certificate available", "The server showed no certificate: no encryption came about.").level(Warning).samples(&["no peer certificate available"]),
    shown("no-cipher", "New, (NONE), Cipher is (NONE)", "No encryption came about.").level(Permanent).samples(&["New, (NONE), Cipher is (NONE)"]),
    shown("cipher", "New, {version}, Cipher is {cipher}", "The connection is encrypted ({version}).").sign(Sign::Encrypted).samples(&["New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384"]),
    shown("handshake", "SSL handshake has read {text}", "How much was sent until the encryption stood.")
        .within(BEGIN)
        .samples(&["SSL handshake has read 4330 bytes and written 413 bytes"]),
    shown("verified-chain", "{?{gap}}Verify return code: 0 (ok)", "The check of the certificate ended well, where the server showed one: no error was found.")
        .level(Level::Success)
        .samples(&["    Verify return code: 0 (ok)"]),
    shown("verified", "Verification: OK", "The program openssl found nothing wrong with the certificate, where there was one.").samples(&["Verification: OK"]),
    shown("not-verified", "Verification error: {problem}", "The certificate has a problem: {problem}.")
        .level(Warning)
        .helps(Party::OurServer, LOOK)
        .samples(&["Verification error: self-signed certificate"]),
    shown("old-version", "{handle}:error:{number}:SSL routines:{text}:{?unsupported protocol}{?wrong ssl version}{?tlsv1 alert protocol version}:{error}", "The two sides have no version of TLS in common: one of them offers an outdated one only (below TLS 1.2), which the other doesn't take.")
        .level(Permanent)
        .helps(Party::TheirServer, &[("Let the server offer TLS 1.2 and 1.3: update it, and see its lower and upper limit (Postfix: smtpd_tls_protocols; Dovecot: ssl_min_protocol). Which version it takes:", "nmap --script ssl-enum-ciphers -p 25,465,587,993 localhost")])
        .samples(&["140248423531328:error:1425F102:SSL routines:ssl:unsupported protocol:a.c:1:"]),
    shown("name-unknown", "{handle}:error:{number}:BIO routines:BIO_lookup_ex:{text}", "The name of the server could not be found in DNS.")
        .sign(Sign::NameUnknown)
        .level(Permanent)
        .helps(Party::Dns, &[("Check the spelling of the server's name and its records in DNS.", "")])
        .samples(&["40D7EE720D7F0000:error:10080002:BIO routines:BIO_lookup_ex:system lib"]),
    shown("plain-port", "{handle}:error:{number}:SSL routines:{text}:wrong version number:{error}", "The server answered without encryption: on this port it has to be asked for with -starttls smtp.")
        .sign(Sign::PlainPort)
        .level(Permanent)
        .facts(&[(Role::State, "plain-port")])
        .samples(&["800B1BDE2E7F0000:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../ssl/record/ssl3_record.c:350:"]),
    shown("refused", "{handle}:error:{number}:system library:{text}:Connection refused:{error}", "The server refused the connection: nothing listens on that port, or a firewall turns clients away.")
        .sign(Sign::Refused)
        .level(Permanent)
        .samples(&["809B6CF9FC7E0000:error:8000006F:system library:BIO_connect:Connection refused:../crypto/bio/bio_sock2.c:117:calling connect()"]),
    shown("error", "{handle}:error:{number}:{error}", "The program openssl reports an error.")
        .level(Permanent)
        .samples(&["809B6CF9FC7E0000:error:10000067:BIO routines:BIO_connect:connect error:../crypto/bio/bio_sock2.c:119:"]),
    // openssl x509 and openssl verify, about files.
    tool("no-file", "Could not open file or uri for loading {?{text} from }{path}", "The file doesn't exist, or can't be opened: {path}.")
        .level(Permanent)
        .helps(Party::OurServer, &[("Correct the path; where certbot wrote the certificate, it lies below /etc/letsencrypt/live:", "ls -lL {path}; certbot certificates")])
        .samples(&["Could not open file or uri for loading certificate from /etc/ssl/certs/mail.pem"]),
    tool("no-certificate-in", "{?Could not read}{?unable to load} certificate{? from {path}}", "The file isn't a certificate that openssl can read{?: {path}}. It holds something else, such as a key, or is empty or damaged.")
        .level(Permanent)
        .helps(Party::OurServer, &[("See what the file holds: the first line of a certificate says BEGIN CERTIFICATE.", "grep -h BEGIN {path}")])
        .samples(&["Could not read certificate from /etc/ssl/private/mail.key", "unable to load certificate"]),
    tool("no-issuer", "error 2{?0}{?1} at {depth} depth lookup: {problem}", "The chain isn't complete: the issuer of the certificate isn't known here ({problem}).")
        .level(Warning)
        .helps(Party::OurServer, &[("Put the whole chain into the certificate file: its own certificate first, then those of the issuers (often called fullchain.pem), and reload the services.", "")])
        .samples(&["error 20 at 0 depth lookup: unable to get local issuer certificate"]),
    tool("not-passed", "error {number} at {depth} depth lookup: {problem}", "The certificate didn't pass the check: {problem}.")
        .level(Warning)
        .helps(Party::OurServer, LOOK)
        .loose()
        .samples(&["error 9 at 0 depth lookup: certificate is not yet valid"]),
    tool("failed", "error {path}: verification failed", "The certificate in {path} didn't pass the check.").level(Warning).samples(&["error /etc/ssl/certs/mail.crt: verification failed"]),
    tool("subject", "{?subject=}{?issuer=}{?{text}, }CN = {name}", "A name in the certificate: {name}.").loose().samples(&["subject=CN = mx.shop.example", "CN = mx.shop.example", "issuer=C = US, O = Let's Encrypt, CN = R11"]),
    tool("other-name", "Hostname {name} does NOT match certificate", "The certificate is for another name than {name}, so apps that use that name warn.")
        .level(Permanent)
        .helps(Party::OurServer, &[("Get a certificate that names {name}, or let people use a name that the certificate has. The names in it (with its file):", "openssl x509 -noout -ext subjectAltName")])
        .samples(&["Hostname mx.shop.example does NOT match certificate"]),
    tool("valid-until", "notAfter={text}", "The certificate is good until {text}; after that it has expired.").sign(Sign::CertificateEnd).samples(&["notAfter=May 30 08:00:00 2026 GMT"]),
    tool("valid-from", "notBefore={text}", "The certificate is good from {text} on.").samples(&["notBefore=Mar  1 08:00:00 2026 GMT"]),
    tool("expires", "Certificate will expire", "The certificate expires within the time that was asked about, or has expired already.")
        .level(Warning)
        .helps(Party::OurServer, RENEW)
        .samples(&["Certificate will expire"]),
    tool("lasts", "Certificate will not expire", "The certificate is still valid after the time that was asked about.").level(Level::Success).samples(&["Certificate will not expire"]),
    tool("digest", "{handle}(stdin)= {number}", "A checksum: of a key and its certificate it is the same.").sign(Sign::Digest).samples(&["MD5(stdin)= 772ce35721ee5d595e828f7c58dbcc96"]),
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
    shown("closed", "closed", "The server closed the connection.").sign(Sign::Closed).level(Level::Info).within(&[Part::Talk, Part::Mailbox, Part::Certificate]).samples(&["closed"]),
    shown("line", "---", "A line between the parts of what openssl shows.").within(&[Part::Talk, Part::Certificate]).samples(&["---"]),
    shown("shown", "{text}", "What openssl shows about the certificate or the encryption.")
        .within(&[Part::Certificate])
        .loose()
        .samples(&["Certificate chain", " 0 s:CN = mx.bigmail.example", "-----BEGIN CERTIFICATE-----"]),
];
