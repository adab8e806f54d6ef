//! `SOGo`, a groupware with webmail: who logged in, what it asked its mail servers for, and each request of a browser.

use super::{Field, Format, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Success, Temporary};
use crate::vocabulary::Party::{OurServer, Sender};

/// What `SOGo` logs.
pub static FORMAT: Format = Format {
    id: "sogo",
    title: "the groupware SOGo",
    found_in: &["/var/log/sogo/sogo.log"],
    sources: &[
        "SOGo 5.12 SoObjects/Mailer/SOGoMailer.m, SOGoMailBaseObject.m, UI/MainUI/SOGoRootPage.m",
        "SOPE 5 NGObjWeb WOHttpAdaptor: the request line",
    ],
    programs: &["sogod", "sogo"],
    place: Place::Program,
    realm: "sogo",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("level", Role::State, "How serious SOGo says it is.").shape(Shape::Name),
    field("object", Role::Text, "The part of SOGo that says so.").shape(Shape::Text),
    field("url", Role::Host, "The server, with port and encryption, as the settings have it.")
        .shape(Shape::Word),
    field("client", Role::Client, "The address of the browser."),
    field("user", Role::User, "The name that was typed.").shape(Shape::Hostile),
    field("method", Role::Keyword, "What the browser wants.").shape(Shape::Name),
    field("path", Role::Path, "The page.").shape(Shape::Text),
    field("code", Role::Count, "The status of HTTP.").shape(Shape::Number),
    field("fault", Role::Count, "The status of HTTP: 5 in front means a fault of the server.")
        .shape(Shape::Number),
    field("more", Role::Text, "Numbers about it."),
    field("reply", Role::Reply, "What the mail server answered."),
];

/// What helps where `SOGo` can't send.
const SMTP: &[(&str, &str)] = &[
    (
        "See whether a mail server listens there, and start it:",
        "ss -ltnp | grep -E ':(25|465|587) '; systemctl status postfix",
    ),
    (
        "If it runs, correct SOGoSMTPServer (server, port and encryption), then restart SOGo:",
        "grep SOGoSMTP /etc/sogo/sogo.conf",
    ),
];
/// What helps where `SOGo` can't read mailboxes.
const IMAP: &[(&str, &str)] = &[
    (
        "See whether the mailbox server runs and answers at the address in SOGo's settings:",
        "systemctl status dovecot; grep SOGoIMAPServer /etc/sogo/sogo.conf",
    ),
    (
        "If it does, its own log of that moment says why it refused: the password at IMAP must be the one that the user typed in SOGo.",
        "journalctl -u dovecot -n 50",
    ),
];

/// What helps a user whose login was refused.
const LOGIN: &[(&str, &str)] = &[(
    "Have the user enter the whole email address and the password again in webmail. If they don't help, set a new password; the mailbox server's log of that moment says what was wrong.",
    "",
)];

const PATTERNS: &[Pattern] = &[
    line("no-smtp", "{?[{level}] }{?<{object}> }Could not connect to the SMTP server {url}")
        .says("SOGo can't send: it got no connection to the mail server {url}.")
        .level(Permanent)
        .helps(OurServer, SMTP)
        .samples(&[
            "<0x0x5581a0c3d2e0[SOGoMailer]:> Could not connect to the SMTP server smtp://localhost:587/?tls=YES",
            "[ERROR] <0x5581a0c3d2e0[SOGoMailer]:> Could not connect to the SMTP server smtp://127.0.0.1:25",
        ]),
    line("no-imap", "{?[{level}] }{?<{object}> }Could not connect IMAP4")
        .says("SOGo got no session with the mailbox server: it can't be reached, or it refused the login.")
        .level(Permanent)
        .helps(OurServer, IMAP)
        .samples(&["[ERROR] <0x0x5581a0c3d2e0[SOGoMailAccount]:0> Could not connect IMAP4", "Could not connect IMAP4"]),
    line("no-worker", "{?[{level}] }{?<{object}> }No child available to handle incoming request!")
        .says("All worker processes of SOGo are busy, so a request had to wait: webmail and phones (ActiveSync) hang. Reading mail by IMAP and sending don't depend on it.")
        .level(Permanent)
        .helps(OurServer, &[(
            "Let SOGo run more workers (WOWorkersCount): each phone that waits for new mail by ActiveSync takes one all the time, up to SOGoMaximumPingInterval seconds. Then restart it:",
            "grep -nE 'WOWorkersCount|SOGoMaximum' /etc/sogo/sogo.conf; systemctl restart sogo",
        )])
        .samples(&["[ERROR] <0x0x55c9db827250[WOWatchDog]> No child available to handle incoming request!"]),
    line("smtp-login-refused", "{?[{level}] }{?<{object}> }{?cannot send message: }(smtp) authentication failure{?{reply}}")
        .says("SOGo can't send: the mail server didn't accept its login.")
        .level(Permanent)
        .helps(OurServer, &[("Set how SOGo logs in to send (SOGoSMTPAuthenticationType: PLAIN), or let the mail server trust its address without a login:", "grep SOGoSMTP /etc/sogo/sogo.conf")])
        .samples(&["cannot send message: (smtp) authentication failure"]),
    line("sender-refused", "{?[{level}] }{?<{object}> }{?cannot send message: }(smtp) originator not accepted{?{reply}}")
        .says("SOGo can't send: the mail server doesn't accept the sender's address.")
        .level(Permanent)
        .helps(Sender, &[("Send from the mailbox's own address (Preferences > Mail > Accounts), or allow the other address for this login on the mail server.", "")])
        .samples(&["cannot send message: (smtp) originator not accepted"]),
    line("recipients-refused", "{?[{level}] }{?<{object}> }{?cannot send message: }(smtp) all recipients discarded{?{reply}}")
        .says("SOGo can't send: the mail server refused all recipients.")
        .level(Permanent)
        .helps(Sender, &[("Correct the recipients; why they were refused, the mail server's log of that moment says:", "journalctl -u 'postfix*' -n 50")])
        .samples(&["cannot send message: (smtp) all recipients discarded"]),
    line("login", "SOGoRootPage successful login from '{client}' for user '{user}' - {more}")
        .says("{user} logged in to SOGo.")
        .level(Success)
        .samples(&["SOGoRootPage successful login from '192.0.2.7' for user 'anna@shop.example' - expire = -1  grace = -1"]),
    line("login-refused", "SOGoRootPage Login from '{client}{?, {path}}' for user '{user}' might not have worked - {more}")
        .says("SOGo didn't accept the username or the password of {user}.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .hints(LOGIN)
        .samples(&["SOGoRootPage Login from '192.0.2.7' for user 'anna@shop.example' might not have worked - password policy: 65535  grace: -1  expire: -1  bound: 0"]),
    line("request-failed", "{client} \"{method} {path} HTTP/{level}.{code}\" 5{fault} {more}")
        .says("A page of SOGo ended with a fault of the server: {path}. Another line of the same moment says why.")
        .level(Temporary)
        .follows()
        .helps(OurServer, &[("See what SOGo logged just before it:", "tail -n 50 /var/log/sogo/sogo.log")])
        .samples(&["203.0.113.9 \"POST /SOGo/so/jana/Mail/0/folderDrafts/newDraft1/send HTTP/1.1\" 500 96/2114 0.214 - - 0"]),
    line("request", "{client} \"{method} {path} HTTP/{level}.{code}\" {fault} {more}")
        .says("A browser or an app asked SOGo for {path}.")
        .loose()
        .samples(&["203.0.113.9 \"GET /SOGo/so/jana/Mail/view HTTP/1.1\" 200 9120/0 0.214 - - 0"]),
];
