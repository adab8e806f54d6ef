//! What an operator of Dovecot looks up and runs.

use super::{ServerFacts, Software};
use crate::knowledge::tool::{Looks, MailcowContainer, tool};

/// What is known of it.
pub static SERVER: ServerFacts = ServerFacts {
    software: Software::Dovecot,
    realm: "dovecot",
    logs: &["/var/log/dovecot.log", "/var/log/dovecot-info.log", "/var/log/maillog", "/var/log/mail.log"],
    syslog: "/var/log/mail.log /var/log/maillog",
    check: ("See Dovecot's settings; it names those it can't read:", "doveconf -n"),
    errors: ("See Dovecot's latest errors:", "doveadm log errors | tail -50"),
    setting: "doveconf -a | grep -w {name}",
    settings: "doveconf -a | grep -wE '{names}'",
    between: "|",
    tools: &[
        tool("doveconf", Looks::Always),
        tool("doveadm", Looks::First(&["user", "who", "log", "quota", "auth"])),
    ],
    container: Some(MailcowContainer { service: "dovecot-mailcow", starts: &["dove"], programs: &[] }),
    ..ServerFacts::BASE
};
