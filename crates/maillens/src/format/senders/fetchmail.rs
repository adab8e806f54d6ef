//! fetchmail where it writes to the system's log. What it prints on a terminal is read with the programs that show a
//! conversation.

use super::{Field, Format, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Warning};
use crate::vocabulary::Party;

/// What it writes.
pub static FORMAT: Format = Format {
    id: "fetchmail",
    title: "fetchmail, which fetches mail from other servers",
    found_in: &["/var/log/mail.log", "journalctl -u fetchmail"],
    sources: &["fetchmail 6.4 driver.c, socket.c, sink.c"],
    programs: &["fetchmail"],
    place: Place::Program,
    realm: "fetchmail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("user", Role::User, "Whose mail is fetched.").shape(Shape::Text),
    field("host", Role::Host, "The server that it is fetched from.").shape(Shape::Word),
    field("number", Role::Count, "The number of the result."),
    field("text", Role::Text, "More about it."),
];

const PATTERNS: &[Pattern] = &[
    line("refused", "Authorization failure on {user}@{host}")
        .says("The server {host} refused the login of {user}: the name or the password is wrong.")
        .level(Permanent)
        .helps(Party::Recipient, &[("Correct the username and the password in fetchmailrc; where two-factor login is on, the provider gives an app password.", "")])
        .samples(&["Authorization failure on ben@shop.example@pop.shop.example"]),
    line("advice", "For help, see {text}").says("Where it is explained.").samples(&["For help, see http://www.fetchmail.info/fetchmail-FAQ.html#R15"]),
    line("status", "Query status={number} ({text})").says("How the round ended: {text}.").samples(&["Query status=3 (AUTHFAIL)"]),
    line("certificate", "Server certificate verification error: {text}")
        .says("The certificate of the server was not accepted: {text}.")
        .level(Permanent)
        .helps(Party::Recipient, &[("If it has expired, its provider renews it; if the authority is unknown here, update the system's certificates (ca-certificates).", "")])
        .samples(&["Server certificate verification error: certificate has expired"]),
    line("broken", "socket error while fetching from {user}@{host}")
        .says("The connection to {host} broke.")
        .level(Warning)
        .samples(&["socket error while fetching from ben@pop.shop.example"]),
];
