//! multilog: writes the logs themselves. When it cannot, lines of the other programs wait or are lost.

use super::local::SYSTEM_ERRORS;
use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::Alert;
use crate::vocabulary::Party;

const LOG_NOT_WRITTEN: &[(&str, &str)] = &[(
    "multilog can't write the log, and the service behind it stops until it can: see disk, owner (often qmaill) and whether a second one writes there:",
    "df -h /var/log; ls -ld /var/log/qmail /var/log/qmail/*; ps axww | grep [m]ultilog",
)];

/// What multilog says about its own work.
pub static FORMAT: Format = Format {
    id: "multilog",
    title: "the program that writes the logs",
    found_in: &["/var/log/send/current", "the service's error output (readproctitle)"],
    sources: &["daemontools 0.76 multilog.c", "daemontools-encore 1.10 multilog.c"],
    realm: "qmail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("action", Role::Text, "What could not be done, and with which file or folder."),
    field("folder", Role::Path, "The log folder."),
    field("err", Role::Text, "What the operating system said.").values(SYSTEM_ERRORS),
    field("detail", Role::Text, "The rest of the line, in the program's own words.").shape(Shape::Text),
];

const PATTERNS: &[Pattern] = &[
    line("pausing", "multilog: warning: unable to {action}, pausing: {err}")
        .says("The log cannot be written right now, often because the disk is full. The programs that log here wait until it can.")
        .level(Alert)
        .helps(Party::OurServer, LOG_NOT_WRITTEN)
        .samples(&["multilog: warning: unable to write to /var/log/send/current, pausing: out of disk space"]),
    line("folder-in-use", "multilog: fatal: unable to lock directory {folder}: {err}")
        .says("A second logger was started for the folder {folder}, which another one uses already.")
        .level(Alert)
        .helps(Party::OurServer, LOG_NOT_WRITTEN)
        .samples(&["multilog: fatal: unable to lock directory /var/log/send: temporary failure"]),
    line("stopped", "multilog: fatal: unable to {action}: {err}")
        .says("The logger could not start.")
        .level(Alert)
        .helps(Party::OurServer, LOG_NOT_WRITTEN)
        .samples(&["multilog: fatal: unable to create /var/log/send/state: access denied"]),
    line("stopped-otherwise", "multilog: fatal: {detail}")
        .says("The logger stopped.")
        .level(Alert)
        .loose()
        .helps(Party::OurServer, LOG_NOT_WRITTEN)
        .samples(&["multilog: fatal: out of memory"]),
];
