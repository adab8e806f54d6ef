//! What helps about what Dovecot says.

use super::{OURS, Row, helps};
use crate::vocabulary::Party;

pub(super) static ROWS: &[Row] = &[
    // Copies of mailboxes on another server.
    helps(
        "dovecot",
        &[
            "dsync-stalled",
            "dsync-failed",
            "ds-timeout",
            "ds-signal",
            "ds-cmdfail",
            "ds-desync",
            "repl-dsync-remote",
            "repl-dsync-exit",
        ],
        OURS,
        &[
            (
                "The mailbox here works; only its copy falls behind. Look at the other server's Dovecot log of that minute (a lock, a full disk, overload) and at the network between. What waits:",
                "doveadm replicator status {user}; doveadm replicator dsync-status",
            ),
            ("Then copy it by hand; -D shows where it stops:", "doveadm -D sync -u {user} -d"),
        ],
    ),
    // Where users and passwords are kept.
    helps(
        "dovecot",
        &["sql-conn", "sql-unreachable", "sql-refused", "au-mysqlidle", "au-pgconn", "au-sqlite"],
        OURS,
        &[
            (
                "Start the database, or correct the host, user and password with which Dovecot asks it:",
                "systemctl status mariadb mysql postgresql; doveconf -n | grep -i -A8 sql",
            ),
            ("Then ask as Dovecot does:", "doveadm auth lookup {user}; doveadm user {user}"),
        ],
    ),
    helps(
        "dovecot",
        &[
            "sql-column",
            "sql-column-of-users",
            "sql-column-of-driver",
            "sql-table",
            "sql-table-of-users",
            "sql-table-of-driver",
            "sql-missing",
            "sql-missing-of-users",
            "sql-missing-of-driver",
            "sql-syntax",
            "sql-syntax-of-users",
            "sql-syntax-of-driver",
        ],
        OURS,
        &[
            (
                "Make the query (password_query, user_query, iterate_query) and the tables fit each other again: after an update, compare them with what the panel or its documentation gives:",
                "grep -E '^(password_query|user_query|iterate_query)' /etc/dovecot/dovecot-sql.conf.ext; doveconf -n | grep -i -A3 _query",
            ),
            ("Then ask as Dovecot does:", "doveadm auth lookup {user}; doveadm user {user}"),
        ],
    ),
    helps(
        "dovecot",
        &["sql-query", "sql-uquery", "sql-query-of-driver", "sql-iterate", "sql-timeout", "sql-lost"],
        OURS,
        &[
            (
                "The end of the line is the database's own answer. If it can't be reached, start it; if a table or column isn't known, correct the query in Dovecot's SQL settings:",
                "grep -E '^(driver|password_query|user_query)' /etc/dovecot/dovecot-sql.conf.ext; systemctl status mariadb mysql postgresql",
            ),
            ("Then ask as Dovecot does:", "doveadm auth lookup {user}; doveadm user {user}"),
        ],
    ),
    helps(
        "dovecot",
        &["sql-nopass", "sql-multi", "au-sqldefault", "au-sqlcfg", "au-sqldriver", "au-sqlnofile"],
        OURS,
        &[
            (
                "Correct Dovecot's SQL settings: driver, connect, and a query that returns one row with a field named password:",
                "grep -E '^(driver|password_query|user_query)' /etc/dovecot/dovecot-sql.conf.ext; doveconf -n | grep -i -A8 sql",
            ),
            ("See what the query gives for one user:", "doveadm auth lookup {user}"),
        ],
    ),
    helps(
        "dovecot",
        &[
            "ldap-connect",
            "ldap-bind",
            "ldap-lost",
            "ldap-bindto",
            "ldap-search",
            "au-ldapinit",
            "au-ldapbind",
            "au-ldaptls",
            "au-ldaphang",
            "au-ldapabort",
            "au-ldaplost",
            "au-ldapqueue",
        ],
        OURS,
        &[
            (
                "See whether the directory server answers this server at the address that Dovecot's LDAP settings name, with their bind name:",
                "grep -E '^(uris|hosts|dn|base|tls[a-z_]*) *=' /etc/dovecot/dovecot-ldap.conf.ext; ldapsearch -x -d1 -b '' -s base",
            ),
            ("Then ask as Dovecot does:", "doveadm auth lookup {user}; doveadm user {user}"),
        ],
    ),
    helps(
        "dovecot",
        &["ldap-multi", "au-ldapbase", "au-ldaptlsver", "au-ldapuri24"],
        OURS,
        &[(
            "Correct Dovecot's LDAP settings: a base, one address (uris), and a filter that fits exactly one entry for each user:",
            "grep -vE '^(#|dnpass|$)' /etc/dovecot/dovecot-ldap.conf.ext; doveconf -n | grep -i ldap",
        )],
    ),
    helps(
        "dovecot",
        &["pam-nofile", "pam-start"],
        OURS,
        &[(
            "Make the PAM service file that the line names, or name an existing one in the passdb's args:",
            "ls /etc/pam.d/; doveconf -n | grep -A5 passdb",
        )],
    ),
    helps(
        "dovecot",
        &["pam-fail", "pam-mismatch", "pam-mismatch-old"],
        None,
        &[(
            "If it was the customer, have the name and the password checked. If right ones fail as well, the log of PAM says why:",
            "doveadm auth test {user}; journalctl -n 50 | grep -i pam",
        )],
    ),
    helps(
        "dovecot",
        &[
            "scheme-unknown",
            "scheme-data",
            "scheme-invalid",
            "scheme_hint",
            "au-scheme10",
            "au-format10",
            "pwf-badpw",
            "au-hexlen",
            "au-b64",
        ],
        OURS,
        &[
            (
                "Store that user's password again with a scheme that this Dovecot knows, with the scheme's name in braces in front of the hash. Which it knows, and a new hash:",
                "doveadm pw -l; doveadm pw -s SHA512-CRYPT",
            ),
            (
                "If no scheme stands in front, default_pass_scheme must fit how the passwords are stored:",
                "doveconf -n | grep -A6 passdb",
            ),
        ],
    ),
    helps(
        "dovecot",
        &["au-weak24", "au-weakcrypt24"],
        OURS,
        &[
            (
                "For the change-over, let the old forms in: set auth_allow_weak_schemes = yes in Dovecot's settings, then load them:",
                "doveadm reload; doveconf auth_allow_weak_schemes",
            ),
            (
                "Then have each user set the password again, and store it in a strong form; this makes one, for the user's entry in the password database:",
                "doveadm pw -s BLF-CRYPT",
            ),
        ],
    ),
    helps(
        "dovecot",
        &["scheme-only", "scheme-null"],
        OURS,
        &[
            (
                "Don't offer methods that the stored passwords can't serve: set auth_mechanisms = plain login, which is enough with TLS, then load the settings:",
                "doveadm reload; doveconf auth_mechanisms",
            ),
            (
                "Until then, the customer can choose the normal password with SSL/TLS in the app instead of an encrypted one.",
                "",
            ),
        ],
    ),
    helps(
        "dovecot",
        &["nouserdb", "nouserdbs", "au-nouserdb", "au-pwfinfo"],
        OURS,
        &[
            (
                "The password database knows the user, the user database (home, uid, gid) doesn't. See what each says of the user:",
                "doveadm auth lookup {user}; doveadm user {user}",
            ),
            (
                "Add the missing entry, or use a static userdb where all mail belongs to one system user:",
                "doveconf -n | grep -A6 -e passdb -e userdb",
            ),
        ],
    ),
    helps(
        "dovecot",
        &["pwf-open", "au-pwfopen1"],
        OURS,
        &[(
            "Let Dovecot's login service read the file: its owner and mode, and every folder above it:",
            "namei -l {path}",
        )],
    ),
    helps(
        "dovecot",
        &["pwf-dup", "pwf-uid", "au-pwfgid"],
        OURS,
        &[(
            "Correct the user's line in the password file: name, password, uid, gid, comment and home between colons, once for each name:",
            "grep -n '^{user}:' /etc/dovecot/users; doveconf -n | grep -A5 -e passdb -e userdb",
        )],
    ),
    helps(
        "dovecot",
        &[
            "worker-queue",
            "worker-abort",
            "au-busy10",
            "au-workertimeout",
            "au-workeraborted",
            "au-workerlost",
            "timeout",
            "nss-slow",
            "pwf-slow",
        ],
        OURS,
        &[
            (
                "Password checks wait: see how long one takes (first), what the login service reports of the database, directory or PAM behind it, and how busy the server is:",
                "time doveadm user {user}; doveadm log errors | grep -i auth | tail -20; uptime",
            ),
            (
                "See whether one address floods the server with guesses; block it if so:",
                "grep -h 'auth failed' /var/log/mail.log /var/log/maillog /var/log/dovecot.log 2>/dev/null | grep -o 'rip=[^,]*' | sort | uniq -c | sort -n | tail",
            ),
            (
                "If what is asked is fast, allow more checks at once (auth_worker_max_count; in 2.4 process_limit in service auth-worker), then doveadm reload:",
                "doveconf auth_worker_max_count service/auth-worker/process_limit",
            ),
        ],
    ),
    helps(
        "dovecot",
        &[
            "au-nopassdb",
            "au-mechpass",
            "au-unkmech",
            "au-unkpass",
            "au-unkuser",
            "au-notcomp",
            "unknown-driver",
        ],
        OURS,
        &[
            (
                "Correct the setting that the line names. A driver that isn't known is usually a package that isn't installed (dovecot-mysql, dovecot-pgsql, dovecot-sqlite, dovecot-ldap):",
                "doveconf -n | grep -A6 -e passdb -e userdb -e auth_mechanisms; dovecot --build-options",
            ),
            (
                "Then start Dovecot and see whether it stays up:",
                "systemctl restart dovecot; systemctl status dovecot",
            ),
        ],
    ),
    helps(
        "dovecot",
        &[
            "auth-unreachable",
            "au-workerconn24",
            "connect",
            "noperm",
            "auth-lookup-fail",
            "auth-lookup-timeout",
            "auth-lookup-connect",
            "auth-lookup-write",
            "mas2-sockettail",
            "mas2-authsock",
            "mas2-wrongsock",
        ],
        OURS,
        &[
            (
                "Let the program that asks use the socket of the login service: set user, group or mode of its unix_listener (auth-userdb for deliveries and doveadm, auth-client for other mail servers):",
                "ls -l /run/dovecot/auth*; doveconf -n service/auth",
            ),
            (
                "See whether the login service runs, and what it reports:",
                "doveadm service status auth; doveadm log errors | grep -i auth | tail -20",
            ),
        ],
    ),
    helps(
        "dovecot",
        &["policy-err", "au-policy-url", "au-policy-empty"],
        OURS,
        &[(
            "See whether the policy server answers; without it, logins are slow or refused:",
            "doveconf auth_policy_server_url auth_policy_reject_on_fail",
        )],
    ),
    // Encryption.
    helps(
        "dovecot",
        &[
            "tls-certload",
            "tls-keyload",
            "tls-keyload22",
            "tls-keypass",
            "tls-ctx",
            "tls-ctx23",
            "tls-conn23",
            "old-certmix",
            "old-certnone",
            "old-keyload",
            "old-certlt",
            "old-parsekey",
            "cfg-sslnocert",
            "cfg-sslnokey",
            "cfg-pwkey",
        ],
        OURS,
        &[
            (
                "See which certificate and key are set (ssl_cert and ssl_key with the < before the path; in 2.4 ssl_server_cert_file and ssl_server_key_file):",
                "doveconf -n | grep ssl_",
            ),
            (
                "See that both files are there and belong together; the two lines must be equal:",
                "openssl x509 -noout -pubkey -in $(doveconf -h ssl_cert | tr -d '<') | openssl sha256; openssl pkey -pubout -in $(doveconf -P -h ssl_key | tr -d '<') | openssl sha256",
            ),
        ],
    ),
    helps(
        "dovecot",
        &["tls-dh", "dh-notset", "dh-enabled", "dh-state", "old-paramwait", "old-paramcorrupt"],
        OURS,
        &[
            ("Make the parameters once:", "openssl dhparam -out /etc/dovecot/dh.pem 2048"),
            (
                "Name the file in ssl_dh = </etc/dovecot/dh.pem (in 2.4 ssl_server_dh_file), then load it:",
                "doveadm reload",
            ),
        ],
    ),
    helps(
        "dovecot",
        &["cfg-cipher", "cfg-minproto24", "cfg-sslprotos", "ssl-protocols"],
        OURS,
        &[(
            "Since 2.3, ssl_min_protocol (such as TLSv1.2) takes the place of ssl_protocols. Correct it, or the list of ciphers:",
            "doveconf -n | grep ssl_",
        )],
    ),
    helps(
        "dovecot",
        &["encryption-detail", "tls-not-agreed", "tls-accept_syscall"],
        None,
        &[(
            "See which certificate the server shows, until when it's valid, and whether the chain is whole:",
            "openssl s_client {listener} -showcerts </dev/null | openssl x509 -noout -subject -issuer -dates",
        )],
    ),
    // Settings and parts that don't fit.
    helps(
        "dovecot",
        &["cfg-first24", "cfg-versions24", "cfg-storagever24", "cfg-storagenew24"],
        OURS,
        &[
            (
                "Begin dovecot.conf with dovecot_config_version and dovecot_storage_version, each with the version whose settings the file uses:",
                "dovecot --version; head -5 /etc/dovecot/dovecot.conf",
            ),
            (
                "Settings of 2.3 don't work in 2.4 and must be rewritten. What's wrong first, Dovecot says itself:",
                "doveconf -n",
            ),
        ],
    ),
    helps(
        "dovecot",
        &[
            "cfg-renamed",
            "cfg-removed",
            "setting-unknown",
            "cfg-named24",
            "cfg-namedlist24",
            "cfg-var24",
            "cfg-section",
            "cfg-expect",
            "cfg-brace",
            "cfg-bracemiss",
            "cfg-bool",
            "cfg-timeunit",
            "cfg-include",
            "cfg-namespace",
            "cfg-nsdup",
            "cfg-nsprefix",
            "cfg-nssep",
            "cfg-copy",
            "cfg-parsefail",
            "pi-uidl2",
            "pi-clientwork",
            "pi-postmaster",
            "pi-logfmt",
            "pi-prefix",
            "qu-rule",
            "qu-driver24",
            "ml-event",
            "ml-field",
            "mas2-dup",
        ],
        OURS,
        &[
            (
                "Correct the setting at the place that the line names, until this prints the settings without an error:",
                "{place}; doveconf -n",
            ),
            (
                "Then load it, and see that Dovecot stays up:",
                "systemctl restart dovecot; systemctl status dovecot",
            ),
        ],
    ),
    helps(
        "dovecot",
        &["user-settings", "perm-userdb", "quota-init", "qu-root1"],
        OURS,
        &[(
            "Another line of the same second names the setting; it can also come from the user's entry in the user database:",
            "doveconf -n; doveadm log errors | tail -20; doveadm user {user}",
        )],
    ),
    helps(
        "dovecot",
        &[
            "mas2-proto",
            "plugin-missing",
            "mas2-pluginabi",
            "mas2-plugin404",
            "di-module",
            "qu-backend",
            "ix-driver",
            "ix-zlib24",
        ],
        OURS,
        &[(
            "Install the package of the plugin or protocol that the line names, in Dovecot's own version, or take it out of mail_plugins or protocols:",
            "dovecot --version; dpkg -l 'dovecot*' || rpm -qa 'dovecot*'; doveconf -n mail_plugins protocols",
        )],
    ),
    helps(
        "dovecot",
        &["mas2-nouser", "mas2-nologinuser", "mas2-userset", "mas2-listenerset"],
        OURS,
        &[(
            "Create the system user or group that the line names, or name another one in the settings:",
            "getent passwd dovecot dovenull; doveconf default_internal_user default_login_user",
        )],
    ),
    helps(
        "dovecot",
        &["version", "mas2-version1", "mas2-mixed", "mas2-socketver"],
        OURS,
        &[(
            "Stop Dovecot whole and start it again, so that all of its parts are of one version:",
            "systemctl stop dovecot; ps axww | grep [d]ovecot; systemctl start dovecot; dovecot --version",
        )],
    ),
    // Processes.
    helps(
        "dovecot",
        &["process-killed", "child-status", "mas1-child-sig", "panic", "client-bug", "program-crashed"],
        OURS,
        &[
            (
                "See whether it happens again, and with which user or folder:",
                "doveadm log errors | grep -E 'Panic|Fatal|killed with signal' | tail -20; dmesg -T | grep -i 'killed process'",
            ),
            ("If it does, update Dovecot; a core file holds what its makers need:", "coredumpctl list"),
        ],
    ),
    helps(
        "dovecot",
        &["child-oom", "oom", "mas2-memblock", "mas2-datastack", "old-malloc"],
        OURS,
        &[
            (
                "Raise vsz_limit in the block “service {service}” of Dovecot's settings (in 1.x, mail_process_size), twice as high for a start, then “doveadm reload”. Without a value of its own it has default_vsz_limit:",
                "doveconf -n | grep -A12 '^service {service} '; doveconf default_vsz_limit; free -m",
            ),
            (
                "One user alone often has a huge folder or a damaged dovecot.index.cache; such a file can be removed and is made again:",
                "doveadm user -f home {user} | xargs -I H find H -name 'dovecot.index.cache' -size +100M",
            ),
        ],
    ),
    helps(
        "dovecot",
        &["initial"],
        OURS,
        &[(
            "See what {service} waits for as it starts (a database, a directory or name that doesn't answer, a slow disk) and whether the server is overloaded; then restart Dovecot:",
            "doveadm log errors | grep {service} | tail -20; uptime; free -m",
        )],
    ),
    helps(
        "dovecot",
        &["child-error", "child-fatal", "child-status-alone", "mas1-child-err", "mas1-died", "mas1-authdied"],
        OURS,
        &[("The process itself wrote why, just before:", "doveadm log errors | tail -20")],
    ),
    helps(
        "dovecot",
        &["child-logwrite", "write-log", "child-log", "child-nologfile"],
        OURS,
        &[(
            "Dovecot can't write its log: see where it is, and whether there's room and permission:",
            "doveconf log_path info_log_path; df -h; ls -l /var/log/dovecot*",
        )],
    ),
    helps(
        "dovecot",
        &[
            "master-socket-full",
            "master-closed",
            "mas2-limits20",
            "mas2-accept",
            "mas1-loginfull",
            "mas1-mailfull",
        ],
        OURS,
        &[
            (
                "See who holds the connections; one user or address with very many is worth a look:",
                "doveadm who",
            ),
            (
                "If the load is right for this server, raise the limit that the line names, then load it:",
                "doveconf -n | grep -B6 -e process_limit -e client_limit; doveadm reload",
            ),
        ],
    ),
    // Mailboxes.
    helps(
        "dovecot",
        &[
            "perm-firstuid",
            "perm-firstgid",
            "mas1-uid",
            "mas1-uid0",
            "mas1-gid",
            "perm-root",
            "perm-nouid",
            "de-uid0",
            "de-uidmiss",
        ],
        OURS,
        &[(
            "See with which user id (uid) the user database wants the mail to be read; give the mailbox's user a normal one, or set first_valid_uid to it:",
            "doveadm user {user}; doveconf first_valid_uid first_valid_gid mail_uid mail_gid",
        )],
    ),
    helps(
        "dovecot",
        &[
            "perm-userinit",
            "perm-nsinit",
            "perm-nsinit24",
            "mailbox-not-ready",
            "user-not-ready",
            "mas1-home",
            "ix-homemiss",
            "ix-homemiss24",
            "ix-ambig",
            "perm-relhome",
            "perm-syncinbox",
            "perm-openinbox",
        ],
        OURS,
        &[
            (
                "See where Dovecot looks for this user's mail, and whether that folder is there and belongs to the uid that is named:",
                "doveadm user {user}; doveconf -n | grep -e mail_; ls -ldn $(doveadm user -f home {user})",
            ),
            (
                "The end of the line, or another one of the same second, says what failed:",
                "doveadm log errors | tail -20",
            ),
        ],
    ),
    helps(
        "dovecot",
        &[
            "permission-denied",
            "rights-look-right",
            "home-not-entered",
            "idx-log-readonly",
            "idx-log-createro",
            "opentemp",
            "filters-unreadable",
        ],
        OURS,
        &[
            (
                "See the owner and mode of the path and of every folder above it. Where the line has them, “missing” names the permission and “euid” the user who lacks it:",
                "namei -l {path}",
            ),
            (
                "Give the path to the user who owns the mailboxes (chown), but never a folder of the system or of root: mail for root needs an alias to a mailbox (/etc/aliases). If the modes look right, SELinux or AppArmor forbids it:",
                "ausearch -m avc -ts recent; restorecon -Rv {path}",
            ),
        ],
    ),
    helps(
        "dovecot",
        &["save-failed", "folder-not-opened"],
        OURS,
        &[
            (
                "Another line of the same second, or the end of this one, says what failed:",
                "doveadm log errors | tail -20",
            ),
            (
                "See whether the folder can be opened, and whether there's room:",
                "doveadm mailbox status -u {user} messages {box}; df -h; df -i",
            ),
        ],
    ),
    helps(
        "dovecot",
        &["user-unknown"],
        Some(Party::Recipient),
        &[
            (
                "See whether Dovecot knows the mailbox under exactly this name; usually the whole address is the name:",
                "doveadm user '*' | head; doveadm user {address}",
            ),
            (
                "Where the mail server accepts what Dovecot doesn't know, let it check recipients first (with Postfix, virtual_mailbox_maps).",
                "",
            ),
        ],
    ),
    helps(
        "dovecot",
        &["lookup-failed"],
        OURS,
        &[(
            "The user database couldn't be asked. See what the login service reports:",
            "doveadm user {user}; doveadm log errors | grep -i auth | tail -20",
        )],
    ),
    // Other servers.
    helps(
        "dovecot",
        &[
            "proxy-unreachable",
            "old-proxyconn",
            "old-proxytimeout",
            "old-proxydown",
            "proxy-host-down",
            "proxy-host-down-2-4",
        ],
        OURS,
        &[
            (
                "See from this server whether the one that holds the mailbox answers, and whether its service runs:",
                "nc -vz {ip} {port}",
            ),
            ("Its own log of that time says more. What this one has open:", "doveadm proxy list"),
        ],
    ),
    helps(
        "dovecot",
        &["proxy-loops", "proxy-circle", "px-loop", "proxy-loop"],
        OURS,
        &[(
            "The proxy leads back to this server: correct the host in the user's entry, or leave it out where the mailbox is here:",
            "doveadm auth lookup {user}",
        )],
    ),
    helps(
        "dovecot",
        &["ha-untrusted", "ha-badheader", "ha-v1", "ha-v2", "ha-timeout", "ha-nettrust"],
        OURS,
        &[(
            "The listener expects the header of a load balancer (PROXY protocol). Clients that connect without one need a listener with haproxy = no; the balancer's address must be in haproxy_trusted_networks:",
            "doveconf haproxy_trusted_networks; doveconf -n | grep -B6 'haproxy = yes'",
        )],
    ),
    helps(
        "dovecot",
        &[
            "not-passed-on",
            "relay-unreachable",
            "relay-lost",
            "relay-not-reached",
            "relay-not-reached-old",
            "su-est",
            "su-ended",
            "su-lost",
        ],
        OURS,
        &[(
            "See which mail server Dovecot sends through (submission_relay_host and submission_relay_port, submission_host), and whether one listens there; start that listener (in Postfix, in master.cf), or correct the setting:",
            "doveconf -n | grep -e submission_ -e sendmail_path -e lmtp_proxy; ss -ltnp",
        )],
    ),
    helps(
        "dovecot",
        &["missing", "compile2", "imap"],
        OURS,
        &[(
            "Look at the script that the line names, and compile it by hand; its mistakes are then named:",
            "ls -l {path}; sievec {path}",
        )],
    ),
];
