//! What an operator of Sendmail looks up and runs.

use super::{ServerFacts, Software};

/// What is known of it.
pub static SERVER: ServerFacts = ServerFacts {
    software: Software::Sendmail,
    realm: "sendmail",
    logs: &["/var/log/maillog", "/var/log/mail.log"],
    syslog: "/var/log/mail.log /var/log/maillog",
    lines: "grep -sh {id} /var/log/mail.log /var/log/maillog",
    queue: "mailq | tail -n 1",
    stop: "systemctl stop sendmail",
    logins: "grep -shF authid={user} /var/log/mail.log /var/log/maillog",
    of_sender: "mailq | grep -F {sender}",
    // A message that a program of the server handed over waits in a queue of its own.
    retry: "sendmail -v -qI{id}; sendmail -Ac -v -qI{id}",
    again: "sendmail -q -v",
    relay: " (SMART_HOST)",
    resolver: "cat /etc/resolv.conf /etc/mail/service.switch",
    origin: "grep -n -e MASQUERADE -e ^Dj /etc/mail/sendmail.mc /etc/mail/sendmail.cf; hostname -f",
    test: "sendmail -bv {address}",
    domains: "cat /etc/mail/local-host-names /etc/mail/relay-domains",
    check: (
        "See how Sendmail sees itself, and whom its files belong to:",
        "sendmail -bt -d0.4 </dev/null | head -20; ls -l /etc/mail",
    ),
    errors: (
        "See what Sendmail logged around that time:",
        "journalctl -u sendmail -n 100 || tail -100 /var/log/maillog",
    ),
    ..ServerFacts::BASE
};
