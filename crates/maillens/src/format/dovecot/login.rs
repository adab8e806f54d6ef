//! Dovecot's log-in processes (`imap-login`, `pop3-login`, `submission-login`, `managesieve-login`): one
//! line for every connection that logged in, and one for every connection that ended without.
//!
//! The wording changed twice. Up to 2.3.14 a line begins with `Disconnected (` or `Aborted login (`, from
//! 2.3.15 with `Disconnected: ` and how it ended, from 2.4 with `Login aborted: `, and a fixed code follows
//! the reason. The reason in the first brackets is the same in all of them, so it makes the pattern.
//!
//! Everything in `user=<…>` comes from the client and may itself look like the fields after it.

use super::Stated::{Came, Value};
use super::{Datum, Effect, Field, Format, Pattern, Place, Role, Shape, Sign, Word, field, line, word};
use crate::vocabulary::Cause;
use crate::vocabulary::Level::{Alert, Permanent, Success, Warning};
use crate::vocabulary::{Login, Outcome, TraceType::Session};

/// What the log-in processes write.
pub static FORMAT: Format = Format {
    id: "dovecot-login",
    title: "Dovecot's login service, which email apps connect to first",
    found_in: &["/var/log/dovecot.log", "/var/log/dovecot-info.log", "/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "Dovecot 2.2.36, 2.3.21, 2.4.4 login-common/client-common.c",
        "login-common/client-common-auth.c",
        "login-common/login-proxy.c",
    ],
    programs: &["imap-login", "pop3-login", "submission-login", "managesieve-login"],
    place: Place::Program,
    realm: "dovecot",
    fields: FIELDS,
    words: WORDS,
    separators: &[", "],
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("user", Role::User, "The name that the email app gave. It comes from the outside, so it can hold anything; an empty one means that no name was sent."),
    field("method", Role::State, "How the password was sent: {}. PLAIN and LOGIN send the password itself, which TLS protects; CRAM-MD5, DIGEST-MD5 and SCRAM send only a proof of it.").datum(Datum::LogInMethod).shape(Shape::Name),
    field("rip", Role::Client, "The remote IP address: where the email app connected from."),
    field("rport", Role::Port, "The port of the email app's side of the connection.").datum(Datum::AppPort),
    field("lip", Role::Ip, "The local IP address: which address of this server the email app connected to."),
    field("lport", Role::Port, "The port of this server: 143 and 110 begin without encryption, 993 and 995 are encrypted from the start."),
    field("mpid", Role::Pid, "The number of the process that serves the mailbox from now on: {}. The system reuses it later."),
    field("TLS", Role::State, "The connection was encrypted. A text after it says how the encryption ended; \"Connection closed\" there is harmless.").datum(Datum::Encryption).shape(Shape::Text),
    field("TLS handshaking", Role::State, "Encryption was still being agreed when the connection ended: it was never finished.").datum(Datum::Handshake).shape(Shape::Text),
    field("secured", Role::State, "The connection counts as safe without TLS: it came from this server itself or from a trusted network.").shape(Shape::Text),
    field("session", Role::Session, "The session's id: it ties all lines of one connection together, also those of other Dovecot services. It holds the client's address and port and the time."),
    field("ended", Role::Text, "How the connection ended, before anyone was logged in."),
    field("attempts", Role::Count, "Logins that were tried on this connection: {}."),
    field("secs", Role::Duration, "Seconds: {}.").shape(Shape::Decimal),
    field("code", Role::State, "Dovecot's fixed name for the reason.").shape(Shape::Name),
    field("limit", Role::Count, "The setting mail_max_userip_connections: how many connections one user may have from one address at a time: {}."),
    field("openssl", Role::Text, "What OpenSSL, the encryption library, says: the last words tell what was wrong.").datum(Datum::Library),
    field("bytes", Role::Bytes, "How many bytes the server was ready to read."),
    field("error", Role::Text, "The cause, in the words of the program or the operating system."),
    field("pid", Role::Count, "The number of the process: {}."),
    field("id", Role::Count, "Dovecot's own number for the request."),
    field("target", Role::Remote, "The server that holds the mailbox.").shape(Shape::Text),
    field("backend", Role::Ip, "The address of the server that serves the mailbox."),
    field("side", Role::State, "Which side ended it: the email app or the server behind.").shape(Shape::Text),
    field("pairs", Role::Text, "The app's name and version, as it tells them."),
    field("state", Role::State, "How far it had come.").shape(Shape::Text),
    field("reply", Role::Reply, "What the other server answered."),
    field("socket", Role::Path, "The file through which Dovecot's services talk to each other."),
    field("service", Role::Program, "The Dovecot service that it is about.").shape(Shape::Name),
    field("reason", Role::Text, "The reason, in Dovecot's words."),
    field("detail", Role::Text, "The rest of the line, in Dovecot's words."),
];

const WORDS: &[Word] = &[
    word("Login", "The password was accepted."),
    word("Logged in", "The password was accepted."),
    word("auth failed", "Name or password were not accepted."),
    word("no auth attempts", "Nobody tried to log in on this connection."),
    word(
        "Plaintext authentication disabled",
        "This server takes no password over a connection without encryption.",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("login", "Login: {*}")
        .says("{user} logged in{?; process {mpid} serves the mailbox from here on}.")
        .level(Success)
        .effect(Effect::Login(Login::Ok))
        .samples(&[
            "Login: user=<anna@garden-tools.example>, method=PLAIN, rip=203.0.113.130, lip=192.0.2.25, mpid=18286, TLS, session=<3lrsCs5gMJvLAHGC>",
            "Login: user=<jorg@garden-tools.example>, method=PLAIN, rip=2001:db8:4::11, lip=2001:db8:ffff::25, mpid=18275, TLS, session=<VMTqCs5gfuQgAQ24AAQAAAAAAAAAAAAR>",
        ])
        .reads(&[Value("user", "anna@garden-tools.example"), Came(Outcome::Open)]),
    line("logged-in", "Logged in: {*}")
        .says("{user} logged in{?; process {mpid} serves the mailbox from here on}.")
        .level(Success)
        .effect(Effect::Login(Login::Ok))
        .samples(&["Logged in: user=<anna@garden-tools.example>, method=PLAIN, rip=203.0.113.130, lip=192.0.2.25, mpid=18286, TLS, session=<3lrsCs5gMJvLAHGC>"]),
    line("proxied", "proxy({user},{target}): Started proxying to {?remote host}{?<{backend}>} ({secs} secs{?, {state}}): {*}")
        .says("{user} logged in, and the connection is passed on to {target}, where the mailbox is served.")
        .level(Success)
        .effect(Effect::Login(Login::Ok))
        .samples(&["proxy(anna@garden-tools.example,10.0.0.5:143): Started proxying to <10.0.0.5> (0.034 secs): user=<anna@garden-tools.example>, method=PLAIN, rip=203.0.113.130, rport=53126, lip=192.0.2.25, lport=10143, TLS"]),
    line("proxied-2-2", "proxy({user}): started proxying to {target}: {*}")
        .says("{user} logged in, and the connection is passed on to {target}, where the mailbox is served.")
        .level(Success)
        .effect(Effect::Login(Login::Ok))
        .samples(&["proxy(anna@garden-tools.example): started proxying to 10.0.0.5:143: user=<anna@garden-tools.example>, method=PLAIN, rip=203.0.113.130, lip=192.0.2.25, TLS"]),
    line("auth-failed", "{ended} (auth failed, {attempts} attempts{? in {secs} secs}){? ({code})}: {*}")
        .says("The login as {user} was not accepted. Tries on this connection: {attempts}.")
        .level(Permanent)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::WrongLogin)
        .samples(&[
            "Disconnected: Connection closed (auth failed, 1 attempts in 4 secs): user=<ben.veldman@studio-nord.example>, method=PLAIN, rip=198.51.100.55, lip=192.0.2.25, TLS: Connection closed, session=<0d2yC85gANbGM2Q3>",
            "Disconnected: Aborted login by logging out (auth failed, 1 attempts in 2 secs): user=<a>, rip=1.2.3.4, user=<admin>, method=PLAIN, rip=198.51.100.29, lip=192.0.2.25, TLS, session=<6mfaC85gPVjGM2Qd>",
            "Aborted login (auth failed, 1 attempts in 2 secs): user=<anna@garden-tools.example>, method=PLAIN, rip=198.51.100.55, lip=192.0.2.25, session=<0d2yC85gANbGM2Q3>",
            "Login aborted: Logged out (auth failed, 1 attempts in 2 secs) (auth_failed): user=<anna@garden-tools.example>, method=PLAIN, rip=198.51.100.55, lip=192.0.2.25, session=<0d2yC85gANbGM2Q3>",
        ]),
    line("authorization-failed", "{ended} (authorization failed{?, {attempts} attempts}{? in {secs} secs}){? ({code})}: {*}")
        .says("The password of {user} was right, but the account isn't allowed to use this service.")
        .level(Permanent)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Disabled)
        .samples(&["Disconnected: Connection closed (authorization failed, 1 attempts in 2 secs): user=<anna@garden-tools.example>, method=PLAIN, rip=198.51.100.55, lip=192.0.2.25, session=<0d2yC85gANbGM2Q3>"]),
    line("tls-failed", "{ended}: SSL_accept() failed: {openssl} {?(no auth attempts in {secs} secs)}{?(disconnected before auth was ready, waited {secs} secs)}{? ({code})}: {*}")
        .says("The email app and the server could not set up encryption (TLS), so no login was tried.")
        .level(Permanent)
        .effect(Effect::Left(Login::None))
        .cause(Cause::Tls)
        .samples(&["Disconnected: Connection closed: SSL_accept() failed: error:0A000102:SSL routines::unsupported protocol (no auth attempts in 0 secs): user=<>, rip=198.51.100.99, lip=192.0.2.25, TLS handshaking: SSL_accept() failed: error:0A000102:SSL routines::unsupported protocol, session=<uIcDDM5gOfLGM2Rj>"]),
    line("tls-unfinished", "{ended} (disconnected during TLS handshake){? ({code})}: {*}")
        .says("The connection ended while encryption was being agreed, so no login was tried.")
        .level(Warning)
        .effect(Effect::Left(Login::None))
        .cause(Cause::Tls)
        .samples(&["Login aborted: Connection closed (disconnected during TLS handshake) (tls_handshake_not_finished): user=<>, rip=198.51.100.99, lip=192.0.2.25, TLS handshaking, session=<uIcDDM5gOfLGM2Rj>"]),
    line("no-attempt", "{ended} (no auth attempts{? in {secs} secs}){? ({code})}: {*}")
        .says("The connection ended before anyone tried to log in.")
        .effect(Effect::Left(Login::None))
        .cause(Cause::Nobody)
        .samples(&[
            "Disconnected: Connection closed (no auth attempts in 0 secs): user=<>, rip=198.51.100.99, lip=192.0.2.25, session=<u2XuC85gGYfGM2Rj>",
            "Disconnected (no auth attempts in 0 secs): user=<>, rip=198.51.100.99, lip=192.0.2.25, TLS handshaking: SSL_accept() failed: error:1408F10B:SSL routines:SSL3_GET_RECORD:wrong version number, session=<u2XuC85gGYfGM2Rj>",
            "Disconnected: Inactivity (no auth attempts in 181 secs): user=<>, rip=198.51.100.59, lip=192.0.2.25, session=</Y6mFc5g78HGM2Q7>",
            "Login aborted: Connection closed (no auth attempts in 0 secs) (no_auth_attempts): user=<>, rip=198.51.100.99, lip=192.0.2.25, session=<u2XuC85gGYfGM2Rj>",
        ]),
    line("plaintext-refused", "{ended} (tried to use {?disallowed}{?disabled} plaintext auth){? ({code})}: {*}")
        .says("The email app wanted to send a password without encryption, and the server refused.")
        .level(Permanent)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Plaintext)
        .samples(&["Disconnected: Connection closed (tried to use disallowed plaintext auth): user=<>, method=PLAIN, rip=198.51.100.24, lip=192.0.2.25, session=<SxTiC85gj5DGM2QY>"]),
    line("cleartext-refused", "{ended} (tried to use disallowed cleartext auth{?, {attempts} attempts}{? in {secs} secs}){? ({code})}: {*}")
        .says("The email app wanted to send a password without encryption, and the server refused.")
        .level(Permanent)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Plaintext)
        .samples(&["Login aborted: Connection closed (tried to use disallowed cleartext auth, 1 attempts in 0 secs) (cleartext_auth_disabled): user=<>, method=PLAIN, rip=198.51.100.24, lip=192.0.2.25, session=<SxTiC85gj5DGM2QY>"]),
    line("method-not-offered", "{ended} (tried to use unsupported auth mechanism{?, {attempts} attempts}{? in {secs} secs}){? ({code})}: {*}")
        .says("The email app asked for a login method that this server does not offer.")
        .level(Permanent)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Method)
        .samples(&["Disconnected: Aborted login by logging out (tried to use unsupported auth mechanism): user=<>, method=NTLM, rip=198.51.100.22, lip=192.0.2.25, session=<JjDlC85gA1XGM2QW>"]),
    line("anonymous-refused", "{ended} (anonymous logins disabled{?, {attempts} attempts}{? in {secs} secs}){? ({code})}: {*}")
        .says("The email app asked for a login without a name, which this server does not allow.")
        .level(Permanent)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Method)
        .samples(&["Login aborted: Connection closed (anonymous logins disabled, 1 attempts in 0 secs) (anonymous_auth_disabled): user=<>, rip=198.51.100.24, lip=192.0.2.25, session=<SxTiC85gj5DGM2QY>"]),
    line("left-before-ready", "{ended} (disconnected before auth was ready, waited {secs} secs){? ({code})}: {*}")
        .says("The email app hung up before the server was ready to greet it.")
        .level(Warning)
        .effect(Effect::Left(Login::None))
        .cause(Cause::AuthService)
        .samples(&["Disconnected: Connection closed (disconnected before auth was ready, waited 0 secs): user=<>, rip=198.51.100.99, lip=192.0.2.25, session=<khLML85gR8nGM2Rj>"]),
    line("login-unfinished", "{ended} (client didn't finish SASL auth{?, waited {secs} secs}{?, {attempts} attempts}){? ({code})}: {*}")
        .says("The email app began to log in but never sent the rest.")
        .effect(Effect::Left(Login::None))
        .cause(Cause::Unfinished)
        .samples(&["Disconnected: Inactivity during authentication (client didn't finish SASL auth, waited 181 secs): user=<>, method=CRAM-MD5, rip=198.51.100.58, lip=192.0.2.25, session=<lZvqCs5gbd3GM2Q6>"]),
    // Dovecot itself hangs up after a minute.
    line("check-too-slow", "Disconnected: Inactivity during authentication (disconnected while authenticating, waited {secs} secs){? ({code})}: {*}")
        .says("The server hadn't checked the password after {secs second} and ended the connection: whatever it asks (database, directory, PAM) doesn't answer in time.")
        .level(Alert)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::AuthService)
        .samples(&["Disconnected: Inactivity during authentication (disconnected while authenticating, waited 61 secs): user=<>, method=PLAIN, rip=198.51.100.58, lip=192.0.2.25, session=<lZvqCs5gbd3GM2Q6>"]),
    line("left-while-checking", "{ended} (disconnected while authenticating{?, waited {secs} secs}){? ({code})}: {*}")
        .says("The email app hung up while the password was still being checked.")
        .effect(Effect::Left(Login::None))
        .cause(Cause::Unfinished)
        .samples(&["Disconnected (disconnected while authenticating, waited 3 secs): user=<>, method=PLAIN, rip=198.51.100.58, lip=192.0.2.25, session=<lZvqCs5gbd3GM2Q6>"]),
    line("left-while-finishing", "{ended} (disconnected while finishing login, waited {secs} secs){? ({code})}: {*}")
        .says("The password of {user} was right, but the email app hung up before the mailbox was open.")
        .level(Warning)
        .effect(Effect::Left(Login::None))
        .cause(Cause::Unfinished)
        .samples(&["Disconnected (disconnected while finishing login, waited 3 secs): user=<anna@garden-tools.example>, method=PLAIN, rip=198.51.100.58, lip=192.0.2.25, session=<lZvqCs5gbd3GM2Q6>"]),
    line("login-cancelled", "{ended} (aborted authentication){? ({code})}: {*}")
        .says("The email app cancelled its own login.")
        .effect(Effect::Left(Login::None))
        .cause(Cause::Unfinished)
        .samples(&["Disconnected: Connection closed (aborted authentication): user=<>, method=PLAIN, rip=198.51.100.58, lip=192.0.2.25, session=<lZvqCs5gbd3GM2Q6>"]),
    line("login-cancelled-by-client", "{ended} (auth aborted by client{?, {attempts} attempts}{? in {secs} secs}){? ({code})}: {*}")
        .says("The email app cancelled its own login.")
        .effect(Effect::Left(Login::None))
        .cause(Cause::Unfinished)
        .samples(&["Login aborted: Connection closed (auth aborted by client, 1 attempts in 2 secs) (auth_aborted_by_client): user=<>, method=PLAIN, rip=198.51.100.58, lip=192.0.2.25, session=<lZvqCs5gbd3GM2Q6>"]),
    line("auth-service-lost", "{ended} (auth process communication failure{?, {attempts} attempts}{? in {secs} secs}){? ({code})}: {*}")
        .says("The service that checks passwords could not be reached, so nobody could be logged in.")
        .level(Alert)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::AuthService)
        .samples(&["Disconnected: Connection closed (auth process communication failure): user=<>, method=PLAIN, rip=198.51.100.58, lip=192.0.2.25, session=<lZvqCs5gbd3GM2Q6>"]),
    line("temporary-failure", "{ended} (auth service reported temporary failure{?, {attempts} attempts}{? in {secs} secs}){? ({code})}: {*}")
        .says("The password could not be checked just then, because something behind it failed.")
        .level(Alert)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::AuthService)
        .follows()
        .samples(&["Disconnected: Connection closed (auth service reported temporary failure): user=<anna@garden-tools.example>, method=PLAIN, rip=198.51.100.58, lip=192.0.2.25, session=<lZvqCs5gbd3GM2Q6>"]),
    line("internal-failure", "{ended} (internal failure, {attempts} successful auths){? ({code})}: {*}")
        .says("The password of {user} was right, but the session could not be started.")
        .level(Alert)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Server)
        .samples(&["Disconnected: Aborted login by logging out (internal failure, 1 successful auths): user=<suspended@garden-tools.example>, method=PLAIN, rip=198.51.100.47, lip=192.0.2.25, TLS, session=<xcm+C85gIJ3GM2Qv>"]),
    line("internal-failure-2-4", "{ended} (internal failure{?, {detail}}) ({code}): {*}")
        .says("The password of {user} was right, but the session could not be started.")
        .level(Alert)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Server)
        .loose()
        .samples(&["Login aborted: Connection closed (internal failure, 1/1 successful auths) (internal_failure): user=<anna@garden-tools.example>, method=PLAIN, rip=198.51.100.47, lip=192.0.2.25, TLS, session=<xcm+C85gIJ3GM2Qv>"]),
    line("user-disabled", "{ended} (user disabled{?, {attempts} attempts}{? in {secs} secs}){? ({code})}: {*}")
        .says("The account {user} has been switched off, so the login was refused.")
        .level(Permanent)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Disabled)
        .samples(&["Disconnected: Aborted login by logging out (user disabled): user=<olduser@garden-tools.example>, method=PLAIN, rip=198.51.100.48, lip=192.0.2.25, TLS, session=<YTW9C85g4c7GM2Qw>"]),
    line("login-disabled", "{ended} (login disabled{?, {attempts} attempts}{? in {secs} secs}){? ({code})}: {*}")
        .says("Logins are switched off for {user}, so the login was refused.")
        .level(Permanent)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Disabled)
        .samples(&["Disconnected: Connection closed (login disabled): user=<olduser@garden-tools.example>, method=PLAIN, rip=198.51.100.48, lip=192.0.2.25, TLS, session=<YTW9C85g4c7GM2Qw>"]),
    line("password-expired", "{ended} (password expired{?, {attempts} attempts}{? in {secs} secs}){? ({code})}: {*}")
        .says("The password of {user} is too old and must be changed first.")
        .level(Permanent)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Expired)
        .samples(&["Disconnected: Connection closed (password expired): user=<olduser@garden-tools.example>, method=PLAIN, rip=198.51.100.48, lip=192.0.2.25, TLS, session=<YTW9C85g4c7GM2Qw>"]),
    line("undecodable-login", "{ended} (sent invalid base64 in response{?, {attempts} attempts}{? in {secs} secs}){? ({code})}: {*}")
        .says("The email app sent login data that could not be decoded.")
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::BrokenClient)
        .samples(&["Disconnected: Connection closed (sent invalid base64 in response): user=<>, method=PLAIN, rip=198.51.100.48, lip=192.0.2.25, TLS, session=<YTW9C85g4c7GM2Qw>"]),
    line("backend-refused", "{ended} (proxy dest {detail}){? ({code})}: {*}")
        .says("The server that holds the mailbox did not take the login that was passed on to it.")
        .level(Alert)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Backend)
        .samples(&["Disconnected: Connection closed (proxy dest auth failed): user=<anna@garden-tools.example>, method=PLAIN, rip=198.51.100.48, lip=192.0.2.25, TLS, session=<YTW9C85g4c7GM2Qw>"]),
    line("referred", "{ended} (auth referral{?, {attempts} attempts}{? in {secs} secs}){? ({code})}: {*}")
        .says("A trusted proxy was told to use another server; this is normal.")
        .effect(Effect::Left(Login::None))
        .samples(&["Login aborted: Connection closed (auth referral, 1 attempts in 0 secs) (auth_nologin_referral): user=<>, rip=198.51.100.48, lip=192.0.2.25, session=<YTW9C85g4c7GM2Qw>"]),
    line("client-certificate-refused", "{ended} (client sent an invalid cert){? ({code})}: {*}")
        .says("This server demands a certificate from the email app, and the one that it sent was not accepted.")
        .level(Permanent)
        .effect(Effect::Left(Login::None))
        .cause(Cause::ClientCertificate)
        .samples(&["Disconnected: Connection closed (client sent an invalid cert): user=<>, rip=198.51.100.48, lip=192.0.2.25, TLS, session=<YTW9C85g4c7GM2Qw>"]),
    line("client-certificate-untrusted", "{ended} (client sent an untrusted cert){? ({code})}: {*}")
        .says("This server demands a certificate from the email app, and it does not trust the one that was sent.")
        .level(Permanent)
        .effect(Effect::Left(Login::None))
        .cause(Cause::ClientCertificate)
        .samples(&["Login aborted: Connection closed (client sent an untrusted cert) (client_ssl_cert_untrusted): user=<>, rip=198.51.100.48, lip=192.0.2.25, TLS, session=<YTW9C85g4c7GM2Qw>"]),
    line("client-certificate-missing", "{ended} (client didn't send a cert){? ({code})}: {*}")
        .says("This server demands a certificate from the email app, and it sent none.")
        .level(Permanent)
        .effect(Effect::Left(Login::None))
        .cause(Cause::ClientCertificate)
        .samples(&["Disconnected: Connection closed (client didn't send a cert): user=<>, rip=198.51.100.48, lip=192.0.2.25, TLS, session=<YTW9C85g4c7GM2Qw>"]),
    line("client-certificate-needs-tls", "{ended} (cert required, client didn't start TLS){? ({code})}: {*}")
        .says("This server demands a certificate from the email app, and the app never turned on encryption.")
        .level(Permanent)
        .effect(Effect::Left(Login::None))
        .cause(Cause::Plaintext)
        .samples(&["Disconnected: Connection closed (cert required, client didn't start TLS): user=<>, rip=198.51.100.48, lip=192.0.2.25, session=<YTW9C85g4c7GM2Qw>"]),
    line("service-full", "{ended} (client_limit and process_limit was hit and this login session was killed.){? ({code})}: {*}")
        .says("The login service was full, so this connection was dropped.")
        .level(Alert)
        .effect(Effect::Left(Login::None))
        .cause(Cause::ServerFull)
        .samples(&["Login aborted: Connection queue full (client_limit and process_limit was hit and this login session was killed.) (process_full): user=<>, rip=198.51.100.48, lip=192.0.2.25, session=<YTW9C85g4c7GM2Qw>"]),
    line("shutting-down", "{ended} (The process is shutting down so the login is aborted.){? ({code})}: {*}")
        .says("The mail server was being restarted, so this connection was dropped.")
        .effect(Effect::Left(Login::None))
        .cause(Cause::Restart)
        .samples(&["Login aborted: Server shutting down (The process is shutting down so the login is aborted.) (shutting_down): user=<>, rip=198.51.100.48, lip=192.0.2.25, session=<YTW9C85g4c7GM2Qw>"]),
    line("queue-full", "{?Disconnected: }{?Login aborted: }Connection queue full (no auth attempts in {secs} secs){? ({code})}: {*}")
        .says("The login service had more connections than it may take, so it dropped the oldest one on which nobody had logged in.")
        .level(Alert)
        .effect(Effect::Left(Login::None))
        .cause(Cause::ServerFull)
        .samples(&["Disconnected: Connection queue full (no auth attempts in 0 secs): user=<>, rip=127.0.20.9, lip=127.0.20.1, session=<m7diDM5gN95/ABQJ>"]),
    line("shut-down", "Disconnected: Shutting down{? ({reason})}: {*}")
        .says("The mail server was being stopped or restarted, so this connection was dropped.")
        .effect(Effect::Left(Login::None))
        .cause(Cause::Restart)
        .samples(&["Disconnected: Shutting down (no auth attempts in 5 secs): user=<>, rip=198.51.100.48, lip=192.0.2.25, session=<YTW9C85g4c7GM2Qw>"]),
    line("tls-not-started", "Disconnected: TLS initialization failed. ({reason}): {*}")
        .says("The server could not start encryption: usually a problem with its certificate or key.")
        .level(Alert)
        .follows()
        .effect(Effect::Left(Login::None))
        .samples(&["Disconnected: TLS initialization failed. (no auth attempts in 0 secs): user=<>, rip=198.51.100.48, lip=192.0.2.25, session=<YTW9C85g4c7GM2Qw>"]),
    line("auth-service-broken", "Disconnected: Auth process broken ({reason}): {*}")
        .says("The service that checks passwords failed while this email app was waiting.")
        .level(Alert)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::AuthService)
        .samples(&["Disconnected: Auth process broken (disconnected before auth was ready, waited 5 secs): user=<>, rip=198.51.100.48, lip=192.0.2.25, session=<YTW9C85g4c7GM2Qw>"]),
    line("apop-not-possible", "Disconnected: Reconnected to auth server, can't do APOP ({reason}): {*}")
        .says("The service that checks passwords restarted just when this email app used it. Trying again helps.")
        .level(Warning)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::AuthService)
        .samples(&["Disconnected: Reconnected to auth server, can't do APOP (no auth attempts in 5 secs): user=<>, rip=198.51.100.48, lip=192.0.2.25, session=<YTW9C85g4c7GM2Qw>"]),
    line("not-set-up", "Login aborted: Failed to initialize client ({reason}): {*}")
        .says("The server could not set up the new connection.")
        .level(Alert)
        .effect(Effect::Left(Login::None))
        .cause(Cause::Server)
        .samples(&["Login aborted: Failed to initialize client (no_auth_attempts): user=<>, rip=198.51.100.48, lip=192.0.2.25, session=<YTW9C85g4c7GM2Qw>"]),
    line("too-many-connections", "{?Disconnected: }{?Login aborted: }Maximum number of connections from user+IP exceeded (mail_max_userip_connections={limit}){? ({code})}: {*}")
        .sign(Sign::TooManyConnections)
        .says("The password of {user} was right, but this user already has the {limit connection} that one address may have at a time.")
        .level(Permanent)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Connections)
        .samples(&[
            "Disconnected: Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10): user=<sales@studio-nord.example>, method=PLAIN, rip=203.0.113.7, lip=192.0.2.25, TLS, session=<WRSyLs5gpGPLAHEH>",
            "Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10): user=<sales@studio-nord.example>, method=PLAIN, rip=203.0.113.7, lip=192.0.2.25, TLS, session=<WRSyLs5gpGPLAHEH>",
        ]),
    // As 1.x has it, without the number.
    line("too-many-connections-old", "Maximum number of connections from user+IP exceeded: {*}")
        .says("The password of {user} was right, but this user already has as many connections as one address may have at a time (mail_max_userip_connections).")
        .level(Permanent)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Connections)
        .samples(&["Maximum number of connections from user+IP exceeded: user=<kim>, method=PLAIN, rip=203.0.113.7, lip=192.0.2.25, TLS"]),
    line("connection-limit", "{ended} (connection limit reached{?, {detail}}) ({code}): {*}")
        .says("The password of {user} was right, but this user already has as many connections as one address may have at a time.")
        .level(Permanent)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Connections)
        .samples(&["Login aborted: Connection closed (connection limit reached, 1/1 successful auths) (connection_limit): user=<sales@studio-nord.example>, method=PLAIN, rip=203.0.113.7, lip=192.0.2.25, TLS, session=<WRSyLs5gpGPLAHEH>"]),
    // 1.x counts what failed behind the password check as a failed login, too.
    line("internal-login-failure-old", "Internal login failure (auth failed, {attempts} attempts): {*}")
        .says("The password of {user} was right, but the main process of Dovecot couldn't begin the session.")
        .level(Alert)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Server)
        .samples(&["Internal login failure (auth failed, 1 attempts): user=<scanner>, method=PLAIN, rip=203.0.113.7, lip=192.0.2.25"]),
    line("internal-login-failure-bare", "Internal login failure: {*}")
        .says("The password of {user} was right, but the main process of Dovecot couldn't begin the session.")
        .level(Alert)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Server)
        .samples(&["Internal login failure: user=<kim>, method=PLAIN, rip=203.0.113.7, lip=192.0.2.25, TLS"]),
    line("internal-login-failure", "{?Disconnected: }Internal login failure (pid={pid} id={id}){? ({reason})}: {*}")
        .says("The password of {user} was right, but the mailbox could not be opened for the session.")
        .level(Alert)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Server)
        .samples(&["Internal login failure (pid=18271 id=1) (internal failure, 1 successful auths): user=<anna@garden-tools.example>, method=PLAIN, rip=203.0.113.7, lip=192.0.2.25, mpid=18312, TLS, session=<WRSyLs5gpGPLAHEH>"]),
    // Before 1.2 nothing says how far the client came.
    line("ended-bare", "{?Aborted login}{?Disconnected: Inactivity}: {*}")
        .says("The connection ended before anyone was logged in. This version doesn't say whether a password was tried.")
        .effect(Effect::Left(Login::None))
        .cause(Cause::Unfinished)
        .samples(&[
            "Aborted login: user=<kim>, method=PLAIN, rip=203.0.113.7, lip=192.0.2.25",
            "Disconnected: Inactivity: user=<kim>, method=PLAIN, rip=203.0.113.7, lip=192.0.2.25, TLS",
        ]),
    line("ended-other", "{ended} ({reason}): {*}")
        .says("The connection ended before anyone was logged in.")
        .effect(Effect::Left(Login::None))
        .loose()
        .samples(&[
            "Disconnected: Connection closed (some new reason): user=<>, rip=198.51.100.48, lip=192.0.2.25, session=<YTW9C85gGYfGM2Qw>",
            "Login aborted: Connection closed (some new reason) (some_code): user=<>, rip=198.51.100.48, lip=192.0.2.25, session=<YTW9C85gGYfGM2Qw>",
        ]),
    line("plaintext-disabled", "Login failed: Plaintext authentication disabled: {*}")
        .says("The email app wanted to send a password without encryption, and the server refused. The password may have been seen on the way.")
        .level(Permanent)
        .effect(Effect::Login(Login::Failed))
        .cause(Cause::Plaintext)
        .samples(&["Login failed: Plaintext authentication disabled: user=<>, rip=198.51.100.26, lip=192.0.2.25, session=<7RffC85gjVDGM2Qa>"]),
    line("cleartext-disabled", "Login failed: Cleartext authentication disabled: {*}")
        .says("The email app wanted to send a password without encryption, and the server refused. The password may have been seen on the way.")
        .level(Permanent)
        .effect(Effect::Login(Login::Failed))
        .cause(Cause::Plaintext)
        .samples(&["Login failed: Cleartext authentication disabled: user=<>, rip=198.51.100.26, lip=192.0.2.25, session=<7RffC85gjVDGM2Qa>"]),
    line("encryption-required", "Login failed: SSL required for authentication: {*}")
        .says("This server lets nobody log in without encryption, and the connection had none.")
        .level(Permanent)
        .effect(Effect::Login(Login::Failed))
        .cause(Cause::Plaintext)
        .samples(&["Login failed: SSL required for authentication: user=<>, rip=198.51.100.26, lip=192.0.2.25, session=<7RffC85gjVDGM2Qa>"]),
    line("method-needs-encryption", "Authenticate {method} failed: Plaintext authentication disabled.: {*}")
        .says("The email app wanted to send a password without encryption by the method {method}, and the server refused.")
        .level(Permanent)
        .effect(Effect::Login(Login::Failed))
        .cause(Cause::Plaintext)
        .samples(&["Authenticate PLAIN failed: Plaintext authentication disabled.: user=<>, method=PLAIN, rip=198.51.100.24, lip=192.0.2.25, session=<SxTiC85gj5DGM2QY>"]),
    line("method-needs-encryption-2-4", "Authenticate {method} failed: Cleartext authentication disabled.: {*}")
        .says("The email app wanted to send a password without encryption by the method {method}, and the server refused.")
        .level(Permanent)
        .effect(Effect::Login(Login::Failed))
        .cause(Cause::Plaintext)
        .samples(&["Authenticate PLAIN failed: Cleartext authentication disabled.: user=<>, method=PLAIN, rip=198.51.100.24, lip=192.0.2.25, session=<SxTiC85gj5DGM2QY>"]),
    line("method-unknown", "Authenticate {method} failed: Unsupported authentication mechanism.: {*}")
        .says("The email app asked for the login method {method}, which this server does not offer.")
        .level(Permanent)
        .effect(Effect::Login(Login::Failed))
        .cause(Cause::Method)
        .samples(&["Authenticate NTLM failed: Unsupported authentication mechanism.: user=<>, method=NTLM, rip=198.51.100.22, lip=192.0.2.25, session=<JjDlC85gA1XGM2QW>"]),
    line("method-undecodable", "Authenticate {method} failed: Invalid base64 in response: {*}")
        .says("The email app sent login data that could not be decoded.")
        .level(Warning)
        .effect(Effect::Login(Login::Failed))
        .cause(Cause::BrokenClient)
        .samples(&["Authenticate CRAM-MD5 failed: Invalid base64 in response: user=<>, method=CRAM-MD5, rip=198.51.100.20, lip=192.0.2.25, session=</T3oC85g3VfGM2QU>"]),
    line("method-cancelled", "Authenticate {method} failed: Authentication aborted by client.: {*}")
        .says("The email app cancelled its own login.")
        .effect(Effect::Login(Login::None))
        .cause(Cause::Unfinished)
        .samples(&["Authenticate PLAIN failed: Authentication aborted by client.: user=<>, method=PLAIN, rip=198.51.100.20, lip=192.0.2.25, session=</T3oC85g3VfGM2QU>"]),
    line("method-failed", "Authenticate {method} failed: {reason}: {*}")
        .says("A login by the method {method} was refused.")
        .level(Permanent)
        .effect(Effect::Login(Login::Failed))
        .cause(Cause::Refused)
        .loose()
        .samples(&["Authenticate PLAIN failed: Some reason.: user=<>, method=PLAIN, rip=198.51.100.20, lip=192.0.2.25, session=</T3oC85g3VfGM2QU>"]),
    line("login-failed", "Login failed: {reason}: {*}")
        .says("A login was refused.")
        .level(Permanent)
        .effect(Effect::Login(Login::Failed))
        .cause(Cause::Refused)
        .loose()
        .samples(&["Login failed: Some reason: user=<>, method=PLAIN, rip=198.51.100.20, lip=192.0.2.25, session=</T3oC85g3VfGM2QU>"]),
    line("apop-failed", "APOP failed: {reason}{?: user={detail}}")
        .says("The POP3 method APOP could not be used: it is switched off here, or the command was not written as it must be.")
        .level(Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Method)
        .loose()
        .samples(&["APOP failed: APOP not enabled", "APOP failed: Invalid parameters"]),
    line("anonymous-denied", "Anonymous login denied{?: {*}}")
        .says("The email app asked for a login without a name, which is not allowed here.")
        .level(Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::Method)
        .loose()
        .samples(&["Anonymous login denied"]),
    line("client-id", "ID sent: {pairs}{?: user={detail}}")
        .says("The email app told the server its name and version.")
        .effect(Effect::Part(Session))
        .samples(&["ID sent: name=Thunderbird, version=115.3"]),
    line("slow-auth", "Auth process not responding, delayed sending initial response (greeting): {*}")
        .says("The service that checks passwords is slow or stuck, so the email app was left waiting for a greeting.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .samples(&["Auth process not responding, delayed sending initial response (greeting): user=<>, rip=198.51.100.20, lip=192.0.2.25, session=</T3oC85g3VfGM2QU>"]),
    line("finish-timeout", "Timeout while finishing login (waited {secs} secs){?: {*}}")
        .says("The password was right, but the process for the mailbox could not be started in time.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::ServerFull)
        .samples(&["Timeout while finishing login (waited 30 secs)"]),
    line("queue-full-2-2", "{?Disconnected: }{?Login aborted: }Connection queue full: {*}")
        .says("The login service had more connections than it may take, so it dropped the oldest one on which nobody had logged in.")
        .level(Alert)
        .effect(Effect::Left(Login::None))
        .cause(Cause::ServerFull)
        .loose()
        .samples(&["Connection queue full: user=<>, rip=198.51.100.20, lip=192.0.2.25, session=</T3oC85g3VfGM2QU>"]),
];
