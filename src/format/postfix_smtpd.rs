//! Postfix smtpd: the server that takes mail from other servers and from mail programs.
//!
//! Before the first recipient is accepted there is no queue id: refusals say `NOQUEUE`, and only the
//! process number ties the lines of one connection together. What a client says (its greeting, its
//! addresses) is logged as it came. Why something was refused is read by the format `postfix-refusal`.

use super::{Field, Format, Led, Pattern, Role, Shape, Step, Tie, Word, field, line, word};
use crate::report::export::Level::{Alert, Permanent, Temporary, Warning};
use crate::report::export::TraceType::{Connection, Message};

/// What smtpd writes to the mail log.
pub static FORMAT: Format = Format {
    id: "postfix-smtpd",
    title: "Postfix's incoming mail server",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "journalctl -u postfix"],
    sources: &["Postfix smtpd.c, smtpd_check.c, smtpd_peer.c, smtpd_sasl_glue.c", "Postfix 3.7 run"],
    programs: &["smtpd", "postfix"],
    realm: "postfix",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

pub(super) const QID: Field = field("qid", Role::Message, "The queue id: it ties all lines of one message together. Short ids are used again after the message has left the queue; long ones are not. NOQUEUE means that there was no message yet.").shape(Shape::QueueId);
pub(super) const HOST: Field = field("host", Role::Host, "The name of the client by reverse DNS. \"unknown\" means that its address has no name, or that the name does not lead back to the address.").shape(Shape::Word);
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
    field("reason", Role::Text, "Why, in the words that the other side was given.").shape(Shape::Reason);
pub(super) const FROM: Field = field("from", Role::Sender, "The envelope sender: notices about failed delivery go to this address. It can differ from the From line that people see. An empty one means that the mail is itself such a notice.").shape(Shape::Address);
pub(super) const TO: Field = field("to", Role::Recipient, "The recipient.").shape(Shape::Address);
pub(super) const PROTO: Field = field(
    "proto",
    Role::State,
    "The protocol: SMTP, or ESMTP with extensions. An S at the end means encrypted, an A means logged in.",
);
pub(super) const HELO: Field =
    field("helo", Role::Host, "The name that the client gave itself in its greeting. It can be anything.")
        .shape(Shape::Text);
pub(super) const DETAIL: Field =
    field("detail", Role::Text, "The rest of the line, in the program's own words.");

const FIELDS: &[Field] = &[
    QID, HOST, CLIENT, PORT, STEP, LATER, NEVER, STATUS, REASON, FROM, TO, PROTO, HELO, DETAIL,
    field("method", Role::State, "The way to log in that the client used."),
    field("user", Role::User, "The name that was used to log in. It tells which mailbox sends.").shape(Shape::Text),
    field("sasl_sender", Role::User, "The name that a trusted client says its user logged in with.").shape(Shape::Text),
    field("orig", Role::Queued, "The queue id that the message had before it went through the content filter.").shape(Shape::QueueId),
    field("orig_client", Role::Host, "The client that the message first came from, before the content filter.").shape(Shape::Text),
    field("counts", Role::Count, "What the client did, as counts of commands. One number means that all of them worked; a/b means that a of b worked. auth=0/1 is a failed log-in, rcpt=0/1 a refused recipient.").shape(Shape::Text),
    field("bytes", Role::Bytes, "The bytes that had come by then: {}."),
    field("limit", Role::Count, "The count that went over the limit: {}."),
    field("what", Role::State, "What was counted.").shape(Shape::Text),
    field("service", Role::Program, "The service and the address that the client came to."),
    field("trust", Role::State, "Whether the client showed a certificate. Anonymous means that it showed none, which is normal."),
    field("tls", Role::State, "The version of the encryption."),
    field("cipher", Role::State, "How the connection is encrypted.").shape(Shape::Text),
    field("name", Role::Host, "A host name.").shape(Shape::Word),
    field("table", Role::Path, "The table or socket that it is about.").shape(Shape::Text),
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

const PATTERNS: &[Pattern] = &[
    line("connect", "connect from {host}[{client}]{?:{port}}")
        .says("A client connected from {client}.")
        .step(Step::Birth(Connection))
        .tie(Tie::Known(Role::Client))
        .samples(&["connect from mail.freshmail.example[203.0.113.9]", "connect from unknown[2001:db8:77:3::abcd]:50412"]),
    line("disconnect", "disconnect from {host}[{client}]{?:{port}}{? {counts}}")
        .says("The connection with {client} was closed.")
        .step(Step::End(Connection))
        .samples(&[
            "disconnect from unknown[198.51.100.57] ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5",
            "disconnect from unknown[198.51.100.57]",
            "disconnect from unknown[198.51.100.69] commands=0/0",
        ]),
    line("client", "{qid}: client={host}[{client}]{?:{port}}")
        .says("The server began to take a message from {client}.")
        .step(Step::Birth(Message))
        .tie(Tie::Inside(Led::Message))
        .samples(&["1038A9B85CA: client=unknown[198.51.100.53]", "4jX1z14lZcz1Sf8p: client=localhost[127.0.0.1]:40122"]),
    line("client-logged-in", "{qid}: client={host}[{client}]{?:{port}}, sasl_method={method}, sasl_username={user}{?, sasl_sender={sasl_sender}}")
        .says("The server began to take a message from {client}, where {user} was logged in.")
        .step(Step::Birth(Message))
        .tie(Tie::Inside(Led::Message))
        .samples(&["F049C9B85C7: client=unknown[192.0.2.77], sasl_method=PLAIN, sasl_username=support@oakandlinen.example"]),
    line("client-for-user", "{qid}: client={host}[{client}]{?:{port}}{?, sasl_method={method}}{?, sasl_username={user}}, sasl_sender={sasl_sender}")
        .says("The server began to take a message from {client}, which says that its user {sasl_sender} logged in.")
        .step(Step::Birth(Message))
        .tie(Tie::Inside(Led::Message))
        .loose()
        .samples(&["F049C9B85C7: client=relay.example[192.0.2.7], sasl_sender=ana@example.org"]),
    line("client-refiltered", "{qid}: client={host}[{client}]{?:{port}}{?, sasl_method={method}}{?, sasl_username={user}}, orig_queue_id={orig}{?, orig_client={orig_client}}")
        .says("The message came back from the content filter; before it, its queue id was {orig}.")
        .step(Step::Birth(Message))
        .tie(Tie::MadeBy(Role::Queued, Led::Forward))
        .samples(&["1C2D49B85CA: client=localhost[127.0.0.1], orig_queue_id=0F1D29B85C9, orig_client=mail.freshmail.example[203.0.113.9]"]),
    line("client-original", "{qid}: client={host}[{client}]{?:{port}}, orig_client={orig_client}")
        .says("The server began to take a message from {client}, which passes it on for {orig_client}.")
        .step(Step::Birth(Message))
        .tie(Tie::Inside(Led::Message))
        .loose()
        .samples(&["1C2D49B85CA: client=localhost[127.0.0.1], orig_client=mail.freshmail.example[203.0.113.9]"]),
    line("reject-later", "{qid}: reject: {step} from {host}[{client}]{?:{port}}: {later} {?{status} }{reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}{? sasl_username=<{user}>}")
        .says("The server refused this for now and told the client to try again later.")
        .level(Temporary)
        .step(Step::Part(Message))
        .samples(&[
            "NOQUEUE: reject: RCPT from mail.freshmail.example[203.0.113.9]: 450 4.2.0 <info@quietpagesbooks.example>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/quietpagesbooks.example.html; from=<g1@freshmail.example> to=<info@quietpagesbooks.example> proto=ESMTP helo=<mail.freshmail.example>",
            "NOQUEUE: reject: CONNECT from unknown[198.51.100.53]: 450 4.7.25 Client host rejected: cannot find your hostname, [198.51.100.53]; proto=SMTP",
        ]),
    line("reject", "{qid}: reject: {step} from {host}[{client}]{?:{port}}: {never} {?{status} }{reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}{? sasl_username=<{user}>}")
        .says("The server refused this for good.")
        .level(Permanent)
        .step(Step::Part(Message))
        .samples(&[
            "NOQUEUE: reject: RCPT from bot57.cable.example[198.51.100.61]: 554 5.7.1 <victim@bigmail.example>: Relay access denied; from=<user10@bigmail.example> to=<victim@bigmail.example> proto=ESMTP helo=<bot57.cable.example>",
            "71E829B85D4: reject: RCPT from mail.freshmail.example[203.0.113.9]: 550 5.1.1 <no@oakandlinen.example>: Recipient address rejected: User unknown in virtual mailbox table; from=<a@freshmail.example> to=<no@oakandlinen.example> proto=ESMTP helo=<mail.freshmail.example>",
            "NOQUEUE: reject: CONNECT from unknown[198.51.100.53]: 554 5.7.1 Service unavailable; Client host [198.51.100.53] blocked using zen.rbl.example; https://check.example/; proto=SMTP",
        ]),
    line("reject-any", "{qid}: reject: {detail}")
        .says("The server refused this.")
        .level(Permanent)
        .step(Step::Part(Message))
        .loose()
        .samples(&["NOQUEUE: reject: CONNECT from unknown[198.51.100.53]: no reason"]),
    line("bare-newline", "BARE NEWLINE: \"{qid}: reject: {detail}")
        .says("The client ended a line in a way that the standard forbids. Attackers use it to smuggle mail in, so it was refused.")
        .level(Permanent)
        .step(Step::Part(Message))
        .loose()
        .samples(&["BARE NEWLINE: \"NOQUEUE: reject: DATA from unknown[198.51.100.53]: 521 5.5.2 unknown[198.51.100.53] Error: bare <LF> received\""]),
    line("milter-reject-later", "{qid}: milter-reject: {step} from {host}[{client}]{?:{port}}: {later} {?{status} }{reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A mail filter refused this for now; the client may try again later.")
        .level(Temporary)
        .step(Step::Part(Message))
        .samples(&["NOQUEUE: milter-reject: CONNECT from unknown[198.51.100.53]: 451 4.7.1 Service unavailable - try again later; proto=SMTP"]),
    line("milter-reject", "{qid}: milter-reject: {step} from {host}[{client}]{?:{port}}: {never} {?{status} }{reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A mail filter refused this for good.")
        .level(Permanent)
        .step(Step::Part(Message))
        .samples(&["NOQUEUE: milter-reject: RCPT from unknown[198.51.100.53]: 550 5.7.1 Command rejected; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>"]),
    line("rule", "{qid}: {action}: {step} from {host}[{client}]{?:{port}}: {reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A rule of this server acted on the message: {action}.")
        .level(Warning)
        .step(Step::Part(Message))
        .samples(&[
            "NOQUEUE: warn: RCPT from unknown[198.51.100.53]: <b@oakandlinen.example>: Recipient address odd; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>",
            "71E829B85D4: filter: RCPT from mail.freshmail.example[203.0.113.9]: <b@oakandlinen.example>: Recipient address triggers FILTER smtp:[127.0.0.1]:10024; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>",
        ]),
    line("hold", "{qid}: hold: {step} from {host}[{client}]{?:{port}}: {reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A rule holds the message in the queue until an administrator looks at it.")
        .level(Warning)
        .step(Step::Part(Message))
        .samples(&["71E829B85D4: hold: RCPT from mail.freshmail.example[203.0.113.9]: <a@freshmail.example>: Sender address triggers HOLD action; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>"]),
    line("discard", "{qid}: discard: {step} from {host}[{client}]{?:{port}}: {reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A rule had the message thrown away. The client was told that it was accepted, and nobody is informed.")
        .level(Warning)
        .step(Step::Part(Message))
        .samples(&["71E829B85D4: discard: RCPT from mail.freshmail.example[203.0.113.9]: <a@freshmail.example>: Sender address triggers DISCARD action; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>"]),
    line("milter-action", "{qid}: milter-{action}: {step} from {host}[{client}]{?:{port}}: {reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A mail filter outside Postfix acted on the message: {action}.")
        .level(Warning)
        .step(Step::Part(Message))
        .samples(&["71E829B85D4: milter-discard: RCPT from mail.freshmail.example[203.0.113.9]: milter triggers DISCARD action; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>"]),
    line("lost-connection", "lost connection after {step} from {host}[{client}]{?:{port}}")
        .says("The client closed the connection after {step} without saying goodbye. After CONNECT or EHLO this is mostly a monitor or a scanner.")
        .step(Step::Part(Connection))
        .samples(&["lost connection after CONNECT from unknown[198.51.100.69]", "lost connection after END-OF-MESSAGE from unknown[198.51.100.69]"]),
    line("lost-in-message", "lost connection after {step} ({bytes} bytes) from {host}[{client}]{?:{port}}")
        .says("The connection broke in the middle of a message, after {bytes} bytes. The network, a firewall or a virus scanner at the client may be the cause.")
        .level(Warning)
        .step(Step::Part(Connection))
        .samples(&["lost connection after DATA (20480 bytes) from unknown[198.51.100.69]"]),
    line("timeout", "timeout after {step} from {host}[{client}]{?:{port}}")
        .says("The client said nothing for too long after {step}, so the server closed the connection.")
        .level(Warning)
        .step(Step::Part(Connection))
        .samples(&["timeout after EHLO from unknown[198.51.100.53]"]),
    line("timeout-in-message", "timeout after {step} ({bytes} bytes) from {host}[{client}]{?:{port}}")
        .says("The client stopped in the middle of a message, after {bytes} bytes, so the server closed the connection.")
        .level(Warning)
        .step(Step::Part(Connection))
        .samples(&["timeout after DATA (1024 bytes) from unknown[198.51.100.53]"]),
    line("too-many-errors", "too many errors after {step} from {host}[{client}]{?:{port}}")
        .says("The client made so many mistakes that the server closed the connection. Mostly it is a program that sends spam.")
        .level(Permanent)
        .step(Step::Part(Connection))
        .samples(&["too many errors after RCPT from unknown[198.51.100.53]", "too many errors after AUTH from unknown[198.51.100.53]"]),
    line("too-many-errors-in-message", "too many errors after {step} ({bytes} bytes) from {host}[{client}]{?:{port}}")
        .says("The client made so many mistakes that the server closed the connection. Mostly it is a program that sends spam.")
        .level(Permanent)
        .step(Step::Part(Connection))
        .samples(&["too many errors after DATA (0 bytes) from unknown[198.51.100.53]"]),
    line("pipelining", "improper command pipelining after {step} from {host}[{client}]{?:{port}}: {data}")
        .says("The client spoke before it was its turn, as programs that send spam do.")
        .level(Warning)
        .step(Step::Part(Connection))
        .samples(&["improper command pipelining after DATA from unknown[198.51.100.53]: foo\\r\\n"]),
    line("non-smtp", "warning: non-SMTP command from {host}[{client}]{?:{port}}: {data}")
        .says("The client did not speak SMTP but something else, such as a web request. It was cut off.")
        .level(Warning)
        .step(Step::Part(Connection))
        .samples(&["warning: non-SMTP command from unknown[198.51.100.69]: GET / HTTP/1.1"]),
    line("bad-address", "warning: Illegal address syntax from {host}[{client}]{?:{port}} in {step} command: {data}")
        .says("The client gave an address that is not written as an address, so it was refused.")
        .level(Permanent)
        .step(Step::Part(Connection))
        .samples(&["warning: Illegal address syntax from unknown[198.51.100.53] in RCPT command: <bad@@x>"]),
    line("name-mismatch", "warning: hostname {name} does not resolve to address {client}{?: {error}}")
        .says("The name that {client} has by reverse DNS does not lead back to that address, so the server treats the client as unknown. The sender should make both records agree.")
        .level(Warning)
        .step(Step::Ahead)
        .samples(&["warning: hostname dsl-53.pool.isp.example does not resolve to address 198.51.100.57", "warning: hostname a.example does not resolve to address 198.51.100.57: Name or service not known"]),
    line("rate-limit", "warning: {what} limit exceeded: {limit} from {host}[{client}]{?:{port}} for service {service}")
        .says("The client went over a limit of this server ({what}): {limit}. It was told to come back later.")
        .level(Temporary)
        .step(Step::Part(Connection))
        .samples(&[
            "warning: Connection rate limit exceeded: 71 from unknown[198.51.100.69] for service 127.0.30.1:25",
            "warning: Connection concurrency limit exceeded: 51 from unknown[198.51.100.69] for service smtp",
            "warning: Message delivery request rate limit exceeded: 101 from unknown[192.0.2.77] for service submission",
        ]),
    line("login-failed", "warning: {host}[{client}]{?:{port}}: SASL {method} authentication failed: {error}{?, sasl_username={user}}")
        .says("A log-in was refused: mostly a wrong password or a user name that is not the whole address.")
        .level(Permanent)
        .step(Step::Part(Connection))
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&[
            "warning: home-69.dsl.example[192.0.2.73]: SASL PLAIN authentication failed: (reason unavailable), sasl_username=orders@kingfisherbakery.example",
            "warning: unknown[198.51.100.69]: SASL LOGIN authentication failed: UGFzc3dvcmQ6",
            "warning: unknown[198.51.100.69]: SASL CRAM-MD5 authentication failed: authentication failure",
        ]),
    line("login-service-lost", "warning: {host}[{client}]{?:{port}}: SASL {method} authentication failed: Connection lost to authentication server")
        .says("The service that checks passwords did not answer, so nobody can log in. Check that Dovecot or saslauthd runs.")
        .level(Alert)
        .step(Step::Part(Connection))
        .samples(&["warning: unknown[192.0.2.77]: SASL PLAIN authentication failed: Connection lost to authentication server"]),
    line("login-aborted", "warning: {host}[{client}]{?:{port}}: SASL {method} authentication aborted")
        .says("The client gave up logging in.")
        .step(Step::Part(Connection))
        .samples(&["warning: unknown[192.0.2.77]: SASL LOGIN authentication aborted"]),
    line("login-detail", "warning: SASL authentication {what}: {error}")
        .says("More about a log-in that did not work, from the library that checks passwords.")
        .level(Warning)
        .step(Step::Part(Connection))
        .samples(&["warning: SASL authentication failure: Password verification failed", "warning: SASL authentication problem: unable to open Berkeley db /etc/sasldb2: No such file or directory"]),
    line("login-service-down", "warning: SASL: Connect to {table} failed: {error}")
        .says("The service that checks passwords cannot be reached, so nobody can log in. Check that Dovecot runs.")
        .level(Alert)
        .step(Step::Part(Connection))
        .samples(&["warning: SASL: Connect to private/auth failed: No such file or directory", "warning: SASL: Connect to private/auth failed: Connection refused"]),
    line("no-mechanisms", "fatal: no SASL authentication mechanisms")
        .says("There is no way to log in, so every connection ends at once. Check that the service that checks passwords runs.")
        .level(Alert)
        .step(Step::Part(Connection))
        .samples(&["fatal: no SASL authentication mechanisms"]),
    line("tls", "{trust} TLS connection established from {host}[{client}]{?:{port}}: {tls} with cipher {cipher}")
        .says("The connection is encrypted with {tls}.")
        .step(Step::Part(Connection))
        .samples(&["Anonymous TLS connection established from unknown[192.0.2.77]: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256"]),
    line("tls-start", "setting up TLS connection from {host}[{client}]{?:{port}}")
        .says("The client and the server agree on encryption.")
        .step(Step::Part(Connection))
        .samples(&["setting up TLS connection from unknown[192.0.2.77]"]),
    line("tls-failed", "SSL_accept error from {host}[{client}]{?:{port}}: {error}")
        .says("Encryption did not come about: the client is old, or its port and its security setting do not belong together.")
        .level(Permanent)
        .step(Step::Part(Connection))
        .samples(&["SSL_accept error from unknown[198.51.100.69]: -1", "SSL_accept error from unknown[198.51.100.69]: lost connection"]),
    line("tls-name-unknown", "TLS SNI {name} from {host}[{client}]{?:{port}} not matched, using default chain")
        .says("The client asked for the certificate of {name}, which this server does not have; it got the standard one.")
        .step(Step::Part(Connection))
        .samples(&["TLS SNI mail.oakandlinen.example from unknown[192.0.2.77] not matched, using default chain"]),
    line("tls-aborted", "NOQUEUE: abort: TLS from {host}[{client}]{?:{port}}: {error}")
        .says("The server asks for a certificate of the client, which showed none that is trusted.")
        .level(Permanent)
        .step(Step::Part(Connection))
        .samples(&["NOQUEUE: abort: TLS from unknown[192.0.2.77]: No client certificate presented"]),
    line("proxy-header", "warning: haproxy read: {error}")
        .says("The line with the client's address that the load balancer sends was missing or wrong.")
        .level(Warning)
        .step(Step::Ahead)
        .samples(&["warning: haproxy read: short protocol header: EHLO nothing\\r\\n"]),
    line("proxy-accept", "{qid}: client-proxy-accept: {detail}")
        .says("The filter in front of the queue accepted.")
        .step(Step::Part(Message))
        .loose()
        .samples(&["NOQUEUE: client-proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok"]),
    line("filter-accept", "proxy-accept: {step}: {reason}; {detail}")
        .says("The filter in front of the queue accepted the message.")
        .step(Step::Part(Connection))
        .samples(&["proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok: queued as 1C2D49B85CA; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>"]),
    line("filter-reject", "proxy-reject: {step}: {reason}; {detail}")
        .says("The filter in front of the queue refused the message.")
        .level(Permanent)
        .step(Step::Part(Connection))
        .samples(&["proxy-reject: END-OF-MESSAGE: 554 5.7.1 spam; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>"]),
    line("milter-down", "warning: connect to Milter service {table}: {error}")
        .says("A mail filter outside Postfix (a milter, such as OpenDKIM or ClamAV) is not running. Start it: until then mail is put off, refused or let through unchecked, as the settings say.")
        .level(Alert)
        .step(Step::Ahead)
        .samples(&["warning: connect to Milter service inet:127.0.0.1:8891: Connection refused"]),
    line("milter-lost", "warning: milter {table}: {error}")
        .says("A mail filter outside Postfix (a milter) did not answer as it should.")
        .level(Warning)
        .step(Step::Ahead)
        .samples(&["warning: milter inet:127.0.0.1:8891: can't read SMFIC_OPTNEG reply packet header: Success", "warning: milter unix:/run/x.sock: read error in initial handshake"]),
    line("lookup-failed", "warning: {table} is unavailable. {error}")
        .says("A table of users or domains could not be read, so mail is put off. Check the database.")
        .level(Alert)
        .step(Step::Ahead)
        .samples(&["warning: mysql:/etc/postfix/users.cf is unavailable. unsupported dictionary type: mysql"]),
    line("lookup-error", "warning: {table}: table lookup problem")
        .says("A table of users or domains could not be read, so mail is put off. Check the database.")
        .level(Alert)
        .step(Step::Ahead)
        .samples(&["warning: virtual_mailbox_maps: table lookup problem"]),
    line("lookup-error-of", "warning: {table} lookup error for \"{data}\"")
        .says("A table of users or domains could not be read for {data}, so mail is put off. Check the database.")
        .level(Alert)
        .step(Step::Ahead)
        .samples(&["warning: mysql:/etc/postfix/users.cf lookup error for \"info@oakandlinen.example\""]),
    line("database-down", "warning: connect to {what} server {name}: {error}")
        .says("The database of users or domains cannot be reached, so mail is put off.")
        .level(Alert)
        .step(Step::Ahead)
        .samples(&["warning: connect to mysql server 127.0.0.1: Can't connect to MySQL server on '127.0.0.1' (111)"]),
    line("policy-trouble", "warning: problem talking to server {table}: {error}")
        .says("A helper that decides about mail (such as postgrey or the SPF checker) did not answer. The client is told to come back later until that helper runs again.")
        .level(Alert)
        .step(Step::Ahead)
        .samples(&["warning: problem talking to server 127.0.0.1:10023: Connection refused", "warning: problem talking to server private/policyd-spf: Connection timed out"]),
    line("policy-timeout", "warning: timeout on {table} while reading input attribute name")
        .says("A helper that decides about mail did not answer in time. The client is told to come back later.")
        .level(Warning)
        .step(Step::Ahead)
        .samples(&["warning: timeout on 127.0.0.1:10023 while reading input attribute name"]),
    line("policy-closed", "warning: premature end-of-input on {table} while reading input attribute name")
        .says("A helper that decides about mail broke off. The client is told to come back later if it happens again.")
        .level(Warning)
        .step(Step::Ahead)
        .samples(&["warning: premature end-of-input on private/policyd-spf while reading input attribute name"]),
    line("disk-full", "warning: not enough free space in mail queue: {bytes} bytes < {error}")
        .says("The disk is nearly full, so all mail is put off. Free disk space.")
        .level(Alert)
        .step(Step::Part(Connection))
        .samples(&["warning: not enough free space in mail queue: 10240000 bytes < 1.5*message size limit"]),
    line("list-lookup-failed", "warning: {zone}: RBL lookup error: {error}")
        .says("The block list {zone} could not be asked; mail goes on without it. Check the name server that this server uses.")
        .level(Warning)
        .step(Step::Part(Connection))
        .samples(&["warning: 9.113.0.203.zen.rbl.example: RBL lookup error: Host or domain name not found. Name service error for name=9.113.0.203.zen.rbl.example type=A: Host not found, try again"]),
    line("too-large", "warning: {qid}: queue file size limit exceeded")
        .says("The message is larger than this server takes. A link instead of the file, or a higher limit, helps.")
        .level(Permanent)
        .step(Step::Part(Message))
        .samples(&["warning: 71E829B85D4: queue file size limit exceeded"]),
    line("long-request", "warning: {host}[{client}]{?:{port}}: request longer than {limit}: {data}")
        .says("The client sent a command that is far too long.")
        .level(Warning)
        .step(Step::Part(Connection))
        .samples(&["warning: unknown[198.51.100.53]: request longer than 2048: AAAAAAAA..."]),
    line("ehlo-hidden", "discarding EHLO keywords: {detail}")
        .says("Some features of the server are hidden from this client, as the settings say.")
        .step(Step::Part(Connection))
        .samples(&["discarding EHLO keywords: CHUNKING"]),
    line("table-changed", "table {table} has changed -- restarting")
        .says("A table of settings changed, so the program starts afresh. This is normal.")
        .samples(&["table hash:/etc/postfix/access(0,lock|fold_fix) has changed -- restarting"]),
];
