//! chkuser: a patch of qmail-smtpd that checks senders and recipients while the client is still there.
//!
//! Two shapes are in use: version 2.0.9 divides what it knows by `:` alone, later ones name each part.
//! Any part can be empty. `auth` and what follows it are empty when the client did not log in.

use super::{Datum, Effect, Field, Format, Pattern, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Permanent, Success, Temporary};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Connection;

/// What chkuser writes to the log of qmail-smtpd, and answers.
pub static FORMAT: Format = Format {
    id: "chkuser",
    title: "the check of senders and recipients in qmail's incoming SMTP program",
    found_in: &["/var/log/smtp/current", "/var/log/submission/current"],
    sources: &["qmailtoaster 1.3.2 chkuser.c 2.0.9", "sagredo qmail chkuser.c", "chkuser_settings.h"],
    realm: "qmail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("sender", Role::Sender, "The envelope sender: notices about failed delivery go to this address."),
    field("user", Role::User, "Who logged in; empty when nobody did.").shape(Shape::Text),
    field("identify", Role::Text, "A mark that the operator can set for this port."),
    field("helo", Role::Host, "The name that the client introduced itself with.").datum(Datum::Greeting).shape(Shape::Text),
    field(
        "client_name",
        Role::Host,
        "The client's name by reverse DNS, the lookup of a name for an address. Empty or unknown when there is none.",
    )
    .datum(Datum::ClientName)
    .shape(Shape::Text),
    field("client", Role::Client, "The address of the client: whoever made the connection."),
    field(
        "recipient",
        Role::Recipient,
        "The recipient that the client named; empty in a check of the sender.",
    )
    .shape(Shape::Hostile),
    field("code", Role::Code, "The reply code that the client got."),
    field(
        "status",
        Role::Status,
        "The enhanced status code: a finer reason than the reply code. 4 in front means not now, 5 means no.",
    ),
];

/// A decision: its name, the title and the reason that the line has.
macro_rules! decision {
    ($id:literal, $title:literal, $reason:literal) => {
        line(
            $id,
            concat!(
                "CHKUSER ",
                $title,
                ": from <{sender}{?|remoteinfo/auth}:{user}{?|chkuser-identify}:{identify}> ",
                "remote <{?helo:}{helo}{?|remotehostname}:{client_name}{?|remotehostip}:{client}> ",
                "rcpt <{recipient}> : ",
                $reason
            ),
        )
        .effect(Effect::Part(Connection))
    };
}

const PATTERNS: &[Pattern] = &[
    decision!("recipient-exists", "accepted rcpt", "found existing recipient")
        .says("The mailbox {recipient} exists, so the recipient was accepted.")
        .level(Success)
        .samples(&[
            "CHKUSER accepted rcpt: from <anna@shop.example::> remote <web03.shop.example:web03.hostfarm.example:192.0.2.4> rcpt <ben@hostfarm.example> : found existing recipient",
            "CHKUSER accepted rcpt: from <anna@shop.example:anna@shop.example:> remote <[192.0.2.7]:unknown:2001:db8::7> rcpt <ben@hostfarm.example> : found existing recipient",
            "CHKUSER accepted rcpt: from <anna@shop.example|remoteinfo/auth:|chkuser-identify:> remote <helo:web03.shop.example|remotehostname:|remotehostip:2001:db8::4> rcpt <ben@hostfarm.example> : found existing recipient",
        ]),
    decision!("any-recipient", "accepted any rcpt", "accepted any recipient for any rcpt domain")
        .says("The check of recipients is off, so {recipient} was accepted.")
        .level(Success)
        .samples(&["CHKUSER accepted any rcpt: from <anna@shop.example::> remote <web03.shop.example:unknown:192.0.2.4> rcpt <ben@hostfarm.example> : accepted any recipient for any rcpt domain"]),
    decision!("any-recipient-of-domain", "accepted any rcpt", "accepted any recipient for this domain")
        .says("The domain accepts email for any name, so {recipient} was accepted.")
        .level(Success)
        .samples(&["CHKUSER accepted any rcpt: from <anna@shop.example::> remote <web03.shop.example:unknown:192.0.2.4> rcpt <ben@hostfarm.example> : accepted any recipient for this domain"]),
    decision!("relayed", "relaying rcpt", "client allowed to relay")
        .says("The client is logged in or trusted, so it may send to {recipient} on another server.")
        .level(Success)
        .sign(Sign::MayRelay)
        .samples(&["CHKUSER relaying rcpt: from <anna@shop.example:anna@shop.example:> remote <laptop:dsl-7.isp.example:192.0.2.7> rcpt <ben@far.example> : client allowed to relay"]),
    decision!("relay-refused", "rejected relaying", "client not allowed to relay")
        .says("The client wanted to send to {recipient} on another server without a login, and was refused.")
        .level(Permanent)
        .facts(&[(Role::Reason, "norelaying")])
        .samples(&["CHKUSER rejected relaying: from <win@prizes.example::> remote <mail.prizes.example:unknown:192.0.2.66> rcpt <ben@far.example> : client not allowed to relay"]),
    decision!("no-mailbox", "rejected rcpt", "not existing recipient")
        .says("There is no mailbox {recipient} on this server.")
        .level(Permanent)
        .facts(&[(Role::Reason, "userunknown")])
        .samples(&["CHKUSER rejected rcpt: from <anna@shop.example::> remote <web03.shop.example:unknown:192.0.2.4> rcpt <nobody@hostfarm.example> : not existing recipient"]),
    decision!("too-many-recipients", "rejected rcpt", "max number of recipients")
        .says("The client named too many recipients in one connection.")
        .level(Permanent)
        .facts(&[(Role::Reason, "toomanyconn")])
        .samples(&["CHKUSER rejected rcpt: from <anna@shop.example::> remote <web03.shop.example:unknown:192.0.2.4> rcpt <ben@hostfarm.example> : max number of recipients"]),
    decision!("too-many-wrong-recipients", "rejected rcpt", "max number of invalid recipients")
        .says("The client named too many recipients that do not exist: it looks like guessing of addresses.")
        .level(Permanent)
        .facts(&[(Role::Reason, "toomanyconn")])
        .samples(&["CHKUSER rejected rcpt: from <win@prizes.example::> remote <mail.prizes.example:unknown:192.0.2.66> rcpt <bob@hostfarm.example> : max number of invalid recipients"]),
    decision!("recipient-malformed", "rejected rcpt", "invalid rcpt address format")
        .says("The recipient's address {recipient} is malformed.")
        .level(Permanent)
        .facts(&[(Role::Reason, "syntaxerror")])
        .samples(&["CHKUSER rejected rcpt: from <anna@shop.example::> remote <web03.shop.example:unknown:192.0.2.4> rcpt <ben@@hostfarm.example> : invalid rcpt address format"]),
    decision!("recipient-domain-without-server", "rejected rcpt", "invalid rcpt MX domain")
        .says("The domain name system (DNS) names no mail server for the domain of {recipient}.")
        .level(Permanent)
        .facts(&[(Role::Reason, "hostunknown")])
        .samples(&["CHKUSER rejected rcpt: from <anna@shop.example:anna@shop.example:> remote <laptop:unknown:192.0.2.7> rcpt <ben@no-mail.example> : invalid rcpt MX domain"]),
    decision!("recipient-dns-failed", "rejected rcpt", "temporary DNS problem")
        .says("The domain name system (DNS) gave no answer for the domain of {recipient}, so the client should try again.")
        .level(Temporary)
        .facts(&[(Role::Reason, "hostunknown")])
        .samples(&["CHKUSER rejected rcpt: from <anna@shop.example:anna@shop.example:> remote <laptop:unknown:192.0.2.7> rcpt <ben@far.example> : temporary DNS problem"]),
    decision!("mailbox-full", "mbx overquota", "rcpt mailbox is overquota")
        .says("The mailbox {recipient} is full.")
        .level(Permanent)
        .facts(&[(Role::Reason, "mailboxfull")])
        .samples(&["CHKUSER mbx overquota: from <anna@shop.example::> remote <web03.shop.example:unknown:192.0.2.4> rcpt <full@hostfarm.example> : rcpt mailbox is overquota"]),
    decision!("users-not-reached", "no auth resource", "no auth resource available")
        .says("The database with the mailboxes could not be asked, so the client should try again.")
        .level(Temporary)
        .facts(&[(Role::Reason, "systemerror")])
        .helps(Party::OurServer, &[(
            "See whether the database with the mailboxes runs, and start it; vpopmail's settings for it must be readable to the user of qmail-smtpd:",
            "systemctl status mariadb mysql; ls -l /home/vpopmail/etc",
        )])
        .samples(&["CHKUSER no auth resource: from <anna@shop.example::> remote <web03.shop.example:unknown:192.0.2.4> rcpt <ben@hostfarm.example> : no auth resource available"]),
    decision!("log-in-first", "must auth", "sender not authenticated/authorized")
        .says("The client must log in before it sends.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&["CHKUSER must auth: from <anna@shop.example::> remote <laptop:unknown:192.0.2.7> rcpt <ben@hostfarm.example> : sender not authenticated/authorized"]),
    decision!("abuse-ignored", "rejected intrusion", "rcpt ignored, session over intrusion threshold")
        .says("The connection was marked as abuse before, so this recipient was ignored.")
        .level(Permanent)
        .facts(&[(Role::Reason, "toomanyconn")])
        .samples(&["CHKUSER rejected intrusion: from <win@prizes.example::> remote <mail.prizes.example:unknown:192.0.2.66> rcpt <bob@hostfarm.example> : rcpt ignored, session over intrusion threshold"]),
    decision!("abuse-by-recipients", "intrusion threshold", "max number of allowed rcpt")
        .says("The connection passed the limit for recipients and is marked as abuse.")
        .level(Permanent)
        .facts(&[(Role::Reason, "toomanyconn")])
        .samples(&["CHKUSER intrusion threshold: from <win@prizes.example::> remote <mail.prizes.example:unknown:192.0.2.66> rcpt <bob@hostfarm.example> : max number of allowed rcpt"]),
    decision!("abuse-by-wrong-recipients", "intrusion threshold", "max number of allowed invalid rcpt")
        .says("The connection passed the limit for recipients that do not exist and is marked as abuse.")
        .level(Permanent)
        .facts(&[(Role::Reason, "toomanyconn")])
        .samples(&["CHKUSER intrusion threshold: from <win@prizes.example::> remote <mail.prizes.example:unknown:192.0.2.66> rcpt <bob@hostfarm.example> : max number of allowed invalid rcpt"]),
    decision!("sender-accepted", "accepted sender", "sender accepted")
        .says("The sender's address {sender} looks fine.")
        .level(Success)
        .samples(&["CHKUSER accepted sender: from <anna@shop.example::> remote <web03.shop.example:web03.hostfarm.example:192.0.2.4> rcpt <> : sender accepted"]),
    decision!("notice-accepted", "accepted sender", "accepted null sender always")
        .says("The message has no sender: it is a notice about failed delivery, which is always let in.")
        .samples(&["CHKUSER accepted sender: from <::> remote <mail.far.example:mail.far.example:192.0.2.9> rcpt <> : accepted null sender always"]),
    decision!("any-sender", "accepted sender", "accepted any sender always")
        .says("The check of senders is off, so {sender} was accepted.")
        .samples(&["CHKUSER accepted sender: from <anna@shop.example::> remote <web03.shop.example:unknown:192.0.2.4> rcpt <> : accepted any sender always"]),
    decision!("double-notice-accepted", "accepted doublebounce", "accepted qmail doublebounce #@[]")
        .says("The message is a notice about a notice that failed, and was let in.")
        .samples(&["CHKUSER accepted doublebounce: from <#@[]::> remote <mx.hostfarm.example:unknown:192.0.2.25> rcpt <> : accepted qmail doublebounce #@[]"]),
    decision!("sender-malformed", "rejected sender", "invalid sender address format")
        .says("The sender's address {sender} is malformed.")
        .level(Permanent)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&["CHKUSER rejected sender: from <anna@@shop.example::> remote <web03.shop.example:unknown:192.0.2.4> rcpt <> : invalid sender address format"]),
    decision!("sender-domain-without-server", "rejected sender", "invalid sender MX domain")
        .says("The domain name system (DNS) names no mail server for the domain of {sender}, so answers could never reach it.")
        .level(Permanent)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&["CHKUSER rejected sender: from <anna@no-mail.example::> remote <web03.shop.example:unknown:192.0.2.4> rcpt <> : invalid sender MX domain"]),
    decision!("sender-dns-failed", "rejected sender", "temporary DNS problem")
        .says("The domain name system (DNS) gave no answer for the domain of {sender}, so the client should try again.")
        .level(Temporary)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&["CHKUSER rejected sender: from <anna@far.example::> remote <web03.shop.example:unknown:192.0.2.4> rcpt <> : temporary DNS problem"]),
    line("answer-no-mailbox", "{code} {status} sorry, no mailbox here by that name (chkuser)")
        .says("Reply to a client: the recipient does not exist here.")
        .level(Permanent)
        .facts(&[(Role::Reason, "userunknown")])
        .samples(&["550 5.1.1 sorry, no mailbox here by that name (chkuser)", "511 5.1.1 sorry, no mailbox here by that name (chkuser)"]),
    line("answer-users-not-reached", "{code} {status} system temporary unavailable, try again later (chkuser)")
        .says("Reply to a client: the database with the mailboxes could not be asked.")
        .level(Temporary)
        .facts(&[(Role::Reason, "systemerror")])
        .samples(&["451 4.3.0 system temporary unavailable, try again later (chkuser)"]),
    line("answer-mailbox-full", "{code} {status} sorry, recipient mailbox is full (chkuser)")
        .says("Reply to a client: the recipient's mailbox is full.")
        .level(Permanent)
        .facts(&[(Role::Reason, "mailboxfull")])
        .samples(&["552 5.2.2 sorry, recipient mailbox is full (chkuser)"]),
    line("answer-too-many-recipients", "{code} {status} sorry, reached maximum number of recipients allowed in one session (chkuser)")
        .says("Reply to a client: it named too many recipients in one connection.")
        .level(Permanent)
        .facts(&[(Role::Reason, "toomanyconn")])
        .samples(&["550 5.5.3 sorry, reached maximum number of recipients allowed in one session (chkuser)"]),
    line("answer-abuse", "{code} {status} sorry, you are violating our security policies (chkuser)")
        .says("Reply to a client: the connection is marked as abuse.")
        .level(Permanent)
        .samples(&["550 5.7.1 sorry, you are violating our security policies (chkuser)"]),
    line("answer-domain-missing", "{code} {status} sorry, you must specify a domain (chkuser)")
        .says("Reply to a client: the recipient's address has no domain.")
        .level(Permanent)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&["550 5.1.2 sorry, you must specify a domain (chkuser)"]),
    line("answer-malformed", "{code} {status} sorry, mailbox syntax not allowed (chkuser)")
        .says("Reply to a client: the address is malformed.")
        .level(Permanent)
        .facts(&[(Role::Reason, "syntaxerror")])
        .samples(&[
            "553 5.1.3 sorry, mailbox syntax not allowed (chkuser)",
            "553 5.1.7 sorry, mailbox syntax not allowed (chkuser)",
        ]),
    line("answer-recipient-domain-without-server", "{code} {status} sorry, can't find a valid MX for rcpt domain (chkuser)")
        .says("Reply to a client: the recipient's domain has no mail server.")
        .level(Permanent)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&["550 5.1.2 sorry, can't find a valid MX for rcpt domain (chkuser)"]),
    line("answer-sender-domain-without-server", "{code} {status} sorry, can't find a valid MX for sender domain (chkuser)")
        .says("Reply to a client: the sender's domain has no mail server, so answers could never reach it.")
        .level(Permanent)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&["550 5.1.8 sorry, can't find a valid MX for sender domain (chkuser)"]),
    line("answer-dns-failed", "{code} {status} DNS temporary failure (chkuser)")
        .says("Reply to a client: the domain name system (DNS) gave no answer.")
        .level(Temporary)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&["451 4.4.0 DNS temporary failure (chkuser)"]),
    line("answer-no-relay", "{code} {status} sorry, that domain isn't in my list of allowed rcpthosts (chkuser)")
        .says("Reply to a client: this server does not accept mail for that domain, and the client has not logged in.")
        .level(Permanent)
        .facts(&[(Role::Reason, "norelaying")])
        .samples(&["553 5.7.1 sorry, that domain isn't in my list of allowed rcpthosts (chkuser)"]),
    line("answer-log-in-first", "{code} {status} Authentication required (chkuser)")
        .says("Reply to a client: it must log in first.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&["530 5.7.0 Authentication required (chkuser)"]),
];
