//! The parts of a mail server by what they do for people, as far as the name of a program or of what it logs tells.

/// What a part does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ServerPart {
    /// Signs what goes out.
    Signs,
    /// Checks where what comes in is from.
    Checks,
    /// Looks for spam and viruses.
    Scans,
    /// Checks names and passwords.
    SignsIn,
    /// Lets people read.
    Reads,
    /// Puts what comes in into mailboxes.
    Delivers,
    /// Takes in what apps, programs and other servers send.
    TakesIn,
    /// Sends to other servers.
    Sends,
}

/// Words in the names of the programs that look for spam and viruses.
const SCANNERS: &[&str] =
    &["spamd", "spamc", "amavis", "rspamd", "clam", "milter", "simscan", "scanner", "spampd", "mailscanner"];

/// Words in the names of programs, the telling ones first.
const PARTS: &[(&[&str], ServerPart)] = &[
    (&["opendkim"], ServerPart::Signs),
    (&["opendmarc", "policyd-spf", "spf"], ServerPart::Checks),
    (SCANNERS, ServerPart::Scans),
    (&["auth", "sasl", "vchkpw", "checkpassword", "director"], ServerPart::SignsIn),
    (&["imap", "pop3", "login", "managesieve"], ServerPart::Reads),
    (
        &[
            "lmtp",
            "lda",
            "postfix/local",
            "postfix/virtual",
            "postfix/pipe",
            "maildrop",
            "vdelivermail",
            "qmail-local",
            "deliver",
            "sieve",
        ],
        ServerPart::Delivers,
    ),
    (&["postdrop"], ServerPart::Sends),
    (
        &[
            "smtpd",
            "postscreen",
            "tcpserver",
            "couriertcpd",
            "submission",
            "postfix/master",
            "postfix-script",
            "postfix/proxymap",
            "postfix/trivial-rewrite",
            "postfix/cleanup",
        ],
        ServerPart::TakesIn,
    ),
    (&["smtp", "qmgr", "qmail-remote", "qmail-send", "queue"], ServerPart::Sends),
    (&["dovecot", "courier"], ServerPart::Reads),
    (&["postfix", "exim", "sendmail", "qmail"], ServerPart::TakesIn),
];

/// Programs that keep strangers out.
const GUARDS: &[&str] = &["fail2ban", "lfd", "crowdsec", "sshguard"];

/// Programs that start others.
const STARTERS: &[&str] = &["systemd", "init", "supervise", "monit"];

impl ServerPart {
    /// The part that one of these names tells, in small letters.
    #[must_use]
    pub fn named(names: [&str; 2]) -> Option<ServerPart> {
        PARTS.iter().find(|(words, _)| has(names, words)).map(|(_, part)| *part)
    }

    /// The part that a text in small letters is about: the most general word counts.
    #[must_use]
    pub fn told(text: &str) -> Option<ServerPart> {
        let is_in = |word: &&str| text.contains(word);
        PARTS.iter().rev().find(|(words, _)| words.iter().any(is_in)).map(|(_, part)| *part)
    }
}

/// True where one of these names, in small letters, is that of a program that looks for spam or viruses.
#[must_use]
pub fn is_scanner(names: [&str; 2]) -> bool {
    has(names, SCANNERS)
}

/// True where a text in small letters names such a program.
#[must_use]
pub fn names_scanner(text: &str) -> bool {
    SCANNERS.iter().any(|word| text.contains(word))
}

/// True where one of these names, in small letters, is that of a program that keeps strangers out: it carries no mail.
#[must_use]
pub fn is_guard(names: [&str; 2]) -> bool {
    has(names, GUARDS)
}

/// True where a way of delivery, or what it says, is the client of the look for spam.
#[must_use]
pub fn asks_for_scan(text: &str) -> bool {
    text.contains("spamassassin") || text.contains("spamc")
}

/// The service of such a program, where a text names it.
#[must_use]
pub fn names_guard(text: &str) -> bool {
    GUARDS.iter().any(|guard| text.contains(&format!("{guard}.service")))
}

/// True where one of these names is that of a program that starts others, and tells of them.
#[must_use]
pub fn is_starter(names: [&str; 2]) -> bool {
    has(names, STARTERS)
}

/// True for the name of an address that programs write to each other with, and administrators.
#[must_use]
pub fn is_programs(local: &str) -> bool {
    ["postmaster", "amavis", "virusalert", "double-bounce"].contains(&local)
        || local.eq_ignore_ascii_case("mailer-daemon")
}

fn has(names: [&str; 2], words: &[&str]) -> bool {
    words.iter().any(|word| names.iter().any(|name| name.contains(word)))
}
