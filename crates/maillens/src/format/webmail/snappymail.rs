//! `RainLoop` and its successor `SnappyMail`, webmail: the log of logins that failed, for programs that block (fail2ban).

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::Permanent;

/// What they log.
pub static FORMAT: Format = Format {
    id: "snappymail",
    title: "the webmail SnappyMail or RainLoop",
    found_in: &["data/_data_/_default_/logs/fail2ban/auth-fail.log", "syslog"],
    sources: &["SnappyMail 2.38 RainLoop/Config/Application.php (auth_logging_format), RainLoop/Actions.php"],
    programs: &["snappymail", "rainloop"],
    realm: "snappymail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("client", Role::Client, "The address of the browser."),
    field("user", Role::User, "The name that was typed.").shape(Shape::Word),
    field("host", Role::Host, "The mailbox server that turned it down.").shape(Shape::Word),
    field("port", Role::Port, "Its port."),
];

/// What helps a user whose login was refused.
const LOGIN: &[(&str, &str)] = &[(
    "Have the user enter the whole email address and the password again in webmail. If they don't help, set a new password; the mailbox server's log of that moment says what was wrong.",
    "",
)];

const PATTERNS: &[Pattern] = &[
    line("login-refused", "Auth failed: ip={client} user={user}{? host={host} port={port}}")
        .says("The mailbox server didn't accept the username or the password of {user}, who tried to log in to webmail.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .hints(LOGIN)
        .samples(&["Auth failed: ip=198.51.100.7 user=anna@shop.example host=127.0.0.1 port=143", "Auth failed: ip=198.51.100.7 user=anna@shop.example"]),
    line("admin-login-refused", "Admin Auth failed: ip={client} user={user}")
        .says("The administration of webmail didn't accept the username or the password of {user}.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .hints(LOGIN)
        .samples(&["Admin Auth failed: ip=198.51.100.7 user=admin"]),
];
