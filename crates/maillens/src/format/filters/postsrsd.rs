//! postsrsd: it rewrites the senders of forwarded mail (SRS), so that SPF allows this server to send it, and turns such
//! addresses back where a notice comes to them.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Warning};
use crate::vocabulary::Party::{Nobody, OurServer};

/// What postsrsd writes.
pub static FORMAT: Format = Format {
    id: "postsrsd",
    title: "the service that rewrites the senders of forwarded mail (SRS)",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "journalctl -u postsrsd"],
    sources: &["PostSRSd 1.12 postsrsd.c, srs2.c", "PostSRSd 2.0 src/srs.c, src/main.c"],
    programs: &["postsrsd", "srsd"],
    realm: "postsrsd",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("address", Role::Text, "The address that Postfix asked about.").shape(Shape::Hostile),
    field("new", Role::Text, "What it became."),
    field("why", Role::Text, "Why not."),
];

/// Version 1 says which way it was asked.
macro_rules! asked {
    ($rest:literal) => {
        concat!("{?srs_forward: }{?srs_reverse: }<{address}> ", $rest)
    };
}

const PATTERNS: &[Pattern] = &[
    line("rewritten", asked!("rewritten as <{new}>"))
        .says("The sender {address} was rewritten as {new}: forwarded mail goes out with a sender of this server's own, so that SPF allows it, and notices come back the same way.")
        .samples(&[
            "srs_forward: <news@shop.example> rewritten as <SRS0=AbCd=XY=shop.example=news@club.example>",
            "<SRS0=AbCd=XY=shop.example=news@club.example> rewritten as <news@shop.example>",
        ]),
    line("own", asked!("not rewritten: {?Need not rewrite }local domain{?.}"))
        .says("{address} is an address of this server, so nothing had to be rewritten.")
        .samples(&["<anna@club.example> not rewritten: local domain"]),
    line("excluded", asked!("not rewritten: Domain excluded by policy"))
        .says("The domain of {address} is excluded by a setting, so it wasn't rewritten.")
        .samples(&["srs_forward: <anna@club.example> not rewritten: Domain excluded by policy"]),
    line("no-srs", asked!("not rewritten: Not an SRS address{?.}"))
        .says("{address} isn't a rewritten address, so there was nothing to turn back. That's normal: Postfix asks for each recipient.")
        .samples(&["srs_reverse: <anna@club.example> not rewritten: Not an SRS address."]),
    line("too-old", asked!("not rewritten: Time stamp out of date{?.}"))
        .says("Somebody wrote to the rewritten sender {address} after its time had passed (21 days), so the address isn't valid anymore: it's a very late notice, or spam.")
        .level(Warning)
        .helps(Nobody, &[])
        .samples(&["srs_reverse: <SRS0=AbCd=XY=shop.example=news@club.example> not rewritten: Time stamp out of date."]),
    line("wrong-key", asked!("not rewritten: Hash invalid in SRS address{?.}"))
        .says("The rewritten sender {address} wasn't made with this server's key: the key was changed since, another of your servers has another one, or the address is made up.")
        .level(Permanent)
        .helps(OurServer, &[("Unless a spammer made the address up: all servers that forward for the domain need the same key. After a change, keep the old one on the second line of the file, so that notices still find their way back:", "ls -l /etc/postsrsd.secret; grep -n -i secret /etc/default/postsrsd /etc/postsrsd.conf")])
        .samples(&["srs_reverse: <SRS0=AbCd=XY=shop.example=news@club.example> not rewritten: Hash invalid in SRS address."]),
    line("no-key", "Cannot open file with secret: {why}")
        .says("The service postsrsd can't read its key, so it doesn't run.")
        .level(Alert)
        .helps(OurServer, &[("Make a key that its user can read, then restart it:", "ls -l /etc/postsrsd.secret; systemctl status postsrsd")])
        .samples(&["Cannot open file with secret: /etc/postsrsd.secret"]),
    line("not-rewritten", asked!("not rewritten: {why}"))
        .says("{address} wasn't rewritten: {why}.")
        .samples(&["<SRS0=AbCd=XY=shop.example=news@club.example> not rewritten: unknown alias"]),
];
