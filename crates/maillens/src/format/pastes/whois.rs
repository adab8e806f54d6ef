//! What `whois` shows of a domain: until when it is paid, and whether its registry or registrar stopped it.
//!
//! Generic domains have the words of ICANN, countries their own. A domain on hold is not in DNS, so neither its mail nor
//! its website works, though its records at the provider are right.

use super::service_status::shown;
use super::{Field, Format, Pattern, Place, Role, Shape, Sign, field};
use crate::format::Part;
use crate::vocabulary::Level::{Success, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What it shows.
pub static FORMAT: Format = Format {
    id: "whois",
    title: "whois, which asks the registry of a domain",
    found_in: &["a terminal"],
    sources: &["ICANN: EPP Status Codes", "RFC 5731", "RFC 3915", "DENIC and other registries' public whois"],
    place: Place::Document(Dialogue),
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("prompt", Role::Keyword, "The prompt of the terminal.").shape(Shape::Prompt),
    field("name", Role::Host, "The domain.").shape(Shape::Word),
    field("date", Role::Time, "A date and time.").shape(Shape::Text),
    field("state", Role::State, "The state of the domain.").shape(Shape::Name),
    field("who", Role::Text, "Who the registrar is.").shape(Shape::Text),
    field("link", Role::Text, "What explains it."),
    field("host", Role::Host, "A name server of the domain.").shape(Shape::Word),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
    field("word", Role::Keyword, "The name of the value.").shape(Shape::Text),
    field("text", Role::Text, "The value."),
];

/// A state in which the domain is not in DNS.
const fn stopped(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    shown(id, template, says).level(Warning).helps(
        Party::Dns,
        &[
            (
                "The owner of the domain has the registrar renew or restore it and pay what is due; during the redemption period that costs extra, and afterwards the domain is free for anybody.",
                "",
            ),
            ("Then see whether it's in DNS again; that can take a day:", "dig +trace {name} MX"),
        ],
    )
}

/// A domain that does not exist.
const fn free(id: &'static str, template: &'static str) -> Pattern {
    shown(id, template, "The registry doesn't know the domain: it isn't registered (any more).").level(Warning).helps(
        Party::Dns,
        &[("Check the spelling of the domain. If it's right, it was never registered or has run out: its owner must register it again.", "")],
    )
}

/// A line among others.
const fn below(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    shown(id, template, says).within(&[Part::Closed])
}

const PATTERNS: &[Pattern] = &[
    shown("command", "{prompt}whois {name}", "Someone asked the registry about {name}.").samples(&["$ whois shop.example"]),
    shown("domain", "{?{gap}}Domain Name: {name}", "The domain is {name}.").samples(&["   Domain Name: SHOP.EXAMPLE"]),
    shown("expires", "{?{gap}}{?Registry Expiry Date}{?Registrar Registration Expiration Date}{?Expiration Date}{?Expiry Date}{?Expiry date}{?paid-till}{?expires}{?Renewal date}:{gap}{date}", "The domain is paid until {date}.")
        .loose()
        .samples(&["   Registry Expiry Date: 2023-07-14T09:21:07Z", "Registrar Registration Expiration Date: 2026-07-14T09:21:07Z", "paid-till:     2026-05-12T21:00:00Z"]),
    stopped("on-hold", "{?{gap}}{?Domain }Status: {?client}{?server}Hold{? {link}}", "The domain is on hold: its registrar or registry took it out of DNS, most often because it wasn't paid or its owner's address wasn't confirmed.")
        .samples(&["   Domain Status: clientHold https://icann.org/epp#clientHold", "Domain Status: serverHold"]),
    stopped("redemption", "{?{gap}}{?Domain }Status: redemptionPeriod{? {link}}", "The registration of the domain has expired: it's in the redemption period, in which only its last owner can restore it.")
        .samples(&["   Domain Status: redemptionPeriod https://icann.org/epp#redemptionPeriod", "Status: redemptionPeriod"]),
    stopped("restoring", "{?{gap}}{?Domain }Status: pendingRestore{? {link}}", "The registration of the domain had expired, and its registrar asked to restore it: it isn't done yet.")
        .samples(&["Domain Status: pendingRestore https://icann.org/epp#pendingRestore"]),
    stopped("pending-delete", "{?{gap}}{?Domain }Status: pendingDelete{? {link}}", "The registration of the domain has expired, and the domain is about to be deleted.")
        .samples(&["Domain Status: pendingDelete https://icann.org/epp#pendingDelete"]),
    stopped("inactive", "{?{gap}}{?Domain }Status: inactive{? {link}}", "The domain has no name servers, so DNS doesn't know it.").samples(&["Domain Status: inactive https://icann.org/epp#inactive"]),
    stopped("not-delegated", "state:{gap}{word}NOT DELEGATED{text}", "The domain isn't delegated: DNS doesn't know it.").samples(&["state:         REGISTERED, NOT DELEGATED, VERIFIED"]),
    shown("status", "{?{gap}}Domain Status: {state}{? {link}}", "The state of the domain: {state}.").loose()
        .samples(&["   Domain Status: clientTransferProhibited https://icann.org/epp#clientTransferProhibited", "Domain Status: ok"]),
    shown("connected", "Status: connect", "The domain is registered and in DNS (connect).").sign(Sign::Connected).level(Success).samples(&["Status: connect"]),
    shown("limited", "WHOIS LIMIT EXCEEDED{text}", "The registry gives no answer: this address asked too often (limit exceeded). That says nothing of the domain.")
        .level(Warning)
        .samples(&["WHOIS LIMIT EXCEEDED - SEE WWW.PIR.ORG/WHOIS FOR DETAILS"]),
    // What the registries of addresses answer.
    shown("abuse", "% Abuse contact for '{name}{text}' is '{who}'", "The owner of these addresses takes complaints about abuse at {who}: {name}{text}.").level(Success).samples(&["% Abuse contact for '203.0.113.0 - 203.0.113.255' is 'abuse@cloud.example'"]),
    shown("remark", "% {text}", "A remark of the registry.").loose().samples(&["% Information related to '203.0.113.0 - 203.0.113.255'"]),
    shown("range", "inetnum:{gap}{text}", "The addresses are {text}.").samples(&["inetnum:        203.0.113.0 - 203.0.113.255"]),
    below("range-value", "{?netname}{?descr}{?country}{?org}{?admin-c}{?tech-c}{?status}{?mnt-by}{?created}{?changed}{?last-modified}{?source}{?remarks}{?route}{?origin}{?person}{?role}{?address}{?phone}{?fax-no}{?nic-hdl}{?abuse-mailbox}:  {text}", "A value of the registry's record: {text}.").loose().samples(&["netname:        CLOUD-VPS"]),
    free("unknown", "No match for {?domain }{?\"}{name}{?\".}{?.}").samples(&["No match for domain \"SHOP.EXAMPLE\".", "No match for \"SHOP.EXAMPLE\"."]),
    free("not-found", "Domain not found.").samples(&["Domain not found."]),
    free("not-found-short", "NOT FOUND").samples(&["NOT FOUND"]),
    free("no-data", "No Data Found{?{text}}").samples(&["No Data Found"]),
    free("free", "Status: free").samples(&["Status: free"]),
    shown("updated", ">>> Last update of {word}: {date} <<<", "The registry's data are of {date}.").samples(&[">>> Last update of whois database: 2023-09-01T07:30:12Z <<<"]),
    below("name-server", "{?{gap}}{?Name Server}{?nserver}{?Nserver}:{gap}{host}{?{gap}{text}}", "A name server of the domain is {host}.").samples(&["   Name Server: NS1.SHOP.EXAMPLE", "Nserver: ns1.shop.example 192.0.2.53"]),
    below("registrar", "{?{gap}}Registrar: {who}", "The registrar is {who}: through it the domain is renewed.").samples(&["   Registrar: Registrar Example, Inc."]),
    below("contact", "{?{gap}}{?Registrant }{?Admin }{?Tech }{?Billing }{?Name}{?Organization}{?Street}{?City}{?State/Province}{?Postal Code}{?Country}{?Phone}{?Fax}{?Email}{? Ext}:{gap}{text}", "Whom the registry has as the owner or a contact of the domain: {text}.").loose()
        .samples(&["Registrant Name: Example Person", "   Tech Phone: +49.305550100", "Registrant State/Province: BE", "Admin Email: ana@shop.example"]),
    below("value", "{?{gap}}{?Registry }{?Registrar }{?Creation }{?Updated }{?Domain}{?ID}{?WHOIS Server}{?URL}{?Date}{?Abuse Contact Email}{?Abuse Contact Phone}{?IANA ID}{?DNSSEC}{?Changed}{? ID}:{gap}{text}", "A value of the registry's record: {text}.").loose()
        .samples(&["   Updated Date: 2023-08-29T04:11:20Z", "   DNSSEC: unsigned", "   Registrar URL: http://www.registrar.example", "   Registry Domain ID: 2419876543_DOMAIN_COM-VRSN"]),
];
