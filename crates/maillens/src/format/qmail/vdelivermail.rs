//! vdelivermail: vpopmail's delivery program, which stores or forwards mail of virtual domains. Its
//! texts stand in front of qmail-local's `did_0+0+1`.
//!
//! A message that it stored has no text of its own at all. The same holds for one that a domain's
//! catch-all rule threw away.

use super::{Field, Format, Pattern, Place, Role, Shape, Word, field, line, word};
use crate::vocabulary::Level::{Permanent, Success, Temporary};
use crate::vocabulary::Party;

const DATABASE_DOWN: &[(&str, &str)] = &[
    (
        "Start the database of the mailboxes, or correct how vpopmail asks it; until then mail waits in the queue:",
        "systemctl status mariadb mysql; ls -l /home/vpopmail/etc/vpopmail.mysql",
    ),
    ("Then let qmail try again now:", "svc -a /service/*send"),
];

const FILE_NOT_WRITTEN: &[(&str, &str)] = &[
    (
        "See whether there's room, and whether the mailbox's folder belongs to vpopmail (vpopmail:vchkpw):",
        "df -h; df -i; namei -l {file}",
    ),
    ("Then let qmail try again now:", "svc -a /service/*send"),
];

const DEFAULT_RULE: &[(&str, &str)] = &[(
    "Correct the domain's default rule: one line that calls vdelivermail with '' and the way for unknown names, such as bounce-no-mailbox:",
    "cat /home/vpopmail/domains/*/.qmail-default",
)];

/// What vdelivermail says in delivery results.
pub static FORMAT: Format = Format {
    id: "vdelivermail",
    title: "vpopmail's delivery program",
    found_in: &["/var/log/send/current"],
    sources: &["vpopmail 5.6 vdelivermail.c", "vpopmail 5.4 vdelivermail.c", "vpopmail 5.6 vmysql.c"],
    place: Place::Result,
    realm: "qmail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("status", Role::Status, "The enhanced status code. 4 in front means not now, 5 means no."),
    field("mailbox", Role::Recipient, "The mailbox that it is about.").shape(Shape::Hostile),
    field("file", Role::Path, "The file or folder that it is about."),
    field("errno", Role::State, "The operating system's number for the error.")
        .shape(Shape::Number)
        .values(ERROR_NUMBERS),
    field("err", Role::Text, "What the operating system said."),
    field("detail", Role::Text, "What the database said."),
];

/// The error numbers of Linux that storing mail meets.
pub(super) const ERROR_NUMBERS: &[Word] = &[
    word("2", "A file or folder is missing, or its path is wrong."),
    word("5", "The disk, or the storage behind it, could not be read or written."),
    word("12", "No memory was left; often a limit is set too low."),
    word("13", "The permissions of the file or folder do not allow it."),
    word("24", "The program has too many files open."),
    word("28", "The disk is full."),
    word("30", "The disk is mounted so that nothing can be written."),
    word("111", "Nothing accepts connections there: the service is stopped."),
    word("122", "The user's share of the disk is used up."),
];

const PATTERNS: &[Pattern] = &[
    line("aliases-expanded", "vdelivermail: valiases processed")
        .says("The address is an alias or a forward in vpopmail's database, and each address behind it was served.")
        .level(Success)
        .samples(&["vdelivermail:_valiases_processed"]),
    line("no-mailbox", "Sorry, no mailbox here by that name. vpopmail (#{status})")
        .says("The domain has no mailbox of this name.")
        .level(Permanent)
        .samples(&["Sorry,_no_mailbox_here_by_that_name._vpopmail_(#5.1.1)"]),
    line("catch-all", "user does not exist, but will deliver to {file}")
        .says("The domain has no mailbox of this name, so the message went to the domain's catch-all, {file}.")
        .level(Success)
        .samples(&["user_does_not_exist,_but_will_deliver_to_/home/vpopmail/domains/harborlaw.example/intake//"]),
    line("mailbox-locked", "vdelivermail: account is locked email bounced {mailbox}")
        .says("Mail for the mailbox {mailbox} is switched off.")
        .level(Permanent)
        .samples(&["vdelivermail:_account_is_locked_email_bounced_jane@shop.example"]),
    line("mailbox-full", "user is over quota")
        .says("The mailbox is full: its quota is used up.")
        .level(Permanent)
        .samples(&["user_is_over_quota//"]),
    line("domain-full", "domain is over quota")
        .says("The whole domain is full: its quota is used up.")
        .level(Permanent)
        .samples(&["domain_is_over_quota//"]),
    line("looping", "mail is looping")
        .says("The message has been delivered to this very address before: forwards or aliases send it round in a loop.")
        .level(Permanent)
        .samples(&["mail_is_looping"]),
    line("user-name-wrong", "invalid username")
        .says("The part of the address before the @ sign holds characters that vpopmail does not allow.")
        .level(Permanent)
        .samples(&["invalid_username"]),
    line("domain-name-wrong", "invalid domain name")
        .says("The domain of the address holds characters that vpopmail does not allow.")
        .level(Permanent)
        .samples(&["invalid_domain_name"]),
    line("address-too-long", "vdelivermail: email too long")
        .says("The address is too long.")
        .level(Temporary)
        .samples(&["vdelivermail:_email_too_long"]),
    line("database-down", "vdelivermail: deferred, database down")
        .says("The database with the mailboxes cannot be reached.")
        .level(Temporary)
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["vdelivermail:_deferred,_database_down"]),
    line("rules-wrong", "vdelivermail: invalid syntax in .qmail-default file")
        .says("The domain's default rule, its .qmail-default file, is broken.")
        .level(Temporary)
        .helps(Party::OurServer, DEFAULT_RULE)
        .samples(&["vdelivermail:_invalid_syntax_in_.qmail-default_file"]),
    line("no-extension", "vdelivermail: no EXT environment varilable")
        .says("The delivery program of vpopmail was started outside of qmail's local delivery, so it does not know the recipient.")
        .level(Permanent)
        .samples(&["vdelivermail:_no_EXT_environment_varilable"]),
    line("no-host", "vdelivermail: no HOST environment varilable")
        .says("The delivery program of vpopmail was started outside of qmail's local delivery, so it does not know the domain.")
        .level(Permanent)
        .samples(&["vdelivermail:_no_HOST_environment_varilable"]),
    line("maildir-not-made", "Auto creation of maildir failed. (#5.9.8)")
        .says("The mailbox folder is missing and could not be made.")
        .level(Permanent)
        .helps(Party::OurServer, FILE_NOT_WRITTEN)
        .samples(&["Auto_creation_of_maildir_failed._(#5.9.8)"]),
    line("user-not-read", "Failed to vauth getpw(). (#5.9.8.1)")
        .says("The mailbox could not be looked up in vpopmail's database.")
        .level(Permanent)
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["Failed_to_vauth_getpw()._(#5.9.8.1)"]),
    line("maildir-not-remade", "Auto re-creation of maildir failed. (#5.9.9)")
        .says("The mailbox folder has vanished and could not be made again.")
        .level(Permanent)
        .helps(Party::OurServer, FILE_NOT_WRITTEN)
        .samples(&["Auto_re-creation_of_maildir_failed._(#5.9.9)"]),
    line("system-error", "system error")
        .says("Storing or forwarding the message failed on this server.")
        .level(Temporary)
        .helps(Party::OurServer, &[(
            "vpopmail couldn't store it: look at the disk, at the mailbox's folder and at the database:",
            "df -h; df -i; ls -ld /home/vpopmail/domains; systemctl status mariadb mysql",
        )])
        .samples(&["system_error"]),
    line("forward-not-started", "system error, can't open qmail-inject")
        .says("The message could not be forwarded: the program that queues the copy cannot be opened.")
        .level(Temporary)
        .samples(&["system_error,_can't_open_qmail-inject"]),
    line("forward-failed", "system error calling qmail-inject")
        .says("The message could not be forwarded: the program that queues the copy failed.")
        .level(Temporary)
        .samples(&["system_error_calling_qmail-inject"]),
    line("file-not-made", "can not open new email file errno={errno} file={file}")
        .says("The file for the message could not be made in the mailbox folder.")
        .level(Temporary)
        .helps(Party::OurServer, FILE_NOT_WRITTEN)
        .samples(&["can_not_open_new_email_file_errno=13_file=/home/vpopmail/domains/shop.example/jane/Maildir/tmp/1690381708.412.mx"]),
    line("file-not-written", "write failed errno = {errno}")
        .says("The message could not be written to the mailbox.")
        .level(Temporary)
        .helps(Party::OurServer, FILE_NOT_WRITTEN)
        .samples(&["write_failed_errno_=_28"]),
    line("file-not-moved", "rename failed {file} errno = {errno}")
        .says("The stored message could not be moved to its place in the mailbox.")
        .level(Temporary)
        .helps(Party::OurServer, FILE_NOT_WRITTEN)
        .samples(&["rename_failed_/home/jane/Maildir/tmp/1690381708.412_/home/jane/Maildir/new/1690381708.412_errno_=_2"]),
    line("file-not-removed", "unlink failed {file} errno = {errno}")
        .says("A temporary file of the delivery could not be removed.")
        .level(Temporary)
        .samples(&["unlink_failed_/home/jane/Maildir/tmp/1690381708.412_errno_=_13"]),
    line("message-not-rewound", "lseek error {errno}")
        .says("The message could not be read again from its start.")
        .level(Temporary)
        .samples(&["lseek_error_29"]),
    line("output-failed", "echo to stdout failed")
        .says("The delivery program could not report its result.")
        .level(Temporary)
        .samples(&["echo_to_stdout_failed"]),
    line("name-buffer-short", "temporary string buffer too short")
        .says("A name or path is longer than vpopmail can handle.")
        .level(Temporary)
        .samples(&["temporary_string_buffer_too_short"]),
    line("forward-not-written", "write to qmail-inject failed: {err}")
        .says("The message could not be forwarded: writing the copy failed.")
        .level(Temporary)
        .samples(&["write_to_qmail-inject_failed:_32"]),
    line("mailbox-file-refused", "can't handle mbox delivery for {mailbox}")
        .says("The delivery rule of {mailbox} names a mailbox file; vpopmail stores only in mailbox folders (Maildir).")
        .level(Temporary)
        .helps(Party::OurServer, DEFAULT_RULE)
        .samples(&["can't_handle_mbox_delivery_for_jane@shop.example"]),
    line("fork-failed", "Unable to fork: {err}.")
        .says("No process could be started for the delivery.")
        .level(Temporary)
        .samples(&["Unable_to_fork:_Resource_temporarily_unavailable."]),
    line("shell-not-run", "Unable to run /bin/sh: {err}.")
        .says("The shell that runs the mailbox's delivery programs could not be started.")
        .level(Temporary)
        .samples(&["Unable_to_run_/bin/sh:_Cannot_allocate_memory."]),
    line("forward-not-run", "Unable to launch qmail-inject.")
        .says("The message could not be forwarded: the program that queues the copy could not be started.")
        .level(Temporary)
        .samples(&["Unable_to_launch_qmail-inject."]),
    line("quota-notice-not-noted", "couldn't update quotawarn timestamp")
        .says("The mailbox software could not record when it last warned that the mailbox is almost full.")
        .samples(&["couldn't_update_quotawarn_timestamp"]),
    line("mysql-error", "vmysql: {detail}")
        .says("The MySQL database with the mailboxes reported an error.")
        .level(Temporary)
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["vmysql:_sql_error[3]:_Lost_connection_to_MySQL_server_during_query"]),
    line("sqlite-error", "vsqlite: {detail}")
        .says("The SQLite database with the mailboxes reported an error.")
        .level(Temporary)
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["vsqlite:_sql_error[2]:_database_is_locked"]),
    line("database-not-opened", "Cannot open database : {detail}")
        .says("The database with the mailboxes could not be opened.")
        .level(Temporary)
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["Cannot_open_database_:_unable_to_open_database_file"]),
    line("database-not-reached", "could not connect to mysql update server {detail}")
        .says("The database server with the mailboxes could not be reached.")
        .level(Temporary)
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["could_not_connect_to_mysql_update_server_Access_denied_for_user"]),
];
