//! What the access rules of the kernel forbid, as `ausearch` and `/var/log/audit/audit.log` show it: records without the head of syslog.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::Alert;
use crate::vocabulary::Party::OurServer;

/// What the audit system writes.
pub static FORMAT: Format = Format {
    id: "audit",
    title: "what SELinux forbids",
    found_in: &["/var/log/audit/audit.log", "ausearch -m avc -ts recent"],
    sources: &["Linux 6.1 security/selinux/avc.c, security/lsm_audit.c"],
    programs: &["audispd", "audisp-syslog"],
    realm: "audit",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("time", Role::Time, "When, in seconds since 1970, and the number of the record.")
        .shape(Shape::Text),
    field("what", Role::State, "What was forbidden.").shape(Shape::Text),
    field("pid", Role::Pid, "The process."),
    field("program", Role::Program, "The program that isn't allowed to do it.").shape(Shape::Text),
    field("port", Role::Port, "The port."),
    field("from", Role::State, "The label of the program.").shape(Shape::Word),
    field("to", Role::State, "The label of what it wanted to use.").shape(Shape::Word),
    field("class", Role::State, "What kind of thing that is.").shape(Shape::Word),
    field("detail", Role::Text, "What it wanted to use.").shape(Shape::Text),
    field("mode", Role::State, "Whether SELinux only warns.").shape(Shape::Word),
];

/// What helps where `SELinux` forbids to connect to a port.
pub(super) const PORT_LABEL: &[(&str, &str)] = &[(
    "Give that port a label that {program} may connect to (for a milter, milter_port_t), or turn on the switch that audit2why names:",
    "ausearch -m avc -ts recent | audit2why; semanage port -l | grep -w {port}",
)];

const PATTERNS: &[Pattern] = &[
    line("port-denied", "type=AVC msg=audit({time}): avc:  denied  {{ {what} } for  pid={pid} comm=\"{program}\" dest={port} scontext={from} tcontext={to} tclass={class}{? permissive={mode}}")
        .says("SELinux forbids {program} to connect to port {port}.")
        .level(Alert)
        .helps(OurServer, PORT_LABEL)
        .samples(&["type=AVC msg=audit(1732874400.114:881): avc:  denied  { name_connect } for  pid=3021 comm=\"smtpd\" dest=8893 scontext=system_u:system_r:postfix_smtpd_t:s0 tcontext=system_u:object_r:unreserved_port_t:s0 tclass=tcp_socket permissive=0"]),
    line("denied", "type=AVC msg=audit({time}): avc:  denied  {{ {what} } for  pid={pid} comm=\"{program}\" {detail} scontext={from} tcontext={to} tclass={class}{? permissive={mode}}")
        .says("SELinux forbids {program} what it wanted ({what}, {detail}): owner and mode of the file don't count then.")
        .level(Alert)
        .helps(OurServer, &[
            ("Restore the labels if the files were moved or copied (restorecon -Rv and the folder); else turn on the switch that audit2why names:", "ausearch -m avc -ts recent | audit2why"),
        ])
        .samples(&["type=AVC msg=audit(1732874400.114:881): avc:  denied  { search } for  pid=2340 comm=\"imap\" name=\"data\" dev=\"dm-2\" ino=64 scontext=system_u:system_r:dovecot_t:s0 tcontext=system_u:object_r:default_t:s0 tclass=dir permissive=0"]),
];
