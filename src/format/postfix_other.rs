//! Postfix master, anvil, scache, tlsmgr, verify, postsuper, the control script: the programs that keep
//! the mail system running, and the words that all of its programs use when something breaks.

use super::postfix_smtpd::{DETAIL, QID};
use super::{Field, Format, Pattern, Role, Shape, Step, field, line};
use crate::report::export::Level::{Alert, Permanent, Warning};
use crate::report::export::TraceType::Message;

/// What the rest of Postfix writes to the mail log.
pub static FORMAT: Format = Format {
    id: "postfix-other",
    title: "a helper of Postfix",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "journalctl -u postfix"],
    sources: &[
        "Postfix master.c, anvil.c, scache.c, verify.c, postsuper.c, postfix-script, msg.c",
        "Postfix 3.7 run",
    ],
    programs: &[
        "postfix",
        "postfix-script",
        "master",
        "anvil",
        "scache",
        "tlsmgr",
        "verify",
        "postsuper",
        "trivial-rewrite",
        "proxymap",
        "showq",
        "flush",
        "postqueue",
        "postmap",
        "postlog",
        "postlogd",
        "postmulti",
        "smtpd",
        "smtp",
        "lmtp",
        "local",
        "virtual",
        "pipe",
        "error",
        "retry",
        "discard",
        "cleanup",
        "pickup",
        "qmgr",
        "bounce",
        "defer",
        "trace",
        "postscreen",
        "dnsblog",
        "tlsproxy",
        "sendmail",
        "postdrop",
    ],
    realm: "postfix",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    QID,
    DETAIL,
    field("what", Role::State, "What was counted.").shape(Shape::Text),
    field("rate", Role::Count, "The largest count in that time: {}."),
    field("seconds", Role::Duration, "The time that was counted over, in seconds: {}.").shape(Shape::Number),
    field("client", Role::Ip, "The service, and the client that it is about.").shape(Shape::Text),
    field("date", Role::Time, "When that was. It has no year.").shape(Shape::Text),
    field("hits", Role::Count, "Found: {}."),
    field("miss", Role::Count, "Not found: {}."),
    field("percent", Role::Count, "Found, in per cent: {}."),
    field("kept", Role::Count, "Kept: {}."),
    field("dropped", Role::Count, "Dropped: {}."),
    field("file", Role::Path, "The file or table that it is about."),
    field("version", Role::State, "The version of Postfix.").shape(Shape::Word),
    field("program", Role::Program, "The program that it is about.").shape(Shape::Text),
    field("pid", Role::Count, "The process number: {}."),
    field("status", Role::Count, "The number that it ended with: {}."),
    field("error", Role::Text, "What went wrong."),
    field("limit", Role::Count, "The limit: {}."),
    field("number", Role::Count, "How many messages: {}."),
];

const PATTERNS: &[Pattern] = &[
    line("anvil-rate", "statistics: max {what} rate {rate}/{seconds}s for ({client}) at {date}")
        .says("The busiest client of the last minutes had {rate} in {seconds} seconds ({what}).")
        .samples(&["statistics: max connection rate 100/60s for (127.0.30.1:25:198.51.100.69) at Nov 21 19:12:04", "statistics: max auth rate 5/60s for (127.0.30.1:587:2001:db8:77:3::abcd) at Nov 21 19:14:02"]),
    line("anvil-count", "statistics: max {what} count {rate} for ({client}) at {date}")
        .says("The busiest client of the last minutes had {rate} at the same time ({what}).")
        .samples(&["statistics: max connection count 3 for (127.0.30.1:25:203.0.113.9) at Nov 21 19:11:21"]),
    line("anvil-cache", "statistics: max cache size {rate} at {date}")
        .says("At most {rate} clients were counted at the same time.")
        .samples(&["statistics: max cache size 38 at Nov 21 19:12:03"]),
    line("cache-start", "statistics: start interval {date}")
        .says("The statistics about connections that are used again begin at that time.")
        .samples(&["statistics: start interval Nov 21 19:11:04"]),
    line("cache-lookup", "statistics: {what} lookup hits={hits} miss={miss} success={percent}%")
        .says("How often an open connection could be used again: {percent} per cent.")
        .samples(&["statistics: domain lookup hits=3 miss=5 success=37%", "statistics: address lookup hits=0 miss=5 success=0%"]),
    line("cache-most", "statistics: max simultaneous domains={hits} addresses={miss} connection={rate}")
        .says("The most connections that were kept open at the same time.")
        .samples(&["statistics: max simultaneous domains=1 addresses=2 connection=2"]),
    line("cache-cleanup", "cache {file} full cleanup: retained={kept} dropped={dropped} entries")
        .says("A store of remembered answers was tidied up. This is normal.")
        .samples(&["cache btree:/var/lib/postfix/verify_cache full cleanup: retained=0 dropped=0 entries"]),
    line("cache-close", "close database {file}: No such file or directory (possible Berkeley DB bug)")
        .says("A known harmless message when a store of remembered answers is closed.")
        .samples(&["close database /var/lib/postfix/postscreen_cache.db: No such file or directory (possible Berkeley DB bug)"]),
    line("started", "daemon started -- version {version}, configuration {file}")
        .says("Postfix {version} started.")
        .samples(&["daemon started -- version 3.7.11, configuration /etc/postfix"]),
    line("reloaded", "reload -- version {version}, configuration {file}")
        .says("Postfix read its settings again.")
        .samples(&["reload -- version 3.7.11, configuration /etc/postfix"]),
    line("stopped", "terminating on signal {status}")
        .says("Postfix was stopped.")
        .level(Warning)
        .samples(&["terminating on signal 15"]),
    line("exit-time", "master exit time has arrived")
        .says("Postfix stopped because it was told to run for a certain time only.")
        .samples(&["master exit time has arrived"]),
    line("program-died", "warning: process {program} pid {pid} exit status {status}")
        .says("A program of Postfix ended with a fault. The lines just above say why.")
        .level(Alert)
        .samples(&["warning: process /usr/lib/postfix/sbin/smtpd pid 1234 exit status 1"]),
    line("program-killed", "warning: process {program} pid {pid} killed by signal {status}")
        .says("A program of Postfix was killed by signal {status}. Signal 9 often means that memory ran out.")
        .level(Alert)
        .samples(&["warning: process /usr/lib/postfix/sbin/smtpd pid 1234 killed by signal 9"]),
    line("throttled", "warning: {program}: bad command startup -- throttling")
        .says("A program of Postfix fails again and again when it starts, so it is tried less often. The lines just above say why.")
        .level(Alert)
        .samples(&["warning: /usr/lib/postfix/sbin/smtpd: bad command startup -- throttling"]),
    line("process-limit", "warning: service \"{what}\" ({client}) has reached its process limit \"{limit}\": new clients may experience noticeable delays")
        .says("All {limit} places of the service {what} are taken: too much mail, or somebody attacks. Clients wait.")
        .level(Alert)
        .samples(&["warning: service \"smtp\" (25) has reached its process limit \"100\": new clients may experience noticeable delays"]),
    line("process-limit-advice", "warning: to avoid this condition, increase the process count in master.cf or reduce the service time per client")
        .says("Advice of Postfix about a service with all places taken.")
        .samples(&["warning: to avoid this condition, increase the process count in master.cf or reduce the service time per client"]),
    line("process-limit-see", "warning: see {file} for examples of stress-adapting configuration settings")
        .says("Advice of Postfix about a service with all places taken.")
        .samples(&["warning: see https://www.postfix.org/STRESS_README.html for examples of stress-adapting configuration settings"]),
    line("tls-detail", "warning: TLS library problem: {error}")
        .says("More about why encryption did not come about.")
        .level(Warning)
        .step(Step::Ahead)
        .samples(&["warning: TLS library problem: error:0A00010B:SSL routines::wrong version number:../ssl/record/ssl3_record.c:354:"]),
    line("tls-old-client", "warning: TLS library problem: error:{detail}:unsupported protocol:{error}")
        .says("The client offers only old versions of encryption that this server does not take any more. It needs an update.")
        .level(Warning)
        .step(Step::Ahead)
        .samples(&["warning: TLS library problem: error:0A000102:SSL routines::unsupported protocol:../ssl/statem/statem_srvr.c:1657:"]),
    line("tls-not-trusted", "warning: TLS library problem: error:{detail} alert unknown ca:{error}")
        .says("The client does not trust this server's certificate.")
        .level(Warning)
        .step(Step::Ahead)
        .samples(&["warning: TLS library problem: error:0A000418:SSL routines::tlsv1 alert unknown ca:../ssl/record/rec_layer_s3.c:1586:SSL alert number 48:"]),
    line("tls-certificate-refused", "warning: TLS library problem: error:{detail} alert bad certificate:{error}")
        .says("The client refused this server's certificate: often because the client uses a name that is not in it.")
        .level(Warning)
        .step(Step::Ahead)
        .samples(&["warning: TLS library problem: error:0A000412:SSL routines::sslv3 alert bad certificate:../ssl/record/rec_layer_s3.c:1586:SSL alert number 42:"]),
    line("tls-no-cipher", "warning: TLS library problem: error:{detail}:no shared cipher:{error}")
        .says("Client and server know no way to encrypt in common: the client is too old.")
        .level(Warning)
        .step(Step::Ahead)
        .samples(&["warning: TLS library problem: error:0A0000C1:SSL routines::no shared cipher:../ssl/statem/statem_srvr.c:2220:"]),
    line("released", "{qid}: released from hold")
        .says("An administrator let the message go on that was held.")
        .step(Step::Part(Message))
        .samples(&["71E829B85D4: released from hold"]),
    line("held", "{qid}: placed on hold")
        .says("An administrator holds the message in the queue.")
        .level(Warning)
        .step(Step::Part(Message))
        .samples(&["71E829B85D4: placed on hold"]),
    line("requeued", "{qid}: requeued")
        .says("An administrator had the message queued again. It gets a new queue id.")
        .step(Step::Part(Message))
        .samples(&["71E829B85D4: requeued"]),
    line("expired-by-admin", "{qid}: expired")
        .says("An administrator ended the message early; its sender is told.")
        .level(Warning)
        .step(Step::Part(Message))
        .samples(&["71E829B85D4: expired"]),
    line("released-count", "Released from hold: {number} message{?s}")
        .says("An administrator let {number} held messages go on.")
        .samples(&["Released from hold: 1 message", "Released from hold: 3 messages"]),
    line("deleted-count", "Deleted: {number} message{?s}")
        .says("An administrator deleted {number} messages from the queue. They were not delivered.")
        .level(Warning)
        .samples(&["Deleted: 1 message"]),
    line("requeued-count", "Requeued: {number} message{?s}")
        .says("An administrator had {number} messages queued again.")
        .samples(&["Requeued: 2 messages"]),
    line("held-count", "Placed on hold: {number} message{?s}")
        .says("An administrator holds {number} messages in the queue.")
        .level(Warning)
        .samples(&["Placed on hold: 2 messages"]),
    line("expired-count", "Expired: {number} message{?s}")
        .says("An administrator ended {number} messages early.")
        .level(Warning)
        .samples(&["Expired: 2 messages"]),
    line("starting", "starting the Postfix mail system")
        .says("Postfix is being started.")
        .samples(&["starting the Postfix mail system"]),
    line("stopping", "stopping the Postfix mail system")
        .says("Postfix is being stopped.")
        .level(Warning)
        .samples(&["stopping the Postfix mail system"]),
    line("refreshing", "refreshing the Postfix mail system")
        .says("Postfix is told to read its settings again.")
        .samples(&["refreshing the Postfix mail system"]),
    line("running", "the Postfix mail system is running: PID: {pid}")
        .says("Postfix runs.")
        .samples(&["the Postfix mail system is running: PID: 1234"]),
    line("not-running", "the Postfix mail system is not running")
        .says("Postfix does not run.")
        .level(Alert)
        .samples(&["the Postfix mail system is not running"]),
    line("unused-parameter", "warning: {file}: unused parameter: {detail}")
        .says("A setting of Postfix has a name that nothing uses: {detail}. Mostly it is mistyped.")
        .level(Warning)
        .samples(&["warning: /etc/postfix/main.cf: unused parameter: smtpd_tls_cert=/etc/x.pem"]),
    line("writable", "warning: group or other writable: {file}")
        .says("Other users of the server can change {file}, which Postfix does not want.")
        .level(Warning)
        .samples(&["warning: group or other writable: /etc/postfix/main.cf"]),
    line("not-owned", "warning: not owned by {what}: {file}")
        .says("The file {file} does not belong to {what}, as Postfix wants it.")
        .level(Warning)
        .samples(&["warning: not owned by root: /var/spool/postfix/etc/resolv.conf", "warning: not owned by postfix: /var/lib/postfix/master.lock"]),
    line("leaves-folder", "warning: symlink leaves directory: {file}")
        .says("A link leads out of the folder of Postfix: {file}. Mostly it is harmless.")
        .level(Warning)
        .samples(&["warning: symlink leaves directory: /etc/postfix/makedefs.out"]),
    line("of-message", "warning: {qid}: {detail}")
        .says("Something is off with this message: {detail}.")
        .level(Warning)
        .step(Step::Part(Message))
        .loose()
        .samples(&["warning: 71E829B85D4: odd thing happened"]),
    line("warning", "warning: {detail}")
        .says("Postfix warns: {detail}.")
        .level(Warning)
        .named()
        .samples(&["warning: a thing that no row knows"]),
    line("fatal", "fatal: {detail}")
        .says("A program of Postfix could not go on and stopped: {detail}.")
        .level(Alert)
        .named()
        .samples(&["fatal: open database /etc/postfix/virtual.db: No such file or directory"]),
    line("panic", "panic: {detail}")
        .says("A program of Postfix found a fault in itself and stopped: {detail}.")
        .level(Alert)
        .named()
        .samples(&["panic: myfree: corrupt or unallocated memory block"]),
    line("error", "error: {detail}")
        .says("A program of Postfix had an error: {detail}.")
        .level(Permanent)
        .named()
        .samples(&["error: open /etc/postfix/x: Permission denied"]),
    line("message", "{qid}: {detail}")
        .says("About this message, in the program's own words: {detail}.")
        .step(Step::Part(Message))
        .named()
        .samples(&["71E829B85D4: a thing that no row knows"]),
];
