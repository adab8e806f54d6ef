//! What `DirectAdmin` writes to the owner of an account when its outgoing mail stands out (`BlockCracking`, limits).

use super::{Field, Format, Pattern, Place, Role, Shape, field, on_screen};
use crate::format::Part;
use crate::vocabulary::Level::Warning;
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What it writes.
pub static FORMAT: Format = Format {
    id: "directadmin",
    title: "a warning of DirectAdmin about outgoing mail",
    found_in: &["the message system of DirectAdmin", "the mailbox of the account's owner"],
    sources: &["DirectAdmin: Outgoing spam, BlockCracking; /etc/exim.pl"],
    place: Place::Document(Dialogue),
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("count", Role::Count, "How many: {}."),
    field("user", Role::User, "The account or address.").shape(Shape::Word),
    field("span", Role::Duration, "In which time.").shape(Shape::Text),
    field("client", Role::Client, "The address of the last client."),
    field("text", Role::Text, "More about it."),
];

/// What to do about an account that sends what its owner doesn't know.
const STOLEN: &[(&str, &str)] = &[
    (
        "Change the password of {user} at once, scan the owner's devices, and look for a hacked website of the account: mail to many addresses that don't exist is spam of a stranger who has the password.",
        "",
    ),
    (
        "See what it sent and from where, and remove what still waits:",
        "exigrep {user} /var/log/exim/mainlog | tail -50; exim -bp | exiqsumm",
    ),
    (
        "Then let it send again, if you don't want to wait: take it off in the list of blocked addresses:",
        "grep -n {user} /etc/virtual/blacklist_usernames /etc/virtual/blacklist_smtp_usernames /etc/virtual/blacklist_script_usernames",
    ),
];

/// A line that means something only below others.
const fn below(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    on_screen(id, template, says).within(&[Part::Closed])
}

const PATTERNS: &[Pattern] = &[
    on_screen("subject-unknown", "Subject: Warning: {count} non-existant E-Mails have just been sent by {user}", "DirectAdmin warns: {user} sent {count message} to addresses that don't exist, so its sending is blocked. Probably its password is stolen.")
        .level(Warning)
        .helps(Party::Sender, STOLEN)
        .samples(&["Subject: Warning: 120 non-existant E-Mails have just been sent by anna@shop.example"]),
    on_screen("subject-many", "Subject: Warning: {count} {?E-M}{?em}ails have just been sent by {user}", "DirectAdmin warns: {user} sent {count message}, as many as its limit allows. If its owner doesn't know of them, the password is stolen or a website is hacked.")
        .level(Warning)
        .helps(Party::Sender, STOLEN)
        .samples(&["Subject: Warning: 200 emails have just been sent by anna", "Subject: Warning: 200 E-Mails have just been sent by anna"]),
    on_screen("blocked", "The address {user} has just finished sending {count} non-existant emails within a {span} period, and has been blocked.", "The address {user} sent {count message} to addresses that don't exist (within {span}), so DirectAdmin blocked its sending. Probably its password is stolen.")
        .level(Warning)
        .helps(Party::Sender, STOLEN)
        .samples(&["The address anna@shop.example has just finished sending 120 non-existant emails within a 2 hour period, and has been blocked."]),
    on_screen("many", "The {?User}{?address}{?email account} {user} has just finished sending {count} emails{text}", "{user} sent {count message}, as many as its limit allows. If its owner doesn't know of them, the password is stolen or a website is hacked.")
        .level(Warning)
        .helps(Party::Sender, STOLEN)
        .samples(&["The User anna has just finished sending 200 emails.", "The email account anna@shop.example has just finished sending 200 emails."]),
    below("perhaps", "There could be a spammer, {text}", "DirectAdmin says what it can mean: {text}.").samples(&["There could be a spammer, the account could be compromised, or just sending more emails than usual."]),
    below("by-monitor", "This warning was triggered by {text}", "What noticed it: {text}.").samples(&["This warning was triggered by the BlockCracking monitoring tool in exim."]),
    below("last-client", "The last IP to send an email was {client}.", "The last message came from {client}: see whether that is a place of the owner.").samples(&["The last IP to send an email was 203.0.113.245."]),
    below("ends", "The account will also automatically be unblocked in {span}.", "The block ends automatically in {span}.").samples(&["The account will also automatically be unblocked in 12 Hours."]),
];
