//! What an operator of Exim looks up and runs.

use super::{ServerFacts, Software};
use crate::knowledge::tool::{Looks, tool};

/// What is known of it.
pub static SERVER: ServerFacts = ServerFacts {
    software: Software::Exim,
    realm: "exim",
    logs: &["/var/log/exim4/mainlog", "/var/log/exim_mainlog", "/var/log/exim/main.log"],
    lines: "exigrep {id} $(ls /var/log/exim4/mainlog /var/log/exim_mainlog 2>/dev/null)",
    queue: "exim -bpc",
    headers: "exim -Mvh {id} | grep -i -e X-PHP -e X-Mailer -e Subject",
    stop: "systemctl stop exim4 || systemctl stop exim",
    frozen: "exim -Mvl {id}",
    remove_frozen: "exim -Mrm {id}; exiqgrep -z -i -f '^<>$' | xargs -r exim -Mrm",
    logins: "exigrep {user} $(ls /var/log/exim4/mainlog /var/log/exim_mainlog 2>/dev/null) | grep -o 'H=[^ ]* .*\\[[^]]*\\]' | sort | uniq -c",
    of_sender: "exiqgrep -f {sender}",
    retry: "exim -M {id}",
    hold: "exim -Mf {id}",
    again: "exim -qff",
    relay: " (a smarthost)",
    relay_login: "cut -d: -f1 /etc/exim4/passwd.client; exim -bP authenticators | grep -e driver -e public_name",
    resolver: "cat /etc/resolv.conf",
    origin: "exim -bP primary_hostname; cat /etc/mailname",
    test: "exim -bt {address}",
    domains: "exim -bP +local_domains; exim -bP +relay_to_domains",
    check: ("Check that Exim reads its configuration:", "exim -bV"),
    errors: ("See Exim's serious errors:", "tail -50 /var/log/exim4/paniclog /var/log/exim/paniclog"),
    setting: "exim -bP {name}",
    settings: "exim -bP {names}",
    tools: &[tool("exim", Looks::WithAny("-b")), tool("exim4", Looks::WithAny("-b"))],
    ..ServerFacts::BASE
};
