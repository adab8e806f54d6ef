//! `exinext`: what Exim remembers of servers and addresses that failed, and when it tries them again.

use super::{Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Permanent, Success, Warning};
use crate::vocabulary::Party::{OurServer, TheirServer};
use crate::vocabulary::TraceType::Dialogue;

/// What it shows.
pub static FORMAT: Format = Format {
    id: "exim-retry",
    title: "exinext, which shows when Exim tries again",
    found_in: &["a terminal"],
    sources: &["Exim 4.98 exinext.src, exim_dbutil.c"],
    place: Place::Document(Dialogue),
    kind: FormatKind::Inspection,
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Anywhere but in quoted text.
const HERE: &[Part] = &[Part::Outside, Part::Rows, Part::Closed, Part::Talk, Part::Calling];

const FIELDS: &[Field] = &[
    field("host", Role::Host, "The server.").shape(Shape::Word),
    field("ip", Role::Ip, "Its address.").shape(Shape::Ip),
    field("port", Role::Port, "Its port.").shape(Shape::Number),
    field("msg", Role::OtherMessage, "The message that alone it's about.").shape(Shape::EximId),
    field("number", Role::Code, "The number of the error, as the system or Exim counts them.")
        .shape(Shape::Word),
    field("name", Role::Text, "The address or domain.").shape(Shape::Word),
    field("text", Role::Text, "The error."),
    field("time", Role::Time, "When.").shape(Shape::Text),
];

/// How to let Exim forget it.
const FORGET: &str = "nc -vz -w 10 {ip} 25; exim_tidydb -t 0d /var/spool/exim4 retry || exim_tidydb -t 0d /var/spool/exim retry";

const fn shown(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(HERE).effect(Effect::Part(Dialogue)).then(Part::Closed)
}

const PATTERNS: &[Pattern] = &[
    shown("answered", "Transport: {host} [{ip}]{?:{port}}{? {msg}} error {number}: SMTP error from remote mail server after {text}", "Exim remembers that {host} didn't accept mail, after {text}.")
        .level(Warning)
        .helps(TheirServer, &[("The server was reached, and its reply says why it takes nothing. Exim tries again on its own until its time limit.", "")])
        .samples(&["Transport: mx.kunde.example [192.0.2.141]:25 error -44: SMTP error from remote mail server after RCPT TO:<a@kunde.example>: 451 4.7.1 Greylisted"]),
    shown("unreached", "Transport: {host} [{ip}]{?:{port}}{? {msg}} error {number}: {text}", "Exim remembers that it couldn't deliver to {host} at {ip}: {text}.")
        .sign(Sign::Remembered)
        .level(Permanent)
        .helps(TheirServer, &[("Test port 25 of that server from this machine. If it answers, let Exim forget the failure, or wait for its next try; if it doesn't, its administrator or the firewall between must be asked:", FORGET)])
        .samples(&["Transport: mail.cliente.example [192.0.2.140] error 110: Connection timed out"]),
    shown("address", "{?Transport}{?Deliver}{?Route}: {name} error {number}: {text}", "Exim remembers that {name} failed: {text}.")
        .level(Warning)
        .loose()
        .helps(OurServer, &[("See what Exim would do with the address now; it tries again on its own:", "exim -bt {name}")])
        .samples(&["Transport: anna@shop.example error 13: Permission denied", "Route: shop.example error -36: host lookup did not complete"]),
    shown("first", "  first failed: {time}", "It first failed then: {time}.").samples(&["  first failed: 16-Apr-2024 08:12:40"]),
    shown("last", "  last tried:   {time}", "Exim last tried it then: {time}.").samples(&["  last tried:   22-Apr-2024 09:50:11"]),
    shown("next", "  next try at:  {time}", "Exim tries it again at {time} or later.").samples(&["  next try at:  22-Apr-2024 15:50:11"]),
    shown("past", "  past final cutoff time", "It has failed for longer than Exim tries, so new mail for it comes back at once, between the tries.")
        .samples(&["  past final cutoff time"]),
    shown("none", "No retry data found for {name}", "Exim remembers no failure of {name}.")
        .level(Success)
        .samples(&["No retry data found for shop.example"]),
];
