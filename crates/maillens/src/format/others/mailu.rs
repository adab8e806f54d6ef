//! Mailu's front: the admin container decides about logins, which nginx asks for.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Success, Warning};
use crate::vocabulary::Party;

/// What they write.
pub static FORMAT: Format = Format {
    id: "mailu",
    title: "Mailu, deciding about logins",
    found_in: &["docker compose logs admin front"],
    sources: &["Mailu core/admin/mailu/internal/nginx.py", "nginx src/mail/ngx_mail_auth_http_module.c"],
    programs: &["nginx"],
    realm: "mailu",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("user", Role::User, "Who logs in.").shape(Shape::Word),
    field("protocol", Role::State, "The protocol.").shape(Shape::Name),
    field("own_port", Role::Port, "The port that was called."),
    field("client", Role::Client, "The address of the client."),
    field("port", Role::Port, "The client's port."),
    field("why", Role::Text, "Why."),
    field("token", Role::Text, "The token.").shape(Shape::Word),
    field("number", Role::Text, "The number of the process or the connection.").shape(Shape::Word),
    field("state", Role::Text, "What was going on.").shape(Shape::Text),
    field("server", Role::Text, "The service that was called.").shape(Shape::Word),
];

/// A login, with its outcome.
macro_rules! attempt {
    ($outcome:literal) => {
        concat!("Login attempt for: {user}/{protocol}/{own_port} from: {client}/{port}: ", $outcome)
    };
}

const PATTERNS: &[Pattern] = &[
    line("token-required", attempt!("failed: password ok, but a token is required"))
        .says("Mailu refused the login of {user}, although the password is right: it wants an application token (app password) from email apps.")
        .level(Permanent)
        .helps(
            Party::Sender,
            &[
                ("The owner creates an authentication token in Mailu's web interface (sign in, then Authentication tokens) and enters it in the app in place of the password.", ""),
                ("To let email apps use the password again, set AUTH_REQUIRE_TOKENS=False in mailu.env and start the containers again.", ""),
            ],
        )
        .samples(&["Login attempt for: anna@shop.example/imap/993 from: 203.0.113.14/51522: failed: password ok, but a token is required"]),
    line("token-elsewhere", attempt!("failed: badip: token-{token}: {why}"))
        .says("Mailu refused the login of {user}: the token is right, but not for the address {client}.")
        .level(Permanent)
        .helps(Party::Sender, &[("The owner takes the address off the token in Mailu's web interface (Authentication tokens), or creates one for this place.", "")])
        .samples(&["Login attempt for: anna@shop.example/imap/993 from: 203.0.113.14/51522: failed: badip: token-3: 'phone'"]),
    line("wrong-password", attempt!("failed: badauth: {why}"))
        .says("The login of {user} from {client} failed: the name or the password is wrong.")
        .level(Permanent)
        .helps(Party::Sender, &[("Enter the password or token again in the app; the same beginning of the hash ({why}) in several lines is one app that keeps trying.", "")])
        .samples(&["Login attempt for: anna@shop.example/imap/993 from: 203.0.113.14/51522: failed: badauth: c0ffee"]),
    line("failed", attempt!("failed: {why}"))
        .says("The login of {user} from {client} failed: {why}.")
        .level(Permanent)
        .loose()
        .helps(Party::Sender, &[("See in Mailu's web interface whether the mailbox is enabled and may use this protocol (IMAP, POP3, sending).", "")])
        .samples(&["Login attempt for: anna@shop.example/imap/993 from: 203.0.113.14/51522: failed: imap is not enabled"]),
    line("worked", attempt!("success: {why}"))
        .says("The login of {user} from {client} worked.")
        .level(Success)
        .samples(&["Login attempt for: anna@shop.example/imap/993 from: 203.0.113.14/51522: success: password"]),
    line("front-connected", "{?[info] }{number}: *{token} client {client}:{port} connected to {server}")
        .says("{client} connected to the front.")
        .samples(&["15#15: *1902 client 203.0.113.14:52114 connected to 0.0.0.0:993"]),
    line("front-refused", "{?[info] }{number}: *{token} client login failed: \"{why}\" while in {state}, client: {client}, server: {server}, login: \"{user}\"")
        .says("The front refused the login of {user}: {why}. The admin container's line of the same second says why.")
        .level(Warning)
        .helps(Party::Sender, &[("Enter the password or token again in the app.", "")])
        .follows()
        .samples(&["21#21: *918 client login failed: \"Authentication credentials invalid\" while in http auth state, client: 203.0.113.14, server: 0.0.0.0:993, login: \"anna@shop.example\""]),
];
