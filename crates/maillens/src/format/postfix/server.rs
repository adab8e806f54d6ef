//! What an operator of Postfix looks up and runs.

use super::{ServerFacts, Software};
use crate::knowledge::tool::{Looks, MailcowContainer, tool};

/// What is known of it.
pub static SERVER: ServerFacts = ServerFacts {
    software: Software::Postfix,
    realm: "postfix",
    logs: &["/var/log/maillog", "/var/log/mail.log"],
    syslog: "/var/log/mail.log /var/log/maillog",
    lines: "grep -sh {id} /var/log/mail.log /var/log/maillog",
    more_lines: &[("On a server that logs only to the journal:", "journalctl {during}| grep -F {id}")],
    lifetime: Some((5, "maximal_queue_lifetime")),
    queue: "postqueue -p | tail -n 1",
    headers: "postcat -hq {id} | grep -i -e '^X-PHP' -e '^X-Mailer' -e '^Subject'",
    stop: "postsuper -h ALL",
    release: "postcat -qh {id}; postsuper -H {id}",
    logins: "grep -shF sasl_username={user} /var/log/mail.log /var/log/maillog | grep -o 'client=[^,]*' | sort | uniq -c",
    of_sender: "postqueue -p | grep -F {sender}",
    retry: "postqueue -i {id}",
    hold: "postsuper -h {id}",
    again: "postqueue -f",
    relay: " (relayhost)",
    relay_login: "postconf -n | grep -E '^(relayhost|smtp_sasl)'",
    next_hops: "postconf -n | grep -e _transport -e transport_maps -e relayhost",
    resolver: "diff /etc/resolv.conf /var/spool/postfix/etc/resolv.conf",
    chroot: " Postfix in a chroot reads a copy of its file: where the two differ, copy it again and restart Postfix.",
    origin: "postconf myorigin myhostname mydomain smtp_generic_maps; cat /etc/mailname",
    test: "sendmail -bv {address}",
    domains: "postconf mydestination virtual_mailbox_domains virtual_alias_domains relay_domains mynetworks",
    check: ("Check Postfix's settings and the permissions of its folders:", "postfix check"),
    errors: (
        "See what the mail server logged around that time:",
        "journalctl -u 'postfix*' -n 100 || tail -100 /var/log/mail.log",
    ),
    setting: "postconf {name}",
    settings: "postconf {names}",
    bare: &["mydestination", "mydomain", "myhostname", "mynetworks", "myorigin", "relayhost"],
    tools: &[
        tool("postconf", Looks::Without(&["-e", "-X", "-#"])),
        tool("postqueue", Looks::With(&["-p"])),
        tool("postmap", Looks::With(&["-q", "-s"])),
        tool("postsuper", Looks::Never),
        tool("postfix", Looks::Never),
        tool("postcat", Looks::Never),
        tool("mailq", Looks::Always),
    ],
    container: Some(MailcowContainer { service: "postfix-mailcow", starts: &["post"], programs: &["mailq"] }),
    folders: &["/var/spool/postfix", "/dev/shm"],
    ..ServerFacts::BASE
};
