//! mailcow's watchdog: it tests the services one after the other, and restarts the container of one that fails too often.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Warning};
use crate::vocabulary::Party::OurServer;

/// What mailcow's watchdog writes.
pub static FORMAT: Format = Format {
    id: "watchdog",
    title: "mailcow's watchdog",
    found_in: &["docker compose logs watchdog-mailcow"],
    sources: &["mailcow-dockerized data/Dockerfiles/watchdog/watchdog.sh"],
    programs: &["watchdog-mailcow"],
    realm: "watchdog",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("service", Role::Program, "The service that is tested.").shape(Shape::Word),
    field("percent", Role::Count, "How well it is, in percent: {}."),
    field("left", Role::Count, "How many failures it may still have, of all that it may have: {}."),
    field("all", Role::Count, "How many failures it may have: {}."),
    field("recipient", Role::Address, "Whom the watchdog notified."),
    field("trend", Role::Count, "How that changed: {}.").shape(Shape::Decimal),
];

const PATTERNS: &[Pattern] = &[
    line("level", "{?External }{service} health level: {percent}% ({left}/{all}), health trend: {trend}")
        .says("The watchdog tested {service}: {percent} percent. Nothing is wrong at 100; where it falls, tests of the service fail.")
        .samples(&["Postfix health level: 50% (4/8), health trend: -4"]),
    line("limit", "{?External }{service} hit error limit")
        .says("{service} failed too many of the watchdog's tests, so its container is restarted. Its own log says why.")
        .level(Alert)
        .helps(OurServer, &[
            ("Read the log of that service's container from just before, and see whether memory or disk ran out:", "docker compose ps; docker compose logs --tail=100; free -m; df -h"),
            ("If DNS tests fail, the server's own resolver (unbound-mailcow) can't ask the internet on port 53:", "docker compose logs --tail=50 unbound-mailcow"),
        ])
        .samples(&["Postfix hit error limit", "External checks hit error limit"]),
    line("open-relay", "Your mailcow is an open relay!")
        .says("A test from outside could send through this server without a login: it's an open relay.")
        .level(Alert)
        .helps(OurServer, &[("See which networks may relay; with IPv6 or Docker's proxy, strangers can seem to come from an internal address:", "docker compose exec postfix-mailcow postconf mynetworks")])
        .samples(&["Your mailcow is an open relay!"]),
    line("notified", "Sent notification email to {recipient}")
        .says("The watchdog wrote to {recipient} about it.")
        .samples(&["Sent notification email to admin@shop.example"]),
    line("queue", "Mail queue status is critical")
        .says("Very many messages wait in the queue: a stolen password sends spam, or the way out is blocked.")
        .level(Alert)
        .helps(OurServer, &[("See what waits, and from whom:", "docker compose exec postfix-mailcow mailq | tail -50")])
        .samples(&["Mail queue status is critical"]),
    line("rate-limit", "At least one ratelimit was applied")
        .says("A mailbox or domain sent more than its limit allows.")
        .level(Warning)
        .helps(OurServer, &[("System, Information, Logs, Ratelimits in mailcow's interface names the user. If it isn't wanted mail, the password is stolen.", "")])
        .samples(&["At least one ratelimit was applied"]),
    line("certificate", "Certificates are about to expire")
        .says("The server's certificate wasn't renewed and expires soon.")
        .level(Warning)
        .helps(OurServer, &[("The log of the renewal says why:", "docker compose logs --tail=100 acme-mailcow")])
        .samples(&["Certificates are about to expire"]),
];
