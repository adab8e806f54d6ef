//! What other mail servers report of a domain as a whole: how encryption on the way to it worked (TLS-RPT, in JSON), and
//! what came in its name (DMARC, in XML). `mend/record.rs` makes one line of each.

use super::mail_event::ANYWHERE;
use super::{Effect, Field, Format, Part, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::{Success, Warning};
use crate::vocabulary::TraceType::Dialogue;
use crate::vocabulary::{Party, Sign};

/// What they report.
pub static FORMAT: Format = Format {
    id: "aggregate-report",
    title: "a report about a domain: of encryption on the way to it (TLS-RPT), or of mail in its name (DMARC)",
    found_in: &["an email with the subject Report Domain"],
    sources: &["RFC 8460: SMTP TLS Reporting", "RFC 7489: DMARC, appendix C"],
    place: Place::Document(Dialogue),
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("service", Role::Text, "Who reports.").shape(Shape::Text),
    field("domain", Role::Host, "The domain that the mail was for."),
    field("host", Role::Host, "The mail server of that domain."),
    field("problem", Role::Text, "The name of the failure (RFC 8460).").shape(Shape::Word),
    field(
        "policy",
        Role::State,
        "What the domain asks others to do with mail that fails: none, quarantine or reject.",
    )
    .shape(Shape::Name),
    field("ip", Role::Ip, "The address that most of it came from.").shape(Shape::Ip),
    field("other", Role::Keyword, "The domain for which it passed.").shape(Shape::Word),
    field("count", Role::Count, "So many connections: {}.").shape(Shape::Number),
    field("all", Role::Count, "So many connections in all: {}.").shape(Shape::Number),
];

/// A kind of failure.
macro_rules! failure {
    ($of:literal) => {
        concat!("tls report of {service} for {domain}: ", $of, "{? at {host}}: {count} of {all}")
    };
}

const fn failure(
    id: &'static str,
    template: &'static str,
    says: &'static str,
    steps: &'static [(&'static str, &'static str)],
) -> Pattern {
    line(id, template)
        .says(says)
        .level(Warning)
        .sign(Sign::DomainReport)
        .helps(Party::OurServer, steps)
        .within(ANYWHERE)
        .effect(Effect::Part(Dialogue))
        .then(Part::Rows)
}

/// What helps about a certificate.
const CERTIFICATE: &[(&str, &str)] = &[(
    "Install a certificate on {host} that is valid, names {host} and comes with its whole chain, and reload the mail server: it's the one on port 25, not the website's. See what the server shows:",
    "openssl s_client -starttls smtp -connect {host}:25 </dev/null 2>/dev/null | openssl x509 -noout -dates -ext subjectAltName",
)];

/// What helps about the policy of MTA-STS.
const POLICY: &[(&str, &str)] = &[(
    "See whether the policy can be fetched over HTTPS with a valid certificate, and names all servers of the MX record; after a change, give the record a new id:",
    "curl -sS https://mta-sts.{domain}/.well-known/mta-sts.txt; dig +short TXT _mta-sts.{domain}; dig +short MX {domain}",
)];

/// What helps where the policy of MTA-STS doesn't name a server.
const UNLISTED: &[(&str, &str)] = &[(
    "Add the server to the policy (a line mx: {host}), then give the TXT record of _mta-sts a new id, or senders go on with the old policy for as long as its max_age says. If {host} shouldn't receive mail, correct the MX record:",
    "curl -sS https://mta-sts.{domain}/.well-known/mta-sts.txt; dig +short TXT _mta-sts.{domain}; dig +short MX {domain}",
)];

/// What helps where either of both may be wrong.
const EITHER: &[(&str, &str)] = &[POLICY[0], CERTIFICATE[0]];

/// What helps about DANE.
const DANE: &[(&str, &str)] = &[(
    "Compare the TLSA records with the certificate that the server shows, and publish new ones before a certificate changes:",
    "dig +dnssec TLSA _25._tcp.{host}; dig +short MX {domain}",
)];

const PATTERNS: &[Pattern] = &[
    failure("certificate-expired", failure!("certificate-expired"), "In {count} of {all connection}, {service} found that the certificate{? of {host}} has expired. Where the domain's policy demands encryption (MTA-STS in mode enforce, DANE), the mail isn't delivered there: it waits or comes back.", CERTIFICATE)
        .samples(&["tls report of Big Mail for shop.example: certificate-expired at mx2.shop.example: 43 of 163"]),
    failure("certificate-name", failure!("certificate-host-mismatch"), "In {count} of {all connection}, {service} found that the certificate{? of {host}} is for another name. Where the domain's policy demands encryption (MTA-STS in mode enforce, DANE), the mail isn't delivered there: it waits or comes back.", CERTIFICATE)
        .samples(&["tls report of Big Mail for shop.example: certificate-host-mismatch at mx2.shop.example: 43 of 163"]),
    failure("certificate-untrusted", failure!("certificate-not-trusted"), "In {count} of {all connection}, {service} didn't trust the certificate{? of {host}}: its issuer isn't known, or its chain isn't complete. Where the domain's policy demands encryption (MTA-STS in mode enforce, DANE), the mail isn't delivered there: it waits or comes back.", CERTIFICATE)
        .samples(&["tls report of Big Mail for shop.example: certificate-not-trusted at mx2.shop.example: 43 of 163"]),
    failure("no-encryption", failure!("starttls-not-supported"), "In {count} of {all connection}, {service} was offered no encryption (STARTTLS){? by {host}}.", &[("Turn STARTTLS on at port 25 of {host}, or off what hides it: a firewall that inspects SMTP. See what the server offers:", "swaks --server {host} --quit-after EHLO")])
        .samples(&["tls report of Big Mail for shop.example: starttls-not-supported at mx2.shop.example: 43 of 163"]),
    failure("tlsa", failure!("{?tlsa-invalid}{?dnssec-invalid}{?dane-required}"), "In {count} of {all connection}, {service} found that the DANE records (TLSA){? of {host}} don't fit its certificate or aren't signed (DNSSEC), so the mail isn't delivered there: it waits or comes back.", DANE)
        .samples(&["tls report of Big Mail for shop.example: tlsa-invalid at mx2.shop.example: 43 of 163"]),
    failure("unlisted", failure!("sts-unlisted"), "The domain's MTA-STS policy doesn't name the mail server{? {host}} that the MX record leads to, so {service} failed in {count} of {all connection}. Where the policy says enforce, senders that heed it deliver nothing there: the mail waits or comes back.", UNLISTED)
        .samples(&["tls report of Big Mail for shop.example: sts-unlisted at mx2.shop.example: 43 of 163"]),
    failure("policy", failure!("sts-{problem}"), "In {count} of {all connection}, {service} could not use the domain's MTA-STS policy, or the server isn't in it (sts-{problem}).", POLICY)
        .samples(&["tls report of Big Mail for shop.example: sts-policy-fetch-error: 43 of 163"]),
    failure("other", failure!("{problem}"), "In {count} of {all connection}, {service} got no connection{? to {host}} that the domain's policy for encryption allows ({problem}).", EITHER)
        .loose()
        .samples(&["tls report of Big Mail for shop.example: validation-failure at mx2.shop.example: 43 of 163"]),
    line("no-failure", "tls report of {service} for {domain}: no failure: {count} of {all}")
        .says("{service} reports no failure: encryption to {domain} worked in all {all connection}. Nothing needs to be done.")
        .level(Success)
        .within(ANYWHERE)
        .effect(Effect::Part(Dialogue))
        .then(Part::Rows)
        .samples(&["tls report of Big Mail for shop.example: no failure: 0 of 163"]),
    line("unproven", "dmarc report of {service} for {domain}, p={policy}: {count} of {all} failed, most of {ip}")
        .says("Of {all message} in the name of {domain}, {count} passed neither SPF nor DKIM for it at {service}; most of these came from {ip}. The domain's policy for such mail is {policy}.")
        .level(Warning)
        .sign(Sign::DomainReport)
        .helps(Party::Dns, &[
            ("See whose address that is. If it's a service of your own (a newsletter, a shop, a web server), let it sign with DKIM for {domain}, or add it to the SPF record. If it's a stranger's, it's forged mail, and nothing else needs to be done:", "dig +short -x {ip}; dig +short TXT {domain}; dig +short TXT _dmarc.{domain}"),
            ("Make the policy stricter (quarantine, then reject) only once nothing of your own fails any more.", ""),
        ])
        .within(ANYWHERE)
        .effect(Effect::Part(Dialogue))
        .then(Part::Rows)
        .samples(&["dmarc report of Big Mail for shop.example, p=none: 14 of 20 failed, most of 192.0.2.77"]),
    line("unaligned", "dmarc report of {service} for {domain}, p={policy}: {count} of {all} failed, most of {ip}, passed for {other}")
        .says("Of {all message} in the name of {domain}, {count} passed neither SPF nor DKIM for it at {service}; most of these came from {ip} and passed only for {other}, another domain than that in From. The policy of {domain} for such mail is {policy}.")
        .level(Warning)
        .sign(Sign::DomainReport)
        .helps(Party::Dns, &[
            ("If {other} is of a service that sends for {domain} (a newsletter, a shop), switch on DKIM for {domain} in that service, and publish the records that it names. The SPF record doesn't help while the envelope sender is at {other}.", ""),
            ("If not, it's mail that was forwarded, or forged: nothing else needs to be done. Whose address it is:", "dig +short -x {ip}; dig +short TXT _dmarc.{domain}"),
        ])
        .within(ANYWHERE)
        .effect(Effect::Part(Dialogue))
        .then(Part::Rows)
        .samples(&["dmarc report of Big Mail for shop.example, p=none: 14 of 20 failed, most of 192.0.2.77, passed for tool.example"]),
    line("proven", "dmarc report of {service} for {domain}, p={policy}: {count} of {all} failed")
        .says("{service} reports no failure: all {all message} in the name of {domain} passed DMARC. Nothing needs to be done.")
        .level(Success)
        .within(ANYWHERE)
        .effect(Effect::Part(Dialogue))
        .then(Part::Rows)
        .samples(&["dmarc report of Big Mail for shop.example, p=none: 0 of 20 failed"]),
    line("subject", "This is an aggregate TLS report from {service}")
        .says("{service} sent a report about encryption on the way to the domain; what it found is in the file.")
        .within(ANYWHERE)
        .effect(Effect::Part(Dialogue))
        .then(Part::Rows)
        .samples(&["This is an aggregate TLS report from mail.example"]),
];
