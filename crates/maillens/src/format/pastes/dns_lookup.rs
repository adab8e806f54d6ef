//! What `dig`, `host` and `nslookup` show: the answers of DNS about a name.
//!
//! A name that exists without a record of the kind that was asked for gets an answer without rows. A mail exchanger
//! that is a single dot says that the domain accepts no email (RFC 7505).

use super::service_status::shown;
use super::{Datum, Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, Sign, field};
use crate::vocabulary::Level::{Alert, Permanent, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What they show.
pub static FORMAT: Format = Format {
    id: "dns-lookup",
    title: "dig, host or nslookup, which ask DNS about a name",
    found_in: &["a terminal"],
    sources: &["BIND 9.18 bin/dig/dig.c, host.c, nslookup.c", "RFC 7505"],
    place: Place::Document(Dialogue),
    kind: FormatKind::Lookup,
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("prompt", Role::Keyword, "The prompt of the terminal.").shape(Shape::Prompt),
    field("arguments", Role::Text, "What was asked for."),
    field("name", Role::Host, "The name that was asked about.").shape(Shape::Word),
    field("host", Role::Host, "The mail server that the domain names.")
        .datum(Datum::Exchanger)
        .shape(Shape::Word),
    field("whole", Role::Host, "The name that was found.").shape(Shape::Domain),
    field("target", Role::Host, "The name that it leads to.").shape(Shape::Word),
    field("ip", Role::Remote, "The address of the name.").shape(Shape::Ip),
    field("server", Role::Text, "The DNS server that answered."),
    field("seconds", Role::Count, "For so many seconds the answer may be kept.").shape(Shape::Number),
    field("preference", Role::Count, "Servers with a lower number are tried first.").shape(Shape::Number),
    field("kind", Role::Keyword, "The kind of record.").shape(Shape::Name),
    field("text", Role::Text, "The text of the record."),
    field("state", Role::State, "How it came out. NOERROR: the name exists. NXDOMAIN: it doesn't.")
        .shape(Shape::Name),
    field("why", Role::State, "Why the resolver answered so.").shape(Shape::Text),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
    field("number", Role::Count, "The number of the answer.").shape(Shape::Number),
];

/// A question.
const fn question(id: &'static str, template: &'static str) -> Pattern {
    shown(id, template, "Someone looked up {arguments} in DNS.").effect(Effect::Birth(Dialogue))
}

/// A name that DNS does not know.
const fn unknown(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    shown(id, template, says).level(Warning).helps(
        Party::Dns,
        &[(
            "Check the spelling of the name. If it's right, whoever runs the domain's DNS must add the record, or the domain has expired (whois shows until when it's paid).",
            "",
        )],
    )
}

/// A question that the servers of the domain do not answer.
const fn broken(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    shown(id, template, says).level(Warning).helps(
        Party::Dns,
        &[(
            "Ask the domain's own name servers, and once without checking signatures (DNSSEC). If only that answers, a signature is wrong; if nothing does, the servers are. The domain's DNS administrator must correct either:",
            "dig +trace {name}; dig +cd {name}",
        )],
    )
}

/// A domain whose signatures a resolver finds wrong.
const fn broken_signature(id: &'static str, template: &'static str) -> Pattern {
    shown(
        id,
        template,
        "The domain's DNSSEC signatures don't hold ({why}), so resolvers that check them answer nothing (SERVFAIL): mail servers can't find the domain.",
    )
    .level(Alert)
    .helps(
        Party::Dns,
        &[
            (
                "Whoever runs the domain's DNS must sign the zone again, or correct the DS record at the registrar (remove it where the zone isn't signed any more). To compare both:",
                "dig +short DS {name}; dig +cd +dnssec DNSKEY {name}",
            ),
            ("Without the check, its records are still there:", "dig +cd MX {name}"),
        ],
    )
}

/// A domain that accepts no email.
const fn no_mail(id: &'static str, template: &'static str) -> Pattern {
    shown(
        id,
        template,
        "The domain {name} says in DNS that it accepts no email at all (a null MX): every message to it is returned at once.",
    )
    .level(Warning)
    .helps(
        Party::Dns,
        &[(
            "Use another address of the recipient, or ask the owner of the domain to set a real MX record if it should receive mail.",
            "",
        )],
    )
}

const PATTERNS: &[Pattern] = &[
    question("command-piped", "{?{prompt}}dig {?+short }{arguments} | {?{text}}").sign(Sign::Question).samples(&["$ dig any shop.example | tail -2"]),
    question("command", "{?{prompt}}dig {?+short }{arguments}").sign(Sign::Question).samples(&["$ dig mx shop.example", "dig +short MX shop.example"]),
    question("command-host", "{?{prompt}}host -{arguments}").sign(Sign::Question).samples(&["$ host -t mx shop.example"]),
    question("command-host-plain", "{prompt}host {arguments}").sign(Sign::Question).loose().samples(&["$ host shop.example"]),
    question("command-inside", "> set {arguments}").sign(Sign::Question).samples(&["> set type=mx"]),
    shown("name-inside", "> {name}", "The name {name} was looked up.").within(&[Part::Closed]).loose().samples(&["> shop.example"]),
    question("command-nslookup", "{?{prompt}}nslookup {arguments}").sign(Sign::Question).samples(&["nslookup -type=mx shop.example", "# nslookup shop.example"]),
    shown("dig-heading", "; <<>> DiG {arguments}", "The title of what dig shows.").samples(&["; <<>> DiG 9.18.28-1~deb12u2-Debian <<>> mx shop.example"]),
    unknown("dig-unknown", ";; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: {number}", "DNS says that the name doesn't exist (NXDOMAIN).")
        .sign(Sign::NoSuchName)
        .samples(&[";; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 21177"]),
    broken("dig-broken", ";; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: {number}", "The name could not be looked up: the domain's name servers don't answer rightly (SERVFAIL).")
        .sign(Sign::LookupFailed)
        .samples(&[";; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 21177"]),
    broken("dig-refused", ";; ->>HEADER<<- opcode: QUERY, status: REFUSED, id: {number}", "The DNS server refused to answer (REFUSED).")
        .sign(Sign::Refused)
        .samples(&[";; ->>HEADER<<- opcode: QUERY, status: REFUSED, id: 21177"]),
    shown("dig-state", ";; ->>HEADER<<- opcode: QUERY, status: {state}, id: {number}", "DNS answered: {state}.")
        .sign(Sign::AnswerState)
        .samples(&[";; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 21177"]),
    shown("no-server", "{?;; }{?connection timed out; }no servers could be reached", "The DNS server that this machine asked gave no answer.")
        .sign(Sign::NoResolver)
        .level(Warning)
        .helps(Party::OurServer, &[("See which resolver this machine asks, and whether it runs and a firewall lets port 53 through:", "cat /etc/resolv.conf; resolvectl status")])
        .samples(&[";; connection timed out; no servers could be reached", ";; no servers could be reached"]),
    shown("not-now", "{?ping: }{?getaddrinfo(}{name}{?)}: Temporary failure in name resolution", "No DNS server answers this machine now, so the name could not be looked up: {name}.")
        .level(Permanent)
        .helps(Party::OurServer, &[("See which resolver this machine asks, and whether it runs and a firewall lets port 53 through:", "cat /etc/resolv.conf; resolvectl status")])
        .samples(&["ping: mx.shop.example: Temporary failure in name resolution", "getaddrinfo(whois.denic.de): Temporary failure in name resolution"]),
    shown("no-server-of-one", ";; communications error to {server}: {text}", "The DNS server gave no answer ({text}): {server}.")
        .level(Warning)
        .helps(Party::OurServer, &[("See whether that resolver runs (unbound, named, systemd-resolved) and a firewall lets port 53 through; else name another one in /etc/resolv.conf:", "ss -lnptu 'sport = :53'; cat /etc/resolv.conf")])
        .sign(Sign::LookupFailed)
        .samples(&[";; communications error to 192.0.2.53#53: timed out"]),
    no_mail("null-mx", "{name}{?.}{gap}{?{seconds}{gap}}IN{gap}MX{gap}0 .").sign(Sign::NullMx).samples(&["shop.example. 3600 IN\tMX\t0 ."]),
    no_mail("null-mx-host", "{name} mail is handled by 0 .").sign(Sign::NullMx).samples(&["shop.example mail is handled by 0 ."]),
    no_mail("null-mx-nslookup", "{name}{?.}{gap}mail exchanger = 0 .").sign(Sign::NullMx).samples(&["shop.example\tmail exchanger = 0 ."]),
    shown("record-mx", "{name}{?.}{gap}{?{seconds}{gap}}IN{gap}MX{gap}{preference} {host}{?.}", "The MX record of {name} names {host} (preference {preference}).")
        .sign(Sign::RecordMx)
        .samples(&["shop.example.\t3600\tIN\tMX\t10 mx.shop.example."]),
    shown("record-mx-host", "{name} mail is handled by {preference} {host}{?.}", "The MX record of {name} names {host} (preference {preference}).")
        .sign(Sign::RecordMx)
        .samples(&["shop.example mail is handled by 10 mx.shop.example."]),
    shown("record-mx-nslookup", "{name}{?.}{gap}mail exchanger = {preference} {host}{?.}", "The MX record of {name} names {host} (preference {preference}).")
        .sign(Sign::RecordMx)
        .samples(&["shop.example\tmail exchanger = 10 mx.shop.example."]),
    shown("record-a", "{name}{?.}{gap}{?{seconds}{gap}}IN{gap}A{gap}{ip}", "The name {name} has the address {ip}.").sign(Sign::Record).samples(&["mx.shop.example.\t300\tIN\tA\t192.0.2.25"]),
    shown("record-aaaa", "{name}{?.}{gap}{?{seconds}{gap}}IN{gap}AAAA{gap}{ip}", "The name {name} has the address {ip}.").sign(Sign::Record).samples(&["mx.shop.example.\t300\tIN\tAAAA\t2001:db8::25"]),
    shown("record-a-host", "{name} has address {ip}", "The name {name} has the address {ip}.").sign(Sign::Record).samples(&["mx.shop.example has address 192.0.2.25"]),
    shown("record-aaaa-host", "{name} has IPv6 address {ip}", "The name {name} has the address {ip}.").sign(Sign::Record).samples(&["mx.shop.example has IPv6 address 2001:db8::25"]),
    shown("record-ptr", "{name}{?.}{gap}{?{seconds}{gap}}IN{gap}PTR{gap}{target}{?.}", "The reverse name of {name} is {target}.").sign(Sign::Record).samples(&["25.2.0.192.in-addr.arpa. 3600 IN PTR mx.shop.example."]),
    shown("record-ptr-host", "{name} domain name pointer {target}{?.}", "The reverse name of {name} is {target}.").sign(Sign::Record).samples(&["25.2.0.192.in-addr.arpa domain name pointer mx.shop.example."]),
    shown("record-ptr-nslookup", "{name}{?.}{gap}name = {target}{?.}", "The reverse name of {name} is {target}.").sign(Sign::Record).samples(&["25.2.0.192.in-addr.arpa\tname = mx.shop.example."]),
    shown("record-text", "{name}{?.}{gap}{?{seconds}{gap}}IN{gap}TXT{gap}{text}", "A text record of {name}: {text}.").sign(Sign::Record).samples(&["shop.example. 3600 IN TXT \"v=spf1 mx -all\""]),
    shown("record-text-host", "{name} descriptive text {text}", "A text record of {name}: {text}.").sign(Sign::Record).samples(&["shop.example descriptive text \"v=spf1 mx -all\""]),
    shown("record-text-nslookup", "{name}{?.}{gap}text = {text}", "A text record of {name}: {text}.").sign(Sign::Record).samples(&["shop.example\ttext = \"v=spf1 mx -all\""]),
    // dig +short shows the values alone.
    shown("short-mx", "{preference} {host}.", "The MX record names {host} (preference {preference}).").sign(Sign::ShortMx).within(&[Part::Closed]).loose().samples(&["10 mx.shop.example."]),
    shown("short-address", "{ip}", "The address is {ip}.").sign(Sign::Short).within(&[Part::Closed]).loose().samples(&["192.0.2.25"]),
    shown("short-name", "{whole}.", "The name is {whole}.").sign(Sign::Short).within(&[Part::Closed]).loose().samples(&["mail.shop.example."]),
    shown("short-text", "\"{text}\"", "The text record is “{text}”.").sign(Sign::Short).within(&[Part::Closed]).loose().samples(&["\"v=spf1 mx -all\"", "\"google-site-verification=abc\"", "\"v=DKIM1; k=rsa; p=MIIBIjANBg\" \"kqhkiG9w0B\""]),
    shown("record-other", "{name}{?.}{gap}{seconds}{gap}IN{gap}{kind}{gap}{text}", "A record of {name} ({kind}): {text}.")
        .sign(Sign::Record)
        .loose()
        .samples(&["shop.example. 3600 IN NS ns1.shop.example.", "shop.example. 900 IN SOA ns1.shop.example. admin.shop.example. 1 7200 900 1209600 86400"]),
    shown("alias-host", "{name} is an alias for {target}{?.}", "The name {name} leads to {target}.").samples(&["mail.shop.example is an alias for mx.shop.example."]),
    unknown("host-unknown", "Host {name} not found: 3(NXDOMAIN)", "DNS has no record for {name}: the name doesn't exist.").sign(Sign::NoSuchName).samples(&["Host mail.shop.example not found: 3(NXDOMAIN)"]),
    broken("host-broken", "Host {name} not found: 2(SERVFAIL)", "The name {name} could not be looked up: its name servers don't answer rightly (SERVFAIL).").sign(Sign::LookupFailed).samples(&["Host mail.shop.example not found: 2(SERVFAIL)"]),
    shown("host-without", "{name} has no {kind} record", "The name {name} exists, but has no record of the kind {kind}.")
        .level(Warning)
        .helps(Party::Dns, &[("If mail for the domain should arrive, its DNS needs an MX record that names the mail server, and that server an A record.", "")])
        .sign(Sign::NoRecordOfKind)
        .samples(&["shop.example has no MX record"]),
    unknown("nslookup-unknown", "*** {server} can't find {name}: Non-existent domain", "DNS has no record for {name}: the name doesn't exist.").sign(Sign::NoSuchName).samples(&["*** fritz.box can't find mail.shop.example: Non-existent domain"]),
    unknown("nslookup-unknown-abroad", "*** {text}: Non-existent domain{?.}", "The name doesn't exist in DNS ({text}).").loose().sign(Sign::NoSuchName).samples(&["*** mail.shop.example wurde von fritz.box nicht gefunden: Non-existent domain."]),
    unknown("nslookup-unknown-unix", "** server can't find {name}: NXDOMAIN", "DNS has no record for {name}: the name doesn't exist.").sign(Sign::NoSuchName).samples(&["** server can't find mail.shop.example: NXDOMAIN"]),
    broken("nslookup-broken", "** server can't find {name}: {state}", "The name {name} could not be looked up: the answer was {state}.").loose().sign(Sign::LookupFailed).samples(&["** server can't find mail.shop.example: SERVFAIL", "** server can't find mail.shop.example: REFUSED"]),
    shown("nslookup-without", "*** Can't find {name}: No answer", "The name {name} exists, but has no record of the kind that was asked for.").sign(Sign::NoSuchRecord).level(Warning).samples(&["*** Can't find shop.example: No answer"]),
    shown("nslookup-server", "Server:{gap}{server}", "The DNS server that was asked: {server}.").samples(&["Server:\t\t127.0.0.53", "Server:  fritz.box"]),
    shown("nslookup-address", "Address{?es}:{gap}{server}", "An address: {server}.").within(&[Part::Closed]).samples(&["Address:\t127.0.0.53#53", "Addresses:  192.0.2.25"]),
    shown("nslookup-name", "Name:{gap}{name}", "The answer for {name} follows.").within(&[Part::Closed]).samples(&["Name:\tmx.shop.example"]),
    shown("nslookup-mark", "Non-authoritative answer:", "The answer came from a store, not from the domain's own servers.").samples(&["Non-authoritative answer:"]),
    shown("remark", ";;{?{text}}", "A remark of dig.").sign(Sign::Remark).loose().samples(&[";; Query time: 12 msec", ";; QUESTION SECTION:", ";; global options: +cmd"]),
    // RFC 8914: why the resolver answered so. These numbers are about signatures.
    broken_signature("extended-signature", "; EDE: {?6}{?7}{?8}{?9}{?10}{?11}{?12} ({why}){?: {text}}")
        .samples(&["; EDE: 7 (Signature Expired): (for DNSKEY shop.example., id = 20331)", "; EDE: 6 (DNSSEC Bogus)"]),
    shown("extended-no-server", "; EDE: {?22}{?23} ({why}){?: {text}}", "The resolver got no answer from the domain's name servers ({why}).")
        .level(Warning)
        .helps(Party::Dns, &[("See which of the domain's name servers answer; the domain's DNS administrator must mend those that don't:", "dig +trace {name}; dig +short NS {name}")])
        .sign(Sign::LookupFailed)
        .samples(&["; EDE: 22 (No Reachable Authority): (at delegation shop.example.)"]),
    shown("extended-blocked", "; EDE: {?15}{?16}{?17}{?18} ({why}){?: {text}}", "The resolver may not or will not answer for this name ({why}): a rule of whoever runs the resolver.")
        .level(Warning)
        .helps(Party::OurServer, &[("Ask another resolver; if that answers, use one of your own (unbound) for the mail server:", "dig @9.9.9.9 {name}")])
        .samples(&["; EDE: 15 (Blocked)", "; EDE: 18 (Prohibited)"]),
    shown("extended", "; EDE: {number} ({why}){?: {text}}", "The resolver adds: {why}.").loose().samples(&["; EDE: 3 (Stale Answer)", "; EDE: 24 (Invalid Data): (for shop.example. A)"]),
    shown("remark-edns", "; {text}", "A remark of dig.").loose().samples(&["; EDNS: version: 0, flags:; udp: 1232", "; (1 server found)"]),
    shown("asked", ";{name}{?.}{gap}IN{gap}{kind}", "The question: {kind} of {name}.").sign(Sign::Question).samples(&[";shop.example.\tIN\tMX"]),
];
