//! What is broken on a mail server, in as few kinds as matter to somebody who only wants to read and send email.
//! Every fault, every listener and every cause is one of them; what a customer is told of each is in
//! `report::letter`.

use crate::vocabulary::Cause;

/// What is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Defect {
    /// No room on the disk, or in the database.
    Storage,
    /// The disk fails.
    Disk,
    /// The hosting account has used up its room.
    AccountSpace,
    /// A mailbox is full.
    MailboxFull,
    /// A mailbox, or a message in it, is damaged.
    MailboxDamaged,
    /// The list of a folder's messages is damaged; the messages aren't.
    Index,
    /// A program isn't allowed to use a file.
    Permission,
    /// A file or folder isn't there.
    Missing,
    /// Something else has the mailbox locked.
    Locked,
    /// A name that can't be used for a file.
    Name,
    /// A file reached its size limit.
    FileLimit,
    /// The clock is wrong.
    Clock,
    /// Not enough memory.
    Memory,
    /// Too much to do at once.
    Overload,
    /// A part ended unexpectedly, doesn't start or doesn't run.
    Stopped,
    /// A part was restarted.
    Restart,
    /// A setting is wrong.
    Settings,
    /// The files of waiting messages can't be used.
    Queue,
    /// A mailbox can't be opened.
    MailboxClosed,
    /// The filter rules of a mailbox don't work.
    FilterRules,
    /// Messages can't be signed.
    Signing,
    /// The database or directory of users gives no answer.
    Database,
    /// The settings of that database are wrong.
    DatabaseSettings,
    /// That database is damaged.
    DatabaseDamaged,
    /// The part that checks passwords doesn't work.
    SignIn,
    /// An account is locked.
    AccountLocked,
    /// A password is too old.
    PasswordExpired,
    /// A name or password was wrong.
    WrongPassword,
    /// Somebody tries many passwords.
    Guessing,
    /// An app signed in without encryption.
    NoEncryption,
    /// Port and encryption don't fit each other.
    Mismatch,
    /// The other end doesn't trust our certificate.
    OurCertificate,
    /// The other end says that our certificate has expired.
    OurCertificateExpired,
    /// Our certificate or key can't be loaded.
    CertificateFile,
    /// We don't trust the other end's certificate.
    TheirCertificate,
    /// Both ends know no common way to encrypt.
    Encryption,
    /// A connection couldn't be made.
    Connection,
    /// A connection was cut.
    Cut,
    /// The network doesn't work here.
    Network,
    /// Names can't be looked up.
    Lookup,
    /// A name isn't known.
    ServerName,
    /// A filter for spam or viruses doesn't work.
    Filter,
    /// Messages can't be put into mailboxes.
    Delivery,
    /// Webmail doesn't work.
    Webmail,
    /// A part that touches no message doesn't work.
    Minor,
    /// A browser or a scanner came to a mail port.
    Scanner,
}

impl Defect {
    /// Every one.
    pub const ALL: &[Defect] = &[
        Defect::Storage,
        Defect::Disk,
        Defect::AccountSpace,
        Defect::MailboxFull,
        Defect::MailboxDamaged,
        Defect::Index,
        Defect::Permission,
        Defect::Missing,
        Defect::Locked,
        Defect::Name,
        Defect::FileLimit,
        Defect::Clock,
        Defect::Memory,
        Defect::Overload,
        Defect::Stopped,
        Defect::Restart,
        Defect::Settings,
        Defect::Queue,
        Defect::MailboxClosed,
        Defect::FilterRules,
        Defect::Signing,
        Defect::Database,
        Defect::DatabaseSettings,
        Defect::DatabaseDamaged,
        Defect::SignIn,
        Defect::AccountLocked,
        Defect::PasswordExpired,
        Defect::WrongPassword,
        Defect::Guessing,
        Defect::NoEncryption,
        Defect::Mismatch,
        Defect::OurCertificate,
        Defect::OurCertificateExpired,
        Defect::CertificateFile,
        Defect::TheirCertificate,
        Defect::Encryption,
        Defect::Connection,
        Defect::Cut,
        Defect::Network,
        Defect::Lookup,
        Defect::ServerName,
        Defect::Filter,
        Defect::Delivery,
        Defect::Webmail,
        Defect::Minor,
        Defect::Scanner,
    ];

    /// What a cause is, where it is a matter of the server.
    pub const fn of_cause(cause: Cause) -> Option<Defect> {
        Some(match cause {
            Cause::Attack => Defect::Guessing,
            Cause::Tls => Defect::Encryption,
            Cause::AuthService => Defect::SignIn,
            Cause::Backend => Defect::Connection,
            Cause::ServerFull => Defect::Overload,
            Cause::Config => Defect::Settings,
            Cause::Restart => Defect::Restart,
            Cause::Folder => Defect::MailboxClosed,
            Cause::Crash => Defect::Stopped,
            Cause::Disk => Defect::Storage,
            Cause::Permission => Defect::Permission,
            Cause::Quota => Defect::MailboxFull,
            Cause::Locked => Defect::Locked,
            Cause::Unreadable => Defect::MailboxDamaged,
            Cause::Index => Defect::Index,
            Cause::Plaintext => Defect::NoEncryption,
            Cause::WrongPassword | Cause::Either | Cause::WrongLogin | Cause::UnknownUser => {
                Defect::WrongPassword
            }
            Cause::Expired => Defect::PasswordExpired,
            _ => return None,
        })
    }
}

/// What the patterns of a format say is broken, the first row that fits; `*` stands for the rest of a name.
static PATTERNS: &[(&str, Defect, &[&str])] = &[
    (
        "postfix-trouble",
        Defect::Database,
        &[
            "pt-ldap*",
            "pt-mysql*",
            "pt-pgsql*",
            "pt-sqlite*",
            "pt-sockmap*",
            "to-query",
            "sc-look",
            "tr-lookup",
            "tp-lookup",
            "sm-nomap",
        ],
    ),
    ("postfix-trouble", Defect::Clock, &["pm-clock", "pm-fsclock"]),
    (
        "postfix-trouble",
        Defect::Stopped,
        &[
            "gen-sub",
            "pl-pickupfail",
            "pm-corrupt",
            "pm-initfail",
            "pm-libver",
            "ps-notrunning",
            "ps-startfail",
            "px-service",
            "qm-conn-time",
            "qm-deliv",
            "sn-conn",
            "sp-exit",
            "to-down*",
            "to-flushdown",
            "tr-talk",
            "st-osslver",
        ],
    ),
    ("postfix-trouble", Defect::Filter, &["pl-proxy-*"]),
    ("postfix-trouble", Defect::CertificateFile, &["st-chain-match", "st-ctx"]),
    ("postfix-trouble", Defect::Overload, &["sn-send"]),
    ("postfix-trouble", Defect::Lookup, &["lg-resolv", "lg-numhost", "tp-dnssec", "tp-dane-warn"]),
    ("postfix-trouble", Defect::Network, &["pm-noif", "pm-proto"]),
    (
        "postfix-trouble",
        Defect::Queue,
        &["bo-defer", "bo-open", "ps-damaged", "ps-noqueue", "qm-open", "pk-old"],
    ),
    ("postfix-trouble", Defect::SignIn, &["sa-filter"]),
    (
        "postfix-trouble",
        Defect::Permission,
        &["pm-root", "ps-setgid", "ps-integrity", "sd-perm", "sd-setuid"],
    ),
    ("postfix-trouble", Defect::Minor, &["ve-cache"]),
    (
        "postfix-trouble",
        Defect::Settings,
        &[
            "bo-tmpl*",
            "cl-*",
            "lg-dynmaps",
            "lg-prefix",
            "lo-*",
            "pc-*",
            "pi-*",
            "pl-milter-form",
            "pm-conf*",
            "pm-dup",
            "pm-if*",
            "pm-nolocal*",
            "pp-*",
            "ps-*",
            "pt-*",
            "px-unapproved",
            "sc-*",
            "sd-login",
            "sn-dnsblw",
            "sp-user",
            "st-level*",
            "st-notls",
            "to-maptype",
            "tp-badlevel",
            "tp-dane-cfg",
            "tp-level",
            "tp-proxy*",
            "tp-wrapper",
            "tr-myhost",
            "vp-*",
        ],
    ),
    ("postfix-other", Defect::Database, &["lookup-of-failed"]),
    ("postfix-other", Defect::Stopped, &["lock"]),
    ("postfix-other", Defect::CertificateFile, &["no-certificate"]),
    ("postfix-other", Defect::Stopped, &["not-running", "program-died", "socket-malformed"]),
    ("postfix-other", Defect::Queue, &["scan"]),
    ("postfix-other", Defect::Minor, &["unused-parameter"]),
    (
        "postfix-other",
        Defect::Settings,
        &[
            "bad-string",
            "both-lists",
            "hop-invalid",
            "no-relay-rule",
            "proxymap-missing",
            "table-type*",
            "unknown-restriction",
        ],
    ),
    ("postfix-smtpd", Defect::Database, &["lookup-error*"]),
    ("postfix-smtpd", Defect::Filter, &["milter-lost", "policy-*"]),
    ("postfix-smtpd", Defect::Settings, &["proxy-header"]),
    ("postfix-smtpd", Defect::Storage, &["disk-full"]),
    ("postfix-qmgr", Defect::Queue, &["corrupt"]),
    ("postfix-qmgr", Defect::Stopped, &["transport-*"]),
    ("postfix-qmgr", Defect::Overload, &["queue-clogged"]),
    ("postfix-postscreen", Defect::Lookup, &["dnsblog-timeout"]),
    ("postfix-cleanup", Defect::Permission, &["maildrop-denied", "maildrop-failed"]),
    ("postfix-cleanup", Defect::Database, &["map-failed"]),
    ("postfix-other", Defect::Database, &["table-service-refused"]),
    ("postfix-cleanup", Defect::Queue, &["write-failed"]),
    ("exim-queue", Defect::Queue, &["damaged", "no-recipients"]),
    ("dovecot-sieve-log", Defect::FilterRules, &["capability", "failed", "mistake", "summary", "undeclared"]),
    (
        "postfix-delivery",
        Defect::Settings,
        &["alias-loop", "bad-owner", "bad-path", "wrapper-mode", "tls-policy-failed"],
    ),
    ("postfix-delivery", Defect::Database, &["lookup-error-next-hop"]),
    ("dovecot-auth", Defect::SignIn, &["pam-*"]),
    ("dovecot-auth", Defect::Overload, &["pwf-slow"]),
    ("dovecot-auth", Defect::Minor, &["penalty"]),
    ("dovecot-auth", Defect::Database, &["vpop-quota"]),
    ("dovecot-connection", Defect::Minor, &["anvil-timeout"]),
    ("dovecot-connection", Defect::Encryption, &["tls-conn23"]),
    ("dovecot-connection", Defect::Connection, &["ha-timeout"]),
    ("dovecot-delivery", Defect::Delivery, &["not-passed-on", "quota-not-checked"]),
    ("dovecot-search", Defect::Minor, &["fts-*", "repl-*", "stats-*", "mail-search-failed", "dsync-*"]),
    ("dovecot-director", Defect::Connection, &["*"]),
    ("dovecot-dsync", Defect::Minor, &["*"]),
    ("dovecot-doveadm", Defect::Minor, &["*"]),
    ("dovecot-settings", Defect::Memory, &["mas1-child-oom"]),
    ("dovecot-settings", Defect::Overload, &["mas1-loginfull", "mas1-mailfull"]),
    ("dovecot-settings", Defect::MailboxClosed, &["mas1-uid*", "mas1-gid", "mas1-chroot", "mas1-home"]),
    ("dovecot-settings", Defect::Stopped, &["mas*"]),
    ("dovecot-master", Defect::Minor, &["child-log", "ignoring"]),
    ("dovecot-sieve", Defect::FilterRules, &["compile2", "imap", "symlink"]),
    ("dovecot-mailbox", Defect::FilterRules, &["filters-disabled"]),
    ("dovecot-mailbox", Defect::Locked, &["pop3-sync"]),
    (
        "dovecot-storage",
        Defect::MailboxClosed,
        &["perm-openinbox", "perm-postlogin", "perm-syncinbox", "perm-userinit", "perm-internal"],
    ),
    ("dovecot-storage", Defect::Minor, &["ax-fail", "quota-calc", "quota-savedanyway", "repl-notify"]),
    ("dovecot-trouble", Defect::FilterRules, &["si-*"]),
    (
        "dovecot-trouble",
        Defect::MailboxClosed,
        &["ac-sharedcreate", "cr-*", "ix-nosession", "ix-rootfile", "ix-rootmiss*"],
    ),
    ("dovecot-trouble", Defect::MailboxDamaged, &["ix-db-*", "ix-mbox-*", "ix-md-*", "ix-zlib"]),
    ("dovecot-trouble", Defect::Locked, &["ix-sub-lock"]),
    ("dovecot-trouble", Defect::Missing, &["ix-eexist"]),
    ("dovecot-trouble", Defect::Stopped, &["de-sm*"]),
    ("dovecot-trouble", Defect::Minor, &["ds-*", "ft-*", "mg-cont", "qu-*", "rp-*", "st-hs"]),
    ("exim-daemon", Defect::Stopped, &["crash"]),
    ("exim-daemon", Defect::Settings, &["expansion-failed", "settings-wrong", "tainted"]),
    ("exim-daemon", Defect::Minor, &["hints-locked"]),
    ("exim-reason", Defect::Settings, &["expansion-failed-of"]),
    ("exim-smtp", Defect::Filter, &["spam-filter-down*", "virus-scanner-down*"]),
    ("exim-smtp", Defect::SignIn, &["log-in-not-possible", "log-in-table-not-read"]),
    ("exim-smtp", Defect::Overload, &["too-many-connections"]),
    ("exim-trouble", Defect::Settings, &["xc-*", "xp-taint*"]),
    ("exim-trouble", Defect::Lookup, &["xi-dnsl2"]),
    ("exim-trouble", Defect::Filter, &["xi-lscan", "xi-spamd"]),
    ("exim-trouble", Defect::SignIn, &["xi-auth*"]),
    ("exim-trouble", Defect::CertificateFile, &["xi-tlsexp"]),
    ("exim-trouble", Defect::Network, &["xo-bind"]),
    ("exim-trouble", Defect::Signing, &["xo-dkim*"]),
    ("exim-trouble", Defect::Stopped, &["xp-crash", "xp-qcrash", "xp-nonzero", "xp-vanish", "xp-rdaproc"]),
    (
        "exim-trouble",
        Defect::Queue,
        &["xp-dnf", "xp-format", "xp-journal", "xp-dblock", "xp-dbrec", "xp-rate"],
    ),
    ("exim-trouble", Defect::Disk, &["xp-err"]),
    ("exim-trouble", Defect::Storage, &["xp-write"]),
    ("exim-trouble", Defect::Memory, &["xp-malloc", "xp-mem"]),
    ("exim-trouble", Defect::Permission, &["xp-uid"]),
    ("exim-trouble", Defect::Overload, &["xr-*"]),
    ("sendmail-arrival", Defect::CertificateFile, &["encryption-file"]),
    ("sendmail-arrival", Defect::Filter, &["filter-down"]),
    ("sendmail-arrival", Defect::SignIn, &["log-in-impossible"]),
    ("sendmail-arrival", Defect::Overload, &["too-busy"]),
    ("sendmail-delivery", Defect::Storage, &["disk-full"]),
    ("sendmail-trouble", Defect::Filter, &["sf-*"]),
    ("sendmail-trouble", Defect::Storage, &["sl-min", "sl-space"]),
    ("sendmail-trouble", Defect::Overload, &["sl-abortla", "sl-delay", "sl-maxed", "sl-runch", "sl-runla"]),
    ("sendmail-trouble", Defect::Permission, &["ss-dangerous", "ss-priv"]),
    ("sendmail-trouble", Defect::Database, &["ss-ldap"]),
    ("sendmail-trouble", Defect::Queue, &["ss-lose", "ss-qinc", "ss-safe", "ss-savemail"]),
    (
        "sendmail-trouble",
        Defect::Settings,
        &[
            "ss-alias*",
            "ss-loop",
            "ss-mapunsafe",
            "ss-missval",
            "ss-noj",
            "ss-nomailer",
            "ss-qualify",
            "ss-short",
        ],
    ),
    ("sendmail-trouble", Defect::Stopped, &["ss-endm", "ss-wedged"]),
    ("sendmail-trouble", Defect::TheirCertificate, &["sx-dane*"]),
    ("sendmail-trouble", Defect::CertificateFile, &["sx-*"]),
    ("sendmail-trouble", Defect::SignIn, &["sy-*"]),
    (
        "qmail-send",
        Defect::Stopped,
        &["start-*", "spawn-lost", "todo-lost", "clean-lost", "bounce-not-started"],
    ),
    ("qmail-send", Defect::Settings, &["controls-not-reread", "locals-not-read", "virtualdomains-not-read"]),
    (
        "qmail-send",
        Defect::Queue,
        &[
            "bounce-not-queued",
            "bounce-not-written",
            "clean-up-failed",
            "create-failed",
            "delivered-twice",
            "fsync-failed",
            "open-*",
            "opendir-failed",
            "queue-*",
            "read-failed",
            "retry-time-lost",
            "stat-failed",
            "unlink-failed",
            "write-failed",
        ],
    ),
    ("qmail-scanner", Defect::Filter, &["scanner-down"]),
    ("tcpserver", Defect::Overload, &["full"]),
    ("aggregate-report", Defect::OurCertificateExpired, &["certificate-expired"]),
    ("aggregate-report", Defect::OurCertificate, &["certificate-name", "certificate-untrusted"]),
    ("aggregate-report", Defect::Settings, &["no-encryption", "tlsa", "unlisted", "policy"]),
    ("procmail", Defect::Storage, &["disk-full"]),
    ("procmail", Defect::Locked, &["lock"]),
    ("procmail", Defect::Permission, &["no-privileges", "not-made", "unsafe"]),
    ("procmail", Defect::AccountSpace, &["quota"]),
    ("procmail", Defect::FilterRules, &["not-a-folder", "not-executed", "program-failed", "write-failed"]),
    ("clamav", Defect::Filter, &["milter-no-*", "socket-*"]),
    ("policyd-spf", Defect::Filter, &["crashed", "error"]),
    ("plesk", Defect::Filter, &["crashed", "odd-status"]),
    ("courier-auth", Defect::Settings, &["setting*"]),
    ("courier-auth", Defect::DatabaseSettings, &["row-incomplete", "value-missing", "root-refused"]),
    ("courier-mta", Defect::Stopped, &["crashed", "module-died", "not-filed*"]),
    ("courier-mta", Defect::Storage, &["disk-low"]),
    ("courier-mta", Defect::Queue, &["queue-damaged"]),
    ("courier", Defect::MailboxClosed, &["folder-not-entered"]),
    ("courier", Defect::SignIn, &["log-in-service-*"]),
    ("courier", Defect::Stopped, &["service-not-run"]),
    ("courier", Defect::Overload, &["many", "too-many"]),
    ("courier", Defect::Minor, &["watch*"]),
    (
        "daemontools",
        Defect::Stopped,
        &["down", "no-*", "not-*", "run-missing", "scan-trouble", "service-gone"],
    ),
    ("multilog", Defect::Minor, &["folder-in-use", "stopped"]),
    ("opendkim", Defect::Signing, &["key-*"]),
    ("rblsmtpd", Defect::Filter, &["called-wrongly"]),
    ("rblsmtpd", Defect::Stopped, &["program-not-run"]),
    ("spamd", Defect::Filter, &["bayes-version", "client-gave-up"]),
    ("spamd", Defect::Minor, &["bayes-locked"]),
    ("spamd", Defect::Settings, &["unauthorized"]),
    ("sogo", Defect::Webmail, &["no-worker"]),
    ("spamdyke", Defect::CertificateFile, &["certificate-not-loaded"]),
    ("spamdyke", Defect::SignIn, &["log-in-not-set-up"]),
    ("spamdyke", Defect::Stopped, &["not-started"]),
    ("spamdyke", Defect::Settings, &["option-unknown"]),
    ("sslserver", Defect::CertificateFile, &["key-*"]),
    ("sslserver", Defect::Stopped, &["address-*", "called-wrongly", "port-*", "stopped"]),
    ("tcpserver", Defect::Stopped, &["address-*", "called-wrongly", "port-*", "stopped", "dropped*"]),
    ("syslog", Defect::Stopped, &["not-started", "start-timed-out", "unit-failed-state"]),
    ("vchkpw", Defect::Database, &["database-*", "mysql-trouble"]),
];

/// What a pattern says is broken, where its row says it.
pub fn of_pattern(format: &str, pattern: &str) -> Option<Defect> {
    let fits = |id: &&str| id.strip_suffix('*').map_or(pattern == *id, |start| pattern.starts_with(start));
    PATTERNS.iter().find(|row| row.0 == format && row.2.iter().any(fits)).map(|row| row.1)
}

/// Every name of a pattern, with its format.
#[cfg(test)]
pub(crate) fn patterns() -> impl Iterator<Item = (&'static str, &'static str)> {
    PATTERNS.iter().flat_map(|row| row.2.iter().map(|id| (row.0, *id)))
}
