//! The `DragonFly` Mail Agent (dma): a small mail server for the mail of one machine, to the recipient's servers or to a
//! smarthost. Its tag holds the id of the queue, and behind that the number of the process: `dma[3a0012.55d7][2211]`.

use super::{Effect, Field, Format, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Success};
use crate::vocabulary::Level::{self, Permanent, Temporary, Warning};
use crate::vocabulary::Party::{OurServer, Sender};
use crate::vocabulary::TraceType::Message;

/// What dma writes to the mail log.
pub static FORMAT: Format = Format {
    id: "dma",
    title: "the DragonFly Mail Agent (dma)",
    found_in: &["/var/log/mail.log", "/var/log/maillog"],
    sources: &["dma 0.13 net.c, dma.c, mail.c, spool.c, crypto.c, local.c"],
    programs: &["dma"],
    place: Place::Program,
    delivers: &["dma"],
    says_end: false,
    realm: "dma",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("user", Role::User, "The user of this machine who sent it.").shape(Shape::Word),
    field("uid", Role::Uid, "The number of that user."),
    field("from", Role::Sender, "The envelope sender.").shape(Shape::Text),
    field("to", Role::Recipient, "The recipient.").shape(Shape::Text),
    field("queued", Role::State, "The id under which the mail waits for this recipient.").shape(Shape::Word),
    field("host", Role::Host, "The server that takes the mail.").shape(Shape::Word),
    field("ip", Role::Remote, "Its address.").shape(Shape::Ip),
    field("port", Role::Port, "Its port."),
    field("number", Role::Count, "A number."),
    field("stage", Role::Text, "At which step.").shape(Shape::Text),
    field("reply", Role::Reply, "The answer of the other server, or what went wrong on the way to it."),
    field("path", Role::Path, "The file.").shape(Shape::Text),
    field("text", Role::Text, "What happened, in the words of the program."),
];

/// What helps where no server answers.
const PORT: &[(&str, &str)] = &[
    (
        "If no mail server of others can be reached, the provider of this machine blocks outgoing port 25: let it open the port. Try one that answers everybody:",
        "nc -vz gmail-smtp-in.l.google.com 25",
    ),
    (
        "Or send through a smarthost: SMARTHOST, port 587, SECURETRANSFER and STARTTLS in /etc/dma/dma.conf, the login in /etc/dma/auth.conf. The mail waits and is tried again for five days.",
        "",
    ),
];
/// What helps about the login at the smarthost.
const LOGIN: &[(&str, &str)] = &[(
    "Correct the line of the smarthost in /etc/dma/auth.conf (user|host:password), with SECURETRANSFER, STARTTLS and port 587 in dma.conf; the file must be readable for the group mail:",
    "ls -l /etc/dma/auth.conf; grep -v '^#' /etc/dma/dma.conf",
)];
/// What helps about encryption.
const TLS: &[(&str, &str)] = &[(
    "Set port and encryption as a pair in /etc/dma/dma.conf: port 587 with SECURETRANSFER and STARTTLS, or port 465 with SECURETRANSFER alone:",
    "grep -v '^#' /etc/dma/dma.conf",
)];

/// A part of the story of a message.
const fn part(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).effect(Effect::Part(Message))
}

const PATTERNS: &[Pattern] = &[
    line("taken", "new mail from user={user} uid={uid} envelope_from=<{from}>")
        .says("The user {user} of this machine sent a mail, from {from}.")
        .effect(Effect::Birth(Message))
        .samples(&["new mail from user=root uid=0 envelope_from=<root@web.shop.example>"]),
    part("queued", "mail to=<{to}> queued as {queued}", "The mail to {to} is in the queue.")
        .samples(&["mail to=<ben@client.example> queued as 3a0012.55d7c2b0a4f0"]),
    part("trying", "<{to}> trying delivery", "A delivery to {to} begins.")
        .samples(&["<ben@client.example> trying delivery"]),
    part("calling", "trying remote delivery to {host} [{ip}] pref {number}{? {text}}", "The machine calls {host}.")
        .samples(&["trying remote delivery to mx1.client.example [192.0.2.25] pref 10", "trying remote delivery to mx1.client.example [192.0.2.25] pref 10 using EHLO"]),
    part("smarthost", "using smarthost ({host}:{port})", "The mail goes through {host}, port {port}.")
        .samples(&["using smarthost (smtp.shop.example:587)"]),
    part("logging-in", "using SMTP authentication for user {user}", "The program logs in as {user}.")
        .samples(&["using SMTP authentication for user anna@shop.example"]),
    line("delivered", "<{to}> delivery successful")
        .says("The other server, or the mailbox on this machine, accepted the mail to {to}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&["<ben@client.example> delivery successful"]),
    line("no-connection", "{?connect to}{?socket for} {host} [{ip}] failed: {reply}")
        .says("There's no connection to {host} ({ip}): {reply}. The mail waits and is tried again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .helps(OurServer, PORT)
        .samples(&["connect to mx1.client.example [192.0.2.25] failed: Connection timed out", "socket for mx1.client.example [2001:db8::25] failed: Address family not supported by protocol"]),
    line("put-off", "remote delivery deferred: {host} [{ip}] failed after {stage}: {reply}")
        .says("{host} put the mail off at {stage}: {reply}. The mail waits and is tried again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&["remote delivery deferred: mx1.client.example [192.0.2.25] failed after RCPT TO: 450 4.7.1 Greylisted"]),
    line("refused", "remote delivery to {host} [{ip}] failed after {stage}: {reply}")
        .says("{host} refused the mail at {stage}: {reply}.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .samples(&["remote delivery to mx1.client.example [192.0.2.25] failed after RCPT TO: 550 5.1.1 User unknown"]),
    line("name-unknown", "remote delivery {?deferred}{?failed}: DNS lookup failure: host {host} not found")
        .says("DNS has no mail server for {host}.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .hints(&[("Check the spelling of the recipient's domain, or of SMARTHOST in /etc/dma/dma.conf, and look it up on this machine:", "dig +short MX {host}; getent hosts {host}")])
        .samples(&["remote delivery deferred: DNS lookup failure: host client.example not found"]),
    line("login-put-off", "remote delivery deferred: {?Authentication failed}{?AUTH LOGIN failed}{?AUTH LOGIN was refused}{?AUTH login not available}{?AUTH cram-md5 failed}: {reply}")
        .says("The smarthost didn't accept the login: {reply}. The mail waits and is tried again.")
        .level(Temporary)
        .effect(Effect::Part(Message))
        .helps(OurServer, LOGIN)
        .samples(&["remote delivery deferred: Authentication failed: 454 4.7.0 Temporary authentication failure"]),
    line("login-refused", "{?remote delivery failed: }{?Authentication failed}{?AUTH LOGIN failed}{?AUTH login failed}{?AUTH LOGIN was refused}{?SMTP login failed}{?AUTH login not available}{?AUTH cram-md5 failed}: {reply}")
        .says("The smarthost didn't accept the login: {reply}.")
        .level(Permanent)
        .effect(Effect::Part(Message))
        .helps(OurServer, LOGIN)
        .samples(&["remote delivery failed: Authentication failed: 535 5.7.8 Error: authentication failed", "AUTH login failed: 535 5.7.8 Error", "remote delivery failed: SMTP login failed: Operation not permitted"]),
    line("not-logged-in", "{?SMTP login not available. Trying without.}{?non-encrypted SMTP login is disabled in config, so skipping it{?.}{? }}{?no supported authentication method for remote host}")
        .says("The program didn't log in at the smarthost, since there's no encryption or no way to log in that both know; the smarthost probably refuses the mail then.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .helps(OurServer, LOGIN)
        .samples(&["SMTP login not available. Trying without.", "non-encrypted SMTP login is disabled in config, so skipping it"]),
    line("no-encryption", "remote delivery deferred: {?STARTTLS not available}{?SSL handshake failed fatally}{?SSL handshake failed}{?Peer did not provide certificate}{?: {text}}")
        .says("The program could not set up encryption with the other server. The mail waits and is tried again.")
        .level(Temporary)
        .effect(Effect::Part(Message))
        .helps(OurServer, TLS)
        .samples(&["remote delivery deferred: STARTTLS not available", "remote delivery deferred: SSL handshake failed fatally: error:0A00010B:SSL routines::wrong version number"]),
    line("greeting-refused", "{?connection rejected temporarily by remote host}{?connection failed, remote host requires QUIT}{?connection failed, remote host refused our greeting}{?connection failed, malformed response by remote host}")
        .says("The other server turned this machine away before any mail. The mail waits and is tried again.")
        .level(Temporary)
        .effect(Effect::Part(Message))
        .helps(OurServer, &[("Give this machine a full host name that exists in DNS, with matching reverse DNS (MAILNAME in /etc/dma/dma.conf), or send through a smarthost:", "cat /etc/mailname; hostname -f")])
        .samples(&["connection rejected temporarily by remote host", "connection failed, remote host refused our greeting"]),
    line("bounced", "delivery failed, bouncing as {queued}")
        .says("The mail was given up: a notice to its sender is in the queue as {queued}.")
        .level(Permanent)
        .effect(Effect::GiveUp)
        .samples(&["delivery failed, bouncing as 3a0013"]),
    line("not-bounced", "can not {?bounce{? a} bounce message}{?create bounce message}{?, discarding}")
        .says("The mail was given up, and nobody gets a notice about it.")
        .level(Permanent)
        .effect(Effect::GiveUp)
        .samples(&["can not bounce a bounce message"]),
    line("quit-failed", "remote delivery succeeded but QUIT failed: {text}")
        .says("The other server accepted the mail; only the goodbye failed, which is harmless.")
        .effect(Effect::Part(Message))
        .samples(&["remote delivery succeeded but QUIT failed: unexpected connection end"]),
    line("invalid-recipient", "invalid recipient `{to}'{?: {text}}")
        .says("This machine knows no user or alias {to}, so the mail wasn't taken.")
        .level(Permanent)
        .helps(Sender, &[("Correct the recipient, or name it in /etc/aliases. Mail for root needs a line there (root: anna@shop.example):", "grep -n . /etc/aliases")])
        .samples(&["invalid recipient `rot'"]),
    line("no-recipient", "no recipients{? from headers}")
        .says("The mail names no recipient, so it wasn't taken.")
        .level(Permanent)
        .helps(Sender, &[("Correct the script that calls sendmail: the recipient belongs behind it, or into To with -t.", "")])
        .samples(&["no recipients", "no recipients from headers"]),
    line("rights", "{?can not open}{?can not read}{?can not create}{?can not load}{?could not parse}{?syntax error in}{?lost queue file} {text}")
        .says("The program can't use its settings or its queue: {text}.")
        .level(Permanent)
        .loose()
        .helps(OurServer, &[("See who owns them (root and the group mail), and whether the disk has room:", "ls -la /etc/dma /var/spool/dma; df -h /var/spool")])
        .samples(&["can not open config `/etc/dma/dma.conf': Permission denied", "syntax error in /etc/dma/dma.conf:12"]),
];
