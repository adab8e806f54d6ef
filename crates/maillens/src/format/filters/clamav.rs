//! `ClamAV`: the virus scanner clamd, its filter clamav-milter, the proxy clamsmtpd and the updater
//! freshclam. Most lines of the filter have no queue id: addresses and time tell which mail they are about.

use super::{Effect, Field, Format, Led, Pattern, Role, Shape, Side, Sign, Tie, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::{Message, Scan};

/// What the programs of `ClamAV` write to the mail log.
pub static FORMAT: Format = Format {
    id: "clamav",
    title: "the virus scanner ClamAV",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "/var/log/clamav/clamav.log"],
    sources: &["ClamAV 1.4 run", "clamsmtp manual"],
    programs: &["clamd", "clamav-milter", "clamsmtpd", "freshclam", "clamav"],
    realm: "postfix",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("path", Role::Path, "The file that was looked at.").shape(Shape::Text),
    field("virus", Role::State, "The name of the virus.").shape(Shape::Text),
    field("from", Role::Sender, "The envelope sender.").shape(Shape::Address),
    field("to", Role::Address, "The recipients.").shape(Shape::Text),
    field("qid", Role::Message, "The queue id of the message.").shape(Shape::Word),
    field("subject", Role::Subject, "The subject of the mail.").shape(Shape::Text),
    field("message_id", Role::MessageId, "The Message-ID of the mail.").shape(Shape::Text),
    field("date", Role::Time, "The date in the mail.").shape(Shape::Text),
    field("number", Role::Count, "The count: {}."),
    field("id", Role::Text, "The number of the scan."),
    field("version", Role::State, "Its version.").shape(Shape::Word),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
];

const PATTERNS: &[Pattern] = &[
    line("found", "{path}: {virus} FOUND")
        .says("The virus scanner found {virus}.")
        .level(Permanent)
        .helps(Party::Sender, &[("The sender's computer may be infected: tell them by another way, and let nobody open a copy. If it's a false alarm, report it to ClamAV and allow that signature:", "clamscan --version; ls /var/lib/clamav/*.ign2")])
        .samples(&["/tmp/clamav-af957160a21e7b9ca072b4ac2c176092.tmp (deleted): Eicar-Test-Signature.UNOFFICIAL FOUND", "instream(127.0.0.1@4711): Win.Test.EICAR_HDB-1(44d88612fea8a8f36de82e1278abb02f:68) FOUND", "fd[11]: Eicar-Signature FOUND"]),
    line("socket-taken", "{?ERROR: }Socket file {path} exists. Either remove it, or configure a different one.")
        .says("The virus scanner clamd couldn't start: its old socket file {path} is still there.")
        .sign(Sign::ScannerNotStarted)
        .level(Alert)
        .hints(&[
            (
                "See that no clamd runs, then remove the socket file that it left and start clamd:",
                "pgrep -l clamd || rm {path}",
            ),
            ("To prevent this, set FixStaleSocket yes in clamd.conf.", ""),
        ])
        .samples(&[
            "ERROR: Socket file /tmp/clamd.socket exists. Either remove it, or configure a different one.",
            "Socket file /tmp/clamd.socket exists. Either remove it, or configure a different one.",
        ]),
    line("socket-in-use", "{?ERROR: }Socket file {path} is in use by another process.")
        .says("The virus scanner clamd couldn't start: another one already uses its socket {path}.")
        .sign(Sign::ScannerNotStarted)
        .level(Alert)
        .helps(Party::OurServer, &[("Another clamd runs already; stop the one too many:", "ps aux | grep -i clamd; systemctl restart clamav-daemon clamd@scan")])
        .samples(&["ERROR: Socket file /run/clamav/clamd.ctl is in use by another process."]),
    line("no-list", "{?ERROR: }{?LibClamAV Error: }cli_loaddbdir{?()}: No supported database files found in {path}")
        .says("The virus scanner clamd has no list of viruses in {path}, so it can't start: a filter that needs it puts all mail off, or lets it pass unchecked.")
        .sign(Sign::ScannerNotStarted)
        .level(Alert)
        .helps(Party::OurServer, &[
            ("Bring the list in: let freshclam fetch it, or, while that is held off, copy main.cvd, daily.cvd and bytecode.cvd from another server of yours or a mirror into the folder; a container needs it on a volume that is kept. Then start clamd.", ""),
            ("Until then, take the scanner out of the mail server's settings if mail mustn't wait.", ""),
        ])
        .samples(&[
            "LibClamAV Error: cli_loaddbdir: No supported database files found in /var/lib/clamav",
            "LibClamAV Error: cli_loaddbdir(): No supported database files found in /var/lib/clamav",
        ]),
    line("not-loaded", "{?ERROR: }Can't open file or directory")
        .says("The virus scanner clamd couldn't load its list; the line before says why.")
        .level(Warning)
        .follows()
        .samples(&["ERROR: Can't open file or directory"]),
    line("socket-awaited", "Socket for clamd not found yet, retrying ({number}/{number}) ...")
        .says("The scanner's container waits until clamd is up.")
        .level(Warning)
        .follows()
        .samples(&["Socket for clamd not found yet, retrying (211/1800) ..."]),
    line("clean", "{path}: OK")
        .says("The virus scanner found nothing.")
        .level(Success)
        .named()
        .samples(&["/tmp/clamav-af95.tmp: OK", "instream(127.0.0.1@4711): OK"]),
    line("scan-error", "{?simscan: }{?clamdscan: }{path}: {detail} ERROR")
        .says("The virus scanner could not look at a file: {detail}.")
        .level(Warning)
        .helps(Party::OurServer, &[("The scanner's user must be able to read the file: put it into the group of the program that makes it, or use a stream. As whom the scanner runs, and who may pass:", "ps -o user= -C clamd; namei -l {path}")])
        .samples(&[
            "/tmp/x: lstat() failed: No such file or directory. ERROR",
            "simscan: clamdscan: /var/qmail/simscan/1647858760.1.3/msg.1647858760.2.3: lstat() failed: Permission denied. ERROR",
        ]),
    line("milter-clean", "Clean message from <{from}> to {to}")
        .says("The virus scanner found nothing in the mail from {from}.")
        .level(Success)
        .effect(Effect::Birth(Scan))
        .tie(Tie::Near(Role::Sender, Led::Scan, Side::After))
        .samples(&["Clean message from <bulk5@win-prize-now.example> to <j.moreno@kingfisherbakery.example>"]),
    line("milter-infected", "Message {qid} from <{from}> to {to} with subject '{subject}' message-id '{message_id}' date '{date}' infected by {virus}")
        .says("The virus scanner found {virus} in the mail from {from}.")
        .level(Permanent)
        .helps(Party::Sender, &[("The sender's computer may be infected: tell them by another way, and let nobody open a copy. If it's a false alarm, report it to ClamAV and allow that signature:", "clamscan --version; ls /var/lib/clamav/*.ign2")])
        .effect(Effect::Part(Message))
        .samples(&["Message CA3C29B8561 from <virus25@win-prize-now.example> to <info@kingfisherbakery.example> with subject 'Scan_0032' message-id '<84xxh8ecp84mrxq0.98@win-prize-now.example>' date 'Sat, 21 Nov 2026 19:13:44 +0000' infected by Eicar-Test-Signature.UNOFFICIAL"]),
    line("milter-infected-any", "Message from <{from}> to {to} infected by {virus}")
        .says("The virus scanner found {virus} in the mail from {from}.")
        .level(Permanent)
        .helps(Party::Sender, &[("The sender's computer may be infected: tell them by another way, and let nobody open a copy. If it's a false alarm, report it to ClamAV and allow that signature:", "clamscan --version; ls /var/lib/clamav/*.ign2")])
        .loose()
        .samples(&["Message from <a@b.example> to <c@d.example> infected by Eicar"]),
    line("milter-started", "+++ Started at {date}")
        .sign(Sign::Works)
        .says("The virus filter started.")
        .samples(&["+++ Started at Sat Nov 21 19:10:58 2026"]),
    line("milter-stopped", "--- Stopped at {date}")
        .says("The virus filter stopped.")
        .level(Warning)
        .samples(&["--- Stopped at Sat Nov 21 19:20:58 2026"]),
    line("milter-no-scanner", "No clamd server appears to be available")
        .says("The virus scanner does not answer, so mail cannot be checked. Start clamd.")
        .level(Alert)
        .helps(Party::OurServer, &[("Start clamd, and see that the milter looks for it where it listens:", "systemctl restart clamav-daemon clamd@scan; grep -i socket /etc/clamav/clamd.conf /etc/clamav/clamav-milter.conf /etc/clamd.d/scan.conf")])
        .samples(&["No clamd server appears to be available"]),
    line("milter-no-stream", "Failed to initiate {detail}")
        .says("The virus filter could not hand the mail to the scanner.")
        .level(Alert)
        .helps(Party::OurServer, &[("Start clamd, and see that the milter looks for it where it listens:", "systemctl restart clamav-daemon clamd@scan; grep -i socket /etc/clamav/clamd.conf /etc/clamav/clamav-milter.conf /etc/clamd.d/scan.conf")])
        .samples(&["Failed to initiate streaming/fdpassing"]),
    line("proxy", "{id}: from={from}, to={to}, status={virus}")
        .says("The virus filter looked at the mail from {from}: {virus}.")
        .loose()
        .samples(&["100001: from=a@b.example, to=c@d.example, status=CLEAN", "100001: from=a@b.example, to=c@d.example, status=VIRUS:Eicar"]),
    line("self-check", "SelfCheck: Database status OK.")
        .says("The virus scanner checked that it has the newest list of viruses.")
        .samples(&["SelfCheck: Database status OK."]),
    line("self-check-new", "{?SelfCheck: }Database modification detected. Forcing reload.")
        .says("There is a new list of viruses, and the scanner takes it up.")
        .samples(&["SelfCheck: Database modification detected. Forcing reload.", "Database modification detected. Forcing reload."]),
    line("reading", "Reading databases from {path}")
        .says("The virus scanner reads its list of viruses.")
        .samples(&["Reading databases from /var/lib/clamav"]),
    line("loaded", "Loaded {number} signatures.")
        .says("The virus scanner knows {number virus|viruses}.")
        .samples(&["Loaded 1 signatures."]),
    line("reloaded", "Database correctly reloaded ({number} signatures)")
        .says("The virus scanner has a new list: it knows {number virus|viruses}.")
        .samples(&["Database correctly reloaded (8700000 signatures)"]),
    line("activating", "Activating the newly loaded database...")
        .says("The virus scanner takes up its new list.")
        .samples(&["Activating the newly loaded database..."]),
    line("started", "clamd daemon {version} (OS: {detail})")
        .says("The virus scanner {version} started.")
        .samples(&["clamd daemon 1.4.3 (OS: Linux, ARCH: x86_64, CPU: x86_64)"]),
    line("limit", "Limits: {detail}")
        .says("A limit of the virus scanner: {detail}.")
        .named()
        .samples(&["Limits: Files limit set to 10000."]),
    line("support", "{detail} support enabled.")
        .says("The virus scanner looks into this kind of file: {detail}.")
        .named()
        .samples(&["Archive support enabled.", "XMLDOCS support enabled."]),
    line("updated", "{path} database {?is up-to-date}{?is up to date}{?updated} (version: {detail}")
        .says("The list of viruses is up to date.")
        .samples(&["daily.cld database is up-to-date (version: 27500, sigs: 2053000, f-level: 90, builder: raynman)", "daily.cld database updated (version: 27500, sigs: 2053000, f-level: 90, builder: raynman)"]),
    line("update-started", "ClamAV update process started at {date}")
        .says("The list of viruses is being brought up to date.")
        .samples(&["ClamAV update process started at Tue Sep 26 08:14:30 2023"]),
    line("old-version", "{?WARNING: }Local version: {version} Recommended version: {detail}")
        .says("This virus scanner has version {version}; version {detail} is recommended.")
        .level(Warning)
        .follows()
        .samples(&["WARNING: Local version: 0.102.4 Recommended version: 0.103.10", "Local version: 0.102.4 Recommended version: 0.103.10"]),
    line("update-limited", "{?WARNING: }FreshClam {?previously }received error code 429 from the ClamAV Content Delivery Network (CDN).")
        .says("The servers with the list of viruses refuse this address for a while (429), because it asked too often. A scanner that has a list goes on with it; one without can't start.")
        .level(Temporary)
        .helps(Party::OurServer, &[("Wait a day, and find what asks so often: a container that is made again and keeps no list (put /var/lib/clamav on a volume), several servers behind one address, or more than one program:", "ls -l /var/lib/clamav; ps aux | grep freshclam; grep -rn freshclam /etc/cron* | head")])
        .sign(Sign::ListStays)
        .samples(&["WARNING: FreshClam received error code 429 from the ClamAV Content Delivery Network (CDN)."]),
    line("update-refused", "{?WARNING: }FreshClam {?previously }received error code {detail} from the ClamAV Content Delivery Network (CDN).")
        .says("The servers with the list of viruses refused this scanner ({detail}): its version is too old, or it asked too often. New viruses aren't recognized.")
        .level(Warning)
        .helps(Party::OurServer, &[
            ("Upgrade ClamAV to a supported version with the system's packages:", "freshclam --version; apt-get install --only-upgrade clamav clamav-daemon clamav-freshclam || dnf upgrade 'clamav*'"),
            ("If the version is new, it asked too often (429): let only one program update the list, and wait a day:", "ps aux | grep freshclam; grep -rn freshclam /etc/cron*"),
        ])
        .sign(Sign::ListStays)
        .samples(&["WARNING: FreshClam received error code 403 from the ClamAV Content Delivery Network (CDN).", "FreshClam previously received error code 429 or 403 from the ClamAV Content Delivery Network (CDN)."]),
    line("available", "{detail} database available for {?download}{?update} ({?local version: {number}, }remote version: {version})")
        .says("There's a newer list of viruses ({detail}).")
        .samples(&["daily database available for download (remote version: 27248)", "daily database available for update (remote version: 27248)"]),
    line("do-not-panic", "DON'T PANIC! Read {detail}").says("Where the update is described.").samples(&["DON'T PANIC! Read https://docs.clamav.net/manual/Installing.html"]),
    line("rate-limited", "This means that you have been rate limited by the CDN.")
        .says("The servers with the list of viruses refuse this address for a while, because it asked too often.")
        .sign(Sign::ListStays)
        .samples(&["This means that you have been rate limited by the CDN."]),
    line("advice", "{?{gap}}{number}. Run FreshClam {detail}")
        .says("A piece of advice for whoever runs the scanner.")
        .samples(&[" 1. Run FreshClam no more than once an hour to check for updates.", "1. Run FreshClam no more than once an hour to check for updates."]),
    line("advice-goes-on", "{?{gap}}FreshClam should check DNS first to see if an update is needed.")
        .says("A piece of advice for whoever runs the scanner.")
        .samples(&["FreshClam should check DNS first to see if an update is needed."]),
    line("cool-down", "{?WARNING: }You are {?still }on cool-down until after: {date}")
        .says("The list of viruses is asked for again only after {date}: it asked too often. A scanner that has a list goes on with it; one without can't start.")
        .level(Temporary)
        .helps(Party::OurServer, &[
            ("Wait until then, and find what asks so often: a container that is made again and keeps no list (put /var/lib/clamav on a volume), several servers behind one address, or more than one program:", "ls -l /var/lib/clamav; ps aux | grep freshclam; grep -rn freshclam /etc/cron* | head"),
        ])
        .sign(Sign::ListStays)
        .samples(&["WARNING: You are on cool-down until after: 2024-04-18 03:12:51"]),
    line("update-failed", "{?ERROR: }{?WARNING: }Update failed{?.}{? for database: {detail}}")
        .says("The list of viruses could not be brought up to date. The lines before say why.")
        .level(Warning)
        .follows()
        .samples(&["Update failed.", "ERROR: Update failed for database: daily"]),
    line("outdated", "{?WARNING: }Your ClamAV installation is OUTDATED!")
        .says("The virus scanner should be updated.")
        .level(Warning)
        .helps(Party::OurServer, &[("Upgrade ClamAV to a supported version with the system's packages; the servers with the list of viruses refuse old ones in the end:", "clamd --version; freshclam --version; apt-get install --only-upgrade clamav clamav-daemon || dnf upgrade clamav*")])
        .samples(&["WARNING: Your ClamAV installation is OUTDATED!"]),
    line("download-failed", "{?WARNING: }{?ERROR: }Can't download {detail}")
        .says("The list of viruses could not be fetched.")
        .level(Warning)
        .helps(Party::OurServer, &[("See why: a version of ClamAV that is too old (upgrade it), too many downloads from this address, DNS or a firewall:", "freshclam --version; tail -30 /var/log/clamav/freshclam.log; ls -l /var/lib/clamav")])
        .sign(Sign::ListStays)
        .samples(&["WARNING: Can't download daily.cvd from database.clamav.example", "Can't download daily.cvd"]),
];
