//! vchkpw: vpopmail's check of user names and passwords, for POP3, IMAP, SMTP and webmail alike.
//!
//! It writes to the system's log. `vchkpw-` is followed by the service, which it tells by the port of
//! this server: `pop3`, `imap`, `smtp`, `submission` and so on, or the number of a port that it does not
//! know; webmail on this server is `webmail`. The verbose setting writes the password that was tried into
//! the log.

use super::vdelivermail::ERROR_NUMBERS;
use super::{Effect, Field, Format, Led, Pattern, Role, Shape, Sign, Tie, Word, field, line, word};
use crate::vocabulary::Cause;
use crate::vocabulary::Level::{Alert, Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::{Login, TraceType::Session};

const DATABASE_DOWN: &[(&str, &str)] = &[
    (
        "Start the database, or correct the host, user and password with which vpopmail asks it. Everybody's logins and deliveries depend on it:",
        "systemctl status mariadb mysql; ls -l /home/vpopmail/etc/vpopmail.mysql",
    ),
    ("Then ask as vpopmail does:", "/home/vpopmail/bin/vuserinfo {user}"),
    (
        "If the check ran out of memory, raise the softlimit in the run file of that service:",
        "grep softlimit /service/*/run",
    ),
];

const DATABASE_FILE: &[(&str, &str)] = &[(
    "See whether the database file is there and vpopmail's user (vpopmail, group vchkpw) can read and write it and its folder:",
    "ls -l /home/vpopmail/etc /home/vpopmail/domains; df -h /home/vpopmail",
)];

const MAILBOX_FOLDER: &[(&str, &str)] = &[
    (
        "See which folder of the path is missing or belongs to somebody else than vpopmail:",
        "namei -l {folder}",
    ),
    (
        "See what vpopmail knows of the mailbox, and where its folder should be:",
        "/home/vpopmail/bin/vuserinfo {user}",
    ),
];

const NOT_VPOPMAIL: &[(&str, &str)] = &[(
    "The check must be able to become vpopmail's user: it is started as root, or belongs to vpopmail and is set-uid. Compare the run file of the service and the program:",
    "ls -l /home/vpopmail/bin/vchkpw; cat /service/pop3/run /service/smtp/run",
)];

const PASSWORD_WRONG: &[(&str, &str)] = &[
    (
        "If it was the customer, have the password entered again on every device that uses this mailbox. If it was a stranger, it needs a password that is hard to guess.",
        "",
    ),
    ("Set a new password, if nobody knows the old one:", "/home/vpopmail/bin/vpasswd {user}"),
];

const SWITCHED_OFF: &[(&str, &str)] = &[
    ("See what is switched off for the mailbox:", "/home/vpopmail/bin/vuserinfo {user}"),
    ("If that is a mistake, take all such limits away:", "/home/vpopmail/bin/vmoduser -x {user}"),
];

/// What vchkpw and vpopmail's library write to the log.
pub static FORMAT: Format = Format {
    id: "vchkpw",
    title: "vpopmail's check of usernames and passwords",
    found_in: &["/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "vpopmail 5.6 vchkpw.c",
        "vpopmail 5.4 vchkpw.c",
        "vpopmail 5.6 vmysql.c",
        "vpopmail 5.6 vsqlite.c",
    ],
    programs: &["vpopmail", "vchkpw"],
    // It checks and is gone; the session goes on in the program that it starts.
    says_end: false,
    realm: "qmail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("service", Role::Program, "The service that the login was for.")
        .shape(Shape::Name)
        .values(SERVICES),
    field("method", Role::State, "How the password was sent.").shape(Shape::Name).values(METHODS),
    field("user", Role::User, "The mailbox that someone wanted to use.").shape(Shape::Text),
    field("client", Role::Client, "The address of the client: whoever made the connection."),
    field("password", Role::Password, "The password that was tried. It should not be in a log.")
        .shape(Shape::Hostile),
    field("asked", Role::State, "What the server asked the email app to answer to.").shape(Shape::Word),
    field("host", Role::Host, "The name of this server."),
    field("errno", Role::State, "The operating system's number for the error.")
        .shape(Shape::Number)
        .values(ERROR_NUMBERS),
    field("folder", Role::Path, "The mail folder that it is about."),
    field("id", Role::State, "The number of the system user or group.").shape(Shape::Number),
    field("number", Role::State, "Where in the program the error came up.").shape(Shape::Number),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
];

const SERVICES: &[Word] = &[
    word("pop3", "POP3: an email app that fetches mail."),
    word("pop3s", "POP3 with encryption: an email app that fetches mail."),
    word("imap", "IMAP: an email app that reads mail on the server."),
    word("imaps", "IMAP with encryption: an email app that reads mail on the server."),
    word("smtp", "SMTP: an email app that sends mail."),
    word("smtps", "SMTP with encryption: an email app that sends mail."),
    word("submission", "Submission: an email app that sends mail."),
    word("webmail", "Webmail on this server."),
];

const METHODS: &[Word] = &[
    word("PLAIN", "It was sent as it is; only an encrypted connection keeps it secret."),
    word("CRAM-MD5", "It was not sent itself, only a proof of it."),
    word("APOP", "It was not sent itself, only a proof of it."),
];

/// The connection that a log-in came over.
const OVER: Tie = Tie::During(Led::Session);

const PATTERNS: &[Pattern] = &[
    line("log-in", "vchkpw-{service}: ({method}) login success {user}:{?{client}}")
        .says("{user} logged in.")
        .level(Success)
        .effect(Effect::Login(Login::Ok))
        .tie(OVER)
        .samples(&[
            "vchkpw-pop3: (PLAIN) login success maurice.niccoli@spareparts.example:192.0.2.30",
            "vchkpw-submission: (CRAM-MD5) login success maurice.niccoli@spareparts.example:2001:db8::30",
        ]),
    line("password-wrong", "vchkpw-{service}: password fail {user}:{?{client}}")
        .says("Someone tried to log in as {user} with a wrong password.")
        .level(Permanent)
        .cause(Cause::WrongPassword)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .hints(PASSWORD_WRONG)
        .samples(&["vchkpw-imap: password fail ben.veldman@spareparts.example:192.0.2.30"]),
    line("password-wrong-and-shown", "vchkpw-{service}: password fail (pass: '{password}') {user}:{?{client}}")
        .says("Someone tried to log in as {user} with a wrong password. If the log holds that password, it is hidden here.")
        .level(Permanent)
        .cause(Cause::WrongPassword)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .hints(PASSWORD_WRONG)
        .samples(&["vchkpw-pop3: password fail (pass: 'wrongpass') ben.veldman@spareparts.example:192.0.2.30"]),
    // In place of a password stands what the server itself asked: its process number, the time and its name.
    line("challenge-failed", "vchkpw-{service}: password fail (pass: '<{asked}@{host}>') {user}:{?{client}}")
        .says("Someone tried to log in as {user} with CRAM-MD5 or APOP, which send no password but a proof of it, and the proof did not fit. What the line shows as the password is the server's own challenge. Either the password is wrong, or vpopmail keeps no clear-text password for this mailbox, which these methods need.")
        .sign(Sign::ProofRefused)
        .level(Permanent)
        .cause(Cause::Either)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .hints(&[
            (
                "In the email app, choose the normal password (PLAIN or LOGIN) over SSL/TLS as the authentication method, and enter the password again.",
                "",
            ),
            ("See whether vpopmail keeps a clear-text password for the mailbox:", "/home/vpopmail/bin/vuserinfo {user}"),
            ("If it keeps none, don't let the server offer CRAM-MD5: it can't work without one.", ""),
        ])
        .samples(&["vchkpw-smtp: password fail (pass: '<65825.1118321790@mail.spareparts.example>') ben.veldman@spareparts.example:192.0.2.68"]),
    line("no-mailbox", "vchkpw-{service}: vpopmail user not found {user}:{?{client}}")
        .says("Someone tried to log in as {user}, but there is no such mailbox. A name without its domain has no mailbox either.")
        .level(Permanent)
        .cause(Cause::UnknownUser)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .hints(&[(
            "See whether vpopmail has the mailbox, letter by letter and with its domain. If not, correct the username in the app, or ignore it as a guess:",
            "/home/vpopmail/bin/vuserinfo {user}",
        )])
        .samples(&[
            "vchkpw-pop3: vpopmail user not found ghost@spareparts.example:192.0.2.30",
            "vchkpw-smtp: vpopmail user not found root@:192.0.2.66",
        ]),
    line("name-wrong", "vchkpw-{service}: invalid user/domain characters {user}:{?{client}}")
        .says("Someone tried to log in with a name that holds characters which are not allowed.")
        .level(Permanent)
        .cause(Cause::BadName)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .samples(&["vchkpw-smtp: invalid user/domain characters ../etc@spareparts.example:192.0.2.66"]),
    line("name-empty", "vchkpw-{service}: null user name given {?{user}}:{?{client}}")
        .says("Someone tried to log in with an empty name.")
        .level(Permanent)
        .cause(Cause::BadName)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .samples(&["vchkpw-smtp: null user name given :192.0.2.66"]),
    line("password-empty", "vchkpw-{service}: null password given {user}:{?{client}}")
        .says("Someone tried to log in as {user} with an empty password. Whether there is such a mailbox was not looked up.")
        .sign(Sign::NoPasswordSent)
        .level(Permanent)
        .cause(Cause::Either)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .samples(&["vchkpw-pop3: null password given ben.veldman@spareparts.example:192.0.2.30"]),
    line("no-password-set", "vchkpw-{service}: user has no password {user}:{?{client}}")
        .says("Someone tried to log in as {user}, but no password is set for the mailbox.")
        .level(Permanent)
        .cause(Cause::NoPassword)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .samples(&["vchkpw-pop3: user has no password info@spareparts.example:192.0.2.30"]),
    line("pop-off", "vchkpw-{service}: pop access denied {user}:{?{client}}")
        .says("POP3 is switched off for the mailbox {user}.")
        .level(Permanent)
        .cause(Cause::ServiceOff)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .hints(SWITCHED_OFF)
        .samples(&["vchkpw-pop3: pop access denied nopop@spareparts.example:192.0.2.30"]),
    line("smtp-off", "vchkpw-{service}: smtp access denied {user}:{?{client}}")
        .says("Sending is switched off for the mailbox {user}.")
        .level(Permanent)
        .cause(Cause::ServiceOff)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .hints(SWITCHED_OFF)
        .samples(&["vchkpw-submission: smtp access denied nosend@spareparts.example:192.0.2.30"]),
    line("imap-off", "vchkpw-{service}: imap access denied {user}:{?{client}}")
        .says("IMAP is switched off for the mailbox {user}.")
        .level(Permanent)
        .cause(Cause::ServiceOff)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .hints(SWITCHED_OFF)
        .samples(&["vchkpw-imap: imap access denied noimap@spareparts.example:192.0.2.30"]),
    line("webmail-off", "vchkpw-{service}: webmail access denied {user}:{?{client}}")
        .says("Webmail is switched off for the mailbox {user}.")
        .level(Permanent)
        .cause(Cause::ServiceOff)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .hints(SWITCHED_OFF)
        .samples(&["vchkpw-webmail: webmail access denied noweb@spareparts.example:127.0.0.1"]),
    line("folder-not-made", "vchkpw-{service}: dir auto create failed {user}:{?{client}}")
        .says("The login of {user} was right, but the mail folder is missing and could not be made.")
        .level(Temporary)
        .cause(Cause::Folder)
        .effect(Effect::Part(Session))
        .helps(Party::OurServer, MAILBOX_FOLDER)
        .samples(&["vchkpw-pop3: dir auto create failed ben.veldman@spareparts.example:192.0.2.30"]),
    line("folder-not-made-because", "vchkpw-{service}: autocreate dir errno {errno} {folder} {user}:{?{client}}")
        .says("The login of {user} was right, but the mail folder {folder} is missing and could not be made.")
        .level(Temporary)
        .cause(Cause::Folder)
        .effect(Effect::Part(Session))
        .helps(Party::OurServer, MAILBOX_FOLDER)
        .samples(&["vchkpw-pop3: autocreate dir errno 13 /home/vpopmail/domains/spareparts.example/ben.veldman ben.veldman@spareparts.example:192.0.2.30"]),
    line("folder-not-entered", "vchkpw-{service}: chdir failed errno {errno} {folder} {user}:{?{client}}")
        .says("The login of {user} was right, but the mail folder {folder} cannot be entered.")
        .level(Temporary)
        .cause(Cause::Folder)
        .effect(Effect::Part(Session))
        .helps(Party::OurServer, MAILBOX_FOLDER)
        .samples(&["vchkpw-pop3: chdir failed errno 2 /home/vpopmail/domains/spareparts.example/ben.veldman ben.veldman@spareparts.example:192.0.2.30"]),
    line("group-not-set", "vchkpw-{service}: setgid {id} failed errno {errno} {user}:{?{client}}")
        .says("The login of {user} was right, but the password checker doesn't have permission to act for the mailbox.")
        .level(Temporary)
        .cause(Cause::Permission)
        .effect(Effect::Part(Session))
        .helps(Party::OurServer, NOT_VPOPMAIL)
        .samples(&["vchkpw-pop3: setgid 89 failed errno 1 ben.veldman@spareparts.example:192.0.2.30"]),
    line("user-not-set", "vchkpw-{service}: setuid {id} failed errno {errno} {user}:{?{client}}")
        .says("The login of {user} was right, but the password checker doesn't have permission to act for the mailbox.")
        .level(Temporary)
        .cause(Cause::Permission)
        .effect(Effect::Part(Session))
        .helps(Party::OurServer, NOT_VPOPMAIL)
        .samples(&["vchkpw-pop3: setuid 89 failed errno 1 ben.veldman@spareparts.example:192.0.2.30"]),
    line("out-of-memory", "vchkpw-{service}: malloc{detail}")
        .says("The check had no memory left; often its limit is too low.")
        .level(Temporary)
        .loose()
        .cause(Cause::AuthService)
        .effect(Effect::Part(Session))
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["vchkpw-pop3: malloc failure for USER ben.veldman@spareparts.example:192.0.2.30"]),
    line("environment-not-set", "vchkpw-{service}: putenv{detail}")
        .says("The check had no memory left; often its limit is too low.")
        .level(Temporary)
        .loose()
        .cause(Cause::AuthService)
        .effect(Effect::Part(Session))
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["vchkpw-pop3: putenv failure for HOME ben.veldman@spareparts.example:192.0.2.30"]),
    line("no-system-user", "vchkpw-{service}: system user not found {user}:{?{client}}")
        .says("Someone tried to log in as the system user {user}, who does not exist.")
        .level(Permanent)
        .cause(Cause::UnknownUser)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .samples(&["vchkpw-pop3: system user not found admin:192.0.2.66"]),
    line("no-system-password", "vchkpw-{service}: system user shadow entry not found{? {user}:{?{client}}}")
        .says("Someone tried to log in as a system user who has no password entry.")
        .level(Permanent)
        .cause(Cause::UnknownUser)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .samples(&["vchkpw-pop3: system user shadow entry not found admin:192.0.2.66"]),
    line("system-password-wrong", "vchkpw-{service}: system password fail {user}:{?{client}}")
        .says("Someone tried to log in as the system user {user} with a wrong password.")
        .level(Permanent)
        .cause(Cause::WrongPassword)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .samples(&["vchkpw-pop3: system password fail admin:192.0.2.66"]),
    line("system-password-wrong-and-shown", "vchkpw-{service}: system password fail (pass: '{password}') {user}:{?{client}}")
        .says("Someone tried to log in as the system user {user} with a wrong password. If the log holds that password, it is hidden here.")
        .level(Permanent)
        .cause(Cause::WrongPassword)
        .effect(Effect::Left(Login::Failed))
        .tie(OVER)
        .samples(&["vchkpw-pop3: system password fail (pass: '12345') admin:192.0.2.66"]),
    line("system-log-in", "vchkpw-{service}: system password login success {user}:{?{client}}")
        .says("The system user {user} logged in.")
        .level(Success)
        .effect(Effect::Login(Login::Ok))
        .tie(OVER)
        .samples(&["vchkpw-pop3: system password login success anna:192.0.2.30"]),
    line("folder-made-not-found", "vchkpw-{service}: failed to vauth_getpw() after dir auto create {user}:{?{client}}")
        .says("The mail folder of {user} was made, but its entry couldn't be read again.")
        .level(Temporary)
        .effect(Effect::Login(Login::Failed))
        .cause(Cause::Server)
        .helps(Party::OurServer, MAILBOX_FOLDER)
        .samples(&["vchkpw-pop3: failed to vauth_getpw() after dir auto create ben@hostfarm.example:192.0.2.4"]),
    line("history-not-stored", "vchkpw: can't write SQL logs")
        .says("The login could not be noted in the database.")
        .level(Warning)
        .helps(Party::OurServer, &[("See whether the database runs and vpopmail may write to it:", "cat /home/vpopmail/etc/vpopmail.mysql | cut -d'|' -f1,2; systemctl status mariadb mysql")])
        .samples(&["vchkpw: can't write SQL logs"]),
    line("run-by-hand", "vchkpw is only for talking with qmail-popup and qmail-pop3d. {detail}")
        .says("The check was started by hand; it only works inside a mail service.")
        .samples(&["vchkpw is only for talking with qmail-popup and qmail-pop3d. It is not for runnning on the command line."]),
    line("mysql-error", "vmysql: sql error[{number}]: {detail}")
        .says("The MySQL database with the mailboxes reported an error.")
        .level(Temporary)
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["vmysql: sql error[3]: Lost connection to MySQL server during query"]),
    line("mysql-trouble", "vmysql: {detail}")
        .says("The MySQL database with the mailboxes could not be used.")
        .level(Temporary)
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["vmysql: can't read settings from /home/vpopmail/etc/vpopmail.mysql"]),
    line("sqlite-trouble", "vsqlite: {detail}")
        .says("The SQLite database with the mailboxes could not be used.")
        .level(Temporary)
        .helps(Party::OurServer, DATABASE_FILE)
        .samples(&["vsqlite: sql error[2]: database is locked"]),
    line("database-not-opened", "Cannot open database : {detail}")
        .says("The database with the mailboxes could not be opened.")
        .level(Alert)
        .helps(Party::OurServer, DATABASE_FILE)
        .samples(&["Cannot open database : unable to open database file"]),
    line("database-not-reached", "could not connect to mysql update server {detail}")
        .says("The database server with the mailboxes could not be reached.")
        .level(Alert)
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["could not connect to mysql update server Can't connect to local MySQL server"]),
    line("database-lost", "Attempting to rebuild connection to SQL server")
        .says("The connection to the database with the mailboxes was lost and is made again.")
        .level(Warning)
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["Attempting to rebuild connection to SQL server"]),
];
