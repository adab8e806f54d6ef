//! procmail: the program that sorts mail into mailboxes. Its own log has a short summary for each message (sender,
//! subject, folder) and one line for whatever went wrong. What it can't store it gives back, or tries elsewhere.

use super::{Field, Format, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Warning};
use crate::vocabulary::Party::{OurServer, Recipient};

/// What procmail writes to its log.
pub static FORMAT: Format = Format {
    id: "procmail",
    title: "procmail, which sorts mail into mailboxes",
    found_in: &["/var/log/procmail.log", "~/.procmail.log", "/var/log/maillog"],
    sources: &["procmail 3.22 and 3.24 src/: the texts of nlog and elog"],
    programs: &["procmail"],
    place: Place::Program,
    realm: "procmail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("path", Role::Path, "The file or folder that it is about.").shape(Shape::Text),
    field("command", Role::Text, "The program that procmail ran.").shape(Shape::Text),
    field("number", Role::Count, "A number: {}."),
    field("text", Role::Text, "The rest of the line, in procmail's own words."),
    field("from", Role::Sender, "The envelope sender.").shape(Shape::Word),
    field("date", Role::Time, "When procmail took the message.").shape(Shape::Text),
    field("bytes", Role::Bytes, "The size of the message: {}."),
    field("gap", Role::Keyword, "Blanks.").shape(Shape::Space),
];

const ROOM: &str = "quota -s; df -h; df -i";

const PATTERNS: &[Pattern] = &[
    line("quota", "Quota exceeded while writing \"{path}\"")
        .says("The mailbox is full: procmail couldn't write to {path} because the account's disk quota is used up. What it couldn't store it gave back to the mail server or dropped.")
        .level(Permanent)
        .helps(Recipient, &[("Make room in the mailbox or raise the account's disk quota; then have the message sent again:", ROOM)])
        .samples(&["Quota exceeded while writing \"/home/anna/Maildir/tmp/1635844454.19097_0.mx\""]),
    line("disk-full", "Not enough room to finish writing \"{path}\"")
        .says("The disk is full: procmail couldn't write all of the message to {path}.")
        .level(Alert)
        .helps(OurServer, &[("See which file system is full, by space and by inodes:", "df -h; df -i")])
        .samples(&["Not enough room to finish writing \"/var/mail/anna\""]),
    line("write-failed", "Error while writing to \"{path}\"")
        .says("The program procmail couldn't write the message to {path}.")
        .level(Alert)
        .helps(OurServer, &[("See who owns the mailbox and each folder above it, and whether there's room:", "namei -l {path}; df -h")])
        .samples(&["Error while writing to \"/var/mail/anna\""]),
    line("not-made", "Couldn't {?create}{?make}{?unlink}{?rename}{?chdir to}{?read} \"{path}\"")
        .says("The program procmail may not use {path}: a folder above it is missing or belongs to somebody else.")
        .level(Alert)
        .helps(OurServer, &[("See who owns each folder of the path:", "namei -l {path}")])
        .samples(&["Couldn't create \"/var/mail/anna\"", "Couldn't chdir to \"/home/anna\""]),
    line("not-a-folder", "Unable to treat as directory \"{path}\"")
        .says("A rule stores mail in {path} as a folder, and it isn't one.")
        .level(Permanent)
        .helps(OurServer, &[("Correct the rule (a Maildir ends with a slash), or move the file away:", "ls -ld {path}")])
        .samples(&["Unable to treat as directory \"/home/anna/Maildir\""]),
    line("lock", "{?Lock failure on}{?Forcing lock on}{?Forced unlock denied on} \"{path}\"")
        .says("Another program held the mailbox, or procmail may not write a lock file beside {path}.")
        .level(Warning)
        .helps(OurServer, &[("See whether an old lock file is left, and who owns the folder:", "ls -la {path}*")])
        .samples(&["Lock failure on \"/var/mail/anna.lock\"", "Forcing lock on \"/var/mail/anna.lock\""]),
    line("program-failed", "Program failure ({number}) of \"{command}\"")
        .says("The program {command} that a rule runs ended with {number}: 127 means not found, 126 not allowed to run, other numbers are its own.")
        .level(Permanent)
        .helps(OurServer, &[("Run the command by hand as the user of the mailbox, and correct the rule or the program.", "")])
        .samples(&["Program failure (127) of \"/usr/bin/spamc\""]),
    line("not-executed", "Failed to execute \"{command}\"")
        .says("A rule runs {command}, which isn't there or isn't allowed to run.")
        .level(Alert)
        .helps(OurServer, &[("Correct the path in the rule, or install the program:", "grep -rn procmail /etc/procmailrc ~/.procmailrc")])
        .samples(&["Failed to execute \"/usr/bin/spamassassin\""]),
    line("too-slow", "Timeout, terminating \"{command}\"")
        .says("The program {command} that a rule runs took too long, and procmail ended it.")
        .level(Warning)
        .samples(&["Timeout, terminating \"/usr/bin/spamc\""]),
    line("rescued", "Rescue of unfiltered data {?succeeded}{?failed}")
        .says("A filter failed; procmail went on with the message as it was before, where that says \"succeeded\".")
        .level(Warning)
        .samples(&["Rescue of unfiltered data succeeded"]),
    line("unsafe", "Suspicious rcfile \"{path}\"")
        .says("The program procmail ignores the rules in {path}, because others may change the file.")
        .level(Permanent)
        .helps(OurServer, &[("Give the file to the user of the mailbox, writable by nobody else:", "ls -l {path}; chmod 600 {path}")])
        .samples(&["Suspicious rcfile \"/home/anna/.procmailrc\""]),
    line("no-privileges", "Insufficient privileges")
        .says("The program procmail was started by a user who isn't allowed to deliver for others.")
        .level(Alert)
        .helps(OurServer, &[("See whether procmail still has the permissions that it was installed with:", "ls -l /usr/bin/procmail")])
        .samples(&["Insufficient privileges"]),
    line("begins", "[{number}] {date}").says("The program procmail began with a message.").samples(&["[14021] Tue May 21 12:20:11 2024"]),
    line("note", "{?Assigning}{?Executing}{?Match on}{?No match on}{?Opening}{?Locking}{?Unlocking}{?Skipped}{?Notified comsat:} {text}")
        .says("What procmail does, step by step.")
        .loose()
        .samples(&["Assigning \"VERBOSE=on\"", "No match on \"^Subject:\""]),
];
