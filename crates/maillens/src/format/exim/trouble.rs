//! What Exim says when it is in trouble: its configuration, its spool, its hints databases, its helpers. It stands in the panic log
//! and in the main log.

use super::arrival::ID;
use super::{Effect, Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Temporary, Warning};
use crate::vocabulary::Party::OurServer;

/// The Exim mail server in trouble.
pub static FORMAT: Format = Format {
    id: "exim-trouble",
    title: "the Exim mail server in trouble",
    found_in: &[
        "/var/log/exim4/mainlog",
        "/var/log/exim4/paniclog",
        "/var/log/exim_mainlog",
        "/var/log/exim_paniclog",
    ],
    sources: &["Exim 4.89 to 4.98: the sources"],
    programs: super::daemon::FORMAT.programs,
    own_log: true,
    realm: "exim",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    ID,
    field("error", Role::Text, "What went wrong, in the words of the system."),
    field("n", Role::Count, "A number: {}.").shape(Shape::Number),
    field("n2", Role::Count, "A number: {}.").shape(Shape::Number),
    field("path", Role::Path, "The file or folder that it is about.").shape(Shape::Text),
    field("ip", Role::Ip, "The address that it is about."),
    field("name", Role::Text, "The name that it is about.").shape(Shape::Text),
    field("user", Role::User, "The user that it is about.").shape(Shape::Text),
    field("address", Role::Address, "The address that it is about.").shape(Shape::Text),
    field("process", Role::Count, "The number of the process: {}.").shape(Shape::Number),
    field("port", Role::Port, "The port.").shape(Shape::Number),
    field("text", Role::Text, "More about it, in the program's own words.").shape(Shape::Text),
    field("what", Role::Text, "What it was, in the program's own words.").shape(Shape::Text),
    field("what2", Role::Text, "What it was, in the program's own words.").shape(Shape::Text),
    field("what3", Role::Text, "What it was, in the program's own words.").shape(Shape::Text),
    field("domain", Role::Host, "The domain that it is about.").shape(Shape::Word),
];

const PATTERNS: &[Pattern] = &[
    line("xc-unk", "{?{msg} }option \"{what}\" unknown")
        .says("An option this version doesn't have (or a removed one after an upgrade).")
        .level(Alert)
        .helps(OurServer, &[("Remove or rename the option, then check that Exim reads its configuration:", "exim -bV")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["option \"thing\" unknown"]),
    line("xc-main", "{?{msg} }main option \"{what}\" unknown")
        .says("An option in the main part that this version doesn't have (removed by an upgrade, or a typo).")
        .level(Alert)
        .helps(OurServer, &[("Remove or rename the option, then check that Exim reads its configuration:", "exim -bV")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["main option \"thing\" unknown"]),
    line("xc-extra", "{?{msg} }extra characters follow \"{what}\"")
        .says("A quote is missing or extra.")
        .level(Alert)
        .helps(OurServer, &[("Correct the line, then check that Exim reads its configuration:", "exim -bV")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["extra characters follow \"thing\""]),
    line("xc-macro", "{?{msg} }macro \"{what}\" is already defined (use \"==\" if you want to redefine it)")
        .says("Macro set twice, often by a local file.")
        .level(Alert)
        .helps(OurServer, &[("Write {what} == to set it again on purpose, or remove one of the two lines:", "grep -rn '^{what} *=' /etc/exim4 /etc/exim; exim -bV | grep 'Configuration file'")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["macro \"thing\" is already defined (use \"==\" if you want to redefine it)"]),
    line("xc-driver", "{?{msg} }{what} {name}: cannot find {what2} driver \"{domain}\"")
        .says("This Exim build lacks that driver (exim4-daemon-light lacks many).")
        .level(Alert)
        .helps(OurServer, &[("To see more about it:", "apt install exim4-daemon-heavy")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["thing thing: cannot find thing driver \"shop.example\""]),
    line("xc-lookup", "{?{msg} }lookup type \"{what}\" is not available (not in the binary - check buildtime LOOKUP configuration)")
        .says("This build lacks mysql, ldap, or the like.")
        .level(Alert)
        .helps(OurServer, &[("Install the build of Exim with all lookups (Debian: exim4-daemon-heavy; Red Hat: exim-mysql, exim-pgsql), or write another lookup. What this one has:", "exim -bV | grep Lookups; apt install exim4-daemon-heavy")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["lookup type \"thing\" is not available (not in the binary - check buildtime LOOKUP configuration)"]),
    line("xc-unklook", "{?{msg} }unknown lookup type \"{what}\"")
        .says("Typo in a lookup.")
        .level(Alert)
        .helps(OurServer, &[("Correct the setting that the line names, then check that Exim reads its configuration:", "exim -bV")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["unknown lookup type \"thing\""]),
    line("xc-acl", "{?{msg} }error in ACL: {text}")
        .says("An ACL line can't be read.")
        .level(Alert)
        .helps(OurServer, &[("Correct the setting that the line names, then check that Exim reads its configuration:", "exim -bV")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["error in ACL: some words"]),
    line("xc-verb", "{?{msg} }unknown ACL verb \"{what}\" in \"{n}\"")
        .says("Typo in an ACL.")
        .level(Alert)
        .helps(OurServer, &[("Write one of accept, deny, defer, discard, drop, require or warn in place of {what}:", "grep -rnw {what} /etc/exim4 /etc/exim*; exim -bV | grep 'Configuration file'")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["unknown ACL verb \"thing\" in \"12\""]),
    line("xc-incl", "{?{msg} }failed to open included configuration file {what}")
        .says("An .include names a missing file.")
        .level(Alert)
        .helps(OurServer, &[("Restore the file {what}, or take its .include out:", "ls -l {what}; grep -rn 'include.*{what}' /etc/exim4 /etc/exim*; exim -bV")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["failed to open included configuration file thing"]),
    line("xc-nofile", "{?{msg} }non-existent configuration file(s): {what}")
        .says("No configuration at all.")
        .level(Alert)
        .helps(OurServer, &[("Debian:", "update-exim4.conf"), ("CPanel: /scripts/buildeximconf.", "")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["non-existent configuration file(s): thing"]),
    line("xc-owner", "{?{msg} }Exim configuration file {what} has the wrong owner, group, or mode")
        .says("The file must belong to root and not be group-writable.")
        .level(Alert)
        .helps(OurServer, &[("Correct owner and permissions:", "chown root:root; chmod 644")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["Exim configuration file thing has the wrong owner, group, or mode"]),
    line("xc-user", "{?{msg} }user {user} was not found")
        .says("A user named in the configuration doesn't exist.")
        .level(Alert)
        .helps(OurServer, &[("Create the account, or correct the name in the configuration:", "exim -bV")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["user anna was not found"]),
    line("xc-bom", "{?{msg} }found unexpected BOM (Byte Order Mark)")
        .says("The file was saved by a Windows editor.")
        .level(Alert)
        .helps(OurServer, &[("Save the file without a byte order mark (BOM). To find and to remove it:", "grep -rlP '^\\xEF\\xBB\\xBF' /etc/exim4 /etc/exim* | xargs sed -i '1s/^\\xEF\\xBB\\xBF//'; exim -bV")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["found unexpected BOM (Byte Order Mark)"]),
    line("xc-accept", "{?{msg} }{n} accept() failures: {error}")
        .says("Connections couldn't be taken; usually too many open files.")
        .level(Alert)
        .helps(OurServer, &[("Raise the limit of open files of Exim's service (LimitNOFILE), and see who holds the connections:", "systemctl show exim4 exim -p LimitNOFILE; ss -tn state established '( sport = :25 or sport = :465 or sport = :587 )' | wc -l")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["12 accept() failures: Permission denied"]),
    line("xc-fork", "{?{msg} }daemon: fork of queue-runner process failed: {error}")
        .says("Process limit or memory.")
        .level(Alert)
        .helps(OurServer, &[("See how many processes there are, how many the service can have, and the memory:", "ps ax | wc -l; systemctl show exim4 exim -p TasksMax -p LimitNPROC; free -m")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["daemon: fork of queue-runner process failed: Permission denied"]),
    line("xp-open", "{?{msg} }Cannot open {what} log file \"{path}\": {error}: euid={n} egid={n2}")
        .says("The log can't be written: disk full, wrong owner (logrotate), SELinux. Exim stops delivering.")
        .level(Alert)
        .helps(OurServer, &[("Correct owner and permissions:", "chown Debian-exim:adm /var/log/exim4/*"), ("See which file system is full, by space and by inodes:", "df -h")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["Cannot open thing log file \"/var/lib/thing\": Permission denied: euid=12 egid=7"]),
    line("xp-write", "{?{msg} }failed to write to {what}: length={n} result={address} errno={n2} ({error})")
        .says("Disk full.")
        .level(Alert)
        .helps(OurServer, &[("See which file system is full, by space and by inodes:", "df -h; df -i")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["failed to write to thing: length=12 result=anna@shop.example errno=7 (Permission denied)"]),
    line("xp-uid", "{?{msg} }unable to set gid={n} or uid={user} (euid={n2}): {what}")
        .says("Exim has no root rights: set-uid bit lost, container without it, or nosuid mount.")
        .level(Alert)
        .helps(OurServer, &[("Correct owner and permissions:", "chmod 4755 /usr/sbin/exim4")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["unable to set gid=12 or uid=anna (euid=7): thing"]),
    line("xp-spool-full", "{?{msg} }Failed to create spool file {path}: No space left on device")
        .says("The disk with Exim's spool is full, so no message can be taken in.")
        .level(Alert)
        .helps(OurServer, &[("Make room, such as by deleting old logs and backups. Which file system is full, by space or by inodes:", "df -h; df -i")])
        .effect(Effect::Mention)
        .samples(&["Failed to create spool file /var/spool/exim4//input//1ofZaK-0002Wv-AB-D: No space left on device"]),
    line("xp-spool", "{?{msg} }Failed to create spool file {path}: {error}")
        .says("Exim can't write into its spool, so it takes in no message: {error}.")
        .level(Alert)
        .helps(OurServer, &[("Give the spool to Exim's user (Debian: Debian-exim), and see that its file system isn't mounted read-only. To see both:", "ls -ld {path} /var/spool/exim* /var/spool/exim*/input; df -h; mount | grep -w ro")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["Failed to create spool file /var/lib/thing: Permission denied"]),
    line("xp-spoolown", "{?{msg} }Failed setting ownership on spool file {path}: {error}")
        .says("Exim can't give a spool file to its own user: {error}.")
        .level(Alert)
        .helps(OurServer, &[("Give the spool to Exim's user (Debian: Debian-exim), and see that Exim starts as root:", "ls -ld /var/spool/exim* /var/spool/exim*/input; ls -l $(command -v exim4 exim)")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["Failed setting ownership on spool file /var/lib/thing: Permission denied"]),
    line("xp-journal", "{?{msg} }failed to update journal for {what}: {error}")
        .says("Disk full during delivery: a message may be sent twice later.")
        .level(Alert)
        .helps(OurServer, &[("See which file system is full, by space and by inodes:", "df -h; df -i")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["failed to update journal for thing: Permission denied"]),
    line("xp-msglog", "{?{msg} }Couldn't open message log {path}: {error}")
        .says("Disk full during delivery: a message may be sent twice later.")
        .level(Alert)
        .helps(OurServer, &[("See which file system is full, by space and by inodes:", "df -h; df -i")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["Couldn't open message log /var/lib/thing: Permission denied"]),
    line("xp-stat", "{?{msg} }cannot accept message: failed to stat {what} directory {path}: {error}")
        .says("The spool isn't mounted.")
        .level(Alert)
        .helps(OurServer, &[("See whether the disk with the {what} directory is mounted, and mount it:", "findmnt -T {path}; ls -ld {path}")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["cannot accept message: failed to stat thing directory /var/lib/thing: Permission denied"]),
    line("xp-format", "{?{msg} }Format error in spool file {what}")
        .says("Damaged queue file after a crash or full disk.")
        .level(Alert)
        .helps(OurServer, &[("The queue file is damaged: look at what is left of it. Then remove the message (exim -Mrm with its id):", "ls -l /var/spool/exim*/input | head; df -h /var/spool; exim -bp | tail")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["Format error in spool file thing"]),
    line("xp-dnf", "{?{msg} }Spool file {what}-D not found")
        .says("The message body is gone.")
        .level(Alert)
        .helps(OurServer, &[("To see more about it:", "exim -Mrm {what}")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["Spool file thing-D not found"]),
    line("xp-err", "{?{msg} }Error reading spool file {what}: {error}")
        .says("Disk trouble.")
        .level(Alert)
        .helps(OurServer, &[("See whether the disk has errors or is full:", "dmesg -T | grep -i -e 'I/O error' -e EXT4-fs -e XFS | tail; df -h /var/spool; df -i /var/spool")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["Error reading spool file thing: Permission denied"]),
    line("xp-dblock", "{?{msg} }Failed to get {what} lock for {path}: {text}")
        .says("The hints database hangs (timed out).")
        .level(Alert)
        .helps(OurServer, &[("Stop Exim, delete the hints files, which it makes again, and start it:", "exim -bP spool_directory; ls -l /var/spool/exim*/db; systemctl stop exim4 exim"), ("Then start Exim:", "systemctl start exim4 || systemctl start exim")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["Failed to get thing lock for /var/lib/thing: some words"]),
    line("xp-dbfile", "{?{msg} }failed to open DB file {path}: {error}")
        .says("A hints database file can't be opened: wrong owner or damaged.")
        .level(Alert)
        .helps(OurServer, &[("Give the file to Exim's user, or delete it: Exim makes it again:", "ls -l {path}; exim -bP exim_user")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["failed to open DB file /var/lib/thing: Permission denied"]),
    line("xp-dblockf", "{?{msg} }failed to open database lock file {path}: {error}")
        .says("Wrong owner of (spool)/db, usually after running exim tools as root.")
        .level(Alert)
        .helps(OurServer, &[("Chown -R the db folder.", "chown -R")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["failed to open database lock file /var/lib/thing: Permission denied"]),
    line("xp-dbrec", "{?{msg} }Bad db record size for '{name}'")
        .says("Damaged hints database.")
        .level(Alert)
        .helps(OurServer, &[("Stop Exim, delete the hints files, which it makes again, and start it:", "exim -bP spool_directory; ls -l /var/spool/exim*/db; systemctl stop exim4 exim"), ("Then start Exim:", "systemctl start exim4 || systemctl start exim")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["Bad db record size for 'thing'"]),
    line("xp-rate", "{?{msg} }ratelimit database not available")
        .says("The hints database for rate limits can't be used; the ACL condition fails.")
        .level(Alert)
        .helps(OurServer, &[("Delete the ratelimit files, which Exim makes again, and see who owns the folder:", "rm -f /var/spool/exim*/db/ratelimit*; ls -ld /var/spool/exim*/db; exim -bP exim_user")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["ratelimit database not available"]),
    line("xp-taints", "{?{msg} }Tainted filename for search: '{what}'")
        .says("A lookup uses unchecked text from outside as a file name; refused since 4.94.")
        .level(Alert)
        .helps(OurServer, &[("Use a value that Exim has looked up in place of what the sender chose: $local_part_data, $domain_data or a lookup's result (since Exim 4.94). Where it's used:", "exim -bP routers transports | grep -n -e '\\$local_part' -e '\\$domain'; exim -bV | grep 'Configuration file'")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["Tainted filename for search: 'thing'"]),
    line("xp-taintq", "{?{msg} }tainted search query is not properly quoted")
        .says("4.95+: a database query uses raw data.")
        .level(Alert)
        .helps(OurServer, &[("Quote the value in the query with the operator of its database (quote_mysql, quote_pgsql, quote_ldap, quote_sqlite):", "exim -bP routers transports | grep -n -i -e select -e ldap; exim -bV | grep 'Configuration file'")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["tainted search query is not properly quoted"]),
    line("xp-taintacl", "{?{msg} }attempt to use tainted ACL text \"{what}\"")
        .says("An ACL name or text is built from unchecked text from outside.")
        .level(Alert)
        .helps(OurServer, &[("Use a value that Exim has looked up in place of what the sender chose: $local_part_data, $domain_data or a lookup's result (since Exim 4.94). Where it's used:", "exim -bP routers transports | grep -n -e '\\$local_part' -e '\\$domain'; exim -bV | grep 'Configuration file'")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["attempt to use tainted ACL text \"thing\""]),
    line("xp-tainth", "{?{msg} }attempt to use tainted host list '{what}' from '{what2}' in transport {what3}")
        .says("A host list of a transport is built from unchecked text from outside.")
        .level(Alert)
        .helps(OurServer, &[("Use a value that Exim has looked up in place of what the sender chose: $local_part_data, $domain_data or a lookup's result (since Exim 4.94). Where it's used:", "exim -bP routers transports | grep -n -e '\\$local_part' -e '\\$domain'; exim -bV | grep 'Configuration file'")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["attempt to use tainted host list 'thing' from 'thing' in transport thing"]),
    line("xp-crash", "{?{msg} }process {process} crashed with signal {n} while delivering {what}")
        .says("A delivery process crashed.")
        .level(Alert)
        .helps(OurServer, &[("See how much memory is free and whether the kernel ended programs; update Exim if it crashes again:", "free -m; dmesg -T | grep -i -e segfault -e 'out of memory' | tail; exim --version | head -1")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["process 4711 crashed with signal 12 while delivering thing"]),
    line("xp-qcrash", "{?{msg} }queue run: process {process} crashed with signal {n} while delivering {what}")
        .says("A delivery process crashed during a queue run.")
        .level(Alert)
        .helps(OurServer, &[("See how much memory is free and whether the kernel ended programs; update Exim if it crashes again:", "free -m; dmesg -T | grep -i -e segfault -e 'out of memory' | tail; exim --version | head -1")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["queue run: process 4711 crashed with signal 12 while delivering thing"]),
    line("xp-mem", "{?{msg} }excessive memory alloc request")
        .says("Exim asked for absurd memory: a bug or an attack.")
        .level(Alert)
        .helps(OurServer, &[("See how much memory is free and whether the kernel ended programs; update Exim if it crashes again:", "free -m; dmesg -T | grep -i -e segfault -e 'out of memory' | tail; exim --version | head -1")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["excessive memory alloc request"]),
    line("xp-large", "{?{msg} }string too large in smtp_printf()")
        .says("An SMTP answer was too long (over-long text of an ACL or banner).")
        .level(Alert)
        .helps(OurServer, &[("Shorten the text of the banner or of an ACL's message:", "exim -bP smtp_banner; exim -bV | grep 'Configuration file'")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["string too large in smtp_printf()"]),
    line("xp-malloc", "{?{msg} }failed to malloc {n} bytes of memory: called from line {n2} in {what}")
        .says("Out of memory.")
        .level(Alert)
        .helps(OurServer, &[("See how much memory is free and whether the kernel ended programs; update Exim if it crashes again:", "free -m; dmesg -T | grep -i -e segfault -e 'out of memory' | tail; exim --version | head -1")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["failed to malloc 12 bytes of memory: called from line 7 in thing"]),
    line("xp-vanish", "{?{msg} }{what} transport process vanished unexpectedly")
        .says("The delivery process was killed, usually by memory limits.")
        .level(Alert)
        .helps(OurServer, &[("See what the kernel says:", "dmesg | grep -i oom")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["thing transport process vanished unexpectedly"]),
    line("xp-nonzero", "{?{msg} }{what} transport process returned non-zero status 0x{what2}: terminated by signal {n}")
        .says("The delivery process was killed, usually by memory limits.")
        .level(Alert)
        .helps(OurServer, &[("See what the kernel says:", "dmesg | grep -i oom")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["thing transport process returned non-zero status 0xthing: terminated by signal 12"]),
    line("xp-rdaproc", "{?{msg} }redirection process {process} vanished unexpectedly")
        .says("Reading a user's forward or filter file crashed.")
        .level(Alert)
        .helps(OurServer, &[("See which user's forward or filter it was (the router's lines around it), and whether memory is short:", "free -m; dmesg -T | grep -i segfault | tail -5; exim -bP routers | grep -e 'file =' -e data")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["redirection process 4711 vanished unexpectedly"]),
    line("xr-noimm2", "{?{msg} }no immediate delivery: load average {n}")
        .says("The setting queue_only_load reached.")
        .level(Warning)
        .helps(OurServer, &[("Mail waits until the load ({n}) falls below queue_only_load. See what causes it:", "uptime; ps axo pcpu,pid,etime,args --sort=-pcpu | head; exim -bP queue_only_load; exim -bpc")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["no immediate delivery: load average 12"]),
    line("xr-noimm3", "{?{msg} }no immediate delivery: too many connections ({n}, max {n2})")
        .says("The setting smtp_accept_queue reached.")
        .level(Warning)
        .helps(OurServer, &[("See who holds the connections; mail that waits is sent with the next queue run:", "ss -tn state established '( sport = :25 )' | awk 'NR>1' | sort | tail -40; exim -bP smtp_accept_queue; exim -bpc")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["no immediate delivery: too many connections (12, max 7)"]),
    line("xl-skip", "{?{msg} }{address} router: skipped error: {text}")
        .says("A bad address in a forward list was left out.")
        .level(Warning)
        .helps(OurServer, &[("Correct the address in the forward or list that the line names:", "exim -bt {address}")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["anna@shop.example router: skipped error: some words"]),
    line("xo-bind", "{?{msg} }bind of [{ip}]:{port} failed")
        .says("The outgoing IP isn't on this server (cPanel: /etc/mailips names an IP that is gone).")
        .level(Temporary)
        .helps(OurServer, &[("Correct the address that Exim sends from (interface; in cPanel, /etc/mailips), or give {ip} to the server:", "ip -br addr; cat /etc/mailips; exim -bP transports | grep interface")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["bind of [192.0.2.44]:25 failed"]),
    line("xo-dkim", "{?{msg} }DKIM: signing failed: {text}")
        .says("The key file is missing, unreadable or broken; mail goes unsigned.")
        .level(Alert)
        .helps(OurServer, &[("See that the file of dkim_private_key is there, whole, and readable for Exim's user:", "exim -bP transports | grep -e dkim_; exim -bP exim_user; ls -l /etc/exim4/dkim /etc/exim/dkim")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["DKIM: signing failed: some words"]),
    line("xo-dkims", "{?{msg} }DKIM: message could not be signed, and dkim_strict is set. Deferring message delivery.")
        .says("Signing failed and dkim_strict is on, so the mail waits.")
        .level(Alert)
        .helps(OurServer, &[("See that the file of dkim_private_key is there, whole, and readable for Exim's user:", "exim -bP transports | grep -e dkim_; exim -bP exim_user; ls -l /etc/exim4/dkim /etc/exim/dkim")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["DKIM: message could not be signed, and dkim_strict is set. Deferring message delivery."]),
    line("xi-unrec", "{?{msg} }SMTP call from {name} dropped: too many unrecognized commands (last was \"{what}\")")
        .says("Bot or broken client.")
        .effect(Effect::Mention)
        .loose()
        .samples(&["SMTP call from thing dropped: too many unrecognized commands (last was \"thing\")"]),
    line("xi-auths", "{?{msg} }authentication socket protocol error")
        .says("Dovecot's auth socket answered unexpectedly.")
        .level(Temporary)
        .helps(OurServer, &[("Let server_socket of the dovecot authenticator name the client socket that Dovecot makes for Exim:", "exim -bP authenticators | grep server_socket; doveconf -n service/auth; ls -l /var/run/dovecot/auth*")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["authentication socket protocol error"]),
    line("xi-authm", "{?{msg} }Dovecot did not advertise mechanism \"{n}\" to us")
        .says("Exim offers a method Dovecot doesn't have.")
        .level(Temporary)
        .helps(OurServer, &[("Add {n} to auth_mechanisms of Dovecot, or take its authenticator out of Exim:", "doveconf auth_mechanisms; exim -bP authenticators | grep public_name")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["Dovecot did not advertise mechanism \"12\" to us"]),
    line("xi-spamd", "{?{msg} }spam acl condition: all spamd servers failed")
        .says("SpamAssassin is down; mail may be deferred.")
        .level(Alert)
        .helps(OurServer, &[("Start SpamAssassin's service, and compare where it listens with spamd_address in Exim's settings:", "systemctl restart spamd spamassassin; exim -bP spamd_address; ss -ltnp | grep 783")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["spam acl condition: all spamd servers failed"]),
    line("xi-dnsl2", "{?{msg} }DNS list lookup for {what} at {domain} returned {ip}; not in 127.0/8 and discarded")
        .says("The list is dead or the resolver returns made-up answers.")
        .level(Warning)
        .helps(OurServer, &[("The list is gone or the resolver makes answers up: take {domain} out of dnslists, or use a resolver of your own (unbound):", "dig +short {what}; cat /etc/resolv.conf; grep -rn dnslists /etc/exim4 /etc/exim*")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["DNS list lookup for thing at shop.example returned 192.0.2.44; not in 127.0/8 and discarded"]),
    line("xi-tlsexp", "{?{msg} }expansion of tls_certificate failed")
        .says("The certificate option is broken.")
        .level(Alert)
        .helps(OurServer, &[("Correct the setting that the line names, then check that Exim reads its configuration:", "exim -bV")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["expansion of tls_certificate failed"]),
    line("xi-lscan", "{?{msg} }local_scan() function crashed with signal {n} - message temporarily rejected (size {n2})")
        .says("The add-on scanner crashed.")
        .level(Alert)
        .helps(OurServer, &[("Update or remove the add-on (local_scan, sa-exim), then restart Exim:", "exim -bV | grep -i local_scan; exim -bP local_scan_timeout; dpkg -l sa-exim")])
        .effect(Effect::Mention)
        .loose()
        .samples(&["local_scan() function crashed with signal 12 - message temporarily rejected (size 7)"]),
];
