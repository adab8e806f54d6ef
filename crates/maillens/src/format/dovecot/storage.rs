//! Dovecot's mail storage, in mailbox sessions and deliveries alike: file rights, full disks, quota, and the indexes
//! that are repaired without touching mail.
//!
//! Most messages that end in an error of the operating system have one shape, `call(path) failed: error`; what matters is
//! the error. The folder in front of a message (`Mailbox INBOX: `) is taken by the frame.

use super::settings::USER_SETTINGS;
use super::{Datum, Effect, Field, Format, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::Cause;
use crate::vocabulary::Level;
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Session;

const SIZE_DIFFERS: &[(&str, &str)] = &[
    (
        "Compare the size of the file with the S= in its name; if the message is compressed, load the plugin that unpacks it (zlib, mail_compress in 2.4):",
        "ls -l {path}; file {path}; doveconf -n mail_plugins",
    ),
    (
        "If the file was cut short, restore it from a backup; if it's whole, correct the S= in its name (the script maildir-size-fix does it), then let Dovecot read the folder again:",
        "doveadm force-resync -u {user} {box}",
    ),
    ("If many messages are hit, look at the disk:", "df -h; dmesg | tail -30"),
];

pub(super) const AUTH_SOCKET: &[(&str, &str)] = &[
    (
        "Let the program that asks use the socket of the login service: set user, group or mode of its unix_listener (auth-userdb for deliveries and doveadm, auth-client for other mail servers):",
        "ls -l /run/dovecot/auth*; doveconf -n service/auth",
    ),
    (
        "See whether the login service runs, and what it reports:",
        "doveadm service status auth; doveadm log errors | grep -i auth | tail -20",
    ),
];

pub(super) const MAIL_UID: &[(&str, &str)] = &[(
    "See with which user id (uid) the user database wants the mail to be read; give the mailbox's user a normal one, or set first_valid_uid to it:",
    "doveadm user {user}; doveconf first_valid_uid first_valid_gid mail_uid mail_gid",
)];

pub(super) const USERS_FOLDER: &[(&str, &str)] = &[
    (
        "See where Dovecot looks for this user's mail, and whether that folder is there and belongs to the uid that is named:",
        "doveadm user {user}; doveconf -n | grep -e mail_; ls -ldn $(doveadm user -f home {user})",
    ),
    (
        "The end of the line, or another one of the same second, says what failed:",
        "doveadm log errors | tail -20",
    ),
];

pub(super) const PERMISSIONS: &[(&str, &str)] = &[
    (
        "See the owner and mode of the path and of every folder above it. Where the line has them, “missing” names the permission and “euid” the user who lacks it:",
        "namei -l {path}",
    ),
    (
        "Give the path to the user who owns the mailboxes (chown), but never a folder of the system or of root: mail for root needs an alias to a mailbox (/etc/aliases). If the modes look right, SELinux or AppArmor forbids it:",
        "ausearch -m avc -ts recent; restorecon -Rv {path}",
    ),
];

/// What the mail storage writes.
pub static FORMAT: Format = Format {
    id: "dovecot-storage",
    title: "Dovecot's mail storage",
    found_in: &["/var/log/dovecot.log", "/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "Dovecot 2.2.36, 2.3.21, 2.4.4 lib-index/*.c",
        "lib-storage/*.c",
        "lib-storage/index/maildir/*.c",
        "plugins/quota/quota.c",
        "lib/eacces-error.c",
    ],
    programs: &[
        "dovecot",
        "imap",
        "pop3",
        "submission",
        "managesieve",
        "lmtp",
        "lda",
        "deliver",
        "dovecot-lda",
        "doveadm",
        "indexer-worker",
        "quota-status",
        "dsync-local",
        "dsync-remote",
        "dsync-server",
        "imap-hibernate",
        "imap-urlauth-worker",
        "dict",
        "stats",
    ],
    place: Place::Program,
    delivers: &["lmtp", "lda", "deliver", "dovecot-lda"],
    realm: "dovecot",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("path", Role::Path, "The file or folder that it is about."),
    field("to_path", Role::Path, "The new name of the file."),
    field("error", Role::Text, "The cause, in the words of the program or the operating system."),
    field("what", Role::Text, "What it was, in Dovecot's words."),
    field("why", Role::Text, "The reason, in Dovecot's words."),
    field("text", Role::Text, "What the program said, in its own words."),
    field("origin", Role::Path, "The mailbox or folder whose group it is."),
    field("detail", Role::Text, "The rest of the line, in Dovecot's words."),
    field("user", Role::User, "The user that it is about.").shape(Shape::Text),
    field("box", Role::Path, "The mail folder.").datum(Datum::Folder),
    field("uid", Role::Count, "The message's number in its folder: {}."),
    field("sysuid", Role::Count, "The number of the system user: {}."),
    field("n", Role::Count, "A number: {}."),
    field("n2", Role::Count, "A number: {}."),
    field("n3", Role::Count, "A number: {}."),
    field("secs", Role::Duration, "Seconds: {}.").shape(Shape::Decimal),
    field("service", Role::Program, "The Dovecot service that it is about.").shape(Shape::Name),
    field("pid", Role::Count, "The number of the process: {}."),
    field("name", Role::Text, "The name that it is about."),
    field("rule", Role::Text, "The rule, as it is set."),
    field("socket", Role::Path, "The file through which Dovecot's services talk to each other."),
    field("call", Role::Keyword, "What the server wanted the operating system to do.").shape(Shape::Name),
    field("group", Role::Text, "The system group."),
    field("ns", Role::Text, "The part of the folder tree."),
];

/// What helps where Dovecot doesn't know where the mail is.
const MAIL_LOCATION: &[(&str, &str)] = &[
    (
        "Set mail_location in conf.d/10-mail.conf to where the mail server delivers (such as maildir:~/Maildir or mbox:~/mail:INBOX=/var/mail/%u; in 2.4 mail_driver and mail_path), then load the settings:",
        "doveconf -n mail_location mail_driver mail_path; ls -ld /home/*/Maildir /var/mail/*; doveadm reload",
    ),
    ("See where Dovecot looks for this user:", "doveadm user {user}"),
];

/// What helps where another process keeps a file locked.
const LOCK_HELD: &[(&str, &str)] = &[
    (
        "See what the process that holds the lock does and how long it has run; end it if it hangs:",
        "ps -o pid,etime,stat,args -p {pid}; lslocks -p {pid}; doveadm who",
    ),
    ("On NFS, check mmap_disable, mail_fsync and the time on all servers.", ""),
];

const PATTERNS: &[Pattern] = &[
    line("quota-full", "{?Saving mail: }Quota exceeded{detail}")
        .says("The mailbox is full (text can be changed by quota_exceeded_message).")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Quota)
        .samples(&["Quota exceeded (mailbox for user is full)"]),
    line("quota-warnfail", "program {name}: net_connect_unix({socket}) failed: {error}")
        .says("The warning program's socket cannot be reached, so no notice went out; delivery is not harmed.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .samples(&["program unix:/run/dovecot/quota-warning: net_connect_unix(/run/dovecot/quota-warning) failed: Permission denied (euid=89(vpopmail) egid=89(vchkpw) missing +r perm: /run/dovecot/quota-warning, dir owned by 0:0 mode=0755)"]),
    line("quota-warnfail22", "quota: net_connect_unix({socket}) failed: {error}")
        .says("The warning program's socket cannot be reached.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["quota: net_connect_unix(/run/dovecot/auth-worker) failed: Internal error occurred"]),
    line("quota-rule", "{?User initialization failed: }{?Failed to initialize quota: }Invalid quota root {name}: Invalid rule {rule}: {error}")
        .says("The quota rule {rule} isn't valid: {error}. Until it's corrected, the mailbox doesn't open and nothing is delivered to it; it isn't full.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, &[
            ("Correct the rule {rule}: a size is a number with a unit, and 0 means no limit (*:storage=5G, *:storage=0). It stands in quota_rule, or comes from the user's entry in the user database (quota_rule there):", "doveadm user {user}; doveconf -n | grep -i quota"),
            ("Then test it:", "doveadm quota get -u {user}"),
        ])
        .samples(&[
            "Failed to initialize quota: Invalid quota root quota: Invalid rule *:storage=unlimited: Invalid storage limit: unlimited",
            "Invalid quota root quota: Invalid rule storage=1X: Invalid storage limit: 1X",
        ]),
    line("quota-root", "{?Failed to initialize quota: }Invalid quota root {name}: {error}")
        .says("The quota setting “{name}” isn't valid: {error}. Until it's corrected, the mailbox doesn't open and nothing is delivered to it; it isn't full.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, &[
            ("Correct the setting that the line names; it can also come from the user's entry in the user database:", "doveconf -n | grep -i quota; doveadm user {user}"),
        ])
        .samples(&["Failed to initialize quota: Invalid quota root quota: Unknown quota backend: foo"]),
    line("quota-init", "Failed to initialize quota: {error}")
        .says("The quota settings are wrong; the mailbox may not open.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, USER_SETTINGS)
        .samples(&["Failed to initialize quota: Internal error occurred"]),
    line("quota-calc", "Internal quota calculation error")
        .says("The space in use could not be worked out.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .samples(&["Internal quota calculation error"]),
    line("quota-maxsize", "Mail size is larger than the maximum size allowed by server configuration")
        .says("This one message is too big for the server.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::Quota)
        .samples(&["Mail size is larger than the maximum size allowed by server configuration"]),
    line("quota-bg", "Blocked by an ongoing background quota calculation")
        .says("The quota is being recounted; try again soon.")
        .level(Level::Temporary)
        .helps(Party::Nobody, &[("It ends by itself. To have it done now:", "doveadm quota recalc -u {user}")])
        .effect(Effect::Part(Session))
        .samples(&["Blocked by an ongoing background quota calculation"]),
    line("quota-savedanyway", "{?quota: }Failed to check if user is under quota: {error} - saving mail anyway")
        .says("The quota check failed but the mail was kept.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&["Failed to check if user is under quota: Internal error occurred - saving mail anyway"]),
    line("quota-status-over", "554 5.2.2 {text}")
        .says("The MTA was told to refuse mail because the mailbox is full.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::Quota)
        .loose()
        .samples(&["554 5.2.2 some text"]),
    line("quota-maxboxes24", "Maximum number of mailboxes reached")
        .says("The user has too many folders.")
        .level(Level::Permanent)
        .helps(Party::Recipient, &[("Delete folders that aren't needed, or raise the limit (quota_mailbox_count):", "doveadm mailbox list -u {user} | wc -l; doveconf quota_mailbox_count")])
        .effect(Effect::Part(Session))
        .samples(&["Maximum number of mailboxes reached"]),
    line("quota-toomany24", "Too many messages in the mailbox")
        .says("The folder holds too many messages.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::Quota)
        .samples(&["Too many messages in the mailbox"]),
    line("quota-maildirsize", "failed to write maildirsize")
        .says("The file that remembers the used space could not be written.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Permission)
        .samples(&["failed to write maildirsize"]),
    line("group-missing", "{?Saving mail: }{?save: }{call}({path}) failed: Permission denied{? ({detail})} (set mail_privileged_group={group})")
        .says("Dovecot may not create a file beside {path}, because its process isn't in the group {group}. The permissions of the folder are right as they are; the setting mail_privileged_group is missing.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Permission)
        .helps(Party::OurServer, &[
            ("Set mail_privileged_group = {group} in Dovecot's settings (conf.d/10-mail.conf), then load them:", "doveconf mail_privileged_group; doveadm reload"),
            ("See that the folder belongs to that group and lets it write:", "namei -l {path}"),
        ])
        .samples(&[
            "file_dotlock_create(/var/mail/theo) failed: Permission denied (euid=1004(theo) egid=1004(theo) missing +w perm: /var/mail, we're not in group 8(mail), dir owned by 0:8 mode=0775) (set mail_privileged_group=mail)",
            "file_dotlock_create(/var/mail/theo) failed: Permission denied (set mail_privileged_group=mail)",
        ]),
    line("permission-denied", "{?Saving mail: }{?save: }{call}({path}) failed: Permission denied{? ({detail})}")
        .says("Dovecot doesn't have permission for {path}.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Permission)
        .helps(Party::OurServer, PERMISSIONS)
        .samples(&[
            "mkdir(/srv/missing/wrongdir/Maildir) failed: Permission denied (euid=89(vpopmail) egid=89(vchkpw) missing +w perm: /srv, dir owned by 0:0 mode=0755)",
            "open(/srv/mail/mona/Maildir/tmp/1795288530.M68293P18787.web14) failed: Permission denied",
        ]),
    line("rights-look-right", "{?Saving mail: }{?save: }{call}({path}) failed: Permission denied ({detail}UNIX perms appear ok (ACL/MAC wrong?){text})")
        .says("The file permissions look right, so SELinux, AppArmor or an ACL blocks it.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .sign(Sign::RightsLookRight)
        .cause(Cause::Permission)
        .helps(Party::OurServer, &[
            ("Leave owner and mode as they are, and see what forbade it:", "ausearch -m avc -ts recent; dmesg | grep -i apparmor | tail; getfacl {path}; ls -lZd {path}"),
            ("SELinux: mail in a folder of its own needs a label that stays: semanage fcontext -a -t mail_spool_t with the top folder and '(/.*)?' behind it, then restorecon -Rv on that folder. AppArmor: add the folder to Dovecot's profile.", ""),
        ])
        .samples(&["open(/srv/mail/mona/Maildir) failed: Permission denied (euid=89(vpopmail) egid=89(vchkpw) UNIX perms appear ok (ACL/MAC wrong?))"]),
    line("perm-chgrp", "{?f}chown({path}, group={group}) failed: Operation not permitted ({detail}group based on {origin}{? - see {text}})")
        .says("Dovecot wants to give {path} the group {group}, because {origin} has it, and isn't allowed to: its process doesn't belong to that group.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[
            ("Take the group's rights off {origin} (chmod 0600 for a file, 0700 for a folder), so that Dovecot no longer copies its group. What it has now:", "ls -ld {origin}"),
            ("Where the group must stay, let the mail process belong to it (mail_access_groups), then load the settings:", "doveconf -n mail_access_groups mail_privileged_group mail_location; doveadm reload"),
        ])
        .effect(Effect::Part(Session))
        .cause(Cause::Permission)
        .loose()
        .samples(&["fchown(/srv/mail/a/Maildir/tmp, group=5000(vmail)) failed: Operation not permitted (egid=89(vchkpw), group based on /srv/mail/a)", "chown(/home/anna/mail/.imap/INBOX, group=8(mail)) failed: Operation not permitted (egid=1000(anna), group based on /var/mail/anna - see http://wiki2.dovecot.org/Errors/ChgrpNoPerm)"]),
    line("disk-read-only", "{?Saving mail: }{?save: }{call}({path}) failed: Read-only file system")
        .says("The disk has become read-only, so nothing can be stored: {call}({path}) failed.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[
            ("The system made the disk read-only, usually after an error of the disk or its file system. Save the data, check the disk, then repair the file system (fsck) and mount it again:", "dmesg -T | grep -i -e 'I/O error' -e EXT4-fs -e XFS -e remount | tail -20; findmnt -T {path}"),
        ])
        .effect(Effect::Part(Session))
        .cause(Cause::Disk)
        .loose()
        .samples(&["open(/srv/mail/a/Maildir/tmp/1) failed: Read-only file system"]),
    line("perm-firstuid", "{?user {user}: }{?User initialization failed: }{?Failed to initialize user: }{?Couldn't drop privileges: }Mail access for users with UID {sysuid} not permitted (see first_valid_uid in config file, uid from {what}).")
        .says("Dovecot opens no mailbox with the system user number (UID) {sysuid}: it's outside the range that first_valid_uid and last_valid_uid allow. The number comes from {what}.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, MAIL_UID)
        .samples(&["Mail access for users with UID 33 not permitted (see first_valid_uid in config file, uid from userdb lookup)."]),
    line("perm-firstgid", "{?user {user}: }{?User initialization failed: }{?Failed to initialize user: }{?Couldn't drop privileges: }Mail access for users with GID {sysuid} not permitted (see first_valid_gid in config file, gid from {what}).")
        .says("The mailbox's system group number is outside the allowed range.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, MAIL_UID)
        .samples(&["Mail access for users with GID 33 not permitted (see first_valid_gid in config file, gid from invalid record size)."]),
    line("perm-root", "Mail access not allowed for root")
        .says("Mailboxes can't belong to root.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, MAIL_UID)
        .samples(&["Mail access not allowed for root"]),
    line("perm-nouid", "User is missing UID (see mail_uid setting)")
        .says("The user database gives no system user for the mailbox.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, MAIL_UID)
        .samples(&["User is missing UID (see mail_uid setting)"]),
    line("perm-relhome", "Relative home directory paths not supported: {path}")
        .says("The user database gives a wrong home path.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, USERS_FOLDER)
        .samples(&["Relative home directory paths not supported: /srv/mail/nils/Maildir/dovecot.index"]),
    line("perm-drop", "Couldn't drop privileges: {error}")
        .says("The process could not become the mailbox's system user.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["Couldn't drop privileges: Internal error occurred"]),
    line("perm-userdb", "Invalid settings in userdb: {error}")
        .says("The user's own settings are wrong.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, USER_SETTINGS)
        .samples(&["Invalid settings in userdb: Internal error occurred"]),
    line("home-not-entered", "chdir({path}) failed: {error}")
        .says("The home folder could not be opened.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Permission)
        .helps(Party::OurServer, PERMISSIONS)
        .samples(&["chdir(/srv/mail/nils/Maildir/dovecot.index) failed: Internal error occurred"]),
    line("user-not-ready", "User initialization failed: {error}")
        .says("The user's mailbox couldn't be opened: {error}.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .helps(Party::OurServer, USERS_FOLDER)
        .samples(&["User initialization failed: Namespace '': mkdir(/srv/mail/shop.example) failed: Permission denied (euid=5000(vmail) egid=5000(vmail) missing +w perm: /srv/mail, dir owned by 0:0 mode=0755)"]),
    line("perm-userinit", "user {user}: {error}")
        .says("The session couldn't start for that user: {error}.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, USERS_FOLDER)
        .samples(&["user anna@garden-tools.example: Internal error occurred"]),
    line("perm-mailloc", "{?user {user}: }{?User initialization failed: }{?Initialization failed: }{?Namespace '{ns}': }mail_location not set and autodetection failed: {error}")
        .says("No setting (mail_location, in 2.4 mail_path) says where this user's mail is, and Dovecot found no mailbox automatically.")
        .level(Level::Alert)
        .helps(Party::OurServer, MAIL_LOCATION)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["mail_location not set and autodetection failed: Internal error occurred", "user anna: Initialization failed: Namespace '': mail_location not set and autodetection failed: Mail storage autodetection failed with home=/home/anna"]),
    line("perm-mailloc24", "{?user {user}: }{?User initialization failed: }{?Initialization failed: }{?Namespace '{ns}': }Mail storage autodetection failed (home={path}, mail_path={to_path}) - Set mail_driver explicitly")
        .says("No setting (mail_location, in 2.4 mail_path) says where this user's mail is, and Dovecot found no mailbox automatically.")
        .level(Level::Alert)
        .helps(Party::OurServer, MAIL_LOCATION)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["Mail storage autodetection failed (home=/srv/mail/nils/Maildir/dovecot.index, mail_path=/srv/mail/nils/Maildir/cur/2) - Set mail_driver explicitly"]),
    line("perm-mailloc2", "{?user {user}: }{?User initialization failed: }{?Initialization failed: }{?Namespace '{ns}': }Mail storage autodetection failed with home={path}")
        .says("No setting says where this user's mail is (mail_location), and the home folder {path} holds no mailbox that Dovecot recognizes.")
        .level(Level::Alert)
        .helps(Party::OurServer, MAIL_LOCATION)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["Mail storage autodetection failed with home=/srv/mail/nils/Maildir/dovecot.index"]),
    line("perm-nsinit", "Namespace '{ns}': {error}")
        .says("A folder area of the account could not be set up.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, USERS_FOLDER)
        .samples(&["Namespace 'inbox': Internal error occurred"]),
    line("perm-nsinit24", "Namespace {ns}: {error}")
        .says("2.4 wording of the same.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, USERS_FOLDER)
        .samples(&["Namespace inbox: Internal error occurred"]),
    line("perm-autocreate", "Failed to autocreate mailbox{? {box}}: {error}")
        .says("A standard folder could not be made.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Permission)
        .samples(&["Failed to autocreate mailbox: Internal error occurred. Refer to server log for more information. [2026-11-21 19:05:42]"]),
    line("perm-syncinbox", "Syncing INBOX failed: {error}")
        .says("The inbox could not be read.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, USERS_FOLDER)
        .samples(&["Syncing INBOX failed: Internal error occurred"]),
    line("perm-openinbox", "Opening INBOX failed: {error}")
        .says("The inbox could not be opened.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, USERS_FOLDER)
        .samples(&["Opening INBOX failed: Internal error occurred"]),
    line("perm-internal", "Internal error occurred. Refer to server log for more information.{? [{detail}]}")
        .says("Something failed inside the server, and the user sees only this; an Error line of the same second says what.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .follows()
        .samples(&["Internal error occurred. Refer to server log for more information. [2026-11-21 19:05:42]"]),
    line("disk-full", "{?Saving mail: }{?save: }{call}({path}) failed: No space left on device")
        .says("The server's disk has no room left, in space or in the number of files (inodes), so mail can't be saved.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Disk)
        .samples(&["Saving mail: save: write(/srv/mail/lists/Maildir/tmp/1795288530.M73764P18787.web14) failed: No space left on device"]),
    line("system-quota", "{?Saving mail: }{?save: }{call}({path}) failed: Disk quota exceeded")
        .says("The system account that the mailbox belongs to has used up its disk quota; website files count, too. That isn't Dovecot's quota of the mailbox.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("See which account has used up its quota; have files removed there, or raise it:", "repquota -a")])
        .effect(Effect::Part(Session))
        .cause(Cause::Disk)
        .loose()
        .samples(&["write(/srv/mail/lists/Maildir/tmp/1) failed: Disk quota exceeded"]),
    line("perm-postlogin", "Post-login script denied access to user {user}")
        .says("A server script refused the session.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::Disabled)
        .loose()
        .samples(&["Post-login script denied access to user anna@garden-tools.example"]),
    line("idx-log-corrupt", "Corrupted transaction log file {path} seq {n}: {what}{? (sync_offset={n2})}")
        .says("The folder's index log is damaged; Dovecot repairs it; mail files are not affected.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .samples(&["Corrupted transaction log file /srv/mail/nils/Maildir/dovecot.index.log seq 2: ext intro: name_size too large (sync_offset=88)"]),
    line("idx-log-marked", "Transaction log file {path}: marked corrupted")
        .says("An earlier damage mark was found on the index log.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Transaction log file /srv/mail/nils/Maildir/dovecot.index: marked corrupted"]),
    line("idx-log-desync", "Unexpected transaction log desync with index {path}: {why}")
        .says("Index and its log do not fit together.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Unexpected transaction log desync with index /srv/mail/nils/Maildir/dovecot.index: syncing"]),
    line("idx-log-syncerr", "Log synchronization error at seq={n},offset={n2} for {path}: {what}")
        .says("A record in the index log makes no sense.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Log synchronization error at seq=3,offset=7 for /srv/mail/nils/Maildir/dovecot.index: invalid record size"]),
    line("idx-log-readonly", "Index is read-only, can't write-lock {path}")
        .says("The index may be read but not written, often a file owned by root.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Permission)
        .helps(Party::OurServer, PERMISSIONS)
        .samples(&["Index is read-only, can't write-lock /srv/mail/nils/Maildir/dovecot.index"]),
    line("idx-log-createro", "Can't create log file {path}: Index is read-only")
        .says("The index log cannot be made.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Permission)
        .helps(Party::OurServer, PERMISSIONS)
        .samples(&["Can't create log file /srv/mail/nils/Maildir/dovecot.index.log: Index is read-only"]),
    line("idx-log-timeout", "Timeout ({secs}s) while waiting for lock for transaction log file {path}{? ({what} lock held by pid {pid})}")
        .says("The index of the folder stayed locked by another process{? ({pid})} for {secs second}, so the work on it was given up. A delivery is tried again.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Locked)
        .hints(LOCK_HELD)
        .loose()
        .samples(&["Timeout (180s) while waiting for lock for transaction log file /srv/mail/nils/Maildir/dovecot.index.log (WRITE lock held by pid 3754)", "Timeout (30s) while waiting for lock for transaction log file /srv/mail/nils/Maildir/dovecot.index"]),
    line("idx-log-dotlock", "Timeout ({secs}s) while waiting for dotlock for transaction log file {path}{? ({what} lock held by pid {pid})}")
        .says("The index of the folder stayed locked by another process{? ({pid})} for {secs second}, so the work on it was given up. A delivery is tried again.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Locked)
        .hints(LOCK_HELD)
        .loose()
        .samples(&["Timeout (180s) while waiting for dotlock for transaction log file /srv/mail/nils/Maildir/dovecot.index.log (WRITE lock held by pid 3754)", "Timeout (30s) while waiting for dotlock for transaction log file /srv/mail/nils/Maildir/dovecot.index"]),
    line("idx-log-held", "Transaction log file {path} was locked for {secs} seconds ({why})")
        .says("The folder was locked for a long time, so the user saw a pause.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("The storage is slow, or one mailbox is very busy or very large. Look at the disk's load and at the size of the folder:", "iostat -x 5 2; doveadm mailbox status -u {user} 'messages vsize' '*' | sort -k2 | tail")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Transaction log file /srv/mail/nils/Maildir/dovecot.index was locked for 30 seconds (syncing)"]),
    line("idx-log-slow", "Locking transaction log file {path} took {secs} seconds ({why})")
        .says("The session waited that long for the folder.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("The storage is slow, or one mailbox is very busy or very large. Look at the disk's load and at the size of the folder:", "iostat -x 5 2; doveadm mailbox status -u {user} 'messages vsize' '*' | sort -k2 | tail")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Locking transaction log file /srv/mail/nils/Maildir/dovecot.index took 30 seconds (syncing)"]),
    line("idx-file-corrupt", "Corrupted index file {path}: {what}")
        .says("The folder's index is damaged and will be rebuilt.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Corrupted index file /srv/mail/nils/Maildir/dovecot.index: invalid record size"]),
    line("idx-fsck", "fscking index file {path}")
        .says("The index is being repaired.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["fscking index file /srv/mail/nils/Maildir/dovecot.index"]),
    line("idx-fixed", "Fixed index file {path}: {what}")
        .says("The index was repaired.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Fixed index file /srv/mail/nils/Maildir/dovecot.index: invalid record size"]),
    line("idx-fsck2", "{?Index }{path}: {what} - fscking (reopen_reason: {why})")
        .says("The index did not fit and is being repaired.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Index /srv/mail/a/dovecot.index: Lost log for seq=3 offset=40 - fscking (reopen_reason: refresh)"]),
    line("idx-small", "Corrupted index file {path}: File too small")
        .says("The index file was cut short, often after a full disk.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Corrupted index file /srv/mail/nils/Maildir/dovecot.index: File too small"]),
    line("idx-arch", "Rebuilding index file {path}: CPU architecture changed")
        .says("The mail was moved from a different kind of machine; indexes are made again.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Rebuilding index file /srv/mail/nils/Maildir/dovecot.index: CPU architecture changed"]),
    line("idx-indexid", "Index file {path}: indexid changed: {n} -> {n2}")
        .says("The index was replaced while in use.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Index file /srv/mail/nils/Maildir/dovecot.index: indexid changed: 3 -> 7"]),
    line("idx-incons", "{path} view is inconsistent")
        .says("The session could no longer follow the folder.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["/srv/mail/nils/Maildir/dovecot.index view is inconsistent"]),
    line("idx-lost", "Index {path} lost messages without expunging ({n} -> {n2})")
        .says("Messages disappeared from the index unexpectedly.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Index /srv/mail/nils/Maildir/dovecot.index lost messages without expunging (3 -> 7)"]),
    line("idx-cache", "Corrupted index cache file {path}: {what}")
        .says("The cache of headers is damaged and made again.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Corrupted index cache file /srv/mail/nils/Maildir/dovecot.index: invalid record size"]),
    line("idx-cache-big", "Cache file {path}: File is too large - deleting")
        .says("The header cache grew too large and was removed.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Cache file /srv/mail/nils/Maildir/dovecot.index: File is too large - deleting"]),
    line("idx-size", "Cached message size {name} than expected ({what}, box={box}, UID={uid})")
        .says("The message {uid} in {box} doesn't have the size that Dovecot expects ({what}): its file was changed or cut short, or it is stored compressed and the plugin that unpacks it isn't loaded.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Unreadable)
        .hints(SIZE_DIFFERS)
        .samples(&["Cached message size larger than expected (1006 > 21, box=INBOX, UID=5)"]),
    line("idx-size-read", "{?UID={uid}: }read({path}) failed: Cached message size {name} than expected ({what}, box={box}, {text}) (read reason={why})")
        .says("The message {path} in {box} can't be read: its size isn't the one that Dovecot expects ({what}). The first number is what its file name or the index says, the second what can be read. The file was changed or cut short, or it is stored compressed and the plugin that unpacks it isn't loaded.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Unreadable)
        .hints(SIZE_DIFFERS)
        .samples(&["UID=116: read(/srv/mail/nils/Maildir/cur/1795288068.M281822P18267.web14,S=6288,W=6430:2,RS) failed: Cached message size larger than expected (6288 > 3090, box=INBOX, UID=116) (read reason=mail stream)"]),
    line("idx-size2", "UID={uid}: {call}({path}) failed: {error} (read reason={why})")
        .says("The message could not be read back correctly.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .samples(&["UID=5: read(/srv/mail/nils/Maildir/cur/1795288068.M281822P18267.web14,S=1006,W=1028:2,FS) failed: Input/output error (read reason=mail stream)"]),
    line("idx-size3", "{?UID={uid}: }{?Maildir filename has wrong }Corrupted virtual size: {n} != {n2}")
        .says("The remembered size of a message was wrong.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Corrupted virtual size: 100 != 200"]),
    line("idx-cache-del", "Deleting corrupted cache: {what}")
        .says("The cache of headers was damaged; it is discarded and made again.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .samples(&["Deleting corrupted cache: invalid record size"]),
    line("idx-cache-delrec", "Deleting corrupted cache record uid={uid}: {what}")
        .says("One cached entry did not match its message and was removed.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .samples(&["Deleting corrupted cache record uid=12: invalid record size"]),
    line("idx-vsize", "vsize-hdr has invalid message-count ({n} < {n2})")
        .says("The remembered folder size was wrong and is recounted.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["vsize-hdr has invalid message-count (3 < 7)"]),
    line("idx-lock-slow", "Locking {path} took {secs} secs")
        .says("A file lock was slow; storage is busy.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("The storage is slow, or one mailbox is very busy or very large. Look at the disk's load and at the size of the folder:", "iostat -x 5 2; doveadm mailbox status -u {user} 'messages vsize' '*' | sort -k2 | tail")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Locking /srv/mail/nils/Maildir/dovecot.index took 30 secs"]),
    line("idx-lock-kept", "Lock {path} kept for {secs} secs")
        .says("A file lock was held long; storage is busy.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("The storage is slow, or one mailbox is very busy or very large. Look at the disk's load and at the size of the folder:", "iostat -x 5 2; doveadm mailbox status -u {user} 'messages vsize' '*' | sort -k2 | tail")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Lock /srv/mail/nils/Maildir/dovecot.index kept for 30 secs"]),
    line("idx-inotify", "Inotify instance limit for user {sysuid}{?{detail}} exceeded, disabling. Increase /proc/sys/fs/inotify/max_user_instances")
        .sign(Sign::WatchesUsedUp)
        .says("The system's limit for programs that watch folders (inotify instances) is used up, so apps of this session see new mail minutes later. No mail is lost.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("Raise the limit of the kernel, and keep it in /etc/sysctl.d:", "sysctl -w fs.inotify.max_user_instances=8192")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Inotify instance limit for user 89 (UID vmail) exceeded, disabling. Increase /proc/sys/fs/inotify/max_user_instances"]),
    line("idx-inotify-watch", "Inotify watch limit for user exceeded, disabling. Increase /proc/sys/fs/inotify/max_user_watches")
        .sign(Sign::WatchesUsedUp)
        .says("The system's limit of watched folders (inotify watches) is used up, so apps of this session see new mail minutes later. No mail is lost.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("Raise the limit of the kernel, and keep it in /etc/sysctl.d:", "sysctl -w fs.inotify.max_user_watches=524288")])
        .effect(Effect::Part(Session))
        .samples(&["Inotify watch limit for user exceeded, disabling. Increase /proc/sys/fs/inotify/max_user_watches"]),
    line("md-uidlist-broken", "Broken file {path} line {n}: {what}")
        .says("The file that numbers the messages is damaged; apps may download mail again.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .samples(&["Broken file /srv/mail/nils/Maildir/dovecot.index line 3: invalid record size"]),
    line("md-uidlist-changed", "Broken or unexpectedly changed file {path} line {n}: {what} - re-reading from beginning")
        .says("The numbering file changed under the session.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Broken or unexpectedly changed file /srv/mail/nils/Maildir/dovecot.index line 3: invalid record size - re-reading from beginning"]),
    line("md-uidlist-dup", "{path}: Duplicate file entry at line {n}: {name} (uid {uid} -> {n2})")
        .says("The numbering file lists one message twice; common after a restore or copy.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["/srv/mail/nils/Maildir/dovecot.index: Duplicate file entry at line 3: bogus_setting (uid 12 -> 7)"]),
    line("md-uidlist-lower", "{path}: next_uid was lowered ({n} -> {n2}, hdr={n3})")
        .says("The numbering went backwards, often after a restore.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["/srv/mail/nils/Maildir/dovecot.index: next_uid was lowered (3 -> 7, hdr=9)"]),
    line("md-uidlist-override", "Maildir uidlist dotlock overridden: {path}")
        .says("Two processes changed the numbering at once; storage is slow.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("The storage is slow, or one mailbox is very busy or very large. Look at the disk's load and at the size of the folder:", "iostat -x 5 2; doveadm mailbox status -u {user} 'messages vsize' '*' | sort -k2 | tail")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Maildir uidlist dotlock overridden: /srv/mail/nils/Maildir/dovecot.index"]),
    line("md-uidval", "Maildir {path}: UIDVALIDITY changed ({n} -> {n2})")
        .says("The folder was rebuilt; apps download it again.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .samples(&["Maildir /srv/mail/nils/Maildir/dovecot.index: UIDVALIDITY changed (3 -> 7)"]),
    line("md-reappear", "Maildir {path}: Expunged message reappeared, giving a new UID (old uid={uid}, file={name})")
        .says("A deleted message came back on disk, often from a restore or sync tool.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("Find what else writes into that folder, such as a restore, rsync, syncthing or a second server, and stop it:", "lsof +D {path} | head; grep -rn -e rsync -e syncthing -e lsyncd /etc/cron* /etc/systemd/system | head")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Maildir /srv/mail/nils/Maildir/dovecot.index: Expunged message reappeared, giving a new UID (old uid=12, file=bogus_setting)"]),
    line("md-slow", "Maildir {path}: Synchronization took {secs} seconds ({detail})")
        .says("Reading the folder was slow; it is very large or the disk is busy.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("The storage is slow, or one mailbox is very busy or very large. Look at the disk's load and at the size of the folder:", "iostat -x 5 2; doveadm mailbox status -u {user} 'messages vsize' '*' | sort -k2 | tail")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Maildir /srv/mail/nils/Maildir/dovecot.index: Synchronization took 30 seconds (dir owner missing perms)"]),
    line("md-scan", "Maildir: Scanning {path} took {secs} seconds ({detail})")
        .says("Listing the folder was slow.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("The storage is slow, or one mailbox is very busy or very large. Look at the disk's load and at the size of the folder:", "iostat -x 5 2; doveadm mailbox status -u {user} 'messages vsize' '*' | sort -k2 | tail")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Maildir: Scanning /srv/mail/nils/Maildir/dovecot.index took 30 seconds (dir owner missing perms)"]),
    line("md-fixdup", "Fixed a duplicate: {path} -> {to_path}")
        .says("The same message was in new and cur; it was repaired.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Fixed a duplicate: /srv/mail/nils/Maildir/dovecot.index -> /srv/mail/nils/Maildir/cur/2"]),
    line("md-size", "{?UID={uid}: }Maildir filename has wrong {name} value, renamed the file from {path} to {to_path}")
        .says("The size in the file name did not match the message; it was corrected.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Maildir filename has wrong bogus_setting value, renamed the file from /srv/mail/nils/Maildir/dovecot.index to /srv/mail/nils/Maildir/cur/2"]),
    line("md-vanish", "maildir_file_do({path}): Filename keeps changing for UID={uid}")
        .says("A message file keeps being renamed while it is read.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["maildir_file_do(/srv/mail/nils/Maildir/dovecot.index): Filename keeps changing for UID=12"]),
    line("md-baddir", "Maildir: Found unwanted directory {path}, but rmdir() failed: {error}")
        .says("A directory sits where a message file should be.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Maildir: Found unwanted directory /srv/mail/nils/Maildir/dovecot.index, but rmdir() failed: Internal error occurred"]),
    line("md-sub", "Subscriptions file {path}: Removing invalid entry: {name}")
        .says("The list of shown folders had a bad line, which was removed.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Subscriptions file /srv/mail/nils/Maildir/dovecot.index: Removing invalid entry: bogus_setting"]),
    line("md-listlost", "Mailbox list rescan found {n} lost mailboxes")
        .says("Folders missing from the list were found again.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Mailbox list rescan found 3 lost mailboxes"]),
    line("mbox-sync", "Sync failed for mbox: {error}")
        .says("The single-file mailbox could not be read through.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Sync failed for mbox: Internal error occurred"]),
    line("mbox-modified", "mbox was modified while we were syncing, check your locking settings")
        .says("Another program changed the mailbox file without locking.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .samples(&["mbox was modified while we were syncing, check your locking settings"]),
    line("mbox-nextmsg", "Next message unexpectedly lost from mbox file {path} at {n}")
        .says("The mailbox file changed under the session.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["Next message unexpectedly lost from mbox file /srv/mail/nils/Maildir/dovecot.index at 3"]),
    line("mbox-lockto", "Timeout while waiting for lock{?: {detail}}")
        .says("The mailbox stayed locked by another session.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Locked)
        .loose()
        .samples(&["Timeout while waiting for lock"]),
    line("dbox-corrupt", "Corrupted dbox file {path} (around offset={n}): {what}")
        .says("The message file {path} is damaged ({what}). Dovecot repairs what it can; messages in it may be lost.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Unreadable)
        .helps(Party::OurServer, &[
            ("See whether the disk is failing before anything is repaired on it, and save the mailbox first if it is:", "dmesg -T | grep -i -e 'I/O error' -e EXT4-fs -e XFS -e BTRFS | tail -20"),
            ("Then let Dovecot rebuild the mailbox, and bring back from a backup what is missing. Keep the copy of the damaged file until the user misses nothing:", "doveadm force-resync -u {user} INBOX; ls -l {path}*"),
        ])
        .loose()
        .samples(&["Corrupted dbox file /srv/mail/nils/Maildir/dovecot.index (around offset=3): invalid record size"]),
    line("dbox-rebuild", "sdbox {path}: Rebuilding index")
        .says("The folder index is being rebuilt from the mail files.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["sdbox /srv/mail/nils/Maildir/dovecot.index: Rebuilding index"]),
    line("mdbox-rebuild", "mdbox {path}: rebuilding indexes")
        .says("All folders of the user are being rebuilt.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["mdbox /srv/mail/nils/Maildir/dovecot.index: rebuilding indexes"]),
    line("mdbox-map", "mdbox map {path} corrupted: {what}")
        .says("The map that says where mails are is damaged.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["mdbox map /srv/mail/nils/Maildir/dovecot.index corrupted: invalid record size"]),
    line("dup-lock", "Creating lock file for {path} timed out in {n} secs")
        .says("The file that remembers out-of-office answers stayed locked.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("The storage is slow, or one mailbox is very busy or very large. Look at the disk's load and at the size of the folder:", "iostat -x 5 2; doveadm mailbox status -u {user} 'messages vsize' '*' | sort -k2 | tail")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Creating lock file for /srv/mail/nils/Maildir/dovecot.index timed out in 3 secs"]),
    line("dup-broken", "broken mail_duplicate file {path}")
        .says("The file that remembers out-of-office answers is damaged.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["broken mail_duplicate file /srv/mail/nils/Maildir/dovecot.index"]),
    line("ax-fail", "Failed to autoexpunge: {error}")
        .says("Old mail could not be cleaned up.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&["Failed to autoexpunge: Internal error occurred"]),
    line("auth-lookup-fail", "{?auth-master: }{?userdb lookup({user}): }Auth {service} lookup failed")
        .says("A mail process could not look the user up.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, AUTH_SOCKET)
        .samples(&["Auth USER lookup failed"]),
    line("auth-lookup-timeout", "{?auth-master: }{?userdb lookup({user}): }Request timed out")
        .says("The user lookup took too long.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, AUTH_SOCKET)
        .samples(&["Request timed out"]),
    line("auth-lookup-connect", "{?auth-master: }{?userdb}{?passdb} lookup{?({user})}: connect({path}) failed: {error}")
        .says("The mail process can't reach the login service at {path}: {error}. So it can't look the user up.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, AUTH_SOCKET)
        .samples(&["auth-master: userdb lookup(mona@garden-tools.example): connect(/run/dovecot/auth-userdb) failed: Permission denied (euid=5000(vmail) egid=5000(vmail) missing +r perm: /run/dovecot/auth-userdb, dir owned by 0:0 mode=0755)", "userdb lookup(mona@garden-tools.example): connect(/run/dovecot/auth-userdb) failed: No such file or directory", "userdb lookup: connect(/run/dovecot/auth-userdb) failed: Permission denied"]),
    line("auth-lookup-deliver", "Can't connect to auth server at {path}: {error}")
        .says("The delivery program of Dovecot couldn't open the socket {path}, where it asks for the user: {error}. So it can't deliver; no password is concerned.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, &[
            ("Give the socket auth-master to the user as whom the mail server runs the delivery (flags user= in master.cf): in 1.x, path, mode 0600 and user in “socket listen { master { … } }” of dovecot.conf; from 2.0 on, the unix_listener auth-userdb. Then restart Dovecot:", "ls -l {path}; grep -n deliver /etc/postfix/master.cf"),
            ("If the socket isn't there, Dovecot isn't running, or its settings name another path:", "ps -ef | grep -i dovecot"),
        ])
        .samples(&["Can't connect to auth server at /var/run/dovecot/auth-master: Permission denied"]),
    line("auth-lookup-deliver-ends", "Couldn't connect to auth server")
        .says("The delivery ended, because the delivery program of Dovecot couldn't ask for the user.")
        .level(Level::Alert)
        .follows()
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .samples(&["Couldn't connect to auth server"]),
    line("auth-lookup-write", "auth-master: userdb lookup({user}): write(auth socket) failed: {error}")
        .says("The user lookup failed because the password service had just gone away.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, AUTH_SOCKET)
        .samples(&["auth-master: userdb lookup(mona@garden-tools.example): write(auth socket) failed: Broken pipe"]),
    line("lmtp-tmp", "Temp file creation to {path} failed: {error}")
        .says("The temporary folder is full or not writable.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Disk)
        .loose()
        .samples(&["Temp file creation to /srv/mail/nils/Maildir/dovecot.index failed: Internal error occurred"]),
    line("lastlogin-fail", "last_login_dict: Failed to write value: {error}")
        .says("The last login time was not saved; mail is not affected.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["last_login_dict: Failed to write value: Internal error occurred"]),
    line("dict-slow", "dict lookup took {secs} seconds{?: {detail}}")
        .says("A data service (quota, last login) is slow.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["dict lookup took 30 seconds"]),
    line("dict-server", "read({socket}) failed: {error} (reply took {secs} secs)")
        .says("A data service did not answer.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .samples(&["read(/run/dovecot/auth-worker) failed: Internal error occurred (reply took 30 secs)"]),
    line("repl-notify", "{?replication({user}): }Sync failure: {error}")
        .says("A change could not be copied to the second server in time; it is retried.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&["replication(anna): Sync failure: Timeout"]),
    line("stats-writer", "net_connect_unix({path}stats-writer) failed: {error}")
        .says("Mail itself isn't affected, but Dovecot can't use the socket of its statistics ({path}stats-writer): {error}.")
        .level(Level::Warning)
        .helps(Party::OurServer, super::auth::STATS_WRITER)
        .effect(Effect::Part(Session))
        .samples(&["net_connect_unix(/run/dovecot/stats-writer) failed: Permission denied"]),
    line("stats-connect", "net_connect_unix({path}) failed: {error}")
        .says("Dovecot can't use the socket {path} of another of its services: {error}.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[
            ("Give the socket to the user who needs it: in the service that makes it, set user, group or mode in its unix_listener, then load the settings:", "ls -l {path}; doveconf -n; doveadm reload"),
        ])
        .effect(Effect::Part(Session))
        .samples(&["net_connect_unix(/srv/mail/nils/Maildir/dovecot.index) failed: Internal error occurred"]),
    line("mas-login-early", "Login client disconnected too early")
        .says("The client was gone before its mailbox opened.")
        .effect(Effect::Part(Session))
        .samples(&["Login client disconnected too early"]),
    line("mas-login-authsrv", "Login auth request failed: {error}")
        .says("The mailbox data could not be fetched after login.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["Login auth request failed: Internal error occurred"]),
    line("mas-authrestart", "Auth server restarted (pid {pid} -> {n}), aborting auth")
        .says("The password service restarted just then.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Auth server restarted (pid 18753 -> 3), aborting auth"]),
    line("link-failed", "link({path},{? }{to_path}) failed: {error}")
        .says("Dovecot couldn't make {to_path} a second name (hard link) of {path}: {error}. Without that, it can't rotate the index log or copy a message by a link; mail goes on, but the log keeps growing.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, &[
            (
                "See which file system holds the folder; encrypted and network file systems (encfs, CIFS, some FUSE) know no hard links:",
                "findmnt -T {path}; namei -l {path}",
            ),
            (
                "Keep the indexes on another file system (INDEX= in mail_location, mail_index_path in 2.4), or mount this one so that it allows hard links. For copies, maildir_copy_with_hardlinks = no avoids them.",
                "doveconf mail_location",
            ),
        ])
        .samples(&["link(/srv/mail/a/dovecot.index.log, /srv/mail/a/dovecot.index.log.2) failed: Operation not permitted"]),
    line("system-call-failed-on", "{call}() failed with {?index }{?mbox }{?cache }file {path}: {error}")
        .says("The operating system refused something that Dovecot wanted with {path}: {error}.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&[
            "fstat() failed with file /srv/mail/a/Maildir/dovecot.index.log: Stale NFS file handle",
            "pread() failed with index file /srv/mail/a/Maildir/dovecot.index: Input/output error",
        ]),
    line("nfs-cache-not-flushed", "nfs_flush_fcntl: fcntl({path}, {what}) failed: {error}")
        .says("Dovecot couldn't lock {path} to see its newest state on the file server (NFS): {error}.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Locked)
        .helps(Party::OurServer, &[
            ("See whether the file server answers and its lock service runs; if it has none, lock_method = dotlock does without:", "findmnt -t nfs,nfs4; findmnt -rnt nfs,nfs4 -o SOURCE | cut -d: -f1 | sort -u | xargs -n1 rpcinfo -p | grep nlockmgr"),
        ])
        .samples(&["nfs_flush_fcntl: fcntl(/srv/mail/a/Maildir/dovecot.index.log, F_RDLCK) failed: Input/output error"]),
    line("not-decrypted", "{?UID={uid}: }{?Saving mail: }{?save: }{call}({path}) failed: Decryption error: {error}")
        .says("The message in {path} is encrypted (mail_crypt) and can't be decrypted: {error}. It's there and unharmed.")
        .level(Level::Alert)
        .follows()
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .samples(&["read(/srv/mail/a/dbox-Mails/u.12) failed: Decryption error: no private key available"]),
    line("system-call-failed", "{?UID={uid}: }{?Saving mail: }{?save: }{call}({path}) failed: {error}")
        .says("Dovecot couldn't do what it wanted with {path} ({call}): {error}.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&[
            "rename(/srv/mail/a/Maildir/tmp/1, /srv/mail/a/Maildir/new/1) failed: No such file or directory",
            "UID=5: read(/srv/mail/a/Maildir/cur/1) failed: Input/output error",
        ]),
];
