//! qmail-queue's results, as the programs that put mail into the queue word them: qmail-smtpd to its
//! clients, qmail-local and forward in delivery results, qmail-inject to scripts.
//!
//! A content filter can stand in for qmail-queue; then these are the filter's verdicts, and exit code 82
//! lets it give a text of its own.

use super::{Field, Format, Pattern, Place, Role, Word, field, line, word};
use crate::vocabulary::Level::{Permanent, Temporary};

/// Why a message could not be queued.
pub static FORMAT: Format = Format {
    id: "qmail-queue",
    title: "the program that puts mail into qmail's queue",
    found_in: &["/var/log/send/current", "/var/log/smtp/current"],
    sources: &["notqmail 1.09 qmail.c"],
    place: Place::Result,
    realm: "qmail",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] =
    &[field("status", Role::Status, "The enhanced status code. 4 in front means not now, 5 means no.")];

const WORDS: &[Word] = &[word("qq", "Short for qmail-queue, the program that puts messages into the queue.")];

const PATTERNS: &[Pattern] = &[
    line("address-too-long", "envelope address too long for qq (#{status})")
        .says("An address of the message is far too long.")
        .level(Permanent)
        .samples(&["envelope address too long for qq (#5.1.3)"]),
    line("refused", "mail server permanently rejected message (#{status})")
        .says("A content filter, such as a virus or spam check, refused the message.")
        .level(Permanent)
        .samples(&["mail server permanently rejected message (#5.3.0)"]),
    line("out-of-memory", "qq out of memory (#{status})")
        .says("The queue program, or a content filter in its place, had no memory left; often its limit is too low.")
        .level(Temporary)
        .samples(&["qq_out_of_memory_(#4.3.0)"]),
    line("timeout", "qq timeout (#{status})")
        .says("Putting the message into the queue took too long.")
        .level(Temporary)
        .samples(&["qq_timeout_(#4.3.0)"]),
    line("write-failed", "qq write error or disk full (#{status})")
        .says("The queue could not be written to; often the disk is full.")
        .level(Temporary)
        .samples(&["qq_write_error_or_disk_full_(#4.3.0)"]),
    line("read-failed", "qq read error (#{status})")
        .says("The message ended too early; also said when the sender broke off.")
        .level(Temporary)
        .samples(&["qq_read_error_(#4.3.0)"]),
    line("configuration-not-read", "qq unable to read configuration (#{status})")
        .says("The queue program, or a content filter in its place, cannot read its settings.")
        .level(Temporary)
        .samples(&["qq_unable_to_read_configuration_(#4.3.0)"]),
    line("network-failed", "qq trouble making network connection (#{status})")
        .says("A content filter could not reach the server that it asks.")
        .level(Temporary)
        .samples(&["qq_trouble_making_network_connection_(#4.3.0)"]),
    line("home-lost", "qq trouble in home directory (#{status})")
        .says("qmail's own folder on this server cannot be reached.")
        .level(Temporary)
        .samples(&["qq_trouble_in_home_directory_(#4.3.0)"]),
    line("files-not-made", "qq trouble creating files in queue (#{status})")
        .says("Files of the queue cannot be made: rights are wrong, or the disk has trouble.")
        .level(Temporary)
        .samples(&["qq_trouble_creating_files_in_queue_(#4.3.0)"]),
    line("refused-for-now", "mail server temporarily rejected message (#{status})")
        .says("A content filter had trouble, or asked to be tried again later.")
        .level(Temporary)
        .samples(&["mail server temporarily rejected message (#4.3.0)"]),
    line("server-timeout", "connection to mail server timed out (#{status})")
        .says("The queue is on another server, and that server did not answer in time.")
        .level(Temporary)
        .samples(&["connection to mail server timed out (#4.4.1)"]),
    line("server-refused", "connection to mail server rejected (#{status})")
        .says("The queue is on another server, and that server refused the connection.")
        .level(Temporary)
        .samples(&["connection to mail server rejected (#4.4.1)"]),
    line("server-lost", "communication with mail server failed (#{status})")
        .says("The queue is on another server, and the connection to it broke.")
        .level(Temporary)
        .samples(&["communication with mail server failed (#4.4.2)"]),
    line("bug", "qq internal bug (#{status})")
        .says("The queue program, or a content filter in its place, has a bug.")
        .level(Temporary)
        .samples(&["qq_internal_bug_(#4.3.0)"]),
    line("not-run", "unable to exec qq (#{status})")
        .says("The queue program, or the content filter that is set in its place, is missing or cannot be started.")
        .level(Temporary)
        .samples(&["unable to exec qq (#4.3.0)"]),
    line("not-forked", "qqt failure (#{status})")
        .says("The queue program could not be started: this server lacks processes, files or memory.")
        .level(Temporary)
        .samples(&["qqt failure (#4.3.0)"]),
    line("failed", "qq permanent problem (#{status})")
        .says("The message was refused, without any detail.")
        .level(Permanent)
        .samples(&["qq_permanent_problem_(#5.3.0)"]),
    line("failed-for-now", "qq temporary problem (#{status})")
        .says("The message could not be queued this time, without any detail.")
        .level(Temporary)
        .samples(&["qq_temporary_problem_(#4.3.0)"]),
    line("crashed", "qq crashed (#{status})")
        .says("The queue program, or a content filter in its place, died.")
        .level(Temporary)
        .samples(&["qq_crashed_(#4.3.0)"]),
    line("lost", "qq waitpid surprise (#{status})")
        .says("The queue program, or a content filter in its place, ended in an unexpected way.")
        .level(Temporary)
        .samples(&["qq_waitpid_surprise_(#4.3.0)"]),
];
