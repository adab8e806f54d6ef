//! The events of one message in the message trace of Microsoft 365, with their times, and what its page says of them.

use super::{Field, Format, Pattern, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party;

/// What it shows.
pub static FORMAT: Format = Format {
    id: "message-trace",
    title: "the message trace of Microsoft 365, one message",
    found_in: &["admin.exchange.microsoft.com, Mail flow > Message trace, the details of a message"],
    sources: &["Microsoft Learn: Message trace in the modern Exchange admin center"],
    realm: "message-trace",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("host", Role::Host, "The server.").shape(Shape::Word),
    field("rule", Role::Text, "The rule.").shape(Shape::Text),
    field("action", Role::State, "What it did.").shape(Shape::Text),
    field("reply", Role::Reply, "The last error.").shape(Shape::Text),
    field("folder", Role::Text, "The folder."),
    field("text", Role::Text, "More about it."),
];

/// What helps about a message in quarantine.
const QUARANTINE: &[(&str, &str)] = &[
    (
        "The recipient or an administrator releases it, if it is wanted: security.microsoft.com, Email & collaboration > Review > Quarantine.",
        "",
    ),
    ("If good mail of the sender is caught again, report it there as clean (Submissions).", ""),
];

/// What helps about a rule of the organization.
const RULE: &[(&str, &str)] = &[(
    "Look at the rule in the Exchange admin center (Mail flow > Rules) and make an exception, if the message should pass.",
    "",
)];

const PATTERNS: &[Pattern] = &[
    line("received", "Receive\tMessage received by: {host}{? using {text}}").says("Microsoft 365 received the message ({host}).").samples(&["Receive\tMessage received by: AM0PR01MB1.eurprd01.prod.outlook.com using TLS1.2 with AES256"]),
    line("submitted", "Submit\t{text}").says("The message was submitted.").samples(&["Submit\tThe message was submitted."]),
    line("delivered", "Deliver\tThe message was {text}.").says("The message was {text}.").level(Success).samples(&["Deliver\tThe message was successfully delivered."]),
    line("sent", "Send{? external}\t{text}").says("Microsoft 365 handed the message to the next server.").level(Success).samples(&["Send external\tMessage sent to mx.bigmail.example at 198.51.100.8 using TLS1.2 with AES256"]),
    line("expanded", "Expand\t{text}").says("The group was expanded to its members.").samples(&["Expand\tMessage recipient was expanded."]),
    line("spam", "Spam\t{text}").says("Microsoft 365 took the message as spam: {text}.").level(Warning).helps(Party::Recipient, QUARANTINE).samples(&["Spam\tReason: Spam detected. SCL: 9; Action: Quarantine"]),
    line("by-rule", "Transport rule\tTransport rule: '{rule}', {text} Action: {action}").says("The mail flow rule {rule} applies to the message: {action}.").level(Warning).helps(Party::OurServer, RULE).samples(&["Transport rule\tTransport rule: 'No forwarding', ID: ('{B1E2E5D0-0C2B-4A0C-8D8E-2F2E3E1F7A90}') Action: RejectMessage"]),
    line("quarantined", "Fail\tReason: [{{LED=250 2.1.5 RESOLVER.MSGTYPE.AI{text}").says("The message is in quarantine.").level(Warning).helps(Party::Recipient, QUARANTINE).samples(&["Fail\tReason: [{LED=250 2.1.5 RESOLVER.MSGTYPE.AI; handled internal quarantine message};{MSG=};{FQDN=};{IP=};{LRT=}]"]),
    line("deferred", "Defer\tReason: [{{LED={reply}};{text}").says("Microsoft 365 could not deliver the message yet and tries again for 24 hours: {reply}.").level(Temporary).helps(Party::TheirServer, &[("The administrator of the recipient's server sees why it doesn't take mail; until then the message waits.", "")]).samples(&["Defer\tReason: [{LED=450 4.4.316 Connection refused [Message=Socket error code 10061]};{MSG=};{FQDN=mx.bigmail.example};{IP=198.51.100.8};{LRT=7/5/2024 1:40:29 PM}]"]),
    line("refused-by-rule", "Fail\tReason: [{{LED=550 5.7.1 TRANSPORT.RULES.{text}").sign(Sign::Refused).says("A mail flow rule of the organization rejected the message.").level(Permanent).helps(Party::OurServer, RULE).samples(&["Fail\tReason: [{LED=550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy};{MSG=};{FQDN=};{IP=};{LRT=}]"]),
    line("failed", "Fail\tReason: [{{LED={reply}};{text}")
        .says("The message was not delivered: {reply}.")
        .level(Permanent)
        .helps(Party::Sender, &[("The sender reads the reply: it says what the other server has against the message or the address.", "")])
        .loose()
        .samples(&["Fail\tReason: [{LED=550 5.1.1 User unknown};{MSG=};{FQDN=mx.bigmail.example};{IP=198.51.100.8};{LRT=7/2/2024 8:14:26 AM}]"]),
    line("state", "Status: {?Quarantined}{?Pending}{?Delivered}{?Expanded}{?FilteredAsSpam}{?Getting status}").says("What the trace says of the message.").samples(&["Status: Quarantined"]),
    line("in-quarantine", "The message was sent to quarantine. Reason: {text}.").says("The message is in quarantine ({text}).").level(Warning).helps(Party::Recipient, QUARANTINE).samples(&["The message was sent to quarantine. Reason: High confidence phish."]),
    line("release", "If you want to release the message to the recipient, {text}").says("The page says how to release it.").samples(&["If you want to release the message to the recipient, go to the quarantine page in the Microsoft Defender portal."]),
    line("in-folder", "The message was successfully delivered to the folder: {folder}").says("The message was delivered to the folder {folder}.").level(Success).samples(&["The message was successfully delivered to the folder: DefaultFolderType:Inbox"]),
    line("pending", "Office 365 is having trouble delivering your message to the recipient. {text}").says("Microsoft 365 could not deliver the message yet and tries again for 24 hours.").level(Temporary).helps(Party::TheirServer, &[("The row Defer below says what the other server answered; whoever runs it can mend that.", "")]).samples(&["Office 365 is having trouble delivering your message to the recipient. We'll keep trying to deliver it for 24 hours."]),
    line("heading", "Message trace details").says("The events of the message follow.").samples(&["Message trace details"]),
    line("events", "Message events").says("The events of the message follow.").samples(&["Message events"]),
    line("mending", "How to fix it").says("What the page advises follows.").samples(&["How to fix it"]),
    line("columns", "Date (UTC{text})\tEvent\tDetail").says("The columns of the events.").samples(&["Date (UTC+01:00)\tEvent\tDetail"]),
];
