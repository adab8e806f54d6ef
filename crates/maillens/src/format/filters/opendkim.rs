//! opendkim: signs the mail that goes out and checks the signatures of the mail that comes in. Its lines
//! have the queue id of the mail server.

use super::{Effect, Field, Format, Pattern, Role, Shape, Sign, field, line};
use crate::format::postfix::smtpd::{DETAIL, QID};
use crate::vocabulary::Level::{Alert, Success, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Message;

const KEY_NOT_READ: &[(&str, &str)] = &[
    (
        "Look at the key file that KeyTable or KeyFile names: it must hold a whole PEM private key that OpenDKIM's user can read:",
        "grep -E '^(KeyTable|KeyFile|UserID)' /etc/opendkim.conf; ls -lR /etc/opendkim/keys /etc/dkimkeys",
    ),
    ("Then restart it:", "systemctl restart opendkim"),
];

/// What opendkim writes to the mail log.
pub static FORMAT: Format = Format {
    id: "opendkim",
    title: "the filter that signs mail and checks signatures (DKIM)",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "journalctl -u opendkim"],
    sources: &["OpenDKIM 2.11 opendkim.c", "OpenDKIM 2.11 run"],
    programs: &["opendkim"],
    realm: "postfix",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    QID,
    DETAIL,
    field(
        "selector",
        Role::State,
        "The name of the key: it stands in the DNS at {}._domainkey and the domain.",
    )
    .shape(Shape::Text),
    field("domain", Role::Host, "The domain that signs.").shape(Shape::Text),
    field("algorithm", Role::State, "How it is signed."),
    field("signature", Role::Text, "The beginning of the signature."),
    field("result", Role::State, "What came of the check of this signature.").shape(Shape::Text),
    field("error", Role::Text, "What went wrong; empty when nothing did."),
    field("address", Role::Address, "The address that it is about.").shape(Shape::Text),
    field("host", Role::Host, "The client.").shape(Shape::Word),
    field("client", Role::Ip, "The address of the client."),
    field("version", Role::State, "Its version.").shape(Shape::Word),
    field("path", Role::Path, "The file or folder whose permissions are too wide.").shape(Shape::Word),
    field("stem", Role::Path, "The key file whose permissions are too wide, without its ending."),
    field("uid", Role::Text, "The number of the user who owns it.").shape(Shape::Number),
    field("own", Role::Text, "The number of OpenDKIM's own user.").shape(Shape::Number),
    field("key", Role::Path, "The key that it is about."),
];

const PATTERNS: &[Pattern] = &[
    line("signed", "{qid}: DKIM-Signature field added (s={selector}, d={domain})")
        .says("The message was signed for {domain} (DKIM), with the key {selector}.")
        .level(Success)
        .effect(Effect::Part(Message))
        .samples(&["C1BC89B85C8: DKIM-Signature field added (s=mail2026, d=kingfisherbakery.example)"]),
    line("not-set-up", "{qid}: no signing table match for '{address}'")
        .says("The message was not signed (DKIM), because the domain of {address} is not set up for it here.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .helps(Party::OurServer, &[
            (
                "Add the domain to SigningTable and KeyTable of OpenDKIM, unless it isn't to be signed here:",
                "grep -E '^(SigningTable|KeyTable|Domain|KeyFile)' /etc/opendkim.conf",
            ),
            ("Then restart it; it reads the tables at its start:", "systemctl restart opendkim"),
        ])
        .samples(&["33BFF9B8479: no signing table match for 'www-data@shared14.hostvale.example'"]),
    line("not-internal", "{qid}: {host} [{client}] not internal")
        .sign(Sign::NotInternal)
        .says("The client is not one of this server's own, so signatures are checked and none is added.")
        .effect(Effect::Part(Message))
        .samples(&["13D9C9B85CB: mail.freshmail.example [203.0.113.9] not internal", "15B829B85CC: [198.51.100.57] [198.51.100.57] not internal"]),
    line("not-authenticated", "{qid}: not authenticated")
        .sign(Sign::NotAuthenticated)
        .says("The client is not logged in, so signatures are checked and none is added.")
        .effect(Effect::Part(Message))
        .samples(&["13D9C9B85CB: not authenticated"]),
    line("verified", "{qid}: DKIM verification successful")
        .sign(Sign::SignatureRight)
        .says("DKIM: the signature is good. What was signed is unchanged, and the domain that signed it stands for it.")
        .level(Success)
        .effect(Effect::Part(Message))
        .samples(&["8DB3A9B8521: DKIM verification successful"]),
    line("detail", "{qid}: s={selector} d={domain} a={algorithm} SSL {error}")
        .says("The signature that was checked: by {domain}, with the key {selector}.")
        .effect(Effect::Part(Message))
        .samples(&["1E4EB9B85E2: s=mail2026 d=freshmail.example a=rsa-sha256 SSL ", "1E4EB9B85E2: s=mail2026 d=freshmail.example a=rsa-sha256 SSL error:04091068:rsa routines:bad signature"]),
    line("result", "{qid}: signature={signature} domain={domain} selector={selector} result=\"{result}\"")
        .says("The check of the signature of {domain} gave: {result}.")
        .effect(Effect::Part(Message))
        .samples(&["1E4EB9B85E2: signature=pxYfJNOU domain=freshmail.example selector=mail2026 result=\"signature verification failed\""]),
    line("bad", "{qid}: bad signature data")
        .says("DKIM: the signature does not fit. The mail was changed on the way, for example by a mailing list, or the key is wrong.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["1E4EB9B85E2: bad signature data"]),
    line("none", "{qid}: no signature data")
        .says("DKIM: the mail is not signed.")
        .effect(Effect::Part(Message))
        .samples(&["15B829B85CC: no signature data"]),
    line("no-key", "{qid}: key retrieval failed (s={selector}, d={domain}){?: {error}}")
        .says("DKIM: the key {selector} of {domain} is not in the DNS, or the DNS did not answer. The owner of the domain must publish it.")
        .level(Warning)
        .helps(crate::vocabulary::Party::Dns, &[("See whether the DNS has the key; for a domain of your own, publish the record that opendkim-genkey wrote beside the private key:", "dig +short TXT {selector}._domainkey.{domain}")])
        .effect(Effect::Part(Message))
        .samples(&["13D9C9B85CB: key retrieval failed (s=gone, d=freshmail.example)", "13D9C9B85CB: key retrieval failed (s=gone, d=freshmail.example): 'gone._domainkey.freshmail.example' query timed out"]),
    line("revoked", "{qid}: key revoked (s={selector}, d={domain}{?, a={algorithm}})")
        .says("DKIM: the domain {domain} has taken back the key {selector}. The sender must sign with the new one.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["A19F99B8614: key revoked (s=old, d=freshmail.example, a=rsa-sha256)", "A19F99B8614: key revoked (s=old, d=freshmail.example)"]),
    line("outsider", "{qid}: external host {host} attempted to send as {domain}")
        .says("{host} sent as {domain}, which this server signs for, and OpenDKIM takes it for a client from outside: a computer of yours that it does not know, a user who did not log in, or a forgery.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["13D9C9B85CB: external host mail.freshmail.example attempted to send as oakandlinen.example"]),
    line("bad-from", "{qid}: can't parse From: header value '{address}'")
        .says("The From line of the message cannot be understood. The sending program must be corrected.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["13D9C9B85CB: can't parse From: header value 'x <'"]),
    line("header-missing", "{qid}: RFC5322 header requirement error")
        .says("The message lacks a header that every mail must have. The sending program must be corrected.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["13D9C9B85CB: RFC5322 header requirement error"]),
    line("no-identity", "{qid}: cannot find identity header")
        .says("The message has no From line.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["13D9C9B85CB: cannot find identity header"]),
    line("key-not-loaded", "{qid}: error loading key '{key}'")
        .says("OpenDKIM can't use the private key {key}, so the message was not signed.")
        .level(Alert)
        .follows()
        .effect(Effect::Part(Message))
        .helps(Party::OurServer, KEY_NOT_READ)
        .samples(&["13D9C9B85CB: error loading key 'mail2026._domainkey.oakandlinen.example'"]),
    line("key-not-read", "can't load key from {key}: {error}")
        .says("The private key {key} could not be read. Check its owner and permissions.")
        .level(Alert)
        .helps(Party::OurServer, KEY_NOT_READ)
        .samples(&["can't load key from /etc/opendkim/keys/a.private: Permission denied"]),
    line("key-broken", "{qid}: dkim_{detail}(): resource unavailable: {error}")
        .says("The private key could not be read ({error}), so the message wasn't signed. The key file is empty or damaged, or it holds no private key.")
        .level(Alert)
        .effect(Effect::Part(Message))
        .helps(Party::OurServer, KEY_NOT_READ)
        .samples(&["83A1772CAB6: dkim_eom(): resource unavailable: d2i_PrivateKey_bio() failed", "83A1772CAB6: dkim_eoh(): resource unavailable: PEM_read_bio_PrivateKey() failed"]),
    line("library", "{qid}: SSL error:{error}")
        .says("The encryption library reports why a key or a signature could not be used: {error}.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["83A1772CAB6: SSL error:0D06B08E:asn1 encoding routines:asn1_d2i_read_bio:not enough data"]),
    // Only the key file itself can lose all permissions of others; a folder above it must stay open.
    line("key-file-not-safe", "{key}: key data is not secure: {stem}.private can be read or written by other users")
        .says("Others than its owner can read or write the key file {stem}.private, so OpenDKIM doesn't use it.")
        .level(Alert)
        .helps(Party::OurServer, &[("Give the key file to OpenDKIM's user alone, and restart OpenDKIM:", "chown opendkim: {stem}.private; chmod 600 {stem}.private; systemctl restart opendkim")])
        .samples(&["mail._domainkey.shop.example: key data is not secure: /etc/opendkim/keys/shop.example/mail.private can be read or written by other users"]),
    // It may belong to root or to OpenDKIM's user; whoever else owns it and can write there could swap the key.
    line("key-of-another", "{key}: key data is not secure: {path} is writeable and owned by uid {uid} which is not the executing uid ({own}) or the superuser")
        .says("OpenDKIM doesn't use the private key {key}, because {path} belongs to user {uid}, who is neither root nor OpenDKIM's own user and could change it. So mail goes out unsigned, or is refused for now, as the settings say.")
        .level(Alert)
        .helps(Party::OurServer, &[(
            "Give {path} to OpenDKIM's user, and restart OpenDKIM:",
            "chown opendkim: {path}; systemctl restart opendkim; namei -l {path}",
        )])
        .samples(&["mail._domainkey.shop.example: key data is not secure: /etc/opendkim/keys is writeable and owned by uid 1001 which is not the executing uid (115) or the superuser"]),
    line("key-not-safe", "{key}: key data is not secure: {path}{? can be read or written by other users}{? is writeable and owned by uid {error}}{? is in group {error}}")
        .says("OpenDKIM doesn't use the private key {key}: others than its owner could read or change {path}. So mail goes out unsigned, or is refused for now, as the settings say.")
        .level(Alert)
        .helps(Party::OurServer, &[(
            "Let nobody but its owner write to {path}: if it's a folder, chmod go-w {path}; if it's the key file, chmod 600 and give it to OpenDKIM's user. Then restart OpenDKIM. Owner and permissions of the whole path, and the user:",
            "namei -l {path}; grep -E '^(KeyTable|KeyFile|UserID)' /etc/opendkim.conf",
        )])
        .loose()
        .samples(&[
            "/etc/opendkim/keys/a.private: key data is not secure: /etc/opendkim is writeable and owned by uid 0",
            "mail._domainkey.shop.example: key data is not secure: /etc can be read or written by other users",
            "/etc/opendkim/keys/a.private: key data is not secure: /etc/opendkim/keys is in group 115 which has multiple users (e.g. \"postfix\")",
        ]),
    line("key-unknown", "{qid}: signing table references unknown key '{key}'")
        .says("The settings name a key {key} that is not there.")
        .level(Alert)
        .effect(Effect::Part(Message))
        .helps(Party::OurServer, KEY_NOT_READ)
        .samples(&["13D9C9B85CB: signing table references unknown key 'mail2026'"]),
    line("key-entry", "KeyTable entry for '{key}' corrupt")
        .says("The settings of the key {key} are wrong.")
        .level(Alert)
        .helps(Party::OurServer, KEY_NOT_READ)
        .samples(&["KeyTable entry for 'mail2026' corrupt"]),
    line("results-not-read", "{qid}: failed to parse Authentication-Results: header field")
        .says("A header with results of an earlier check is odd and was let be.")
        .effect(Effect::Part(Message))
        .samples(&["13D9C9B85CB: failed to parse Authentication-Results: header field"]),
    line("started", "OpenDKIM Filter v{version} starting (args: {detail})")
        .sign(Sign::Works)
        .says("The DKIM filter started.")
        .samples(&["OpenDKIM Filter v2.11.0 starting (args: -f -x /etc/opendkim.conf)"]),
    line("stopped", "OpenDKIM Filter v{version} terminating with status {detail}, errno = {error}")
        .says("The DKIM filter stopped.")
        .level(Warning)
        .samples(&["OpenDKIM Filter v2.11.0 terminating with status 0, errno = 0"]),
    line("reloaded", "configuration reloaded from {key}")
        .says("The DKIM filter read its settings again.")
        .samples(&["configuration reloaded from /etc/opendkim.conf"]),
    line("died", "exited with status {detail}, restarting")
        .says("The DKIM filter died and starts again.")
        .level(Warning)
        .samples(&["exited with status 1, restarting"]),
    line("port-taken", "OpenDKIM Filter: {error}")
        .says("The DKIM filter cannot start: {error}.")
        .level(Alert)
        .samples(&["OpenDKIM Filter: Unable to bind to port inet:8891@localhost: Address already in use", "OpenDKIM Filter: mi_stop=1"]),
    line("ignored", "{qid}: ignoring signature from {domain}")
        .says("The signature of {domain} is not looked at, as the settings say.")
        .effect(Effect::Part(Message))
        .samples(&["13D9C9B85CB: ignoring signature from old.example"]),
    line("exempted", "{qid}: domain '{domain}' exempted, accepting")
        .says("The domain {domain} is not checked, as the settings say.")
        .effect(Effect::Part(Message))
        .samples(&["13D9C9B85CB: domain 'old.example' exempted, accepting"]),
    line("not-signed-for", "{qid}: skipping signing of mail to '{address}'")
        .says("Mail to {address} is not signed, as the settings say.")
        .effect(Effect::Part(Message))
        .samples(&["13D9C9B85CB: skipping signing of mail to 'a@old.example'"]),
];
