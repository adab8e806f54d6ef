//! qmail-lspawn, qmail-rspawn, and what qmail-send adds: texts that stand in place of a delivery
//! program's own result, or after it.
//!
//! qmail-lspawn also maps the exit code of qmail-local to the outcome: 0 is a success; 71, 74, 75 and
//! 111 are put off; any other code is final. A result is cut near 3000 bytes.

use super::{Field, Format, Pattern, Place, Role, field, line};
use crate::vocabulary::Level::{Permanent, Temporary};

/// What the starters of deliveries, and the queue manager, say in delivery results.
pub static FORMAT: Format = Format {
    id: "qmail-spawn",
    title: "the qmail programs that start deliveries",
    found_in: &["/var/log/send/current"],
    sources: &[
        "notqmail 1.09 spawn.c",
        "notqmail 1.09 qmail-lspawn.c",
        "notqmail 1.09 qmail-rspawn.c",
        "notqmail 1.09 qmail-send.c",
    ],
    place: Place::Result,
    realm: "qmail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] =
    &[field("status", Role::Status, "The enhanced status code. 4 in front means not now, 5 means no.")];

const PATTERNS: &[Pattern] = &[
    line("queue-time-over", "I'm not going to try again; this message has been in the queue too long.")
        .says("The time for retries is over, 7 days unless set otherwise, so the last temporary error is now final. The real cause is the text before this one.")
        .level(Permanent)
        .samples(&[
            "I'm_not_going_to_try_again;_this_message_has_been_in_the_queue_too_long.",
            "I'm not going to try again; this message has been in the queue too long.",
        ]),
    line("text-cut", "Error report too long, sorry.")
        .says("The delivery program wrote more than about 3000 bytes; the rest was cut off.")
        .samples(&["Error_report_too_long,_sorry."]),
    line("out-of-memory", "qmail-spawn out of memory. (#{status})")
        .says("The program that starts deliveries had no memory left.")
        .level(Temporary)
        .samples(&["qmail-spawn_out_of_memory._(#4.3.0)"]),
    line("slot-negative", "Internal error: delnum negative. (#{status})")
        .says("The number of a delivery slot was wrong: a bug inside qmail.")
        .level(Temporary)
        .samples(&["Internal_error:_delnum_negative._(#4.3.5)"]),
    line("slot-too-big", "Internal error: delnum too big. (#{status})")
        .says("The number of a delivery slot was too big: a bug inside qmail.")
        .level(Temporary)
        .samples(&["Internal_error:_delnum_too_big._(#4.3.5)"]),
    line("slot-in-use", "Internal error: delnum in use. (#{status})")
        .says("The delivery slot was taken already: a bug inside qmail.")
        .level(Temporary)
        .samples(&["Internal_error:_delnum_in_use._(#4.3.5)"]),
    line("name-not-a-number", "Internal error: messid has nonnumerics. (#{status})")
        .says("The name of the message's file in the queue is not a number: the queue is damaged.")
        .level(Permanent)
        .samples(&["Internal_error:_messid_has_nonnumerics._(#5.3.5)"]),
    line("name-too-long", "Internal error: messid too long. (#{status})")
        .says("The name of the message's file in the queue is too long: the queue is damaged.")
        .level(Permanent)
        .samples(&["Internal_error:_messid_too_long._(#5.3.5)"]),
    line("name-too-short", "Internal error: messid too short. (#{status})")
        .says("The name of the message's file in the queue is too short: the queue is damaged.")
        .level(Permanent)
        .samples(&["Internal_error:_messid_too_short._(#5.3.5)"]),
    line("address-without-host", "Sorry, address must include host name. (#{status})")
        .says("The recipient's address has no domain after an @ sign.")
        .level(Permanent)
        .samples(&["Sorry,_address_must_include_host_name._(#5.1.3)"]),
    line("message-not-opened", "qmail-spawn unable to open message. (#{status})")
        .says("The message's file in the queue cannot be opened: it is missing or has the wrong permissions.")
        .level(Temporary)
        .samples(&["qmail-spawn_unable_to_open_message._(#4.3.0)"]),
    line("message-not-examined", "qmail-spawn unable to fstat message. (#{status})")
        .says("The message's file in the queue cannot be examined.")
        .level(Temporary)
        .samples(&["qmail-spawn_unable_to_fstat_message._(#4.3.0)"]),
    line("message-wrong-type", "Sorry, message has wrong type. (#{status})")
        .says("What stands in the queue under the message's number is not a plain file.")
        .level(Temporary)
        .samples(&["Sorry,_message_has_wrong_type._(#4.3.5)"]),
    line("message-wrong-owner", "Sorry, message has wrong owner. (#{status})")
        .says("The message's file in the queue belongs to the wrong system user, as happens when a queue is copied by hand.")
        .level(Temporary)
        .samples(&["Sorry,_message_has_wrong_owner._(#4.3.5)"]),
    line("pipe-failed", "qmail-spawn unable to create pipe. (#{status})")
        .says("The delivery could not be started, because too many files are open on this server.")
        .level(Temporary)
        .samples(&["qmail-spawn_unable_to_create_pipe._(#4.3.0)"]),
    line("fork-failed", "qmail-spawn unable to fork. (#{status})")
        .says("The delivery could not be started, because this server has too many processes or no memory left.")
        .level(Temporary)
        .samples(&["qmail-spawn_unable_to_fork._(#4.3.0)"]),
    line("local-crashed", "qmail-local crashed.")
        .says("The local delivery program died while it delivered.")
        .level(Temporary)
        .samples(&["qmail-local_crashed."]),
    line("users-not-read", "Trouble reading users/cdb in qmail-lspawn.")
        .says("qmail's table of users cannot be read.")
        .level(Temporary)
        .samples(&["Trouble_reading_users/cdb_in_qmail-lspawn."]),
    line("local-out-of-memory", "Out of memory in qmail-lspawn.")
        .says("The program that starts local deliveries had no memory left.")
        .level(Temporary)
        .samples(&["Out_of_memory_in_qmail-lspawn."]),
    line("local-resources-short", "Temporary failure in qmail-lspawn.")
        .says("The local delivery could not be started, because this server lacks some resource right now.")
        .level(Temporary)
        .samples(&["Temporary_failure_in_qmail-lspawn."]),
    line("alias-user-missing", "Unable to find alias user!")
        .says("The system user alias, who handles addresses without a user of their own, does not exist on this server.")
        .level(Temporary)
        .samples(&["Unable_to_find_alias_user!"]),
    line("root-refused", "Not allowed to perform deliveries as root.")
        .says("The recipient belongs to the system user root, for whom qmail never delivers.")
        .level(Temporary)
        .samples(&["Not_allowed_to_perform_deliveries_as_root."]),
    line("local-bug", "Internal qmail-lspawn bug.")
        .says("The recipient's entry in qmail's table of users is wrong, or qmail has a bug.")
        .level(Temporary)
        .samples(&["Internal_qmail-lspawn_bug."]),
    line("network-disk-failed", "NFS failure in qmail-local.")
        .says("The network file system stopped answering during the delivery.")
        .level(Temporary)
        .samples(&["NFS_failure_in_qmail-local."]),
    line("local-not-run", "Unable to run qmail-local.")
        .says("The local delivery program could not be started.")
        .level(Temporary)
        .samples(&["Unable_to_run_qmail-local."]),
    line("lookup-not-run", "Unable to run qmail-getpw.")
        .says("The program that looks up local users could not be started.")
        .level(Temporary)
        .samples(&["Unable_to_run_qmail-getpw."]),
    line("remote-crashed", "qmail-remote crashed.")
        .says("The program qmail-remote crashed, or was killed, during the attempt.")
        .level(Temporary)
        .samples(&["qmail-remote_crashed."]),
    line("remote-not-run", "Unable to run qmail-remote.")
        .says("The program qmail-remote could not be started, or exited with an error.")
        .level(Temporary)
        .samples(&["Unable_to_run_qmail-remote."]),
    line("remote-silent", "qmail-remote produced no output.")
        .says("The program qmail-remote exited without a result.")
        .level(Temporary)
        .samples(&["qmail-remote_produced_no_output."]),
];
