//! Dovecot's `master` process, and what any of its services can write: start and stop, limits, crashes, wrong settings, a
//! clock that jumps.
//!
//! A crash writes several lines: `Panic: `, `Raw backtrace: ` and the master's note that the process was killed. They are one
//! event.

use super::settings::{MEMORY_LIMIT, PLUGIN_MISSING, PROCESS_SAID_WHY, VERSIONS_MIXED};
use super::{Effect, Field, Format, Pattern, Place, Role, Shape, Sign, field, line};
use crate::frame::dovecot::SERVICES;
use crate::vocabulary::Cause;
use crate::vocabulary::Level;
use crate::vocabulary::Party;

const LIMIT_REACHED: &[(&str, &str)] = &[
    ("See who holds the connections; one user or address with very many is worth a look:", "doveadm who"),
    ("Raise the limit that the line names in Dovecot's settings, then load them:", "doveadm reload"),
];

const CLOCK_JUMPED: &[(&str, &str)] = &[
    (
        "Let one time service set the clock in small steps (chrony or ntpd), and remove ntpdate or rdate from cron:",
        "timedatectl; chronyc tracking",
    ),
    ("See that Dovecot runs again:", "systemctl status dovecot"),
];

const SETTING_WRONG: &[(&str, &str)] = &[
    (
        "Correct the setting that the line names. Dovecot 2.4 renamed many settings of 2.3 and wants dovecot_config_version first:",
        "doveconf -n",
    ),
    (
        "Then start Dovecot and see whether it stays up:",
        "systemctl restart dovecot; systemctl status dovecot",
    ),
];

const PORT_TAKEN: &[(&str, &str)] = &[
    (
        "See which program already has the port; often it's an older mail server (Courier, another Dovecot):",
        "ss -ltnp",
    ),
    (
        "Stop it for good (systemctl disable --now), or change the port, then start Dovecot again:",
        "systemctl restart dovecot; systemctl status dovecot",
    ),
];

pub(super) const PROCESS_CRASHED: &[(&str, &str)] = &[
    (
        "See whether it happens again, and with which user or folder:",
        "doveadm log errors | grep -E 'Panic|Fatal|killed with signal' | tail -20; dmesg -T | grep -i 'killed process'",
    ),
    ("If it does, update Dovecot; a core file holds what its makers need:", "coredumpctl list"),
];

const LOG_NOT_WRITTEN: &[(&str, &str)] = &[(
    "Dovecot can't write its log: see where it is, and whether there's room and permission:",
    "doveconf log_path info_log_path; df -h; ls -l /var/log/dovecot*",
)];

/// Start, stop, limits, crashes and settings.
pub static FORMAT: Format = Format {
    id: "dovecot-master",
    title: "Dovecot's own management",
    found_in: &["/var/log/dovecot.log", "/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "Dovecot 2.2.36, 2.3.21, 2.4.4 master/main.c",
        "master/service-process.c",
        "master/service-monitor.c",
        "lib/failures.c",
        "config/config-parser.c",
    ],
    programs: SERVICES,
    place: Place::Program,
    realm: "dovecot",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("path", Role::Path, "The file or folder that it is about."),
    field("to_path", Role::Path, "The new name of the file."),
    field("error", Role::Text, "The cause, in the words of the program or the operating system."),
    field("why", Role::Text, "The reason, in Dovecot's words."),
    field("text", Role::Text, "What the program said, in its own words."),
    field("detail", Role::Text, "The rest of the line, in Dovecot's words."),
    field("sysuid", Role::Count, "The number of the system user: {}."),
    field("n", Role::Count, "A number: {}."),
    field("n2", Role::Count, "A number: {}."),
    field("secs", Role::Duration, "Seconds: {}.").shape(Shape::Decimal),
    field("service", Role::Program, "The Dovecot service that it is about.").shape(Shape::Name),
    field("pid", Role::Count, "The number of the process: {}."),
    field("process", Role::Pid, "The number of the process: {}. The system reuses it later."),
    field(
        "by_pid",
        Role::Count,
        "The number of the process that sent the signal: {}; 1 is the system itself.",
    ),
    field(
        "signal",
        Role::Count,
        "The signal that ended the process: {}. 15 asks it to stop, 9 ends it by force, 6 and 11 are crashes.",
    ),
    field("status", Role::Count, "The number with which the process ended: {}."),
    field("code", Role::State, "How the signal was sent.").shape(Shape::Name),
    field("version", Role::Text, "Dovecot's version."),
    field("other", Role::Text, "The other one of the two."),
    field("protocols", Role::Text, "The services that it offers."),
    field("name", Role::Text, "The name that it is about."),
    field("host", Role::Remote, "The server at the other end.").shape(Shape::Text),
    field("file", Role::Path, "The file of the program's source code.").shape(Shape::Word),
    field("function", Role::Text, "The part of the program."),
    field("expr", Role::Text, "What the programmer had expected."),
    field("frames", Role::Text, "The parts of the program that were running, for developers."),
    field("pointer", Role::Text, "A place in memory, for developers.").shape(Shape::Word),
    field("parent", Role::Text, "A place in memory, for developers."),
    field("url", Role::Text, "Where Dovecot explains it."),
    field("call", Role::Keyword, "What the server wanted the operating system to do.").shape(Shape::Name),
    field("limit", Role::Count, "The limit: {}."),
    field("prefix", Role::Text, "Who wrote the lines."),
];

const PATTERNS: &[Pattern] = &[
    line("started", "Dovecot v{version} starting up{? for {protocols}}{? (core dumps disabled)}")
        .sign(Sign::Works)
        .says("The mail server started; the line names version and protocols.")
        .samples(&[
            "Dovecot v2.3.19.1 (9b53102964) starting up for imap, pop3, lmtp, sieve, submission (core dumps disabled)",
            "Dovecot v2.2.36 starting up for imap",
            "Dovecot v1.2.15 starting up (core dumps disabled)",
        ]),
    line("told-to-stop", "Killed with signal {signal} (by pid={by_pid} uid={sysuid} code={code})")
        .says("The process was told to stop; signal 15 on master is a normal stop or restart.")
        .effect(Effect::Aside)
        .samples(&["Killed with signal 15 (by pid=1 uid=0 code=kill)"]),
    line("reloading", "SIGHUP received - reloading configuration")
        .says("The settings were reloaded.")
        .samples(&["SIGHUP received - reloading configuration"]),
    line("settings-wrong", "Error reading configuration: {error}")
        .says("The new settings have a mistake: {error}. On a reload the old ones stay in use.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .hints(SETTING_WRONG)
        .samples(&["Error reading configuration: Error in configuration file /etc/dovecot/dovecot.conf line 149: Unknown setting: bogus_setting - Also failed to read config by executing doveconf: /run/dovecot/config is a UNIX socket"]),
    line("reloadfail", "Config reload failed: {error}")
        .says("The new services could not be started.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .hints(SETTING_WRONG)
        .samples(&["Config reload failed: Internal error occurred"]),
    line("already", "Dovecot is already running with PID {pid} (read from {path})")
        .says("A second start was attempted.")
        .loose()
        .samples(&["Dovecot is already running with PID 18753 (read from /srv/mail/nils/Maildir/dovecot.index)"]),
    line("no-program", "service({service}) access({path}) failed: {error}")
        .says("Dovecot doesn't start: the program {path} of its service {service} can't be used: {error}. Usually the package with it isn't installed.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, &[
            ("Install the package of that service (dovecot-imapd, dovecot-pop3d, dovecot-lmtpd, dovecot-managesieved), or take it out of protocols:", "doveconf -n protocols; ls -l {path}"),
            ("Then start Dovecot:", "systemctl restart dovecot; systemctl status dovecot"),
        ])
        .samples(&["service(imap-login) access(/usr/lib/dovecot/imap-login) failed: No such file or directory"]),
    line("socket", "{?service({service}): }{?Dovecot is already running? }Socket already exists: {path}")
        .says("The socket {path} already exists: another Dovecot is running, or one left it behind, so this one doesn't start.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[
            ("See whether another Dovecot is running, stop it, then start it once, by one way only (systemd or the command dovecot):", "pgrep -a dovecot; doveadm stop; systemctl restart dovecot"),
        ])
        .loose()
        .samples(&["Dovecot is already running? Socket already exists: /srv/mail/nils/Maildir/dovecot.index"]),
    line("port-taken", "service({service}): listen({host}) failed: Address already in use")
        .says("Dovecot doesn't start: another program already uses the port of its service {service} ({host}).")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, PORT_TAKEN)
        .samples(&["service(imap-login): listen(*, 143) failed: Address already in use"]),
    line("listen", "service({service}): listen({host}) failed: {error}")
        .says("Dovecot doesn't start: it can't listen at the address of its service {service} ({host}): {error}. The address isn't one of this machine, or the port is taken.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, &[
            ("Compare the addresses that Dovecot wants (listen) with those of this machine, and see which program has the port:", "doveconf -n listen; ip -br address; ss -ltnp"),
            ("Correct the setting, or stop the other program, then start Dovecot again:", "systemctl restart dovecot; systemctl status dovecot"),
        ])
        .samples(&["service(imap-login): listen(192.0.2.25, 143) failed: Cannot assign requested address"]),
    line("listenfail", "Failed to start listeners")
        .says("No port could be opened.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .follows()
        .helps(Party::OurServer, PORT_TAKEN)
        .samples(&["Failed to start listeners"]),
    line("process-limit", "service({service}): process_limit ({limit}) reached, client connections are being dropped")
        .says("The service {service} has as many processes as it may have ({limit}), so new connections wait or are dropped.")
        .level(Level::Alert)
        .cause(Cause::ServerFull)
        .hints(&[
            (
                "See which addresses hold the connections; one with very many is worth a look (doveadm who lists only those that have logged in):",
                "ss -Htn '( sport = :143 or sport = :993 or sport = :110 or sport = :995 )' | tr -s ' ' | cut -d' ' -f5 | sed 's/:[0-9]*$//' | sort | uniq -c | sort -rn | head",
            ),
            ("Raise process_limit of that service in Dovecot's settings, then load them:", "doveadm reload"),
        ])
        .samples(&["service(imap-login): process_limit (2) reached, client connections are being dropped"]),
    line("clientlimit", "service({service}): client_limit ({limit}) reached, client connections are being dropped")
        .says("One process has all the clients it may take.")
        .level(Level::Alert)
        .cause(Cause::ServerFull)
        .loose()
        .hints(LIMIT_REACHED)
        .samples(&["service(imap): client_limit (100) reached, client connections are being dropped"]),
    line("clientlimit24", "{?service({service}): }client_limit ({limit}) reached, client connections are being dropped (pid={pid}, reuse_port=yes)")
        .says("2.4 wording for services that share a port.")
        .level(Level::Alert)
        .cause(Cause::ServerFull)
        .loose()
        .hints(LIMIT_REACHED)
        .samples(&["client_limit (100) reached, client connections are being dropped (pid=18753, reuse_port=yes)"]),
    line("throttle", "service({service}): command startup failed, throttling for {secs} secs")
        .says("A service dies as it starts; retries are slowed down.")
        .level(Level::Alert)
        .follows()
        .cause(Cause::Server)
        .loose()
        .hints(&[(
            "The line before it, of the service itself, says why it can't start. See the errors around it:",
            "journalctl -p warning -n 50",
        )])
        .samples(&["service(imap): command startup failed, throttling for 30 secs"]),
    line("authlow", "service auth {{ client_limit={n} } is lower than required under max. load ({n2})")
        .says("Dovecot remarks at its start that its limits don't fit together for full load, which is no error: {n2 connection} could be needed, and the service auth may have {n}.")
        .level(Level::Warning)
        .loose()
        .helps(Party::Nobody, &[("Nothing has to be done while the server isn't that busy. To end the remark, set client_limit of the service auth to {n2}:", "doveconf default_client_limit default_process_limit; doveconf -n service/auth")])
        .samples(&["service auth { client_limit=1000 } is lower than required under max. load (2200)"]),
    line("fdlow", "fd limit (ulimit -n) is lower than required under max. load ({n} < {n2}), because of {why}")
        .says("Dovecot remarks at its start that the system allows fewer open files than full load could need, which is no error: {n} instead of {n2}.")
        .level(Level::Warning)
        .loose()
        .helps(Party::Nobody, &[("Nothing has to be done while the server isn't that busy. To end the remark, raise LimitNOFILE of its unit (systemctl edit dovecot) to {n2}, and restart it:", "systemctl show dovecot -p LimitNOFILE; doveconf default_client_limit")])
        .samples(&["fd limit (ulimit -n) is lower than required under max. load (3 < 7), because of syncing"]),
    line("process-killed", "{?master: }service({service}): child {process} killed with signal {signal}{? ({detail})}")
        .says("A process of the service {service} ended by signal {signal}. Signals 6 and 11 are crashes; 9 means that it was killed.")
        .level(Level::Alert)
        .follows()
        .effect(Effect::Trail)
        .cause(Cause::Crash)
        .helps(Party::OurServer, PROCESS_CRASHED)
        .samples(&[
            "master: service(imap): child 18753 killed with signal 9",
            "service(auth): child 18730 killed with signal 9",
            "master: service(imap): child 18755 killed with signal 11 (core dumps disabled - https://dovecot.org/bugreport.html#coredumps)",
        ]),
    line("child-status", "{?master: }service({service}): child {process} died with status {status}{? ({detail})}")
        .says("A process ended in an unexpected way.")
        .level(Level::Alert)
        .effect(Effect::Trail)
        .cause(Cause::Crash)
        .loose()
        .helps(Party::OurServer, PROCESS_CRASHED)
        .samples(&["service(imap): child 18753 died with status 75"]),
    line("child-error", "{?master: }service({service}): child {process} returned error {status} ({text})")
        .says("A process ended with an error; the text in brackets explains it.")
        .level(Level::Alert)
        .effect(Effect::Trail)
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, PROCESS_SAID_WHY)
        .samples(&["service(imap): child 18753 returned error 75 (Temporary failure)"]),
    line("child-oom", "{?master: }service({service}): child {process} returned error 83 (Out of memory (service {name} {{ vsz_limit={n} MB }, you may need to increase it){detail})")
        .says("The process hit Dovecot's own memory limit, often with a very large folder.")
        .level(Level::Alert)
        .effect(Effect::Trail)
        .cause(Cause::ServerFull)
        .loose()
        .helps(Party::OurServer, MEMORY_LIMIT)
        .samples(&["service(imap): child 18753 returned error 83 (Out of memory (service imap { vsz_limit=256 MB }, you may need to increase it))"]),
    line("child-exec", "{?master: }service({service}): child {process} returned error 84 (exec() failed)")
        .says("A program could not be started.")
        .level(Level::Alert)
        .effect(Effect::Trail)
        .cause(Cause::Config)
        .loose()
        .samples(&["service(imap): child 18753 returned error 84 (exec() failed)"]),
    line("child-log", "{?master: }service({service}): child {process} returned error 82 (Internal logging error)")
        .says("The logging part failed.")
        .level(Level::Alert)
        .effect(Effect::Trail)
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, LOG_NOT_WRITTEN)
        .samples(&["service(imap): child 18753 returned error 82 (Internal logging error)"]),
    line("child-logwrite", "{?master: }service({service}): child {process} returned error 81 (Can't write to log file)")
        .says("The log could not be written.")
        .level(Level::Alert)
        .effect(Effect::Trail)
        .cause(Cause::Disk)
        .loose()
        .helps(Party::OurServer, LOG_NOT_WRITTEN)
        .samples(&["service(imap): child 18753 returned error 81 (Can't write to log file)"]),
    line("child-nologfile", "{?master: }service({service}): child {process} returned error 80 (Can't open log file)")
        .says("The log file could not be opened.")
        .level(Level::Alert)
        .effect(Effect::Trail)
        .cause(Cause::Permission)
        .loose()
        .helps(Party::OurServer, LOG_NOT_WRITTEN)
        .samples(&["service(imap): child 18753 returned error 80 (Can't open log file)"]),
    line("child-fatal", "{?master: }service({service}): child {process} returned error 89 (Fatal failure)")
        .says("A process stopped on a fatal error.")
        .level(Level::Alert)
        .effect(Effect::Trail)
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, PROCESS_SAID_WHY)
        .samples(&["service(imap): child 18753 returned error 89 (Fatal failure)"]),
    line("initial", "service({service}): Initial status notification not received in {secs} seconds, killing the process")
        .says("A process of the service {service} didn't finish starting within {secs second}, so Dovecot killed it. It waited for something, or the server was overloaded: the line doesn't say.")
        .level(Level::Warning)
        .cause(Cause::ServerFull)
        .loose()
        .helps(Party::OurServer, &[(
            "See what {service} waits for as it starts (a database, a directory or name that doesn't answer, a slow disk) and whether the server is overloaded; then restart Dovecot:",
            "doveadm log errors | grep {service} | tail -20; uptime; free -m",
        )])
        .samples(&["service(imap): Initial status notification not received in 30 seconds, killing the process"]),
    line("fork", "service({service}): fork() failed: {error}")
        .says("No new process could be started.")
        .level(Level::Warning)
        .cause(Cause::ServerFull)
        .loose()
        .samples(&["service(imap): fork() failed: Internal error occurred"]),
    line("ignoring", "service({service}): Process {pid} is ignoring idle SIGINT")
        .says("An idle process did not stop when asked.")
        .level(Level::Alert)
        .cause(Cause::Server)
        .loose()
        .samples(&["service(imap): Process 18753 is ignoring idle SIGINT"]),
    line("sent", "Sent SIGKILL to {n} {service} processes")
        .says("Processes that did not stop in time were ended by force.")
        .loose()
        .samples(&["Sent SIGKILL to 3 imap processes"]),
    line("timefwd", "Time moved forwards by {secs} seconds - adjusting timeouts.")
        .says("The server clock jumped or the machine was stopped or overloaded for that long.")
        .level(Level::Alert)
        .cause(Cause::Server)
        .loose()
        .hints(CLOCK_JUMPED)
        .samples(&["Time moved forwards by 30 seconds - adjusting timeouts."]),
    line("timeback", "Time moved backwards by {secs} seconds.")
        .says("The server clock went backwards.")
        .level(Level::Alert)
        .cause(Cause::Server)
        .loose()
        .hints(CLOCK_JUMPED)
        .samples(&["Time moved backwards by 30 seconds."]),
    line("timekill", "Time just moved backwards by {secs} seconds. This might cause a lot of problems, so I'll just kill myself now. {url}")
        .says("Dovecot ended itself, because the clock went back by {secs second}: nobody can read mail until it's started again.")
        .level(Level::Alert)
        .cause(Cause::Server)
        .loose()
        .hints(CLOCK_JUMPED)
        .samples(&["Time just moved backwards by 30 seconds. This might cause a lot of problems, so I'll just kill myself now. https://dovecot.org/bugreport.html#coredumps"]),
    line("version", "Dovecot version mismatch: Master is v{version}, {name} is v{other} (if you don't care, set version_ignore=yes)")
        .says("Dovecot was updated but not restarted.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, VERSIONS_MIXED)
        .samples(&["Dovecot version mismatch: Master is v2.3.21, bogus_setting is v2.3.20 (if you don't care, set version_ignore=yes)"]),
    line("panic", "file {file}: line {n} ({function}): assertion failed: ({expr})")
        .says("A bug in Dovecot stopped this process.")
        .level(Level::Alert)
        .effect(Effect::Fault)
        .cause(Cause::Crash)
        .helps(Party::OurServer, PROCESS_CRASHED)
        .samples(&["file mail-transaction-log.c: line 20 (mail_transaction_log_set_head): assertion failed: (log->head != file)"]),
    line("backtrace", "Raw backtrace: {frames}")
        .says("Debugging detail of the crash before it.")
        .effect(Effect::Trail)
        .cause(Cause::Crash)
        .samples(&["Raw backtrace: #0 t_askpass[0x7fc9a27da430] -> #1 backtrace_append[0x7fc9a27da6a0] -> #2 i_panic[0x7fc9a273b11d]"]),
    line("oom", "{call}({n}): Out of memory{?{detail}}")
        .says("A process of Dovecot reached its memory limit while it wanted more memory, and ended. The limit is Dovecot's own (vsz_limit; in 1.x mail_process_size and its like), not the server's memory.")
        .level(Level::Alert)
        .effect(Effect::Fault)
        .cause(Cause::ServerFull)
        .loose()
        .helps(Party::OurServer, MEMORY_LIMIT)
        .samples(&["pool_system_malloc(4096): Out of memory"]),
    line("leak", "Event {pointer} leaked (parent={parent}): {file}")
        .says("A clean-up note from a process that was stopped early; harmless.")
        .effect(Effect::Aside)
        .samples(&[
            "Event 0x55a015c48d48 leaked (parent=0x55a015bda588): mail-cache-purge.c:388",
            "Event 0x55a015bc3e18 leaked (parent=(nil)): lmtp-client.c:173",
        ]),
    line("leak2", "I/O leak: {pointer} ({file}, fd {n})")
        .says("A clean-up note; harmless.")
        .effect(Effect::Aside)
        .loose()
        .samples(&["I/O leak: 0x55a015c48d48 (client.c:33, fd 12)"]),
    line("logfast", "Log connection fd {n} listen_fd {n2} prefix '{prefix}' is sending input faster than we can write")
        .says("Logging cannot keep up; lines may come late.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("Something logs far too much: see which service, and mend that first. Debug settings are often left on:", "doveconf -n | grep -i -e debug -e verbose; doveadm log errors | tail")])
        .loose()
        .samples(&["Log connection fd 3 listen_fd 7 prefix 'imap(anna)' is sending input faster than we can write"]),
    line("loglost", "Shutting down logging for '{prefix}' with {n} clients")
        .says("Logging stopped while processes were still running.")
        .loose()
        .samples(&["Shutting down logging for 'imap(anna)' with 3 clients"]),
    line("logpartial", "<line continued> {text}")
        .says("The previous log line was too long and goes on here.")
        .effect(Effect::Aside)
        .loose()
        .samples(&["<line continued> some text"]),
    line("logbroken", "Broken log line follows (type={n})")
        .says("The next line was garbled.")
        .loose()
        .samples(&["Broken log line follows (type=3)"]),
    line("write-log", "write() failed to {name} log: {error}")
        .says("The log could not be written, often a full disk.")
        .level(Level::Alert)
        .cause(Cause::Disk)
        .loose()
        .helps(Party::OurServer, LOG_NOT_WRITTEN)
        .samples(&["write() failed to bogus_setting log: Internal error occurred"]),
    line("config-error", "Error in configuration file {path} line {n}: {text}")
        .says("Dovecot's settings have a mistake in {path}, line {n}: {text}. They can't be loaded until it's corrected.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .hints(SETTING_WRONG)
        .samples(&["Error in configuration file /srv/mail/nils/Maildir/dovecot.index line 3: some text"]),
    line("config-filter", "{?{path} line {n}: }Global setting {name} won't change the setting inside an earlier filter at {to_path} line {n2}{? ({detail})}")
        .says("A setting is overruled by an earlier, more specific one.")
        .level(Level::Warning)
        .cause(Cause::Config)
        .hints(SETTING_WRONG)
        .samples(&["/etc/dovecot/dovecot.conf line 159: Global setting mail_max_userip_connections won't change the setting inside an earlier filter at /etc/dovecot/dovecot.conf line 71 (if this is intentional, avoid this warning by moving the global setting before /etc/dovecot/dovecot.conf line 71)"]),
    line("config-obsolete", "Obsolete setting in {path}:{n}: {text}")
        .says("An old setting is still understood but should be changed.")
        .level(Level::Warning)
        .cause(Cause::Config)
        .loose()
        .hints(SETTING_WRONG)
        .samples(&["Obsolete setting in /srv/mail/nils/Maildir/dovecot.index:3: some text"]),
    line("config-unknown", "Unknown setting: {name}")
        .says("A setting name is wrong; Dovecot will not take the file.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .hints(SETTING_WRONG)
        .samples(&["Unknown setting: bogus_setting"]),
    line("plugin-missing", "Couldn't load required plugin {path}: {error}")
        .says("An add-on that the settings name is missing; nobody can use the service.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, PLUGIN_MISSING)
        .samples(&["Couldn't load required plugin /srv/mail/nils/Maildir/dovecot.index: Internal error occurred"]),
];
