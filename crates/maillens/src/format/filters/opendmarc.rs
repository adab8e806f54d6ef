//! opendmarc: checks the mail that comes in against what the domain in the From line asks for. Its lines
//! have the queue id of the mail server.

use super::{Effect, Field, Format, Method, Pattern, Role, Shape, Sign, field, line};
use crate::format::postfix::smtpd::{DETAIL, QID};
use crate::vocabulary::Level::{Alert, Success, Warning};
use crate::vocabulary::TraceType::Message;

/// What opendmarc writes to the mail log.
pub static FORMAT: Format = Format {
    id: "opendmarc",
    title: "the filter that checks DMARC",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "journalctl -u opendmarc"],
    sources: &["OpenDMARC 1.4 opendmarc.c", "OpenDMARC 1.4.2 run"],
    programs: &["opendmarc"],
    realm: "postfix",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    QID,
    DETAIL,
    field("domain", Role::Host, "The domain that was checked.").shape(Shape::Word),
    field(
        "identity",
        Role::State,
        "Which name was checked: the envelope sender (mailfrom) or the greeting (helo).",
    ),
    field("spf", Role::State, "The result of the SPF check.").shape(Shape::Verdict(Method::Spf)),
    field("dmarc", Role::State, "The result of the DMARC check.").shape(Shape::Verdict(Method::Dmarc)),
    field("number", Role::Count, "The number: {}."),
    field("host", Role::Host, "The server that it is about."),
    field("version", Role::State, "Its version.").shape(Shape::Word),
    field("file", Role::Path, "The file that it is about."),
    field("error", Role::Text, "What went wrong."),
];

const PATTERNS: &[Pattern] = &[
    line("pass", "{qid}: {domain} pass")
        .says("The mail passed DMARC: SPF or DKIM confirms the domain {domain} of the From line.")
        .level(Success)
        .effect(Effect::Part(Message))
        .samples(&["13D9C9B85CB: freshmail.example pass", "3654E9B8469: BIGMAIL.EXAMPLE pass"]),
    line("result", "{qid}: {domain} {dmarc}")
        .says("The DMARC check of {domain}, the domain of the From line, gave: {dmarc}.")
        .effect(Effect::Part(Message))
        .samples(&["15B829B85CC: bigmail.example fail", "B57609B85CB: nospf.example none"]),
    line("spf", "{qid}: SPF({identity}): {domain} {spf}")
        .says("The SPF check of {domain} by the DMARC filter gave: {spf}. This filter also writes \"fail\" for weaker results.")
        .effect(Effect::Part(Message))
        .samples(&["15B829B85CC: SPF(mailfrom): bigmail.example fail", "D35CA9B860B: SPF(helo): out-41.bigmail.example none"]),
    line("results-ignored", "{qid}: ignoring Authentication-Results at {number} from {host}")
        .says("Results of another server ({host}) were not trusted and let be.")
        .effect(Effect::Part(Message))
        .samples(&["15B829B85CC: ignoring Authentication-Results at 1 from mx.bigmail.example"]),
    line("header-error", "{qid}: RFC5322 requirement error: {error}")
        .says("The message lacks a header that every mail must have, or has it twice: {error}.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["15B829B85CC: RFC5322 requirement error: not exactly one From field"]),
    line("bad-from", "{qid}: unable to parse From header field")
        .says("The From line of the message cannot be understood.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["15B829B85CC: unable to parse From header field"]),
    line("many-from", "{qid}: multi-valued From field detected")
        .says("The From line of the message names more than one address.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["15B829B85CC: multi-valued From field detected"]),
    line("query-failed", "{qid}: opendmarc_policy_query_dmarc({domain}) returned status {number}")
        .says("The DMARC record of {domain} could not be read.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["15B829B85CC: opendmarc_policy_query_dmarc(odd.example) returned status 5"]),
    line("arc", "{qid}: ARC {detail} DMARC {error}")
        .says("The seals of a server that forwarded the mail (ARC) were taken into account.")
        .effect(Effect::Part(Message))
        .samples(&["15B829B85CC: ARC pass, policy pass > overriding DMARC fail", "15B829B85CC: ARC pass, policy fail > continuing DMARC eval"]),
    line("ignoring-client", "ignoring connection from {host}")
        .says("Mail from {host} is not checked, as the settings say.")
        .samples(&["ignoring connection from localhost"]),
    line("ignoring-domain", "{qid}: ignoring mail from {domain}")
        .says("Mail from {domain} is not checked, as the settings say.")
        .effect(Effect::Part(Message))
        .samples(&["15B829B85CC: ignoring mail from old.example"]),
    line("started", "OpenDMARC Filter v{version} starting (args: {detail})")
        .sign(Sign::Works)
        .says("The DMARC filter started.")
        .samples(&["OpenDMARC Filter v1.4.2 starting (args: -f -c /etc/opendmarc.conf)"]),
    line("stopped", "OpenDMARC Filter v{version} terminating with status {detail}, errno = {error}")
        .says("The DMARC filter stopped.")
        .level(Warning)
        .samples(&["OpenDMARC Filter v1.4.2 terminating with status 0, errno = 0"]),
    line("trusted", "additional trusted authentication services: {detail}")
        .says("Results of these servers are trusted: {detail}.")
        .samples(&["additional trusted authentication services: shared14.hostvale.example"]),
    line("implicit", "implicit authentication service: {detail}")
        .says("Results of this server are trusted: {detail}.")
        .samples(&["implicit authentication service: shared14.hostvale.example"]),
    line("reloaded", "configuration reloaded{? from {file}}")
        .says("The DMARC filter read its settings again.")
        .loose()
        .samples(&["configuration reloaded"]),
    line("file-failed", "{file}: {detail}(): {error}")
        .says("The file {file} for the reports could not be written: {error}.")
        .level(Alert)
        .named()
        .samples(&["/run/opendmarc/opendmarc.dat: fopen(): Permission denied"]),
];
