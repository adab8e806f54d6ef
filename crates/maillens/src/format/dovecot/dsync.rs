//! What Dovecot's copies of a mailbox on another server (dsync, replication) say when they don't come about. Mail itself is
//! safe where it is.

use super::{Datum, Effect, Field, Format, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Session;

/// Copies that failed.
pub static FORMAT: Format = Format {
    id: "dovecot-dsync",
    title: "Dovecot's copies of mailboxes on another server (dsync)",
    found_in: &["/var/log/dovecot.log", "/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "Dovecot 2.2.36, 2.3.21 doveadm/dsync/doveadm-dsync.c",
        "doveadm/dsync/dsync-brain.c",
        "doveadm/doveadm-util.c",
    ],
    programs: &["dsync", "dsync-local", "dsync-remote", "dsync-server"],
    place: Place::Program,
    realm: "dovecot",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("host", Role::Remote, "The other server.").shape(Shape::Text),
    field("port", Role::Port, "The port."),
    field("box", Role::Path, "The mail folder.").datum(Datum::Folder),
    field("error", Role::Text, "The cause, in the words of the program or the operating system."),
    field("text", Role::Text, "What the program said, in its own words."),
    field("other", Role::Text, "The other one of the two."),
];

const PATTERNS: &[Pattern] = &[
    line("not-connected", "connect({host}:{port}) failed: {error}")
        .says("The mailbox couldn't be copied to the other server: {host}:{port} didn't take the connection ({error}). Mail is here and safe, but the copy there falls behind.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .loose()
        .helps(
            Party::OurServer,
            &[
                (
                    "See whether Dovecot runs on {host} and its doveadm service listens on port {port} (inet_listener in service doveadm); start it there, or open the firewall between the two servers:",
                    "nc -vz {host} {port}; doveconf -n | grep -e mail_replica -e doveadm_port",
                ),
                (
                    "Once it answers, let everything be copied that waited, and see what is left:",
                    "doveadm replicator replicate -f '*'; doveadm replicator status '*'",
                ),
            ],
        )
        .samples(&["connect(10.8.0.2:12345) failed: Connection refused"]),
    line("incremental", "Failed to do incremental sync for mailbox {box}, retry with a full sync ({text})")
        .says("The folder {box} changed while only the newest changes were being copied; a full copy follows.")
        .level(Warning)
        .effect(Effect::Part(Session))
        .samples(&["Failed to do incremental sync for mailbox INBOX, retry with a full sync (some text)"]),
    line("separators", "Synced namespaces have conflicting separators ({text})")
        .says("The two servers separate folder names in different ways ({text}), so nothing is copied.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .helps(Party::OurServer, &[("Set the same separator in the namespaces of both servers:", "doveconf -n | grep -A8 namespace")])
        .samples(&["Synced namespaces have conflicting separators ('/' for prefix=\"\", '.' for prefix=\"INBOX.\")"]),
    line("same-guid", "Remote sent duplicate mailbox GUID {text} for mailboxes {box} and {other}")
        .says("Two folders of the other server, {box} and {other}, have the same internal number, as after a folder was copied by hand. Nothing is copied.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .samples(&["Remote sent duplicate mailbox GUID 7f0c2d8a for mailboxes INBOX.A and INBOX.B"]),
    line("folder-not-made", "Can't create mailbox {box}: {error}")
        .says("The folder {box} couldn't be made for the copy: {error}.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Can't create mailbox INBOX.Old: Permission denied"]),
    line("no-replica", "User has no mail_replica in userdb")
        .says("Nothing says to which server the mailbox is to be copied.")
        .level(Alert)
        .effect(Effect::Part(Session))
        .helps(Party::OurServer, &[("Set mail_replica, or let the user database return it:", "doveconf mail_replica; doveadm user {user}")])
        .samples(&["User has no mail_replica in userdb"]),
    line("state-invalid", "Saved sync state is invalid, falling back to full sync: {error}")
        .says("What was known of the last copy doesn't fit, so everything is compared again. That takes longer once.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Saved sync state is invalid, falling back to full sync: Input too small"]),
];
