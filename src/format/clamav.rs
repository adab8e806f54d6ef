//! `ClamAV`: the virus scanner clamd, its filter clamav-milter, the proxy clamsmtpd and the updater
//! freshclam. Most lines of the filter have no queue id: addresses and time tell which mail they are about.

use super::{Field, Format, Led, Pattern, Role, Shape, Side, Step, Tie, field, line};
use crate::report::export::Level::{Alert, Permanent, Success, Warning};
use crate::report::export::TraceType::{Message, Scan};

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
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
];

const PATTERNS: &[Pattern] = &[
    line("found", "{path}: {virus} FOUND")
        .says("The virus scanner found {virus}.")
        .level(Permanent)
        .samples(&["/tmp/clamav-af957160a21e7b9ca072b4ac2c176092.tmp (deleted): Eicar-Test-Signature.UNOFFICIAL FOUND", "instream(127.0.0.1@4711): Win.Test.EICAR_HDB-1(44d88612fea8a8f36de82e1278abb02f:68) FOUND", "fd[11]: Eicar-Signature FOUND"]),
    line("clean", "{path}: OK")
        .says("The virus scanner found nothing.")
        .level(Success)
        .named()
        .samples(&["/tmp/clamav-af95.tmp: OK", "instream(127.0.0.1@4711): OK"]),
    line("scan-error", "{path}: {detail} ERROR")
        .says("The virus scanner could not look at a file: {detail}.")
        .level(Warning)
        .samples(&["/tmp/x: lstat() failed: No such file or directory. ERROR"]),
    line("milter-clean", "Clean message from <{from}> to {to}")
        .says("The virus scanner found nothing in the mail from {from}.")
        .level(Success)
        .step(Step::Birth(Scan))
        .tie(Tie::Near(Role::Sender, Led::Scan, Side::After))
        .samples(&["Clean message from <bulk5@win-prize-now.example> to <j.moreno@kingfisherbakery.example>"]),
    line("milter-infected", "Message {qid} from <{from}> to {to} with subject '{subject}' message-id '{message_id}' date '{date}' infected by {virus}")
        .says("The virus scanner found {virus} in the mail from {from}.")
        .level(Permanent)
        .step(Step::Part(Message))
        .samples(&["Message CA3C29B8561 from <virus25@win-prize-now.example> to <info@kingfisherbakery.example> with subject 'Scan_0032' message-id '<84xxh8ecp84mrxq0.98@win-prize-now.example>' date 'Sat, 21 Nov 2026 19:13:44 +0000' infected by Eicar-Test-Signature.UNOFFICIAL"]),
    line("milter-infected-any", "Message from <{from}> to {to} infected by {virus}")
        .says("The virus scanner found {virus} in the mail from {from}.")
        .level(Permanent)
        .loose()
        .samples(&["Message from <a@b.example> to <c@d.example> infected by Eicar"]),
    line("milter-started", "+++ Started at {date}")
        .says("The virus filter started.")
        .samples(&["+++ Started at Sat Nov 21 19:10:58 2026"]),
    line("milter-stopped", "--- Stopped at {date}")
        .says("The virus filter stopped.")
        .level(Warning)
        .samples(&["--- Stopped at Sat Nov 21 19:20:58 2026"]),
    line("milter-no-scanner", "No clamd server appears to be available")
        .says("The virus scanner does not answer, so mail cannot be checked. Start clamd.")
        .level(Alert)
        .samples(&["No clamd server appears to be available"]),
    line("milter-no-stream", "Failed to initiate {detail}")
        .says("The virus filter could not hand the mail to the scanner.")
        .level(Alert)
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
        .says("The virus scanner knows {number} viruses.")
        .samples(&["Loaded 1 signatures."]),
    line("reloaded", "Database correctly reloaded ({number} signatures)")
        .says("The virus scanner has a new list: it knows {number} viruses.")
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
    line("outdated", "WARNING: Your ClamAV installation is OUTDATED!")
        .says("The virus scanner should be updated.")
        .level(Warning)
        .samples(&["WARNING: Your ClamAV installation is OUTDATED!"]),
    line("download-failed", "{?WARNING: }{?ERROR: }Can't download {detail}")
        .says("The list of viruses could not be fetched.")
        .level(Warning)
        .samples(&["WARNING: Can't download daily.cvd from database.clamav.example", "Can't download daily.cvd"]),
    line("warning", "WARNING: {detail}")
        .says("The virus scanner warns: {detail}.")
        .level(Warning)
        .named()
        .samples(&["WARNING: something"]),
    line("error", "ERROR: {detail}")
        .says("The virus scanner has trouble: {detail}.")
        .level(Alert)
        .named()
        .samples(&["ERROR: something"]),
    line("other", "{detail}")
        .says("The virus scanner reports: {detail}.")
        .named()
        .samples(&["Self checking every 600 seconds.", "Not loading PUA signatures."]),
];
