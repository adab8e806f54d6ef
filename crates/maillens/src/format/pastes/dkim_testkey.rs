//! `opendkim-testkey`: whether the key in DNS is the public one of the private key on the server.
//!
//! "key not secure" says only that the domain has no DNSSEC, and "key OK" that both belong together.

use super::service_status::shown;
use super::{Effect, Field, Format, Pattern, Place, Role, Shape, field};
use crate::vocabulary::Level::{Success, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What it prints.
pub static FORMAT: Format = Format {
    id: "dkim-testkey",
    title: "opendkim-testkey, which compares the DKIM key in DNS with the one on the server",
    found_in: &["a terminal"],
    sources: &["OpenDKIM 2.11 opendkim-testkey.c, libopendkim dkim-test.c"],
    place: Place::Document(Dialogue),
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("prompt", Role::Keyword, "The prompt of the terminal.").shape(Shape::Prompt),
    field("arguments", Role::Text, "What was asked for."),
    field("path", Role::Path, "The file."),
    field("key", Role::Path, "The file of the private key."),
    field("selector", Role::State, "The name of the key.").shape(Shape::Text),
    field("domain", Role::Host, "The domain that signs.").shape(Shape::Word),
    field("text", Role::Text, "What it says."),
];

/// Something that keeps the signature from being good.
const fn wrong(
    id: &'static str,
    template: &'static str,
    says: &'static str,
    party: Party,
    next: &'static [(&'static str, &'static str)],
) -> Pattern {
    shown(id, template, says).level(Warning).helps(party, next)
}

/// What helps where DNS has no key.
const PUBLISH: &[(&str, &str)] = &[(
    "Publish the public key that belongs to the private key of the server as a TXT record at that name: opendkim-genkey wrote it into a file that ends in .txt, beside the private key. If it's published, check the name letter by letter. What DNS has there now:",
    "dig +short TXT {selector}._domainkey.{domain}",
)];

const PATTERNS: &[Pattern] = &[
    shown("command-named", "{?{prompt}}opendkim-testkey -d {domain} -s {selector}{? -{arguments}}", "Someone compared the DKIM key of {domain} in DNS, {selector}, with the key of the server.")
        .effect(Effect::Birth(Dialogue))
        .samples(&["# opendkim-testkey -d shop.example -s mail2026 -vvv"]),
    shown("command-turned", "{?{prompt}}opendkim-testkey -s {selector} -d {domain}{? -{arguments}}", "Someone compared the DKIM key of {domain} in DNS, {selector}, with the key of the server.")
        .effect(Effect::Birth(Dialogue))
        .samples(&["# opendkim-testkey -s mail2026 -d shop.example -k mail2026.private"]),
    shown("command", "{?{prompt}}opendkim-testkey -{arguments}", "Someone compared the DKIM key in DNS with the key of the server.")
        .effect(Effect::Birth(Dialogue))
        .samples(&["# opendkim-testkey -x /etc/opendkim.conf -vvv"]),
    shown("settings", "opendkim-testkey: using default configfile {path}", "It takes the settings from {path}.")
        .samples(&["opendkim-testkey: using default configfile /etc/opendkim.conf"]),
    shown("loaded", "opendkim-testkey: key loaded from {key}", "It read the private key {key}.")
        .samples(&["opendkim-testkey: key loaded from /etc/opendkim/keys/shop.example/mail2026.private"]),
    shown("asks", "opendkim-testkey: checking key '{selector}._domainkey.{domain}'", "It looks up the key {selector} of {domain} in DNS.")
        .samples(&["opendkim-testkey: checking key 'mail2026._domainkey.shop.example'"]),
    shown("no-dnssec", "opendkim-testkey: key not secure", "The domain has no DNSSEC. That is no fault.")
        .samples(&["opendkim-testkey: key not secure"]),
    shown("dnssec", "opendkim-testkey: key secure", "The answer is protected by DNSSEC.").samples(&["opendkim-testkey: key secure"]),
    wrong("bogus", "opendkim-testkey: key bogus (DNSSEC failed)", "The domain's DNSSEC signature is wrong, so many servers get no DKIM key.", Party::Dns, &[("Have the domain's DNS administrator correct DNSSEC (the DS record at the registrar must fit the zone's key).", "")])
        .samples(&["opendkim-testkey: key bogus (DNSSEC failed)"]),
    shown("fits", "opendkim-testkey: key OK", "The key in DNS and the private key match.")
        .level(Success)
        .samples(&["opendkim-testkey: key OK"]),
    wrong("other-key", "opendkim-testkey: keys do not match", "The DKIM key in DNS doesn't belong to the private key on this server, so other servers find every signature wrong.", Party::OurServer, &[
        ("Publish the public key of the present private key in DNS (opendkim-genkey wrote it into a .txt file beside it), or put the old private key back. After a move or a new key, both must be changed together. The public key of the private one:", "openssl rsa -in {key} -pubout"),
        ("Compare it with the one in DNS:", "dig +short TXT {selector}._domainkey.{domain}"),
    ])
        .samples(&["opendkim-testkey: keys do not match"]),
    wrong("not-found", "opendkim-testkey: '{selector}._domainkey.{domain}' record not found", "DNS has no DKIM key at {selector}._domainkey.{domain}, so other servers can't check the signatures.", Party::Dns, PUBLISH)
        .samples(&["opendkim-testkey: 'mail2026._domainkey.shop.example' record not found"]),
    wrong("no-answer", "opendkim-testkey: '{selector}._domainkey.{domain}' query {?timed out}{?failed}", "DNS gave no answer about the key at {selector}._domainkey.{domain}.", Party::Dns, &[("See whether the domain's name servers answer, and which resolver this server asks:", "dig +trace TXT {selector}._domainkey.{domain}; cat /etc/resolv.conf")])
        .samples(&["opendkim-testkey: 'mail2026._domainkey.shop.example' query timed out", "opendkim-testkey: 'mail2026._domainkey.shop.example' query failed"]),
    wrong("rights", "opendkim-testkey: {path}: WARNING: unsafe permissions", "Others than its owner can read the private key {path}, so OpenDKIM may refuse to use it.", Party::OurServer, &[("Leave the private key to OpenDKIM's user alone:", "chown opendkim: {path}; chmod 600 {path}")])
        .samples(&["opendkim-testkey: /etc/opendkim/keys/shop.example/mail2026.private: WARNING: unsafe permissions"]),
    wrong("no-key-file", "opendkim-testkey: {path}: {?stat(): }{?open(): }No such file or directory", "The file of the private key doesn't exist: {path}.", Party::OurServer, &[("Correct the path in KeyTable or KeyFile, or put the key there:", "grep -E '^(KeyTable|KeyFile)' /etc/opendkim.conf; ls -l /etc/opendkim/keys")])
        .samples(&["opendkim-testkey: /etc/opendkim/keys/shop.example/mail.private: stat(): No such file or directory"]),
    wrong("other", "opendkim-testkey: {text}", "The DKIM key could not be checked: {text}.", Party::OurServer, &[("Compare the selector, the file of the private key and the record in DNS:", "grep -E '^(KeyTable|KeyFile|Domain|Selector)' /etc/opendkim.conf; dig +short TXT {selector}._domainkey.{domain}")])
        .loose()
        .samples(&["opendkim-testkey: invalid data set type"]),
];
