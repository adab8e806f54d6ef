//! Dovecot's mailbox sessions: `imap` and `pop3`, the sending service `submission` and the filter editor's
//! `managesieve`. One line tells how a session ended and how much it moved.
//!
//! Before 2.3.15 an IMAP session ends without `Disconnected: ` in front. `in` and `out` count bytes as the
//! server sees them: `in` came from the email app, `out` went to it.

use super::storage::PERMISSIONS;
use super::trouble::RELAY_DOWN;
use super::{Datum, Effect, Field, Format, Pattern, Place, Role, Shape, Word, field, line, word};
use crate::vocabulary::Cause;
use crate::vocabulary::Level::{Alert, Permanent, Success, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::{Login, TraceType::Session};

/// What mailbox sessions write.
pub static FORMAT: Format = Format {
    id: "dovecot-mailbox",
    title: "Dovecot's service for one open mailbox",
    found_in: &["/var/log/dovecot.log", "/var/log/dovecot-info.log", "/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "Dovecot 2.2.36, 2.3.21, 2.4.4 imap/imap-client.c",
        "pop3/pop3-client.c",
        "submission/submission-client.c",
        "Pigeonhole 0.5.21 managesieve/managesieve-client.c",
    ],
    programs: &["imap", "pop3", "submission", "managesieve", "imap-hibernate"],
    place: Place::Program,
    realm: "dovecot",
    fields: FIELDS,
    words: WORDS,
    separators: &[" ", ", "],
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("in", Role::Bytes, "Bytes that came from the email app: {}."),
    field("out", Role::Bytes, "Bytes that went to the email app: {}."),
    field("deleted", Role::Count, "Messages that this session marked as deleted: {}."),
    field("expunged", Role::Count, "Messages that this session removed permanently: {}.")
        .datum(Datum::Expunged),
    field("trashed", Role::Count, "Messages that this session put into the trash folder: {}.")
        .datum(Datum::Trashed),
    field("hdr_count", Role::Count, "Messages of which the app read the header: {}."),
    field("hdr_bytes", Role::Bytes, "Bytes of headers that the app read: {}."),
    field("body_count", Role::Count, "Messages of which the app read the text: {}."),
    field("body_bytes", Role::Bytes, "Bytes of message text that the app read: {}."),
    field("autoexpunged", Role::Count, "Old messages that the server cleaned up at the end: {}."),
    field(
        "top",
        Role::Count,
        "Messages of which the app asked for the beginning only, and the bytes of it: {}.",
    )
    .shape(Shape::Text),
    field("retr", Role::Count, "Messages that the app downloaded, and their bytes: {}.")
        .datum(Datum::Fetched)
        .shape(Shape::Text),
    field("del", Role::Count, "Messages that the app deleted, out of those in the mailbox: {}.")
        .datum(Datum::Deleted)
        .shape(Shape::Text),
    field("size", Role::Bytes, "The size of the mailbox in bytes: {}."),
    field("uidl_hash", Role::Text, "A fingerprint of the list of messages."),
    field("bytes", Role::Count, "Bytes that came from the editor and went to it: {}.").shape(Shape::Text),
    field("command", Role::State, "The command of the email app.").shape(Shape::Text),
    field("secs", Role::Duration, "Seconds: {}.").shape(Shape::Decimal),
    field("run", Role::Duration, "Seconds that the server worked on the command: {}.").shape(Shape::Decimal),
    field("what", Role::State, "What the server waited for: input from the app, or the app taking output.")
        .shape(Shape::Name),
    field("wait", Role::Duration, "Seconds that the server waited: {}.").shape(Shape::Decimal),
    field("locks", Role::Duration, "Seconds spent waiting for another process that held the mailbox: {}.")
        .shape(Shape::Decimal),
    field("received", Role::Bytes, "Bytes of the command that had come in: {}."),
    field("sent", Role::Bytes, "Bytes of the answer that had gone out: {}."),
    field("state", Role::State, "How far the session had come.").shape(Shape::Text),
    field("messages", Role::Count, "Messages that were being uploaded: {}."),
    field("done", Role::Bytes, "Bytes of the message that had arrived: {}."),
    field("whole", Role::Bytes, "The size that the app had announced: { byte}."),
    field("error", Role::Text, "The cause, in the words of the program or the operating system."),
    field("reason", Role::Text, "The reason, in Dovecot's words."),
    field("pairs", Role::Text, "The app's name and version, as it tells them."),
    field("sender", Role::Sender, "The address that the message was sent from.").shape(Shape::Text),
    field("id", Role::Text, "Dovecot's own id of the message that was passed on.").shape(Shape::Word),
    field("recipients", Role::Count, "Recipients of the message: {}."),
    field("reply", Role::Reply, "What the outgoing mail server answered; its queue id is in it.")
        .shape(Shape::Hostile),
    field("path", Role::Path, "The file that it is about."),
    field("item", Role::Text, "Which part of the message the app had asked for."),
    field("uid", Role::Count, "The message's number in its folder: {}."),
    field("box", Role::Path, "The mail folder.").datum(Datum::Folder),
    field("n", Role::Count, "A number: {}."),
];

const WORDS: &[Word] = &[
    word("Logged out", "The app logged out."),
    word(
        "Connection closed",
        "The app hung up without saying goodbye. Phones do that all the time; it is no fault.",
    ),
    word("IDLE", "The app was waiting for news of new mail."),
    word("Inactivity", "Nothing came from the app for so long that the server hung up."),
    word("Server shutting down", "The mail service was being restarted."),
];

/// A template with the counters that stand at the end of a session's last line: of IMAP, POP3 or `ManageSieve`.
macro_rules! counted {
    ($template:literal) => {
        concat!(
            $template,
            "{? in={in} out={out}{*}}{? top={top}, retr={retr}, del={del}, size={size}{*}}{? bytes={bytes}}"
        )
    };
}

const PATTERNS: &[Pattern] = &[
    line("logged-out", counted!("{?Disconnected: }Logged out"))
        .says("The email app logged out.")
        .level(Success)
        .effect(Effect::Left(Login::Ok))
        .samples(&[
            "Disconnected: Logged out in=120 out=4171 deleted=0 expunged=0 trashed=0 hdr_count=7 hdr_bytes=420 body_count=1 body_bytes=478",
            "Logged out in=120 out=4171",
            "Disconnected: Logged out top=1/437, retr=1/4339, del=0/5, size=6979",
            "Disconnected: Logged out bytes=96/248",
        ]),
    line("sending-ended", "Disconnected: {reason} (state={state}) in={in} out={out}")
        .says("The sending session ended.")
        .level(Success)
        .effect(Effect::Left(Login::Ok))
        .samples(&["Disconnected: Logged out (state=READY) in=1124 out=125", "Disconnected: Connection closed (state=RCPT TO) in=74 out=107"]),
    line("ended-in-idle", "Disconnected in {what} bytes={received}/{sent}")
        .says("The email app hung up while it waited for new mail or gave a command ({what}). This is normal.")
        .effect(Effect::Left(Login::Ok))
        .samples(&["Disconnected in IDLE bytes=12/345"]),
    line("filter-editing-ended", "Disconnected: {reason} bytes={received}/{sent}")
        .says("The session of the filter editor ended.")
        .level(Success)
        .effect(Effect::Left(Login::Ok))
        .loose()
        .samples(&["Disconnected: Some new reason bytes=96/248"]),
    line("closed-without-command", counted!("{?Disconnected: }Connection closed (No commands sent{? after unhibernation})"))
        .says("The email app logged in, asked for nothing more and hung up. This is normal.")
        .level(Success)
        .effect(Effect::Left(Login::Ok))
        .samples(&["Disconnected: Connection closed (No commands sent) in=0 out=403"]),
    line("closed-after", counted!("{?Disconnected: }Connection closed ({command} finished {secs} secs ago)"))
        .says("The email app hung up {secs second} after its last command, {command}. This is normal.")
        .level(Success)
        .effect(Effect::Left(Login::Ok))
        .samples(&["Disconnected: Connection closed (EXPUNGE finished 0.000 secs ago) in=59 out=895 deleted=1 expunged=1 trashed=0 hdr_count=0 hdr_bytes=0 body_count=0 body_bytes=0"]),
    line("closed-while-idle", counted!("{?Disconnected: }Connection closed (IDLE running for {run} + waiting {what} for {wait} secs{?, {locks} in locks}, {received} B in + {sent} B out, state={state})"))
        .says("The email app hung up while it was waiting for new mail. This is normal.")
        .level(Success)
        .effect(Effect::Left(Login::Ok))
        .samples(&[
            "Disconnected: Connection closed (IDLE running for 0.001 + waiting input for 7.001 secs, 2 B in + 10 B out, state=wait-input) in=9 out=433 deleted=0 expunged=0 trashed=0 hdr_count=0 hdr_bytes=0 body_count=0 body_bytes=0",
            "Disconnected: Connection closed (IDLE running for 0.001 + waiting input for 3.001 secs, 0.001 in locks, 2 B in + 10 B out, state=wait-input) in=168 out=1201",
        ]),
    line("closed-while-running", counted!("{?Disconnected: }Connection closed ({command} running for {run} + waiting {what} for {wait} secs{?, {locks} in locks}, {received} B in + {sent} B out, state={state})"))
        .says("The email app hung up in the middle of the command {command}.")
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Network)
        .samples(&["Disconnected: Connection closed (FETCH running for 0.001 + waiting input for 0.302 secs, 5 B in + 0 B out, state=wait-input) in=125 out=7217 deleted=0 expunged=0 trashed=0 hdr_count=5 hdr_bytes=302 body_count=1 body_bytes=4322"]),
    line("closed-in-upload", counted!("{?Disconnected: }Connection closed (While APPENDing: {messages} msgs, {secs} secs, {done}/{whole} bytes)"))
        .says("The connection broke while the email app was uploading a message, such as a draft or the copy of one that was sent: {done} of {whole byte} had arrived.")
        .level(Warning)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Network)
        .samples(&["Disconnected: Connection closed (While APPENDing: 1 msgs, 0 secs, 700/5000 bytes) in=3441 out=982 deleted=0 expunged=0 trashed=0 hdr_count=0 hdr_bytes=0 body_count=0 body_bytes=0"]),
    line("closed-in-upload-2-2", counted!("{?Disconnected: }Disconnected in APPEND ({messages} msgs, {secs} secs, {done}/{whole} bytes)"))
        .says("The connection broke while the email app was uploading a message, such as a draft or the copy of one that was sent: {done} of {whole byte} had arrived.")
        .level(Warning)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Network)
        .samples(&["Disconnected in APPEND (1 msgs, 0 secs, 700/5000 bytes) in=3441 out=982"]),
    line("closed-in-upload-2-4", counted!("Disconnected: Connection closed (While running {command} command: {messages} msgs, {secs} secs, {done}/{whole} bytes)"))
        .says("The connection broke while the email app was uploading a message, such as a draft or the copy of one that was sent: {done} of {whole byte} had arrived.")
        .level(Warning)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Network)
        .samples(&["Disconnected: Connection closed (While running APPEND command: 1 msgs, 0 secs, 700/5000 bytes) in=3441 out=982"]),
    line("connection-broke", counted!("{?Disconnected: }Connection closed: {error} ({command})"))
        .says("The connection broke: {error}.")
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Network)
        .samples(&["Disconnected: Connection closed: read(size=8100) failed: Connection reset by peer (UID FETCH finished 3.120 secs ago) in=125 out=7217"]),
    line("connection-broke-pop3", "{?Disconnected: }Connection closed: {error} top={top}, retr={retr}, del={del}, size={size}{?, uidl_hash={uidl_hash}}")
        .says("The connection broke: {error}. Messages that the app had marked for deletion were kept.")
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Network)
        .samples(&["Disconnected: Connection closed: read(size=1024) failed: Connection reset by peer top=0/0, retr=0/0, del=0/6, size=36093"]),
    line("closed", counted!("{?Disconnected: }Connection closed"))
        .says("The email app hung up without saying goodbye. In IMAP this is normal; in POP3 the messages that it marked for deletion were kept.")
        .level(Success)
        .effect(Effect::Left(Login::Ok))
        .samples(&["Disconnected: Connection closed top=0/0, retr=0/0, del=0/6, size=36093", "Connection closed in=9 out=433"]),
    line("closed-2-2", counted!("Disconnected"))
        .says("The email app hung up without saying goodbye. In IMAP this is normal; in POP3 the messages that it marked for deletion were kept.")
        .level(Success)
        .effect(Effect::Left(Login::Ok))
        .loose()
        .samples(&["Disconnected top=0/0, retr=0/0, del=0/6, size=36093"]),
    line("idle-2-2", counted!("{?Disconnected: }Disconnected for inactivity"))
        .says("Nothing came from the email app for so long that the server hung up: 30 minutes in IMAP, 10 in POP3. This is normal.")
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Idle)
        .samples(&["Disconnected: Disconnected for inactivity top=0/0, retr=0/0, del=0/0, size=0", "Disconnected for inactivity in=12 out=400"]),
    line("idle", counted!("{?Disconnected: }Inactivity - no input for {secs} secs"))
        .says("Nothing came from the email app for {secs second}, so the server hung up. This is normal.")
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Idle)
        .samples(&["Disconnected: Inactivity - no input for 600 secs top=0/0, retr=0/0, del=0/0, size=0"]),
    line("stuck-2-2", counted!("{?Disconnected: }Disconnected for inactivity in reading our output"))
        .says("The email app stopped taking the data that it had asked for, so the server hung up.")
        .level(Warning)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Network)
        .samples(&["Disconnected for inactivity in reading our output in=12 out=400"]),
    line("stuck", counted!("{?Disconnected: }Client has not read server output for {?for }{secs} secs"))
        .says("The email app stopped taking the data that it had asked for, so the server hung up after {secs second}.")
        .level(Warning)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Network)
        .samples(&["Disconnected: Client has not read server output for for 1800 secs in=12 out=400"]),
    line("too-many-bad-imap", counted!("{?Disconnected: }Too many invalid IMAP commands."))
        .says("The email app kept sending commands that are not IMAP, so the server hung up.")
        .level(Warning)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::BrokenClient)
        .samples(&["Disconnected: Too many invalid IMAP commands. in=319 out=19188 deleted=0 expunged=0 trashed=0 hdr_count=4 hdr_bytes=239 body_count=1 body_bytes=15204"]),
    line("too-many-bad-pop3", counted!("{?Disconnected: }Too many bad commands."))
        .says("The email app kept sending commands that are not POP3, so the server hung up.")
        .level(Warning)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::BrokenClient)
        .samples(&["Disconnected: Too many bad commands. top=0/0, retr=0/0, del=0/2, size=1797"]),
    line("too-many-bad-managesieve", counted!("{?Disconnected: }Too many invalid MANAGESIEVE commands."))
        .says("The filter editor kept sending commands that the server does not know, so the server hung up.")
        .level(Warning)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::BrokenClient)
        .samples(&["Too many invalid MANAGESIEVE commands."]),
    line("line-too-long", counted!("{?Disconnected: }Input line too long"))
        .says("The email app sent a far too long line, so the server hung up.")
        .level(Warning)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::BrokenClient)
        .samples(&["Disconnected: Input line too long top=0/0, retr=0/0, del=0/2, size=1797"]),
    line("shutting-down", counted!("{?Disconnected: }Server shutting down."))
        .says("The mail service was restarted, or an administrator ended the session; email apps reconnect automatically.")
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Restart)
        .samples(&["Disconnected: Server shutting down. in=17 out=784 deleted=0 expunged=0 trashed=0 hdr_count=0 hdr_bytes=0 body_count=0 body_bytes=0"]),
    line("shutting-down-2-4", counted!("Disconnected: Server shutting down"))
        .says("The mail service was restarted; email apps reconnect automatically.")
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Restart)
        .samples(&["Disconnected: Server shutting down in=17 out=784 deleted=0 expunged=0"]),
    line("kicked", counted!("Disconnected: User kicked"))
        .says("An administrator ended this user's session.")
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Restart)
        .samples(&["Disconnected: User kicked in=17 out=784 deleted=0 expunged=0"]),
    line("inconsistent", counted!("{?Disconnected: }IMAP session state is inconsistent, please relogin."))
        .says("The folder changed in a way that this session could not follow, so it was ended; the email app connects again.")
        .level(Warning)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Index)
        .samples(&["Disconnected: IMAP session state is inconsistent, please relogin. in=17 out=784"]),
    line("uidvalidity-changed", counted!("{?Disconnected: }Mailbox UIDVALIDITY changed"))
        .says("The folder was made again under the email app, which will download it again.")
        .level(Warning)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Index)
        .samples(&["Disconnected: Mailbox UIDVALIDITY changed in=17 out=784"]),
    line("folder-deleted", counted!("{?Disconnected: }Selected mailbox was deleted, have to disconnect."))
        .says("Another device deleted the folder that was open, so this session was ended.")
        .effect(Effect::Left(Login::Ok))
        .samples(&["Disconnected: Selected mailbox was deleted, have to disconnect. in=17 out=784"]),
    line("fetch-failed", counted!("{?Disconnected: }FETCH {reason}failed{?: {error}}{? in={in} out={out}}"))
        .says("A message could not be read from the disk, so the session was ended. The line before it says why.")
        .level(Alert)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Index)
        .loose()
        .samples(&["Disconnected: FETCH read() failed in=109 out=1749 deleted=0 expunged=0 trashed=0 hdr_count=3 hdr_bytes=134 body_count=1 body_bytes=21"]),
    line("pop3-locked", counted!("{?Disconnected: }Couldn't lock POP3 session"))
        .says("Another device has this POP3 mailbox open, and only one may have it at a time.")
        .level(Permanent)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Pop3Lock)
        .samples(&["Disconnected: Couldn't lock POP3 session top=0/0, retr=0/0, del=0/0, size=0"]),
    line("pop3-inconsistent", counted!("{?Disconnected: }Mailbox is in inconsistent state."))
        .says("The mailbox changed while POP3 had it open, for example because another device deleted mail. Trying again helps.")
        .level(Warning)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Index)
        .samples(&["Disconnected: Mailbox is in inconsistent state. top=0/0, retr=0/0, del=0/0, size=0"]),
    line("pop3-storage", counted!("{?Disconnected: }Storage error during logout."))
        .says("The deletions could not be saved, so messages may come again.")
        .level(Alert)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Server)
        .samples(&["Disconnected: Storage error during logout. top=0/0, retr=0/0, del=0/0, size=0"]),
    line("pop3-uidl", counted!("{?Disconnected: }POP3 UIDLs couldn't be listed"))
        .says("The list of messages could not be made.")
        .level(Alert)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Index)
        .samples(&["Disconnected: POP3 UIDLs couldn't be listed top=0/0, retr=0/0, del=0/0, size=0"]),
    line("inbox-not-ready", "{?Disconnected: }Couldn't {reason} INBOX: {error} top={top}, retr={retr}, del={del}, size={size}{?, uidl_hash={uidl_hash}}")
        .says("The inbox could not be opened: {error}.")
        .level(Alert)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Server)
        .samples(&["Disconnected: Couldn't init INBOX: Mailbox INBOX: opendir(/srv/mail/mona/Maildir/cur) failed: Permission denied (euid=89(vpopmail) egid=89(vchkpw) missing +r perm: /srv/mail/mona/Maildir/cur) top=0/0, retr=0/0, del=0/0, size=0"]),
    line("inbox-error", "Couldn't {reason} INBOX: {error}")
        .says("The inbox could not be opened: {error}.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .samples(&["Couldn't init INBOX: Mailbox INBOX: opendir(/srv/mail/mona/Maildir/cur) failed: Permission denied", "Couldn't open INBOX: Internal error occurred."]),
    line("ended-other-imap", "Disconnected: {reason} in={in} out={out}{*}")
        .says("The session ended.")
        .effect(Effect::Left(Login::Ok))
        .loose()
        .samples(&["Disconnected: Some new reason in=109 out=1749 deleted=0 expunged=0"]),
    line("ended-other-pop3", "Disconnected: {reason} top={top}, retr={retr}, del={del}, size={size}{?, uidl_hash={uidl_hash}}")
        .says("The session ended.")
        .effect(Effect::Left(Login::Ok))
        .loose()
        .samples(&["Disconnected: Some new reason top=0/0, retr=0/0, del=0/0, size=0"]),
    line("put-script-broke", counted!("Disconnected in PUTSCRIPT/CHECKSCRIPT"))
        .says("The connection broke while a filter was being uploaded.")
        .level(Warning)
        .effect(Effect::Left(Login::Ok))
        .cause(Cause::Network)
        .samples(&["Disconnected in PUTSCRIPT/CHECKSCRIPT"]),
    line("client-id", "ID sent: {pairs}")
        .says("The email app told the server its name and version: {pairs}.")
        .effect(Effect::Part(Session))
        .samples(&["ID sent: name=Thunderbird, version=115.3"]),
    line("relayed", "Successfully relayed message: from=<{sender}>, size={size}, id={id}, nrcpt={recipients}, reply=`{reply}'")
        .says("The message from {sender} was taken by the outgoing mail server, which answered {reply}.")
        .level(Success)
        .effect(Effect::Part(Session))
        .samples(&["Successfully relayed message: from=<anna@garden-tools.example>, size=1047, id=GZqcKYbrAWsFSQAALRQ3+A, nrcpt=1, reply=`250 2.0.0 2.0.0 Ok: queued as 4F1A22C0'"]),
    line("relay-failed", "Failed to relay message: from=<{sender}>, size={size}, nrcpt={recipients}, reply=`{reply}'")
        .says("The outgoing mail server refused the message from {sender}. It answered {reply}.")
        .level(Permanent)
        .helps(Party::OurServer, &[("Look in the outgoing server's log for the reason; Dovecot's settings for it are submission_relay_*:", "doveconf -n | grep submission_relay")])
        .effect(Effect::Part(Session))
        .samples(&["Failed to relay message: from=<anna@garden-tools.example>, size=1047, nrcpt=1, reply=`550 5.1.1 no such user'"]),
    line("relay-lost", "Lost connection to relay server{?: {error}}")
        .says("The outgoing mail server went away.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .helps(Party::OurServer, RELAY_DOWN)
        .samples(&["Lost connection to relay server"]),
    line("relay-unreachable", "Failed to connect to relay server{?: {error}}")
        .says("The outgoing mail server cannot be reached.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .helps(Party::OurServer, RELAY_DOWN)
        .samples(&["Failed to connect to relay server"]),
    line("message-unreadable", "{?UID={uid}: }read({path}) failed: {error} (FETCH {item})")
        .says("The message {uid} could not be read back from the disk.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Unreadable)
        .samples(&["UID=5: read(/srv/mail/nils/Maildir/cur/1795288068.M281822P18267.web14,S=1006,W=1028:2,FS) failed: Cached message size larger than expected (1006 > 21, box=INBOX, UID=5) (FETCH BODY[])"]),
    line("message-too-short", "{?UID={uid}: }read({path}): FETCH {item} got too little data: {n} vs {whole}")
        .says("The message on the disk is shorter than Dovecot remembers.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Unreadable)
        .samples(&["read(/srv/mail/nils/Maildir/cur/1795288068): FETCH BODY[] got too little data: 21 vs 1006"]),
    line("pop3-sync", "Can't sync mailbox: Messages keep getting expunged")
        .says("Another program keeps deleting mail while POP3 tries to list it.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .samples(&["Can't sync mailbox: Messages keep getting expunged"]),
    line("pop3-size", "Getting size of message UID={uid} failed{?: {error}}")
        .says("One message cannot be read.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .samples(&["Getting size of message UID=12 failed"]),
    line("pop3-order", "Message ordering changed unexpectedly ({reason})")
        .says("The order of the messages changed during the session.")
        .level(Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .samples(&["Message ordering changed unexpectedly (msg #2: storage seq 2 -> 3)"]),
    line("not-hibernated", "Couldn't hibernate imap client: {error}")
        .says("An idle session could not be parked to save memory. The user notices nothing.")
        .level(Warning)
        .effect(Effect::Part(Session))
        .samples(&["Couldn't hibernate imap client: connect(/run/dovecot/imap-hibernate) failed: Permission denied"]),
    line("not-woken", "imap-master: {error}")
        .says("A parked idle session could not be woken.")
        .level(Warning)
        .effect(Effect::Part(Session))
        .samples(&["imap-master: Failed to import client state: Mailbox not open"]),
    line("client-gone", "write(client) failed: {error}")
        .says("The first answer after the login could not be sent, because the email app was gone.")
        .effect(Effect::Part(Session))
        .samples(&["write(client) failed: Broken pipe"]),
    line("part-not-fetched", "URLFETCH failed{?: {error}}")
        .says("A linked part of a message could not be fetched.")
        .level(Warning)
        .effect(Effect::Part(Session))
        .samples(&["URLFETCH failed"]),
    line("anonymous-refused", "Anonymous login is not allowed for submission")
        .says("Nobody may send without a name.")
        .level(Warning)
        .effect(Effect::Part(Session))
        .samples(&["Anonymous login is not allowed for submission"]),
    line("filters-disabled", "Failed to open Sieve storage: Sieve is disabled for this user")
        .says("Mail filters are switched off for this mailbox.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .samples(&["Failed to open Sieve storage: Sieve is disabled for this user"]),
    line("filters-unreadable", "Failed to open Sieve storage.{? {error}}")
        .says("The user's folder of mail filters cannot be opened.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Permission)
        .helps(Party::OurServer, PERMISSIONS)
        .samples(&["Failed to open Sieve storage."]),
];
