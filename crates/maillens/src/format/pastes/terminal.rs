//! What further tools show on a terminal: files and their rights, what takes space, whether a host answers, what a spam
//! filter says of a message that it was given, vpopmail's mailboxes.

use super::service_status::shown;
use super::{Datum, Effect, Field, Format, Part, Pattern, Place, Role, Shape, Sign, field};
use crate::vocabulary::Level::{Permanent, Success, Warning};
use crate::vocabulary::Party::{self, OurServer, TheirServer};
use crate::vocabulary::TraceType::Dialogue;

/// What they show.
pub static FORMAT: Format = Format {
    id: "terminal",
    title: "what tools show: ls, du, ping, traceroute, rspamc, spamassassin, vuserinfo",
    found_in: &["a terminal"],
    sources: &[
        "coreutils 9 ls.c, du.c, stat.c",
        "util-linux 2.39 namei.c",
        "iputils 20240117 ping",
        "traceroute 2.1",
        "Rspamd 3 src/client/rspamc.cxx",
        "SpamAssassin 4 Conf.pm, sa-learn.raw",
        "vpopmail 5.4 vuserinfo.c, vdominfo.c, vauth.c",
    ],
    place: Place::Document(Dialogue),
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("prompt", Role::Keyword, "The prompt of the terminal.").shape(Shape::Prompt),
    field("mode", Role::State, "Who may do what: the owner, the group, all others.").shape(Shape::Word),
    field("owner", Role::Text, "The owner.").shape(Shape::Word),
    field("group", Role::Text, "The group.").shape(Shape::Word),
    field("size", Role::Text, "The size.").shape(Shape::Word),
    field("path", Role::Path, "The file or folder."),
    field("name", Role::State, "What it's called.").shape(Shape::Word),
    field("host", Role::Host, "The host.").shape(Shape::Word),
    field("ip", Role::Remote, "The address.").shape(Shape::Ip),
    field("number", Role::Count, "The count: {}."),
    field("share", Role::Count, "The share in percent: {}."),
    field("score", Role::Count, "The points: {}.").shape(Shape::Decimal),
    field("limit", Role::Count, "The limit: {}.").shape(Shape::Decimal),
    field("user", Role::User, "The mailbox.").shape(Shape::Word),
    field("secret", Role::Password, "A password, or its hash. It is masked.").shape(Shape::Word),
    field("text", Role::Text, "What the line says."),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
    field("pid", Role::Pid, "The process."),
    field("busy", Role::Count, "The share of a processor in percent: {}.")
        .datum(Datum::Busy)
        .shape(Shape::Decimal),
    field("load", Role::State, "How many programs wanted to run at once, over 1, 5 and 15 minutes.")
        .shape(Shape::Text),
    field("when", Role::Time, "When that was.").shape(Shape::Word),
    field("priority", Role::Keyword, "How important the program is.").shape(Shape::Word),
    field("nice", Role::Keyword, "How far it gives way to others.").shape(Shape::Word),
    field("virtual", Role::Keyword, "The memory that it may use.").shape(Shape::Word),
    field("resident", Role::Keyword, "The memory that it uses.").shape(Shape::Word),
    field("shared", Role::Keyword, "What of that it shares.").shape(Shape::Word),
    field("state", Role::Keyword, "What it does just now.").shape(Shape::Word),
    field("task", Role::State, "The program, with what it was called with.").shape(Shape::Text),
];

/// A line that means something only below others.
const fn below(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    shown(id, template, says).within(&[Part::Closed])
}

/// A fault that this server's people mend.
const fn fault(
    id: &'static str,
    template: &'static str,
    says: &'static str,
    next: &'static [(&'static str, &'static str)],
) -> Pattern {
    shown(id, template, says).level(Permanent).helps(OurServer, next)
}

/// A host that gives no answer.
const fn silent(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    shown(id, template, says).level(Permanent).helps(TheirServer, REACH)
}

/// What helps about a host that gives no answer.
const REACH: &[(&str, &str)] = &[(
    "Try the port that mail needs: many hosts don't answer to ping on purpose. If that fails, too, try from another network; then the host is down, or a firewall or the way to it is the cause.",
    "",
)];
/// What helps about a DNS server that lists don't answer.
const RESOLVER: &[(&str, &str)] = &[(
    "Let the filter ask a resolver of its own (unbound, on this server) instead of a public one or the provider's, then test again:",
    "cat /etc/resolv.conf; dig +short 2.0.0.127.zen.spamhaus.org",
)];
/// What helps about a domain that vpopmail doesn't have.
const DOMAIN: &[(&str, &str)] = &[(
    "Check its spelling. To see the domains that exist, and to add one:",
    "vdominfo -n; ls /home/vpopmail/domains",
)];

const PATTERNS: &[Pattern] = &[
    // Mailboxes of Cyrus.
    shown("cyradm", "localhost> lm {text}", "Someone worked on Cyrus's mailboxes (cyradm): {text}.").samples(&["localhost> lm user.anna*"]),
    shown("cyradm-box", "{name} (\\Has{text}", "Cyrus has the mailbox {name}.").samples(&["user.anna (\\HasNoChildren)"]),
    // What Exim's processes do now (exiwhat).
    shown("exim-sends", "{?{gap}}{pid} delivering {name} to {host} [{ip}]{?:{number}}{? ({text})}", "Exim is sending message {name} to {host} right now.").samples(&["  20711 delivering 1sE4Jx-0003aB-2c to mx.client.example [203.0.113.8] (ben@client.example)"]),
    shown("exim-waits", "{?{gap}}{pid} delivering {name}: waiting for a remote delivery subprocess to finish", "Exim is delivering message {name} right now; another of its processes sends it.").samples(&["20701 delivering 1sE4Jx-0003aB-2c: waiting for a remote delivery subprocess to finish"]),
    shown("exim-daemon", "{?{gap}}{pid} daemon({name}): {text}", "Exim runs.").level(Success).samples(&["20700 daemon(4.96): -q30m, listening for SMTP on port 25 (IPv4)"]),
    shown("exim-receives", "{?{gap}}{pid} handling incoming {?SMTP }{?call}{?connection} from {text}", "A client is connected to Exim right now: {text}.").samples(&["20702 handling incoming connection from mail.client.example [198.51.100.2]"]),
    // What takes the processor (top).
    shown("top", "top - {when} up {text} load average: {load}", "What kept the machine busy follows; its load average was {load}.").samples(&["top - 03:04:10 up 61 days,  4:11,  1 user,  load average: 58.21, 49.87, 31.02"]),
    shown("top-bare", "up {text} load average: {load}", "What kept the machine busy follows; its load average was {load}.").samples(&["up 61 days,  4:11,  1 user,  load average: 58.21, 49.87, 31.02"]),
    shown("top-heading", "{?{gap}}PID{gap}USER{gap}{text}COMMAND", "The programs follow, the busiest first.").samples(&["  PID USER      PR  NI  VIRT  RES  SHR S %CPU %MEM    TIME+  COMMAND"]),
    below("top-row", "{?{gap}}{pid}{gap}{owner}{gap}{priority}{gap}{nice}{gap}{virtual}{gap}{resident}{gap}{shared}{gap}{state}{gap}{busy}{gap}{score}{gap}{size}{gap}{task}", "The program \u{201c}{task}\u{201d} of {owner} takes {busy} percent of a processor.")
        .sign(Sign::Busy)
        .samples(&[" 9120 root      20   0 1290m 1.1g 2104 D 97.1 28.8  11:48.10 clamscan -r /home"]),
    // Files.
    fault("no-right", "{?ls}{?du}{?df}{?stat}{?find}{?namei}: {text}: Permission denied", "The user has no permission: {text}. Root may look.", &[("Call the same command again as root, or with sudo in front of it.", "")])
        .samples(&["du: cannot read directory '/var/vmail/shop.example/info': Permission denied"]),
    fault("no-file", "{?ls}{?du}{?df}{?stat}{?find}: {text} '{path}': No such file or directory", "The file or folder doesn't exist: {path}.", &[("Correct the path where it's named, or make what is missing. How far it exists:", "namei -l {path}")])
        .samples(&["ls: cannot access '/etc/letsencrypt/live/mail.shop.example/fullchain.pem': No such file or directory"]),
    fault("stale", "{?ls}{?du}{?df}{?stat}: {path}: Stale file handle", "A network folder (NFS) is mounted that its server doesn't know any more (stale): {path}.", &[("See that the NFS server runs and still shares that folder; then mount it again:", "umount -l {path}; mount {path}")])
        .samples(&["df: /srv/mail: Stale file handle"]),
    shown("file-dated", "{?d}{?-}{?l}{?s}r{mode}{gap}{number}{gap}{owner}{gap}{group}{gap}{size}{gap}{?Jan}{?Feb}{?Mar}{?Apr}{?May}{?Jun}{?Jul}{?Aug}{?Sep}{?Oct}{?Nov}{?Dec}{gap}{score}{gap}{name}{gap}{text}", "{text} belongs to {owner}, group {group}; its mode is r{mode}, behind the letter for its kind.")
        .sign(Sign::File)
        .samples(&["-rwxr-xr-x 1 root root 22600 Feb 12  2024 /usr/sbin/postdrop", "drwx-wx--- 2 postfix postdrop 4096 Dec  9 02:55 /var/spool/postfix/maildrop"]),
    shown("file", "{?d}{?-}{?l}{?s}rw{mode}{gap}{number}{gap}{owner}{gap}{group}{gap}{size}{gap}{text}", "It belongs to {owner}, group {group}: {text}.")
        .sign(Sign::File)
        .loose()
        .samples(&["drwx------  3 root  root  4096 2024-06-11 09:30 info"]),
    shown("file-fixed", "{?d}{?-}r-{mode}{gap}{number}{gap}{owner}{gap}{group}{gap}{size}{gap}{text}", "It belongs to {owner}, group {group}: {text}.").sign(Sign::File).loose().samples(&["-r--r----- 1 root root 1704 2024-05-14 10:00 /etc/dovecot/mail.key"]),
    shown("way", "f: {path}", "The way to {path}, folder by folder, follows.").effect(Effect::Birth(Dialogue)).samples(&["f: /var/vmail/shop.example/anna"]),
    below("way-ends", "{gap}{name} - No such file or directory", "The path doesn't exist from here on: {name}.").level(Permanent).helps(OurServer, &[("Correct the path where it's named, or make what is missing.", "")]).samples(&["                       neu - No such file or directory"]),
    below("way-step", "{?d}{?-}{?l}r{mode}{gap}{owner}{gap}{group}{gap}{name}", "The folder {name} belongs to {owner}, group {group}.").sign(Sign::WayStep).loose().samples(&["drwx------ webmail webmail webmail"]),
    shown("stat", "{gap}File: {path}", "What is known of {path} follows.").sign(Sign::StatPath).effect(Effect::Birth(Dialogue)).samples(&["  File: /var/spool/postfix/maildrop"]),
    below("stat-rights", "Access: ({mode})  Uid: ({?{gap}}{number}/{?{gap}}{owner})   Gid: ({?{gap}}{share}/{?{gap}}{group})", "Its owner is {owner}, with the mode (rights) {mode}, group {group}.").sign(Sign::StatRights).level(Success).samples(&["Access: (0755/drwxr-xr-x)  Uid: (    0/    root)   Gid: (    0/    root)"]),
    below("stat-value", "{?{gap}}{?Size}{?Device}{?Access}{?Modify}{?Change}{?Birth}: {text}", "A value of the file: {text}.").loose().samples(&["  Size: 4096      \tBlocks: 8          IO Block: 4096   directory"]),
    shown("usage", "{prompt}du {text}", "Someone asked what takes how much space.").effect(Effect::Birth(Dialogue)).samples(&["# du -sh /var/vmail/shop.example/* | sort -h"]),
    below("usage-row", "{size}{gap}/{path}", "The folder /{path} takes {size}.").sign(Sign::Usage).loose().samples(&["187G\t/var/vmail/shop.example/scan"]),
    // Hosts.
    shown("ping", "PING {host} ({ip}) {text}", "Someone tried whether {host} answers.").effect(Effect::Birth(Dialogue)).samples(&["PING mx.shop.example (192.0.2.10) 56(84) bytes of data."]),
    shown("ping-of-windows", "Ping{?ing}{? wird ausgeführt für} {host} [{ip}] {text}", "Someone tried whether {host} answers.").effect(Effect::Birth(Dialogue)).loose().samples(&["Pinging mail.shop.example [192.0.2.10] with 32 bytes of data:"]),
    below("ping-answer", "{number} bytes from {text}", "It answered.").samples(&["64 bytes from mx.shop.example (192.0.2.10): icmp_seq=1 ttl=55 time=13.4 ms"]),
    below("ping-answer-of-windows", "Reply from {ip}: {text}", "It answered.").samples(&["Reply from 192.0.2.10: bytes=32 time=13ms TTL=55"]),
    below("ping-answer-in-german", "Antwort von {ip}: {text}", "It answered.").samples(&["Antwort von 192.0.2.10: Bytes=32 Zeit=13ms TTL=55"]),
    below("ping-sum", "{?--- {host} ping statistics ---}{?Ping statistics for {ip}:}{?Ping-Statistik für {ip}:}", "How it went follows.").samples(&["--- mx.shop.example ping statistics ---"]),
    silent("ping-lost", "{number} packets transmitted, {text}, 100% packet loss{?, {text}}", "There was no answer to ping.").samples(&["3 packets transmitted, 0 received, 100% packet loss, time 2041ms"]),
    below("ping-some", "{number} packets transmitted, {text}% packet loss{?, {text}}", "The host answers to ping; of the tries, this share got no answer: {text} percent.").level(Success).loose().samples(&["3 packets transmitted, 3 received, 0% packet loss, time 2003ms"]),
    below("ping-times", "rtt {text}", "How long answers took.").samples(&["rtt min/avg/max/mdev = 13.104/13.266/13.401/0.122 ms"]),
    below("ping-pipe", "pipe {number}", "How many calls were on their way at once.").samples(&["pipe 3"]),
    silent("ping-unreachable", "From {host} icmp_seq={number} {text}", "The host is unreachable: {text}.").samples(&["From 192.0.2.1 icmp_seq=1 Destination Host Unreachable"]),
    silent("ping-no-answer", "{?Request timed out}{?Zeitüberschreitung der Anforderung}.", "There was no answer to ping in time.").within(&[Part::Closed]).samples(&["Request timed out."]),
    below("ping-windows", "{gap}Pa{?ckets}{?kete}: {text}", "How many got an answer.").samples(&["    Pakete: Gesendet = 4, Empfangen = 0, Verloren = 4"]),
    below("ping-windows-share", "{gap}({share}% {text}),", "The share without an answer: {share} percent.").samples(&["    (100% Verlust),"]),
    shown("trace", "traceroute to {host} ({ip}), {text}", "The way to {host} follows.").effect(Effect::Birth(Dialogue)).samples(&["traceroute to mx.shop.example (203.0.113.25), 30 hops max, 60 byte packets"]),
    below("hop-silent", "{?{gap}}{number}  * * *", "Nothing answered at step {number}.").sign(Sign::SilentHop).samples(&[" 3  * * *"]),
    below("hop", "{?{gap}}{number}  {text} ms{?{text}}", "A router on the way.").sign(Sign::Hop).loose().samples(&[" 1  gw.cloud.example (198.51.100.1)  0.412 ms  0.388 ms  0.375 ms"]),
    // rspamc.
    shown("rspamc", "Results for {?file}{?command}: {text}", "What Rspamd says of {text} follows.").effect(Effect::Birth(Dialogue)).samples(&["Results for file: stdin (0.218 seconds)"]),
    below("rspamc-spam", "Action: {?reject}{?add header}{?rewrite subject}{?soft reject}", "Rspamd takes the message for spam.")
        .level(Warning)
        .helps(Party::Sender, &[("The symbols with the most points say why. If it isn't spam, the sender mends those; here the message can be taught as good:", "rspamc learn_ham")])
        .samples(&["Action: reject"]),
    below("rspamc-wait", "Action: greylist", "Rspamd asks for greylisting: the sender should try again later.").level(Warning).samples(&["Action: greylist"]),
    below("rspamc-clean", "Action: no action", "Rspamd takes no action: the message is not spam to it.").level(Success).samples(&["Action: no action"]),
    below("rspamc-dns", "Symbol: {name}FAIL ({score})[{text}{?server fail}{?DNS error}]", "A DNS lookup failed, so a list or check said nothing: {name}FAIL.").level(Warning).helps(OurServer, RESOLVER).samples(&["Symbol: SPAMHAUS_FAIL (0.00)[198.51.100.20:server fail]"]),
    below("rspamc-test", "Symbol: GTUBE {text}", "The message is the test for spam filters (GTUBE), which each of them takes for spam.").level(Warning).samples(&["Symbol: GTUBE (0.00)"]),
    below("rspamc-symbol", "Symbol: {name} ({score}){?[{text}]}", "The rule {name} gave {score point}{? ({text})}.").loose().samples(&["Symbol: BAYES_HAM (-3.00)[100.00%]"]),
    below("rspamc-value", "{?[Metric}{?Spam}{?Score}{?Message - smtp_message}{?Urls}{?Emails}: {text}", "A part of what Rspamd says: {text}.").loose().samples(&["[Metric: default]"]),
    fault("rspamc-refused", "IO write error: {text}", "Rspamd isn't running, or doesn't listen there: {text}.", &[("Start it, and see in its log why it stopped:", "systemctl status rspamd; tail -20 /var/log/rspamd/rspamd.log")]).sign(Sign::Refused).samples(&["IO write error: Connection refused"]),
    shown("rspamc-known", "HTTP error: 208, {text}", "Rspamd has learned that message already, so there is nothing to do.").level(Success).samples(&["HTTP error: 208, <1@shop.example> has been already learned as spam, ignore it"]),
    fault("rspamc-password", "HTTP error: 40{?1}{?3}, {text}", "Rspamd's controller wants a password (unauthorized): this address isn't trusted without one.", &[("Give the password with -P, or add the address to secure_ip:", "rspamadm configdump worker | grep -A8 controller")]).samples(&["HTTP error: 403, Unauthorized"]),
    fault("rspamd-settings", "failed to load config: {text}", "The settings of Rspamd have an error: {text}.", &[("Correct the file and the line that it names, then test again:", "rspamadm configtest")]).samples(&["failed to load config: ucl parser error: line: 1, column: 9"]),
    // spamassassin.
    shown("sa-heading", "Spam detection software, running on the system \"{host}\",", "SpamAssassin on {host} checked a message.").effect(Effect::Birth(Dialogue)).samples(&["Spam detection software, running on the system \"mail.shop.example\","]),
    below("sa-ham", "has NOT identified this incoming email as spam.{?{text}}", "SpamAssassin doesn't take the message for spam: not spam.").level(Success).samples(&["has NOT identified this incoming email as spam.  The original"]),
    below("sa-spam", "has identified this incoming email as possible spam.{?{text}}", "SpamAssassin takes the message for spam.")
        .level(Warning)
        .helps(Party::Sender, &[("The rules with the most points say why. If it isn't spam, the sender mends those; here the message can be taught as good (sa-learn --ham).", "")])
        .samples(&["has identified this incoming email as possible spam.  The original"]),
    below("sa-text", "{?message has been attached to this so you can view it or label}{?similar future email.}{?  If you have any questions, see}{?the administrator of that system for details.}{?@@CONTACT_ADDRESS@@ for details.}", "A part of what SpamAssassin says.").loose().samples(&["message has been attached to this so you can view it or label"]),
    below("sa-preview", "Content preview:{gap}{text}", "How the message begins.").samples(&["Content preview:  Hello"]),
    shown("sa-points", "Content analysis details:{gap}({score} points, {limit} required)", "SpamAssassin gave {score point}; from {limit} on it takes a message for spam.").samples(&["Content analysis details:   (-2.1 points, 5.0 required)"]),
    below("sa-columns", "{?{gap}}pts rule name{text}", "The names of the columns.").samples(&[" pts rule name              description"]),
    below("sa-blocked", "{?{gap}}{score} {name}_BLOCKED{text}", "A block list refuses the queries of the DNS server (resolver) that SpamAssassin asks, as too many or from a public one: {name}_BLOCKED.").level(Warning).helps(OurServer, RESOLVER).samples(&[" 0.0 URIBL_BLOCKED          ADMINISTRATOR NOTICE: The query to URIBL was"]),
    below("sa-rule", "{?{gap}}{score} {name}{gap}{text}", "The rule {name} gave {score point}: {text}.").loose().samples(&[" 3.5 BAYES_99               BODY: Bayes spam probability is 99 to 100%"]),
    below("sa-more", "                            {text}", "The rest of the line above.").loose().samples(&["                            [score: 1.0000]"]),
    shown("sa-learned", "Learned tokens from {number} message(s) ({text} message(s) examined)", "SpamAssassin learned from {number message}; those that it knew already don't count.").level(Success).samples(&["Learned tokens from 41 message(s) (44 message(s) examined)"]),
    fault("sa-dump", "ERROR: Bayes dump returned an error{text}", "The Bayes database could not be read: it's missing, of another user, or damaged (error).", &[("See whose it is, and call it as the user that SpamAssassin runs as:", "sa-learn -D bayes --dump magic 2>&1 | tail; ls -l ~/.spamassassin")]).samples(&["ERROR: Bayes dump returned an error, please re-run with -D for more information"]),
    // vpopmail.
    shown("mailbox-name", "name:   {user}", "What is known of the mailbox {user} follows.").effect(Effect::Birth(Dialogue)).samples(&["name:   anna"]),
    shown("mailbox-password", "{?clear }passwd:{?{gap}{secret}}", "The password of the mailbox, masked here.").samples(&["passwd: $1$9sKqLw2e$yT0bV7nR4cXzQ1mHdFpJe."]),
    shown("mailbox-value", "{?comment/gecos}{?flags}{?gecos}{?limits}{?quota}{?usage}{?last auth}{?last auth ip}:{?{gap}{text}}", "A value of the mailbox.").loose().samples(&["comment/gecos: Office"]),
    below("mailbox-more", "{?name}{?uid}{?gid}{?dir}{?alias}:{gap}{text}", "A value of the mailbox or domain.").loose().samples(&["dir:       /home/vpopmail/domains/shop.example/info"]),
    shown("mailbox-full", "usage:{gap}100%", "The mailbox is full: its quota is used up.").level(Warning).helps(Party::Recipient, &[("The owner deletes mail and empties the trash, or the limit is raised (vsetuserquota).", "")]).samples(&["usage:     100%"]),
    below("mailbox-closed", "{gap}{name} access {?is }closed", "The access by {name} is closed for this mailbox, so it's disabled there whatever the password.").level(Warning).helps(OurServer, &[("If it should be open again (vmoduser -x clears all these flags), name the mailbox behind it.", "")]).samples(&["        pop access closed"]),
    below("mailbox-bounces", "{gap}mail will be bounced back to sender", "Mail to this mailbox is bounced: returned to its sender.").level(Warning).helps(OurServer, &[("If it should take mail again (vmoduser -x clears all these flags), name the mailbox behind it.", "")]).samples(&["        mail will be bounced back to sender"]),
    shown("mail-domain", "users:{gap}{number}", "The domain is set up here, with {number user}.").level(Success).samples(&["users:  14"]),
    fault("no-domain", "{?Invalid domain name}{?Error: Domain does not exist}", "The domain does not exist on this server: vpopmail doesn't know it.", DOMAIN).samples(&["Invalid domain name"]),
    fault("has-user", "Error: User already exists", "The mailbox already exists, so it wasn't made again.", &[("If only its password should change, use vpasswd instead of vadduser.", "")]).samples(&["Error: User already exists"]),
    fault("short-password", "Error: password too short{text}", "The password is too short{text}, so it wasn't changed.", &[("Choose a longer one; several words in a row are easy to type and hard to guess.", "")]).samples(&["Error: password too short (min=8)"]),
    fault("no-database", "Error - no authentication database connection. {text}", "The program vpopmail got no connection to its database of mailboxes (MySQL), or its settings could not be read.", &[("See whether MySQL runs, and whether this user may read the settings of the connection:", "systemctl status mysql mariadb; ls -l ~vpopmail/etc/vpopmail.mysql")]).samples(&["Error - no authentication database connection. Initial open."]),
];
