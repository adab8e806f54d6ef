//! Horde, a webmail (its mail part is IMP): logins, what was sent, and what the mail server answered. The place in the
//! program stands at the end of each line.

use super::{Field, Format, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Success, Temporary};
use crate::vocabulary::Party::OurServer;

/// What Horde logs.
pub static FORMAT: Format = Format {
    id: "horde",
    title: "the webmail Horde",
    found_in: &["syslog", "/var/log/horde/horde.log", "/tmp/horde.log"],
    sources: &["Horde base 5 login.php", "Horde IMP 6 lib/Auth.php, lib/Compose.php"],
    programs: &["HORDE", "horde"],
    place: Place::Program,
    realm: "horde",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("app", Role::State, "The part of Horde.").shape(Shape::Name),
    field("later", Role::Code, "The reply code. 4xx: try again later.").shape(Shape::CodeOf(4)),
    field("never", Role::Code, "The reply code. 5xx: do not try again.").shape(Shape::CodeOf(5)),
    field("status", Role::Status, "The enhanced status code: a finer reason than the reply code.")
        .shape(Shape::Word),
    field("reason", Role::Text, "Why, in the words of the mail server.").shape(Shape::Reason),
    field("user", Role::User, "The name that was typed.").shape(Shape::Hostile),
    field("client", Role::Client, "The address of the browser."),
    field("server", Role::Host, "The mailbox server.").shape(Shape::Word),
    field("rcpts", Role::Recipient, "The recipients.").shape(Shape::Text),
    field("more", Role::Text, "More about it."),
    field("place", Role::Text, "The process, and the place in the program."),
];

/// What helps where the mail server limits webmail.
const SMTP: &[(&str, &str)] = &[
    (
        "All users of webmail send from the one address of its machine, so limits for each client hit them all: exempt that address, or raise the limit, on the mail server (Postfix: smtpd_client_event_limit_exceptions):",
        "postconf smtpd_client_event_limit_exceptions smtpd_client_message_rate_limit mynetworks",
    ),
    (
        "See the mail server's own log of the same moment for the whole story:",
        "journalctl -u 'postfix*' -n 50",
    ),
];
const REFUSED: &[(&str, &str)] = &[
    (
        "See the mail server's own log of the same moment: it names the sender, the recipient and the rule that refused.",
        "journalctl -u 'postfix*' -n 50",
    ),
    (
        "If it's about a login or relaying, let webmail log in to send, as its users do (Administration > Configuration > Horde > Mailer: smtp, auth).",
        "",
    ),
];

/// What helps a user whose login was refused.
const LOGIN: &[(&str, &str)] = &[(
    "Have the user enter the whole email address and the password again in webmail. If they don't help, set a new password; the mailbox server's log of that moment says what was wrong.",
    "",
)];

const PATTERNS: &[Pattern] = &[
    line("deferred", "{?[{app}] }SMTP Error: {reason} ({later}; {status}){? [pid {place}]}")
        .says("The mail server deferred what a user of webmail wanted to send.")
        .level(Temporary)
        .helps(OurServer, SMTP)
        .samples(&["[imp] SMTP Error: Error: too much mail from 192.0.2.10 (450; 4.7.1) [pid 20114 on line 912 of \"/usr/share/horde/imp/lib/Compose.php\"]"]),
    line("refused", "{?[{app}] }SMTP Error: {reason} ({never}; {status}){? [pid {place}]}")
        .says("The mail server refused what a user of webmail wanted to send.")
        .level(Permanent)
        .helps(OurServer, REFUSED)
        .samples(&["[imp] SMTP Error: Relay access denied (554; 5.7.1) [pid 20114 on line 912 of \"/usr/share/horde/imp/lib/Compose.php\"]"]),
    line("not-sent", "{?[{app}] }There was an error sending your message: {reason}{? [pid {place}]}")
        .says("Webmail couldn't send a user's message.")
        .level(Permanent)
        .helps(OurServer, REFUSED)
        .samples(&["[imp] There was an error sending your message: unable to connect to smtp server localhost:25 [pid 20114 on line 912 of \"/usr/share/horde/imp/lib/Compose.php\"]"]),
    line("sent", "{?[{app}] }Message sent to {rcpts} from {user} ({client}){? [pid {place}]}")
        .says("The mail server accepted a message of {user} to {rcpts}.")
        .level(Success)
        .samples(&["[imp] Message sent to ben@client.example from anna (192.0.2.7) [pid 20114 on line 700 of \"/usr/share/horde/imp/lib/Compose.php\"]"]),
    line("login", "{?[{app}] }Login success for {user} ({client}){? {more}} to {{{server}}{? [pid {place}]}")
        .says("{user} logged in to webmail.")
        .level(Success)
        .samples(&["[imp] Login success for anna@shop.example (192.0.2.7) to {imap://localhost/} [pid 20114 on line 157 of \"/usr/share/horde/imp/lib/Auth.php\"]"]),
    line("login-of-horde", "{?[{app}] }Login success for {user} to {server} ({client}){? {more}}")
        .says("{user} logged in to webmail.")
        .level(Success)
        .samples(&["[horde] Login success for anna@shop.example to horde (192.0.2.7) [pid 20114 on line 163 of \"/usr/share/horde/login.php\"]"]),
    line("login-refused", "{?[{app}] }FAILED LOGIN for {user} ({client}){? {more}} to {{{server}}{? [pid {place}]}")
        .says("The mailbox server didn't accept the username or the password of {user}, who tried to log in to webmail.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .hints(LOGIN)
        .samples(&["[imp] FAILED LOGIN for anna@shop.example (192.0.2.7) to {imap://localhost/} [pid 20114 on line 157 of \"/usr/share/horde/imp/lib/Auth.php\"]"]),
    line("login-of-horde-refused", "{?[{app}] }FAILED LOGIN for {user} to {server} ({client}){? {more}}")
        .says("Webmail didn't accept the username or the password of {user}.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .hints(LOGIN)
        .samples(&["[horde] FAILED LOGIN for anna@shop.example to horde (192.0.2.7) [pid 20114 on line 163 of \"/usr/share/horde/login.php\"]"]),
];
