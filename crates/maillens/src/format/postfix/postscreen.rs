//! Postfix postscreen, dnsblog and tlsproxy: the gate in front of the mail server, which keeps programs
//! that send spam away from it.
//!
//! One process serves all clients, so a client's address and port name its connection.

use super::smtpd::{DETAIL, FROM, HELO, LATER, NEVER, PROTO, REASON, STATUS, TO};
use super::{Effect, Field, Format, FormatKind, Pattern, Private, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Connection;

/// Postscreen tests whoever isn't in its list, the devices of its own network, too.
static UNTESTED_AS_OURS: Private = Private {
    shows: None,
    means: ": a device or server of your own network, or what stands in front of this server (Docker, NAT, a proxy). Postscreen tests it like a stranger because mynetworks or postscreen_access_list doesn't have it.",
    steps: &[
        (
            "See which clients postscreen lets pass without tests: those of mynetworks, where postscreen_access_list begins with permit_mynetworks. If the client is a device or server of yours, add its address or network to mynetworks, or let it send on port 587 with a login, then load the settings:",
            "postconf mynetworks postscreen_access_list; postfix reload",
        ),
        (
            "If every client comes from this address, Docker, NAT or a proxy is in front; let the real client address through (host networking, or the PROXY protocol):",
            "postconf postscreen_upstream_proxy_protocol",
        ),
    ],
};

pub(super) const LIST_NOT_ASKED: &[(&str, &str)] = &[
    (
        "Ask this server's own resolver the same; block lists don't answer public resolvers, so a mail server needs one of its own (such as unbound):",
        "dig {zone}; cat /etc/resolv.conf; dig gmail.com MX",
    ),
    (
        "See which lists are asked, and remove any that no longer exists:",
        "postconf -n | grep -e dnsbl -e rbl",
    ),
];

const BROKE_RULES: &[(&str, &str)] = &[(
    "Usually only programs that send spam do that. If a wanted server does, list it as permitted in postscreen_access_list:",
    "postconf postscreen_access_list postscreen_greet_action",
)];

/// What postscreen and its helpers write to the mail log.
pub static FORMAT: Format = Format {
    id: "postfix-postscreen",
    title: "the gate in front of Postfix",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "journalctl -u 'postfix*'"],
    sources: &["Postfix postscreen*.c, dnsblog.c, tlsproxy.c", "Postfix 3.7 run"],
    programs: &["postscreen", "dnsblog", "tlsproxy", "postfix"],
    kind: FormatKind::Screen,
    realm: "postfix",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("step", Role::State, "The command after which this happened.").shape(Shape::Text),
    LATER,
    NEVER,
    STATUS,
    REASON,
    FROM,
    TO,
    PROTO,
    HELO,
    DETAIL,
    field("peer", Role::Client, "The client: its address and the port that it spoke from.")
        .shape(Shape::Peer),
    field("server", Role::Ip, "The address and port of this server that the client came to.")
        .shape(Shape::Peer),
    field("ip", Role::Ip, "The address of the client."),
    field("list", Role::State, "The list that the client is on.").shape(Shape::Name),
    field("bytes", Role::Count, "How many bytes the client sent too early: {}."),
    field("after", Role::Duration, "Seconds since the connection began: {}.").shape(Shape::Decimal),
    field("data", Role::Text, "What the client sent.").shape(Shape::Text),
    field("rank", Role::Count, "The sum of the block lists that have the client: {}."),
    field("zone", Role::Host, "The block list that was asked."),
    field("answer", Role::State, "What the block list answered."),
    field("number", Role::Count, "The count: {}."),
];

/// A client that this server's own list lets pass; the word differs by version.
const fn let_pass(id: &'static str, template: &'static str, samples: &'static [&'static str]) -> Pattern {
    line(id, template)
        .says("The client is on a list of clients that this server lets pass, so postscreen passed it to the mail server.")
        .sign(Sign::HandedOver)
        .level(Success)
        .effect(Effect::Part(Connection))
        .samples(samples)
}

const PATTERNS: &[Pattern] = &[
    line("connect", "CONNECT from {peer} to {server}")
        .says("A client connected to postscreen from {peer}.")
        .effect(Effect::Birth(Connection))
        .samples(&["CONNECT from [198.51.100.65]:41234 to [127.0.30.1]:25"]),
    line("pass-new", "PASS NEW {peer}")
        .says("The client passed all tests of postscreen: for some time, it's let in without them.")
        .sign(Sign::HandedOver)
        .level(Success)
        .effect(Effect::Part(Connection))
        .samples(&["PASS NEW [203.0.113.9]:50412"]),
    line("pass-old", "PASS OLD {peer}")
        .says("The client passed postscreen's tests earlier, so it's passed to the mail server.")
        .sign(Sign::HandedOver)
        .level(Success)
        .effect(Effect::Part(Connection))
        .samples(&["PASS OLD [203.0.113.9]:50412"]),
    let_pass("allowlisted", "ALLOWLISTED {peer}", &["ALLOWLISTED [203.0.113.9]:50412"]),
    let_pass("whitelisted", "WHITELISTED {peer}", &["WHITELISTED [203.0.113.9]:50412"]),
    line("listed-bad", "{list} {peer}")
        .says("The client is on a list of this server's own: {list}.")
        .effect(Effect::Part(Connection))
        .samples(&["DENYLISTED [203.0.113.9]:50412", "BLACKLISTED [203.0.113.9]:50412"]),
    line("veto", "{list} VETO {peer}")
        .says("The client would pass by a list, but it came to the wrong address of this server first.")
        .effect(Effect::Part(Connection))
        .samples(&["ALLOWLIST VETO [203.0.113.9]:50412", "WHITELIST VETO [203.0.113.9]:50412"]),
    line("pregreet", "PREGREET {bytes} after {after} from {peer}: {data}")
        .sign(Sign::RuleBroken)
        .says("The client talked before it was greeted (pregreet), as programs that send spam and some simple devices do.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .helps(Party::Nobody, BROKE_RULES)
        .private(&UNTESTED_AS_OURS)
        .samples(&["PREGREET 11 after 0.01 from [198.51.100.65]:41234: EHLO User\\r\\n"]),
    line("hangup", "HANGUP after {after} from {peer} in {detail} SMTP handshake")
        .says("The client left after {after second}.")
        .effect(Effect::Part(Connection))
        .samples(&["HANGUP after 0.2 from [198.51.100.65]:41234 in tests before SMTP handshake"]),
    line("listed", "DNSBL rank {rank} for {peer}")
        .sign(Sign::Listed)
        .says("The client is on block lists, with a score of {rank}: enough to reject it.")
        .level(Permanent)
        .helps(Party::Sender, &[("A wanted sender must have the address taken off the list by its owner. To let it in meanwhile, add it to postscreen_access_list:", "postconf postscreen_dnsbl_sites postscreen_dnsbl_threshold postscreen_access_list")])
        .effect(Effect::Part(Connection))
        .samples(&["DNSBL rank 3 for [198.51.100.65]:41234"]),
    line("listed-by", "addr {ip} listed by domain {zone} as {answer}")
        .sign(Sign::ListedBy)
        .says("{ip} is on the block list {zone}.")
        .level(Warning)
        .helps(Party::Sender, &[("A wanted sender must have the address taken off the list by its owner. To let it in meanwhile, add it to postscreen_access_list:", "postconf postscreen_dnsbl_sites postscreen_dnsbl_threshold postscreen_access_list")])
        .samples(&["addr 198.51.100.65 listed by domain bl.rbl.example as 127.0.0.2"]),
    line("first-seen", "NOQUEUE: reject: {step} from {peer}: {later} {?{status} }Service currently unavailable; from=<{from}>, to=<{to}>, proto={proto}, helo=<{helo}>")
        .sign(Sign::FirstSeen)
        .says("Postscreen saw this client for the first time, tested it, and asked it to try again later. A real mail server does, and is let in then.")
        .level(Temporary)
        .facts(&[(Role::Reason, "greylisted")])
        .effect(Effect::Part(Connection))
        .helps(Party::Nobody, &[("To let a sender in at once, list its address in postscreen_access_list; without the tests after the greeting (postscreen_bare_newline_enable, postscreen_non_smtp_command_enable, postscreen_pipelining_enable) nobody waits:", "postconf postscreen_access_list postscreen_bare_newline_enable postscreen_non_smtp_command_enable postscreen_pipelining_enable")])
        .private(&UNTESTED_AS_OURS)
        .samples(&["NOQUEUE: reject: RCPT from [203.0.113.9]:50412: 450 4.3.2 Service currently unavailable; from=<a@freshmail.example>, to=<info@oakandlinen.example>, proto=ESMTP, helo=<mail.freshmail.example>"]),
    line("reject-later", "NOQUEUE: reject: {step} from {peer}: {later} {?{status} }{reason}; from=<{from}>, to=<{to}>, proto={proto}, helo=<{helo}>")
        .says("Postscreen deferred the client: it was asked to try again later.")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .samples(&["NOQUEUE: reject: RCPT from [203.0.113.9]:50412: 450 4.7.1 Service unavailable; client [203.0.113.9] blocked using bl.rbl.example; from=<a@freshmail.example>, to=<info@oakandlinen.example>, proto=ESMTP, helo=<mail.freshmail.example>"]),
    line("reject", "NOQUEUE: reject: {step} from {peer}: {never} {?{status} }{reason}; from=<{from}>, to=<{to}>, proto={proto}, helo=<{helo}>")
        .says("Postscreen refused the client.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .samples(&["NOQUEUE: reject: RCPT from [198.51.100.65]:41234: 550 5.7.1 Service unavailable; client [198.51.100.65] blocked using bl.rbl.example; from=<a@freshmail.example>, to=<info@oakandlinen.example>, proto=ESMTP, helo=<x>"]),
    line("reject-connect", "NOQUEUE: reject: {step} from {peer}: {reason}")
        .says("Postscreen rejected the client.")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .samples(&["NOQUEUE: reject: CONNECT from [198.51.100.65]:41234: too many connections", "NOQUEUE: reject: CONNECT from [198.51.100.65]:41234: all server ports busy"]),
    line("ports-busy", "reject: connect from {peer}: {reason}")
        .says("Postscreen rejected the client.")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .samples(&["reject: connect from [198.51.100.65]:41234: all screening ports busy"]),
    line("pipelining", "COMMAND PIPELINING from {peer} after {step}: {data}")
        .sign(Sign::RuleBroken)
        .says("The client sent several commands at once where that isn't allowed (pipelining), as programs that send spam and some simple devices do.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .helps(Party::Nobody, BROKE_RULES)
        .private(&UNTESTED_AS_OURS)
        .samples(&["COMMAND PIPELINING from [198.51.100.65]:41234 after EHLO: MAIL FROM:<a@x>\\r\\n"]),
    line("non-smtp", "NON-SMTP COMMAND from {peer} after {step}: {data}")
        .sign(Sign::RuleBroken)
        .says("The client did not speak mail talk but something else, such as a web request.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .helps(Party::Nobody, BROKE_RULES)
        .private(&UNTESTED_AS_OURS)
        .samples(&["NON-SMTP COMMAND from [198.51.100.65]:41234 after CONNECT: GET / HTTP/1.1"]),
    line("bare-newline", "BARE NEWLINE from {peer} after {step}{?: {data}}")
        .sign(Sign::RuleBroken)
        .says("The client ended a line in a way that the standard forbids.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .helps(Party::Nobody, BROKE_RULES)
        .private(&UNTESTED_AS_OURS)
        .samples(&["BARE NEWLINE from [198.51.100.65]:41234 after EHLO", "BARE NEWLINE from [192.0.2.73]:28811 after EHLO x"]),
    line("limit", "COMMAND {list} LIMIT from {peer} after {step}")
        .says("The client went over a limit of postscreen: {list}.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .helps(Party::Nobody, BROKE_RULES)
        .private(&UNTESTED_AS_OURS)
        .samples(&["COMMAND TIME LIMIT from [198.51.100.65]:41234 after EHLO", "COMMAND COUNT LIMIT from [198.51.100.65]:41234 after RSET"]),
    line("no-recipient", "{list} without valid RCPT from {peer}")
        .says("The client began a message although no recipient had been accepted.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .helps(Party::Nobody, BROKE_RULES)
        .private(&UNTESTED_AS_OURS)
        .samples(&["DATA without valid RCPT from [198.51.100.65]:41234"]),
    line("disconnect", "DISCONNECT {peer}")
        .says("The client left postscreen.")
        .effect(Effect::End(Connection))
        .samples(&["DISCONNECT [198.51.100.65]:41234"]),
    line("stress", "entering STRESS mode with {number} connections")
        .says("So many clients are at postscreen ({number}) that it has less patience from now on.")
        .level(Warning)
        .helps(Party::OurServer, &[("See whether it's an attack or wanted mail; if it lasts, raise default_process_limit or postscreen_pre_queue_limit:", "ss -tn state established '( sport = :25 )' | awk '{print $4}' | cut -d: -f1 | sort | uniq -c | sort -rn | head; postconf default_process_limit")])
        .samples(&["entering STRESS mode with 90 connections"]),
    line("stress-over", "leaving STRESS mode with {number} connections")
        .says("The rush at postscreen is over.")
        .samples(&["leaving STRESS mode with 60 connections"]),
    line("dnsblog-timeout", "warning: dnsblog reply timeout {after}s for {zone}")
        .says("The block list {zone} didn't answer within {after second}. If several lists don't answer, this server's own resolver is slow or blocked.")
        .sign(Sign::ListSilent)
        .level(Warning)
        .helps(Party::OurServer, &[
            (
                "Test this server's own resolver with the lists that it asks; block lists don't answer public resolvers, so a mail server needs one of its own (such as unbound):",
                "dig 2.0.0.127.{zone}; cat /etc/resolv.conf; dig gmail.com MX",
            ),
            ("See which lists are asked, and remove any that no longer exists:", "postconf -n | grep -e dnsbl -e rbl"),
        ])
        .samples(&["warning: dnsblog reply timeout 10s for bl.rbl.example"]),
    line("dnsblog-error", "warning: dnsblog_query: lookup error for DNS query {zone}: {data}")
        .says("The block list couldn't be asked about {zone}: {data}.")
        .sign(Sign::ListSilent)
        .level(Warning)
        .helps(Party::OurServer, LIST_NOT_ASKED)
        .samples(&["warning: dnsblog_query: lookup error for DNS query 7.2.0.192.bl.rbl.example: Host or domain name not found. Name service error for name=7.2.0.192.bl.rbl.example type=A: Host not found, try again"]),
    line("tls-proxy-connect", "CONNECT from {peer}")
        .says("The helper for encryption took over a client of postscreen.")
        .effect(Effect::Part(Connection))
        .samples(&["CONNECT from [203.0.113.9]:50412"]),
    line("tls-proxy-failed", "TLS handshake failed for service={zone} peer={peer}")
        .says("Encryption with the client did not come about.")
        .level(Warning)
        .effect(Effect::Part(Connection))
        .samples(&["TLS handshake failed for service=smtpd peer=[203.0.113.9]:50412"]),
];
