//! Exim: other computers talk to the server. Connections, log-ins, and everything that was refused while
//! they talked; the same lines stand in the main log and in the reject log.
//!
//! The word `temporarily` is all that tells a refusal for now from one for good. A refused message was
//! never taken: no notice comes from here, the sending side makes it. A client that goes on after a
//! refused log-in sends its password as a command, so text that looks like one is masked.

use super::arrival::{CV, DN, ID, X};
use super::{Datum, Effect, Field, Format, Pattern, Role, Shape, Sign, Word, field, line, word};
use crate::vocabulary::Level::{Alert, Permanent, Temporary, Warning};
use crate::vocabulary::Outcome::Failed;
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Message;

/// How Exim logs SMTP connections and refusals.
pub static FORMAT: Format = Format {
    id: "exim-smtp",
    title: "the Exim mail server, talking to other computers",
    found_in: &[
        "/var/log/exim4/mainlog",
        "/var/log/exim4/rejectlog",
        "/var/log/exim_mainlog",
        "/var/log/exim_rejectlog",
    ],
    sources: &[
        "Exim specification, chapter Log files",
        "Exim 4.99 smtp_in.c",
        "Exim 4.99 receive.c",
        "Exim 4.99 daemon.c",
    ],
    programs: &["exim", "exim4"],
    own_log: true,
    realm: "exim",
    fields: FIELDS,
    words: WORDS,
    separators: &[": ", " "],
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    ID,
    field("H", Role::Host, "The computer at the other end.")
        .parts("{?({helo}) }{?{host} }{?({helo}) }[{client}]{?:{port}}"),
    field(
        "host",
        Role::Host,
        "The name of the computer at the other end. It was checked: the name resolves to the address.",
    )
    .datum(Datum::ClientName),
    field("helo", Role::Host, "The name that the computer at the other end gave itself. Nobody checked it.")
        .datum(Datum::Greeting),
    field(
        "client",
        Role::Client,
        "The IP address of the computer at the other end. This is the part that can be trusted.",
    ),
    field(
        "port",
        Role::Port,
        "The port of the computer at the other end. It tells connections from one address apart.",
    ),
    field("I", Role::Ip, "The address and port of this server.").parts("[{own}]:{own_port}"),
    field("own", Role::Ip, "The address of this server."),
    field(
        "own_port",
        Role::Port,
        "The port of this server: 25 is for other servers, 465 and 587 are for customers who log in.",
    ),
    X,
    CV,
    DN,
    field("SNI", Role::Host, "The server name that the other computer asked for."),
    field("F", Role::Sender, "The envelope sender. It is empty for a notice.").shape(Shape::Address),
    field("A", Role::User, "Who logged in.").parts("{method}:{login}"),
    field("method", Role::State, "The way to log in.").shape(Shape::Name),
    field(
        "account",
        Role::User,
        "The account that someone tried to log in with. A stranger can write anything here.",
    )
    .shape(Shape::Hostile),
    field("login", Role::User, "The account that logged in, or tried to.").shape(Shape::Word),
    field("U", Role::User, "The system user whose program handed the message over."),
    field("C", Role::Text, "The commands that the other computer used, in order.").shape(Shape::Word),
    field("D", Role::Duration, "How long the connection lasted: {}."),
    field("Ci", Role::Text, "The id of the connection.").shape(Shape::Word),
    field("DKIM", Role::Host, "The domain whose DKIM signature was good."),
    field("SPF", Role::State, "Whether the address may send for the sender's domain: {}."),
    field(
        "DMARC",
        Role::State,
        "The result of DMARC, the domain owner's rule for mail that fails its checks: {}.",
    ),
    field("sender", Role::Sender, "The envelope sender that was given.").shape(Shape::Address),
    field("recipient", Role::Recipient, "The recipient that was given."),
    field("recipients", Role::Address, "The recipients that were given.").shape(Shape::Text),
    field("name", Role::Host, "The name that was given."),
    field("asked", Role::Ip, "The address of the server that was asked."),
    field("argument", Role::Text, "What was asked for."),
    field("path", Role::Path, "The file.").shape(Shape::Word),
    field("what", Role::Text, "How the file is looked up in."),
    field("error", Role::Text, "What went wrong, in the words of the system."),
    field("count", Role::Count, "How many there are."),
    field("size", Role::Bytes, "The size: { byte}."),
    field("limit", Role::Count, "The largest size that this server takes, in bytes."),
    field("command", Role::Text, "The command that the other computer sent."),
    field(
        "secret",
        Role::Password,
        "Coded text that stood where a command belongs. It may be a password, so it is masked.",
    )
    .shape(Shape::Base64),
    field("code", Role::Code, "The answer that this server gave."),
    field("reason", Role::Text, "Why, in the words of Exim or of the server's owner.").shape(Shape::Reason),
    field("text", Role::Text, "What happened, in Exim's words."),
    field("place", Role::State, "What it is about: {}.").shape(Shape::Text),
    field("rule", Role::State, "The check that it met: {}.").shape(Shape::Text),
    field("load", Role::Text, "How busy the server was: the load average."),
    field("program", Role::Text, "The part of the encryption library that met the error."),
];

const WORDS: &[Word] = &[
    word("temporarily rejected", "Deferred: the other server should try again."),
    word("rejected", "Refused. This server did not accept the message; the sending side notifies its user."),
    word("discarded", "Accepted and discarded, on purpose."),
];

/// What a client sent before this server greeted it.
macro_rules! early {
    ($input:literal) => {
        concat!(
            "SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H={H}{*} input=\"",
            $input
        )
    };
}

/// A client that speaks as browsers do, or as scanners of the web.
const fn browser(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("{client} spoke to the mail port as web browsers and scanners do, and was cut off at once. It got nowhere, and has nothing to do with a website on this server.")
        .level(Warning)
        .helps(Party::Nobody, &[("Nothing needs to be done: such scanners call every server. To see less of them, let fail2ban or the firewall block addresses that call often.", "")])
}

const PATTERNS: &[Pattern] = &[
    // Connections.
    line("connected", "SMTP connection from {H}{*} (TCP/IP connection count = {count})")
        .says("{client} connected. Connections open now: {count}.")
        .samples(&[
            "SMTP connection from [192.0.2.101]:52099 (TCP/IP connection count = 1)",
            "SMTP connection from [192.0.2.102]:34505 I=[192.0.2.1]:25 (TCP/IP connection count = 1)",
        ]),
    line("disconnected", "SMTP connection from {H}{*} closed by QUIT")
        .says("{client} said goodbye and closed the connection.")
        .samples(&[
            "SMTP connection from dsl-101.isp.example (a.example) [192.0.2.101]:46515 I=[192.0.2.1]:25 closed by QUIT",
            "SMTP connection from mail.isp.example [192.0.2.101] D=2s closed by QUIT",
        ]),
    line("hung-up", "SMTP connection from {H}{*} closed by DROP in ACL")
        .says("A rule of this server hung up on {client}.")
        .level(Warning)
        .samples(&["SMTP connection from mail.isp.example [192.0.2.101] closed by DROP in ACL"]),
    line("closed", "SMTP connection from {H}{*} closed {text}")
        .says("The connection from {client} was closed {text}.")
        .samples(&["SMTP connection from mail.isp.example [192.0.2.101] closed after SIGTERM"]),
    line("lost-in-message", "SMTP connection from {H}{*} lost while reading message data{? (header)}")
        .says("{client} vanished in the middle of a message. Nothing was taken; the sender has to send it again.")
        .level(Warning)
        .helps(Party::Sender, &[("The sending side tries again by itself. If it happens again and again with one sender, look for a firewall, a virus scanner or an MTU problem in between:", "grep -F {client} /var/log/exim4/mainlog /var/log/exim_mainlog | tail")])
        .samples(&["SMTP connection from dsl-101.isp.example (dropper.example) [192.0.2.101] lost while reading message data"]),
    line("lost", "SMTP connection from {H}{*} lost{? D={D}}{? {text}}")
        .says("{client} vanished without saying goodbye. Once in a while this is harmless.")
        .samples(&["SMTP connection from dsl-101.isp.example [192.0.2.101] lost D=3s"]),
    line("hung-up-on-us", "unexpected disconnection while reading SMTP command from {H}{*}{? (error: {text})}{? D={D}}")
        .says("{client} hung up without saying goodbye. Scanners and unsteady lines do that.")
        .samples(&[
            "unexpected disconnection while reading SMTP command from dsl-101.isp.example (dropper.example) [192.0.2.101]:53379 I=[192.0.2.1]:25 (error: Connection reset by peer) D=0.038s",
            "unexpected disconnection while reading SMTP command from [192.0.2.101] D=0s",
        ]),
    line("silent", "SMTP command timeout on {?TLS }connection from {H}{*}{? D={D}}")
        .says("{client} said nothing for so long that this server hung up.")
        .samples(&["SMTP command timeout on connection from dsl-101.isp.example (slow.example) [192.0.2.101]:48667 I=[192.0.2.1]:25", "SMTP command timeout on TLS connection from [192.0.2.101] D=5m"]),
    line("silent-in-message", "SMTP data timeout (message abandoned) on connection from {H} F=<{F}>{*}")
        .says("{client} went silent in the middle of a message from {F}, and it was dropped. Often a firewall, a virus scanner or a poor line is the cause.")
        .level(Warning)
        .helps(Party::Sender, &[("The sending side tries again by itself. If it happens again and again with one sender, look for a firewall, a virus scanner or an MTU problem in between:", "grep -F {client} /var/log/exim4/mainlog /var/log/exim_mainlog | tail")])
        .samples(&["SMTP data timeout (message abandoned) on connection from dsl-101.isp.example [192.0.2.101] F=<a@isp.example> D=5m"]),
    line("gave-up", "H={H}{*} incomplete transaction ({text}) from <{sender}>{? for {recipients}}")
        .says("{client} began to send a message from {sender} and stopped before the text of it: {text}.")
        .samples(&[
            "H=mail.sendergood.example [192.0.2.102]:38963 I=[192.0.2.1]:25 incomplete transaction (QUIT) from <friend@sendergood.example>",
            "H=host106.isp.example [192.0.2.106]:41037 incomplete transaction (RSET) from <a@isp.example> for b@c.example d@e.example",
        ]),
    line("no-message", "no MAIL in {?SMTP }connection from {H}{*}")
        .says("{client} connected and never offered a message: a monitor, a scanner, or someone whose login failed.")
        .samples(&[
            "no MAIL in SMTP connection from (WIN-CLJ1B0GQ6JP) [192.0.2.105]:40295 I=[192.0.2.1]:587 D=0s X=TLS1.3:AES:256 CV=no SNI=server1.hostco.example C=EHLO,STARTTLS,EHLO,AUTH,QUIT",
            "no MAIL in SMTP connection from dsl-101.isp.example [192.0.2.101] D=0.020s",
        ]),
    line("no-name", "no host name found for IP address {client}")
        .says("DNS has no name for {client}. Whoever owns the address should set a reverse name, because many servers refuse mail from addresses without one.")
        .samples(&["no host name found for IP address 192.0.2.105"]),
    line("no-address", "no IP address found for host {name}{? (during SMTP connection from {H})}")
        .says("DNS has no address for the name {name}.")
        .samples(&["no IP address found for host a.example (during SMTP connection from (b.example) [192.0.2.105])"]),
    line("names-disagree", "IP address {client} does not match any IP address for {name}")
        .says("{client} calls itself {name} in DNS, but that name doesn't resolve back to it.")
        .samples(&["IP address 192.0.2.105 does not match any IP address for a.example"]),
    line("names-disagree-old", "{client} does not match any IP address for {name}")
        .says("{client} calls itself {name} in DNS, but that name doesn't resolve back to it.")
        .samples(&["192.0.2.105 does not match any IP address for a.example"]),
    line("ident-silent", "ident connection to {client} timed out")
        .says("The question who is behind the connection was not answered. That is normal today.")
        .samples(&["ident connection to 192.0.2.105 timed out"]),
    line("many-names", "host name alias list truncated for {client}")
        .says("{client} has more names in DNS than Exim looks at.")
        .samples(&["host name alias list truncated for 192.0.2.105"]),
    line("too-many-connections", "Connection from {H}{*} refused: too many connections")
        .sign(Sign::TooManyConnections)
        .says("{client} was asked to try again later: too many connections are open on this server.")
        .level(Temporary)
        .helps(Party::OurServer, &[
            ("Compare what is open, in all and by address, with the limits: smtp_accept_max is for all together, smtp_accept_max_per_host for one. Raise the first if the mail is wanted and the machine can bear it:", "exiwhat | wc -l; ss -tnH state established '( sport = :25 or sport = :465 or sport = :587 )' | awk '{print $4}' | sort | uniq -c | sort -rn | head; exim -bP smtp_accept_max smtp_accept_max_per_host"),
        ])
        .facts(&[(Role::Reason, "toomanyconn")])
        .samples(&["Connection from [192.0.2.105] refused: too many connections"]),
    line("too-many-connections-from-one", "Connection from {H}{*} refused: too many connections from that IP address")
        .says("{client} was asked to try again later: it has too many connections open at once.")
        .level(Temporary)
        .helps(Party::OurServer, &[
            ("See how many it keeps open; if they're wanted, raise smtp_accept_max_per_host:", "exiwhat | grep -cF {client}; exim -bP smtp_accept_max_per_host"),
        ])
        .facts(&[(Role::Reason, "toomanyconn")])
        .samples(&["Connection from [192.0.2.105] refused: too many connections from that IP address"]),
    line("too-busy", "Connection from {H}{*} refused: load average = {load}")
        .says("{client} was asked to try again later: this server was too busy.")
        .level(Temporary)
        .helps(Party::OurServer, &[("See what keeps the server busy; the limits are queue_only_load and smtp_load_reserve:", "uptime; ps aux --sort=-%cpu | head; exim -bP smtp_load_reserve")])
        .samples(&["Connection from [192.0.2.105] refused: load average = 20.31"]),
    line("refused-for-reserve", "temporarily refused connection from {H}{*}: {text}")
        .says("{client} was asked to try again later: the last free places are kept for others.")
        .level(Temporary)
        .helps(Party::OurServer, &[("See who holds the connections; the limits are smtp_accept_max and smtp_accept_reserve:", "exiwhat; exim -bP smtp_accept_max smtp_accept_max_per_host")])
        .samples(&["temporarily refused connection from a.example [192.0.2.105]: not in reserve list: connected=20 max=20 reserve=5"]),
    line("refused-host", "refused connection from {H}{*} ({text})")
        .says("{client} is not allowed to connect: {text}.")
        .level(Permanent)
        .helps(Party::OurServer, &[("If {client} should be let in, take it out of what blocks it (host_reject_connection, hosts.deny):", "exim -bP host_reject_connection; grep -rn {client} /etc/hosts.deny /etc/exim*")])
        .samples(&["refused connection from a.example [192.0.2.105] (host_reject_connection)"]),
    line("refused-host-old", "connection from {H} refused ({text})")
        .says("{client} is not allowed to connect: {text}.")
        .level(Permanent)
        .helps(Party::OurServer, &[("If {client} should be let in, take it out of what blocks it (host_reject_connection, hosts.deny):", "exim -bP host_reject_connection; grep -rn {client} /etc/hosts.deny /etc/exim*")])
        .samples(&["connection from a.example [192.0.2.105] refused (tcp wrappers)"]),
    line("read-error", "Error or EOF on input from {H}{*}")
        .says("The connection from {client} broke.")
        .samples(&["Error or EOF on input from a.example [192.0.2.105]"]),
    line("delivery-of-queue-asked", "ETRN {argument} received from {H}{*}")
        .says("{client} asked this server to send what waits for {argument}.")
        .samples(&["ETRN x.example received from dsl-101.isp.example (a.example) [192.0.2.101]:55331 I=[192.0.2.1]:25"]),
    line("address-asked", "VRFY failed for {argument} {H}{*}")
        .says("{client} asked whether an address exists and was told no.")
        .samples(&["VRFY failed for staff@a.example a.example [192.0.2.101]"]),
    line("login-of-others-ignored", "ignoring AUTH={argument} from {H}{*} ({text})")
        .says("{client} said who had logged in elsewhere. This server does not rely on that.")
        .samples(&["ignoring AUTH=a@b.example from a.example [192.0.2.101] (client not authenticated)"]),

    // The client broke the rules of SMTP.
    line("spoke-too-early", "SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H={H}{*} input={text}")
        .says("{client} spoke before this server greeted it, so it was refused. Spam programs do that, and programs that begin with encryption on the wrong port.")
        .level(Permanent)
        .helps(Party::Sender, &[("Spam programs do that; nobody needs to act then. If the host is wanted, it must wait for each reply, or be excepted (ignore of synchronization with smtp_enforce_sync):", "exim -bP smtp_enforce_sync")])
        .samples(&[r#"SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H=dsl-101.isp.example [192.0.2.101]:5 I=[192.0.2.1]:25 input="EHLO early.example\r\nMAIL FROM:<a@b.example>\r\n""#]),
    // Web browsers, and scanners that speak as they do or begin with encryption.
    browser("spoke-as-browser", early!("GET {text}")).samples(&[
        r#"SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H=[192.0.2.101] input="GET / HTTP/1.1\r\nHost: 192.0.2.60:25\r\n\r\n""#,
    ]),
    browser("spoke-as-form", early!("POST {text}")).samples(&[
        r#"SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H=[192.0.2.101] input="POST / HTTP/1.1\r\n\r\n""#,
    ]),
    browser("spoke-as-checker", early!("HEAD {text}")).samples(&[
        r#"SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H=[192.0.2.101] input="HEAD / HTTP/1.0\r\n\r\n""#,
    ]),
    browser("spoke-as-prober", early!("OPTIONS {text}")).samples(&[
        r#"SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H=[192.0.2.101] input="OPTIONS / HTTP/1.0\r\n\r\n""#,
    ]),
    browser("spoke-encrypted", early!("\\026\\003{text}")).samples(&[
        r#"SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H=[192.0.2.101] input="\026\003\001\002""#,
    ]),
    line("sent-too-soon", "SMTP protocol synchronization error (next input sent too soon: pipelining was {?not }advertised): rejected \"{command}\" H={H}{*} next input={text}")
        .says("{client} did not wait for answers, so it was refused. A program that sends so is broken.")
        .level(Permanent)
        .helps(Party::Sender, &[("Spam programs do that; nobody needs to act then. If the host is wanted, it must wait for each reply, or be excepted (ignore of synchronization with smtp_enforce_sync):", "exim -bP smtp_enforce_sync")])
        .samples(&[
            r#"SMTP protocol synchronization error (next input sent too soon: pipelining was not advertised): rejected "HELO old.example" H=dsl-101.isp.example [192.0.2.101] next input="MAIL FROM:<a@isp.example>\r\n""#,
            r#"SMTP protocol synchronization error (next input sent too soon: pipelining was advertised): rejected "DATA" H=x.example [192.0.2.101] next input="a" (9 bytes)"#,
        ]),
    line("bad-command-secret", "SMTP syntax error in \"{secret}\" H={H}{*} unrecognized command")
        .says("{client} sent coded text where a command belongs. It may be a password that the program went on to send after its login was refused.")
        .level(Warning)
        .samples(&[r#"SMTP syntax error in "c2VjcmV0LXdvcmQx" H=host107.isp.example (WIN-CLJ1B0GQ6JP) [192.0.2.107] unrecognized command"#]),
    line("bad-log-in-secret", "SMTP syntax error in \"AUTH {method} {secret}\" H={H}{? I={I}} {text}")
        .says("{client} tried to log in, with its name and password in a command that was wrong.")
        .level(Warning)
        .helps(Party::Nobody, &[("If it was a customer: in the email app, turn on encryption for outgoing mail (port 587 with STARTTLS or port 465 with SSL/TLS) and authentication. If not, it was a stranger, who got nowhere.", "")])
        .samples(&[r#"SMTP syntax error in "AUTH PLAIN AGFubmEAczNjcmV0MQ==" H=a.example [192.0.2.107] unrecognized command"#]),
    line("bad-command", "SMTP syntax error in \"{command}\" H={H}{? I={I}} {text}")
        .says("{client} sent a command that is wrong: {text}.")
        .samples(&[
            r#"SMTP syntax error in "MAIL FROM bad" H=dsl-101.isp.example [192.0.2.101] unrecognized command"#,
            r#"SMTP syntax error in "GET / HTTP/1.1" H=dsl-101.isp.example [192.0.2.101]:35263 I=[192.0.2.1]:25 unrecognized command"#,
        ]),
    line("log-in-not-offered-secret", "SMTP protocol error in \"AUTH {method} {secret}\" H={H}{? I={I}} {text}")
        .says("{client} tried to log in when that was not possible: {text}. An email app that does so has its encryption turned off. A strange name in the greeting is a sign of a program that guesses passwords.")
        .level(Warning)
        .helps(Party::Nobody, &[("If it was a customer: in the email app, turn on encryption for outgoing mail (port 587 with STARTTLS or port 465 with SSL/TLS) and authentication. If not, it was a stranger, who got nowhere.", "")])
        .samples(&[r#"SMTP protocol error in "AUTH PLAIN AGFubmEAczNjcmV0MQ==" H=a.example [192.0.2.107] AUTH command used when not advertised"#]),
    line("log-in-not-offered", "SMTP protocol error in \"AUTH {method}\" H={H}{? I={I}} {text}")
        .says("{client} tried to log in when that was not possible: {text}. Often the email app has encryption switched off.")
        .level(Warning)
        .helps(Party::Nobody, &[("If it was a customer: in the email app, turn on encryption for outgoing mail (port 587 with STARTTLS or port 465 with SSL/TLS) and authentication. If not, it was a stranger, who got nowhere.", "")])
        .samples(&[
            r#"SMTP protocol error in "AUTH CRAM-MD5" H=dsl-101.isp.example (WIN-CLJ1B0GQ6JP) [192.0.2.101] CRAM-MD5 authentication mechanism not supported"#,
            r#"SMTP protocol error in "AUTH LOGIN" H=(ylmf-pc) [192.0.2.107]:60723 I=[192.0.2.1]:587 AUTH command used when not advertised"#,
        ]),
    line("wrong-order", "SMTP protocol error in \"{command}\" H={H}{? I={I}} {text}")
        .says("{client} sent a command that does not fit here: {text}.")
        .samples(&[r#"SMTP protocol error in "DATA" H=dsl-101.isp.example (x.example) [192.0.2.101] valid RCPT command must precede DATA"#]),
    line("cut-off-secret", "SMTP call from {H}{*} dropped: too many {text} ({?last command}{?last} was \"{secret}\"{?, C={C}}{?,  C={C}})")
        .says("This server hung up on {client}: too many {text}. The last thing it sent may be a password.")
        .level(Permanent)
        .helps(Party::Nobody, &[("If it's a stranger, nobody needs to act. If a customer's app or device did it, see what it sent:", "grep -F {client} /var/log/exim4/mainlog /var/log/exim_mainlog | tail")])
        .samples(&[r#"SMTP call from dsl-101.isp.example [192.0.2.101] dropped: too many syntax or protocol errors (last command was "c2VjcmV0LXdvcmQx", C=HELO)"#]),
    line("cut-off", "SMTP call from {H}{*} dropped: too many {text} ({place} was \"{command}\"{?, C={C}}{?,  C={C}})")
        .says("This server hung up on {client}: too many {text}.")
        .level(Permanent)
        .helps(Party::Nobody, &[("If it's a stranger, nobody needs to act. If a customer's app or device did it, see what it sent:", "grep -F {client} /var/log/exim4/mainlog /var/log/exim_mainlog | tail")])
        .samples(&[
            r#"SMTP call from dsl-101.isp.example (a.example) [192.0.2.101]:50265 I=[192.0.2.1]:25 dropped: too many nonmail commands (last was "NOOP")"#,
            r#"SMTP call from dsl-101.isp.example [192.0.2.101] dropped: too many syntax or protocol errors (last command was "RCPT <x",  C=HELO)"#,
        ]),

    // Log-ins and encryption.
    line("log-in-failed", "{method} authenticator failed for {H}{*}: 535 {text} (set_id={account})")
        .says("{client} tried to log in as {account} with a wrong name or password. The same from many addresses is someone who guesses.")
        .level(Warning)
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&[
            "dovecot_login authenticator failed for (WIN-CLJ1B0GQ6JP) [192.0.2.105]: 535 Incorrect authentication data (set_id=admin)",
            "dovecot_plain authenticator failed for dsl-101.isp.example (WIN-CLJ1B0GQ6JP) [192.0.2.101]:39319 I=[192.0.2.1]:587: 535 Incorrect authentication data (set_id=anna@bluefern.example)",
        ]),
    line("log-in-table-not-read", "{method} authenticator failed for {H}{*}: 435 {text}{? (set_id={account})}: {argument}failed to open {path} for {what}: {error}")
        .says("Exim couldn't read its file of passwords, so {client} could not log in. The file is {path}: {error}. Whether the password is right is not known.")
        .level(Alert)
        .helps(Party::OurServer, &[("Let Exim's user read the file and enter the folders above it; if the file is missing, have the panel write it again:", "namei -l {path}; exim -bP exim_user exim_group")])
        .samples(&["fixed_login authenticator failed for localhost ([192.0.2.9]) [127.0.0.1]:36824 I=[127.0.0.1]:25: 435 Unable to authenticate at present (set_id=anna@shop.example): failed to open /home/shop/etc/shop.example/shadow for linear search: Permission denied (euid=47 egid=12)"]),
    line("log-in-not-possible", "{method} authenticator failed for {H}{*}: 435 {text}{? (set_id={account})}{?: {argument}}")
        .says("{client} could not log in: this server could not check the password. Whether it is right is not known.")
        .level(Alert)
        .helps(Party::OurServer, &[("Exim couldn't ask the service that knows the passwords (Dovecot's auth socket, saslauthd, a database). See whether it runs and Exim may use it:", "systemctl status dovecot saslauthd; ls -l /var/run/dovecot/ /run/dovecot/; exim -bP authenticators")])
        .samples(&["dovecot_login authenticator failed for (a) [192.0.2.105]: 435 Unable to authenticate at present (set_id=anna): cannot connect to the auth socket"]),
    line("log-in-failed-otherwise", "{method} authenticator failed for {H}{*}: {code} {text}{? (set_id={account})}")
        .says("{client} could not log in: {text}.")
        .level(Warning)
        .samples(&["plain authenticator failed for a.example [192.0.2.105]: 501 Invalid base64 data"]),
    line("encryption-failed", "TLS error on connection from {H}{*} ({program}): {text}")
        .says("The encryption of the connection from {client} failed: {text}.")
        .samples(&["TLS error on connection from dsl-101.isp.example [192.0.2.101]:53659 I=[192.0.2.1]:465 (gnutls_handshake): An unexpected TLS packet was received."]),
    line("certificate-not-trusted", "{?{msg} }[{client}] SSL verify error: {text}")
        .says("The certificate of {client} is not trusted. Mail goes on unless the settings demand a good one.")
        .samples(&["[192.0.2.5] SSL verify error: depth=0 error=self signed certificate cert=/CN=a.example"]),
    line("certificate-name", "{?{msg} }[{client}] SSL verify error: certificate name mismatch: {text}")
        .says("The certificate of {client} is made out to another name.")
        .samples(&[r#"[192.0.2.5] SSL verify error: certificate name mismatch: DN="/CN=a.example" H="b.example""#]),
    line("reset-after-goodbye", "[{client}] after QUIT, client reset TCP before SMTP response and TLS close")
        .says("{client} hung up right after its goodbye. Some email apps always do.")
        .samples(&["[192.0.2.5] after QUIT, client reset TCP before SMTP response and TLS close"]),
    line("no-certificate", "Warning: No server certificate defined; will use a selfsigned one.")
        .says("This server has no certificate for encryption and makes one that email apps do not trust.")
        .level(Warning)
        .helps(Party::OurServer, &[("Set tls_certificate and tls_privatekey in Exim's settings to a certificate with the server's name:", "exim -bP tls_certificate tls_privatekey")])
        .samples(&["Warning: No server certificate defined; will use a selfsigned one."]),
    line("dane-error", "{?{msg} }DANE error: {text}")
        .says("The certificate that the other domain announces in DNS does not fit the one that its server has.")
        .level(Warning)
        .helps(Party::TheirServer, &[("The other domain must make its TLSA record and its certificate fit. Compare them:", "dig +short TLSA _25._tcp.{H}")])
        .samples(&["DANE error: tlsa lookup DEFER"]),
    line("dane-failed", "{?{msg} }DANE attempt failed; TLS connection to {H}{*}: {text}")
        .says("The certificate that the other domain announces in DNS does not fit the one that its server has.")
        .level(Warning)
        .helps(Party::TheirServer, &[("The other domain must make its TLSA record and its certificate fit. Compare them:", "dig +short TLSA _25._tcp.{H}")])
        .samples(&["1xUqTi-000096-2Y DANE attempt failed; TLS connection to mx.a.example [192.0.2.5]: (SSL_connect): error"]),

    // Refusals.
    line("refused-connection", "H={H}{*} rejected connection in \"{argument}\" ACL{?: {reason}}")
        .says("{client} was refused as soon as it connected.")
        .level(Permanent)
        .samples(&["H=host108.isp.example [192.0.2.108]:46497 I=[192.0.2.1]:25 rejected connection in \"connect\" ACL: host is listed in /etc/blockeddomains"]),
    line("deferred-connection", "H={H}{*} temporarily rejected connection in \"{argument}\" ACL{?: {reason}}")
        .says("{client} was asked to try again later, as soon as it connected.")
        .level(Temporary)
        .samples(&["H=host110.isp.example [192.0.2.110] temporarily rejected connection in \"connect\" ACL: Temporary local problem - please try later"]),
    line("dropped-connection", "{H}{*} dropped by {rule}{?: {reason}}")
        .says("{client} was refused as soon as it connected.")
        .level(Permanent)
        .loose()
        .samples(&["mail.a.example [192.0.2.5] dropped by connect ACL: too bad"]),
    line("refused-greeting", "H={H}{*} rejected EHLO or HELO {name}: {reason}")
        .says("{client} was refused because of the name it gave itself, {name}.")
        .level(Permanent)
        .helps(Party::Sender, &[("The sending computer must greet with its full host name. If it's a user's device or program, have it log in and give it such a name; spam programs need nothing. The rule is in the HELO ACL:", "exim -bP acl_smtp_helo helo_try_verify_hosts helo_allow_chars")])
        .samples(&["H=dsl-101.isp.example (ylmf-pc) [192.0.2.101] rejected EHLO or HELO ylmf-pc: HELO/EHLO refused: bad bot"]),
    line("deferred-greeting", "H={H}{*} temporarily rejected EHLO or HELO {name}: {reason}")
        .says("{client} was asked to try again later because of the name it gave itself, {name}.")
        .level(Temporary)
        .helps(Party::Sender, &[("The sending computer must greet with its full host name. If it's a user's device or program, have it log in and give it such a name; spam programs need nothing. The rule is in the HELO ACL:", "exim -bP acl_smtp_helo helo_try_verify_hosts helo_allow_chars")])
        .samples(&["H=dsl-101.isp.example (a.example) [192.0.2.101] temporarily rejected EHLO or HELO a.example: wait"]),
    line("bad-greeting", "rejected {place} from {H}{*}: syntactically invalid argument(s): {text}")
        .says("{client} gave itself a name that is not one: {text}. Often the computer's name has an underscore in it.")
        .level(Permanent)
        .helps(Party::Sender, &[("The sending computer must greet with a name of letters, digits, hyphens and dots. To take the mail all the same, allow the character (helo_allow_chars) or the host:", "exim -bP helo_allow_chars helo_accept_junk_hosts")])
        .samples(&[
            "rejected EHLO from dsl-101.isp.example [192.0.2.101]:50099 I=[192.0.2.1]:25: syntactically invalid argument(s): bad_name_host",
            "rejected HELO from dsl-101.isp.example [192.0.2.101]: syntactically invalid argument(s): (no argument given)",
        ]),
    line("greeting-not-verified", "rejected \"{command}\" from {H}{*}")
        .says("The name that {client} gave itself does not lead to it, so it was refused.")
        .level(Permanent)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&["rejected \"EHLO a.example\" from a.example [192.0.2.101]"]),
    line("greeting-not-verified-yet", "temporarily rejected \"{command}\" from {H}{*}")
        .says("The name that {client} gave itself could not be checked, so it was asked to try again later.")
        .level(Temporary)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&["temporarily rejected \"EHLO a.example\" from a.example [192.0.2.101]"]),
    line("no-greeting", "rejected MAIL from {H}{*}: no HELO/EHLO given")
        .says("{client} did not introduce itself before it sent, so it was refused.")
        .level(Permanent)
        .samples(&["rejected MAIL from dsl-101.isp.example [192.0.2.101]:42067 I=[192.0.2.1]:25: no HELO/EHLO given"]),
    line("too-many-messages", "rejected MAIL command {H}{*}: too many messages in one connection")
        .says("{client} sent as many messages as one connection may; it has to connect again.")
        .level(Temporary)
        .samples(&["rejected MAIL command dsl-101.isp.example [192.0.2.101]: too many messages in one connection"]),
    line("too-big-announced", "rejected MAIL FROM:<{sender}> H={H}{*}: message too big: size={size} max={limit}")
        .says("A message from {sender} was refused because it has {size byte} and this server takes at most {limit}.")
        .level(Permanent)
        .helps(Party::Sender, &[("Send a smaller message or a link to the file; or raise the limit on this server:", "exim -bP message_size_limit")])
        .samples(&["rejected MAIL FROM:<big@isp.example> H=dsl-101.isp.example [192.0.2.101]:44245 I=[192.0.2.1]:25: message too big: size=900000 max=204800"]),
    line("refused-sender", "H={H}{*} rejected MAIL {?<{sender}>}{?: {reason}}")
        .says("Mail from {sender} was refused when {client} gave the sender.")
        .level(Permanent)
        .samples(&[
            "H=(dsl-101.isp.example) [192.0.2.104] rejected MAIL <promo@spamhaus-listed.example>: Sender domain blocked by local policy",
            "H=(phone) [192.0.2.105]:34529 I=[192.0.2.1]:587 rejected MAIL <anna@bluefern.example>: Authentication required",
        ]),
    line("deferred-sender", "H={H}{*} temporarily rejected MAIL {?<{sender}>}{?: {reason}}")
        .says("Mail from {sender} was refused for now when {client} gave the sender.")
        .level(Temporary)
        .samples(&["H=dsl-101.isp.example [192.0.2.101] temporarily rejected MAIL <defer-me@isp.example>: sender temporarily blocked"]),
    line("address-without-domain", "unqualified {place} rejected: <{argument}> {?H=}{H}{*}")
        .says("{client} gave an address without a domain, {argument}, and was refused.")
        .level(Permanent)
        .facts(&[(Role::Reason, "rejected")])
        .samples(&[
            "unqualified sender rejected: <unqualified> H=dsl-101.isp.example [192.0.2.101]",
            "unqualified verify rejected: <root> H=dsl-101.isp.example (a.example) [192.0.2.101]",
        ]),
    line("refused-recipient", "H={H}{*} F=<{F}>{*} rejected RCPT <{recipient}>{?: {reason}}")
        .says("A message from {F} to {recipient} was refused when {client} gave the recipient.")
        .level(Permanent)
        .samples(&[
            "H=mail.sendergood.example [192.0.2.102] F=<dmitri@sendergood.example> rejected RCPT <nosuchbox@bluefern.example>: No Such User Here",
            "H=dsl-101.isp.example [192.0.2.101]:43189 I=[192.0.2.1]:25 X=TLS1.3:AES:256 CV=no F=<> A=dovecot_login:a@b.example rejected RCPT <ab|c@bluefern.example>: Restricted characters in address",
        ]),
    line("deferred-recipient", "H={H}{*} F=<{F}>{*} temporarily rejected RCPT <{recipient}>{?: {reason}}")
        .says("A message from {F} to {recipient} was refused for now when {client} gave the recipient.")
        .level(Temporary)
        .samples(&["H=(dsl-101.isp.example) [192.0.2.104] F=<a@isp.example> temporarily rejected RCPT <anna@bluefern.example>: Sender rate 1.0 / 1h exceeds 1"]),
    line("refused-recipient-bare", "H={H}{*} rejected RCPT {argument}{?: {reason}}")
        .says("The recipient {argument}, given by {client}, was refused.")
        .level(Permanent)
        .samples(&["H=(a) [192.0.2.104] rejected RCPT a@isp.example: no"]),
    line("deferred-recipient-bare", "H={H}{*} temporarily rejected RCPT {argument}{?: {reason}}")
        .says("The recipient {argument}, given by {client}, was refused for now.")
        .level(Temporary)
        .samples(&["H=(a) [192.0.2.104] temporarily rejected RCPT a@isp.example: wait"]),
    line("discarded-recipient", "{?H={H}{*} }F=<{F}>{*} RCPT <{recipient}>: discarded by {rule} ACL{?: {reason}}")
        .says("A message from {F} to {recipient} was accepted and discarded, by a rule. Nobody is notified.")
        .level(Warning)
        .samples(&["H=mail.sendergood.example [192.0.2.102] F=<anna@sendergood.example> RCPT <discard@bluefern.example>: discarded by RCPT ACL: discarded by rule"]),
    line("too-many-recipients", "too many recipients: message rejected: sender=<{sender}> {?H=}{H}{*}")
        .says("A message from {sender} had more recipients than this server takes, and was refused. Smaller groups work.")
        .level(Permanent)
        .facts(&[(Role::Reason, "toomanyconn")])
        .samples(&["too many recipients: message rejected: sender=<a@isp.example> H=dsl-101.isp.example [192.0.2.101]"]),
    line("too-many-recipients-for-now", "too many recipients: excess temporarily rejected: sender=<{sender}> {?H=}{H}{*}")
        .says("A message from {sender} had more recipients than this server takes at once; the rest must be sent again.")
        .level(Temporary)
        .facts(&[(Role::Reason, "toomanyconn")])
        .samples(&["too many recipients: excess temporarily rejected: sender=<a@isp.example> H=dsl-101.isp.example [192.0.2.101]"]),
    line("sender-check-answered", "H={H}{*} sender verify fail for <{sender}>: response to \"{command}\" from {name} [{asked}]{?:{port}} was: {text}")
        .says("This server asked {name}, the sender's own mail server, about the address {sender}, and it said no, so mail from that address is refused: {text}.")
        .level(Permanent)
        .helps(Party::Sender, &[
            ("The sender must use an address that exists, or have whoever runs its domain create it. To ask again as this server does:", "exim -bvs {sender}"),
            ("To take the mail meanwhile, exempt the sender from verify = sender in the ACL for recipients:", "grep -rn 'verify *= *sender' /etc/exim4 /etc/exim.conf"),
        ])
        .samples(&["H=mta.shop.example [192.0.2.101] sender verify fail for <news@client.example>: response to \"RCPT TO:<news@client.example>\" from mx.client.example [192.0.2.11] was: 550 5.1.1 <news@client.example>: Recipient address rejected: User unknown"]),
    line("sender-check-failed", "H={H}{*} sender verify fail for <{sender}>{?: {reason}}")
        .says("The sender's address {sender} cannot receive mail, so mail from it is refused. The line after this one names the recipient.")
        .level(Permanent)
        .helps(Party::Sender, &[
            ("See what this server finds out about that address; whoever runs its domain must correct its MX or A records, or make the address one that takes mail:", "exim -bv {sender}"),
            ("To take the mail meanwhile, exempt the sender from verify = sender in the ACL for recipients:", "grep -rn 'verify *= *sender' /etc/exim4 /etc/exim.conf"),
        ])
        .samples(&["H=dsl-101.isp.example [192.0.2.101]:45133 I=[192.0.2.1]:25 sender verify fail for <unknown5@bigmail.example>: mx.bigmail.example [192.0.2.11] : SMTP error from remote mail server after RCPT TO:<unknown5@bigmail.example>: 550 5.1.1 no"]),
    line("sender-check-open", "H={H}{*} sender verify defer for <{sender}>{?: {reason}}")
        .says("Whether the sender's address {sender} can receive mail could not be found out, so mail from it is refused for now.")
        .level(Temporary)
        .samples(&["H=dsl-101.isp.example [192.0.2.101] sender verify defer for <x@dnsbroken.example>: host lookup did not complete"]),
    line("refused-command", "H={H}{*} rejected {command}{?: {reason}}")
        .says("{client} was refused at {command}.")
        .level(Permanent)
        .samples(&[
            "H=dsl-101.isp.example [192.0.2.101] rejected DATA: rejected before DATA by policy",
            "H=dsl-101.isp.example (a.example) [192.0.2.101] rejected EXPN staff",
            "H=host107.isp.example (WIN-CLJ1B0GQ6JP) [192.0.2.107]:51379 I=[192.0.2.1]:587 X=TLS1.3:AES:256 CV=no SNI=server1.hostco.example rejected AUTH CRAM-MD5: brute force",
        ]),
    line("deferred-command", "H={H}{*} temporarily rejected {command}{?: {reason}}")
        .says("{client} was refused for now at {command}.")
        .level(Temporary)
        .samples(&["H=dsl-101.isp.example [192.0.2.101] temporarily rejected DATA: wait"]),
    line("refused-message", "{msg} H={H}{*} rejected {rule}{?: {reason}}")
        .says("The message from {F} was refused after {client} had sent it. This server did not accept it; the sending side notifies its user.")
        .level(Permanent)
        .effect(Effect::Verdict(Message, Failed))
        .samples(&[
            "1xUqTf-00002P-1D H=dsl-101.isp.example [192.0.2.101] F=<a@isp.example> rejected after DATA: content policy: forbidden subject",
            r#"1xUqTf-00001l-17 H=mail.sendergood.example (dsl-101.isp.example) [192.0.2.102] spam21@partner.example F=<boss@isp.example> rejected after DATA: R=cut_partner T=cut_smtp H=mx.partner.example [192.0.2.28] X=TLS1.3:AES:256 CV=no C="550 5.7.1 Message rejected as spam by content filtering""#,
            "1xUqTf-00002P-1D H=a.example [192.0.2.101] F=<a@isp.example> rejected during MIME ACL checks: attachment",
        ]),
    line("deferred-message", "{msg} H={H}{*} temporarily rejected {rule}{?: {reason}}")
        .says("The message from {F} was refused for now after {client} had sent it. The sending side will try again.")
        .level(Temporary)
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["1xUqTf-00002P-1D H=dsl-101.isp.example [192.0.2.101] F=<a@isp.example> temporarily rejected after DATA: scanner busy"]),
    line("refused-message-bare", "{msg} {?F=<{F}> }rejected after DATA{?: {reason}}")
        .says("The message was refused after it had been sent. This server did not accept it.")
        .level(Permanent)
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["1xUqTf-00001i-0i rejected after DATA: there is no valid sender in any header line"]),
    line("refused-local-message", "{msg} {?U={U} }F=<{F}> {?temporarily }rejected by {rule}{?: {reason}}")
        .says("A message from {F}, made by a program on this server, was refused.")
        .level(Permanent)
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["1xUqTh-00007B-21 F=<chloe@bluefern.example> rejected by non-SMTP ACL: script mail blocked"]),
    line("too-big", "{msg} rejected from <{sender}>{? H={H}}{*}: message too big: read={size} max={limit}")
        .says("A message from {sender} was refused because it was larger than {limit byte}, the most that this server takes.")
        .level(Permanent)
        .facts(&[(Role::Reason, "mesgtoobig")])
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["1xUqTi-000096-2Y rejected from <big@isp.example> H=dsl-101.isp.example [192.0.2.101]: message too big: read=227427 max=204800"]),
    line("refused-while-read", "{msg} rejected from <{sender}>{?{? }H={H}}{*}: {reason}")
        .says("A message from {sender} was refused while it came in.")
        .level(Permanent)
        .effect(Effect::Verdict(Message, Failed))
        .samples(&["1xUqTi-000096-2Y rejected from <a@isp.example>H=dsl-101.isp.example [192.0.2.101]: Too many \"Received\" headers"]),
    line("header-too-long", "ridiculously long message header received from {H}{*}{?: {text}}")
        .says("{client} sent a message whose header is far too long, and was refused.")
        .level(Permanent)
        .samples(&["ridiculously long message header received from a.example [192.0.2.101] (more than 1048576 characters): message abandoned"]),
    line("header-line-too-long", "overlong message header line received from {H}{*}{?: {text}}")
        .says("{client} sent a header line that is too long, and was refused.")
        .level(Permanent)
        .samples(&["overlong message header line received from a.example [192.0.2.101]: message abandoned"]),

    // Notes of the server's rules.
    line("note-of-message", "{msg} H={H}{*} Warning: {text}")
        .says("A rule of this server noted: {text}.")
        .effect(Effect::Part(Message))
        .samples(&[r#"1xUqTf-00001g-0i H=mail.sendergood.example [192.0.2.102] Warning: "Message looks odd""#]),
    line("note", "H={H}{*} Warning: {text}")
        .says("A rule of this server noted: {text}.")
        .samples(&["H=mail.sendergood.example [192.0.2.102] Warning: Message looks odd"]),
    line("rule-skipped", "H={H}{*} Warning: ACL \"warn\" statement skipped{? (in {rule})}: condition test deferred{?: {text}}")
        .says("A check could not be made, so it was left out: {text}.")
        .level(Warning)
        .helps(Party::Dns, &[("Test this server's own resolver; block lists don't answer public resolvers, so a mail server needs one of its own:", "cat /etc/resolv.conf; dig 2.0.0.127.zen.spamhaus.org")])
        .samples(&["H=a.example [192.0.2.5] Warning: ACL \"warn\" statement skipped: condition test deferred: spamd is down"]),
    line("rule-skipped-for-message", "{msg} H={H}{*} Warning: ACL \"warn\" statement skipped{? (in {rule})}: condition test deferred{?: {text}}")
        .says("A check could not be made, so it was left out: {text}.")
        .level(Warning)
        .helps(Party::Dns, &[("Test this server's own resolver; block lists don't answer public resolvers, so a mail server needs one of its own:", "cat /etc/resolv.conf; dig 2.0.0.127.zen.spamhaus.org")])
        .effect(Effect::Part(Message))
        .samples(&["1xUqTf-00002P-1D H=a.example [192.0.2.5] Warning: ACL \"warn\" statement skipped: condition test deferred: spamd is down"]),
    line("list-not-answering", "{?{msg} }DNS list lookup defer (probably timeout) for {text}: {argument}")
        .says("A blocklist did not answer. Often it refuses questions that come through a public DNS service.")
        .level(Warning)
        .helps(Party::Dns, &[("Test this server's own resolver; block lists don't answer public resolvers, so a mail server needs one of its own:", "cat /etc/resolv.conf; dig 2.0.0.127.zen.spamhaus.org")])
        .samples(&["DNS list lookup defer (probably timeout) for 5.2.0.192.zen.bl.example: assumed not in list"]),
    line("slow-dns", "Long {text} lookup for '{name}': {count} msec")
        .says("DNS took {count millisecond} to answer for {name}.")
        .level(Warning)
        .helps(Party::Dns, &[("Test this server's own resolver; block lists don't answer public resolvers, so a mail server needs one of its own:", "cat /etc/resolv.conf; dig 2.0.0.127.zen.spamhaus.org")])
        .samples(&["Long A lookup for 'a.example': 2001 msec"]),
    line("spam-filter-down", "{?{msg} }spam acl condition: {text}")
        .says("The spam filter could not be asked: {text}.")
        .level(Alert)
        .effect(Effect::Mention)
        .helps(Party::OurServer, &[("See whether SpamAssassin runs and where it listens, and compare spamd_address in Exim's settings:", "systemctl status spamd spamassassin; ss -ltnp | grep 783; exim -bP spamd_address")])
        .samples(&["1xUqTf-00002P-1D spam acl condition: error reading from spamd [127.0.0.1]:783: Connection reset by peer"]),
    line("virus-scanner-down", "{?{msg} }malware acl condition: {text}")
        .says("The virus scanner could not be asked: {text}.")
        .helps(Party::OurServer, &[("Start the virus scanner, and see that it can read Exim's spool (clamav in Exim's group):", "systemctl status clamav-daemon clamd; id clamav")])
        .level(Alert)
        .effect(Effect::Mention)
        .samples(&["1xUqTf-00002P-1D malware acl condition: clamd: unable to connect"]),
];
