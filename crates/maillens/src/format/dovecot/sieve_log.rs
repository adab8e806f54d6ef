//! The log that Dovecot's mail filters (Sieve) keep beside a user's script: the same texts as at delivery, with the level in
//! front and no program. It tells the owner of the script what its errors are.

use super::sieve::MANY;
use super::{Field, Format, Pattern, Role, Shape, Sign, field, line};
use crate::vocabulary::{Level, Party};

const SCRIPT_FAILED: &[(&str, &str)] = &[(
    "The user corrects the filter in webmail's filter editor. See the script, and check it by hand:",
    "doveadm sieve list -u {user}",
)];

/// The log beside a mail filter.
pub static FORMAT: Format = Format {
    id: "dovecot-sieve-log",
    title: "the log beside a user's mail filter (Sieve)",
    found_in: &["~/.dovecot.sieve.log"],
    sources: &[
        "Pigeonhole 0.4.24, 0.5.21, 2.4.4 lib-sieve/sieve-error.c",
        "plugins/lda-sieve/lda-sieve-plugin.c",
    ],
    realm: "dovecot",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("time", Role::Time, "When the log was begun.").shape(Shape::Text),
    field("msgid", Role::MessageId, "The Message-ID: the name that the sender's software gave the message.")
        .shape(Shape::Text),
    field("action", Role::State, "The kind of action in the filter.").shape(Shape::Name),
    field("address", Role::Address, "The address."),
    field("script", Role::Path, "The script.").shape(Shape::Text),
    field("n", Role::Count, "The line of the script: {}."),
    field("used", Role::Count, "How many there are: {}.").shape(Shape::Decimal),
    field("allowed", Role::Count, "How many the server allows: {}.").shape(Shape::Decimal),
    field("what", Role::Text, "What happened, in the filter's words."),
    field("error", Role::Text, "The cause, in the filter's words."),
];

const PATTERNS: &[Pattern] = &[
    line("begun", "sieve: info: started log at {time}.")
        .says("The log of this mail filter begins.")
        .samples(&["sieve: info: started log at May 22 11:35:50."]),
    line("not-forwarded-yet", "error: msgid={msgid}: {?{action} action: }failed to redirect message to <{address}>: {error} (temporary failure).")
        .says("The mail filter couldn't forward a message to {address} for now: {error}. The mail server tries again.")
        .level(Level::Temporary)
        .helps(Party::OurServer, &[
            (
                "See whether the mail server that Dovecot sends through (submission_host, or sendmail) can be reached:",
                "doveconf -n submission_host sendmail_path; doveadm log errors | tail -20",
            ),
        ])
        .samples(&["error: msgid=<11.1@partner.example>: failed to redirect message to <anna@other.example>: smtp(mx:588): RCPT TO failed: Failed to connect to remote server (temporary failure)."]),
    line("not-forwarded", "error: msgid={msgid}: {?{action} action: }failed to redirect message to <{address}>: {error} (permanent failure).")
        .says("The mail filter couldn't forward a message to {address}: {error}.")
        .level(Level::Permanent)
        .samples(&["error: msgid=<11.1@partner.example>: failed to redirect message to <anna@other.example>: smtp(mx:588): RCPT TO failed: 550 no (permanent failure)."]),
    line("did", "info: msgid={msgid}: {?{action} action: }{what}.")
        .says("What the mail filter did with a message: {what}.")
        .samples(&["info: msgid=<11.1@partner.example>: stored mail into mailbox 'INBOX'."]),
    line("failed", "error: msgid={msgid}: {?{action} action: }{error}.")
        .says("The mail filter couldn't do something with a message: {error}.")
        .level(Level::Warning)
        .loose()
        .helps(Party::Recipient, SCRIPT_FAILED)
        .samples(&["error: msgid=<11.1@partner.example>: failed to store into mailbox 'Archive': Mailbox doesn't exist."]),
    line("too-many", "{script}: {?line {n}: }error: {?{action} action: }number of {what} actions exceeds policy limit ({used} > {allowed}).")
        .says("The mail filter takes too many actions of the kind {what}: {used}, and the server allows {allowed} (sieve_max_redirects, sieve_max_actions). The message itself is kept in the inbox.")
        .level(Level::Permanent)
        .helps(Party::Recipient, MANY)
        .samples(&[".dovecot: line 9: error: number of redirect actions exceeds policy limit (5 > 4).", "main_script: error: number of redirect actions exceeds policy limit (5 > 4)."]),
    line("too-many-actions", "{script}: {?line {n}: }error: {?{action} action: }total number of actions exceeds policy limit ({used} > {allowed}).")
        .says("The mail filter takes too many actions for one message: {used}, and the server allows {allowed} (sieve_max_actions). The message itself is kept in the inbox.")
        .level(Level::Permanent)
        .helps(Party::Recipient, MANY)
        .samples(&["main_script: line 40: error: total number of actions exceeds policy limit (33 > 32)."]),
    line("no-redirect", "{script}: {?line {n}: }error: {?{action} action: }local policy prohibits the use of a redirect action.")
        .says("The mail filter forwards messages, and the server doesn't allow filters to do that (sieve_max_redirects = 0). The message itself is kept in the inbox.")
        .level(Level::Permanent)
        .helps(Party::Recipient, MANY)
        .samples(&["main_script: line 4: error: local policy prohibits the use of a redirect action."]),
    line("capability", "{script}: line {n}: error: require command: unknown Sieve capability `{what}'.")
        .sign(Sign::NoCapability)
        .says("The mail filter asks for “{what}” (require), which this server doesn't have or hasn't turned on.")
        .level(Level::Permanent)
        .helps(Party::OurServer, &[("Install or turn on the extension (sieve_extensions, sieve_plugins), or take it out of the script:", "doveconf -n | grep sieve")])
        .samples(&["main script: line 1: error: require command: unknown Sieve capability `editheader'.", "main_script: line 1: error: require command: unknown Sieve capability `vnd.dovecot.pipe'."]),
    line("undeclared", "{script}: line {n}: error: unknown {action} '{what}' (only reported once at first occurrence).")
        .sign(Sign::Undeclared)
        .says("Line {n} of the mail filter uses “{what}”, which isn't known there: its extension isn't declared at the top of the script (require), or it's misspelled.")
        .level(Level::Permanent)
        .helps(Party::Recipient, &[
        ("Declare its extension in the script's first line, such as require [\"fileinto\"], or correct its spelling in line {n}, and save the rules again. To see the script:", "doveadm sieve get -u {user} {script}"),
    ])
        .samples(&["main_script: line 4: error: unknown command 'fileinto' (only reported once at first occurrence)."]),
    line("summary", "{script}: error: {?validation}{?parse} failed.")
        .says("The mail filter isn't used because of the mistake that is named before.")
        .level(Level::Warning)
        .follows()
        .samples(&["main_script: error: validation failed.", "main_script: error: parse failed."]),
    line("unknown", "{script}: line {n}: error: unknown {error}.")
        .sign(Sign::Undeclared)
        .says("The mail filter has a mistake in line {n}: unknown {error}.")
        .level(Level::Warning)
        .helps(Party::Recipient, SCRIPT_FAILED)
        .samples(&["main_script: line 12: error: unknown tagged argument ':seconds' for the vacation command (reported only once at first occurrence)."]),
    line("mistake", "{script}: line {n}: error: {error}.")
        .sign(Sign::FilterMistake)
        .says("The mail filter has a mistake in line {n}: {error}.")
        .level(Level::Warning)
        .loose()
        .helps(Party::Recipient, SCRIPT_FAILED)
        .samples(&["myfilter: line 3: error: expected end of command ';', but found identifier."]),
];
