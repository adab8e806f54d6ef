//! qmail-smtpd: the program that accepts email by SMTP. Plain qmail-smtpd logs nothing; these are the lines
//! of the patches that people run, and the answers that clients get, as tickets quote them.
//!
//! Patches name the process in brackets where they know it; it is tcpserver's number for the
//! connection. `qlogenvelope` is one line for each recipient, `qlogreceived` one for each message.

use super::{Datum, Effect, Field, Format, Led, Pattern, Role, Shape, Tie, Word, field, line, word};
use crate::vocabulary::Cause;
use crate::vocabulary::Level::{Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::{Login, TraceType::Connection};

const QUEUE_PROGRAM: &[(&str, &str)] = &[(
    "The program in place of qmail-queue (simscan, qmail-scanner) or the queue refused it; its own line of that second says why. Virus scanner, spam filter, disk and softlimit are the usual ones:",
    "ps axww | grep -e [c]lamd -e [s]pamd; df -h /var/qmail; grep -h -e softlimit -e QMAILQUEUE /service/*/run /etc/tcp.smtp",
)];

pub(super) const SPF_REFUSED: &[(&str, &str)] = &[(
    "The sender's domain doesn't name this address in its SPF record. Its owner must add the server, or send through one that is named:",
    "",
)];

/// What qmail-smtpd writes to its log, and answers.
pub static FORMAT: Format = Format {
    id: "qmail-smtpd",
    title: "qmail's incoming SMTP program",
    found_in: &["/var/log/smtp/current", "/var/log/submission/current"],
    sources: &[
        "notqmail 1.09 qmail-smtpd.c",
        "qmailtoaster 1.3.2 qmail-smtpd.c",
        "sagredo qmail qmail-smtpd.c",
        "the qregex, AUTH and qmail-spp patches",
    ],
    realm: "qmail",
    fields: FIELDS,
    words: WORDS,
    separators: &[" "],
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field(
        "pid",
        Role::Pid,
        "The number of the process that serves this connection; tcpserver's lines have the same one.",
    ),
    field("client", Role::Client, "The address of the client: whoever made the connection.")
        .shape(Shape::Word),
    field("helo", Role::Host, "The name that the client introduced itself with.")
        .datum(Datum::Greeting)
        .shape(Shape::Hostile),
    field("sender", Role::Sender, "The envelope sender: notices about failed delivery go to this address."),
    field("recipient", Role::Recipient, "The recipient that the client named.").shape(Shape::Hostile),
    field(
        "qp",
        Role::Queued,
        "The process number under which the message was queued. The info msg line in the log of the queue has the same number.",
    ),
    field("rule", Role::Text, "The entry of the list that fitted."),
    field("score", Role::Count, "The points that SpamAssassin gave: {}. More points mean more like spam.")
        .shape(Shape::Decimal),
    field("virus", Role::Text, "The virus that was found."),
    field("attachment", Role::Text, "The name of the attachment."),
    field("why", Role::Text, "Why the message was not accepted.").shape(Shape::Result),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
    field("query", Role::Host, "The name that the block list was asked for.").shape(Shape::Text),
    field("text", Role::Reply, "The block list's own text."),
    field("seconds", Role::Time, "The time of the answer in seconds since 1970.").shape(Shape::Number),
    field("list", Role::Text, "The block list that has the client's address."),
    field("no", Role::Code, "The reply code that the client got. 5 in front means no.")
        .shape(Shape::CodeOf(5)),
    field("not_now", Role::Code, "The reply code that the client got. 4 in front means not now.")
        .shape(Shape::CodeOf(4)),
    field("done", Role::Code, "The reply code that the client got. 2 in front means yes.")
        .shape(Shape::CodeOf(2)),
    field(
        "status",
        Role::Status,
        "The enhanced status code: a finer reason than the reply code. 4 in front means not now, 5 means no.",
    ),
    field("code", Role::Code, "The reply code that the client got."),
    field("reason", Role::State, "Why it was decided so.").values(REASONS),
    field("mailfrom", Role::Sender, "The envelope sender: notices about failed delivery go to this address.")
        .shape(Shape::Word),
    field("rcptto", Role::Recipient, "The recipient that the client named."),
    field("relay", Role::State, "Whether the client may send mail to other servers through this one."),
    field("rcpthosts", Role::State, "Whether this server accepts email for the recipient's domain."),
    field("size", Role::Bytes, "The size of the message in bytes, as the client announced it."),
    field("authuser", Role::User, "Who logged in; empty when nobody did.").shape(Shape::Word),
    field("authtype", Role::State, "The way in which the client logged in."),
    field("encrypted", Role::State, "How the connection was encrypted; empty when it was not."),
    field("sslverified", Role::State, "Whether the client's certificate was checked."),
    field("localip", Role::Ip, "The address of this server that the client connected to."),
    field("localport", Role::Port, "The port of this server that the client connected to."),
    field("remoteip", Role::Client, "The address of the client: whoever made the connection."),
    field("remoteport", Role::Port, "The port that the connection came from."),
    field("remotehost", Role::Host, "The client's name by reverse DNS, the lookup of a name for an address."),
];

const WORDS: &[Word] = &[
    word("HELO", "What follows is the name that the client introduced itself with."),
    word("MAILFROM", "What follows is the envelope sender."),
    word("RCPTTO", "What follows is the recipient."),
    word(
        "qq",
        "Short for qmail-queue, the program, or the content filter in its place, that takes the message.",
    ),
];

/// The reasons in `qlogenvelope` and `qlogreceived` lines.
const REASONS: &[Word] = &[
    word("alarmtimeout", "The client was silent too long."),
    word("out_of_memory", "This server had no memory left."),
    word("cannot_read_controls", "This server could not read its settings."),
    word("unknown_ip_me", "This server could not find out its own addresses."),
    word("max_rcpt_exceeded", "The message has too many recipients."),
    word("bad_newlines", "The client sent line ends that SMTP does not allow."),
    word("pregreet", "The client spoke before it was greeted, as spam programs do."),
    word(
        "not_in_rcpthosts",
        "This server does not accept mail for the recipient's domain, and the client did not log in.",
    ),
    word("qqtfailure", "The queue program could not be started."),
    word("authfailed", "The username or password was wrong."),
    word("authinvalid", "The login was malformed."),
    word("authrequired", "The client must log in first."),
    word("validrcptto", "The list of valid recipients decided."),
    word("brtlimit", "The client named too many recipients that do not exist."),
    word("nomailbox", "There is no mailbox of this name."),
    word("rcptcheck", "The check of recipients decided."),
    word("nullsenderdenied", "Notices about failed delivery are not taken right now."),
    word("dontrelay", "The client isn't allowed to send mail to other servers through this one."),
    word("authnotmailfrom", "The sender is not the user who logged in."),
    word("rblreject", "The client is on a block list."),
    word("rbldelay", "The client is on a block list and was asked to try again later."),
    word("chkusersender", "The check of the sender's address decided."),
    word("chkuser", "The check of the recipient's mailbox decided."),
    word("chkuserrelay", "The client may send mail to other servers."),
    word("spf", "The sender domain's list of allowed servers (SPF) decided."),
    word("qregexbhelo", "The name that the client introduced itself with is on this server's refuse list."),
    word("qregexbmf", "The sender is on this server's refuse list."),
    word("qregexbmt", "The recipient is on this server's refuse list."),
    word("empf", "The domain's rules on who may write to whom decided."),
    word("rcptto", "The recipient was accepted."),
    word("relayclient", "The client is trusted or logged in."),
    word("spp", "A plug-in accepted it."),
    word("rcpthosts", "This server accepts email for the recipient's domain."),
    word("queueaccept", "The message was put into the queue."),
    word("queuereject", "The queue program, or a content filter in its place, refused the message."),
    word(
        "queue_delay",
        "The queue program, or a content filter in its place, could not take the message this time.",
    ),
    word("message_loop", "The message has passed too many servers: it is in a mail loop."),
    word("databytes_limit_exceeded", "The message is too big for this server."),
];

/// A recipient that was refused for good, with the reason that the line names in the program's own word.
macro_rules! refused_because {
    ($id:literal, $word:literal, $reason:literal, $says:literal) => {
        line($id, concat!("qlogenvelope: result=rejected code={no} reason=", $word, "{*}"))
            .says($says)
            .level(Permanent)
            .facts(&[(Role::Reason, $reason)])
            .effect(Effect::Part(Connection))
            .samples(&[concat!("qlogenvelope: result=rejected code=553 reason=", $word, " helo=mail.other.example mailfrom=win@prizes.example rcptto=ben@far.example relay=no rcpthosts=no size= remoteip=192.0.2.66 pid=5211")])
    };
}

const PATTERNS: &[Pattern] = &[
    line("hello-refused", "qmail-smtpd{?[{pid}]}: badhelo: <{helo}>{? at {client}}{? matches pattern: {rule}}")
        .says("The client introduced itself as {helo}, which is on this server's refuse list.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .effect(Effect::Part(Connection))
        .samples(&[
            "qmail-smtpd: badhelo: <localhost> at 192.0.2.66",
            "qmail-smtpd[5210]: badhelo: <localhost> matches pattern: ^localhost$",
        ]),
    line("sender-refused", "qmail-smtpd{?[{pid}]}: badmailfrom: <{sender}>{? at {client}}{? matches pattern: {rule}}")
        .says("The sender {sender} is on this server's refuse list.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .effect(Effect::Part(Connection))
        .samples(&[
            "qmail-smtpd: badmailfrom: <win@prizes.example> at 192.0.2.66",
            "qmail-smtpd[5210]: badmailfrom: <win@prizes.example> matches pattern: @prizes\\.example$",
        ]),
    line("recipient-refused", "qmail-smtpd{?[{pid}]}: badmailto: <{recipient}>{? at {client}}{? matches pattern: {rule}}")
        .says("The recipient {recipient} is on this server's refuse list.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .effect(Effect::Part(Connection))
        .samples(&["qmail-smtpd: badmailto: <old@shop.example> at 192.0.2.66"]),
    line("recipient-refused-by-list", "qmail-smtpd{?[{pid}]}: badrcptto: <{recipient}>{? at {client}}{? matches pattern: {rule}}")
        .says("The recipient {recipient} is on this server's refuse list.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .effect(Effect::Part(Connection))
        .samples(&["qmail-smtpd: badrcptto: <old@shop.example> at 192.0.2.66"]),
    line("hung-up", "qmail-smtpd{?[{pid}]}: badrcptto: excessive rcptto violations hanging up on {client}")
        .says("The client {client} named too many refused recipients, so the connection was cut.")
        .level(Permanent)
        .helps(Party::Sender, &[("If the recipient exists, correct the list that refuses it (badrcptto or the extra check):", "cat /var/qmail/control/badrcptto")])
        .effect(Effect::Part(Connection))
        .samples(&["qmail-smtpd: badrcptto: excessive rcptto violations hanging up on 192.0.2.66"]),
    line("spf-refused", "qmail-smtpd: spf-reject: HELO({helo}) from {client}. MAILFROM:{sender}")
        .says("The client {client} is not one of the servers that may send mail for the domain of {sender}, by that domain's own list (its SPF record in DNS).")
        .level(Permanent)
        .facts(&[(Role::Reason, "authfailure")])
        .effect(Effect::Part(Connection))
        .helps(Party::Sender, SPF_REFUSED)
        .samples(&["qmail-smtpd: spf-reject: HELO(mail.other.example) from 192.0.2.66. MAILFROM:anna@shop.example"]),
    line("looping", "qmail-smtpd: looping-reject: MAILFROM:<{sender}> RCPTTO:<{recipient}>")
        .says("The message from {sender} was rejected because it has passed too many servers: it is in a mail loop.")
        .level(Permanent)
        .helps(Party::OurServer, &[("Two forwards point at each other: take one of them out:", "cat /home/vpopmail/domains/*/.qmail-* | head")])
        .samples(&["qmail-smtpd: looping-reject: MAILFROM:<anna@shop.example> RCPTTO:<ben@hostfarm.example>"]),
    line("too-big", "qmail-smtpd: oversized-reject: MAILFROM:<{sender}> RCPTTO:<{recipient}>")
        .says("The message from {sender} was refused because it is too big for this server.")
        .level(Permanent)
        .facts(&[(Role::Reason, "mesgtoobig")])
        .samples(&["qmail-smtpd: oversized-reject: MAILFROM:<anna@shop.example> RCPTTO:<ben@hostfarm.example>"]),
    line("attachment-refused", "qmail-smtpd: bad-mime-reject: MAILFROM:<{sender}> RCPTTO:<{recipient}>")
        .says("The message from {sender} was refused because of an attachment of a forbidden type.")
        .level(Permanent)
        .facts(&[(Role::Reason, "contenterror")])
        .samples(&["qmail-smtpd: bad-mime-reject: MAILFROM:<anna@shop.example> RCPTTO:<ben@hostfarm.example>"]),
    line("program-refused", "qmail-smtpd: bad-loader-reject: MAILFROM:<{sender}> RCPTTO:<{recipient}>")
        .says("The message from {sender} was refused because it holds a Windows program.")
        .level(Permanent)
        .facts(&[(Role::Reason, "contenterror")])
        .samples(&["qmail-smtpd: bad-loader-reject: MAILFROM:<anna@shop.example> RCPTTO:<ben@hostfarm.example>"]),
    // The words are simscan's own.
    line("queue-refused-as-spam", "qmail-smtpd: qq hard reject (Your email is considered spam{?  ({score} spam-hits)}{? ({score} spam-hits)}): MAILFROM:<{sender}> RCPTTO:{recipient}")
        .says("The spam filter (simscan) refused the message from {sender} to {recipient}.")
        .level(Permanent)
        .follows()
        .facts(&[(Role::Reason, "spamdetected")])
        .samples(&["qmail-smtpd: qq hard reject (Your email is considered spam (8.40 spam-hits)): MAILFROM:<win@prizes.example> RCPTTO:ben@hostfarm.example"]),
    line("queue-refused-for-virus", "qmail-smtpd: qq hard reject (Your email was rejected because it contains the {virus} virus): MAILFROM:<{sender}> RCPTTO:{recipient}")
        .says("The virus filter (simscan) refused the message from {sender} to {recipient}: it holds {virus}.")
        .level(Permanent)
        .follows()
        .facts(&[(Role::Reason, "virusdetected")])
        .samples(&["qmail-smtpd: qq hard reject (Your email was rejected because it contains the Win.Test.EICAR_HDB-1 virus): MAILFROM:<win@prizes.example> RCPTTO:ben@hostfarm.example"]),
    line("queue-refused-for-attachment", "qmail-smtpd: qq hard reject (Your email was rejected because it contains a bad attachment: {attachment}): MAILFROM:<{sender}> RCPTTO:{recipient}")
        .says("The filter (simscan) refused the message from {sender} to {recipient}: it has an attachment of a forbidden type, {attachment}.")
        .level(Permanent)
        .follows()
        .facts(&[(Role::Reason, "contenterror")])
        .samples(&["qmail-smtpd: qq hard reject (Your email was rejected because it contains a bad attachment: offer.exe): MAILFROM:<win@prizes.example> RCPTTO:ben@hostfarm.example"]),
    line("queue-refused", "qmail-smtpd: qq hard reject ({why}): MAILFROM:<{sender}> RCPTTO:{recipient}")
        .says("The queue program, or a content filter in its place, refused the message from {sender} permanently.")
        .level(Permanent)
        .helps(Party::OurServer, QUEUE_PROGRAM)
        .samples(&["qmail-smtpd: qq hard reject (mail server permanently rejected message (#5.3.0)): MAILFROM:<win@prizes.example> RCPTTO:ben@hostfarm.example"]),
    line("queue-refused-for-now", "qmail-smtpd: qq soft reject ({why}): MAILFROM:<{sender}> RCPTTO:{recipient}")
        .says("The queue program, or a content filter in its place, could not take the message from {sender} this time.")
        .level(Temporary)
        .helps(Party::OurServer, QUEUE_PROGRAM)
        .samples(&["qmail-smtpd: qq soft reject (mail server temporarily rejected message (#4.3.0)): MAILFROM:<anna@shop.example> RCPTTO:ben@hostfarm.example"]),
    line("client-gone", "qmail-smtpd: read failed{? ({detail})}: {sender} from {client} to {recipient} helo {helo}")
        .says("The client {client} closed the connection without a goodbye.")
        .effect(Effect::Part(Connection))
        .samples(&["qmail-smtpd: read failed (connection closed by the client before the quit cmd): (null) from 192.0.2.66 to (null) helo mail.other.example"]),
    line("listed", "qmail-smtpd: message rejected (qmail-dnsbl){? ({detail})}: {sender} from {client} to {recipient} helo {helo}")
        .says("The message from {sender} was refused because the client {client} is on a block list.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .effect(Effect::Part(Connection))
        .samples(&["qmail-smtpd: message rejected (qmail-dnsbl) (listed in dnsbl.example): win@prizes.example from 192.0.2.66 to ben@hostfarm.example helo mail.prizes.example"]),
    line("over-size-limit", "qmail-smtpd: exceeded datasize limit{? ({detail})}: {sender} from {client} to {recipient} helo {helo}")
        .says("The message from {sender} was refused because it is too big for this server.")
        .level(Permanent)
        .facts(&[(Role::Reason, "mesgtoobig")])
        .effect(Effect::Part(Connection))
        .samples(&["qmail-smtpd: exceeded datasize limit: anna@shop.example from 192.0.2.4 to ben@hostfarm.example helo web03.shop.example"]),
    line("announced-too-big", "qmail-smtpd: message too big{? ({detail})}: {sender} from {client} to {recipient} helo {helo}")
        .says("The message from {sender} was refused because the client announced a size that is too big for this server.")
        .level(Permanent)
        .facts(&[(Role::Reason, "mesgtoobig")])
        .effect(Effect::Part(Connection))
        .samples(&["qmail-smtpd: message too big: anna@shop.example from 192.0.2.4 to ben@hostfarm.example helo web03.shop.example"]),
    line("recipient-valid", "qmail-smtpd[{pid}]: validrcptto: accepted address <{recipient}> at {client}")
        .says("The recipient {recipient} is on the list of valid recipients.")
        .level(Success)
        .effect(Effect::Part(Connection))
        .samples(&["qmail-smtpd[5210]: validrcptto: accepted address <ben@hostfarm.example> at 192.0.2.4"]),
    line("recipient-not-valid", "qmail-smtpd[{pid}]: validrcptto: drop address <{recipient}> at {client}")
        .says("The recipient {recipient} is not on the list of valid recipients and was refused.")
        .level(Permanent)
        .facts(&[(Role::Reason, "userunknown")])
        .effect(Effect::Part(Connection))
        .samples(&["qmail-smtpd[5210]: validrcptto: drop address <nobody@hostfarm.example> at 192.0.2.66"]),
    line("recipient-looked-up", "validrcptto [{client}] trying: {detail}")
        .says("The list of valid recipients is searched.")
        .effect(Effect::Part(Connection))
        .samples(&["validrcptto [192.0.2.4] trying: ben@hostfarm.example"]),
    line("recipient-found", "validrcptto [{client}] found: {detail}")
        .says("The recipient is on the list of valid recipients.")
        .level(Success)
        .effect(Effect::Part(Connection))
        .samples(&["validrcptto [192.0.2.4] found: ben@hostfarm.example"]),
    line("recipient-not-found", "validrcptto [{client}] reject: {detail}")
        .says("The recipient is not on the list of valid recipients and was refused.")
        .level(Permanent)
        .facts(&[(Role::Reason, "userunknown")])
        .effect(Effect::Part(Connection))
        .samples(&["validrcptto [192.0.2.66] reject: nobody@hostfarm.example"]),
    line("check-begun", "qmail-smtpd[{pid}]: rcptcheck: checking <{recipient}> at {client}")
        .says("An extra program is asked about the recipient {recipient}.")
        .effect(Effect::Part(Connection))
        .samples(&["qmail-smtpd[5210]: rcptcheck: checking <ben@hostfarm.example> at 192.0.2.4"]),
    line("check-accepted", "qmail-smtpd[{pid}]: rcptcheck: accepted address <{recipient}> at {client}")
        .says("An extra program accepted the recipient {recipient}.")
        .level(Success)
        .effect(Effect::Part(Connection))
        .samples(&["qmail-smtpd[5210]: rcptcheck: accepted address <ben@hostfarm.example> at 192.0.2.4"]),
    line("check-refused", "qmail-smtpd[{pid}]: rcptcheck: drop address <{recipient}> at {client}")
        .says("An extra program refused the recipient {recipient}.")
        .level(Permanent)
        .helps(Party::Sender, &[("If the recipient exists, correct the list that refuses it (badrcptto or the extra check):", "cat /var/qmail/control/badrcptto")])
        .effect(Effect::Part(Connection))
        .samples(&["qmail-smtpd[5210]: rcptcheck: drop address <nobody@hostfarm.example> at 192.0.2.66"]),
    line("check-without-view", "qmail-smtpd[{pid}]: rcptcheck: ignore address <{recipient}> at {client}")
        .says("An extra program had no opinion on the recipient {recipient}.")
        .effect(Effect::Part(Connection))
        .samples(&["qmail-smtpd[5210]: rcptcheck: ignore address <ben@hostfarm.example> at 192.0.2.4"]),
    line("sending-limit", "qmail-smtpd[{pid}]: rcptcheck: overlimit sender <{sender}> at {client}")
        .says("The sender {sender} has reached this server's limit for sent messages.")
        .level(Permanent)
        .facts(&[(Role::Reason, "speeding")])
        .effect(Effect::Part(Connection))
        .helps(Party::OurServer, &[(
            "See what this sender sends. If it wasn't the owner, change the password; else raise the limit of the check (rcptcheck-overlimit).",
            "",
        )])
        .samples(&["qmail-smtpd[5210]: rcptcheck: overlimit sender <anna@shop.example> at 192.0.2.4"]),
    line("check-failed", "RCPTCHECK error: {detail}")
        .says("The extra program that checks recipients could not be asked.")
        .level(Warning)
        .helps(Party::OurServer, &[("Run that program by hand as qmail-smtpd's user, and see what it says; its path must be right and executable:", "grep -e RCPTCHECK -e qmail-spp -r /service/qmail-smtpd/run /etc/tcp.smtp; cat /var/qmail/control/smtpplugins")])
        .samples(&["RCPTCHECK error: unable to fork"]),
    line("block-list-silent", "rbl: ip={client} query={query} result=dnserr message='{text}'")
        .says("A block list could not be asked about the client {client}.")
        .level(Warning)
        .helps(Party::Dns, &[("Test this server's own resolver; block lists don't answer public resolvers, so a mail server needs one of its own:", "cat /etc/resolv.conf; dig 2.0.0.127.zen.spamhaus.org")])
        .effect(Effect::Part(Connection))
        .samples(&["rbl: ip=192.0.2.66 query=66.2.0.192.dnsbl.example result=dnserr message=''"]),
    line("block-list-passed-over", "rbl: ip={client} query={query} result=ignore message='{text}'")
        .says("The client {client} is not on the block list, or its entry does not count.")
        .effect(Effect::Part(Connection))
        .samples(&["rbl: ip=192.0.2.4 query=4.2.0.192.dnsbl.example result=ignore message=''"]),
    line("block-list-welcome", "rbl: ip={client} query={query} result=accept message='{text}'")
        .says("The client {client} is on a list of welcome clients.")
        .level(Success)
        .effect(Effect::Part(Connection))
        .samples(&["rbl: ip=192.0.2.4 query=4.2.0.192.dnswl.example result=accept message=''"]),
    line("block-list-put-off", "rbl: ip={client} query={query} result=delay message='{text}'")
        .says("The client {client} is on a block list and was asked to try again later.")
        .level(Temporary)
        .helps(Party::Sender, &[("The owner of {client} must have it taken off the list {query}. To let it in meanwhile, except it in the server's rules:", "cat /etc/tcp.smtp")])
        .effect(Effect::Part(Connection))
        .samples(&["rbl: ip=192.0.2.66 query=66.2.0.192.dnsbl.example result=delay message='listed, see dnsbl.example'"]),
    line("block-list-refused", "rbl: ip={client} query={query} result=reject message='{text}'")
        .says("The client {client} is on a block list, so its mail was refused.")
        .level(Permanent)
        .helps(Party::Sender, &[("The owner of {client} must have it taken off the list {query}. To let it in meanwhile, except it in the server's rules:", "cat /etc/tcp.smtp")])
        .effect(Effect::Part(Connection))
        .samples(&["rbl: ip=192.0.2.66 query=66.2.0.192.dnsbl.example result=reject message='listed, see dnsbl.example'"]),
    line("envelope-accepted", "qlogenvelope: result=accepted{*}")
        .says("The recipient {rcptto} of a message from {mailfrom} was accepted.")
        .level(Success)
        .effect(Effect::Part(Connection))
        .samples(&["qlogenvelope: result=accepted code=250 reason=rcptto detail=chkuser helo=web03.shop.example mailfrom=anna@shop.example rcptto=ben@hostfarm.example relay=no rcpthosts=yes size=2048 authuser= authtype= encrypted=tls sslverified=no localip=192.0.2.25 localport=25 remoteip=192.0.2.4 remoteport=46305 remotehost=web03.shop.example qp= pid=5210"]),
    refused_because!("refused-relay", "not_in_rcpthosts detail=", "norelaying", "This server does not relay to the domain of {rcptto}, and the client did not log in."),
    refused_because!("refused-relay-chkuser", "chkuser detail=notinrcpthosts", "norelaying", "This server does not relay to the domain of {rcptto}, and the client did not log in."),
    refused_because!("refused-relay-always", "dontrelay detail=", "norelaying", "This server passes no mail on to {rcptto} on another server."),
    refused_because!("refused-log-in-first", "authrequired detail=", "securityerror", "The client must log in before it sends."),
    refused_because!("refused-log-in-first-chkuser", "chkuser detail=mustauth", "securityerror", "The client must log in before it sends."),
    refused_because!("refused-log-in-first-sender", "chkusersender detail=mustauth", "securityerror", "The sender {mailfrom} belongs to this server, so the client must log in."),
    refused_because!("refused-no-mailbox", "chkuser detail=nomailbox", "userunknown", "There is no mailbox {rcptto} on this server."),
    refused_because!("refused-not-valid", "validrcptto detail=", "userunknown", "The recipient {rcptto} is not on the list of valid recipients."),
    refused_because!("refused-mailbox-full", "chkuser detail=mailboxfull", "mailboxfull", "The mailbox {rcptto} is full."),
    refused_because!("refused-sender-domain", "chkusersender detail=sendermxinvalid", "rejected", "The domain of {mailfrom} has no mail server in DNS, so replies could never reach it."),
    refused_because!("refused-other-sender", "authnotmailfrom detail=", "rejected", "The client logged in as somebody else than the sender {mailfrom}."),
    refused_because!("refused-listed", "rblreject detail=", "blocked", "The address of the client is on a block list."),
    line("envelope-refused", "qlogenvelope: result=rejected code={no}{*}")
        .says("The recipient {rcptto} of a message from {mailfrom} was refused permanently.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .samples(&["qlogenvelope: result=rejected code=553 reason=bad_newlines detail= helo=mail.other.example mailfrom=win@prizes.example rcptto=ben@far.example relay=no rcpthosts=no size= authuser= authtype= encrypted= sslverified= localip=192.0.2.25 localport=25 remoteip=192.0.2.66 remoteport=50514 remotehost= qp= pid=5211"]),
    line("envelope-refused-for-now", "qlogenvelope: result=rejected code={not_now}{*}")
        .says("The recipient {rcptto} of a message from {mailfrom} was refused for now.")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .samples(&["qlogenvelope: result=rejected code=451 reason=rbldelay detail= helo=mail.other.example mailfrom=win@prizes.example rcptto=ben@hostfarm.example relay=no rcpthosts=yes size= remoteip=192.0.2.66 pid=5211"]),
    line("message-accepted", "qlogreceived: result=accepted{*}")
        .says("The message from {mailfrom} was put into the queue.")
        .level(Success)
        .effect(Effect::Part(Connection))
        .tie(Tie::Led(Role::Queued, Led::Message))
        .samples(&["qlogreceived: result=accepted code=250 reason=queueaccept detail= helo=web03.shop.example mailfrom=anna@shop.example rcptto=ben@hostfarm.example relay=no rcpthosts=yes size=2048 remoteip=192.0.2.4 qp=5228 pid=5210"]),
    line("message-refused", "qlogreceived: result=rejected code={no}{*}")
        .says("The message from {mailfrom} was refused permanently after its content had been sent.")
        .level(Permanent)
        .effect(Effect::Part(Connection))
        .samples(&["qlogreceived: result=rejected code=554 reason=queuereject detail=virus mailfrom=win@prizes.example rcptto=ben@hostfarm.example remoteip=192.0.2.66 qp= pid=5211"]),
    line("message-refused-for-now", "qlogreceived: result=rejected code={not_now}{*}")
        .says("The message from {mailfrom} could not be taken this time.")
        .level(Temporary)
        .effect(Effect::Part(Connection))
        .samples(&["qlogreceived: result=rejected code=451 reason=queue_delay detail= mailfrom=anna@shop.example rcptto=ben@hostfarm.example remoteip=192.0.2.4 qp= pid=5210"]),
    line("queued", "mail recv: pid {pid} from <{sender}> qp {qp}")
        .says("The connection that process {pid} served put a message from {sender} into the queue; process {qp} did it.")
        .level(Success)
        .effect(Effect::Part(Connection))
        .loose()
        .tie(Tie::Led(Role::Queued, Led::Message))
        .samples(&["mail recv: pid 5210 from <anna@shop.example> qp 5228"]),
    line("plug-in-failed", "qmail-smtpd: qmail-spp failure: {detail}")
        .says("A plug-in of this server could not be used.")
        .level(Warning)
        .helps(Party::OurServer, &[("Run that program by hand as qmail-smtpd's user, and see what it says; its path must be right and executable:", "grep -e RCPTCHECK -e qmail-spp -r /service/qmail-smtpd/run /etc/tcp.smtp; cat /var/qmail/control/smtpplugins")])
        .loose()
        .samples(&["qmail-smtpd: qmail-spp failure: plugins/greylist: can't execute"]),
    line("plug-in", "qmail-spp: {detail}")
        .says("A plug-in of this server said this.")
        .loose()
        .samples(&["qmail-spp: greylisting: 192.0.2.66 put off"]),
    line("answer-queued", "{done} ok {seconds} qp {qp}")
        .says("Reply to a client: the message was put into the queue; process {qp} did it.")
        .level(Success)
        .samples(&["250 ok 1690381708 qp 5228"]),
    line("answer-ok", "{done} ok")
        .says("Reply to a client: yes.")
        .samples(&["250 ok"]),
    line("answer-help", "214 {detail}")
        .says("Reply to a client that asked for help.")
        .loose()
        .samples(&["214 notqmail home page: https://notqmail.org/"]),
    line("answer-sender-listed", "{no} sorry, your envelope sender is in my badmailfrom list (#{status})")
        .says("Reply to a client: the sender is on this server's refuse list.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .samples(&["553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)"]),
    line("answer-no-relay", "{no} sorry, that domain isn't in my list of allowed rcpthosts (#{status})")
        .says("Reply to a client: this server does not accept mail for that domain, and the client has not logged in.")
        .level(Permanent)
        .facts(&[(Role::Reason, "norelaying")])
        .samples(&["553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"]),
    line("answer-syntax", "{no} syntax error (#{status})")
        .says("Reply to a client: the command or address is malformed.")
        .level(Permanent)
        .samples(&["555 syntax error (#5.5.4)"]),
    line("answer-unknown-command", "{no} unimplemented (#{status})")
        .says("Reply to a client: this server does not know the command.")
        .level(Permanent)
        .samples(&["502 unimplemented (#5.5.1)"]),
    line("answer-sender-first", "{no} MAIL first (#{status})")
        .says("Reply to a client: the sender must be named first.")
        .level(Permanent)
        .samples(&["503 MAIL first (#5.5.1)"]),
    line("answer-recipient-first", "{no} RCPT first (#{status})")
        .says("Reply to a client: a recipient must be accepted first; often the only one was refused.")
        .level(Permanent)
        .samples(&["503 RCPT first (#5.5.1)"]),
    line("answer-line-ends", "{not_now} See http{?s}://{detail}/smtplf.html.")
        .says("Reply to a client: it sent a line end that SMTP does not allow. It will get this reply each time until it is fixed.")
        .level(Temporary)
        .samples(&[
            "451 See https://cr.yp.to/docs/smtplf.html.",
            "451 See http://pobox.com/~djb/docs/smtplf.html.",
        ]),
    line("answer-timeout", "{not_now} timeout (#{status})")
        .says("Reply to a client: it was silent too long.")
        .level(Temporary)
        .samples(&["451 timeout (#4.4.2)"]),
    line("answer-too-big", "{no} sorry, that message size exceeds my databytes limit (#{status})")
        .says("Reply to a client: the message is too big for this server.")
        .level(Permanent)
        .facts(&[(Role::Reason, "mesgtoobig")])
        .samples(&["552 sorry, that message size exceeds my databytes limit (#5.3.4)"]),
    line("answer-looping", "{no} too many hops, this message is looping (#{status})")
        .says("Reply to a client: the message has passed more than 100 servers or addresses; it is in a mail loop.")
        .level(Permanent)
        .samples(&["554 too many hops, this message is looping (#5.4.6)"]),
    line("answer-no-memory", "{not_now} out of memory (#{status})")
        .says("Reply to a client: this server has no memory left.")
        .level(Temporary)
        .samples(&["421 out of memory (#4.3.0)"]),
    line("answer-no-controls", "{not_now} unable to read controls (#{status})")
        .says("Reply to a client: this server cannot read its settings.")
        .level(Temporary)
        .samples(&["421 unable to read controls (#4.3.0)"]),
    line("answer-no-address", "{not_now} unable to figure out my IP addresses (#{status})")
        .says("Reply to a client: this server cannot find out its own addresses.")
        .level(Temporary)
        .samples(&["421 unable to figure out my IP addresses (#4.3.0)"]),
    line("answer-no-queue", "{not_now} qqt failure (#{status})")
        .says("Reply to a client: the queue program could not be started.")
        .level(Temporary)
        .samples(&["451 qqt failure (#4.3.0)"]),
    line("answer-verify", "{done} send some mail, i'll try my best")
        .says("Reply to a client: this server does not tell whether an address exists.")
        .samples(&["252 send some mail, i'll try my best"]),
    line("answer-block-list", "{done} rblsmtpd.local")
        .says("Reply to a client: it talks to the block list filter, not to the mail server.")
        .level(Warning)
        .samples(&["220 rblsmtpd.local", "250 rblsmtpd.local"]),
    line("log-in-failed", "AUTH failed [{?{client}}] {authuser}")
        .says("Someone tried to log in as {authuser} to send mail; the name or the password is wrong.")
        .level(Permanent)
        .effect(Effect::Left(Login::Failed))
        .cause(Cause::Either)
        .samples(&["AUTH failed [192.0.2.41] info@firm.example"]),
    line("answer-log-in-failed", "{no} authentication failed (#{status})")
        .says("Reply to a client: the username or password is wrong.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&["535 authentication failed (#5.7.1)"]),
    line("answer-logged-in-already", "{no} you're already authenticated (#{status})")
        .says("Reply to a client: it has logged in already.")
        .level(Permanent)
        .samples(&["503 you're already authenticated (#5.5.0)"]),
    line("answer-log-in-too-late", "{no} no auth during mail transaction (#{status})")
        .says("Reply to a client: it cannot log in while it sends a message.")
        .level(Permanent)
        .samples(&["503 no auth during mail transaction (#5.5.0)"]),
    line("answer-log-in-unknown", "{no} auth type unimplemented (#{status})")
        .says("Reply to a client: this server does not know that way to log in.")
        .level(Permanent)
        .samples(&["504 auth type unimplemented (#5.5.1)"]),
    line("answer-log-in-canceled", "{no} auth exchange canceled (#{status})")
        .says("Reply to a client: it broke the login off.")
        .level(Permanent)
        .samples(&["501 auth exchange canceled (#5.0.0)"]),
    line("answer-log-in-malformed", "{no} malformed auth input (#{status})")
        .says("Reply to a client: its login is malformed.")
        .level(Permanent)
        .samples(&["501 malformed auth input (#5.5.4)"]),
    line("answer-log-in-first", "{no} Authorization required (#{status})")
        .says("Reply to a client: it must log in first.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&["530 Authorization required (#5.7.1) "]),
    line("answer-log-in-broken", "{not_now} oops, {detail} and I can't auth (#{status})")
        .says("Reply to a client: the program that checks passwords could not be used.")
        .level(Temporary)
        .samples(&["454 oops, problem with child and I can't auth (#4.3.0)"]),
    line("answer-too-many-recipients", "{not_now} max rcpt limit exceeded (#{status})")
        .says("Reply to a client: the message has too many recipients.")
        .level(Temporary)
        .facts(&[(Role::Reason, "toomanyconn")])
        .samples(&["452 max rcpt limit exceeded (#5.7.1)"]),
    line("answer-spoke-early", "{no} SMTP protocol violation")
        .says("Reply to a client: it spoke before it was greeted, as spam programs do.")
        .level(Permanent)
        .samples(&["554 SMTP protocol violation"]),
    line("answer-listed", "{not_now} your ip is currently blacklisted, try to auth first ({list})")
        .says("Reply to a client: its address is on a block list; it can send after a login.")
        .level(Temporary)
        .facts(&[(Role::Reason, "blocked")])
        .samples(&["421 your ip is currently blacklisted, try to auth first (dnsbl.example)"]),
    line("answer-recipient-not-valid", "{no} sorry, this recipient is not in my validrcptto list (#{status})")
        .says("Reply to a client: the recipient does not exist here.")
        .level(Permanent)
        .facts(&[(Role::Reason, "userunknown")])
        .samples(&["553 sorry, this recipient is not in my validrcptto list (#5.7.1)"]),
    line("answer-too-many-wrong", "{not_now} too many invalid addresses, goodbye (#{status})")
        .says("Reply to a client: it named too many recipients that do not exist, so the connection was cut.")
        .level(Temporary)
        .facts(&[(Role::Reason, "toomanyconn")])
        .samples(&["421 too many invalid addresses, goodbye (#4.3.0)"]),
    line("answer-no-mailbox", "{no} sorry, no mailbox here by that name (#{status})")
        .says("Reply to a client: the recipient does not exist here.")
        .level(Permanent)
        .facts(&[(Role::Reason, "userunknown")])
        .samples(&["550 sorry, no mailbox here by that name (#5.1.1)"]),
    line("answer-sender-denied", "{no} sorry, your envelope sender has been denied (#{status})")
        .says("Reply to a client: the sender is on this server's refuse list.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .samples(&["553 sorry, your envelope sender has been denied (#5.7.1)"]),
    line("answer-recipient-denied", "{no} sorry, your envelope recipient has been denied (#{status})")
        .says("Reply to a client: the recipient is on this server's refuse list.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .samples(&["553 sorry, your envelope recipient has been denied (#5.7.1)"]),
    line("answer-hello-denied", "{no} sorry, your HELO host name has been denied (#{status})")
        .says("Reply to a client: the name that it introduced itself with is on this server's refuse list.")
        .level(Permanent)
        .facts(&[(Role::Reason, "blocked")])
        .samples(&["553 sorry, your HELO host name has been denied (#5.7.1)"]),
    line("answer-no-notices", "{not_now} null senders temporarily denied (#{status})")
        .says("Reply to a client: this server does not take notices about failed delivery right now.")
        .level(Temporary)
        .samples(&["421 null senders temporarily denied (#4.3.0)"]),
    line("answer-may-not-relay", "{no} we don't relay (#{status})")
        .says("Reply to a client: it isn't allowed to send mail to other servers through this one.")
        .level(Permanent)
        .facts(&[(Role::Reason, "norelaying")])
        .samples(&["553 we don't relay (#5.7.1)"]),
    line("answer-sender-not-user", "{no} from and auth not the same (#{status})")
        .says("Reply to a client: the sender is not the user who logged in.")
        .level(Permanent)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&["503 from and auth not the same (#5.5.1)"]),
    line("answer-spf-unknown", "{not_now} SPF lookup failure (#{status})")
        .says("Reply to a client: the sender domain's list of allowed servers (SPF) could not be looked up.")
        .level(Temporary)
        .facts(&[(Role::Reason, "authfailure")])
        .samples(&["451 SPF lookup failure (#4.3.0)"]),
    line("answer-policy", "{no} cannot message {recipient} (#{status} denied by policy)")
        .says("Reply to a client: the domain's rules do not allow mail to {recipient}.")
        .level(Permanent)
        .samples(&["550 cannot message ben@hostfarm.example (#5.0.0 denied by policy)"]),
    line("answer-policy-broken", "{not_now} cannot message {recipient} (#{status} broken policy)")
        .says("Reply to a client: the domain's rules on who may write to whom cannot be read.")
        .level(Temporary)
        .samples(&["454 cannot message ben@hostfarm.example (#4.3.0 broken policy)"]),
];
