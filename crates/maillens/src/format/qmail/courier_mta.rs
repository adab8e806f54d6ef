//! The Courier mail server itself: `courierd` keeps the queue, `courieresmtp` and `courierlocal` deliver, `courieresmtpd`
//! takes mail in.
//!
//! A message is named by three hexadecimal numbers with dots between them. What the other server answered is a line of its
//! own; whether that was the end says the line with `status:` or `success:` behind it.

use super::{Datum, Effect, Field, Format, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Success};
use crate::vocabulary::Level::{self, Alert, Permanent, Temporary, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::Party::{OurServer, Sender};
use crate::vocabulary::TraceType::Message;

/// What the Courier mail server writes to its log.
pub static FORMAT: Format = Format {
    id: "courier-mta",
    title: "the Courier mail server",
    found_in: &["/var/log/maillog", "/var/log/mail.log"],
    sources: &["Courier 1.x cdmsgq.C", "cdmsgq3.C", "comctlfile.c", "courieresmtpd.C", "libesmtp.C"],
    programs: &[
        "courierd",
        "courieresmtp",
        "courieresmtpd",
        "courierlocal",
        "courierdsn",
        "courieruucp",
        "courierfax",
        "esmtpd",
    ],
    place: Place::Program,
    realm: "courier-mta",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("id", Role::Message, "The id of the message in the queue.").shape(Shape::Word),
    field("user", Role::User, "Who logged in to send it.").shape(Shape::Text),
    field("helo", Role::Host, "The name by which the client introduced itself.")
        .datum(Datum::Greeting)
        .shape(Shape::Text),
    field("rdns", Role::Host, "The client's name by reverse DNS.").shape(Shape::Text),
    field("client", Role::Client, "The address of the client."),
    field("port", Role::Port, "The client's port."),
    field("sender", Role::Sender, "The envelope sender.").shape(Shape::Text),
    field("recipient", Role::Recipient, "The recipient.").shape(Shape::Text),
    field(
        "module",
        Role::Channel,
        "The way out: esmtp to another server, local into a mailbox, dsn for a notice.",
    )
    .shape(Shape::Name),
    field("host", Role::Host, "Where it goes.").shape(Shape::Text),
    field("remote", Role::Remote, "The server at the other end.").shape(Shape::Text),
    field("ip", Role::Ip, "The address of the server at the other end."),
    field("no", Role::Code, "The reply code: a no.").shape(Shape::CodeOf(5)),
    field("not_now", Role::Code, "The reply code: not now.").shape(Shape::CodeOf(4)),
    field("reply", Role::Reply, "What the other server answered.").shape(Shape::Reason),
    field("bytes", Role::Bytes, "The size in bytes."),
    field("n", Role::Count, "A number: {}."),
    field("text", Role::Text, "The text, in the program's own words."),
];

const QUEUE: &[(&str, &str)] = &[(
    "Look at the disk and at the lines just before; Courier starts again by itself after a minute:",
    "df -h /var/spool/courier; df -i /var/spool/courier; mailq",
)];
const SUBMIT: &[(&str, &str)] = &[(
    "The program that files messages failed: look at the disk, and make the table of aliases again:",
    "df -h /var/spool/courier; makealiases",
)];
const PASSWORD: &[(&str, &str)] = &[
    (
        "If it was the customer, check the username and the password, and log in once on the server:",
        "authtest {user}",
    ),
    ("Many such lines from one address are guesses: block it.", ""),
];

const PATTERNS: &[Pattern] = &[
    line("queued", "newmsg,id={id}{?, auth={user}}: dns; {helo} ({?{rdns} }[{?::ffff:}{client}])")
        .says("A message entered the queue.")
        .effect(Effect::Birth(Message))
        .samples(&[
            "newmsg,id=00000000000A1B2C.4D5E6F.0000: dns; mx.partner.example (mx.partner.example [::ffff:203.0.113.77])",
            "newmsg,id=00000000000A1B2C.4D5E6F.0000, auth=anna: dns; pc (home.example [::ffff:203.0.113.77])",
        ]),
    line("started", "started,id={id},from=<{sender}>,module={module},host={host},addr=<{recipient}>")
        .says("A delivery to {recipient} began.")
        .effect(Effect::Part(Message))
        .samples(&["started,id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,module=esmtp,host=client.example,addr=<ben@client.example>"]),
    line("refused", "id={id},from=<{sender}>,addr=<{recipient}>: {no} {reply}")
        .says("The server refused {recipient}: “{no} {reply}”.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .samples(&["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>: 550 User unknown."]),
    line("refused-for-now", "id={id},from=<{sender}>,addr=<{recipient}>: {not_now} {reply}")
        .says("The server deferred {recipient}: “{not_now} {reply}”.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>: 451 Try again later."]),
    line("loops-back", "id={id},from=<{sender}>,addr=<{recipient}>: configuration error: mail loops back to myself (MX problem).")
        .sign(Sign::LoopsBack)
        .says("The MX of the recipient's domain leads to this server, but the domain isn't set up here.")
        .level(Permanent)
        .effect(Effect::Part(Message))
        .helps(OurServer, &[
            ("Add the domain to esmtpacceptmailfor and hosteddomains, or correct its MX:", "ls /etc/courier/esmtpacceptmailfor.dir /etc/courier/hosteddomains; makeacceptmailfor; makehosteddomains"),
        ])
        .samples(&["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>: configuration error: mail loops back to myself (MX problem)."]),
    told("cut-off", "id={id},from=<{sender}>,addr=<{recipient}>: Connection closed by remote host.", "On the delivery to {recipient}: The other server closed the connection before it had taken the message.", Party::TheirServer, &[("It's tried again. If it goes on, test the other server from here:", "dig +short MX {recipient-domain}")], &["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>: Connection closed by remote host."]),
    told("no-domain", "id={id},from=<{sender}>,addr=<{recipient}>: No such domain.", "On the delivery to {recipient}: The domain of the address doesn't exist.", Party::Sender, &[("Check the domain of the address letter by letter; if it's right, it has expired or its DNS is broken:", "dig +short MX {recipient-domain}")], &["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>: No such domain."]),
    told("null-mx", "id={id},from=<{sender}>,addr=<{recipient}>: Domain does not receive mail.", "On the delivery to {recipient}: The domain says in its DNS that it accepts no email.", Party::Sender, &[("Use another address of the recipient. To see it:", "dig +short MX {recipient-domain}")], &["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>: Domain does not receive mail."]),
    told("dns-failed", "id={id},from=<{sender}>,addr=<{recipient}>: DNS lookup failed.", "On the delivery to {recipient}: The DNS gave no answer about the domain of the address.", Party::Dns, &[("If one domain fails so, its owner must mend its DNS; if many do, this server's resolver fails:", "cat /etc/resolv.conf; dig MX {recipient-domain}")], &["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>: DNS lookup failed."]),
    told("dns-wrong", "id={id},from=<{sender}>,addr=<{recipient}>: This domain's DNS violates RFC 1035.", "On the delivery to {recipient}: The DNS of the domain is wrong: an MX record names an address instead of a server.", Party::Dns, &[("The owner of the domain must correct its MX record:", "dig +short MX {recipient-domain}")], &["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>: This domain's DNS violates RFC 1035."]),
    told("no-encryption-there", "id={id},from=<{sender}>,addr=<{recipient}>: /SECURITY=REQUIRED set, but TLS is not available", "On the delivery to {recipient}: A setting of this server demands encryption for this destination, which doesn't offer it.", Party::OurServer, &[("Take /SECURITY=REQUIRED out of esmtproutes for it, or have the other server offer STARTTLS:", "cat /etc/courier/esmtproutes")], &["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>: /SECURITY=REQUIRED set, but TLS is not available"]),
    told("no-log-in-there", "id={id},from=<{sender}>,addr=<{recipient}>: Compatible SASL authentication not available.", "On the delivery to {recipient}: This server should log in at its relay, and the relay offers no way that Courier knows.", Party::OurServer, &[("Correct the login of the relay, and use encryption, behind which relays offer it:", "cat /etc/courier/esmtproutes; ls -l /etc/courier/esmtpauthclient")], &["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>: Compatible SASL authentication not available."]),
    told("no-server", "id={id},from=<{sender}>,addr=<{recipient}>: Did not find a suitable MX for a connection", "On the delivery to {recipient}: None of the domain's mail servers could be used just now.", Party::TheirServer, &[("It's tried again. Test the domain's servers from here:", "dig +short MX {recipient-domain}")], &["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>: Did not find a suitable MX for a connection"]),
    line("told", "id={id},from=<{sender}>,addr=<{recipient}>: {text}")
        .says("On the delivery to {recipient}: “{text}”.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>: Remote host is odd."]),
    line("failed", "id={id},from=<{sender}>,addr=<{recipient}>,status: failure")
        .says("The delivery to {recipient} failed permanently; the sender gets a notice.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .facts(&[(Role::Reason, "earlier")])
        .samples(&["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>,status: failure"]),
    line("deferred", "id={id},from=<{sender}>,addr=<{recipient}>,status: deferred")
        .says("The delivery to {recipient} was deferred and will be tried again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .facts(&[(Role::Reason, "earlier")])
        .samples(&["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>,status: deferred"]),
    line("dropped", "id={id},from=<{sender}>,addr=<{recipient}>{?,size={bytes}},success: delivered: backscatter bounce dropped")
        .says("A notice about failed delivery was discarded on purpose; it was not delivered.")
        .effect(Effect::Attempt(Success))
        .facts(&[(Role::Channel, "discard")])
        .samples(&["id=00000000000A1B2C.4D5E6F.0000,from=<>,addr=<ben@client.example>,success: delivered: backscatter bounce dropped"]),
    line("accepted", "id={id},from=<{sender}>,addr=<{recipient}>,size={bytes},success: delivered: {remote}{? [{?::ffff:}{ip}]}")
        .says("The server {remote} accepted the message for {recipient}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .facts(&[(Role::Channel, "remote")])
        .samples(&["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>,size=1024,success: delivered: mx.client.example [::ffff:192.0.2.9]"]),
    line("stored", "id={id},from=<{sender}>,addr=<{recipient}>,size={bytes},success: Message delivered.")
        .says("The message was stored in the mailbox of {recipient}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .facts(&[(Role::Channel, "local")])
        .samples(&["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>,size=1024,success: Message delivered."]),
    line("delivered", "id={id},from=<{sender}>,addr=<{recipient}>,size={bytes},status: success")
        .says("The message for {recipient} was delivered.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&["id=00000000000A1B2C.4D5E6F.0000,from=<anna@shop.example>,addr=<ben@client.example>,size=1024,status: success"]),
    line("completed", "completed,id={id}")
        .says("Everything was settled, and the message left the queue.")
        .effect(Effect::Death)
        .samples(&["completed,id=00000000000A1B2C.4D5E6F.0000"]),
    line("waiting", "Waiting.  shutdown time={text}, queuedelivering={n}, inprogress={bytes}")
        .says("The queue manager waits; {n message is|messages are} in the queue.")
        .samples(&["Waiting.  shutdown time=none, wakeup time=Sat Nov 21 15:28:27 2026, queuedelivering=3, inprogress=0"]),
    line("disk-low", "Low on disk space.")
        .says("The disk of the queue is nearly full, and Courier takes no more mail.")
        .level(Alert)
        .helps(OurServer, QUEUE)
        .samples(&["Low on disk space."]),
    line("stopping", "SHUTDOWN: {text}")
        .says("The queue manager stops or starts itself again; it does so from time to time.")
        .samples(&["SHUTDOWN: Stopping...", "SHUTDOWN: respawnlo limit reached, system inactive."]),
    line("crashed", "ABNORMAL TERMINATION{text}")
        .says("The queue manager ended when it shouldn't have; it starts again after a minute.")
        .level(Alert)
        .helps(OurServer, QUEUE)
        .samples(&["ABNORMAL TERMINATION, exit status: 1", "ABNORMAL TERMINATION BY A SIGNAL"]),
    line("module-died", "MODULE {module} ABORTED.")
        .says("The part {module}, which delivers mail, ended when it shouldn't have.")
        .level(Alert)
        .helps(OurServer, QUEUE)
        .samples(&["MODULE esmtp ABORTED."]),
    line("queue-damaged", "QUEUE FILE CORRUPTION: inode {n}")
        .says("A file of the queue is damaged.")
        .level(Alert)
        .helps(OurServer, &[("Find the file by its number, and move it out of the queue:", "find /var/spool/courier -inum {n}")])
        .samples(&["QUEUE FILE CORRUPTION: inode 4711"]),
    line("stuck", "Error: stuck delivery, PID {n}, sending signal {text}")
        .says("A delivery program hangs and is ended by force.")
        .level(Warning)
        .helps(OurServer, &[("See what hangs: a filter (maildrop), a network file system, or a server that doesn't answer:", "ps axww | grep -e [m]aildrop -e [c]ourier; mailq")])
        .samples(&["Error: stuck delivery, PID 4711, sending signal 15"]),
    line("client-connected", "started,ip=[{?::ffff:}{client}]{?,port=[{port}]}")
        .says("The client {client} connected.")
        .samples(&["started,ip=[::ffff:203.0.113.77],port=[55000]", "started,ip=[::ffff:203.0.113.77]"]),
    line("sending-log-in-failed", "error,relay={?::ffff:}{client}{?,port={port}},msg=\"535 Authentication failed.\",cmd: {text}")
        .says("A login to send mail from {client} was refused.")
        .level(Permanent)
        .helps(Sender, PASSWORD)
        .samples(&["error,relay=::ffff:203.0.113.77,port=55000,msg=\"535 Authentication failed.\",cmd: AUTH LOGIN"]),
    line("log-in-required", "error,relay={?::ffff:}{client}{?,port={port}},msg=\"535 Authentication required.\",cmd: {text}")
        .says("The client {client} wanted to send without a login, which this port requires.")
        .level(Permanent)
        .helps(Sender, &[("Turn on the login for outgoing mail in the email app or the device.", "")])
        .samples(&["error,relay=::ffff:203.0.113.77,port=55000,msg=\"535 Authentication required.\",cmd: MAIL FROM:<anna@shop.example>"]),
    line("command-refused", "error,relay={?::ffff:}{client}{?,port={port}},msg=\"{no} {reply}\",cmd: {text}")
        .says("A command of the client {client} was refused: “{no} {reply}”.")
        .level(Warning)
        .samples(&["error,relay=::ffff:203.0.113.77,port=55000,msg=\"502 ESMTP command error\",cmd: GET / HTTP/1.0"]),
    line("relay-refused", "error,relay={?::ffff:}{client}{?,port={port}}{?,ident={text}},from=<{sender}>,to=<{recipient}>: 513 Relaying denied.")
        .says("The client {client} wanted to send to {recipient} without a login.")
        .level(Permanent)
        .helps(Sender, &[
            ("Turn on the login for outgoing mail in the email app or the device, on port 587.", ""),
            ("If {recipient} is a mailbox here, its domain must be in esmtpacceptmailfor:", "ls /etc/courier/esmtpacceptmailfor.dir; makeacceptmailfor"),
        ])
        .samples(&["error,relay=::ffff:203.0.113.77,from=<anna@shop.example>,to=<ben@client.example>: 513 Relaying denied."]),
    line("recipient-refused", "error,relay={?::ffff:}{client}{?,port={port}}{?,ident={text}},from=<{sender}>,to=<{recipient}>: {no} {reply}")
        .says("This server refused mail of {client} to {recipient}: “{no} {reply}”.")
        .level(Permanent)
        .helps(Sender, &[("Correct the address. If the mailbox should exist here, see what Courier knows of it:", "authtest {recipient}")])
        .samples(&["error,relay=::ffff:203.0.113.77,from=<anna@shop.example>,to=<ben@client.example>: 550 User unknown."]),
    line("too-big", "error,relay={?::ffff:}{client}{?,port={port}},from=<{sender}>: 523 Message length ({bytes} bytes) exceeds administrative limit({n}).")
        .says("The message of {sender} is larger than this server accepts ({n byte}).")
        .level(Permanent)
        .helps(Sender, &[("Send a link in place of the attachment, or raise the limit:", "cat /etc/courier/sizelimit")])
        .samples(&["error,relay=::ffff:203.0.113.77,port=55000,from=<anna@shop.example>: 523 Message length (40000000 bytes) exceeds administrative limit(10485760)."]),
    line("not-filed", "submitclient: EOF from submit. (ip: {?::ffff:}{client})")
        .says("The program that files messages died, so the client was told to try again later.")
        .level(Alert)
        .helps(OurServer, SUBMIT)
        .samples(&["submitclient: EOF from submit. (ip: ::ffff:203.0.113.77)"]),
    line("not-filed-exit", "submit terminated with a non-zero exit code.")
        .says("The program that files messages failed, so the client was told to try again later.")
        .level(Alert)
        .helps(OurServer, SUBMIT)
        .samples(&["submit terminated with a non-zero exit code."]),
];

/// What Courier tells of a delivery before it says how it came out.
const fn told(
    id: &'static str,
    template: &'static str,
    says: &'static str,
    party: Party,
    steps: &'static [(&'static str, &'static str)],
    samples: &'static [&'static str],
) -> Pattern {
    line(id, template)
        .says(says)
        .level(Warning)
        .helps(party, steps)
        .effect(Effect::Part(Message))
        .samples(samples)
}
