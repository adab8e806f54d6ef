//! What a server shows of itself: `systemctl status` and Zimbra's `zmcontrol status`, whether its services run; Docker,
//! why a container doesn't start; `df`, whether there's space.
//!
//! `active (exited)` is no fault: the unit only starts others, as Debian's postfix.service does.

use super::{Datum, Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{self, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What they show.
pub static FORMAT: Format = Format {
    id: "service-status",
    title: "what the system shows of itself: systemctl and zmcontrol status, docker, df",
    found_in: &["a terminal"],
    sources: &[
        "systemd 252 src/systemctl/systemctl-show.c",
        "Zimbra 8.8 zmcontrol",
        "Docker 26",
        "coreutils 9 df.c",
    ],
    place: Place::Document(Dialogue),
    kind: FormatKind::Inspection,
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Where what a tool shows on a terminal can begin.
pub(super) const BEGIN: &[Part] = &[Part::Outside, Part::Calling, Part::Talk, Part::Closed, Part::Rows];

const FIELDS: &[Field] = &[
    field("unit", Role::Program, "The service.").shape(Shape::Word),
    field("service", Role::Program, "The service of Zimbra.").shape(Shape::Word),
    field("process", Role::Program, "The process.").shape(Shape::Word),
    field("host", Role::Host, "The server.").shape(Shape::Word),
    field("text", Role::Text, "What the line says."),
    field("since", Role::Time, "Since when.").shape(Shape::Text),
    field("result", Role::State, "How it ended.").shape(Shape::Text),
    field("name", Role::Keyword, "What the line is about.").datum(Datum::MountPoint).shape(Shape::Text),
    field("number", Role::Pid, "The number of the process."),
    field("device", Role::Path, "The device.").shape(Shape::Word),
    field("size", Role::State, "How much it can hold.").shape(Shape::Word),
    field("used", Role::State, "How much it holds.").shape(Shape::Word),
    field("free", Role::State, "How much is left.").shape(Shape::Word),
    // A number, so that no sentence with 100% in it is a row of df.
    field("left", Role::State, "How much is left.").shape(Shape::Number),
    field("scale", Role::Keyword, "What that is counted in.").shape(Shape::Word),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
];

/// A line of what a tool shows.
pub(super) const fn shown(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(BEGIN).effect(Effect::Part(Dialogue)).then(Part::Closed)
}

/// A line that means something only below others.
const fn below(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    shown(id, template, says).within(&[Part::Closed])
}

/// What helps about a file system that is full.
const FULL: &[(&str, &str)] = &[(
    "Find what fills it and delete what isn't needed, such as old logs and backups:",
    "du -xh {name} | sort -h | tail -20",
)];
/// What helps about a service that does not run.
const START: &[(&str, &str)] = &[(
    "Read why it ended in its own log, correct that, and start it again:",
    "journalctl -u {unit} -n 50; systemctl start {unit}",
)];
const START_ZIMBRA: &[(&str, &str)] = &[(
    "Start it as the user zimbra (zmcontrol start; for mailboxd alone: zmmailboxdctl start), and read why it ended in /opt/zimbra/log/mailbox.log and zmmailboxd.out: memory and disk are the usual causes.",
    "",
)];

/// What helps about a container that doesn't work.
const CONTAINER: &[(&str, &str)] = &[(
    "Read what the container itself wrote last (docker logs --tail 50 and its name), correct that, and start it again.",
    "",
)];

/// What helps about a port that is taken.
const TAKEN: &[(&str, &str)] = &[(
    "See which program holds the port. If it's a mail server of the machine that isn't needed, stop it for good (systemctl disable --now exim4 or postfix), then start the container again.",
    "",
)];

/// What helps about an image for another processor.
const PLATFORM: &[(&str, &str)] = &[(
    "Use an image that was made for this machine's processor. A Raspberry Pi needs a 64-bit system for images that exist for amd64 and arm64 only, as docker-mailserver's do. What this machine is:",
    "uname -m",
)];

const PATTERNS: &[Pattern] = &[
    shown("port-taken", "Error response from daemon: {text}listen {name} {host}: {?bind: }address already in use{?.}", "The container doesn't start: another program already uses the port that it wants, {host}.")
        .level(Warning)
        .helps(Party::OurServer, TAKEN)
        .samples(&["Error response from daemon: driver failed programming external connectivity on endpoint mailserver (7c1f0b5d): Error starting userland proxy: listen tcp4 0.0.0.0:25: bind: address already in use"]),
    shown("port-allocated", "Error response from daemon: {text}: port is already allocated", "The container doesn't start: another container already has the port ({text}).")
        .level(Warning)
        .helps(Party::OurServer, &[("See which container has it: docker ps. Stop that one, or give one of them another port.", "")])
        .samples(&["Error response from daemon: driver failed programming external connectivity on endpoint mailserver (7c1f0b5d): Bind for 0.0.0.0:25 failed: port is already allocated"]),
    shown("platform", "{?{gap}}{?! }{?WARNING: }{?{service} }The requested image's platform ({text}) does not match the detected host platform ({name}) and no specific platform was requested", "The container's image is for another kind of processor ({text}) than this machine has ({name}), so its programs can't run here.")
        .level(Level::Alert)
        .helps(Party::OurServer, PLATFORM)
        .samples(&[
            " ! mailserver The requested image's platform (linux/amd64) does not match the detected host platform (linux/arm/v7) and no specific platform was requested",
            "WARNING: The requested image's platform (linux/amd64) does not match the detected host platform (linux/arm64/v8) and no specific platform was requested",
        ]),
    shown("exec-format", "{?standard_init_linux.go:{number}: }{?exec }{?{text}: }{?exec user process caused: }{?exec user process caused \"}exec format error{?\"}", "The container's program can't be run on this machine: usually its image is for another kind of processor.")
        .level(Level::Alert)
        .helps(Party::OurServer, PLATFORM)
        .samples(&["exec /usr/bin/dumb-init: exec format error", "standard_init_linux.go:228: exec user process caused: exec format error"]),
    shown("daemon-error", "Error response from daemon: {text}", "Docker refuses: {text}.")
        .level(Warning)
        .helps(Party::OurServer, &[("Correct what the message names, then start the container again.", "")])
        .samples(&["Error response from daemon: No such container: mailserver"]),
    shown("no-docker", "Cannot connect to the Docker daemon at {text}", "The Docker daemon isn't running, or can't be reached.")
        .level(Level::Permanent)
        .helps(Party::OurServer, &[("Start Docker, and see why it stopped:", "systemctl status docker; systemctl start docker")])
        .samples(&["Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?"]),
    shown("docker-root", "{?Got }permission denied while trying to connect to the Docker daemon{text}", "The user has no permission to talk to Docker: that takes root or the group docker.")
        .level(Level::Permanent)
        .helps(Party::OurServer, &[("Call it with sudo, or add the user to the group docker (who is in it can do whatever root can).", "")])
        .samples(&["permission denied while trying to connect to the Docker daemon socket"]),
    // What docker ps shows.
    shown("containers", "{?CONTAINER ID{gap}IMAGE{text}}{?NAMES{gap}STATUS}{?NAME{gap}{?IMAGE{gap}}{?COMMAND{gap}}{?SERVICE{gap}}{?CREATED{gap}}STATUS{?{gap}PORTS}}", "The containers follow.").samples(&["NAME        IMAGE        COMMAND        SERVICE        CREATED        STATUS        PORTS", "NAME   IMAGE   STATUS", "CONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES", "NAMES     STATUS"]),
    below("container-restarts", "{service}{gap}{?{text} }Restarting ({number}) {result}", "The container {service} doesn't stay up: Docker restarts it again and again.")
        .level(Warning)
        .helps(Party::OurServer, &[("Read why it ends, in what it wrote last, correct that, and start it again:", "docker logs --tail 50 {service}")])
        .sign(Sign::NotRunning)
        .samples(&["mail-dovecot-1    Restarting (89) 12 seconds ago", "clamav_1   clamav:1.2   Restarting (1) 12 seconds ago"]),
    below("container-ill", "{text} Up {since} (unhealthy){?{result}}", "A container runs, but its own check says that it doesn't work (unhealthy).")
        .level(Warning)
        .helps(Party::OurServer, CONTAINER)
        .samples(&["mail-unbound-1   Up 3 minutes (unhealthy)"]),
    below("container-killed", "{text} Exited (137) {result}", "A container was ended by force (137, SIGKILL): usually the machine ran out of memory.")
        .level(Warning)
        .helps(Party::OurServer, &[("See whether memory ran out, then give the machine more of it or let it run less:", "dmesg -T | grep -i 'out of memory' | tail; free -m")])
        .samples(&["mail-clamd-1   Exited (137) 6 minutes ago"]),
    below("container-ended", "{text} Exited ({number}) {result}", "A container doesn't run; it ended with the code {number}.").level(Warning).loose().sign(Sign::NotRunning).samples(&["mail-sogo-1   Exited (1) 6 minutes ago"]),
    below("container-runs", "{text} Up {since}", "The containers shown here are up and running.").level(Level::Success).loose().samples(&["mail-postfix-1    Up 2 hours", "mail-unbound-1   Up 2 hours (healthy)"]),
    // What free shows.
    shown("memory-heading", "{gap}total{gap}used{gap}free{text}", "How much memory there is follows.").samples(&["              total        used        free      shared  buff/cache   available"]),
    below("memory-free", "Mem:{gap}{size}{gap}{used}{gap}{free}{text}", "Memory that is free: {free} of {size}. What the system keeps for later (buff/cache) is free when needed.").level(Level::Success).samples(&["Mem:           1991        1804          58          21         128          31"]),
    below("swap-full", "Swap:{gap}{size}{gap}{used}{gap}0{?B}", "The swap space is used up, so memory is short: the system may end programs by force.")
        .level(Warning)
        .helps(Party::OurServer, &[("See what takes most, and give the server more memory or let it run less:", "ps aux --sort=-rss | head; dmesg -T | grep -i 'out of memory'")])
        .samples(&["Swap:          1023        1023           0"]),
    below("swap", "Swap:{gap}{size}{gap}{used}{gap}{free}", "The swap space and its use.").loose().samples(&["Swap:          4.0Gi        12Mi       4.0Gi"]),
    below("swap-none", "Swap:{gap}0{?B}{gap}0{?B}{gap}0{?B}", "There is no swap space.").samples(&["Swap:             0           0           0"]),
    // What df shows.
    shown("space-heading", "Filesystem{gap}{?Size}{?1K-blocks}{?1024-blocks}{gap}Used{gap}Avail{?able}{gap}{?Use%}{?Capacity} Mounted on", "How full the file systems are, below.")
        .samples(&["Filesystem      Size  Used Avail Use% Mounted on", "Filesystem     1K-blocks     Used Available Use% Mounted on"]),
    shown("inodes-heading", "Filesystem{gap}Inodes{gap}IUsed{gap}IFree{gap}IUse% Mounted on", "How many files the file systems can still hold, below.")
        .then(Part::Rows)
        .samples(&["Filesystem       Inodes   IUsed IFree IUse% Mounted on"]),
    shown("inodes-used-up", "{device}{gap}{size}{gap}{used}{gap}{left}{?{scale}}{gap}100% {name}", "The file system {name} can hold no further file: its {size} inodes are used up. Whatever space is left, nothing new can be made there.")
        .sign(Sign::FileSystemFull)
        .within(&[Part::Rows])
        .then(Part::Rows)
        .level(Warning)
        .helps(Party::OurServer, &[
            ("Find the folders with masses of small files, and delete or move what isn't needed (old mail in Trash and Junk, sessions, old queues):", "du -x --inodes {name} | sort -n | tail -20"),
            ("More inodes need a new file system (mkfs with -N or -i); mdbox keeps many messages in one file.", ""),
        ])
        .samples(&["/dev/sdb1      32768000 32768000     0  100% /var/vmail"]),
    shown("inodes", "{device}{gap}{size}{gap}{used}{gap}{left}{?{scale}}{gap}{number}% {name}", "Of the inodes of the file system {name}, {number}% are used.")
        .within(&[Part::Rows])
        .then(Part::Rows)
        .samples(&["/dev/sdb1      32768000 12768000     20000000  40% /var/vmail"]),
    below("image", "/dev/loop{device}{gap}{size}{gap}{used}{gap}{left}{?{scale}}{gap}100% {name}", "The file system {name} is an image that is only read, so it's always full.")
        .samples(&["/dev/loop3       64M   64M     0 100% /snap/core20/2318"]),
    shown("file-system-full", "{device}{gap}{size}{gap}{used}{gap}{left}{?{scale}}{gap}100% {name}", "The file system {name} is full.")
        .sign(Sign::FileSystemFull)
        .within(&[Part::Outside, Part::Calling, Part::Talk, Part::Closed])
        .level(Warning)
        .helps(Party::OurServer, FULL)
        .samples(&["/dev/sda1        20G   20G     0  100% /"]),
    below("file-system", "{device}{gap}{size}{gap}{used}{gap}{left}{?{scale}}{gap}{number}% {name}", "The file system {name} is used to {number}%.")
        .samples(&["/dev/vda2        20G   11G  8.1G  58% /var"]),
    shown("unit", "{?{gap}}{?● }{?○ }{?× }{?* }{unit}.service - {text}", "The state of the service {unit} follows.")
        .effect(Effect::Birth(Dialogue))
        .samples(&["● postfix.service - Postfix Mail Transport Agent", "× dovecot.service - Dovecot IMAP/POP3 email server"]),
    shown("no-unit", "Unit {unit}.service could not be found.", "The service {unit} is not installed, or has another name.")
        .level(Warning)
        .helps(Party::OurServer, &[("See what it's called here, or install it:", "systemctl list-unit-files | grep -i {unit}")])
        .samples(&["Unit opendmarc.service could not be found."]),
    shown("loaded", "{gap}Loaded: {text}", "Where the service's settings are, and whether it starts with the system.")
        .samples(&["     Loaded: loaded (/lib/systemd/system/postfix.service; enabled; preset: enabled)"]),
    shown("runs", "{gap}Active: active (running) since {since}; {text}", "The service has been running since {since}.").level(Level::Success).sign(Sign::Running)
        .samples(&["     Active: active (running) since Sat 2026-11-21 09:12:40 UTC; 3h ago"]),
    shown("done", "{gap}Active: active (exited) since {since}", "The start command has ended as it should (active, exited). That is normal for a unit that only starts others, as Debian's postfix.service does.")
        .samples(&["     Active: active (exited) since Sat 2026-11-21 09:12:40 UTC; 3h ago"]),
    shown("failed", "{gap}Active: failed (Result: {result}) since {since}; {text}", "The service doesn't run: it failed ({result}) on {since}.")
        .level(Warning)
        .helps(Party::OurServer, START)
        .sign(Sign::NotRunning)
        .samples(&["     Active: failed (Result: exit-code) since Sat 2026-11-21 09:12:40 UTC; 3h ago"]),
    shown("dead", "{gap}Active: inactive (dead)", "The service doesn't run: it's stopped, or was never started.")
        .level(Warning)
        .helps(Party::OurServer, START)
        .sign(Sign::NotRunning)
        .samples(&["   Active: inactive (dead)"]),
    shown("ended", "{gap}Active: inactive (dead) since {since}; {text}", "The service doesn't run: it has been stopped since {since}.")
        .level(Warning)
        .helps(Party::OurServer, START)
        .sign(Sign::NotRunning)
        .samples(&["     Active: inactive (dead) since Sat 2026-11-21 09:12:40 UTC; 3h ago"]),
    shown("restarting", "{gap}Active: activating ({result}) {text}", "The service doesn't stay up: systemd starts it again and again ({result}).")
        .level(Warning)
        .helps(Party::OurServer, START)
        .sign(Sign::NotRunning)
        .samples(&["     Active: activating (auto-restart) (Result: exit-code) since Sat 2026-11-21 09:12:40 UTC; 3s ago"]),
    below("drop-in", "{gap}Drop-In: {text}", "Settings that were added to the service's own.").samples(&["    Drop-In: /etc/systemd/system/clamav-daemon.service.d"]),
    below("drop-in-file", "{gap}{?├}{?└}─{text}.conf", "A file of such settings.").samples(&["             └─extend.conf"]),
    below("condition", "{gap}{?Condition}{?Assert}: start {?condition}{?assertion} {?failed}{?unmet} at {since}", "The system didn't start the service, because a condition for that isn't met; which one, follows.")
        .level(Warning)
        .samples(&["  Condition: start condition failed at Sun 2023-01-22 09:58:03 CET; 33min ago", "  Condition: start condition unmet at Sun 2023-01-22 09:58:03 CET; 33min ago"]),
    below("condition-clamav", "{gap}{?├}{?└}─ {name}=/var/lib/clamav/{text} was not met", "The virus scanner isn't started, because its database of virus signatures isn't there (/var/lib/clamav).")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Download the virus signatures with freshclam, then start the scanner; mail that waited for it goes on automatically after:", "systemctl stop clamav-freshclam; freshclam; systemctl start clamav-freshclam clamav-daemon")])
        .samples(&["             ├─ ConditionPathExistsGlob=/var/lib/clamav/main.{c[vl]d,inc} was not met"]),
    below("condition-not-met", "{gap}{?├}{?└}─ {name}={text} was not met", "The service isn't started, because this condition isn't met: {name}={text}.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Make what the condition asks for (a file, a folder, a setting), or take the condition out, then start the service:", "systemctl cat {unit} | grep -E '^(Condition|Assert)'; systemctl start {unit}")])
        .samples(&["             └─ ConditionPathExists=/etc/opendkim.conf was not met"]),
    below("process", "{gap}Process: {number} {text}", "A command of the service and how it ended.")
        .samples(&["    Process: 1022 ExecStart=/bin/true (code=exited, status=0/SUCCESS)"]),
    below("main", "{gap}Main PID: {number} {text}", "The main process of the service.").samples(&["   Main PID: 1022 (code=exited, status=0/SUCCESS)"]),
    below("tasks", "{gap}Tasks: {text}", "How many tasks it has.").samples(&["      Tasks: 4 (limit: 4915)"]),
    below("memory", "{gap}Memory: {text}", "How much memory it uses.").samples(&["     Memory: 12.3M"]),
    below("processor", "{gap}CPU: {text}", "How much of the processor it used.").samples(&["        CPU: 182ms"]),
    below("documents", "{gap}Docs: {text}", "Its documentation.").samples(&["       Docs: man:postfix(1)"]),
    below("group", "{gap}CGroup: {text}", "Its processes follow.").samples(&["     CGroup: /system.slice/postfix.service"]),
    below("child", "{gap}├─{number} {text}", "A process of the service.").samples(&["             ├─1499 /usr/lib/postfix/sbin/master -w"]),
    below("last-child", "{gap}└─{number} {text}", "A process of the service.").samples(&["             └─1502 qmgr -l -t unix -u"]),
    // What start scripts of System V print.
    shown("script-failed", "{?{gap}}{?* }{?Starting}{?Restarting}{?Stopping}{?Reloading} {text} [{?{gap}}fail{?ed}{?!}{?{gap}}]", "A start script reports that it failed. Why, the service's own log says.")
        .level(Warning)
        .follows()
        .samples(&[" * Starting IMAP/POP3 mail server dovecot                              [fail]", "Starting Dovecot Imap:                                     [FAILED]"]),
    shown("script-done", "{?{gap}}{?* }{?Starting}{?Restarting}{?Stopping}{?Reloading} {text} [{?{gap}}ok{?{gap}}]", "A start script reports that it worked.")
        .samples(&[" * Stopping IMAP/POP3 mail server dovecot                              [ OK ]", "Starting postfix:                 [  OK  ]"]),
    // Zimbra.
    shown("zimbra-host", "Host {host}", "The services of {host} follow.")
        .within(&[Part::Outside])
        .effect(Effect::Birth(Dialogue))
        .samples(&["Host mx.shop.example"]),
    shown("zimbra-certificate", "{?{gap}}{?Starting {service}...}ERROR: service.FAILURE (system failure: {name}) (cause: {text}PKIX path validation failed{since}validity check failed{?)}", "Zimbra's own certificate has expired (or isn't valid yet), so its services can't talk to its directory (LDAP) and don't start.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[
            ("See which of Zimbra's certificates has ended, as the user zimbra:", "su - zimbra -c 'zmcertmgr viewdeployedcrt'"),
            ("Renew it: Zimbra's own with zmcertmgr createca -new, createcrt -new -days 365, deploycrt self and deployca; one of a public issuer with zmcertmgr deploycrt comm. Then zmcontrol restart.", ""),
        ])
        .samples(&["Starting logswatch...ERROR: service.FAILURE (system failure: ZimbraLdapContext) (cause: javax.net.ssl.SSLHandshakeException sun.security.validator.ValidatorException: PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed)"]),
    shown("zimbra-no-list", "{?Connect: }Unable to determine enabled services from ldap.", "Zimbra couldn't ask its directory (LDAP) which services to start.")
        .level(Warning)
        .follows()
        .samples(&["Connect: Unable to determine enabled services from ldap."]),
    shown("zimbra-starts", "{?{gap}}Starting {service}...{?Done.}{?Failed.}{?failed.}", "Zimbra's service {service} was to be started.").samples(&["\tStarting ldap...Done.", "Starting zmconfigd...failed."]),
    shown("zimbra-off", "zimbra {service} service is not enabled!{?{gap}}{?failed.}", "Zimbra's service {service} isn't enabled.").samples(&["zimbra logger service is not enabled!  failed."]),
    below("zimbra-runs", "{gap}{?service }{service}{gap}Running", "The service {service} runs.").samples(&["\tamavis                  Running", "\tservice webapp          Running"]),
    below("zimbra-stopped", "{gap}{?service }{service}{gap}Stopped", "The service {service} of Zimbra doesn't run.")
        .sign(Sign::ZimbraStopped)
        .level(Warning)
        .helps(Party::OurServer, START_ZIMBRA)
        .samples(&["\tmailbox                 Stopped"]),
    below("zimbra-process", "{gap}{process} is not running.", "The process {process} of Zimbra isn't running.").level(Warning).samples(&["\t\tmailboxd is not running."]),
];
