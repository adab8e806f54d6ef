//! Dovecot's delivery of mail into mailboxes: `lmtp`, which the mail server talks to, and `lda`, a program
//! that the mail server starts for each message. Also what the `mail_log` plugin tells of single messages,
//! here and in mailbox sessions.
//!
//! The id in the prefix of LMTP (`<9QtYOHLrAWtSRwAALRQ3+A:T2>`) is one message's; `:T2` is the second
//! message on one connection.

use super::connection::PROXY_LOOPS;
use super::storage::USERS_FOLDER;
use super::trouble::RELAY_DOWN;
use super::{Datum, Effect, Field, Format, Pattern, Place, Role, Shape, Tie, Word, field, line, word};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Success};
use crate::vocabulary::Cause;
use crate::vocabulary::Level::{self, Alert, Permanent, Temporary, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::{Connection, Message};

pub(in crate::format) const FOLDER_MISSING: &[(&str, &str)] = &[
    ("See which folder of the path is missing, or who owns it:", "namei -l {path}"),
    (
        "If it was never created, create it as the user who owns the mailboxes, or deliver a first message to it:",
        "maildirmake {path}",
    ),
];

const SAID_WHY_NEARBY: &[(&str, &str)] = &[
    (
        "Another line of the same second, or the end of this one, says what failed:",
        "doveadm log errors | tail -20",
    ),
    (
        "See whether the folder can be opened, and whether there's room:",
        "doveadm mailbox status -u {user} messages {box}; df -h; df -i",
    ),
];

/// What deliveries write.
pub static FORMAT: Format = Format {
    id: "dovecot-delivery",
    title: "Dovecot's delivery of mail into mailboxes",
    found_in: &["/var/log/dovecot.log", "/var/log/dovecot-info.log", "/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "Dovecot 2.2.36, 2.3.21, 2.4.4 lib-lda/mail-deliver.c",
        "lmtp/lmtp-client.c",
        "lmtp/lmtp-local.c",
        "lmtp/lmtp-proxy.c",
        "lda/main.c",
    ],
    programs: &["lmtp", "lda", "deliver", "dovecot-lda"],
    place: Place::Program,
    delivers: &["lmtp", "lda", "deliver", "dovecot-lda"],
    realm: "dovecot",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field(
        "msgid",
        Role::MessageId,
        "The Message-ID: the name that the sender's software gave the message. It ties this line to the lines of other email apps.",
    ),
    field("box", Role::Path, "The mail folder.").datum(Datum::Folder),
    field("error", Role::Text, "The cause, in the words of the program or the operating system."),
    field("reason", Role::Text, "The reason, in Dovecot's words."),
    field(
        "ip",
        Role::Remote,
        "Where the mail server connected from; \"local\" means a socket on this machine.",
    )
    .shape(Shape::Word),
    field("state", Role::State, "How far the connection had come; READY is between two messages.")
        .shape(Shape::Text),
    field("user", Role::User, "The mailbox's user.").shape(Shape::Text),
    field("address", Role::Address, "The address."),
    field("host", Role::Remote, "The server that holds the mailbox.").shape(Shape::Text),
    field("reply", Role::Reply, "What the other server answered."),
    field("path", Role::Path, "The file or folder that it is about."),
    field("uid", Role::Count, "The number of the system user: {}."),
    field("pid", Role::Count, "The number of the program's process: {}."),
    field(
        "code",
        Role::Count,
        "The number with which the program ended: {}. 0 is success, 75 asks to try again later.",
    ),
    field("signal", Role::Count, "The signal that ended the program: {}."),
    field("argument", Role::Text, "The option that was not known."),
    field("detail", Role::Text, "The rest of the line, in Dovecot's words."),
];

const WORDS: &[Word] = &[
    word("saved mail to", "The message was put into this folder."),
    word("save failed", "The message could not be put into this folder."),
    word("rejected", "The message was rejected, and its sender is notified."),
];

const KNOWN: Tie = Tie::Known(Role::MessageId);

const PATTERNS: &[Pattern] = &[
    line("connected-here", "Connect from local")
        .says("A mail server connected over a socket of this server to deliver mail.")
        .effect(Effect::Birth(Connection))
        .samples(&["Connect from local"]),
    line("connected", "Connect from {ip}")
        .says("The mail server at {ip} connected to deliver mail.")
        .effect(Effect::Birth(Connection))
        .samples(&["Connect from 127.0.20.5"]),
    line("disconnected", "Disconnect from {ip}: {reason} ({?in }{?state = }{?state=}{state})")
        .says("The mail server's connection ended. This is normal.")
        .effect(Effect::Death)
        .samples(&["Disconnect from 127.0.20.5: Logged out (state=READY)", "Disconnect from 127.0.20.5: Connection closed (in MAIL FROM)"]),
    line("disconnected-in-data", "Disconnect from {ip}: {reason} (unfinished DATA command) (state={state})")
        .says("The mail server broke off in the middle of handing over a message; it will try again.")
        .level(Warning)
        .effect(Effect::Death)
        .samples(&["Disconnect from 127.0.20.6: Connection closed (unfinished DATA command) (state=DATA)"]),
    line("quit", "Disconnect from {ip}: {reason}")
        .says("The mail server's connection ended. This is normal.")
        .effect(Effect::Death)
        .loose()
        .samples(&["Disconnect from 127.0.20.5: Successful quit"]),
    line("saved", "msgid={msgid}: saved mail to {box}")
        .says("The message was put into the folder {box}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .tie(KNOWN)
        .samples(&["msgid=<11.1.8783528@partner.example>: saved mail to INBOX", "msgid=unspecified: saved mail to INBOX"]),
    line("over-quota", "msgid={msgid}: save failed to {box}: Quota exceeded{error}")
        .says("The message could not be put into {box}, because the mailbox is full.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .tie(KNOWN)
        .cause(Cause::Quota)
        .samples(&["msgid=<11.73.6438394@sender.example>: save failed to INBOX: Quota exceeded (mailbox for user is full)"]),
    line("over-disk-quota", "msgid={msgid}: save failed to {box}: {error}Not enough disk quota")
        .says("The message could not be put into {box}: the storage quota of the mailbox is used up.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .tie(KNOWN)
        .cause(Cause::Quota)
        .samples(&["msgid=<11.1@partner.example>: save failed to INBOX: Not enough disk quota"]),
    line("disk-full", "msgid={msgid}: save failed to {box}: {error}No space left on device")
        .says("The message could not be put into {box}, because the server's disk is full.")
        .level(Alert)
        .effect(Effect::Attempt(Deferral))
        .tie(KNOWN)
        .cause(Cause::Disk)
        .samples(&["msgid=<11.117.6383466@sender.example>: save failed to INBOX: Mailbox INBOX: Saving mail: write(/srv/mail/lists/Maildir/tmp/1795288530.M73764P18787.web14) failed: No space left on device"]),
    line("save-not-permitted", "msgid={msgid}: save failed to {box}: {error}Permission denied{detail}")
        .says("The message could not be stored in {box}: the server's file permissions don't allow it.")
        .level(Alert)
        .effect(Effect::Attempt(Deferral))
        .tie(KNOWN)
        .cause(Cause::Permission)
        .samples(&["msgid=<11.115.3722157@sender.example>: save failed to INBOX: Mailbox INBOX: open(/srv/mail/mona/Maildir/tmp/1795288530.M68293P18787.web14) failed: Permission denied"]),
    line("save-failed", "msgid={msgid}: save failed to {box}: {error}")
        .says("The message could not be put into {box}: {error}.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .tie(KNOWN)
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, SAID_WHY_NEARBY)
        .samples(&["msgid=<11.117.6383466@sender.example>: save failed to INBOX: Internal error occurred."]),
    line("folder-missing", "msgid={msgid}: save failed to open mailbox {box}: Mailbox doesn't exist: {detail}")
        .says("The folder {box} does not exist, so the message could not be put there. Dovecot then uses the inbox.")
        .level(Warning)
        .effect(Effect::Attempt(Deferral))
        .tie(KNOWN)
        .cause(Cause::NoFolder)
        .hints(FOLDER_MISSING)
        .samples(&["msgid=<11.113.3596887@sender.example>: save failed to open mailbox INBOX.NotThere: Mailbox doesn't exist: INBOX.NotThere"]),
    line("folder-not-permitted", "msgid={msgid}: save failed to open mailbox {box}: {error}Permission denied{detail}")
        .says("The folder {box} could not be opened: the server's file permissions don't allow it.")
        .level(Alert)
        .effect(Effect::Attempt(Deferral))
        .tie(KNOWN)
        .cause(Cause::Permission)
        .samples(&["msgid=<11.114.1170260@sender.example>: save failed to open mailbox INBOX: stat(/srv/mail/mona/Maildir/tmp) failed: Permission denied (euid=89(vpopmail) egid=89(vchkpw) missing +x perm: /srv/mail/mona/Maildir, dir owner missing perms)"]),
    line("folder-not-opened", "msgid={msgid}: save failed to open mailbox {box}: {error}")
        .says("The folder {box} could not be opened, so the message could not be put there.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .tie(KNOWN)
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, SAID_WHY_NEARBY)
        .samples(&["msgid=<11.104.2414103@sender.example>: save failed to open mailbox INBOX: Mailbox INBOX: Failed to autocreate mailbox: Internal error occurred. Refer to server log for more information. [2026-11-21 19:05:42]"]),
    line("rejected-over-quota", "msgid={msgid}: rejected: Quota exceeded{reason}")
        .says("The message was refused because the mailbox is full, and its sender was notified.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .tie(KNOWN)
        .cause(Cause::Quota)
        .samples(&["msgid=<11.109.7502511@sender.example>: rejected: Quota exceeded (mailbox for user is full)"]),
    line("rejected", "msgid={msgid}: rejected: {reason}")
        .says("The message was refused, and its sender was notified: {reason}.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .tie(KNOWN)
        .loose()
        .samples(&["msgid=<11.109.7502511@sender.example>: rejected: Mail size is larger than the maximum size allowed by server configuration"]),
    line("no-notice-for-automatic", "msgid={msgid}: Auto-submitted message discarded: {reason}")
        .says("The message could not be delivered. Its sender got no notice, because the message was itself sent by a program.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["msgid=<11.1@x.example>: Auto-submitted message discarded: Quota exceeded (mailbox for user is full)"]),
    line("no-notice-without-sender", "msgid={msgid}: Return-Path missing, rejection reason: {reason}")
        .says("The message could not be delivered, and nobody could be notified, because it has no sender address.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["msgid=<11.1@x.example>: Return-Path missing, rejection reason: Quota exceeded (mailbox for user is full)"]),
    line("notice-deferred", "msgid={msgid}: Temporarily failed to send rejection: {error}")
        .says("The notice to the sender could not be sent just then.")
        .level(Temporary)
        .helps(Party::OurServer, &[("See what the program that Dovecot sends with (sendmail_path or submission_host) says, and test it:", "doveconf sendmail_path submission_host; echo test | sendmail -v root")])
        .effect(Effect::Part(Message))
        .samples(&["msgid=<11.1@x.example>: Temporarily failed to send rejection: Sendmail program returned error"]),
    line("notice-failed", "msgid={msgid}: Permanently failed to send rejection: {error}")
        .says("The notice to the sender could not be sent at all.")
        .level(Warning)
        .helps(Party::OurServer, &[("See what the program that Dovecot sends with (sendmail_path or submission_host) says, and test it:", "doveconf sendmail_path submission_host; echo test | sendmail -v root")])
        .effect(Effect::Part(Message))
        .samples(&["msgid=<11.1@x.example>: Permanently failed to send rejection: 550 no such user"]),
    line("postmaster-invalid", "msgid={msgid}: Invalid postmaster_address - can't send rejection: {error}")
        .says("The setting postmaster_address is wrong, so senders can't be notified of failures.")
        .level(Alert)
        .effect(Effect::Part(Message))
        .cause(Cause::Config)
        .samples(&["msgid=<11.1@x.example>: Invalid postmaster_address - can't send rejection: Missing domain"]),
    line("lookup-failed", "Failed to lookup user {user}: {error}")
        .says("The mailbox of {user} could not be looked up just then; the mail server keeps the message and tries again.")
        .level(Alert)
        .effect(Effect::Part(Connection))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, &[(
            "The user database couldn't be asked. See what the login service reports:",
            "doveadm user {user}; doveadm log errors | grep -i auth | tail -20",
        )])
        .samples(&["Failed to lookup user mona@garden-tools.example: Internal error occurred. Refer to server log for more information."]),
    line("mailbox-not-ready", "Failed to initialize user{? {user}}: {error}")
        .says("The mailbox could not be opened for the delivery. The rest of the line says why.")
        .level(Alert)
        .effect(Effect::Part(Connection))
        .cause(Cause::Config)
        .helps(Party::OurServer, USERS_FOLDER)
        .samples(&["Failed to initialize user: Namespace inbox: Ambiguous mail location"]),
    line("user-unknown", "User doesn't exist: {address}")
        .says("There is no mailbox {address} on this server.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .loose()
        .helps(Party::Recipient, &[
            (
                "See whether Dovecot knows the mailbox under exactly this name; usually the whole address is the name:",
                "doveadm user '*' | head; doveadm user {address}",
            ),
            (
                "Where the mail server accepts what Dovecot doesn't know, let it check recipients first (with Postfix, virtual_mailbox_maps).",
                "",
            ),
        ])
        .samples(&["User doesn't exist: nobody@garden-tools.example"]),
    line("too-many-deliveries", "Too many concurrent deliveries for user{? {user}}")
        .says("Too many messages arrive at once for this mailbox; the mail server tries again.")
        .level(Temporary)
        .helps(Party::Nobody, &[("The mail server tries again by itself. If it happens often, lower how many deliveries it starts at once to one mailbox, or raise lmtp_user_concurrency_limit:", "doveconf lmtp_user_concurrency_limit; postconf lmtp_destination_concurrency_limit")])
        .effect(Effect::Part(Connection))
        .loose()
        .samples(&["Too many concurrent deliveries for user"]),
    line("not-readable", "Can't open delivery mail as raw: {error}")
        .says("The incoming message could not be read back from its temporary file.")
        .level(Alert)
        .effect(Effect::Part(Connection))
        .cause(Cause::Disk)
        .samples(&["Can't open delivery mail as raw: Internal error occurred."]),
    line("tls-failed", "TLS handshaking failed: {error}")
        .says("The mail server and Dovecot could not set up encryption (TLS).")
        .level(Alert)
        .effect(Effect::Part(Connection))
        .cause(Cause::Config)
        .samples(&["TLS handshaking failed: SSL_accept() failed: error:0A000102:SSL routines::unsupported protocol"]),
    line("passed-on", "Sent message to <{address}> at {host}: {reply} ({detail})")
        .says("The message for {address} was passed on to the server that holds the mailbox.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&["Sent message to <a@b.example> at backend1:24: 250 2.0.0 OK (1/1 at 20 ms)"]),
    line("not-passed-on", "Failed to send message to <{address}> at {host}: {reply} ({detail})")
        .says("The server that holds the mailbox of {address} did not accept the message.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .cause(Cause::Backend)
        .helps(Party::OurServer, RELAY_DOWN)
        .samples(&["Failed to send message to <a@b.example> at backend1:24: 451 4.3.0 busy (1/1 at 20 ms)"]),
    line("proxy-loop", "Proxying to <{address}> loops to itself")
        .says("The settings send the mail for {address} back to this same server.")
        .level(Alert)
        .effect(Effect::Part(Connection))
        .cause(Cause::Config)
        .helps(Party::OurServer, PROXY_LOOPS)
        .samples(&["Proxying to <a@b.example> loops to itself"]),
    line("proxy-circle", "Proxying to <{address}> appears to be looping (TTL=0)")
        .says("Mail servers pass the mail for {address} on in a loop.")
        .level(Alert)
        .effect(Effect::Part(Connection))
        .cause(Cause::Config)
        .helps(Party::OurServer, PROXY_LOOPS)
        .samples(&["Proxying to <a@b.example> appears to be looping (TTL=0)"]),
    line("quota-not-checked", "mailbox_get_status({box}, STATUS_CHECK_OVER_QUOTA) failed: {error}")
        .says("Whether the mailbox has room could not be checked before the delivery.")
        .level(Alert)
        .effect(Effect::Part(Connection))
        .cause(Cause::Server)
        .samples(&["mailbox_get_status(INBOX, STATUS_CHECK_OVER_QUOTA) failed: Internal error occurred."]),
    line("no-user-name", "Couldn't lookup our username (uid={uid})")
        .says("The delivery program does not know which mailbox it runs for.")
        .level(Alert)
        .cause(Cause::Config)
        .samples(&["Couldn't lookup our username (uid=5001)"]),
    line("no-user-given", "destination user parameter (-d user) not given")
        .says("The delivery program was started without the name of a mailbox.")
        .level(Alert)
        .cause(Cause::Config)
        .samples(&["destination user parameter (-d user) not given"]),
    line("bad-sender", "Invalid -f parameter: {error}")
        .says("The sender address that the mail server passed on is not a valid address.")
        .level(Alert)
        .cause(Cause::Config)
        .samples(&["Invalid -f parameter: Missing domain"]),
    line("unknown-argument", "Unknown argument: {argument}")
        .says("The delivery program was started with an option that it does not know.")
        .level(Alert)
        .cause(Cause::Config)
        .samples(&["Unknown argument: -x"]),
    line("odd-return-path", "Failed to parse return-path header{?: {error}}")
        .says("The sender line in the message is odd; the delivery goes on.")
        .effect(Effect::Part(Message))
        .samples(&["Failed to parse return-path header"]),
    line("sendmail-failed", "Sendmail process terminated abnormally, exit status {code}")
        .says("The program that sends notices and forwards failed.")
        .level(Alert)
        .helps(Party::OurServer, &[("See what the program that Dovecot sends with (sendmail_path or submission_host) says, and test it:", "doveconf sendmail_path submission_host; echo test | sendmail -v root")])
        .effect(Effect::Part(Message))
        .samples(&["Sendmail process terminated abnormally, exit status 75"]),
];
