//! What Sendmail says when it is in trouble: its start, its tables, its queue and disk, limits and load, filters, encryption,
//! logins.

use super::arrival::ID;
use super::{Effect, Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Temporary, Warning};
use crate::vocabulary::Party::{Nobody, OurServer, Sender, TheirServer};
use crate::vocabulary::Sign;
use crate::vocabulary::TraceType::Message;

/// Trouble in Sendmail.
pub static FORMAT: Format = Format {
    id: "sendmail-trouble",
    title: "the Sendmail mail server in trouble",
    found_in: super::delivery::FORMAT.found_in,
    sources: &["Sendmail 8.12 to 8.18: the sources"],
    programs: super::delivery::FORMAT.programs,
    place: super::delivery::FORMAT.place,
    realm: "sendmail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    ID,
    field("who", Role::State, "The system user that the program ran as.").shape(Shape::Word),
    field("error", Role::Text, "What went wrong, in the words of the system."),
    field("filter", Role::Program, "The filter, as Sendmail's settings name it.").shape(Shape::Name),
    field("n", Role::Count, "A number: {}.").shape(Shape::Number),
    field("n2", Role::Count, "A number: {}.").shape(Shape::Number),
    field("path", Role::Path, "The file or folder that it is about.").shape(Shape::Text),
    field("host", Role::Remote, "The server at the other end.").shape(Shape::Word),
    field("name", Role::Text, "The name that it is about.").shape(Shape::Text),
    field("address", Role::Address, "The address that it is about.").shape(Shape::Text),
    field("text", Role::Text, "More about it, in the program's own words.").shape(Shape::Text),
    field("what", Role::Text, "What it was, in the program's own words.").shape(Shape::Text),
    field("what2", Role::Text, "What it was, in the program's own words.").shape(Shape::Text),
    field("what3", Role::Text, "What it was, in the program's own words.").shape(Shape::Text),
    field("domain", Role::Host, "The domain that it is about.").shape(Shape::Word),
    field("command", Role::Text, "The command.").shape(Shape::Text),
];

const PATTERNS: &[Pattern] = &[
    line("ss-bind", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): opendaemonsocket: daemon {domain}: cannot bind: Address already in use")
        .says("Another mail server holds the port.")
        .level(Alert)
        .helps(OurServer, &[("See which program listens there:", "ss -ltnp 'sport = :25'")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): opendaemonsocket: daemon shop.example: cannot bind: Address already in use"]),
    line("ss-bindaddr", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): opendaemonsocket: daemon {domain}: cannot bind: Cannot assign requested address")
        .says("DAEMON_OPTIONS names an IP this server doesn't have.")
        .level(Alert)
        .helps(OurServer, &[("Fix sendmail.mc, make -C /etc/mail, restart.", "make -C /etc/mail")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): opendaemonsocket: daemon shop.example: cannot bind: Cannot assign requested address"]),
    line("ss-wedged", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): opendaemonsocket: daemon {domain}: server SMTP socket wedged: exiting")
        .says("Sendmail couldn't open its port after several tries, so it ended.")
        .level(Alert)
        .follows()
        .helps(OurServer, &[("See which program listens there:", "ss -ltnp 'sport = :25'")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): opendaemonsocket: daemon shop.example: server SMTP socket wedged: exiting"]),
    line("ss-sock", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): opendaemonsocket: daemon {domain}: can't create server SMTP socket: Address family not supported by protocol")
        .says("IPv6 listener without IPv6.")
        .level(Warning)
        .helps(OurServer, &[("Take the line with Family=inet6 out of sendmail.mc, or add M=O so that Sendmail starts without it; then build and restart:", "grep -n DAEMON_OPTIONS /etc/mail/sendmail.mc; make -C /etc/mail; systemctl restart sendmail")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): opendaemonsocket: daemon shop.example: can't create server SMTP socket: Address family not supported by protocol"]),
    line("ss-loop", "{?{msg}: }{?NOQUEUE: }{?SYSERR({who}): }{host} config error: mail loops back to me (MX problem?)")
        .says("This server delivers the mail to itself (mail loop): the MX record or a mailertable entry of the recipient's domain leads to {host}, which is this server, and Sendmail doesn't know the domain as one of its own.")
        .level(Alert)
        .helps(OurServer, &[
            ("If the domain's mailboxes are here, add the domain to local-host-names; if they're elsewhere, correct the domain's MX record or its line in the mailertable. Compare them:", "cat /etc/mail/local-host-names /etc/mail/mailertable; hostname -f"),
            ("Then rebuild the tables and restart Sendmail:", "make -C /etc/mail && systemctl restart sendmail"),
        ])
        .effect(Effect::Part(Message))
        .samples(&["SYSERR(root): db.example config error: mail loops back to me (MX problem?)", "6ALJ97VO000666: SYSERR(root): mx.shop.example. config error: mail loops back to me (MX problem?)"]),
    line("ss-hops", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): Too many hops {n} ({n2} max): from {address} via {name}, to {what}")
        .says("The message went in a circle ({n station}, {n2} are allowed).")
        .level(Permanent)
        .helps(OurServer, &[("See in its Received lines between which servers it goes round; a forward, an MX record or a missing local domain sends it back. Take the circle apart:", "sendmail -bv {address}; cat /etc/mail/local-host-names")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): Too many hops 12 (7 max): from anna@shop.example via thing, to thing"]),
    line("ss-qdir", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): can not chdir(/var/spool/clientmqueue/): Permission denied")
        .says("A program of this server can't hand in mail: the program sendmail lost its group smmsp.")
        .level(Alert)
        .helps(OurServer, &[("Give it back:", "chgrp smmsp /usr/sbin/sendmail; chmod 2755 /usr/sbin/sendmail; ls -ld /var/spool/clientmqueue")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): can not chdir(/var/spool/clientmqueue/): Permission denied"]),
    line("ss-qwrite", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): can not write to queue directory {path} (RunAsGid={what}, required={what2}): Permission denied")
        .says("A program of this server can't hand in mail: the program sendmail lost its group smmsp.")
        .level(Alert)
        .helps(OurServer, &[("Give it back:", "chgrp smmsp /usr/sbin/sendmail; chmod 2755 /usr/sbin/sendmail; ls -ld {path}")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): can not write to queue directory /var/lib/thing (RunAsGid=thing, required=thing): Permission denied"]),
    line("ss-qfile", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): queueup: cannot create queue file {what}, euid={n}, fd={n2}, fp={what2}: {error}")
        .says("The disk is full, or the queue's permissions are wrong.")
        .level(Alert)
        .helps(OurServer, &[("See which file system is full, by space and by inodes:", "df -h; df -i")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): queueup: cannot create queue file thing, euid=12, fd=7, fp=thing: Permission denied"]),
    line("ss-qtemp", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): queueup: cannot create queue temp file {what}, uid={n}: {error}")
        .says("The disk is full, or the queue's permissions are wrong.")
        .level(Alert)
        .helps(OurServer, &[("See which file system is full, by space and by inodes:", "df -h; df -i")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): queueup: cannot create queue temp file thing, uid=12: Permission denied"]),
    line("ss-cdf", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): Cannot create {what}: {error}")
        .says("The disk is full, or the queue's permissions are wrong.")
        .level(Alert)
        .helps(OurServer, &[("See which file system is full, by space and by inodes:", "df -h; df -i")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): Cannot create thing: Permission denied"]),
    line("ss-map", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): {what} map \"{name}\": missing map file {what2}: No such file or directory")
        .says("A table such as access.db or mailertable.db was not built.")
        .level(Alert)
        .helps(OurServer, &[("To see more about it:", "makemap hash /etc/mail/access < /etc/mail/access")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): thing map \"thing\": missing map file thing: No such file or directory"]),
    line("ss-mapunsafe", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): {what} map \"{name}\": unsafe map file {what2}: {error}")
        .says("Sendmail doesn't trust the table {what2} and does without it: it, or a folder above it, can be written by others ({error}).")
        .level(Alert)
        .helps(OurServer, &[("Take the write permission of group and others off the file and its folders, which the second command shows:", "chmod go-w {what2}; namei -l {what2}")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): thing map \"thing\": unsafe map file thing: Permission denied"]),
    line("ss-db", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): Cannot open {what} database {what2}: {error}")
        .says("A table of Sendmail can't be opened: {error}. It's damaged, missing, or of another version of the database.")
        .level(Alert)
        .helps(OurServer, &[("Build the tables again:", "make -C /etc/mail; newaliases; ls -l /etc/mail/*.db")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): Cannot open thing database thing: Permission denied"]),
    line("ss-aliasdb", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): Cannot create database for alias file {what}: {error}")
        .says("Newaliases can't write.")
        .level(Alert)
        .helps(OurServer, &[("Run newaliases as root, and see who owns the file and its folder:", "newaliases; ls -l {what}*")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): Cannot create database for alias file thing: Permission denied"]),
    line("ss-ldap", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): Error in ldap_search in map {n}")
        .says("LDAP is down or the map is wrong.")
        .level(Temporary)
        .helps(OurServer, &[("See whether the directory answers, and what the settings of the map are:", "grep -n -i ldap /etc/mail/sendmail.mc; ldapsearch -x -b '' -s base")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): Error in ldap_search in map 12"]),
    line("ss-nomailer", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): buildaddr: unknown mailer {n}")
        .says("A rule or the mailertable names a mailer that isn't defined.")
        .level(Alert)
        .helps(OurServer, &[("Correct the mailertable, or add the MAILER line to sendmail.mc and build it:", "cat /etc/mail/mailertable; grep MAILER /etc/mail/sendmail.mc; make -C /etc/mail")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): buildaddr: unknown mailer 12"]),
    line("ss-exec", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): Cannot exec {command}: {error}")
        .says("The delivery program {command} can't be started: {error}.")
        .level(Alert)
        .helps(OurServer, &[("Install the program, or name another one in sendmail.mc (LOCAL_MAILER_PATH, FEATURE(smrsh)):", "ls -l {command}; grep -n -e Mlocal -e Mprog /etc/mail/sendmail.cf")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): Cannot exec /usr/local/bin/filter: Permission denied"]),
    line("ss-mbox", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): mailfile: Cannot open {what} for {address} from {what2}: {error}")
        .says("A file target can't be written.")
        .level(Alert)
        .helps(OurServer, &[("See who owns the file, and give it to the user it's for; no folder above it can be writable for the group:", "namei -l {what}")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): mailfile: Cannot open thing for anna@shop.example from thing: Permission denied"]),
    line("ss-priv", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): openmailer: insufficient privileges to change uid, new_euid={what}, RunAsUid={what2}")
        .says("Sendmail lost root rights.")
        .level(Alert)
        .helps(OurServer, &[("Start the daemon as root, and see that its file has no other owner or lost its set-gid bit:", "ls -l $(readlink -f /usr/sbin/sendmail); ps -o user,args -C sendmail; systemctl restart sendmail")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): openmailer: insufficient privileges to change uid, new_euid=thing, RunAsUid=thing"]),
    line("ss-safe", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): SECURITY ALERT: extra or bogus data in queue file: {what}")
        .says("A file of the queue is damaged or was tampered with: {what}.")
        .level(Alert)
        .helps(OurServer, &[("Look at the file, and remove it if it's damaged:", "ls -l /var/spool/mqueue; mailq")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): SECURITY ALERT: extra or bogus data in queue file: thing"]),
    line("ss-qinc", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): readqf: {what}: incomplete queue file read")
        .says("A file of the queue breaks off, as after a crash or with a full disk.")
        .level(Alert)
        .helps(OurServer, &[("See whether there is room, then remove the file:", "df -h /var/spool/mqueue; ls -l /var/spool/mqueue")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): readqf: thing: incomplete queue file read"]),
    line("ss-lose", "{?{msg}: }{?NOQUEUE: }Losing {what}: {text}")
        .says("A damaged queue file was renamed to Q..., it isn't delivered.")
        .level(Alert)
        .helps(OurServer, &[("See whom it belongs to and with which permissions:", "ls /var/spool/mqueue/Q*")])
        .effect(Effect::Mention)
        .samples(&["Losing thing: some words"]),
    line("ss-savemail", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): savemail: cannot save rejected email anywhere")
        .says("A notice couldn't be delivered to anybody, not even to the postmaster of this server.")
        .level(Alert)
        .helps(OurServer, &[("Set an alias for postmaster and MAILER-DAEMON that somebody reads, then build it:", "grep -i -e postmaster -e mailer-daemon /etc/aliases /etc/mail/aliases; newaliases")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): savemail: cannot save rejected email anywhere"]),
    line("ss-alias", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): {text}... cannot alias non-local names")
        .says("The table of aliases holds a whole address on the left, which isn't allowed there.")
        .level(Alert)
        .helps(OurServer, &[("Put it into virtusertable instead, and build both:", "newaliases; make -C /etc/mail")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): some words... cannot alias non-local names"]),
    line("ss-aliasln", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): Non-continuation line starts with space")
        .says("A line of the table of aliases begins with a blank where none may.")
        .level(Alert)
        .helps(OurServer, &[("Correct the line, then build the table:", "newaliases")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): Non-continuation line starts with space"]),
    line("ss-missval", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): {text}... missing value for alias")
        .says("Alias without target.")
        .level(Alert)
        .helps(OurServer, &[("Give the alias a target behind its colon, then build the aliases:", "grep -n ':[[:space:]]*$' /etc/aliases /etc/mail/aliases; newaliases")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): some words... missing value for alias"]),
    line("ss-putout", "{?{msg}: }{?NOQUEUE: }SYSERR: putoutmsg ({name}): error on output channel sending \"{what}\": {error}")
        .says("The client hung up while we answered.")
        .effect(Effect::Mention)
        .samples(&["SYSERR: putoutmsg (thing): error on output channel sending \"thing\": Permission denied"]),
    line("ss-qualify", "{?{msg}: }{?NOQUEUE: }My unqualified host name ({name}) unknown; sleeping for retry")
        .says("This server's name ({name}) has no domain, so Sendmail waits a minute at each start, also where a program hands it a message.")
        .level(Alert)
        .helps(OurServer, &[("Put the full name first in its line of /etc/hosts:", "hostname -f; cat /etc/hosts")])
        .effect(Effect::Mention)
        .samples(&["My unqualified host name (thing) unknown; sleeping for retry"]),
    line("ss-short", "{?{msg}: }{?NOQUEUE: }unable to qualify my own domain name ({name}) -- using short name")
        .says("The server's name ({name}) has no domain and leads nowhere. Others may refuse our HELO.")
        .level(Warning)
        .follows()
        .helps(OurServer, &[("Put the full name in front of {name} in /etc/hosts (or set confDOMAIN_NAME in sendmail.mc), then restart Sendmail:", "hostname -f; grep -n {name} /etc/hosts; systemctl restart sendmail")])
        .effect(Effect::Mention)
        .samples(&["unable to qualify my own domain name (thing) -- using short name"]),
    line("ss-kill1", "{?{msg}: }{?NOQUEUE: }daemon invoked without full pathname; kill -1 won't work")
        .says("Sendmail was started without its whole path, so it can't restart itself; mail works.")
        .helps(Nobody, &[("Start it with its whole path:", "systemctl restart sendmail")])
        .effect(Effect::Mention)
        .samples(&["daemon invoked without full pathname; kill -1 won't work"]),
    line("ss-dangerous", "{?{msg}: }{?NOQUEUE: }dangerous permissions={n} on queue directory {path}")
        .says("Others may read the folder of the queue.")
        .level(Warning)
        .helps(OurServer, &[("Close it:", "chmod 700 {path}; ls -ld {path}")])
        .effect(Effect::Mention)
        .samples(&["dangerous permissions=12 on queue directory /var/lib/thing"]),
    line("ss-endm", "{?{msg}: }{?NOQUEUE: }SYSERR({who}): endmailer {n}: wait timeout ({n2})")
        .says("A delivery program hangs.")
        .level(Alert)
        .helps(OurServer, &[("See which one, and end it:", "ps aux | grep -e procmail -e mail.local -e smrsh")])
        .effect(Effect::Mention)
        .samples(&["SYSERR(root): endmailer 12: wait timeout (7)"]),
    line("ss-noj", "{?{msg}: }{?NOQUEUE: }daemon process doesn't have $j in $=w; see syslog")
        .says("This server's own name isn't among its local names, so mail to it would loop.")
        .level(Alert)
        .helps(OurServer, &[("Add it, then restart Sendmail:", "hostname -f; cat /etc/mail/local-host-names")])
        .effect(Effect::Mention)
        .samples(&["daemon process doesn't have $j in $=w; see syslog"]),
    line("sl-delay", "{?{msg}: }{?NOQUEUE: }delaying connections on daemon {domain}: load average={n} >= {n2}")
        .says("This server is so busy that Sendmail answers slowly on purpose.")
        .level(Warning)
        .helps(OurServer, &[("See what makes the load:", "uptime; ps aux --sort=-%cpu | head; grep -n DelayLA /etc/mail/sendmail.cf")])
        .effect(Effect::Mention)
        .samples(&["delaying connections on daemon shop.example: load average=12 >= 7"]),
    line("sl-min", "{?{msg}: }{?NOQUEUE: }rejecting new messages: min free: {n}")
        .says("Less free blocks than MinFreeBlocks.")
        .level(Alert)
        .helps(OurServer, &[("See which file system is full, by space and by inodes:", "df -h; df -i")])
        .effect(Effect::Mention)
        .samples(&["rejecting new messages: min free: 12"]),
    line("sl-space", "{?{msg}: }{?NOQUEUE: }low on space ({name} needs {what} bytes + {what2} blocks in {path}), max avail: {what3}")
        .says("Too little disk space is free for the queue ({path}), so clients get 452 4.4.5: their servers keep the mail and try again later.")
        .level(Alert)
        .helps(OurServer, &[("See which file system is full, by space and by inodes:", "df -h; df -i")])
        .effect(Effect::Mention)
        .samples(&["low on space (thing needs thing bytes + thing blocks in /var/lib/thing), max avail: thing"]),
    line("sl-runla", "{?{msg}: }{?NOQUEUE: }runqueue: Skipping queue run -- load average too high")
        .says("This server is so busy that Sendmail doesn't work through its queue.")
        .level(Warning)
        .helps(OurServer, &[("See what makes the load; the limit is QueueLA:", "uptime; ps aux --sort=-%cpu | head; grep -n QueueLA /etc/mail/sendmail.cf")])
        .effect(Effect::Mention)
        .samples(&["runqueue: Skipping queue run -- load average too high"]),
    line("sl-abortla", "{?{msg}: }{?NOQUEUE: }runqueue: Aborting queue run: load average too high")
        .says("This server is so busy that Sendmail doesn't work through its queue.")
        .level(Warning)
        .helps(OurServer, &[("See what makes the load; the limit is QueueLA:", "uptime; ps aux --sort=-%cpu | head; grep -n QueueLA /etc/mail/sendmail.cf")])
        .effect(Effect::Mention)
        .samples(&["runqueue: Aborting queue run: load average too high"]),
    line("sl-runch", "{?{msg}: }{?NOQUEUE: }runqueue: Skipping queue run -- too many children")
        .says("As many processes work on the queue as a setting allows (MaxQueueChildren).")
        .level(Warning)
        .helps(OurServer, &[("If the load is right for this server, raise the limit; else see what the processes wait for:", "grep -n MaxQueueChildren /etc/mail/sendmail.cf; ps aux | grep sendmail")])
        .effect(Effect::Mention)
        .samples(&["runqueue: Skipping queue run -- too many children"]),
    line("sl-maxed", "{?{msg}: }{?NOQUEUE: }WorkList for {name} maxed out at {n}")
        .says("The queue holds more than Sendmail works on in one run (MaxQueueRunSize).")
        .level(Warning)
        .helps(OurServer, &[("See what fills the queue, and remove what isn't wanted:", "mailq | tail -1; mailq | grep -c MAILER-DAEMON")])
        .effect(Effect::Mention)
        .samples(&["WorkList for thing maxed out at 12"]),
    line("sl-grow", "{?{msg}: }{?NOQUEUE: }grew WorkList for {name} to {n}")
        .says("A large queue.")
        .helps(OurServer, &[("To see more about it:", "mailq | tail -1")])
        .effect(Effect::Mention)
        .samples(&["grew WorkList for thing to 12"]),
    line("sl-toovio", "{?{msg}: }{?NOQUEUE: }{name}: SMTP violation, input too long: {n}")
        .says("Attack or broken client.")
        .effect(Effect::Mention)
        .samples(&["thing: SMTP violation, input too long: 12"]),
    line("sl-flood2", "{?{msg}: }{?NOQUEUE: }{name}: Possible SMTP RCPT flood, shutting down connection.")
        .says("Many unknown recipients from one client; the connection was cut.")
        .level(Warning)
        .helps(Sender, &[("Have whoever sends clean the list of recipients. If it's one of your own, raise confBAD_RCPT_THROTTLE:", "grep -n BAD_RCPT_THROTTLE /etc/mail/sendmail.mc /etc/mail/sendmail.cf")])
        .effect(Effect::Mention)
        .samples(&["thing: Possible SMTP RCPT flood, shutting down connection."]),
    line("sl-pipel", "{?{msg}: }{?NOQUEUE: }unauthorized PIPELINING, sleeping, relay={name}")
        .says("The client sends commands without waiting; Sendmail slows it down.")
        .effect(Effect::Mention)
        .samples(&["unauthorized PIPELINING, sleeping, relay=thing"]),
    line("sl-headers", "{?{msg}: }{?NOQUEUE: }headers too large ({n} max) from {name} during message collect")
        .says("MaxHeadersLength (32768).")
        .level(Permanent)
        .helps(Sender, &[("Have the program send fewer recipients in one header (To, Cc). The limit here is confMAX_HEADERS_LENGTH:", "grep -n -i -e MAX_HEADERS_LENGTH -e MaxHeadersLength /etc/mail/sendmail.mc /etc/mail/sendmail.cf")])
        .effect(Effect::Mention)
        .samples(&["headers too large (12 max) from thing during message collect"]),
    line("sl-barelf", "{?{msg}: }{?NOQUEUE: }Bare linefeed (LF) not allowed")
        .says("8.18: smuggling protection.")
        .level(Permanent)
        .helps(Sender, &[("Let the program end each line with CRLF. For one client that can't, srv_features in access allows it for now (8.18):", "grep -n -i srv_features /etc/mail/access; sendmail -d0.1 -bv root | head -1")])
        .effect(Effect::Mention)
        .samples(&["Bare linefeed (LF) not allowed"]),
    line("sf-open", "{?{msg}: }{?NOQUEUE: }Milter ({filter}): open {what} failed: {error}")
        .says("Sendmail can't reach one of its filters (milter): {error}.")
        .level(Alert)
        .helps(OurServer, &[("Start the filter (OpenDKIM, ClamAV, SpamAssassin, MIMEDefang), and compare where it listens with Sendmail's setting:", "systemctl status opendkim clamav-milter spamass-milter mimedefang; grep -n -A1 ^X /etc/mail/sendmail.cf")])
        .effect(Effect::Mention)
        .samples(&["Milter (opendkim): open thing failed: Permission denied"]),
    line("sf-unsafe", "{?{msg}: }{?NOQUEUE: }Milter ({filter}): local socket name {what} unsafe")
        .says("Sendmail doesn't trust the socket {what} of a filter (milter): others have permission to write to it or to its folder, or it's missing.")
        .level(Alert)
        .helps(OurServer, &[("If the filter runs, take the permission to write from others on its socket and on each folder above it (chmod go-w, chown to the filter's user); if there's no socket, start the filter:", "namei -l {what}; grep -n -A1 ^X /etc/mail/sendmail.cf")])
        .sign(Sign::UnsafeSocket)
        .effect(Effect::Mention)
        .samples(&["Milter (opendkim): local socket name thing unsafe"]),
    line("sf-err", "{?{msg}: }{?NOQUEUE: }Milter ({filter}): to error state")
        .says("A filter (milter) broke during this connection.")
        .level(Alert)
        .helps(OurServer, &[("Read the filter's own log of that second, and restart it if it's gone:", "systemctl status opendkim clamav-milter spamass-milter mimedefang")])
        .follows()
        .effect(Effect::Mention)
        .samples(&["Milter (opendkim): to error state"]),
    line("sf-tmo", "{?{msg}: }{?NOQUEUE: }Milter ({filter}): timeout {what} data read in {what2}")
        .says("A filter (milter) answered too slowly.")
        .level(Alert)
        .helps(OurServer, &[("See what keeps the filter busy; its times are set with T= in INPUT_MAIL_FILTER:", "grep -n -A1 ^X /etc/mail/sendmail.cf; uptime")])
        .effect(Effect::Mention)
        .samples(&["Milter (opendkim): timeout thing data read in thing"]),
    line("sf-init", "{?{msg}: }{?NOQUEUE: }Milter: initialization failed, temp failing commands")
        .says("A filter (milter) can't be used, so all mail is deferred with 451.")
        .level(Temporary)
        .helps(OurServer, &[("Start the filter at once, and compare where it listens with Sendmail's setting:", "systemctl status opendkim clamav-milter spamass-milter mimedefang; grep -n -A1 ^X /etc/mail/sendmail.cf")])
        .follows()
        .effect(Effect::Mention)
        .samples(&["Milter: initialization failed, temp failing commands"]),
    line("sf-initr", "{?{msg}: }{?NOQUEUE: }Milter: initialization failed, rejecting commands")
        .says("A filter (milter) can't be used, so all mail is refused.")
        .level(Permanent)
        .helps(OurServer, &[("Start the filter at once, and compare where it listens with Sendmail's setting:", "systemctl status opendkim clamav-milter spamass-milter mimedefang; grep -n -A1 ^X /etc/mail/sendmail.cf")])
        .follows()
        .effect(Effect::Mention)
        .samples(&["Milter: initialization failed, rejecting commands"]),
    line("sf-initc", "{?{msg}: }{?NOQUEUE: }Milter: initialization failed, closing connection")
        .says("A filter (milter) can't be used, so all connections are closed.")
        .level(Temporary)
        .helps(OurServer, &[("Start the filter at once, and compare where it listens with Sendmail's setting:", "systemctl status opendkim clamav-milter spamass-milter mimedefang; grep -n -A1 ^X /etc/mail/sendmail.cf")])
        .follows()
        .effect(Effect::Mention)
        .samples(&["Milter: initialization failed, closing connection"]),
    line("sf-ver", "{?{msg}: }{?NOQUEUE: }Milter ({filter}): negotiate: version {what} != MTA milter version {what2}")
        .says("Versions don't fit.")
        .level(Alert)
        .helps(OurServer, &[("Update the milter to one that speaks this Sendmail's version, or the other way around:", "sendmail -d0.1 -bv root | head -2; grep -n INPUT_MAIL_FILTER /etc/mail/sendmail.mc")])
        .effect(Effect::Mention)
        .samples(&["Milter (opendkim): negotiate: version thing != MTA milter version thing"]),
    line("sf-tf", "{?{msg}: }{?NOQUEUE: }milter={n}, tempfail")
        .says("The milter asked to retry.")
        .level(Temporary)
        .helps(Nobody, &[("Wait: mail is tried again.", "")])
        .effect(Effect::Mention)
        .samples(&["milter=12, tempfail"]),
    line("sf-closed", "{?{msg}: }{?NOQUEUE: }milter_read({n}): socket closed, where={what}")
        .says("The milter died.")
        .level(Alert)
        .helps(OurServer, &[("Restart the milter {n} and read its own log: it ended in the middle:", "grep -n INPUT_MAIL_FILTER /etc/mail/sendmail.mc; ss -ltnpx | grep -i -e milter -e dkim -e clam -e spamass")])
        .effect(Effect::Mention)
        .samples(&["milter_read(12): socket closed, where=thing"]),
    line("sf-undef", "{?{msg}: }{?NOQUEUE: }InputFilter {what} not defined")
        .says("ConfINPUT_MAIL_FILTERS names a filter that isn't defined.")
        .level(Alert)
        .helps(OurServer, &[("Define {what} with INPUT_MAIL_FILTER in sendmail.mc, or take it out of confINPUT_MAIL_FILTERS; then build and restart:", "grep -n INPUT_MAIL_FILTER /etc/mail/sendmail.mc; make -C /etc/mail; systemctl restart sendmail")])
        .effect(Effect::Mention)
        .samples(&["InputFilter thing not defined"]),
    line("sx-cert", "{?{msg}: }{?NOQUEUE: }STARTTLS=server, error: SSL_CTX_use_PrivateKey_file({what}) failed")
        .says("The key for encryption can't be used.")
        .level(Alert)
        .helps(OurServer, &[("See that the key file is there, readable by root only, and without a password:", "grep -n -e ServerKeyFile -e ServerCertFile /etc/mail/sendmail.cf; openssl rsa -noout -check -in {what}")])
        .effect(Effect::Mention)
        .samples(&["STARTTLS=server, error: SSL_CTX_use_PrivateKey_file(thing) failed"]),
    line("sx-chk", "{?{msg}: }{?NOQUEUE: }STARTTLS=server, error: SSL_CTX_check_private_key failed({what}): {n}")
        .says("Certificate and key don't belong together.")
        .level(Alert)
        .helps(OurServer, &[("Install the pair that belongs together, then restart Sendmail:", "grep -n -e ServerKeyFile -e ServerCertFile /etc/mail/sendmail.cf")])
        .effect(Effect::Mention)
        .samples(&["STARTTLS=server, error: SSL_CTX_check_private_key failed(thing): 12"]),
    line("sx-ca", "{?{msg}: }{?NOQUEUE: }STARTTLS={what}, error: load verify locs {what2}, {what3} failed: {n}")
        .says("CA file missing; certificates can't be checked.")
        .level(Warning)
        .helps(OurServer, &[("Let confCACERT and confCACERT_PATH name the system's list of issuers, then build and restart:", "grep -n CACERT /etc/mail/sendmail.mc; ls -l {what2} {what3}; make -C /etc/mail; systemctl restart sendmail")])
        .effect(Effect::Mention)
        .samples(&["STARTTLS=thing, error: load verify locs thing, thing failed: 12"]),
    line("sx-dh", "{?{msg}: }{?NOQUEUE: }STARTTLS={what}, error: cannot read or set DH parameters({what2}): {error}")
        .says("DH file missing or bad.")
        .level(Warning)
        .helps(OurServer, &[("Make the file that confDH_PARAMETERS names again, then restart Sendmail:", "openssl dhparam -out {what2} 2048; systemctl restart sendmail")])
        .effect(Effect::Mention)
        .samples(&["STARTTLS=thing, error: cannot read or set DH parameters(thing): Permission denied"]),
    line("sx-dane", "{?{msg}: }{?NOQUEUE: }DANE check failed.")
        .says("8.16+: certificate and TLSA don't match.")
        .level(Temporary)
        .helps(TheirServer, &[("The other domain's administrator must make its TLSA record and its certificate fit; mail is tried again. Which domain waits:", "mailq | head -40")])
        .effect(Effect::Mention)
        .samples(&["DANE check failed."]),
    line("sx-danen", "{?{msg}: }{?NOQUEUE: }DANE: missing STARTTLS.")
        .says("TLSA exists but TLS isn't offered.")
        .level(Temporary)
        .helps(TheirServer, &[("The other domain's administrator must make its TLSA record and its certificate fit; mail is tried again. Which domain waits:", "mailq | head -40")])
        .effect(Effect::Mention)
        .samples(&["DANE: missing STARTTLS."]),
    line("sx-smtps", "{?{msg}: }{?NOQUEUE: }smtps: TLS not available, exiting")
        .says("Nothing is offered on port 465: there's no certificate that can be used.")
        .level(Alert)
        .helps(OurServer, &[("Correct certificate and key, then restart Sendmail:", "grep -n -e ServerKeyFile -e ServerCertFile /etc/mail/sendmail.cf")])
        .effect(Effect::Mention)
        .samples(&["smtps: TLS not available, exiting"]),
    line("sy-srv", "{?{msg}: }{?NOQUEUE: }AUTH error: sasl_server_new failed={n}")
        .says("The library that checks passwords (SASL) doesn't start, so nobody can log in.")
        .level(Alert)
        .helps(OurServer, &[("See its settings and whether saslauthd runs:", "cat /usr/lib/sasl2/Sendmail.conf /etc/sasl2/Sendmail.conf; systemctl status saslauthd")])
        .effect(Effect::Mention)
        .samples(&["AUTH error: sasl_server_new failed=12"]),
    line("sy-init", "{?{msg}: }{?NOQUEUE: }sasl_server_init failed! [{what}]")
        .says("The library that checks passwords (SASL) doesn't start, so nobody can log in.")
        .level(Alert)
        .helps(OurServer, &[("See its settings and whether saslauthd runs:", "cat /usr/lib/sasl2/Sendmail.conf /etc/sasl2/Sendmail.conf; systemctl status saslauthd")])
        .effect(Effect::Mention)
        .samples(&["sasl_server_init failed! [thing]"]),
    line("sy-open", "{?{msg}: }{?NOQUEUE: }AUTH=client, error: can't open {what}: {error}")
        .says("The file with the login for the relay (authinfo) can't be opened: {error}.")
        .level(Temporary)
        .helps(OurServer, &[("Build it again, readable by root only:", "ls -l /etc/mail/authinfo*; makemap hash /etc/mail/authinfo < /etc/mail/authinfo")])
        .effect(Effect::Mention)
        .samples(&["AUTH=client, error: can't open thing: Permission denied"]),
    line("sy-tmp", "{?{msg}: }{?NOQUEUE: }AUTH=client, relay={name}, temporary failure, connection abort")
        .says("The smarthost's login service is down.")
        .level(Temporary)
        .helps(TheirServer, &[("Wait: mail is tried again. If it lasts, ask the provider of {name} about its login service. What waits:", "mailq | tail -1; grep -n SMART_HOST /etc/mail/sendmail.mc")])
        .effect(Effect::Mention)
        .samples(&["AUTH=client, relay=thing, temporary failure, connection abort"]),
];
