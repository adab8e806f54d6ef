//! Dovecot's debug lines, which `auth_debug`, `mail_debug` and `verbose_ssl` switch on. They outnumber all others
//! by far, tell programmers how the server works, and can hold passwords: those are masked.

use super::{Datum, Effect, Field, Format, FormatKind, Pattern, Place, Role, Shape, Word, field, line, word};
use crate::frame::dovecot::SERVICES;
use crate::vocabulary::Level::Warning;
use crate::vocabulary::TraceType::Session;

/// Dovecot's debug lines.
pub static FORMAT: Format = Format {
    id: "dovecot-debug",
    title: "Dovecot debug lines",
    found_in: &[
        "/var/log/dovecot-debug.log",
        "/var/log/dovecot.log",
        "/var/log/maillog",
        "/var/log/mail.log",
    ],
    sources: &[
        "Dovecot 2.3.19.1 with auth_debug, mail_debug and verbose_ssl",
        "Dovecot 2.2.36, 2.3.21, 2.4.4 auth/auth-request.c",
        "plugins/quota/quota.c",
        "Pigeonhole 0.5.21 plugins/lda-sieve/lda-sieve-plugin.c",
    ],
    programs: SERVICES,
    place: Place::Program,
    delivers: &["lmtp", "lda", "deliver", "dovecot-lda"],
    kind: FormatKind::Debug,
    realm: "dovecot",
    fields: FIELDS,
    words: WORDS,
    separators: &["\t"],
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("driver", Role::State, "The database or the login method that was asked.").shape(Shape::Name),
    field("user", Role::User, "The name that the email app gave, or the mailbox's user."),
    field("ip", Role::Client, "The address of the email app."),
    field("rip", Role::Client, "The remote IP address: where the email app connected from."),
    field("rport", Role::Port, "The port of the email app's side of the connection.").datum(Datum::AppPort),
    field("lip", Role::Ip, "The address of this server that the email app connected to."),
    field("lport", Role::Port, "The port of this server that the email app connected to."),
    field("service", Role::State, "The service that the email app wanted.").shape(Shape::Name),
    field("session", Role::Session, "The session's id: it ties all lines of one connection together."),
    field("number", Role::Count, "Dovecot's own number for the request."),
    field("method", Role::State, "How the password is sent.").shape(Shape::Name),
    field(
        "resp",
        Role::Password,
        "What the email app sent to prove who it is. It can hold the password, so it is masked.",
    ),
    field("pass", Role::Password, "The password, masked."),
    field(
        "cont",
        Role::Password,
        "A part of the login conversation. It can hold the password, so it is masked.",
    ),
    field("stored", Role::Password, "The stored password, masked."),
    field("scheme", Role::State, "The way in which passwords are stored.").shape(Shape::Name),
    field("limit", Role::Text, "Which limit was reached."),
    field("path", Role::Path, "The file or folder that it is about."),
    field("ip2", Role::Ip, "The address."),
    field("n", Role::Count, "A number: {}."),
    field("text", Role::Text, "What Dovecot says about its own work."),
];

const WORDS: &[Word] = &[word("Debug", "A debug line, turned on by a debug setting.")];

const PATTERNS: &[Pattern] = &[
    line("tls-step", "Debug: SSL: where={text}")
        .says("A step of agreeing on encryption.")
        .effect(Effect::Aside)
        .samples(&["Debug: SSL: where=0x10, ret=1: before SSL initialization"]),
    line("tls-alert", "Debug: SSL alert: {text}")
        .says("A notice of the encryption layer; \"close notify\" is the normal goodbye.")
        .effect(Effect::Aside)
        .samples(&["Debug: SSL alert: close notify"]),
    line("tls-error", "Debug: SSL error: {text}")
        .says("What the encryption layer says about the end of a connection.")
        .effect(Effect::Aside)
        .samples(&["Debug: SSL error: SSL_accept() failed: error:0A0000C6:SSL routines::packet length too long"]),
    line("login-request", "Debug: client in: AUTH\t{number}\t{method}\t{*}")
        .says("An email app asked for a login by the method {method}.")
        .effect(Effect::Part(Session))
        .samples(&["Debug: client in: AUTH\t1\tPLAIN\tservice=imap\tsecured=tls\tsession=q0qgC85g24PLAHGC\tlip=192.0.2.25\trip=203.0.113.130\tlport=993\trport=33755"]),
    line("login-reply", "Debug: client in: CONT{cont}")
        .says("The email app went on with its login.")
        .samples(&["Debug: client in: CONT<hidden>", "Debug: client in: CONT\t1\tAGFubmEAc2VjcmV0"]),
    line("login-cancelled", "Debug: client in: CANCEL\t{number}")
        .says("The email app cancelled its login.")
        .samples(&["Debug: client in: CANCEL\t1"]),
    line("login-challenge", "Debug: client passdb out: CONT\t{number}\t{cont}")
        .says("The server asked the email app for the next part of its login.")
        .samples(&["Debug: client passdb out: CONT\t1\tVXNlcm5hbWU6"]),
    line("login-refused", "Debug: client passdb out: FAIL\t{number}\t{*}")
        .says("The login was refused.")
        .samples(&["Debug: client passdb out: FAIL\t1\tuser=olduser@garden-tools.example\tcode=user_disabled"]),
    line("login-accepted", "Debug: client passdb out: OK\t{number}\t{*}")
        .says("The login was accepted.")
        .samples(&["Debug: client passdb out: OK\t1\tuser=jorg@garden-tools.example", "Debug: client passdb out: OK\t1\tuser=a\tpass=secret\tproxy"]),
    line("login-refused-2-2", "Debug: client out: FAIL\t{number}\t{*}")
        .says("The login was refused.")
        .samples(&["Debug: client out: FAIL\t1\tuser=olduser@garden-tools.example"]),
    line("login-accepted-2-2", "Debug: client out: OK\t{number}\t{*}")
        .says("The login was accepted.")
        .samples(&["Debug: client out: OK\t1\tuser=jorg@garden-tools.example"]),
    line("auth-message", "Debug: {driver}({user},{ip},<{session}>): {text}")
        .says("A step of checking a login.")
        .effect(Effect::Part(Session))
        .samples(&["Debug: passwd-file(jorg@garden-tools.example,203.0.113.130,<q0qgC85g24PLAHGC>): Performing passdb lookup"]),
    line("auth-message-worker", "Debug: conn unix:{path} (pid={n},uid={number}): auth-worker<{text}>: {driver}({user},{ip},<{session}>): {limit}")
        .says("A step of checking a login.")
        .effect(Effect::Part(Session))
        .samples(&["Debug: conn unix:auth-worker (pid=18266,uid=102): auth-worker<4>: pam(sysbob,203.0.113.130,<zwDCC85gFWLLAHGC>): Performing passdb lookup"]),
    line("stored-password", "Debug: {driver}({user},{ip},<{session}>): {scheme}({pass}) != '{stored}'{limit}")
        .says("The password that was sent does not fit the stored one. The line shows both, so they are masked here.")
        .level(Warning)
        .effect(Effect::Part(Session))
        .samples(&["Debug: sql(anna,192.0.2.1,<q0qgC85g24PLAHGC>): PLAIN-MD5(5ebe2294ecd0e0f08eab7690d2a6ee69) != '{CRYPT}$6$abc', try CRYPT scheme instead"]),
    line("quota-warning", "Debug: quota: Executing warning: {text} (because {limit})")
        .says("The mailbox passed a warning level, and a notice is sent.")
        .level(Warning)
        .effect(Effect::Aside)
        .samples(&["Debug: quota: Executing warning: quota-warning 80 anna@garden-tools.example (because storage=80%)"]),
    line("quota-warning-2-4", "Debug: quota_warning {text}: Executing because: {limit}")
        .says("The mailbox passed a warning level, and a notice is sent.")
        .level(Warning)
        .effect(Effect::Aside)
        .samples(&["Debug: quota_warning 80%: Executing because: storage=80%"]),
    line("home-missing", "Debug: Home dir not found: {path}")
        .says("The home folder of the mailbox does not exist.")
        .level(Warning)
        .effect(Effect::Aside)
        .samples(&["Debug: Home dir not found: /srv/missing/wrongdir"]),
    line("filter-binary-damaged", "Debug: sieve: Encountered corrupt binary: re-compiling script {path}")
        .says("The compiled form of a mail filter was damaged and is made again.")
        .effect(Effect::Aside)
        .samples(&["Debug: sieve: Encountered corrupt binary: re-compiling script /srv/mail/a/.dovecot.sieve"]),
    line("penalty", "Debug: penalty({ip2}): Delaying response for {n} seconds")
        .says("Answers to {ip2} are being slowed down, because bad logins came from there.")
        .level(Warning)
        .samples(&["Debug: penalty(198.51.100.7): Delaying response for 15 seconds"]),
    line("debug", "Debug: {text}")
        .says("A debug line about the server's internal work; it doesn't mean that anything is wrong.")
        .effect(Effect::Aside)
        .loose()
        .samples(&[
            "Debug: Loading modules from directory: /usr/lib/dovecot/modules",
            "Debug: auth client connected (pid=18275)",
            "Debug: Quota warning: bytes=16777216 (80%) messages=0 reverse=no command=quota-warning 80 anna@garden-tools.example",
            "Debug: Disconnected: Connection closed in=120 out=4181",
            "Debug: master in: USER\t1\tanna@garden-tools.example\tservice=lmtp",
        ]),
];
