//! Why mail fails: the closed list of reasons. What is known of each stands in `knowledge::reason`.
//!
//! The names are the field's own: those of the Sisimai bounce library, with `greylisted` beside
//! them for what `ZoneMTA` calls greylist.

/// Why an attempt failed or was put off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Reason {
    /// The address does not exist.
    UserUnknown,
    /// The domain does not exist or has no mail server.
    HostUnknown,
    /// The mailbox has moved.
    HasMoved,
    /// The mailbox is switched off.
    Suspend,
    /// The mailbox has no room.
    MailboxFull,
    /// The server has no room.
    SystemFull,
    /// The recipient refuses this sender.
    Filtered,
    /// The domain or server takes no mail.
    NotAccept,
    /// The sender's address is refused.
    Rejected,
    /// The sending server is refused.
    Blocked,
    /// The sending server or domain has a poor score.
    BadReputation,
    /// The sending server has no fitting reverse DNS.
    RequirePtr,
    /// SPF, DKIM or DMARC did not pass.
    AuthFailure,
    /// It looked like spam.
    SpamDetected,
    /// It holds malware.
    VirusDetected,
    /// Its format or an attachment is not accepted.
    ContentError,
    /// A rule of the receiver, not further explained.
    PolicyViolation,
    /// Its headers break the standards.
    NotCompliantRfc,
    /// It is too big for the server.
    MesgTooBig,
    /// It is too big for the mailbox.
    ExceedLimit,
    /// The server does not handle that domain for this sender.
    NoRelaying,
    /// Log-in or permission failed.
    SecurityError,
    /// Encryption failed.
    FailedStartTls,
    /// Too many messages in a short time.
    Speeding,
    /// Put off on purpose at the first try.
    Greylisted,
    /// Too many connections or recipients at once.
    TooManyConn,
    /// The connection failed.
    NetworkError,
    /// The message loops. The export's list has no name for it but that of a failed connection, which is another
    /// story with other people to act.
    #[cfg_attr(feature = "serde", serde(rename(serialize = "networkerror")))]
    Loop,
    /// Given up after too long in the queue.
    Expired,
    /// A server has an internal fault.
    SystemError,
    /// A program behind the mailbox failed.
    MailerError,
    /// The servers did not understand each other.
    SyntaxError,
    /// A sending service dropped it on purpose.
    Suppressed,
    /// A complaint of the recipient.
    Feedback,
    /// An automatic answer.
    Vacation,
    /// The text names no reason that we know.
    #[default]
    Undefined,
}
