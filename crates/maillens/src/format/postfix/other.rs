//! Postfix master, anvil, scache, tlsmgr, verify, postsuper, the control script: the programs that keep
//! the mail system running, and the words that all of its programs use when something breaks.

use super::smtpd::{DETAIL, QID};
use super::{Datum, Effect, Field, Format, Pattern, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Alert, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Message;

pub(super) const TABLE_TYPE_UNKNOWN: &[(&str, &str)] = &[(
    "See which types of tables this Postfix knows and which settings name the type {what}; install the package that has it (Debian has postfix-mysql, -pgsql, -ldap, -pcre, -lmdb, -sqlite, and -cdb), or use another type:",
    "postconf -m; postconf -n | grep -F {what}:",
)];

/// What helps where Postfix was built without Berkeley DB, which makes the tables of the types hash and btree.
pub(super) const NO_BERKELEY_DB: &[(&str, &str)] = &[
    (
        "Let Postfix use lmdb instead, and write lmdb: for hash: and btree: wherever its settings name tables so:",
        "postconf -m; postconf -e default_database_type=lmdb; postconf -n | grep -e hash: -e btree:; grep -n -e hash: -e btree: /etc/postfix/master.cf",
    ),
    (
        "Then build each of these tables again (postmap lmdb: and the table's file), the aliases too, and load the settings:",
        "newaliases; postfix reload",
    ),
];

const PROGRAM_ENDED: &[(&str, &str)] = &[(
    "The line before it, of the program itself, says why it ended. See the errors around it:",
    "journalctl -p warning -n 50",
)];

const SERVICE_REFUSED: &[(&str, &str)] = &[
    (
        "Start the service that listens there, or correct the setting that points there. What listens on this server:",
        "ss -ltnpx",
    ),
    (
        "See which settings of Postfix name a policy service, a filter or a milter:",
        "postconf -n | grep -e check_policy -e filter -e milter; postconf -M",
    ),
];

const QUEUE_FOLDERS: &[(&str, &str)] = &[
    (
        "See who owns the folders of Postfix, and with which permissions; then restore them:",
        "ls -ld /var/spool/postfix /var/spool/postfix/* /var/lib/postfix; postfix set-permissions",
    ),
    ("Check that nothing is left, and that only one Postfix is running:", "postfix check; postfix status"),
];

const SETTING_WRONG: &[(&str, &str)] = &[(
    "Correct the setting that the line names, then load it:",
    "postconf -n; postfix check; postfix reload",
)];

const TABLE_MISSING: &[(&str, &str)] = &[(
    "See which types of tables this Postfix knows and which tables its settings name; install the package of the type that's missing, or build the table with postmap (newaliases for aliases):",
    "postconf -m; postconf -n | grep -e _maps -e _domains -e alias",
)];

/// What helps where a key belongs to another certificate.
const KEY_MISMATCH: &[(&str, &str)] = &[
    (
        "Set the key that was made with this certificate: renewing makes a new pair, and both files must come from it. If the two lines that this prints differ, the files don't belong together:",
        "openssl x509 -noout -pubkey -in \"$(postconf -hx smtpd_tls_cert_file)\" | sha256sum; openssl pkey -pubout -in \"$(postconf -hx smtpd_tls_key_file)\" | sha256sum",
    ),
    ("Then load the settings:", "postfix reload"),
];

/// What helps where the system doesn't let Postfix read a certificate or key.
const CERTIFICATE_FORBIDDEN: &[(&str, &str)] = &[
    (
        "Postfix opens these files as root, so see what forbids it beyond owner and mode: SELinux (restorecon -v and the file) or AppArmor, a network drive, a container without the right to it:",
        "ls -lZ {file}; namei -l {file}; ausearch -m avc -ts recent; dmesg | grep -i apparmor | tail",
    ),
    ("Then load the settings:", "postfix reload"),
];

/// What helps where a certificate or key file isn't there.
const CERTIFICATE_MISSING: &[(&str, &str)] = &[(
    "Put the file there, or correct the setting that names it, then load the settings:",
    "ls -l {file}; postconf -n | grep -e tls_cert_file -e tls_key_file -e tls_chain_files; postfix reload",
)];

/// What helps where a file holds no certificate or key.
const CERTIFICATE_EMPTY: &[(&str, &str)] = &[(
    "The file must be in PEM form: text between lines that begin with “-----BEGIN” and “-----END”. See what is in each, and put the right one there:",
    "for file in $(postconf -hx smtpd_tls_cert_file smtpd_tls_key_file smtpd_tls_chain_files); do file \"$file\"; grep BEGIN \"$file\"; done",
)];

const CERTIFICATE_NOT_READ: &[(&str, &str)] = &[(
    "See which certificate and key are set, and whether they can be read and belong together:",
    "postconf smtpd_tls_cert_file smtpd_tls_key_file smtpd_tls_chain_files",
)];

const CERTIFICATE_EXPIRED: &[(&str, &str)] = &[
    (
        "Renew the certificate and load it: a running Postfix or Dovecot keeps the old one until it's reloaded.",
        "certbot renew; systemctl reload postfix dovecot",
    ),
    (
        "If this still shows a valid one, look for an expired certificate in its chain, or a wrong date on the client:",
        "openssl s_client {listener} </dev/null 2>/dev/null | openssl x509 -noout -dates -ext subjectAltName; openssl s_client {listener} -showcerts </dev/null 2>/dev/null | grep -e ' [si]:' -e 'Verify return'",
    ),
];

const CERTIFICATE_NOT_TRUSTED: &[(&str, &str)] = &[
    (
        "See which certificate this server shows, until when it's valid, and whether the chain is complete:",
        "openssl s_client {listener} </dev/null 2>/dev/null | openssl x509 -noout -dates -ext subjectAltName; openssl s_client {listener} -showcerts </dev/null 2>/dev/null | grep -e ' [si]:' -e 'Verify return'",
    ),
    (
        "If it was renewed, reload Postfix; if it's right, the client doesn't trust the CA or uses another name:",
        "postconf smtpd_tls_cert_file smtpd_tls_chain_files; postfix reload",
    ),
];

/// What the rest of Postfix writes to the mail log.
pub static FORMAT: Format = Format {
    id: "postfix-other",
    title: "a helper of Postfix",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "journalctl -u 'postfix*'"],
    sources: &[
        "Postfix master.c, anvil.c, scache.c, verify.c, postsuper.c, postfix-script, msg.c",
        "Postfix 3.7 run",
    ],
    programs: &[
        "postfix",
        "postfix-script",
        "master",
        "anvil",
        "scache",
        "tlsmgr",
        "verify",
        "postsuper",
        "trivial-rewrite",
        "proxymap",
        "showq",
        "flush",
        "postqueue",
        "postmap",
        "postlog",
        "postlogd",
        "postmulti",
        "postconf",
        "postalias",
        "newaliases",
        "smtpd",
        "smtp",
        "lmtp",
        "local",
        "virtual",
        "pipe",
        "error",
        "retry",
        "discard",
        "cleanup",
        "pickup",
        "qmgr",
        "bounce",
        "defer",
        "trace",
        "postscreen",
        "dnsblog",
        "tlsproxy",
        "sendmail",
        "send-mail",
        "postdrop",
    ],
    realm: "postfix",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    QID,
    DETAIL,
    field("what", Role::State, "What was counted.").shape(Shape::Text),
    field("rate", Role::Count, "The largest count in that time: {}."),
    field("seconds", Role::Duration, "The time that was counted over, in seconds: {}.").shape(Shape::Number),
    field("client", Role::Ip, "The service, and the client that it is about.").shape(Shape::Text),
    field("date", Role::Time, "When that was. It has no year.").shape(Shape::Text),
    field("hits", Role::Count, "Found: {}."),
    field("miss", Role::Count, "Not found: {}."),
    field("percent", Role::Count, "Found, in per cent: {}."),
    field("kept", Role::Count, "Kept: {}."),
    field("dropped", Role::Count, "Dropped: {}."),
    field("file", Role::Path, "The file or table that it is about."),
    field("version", Role::State, "The version of Postfix.").shape(Shape::Word),
    field("program", Role::Program, "The program that it is about.").shape(Shape::Text),
    field("pid", Role::Count, "The process number: {}.").datum(Datum::Process),
    field("status", Role::Count, "The number that it ended with: {}."),
    field("error", Role::Text, "What went wrong."),
    field("limit", Role::Count, "The limit: {}."),
    field("number", Role::Count, "How many messages: {}.").datum(Datum::WantedPort),
];

/// A database that blocks this server.
const DATABASE_FULL: &[(&str, &str)] = &[
    (
        "See who holds the connections; end what hangs, and raise the limit if all of them are needed (max_connections). What asks for more than it should is often a website or a scan:",
        "mariadb-admin processlist; mariadb -e \"SHOW VARIABLES LIKE 'max%connections'\"",
    ),
    (
        "Let all of Postfix share a few connections: write proxy: in front of mysql: and pgsql: in its settings.",
        "postconf -n | grep -e mysql: -e pgsql:",
    ),
];

const UNBLOCK: &[(&str, &str)] = &[
    ("On {client}, the database's own server, lift the block:", "mariadb-admin flush-hosts"),
    (
        "Then find there what breaks the connections (monitoring or a scan that connects and says nothing, the network), and raise max_connect_errors if the limit is low:",
        "mariadb -e \"SHOW GLOBAL STATUS LIKE 'Aborted_connects'; SHOW GLOBAL VARIABLES LIKE 'max_connect_errors'\"",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("anvil-rate", "statistics: max {what} rate {rate}/{seconds}s for ({client}) at {date}")
        .says("The busiest client of the last minutes had {rate} in {seconds second} ({what}).")
        .samples(&["statistics: max connection rate 100/60s for (127.0.30.1:25:198.51.100.69) at Nov 21 19:12:04", "statistics: max auth rate 5/60s for (127.0.30.1:587:2001:db8:77:3::abcd) at Nov 21 19:14:02"]),
    line("anvil-count", "statistics: max {what} count {rate} for ({client}) at {date}")
        .says("The busiest client of the last minutes had {rate} at the same time ({what}).")
        .samples(&["statistics: max connection count 3 for (127.0.30.1:25:203.0.113.9) at Nov 21 19:11:21"]),
    line("anvil-cache", "statistics: max cache size {rate} at {date}")
        .says("At most {rate client was|clients were} counted at the same time.")
        .samples(&["statistics: max cache size 38 at Nov 21 19:12:03"]),
    line("cache-start", "statistics: start interval {date}")
        .says("The statistics about connections that are used again begin at that time.")
        .samples(&["statistics: start interval Nov 21 19:11:04"]),
    line("cache-lookup", "statistics: {what} lookup hits={hits} miss={miss} success={percent}%")
        .says("How often an open connection could be used again: {percent} per cent.")
        .samples(&["statistics: domain lookup hits=3 miss=5 success=37%", "statistics: address lookup hits=0 miss=5 success=0%"]),
    line("cache-most", "statistics: max simultaneous domains={hits} addresses={miss} connection={rate}")
        .says("The most connections that were kept open at the same time.")
        .samples(&["statistics: max simultaneous domains=1 addresses=2 connection=2"]),
    line("cache-cleanup", "cache {file} full cleanup: retained={kept} dropped={dropped} entries")
        .says("A store of remembered answers was tidied up. This is normal.")
        .samples(&["cache btree:/var/lib/postfix/verify_cache full cleanup: retained=0 dropped=0 entries"]),
    line("cache-close", "close database {file}: No such file or directory (possible Berkeley DB bug)")
        .says("A known harmless message of the Berkeley DB library when a store of remembered answers is closed. Nothing is lost, and nothing needs to be done.")
        .alarming()
        .samples(&["close database /var/lib/postfix/postscreen_cache.db: No such file or directory (possible Berkeley DB bug)"]),
    line("started", "daemon started -- version {version}, configuration {file}")
        .sign(Sign::Works)
        .says("Postfix {version} started.")
        .samples(&["daemon started -- version 3.7.11, configuration /etc/postfix"]),
    line("reloaded", "reload -- version {version}, configuration {file}")
        .says("Postfix read its settings again.")
        .samples(&["reload -- version 3.7.11, configuration /etc/postfix"]),
    line("stopped", "terminating on signal {status}")
        .says("Postfix was stopped.")
        .level(Warning)
        .helps(Party::Nobody, &[("If nobody stopped it on purpose, see who did, then start it:", "systemctl status postfix; postfix status")])
        .samples(&["terminating on signal 15"]),
    line("exit-time", "master exit time has arrived")
        .says("Postfix stopped because it was told to run for a certain time only.")
        .samples(&["master exit time has arrived"]),
    line("program-died", "warning: process {program} pid {pid} exit status {status}")
        .says("A program of Postfix exited with an error. Its own lines say why.")
        .level(Alert)
        .follows()
        .helps(Party::OurServer, PROGRAM_ENDED)
        .samples(&["warning: process /usr/lib/postfix/sbin/smtpd pid 1234 exit status 1"]),
    line("program-killed", "warning: process {program} pid {pid} killed by signal {status}")
        .says("A program of Postfix was killed by signal {status}. Signal 9 often means that memory ran out.")
        .level(Alert)
        .follows()
        .helps(Party::OurServer, PROGRAM_ENDED)
        .samples(&["warning: process /usr/lib/postfix/sbin/smtpd pid 1234 killed by signal 9"]),
    line("throttled", "warning: {program}: bad command startup -- throttling")
        .says("A program of Postfix fails again and again when it starts, so it is tried less often. The lines just above say why.")
        .level(Alert)
        .follows()
        .helps(Party::OurServer, PROGRAM_ENDED)
        .samples(&["warning: /usr/lib/postfix/sbin/smtpd: bad command startup -- throttling"]),
    line("process-limit", "warning: service \"{what}\" ({client}) has reached its process limit \"{limit}\": new clients may experience noticeable delays")
        .says("All {limit place} of the service {what} are taken: too much mail, or someone attacks. Clients wait.")
        .level(Alert)
        .helps(Party::OurServer, &[
            ("See who holds the connections:", "ss -tnp state established '( sport = :25 or sport = :587 )'"),
            ("If the load is right for this server, raise the process limit of that service in master.cf:", "postconf default_process_limit; postconf -M"),
        ])
        .samples(&["warning: service \"smtp\" (25) has reached its process limit \"100\": new clients may experience noticeable delays"]),
    line("process-limit-advice", "warning: to avoid this condition, increase the process count in master.cf or reduce the service time per client")
        .says("Advice of Postfix about a service with all places taken.")
        .samples(&["warning: to avoid this condition, increase the process count in master.cf or reduce the service time per client"]),
    line("process-limit-see", "warning: see {file} for examples of stress-adapting configuration settings")
        .says("Advice of Postfix about a service with all places taken.")
        .samples(&["warning: see https://www.postfix.org/STRESS_README.html for examples of stress-adapting configuration settings"]),
    line("tls-detail", "warning: TLS library problem: {error}")
        .sign(Sign::TlsDetail)
        .says("More about why encryption did not come about.")
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["warning: TLS library problem: error:0A000126:SSL routines::unexpected eof while reading:../ssl/record/rec_layer_s3.c:303:"]),
    line("tls-old-client", "warning: TLS library problem: error:{detail}:unsupported protocol:{error}")
        .says("The client offers only old versions of encryption that this server does not take any more.")
        .level(Warning)
        .helps(Party::Sender, &[("The client must be updated. If it's a device that can't be, allow its old version of TLS for now, knowing that it's weak:", "postconf smtpd_tls_protocols smtpd_tls_mandatory_protocols smtpd_tls_ciphers tls_preempt_cipherlist")])
        .effect(Effect::Ahead)
        .samples(&["warning: TLS library problem: error:0A000102:SSL routines::unsupported protocol:../ssl/statem/statem_srvr.c:1657:"]),
    line("tls-not-trusted", "warning: TLS library problem: error:{detail} alert unknown ca:{error}")
        .says("The client doesn't trust this server's certificate: it doesn't know the authority (CA) that signed it, or the chain is incomplete.")
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, CERTIFICATE_NOT_TRUSTED)
        .samples(&["warning: TLS library problem: error:0A000418:SSL routines::tlsv1 alert unknown ca:../ssl/record/rec_layer_s3.c:1586:SSL alert number 48:"]),
    line("tls-certificate-refused", "warning: TLS library problem: error:{detail} alert bad certificate:{error}")
        .says("The client refused this server's certificate: often because the client uses a name that is not in it.")
        .level(Warning)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, CERTIFICATE_NOT_TRUSTED)
        .samples(&["warning: TLS library problem: error:0A000412:SSL routines::sslv3 alert bad certificate:../ssl/record/rec_layer_s3.c:1586:SSL alert number 42:"]),
    line("tls-certificate-expired", "warning: TLS library problem: error:{detail} alert certificate expired:{error}")
        .says("The client broke off because this server's certificate has expired.")
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, CERTIFICATE_EXPIRED)
        .samples(&["warning: TLS library problem: error:14094415:SSL routines:ssl3_read_bytes:sslv3 alert certificate expired:../ssl/record/rec_layer_s3.c:1543:SSL alert number 45:"]),
    line("tls-certificate-unknown", "warning: TLS library problem: error:{detail} alert certificate unknown:{error}")
        .says("The client didn't accept this server's certificate, and doesn't say why.")
        .level(Warning)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, CERTIFICATE_NOT_TRUSTED)
        .samples(&["warning: TLS library problem: error:14094416:SSL routines:ssl3_read_bytes:sslv3 alert certificate unknown:../ssl/record/rec_layer_s3.c:1543:SSL alert number 46:"]),
    not_spoken("tls-not-spoken", "warning: TLS library problem: error:{detail}:wrong version number:{error}", &["warning: TLS library problem: error:0A00010B:SSL routines::wrong version number:../ssl/record/ssl3_record.c:354:"]),
    not_spoken("tls-web-request", "warning: TLS library problem: error:{detail}:http request:{error}", &["warning: TLS library problem: error:1407609C:SSL routines:SSL23_GET_CLIENT_HELLO:http request:s23_srvr.c:420:"]),
    not_spoken("tls-other-protocol", "warning: TLS library problem: error:{detail}:unknown protocol:{error}", &["warning: TLS library problem: error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol:s23_srvr.c:647:"]),
    line("tls-no-cipher", "warning: TLS library problem: error:{detail}:no shared cipher:{error}")
        .says("Client and server know no way to encrypt in common: the client is too old.")
        .level(Warning)
        .helps(Party::Sender, &[("The client must be updated. If it's a device that can't be, allow its old version of TLS for now, knowing that it's weak:", "postconf smtpd_tls_protocols smtpd_tls_mandatory_protocols smtpd_tls_ciphers tls_preempt_cipherlist")])
        .effect(Effect::Ahead)
        .samples(&["warning: TLS library problem: error:0A0000C1:SSL routines::no shared cipher:../ssl/statem/statem_srvr.c:2220:"]),
    line("released", "{qid}: released from hold")
        .says("An administrator let the message go on that was held.")
        .effect(Effect::Part(Message))
        .samples(&["71E829B85D4: released from hold"]),
    line("held", "{qid}: placed on hold")
        .says("An administrator holds the message in the queue.")
        .level(Warning)
        .helps(Party::OurServer, &[("Look at the message, then let it go on, or delete it with postsuper -d:", "postcat -q {qid}; postsuper -H {qid}")])
        .effect(Effect::Part(Message))
        .samples(&["71E829B85D4: placed on hold"]),
    line("requeued", "{qid}: requeued")
        .says("An administrator had the message queued again. It gets a new queue id.")
        .effect(Effect::Part(Message))
        .samples(&["71E829B85D4: requeued"]),
    line("expired-by-admin", "{qid}: expired")
        .says("An administrator expired the message early; its sender is notified.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["71E829B85D4: expired"]),
    line("released-count", "Released from hold: {number} message{?s}")
        .says("An administrator let {number held message} go on.")
        .samples(&["Released from hold: 1 message", "Released from hold: 3 messages"]),
    line("deleted-count", "Deleted: {number} message{?s}")
        .says("An administrator deleted {number message} from the queue. They were not delivered.")
        .level(Warning)
        .samples(&["Deleted: 1 message"]),
    line("requeued-count", "Requeued: {number} message{?s}")
        .says("An administrator had {number message} queued again.")
        .samples(&["Requeued: 2 messages"]),
    line("held-count", "Placed on hold: {number} message{?s}")
        .says("An administrator holds {number message} in the queue.")
        .level(Warning)
        .samples(&["Placed on hold: 2 messages"]),
    line("expired-count", "Expired: {number} message{?s}")
        .says("An administrator ended {number message} early.")
        .level(Warning)
        .samples(&["Expired: 2 messages"]),
    line("starting", "starting the Postfix mail system")
        .says("Postfix is being started.")
        .samples(&["starting the Postfix mail system"]),
    line("stopping", "stopping the Postfix mail system")
        .says("Postfix is being stopped.")
        .level(Warning)
        .helps(Party::Nobody, &[("If nobody stopped it on purpose, see who did, then start it:", "systemctl status postfix; postfix status")])
        .samples(&["stopping the Postfix mail system"]),
    line("refreshing", "refreshing the Postfix mail system")
        .says("Postfix reloads its settings.")
        .samples(&["refreshing the Postfix mail system"]),
    line("running", "the Postfix mail system is running: PID: {pid}")
        .says("Postfix runs.")
        .samples(&["the Postfix mail system is running: PID: 1234"]),
    line("not-running", "the Postfix mail system is not running")
        .says("Postfix does not run.")
        .level(Alert)
        .helps(Party::OurServer, &[("Start Postfix; if it doesn't come up, it says why in its log:", "postfix check; postfix start; journalctl -u 'postfix*' -n 30")])
        .sign(Sign::MailSystemDown)
        .samples(&["the Postfix mail system is not running"]),
    line("unused-quota", "warning: {file}: unused parameter: virtual_{?maildir}{?mailbox_limit}{?overquota}{?trash}{?create_maildirsize}_{detail}")
        .says("A setting for quotas (virtual_..., {detail}) does nothing: only a Postfix with the VDA patch knows it. That is harmless, unless somebody relies on those quotas.")
        .level(Warning)
        .helps(Party::Nobody, &[("Take it out of {file}, so that the warning goes away; quotas are Dovecot's matter today:", "postconf -n | grep -e '^virtual_.*limit' -e '^virtual_maildir' -e '^virtual_overquota'")])
        .samples(&["warning: /etc/postfix/main.cf: unused parameter: virtual_maildir_extended=yes"]),
    line("unused-parameter", "warning: {file}: unused parameter: {detail}")
        .says("A setting of Postfix has a name that nothing uses: {detail}. It's misspelled, or it belongs to a patch or a service that this Postfix doesn't have; it does nothing.")
        .level(Warning)
        .helps(Party::OurServer, &[("Take it out of {file}, or correct its spelling (man 5 postconf); then load the settings:", "postfix reload")])
        .samples(&["warning: /etc/postfix/main.cf: unused parameter: smtpd_tls_cert=/etc/x.pem"]),
    line("writable", "warning: group or other writable: {file}")
        .says("Other users of the server can change {file}, which Postfix does not want.")
        .level(Warning)
        .helps(Party::OurServer, &[("Put owners and permissions back as Postfix's packages set them:", "postfix set-permissions; postfix check")])
        .samples(&["warning: group or other writable: /etc/postfix/main.cf"]),
    line("not-owned", "warning: not owned by {what}: {file}")
        .says("The file {file} does not belong to {what}, as Postfix wants it.")
        .level(Warning)
        .helps(Party::OurServer, &[("Put owners and permissions back as Postfix's packages set them:", "postfix set-permissions; postfix check")])
        .samples(&["warning: not owned by root: /var/spool/postfix/etc/resolv.conf", "warning: not owned by postfix: /var/lib/postfix/master.lock"]),
    line("bind", "fatal: bind {client} port {number}: {error}")
        .says("Postfix can't use {client}, port {number}: {error}. So that service doesn't start.")
        .level(Alert)
        .helps(Party::OurServer, &[
            ("See which program has the port, and which addresses this server has:", "ss -ltnp; ip -br addr"),
            ("Stop the other program, or correct inet_interfaces or master.cf:", "postconf inet_interfaces; postconf -M"),
        ])
        .samples(&["fatal: bind 0.0.0.0 port 25: Address already in use", "fatal: bind 192.0.2.7 port 587: Cannot assign requested address"]),
    line("no-relay-rule", "fatal: in parameter {what}, specify at least one working instance of: {detail}")
        .says("No rule keeps this server from relaying for everyone ({what}), so Postfix accepts no mail.")
        .level(Alert)
        .helps(Party::OurServer, &[
            ("Put reject_unauth_destination into smtpd_relay_restrictions, after those who may relay; without it the server would be an open relay:", "postconf -e 'smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination'"),
            ("Load the settings and see which restrictions are set:", "postfix reload; postconf smtpd_relay_restrictions smtpd_recipient_restrictions"),
        ])
        .samples(&["fatal: in parameter smtpd_relay_restrictions or smtpd_recipient_restrictions, specify at least one working instance of: reject_unauth_destination, defer_unauth_destination, reject, defer, defer_if_permit or check_relay_domains"]),
    line("unknown-restriction", "warning: unknown smtpd restriction: \"{what}\"")
        .says("A list of restrictions holds {what}, which Postfix doesn't know, so clients get 451 4.3.5. Usually it's mistyped.")
        .level(Alert)
        .helps(Party::OurServer, SETTING_WRONG)
        .samples(&["warning: unknown smtpd restriction: \"reject_unknwon_client\""]),
    line("lock", "fatal: open lock file {file}: {error}")
        .says("The lock file {file} could not be used: {error}. Another Postfix is running, or the file's permissions are wrong.")
        .level(Alert)
        .helps(Party::OurServer, QUEUE_FOLDERS)
        .samples(&["fatal: open lock file /var/lib/postfix/master.lock: unable to set exclusive lock: Resource temporarily unavailable"]),
    line("both-lists", "warning: do not list domain {what} in BOTH {detail}")
        .sign(Sign::InTwoLists)
        .says("The domain {what} is in two lists of domains at once ({detail}), so its mail can go the wrong way.")
        .level(Warning)
        .helps(Party::OurServer, &[
            (
                "Leave {what} in one list only: take it out of mydestination if its mailboxes or aliases are virtual (Dovecot, a database, a control panel). It can be there through $myhostname or $mydomain, too:",
                "postconf mydestination myhostname mydomain virtual_mailbox_domains virtual_alias_domains relay_domains",
            ),
            ("Then load the settings:", "postfix reload"),
        ])
        .samples(&["warning: do not list domain shop.example in BOTH mydestination and virtual_mailbox_domains"]),
    line("aliases-missing", "{?fatal: }{?error: }{?warning: }open database {?/etc/aliases}{?/etc/postfix/aliases}{?/etc/mail/aliases}.db: No such file or directory")
        .says("The database of the aliases doesn't exist: it was never built, or was removed, so mail for local users is deferred.")
        .level(Alert)
        .helps(Party::OurServer, &[("Build it, then send what waits:", "newaliases && postqueue -f")])
        .samples(&["error: open database /etc/aliases.db: No such file or directory"]),
    line("database-missing", "{?fatal: }{?error: }{?warning: }open database {file}.db: No such file or directory")
        .says("The database {file}.db that Postfix reads doesn't exist: the table was never built, or was removed.")
        .level(Alert)
        .helps(Party::OurServer, &[("Make the database from the table's text file, then load the settings:", "postmap {file} && postfix reload")])
        .samples(&["error: open database /etc/postfix/virtual.db: No such file or directory"]),
    line("table-missing", "fatal: open database {file}: {error}")
        .says("The table {file} could not be opened: {error}. The program that needs it stopped.")
        .level(Alert)
        .helps(Party::OurServer, TABLE_MISSING)
        .samples(&["fatal: open database /etc/postfix/access.db: Permission denied"]),
    line("table-type", "error: unsupported dictionary type: {what}")
        .says("This Postfix can't read tables of the type {what}; usually its package isn't installed.")
        .level(Alert)
        .helps(Party::OurServer, TABLE_TYPE_UNKNOWN)
        .samples(&["error: unsupported dictionary type: mysql"]),
    line("table-type-db", "error: unsupported dictionary type: {?hash}{?btree}")
        .says("This Postfix was built without Berkeley DB, as on RHEL and Rocky 10, so it can't read tables of the types hash and btree.")
        .level(Alert)
        .helps(Party::OurServer, NO_BERKELEY_DB)
        .samples(&["error: unsupported dictionary type: hash", "error: unsupported dictionary type: btree"]),
    line("table-type-warned", "warning: unsupported dictionary type: {what}")
        .says("This Postfix can't read tables of the type {what}; the next line names the table.")
        .level(Warning)
        .effect(Effect::Ahead)
        .samples(&["warning: unsupported dictionary type: hash"]),
    line("proxymap-missing", "fatal: proxymap service is not configured for table {detail}")
        .says("The setting proxy_read_maps doesn't list the table {detail}, so it can't be read through proxymap.")
        .level(Alert)
        .helps(Party::OurServer, TABLE_MISSING)
        .samples(&["fatal: proxymap service is not configured for table \"mysql:/etc/postfix/x.cf\""]),
    line("lookup-of-failed", "warning: {file}: lookup of '{what}' failed")
        .says("The table {file} could not be read for {what}, so mail that needs it is deferred.")
        .level(Alert)
        .follows()
        .helps(Party::OurServer, TABLE_MISSING)
        .samples(&["warning: hash:/etc/aliases: lookup of 'root' failed"]),
    line("proxy-filter", "warning: connect to proxy filter {client}: {error}")
        .says("The content filter in front of the queue at {client} can't be reached: {error}. Clients get a temporary refusal and try again later.")
        .level(Alert)
        .helps(Party::OurServer, SERVICE_REFUSED)
        .samples(&["warning: connect to proxy filter 127.0.0.1:10024: Connection refused"]),
    line("socket-malformed", "warning: {program} socket: malformed response")
        .says("The service {program} broke off without an answer. Its own fatal line, or one of master, says why.")
        .level(Alert)
        .follows()
        .helps(Party::OurServer, SERVICE_REFUSED)
        .samples(&["warning: private/smtp socket: malformed response"]),
    line("certificate-not-read", "warning: cannot get {what} from file {file}: disabling TLS support")
        .says("Postfix couldn't load its {what} from {file}, so it offers no encryption. What the TLS library reports with it says why.")
        .level(Alert)
        .follows()
        .sign(Sign::NamedAfter)
        .helps(Party::OurServer, CERTIFICATE_NOT_READ)
        .samples(&["warning: cannot get RSA certificate from file \"/etc/ssl/a.pem\": disabling TLS support", "warning: cannot get RSA private key from file /etc/ssl/a.key: disabling TLS support"]),
    line("no-certificate", "warning: No server certs available. TLS won't be enabled")
        .says("No certificate is set, so Postfix offers no encryption.")
        .level(Warning)
        .helps(Party::OurServer, CERTIFICATE_NOT_READ)
        .samples(&["warning: No server certs available. TLS won't be enabled"]),
    line("key-mismatch", "warning: TLS library problem: error:{detail}:key values mismatch:{error}")
        .says("The private key doesn't belong to the certificate, so Postfix can't encrypt with them.")
        .level(Alert)
        .helps(Party::OurServer, KEY_MISMATCH)
        .samples(&["warning: TLS library problem: error:05800074:x509 certificate routines::key values mismatch:../crypto/x509/x509_cmp.c:405:"]),
    line("certificate-forbidden", "warning: TLS library problem: error:{detail}:{?fopen}:Permission denied:{error}fopen({?'}{file}{?'},{?'}{? }r{?'}){?:}")
        .says("The system doesn't let Postfix read {file}: permission denied. So Postfix can't encrypt with it.")
        .level(Alert)
        .helps(Party::OurServer, CERTIFICATE_FORBIDDEN)
        .samples(&[
            "warning: TLS library problem: error:0200100D:system library:fopen:Permission denied:../crypto/bio/bss_file.c:69:fopen('/etc/ssl/certs/mail.crt','r'):",
            "warning: TLS library problem: error:8000000D:system library::Permission denied:../crypto/bio/bss_file.c:67:calling fopen(/etc/ssl/certs/mail.crt, r):",
        ]),
    line("certificate-missing", "warning: TLS library problem: error:{detail}:{?fopen}:No such file or directory:{error}fopen({?'}{file}{?'},{?'}{? }r{?'}){?:}")
        .says("The file {file} doesn't exist, so Postfix can't encrypt with it.")
        .level(Alert)
        .helps(Party::OurServer, CERTIFICATE_MISSING)
        .samples(&[
            "warning: TLS library problem: error:02001002:system library:fopen:No such file or directory:../crypto/bio/bss_file.c:69:fopen('/etc/ssl/certs/mail.crt','r'):",
            "warning: TLS library problem: error:80000002:system library::No such file or directory:../crypto/bio/bss_file.c:67:calling fopen(/etc/ssl/certs/mail.crt, r):",
        ]),
    line("certificate-empty", "warning: TLS library problem: error:{detail}:no start line:{error}")
        .says("The file holds no certificate or key in the form that Postfix reads (PEM): it's empty or damaged, or it holds something else.")
        .level(Alert)
        .helps(Party::OurServer, CERTIFICATE_EMPTY)
        .samples(&["warning: TLS library problem: error:0480006C:PEM routines::no start line:../crypto/pem/pem_lib.c:763:Expecting: ANY PRIVATE KEY"]),
    line("watchdog", "fatal: watchdog timeout")
        .says("The program hung until its watchdog stopped it. Usually a file system or a database that it uses doesn't answer.")
        .helps(Party::OurServer, &[("See what the program waited for: a disk or file server, a database behind a table, a lock:", "dmesg -T | tail; lslocks; postconf -n | grep -e mysql: -e pgsql: -e ldap:")])
        .level(Alert)
        .samples(&["fatal: watchdog timeout"]),
    line("wakeup", "warning: master_wakeup_timer_event: service {program}: {error}")
        .says("Postfix could not wake its service {program}: {error}.")
        .level(Alert)
        .helps(Party::OurServer, QUEUE_FOLDERS)
        .samples(&["warning: master_wakeup_timer_event: service pickup(public/pickup): Permission denied"]),
    line("scan", "fatal: scan_dir_push: open directory {file}: {error}")
        .says("The queue folder {file} could not be opened: {error}. So the program that needs it stopped.")
        .level(Alert)
        .helps(Party::OurServer, QUEUE_FOLDERS)
        .samples(&["fatal: scan_dir_push: open directory active: Permission denied"]),
    line("chdir", "fatal: chdir {file}: {error}")
        .says("The folder {file} could not be entered: {error}. So the program that needs it stopped.")
        .level(Alert)
        .helps(Party::OurServer, QUEUE_FOLDERS)
        .samples(&["fatal: chdir /var/spool/postfix: Permission denied"]),
    line("bad-string", "fatal: bad string length {detail}")
        .says("A setting is empty or has the wrong length: {detail}. So the program stopped.")
        .level(Alert)
        .helps(Party::OurServer, SETTING_WRONG)
        .samples(&["fatal: bad string length 0 < 1: mydomain ="]),
    line("hop-invalid", "fatal: valid hostname or network address required in server description: {detail}")
        .says("A next hop is written wrongly in the settings or in a transport table: {detail}.")
        .level(Alert)
        .helps(Party::OurServer, SETTING_WRONG)
        .samples(&["fatal: valid hostname or network address required in server description: [smtp.relay.example"]),
    line("fork", "warning: master_spawn: fork: {error} -- throttling")
        .says("The system doesn't let Postfix start more processes: {error}.")
        .helps(Party::OurServer, &[("Check the limits of processes, TasksMax and free memory:", "systemctl show postfix -p TasksMax -p TasksCurrent; free -m")])
        .level(Alert)
        .samples(&["warning: master_spawn: fork: Cannot allocate memory -- throttling"]),
    line("cache-lock", "fatal: {file}: unable to get exclusive lock: {error}")
        .says("Another process keeps {file} locked, so the program that needs it stopped.")
        .level(Alert)
        .helps(Party::OurServer, &[("See which process holds the file, and end it if it's left over:", "lsof {file}; postfix status")])
        .samples(&["fatal: btree:/var/lib/postfix/postscreen_cache: unable to get exclusive lock: Resource temporarily unavailable"]),
    line("database-denied", "warning: connect to {?mysql}{?pgsql} server {client}: Access denied for user {error}")
        .says("The database on {client} turns down Postfix's login ({error}): user or password in the files of the tables is wrong.")
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, &[("Correct user and password in the files of the tables (hosts, user, password, dbname), then ask each of them by hand, with any word:", "postconf -n | grep -o -e 'mysql:[^ ,]*' -e 'pgsql:[^ ,]*' | sort -u | xargs -n1 postmap -q test")])
        .samples(&["warning: connect to mysql server 127.0.0.1: Access denied for user 'vmail'@'localhost' (using password: YES)"]),
    line("database-blocked", "warning: connect to {?mysql}{?pgsql} server {client}: Host '{what}' is blocked because of many connection errors{?; unblock with {error}}")
        .says("The database on {client} blocks this server ({what}) after many broken connections, so Postfix can't look up users and domains, and mail is deferred.")
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, UNBLOCK)
        .samples(&["warning: connect to mysql server 192.0.2.5: Host '192.0.2.11' is blocked because of many connection errors; unblock with 'mariadb-admin flush-hosts'", "warning: connect to mysql server db.example: Host 'mx.example' is blocked because of many connection errors"]),
    line("database-full", "warning: connect to {?mysql}{?pgsql} server {client}: {?FATAL:  sorry, }{?T}{?t}oo many {?connections}{?clients already}")
        .says("The database on {client}, which Postfix asks for users and domains, answered, but all connections that it allows are in use.")
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, DATABASE_FULL)
        .samples(&["warning: connect to mysql server 127.0.0.1: Too many connections", "warning: connect to pgsql server db.example: FATAL:  sorry, too many clients already"]),
    line("database-full-for-user", "warning: connect to mysql server {client}: User {what} has {?already }{?more than }{?exceeded the }'max_user_connections' {error}")
        .says("The database on {client}, which Postfix asks for users and domains, answered, but its user {what} may open no more connections.")
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, DATABASE_FULL)
        .samples(&["warning: connect to mysql server 127.0.0.1: User vmail has already more than 'max_user_connections' active connections", "warning: connect to mysql server 127.0.0.1: User 'vmail' has exceeded the 'max_user_connections' resource (current value: 20)"]),
    line("database-unreachable", "warning: connect to {?mysql}{?pgsql} server {client}: {error}")
        .says("The database on {client}, which Postfix asks for users and domains, can't be reached: {error}. Mail is deferred.")
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, &[("Start the database, or correct hosts in the files of the tables:", "systemctl status mariadb mysql postgresql; postconf -n | grep -e mysql: -e pgsql:")])
        .samples(&["warning: connect to mysql server 127.0.0.1: Can't connect to MySQL server on '127.0.0.1' (111)"]),
    line("table-service-refused", "warning: connect to TCP map {client}: {error}")
        .says("Postfix can't reach the lookup service at {client} that one of its settings names as a table (tcp): {error}.")
        .level(Alert)
        .helps(Party::OurServer, &[
            ("Start the service that listens there (postsrsd, for example), or take the table out of the setting; until then Postfix takes no mail that needs it. Which setting names it:", "postconf -n | grep -e tcp: -e socketmap:; ss -ltnp"),
        ])
        .samples(&["warning: connect to TCP map localhost:10001: Connection refused"]),
    line("own-folder-closed", "warning: connect to {?private}{?public}/{detail}: Permission denied")
        .says("Postfix isn't allowed to use its own service {detail}: the owners or permissions of its folders (/var/spool/postfix) are wrong.")
        .level(Alert)
        .helps(Party::OurServer, QUEUE_FOLDERS)
        .samples(&["warning: connect to private/anvil: Permission denied", "warning: connect to public/cleanup: Permission denied"]),
    line("service-refused", "warning: connect to {client}: {error}")
        .says("The service at {client}, which Postfix asks, can't be reached: {error}.")
        .level(Alert)
        .loose()
        .helps(Party::OurServer, SERVICE_REFUSED)
        .samples(&["warning: connect to 127.0.0.1:10031: Connection refused", "warning: connect to private/anvil: Connection refused"]),
    line("leaves-folder", "warning: symlink leaves directory: {file}")
        .says("A link leads out of the folder of Postfix: {file}. Usually it is harmless.")
        .level(Warning)
        .samples(&["warning: symlink leaves directory: /etc/postfix/makedefs.out"]),
];

/// A client that spoke something else where encryption begins at once.
const fn not_spoken(id: &'static str, template: &'static str, samples: &'static [&'static str]) -> Pattern {
    line(id, template)
        .says("What the client sent was no TLS: it spoke without encryption (or with STARTTLS) to a port where encryption begins at once, such as 465, or it isn't an email app at all.")
        .level(Warning)
        .helps(Party::Sender, &[("In the email app, choose SSL/TLS for port 465, or STARTTLS for port 587. A port scanner needs nothing.", "")])
        .effect(Effect::Ahead)
        .samples(samples)
}
