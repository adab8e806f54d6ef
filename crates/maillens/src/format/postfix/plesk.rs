//! Plesk's handlers beside Postfix: the checks that Plesk's milter (psa-pc-remote) calls for each message.
//!
//! Each line begins with the message's queue id. What Postfix itself writes about a message that a check refused is no
//! more than "Command rejected"; the check that answered REJECT says why.

use super::smtpd::QID;
use super::{Effect, Field, Format, Pattern, Role, Shape, Sign, field, line};
use crate::format::qmail::plesk::{
    DMARC_REFUSED, GREYLISTED, HANDLER, MAILBOX_FULL, OVER_LIMIT, SPF_REFUSED,
};
use crate::vocabulary::Level::{Permanent, Temporary, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Message;

/// What Plesk's handlers write to the mail log beside Postfix.
pub static FORMAT: Format = Format {
    id: "plesk-postfix",
    title: "Plesk's handlers, which check mail for Postfix",
    found_in: &["/var/log/maillog", "/usr/local/psa/var/log/maillog"],
    sources: &["Plesk's help center on outgoing limits, SPF and greylisting with Postfix"],
    programs: &[
        "psa-pc-remote",
        "postfix-queue",
        "postfix-local",
        "limit-out",
        "py-limit-out",
        "check-quota",
        "spf",
        "grey",
        "dk_check",
        "dk_sign",
        "dmarc",
        "dd52-domainkeys",
    ],
    realm: "postfix",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    QID,
    field("sender", Role::Sender, "The envelope sender: notices about failed delivery go to this address."),
    field("recipient", Role::Recipient, "The recipient.").shape(Shape::Address),
    field("handler", Role::State, "The check that it is about.").shape(Shape::Word),
    field("domain", Role::Host, "The domain that it is about.").shape(Shape::Word),
    field("host", Role::Host, "The domain of the envelope sender.").shape(Shape::Word),
    field("note", Role::Text, "More about it.").shape(Shape::Text),
    field("text", Role::Text, "More about it, in the check's own words."),
];

const PATTERNS: &[Pattern] = &[
    line("envelope", "{qid}: from=<{sender}> to=<{recipient}>")
        .says("Plesk's checks look at the message from {sender} to {recipient}.")
        .named()
        .effect(Effect::Part(Message))
        .samples(&["D5E8A2C0F1: from=<anna@shop.example> to=<ben@client.example>"]),
    line("begins", "{qid}: Starting {?the }{handler} filter...")
        .says("Plesk's check {handler} begins.")
        .effect(Effect::Part(Message))
        .samples(&["D5E8A2C0F1: Starting the dk_check filter...", "D5E8A2C0F1: Starting greylisting filter..."]),
    line("signature-good", "{qid}: DKIM verification (d={domain}{?, {note}}) succeeded")
        .says("The message's DKIM signature of {domain} is good.")
        .effect(Effect::Part(Message))
        .samples(&["D5E8A2C0F1: DKIM verification (d=shop.example, 1024-bit key) succeeded"]),
    line("signature-bad", "{qid}: DKIM verification (d={domain}{?, {note}}) failed: {text}")
        .says("The message's DKIM signature of {domain} is not good: {text}.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["D5E8A2C0F1: DKIM verification (d=shop.example) failed: body hash did not verify"]),
    line("signature-none", "{qid}: DKIM Feed: No signature")
        .says("The message has no DKIM signature.")
        .effect(Effect::Part(Message))
        .samples(&["D5E8A2C0F1: DKIM Feed: No signature"]),
    line("policy-noted", "{qid}: Store {?DKIM}{?SPF} result for '{domain}' into DMARC library.")
        .says("The result for {domain} is kept for the DMARC check.")
        .effect(Effect::Part(Message))
        .samples(&["D5E8A2C0F1: Store DKIM result for 'shop.example' into DMARC library."]),
    line("policy-result", "{qid}: DMARC: smtpdomain={host} maildomain={domain} mailfrom={note} dmarccheck={text}")
        .says("The DMARC check for {domain} came out as {text}.")
        .effect(Effect::Part(Message))
        .samples(&["D5E8A2C0F1: DMARC: smtpdomain=isp.example maildomain=shop.example mailfrom=anna@shop.example stamp=1 ip=192.0.2.4 adkim=relaxed aspf=relaxed p=REJECT sp=NONE pct=100 align_dkim=fail align_spf=fail spfres=fail dkimres=pass dmarccheck=DMARC_POLICY_REJECT dmarcstatus=STOP"]),
    line("policy-refused", "{qid}: DMARC: REJECT message for {recipient}")
        .says("Plesk refused a message by DMARC ({recipient}): the domain of its sender asks that mail is refused which passes neither SPF nor DKIM for it.")
        .sign(Sign::FilterSays)
        .level(Permanent)
        .facts(&[(Role::Reason, "authfailure")])
        .effect(Effect::Part(Message))
        .helps(Party::Sender, DMARC_REFUSED)
        .samples(&["D5E8A2C0F1: DMARC: REJECT message for ben@host.example"]),
    line("verdict", "{qid}: handlers_stderr: {?PASS}{?SKIP}{?DEFER}{?REJECT}")
        .says("A check of Plesk has decided. The next line names the check.")
        .effect(Effect::Part(Message))
        .samples(&["D5E8A2C0F1: handlers_stderr: PASS", "D5E8A2C0F1: handlers_stderr: REJECT"]),
    line("decided", "{qid}: {?PASS}{?SKIP} during call '{handler}' handler")
        .says("Plesk's check {handler} has no objection, or doesn't apply.")
        .effect(Effect::Part(Message))
        .samples(&["D5E8A2C0F1: PASS during call 'dd52-domainkeys' handler"]),
    line("decided-dmarc", "{qid}: REJECT during call 'dmarc' handler")
        .says("Plesk refused a message by DMARC: the domain of its sender asks that mail is refused which passes neither SPF nor DKIM for it.")
        .sign(Sign::FilterSays)
        .level(Permanent)
        .facts(&[(Role::Reason, "authfailure")])
        .effect(Effect::Part(Message))
        .helps(Party::Sender, DMARC_REFUSED)
        .samples(&["D5E8A2C0F1: REJECT during call 'dmarc' handler"]),
    line("decided-spf", "{qid}: REJECT during call 'spf' handler")
        .says("Plesk rejected a message because of SPF: the record of the sender's domain doesn't allow the sending server.")
        .sign(Sign::FilterSays)
        .level(Permanent)
        .facts(&[(Role::Reason, "authfailure")])
        .effect(Effect::Part(Message))
        .helps(Party::Sender, SPF_REFUSED)
        .samples(&["D5E8A2C0F1: REJECT during call 'spf' handler"]),
    line("decided-limit", "{qid}: REJECT during call '{?py-}limit-out' handler")
        .says("Plesk refused a message: its sender reached the hourly limit. The message isn't kept.")
        .sign(Sign::FilterSays)
        .level(Permanent)
        .facts(&[(Role::Reason, "speeding")])
        .effect(Effect::Part(Message))
        .helps(Party::Sender, OVER_LIMIT)
        .samples(&["D5E8A2C0F1: REJECT during call 'limit-out' handler"]),
    line("decided-quota", "{qid}: REJECT during call 'check-quota' handler")
        .says("Plesk refused a message: the recipient's mailbox is full.")
        .sign(Sign::FilterSays)
        .level(Permanent)
        .facts(&[(Role::Reason, "mailboxfull")])
        .effect(Effect::Part(Message))
        .helps(Party::Recipient, MAILBOX_FULL)
        .samples(&["D5E8A2C0F1: REJECT during call 'check-quota' handler"]),
    line("decided-grey", "{qid}: DEFER during call 'grey' handler")
        .says("Plesk's greylisting asked the other server to send the message again later. It does so with each sender that it sees for the first time.")
        .level(Temporary)
        .facts(&[(Role::Reason, "greylisted")])
        .effect(Effect::Part(Message))
        .hints(GREYLISTED)
        .samples(&["D5E8A2C0F1: DEFER during call 'grey' handler"]),
    line("decided-otherwise", "{qid}: {?DEFER}{?REJECT} during call '{handler}' handler")
        .says("Plesk's check {handler} did not let the message pass.")
        .sign(Sign::FilterSays)
        .level(Permanent)
        .loose()
        .effect(Effect::Part(Message))
        .helps(Party::OurServer, HANDLER)
        .samples(&["D5E8A2C0F1: REJECT during call 'drweb' handler"]),
    line("pass", "{qid}: {handler}: stderr: PASS")
        .says("Plesk's check {handler} has no objection.")
        .effect(Effect::Part(Message))
        .samples(&["D5E8A2C0F1: spf: stderr: PASS"]),
    line("skip", "{qid}: {handler}: stderr: SKIP")
        .says("Plesk's check {handler} doesn't apply to this message.")
        .effect(Effect::Part(Message))
        .samples(&["D5E8A2C0F1: check-quota: stderr: SKIP"]),
    line("note", "{qid}: {handler}: stderr: INFO:__main__:{text}")
        .says("Plesk's check {handler} notes: {text}.")
        .effect(Effect::Part(Message))
        .samples(&["D5E8A2C0F1: py-limit-out: stderr: INFO:__main__:No SMTP AUTH and not running in sendmail context. SKIP message."]),
    line("over-limit", "{qid}: {?py-}limit-out: stderr: REJECT")
        .says("Plesk refused a message: its sender reached the hourly limit. A mailbox, a domain or a subscription sent as much as it may in an hour. The message isn't kept.")
        .level(Permanent)
        .facts(&[(Role::Reason, "speeding")])
        .effect(Effect::Part(Message))
        .helps(Party::Sender, OVER_LIMIT)
        .samples(&["D5E8A2C0F1: py-limit-out: stderr: REJECT", "D5E8A2C0F1: limit-out: stderr: REJECT"]),
    line("spf-refused", "{qid}: spf: stderr: REJECT")
        .says("Plesk rejected a message because of SPF: the record of the sender's domain doesn't allow the sending server.")
        .level(Permanent)
        .facts(&[(Role::Reason, "authfailure")])
        .effect(Effect::Part(Message))
        .helps(Party::Sender, SPF_REFUSED)
        .samples(&["D5E8A2C0F1: spf: stderr: REJECT"]),
    line("quota-refused", "{qid}: check-quota: stderr: REJECT")
        .says("Plesk refused a message: the recipient's mailbox is full.")
        .level(Permanent)
        .facts(&[(Role::Reason, "mailboxfull")])
        .effect(Effect::Part(Message))
        .helps(Party::Recipient, MAILBOX_FULL)
        .samples(&["D5E8A2C0F1: check-quota: stderr: REJECT"]),
    line("greylisted", "{qid}: grey: stderr: DEFER")
        .says("Plesk's greylisting asked the other server to send the message again later. It does so with each sender that it sees for the first time.")
        .level(Temporary)
        .facts(&[(Role::Reason, "greylisted")])
        .effect(Effect::Part(Message))
        .hints(GREYLISTED)
        .samples(&["D5E8A2C0F1: grey: stderr: DEFER"]),
    line("deferred", "{qid}: {handler}: stderr: DEFER")
        .says("Plesk's check {handler} asked the other server to send the message again later.")
        .level(Temporary)
        .effect(Effect::Part(Message))
        .helps(Party::OurServer, HANDLER)
        .samples(&["D5E8A2C0F1: spf: stderr: DEFER"]),
    line("refused", "{qid}: {handler}: stderr: REJECT")
        .says("Plesk's check {handler} refused the message.")
        .level(Permanent)
        .effect(Effect::Part(Message))
        .helps(Party::OurServer, HANDLER)
        .samples(&["D5E8A2C0F1: dmarc: stderr: REJECT"]),
];
