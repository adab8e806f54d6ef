//! spamdyke: a filter in front of qmail-smtpd that decides while the client is connected.
//!
//! It writes one line for each recipient. Whatever it does not know is `(unknown)` or `(none)`. With its
//! verbose setting a `FILTER_` line says first which check fired, and on what.

use super::{Datum, Effect, Field, Format, Pattern, Role, Shape, Word, field, line, word};
use crate::vocabulary::Level::{Alert, Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Connection;

/// What spamdyke writes to its log.
pub static FORMAT: Format = Format {
    id: "spamdyke",
    title: "the connection filter in front of qmail's incoming SMTP program",
    found_in: &["/var/log/maillog", "/var/log/smtp/current"],
    sources: &["spamdyke 4.x log.c", "spamdyke 5.x release notes"],
    programs: &["spamdyke"],
    realm: "qmail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field(
        "pid",
        Role::Pid,
        "The number of the process that serves this connection; tcpserver's lines have the same one.",
    ),
    field("sender", Role::Sender, "The envelope sender: notices about failed delivery go to this address."),
    field("recipient", Role::Recipient, "The recipient that the client named.").shape(Shape::Hostile),
    field("client", Role::Client, "The address of the client: whoever made the connection.")
        .shape(Shape::Word),
    field(
        "client_name",
        Role::Host,
        "The client's name by reverse DNS, the lookup of a name for an address.",
    )
    .datum(Datum::ClientName),
    field("user", Role::User, "Who logged in."),
    field("encryption", Role::State, "Whether and how the connection was encrypted.").shape(Shape::Text),
    field("reason", Role::Reply, "Why, in the words that the client was told."),
    field("verdict", Role::State, "What was decided.").shape(Shape::Name),
    field("filter", Role::State, "The check that fired.").shape(Shape::Name).values(FILTERS),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
    field("place", Role::Text, "Where in the program it came up, for programmers."),
    field("program", Role::Path, "The program that was to be started."),
    field("file", Role::Path, "The file that it is about."),
    field("action", Role::Text, "What it wanted to do.").shape(Shape::Name),
    field("misuse", Role::Text, "What kind of trouble.").shape(Shape::Name),
    field("code", Role::Count, "A number: {}."),
    field("err", Role::Text, "The cause, in the words of the operating system."),
    field("text", Role::Text, "The rest of the line, in the program's own words."),
];

/// The checks that verbose lines name.
const FILTERS: &[Word] = &[
    word("RDNS_MISSING", "The client has no name by reverse DNS."),
    word("IP_IN_CC_RDNS", "The client's name holds its address and a country: it looks like a home line."),
    word("IP_IN_RDNS_BLACKLIST", "The client's name holds its address and a word from the refuse list."),
    word("IP_IN_RDNS_WHITELIST", "The client's name holds its address and a word from the welcome list."),
    word("RDNS_RESOLVE", "The client's name doesn't resolve back to an address."),
    word("WHITELIST_NAME", "The client's name is on the welcome list."),
    word("BLACKLIST_NAME", "The client's name is on the refuse list."),
    word("WHITELIST_IP", "The client's address is on the welcome list."),
    word("BLACKLIST_IP", "The client's address is on the refuse list."),
    word("RWL_MATCH", "A public list of welcome addresses has the client."),
    word("RHSWL_MATCH", "A public list of welcome domains has the sender's or the client's domain."),
    word("RBL_MATCH", "A public block list has the client's address."),
    word("RHSBL_MATCH", "A public block list has the sender's or the client's domain."),
    word("EARLYTALKER", "The client spoke before it was greeted."),
    word("SENDER_WHITELIST", "The sender is on the welcome list."),
    word("SENDER_BLACKLIST", "The sender is on the refuse list."),
    word("SENDER_NO_MX", "The sender's domain has no mail server."),
    word("AUTH_REQUIRED", "The client must log in."),
    word("RECIPIENT_WHITELIST", "The recipient is on the welcome list."),
    word("RECIPIENT_BLACKLIST", "The recipient is on the refuse list."),
    word("UNQUALIFIED_RECIPIENT", "The recipient has no domain."),
    word("RELAYING", "The client isn't allowed to send mail to other servers."),
    word("TOO_MANY_RECIPIENTS", "The message has too many recipients."),
    word("GRAYLISTED", "It is the first contact of this client, sender and recipient."),
    word("ALLOW_ALL", "The settings let everything in."),
    word("REJECT_ALL", "The settings refuse everything."),
    word("OTHER", "The email app itself refused."),
    word("IDENTICAL_SENDER_RECIPIENT", "Sender and recipient are the same address."),
];

/// A decision: its name, the word that the line begins with.
macro_rules! decision {
    ($id:literal, $verdict:literal) => {
        line(
            $id,
            concat!(
                "{?spamdyke[{pid}]: }",
                $verdict,
                " from: {sender} to: {recipient} origin_ip: {client} origin_rdns: {client_name} ",
                "auth: {user}{? encryption: {encryption}}{? reason: {reason}}"
            ),
        )
        .effect(Effect::Part(Connection))
    };
}

const PATTERNS: &[Pattern] = &[
    decision!("allowed", "ALLOWED")
        .says("The recipient {recipient} was accepted.")
        .level(Success)
        .samples(&[
            "ALLOWED from: anna@shop.example to: ben@hostfarm.example origin_ip: 192.0.2.4 origin_rdns: web03.shop.example auth: (unknown) encryption: TLS reason: 250_ok",
            "spamdyke[5210]: ALLOWED from: anna@shop.example to: ben@hostfarm.example origin_ip: 192.0.2.4 origin_rdns: web03.shop.example auth: (unknown) encryption: (none)",
        ]),
    decision!("allowed-after-log-in", "ALLOWED_AUTHENTICATED")
        .says("The client logged in as {user}, and the recipient {recipient} was accepted.")
        .level(Success)
        .samples(&["ALLOWED_AUTHENTICATED from: anna@shop.example to: ben@far.example origin_ip: 192.0.2.7 origin_rdns: dsl-7.isp.example auth: anna@shop.example encryption: TLS"]),
    decision!("allowed-encrypted", "ALLOWED_TLS")
        .says("The recipient {recipient} was accepted on an encrypted connection.")
        .level(Success)
        .samples(&["ALLOWED_TLS from: anna@shop.example to: ben@hostfarm.example origin_ip: 192.0.2.4 origin_rdns: web03.shop.example auth: (unknown) encryption: TLS"]),
    decision!("passed-through", "TLS_ENCRYPTED")
        .says("The connection is encrypted in a way that the filter cannot look into, so it was let through.")
        .samples(&["TLS_ENCRYPTED from: (unknown) to: (unknown) origin_ip: 192.0.2.4 origin_rdns: web03.shop.example auth: (unknown) encryption: TLS_PASSTHROUGH"]),
    decision!("timeout", "TIMEOUT")
        .says("The client {client} was too slow, so the connection was closed.")
        .level(Temporary)
        .samples(&["TIMEOUT from: (unknown) to: (unknown) origin_ip: 192.0.2.66 origin_rdns: (unknown) auth: (unknown) encryption: (none) reason: TIMEOUT"]),
    decision!("too-many-recipients", "DENIED_TOO_MANY_RECIPIENTS")
        .says("The message has too many recipients; the client should send the rest later.")
        .level(Temporary)
        .facts(&[(Role::Reason, "toomanyconn")])
        .samples(&["DENIED_TOO_MANY_RECIPIENTS from: anna@shop.example to: ben@hostfarm.example origin_ip: 192.0.2.4 origin_rdns: web03.shop.example auth: (unknown) encryption: (none)"]),
    decision!("recipient-without-domain", "DENIED_UNQUALIFIED_RECIPIENT")
        .says("The recipient {recipient} was refused because the address has no domain.")
        .level(Permanent)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&["DENIED_UNQUALIFIED_RECIPIENT from: anna@shop.example to: ben origin_ip: 192.0.2.4 origin_rdns: web03.shop.example auth: (unknown) encryption: (none)"]),
    decision!("greylisted", "DENIED_GRAYLISTED")
        .says("The first message from {sender} to {recipient} by this client was deferred (greylisting). A mail server retries within minutes.")
        .level(Temporary)
        .facts(&[(Role::Reason, "greylisted")])
        .samples(&["DENIED_GRAYLISTED from: anna@shop.example to: ben@hostfarm.example origin_ip: 192.0.2.4 origin_rdns: web03.shop.example auth: (unknown) encryption: TLS"]),
    decision!("no-name", "DENIED_RDNS_MISSING")
        .says("The client {client} was deferred because its IP address has no reverse DNS name.")
        .level(Temporary)
        .facts(&[(Role::Reason, "requireptr")])
        .samples(&["DENIED_RDNS_MISSING from: win@prizes.example to: ben@hostfarm.example origin_ip: 192.0.2.66 origin_rdns: (unknown) auth: (unknown) encryption: (none)"]),
    decision!("name-leads-nowhere", "DENIED_RDNS_RESOLVE")
        .says("The client {client} was deferred because its reverse DNS name, {client_name}, doesn't resolve to an address.")
        .level(Temporary)
        .facts(&[(Role::Reason, "requireptr")])
        .samples(&["DENIED_RDNS_RESOLVE from: win@prizes.example to: ben@hostfarm.example origin_ip: 192.0.2.66 origin_rdns: nowhere.prizes.example auth: (unknown) encryption: (none)"]),
    decision!("name-of-home-line", "DENIED_IP_IN_CC_RDNS")
        .says("The client {client} was refused: it hadn't logged in, and its name, {client_name}, looks like a home line: it holds the address and ends in a country.")
        .level(Permanent)
        .facts(&[(Role::Reason, "requireptr")])
        .samples(&["DENIED_IP_IN_CC_RDNS from: win@prizes.example to: ben@hostfarm.example origin_ip: 192.0.2.66 origin_rdns: 66.2.0.192.isp.example.br auth: (unknown) encryption: (none)"]),
    decision!("name-of-changing-line", "DENIED_IP_IN_RDNS")
        .says("The client {client} was refused: it hadn't logged in, and its name, {client_name}, holds the address and a word such as dynamic or dsl.")
        .level(Permanent)
        .facts(&[(Role::Reason, "requireptr")])
        .samples(&["DENIED_IP_IN_RDNS from: win@prizes.example to: ben@hostfarm.example origin_ip: 192.0.2.66 origin_rdns: dynamic-192-0-2-66.isp.example auth: (unknown) encryption: (none)"]),
    decision!("spoke-early", "DENIED_EARLYTALKER")
        .says("The client {client} was refused because it spoke before it was greeted, as spam programs do.")
        .level(Permanent)
        .facts(&[(Role::Reason, "syntaxerror")])
        .samples(&["DENIED_EARLYTALKER from: win@prizes.example to: ben@hostfarm.example origin_ip: 192.0.2.66 origin_rdns: (unknown) auth: (unknown) encryption: (none)"]),
    decision!("name-refused", "DENIED_BLACKLIST_NAME")
        .says("The client {client} was refused because its name, {client_name}, is on this server's refuse list.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .samples(&["DENIED_BLACKLIST_NAME from: win@prizes.example to: ben@hostfarm.example origin_ip: 192.0.2.66 origin_rdns: mail.prizes.example auth: (unknown) encryption: (none)"]),
    decision!("address-refused", "DENIED_BLACKLIST_IP")
        .says("The client {client} was refused because its address is on this server's refuse list.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .samples(&["DENIED_BLACKLIST_IP from: win@prizes.example to: ben@hostfarm.example origin_ip: 192.0.2.66 origin_rdns: mail.prizes.example auth: (unknown) encryption: (none)"]),
    decision!("sender-refused", "DENIED_SENDER_BLACKLISTED")
        .says("The sender {sender} is on this server's refuse list.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .samples(&["DENIED_SENDER_BLACKLISTED from: win@prizes.example to: ben@hostfarm.example origin_ip: 192.0.2.66 origin_rdns: mail.prizes.example auth: (unknown) encryption: (none)"]),
    decision!("recipient-refused", "DENIED_RECIPIENT_BLACKLISTED")
        .says("The recipient {recipient} is on this server's refuse list.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .samples(&["DENIED_RECIPIENT_BLACKLISTED from: anna@shop.example to: old@hostfarm.example origin_ip: 192.0.2.4 origin_rdns: web03.shop.example auth: (unknown) encryption: (none)"]),
    decision!("sender-without-server", "DENIED_SENDER_NO_MX")
        .says("The sender {sender} was deferred because its domain has no mail server, so replies could never reach it.")
        .level(Temporary)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&["DENIED_SENDER_NO_MX from: anna@no-mail.example to: ben@hostfarm.example origin_ip: 192.0.2.4 origin_rdns: web03.shop.example auth: (unknown) encryption: (none)"]),
    decision!("listed", "DENIED_RBL_MATCH")
        .says("The client {client} was refused because a public block list has its address.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .samples(&["DENIED_RBL_MATCH from: win@prizes.example to: ben@hostfarm.example origin_ip: 192.0.2.66 origin_rdns: mail.prizes.example auth: (unknown) encryption: (none) reason: listed_in_dnsbl.example"]),
    decision!("domain-listed", "DENIED_RHSBL_MATCH")
        .says("The message was refused because a public block list has the domain of the sender {sender} or of the client {client_name}.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .samples(&["DENIED_RHSBL_MATCH from: win@prizes.example to: ben@hostfarm.example origin_ip: 192.0.2.66 origin_rdns: mail.prizes.example auth: (unknown) encryption: (none)"]),
    decision!("access-denied", "DENIED_ACCESS_DENIED")
        .says("The client {client} was refused by this server's access file.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .samples(&["DENIED_ACCESS_DENIED from: win@prizes.example to: ben@hostfarm.example origin_ip: 192.0.2.66 origin_rdns: mail.prizes.example auth: (unknown) encryption: (none)"]),
    decision!("relay-refused", "DENIED_RELAYING")
        .says("The client {client} wanted to send to {recipient} on another server without a login, and was refused.")
        .level(Permanent)
        .facts(&[(Role::Reason, "norelaying")])
        .samples(&["DENIED_RELAYING from: win@prizes.example to: ben@far.example origin_ip: 192.0.2.66 origin_rdns: mail.prizes.example auth: (unknown) encryption: (none)"]),
    decision!("refused-by-mail-program", "DENIED_OTHER")
        .says("The email app itself did not accept the recipient {recipient}. Its answer, where it is logged, says whether for now or permanently.")
        .level(Permanent)
        .samples(&["DENIED_OTHER from: anna@shop.example to: nobody@hostfarm.example origin_ip: 192.0.2.4 origin_rdns: web03.shop.example auth: (unknown) encryption: TLS reason: 550_sorry,_no_mailbox_here_by_that_name._(#5.1.1)"]),
    decision!("no-recipient", "DENIED_ZERO_RECIPIENTS")
        .says("The client named no valid recipient.")
        .level(Permanent)
        .facts(&[(Role::Reason, "syntaxerror")])
        .samples(&["DENIED_ZERO_RECIPIENTS from: win@prizes.example to: (unknown) origin_ip: 192.0.2.66 origin_rdns: (unknown) auth: (unknown) encryption: (none)"]),
    decision!("log-in-first", "DENIED_AUTH_REQUIRED")
        .says("The client {client} must log in before it sends.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&["DENIED_AUTH_REQUIRED from: anna@shop.example to: ben@far.example origin_ip: 192.0.2.7 origin_rdns: dsl-7.isp.example auth: (unknown) encryption: TLS"]),
    decision!("everything-refused", "DENIED_REJECT_ALL")
        .says("This server is set to refuse everything here.")
        .level(Permanent)
        .samples(&["DENIED_REJECT_ALL from: anna@shop.example to: ben@hostfarm.example origin_ip: 192.0.2.4 origin_rdns: web03.shop.example auth: (unknown) encryption: (none)"]),
    decision!("sender-is-recipient", "DENIED_IDENTICAL_SENDER_RECIPIENT")
        .says("The message was refused because {sender} is both its sender and its recipient, as spam often has it.")
        .level(Permanent)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&["DENIED_IDENTICAL_SENDER_RECIPIENT from: ben@hostfarm.example to: ben@hostfarm.example origin_ip: 192.0.2.66 origin_rdns: (unknown) auth: (unknown) encryption: (none)"]),
    decision!("refused", "DENIED_{verdict}")
        .says("The recipient {recipient} was refused ({verdict}).")
        .level(Permanent)
        .loose()
        .samples(&["DENIED_SENDER_NOT_LOCAL from: anna@shop.example to: ben@hostfarm.example origin_ip: 192.0.2.4 origin_rdns: web03.shop.example auth: (unknown) encryption: (none)"]),
    decision!("log-in-failed", "FAILED_AUTH")
        .says("The client {client} tried to log in with a wrong username or password.")
        .level(Permanent)
        .loose()
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&["FAILED_AUTH from: (unknown) to: (unknown) origin_ip: 192.0.2.66 origin_rdns: (unknown) auth: anna@shop.example encryption: TLS"]),
    line("check", "{?spamdyke[{pid}]: }FILTER_{filter} {detail}")
        .says("The check {filter} fired.")
        .effect(Effect::Part(Connection))
        .samples(&["FILTER_RBL_MATCH ip: 192.0.2.66 rbl: dnsbl.example", "spamdyke[5210]: FILTER_EARLYTALKER delay: 5"]),
    line("log-in-error", "{?spamdyke[{pid}]: }ERROR: authentication failure (bad username/password, vchkpw uses this to indicate SMTP access is not allowed): {user}")
        .says("A client could not log in as {user}: the password is wrong, or sending is switched off for the mailbox.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .effect(Effect::Part(Connection))
        .hints(&[
            (
                "If it was the customer, check the username letter by letter and the password. If both are right, see whether sending is switched off for the mailbox in vpopmail:",
                "/home/vpopmail/bin/vuserinfo {user}",
            ),
            (
                "If every login fails, the program that checks it isn't set right:",
                "grep -E '^smtp-auth' /etc/spamdyke/spamdyke.conf",
            ),
        ])
        .samples(&["ERROR: authentication failure (bad username/password, vchkpw uses this to indicate SMTP access is not allowed): anna@shop.example"]),
    line("not-started", "ERROR{?({place})}: unable to execute child process {program}")
        .says("The program behind the filter couldn't be started, so no mail comes in: {program}.")
        .level(Alert)
        .named()
        .helps(Party::OurServer, &[("Correct the path in the run file of the service, and the permissions of the program:", "cat /service/*smtpd/run; ls -l /var/qmail/bin/qmail-smtpd")])
        .samples(&["ERROR: unable to execute child process /var/qmail/bin/qmail-smtpd", "ERROR(exec_path()@exec.c:112): unable to execute child process /var/qmail/bin/qmail-smtpd: Permission denied"]),
    line("graylist-not-written", "ERROR{?({place})}: cannot write to graylist file {file}: {err}")
        .says("Graylisting can't remember who came before, so senders may wait forever.")
        .level(Alert)
        .named()
        .helps(Party::OurServer, &[("See whom the folder of the graylist belongs to; spamdyke runs as qmail's SMTP user (qmaild or vpopmail):", "namei -l {file}; df -h")])
        .samples(&["ERROR: cannot write to graylist file /var/qmail/spamdyke/graylist/shop.example/anna: Permission denied"]),
    line("certificate-not-loaded", "ERROR{?({place})}: unable to load SSL/TLS certificate from file: {file}")
        .says("The certificate couldn't be loaded, so clients get no encryption.")
        .level(Alert)
        .named()
        .helps(Party::OurServer, &[("See that the file (tls-certificate-file) holds certificate and key, and that spamdyke's user can read it:", "ls -l {file}; openssl x509 -noout -dates -in {file}")])
        .samples(&["ERROR: unable to load SSL/TLS certificate from file: /var/qmail/control/servercert.pem"]),
    line("encryption-broke", "ERROR{?({place})}: unable to {action}{? from}{? to} SSL/TLS {detail}")
        .says("Encryption with a client broke. Once is harmless; if it's always, the certificate or the TLS versions don't fit.")
        .level(Warning)
        .named()
        .helps(Party::Nobody, &[("If it comes from many clients, test the encryption from outside:", "openssl s_client -starttls smtp -connect localhost:25 </dev/null")])
        .samples(&["ERROR: unable to start SSL/TLS connection", "ERROR: unable to write to SSL/TLS stream"]),
    line("log-in-refused", "ERROR{?({place})}: authentication error {code} (vchkpw uses this to indicate {detail}): {user}")
        .says("The login of {user} was refused: {detail}.")
        .level(Permanent)
        .named()
        .helps(Party::Sender, &[
            ("If it was the customer, check the username (the whole address) and the password. If it was a stranger, it was a guess.", ""),
            ("See whether vpopmail has the mailbox:", "/home/vpopmail/bin/vuserinfo {user}"),
        ])
        .samples(&["ERROR: authentication error 1 (vchkpw uses this to indicate an unknown username or authentication failure): anna@shop.example"]),
    line("log-in-not-set-up", "ERROR{?({place})}: authentication {misuse} ({detail}): {text}")
        .says("The program that checks logins isn't set up right, so nobody can log in to send: {detail}.")
        .level(Alert)
        .named()
        .helps(Party::OurServer, &[("Correct smtp-auth-command: the path of the checking program, and a second program such as /bin/true behind it:", "grep smtp-auth /etc/spamdyke/spamdyke.conf; ls -l /home/vpopmail/bin/vchkpw")])
        .samples(&["ERROR: authentication misuse (no input given or no additional command path given, e.g. /bin/true): x", "ERROR: authentication error (likely due to missing/unexecutable commands): x"]),
    line("option-unknown", "ERROR{?({place})}: Unknown configuration file option in file {file} on line {code}: {text}")
        .says("The settings have an option that this spamdyke doesn't know; many changed their names between versions 4 and 5.")
        .level(Alert)
        .named()
        .helps(Party::OurServer, &[("Correct the line, then let spamdyke check its settings:", "spamdyke -f {file} --config-test")])
        .samples(&["ERROR: Unknown configuration file option in file /etc/spamdyke/spamdyke.conf on line 3: foo"]),
    line("no-memory", "ERROR{?({place})}: out of memory - unable to allocate {code} bytes")
        .says("The filter ran out of memory: the softlimit of the service is too low.")
        .level(Alert)
        .named()
        .helps(Party::OurServer, &[("Raise the softlimit in the run file of the service, then restart it:", "grep softlimit /service/*smtpd/run; svc -t /service/*smtpd")])
        .samples(&["ERROR: out of memory - unable to allocate 4096 bytes"]),
    line("client-gone", "ERROR{?({place})}: unable to write {code} bytes to file descriptor {detail}: {err}")
        .says("The client hung up before it had its answer. This is harmless.")
        .named()
        .samples(&["ERROR: unable to write 35 bytes to file descriptor 1: Connection reset by peer"]),
    line("other-error", "ERROR{?({place})}: {text}")
        .says("The filter met an error: {text}.")
        .level(Warning)
        .named()
        .helps(Party::OurServer, &[("Let spamdyke check its settings and name each one that's wrong:", "spamdyke -f /etc/spamdyke/spamdyke.conf --config-test")])
        .samples(&["ERROR: unable to send data packet, tried to send 3 bytes: Operation not permitted", "ERROR: unable to open file /etc/spamdyke.d/whitelist_ip: No such file or directory"]),
];
