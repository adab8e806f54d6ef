//! Why mail was refused or put off, in the words that mail servers write into their own lines as they
//! are: Exim and Sendmail. What the other server said comes with the step of the conversation at which it
//! said it.

use super::{Field, Format, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Temporary, Warning};
use crate::vocabulary::Party::OurServer;

/// Reasons in the log lines of Exim and Sendmail.
pub static FORMAT: Format = Format {
    id: "mail-reason",
    title: "the reason that a mail server gives",
    found_in: &["/var/log/exim4/mainlog", "/var/log/exim_mainlog", "/var/log/maillog"],
    sources: &[
        "Exim 4.99 smtp.c",
        "Exim 4.99 deliver.c",
        "Exim specification, chapter Log files",
        "Sendmail 8.17 deliver.c",
    ],
    place: Place::Reason,
    realm: "mail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("step", Role::State, "The command of the conversation that the other server answered.")
        .shape(Shape::Text),
    field("recipient", Role::Address, "The recipient that was given to the other server.")
        .shape(Shape::Hostile),
    field("sender", Role::Address, "The sender that was given to the other server.").shape(Shape::Hostile),
    field("size", Role::Bytes, "The size that was announced: { byte}."),
    field("code", Role::Code, "The other server's reply code: 2 in front means yes, 4 not now, 5 no."),
    field(
        "status",
        Role::Status,
        "The enhanced status code: a finer reason than the reply code. 4 in front means not now, 5 means no.",
    ),
    field("reply", Role::Reply, "The other server's answer in its own words."),
    field("host", Role::Host, "The server that it is about."),
    field("ip", Role::Ip, "The address of the server."),
    field("domain", Role::Host, "The domain that it is about.").shape(Shape::Text),
    field("transport", Role::State, "The way out that was used, named by the server's owner.")
        .shape(Shape::Name),
    field("result", Role::Count, "The number with which the program ended."),
    field("signal", Role::Count, "The number of the signal that ended the program."),
    field("meaning", Role::Text, "What the number may mean."),
    field("program", Role::Path, "The program that was called."),
    field("file", Role::Path, "The file that it is about."),
    field("text", Role::Text, "The details."),
];

const PATTERNS: &[Pattern] = &[
    line("recipient-refused", "SMTP error from remote mail{? server}{?er} after {?pipelined }RCPT TO:<{recipient}>: {?host {host} [{ip}]: }{code}{?-}{? }{status}{? {reply}}")
        .says("The other server answered {code} {status} when it was given the recipient.")
        .samples(&[
            "SMTP error from remote mail server after RCPT TO:<unknown5@bigmail.example>: 550 5.1.1 <unknown5@bigmail.example>: Recipient address rejected: User unknown",
            "SMTP error from remote mailer after RCPT TO:<a@b.example>: host mx.b.example [192.0.2.5]: 550-5.1.1 no",
        ]),
    line("recipient-refused-plain", "SMTP error from remote mail{? server}{?er} after {?pipelined }RCPT TO:<{recipient}>: {?host {host} [{ip}]: }{code}{? }{?-}{reply}")
        .says("The other server answered {code} when it was given the recipient.")
        .samples(&["SMTP error from remote mail server after RCPT TO:<a@b.example>: 550 No such user here"]),
    line("sender-refused", "SMTP error from remote mail{? server}{?er} after {?pipelined }MAIL FROM:<{sender}>{? SIZE={size}}: {?host {host} [{ip}]: }{code}{?-}{? }{status}{? {reply}}")
        .says("The other server answered {code} {status} when it was given the sender.")
        .samples(&["SMTP error from remote mail server after pipelined MAIL FROM:<elena@bluefern.example> SIZE=1452: 451 4.1.8 Sender address rejected: Domain lookup failed temporarily"]),
    line("sender-refused-plain", "SMTP error from remote mail{? server}{?er} after {?pipelined }MAIL FROM:<{sender}>{? SIZE={size}}: {?host {host} [{ip}]: }{code}{? }{?-}{reply}")
        .says("The other server answered {code} when it was given the sender.")
        .samples(&["SMTP error from remote mail server after MAIL FROM:<elena@bluefern.example>: 550 no"]),
    line("content-refused", "SMTP error from remote mail{? server}{?er} after {?pipelined }{?sending data block}{?end of data}: {?host {host} [{ip}]: }{code}{?-}{? }{status}{? {reply}}")
        .says("The other server answered {code} {status} after it had got the whole message.")
        .samples(&[
            r"SMTP error from remote mail server after pipelined end of data: 550-5.7.26 This mail has been blocked\n550 5.7.26 see https://support.example",
            "SMTP error from remote mail server after end of data: 554 5.7.1 Message content rejected, id=25901-07 - SPAM",
        ]),
    line("content-refused-plain", "SMTP error from remote mail{? server}{?er} after {?pipelined }{?sending data block}{?end of data}: {?host {host} [{ip}]: }{code}{? }{?-}{reply}")
        .says("The other server answered {code} after it had got the whole message.")
        .samples(&["SMTP error from remote mail server after end of data: 554 no"]),
    line("greeting-refused-status", "SMTP error from remote mail{? server}{?er} after initial connection: {?host {host} [{ip}]: }{code}{?-}{? }{status}{? {reply}}")
        .says("The other server answered {code} {status} as soon as the connection was made.")
        .samples(&["SMTP error from remote mail server after initial connection: 421 4.3.2 Too many concurrent connections, try again later"]),
    line("greeting-refused", "SMTP error from remote mail{? server}{?er} after initial connection: {?host {host} [{ip}]: }{code}{? }{?-}{reply}")
        .says("The other server answered {code} as soon as the connection was made.")
        .samples(&["SMTP error from remote mail server after initial connection: 554-mx.strict.example no thanks", "SMTP error from remote mail server after initial connection: 421 busy"]),
    line("refused-at-step", "SMTP error from remote mail{? server}{?er} after {step}: {?host {host} [{ip}]: }{code}{?-}{? }{status}{? {reply}}")
        .says("The other server answered {code} {status} after {step}.")
        .samples(&["SMTP error from remote mail server after DATA: 451 4.7.1 Greylisted at DATA"]),
    line("refused-at-step-plain", "SMTP error from remote mail{? server}{?er} after {step}: {?host {host} [{ip}]: }{code}{? }{?-}{reply}")
        .says("The other server answered {code} after {step}.")
        .samples(&["SMTP error from remote mail server after EHLO a.example: 550 Bad name"]),
    line("mailbox-refused", "LMTP error {?from {file} }after {step}: {code}{?-}{? }{status}{? {reply}}")
        .says("The mailbox program on this server answered {code} {status} after {step}.")
        .samples(&["LMTP error after end of data: 452 4.2.2 <lfull2@orchardcafe.example> Quota exceeded (mailbox for user is full)"]),
    line("mailbox-refused-plain", "LMTP error {?from {file} }after {step}: {code}{? }{?-}{reply}")
        .says("The mailbox program on this server answered {code} after {step}.")
        .samples(&["LMTP error from /run/dovecot/lmtp after RCPT TO:<a@b.example>: 550 no"]),
    line("mailbox-program-down", "Failed to connect to socket {file} for {transport} transport: {text}")
        .says("The program that stores mail on this server does not run or does not answer.")
        .level(Alert)
        .facts(&[(Role::Reason, "systemerror")])
        .samples(&["Failed to connect to socket /run/dovecot/lmtp for dovecot_lmtp transport: Connection refused"]),
    line("silence", "SMTP timeout after {step}{?: Connection timed out}")
        .says("The connection timed out: the other server stopped answering after {step}.")
        .level(Temporary)
        .samples(&["SMTP timeout after initial connection: Connection timed out", "SMTP timeout after initial connection"]),
    line("hung-up", "Remote host closed connection in response to {step}")
        .says("The other server hung up after {step}.")
        .level(Temporary)
        .samples(&["Remote host closed connection in response to pipelined end of data"]),
    line("odd-answer", "Malformed SMTP reply{? (an empty line)} in response to {step}: {text}")
        .says("What answered after {step} does not speak like a mail server. A firewall may stand between.")
        .level(Temporary)
        .samples(&["Malformed SMTP reply in response to EHLO a.example: HTTP/1.1 400"]),
    line("connection-refused", "Connection refused{? by {host}}")
        .says("Nothing takes connections at the mail port there, or a firewall refuses them.")
        .level(Temporary)
        .samples(&["Connection refused", "Connection refused by mx.b.example."]),
    line("no-answer", "{?Connection}{?Operation} timed out{? with {host}}")
        .says("The other server did not answer: it is down, or a firewall stands between.")
        .level(Temporary)
        .samples(&["Connection timed out", "Connection timed out with mx.b.example.", "Operation timed out with mx.b.example."]),
    line("no-answer-in-time", "timeout")
        .says("The other server did not answer: it is down, or a firewall stands between.")
        .level(Temporary)
        .samples(&["timeout"]),
    line("no-route", "{?{host}: }No route to host")
        .says("There is no way through the network to the other server.")
        .level(Temporary)
        .samples(&["No route to host", "mx.b.example.: No route to host"]),
    line("no-network", "{?{host}: }Network is unreachable")
        .says("There is no way through the network to the other server. For an IPv6 address: this server has no IPv6.")
        .level(Temporary)
        .samples(&["Network is unreachable"]),
    line("cut-off", "Connection reset by {host}")
        .says("The other end closed the connection.")
        .level(Temporary)
        .samples(&["Connection reset by peer", "Connection reset by mx.b.example."]),
    line("broken-pipe", "Broken pipe")
        .says("The other end closed the connection.")
        .level(Temporary)
        .samples(&["Broken pipe"]),
    line("not-yet", "retry time not reached for any host{? for '{domain}'}")
        .says("It was not tried now: an earlier attempt failed, and the time for the next one has not come. The reason stands in an earlier line.")
        .level(Temporary)
        .facts(&[(Role::Reason, "earlier")])
        .samples(&["retry time not reached for any host for 'sendergood.example'", "retry time not reached for any host"]),
    line("not-yet-route", "retry time not reached")
        .says("It was not tried now: an earlier attempt failed, and the time for the next one has not come. The reason stands in an earlier line.")
        .level(Temporary)
        .facts(&[(Role::Reason, "earlier")])
        .samples(&["retry time not reached"]),
    line("not-yet-here", "Retry time not yet reached")
        .says("It was not tried now: an earlier attempt failed, and the time for the next one has not come. The reason stands in an earlier line.")
        .level(Temporary)
        .facts(&[(Role::Reason, "earlier")])
        .samples(&["Retry time not yet reached"]),
    line("given-up", "retry timeout exceeded")
        .says("The other server has been failing for longer than this server tries, maybe with earlier messages alone; then a new one comes back at once.")
        .level(Permanent)
        .samples(&["retry timeout exceeded"]),
    line("long-dead", "all hosts{? for '{domain}'} have been failing for a long time {text}")
        .says("No server of the domain has answered for days.")
        .level(Permanent)
        .samples(&["all hosts for 'b.example' have been failing for a long time and were last tried after this message arrived"]),
    line("long-dead-old", "retry time not reached for any host{? for '{domain}'} after a long failure period")
        .says("No server of the domain has answered for days.")
        .level(Permanent)
        .samples(&["retry time not reached for any host after a long failure period"]),
    line("no-way-to-domain", "The mail server could not deliver mail to {recipient}.  The account or domain may not exist, they may be blacklisted, or missing the proper dns entries.")
        .says("This server found no mail server for the domain of {recipient}: the name is wrong or doesn't exist, or its DNS has no record for mail.")
        .level(Permanent)
        .facts(&[(Role::Reason, "hostunknown")])
        .samples(&["The mail server could not deliver mail to info@gone.example.  The account or domain may not exist, they may be blacklisted, or missing the proper dns entries."]),
    line("no-such-address", "Unrouteable address")
        .says("This server found no way to the address: the mailbox or the domain does not exist, or the domain is not set up here.")
        .level(Permanent)
        .samples(&["Unrouteable address"]),
    line("no-such-user", "{?No}{?no} {?Such}{?such} {?User}{?user} {?Here}{?here}")
        .says("There is no such mailbox on this server.")
        .level(Permanent)
        .samples(&["No Such User Here", "No such user here"]),
    line("dead-mail-servers", "all relevant MX records point to non-existent hosts")
        .says("The domain names mail servers that do not exist. Whoever keeps its DNS must put that right.")
        .level(Permanent)
        .facts(&[(Role::Reason, "hostunknown")])
        .samples(&["all relevant MX records point to non-existent hosts"]),
    line("no-mail-domain", "an MX or SRV record indicated no SMTP service")
        .says("The domain says in DNS that it accepts no mail at all.")
        .level(Permanent)
        .facts(&[(Role::Reason, "notaccept")])
        .samples(&["an MX or SRV record indicated no SMTP service"]),
    line("dns-silent", "host lookup did not complete")
        .says("DNS gave no answer for the domain.")
        .level(Temporary)
        .facts(&[(Role::Reason, "networkerror")])
        .samples(&["host lookup did not complete"]),
    line("addresses-not-found", "all host address lookups failed {text}")
        .says("DNS has no addresses for the domain's mail servers.")
        .level(Temporary)
        .samples(&["all host address lookups failed permanently"]),
    line("points-here", "lowest numbered MX record points to local host")
        .sign(Sign::DomainNotSetUp)
        .says("The domain names this server as its mail server, but this server is not set up for it.")
        .level(Warning)
        .facts(&[(Role::Reason, "systemerror")])
        .samples(&["lowest numbered MX record points to local host"]),
    line("address-is-here", "remote host address is the local host")
        .sign(Sign::DomainNotSetUp)
        .says("The domain's mail server has this server's own address, but this server is not set up for the domain.")
        .level(Warning)
        .facts(&[(Role::Reason, "systemerror")])
        .samples(&["remote host address is the local host"]),
    line("encryption-not-offered", "a TLS session is required, but the server did not offer TLS support")
        .says("The settings demand encryption, and the other server offers none.")
        .level(Temporary)
        .facts(&[(Role::Reason, "failedstarttls")])
        .samples(&["a TLS session is required, but the server did not offer TLS support"]),
    line("encryption-not-working", "a TLS session is required, but an attempt to start TLS failed")
        .says("The settings demand encryption, and starting it failed.")
        .level(Temporary)
        .facts(&[(Role::Reason, "failedstarttls")])
        .samples(&["a TLS session is required, but an attempt to start TLS failed"]),
    line("encryption-failed", "TLS session: {text}")
        .says("Starting encryption with the other server failed.")
        .level(Temporary)
        .facts(&[(Role::Reason, "failedstarttls")])
        .samples(&["TLS session: (gnutls_handshake): An unexpected TLS packet was received."]),
    line("log-in-failed", "authentication required but {text}")
        .says("This server must log in at the other one and could not: {text}.")
        .level(Temporary)
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&["authentication required but authentication attempt(s) failed"]),
    line("mailbox-full", "mailbox is full{? ({text})}")
        .says("The mailbox is full.")
        .level(Temporary)
        .samples(&["mailbox is full (MTA-imposed quota exceeded while writing to tmp/1.server)", "mailbox is full"]),
    line("program-ended", "Child process of {transport} transport returned {result}{? (could mean {meaning})} from command: {program}")
        .says("The program {program} ended with {result}, which Exim takes for a failure.")
        .facts(&[(Role::Reason, "mailererror")])
        .samples(&[
            "Child process of mypipe transport returned 75 (could mean temporary error) from command: /usr/local/bin/tmppipe",
            "Child process of address_pipe transport returned 1 from command: /usr/local/bin/failpipe",
        ]),
    line("program-killed", "Child process of {transport} transport (running command \"{program}\") was terminated by signal {signal}{? ({text})}")
        .says("The program {program} was killed, often because it used too much memory.")
        .facts(&[(Role::Reason, "mailererror")])
        .samples(&["Child process of mypipe transport (running command \"/usr/local/bin/x\") was terminated by signal 9 (Killed)"]),
    line("program-slow", "pipe delivery process timed out")
        .says("The program that should take the message was too slow.")
        .facts(&[(Role::Reason, "mailererror")])
        .samples(&["pipe delivery process timed out"]),
    line("program-talked", "return message generated")
        .says("The program accepted the message but printed something, and the settings call that a failure.")
        .level(Permanent)
        .facts(&[(Role::Reason, "mailererror")])
        .samples(&["return message generated"]),
    line("not-permitted", "Permission denied{?: {text}}")
        .says("This server doesn't have permission to write where the mail belongs: owner or permissions of a file are wrong.")
        .level(Alert)
        .facts(&[(Role::Reason, "systemerror")])
        .samples(&["Permission denied: creating lock file hitching post /var/mail/a.lock (euid=65534 egid=65534)", "Permission denied"]),
    line("no-lock-file", "creating lock file hitching post {file}")
        .says("This server doesn't have permission to write where the mail belongs: owner or permissions of a folder are wrong.")
        .level(Alert)
        .facts(&[(Role::Reason, "systemerror")])
        .samples(&["creating lock file hitching post /var/mail/archivebox.lock (euid=65534 egid=65534)"]),
    line("not-locked", "failed to lock mailbox {file}")
        .says("Another process holds the mailbox.")
        .level(Temporary)
        .facts(&[(Role::Reason, "systemerror")])
        .samples(&["failed to lock mailbox /var/mail/anna (fcntl/flock)"]),
    line("wrong-owner", "mailbox {file} has wrong {text}")
        .says("The mailbox file belongs to someone else or has the wrong permissions.")
        .level(Alert)
        .facts(&[(Role::Reason, "systemerror")])
        .samples(&["mailbox /var/mail/anna has wrong uid (0 != 1001)"]),
    line("forbidden", "delivery to {text} forbidden")
        .says("The forwarding rule uses something that is not allowed here.")
        .level(Permanent)
        .samples(&["delivery to pipe forbidden"]),
    line("loop", "routing loop for {text}")
        .says("Forwarding rules point at each other.")
        .level(Permanent)
        .helps(OurServer, &[("Two forwards point at each other: see where each address leads, and take one of the forwards out:", "exim -bt {recipient}; postmap -q {recipient} hash:/etc/postfix/virtual; sendmail -bv {recipient}")])
        .samples(&["routing loop for a@b.example"]),
    line("many-hops", "{?R}{?r}ejected: too many \"Received\" headers - suspected mail loop")
        .says("The message went round in circles.")
        .level(Permanent)
        .helps(OurServer, &[("Two forwards point at each other: see where each address leads, and take one of the forwards out:", "exim -bt {recipient}; postmap -q {recipient} hash:/etc/postfix/virtual; sendmail -bv {recipient}")])
        .samples(&["rejected: too many \"Received\" headers - suspected mail loop"]),
    line("many-hops-exim", "Too many \"Received\" headers{? - suspected mail loop}")
        .says("The message went round in circles: forwarding rules point at each other.")
        .level(Permanent)
        .helps(OurServer, &[("Two forwards point at each other: see where each address leads, and take one of the forwards out:", "exim -bt {recipient}; postmap -q {recipient} hash:/etc/postfix/virtual; sendmail -bv {recipient}")])
        .samples(&["Too many \"Received\" headers - suspected mail loop"]),
    line("relaying", "{?r}{?R}elay not permitted")
        .says("This server does not pass on mail for that domain from computers that have not logged in.")
        .level(Permanent)
        .samples(&["relay not permitted", "Relay not permitted"]),
    line("log-in-needed", "{?a}{?A}uthentication required")
        .says("The sender must log in first: switch on the login for outgoing mail in the email app.")
        .level(Permanent)
        .samples(&["Authentication required", "authentication required"]),
    line("sender-not-good", "Sender verify failed")
        .says("The sender's own address cannot receive mail.")
        .level(Permanent)
        .samples(&["Sender verify failed"]),
    line("sender-not-checked", "Could not complete sender verify{? callout}")
        .says("Whether the sender's address can receive mail could not be found out just then.")
        .level(Temporary)
        .samples(&["Could not complete sender verify"]),
    line("odd-characters", "Restricted characters in address")
        .says("The address holds characters that this server does not allow.")
        .level(Permanent)
        .samples(&["Restricted characters in address"]),
    line("too-fast", "Sender rate {text}")
        .says("The sender sends too much in too short a time.")
        .level(Temporary)
        .samples(&["Sender rate 6.9 / 1h exceeds 1"]),
    line("hourly-failures", "Domain {domain} has exceeded the max defers and failures per hour {text}")
        .says("So much mail of {domain} failed or waits in this hour that the hosting panel stopped its sending.")
        .level(Warning)
        .samples(&["Domain bluefern.example has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded."]),
    line("hourly-limit", "Domain {domain} has exceeded the max {text}")
        .says("The domain {domain} sent more than the hosting panel allows in an hour.")
        .level(Warning)
        .samples(&["Domain bluefern.example has exceeded the max emails per hour (201/200 (100%)) allowed. Message discarded."]),
    line("suspended", "Outgoing mail from \"{domain}\" has been suspended{?{text}}")
        .says("The hosting panel stopped all mail from {domain}.")
        .level(Permanent)
        .samples(&["Outgoing mail from \"bluefern\" has been suspended."]),
    line("reply-with-status", "{code}{?-}{? }{status}{? {reply}}")
        .says("The answer was {code} {status}{?: \u{201c}{reply}\u{201d}}.")
        .loose()
        .samples(&["550 5.1.1 <a@b.example>... User unknown"]),
    line("reply", "{code}{? }{?-}{reply}")
        .says("The answer was {code}{?: \u{201c}{reply}\u{201d}}.")
        .loose()
        .samples(&["550 no", "452"]),
    own_settings("own-settings", "Local configuration error", &["Local configuration error"]),
    own_settings("own-error", "Internal error", &["Internal error"]),
    own_settings("own-file", "System file missing", &["System file missing"]),
    no_output("no-output", "Can't create output", &["Can't create output"]),
    no_output("no-permission", "Insufficient permission", &["Insufficient permission"]),
];

/// Sendmail's own text for a delivery that its settings or files prevent.
const fn own_settings(id: &'static str, text: &'static str, samples: &'static [&'static str]) -> Pattern {
    line(id, text)
        .says("Sendmail on this server stopped the delivery itself: its own settings or files are wrong. No other server said this.")
        .level(Permanent)
        .helps(OurServer, &[("Sendmail wrote what is wrong beside it, in a line with SYSERR:", "grep -h SYSERR /var/log/maillog /var/log/mail.log | tail -20")])
        .samples(samples)
}

/// Sendmail's own text for a mailbox that can't be written.
const fn no_output(id: &'static str, text: &'static str, samples: &'static [&'static str]) -> Pattern {
    line(id, text)
        .says("Sendmail, or the program that delivers for it, couldn't write the mailbox: the disk or the user's quota is full, or the mailbox's owner or permissions are wrong.")
        .level(Permanent)
        .helps(OurServer, &[("See whether there is room, and whom the mailbox belongs to:", "df -h /var/spool/mail /var/mail; quota -u {user}; ls -l /var/spool/mail/")])
        .samples(samples)
}
