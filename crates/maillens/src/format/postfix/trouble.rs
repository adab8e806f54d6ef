//! What the programs of Postfix say when they are in trouble, beyond what each of them writes every day: its own start,
//! settings, tables, encryption, logins, filters, queues, mailboxes, and the commands that scripts and people run.

use super::{Datum, Effect, Field, Format, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Temporary, Warning};
use crate::vocabulary::Party::{Dns, Nobody, OurServer, Sender, TheirServer};
use crate::vocabulary::TraceType::Message;

/// Trouble in Postfix.
pub static FORMAT: Format = Format {
    id: "postfix-trouble",
    title: "a program of Postfix in trouble",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "journalctl -u 'postfix*'"],
    sources: &["Postfix 2.10 to 3.10: the sources of every program"],
    programs: super::other::FORMAT.programs,
    place: Place::Program,
    realm: "postfix",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("error", Role::Text, "What went wrong, in the words of the system."),
    field("n", Role::Count, "A number: {}.").shape(Shape::Number),
    field("n2", Role::Count, "A number: {}.").shape(Shape::Number),
    field("path", Role::Path, "The file or folder that it is about.").shape(Shape::Text),
    field("host", Role::Remote, "The server at the other end.").shape(Shape::Word),
    field("ip", Role::Ip, "The address that it is about."),
    field("name", Role::Text, "The name that it is about.").datum(Datum::Setting).shape(Shape::Text),
    field("user", Role::User, "The user that it is about.").shape(Shape::Text),
    field("qid", Role::Message, "The queue id.").shape(Shape::QueueId),
    field("address", Role::Address, "The address that it is about.").shape(Shape::Text),
    field("process", Role::Count, "The number of the process: {}.").shape(Shape::Number),
    field("port", Role::Port, "The port.").shape(Shape::Number),
    field("text", Role::Text, "More about it, in the program's own words.")
        .datum(Datum::SetTo)
        .shape(Shape::Text),
    field("what", Role::Text, "What it was, in the program's own words.").shape(Shape::Text),
    field("source", Role::Text, "The text that the table is made from.")
        .datum(Datum::TableSource)
        .shape(Shape::Text),
    field("what2", Role::Text, "What it was, in the program's own words.").shape(Shape::Text),
    field("what3", Role::Text, "What it was, in the program's own words.").shape(Shape::Text),
    field("domain", Role::Host, "The domain that it is about.").shape(Shape::Word),
    field("command", Role::Text, "The command.").shape(Shape::Text),
    field("client_name", Role::Host, "The name of the client by reverse DNS.")
        .datum(Datum::ClientName)
        .shape(Shape::Word),
    field("client", Role::Client, "The address of the client."),
];

/// An account that master.cf names isn't there.
const NO_ACCOUNT: &[(&str, &str)] = &[
    (
        "See where master.cf names {user}, and whether the account is there; create it with the numbers (uid, gid) that own its files, such as the mailboxes, or correct the name:",
        "grep -n 'user={user}' /etc/postfix/master.cf; getent passwd {user}",
    ),
    LOAD_AND_RETRY,
];
const LOAD_AND_RETRY: (&str, &str) =
    ("Then load the settings and try what waits right away:", "postfix reload && postqueue -f");

const PATTERNS: &[Pattern] = &[
    line("pm-dup", "warning: duplicate master.cf entry for service \"{name}\" ({what}) -- using the last entry")
        .says("The same service is listed twice in master.cf; only the last one counts.")
        .level(Warning)
        .helps(OurServer, &[("Remove one of the entries in master.cf:", "postconf -M | grep -w {name}")])
        .loose()
        .samples(&["warning: duplicate master.cf entry for service \"thing\" (thing) -- using the last entry"]),
    line("pm-root", "fatal: the master command is reserved for the superuser")
        .says("Postfix's master was run by hand without root rights.")
        .level(Alert)
        .helps(OurServer, &[("Use postfix start as root.", "postfix start")])
        .loose()
        .samples(&["fatal: the master command is reserved for the superuser"]),
    line("pm-initfail", "fatal: daemon initialization failure -- see logs for details")
        .says("Postfix start waited for master and master failed.")
        .level(Alert)
        .follows()
        .helps(OurServer, &[("The line of postfix/master just before says why:", "grep 'postfix/master' /var/log/mail.log | tail")])
        .loose()
        .samples(&["fatal: daemon initialization failure -- see logs for details"]),
    line("pm-conf", "fatal: {path}: line {n}: {text}")
        .says("A line in master.cf can't be read; Postfix doesn't start.")
        .level(Alert)
        .helps(OurServer, &[("Correct line {n} of master.cf, then see that Postfix reads it:", "sed -n {n}p {path}; postfix check")])
        .loose()
        .samples(&["fatal: /var/lib/thing: line 12: some words"]),
    line("pm-conf-field", "fatal: {path}: line {n}: missing \"{what}\" field")
        .says("A master.cf line has too few columns, often because a continuation line isn't indented.")
        .level(Alert)
        .helps(OurServer, &[("Give line {n} of master.cf all eight columns, or begin it with blanks where it goes on from the one above:", "sed -n {n}p {path}; postfix check")])
        .loose()
        .samples(&["fatal: /var/lib/thing: line 12: missing \"thing\" field"]),
    line("pm-conf-bad", "fatal: {path}: line {n}: field \"{what}\": bad value: \"{text}\"")
        .says("A master.cf column holds a value that isn't allowed there.")
        .level(Alert)
        .helps(OurServer, &[("Correct the column {what} on line {n} (service, type, private, unpriv, chroot, wakeup, maxproc, command):", "sed -n {n}p {path}; postfix check")])
        .loose()
        .samples(&["fatal: /var/lib/thing: line 12: field \"thing\": bad value: \"some words\""]),
    line("pm-conf-option", "fatal: {path}: line {n}: bad transport type: {name}={text}")
        .says("Line {n} of {path} is an option (-o {name}={text}) that doesn't begin with a blank, so Postfix takes it for a service and doesn't start.")
        .level(Alert)
        .helps(OurServer, &[("Indent that line, so that it belongs to the service above it, then check and start Postfix:", "sed -i '{n}s/^-o/  -o/' {path} && postfix check && systemctl restart postfix")])
        .samples(&["fatal: /etc/postfix/master.cf: line 22: bad transport type: syslog_name=postfix/submission"]),
    line("pm-conf-trans", "fatal: {path}: line {n}: bad transport type: {what}")
        .says("The second column must be inet, unix, unix-dgram, fifo or pass. Usually the columns have shifted.")
        .level(Alert)
        .helps(OurServer, &[("The second column of line {n} must be inet, unix, unix-dgram, fifo or pass; a column may be missing before it:", "sed -n {n}p {path}; postfix check")])
        .loose()
        .samples(&["fatal: /var/lib/thing: line 12: bad transport type: thing"]),
    line("pm-conf-host", "fatal: {path}: line {n}: bad hostname or network address: {what}")
        .says("The service name in master.cf names a host that can't be resolved.")
        .level(Alert)
        .helps(OurServer, &[("Write an address in place of the name {what} on line {n} of master.cf:", "sed -n {n}p {path}; postfix check")])
        .loose()
        .samples(&["fatal: /var/lib/thing: line 12: bad hostname or network address: thing"]),
    line("pm-proto", "warning: all network protocols are disabled (inet_protocols = {what})")
        .says("Neither IPv4 nor IPv6 is usable, so no network service starts.")
        .level(Warning)
        .helps(OurServer, &[("Change the setting:", "postconf -e inet_protocols=ipv4"), ("Then restart Postfix:", "systemctl restart postfix")])
        .loose()
        .samples(&["warning: all network protocols are disabled (inet_protocols = thing)"]),
    line("pm-ifchange", "warning: service {name}: ignoring inet_interfaces change")
        .says("A reload can't change the listening addresses.")
        .level(Warning)
        .helps(OurServer, &[("Restart Postfix:", "postfix stop; postfix start")])
        .loose()
        .samples(&["warning: service thing: ignoring inet_interfaces change"]),
    line("pm-libver", "warning: Postfix library version mis-match: wanted {what}, found {what2}")
        .says("Half of Postfix is from another version, usually a partial upgrade.")
        .level(Alert)
        .helps(OurServer, &[("Reinstall all Postfix packages in one version, then restart:", "systemctl restart postfix")])
        .loose()
        .samples(&["warning: Postfix library version mis-match: wanted thing, found thing"]),
    line("pm-malloc", "fatal: mymalloc: insufficient memory for {n} bytes: {error}")
        .says("The program couldn't get memory.")
        .level(Alert)
        .helps(OurServer, &[("See how much memory is free, and whether a limit of the service or container is too low:", "free -m; systemctl show postfix postfix@- -p MemoryMax -p MemoryCurrent"), ("See whether the kernel ended programs for want of memory:", "dmesg -T | grep -i 'out of memory'")])
        .loose()
        .samples(&["fatal: mymalloc: insufficient memory for 12 bytes: Permission denied"]),
    line("pm-corrupt", "panic: myfree: corrupt or unallocated memory block")
        .says("Memory damage inside the program: a bug, a broken library, or bad RAM. Also seen with mypwfree:.")
        .level(Alert)
        .helps(OurServer, &[("Update Postfix and its libraries, then restart it. If it comes back, the memory of the machine may be bad:", "postconf mail_version; dmesg -T | grep -i -e mce -e ecc -e segfault")])
        .loose()
        .samples(&["panic: myfree: corrupt or unallocated memory block"]),
    line("pm-clock", "warning: backward time jump detected -- slewing clock")
        .says("The system clock was set back while Postfix ran. Delays in the log may be wrong around this time.")
        .level(Warning)
        .helps(OurServer, &[("Let one time service (chrony or systemd-timesyncd) set the clock in small steps:", "timedatectl; chronyc tracking")])
        .loose()
        .samples(&["warning: backward time jump detected -- slewing clock"]),
    line("pm-fsclock", "warning: file system clock is {n} seconds ahead of local clock")
        .says("The (network) file system and the server disagree on the time; mail may wait before its first delivery.")
        .level(Warning)
        .helps(OurServer, &[("Let this server and its file server use the same time service:", "timedatectl; findmnt -T /var/spool/postfix")])
        .loose()
        .samples(&["warning: file system clock is 12 seconds ahead of local clock"]),
    line("pm-nofd", "fatal: socket: Too many open files")
        .says("The process ran out of file handles.")
        .level(Alert)
        .helps(OurServer, &[("Raise LimitNOFILE of the service, and see the limit now:", "ulimit -n")])
        .loose()
        .samples(&["fatal: socket: Too many open files"]),
    line("pm-chdir", "fatal: chdir(\"{path}\"): {error}")
        .says("The queue directory can't be entered.")
        .level(Alert)
        .helps(OurServer, &[("Check Postfix's settings and files:", "postfix check"), ("Restore the owners and permissions of Postfix's files:", "postfix set-permissions")])
        .loose()
        .samples(&["fatal: chdir(\"/var/lib/thing\"): Permission denied"]),
    line("pm-noipsocket", "warning: inet_protocols: disabling IPv6 name/address support: Address family not supported by protocol")
        .says("The kernel has no IPv6; Postfix carries on with IPv4. It is noise unless IPv6 is wanted.")
        .helps(OurServer, &[("Change the setting:", "postconf -e inet_protocols=ipv4")])
        .loose()
        .samples(&["warning: inet_protocols: disabling IPv6 name/address support: Address family not supported by protocol"]),
    line("pm-ifinet6", "warning: can't open {path} ({error}) - skipping IPv6 configuration")
        .says("IPv6 is off on this system. Harmless.")
        .helps(Nobody, &[("To silence it:", "postconf -e inet_protocols=ipv4")])
        .loose()
        .samples(&["warning: can't open /var/lib/thing (Permission denied) - skipping IPv6 configuration"]),
    line("pm-noif", "fatal: could not find any active network interfaces")
        .says("No network interface was up when Postfix started.")
        .level(Alert)
        .helps(OurServer, &[("Let Postfix start after the network (After=network-online.target in its unit), then start it:", "systemctl cat postfix | grep -e After -e Wants; ip -br addr; systemctl start postfix")])
        .loose()
        .samples(&["fatal: could not find any active network interfaces"]),
    line("pm-ifhost", "fatal: config variable inet_interfaces: host not found: {what}")
        .says("The setting inet_interfaces contains a name that doesn't resolve at start time.")
        .level(Alert)
        .helps(OurServer, &[("Write all, loopback-only or an address of this server into inet_interfaces; {what} doesn't resolve:", "getent hosts {what}; postconf inet_interfaces; ip -br addr")])
        .loose()
        .samples(&["fatal: config variable inet_interfaces: host not found: thing"]),
    line("pm-nolocal6", "fatal: parameter inet_interfaces: no local interface found for ::1")
        .says("The setting inet_interfaces leads to the IPv6 address ::1 (localhost), but IPv6 is switched off on this server, so Postfix doesn't start.")
        .level(Alert)
        .helps(OurServer, &[
            ("Have Postfix use IPv4 only, or take ::1 out of the line for localhost in /etc/hosts:", "postconf -e inet_protocols=ipv4"),
            ("Then start Postfix:", "systemctl restart postfix"),
        ])
        .samples(&["fatal: parameter inet_interfaces: no local interface found for ::1"]),
    line("pm-nolocal", "fatal: parameter inet_interfaces: no local interface found for {ip}")
        .says("The setting inet_interfaces names an IP that this server doesn't have. Happens after moving a server to a new IP.")
        .level(Alert)
        .helps(OurServer, &[("See which addresses this machine has. Where it has lost one, name those that it has in inet_interfaces; where only ::1 is missing, IPv6 is off here, so let Postfix use IPv4 alone:", "ip -brief address; postconf -n inet_interfaces inet_protocols; postconf -e inet_protocols=ipv4"), ("Then restart Postfix:", "systemctl restart postfix")])
        .loose()
        .samples(&["fatal: parameter inet_interfaces: no local interface found for 192.0.2.44"]),
    line("ps-already", "fatal: the Postfix mail system is already running")
        .says("Someone asked to start Postfix although it runs already: that start failed, but mail goes on.")
        .level(Warning)
        .helps(Nobody, &[("To apply changed settings:", "postfix reload")])
        .loose()
        .samples(&["fatal: the Postfix mail system is already running"]),
    line("ps-notrunning", "fatal: the Postfix mail system is not running")
        .says("Stop, reload or flush was asked while Postfix is down. Mail isn't being delivered now.")
        .level(Alert)
        .helps(OurServer, &[("Start Postfix, then read its log:", "postfix start")])
        .loose()
        .samples(&["fatal: the Postfix mail system is not running"]),
    line("ps-startfail", "fatal: mail system startup failed")
        .says("Postfix's master didn't come up.")
        .level(Alert)
        .follows()
        .helps(OurServer, &[("The lines of postfix/master just before say why:", "grep 'postfix/master' /var/log/mail.log | tail")])
        .loose()
        .samples(&["fatal: mail system startup failed"]),
    line("ps-integrity", "fatal: Postfix integrity check failed!")
        .says("The start-up check found missing files or settings.")
        .level(Alert)
        .helps(OurServer, &[("Check Postfix's settings and files:", "postfix check"), ("Restore the owners and permissions of Postfix's files:", "postfix set-permissions")])
        .loose()
        .samples(&["fatal: Postfix integrity check failed!"]),
    line("ps-nodaemondir", "fatal: no Postfix daemon directory {path}!")
        .says("The setting daemon_directory in main.cf points to a place that is gone (moved by an upgrade, or copied from another distribution).")
        .level(Alert)
        .helps(OurServer, &[("Let the default path count again, or set the right one:", "postconf -# daemon_directory")])
        .loose()
        .samples(&["fatal: no Postfix daemon directory /var/lib/thing!"]),
    line("ps-noqueue", "fatal: no Postfix queue directory {path}!")
        .says("The queue directory is missing, for example an unmounted disk.")
        .level(Alert)
        .helps(OurServer, &[("See whether the disk with the queue is mounted, and mount it; if the folder is lost, make it again:", "findmnt -T {path}; ls -ld {path}"), ("Then let Postfix make its folders and start it:", "postfix set-permissions; postfix start")])
        .loose()
        .samples(&["fatal: no Postfix queue directory /var/lib/thing!"]),
    line("ps-nomastercf", "fatal: no {path}/master.cf file found")
        .says("The file master.cf is missing.")
        .level(Alert)
        .helps(OurServer, &[("Restore master.cf from a backup or the package (Debian: /usr/share/postfix/master.cf.dist):", "ls -l {path} /usr/share/postfix/master.cf.dist")])
        .loose()
        .samples(&["fatal: no /var/lib/thing/master.cf file found"]),
    line("ps-nopostlog", "fatal: missing 'postlog' service in master.cf - run 'postfix upgrade-configuration'")
        .says("The setting maillog_file is set but master.cf has no postlog entry.")
        .level(Alert)
        .helps(OurServer, &[("Add the missing entry:", "postfix upgrade-configuration")])
        .loose()
        .samples(&["fatal: missing 'postlog' service in master.cf - run 'postfix upgrade-configuration'"]),
    line("ps-differ", "warning: {path}/{what} and /{what2} differ")
        .says("A copy of a system file inside the chroot is older than the original, for example /var/spool/postfix/etc/resolv.conf and /etc/resolv.conf differ. With resolv.conf, programs in the chroot ask the old DNS servers, which shows as Host not found, try again.")
        .level(Warning)
        .helps(OurServer, &[("Copy it into the chroot and restart Postfix (on Debian, the restart alone copies it):", "cp /etc/resolv.conf /var/spool/postfix/etc/")])
        .loose()
        .samples(&["warning: /var/lib/thing/thing and /thing differ"]),
    line("ps-setgid", "warning: not set-gid or not owner+group+world executable: {path}")
        .says("Postfix's postdrop or postqueue lost its set-gid bit (backup restore, chmod -R). Web sites and cron can then not send.")
        .level(Warning)
        .helps(OurServer, &[("Restore the owners and permissions of Postfix's files:", "postfix set-permissions")])
        .loose()
        .samples(&["warning: not set-gid or not owner+group+world executable: /var/lib/thing"]),
    line("ps-damaged", "warning: damaged message: {path}")
        .says("A message in the corrupt queue; it will not be delivered automatically.")
        .level(Alert)
        .helps(OurServer, &[("Look at the message:", "postcat {path}"), ("Ask the sender to resend.", "")])
        .loose()
        .samples(&["warning: damaged message: /var/lib/thing"]),
    line("ps-compat-relay", "using backwards-compatible default setting relay_domains=$mydestination to accept mail for domain \"{domain}\"")
        .says("This mail was accepted only because of an old default; after raising the level it would be refused.")
        .helps(OurServer, &[("If this server relays for {domain}, add it to relay_domains in main.cf; if not, leave relay_domains empty. What it is now:", "postconf relay_domains mydestination compatibility_level")])
        .loose()
        .samples(&["using backwards-compatible default setting relay_domains=$mydestination to accept mail for domain \"shop.example\""]),
    line("ps-compat-mynet", "using backwards-compatible default setting mynetworks_style=subnet to permit request from client \"{name}\"")
        .says("A client in the same subnet is allowed to relay because of an old default.")
        .level(Warning)
        .helps(OurServer, &[("Set mynetworks explicitly.", "")])
        .loose()
        .samples(&["using backwards-compatible default setting mynetworks_style=subnet to permit request from client \"thing\""]),
    line("ps-compat-relayr", "using backwards-compatible default setting \"smtpd_relay_restrictions = (empty)\" to avoid \"Relay access denied\" error for recipient \"{address}\" from client \"{name}\"")
        .says("Without the old default this mail would be refused as relaying.")
        .level(Warning)
        .helps(OurServer, &[("Set smtpd_relay_restrictions before raising the level.", "")])
        .loose()
        .samples(&["using backwards-compatible default setting \"smtpd_relay_restrictions = (empty)\" to avoid \"Relay access denied\" error for recipient \"anna@shop.example\" from client \"thing\""]),
    line("ps-compat-utf8", "using backwards-compatible default setting smtputf8_enable=no to accept non-ASCII sender address \"{what}\" from {name}")
        .says("An address with non-ASCII letters passed only because SMTPUTF8 is off.")
        .helps(OurServer, &[("To accept such addresses, set smtputf8_enable = yes (the next server must support SMTPUTF8, too); to refuse them, write smtputf8_enable = no into main.cf:", "postconf smtputf8_enable compatibility_level")])
        .loose()
        .samples(&["using backwards-compatible default setting smtputf8_enable=no to accept non-ASCII sender address \"thing\" from thing"]),
    line("ps-depr", "warning: {path}: support for parameter \"{name}\" will be removed; instead, specify \"{text}\"")
        .says("An old setting (for example smtpd_use_tls, smtp_use_tls, smtpd_enforce_tls, smtp_tls_per_site) still works but will go away.")
        .level(Warning)
        .helps(OurServer, &[("Write {text} in place of {name}, then load the settings:", "postconf -n {name}; postconf -P | grep -w {name}; postfix reload")])
        .loose()
        .samples(&["warning: /var/lib/thing: support for parameter \"thing\" will be removed; instead, specify \"some words\""]),
    line("ps-depr2", "warning: {path}: support for parameter {name} has been removed; instead, {text}")
        .says("The setting does nothing anymore.")
        .level(Warning)
        .helps(OurServer, &[("Take {name} out of the settings, or write in its place what the line names, then load them:", "postconf -n | grep -w {name}; postconf -P | grep -w {name}; postfix reload")])
        .loose()
        .samples(&["warning: /var/lib/thing: support for parameter thing has been removed; instead, some words"]),
    line("ps-restr", "warning: support for restriction \"{name}\" has been removed in Postfix 3.9; instead, specify \"{text}\"")
        .says("An old access rule (permit_naked_ip_address, reject_maps_rbl, check_relay_domains) is gone; the smtpd restriction list is now broken.")
        .level(Warning)
        .helps(OurServer, &[("Write {text} in place of {name}, then load the settings:", "postconf -n | grep -w {name}; postconf -P | grep -w {name}; postfix reload")])
        .loose()
        .samples(&["warning: support for restriction \"thing\" has been removed in Postfix 3.9; instead, specify \"some words\""]),
    line("ps-override", "warning: {path}, line {n}: overriding earlier entry: {name}={text}")
        .sign(Sign::SetTwice)
        .says("The setting {name} is in main.cf twice. Line {n} counts, and it takes away the value that stood before it: {text}.")
        .level(Warning)
        .helps(OurServer, &[
            ("Put all that {name} needs into one entry, and remove the other (line {n} is the one that counts now):", "grep -n '^{name}' {path}; postconf {name}"),
            ("Then load the settings:", "postfix reload"),
        ])
        .samples(&["warning: /var/lib/thing, line 12: overriding earlier entry: thing=some words"]),
    line("pc-open", "fatal: open {path}: No such file or directory")
        .says("The file is missing: main.cf, master.cf, or a table that is named without its type.")
        .level(Alert)
        .helps(OurServer, &[("See whether the file is there, and which setting names it. A table needs its type in front of the path, such as hash:, and its built file beside it (postmap):", "ls -l {path}*; postconf -n | grep -F {path}")])
        .loose()
        .samples(&["fatal: open /var/lib/thing: No such file or directory"]),
    line("pc-perm", "fatal: open {path}: Permission denied")
        .says("The program runs as an ordinary user and isn't allowed to read the file; main.cf must be readable by everyone.")
        .level(Alert)
        .helps(OurServer, &[("Correct owner and permissions:", "chmod 644 /etc/postfix/main.cf; chmod 755 /etc/postfix")])
        .loose()
        .samples(&["fatal: open /var/lib/thing: Permission denied"]),
    line("pc-bool", "fatal: bad boolean configuration: {name} = {text}")
        .says("The setting needs yes or no. A comment after the value on the same line is the usual cause.")
        .level(Alert)
        .helps(OurServer, &[("Set {name} to yes or no, with no comment behind it on the line, then load it:", "postconf -n {name}; postfix reload")])
        .loose()
        .samples(&["fatal: bad boolean configuration: thing = some words"]),
    line("pc-num", "fatal: bad numerical configuration: {name} = {text}")
        .says("The setting needs a plain number.")
        .level(Alert)
        .helps(OurServer, &[("Set {name} to a plain number, with no unit and no comment behind it on the line, then load it:", "postconf -n {name}; postfix reload")])
        .loose()
        .samples(&["fatal: bad numerical configuration: thing = some words"]),
    line("pc-time", "fatal: parameter {name}: bad time value or unit: {text}")
        .says("The setting needs a time such as 30s, 5m, 1h, 1d.")
        .level(Alert)
        .helps(OurServer, &[("Correct the setting that the line names, then load it:", "postfix reload")])
        .loose()
        .samples(&["fatal: parameter thing: bad time value or unit: some words"]),
    line("pc-range", "fatal: invalid {name} parameter value {n} < {n2}")
        .says("The number is too small (or, with >, too large).")
        .level(Alert)
        .helps(OurServer, &[("Set {name} to a number within its range ({n2} is the limit), then load it; what is used without a setting:", "postconf -n {name}; postconf -d {name}")])
        .loose()
        .samples(&["fatal: invalid thing parameter value 12 < 7"]),
    line("pc-nameval", "fatal: {path}, line {n}: missing '=' after attribute name: \"{text}\"")
        .says("A main.cf line has no equal sign, often a broken continuation line.")
        .level(Alert)
        .helps(OurServer, &[("Write name = value on line {n}, or begin it with blanks where it goes on from the one above, then see that Postfix reads it:", "sed -n {n}p {path}; postfix check")])
        .loose()
        .samples(&["fatal: /var/lib/thing, line 12: missing '=' after attribute name: \"some words\""]),
    line("pc-user", "fatal: file {path}/main.cf: parameter {name}: unknown user name value: {user}")
        .says("The setting mail_owner or default_privs names an account that doesn't exist.")
        .level(Alert)
        .helps(OurServer, &[("Create the account {user}, or correct {name} in main.cf:", "getent passwd {user}; postconf {name}")])
        .loose()
        .samples(&["fatal: file /var/lib/thing/main.cf: parameter thing: unknown user name value: anna"]),
    line("pc-group", "fatal: file {path}/main.cf: parameter {name}: unknown group name: {what}")
        .says("The setting setgid_group (postdrop) is missing.")
        .level(Alert)
        .helps(OurServer, &[("Create the group:", "groupadd -r postdrop")])
        .loose()
        .samples(&["fatal: file /var/lib/thing/main.cf: parameter thing: unknown group name: thing"]),
    line("pc-badval", "fatal: file {path}/main.cf: parameter {name}: unrecognized value: {text}")
        .says("The setting has a fixed set of values and this isn't one.")
        .level(Alert)
        .helps(OurServer, &[("See its default, which is always a valid value:", "postconf -d {name}")])
        .loose()
        .samples(&["fatal: file /var/lib/thing/main.cf: parameter thing: unrecognized value: some words"]),
    line("pc-myhost", "warning: valid_hostname: misplaced delimiter: {what}")
        .says("A host name has a dot at the wrong place. With myhostname the next line is fatal: file ... bad parameter value.")
        .level(Warning)
        .helps(OurServer, &[("Set a full host name in myhostname.", "")])
        .loose()
        .samples(&["warning: valid_hostname: misplaced delimiter: thing"]),
    line("pc-numeric", "warning: valid_hostname: numeric hostname: {what}")
        .says("An IP address was used where a host name belongs (MX record, myhostname, transport without brackets).")
        .level(Warning)
        .helps(OurServer, &[("An address stands where a host name belongs: correct the MX record or setting that names {what}, or put it in square brackets in a transport or relayhost:", "postconf -n | grep -F {what}; grep -rF {what} /etc/postfix")])
        .loose()
        .samples(&["warning: valid_hostname: numeric hostname: thing"]),
    line("pc-emptyhost", "warning: valid_hostname: empty hostname")
        .says("A DNS answer or a setting holds an empty name; with MX . this is a null MX.")
        .level(Warning)
        .helps(TheirServer, &[("The lines around it name the domain; its MX record names an empty host (a null MX, which accepts no email), or a setting here is empty:", "postconf -n | grep -e relayhost -e transport_maps -e myhostname")])
        .loose()
        .samples(&["warning: valid_hostname: empty hostname"]),
    line("pc-invchar", "warning: valid_hostname: invalid character {n}(decimal): {what}")
        .says("A host name has a character that isn't allowed, such as an underscore or a space.")
        .level(Warning)
        .helps(TheirServer, &[("The name {what} can't be a host name. If it's in an MX record, the domain's owner must correct it; if it's here, correct the setting:", "postconf -n | grep -F {what}; grep -rF {what} /etc/postfix")])
        .loose()
        .samples(&["warning: valid_hostname: invalid character 12(decimal): thing"]),
    line("pc-fqdn", "fatal: unable to use my own hostname")
        .says("The system host name isn't a valid name.")
        .level(Alert)
        .helps(OurServer, &[("Give the server a full host name (hostnamectl set-hostname), or set myhostname in main.cf. What they are now:", "hostname -f; postconf myhostname mydomain")])
        .loose()
        .samples(&["fatal: unable to use my own hostname"]),
    line("pc-match", "fatal: {what}: read file {path}: {error}")
        .says("A list such as mynetworks or mydestination points to a file that can't be read.")
        .level(Alert)
        .helps(OurServer, &[("See whether the file is there and Postfix can read it; {what} names it:", "namei -l {path}; postconf {what}")])
        .loose()
        .samples(&["fatal: thing: read file /var/lib/thing: Permission denied"]),
    line("pc-mynet", "warning: {name}: non-null host address bits in \"{what}\", perhaps you should use \"{what2}\" instead")
        .says("A network in mynetworks or a cidr table is written with host bits set, for example 192.168.1.5/24. The rule is skipped or the program dies.")
        .level(Warning)
        .helps(OurServer, &[("Write {what2} in place of {what}, then load the settings:", "postconf {name}; grep -rnF {what} /etc/postfix; postfix reload")])
        .loose()
        .samples(&["warning: thing: non-null host address bits in \"thing\", perhaps you should use \"thing\" instead"]),
    line("pc-mynetbad", "fatal: {name}: bad net/mask pattern: \"{what}\"")
        .says("An entry in mynetworks isn't a network.")
        .level(Alert)
        .helps(OurServer, &[("Write {what} in {name} as address and length, such as 192.0.2.0/24 or [2001:db8::]/32:", "postconf {name}; postfix check")])
        .loose()
        .samples(&["fatal: thing: bad net/mask pattern: \"thing\""]),
    line("pc-comment", "warning: {what}: #comment after other text is not allowed: {what2} {text}...")
        .says("A comment stands behind a value in main.cf and is read as part of the value.")
        .level(Warning)
        .helps(OurServer, &[("Put the comment on a line of its own, then load the settings:", "postconf -n | grep '#'; postfix reload")])
        .loose()
        .samples(&["warning: thing: #comment after other text is not allowed: thing some words..."]),
    line("pt-nis", "warning: dict_nis_init: NIS domain name not set - NIS lookups disabled")
        .says("The default of alias_maps asks NIS as well, which this server doesn't have. Mail isn't affected.")
        .level(Warning)
        .helps(OurServer, &[("Leave NIS out of the aliases, which ends the warning:", "postconf -e 'alias_maps = hash:/etc/aliases'; postfix reload")])
        .samples(&["warning: dict_nis_init: NIS domain name not set - NIS lookups disabled"]),
    line("pt-type-hint", "warning: unsupported dictionary type: {what}. Is the postfix-{what2} package installed?")
        .says("This Postfix can't read tables of the type {what}: the package postfix-{what2} is probably not installed.")
        .level(Alert)
        .helps(OurServer, &[("Install the package of that table type, on Debian:", "apt install postfix-{what2}")])
        .samples(&["warning: unsupported dictionary type: thing. Is the postfix-thing package installed?"]),
    line("pt-type-fatal", "fatal: unsupported dictionary type: {what}")
        .says("The table type isn't available; the program stops. Old versions and tools.")
        .level(Alert)
        .helps(OurServer, &[("Install the package with the type {what} (postfix-mysql, postfix-pgsql, postfix-ldap, postfix-pcre …), or write a type that this Postfix knows:", "postconf -m; postconf -n | grep -F {what}:")])
        .loose()
        .samples(&["fatal: unsupported dictionary type: thing"]),
    line("pt-form", "fatal: open dictionary: expecting \"type:name\" form instead of \"{what}\"")
        .says("A table is named without its type in main.cf.")
        .level(Alert)
        .helps(OurServer, &[("Put the type in front of the table in the setting, such as hash:/etc/postfix/virtual:", "postconf -n | grep -F {what}; postconf -m")])
        .loose()
        .samples(&["fatal: open dictionary: expecting \"type:name\" form instead of \"thing\""]),
    line("pt-older-aliases", "warning: database {path}aliases{text} is older than source file {source}")
        .sign(Sign::OlderTable)
        .says("The alias file {source} was edited but not compiled, so Postfix uses its old content.")
        .level(Warning)
        .helps(OurServer, &[("Compile the alias file (for /etc/aliases, newaliases does the same; postmap would ruin it):", "postalias {source}")])
        .loose()
        .samples(&["warning: database /var/lib/aliases.db is older than source file /var/lib/aliases"]),
    line("pt-older", "warning: database {path} is older than source file {source}")
        .sign(Sign::OlderTable)
        .says("The table {source} was edited but not compiled, so Postfix uses its old content.")
        .level(Warning)
        .helps(OurServer, &[("Compile the table:", "postmap {source}")])
        .loose()
        .samples(&["warning: database /var/lib/thing.db is older than source file thing"]),
    line("pt-dup", "warning: {path}.db: duplicate entry: \"{name}\"")
        .says("The same key is listed twice; the first one counts.")
        .level(Warning)
        .helps(OurServer, &[("Remove one of the two lines from the source file, then build the table again:", "grep -n {name} {path}; postmap {path}")])
        .loose()
        .samples(&["warning: /var/lib/thing.db: duplicate entry: \"thing\""]),
    line("pt-format", "warning: {path}, line {n}: expected format: key whitespace value")
        .says("A line of the table has no value and is skipped.")
        .level(Warning)
        .helps(OurServer, &[("Write key, blanks and value on line {n}, then build the table again:", "sed -n {n}p {path}; postmap {path}")])
        .loose()
        .samples(&["warning: /var/lib/thing, line 12: expected format: key whitespace value"]),
    line("pt-alias", "warning: {path}, line {n}: record is in \"key: value\" format; is this an alias file?")
        .says("Postmap was run on an alias file.")
        .level(Warning)
        .helps(OurServer, &[("Use newaliases for /etc/aliases, postalias for other alias files.", "newaliases")])
        .loose()
        .samples(&["warning: /var/lib/thing, line 12: record is in \"key: value\" format; is this an alias file?"]),
    line("pt-alias2", "warning: {path}, line {n}: need name:value pair")
        .says("Postalias was run on a file that isn't an alias file, or a line lacks the colon.")
        .level(Warning)
        .helps(OurServer, &[("Put a colon behind the alias on line {n}, then build the aliases:", "sed -n {n}p {path}; newaliases")])
        .loose()
        .samples(&["warning: /var/lib/thing, line 12: need name:value pair"]),
    line("pt-alias3", "warning: {path}, line {n}: name must be local and have no domain")
        .says("Alias names can't contain a domain.")
        .level(Warning)
        .helps(OurServer, &[("Whole addresses belong into a table of virtual_alias_maps; on line {n} write the part before the @ alone:", "sed -n {n}p {path}; postconf virtual_alias_maps; newaliases")])
        .loose()
        .samples(&["warning: /var/lib/thing, line 12: name must be local and have no domain"]),
    line("pt-nonutf8", "warning: {path}, line {n}: non-UTF-8 input \"{text}\" -- ignoring this line")
        .says("The table holds Latin-1 text.")
        .level(Warning)
        .helps(OurServer, &[("Save the file as UTF-8, then build the table again. Line {n} and its encoding:", "sed -n {n}p {path} | od -c | head; file {path}; postmap {path}")])
        .loose()
        .samples(&["warning: /var/lib/thing, line 12: non-UTF-8 input \"some words\" -- ignoring this line"]),
    line("pt-bdb", "fatal: error reading {path}.db: {error}")
        .says("The compiled table is damaged.")
        .level(Alert)
        .helps(OurServer, &[("Delete the built file and build it again:", "rm {path}.db; postmap {path}")])
        .loose()
        .samples(&["fatal: error reading /var/lib/thing.db: Permission denied"]),
    line("pt-lmdb", "fatal: error reading {what}:{name}: {error}")
        .says("An LMDB table can't be read: MDB_INVALID damaged, MDB_MAP_FULL too small, MDB_READERS_FULL too many readers.")
        .level(Alert)
        .helps(OurServer, &[("Build the table again; if it has grown beyond its limit, raise lmdb_map_size:", "postmap {what}:{name}; postconf lmdb_map_size")])
        .loose()
        .samples(&["fatal: error reading thing:thing: Permission denied"]),
    line("pt-mysql-query", "warning: {what}:{name}: query failed: {error}")
        .says("The SQL text of that .cf file is wrong or a table or column is missing.")
        .level(Alert)
        .helps(OurServer, &[("Ask the table by hand, with any word; the answer names the fault:", "postmap -q test mysql:{name}")])
        .loose()
        .samples(&["warning: thing:thing: query failed: Permission denied"]),
    line("pt-mysql-gone", "warning: mysql query failed: MySQL server has gone away")
        .says("The database closed an idle connection; Postfix reconnects on its own. Only a steady stream is a problem.")
        .helps(OurServer, &[("It comes right by itself. If it fills the log, raise wait_timeout in MySQL, or share connections by writing proxy:mysql: in place of mysql::", "postconf -n | grep mysql:; mysql -e 'SHOW VARIABLES LIKE \"wait_timeout\"'")])
        .loose()
        .samples(&["warning: mysql query failed: MySQL server has gone away"]),
    line("pt-pgsql-query", "warning: pgsql query failed: fatal error from host {host}: {error}")
        .says("The SQL text or the database rights are wrong.")
        .level(Alert)
        .helps(OurServer, &[("Correct the query or the account's permissions in the table's .cf file, then ask each table by hand, with any word:", "postconf -n | grep -o 'pgsql:[^ ,]*' | sort -u | xargs -n1 postmap -q test")])
        .loose()
        .samples(&["warning: pgsql query failed: fatal error from host db.example: Permission denied"]),
    line("pt-ldap-conn", "warning: dict_ldap_connect: Unable to bind to server {host} with dn {what}: {n} ({error})")
        .says("Postfix couldn't log in to the directory {host}: {error} ({n}).")
        .level(Alert)
        .helps(OurServer, &[("Correct bind_dn and bind_pw in the files of Postfix's LDAP tables if the directory refuses name or password, else their server_host; then ask by hand:", "ldapwhoami -x -H {host} -D '{what}' -W; postconf -n | grep ldap:")])
        .loose()
        .samples(&["warning: dict_ldap_connect: Unable to bind to server db.example with dn thing: 12 (Permission denied)"]),
    line("pt-ldap-search", "warning: dict_ldap_lookup: {?{name}: }Search error {n}: {error}")
        .says("The search in the directory (LDAP) failed: {error} ({n}).")
        .level(Alert)
        .helps(OurServer, &[("See whether the directory answers, and correct server_host, bind_dn or query_filter in the table's .cf file; then ask each table by hand, with any word:", "postconf -n | grep -o 'ldap:[^ ,]*' | sort -u | xargs -n1 postmap -q test")])
        .loose()
        .samples(&["warning: dict_ldap_lookup: Search error 12: Permission denied", "warning: dict_ldap_lookup: /etc/postfix/ldap-aliases.cf: Search error 32: No such object"]),
    line("pt-ldap-base", "warning: dict_ldap_lookup: {name}: Search base '{what}' not found: {n}: {error}")
        .says("The setting search_base doesn't exist.")
        .level(Alert)
        .helps(OurServer, &[("Correct search_base in the table's .cf file ({what} doesn't exist in the directory), then ask it by hand:", "postmap -q test {name}; grep -rn search_base /etc/postfix")])
        .loose()
        .samples(&["warning: dict_ldap_lookup: thing: Search base 'thing' not found: 12: Permission denied"]),
    line("pt-sqlite", "fatal: {what}: {name}: SQL prepare failed: {error}")
        .says("The SQL text or the SQLite file is wrong (no such table, unable to open database file, database is locked).")
        .level(Alert)
        .helps(OurServer, &[("Correct dbpath or the query in the table's .cf file; the postfix user must be able to read the database file and its folder. Then ask each table by hand, with any word:", "postconf -n | grep -o 'sqlite:[^ ,]*' | sort -u | xargs -n1 postmap -q test")])
        .loose()
        .samples(&["fatal: thing: thing: SQL prepare failed: Permission denied"]),
    line("pt-pcre", "warning: pcre map {path}, line {n}: error in regex at offset {n2}: {error}")
        .says("That rule is broken and is left out; later rules still work.")
        .level(Warning)
        .helps(OurServer, &[("Correct the pattern on line {n} of the table, and test it:", "sed -n {n}p {path}; postmap -q test pcre:{path}")])
        .loose()
        .samples(&["warning: pcre map /var/lib/thing, line 12: error in regex at offset 7: Permission denied"]),
    line("pt-pcre-delim", "warning: pcre map {path}, line {n}: no closing regexp delimiter \"{name}\": ignoring this rule")
        .says("The closing slash is missing, or a slash inside isn't escaped.")
        .level(Warning)
        .helps(OurServer, &[("Close the pattern with a / on line {n} of the table, and test it:", "sed -n {n}p {path}; postmap -q test pcre:{path}")])
        .loose()
        .samples(&["warning: pcre map /var/lib/thing, line 12: no closing regexp delimiter \"thing\": ignoring this rule"]),
    line("pt-pcre-opt", "warning: pcre map {path}, line {n}: unknown regexp option \"{name}\": skipping this rule")
        .says("A letter after the pattern isn't an option, often because a slash inside the pattern isn't escaped.")
        .level(Warning)
        .helps(OurServer, &[("Write \\/ for a slash inside the pattern on line {n}, and test it:", "sed -n {n}p {path}; postmap -q test pcre:{path}")])
        .loose()
        .samples(&["warning: pcre map /var/lib/thing, line 12: unknown regexp option \"thing\": skipping this rule"]),
    line("pt-regexp", "warning: regexp map {path}, line {n}: {error}")
        .says("The pattern can't be compiled, or PCRE syntax is used in a regexp table.")
        .level(Warning)
        .helps(OurServer, &[("Correct the pattern on line {n}, or write pcre: for the syntax of Perl; then test it:", "sed -n {n}p {path}; postmap -q test regexp:{path}")])
        .loose()
        .samples(&["warning: regexp map /var/lib/thing, line 12: Permission denied"]),
    line("pt-regexp-text", "warning: regexp map {path}, line {n}: no replacement text: using empty string")
        .says("The rule has a pattern but no action.")
        .level(Warning)
        .helps(OurServer, &[("Add what should be done (REJECT, DUNNO, OK …) behind the pattern on line {n}, and test it:", "sed -n {n}p {path}; postmap -q test regexp:{path}")])
        .loose()
        .samples(&["warning: regexp map /var/lib/thing, line 12: no replacement text: using empty string"]),
    line("pt-cidr", "warning: cidr map {path}, line {n}: {text}: skipping this rule")
        .says("The network in that line isn't valid.")
        .level(Warning)
        .helps(OurServer, &[("Correct the setting that the line names, then load it:", "postfix reload")])
        .loose()
        .samples(&["warning: cidr map /var/lib/thing, line 12: some words: skipping this rule"]),
    line("pt-tcp-eof", "warning: read TCP map reply from {host}:{port}: unexpected EOF ({error})")
        .says("The helper closed the connection.")
        .level(Alert)
        .helps(OurServer, &[("See which program listens on port {port} and read its own log; restart it:", "ss -ltnp | grep ':{port} '; postconf -n | grep tcp:")])
        .loose()
        .samples(&["warning: read TCP map reply from db.example:25: unexpected EOF (Permission denied)"]),
    line("pt-sockmap", "warning: {what}:{name} socketmap server {what2} error: {text}")
        .says("A socketmap helper (postfix-mta-sts-resolver, postsrsd 2.x, mailman) reported temporary, timeout or permanent trouble.")
        .level(Alert)
        .helps(OurServer, &[("Ask the helper by hand, with any word, and read its own log:", "postconf -n | grep -o 'socketmap:[^ ,]*' | sort -u | xargs -n1 postmap -q test; journalctl -u postsrsd -u postfix-mta-sts-resolver -u mailman3 -n 30")])
        .loose()
        .samples(&["warning: thing:thing socketmap server thing error: some words"]),
    line("pt-sockmap-io", "warning: table socketmap:{name} lookup error: {error}")
        .says("The socketmap helper is down or its socket isn't reachable from the chroot.")
        .level(Alert)
        .helps(OurServer, &[("Start the helper, and see that it listens where Postfix looks for it; a socket must be inside /var/spool/postfix for programs in the chroot:", "postconf -n | grep socketmap:; ss -ltnpx | grep -e postsrsd -e mta-sts -e mailman")])
        .loose()
        .samples(&["warning: table socketmap:thing lookup error: Permission denied"]),
    line("pt-updateop", "fatal: table {what}:{name}: update operation is not supported")
        .says("A read-only table type is used where Postfix must write (a cache).")
        .level(Alert)
        .helps(OurServer, &[("Write btree: or lmdb: in place of {what}: for what Postfix itself writes (a cache):", "postconf -n | grep -F {what}:{name}; postconf -m")])
        .loose()
        .samples(&["fatal: table thing:thing: update operation is not supported"]),
    line("px-unapproved", "warning: request for unapproved table: \"{what}:{name}\"")
        .says("A proxy: table is used in a setting that isn't in proxy_read_maps, so the query is refused.")
        .level(Alert)
        .helps(OurServer, &[("Add the setting's name to proxy_read_maps, or list the table there.", "")])
        .loose()
        .samples(&["warning: request for unapproved table: \"thing:thing\""]),
    line("px-approve", "warning: to approve this table for {what} access, list proxy:{what2}:{name} in main.cf:{what3}")
        .says("Advice for the line above.")
        .helps(OurServer, &[("Do as it says:", "postfix reload")])
        .loose()
        .samples(&["warning: to approve this table for thing access, list proxy:thing:thing in main.cf:thing"]),
    line("px-service", "warning: dict_proxy_lookup: service proxymap: {error}")
        .says("The proxymap service isn't reachable; often it died because of a broken database setting.")
        .level(Alert)
        .helps(OurServer, &[("See why proxymap ended, in its own lines before that, and correct the table that they name:", "journalctl -t postfix/proxymap -n 20; postconf proxy_read_maps | tr ',' '\\n' | grep mysql")])
        .loose()
        .samples(&["warning: dict_proxy_lookup: service proxymap: Permission denied"]),
    line("st-keymatch", "warning: {what} private key in {name} does not match public key in {path}: disabling TLS support")
        .says("Certificate and key don't belong together, usually after only one of them was replaced.")
        .level(Alert)
        .helps(OurServer, &[("Install the matching pair:", "postfix reload")])
        .loose()
        .samples(&["warning: thing private key in thing does not match public key in /var/lib/thing: disabling TLS support"]),
    line("st-chain", "warning: error loading private keys and certificates from: {what}: disabling TLS support")
        .says("The chain file has an error; the line before says where.")
        .level(Alert)
        .helps(OurServer, &[("Put into each file the private key first, then its certificate, then the intermediate ones; the line before says what is wrong:", "postconf smtpd_tls_chain_files; grep -e BEGIN {what}")])
        .loose()
        .samples(&["warning: error loading private keys and certificates from: thing: disabling TLS support"]),
    line("st-chain-match", "warning: key at index {n} in {what} does not match next certificate")
        .says("Key and certificate in the chain file don't belong together.")
        .level(Alert)
        .helps(OurServer, &[("Build {what} again: the private key first, then its certificate, then the intermediate ones. The two lines must be equal:", "openssl pkey -in {what} -pubout | openssl sha256; openssl x509 -in {what} -noout -pubkey | openssl sha256")])
        .loose()
        .samples(&["warning: key at index 12 in thing does not match next certificate"]),
    line("st-disable", "warning: disabling TLS support")
        .says("TLS is switched off for this process because of the line before.")
        .level(Alert)
        .helps(OurServer, &[("The line before, of the same process, names the file or setting that failed. The files that are set:", "postconf -n | grep -e tls_.*file -e tls_chain; journalctl -p warning -t postfix/smtpd -n 20")])
        .loose()
        .samples(&["warning: disabling TLS support"]),
    line("st-ctx", "warning: Wrapper-mode request dropped from {client_name}[{client}] for service {name}. TLS context initialization failed. For details see earlier warnings in your logs.")
        .says("Port 465 can't work because the certificate failed to load.")
        .level(Alert)
        .helps(OurServer, &[("An earlier warning of the same program names the certificate or key that failed. The files that are set:", "postconf -n | grep -e tls_.*file -e tls_chain; journalctl -t postfix/smtps/smtpd -n 20")])
        .loose()
        .samples(&["warning: Wrapper-mode request dropped from mail.shop.example[192.0.2.44] for service thing. TLS context initialization failed. For details see earlier warnings in your logs."]),
    line("st-level", "fatal: Invalid TLS level \"{what}\"")
        .says("A *_tls_security_level setting has a wrong word. smtpd knows none, may, encrypt.")
        .level(Alert)
        .helps(OurServer, &[("Change the setting:", "postconf -e smtpd_tls_security_level=may")])
        .loose()
        .samples(&["fatal: Invalid TLS level \"thing\""]),
    line("st-level2", "warning: smtpd_tls_security_level: unsupported TLS level \"{what}\", using \"encrypt\"")
        .says("A client-only level (dane, verify, secure) was given to the server; it now insists on TLS, which on port 25 loses mail.")
        .level(Warning)
        .helps(OurServer, &[("Set smtpd_tls_security_level = may (encrypt on the submission ports, in master.cf), then load it:", "postconf -e 'smtpd_tls_security_level = may'; postfix reload; postconf -P | grep tls_security_level")])
        .loose()
        .samples(&["warning: smtpd_tls_security_level: unsupported TLS level \"thing\", using \"encrypt\""]),
    line("st-notls", "warning: TLS has been selected, but TLS support is not compiled in")
        .says("This Postfix build has no TLS.")
        .level(Alert)
        .helps(OurServer, &[("Install the distribution's own Postfix package, which has TLS:", "ldd $(postconf -h daemon_directory)/smtpd | grep ssl; postconf mail_version")])
        .loose()
        .samples(&["warning: TLS has been selected, but TLS support is not compiled in"]),
    line("st-proto", "warning: Invalid TLS protocol list \"{what}\": disabling TLS support")
        .says("The setting smtpd_tls_protocols can't be understood.")
        .level(Alert)
        .helps(OurServer, &[("Write the protocols as Postfix understands them: >=TLSv1.2 (3.6 and later), or !SSLv2, !SSLv3, !TLSv1, !TLSv1.1:", "postconf mail_version smtpd_tls_protocols smtpd_tls_mandatory_protocols smtp_tls_protocols")])
        .loose()
        .samples(&["warning: Invalid TLS protocol list \"thing\": disabling TLS support"]),
    line("st-rate", "warning: Refusing STARTTLS request from {client_name}[{client}] for service {name}")
        .says("This client starts too many TLS sessions.")
        .level(Temporary)
        .helps(Sender, &[("Wait: the client tries again. If it's one of your own, raise the limit, or list it in smtpd_client_event_limit_exceptions:", "postconf smtpd_client_new_tls_session_rate_limit smtpd_client_event_limit_exceptions")])
        .loose()
        .samples(&["warning: Refusing STARTTLS request from mail.shop.example[192.0.2.44] for service thing"]),
    line("st-prng", "fatal: cannot open PRNG exchange file {path}: {error}")
        .says("The service tlsmgr can't write its random state; TLS may stop.")
        .level(Alert)
        .helps(OurServer, &[("Give the folder to the user postfix; if it's right, SELinux forbids it:", "ls -ld $(dirname {path}); postconf tls_random_exchange_name mail_owner; ausearch -m avc -ts recent")])
        .loose()
        .samples(&["fatal: cannot open PRNG exchange file /var/lib/thing: Permission denied"]),
    line("st-osslver", "warning: run-time library vs. compile-time header version mismatch: OpenSSL {what} may not be compatible with OpenSSL {what2}")
        .says("OpenSSL was upgraded under Postfix.")
        .level(Warning)
        .helps(OurServer, &[("Update Postfix to the build for this OpenSSL, and restart it:", "openssl version; postconf mail_version; systemctl restart postfix")])
        .loose()
        .samples(&["warning: run-time library vs. compile-time header version mismatch: OpenSSL thing may not be compatible with OpenSSL thing"]),
    line("sa-filter", "fatal: smtpd_sasl_mechanism_filter discards all mechanisms in '{what}'")
        .says("The filter leaves no login method.")
        .level(Alert)
        .helps(OurServer, &[("Allow the methods plain and login in smtpd_sasl_mechanism_filter, or remove the setting:", "postconf smtpd_sasl_mechanism_filter; doveconf auth_mechanisms")])
        .loose()
        .samples(&["fatal: smtpd_sasl_mechanism_filter discards all mechanisms in 'thing'"]),
    line("sa-wrongsock", "warning: SASL: Connected to wrong auth socket (auth-master instead of auth-client)")
        .says("The setting smtpd_sasl_path points to Dovecot's master socket.")
        .level(Alert)
        .helps(OurServer, &[("Set smtpd_sasl_path to the client socket, which is usually private/auth, then load it:", "postconf -e 'smtpd_sasl_path = private/auth'; postfix reload; ls -l /var/spool/postfix/private/auth")])
        .loose()
        .samples(&["warning: SASL: Connected to wrong auth socket (auth-master instead of auth-client)"]),
    line("pp-class", "fatal: restriction class ")
        .says("The setting smtpd_restriction_classes names a class without a setting of that name.")
        .level(Alert)
        .helps(OurServer, &[("Give the class its own setting with its rules in main.cf, or take it out of smtpd_restriction_classes:", "postconf smtpd_restriction_classes; postconf -n | grep _restrictions")])
        .loose()
        .samples(&["fatal: restriction class "]),
    line("pp-ignored", "warning: restriction ")
        .says("Rules behind permit, reject or defer never run.")
        .level(Warning)
        .helps(OurServer, &[("Move the rules that are never reached in front of permit, reject or defer:", "postconf -n | grep _restrictions")])
        .loose()
        .samples(&["warning: restriction "]),
    line("pp-filter", "warning: access table {what} entry \"{what2}\" requires transport:destination")
        .says("FILTER in an access table lacks its target.")
        .level(Alert)
        .helps(OurServer, &[("Write the entry as FILTER with its target behind it, such as smtp:[127.0.0.1]:10025, then build the table again:", "grep -n FILTER {what}; postmap {what}")])
        .loose()
        .samples(&["warning: access table thing entry \"thing\" requires transport:destination"]),
    line("pp-okrcpt", "warning: restriction {what} returns OK for {address}")
        .says("A HELO, MX or NS rule says OK in the recipient stage, which would open the relay; Postfix ignores it and answers 451.")
        .level(Alert)
        .helps(OurServer, &[("Write DUNNO or permit_auth_destination in place of OK in that table; OK would let anybody relay:", "postconf smtpd_recipient_restrictions smtpd_relay_restrictions; grep -rnw OK /etc/postfix --include='*access*'")])
        .loose()
        .samples(&["warning: restriction thing returns OK for anna@shop.example"]),
    line("pp-verify", "warning: verify service failure")
        .says("Address verification didn't work; clients get 450.")
        .level(Alert)
        .helps(OurServer, &[("See why the service verify ended; usually its cache file (address_verify_map) can't be written:", "journalctl -t postfix/verify -n 20; postconf address_verify_map; ls -l /var/lib/postfix")])
        .loose()
        .samples(&["warning: verify service failure"]),
    line("pl-bdat", "warning: {qid}: BDAT request from {client_name}[{client}] exceeds message size limit")
        .says("The message, sent in chunks, is larger than message_size_limit.")
        .level(Permanent)
        .effect(Effect::Part(Message))
        .helps(Sender, &[("Have the sender share the file by a link, or raise the limit (in bytes; an attachment grows by a third on the way):", "postconf message_size_limit mailbox_size_limit virtual_mailbox_limit")])
        .loose()
        .samples(&["warning: 4ABC12F3D9: BDAT request from mail.shop.example[192.0.2.44] exceeds message size limit"]),
    line("pl-milter-form", "warning: Milter service needs transport:endpoint instead of \"{what}\"")
        .says("The setting smtpd_milters is written without inet: or unix:.")
        .level(Alert)
        .helps(OurServer, &[("Write where the milter listens with its kind in front, inet:localhost:8891 or unix:/run/opendkim/opendkim.sock:", "postconf smtpd_milters non_smtpd_milters; ss -ltnpx | grep -i -e milter -e dkim -e rspamd")])
        .loose()
        .samples(&["warning: Milter service needs transport:endpoint instead of \"thing\""]),
    line("pl-proxy-lost", "warning: lost connection with proxy {name}")
        .says("The filter hung up.")
        .level(Alert)
        .helps(OurServer, &[("Read the log of the filter at {name}, see that it runs, and give it more processes if it's too busy:", "postconf -P | grep smtpd_proxy_filter; ss -ltnp; journalctl -u amavis -n 30")])
        .loose()
        .samples(&["warning: lost connection with proxy thing"]),
    line("pl-proxy-time", "warning: timeout talking to proxy {name}")
        .says("The filter is too slow.")
        .level(Alert)
        .helps(OurServer, &[("See whether the filter at {name} is too busy, and give it more time or more processes:", "uptime; ss -ltnp; postconf -P | grep smtpd_proxy; postconf smtpd_proxy_timeout")])
        .loose()
        .samples(&["warning: timeout talking to proxy thing"]),
    line("pl-proxy-rej", "warning: proxy {name} rejected \"{command}\": \"{text}\"")
        .says("The filter refused a command it should accept, often because it doesn't allow XFORWARD or the domain.")
        .level(Alert)
        .helps(OurServer, &[("Let the filter at {name} accept “{command}” from this server. Amavis needs this server in @inet_acl or @mynetworks for XFORWARD; the other reason is a domain that it doesn't know:", "grep -rn -e inet_acl -e mynetworks -e local_domains /etc/amavis /etc/amavisd*; postconf -P | grep smtpd_proxy_filter")])
        .loose()
        .samples(&["warning: proxy thing rejected \"/usr/local/bin/filter\": \"some words\""]),
    line("pl-pickupfail", "fatal: unable to connect to the public cleanup service")
        .says("Cleanup is down, so nothing can be queued.")
        .level(Alert)
        .helps(OurServer, &[("See why cleanup ended, in its own lines; usually a milter, a table or the disk:", "journalctl -t postfix/cleanup -n 20; df -h /var/spool/postfix; postconf header_checks body_checks")])
        .loose()
        .samples(&["fatal: unable to connect to the public cleanup service"]),
    line("cl-map", "warning: {qid}: {what} map lookup problem -- message not accepted, try again later")
        .says("A rule table for headers or body can't be read.")
        .level(Temporary)
        .effect(Effect::Part(Message))
        .helps(OurServer, &[("Ask its tables by hand, with any word; the answer names the fault:", "postconf {what}; postmap -q test $(postconf -hx {what} | tr , ' ')")])
        .loose()
        .samples(&["warning: 4ABC12F3D9: thing map lookup problem -- message not accepted, try again later"]),
    line("cl-filter", "warning: bad FILTER command {what} in {name} -- need transport:destination")
        .says("A header or body rule has a wrong FILTER.")
        .level(Alert)
        .helps(OurServer, &[("Correct the setting that the line names, then load it:", "postfix reload")])
        .loose()
        .samples(&["warning: bad FILTER command thing in thing -- need transport:destination"]),
    line("cl-unkcmd", "warning: unknown command in {name} map: {what}")
        .says("A header or body rule has an unknown action.")
        .level(Alert)
        .helps(OurServer, &[("Write an action that Postfix knows (REJECT, WARN, DISCARD, HOLD, REDIRECT, FILTER, PREPEND, DUNNO …; man 5 header_checks):", "postconf {name}; grep -rnw {what} /etc/postfix")])
        .loose()
        .samples(&["warning: unknown command in thing map: thing"]),
    line("cl-malheader", "warning: ignoring malformed header: '{what}'")
        .says("A header line has no valid name.")
        .helps(Sender, &[("Let the program that made the message write each header as Name: value, and an empty line before the text. The message of this id tells which program it was:", "grep -shF \"ignoring malformed header\" -B2 -A4 /var/log/mail.log /var/log/maillog | tail -20")])
        .loose()
        .samples(&["warning: ignoring malformed header: 'thing'"]),
    line("cl-miltercfg", "warning: {qid}: milter configuration error: can't reject recipient in non-smtpd(8) submission")
        .says("A non_smtpd milter refuses a recipient of local mail.")
        .level(Alert)
        .effect(Effect::Part(Message))
        .helps(OurServer, &[("Let the milter leave mail from this server alone, or take it out of non_smtpd_milters:", "postconf non_smtpd_milters internal_mail_filter_classes")])
        .loose()
        .samples(&["warning: 4ABC12F3D9: milter configuration error: can't reject recipient in non-smtpd(8) submission"]),
    line("qm-conn-time", "fatal: timeout connecting to transport: {what}")
        .says("All processes of that transport hang.")
        .level(Alert)
        .helps(OurServer, &[("See what the processes of the transport {what} wait for, and end those that hang; then try the queue again:", "ps axo pid,etime,args | grep '[p]ostfix\\|[p]ipe -n'; postconf -M | grep -w {what}; postqueue -f")])
        .loose()
        .samples(&["fatal: timeout connecting to transport: thing"]),
    line("qm-open", "warning: open active {qid}: {error}")
        .says("A queue file disappeared, for example deleted by hand.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .helps(OurServer, &[("Delete queued messages with postsuper only, never with rm; see that the queue is whole:", "postsuper -s; ls -l /var/spool/postfix/active | head")])
        .loose()
        .samples(&["warning: open active 4ABC12F3D9: Permission denied"]),
    line("qm-deliv", "fatal: {qid}: timeout receiving delivery status from transport: {what}")
        .says("A delivery program hung for hours.")
        .level(Alert)
        .effect(Effect::Part(Message))
        .helps(OurServer, &[("See what the delivery program of {what} waits for: the program itself, its mailbox storage, a lock:", "ps axo pid,etime,args | grep -e '[l]ocal' -e '[p]ipe -n' -e '[v]irtual' -e '[l]mtp'; postconf -M | grep -w {what}; lslocks")])
        .loose()
        .samples(&["fatal: 4ABC12F3D9: timeout receiving delivery status from transport: thing"]),
    line("tr-myhost", "warning: do not list ${name} ({domain}) in {what}")
        .says("The server's own host name is listed as a hosted domain.")
        .level(Alert)
        .helps(OurServer, &[("Take {domain} out of {what}: it's this server's own name and belongs in mydestination alone:", "postconf {what} mydestination myhostname mydomain")])
        .loose()
        .samples(&["warning: do not list $thing (shop.example) in thing"]),
    line("tr-lookup", "warning: {what} lookup failure")
        .says("The table that the setting {what} names can't be read; all mail waits.")
        .level(Temporary)
        .follows()
        .helps(OurServer, &[("See which table the setting names; a line just before says what is wrong with it:", "postconf {what}")])
        .loose()
        .samples(&["warning: thing lookup failure"]),
    line("tr-talk", "warning: problem talking to service rewrite: {error}")
        .says("Postfix's trivial-rewrite died or hangs; nothing can be delivered or accepted.")
        .level(Alert)
        .follows()
        .helps(OurServer, &[("Find the fatal line of trivial-rewrite; usually a table that it needs is broken:", "grep -hE 'trivial-rewrite.*(fatal|panic)' /var/log/mail.log /var/log/maillog | tail")])
        .loose()
        .samples(&["warning: problem talking to service rewrite: Permission denied"]),
    line("sm-bind", "warning: smtp_connect_addr: bind {ip}: Cannot assign requested address")
        .says("The setting smtp_bind_address names an IP this server doesn't have.")
        .level(Alert)
        .helps(OurServer, &[("Correct smtp_bind_address.", "")])
        .loose()
        .samples(&["warning: smtp_connect_addr: bind 192.0.2.44: Cannot assign requested address"]),
    line("sm-port", "fatal: unknown service: {what}/tcp")
        .says("A relayhost or transport uses a port name that doesn't exist, or /etc/services is missing in the chroot.")
        .level(Alert)
        .helps(OurServer, &[("Write the port as a number in relayhost or the transport table, such as [smtp.relay.host]:587; {what} isn't in /etc/services:", "postconf relayhost transport_maps; grep -w {what} /etc/services; grep -rnF :{what} /etc/postfix")])
        .loose()
        .samples(&["fatal: unknown service: thing/tcp"]),
    line("sm-nomap", "fatal: {what} map lookup problem for {what2}")
        .says("The setting generic_maps or similar can't be read; sending stops.")
        .level(Alert)
        .helps(OurServer, &[("Ask its tables by hand; the answer names the fault:", "postconf {what}; postmap -q {what2} $(postconf -hx {what} | tr , ' ')")])
        .loose()
        .samples(&["fatal: thing map lookup problem for thing"]),
    line("sm-cache", "warning: problem talking to service private/scache: {error}")
        .says("The connection cache is down; mail still goes.")
        .level(Warning)
        .helps(OurServer, &[("See why the service scache ended, and that it's in master.cf:", "journalctl -t postfix/scache -n 10; postconf -M scache/unix")])
        .loose()
        .samples(&["warning: problem talking to service private/scache: Permission denied"]),
    line("sm-cachedis", "warning: disabling connection caching")
        .says("The connection cache is down; mail still goes.")
        .helps(OurServer, &[("Mail goes on without it. See why the service scache ended, and that it's in master.cf:", "journalctl -t postfix/scache -n 10; postconf -M scache/unix")])
        .loose()
        .samples(&["warning: disabling connection caching"]),
    line("tp-lookup", "warning: TLS policy lookup error for {domain}/{host}: {error}")
        .says("The policy table failed, for example postfix-mta-sts-resolver is down.")
        .level(Temporary)
        .helps(OurServer, &[("See whether the service behind smtp_tls_policy_maps runs, and ask it by hand:", "postmap -q {domain} $(postconf -hx smtp_tls_policy_maps | tr , ' '); systemctl status postfix-mta-sts-resolver")])
        .loose()
        .samples(&["warning: TLS policy lookup error for shop.example/db.example: Permission denied"]),
    line("tp-badlevel", "warning: {name}, {what} \"{domain}\": invalid security level \"{what2}\"")
        .says("A word in the policy table is wrong; mail for that destination is deferred.")
        .level(Alert)
        .helps(OurServer, &[("Correct the entry of {domain} in the table: none, may, encrypt, dane, dane-only, fingerprint, verify or secure:", "postmap -q {domain} $(postconf -hx smtp_tls_policy_maps | tr , ' ')")])
        .loose()
        .samples(&["warning: thing, thing \"shop.example\": invalid security level \"thing\""]),
    line("tp-level", "fatal: invalid tls security level: \"{what}\"")
        .says("The setting smtp_tls_security_level has a wrong word.")
        .level(Alert)
        .helps(OurServer, &[("Set smtp_tls_security_level to may, encrypt or dane, then load it:", "postconf -e 'smtp_tls_security_level = may'; postfix reload")])
        .loose()
        .samples(&["fatal: invalid tls security level: \"thing\""]),
    line("tp-dane-warn", "warning: DANE TLSA lookup problem: {text}")
        .says("The DANE record couldn't be fetched; mail waits rather than going unprotected.")
        .level(Temporary)
        .helps(Dns, &[("The other domain's DNS administrator must repair the zone or its DNSSEC. If many domains fail like this, this server's resolver does:", "grep nameserver /etc/resolv.conf; dig +dnssec +short TLSA _25._tcp.mail.ietf.org")])
        .loose()
        .samples(&["warning: DANE TLSA lookup problem: some words"]),
    line("tp-dane-fb", "warning: {host}[{ip}]:{port}: all TLSA records unusable, fallback to unauthenticated TLS")
        .says("Mail goes encrypted but unchecked.")
        .helps(TheirServer, &[("The owner of {host} must correct its TLSA records; mail goes meanwhile. What it publishes:", "dig +short TLSA _25._tcp.{host}; openssl s_client -starttls smtp -connect {host}:25 </dev/null")])
        .loose()
        .samples(&["warning: db.example[192.0.2.44]:25: all TLSA records unusable, fallback to unauthenticated TLS"]),
    line("tp-dane-cfg", "warning: {domain}: {what} configured with dnssec lookups disabled")
        .says("Dane needs smtp_dns_support_level = dnssec.")
        .level(Alert)
        .helps(OurServer, &[("Change the setting:", "postconf -e smtp_dns_support_level=dnssec")])
        .loose()
        .samples(&["warning: shop.example: thing configured with dnssec lookups disabled"]),
    line("tp-dnssec", "warning: DNSSEC validation may be unavailable")
        .says("Our resolver doesn't validate, so DANE isn't effective.")
        .level(Warning)
        .helps(OurServer, &[("Use a resolver on this machine that validates (unbound), with nameserver 127.0.0.1 in /etc/resolv.conf. The flag ad shows that it does:", "cat /etc/resolv.conf; dig +dnssec ietf.org | grep flags")])
        .loose()
        .samples(&["warning: DNSSEC validation may be unavailable"]),
    line("tp-sts", "warning: MX name '{name}' does not match STS MX pattern for '{domain}'")
        .says("The domain's MTA-STS policy doesn't list this MX: their policy is outdated, or DNS is tampered with.")
        .level(Temporary)
        .helps(TheirServer, &[("The administrator of {domain} must list {name} in the policy and change its id in DNS. What they publish:", "curl -s https://mta-sts.{domain}/.well-known/mta-sts.txt; dig +short TXT _mta-sts.{domain}; dig +short MX {domain}")])
        .loose()
        .samples(&["warning: MX name 'thing' does not match STS MX pattern for 'shop.example'"]),
    line("tp-proxyrole", "warning: private/tlsproxy service role \"client\" is not available")
        .says("The service tlsproxy isn't set up for sending; TLS connections aren't reused.")
        .level(Alert)
        .helps(OurServer, &[("See that tlsproxy is in master.cf, and that its tlsproxy_client_* settings aren't in the way:", "postconf -M tlsproxy/unix; postconf -n | grep tlsproxy_client; postfix reload")])
        .loose()
        .samples(&["warning: private/tlsproxy service role \"client\" is not available"]),
    line("tp-proxydiff", "warning: request from tlsproxy client with unexpected settings")
        .says("The services smtp and tlsproxy have different TLS settings (options set with -o in master.cf).")
        .level(Warning)
        .helps(OurServer, &[("Move the -o options about TLS from master.cf to main.cf, or give that transport a tlsproxy of its own (tlsproxy_service_name):", "postconf -P | grep smtp_tls; postconf tlsproxy_service_name")])
        .loose()
        .samples(&["warning: request from tlsproxy client with unexpected settings"]),
    line("tp-wrapper", "warning: smtp_tls_wrappermode requires \"smtp_tls_security_level = encrypt\" (or stronger)")
        .says("A relay on port 465 needs both settings.")
        .level(Alert)
        .helps(OurServer, &[("Change the setting:", "postconf -e smtp_tls_security_level=encrypt")])
        .loose()
        .samples(&["warning: smtp_tls_wrappermode requires \"smtp_tls_security_level = encrypt\" (or stronger)"]),
    line("sc-null", "warning: {host}[{ip}]:{port} offered null AUTH mechanism list")
        .says("The relay offers login without naming a method, often before TLS.")
        .level(Warning)
        .helps(OurServer, &[("Turn on encryption to the relay: many offer a login only behind it. What it offers there:", "postconf smtp_tls_security_level smtp_sasl_auth_enable; openssl s_client -starttls smtp -crlf -connect {host}:{port} </dev/null")])
        .loose()
        .samples(&["warning: db.example[192.0.2.44]:25 offered null AUTH mechanism list"]),
    line("sc-table", "fatal: specify a password table via the ")
        .says("The setting smtp_sasl_auth_enable is on without smtp_sasl_password_maps.")
        .level(Alert)
        .helps(OurServer, &[("Set smtp_sasl_password_maps, or turn smtp_sasl_auth_enable off.", "")])
        .loose()
        .samples(&["fatal: specify a password table via the "]),
    line("sc-look", "warning: {what}: {host} lookup error")
        .says("The password table can't be read.")
        .level(Temporary)
        .helps(OurServer, &[("Build the table:", "postmap /etc/postfix/sasl_passwd")])
        .loose()
        .follows()
        .samples(&["warning: thing: db.example lookup error"]),
    line("lo-maildiruid", "warning: maildir access problem for UID/GID={user}/{n}: {text}")
        .says("The line says as which user it was tried.")
        .level(Alert)
        .helps(OurServer, &[("Give the Maildir to that user and group:", "chown -R {user}:{n} $(getent passwd {user} | cut -d: -f6)/Maildir")])
        .loose()
        .samples(&["warning: maildir access problem for UID/GID=anna/12: some words"]),
    line("lo-inclww", "warning: :include: file {path} is world writable")
        .says("The list file is ignored.")
        .level(Alert)
        .helps(OurServer, &[("Take the write permission of others off the list file:", "chmod o-w {path}; namei -l {path}")])
        .loose()
        .samples(&["warning: :include: file /var/lib/thing is world writable"]),
    line("lo-ownlist", "warning: mailing list \"{what}\" needs an \"owner-{what2}\" alias")
        .says("Bounces of that list have nowhere to go.")
        .helps(OurServer, &[("Add owner-{what} with somebody's address to the aliases, then build them:", "grep -n {what} /etc/aliases; newaliases")])
        .loose()
        .samples(&["warning: mailing list \"thing\" needs an \"owner-thing\" alias"]),
    line("lo-reqalias", "warning: required alias not found: {what}")
        .says("Postmaster or mailer-daemon has no alias.")
        .level(Alert)
        .helps(OurServer, &[("Add it to /etc/aliases:", "newaliases")])
        .loose()
        .samples(&["warning: required alias not found: thing"]),
    line("lo-sizecfg", "fatal: {?main.cf }configuration error: mailbox_size_limit is smaller than message_size_limit")
        .sign(Sign::MailboxLimitTooSmall)
        .says("Postfix's local refuses to run, so all local mail waits: mailbox_size_limit is smaller than message_size_limit.")
        .level(Alert)
        .helps(OurServer, &[("Raise it to at least message_size_limit; 0 means no limit:", "postconf -e mailbox_size_limit=0 && postfix reload")])
        .loose()
        .samples(&["fatal: configuration error: mailbox_size_limit is smaller than message_size_limit", "fatal: main.cf configuration error: mailbox_size_limit is smaller than message_size_limit"]),
    line("lo-biff", "warning: service not found: biff/udp")
        .says("An old notice of new mail (biff) has no service here. This is harmless; biff = no turns it off.")
        .alarming()
        .helps(OurServer, &[("Change the setting:", "postconf -e biff=no")])
        .loose()
        .samples(&["warning: service not found: biff/udp"]),
    line("vp-uid", "warning: recipient {address}: bad uid {what} in {what2}")
        .says("The setting virtual_uid_maps returns no valid number; that mailbox gets mail system configuration error.")
        .level(Alert)
        .helps(OurServer, &[("Ask the table by hand with that address; the answer must be a number:", "postconf virtual_uid_maps virtual_gid_maps")])
        .loose()
        .samples(&["warning: recipient anna@shop.example: bad uid thing in thing"]),
    line("vp-gid", "warning: recipient {address}: bad gid {what} in {what2}")
        .says("The setting virtual_gid_maps returns no valid number; that mailbox gets mail system configuration error.")
        .level(Alert)
        .helps(OurServer, &[("Ask the table by hand with that address; the answer must be a number:", "postconf virtual_uid_maps virtual_gid_maps")])
        .loose()
        .samples(&["warning: recipient anna@shop.example: bad gid thing in thing"]),
    line("vp-nf", "warning: recipient {address}: not found in {what}")
        .says("No uid or gid for that mailbox.")
        .level(Alert)
        .helps(OurServer, &[("Change the setting:", "postconf -e virtual_uid_maps=static:5000")])
        .loose()
        .samples(&["warning: recipient anna@shop.example: not found in thing"]),
    line("vp-notfile", "warning: recipient {address}: destination {path} is not a regular file")
        .says("The mailbox path has no trailing slash but is a folder.")
        .level(Alert)
        .helps(OurServer, &[("Write the mailbox in virtual_mailbox_maps with a slash at its end (a Maildir), or move the folder away:", "postmap -q {address} $(postconf -hx virtual_mailbox_maps | tr , ' '); ls -ld {path}")])
        .loose()
        .samples(&["warning: recipient anna@shop.example: destination /var/lib/thing is not a regular file"]),
    line("vp-rel", "fatal: do not specify relative pathname: virtual_mailbox_base = {what}")
        .says("The base must start with a slash.")
        .level(Alert)
        .helps(OurServer, &[("Correct the setting that the line names, then load it:", "postfix reload")])
        .loose()
        .samples(&["fatal: do not specify relative pathname: virtual_mailbox_base = thing"]),
    line("vp-size", "fatal: {?main.cf }configuration error: virtual_mailbox_limit is smaller than message_size_limit")
        .sign(Sign::VirtualLimitTooSmall)
        .says("Postfix's virtual refuses to run, so all hosted mailboxes wait: virtual_mailbox_limit is smaller than message_size_limit.")
        .level(Alert)
        .helps(OurServer, &[("Raise it to at least message_size_limit; 0 means no limit:", "postconf -e virtual_mailbox_limit=0 && postfix reload")])
        .loose()
        .samples(&["fatal: configuration error: virtual_mailbox_limit is smaller than message_size_limit", "fatal: main.cf configuration error: virtual_mailbox_limit is smaller than message_size_limit"]),
    line("pi-user", "fatal: {?get_service_attr}{?get_service_params}: unknown username: {user}")
        .says("The account {user}, which master.cf names for a delivery program (user=), doesn't exist on this server, so mail for that program waits.")
        .level(Alert)
        .helps(OurServer, NO_ACCOUNT)
        .samples(&["fatal: get_service_attr: unknown username: anna", "fatal: get_service_params: unknown username: vmail"]),
    line("pi-group", "fatal: {?get_service_attr}{?get_service_params}: unknown group: {what}")
        .says("The group {what}, which master.cf names for a delivery program (user=account:group), doesn't exist on this server, so mail for that program waits.")
        .level(Alert)
        .helps(OurServer, &[
            ("See where master.cf names the group, and which groups there are; create it with the number that it had before, or correct the name:", "grep -n 'user=[^ ]*:{what}' /etc/postfix/master.cf; getent group"),
            LOAD_AND_RETRY,
        ])
        .samples(&["fatal: get_service_attr: unknown group: vmail", "fatal: get_service_params: unknown group: mail"]),
    line("pi-root", "fatal: user= command-line attribute specifies root privileges")
        .says("Postfix's pipe never runs as root.")
        .level(Alert)
        .helps(OurServer, &[("Write another user behind user= for that transport in master.cf, such as the owner of the mailboxes (vmail):", "postconf -M | grep -e 'user=root' -A1")])
        .loose()
        .samples(&["fatal: user= command-line attribute specifies root privileges"]),
    line("pi-nouser", "fatal: missing user= command-line attribute")
        .says("An entry of master.cf for a delivery program (pipe) names no account to run it as (user=).")
        .level(Alert)
        .helps(OurServer, &[("Add user= with an account of its own to that entry; a line that goes on from the one before begins with blanks:", "grep -n -A3 '[[:space:]]pipe$' /etc/postfix/master.cf"), LOAD_AND_RETRY])
        .samples(&["fatal: missing user= command-line attribute"]),
    line("pi-argv", "fatal: missing argv= command-line attribute")
        .says("An entry of master.cf for a delivery program (pipe) names no program (argv=).")
        .level(Alert)
        .helps(OurServer, &[("Add argv= with the program to that entry; a line that goes on from the one before begins with blanks:", "grep -n -A3 '[[:space:]]pipe$' /etc/postfix/master.cf"), LOAD_AND_RETRY])
        .samples(&["fatal: missing argv= command-line attribute"]),
    line("pi-attr", "fatal: unknown attribute name: {what}")
        .says("A typo or a missing space in the pipe entry.")
        .level(Alert)
        .helps(OurServer, &[("Correct the setting that the line names, then load it:", "postfix reload")])
        .loose()
        .samples(&["fatal: unknown attribute name: thing"]),
    line("pi-exec", "fatal: pipe_command: execvp {command}: {error}")
        .says("The program can't be started.")
        .level(Alert)
        .helps(OurServer, &[("See whether the program is there and can be run; correct argv= in master.cf:", "ls -l {command}; postconf -M | grep -w pipe")])
        .loose()
        .samples(&["fatal: pipe_command: execvp /usr/local/bin/filter: Permission denied"]),
    line("pi-chdir", "fatal: cannot change directory to \"{path}\" for uid={user} gid={n}: {error}")
        .says("The directory= is wrong.")
        .level(Alert)
        .helps(OurServer, &[("Correct the setting that the line names, then load it:", "postfix reload")])
        .loose()
        .samples(&["fatal: cannot change directory to \"/var/lib/thing\" for uid=anna gid=12: Permission denied"]),
    line("sp-exit", "warning: command {command} exit status {n}")
        .says("A spawned service (policyd-spf, postgrey wrapper) failed.")
        .level(Alert)
        .follows()
        .helps(OurServer, &[("Run the program by hand as its user: it then says why it fails. Its entry in master.cf:", "postconf -M | grep spawn")])
        .loose()
        .samples(&["warning: command /usr/local/bin/filter exit status 12"]),
    line("sp-user", "fatal: unknown user name: {user}")
        .says("The account {user}, which master.cf names for a service (user=), doesn't exist on this server.")
        .level(Alert)
        .helps(OurServer, NO_ACCOUNT)
        .loose()
        .samples(&["fatal: unknown user name: anna"]),
    line("sp-time", "warning: {command}: process id {process}: command time limit exceeded")
        .says("The service hung; raise (name)_time_limit to 3600 for policy services.")
        .level(Alert)
        .helps(OurServer, &[("Change the setting:", "postconf -e policyd-spf_time_limit=3600")])
        .loose()
        .samples(&["warning: /usr/local/bin/filter: process id 4711: command time limit exceeded"]),
    line("bo-open", "fatal: open file {what} {qid}: {error}")
        .says("The log of failures for that message can't be opened: disk full or wrong owner.")
        .level(Alert)
        .effect(Effect::Part(Message))
        .helps(OurServer, &[("See which file system is full, by space and by inodes:", "df -h"), ("Restore the owners and permissions of Postfix's files:", "postfix set-permissions")])
        .loose()
        .samples(&["fatal: open file thing 4ABC12F3D9: Permission denied"]),
    line("bo-defer", "warning: {qid}: defer service failure")
        .says("The bounce couldn't be recorded; the message stays in the queue.")
        .level(Alert)
        .effect(Effect::Part(Message))
        .helps(OurServer, &[("See why the services bounce and defer ended, and whether the disk of the queue is full:", "journalctl -t postfix/bounce -n 20; df -h /var/spool/postfix; ls -ld /var/spool/postfix/defer /var/spool/postfix/bounce")])
        .loose()
        .samples(&["warning: 4ABC12F3D9: defer service failure"]),
    line("bo-pm", "warning: {qid}: postmaster notice failed while bouncing to {address}")
        .says("A copy for the postmaster failed.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .helps(OurServer, &[("Give postmaster an alias that somebody reads, then build the aliases:", "grep -n -i postmaster /etc/aliases; postconf 2bounce_notice_recipient; newaliases")])
        .loose()
        .samples(&["warning: 4ABC12F3D9: postmaster notice failed while bouncing to anna@shop.example"]),
    line("bo-tmpl", "warning: {path}: unknown \"{name}\" header label in {what} template -- ignoring this template")
        .says("The file bounce.cf has an error; the built-in text is used.")
        .level(Warning)
        .helps(OurServer, &[("Test:", "postconf -b {path}")])
        .loose()
        .samples(&["warning: /var/lib/thing: unknown \"thing\" header label in thing template -- ignoring this template"]),
    line("bo-tmpl3", "warning: {path}: 8-bit message text in {what} template")
        .says("Set Charset: in the template.")
        .level(Warning)
        .helps(OurServer, &[("Write Charset: utf-8 into the template {what} of the file, and test it:", "postconf -b {path}")])
        .loose()
        .samples(&["warning: /var/lib/thing: 8-bit message text in thing template"]),
    line("bo-tmpl4", "fatal: {path}: undefined $name in {what} template: {what2}")
        .says("A $ in bounce.cf isn't a known name; bounces stop.")
        .level(Alert)
        .helps(OurServer, &[("Write $$ for a dollar sign in the template {what}, and test the file:", "grep -n '\\$' {path}; postconf -b {path}")])
        .loose()
        .samples(&["fatal: /var/lib/thing: undefined $name in thing template: thing"]),
    line("ve-bad", "warning: bad address verify table entry: {what}")
        .says("Damaged cache entry, dropped.")
        .loose()
        .samples(&["warning: bad address verify table entry: thing"]),
    line("ve-cache", "warning: {path}: cache cleanup scan terminated due to error")
        .says("The cache file is damaged.")
        .level(Warning)
        .helps(OurServer, &[("Stop Postfix, delete the file of {path}, which it makes again, and start Postfix. Where its caches are:", "ls -l /var/lib/postfix; postconf address_verify_map postscreen_cache_map smtpd_tls_session_cache_database")])
        .loose()
        .samples(&["warning: /var/lib/thing: cache cleanup scan terminated due to error"]),
    line("gen-sub", "fatal: connect #{n} to subsystem {what}/{name}: {error}")
        .says("A helper couldn't be reached after many tries (private/rewrite and the like).")
        .level(Alert)
        .helps(OurServer, &[("See that {name} is in master.cf and isn't commented out, that Postfix runs, and who owns its sockets:", "postconf -M | grep -w {name}; postfix status; ls -l /var/spool/postfix/{what}/{name}")])
        .loose()
        .samples(&["fatal: connect #12 to subsystem thing/thing: Permission denied"]),
    line("sn-conn", "warning: cannot connect to service {name}: {error}")
        .says("The smtpd behind postscreen is missing (smtpd pass in master.cf).")
        .level(Alert)
        .helps(OurServer, &[("Uncomment the line smtpd pass in master.cf: postscreen hands its clients to it. Then load it:", "grep -n -e postscreen -e '^#*smtpd *pass' /etc/postfix/master.cf; postfix reload")])
        .loose()
        .samples(&["warning: cannot connect to service thing: Permission denied"]),
    line("sn-send", "warning: timeout sending connection to service {name}")
        .says("All smtpd processes are busy.")
        .level(Alert)
        .helps(OurServer, &[("See how many smtpd processes run and what they wait for (a policy service, a milter, DNS); then raise the limit:", "ps axo etime,args | grep '[s]mtpd'; postconf default_process_limit; ss -tnp state established '( sport = :25 )' | wc -l")])
        .loose()
        .samples(&["warning: timeout sending connection to service thing"]),
    line("sn-dnsblw", "fatal: bad DNSBL filter syntax: {what}")
        .says("The setting postscreen_dnsbl_sites is written wrong; no mail comes in.")
        .level(Alert)
        .helps(OurServer, &[("Correct the setting that the line names, then load it:", "postfix reload")])
        .loose()
        .samples(&["fatal: bad DNSBL filter syntax: thing"]),
    line("sn-peer", "warning: getpeername: {error} -- dropping this connection")
        .says("The client was gone already.")
        .loose()
        .samples(&["warning: getpeername: Permission denied -- dropping this connection"]),
    line("sd-perm", "fatal: User {user}({n}) is not allowed to submit mail")
        .says("The setting authorized_submit_users excludes this account.")
        .level(Permanent)
        .helps(OurServer, &[("If {user} should send, add the account to authorized_submit_users:", "postconf authorized_submit_users; getent passwd {n}")])
        .loose()
        .samples(&["fatal: User anna(12) is not allowed to submit mail"]),
    line("sd-main", "fatal: open /etc/postfix/main.cf: Permission denied")
        .says("The file main.cf isn't readable for the site's account.")
        .level(Alert)
        .helps(OurServer, &[("Make main.cf readable for all and its folder enterable; it holds no passwords:", "chmod 755 /etc/postfix; chmod 644 /etc/postfix/main.cf")])
        .loose()
        .samples(&["fatal: open /etc/postfix/main.cf: Permission denied"]),
    line("sd-login", "fatal: no login name found for user ID {n}")
        .says("The process runs under a uid without a name (containers).")
        .level(Alert)
        .helps(OurServer, &[("Give the user ID {n} a name in /etc/passwd (in a container, of the container), or run the program as a user that has one:", "getent passwd {n}; ps axo uid,args | grep '^ *{n} '")])
        .loose()
        .samples(&["fatal: no login name found for user ID 12"]),
    line("sd-setuid", "warning: the Postfix sendmail command has set-uid root file permissions")
        .says("The set-uid bit must not be there.")
        .level(Warning)
        .helps(OurServer, &[("Take the set-uid bit off Postfix's sendmail, or restore all permissions of Postfix:", "ls -l $(postconf -h sendmail_path); postfix set-permissions")])
        .loose()
        .samples(&["warning: the Postfix sendmail command has set-uid root file permissions"]),
    line("sd-sender", "warning: -f option specified malformed sender: {what}")
        .says("The script passes a bad -f address.")
        .level(Warning)
        .helps(Sender, &[("Correct the setting that the line names, then load it:", "postfix reload")])
        .loose()
        .samples(&["warning: -f option specified malformed sender: thing"]),
    line("sd-opt2", "fatal: unsupported: -{what}")
        .says("A script made for another mailer uses an option that doesn't exist here.")
        .level(Permanent)
        .helps(Sender, &[("Take the option -{what} out of the command that sends; Postfix's sendmail doesn't know it. Where PHP sets it:", "grep -rn sendmail_path /etc/php* /etc/php.ini")])
        .loose()
        .samples(&["fatal: unsupported: -thing"]),
    line("sd-bare", "warning: uid={n}: ignoring attribute record: {what}")
        .says("Harmless.")
        .loose()
        .samples(&["warning: uid=12: ignoring attribute record: thing"]),
    line("pk-err", "warning: maildrop/{what}: error writing {qid}: {text}")
        .says("The message from a script couldn't be queued: queue file write error, message file too big, message content rejected.")
        .level(Temporary)
        .effect(Effect::Part(Message))
        .helps(OurServer, &[("The lines of cleanup with that id say why:", "grep -shF {qid} /var/log/mail.log /var/log/maillog; df -h /var/spool/postfix; postconf message_size_limit")])
        .loose()
        .samples(&["warning: maildrop/thing: error writing 4ABC12F3D9: some words"]),
    line("pk-old", "warning: {qid}: message {path} has been queued for {n} days")
        .says("Script mail was stuck in maildrop.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .helps(OurServer, &[("See what kept pickup from the folder maildrop: whether it runs, and who owns the folder:", "postconf -M pickup/unix; ls -ld /var/spool/postfix/maildrop; journalctl -t postfix/pickup -n 20")])
        .loose()
        .samples(&["warning: 4ABC12F3D9: message /var/lib/thing has been queued for 12 days"]),
    line("to-down", "warning: Mail system is down -- accessing queue directly{? (Connect to the {what} {name} service: {error})}")
        .says("Postfix isn't running.")
        .level(Alert)
        .helps(OurServer, &[("Start Postfix:", "postfix start")])
        .loose()
        .sign(Sign::MailSystemDown)
        .samples(&[
            "warning: Mail system is down -- accessing queue directly (Connect to the thing thing service: Permission denied)",
            "warning: Mail system is down -- accessing queue directly",
        ]),
    line("to-down2", "fatal: Queue report unavailable - mail system is down{? (Connect to the {what} {name} service: {error})}")
        .says("Postfix isn't running; the caller isn't root. Older text: Queue report unavailable - mail system is down.")
        .level(Alert)
        .helps(OurServer, &[("Start Postfix:", "postfix start")])
        .loose()
        .samples(&["fatal: Queue report unavailable - mail system is down (Connect to the thing thing service: Permission denied)"]),
    line("to-flushdown", "fatal: Cannot flush mail queue - mail system is down")
        .says("Postfix isn't running, so the queue can't be pushed.")
        .level(Alert)
        .helps(OurServer, &[("Start Postfix:", "postfix start")])
        .loose()
        .samples(&["fatal: Cannot flush mail queue - mail system is down"]),
    line("to-noview", "fatal: User {user}({n}) is not allowed to view the mail queue")
        .says("The setting authorized_mailq_users doesn't let this user see the queue.")
        .helps(Nobody, &[("Run it as root.", "")])
        .loose()
        .samples(&["fatal: User anna(12) is not allowed to view the mail queue"]),
    line("to-root", "fatal: use of this command is reserved for the superuser")
        .says("The command needs root.")
        .helps(OurServer, &[("Call the same command again as root, or with sudo in front of it.", "")])
        .loose()
        .samples(&["fatal: use of this command is reserved for the superuser"]),
    line("to-badid", "warning: invalid mail queue id: {what}")
        .says("Not a queue id; the * or ! behind it in mailq isn't part of it.")
        .helps(Nobody, &[("Copy the id without the mark.", "")])
        .loose()
        .samples(&["warning: invalid mail queue id: thing"]),
    line("to-maptype", "fatal: unsupported map type: {what}")
        .says("That table type isn't available here.")
        .level(Alert)
        .helps(OurServer, &[("See which table types there are here:", "postconf -m")])
        .loose()
        .samples(&["fatal: unsupported map type: thing"]),
    line("to-mapno", "fatal: no 'map create' support for this type: {what}")
        .says("That type needs no postmap (pcre, regexp, cidr, mysql, texthash).")
        .helps(Nobody, &[("Only load it:", "postfix reload")])
        .loose()
        .samples(&["fatal: no 'map create' support for this type: thing"]),
    line("to-query", "fatal: table {what}:{name}: query error")
        .says("The table doesn't work; the line before says why.")
        .level(Alert)
        .helps(OurServer, &[("Correct the setting that the line names, then load it:", "postfix reload")])
        .loose()
        .samples(&["fatal: table thing:thing: query error"]),
    line("to-conf", "warning: {name}: unknown parameter")
        .says("Postfix has no setting of that name.")
        .helps(Nobody, &[("Check the spelling.", "")])
        .loose()
        .samples(&["warning: thing: unknown parameter"]),
    line("to-proxy", "fatal: can't create maps via the proxy service")
        .says("A proxy: table can't be built with postmap.")
        .helps(Nobody, &[("Name the table without proxy:, such as hash:/etc/postfix/file.", "")])
        .loose()
        .samples(&["fatal: can't create maps via the proxy service"]),
    line("lg-open", "fatal: open logfile '{path}': {error}")
        .says("The setting maillog_file can't be written; Postfix stops.")
        .level(Alert)
        .helps(OurServer, &[("See who owns the file and its folder; in a container, /dev/stdout must be writable:", "namei -l {path}; postconf maillog_file maillog_file_prefixes")])
        .loose()
        .samples(&["fatal: open logfile '/var/lib/thing': Permission denied"]),
    line("lg-write", "fatal: logfile '{path}' write error: {error}")
        .says("The disk is full.")
        .level(Alert)
        .helps(OurServer, &[("See which file system is full, by space and by inodes:", "df -h; df -i")])
        .loose()
        .samples(&["fatal: logfile '/var/lib/thing' write error: Permission denied"]),
    line("lg-prefix", "fatal: maillog_file value '{path}' does not match any prefix in maillog_file_prefixes")
        .says("Only /var and /dev/stdout are allowed by default.")
        .level(Alert)
        .helps(OurServer, &[("Set maillog_file_prefixes.", "")])
        .loose()
        .samples(&["fatal: maillog_file value '/var/lib/thing' does not match any prefix in maillog_file_prefixes"]),
    line("lg-resolv", "warning: {path}/etc/resolv.conf and /etc/resolv.conf differ")
        .sign(Sign::OldResolver)
        .says("Postfix's copy of resolv.conf in {path} differs from the system's, so its programs in a chroot may ask name servers that no longer answer.")
        .level(Warning)
        .helps(OurServer, &[("Copy the file again, restart Postfix, and try what waits:", "cp /etc/resolv.conf {path}/etc/resolv.conf && systemctl restart postfix && postqueue -f")])
        .samples(&["warning: /var/lib/thing/etc/resolv.conf and /etc/resolv.conf differ"]),
    line("lg-services", "fatal: unknown service: smtp/tcp")
        .says("In the chroot /etc/services is missing.")
        .level(Alert)
        .helps(OurServer, &[("Copy the file into the chroot, then restart Postfix:", "cp /etc/services /var/spool/postfix/etc/services; systemctl restart postfix")])
        .loose()
        .samples(&["fatal: unknown service: smtp/tcp"]),
    line("lg-numhost", "warning: host or service {what} not found: {error}")
        .says("A name couldn't be resolved, often inside a chroot without libnss files.")
        .level(Temporary)
        .helps(OurServer, &[("Look {what} up outside the chroot. If that works, copy what the chroot lacks and restart Postfix:", "getent hosts {what}; cp /etc/resolv.conf /etc/nsswitch.conf /etc/services /etc/hosts /var/spool/postfix/etc/; systemctl restart postfix")])
        .loose()
        .samples(&["warning: host or service thing not found: Permission denied"]),
    line("lg-dynmaps", "warning: {path}: file is owned or writable by non-root users -- skipping this file")
        .says("The file dynamicmaps.cf has unsafe rights, so plug-in tables are missing.")
        .level(Alert)
        .helps(OurServer, &[("Give the file to root and take the write permission of others off it:", "chown root: {path}; chmod 644 {path}")])
        .loose()
        .samples(&["warning: /var/lib/thing: file is owned or writable by non-root users -- skipping this file"]),
];
