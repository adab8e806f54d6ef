//! `fail2ban-client status`: which addresses fail2ban counts and blocks now.

use super::service_status::shown;
use super::{Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, field};
use crate::vocabulary::Level::{Permanent, Success, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What it prints.
pub static FORMAT: Format = Format {
    id: "fail2ban-status",
    title: "fail2ban-client, which shows whom fail2ban blocks",
    found_in: &["a terminal"],
    sources: &["fail2ban 1.0 client/beautifier.py"],
    place: Place::Document(Dialogue),
    kind: FormatKind::Inspection,
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
    shown("nobody-banned", "{gap}`- Banned IP list:{?{gap}}", "Nobody is blocked now.").level(Success).samples(&["   `- Banned IP list:\t"]),
    shown("banned-list", "{gap}`- Banned IP list:{gap}{addresses}", "Fail2ban blocks these addresses now: {addresses}. Nobody there can connect, whatever the password.")
        .level(Warning)
        .helps(Party::OurServer, &[
            ("If a customer's address is among them, find the device or app with the wrong password and correct it there, then remove the block (fail2ban-client unban, with the address). Since when each is blocked:", "fail2ban-client get {jail} banip --with-time"),
            ("To never block an address again, add it to ignoreip in jail.local.", ""),
        ])
        .loose()
        .samples(&["   `- Banned IP list:\t203.0.113.250 198.51.100.9"]),
    shown("unban", "{?{prompt}}fail2ban-client set {jail} unbanip {addresses}", "Someone had fail2ban unban {addresses} in the rules {jail}.")
        .effect(Effect::Birth(Dialogue))
        .samples(&["# fail2ban-client set dovecot unbanip 203.0.113.44"]),
    shown("no-jail", "Sorry but the jail '{jail}' does not exist", "The jail (group of rules) {jail} does not exist, or isn't switched on.")
        .level(Permanent)
        .helps(Party::OurServer, &[("See the names of those that run; others are switched on in jail.local (enabled = true):", "fail2ban-client status; grep -rn -A3 enabled /etc/fail2ban/jail.local /etc/fail2ban/jail.d")])
        .samples(&["Sorry but the jail 'exim' does not exist"]),
    // fail2ban-regex.
    shown("regex-hits", "Failregex: {number} total", "Lines that the filter took for failures: {number}.").samples(&["Failregex: 0 total"]),
    shown("regex-other", "{?Results}{?Ignoreregex: {number} total}{?[processed in {text}}", "How fail2ban-regex went.").loose().samples(&["Ignoreregex: 0 total", "Results", "[processed in 0.00 sec]"]),
    shown("regex-none", "Lines: {number} lines, {text}, 0 matched, {path} missed", "The filter's failregex matched nothing: of {number line} none counts as a failure.")
        .level(Permanent)
        .helps(Party::OurServer, &[("If there are failed logins among those lines, correct the filter or its mode (mode = aggressive in jail.local), and test again with --print-all-missed.", "")])
        .samples(&["Lines: 5 lines, 0 ignored, 0 matched, 5 missed"]),
    shown("regex-some", "Lines: {number} lines, {text} matched, {path} missed", "The filter was tried on {number line}: {text} matched.").level(Success).loose().samples(&["Lines: 5 lines, 0 ignored, 3 matched, 2 missed"]),
    shown("regex-row", "|{?{gap}}{?- }{text}", "A row of fail2ban-regex.").within(&[Part::Closed]).loose().samples(&["|- [# of hits] date format", "|  [5] {^LN-BEG}(?:DAY )?MON Day", "|- Missed line(s):"]),
    shown("jails", "|- Number of jail:{gap}{number}", "Groups of rules: {number}.").samples(&["|- Number of jail:\t3"]),
    shown("jail-list", "`- Jail list:{gap}{jails}", "The groups of rules are: {jails}.").samples(&["`- Jail list:\tdovecot, postfix, sshd"]),
];
