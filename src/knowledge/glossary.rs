//! The words of mail, explained once: every place that shows one leads here.
//!
//! Sources: RFC 5598 for who does what, RFC 6409 and 8314 for the ports, RFC 3501/9051, 1939, 2033,
//! 5228, 5321, 7208, 6376, 7489, 3207, 4954, 6647, 5782; the manuals of qmail, vpopmail and daemontools.

/// One word and its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The word as people write it.
    pub term: &'static str,
    /// What the letters stand for; empty for a word that is no abbreviation.
    pub stands_for: &'static str,
    /// What it means, in plain sentences.
    pub means: &'static str,
    /// TCP ports and what each is for.
    pub ports: &'static [(u16, &'static str)],
    /// Other ways to write it.
    pub also: &'static [&'static str],
}

/// Finds the meaning of a word; upper and lower case are the same.
pub fn look_up(word: &str) -> Option<&'static Term> {
    TERMS
        .iter()
        .find(|term| std::iter::once(&term.term).chain(term.also).any(|name| name.eq_ignore_ascii_case(word)))
}

const fn word(term: &'static str, also: &'static [&'static str], means: &'static str) -> Term {
    Term { term, stands_for: "", means, ports: &[], also }
}

const fn letters(
    term: &'static str,
    stands_for: &'static str,
    also: &'static [&'static str],
    means: &'static str,
) -> Term {
    Term { term, stands_for, means, ports: &[], also }
}

/// Every word, in the order of the way that mail takes.
pub static TERMS: &[Term] = &[
    letters(
        "MUA",
        "mail user agent",
        &["mail program", "mail client", "email client"],
        "The program in which a person reads and writes mail: Outlook, Thunderbird, a phone's mail app or a webmail page.",
    ),
    letters(
        "MSA",
        "message submission agent",
        &["submission"],
        "The service to which a mail program hands over a new message. It asks for a log-in.",
    ),
    letters(
        "MTA",
        "mail transfer agent",
        &["mail server"],
        "A server program that passes mail on to the next server: qmail, Postfix, Exim, Sendmail, Exchange.",
    ),
    letters(
        "MDA",
        "mail delivery agent",
        &["local delivery agent", "LDA"],
        "The program that puts a message into a mailbox: vdelivermail, procmail, maildrop, Dovecot's LDA.",
    ),
    Term {
        term: "SMTP",
        stands_for: "Simple Mail Transfer Protocol",
        means: "The language in which mail is sent: from a mail program to its server, and from server to server. It only sends. Reading a mailbox is done with IMAP or POP3.",
        ports: &[
            (25, "from server to server; many networks block it for everybody else"),
            (465, "from a mail program to its server, encrypted from the first byte, with a log-in"),
            (587, "from a mail program to its server, encrypted after STARTTLS, with a log-in"),
        ],
        also: &["ESMTP"],
    },
    Term {
        term: "IMAP",
        stands_for: "Internet Message Access Protocol",
        means: "The language in which a mail program reads a mailbox that stays on the server. Folders and what was read are the same on every device. It does not send.",
        ports: &[(143, "encrypted after STARTTLS"), (993, "encrypted from the first byte")],
        also: &["IMAPS", "IMAP4"],
    },
    Term {
        term: "POP3",
        stands_for: "Post Office Protocol, version 3",
        means: "The language in which a mail program fetches the inbox to one device. Often the messages are then deleted from the server, so other devices do not see them. It knows no folders and does not send.",
        ports: &[(110, "encrypted after STLS"), (995, "encrypted from the first byte")],
        also: &["POP", "POP3S"],
    },
    letters(
        "LMTP",
        "Local Mail Transfer Protocol",
        &[],
        "A form of SMTP in which a mail server hands messages to the mailbox server, with an answer for every recipient.",
    ),
    letters(
        "DNS",
        "Domain Name System",
        &[],
        "The directory of the internet: it tells which server belongs to a name, and more about each domain.",
    ),
    letters(
        "MX",
        "mail exchanger",
        &["MX record"],
        "The DNS record of a domain that names the servers which take its mail. The one with the lowest number is tried first.",
    ),
    word(
        "null MX",
        &["nullmx"],
        "An MX record that says: this domain takes no mail at all. It is written `MX 0 .`.",
    ),
    letters(
        "PTR",
        "pointer record",
        &["PTR record", "reverse DNS", "rDNS"],
        "The DNS record that leads from an IP address back to a name. Many servers refuse mail from an address that has none, or whose name does not lead back to it.",
    ),
    letters(
        "SPF",
        "Sender Policy Framework",
        &["SPF record"],
        "A DNS record of a domain that lists the servers which may send mail for it. It checks the envelope sender.",
    ),
    letters(
        "DKIM",
        "DomainKeys Identified Mail",
        &["DKIM signature"],
        "A signature in the headers of a message. The receiver checks it with a key from the DNS of the domain that signed: nobody changed the message, and that domain stands for it.",
    ),
    letters(
        "DMARC",
        "Domain-based Message Authentication, Reporting and Conformance",
        &["DMARC policy"],
        "A DNS record in which a domain says what to do with mail that claims to come from it and passes neither SPF nor DKIM for that same domain: nothing, treat it as spam, or refuse it.",
    ),
    letters(
        "ARC",
        "Authenticated Received Chain",
        &[],
        "Seals with which forwarding servers vouch for the checks that a message passed before they changed it.",
    ),
    word(
        "envelope sender",
        &["return-path", "return path", "MAIL FROM", "envelope from"],
        "The address to which failures are reported. It is given in MAIL FROM and may differ from the From line that people see. It is empty for a bounce.",
    ),
    word(
        "envelope recipient",
        &["RCPT TO"],
        "The address that the message is delivered to. It is given in RCPT TO and may differ from the To line that people see.",
    ),
    word(
        "Message-ID",
        &["Message ID"],
        "A header with a name for the message that no other has. It stays the same on all servers, so logs are searched by it.",
    ),
    word(
        "queue",
        &["mail queue"],
        "Where a mail server keeps messages until each recipient was served or given up.",
    ),
    word(
        "deferral",
        &["deferred", "put off"],
        "An attempt that failed for now. The server keeps the message and tries again by itself, with longer and longer waits.",
    ),
    word(
        "bounce",
        &["bounce message", "failure notice", "non-delivery report"],
        "The notice that a server sends back to the envelope sender when it gives up on a recipient. It tells the reason.",
    ),
    letters(
        "DSN",
        "delivery status notification",
        &[],
        "The standard form of a bounce or another report on a delivery, with a part that programs can read.",
    ),
    letters(
        "ARF",
        "Abuse Reporting Format",
        &["feedback loop"],
        "The form in which providers report that somebody marked a message as spam.",
    ),
    word("double bounce", &[], "A bounce that could not be delivered either. It goes to the postmaster."),
    word(
        "backscatter",
        &[],
        "Bounces that reach people who never sent the message, because a spammer used their address as the sender.",
    ),
    word(
        "greylisting",
        &["greylist", "graylisting"],
        "A check against spam: mail from a sender seen for the first time is put off. Real servers come back after some minutes and are then let in.",
    ),
    word("smarthost", &["relay host"], "A server to which another hands over all its outgoing mail."),
    word(
        "relay",
        &["relaying", "open relay"],
        "To pass on mail that is neither from nor for the own users. A server should do so only after a log-in; one that does it for everybody is an open relay and soon blocked.",
    ),
    letters(
        "DNSBL",
        "DNS-based block list",
        &["RBL", "block list", "blocklist", "blacklist"],
        "A list of IP addresses or domains that sent spam, which servers ask over DNS before they take mail. Each list has a page for being taken off.",
    ),
    word(
        "reputation",
        &[],
        "The score that a provider keeps of an IP address or domain: how much of its mail was wanted.",
    ),
    letters(
        "TLS",
        "Transport Layer Security",
        &["SSL"],
        "The encryption of a connection. SSL is its old name.",
    ),
    letters(
        "STARTTLS",
        "start Transport Layer Security",
        &["STLS"],
        "The command that switches an open connection to encryption.",
    ),
    letters(
        "MTA-STS",
        "Mail Transfer Agent Strict Transport Security",
        &[],
        "A way for a domain to say that mail for it must be encrypted and that the server's certificate must be valid.",
    ),
    letters(
        "DANE",
        "DNS-based Authentication of Named Entities",
        &["TLSA"],
        "A way for a domain to publish in signed DNS which certificate its mail server has.",
    ),
    letters(
        "SASL",
        "Simple Authentication and Security Layer",
        &["SMTP AUTH", "AUTH"],
        "The common way of logging in to SMTP, IMAP and POP3 servers. PLAIN, LOGIN and CRAM-MD5 are its methods.",
    ),
    letters(
        "HELO",
        "hello",
        &["EHLO"],
        "The first command of SMTP, in which the sending server says its name. It should be its real name in DNS.",
    ),
    word(
        "enhanced status code",
        &["status code", "DSN code"],
        "Three numbers such as 5.1.1 that tell more than the reply code: 2 done, 4 temporary or 5 permanent, then the subject, then the detail.",
    ),
    word(
        "reply code",
        &["SMTP code"],
        "The three digits that begin every answer of an SMTP server. 2 means done, 3 go on, 4 not now, 5 no.",
    ),
    word(
        "Sieve",
        &[],
        "A language for rules that sort, forward or refuse mail when it is put into the mailbox.",
    ),
    word(
        "Maildir",
        &[],
        "A way to store a mailbox: one file for each message, in the folders new, cur and tmp.",
    ),
    word("mbox", &[], "An older way to store a mailbox: all messages in one file."),
    word("quota", &[], "How much a mailbox may hold."),
    word(
        "vpopmail",
        &["vdelivermail", "vchkpw"],
        "A program for qmail servers that keeps many domains and mailboxes under one system user. vdelivermail stores the mail, vchkpw checks log-ins.",
    ),
    word(
        "qmail",
        &["notqmail", "netqmail"],
        "A mail server made of small programs: qmail-smtpd takes mail in, qmail-queue stores it, qmail-send decides, qmail-local and qmail-remote deliver.",
    ),
    word("Dovecot", &[], "The server for IMAP and POP3 from which mail programs read."),
    word(
        "multilog",
        &["daemontools", "svscan"],
        "The program that writes qmail's logs. It puts a TAI64N label before each line and keeps a fixed number of files; the newest is called current.",
    ),
    letters(
        "TAI64N",
        "International Atomic Time, 64 bits, with nanoseconds",
        &["TAI64"],
        "The time stamp of qmail's logs: @ and 24 hexadecimal digits. `tai64nlocal` turns it into a date and time.",
    ),
    word(
        "postmaster",
        &[],
        "The person who looks after the mail of a domain. Every domain must take mail for this address.",
    ),
    word(
        "forward",
        &["forwarding", "alias"],
        "A rule that passes on mail for one address to another. A forward can break SPF, since the forwarding server is not on the sender's list.",
    ),
    word(
        "catch-all",
        &["catchall", "catch all"],
        "A mailbox that gets the mail for all addresses of a domain that do not exist.",
    ),
    word(
        "spam",
        &["junk", "unsolicited mail"],
        "Mail that was sent in bulk to people who did not ask for it.",
    ),
    letters(
        "IP address",
        "Internet Protocol address",
        &["IP"],
        "The number under which a computer is reached, such as 192.0.2.1 or 2001:db8::1.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_name_leads_to_one_term_in_sentences() {
        let mut names = HashSet::new();
        for term in TERMS {
            assert!(term.means.ends_with('.'), "{}", term.term);
            for name in std::iter::once(&term.term).chain(term.also) {
                assert!(names.insert(name.to_lowercase()), "{name} twice");
                assert_eq!(look_up(&name.to_uppercase()), Some(term));
            }
        }
        assert_eq!(look_up("nothing"), None);
    }

    #[test]
    fn the_ports_are_those_that_people_ask_for() {
        let mut ports: Vec<u16> = TERMS.iter().flat_map(|term| term.ports).map(|&(port, _)| port).collect();
        ports.sort_unstable();
        assert_eq!(ports, [25, 110, 143, 465, 587, 993, 995]);
    }
}
