//! The small programs that people name in `.qmail` files: what they leave in a delivery result.
//!
//! The exit code of such a program decides about the message; see [`super::qmail_local`]. A refusal text
//! that an account's owner wrote, as bouncesaying prints it, has no shape and stays free text.

use super::local::SYSTEM_ERRORS;
use super::{Field, Format, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Success, Temporary};
use crate::vocabulary::Party;

const COMMAND_NOT_RUN: &[(&str, &str)] = &[
    (
        "Install the program, or correct the rule that calls {command}: rules need its full path. The rules that name it:",
        "grep -rl {command} /home/*/.qmail* /home/vpopmail/domains /var/qmail/alias /var/qmail/control/defaultdelivery",
    ),
    (
        "See where the program is, if it's installed:",
        "which {command}; ls -l /usr/bin/{command} /usr/local/bin/{command}",
    ),
    ("Ask the sender to send the message again once the rule works: nothing shows that it was stored.", ""),
];

/// What the programs of delivery rules say in delivery results.
pub static FORMAT: Format = Format {
    id: "qmail-programs",
    title: "programs of an account's delivery rules",
    found_in: &["/var/log/send/current"],
    sources: &[
        "notqmail 1.09 forward.c",
        "notqmail 1.09 condredirect.c",
        "notqmail 1.09 bouncesaying.c",
        "notqmail 1.09 preline.c",
        "notqmail 1.09 except.c",
        "the programs' documentation",
    ],
    place: Place::Result,
    realm: "qmail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field(
        "qp",
        Role::Queued,
        "The process number under which the copy was queued. The copy is a new message; its info msg line has the same number.",
    ),
    field("reason", Role::Text, "Why it failed.").shape(Shape::Result),
    field("command", Role::Program, "The command in the account's delivery rules.").shape(Shape::Text),
    field("err", Role::Text, "What the operating system said.").values(SYSTEM_ERRORS),
    field("shell", Role::Program, "The shell that was to run it.").shape(Shape::Name),
    field("line", Role::Count, "The line of the command, counted from 1."),
    field("program", Role::Program, "The program of the mailing list software.").shape(Shape::Name),
    field("detail", Role::Text, "The program's own words."),
];

const PATTERNS: &[Pattern] = &[
    line("forwarded", "forward: qp {qp}")
        .says("The message was forwarded as a new message, queued by process {qp}.")
        .level(Success)
        .samples(&["forward:_qp_4390"]),
    line("forward-failed", "forward: fatal: {reason}")
        .says("The message could not be forwarded.")
        .level(Temporary)
        .samples(&["forward:_fatal:_qq_write_error_or_disk_full_(#4.3.0)", "forward:_fatal:_NEWSENDER_not_set"]),
    line("redirected", "condredirect: qp {qp}")
        .says("The message was redirected as a new message, queued by process {qp}; the rest of the delivery rules was skipped.")
        .level(Success)
        .samples(&["condredirect:_qp_4626"]),
    line("redirect-failed", "condredirect: fatal: {reason}")
        .says("The message could not be redirected.")
        .level(Temporary)
        .samples(&["condredirect:_fatal:_qq_temporary_problem_(#4.3.0)"]),
    line("refusal-check-failed", "bouncesaying: fatal: {reason}")
        .says("The check that decides whether the message is refused could not be made.")
        .level(Temporary)
        .samples(&["bouncesaying:_fatal:_temporary_child_error"]),
    line("filter-not-run", "preline: fatal: unable to run {command}: {err}")
        .says("The program {command} in the account's delivery rules could not be started.")
        .level(Permanent)
        .samples(&["preline:_fatal:_unable_to_run_no-such-program:_file_does_not_exist"]),
    line("filter-failed", "preline: fatal: {reason}")
        .says("A program in the account's delivery rules could not be given the message.")
        .level(Temporary)
        .samples(&["preline:_fatal:_unable_to_create_pipe:_system_cannot_open_more_files"]),
    line("exception-check-failed", "except: fatal: {reason}")
        .says("A check in the account's delivery rules could not be made.")
        .level(Temporary)
        .samples(&["except:_fatal:_child_crashed"]),
    line("command-not-found", "/bin/sh: {?{?line }{line}: }{command}: {?command }not found")
        .says("The command {command} in the account's delivery rules does not exist on this server, or isn't where the shell looks.")
        .level(Temporary)
        .helps(Party::OurServer, COMMAND_NOT_RUN)
        .samples(&[
            "/bin/sh:_1:_/opt/tools/no-such-filter:_not_found",
            "/bin/sh:_line_1:_no-such-filter:_command_not_found",
        ]),
    line("command-not-allowed", "/bin/sh: {?{?line }{line}: }{command}: Permission denied")
        .says("The account isn't allowed to run the command {command} of its delivery rules.")
        .level(Temporary)
        .helps(Party::OurServer, COMMAND_NOT_RUN)
        .samples(&["/bin/sh:_1:_/opt/tools/filter:_Permission_denied"]),
    line("command-not-found-too", "{shell}: {command}: command not found")
        .says("The command {command} in the account's delivery rules does not exist on this server, or isn't where the shell looks.")
        .level(Temporary)
        .loose()
        .helps(Party::OurServer, COMMAND_NOT_RUN)
        .samples(&["sh:_spamc:_command_not_found"]),
    line("list-queued", "ezmlm-{program}: info: qp {qp}")
        .says("The mailing list sent the message on as a new message, queued by process {qp}.")
        .level(Success)
        .loose()
        .samples(&["ezmlm-send:_info:_qp_5093"]),
    line("list-failed", "ezmlm-{program}: fatal: {detail}")
        .says("The mailing list could not take the message.")
        .level(Permanent)
        .loose()
        .samples(&["ezmlm-reject:_fatal:_Sorry,_a_message_posted_to_the_list_must_have_a_subject."]),
    line("list-note", "ezmlm-{program}: {detail}")
        .says("The mailing list software said something about the message.")
        .loose()
        .samples(&["ezmlm-warn:_info:_nothing_to_do"]),
    line("list-refused", "I'm sorry, I {detail}")
        .says("The mailing list's rules do not allow this message.")
        .level(Permanent)
        .loose()
        .samples(&["I'm_sorry,_I_don't_accept_messages_of_more_than_40000_bytes."]),
    line("maildrop-full", "maildrop: maildir over quota{?.}{?{detail}}")
        .says("The mailbox is full: its quota is used up.")
        .level(Permanent)
        .loose()
        .samples(&["maildrop:_maildir_over_quota."]),
    line("maildrop-no-users", "ERR: authdaemon{detail}")
        .says("The filter program maildrop could not reach the service that knows the mailboxes.")
        .level(Temporary)
        .loose()
        .samples(&["ERR:_authdaemon:_s_connect()_failed:_Connection_refused"]),
    line("maildrop", "maildrop: {detail}")
        .says("The filter program maildrop gave this result.")
        .level(Temporary)
        .loose()
        .samples(&["maildrop:_permission_denied"]),
    line("procmail", "procmail: {detail}")
        .says("The filter program procmail gave this result.")
        .level(Temporary)
        .loose()
        .samples(&["procmail:_Quota_exceeded_while_writing_\"/home/jane/Mailbox\""]),
    line("autorespond", "AUTORESPOND: {detail}")
        .says("The automatic reply program said something about the message.")
        .loose()
        .samples(&["AUTORESPOND:_This_looks_like_it's_a_junk_mail."]),
];
