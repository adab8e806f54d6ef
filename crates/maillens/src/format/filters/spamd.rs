//! spamd: `SpamAssassin` as a service. One process checks one message at a time, so its process number ties
//! the lines of a scan together; the result line sums them up.
//!
//! In the result line the points are cut to a whole number, and the `Message-ID` was cleaned: spaces are
//! gone, a comma became `_` and other odd signs `?`. spamd folds its own repeats: a tail
//! `[... logline repeated 8 times]` is read as part of the frame.

use super::{
    Datum, Effect, Field, Format, FormatKind, Pattern, Role, Shape, Sign, Tie, Word, field, line, word,
};
use crate::vocabulary::Level::{Alert, Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party::OurServer;
use crate::vocabulary::TraceType::Scan;

/// What spamd and its client write to the mail log.
pub static FORMAT: Format = Format {
    id: "spamd",
    title: "the spam scanner SpamAssassin",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "/var/log/spamd.log", "journalctl -t spamd"],
    sources: &["SpamAssassin 4.0.1 spamd, SpamdForkScaling.pm", "spamd 4.0.1 run"],
    programs: &["spamd", "spamd-child", "spamc", "spamassassin", "warn", "dbg"],
    kind: FormatKind::Scanner,
    realm: "spamassassin",
    fields: FIELDS,
    words: WORDS,
    separators: &[",", " "],
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("host", Role::Host, "The machine that asked for the scan.").shape(Shape::Word),
    field("client", Role::Client, "Its address."),
    field("rport", Role::Port, "The port that it spoke from."),
    field("port", Role::Port, "The port of the scanner."),
    field("fd", Role::Count, "The number of the connection inside the scanner."),
    field("path", Role::Path, "The file or socket that it is about.").shape(Shape::Text),
    field("number", Role::Count, "The count: {}."),
    field("account", Role::Text, "The system user that the scanner became.").shape(Shape::Text),
    field("user", Role::User, "The user whose settings were used for the scan."),
    field("uid", Role::Count, "The number of the system user that the scanner ran as: {}."),
    field("mid", Role::MessageId, "The Message-ID of the mail as spamd writes it: without spaces and odd signs. (unknown) means that the mail has none.").shape(Shape::Word),
    field("rmid", Role::Text, "The Message-ID that the mail got when a person sent it once more.").shape(Shape::Word),
    field("score", Role::Count, "The points of the mail: {}. In the result line they are cut to a whole number.").datum(Datum::Score).shape(Shape::Decimal),
    field("required", Role::Count, "From this many points on a mail counts as spam: {}.").datum(Datum::Required).shape(Shape::Decimal),
    field("required_score", Role::Count, "From this many points on a mail counts as spam: {}.").datum(Datum::Required).shape(Shape::Decimal),
    field("seconds", Role::Duration, "The seconds that the scan took: {}.").shape(Shape::Decimal),
    field("scantime", Role::Duration, "The seconds that the scan took: {}.").shape(Shape::Decimal),
    field("size", Role::Bytes, "The size of the mail: { byte}."),
    field("rules", Role::State, "A rule that the mail met. Its meaning is not known here: it may be a rule of this server.").datum(Datum::Rules).shape(Shape::Rules),
    field("rhost", Role::Host, "The machine that asked for the scan."),
    field("raddr", Role::Ip, "Its address."),
    field("bayes", Role::State, "How likely spam is by the filter that learns, from 0 to 1: {}."),
    field("autolearn", Role::State, "Whether the filter learned from this mail: {}. \"unavailable\" means that it already knew it or could not be reached."),
    field("autolearn_force", Role::State, "Whether a rule forced the filter to learn: {}."),
    field("shortcircuit", Role::State, "Whether a rule that is sure enough ended the scan early: {}."),
    field("error", Role::Text, "What went wrong, in the program's own words."),
    field("what", Role::State, "What was asked for.").shape(Shape::Text),
    field("states", Role::State, "One letter for each worker: I idle, B busy, S starting, K being stopped, E in error.").shape(Shape::Word),
    field("pid", Role::Count, "The process number of the worker: {}."),
    field("version", Role::State, "The version of SpamAssassin.").shape(Shape::Word),
    field("signal", Role::State, "The signal that it got.").shape(Shape::Word),
    field("rule", Role::State, "The rule that it is about.").shape(Shape::Word),
    field("part", Role::State, "The part of SpamAssassin that speaks.").shape(Shape::Name),
];

const WORDS: &[Word] = &[
    word("connection from", "A client, usually the mail server, passed a message to the scanner."),
    word("clean message", "Fewer points than the limit: not spam."),
    word("identified spam", "As many points as the limit or more: spam."),
    word("result: Y", "The mail was called spam."),
    word("result: .", "The mail was not called spam."),
    word("processing message", "The scan begins; the mail will be marked."),
    word("checking message", "The scan begins; only the verdict is given back."),
    word("prefork:", "The part of the scanner that starts and stops its workers."),
];

const PATTERNS: &[Pattern] = &[
    // What spamassassin itself says on a terminal (-D, --lint), where the level stands in the place of the program.
    line("wrong-setting", "config: {?failed to parse line}{?invalid regexp} {error}")
        .says("A line of SpamAssassin's configuration is wrong and isn't used: {error}.")
        .level(Warning)
        .helps(OurServer, &[("Correct or remove that line, then test again:", "spamassassin --lint")])
        .loose()
        .samples(&["config: failed to parse line in /etc/spamassassin/local.cf (line 41): required_scor 4.5"]),
    line("bayes-untaught", "bayes: not available for scanning, only {number} {error}")
        .says("The Bayes filter isn't used yet: it has learned too few messages, only {number} {error}.")
        .level(Temporary)
        .helps(OurServer, &[("Teach it with at least 200 messages of spam and 200 of good mail, as the user that SpamAssassin runs as: sa-learn --spam and sa-learn --ham, with a folder of each.", "")])
        .samples(&["bayes: not available for scanning, only 17 spam(s) in bayes DB < 200"]),
    line("no-envelope", "spf: cannot get EnvelopeFrom, {error}")
        .says("SPF could not be checked: the message that was given to SpamAssassin doesn't name its envelope sender.")
        .level(Warning)
        .helps(OurServer, &[("For a test, give it a message as it was delivered, with Return-Path. In operation, set envelope_sender_header to the header that the mail server writes.", "")])
        .samples(&["spf: cannot get EnvelopeFrom, cannot use SPF by DNS"]),
    line("connection", "spamd: connection from {host} [{client}]:{rport} to port {port}, fd {fd}")
        .says("A client at {client}, usually the mail server, passed a message to the spam scanner.")
        .effect(Effect::Birth(Scan))
        .samples(&["spamd: connection from localhost [127.0.0.1]:47792 to port 783, fd 5"]),
    line("connection-old", "spamd: connection from {host} [{client}] at port {rport}")
        .says("A client at {client}, usually the mail server, passed a message to the spam scanner.")
        .effect(Effect::Birth(Scan))
        .samples(&["spamd: connection from localhost [127.0.0.1] at port 47792"]),
    line("connection-socket", "spamd: got connection over {path}")
        .says("A client on this server, usually the mail server, passed a message to the spam scanner.")
        .effect(Effect::Birth(Scan))
        .samples(&["spamd: got connection over /run/spamd.sock"]),
    line("unauthorized", "spamd: unauthorized connection from {host} [{client}]:{rport} to port {port}, fd {fd}{? at {path} line {number}.}")
        .says("The address {client} tried to use the scanner and is not allowed to. Add it to the allowed addresses if it is yours.")
        .level(Warning)
        .samples(&["spamd: unauthorized connection from 127.0.30.99 [127.0.30.99]:55351 to port 783, fd 5 at /usr/sbin/spamd line 1718."]),
    line("unauthorized-port", "spamd: unauthorized connection from {host} [{client}] at port {rport}{?, closing connection}")
        .says("The address {client} tried to use the scanner and is not allowed to.")
        .level(Warning)
        .helps(OurServer, &[("If the address is yours, allow it with -A in spamd's options (/etc/default/spamd, /etc/sysconfig/spamassassin) and start spamd again; if not, close port 783 in the firewall.", "")])
        .samples(&["spamd: unauthorized connection from web.shop.example [192.0.2.4] at port 51220, closing connection"]),
    line("setuid", "spamd: setuid to {account} succeeded")
        .says("The scanner became the user {account}, to read that user's settings.")
        .effect(Effect::Part(Scan))
        .samples(&["spamd: setuid to carla succeeded"]),
    line("setuid-database", "spamd: setuid to {account} succeeded, reading scores from {what}")
        .says("The settings of {account} come from a database.")
        .effect(Effect::Part(Scan))
        .samples(&["spamd: setuid to carla succeeded, reading scores from SQL"]),
    line("nobody", "spamd: still running as root: user not specified with -u, not found, or set to root, falling back to nobody")
        .says("No usable user came with the message, so the scanner works without anyone's settings.")
        .level(Warning)
        .effect(Effect::Part(Scan))
        .samples(&["spamd: still running as root: user not specified with -u, not found, or set to root, falling back to nobody"]),
    line("unknown-user", "spamd: handle_user (getpwnam) unable to find user: '{account}'")
        .says("The user {account}, for whom the scan was asked, is no system user; common settings are used.")
        .level(Warning)
        .effect(Effect::Part(Scan))
        .samples(&["spamd: handle_user (getpwnam) unable to find user: 'ghostuser'"]),
    line("unknown-user-database", "spamd: handle_user ({what}) unable to find user: {account}")
        .says("The user {account} is not in the database of settings; common settings are used.")
        .level(Warning)
        .effect(Effect::Part(Scan))
        .samples(&["spamd: handle_user (sql) unable to find user: a@oakandlinen.example", "spamd: handle_user (ldap) unable to find user: a@oakandlinen.example"]),
    line("default-settings", "spamd: using default config for {account}: {path}")
        .says("This mailbox has no settings of its own; those of the server are used.")
        .effect(Effect::Part(Scan))
        .samples(&["spamd: using default config for kate@kingfisherbakery.example: /var/vmail/.sa/kingfisherbakery.example/kate/user_prefs"]),
    line("settings-made", "spamd: creating default_prefs: {path}")
        .says("This is the first scan for this user: an empty file of settings is made.")
        .effect(Effect::Part(Scan))
        .samples(&["spamd: creating default_prefs: /home/carla/.spamassassin/user_prefs"]),
    line("settings-not-made", "spamd: failed to create {path}")
        .says("The folder or file for the user's settings could not be made. Check who owns the home folder.")
        .level(Warning)
        .effect(Effect::Part(Scan))
        .samples(&["spamd: failed to create readable default_prefs: /home/carla/.spamassassin/user_prefs"]),
    line("processing", "spamd: processing message {mid}{? aka {rmid}} for {user}:{uid}")
        .says("The scan of message {mid} began, for {user}.")
        .effect(Effect::Part(Scan))
        .tie(Tie::Same(Role::MessageId))
        .samples(&["spamd: processing message <ud7whwknd6b7cxgp.5@win-prize-now.example> for root:65534", "spamd: processing message (unknown) for root:65534", "spamd: processing message <a@b.example> aka <c@d.example> for carla:1002"]),
    line("checking", "spamd: checking message {mid}{? aka {rmid}} for {user}:{uid}")
        .says("The scan of message {mid} began, for {user}. Only the verdict is given back.")
        .effect(Effect::Part(Scan))
        .tie(Tie::Same(Role::MessageId))
        .samples(&["spamd: checking message <0w3pkeu403u6j9hg.71@trusted-partner.example> for kate@kingfisherbakery.example:89", "spamd: checking message (unknown) for (unknown):65534"]),
    line("clean", "spamd: clean message ({score}/{required}) for {user}:{uid} in {seconds} seconds, {size} bytes.")
        .says("Not spam: the mail got {score point}, and {required} would make it spam.")
        .level(Success)
        .sign(Sign::Clean)
        .effect(Effect::Part(Scan))
        .samples(&["spamd: clean message (-95.7/5.0) for kate@kingfisherbakery.example:89 in 0.1 seconds, 434 bytes."]),
    line("spam", "spamd: identified spam ({score}/{required}) for {user}:{uid} in {seconds} seconds, {size} bytes.")
        .says("Spam: the mail got {score point}, and from {required} on it counts as spam.")
        .level(Warning)
        .sign(Sign::Spam)
        .effect(Effect::Part(Scan))
        .samples(&["spamd: identified spam (1002.5/5.0) for root:65534 in 0.1 seconds, 989 bytes."]),
    line("result-spam", "spamd: result: Y {? }{score} - {rules} scantime={scantime},{*}")
        .says("The result of the scan: spam. The points are cut to {score} here; the rules that the mail met follow.")
        .level(Warning)
        .sign(Sign::Spam)
        .effect(Effect::End(Scan))
        .tie(Tie::Same(Role::MessageId))
        .samples(&[
            "spamd: result: Y 1002 - GTUBE,RCVD_ILLEGAL_IP,RDNS_NONE scantime=0.1,size=989,user=root,uid=65534,required_score=5.0,rhost=localhost,raddr=127.0.0.1,rport=47792,mid=<ud7whwknd6b7cxgp.5@win-prize-now.example>,autolearn=no autolearn_force=no",
            "spamd: result: Y  5 - BAYES_99,EMPTY_MESSAGE scantime=0.1,size=269,user=bob,uid=1001,required_score=5.0,rhost=127.0.30.9,raddr=127.0.30.9,rport=57237,mid=<c41p884197gmxpaz.89@win-prize-now.example>,bayes=0.995691,autolearn=no autolearn_force=no",
        ]),
    line("result-clean", "spamd: result: . {? }{score} - {rules} scantime={scantime},{*}")
        .says("The result of the scan: not spam. The points are cut to {score} here; the rules that the mail met follow.")
        .level(Success)
        .sign(Sign::Clean)
        .effect(Effect::End(Scan))
        .tie(Tie::Same(Role::MessageId))
        .samples(&[
            "spamd: result: . -95 - ACT_NOW_CAPS,BAYES_95,USER_IN_WELCOMELIST scantime=0.1,size=434,user=kate@kingfisherbakery.example,uid=89,required_score=5.0,rhost=127.0.30.9,raddr=127.0.30.9,rport=49287,mid=<0w3pkeu403u6j9hg.71@trusted-partner.example>,bayes=0.983160,autolearn=no autolearn_force=no",
            "spamd: result: .  0 -  scantime=0.1,size=434,user=(unknown),uid=89,required_score=5.0,rhost=127.0.30.9,raddr=127.0.30.9,rport=/run/spamd.sock,mid=(unknown),autolearn=disabled",
        ]),
    line("skipped", "spamd: skipped large message in {seconds} seconds")
        .says("The mail is larger than the scanner looks at, so it passed unchecked.")
        .effect(Effect::End(Scan))
        .samples(&["spamd: skipped large message in 0.1 seconds"]),
    line("wrong-size", "spamd: bad protocol: header error: (Content-Length mismatch: Expected {number} bytes, got {size} bytes)")
        .says("The program that asked for the scan sent {size byte} instead of {number}. Once is harmless.")
        .level(Warning)
        .effect(Effect::End(Scan))
        .samples(&["spamd: bad protocol: header error: (Content-Length mismatch: Expected 5000 bytes, got 12 bytes)"]),
    line("bad-request", "spamd: bad protocol: header error: {error}")
        .says("Something spoke to the scanner in a way that it does not know, or left at once. Often it is a monitor.")
        .effect(Effect::End(Scan))
        .samples(&["spamd: bad protocol: header error: FROB SPAMC/1.5", "spamd: bad protocol: header error: (closed before headers)", "spamd: bad protocol: header error: (EOF during headers)"]),
    line("timeout", "spamd: timeout: ({number} second timeout while trying to {what})")
        .says("The scan took longer than {number second} and was cut off, so the mail passes unchecked. Look for slow block lists or a locked database.")
        .level(Permanent)
        .effect(Effect::End(Scan))
        .samples(&["spamd: timeout: (20 second timeout while trying to CHECK)"]),
    line("unavailable", "spamd: service unavailable: {error}")
        .says("The scanner could not do what it was asked.")
        .level(Permanent)
        .effect(Effect::End(Scan))
        .samples(&["spamd: service unavailable: TELL commands are not enabled, set the --allow-tell switch."]),
    line("tell", "spamd: Tell: {what} for {user}:{uid} in {seconds} seconds, {size} bytes")
        .says("A mail was given to the filter to learn from: {what}.")
        .effect(Effect::End(Scan))
        .samples(&["spamd: Tell: Setting local for alice:1000 in 0.1 seconds, 393 bytes", "spamd: Tell: Did nothing for alice:1000 in 0.1 seconds, 393 bytes"]),
    line("states", "prefork: child states: {states}")
        .says("What the workers of the scanner do, one letter each: I idle, B busy, S starting, K being stopped.")
        .samples(&["prefork: child states: II", "prefork: child states: IBS"]),
    line("full", "prefork: server reached --max-{what} setting, consider raising it")
        .says("All workers of the scanner are busy, so mail waits. Find out why so much mail comes, or allow more workers.")
        .level(Warning)
        .helps(OurServer, &[("Raise --max-children in spamd's options as far as the memory allows (each needs some 100 MB), or find out where so much mail comes from:", "grep -h -i options /etc/default/spamassassin /etc/default/spamd /etc/sysconfig/spamassassin; free -m")])
        .samples(&["prefork: server reached --max-children setting, consider raising it"]),
    line("more-workers", "prefork: adjust: {number} idle children less than {fd} minimum idle children.  Increasing spamd children: {pid} started.")
        .says("The scanner started one more worker.")
        .samples(&["prefork: adjust: 0 idle children less than 1 minimum idle children.  Increasing spamd children: 465 started."]),
    line("fewer-workers", "prefork: adjust: {number} idle children more than {fd} maximum idle children. Decreasing spamd children: {pid} killed.")
        .says("The scanner has little to do and stopped a worker.")
        .samples(&["prefork: adjust: 3 idle children more than 2 maximum idle children. Decreasing spamd children: 465 killed."]),
    line("workers-trouble", "prefork: {what} {?gave short message}{?select error}{?returned error}{error}")
        .says("The scanner and its workers lost touch, usually because it is being stopped.")
        .level(Warning)
        .loose()
        .samples(&["prefork: child gave short message", "prefork: parent gave short message"]),
    line("worker-ended", "spamd: handled cleanup of child pid [{pid}] due to SIGCHLD: {error}")
        .says("A worker of the scanner ended.")
        .samples(&["spamd: handled cleanup of child pid [465] due to SIGCHLD: interrupted, signal 2 (0002)", "spamd: handled cleanup of child pid [465] due to SIGCHLD: exit 0"]),
    line("worker-started", "spamd: server successfully spawned child process, pid {pid}")
        .says("A new worker of the scanner started.")
        .samples(&["spamd: server successfully spawned child process, pid 228"]),
    line("started", "spamd: server started on {what} (running version {version})")
        .sign(Sign::Works)
        .says("The scanner started.")
        .samples(&["spamd: server started on IO::Socket::IP [127.0.30.1]:783 (running version 4.0.1)", "spamd: server started on UNIX domain socket /run/spamd.sock (running version 4.0.1)"]),
    line("pid", "spamd: server pid: {pid}")
        .says("The main process of the scanner has the number {pid}.")
        .samples(&["spamd: server pid: 153"]),
    line("stopped", "spamd: server killed by SIG{signal}, shutting down")
        .says("The scanner was stopped.")
        .level(Warning)
        .samples(&["spamd: server killed by SIGTERM, shutting down"]),
    line("restarted", "spamd: server hit by SIG{signal}, restarting")
        .says("The scanner starts afresh.")
        .samples(&["spamd: server hit by SIGHUP, restarting"]),
    line("worker-told", "spamd: child got SIG{signal}, exiting")
        .says("A worker of the scanner was told to end.")
        .samples(&["spamd: child got SIGTERM, exiting"]),
    line("worker-killed", "spamd: child [{pid}] killed successfully: {error}")
        .says("A worker of the scanner was ended.")
        .samples(&["spamd: child [465] killed successfully: interrupted, signal 2 (0002)"]),
    line("socket-closed", "spamd: server socket closed, type {what}")
        .says("The scanner takes no more requests.")
        .samples(&["spamd: server socket closed, type IO::Socket::IP"]),
    line("worker-error", "spamd: error: {error}, continuing")
        .says("A worker of the scanner had trouble and goes on.")
        .level(Warning)
        .samples(&["spamd: error: Broken pipe, continuing"]),
    line("accept-failed", "spamd: accept failed: {error}")
        .says("A worker of the scanner could not take a request.")
        .level(Warning)
        .samples(&["spamd: accept failed: Bad file descriptor"]),
    line("respawn", "spamd: respawning server")
        .says("The scanner starts afresh.")
        .samples(&["spamd: respawning server"]),
    line("copy-config", "spamd: copy_config timeout, respawning child process after {number} messages")
        .says("A worker took too long to read its settings and is replaced. Look at the load of the server.")
        .level(Warning)
        .samples(&["spamd: copy_config timeout, respawning child process after 12 messages"]),
    line("rule-failed", "rules: failed to run {rule} test, skipping:{error}")
        .says("The rule {rule} could not be run, often after an update that broke off.")
        .level(Warning)
        .samples(&["rules: failed to run FUZZY_VPILL test, skipping:", "rules: failed to run A_B test, skipping: (syntax error)"]),
    line("listed-twice", "netset: cannot include {what} as it has already been included")
        .says("A network stands twice in the settings. This is harmless.")
        .alarming()
        .samples(&["netset: cannot include 127.0.0.0/8 as it has already been included"]),
    line("config-line", "config: failed to parse line, skipping, in \"{path}\": {error}")
        .says("A line of the settings in {path} is wrong and was left out.")
        .level(Warning)
        .samples(&["config: failed to parse line, skipping, in \"/etc/spamassassin/local.cf\": scor X 1"]),
    line("no-rules", "config: no rules were found! {? }Do you need to run 'sa-update'?")
        .says("SpamAssassin has no rules, so spamd can't start: they were never downloaded, or lie where it doesn't look.")
        .level(Alert)
        .helps(OurServer, &[("Download the rules, and start spamd; then see that the daily download runs:", "sa-update -v; spamassassin --lint && systemctl restart spamassassin spamd")])
        .samples(&["config: no rules were found!  Do you need to run 'sa-update'?"]),
    line("config", "config: {error}")
        .says("Something in the settings of SpamAssassin is wrong.")
        .level(Warning)
        .named()
        .samples(&["config: SpamAssassin failed to parse line, \"abc\" is not valid for \"required_score\", skipping: required_score abc"]),
    line("bayes-locked", "bayes: cannot open bayes databases {path} R/W: lock failed: {error}")
        .says("The Bayes filter, which learns, couldn't lock its database {path} ({error}), so this mail was scanned without learning.")
        .level(Warning)
        .helps(OurServer, &[
            ("If this keeps coming, see whether a lock file was left and no process learns any more; remove it then:", "ls -l /var/lib/spamassassin/.spamassassin/bayes* ~/.spamassassin/bayes*; ps axww | grep -e '[s]a-learn' -e '[s]pamd'"),
            ("If many processes learn at once, let them write into a journal (bayes_learn_to_journal 1) or keep the data in Redis or SQL.", ""),
        ])
        .effect(Effect::Part(Scan))
        .samples(&["bayes: cannot open bayes databases /var/lib/sa/bayes_* R/W: lock failed: Interrupted system call"]),
    line("bayes-version", "bayes: bayes db version {version} is not able to be used, aborting!{error}")
        .says("The database of the filter that learns is damaged or from another version.")
        .level(Alert)
        .samples(&["bayes: bayes db version 0 is not able to be used, aborting! at /usr/share/perl5/x.pm line 1"]),
    line("dns-failed", "dns: sendto() to [{client}]:{port} failed: {error}")
        .says("The scanner could not reach its name server, so some rules did not count. Check the name server.")
        .level(Warning)
        .samples(&["dns: sendto() to [127.0.0.1]:53 failed: Connection refused"]),
    line("part", "{part}: {error}")
        .says("A part of SpamAssassin ({part}) reports: {error}.")
        .level(Warning)
        .named()
        .samples(&["spf: lookup failed: timeout", "util: refusing to untaint suspicious path: \"/a b\"", "auto-welcomelist: open of auto-welcomelist file failed: locker", "locker: safe_lock: cannot create tmp lockfile /x: Permission denied"]),
    line("client-retries", "connect to spamd on {client} failed, retrying (#{number} of {fd}): {error}")
        .says("The client (spamc) could not reach the scanner and tries again. Check that spamd is running.")
        .level(Warning)
        .helps(OurServer, &[("Start spamd, and see why it stopped:", "systemctl status spamassassin spamd; ss -ltnp | grep 783")])
        .samples(&["connect to spamd on 127.0.0.1 failed, retrying (#1 of 3): Connection refused"]),
    line("client-gave-up", "connection attempt to spamd aborted after {number} retries")
        .says("The client (spamc) could not reach the scanner, so the mail passes unchecked. Start spamd.")
        .level(Alert)
        .helps(OurServer, &[("Start spamd, and see why it stopped:", "systemctl status spamassassin spamd; ss -ltnp | grep 783")])
        .samples(&["connection attempt to spamd aborted after 3 retries"]),
];
