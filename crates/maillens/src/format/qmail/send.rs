//! qmail-send: the queue manager. Its log tells the life of every message in the queue.
//!
//! A `msg` number is the inode of a queue file and is used again soon after `end msg`. A delivery number
//! counts from 1 and begins again when qmail-send starts. `starting delivery` is the only line that has
//! both. Texts in results, senders and recipients have every unsafe byte as `_` and line breaks as `/`.

use super::Stated::{Came, Of, Says, Value};
use super::{
    Datum, Effect, Field, Format, FormatKind, Led, Pattern, Role, Shape, Sign, Tie, Word, field, line, word,
};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Success};
use crate::vocabulary::Level::{Alert, Permanent, Temporary, Warning};
use crate::vocabulary::{Level, Outcome, Party, TraceType::Message};

const QUEUE: &[(&str, &str)] = &[
    (
        "qmail can't work with its queue: look at the disk first, by space, by inodes and for errors:",
        "df -h /var/qmail/queue; df -i /var/qmail/queue; dmesg | tail -20",
    ),
    (
        "Then see who owns the queue's files; a restored or copied queue has wrong numbers and owners. Stop qmail before you repair it:",
        "ls -l /var/qmail/queue; qmail-qstat",
    ),
];

const NOT_STARTED: &[(&str, &str)] = &[
    (
        "See whether another qmail-send runs, and whether qmail's folders and control files are whole and readable:",
        "ps axww | grep [q]mail-send; ls -ld /var/qmail/control /var/qmail/queue; ls -l /var/qmail/control",
    ),
    ("Then start it, and see that it stays up:", "svc -u /service/*send; svstat /service/*send"),
];

const NO_RESOURCES: &[(&str, &str)] = &[
    (
        "See whether memory, processes or the softlimit ran out, and what the supervised services print:",
        "free -m; grep softlimit /service/*/run; ps axww | grep readproctitle",
    ),
    ("qmail starts again by itself under supervise; see that it does:", "svstat /service/*"),
];

/// What qmail-send writes to its log.
pub static FORMAT: Format = Format {
    id: "qmail-send",
    title: "the qmail queue manager",
    found_in: &["/var/log/send/current", "/var/log/qmail/current", "/var/log/maillog"],
    sources: &["notqmail 1.09 qmail-send.c", "notqmail 1.09 qsutil.c"],
    programs: &["qmail"],
    kind: FormatKind::QueueLog,
    realm: "qmail",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("msg", Role::Message, "The message's number in the queue: it ties the entries of one message together. It is used again for another message once this one has left the queue."),
    field("delivery", Role::Delivery, "The number of this delivery attempt: it ties an attempt to its result. It counts up from 1 and begins again whenever the queue manager starts."),
    field("bytes", Role::Bytes, "The size of the message: { byte}, with the Received lines that this server added."),
    field("sender", Role::Sender, "The envelope sender: notices about failed delivery go to this address. It can differ from the From line that people see. An empty one means that the message is itself such a notice."),
    field("qp", Role::Queued, "The process number of qmail-queue, the program that put the message into the queue. The same number in another log, or in an earlier line of this one, is the same submission."),
    field("uid", Role::Uid, "The number of the system user that the message was submitted as: it tells whether mail came in by SMTP, from a website's script or from qmail itself."),
    field("prefix", Role::Host, "The prefix that qmail puts in front of an address of a virtual domain, so that vpopmail knows the domain. It is not part of the address.").shape(Shape::VirtualPrefix),
    field("recipient", Role::Recipient, "The address that this attempt is for."),
    field("text", Role::Text, "What the program that tried the delivery said about it.").shape(Shape::Result),
    field("local", Role::Count, "Deliveries to mailboxes on this server that are running right now: {}.").datum(Datum::LocalInUse),
    field("local_max", Role::Count, "How many deliveries to mailboxes on this server may run at once: {}.").datum(Datum::LocalSlots),
    field("remote", Role::Count, "Deliveries to other servers that are running right now: {}.").datum(Datum::RemoteInUse),
    field("remote_max", Role::Count, "How many deliveries to other servers may run at once: {}.").datum(Datum::RemoteSlots),
    field("stored", Role::Count, "Stored in this many mailboxes by qmail itself: {}."),
    field("forwarded", Role::Count, "Forwarded to this many addresses: {}."),
    field("programs", Role::Count, "Handled by this many programs: {}. With vpopmail, storing in the mailbox counts here."),
    field("program", Role::Program, "The program in the account's delivery rules that handled the message.").shape(Shape::Name),
    field("file", Role::Path, "The file of the queue that it is about."),
    field("queue", Role::Path, "The number of the queue: indimail's servers have several. Each counts its own deliveries.").shape(Shape::Number),
    field("from", Role::Sender, "The envelope sender: notices about failed delivery go to this address."),
    field("started", Role::State, "The number of the process that works on the queue.").shape(Shape::Number),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
];

const WORDS: &[Word] = &[
    word("new msg", "A message has entered the queue."),
    word("info msg", "What is known about the message: size, sender, and who submitted it."),
    word("end msg", "Done: nothing is left to deliver, and the message was removed from the queue."),
    word("bounce msg", "A notice about failed delivery was written for this message."),
    word(
        "starting delivery",
        "An attempt to deliver begins. Its result comes in a later line with the same delivery number.",
    ),
    word("to local", "For a mailbox on this server."),
    word("to remote", "For another mail server."),
    word(
        "success",
        "The attempt worked. For a mailbox on this server the message was delivered; for another server it means that the other server accepted the message and is now responsible for it.",
    ),
    word(
        "deferral",
        "The attempt did not work this time. The message stays in the queue, and it will be tried again, for a local and for a remote recipient alike.",
    ),
    word(
        "failure",
        "The attempt failed permanently. This recipient will not be tried again, and the sender is notified.",
    ),
    word("status:", "The delivery slots in use, out of those available."),
    word("exitasap", "The service was told to stop and waits for the deliveries that are running."),
    word("report mangled", "The delivery program's answer could not be read."),
    word("warning:", "Something is off, but the queue manager carries on."),
    word("alert:", "The operator of the server must act."),
];

const PATTERNS: &[Pattern] = &[
    line("message-new", "new msg {msg}{? queue{queue}}")
        .says("A new message entered the queue as number {msg}.")
        .effect(Effect::Birth(Message))
        .samples(&["new msg 574692321", "new msg 100926020 queue5"]),
    line("message-info", "info msg {msg}: bytes {bytes} from <{sender}> qp {qp} uid {uid}{? queue{queue}}")
        .says("The message has {bytes byte} and came from {sender}.")
        .effect(Effect::Envelope(Message))
        .tie(Tie::Known(Role::Queued))
        .samples(&[
            "info msg 574692321: bytes 16593 from <outlook_553EE1FF76D81E16@outlook.example> qp 5228 uid 108",
            "info msg 10306812: bytes 1553 from <> qp 4408 uid 7796",
            "info msg 10306814: bytes 2216 from <#@[]> qp 4416 uid 7796",
            "info msg 100926020: bytes 814 from <root@indi.example> qp 555 uid 0 queue5",
        ])
        .reads(&[
            Value("msg", "574692321"),
            Value("sender", "outlook_553EE1FF76D81E16@outlook.example"),
            Of(Message, "574692321"),
            Came(Outcome::Open),
            Says("The message has 16,593 bytes and came from outlook_553EE1FF76D81E16@outlook.example."),
        ]),
    line("delivery-start-local", "starting delivery {delivery}: msg {msg} to local {prefix}{recipient}{? queue{queue}}")
        .says("qmail began to deliver the message to {recipient}, a mailbox or alias on this server.")
        .facts(&[(Role::Channel, "local")])
        .effect(Effect::Start)
        .samples(&[
            "starting delivery 373: msg 574692321 to local spareparts.example-maurice.niccoli@spareparts.example",
            "starting delivery 3: msg 10306679 to local x75@ops.hostfarm.example",
            "starting delivery 1: msg 100926020 to local indi.example-ben@indi.example queue5",
        ]),
    line("delivery-start-remote", "starting delivery {delivery}: msg {msg} to remote {recipient}{? queue{queue}}")
        .says("qmail began to hand the message over to the mail server of {recipient}.")
        .facts(&[(Role::Channel, "remote")])
        .effect(Effect::Start)
        .samples(&[
            "starting delivery 1: msg 10306673 to remote user.b@droprcpt.example",
            "starting delivery 1: msg 10306673 to remote user.b@droprcpt.example queue2",
        ]),
    line("delivery-forwarded", "delivery {delivery}: success: {text}did_{stored}+{forwarded}+{programs}/qp_{qp}/{? queue{queue}}")
        .says("Delivery {delivery} worked: the message was passed on as a new message, queued by process {qp}.")
        .level(Level::Success)
        .effect(Effect::Result(Success))
        .tie(Tie::Led(Role::Queued, Led::Forward))
        .samples(&["delivery 11: success: did_0+1+0/qp_4301/", "delivery 1: success: did_0+1+0/qp_4301/ queue5"]),
    line("delivery-passed-on", "delivery {delivery}: success: {program}:_qp_{qp}/did_{stored}+{forwarded}+{programs}/{? queue{queue}}")
        .says("Delivery {delivery} worked: {program} passed the message on as a new message, queued by process {qp}.")
        .level(Level::Success)
        .effect(Effect::Result(Success))
        .tie(Tie::Led(Role::Queued, Led::Forward))
        .samples(&["delivery 41: success: forward:_qp_4390/did_0+0+1/", "delivery 1: success: forward:_qp_4390/did_0+0+1/ queue5"]),
    line("delivery-success", "delivery {delivery}: success: {text}{? queue{queue}}")
        .says("Delivery {delivery} worked.")
        .level(Level::Success)
        .effect(Effect::Result(Success))
        .samples(&[
            "delivery 374: success: vdelivermail:_valiases_processed/did_0+0+1/",
            "delivery 1: success: did_0+0+1/ queue5",
            "delivery 9: success: 192.0.2.25_accepted_message./Remote_host_said:_250_2.0.0_Ok:_queued_as_4F7C21/",
        ]),
    line("delivery-deferral", "delivery {delivery}: deferral: {text}{? queue{queue}}")
        .says("Delivery {delivery} did not work this time; it will be tried again.")
        .level(Temporary)
        .effect(Effect::Result(Deferral))
        .samples(&[
            "delivery 1: deferral: Connected_to_192.0.2.36_but_connection_died._(#4.4.2)/",
            "delivery 3: deferral: ",
            "delivery 3: deferral: Sorry,_I_couldn't_find_any_host_by_that_name._(#4.1.2)/ queue1",
        ]),
    line("delivery-failure", "delivery {delivery}: failure: {text}{? queue{queue}}")
        .says("Delivery {delivery} failed permanently.")
        .level(Permanent)
        .effect(Effect::Result(Failure))
        .samples(&[
            "delivery 12: failure: Sorry,_no_mailbox_here_by_that_name._(#5.1.1)/",
            "delivery 2: failure: Sorry,_no_mailbox_here_by_that_name._(#5.1.1)/ queue3",
        ]),
    line("delivery-report-mangled", "delivery {delivery}: report mangled, will defer")
        .says("The result of delivery {delivery} could not be read; it will be tried again.")
        .level(Temporary)
        .effect(Effect::Result(Deferral))
        .samples(&["delivery 5: report mangled, will defer"]),
    line("message-bounced", "bounce msg {msg} qp {qp}{? queue{queue}}")
        .says("A notice about the failed delivery of message {msg} was put into the queue by process {qp}.")
        .level(Permanent)
        .effect(Effect::Part(Message))
        .tie(Tie::Led(Role::Queued, Led::Bounce))
        .hints(&[("The delivery line before it, or the notice itself, says why it failed.", "")])
        .samples(&["bounce msg 10306812 qp 4416", "bounce msg 10306812 qp 4416 queue3"]),
    line("bounce-discarded", "triple bounce: discarding bounce/{msg}")
        .says("Even the notice about the failed notice could not be delivered. It was dropped, so that mail cannot go round for ever.")
        .level(Permanent)
        .helps(Party::OurServer, &[
            ("Give such notices a mailbox that exists: create the postmaster's, or name another in doublebounceto and doublebouncehost, then restart qmail-send:", "qmail-showctl | grep -i doublebounce; ls -la /var/qmail/alias/"),
            ("They come of mail that was taken for addresses that don't exist, usually spam with a forged sender: refuse unknown recipients during the connection (chkuser, validrcptto).", ""),
        ])
        .effect(Effect::Verdict(Message, crate::vocabulary::Outcome::Failed))
        .samples(&["triple bounce: discarding bounce/10306815"]),
    line("message-end", "end msg {msg}{? queue{queue}}")
        .says("Message {msg} is done and was removed from the queue; its number can be used again.")
        .effect(Effect::Death)
        .samples(&["end msg 574692321", "end msg 100926020 queue5"]),
    line("service-started", "status: local 0/{local_max} remote 0/{remote_max}")
        .says("No delivery is running; {local_max} local and {remote_max} remote ones may run at once. The queue manager also writes this when it starts.")
        .effect(Effect::Restart)
        .samples(&["status: local 0/10 remote 0/255"]),
    line("slots", "status: local {local}/{local_max} remote {remote}/{remote_max}{? queue{queue}}")
        .says("{local} of {local_max} local and {remote} of {remote_max} remote delivery slots are in use.")
        .sign(Sign::SlotsInUse)
        .samples(&["status: local 1/10 remote 4/255", "status: local 0/10 remote 0/20 queue2"]),
    line("service-stopping", "status: local {local}/{local_max} remote {remote}/{remote_max} exitasap")
        .says("The queue manager was told to stop and waits for {local} local and {remote} remote deliveries to end.")
        .level(Warning)
        .helps(Party::Nobody, &[("If nobody stopped it on purpose, see why; supervise starts it again:", "svstat /service/qmail-send; ps axww | grep readproctitle")])
        .samples(&["status: local 2/10 remote 4/255 exitasap"]),
    line("service-exited", "status: exiting")
        .says("The queue manager stopped. Messages stay in the queue; delivery numbers begin again at 1 when it starts.")
        .level(Warning)
        .helps(Party::Nobody, &[("If nobody stopped it on purpose, see why; supervise starts it again:", "svstat /service/qmail-send; ps axww | grep readproctitle")])
        .effect(Effect::Restart)
        .samples(&["status: exiting"]),
    line("queue-started", "qmail-daemon: pid {started}, queue {file} started")
        .says("The process {started} began to work on the queue {file}.")
        .samples(&["qmail-daemon: pid 189, queue /var/indimail/queue/queue3 started"]),
    line("local-planned", "local: {from} {recipient} {bytes} queue{queue}")
        .says("A message of {bytes byte} from {from} waits for its delivery to {recipient}, a mailbox or alias on this server.")
        .samples(&["local: root@indi.example ben@indi.example 814 queue5"]),
    line("remote-planned", "remote: {from} {recipient} {bytes} queue{queue}")
        .says("A message of {bytes byte} from {from} waits for its delivery to {recipient} on another server.")
        .samples(&["remote: root@indi.example ben@shop.example 814 queue5"]),
    line("clean-up-failed", "warning: qmail-clean unable to clean up {file}")
        .says("A finished file of the queue could not be removed.")
        .level(Warning)
        .helps(Party::OurServer, QUEUE)
        .samples(&["warning: qmail-clean unable to clean up mess/12/10306812"]),
    line("stat-failed", "warning: unable to stat {file}{?; will try again later}")
        .says("A file of the queue could not be examined: the queue is damaged or the disk has trouble.")
        .level(Warning)
        .helps(Party::OurServer, QUEUE)
        .samples(&["warning: unable to stat mess/12/10306812", "warning: unable to stat bounce/10306812; will try again later"]),
    line("open-failed", "warning: unable to open {file}")
        .says("A file of the queue could not be opened.")
        .level(Warning)
        .helps(Party::OurServer, QUEUE)
        .samples(&["warning: unable to open info/12/10306812"]),
    line("open-trouble", "warning: trouble opening {file}; will try again later")
        .says("A file of the queue could not be opened; it will be tried again.")
        .level(Warning)
        .helps(Party::OurServer, QUEUE)
        .samples(&["warning: trouble opening local/12/10306812; will try again later"]),
    line("read-failed", "warning: trouble reading {file}{?; will try again later}")
        .says("A file of the queue could not be read.")
        .level(Warning)
        .helps(Party::OurServer, QUEUE)
        .samples(&["warning: trouble reading info/12/10306812", "warning: trouble reading remote/12/10306812; will try again later"]),
    line("write-failed", "warning: trouble writing to {file}")
        .says("The queue could not be written to; often the disk is full.")
        .level(Warning)
        .helps(Party::OurServer, QUEUE)
        .samples(&["warning: trouble writing to info/12/10306812"]),
    line("fsync-failed", "warning: trouble fsyncing {file}")
        .says("The disk did not confirm a write to the queue.")
        .level(Warning)
        .helps(Party::OurServer, QUEUE)
        .samples(&["warning: trouble fsyncing local/12/10306812"]),
    line("create-failed", "warning: unable to create {file}")
        .says("A file of the queue could not be made: the disk is full, or the permissions are wrong.")
        .level(Warning)
        .helps(Party::OurServer, QUEUE)
        .samples(&["warning: unable to create info/12/10306812"]),
    line("unlink-failed", "warning: unable to unlink {file}{?; will try again later}")
        .says("A file of the queue could not be removed.")
        .level(Warning)
        .helps(Party::OurServer, QUEUE)
        .samples(&["warning: unable to unlink mess/12/10306812", "warning: unable to unlink bounce/10306812; will try again later"]),
    line("retry-time-lost", "warning: unable to utime {file}; message will be retried too soon")
        .says("The time of the next attempt could not be stored, so the message will be tried too soon.")
        .level(Warning)
        .helps(Party::OurServer, QUEUE)
        .samples(&["warning: unable to utime info/12/10306812; message will be retried too soon"]),
    line("queue-damaged", "warning: unknown record type in {file}{?!}")
        .says("A file of the queue holds something unexpected: the queue is damaged.")
        .level(Alert)
        .helps(Party::OurServer, QUEUE)
        .samples(&["warning: unknown record type in todo/10306812", "warning: unknown record type in local/12/10306812!"]),
    line("delivered-twice", "warning: trouble marking {file}; message will be delivered twice!")
        .says("The success could not be recorded, so the recipient will get the message once more.")
        .level(Warning)
        .helps(Party::OurServer, QUEUE)
        .samples(&["warning: trouble marking local/12/10306812; message will be delivered twice!"]),
    line("bounce-not-started", "warning: unable to start qmail-queue, will try later")
        .says("A notice about failed delivery could not be made now: the server lacks processes or memory.")
        .level(Warning)
        .helps(Party::OurServer, NO_RESOURCES)
        .samples(&["warning: unable to start qmail-queue, will try later"]),
    line("bounce-not-queued", "warning: trouble injecting bounce message, will try later")
        .says("A notice about failed delivery could not be put into the queue; it will be tried again.")
        .level(Warning)
        .helps(Party::OurServer, NO_RESOURCES)
        .samples(&["warning: trouble injecting bounce message, will try later"]),
    line("report-out-of-range", "warning: internal error: delivery report out of range")
        .says("A delivery program reported on an attempt that the queue manager does not know.")
        .level(Warning)
        .helps(Party::OurServer, &[("If it comes back, restart the queue manager, and look for a lack of files or memory:", "svc -t /service/qmail-send; ulimit -a; free -m")])
        .samples(&["warning: internal error: delivery report out of range"]),
    line("select-failed", "warning: trouble in select")
        .says("The system call that waits for work failed.")
        .level(Warning)
        .helps(Party::OurServer, &[("If it comes back, restart the queue manager, and look for a lack of files or memory:", "svc -t /service/qmail-send; ulimit -a; free -m")])
        .samples(&["warning: trouble in select"]),
    line("out-of-memory", "alert: out of memory, sleeping...")
        .says("The queue manager has no memory left, often because its limit is too low, and stands still.")
        .level(Alert)
        .helps(Party::OurServer, NO_RESOURCES)
        .samples(&["alert: out of memory, sleeping..."]),
    line("opendir-failed", "alert: unable to opendir {file}, sleeping...")
        .says("A folder of the queue cannot be read; the queue manager stands still.")
        .level(Alert)
        .helps(Party::OurServer, QUEUE)
        .samples(&["alert: unable to opendir todo, sleeping..."]),
    line("bounce-not-written", "alert: unable to append to bounce message; HELP! sleeping...")
        .says("A notice about failed delivery cannot be written: the disk is full or broken.")
        .level(Alert)
        .helps(Party::OurServer, QUEUE)
        .samples(&["alert: unable to append to bounce message; HELP! sleeping..."]),
    line("clean-lost", "alert: oh no! lost qmail-clean connection! dying...")
        .says("The helper that removes files of the queue died, so the queue manager stops too.")
        .level(Alert)
        .helps(Party::OurServer, NO_RESOURCES)
        .samples(&["alert: oh no! lost qmail-clean connection! dying..."]),
    line("spawn-lost", "alert: oh no! lost spawn connection! dying...")
        .says("The helper that starts deliveries died, so the queue manager stops too.")
        .level(Alert)
        .helps(Party::OurServer, NO_RESOURCES)
        .samples(&["alert: oh no! lost spawn connection! dying..."]),
    line("todo-lost", "alert: oh no! lost qmail-todo connection! dying...")
        .says("The helper that reads new messages died, so the queue manager stops too.")
        .level(Alert)
        .loose()
        .helps(Party::OurServer, NO_RESOURCES)
        .samples(&["alert: oh no! lost qmail-todo connection! dying..."]),
    line("locals-not-read", "alert: unable to reread control/locals")
        .says("The list of local domains could not be read again; the old list stays in force.")
        .level(Alert)
        .helps(Party::OurServer, NOT_STARTED)
        .samples(&["alert: unable to reread control/locals"]),
    line("virtualdomains-not-read", "alert: unable to reread control/virtualdomains")
        .says("The list of virtual domains could not be read again; the old list stays in force.")
        .level(Alert)
        .helps(Party::OurServer, NOT_STARTED)
        .samples(&["alert: unable to reread control/virtualdomains"]),
    line("controls-not-reread", "alert: unable to reread controls: unable to switch to home directory")
        .says("The settings could not be read again, because qmail's folder cannot be reached.")
        .level(Alert)
        .helps(Party::OurServer, NOT_STARTED)
        .samples(&["alert: unable to reread controls: unable to switch to home directory"]),
    line("queue-folder-lost", "alert: unable to switch back to queue directory; HELP! sleeping...")
        .says("The queue's folder vanished while the settings were read again.")
        .level(Alert)
        .helps(Party::OurServer, QUEUE)
        .samples(&["alert: unable to switch back to queue directory; HELP! sleeping..."]),
    line("start-no-home", "alert: cannot start: unable to switch to home directory")
        .says("The queue manager cannot start: qmail's folder is missing.")
        .level(Alert)
        .helps(Party::OurServer, NOT_STARTED)
        .samples(&["alert: cannot start: unable to switch to home directory"]),
    line("start-no-controls", "alert: cannot start: unable to read controls")
        .says("The queue manager cannot start: a settings file, often control/me, is missing or cannot be read.")
        .level(Alert)
        .helps(Party::OurServer, NOT_STARTED)
        .samples(&["alert: cannot start: unable to read controls"]),
    line("start-no-queue", "alert: cannot start: unable to switch to queue directory")
        .says("The queue manager cannot start: the queue's folder is missing.")
        .level(Alert)
        .helps(Party::OurServer, NOT_STARTED)
        .samples(&["alert: cannot start: unable to switch to queue directory"]),
    line("start-no-lock", "alert: cannot start: unable to open mutex")
        .says("The queue manager cannot start: its lock file is missing or has the wrong permissions.")
        .level(Alert)
        .helps(Party::OurServer, NOT_STARTED)
        .samples(&["alert: cannot start: unable to open mutex"]),
    line("start-twice", "alert: cannot start: qmail-send is already running")
        .says("A second queue manager was started and gave up; the first one keeps working.")
        .level(Alert)
        .helps(Party::OurServer, NOT_STARTED)
        .samples(&["alert: cannot start: qmail-send is already running"]),
    line("start-no-spawn", "alert: cannot start: hath the daemon spawn no fire?")
        .says("The queue manager cannot start: the helpers that make deliveries did not come up.")
        .level(Alert)
        .helps(Party::OurServer, NOT_STARTED)
        .samples(&["alert: cannot start: hath the daemon spawn no fire?"]),
    line("warning", "warning: qmail-todo: {detail}")
        .says("The helper that reads new messages warns of something.")
        .level(Warning)
        .loose()
        .samples(&["warning: qmail-todo: unable to open todo"]),
    line("report-number", "warning: internal error: delivery number not in range")
        .says("A delivery program reported on an attempt that the queue manager does not know.")
        .level(Warning)
        .helps(Party::OurServer, &[("If it comes back, restart the queue manager, and look for a lack of files or memory:", "svc -t /service/qmail-send; ulimit -a; free -m")])
        .loose()
        .samples(&["warning: internal error: delivery number not in range"]),
];
