//! The parts of a mail server that listen at a socket or port: what each is, who starts it, what stops without it.

use super::super::defect::Defect;

/// One listener.
#[derive(Debug)]
pub struct Service {
    /// What it is, with its article or owner: "Dovecot's delivery service (LMTP)".
    pub name: &'static str,
    /// What stops while it doesn't answer, for the engineer.
    pub without: &'static str,
    /// What is broken while it doesn't answer.
    pub defect: Defect,
    /// A command that shows its state.
    pub command: &'static str,
    /// What its program is called, in small letters, and how others call it that can't reach it.
    called: &'static [&'static str],
    /// Ends of the paths at which it listens.
    paths: &'static [&'static str],
    /// Its ports on this server.
    ports: &'static [u16],
}

impl Service {
    /// Who listens at a path.
    pub fn at_path(path: &str) -> Option<&'static Service> {
        SERVICES.iter().find(|service| service.paths.iter().any(|end| path.ends_with(end)))
    }

    /// True for the name of a mail server that is this service.
    pub fn is_run_as(&self, unit: &str) -> bool {
        const MAIL_SERVERS: &[&str] = &["sendmail", "postfix", "exim", "exim4", "opensmtpd", "qmail"];
        self.ports.contains(&25) && MAIL_SERVERS.contains(&unit)
    }

    /// True for the name of a program that is this service. The system cuts long ones off, and adds what the process does.
    pub fn is_called(&self, program: &str) -> bool {
        self.called.iter().any(|name| program.split(' ').next() == Some(name))
    }

    /// Whom a text names that can't reach a service.
    pub fn named_in(text: &str) -> Option<&'static Service> {
        let text = text.to_ascii_lowercase();
        SERVICES.iter().find(|service| service.called.iter().any(|name| text.contains(name)))
    }

    /// The units by which it's started.
    pub fn units(&self) -> Option<&'static str> {
        self.command.strip_prefix("systemctl status ").filter(|units| !units.contains(';'))
    }

    /// Who listens at a port of this server.
    pub fn at_port(port: u16) -> Option<&'static Service> {
        SERVICES.iter().find(|service| service.ports.contains(&port))
    }
}

const fn at(
    name: &'static str,
    paths: &'static [&'static str],
    ports: &'static [u16],
    without: &'static str,
    defect: Defect,
    command: &'static str,
) -> Service {
    Service { name, without, defect, command, called: &[], paths, ports }
}

impl Service {
    const fn called(mut self, called: &'static [&'static str]) -> Service {
        self.called = called;
        self
    }
}

/// All listeners: longer path ends before the shorter ones that they end with.
pub static SERVICES: &[Service] = &[
    at(
        "Dovecot's delivery service (LMTP)",
        &["private/dovecot-lmtp", "dovecot/lmtp", "private/lmtp-dovecot"],
        &[24],
        "Deliveries into mailboxes wait.",
        Defect::Delivery,
        "systemctl status dovecot",
    ),
    at(
        "Cyrus's delivery service (LMTP)",
        &["cyrus/socket/lmtp", "cyrus/lmtp", "socket/lmtp", "imap/socket/lmtp"],
        &[2003],
        "Deliveries into mailboxes wait.",
        Defect::Delivery,
        "systemctl status cyrus-imapd",
    ),
    at(
        "Zimbra's mailbox service (mailboxd)",
        &[],
        &[7025, 7143, 7993],
        "Deliveries into mailboxes wait, and nobody can sign in.",
        Defect::Delivery,
        "su - zimbra -c 'zmcontrol status'",
    ),
    at(
        "Dovecot's login service for sending",
        &["private/auth", "private/dovecot-auth", "dovecot/auth-client", "private/auth-client"],
        &[12345],
        "Nobody can log in to send mail.",
        Defect::SignIn,
        "ls -l {path}; doveconf -n service/auth",
    ),
    at(
        "Dovecot's lookup of users",
        &["dovecot/auth-userdb", "dovecot/auth-master"],
        &[],
        "Deliveries can't find the mailbox of a user.",
        Defect::Delivery,
        "ls -l {path}; doveconf -n service/auth",
    ),
    at(
        "Dovecot's login service",
        &["login/login", "dovecot/login", "dovecot/auth-login", "dovecot/token-login/tokenlogin"],
        &[],
        "Nobody can log in to read mail.",
        Defect::SignIn,
        "doveadm log errors",
    ),
    at(
        "Dovecot's password checker",
        &["dovecot/auth-worker"],
        &[],
        "Passwords can't be looked up.",
        Defect::SignIn,
        "doveadm log errors",
    ),
    at(
        "Dovecot's count of connections (anvil)",
        &["dovecot/anvil", "dovecot/anvil-auth-penalty"],
        &[],
        "Connections per user aren't counted.",
        Defect::Minor,
        "doveadm log errors",
    ),
    at(
        "Dovecot's statistics",
        &[
            "dovecot/stats-writer",
            "dovecot/old-stats",
            "dovecot/stats-mail",
            "dovecot/stats-user",
            "dovecot/stats",
        ],
        &[],
        "Statistics aren't written; mail isn't touched.",
        Defect::Minor,
        "ls -l {path}; doveconf -n service/stats",
    ),
    at(
        "the script that warns of a full mailbox",
        &["dovecot/quota-warning"],
        &[],
        "The warning wasn't sent; mail is delivered anyway.",
        Defect::Minor,
        "doveconf -n service/quota-warning",
    ),
    at(
        "Dovecot's store of counters (dict)",
        &["dovecot/dict", "dovecot/dict-async"],
        &[],
        "Quota counters and the like aren't stored.",
        Defect::Minor,
        "doveadm log errors",
    ),
    at(
        "Dovecot's configuration service",
        &["dovecot/config"],
        &[],
        "The program can't read Dovecot's settings: Dovecot is stopped, or the program has no right to.",
        Defect::Stopped,
        "systemctl status dovecot",
    ),
    at(
        "Dovecot's replication",
        &[
            "dovecot/replicator",
            "dovecot/replicator-doveadm",
            "dovecot/replication-notify",
            "dovecot/replication-notify-fifo",
            "dovecot/aggregator",
        ],
        &[],
        "Mailboxes aren't copied to the second server.",
        Defect::Minor,
        "doveadm replicator status",
    ),
    at(
        "Dovecot's search index",
        &["dovecot/indexer", "dovecot/indexer-worker"],
        &[],
        "The search index isn't updated.",
        Defect::Minor,
        "doveadm log errors",
    ),
    at(
        "Dovecot's lookup of names",
        &["dovecot/dns-client"],
        &[],
        "Dovecot can't look up names of other servers.",
        Defect::Stopped,
        "systemctl status dovecot",
    ),
    at(
        "Dovecot's service for sleeping connections",
        &["dovecot/imap-hibernate", "dovecot/imap-master"],
        &[],
        "Idle connections keep a whole process; nothing else changes.",
        Defect::Minor,
        "doveconf -n service/imap-hibernate",
    ),
    at(
        "Dovecot's administration service",
        &["dovecot/doveadm-server"],
        &[],
        "Administration commands fail.",
        Defect::Minor,
        "systemctl status dovecot",
    ),
    at(
        "the Postfix service for SPF",
        &["private/policyd-spf", "private/policy-spf", "private/spfpolicy"],
        &[],
        "Incoming mail gets 451 4.3.5.",
        Defect::Filter,
        "postconf -M | grep -i spf",
    ),
    at(
        "a Postfix policy service",
        &["private/policy", "private/policyd", "private/tumgreyspf", "private/spfcheck"],
        &[10031, 10040],
        "Incoming mail gets 451 4.3.5.",
        Defect::Filter,
        "postconf -n | grep check_policy_service",
    ),
    at(
        "Postfix's lookup of addresses",
        &["private/rewrite"],
        &[],
        "Postfix can't sort any mail; usually one of its tables fails.",
        Defect::Stopped,
        "postfix check; postfix status",
    ),
    at(
        "Postfix's intake",
        &[
            "public/cleanup",
            "public/pickup",
            "public/qmgr",
            "public/showq",
            "public/flush",
            "maildrop/pickup",
        ],
        &[],
        "Postfix doesn't accept mail, or isn't running.",
        Defect::Stopped,
        "postfix status",
    ),
    at(
        "Postfix's table service",
        &["private/proxymap", "private/proxywrite"],
        &[],
        "Look-ups through proxy: tables fail.",
        Defect::Database,
        "postfix check; postfix status",
    ),
    at(
        "Postfix's encryption service",
        &["private/tlsmgr"],
        &[],
        "Postfix offers no encryption.",
        Defect::Stopped,
        "postconf -M tlsmgr/unix",
    ),
    at(
        "Postfix's count of connections",
        &["private/anvil"],
        &[],
        "Rates aren't counted.",
        Defect::Minor,
        "postfix status",
    ),
    at(
        "Postfix's notices",
        &["private/bounce", "private/defer", "private/trace"],
        &[],
        "Notices about failed mail can't be made.",
        Defect::Stopped,
        "postconf -M bounce/unix",
    ),
    at(
        "the way to amavis in Postfix",
        &["private/smtp-amavis", "private/amavis", "private/amavisfeed", "private/lmtp-amavis"],
        &[],
        "The transport that content_filter names isn't in master.cf.",
        Defect::Filter,
        "postconf -M | grep -i amavis",
    ),
    at(
        "a delivery service of Postfix",
        &[
            "private/smtp",
            "private/relay",
            "private/virtual",
            "private/local",
            "private/lmtp",
            "private/maildrop",
            "private/dovecot",
            "private/mailman",
            "private/procmail",
            "private/spamassassin",
            "private/error",
            "private/retry",
            "private/verify",
            "private/scache",
        ],
        &[],
        "The delivery service isn't in master.cf, or it crashes at its start.",
        Defect::Delivery,
        "postconf -M",
    ),
    at(
        "OpenDKIM",
        &["opendkim/opendkim.sock", "opendkim.sock", "opendkim/opendkim"],
        &[8891, 8892, 12301, 54321],
        "Outgoing mail isn't signed, or it's deferred.",
        Defect::Filter,
        "systemctl status opendkim",
    ),
    at(
        "OpenDMARC",
        &["opendmarc.sock", "opendmarc/opendmarc"],
        &[8893, 54323],
        "Incoming mail isn't checked for DMARC, or it's deferred.",
        Defect::Filter,
        "systemctl status opendmarc",
    ),
    at(
        "the virus scanner's milter (clamav-milter)",
        &[
            "clamav-milter.ctl",
            "clamav-milter.socket",
            "clamav-milter/clamav-milter.socket",
            "clmilter.socket",
        ],
        &[],
        "Mail isn't scanned for viruses, or it's deferred.",
        Defect::Filter,
        "systemctl status clamav-milter",
    ),
    at(
        "the virus scanner (ClamAV)",
        &[
            "clamav/clamd.ctl",
            "clamd.scan/clamd.sock",
            "clamd.ctl",
            "clamd.sock",
            "clamd.socket",
            "clamd.amavisd/clamd.sock",
            "/clamd",
        ],
        &[3310],
        "Mail isn't scanned for viruses, or it waits.",
        Defect::Filter,
        "systemctl status clamav-daemon clamd@scan",
    )
    .called(&["clamd", "virus scanners failed", "virus scanner"]),
    at(
        "the spam filter's milter (spamass-milter)",
        &[
            "spamass-milter.sock",
            "spamass/spamass.sock",
            "spamass-milter/spamass-milter.sock",
            "spamass.sock",
        ],
        &[],
        "Mail isn't checked for spam, or it's deferred.",
        Defect::Filter,
        "systemctl status spamass-milter",
    ),
    at(
        "the spam filter (SpamAssassin)",
        &["spamd.sock", "spamd.socket"],
        &[783],
        "Mail isn't checked for spam, or it waits.",
        Defect::Filter,
        "systemctl status spamassassin spamd",
    )
    .called(&["spamd"]),
    at(
        "rspamd",
        &["rspamd/worker-proxy", "rspamd/milter.sock", "rspamd.sock", "rspamd/rspamd.sock"],
        &[11332, 11333, 11334, 9900],
        "Mail isn't checked for spam and isn't signed, or it's deferred.",
        Defect::Filter,
        "systemctl status rspamd",
    ),
    at(
        "amavis",
        &["amavisd.sock", "amavis/amavisd.sock", "amavisd/amavisd.sock"],
        &[10024, 10026, 9998],
        "All mail waits in the queue until the filter runs again.",
        Defect::Filter,
        "systemctl status amavis amavisd",
    )
    .called(&["amavisd", "/usr/sbin/amavi"]),
    at(
        "the way back from the filter into Postfix",
        &[],
        &[10025, 10027],
        "Scanned mail can't come back.",
        Defect::Filter,
        "postconf -M | grep -E '1002[57]'",
    ),
    at(
        "postgrey",
        &["postgrey/socket", "postgrey.sock"],
        &[10023, 60000],
        "Incoming mail gets 451 4.3.5.",
        Defect::Filter,
        "systemctl status postgrey",
    ),
    at("iRedAPD", &[], &[7777], "Incoming mail gets a 451.", Defect::Filter, "systemctl status iredapd"),
    at(
        "Dovecot's check for full mailboxes (quota-status)",
        &["dovecot/quota-status", "private/quota-status"],
        &[12340],
        "Incoming mail gets 451 4.3.5, or full mailboxes aren't seen at the door.",
        Defect::Filter,
        "doveconf -n service/quota-status",
    ),
    at(
        "a milter",
        &[
            "milter-greylist.sock",
            "milter-regex.sock",
            "milter.sock",
            "mimedefang.sock",
            "milter-greylist/milter-greylist.sock",
            "smf-spf.sock",
            "sid-filter.sock",
        ],
        &[],
        "Mail isn't filtered, or it's deferred.",
        Defect::Filter,
        "postconf -n | grep milter",
    ),
    at(
        "saslauthd",
        &["saslauthd/mux"],
        &[],
        "Nobody can log in to send mail.",
        Defect::SignIn,
        "systemctl status saslauthd",
    ),
    at(
        "Courier's login service (authdaemond)",
        &["authdaemon/socket", "authdaemond/socket"],
        &[],
        "Nobody can log in.",
        Defect::SignIn,
        "systemctl status courier-authdaemon",
    ),
    at(
        "the database (MySQL or MariaDB)",
        &["mysqld/mysqld.sock", "mysql/mysql.sock", "mysql.sock", "mysqld.sock"],
        &[3306],
        "Users and domains can't be looked up.",
        Defect::Database,
        "systemctl status mariadb mysql",
    )
    .called(&["mysqld", "mariadbd", "mysql server", "mariadb server"]),
    at(
        "the database (PostgreSQL)",
        &[".s.PGSQL.5432"],
        &[5432],
        "Users and domains can't be looked up.",
        Defect::Database,
        "systemctl status postgresql",
    )
    .called(&["postgres"]),
    at(
        "the directory server (LDAP)",
        &["ldapi", "slapd/ldapi"],
        &[389, 636, 3268, 3269],
        "Users and domains can't be looked up.",
        Defect::Database,
        "systemctl status slapd",
    ),
    at(
        "Redis",
        &["redis-server.sock", "redis.sock"],
        &[6379],
        "The spam filter works without its memory.",
        Defect::Minor,
        "systemctl status redis redis-server",
    )
    .called(&["redis-server"]),
    at(
        "the search server (Solr)",
        &[],
        &[8983],
        "Searching in mailboxes fails; nothing else does.",
        Defect::Minor,
        "systemctl status solr",
    ),
    at(
        "memcached",
        &["memcached.sock"],
        &[11211],
        "The cache is off.",
        Defect::Minor,
        "systemctl status memcached",
    ),
    at(
        "PHP (webmail)",
        &["php-fpm.sock", "-fpm.sock"],
        &[9000],
        "Webmail shows an error.",
        Defect::Webmail,
        "systemctl status 'php*-fpm'",
    ),
    at(
        "the resolver (DNS)",
        &[],
        &[53],
        "No name can be looked up, so mail to other servers waits.",
        Defect::Database,
        "systemctl status unbound named systemd-resolved",
    )
    .called(&["unbound"]),
    at(
        "the log service",
        &["dev/log", "public/postlog", "dovecot/log-errors"],
        &[],
        "Log lines are lost.",
        Defect::Minor,
        "systemctl status rsyslog systemd-journald",
    ),
    at(
        "vpopmaild",
        &[],
        &[89],
        "Users of vpopmail can't be looked up.",
        Defect::Database,
        "svstat /service/vpopmaild",
    ),
    at(
        "the mail server's own SMTP service",
        &[],
        &[25, 465, 587, 588, 2525],
        "Mail can't be given to the mail server.",
        Defect::Stopped,
        "ss -ltnp",
    ),
    at(
        "the mailbox service (IMAP or POP3)",
        &[],
        &[110, 143, 993, 995, 4190],
        "Mailboxes can't be read.",
        Defect::SignIn,
        "ss -ltnp",
    ),
];
