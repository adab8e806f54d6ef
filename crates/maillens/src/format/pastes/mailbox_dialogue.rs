//! A conversation in POP3 or IMAP, as it is pasted from a terminal: how an email app fetches mail.
//!
//! The server greets with `+OK` (POP3) or `* OK` (IMAP) and so tells which of the two it is. POP3 answers `+OK` or
//! `-ERR`; IMAP answers with the tag of the command and `OK`, `NO` or `BAD`. Why a login failed stands in the words of
//! the answer, which `knowledge::obstacle` knows.

use super::{
    Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, Sign, Word, field, line, word,
};
use crate::vocabulary::Level::{Permanent, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What client and server say.
pub static FORMAT: Format = Format {
    id: "mailbox-dialogue",
    title: "a conversation in POP3 or IMAP, the languages in which email apps fetch mail",
    found_in: &["a terminal with telnet or openssl"],
    sources: &["RFC 1939", "RFC 2449", "RFC 3206", "RFC 9051", "RFC 5530"],
    place: Place::Document(Dialogue),
    kind: FormatKind::MailboxTalk,
    realm: "dialogue",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("reply", Role::Reply, "What the server said."),
    field("tag", Role::Keyword, "The tag with which the client marks a command; the answer repeats it.")
        .shape(Shape::Word),
    field("user", Role::User, "The username, as it was typed.").shape(Shape::Hostile),
    field("secret", Role::Password, "A password, or what is made of it. It is masked."),
    field("command", Role::Text, "What was asked."),
    field("count", Role::Count, "How many there are."),
    field("folder", Role::Text, "The folder."),
    field("name", Role::Keyword, "What it is about.").shape(Shape::Word),
    field("listed", Role::Text, "What the server listed or sent."),
];

const WORDS: &[Word] = &[
    word("+OK", "The server said yes."),
    word("-ERR", "The server said no."),
    word("* OK", "The server is there, or has something to tell."),
    word("* BYE", "The server ends the connection."),
    word("* PREAUTH", "The server greets a client that is logged in already."),
    word("OK", "Done."),
    word("NO", "The command failed."),
    word("BAD", "The server doesn't understand the command."),
];

/// Where nothing is open to which a greeting could belong.
const ALONE: &[Part] = &[Part::Outside, Part::Closed];
/// Where somebody has called.
const CALLED: &[Part] = &[Part::Calling, Part::Talk, Part::Certificate, Part::Mailbox];
/// Where what else is said is read.
const TALK: &[Part] = &[Part::Mailbox];

/// What is said in such a conversation.
const fn talk(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(TALK).effect(Effect::Part(Dialogue)).then(Part::Mailbox)
}

/// Why the server ends it.
const fn ends(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    talk(id, template, says).within(CALLED).level(Permanent)
}

/// What the server says first.
const fn greeting(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    talk(id, template, says).within(CALLED)
}

const PATTERNS: &[Pattern] = &[
    // The server.
    greeting("greeting-imap", "* OK {reply}", "The IMAP server says: “{reply}”.").samples(&[
        "* OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE AUTH=PLAIN] Dovecot ready.",
    ]),
    greeting("greeting-alone", "* OK {reply}", "The IMAP server says: “{reply}”.")
        .within(ALONE)
        .effect(Effect::Early(Dialogue))
        .samples(&[
            "* OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE AUTH=PLAIN] Dovecot ready.",
        ]),
    greeting("folder", "* LIST ({listed}", "The server lists its folders, so the login worked.")
        .within(ALONE)
        .samples(&["* LIST (\\HasNoChildren) \".\" Sent"]),
    greeting(
        "greeting-logged-in",
        "* PREAUTH {reply}",
        "The IMAP server takes this client as logged in already.",
    )
    .samples(&["* PREAUTH [CAPABILITY IMAP4rev1] Logged in as ben"]),
    talk("yes", "+OK{? {reply}}", "The server said yes.").sign(Sign::Yes).within(CALLED).samples(&[
        "+OK Dovecot ready.",
        "+OK <30991.1582160523@pop.shop.example>",
        "+OK",
    ]),
    talk("no", "-ERR{? {reply}}", "The server refused: “{reply}”.")
        .within(CALLED)
        .level(Permanent)
        .samples(&["-ERR [AUTH] Authentication failed.", "-ERR aack, child crashed"]),
    ends("folder-of-another", "* BYE {?[ALERT] }Fatal error: Account's mailbox directory is not owned by the correct uid or gid{?:}{? {reply}}", "The login worked, but Courier doesn't open the mailbox: its folder belongs to another user or group than the account. That is usual after files were copied from another server, whose users have other numbers.")
        .helps(
            Party::OurServer,
            &[
                ("See which user and group the account has (UID, GID and home directory):", "authtest {user}"),
                ("Give that user and group the account's folders, and those of the other mailboxes that were copied: chown -R vpopmail:vchkpw under vpopmail, popuser:popuser under Plesk.", ""),
            ],
        )
        .samples(&["* BYE [ALERT] Fatal error: Account's mailbox directory is not owned by the correct uid or gid: "]),
    ends("not-opened", "* BYE {?[ALERT] }Fatal error: {reply}", "The login worked, but Courier can't open the mailbox: {reply}.")
        .helps(Party::OurServer, &[("See which folder, user and group the account has, and whether they are there:", "authtest {user}")])
        .samples(&["* BYE [ALERT] Fatal error: No such file or directory"]),
    ends("login-failed-inside", "* BYE Internal login failure. Refer to server log for more information.", "The password was right, but Dovecot couldn't begin the session; its log says why.")
        .helps(Party::OurServer, &[("Read why in Dovecot's own log:", "doveadm log errors")])
        .samples(&["* BYE Internal login failure. Refer to server log for more information."]),
    ends("not-checked", "* BYE Temporary problem, please try again later", "Courier couldn't check the password: the service that does it failed.")
        .helps(Party::OurServer, &[("Restart the service that checks passwords:", "systemctl restart courier-authdaemon")])
        .samples(&["* BYE Temporary problem, please try again later"]),
    ends("clock-differs", "* BYE Clock skew detected. Check the clock on the file server", "Courier's server and the one that has the files disagree about the time.")
        .helps(Party::OurServer, &[("Set the clocks of both by NTP:", "timedatectl; chronyc tracking")])
        .samples(&["* BYE Clock skew detected. Check the clock on the file server"]),
    ends("switched-off", "{?* BYE IMAP}{?-ERR POP3} access disabled for this account.", "This way of reading mail is switched off for the mailbox.")
        .helps(Party::OurServer, &[("Allow it in the panel, or take the account's option away (disableimap, disablepop3):", "authtest {user}")])
        .samples(&["* BYE IMAP access disabled for this account.", "-ERR POP3 access disabled for this account."]),
    ends("encryption-wanted", "{?* BYE IMAP}{?-ERR POP3} access disabled via insecure connection.", "The mailbox may be read only over an encrypted connection.")
        .helps(Party::Recipient, &[("Turn on SSL/TLS in the email app: port 993 for IMAP, 995 for POP3.", "")])
        .samples(&["* BYE IMAP access disabled via insecure connection.", "-ERR POP3 access disabled via insecure connection."]),
    ends("on-hold", "{?* BYE }{?-ERR }Your account is temporarily unavailable (+t bit set on home directory).", "The mailbox is on hold: its folder has the sticky bit, as during a move.")
        .helps(Party::OurServer, &[("Once the move is done, take the bit away:", "authtest {user}; chmod -t HOME")])
        .samples(&["* BYE Your account is temporarily unavailable (+t bit set on home directory)."]),
    talk("goodbye-imap", "* BYE {reply}", "The IMAP server ended the connection: “{reply}”.")
        .within(CALLED)
        .samples(&["* BYE Logging out"]),
    talk("yes-imap", "{tag} OK{? {reply}}", "The server did it.")
        .sign(Sign::Yes)
        .samples(&["a1 OK [CAPABILITY IMAP4rev1] Logged in", ". OK Logout completed."]),
    talk("no-imap", "{tag} NO {reply}", "The server refused: “{reply}”.")
        .level(Permanent)
        .samples(&["a1 NO [AUTHENTICATIONFAILED] Authentication failed."]),
    talk("bad-imap", "{tag} BAD {reply}", "The server didn't understand the command: “{reply}”.")
        .level(Warning)
        .samples(&["a1 BAD Error in IMAP command received by server."]),
    talk("capabilities", "* CAPABILITY {listed}", "What the server can do: {listed}.")
        .samples(&["* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN"]),
    talk("count", "* {count} EXISTS", "The folder holds {count message}.").samples(&["* 12 EXISTS"]),
    talk("recent", "* {count} RECENT", "Messages that are new in the folder: {count}.")
        .samples(&["* 0 RECENT"]),
    talk("listed", "* {listed}", "A part of the server's answer.")
        .sign(Sign::Listing)
        .samples(&["* LIST (\\HasNoChildren) \".\" Sent", "* FLAGS (\\Answered \\Seen)"]),
    talk("go-on", "+{? {reply}}", "The server waits for the rest.").samples(&["+ ", "+ idling"]),
    // The client.
    talk("user", "USER {user}", "The client named the user {user}.").samples(&["user ben@shop.example"]),
    talk("password", "PASS {secret}", "The client gave the password. It is masked here.")
        .sign(Sign::Password)
        .level(Warning)
        .samples(&["pass geheim"]),
    talk("digest", "APOP {user} {secret}", "The client logged in as {user} with a digest of the password.")
        .sign(Sign::Password)
        .samples(&["APOP ben c4c9334bac560ecc979e58001b3e22fb"]),
    talk(
        "log-in",
        "{tag} LOGIN {user} {secret}",
        "The client logged in as {user}. The password is masked here.",
    )
    .sign(Sign::Password)
    .level(Warning)
    .samples(&["a1 LOGIN ben geheim", ". login ben@shop.example geheim"]),
    talk("quit", "QUIT", "The client said goodbye.").sign(Sign::Goodbye).samples(&["quit"]),
    talk("quit-imap", "{tag} LOGOUT", "The client said goodbye.").sign(Sign::Goodbye).samples(&["a2 LOGOUT"]),
    talk("encrypt", "STLS", "The client asked for encryption.").samples(&["STLS"]),
    talk("open", "{tag} SELECT {folder}", "The client opened the folder {folder}.")
        .samples(&["a2 select INBOX"]),
    talk("look-into", "{tag} EXAMINE {folder}", "The client opened the folder {folder} for reading only.")
        .samples(&["a2 EXAMINE INBOX"]),
    talk("line", "{listed}", "A part of the conversation: what was typed, or what the server sent.")
        .sign(Sign::Listing)
        .loose()
        .samples(&["1 2104", "."]),
];
