//! Postfix qmgr: the queue manager. It names sender and size whenever it takes a message up, and it says
//! when a message has left the queue.

use super::Stated::{Of, Says, Value};
use super::smtpd::{DETAIL, FROM, QID};
use super::{Datum, Effect, Field, Format, Pattern, Role, Shape, Sign, Tie, Word, field, line, word};
use crate::vocabulary::Level::{Alert, Permanent, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Message;

/// What the queue manager writes to the mail log.
pub static FORMAT: Format = Format {
    id: "postfix-qmgr",
    title: "the Postfix queue manager",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "journalctl -u 'postfix*'"],
    sources: &["Postfix qmgr_active.c, qmgr_message.c", "Postfix 3.7 run"],
    programs: &["qmgr", "nqmgr", "oqmgr", "postfix"],
    realm: "postfix",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    QID,
    FROM,
    DETAIL,
    field("size", Role::Bytes, "The size of the message: { byte}."),
    field("count", Role::Count, "How many recipients the message has in the queue: {}.")
        .datum(Datum::Recipients),
    field("transport", Role::Channel, "The delivery program that it is about.").shape(Shape::Text),
    field("error", Role::Text, "What went wrong, in the words of the system."),
    field("destination", Role::Host, "The place that the mail is for.").shape(Shape::Word),
    field("used", Role::Count, "How many places of the queue it takes: {}."),
    field("all", Role::Count, "How many places there are: {}."),
    field("file", Role::Path, "The file that it is about."),
];

const WORDS: &[Word] = &[
    word(
        "queue active",
        "The queue manager picked the message up for delivery. It says so again at every retry.",
    ),
    word("removed", "Done: every recipient was served or given up, and the message left the queue."),
    word("status=expired", "The message was tried until the queue's time limit and then given up."),
    word("returned to sender", "The sender gets a notice about it."),
];

const PATTERNS: &[Pattern] = &[
    line("active", "{qid}: from=<{from}>, size={size}, nrcpt={count} (queue active)")
        .says("The queue manager took up the message from {from} for delivery. It has {size byte} and {count recipient} still to serve.")
        .effect(Effect::Again(Message))
        .tie(Tie::Known(Role::Sender))
        .samples(&["F049C9B85C7: from=<support@oakandlinen.example>, size=827, nrcpt=1 (queue active)", "4jX1z14lZcz1Sf8p: from=<>, size=2216, nrcpt=1 (queue active)"])
        .reads(&[
            Value("count", "1"),
            Of(Message, "F049C9B85C7"),
            Says("The queue manager took up the message from support@oakandlinen.example for delivery. It has 827 bytes and 1 recipient still to serve."),
        ]),
    line("removed", "{qid}: removed")
        .says("The message is done and left the queue: every recipient was served or given up.")
        .effect(Effect::Death)
        .samples(&["F049C9B85C7: removed"]),
    line("expired", "{qid}: from=<{from}>, status=expired, returned to sender")
        .says("The message was tried until the queue's time limit. It was given up, and the sender is notified.")
        .level(Permanent)
        .effect(Effect::Done)
        .samples(&["C1BC89B85C8: from=<defersender@kingfisherbakery.example>, status=expired, returned to sender"]),
    line("force-expired", "{qid}: from=<{from}>, status=force-expired, returned to sender")
        .says("An administrator expired the message early, and the sender is notified.")
        .level(Permanent)
        .effect(Effect::Done)
        .samples(&["C1BC89B85C8: from=<defersender@kingfisherbakery.example>, status=force-expired, returned to sender"]),
    line("still-running", "{qid}: skipped, still being delivered")
        .says("A delivery of this message is still running, so it is not tried again now.")
        .effect(Effect::Part(Message))
        .samples(&["C1BC89B85C8: skipped, still being delivered"]),
    line("no-transport", "warning: connect to transport {transport}: {error}")
        .sign(Sign::NoTransport)
        .says("Postfix can't reach its service {transport}: {error}. Mail for it waits.")
        .helps(Party::OurServer, &[
            ("Define that service in master.cf, or correct the setting that names it (virtual_transport, mailbox_transport, transport_maps). Both:", "postconf -n | grep transport; postconf -M"),
            ("Then load it, and deliver what waits:", "postfix reload; postqueue -f"),
        ])
        .level(Alert)
        .samples(&["warning: connect to transport private/nosuch: No such file or directory"]),
    line("transport-crashed", "warning: {transport} transport failure -- see a previous warning/fatal/panic logfile record for the problem description")
        .says("A delivery program couldn't do its work. The lines just above say why.")
        .level(Alert)
        .follows()
        .helps(Party::OurServer, &[("Its own line just before says why it ended:", "journalctl -t postfix/{transport} -n 30; grep -h 'postfix/{transport}' /var/log/mail.log /var/log/maillog | tail -20")])
        .loose()
        .samples(&["warning: private/smtp transport failure -- see a previous warning/fatal/panic logfile record for the problem description"]),
    line("transport-failed", "warning: transport {transport} failure -- see a previous warning/fatal/panic logfile record for the problem description")
        .says("The delivery program of the transport {transport} couldn't do its work. The lines just above say why.")
        .helps(Party::OurServer, &[("Its own line just before says why:", "grep -h -e fatal: -e panic: /var/log/mail.log /var/log/maillog | tail -20; postconf -M {transport}/unix")])
        .level(Alert)
        .follows()
        .samples(&["warning: transport smtp failure -- see a previous warning/fatal/panic logfile record for the problem description"]),
    line("queue-clogged", "warning: mail for {destination} is using up {used} of {all} active queue entries")
        .says("Mail for {destination} fills the queue, so other mail is late. Check that place, and whether someone sends spam.")
        .level(Warning)
        .helps(Party::OurServer, &[("See who sends so much mail to {destination}, and whether it's wanted (a newsletter) or spam of a stolen account:", "qshape -s active; qshape active; postqueue -p | tail"), ("If it's wanted, give {destination} a transport of its own with a rate limit (transport_maps, a smtp service with its own process limit), so that other mail doesn't wait behind it. Don't flush the queue meanwhile.", "postconf transport_maps default_destination_concurrency_limit")])
        .samples(&["warning: mail for bigmail.example is using up 19000 of 20000 active queue entries"]),
    line("queue-clogged-advice", "warning: {?this may slow down other mail deliveries}{?you may need to increase the main.cf {detail}}{?you may need to reduce {detail}}{?please avoid flushing the whole queue when you have}{?lots of deferred mail, that is bad for performance}{?to turn off these warnings {detail}}")
        .says("Advice of Postfix about the queue that is nearly full.")
        .loose()
        .samples(&["warning: this may slow down other mail deliveries", "warning: please avoid flushing the whole queue when you have"]),
    line("corrupt", "warning: saving corrupt file \"{file}\" from queue \"{detail}")
        .says("A damaged message was set aside in the queue folder \"corrupt\". Check the disk.")
        .helps(Party::OurServer, &[("Look at what the message still holds before you remove it; then see whether the disk has errors:", "postcat /var/spool/postfix/corrupt/*; dmesg -T | grep -i -e 'I/O error' -e EXT4-fs -e XFS | tail")])
        .level(Alert)
        .samples(&["warning: saving corrupt file \"71E829B85D4\" from queue \"active\" to queue \"corrupt\""]),
];
