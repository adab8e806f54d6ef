//! Proxmox Mail Gateway: Postfix hands mail to its filter, which applies the rules of the gateway. What a rule keeps back
//! is answered with “250 OK” all the same, so only the filter's lines tell it.

use super::{Datum, Effect, Field, Format, Led, Pattern, Role, Shape, Tie, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Success, Warning};
use crate::vocabulary::Party::OurServer;
use crate::vocabulary::TraceType::Scan;

/// What the filter and the policy service of the gateway write to the mail log.
pub static FORMAT: Format = Format {
    id: "mail-gateway",
    title: "Proxmox Mail Gateway",
    found_in: &["/var/log/mail.log", "journalctl -u pmg-smtp-filter"],
    sources: &[
        "pmg-api 8.1 bin: pmg-smtp-filter, pmgpolicy; PMG: Utils.pm, RuleDB (Accept, BCC, Block, Notify, Quarantine, Remove, Spam)",
    ],
    programs: &["pmg-smtp-filter", "pmgpolicy"],
    realm: "mail-gateway",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field(
        "id",
        Role::Session,
        "The number of the scan: it ties its lines together, and stands in the answer that Postfix gets.",
    )
    .shape(Shape::Name),
    field("message_id", Role::MessageId, "The Message-ID of the mail.").shape(Shape::Text),
    field("score", Role::Count, "The points of the mail: {}.").shape(Shape::Number),
    field("required", Role::Count, "The points from which this check of a rule takes a mail as spam: {}.")
        .shape(Shape::Number),
    field("seconds", Role::Duration, "The seconds that it took: {}.").shape(Shape::Decimal),
    field("bayes", Role::State, "How likely spam is, by what the filter has learned.").shape(Shape::Word),
    field("learned", Role::State, "Whether the filter learned from this mail.").shape(Shape::Text),
    field("rules", Role::State, "The tests that the mail met, with the points of each.").shape(Shape::Text),
    field("to", Role::Recipient, "The recipient.").shape(Shape::Address),
    field("user", Role::User, "The user whose list it is."),
    field("queued", Role::Queued, "The queue id under which the mail goes on.").shape(Shape::QueueId),
    field("kept", Role::Path, "What the mail is called in the quarantine.")
        .datum(Datum::Quarantine)
        .shape(Shape::Word),
    field("rule", Role::State, "The rule of the mail filter that decided.").shape(Shape::Text),
    field("virus", Role::State, "What the virus scanner calls it.").shape(Shape::Text),
    field("scanner", Role::State, "Which scanner found it.").shape(Shape::Word),
    field("client", Role::Client, "The address that the mail came from."),
    field("count", Role::Count, "How many: {}.").shape(Shape::Number),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
];

/// Where a mail that a rule kept back is found.
const RELEASE: &[(&str, &str)] = &[
    (
        "If the mail is wanted, release it: in the gateway's web interface, Administration, Spam Quarantine, choose the recipient, then Deliver. The recipient can do it from the quarantine report, too.",
        "",
    ),
    (
        "If it's a false alarm, put the sender on the recipient's Welcomelist there, or into a Who object of a rule that accepts; the tests with the most points are in the line with “SA score”.",
        "",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("new", "{id}: new mail message-id={message_id}{?#012}")
        .says("The gateway's filter began to look at the mail.")
        .effect(Effect::Birth(Scan))
        .tie(Tie::Same(Role::MessageId))
        .samples(&["1A0E4467331F087E7A9: new mail message-id=<af31@shop.example>", "1A0E4467331F087E7A9: new mail message-id=<af31@shop.example>#012"]),
    line("points", "{id}: SA score={score}/{required} time={seconds} bayes={bayes} {?autolearn={learned} }hits={rules}")
        .says("SpamAssassin gave the mail {score point}; the rule that asked takes it as spam from {required} on. It met: {rules}.")
        .effect(Effect::Early(Scan))
        .samples(&[
            "1A0E4467331F087E7A9: SA score=6/5 time=2.103 bayes=undefined autolearn=no autolearn_force=no hits=HTML_MESSAGE(0.001),KAM_INVOICE(3.5)",
            "1A0E4467331F087E7A9: SA score=0/5 time=0.512 bayes=0.00 hits=BAYES_00(-1.9),DKIM_VALID(-0.1)",
        ]),
    line("virus", "{id}: virus detected: {virus} ({scanner})")
        .says("The virus scanner {scanner} found {virus} in the mail.")
        .level(Warning)
        .effect(Effect::Early(Scan))
        .samples(&["1A0E4467331F087E7A9: virus detected: Eicar-Test-Signature (clamav)"]),
    line("accepted", "{id}: accept mail to <{to}> ({queued}) (rule: {rule})")
        .says("The filter let the mail to {to} go on, under the queue id {queued} (rule {rule}).")
        .level(Success)
        .effect(Effect::End(Scan))
        .tie(Tie::Made(Role::Queued, Led::Forward))
        .samples(&["1A0E4467331F087E7A9: accept mail to <anna@shop.example> (5C1D2E3F4A) (rule: default-accept)"]),
    line("not-passed-on", "{id}: reinject mail to <{to}> (rule: {rule}) failed")
        .says("The filter couldn't give the mail to {to} back to Postfix.")
        .level(Alert)
        .effect(Effect::End(Scan))
        .helps(OurServer, &[("Look at Postfix on this gateway, to which the filter gives mail back at port 10025: whether it runs, and what it answered in that moment.", "systemctl status postfix@-; postfix check; grep -h ':10025\\|127.0.0.1' /var/log/mail.log | tail -20")])
        .samples(&["1A0E4467331F087E7A9: reinject mail to <anna@shop.example> (rule: default-accept) failed"]),
    line("spam-kept", "{id}: moved mail for <{to}> to spam quarantine - {kept} (rule: {rule})")
        .says("The gateway took the mail to {to} as spam and put it into its spam quarantine (rule {rule}). The sender's server was told “OK”, and nothing went on to the recipient.")
        .level(Permanent)
        .effect(Effect::End(Scan))
        .helps(OurServer, RELEASE)
        .samples(&["1A0E4467331F087E7A9: moved mail for <anna@shop.example> to spam quarantine - 1A0E4A67331F0A2C7F1 (rule: Quarantine/Mark Spam (Level 3))"]),
    line("virus-kept", "{id}: moved mail for <{to}> to virus quarantine - {kept} (rule: {rule})")
        .says("The gateway found a virus in the mail to {to} and put it into its virus quarantine (rule {rule}). Nothing went on to the recipient.")
        .level(Permanent)
        .effect(Effect::End(Scan))
        .helps(OurServer, &[("Don't release it before somebody has looked at it: Administration, Virus Quarantine in the gateway's web interface. A wanted file is better sent again, as a link.", "")])
        .samples(&["1A0E4467331F087E7A9: moved mail for <anna@shop.example> to virus quarantine - 1A0E4A67331F0A2C7F1 (rule: Block Viruses)"]),
    line("attachments-kept", "{id}: moved mail for <{to}> to attachment quarantine - {kept} (rule: {rule})")
        .says("The gateway took attachments out of the mail to {to}; the whole mail is in its attachment quarantine (rule {rule}).")
        .level(Warning)
        .effect(Effect::Early(Scan))
        .helps(OurServer, &[("If the attachment is wanted, release the mail: Administration, Attachment Quarantine in the gateway's web interface.", "")])
        .samples(&["1A0E4467331F087E7A9: moved mail for <anna@shop.example> to attachment quarantine - 1A0E4A67331F0A2C7F1 (rule: Block Dangerous Files)"]),
    line("blocked", "{id}: block mail to <{to}> (rule: {rule})")
        .says("The rule {rule} of the gateway threw the mail to {to} away: it's in no quarantine, and nothing went on to the recipient.")
        .level(Permanent)
        .effect(Effect::End(Scan))
        .helps(OurServer, &[("If such mail is wanted, change that rule: Mail Filter in the gateway's web interface (the action Quarantine keeps mail instead). The sender must send this one again.", "")])
        .samples(&["1A0E4467331F087E7A9: block mail to <anna@shop.example> (rule: Block Spam (Level 10))"]),
    line("notified", "{id}: notify <{to}> (rule: {rule}, {queued})")
        .says("The gateway wrote a notice about the mail to {to}.")
        .effect(Effect::Early(Scan))
        .samples(&["1A0E4467331F087E7A9: notify <admin@shop.example> (rule: Virus Alert, 5C1D2E3F4A)"]),
    line("copied", "{id}: bcc to <{to}> (rule: {rule}, {queued})")
        .says("The gateway sent a copy of the mail to {to} (rule {rule}).")
        .effect(Effect::Early(Scan))
        .samples(&["1A0E4467331F087E7A9: bcc to <archive@shop.example> (rule: Archive, 5C1D2E3F4A)"]),
    line("not-sent", "{id}: {?notify <}{?bcc to <}{to}> (rule: {rule}) failed")
        .says("The gateway couldn't send the copy or the notice to {to} that the rule {rule} asks for.")
        .level(Warning)
        .effect(Effect::Early(Scan))
        .samples(&["1A0E4467331F087E7A9: notify <admin@shop.example> (rule: Virus Alert) failed", "1A0E4467331F087E7A9: bcc to <archive@shop.example> (rule: Archive) failed"]),
    line("welcome", "{id}: sender in user ({user}) {?welcomelist}{?whitelist}")
        .says("{user} has the sender on the list of welcome senders, so the mail isn't checked for spam for them.")
        .effect(Effect::Early(Scan))
        .samples(&["1A0E4467331F087E7A9: sender in user (anna@shop.example) welcomelist", "1A0E4467331F087E7A9: sender in user (anna@shop.example) whitelist"]),
    line("done", "{id}: processing time: {seconds} seconds ({detail})")
        .says("The filter was done with the mail after {seconds second}.")
        .effect(Effect::Early(Scan))
        .samples(&["1A0E4467331F087E7A9: processing time: 2.402 seconds (2.103, 0.09, 0)"]),
    line("too-slow", "{?{id}: }Maximum time ({seconds} sec) exceeded. virus analyze ({scanner}) failed: ERROR")
        .says("The virus scanner {scanner} didn't answer within {seconds second}.")
        .level(Alert)
        .helps(OurServer, &[("See whether the virus scanner runs and has memory:", "systemctl status clamav-daemon; free -m; journalctl -u clamav-daemon -n 20")])
        .samples(&["1A0E4467331F087E7A9: Maximum time (300 sec) exceeded. virus analyze (clamav) failed: ERROR"]),
    line("slow", "processing took {seconds}s, longer than the timeout ({count}s)")
        .says("The filter needed {seconds second} for a mail, longer than it may ({count second}), and gave up: the mail is tried again, and can come twice.")
        .level(Alert)
        .helps(OurServer, &[("Find what is slow: DNS lists that don't answer, the virus scanner, or too little memory or processor for the number of filters.", "pmgconfig dump | grep -e max_filters -e rbl; free -m; systemctl status clamav-daemon pmg-smtp-filter")])
        .samples(&["processing took 612s, longer than the timeout (600s)"]),
    line("spf", "SPF says {detail}").says("The check of the sender's SPF record gave: {detail}.").samples(&["SPF says pass"]),
    line("welcome-host", "accept mails from {?backup MX host}{?whitelist}{?welcomelist} - {client}")
        .says("Mail from {client} isn't greylisted: it's on a list of the gateway.")
        .samples(&["accept mails from whitelist - 192.0.2.7", "accept mails from backup MX host - 192.0.2.8"]),
    line("started", "{?Filter}{?Policy} daemon (re)started{?{detail}}").says("The gateway's program started.").samples(&["Filter daemon (re)started (max. 12 processes)", "Policy daemon (re)started"]),
    line("upkeep", "{?starting}{?end} {?policy }database {?maintenance}{?maintainance}{?{detail}}")
        .says("Regular upkeep of the gateway's database.")
        .samples(&["starting database maintenance", "end policy database maintainance (12 ms, 3 ms)"]),
    line("expired", "found {count} expired mails in greylisting database")
        .says("{count mail} that greylisting had put off never came again.")
        .samples(&["found 4 expired mails in greylisting database"]),
    line("scan", "{id}: {detail}").says("The filter tells about its scan: {detail}.").effect(Effect::Early(Scan)).named().samples(&["1A0E4467331F087E7A9: found archive 'a.zip' (application/zip)"]),
];
