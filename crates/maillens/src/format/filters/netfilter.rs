//! mailcow's netfilter: it reads the lines of the mail services, as fail2ban does, and blocks addresses that fail.

use super::{Field, Format, Pattern, Role, Shape, Sign, Word, field, line};
use crate::vocabulary::Level::{Alert, Warning};
use crate::vocabulary::Party::OurServer;

/// What mailcow's netfilter and fail2ban write.
pub static FORMAT: Format = Format {
    id: "netfilter",
    title: "fail2ban or mailcow's netfilter",
    found_in: &["docker compose logs netfilter-mailcow", "/var/log/fail2ban.log"],
    sources: &["mailcow-dockerized netfilter/main.py", "fail2ban server/actions.py, filter.py"],
    programs: &[
        "netfilter",
        "netfilter-mailcow",
        "fail2ban",
        "fail2ban.actions",
        "fail2ban.filter",
        "fail2ban.configreader",
        "fail2ban.jailreader",
        "fail2ban.jailsreader",
        "fail2ban-server",
    ],
    realm: "netfilter",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// A line of fail2ban, with the part that writes and the level: it sets its columns with blanks.
macro_rules! fail2ban {
    ($text:literal) => {
        concat!(
            "{?fail2ban.filter}{?fail2ban.actions}{?{gap}}{?[{pid}]:}{?{gap}}{?INFO}{?NOTICE}{?WARNING}{?{gap}}",
            $text
        )
    };
}

/// An error of fail2ban, likewise.
macro_rules! trouble {
    ($text:literal) => {
        concat!(
            "{?fail2ban}{?fail2ban.configreader}{?fail2ban.jailreader}{?fail2ban.jailsreader}{?{gap}}{?[{pid}]:}{?{gap}}{?ERROR}{?{gap}}",
            $text
        )
    };
}

const FIELDS: &[Field] = &[
    field("client", Role::Client, "The address of the client."),
    field("net", Role::Text, "The address or network that is blocked.").shape(Shape::Word),
    field("rule", Role::Count, "The number of the rule that matched: {}."),
    field("text", Role::Text, "The line of the mail service that matched."),
    field("user", Role::User, "The mailbox whose login failed.").shape(Shape::Word),
    field("rest", Role::Text, "The rest of that line.").shape(Shape::Text),
    field("number", Role::Count, "The count: {}."),
    field("jail", Role::State, "The group of rules: {}.").shape(Shape::Name),
    field("pid", Role::Pid, "The process."),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
    field("date", Role::Time, "When the line that matched was written.").shape(Shape::Text),
];

const WORDS: &[Word] = &[];

/// What to do about an address that is blocked.
const UNBLOCK: &[(&str, &str)] = &[
    (
        "If it's a customer's address: find the device or app that has a wrong password (the lines that matched name the mailbox), correct it there, then remove the block.",
        "",
    ),
    (
        "In mailcow, the block is removed, and the address allowed for good (allowlist), under System, Configuration, Options, Fail2ban parameters.",
        "",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("matched", "{?WARN: }{?Warning: }{client} matched rule id {rule} ({text})")
        .says("The address {client} failed in a way that is counted: after some more, it's blocked.")
        .level(Warning)
        .samples(&["WARN: 203.0.113.250 matched rule id 2 (ssl_error in handshake)"]),
    line("matched-sasl", "{?WARN: }{?Warning: }{client} matched rule id {rule} ({text}, sasl_username={user})")
        .says("A failed login of {user} from {client} is counted: after some more, that address is blocked.")
        .level(Warning)
        .samples(&["WARN: 203.0.113.250 matched rule id 3 (warning: unknown[203.0.113.250]: SASL LOGIN authentication failed: UGFzc3dvcmQ6, sasl_username=scan@shop.example)"]),
    line("matched-login", "{?WARN: }{?Warning: }{client} matched rule id {rule} ({text}: user=<{user}>{rest})")
        .says("A failed login of {user} from {client} is counted: after some more, that address is blocked.")
        .level(Warning)
        .samples(&["WARN: 203.0.113.250 matched rule id 5 (imap-login: Disconnected: Connection closed (auth failed, 1 attempts in 2 secs): user=<ben@shop.example>, method=PLAIN, rip=203.0.113.250)"]),
    line("counted", "{?WARN: }{number} more attempts in the next {rule} seconds until {net} is banned")
        .says("After {number more failure}, {net} is blocked.")
        .level(Warning)
        .samples(&["WARN: 1 more attempts in the next 600 seconds until 203.0.113.250/32 is banned"]),
    line("blocked-address", "{?CRIT: }Banning {client}/{?32}{?128} for {number} minutes")
        .facts(&[(Role::State, "banned")])
        .says("The address {client} is blocked for {number minute}: nobody there can connect to this server, whatever the password.")
        .level(Alert)
        .helps(OurServer, UNBLOCK)
        .samples(&["CRIT: Banning 203.0.113.250/32 for 60 minutes"]),
    line("blocked", "{?CRIT: }Banning {net} for {number} minutes")
        .says("The address {net} is blocked for {number minute}: nobody there can connect to this server, whatever the password.")
        .level(Alert)
        .helps(OurServer, UNBLOCK)
        .samples(&["CRIT: Banning 203.0.113.0/24 for 60 minutes"]),
    line("unblocked", "{?INFO: }Unbanning {net}")
        .says("The address {net} is no longer blocked.")
        .samples(&["INFO: Unbanning 203.0.113.250/32"]),
    line("found", fail2ban!("[{jail}] Found {client}{? - {date}}"))
        .says("The address {client} failed in a way that the rules {jail} count.")
        .level(Warning)
        .loose()
        .samples(&["fail2ban.filter         [1234]: INFO    [dovecot] Found 203.0.113.250 - 2026-11-21 14:28:27"]),
    line("ban", fail2ban!("[{jail}] {?Ban}{?Restore Ban} {client}"))
        .sign(Sign::Banned)
        .says("The address {client} is blocked by the rules {jail}: nobody there can connect, whatever the password.")
        .level(Alert)
        .helps(OurServer, &[
            ("If it's a customer's address: find the device or app with the wrong password, correct it there, then remove the block:", "fail2ban-client set {jail} unbanip {client}"),
            ("To never block it again, add it to ignoreip in jail.local.", ""),
        ])
        .loose()
        .samples(&["fail2ban.actions        [1234]: NOTICE  [dovecot] Ban 203.0.113.250"]),
    line("unban", fail2ban!("[{jail}] Unban {client}"))
        .says("The address {client} is no longer blocked by the rules {jail}.")
        .loose()
        .samples(&["fail2ban.actions [1234]: NOTICE [dovecot] Unban 203.0.113.250"]),
    line("no-log", "{?fail2ban}{?fail2ban.server}{?{gap}}{?[{pid}]:}{?{gap}}{?ERROR}{?{gap}}{?Failed during configuration: }Have not found any log file for {jail} jail")
        .says("Fail2ban doesn't start, so it blocks nobody: the group of rules {jail} is to read a log file that doesn't exist.")
        .level(Alert)
        .helps(OurServer, &[
            ("Name the log where the service writes (logpath in jail.local), or, where it writes only to the journal as on Debian 12 and later, set backend = systemd for that group; then start it:", "ls -l /var/log/mail.log /var/log/maillog; fail2ban-client -d | grep -i {jail}; systemctl restart fail2ban"),
        ])
        .loose()
        .samples(&["fail2ban [1234]: ERROR   Failed during configuration: Have not found any log file for postfix jail"]),
    line("not-running", trouble!("Failed to access socket path: {text}. Is fail2ban running?"))
        .says("Fail2ban is not running, so it blocks nobody.")
        .level(Alert)
        .helps(OurServer, &[("See why it doesn't start (mostly an error in jail.local), correct that, and start it:", "fail2ban-client -t; systemctl status fail2ban; journalctl -u fail2ban -n 30")])
        .loose()
        .samples(&["fail2ban [6021]: ERROR   Failed to access socket path: /var/run/fail2ban/fail2ban.sock. Is fail2ban running?"]),
    line("no-filter", trouble!("{?Found no accessible config files for}{?Unable to read the filter} '{text}"))
        .says("Fail2ban can't read a filter or other file of its configuration, because it's missing: {text}.")
        .level(Alert)
        .helps(OurServer, &[("Correct the name (filter = in jail.local), or put the file there, then test:", "fail2ban-client -t; grep -rn filter /etc/fail2ban/jail.local")])
        .loose()
        .samples(&["fail2ban.configreader [6194]: ERROR Unable to read the filter 'strict'"]),
    line("refused", trouble!("NOK: {text}"))
        .says("Fail2ban refuses the command ({text}).")
        .level(Alert)
        .follows()
        .loose()
        .samples(&["fail2ban [6145]: ERROR   NOK: ('exim',)"]),
    line("jail-wrong", trouble!("Errors in jail {text}"))
        .says("A group of rules has an error, so fail2ban doesn't use it ({text}).")
        .level(Alert)
        .follows()
        .loose()
        .samples(&["fail2ban.jailsreader [6194]: ERROR   Errors in jail 'postfix'."]),
    line("test-failed", trouble!("ERROR: test configuration failed"))
        .says("The configuration of fail2ban has an error; the lines before say which.")
        .level(Alert)
        .follows()
        .loose()
        .samples(&["fail2ban [6194]: ERROR   ERROR: test configuration failed"]),
    line("action", "fail2ban.utils{gap}[{pid}]: ERROR{gap}{net} -- {text}")
        .says("What the command said that sets a block: {text}.")
        .level(Warning)
        .loose()
        .samples(&["fail2ban.utils          [812]: ERROR   7f3d1c0b2a30 -- stderr: 'iptables: Chain already exists.'"]),
    line("already", fail2ban!("[{jail}] {client} already banned"))
        .says("The address {client} is blocked already, and still its lines arrive: the block doesn't work, or the log is read late.")
        .level(Warning)
        .helps(OurServer, &[("See whether the firewall holds the block, and whether the group of rules blocks all ports of the mail server (port in jail.local):", "fail2ban-client status {jail}; iptables -S | grep f2b; nft list ruleset | grep -A3 f2b")])
        .loose()
        .samples(&["fail2ban.actions [1234]: WARNING [dovecot] 203.0.113.250 already banned"]),
];
