//! nullmailer: a small mail server that passes all mail to one or more others, its remotes. It has a queue, which it goes
//! through again and again; why one delivery failed stands in the line of the protocol before the result.

use super::{Field, Format, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party::OurServer;

/// What nullmailer writes.
pub static FORMAT: Format = Format {
    id: "nullmailer",
    title: "nullmailer, which passes all mail to another server",
    found_in: &["/var/log/mail.log", "journalctl -u nullmailer", "/var/log/nullmailer/current"],
    sources: &["nullmailer 2.2 src/send.cc, lib/errcodes.cc, protocols/protocol.cc"],
    programs: &["nullmailer-send", "nullmailer"],
    place: Place::Program,
    realm: "nullmailer",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("host", Role::Host, "The remote: the server that takes all mail.").shape(Shape::Word),
    field("protocol", Role::State, "The protocol.").shape(Shape::Word),
    field("file", Role::Path, "The file of the mail in the queue.").shape(Shape::Text),
    field("count", Role::Count, "How many there are."),
    field("sender", Role::Sender, "The envelope sender.").shape(Shape::Text),
    field("recipient", Role::Recipient, "The recipients.").shape(Shape::Text),
    field("msgid", Role::MessageId, "The Message-ID of the mail.").shape(Shape::Text),
    field("later", Role::Code, "The reply code. 4xx: try again later.").shape(Shape::CodeOf(4)),
    field("reply", Role::Reply, "What the remote answered, or what went wrong on the way to it."),
    field("text", Role::Text, "What went wrong, in the words of the program."),
];

const REMOTES: &str = "grep -v '^#' /etc/nullmailer/remotes";
/// What helps where the remote doesn't exist.
const NAME: &[(&str, &str)] = &[
    (
        "Correct the spelling of the server in /etc/nullmailer/remotes, the first word of its line, and look it up on this machine (getent hosts):",
        REMOTES,
    ),
    (
        "Then let nullmailer try again; what waits is sent without anybody's help:",
        "systemctl restart nullmailer",
    ),
];
/// What helps where the remote can't be reached.
const PORT: &[(&str, &str)] = &[
    ("See which server and port are set, and whether this machine reaches them (nc -vz):", REMOTES),
    (
        "Many providers block port 25: use smtp --port=587 --starttls, or --port=465 --ssl, with --user and --pass.",
        "",
    ),
];
/// What helps where the remote says no to the mail.
const REPLY: &[(&str, &str)] = &[(
    "Read the line before it (smtp: Failed: …): it has the server's reply. If that is about a login or relaying, correct --user and --pass of the remote:",
    REMOTES,
)];
/// What helps about the queue.
const QUEUE: &[(&str, &str)] = &[(
    "See who owns the queue (it must be the user mail or nullmailer), and whether the disk has room:",
    "ls -la /var/spool/nullmailer; df -h /var/spool",
)];

const PATTERNS: &[Pattern] = &[
    line("rescanning", "Rescanning queue.").says("A new round begins: nullmailer looks for mail in its queue.").samples(&["Rescanning queue."]),
    line("triggered", "Trigger pulled.").says("New mail came into the queue.").samples(&["Trigger pulled."]),
    line("round", "Starting delivery, {count} message(s) in queue.")
        .says("{count message is|messages are} to be sent.")
        .samples(&["Starting delivery, 3 message(s) in queue."]),
    line("round-over", "Delivery complete, {count} message(s) remain.")
        .says("The round is over: {count message still waits|messages still wait}.")
        .samples(&["Delivery complete, 3 message(s) remain."]),
    line("delivery", "Starting delivery: host: {host} protocol: {protocol} file: {file}")
        .says("A mail is being passed to {host}.")
        .samples(&["Starting delivery: host: smtp.shop.example protocol: smtp file: 1715600402.1187"]),
    line("delivery-old", "Starting delivery: protocol: {protocol} host: {host} file: {file}")
        .says("A mail is being passed to {host}.")
        .samples(&["Starting delivery: protocol: smtp host: smtp.shop.example file: 1715600402.1187"]),
    line("envelope", "From: <{sender}> to: <{recipient}>")
        .says("The mail is from {sender} to {recipient}.")
        .samples(&["From: <root@pi.shop.example> to: <anna@shop.example>", "From: <> to: <anna@shop.example> <ben@shop.example>"]),
    line("message-id", "Message-Id: {?<}{msgid}{?>}").says("The mail has the Message-ID {msgid}.").samples(&["Message-Id: <a1@pi.shop.example>"]),
    line("sent", "Sent file.").says("The remote accepted the mail.").level(Success).samples(&["Sent file."]),
    line("succeeded", "{?smtp}{?qmqp}: Succeeded: {reply}")
        .says("The remote accepted the mail: {reply}.")
        .level(Success)
        .samples(&["smtp: Succeeded: 250 2.0.0 Ok: queued as 4F3D21"]),
    line("put-off-why", "{?smtp}{?qmqp}: Failed: {later} {reply}")
        .says("The remote put the mail off ({later}): {reply}. It waits in the queue.")
        .level(Temporary)
        .helps(OurServer, &[("If it lasts, see what the remote's administrator says to that reply; a login or encryption is set in the line of the remote:", REMOTES)])
        .samples(&["smtp: Failed: 451 4.7.1 Try again later"]),
    line("failed", "{?smtp}{?qmqp}: Failed: {reply}")
        .says("The remote didn't take the mail: {reply}.")
        .level(Permanent)
        .helps(OurServer, &[("Correct what the reply names: the login (--user, --pass), encryption (--starttls or --ssl) or the sender, in the line of the remote:", REMOTES)])
        .samples(&["smtp: Failed: 535 5.7.8 Error: authentication failed"]),
    line("name-unknown", "Sending failed: Host {?not found}{?has no address}")
        .says("DNS has no address for the server that takes all mail (the host named as the delivery began), so the mail waits in the queue.")
        .level(Temporary)
        .helps(OurServer, NAME)
        .samples(&["Sending failed: Host not found", "Sending failed: Host has no address"]),
    line("name-not-looked-up", "Sending failed: {?Temporary}{?Fatal} error in gethostbyname")
        .says("This machine couldn't look up the server that takes all mail, so the mail waits in the queue.")
        .level(Temporary)
        .helps(OurServer, &[("See whether name resolution works on this machine:", "cat /etc/resolv.conf; getent hosts deb.debian.org")])
        .samples(&["Sending failed: Temporary error in gethostbyname"]),
    line("no-connection", "Sending failed: {?Connection refused}{?Connection timed out}{?Connection failed}{?Host or network unreachable}{?Socket failed}")
        .says("The server that takes all mail couldn't be reached, so the mail waits in the queue.")
        .level(Temporary)
        .helps(OurServer, PORT)
        .samples(&["Sending failed: Connection timed out", "Sending failed: Host or network unreachable"]),
    line("refused", "Sending failed: {?Server refused the message}{?Permanent error in sending the message}")
        .says("The server that takes all mail refused this one for good; nullmailer returns it or keeps it in its folder failed.")
        .level(Permanent)
        .follows()
        .helps(OurServer, REPLY)
        .samples(&["Sending failed: Permanent error in sending the message", "Sending failed: Server refused the message"]),
    line("put-off", "Sending failed: {?Temporary error in sending the message}{?Protocol error}{?Unspecified error}")
        .says("The server that takes all mail put this one off, so it waits in the queue.")
        .level(Temporary)
        .follows()
        .helps(OurServer, REPLY)
        .samples(&["Sending failed: Temporary error in sending the message", "Sending failed: Protocol error"]),
    line("login-refused", "Sending failed: Failed to authenticate to server")
        .says("The server that takes all mail didn't accept the username or the password, so the mail waits in the queue.")
        .level(Temporary)
        .helps(OurServer, &[("Enter --user and --pass of the remote again; the file must be readable for its user alone (chmod 600):", "ls -l /etc/nullmailer/remotes")])
        .samples(&["Sending failed: Failed to authenticate to server"]),
    line("failed-here", "Sending failed: {?Could not {text}}{?Command-line usage error}{?No error}")
        .says("The mail wasn't sent because of a fault on this machine: its queue, its settings or its program for the protocol.")
        .level(Alert)
        .helps(OurServer, &[
            ("See who may read the settings and the queue, and whether the protocol's program is there:", "ls -la /etc/nullmailer /var/spool/nullmailer /usr/lib/nullmailer"),
        ])
        .samples(&["Sending failed: Could not read config files", "Sending failed: Could not exec program"]),
    line("failed-otherwise", "Sending failed: {text}")
        .says("The mail wasn't sent: {text}. It waits in the queue.")
        .level(Temporary)
        .loose()
        .helps(OurServer, REPLY)
        .samples(&["Sending failed: Something else"]),
    line("too-slow", "Sending timed out, killing protocol")
        .says("A delivery took too long, so nullmailer ended it. The mail waits in the queue.")
        .level(Temporary)
        .helps(OurServer, &[("See whether the server answers at that port; for large mail on a slow line, raise the limit:", "cat /etc/nullmailer/sendtimeout; grep -v '^#' /etc/nullmailer/remotes")])
        .samples(&["Sending timed out, killing protocol"]),
    line("crashed", "{?Sending process crashed or was killed.}{?Error catching the child process return value.}{?Fork failed.}")
        .says("The program that delivers crashed or could not start. The mail waits in the queue.")
        .level(Alert)
        .helps(OurServer, &[("See what the system reports about it, such as a lack of memory:", "journalctl -k -n 50")])
        .samples(&["Sending process crashed or was killed."]),
    line("no-remotes", "No remote hosts listed for delivery")
        .says("The file of the servers that take all mail (/etc/nullmailer/remotes) is empty, so nothing is sent.")
        .level(Alert)
        .helps(OurServer, &[("Write the server into it, one a line (smtp.shop.example smtp --port=587 --starttls --user=… --pass=…), and keep it readable for its user alone:", "ls -l /etc/nullmailer/remotes")])
        .samples(&["No remote hosts listed for delivery"]),
    line("no-settings", "Could not load the config")
        .says("The program nullmailer couldn't read its settings, so nothing is sent.")
        .level(Alert)
        .helps(OurServer, &[("See whether the file of the remotes is there and who may read it:", "ls -l /etc/nullmailer")])
        .samples(&["Could not load the config"]),
    line("queue-closed", "{?Can't open file '{file}'}{?Can't unlink file.}{?Could not open trigger file.}{?Could not chdir to queue message directory.}{?Cannot open queue directory: {text}}")
        .says("The program nullmailer may not use its own queue, so nothing is sent.")
        .level(Alert)
        .helps(OurServer, QUEUE)
        .samples(&["Can't open file '1715600402.1187'", "Could not open trigger file.", "Cannot open queue directory: Permission denied"]),
    line("given-up", "{?Moving message {file} into failed}{?Generating bounce for {file}}{?Not generating double bounce for {file}}")
        .says("The mail was given up: nullmailer returns it to its sender, or keeps it in its folder failed.")
        .level(Warning)
        .helps(OurServer, &[("Why, says the line of the protocol before it (smtp: Failed: …). What was given up is here:", "ls -l /var/spool/nullmailer/failed")])
        .samples(&["Generating bounce for 1715600402.1187", "Moving message 1715600402.1187 into failed"]),
];
