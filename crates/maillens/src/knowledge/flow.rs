//! The way that mail takes, for people: its stations, and why it stops on the way.

use super::reason::Reason;

/// A station on the way of a message from one person to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Station {
    /// Its name, in a word or two.
    pub name: &'static str,
    /// The way to it: how it is reached, and the port; empty for the first.
    pub by: &'static str,
    /// What happens there.
    pub does: &'static str,
    /// The words of the glossary that belong to it.
    pub terms: &'static [&'static str],
}

/// The stations, in the order in which a message comes to them.
pub static STATIONS: &[Station] = &[
    Station {
        name: "Email app",
        by: "",
        does: "Someone writes a message in an email app or in webmail. A website that sends mail starts here, too.",
        terms: &["MUA"],
    },
    Station {
        name: "Submission",
        by: "SMTP 465, 587",
        does: "The sender's own server accepts the message, after a login.",
        terms: &["MSA", "SMTP", "SASL"],
    },
    Station {
        name: "Queue",
        by: "",
        does: "The server keeps the message until it has been delivered to every recipient or given up. What can't be delivered now is retried from here.",
        terms: &["queue", "MTA", "deferral"],
    },
    Station {
        name: "DNS",
        by: "",
        does: "The server asks which server accepts email for the recipient's domain. Later, that server checks whether this one is allowed to send for the sender's domain.",
        terms: &["DNS", "MX", "SPF", "PTR"],
    },
    Station {
        name: "Their server",
        by: "SMTP 25",
        does: "The recipient's server says yes, not now, or no. After a yes, it's responsible for the message.",
        terms: &["MTA", "reply code", "bounce"],
    },
    Station {
        name: "Mailbox",
        by: "LMTP, MDA",
        does: "Filters check the message, and it's stored in a folder of the mailbox.",
        terms: &["MDA", "Sieve", "quota"],
    },
    Station {
        name: "Email app",
        by: "IMAP 993, POP3 995",
        does: "The recipient's email app reads the mailbox.",
        terms: &["IMAP", "POP3"],
    },
];

/// Why mail is not delivered, as people ask it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommonCause {
    /// In a few words.
    pub title: &'static str,
    /// What it means.
    pub means: &'static str,
    /// The reasons behind it.
    pub reasons: &'static [Reason],
}

/// The causes, the commonest first. Every reason stands behind one.
pub static CAUSES: &[CommonCause] = &[
    CommonCause {
        title: "There is no such mailbox",
        means: "The address does not exist, has moved, or its domain accepts no email. The sender corrects the address.",
        reasons: &[
            Reason::UserUnknown,
            Reason::HostUnknown,
            Reason::HasMoved,
            Reason::NotAccept,
            Reason::Suppressed,
        ],
    },
    CommonCause {
        title: "The mailbox is full",
        means: "There's no room left in the mailbox or on its server. The recipient makes room, or the server's administrator does.",
        reasons: &[Reason::MailboxFull, Reason::SystemFull],
    },
    CommonCause {
        title: "The mailbox or its server is not available",
        means: "The mailbox is switched off, or something on the way to it doesn't work. Often the next attempt succeeds.",
        reasons: &[
            Reason::Suspend,
            Reason::NetworkError,
            Reason::Loop,
            Reason::SystemError,
            Reason::MailerError,
            Reason::FailedStartTls,
            Reason::SyntaxError,
        ],
    },
    CommonCause {
        title: "The sender\u{2019}s server is not trusted",
        means: "The receiving server doesn't accept mail from this address, server or domain, or asks for proof first.",
        reasons: &[
            Reason::Blocked,
            Reason::BadReputation,
            Reason::AuthFailure,
            Reason::RequirePtr,
            Reason::Rejected,
            Reason::NoRelaying,
            Reason::SecurityError,
            Reason::Greylisted,
            Reason::Speeding,
            Reason::TooManyConn,
        ],
    },
    CommonCause {
        title: "The message itself is not accepted",
        means: "It looks like spam, is too big, or contains something that the receiving server doesn't accept.",
        reasons: &[
            Reason::SpamDetected,
            Reason::VirusDetected,
            Reason::MesgTooBig,
            Reason::ExceedLimit,
            Reason::ContentError,
            Reason::NotCompliantRfc,
            Reason::PolicyViolation,
            Reason::Filtered,
        ],
    },
    CommonCause {
        title: "It was tried for too long",
        means: "Each attempt failed temporarily until the server gave up. The earlier attempts show the real reason.",
        reasons: &[Reason::Expired],
    },
    CommonCause {
        title: "Something else",
        means: "A reply that isn't a failure, or a text that gives no reason.",
        reasons: &[Reason::Feedback, Reason::Vacation, Reason::Undefined],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::glossary;
    use crate::knowledge::reason::REASONS;

    #[test]
    fn every_reason_stands_behind_one_cause() {
        let mut behind: Vec<Reason> = CAUSES.iter().flat_map(|cause| cause.reasons).copied().collect();
        crate::sort::up(&mut behind);
        let all: Vec<Reason> = REASONS.iter().map(|facts| facts.reason).collect();
        assert_eq!(behind, all);
    }

    #[test]
    fn every_word_of_a_station_is_explained() {
        for station in STATIONS {
            assert!(station.does.ends_with('.'));
            for term in station.terms {
                assert!(glossary::look_up(term).is_some(), "{term}");
            }
        }
    }
}
