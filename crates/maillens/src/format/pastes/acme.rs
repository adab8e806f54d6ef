//! What programs print that get certificates from Let's Encrypt: certbot, and mailcow's acme container.
//!
//! The authority calls the server on port 80 (or asks its DNS); what it met there stands behind `Detail:`.

use super::{Field, Format, FormatKind, Pattern, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{self, Alert, Warning};
use crate::vocabulary::Party::{self, Dns, OurServer};

/// What they print.
pub static FORMAT: Format = Format {
    id: "acme",
    title: "the renewal of a certificate (certbot, mailcow's acme)",
    found_in: &["a terminal", "docker compose logs acme-mailcow", "/var/log/letsencrypt/letsencrypt.log"],
    sources: &["certbot 2 _internal/auth_handler.py, renewal.py", "mailcow-dockerized data/Dockerfiles/acme"],
    programs: &["certbot", "acme-mailcow", "acme"],
    kind: FormatKind::Renewal,
    realm: "acme",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("host", Role::Host, "The name that the certificate is for.").shape(Shape::Text),
    field("path", Role::Path, "The file."),
    field("kind", Role::State, "What kind of problem it is.").shape(Shape::Word),
    field("ip", Role::Ip, "The address that the authority called."),
    field("net", Role::State, "How the IPv6 address that the authority called begins.").shape(Shape::Hex),
    field("rest", Role::State, "The rest of that address.").shape(Shape::Word),
    field("own", Role::Ip, "The address of this server."),
    field("name", Role::Host, "The name that the authority looked up or called.").shape(Shape::Word),
    field("url", Role::Text, "What the authority asked for.").shape(Shape::Word),
    field("detail", Role::Text, "What more it says."),
    field("text", Role::Text, "What was met there."),
    field("way", Role::State, "The way to prove that the name is this server's.").shape(Shape::Word),
    field("count", Role::Count, "The count: {}."),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
];

/// A line that only says how far it is.
const fn told(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).loose()
}

/// What the authority met.
const fn met(
    id: &'static str,
    template: &'static str,
    says: &'static str,
    party: Party,
    next: &'static [(&'static str, &'static str)],
) -> Pattern {
    told(id, template, says).level(Alert).helps(party, next)
}

/// The authority could not call.
const PORT: &[(&str, &str)] = &[
    (
        "Let port 80 through from everywhere (firewall, port forwarding of a router), over IPv6, too, if the name has an AAAA record:",
        "ss -ltnp 'sport = :80'; nft list ruleset | grep -w 80; curl -sI http://{name}/",
    ),
    (
        "Where port 80 can't be opened, prove the name by DNS instead (certbot --preferred-challenges dns).",
        "",
    ),
];
/// The name leads elsewhere.
const NAME: &[(&str, &str)] = &[(
    "Correct the A and AAAA records of the name: they must be the address of this server.",
    "dig +short A {name}; dig +short AAAA {name}; curl -4 -s ifconfig.me",
)];
/// The name servers don't answer.
const SERVERS: &[(&str, &str)] = &[(
    "See whether the domain's name servers answer, from the root on; the domain's DNS administrator must repair what fails.",
    "dig +trace {name} {kind}",
)];
/// The wrong thing answers.
const WEB: &[(&str, &str)] = &[(
    "Something else answers on port 80 for this name (another website, a proxy, a redirect, or another server): let /.well-known/acme-challenge/ lead to where the program puts its files.",
    "dig +short A {name}; dig +short AAAA {name}; curl -si http://{name}/.well-known/acme-challenge/test",
)];
/// Too many tries.
const WAIT: &[(&str, &str)] = &[(
    "Wait until the time that the message names; first correct what made the earlier tries fail, and test with certbot renew --dry-run, which isn't counted.",
    "",
)];
/// A certificate that ends.
const SOON: &[(&str, &str)] = &[(
    "See how long the present certificate is good: when it ends, email apps warn or refuse to connect.",
    "certbot certificates",
)];

/// IPv6 leads elsewhere.
const IPV6: &[(&str, &str)] = &[(
    "See whether that IPv6 address is this server's. If it isn't, remove the AAAA record of {name}, or set it to this server's own; if it is, let the web server answer on IPv6, too:",
    "ip -6 addr show scope global; dig +short AAAA {name}",
)];

/// How Hestia's panel reports what the authority met.
macro_rules! panel {
    ($of:literal) => {
        concat!("Error: Let's Encrypt validation status {count} ({host}). Details: {way}:\"", $of, "\"")
    };
}

const OTHER_IPV6: &str = "By IPv6 ({net}:{rest}), something else answers Let's Encrypt for {name} than the program that asked for the certificate: none is issued.";
const OTHER: &str =
    "On port 80 something else than the program answered Let's Encrypt, so the certificate isn't renewed.";
const NO_ANSWER: &str = "Let's Encrypt got no answer on port 80 of this server in time, so the certificate isn't renewed: a firewall drops the call, or the name leads elsewhere.";
const REFUSED: &str = "Nothing accepts connections on port 80 of this server, so Let's Encrypt can't check the name and the certificate isn't renewed.";

const PATTERNS: &[Pattern] = &[
    // Hestia, and VestaCP before it.
    met("panel-no-answer", panel!("{?{ip}: }Fetching http{?s}://{name}/{text}: Timeout during connect{?{detail}}"), NO_ANSWER, OurServer, PORT)
        .samples(&["Error: Let's Encrypt validation status 400 (mail.shop.example). Details: 400:\"192.0.2.25: Fetching http://mail.shop.example/.well-known/acme-challenge/q8Jr0d: Timeout during connect (likely firewall problem)\""]),
    met("panel-refused", panel!("{?{ip}: }Fetching http{?s}://{name}/{text}: Connection refused"), REFUSED, OurServer, PORT)
        .sign(Sign::Refused)
        .samples(&["Error: Let's Encrypt validation status 400 (mail.shop.example). Details: 400:\"192.0.2.25: Fetching http://mail.shop.example/.well-known/acme-challenge/q8Jr0d: Connection refused\""]),
    met("panel-other-page-by-ipv6", panel!("{net}:{rest}: Invalid response from http{?s}://{name}/{url}{?: {text}}"), OTHER_IPV6, OurServer, IPV6)
        .samples(&["Error: Let's Encrypt validation status 400 (mail.shop.example). Details: 403:\"2001:db8::25: Invalid response from http://mail.shop.example/.well-known/acme-challenge/q8Jr0d: 404\""]),
    met("panel-other-page", panel!("{?{ip}: }Invalid response from http{?s}://{name}/{url}{?: {text}}"), OTHER, OurServer, WEB)
        .samples(&["Error: Let's Encrypt validation status 400 (mail.shop.example). Details: 403:\"192.0.2.25: Invalid response from http://mail.shop.example/.well-known/acme-challenge/q8Jr0d: 404\""]),
    met("panel-detail", panel!("{text}"), "The authority refused the certificate for {host}: {text}.", OurServer, SOON)
        .samples(&["Error: Let's Encrypt validation status 400 (mail.shop.example). Details: 400:\"DNS problem: SERVFAIL\""]),
    // certbot.
    told("log", "Saving debug log to {path}", "More about it is written to {path}.").samples(&["Saving debug log to /var/log/letsencrypt/letsencrypt.log"]),
    told("file", "Processing {path}", "The certificate of {path} is looked at.").samples(&["Processing /etc/letsencrypt/renewal/mail.shop.example.conf"]),
    told("renewing", "Renewing an existing certificate for {host}", "The certificate for {host} is being renewed.").samples(&["Renewing an existing certificate for mail.shop.example"]),
    told("requesting", "Requesting a certificate for {host}", "A certificate for {host} is asked for.").samples(&["Requesting a certificate for mail.shop.example"]),
    told("simulating", "Simulating renewal of an existing certificate for {host}", "The renewal for {host} is only tried.").samples(&["Simulating renewal of an existing certificate for mail.shop.example"]),
    told("failed-check", "Certbot failed to authenticate some domains (authenticator: {way}). The Certificate Authority reported these problems:", "The certificate isn't renewed: the authority could not verify that the name leads to this server. What it met follows.")
        .level(Warning)
        .helps(OurServer, SOON)
        .samples(&["Certbot failed to authenticate some domains (authenticator: standalone). The Certificate Authority reported these problems:"]),
    told("domain", "{?  }Domain: {host}", "It's about the name {host}.").samples(&["  Domain: mail.shop.example"]),
    told("kind", "{?  }Type:{gap}{kind}", "The kind of problem: {kind}.").samples(&["  Type:   connection"]),
    met("no-answer", "{?  }Detail: {?{ip}: }Fetching http{?s}://{name}/{text}: Timeout during connect{?{detail}}", NO_ANSWER, OurServer, PORT)
        .samples(&["  Detail: 192.0.2.25: Fetching http://mail.shop.example/.well-known/acme-challenge/q8Jr0d: Timeout during connect (likely firewall problem)"]),
    met("refused", "{?  }Detail: {?{ip}: }Fetching http{?s}://{name}/{text}: Connection refused", REFUSED, OurServer, PORT)
        .sign(Sign::Refused)
        .samples(&["  Detail: 192.0.2.25: Fetching http://mail.shop.example/.well-known/acme-challenge/q8Jr0d: Connection refused"]),
    met("other-page-by-ipv6", "{?  }Detail: {net}:{rest}: Invalid response from http{?s}://{name}/{url}{?: {text}}", OTHER_IPV6, OurServer, IPV6)
        .samples(&["  Detail: 2001:db8::25: Invalid response from http://mail.shop.example/.well-known/acme-challenge/q8Jr0d: 404"]),
    met("other-page", "{?  }Detail: {?{ip}: }Invalid response from http{?s}://{name}/{url}{?: {text}}", OTHER, OurServer, WEB)
        .samples(&["  Detail: 192.0.2.25: Invalid response from http://mail.shop.example/.well-known/acme-challenge/q8Jr0d: 404"]),
    met("no-name", "{?  }Detail: DNS problem: NXDOMAIN looking up {kind} for {name}{? - {text}}", "The name {name} doesn't exist in DNS, so the certificate isn't renewed.", Dns, NAME)
        .samples(&["  Detail: DNS problem: NXDOMAIN looking up A for mail.shop.example - check that a DNS record exists for this domain"]),
    met("no-address", "{?  }Detail: no valid A records found for {name}{?; {text}}", "The name {name} has no address in DNS, so the certificate isn't renewed.", Dns, NAME)
        .samples(&["  Detail: no valid A records found for mail.shop.example; no valid AAAA records found for mail.shop.example"]),
    met("dns-problem", "{?  }Detail: DNS problem: {text} looking up {kind} for {name}{? - {detail}}", "Let's Encrypt got no usable answer from the name servers of {name}, so the certificate isn't renewed ({text} for {kind}).", Dns, SERVERS)
        .samples(&["  Detail: DNS problem: SERVFAIL looking up CAA for shop.example - the domain's nameservers may be malfunctioning"]),
    met("caa", "{?  }Detail: {?While processing CAA for {name}: }CAA record for {host} prevents issuance", "The domain's CAA record doesn't allow certificates of Let's Encrypt, so none is issued for {host}.", Dns, &[("Add letsencrypt.org to the CAA records of the domain, or remove them.", "dig +short CAA {host}")])
        .samples(&["  Detail: CAA record for shop.example prevents issuance", "  Detail: While processing CAA for mail.shop.example: CAA record for shop.example prevents issuance"]),
    met("detail", "{?  }Detail: {text}", "The authority refused the certificate, and it isn't renewed: {text}.", OurServer, SOON)
        .samples(&["  Detail: The key authorization file from the server did not match this challenge"]),
    told("hint", "Hint: The Certificate Authority failed to {text}", "What certbot supposes about it.").samples(&["Hint: The Certificate Authority failed to download the challenge files from the temporary standalone webserver started by Certbot on port 80."]),
    told("renewal-failed", "Failed to renew certificate {host} with error: {text}", "The certificate {host} was not renewed: {text}.")
        .level(Warning)
        .helps(OurServer, SOON)
        .samples(&["Failed to renew certificate mail.shop.example with error: Some challenges have failed."]),
    told("all-failed", "All {?simulated }renewals failed. The following certificates could not be renewed:", "No certificate could be renewed.")
        .level(Warning)
        .helps(OurServer, SOON)
        .samples(&["All renewals failed. The following certificates could not be renewed:"]),
    told("failures", "{count} renew failure(s), {text}", "Renewals that failed: {count}.").samples(&["1 renew failure(s), 0 parse failure(s)"]),
    told("port-taken", "Could not bind TCP port 80 because it is already in use by another process on this system (such as a web server). {text}", "Another program, such as a web server, holds port 80, which certbot wants for itself (standalone).")
        .level(Alert)
        .helps(OurServer, &[("Let certbot use the web server (--nginx, --apache or --webroot), or stop that one during the renewal:", "ss -ltnp 'sport = :80'")])
        .samples(&["Could not bind TCP port 80 because it is already in use by another process on this system (such as a web server). Please stop the program in question and then try again."]),
    told("rate-limit", "{?An unexpected error occurred: }{?Error creating new order :: }too many {text}", "Let's Encrypt issues no more certificates for this name for some time: {text}.")
        .level(Alert)
        .helps(OurServer, WAIT)
        .samples(&["Error creating new order :: too many certificates (5) already issued for this exact set of domains in the last 168h0m0s", "too many failed authorizations (5) for \"mail.shop.example\" in the last 1h0m0s"]),
    told("renewed", "Successfully received certificate.", "The new certificate is there. Postfix and Dovecot use it only after a reload.").level(Level::Success).samples(&["Successfully received certificate."]),
    told("all-renewed", "Congratulations, all {?simulated }renewals succeeded{?{text}}", "All certificates were renewed. Postfix and Dovecot use them only after a reload.").level(Level::Success).samples(&["Congratulations, all renewals succeeded:", "Congratulations, all simulated renewals succeeded:"]),
    told("not-due", "Certificate not yet due for renewal", "The certificate isn't due yet: it's still valid for some time, and nothing was done.").level(Level::Success).samples(&["Certificate not yet due for renewal"]),
    told("file-state", "{gap}{path}.pem {?expires on {detail} }({kind})", "The certificate {path}.pem: {kind}{?, good until {detail}}.").samples(&["  /etc/letsencrypt/live/mail.shop.example/fullchain.pem (failure)", "  /etc/letsencrypt/live/mail.shop.example/fullchain.pem expires on 2026-08-29 (skipped)"]),
    told("failed-some", "{?Some challenges have failed.}{?An unexpected error occurred:}{?No renewals were attempted.}", "How it ended.").samples(&["Some challenges have failed.", "An unexpected error occurred:", "No renewals were attempted."]),
    told("no-authority", "requests.exceptions.ConnectionError: {text}host='{name}{detail}", "The program could not reach Let's Encrypt: this machine has no connection to it, or its DNS doesn't work.")
        .level(Alert)
        .helps(OurServer, &[("See whether this machine looks up names and gets out on port 443:", "cat /etc/resolv.conf; curl -sI https://letsencrypt.org")])
        .samples(&["requests.exceptions.ConnectionError: HTTPSConnectionPool(host='acme.example', port=443)"]),
    line("expired", "{?{gap}}Expiry Date: {detail} (INVALID: {text})")
        .says("The certificate is no longer valid since {detail} ({text}).")
        .level(Alert)
        .helps(OurServer, &[("Renew it, and read why the renewal that runs twice a day failed:", "certbot renew; systemctl list-timers certbot; tail -50 /var/log/letsencrypt/letsencrypt.log")])
        .samples(&["    Expiry Date: 2024-05-30 08:00:00+00:00 (INVALID: EXPIRED)"]),
    line("lasts", "{?{gap}}Expiry Date: {detail} (VALID: {text})").says("The certificate is valid until {detail} (for {text}).").sign(Sign::CertificateEnd).level(Level::Success).samples(&["    Expiry Date: 2026-08-29 04:11:09+00:00 (VALID: 78 days)"]),
    told("value", "{gap}{?Certificate Name}{?Serial Number}{?Key Type}{?Domains}{?Identifiers}{?Certificate Path}{?Private Key Path}: {text}", "A value of the certificate: {text}.").samples(&["  Certificate Name: mail.shop.example", "    Key Type: ECDSA"]),
    // mailcow.
    met("address-differs", "Cannot match your IP {own} against hostname {host} (DNS returned {?{ip}}{?{text}})", "The name {host} leads to another address than this server's ({own}), so no certificate is asked for.", Dns, &[("Correct the A or AAAA record of {host}; behind a router that translates addresses, set SKIP_IP_CHECK=y in mailcow.conf.", "dig +short A {host}; dig +short AAAA {host}")])
        .samples(&["Cannot match your IP 192.0.2.25 against hostname mail.shop.example (DNS returned 198.51.100.9)"]),
    met("check-failed", "Confirmed {?AAAA}{?A} record with IP {ip}, but HTTP validation failed", "The name leads here, but port 80 isn't reachable from outside (over IPv6, where it's the AAAA record), so no certificate is asked for.", OurServer, PORT)
        .samples(&["Confirmed A record with IP 192.0.2.25, but HTTP validation failed", "Confirmed AAAA record with IP 2001:db8::25, but HTTP validation failed"]),
    told("no-record", "No A or AAAA record found for hostname {host}", "The name {host} has no address in DNS. For autodiscover and autoconfig names that nobody set up that is usual.").samples(&["No A or AAAA record found for hostname autodiscover.shop.example"]),
    met("caa-forbids", "{?Skipping ACME validation for {host}: }Lets Encrypt disallowed for {host} by CAA record", "The domain's CAA record doesn't allow certificates of Let's Encrypt.", Dns, &[("Add letsencrypt.org to the CAA records of the domain, or remove them.", "dig +short CAA {host}")])
        .samples(&["Lets Encrypt disallowed for shop.example by CAA record"]),
    told("initializing", "Initializing, please wait...", "The check begins.").samples(&["Initializing, please wait..."]),
    told("uses-key", "Using existing {?domain rsa}{?domain ecdsa}{?Lets Encrypt account} key {path}", "It uses the key {path} that it has.").samples(&["Using existing domain rsa key /var/lib/acme/acme/key.pem", "Using existing Lets Encrypt account key /var/lib/acme/acme/account.pem"]),
    told("looks-for-address", "Detecting IP addresses...", "It looks for the address of this server as others see it.").samples(&["Detecting IP addresses..."]),
    told("own-address", "OK: {own}, {ip}", "Others see this server at {own}, and over IPv6 at {ip} (only zeros: it has none).").samples(&["OK: 192.0.2.25, 0000:0000:0000:0000:0000:0000:0000:0000"]),
    told("record-found", "Found {?AAAA}{?A} record for {host}: {ip}{? - skipping A record check}", "In DNS the name {host} has the address {ip}.").sign(Sign::Record).samples(&["Found A record for mail.shop.example: 192.0.2.25", "Found AAAA record for mail.shop.example: 2001:db8::25 - skipping A record check"]),
    told("record-confirmed", "Confirmed {?AAAA}{?A} record {?with IP }{ip}", "The name leads to this server.").sign(Sign::Record).level(Level::Success).samples(&["Confirmed A record 192.0.2.25", "Confirmed AAAA record with IP 2001:db8::25"]),
    told("off", "Use SKIP_LETS_ENCRYPT=y in mailcow.conf to skip it permanently.", "How to turn off the certificates of Let's Encrypt, if others are used.").samples(&["Use SKIP_LETS_ENCRYPT=y in mailcow.conf to skip it permanently."]),
    told("nothing-checked", "Cannot validate any hostnames, skipping Let's Encrypt for 1 hour.", "No name passed its check; mailcow tries again in an hour.")
        .level(Warning)
        .helps(OurServer, &[("Correct what the lines above say of each name, then start the check again:", "docker compose restart acme-mailcow")])
        .samples(&["Cannot validate any hostnames, skipping Let's Encrypt for 1 hour."]),
    told("not-obtained", "Failed to obtain certificate {path} for domains '{host}'", "Let's Encrypt gave no certificate for {host}; why, stands in the lines before.")
        .level(Alert)
        .helps(OurServer, &[("Read the authority's own words above (a rate limit, port 80, DNS), correct that, then start it again:", "docker compose logs --tail=200 acme-mailcow; docker compose restart acme-mailcow")])
        .samples(&["Failed to obtain certificate /var/lib/acme/cert.pem for domains 'mail.shop.example'"]),
    told("again", "Some errors occurred, retrying in 30 minutes...", "The next try comes in half an hour.").level(Warning).helps(OurServer, SOON).samples(&["Some errors occurred, retrying in 30 minutes..."]),
    told("obtained", "Certificate successfully obtained", "The new certificate is there.").level(Level::Success).samples(&["Certificate successfully obtained"]),
    told("unchanged", "Certificates were successfully validated, no changes or renewals required, sleeping for another day.", "All certificates are good: nothing was done.").level(Level::Success).samples(&["Certificates were successfully validated, no changes or renewals required, sleeping for another day."]),
    told("own-certificate", "Found certificate with issuer other than mailcow snake-oil CA and Let's Encrypt, skipping ACME client...", "A certificate of another authority is in use: mailcow doesn't renew it.").samples(&["Found certificate with issuer other than mailcow snake-oil CA and Let's Encrypt, skipping ACME client..."]),
];
