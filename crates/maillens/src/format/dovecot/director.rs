//! Dovecot's director (2.0 to 2.3): several of them form a ring and agree on which server keeps a user's mailbox. While one
//! doesn't answer, whoever isn't known yet waits.

use super::{Field, Format, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level;
use crate::vocabulary::Party;

/// What helps where one of the ring is lost.
const RING: &[(&str, &str)] = &[(
    "Bring that director back (its server, Dovecot there, the network between), or take it out of the ring, so that the others agree again. What they know of each other:",
    "doveadm director ring status",
)];

/// What the director writes.
pub static FORMAT: Format = Format {
    id: "dovecot-director",
    title: "Dovecot's director, which sends each user to one server",
    found_in: &["/var/log/dovecot.log", "/var/log/maillog", "/var/log/mail.log"],
    sources: &["Dovecot 2.3.21 director/director-connection.c", "director/director-request.c"],
    programs: &["director"],
    place: Place::Program,
    realm: "dovecot",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("ip", Role::Remote, "The other director.").shape(Shape::Ip),
    field("port", Role::Count, "Its port."),
    field("side", Role::State, "Where it stands in the ring.").shape(Shape::Name),
    field("user", Role::User, "Who wanted to log in.").shape(Shape::Text),
    field("why", Role::Text, "The reason, in Dovecot's words."),
];

const PATTERNS: &[Pattern] = &[
    line("lost", "Director {ip}:{port}/{side} disconnected: {why}")
        .says("The director {ip} was lost from the ring: {why}. Until the ring is in step again, users who have no session yet must wait.")
        .level(Level::Alert)
        .helps(Party::OurServer, RING)
        .samples(&["Director 192.0.2.13:9090/right disconnected: Ping timed out in 60.001 secs: bytes in=20931, bytes out=99121, last input 60.002 s ago"]),
    line("not-reached", "director({ip}:{port}/{side}): {why}")
        .says("The connection to the director {ip} in the ring failed: {why}.")
        .level(Level::Alert)
        .helps(Party::OurServer, RING)
        .loose()
        .samples(&["director(192.0.2.13:9090/left): connect() failed: Connection refused"]),
    line("waits", "{?director: }Delaying {?new user requests until ring is synced}{?all requests until all directors have connected}")
        .says("The directors aren't in step with each other, so users who have no session yet must wait.")
        .level(Level::Warning)
        .helps(Party::OurServer, RING)
        .follows()
        .samples(&[
            "Delaying new user requests until ring is synced",
            "Delaying all requests until all directors have connected",
        ]),
    line("waited-too-long", "{?director: }User {user} host lookup failed: Timeout because {why}")
        .says("A login had to wait too long and failed, because the directors didn't agree in time on a server for the user ({why}).")
        .level(Level::Alert)
        .helps(Party::OurServer, RING)
        .follows()
        .samples(&["director: User anna@shop.example host lookup failed: Timeout because ring not synced - queued for 31 secs (Ring not synced for 34 secs, hash=1880237117)"]),
    line("no-server", "{?director: }User {user} host lookup failed: Timeout because no hosts - queued for {why}")
        .says("A login failed, because the director has no server left to send users to.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Bring a mailbox server back, or add one to the director:", "doveadm director status")])
        .samples(&["director: User anna@shop.example host lookup failed: Timeout because no hosts - queued for 31 secs (Ring synced for 900 secs, hash=1880237117)"]),
];
