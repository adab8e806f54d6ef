//! Courier: the IMAP and POP3 server of older qmail servers. In `imap4-ssl/current` and
//! `pop3-ssl/current` its lines stand alone; in the system's log the program's name is in front.
//!
//! The client's address and port together name one connection. An IPv4 address is written as
//! `::ffff:192.0.2.1`. The level word (`ERR: `) is missing in the system's log, which takes it as the level. The counts at the end of a session are bytes; the time is seconds.

use super::{Effect, Field, Format, Pattern, Role, Shape, Sign, Word, field, line, word};
use crate::format::dovecot::delivery::FOLDER_MISSING;
use crate::vocabulary::Cause;
use crate::vocabulary::Level::{Alert, Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::{Login, TraceType::Session};

const CERTIFICATE_REFUSED: &[(&str, &str)] = &[
    (
        "Look at the certificate that the server sends: its names, its expiry date and whether the chain is complete:",
        "openssl s_client {listener} -showcerts </dev/null 2>/dev/null | grep -e ' [si]:' -e 'Verify return'; openssl s_client {listener} </dev/null 2>/dev/null | openssl x509 -noout -dates -ext subjectAltName",
    ),
    (
        "Put key, certificate and intermediate certificates into the file that Courier reads, then restart it:",
        "grep -r '^TLS_CERTFILE' /etc/courier* /usr/lib/courier-imap/etc",
    ),
];

const AUTHDAEMON_DOWN: &[(&str, &str)] = &[
    (
        "Start Courier's login service (authdaemond), and see that its socket is there and the mail programs can enter its folder:",
        "service courier-authdaemon restart; ls -ld /var/run/courier/authdaemon /usr/local/var/spool/authdaemon",
    ),
    ("Then try one user:", "authtest {user}"),
];

const LOGIN_FAILED: &[(&str, &str)] = &[
    (
        "If it was the customer, check the username letter by letter, and have the password entered again on every device. If it was a stranger, it was a guess.",
        "",
    ),
    (
        "Test the login on the server (authtest). DEBUG_LOGIN=1 in authdaemonrc has the login service log each step:",
        "authtest {user}; grep DEBUG_LOGIN /etc/courier/authdaemonrc",
    ),
];

const TOO_MANY: &[(&str, &str)] = &[(
    "See who holds the connections; raise MAXDAEMONS (all) or MAXPERIP (one address) only where the load is right for this server:",
    "ss -tn state established '( sport = :143 or sport = :993 or sport = :110 or sport = :995 )'; grep -E '^MAX(DAEMONS|PERIP)' /etc/courier/imapd /etc/courier/pop3d",
)];

const FILE_MONITOR: &[(&str, &str)] = &[(
    "Mail works; only apps that wait for news (IDLE) hear of it late. Install and start the file monitor (gamin or fam), or set IMAP_ENHANCEDIDLE=0:",
    "grep -E '^IMAP_(ENHANCEDIDLE|USELOCKS)' /etc/courier/imapd",
)];

/// What Courier's IMAP and POP3 programs write to their log.
pub static FORMAT: Format = Format {
    id: "courier",
    title: "the Courier IMAP and POP3 server",
    found_in: &["/var/log/imap4-ssl/current", "/var/log/pop3-ssl/current", "/var/log/maillog"],
    sources: &[
        "courier-imap 5.0 imapd, imaplogin, pop3login, pop3dserver",
        "courier-libs couriertcpd, couriertls",
    ],
    programs: &[
        "imapd",
        "imapd-ssl",
        "pop3d",
        "pop3d-ssl",
        "courier-imapd",
        "courier-pop3d",
        "imaplogin",
        "pop3login",
        "courierpop3login",
        "courierpop3d",
        "couriertcpd",
        "couriertls",
    ],
    by_port: true,
    realm: "courier",
    fields: FIELDS,
    words: WORDS,
    separators: &[", "],
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("client", Role::Client, "The address of the client: whoever made the connection."),
    field(
        "port",
        Role::Port,
        "The port that the connection came from: with the address, it tells one connection from another.",
    ),
    field("user", Role::User, "The mailbox that the client used, or wanted to use."),
    field("protocol", Role::State, "What the client speaks.").values(PROTOCOLS),
    field("method", Role::State, "The way to log in.").shape(Shape::Name),
    field("headers", Role::Count, "Bytes of message headers that the client fetched: {}."),
    field("body", Role::Count, "Bytes of message content that the client fetched: {}."),
    field("top", Role::Count, "Bytes of beginnings of messages that the client fetched: {}."),
    field("retr", Role::Count, "Bytes of whole messages that the client fetched: {}."),
    field("rcvd", Role::Count, "Bytes that the client sent in all: {}."),
    field("sent", Role::Count, "Bytes that the server sent in all: {}."),
    field("time", Role::Duration, "How long the session took: { second}."),
    field("starttls", Role::State, "1: the connection was encrypted after it had begun."),
    field("stls", Role::State, "1: the connection was encrypted after it had begun."),
    field("file", Role::Path, "The file or folder that it is about."),
    field("new_file", Role::Path, "The file that stays."),
    field("count", Role::Count, "Connections that are open right now: {}."),
    field("stage", Role::State, "What was being done.").shape(Shape::Name).values(STAGES),
    field("err", Role::Text, "What the system or the encryption library said."),
    field("alert", Role::State, "What is wrong with it.").shape(Shape::Text),
    field("errno", Role::Text, "What the system said, as a number or a name."),
    field("uid", Role::User, "The number of the system user.").shape(Shape::Number),
    field("message", Role::State, "The number of the message in its folder.").shape(Shape::Number),
    field("program", Role::Program, "The program that could not run.").shape(Shape::Text),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
];

const PROTOCOLS: &[Word] = &[
    word("IMAP", "IMAP reads mail on the server."),
    word("SMAP1", "SMAP is Courier's own relative of IMAP."),
    word("POP3", "POP3 fetches mail from the server."),
];

const STAGES: &[Word] = &[
    word("accept", "The client had just connected, and the encryption was being agreed on."),
    word("connect", "The encryption was being agreed on."),
    word("read", "The server was waiting for the client."),
    word("write", "The server was sending to the client."),
];

const WORDS: &[Word] = &[
    word("::ffff:", "What follows is an IPv4 address."),
    word("LOGIN FAILED", "The username or password was not accepted."),
    word("LOGIN,", "The username and password were accepted."),
    word("LOGOUT", "The client ended the session itself."),
    word("DISCONNECTED", "The connection ended without a goodbye; usual with phones."),
    word("TIMEOUT", "The client was silent too long."),
    word("ALERT:", "The operator of the server should look."),
    word("ERR:", "Something failed."),
];

const PATTERNS: &[Pattern] = &[
    line("folder-not-entered", "{?ERR: }{?{user}: }chdir({file}) failed!!")
        .says("The mailbox's home folder {file} is missing or can't be entered.")
        .level(Alert)
        .helps(Party::OurServer, &[("See which folder of the path is missing, or whom it belongs to:", "namei -l {file}")])
        .samples(&["anna@shop.example: chdir(/home/vpopmail/domains/shop.example/anna) failed!!"]),
    not_opened("maildir-missing", "{?ERR: }{file}: No such file or directory", &["Maildir: No such file or directory"]),
    not_opened("maildir-forbidden", "{?ERR: }{file}: Permission denied", &["anna@shop.example: Permission denied"]),
    not_opened("maildir-no-folder", "{?ERR: }{file}: Not a directory", &["/home/anna/Maildir: Not a directory"]),
    line("connected", "{?DEBUG: }{?INFO: }Connection, ip=[{?::ffff:}{client}]{?, port=[{port}]}")
        .says("An email app connected from {client}.")
        .effect(Effect::Birth(Session))
        .samples(&[
            "DEBUG: Connection, ip=[::ffff:192.0.2.30], port=[40402]",
            "INFO: Connection, ip=[::ffff:192.0.2.30]",
            "Connection, ip=[::ffff:192.0.2.30]",
        ]),
    line("log-in", "{?INFO: }LOGIN, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}{?, protocol={protocol}}{?, starttls={starttls}}{?, stls={stls}}")
        .says("{user} logged in from {client}.")
        .level(Success)
        .effect(Effect::Login(Login::Ok))
        .samples(&[
            "INFO: LOGIN, user=maurice.niccoli@spareparts.example, ip=[::ffff:192.0.2.30], port=[40402], protocol=IMAP",
            "INFO: LOGIN, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40404], protocol=IMAP, starttls=1",
            "INFO: LOGIN, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40406], stls=1",
            "LOGIN, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], protocol=IMAP",
        ]),
    line("log-in-failed", "{?INFO: }LOGIN FAILED, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}")
        .says("A login as {user} from {client} was not accepted.")
        .level(Permanent)
        .cause(Cause::Either)
        .effect(Effect::Login(Login::Failed))
        .hints(LOGIN_FAILED)
        .samples(&["INFO: LOGIN FAILED, user=nobody7@spareparts.example, ip=[::ffff:192.0.2.30], port=[40408]"]),
    line("log-in-failed-unnamed", "{?INFO: }LOGIN FAILED, method={method}, ip=[{?::ffff:}{client}]{?, port=[{port}]}")
        .says("A login from {client} was not accepted. With this way to log in ({method}) the log does not name the user.")
        .sign(Sign::LogInUnnamed)
        .level(Permanent)
        .cause(Cause::Either)
        .effect(Effect::Login(Login::Failed))
        .hints(LOGIN_FAILED)
        .samples(&["INFO: LOGIN FAILED, method=CRAM-MD5, ip=[::ffff:192.0.2.30], port=[40410]"]),
    line("log-in-failed-plain", "{?INFO: }LOGIN FAILED, ip=[{?::ffff:}{client}]{?, port=[{port}]}")
        .says("A login from {client} was not accepted. This old version does not name the user.")
        .sign(Sign::LogInUnnamed)
        .level(Permanent)
        .cause(Cause::Either)
        .effect(Effect::Login(Login::Failed))
        .hints(LOGIN_FAILED)
        .samples(&["LOGIN FAILED, ip=[::ffff:192.0.2.30]"]),
    line("log-in-not-checked", "{?ERR: }authentication error: {err}")
        .says("A login could not be checked because the login service (authdaemond) did not answer.")
        .level(Temporary)
        .effect(Effect::Follow)
        .cause(Cause::AuthService)
        .helps(Party::OurServer, &[("See whether authdaemond runs, and start it; then log in as a test (authtest):", "systemctl status courier-authdaemon; authtest {user}")])
        .samples(&["ERR: authentication error: Connection refused", "authentication error: Connection refused"]),
    line("logged-out", "{?INFO: }LOGOUT, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}{*}")
        .says("{user} ended the session.")
        .effect(Effect::Left(Login::Ok))
        .samples(&[
            "INFO: LOGOUT, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40402], headers=0, body=0, rcvd=60, sent=1180, time=1, starttls=1",
            "INFO: LOGOUT, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40406], top=0, retr=1210, rcvd=36, sent=1420, time=0, stls=1",
        ]),
    line("left", "{?INFO: }LOGOUT, ip=[{?::ffff:}{client}]{?, port=[{port}]}{*}")
        .says("The client {client} left without logging in.")
        .cause(Cause::Nobody)
        .effect(Effect::Left(Login::None))
        .samples(&[
            "INFO: LOGOUT, ip=[::ffff:192.0.2.30], port=[40412], rcvd=42, sent=310",
            "INFO: LOGOUT, ip=[::ffff:192.0.2.30], port=[40414]",
        ]),
    line("cut", "{?INFO: }DISCONNECTED, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}{*}")
        .says("The connection of {user} ended without a goodbye: the app left, or the connection broke. That is usual with phones.")
        .effect(Effect::Left(Login::Ok))
        .samples(&[
            "INFO: DISCONNECTED, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40416], headers=0, body=0, rcvd=46, sent=650, time=12",
            "INFO: DISCONNECTED, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40416]",
        ]),
    line("cut-unfetched", "{?INFO: }DISCONNECTED, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}, top={top}, retr=0{*}")
        .says("The email app of {user} downloaded nothing and left without a goodbye (QUIT).")
        .effect(Effect::Left(Login::Ok))
        .samples(&["INFO: DISCONNECTED, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40416], top=0, retr=0, rcvd=20, sent=110, time=4"]),
    line("cut-download", "{?INFO: }DISCONNECTED, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}, top={top}, retr={retr}{*}")
        .says("The email app of {user} had downloaded {retr byte} when it hung up without a goodbye (QUIT), or its connection broke. Messages that it had marked for deletion were kept.")
        .sign(Sign::NoGoodbye)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Network)
        .samples(&["INFO: DISCONNECTED, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40416], top=0, retr=81240, rcvd=66, sent=83110, time=212"]),
    line("timeout", "{?INFO: }TIMEOUT, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}{*}")
        .says("The session of {user} was closed because the client was silent too long.")
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Idle)
        .samples(&["INFO: TIMEOUT, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40418], headers=0, body=0, rcvd=46, sent=650, time=1800"]),
    line("timeout-download", "{?INFO: }TIMEOUT, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}, top={top}, retr={retr}{*}")
        .says("The email app of {user} had downloaded {retr byte}; then nothing came from it for 5 minutes, so the server hung up. Messages that it had marked for deletion were kept.")
        .sign(Sign::NoGoodbye)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Network)
        .samples(&["INFO: TIMEOUT, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40418], top=0, retr=81240, rcvd=66, sent=83110, time=512"]),
    line("broke", "{?INFO: }I/O error disconnect, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}{*}")
        .says("The connection of {user} broke while the server was sending.")
        .level(Warning)
        .helps(Party::Nobody, &[("It's harmless unless it comes back for one user: then look at the app's network.", "")])
        .effect(Effect::Left(Login::Ok))
        .samples(&["INFO: I/O error disconnect, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40420], top=0, retr=0, rcvd=20, sent=110, time=4"]),
    line("gone", "{?DEBUG: }Disconnected, ip=[{?::ffff:}{client}]{?, port=[{port}]}{*}")
        .says("The client {client} left before it logged in.")
        .cause(Cause::Nobody)
        .effect(Effect::Left(Login::None))
        .samples(&["DEBUG: Disconnected, ip=[::ffff:192.0.2.30], port=[40422], time=2", "DEBUG: Disconnected, ip=[::ffff:192.0.2.30], port=[40422]", "Disconnected, ip=[::ffff:192.0.2.30], time=1, starttls=1"]),
    line("locked", "{?INFO: }LOCKED, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}")
        .says("The mailbox {user} is in use by another session, or locked.")
        .level(Temporary)
        .cause(Cause::Pop3Lock)
        .effect(Effect::Part(Session))
        .samples(&["INFO: LOCKED, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40424]"]),
    line("deleted", "{?INFO: }DELETED, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}, filename={file}")
        .says("The email app of {user} deleted a message.")
        .effect(Effect::Part(Session))
        .samples(&["INFO: DELETED, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40426], filename=new/1690381708.M412P5210.mx"]),
    line("expunged", "{?INFO: }EXPUNGED, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}, old_name={file}{?, new_name={new_file}: only new_name will be left}")
        .says("The email app of {user} removed a message permanently.")
        .effect(Effect::Part(Session))
        .samples(&[
            "INFO: EXPUNGED, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40428], old_name=cur/1690381708.M412P5210.mx:2,ST",
            "INFO: EXPUNGED, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40428], old_name=cur/1690381708.M412P5210.mx:2,ST, new_name=cur/1690381708.M412P5210.mx:2,S: only new_name will be left",
        ]),
    line("client-named", "{?INFO: }ID, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}, {detail}")
        .says("The email app of {user} named itself: {detail}.")
        .effect(Effect::Part(Session))
        .samples(&["INFO: ID, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40430], name=Thunderbird, version=115.0"]),
    line("too-many-from-client", "{?ALERT: }Maximum connection limit reached for {?::ffff:}{client}")
        .says("The client {client} has as many connections open as one address may have (MAXPERIP), so a new one was refused.")
        .level(Warning)
        .effect(Effect::Left(Login::None))
        .cause(Cause::TooMany)
        .samples(&["ALERT: Maximum connection limit reached for ::ffff:192.0.2.30", "Maximum connection limit reached for ::ffff:192.0.2.30"]),
    line("too-many", "{?ALERT: }Maximum connection limit reached")
        .says("All connections that the service allows are in use, so a new one was refused.")
        .level(Warning)
        .helps(Party::OurServer, TOO_MANY)
        .samples(&["ALERT: Maximum connection limit reached"]),
    line("many", "{?WARN: }{count} active connections.")
        .says("The service is near its limit: {count connection is|connections are} open.")
        .level(Warning)
        .helps(Party::OurServer, TOO_MANY)
        .samples(&["WARN: 36 active connections."]),
    line("blocked", "{?WARN: }dropped blocked connection from {?::ffff:}{client}")
        .says("A connection from {client} was refused because the address is on a block list.")
        .level(Permanent)
        .helps(Party::Sender, &[("If {client} should be let in, take it out of the block list that Courier asks (BLACKLISTS, DROP in its settings):", "grep -r -e BLACKLISTS -e '^DROP' /etc/courier*")])
        .samples(&["WARN: dropped blocked connection from ::ffff:192.0.2.66"]),
    line("certificate-refused", "{?ip=[{?::ffff:}{client}], }couriertls: {stage}: {err} alert {alert}ca")
        .says("The email app refused the server's certificate, because it doesn't know who issued it.")
        .sign(Sign::TlsDetail)
        .level(Warning)
        .hints(CERTIFICATE_REFUSED)
        .samples(&["couriertls: read: error:14094418:SSL routines:SSL3_READ_BYTES:tlsv1 alert unknown ca"]),
    line("certificate-refused-too", "{?ip=[{?::ffff:}{client}], }couriertls: {stage}: {err} alert {alert}certificate{?{detail}}")
        .says("The email app refused the server's certificate.")
        .sign(Sign::TlsDetail)
        .level(Warning)
        .hints(CERTIFICATE_REFUSED)
        .samples(&[
            "couriertls: read: error:14094416:SSL routines:SSL3_READ_BYTES:sslv3 alert certificate unknown",
            "couriertls: accept: error:14094412:SSL routines:ssl3_read_bytes:sslv3 alert bad certificate",
            "couriertls: read: error:14094415:SSL routines:ssl3_read_bytes:sslv3 alert certificate expired",
        ]),
    line("encryption-failed", "{?ip=[{?::ffff:}{client}], }couriertls: {stage}: {err}")
        .says("The encryption of a connection failed or broke.")
        .sign(Sign::TlsDetail)
        .level(Warning)
        .helps(Party::Sender, &[("A client that is too old or that knows no cipher in common must be updated; a scanner needs nothing. See what this server offers:", "openssl s_client {listener} </dev/null | grep -e Protocol -e Cipher; grep -r -e TLS_PROTOCOL -e TLS_CIPHER_LIST -e TLS_CERTFILE /etc/courier* /usr/lib/courier-imap/etc")])
        .samples(&[
            "ip=[::ffff:192.0.2.30], couriertls: accept: error:1417A0C1:SSL routines:tls_post_process_client_hello:no shared cipher",
            "couriertls: read: Connection reset by peer",
        ]),
    line("encryption-shut", "{?DEBUG: }{?ip=[{?::ffff:}{client}], }Unexpected SSL connection shutdown.")
        .says("An encrypted connection ended without a goodbye.")
        .samples(&[
            "DEBUG: Unexpected SSL connection shutdown.",
            "DEBUG: ip=[::ffff:192.0.2.30], Unexpected SSL connection shutdown.",
        ]),
    line("not-encrypted", "ip=[{?::ffff:}{client}], An unexpected TLS packet was received.")
        .says("The client {client} did not encrypt on a port that needs encryption, or mixed up the order.")
        .level(Warning)
        .effect(Effect::Left(Login::None))
        .cause(Cause::Plaintext)
        .samples(&["ip=[::ffff:192.0.2.30], An unexpected TLS packet was received."]),
    line("folder-missing", "chdir {file}: {err}")
        .says("A mail folder is missing or can't be entered: {file}. The user logged in correctly, but the session ended.")
        .level(Alert)
        .hints(FOLDER_MISSING)
        .samples(&["chdir Maildir: No such file or directory"]),
    line("user-unknown", "{?ERR: }uid {uid} not found in passwd file")
        .says("The system does not know the user with the number {uid}.")
        .level(Temporary)
        .helps(Party::OurServer, &[("The login service names a system user that doesn't exist: correct its number in the user database:", "getent passwd {uid}")])
        .samples(&["ERR: uid 89 not found in passwd file"]),
    line("watch-failed", "{?ERR: }Failed to create cache file: maildirwatch ({user})")
        .sign(Sign::WatchesUsedUp)
        .says("The folders of {user} cannot be watched for new mail. Mail itself is fine; it shows up a little later.")
        .level(Warning)
        .helps(Party::OurServer, FILE_MONITOR)
        .samples(&["ERR: Failed to create cache file: maildirwatch (ben@spareparts.example)"]),
    line("watch-failed-reason", "ERR: Error: {err}")
        .says("The reason why folders cannot be watched for new mail.")
        .level(Warning)
        .helps(Party::OurServer, FILE_MONITOR)
        .samples(&["ERR: Error: Input/output error"]),
    line("watch-failed-for-input", "Error: Input/output error")
        .says("The reason why folders cannot be watched for new mail: the service that watches files doesn't answer. No disk is meant.")
        .level(Warning)
        .helps(Party::OurServer, FILE_MONITOR)
        .samples(&["Error: Input/output error"]),
    line("watch-failed-hint", "{?ERR: }Check for proper operation and configuration")
        .says("First half of a hint: the service that watches files may not run. Mail itself is fine.")
        .level(Warning)
        .helps(Party::OurServer, FILE_MONITOR)
        .samples(&["ERR: Check for proper operation and configuration", "Check for proper operation and configuration"]),
    line("watch-failed-hint-end", "{?ERR: }of the File Access Monitor daemon (famd).")
        .says("Second half of a hint: the service that watches files may not run. Mail itself is fine.")
        .level(Warning)
        .helps(Party::OurServer, FILE_MONITOR)
        .samples(&["ERR: of the File Access Monitor daemon (famd).", "of the File Access Monitor daemon (famd)."]),
    line("watcher-not-reached", "Failed to connect to socket {file}")
        .says("The service that watches files for changes (gamin) does not run. Mail itself is fine; new mail shows up a little later.")
        .level(Warning)
        .helps(Party::OurServer, FILE_MONITOR)
        .samples(&["Failed to connect to socket /tmp/fam-vpopmail-"]),
    line("watcher-not-found", "failed to find gam_server")
        .says("The service that watches files for changes (gamin) is not installed. Mail itself is fine; new mail shows up a little later.")
        .level(Warning)
        .helps(Party::OurServer, FILE_MONITOR)
        .samples(&["failed to find gam_server"]),
    line("log-in-service-down", "{?ERR: }authdaemon: s_connect() failed: {err}")
        .says("The login service (authdaemond) cannot be reached: nobody can log in.")
        .level(Alert)
        .cause(Cause::AuthService)
        .helps(Party::OurServer, AUTHDAEMON_DOWN)
        .samples(&["ERR: authdaemon: s_connect() failed: Connection refused", "authdaemon: s_connect() failed: No such file or directory"]),
    line("log-in-service-hint", "{?ERR: }[Hint: perhaps authdaemond is not running?]")
        .says("The login service (authdaemond) may be stopped: nobody can log in then.")
        .level(Alert)
        .cause(Cause::AuthService)
        .helps(Party::OurServer, AUTHDAEMON_DOWN)
        .samples(&["ERR: [Hint: perhaps authdaemond is not running?]"]),
    line("library-missing", "{program}: error while loading shared libraries: {file}: cannot open shared object file: No such file or directory")
        .says("The program {program} cannot run because the library {file} is missing.")
        .level(Alert)
        .helps(Party::OurServer, &[("Install the package with that library, or the one that belongs to this version of Courier:", "ldconfig -p | grep {file}; ldd $(command -v {program})")])
        .samples(&["/usr/lib/courier-imap/bin/imapd: error while loading shared libraries: libfam.so.0: cannot open shared object file: No such file or directory"]),
    line("message-not-stored", "{?ERR: }error storing a message, user={user}, errno={errno}")
        .says("A message could not be saved for {user}: the mailbox or the disk is full, or rights are wrong.")
        .level(Temporary)
        .helps(Party::OurServer, &[("See whether there is room, for the disk and for the user, and whom the mailbox belongs to:", "df -h; df -i; authtest {user}")])
        .samples(&["ERR: error storing a message, user=ben@spareparts.example, errno=No space left on device"]),
    line("rights-not-read", "{?ERR: }Error reading ACLs for {file}: {err}")
        .says("The permissions of the mail folder {file} could not be read.")
        .level(Warning)
        .helps(Party::OurServer, &[("See whom the files of the mailbox belong to, and whether the disk or the file server has errors:", "namei -l {file}; dmesg -T | tail")])
        .samples(&["ERR: Error reading ACLs for INBOX.Sent: Invalid argument"]),
    line("message-not-read", "IMAP FETCH ERROR: {detail}, uid={message}, filename={file}: {err}")
        .says("A message is damaged or cannot be read.")
        .level(Warning)
        .helps(Party::OurServer, &[("See whom the files of the mailbox belong to, and whether the disk or the file server has errors:", "namei -l {file}; dmesg -T | tail")])
        .samples(&["IMAP FETCH ERROR: message size mismatch, uid=412, filename=cur/1690381708.M412P5210.mx:2,S: Invalid argument"]),
    line("message-not-copied", "{?ERR: }error copying a message, user={user}, errno={errno}")
        .says("A message could not be copied to another folder of {user}: the mailbox or the disk is full, or permissions are wrong.")
        .level(Warning)
        .helps(Party::OurServer, &[("See whether there is room, for the disk and for the user, and whom the mailbox belongs to:", "df -h; df -i; authtest {user}")])
        .samples(&["error copying a message, user=ben@spareparts.example, errno=28"]),
    line("file-not-read", "{?ERR: }I/O error while reading message file {file}: {err}")
        .says("The stored message {file} can't be read: a problem of the disk or of the network file server.")
        .level(Alert)
        .helps(Party::OurServer, &[("See whom the files of the mailbox belong to, and whether the disk or the file server has errors:", "namei -l {file}; dmesg -T | tail")])
        .samples(&["I/O error while reading message file cur/1690381708.M412P5210.mx: Input/output error"]),
    line("not-renamed", "{?ERR: }rename({file},{new_file}) failed:{?{detail} }{err}")
        .says("A message file couldn't be moved inside its mailbox: the owner or the permissions of the mailbox are wrong.")
        .level(Alert)
        .helps(Party::OurServer, &[("See whom the files of the mailbox belong to, and whether the disk or the file server has errors:", "namei -l {file}; dmesg -T | tail")])
        .loose()
        .samples(&["rename(new/1690381708.M412P5210.mx,cur/1690381708.M412P5210.mx:2,S) failed:Permission denied"]),
    line("service-not-run", "{?ERR: }exec({program}) failed!!")
        .says("The program {program} of the mail server is missing.")
        .level(Alert)
        .helps(Party::OurServer, &[("Install the part of Courier that is missing, or correct the path in its settings:", "ls -l {program}")])
        .samples(&["exec(/usr/lib/courier/courier/imapd) failed!!"]),
    line("sizes-not-saved", "{?ERR: }Error while saving courierpop3dsizelist: {err}")
        .says("The list of message sizes couldn't be written: the mailbox or the disk is full. The email app may download mail again.")
        .level(Warning)
        .helps(Party::OurServer, &[("See whether there is room, for the disk and for the user, and whom the mailbox belongs to:", "df -h; df -i; authtest {user}")])
        .samples(&["Error while saving courierpop3dsizelist: Disk quota exceeded"]),
    line("port-taken", "{?ERR: }bind: {err}")
        .says("Courier couldn't start: another program already uses its port.")
        .level(Alert)
        .named()
        .helps(Party::OurServer, &[("See which program has the port, and stop it, or change the port:", "ss -ltnp")])
        .samples(&["bind: Address already in use"]),
    line("ready", "couriertcpd: ready.")
        .says("The service started.")
        .samples(&["couriertcpd: ready."]),
];

/// A mail folder that the service couldn't enter.
const fn not_opened(id: &'static str, template: &'static str, samples: &'static [&'static str]) -> Pattern {
    line(id, template)
        .says("The mail folder {file} is missing, or the service may not enter it.")
        .level(Alert)
        .named()
        .helps(Party::OurServer, &[
            ("See the user's home and Maildir in the login service (authtest), then whether that folder is there and belongs to the user:", "authtest {user}; ls -ld /home/*/Maildir /home/vpopmail/domains/*/*/Maildir"),
            ("If it was never made, make it as the user who owns the mailboxes:", "maildirmake Maildir"),
        ])
        .samples(samples)
}
