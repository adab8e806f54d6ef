//! `fail2ban-client status`: which addresses fail2ban counts and blocks now.

use super::service_status::shown;
use super::{Effect, Field, Format, Pattern, Place, Role, Shape, field};
use crate::vocabulary::Level::Warning;
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What it prints.
pub static FORMAT: Format = Format {
    id: "fail2ban-status",
    title: "fail2ban-client, which shows whom fail2ban blocks",
    found_in: &["a terminal"],
    sources: &["fail2ban 1.0 client/beautifier.py"],
    place: Place::Document(Dialogue),
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("prompt", Role::Keyword, "The prompt of the terminal.").shape(Shape::Prompt),
    field("jail", Role::State, "The group of rules: {}.").shape(Shape::Name),
    field("jails", Role::Text, "The groups of rules."),
    field("number", Role::Count, "The count: {}."),
    field("path", Role::Path, "The logs that are read."),
    field("text", Role::Text, "What of the journal is read."),
    field("addresses", Role::Text, "The addresses that are blocked now."),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
];

const PATTERNS: &[Pattern] = &[
    shown("command", "{?{prompt}}fail2ban-client status{? {jail}}", "Someone looked at whom fail2ban blocks.")
        .effect(Effect::Birth(Dialogue))
        .samples(&["# fail2ban-client status dovecot", "fail2ban-client status"]),
    shown("jail", "Status for the jail: {jail}", "The state of the rules {jail} follows.").samples(&["Status for the jail: dovecot"]),
    shown("filter", "{?`}{?|}- Filter", "What was counted follows.").samples(&["|- Filter"]),
    shown("failed", "{?|}{?{gap}}|- Currently failed:{gap}{number}", "Addresses with failures that are still counted: {number}.").samples(&["|  |- Currently failed:\t1"]),
    shown("failed-ever", "{?|}{?{gap}}|- Total failed:{gap}{number}", "Failures since the start: {number}.").samples(&["|  |- Total failed:\t3"]),
    shown("files", "{?|}{?{gap}}`- File list:{gap}{path}", "These logs are read: {path}.").samples(&["|  `- File list:\t/var/log/mail.log"]),
    shown("journal", "{?|}{?{gap}}`- Journal matches:{?{gap}{text}}", "The journal of the system is read.").samples(&["|  `- Journal matches:\t_SYSTEMD_UNIT=dovecot.service"]),
    shown("actions", "`- Actions", "Who is blocked follows.").samples(&["`- Actions"]),
    shown("banned", "{gap}|- Currently banned:{gap}{number}", "Addresses that are blocked now: {number}.").samples(&["   |- Currently banned:\t1"]),
    shown("banned-ever", "{gap}|- Total banned:{gap}{number}", "Addresses that were blocked since the start: {number}.").samples(&["   |- Total banned:\t1"]),
    shown("nobody-banned", "{gap}`- Banned IP list:{?{gap}}", "Nobody is blocked now.").samples(&["   `- Banned IP list:\t"]),
    shown("banned-list", "{gap}`- Banned IP list:{gap}{addresses}", "Fail2ban blocks these addresses now: {addresses}. Nobody there can connect, whatever the password.")
        .level(Warning)
        .helps(Party::OurServer, &[
            ("If a customer's address is among them, find the device or app with the wrong password and correct it there, then remove the block (fail2ban-client unban, with the address). Since when each is blocked:", "fail2ban-client get {jail} banip --with-time"),
            ("To never block an address again, add it to ignoreip in jail.local.", ""),
        ])
        .loose()
        .samples(&["   `- Banned IP list:\t203.0.113.250 198.51.100.9"]),
    shown("jails", "|- Number of jail:{gap}{number}", "Groups of rules: {number}.").samples(&["|- Number of jail:\t3"]),
    shown("jail-list", "`- Jail list:{gap}{jails}", "The groups of rules are: {jails}.").samples(&["`- Jail list:\tdovecot, postfix, sshd"]),
];
