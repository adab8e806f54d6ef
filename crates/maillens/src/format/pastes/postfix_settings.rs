//! What `postconf` shows of Postfix's settings, where one of them decides. Other settings are let be: they may go on in
//! the next line.

use super::{Field, Format, FormatKind, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Warning};
use crate::vocabulary::Party::OurServer;

/// What it shows.
pub static FORMAT: Format = Format {
    id: "postfix-settings",
    title: "postconf, which shows Postfix's settings",
    found_in: &["a terminal", "main.cf"],
    sources: &["Postfix 3.8 postconf.c, postconf(5)"],
    kind: FormatKind::Settings,
    realm: "postfix-settings",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("prompt", Role::Keyword, "The prompt of the terminal.").shape(Shape::Prompt),
    field("arguments", Role::Text, "What was asked for."),
    field("before", Role::Text, "What stands before it."),
    field("after", Role::Text, "What stands after it."),
];

const PATTERNS: &[Pattern] = &[
    line("command", "{prompt}postconf{? {arguments}}")
        .says("Someone had Postfix show its settings: no line of them stands out.")
        .samples(&["# postconf -n", "$ postconf inet_interfaces mydestination"]),
    line("open-relay", "mynetworks = {?{before} }0.0.0.0/0{?{after}}")
        .says("This server is an open relay: mynetworks has the whole internet (0.0.0.0/0), so anyone may send through it.")
        .level(Alert)
        .helps(OurServer, &[
            ("Allow this machine alone, and add only own networks; users log in (SASL) instead. Load it, then look for spam that went out already:", "postconf -e 'mynetworks = 127.0.0.0/8 [::1]/128' && postfix reload; postqueue -p | tail -1"),
        ])
        .samples(&["mynetworks = 0.0.0.0/0", "mynetworks = 127.0.0.0/8 0.0.0.0/0"]),
    line("own-machine-only", "inet_interfaces = {?loopback-only}{?localhost}{?127.0.0.1}")
        .says("Postfix takes connections from this machine only (inet_interfaces), so nothing can come in from outside.")
        .level(Warning)
        .helps(OurServer, &[("If this server should receive mail, let it listen on all addresses and start it again; where it only sends, that is right:", "postconf -e inet_interfaces=all && systemctl restart postfix")])
        .samples(&["inet_interfaces = loopback-only"]),
];
