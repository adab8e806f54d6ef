//! policyd-spf: a helper that Postfix asks about SPF while a client is connected. Its lines have no queue
//! id; the client's address and the time tell which connection they are about.

use super::{Datum, Effect, Field, Format, Led, Method, Pattern, Role, Shape, Side, Sign, Tie, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Temporary};
use crate::vocabulary::Party::OurServer;
use crate::vocabulary::TraceType::Connection;

/// What policyd-spf writes to the mail log.
pub static FORMAT: Format = Format {
    id: "policyd-spf",
    title: "the helper that checks SPF",
    found_in: &["/var/log/maillog", "/var/log/mail.log"],
    sources: &["postfix-policyd-spf-python 3.0.4 run"],
    programs: &["policyd-spf", "policy-spf"],
    realm: "postfix",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("server", Role::Host, "This server, which made the check.").shape(Shape::Word),
    field("results", Role::State, "The result of the check.").shape(Shape::Methods),
    field("result", Role::State, "The result of the check.").shape(Shape::Verdict(Method::Spf)),
    field(
        "identity",
        Role::State,
        "Which name was checked: the envelope sender (mailfrom) or the greeting (helo).",
    )
    .shape(Shape::Name),
    field("why", Role::Text, "Why."),
    field("client", Role::Client, "The address of the client."),
    field("helo", Role::Host, "The name that the client greeted with.")
        .datum(Datum::Greeting)
        .shape(Shape::Text),
    field("from", Role::Sender, "The envelope sender.").shape(Shape::Address),
    field("receiver", Role::Host, "The domain that the mail is for.").shape(Shape::Text),
    field("module", Role::Text, "The module of Python that is missing."),
    field("url", Role::Text, "A page with more about it."),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
];

const PATTERNS: &[Pattern] = &[
    line("results", "{?: }prepend Authentication-Results: {server}; {results} (client-ip={client}; helo={helo}; envelope-from={from}; receiver={receiver})")
        .says("The SPF check let the mail from {from} go on.")
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&[": prepend Authentication-Results: shared14.hostvale.example; spf=none (no SPF record) smtp.mailfrom=win-prize-now.example (client-ip=198.51.100.53; helo=mail.unknown-helo.example; envelope-from=bulk5@win-prize-now.example; receiver=kingfisherbakery.example)"]),
    line("received-spf", "{?: }prepend Received-SPF: {result} ({identity}) identity={why}; client-ip={client}; helo={helo}; envelope-from={from}; receiver={receiver}")
        .says("The SPF check let the mail from {from} go on.")
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&[": prepend Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=203.0.113.9; helo=mail.freshmail.example; envelope-from=a@freshmail.example; receiver=oakandlinen.example"]),
    line("skipped", "{?: }prepend X-Comment: SPF {detail}")
        .says("SPF was not checked, because the client is one of this server's own or on a list.")
        .samples(&[": prepend X-Comment: SPF skipped for whitelisted relay - client-ip=192.0.2.5; helo=x; envelope-from=a@b.example; receiver=c.example", ": prepend X-Comment: SPF check N/A for local connections - client-ip=127.0.0.1; helo=x; envelope-from=a@b.example; receiver=c.example"]),
    line("refused", "{?: }550 5.7.23 Message rejected due to: SPF {why}. Please see {url};ip={client};r={receiver}")
        .says("SPF: the sender's domain doesn't allow the sending IP address to send its mail, so the mail is rejected.")
        .level(Permanent)
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .sign(Sign::SpfRefused)
        .samples(&[": 550 5.7.23 Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=mfrom;id=user51@strictsender.example;ip=203.0.113.17;r=kingfisherbakery.example"]),
    line("later", "{?: }defer_if_permit 4.7.24 Message deferred due to: SPF Temporary Error: {why}. Please see {url};ip={client};r={receiver}")
        .says("The SPF record of the sender could not be read, because its DNS did not answer. The mail is deferred.")
        .level(Temporary)
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&[": defer_if_permit 4.7.24 Message deferred due to: SPF Temporary Error: DNS All nameservers failed to answer the query brokendns.example. IN TXT: Server 127.0.30.53 UDP port 53 answered SERVFAIL. Please see http://www.openspf.net/Why?s=mfrom;id=x@brokendns.example;ip=203.0.113.5;r=kingfisherbakery.example"]),
    line("broken", "{?: }550 5.7.24 Message rejected due to: SPF Permanent Error: {why}. Please see {url};ip={client};r={receiver}")
        .says("The SPF record of the sender is broken, so the mail is refused. The owner of the domain must correct it.")
        .level(Permanent)
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&[": 550 5.7.24 Message rejected due to: SPF Permanent Error: Too many DNS lookups. Please see http://www.openspf.net/Why?s=mfrom;id=a@b.example;ip=203.0.113.17;r=c.example"]),
    line("broken-as-fail", "{?: }550 5.7.23 Message rejected due to: SPF Permanent Error: {why}. Please see {url};ip={client};r={receiver}")
        .says("The SPF record of the sender is broken, so the mail is refused. The owner of the domain must correct it.")
        .level(Permanent)
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&["550 5.7.23 Message rejected due to: SPF Permanent Error: Two or more type TXT spf records found.. Please see http://www.openspf.net/Why?s=mfrom;id=a@b.example;ip=203.0.113.17;r=c.example"]),
    line("refused-any", "{?: }550 {detail}")
        .says("The SPF check refused the mail: {detail}.")
        .level(Permanent)
        .named()
        .samples(&[": 550 5.7.23 Message rejected due to: SPF fail"]),
    line("later-any", "{?: }defer_if_permit {detail}")
        .says("The SPF check put the mail off: {detail}.")
        .level(Temporary)
        .named()
        .samples(&[": defer_if_permit 4.7.24 Message deferred"]),
    line("debug", "{?spfcheck: }pyspf result: {detail}")
        .says("The helper tells how it got to its result.")
        .samples(&["spfcheck: pyspf result: \"['Pass', 'sender SPF authorized', 'mailfrom']\""]),
    line("action", "Action: {detail}")
        .says("The helper tells what it asks Postfix to do.")
        .named()
        .samples(&["Action: prepend: Text: Authentication-Results: x"]),
    line("read", "Read line: \"{detail}\"")
        .says("The helper tells what Postfix asked.")
        .samples(&["Read line: \"request=smtpd_access_policy\""]),
    line("error", "ERROR: {detail}")
        .says("The helper that checks SPF has trouble: {detail}.")
        .level(Alert)
        .named()
        .samples(&["ERROR: Could not open configuration file"]),
    line("no-module", "{?ModuleNotFoundError}{?ImportError}: No module named {module}")
        .says("The SPF policy service lacks the Python module {module} and can't start, as often after an upgrade. Mail is deferred until it works again.")
        .level(Alert)
        .helps(OurServer, &[("Install the module for the system's Python; the packages of the policy service bring it:", "apt-get install --reinstall postfix-policyd-spf-python python3-spf || dnf install pypolicyd-spf python3-pyspf")])
        .samples(&["ModuleNotFoundError: No module named 'spf'", "ImportError: No module named spf"]),
    line("crashed", "Traceback {detail}")
        .says("The SPF policy service crashed. Mail is deferred until it works again.")
        .level(Alert)
        .follows()
        .named()
        .samples(&["Traceback (most recent call last):"]),
    line("other", "{?: }{detail}")
        .says("The helper that checks SPF reports: {detail}.")
        .named()
        .samples(&[": prepend Something: else"]),
];
