//! Laravel's log, where the mailer of the site writes mails into it instead of sending them: a whole mail stands there,
//! as a record for developers (DEBUG). So the site says that it sent, and nobody gets anything.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::Permanent;
use crate::vocabulary::Party::Sender;

/// What the log mailer writes.
pub static FORMAT: Format = Format {
    id: "laravel-log",
    title: "the log of a website made with Laravel",
    found_in: &["storage/logs/laravel.log"],
    sources: &["Laravel 11 Illuminate/Mail/Transport/LogTransport.php", "Monolog LineFormatter"],
    realm: "ticket",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("site", Role::State, "The environment of the site.").shape(Shape::Name),
    field("from", Role::Sender, "The sender of the mail.").shape(Shape::Text),
    field("msgid", Role::MessageId, "The Message-ID of the mail.").shape(Shape::Text),
];

/// What makes the site send.
const SEND: &[(&str, &str)] = &[
    (
        "Set MAIL_MAILER=smtp (before Laravel 7 MAIL_DRIVER) in the site's .env, with MAIL_HOST, MAIL_PORT, MAIL_USERNAME and MAIL_PASSWORD:",
        "grep ^MAIL_ .env",
    ),
    (
        "Then clear the cached settings and restart the workers of the queue:",
        "php artisan config:clear; php artisan queue:restart",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("written", "{site}.DEBUG: From: {from}")
        .says("The site wrote this mail into its log and didn't send it: its mailer is set to log.")
        .level(Permanent)
        .helps(Sender, SEND)
        .samples(&["production.DEBUG: From: Shop <info@shop.example>"]),
    line("written-by-swift", "{site}.DEBUG: Message-ID: {msgid}")
        .says("The site wrote this mail into its log and didn't send it: its mailer is set to log.")
        .level(Permanent)
        .helps(Sender, SEND)
        .samples(&["local.DEBUG: Message-ID: <a1@shop.example>"]),
];
