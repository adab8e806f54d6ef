//! Postfix smtp, lmtp, local, virtual, pipe, error and discard: the programs that deliver.
//!
//! Each writes one line for one recipient and one attempt, alike but for the reason in brackets, which is
//! read by the format `postfix-result`. The way out is in `relay`: another server, a service of this
//! one, or nothing. What smtp says while it looks for a server has no queue id; it belongs to the
//! message whose line the same process writes next.

use super::Stated::{Came, Of, Value};
use super::smtpd::{DETAIL, QID, REASON};
use super::{Datum, Effect, Field, Format, Led, Pattern, Role, Shape, Sign, Tie, Word, field, line, word};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Success};
use crate::vocabulary::Level::{self, Alert, Permanent, Temporary, Warning};
use crate::vocabulary::TraceType::Message;
use crate::vocabulary::{Outcome, Party};

pub(super) const MAILBOX_OWNER: &[(&str, &str)] = &[(
    "Give the mailbox file to the user that it's for, or send the address elsewhere with an alias:",
    "ls -l /var/mail/; postconf mail_spool_directory strict_mailbox_ownership alias_maps",
)];

pub(super) const OUTGOING_TLS: &[(&str, &str)] = &[(
    "A table or setting for outgoing encryption failed; a warning of the same process, just before, names it:",
    "postconf -n | grep -e smtp_tls -e smtp_dns; journalctl -t postfix/smtp -n 50",
)];

/// What helps where the relay ended this server's login; which of the two, only its reply says.
const RELAY_LOGIN: &[(&str, &str)] = &[
    (
        "Where the reply is about the account (credits, a plan, an invoice, suspended), settle that at the website of {host}; a new password doesn't help then.",
        "",
    ),
    (
        "Where it's about the username or password, correct them in the file of smtp_sasl_password_maps, and build the table again:",
        "postconf smtp_sasl_password_maps relayhost; postmap /etc/postfix/sasl_passwd && postqueue -f",
    ),
];

pub(super) const NO_MECHANISM: &[(&str, &str)] = &[
    (
        "Install the SASL mechanisms for the Postfix client (libsasl2-modules on Debian, cyrus-sasl-plain on Red Hat), and see that smtp_sasl_security_options doesn't forbid them:",
        "apt-get install libsasl2-modules || dnf install cyrus-sasl-plain; postconf smtp_sasl_security_options smtp_sasl_tls_security_options smtp_sasl_mechanism_filter",
    ),
    ("Then let Postfix try again:", "postfix reload; postqueue -f"),
];

/// What the delivery programs write to the mail log.
pub static FORMAT: Format = Format {
    id: "postfix-delivery",
    title: "the part of Postfix that delivers",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "journalctl -u 'postfix*'"],
    sources: &[
        "Postfix log_adhoc.c, smtp_connect.c, smtp_proto.c, tls_client.c, local/*.c, virtual/*.c, pipe.c",
        "Postfix 3.7 run",
    ],
    programs: &["smtp", "lmtp", "local", "virtual", "pipe", "error", "retry", "discard", "postfix"],
    realm: "postfix",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    QID, REASON, DETAIL,
    field("to", Role::Recipient, "The address that this attempt is for.").shape(Shape::Address),
    field("orig_to", Role::OriginalRecipient, "The address as it was before aliases and forwards.").shape(Shape::Address),
    field("relay", Role::Remote, "Where the message was handed to: a server with its address and port, or a service of this server.").shape(Shape::Text),
    field("uses", Role::Count, "How many messages had gone over this connection by then: {}."),
    field("tls", Role::State, "How the connection was encrypted."),
    field("delay", Role::Duration, "Seconds since the message came in: {}.").shape(Shape::Decimal).datum(Datum::Age),
    field("before", Role::Duration, "Seconds before the message was in the queue: {}. Taking it in and scanning it count here.").shape(Shape::Decimal),
    field("queue", Role::Duration, "Seconds that the message waited in the queue: {}. A large number means that the queue was full.").shape(Shape::Decimal),
    field("connect", Role::Duration, "Seconds to connect, with DNS lookup, greeting and encryption: {}. A large number means that the other server was slow to answer.").shape(Shape::Decimal),
    field("send", Role::Duration, "Seconds to transfer the message: {}. A large number means a slow network or a slow check on the other server.").shape(Shape::Decimal),
    field("dsn", Role::Status, "The enhanced status code of this attempt: 2 is done, 4 is later, 5 is never.").shape(Shape::Word),
    field("reply", Role::Text, "What the next server answered, before the id.").shape(Shape::Text),
    field("next", Role::Queued, "The queue id of the message at the next stop.").shape(Shape::QueueId),
    field("host", Role::Remote, "The server at the other end.").shape(Shape::Word),
    field("ip", Role::Ip, "Its address."),
    field("port", Role::Port, "Its port."),
    field("path", Role::Path, "The file or socket that it is about."),
    field("error", Role::Text, "What went wrong."),
    field("trust", Role::State, "How far the certificate of the other server was checked. Untrusted means that it was not checked, which is normal between mail servers."),
    field("version", Role::State, "The version of the encryption."),
    field("cipher", Role::State, "How the connection is encrypted.").shape(Shape::Text),
    field("domain", Role::Host, "The domain that it is about.").shape(Shape::Word),
    field("address", Role::Address, "The address that it is about.").shape(Shape::Text),
    field("id", Role::User, "The number of a system user or group.").shape(Shape::Word),
];

const WORDS: &[Word] = &[
    word(
        "status=sent",
        "This attempt worked. For another server it means that the other server accepted the message and is now responsible for it. The text in brackets says more, and it can also mean that a filter discarded the message.",
    ),
    word(
        "status=deferred",
        "This attempt did not work. The message stays in the queue and will be tried again.",
    ),
    word("status=bounced", "This recipient was given up. The sender gets a notice."),
    word("status=expired", "This recipient was given up because the time limit of the queue was over."),
    word(
        "status=deliverable",
        "Only a question whether the address accepts email: it does. No mail was sent.",
    ),
    word(
        "status=undeliverable",
        "Only a question whether the address accepts email: the answer was no, or for now no. No mail was sent.",
    ),
    word("relay=none", "No server was reached, or none was tried."),
    word("relay=local", "Delivered by this server itself."),
    word("relay=virtual", "Delivered by this server itself, to a mailbox of a hosted domain."),
    word("delays=", "The delay in four parts: before the queue, in the queue, connecting, and sending."),
    word("TLS", "Encryption."),
];

const PATTERNS: &[Pattern] = &[
    line("sent", "{qid}: to=<{to}>{?, orig_to=<{orig_to}>}{?, relay=none}{?, relay=local}{?, relay=virtual}{?, relay={relay}}{?, conn_use={uses}}{?, tls={tls}}, delay={delay}{?, delays={before}/{queue}/{connect}/{send}}{?, dsn={dsn}}, status=sent ({reason})")
        .says("The attempt for {to} worked after {delay second}{?: {before} until the message was in the queue, {queue} in the queue, {connect} to connect and {send} to hand it over}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&[
            "F20EE9B85C9: to=<ben27@northgatecorp.example>, relay=mail.northgatecorp.example[127.0.30.43]:25, delay=0.14, delays=0.09/0/0.01/0.04, dsn=2.0.0, status=sent (250 2.0.0 OK  1700015838 ffacd0b85a97d-003esi2 - gsmtp)",
            "15B829B85CC: to=<team@kingfisherbakery.example>, relay=virtual, delay=0.35, delays=0.33/0.01/0/0, dsn=2.0.0, status=sent (delivered to maildir)",
            "1F9829B85CB: to=<alice@shared14.hostvale.example>, orig_to=<postmaster>, relay=local, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (delivered to maildir)",
            "83F8F9B85C9: to=<sales@harborlightsyoga.example>, relay=shared14.hostvale.example[private/dovecot-lmtp], delay=0.1, delays=0.09/0.01/0/0, dsn=2.0.0, status=sent (250 2.0.0 <sales@harborlightsyoga.example> wK6523bde6cfe1AAxyz Saved)",
            "AB2129B85E9: to=<someone@discardme.example>, relay=none, delay=0.48, delays=0.48/0/0/0, dsn=2.0.0, status=sent (silently)",
            "AB2129B85E9: to=<someone@old.example>, relay=mx.old.example[192.0.2.9], delay=1, status=sent (250 Ok)",
        ])
        .reads(&[
            Value("to", "ben27@northgatecorp.example"),
            Value("dsn", "2.0.0"),
            Of(Message, "F20EE9B85C9"),
            Came(Outcome::Delivered),
        ]),
    line("sent-queued", "{qid}: to=<{to}>{?, orig_to=<{orig_to}>}{?, relay=none}{?, relay=local}{?, relay=virtual}{?, relay={relay}}{?, conn_use={uses}}{?, tls={tls}}, delay={delay}{?, delays={before}/{queue}/{connect}/{send}}{?, dsn={dsn}}, status=sent ({reply}queued as {next})")
        .says("The next server accepted the message for {to} after {delay second}{?: {before} until the message was in the queue, {queue} in the queue, {connect} to connect and {send} to hand it over}. There its queue id is {next}. A content filter of this server counts as the next server, too.")
        .facts(&[(Role::Channel, "remote")])
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .tie(Tie::Made(Role::Queued, Led::Forward))
        .samples(&[
            "882149B85E2: to=<a@bigmail.example>, relay=127.0.0.1[127.0.0.1]:10024, delay=0.1, delays=0/0/0.05/0.04, dsn=2.0.0, status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 9D42C9B8526)",
            "882149B85E2: to=<a@acme-supplies.example>, relay=mx.acme-supplies.example[127.0.30.44]:25, delay=0.1, delays=0/0/0.05/0.04, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 000A3D709F)",
        ]),
    line("sent-forwarded", "{qid}: to=<{to}>{?, orig_to=<{orig_to}>}{?, relay=none}{?, relay=local}{?, relay=virtual}{?, relay={relay}}{?, conn_use={uses}}{?, tls={tls}}, delay={delay}{?, delays={before}/{queue}/{connect}/{send}}{?, dsn={dsn}}, status=sent (forwarded as {next})")
        .says("The address {to} is a forward: the message continues under the queue id {next}.")
        .facts(&[(Role::Channel, "forward")])
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .tie(Tie::Made(Role::Queued, Led::Forward))
        .samples(&["5D5B09B85D0: to=<inclist@shared14.hostvale.example>, relay=local, delay=0.14, delays=0.14/0/0/0, dsn=2.0.0, status=sent (forwarded as 7E0969B85D4)"]),
    line("deferred", "{qid}: to=<{to}>{?, orig_to=<{orig_to}>}{?, relay=none}{?, relay=local}{?, relay=virtual}{?, relay={relay}}{?, conn_use={uses}}{?, tls={tls}}, delay={delay}{?, delays={before}/{queue}/{connect}/{send}}{?, dsn={dsn}}, status=deferred ({reason})")
        .says("The attempt for {to} did not work this time, {delay second} after the message came in; it will be tried again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&[
            "A728C9B85E8: to=<someone@deadhost.example>, relay=none, delay=4.3e+05, delays=4.3e+05/0.02/30/0, dsn=4.4.1, status=deferred (connect to mx.deadhost.example[127.0.30.48]:25: Connection timed out)",
            "A728C9B85E8: to=<someone@deadhost.example>, relay=none, delay=0.1, delays=0.1/0/0/0, dsn=4.4.1, status=deferred (connect to mx.deadhost.example[127.0.30.48]:25: Connection refused)",
            "F049C9B85C7: to=<someone@brokentls.example>, relay=mx.brokentls.example[127.0.30.51]:25, delay=0.09, delays=0.09/0/0/0, dsn=4.7.5, status=deferred (Cannot start TLS: handshake failure)",
        ]),
    line("bounced", "{qid}: to=<{to}>{?, orig_to=<{orig_to}>}{?, relay=none}{?, relay=local}{?, relay=virtual}{?, relay={relay}}{?, conn_use={uses}}{?, tls={tls}}, delay={delay}{?, delays={before}/{queue}/{connect}/{send}}{?, dsn={dsn}}, status=bounced ({reason})")
        .says("The message for {to} was given up, and the sender is notified.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .samples(&[
            "764039B85E6: to=<someone@loopme.example>, relay=none, delay=0.27, delays=0.26/0/0/0, dsn=5.4.6, status=bounced (mail for loopme.example loops back to myself)",
            "DE73B9B8482: to=<defersender@kingfisherbakery.example>, relay=virtual, delay=0.02, delays=0/0.01/0/0, dsn=5.1.1, status=bounced (unknown user: \"defersender@kingfisherbakery.example\")",
        ]),
    line("sent-cut", "{qid}: to=<{to}>{?, orig_to=<{orig_to}>}{?, relay=none}{?, relay=local}{?, relay=virtual}{?, relay={relay}}{?, conn_use={uses}}{?, tls={tls}}, delay={delay}{?, delays={before}/{queue}/{connect}/{send}}{?, dsn={dsn}}, status=sent ({reason}")
        .says("The attempt for {to} worked. The logger cut this line off at its end.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .loose()
        .samples(&["A728C9B85E8: to=<someone@deadhost.example>, relay=mx.deadhost.example[127.0.30.48]:25, delay=0.1, delays=0.1/0/0/0, dsn=4.4.1, status=sent (250 2.0.0 OK"]),
    line("deferred-cut", "{qid}: to=<{to}>{?, orig_to=<{orig_to}>}{?, relay=none}{?, relay=local}{?, relay=virtual}{?, relay={relay}}{?, conn_use={uses}}{?, tls={tls}}, delay={delay}{?, delays={before}/{queue}/{connect}/{send}}{?, dsn={dsn}}, status=deferred ({reason}")
        .says("The attempt for {to} did not work this time; it will be tried again. The logger cut this line off at its end.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .loose()
        .samples(&["A728C9B85E8: to=<someone@deadhost.example>, relay=mx.deadhost.example[127.0.30.48]:25, delay=0.1, delays=0.1/0/0/0, dsn=4.4.1, status=deferred (host mx.deadhost.example[127.0.30.48] said: 451 4.7.1 Greylisted (in reply to RCPT TO comm"]),
    line("bounced-cut", "{qid}: to=<{to}>{?, orig_to=<{orig_to}>}{?, relay=none}{?, relay=local}{?, relay=virtual}{?, relay={relay}}{?, conn_use={uses}}{?, tls={tls}}, delay={delay}{?, delays={before}/{queue}/{connect}/{send}}{?, dsn={dsn}}, status=bounced ({reason}")
        .says("The attempt for {to} failed, and the sender is notified. The logger cut this line off at its end.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .loose()
        .samples(&["A728C9B85E8: to=<someone@deadhost.example>, relay=mx.deadhost.example[127.0.30.48]:25, delay=0.1, delays=0.1/0/0/0, dsn=4.4.1, status=bounced (host mx.x.example[127.0.30.48] said: 550 5.1.1 no such us"]),
    line("soft-bounced", "{qid}: to=<{to}>{?, orig_to=<{orig_to}>}{?, relay=none}{?, relay={relay}}{?, conn_use={uses}}{?, tls={tls}}, delay={delay}{?, delays={before}/{queue}/{connect}/{send}}{?, dsn={dsn}}, status=SOFTBOUNCE ({reason})")
        .says("The message for {to} would have been given up, but this server is set to keep such mail; it will be tried again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&["764039B85E6: to=<someone@loopme.example>, relay=none, delay=0.27, delays=0.26/0/0/0, dsn=5.4.6, status=SOFTBOUNCE (mail for loopme.example loops back to myself)"]),
    line("soft-bounced-lower", "{qid}: to=<{to}>{?, orig_to=<{orig_to}>}{?, relay=none}{?, relay={relay}}, delay={delay}{?, delays={before}/{queue}/{connect}/{send}}{?, dsn={dsn}}, status=softbounced ({reason})")
        .says("The message for {to} would have been given up, but this server is set to keep such mail; it will be tried again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .loose()
        .samples(&["764039B85E6: to=<someone@loopme.example>, relay=none, delay=0.27, delays=0.26/0/0/0, dsn=4.4.6, status=softbounced (mail for loopme.example loops back to myself)"]),
    line("expired", "{qid}: to=<{to}>{?, orig_to=<{orig_to}>}{?, relay=none}{?, relay={relay}}, delay={delay}{?, delays={before}/{queue}/{connect}/{send}}{?, dsn={dsn}}, status=expired ({reason})")
        .says("The message for {to} was tried until the queue's time limit. It was given up, and the sender is notified.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .loose()
        .samples(&["764039B85E6: to=<someone@deadhost.example>, relay=none, delay=432010, delays=432000/0/10/0, dsn=4.4.1, status=expired (connect to mx.deadhost.example[127.0.30.48]:25: Connection refused)"]),
    line("deliverable", "{qid}: to=<{to}>{?, orig_to=<{orig_to}>}{?, relay=none}{?, relay=local}{?, relay=virtual}{?, relay={relay}}{?, conn_use={uses}}{?, tls={tls}}, delay={delay}{?, delays={before}/{queue}/{connect}/{send}}{?, dsn={dsn}}, status=deliverable ({reason})")
        .says("Only a question whether {to} accepts email, and it does. No mail was sent.")
        .facts(&[(Role::Channel, "probe")])
        .effect(Effect::Attempt(Success))
        .samples(&["2980D9B84A1: to=<ok@verify.backupmx-client.example>, relay=mx.backupmx-client.example[127.0.30.44]:25, delay=0.1, delays=0/0/0.05/0.04, dsn=2.1.5, status=deliverable (250 2.1.5 Ok)", "2980D9B84A1: to=<info@oakandlinen.example>, relay=virtual, delay=0, delays=0/0/0/0, dsn=2.0.0, status=deliverable (delivers to maildir)"]),
    line("undeliverable", "{qid}: to=<{to}>{?, orig_to=<{orig_to}>}{?, relay=none}{?, relay=local}{?, relay=virtual}{?, relay={relay}}{?, conn_use={uses}}{?, tls={tls}}, delay={delay}{?, delays={before}/{queue}/{connect}/{send}}{?, dsn={dsn}}, status=undeliverable ({reason})")
        .says("Only a question whether {to} accepts email, and the answer was no, or for now no. No mail was sent.")
        .facts(&[(Role::Channel, "probe")])
        .level(Warning)
        .effect(Effect::Attempt(Failure))
        .samples(&["2980D9B84A1: to=<no@verify.backupmx-client.example>, relay=mx.backupmx-client.example[127.0.30.44]:25, delay=0.1, delays=0/0/0.05/0.04, dsn=5.1.1, status=undeliverable (host mx.backupmx-client.example[127.0.30.44] said: 550 5.1.1 no (in reply to RCPT TO command))"]),
    line("undelivered", "{qid}: to=<{to}>{?, orig_to=<{orig_to}>}{?, relay=none}{?, relay={relay}}, delay={delay}{?, delays={before}/{queue}/{connect}/{send}}{?, dsn={dsn}}, status=undelivered ({reason})")
        .says("Only a question whether {to} accepts email, and it could not be answered now. No mail was sent.")
        .facts(&[(Role::Channel, "probe")])
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&["2980D9B84A1: to=<no@verify.backupmx-client.example>, relay=none, delay=0.1, delays=0/0/0.05/0.04, dsn=4.4.1, status=undelivered (connect to mx[127.0.30.44]:25: Connection refused)"]),
    line("next-server", "{qid}: host {host}[{ip}] said: {error} (in reply to {detail} command)")
        .says("The server {host} did not accept the message (“{error}”). The next address or server of the domain is tried, where there is one.")
        .sign(Sign::NextServer)
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["B0B039B8586: host mx1.bigmail.example[127.0.30.41] said: 451 4.7.500 Server busy. Please try again later (in reply to MAIL FROM command)"]),
    line("refused-to-talk", "{qid}: host {host}[{ip}] refused to talk to me: {error}")
        .says("The server {host} refused the connection with “{error}”. The next address or server of the domain is tried, where there is one.")
        .sign(Sign::NextServer)
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["B0B039B8586: host mx1.bigmail.example[127.0.30.41] refused to talk to me: 421 4.7.0 Error: too many connections"]),
    line("not-trusted", "{qid}: Server certificate not {?trusted}{?verified}")
        .says("The certificate of a server of the domain isn't one that this server's settings accept. The next address or server of the domain is tried, where there is one.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["B0B039B8586: Server certificate not trusted"]),
    line("certificate-looked-at", "{host}[{ip}]:{port}: depth={detail}")
        .says("A part of the check of the certificate of {host}.")
        .effect(Effect::Ahead)
        .samples(&["mx1.bigmail.example[127.0.30.41]:25: depth=0 verify=0 subject=/CN=mx1.bigmail.example"]),
    line("broke-off", "{qid}: lost connection with {host}[{ip}] while {detail}")
        .says("The server {host} closed the connection while Postfix was {detail}. The next server of the domain is tried, where there is one.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["B0B039B8586: lost connection with mx1.bigmail.example[127.0.30.41] while receiving the initial server greeting"]),
    line("went-silent", "{qid}: conversation with {host}[{ip}] timed out while {detail}")
        .says("The server {host} stopped answering (timeout) while Postfix was {detail}. The next server of the domain is tried, where there is one.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["B0B039B8586: conversation with mx1.bigmail.example[127.0.30.41] timed out while sending MAIL FROM"]),
    line("broke-off-twice", "{qid}: lost connection with {host}[{ip}] while {detail} -- message may be sent more than once")
        .says("The server {host} closed the connection at the very end, so it may have the message already.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["B0B039B8586: lost connection with mx1.bigmail.example[127.0.30.41] while sending end of data -- message may be sent more than once"]),
    line("went-silent-twice", "{qid}: conversation with {host}[{ip}] timed out while {detail} -- message may be sent more than once")
        .says("The server {host} got the whole message but didn't confirm it in time (timeout), so it may have the message already.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["B0B039B8586: conversation with mx1.bigmail.example[127.0.30.41] timed out while sending end of data -- message may be sent more than once"]),
    line("pix", "{qid}: enabling PIX workarounds: {detail} for {host}[{ip}]:{port}")
        .says("By its greeting, Postfix recognized a firewall in front of {host} that inspects SMTP (Cisco PIX or ASA), and works around its faults ({detail}).")
        .alarming()
        .effect(Effect::Part(Message))
        .samples(&["B0B039B8586: enabling PIX workarounds: disable_esmtp delay_dotcrlf for mx.old.example[192.0.2.9]:25"]),
    line("tls-handshake-of", "{qid}: Cannot start TLS: handshake failure")
        .says("Encryption with the other server did not come about.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["B0B039B8586: Cannot start TLS: handshake failure"]),
    line("login-no-mechanism", "warning: SASL authentication failure: No worthy mechs found")
        .says("This server has no login mechanism (SASL) that the relay offers and its settings allow, so it can't log in there. Usually the package with the mechanisms isn't installed here.")
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, NO_MECHANISM)
        .samples(&["warning: SASL authentication failure: No worthy mechs found"]),
    line("relay-login-failed", "{qid}: SASL authentication failed; cannot authenticate to server {host}[{ip}]: no mechanism available")
        .says("This server could not log in at {host}: they have no login mechanism (SASL) in common. The password isn't the cause.")
        .level(Alert)
        .effect(Effect::Part(Message))
        .helps(Party::OurServer, NO_MECHANISM)
        .samples(&["B0B039B8586: SASL authentication failed; cannot authenticate to server smtp.relay.example[192.0.2.20]: no mechanism available"]),
    line("relay-login-refused", "{qid}: SASL authentication failed; server {host}[{ip}] said: {detail}")
        .says("The relay {host} did not accept the login of this server.")
        .level(Warning)
        .hints(RELAY_LOGIN)
        .effect(Effect::Part(Message))
        .samples(&["B0B039B8586: SASL authentication failed; server smtp.relay.example[192.0.2.20] said: 535 5.7.8 Error: authentication failed"]),
    line("relay-login-refused-warned", "warning: SASL authentication failed; server {host}[{ip}] said: {detail}")
        .says("The relay {host} did not accept the login of this server.")
        .level(Warning)
        .effect(Effect::Ahead)
        .hints(RELAY_LOGIN)
        .samples(&["warning: SASL authentication failed; server smtp.relay.example[192.0.2.20] said: 535 5.7.8 Error: authentication failed"]),
    line("lookup-error-next-hop", "warning: {detail}, next-hop destination \"{host}\": policy table lookup error")
        .says("The table for outgoing encryption could not be read for {host}, so the mail waits.")
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, &[(
            "Ask the tables of {detail} by hand for what Postfix asked; the reply names the error (a service or database that's down, a login that it doesn't accept, a type that isn't installed):",
            "postmap -q {host} $(postconf -hx {detail} | tr , ' ')",
        )])
        .samples(&["warning: smtp_tls_policy_maps, next-hop destination \"client.example\": policy table lookup error"]),
    line("tls-policy-failed", "warning: TLS policy lookup for {detail}: client TLS configuration problem")
        .says("This server doesn't know how to encrypt mail for {detail}, because its own setting or table for that failed.")
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, OUTGOING_TLS)
        .samples(&["warning: TLS policy lookup for client.example/mx.client.example: client TLS configuration problem"]),
    line("mailbox-owner", "warning: specify \"strict_mailbox_ownership = no\" to ignore mailbox ownership mismatch")
        .says("A mailbox file does not belong to the user that it's for, so Postfix doesn't write into it.")
        .level(Warning)
        .helps(Party::OurServer, MAILBOX_OWNER)
        .samples(&["warning: specify \"strict_mailbox_ownership = no\" to ignore mailbox ownership mismatch"]),
    line("connect-inside-failed", "connect to {?127.0.0.1}{?localhost}{?::1}[{?127.0.0.1}{?::1}]:{port}: {error}")
        .says("The service at port {port} of this server itself, such as a content filter, could not be reached: {error}.")
        .level(Warning)
        .helps(Party::OurServer, &[("See whether a program listens on port {port} here; start the content filter, or correct the setting that names the port:", "ss -ltnp 'sport = :{port}'; postconf -n content_filter transport_maps; postconf -M | grep -F -e amavis -e filter")])
        .effect(Effect::Ahead)
        .samples(&["connect to 127.0.0.1[127.0.0.1]:10024: Connection refused", "connect to localhost[::1]:10026: Connection refused"]),
    line("connect-failed", "connect to {host}[{ip}]:{port}: {error}")
        .says("The server {host} could not be reached at port {port}: {error}. The next address or server is tried, where there is one.")
        .level(Warning)
        .effect(Effect::Ahead)
        .hints(&[
            (
                "Test the connection from this server. If {host} is a part of your own servers (LMTP on port 24, a filter, a relay), see there whether the service runs and listens on that address:",
                "nc -vz -w 10 {host} {port}; ss -ltnp",
            ),
            ("If IPv6 fails and IPv4 works, leave IPv6 out: inet_protocols = ipv4.", "postconf inet_protocols smtp_address_preference"),
        ])
        .samples(&["connect to mx.deadhost.example[127.0.30.48]:25: Connection refused", "connect to mx.v6.example[2001:db8::1]:25: Network is unreachable"]),
    line("connect-socket-failed", "connect to {host}[{path}]: {error}")
        .says("The service {path} of this server could not be reached: {error}.")
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["connect to shared14.hostvale.example[private/dovecot-lmtp]: No such file or directory"]),
    line("tls", "{trust} TLS connection established to {host}[{ip}]:{port}: {version} with cipher {cipher}")
        .says("The connection to {host} is encrypted with {version}.")
        .effect(Effect::Ahead)
        .samples(&["Untrusted TLS connection established to mx1.bigmail.example[127.0.30.41]:25: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256"]),
    line("tls-reused", "{trust} TLS connection reused to {host}[{ip}]:{port}: {version} with cipher {cipher}")
        .says("The connection to {host} that was still open is used again. It is encrypted with {version}.")
        .effect(Effect::Ahead)
        .samples(&["Untrusted TLS connection reused to mx1.bigmail.example[127.0.30.41]:25: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)"]),
    line("tls-setting-up", "setting up TLS connection to {host}[{ip}]:{port}")
        .says("Encryption with {host} is agreed on.")
        .effect(Effect::Ahead)
        .samples(&["setting up TLS connection to mx1.bigmail.example[127.0.30.41]:25"]),
    line("certificate-dane", "{?server }certificate verification failed for {host}[{ip}]:{port}: num=65:No matching DANE TLSA records")
        .sign(Sign::CertificateUnfit)
        .says("The certificate of {host} doesn't match what its TLSA record in DNS announces (DANE), as when the certificate was renewed and the record wasn't.")
        .level(Warning)
        .effect(Effect::Ahead)
        .helps(Party::TheirServer, &[
            ("Its owner must publish a TLSA record that fits the certificate. Where the record begins with 3 1 1, its digest must be the one of the key:", "dig +short TLSA _25._tcp.{host}; openssl s_client -starttls smtp -connect {host}:25 </dev/null | openssl x509 -noout -pubkey | openssl pkey -pubin -outform DER | openssl dgst -sha256"),
            ("Until then, only an exception lets mail through: a line such as {host} may (or the recipient's domain) in the table of smtp_tls_policy_maps, then postmap and postfix reload.", "postconf smtp_tls_policy_maps smtp_tls_security_level"),
        ])
        .samples(&["certificate verification failed for mx1.bigmail.example[127.0.30.41]:25: num=65:No matching DANE TLSA records"]),
    line("certificate", "certificate verification failed for {host}[{ip}]:{port}: {error}")
        .says("The certificate of {host} is not valid: {error}. Mail goes on unless this server insists.")
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["certificate verification failed for mx1.bigmail.example[127.0.30.41]:25: self-signed certificate"]),
    line("server-certificate", "server certificate verification failed for {host}[{ip}]:{port}: {error}")
        .says("The certificate of {host} is not valid: {error}. Mail goes on unless this server insists.")
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["server certificate verification failed for mx1.bigmail.example[127.0.30.41]:25: certificate has expired"]),
    line("tls-failed", "SSL_connect error to {host}[{ip}]:{port}: {error}")
        .says("Encryption with {host} did not come about. The message may be tried again without it.")
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["SSL_connect error to mx.brokentls.example[127.0.30.51]:25: -1", "SSL_connect error to mx.brokentls.example[127.0.30.51]:25: lost connection"]),
    line("own-name", "warning: host {host}[{ip}]:{port} {error} with my own hostname {domain}")
        .says("The other server has the name of this one: either the message is in a mail loop, or two servers share a name.")
        .helps(Party::OurServer, &[("Give this server a name of its own:", "postconf myhostname; hostname -f")])
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["warning: host mx.loop.example[127.0.30.9]:25 greeted me with my own hostname shared14.hostvale.example", "warning: host mx.loop.example[127.0.30.9]:25 replied to HELO/EHLO with my own hostname shared14.hostvale.example"]),
    line("mx-without-address", "warning: no MX host for {domain} has a valid address record")
        .says("The mail servers that {domain} names in its DNS have no address. The owner of the domain must fix it.")
        .helps(Party::TheirServer, &[("The owner of {domain} must give the mail servers of its MX record addresses:", "dig +short MX {domain}")])
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["warning: no MX host for nomxhost.example has a valid address record"]),
    line("mx-is-number", "warning: numeric domain name in resource data of MX record for {domain}: {detail}")
        .says("The domain {domain} names an address where its DNS must name a server. The owner of the domain must fix it.")
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["warning: numeric domain name in resource data of MX record for badmx.example: 192.0.2.9"]),
    line("mx-malformed", "warning: malformed domain name in resource data of MX record for {domain}: {detail}")
        .says("The name of the mail server in the DNS of {domain} is not a name. The owner of the domain must fix it.")
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["warning: malformed domain name in resource data of MX record for badmx.example: -bad"]),
    line("no-auth", "warning: {host}[{ip}]:{port} offered no supported AUTH mechanisms: '{detail}'")
        .says("The server {host} offers no way to log in that this server knows.")
        .helps(Party::OurServer, &[("Turn on TLS to the relay.", ""), ("Adjust smtp_sasl_tls_security_options.", "")])
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["warning: smtp.relay.example[192.0.2.20]:587 offered no supported AUTH mechanisms: 'GSSAPI'"]),
    line("wrapper-mode", "SMTPS wrappermode (TCP port 465) requires setting {detail}")
        .says("The settings for the relay on port 465 are wrong: it needs encryption from the first byte.")
        .level(Alert)
        .helps(Party::OurServer, &[("Set encryption from the first byte for that relay:", "postconf -e smtp_tls_wrappermode=yes smtp_tls_security_level=encrypt && postfix reload")])
        .effect(Effect::Ahead)
        .samples(&["SMTPS wrappermode (TCP port 465) requires setting \"smtp_tls_wrappermode = yes\", and \"smtp_tls_security_level = encrypt\" (or stronger)"]),
    line("wrapper-unknown", "CLIENT wrappermode (port smtps/465) is unimplemented")
        .sign(Sign::WrapperUnknown)
        .says("The relay is called at port 465, which speaks encrypted (TLS) from the first byte, and this version of Postfix can't do so: both sides wait until the time is over.")
        .level(Alert)
        .helps(Party::OurServer, &[("Call the relay at port 587 with STARTTLS: in relayhost, write :587 instead of :465, and have encryption required. (From Postfix 3.0 on, port 465 works, too, with smtp_tls_wrappermode = yes.)", "postconf relayhost mail_version; postconf -e smtp_tls_security_level=encrypt && postfix reload")])
        .effect(Effect::Ahead)
        .samples(&["CLIENT wrappermode (port smtps/465) is unimplemented"]),
    line("wrapper-instead", "instead, send to (port submission/587) with STARTTLS")
        .says("Postfix advises port 587 with STARTTLS.")
        .effect(Effect::Ahead)
        .samples(&["instead, send to (port submission/587) with STARTTLS"]),
    line("long-response", "warning: {host}[{ip}]:{port}: response longer than {detail}")
        .says("The other server sent an answer that is far too long.")
        .level(Warning)
        .effect(Effect::Ahead)
        .loose()
        .samples(&["warning: mx.odd.example[192.0.2.9]:25: response longer than 2048: 250-x..."]),
    line("non-esmtp", "warning: non-{error} response from {host}[{ip}]:{port}: {detail}")
        .says("The other server gave an answer that is not mail talk.")
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["warning: non-ESMTP response from mx.odd.example[192.0.2.9]:25: hello"]),
    line("maildir-access", "warning: maildir access problem for UID/GID={id}/{detail}: create maildir file {path}: {error}")
        .says("The mailbox folder could not be written to as user {id} and group {detail}: {error}. The file would be {path}.")
        .level(Alert)
        .helps(Party::OurServer, &[("Give the Maildir in this path, and what's in it, to user {id} and group {detail} (chown -R {id}:{detail}). Each folder above it must be open to that user. Whom they belong to:", "namei -l {path}"), ("If the user and group themselves are wrong, the tables give them:", "postconf virtual_mailbox_base virtual_uid_maps virtual_gid_maps virtual_minimum_uid")])
        .effect(Effect::Ahead)
        .samples(&["warning: maildir access problem for UID/GID=33/33: create maildir file /var/www/Maildir/tmp/1795288306.P334.shared14: Permission denied"]),
    line("maildir-advice", "warning: perhaps you need to create the maildirs in advance")
        .says("Advice of Postfix: the mailbox folder may have to be made first.")
        .effect(Effect::Ahead)
        .samples(&["warning: perhaps you need to create the maildirs in advance"]),
    line("include-missing", "warning: unable to lookup :include: file {path}: {error}")
        .says("The list of addresses in {path} cannot be read: {error}.")
        .helps(Party::OurServer, &[("Restore the list of addresses, or take its :include: out of the aliases:", "namei -l {path}; grep -n {path} /etc/aliases; newaliases")])
        .level(Alert)
        .effect(Effect::Ahead)
        .samples(&["warning: unable to lookup :include: file /etc/mail/lists/nope.txt: No such file or directory"]),
    line("alias-loop", "warning: alias database loop for {address}")
        .says("The aliases of {address} point at one another in a loop.")
        .level(Alert)
        .helps(Party::OurServer, &[("Take the circle out of the aliases, then build the table again:", "postalias -q {address} hash:/etc/aliases; newaliases")])
        .effect(Effect::Ahead)
        .samples(&["warning: alias database loop for loopb"]),
    line("bad-owner", "warning: recipient {address}: {detail} in virtual_{error}")
        .says("The mailbox of {address} has an owner that the settings do not allow.")
        .level(Alert)
        .helps(Party::OurServer, &[("Compare the path, owner and group that the tables give with those of the folder:", "postconf virtual_mailbox_base virtual_uid_maps virtual_gid_maps virtual_minimum_uid; ls -ld /var/vmail")])
        .effect(Effect::Ahead)
        .samples(&["warning: recipient a@oakandlinen.example: bad uid 0 in virtual_uid_maps", "warning: recipient a@oakandlinen.example: not found in virtual_uid_maps"]),
    line("bad-path", "warning: recipient {address}: bad mailbox path {path}")
        .says("The path of the mailbox of {address} is wrong in the settings.")
        .level(Alert)
        .helps(Party::OurServer, &[("Compare the path, owner and group that the tables give with those of the folder:", "postconf virtual_mailbox_base virtual_uid_maps virtual_gid_maps virtual_minimum_uid; ls -ld /var/vmail")])
        .effect(Effect::Ahead)
        .loose()
        .samples(&["warning: recipient a@oakandlinen.example: bad mailbox path ../x"]),
    line("file-unsafe", "warning: file {path} is world writable")
        .says("The file {path} can be changed by anyone, so it is not used.")
        .level(Warning)
        .helps(Party::OurServer, &[("Give the file to its user, and take from others the permission to write it:", "namei -l {path}")])
        .effect(Effect::Ahead)
        .samples(&["warning: file /home/ana/.forward is world writable"]),
    line("file-owner", "warning: file {path} has bad owner uid {id}")
        .says("The file {path} belongs to someone else, so it is not used.")
        .level(Warning)
        .helps(Party::OurServer, &[("Give the file to its user, and take from others the permission to write it:", "namei -l {path}")])
        .effect(Effect::Ahead)
        .samples(&["warning: file /home/ana/.forward has bad owner uid 1002"]),
    line("file-unreadable", "warning: cannot open file {path}: {error}")
        .says("The file {path} could not be opened: {error}.")
        .level(Warning)
        .helps(Party::OurServer, &[("Give the file to its user, and take from others the permission to write it:", "namei -l {path}")])
        .effect(Effect::Ahead)
        .samples(&["warning: cannot open file /home/ana/.forward: Permission denied"]),
    line("command-slow", "warning: pipe_command_read: read time limit exceeded")
        .says("A program that should deliver the message took too long and was stopped.")
        .level(Warning)
        .helps(Party::OurServer, &[("See which program it is (mailbox_command, a pipe in an alias or in master.cf) and why it hangs; the limit is command_time_limit:", "postconf mailbox_command command_time_limit; postconf -M | grep pipe; ps aux --sort=-etime | head")])
        .effect(Effect::Ahead)
        .samples(&["warning: pipe_command_read: read time limit exceeded"]),
    line("command-slow-write", "warning: pipe_command_write: write time limit exceeded")
        .says("A program that should deliver the message took too long and was stopped.")
        .level(Warning)
        .helps(Party::OurServer, &[("See which program it is (mailbox_command, a pipe in an alias or in master.cf) and why it hangs; the limit is command_time_limit:", "postconf mailbox_command command_time_limit; postconf -M | grep pipe; ps aux --sort=-etime | head")])
        .effect(Effect::Ahead)
        .samples(&["warning: pipe_command_write: write time limit exceeded"]),
    line("command-missing", "fatal: execvp {path}: {error}")
        .says("The program {path} that should deliver the message could not be started: {error}. Check the alias or forward that names it.")
        .helps(Party::OurServer, &[("Correct the path of the command in the alias, .forward or mailbox_command that names it:", "ls -l {path}; grep -n {path} /etc/aliases; postconf mailbox_command")])
        .level(Alert)
        .samples(&["fatal: execvp /usr/local/bin/nonexistent-prog: No such file or directory"]),
];
