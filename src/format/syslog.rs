//! The loggers themselves: rsyslog, systemd's journal, journalctl. They write about starts and stops, and
//! about lines that they threw away, so that a hole in the log is known.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::report::export::Level::Warning;

/// What loggers write about themselves.
pub static FORMAT: Format = Format {
    id: "syslog",
    title: "the logger itself",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "/var/log/messages", "journalctl"],
    sources: &["rsyslog 8.2302 run", "systemd 252 run", "RFC 3164"],
    programs: &["rsyslogd", "systemd-journald", "systemd", "journal", "syslogd", "syslog-ng"],
    realm: "syslog",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("key", Role::Keyword, "The name of a part of an entry of the journal.").shape(Shape::Name),
    field("number", Role::Count, "The count: {}."),
    field("pid", Role::Pid, "The process whose lines are missing."),
    field("unit", Role::Program, "The service that it is about.").shape(Shape::Text),
    field("version", Role::State, "The version of the logger.").shape(Shape::Word),
    field("date", Role::Time, "When that was.").shape(Shape::Text),
    field("until", Role::Time, "Until when.").shape(Shape::Text),
    field("detail", Role::Text, "The rest of the line."),
];

const PATTERNS: &[Pattern] = &[
    line("repeated", "{?--- }last message repeated {number} time{?s}{? ---}")
        .says("The line before this one came {number} more times.")
        .samples(&["last message repeated 3 times", "--- last message repeated 2 times ---", "last message repeated 1 time"]),
    line("lost", "imuxsock lost {number} messages from pid {pid} due to rate-limiting")
        .says("The logger threw away {number} lines of process {pid}, because they came too fast. The log has a hole here.")
        .level(Warning)
        .samples(&["imuxsock lost 120 messages from pid 1234 due to rate-limiting"]),
    line("dropping", "imuxsock begins to drop messages from pid {pid} due to rate-limiting")
        .says("From here on the logger throws lines of process {pid} away, because they come too fast.")
        .level(Warning)
        .samples(&["imuxsock begins to drop messages from pid 1234 due to rate-limiting"]),
    line("journal-dropping", "imjournal: begin to drop messages{detail}")
        .says("From here on the logger throws lines away, because they come too fast.")
        .level(Warning)
        .samples(&["imjournal: begin to drop messages due to rate-limiting"]),
    line("journal-lost", "imjournal: {number} messages lost due to rate-limiting{detail}")
        .says("The logger threw away {number} lines, because they came too fast. The log has a hole here.")
        .level(Warning)
        .samples(&["imjournal: 120 messages lost due to rate-limiting (20000 allowed within 600 seconds)"]),
    line("suppressed", "Suppressed {number} messages from {unit}")
        .says("The logger threw away {number} lines of {unit}, because they came too fast. The log has a hole here.")
        .level(Warning)
        .samples(&["Suppressed 120 messages from postfix.service"]),
    line("started", "[origin software=\"rsyslogd\" swVersion=\"{version}\" x-pid=\"{pid}\" x-info=\"{detail}\"] start")
        .says("The logger started.")
        .samples(&["[origin software=\"rsyslogd\" swVersion=\"8.2302.0\" x-pid=\"131\" x-info=\"https://www.rsyslog.com\"] start"]),
    line("stopped", "[origin software=\"rsyslogd\" swVersion=\"{version}\" x-pid=\"{pid}\" x-info=\"{detail}\"] exiting on signal {number}.")
        .says("The logger stopped.")
        .level(Warning)
        .samples(&["[origin software=\"rsyslogd\" swVersion=\"8.2302.0\" x-pid=\"131\" x-info=\"https://www.rsyslog.com\"] exiting on signal 15."]),
    line("rotated", "[origin software=\"rsyslogd\" swVersion=\"{version}\" x-pid=\"{pid}\" x-info=\"{detail}\"] rsyslogd was HUPed")
        .says("The logger began a new file.")
        .samples(&["[origin software=\"rsyslogd\" swVersion=\"8.2302.0\" x-pid=\"131\" x-info=\"https://www.rsyslog.com\"] rsyslogd was HUPed"]),
    line("begins", "-- {?Logs}{?Journal} begin{?s} at {date}{?,}{?;} end{?s} at {until} --")
        .says("The journal holds entries from {date} to {until}.")
        .samples(&["-- Logs begin at Mon 2026-11-02 10:00:00 UTC, end at Sat 2026-11-21 19:00:00 UTC. --", "-- Journal begins at Mon 2026-11-02 10:00:00 UTC; ends at Sat 2026-11-21 19:00:00 UTC. --"]),
    line("boot", "-- Boot {detail} --")
        .says("The server was started again here.")
        .level(Warning)
        .samples(&["-- Boot 0123456789abcdef0123456789abcdef --"]),
    line("reboot", "-- Reboot --")
        .says("The server was started again here.")
        .level(Warning)
        .samples(&["-- Reboot --"]),
    line("no-entries", "-- No entries --")
        .says("The journal has nothing for what was asked. Check the name of the service and the time.")
        .samples(&["-- No entries --"]),
    line("mark", "{?-- }MARK{? --}")
        .says("A sign of life of the logger.")
        .samples(&["-- MARK --", "MARK"]),
    line("unit-started", "Started {unit}")
        .says("The service {unit} was started.")
        .named()
        .samples(&["Started postfix.service - Postfix Mail Transport Agent."]),
    line("unit-stopped", "Stopped {unit}")
        .says("The service {unit} was stopped.")
        .level(Warning)
        .named()
        .samples(&["Stopped postfix.service - Postfix Mail Transport Agent."]),
    line("other", "{detail}")
        .says("The system reports: {detail}.")
        .named()
        .samples(&["Starting postfix.service - Postfix Mail Transport Agent..."]),
    line("field", "{key}={detail}")
        .says("A part of an exported entry of the journal: {key}.")
        .named()
        .samples(&["__CURSOR=s=49cd1648;i=1", "_BOOT_ID=0123456789abcdef0123456789abcdef", "SYSLOG_IDENTIFIER=postfix/smtpd"]),
];
