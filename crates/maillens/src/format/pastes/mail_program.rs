//! What email apps and libraries say around the conversation that they show: whom they called, how it ended. The
//! conversation itself is read with `smtp_dialogue.rs`, whatever marks stand in front of its lines.

use super::{Effect, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Info, Permanent, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What they say.
pub static FORMAT: Format = Format {
    id: "mail-program",
    title: "what email apps and libraries say when they send",
    found_in: &["the debugging output of a website, a script or an email app"],
    sources: &[
        "PHPMailer 6.9 SMTP.php",
        "Python 3.12 smtplib.py",
        "nodemailer 6.9 smtp-connection",
        "Exim 4.97 transports/smtp.c",
        "PHP 8.2 ext/openssl/xp_ssl.c",
        "SwithMail 2.3",
        "DokuWiki plugin smtp",
    ],
    place: Place::Document(Dialogue),
    kind: FormatKind::Program,
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Where a call can begin.
const BEGIN: &[Part] = &[
    Part::Outside,
    Part::Calling,
    Part::Talk,
    Part::Secret,
    Part::Content,
    Part::Closed,
    Part::Text,
    Part::Rows,
];
/// Where it goes on.
const CALL: &[Part] = &[Part::Outside, Part::Calling, Part::Talk, Part::Secret, Part::Closed];

const FIELDS: &[Field] = &[
    field("host", Role::Host, "The server that was called.").shape(Shape::Word),
    field("ip", Role::Remote, "The address of the server.").shape(Shape::Ip),
    field("port", Role::Port, "The port: 25 is for mail between servers, 587 and 465 for email apps."),
    field("options", Role::Text, "How the program was told to call."),
    field("version", Role::State, "Its version.").shape(Shape::Word),
    field("error", Role::Text, "What went wrong, in the words of the program."),
    field("where", Role::Path, "The place in the program.").shape(Shape::Text),
    field("code", Role::Count, "The reply code once more."),
    field("reply", Role::Text, "The reply once more."),
    field("recipient", Role::Recipient, "The recipient.").shape(Shape::Word),
    field("route", Role::State, "The rule of Exim that hands the mail over.").shape(Shape::Word),
    field("code_word", Role::Text, "The way to log in.").shape(Shape::Name),
    field("secret", Role::Password, "A name and a password. They are masked.").shape(Shape::Word),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
];

/// A call that is beginning.
const fn call(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("The program called {host} on port {port}.")
        .within(BEGIN)
        .effect(Effect::Early(Dialogue))
        .then(Part::Calling)
}

/// A remark.
const fn note(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(CALL).effect(Effect::Part(Dialogue))
}

/// A line of fetchmail.
const fn fetch(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    note(id, template, says).then(Part::Calling)
}

const PATTERNS: &[Pattern] = &[
    // PHPMailer.
    call("opening", "Connection: opening to {?ssl://}{?tls://}{host}:{port}{options}")
        .samples(&["Connection: opening to smtp.bigmail.example:587, timeout=300, options=array()"]),
    call("opening-encrypted", "Connection: opening to ssl://{host}:{port}{options}")
        .says("The program called {host} on port {port} and began with encryption at once.")
        .samples(&["Connection: opening to ssl://smtp.bigmail.example:465, timeout=300, options=array()"]),
    note("opened", "Connection: opened", "The server answered the call.")
        .then(Part::Talk)
        .samples(&["Connection: opened"]),
    note("closed", "Connection: closed", "The program closed the connection.")
        .sign(Sign::Closed)
        .then(Part::Closed)
        .samples(&["Connection: closed"]),
    // A plugin of DokuWiki, and others that use its library.
    call("connecting-at", "Connecting to {host} at {port}")
        .samples(&["Connecting to smtp.bigmail.example at 587"]),
    note("php-methods", "Auth method{?s} {error}: {options}", "The program chooses how to log in: {error} {options}.")
        .samples(&["Auth method requested: UNSPECIFIED", "Auth methods available on the server: PLAIN,LOGIN", "Auth method selected: LOGIN"]),
    note("php-no-method", "Requested auth method not available:{? {options}}", "The program chooses how to log in. An empty method is no fault: it stands here at every ordinary login.")
        .samples(&["Requested auth method not available:"]),
    note("php-hidden", "CLIENT -> SERVER: [credentials hidden]", "The program sent a name or a password, which it hides itself.")
        .samples(&["CLIENT -> SERVER: [credentials hidden]"]),
    note("php-inbound", "SMTP INBOUND: \"{reply}\"", "The program shows what it read.").samples(&["SMTP INBOUND: \"250 OK\""]),
    note("php-notice", "SMTP NOTICE: {options}", "A remark of the program: {options}.").samples(&["SMTP NOTICE: EOF caught while checking if connected"]),
    note("php-way", "Sending with {options}", "The website sends with {options}, not by SMTP: the mail goes to the mail server of its own machine.")
        .samples(&["Sending with mail()", "Sending with sendmail"]),
    note("php-command", "Sendmail command: {options}", "The website called the local mail server: {options}.").samples(&["Sendmail command: /usr/sbin/sendmail -oi -f anna@shop.example -t"]),
    // fetchmail.
    fetch("fetchmail-asks", "{?fetchmail: }{version} querying {host} (protocol {options}) at {error}: poll {?started}{?completed}", "The program fetchmail fetches mail from {host}.")
        .samples(&["fetchmail: 6.4.37 querying pop3.shop.example (protocol POP3) at Mon Jan  6 07:15:02 2025: poll started"]),
    fetch("fetchmail-calls", "{?fetchmail: }Trying to connect to {ip}/{port}...{?connected.}{error}", "The program fetchmail calls the server on port {port}.")
        .samples(&["fetchmail: Trying to connect to 203.0.113.18/995...connected."]),
    fetch("fetchmail-broken", "{?fetchmail: }socket error while fetching from {recipient}{?@{host}}", "The program fetchmail lost the connection, or got none: it fetched nothing more.")
        .samples(&["fetchmail: socket error while fetching from hanna@pop3.shop.example"]),
    fetch("fetchmail-refused", "{?fetchmail: }Authorization failure on {recipient}{? {error}}", "The server turned down fetchmail's login.")
        .sign(Sign::Refused)
        .level(Permanent)
        .samples(&["fetchmail: Authorization failure on hanna@pop3.shop.example"]),
    fetch("fetchmail-no-smtp", "{?fetchmail: }SMTP connect to {host} failed", "The program fetchmail got no connection to the mail server {host}, to which it hands what it fetched.")
        .level(Permanent)
        .helps(Party::OurServer, &[("See whether the mail server runs there, or name another with smtphost in fetchmailrc:", "systemctl status postfix exim4; ss -ltn | grep :25")])
        .samples(&["fetchmail: SMTP connect to localhost failed"]),
    fetch("fetchmail-smtp-broken", "{?fetchmail: }SMTP transaction error while fetching from {recipient} and delivering to SMTP host {host}", "The program fetchmail could not hand what it fetched to the mail server {host}.")
        .level(Warning)
        .samples(&["fetchmail: SMTP transaction error while fetching from ben@pop.shop.example and delivering to SMTP host localhost"]),
    fetch("fetchmail-status", "{?fetchmail: }Query status={code} ({options})", "How fetchmail's round ended: {options}.")
        .samples(&["fetchmail: Query status=2 (SOCKET)", "fetchmail: Query status=3 (AUTHFAIL)"]),
    fetch("fetchmail-sleeps", "{?fetchmail: }sleeping at {error}", "The program fetchmail waits for its next round.")
        .samples(&["fetchmail: sleeping at Mon Jan  6 07:15:02 2025 for 300 seconds"]),
    fetch("fetchmail-found", "{?fetchmail: }{code} message{?s}{? ({error})} for {recipient} at {host}{? {options}}", "The program fetchmail found {code message}.")
        .samples(&["fetchmail: 3 messages for hanna at pop3.shop.example (12345 octets).", "fetchmail: 1 message for hanna at pop3.shop.example"]),
    fetch("fetchmail-pop", "fetchmail: {?POP3}{?IMAP}{?>}{?<} {error}", "What fetchmail said to the server, or the server to it.").loose()
        .samples(&["fetchmail: POP3> PASS *", "fetchmail: POP3< +OK Logged in."]),
    fetch("fetchmail-none", "{?fetchmail: }No mail for {recipient}{? at {host}}", "The program fetchmail found no new mail.")
        .samples(&["fetchmail: No mail for hanna at pop3.shop.example"]),
    // Jakarta Mail with mail.debug.
    call("java-call", "DEBUG SMTP: trying to connect to host \"{host}\", port {port}, isSSL {options}")
        .samples(&["DEBUG SMTP: trying to connect to host \"smtp.shop.example\", port 587, isSSL false"]),
    note("java-connected", "DEBUG SMTP: connected to host \"{host}\", port: {port}", "The server {host} greeted the program.")
        .then(Part::Talk)
        .samples(&["DEBUG SMTP: connected to host \"smtp.shop.example\", port: 587"]),
    note("java-no-login", "DEBUG SMTP: useEhlo {error}, useAuth false", "The program won't log in: its setting for it (mail.smtp.auth) is off.")
        .samples(&["DEBUG SMTP: useEhlo true, useAuth false"]),
    note("java-remark", "DEBUG SMTP: {options}", "A remark of the program: {options}.").samples(&["DEBUG SMTP: Found extension \"STARTTLS\", arg \"\""]),
    note("java-remark-of-all", "DEBUG: {options}", "A remark of the program: {options}.").samples(&["DEBUG: setDebug: JavaMail version 1.6.2"]),
    note("java-secret", "AUTH {options} command trace suppressed", "The program logs in; it hides name and password.").samples(&["AUTH LOGIN command trace suppressed"]),
    // CodeIgniter's debugger; it names the command in front of each reply.
    note("codeigniter-refused", "The following SMTP error was encountered: {reply}", "The website repeats the refusal: {reply}.")
        .sign(Sign::Refused)
        .level(Warning)
        .samples(&["The following SMTP error was encountered: 552 5.3.4 Error: message file too big"]),
    note("codeigniter-failed", "Unable to send email using PHP {options}. Your server might not be configured to send mail using this method.", "The website couldn't send by {options}. The sentence about the server stands below every error of it.")
        .level(Warning)
        .samples(&["Unable to send email using PHP SMTP. Your server might not be configured to send mail using this method."]),
    // MailKit's protocol logger.
    call("mailkit-call", "Connected to {?smtp}{?imap}{?pop}{?s}://{host}:{port}/{?{options}}")
        .samples(&["Connected to smtp://smtp.shop.example:587/?starttls=always", "Connected to imaps://mail.shop.example:993/"]),
    // curl.
    call("curl-call", "* Connected to {host} ({ip}) port {port}{? {options}}")
        .then(Part::Talk)
        .helps(Party::Sender, &[("Give curl the message, with its headers, by --upload-file (-T): without it, curl sends none, only asks whether the address exists (VRFY), and ends without an error:", "curl --url smtp://{host}:{port} --mail-from a@example.com --mail-rcpt b@example.com -T message.txt")])
        .samples(&["* Connected to smtp.shop.example (192.0.2.25) port 587 (#0)", "* Connected to smtp.shop.example (192.0.2.25) port 587"]),
    note("curl-refused", "curl: (7) {error}", "The server took no connection: nothing listens there, or a firewall turns callers away ({error}).")
        .sign(Sign::Refused)
        .level(Permanent)
        .helps(Party::TheirServer, &[("See on the server whether the service runs and listens on that port for callers from outside:", "ss -ltnp")])
        .samples(&["curl: (7) Couldn't connect to server"]),
    note("curl-no-encryption", "curl: (64) {error}", "The server offers no encryption (STARTTLS) there, and curl was told to use nothing else ({error})")
        .level(Permanent)
        .helps(Party::TheirServer, &[("Switch encryption on at the server: it needs a certificate and its settings for STARTTLS.", "")])
        .samples(&["curl: (64) STARTTLS not supported."]),
    note("curl-certificate", "*  {?subject}{?issuer}: {route}={options}", "What curl shows of the certificate: {route}={options}.").within(BEGIN).then(Part::Calling).samples(&["*  subject: CN=mx.shop.example"]),
    note("curl-certificate-date", "*  {?start}{?expire} date: {options}", "From when or until when the certificate is good: {options}.").samples(&["*  start date: May  1 08:00:00 2024 GMT"]),
    note("curl-certificate-heading", "* {?Server certificate:}{? subjectAltName{options}}", "What curl shows of the certificate.").within(BEGIN).then(Part::Calling).samples(&["* Server certificate:", "*  subjectAltName does not match mx.shop.example"]),
    note("curl-imap-login", "> {version} AUTHENTICATE {code_word} {secret}", "The client logged in. The password is masked here.").within(BEGIN).then(Part::Calling).samples(&["> A002 AUTHENTICATE PLAIN AGFubmEAZ2VoZWlt"]),
    note("curl-imap-broken", "< {version} OK Logged in, but initialization failed.", "The login worked, but then the mailbox could not be opened: an internal error of the server.")
        .within(BEGIN)
        .then(Part::Calling)
        .level(Permanent)
        .helps(Party::OurServer, &[("The server's log of that second says why, often a wrong owner or path of the mailbox:", "doveadm log errors | tail; tail -50 /var/log/mail.log")])
        .samples(&["< A002 OK Logged in, but initialization failed."]),
    note("curl-page", "how to fix it, please visit {options}", "Where curl explains it.").samples(&["how to fix it, please visit the web page mentioned above."]),
    note("curl-trying", "*   Trying {ip}:{port}...", "The program calls {ip} on port {port}.")
        .within(BEGIN)
        .then(Part::Calling)
        .samples(&["*   Trying 192.0.2.25:587..."]),
    note("curl-resolved", "* Host {host}:{port} was resolved.", "DNS gives an address for {host}.")
        .within(BEGIN)
        .then(Part::Calling)
        .samples(&["* Host smtp.shop.example:587 was resolved."]),
    note("curl-left", "* Connection #{code} to host {host} left intact", "The program keeps the connection for later.").samples(&["* Connection #0 to host smtp.shop.example left intact"]),
    note("curl-closing", "* Closing connection {code}", "The program closes the connection.").samples(&["* Closing connection 0"]),
    note("set", "Set: {options}", "The program takes its settings.").samples(&["Set: the server"]),
    // smtplib.
    call("python-call", "connect: ('{host}', {port})").samples(&["connect: ('smtp.bigmail.example', 587)"]),
    call("python-call-to", "connect: to ('{host}', {port}){options}")
        .samples(&["connect: to ('smtp.bigmail.example', 587) None"]),
    note(
        "python-reply",
        "reply: retcode ({code}); Msg: {reply}",
        "The program repeats the reply in one line.",
    )
    .sign(Sign::RepeatsReply)
    .then(Part::Closed)
    .samples(&["reply: retcode (250); Msg: b'2.0.0 OK'"]),
    note("python-offer", "{?SIZE {code}}{?8BITMIME}{?PIPELINING}{?CHUNKING}{?SMTPUTF8}{?ENHANCEDSTATUSCODES}{?DSN}", "The program repeats what the server offers.")
        .within(&[Part::Closed, Part::Talk])
        .samples(&["SIZE 35882577", "8BITMIME", "PIPELINING"]),
    note("python-data", "data: {reply}", "The program shows what it sent, or the reply to it.")
        .within(&[Part::Talk])
        .samples(&["data: (250, b'2.0.0 OK')"]),
    // Exim with -d.
    note("exim-router", "R: {route} for {recipient}", "Exim asks the rule {route} about {recipient}.").samples(&["R: dnslookup for anna@shop.example"]),
    note("exim-debug", "{?delivering {route}}{?returning DNS_{route}}{?no more routers}{?calling {route} router}{?search_tidyup called}{?\"more\" is false: skipping remaining routers}{?{route} router {?declined}{?called} for {recipient}}", "A remark of Exim.").samples(&["delivering 1xYEVN-00004g-0U", "no more routers", "dnslookup router declined for anna@shop.example"]),
    note("exim-matches", "{?>>> }{options} in \"{error}\"? {?yes}{?no}{? ({reply})}", "Exim looked for {options} in a list ({error}).").samples(&[">>> bigmail.example in \"+local_domains : +relay_to_domains\"? no (end of list)", "shop.example in \"*\"? yes (matched \"*\")"]),
    note("exim-ends", ">>>>>>>>>>>>>>>> Exim pid={options}", "A process of Exim begins or ends.").samples(&[">>>>>>>>>>>>>>>> Exim pid=346 (fresh-exec) terminating with rc=2 >>>>>>>>>>>>>>>>"]),
    note("exim-tested", "**** {?SMTP testing session}{?but without}{?This is not}{options}", "Exim shows what it would do with a client (exim -bh); nothing is sent.").within(BEGIN).samples(&["**** SMTP testing session as if from host 192.0.2.7", "**** This is not for real!"]),
    note("exim-rule", ">>> {?using ACL}{?processing}{?check}{?require:}{?accept:}{?deny:}{?warn:}{?end of ACL}{?  message:} {options}", "Exim checks a rule: {options}.").samples(&[">>> using ACL \"acl_check_rcpt\"", ">>> end of ACL \"acl_check_rcpt\": not OK"]),
    note("exim-transport", "T: {route} for {recipient}", "Exim hands the mail for {recipient} to {route}.")
        .samples(&["T: remote_smtp for anna@shop.example"]),
    note("exim-call-failed", "Connecting to {host} [{ip}]:{port} ... {?{gap}}failed: {error}", "Exim got no connection to {host}: {error}.")
        .level(Permanent)
        .helps(Party::OurServer, &[("If other servers can't be reached either, the cause is this server's network or firewall (a missing IPv6 route: let Exim use IPv4 alone, disable_ipv6 = true); if it's this one alone, the other side. To see which:", "ping -c 2 {ip}; ip -6 route; nc -vz {host} {port}")])
        .samples(&["Connecting to mx.bigmail.example [2001:db8:40::1a]:25 ...  failed: Network is unreachable"]),
    call("exim-call", "Connecting to {host} [{ip}]:{port} ... {options}")
        .says("Exim called {host} on port {port}: {options}.")
        .samples(&["Connecting to mx.bigmail.example [192.0.2.25]:25 ... connected"]),
    note("exim-log", "LOG: {options}", "What follows went into Exim's log, too.").samples(&["LOG: MAIN"]),
    note("exim-answered", "H={host} [{ip}]: SMTP error from remote mail server after {options}: {reply}", "Exim logged the answer, and what it answers: {options}.").sign(Sign::AnswerLogged).samples(&["H=mx.bigmail.example [192.0.2.25]: SMTP error from remote mail server after RCPT TO:<anna@bigmail.example>: 451 try again later"]),
    note("exim-closed", "SMTP(close){options}", "Exim closed the connection.").samples(&["SMTP(close)>>"]),
    // nodemailer.
    call("node-call", "Connection established to {ip}:{port}")
        .says("The server at {ip} answered the call on port {port}.")
        .samples(&["Connection established to 192.0.2.130:991"]),
    note(
        "node-resolved",
        "Resolved {host} as {ip}:{port}{options}",
        "DNS gives the address {ip} for {host}.",
    )
    .samples(&["Resolved smtp.bigmail.example as 192.0.2.130:991 [cache miss]"]),
    note("node-encrypted", "Secure connection established to {ip}:{port}", "The encrypted connection to {ip} on port {port} stands.")
        .samples(&["Secure connection established to 192.0.2.130:465"]),
    note("node-upgraded", "Connection upgraded with STARTTLS", "The connection is encrypted now.").samples(&["Connection upgraded with STARTTLS"]),
    note("node-greeted", "SMTP handshake finished", "The server and the program greeted each other.").samples(&["SMTP handshake finished"]),
    note("node-logged-in", "User {options} authenticated", "The login worked.").samples(&["User \"anna@shop.example\" authenticated"]),
    note(
        "node-closing",
        "Closing connection to the server using \"{options}\"",
        "The program closes the connection.",
    )
    .samples(&["Closing connection to the server using \"end\""]),
    note(
        "node-transport",
        "Creating transport: nodemailer {options}",
        "The program nodemailer gets ready to send.",
    )
    .samples(&["Creating transport: nodemailer (6.7.5; +https://nodemailer.com/; SMTP/6.7.5[client:6.7.5])"]),
    note("node-sending", "Sending mail using {options}", "The program begins to send.")
        .samples(&["Sending mail using SMTP/6.7.5[client:6.7.5]"]),
    // SwithMail.
    note(
        "called-from",
        "Connection from {ip}:{port} to {error}",
        "The program connected from {ip} to {error}.",
    )
    .within(BEGIN)
    .samples(&["Connection from 192.0.2.79:56504 to 198.51.100.17:465"]),
    note("command-failed", "{options} failed: '{reply}'", "The program repeats the refusal: {reply}.")
        .level(Warning)
        .loose()
        .samples(&["MAIL FROM <anna@shop.example> failed: '553 authentication is required'"]),
    note("using-cipher", "Using cipher: {options}", "The connection is encrypted.")
        .level(Info)
        .samples(&["Using cipher: AES128-SHA256"]),
];
