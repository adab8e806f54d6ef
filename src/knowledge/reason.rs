//! Why mail fails: the closed list of reasons, with who must act and what to do about each.
//!
//! The names are the field's own: those of the Sisimai bounce library, with `greylisted` beside
//! them for what `ZoneMTA` calls greylist. The agent's words are for a support engineer; the
//! customer's words explain themselves and blame nobody.

use crate::report::export::{Lasts, Party, Stage};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why an attempt failed or was put off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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
    #[serde(rename(serialize = "networkerror"))]
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

/// What is known of one reason.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// The reason.
    pub reason: Reason,
    /// Its name in searches, and in the export of all but [`Reason::Loop`].
    pub name: &'static str,
    /// One line in plain words.
    pub headline: &'static str,
    /// What it means, for the customer.
    pub means: &'static str,
    /// Who must act, unless the log says otherwise.
    pub party: Party,
    /// Whether waiting helps, where the reason itself tells; the first digit of a code says it better.
    pub lasts: Option<Lasts>,
    /// The station of the mail flow at which it happens.
    pub stage: Stage,
    /// What the support engineer does next.
    pub agent: &'static str,
    /// What the customer can do.
    pub customer: &'static str,
    /// Where the name and the meaning come from.
    pub sources: &'static [&'static str],
}

impl Reason {
    /// What is known of it.
    pub fn facts(self) -> &'static Facts {
        &REASONS[self as usize]
    }

    /// Its name in searches, and in the export of all but [`Reason::Loop`].
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// The reason of a name; `None` for a name that is not in the list.
    pub fn named(name: &str) -> Option<Reason> {
        REASONS.iter().find(|facts| facts.name == name).map(|facts| facts.reason)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

const SISIMAI: &str = "Sisimai's list of bounce reasons";
const RFC3463: &str = "RFC 3463";
const TEMPORARY: Option<Lasts> = Some(Lasts::Temporary);
const PERMANENT: Option<Lasts> = Some(Lasts::Permanent);

/// Every reason, in the order of [`Reason`].
pub static REASONS: [Facts; 36] = [
    Facts {
        reason: Reason::UserUnknown,
        name: "userunknown",
        headline: "The address does not exist.",
        means: "The other mail server knows no mailbox with this address. There may be a typing error in it, or the mailbox was deleted.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Check the spelling. If the domain is ours, check that the mailbox exists and that MX points to the server where it is.",
        customer: "Please check the address with the person you are writing to, by phone for example, and send the message again.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::HostUnknown,
        name: "hostunknown",
        headline: "The domain does not exist or has no mail server.",
        means: "No mail server could be found for the part of the address after the @ sign. There may be a typing error in it, or the domain is not set up for mail.",
        party: Party::Dns,
        lasts: PERMANENT,
        stage: Stage::Dns,
        agent: "Look up MX and A of the domain and whether it has expired. If it is our customer's domain, correct its DNS.",
        customer: "Please check the part of the address after the @ sign. If it is right, let the other person know in another way that their domain takes no mail at the moment.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::HasMoved,
        name: "hasmoved",
        headline: "The mailbox has moved to another address.",
        means: "The person you wrote to has another address now, and mail to the old one is not passed on.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::Mailbox,
        agent: "Nothing to do on our side. Pass on the new address if the text names one.",
        customer: "Please ask the other person for the new address and write to that one.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::Suspend,
        name: "suspend",
        headline: "The mailbox is switched off.",
        means: "The mailbox exists, but its provider has switched it off, so it takes no mail.",
        party: Party::Recipient,
        lasts: PERMANENT,
        stage: Stage::Mailbox,
        agent: "If the mailbox is ours, check the state of the account and its billing. If not, there is nothing to do on our side.",
        customer: "Please reach the other person in another way. Their provider can tell them how to switch the mailbox on again.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::MailboxFull,
        name: "mailboxfull",
        headline: "The mailbox is full.",
        means: "There is no room left in the mailbox of the person you wrote to.",
        party: Party::Recipient,
        lasts: None,
        stage: Stage::Mailbox,
        agent: "If the mailbox is ours, look at its quota; raise it or help to clean up. If not, explain whether the message is tried again.",
        customer: "Please let the other person know in another way that their mailbox is full. Once they have made room, send the message again.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::SystemFull,
        name: "systemfull",
        headline: "The mail server has no disk space left.",
        means: "The mail server as a whole, not one mailbox, had no room left at that moment.",
        party: Party::TheirServer,
        lasts: TEMPORARY,
        stage: Stage::TheirServer,
        agent: "If the server is ours, check disk space, inodes and the size of the queue at once.",
        customer: "You need not do anything: the message is tried again by itself.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::Filtered,
        name: "filtered",
        headline: "The recipient does not take mail from this sender.",
        means: "The mailbox or mailing list exists, but its own settings do not let this message in.",
        party: Party::Recipient,
        lasts: PERMANENT,
        stage: Stage::Mailbox,
        agent: "Explain it. Check whether a forward or a mailing list with limited rights is in the way.",
        customer: "Please ask the other person in another way to allow mail from your address.",
        sources: &[SISIMAI],
    },
    Facts {
        reason: Reason::NotAccept,
        name: "notaccept",
        headline: "The domain or server takes no mail at all.",
        means: "This domain says of itself that it takes no mail.",
        party: Party::TheirServer,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Show the MX record: `MX 0 .` means that the domain takes no mail. If it is our customer's domain, correct its MX.",
        customer: "Please use another address of the person you are writing to.",
        sources: &[SISIMAI, "RFC 7504", "RFC 7505"],
    },
    Facts {
        reason: Reason::Rejected,
        name: "rejected",
        headline: "The sender's address was refused.",
        means: "The other mail server did not accept the address that the message was sent from.",
        party: Party::Sender,
        lasts: None,
        stage: Stage::TheirServer,
        agent: "Check that the sender's domain exists, has MX and A, and is not forged; look for a form or script that sends with somebody else's address.",
        customer: "Please send from an address of your own domain and check in the settings that it is written correctly.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::Blocked,
        name: "blocked",
        headline: "The sending mail server is blocked.",
        means: "The other side does not take mail from the server that sent your message at the moment. This is about the server, not about you or your message.",
        party: Party::OurServer,
        lasts: None,
        stage: Stage::TheirServer,
        agent: "Find the list or the link in the text. Look in the logs for what sent the spam and stop it, then ask for the address to be taken off the list, or send over another one.",
        customer: "Please wait for word from us before you send it again. We take care of the block.",
        sources: &[SISIMAI],
    },
    Facts {
        reason: Reason::BadReputation,
        name: "badreputation",
        headline: "The sending server or domain has a poor score.",
        means: "The other side keeps a score of who sends wanted mail. The score of the sending server or domain is too low at the moment.",
        party: Party::OurServer,
        lasts: None,
        stage: Stage::TheirServer,
        agent: "Check volume, complaints, SPF and DKIM, and the receiver's postmaster tools. Send more slowly.",
        customer: "Please wait for word from us before you send it again. If you send newsletters, write only to people who asked for them.",
        sources: &[SISIMAI],
    },
    Facts {
        reason: Reason::RequirePtr,
        name: "requireptr",
        headline: "The sending server's address has no fitting name.",
        means: "The other side looks up the name that belongs to the number of the sending server, and found none or a wrong one.",
        party: Party::OurServer,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Set the PTR record of the sending address, make the name point back to the address, and use the same name in HELO.",
        customer: "You need not do anything. This is set on the mail server, and we take care of it.",
        sources: &[SISIMAI, "RFC 7372"],
    },
    Facts {
        reason: Reason::AuthFailure,
        name: "authfailure",
        headline: "The sender's domain could not be verified.",
        means: "The other side checks whether the sending server may send for your domain. The records of the domain did not confirm it.",
        party: Party::Dns,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "See which host sent the message. Check SPF (its includes), DKIM (selector and key), DMARC (does the From domain fit?), and whether a forward is in the way.",
        customer: "If the message did not go out through our server, please send through the outgoing server that we gave you. If you keep the domain's records yourself, or somebody else does, we can say which ones to set.",
        sources: &[SISIMAI, "RFC 7372", "RFC 7489"],
    },
    Facts {
        reason: Reason::SpamDetected,
        name: "spamdetected",
        headline: "The message looked like spam.",
        means: "An automatic filter on the other side took the message for unwanted advertising. Such filters make mistakes.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Look at content, links and score headers, and for a mailbox or form that somebody misuses.",
        customer: "Please try another subject, fewer links and no attachments. If you did not send this message, change your password and tell us.",
        sources: &[SISIMAI],
    },
    Facts {
        reason: Reason::VirusDetected,
        name: "virusdetected",
        headline: "A virus was found in the message.",
        means: "An automatic check found something harmful in the message, an attachment or a link.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Ask for a scan of the device or the website, and look for mass sending from this account.",
        customer: "Please check your device with a virus scanner, and do not send this file. If you did not send this message, change your password and tell us.",
        sources: &[SISIMAI],
    },
    Facts {
        reason: Reason::ContentError,
        name: "contenterror",
        headline: "The format or an attachment is not accepted.",
        means: "The other side does not take this kind of attachment, or could not read how the message is built.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Look at the MIME structure, the type of the attachments and the script that sends.",
        customer: "Please share the file as a link instead, or send the message from another program.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::PolicyViolation,
        name: "policyviolation",
        headline: "A rule of the other server refused the message.",
        means: "The other side has a rule that does not let this message in. It does not say which one.",
        party: Party::TheirServer,
        lasts: None,
        stage: Stage::TheirServer,
        agent: "Follow the code or link in the text. Check SPF, DKIM, score and content; then write to their postmaster.",
        customer: "Please try to reach the other person in another way while we find out more.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::NotCompliantRfc,
        name: "notcompliantrfc",
        headline: "The message is not built by the rules.",
        means: "The message lacks something that every message must have, a date or a sender line for example, or has it twice.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Find the script or plugin that sends, and correct its headers (From, Date, Message-ID, one Subject, CRLF line ends).",
        customer: "Please update the program or website plugin that sends your mail.",
        sources: &[SISIMAI, "RFC 5322"],
    },
    Facts {
        reason: Reason::MesgTooBig,
        name: "mesgtoobig",
        headline: "The message is too big.",
        means: "The message with its attachments is larger than the mail server takes. Attachments grow by about a third on their way.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Compare its size with the limits; base64 adds about a third. If the server is ours, look at its size setting.",
        customer: "Please share the file as a link, or send the files in several messages.",
        sources: &[SISIMAI, RFC3463, "RFC 1870"],
    },
    Facts {
        reason: Reason::ExceedLimit,
        name: "exceedlimit",
        headline: "The message is too big for this mailbox.",
        means: "The message is larger than this one mailbox may get, although the server takes larger ones.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::Mailbox,
        agent: "Compare its size with the limit of the mailbox; base64 adds about a third.",
        customer: "Please share the file as a link, or send the files in several messages.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::NoRelaying,
        name: "norelaying",
        headline: "The server does not pass on mail to that domain.",
        means: "The server passes on mail only for people who log in, or only to domains that it looks after.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::OurServer,
        agent: "Check that the mail program logs in to send, that the domain is in rcpthosts or the local domains, and that MX points to the right server.",
        customer: "Please switch on in your mail program that the outgoing server needs a log-in, with port 587 or 465.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::SecurityError,
        name: "securityerror",
        headline: "The log-in or a permission failed.",
        means: "The mail server did not accept the user name, the password or the way of logging in.",
        party: Party::Sender,
        lasts: None,
        stage: Stage::OurServer,
        agent: "Check user name, password, app password and lock-out, and read the log-in lines of the same time.",
        customer: "Please enter user name and password again in your mail program. If that does not help, set a new password.",
        sources: &[SISIMAI, "RFC 4954"],
    },
    Facts {
        reason: Reason::FailedStartTls,
        name: "failedstarttls",
        headline: "An encrypted connection could not be set up.",
        means: "The two sides could not agree on a protected connection, so the message was not handed over.",
        party: Party::TheirServer,
        lasts: None,
        stage: Stage::TheirServer,
        agent: "Check dates and names of the certificate, TLS versions, and MTA-STS or DANE of the domain.",
        customer: "Please send the message again later. If it does not work then, let us know.",
        sources: &[SISIMAI, "RFC 3207", "RFC 8689"],
    },
    Facts {
        reason: Reason::Speeding,
        name: "speeding",
        headline: "Too many messages in a short time.",
        means: "More messages were sent in a short time than the mail server allows.",
        party: Party::Sender,
        lasts: TEMPORARY,
        stage: Stage::TheirServer,
        agent: "See who sends so much, check limits and forwards, and spread the load.",
        customer: "Please wait a while and send fewer messages at once. For newsletters, use a service that is made for them. If you did not send so many, change your password and tell us.",
        sources: &[SISIMAI, "RFC 7293"],
    },
    Facts {
        reason: Reason::Greylisted,
        name: "greylisted",
        headline: "The other server asks us to come back later, on purpose.",
        means: "The other side puts off mail from senders that it does not know yet, as a check against spam. It usually lets the message in at a later try.",
        party: Party::Nobody,
        lasts: TEMPORARY,
        stage: Stage::TheirServer,
        agent: "Wait for the next attempts. Look closer only if it is still put off after some hours.",
        customer: "You need not do anything: the message is tried again by itself.",
        sources: &["ZoneMTA's bounce category greylist", "RFC 6647"],
    },
    Facts {
        reason: Reason::TooManyConn,
        name: "toomanyconn",
        headline: "Too many connections or recipients at once.",
        means: "The mail server was asked to do more at once than it allows.",
        party: Party::OurServer,
        lasts: TEMPORARY,
        stage: Stage::TheirServer,
        agent: "Lower the number of connections to that server, or the number of recipients in one message.",
        customer: "If you wrote to many people at once, please send it to fewer at a time. Otherwise just wait.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::NetworkError,
        name: "networkerror",
        headline: "The connection failed.",
        means: "The other mail server could not be reached, or the connection broke.",
        party: Party::TheirServer,
        lasts: TEMPORARY,
        stage: Stage::Dns,
        agent: "Try port 25 of the other server from ours. Check firewall and MX.",
        customer: "You need not do anything for now.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::Loop,
        name: "loop",
        headline: "The message goes round in a loop.",
        means: "A forward, or a setting of the domain, leads in a circle: the message would come back to where it has been before, so it was stopped.",
        party: Party::OurServer,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Follow the forwards and aliases of the address until they lead back, and take one out. If MX names our server but the domain is not set up here, set it up or correct MX.",
        customer: "If you forward your mail, please check that no forward leads back to where it came from.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::Expired,
        name: "expired",
        headline: "The server kept trying until its time limit, then gave up.",
        means: "A mail server keeps a message only for a certain time, and in that time no attempt worked.",
        party: Party::TheirServer,
        lasts: PERMANENT,
        stage: Stage::Queue,
        agent: "Find the cause in the earlier attempts of the same message.",
        customer: "Please send the message again. If it is put off again, let us know.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::SystemError,
        name: "systemerror",
        headline: "The mail server has a fault of its own.",
        means: "Something on the mail server did not work at that moment.",
        party: Party::TheirServer,
        lasts: TEMPORARY,
        stage: Stage::TheirServer,
        agent: "If the server is ours, read its log for disk, database, permission or qmail-queue errors.",
        customer: "You need not do anything: the message is tried again by itself.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::MailerError,
        name: "mailererror",
        headline: "A program behind the mailbox failed.",
        means: "A filter, an automatic answer or another program that belongs to the mailbox did not work.",
        party: Party::OurServer,
        lasts: None,
        stage: Stage::Mailbox,
        agent: "Check the .qmail file, procmail, maildrop, Sieve or pipe script of the mailbox, and who may read and run it.",
        customer: "Please let the other person know in another way that a filter or an automatic answer of their mailbox does not work. Once it is off or repaired, send the message again.",
        sources: &[SISIMAI, "sysexits(3)"],
    },
    Facts {
        reason: Reason::SyntaxError,
        name: "syntaxerror",
        headline: "The two servers did not understand each other.",
        means: "The sending and the receiving side use the language of mail servers in different ways.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Look at the HELO name, at firewalls that change SMTP, and at old or home-made clients.",
        customer: "Please check the settings of the program that sends, and update it if it is old.",
        sources: &[SISIMAI, RFC3463, "RFC 5321"],
    },
    Facts {
        reason: Reason::Suppressed,
        name: "suppressed",
        headline: "The sending service skipped this address on purpose.",
        means: "An earlier message to this address failed or was unwanted, so the sending service does not try it any more.",
        party: Party::OurServer,
        lasts: PERMANENT,
        stage: Stage::OurServer,
        agent: "Check the address, then take it off the suppression list of the sending service.",
        customer: "Please check the address. If it is right, ask us to allow it again.",
        sources: &[SISIMAI],
    },
    Facts {
        reason: Reason::Feedback,
        name: "feedback",
        headline: "The recipient reported the message as unwanted.",
        means: "The message arrived, and the person who got it marked it as unwanted.",
        party: Party::Sender,
        lasts: None,
        stage: Stage::Mailbox,
        agent: "Take the address off the mailing list and check that the person had agreed to it.",
        customer: "Please send no further mailings to this person.",
        sources: &[SISIMAI, "RFC 5965"],
    },
    Facts {
        reason: Reason::Vacation,
        name: "vacation",
        headline: "This is an automatic answer, not a failure.",
        means: "The message arrived. The mailbox answers by itself, because its owner is away for example.",
        party: Party::Nobody,
        lasts: None,
        stage: Stage::Mailbox,
        agent: "Nothing to do: say that the message was delivered.",
        customer: "You need not do anything.",
        sources: &[SISIMAI, "RFC 3834"],
    },
    Facts {
        reason: Reason::Undefined,
        name: "undefined",
        headline: "The text names no reason that we know.",
        means: "The other side did not say why.",
        party: Party::Nobody,
        lasts: None,
        stage: Stage::TheirServer,
        agent: "Show the text and what its code means, and ask for more lines of the log.",
        customer: "Please send us the whole notice that you got, so that we can look further.",
        sources: &[SISIMAI],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_reasons_and_names_are_unique() {
        for (i, facts) in REASONS.iter().enumerate() {
            assert_eq!(facts.reason as usize, i, "{}", facts.name);
            assert_eq!(Reason::named(facts.name), Some(facts.reason));
            let exported = if facts.reason == Reason::Loop { "networkerror" } else { facts.name };
            assert_eq!(serde_json::to_value(facts.reason).unwrap(), exported);
        }
        assert_eq!(Reason::named("delivered"), None);
    }

    #[test]
    fn texts_are_sentences_and_the_customer_needs_no_dictionary() {
        for facts in &REASONS {
            for text in [facts.headline, facts.means, facts.agent, facts.customer] {
                assert!(text.ends_with('.') && !text.contains("  "), "{text}");
            }
            for text in [facts.means, facts.customer] {
                let acronym = text
                    .split(|c: char| !c.is_alphanumeric())
                    .find(|word| word.len() > 1 && word.chars().all(char::is_uppercase));
                assert_eq!(acronym, None, "{text}");
            }
            assert!(!facts.sources.is_empty());
        }
    }
}
