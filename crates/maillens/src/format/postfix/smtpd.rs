//! Postfix smtpd: the server that accepts email from other servers and from email apps.
//!
//! Before the first recipient is accepted there is no queue id: refusals say `NOQUEUE`, and only the
//! process number ties the lines of one connection together. What a client says (its greeting, its
//! addresses) is logged as it came. Why something was refused is read by the format `postfix-refusal`.

use super::other::{NO_BERKELEY_DB, TABLE_TYPE_UNKNOWN};
use super::postscreen::LIST_NOT_ASKED;
use super::{
    Datum, Effect, Field, Format, Led, Pattern, Private, Role, Shape, Sign, Tie, Word, field, line, word,
};
use crate::vocabulary::Level::{Alert, Permanent, Temporary, Warning};
use crate::vocabulary::Outcome;
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::{Connection, Message};

/// What speaks too early on this machine or in its own network sends no spam.
static NOT_ITS_TURN: Private = Private {
    means: ", so it's probably a check of your own that doesn't wait for the greeting.",
    shows: None,
    steps: &[(
        "Have the check (of the container, the monitoring or the load balancer) wait for the greeting, 220, before it sends anything: newer versions of Postfix refuse whoever speaks first (smtpd_forbid_unauth_pipelining). Who connects:",
        "ss -tnp | grep ':25 '; postconf smtpd_forbid_unauth_pipelining",
    )],
};

pub(super) const MILTER_DOWN: &[(&str, &str)] = &[
    (
        "Compare where Postfix looks for the filter (milter) with where the filter listens; start the filter if nothing listens there:",
        "postconf smtpd_milters non_smtpd_milters; ss -ltnpx | grep -i -e milter -e dkim -e dmarc -e rspamd -e clam",
    ),
    (
        "What happens to mail meanwhile depends on milter_default_action: tempfail defers it, accept lets it through unchecked:",
        "postconf milter_default_action",
    ),
];

/// A port answers "refused" or not at all; only the system's own access rules say this.
pub(super) const MILTER_FORBIDDEN: &str = "SELinux (or AppArmor) forbids Postfix to connect to the mail filter (milter) at port {port}. For a port, that is what \u{201c}Permission denied\u{201d} means, whether the filter runs or not. Until it's allowed, mail is deferred, refused, or let through unchecked, as the settings say.";

pub(super) const LABEL_PORT: &[(&str, &str)] = &[
    (
        "Give that port SELinux's label for milters, which Postfix may connect to:",
        "semanage port -a -t milter_port_t -p tcp {port}",
    ),
    ("To see what was forbidden:", "ausearch -m avc -ts recent"),
];

const POLICY_SERVICE_DOWN: &[(&str, &str)] = &[
    (
        "Start or repair the service at {table}. To take mail until it runs, take it out of the setting that names it, and reload Postfix. The settings that name a policy service:",
        "postconf -n | grep check_policy_service; postconf -M | grep -i -e polic -e spf",
    ),
    ("See what listens on this server:", "ss -ltnpx"),
];

const LOGIN_SERVICE_DOWN: &[(&str, &str)] = &[
    (
        "The login service (Dovecot, say) must run and make its socket where Postfix looks (smtpd_sasl_path): with Dovecot, a unix_listener in service auth. Start it if it doesn't run; else make the two agree. To see both:",
        "systemctl status dovecot; postconf smtpd_sasl_type smtpd_sasl_path; doveconf -n service/auth",
    ),
    ("See whether the socket is there and Postfix can use it:", "cd /var/spool/postfix && ls -l {table}"),
];

pub(super) const TABLE_NOT_ASKED: &[(&str, &str)] = &[
    (
        "Ask the table by hand, with any word; the reply names the error (a service or database that's down, a login that it doesn't accept, a type that isn't installed). The tables that the settings name:",
        "postmap -q test {table}; postconf -n | grep -e _maps -e _domains",
    ),
    (
        "A table of the type tcp, socketmap or proxy is a service (such as postsrsd): see whether it listens, start it, or take it out of the setting. Which types this Postfix knows:",
        "ss -ltnpx; postconf -m",
    ),
];

/// What smtpd writes to the mail log.
pub static FORMAT: Format = Format {
    id: "postfix-smtpd",
    title: "Postfix's incoming mail server",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "journalctl -u 'postfix*'"],
    sources: &["Postfix smtpd.c, smtpd_check.c, smtpd_peer.c, smtpd_sasl_glue.c", "Postfix 3.7 run"],
    programs: &["smtpd", "postfix"],
    realm: "postfix",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

pub(in crate::format) const QID: Field = field("qid", Role::Message, "The queue id: it ties all lines of one message together. Short ids are used again after the message has left the queue; long ones are not. NOQUEUE means that there was no message yet.").shape(Shape::QueueId);
pub(super) const HOST: Field = field("host", Role::Host, "The name of the client by reverse DNS. \"unknown\" means that its address has no name, or that the name doesn't resolve back to the address.").datum(Datum::ClientName).shape(Shape::Word);
pub(super) const CLIENT: Field = field("client", Role::Client, "The address of the client.");
pub(super) const PORT: Field = field("port", Role::Port, "The port that the client spoke from.");
pub(super) const STEP: Field =
    field("step", Role::State, "The step of the SMTP conversation at which this happened.");
pub(super) const LATER: Field =
    field("later", Role::Code, "The reply code that the client got. 4xx: try again later.")
        .shape(Shape::CodeOf(4));
pub(super) const NEVER: Field =
    field("never", Role::Code, "The reply code that the client got. 5xx: do not try again.")
        .shape(Shape::CodeOf(5));
pub(super) const STATUS: Field =
    field("status", Role::Status, "The enhanced status code: a finer reason than the reply code.");
pub(super) const REASON: Field =
    field("reason", Role::Text, "The reason, as the client was given it.").shape(Shape::Reason);
pub(super) const FROM: Field = field("from", Role::Sender, "The envelope sender: notices about failed delivery go to this address. It can differ from the From line that people see. An empty one means that the mail is itself such a notice.").shape(Shape::Address);
pub(super) const TO: Field = field("to", Role::Recipient, "The recipient.").shape(Shape::Address);
pub(super) const PROTO: Field = field(
    "proto",
    Role::State,
    "The protocol: SMTP, or ESMTP with extensions. An S at the end means encrypted, an A means logged in.",
);
pub(super) const HELO: Field =
    field("helo", Role::Host, "The name that the client gave itself in its greeting. It can be anything.")
        .datum(Datum::Greeting)
        .shape(Shape::Text);
pub(in crate::format) const DETAIL: Field =
    field("detail", Role::Text, "The rest of the line, in the program's own words.");

const FIELDS: &[Field] = &[
    QID, HOST, CLIENT, PORT, STEP, LATER, NEVER, STATUS, REASON, FROM, TO, PROTO, HELO, DETAIL,
    field("method", Role::State, "The way to log in that the client used."),
    field("user", Role::User, "The name that was used to log in. It tells which mailbox sends.").shape(Shape::Text),
    field("sasl_sender", Role::User, "The name that a trusted client says its user logged in with.").shape(Shape::Text),
    field("orig", Role::Queued, "The queue id that the message had before it went through the content filter.").shape(Shape::QueueId),
    field("orig_client", Role::Host, "The client that the message first came from, before the content filter.").shape(Shape::Text),
    field("counts", Role::Count, "What the client did, as counts of commands. One number means that all of them worked; a/b means that a of b worked. auth=0/1 is a failed login, rcpt=0/1 a refused recipient.").shape(Shape::Text).datum(Datum::Commands),
    field("bytes", Role::Bytes, "The bytes that had come by then: {}."),
    field("limit", Role::Count, "The count that went over the limit: {}."),
    field("what", Role::State, "What was counted.").shape(Shape::Text),
    field("service", Role::Program, "The service and the address that the client came to."),
    field("trust", Role::State, "Whether the client showed a certificate. Anonymous means that it showed none, which is normal."),
    field("tls", Role::State, "The version of the encryption."),
    field("cipher", Role::State, "How the connection is encrypted.").shape(Shape::Text),
    field("name", Role::Host, "A host name.").shape(Shape::Word),
    field("map", Role::State, "The beginning of the setting that names tables.").shape(Shape::Word),
    field("table", Role::Path, "The table or socket that it is about.").datum(Datum::Table).shape(Shape::Text),
    field("data", Role::Text, "What the client sent.").shape(Shape::Text),
    field("error", Role::Text, "What went wrong, in the words of the system."),
    field("action", Role::State, "What the rule had done.").shape(Shape::Name),
    field("zone", Role::Host, "The block list.").shape(Shape::Word),
];

const WORDS: &[Word] = &[
    word("connect from", "A client opened a connection."),
    word("disconnect from", "The connection was closed."),
    word("client=", "Where the message came from."),
    word("NOQUEUE", "There is no message yet: it was refused before it had a queue id."),
    word("reject:", "The server refused."),
    word("milter-reject:", "A mail filter outside Postfix (a milter) refused."),
    word("milter-hold:", "A mail filter outside Postfix (a milter) asked to hold the message."),
    word("sasl_username", "The name that was used to log in."),
    word("SASL", "The part of the server that checks names and passwords."),
    word("warning:", "Something is off, but the server carries on."),
    word("fatal:", "The program could not go on and stopped."),
    word("lost connection", "The client closed the connection without saying goodbye."),
    word("timeout", "The client said nothing for too long."),
    word("TLS", "Encryption."),
];

/// What helps where passwords can't be checked.
const CHECKER: &[(&str, &str)] = &[
    (
        "See whether saslauthd (or Dovecot's auth) runs, and whether its socket is where Postfix looks: in a chroot, Postfix sees only /var/spool/postfix (saslauthd -m /var/spool/postfix/var/run/saslauthd, and user postfix in the group sasl):",
        "systemctl status saslauthd dovecot; postconf smtpd_sasl_type smtpd_sasl_path; ls -ld /var/run/saslauthd /var/spool/postfix/var/run/saslauthd; id postfix",
    ),
    (
        "Then test a login without Postfix:",
        "doveadm auth test {user}; read -rsp 'Password: ' password && testsaslauthd -u {user} -p \"$password\" -s smtp",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("connect", "connect from {host}[{client}]{?:{port}}")
        .says("A client connected from {client}.")
        .effect(Effect::Birth(Connection))
        .tie(Tie::Known(Role::Client))
        .samples(&["connect from mail.freshmail.example[203.0.113.9]", "connect from unknown[2001:db8:77:3::abcd]:50412"]),
    line("disconnect", "disconnect from {host}[{client}]{?:{port}}{? {counts}}")
        .says("The connection with {client} was closed.")
        .effect(Effect::End(Connection))
        .samples(&[
            "disconnect from unknown[198.51.100.57] ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5",
            "disconnect from unknown[198.51.100.57]",
            "disconnect from unknown[198.51.100.69] commands=0/0",
        ]),
    line("client", "{qid}: client={host}[{client}]{?:{port}}")
        .says("The server began to take a message from {client}.")
        .effect(Effect::Birth(Message))
        .tie(Tie::Inside(Led::Message))
        .samples(&["1038A9B85CA: client=unknown[198.51.100.53]", "4jX1z14lZcz1Sf8p: client=localhost[127.0.0.1]:40122"]),
    line("client-logged-in", "{qid}: client={host}[{client}]{?:{port}}, sasl_method={method}, sasl_username={user}{?, sasl_sender={sasl_sender}}")
        .says("The server began to take a message from {client}, where {user} was logged in.")
        .effect(Effect::Birth(Message))
        .tie(Tie::Inside(Led::Message))
        .samples(&["F049C9B85C7: client=unknown[192.0.2.77], sasl_method=PLAIN, sasl_username=support@oakandlinen.example"]),
    line("client-for-user", "{qid}: client={host}[{client}]{?:{port}}{?, sasl_method={method}}{?, sasl_username={user}}, sasl_sender={sasl_sender}")
        .says("The server began to accept a message from {client}, which says that its user {sasl_sender} logged in.")
        .effect(Effect::Birth(Message))
        .tie(Tie::Inside(Led::Message))
        .loose()
        .samples(&["F049C9B85C7: client=relay.example[192.0.2.7], sasl_sender=ana@example.org"]),
    line("client-refiltered", "{qid}: client={host}[{client}]{?:{port}}{?, sasl_method={method}}{?, sasl_username={user}}, orig_queue_id={orig}{?, orig_client={orig_client}}")
        .says("The message came back from the content filter; before it, its queue id was {orig}.")
        .effect(Effect::Birth(Message))
        .tie(Tie::MadeBy(Role::Queued, Led::Forward))
        .samples(&["1C2D49B85CA: client=localhost[127.0.0.1], orig_queue_id=0F1D29B85C9, orig_client=mail.freshmail.example[203.0.113.9]"]),
    line("client-original", "{qid}: client={host}[{client}]{?:{port}}, orig_client={orig_client}")
        .says("The server began to take a message from {client}, which passes it on for {orig_client}.")
        .effect(Effect::Birth(Message))
        .tie(Tie::Inside(Led::Message))
        .loose()
        .samples(&["1C2D49B85CA: client=localhost[127.0.0.1], orig_client=mail.freshmail.example[203.0.113.9]"]),
    line("reject-later", "{qid}: reject: {step} from {host}[{client}]{?:{port}}: {later} {?{status} }{reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}{? sasl_username=<{user}>}")
        .says("The server refused this for now and asked the client to try again later.")
        .level(Temporary)
        .effect(Effect::Part(Message))
        .tie(Tie::Known(Role::Client))
        .samples(&[
            "NOQUEUE: reject: RCPT from mail.freshmail.example[203.0.113.9]: 450 4.2.0 <info@quietpagesbooks.example>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/quietpagesbooks.example.html; from=<g1@freshmail.example> to=<info@quietpagesbooks.example> proto=ESMTP helo=<mail.freshmail.example>",
            "NOQUEUE: reject: CONNECT from unknown[198.51.100.53]: 450 4.7.25 Client host rejected: cannot find your hostname, [198.51.100.53]; proto=SMTP",
        ]),
    line("reject", "{qid}: reject: {step} from {host}[{client}]{?:{port}}: {never} {?{status} }{reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}{? sasl_username=<{user}>}")
        .says("The server refused this permanently.")
        .level(Permanent)
        .effect(Effect::Part(Message))
        .tie(Tie::Known(Role::Client))
        .samples(&[
            "NOQUEUE: reject: RCPT from bot57.cable.example[198.51.100.61]: 554 5.7.1 <victim@bigmail.example>: Relay access denied; from=<user10@bigmail.example> to=<victim@bigmail.example> proto=ESMTP helo=<bot57.cable.example>",
            "71E829B85D4: reject: RCPT from mail.freshmail.example[203.0.113.9]: 550 5.1.1 <no@oakandlinen.example>: Recipient address rejected: User unknown in virtual mailbox table; from=<a@freshmail.example> to=<no@oakandlinen.example> proto=ESMTP helo=<mail.freshmail.example>",
            "NOQUEUE: reject: CONNECT from unknown[198.51.100.53]: 554 5.7.1 Service unavailable; Client host [198.51.100.53] blocked using zen.rbl.example; https://check.example/; proto=SMTP",
        ]),
    line("reject-later-otherwise", "{qid}: reject: {step} from {host}[{client}]{?:{port}}: {later} {?{status} }{reason}; {detail}")
        .says("The server refused this for now and asked the client to try again later.")
        .level(Temporary)
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["NOQUEUE: reject: RCPT from unknown[198.51.100.53]: 450 4.7.1 Client host rejected: cannot find your reverse hostname, [198.51.100.53]; from= to= proto=ESMTP helo="]),
    line("reject-otherwise", "{qid}: reject: {step} from {host}[{client}]{?:{port}}: {never} {?{status} }{reason}; {detail}")
        .says("The server refused this for good.")
        .level(Permanent)
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["NOQUEUE: reject: RCPT from unknown[198.51.100.53]: 550 5.7.1 Client host rejected: cannot find your reverse hostname, [198.51.100.53]; from= to= proto=ESMTP helo="]),
    line("reject-any", "{qid}: reject: {detail}")
        .says("The server refused this.")
        .level(Permanent)
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["NOQUEUE: reject: CONNECT from unknown[198.51.100.53]: no reason"]),
    line("bare-newline", "BARE NEWLINE: \"{qid}: reject: {detail}")
        .says("The client ended a line in a way that the standard forbids. Attackers use it to smuggle mail in, so it was refused.")
        .level(Permanent)
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["BARE NEWLINE: \"NOQUEUE: reject: DATA from unknown[198.51.100.53]: 521 5.5.2 unknown[198.51.100.53] Error: bare <LF> received\""]),
    line("milter-reject-later", "{qid}: milter-reject: {step} from {host}[{client}]{?:{port}}: {later} {?{status} }{reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A mail filter refused this for now; the client may try again later.")
        .level(Temporary)
        .effect(Effect::Part(Message))
        .samples(&["NOQUEUE: milter-reject: CONNECT from unknown[198.51.100.53]: 451 4.7.1 Service unavailable - try again later; proto=SMTP"]),
    line("milter-reject", "{qid}: milter-reject: {step} from {host}[{client}]{?:{port}}: {never} {?{status} }{reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A mail filter refused this permanently.")
        .level(Permanent)
        .effect(Effect::Part(Message))
        .samples(&["NOQUEUE: milter-reject: RCPT from unknown[198.51.100.53]: 550 5.7.1 Command rejected; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>"]),
    line("rule", "{qid}: {action}: {step} from {host}[{client}]{?:{port}}: {reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A rule of this server acted on the message: {action}.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&[
            "NOQUEUE: warn: RCPT from unknown[198.51.100.53]: <b@oakandlinen.example>: Recipient address odd; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>",
            "71E829B85D4: filter: RCPT from mail.freshmail.example[203.0.113.9]: <b@oakandlinen.example>: Recipient address triggers FILTER smtp:[127.0.0.1]:10024; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>",
        ]),
    line("hold", "{qid}: hold: {step} from {host}[{client}]{?:{port}}: {reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A rule holds the message in the queue until an administrator looks at it.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["71E829B85D4: hold: RCPT from mail.freshmail.example[203.0.113.9]: <a@freshmail.example>: Sender address triggers HOLD action; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>"]),
    line("discard", "{qid}: discard: {step} from {host}[{client}]{?:{port}}: {reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A rule had the message discarded. To the client it looks accepted; nobody is notified.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["71E829B85D4: discard: RCPT from mail.freshmail.example[203.0.113.9]: <a@freshmail.example>: Sender address triggers DISCARD action; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>"]),
    line("milter-action", "{qid}: milter-{action}: {step} from {host}[{client}]{?:{port}}: {reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A mail filter outside Postfix acted on the message: {action}.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["71E829B85D4: milter-discard: RCPT from mail.freshmail.example[203.0.113.9]: milter triggers DISCARD action; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>"]),
    line("lost-connection", "lost connection after {step} from {host}[{client}]{?:{port}}")
        .says("The client closed the connection after {step} without saying goodbye.")
        .sign(Sign::BrokeOff)
        .effect(Effect::Part(Connection))
        .samples(&["lost connection after CONNECT from unknown[198.51.100.69]", "lost connection after END-OF-MESSAGE from unknown[198.51.100.69]"]),
    line("lost-in-message", "lost connection after {step} ({bytes} bytes) from {host}[{client}]{?:{port}}")
        .says("The connection broke in the middle of a message, after {bytes byte}. The network, a firewall or a virus scanner at the client may be the cause.")
        .level(Warning)
        .helps(Party::Sender, &[("The sending server tries again by itself. If one sender never gets through, look for a firewall that breaks large packets (MTU) or a slow virus scanner in front of it:", "grep -F {client} /var/log/mail.log /var/log/maillog | tail")])
        .sign(Sign::BrokeOff)
        .effect(Effect::Part(Connection))
        .samples(&["lost connection after DATA (20480 bytes) from unknown[198.51.100.69]"]),
    line("timeout", "timeout after {step} from {host}[{client}]{?:{port}}")
        .says("The client said nothing for too long after {step}, so the server closed the connection.")
        .level(Warning)
        .sign(Sign::BrokeOff)
        .effect(Effect::Part(Connection))
        .samples(&["timeout after EHLO from unknown[198.51.100.53]"]),
    line("timeout-in-message", "timeout after {step} ({bytes} bytes) from {host}[{client}]{?:{port}}")
        .says("The client stopped in the middle of a message, after {bytes byte}, so the server closed the connection.")
        .level(Warning)
        .helps(Party::Sender, &[("The sending server tries again by itself. If one sender never gets through, look for a firewall that breaks large packets (MTU) or a slow virus scanner in front of it:", "grep -F {client} /var/log/mail.log /var/log/maillog | tail")])
        .sign(Sign::BrokeOff)
        .effect(Effect::Part(Connection))
        .samples(&["timeout after DATA (1024 bytes) from unknown[198.51.100.53]"]),
    line("too-many-errors", "too many errors after {step} from {host}[{client}]{?:{port}}")
        .says("The client made so many mistakes that the server closed the connection. Usually it is a program that sends spam.")
        .level(Permanent)
        .helps(Party::Nobody, &[("If it's a stranger, nobody needs to act; fail2ban can block such addresses. If it's a customer's device, see what it was refused:", "grep -F {client} /var/log/mail.log /var/log/maillog | tail")])
        .effect(Effect::Part(Connection))
        .samples(&["too many errors after RCPT from unknown[198.51.100.53]", "too many errors after AUTH from unknown[198.51.100.53]"]),
    line("too-many-errors-in-message", "too many errors after {step} ({bytes} bytes) from {host}[{client}]{?:{port}}")
        .says("The client made so many mistakes that the server closed the connection. Usually it is a program that sends spam.")
        .level(Permanent)
        .helps(Party::Nobody, &[("If it's a stranger, nobody needs to act; fail2ban can block such addresses. If it's a customer's device, see what it was refused:", "grep -F {client} /var/log/mail.log /var/log/maillog | tail")])
        .sign(Sign::BrokeOff)
        .effect(Effect::Part(Connection))
        .samples(&["too many errors after DATA (0 bytes) from unknown[198.51.100.53]"]),
    line("pipelining", "improper command pipelining after {step} from {host}[{client}]{?:{port}}: {data}")
        .says("The client spoke before it was its turn, as programs that send spam do, and checks that don't wait for the greeting.")
        .private(&NOT_ITS_TURN)
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["improper command pipelining after DATA from unknown[198.51.100.53]: foo\\r\\n"]),
    line("non-smtp", "warning: non-SMTP command from {host}[{client}]{?:{port}}: {data}")
        .says("The client did not speak SMTP but something else, such as a web request. It was cut off.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["warning: non-SMTP command from unknown[198.51.100.69]: GET / HTTP/1.1"]),
    line("bad-address", "warning: Illegal address syntax from {host}[{client}]{?:{port}} in {step} command: {data}")
        .says("The client gave an address that is not written as an address, so it was refused.")
        .helps(Party::Sender, &[("Correct the address in the program or list that sends: an address is name@domain, in plain letters and without blanks.", "")])
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .samples(&["warning: Illegal address syntax from unknown[198.51.100.53] in RCPT command: <bad@@x>"]),
    line("name-mismatch", "warning: hostname {name} does not resolve to address {client}{?: {error}}")
        .says("The name that {client} has by reverse DNS doesn't resolve back to that address, so the server treats the client as unknown.")
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["warning: hostname dsl-53.pool.isp.example does not resolve to address 198.51.100.57", "warning: hostname a.example does not resolve to address 198.51.100.57: Name or service not known"]),
    line("name-unlisted", "warning: {client}: address not listed for hostname {name}")
        .says("The name that {client} has by reverse DNS doesn't resolve back to that address, so the server treats the client as unknown.")
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["warning: 198.51.100.57: address not listed for hostname dsl-53.pool.isp.example"]),
    line("name-not-verified", "warning: {client}: hostname {name} verification failed: {error}")
        .says("The name that {client} has by reverse DNS doesn't resolve, so the server treats the client as unknown.")
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["warning: 198.51.100.57: hostname dsl-53.pool.isp.example verification failed: Name or service not known"]),
    line("limit-at-once", "warning: Connection concurrency limit exceeded: {limit} from {host}[{client}]{?:{port}} for service {service}")
        .says("The client had {limit connection} open at once, more than this server allows, and was asked to try again later.")
        .helps(Party::Sender, &[("The client must open fewer connections at once. If it's wanted and nothing is wrong with it (a newsletter server of yours, say), raise the limit or exempt its address; both as they are now:", "postconf smtpd_client_connection_count_limit smtpd_client_event_limit_exceptions")])
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .samples(&["warning: Connection concurrency limit exceeded: 51 from unknown[198.51.100.69] for service smtp"]),
    line("limit-of-connections", "warning: Connection rate limit exceeded: {limit} from {host}[{client}]{?:{port}} for service {service}")
        .says("The client connected {limit time} within a short time (a minute unless set), more often than this server allows, and was asked to try again later.")
        .helps(Party::Sender, &[("The client must connect less often. If it's wanted, raise the limit or exempt its address; both as they are now:", "postconf smtpd_client_connection_rate_limit anvil_rate_time_unit smtpd_client_event_limit_exceptions")])
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .samples(&["warning: Connection rate limit exceeded: 71 from unknown[198.51.100.69] for service 127.0.30.1:25"]),
    line("rate-limit", "warning: {what} limit exceeded: {limit} from {host}[{client}]{?:{port}} for service {service}")
        .says("The client went over a limit of this server ({what}): {limit}. It was asked to try again later.")
        .helps(Party::Sender, &[("The client must send more slowly. If it's wanted, raise the limit or exempt its address; all limits as they are now:", "postconf | grep -e '^smtpd_client_.*limit' -e ^anvil_rate_time_unit")])
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .samples(&[
            "warning: Message delivery request rate limit exceeded: 101 from unknown[192.0.2.77] for service submission",
        ]),
    line("login-failed", "warning: {host}[{client}]{?:{port}}: SASL {method} authentication failed: {error}{?, sasl_username={user}}")
        .says("A login was refused: usually a wrong password or a username that is not the whole address.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&[
            "warning: home-69.dsl.example[192.0.2.73]: SASL PLAIN authentication failed: (reason unavailable), sasl_username=orders@kingfisherbakery.example",
            "warning: unknown[198.51.100.69]: SASL LOGIN authentication failed: UGFzc3dvcmQ6",
            "warning: unknown[198.51.100.69]: SASL CRAM-MD5 authentication failed: authentication failure",
            // Dovecot gives no reason for an ordinary refusal.
            "warning: unknown[198.51.100.69]: SASL PLAIN authentication failed:",
        ]),
    line("login-not-checked", "warning: {host}[{client}]{?:{port}}: SASL {method} authentication failed: {?generic }{?Temporary authentication }{?temporary }failure{?, sasl_username={user}}")
        .says("A login couldn't be checked: what checks passwords failed on this server. Whether the password is right is not known.")
        .follows()
        .level(Alert)
        .effect(Effect::Part(Connection))
        .facts(&[(Role::Reason, "systemerror")])
        .helps(Party::OurServer, CHECKER)
        .samples(&[
            "warning: unknown[198.51.100.69]: SASL PLAIN authentication failed: generic failure",
            "warning: unknown[198.51.100.69]: SASL LOGIN authentication failed: Temporary authentication failure, sasl_username=anna@shop.example",
        ]),
    line("login-service-lost", "warning: {host}[{client}]{?:{port}}: SASL {method} authentication failed: Connection lost to authentication server")
        .says("The service that checks passwords didn't answer, so nobody can log in.")
        .level(Alert)
        .effect(Effect::Part(Connection))
        .helps(Party::OurServer, LOGIN_SERVICE_DOWN)
        .samples(&["warning: unknown[192.0.2.77]: SASL PLAIN authentication failed: Connection lost to authentication server"]),
    line("login-aborted", "warning: {host}[{client}]{?:{port}}: SASL {method} authentication aborted")
        .says("The client gave up logging in.")
        .effect(Effect::Part(Connection))
        .samples(&["warning: unknown[192.0.2.77]: SASL LOGIN authentication aborted"]),
    line("login-checker-forbidden", "warning: SASL authentication failure: cannot connect to {table} server: Permission denied")
        .says("Postfix isn't allowed to use the socket of {table}, the service that checks passwords. So nobody can log in, whatever the password.")
        .level(Alert)
        .effect(Effect::Part(Connection))
        .facts(&[(Role::Reason, "systemerror")])
        .helps(Party::OurServer, &[
            ("See whether the account postfix is in the group that owns the folder of the socket:", "ls -ld /var/run/{table} /var/spool/postfix/var/run/{table}; id postfix"),
            ("On Debian that group is sasl: add the account, then restart Postfix:", "adduser postfix sasl && systemctl restart postfix"),
        ])
        .samples(&["warning: SASL authentication failure: cannot connect to saslauthd server: Permission denied"]),
    line("login-checker-down", "warning: SASL authentication failure: cannot connect to {table} server: {error}")
        .sign(Sign::LoginCheckerDown)
        .says("Postfix can't reach {table}, the service that checks passwords: {error}. So nobody can log in, whatever the password.")
        .level(Alert)
        .effect(Effect::Part(Connection))
        .facts(&[(Role::Reason, "systemerror")])
        .helps(Party::OurServer, CHECKER)
        .samples(&["warning: SASL authentication failure: cannot connect to saslauthd server: No such file or directory"]),
    line("login-wrong-backend", "warning: SASL authentication problem: unable to open Berkeley db /etc/sasldb2: {error}")
        .says("The library that checks passwords looked into its own file /etc/sasldb2, which isn't there or can't be read: {error}. Either no other way to check passwords is set, or its settings aren't found.")
        .level(Warning)
        .helps(Party::OurServer, &[
            ("Say how passwords are checked: for Dovecot, smtpd_sasl_type = dovecot and smtpd_sasl_path = private/auth; for saslauthd, pwcheck_method: saslauthd in the file smtpd.conf, in the folder where Postfix looks for it:", "postconf smtpd_sasl_type smtpd_sasl_path cyrus_sasl_config_path; cat /etc/postfix/sasl/smtpd.conf /etc/sasl2/smtpd.conf /usr/lib/sasl2/smtpd.conf"),
        ])
        .effect(Effect::Part(Connection))
        .samples(&["warning: SASL authentication problem: unable to open Berkeley db /etc/sasldb2: No such file or directory"]),
    line("login-detail", "warning: SASL authentication {what}: {error}")
        .says("More about a login that did not work, from the library that checks passwords.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["warning: SASL authentication failure: Password verification failed", "warning: SASL authentication failure: no secret in database"]),
    line("login-service-down", "warning: SASL: Connect to {table} failed: {error}")
        .says("The service that checks passwords can't be reached at its socket {table}: {error}. So nobody can sign in here to send.")
        .level(Alert)
        .effect(Effect::Part(Connection))
        .helps(Party::OurServer, LOGIN_SERVICE_DOWN)
        .samples(&["warning: SASL: Connect to private/auth failed: No such file or directory", "warning: SASL: Connect to private/auth failed: Connection refused"]),
    line("no-mechanisms", "fatal: no SASL authentication mechanisms")
        .says("Postfix got no way to log in from the service that checks passwords: it can't be reached or offers none. So every connection ends at once.")
        .level(Alert)
        .effect(Effect::Verdict(Connection, Outcome::Failed))
        .helps(Party::OurServer, LOGIN_SERVICE_DOWN)
        .samples(&["fatal: no SASL authentication mechanisms"]),
    line("tls", "{trust} TLS connection established from {host}[{client}]{?:{port}}: {tls} with cipher {cipher}")
        .says("The connection is encrypted with {tls}.")
        .effect(Effect::Part(Connection))
        .samples(&["Anonymous TLS connection established from unknown[192.0.2.77]: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256"]),
    line("tls-start", "setting up TLS connection from {host}[{client}]{?:{port}}")
        .says("The client and the server agree on encryption.")
        .effect(Effect::Part(Connection))
        .samples(&["setting up TLS connection from unknown[192.0.2.77]"]),
    line("tls-failed", "SSL_accept error from {host}[{client}]{?:{port}}: {error}")
        .says("The encrypted connection (TLS) with {client} failed.")
        .sign(Sign::NotEncrypted)
        .level(Permanent)
        .follows()
        .effect(Effect::Part(Connection))
        .samples(&["SSL_accept error from unknown[198.51.100.69]: -1", "SSL_accept error from unknown[198.51.100.69]: lost connection"]),
    line("tls-name-unknown", "TLS SNI {name} from {host}[{client}]{?:{port}} not matched, using default chain")
        .says("The client asked for the certificate of {name}, which this server does not have; it got the standard one.")
        .effect(Effect::Part(Connection))
        .samples(&["TLS SNI mail.oakandlinen.example from unknown[192.0.2.77] not matched, using default chain"]),
    line("tls-aborted", "NOQUEUE: abort: TLS from {host}[{client}]{?:{port}}: {error}")
        .says("The server asks for a certificate of the client, which showed none that is trusted.")
        .level(Permanent)
        .helps(Party::Sender, &[("The client needs a certificate that this server trusts; if none should be asked for:", "postconf smtpd_tls_req_ccert smtpd_tls_ask_ccert")])
        .effect(Effect::Part(Connection))
        .samples(&["NOQUEUE: abort: TLS from unknown[192.0.2.77]: No client certificate presented"]),
    line("proxy-header", "warning: haproxy read: {error}")
        .says("The line with the client's address that the load balancer sends was missing or wrong.")
        .helps(Party::OurServer, &[("Switch send-proxy on in the balancer where Postfix expects it, or take the setting out here:", "postconf -n | grep upstream_proxy; postconf -P | grep upstream_proxy")])
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["warning: haproxy read: short protocol header: EHLO nothing\\r\\n"]),
    line("proxy-accept", "{qid}: client-proxy-accept: {detail}")
        .says("The filter in front of the queue accepted.")
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["NOQUEUE: client-proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok"]),
    line("filter-accept", "proxy-accept: {step}: {reason}; {detail}")
        .says("The filter in front of the queue accepted the message.")
        .effect(Effect::Part(Connection))
        .samples(&["proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok: queued as 1C2D49B85CA; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>"]),
    line("filter-reject", "proxy-reject: {step}: {reason}; {detail}")
        .says("The filter in front of the queue refused the message.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .samples(&["proxy-reject: END-OF-MESSAGE: 554 5.7.1 spam; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>"]),
    line("milter-forbidden", "warning: connect to Milter service inet:{host}:{port}: Permission denied")
        .says(MILTER_FORBIDDEN)
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, LABEL_PORT)
        .samples(&["warning: connect to Milter service inet:127.0.0.1:8891: Permission denied"]),
    line("milter-down", "warning: connect to Milter service {table}: {error}")
        .says("The mail filter (milter) at {table} can't be reached: {error}. Until it can, mail is deferred, refused, or let through unchecked, as the settings say.")
        .sign(Sign::FilterSays)
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, MILTER_DOWN)
        .samples(&["warning: connect to Milter service inet:127.0.0.1:8891: Connection refused"]),
    line("milter-lost", "warning: milter {table}: {error}")
        .says("The mail filter (milter) at {table} didn't answer as it should: {error}.")
        .sign(Sign::FilterSays)
        .level(Warning)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, MILTER_DOWN)
        .samples(&["warning: milter inet:127.0.0.1:8891: can't read SMFIC_OPTNEG reply packet header: Success", "warning: milter unix:/run/x.sock: read error in initial handshake"]),
    line("table-type-dropped", "warning: {?hash}{?btree}:{data} is unavailable. unsupported dictionary type: {what}")
        .says("Postfix can't read the table {what}:{data}, so mail that needs it is deferred: this Postfix was built without Berkeley DB, as on RHEL and Rocky 10.")
        .level(Alert)
        .helps(Party::OurServer, NO_BERKELEY_DB)
        .effect(Effect::Ahead)
        .samples(&["warning: hash:/etc/postfix/virtual is unavailable. unsupported dictionary type: hash"]),
    line("table-type-of", "warning: {table} is unavailable. unsupported dictionary type: {what}")
        .says("Postfix can't read the table {table}: it has no support for tables of the type {what}, so mail that needs it is deferred.")
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, TABLE_TYPE_UNKNOWN)
        .samples(&["warning: mysql:/etc/postfix/users.cf is unavailable. unsupported dictionary type: mysql"]),
    line("lookup-failed", "warning: {table} is unavailable. {error}")
        .says("The table {table} could not be read, so mail that needs it is deferred.")
        .level(Alert)
        .follows()
        .effect(Effect::Ahead)
        .helps(Party::OurServer, TABLE_NOT_ASKED)
        .samples(&["warning: mysql:/etc/postfix/users.cf is unavailable. open /etc/postfix/users.cf: Permission denied"]),
    line("lookup-fatal", "fatal: {table}: table lookup problem")
        .says("The table {table} could not be read, so the program stopped, and mail that needs it is deferred.")
        .level(Alert)
        .follows()
        .effect(Effect::Ahead)
        .helps(Party::OurServer, TABLE_NOT_ASKED)
        .samples(&["fatal: mysql:/etc/postfix/domains.cf(0,lock|fold_fix): table lookup problem"]),
    line("lookup-error-setting", "warning: {map}_maps: table lookup problem")
        .says("A table in the setting {map}_maps could not be read, so mail that needs it is deferred.")
        .level(Alert)
        .effect(Effect::Ahead)
        .follows()
        .helps(Party::OurServer, &[("Ask the tables of {map}_maps by hand, with any word; the reply names the error (a service or database that's down, a login that it doesn't accept, a type that isn't installed):", "postmap -q test $(postconf -hx {map}_maps | tr , ' ')")])
        .samples(&["warning: virtual_mailbox_maps: table lookup problem"]),
    line("lookup-error", "warning: {table}: table lookup problem")
        .says("The table {table} could not be read, so mail that needs it is deferred.")
        .level(Alert)
        .effect(Effect::Ahead)
        .follows()
        .helps(Party::OurServer, TABLE_NOT_ASKED)
        .samples(&["warning: hash:/etc/postfix/access: table lookup problem"]),
    line("lookup-error-of", "warning: {table} lookup error for \"{data}\"")
        .says("The table {table} could not be read for {data}, so mail that needs it is deferred.")
        .level(Alert)
        .effect(Effect::Ahead)
        .follows()
        .helps(Party::OurServer, &[(
            "Ask the table by hand for what Postfix asked; the reply names the error (a service or database that's down, a login that it doesn't accept, a type that isn't installed):",
            "postmap -q '{data}' '{table}'",
        )])
        .samples(&["warning: mysql:/etc/postfix/users.cf lookup error for \"info@oakandlinen.example\""]),
    line("policy-trouble", "warning: problem talking to server {table}: {error}")
        .says("The service at {table}, which Postfix asks, didn't answer: {error}. If it's a policy service, clients get a temporary refusal until it works again.")
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, POLICY_SERVICE_DOWN)
        .samples(&["warning: problem talking to server 127.0.0.1:10023: Connection refused", "warning: problem talking to server private/policyd-spf: Connection timed out"]),
    line("policy-timeout", "warning: timeout on {table} while reading input attribute name")
        .says("The policy service at {table} didn't answer in time. The client is asked to try again later.")
        .level(Warning)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, POLICY_SERVICE_DOWN)
        .samples(&["warning: timeout on 127.0.0.1:10023 while reading input attribute name"]),
    line("policy-closed", "warning: premature end-of-input on {table} while reading input attribute name")
        .says("The policy service at {table} closed the connection. If it does so again, the client is asked to try again later.")
        .level(Warning)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, POLICY_SERVICE_DOWN)
        .samples(&["warning: premature end-of-input on private/policyd-spf while reading input attribute name"]),
    line("disk-full", "warning: not enough free space in mail queue: {bytes} bytes < {error}")
        .says("Postfix defers all mail: for its queue it wants one and a half times the largest message that it takes (message_size_limit), and {bytes byte} are free.")
        .level(Alert)
        .effect(Effect::Part(Connection))
        .helps(Party::OurServer, &[
            ("Compare the two. If gigabytes are free, the limit is too large: set a usual one, such as postconf -e message_size_limit=52428800, and load it with postfix reload.", "postconf message_size_limit queue_minfree; df -h $(postconf -h queue_directory)"),
            ("If not, free up space in that file system: old logs and backups are usual. What fills it:", "du -xh /var | sort -h | tail -20"),
        ])
        .samples(&["warning: not enough free space in mail queue: 10240000 bytes < 1.5*message size limit"]),
    line("list-lookup-failed", "warning: {zone}: RBL lookup error: {error}")
        .says("The block list {zone} could not be asked; mail goes on without it. Check the name server that this server uses.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .helps(Party::OurServer, LIST_NOT_ASKED)
        .samples(&["warning: 9.113.0.203.zen.rbl.example: RBL lookup error: Host or domain name not found. Name service error for name=9.113.0.203.zen.rbl.example type=A: Host not found, try again"]),
    line("too-large", "warning: {qid}: queue file size limit exceeded")
        .says("The message is larger than this server takes. A link instead of the file, or a higher limit, helps.")
        .helps(Party::Sender, &[("Have the sender share the file by a link, or raise the limit (in bytes; an attachment grows by a third on the way):", "postconf message_size_limit mailbox_size_limit virtual_mailbox_limit")])
        .level(Permanent)
        .effect(Effect::Part(Message))
        .samples(&["warning: 71E829B85D4: queue file size limit exceeded"]),
    line("long-request", "warning: {host}[{client}]{?:{port}}: request longer than {limit}: {data}")
        .says("The client sent a command that is far too long.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["warning: unknown[198.51.100.53]: request longer than 2048: AAAAAAAA..."]),
    line("ehlo-hidden", "discarding EHLO keywords: {detail}")
        .says("Some features of the server are hidden from this client, as the settings say.")
        .effect(Effect::Part(Connection))
        .samples(&["discarding EHLO keywords: CHUNKING"]),
    line("table-changed", "table {table} has changed -- restarting")
        .says("A table of settings changed, so the program starts afresh. This is normal.")
        .samples(&["table hash:/etc/postfix/access(0,lock|fold_fix) has changed -- restarting"]),
];
