//! The words of mail, explained once: every place that shows one leads here. [`find`] tells where they stand
//! in a text.
//!
//! Sources: RFC 5598 for who does what, RFC 6409 and 8314 for the ports, RFC 3501/9051, 1939, 2033,
//! 5228, 5321, 7208, 6376, 7489, 3207, 4954, 6647, 5782; the manuals of qmail, vpopmail, daemontools, Postfix,
//! Exim, Dovecot, Roundcube, cPanel, Plesk and `DirectAdmin`.

use crate::text::Span;
use aho_corasick::{AhoCorasick, MatchKind};
use std::sync::LazyLock;

/// One word and its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The word as people write it.
    pub term: &'static str,
    /// What the letters stand for; empty for a word that is no abbreviation.
    pub stands_for: &'static str,
    /// What it means, in plain sentences.
    pub means: &'static str,
    /// What else is good to know when a customer asks; may be empty.
    pub longer: &'static str,
    /// TCP ports and what each is for.
    pub ports: &'static [(u16, &'static str)],
    /// Files in which it is logged, and what each holds.
    pub logs: &'static [(&'static str, &'static str)],
    /// Other ways to write it.
    pub also: &'static [&'static str],
    /// Terms that lead on from here.
    pub see: &'static [&'static str],
}

/// Finds the meaning of a word; upper and lower case are the same.
pub fn look_up(word: &str) -> Option<&'static Term> {
    TERMS.iter().find(|term| term.names().any(|name| name.eq_ignore_ascii_case(word)))
}

/// Where words of the list stand in a text, in order; only whole words, also with an `s` behind them. Inside
/// addresses, host names and paths they are parts of a name, not words.
pub fn find(text: &str) -> impl Iterator<Item = (Span, &'static Term)> {
    FINDER.0.find_iter(text).filter_map(|found| {
        let (name, term) = FINDER.1[found.pattern().as_usize()];
        let (start, mut end) = (found.start(), found.end());
        // Letters that stand for words are written in capitals: "arc" is none, and "mail from" is no command.
        let capitals = name.bytes().filter(u8::is_ascii_uppercase).count() > 1;
        if capitals && &text[start..end] != name {
            return None;
        }
        if text[end..].starts_with('s') {
            end += 1;
        }
        is_whole(text, start, end).then(|| (Span::new(start, end), term))
    })
}

/// The names of all terms with the terms, and what finds them all in one pass.
static FINDER: LazyLock<(AhoCorasick, Vec<(&'static str, &'static Term)>)> = LazyLock::new(|| {
    let names: Vec<(&str, &Term)> =
        TERMS.iter().flat_map(|term| term.names().map(move |name| (name, term))).collect();
    let finder = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(names.iter().map(|(name, _)| name))
        .expect("a list of words is no pattern that can be wrong");
    (finder, names)
});

fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let part = |letter: char| letter.is_alphanumeric() || "@_-=/\\".contains(letter);
    let mut after = text[end..].chars();
    let goes_on = match after.next() {
        Some('.' | ':') => after.next().is_some_and(char::is_alphanumeric),
        Some(letter) => part(letter),
        None => false,
    };
    !goes_on && !text[..start].chars().next_back().is_some_and(|letter| part(letter) || letter == '.')
}

const fn word(term: &'static str, also: &'static [&'static str], means: &'static str) -> Term {
    Term { term, stands_for: "", means, longer: "", ports: &[], logs: &[], also, see: &[] }
}

const fn letters(
    term: &'static str,
    stands_for: &'static str,
    also: &'static [&'static str],
    means: &'static str,
) -> Term {
    Term { stands_for, ..word(term, also, means) }
}

impl Term {
    /// All ways to write it.
    fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        std::iter::once(self.term).chain(self.also.iter().copied())
    }

    #[must_use]
    const fn longer(mut self, longer: &'static str) -> Term {
        self.longer = longer;
        self
    }

    #[must_use]
    const fn ports(mut self, ports: &'static [(u16, &'static str)]) -> Term {
        self.ports = ports;
        self
    }

    #[must_use]
    const fn logs(mut self, logs: &'static [(&'static str, &'static str)]) -> Term {
        self.logs = logs;
        self
    }

    #[must_use]
    const fn see(mut self, see: &'static [&'static str]) -> Term {
        self.see = see;
        self
    }
}

/// Every word, in the order of the way that mail takes.
pub static TERMS: &[Term] = &[
    letters(
        "MUA",
        "mail user agent",
        &["email app", "mail client", "email client"],
        "The program in which a person reads and writes mail: Outlook, Thunderbird, a phone's email app or a webmail page.",
    )
    .see(&["Outlook", "Thunderbird", "Apple Mail", "phone", "webmail"]),
    letters(
        "MSA",
        "message submission agent",
        &["submission"],
        "The service that accepts new messages from email apps. It requires a login.",
    )
        .see(&["MTA", "port 587", "port 465"]),
    letters(
        "MTA",
        "mail transfer agent",
        &["mail server"],
        "A server program that passes mail on to the next server: qmail, Postfix, Exim, Sendmail, Exchange.",
    )
    .see(&["qmail", "Postfix", "Exim", "Sendmail", "Exchange"]),
    letters(
        "MDA",
        "mail delivery agent",
        &["local delivery agent", "LDA"],
        "The program that puts a message into a mailbox: vdelivermail, procmail, maildrop, Dovecot's LDA.",
    )
        .see(&["vpopmail", "Dovecot", "Sieve"]),
    letters(
        "SMTP",
        "Simple Mail Transfer Protocol",
        &["ESMTP", "SMTPS"],
        "The language in which mail is sent: from an email app to its server, and from server to server. It only sends. Reading a mailbox is done with IMAP or POP3.",
    )
    .see(&["port 25", "port 465", "port 587"])
    .ports(&[
            (25, "from server to server; many networks block it for everybody else"),
            (465, "from an email app to its server, encrypted from the first byte, with a login"),
            (587, "from an email app to its server, encrypted after STARTTLS, with a login"),
        ]),
    letters(
        "IMAP",
        "Internet Message Access Protocol",
        &["IMAPS", "IMAP4"],
        "The language in which an email app reads a mailbox that stays on the server. Folders and what was read are the same on every device. It does not send.",
    )
    .see(&["port 143", "port 993", "POP3"])
    .ports(&[(143, "encrypted after STARTTLS"), (993, "encrypted from the first byte")]),
    letters(
        "POP3",
        "Post Office Protocol, version 3",
        &["POP", "POP3S"],
        "The language in which an email app fetches the inbox to one device. Often the messages are then deleted from the server, so other devices do not see them. It knows no folders and does not send.",
    )
    .see(&["port 110", "port 995", "IMAP"])
    .ports(&[(110, "encrypted after STLS"), (995, "encrypted from the first byte")]),
    letters(
        "LMTP",
        "Local Mail Transfer Protocol",
        &[],
        "A form of SMTP in which a mail server hands messages to the mailbox server, with an answer for every recipient.",
    )
        .see(&["SMTP", "MDA"]),
    letters(
        "DNS",
        "Domain Name System",
        &[],
        "The directory of the internet: it tells which server belongs to a name, and more about each domain.",
    )
        .see(&["MX", "PTR", "SPF"]),
    letters(
        "MX",
        "mail exchanger",
        &["MX record"],
        "The DNS record of a domain that names the servers which take its mail. The one with the lowest number is tried first.",
    )
        .see(&["DNS", "null MX"]),
    word(
        "null MX",
        &["nullmx"],
        "An MX record that says: this domain accepts no mail at all. It is written `MX 0 .`.",
    )
        .see(&["MX"]),
    letters(
        "PTR",
        "pointer record",
        &["PTR record", "reverse DNS", "rDNS"],
        "The DNS record that leads from an IP address back to a name. Many servers refuse mail from an address that has none, or whose name doesn't resolve back to it.",
    )
        .see(&["DNS", "IP address"]),
    letters(
        "SPF",
        "Sender Policy Framework",
        &["SPF record"],
        "A DNS record of a domain that lists the servers which may send mail for it. It checks the envelope sender.",
    )
        .see(&["DNS", "envelope sender", "DMARC"]),
    letters(
        "DKIM",
        "DomainKeys Identified Mail",
        &["DKIM signature"],
        "A signature in the headers of a message. The receiver checks it with a key from the DNS of the domain that signed: what was signed is unchanged, and that domain stands for it.",
    )
        .see(&["DNS", "DMARC"]),
    letters(
        "DMARC",
        "Domain-based Message Authentication, Reporting and Conformance",
        &["DMARC policy"],
        "A DNS record in which a domain says what to do with mail that claims to come from it and passes neither SPF nor DKIM for that same domain: nothing, treat it as spam, or refuse it.",
    )
        .see(&["SPF", "DKIM"]),
    letters(
        "ARC",
        "Authenticated Received Chain",
        &[],
        "Seals with which forwarding servers vouch for the checks that a message passed before they changed it.",
    )
        .see(&["forward", "DKIM"]),
    word(
        "envelope sender",
        &["return-path", "return path", "MAIL FROM", "envelope from"],
        "The address to which failures are reported. It is given in MAIL FROM and may differ from the From line that people see. It is empty for a bounce.",
    )
        .see(&["bounce", "SPF"]),
    word(
        "envelope recipient",
        &["RCPT TO"],
        "The address that the message is delivered to. It is given in RCPT TO and may differ from the To line that people see.",
    )
        .see(&["catch-all"]),
    word(
        "Message-ID",
        &["Message ID"],
        "A header with a name for the message that no other has. It stays the same on all servers, so logs are searched by it.",
    )
        .see(&["mail log"]),
    word(
        "queue",
        &["mail queue"],
        "Where a mail server keeps messages until each recipient was served or given up.",
    )
        .see(&["deferral", "MTA"]),
    word(
        "deferral",
        &["deferred", "put off"],
        "An attempt that failed temporarily. The server keeps the message and retries automatically, usually at growing intervals.",
    )
    .see(&["queue", "greylisting"]),
    word(
        "bounce",
        &["bounce message", "failure notice", "non-delivery report"],
        "The notice that a server sends back to the envelope sender when it gives up on a recipient. It tells the reason.",
    )
    .see(&["DSN", "envelope sender"]),
    letters(
        "DSN",
        "delivery status notification",
        &[],
        "The standard form of a bounce or another report on a delivery, with a part that programs can read.",
    )
        .see(&["bounce", "enhanced status code"]),
    letters(
        "ARF",
        "Abuse Reporting Format",
        &["feedback loop"],
        "The form in which providers report that someone marked a message as spam.",
    )
        .see(&["spam"]),
    word("double bounce", &[], "A bounce that couldn't be delivered either. qmail sends it to the postmaster; Postfix drops it unless notify_classes contains 2bounce.")
        .see(&["bounce", "postmaster"]),
    word(
        "backscatter",
        &[],
        "Bounces that reach people who never sent the message, because a spammer used their address as the sender.",
    )
        .see(&["bounce", "envelope sender"]),
    word(
        "greylisting",
        &["greylist", "graylisting"],
        "A check against spam: mail from a sender seen for the first time is deferred. Mail servers retry after some minutes and are then accepted.",
    )
        .see(&["deferral"]),
    word("smarthost", &["relay host"], "A server through which another sends all its outgoing mail.")
        .see(&["relay"]),
    word(
        "relay",
        &["relaying", "open relay"],
        "To pass on mail that is neither from nor for the own users. A server should do so only after a login; one that does it for everyone is an open relay and soon blocked.",
    )
        .see(&["smarthost", "DNSBL"]),
    letters(
        "DNSBL",
        "DNS-based block list",
        &["RBL", "block list", "blocklist", "blacklist"],
        "A list of IP addresses or domains that sent spam, which servers ask over DNS before they accept mail. Each list has a page for being taken off.",
    )
        .see(&["IP address", "reputation"]),
    word(
        "reputation",
        &[],
        "The score that a provider keeps of an IP address or domain: how much of its mail was wanted.",
    )
        .see(&["DNSBL"]),
    letters(
        "TLS",
        "Transport Layer Security",
        &["SSL"],
        "The encryption of a connection. SSL is its old name.",
    )
        .see(&["STARTTLS"]),
    letters(
        "STARTTLS",
        "start Transport Layer Security",
        &["STLS"],
        "The command that switches an open connection to encryption.",
    )
        .see(&["TLS", "port 587"]),
    letters(
        "MTA-STS",
        "Mail Transfer Agent Strict Transport Security",
        &[],
        "A way for a domain to say that mail for it must be encrypted and that the server's certificate must be valid.",
    )
        .see(&["TLS", "DANE"]),
    letters(
        "DANE",
        "DNS-based Authentication of Named Entities",
        &["TLSA"],
        "A way for a domain to publish in signed DNS which certificate its mail server has.",
    )
        .see(&["TLS", "MTA-STS"]),
    letters(
        "SASL",
        "Simple Authentication and Security Layer",
        &["SMTP AUTH", "AUTH"],
        "The common way of logging in to SMTP, IMAP and POP3 servers. PLAIN, LOGIN and CRAM-MD5 are its methods.",
    )
        .see(&["SMTP", "IMAP", "POP3"]),
    letters(
        "HELO",
        "hello",
        &["EHLO"],
        "The first command of SMTP, in which the sending server says its name. It should be its real name in DNS.",
    )
        .see(&["SMTP", "DNS"]),
    word(
        "enhanced status code",
        &["status code", "DSN code"],
        "Three numbers such as 5.1.1 that tell more than the reply code: 2 done, 4 temporary or 5 permanent, then the subject, then the detail.",
    )
        .see(&["reply code", "DSN"]),
    word(
        "reply code",
        &["SMTP code"],
        "The three digits that begin every answer of an SMTP server. 2 means done, 3 go on, 4 not now, 5 no.",
    )
        .see(&["enhanced status code", "SMTP"]),
    word(
        "Sieve",
        &[],
        "A language for rules that sort, forward or refuse mail when it is put into the mailbox.",
    )
        .see(&["MDA", "forward"]),
    word(
        "Maildir",
        &[],
        "A way to store a mailbox: one file for each message, in the folders new, cur and tmp.",
    )
        .see(&["mbox", "quota"]),
    word("mbox", &[], "An older way to store a mailbox: all messages in one file.")
        .see(&["Maildir"]),
    word("quota", &[], "How much a mailbox may hold.")
        .see(&["Maildir"]),
    word(
        "vpopmail",
        &["vdelivermail", "vchkpw"],
        "A program for qmail servers that keeps many domains and mailboxes under one system user. vdelivermail stores the mail, vchkpw checks logins.",
    )
        .see(&["qmail", "MDA"]),
    word(
        "qmail",
        &["notqmail", "netqmail"],
        "A mail server made of small programs: qmail-smtpd accepts email in, qmail-queue stores it, qmail-send decides, qmail-local and qmail-remote deliver.",
    )
    .logs(&[
        ("/var/log/send/current", "the queue: what became of every message (often /var/log/qmail/send/current)"),
        ("/var/log/smtp/current", "who connected to port 25 (often /var/log/qmail/smtpd/current)"),
        ("/var/log/submission/current", "logins and mail from email apps"),
        ("/var/log/pop3/current", "logins of POP3 (encrypted: /var/log/pop3-ssl/current)"),
    ])
    .see(&["multilog", "TAI64N", "vpopmail"]),
    word("Dovecot", &[], "The server for IMAP and POP3 from which email apps read.")
    .logs(&[
        ("/var/log/dovecot.log", "logins, sessions and deliveries, where it has files of its own (with /var/log/dovecot-info.log)"),
        ("/var/log/maillog", "the same, where it writes to syslog (Debian and Ubuntu: /var/log/mail.log)"),
    ])
    .see(&["IMAP", "POP3", "Sieve", "quota"]),
    word(
        "multilog",
        &["daemontools"],
        "The program that writes qmail's logs. It puts a TAI64N label before each line and keeps a fixed number of files; the newest is called current.",
    )
        .see(&["TAI64N", "qmail"]),
    letters(
        "TAI64N",
        "International Atomic Time, 64 bits, with nanoseconds",
        &["TAI64"],
        "The time stamp of qmail's logs: @ and 24 hexadecimal digits. `tai64nlocal` turns it into a date and time.",
    )
        .see(&["multilog"]),
    word(
        "postmaster",
        &[],
        "The person who looks after the mail of a domain. Every domain must accept mail for this address.",
    )
        .see(&["double bounce"]),
    word(
        "forward",
        &["forwarding", "alias"],
        "A rule that passes on mail for one address to another. A forward can break SPF, since the forwarding server is not on the sender's list.",
    )
        .see(&["SPF", "catch-all"]),
    word(
        "catch-all",
        &["catchall", "catch all"],
        "A mailbox that gets the mail for all addresses of a domain that do not exist.",
    )
        .see(&["forward"]),
    word(
        "spam",
        &["junk", "unsolicited mail"],
        "Mail that was sent in bulk to people who did not ask for it.",
    )
        .see(&["SpamAssassin", "DNSBL"]),
    letters(
        "IP address",
        "Internet Protocol address",
        &["IP"],
        "The number under which a computer is reached, such as 192.0.2.1 or 2001:db8::1.",
    )
        .see(&["PTR", "DNSBL"]),
    // Ports.
    word("port 25", &["25/tcp"], "The port on which mail servers talk to each other. No login is asked for mail to the server's own domains.")
        .longer("Email apps should not use it: many providers block it for homes and offices, because infected computers send spam there. Whoever cannot send over 25 takes 465 or 587.")
        .see(&["SMTP", "port 465", "port 587"]),
    word("port 465", &["465/tcp", "submissions"], "The port on which email apps submit new mail, encrypted from the first byte and with a login. In email apps it's called SSL/TLS.")
        .longer("It does the same as 587; only the encryption starts at once. With the setting STARTTLS, or with none, an email app waits here until it gives up.")
        .see(&["SMTP", "port 587", "TLS"]),
    word("port 587", &["587/tcp"], "The port on which email apps submit new mail. It begins unencrypted, and the command STARTTLS switches to encryption before the login.")
        .longer("With the setting SSL/TLS an email app reports a wrong version number here: the setting must be STARTTLS.")
        .see(&["SMTP", "port 465", "STARTTLS"]),
    word("port 143", &["143/tcp"], "The port of IMAP that begins unencrypted and switches to encryption with STARTTLS.").see(&["IMAP", "port 993"]),
    word("port 993", &["993/tcp"], "The port of IMAP that is encrypted from the first byte. In email apps it is called SSL/TLS.").see(&["IMAP", "port 143"]),
    word("port 110", &["110/tcp"], "The port of POP3 that begins unencrypted and switches to encryption with STLS.").see(&["POP3", "port 995"]),
    word("port 995", &["995/tcp"], "The port of POP3 that is encrypted from the first byte. In email apps it is called SSL/TLS.").see(&["POP3", "port 110"]),
    // Programs in which people read mail.
    word("Outlook", &["Microsoft Outlook", "Outlook Express"], "Microsoft's email app for Windows and Mac. It works with Exchange and Microsoft 365, and with IMAP and POP3.")
        .longer("It names faults with codes such as 0x800CCC0E (no connection) and 0x800CCC92 (login refused). After Windows updates, very old versions may lack the TLS that servers ask for.")
        .see(&["MUA", "Exchange"]),
    word("Thunderbird", &["Mozilla Thunderbird"], "Mozilla's free email app for computers and phones. It works with IMAP and POP3.")
        .longer("It keeps the sending server apart from the mailbox: both have their own name, port and password, so reading can work while sending does not.")
        .see(&["MUA"]),
    word("Apple Mail", &["Mail.app", "macOS Mail", "iOS Mail"], "The email app of Mac, iPhone and iPad.")
        .longer("It opens several IMAP connections at once and keeps them open. After a changed password it goes on trying the old one until it is entered again, on every device.")
        .see(&["MUA", "phone"]),
    word("phone", &["smartphone", "iPhone", "Android"], "Email apps on phones keep connections open to learn of new mail at once, and change networks often.")
        .longer("So short sessions, broken connections and changing addresses in the log are normal. A phone with an old password looks like someone who tries passwords, and can get a whole office blocked.")
        .see(&["MUA", "K-9 Mail"]),
    word("K-9 Mail", &["K9 Mail", "Thunderbird for Android"], "A free email app for Android.").see(&["phone"]),
    word("eM Client", &["The Bat!", "Mailbird", "Evolution", "KMail", "Claws Mail"], "One of many email apps for computers. They work with IMAP and POP3 as all others do.").see(&["MUA"]),
    // Webmail.
    word("webmail", &["web mail"], "A web page in which people read and write mail. For the mail server it is an email app that runs on a web server.")
        .longer("So the log shows the address of the web server, not of the customer; whoever logged in stands in the log of the webmail itself.")
        .see(&["Roundcube", "SquirrelMail", "Horde"]),
    word("Roundcube", &["Roundcube Webmail"], "A free webmail. It reads with IMAP and sends with SMTP.")
        .logs(&[
            ("logs/errors.log", "faults, in Roundcube's own folder (Debian: /var/log/roundcube/errors.log)"),
            ("logs/userlogins.log", "logins with the customer's address, where log_logins is on"),
            ("logs/sendmail.log", "messages sent, where smtp_log is on"),
        ])
        .see(&["webmail"]),
    word("SquirrelMail", &[], "An old free webmail that is no longer cared for. It keeps no log of its own: look into those of the web server and of IMAP.").see(&["webmail"]),
    word("Horde", &["Horde IMP"], "A free webmail with calendar and address book.")
        .logs(&[("/var/log/horde/horde.log", "logins and faults; where it is, is set in conf.php")])
        .see(&["webmail"]),
    word("RainLoop", &["SnappyMail", "AfterLogic"], "A webmail in one web page that talks IMAP and SMTP.").see(&["webmail"]),
    // Servers.
    word("Postfix", &[], "A mail server for Unix, made of small programs that a master starts: smtpd accepts email in, qmgr keeps the queue, smtp delivers.")
        .logs(&[("/var/log/maillog", "everything (Debian and Ubuntu: /var/log/mail.log)"), ("journalctl -u 'postfix*'", "the same, where no file is kept")])
        .see(&["MTA", "queue"]),
    word("Exim", &["exim4"], "A mail server for Unix, used by cPanel, DirectAdmin and Debian.")
        .logs(&[
            ("/var/log/exim4/mainlog", "what came and went (Red Hat and its like: /var/log/exim/main.log; cPanel: /var/log/exim_mainlog)"),
            ("/var/log/exim4/rejectlog", "what was refused, with headers"),
            ("/var/log/exim4/paniclog", "faults of Exim itself; it should be empty"),
        ])
        .see(&["MTA", "cPanel"]),
    word("Sendmail", &[], "The oldest mail server for Unix. A program of the same name is part of every mail server, for websites and scripts that send.")
        .logs(&[("/var/log/maillog", "everything (Debian and Ubuntu: /var/log/mail.log)")])
        .see(&["MTA"]),
    word("Exchange", &["Microsoft Exchange", "Microsoft 365", "Office 365", "Exchange Online"], "Microsoft's mail server, on own machines or as the service Microsoft 365.")
        .longer("Its notices about failed delivery name the server that wrote them (Generating server): that tells whose side refused.")
        .see(&["MTA", "Outlook"]),
    word("SpamAssassin", &["spamd", "spamc"], "A program that scores how much a message looks like spam, by many small rules.")
        .logs(&[("/var/log/maillog", "scores and rules, by the program spamd (Debian and Ubuntu: /var/log/mail.log)")])
        .see(&["spam"]),
    word("ClamAV", &["clamd", "clamav-milter"], "A program that looks for viruses in messages.")
        .logs(&[("/var/log/clamav/clamav.log", "what it found (or in /var/log/maillog)")])
        .see(&["SpamAssassin"]),
    // Hosting panels.
    word("hosting panel", &["control panel"], "A web page in which customers and hosters set up domains, mailboxes and websites. It writes the settings of the mail server.")
        .see(&["cPanel", "Plesk", "DirectAdmin", "ISPConfig"]),
    word("cPanel", &["WHM"], "A hosting panel. Its servers run Exim and Dovecot.")
        .logs(&[("/var/log/exim_mainlog", "what became of every message"), ("/var/log/exim_rejectlog", "what was refused"), ("/var/log/maillog", "logins and mailboxes, by Dovecot")])
        .see(&["hosting panel", "Exim", "Dovecot"]),
    word("Plesk", &[], "A hosting panel. Its servers run Postfix or qmail, with Dovecot or Courier.")
        .logs(&[("/var/log/maillog", "everything (Debian and Ubuntu: /var/log/mail.log)"), ("/usr/local/psa/var/log/maillog", "the same on older versions")])
        .see(&["hosting panel", "Postfix", "Dovecot"]),
    word("DirectAdmin", &[], "A hosting panel. Its servers run Exim and Dovecot.")
        .logs(&[("/var/log/exim/mainlog", "what became of every message"), ("/var/log/exim/rejectlog", "what was refused"), ("/var/log/maillog", "logins and mailboxes, by Dovecot")])
        .see(&["hosting panel", "Exim", "Dovecot"]),
    word("ISPConfig", &["Webmin", "Virtualmin", "CyberPanel", "HestiaCP", "Froxlor", "InterWorx"], "A hosting panel. Its servers usually run Postfix or Exim with Dovecot.")
        .logs(&[("/var/log/maillog", "everything (Debian and Ubuntu: /var/log/mail.log)")])
        .see(&["hosting panel"]),
    word("mail log", &["mail.log", "maillog"], "The file in which a mail server writes what it does. Each server has its own place for it.")
        .see(&["qmail", "Postfix", "Exim", "Sendmail", "Dovecot", "SpamAssassin", "cPanel", "Plesk", "DirectAdmin"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::FORMATS;
    use std::collections::HashSet;

    #[test]
    fn every_name_leads_to_one_term_in_sentences() {
        let mut names = HashSet::new();
        for term in TERMS {
            for text in [term.means, term.longer].into_iter().filter(|text| !text.is_empty()) {
                assert!(text.ends_with('.') && !text.contains("  "), "{}: {text}", term.term);
            }
            for name in term.names() {
                assert!(names.insert(name.to_lowercase()), "{name} twice");
                assert_eq!(look_up(&name.to_uppercase()), Some(term));
            }
            assert!(!term.see.is_empty(), "{} leads nowhere", term.term);
            for other in term.see {
                assert!(
                    look_up(other).is_some_and(|found| found.term == *other && found != term),
                    "{}: {other}",
                    term.term
                );
            }
        }
        assert_eq!(look_up("nothing"), None);
    }

    #[test]
    fn the_ports_are_those_that_people_ask_for() {
        let mut ports: Vec<u16> = TERMS.iter().flat_map(|term| term.ports).map(|&(port, _)| port).collect();
        crate::sort::up(&mut ports);
        assert_eq!(ports, [25, 110, 143, 465, 587, 993, 995]);
        for port in ports {
            let own = look_up(&format!("port {port}")).expect("a port has a term of its own");
            let protocol = TERMS.iter().find(|term| term.ports.iter().any(|(number, _)| *number == port));
            assert!(own.see.iter().any(|name| Some(*name) == protocol.map(|term| term.term)), "{port}");
        }
    }

    #[test]
    fn every_log_of_a_server_is_one_that_a_format_reads() {
        // The webmails' logs are read by nobody here; the panels have the logs of their servers elsewhere.
        const OTHERS: &[&str] = &["Roundcube", "Horde", "Plesk", "DirectAdmin"];
        let read: Vec<&str> = FORMATS.iter().flat_map(|format| format.found_in).copied().collect();
        let servers = TERMS.iter().filter(|term| !OTHERS.contains(&term.term));
        let logs: Vec<&str> = servers.flat_map(|term| term.logs).map(|&(at, _)| at).collect();
        assert!(logs.len() > 12, "{logs:?}");
        for log in logs {
            assert!(read.contains(&log), "{log}");
        }
    }

    #[test]
    fn words_are_found_whole_and_only_as_words() {
        let found = |text: &str| -> Vec<(String, &str)> {
            find(text)
                .map(|(at, term)| (text[at.start as usize..at.end as usize].to_owned(), term.term))
                .collect()
        };
        let pair = |word: &str, term| (word.to_owned(), term);
        assert_eq!(
            found("The Queue of Exim holds bounces; port 587, STARTTLS."),
            [
                pair("Queue", "queue"),
                pair("Exim", "Exim"),
                pair("bounces", "bounce"),
                pair("port 587", "port 587"),
                pair("STARTTLS", "STARTTLS")
            ]
        );
        assert_eq!(found("Its MX record, and no PTR."), [pair("MX record", "MX"), pair("PTR", "PTR")]);
        assert_eq!(
            found("An IP address: \u{201c}blacklisted\u{201d}, a blacklist."),
            [pair("IP address", "IP address"), pair("blacklist", "DNSBL")]
        );
        for text in [
            "",
            "an arc of the relayed queueing",
            "the mail from your server",
            "relay=mx.shop.example",
            "spam@shop.example queue.shop.example",
            "/var/spool/queue",
            "imap-login: imapd",
            "\u{e9}queue queue\u{e9}",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
