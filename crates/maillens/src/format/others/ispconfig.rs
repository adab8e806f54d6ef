//! `ISPConfig`'s server log: what its plugins do with each change that was made in the panel.

use super::{Field, Format, Pattern, Place, Role, Shape, field, on_screen};
use crate::vocabulary::Level::Warning;
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What it writes.
pub static FORMAT: Format = Format {
    id: "ispconfig",
    title: "ISPConfig, which writes the servers' settings",
    found_in: &["/var/log/ispconfig/ispconfig.log", "Monitor, System-Log in the panel"],
    sources: &[
        "ISPConfig 3.2 server/lib/classes/modules.inc.php, plugins.inc.php, server/plugins-available/mail_plugin_dkim.inc.php",
    ],
    place: Place::Document(Dialogue),
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("stamp", Role::Time, "When it was written.").shape(Shape::Word),
    field("path", Role::Path, "The folder.").shape(Shape::Text),
    field("domain", Role::Host, "The domain.").shape(Shape::Word),
    field("source", Role::Text, "The part of ISPConfig.").shape(Shape::Text),
    field("text", Role::Text, "What it says."),
];

/// A line of a level.
macro_rules! at {
    ($level:literal, $text:literal) => {
        concat!("{stamp} - ", $level, " {?[{source}] }- ", $text)
    };
}

/// What helps about a folder of keys.
const FOLDER: &[(&str, &str)] = &[
    (
        "Create the folder and let root write there, or correct the DKIM path in ISPConfig (System > Server Config > Mail). Then save the domain's DKIM settings again, so that the key is written:",
        "ls -ld {path}; mkdir -p {path}; chown root:root {path}; chmod 755 {path}",
    ),
    ("Until then, mail of the domain goes out without a signature.", ""),
];

const PATTERNS: &[Pattern] = &[
    on_screen("dkim-path", at!("ERROR", "DKIM Path {path} not {?writeable}{?writable}{?found}."), "ISPConfig could not save the DKIM key: it can't write to the folder {path}, so the domain has no DKIM signature.")
        .level(Warning)
        .helps(Party::OurServer, FOLDER)
        .samples(&["05.08.2024-09:00 - ERROR - DKIM Path /var/lib/amavis/dkim not writeable."]),
    on_screen("dkim-domain", at!("ERROR", "DKIM internal error for domain {domain}"), "ISPConfig could not set up DKIM for {domain}; the line before says why.")
        .level(Warning)
        .samples(&["05.08.2024-09:00 - ERROR - DKIM internal error for domain shop.example"]),
    on_screen("error", at!("ERROR", "{text}"), "ISPConfig reports an error: {text}.")
        .level(Warning)
        .loose()
        .helps(Party::OurServer, &[("Mend what the line names, then run ISPConfig's update of this server by hand and read what it says:", "/usr/local/ispconfig/server/server.sh")])
        .samples(&["05.08.2024-09:00 - ERROR - Unable to open /etc/dovecot/dovecot.conf"]),
    on_screen("warning", at!("WARNING", "{text}"), "ISPConfig warns: {text}.")
        .level(Warning)
        .helps(Party::OurServer, &[("Look at what the line names, then run ISPConfig's update of this server by hand:", "/usr/local/ispconfig/server/server.sh")])
        .samples(&["05.08.2024-09:00 - WARNING - There is already an instance of server.php running with pid 811."]),
    on_screen("note", at!("DEBUG", "{text}"), "ISPConfig notes: {text}.").samples(&["05.08.2024-09:00 - DEBUG - Found 1 changes, starting update process.", "05.08.2024-09:00 - DEBUG [modules.inc:123] - Processed datalog_id 4471"]),
];
