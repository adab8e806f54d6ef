//! What an operator of qmail looks up and runs.

use super::{FormatKind, ServerFacts, Software};
use crate::knowledge::tool::{Looks, tool};

/// What is known of it.
pub static SERVER: ServerFacts = ServerFacts {
    software: Software::Qmail,
    realm: "qmail",
    // What qmail-smtpd and its helpers log names no message.
    numbered: Some(FormatKind::QueueLog),
    lines: "cat /var/log/send/current | tai64nlocal | grep {id}",
    more_lines: &[
        (
            "The result lines name only the delivery. To see them, too:",
            "cat /var/log/send/current | tai64nlocal | grep -E 'msg {id}|delivery ({deliveries}):'",
        ),
        (
            "Numbers are reused, and full log files are archived under the time when they ended. To see these times:",
            "ls /var/log/send | tai64nlocal",
        ),
        (
            "To search the archived files, too:",
            "cat /var/log/send/@*.s /var/log/send/current | tai64nlocal | grep {id}",
        ),
    ],
    retries_by_age: true,
    queue: "qmail-qstat",
    headers: "find /var/qmail/queue/mess -name {id} -exec head -30 {} +",
    stop: "svc -d /service/qmail-send || systemctl stop qmail",
    logins: "grep -rhF {user} /var/log/smtp /var/log/maillog",
    of_sender: "qmail-qread | grep -F {sender}",
    retry: "svc -a /service/qmail-send",
    again: "svc -a /service/qmail-send",
    relay: " (control/smtproutes)",
    relay_login: "cat /var/qmail/control/smtproutes",
    resolver: "cat /etc/resolv.conf",
    origin: "cat /var/qmail/control/me /var/qmail/control/defaultdomain /var/qmail/control/defaulthost",
    test: "/home/vpopmail/bin/vuserinfo {address}",
    domains: "cat /var/qmail/control/rcpthosts /var/qmail/control/morercpthosts",
    check: ("See whether qmail's services run:", "svstat /service/*"),
    errors: ("See what the supervised services print:", "ps axww | grep readproctitle"),
    tools: &[
        tool("qmail-qread", Looks::Always),
        tool("qmail-qstat", Looks::Always),
        tool("qmail-showctl", Looks::Always),
    ],
    ..ServerFacts::BASE
};
