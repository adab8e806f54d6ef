//! simscan: stands in for qmail-queue and has the content of each message checked for spam and viruses.
//!
//! Its number in brackets is the process number of qmail-smtpd, so tcpserver's lines have it too. A
//! subject can hold anything; the address of the client that counts is the last one in the line.

use super::{Datum, Effect, Field, Format, Pattern, Role, Shape, Sign, Word, field, line, word};
use crate::vocabulary::Level::{Alert, Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Connection;

const SPAM_SCORE: &[(&str, &str)] = &[
    (
        "If the message was wanted: allow the sender in SpamAssassin, or raise the points for that domain (spam_hits in simcontrol) and build the table again:",
        "grep -rn whitelist_from /etc/mail/spamassassin /home/vpopmail/domains; cat /var/qmail/control/simcontrol; /var/qmail/bin/simscanmk",
    ),
    (
        "See which rules gave the points, in spamd's line of that second:",
        "grep -h 'spamd: result: Y' /var/log/maillog /var/log/spamd/current | tail",
    ),
];

/// What simscan writes to the log of qmail-smtpd.
pub static FORMAT: Format = Format {
    id: "simscan",
    title: "the content filter that runs as mail comes in",
    found_in: &["/var/log/smtp/current"],
    sources: &["simscan 1.4.x simscan.c"],
    realm: "qmail",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field(
        "pid",
        Role::Pid,
        "The number of the process that serves this connection; tcpserver's lines have the same one.",
    ),
    field("score", Role::Count, "The points that SpamAssassin gave: {}. More points mean more like spam.")
        .datum(Datum::Score)
        .shape(Shape::Decimal),
    field("required", Role::Count, "The points from which a message counts as spam: {}.")
        .datum(Datum::Required)
        .shape(Shape::Decimal),
    field("domain_required", Role::Count, "The points from which this domain refuses a message: {}.")
        .shape(Shape::Decimal),
    field("seconds", Role::Duration, "How long the check took: { second}.").shape(Shape::Decimal),
    field("subject", Role::Subject, "The subject of the message."),
    field("name", Role::Text, "What was found.").shape(Shape::Hostile),
    field("client", Role::Client, "The address of the client: whoever made the connection."),
    field("sender", Role::Sender, "The envelope sender: notices about failed delivery go to this address."),
    field("recipients", Role::Recipient, "The recipients, with commas between them.").shape(Shape::Text),
    field("bytes", Role::Bytes, "The size of the message: { byte}."),
    field("code", Role::State, "The code that the program ended with.").shape(Shape::Decimal),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
];

const WORDS: &[Word] = &[
    word("clamdscan", "The program that asks the virus scanner ClamAV."),
    word("ripmime", "The program that takes attachments out of a message."),
];

/// What helps about a virus check that fails.
const CLAMD: &[(&str, &str)] = &[
    (
        "Start the virus scanner (clamd), and see why it doesn't answer: often it's out of memory or its list of viruses is missing. Mail waits at the senders meanwhile, and comes automatically after:",
        "systemctl restart clamd clamav-daemon; svstat /service/clam*; free -m; tail -50 /var/log/clamav/clam*.log",
    ),
    (
        "If clamd runs: the memory limit (softlimit) of qmail-smtpd may be too small for clamdscan. Raise it in the service's run file:",
        "grep -h softlimit /service/*smtpd/run",
    ),
];

/// A verdict: its name, the word that the line has, and what stands before the client's address.
macro_rules! verdict {
    ($id:literal, $state:literal, $what:literal) => {
        line(
            $id,
            concat!(
                "simscan:[{pid}]:",
                $state,
                "{? ({score}/{required}{?/{domain_required}})}:{seconds}s:",
                $what,
                ":{client}:{sender}:{recipients}"
            ),
        )
        .effect(Effect::Part(Connection))
    };
}

/// What simscan reports on its own work.
macro_rules! note {
    ($id:literal, $text:literal) => {
        line($id, concat!("simscan:[{pid}]:{? }", $text)).effect(Effect::Part(Connection))
    };
}

const PATTERNS: &[Pattern] = &[
    verdict!("clean", "CLEAN", "{subject}")
        .says("The message from {sender} passed the content check.")
        .level(Success)
        .samples(&[
            "simscan:[5210]:CLEAN (-1.20/6.00):2.3412s:Re: your order: 12345:192.0.2.4:anna@shop.example:ben@hostfarm.example",
            "simscan:[5210]:CLEAN (0.10/5.00/8.00):0.9s:Offer:192.0.2.4:anna@shop.example:ben@hostfarm.example,jane@hostfarm.example",
        ]),
    verdict!("spam-refused", "SPAM REJECT", "{subject}")
        .says("The message from {sender} was refused as spam. The sender's server was told.")
        .level(Permanent)
        .facts(&[(Role::Reason, "spamdetected")])
        .hints(SPAM_SCORE)
        .samples(&["simscan:[5211]:SPAM REJECT (14.20/6.00):3.1021s:You won: claim now:192.0.2.66:win@prizes.example:ben@hostfarm.example"]),
    verdict!("spam-dropped", "SPAM DROPPED", "{subject}")
        .says("The message from {sender} was discarded as spam. Nobody was notified: to the sender it looks accepted.")
        .level(Permanent)
        .facts(&[(Role::Reason, "spamdetected")])
        .hints(SPAM_SCORE)
        .samples(&["simscan:[5211]:SPAM DROPPED (24.20/6.00):3.1021s:You won:192.0.2.66:win@prizes.example:ben@hostfarm.example"]),
    verdict!("spam-passed", "SPAM PASS", "{subject}")
        .says("The message from {sender} looks like spam, but the domain wants it delivered.")
        .level(Success)
        .samples(&["simscan:[5211]:SPAM PASS (7.20/6.00):3.1021s:You won:192.0.2.66:win@prizes.example:ben@hostfarm.example"]),
    verdict!("passed", "PASSTHRU", "{subject}")
        .says("The message from {sender} looks like spam, but the domain wants it delivered.")
        .level(Success)
        .samples(&["simscan:[5211]:PASSTHRU (7.20/6.00):3.1021s:You won:192.0.2.66:win@prizes.example:ben@hostfarm.example"]),
    verdict!("virus-refused", "VIRUS", "{name}")
        .says("The message from {sender} was refused because of a virus: {name}.")
        .level(Permanent)
        .facts(&[(Role::Reason, "virusdetected")])
        .samples(&["simscan:[5211]:VIRUS:0.2101s:Eicar-Test-Signature:192.0.2.66:win@prizes.example:ben@hostfarm.example"]),
    verdict!("virus-dropped", "VIRUS DROPPED", "{name}")
        .says("The message from {sender} was discarded because of a virus: {name}. Nobody was notified.")
        .level(Permanent)
        .facts(&[(Role::Reason, "virusdetected")])
        .samples(&["simscan:[5211]:VIRUS DROPPED:0.2101s:Eicar-Test-Signature:192.0.2.66:win@prizes.example:ben@hostfarm.example"]),
    verdict!("attachment-refused", "ATTACH", "{name}")
        .says("The message from {sender} was refused because of a forbidden attachment: {name}.")
        .level(Permanent)
        .helps(Party::Sender, &[("Send the file in another form (PDF, a link). If that kind of file should be allowed, take its ending out of simscan's list, then build the table again:", "cat /var/qmail/control/ssattach /var/qmail/control/simcontrol; /var/qmail/bin/simscanmk")])
        .facts(&[(Role::Reason, "contenterror")])
        .samples(&["simscan:[5211]:ATTACH:0.0401s:invoice.exe:192.0.2.66:win@prizes.example:ben@hostfarm.example"]),
    verdict!("content-refused", "REGEX", "{name}")
        .says("The message from {sender} was refused because its content fitted a rule: {name}.")
        .level(Permanent)
        .helps(Party::Sender, &[("If the rule is too wide, narrow it, then build the table again:", "cat /var/qmail/control/simcontrol; /var/qmail/bin/simscanmk")])
        .facts(&[(Role::Reason, "contenterror")])
        .samples(&["simscan:[5211]:REGEX:0.0401s:^Subject.*prize:192.0.2.66:win@prizes.example:ben@hostfarm.example"]),
    verdict!("trusted", "RELAYCLIENT", "{subject}")
        .says("The client is trusted or logged in, so the message from {sender} was not checked for spam.")
        .level(Success)
        .samples(&["simscan:[5210]:RELAYCLIENT:0.0312s:-:192.0.2.7:anna@shop.example:ben@far.example"]),
    line("too-big-to-check", "simscan: big file ({bytes} bytes); skipping SpamAssassin")
        .says("The message is too big to be checked for spam.")
        .samples(&["simscan: big file (5242880 bytes); skipping SpamAssassin"]),
    note!("folder-not-made", "error making work dir{detail}")
        .says("The content filter could not make its work folder, so the client was asked to try again later.")
        .level(Temporary)
        .samples(&["simscan:[5210]: error making work dir: /var/qmail/simscan/1690381708.412.5210"]),
    note!("folder-not-entered", "error changing work dir{detail}")
        .says("The content filter could not enter its work folder, so the client was asked to try again later.")
        .level(Temporary)
        .samples(&["simscan:[5210]: error changing work dir: /var/qmail/simscan/1690381708.412.5210"]),
    note!("file-not-opened", "error opening msg file{detail}")
        .says("The content filter could not make a file for the message, so the client was asked to try again later.")
        .level(Temporary)
        .samples(&["simscan:[5210]: error opening msg file: msg.1690381708.412.5210"]),
    note!("file-not-written", "error writing msg {?file}{?error}{detail}")
        .says("The content filter could not write the message down; often the disk is full.")
        .level(Temporary)
        .samples(&["simscan:[5210]: error writing msg file: msg.1690381708.412.5210", "simscan:[5210]: error writing msg error: 28"]),
    note!("file-not-closed", "error closing {?msg}{?email}{?original mail} file{detail}")
        .says("The content filter could not write the message down completely; often the disk is full.")
        .level(Temporary)
        .samples(&["simscan:[5210]: error closing msg file: msg.1690381708.412.5210", "simscan:[5210]: error closing email file errno: 28"]),
    note!("no-envelope", "no envelope information{?,} deferred exit")
        .says("The content filter was not told sender and recipients, because the client broke off.")
        .level(Temporary)
        .samples(&["simscan:[5210]: no envelope information deferred exit", "simscan:[5210]: no envelope information, deferred exit"]),
    note!("spam-check-unreadable", "spam can not open file{detail}")
        .says("The message could not be read for the spam check.")
        .level(Temporary)
        .samples(&["simscan:[5210]: spam can not open file: msg.1690381708.412.5210"]),
    note!("spam-check-failed", "check_{?spam}{?dspam} had an error ret: {code}")
        .says("The spam check failed, so the client was asked to try again later.")
        .level(Temporary)
        .helps(Party::OurServer, &[("Start the spam filter, and see why it doesn't answer; mail waits at the senders meanwhile, and comes automatically after:", "svstat /service/spamd; ps axww | grep -e [s]pamd -e [d]spam; grep -h softlimit /service/*smtpd/run")])
        .samples(&["simscan:[5210]: check_spam had an error ret: -1"]),
    note!("spam-found", "check_spam detected spam refuse message")
        .says("The message is refused as spam.")
        .level(Permanent)
        .facts(&[(Role::Reason, "spamdetected")])
        .hints(SPAM_SCORE)
        .samples(&["simscan:[5211]: check_spam detected spam refuse message"]),
    note!("dropping", "droping the message")
        .says("The message is discarded without a notice.")
        .level(Permanent)
        .samples(&["simscan:[5211]: droping the message"]),
    note!("attachments-not-read", "ripmime error{detail}")
        .says("The attachments could not be taken out of the message.")
        .level(Temporary)
        .samples(&["simscan:[5210]: ripmime error"]),
    note!("virus-check-off", "clamdscan disabled")
        .says("Viruses are not looked for here.")
        .samples(&["simscan:[5210]: clamdscan disabled"]),
    note!("virus-check-failed", "fatal error executing clamdscan{detail}")
        .sign(Sign::ScannerFailed)
        .says("The virus check failed: the scanner (clamd) doesn't run, or the check had too little memory. The client was asked to try again later.")
        .level(Temporary)
        .helps(Party::OurServer, CLAMD)
        .samples(&["simscan:[5210]: fatal error executing clamdscan", "simscan:[4461]:fatal error executing clamdscan"]),
    note!("virus-check-died", "{?unexpected }clamdscan termina{?ted by signal}{?tion}")
        .says("The virus check died before it was done. The client was asked to try again later.")
        .level(Temporary)
        .helps(Party::OurServer, CLAMD)
        .samples(&["simscan:[5210]: clamdscan terminated by signal", "simscan:[5210]: unexpected clamdscan termination"]),
    note!("virus-check-lost", "error waiting for clamdscan{detail}")
        .says("The virus check died before it was done. The client was asked to try again later.")
        .level(Temporary)
        .helps(Party::OurServer, CLAMD)
        .samples(&["simscan:[5210]: error waiting for clamdscan pid"]),
    note!("virus-check-ended", "clamdscan exited with code {code}")
        .says("The virus check died before it was done. The client was asked to try again later.")
        .level(Temporary)
        .helps(Party::OurServer, CLAMD)
        .samples(&["simscan:[5210]: clamdscan exited with code 2"]),
    note!("virus-check-failed-trophie", "some temp. error occured with trophie")
        .says("The virus check (trophie) failed. The client was asked to try again later.")
        .level(Temporary)
        .samples(&["simscan:[5210]: some temp. error occured with trophie"]),
    note!("virus-found", "clamdscan detected a virus")
        .says("The virus scanner found a virus.")
        .level(Permanent)
        .facts(&[(Role::Reason, "virusdetected")])
        .samples(&["simscan:[5211]: clamdscan detected a virus"]),
    note!("virus-check-clean", "normal clamdscan return code: 0")
        .says("The virus check ended and found nothing.")
        .samples(&["simscan:[5210]: normal clamdscan return code: 0"]),
    // simscan calls every code normal with which the program ended by itself.
    note!("virus-check-done", "normal clamdscan return code: {code}")
        .says("The virus check ended with the code {code}: 1 means that it found something, 2 that it failed.")
        .samples(&["simscan:[5210]: normal clamdscan return code: 2"]),
    note!("scanner-unreachable", "clamdscan: ERROR: Could not connect to clamd on {detail}")
        .sign(Sign::ScannerFailed)
        .says("The virus check can't reach the scanner (clamd) on {detail}. The client was asked to try again later.")
        .level(Alert)
        .helps(Party::OurServer, CLAMD)
        .samples(&["simscan:[5210]: clamdscan: ERROR: Could not connect to clamd on LocalSocket /var/run/clamav/clamd.sock: No such file or directory"]),
    note!("scanner-says", "clamdscan: {detail}")
        .says("What the virus check says: “{detail}”.")
        .samples(&["simscan:[5210]: clamdscan: ----------- SCAN SUMMARY -----------"]),
    note!("file-lost", "could not re-open file{detail}")
        .says("The content filter could not open the message again, so the client was asked to try again later.")
        .level(Temporary)
        .samples(&["simscan:[5210]: could not re-open file: msg.1690381708.412.5210"]),
    note!("addresses-lost", "could not re-open address{detail}")
        .says("The content filter could not read sender and recipients again, so the client was asked to try again later.")
        .level(Temporary)
        .samples(&["simscan:[5210]: could not re-open address file: addr.1690381708.412.5210"]),
    note!("queued", "done{?,} execing qmail-queue")
        .says("The message was passed on to the queue program.")
        .samples(&["simscan:[5210]: done execing qmail-queue", "simscan:[5210]: done, execing qmail-queue"]),
    note!("queue-not-started", "error forking qmail-queue{detail}")
        .says("The queue program could not be started, so the client was asked to try again later.")
        .level(Temporary)
        .samples(&["simscan:[5210]: error forking qmail-queue"]),
    note!("queue-not-written", "error writing msg to qmail-queue{detail}")
        .says("The message could not be passed on to the queue program.")
        .level(Temporary)
        .samples(&["simscan:[5210]: error writing msg to qmail-queue"]),
    note!("queue-failed", "qmail-queue exited {code}")
        .says("The queue program ended with code {code}. Any code but 0 means that the message was not queued.")
        .level(Warning)
        .helps(Party::OurServer, &[("See which part of simscan failed (clamd, SpamAssassin, qmail-queue, its work folder): set SIMSCAN_DEBUG=2 in the rules of tcpserver, and look at memory and disk:", "grep -n SIMSCAN /etc/tcp.smtp; grep softlimit /service/qmail-smtpd/run; df -h /var/qmail/simscan")])
        .samples(&["simscan:[5210]: qmail-queue exited 53"]),
    note!("error-exit", "exit error code: {code}")
        .says("The content filter gave up with code {code}, so the client was asked to try again later.")
        .level(Temporary)
        .follows()
        .helps(Party::OurServer, &[("See which part of simscan failed (clamd, SpamAssassin, qmail-queue, its work folder): set SIMSCAN_DEBUG=2 in the rules of tcpserver, and look at memory and disk:", "grep -n SIMSCAN /etc/tcp.smtp; grep softlimit /service/qmail-smtpd/run; df -h /var/qmail/simscan")])
        .samples(&["simscan:[5210]: exit error code: 71"]),
    note!("spam-wanted", "delivering spam because spam-passthru is defined{detail}")
        .says("The domain wants spam delivered, so the message goes on.")
        .samples(&["simscan:[5211]: delivering spam because spam-passthru is defined in this domain!"]),
    note!("quarantine", "Putting the message in quarantine{detail}")
        .says("The message is put aside in the quarantine folder.")
        .level(Permanent)
        .samples(&["simscan:[5211]: Putting the message in quarantine: /var/qmail/quarantine/msg.1690381708.412.5210"]),
    note!("quarantined", "Message recorded in quarantine successful{detail}")
        .says("The message was put aside in the quarantine folder.")
        .level(Permanent)
        .samples(&["simscan:[5211]: Message recorded in quarantine successful"]),
    note!("working", "{detail}")
        .says("The content filter reports on its work.")
        .loose()
        .samples(&[
            "simscan:[5210]: starting: work dir: /var/qmail/simscan/1690381708.412.5210",
            "simscan:[5210]: cdb looking up version attach",
            "simscan:[5210]: calling clamdscan",
        ]),
];
