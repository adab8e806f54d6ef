//! The log of qmail-smtpd and qmail-popup in s/qmail, aQmail and the SPAMCONTROL patch: one line for each recipient
//! or login that was accepted or refused.
//!
//! The verdict's words say at which part of the conversation it fell. `F:` and `T:` are missing or empty for
//! refusals at the greeting or the login. The number is tcpserver's or sslserver's for the connection.

use super::smtpd::SPF_REFUSED;
use super::{Datum, Effect, Field, Format, Pattern, Role, Shape, Word, field, line, word};
use crate::vocabulary::Level::{Permanent, Success, Temporary};
use crate::vocabulary::Party::{Nobody, Sender};
use crate::vocabulary::{Cause, Login, Party, TraceType::Connection};

/// What they write.
pub static FORMAT: Format = Format {
    id: "qmail-smtpd-log",
    title: "the log of s/qmail's incoming SMTP program",
    found_in: &[
        "/var/log/qmail-smtpd/current",
        "/var/log/qmail-smtpsd/current",
        "/var/log/qmail-pop3d/current",
    ],
    sources: &["s/qmail 4 qmail-smtpd.c, smtpdlog.c, qmail-popup.c", "aQmail smtpdlog.c"],
    realm: "qmail",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field(
        "pid",
        Role::Pid,
        "The number of the process that serves this connection; tcpserver's lines have the same one.",
    ),
    field("proto", Role::State, "The language that was spoken.").values(PROTOCOLS),
    field("client", Role::Client, "The address of the client: whoever made the connection."),
    field("name", Role::Host, "The client's name by reverse DNS, the lookup of a name for an address.")
        .shape(Shape::Text),
    field("helo", Role::Host, "The name that the client introduced itself with.")
        .datum(Datum::Greeting)
        .shape(Shape::Hostile),
    field("sender", Role::Sender, "The envelope sender: notices about failed delivery go to this address."),
    field("recipient", Role::Recipient, "The recipient that the client named.").shape(Shape::Hostile),
    field("user", Role::User, "The name that the client logged in with."),
    field("info", Role::Text, "What decided: the entry of a list, or what was found.").shape(Shape::Hostile),
    field("why", Role::Keyword, "What decided.").shape(Shape::Word),
];

const PROTOCOLS: &[Word] = &[
    word("SMTP", "SMTP, in the old way."),
    word("ESMTP", "SMTP."),
    word("ESMTPS", "SMTP over an encrypted connection."),
    word("ESMTPA", "SMTP with a login."),
    word("ESMTPSA", "SMTP with a login, over an encrypted connection."),
];

const WORDS: &[Word] = &[
    word("P:", "What follows is the language that was spoken."),
    word("S:", "What follows is the client's address, then its name by reverse DNS."),
    word("H:", "What follows is the name that the client introduced itself with."),
    word("F:", "What follows is the envelope sender."),
    word("T:", "What follows is the recipient."),
];

/// A verdict on a recipient: its words, and the words that are one of several.
macro_rules! verdict {
    ($id:literal, $verdict:literal, $says:literal) => {
        line(
            $id,
            concat!(
                "qmail-smtpd: pid {pid} ",
                $verdict,
                " P:{?{proto}} S:{client}:{?{name}} H:{?{helo}} F:{?{sender}} T:{?{recipient}}{? ?~{? }'{user}'}{? '{info}'}"
            ),
        )
        .says($says)
        .effect(Effect::Part(Connection))
    };
}

/// A verdict on the client, before any recipient.
macro_rules! at_first {
    ($id:literal, $verdict:literal, $says:literal) => {
        line(
            $id,
            concat!("qmail-smtpd: pid {pid} ", $verdict, " P:{?{proto}} S:{client}:{?{name}} H:{?{helo}}"),
        )
        .says($says)
        .effect(Effect::Part(Connection))
        .level(Permanent)
    };
}

/// What stands behind the verdict in samples.
macro_rules! sample {
    ($verdict:literal, $more:literal) => {
        concat!(
            "qmail-smtpd: pid 51422 ",
            $verdict,
            " P:ESMTP S:192.0.2.66:mail.other.example H:mail.other.example F:win@prizes.example T:ben@hostfarm.example",
            $more
        )
    };
}

/// What helps where the settings of this server refuse.
const LISTED: &[(&str, &str)] = &[(
    "If the mail was wanted, take the entry out of the list that the line's verdict names, then build its table again:",
    "ls -l /var/qmail/control/bad* /var/qmail/control/*.cdb",
)];

const PATTERNS: &[Pattern] = &[
    verdict!("accepted", "Accept::RCPT::{why}", "The recipient {recipient} of a message from {sender} was accepted.")
        .level(Success)
        .samples(&[sample!("Accept::RCPT::Rcpthosts_Rcptto", ""), sample!("Accept::RCPT::Recipients_Cdb", "")]),
    verdict!("accepted-from-ours", "Accept::{?SNDR::Relay_Client}{?ORIG::Local_Sender}", "The client is trusted or logged in, so it may send to {recipient}.")
        .level(Success)
        .samples(&[sample!("Accept::SNDR::Relay_Client", ""), sample!("Accept::ORIG::Local_Sender", "")]),
    verdict!("logged-in", "Accept::AUTH::{why}", "The client logged in as {user}.")
        .level(Success)
        .samples(&[sample!("Accept::AUTH::login", " ?~ 'anna@shop.example'"), sample!("Accept::AUTH::plain", " ?~ 'anna@shop.example'")]),
    // The sender.
    verdict!("sender-domain-unknown", "Reject::ORIG::DNS_MF", "{recipient} was refused, because the domain of the sender {sender} is not in DNS, so no reply could ever reach it.")
        .level(Permanent)
        .facts(&[(Role::Reason, "rejected")])
        .helps(Sender, &[
            ("Check the sender's address for a typo ({sender}). If it's right, whoever runs that domain's DNS must add its MX or A record, or has let the domain expire. A device or script that made the address up needs a real one.", ""),
        ])
        .samples(&[sample!("Reject::ORIG::DNS_MF", "")]),
    verdict!("sender-listed", "Reject::ORIG::Bad_Mailfrom", "The sender {sender} is on this server's refuse list (badmailfrom).")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .helps(Sender, LISTED)
        .samples(&[sample!("Reject::ORIG::Bad_Mailfrom", " '@prizes.example'")]),
    verdict!("sender-not-ours", "Reject::ORIG::Invalid_Mailfrom", "The sender {sender} is none that this client may use: the login or the list of local senders doesn't allow it.")
        .level(Permanent)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&[sample!("Reject::ORIG::Invalid_Mailfrom", "")]),
    verdict!("spf-refused", "Reject::SPF::{?Fail}{?DNS}", "The client {client} is not one of the servers that may send mail for the domain of {sender}, by that domain's own list (its SPF record in DNS).")
        .level(Permanent)
        .facts(&[(Role::Reason, "authfailure")])
        .helps(Party::Sender, SPF_REFUSED)
        .samples(&[sample!("Reject::SPF::Fail", "")]),
    // The client.
    verdict!("greeting-refused", "Reject::SNDR::{?Bad_Helo}{?DNS_Helo}", "The client introduced itself as {helo}: that name is on this server's refuse list, or not in DNS.")
        .level(Permanent)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&[sample!("Reject::SNDR::Bad_Helo", " 'mail.other.example'"), sample!("Reject::SNDR::DNS_Helo", " '192.0.2.66'")]),
    verdict!("no-relay", "Reject::SNDR::Invalid_Relay", "This server does not relay to the domain of {recipient}, and the client did not log in.")
        .level(Permanent)
        .facts(&[(Role::Reason, "norelaying")])
        .samples(&[sample!("Reject::SNDR::Invalid_Relay", "")]),
    at_first!("log-in-first", "Reject::AUTH::missing", "The client must log in before it sends.")
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&["qmail-smtpd: pid 51422 Reject::AUTH::missing P:ESMTP S:192.0.2.7:pc.example H:pc.example"]),
    at_first!("encrypt-first", "Reject::TLS::missing", "The client must switch to encryption (STARTTLS) before it sends.")
        .facts(&[(Role::Reason, "securityerror")])
        .helps(Sender, &[("Turn encryption on in the program that sends: STARTTLS on port 587, or SSL/TLS on port 465.", "")])
        .samples(&["qmail-smtpd: pid 51422 Reject::TLS::missing P:ESMTP S:192.0.2.7:pc.example H:pc.example"]),
    line("log-in-failed", "qmail-smtpd: pid {pid} Reject::AUTH::{why} P:{?{proto}} S:{client}:{?{name}} H:{?{helo}}{? F:{?{sender}} T:{?{recipient}}} ?~{? }'{user}'")
        .says("The login as {user} was not accepted.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .effect(Effect::Part(Connection))
        .samples(&["qmail-smtpd: pid 51422 Reject::AUTH::login P:ESMTP S:192.0.2.7:pc.example H:pc.example ?~ 'anna@shop.example'"]),
    // The recipient.
    verdict!("no-mailbox", "Reject::RCPT::Failed_Rcptto", "There is no mailbox {recipient} on this server.")
        .level(Permanent)
        .facts(&[(Role::Reason, "userunknown")])
        .samples(&[sample!("Reject::RCPT::Failed_Rcptto", "")]),
    verdict!("recipient-listed", "Reject::RCPT::Bad_Rcptto", "The recipient {recipient} is on this server's refuse list (badrcptto).")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .helps(Sender, LISTED)
        .samples(&[sample!("Reject::RCPT::Bad_Rcptto", "")]),
    verdict!("too-many-recipients", "Reject::RCPT::Toomany_Rcptto", "The message has too many recipients for this server; the sender's server sends to the others later.")
        .level(Temporary)
        .helps(Nobody, &[("Nothing to do: the sending server tries the others again. A program that sends to many at once should send in smaller parts.", "")])
        .samples(&[sample!("Reject::RCPT::Toomany_Rcptto", "")]),
    // The content.
    verdict!("too-big", "Reject::DATA::Invalid_Size", "The message from {sender} was refused because it is too big for this server.")
        .level(Permanent)
        .facts(&[(Role::Reason, "mesgtoobig")])
        .samples(&[sample!("Reject::DATA::Invalid_Size", "")]),
    verdict!("virus", "Reject::DATA::Virus_Infected", "The message from {sender} was refused because of a virus.")
        .level(Permanent)
        .facts(&[(Role::Reason, "virusdetected")])
        .samples(&[sample!("Reject::DATA::Virus_Infected", " 'Eicar-Test-Signature'")]),
    verdict!("spam", "Reject::DATA::Spam_Message", "The message from {sender} was refused as spam.")
        .level(Permanent)
        .facts(&[(Role::Reason, "spamdetected")])
        .samples(&[sample!("Reject::DATA::Spam_Message", "")]),
    verdict!("content-refused", "Reject::DATA::{?Bad_MIME}{?MIME_Attach}{?Bad_Loader}", "The message from {sender} was refused because of an attachment of a forbidden type.")
        .level(Permanent)
        .facts(&[(Role::Reason, "contenterror")])
        .samples(&[sample!("Reject::DATA::MIME_Attach", " 'TVqQAAMAA'"), sample!("Reject::DATA::Bad_MIME", ""), sample!("Reject::DATA::Bad_Loader", "")]),
    // POP3.
    line("pop3-logged-in", "qmail-popup: pid {pid} Accept::AUTH::{why} P:{?{proto}} S:{client}:{?{name}} ?~{? }'{user}'")
        .says("{user} logged in by POP3.")
        .level(Success)
        .effect(Effect::Left(Login::Ok))
        .samples(&["qmail-popup: pid 51422 Accept::AUTH::User P:POP3 S:192.0.2.7:pc.example ?~ 'anna@shop.example'"]),
    line("pop3-refused", "qmail-popup: pid {pid} Reject::AUTH::{why} P:{?{proto}} S:{client}:{?{name}} ?~{? }'{user}'")
        .says("The POP3 login as {user} was not accepted.")
        .level(Permanent)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Either)
        .samples(&["qmail-popup: pid 51422 Reject::AUTH::User P:POP3 S:192.0.2.7:pc.example ?~ 'anna@shop.example'"]),
];
