//! Exim: a message waits in the queue, is held there, or is changed by an administrator, and the runs
//! through the queue.

use super::arrival::ID;
use super::{Effect, Field, Format, Pattern, Role, Shape, Word, field, line, word};
use crate::vocabulary::AttemptOutcome::Open;
use crate::vocabulary::Level::{Alert, Permanent, Temporary, Warning};
use crate::vocabulary::Outcome::Failed;
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Message;

/// What Exim logs about its queue.
pub static FORMAT: Format = Format {
    id: "exim-queue",
    title: "the Exim mail server, keeping its queue",
    found_in: &["/var/log/exim4/mainlog", "/var/log/exim_mainlog", "/var/log/exim/main.log"],
    sources: &["Exim 4.99 deliver.c", "Exim 4.99 queue.c", "Exim 4.99 exim.c"],
    programs: &["exim", "exim4"],
    own_log: true,
    realm: "exim",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    ID,
    field("locked", Role::OtherMessage, "The id of the message that is being worked on.")
        .shape(Shape::EximId),
    field("who", Role::User, "Who did it: a system user, or a part of the server."),
    field("why", Role::Text, "The reason."),
    field("address", Role::Address, "The address that it is about."),
    field("recipient", Role::Recipient, "For whom the message is.").shape(Shape::Hostile),
    field("host", Role::Remote, "The server at the other end.").shape(Shape::Word),
    field("ip", Role::Ip, "Its address.").shape(Shape::Ip),
    field("count", Role::Count, "How many there are."),
    field("queue", Role::State, "The name of the queue."),
    field("pid", Role::Pid, "The number of the process that goes through the queue."),
    field(
        "options",
        Role::Text,
        "How the queue is gone through: -qf tries every message, also those whose time has not come; -qff also frozen ones.",
    ),
    field("file", Role::Path, "The file of the queue."),
    field("age", Role::Duration, "How old the message was allowed to be.").shape(Shape::Text),
    field("space", Role::Count, "The free space, in kilobytes."),
    field("inodes", Role::Count, "How many more files the disk can hold."),
];

const WORDS: &[Word] = &[
    word("frozen", "A frozen message stays in the queue, and nothing is tried, until an administrator acts."),
    word("Frozen", "A frozen message stays in the queue, and nothing is tried, until an administrator acts."),
];

const PATTERNS: &[Pattern] = &[
    // A message has a log of its own (exim -Mvl), whose lines don't name it.
    line("own-log-begins", "Received from {address}{?{*}}")
        .says("The message's own log begins: Exim accepted it from {address}.")
        .samples(&["Received from <> R=1xUqTi-00009C-2z U=mailnull P=local S=4310", "Received from anna@shop.example H=mail.shop.example [192.0.2.25] P=esmtps S=2210"]),
    line("frozen-notice", "{?{msg} }Frozen (delivery error message)")
        .says("A notice about failed delivery could itself not be delivered, so Exim stopped trying. Most often it answers spam with a false sender, and it is safe to delete.")
        .level(Warning)
        .helps(Party::Nobody, &[("A notice that can't be returned usually answers spam, and it's safe to remove. Look at it, then remove it:", "exim -Mvh {msg}; exim -Mrm {msg}")])
        .effect(Effect::Part(Message))
        .samples(&["1xUqTi-00009C-2z Frozen (delivery error message)", "Frozen (delivery error message)"]),
    line("frozen", "{msg} Frozen{? {why}}")
        .says("Exim stopped trying to deliver this message until an administrator acts.")
        .level(Warning)
        .helps(Party::OurServer, &[("See why it was frozen, mend that, then let it go on (or remove it with -Mrm):", "exim -Mvl {msg}; exim -Mt {msg} && exim -M {msg}")])
        .effect(Effect::Part(Message))
        .samples(&["1xUqTi-00009D-2z Frozen", "1xUqTi-00009D-2z Frozen by the system filter: too odd"]),
    line("frozen-by", "{msg} frozen by {who}")
        .says("{who} stopped the delivery of this message. It stays in the queue until an administrator acts.")
        .level(Warning)
        .helps(Party::OurServer, &[("See why it was frozen, mend that, then let it go on (or remove it with -Mrm):", "exim -Mvl {msg}; exim -Mt {msg} && exim -M {msg}")])
        .effect(Effect::Part(Message))
        .samples(&["1xUqTk-0000BU-1L frozen by root", "1xUqTg-00004f-22 frozen by ACL"]),
    line("still-frozen", "{msg} Message is frozen")
        .says("The message is held: Exim does not try to deliver it until an administrator acts.")
        .level(Warning)
        .helps(Party::OurServer, &[("See why it was frozen, mend that, then let it go on (or remove it with -Mrm):", "exim -Mvl {msg}; exim -Mt {msg} && exim -M {msg}")])
        .effect(Effect::Part(Message))
        .samples(&["1xUqTg-00004f-22 Message is frozen"]),
    line("unfrozen", "{msg} Unfrozen by {why}")
        .says("The message is no longer held; delivery goes on.")
        .effect(Effect::Part(Message))
        .samples(&["1xUqTl-0000Cl-09 Unfrozen by forced delivery"]),
    line("unfrozen-by", "{msg} unfrozen by {who}")
        .says("{who} let the delivery of this message go on.")
        .effect(Effect::Part(Message))
        .samples(&["1xUqTl-0000Cl-09 unfrozen by root"]),
    line("given-up-frozen", "{msg} cancelled by timeout_frozen_after")
        .says("The message was held for so long that Exim removed it from the queue.")
        .level(Permanent)
        .helps(Party::OurServer, &[("The reason stands in its earlier lines. Many such messages are notices about spam; see what else is frozen:", "exigrep {msg} $(ls /var/log/exim4/mainlog /var/log/exim_mainlog 2>/dev/null); exim -bp | exiqgrep -z -c")])
        .effect(Effect::GiveUp)
        .samples(&["1xUqTh-00006s-1H cancelled by timeout_frozen_after"]),
    line("given-up", "{msg} cancelled by {who}{?: {why}}")
        .says("{who} ended the delivery of this message. The sender gets a notice that it was not delivered.")
        .level(Permanent)
        .effect(Effect::GiveUp)
        .samples(&["1xUqTh-00006s-1H cancelled by root", "1xUqTh-00006s-1H cancelled by system filter: no"]),
    line("removed", "{msg} removed by {who}")
        .says("{who} deleted this message from the queue. It was not delivered to those who were still waiting for it, and the sender is not notified.")
        .level(Permanent)
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["1xUqTi-00009A-2t removed by root"]),
    line("removed-old", "{msg} Message removed because older than {age}")
        .says("The message was too old for the queue and was removed.")
        .level(Permanent)
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["1xUqTi-00009A-2t Message removed because older than 7d"]),
    line("marked-delivered", "{msg} address <{address}> marked delivered by {who}")
        .says("{who} told Exim to treat {address} as delivered. Nothing was sent to it.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["1xUqTi-00008o-1r address <dmitri@laterco.example> marked delivered by root"]),
    line("all-marked-delivered", "{msg} all addresses marked delivered by {who}")
        .says("{who} told Exim to treat every recipient as delivered. Nothing was sent to them.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["1xUqTi-00008o-1r all addresses marked delivered by root"]),
    line("recipient-added", "{msg} recipient <{address}> added by {who}")
        .says("{who} added the recipient {address}.")
        .effect(Effect::Part(Message))
        .samples(&["1xUqTh-00006Y-0s recipient <dmitri@bluefern.example> added by root"]),
    line("sender-changed", "{msg} sender address changed to <{address}> by {who}")
        .says("{who} changed the envelope sender to {address}.")
        .effect(Effect::Part(Message))
        .samples(&["1xUqTg-00004a-1o sender address changed to <newsender@bluefern.example> by root"]),
    line("many-at-once", "{msg} no immediate delivery: more than {count} messages received in one connection")
        .says("The sender gave more than {count message} in one connection, so this one waits for the next run through the queue.")
        .alarming()
        .effect(Effect::Part(Message))
        .samples(&["1xUqTh-00005S-0C no immediate delivery: more than 4 messages received in one connection"]),
    line("waits-for-load", "{msg} no immediate delivery: load average {why}")
        .says("The load of this server was {why}, above what the settings allow for a delivery at once (queue_only_load), so the message waited for the next run through the queue.")
        .alarming()
        .effect(Effect::Part(Message))
        .samples(&["1xUqTh-00006V-0n no immediate delivery: load average 14.21"]),
    line("waits", "{msg} no immediate delivery: {why}")
        .says("The message waits for the next run through the queue: {why}.")
        .alarming()
        .effect(Effect::Part(Message))
        .samples(&["1xUqTh-00006V-0n no immediate delivery: queued by ACL"]),
    line("being-worked-on", "{msg} Spool file for {locked} is locked (another process is handling this message)")
        .says("Another process was delivering the message just then and had it locked, so this one left it alone. That is normal.")
        .alarming()
        .effect(Effect::Part(Message))
        .samples(&["1xUqTh-00006L-0e Spool file for 1xUqTh-00006L-0e is locked (another process is handling this message)"]),
    line("being-worked-on-old", "{msg} Spool file is locked (another process is handling this message)")
        .says("Another process was delivering the message just then and had it locked, so this one left it alone. That is normal.")
        .alarming()
        .effect(Effect::Part(Message))
        .samples(&["1xUqTh-00006L-0e Spool file is locked (another process is handling this message)"]),
    // What exiwhat shows of a process that is at it.
    line("being-sent", "{pid} delivering {msg} to {host} [{ip}] ({recipient}{?, ...})")
        .says("At this moment, a process of Exim is delivering the message to {recipient}: it's connected to {host}.")
        .effect(Effect::Attempt(Open))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["20711 delivering 1sE4Jx-0005Uc-2N to mx.client.example [192.0.2.9] (ben@client.example)", "20712 delivering 1sE4Jx-0005Uc-2N to mx.client.example [192.0.2.9] (ben@client.example, ...)"]),
    line("damaged", "{msg} Format error in spool file {file}")
        .says("A file of the queue is damaged, often because the disk was full or the server crashed.")
        .level(Alert)
        .helps(Party::OurServer, &[("See whether the disk is full or failing and what is left of the message; a damaged one can only be removed:", "df -h /var/spool/exim*; ls -l /var/spool/exim*/input/{msg}*; exim -Mrm {msg}")])
        .effect(Effect::Part(Message))
        .samples(&["1xUqTh-00006L-0e Format error in spool file 1xUqTh-00006L-0e-H: size=0"]),
    line("file-missing", "{msg} Spool file {file} not found")
        .says("A file of the queue is gone: the message was delivered meanwhile, or the queue is damaged.")
        .level(Warning)
        .helps(Party::OurServer, &[("See whether the disk is full or failing and what is left of the message; a damaged one can only be removed:", "df -h /var/spool/exim*; ls -l /var/spool/exim*/input/{msg}*; exim -Mrm {msg}")])
        .effect(Effect::Part(Message))
        .samples(&["1xUqTh-00006L-0e Spool file 1xUqTh-00006L-0e-D not found"]),
    line("gone", "{msg} spool file not found")
        .says("The message is no longer in the queue.")
        .effect(Effect::Part(Message))
        .samples(&["1xUqTh-00006L-0e spool file not found"]),
    line("no-recipients", "{msg} Spool error: no recipients for {file}")
        .says("The message in the queue has no recipients: the queue is damaged.")
        .level(Alert)
        .helps(Party::OurServer, &[("See whether the disk is full or failing and what is left of the message; a damaged one can only be removed:", "df -h /var/spool/exim*; ls -l /var/spool/exim*/input/{msg}*; exim -Mrm {msg}")])
        .effect(Effect::Part(Message))
        .samples(&["1xUqTh-00006L-0e Spool error: no recipients for 1xUqTh-00006L-0e-H"]),
    line("run-start", "Start {?'{queue}' }queue run: pid={pid}{? {options}}")
        .says("Exim began to go through its queue.")
        .samples(&["Start queue run: pid=98", "Start queue run: pid=2477 -qf", "Start 'slow' queue run: pid=2477"]),
    line("run-end", "End {?'{queue}' }queue run: pid={pid}{? {options}}")
        .says("Exim came to the end of its queue.")
        .samples(&["End queue run: pid=98", "End queue run: pid=2477 -qf"]),
    line("run-abandoned", "Abandon queue run: {why}")
        .says("Exim stopped going through its queue: {why}.")
        .level(Warning)
        .helps(Party::OurServer, &[("See what stops it: load, disk or another queue run:", "uptime; df -h; exim -bpc; exiwhat")])
        .samples(&["Abandon queue run: pid=98 (load 20.00, max 10.00)"]),
    line("disk-full", "{?{msg} }spool directory space check failed: space={space}{? inodes={inodes}}")
        .says("The disk that holds the queue is nearly full, so senders are asked to try again later.")
        .helps(Party::OurServer, &[("See which file system is full, by space and by inodes:", "df -h; df -i")])
        .level(Alert)
        .samples(&["spool directory space check failed: space=1200 inodes=9000", "1xUqTh-00006L-0e spool directory space check failed: space=1200"]),
    line("log-disk-full", "{?{msg} }log directory space check failed: space={space}{? inodes={inodes}}")
        .says("The disk that holds the logs is nearly full, so senders are asked to try again later.")
        .level(Temporary)
        .helps(Party::OurServer, &[("Make room on the disk that holds the logs and the queue; Exim takes mail again by itself then:", "df -h; df -i; du -xsh /var/log/* /var/spool/exim* | sort -h | tail")])
        .samples(&["log directory space check failed: space=1200 inodes=9000"]),
];
