//! amavis: a content filter that Postfix hands mail to. It looks for spam and viruses and hands the mail
//! back under a new queue id. The number in brackets ties the lines of one scan together.

use super::{Datum, Effect, Field, Format, Led, Pattern, Role, Shape, Sign, Tie, Word, field, line, word};
use crate::vocabulary::Level::{Alert, Permanent, Success, Warning};
use crate::vocabulary::Party::OurServer;
use crate::vocabulary::TraceType::Scan;

/// What amavis writes to the mail log.
pub static FORMAT: Format = Format {
    id: "amavis",
    title: "the content filter amavis",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "journalctl -u amavis"],
    sources: &["amavis 2.13 run"],
    programs: &["amavis", "amavisd"],
    realm: "amavis",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("id", Role::Session, "The number of the scan: it ties the lines of one scan together."),
    field("mail_id", Role::Text, "The name of this scan in the quarantine."),
    field("files", Role::Text, "What is forbidden: the types and names of the parts, from the outermost in.")
        .datum(Datum::Files),
    field("what", Role::State, "What amavis calls the mail.").datum(Datum::Verdict).shape(Shape::Text),
    field("actions", Role::State, "What was done with it.").shape(Shape::Text),
    field("envelope", Role::Address, "Who it was from and for.").datum(Datum::Envelope).shape(Shape::Text),
    field("client", Role::Client, "An address that the mail came over."),
    field("from", Role::Sender, "The envelope sender.").shape(Shape::Address),
    field("to", Role::Address, "The recipients.").shape(Shape::Text),
    field("quarantine", Role::Path, "Where the mail is kept in the quarantine.")
        .datum(Datum::Quarantine)
        .shape(Shape::Text),
    field("qid", Role::Message, "The queue id before the filter.")
        .datum(Datum::Filtered)
        .shape(Shape::QueueId),
    field("message_id", Role::MessageId, "The Message-ID of the mail.").shape(Shape::Text),
    field("score", Role::Count, "The points of the mail: {}. A hyphen means that they were not counted.")
        .datum(Datum::Score)
        .shape(Shape::Text),
    field("size", Role::Bytes, "The size of the mail: { byte}."),
    field("next", Role::Queued, "The queue id under which the mail goes on.").shape(Shape::QueueId),
    field("other", Role::Text, "More about the mail."),
    field("ms", Role::Duration, "The thousandths of a second that it took: {}.").shape(Shape::Number),
    field("port", Role::Port, "The port that the filter listens at."),
    field("path", Role::Path, "The file or folder that it is about.").shape(Shape::Text),
    field("required", Role::Count, "From this many points on a mail counts as spam: {}.")
        .datum(Datum::Required)
        .shape(Shape::Decimal),
    field("rules", Role::State, "A rule that the mail met, with its points. Its meaning is not known here.")
        .datum(Datum::Rules)
        .shape(Shape::Rules),
    field("mark", Role::State, "How bad it is: one mark is a warning, two are serious.").shape(Shape::Word),
    field("version", Role::State, "A version.").shape(Shape::Word),
    field("number", Role::Count, "A number: {}.").shape(Shape::Number),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
];

const WORDS: &[Word] = &[
    word("Passed", "The mail goes on to the recipient."),
    word("Blocked", "The mail does not go on."),
    word("CLEAN", "Nothing was found."),
    word("SPAMMY", "It looks like spam; it is marked and delivered."),
    word("SPAM", "It is spam."),
    word("INFECTED", "It holds a virus."),
    word("BANNED", "It holds a kind of file that is not allowed."),
    word("BAD-HEADER", "Its headers are broken."),
    word("UNCHECKED", "It could not be looked into, for example because it is encrypted."),
    word("quarantine:", "A copy is kept there."),
    word("queued_as:", "It continues under this queue id."),
];

/// What helps where the virus scanner behind the filter doesn't work.
const SCANNER: &[(&str, &str)] = &[
    (
        "Start the virus scanner, and see why it stopped: often it lacks memory or its list of viruses. Until then mail waits, or a second scanner checks it:",
        "systemctl restart clamav-daemon clamd@amavisd; systemctl status clamav-daemon clamd@amavisd; free -m",
    ),
    (
        "Compare the socket where it listens with the one in amavis's settings:",
        "grep -i -e '^LocalSocket' -e '^TCPSocket' /etc/clamav/clamd.conf /etc/clamd.d/amavisd.conf; grep -rn clamd.ctl /etc/amavis*",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("clean", "({id}) Passed CLEAN {{{actions}}, {envelope}{?, quarantine: {quarantine}}{?, Queue-ID: {qid}}{?, Message-ID: {message_id}}{?, mail_id: {mail_id}}{?, Hits: {score}}{?, size: {size}}{?, queued_as: {next}}{?, {other}}{?, {ms} ms}")
        .says("The filter found nothing and let the mail go on.")
        .level(Success)
        .effect(Effect::End(Scan))
        .tie(Tie::Same(Role::MessageId))
        .samples(&["(00288-04) Passed CLEAN {RelayedInbound}, [127.0.30.1] [198.51.100.53] <am3@win-prize-now.example> -> <team@oakandlinen.example>, Message-ID: <15f1xtdw2s8cpk9j.39@trusted-partner.example>, mail_id: HKL_zFo4TK7d, Hits: -92.571, size: 897, queued_as: 4A6AB9B8604, 446 ms"]),
    line("passed", "({id}) Passed {what} {{{actions}}, {envelope}{?, quarantine: {quarantine}}{?, Queue-ID: {qid}}{?, Message-ID: {message_id}}{?, mail_id: {mail_id}}{?, Hits: {score}}{?, size: {size}}{?, queued_as: {next}}{?, {other}}{?, {ms} ms}")
        .says("The filter calls the mail {what} and let it go on.")
        .level(Warning)
        .effect(Effect::End(Scan))
        .tie(Tie::Same(Role::MessageId))
        .samples(&["(00288-02) Passed SPAMMY {RelayedTaggedInbound,Quarantined}, [127.0.30.1] [198.51.100.53] <am9@win-prize-now.example> -> <sales@kingfisherbakery.example>, quarantine: h/badh-hpNCiBnjVknL, Message-ID: <n62q11dq3zsnm7q2.36@win-prize-now.example>, mail_id: hpNCiBnjVknL, Hits: 8.428, size: 858, queued_as: 5FF309B84F1, 258 ms", "(00288-03) Passed BAD-HEADER-7 {RelayedInbound}, [127.0.30.1] <a@b.example> -> <c@d.example>, Queue-ID: 5FF309B84F0, Message-ID: <x@b.example>, mail_id: abcDEF123_-x, Hits: 0.1, size: 858, queued_as: 5FF309B84F1, 25 ms"]),
    line("banned", "({id}) Blocked BANNED ({files}) {{{actions}}, {envelope}{?, quarantine: {quarantine}}{?, Queue-ID: {qid}}{?, Message-ID: {message_id}}{?, mail_id: {mail_id}}{?, Hits: {score}}{?, size: {size}}{?, {other}}{?, {ms} ms}")
        .says("The filter kept the mail back because it holds a type of attachment that is forbidden here ({files}){?: it's in the quarantine as {quarantine}}.")
        .level(Permanent)
        .helps(OurServer, &[
            ("Attached programs are often malware: look at the message, and release it only if its sender confirms it by another way:", "amavisd-release {quarantine}"),
            ("To allow that type of attachment, change the rules ($banned_filename_re) or what is done then ($final_banned_destiny); sharing the file with a link is safer:", "grep -rn -e banned_filename_re -e final_banned_destiny /etc/amavis /etc/amavisd"),
        ])
        .effect(Effect::End(Scan))
        .tie(Tie::Same(Role::MessageId))
        .sign(Sign::BannedFile)
        .samples(&[
            "(02101-14) Blocked BANNED (multipart/mixed | application/zip,.zip,invoice.zip | .exe,.exe-ms,setup.exe) {DiscardedInbound,Quarantined}, [198.51.100.77]:55112 [198.51.100.77] <anna@freshmail.example> -> <info@kingfisherbakery.example>, quarantine: U/banned-U1xk3zGq0aBc, Queue-ID: 8D2F1C1, Message-ID: <1@freshmail.example>, mail_id: U1xk3zGq0aBc, Hits: -, size: 90112, 273 ms",
        ]),
    line("blocked", "({id}) Blocked {what} {{{actions}}, {envelope}{?, quarantine: {quarantine}}{?, Queue-ID: {qid}}{?, Message-ID: {message_id}}{?, mail_id: {mail_id}}{?, Hits: {score}}{?, size: {size}}{?, {other}}{?, {ms} ms}")
        .says("The filter calls the mail {what} and kept it back{?: it's in the quarantine as {quarantine}}.")
        .level(Permanent)
        .helps(OurServer, &[
            ("Look at the message in the quarantine, and release it if it's wanted:", "amavisd-release {quarantine}"),
            ("If it's a false alarm for spam, put the sender on the allowlist or raise the score limit:", "grep -rn -e sa_kill_level_deflt -e whitelist_sender /etc/amavis /etc/amavisd"),
        ])
        .effect(Effect::End(Scan))
        .tie(Tie::Same(Role::MessageId))
        .samples(&[
            "(00288-01) Blocked SPAM {DiscardedInbound,Quarantined}, [127.0.30.1] [203.0.113.5] <am2@win-prize-now.example> -> <info@ridgewaydental.example>, quarantine: 4/spam-4DtbrAw1767y.gz, Message-ID: <bnt92qug0dk0jshb.38@blocked-by-user.example>, mail_id: 4DtbrAw1767y, Hits: 100.8, size: 863, 273 ms",
            "(00288-06) Blocked INFECTED (Eicar-Test-Signature.UNOFFICIAL) {DiscardedInbound,Quarantined}, [127.0.30.1] [198.51.100.53] <virus27@win-prize-now.example> -> <info@kingfisherbakery.example>, quarantine: j/virus-j7VnX6j5enYY, Message-ID: <rzkr0fgz30zna06y.102@win-prize-now.example>, mail_id: j7VnX6j5enYY, Hits: -, size: 804, 152 ms",
        ]),
    line("verdict", "({id}) {?Passed}{?Blocked} {what}, {detail}")
        .says("The filter calls the mail {what}.")
        .level(Warning)
        .effect(Effect::End(Scan))
        .loose()
        .samples(&["(00288-07) Passed CLEAN, [127.0.30.1] <a@b.example> -> <c@d.example>, Hits: -"]),
    line("checking", "({id}) Checking: {mail_id} {envelope}")
        .says("The filter began to look at the mail.")
        .effect(Effect::Birth(Scan))
        .samples(&["(00288-01) Checking: 4DtbrAw1767y [127.0.30.1] <am2@win-prize-now.example> -> <info@ridgewaydental.example>"]),
    line("taken", "({id}) {?ESMTP}{?LMTP}{?SMTP} {?[{client}]}:{port} {path}: <{from}> -> {to} SIZE={size} Received: {detail}")
        .says("The filter accepted the mail from the mail server.")
        .effect(Effect::Early(Scan))
        .samples(&["(00288-01) ESMTP :10024 /var/lib/amavis/tmp/amavis-20261121T191108-00288-_WvcdAUi: <am2@win-prize-now.example> -> <info@ridgewaydental.example> SIZE=898 Received: from shared14.hostvale.example ([127.0.30.1]) by localhost"]),
    line("taken-any", "({id}) {?ESMTP}{?LMTP}{?SMTP} {?[{client}]}:{port} {path}: <{from}> -> {detail}")
        .says("The filter accepted the mail from the mail server.")
        .effect(Effect::Early(Scan))
        .loose()
        .samples(&["(00288-01) LMTP :10024 /var/lib/amavis/tmp/x: <a@b.example> -> <c@d.example>"]),
    line("handed-back", "({id}) {mail_id} FWD from <{from}> -> {to}{?, {detail}} queued as {next}")
        .says("The filter handed the mail back; it continues under the queue id {next}.")
        .effect(Effect::Early(Scan))
        .tie(Tie::Made(Role::Queued, Led::Forward))
        .samples(&["(00288-02) hpNCiBnjVknL FWD from <am9@win-prize-now.example> -> <sales@kingfisherbakery.example>, BODY=7BIT 250 2.0.0 from MTA(smtp:[127.0.30.1]:10025): 250 2.0.0 Ok: queued as 5FF309B84F1"]),
    line("handed-back-any", "({id}) {mail_id} FWD from <{from}> -> {to}{?, {detail}}")
        .says("The filter handed the mail back to the mail server.")
        .effect(Effect::Early(Scan))
        .loose()
        .samples(&["(00288-02) hpNCiBnjVknL FWD from <a@b.example> -> <c@d.example>, 451 4.5.0 From MTA(smtp:[127.0.30.1]:10025) during fwd-connect"]),
    line("notice-sent", "({id}) {mail_id} SEND from <{from}> -> {to}{?, {detail}} queued as {next}")
        .says("The filter wrote a notice of its own; it is message {next}.")
        .effect(Effect::Early(Scan))
        .tie(Tie::Made(Role::Queued, Led::Bounce))
        .samples(&["(00288-06) VENaH4x4ICJL(j7VnX6j5enYY) SEND from <postmaster@shared14.hostvale.example> -> <postmaster@shared14.hostvale.example>, ENVID=AM.x@shared14.hostvale.example 250 2.0.0 from MTA(smtp:[127.0.30.1]:10025): 250 2.0.0 Ok: queued as 25C529B8541"]),
    line("quarantined", "({id}) local delivery: <{from}> -> {to}, mbx={path}")
        .says("A copy of the mail is kept in the quarantine: {path}.")
        .level(Warning)
        .effect(Effect::Early(Scan))
        .samples(&["(00288-01) local delivery: <am2@win-prize-now.example> -> spam-quarantine, mbx=/var/lib/amavis/virusmails/4/spam-4DtbrAw1767y.gz"]),
    line("points", "({id}) spam-tag, <{from}> -> {to}, {what}, score={score} {?tagged_above={mark} }required={required} tests=[{rules}]{? {detail}}")
        .says("The mail got {score point}, and from {required} on it counts as spam.")
        .effect(Effect::Early(Scan))
        .samples(&["(00288-02) spam-tag, <am9@win-prize-now.example> -> <sales@kingfisherbakery.example>, Yes, score=8.428 tagged_above=2 required=6.31 tests=[BAYES_99=3.5, RDNS_NONE=0.793] autolearn=no autolearn_force=no"]),
    line("scanner-not-reached", "({id}) ({mark})connect to {path} failed, attempt #{number}: {detail}")
        .says("The filter (amavis) can't reach {path}, where the virus scanner should listen: {detail}.")
        .level(Alert)
        .helps(OurServer, SCANNER)
        .effect(Effect::Early(Scan))
        .samples(&["(00288-02) (!)connect to /var/run/clamav/clamd.ctl failed, attempt #1: Can't connect to a UNIX socket /var/run/clamav/clamd.ctl: No such file or directory"]),
    line("scanner-failed", "({id}) ({mark}){what} av-scanner FAILED: {detail}")
        .says("The virus scanner {what} didn't work for the filter (amavis): {detail}.")
        .level(Alert)
        .helps(OurServer, SCANNER)
        .effect(Effect::Early(Scan))
        .samples(&["(00288-02) (!)ClamAV-clamd av-scanner FAILED: run_av error: Too many retries to talk to /var/run/clamav/clamd.ctl"]),
    line("scanners-failed", "({id}) ({mark})WARN: all primary virus scanners failed, considering backups")
        .says("None of the filter's first virus scanners worked; it tries the others.")
        .level(Alert)
        .helps(OurServer, SCANNER)
        .effect(Effect::Early(Scan))
        .samples(&["(00288-02) (!)WARN: all primary virus scanners failed, considering backups"]),
    line("scan-failed", "({id}) ({mark})TROUBLE in check_mail: virus_scan FAILED: {detail}")
        .says("The filter (amavis) couldn't have the message scanned for viruses, so it puts it off: {detail}.")
        .level(Alert)
        .helps(OurServer, SCANNER)
        .effect(Effect::Early(Scan))
        .samples(&["(00288-02) (!!)TROUBLE in check_mail: virus_scan FAILED: virus_scan: ALL VIRUS SCANNERS FAILED at (eval 92) line 952."]),
    line("disk-full", "({id}) ({mark}){detail}: No space left on device{?{other}}")
        .says("The filter (amavis) has no space left on the disk where it unpacks mail, so it defers all mail: {detail}.")
        .level(Alert)
        .helps(OurServer, &[
            ("Free space where amavis unpacks mail: see how full that disk is (-i: its number of files), and what old work folders and quarantine take. Mail waits, and goes on by itself after:", "df -h /var/lib/amavis /var/spool/amavisd /tmp; df -i /var/lib/amavis /var/spool/amavisd /tmp; du -sh /var/lib/amavis/* /var/spool/amavisd/* 2>/dev/null"),
            ("The folder is $TEMPBASE in its settings; a RAM disk there may be too small:", "grep -rhn -e TEMPBASE -e MYHOME /etc/amavis /etc/amavisd* 2>/dev/null; mount | grep amavis"),
        ])
        .effect(Effect::Early(Scan))
        .samples(&["(00288-02) (!!)TROUBLE in process_request: Can't create directory /var/lib/amavis/tmp/amavis-20241130T123101-01234-abc: No space left on device at /usr/sbin/amavisd-new line 5643."]),
    line("kept", "({id}) ({mark})PRESERVING EVIDENCE in {path}")
        .says("The filter keeps what it was working on in {path}, for whoever looks into the trouble.")
        .level(Warning)
        .follows()
        .effect(Effect::Early(Scan))
        .samples(&["(00288-02) (!)PRESERVING EVIDENCE in /var/lib/amavis/tmp/amavis-20220123T062514-01702-kJ3m"]),
    line("trouble", "({id}) ({mark}){detail}")
        .says("The filter (amavis) has trouble: {detail}.")
        .level(Alert)
        .helps(OurServer, &[("See what it says around that, and whether what it needs (virus scanner, SpamAssassin, the mail server on port 10025) runs:", "journalctl -u amavis -u amavisd -n 50; systemctl status amavis amavisd clamav-daemon")])
        .effect(Effect::Early(Scan))
        .loose()
        .samples(&["(00288-02) (!)SA TIMED OUT, backtrace: at /usr/share/perl5/Mail/SpamAssassin.pm", "(00288-02) (!!)TROUBLE in check_mail"]),
    line("timing", "({id}) TIMING{detail}")
        .says("How long each step of the scan took.")
        .effect(Effect::Early(Scan))
        .samples(&["(00288-02) TIMING [total 258 ms] - SMTP greeting: 1.2 (0%)0", "(00288-02) TIMING-SA [total 80 ms] - parse: 1"]),
    line("modules-of", "({id}) extra modules loaded: {detail}")
        .says("The filter loaded more of its program.")
        .samples(&["(00288-02) extra modules loaded: Amavis/Out/SMTP/Protocol.pm"]),
    line("continued", "({id}) ...{detail}")
        .says("The line before of the same scan goes on here.")
        .loose()
        .samples(&["(00288-02) ...continued text"]),
    line("no-process", "{?(!)}{?(!!)}Net::Server: {detail}Can't fork [{other}]{?\\n{path}}")
        .says("Amavis couldn't start another process of its own: {other}.")
        .level(Alert)
        .helps(OurServer, &[
            ("See what uses the memory, and whether the system ended programs for lack of it:", "free -m; journalctl -k | grep -i -e oom -e 'out of memory' | tail"),
            ("Then start amavis again and let the mail that waits go through:", "systemctl restart amavis || systemctl restart amavisd; postqueue -f"),
        ])
        .samples(&["(!)Net::Server: 2024/08/19-03:11:20 Can't fork [Cannot allocate memory]\\n  at line 166 in file /usr/share/perl5/Net/Server/PreFork.pm", "(!!)Net::Server: 2024/08/19-03:11:20 Can't fork [Resource temporarily unavailable]"]),
    line("started", "starting. {detail} amavis{?d}{?-new}-{version} {other}")
        .sign(Sign::Works)
        .says("The filter started, version {version}.")
        .samples(&["starting. /usr/sbin/amavisd at shared14.hostvale.example amavis-2.13.0 (20230106), Unicode aware, LC_ALL=\"C\", LANG=\"C.UTF-8\"", "starting.  /usr/sbin/amavisd-new at mx.example amavisd-new-2.11.0 (20160426), Unicode aware"]),
    line("scan", "({id}) {detail}")
        .says("The filter tells about its scan: {detail}.")
        .named()
        .samples(&["(00288-02) some other words"]),
    line("start-up", "{detail}")
        .says("The filter tells about its start: {detail}.")
        .named()
        .samples(&["Module Archive::Zip        1.68", "No decoder for       .xz  ", "Net::Server: Group Not Defined.  Defaulting to EGID '997 997'"]),
];
