//! Lists of what waits in a mail queue: `exim -bp`, `mailq` of Postfix and Sendmail, `qmail-qread` and
//! `qmail-qstat`. One entry is one message, with its recipients below it.
//!
//! A mark behind the id tells what the server does with it: Postfix writes `*` for being delivered right
//! now and `!` for on hold; Sendmail `*` for being worked on, `X` for a load that is too high.

use super::{
    Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, Sign, Software, Tie, field, line,
    word,
};
use crate::format::Led;
use crate::vocabulary::AttemptOutcome::{Deferral, Success};
use crate::vocabulary::Level::{self, Alert, Temporary, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::{Dialogue, Message};

/// What waits in a queue.
pub static FORMAT: Format = Format {
    id: "queue-listing",
    title: "a list of what waits in the queue of a mail server",
    found_in: &["a terminal: mailq, exim -bp, postqueue -p, qmail-qread, qmail-qstat"],
    sources: &[
        "Exim 4.96 queue.c",
        "Postfix 3.8 showq.c, postqueue.c",
        "Sendmail 8.17 queue.c",
        "notqmail 1.09 qmail-qread.c, qmail-qstat.sh",
    ],
    place: Place::Document(Message),
    kind: FormatKind::Queue,
    realm: "queue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Where a list can begin.
const BEGIN: &[Part] = &[Part::Outside, Part::Rows, Part::Closed, Part::Talk, Part::Calling, Part::Text];
/// Below an entry.
const BELOW: &[Part] = &[Part::Rows];

const FIELDS: &[Field] = &[
    field("age", Role::Duration, "How long it has waited: m minutes, h hours, d days.").shape(Shape::Word),
    field("size", Role::Bytes, "The size of the message: { byte}."),
    field("short_size", Role::Text, "The size of the message: K means 1,024 bytes.").shape(Shape::Word),
    field("id", Role::Message, "The id of the message. Search the server's log for it."),
    field("exim_id", Role::Message, "The id of the message. Search the server's log for it.")
        .shape(Shape::EximId),
    field("queue_id", Role::Message, "The id of the message. Search the server's log for it.")
        .shape(Shape::QueueId),
    field("number", Role::Message, "The number of the message in qmail's queue. Search the log for it.")
        .shape(Shape::Number),
    field("mark", Role::State, "What the server does with it.").shape(Shape::Word).values(&[
        word("*", "It is being delivered right now."),
        word("!", "It is on hold until an operator lets it go."),
    ]),
    field("sender", Role::Sender, "The envelope sender: notices about failed delivery go to this address."),
    field("bare", Role::Sender, "The envelope sender: notices about failed delivery go to this address.")
        .shape(Shape::PlainMailbox),
    field("recipient", Role::Recipient, "A recipient that has not been served yet.")
        .shape(Shape::PlainMailbox),
    field("local", Role::Recipient, "A recipient on this server.").shape(Shape::Name),
    field("served", Role::Recipient, "A recipient that was served.").shape(Shape::PlainMailbox),
    field("user", Role::User, "The system user who submitted the message on the server itself.")
        .shape(Shape::Word),
    field("channel", Role::Channel, "The way out of the queue: local or remote.").shape(Shape::Name),
    field("reply", Role::Reply, "Why it did not work at the last attempt."),
    field("weekday", Role::Time, "When it came in.").shape(Shape::Name),
    field("month", Role::Time, "When it came in.").shape(Shape::Name),
    field("day", Role::Time, "When it came in.").shape(Shape::Number),
    field("clock", Role::Time, "When it came in.").shape(Shape::Word),
    field("year", Role::Time, "When it came in.").shape(Shape::Number),
    field("count", Role::Count, "How many: {}."),
    field("thousands", Role::Count, "How many: {}, and more digits.").shape(Shape::HexOf(3)),
    field("path", Role::Path, "The folder of the queue.").shape(Shape::Word),
    field("gap", Role::Keyword, "White space between two columns.").shape(Shape::Space),
    field("rest", Role::Text, "The rest of the line."),
];

/// An entry of a list.
const fn entry(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(BEGIN).effect(Effect::Birth(Message)).then(Part::Rows)
}

/// A line about the whole list: it tells of no message.
const fn about(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(BEGIN)
}

/// A recipient of the entry above.
const fn recipient(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(BELOW).effect(Effect::Start)
}

/// What helps about a queue with very much in it.
const FLOODED: &[(&str, &str)] = &[
    (
        "See whose they are: many of one sender are spam of an account or a script, many to one domain wait for that domain, many from <> are bounces of spam. Count the senders of the list (exim -bp, qmail-qread).",
        "",
    ),
    (
        "If it's spam: stop the account or script first, then remove its messages. If it's one domain: the reason of the last try says what to do.",
        "",
    ),
];

const PATTERNS: &[Pattern] = &[
    entry("exim-entry", "{?{gap}}{age}{gap}{short_size} {exim_id} <{sender}>{? ({user})}", "Message {exim_id} from {sender} has waited for {age}.")
        .sign(Sign::Entry(Software::Exim))
        .tie(Tie::MadeBy(Role::Message, Led::Same))
        .samples(&[" 0m   361 1xUqdk-00006E-0J <anna@bluefern.example>", " 0m   423 1xUqUl-0000yZ-2X <boris@bluefern.example> (www-data)", "26h  2.9K 1xUqdk-00006E-0J <>"]),
    entry("exim-entry-frozen", "{?{gap}}{age}{gap}{short_size} {exim_id} <{sender}>{? ({user})} *** frozen ***", "Message {exim_id} from {sender} has waited for {age}. It is frozen: the server does not try any more until an operator acts.")
        .sign(Sign::FrozenEntry)
        .tie(Tie::MadeBy(Role::Message, Led::Same))
        .level(Warning)
        .samples(&[" 3d  2.9K 1xUqdk-00006E-0J <> *** frozen ***"]),
    // Without what a forum ate.
    entry("exim-entry-bare", "{?{gap}}{age}{gap}{short_size} {exim_id} {bare}{? ({user})}", "Message {exim_id} from {bare} has waited for {age}.")
        .tie(Tie::MadeBy(Role::Message, Led::Same))
        .samples(&[" 31m  1.9K 1xUqdk-00006E-0J anna@bluefern.example"]),
    recipient("recipient", "{gap}{recipient}", "It still waits to reach {recipient}.").samples(&["          x@silent.example", "                                         ben@shop.example"]),
    recipient("recipient-served", "{gap}D {served}", "It has reached {served}.")
        .effect(Effect::Attempt(Success))
        .samples(&["        D anna@shop.example"]),
    recipient("recipient-in-brackets", "{gap}<{recipient}>", "It still waits to reach {recipient}.").samples(&["\t\t\t\t\t <ben@shop.example>"]),
    recipient("recipient-of-qmail", "{gap}{channel}{gap}{recipient}", "It still waits to reach {recipient}.").samples(&["\tremote\tben@shop.example", "        remote  ben@shop.example"]),
    recipient("recipient-of-qmail-served", "  done{gap}{channel}{gap}{served}", "It has reached {served}.")
        .effect(Effect::Attempt(Success))
        .samples(&["  done\tremote\tben@shop.example"]),
    recipient("recipient-local", "{gap}{local}", "It still waits to reach {local}, a mailbox of this server.").loose().samples(&["                 root"]),
    line("reason", "{?{gap}}{?8BITMIME{gap}}({reply})")
        .says("Why it has not worked yet: \"{reply}\".")
        .within(BELOW)
        .effect(Effect::Result(Deferral))
        .level(Temporary)
        .samples(&["(host mx.shop.example[192.0.2.25] said: 451 4.7.1 Try again later (in reply to RCPT TO command))", "                 (Deferred: Connection timed out with mx.shop.example.)"]),
    entry("postfix-entry", "{queue_id}{?{mark}}{gap}{size} {weekday} {month}{gap}{day} {clock}{gap}{sender}", "Message {queue_id} from {sender} waits since {month} {day}, {clock}.")
        .sign(Sign::Entry(Software::Postfix))
        .tie(Tie::MadeBy(Role::Message, Led::Same))
        .samples(&["4WxYz12345z9Q     1234 Sat Nov 21 19:09:04  anna@shop.example", "A1B2C3D4E5*     512 Sun Nov  1 09:05:29  MAILER-DAEMON"]),
    entry("sendmail-entry", "{id}{gap}{size} {weekday} {month}{gap}{day} {clock} <{sender}>", "Message {id} from {sender} waits since {month} {day}, {clock}.")
        .sign(Sign::Entry(Software::Sendmail))
        .tie(Tie::MadeBy(Role::Message, Led::Same))
        .loose()
        .samples(&["6ALJ9oVO000754     1234 Sat Nov 21 19:09 <anna@shop.example>"]),
    entry("sendmail-entry-user", "{id}{gap}{size} {weekday} {month}{gap}{day} {clock} {user}", "Message {id}, which {user} submitted on the server itself, waits since {month} {day}, {clock}.")
        .sign(Sign::Entry(Software::Sendmail))
        .tie(Tie::MadeBy(Role::Message, Led::Same))
        .loose()
        .samples(&["s4K92xT1012345       42 Tue May 20 11:02 apache"]),
    entry("sendmail-notice", "{id}{gap}{size} {weekday} {month}{gap}{day} {clock} MAILER-DAEMON", "Message {id}, a notice about failed delivery, waits since {month} {day}, {clock}.")
        .sign(Sign::NoticeEntry)
        .tie(Tie::MadeBy(Role::Message, Led::Same))
        .loose()
        .samples(&["6ALJ93wp000483     1382 Sat Nov 21 19:09 MAILER-DAEMON"]),
    entry("qmail-entry", "{day} {month} {year} {clock} GMT{gap}#{number}{gap}{size}{gap}<{sender}>{?{gap}}{? {rest}}", "Message {number} from {sender} waits since {day} {month}, {clock}.")
        .sign(Sign::Entry(Software::Qmail))
        .tie(Tie::MadeBy(Role::Message, Led::Same))
        .samples(&["21 Nov 2026 19:09:08 GMT  #574692321  1234  <anna@shop.example> "]),
    about("postfix-heading", "-Queue ID-{rest}", "The names of the columns of Postfix's list.").samples(&["-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------"]),
    about("sendmail-heading", "-----Q-ID-----{rest}", "The names of the columns of Sendmail's list.").samples(&["-----Q-ID----- --Size-- -----Q-Time----- ------------Sender/Recipient-----------"]),
    about("sendmail-folder", "{?{gap}}{path} ({count} request{?s})", "In this folder of Sendmail {count message waits|messages wait}.").samples(&["\t\t/var/spool/mqueue (2 requests)"]),
    about("sendmail-empty", "{path} is empty", "In this folder of the queue nothing waits.").level(Level::Success).samples(&["/var/spool/mqueue is empty"]),
    about("sendmail-kind", "M{?SP}{?TA} Queue status...", "Sendmail has two queues: mail that programs here submit (MSP), and that of the server (MTA).").samples(&["MSP Queue status...", "MTA Queue status..."]),
    about("exim-domain", "{?{gap}}{count}{gap}{number}{?KB}{?MB}{?GB}{gap}{number}{?m}{?h}{?d}{gap}{number}{?m}{?h}{?d}{gap}{rest}", "In Exim's queue {count message waits|messages wait} for {rest}.").loose().samples(&[" 1190    66MB     37h      4m  bigmail.example", "    2     3KB      3h      3h  TOTAL"]),
    about("exim-flooded", "{?{gap}}{thousands}{count}{gap}{number}{?MB}{?GB}{gap}{number}{?m}{?h}{?d}{gap}{number}{?m}{?h}{?d}{gap}TOTAL", "In Exim's queue {thousands}{count message waits|messages wait}, which is many.")
        .level(Warning)
        .helps(Party::OurServer, FLOODED)
        .samples(&[" 5491   581MB      3d      2m  TOTAL"]),
    about("exim-not-allowed", "exim: permission denied", "Only root or an admin user of Exim may do that: this user has no permission.")
        .level(Level::Permanent)
        .helps(Party::OurServer, &[("Call the same command again as root, or with sudo in front of it.", "")])
        .samples(&["exim: permission denied"]),
    // qmHandle and qmail-qread.
    about("handle-flooded", "Total messages: {thousands}{count}", "In qmail's queue {thousands}{count message waits|messages wait}, which is many.")
        .level(Warning)
        .helps(Party::OurServer, FLOODED)
        .samples(&["Total messages: 17422"]),
    about("handle-count", "{?Total messages}{?Messages with local recipients}{?Messages with remote recipients}{?Messages with bounces}{?Messages in preprocess}: {count}", "How many messages of a kind are in qmail's queue: {count}.").loose().samples(&["Total messages: 2", "Messages with bounces: 966"]),
    about("handle-stopped", "Qmail isn't running{rest}", "The service qmail-send isn't running, so nothing leaves the queue.")
        .level(Level::Permanent)
        .helps(Party::OurServer, &[("Start it, and see in its log why it stopped:", "svstat /service/qmail-send; svc -u /service/qmail-send; tail -50 /var/log/qmail/current")])
        .samples(&["Qmail isn't running, can't send messages!"]),
    about("read-not-allowed", "{?warning: }{?fatal: }unable to opendir {path}: access denied", "The folder {path} of the queue may not be read: that takes root.")
        .level(Level::Permanent)
        .helps(Party::OurServer, &[("Call the same command again as root, or with sudo in front of it.", "")])
        .samples(&["fatal: unable to opendir info/0: access denied"]),
    about("read-damaged", "warning: trouble with #{number}: {rest}", "The queue is inconsistent: of message {number} a file is missing ({rest}). If it left the queue at that moment, that is nothing.")
        .effect(Effect::Part(Dialogue))
        .then(Part::Closed)
        .level(Warning)
        .helps(Party::OurServer, &[("Look again after a minute. If the same number is still named, stop qmail-send and have the queue repaired (queue-repair or qmail-qfix), then start it.", "")])
        .samples(&["warning: trouble with #2490418: file does not exist"]),
    about("sendmail-total", "{gap}Total requests: {count}", "All in all {count message waits|messages wait}.").samples(&["\t\tTotal requests: 2"]),
    about("postfix-total", "-- {short_size} Kbytes in {count} Request{?s}.", "All in all {count message waits|messages wait}.").samples(&["-- 3 Kbytes in 2 Requests."]),
    about("empty", "Mail queue is empty", "Nothing waits in the queue.").level(Level::Success).samples(&["Mail queue is empty"]),
    about("qmail-waiting", "messages in queue: {count}", "In qmail's queue {count message waits|messages wait}.").samples(&["messages in queue: 12"]),
    about("qmail-flooded", "messages in queue but not yet preprocessed: {thousands}{count}", "qmail's queue is flooded: {thousands}{count message in it isn't|messages in it aren't} even preprocessed, so new mail waits behind them.")
        .effect(Effect::Part(Dialogue))
        .then(Part::Closed)
        .level(Alert)
        .helps(
            Party::OurServer,
            &[
                ("See what they are. Many notices with the sender <> are backscatter: this server accepts mail for unknown recipients and returns it; many of one sender are spam of an account or a script:", "qmail-qread | grep -o '<[^>]*>' | sort | uniq -c | sort -rn | head"),
                ("Stop the source first: refuse unknown recipients at the door (chkuser), or lock that account; then stop qmail-send, remove those messages (qmHandle, qmail-remove) and start it again.", ""),
                ("See that qmail-send runs and the disk of the queue keeps up:", "svstat /service/qmail-send /service/*; df -h /var/qmail/queue"),
            ],
        )
        .samples(&["messages in queue but not yet preprocessed: 14877"]),
    about("qmail-new", "messages in queue but not yet preprocessed: {count}", "Of these, qmail-send has not looked at {count} yet. Many of them mean that it does not run or cannot keep up.")
        .loose()
        .samples(&["messages in queue but not yet preprocessed: 0"]),
    about("command", "$ exim -bp", "Somebody asked what waits in Exim's queue.").samples(&["$ exim -bp"]),
    about("command-of-root", "# exim -bp", "Somebody asked what waits in Exim's queue.").samples(&["# exim -bp"]),
    about("command-mailq", "{?$ }{?# }mailq", "Somebody asked what waits in the queue.").samples(&["$ mailq", "mailq"]),
];
