//! `MailScanner`: it takes mail out of the queue of Postfix, Exim or Sendmail, looks for spam, viruses and forbidden files,
//! and puts it back under a new id. Its verdicts can be in the language of the server.

use super::{Effect, Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Message;

/// What `MailScanner` writes to the mail log.
pub static FORMAT: Format = Format {
    id: "mail-scanner",
    title: "the content filter MailScanner",
    found_in: &["/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "MailScanner 5.5 lib/MailScanner: Message.pm, MessageBatch.pm, SweepViruses.pm, SweepContent.pm",
    ],
    programs: &["MailScanner"],
    realm: "postfix",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("id", Role::Message, "The id of the mail in the queue.").shape(Shape::Name),
    field("part", Role::Text, "What MailScanner adds to the id.").shape(Shape::Word),
    field("new", Role::Text, "The id under which the mail goes on.").shape(Shape::Word),
    field("client", Role::Client, "The address that the mail came from."),
    field("sender", Role::Sender, "The envelope sender.").shape(Shape::Hostile),
    field("to", Role::Text, "The domains of the recipients."),
    field("why", Role::Text, "The points and rules."),
    field("count", Role::Count, "How many: {}."),
    field("bytes", Role::Bytes, "The size in bytes: {}."),
    field("file", Role::Text, "The file."),
    field("what", Role::Text, "What was found."),
    field("actions", Role::Text, "What was done with it."),
    field("path", Role::Path, "Where it is."),
    field("rest", Role::Text, "The rest of the line."),
];

/// What helps where a filter of the own server stopped a mail.
const FALSE_ALARM: &[(&str, &str)] = &[(
    "If the mail is wanted, release it from MailScanner's quarantine (/var/spool/MailScanner/quarantine, or MailWatch), and put the sender on the list of welcome senders (spam.whitelist.rules).",
    "",
)];

const PATTERNS: &[Pattern] = &[
    line("spam", "Message {id}{?.{part}} from {client} ({sender}) to {to} is spam, {why}")
        .says("MailScanner took the mail from {sender} to {to} as spam: {why}.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .helps(Party::OurServer, FALSE_ALARM)
        .samples(&["Message 4ABCDE12345.A1B2C from 192.0.2.7 (news@shop.example) to club.example is spam, SpamAssassin (not cached, score=12.3, required 6, BAYES_99 3.50)"]),
    line("spam-by-list", "Message {id}{?.{part}} from {client} ({sender}) to {to} is spam ({why})")
        .says("MailScanner took the mail from {sender} to {to} as spam: {why}.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .helps(Party::OurServer, FALSE_ALARM)
        .samples(&["Message 4ABCDE12345.A1B2C from 192.0.2.7 (news@shop.example) to club.example is spam (blacklisted)"]),
    line("no-spam", "Message {id}{?.{part}} from {client} ({sender}) to {to} is not spam{? ({why})}{?, {rest}}")
        .says("MailScanner took the mail from {sender} to {to} as no spam.")
        .effect(Effect::Part(Message))
        .samples(&["Message 4ABCDE12345.A1B2C from 192.0.2.7 (anna@shop.example) to club.example is not spam, SpamAssassin (not cached, score=0.3, required 6)", "Message 4ABCDE12345.A1B2C from 192.0.2.7 (anna@shop.example) to club.example is not spam (whitelisted), SpamAssassin (score=0.3)"]),
    line("actions", "Spam Actions: message {id}{?.{part}} actions are {actions}")
        .says("What was done with the spam: {actions}.")
        .effect(Effect::Part(Message))
        .samples(&["Spam Actions: message 4ABCDE12345.A1B2C actions are store,notify"]),
    line("requeued", "Requeue: {id}{?.{part}} to {new}")
        .says("The mail went back into the queue as {new}: search for that id to follow it.")
        .effect(Effect::Part(Message))
        .samples(&["Requeue: 4ABCDE12345.A1B2C to 5BCDEF12345"]),
    line("kept", "Saved {?entire message}{?infected \"{file}\"} to {path}")
        .says("MailScanner kept what it took out in its quarantine: {path}.")
        .samples(&["Saved entire message to /var/spool/MailScanner/quarantine/20240305/4ABCDE12345.A1B2C", "Saved infected \"setup.exe\" to /var/spool/MailScanner/quarantine/20240305/4ABCDE12345.A1B2C"]),
    line("cleaned", "Cleaned: Delivered {count} cleaned messages")
        .says("MailScanner let {count mail} go on without what it took out.")
        .samples(&["Cleaned: Delivered 1 cleaned messages"]),
    line("file-type", "Filetype Checks: {what} ({id}{?.{part}} {file})")
        .says("MailScanner removed a file from the mail, because its type isn't allowed by a rule: {file} ({what}).")
        .level(Warning)
        .effect(Effect::Part(Message))
        .helps(Party::Sender, &[("The sender sends a link to the file, or packs it with a password. If such files should pass, change filetype.rules.conf.", "")])
        .samples(&["Filetype Checks: No executables (4ABCDE12345.A1B2C setup)"]),
    line("infected", "Infected message {id}{?.{part}} came from {rest}")
        .says("The mail holds a virus; it came from {rest}.")
        .level(Permanent)
        .effect(Effect::Part(Message))
        .helps(Party::Sender, &[("Ask the sender to scan the computer and send the file again as a link. If the virus name looks like a false alarm, check the file in the quarantine with a second scanner.", "")])
        .samples(&["Infected message 4ABCDE12345.A1B2C came from 192.0.2.7"]),
    line("file-name", "Filename Checks: {what} ({id}{?.{part}} {file})")
        .says("MailScanner removed a file from the mail, because its name isn't allowed by a rule: {file} ({what}).")
        .level(Warning)
        .effect(Effect::Part(Message))
        .helps(Party::Sender, &[("No virus was found in it by this check. Release the file from the quarantine (/var/spool/MailScanner/quarantine) if it's wanted, or have the sender send a link, or pack it with a password. If such files should pass, change filename.rules.conf.", "")])
        .samples(&["Filename Checks: Windows/DOS Executable (4ABCDE12345.A1B2C setup.exe)"]),
    line("batch", "New Batch: Scanning {count} messages, {bytes} bytes").says("MailScanner began with {count mail}.").samples(&["New Batch: Scanning 1 messages, 4211 bytes"]),
    line("batch-done", "Batch ({count} messages) processed in {rest} seconds").says("MailScanner needed {rest second} for {count mail}.").samples(&["Batch (30 messages) processed in 277.14 seconds"]),
    line("too-slow", "SpamAssassin timed out and was killed, failure {rest}")
        .says("SpamAssassin took too long, so MailScanner ended it and went on without its points.")
        .level(Warning)
        .helps(Party::OurServer, &[("Find the slow test: most often DNS lists that don't answer, a broken Bayes database or too little memory.", "MailScanner --lint; spamassassin -D --lint 2>&1 | tail -50")])
        .samples(&["SpamAssassin timed out and was killed, failure 1 of 10"]),
    line("batch-found", "New Batch: Found {count} messages waiting").says("In the queue {count mail} waited for MailScanner.").samples(&["New Batch: Found 12 messages waiting"]),
    line("begins", "{what}: Starting").says("MailScanner began a check: {what}.").samples(&["Spam Checks: Starting", "Virus and Content Scanning: Starting"]),
    line("found", "{?Spam }{?Virus }{?Virus and Content }{?Content }{?Other }{?Filename }{?Filetype }{?Checks}{?Scanning}: Found {count} {rest}").says("MailScanner found something: {count} {rest}.").loose().samples(&["Spam Checks: Found 1 spam messages", "Virus Scanning: Found 1 viruses"]),
    line("clean", "Uninfected: Delivered {count} messages").says("MailScanner let {count mail} go on.").samples(&["Uninfected: Delivered 1 messages"]),
    line("deleted", "Deleted {count} messages from processing-database").says("MailScanner is done with {count mail}.").samples(&["Deleted 1 messages from processing-database"]),
    line("started", "MailScanner {what} starting...").says("MailScanner started.").samples(&["MailScanner Email Processor version 5.5.3 starting..."]),
];
