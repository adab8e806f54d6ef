//! sSMTP: a program in place of sendmail that passes each mail to one server, its mail hub. It keeps no queue: what it
//! can't pass on is lost, or stands in the file dead.letter in the home directory of the user who sent it.

use super::{Field, Format, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Success, Warning};
use crate::vocabulary::Party::{OurServer, Sender};

/// What sSMTP writes to syslog.
pub static FORMAT: Format = Format {
    id: "ssmtp",
    title: "sSMTP, which passes mail to one server",
    found_in: &["/var/log/mail.log", "/var/log/maillog"],
    sources: &["sSMTP 2.64 ssmtp.c: the texts of log_event and die"],
    programs: &["sSMTP", "ssmtp"],
    place: Place::Program,
    realm: "ssmtp",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("host", Role::Host, "The mail hub: the server that takes all mail.").shape(Shape::Word),
    field("port", Role::Port, "Its port."),
    field("sender", Role::Sender, "The envelope sender.").shape(Shape::Text),
    field("recipient", Role::Recipient, "The recipient.").shape(Shape::Text),
    field("reply", Role::Reply, "What the mail hub answered.").shape(Shape::Hostile),
    field("uid", Role::Uid, "The number of the user who sent it."),
    field("user", Role::User, "The user of this machine who sent it.").shape(Shape::Word),
    field("bytes", Role::Bytes, "What went over the line: { byte}."),
    field("method", Role::State, "The way to log in.").shape(Shape::Text),
    field("path", Role::Path, "The file of the settings.").shape(Shape::Text),
    field("key", Role::State, "The setting.").shape(Shape::Name),
    field("value", Role::Text, "Its value."),
    field("secret", Role::Password, "The password. It is masked.").shape(Shape::Text),
    field("text", Role::Text, "What went wrong, in the words of the program."),
];

/// What helps where the mail hub doesn't exist.
const HUB: &[(&str, &str)] = &[
    (
        "Set mailhub in /etc/ssmtp/ssmtp.conf to the mail server that takes this machine's mail, with its port (mailhub=smtp.shop.example:587). The default, mail, is only a placeholder:",
        "grep -i '^mailhub' /etc/ssmtp/ssmtp.conf",
    ),
    ("If the name is right, look it up on this machine:", "getent hosts {host}"),
];
/// What helps where the mail hub can't be reached.
const PORT: &[(&str, &str)] = &[
    ("See whether the port can be reached from this machine:", "nc -vz {host} {port}"),
    (
        "Many providers block port 25: use 587 (mailhub=…:587, UseTLS=YES, UseSTARTTLS=YES) or 465 (UseTLS=YES alone) with AuthUser and AuthPass:",
        "grep -iE '^(mailhub|use)' /etc/ssmtp/ssmtp.conf",
    ),
];
/// What helps where the two don't agree on encryption.
const TLS: &[(&str, &str)] = &[(
    "Set port and encryption as a pair in /etc/ssmtp/ssmtp.conf: 587 with UseTLS=YES and UseSTARTTLS=YES, 465 with UseTLS=YES alone, 25 with neither:",
    "grep -iE '^(mailhub|use)' /etc/ssmtp/ssmtp.conf",
)];
/// What helps where the login fails.
const LOGIN: &[(&str, &str)] = &[(
    "Enter AuthUser (usually the whole address) and AuthPass again in /etc/ssmtp/ssmtp.conf; Gmail and others want an app password. The file must be readable for root and the group mail alone:",
    "ls -l /etc/ssmtp/ssmtp.conf; grep -iE '^(mailhub|use|authuser)' /etc/ssmtp/ssmtp.conf",
)];

const PATTERNS: &[Pattern] = &[
    line("sent", "Sent mail for {sender} ({reply}) uid={uid} username={user} outbytes={bytes}")
        .says("The mail hub accepted the mail of {user}, from {sender}.")
        .level(Success)
        .samples(&["Sent mail for root@web.shop.example (221 2.0.0 Bye) uid=0 username=root outbytes=512"]),
    line("name-unknown", "Unable to locate {host}")
        .says("DNS has no address for {host}, the server to which sSMTP passes all mail (mailhub), so the mail wasn't sent. sSMTP keeps no queue: the mail is lost, or in the file dead.letter of the user who sent it.")
        .level(Permanent)
        .helps(OurServer, HUB)
        .samples(&["Unable to locate mail"]),
    line("no-connection", "Unable to connect to {?\"}{host}{?\"} port {port}.")
        .says("There's no connection to {host}, the server to which sSMTP passes all mail (mailhub), on port {port}. The mail wasn't sent.")
        .level(Permanent)
        .helps(OurServer, PORT)
        .samples(&["Unable to connect to \"smtp.shop.example\" port 25."]),
    line("no-connection-short", "Unable to connect to {host}:{port}")
        .says("There's no connection to {host}, the server to which sSMTP passes all mail (mailhub), on port {port}. The mail wasn't sent.")
        .level(Permanent)
        .helps(OurServer, PORT)
        .samples(&["Unable to connect to smtp.shop.example:25"]),
    line("not-opened", "Cannot open {host}:{port}")
        .says("The program gave up: the mail wasn't passed to {host} on port {port}, and there's no queue that would try again.")
        .level(Permanent)
        .follows()
        .helps(OurServer, PORT)
        .samples(&["Cannot open mail:25"]),
    line("no-greeting", "Invalid response SMTP {?s}{?S}erver{? (STARTTLS)}")
        .says("The mail hub answered the call with something else than a greeting: port and encryption don't fit, or it turns this machine away.")
        .level(Permanent)
        .helps(OurServer, TLS)
        .samples(&["Invalid response SMTP server", "Invalid response SMTP Server (STARTTLS)"]),
    line("wrong-answer", "Invalid response: {text} ({host})")
        .says("The mail hub turned down the greeting of this machine, {host}: {text}.")
        .level(Permanent)
        .helps(OurServer, &[("Set hostname in /etc/ssmtp/ssmtp.conf to the full name of this machine, one that exists in DNS:", "grep -i '^hostname' /etc/ssmtp/ssmtp.conf; hostname -f")])
        .samples(&["Invalid response: 501 5.5.4 Invalid HELO name (web)"]),
    line("no-encryption", "{?SSL}{?STARTTLS} not working{?: {text}}")
        .says("The mail hub and sSMTP could not set up encryption.")
        .level(Permanent)
        .helps(OurServer, TLS)
        .samples(&["SSL not working: error:0A00010B:SSL routines::wrong version number (1)", "STARTTLS not working"]),
    line("login-refused", "Authorization failed ({reply})")
        .says("The mail hub didn't accept the username or the password of sSMTP: {reply}. The mail wasn't sent.")
        .level(Permanent)
        .helps(OurServer, LOGIN)
        .samples(&["Authorization failed (535 5.7.8 Error: authentication failed)"]),
    line("login-not-offered", "Server {?didn't like our}{?didn't accept}{?rejected} AUTH {method} ({reply})")
        .says("The mail hub doesn't take the login that sSMTP tried (AUTH {method}): {reply}. Often it does only after encryption.")
        .level(Permanent)
        .helps(OurServer, TLS)
        .samples(&["Server didn't like our AUTH LOGIN (530 5.7.0 Must issue a STARTTLS command first)", "Server rejected AUTH CRAM-MD5 (504 5.7.4 Unrecognized authentication type)"]),
    line("recipient-refused", "RCPT TO:<{recipient}> ({reply})")
        .says("The mail hub refused the recipient {recipient}: {reply}. The mail went to none of its recipients.")
        .level(Permanent)
        .helps(Sender, &[("Correct the recipient, or, if the reply is about relaying or a login, set AuthUser and AuthPass in /etc/ssmtp/ssmtp.conf. Mail to root and other local names goes to the address behind root= there:", "grep -iE '^(root|authuser|mailhub)' /etc/ssmtp/ssmtp.conf")])
        .samples(&["RCPT TO:<ben@client.example> (550 5.1.1 User unknown)"]),
    line("lost", "Connection lost in middle of processing")
        .says("The mail hub didn't answer in time, so sSMTP gave up. The mail wasn't sent.")
        .level(Permanent)
        .helps(OurServer, &[("Send a test mail and watch each step; if it ends at the greeting, port and encryption don't fit:", "echo test | ssmtp -v root")])
        .samples(&["Connection lost in middle of processing"]),
    line("no-text", "{?killed: }{?t}{?T}imeout on {?input}{?stdin} while reading body{?{text}}")
        .says("The program that called sSMTP gave it no mail to send.")
        .level(Warning)
        .helps(OurServer, &[("Look at the script or cron job of that time: it must write the mail to sendmail and close its input.", "")])
        .samples(&["killed: timeout on stdin while reading body -- message saved to dead.letter.", "Timeout on input while reading body"]),
    line("no-recipient", "No recipients specified although -t option used")
        .says("The mail names no recipient, so it wasn't sent.")
        .level(Permanent)
        .helps(Sender, &[("Correct the script: with -t, sSMTP takes the recipients from the headers To, Cc and Bcc of the mail.", "")])
        .samples(&["No recipients specified although -t option used"]),
    line("no-settings", "{path} not found")
        .says("The program sSMTP couldn't read its settings ({path}), so it uses its defaults: the server mail, port 25.")
        .level(Warning)
        .helps(OurServer, &[("See whether the file is there and who may read it; whoever sends must be in its group:", "ls -l {path}")])
        .samples(&["/etc/ssmtp/ssmtp.conf not found"]),
    line("password-shown", "Set AuthPass=\"{secret}\"")
        .says("The debug output of sSMTP shows the password of its login.")
        .level(Warning)
        .helps(OurServer, &[("Take Debug=YES out of /etc/ssmtp/ssmtp.conf, and change the password: it's in the log.", "grep -i '^debug' /etc/ssmtp/ssmtp.conf")])
        .samples(&["Set AuthPass=\"geheim\""]),
    line("setting", "Set {key}=\"{value}\"")
        .says("The program sSMTP read the setting {key}: {value}.")
        .samples(&["Set MailHub=\"smtp.shop.example\""]),
    line("setting-unknown", "Unable to set {key}=\"{value}\"")
        .says("The program sSMTP doesn't know the setting {key}, or its value {value}.")
        .level(Warning)
        .helps(OurServer, &[("Correct or remove it:", "grep -in '^{key}' /etc/ssmtp/ssmtp.conf")])
        .samples(&["Unable to set UseSSL=\"YES\""]),
    line("encrypting", "Creating SSL connection to host")
        .says("The program sSMTP sets up encryption with the mail hub.")
        .samples(&["Creating SSL connection to host"]),
    line("encrypted", "SSL connection using {method}")
        .says("The connection to the mail hub is encrypted ({method}).")
        .samples(&["SSL connection using TLS_AES_256_GCM_SHA384"]),
];
