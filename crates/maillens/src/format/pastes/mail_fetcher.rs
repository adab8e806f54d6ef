//! Programs that fetch mail or copy mailboxes from one server to another: imapsync, getmail, `OfflineIMAP`, mbsync.
//! Whoever runs them owns the mailboxes, so it is the owner who acts.

use super::{Field, Format, Part, Pattern, Place, Role, Shape, Sign, field, on_screen};
use crate::vocabulary::Level::{Permanent, Success, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What they write.
pub static FORMAT: Format = Format {
    id: "mail-fetcher",
    title: "a program that fetches mail or copies mailboxes",
    found_in: &["LOG_imapsync", "the terminal of imapsync, getmail, OfflineIMAP or mbsync"],
    sources: &[
        "imapsync 2.264, sub errors_listing, exit_clean",
        "getmail6 getmail, _retrieverbases.py",
        "OfflineIMAP 7 ui/TTY.py, imapserver.py",
        "isync 1.4 main.c, drv_imap.c, drv_maildir.c, sync.c",
    ],
    place: Place::Document(Dialogue),
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("side", Role::State, "1 is the mailbox that is copied from, 2 the one that is copied to.")
        .shape(Shape::Number),
    field("host", Role::Host, "The server.").shape(Shape::Text),
    field("port", Role::Port, "Its port."),
    field("user", Role::User, "Who logs in.").shape(Shape::Text),
    field("method", Role::State, "How.").shape(Shape::Text),
    field("error", Role::Text, "The error."),
    field("message", Role::Text, "The message.").shape(Shape::Text),
    field("folder", Role::Text, "The folder.").shape(Shape::Text),
    field("name", Role::Text, "What is counted.").shape(Shape::Text),
    field("text", Role::Text, "More about it."),
];

/// A line of imapsync's statistics.
const fn counted(id: &'static str, template: &'static str) -> Pattern {
    on_screen(id, template, "The program imapsync counts: {name}: {text}.").within(&[Part::Closed]).loose()
}

/// What helps where a login fails.
const LOGIN: &[(&str, &str)] = &[(
    "Enter the username and the password of that mailbox again, the name as its webmail takes it (most often the whole address). Where two-factor login is on, the provider gives an app password; Microsoft 365 and Gmail accept no plain password any more.",
    "",
)];

/// What helps where no connection comes about.
const NO_CONNECTION: &[(&str, &str)] = &[(
    "Check the name of the server and the port in the program's settings, and whether it answers from here:",
    "nc -vz -w 10 {host} 993",
)];

const PATTERNS: &[Pattern] = &[
    on_screen("connecting", "Host{side}: connecting and login on host{side} [{host}] port [{port}] with user [{user}]", "The program imapsync connects to {host}, as {user}.")
        .samples(&["Host1: connecting and login on host1 [imap.shop.example] port [993] with user [ben@shop.example]"]),
    on_screen("no-login", "{?Err {text}: }Host{side} failure: Error login on [{host}] with user [{user}] auth [{method}]: {error}", "The program imapsync could not log in at {host} as {user}: {error}.")
        .level(Permanent)
        .helps(Party::Recipient, LOGIN)
        .samples(&["Host1 failure: Error login on [imap.shop.example] with user [ben@shop.example] auth [LOGIN]: 2 NO [AUTHENTICATIONFAILED] Authentication failed."]),
    on_screen("failed-login", "Host{side}: failed login on [{host}] with user [{user}] auth [{method}]", "The login at {host} as {user} failed.")
        .samples(&["Host1: failed login on [imap.shop.example] with user [ben@shop.example] auth [LOGIN]"]),
    on_screen("no-connection", "{?Err {text}: }Host{side} failure: can not open imap connection on host{side} [{host}] with user [{user}]: {error}", "The program imapsync got no connection to {host}: {error}.")
        .level(Permanent)
        .helps(Party::Recipient, NO_CONNECTION)
        .samples(&["Host1 failure: can not open imap connection on host1 [imap.shop.example] with user [ben@shop.example]: Unable to connect to imap.shop.example: Connection refused"]),
    on_screen("over-quota", "{?Err {text}: }- msg {message} {?couldn't}{?could not} append {name} to folder {folder}: {method}OVERQUOTA{error}", "The mailbox that is copied to is full, so the message {message} was not copied.")
        .sign(Sign::NotCopied)
        .level(Permanent)
        .helps(Party::Recipient, &[("Have the provider of the new mailbox raise its quota, or delete mail there; then run imapsync again, it goes on where it stopped.", "")])
        .samples(&["- msg INBOX/4112 {2210331} couldn't append  (Subject:[Hello], Size:[2210331]) to folder INBOX: 391 NO [OVERQUOTA] Quota exceeded"]),
    on_screen("too-large", "{?Err {text}: }- msg {message} {?couldn't}{?could not} append {name} to folder {folder}: {method}Mail size is larger than the maximum size allowed by server configuration{error}", "The server that is copied to takes no single message that large, so the message {message} was not copied. The mailbox doesn't have to be full for that.")
        .sign(Sign::NotCopied)
        .level(Permanent)
        .helps(Party::Recipient, &[
            ("Have the administrator of the new server raise its limit for one message (in Dovecot quota_max_mail_size), then run imapsync again; it goes on where it stopped.", ""),
            ("Or keep these messages elsewhere, and leave out what is larger than the limit (in bytes):", "imapsync --maxsize 26214400"),
        ])
        .samples(&["Err 1/50: - msg Sent/220 {52110443} could not append ( Subject:[Photos], Size:[52110443] ) to folder Sent: 88 NO [LIMIT] Mail size is larger than the maximum size allowed by server configuration (0.001 + 0.000 secs)."]),
    on_screen("copied", "msg {message} copied to {text}", "The program imapsync copied the message {message}.").loose().samples(&["msg Sent/219 {20114}              copied to Sent/219        1.20 msgs/s  830.412 KiB/s 1.902 GiB copied"]),
    on_screen("not-copied", "{?Err {text}: }- msg {message} {?couldn't}{?could not} append {name} to folder {folder}: {error}", "The message {message} was not copied: {error}.")
        .sign(Sign::NotCopied)
        .level(Permanent)
        .loose()
        .helps(Party::Recipient, &[("The server that is copied to says why. If the message is too large for it, leave such out (the limit in bytes):", "imapsync --maxsize 26214400")])
        .samples(&["- msg Sent/220 {52110443} couldn't append  (Subject:[Photos], Size:[52110443]) to folder Sent: 88 NO [TOOBIG] Message is too large"]),
    on_screen("side", "Host{side}{?:} {text}", "The program imapsync says of server {side}: {text}.")
        .loose()
        .samples(&["Host1 IP address: 192.0.2.25 Local IP address: 203.0.113.16", "Host1: imap.shop.example says it has CAPABILITY for AUTHENTICATE LOGIN"]),
    on_screen("listing", "++++ {text}", "The program imapsync goes on: {text}.")
        .samples(&["++++ Listing 1 errors encountered during the sync ( avoid this listing with --noerrorsdump ).", "++++ Statistics"]),
    on_screen("frequent", "The most frequent error is {error}", "The program imapsync met this error most often: {error}.").samples(&["The most frequent error is ERR_OVERQUOTA."]),
    on_screen("exit-well", "Exiting with return value 0 ({text}", "The program imapsync ended: everything was copied.")
        .level(Success)
        .samples(&["Exiting with return value 0 (EX_OK: successful termination) 0/50 nb_errors/max_errors PID 7001"]),
    on_screen("exit", "Exiting with return value {text}", "The program imapsync ended with the value {text}.")
        .loose()
        .samples(&["Exiting with return value 161 (EXIT_AUTHENTICATION_FAILURE_USER1) 1/50 nb_errors/max_errors PID 20417"]),
    counted("transfer", "Transfer {name}: {text}").samples(&["Transfer time                           : 1642.1 sec"]),
    counted("folders", "Folders {name}: {text}").samples(&["Folders synced                          : 12/12 synced"]),
    counted("messages", "Messages {name}: {text}").samples(&["Messages transferred                    : 8211"]),
    counted("total", "Total {name}: {text}").samples(&["Total bytes transferred                 : 81823"]),
    counted("memory", "Memory {name}: {text}").samples(&["Memory consumption at the end           : 180.2 MiB"]),
    counted("biggest", "Biggest {name}: {text}").samples(&["Biggest message transferred             : 81823 bytes"]),
    on_screen("detected", "Detected {text} errors", "The program imapsync met {text} errors.").samples(&["Detected 0 errors"]),
    on_screen("getmail", "getmail version {text}", "The program getmail begins.").samples(&["getmail version 6.18.13"]),
    on_screen("getmail-rights", "Copyright (C) {text} Charles Cazabon{error}", "Who wrote getmail.").samples(&["Copyright (C) 1998-2022 Charles Cazabon and others.  Licensed under GNU GPL version 2."]),
    on_screen("getmail-from", "Simple{?IMAP}{?POP3}{?SSL}Retriever:{user}@{host}:{port}:", "The program getmail fetches the mail of {user} from {host}.").samples(&["SimpleIMAPSSLRetriever:ben@imap.shop.example:993:"]),
    on_screen("getmail-no-login", "{text}: credential/login error ({error})", "The program getmail could not log in: {error}.")
        .level(Permanent)
        .helps(Party::Recipient, LOGIN)
        .samples(&["getmailrc: credential/login error ([AUTHENTICATIONFAILED] Authentication failed.)"]),
    on_screen("getmail-settings", "{text}: configuration error ({error})", "The settings of getmail are wrong: {error}.")
        .level(Permanent)
        .helps(Party::Recipient, &[("Correct what it names in getmailrc; a maildir has to be created first, with the folders cur, new and tmp.", "")])
        .samples(&["getmailrc: configuration error (Maildir \"/home/ben/Maildir/\" does not exist)"]),
    on_screen("getmail-count", "  {text} messages ({error}) retrieved, {name} skipped", "The program getmail fetched {text} messages.").samples(&["  0 messages (0 bytes) retrieved, 0 skipped"]),
    on_screen("offlineimap", "OfflineIMAP {text}", "OfflineIMAP begins.").samples(&["OfflineIMAP 7.3.4"]),
    on_screen("offlineimap-library", "  imaplib2 v{text}", "The versions of its libraries.").samples(&["  imaplib2 v3.06, Python v3.9.2, OpenSSL 1.1.1w  11 Sep 2023"]),
    on_screen("offlineimap-account", "Account sync {name}:", "OfflineIMAP syncs the account {name}.").samples(&["Account sync Shop:"]),
    on_screen("offlineimap-step", " *** {?Processing}{?Finished} account {name}", "OfflineIMAP is at the account {name}.").samples(&[" *** Processing account Shop", " *** Finished account 'Shop' in 0:02"]),
    on_screen("offlineimap-host", " Establishing connection to {host}:{port} ({text})", "OfflineIMAP connects to {host}, port {port}.").samples(&[" Establishing connection to imap.shop.example:993 (Remote)"]),
    on_screen("offlineimap-no-login", " ERROR: All authentication types failed:", "OfflineIMAP could not log in: no way to authenticate worked.")
        .level(Permanent)
        .helps(Party::Recipient, LOGIN)
        .samples(&[" ERROR: All authentication types failed:"]),
    on_screen("offlineimap-fingerprint", " ERROR: Server SSL fingerprint {text} for hostname '{host}' does not match configured fingerprint(s) {error}", "The certificate of {host} has another fingerprint than the one in the settings of OfflineIMAP.")
        .level(Permanent)
        .helps(Party::Recipient, &[("Have the provider say whether the certificate was renewed; then enter the new fingerprint as cert_fingerprint, or better check certificates by their authority: sslcacertfile in place of cert_fingerprint.", "")])
        .samples(&[" ERROR: Server SSL fingerprint 'd6f3' for hostname 'imap.shop.example' does not match configured fingerprint(s) ['0c1e'].  Please verify and set 'cert_fingerprint' accordingly if not set yet."]),
    on_screen("offlineimap-error", " ERROR: {error}", "OfflineIMAP reports an error: {error}.").level(Warning).loose().within(&[Part::Closed]).samples(&[" ERROR: getfolder() asked for a nonexisting folder"]),
    on_screen("offlineimap-way", "\t{?PLAIN}{?LOGIN}{?CRAM-MD5}{?GSSAPI}{?XOAUTH2}: {error}", "What the server answered: {error}.").within(&[Part::Closed]).samples(&["\tPLAIN: [AUTHENTICATIONFAILED] Authentication failed."]),
    on_screen("offlineimap-exceptions", "ERROR: Exceptions occurred during the run!", "OfflineIMAP lists the errors of the run.").samples(&["ERROR: Exceptions occurred during the run!"]),
    on_screen("mbsync-counts", "C: {name}  B: {text}", "The program mbsync counts channels (C), folders (B) and messages on the far (F) and the near (N) side.").samples(&["C: 0/1  B: 0/4  F: +0/0 *0/0 #0/0  N: +0/0 *0/0 #0/0"]),
    on_screen("mbsync-encrypted", "Connection is now encrypted", "The connection of mbsync is encrypted.").samples(&["Connection is now encrypted"]),
    on_screen("mbsync-logging-in", "Logging in...", "The program mbsync logs in.").samples(&["Logging in..."]),
    on_screen("mbsync-no-login", "IMAP command '{?LOGIN}{?AUTHENTICATE} {text}' returned an error: {error}", "The program mbsync could not log in: {error}.")
        .level(Permanent)
        .helps(Party::Recipient, LOGIN)
        .samples(&["IMAP command 'LOGIN <user> <pass>' returned an error: NO [AUTHENTICATIONFAILED] Authentication failed."]),
    on_screen("mbsync-uids", "Maildir error: UIDVALIDITY of '{text}' changed {error}", "The numbers of the messages (UIDVALIDITY) of a local mailbox began again, so mbsync no longer knows which it has.")
        .level(Warning)
        .samples(&["Maildir error: UIDVALIDITY of '/home/ben/mail/INBOX/' changed (got 1708324801, expected 1690021007)"]),
    on_screen("mbsync-uids-error", "Error: channel {name}: {text}: UIDVALIDITY genuinely changed.", "The numbers of the messages (UIDVALIDITY) of a mailbox changed, so mbsync stopped to sync it.")
        .level(Permanent)
        .helps(Party::Recipient, &[("It happens when a mailbox was deleted and created again, or moved to another server. Move the local mailbox and mbsync's state of it (.mbsyncstate) away, so that it is fetched again.", "")])
        .samples(&["Error: channel shop: far side box INBOX and near side box INBOX: UIDVALIDITY genuinely changed."]),
];
