//! Advice where our own server refuses something: mail from outside, what an email app wants to send, or a delivery
//! into one of its mailboxes: for each reason, the steps for the engineer.

use super::refusal::Refusal;
use crate::vocabulary::Reason;

/// What is said of a reason for which our server refused something. In the steps `{client}`, `{to}`,
/// `{to-domain}`, `{from-domain}`, `{author-domain}` (which a check names) and `{domains}` (the command that shows the domains of the server) stand for values;
/// a command that lacks one of them is left out.
#[derive(Debug)]
pub struct Arriving {
    /// Why.
    pub reason: Reason,
    /// What exactly was refused, where the steps are about that alone.
    pub refusal: Option<Refusal>,
    /// In one sentence.
    pub why: &'static str,
    /// What the engineer does, the fix first, each with a command or with none.
    pub steps: &'static [(&'static str, &'static str)],
}

/// What is said of a reason, first of what exactly was refused; `None` where the reason itself says all.
pub fn arriving(reason: Reason, refusal: Option<Refusal>) -> Option<&'static Arriving> {
    let of = |refusal| ARRIVING.iter().find(|row| row.reason == reason && row.refusal == refusal);
    of(refusal).or_else(|| of(None))
}

/// True for an answer of a block list that has the lines of people: Spamhaus's PBL, which answers 127.0.0.10 or .11.
pub fn is_of_lines(text: &str) -> bool {
    ["127.0.0.10", "127.0.0.11", "pbl"].iter().any(|of| text.contains(of))
}

const ARRIVING: &[Arriving] = &[
    Arriving {
        reason: Reason::SystemError,
        refusal: Some(Refusal::ListUnanswered),
        why: "The block list that was asked didn't answer this server's resolver, which is taken for a listing.",
        steps: &[
            (
                "The block list refuses to answer this server's DNS resolver, and the check takes that for a listing: every server that the list is asked about is refused like this. Let this server ask DNS through a resolver of its own (unbound or named on 127.0.0.1), not a public one; with many queries, the list wants a key (Spamhaus: DQS).",
                "cat /etc/resolv.conf",
            ),
            (
                "Count only real listings: name the answers that count (127.0.0.2 to 127.0.0.11) beside the list; 127.255.255.* is an error. Until that is done, take the list out of the checks.",
                "",
            ),
        ],
    },
    Arriving {
        reason: Reason::UserUnknown,
        refusal: None,
        why: "There is no such mailbox here.",
        steps: &[(
            "Check the spelling of {to}. If it should exist here, create the mailbox or the alias.",
            "",
        )],
    },
    Arriving {
        reason: Reason::MailboxFull,
        refusal: None,
        why: "The mailbox is full.",
        steps: &[("Raise the quota of {to}, or have its owner delete mail and empty the trash.", "")],
    },
    Arriving {
        reason: Reason::Suspend,
        refusal: None,
        why: "The mailbox is disabled.",
        steps: &[(
            "See why the mailbox {to} is disabled (billing, abuse, long unused); enable it if that's settled.",
            "",
        )],
    },
    Arriving {
        reason: Reason::Rejected,
        refusal: None,
        why: "The sender's address, domain or name isn't accepted.",
        steps: &[
            (
                "If a user of this server sent it: have them log in to send (SMTP authentication, port 587 or 465), with an address that belongs to their login.",
                "",
            ),
            (
                "If another server sent it: the sender's domain and the name it greets with (HELO) must exist in DNS. To see the domain's records:",
                "dig +short MX {from-domain}; dig +short A {from-domain}",
            ),
        ],
    },
    Arriving {
        reason: Reason::Blocked,
        refusal: None,
        why: "The client or the sender is on a block list.",
        steps: &[
            (
                "If a user of this server sent it: have them log in to send (port 587 or 465), where block lists aren't asked.",
                "",
            ),
            (
                "If another server sent it: its owner must have {client} delisted. To let it in all the same, put it on this server's allowlist. What it is called:",
                "dig +short -x {client}",
            ),
        ],
    },
    Arriving {
        reason: Reason::BadReputation,
        refusal: None,
        why: "The client has a poor reputation.",
        steps: &[(
            "Its owner must repair the reputation of {client}; to let it in all the same, put it on this server's allowlist.",
            "",
        )],
    },
    Arriving {
        reason: Reason::RequirePtr,
        refusal: None,
        why: "The client's address has no reverse DNS name that resolves back to it.",
        steps: &[
            (
                "The owner of {client} must set a reverse DNS name (PTR) that resolves back to the address. To see it:",
                "dig +short -x {client}",
            ),
            (
                "To let this sender in all the same, put its address on the allowlist of this check; a user of this server should log in to send (port 587 or 465).",
                "",
            ),
        ],
    },
    Arriving {
        reason: Reason::AuthFailure,
        refusal: Some(Refusal::Spf),
        why: "SPF: the sender's domain doesn't allow the sending address to send its mail.",
        steps: &[
            (
                "The owner of {from-domain} must add {client} to the SPF record, or send through a server that it names. The record:",
                "dig +short TXT {from-domain} | grep spf",
            ),
            ("If that address is a gateway or forward of yours, exempt it from the check.", ""),
        ],
    },
    Arriving {
        reason: Reason::UserUnknown,
        refusal: Some(Refusal::AddressMalformed),
        why: "What was given as the recipient isn't written as one email address can be.",
        steps: &[(
            "Whoever sends corrects it: a single address with one @ and a domain behind it, without blanks, semicolons or a dot at the end. A program passes several recipients one by one, as a list.",
            "",
        )],
    },
    Arriving {
        reason: Reason::AuthFailure,
        refusal: Some(Refusal::SpfBroken),
        why: "SPF: the record of the sender's domain has a mistake, so it says nothing of any server.",
        steps: &[
            (
                "The owner of {from-domain} must correct its SPF record: only one record, at most 10 DNS lookups, no unknown word. The record:",
                "dig +short TXT {from-domain} | grep spf",
            ),
            (
                "To take such mail meanwhile, have the check let a broken record pass (in policyd-spf, PermError_reject = False).",
                "",
            ),
        ],
    },
    Arriving {
        reason: Reason::AuthFailure,
        refusal: Some(Refusal::Dkim),
        why: "DKIM: the signature of the sender's domain is missing or couldn't be confirmed.",
        steps: &[
            (
                "The owner of the domain that signed must see whether its key is published under the selector in the signature (s=), and whether something changes the message after it's signed.",
                "",
            ),
            (
                "If a gateway, filter or list of yours changes the message before the check, check before it.",
                "",
            ),
        ],
    },
    Arriving {
        reason: Reason::AuthFailure,
        refusal: Some(Refusal::Dmarc),
        why: "DMARC: neither SPF nor DKIM passed for the domain in the From line.",
        steps: &[
            (
                "The owner of {author-domain} must have the service that sends sign with DKIM as {author-domain}, or use an envelope sender of that domain that its SPF record allows. What the domain asks for:",
                "dig +short TXT _dmarc.{author-domain}",
            ),
            (
                "If the mail came through a gateway or forward of yours, exempt that from the check. If nobody there knows of it, it's probably forged.",
                "",
            ),
        ],
    },
    Arriving {
        reason: Reason::AuthFailure,
        refusal: None,
        why: "A check of where the mail comes from (SPF, DKIM, DMARC) failed.",
        steps: &[
            (
                "To see which servers can send for {from-domain} (SPF), and what it asks for when the check fails (DMARC):",
                "dig +short TXT {from-domain}; dig +short TXT _dmarc.{from-domain}",
            ),
            (
                "The owner of {from-domain} must correct the SPF record, the DKIM key or the DMARC policy. If the mail came through a gateway or forward of yours, exempt that from the check.",
                "",
            ),
        ],
    },
    Arriving {
        reason: Reason::VirusDetected,
        refusal: None,
        why: "The scanner found a virus.",
        steps: &[
            (
                "Look at the file's name and the finding in the scanner's log and quarantine; release the message only if the file is known to be harmless.",
                "",
            ),
            ("Have the sender scan the device, and share the file another way, with a link for example.", ""),
        ],
    },
    Arriving {
        reason: Reason::SpamDetected,
        refusal: None,
        why: "The filter takes it for spam.",
        steps: &[(
            "See in the filter's log which rules and what score it got; if it's a false alarm, release it from the quarantine and put the sender on the allowlist.",
            "",
        )],
    },
    Arriving {
        reason: Reason::ContentError,
        refusal: None,
        why: "A filter doesn't accept the content.",
        steps: &[(
            "See which part of the message the filter names (an attachment's type, a link); have the sender share the file another way, with a link for example.",
            "",
        )],
    },
    Arriving {
        reason: Reason::PolicyViolation,
        refusal: None,
        why: "A rule of this server forbids it.",
        steps: &[(
            "See in the filter's log which rule refused it. If a user of this server sent it, have them log in to send (port 587 or 465).",
            "",
        )],
    },
    Arriving {
        reason: Reason::Filtered,
        refusal: None,
        why: "A rule of this server or of the mailbox forbids it.",
        steps: &[(
            "See which rule of this server or mailbox refused it, and change the rule if mail from this sender is wanted.",
            "",
        )],
    },
    Arriving {
        reason: Reason::NotCompliantRfc,
        refusal: None,
        why: "The client breaks a rule of SMTP, for example with the name that it gives itself.",
        steps: &[
            (
                "If it's a device or program of a user (scanner, printer, script): have it log in to send (SMTP authentication, port 587 or 465), or give it a whole host name, such as host.domain.",
                "",
            ),
            (
                "If another server sent it: its owner must correct the name it greets with (HELO), which must be a full host name that exists in DNS.",
                "",
            ),
        ],
    },
    Arriving {
        reason: Reason::SyntaxError,
        refusal: None,
        why: "The client breaks the rules of SMTP.",
        steps: &[
            (
                "If it's a device or program of a user (scanner, printer, script): have it log in to send (SMTP authentication, port 587 or 465), and give it a whole host name, such as host.domain.",
                "",
            ),
            (
                "See what the client sent: an old or home-made program, or one that isn't a mail client. A user's program should be updated.",
                "",
            ),
        ],
    },
    Arriving {
        reason: Reason::MesgTooBig,
        refusal: None,
        why: "The message is larger than this server accepts.",
        steps: &[(
            "Compare the size with this server's limit; base64 adds about a third. Have the sender share the file with a link, or raise the limit.",
            "",
        )],
    },
    Arriving {
        reason: Reason::ExceedLimit,
        refusal: None,
        why: "The message is larger than the mailbox accepts.",
        steps: &[(
            "Compare the size with the mailbox's limit; have the sender share the file with a link, or raise the limit.",
            "",
        )],
    },
    Arriving {
        reason: Reason::SecurityError,
        refusal: None,
        why: "The login failed, or the client didn't log in.",
        steps: &[
            (
                "Have the user check the username (usually the whole address) and the password in the email app, and turn on authentication for the outgoing (SMTP) server, port 587 or 465.",
                "",
            ),
            (
                "If one address tries many names, someone is guessing passwords: block it (fail2ban, firewall). To see what else it did:",
                "grep -rF {client} /var/log/",
            ),
        ],
    },
    Arriving {
        reason: Reason::NoRelaying,
        refusal: None,
        why: "The client didn't log in, and the recipient's domain isn't handled here.",
        steps: &[
            (
                "If a user of this server sent it: turn on authentication for the outgoing (SMTP) server in the email app: username, password, port 587 or 465.",
                "",
            ),
            (
                "If mail for {to-domain} should be accepted here: add the domain to those that this server handles. To see them:",
                "{domains}",
            ),
        ],
    },
    Arriving {
        reason: Reason::Greylisted,
        refusal: None,
        why: "It's greylisted: a mail server that tries again gets through.",
        steps: &[(
            "Nothing to do: a proper mail server tries again within minutes to hours. To let this sender through at once, put it on the greylisting allowlist.",
            "",
        )],
    },
    Arriving {
        reason: Reason::Speeding,
        refusal: None,
        why: "A limit of how much may be sent was reached.",
        steps: &[(
            "See who sends so much. If the mail is wanted, raise the limit for that account or address; if not, find the script or the stolen password, stop it and change the password.",
            "",
        )],
    },
    Arriving {
        reason: Reason::TooManyConn,
        refusal: None,
        why: "The client has too many connections open.",
        steps: &[(
            "See how many connections {client} keeps open at once; if they are wanted, raise the limit for it.",
            "",
        )],
    },
];
