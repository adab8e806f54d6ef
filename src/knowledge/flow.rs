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
        name: "Mail program",
        by: "",
        does: "Somebody writes a message in a mail program or in webmail. A website that sends mail stands here too.",
        terms: &["MUA"],
    },
    Station {
        name: "Submission",
        by: "SMTP 465, 587",
        does: "The sender's own server takes the message, after a log-in.",
        terms: &["MSA", "SMTP", "SASL"],
    },
    Station {
        name: "Queue",
        by: "",
        does: "The server keeps the message until every recipient is served. What cannot be delivered now is tried again from here.",
        terms: &["queue", "MTA", "deferral"],
    },
    Station {
        name: "DNS",
        by: "",
        does: "The server asks which server takes mail for the recipient's domain. That server asks later whether this one may send for the sender's domain.",
        terms: &["DNS", "MX", "SPF", "PTR"],
    },
    Station {
        name: "Their server",
        by: "SMTP 25",
        does: "The recipient's server says yes, not now, or no. From a yes on, the message is in its hands.",
        terms: &["MTA", "reply code", "bounce"],
    },
    Station {
        name: "Mailbox",
        by: "LMTP, MDA",
        does: "Filters look at the message, and it is put into a folder of the mailbox.",
        terms: &["MDA", "Sieve", "quota"],
    },
    Station {
        name: "Mail program",
        by: "IMAP 993, POP3 995",
        does: "The recipient's mail program reads the mailbox.",
        terms: &["IMAP", "POP3"],
    },
];

/// Why mail is not delivered, as people ask it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cause {
    /// In a few words.
    pub title: &'static str,
    /// What it means.
    pub means: &'static str,
    /// The reasons behind it.
    pub reasons: &'static [Reason],
}

/// The causes, the commonest first. Every reason stands behind one.
pub static CAUSES: &[Cause] = &[
    Cause {
        title: "There is no such mailbox",
        means: "The address does not exist, has moved, or its domain takes no mail. The sender corrects the address.",
        reasons: &[
            Reason::UserUnknown,
            Reason::HostUnknown,
            Reason::HasMoved,
            Reason::NotAccept,
            Reason::Suppressed,
        ],
    },
    Cause {
        title: "The mailbox is full",
        means: "There is no room, in the mailbox or on its server. The recipient makes room.",
        reasons: &[Reason::MailboxFull, Reason::SystemFull],
    },
    Cause {
        title: "The mailbox or its server is not available",
        means: "The mailbox is switched off, or something on the way to it does not work. Often the next attempt succeeds.",
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
    Cause {
        title: "The sender\u{2019}s server is not trusted",
        means: "The receiving side does not take mail from this address, server or domain, or asks for proof first.",
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
    Cause {
        title: "The message itself is not accepted",
        means: "It looks like spam, is too big, or holds something that the receiving side does not take.",
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
    Cause {
        title: "It was tried for too long",
        means: "Each attempt failed for now, until the server gave up. The attempts before tell the real reason.",
        reasons: &[Reason::Expired],
    },
    Cause {
        title: "Something else",
        means: "An answer that is no failure, or a text that tells no reason.",
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
        behind.sort_unstable();
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
