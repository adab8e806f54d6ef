//! Stalwart: each line has an event by its name, and what belongs to it as `name = value`.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party;

/// What Stalwart writes.
pub static FORMAT: Format = Format {
    id: "stalwart",
    title: "the mail server Stalwart",
    found_in: &["/opt/stalwart/logs", "journalctl -u stalwart", "docker logs"],
    sources: &["Stalwart documentation: Telemetry, Events", "crates/trc/src/event/description.rs"],
    realm: "stalwart",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("more", Role::Text, "More about it.").shape(Shape::Text),
    field("client", Role::Client, "The address of the client."),
    field("user", Role::User, "The account.").shape(Shape::Text),
    field("text", Role::Text, "What the event carries."),
    field("what", Role::Text, "What happened.").shape(Shape::Text),
    field("name", Role::Keyword, "The event.").shape(Shape::Name),
    field("recipient", Role::Recipient, "The recipient.").shape(Shape::Text),
    field("host", Role::Host, "The other server, or its domain.").shape(Shape::Text),
    field("code", Role::Count, "The code of the reply."),
    field("reply", Role::Reply, "What it answered.").shape(Shape::Text),
];

/// What helps about an address that was banned.
const BANNED: &[(&str, &str)] = &[
    (
        "If it's a customer's address, correct the password stored in the device or app that keeps trying, then remove {client} from the blocked addresses: in the web admin, Settings > Security > Blocked IPs (older: Management > Blocked IPs), or wait until the ban expires.",
        "",
    ),
    (
        "An office behind one address can be put on the list of allowed addresses there. If it's a stranger, nothing needs to be done.",
        "",
    ),
];

/// An event with the level before it.
macro_rules! event {
    ($text:literal) => {
        concat!("{?TRACE }{?DEBUG }{?INFO }{?WARN }{?ERROR }", $text)
    };
}

const PATTERNS: &[Pattern] = &[
    line("login-failed", event!("Authentication failed (auth.failed) {more}remoteIp = {client}, {?remotePort = {text}, }accountName = \"{user}\"{?, {what}}"))
        .says("The login of {user} from {client} failed: the name or the password is wrong.")
        .level(Warning)
        .helps(Party::Sender, &[("Correct the password in the app or device at that address. After a few more failures Stalwart bans the address.", "")])
        .samples(&["INFO Authentication failed (auth.failed) listenerId = \"submissions\", localPort = 465, remoteIp = 203.0.113.50, remotePort = 40120, accountName = \"anna@shop.example\", id = \"anna@shop.example\""]),
    line("banned-for-logins", event!("Banned due to authentication errors (security.authentication-ban) {more}remoteIp = {client}{?, {text}}"))
        .says("Stalwart banned the address {client} after too many logins with a wrong password: every connection from it is refused now, with the right password, too.")
        .level(Alert)
        .helps(Party::Sender, BANNED)
        .samples(&["Banned due to authentication errors (security.authentication-ban) listenerId = \"submissions\", localPort = 465, remoteIp = 203.0.113.50, remotePort = 40122"]),
    line("banned-for-abuse", event!("Banned due to abuse (security.abuse-ban) {more}remoteIp = {client}{?, {text}}"))
        .says("Stalwart banned the address {client} for abuse, such as many unknown recipients.")
        .level(Warning)
        .helps(Party::OurServer, BANNED)
        .samples(&["Banned due to abuse (security.abuse-ban) listenerId = \"smtp\", localPort = 25, remoteIp = 203.0.113.50, remotePort = 40122"]),
    line("banned-for-scan", event!("Banned due to scan (security.scan-ban) {more}remoteIp = {client}{?, {text}}"))
        .says("Stalwart banned the address {client} because it looked for weak spots.")
        .level(Warning)
        .helps(Party::OurServer, BANNED)
        .samples(&["Banned due to scan (security.scan-ban) listenerId = \"https\", remoteIp = 203.0.113.50"]),
    line("banned-for-loitering", event!("Banned due to loitering (security.loiter-ban) {more}remoteIp = {client}{?, {text}}"))
        .says("Stalwart banned the address {client} because it kept connections open and did nothing.")
        .level(Warning)
        .helps(Party::OurServer, BANNED)
        .samples(&["Banned due to loitering (security.loiter-ban) listenerId = \"smtp\", remoteIp = 203.0.113.50"]),
    line("ip-blocked", event!("Blocked IP address (security.ip-blocked) {more}remoteIp = {client}{?, {text}}"))
        .says("A connection from {client} was refused: the address is banned.")
        .level(Warning)
        .follows()
        .helps(Party::Sender, BANNED)
        .samples(&["Blocked IP address (security.ip-blocked) listenerId = \"submissions\", localPort = 465, remoteIp = 203.0.113.50, remotePort = 40123"]),
    line("unauthorized", event!("Unauthorized access (security.unauthorized) {text}"))
        .says("An account isn't allowed to do that: {text}.")
        .level(Warning)
        .helps(Party::OurServer, &[("See which permissions the account or its role has, in the web admin.", "")])
        .samples(&["Unauthorized access (security.unauthorized) listenerId = \"imap\", accountId = 7, details = \"imap-authenticate\""]),
    line("logged-in", event!("Authentication successful (auth.success) {text}"))
        .says("A login worked.")
        .level(Success)
        .samples(&["Authentication successful (auth.success) listenerId = \"submissions\", localPort = 465, remoteIp = 203.0.113.50, accountName = \"anna@shop.example\""]),
    line("no-relay", event!("Relay not allowed (smtp.relay-not-allowed) {text}"))
        .says("The server did not accept a message: the client isn't logged in, and the recipient's domain isn't one of this server's.")
        .level(Permanent)
        .helps(Party::Sender, &[("If it's a customer, turn on authentication for the outgoing server in the app (port 465 or 587). If mail for that domain should arrive here, add the domain.", "")])
        .samples(&["Relay not allowed (smtp.relay-not-allowed) listenerId = \"smtp\", remoteIp = 203.0.113.50, to = \"ben@bigmail.example\""]),
    line("no-mailbox", event!("Mailbox does not exist (smtp.mailbox-does-not-exist) {text}"))
        .says("The server refused a recipient: the mailbox doesn't exist here.")
        .level(Permanent)
        .helps(Party::Sender, &[("Check the spelling of the address with the sender. If it should exist, create the mailbox or alias.", "")])
        .samples(&["Mailbox does not exist (smtp.mailbox-does-not-exist) listenerId = \"smtp\", remoteIp = 203.0.113.50, to = \"nobody@shop.example\""]),
    line("delivered", event!("Message delivered (delivery.delivered) {more} to = \"{recipient}\"{text}"))
        .says("The message was delivered to {recipient}: their server accepted it.")
        .level(Success)
        .samples(&["Message delivered (delivery.delivered) queueId = 2290, from = \"anna@shop.example\", to = \"ben@bigmail.example\", size = 2401, code = 250, details = \"2.0.0 Ok\""]),
    line("rcpt-refused", event!("SMTP RCPT TO rejected (delivery.rcpt-to-rejected) {more} to = \"{recipient}\", {text}code = {code}, details = \"{reply}\"{?, {what}}"))
        .says("The other server did not take the message for {recipient}: {code} {reply}.")
        .level(Permanent)
        .helps(Party::Sender, &[("The reply says what the other server has against it. An address that doesn't exist the sender corrects; a sender that a relay's login may not use its administrator allows, or the login of that sender is used.", "")])
        .samples(&["SMTP RCPT TO rejected (delivery.rcpt-to-rejected) queueId = 2266, from = \"anna@shop.example\", to = \"ben@bigmail.example\", size = 5120, hostname = \"mx.bigmail.example\", code = 550, details = \"5.1.1 User unknown\", elapsed = 210ms"]),
    line("no-connection", event!("Connection error (delivery.connect-error) {more} hostname = \"{host}\", {text}details = \"{reply}\"{?, {what}}"))
        .says("Stalwart got no connection to {host} ({reply}) and tries again.")
        .level(Temporary)
        .helps(Party::TheirServer, &[("If several domains fail so, outgoing port 25 is blocked here; else their server doesn't answer. To test both:", "nc -vz -w 10 {host} 25; nc -vz -w 10 gmail-smtp-in.l.google.com 25")])
        .samples(&["Connection error (delivery.connect-error) queueId = 2278, from = \"anna@shop.example\", domain = \"bigmail.example\", hostname = \"mx.bigmail.example\", remoteIp = 198.51.100.8, remotePort = 25, details = \"Connection timeout\", elapsed = 60000ms"]),
    line("no-tls", event!("STARTTLS error (delivery.start-tls-error) {more} hostname = \"{host}\", {text}"))
        .says("The encryption (STARTTLS) with {host} failed: {text}.")
        .level(Temporary)
        .helps(Party::TheirServer, &[("Its administrator corrects the certificate. Stalwart tries again; see what it checks:", "openssl s_client -starttls smtp -connect {host}:25 -servername {host}")])
        .samples(&["STARTTLS error (delivery.start-tls-error) queueId = 2388, from = \"anna@shop.example\", hostname = \"mx.bigmail.example\", reason = SMTP error occurred (smtp.error) { details = TLS Error }, elapsed = 377ms"]),
    line("null-mx", event!("Null MX record found (delivery.null-mx) {more} domain = \"{host}\"{text}"))
        .says("The domain {host} does not accept mail: its DNS says so (null MX).")
        .level(Permanent)
        .helps(Party::Sender, &[("The sender checks the domain of the address; mail to this one can't be delivered.", "")])
        .samples(&["Null MX record found (delivery.null-mx) queueId = 2287, from = \"anna@shop.example\", domain = \"club.example\", elapsed = 12ms"]),
    line("attempt", event!("{what} (delivery.attempt-start) {text}"))
        .says("Stalwart: {what}.")
        .samples(&["INFO Delivery attempt started (delivery.attempt-start) queueId = 2266, total = 1"]),
    line("connects", event!("{what} (delivery.connect) {text}"))
        .says("Stalwart: {what}.")
        .samples(&["INFO Connecting to remote server (delivery.connect) queueId = 2266, total = 1"]),
    line("completes", event!("{what} (delivery.completed) {text}"))
        .says("Stalwart: {what}.")
        .samples(&["INFO Delivery completed (delivery.completed) queueId = 2266, total = 1"]),
    line("warns", event!("{what} (delivery.dsn-temp-fail) {text}"))
        .says("Stalwart: {what}.")
        .samples(&["INFO DSN temporary failure notification (delivery.dsn-temp-fail) queueId = 2266, total = 1"]),
    line("notifies", event!("{what} (delivery.dsn-perm-fail) {text}"))
        .says("Stalwart: {what}.")
        .samples(&["INFO DSN permanent failure notification (delivery.dsn-perm-fail) queueId = 2266, total = 1"]),
    line("rescheduled", event!("{what} (queue.rescheduled) {text}"))
        .says("Stalwart: {what}.")
        .samples(&["Message rescheduled for delivery (queue.rescheduled) queueId = 2388"]),
    line("greeted", event!("{what} (smtp.ehlo) {text}"))
        .says("Stalwart: {what}.")
        .samples(&["INFO SMTP EHLO command (smtp.ehlo) listenerId = \"submissions\", localPort = 465, remoteIp = 198.51.100.15, remotePort = 46814, domain = \"office-pc\""]),
    line("sender-named", event!("{what} (smtp.mail-from) {text}"))
        .says("Stalwart: {what}.")
        .samples(&["INFO SMTP MAIL FROM command (smtp.mail-from) listenerId = \"submissions\", localPort = 465, remoteIp = 198.51.100.15, remotePort = 46814, from = \"anna@shop.example\""]),
    line("recipient-named", event!("{what} (smtp.rcpt-to) {text}"))
        .says("Stalwart: {what}.")
        .samples(&["INFO SMTP RCPT TO command (smtp.rcpt-to) listenerId = \"submissions\", localPort = 465, remoteIp = 198.51.100.15, remotePort = 46814, to = \"ben@bigmail.example\""]),
    line("dkim-checked", event!("{what} (smtp.dkim-fail) {text}"))
        .says("Stalwart: {what}.")
        .samples(&["INFO DKIM verification failed (smtp.dkim-fail) listenerId = \"submissions\", localPort = 465, remoteIp = 198.51.100.15, remotePort = 46814, strict = false, result = [], elapsed = 0ms"]),
    line("domain-attempt", event!("{what} (delivery.domain-delivery-start) {text}"))
        .says("Stalwart: {what}.")
        .samples(&["INFO New delivery attempt for domain (delivery.domain-delivery-start) queueId = 2266, total = 1"]),
    line("attempt-ends", event!("{what} (delivery.attempt-end) {text}"))
        .says("Stalwart: {what}.")
        .samples(&["INFO Delivery attempt ended (delivery.attempt-end) queueId = 2266, total = 1"]),
    line("startup-error", event!("Server startup error (server.startup-error) {text}"))
        .says("Stalwart could not start: {text}.")
        .level(Alert)
        .helps(Party::OurServer, &[("The line names what is wrong. See the lines before it, and whether another program has the port:", "journalctl -u stalwart -n 50 --no-pager; ss -ltnp | grep -e :25 -e :465 -e :993")])
        .samples(&["Server startup error (server.startup-error) details = \"Failed to bind to socket\", reason = \"Address in use\""]),
];
