//! daemontools: svscan and supervise start the services of a qmail server and start them again when they end;
//! readproctitle shows their errors in the list of processes, and svstat tells how long each has been up.

use super::local::SYSTEM_ERRORS;
use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Warning};
use crate::vocabulary::Party;

const SERVICE_DOWN: &[(&str, &str)] = &[
    (
        "See which services are down, and what their run file starts; the program, the account and the folders in it must exist, and the file must be executable:",
        "svstat /service/* /service/*/log; ls -l /service/*/run",
    ),
    ("Then start the service, and see what it prints:", "svc -u /service/*; ps axww | grep readproctitle"),
];

/// What the programs that watch services say.
pub static FORMAT: Format = Format {
    id: "daemontools",
    title: "the programs that start the mail server's services",
    found_in: &["the list of processes (readproctitle)", "/var/log/svscan/current", "the terminal (svstat)"],
    sources: &[
        "daemontools 0.76 supervise.c, svscan.c, svstat.c",
        "daemontools 0.76 softlimit.c, setuidgid.c, envdir.c",
    ],
    realm: "qmail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("service", Role::Path, "The folder of the service.").shape(Shape::Word),
    field("file", Role::Path, "The file or folder that it is about."),
    field("program", Role::Program, "The program that could not be started.").shape(Shape::Word),
    field("user", Role::User, "The system user.").shape(Shape::Word),
    field("pid", Role::Count, "The number of the process: {}."),
    field("seconds", Role::Duration, "For how long: { second}."),
    field("state", Role::Text, "What was set or asked for."),
    field("err", Role::Text, "What the operating system said.").values(SYSTEM_ERRORS),
    field("action", Role::Text, "What could not be done."),
    field("errors", Role::Text, "The last errors of all services."),
];

const PATTERNS: &[Pattern] = &[
    line("run-missing", "{?readproctitle service errors: ...}supervise: fatal: unable to start {service}/run: {err}")
        .says("The service {service} can't be started: its file “run” is missing, isn't executable, or its first line is wrong. It's tried again each second.")
        .level(Alert)
        .helps(Party::OurServer, SERVICE_DOWN)
        .samples(&["supervise: fatal: unable to start qmail-send/run: file does not exist"]),
    line("watched-twice", "supervise: fatal: unable to acquire {service}/supervise/lock: {err}")
        .says("The service {service} is already watched by another supervise.")
        .level(Warning)
        .helps(Party::OurServer, &[("One supervise is enough: see whether the service already runs, and don't start it a second time:", "svstat /service/{service}; ps axww | grep supervise")])
        .samples(&["supervise: fatal: unable to acquire qmail-send/supervise/lock: temporary failure"]),
    line("service-gone", "supervise: fatal: unable to {action}: {err}")
        .says("A service can't be watched.")
        .level(Alert)
        .loose()
        .helps(Party::OurServer, SERVICE_DOWN)
        .samples(&["supervise: fatal: unable to chdir to qmail-smtpd: file does not exist"]),
    line("no-process", "supervise: warning: unable to fork for {service}, sleeping 60 seconds: {err}")
        .says("The service {service} couldn't be started, because the system gave no process.")
        .level(Alert)
        .helps(Party::OurServer, &[("See what uses up the processes or the memory; the service starts by itself then:", "free -m; ps aux | wc -l; ulimit -u")])
        .samples(&["supervise: warning: unable to fork for qmail-send, sleeping 60 seconds: out of memory"]),
    line("watch-trouble", "supervise: warning: unable to {action}: {err}")
        .says("The watch over a service has trouble, often because the disk is full.")
        .level(Warning)
        .helps(Party::OurServer, &[("See whether the disk is full or read-only, whether svscan runs, and ask as root:", "df -h; df -i; ps axww | grep -e svscan -e readproctitle; svstat /service/*")])
        .loose()
        .samples(&["supervise: warning: unable to write qmail-send/supervise/status.new: out of disk space"]),
    line("scan-trouble", "svscan: warning: unable to {action}: {err}")
        .says("A service can't be watched.")
        .level(Alert)
        .helps(Party::OurServer, &[("See whether the disk is full or read-only, whether svscan runs, and ask as root:", "df -h; df -i; ps axww | grep -e svscan -e readproctitle; svstat /service/*")])
        .samples(&["svscan: warning: unable to start supervise qmail-send: file does not exist"]),
    line("no-errors", "readproctitle service errors: ................................................................................................................................................................................................................................................................................................................................................................................................................")
        .says("The services reported no errors.")
        .samples(&["readproctitle service errors: ................................................................................................................................................................................................................................................................................................................................................................................................................"]),
    line("errors", "readproctitle service errors: {errors}")
        .says("These are the last errors of all services; only dots mean none.")
        .loose()
        .samples(&["readproctitle service errors: ...: file does not exist?softlimit: fatal: unable to run tcpserver: file does not exist?"]),
    line("up", "/service/{service}: up (pid {pid}) {seconds} seconds{?, {state}}")
        .says("The service {service} has been running for {seconds second}. Where that's only a second or two each time one looks, it ends and is started again.")
        .samples(&["/service/qmail-send: up (pid 4711) 86400 seconds", "/service/qmail-smtpd: up (pid 4712) 1 seconds, normally down"]),
    line("down", "/service/{service}: down {seconds} seconds{?, {state}}")
        .says("The service {service} has been stopped for {seconds second}.")
        .level(Alert)
        .helps(Party::OurServer, SERVICE_DOWN)
        .samples(&["/service/qmail-send: down 120 seconds", "/service/qmail-send: down 3 seconds, normally up"]),
    line("not-watched", "{?svc: warning: unable to control }/service/{service}: supervise not running")
        .says("Nothing watches the service {service}, so it doesn't run or isn't started again when it ends.")
        .level(Alert)
        .helps(Party::OurServer, SERVICE_DOWN)
        .samples(&["/service/qmail-send: supervise not running", "svc: warning: unable to control /service/qmail-send: supervise not running"]),
    line("not-seen", "/service/{service}: unable to {action}: {err}")
        .says("The state of {service} couldn't be read: svstat needs root, or the name is wrong.")
        .level(Warning)
        .helps(Party::OurServer, &[("See whether the disk is full or read-only, whether svscan runs, and ask as root:", "df -h; df -i; ps axww | grep -e svscan -e readproctitle; svstat /service/*")])
        .samples(&["/service/qmail-send: unable to open supervise/ok: access denied"]),
    line("not-run", "softlimit: fatal: unable to run {program}: {err}")
        .says("The program {program} can't be started: it isn't there, or the memory limit in the file “run” is too low.")
        .level(Alert)
        .helps(Party::OurServer, SERVICE_DOWN)
        .samples(&["softlimit: fatal: unable to run tcpserver: file does not exist"]),
    line("library-not-mapped", "{program}: error while loading shared libraries: {file}: {?failed to map segment from shared object}{?cannot create shared object descriptor}: Cannot allocate memory")
        .says("The program {program} couldn't start, because its memory limit is too low to load {file}: usually softlimit -m in the run file of its service. Every connection to that service ends at once until the limit is raised.")
        .level(Alert)
        .helps(Party::OurServer, &[("Raise the number behind softlimit -m in the run file of that service (to 64 MB, say), and restart it:", "grep -n softlimit /service/*/run; svc -t /service/qmail-smtpd")])
        .samples(&["/usr/local/bin/qmail-smtpd: error while loading shared libraries: libssl.so.1.1: failed to map segment from shared object: Cannot allocate memory"]),
    line("no-account", "setuidgid: fatal: unknown account {user}")
        .says("The service should run as the user {user}, who doesn't exist.")
        .level(Alert)
        .helps(Party::OurServer, SERVICE_DOWN)
        .samples(&["setuidgid: fatal: unknown account qmaill"]),
    line("not-root", "setuidgid: fatal: unable to {action}: {err}")
        .says("The service couldn't become its user: it wasn't started as root.")
        .level(Alert)
        .helps(Party::OurServer, SERVICE_DOWN)
        .samples(&["setuidgid: fatal: unable to setgid: access denied"]),
    line("no-account-2", "envuidgid: fatal: unknown account {user}")
        .says("The service should run as the user {user}, who doesn't exist.")
        .level(Alert)
        .helps(Party::OurServer, SERVICE_DOWN)
        .samples(&["envuidgid: fatal: unknown account qmaild"]),
    line("no-settings", "envdir: fatal: unable to switch to directory {file}: {err}")
        .says("The folder {file} with the settings of the service isn't there.")
        .level(Alert)
        .helps(Party::OurServer, SERVICE_DOWN)
        .samples(&["envdir: fatal: unable to switch to directory ./env: file does not exist"]),
];
