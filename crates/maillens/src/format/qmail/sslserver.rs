//! sslserver: tcpserver for ports with encryption from the first byte, such as 465, 993 and 995.
//!
//! Its lines are tcpserver's, and those of the TLS handshake, in which client and server agree on the
//! encryption. Failed handshakes are common: old email apps, and scanners that try every port.

use super::tcpserver::{FIELDS, WORDS};
use super::{Effect, Format, Pattern, line};
use crate::vocabulary::Level::{Alert, Permanent, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Connection;

const CERTIFICATE: &[(&str, &str)] = &[(
    "See that certificate and key are in the file that the service reads and belong together, and that its user can read it:",
    "ls -lL /var/qmail/control/*.pem; openssl x509 -noout -dates -in /var/qmail/control/servercert.pem",
)];

/// What sslserver writes to its log.
pub static FORMAT: Format = Format {
    id: "sslserver",
    title: "the program that takes encrypted connections and starts the email app",
    found_in: &["/var/log/smtps/current", "/var/log/pop3-ssl/current"],
    sources: &["ucspi-ssl sslserver.c"],
    realm: "qmail",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const PATTERNS: &[Pattern] = &[
    line("connections", "sslserver: status: {connections}/{limit}")
        .says("{connections connection is|connections are} open, of at most {limit}. When all are in use, new clients wait.")
        .samples(&["sslserver: status: 3/20"]),
    line("connected", "sslserver: pid {pid} from {client}")
        .says("A client connected from {client}; process {pid} serves it.")
        .effect(Effect::Birth(Connection))
        .samples(&["sslserver: pid 4228 from 192.0.2.7"]),
    line("allowed", "sslserver: ok {pid} {local_name}:{local_ip}:{local_port} {client_name}:{client}:{ident}:{port}")
        .says("The connection from {client} to port {local_port} was allowed.")
        .effect(Effect::Part(Connection))
        .samples(&["sslserver: ok 4228 mx.hostfarm.example:192.0.2.25:465 :192.0.2.7::39639"]),
    line("refused", "sslserver: deny {pid} {local_name}:{local_ip}:{local_port} {client_name}:{client}:{ident}:{port}")
        .says("The connection from {client} to port {local_port} was refused: this server's own rules block the address.")
        .level(Permanent)
        .helps(Party::OurServer, &[("If {client} should be let in, change the rules file of that service and build it again:", "cat /etc/tcp.smtp; qmailctl cdb")])
        .effect(Effect::Part(Connection))
        .samples(&["sslserver: deny 5210 mx.hostfarm.example:192.0.2.25:465 scan.badactor.example:192.0.2.66::50514"]),
    line("encrypted", "sslserver: ssl {pid} accept")
        .says("The client and this server agreed on the encryption.")
        .effect(Effect::Part(Connection))
        .samples(&["sslserver: ssl 4228 accept "]),
    line("ended", "sslserver: end {pid} status {status}")
        .says("The connection that process {pid} served has ended.")
        .effect(Effect::End(Connection))
        .samples(&["sslserver: end 4228 status 0"]),
    line("handshake-failed", "sslserver: warning: dropping connection, unable to SSL accept:{detail}")
        .says("A connection was lost because client and server could not agree on the encryption. The client may be old, may not use encryption at all, or may be a scanner.")
        .level(Warning)
        .helps(Party::Nobody, &[("Scanners and old clients cause it. If a customer can't connect, test the encryption from outside:", "openssl s_client -connect localhost:993 </dev/null")])
        .samples(&["sslserver: warning: dropping connection, unable to SSL accept:protocol error"]),
    line("encryption-broke", "sslserver: warning: dropping connection, unable to speak SSL:{detail}")
        .says("An encrypted connection broke.")
        .level(Warning)
        .helps(Party::Nobody, &[("Scanners and old clients cause it. If a customer can't connect, test the encryption from outside:", "openssl s_client -connect localhost:993 </dev/null")])
        .samples(&["sslserver: warning: dropping connection, unable to speak SSL:protocol error"]),
    line("client-certificate-not-trusted", "sslserver: warning: dropping connection, unable to verify client certificate{?:{detail}}")
        .says("A connection was refused because the client's certificate could not be checked.")
        .level(Permanent)
        .helps(Party::Sender, &[("The client needs a certificate that this server trusts, for its own name.", "")])
        .samples(&["sslserver: warning: dropping connection, unable to verify client certificate"]),
    line("client-certificate-missing", "sslserver: warning: dropping connection, no client certificate")
        .says("A connection was refused because the client showed no certificate.")
        .level(Permanent)
        .helps(Party::Sender, &[("The client needs a certificate that this server trusts, for its own name.", "")])
        .samples(&["sslserver: warning: dropping connection, no client certificate"]),
    line("client-certificate-wrong", "sslserver: warning: dropping connection, client name does not match certificate")
        .says("A connection was refused because the client's certificate is for another name.")
        .level(Permanent)
        .helps(Party::Sender, &[("The client needs a certificate that this server trusts, for its own name.", "")])
        .samples(&["sslserver: warning: dropping connection, client name does not match certificate"]),
    line("dropped-no-memory", "sslserver: warning: dropping connection, out of memory{?: {err}}")
        .says("A connection was lost because this server had no memory left.")
        .level(Warning)
        .helps(Party::OurServer, &[("Raise the limit of memory in the run file (softlimit -m), then restart the service:", "grep softlimit /service/*/run; free -m")])
        .samples(&["sslserver: warning: dropping connection, out of memory"]),
    line("dropped", "sslserver: warning: dropping connection, unable to {action}{?: {err}}")
        .says("A connection was lost for a reason on this server.")
        .level(Warning)
        .helps(Party::OurServer, &[("Raise the limit of memory in the run file (softlimit -m), then restart the service:", "grep softlimit /service/*/run; free -m")])
        .samples(&[
            "sslserver: warning: dropping connection, unable to create SSL instance",
            "sslserver: warning: dropping connection, unable to read /etc/tcp.smtp.cdb: access denied",
        ]),
    line("certificate-not-loaded", "sslserver: fatal: unable to load certificate{?: {detail}}")
        .says("The server could not be started: its certificate is missing or cannot be read.")
        .level(Alert)
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["sslserver: fatal: unable to load certificate"]),
    line("key-not-loaded", "sslserver: fatal: unable to load key{?: {detail}}")
        .says("The server could not be started: the key of its certificate is missing or cannot be read.")
        .level(Alert)
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["sslserver: fatal: unable to load key"]),
    line("key-does-not-match", "sslserver: fatal: key does not match certificate{?: {detail}}")
        .says("The server could not be started: its key belongs to another certificate.")
        .level(Alert)
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["sslserver: fatal: key does not match certificate"]),
    line("key-password-too-long", "sslserver: fatal: password too long")
        .says("The server could not be started: the password of its key is too long.")
        .level(Alert)
        .helps(Party::OurServer, &[("Correct the options in the service's run file, then start it again:", "cat /service/*ssl*/run; svstat /service/*")])
        .samples(&["sslserver: fatal: password too long"]),
    line("port-taken", "sslserver: fatal: unable to bind: {err}")
        .says("The server cannot listen on its port; most often another program uses the port already.")
        .level(Alert)
        .helps(Party::OurServer, &[("See which program has the port, and stop the one too many:", "ss -ltnp")])
        .samples(&["sslserver: fatal: unable to bind: address already used"]),
    line("port-unknown", "sslserver: fatal: unable to figure out port number for {name}")
        .says("The server was started for a port with the unknown name {name}.")
        .level(Alert)
        .helps(Party::OurServer, &[("Correct the options in the service's run file, then start it again:", "cat /service/*ssl*/run; svstat /service/*")])
        .samples(&["sslserver: fatal: unable to figure out port number for smpts"]),
    line("address-not-found", "sslserver: fatal: no IP address for {name}")
        .says("The server was started for the host name {name}, which has no address.")
        .level(Alert)
        .helps(Party::OurServer, &[("Correct the options in the service's run file, then start it again:", "cat /service/*ssl*/run; svstat /service/*")])
        .samples(&["sslserver: fatal: no IP address for mx.hostfarm.example"]),
    line("address-not-found-now", "sslserver: fatal: temporarily unable to figure out IP address for {name}{?: {err}}")
        .says("The server was started for the host name {name}, which could not be looked up this time.")
        .level(Alert)
        .helps(Party::OurServer, &[("Correct the options in the service's run file, then start it again:", "cat /service/*ssl*/run; svstat /service/*")])
        .samples(&["sslserver: fatal: temporarily unable to figure out IP address for mx.hostfarm.example: timed out"]),
    line("out-of-memory", "sslserver: fatal: out of memory")
        .says("The server stopped because no memory was left.")
        .level(Alert)
        .helps(Party::OurServer, &[("Raise the limit of memory in the run file (softlimit -m), then restart the service:", "grep softlimit /service/*/run; free -m")])
        .samples(&["sslserver: fatal: out of memory"]),
    line("stopped", "sslserver: fatal: unable to {action}{?: {err}}")
        .says("The server could not be started: it was unable to {action}.")
        .level(Alert)
        .helps(Party::OurServer, &[("Correct the options in the service's run file, then start it again:", "cat /service/*ssl*/run; svstat /service/*")])
        .samples(&[
            "sslserver: fatal: unable to set cipher list",
            "sslserver: fatal: unable to listen: address already used",
        ]),
    line("key-length", "sslserver: param {pid} {file} {bits}")
        .says("The server uses the key exchange file {file}.")
        .samples(&["sslserver: param 4100 /var/qmail/control/dh2048.pem 2048"]),
    line("authorities", "sslserver: cafile {pid} {file}")
        .says("The server takes the authorities that it trusts from {file}.")
        .samples(&["sslserver: cafile 4100 /etc/ssl/certs/ca-certificates.crt"]),
    line("client-authorities", "sslserver: ccafile {pid} {file}")
        .says("The server takes the authorities whose client certificates it accepts from {file}.")
        .samples(&["sslserver: ccafile 4100 /var/qmail/control/clientca.pem"]),
    line("authorities-folder", "sslserver: cadir {pid} {file}")
        .says("The server takes the authorities that it trusts from the folder {file}.")
        .samples(&["sslserver: cadir 4100 /etc/ssl/certs"]),
    line("certificate", "sslserver: cert {pid} {file}")
        .says("The server's certificate is {file}.")
        .samples(&["sslserver: cert 4100 /var/qmail/control/servercert.pem"]),
    line("key", "sslserver: key {pid} {file}")
        .says("The key of the server's certificate is {file}.")
        .samples(&["sslserver: key 4100 /var/qmail/control/servercert.pem"]),
    line("called-wrongly", "sslserver: usage: {detail}")
        .says("The server could not be started: its options are wrong.")
        .level(Alert)
        .helps(Party::OurServer, &[("Correct the options in the service's run file, then start it again:", "cat /service/*ssl*/run; svstat /service/*")])
        .samples(&["sslserver: usage: sslserver [ -1346UXpPhHrRoOdDqQvIiEeSsnNmzZ ] host port program"]),
];
