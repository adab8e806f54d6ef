//! Why mail fails: the closed list of reasons, with who must act and what to do about each.
//!
//! The names are the field's own: those of the Sisimai bounce library, with `greylisted` beside
//! them for what `ZoneMTA` calls greylist. What a customer is told of each is in `report::letter`.

pub use crate::vocabulary::Reason;
use crate::vocabulary::{Lasts, Party, Stage};
use std::fmt;

/// What is known of one reason.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// The reason.
    pub reason: Reason,
    /// Its name in searches, and in the export of all but [`Reason::Loop`].
    pub name: &'static str,
    /// One line in plain words.
    pub headline: &'static str,
    /// Who must act, unless the log says otherwise.
    pub party: Party,
    /// Whether waiting helps, where the reason itself tells; the first digit of a code says it better.
    pub lasts: Option<Lasts>,
    /// The station of the mail flow at which it happens.
    pub stage: Stage,
    /// What the support engineer does next. `{address}`, `{ip}`, `{domain}` and `{link}` stand for what the reply names;
    /// a part with `{ours}`, `{theirs}` or `{either}` is said where the server that said so is ours, another's or can be both,
    /// and one with `{own}` where it can be ours. A mailbox at a great provider is never ours.
    pub agent: &'static str,
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
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Check the spelling of the address with the sender.{?{own} If the domain is ours, create the mailbox or alias, and check that MX points to the server where it is.}",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::HostUnknown,
        name: "hostunknown",
        headline: "The domain does not exist or has no mail server.",
        party: Party::Dns,
        lasts: PERMANENT,
        stage: Stage::Dns,
        agent: "Check the spelling of the domain. Look up its MX and A records, and check whether it has expired. If it's our customer's domain, correct its DNS.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::HasMoved,
        name: "hasmoved",
        headline: "The mailbox has moved to another address.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::Mailbox,
        agent: "Tell the sender the new address, if the reply names one. There's nothing to do on our side.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::Suspend,
        name: "suspend",
        headline: "The mailbox is disabled.",
        party: Party::Recipient,
        lasts: PERMANENT,
        stage: Stage::Mailbox,
        agent: "{?{either}If the mailbox is ours, check why the account is disabled. If not, only the recipient or their provider can enable it again.}{?{ours}Check why the account is disabled; enable it if that's settled.}{?{theirs}Only the recipient or their provider can enable it again.}",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::MailboxFull,
        name: "mailboxfull",
        headline: "The mailbox is full.",
        party: Party::Recipient,
        lasts: None,
        stage: Stage::Mailbox,
        agent: "{?{either}If the mailbox is ours, check its quota; raise it or help the owner clean up. If not, only the recipient can make room.}{?{ours}Check the quota of the mailbox; raise it or help the owner clean up.}{?{theirs}Only the recipient can make room, so the sender should tell them another way.}",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::SystemFull,
        name: "systemfull",
        headline: "The mail server is out of disk or queue space.",
        party: Party::TheirServer,
        lasts: TEMPORARY,
        stage: Stage::TheirServer,
        agent: "{?{either}If the server is ours, check disk space, inodes and the size of the queue right away.}{?{ours}Check disk space, inodes and the size of the queue right away.}{?{theirs}Only their administrator can free disk space there. A message that waits is tried again automatically.}",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::Filtered,
        name: "filtered",
        headline: "The recipient does not accept mail from this sender.",
        party: Party::Recipient,
        lasts: PERMANENT,
        stage: Stage::Mailbox,
        agent: "Ask the recipient (or the owner of the list or group) to allow this sender; a mailing list or group can be closed to outsiders. Check whether a forward is in the way.",
        sources: &[SISIMAI],
    },
    Facts {
        reason: Reason::NotAccept,
        name: "notaccept",
        headline: "The domain or server accepts no mail at all.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "The sender must use another address of the recipient. A domain whose MX record is `MX 0 .` accepts no mail; if it's our customer's, correct that record.",
        sources: &[SISIMAI, "RFC 7504", "RFC 7505"],
    },
    Facts {
        reason: Reason::Rejected,
        name: "rejected",
        headline: "The sender's address was rejected.",
        party: Party::Sender,
        lasts: None,
        stage: Stage::TheirServer,
        agent: "Check that the sender's domain exists, has MX and A records, and that the sender is allowed to use it; look for a form or script that sends with someone else's address.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::Blocked,
        name: "blocked",
        headline: "The sending mail server is blocked.",
        party: Party::OurServer,
        lasts: None,
        stage: Stage::TheirServer,
        agent: "Check in the logs whether something here sends spam (a stolen password, a website's script) and stop it, then ask the list or the receiver to take {address} off{?: {link}}.{?{either} If the server that is blocked isn't yours, only its provider can do that: the sender asks them, follows the link in the reply, or sends another way.}",
        sources: &[SISIMAI],
    },
    Facts {
        reason: Reason::BadReputation,
        name: "badreputation",
        headline: "The sending server or domain has a poor reputation at the receiver.",
        party: Party::OurServer,
        lasts: None,
        stage: Stage::TheirServer,
        agent: "Check the volume, complaints, SPF, DKIM and PTR, and the receiver's postmaster tools{? ({link})}. Find and stop what sends spam; send more slowly.",
        sources: &[SISIMAI],
    },
    Facts {
        reason: Reason::RequirePtr,
        name: "requireptr",
        headline: "The sending server's IP address has no matching reverse DNS name (PTR).",
        party: Party::OurServer,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Set the PTR record of {address}, make that name resolve back to the address, and use the same name in HELO.",
        sources: &[SISIMAI, "RFC 7372"],
    },
    Facts {
        reason: Reason::AuthFailure,
        name: "authfailure",
        headline: "The sender's domain could not be verified.",
        party: Party::Dns,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "{?If {ip} may send for {domain}, add it to that domain's SPF record and have it sign with DKIM. }See which host sent the message, what SPF (its includes), DKIM (selector and key) and DMARC (the domain in From) say of it, and whether a forward is in the way.",
        sources: &[SISIMAI, "RFC 7372", "RFC 7489"],
    },
    Facts {
        reason: Reason::SpamDetected,
        name: "spamdetected",
        headline: "The message was taken for spam.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Look at the content, links and score headers, and check whether a mailbox or web form is abused. If it's our own filter's false alarm, put the sender on the allowlist.",
        sources: &[SISIMAI],
    },
    Facts {
        reason: Reason::VirusDetected,
        name: "virusdetected",
        headline: "A virus or malware was found in the message.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Ask for a scan of the device or website that sent it, and look for mass mailing from this account. Share wanted files another way, with a link.",
        sources: &[SISIMAI],
    },
    Facts {
        reason: Reason::ContentError,
        name: "contenterror",
        headline: "The message's format or an attachment was rejected.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Look at the types of the attachments, the MIME structure and the script that sends. Share the file another way, with a link, or leave the refused type out.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::PolicyViolation,
        name: "policyviolation",
        headline: "A policy of the receiving server rejected the message.",
        party: Party::TheirServer,
        lasts: None,
        stage: Stage::TheirServer,
        agent: "Look up what the code in the reply stands for{?: {link}}. Check SPF, DKIM, reputation and content; then write to their postmaster.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::NotCompliantRfc,
        name: "notcompliantrfc",
        headline: "The message is malformed.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Find the script or plugin that sends, and correct its headers (From, Date, Message-ID, one Subject, CRLF line ends).",
        sources: &[SISIMAI, "RFC 5322"],
    },
    Facts {
        reason: Reason::MesgTooBig,
        name: "mesgtoobig",
        headline: "The message is too big.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Share large files with a link, or send them in parts: base64 adds about a third to a file.{?{either} If the server is ours, raise its size limit.}{?{ours} Or raise the size limit.}",
        sources: &[SISIMAI, RFC3463, "RFC 1870"],
    },
    Facts {
        reason: Reason::ExceedLimit,
        name: "exceedlimit",
        headline: "The message is too big for this mailbox.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::Mailbox,
        agent: "Compare its size with the mailbox's limit; base64 adds about a third.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::NoRelaying,
        name: "norelaying",
        headline: "The server does not relay to that domain: the client was not logged in, or the domain is not set up there.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::OurServer,
        agent: "If it's our customer: turn on authentication (username, password, port 587 or 465) in the email app. Otherwise check that the domain is one of those that the server handles, and that MX points to the right server.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::SecurityError,
        name: "securityerror",
        headline: "The login or a permission failed.",
        party: Party::Sender,
        lasts: None,
        stage: Stage::OurServer,
        agent: "Check the username and password (an app password, where two-step sign-in is on), a lockout, and the login lines of the same time.",
        sources: &[SISIMAI, "RFC 4954"],
    },
    Facts {
        reason: Reason::FailedStartTls,
        name: "failedstarttls",
        headline: "An encrypted connection could not be set up.",
        party: Party::TheirServer,
        lasts: None,
        stage: Stage::TheirServer,
        agent: "Check the certificate's dates and name, the TLS versions and keys of both sides, and MTA-STS or DANE of the domain. Where the other server is at fault, tell its administrator; until then it can be exempted from encryption (Postfix: smtp_tls_policy_maps with may or none; Sendmail: its name behind Try_TLS: in access, with NO).",
        sources: &[SISIMAI, "RFC 3207", "RFC 8689"],
    },
    Facts {
        reason: Reason::Speeding,
        name: "speeding",
        headline: "Too many messages were sent in a short time.",
        party: Party::Sender,
        lasts: TEMPORARY,
        stage: Stage::TheirServer,
        agent: "See who sends so much: a stolen password or a website's script, or mail that is wanted. Stop it or spread the load; wait until the limit allows more, or raise our own limit.",
        sources: &[SISIMAI, "RFC 7293"],
    },
    Facts {
        reason: Reason::Greylisted,
        name: "greylisted",
        headline: "Greylisted: the receiver defers mail from senders it does not know yet.",
        party: Party::Nobody,
        lasts: TEMPORARY,
        stage: Stage::TheirServer,
        agent: "Wait for the next attempts. Look closer only if it's still deferred after some hours.",
        sources: &["ZoneMTA's bounce category greylist", "RFC 6647"],
    },
    Facts {
        reason: Reason::TooManyConn,
        name: "toomanyconn",
        headline: "Too many connections or recipients at once.",
        party: Party::OurServer,
        lasts: TEMPORARY,
        stage: Stage::TheirServer,
        agent: "Lower the number of connections to that server, or the number of recipients per message.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::NetworkError,
        name: "networkerror",
        headline: "The connection failed.",
        party: Party::TheirServer,
        lasts: TEMPORARY,
        stage: Stage::TheirServer,
        agent: "Test port 25 of the receiving server from {?{either}the server that sends}{?{theirs}ours}{?{ours}ours}. If no network can reach it, their server is down, or a firewall refuses; if others can, check the sending side's firewall and provider. Check the MX record.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::Loop,
        name: "loop",
        headline: "The message is in a mail loop.",
        party: Party::OurServer,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Follow the forwards and aliases of the address until they lead back, and remove one. If MX names our server but the domain isn't set up here, add the domain to those that this server handles, or correct MX.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::Expired,
        name: "expired",
        headline: "The server kept trying until its time limit, then gave up.",
        party: Party::TheirServer,
        lasts: PERMANENT,
        stage: Stage::Queue,
        agent: "Find the cause in the earlier attempts of the same message.",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::SystemError,
        name: "systemerror",
        headline: "The mail server reported an internal error.",
        party: Party::TheirServer,
        lasts: TEMPORARY,
        stage: Stage::TheirServer,
        agent: "{?{either}If the server is ours, look in its log at that time for a configuration, disk, database or permission error. If not, their postmaster must look; it's tried again or must be sent again.}{?{ours}Look in the server's log at that time for a configuration, disk, database or permission error.}{?{theirs}Their postmaster must look in their log at that time; it's tried again or must be sent again.}",
        sources: &[SISIMAI, RFC3463],
    },
    Facts {
        reason: Reason::MailerError,
        name: "mailererror",
        headline: "A program that the address delivers to failed.",
        party: Party::OurServer,
        lasts: None,
        stage: Stage::Mailbox,
        agent: "Run the program, filter or script that the address is delivered to by hand, as the mailbox's user; check its path and its permissions.",
        sources: &[SISIMAI, "sysexits(3)"],
    },
    Facts {
        reason: Reason::SyntaxError,
        name: "syntaxerror",
        headline: "The server did not accept an SMTP command or its syntax.",
        party: Party::Sender,
        lasts: PERMANENT,
        stage: Stage::TheirServer,
        agent: "Look at the HELO name, at firewalls that change SMTP, and at old or home-made clients.",
        sources: &[SISIMAI, RFC3463, "RFC 5321"],
    },
    Facts {
        reason: Reason::Suppressed,
        name: "suppressed",
        headline: "The sending service didn't try to deliver: the address is on its suppression list (an earlier bounce, a complaint or an unsubscribe).",
        party: Party::OurServer,
        lasts: PERMANENT,
        stage: Stage::OurServer,
        agent: "Look up on the sending service's suppression list why the address is there. After a bounce, check the address and remove it from the list; after a complaint or an unsubscribe, only with the recipient's consent.",
        sources: &[SISIMAI],
    },
    Facts {
        reason: Reason::Feedback,
        name: "feedback",
        headline: "The recipient reported the message as spam.",
        party: Party::Sender,
        lasts: None,
        stage: Stage::Mailbox,
        agent: "Remove the address from the mailing list, and check that the recipient had agreed to it.",
        sources: &[SISIMAI, "RFC 5965"],
    },
    Facts {
        reason: Reason::Vacation,
        name: "vacation",
        headline: "This is an automatic reply, not a failure.",
        party: Party::Nobody,
        lasts: None,
        stage: Stage::Mailbox,
        agent: "Nothing to do: say that the message was delivered.",
        sources: &[SISIMAI, "RFC 3834"],
    },
    Facts {
        reason: Reason::Undefined,
        name: "undefined",
        headline: "The text gives no reason that maillens knows.",
        party: Party::Nobody,
        lasts: None,
        stage: Stage::TheirServer,
        agent: "Read the reply and what its code means, and ask for more lines of the log.",
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
    fn texts_are_sentences() {
        for facts in &REASONS {
            for text in [facts.headline, facts.agent] {
                assert!(text.trim_end_matches('}').ends_with('.') && !text.contains("  "), "{text}");
            }
            assert!(!facts.sources.is_empty());
        }
    }
}
