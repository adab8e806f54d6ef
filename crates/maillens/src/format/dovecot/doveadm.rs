//! What `doveadm` says beside its tables, with its name and the user in front: why somebody doesn't see a shared folder, what
//! a command lacks, what it was refused.

use super::{Datum, Field, Format, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Warning};
use crate::vocabulary::Party;

/// What doveadm says.
pub static FORMAT: Format = Format {
    id: "dovecot-doveadm",
    title: "doveadm, Dovecot's tool for administrators",
    found_in: &["a terminal", "/var/log/dovecot.log"],
    sources: &[
        "Dovecot 2.2.36, 2.3.21, 2.4.4 plugins/acl/doveadm-acl.c",
        "doveadm/doveadm-mail.c",
        "doveadm/doveadm.c",
        "doveadm/doveadm-kick.c",
    ],
    programs: &["doveadm"],
    place: Place::Program,
    realm: "dovecot",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("user", Role::User, "The user that it is about.").shape(Shape::Text),
    field("box", Role::Path, "The mail folder.").datum(Datum::Folder),
    field("prefix", Role::Text, "The part of the folder tree."),
    field("path", Role::Path, "The file or folder that it is about."),
    field("right", Role::State, "The right: {}.").shape(Shape::Text),
    field("rights", Role::Text, "What the user may do there."),
    field("error", Role::Text, "The cause, in the words of the program or the operating system."),
    field("name", Role::Text, "The name that it is about."),
    field("what", Role::Text, "What it was, in Dovecot's words."),
];

/// What gives somebody rights on a shared folder.
const GIVE: &[(&str, &str)] = &[
    (
        "See whom the folder's rights are for (doveadm acl get, with -u and the user whose folder it is), letter by letter: the same name in another domain is somebody else. Then give {user} the rights lookup, read and write-seen with doveadm acl set.",
        "",
    ),
    (
        "Then look again as the user; the folder must also be in the list of shared ones (acl_shared_dict):",
        "doveadm mailbox list -u {user}; doveconf -n | grep -i acl",
    ),
];

const PATTERNS: &[Pattern] = &[
    // doveadm acl debug
    line("acl-namespace", "Mailbox '{box}' is in namespace '{prefix}'").says("The folder belongs to the part {prefix} of the folder tree.").samples(&["Mailbox 'Projects' is in namespace 'shared/bert/'"]),
    line("acl-path", "Mailbox path: {path}").says("The folder is stored at {path}.").loose().samples(&["Mailbox path: /srv/mail/bert/Maildir/.Projects"]),
    line("acl-flags-shared", "All message flags are shared across users in mailbox").says("Who reads a message there marks it as read for all.").samples(&["All message flags are shared across users in mailbox"]),
    line("acl-flags-private", "Per-user private flags in mailbox: {what}").says("These marks on messages are each user's own: {what}.").samples(&["Per-user private flags in mailbox: \\Seen"]),
    line("acl-none", "User {user} has no rights for mailbox")
        .says("{user} has no rights on this folder.")
        .level(Warning)
        .helps(Party::OurServer, GIVE)
        .samples(&["User anna@shop.example has no rights for mailbox"]),
    line("acl-rights", "User {user} has rights: {rights}").says("{user} may do this there: {rights}.").samples(&["User anna@shop.example has rights: lookup read"]),
    line("acl-missing", "User {user} is missing '{right}' right")
        .says("{user} lacks the right “{right}” on this folder, so it doesn't show among the shared folders.")
        .level(Permanent)
        .helps(Party::OurServer, GIVE)
        .samples(&["User anna@shop.example is missing 'lookup' right"]),
    line("acl-hidden", "Mailbox {box} is NOT visible in LIST").says("The folder {box} isn't shown to the user.").level(Warning).follows().samples(&["Mailbox Projects is NOT visible in LIST"]),
    line("acl-visible", "Mailbox {box} is visible in LIST").says("The folder {box} is shown to the user.").samples(&["Mailbox Projects is visible in LIST"]),
    line("acl-off", "ACL not enabled for {user}")
        .says("Rights on folders aren't in use for {user}: the plugin acl isn't loaded.")
        .level(Permanent)
        .helps(Party::OurServer, &[("Add acl to mail_plugins, and imap_acl to those of IMAP, then load the settings:", "doveconf -n | grep -e mail_plugins -e acl; doveadm reload")])
        .samples(&["ACL not enabled for anna@shop.example"]),
    line("acl-unknown-right", "Unknown ACL '{right}'")
        .says("There's no right called “{right}”.")
        .level(Permanent)
        .helps(Party::OurServer, &[("Use the words lookup read write write-seen write-deleted insert post expunge create delete admin, or the letters lrwstipekxa.", "")])
        .samples(&["Unknown ACL 'q'"]),
    line("sync-failed", "dsync-server failed")
        .says("The copy of the mailbox to or from the other server (dsync) failed; another line says why.")
        .level(Warning)
        .follows()
        .samples(&["dsync-server failed"]),
    // What commands lack.
    line("search-off", "fts not enabled for {user}")
        .says("No search index is kept for {user}: no plugin for it is loaded.")
        .level(Permanent)
        .helps(Party::OurServer, &[("Add fts and its engine to mail_plugins:", "doveconf -n | grep -e mail_plugins -e fts")])
        .samples(&["fts not enabled for anna@shop.example"]),
    line("no-public-key", "User {user} has no active public key")
        .says("The mail of {user} isn't encrypted yet: there's no key (mail_crypt).")
        .level(Permanent)
        .helps(Party::OurServer, &[("Make the user's keys:", "doveadm mailbox cryptokey generate -u {user} -U")])
        .samples(&["User anna@shop.example has no active public key"]),
    line("not-running", "Dovecot is not running (read from {path})")
        .says("Dovecot isn't running.")
        .level(Permanent)
        .helps(Party::OurServer, &[("Start it, and see what it says if it doesn't stay up:", "systemctl start dovecot; systemctl status dovecot; journalctl -u dovecot -n 20")])
        .samples(&["Dovecot is not running (read from /run/dovecot/master.pid)"]),
    line("whose", "USER environment is missing and -u option not used")
        .says("The command doesn't say whose mailbox is meant.")
        .level(Warning)
        .helps(Party::OurServer, &[("Give it the user with -u, or -A for all.", "")])
        .samples(&["USER environment is missing and -u option not used"]),
    line("users-not-listed", "{?user listing}{?Failed to iterate through some users}{? failed}")
        .says("The list of all users couldn't be read, so a command for all of them (-A) stopped or left some out.")
        .level(Permanent)
        .helps(Party::OurServer, &[("See whether the user database can list its users (for SQL, iterate_query) and what the login service reports:", "doveadm user '*' | head; doveadm log errors | grep -i auth | tail -10")])
        .samples(&["user listing failed", "Failed to iterate through some users"]),
    line("command-not-allowed", "doveadm client isn't allowed to use command: {name}")
        .says("A tool or another server isn't allowed to give the command {name}.")
        .level(Permanent)
        .helps(Party::OurServer, &[("Add the command to doveadm_allowed_commands if it's meant to be allowed:", "doveconf doveadm_allowed_commands")])
        .samples(&["doveadm client isn't allowed to use command: sync"]),
    line("no-accidents", "{name}: To avoid accidents, search query must contain MAILBOX in all search branches")
        .says("The command deletes messages and names no folder, so it did nothing.")
        .level(Warning)
        .helps(Party::OurServer, &[("Name the folder in each part of the query: mailbox INBOX savedbefore 30d.", "")])
        .samples(&["move: To avoid accidents, search query must contain MAILBOX in all search branches"]),
    line("whom-to-kick", "user and/or ip[/bits] must be specified.").says("The command doesn't say whose connections are to be ended.").level(Warning).samples(&["user and/or ip[/bits] must be specified."]),
    line("passwords-differ", "Passwords don't match!").says("The two passwords that were typed differ, so nothing was made.").level(Warning).samples(&["Passwords don't match!"]),
    line("scheme", "Unknown scheme: {name}")
        .says("This Dovecot knows no way to store passwords that is called {name}.")
        .level(Warning)
        .helps(Party::OurServer, &[("See those that it knows:", "doveadm pw -l")])
        .samples(&["Unknown scheme: FOO"]),
];
