//! Enhanced status codes, `class.subject.detail`, in plain English, with the reason that each names.
//!
//! Sources: RFC 3463, 4468, 4954, 5248, 6531, 6710, 7293, 7372, 7505, 8689 and the IANA registry of
//! these codes; Microsoft's and Google's lists of their own details.

use crate::knowledge::refusal::Refusal;
use crate::vocabulary::Reason;
use std::fmt;

/// An enhanced status code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Status {
    /// 2 done, 4 temporary, 5 permanent.
    pub class: u8,
    /// What it is about: 1 address, 2 mailbox, 3 mail system, 4 network, 5 protocol, 6 content, 7 policy.
    pub subject: u16,
    /// What exactly.
    pub detail: u16,
}

impl Status {
    /// Reads `5.1.1` and nothing else: class 2, 4 or 5, then one to three digits twice.
    pub fn parse(text: &str) -> Option<Status> {
        let mut parts = text.split('.');
        let mut next = |longest| {
            let part = parts.next()?;
            let digits = part.bytes().all(|c| c.is_ascii_digit()) && (1..=longest).contains(&part.len());
            digits.then(|| part.parse::<u16>().ok()).flatten()
        };
        let status = Status { class: next(1)? as u8, subject: next(3)?, detail: next(3)? };
        (parts.next().is_none() && matches!(status.class, 2 | 4 | 5)).then_some(status)
    }

    /// What the code says, in plain English, without its class.
    pub fn meaning(self) -> &'static str {
        if let Some(entry) = self.entry() {
            return entry.meaning;
        }
        match self.subject {
            1 => "something about the address",
            2 => "something about the mailbox",
            3 => "something about the mail system",
            4 => "something about the network or the route",
            5 => "something about the dialogue of the two servers",
            6 => "something about the content of the message",
            7 => "something about security or the rules of the server",
            _ => "nothing more precise is known",
        }
    }

    /// What the first digit says.
    pub const fn class_meaning(self) -> &'static str {
        match self.class {
            2 => "it worked",
            4 => "a temporary problem: it is tried again",
            _ => "a permanent problem: it is not tried again",
        }
    }

    /// The usual reason, and whether the code says it plainly. `None`: the code says nothing of use.
    pub(crate) fn reason(self) -> Option<(Reason, bool)> {
        let entry = self.entry()?;
        let by_class = match (self.class, self.subject, self.detail) {
            (2, _, _) => return None,
            (4, 3, 2) => Some(Reason::SystemError),
            (4, 4, 1) => Some(Reason::NetworkError),
            (4, 1 | 7, 1) => None,
            _ => entry.reason,
        };
        by_class.map(|reason| (reason, entry.plain))
    }

    /// What exactly it refuses, where it is a provider's own detail.
    pub(crate) fn refusal(self) -> Option<Refusal> {
        self.entry()?.refusal
    }

    /// Whether a provider defines it for one thing, which general words beside it don't change.
    pub(crate) fn is_own(self) -> bool {
        self.entry().is_some_and(|entry| entry.own)
    }

    fn entry(self) -> Option<&'static StatusRun> {
        // Microsoft's temporary details are one run: it holds the sending server back while it checks.
        if matches!((self.class, self.subject, self.detail), (4, 7, 500..=649)) {
            return Some(&HELD_BACK);
        }
        STATUSES.iter().find(|e| e.subject == self.subject && e.first <= self.detail && self.detail <= e.last)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

/// A run of details with one meaning.
struct StatusRun {
    subject: u16,
    first: u16,
    last: u16,
    meaning: &'static str,
    reason: Option<Reason>,
    /// What exactly, where the code says more than the reason.
    refusal: Option<Refusal>,
    /// False where servers use the code for many things.
    plain: bool,
    /// A provider's own code.
    own: bool,
}

/// The code says it plainly.
const fn plain(subject: u16, detail: u16, reason: Reason, meaning: &'static str) -> StatusRun {
    StatusRun {
        subject,
        first: detail,
        last: detail,
        meaning,
        reason: Some(reason),
        refusal: None,
        plain: true,
        own: false,
    }
}

/// The code hints at it.
const fn hint(subject: u16, detail: u16, reason: Reason, meaning: &'static str) -> StatusRun {
    StatusRun {
        subject,
        first: detail,
        last: detail,
        meaning,
        reason: Some(reason),
        refusal: None,
        plain: false,
        own: false,
    }
}

/// The code tells no reason.
const fn vague(subject: u16, detail: u16, meaning: &'static str) -> StatusRun {
    StatusRun {
        subject,
        first: detail,
        last: detail,
        meaning,
        reason: None,
        refusal: None,
        plain: false,
        own: false,
    }
}

/// A provider's own run of details.
const fn run(subject: u16, first: u16, last: u16, reason: Reason, meaning: &'static str) -> StatusRun {
    StatusRun { subject, first, last, meaning, reason: Some(reason), refusal: None, plain: true, own: true }
}

/// A provider's own run of details that says more than a reason.
const fn kind(subject: u16, first: u16, last: u16, refusal: Refusal, meaning: &'static str) -> StatusRun {
    let reason = Some(refusal.facts().0);
    StatusRun { subject, first, last, meaning, reason, refusal: Some(refusal), plain: true, own: true }
}

static HELD_BACK: StatusRun =
    kind(7, 500, 649, Refusal::ServerRate, "the sending server is held back while it is checked");

static STATUSES: &[StatusRun] = &[
    vague(0, 0, "nothing more precise is known"),
    hint(1, 0, Reason::UserUnknown, "something about the address"),
    plain(1, 1, Reason::UserUnknown, "there is no such mailbox at that domain"),
    plain(1, 2, Reason::HostUnknown, "the domain of the recipient is wrong or cannot be reached"),
    plain(1, 3, Reason::UserUnknown, "the recipient's address is badly written"),
    hint(1, 4, Reason::Filtered, "the recipient's address fits more than one mailbox"),
    vague(1, 5, "the address is good"),
    plain(1, 6, Reason::HasMoved, "the mailbox has moved and leaves no new address"),
    plain(1, 7, Reason::Rejected, "the sender's address is badly written"),
    plain(1, 8, Reason::Rejected, "the sender's domain is wrong or has no mail records"),
    vague(1, 9, "handed to a system that sends no delivery reports"),
    // The RFC 7505 code, which Microsoft also writes for an unknown recipient.
    hint(1, 10, Reason::NotAccept, "the recipient's domain says that it takes no mail"),
    hint(2, 0, Reason::Filtered, "something about the mailbox"),
    plain(2, 1, Reason::Suspend, "the mailbox is switched off"),
    plain(2, 2, Reason::MailboxFull, "the mailbox is full"),
    hint(2, 3, Reason::ExceedLimit, "the message is larger than this mailbox may get"),
    kind(2, 121, 122, Refusal::RecipientRate, "the recipient got too many messages in a short time"),
    kind(2, 252, 252, Refusal::SendAs, "the account may not send as this sender"),
    hint(2, 4, Reason::Filtered, "the mailing list could not be expanded"),
    hint(3, 0, Reason::SystemError, "something about the receiving mail system"),
    plain(3, 1, Reason::SystemFull, "the mail system has no space left"),
    hint(3, 2, Reason::NotAccept, "the system takes no mail"),
    hint(3, 3, Reason::SystemError, "the system lacks a feature that the message needs"),
    plain(3, 4, Reason::MesgTooBig, "the message is too big for the system"),
    plain(3, 5, Reason::SystemError, "the system is badly set up"),
    vague(3, 6, "the priority was changed"),
    hint(4, 0, Reason::NetworkError, "something about the network or the route"),
    hint(
        4,
        1,
        Reason::Expired,
        "the other host does not answer; from Microsoft: the recipient's address was rejected",
    ),
    plain(4, 2, Reason::NetworkError, "the connection broke or timed out"),
    hint(4, 3, Reason::NetworkError, "a lookup in a directory or in DNS failed"),
    plain(4, 4, Reason::HostUnknown, "DNS names no server that could take the mail"),
    hint(4, 5, Reason::TooManyConn, "the network or the system has too much to do"),
    plain(4, 6, Reason::Loop, "the message goes round in a loop"),
    plain(4, 7, Reason::Expired, "the message waited too long and was given up"),
    // Microsoft.
    run(4, 14, 14, Reason::Loop, "the message passed too many servers: a loop"),
    hint(4, 12, Reason::Loop, "the message goes round in a loop"),
    run(4, 300, 300, Reason::Expired, "the message waited too long and was given up"),
    run(4, 310, 312, Reason::HostUnknown, "the domain does not exist or its DNS does not answer"),
    run(4, 315, 318, Reason::NetworkError, "the connection to the other server failed"),
    hint(5, 0, Reason::SyntaxError, "something about the dialogue of the two servers"),
    plain(5, 1, Reason::SyntaxError, "the command is not allowed here"),
    plain(5, 2, Reason::SyntaxError, "the command is badly written"),
    plain(5, 3, Reason::TooManyConn, "too many recipients in one message"),
    plain(5, 4, Reason::SyntaxError, "the command has wrong arguments"),
    hint(5, 5, Reason::SyntaxError, "the versions of the protocol do not fit"),
    plain(5, 6, Reason::SyntaxError, "a line of the login is too long"),
    hint(6, 0, Reason::ContentError, "something about the content of the message"),
    plain(6, 1, Reason::ContentError, "this type of content is not supported"),
    plain(6, 2, Reason::ContentError, "the content would have to be converted, which is not allowed"),
    plain(6, 3, Reason::ContentError, "the content would have to be converted, which is not possible"),
    plain(6, 4, Reason::ContentError, "the content was converted and lost something"),
    plain(6, 5, Reason::ContentError, "converting the content failed"),
    plain(6, 6, Reason::ContentError, "the content could not be fetched"),
    plain(6, 7, Reason::NotCompliantRfc, "addresses with letters beyond ASCII are not allowed"),
    plain(6, 8, Reason::NotCompliantRfc, "an answer in UTF-8 is needed but cannot be given"),
    plain(6, 9, Reason::NotCompliantRfc, "headers in UTF-8 cannot be passed on"),
    plain(6, 10, Reason::NotCompliantRfc, "an answer in UTF-8 is needed but cannot be given"),
    vague(7, 0, "something about security or the rules of the server"),
    hint(7, 1, Reason::PolicyViolation, "delivery is not allowed: the message was refused"),
    plain(7, 2, Reason::Filtered, "sending to this mailing list is not allowed"),
    hint(7, 3, Reason::SecurityError, "a secure conversion is needed but not possible"),
    hint(7, 4, Reason::SecurityError, "a security feature is not supported"),
    hint(7, 5, Reason::SecurityError, "an encryption or a signature failed"),
    hint(7, 6, Reason::SecurityError, "the encryption method is not supported"),
    hint(7, 7, Reason::AuthFailure, "the message was changed on the way"),
    plain(7, 8, Reason::SecurityError, "the login failed"),
    hint(7, 9, Reason::SecurityError, "the login method is too weak"),
    plain(7, 10, Reason::FailedStartTls, "encryption is needed"),
    plain(7, 11, Reason::FailedStartTls, "encryption is needed for this login method"),
    plain(7, 12, Reason::SecurityError, "the password must be changed first"),
    plain(7, 13, Reason::Suspend, "the user's account is switched off"),
    hint(7, 14, Reason::SecurityError, "the server must trust a third one first"),
    hint(7, 15, Reason::PolicyViolation, "the priority of the message is too low"),
    plain(7, 16, Reason::MesgTooBig, "the message is too big for its priority"),
    plain(7, 17, Reason::HasMoved, "the mailbox has a new owner"),
    plain(7, 18, Reason::HasMoved, "the domain has a new owner"),
    hint(7, 19, Reason::SystemError, "the server cannot tell whether the owner has changed"),
    plain(7, 20, Reason::AuthFailure, "no DKIM signature passed"),
    plain(7, 21, Reason::AuthFailure, "no DKIM signature is acceptable"),
    plain(7, 22, Reason::AuthFailure, "no DKIM signature of the author's domain is valid"),
    plain(7, 23, Reason::AuthFailure, "SPF forbids this server to send for the domain"),
    plain(7, 24, Reason::AuthFailure, "the SPF record is broken"),
    plain(7, 25, Reason::RequirePtr, "the reverse DNS of the sending server is missing or wrong"),
    plain(7, 26, Reason::AuthFailure, "more than one check of the sender's domain failed"),
    hint(
        7,
        27,
        Reason::Rejected,
        "the sender's domain says that it accepts no mail; from Google: SPF did not pass",
    ),
    plain(7, 28, Reason::Speeding, "too many messages in a short time"),
    hint(
        7,
        29,
        Reason::AuthFailure,
        "the chain of ARC seals is broken; from Google: the connection was not encrypted",
    ),
    hint(
        7,
        30,
        Reason::FailedStartTls,
        "the sender asked for encryption all the way, which isn't possible; from Google: DKIM did not pass",
    ),
    // Google.
    run(7, 32, 32, Reason::AuthFailure, "the sender's domain does not fit its signatures"),
    run(7, 40, 40, Reason::AuthFailure, "the sender's domain has no DMARC record with a policy"),
    // Microsoft.
    kind(7, 51, 51, Refusal::GatewayOnly, "the domain accepts email only from its own gateway"),
    run(7, 57, 57, Reason::SecurityError, "the sender did not log in"),
    kind(7, 60, 60, Refusal::SendAs, "the account may not send as this sender"),
    kind(7, 64, 64, Refusal::Relay, "the server does not handle that domain for this sender"),
    kind(7, 105, 105, Refusal::Closed, "the recipient's organization blocks this sender"),
    kind(7, 124, 124, Refusal::Closed, "the sender may not write to this group"),
    kind(7, 129, 129, Refusal::Closed, "the recipient accepts email only from some senders"),
    kind(7, 133, 136, Refusal::Closed, "the mailbox or group accepts email only from people who logged in"),
    run(7, 139, 139, Reason::SecurityError, "the login failed: this method is switched off"),
    kind(7, 193, 193, Refusal::Closed, "the group accepts email only from its members"),
    kind(7, 232, 236, Refusal::SenderRate, "the sender's organization sent too many messages"),
    run(7, 321, 322, Reason::FailedStartTls, "encryption failed or the certificate has expired"),
    run(
        7,
        323,
        325,
        Reason::FailedStartTls,
        "the certificate does not pass the check of the domain's DANE records",
    ),
    run(7, 350, 350, Reason::SpamDetected, "the other server took the message for spam"),
    kind(7, 363, 363, Refusal::SenderUnverified, "the other server could not verify the sender's address"),
    kind(7, 367, 368, Refusal::Relay, "the other server does not handle that domain"),
    kind(7, 501, 503, Refusal::AccountStopped, "the sender's account is blocked for spam"),
    run(7, 504, 505, Reason::UserUnknown, "the recipient is not valid"),
    kind(7, 506, 506, Refusal::Helo, "the sending server gave a wrong name"),
    run(7, 507, 507, Reason::Filtered, "the recipient's organization blocks the sender"),
    kind(7, 508, 508, Refusal::ServerRate, "too many messages from one address in a short time"),
    run(7, 509, 509, Reason::AuthFailure, "the sender's domain does not pass DMARC"),
    kind(7, 510, 510, Refusal::Ipv6, "the recipient's domain takes no mail over IPv6"),
    kind(7, 511, 511, Refusal::IpListed, "the sending server's address is blocked"),
    run(7, 512, 512, Reason::NotCompliantRfc, "the message lacks a valid From line"),
    kind(
        7,
        513,
        513,
        Refusal::IpByRecipient,
        "the recipient's organization blocks the sending server's address",
    ),
    run(7, 515, 515, Reason::AuthFailure, "the sender's domain lacks SPF, DKIM or DMARC"),
    kind(
        7,
        520,
        520,
        Refusal::ForwardForbidden,
        "the organization does not let mail be forwarded to the outside",
    ),
    kind(7, 606, 649, Refusal::IpListed, "the sending server's address is blocked"),
    kind(7, 650, 659, Refusal::IpReputation, "the sending server's address has a poor score"),
    kind(7, 703, 703, Refusal::OwnBlock, "the sender's organization blocks this recipient"),
    kind(7, 704, 705, Refusal::AccountStopped, "the sender's organization is stopped for what it sent"),
    kind(7, 708, 708, Refusal::AccountStopped, "the sender's organization is not trusted to send yet"),
    kind(7, 750, 750, Refusal::AccountStopped, "the sender's domain is not registered with the service"),
    kind(7, 850, 899, Refusal::ServerRate, "the sending server's address is held back for a check"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_read_strictly() {
        assert_eq!(Status::parse("5.1.1"), Some(Status { class: 5, subject: 1, detail: 1 }));
        assert_eq!(Status::parse("4.7.650").map(|s| s.to_string()).as_deref(), Some("4.7.650"));
        for wrong in ["", "5", "5.1", "5.1.1.1", "3.1.1", "5.1.1234", "5..1", "5.1.x", "15.1.1", "5.+1.1"] {
            assert_eq!(Status::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn runs_do_not_overlap_and_meanings_are_plain() {
        for (i, a) in STATUSES.iter().enumerate() {
            assert!(a.first <= a.last);
            assert!(
                a.meaning.starts_with(|c: char| c.is_lowercase() || c.is_uppercase())
                    && !a.meaning.ends_with('.')
            );
            for b in &STATUSES[i + 1..] {
                let apart = a.subject != b.subject || a.last < b.first || b.last < a.first;
                assert!(apart, "{}.{} and {}.{}", a.subject, a.first, b.subject, b.first);
            }
        }
    }

    #[test]
    fn every_code_of_the_registry_has_its_own_meaning() {
        for (subject, last) in [(0, 0), (1, 10), (2, 4), (3, 6), (4, 7), (5, 6), (6, 10), (7, 30)] {
            for detail in 0..=last {
                assert!(Status { class: 5, subject, detail }.entry().is_some(), "{subject}.{detail}");
            }
        }
        assert_eq!(Status { class: 5, subject: 2, detail: 99 }.meaning(), "something about the mailbox");
    }
}
