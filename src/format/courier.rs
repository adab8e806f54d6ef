//! Courier: the IMAP and POP3 server of older qmail servers. In `imap4-ssl/current` and
//! `pop3-ssl/current` its lines stand alone; in the system's log the program's name is in front.
//!
//! The client's address and port together name one connection. An IPv4 address is written as
//! `::ffff:192.0.2.1`. The counts at the end of a session are bytes; the time is seconds.

use super::{Field, Format, Pattern, Role, Shape, Step, Word, field, line, word};
use crate::report::export::Level::{Alert, Permanent, Success, Temporary, Warning};
use crate::report::export::{Login, TraceType::Session};

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
    field("time", Role::Duration, "How long the session took: {} seconds."),
    field("starttls", Role::State, "1: the connection was encrypted after it had begun."),
    field("stls", Role::State, "1: the connection was encrypted after it had begun."),
    field("file", Role::Path, "The file or folder that it is about."),
    field("new_file", Role::Path, "The file that stays."),
    field("count", Role::Count, "Connections that are open right now: {}."),
    field("stage", Role::State, "What was being done.").shape(Shape::Name).values(STAGES),
    field("err", Role::Text, "What the system or the encryption library said."),
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
    word("LOGIN FAILED", "The user name or password was not accepted."),
    word("LOGIN,", "The user name and password were accepted."),
    word("LOGOUT", "The client ended the session itself."),
    word("DISCONNECTED", "The connection ended without a goodbye; usual with phones."),
    word("TIMEOUT", "The client was silent too long."),
    word("ALERT:", "The operator of the server should look."),
    word("ERR:", "Something failed."),
];

const PATTERNS: &[Pattern] = &[
    line("connected", "{?DEBUG: }{?INFO: }Connection, ip=[{?::ffff:}{client}]{?, port=[{port}]}")
        .says("A mail program connected from {client}.")
        .step(Step::Birth(Session))
        .samples(&[
            "DEBUG: Connection, ip=[::ffff:192.0.2.30], port=[40402]",
            "INFO: Connection, ip=[::ffff:192.0.2.30]",
            "Connection, ip=[::ffff:192.0.2.30]",
        ]),
    line("log-in", "{?INFO: }LOGIN, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}{?, protocol={protocol}}{?, starttls={starttls}}{?, stls={stls}}")
        .says("{user} logged in from {client}.")
        .level(Success)
        .step(Step::Login(Login::Ok))
        .samples(&[
            "INFO: LOGIN, user=maurice.niccoli@spareparts.example, ip=[::ffff:192.0.2.30], port=[40402], protocol=IMAP",
            "INFO: LOGIN, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40404], protocol=IMAP, starttls=1",
            "INFO: LOGIN, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40406], stls=1",
            "LOGIN, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], protocol=IMAP",
        ]),
    line("log-in-failed", "{?INFO: }LOGIN FAILED, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}")
        .says("A log-in as {user} from {client} was not accepted.")
        .level(Permanent)
        .facts(&[(Role::State, "either")])
        .step(Step::Login(Login::Failed))
        .samples(&["INFO: LOGIN FAILED, user=nobody7@spareparts.example, ip=[::ffff:192.0.2.30], port=[40408]"]),
    line("log-in-failed-unnamed", "{?INFO: }LOGIN FAILED, method={method}, ip=[{?::ffff:}{client}]{?, port=[{port}]}")
        .says("A log-in from {client} was not accepted. With this way to log in ({method}) the log does not name the user.")
        .level(Permanent)
        .facts(&[(Role::State, "either")])
        .step(Step::Login(Login::Failed))
        .samples(&["INFO: LOGIN FAILED, method=CRAM-MD5, ip=[::ffff:192.0.2.30], port=[40410]"]),
    line("log-in-not-checked", "ERR: authentication error: {err}")
        .says("A log-in could not be checked because the log-in service (authdaemond) did not answer.")
        .level(Temporary)
        .step(Step::Follow)
        .facts(&[(Role::State, "auth-service")])
        .samples(&["ERR: authentication error: Connection refused"]),
    line("logged-out", "{?INFO: }LOGOUT, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}{*}")
        .says("{user} ended the session.")
        .step(Step::Left(Login::Ok))
        .samples(&[
            "INFO: LOGOUT, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40402], headers=0, body=0, rcvd=60, sent=1180, time=1, starttls=1",
            "INFO: LOGOUT, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40406], top=0, retr=1210, rcvd=36, sent=1420, time=0, stls=1",
        ]),
    line("left", "{?INFO: }LOGOUT, ip=[{?::ffff:}{client}]{?, port=[{port}]}{*}")
        .says("The client {client} left without logging in.")
        .facts(&[(Role::State, "nobody")])
        .step(Step::Left(Login::None))
        .samples(&[
            "INFO: LOGOUT, ip=[::ffff:192.0.2.30], port=[40412], rcvd=42, sent=310",
            "INFO: LOGOUT, ip=[::ffff:192.0.2.30], port=[40414]",
        ]),
    line("cut", "{?INFO: }DISCONNECTED, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}{*}")
        .says("The connection of {user} ended without a goodbye, which is usual with phones.")
        .step(Step::Left(Login::Ok))
        .samples(&["INFO: DISCONNECTED, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40416], headers=0, body=0, rcvd=46, sent=650, time=12"]),
    line("timeout", "{?INFO: }TIMEOUT, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}{*}")
        .says("The session of {user} was closed because the client was silent too long.")
        .step(Step::Left(Login::Ok))
        .samples(&["INFO: TIMEOUT, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40418], headers=0, body=0, rcvd=46, sent=650, time=1800"]),
    line("broke", "{?INFO: }I/O error disconnect, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}{*}")
        .says("The connection of {user} broke while the server was sending.")
        .level(Warning)
        .step(Step::Left(Login::Ok))
        .samples(&["INFO: I/O error disconnect, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40420], top=0, retr=0, rcvd=20, sent=110, time=4"]),
    line("gone", "DEBUG: Disconnected, ip=[{?::ffff:}{client}]{?, port=[{port}]}{*}")
        .says("The client {client} left before it logged in.")
        .facts(&[(Role::State, "nobody")])
        .step(Step::Left(Login::None))
        .samples(&["DEBUG: Disconnected, ip=[::ffff:192.0.2.30], port=[40422], time=2", "DEBUG: Disconnected, ip=[::ffff:192.0.2.30], port=[40422]"]),
    line("locked", "{?INFO: }LOCKED, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}")
        .says("The mailbox {user} is in use by another session, or locked.")
        .level(Temporary)
        .facts(&[(Role::State, "pop3-lock")])
        .step(Step::Part(Session))
        .samples(&["INFO: LOCKED, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40424]"]),
    line("deleted", "{?INFO: }DELETED, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}, filename={file}")
        .says("The mail program of {user} deleted a message.")
        .step(Step::Part(Session))
        .samples(&["INFO: DELETED, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40426], filename=new/1690381708.M412P5210.mx"]),
    line("expunged", "{?INFO: }EXPUNGED, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}, old_name={file}{?, new_name={new_file}: only new_name will be left}")
        .says("The mail program of {user} removed a message for good.")
        .step(Step::Part(Session))
        .samples(&[
            "INFO: EXPUNGED, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40428], old_name=cur/1690381708.M412P5210.mx:2,ST",
            "INFO: EXPUNGED, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40428], old_name=cur/1690381708.M412P5210.mx:2,ST, new_name=cur/1690381708.M412P5210.mx:2,S: only new_name will be left",
        ]),
    line("client-named", "{?INFO: }ID, user={user}, ip=[{?::ffff:}{client}]{?, port=[{port}]}, {detail}")
        .says("The mail program of {user} named itself: {detail}.")
        .step(Step::Part(Session))
        .samples(&["INFO: ID, user=ben@spareparts.example, ip=[::ffff:192.0.2.30], port=[40430], name=Thunderbird, version=115.0"]),
    line("too-many-from-client", "ALERT: Maximum connection limit reached for {?::ffff:}{client}")
        .says("The client {client} has too many connections open at once, as phones and mail programs with many folders can, so a new one was refused.")
        .level(Warning)
        .step(Step::Left(Login::None))
        .facts(&[(Role::State, "too-many")])
        .samples(&["ALERT: Maximum connection limit reached for ::ffff:192.0.2.30"]),
    line("too-many", "ALERT: Maximum connection limit reached")
        .says("All connections that the service allows are in use, so a new one was refused.")
        .level(Warning)
        .samples(&["ALERT: Maximum connection limit reached"]),
    line("many", "WARN: {count} active connections.")
        .says("The service is near its limit: {count} connections are open.")
        .level(Warning)
        .samples(&["WARN: 36 active connections."]),
    line("blocked", "WARN: dropped blocked connection from {?::ffff:}{client}")
        .says("A connection from {client} was refused because the address is on a block list.")
        .level(Permanent)
        .samples(&["WARN: dropped blocked connection from ::ffff:192.0.2.66"]),
    line("encryption-failed", "{?ip=[{?::ffff:}{client}], }couriertls: {stage}: {err}")
        .says("The encryption of a connection failed or broke. The client may be old, may distrust the server's certificate, or may just have gone.")
        .level(Warning)
        .samples(&[
            "ip=[::ffff:192.0.2.30], couriertls: accept: error:1417A0C1:SSL routines:tls_post_process_client_hello:no shared cipher",
            "couriertls: read: Connection reset by peer",
        ]),
    line("encryption-shut", "DEBUG: {?ip=[{?::ffff:}{client}], }Unexpected SSL connection shutdown.")
        .says("An encrypted connection ended without a goodbye.")
        .samples(&[
            "DEBUG: Unexpected SSL connection shutdown.",
            "DEBUG: ip=[::ffff:192.0.2.30], Unexpected SSL connection shutdown.",
        ]),
    line("not-encrypted", "ip=[{?::ffff:}{client}], An unexpected TLS packet was received.")
        .says("The client {client} did not encrypt on a port that needs encryption, or mixed up the order.")
        .level(Warning)
        .step(Step::Left(Login::None))
        .facts(&[(Role::State, "plaintext")])
        .samples(&["ip=[::ffff:192.0.2.30], An unexpected TLS packet was received."]),
    line("folder-missing", "chdir {file}: {err}")
        .says("The mail folder {file} is missing or cannot be entered.")
        .level(Temporary)
        .samples(&["chdir Maildir: No such file or directory"]),
    line("user-unknown", "ERR: uid {uid} not found in passwd file")
        .says("The system does not know the user with the number {uid}.")
        .level(Temporary)
        .samples(&["ERR: uid 89 not found in passwd file"]),
    line("watch-failed", "ERR: Failed to create cache file: maildirwatch ({user})")
        .says("The folders of {user} cannot be watched for new mail. Mail itself is fine; it shows up a little later.")
        .level(Warning)
        .samples(&["ERR: Failed to create cache file: maildirwatch (ben@spareparts.example)"]),
    line("watch-failed-reason", "ERR: Error: {err}")
        .says("The reason why folders cannot be watched for new mail.")
        .level(Warning)
        .samples(&["ERR: Error: Input/output error"]),
    line("watch-failed-hint", "ERR: Check for proper operation and configuration")
        .says("First half of a hint: the service that watches files may not run. Mail itself is fine.")
        .level(Warning)
        .samples(&["ERR: Check for proper operation and configuration"]),
    line("watch-failed-hint-end", "ERR: of the File Access Monitor daemon (famd).")
        .says("Second half of a hint: the service that watches files may not run. Mail itself is fine.")
        .level(Warning)
        .samples(&["ERR: of the File Access Monitor daemon (famd)."]),
    line("watcher-not-reached", "Failed to connect to socket {file}")
        .says("The service that watches files for changes (gamin) does not run. Mail itself is fine; new mail shows up a little later.")
        .level(Warning)
        .samples(&["Failed to connect to socket /tmp/fam-vpopmail-"]),
    line("watcher-not-found", "failed to find gam_server")
        .says("The service that watches files for changes (gamin) is not installed. Mail itself is fine; new mail shows up a little later.")
        .level(Warning)
        .samples(&["failed to find gam_server"]),
    line("log-in-service-down", "ERR: authdaemon: s_connect() failed: {err}")
        .says("The log-in service (authdaemond) cannot be reached: nobody can log in.")
        .level(Alert)
        .samples(&["ERR: authdaemon: s_connect() failed: Connection refused"]),
    line("log-in-service-hint", "ERR: [Hint: perhaps authdaemond is not running?]")
        .says("The log-in service (authdaemond) may be stopped: nobody can log in then.")
        .level(Alert)
        .samples(&["ERR: [Hint: perhaps authdaemond is not running?]"]),
    line("library-missing", "{program}: error while loading shared libraries: {file}: cannot open shared object file: No such file or directory")
        .says("The program {program} cannot run because the library {file} is missing.")
        .level(Alert)
        .samples(&["/usr/lib/courier-imap/bin/imapd: error while loading shared libraries: libfam.so.0: cannot open shared object file: No such file or directory"]),
    line("message-not-stored", "ERR: error storing a message, user={user}, errno={errno}")
        .says("A message could not be saved for {user}: the mailbox or the disk is full, or rights are wrong.")
        .level(Temporary)
        .samples(&["ERR: error storing a message, user=ben@spareparts.example, errno=No space left on device"]),
    line("rights-not-read", "ERR: Error reading ACLs for {file}: {err}")
        .says("The rights of the mail folder {file} could not be read.")
        .level(Warning)
        .samples(&["ERR: Error reading ACLs for INBOX.Sent: Invalid argument"]),
    line("message-not-read", "IMAP FETCH ERROR: {detail}, uid={message}, filename={file}: {err}")
        .says("A message is damaged or cannot be read.")
        .level(Warning)
        .samples(&["IMAP FETCH ERROR: message size mismatch, uid=412, filename=cur/1690381708.M412P5210.mx:2,S: Invalid argument"]),
    line("ready", "couriertcpd: ready.")
        .says("The service started.")
        .samples(&["couriertcpd: ready."]),
];
