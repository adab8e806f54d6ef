//! The loggers themselves: rsyslog, systemd's journal, journalctl. They write about starts and stops, and
//! about lines that they threw away, so that a hole in the log is known.

use super::audit::PORT_LABEL;
use super::{Field, Format, FormatKind, Pattern, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Alert, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::Party::OurServer;

/// What loggers write about themselves.
pub static FORMAT: Format = Format {
    id: "syslog",
    title: "the logger itself",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "/var/log/messages", "journalctl"],
    sources: &["rsyslog 8.2302 run", "systemd 252 run", "RFC 3164"],
    programs: &[
        "rsyslogd",
        "systemd-journald",
        "systemd",
        "journal",
        "syslogd",
        "syslog-ng",
        "kernel",
        "audit",
    ],
    kind: FormatKind::System,
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
    field("service", Role::State, "What systemd calls it: {}.").shape(Shape::Text),
    field("code", Role::State, "How the process ended: {}.").shape(Shape::Name),
    field("status", Role::State, "The number that it ended with, and its name: {}.").shape(Shape::Word),
    field("result", Role::State, "What systemd calls the reason: {}.").shape(Shape::Name),
    field("uptime", Role::Count, "Seconds since the server was started.").shape(Shape::Text),
    field("program", Role::Program, "The program.").shape(Shape::Name),
    field("device", Role::State, "The device: {}.").shape(Shape::Name),
    field("port", Role::Port, "The port."),
    field("signal", Role::State, "The signal: {}.").shape(Shape::Name),
];

/// What helps about a file system whose kernel driver complains.
const DAMAGED: &[(&str, &str)] = &[
    (
        "Save the data first, then see whether the disk is failing, and replace it if it is:",
        "smartctl -a /dev/{device}; dmesg -T | grep -F {device} | tail -20",
    ),
    (
        "Then repair the file system while it isn't mounted (fsck, xfs_repair; for btrfs, btrfs scrub), and bring back from a backup what is missing.",
        "",
    ),
];

/// What helps about a container that was ended by force, and about one that crashed.
const KILLED: &[(&str, &str)] = &[(
    "See whether memory ran out; if it did, give the machine or the container more of it, or let it run less:",
    "dmesg -T | grep -i -e 'out of memory' -e oom-kill | tail; free -m",
)];
const CRASHED: &[(&str, &str)] = &[(
    "Read what the container wrote last, update its image, and start it again. If it goes on, test the machine's memory.",
    "",
)];

/// What helps where `SELinux` forbids what the permissions allow.
const SELINUX: &[(&str, &str)] = &[
    (
        "Leave owner and mode as they are. See all that was denied, and the label of the folder:",
        "ausearch -m avc -ts recent; ls -lZd /var/vmail /data 2>/dev/null",
    ),
    (
        "Give the folder a label that the program may use and that stays: for mailboxes semanage fcontext -a -t mail_spool_t with the top folder and '(/.*)?' behind it, then restorecon -Rv on that folder.",
        "",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("memory-ran-out", "{?[{uptime}] }{?Out of memory}{?Memory cgroup out of memory}: Kill{?ed} process {pid} ({program}){detail}")
        .says("The server ran out of memory, so the system ended {program} (process {pid}) by force.")
        .level(Alert)
        .helps(OurServer, &[
            ("Give the server more memory or swap, or let fewer programs and connections run at once. To see how much is used and by what:", "free -m; ps aux --sort=-rss | head"),
            ("See how often it happened:", "dmesg -T | grep -i 'out of memory'"),
        ])
        .samples(&[
            "Out of memory: Killed process 7733 (imap) total-vm:812344kB, anon-rss:590112kB, file-rss:0kB, shmem-rss:0kB, UID:5000 pgtables:1320kB oom_score_adj:0",
            "[12345.678901] Out of memory: Kill process 1234 (clamd) score 512 or sacrifice child",
            "Memory cgroup out of memory: Killed process 321 (rspamd) total-vm:812344kB, anon-rss:590112kB",
        ]),
    line("container-killed", "{program} exited with code 137")
        .says("The container {program} was ended by force (137, SIGKILL): usually the machine or the container ran out of memory, or it didn't stop when it was asked to.")
        .sign(Sign::ContainerEnded)
        .level(Alert)
        .helps(OurServer, KILLED)
        .samples(&["mailcowdockerized-clamd-mailcow-1 exited with code 137"]),
    line("container-killed-unnamed", "exited with code 137")
        .says("A container was ended by force (137, SIGKILL): usually the machine or the container ran out of memory, or it didn't stop when it was asked to.")
        .level(Alert)
        .helps(OurServer, KILLED)
        .samples(&["exited with code 137"]),
    line("container-crashed", "{program} exited with code 139")
        .says("The container {program} crashed (139, SIGSEGV): a bug in its program, or broken memory.")
        .sign(Sign::ContainerEnded)
        .level(Alert)
        .helps(OurServer, CRASHED)
        .samples(&["mailcowdockerized-clamd-mailcow-1 exited with code 139"]),
    line("container-crashed-unnamed", "exited with code 139")
        .says("A container crashed (139, SIGSEGV): a bug in its program, or broken memory.")
        .level(Alert)
        .helps(OurServer, CRASHED)
        .samples(&["exited with code 139"]),
    line("memory-wanted", "{?[{uptime}] }{program} invoked oom-killer: {detail}")
        .says("The program {program} asked for memory that the server didn't have, so the system ends a program by force.")
        .level(Alert)
        .follows()
        .samples(&["imap invoked oom-killer: gfp_mask=0x100cca(GFP_HIGHUSER_MOVABLE), order=0, oom_score_adj=0"]),
    line("crashed", "{?[{uptime}] }{program}[{pid}]: segfault at {detail}")
        .says("The program {program} crashed (process {pid}). That is a bug in it or in a library that it uses, or broken memory.")
        .level(Alert)
        .helps(OurServer, &[("Update the program and its libraries; if it goes on, test the server's memory.", "")])
        .samples(&["[12345.678901] imap[7733]: segfault at 0 ip 00007f0c2d8e3f2a sp 00007ffd0a3c1e58 error 4 in libdovecot.so.0.0.0[7f0c2d8a0000+e4000]"]),
    line("disk-read-only", "{?[{uptime}] }EXT4-fs ({device}): Remounting filesystem read-only")
        .says("The disk {device} had an error, and the system lets nothing be written to it any more.")
        .level(Alert)
        .helps(OurServer, &[("Save the data, check the disk, then repair the file system and mount it again:", "dmesg -T | grep -i -e error -e ext4 | tail -20; smartctl -a /dev/{device}")])
        .samples(&["EXT4-fs (sda1): Remounting filesystem read-only"]),
    line("file-system-error", "{?[{uptime}] }{?EXT2-fs}{?EXT3-fs}{?EXT4-fs} error (device {device}): {detail}")
        .says("The file system on {device} is damaged, or its disk is failing.")
        .level(Alert)
        .helps(OurServer, DAMAGED)
        .samples(&["[12345.67] EXT4-fs error (device sda1): ext4_find_entry:1455: inode #131074: comm imap: reading directory lblock 0"]),
    line("file-system-warning", "{?[{uptime}] }{?EXT2-fs}{?EXT3-fs}{?EXT4-fs} warning (device {device}): {detail}")
        .says("The system warns about the file system on {device}: {detail}.")
        .level(Warning)
        .helps(OurServer, DAMAGED)
        .samples(&["EXT4-fs warning (device sda1): ext4_end_bio:342: I/O error 10 writing to inode 131074 starting block 9437220"]),
    line("file-system-xfs", "{?[{uptime}] }XFS ({device}): {?Metadata corruption}{?Corruption of in-memory data} {?({result}) }detected{detail}")
        .says("The file system on {device} is damaged, or its disk is failing.")
        .level(Alert)
        .helps(OurServer, DAMAGED)
        .samples(&["XFS (sdb1): Metadata corruption detected at xfs_dir3_data_reada_verify+0x57/0x70, xfs_dir3_data_reada block 0x8a0", "XFS (dm-2): Corruption of in-memory data detected.  Shutting down filesystem"]),
    line("file-system-xfs-disk", "{?[{uptime}] }XFS ({device}): {?metadata}{?log} I/O error {detail}")
        .says("The file system on {device} couldn't read or write its own lists: its disk is probably failing.")
        .level(Alert)
        .helps(OurServer, DAMAGED)
        .samples(&["XFS (dm-2): metadata I/O error in \"xfs_trans_read_buf_map\" at daddr 0x10 len 8 error 5"]),
    line("file-system-btrfs", "{?[{uptime}] }BTRFS {?error}{?critical} (device {device}): {detail}")
        .says("The file system on {device} is damaged, or its disk is failing.")
        .level(Alert)
        .helps(OurServer, DAMAGED)
        .samples(&["BTRFS error (device sda2): bdev /dev/sda2 errs: wr 0, rd 12, flush 0, corrupt 0, gen 0"]),
    line("disk-command-failed", "{?[{uptime}] }ata{unit}: failed command: {detail}")
        .says("A disk gave an error (ata{unit}): it or its cable is probably failing.")
        .level(Alert)
        .helps(OurServer, &[("Save the data, then check the disks and replace the one that fails:", "lsblk -o +MODEL,SERIAL; for d in /dev/sd?; do smartctl -H $d; done")])
        .samples(&["ata3.00: failed command: READ FPDMA QUEUED"]),
    line("disk-error", "{?[{uptime}] }{?blk_update_request: }{?Buffer }I/O error{?,} {?on }dev{?ice} {device}, {detail}")
        .says("The disk {device} couldn't be read or written: it's probably failing.")
        .level(Alert)
        .helps(OurServer, &[("Save the data, then check the disk and replace it if it fails:", "smartctl -a /dev/{device}")])
        .samples(&["[12345.678901] blk_update_request: I/O error, dev sda, sector 1953525160", "Buffer I/O error on device sda1, logical block 3"]),
    line("connections-full", "{?[{uptime}] }nf_conntrack: {?nf_conntrack: }table full, dropping packet{?.}")
        .says("The firewall's table of connections is full, so new connections are dropped.")
        .level(Alert)
        .helps(OurServer, &[("Find out what opens so many connections, or make the table larger:", "sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max")])
        .samples(&["nf_conntrack: nf_conntrack: table full, dropping packet"]),
    line("flooded", "{?[{uptime}] }TCP: request_sock_TCP: Possible SYN flooding on port {port}. {detail}")
        .says("More connections to port {port} were opened at once than the server takes: an attack, or a busy server with a short queue.")
        .level(Warning)
        .helps(Party::OurServer, &[("See who opens so many connections to the port; if it's an attack, block the addresses, else raise net.core.somaxconn and the program's own limit:", "ss -tn state syn-recv; ss -ltn; sysctl net.core.somaxconn net.ipv4.tcp_max_syn_backlog")])
        .samples(&["TCP: request_sock_TCP: Possible SYN flooding on port 25. Sending cookies.  Check SNMP counters."]),
    line("port-denied-by-selinux", "{?[{uptime}] }{?AVC }{?audit: type=1400 audit({date}): }avc:  denied  {{ name_connect } for  pid={pid} comm=\"{program}\" dest={port} {detail} tcontext={service} tclass={code}{? {until}}")
        .says("SELinux forbids {program} to connect to port {port}.")
        .level(Alert)
        .helps(OurServer, PORT_LABEL)
        .samples(&[
            "audit: type=1400 audit(1714564800.123:99): avc:  denied  { name_connect } for  pid=812 comm=\"smtpd\" dest=8899 scontext=system_u:system_r:postfix_smtpd_t:s0 tcontext=system_u:object_r:unreserved_port_t:s0 tclass=tcp_socket permissive=0",
        ]),
    line("denied-by-selinux", "{?[{uptime}] }{?AVC }{?audit: type=1400 audit({date}): }avc:  denied  {{ {result} } for  pid={pid} comm=\"{program}\" {detail} tcontext={service} tclass={code}{? {until}}")
        .says("SELinux forbade {program} an access ({result}), whatever the permissions of the file allow. What it wanted has the label {service}.")
        .level(Alert)
        .helps(OurServer, SELINUX)
        .samples(&[
            "AVC avc:  denied  { read } for  pid=812 comm=\"opendkim\" name=\"keys\" dev=\"vda1\" ino=77 scontext=system_u:system_r:dkim_milter_t:s0 tcontext=unconfined_u:object_r:user_home_t:s0 tclass=dir permissive=0",
            "[12.345] audit: type=1400 audit(1714564800.123:99): avc:  denied  { write } for  pid=812 comm=\"lmtp\" name=\"tmp\" scontext=system_u:system_r:dovecot_t:s0 tcontext=system_u:object_r:default_t:s0 tclass=dir",
        ]),
    line("denied-by-apparmor", "{?[{uptime}] }{?AVC }{?audit: type=1400 audit({date}): }apparmor=\"DENIED\" operation=\"{result}\"{? {key}=\"{until}\"} profile=\"{unit}\" name=\"{service}\" {detail}")
        .says("AppArmor forbade the program of the profile {unit} an access ({result}) to {service}, whatever the permissions of the file allow.")
        .level(Alert)
        .helps(OurServer, &[("Allow the path in the program's profile (a line in /etc/apparmor.d/local), and load the profile again:", "grep -rn {service} /etc/apparmor.d; systemctl reload apparmor")])
        .samples(&["audit: type=1400 audit(1714564800.123:99): apparmor=\"DENIED\" operation=\"open\" profile=\"/usr/sbin/opendkim\" name=\"/srv/keys/mail.private\" pid=812 comm=\"opendkim\""]),
    line("main-exited", "{unit}: {?Main}{?Control} process exited, code={code}, status={status}")
        .says("A process of {unit} ended, with status {status}. Its own lines before that say why.")
        .level(Alert)
        .follows()
        .helps(Party::OurServer, &[("See why it ended, in its own lines before that:", "journalctl -u {unit} -n 50; systemctl status {unit}")])
        .samples(&[
            "dovecot.service: Main process exited, code=exited, status=89/n/a",
            "postfix@-.service: Control process exited, code=exited, status=1/FAILURE",
        ]),
    line("unit-failed", "{unit}: Failed with result '{result}'.")
        .says("The service {unit} failed ({result}). Its own lines before that say why.")
        .level(Alert)
        .follows()
        .helps(Party::OurServer, &[("See why it ended, in its own lines before that:", "journalctl -u {unit} -n 50; systemctl status {unit}")])
        .samples(&["dovecot.service: Failed with result 'exit-code'."]),
    line("unit-failed-state", "{?Unit {unit}}{?{unit}: Unit} entered failed state.")
        .says("The service {unit} was given up. What the service wrote itself before that says why.")
        .level(Alert)
        .follows()
        .helps(Party::OurServer, &[("See why it ended, in its own lines before that:", "journalctl -u {unit} -n 50; systemctl status {unit}")])
        .samples(&["Unit postfix.service entered failed state.", "dovecot.service: Unit entered failed state."]),
    line("not-started-unit", "Failed to start {unit}.service - {service}.")
        .says("The service {unit} ({service}) didn't start. Its own lines before that say why.")
        .level(Alert)
        .follows()
        .helps(Party::OurServer, &[("See why it didn't, in its own lines before that:", "journalctl -u {unit} -n 50; systemctl status {unit}")])
        .samples(&["Failed to start dovecot.service - Dovecot IMAP/POP3 email server."]),
    line("not-started", "Failed to start {service}.")
        .says("{service} didn't start. Its own lines before that say why.")
        .level(Alert)
        .follows()
        .helps(Party::OurServer, &[("See which service it is, and why it didn't start:", "systemctl --failed; journalctl -b -p err -n 30")])
        .samples(&["Failed to start Postfix Mail Transport Agent (instance -)."]),
    line("repeated-too-quickly", "{unit}: Start request repeated too quickly.")
        .says("{unit} ended right after each start, so systemd stopped trying. What the service wrote itself before that says why.")
        .level(Alert)
        .follows()
        .helps(Party::OurServer, &[("See why it ended, in its own lines before that:", "journalctl -u {unit} -n 50; systemctl status {unit}")])
        .samples(&["dovecot.service: Start request repeated too quickly."]),
    line("out-of-memory", "{unit}: A process of this unit has been killed by the OOM killer.")
        .says("The server ran out of memory, and the system ended a process of {unit} by force.")
        .level(Alert)
        .helps(Party::OurServer, &[("Start it again, and see what uses the memory; then give the server more of it, or let the program use less:", "systemctl restart {unit}; free -m; ps aux --sort=-rss | head")])
        .samples(&["clamav-daemon.service: A process of this unit has been killed by the OOM killer."]),
    line("start-timed-out", "{unit}: {?Start}{?start}{?Stop}{?stop} operation timed out. Terminating.")
        .says("{unit} didn't start or stop in time, so systemd ended it.")
        .level(Alert)
        .helps(Party::OurServer, &[("See what it waited for, in its own lines before that, then start it again:", "journalctl -u {unit} -n 50; systemctl restart {unit}")])
        .samples(&["clamav-daemon.service: start operation timed out. Terminating."]),
    line("stop-timed-out", "{unit}: State '{result}' timed out. Killing.")
        .says("{unit} didn't stop in time, so systemd ended it by force.")
        .level(Warning)
        .samples(&["dovecot.service: State 'stop-sigterm' timed out. Killing."]),
    line("killing", "{unit}: Killing process {pid} ({detail}) with signal {signal}.")
        .says("The system ended process {pid} of {unit} by force.")
        .level(Warning)
        .samples(&["dovecot.service: Killing process 1234 (dovecot) with signal SIGKILL."]),
    line("restart-scheduled", "{unit}: Scheduled restart job, restart counter is at {number}.")
        .says("The service {unit} is started again: restart number {number}.")
        .samples(&["dovecot.service: Scheduled restart job, restart counter is at 5."]),
    line("deactivated", "{unit}: {?Deactivated successfully}{?Succeeded}.")
        .says("{unit} was stopped in the normal way.")
        .samples(&["dovecot.service: Deactivated successfully.", "postfix.service: Succeeded."]),
    line("unit-step", "{?Starting}{?Stopping}{?Reloading}{?Reloaded} {service}{?...}{?.}")
        .says("A service is being started, stopped or reloaded: {service}.")
        .named()
        .samples(&["Starting dovecot.service - Dovecot IMAP/POP3 email server...", "Stopping OpenDKIM Milter..."]),
    line("repeated", "{?--- }last message repeated {number} time{?s}{? ---}")
        .sign(Sign::Repeated)
        .says("The line before this one came {number more time}.")
        .samples(&["last message repeated 3 times", "--- last message repeated 2 times ---", "last message repeated 1 time"]),
    line("lost", "imuxsock lost {number} messages from pid {pid} due to rate-limiting")
        .says("The logger dropped {number line} of process {pid}, because they came too fast. The log has a hole here.")
        .level(Warning)
        .helps(Party::OurServer, &[("Something logs far too much: see which program, and mend that first. To lose no lines meanwhile, raise the logger's limit (RateLimitBurst in journald.conf, imjournal's ratelimit in rsyslog):", "journalctl --since -1h -o short | awk '{print $5}' | sort | uniq -c | sort -rn | head")])
        .samples(&["imuxsock lost 120 messages from pid 1234 due to rate-limiting"]),
    line("dropping", "imuxsock begins to drop messages from pid {pid} due to rate-limiting")
        .says("From here on the logger throws lines of process {pid} away, because they come too fast.")
        .level(Warning)
        .helps(Party::OurServer, &[("Something logs far too much: see which program, and mend that first. To lose no lines meanwhile, raise the logger's limit (RateLimitBurst in journald.conf, imjournal's ratelimit in rsyslog):", "journalctl --since -1h -o short | awk '{print $5}' | sort | uniq -c | sort -rn | head")])
        .samples(&["imuxsock begins to drop messages from pid 1234 due to rate-limiting"]),
    line("journal-dropping", "imjournal: begin to drop messages{detail}")
        .says("From here on the logger throws lines away, because they come too fast.")
        .level(Warning)
        .helps(Party::OurServer, &[("Something logs far too much: see which program, and mend that first. To lose no lines meanwhile, raise the logger's limit (RateLimitBurst in journald.conf, imjournal's ratelimit in rsyslog):", "journalctl --since -1h -o short | awk '{print $5}' | sort | uniq -c | sort -rn | head")])
        .samples(&["imjournal: begin to drop messages due to rate-limiting"]),
    line("journal-lost", "imjournal: {number} messages lost due to rate-limiting{detail}")
        .says("The logger dropped {number line}, because they came too fast. The log has a hole here.")
        .level(Warning)
        .helps(Party::OurServer, &[("Something logs far too much: see which program, and mend that first. To lose no lines meanwhile, raise the logger's limit (RateLimitBurst in journald.conf, imjournal's ratelimit in rsyslog):", "journalctl --since -1h -o short | awk '{print $5}' | sort | uniq -c | sort -rn | head")])
        .samples(&["imjournal: 120 messages lost due to rate-limiting (20000 allowed within 600 seconds)"]),
    line("suppressed", "Suppressed {number} messages from {unit}")
        .says("The logger dropped {number line} of {unit}, because they came too fast. The log has a hole here.")
        .level(Warning)
        .helps(Party::OurServer, &[("Something logs far too much: see which program, and mend that first. To lose no lines meanwhile, raise the logger's limit (RateLimitBurst in journald.conf, imjournal's ratelimit in rsyslog):", "journalctl --since -1h -o short | awk '{print $5}' | sort | uniq -c | sort -rn | head")])
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
        .says("The journal has no entries for what was asked. Check the name of the service and the time.")
        .samples(&["-- No entries --"]),
    line("not-all", "Hint: You are currently not seeing messages from other users and the system.")
        .says("Only the lines of the own user are shown, because the user has no permission for the others; as root there are more.")
        .level(Warning)
        .helps(OurServer, &[("Call it again with sudo, or add the user to the group adm or systemd-journal.", "")])
        .samples(&["Hint: You are currently not seeing messages from other users and the system."]),
    line("journal-damaged", "File {detail} corrupted or uncleanly shut down, renaming and replacing.")
        .says("A file of the journal was damaged, or the server was switched off without shutting down; the logger began a new one: {detail}.")
        .level(Warning)
        .helps(OurServer, &[("The old file stays readable as far as it goes. If that happens again without a crash, check the disk:", "journalctl --verify; dmesg -T | grep -i -e error -e ext4 | tail")])
        .samples(&["File /var/log/journal/0d1f/system.journal corrupted or uncleanly shut down, renaming and replacing."]),
    line("task-hung", "{?[{uptime}] }INFO: task {detail} blocked for more than {number} seconds.")
        .says("The program {detail} has hung for more than {number second}: usually a disk or network storage doesn't answer.")
        .level(Alert)
        .helps(OurServer, &[("See whether storage answers (disks, NFS), and what waits for it:", "dmesg -T | tail -30; ps -eo pid,stat,wchan:20,cmd | awk '$2 ~ /D/'; iostat -x 1 3")])
        .samples(&["[12345.67] INFO: task imap:30211 blocked for more than 120 seconds."]),
    line("oom-kill", "{?[{uptime}] }oom-kill:constraint={detail}").says("A remark of the kernel about what the lines beside it report.").loose().samples(&["oom-kill:constraint=CONSTRAINT_NONE"]),
    line("oom-reaped", "{?[{uptime}] }oom_reaper: {detail}").says("A remark of the kernel about what the lines beside it report.").loose().samples(&["oom_reaper: reaped process 40211"]),
    line("journal-aborted", "{?[{uptime}] }Aborting journal on device {detail}").says("A remark of the kernel about what the lines beside it report.").loose().samples(&["Aborting journal on device vdb1-8."]),
    line("rate-limited", "{?[{uptime}] }net_ratelimit: {detail}").says("A remark of the kernel about what the lines beside it report.").loose().samples(&["[12345.67] net_ratelimit: 1892 callbacks suppressed"]),
    line("task-state", "{?[{uptime}] }task:{program} {detail}").says("A remark of the kernel about what the lines beside it report.").loose().samples(&["task:imap            state:D"]),
    line("disk-remark", "{?[{uptime}] }ata{unit}: {?error: }{?exception }{detail}").says("A remark of the kernel about what the lines beside it report.").loose().samples(&["[12345.67] ata3.00: error: { UNC }"]),
    line("task-kernel", "{?[{uptime}] }{?      }Not tainted {detail}").says("A remark of the kernel about what the lines beside it report.").loose().samples(&["      Not tainted 5.10.0-28-amd64 #1 Debian 5.10.209-2"]),
    line("mounted", "{?[{uptime}] }EXT4-fs ({device}): mounted filesystem {detail}")
        .says("The system mounted the file system on {device}, which is normal.")
        .loose()
        .samples(&["EXT4-fs (vda1): mounted filesystem with ordered data mode."]),
    line("link-ready", "{?[{uptime}] }IPv6: ADDRCONF(NETDEV_CHANGE): {device}: link becomes ready")
        .says("The network on {device} is up, which is normal.")
        .loose()
        .samples(&["[    2.811202] IPv6: ADDRCONF(NETDEV_CHANGE): ens3: link becomes ready"]),
    line("mark", "{?-- }MARK{? --}")
        .says("A sign of life of the logger.")
        .samples(&["-- MARK --", "MARK"]),
    line("unit-started", "Started {unit}{?.}")
        .sign(Sign::Works)
        .says("The service {unit} was started.")
        .named()
        .samples(&["Started postfix.service - Postfix Mail Transport Agent."]),
    line("unit-stopped", "Stopped {unit}")
        .says("The service {unit} was stopped.")
        .level(Warning)
        .named()
        .samples(&["Stopped postfix.service - Postfix Mail Transport Agent."]),
    line("field", "{key}={detail}")
        .says("A part of an exported entry of the journal: {key}.")
        .named()
        .samples(&["__CURSOR=s=49cd1648;i=1", "_BOOT_ID=0123456789abcdef0123456789abcdef", "SYSLOG_IDENTIFIER=postfix/smtpd"]),
];
