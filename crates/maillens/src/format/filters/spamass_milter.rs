//! spamass-milter: the bridge between the mail server and `SpamAssassin`.

use super::{Field, Format, Pattern, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::Warning;

/// What spamass-milter writes to the mail log.
pub static FORMAT: Format = Format {
    id: "spamass-milter",
    title: "the bridge between the mail server and SpamAssassin",
    found_in: &["/var/log/maillog", "/var/log/mail.log"],
    sources: &["spamass-milter 0.4.0 run"],
    programs: &["spamass-milter"],
    realm: "postfix",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("version", Role::State, "Its version."),
    field("text", Role::Text, "What it got instead."),
    field("macro", Role::State, "The macro that the mail server did not pass to the milter.")
        .shape(Shape::Text),
];

const PATTERNS: &[Pattern] = &[
    line("started", "spamass-milter {version} starting")
        .sign(Sign::Works)
        .says("The bridge to SpamAssassin started.")
        .samples(&["spamass-milter 0.4.0 starting"]),
    line("stopped", "spamass-milter {version} exiting")
        .says("The bridge to SpamAssassin stopped.")
        .level(Warning)
        .loose()
        .samples(&["spamass-milter 0.4.0 exiting"]),
    line("no-score", "Could not extract score from <{text}>")
        .says("SpamAssassin gave no points, because it is down or refused the bridge; the mail passes unchecked.")
        .level(Warning)
        .samples(&["Could not extract score from <>"]),
    line("no-macro", "Could not retrieve sendmail macro \"{macro}\"!.  Please add it to {text} for better spamassassin results")
        .says("The mail server doesn't pass SpamAssassin's milter all the information it could use.")
        .samples(&["Could not retrieve sendmail macro \"b\"!.  Please add it to confMILTER_MACROS_ENVRCPT for better spamassassin results"]),
];
