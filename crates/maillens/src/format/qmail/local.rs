//! qmail-local: what the program that delivers on this server says about an attempt.
//!
//! One text is whatever the account's own delivery programs printed, then either an error or
//! `did_A+B+C`, then `qp_N` when a forward was queued. A program in a `.qmail` file decides by its exit
//! code: 0 took the message; 99 took it and skips the rest of the file; 64, 65, 70, 76, 77, 78, 100 and
//! 112 refuse it for good; any other code puts it off. The text may be empty then.

use super::{Field, Format, Pattern, Place, Role, Shape, Sign, Word, field, line, word};
use crate::vocabulary::Level::{Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party;

const MAILBOX_NOT_WRITTEN: &[(&str, &str)] = &[
    (
        "Look at the disk, by space and by inodes, and at the mailbox's folder and its owner; a Maildir has the folders cur, new and tmp:",
        "df -h; df -i; ls -ld /home/*/Maildir /home/vpopmail/domains",
    ),
    ("Then let qmail try again now:", "svc -a /service/*send"),
];

const FOLDER_NOT_ENTERED: &[(&str, &str)] = &[
    (
        "See whether the folder that the delivery rule names (./Maildir/ in .qmail or defaultdelivery) is there and belongs to that user. If it's missing, make it as that user (maildirmake); if it's somebody else's, give it back (chown):",
        "ls -ld /home/*/Maildir /home/vpopmail/domains/*/*/Maildir; cat /var/qmail/control/defaultdelivery",
    ),
    ("Then let qmail try again now:", "svc -a /service/*send"),
];

const WRITABLE_BY_OTHERS: &[(&str, &str)] = &[(
    "Take the permission to write from others on the account's home folder and its .qmail file (chmod go-w): qmail delivers nothing by rules that anybody could change.",
    "",
)];

/// What qmail-local says in delivery results.
pub static FORMAT: Format = Format {
    id: "qmail-local",
    title: "qmail's local delivery program",
    found_in: &["/var/log/send/current"],
    sources: &["notqmail 1.09 qmail-local.c", "notqmail 1.09 error_str.c"],
    place: Place::Result,
    realm: "qmail",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("stored", Role::Count, "Stored in this many mailboxes by qmail itself: {}."),
    field("forwarded", Role::Count, "Forwarded to this many addresses: {}."),
    field(
        "programs",
        Role::Count,
        "Handled by this many programs: {}. With vpopmail, storing in the mailbox counts here.",
    ),
    field(
        "qp",
        Role::Queued,
        "The process number under which the forwarded copy was queued. The copy is a new message; its info msg line has the same number.",
    ),
    field("status", Role::Status, "The enhanced status code. 4 in front means not now, 5 means no."),
    field("err", Role::Text, "What the operating system said, in qmail's own words.").values(SYSTEM_ERRORS),
    field("file", Role::Path, "The file or folder that it is about."),
    field(
        "extension",
        Role::Path,
        "The rest of the file's name: the part of the address that the file is for.",
    ),
    field("reason", Role::Text, "Why it could not be queued.").shape(Shape::Result),
    field("detail", Role::Text, "The rest of the text, in the program's own words."),
];

/// qmail's own names for the errors of the operating system, which are not the usual ones.
pub(super) const SYSTEM_ERRORS: &[Word] = &[
    word("file does not exist", "The file or folder is missing, or its path is wrong."),
    word("access denied", "The permissions of the file, or of a folder on the way to it, do not allow it."),
    word("permission denied", "The system does not allow it to this user."),
    word("out of memory", "No memory was left; often a limit is set too low."),
    word("text busy", "The program file is being written to right now."),
    word("input/output error", "The disk, or the storage behind it, could not be read or written."),
    word("file already exists", "A file of this name is there already."),
    word("timed out", "There was no answer in time."),
    word("temporary failure", "It did not work this time."),
    word("broken pipe", "The program at the other end stopped listening."),
    word("not a directory", "A part of the path is a file, not a folder."),
    word("is a directory", "It is a folder, not a file."),
    word("system cannot open more files", "The whole server has too many files open."),
    word(
        "process cannot open more files",
        "The program has too many files open; often a limit is set too low.",
    ),
    word("file too big", "The file would become larger than is allowed."),
    word("out of disk space", "The disk is full."),
    word(
        "read-only file system",
        "The disk is mounted so that nothing can be written, often after an error.",
    ),
    word("too many links", "The file has too many names already."),
    word("network down", "The network of this server is down."),
    word("network unreachable", "There is no way to that network."),
    word("connection aborted", "The connection was broken off."),
    word("connection reset", "The other end closed the connection."),
    word(
        "connection refused",
        "Nothing accepts connections there: the service is stopped, or a firewall refuses.",
    ),
    word("symbolic link loop", "Symbolic links form a loop."),
    word("file name too long", "The name is longer than the system allows."),
    word("host down", "The other server is down."),
    word("host unreachable", "There is no way to the other server."),
    word("directory not empty", "The folder still holds something."),
    word("too many processes", "The server, or this user, runs too many programs at once."),
    word("disk quota exceeded", "The user's share of the disk is used up."),
    word("stale NFS file handle", "The network storage no longer knows the file."),
    word("no locks available", "The storage cannot lock files right now."),
    word("address already used", "Another program uses the port already."),
    word("exec format error", "The program file is not one that this system can run."),
    word("argument list too long", "The command line is longer than the system allows."),
    word("unknown error", "The system gave a reason that qmail has no name for."),
];

const WORDS: &[Word] = &[
    word("did", "What was done with the message: stored + forwarded + handled by programs."),
    word("0+0+0", "Stored in 0 mailboxes, forwarded to 0 addresses, handled by 0 programs."),
    word(".qmail", "The file in the account's folder that says what to do with its mail."),
    word(
        "Delivered-To",
        "The header in which every server that uses qmail notes each address that it delivered the message to.",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("did", "did {stored}+{forwarded}+{programs}")
        .says("Counted by qmail: {stored} stored by qmail itself, {forwarded} forwarded, {programs} handed to a program.")
        .level(Success)
        .samples(&["did_1+0+0", "did_0+0+1/"]),
    line("did-and-forwarded", "did {stored}+{forwarded}+{programs}/qp {qp}")
        .says("Counted by qmail: {stored} stored by qmail itself, {forwarded} forwarded as a new message that process {qp} queued, {programs} handed to a program.")
        .level(Success)
        .samples(&["did_0+1+0/qp_4301/"]),
    line("discarded", "did 0+0+0")
        .says("Nothing was done: the account's delivery rules hold no instruction, so the message was discarded without a notice.")
        .level(Warning)
        .samples(&["did_0+0+0"]),
    line("no-mailbox", "Sorry, no mailbox here by that name. (#{status})")
        .says("The address does not exist on this server.")
        .level(Permanent)
        .samples(&["Sorry,_no_mailbox_here_by_that_name._(#5.1.1)", "Sorry, no mailbox here by that name. (#5.1.1)"]),
    line("looping", "This message is looping: it already has my Delivered-To line. (#{status})")
        .says("The message has been delivered to this very address before: forwards or aliases send it round in a loop.")
        .level(Permanent)
        .helps(Party::OurServer, &[(
            "Find the forward or alias that leads back to this address, and take it out: the Delivered-To lines of the message name each address on its way.",
            "grep -rl '&' /var/qmail/alias/.qmail* /home/vpopmail/domains/*/.qmail*",
        )])
        .samples(&["This_message_is_looping:_it_already_has_my_Delivered-To_line._(#5.4.6)"]),
    // The next two are said by qmail-remote as well.
    line("out-of-memory", "Out of memory. (#{status})")
        .says("This server had no memory left for the delivery.")
        .level(Temporary)
        .samples(&["Out_of_memory._(#4.3.0)"]),
    line("message-not-read", "Unable to read message{?: {err}}. (#{status})")
        .says("The message's file in the queue could not be read.")
        .level(Temporary)
        .samples(&["Unable_to_read_message._(#4.3.0)", "Unable_to_read_message:_input/output_error._(#4.3.0)"]),
    line("message-not-rewound", "Unable to rewind message. (#{status})")
        .says("The message's file in the queue could not be read again from its start.")
        .level(Temporary)
        .samples(&["Unable_to_rewind_message._(#4.3.0)"]),
    line("program-crashed", "Aack, child crashed. (#{status})")
        .says("A program in the account's delivery rules crashed or was killed, for example by a memory limit.")
        .level(Temporary)
        .samples(&["Aack,_child_crashed._(#4.3.0)"]),
    line("fork-failed", "Unable to fork: {err}. (#{status})")
        .says("No process could be started for the delivery.")
        .level(Temporary)
        .samples(&["Unable_to_fork:_too_many_processes._(#4.3.0)"]),
    line("mailbox-locked", "File has been locked for 30 seconds straight. (#{status})")
        .says("Another program kept the mailbox file locked for 30 seconds.")
        .level(Temporary)
        .samples(&["File_has_been_locked_for_30_seconds_straight._(#4.3.0)"]),
    line("rules-not-opened", "Unable to open .qmail{extension}: {err}. (#{status})")
        .says("The file with the account's delivery rules exists but cannot be read.")
        .level(Temporary)
        .samples(&["Unable_to_open_.qmail-info:_access_denied._(#4.3.0)"]),
    line("mailbox-not-opened", "Unable to open {file}: {err}. (#{status})")
        .says("The mailbox file {file} cannot be opened; for example, its folder is missing.")
        .level(Temporary)
        .helps(Party::OurServer, MAILBOX_NOT_WRITTEN)
        .samples(&["Unable_to_open_./sub/dir/Mailbox:_file_does_not_exist._(#4.2.1)"]),
    line("mailbox-not-written", "Unable to write {file}: {err}. (#{status})")
        .says("The message could not be written to the mailbox file {file}.")
        .level(Temporary)
        .helps(Party::OurServer, MAILBOX_NOT_WRITTEN)
        .samples(&["Unable_to_write_./Mailbox:_disk_quota_exceeded._(#4.3.0)"]),
    line("maildir-not-entered", "Unable to chdir to maildir. (#{status})")
        .sign(Sign::MaildirClosed)
        .says("The mailbox folder (Maildir) is missing, or the account doesn't have permission to open it.")
        .level(Temporary)
        .helps(Party::OurServer, FOLDER_NOT_ENTERED)
        .samples(&["Unable_to_chdir_to_maildir._(#4.2.1)"]),
    line("maildir-timeout", "Timeout on maildir delivery. (#{status})")
        .says("Storing the message took longer than 24 hours: a disk or network storage hangs.")
        .level(Temporary)
        .helps(Party::OurServer, MAILBOX_NOT_WRITTEN)
        .samples(&["Timeout_on_maildir_delivery._(#4.3.0)"]),
    line("maildir-failed", "Temporary error on maildir delivery. (#{status})")
        .says("The message could not be stored in the mailbox folder: the disk is full, a quota is used up, a folder in it is missing, or rights are wrong.")
        .level(Temporary)
        .helps(Party::OurServer, MAILBOX_NOT_WRITTEN)
        .samples(&["Temporary_error_on_maildir_delivery._(#4.3.0)"]),
    line("shell-not-run", "Unable to run /bin/sh: {err}. (#{status})")
        .says("The shell that runs the account's delivery programs could not be started.")
        .level(Temporary)
        .samples(&["Unable_to_run_/bin/sh:_out_of_memory._(#4.3.0)"]),
    line("forward-failed", "Unable to forward message: {reason}.")
        .says("The message could not be forwarded, because the copy could not be put into the queue.")
        .level(Temporary)
        .samples(&["Unable_to_forward_message:_qq_write_error_or_disk_full_(#4.3.0)."]),
    line("home-not-entered", "Unable to switch to {file}: {err}. (#{status})")
        .says("The account's home folder {file} is gone or cannot be reached.")
        .level(Temporary)
        .helps(Party::OurServer, FOLDER_NOT_ENTERED)
        .samples(&["Unable_to_switch_to_/home/gone:_file_does_not_exist._(#4.3.0)"]),
    line("home-not-examined", "Unable to stat home directory: {err}. (#{status})")
        .says("The account's home folder cannot be examined.")
        .level(Temporary)
        .helps(Party::OurServer, MAILBOX_NOT_WRITTEN)
        .samples(&["Unable_to_stat_home_directory:_access_denied._(#4.3.0)"]),
    line("home-writable", "Uh-oh: home directory is writable. (#{status})")
        .sign(Sign::OpenToOthers)
        .says("Other users have permission to write to the account's home folder, so qmail delivers nothing there, for safety.")
        .level(Temporary)
        .helps(Party::OurServer, WRITABLE_BY_OTHERS)
        .samples(&["Uh-oh:_home_directory_is_writable._(#4.7.0)"]),
    line("home-on-hold", "Home directory is sticky: user is editing his .qmail file. (#{status})")
        .says("Delivery to this account is on hold: the sticky bit, a flag on its home folder, is set.")
        .sign(Sign::HomeOnHold)
        .level(Temporary)
        .helps(Party::OurServer, &[("The user, or a tool, set it while the .qmail file was edited. Take it away (chmod -t) once that's done; the mail then comes with the next attempt. Which home folders have it:", "find /home -maxdepth 2 -type d -perm -1000")])
        .samples(&["Home_directory_is_sticky:_user_is_editing_his_.qmail_file._(#4.2.1)"]),
    line("home-on-hold-note", "Warning: home directory is sticky.")
        .says("The sticky bit, a flag on the account's home folder, is set; a real delivery would wait.")
        .level(Warning)
        .samples(&["Warning:_home_directory_is_sticky."]),
    line("rules-writable", "Uh-oh: .qmail file is writable. (#{status})")
        .sign(Sign::OpenToOthers)
        .says("Other users have permission to write to the account's .qmail file (its delivery rules), so qmail doesn't follow it, for safety.")
        .level(Temporary)
        .helps(Party::OurServer, WRITABLE_BY_OTHERS)
        .samples(&["Uh-oh:_.qmail_file_is_writable._(#4.7.0)"]),
    line("rules-begin-blank", "Uh-oh: first line of .qmail file is blank. (#{status})")
        .says("The account's .qmail file (its delivery rules) begins with an empty line, which qmail takes for a mistake.")
        .level(Temporary)
        .samples(&["Uh-oh:_first_line_of_.qmail_file_is_blank._(#4.2.1)"]),
    line("rules-forbid-storing", "Uh-oh: .qmail has file delivery but has x bit set. (#{status})")
        .says("The account's .qmail file (its delivery rules) is marked as only for forwards (x bit), but wants to store the message.")
        .level(Temporary)
        .samples(&["Uh-oh:_.qmail_has_file_delivery_but_has_x_bit_set._(#4.7.0)"]),
    line("rules-forbid-programs", "Uh-oh: .qmail has prog delivery but has x bit set. (#{status})")
        .says("The account's .qmail file (its delivery rules) is marked as only for forwards (x bit), but wants to run a program.")
        .level(Temporary)
        .samples(&["Uh-oh:_.qmail_has_prog_delivery_but_has_x_bit_set._(#4.7.0)"]),
    line("called-wrongly", "qmail-local: usage: qmail-local {detail}")
        .says("The local delivery program was started in a wrong way: the recipient's entry in qmail's table of users is broken.")
        .level(Permanent)
        .samples(&["qmail-local:_usage:_qmail-local_[_-nN_]_user_homedir_local_dash_ext_domain_sender_aliasempty"]),
];
