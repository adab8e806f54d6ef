//! The reason that Postfix gives for the outcome of an attempt: the text in brackets after `status=`.
//!
//! It is what the other server answered, what stood in the way, or what became of the message here. The
//! same texts serve every delivery program, so they are read apart from the line around them.

use super::delivery::{MAILBOX_OWNER, NO_MECHANISM, OUTGOING_TLS};
use super::smtpd::TABLE_NOT_ASKED;
use super::{Field, Format, Pattern, Place, Role, Shape, Sign, Word, field, line, word};
use crate::vocabulary::Party;
use crate::vocabulary::Party::{OurServer, Recipient, TheirServer};

/// Why an attempt of Postfix came out as it did.
pub static FORMAT: Format = Format {
    id: "postfix-result",
    title: "what Postfix says about a delivery attempt",
    found_in: &["/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "Postfix smtp_connect.c, smtp_proto.c, smtp_trouble.c, smtp_addr.c, local/*.c, virtual/*.c, pipe.c, sys_exits.c",
        "Postfix 3.7 run",
    ],
    place: Place::Reason,
    realm: "postfix",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("host", Role::Remote, "The server at the other end.").shape(Shape::Word),
    field("ip", Role::Ip, "Its address."),
    field("port", Role::Port, "Its port."),
    field("where", Role::Ip, "Its address, or the socket of a service of this server.").shape(Shape::Word),
    field("path", Role::Path, "The file or socket that it is about.").shape(Shape::Text),
    field("code", Role::Code, "The reply code. 4xx means try again later, 5xx means do not try again."),
    field("ok", Role::Code, "The reply code. 2xx means accepted.").shape(Shape::CodeOf(2)),
    field("status", Role::Status, "The enhanced status code: a finer reason than the reply code."),
    field("reply", Role::Reply, "The answer of the other server in its own words."),
    field("step", Role::State, "The step of the SMTP conversation that was answered so.").shape(Shape::Text),
    field("stage", Role::State, "What Postfix was doing at that moment.").shape(Shape::Text),
    field("error", Role::Text, "What went wrong."),
    field("cause", Role::Text, "The reason.").shape(Shape::Reason),
    field("domain", Role::Host, "The domain or server that was looked for.").shape(Shape::Word),
    field(
        "type",
        Role::State,
        "What was asked of the DNS: MX is the mail servers of a domain, A and AAAA are addresses.",
    ),
    field("size", Role::Bytes, "The size of the message: { byte}."),
    field("limit", Role::Bytes, "The largest size that the other server takes: { byte}."),
    field("address", Role::Address, "The address or place that it is about.").shape(Shape::Text),
    field(
        "session",
        Role::Session,
        "The session of Dovecot that stored the message; it stands in Dovecot's log, too.",
    ),
    field("id", Role::Session, "The number of the scan; it stands in the filter's log, too."),
    field("command", Role::Program, "The program that was started.").shape(Shape::Text),
    field("service", Role::Program, "The service of this server."),
    field("output", Role::Text, "What the program said."),
    field("user", Role::User, "The user that was looked for.").shape(Shape::Text),
    field("number", Role::Count, "The number that the program ended with: {}."),
];

const WORDS: &[Word] = &[
    word("in reply to", "The step of the conversation that was answered so."),
    word("Connection timed out", "Nothing came back: the server is down, or a firewall drops the traffic."),
    word("Connection refused", "The server is up, but no mail server runs there, or a firewall refuses."),
    word(
        "Network is unreachable",
        "There is no way to that network from here. For an IPv6 address this server may lack IPv6.",
    ),
    word("No route to host", "There is no way to that server from here."),
    word("queued as", "The message is in the other server's queue under this id."),
];

/// What helps where this server insists on the certificate of another one.
const CERTIFICATE: &[(&str, &str)] = &[
    (
        "This server insists on a good certificate there (smtp_tls_security_level, or a line for the domain in smtp_tls_policy_maps). See the other server's, and its owner must mend it:",
        "postconf smtp_tls_security_level smtp_tls_policy_maps smtp_tls_CAfile smtp_tls_CApath; openssl s_client -starttls smtp -connect {host}:25 </dev/null",
    ),
    (
        "If many servers fail so, this one's list of issuers is missing or old; if the check isn't needed for that domain, take it out of the policy.",
        "ls -l /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt",
    ),
];

/// What helps where a mailbox file reached its largest size.
const LIMIT: &[(&str, &str)] = &[
    (
        "Make room: read, move or delete what's in the mailbox file. For system mail (root), send it to a mailbox that is read, by an alias in /etc/aliases:",
        "ls -lhS /var/mail | head; grep -n '^root' /etc/aliases",
    ),
    LIFT_LIMIT,
];
const FILE_LIMIT: &[(&str, &str)] = &[
    (
        "Make room: read, move or delete what's in the mailbox file. For system mail (root), send it to a mailbox that is read, by an alias in /etc/aliases:",
        "ls -lh {path}; grep -n '^root' /etc/aliases",
    ),
    LIFT_LIMIT,
];
const LIFT_LIMIT: (&str, &str) = (
    "Or lift the limit (51200000 bytes unless set; 0 means none):",
    "postconf -e mailbox_size_limit=0 && postfix reload",
);

/// What helps where this server insists on encryption that another one doesn't give.
const ENCRYPTION: &[(&str, &str)] = &[
    (
        "See what demands encryption for this domain: smtp_tls_security_level = encrypt (or secure, verify) for all mail, a line in smtp_tls_policy_maps, or the recipient's own MTA-STS or DANE:",
        "postconf -n | grep -e smtp_tls -e smtp_enforce_tls",
    ),
    (
        "If unencrypted delivery is acceptable there, set the level to may, for all or for that domain alone in the policy table; if not, the owner of {host} must turn on STARTTLS. To see what it offers:",
        "openssl s_client -starttls smtp -connect {host}:25 </dev/null",
    ),
];

/// What helps where a file and a folder are mixed up.
const KIND: &[(&str, &str)] = &[(
    "Choose one kind of mailbox: a path that ends in / is a Maildir (a folder), without / it's one file. Correct the setting, or move the old mailbox away:",
    "ls -ld {path}; postconf home_mailbox mail_spool_directory virtual_mailbox_maps mailbox_command",
)];

/// What helps where a mailbox file is locked.
const LOCK: &[(&str, &str)] = &[(
    "See which program holds the mailbox (POP3, IMAP, procmail); Postfix tries again. If it's always locked, end the program that hangs, or remove a lock file that nobody uses:",
    "fuser -v {path}; ls -l /var/mail/*.lock",
)];

/// A mailbox that couldn't be written to, for one answer of the operating system.
macro_rules! not_written {
    ($id:literal, $error:literal, $reason:literal, $says:literal, $party:ident, $steps:expr) => {
        line(
            $id,
            concat!(
                "{?maildir delivery failed: create maildir file {path}}{?maildir delivery failed: {error}}",
                "{?delivery failed to mailbox {path}: {error}}{?cannot update mailbox {path} for user {user}. {error}}",
                "{?cannot append message to file {path}: {error}}: ",
                $error
            ),
        )
        .says($says)
        .facts(&[(Role::Channel, "local"), (Role::Reason, $reason)])
        .helps($party, $steps)
        .samples(&[
            concat!("maildir delivery failed: create maildir file /srv/vmail/ana/tmp/1.P3.mx: ", $error),
            concat!("delivery failed to mailbox /srv/vmail/ana: cannot open file: ", $error),
            concat!("cannot update mailbox /var/mail/ana for user ana. unable to create lock file /var/mail/ana.lock: ", $error),
        ])
    };
}

/// What helps where Postfix can't read who its users and aliases are.
const ALIASES: &[(&str, &str)] = &[(
    "Build the table of aliases again, and give its files to root; a warning of the same process, just before, says more:",
    "newaliases; ls -l /etc/aliases*; postconf alias_maps alias_database",
)];

/// What helps where a delivery program of Postfix is missing or died.
const CRASHED: &[(&str, &str)] = &[
    (
        "A fatal, panic or warning line of the delivery program, just before, says why it failed. Mend that; mail that waits goes on by itself:",
        "grep -hE 'fatal|panic|throttling' /var/log/mail.log /var/log/maillog | tail",
    ),
    (
        "See which program the address goes to, and whether master.cf has it:",
        "postconf -n | grep -e transport -e relayhost; postconf -M",
    ),
];

/// What helps where a program that Postfix delivers to knows no such user.
const LOOKUP: &[(&str, &str)] = &[
    (
        "Look the mailbox up as the delivery program does (maildrop asks Courier's authdaemon, Dovecot's LDA its userdb), and mend that lookup:",
        "authtest {recipient}; doveadm user {recipient}",
    ),
    (
        "See how Postfix calls it: the address that it gets (-d, flags), and the user it runs as:",
        "postconf -M | grep -A2 pipe",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("said-status", "host {host}[{ip}] said: {code} {status} {reply} (in reply to {step} command)")
        .says("The server {host} answered {code} {status} to the {step} command.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["host mail.northgatecorp.example[127.0.30.43] said: 450 4.1.8 <a@kingfisherbakery.example>: Sender address rejected: Domain not found (in reply to MAIL FROM command)"]),
    line("said-status-lines", "host {host}[{ip}] said: {code}-{status} {reply} (in reply to {step} command)")
        .says("The server {host} answered {code} {status} to the {step} command.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["host mx1.bigmail.example[127.0.30.41] said: 550-5.7.26 Your email has been blocked because the sender is unauthenticated. 550 5.7.26 See more (in reply to end of DATA command)"]),
    line("said-code", "host {host}[{ip}] said: {code} {reply} (in reply to {step} command)")
        .says("The server {host} answered {code} to the {step} command.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["host mail.northgatecorp.example[127.0.30.43] said: 550 Requested action not taken: mailbox unavailable (in reply to RCPT TO command)"]),
    line("said-only-code", "host {host}[{ip}] said: {code} (in reply to {step} command)")
        .says("The server {host} answered {code} to the {step} command and gave no reason.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["host mail.northgatecorp.example[127.0.30.43] said: 550 (in reply to RCPT TO command)"]),
    line("said", "host {host}[{ip}] said: {reply} (in reply to {step} command)")
        .says("The server {host} gave an answer to the {step} command that is no proper reply.")
        .facts(&[(Role::Channel, "remote")]).loose()
        .samples(&["host mail.northgatecorp.example[127.0.30.43] said: nonsense here (in reply to RCPT TO command)"]),
    line("mailbox-said-status", "host {host}[private/{path}] said: {code} {status} {reply} (in reply to {step} command)")
        .says("The mailbox service of this server answered {code} {status} to the {step} command.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["host shared14.hostvale.example[private/dovecot-lmtp] said: 550 5.1.1 <nosuch@harborlightsyoga.example> User does not exist: nosuch@harborlightsyoga.example (in reply to RCPT TO command)"]),
    line("mailbox-said", "host {host}[private/{path}] said: {reply} (in reply to {step} command)")
        .says("The mailbox service of this server did not accept the message.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["host shared14.hostvale.example[private/dovecot-lmtp] said: odd (in reply to RCPT TO command)"]),
    line("mailbox-said-status-path", "host {host}[/{path}] said: {code} {status} {reply} (in reply to {step} command)")
        .says("The mailbox service of this server answered {code} {status} to the {step} command.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["host shared14.hostvale.example[/dovecot-lmtp] said: 550 5.1.1 <nosuch@harborlightsyoga.example> User does not exist: nosuch@harborlightsyoga.example (in reply to RCPT TO command)"]),
    line("mailbox-said-path", "host {host}[/{path}] said: {reply} (in reply to {step} command)")
        .says("The mailbox service of this server did not accept the message.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["host shared14.hostvale.example[/dovecot-lmtp] said: odd (in reply to RCPT TO command)"]),
    line("scanner-failed-there", "host {host}[{ip}] said: {code} {status} Error in processing, {error}virus_scan FAILED: {reply} (in reply to {step} command)")
        .says("The filter {host} (amavis) couldn't have the message scanned for viruses, so it puts mail off: {reply}. Nothing was found in the message.")
        .facts(&[(Role::Channel, "remote"), (Role::Reason, "systemerror")])
        .helps(OurServer, &[
            ("Start the virus scanner behind the filter, and see why it stopped (often it lacks memory or its list of viruses). Mail that waits goes on by itself then:", "systemctl restart clamav-daemon clamd@amavisd; systemctl status clamav-daemon clamd@amavisd; free -m"),
        ])
        .samples(&["host 127.0.0.1[127.0.0.1] said: 451 4.5.0 Error in processing, id=01702-04, virus_scan FAILED: virus_scan: ALL VIRUS SCANNERS FAILED at (eval 92) line 952. (in reply to end of DATA command)"]),
    line("refused-to-talk", "host {host}[{ip}] refused to talk to me: {code} {?{status} }{reply}")
        .says("The server {host} refused the connection in its greeting: it is overloaded, or it doesn't want mail from here.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["host mx.busy-banner.example[127.0.30.47] refused to talk to me: 421 4.7.0 mx.busy-banner.example Error: too many connections from 203.0.113.2", "host mx.x.example[127.0.30.47] refused to talk to me: 554 no"]),
    line("refused-to-talk-any", "host {host}[{ip}] refused to talk to me: {reply}")
        .says("The server {host} refused the connection in its greeting.")
        .facts(&[(Role::Channel, "remote")]).loose()
        .samples(&["host mx.busy-banner.example[127.0.30.47] refused to talk to me: go away"]),
    line("refused-in-lines", "host {host}[{ip}] refused to talk to me: {code}-{reply}")
        .says("The server {host} refused the connection in its greeting: it is overloaded, or it doesn't want mail from here.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["host mx.x.example[127.0.30.47] refused to talk to me: 554-mx.x.example 554 Your access was rejected due to poor reputation"]),
    line("connect-inside-failed", "connect to {?127.0.0.1}{?localhost}{?::1}[{?127.0.0.1}{?::1}]:{port}: {error}")
        .says("The service at port {port} of this server itself, such as a content filter, could not be reached: {error}.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["connect to 127.0.0.1[127.0.0.1]:10024: Connection refused", "connect to localhost[127.0.0.1]:10026: Connection timed out", "connect to localhost[::1]:10026: Connection refused"]),
    line("connect-failed", "connect to {host}[{ip}]:{port}: {error}")
        .says("The last server that was tried, {host}, couldn't be reached at port {port}: {error}.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["connect to mx.deadhost.example[127.0.30.48]:25: Connection refused", "connect to mx.slow.example[2001:db8::9]:25: Connection timed out"]),
    line("connect-socket-forbidden", "connect to {host}[{path}]: Permission denied")
        .says("Postfix isn't allowed to use the socket {path} of this server: Permission denied.")
        .facts(&[(Role::Channel, "local")])
        .helps(OurServer, &[
            ("Let Postfix use it: in the service of Dovecot (or the other program) that makes it, set user = postfix, group = postfix and mode = 0600 in its unix_listener, then restart that service:", "cd /var/spool/postfix && ls -l {path}; doveconf -n service/lmtp; systemctl restart dovecot"),
            ("If owner and mode are right, SELinux or AppArmor may forbid it:", "ausearch -m avc -ts recent; dmesg | grep -i apparmor | tail"),
        ])
        .samples(&["connect to mx.shop.example[private/dovecot-lmtp]: Permission denied"]),
    line("connect-socket-missing", "connect to {host}[{path}]: No such file or directory")
        .says("The socket {path} of this server doesn't exist: the service that makes it doesn't run, or makes it elsewhere.")
        .facts(&[(Role::Channel, "local")])
        .helps(OurServer, &[
            ("See whether the service runs and where it makes its socket. For Dovecot, protocols must hold lmtp, and service lmtp needs a unix_listener that Postfix sees as {path} (in a chroot it sees only /var/spool/postfix):", "cd /var/spool/postfix && ls -l {path}; doveconf -n protocols service/lmtp; systemctl status dovecot"),
        ])
        .samples(&["connect to mx.shop.example[private/dovecot-lmtp]: No such file or directory"]),
    line("connect-socket", "connect to {host}[{path}]: {error}")
        .says("The service {path} of this server could not be reached: {error}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["connect to shared14.hostvale.example[private/dovecot-lmtp]: Connection refused"]),
    line("went-silent", "conversation with {host}[{where}] timed out while {stage}")
        .says("The server {host} stopped answering (timeout) while Postfix was {stage}.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["conversation with mx.slow.example[127.0.30.49] timed out while receiving the initial server greeting"]),
    line("went-silent-twice", "conversation with {host}[{where}] timed out while {stage} -- message may be sent more than once")
        .sign(Sign::PerhapsThere)
        .says("The server {host} got the whole message but didn't confirm it in time (timeout), so it may have the message already. Each new attempt can bring the recipient another copy.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["conversation with mx.slow.example[127.0.30.49] timed out while sending end of data -- message may be sent more than once"]),
    line("broke-off", "lost connection with {host}[{where}] while {stage}")
        .says("The server {host} closed the connection while Postfix was {stage}.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["lost connection with mail.northgatecorp.example[127.0.30.43] while sending RCPT TO"]),
    line("broke-off-twice", "lost connection with {host}[{where}] while {stage} -- message may be sent more than once")
        .sign(Sign::PerhapsThere)
        .says("The server {host} closed the connection at the very end, so it may have the message already. The recipient may get it twice.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["lost connection with mail.northgatecorp.example[127.0.30.43] while sending end of data -- message may be sent more than once"]),
    line("tls-policy-unanswered", "TLS policy lookup problem for {domain}")
        .says("The table of rules for encryption (smtp_tls_policy_maps) gave this server no answer about {domain}: the service behind it (MTA-STS, a database) doesn't run or doesn't answer.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "systemerror")])
        .helps(OurServer, &[("See which table it is and whether its service runs, then ask it by hand:", "postconf -n smtp_tls_policy_maps; systemctl status postfix-mta-sts-resolver postfix-tlspol; postmap -q {domain} $(postconf -h smtp_tls_policy_maps)")])
        .samples(&["TLS policy lookup problem for client.example"]),
    line("local-data", "local data error while talking to {host}[{where}]")
        .says("Postfix couldn't read something of this server: a table, which the lines just before name, or the message's file.")
        .facts(&[(Role::Channel, "remote"), (Role::Reason, "systemerror")])
        .helps(OurServer, &[("See what the same process reported just before; if it's nothing, look at the disk:", "grep -hE 'postfix/smtp\\[[0-9]+\\]: (error|warning|fatal)' /var/log/mail.log /var/log/maillog | tail; df -h /var/spool/postfix; dmesg -T | tail -20")])
        .samples(&["local data error while talking to mx1.bigmail.example[127.0.30.41]"]),
    line("no-such-domain", "Host or domain name not found. Name service error for name={domain} type={type}: Host not found")
        .says("The name {domain} doesn't exist in DNS.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["Host or domain name not found. Name service error for name=nosuchdomain.example type=AAAA: Host not found"]),
    line("dns-later", "Host or domain name not found. Name service error for name={domain} type={type}: Host not found, try again")
        .says("The DNS of {domain} gave no answer now.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["Host or domain name not found. Name service error for name=servfail.example type=MX: Host not found, try again"]),
    line("dns-no-record", "Host or domain name not found. Name service error for name={domain} type={type}: Host found but no data record of requested type")
        .says("The name {domain} exists, but DNS has no address of a server for it.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["Host or domain name not found. Name service error for name=norecord.example type=A: Host found but no data record of requested type"]),
    line("dns-malformed", "Host or domain name not found. Name service error for name={domain} type={type}: Malformed or unexpected name server reply")
        .says("The DNS of {domain} gave an answer that makes no sense.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["Host or domain name not found. Name service error for name=odd.example type=MX: Malformed or unexpected name server reply"]),
    line("dns-other", "Host or domain name not found. Name service error for name={domain} type={type}: {error}")
        .says("The DNS of {domain} could not be asked: {error}.")
        .facts(&[(Role::Channel, "remote")]).loose()
        .samples(&["Host or domain name not found. Name service error for name=odd.example type=MX: Server failure"]),
    line("dns-error", "Name service error for name={domain} type={type}: {error}")
        .says("The DNS of {domain} could not be asked: {error}.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["Name service error for name=odd.example type=MX: Host not found, try again"]),
    line("null-mx", "Domain {domain} does not accept mail (nullMX)")
        .says("The domain {domain} says in its DNS that it accepts no mail at all.")
        .facts(&[(Role::Channel, "remote")])
        .helps(Party::Sender, &[("The sender must use another address, or another way than email: {domain} never accepts mail. Only if it's our customer's domain, correct its MX record:", "dig +short MX {domain}")])
        .samples(&["Domain nomail.example does not accept mail (nullMX)"]),
    line("loops-back", "mail for {domain} loops back to myself")
        .sign(Sign::LoopsBack)
        .says("The DNS of {domain} leads to this server, but the domain is not set up here. Add the domain to this server, or correct its MX record.")
        .facts(&[(Role::Channel, "remote")])
        .helps(OurServer, &[("If mail for {domain} should arrive here, turn on its mail in the panel (Virtualmin: Mail for domain); without a panel, add it to mydestination, or to virtual_mailbox_domains where its mailboxes are in Dovecot or a database. If not, its MX record must name the other server. What both say:", "dig +short MX {domain}; postconf mydestination virtual_mailbox_domains relay_domains myhostname")])
        .samples(&["mail for loopme.example loops back to myself"]),
    line("relay-unknown", "unable to look up host {domain}: {error}")
        .says("The server {domain} has no address: {error}.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["unable to look up host relay.example: Name or service not known"]),
    line("relay-not-found", "unable to find primary relay for {domain}")
        .says("No mail server for {domain} could be found.")
        .facts(&[(Role::Channel, "remote")])
        .helps(OurServer, &[(
            "See whether this server is in the MX record of {domain}. If it is and should keep the mail, add the domain to its own (mydestination, virtual_mailbox_domains); as a backup, to relay_domains with a better MX elsewhere:",
            "dig +short MX {domain}; postconf mydestination relay_domains virtual_mailbox_domains",
        )])
        .samples(&["unable to find primary relay for odd.example"]),
    line("relay-missing", "{domain}: host not found")
        .says("The server {domain} was not found.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["relay.example: host not found"]),
    line("tls-not-offered", "TLS is required, but was not offered by host {host}[{where}]")
        .says("This server insists on encryption for this mail, and {host} does not offer it.")
        .facts(&[(Role::Channel, "remote")])
        .helps(OurServer, ENCRYPTION)
        .samples(&["TLS is required, but was not offered by host gw.securebank.example[127.0.30.45]"]),
    line("tls-refused", "TLS is required, but host {host}[{where}] refused to start TLS: {reply}")
        .says("This server insists on encryption for this mail, and {host} refused to begin it.")
        .facts(&[(Role::Channel, "remote")])
        .helps(OurServer, ENCRYPTION)
        .samples(&["TLS is required, but host gw.securebank.example[127.0.30.45] refused to start TLS: 454 4.7.0 TLS not available"]),
    line("tls-unavailable", "TLS is required, but {?unavailable}{?our TLS engine is unavailable}")
        .says("This server insists on encryption for this mail, and its own part for encryption is not available.")
        .facts(&[(Role::Channel, "remote")])
        .helps(OurServer, &[("A warning of the same process just before says why (a certificate or key file that can't be read, a wrong setting smtp_tls_*):", "postconf -n | grep smtp_tls; grep -h 'postfix/smtp.*warning' /var/log/mail.log /var/log/maillog | tail")])
        .samples(&["TLS is required, but unavailable", "TLS is required, but our TLS engine is unavailable"]),
    line("tls-handshake", "Cannot start TLS: handshake failure")
        .says("Encryption with the other server did not come about.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["Cannot start TLS: handshake failure"]),
    line("tls-not-trusted", "Server certificate not trusted")
        .sign(Sign::CertificateUnproven)
        .says("This server trusts the certificate of the other server neither by its issuer nor, where DANE is used, by a TLSA record, and the settings ask for that.")
        .facts(&[(Role::Channel, "remote")])
        .helps(TheirServer, CERTIFICATE)
        .samples(&["Server certificate not trusted"]),
    line("tls-not-verified", "Server certificate not verified")
        .sign(Sign::CertificateUnproven)
        .says("The certificate of the other server doesn't match the name (or the TLSA record, or the fingerprint) that this server must find.")
        .facts(&[(Role::Channel, "remote")])
        .helps(TheirServer, CERTIFICATE)
        .samples(&["Server certificate not verified"]),
    line("tls-fingerprint", "Server certificate fingerprint not verified")
        .sign(Sign::CertificateUnfit)
        .says("The certificate of the other server is not the one that this server expects.")
        .facts(&[(Role::Channel, "remote")])
        .helps(TheirServer, CERTIFICATE)
        .samples(&["Server certificate fingerprint not verified"]),
    line("tls-problem", "client TLS configuration problem")
        .says("A setting or a table for outgoing encryption of this server failed. The warning just before names it.")
        .sign(Sign::NamedBefore)
        .facts(&[(Role::Channel, "remote"), (Role::Reason, "systemerror")])
        .helps(Party::OurServer, OUTGOING_TLS)
        .samples(&["client TLS configuration problem"]),
    line("login-refused", "SASL authentication failed; server {host}[{where}] said: {reply}")
        .says("{host} did not accept the username and password that this server has stored for it.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["SASL authentication failed; server smtp.relay.example[192.0.2.20] said: 535 5.7.8 Error: authentication failed"]),
    line("login-refused-cached", "SASL [CACHED] authentication failed; server {host}[{where}] said: {reply}")
        .says("This server could not log in at {host} a moment ago, so it did not try again.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["SASL [CACHED] authentication failed; server smtp.relay.example[192.0.2.20] said: 535 5.7.8 Error: authentication failed"]),
    line("login-impossible", "SASL authentication failed{?;}{?:} cannot authenticate to server {host}[{where}]: no mechanism available")
        .says("This server and {host} have no login mechanism in common. Usually the package with the SASL mechanisms (libsasl2-modules) isn't installed here; the password isn't the cause.")
        .facts(&[(Role::Channel, "remote"), (Role::Reason, "systemerror")])
        .helps(Party::OurServer, NO_MECHANISM)
        .samples(&["SASL authentication failed; cannot authenticate to server smtp.relay.example[192.0.2.20]: no mechanism available", "SASL authentication failed: cannot authenticate to server smtp.relay.example[192.0.2.20]: no mechanism available"]),
    line("login-cancelled", "SASL authentication failed{?;}{?:} cannot authenticate to server {host}[{where}]: {error}")
        .says("The login of this server at {host} didn't come to an end: {error}.")
        .facts(&[(Role::Channel, "remote"), (Role::Reason, "securityerror")])
        .helps(Party::OurServer, &[(
            "The relay ended the login: check the password or the OAuth token that this server uses there (a token needs the scope for sending), and its login methods:",
            "postconf -n | grep -e relayhost -e smtp_sasl",
        )])
        .samples(&["SASL authentication failed; cannot authenticate to server smtp.relay.example[192.0.2.20]: bad protocol / cancel"]),
    line("too-large-for", "message size {size} exceeds size limit {limit} of server {host}[{where}]")
        .says("The message has {size byte}, and {host} takes only {limit}.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["message size 36700160 exceeds size limit 26214400 of server mx1.bigmail.example[127.0.30.41]"]),
    line("suspended", "delivery temporarily suspended: {cause}")
        .says("Nothing was tried this time, because the same place failed a moment ago: {cause}.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["delivery temporarily suspended: connect to mx.deadhost.example[127.0.30.48]:25: Connection refused"]),
    line("unavailable", "server unavailable or unable to receive mail")
        .says("No server of the domain could take the message now.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["server unavailable or unable to receive mail"]),
    line("utf8", "SMTPUTF8 is required, but was not offered by host {host}[{where}]")
        .says("The message was marked as needing SMTPUTF8 (letters outside ASCII in an address or a header), and {host} doesn't offer that.")
        .facts(&[(Role::Channel, "remote")])
        .helps(Party::OurServer, &[
            (
                "Unless an address itself has such characters, turn SMTPUTF8 off: set smtputf8_enable = no, or smtputf8_autodetect_classes to fewer classes:",
                "postconf smtputf8_enable smtputf8_autodetect_classes",
            ),
        ])
        .samples(&["SMTPUTF8 is required, but was not offered by host mx.old.example[192.0.2.9]"]),
    line("accepted", "{ok} {status} {reply}")
        .says("The other server answered {ok} {status}.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["250 2.0.0 OK  1700015838 ffacd0b85a97d-003esi2 - gsmtp"]),
    line("accepted-bare", "{ok} {reply}")
        .says("The other server answered {ok}.")
        .facts(&[(Role::Channel, "remote")])
        .samples(&["250 Ok", "250 OK id=1abcde-000123-Xy"]),
    line("saved", "{ok} {status} <{address}> {session} Saved")
        .says("Dovecot stored the message in the mailbox of {address}. Filter rules may have put it into another folder.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["250 2.0.0 <sales@harborlightsyoga.example> wK6523bde6cfe1AAxyz Saved"]),
    line("filter-discarded", "{ok} {status} Ok, discarded, id={id} - {cause}")
        .says("The content filter accepted the message and discarded it: {cause}. Nobody will receive it; it may be in the quarantine.")
        .facts(&[(Role::Channel, "discard")])
        .helps(OurServer, &[
            ("Find the filter's own line (amavis): it names the score, and the mail_id if the message is in the quarantine. If it's wanted, release it from there with amavisd-release and that mail_id:", "grep -rhF {id} /var/log/mail.log /var/log/maillog"),
            ("To let such mail through, put its sender on the allowlist, or raise the score limit (sa_kill_level_deflt) or what is done then (final_spam_destiny).", ""),
        ])
        .samples(&["250 2.7.0 Ok, discarded, id=00123-01 - INFECTED: Eicar-Test-Signature", "250 2.7.0 Ok, discarded, id=00123-02 - spam"]),
    line("filter-returned", "{ok} {status} Ok, id={id}, BOUNCE")
        .says("The content filter returned the message to its sender: it isn't delivered. The filter's own line says why.")
        .facts(&[(Role::Channel, "discard")])
        .helps(OurServer, &[("Find the filter's own line (amavis): it names what it found, and where the message is kept:", "grep -rhF {id} /var/log/mail.log /var/log/maillog")])
        .samples(&["254 2.7.0 Ok, id=02210-07, BOUNCE", "250 2.5.0 Ok, id=02210-08, BOUNCE"]),
    line("filter-passed", "{ok} {status} from MTA({address}): {reply}")
        .says("The content filter passed the message on. It comes back under a new queue id.")
        .facts(&[(Role::Channel, "filter")])
        .samples(&["250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok"]),
    line("maildir", "delivered to maildir")
        .says("It was stored in the mailbox on this server.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["delivered to maildir"]),
    line("mailbox", "delivered to mailbox")
        .says("It was stored in the mailbox on this server.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["delivered to mailbox"]),
    line("delivers-maildir", "delivers to maildir")
        .says("The mailbox is on this server.")
        .facts(&[(Role::Channel, "probe")])
        .samples(&["delivers to maildir"]),
    line("delivers-mailbox", "delivers to mailbox")
        .says("The mailbox is on this server.")
        .facts(&[(Role::Channel, "probe")])
        .samples(&["delivers to mailbox"]),
    line("delivers-command", "delivers to command: {command}")
        .says("A program of this server would get the mail.")
        .facts(&[(Role::Channel, "probe")])
        .samples(&["delivers to command: /usr/local/bin/pipe_ok.sh"]),
    line("delivers-file", "delivers to file: {path}")
        .says("A file on this server would get the mail.")
        .facts(&[(Role::Channel, "probe")])
        .samples(&["delivers to file: /dev/null"]),
    line("delivers-service", "delivers via {service} service")
        .says("The service {service} of this server would get the mail.")
        .facts(&[(Role::Channel, "probe")])
        .samples(&["delivers via dovecot service"]),
    line("aliased", "aliased to {address}")
        .says("The address is an alias of {address}.")
        .facts(&[(Role::Channel, "probe")])
        .samples(&["aliased to root"]),
    line("command", "delivered to command: {command}")
        .says("It was handed to the program {command}. What became of it then is in that program's own log.")
        .facts(&[(Role::Channel, "program")])
        .samples(&["delivered to command: /usr/local/bin/pipe_ok.sh"]),
    line("service", "delivered via {service} service{? ({output})}")
        .says("It was handed to the service {service} of this server. Where that is a filter, the mail comes back under a new queue id with the same Message-ID.")
        .facts(&[(Role::Channel, "program")])
        .samples(&["delivered via dovecot service", "delivered via filter service (ok)"]),
    line("nothing", "delivered to file: /dev/null")
        .says("It was discarded: the address leads to /dev/null, which keeps nothing.")
        .facts(&[(Role::Channel, "discard")])
        .samples(&["delivered to file: /dev/null"]),
    line("file", "delivered to file: {path}")
        .says("It was added to the file {path}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["delivered to file: /var/log/mail-archive"]),
    line("discarded", "discarded")
        .says("A rule of this server discarded the message. Nobody will receive it.")
        .facts(&[(Role::Channel, "discard")])
        .samples(&["discarded"]),
    line("discarded-silently", "silently")
        .says("A rule of this server discarded the message. Nobody will receive it.")
        .facts(&[(Role::Channel, "discard")])
        .samples(&["silently"]),
    line("unknown-user", "unknown user: \"{user}\"")
        .says("There is no mailbox with the name {user} on this server.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["unknown user: \"defersender@kingfisherbakery.example\""]),
    line("user-unknown", "user unknown")
        .says("The delivery program says that there is no such mailbox.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["user unknown"]),
    line("user-unknown-to-program", "user unknown. Command output: {output}")
        .says("The delivery program says that there is no such mailbox. Postfix had accepted the address, so the program's own lookup of users probably doesn't find what Postfix finds.")
        .facts(&[(Role::Channel, "local")])
        .helps(OurServer, LOOKUP)
        .samples(&["user unknown. Command output: no such user"]),
    line("unknown-in-virtual-mailbox", "User unknown in virtual mailbox table")
        .says("There is no such address on this server. It was found missing only after the message had been accepted, often behind a forward.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["User unknown in virtual mailbox table"]),
    line("unknown-in-virtual-alias", "User unknown in virtual alias table")
        .says("There is no such address on this server. It was found missing only after the message had been accepted, often behind a forward.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["User unknown in virtual alias table"]),
    line("unknown-in-relay-recipient", "User unknown in relay recipient table")
        .says("There is no such address on this server. It was found missing only after the message had been accepted, often behind a forward.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["User unknown in relay recipient table"]),
    line("unknown-in-local-recipient", "User unknown in local recipient table")
        .says("There is no such address on this server. It was found missing only after the message had been accepted, often behind a forward.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["User unknown in local recipient table"]),
    line("maildir-failed", "maildir delivery failed: {error}")
        .says("The mailbox could not be written to: {error}.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "systemerror")])
        .loose()
        .samples(&["maildir delivery failed: create maildir file /var/www/Maildir/tmp/1795288306.P334.shared14: Invalid argument"]),
    line("maildir-limit", "maildir delivery failed: error writing message: File too large")
        .says("The message is larger than a file in this mailbox can be: with Maildir, virtual_mailbox_limit and mailbox_size_limit are limits for each message.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "exceedlimit")])
        .helps(OurServer, &[("Raise the limit (0 means none); it must not be smaller than message_size_limit, or such mail is accepted first and lost then:", "postconf virtual_mailbox_limit mailbox_size_limit message_size_limit")])
        .samples(&["maildir delivery failed: error writing message: File too large"]),
    line("virtual-mailbox-limit", "delivery failed to mailbox {path}: error writing message: File too large")
        .says("The mailbox file has reached the largest size that Postfix lets it have (virtual_mailbox_limit), so nothing more is added to it. The message isn't the cause.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "mailboxfull")])
        .helps(OurServer, &[
            ("Make room: read, move or delete what's in the mailbox file:", "ls -lh {path}"),
            ("Or lift the limit (51200000 bytes unless set; 0 means none):", "postconf -e virtual_mailbox_limit=0 && postfix reload"),
        ])
        .samples(&["delivery failed to mailbox /var/vmail/bigbox/overq: error writing message: File too large"]),
    line("mailbox-limit", "{?cannot update mailbox {path} for user {user}. }error writing message: File too large")
        .says("The mailbox file has reached the largest size that Postfix lets it have, so nothing more is added to it. The message isn't the cause.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "mailboxfull")])
        .helps(OurServer, FILE_LIMIT)
        .samples(&[
            "error writing message: File too large",
            "cannot update mailbox /var/mail/ana for user ana. error writing message: File too large",
        ]),
    line("mailbox-failed", "delivery failed to mailbox {path}: {error}")
        .says("The mailbox could not be written to: {error}.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "systemerror")])
        .loose()
        .samples(&["delivery failed to mailbox /var/vmail/bigbox/overq: cannot open file: Invalid argument"]),
    not_written!("write-forbidden", "Permission denied", "systemerror", "The mailbox can't be written to for lack of permission{?: {path}} ({?{error}: }Permission denied).", OurServer, &[
        (
            "See the owner and mode of the mailbox and of each folder above it. It must belong to the user that Postfix delivers as: the recipient, or the one of virtual_uid_maps:",
            "namei -l {path}; ls -ld /var/mail; postconf virtual_uid_maps virtual_gid_maps home_mailbox mail_spool_directory",
        ),
        ("If owner and mode are right, SELinux or AppArmor forbids it:", "ausearch -m avc -ts recent; dmesg | grep -i apparmor | tail"),
    ]),
    not_written!("write-missing", "No such file or directory", "systemerror", "The folder of the mailbox doesn't exist{?: {path}} ({?{error}: }No such file or directory).", OurServer, &[
        (
            "See which folder of the path is missing, make it, and give it to the user that Postfix delivers as (the recipient, or the one of virtual_uid_maps):",
            "namei -l {path}; postconf home_mailbox mail_spool_directory virtual_mailbox_base virtual_uid_maps",
        ),
        ("If Dovecot or another program is to store the mail, check that Postfix passes it on there:", "postconf virtual_transport mailbox_transport mailbox_command"),
    ]),
    not_written!("write-kind", "Not a directory", "systemerror", "A file stands where the mailbox's folder is expected (mbox and Maildir are mixed){?: {path}} ({?{error}: }Not a directory).", OurServer, KIND),
    not_written!("write-kind-folder", "Is a directory", "systemerror", "A folder stands where the mailbox's file is expected (mbox and Maildir are mixed){?: {path}} ({?{error}: }Is a directory).", OurServer, KIND),
    not_written!("write-read-only", "Read-only file system", "systemerror", "The disk of the mailbox is read-only, so nothing can be stored{?: {path}} ({?{error}: }Read-only file system).", OurServer, &[
        ("See why the disk is read-only: after a disk error the system makes it so. Save the data, check the disk, then mount it again:", "dmesg -T | grep -i -e 'I/O error' -e EXT4-fs -e XFS -e remount | tail -20; findmnt -O ro"),
    ]),
    not_written!("write-no-space", "No space left on device", "systemfull", "The disk of the mailbox is full{?: {path}} ({?{error}: }No space left on device).", OurServer, &[
        ("See which file system is full, by space and by inodes, and make room:", "df -h; df -i; du -xsh /var/log /var/mail /home/* | sort -h | tail"),
    ]),
    not_written!("write-quota", "Disk quota exceeded", "mailboxfull", "The disk quota of the mailbox's owner is used up{?: {path}} ({?{error}: }Disk quota exceeded).", Recipient, &[
        ("Have the owner delete mail and files, or raise the disk quota of the account (web files count, too):", "repquota -as | sort -rk3 | head; df -h"),
    ]),
    not_written!("write-locked", "Resource temporarily unavailable", "systemerror", "Another program has the mailbox file open and locked{?: {path}}{? ({error})}.", OurServer, LOCK),
    not_written!("write-lock-left", "File exists", "systemerror", "The mailbox is locked by a lock file that's already there{?: {path}}{? ({error})}.", OurServer, LOCK),
    line("mailbox-owner", "cannot update mailbox {path} for user {user}. destination {error} is not owned by recipient")
        .says("The mailbox file {path} belongs to someone other than {user}, so Postfix doesn't write into it.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "systemerror")])
        .helps(Party::OurServer, MAILBOX_OWNER)
        .samples(&["cannot update mailbox /var/mail/ana for user ana. destination /var/mail/ana is not owned by recipient"]),
    line("mailbox-update", "cannot update mailbox {path} for user {user}. {error}")
        .says("The mailbox of {user} could not be written to: {error}.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "systemerror")])
        .loose()
        .samples(&["cannot update mailbox /var/mail/ana for user ana. unable to lock for exclusive access: No locks available"]),
    line("command-failed", "Command died with status {number}: \"{command}\"{?. Command output: {output}}")
        .says("The program {command} failed with status {number}{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["Command died with status 1: \"/usr/local/bin/pipe_fail.sh\". Command output: script error: cannot open database", "Command died with status 2: \"/bin/false\""]),
    line("command-killed", "Command died with signal {number}: \"{command}\"{?. Command output: {output}}")
        .says("The program {command} was killed by signal {number}. Signal 9 often means that memory ran out{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["Command died with signal 9: \"/usr/local/bin/pipe_big.sh\""]),
    line("command-limit", "Command died with signal 25: \"{command}\"{?. Command output: {output}}")
        .says("The program {command} was stopped because a file that it wrote reached the largest size that Postfix allows (mailbox_size_limit). Usually that's the mailbox file{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "mailboxfull")])
        .helps(OurServer, LIMIT)
        .samples(&["Command died with signal 25: \"/usr/bin/procmail\"", "Command died with signal 25: \"/usr/bin/procmail -a ana\". Command output: procmail: Error while writing to /var/mail/ana"]),
    line("command-slow", "Command time limit exceeded: \"{command}\"{?. Command output: {output}}")
        .says("The program {command} took too long and was stopped{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["Command time limit exceeded: \"/usr/local/bin/pipe_slow.sh\""]),
    line("temporary", "temporary failure{?. Command output: {output}}")
        .says("The delivery program asks to try again later{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["temporary failure", "temporary failure. Command output: try later please"]),
    line("temporary-log", "temporary failure. Command output: {?{output} }{?lda: }{?dovecot-lda: }{?deliver: }{?Error: }{?Fatal: }Can't open log file {path}: {error}")
        .says("The delivery program (dovecot-lda) stops because it can't open its own log file {path}: {error}.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "systemerror")])
        .helps(OurServer, &[
            ("Give the log file to the user that the delivery runs as (user= of the service in master.cf), here the one of vmail, and let logrotate make it so again (create 0640 vmail vmail), or log to syslog (log_path = syslog):", "postconf -Mf | grep -A2 pipe; ls -l {path}; chown vmail: {path}; grep -rl {path} /etc/logrotate.d"),
        ])
        .samples(&[
            "temporary failure. Command output: Can't open log file /var/log/dovecot-lda.log: Permission denied",
            "temporary failure. Command output: lda(anna@shop.example): Error: net_connect_unix(/run/dovecot/stats-writer) failed: Permission denied Can't open log file /var/log/dovecot.log: Permission denied",
        ]),
    line("temporary-no-user", "temporary failure. Command output: {?maildrop: }Invalid user specified.")
        .says("The delivery program says that there is no such mailbox. Postfix had accepted the address, so the program's own lookup of users probably doesn't find what Postfix finds.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "systemerror")])
        .helps(OurServer, LOOKUP)
        .samples(&["temporary failure. Command output: Invalid user specified."]),
    line("temporary-slow", "temporary failure. Command output: {?maildrop: }Timeout quota exceeded.")
        .says("The delivery program (maildrop) ran out of time: a filter rule or a program that it calls hangs. It has nothing to do with the size of the mailbox.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "mailererror")])
        .helps(OurServer, &[("See which program the user's rules call (xfilter, spamc), and why it hangs; run it by hand:", "grep -rn -e xfilter -e spamc /etc/maildroprc /etc/courier/maildroprc /home/*/.mailfilter; ps aux | grep '[m]aildrop'")])
        .samples(&["temporary failure. Command output: maildrop: Timeout quota exceeded."]),
    line("exit-permission-denied", "permission denied{?. Command output: {output}}")
        .says("The delivery program says that it doesn't have permission for what it should do{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["permission denied", "permission denied. Command output: some words"]),
    line("exit-data-format-error", "data format error{?. Command output: {output}}")
        .says("The delivery program says that it could not read the message{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["data format error", "data format error. Command output: some words"]),
    line("exit-command-line-usage-error", "command line usage error{?. Command output: {output}}")
        .says("The delivery program says that it was started with wrong options{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["command line usage error", "command line usage error. Command output: some words"]),
    line("exit-internal-software-error", "internal software error{?. Command output: {output}}")
        .says("The delivery program says that it has an internal error{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["internal software error", "internal software error. Command output: some words"]),
    line("exit-service-unavailable", "service unavailable{?. Command output: {output}}")
        .says("The delivery program says that a service it needs isn't available{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["service unavailable", "service unavailable. Command output: some words"]),
    line("exit-cannot-open-input", "cannot open input{?. Command output: {output}}")
        .says("The delivery program says that it could not open its input{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["cannot open input", "cannot open input. Command output: some words"]),
    line("exit-host-name-unknown", "host name unknown{?. Command output: {output}}")
        .says("The delivery program says that it does not know the host{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["host name unknown", "host name unknown. Command output: some words"]),
    line("exit-critical-os-file-missing", "critical OS file missing{?. Command output: {output}}")
        .says("The delivery program says that a system file is missing{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["critical OS file missing", "critical OS file missing. Command output: some words"]),
    line("exit-cant-create-user-output-file", "can't create user output file{?. Command output: {output}}")
        .says("The delivery program says that it could not create the file for the mail{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["can't create user output file", "can't create user output file. Command output: some words"]),
    line("exit-input-output-error", "input/output error{?. Command output: {output}}")
        .says("The delivery program says that it had trouble reading or writing{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["input/output error", "input/output error. Command output: some words"]),
    line("exit-remote-error-in-protocol", "remote error in protocol{?. Command output: {output}}")
        .says("The delivery program reports a protocol error: it got an unexpected reply from the other end{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["remote error in protocol", "remote error in protocol. Command output: some words"]),
    line("exit-local-configuration-error", "local configuration error{?. Command output: {output}}")
        .says("The delivery program says that it is set up wrongly{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["local configuration error", "local configuration error. Command output: some words"]),
    line("exit-system-resource-problem", "system resource problem{?. Command output: {output}}")
        .says("The delivery program says that it could not get memory or processes{?. It said: “{output}”}.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["system resource problem", "system resource problem. Command output: some words"]),
    line("forward-loop", "mail forwarding loop for {address}")
        .says("The message already has the mark of a delivery to {address} (Delivered-To), so it goes in a circle: a forward leads back to it, or a program that fetches mail from another mailbox kept the mark of that server.")
        .facts(&[(Role::Channel, "local")])
        .helps(OurServer, &[
            ("See where {address} is forwarded, here and at the server that sent it here, and remove one of the two:", "postalias -q {address} /etc/aliases; grep -rnF {address} /etc/aliases /etc/postfix; ls -l /home/*/.forward"),
            ("If a program on this machine fetches the mail, have it leave the mark out: in fetchmail, the option dropdelivered.", ""),
        ])
        .samples(&["mail forwarding loop for a@oakandlinen.example"]),
    line("alias-loop", "alias database loop for {address}")
        .says("The aliases of {address} point at one another in a loop.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["alias database loop for loopb"]),
    line("nesting", "recipient nesting limit exceeded")
        .says("The aliases lead to one another far too often.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["recipient nesting limit exceeded"]),
    line("include-nesting", ":include: nesting limit exceeded")
        .says("The lists of addresses include one another far too often.")
        .facts(&[(Role::Channel, "local")])
        .samples(&[":include: nesting limit exceeded"]),
    line("system-error", "mail system configuration error")
        .says("A setting of this server is wrong; the line just before says which.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["mail system configuration error"]),
    line("transport-unavailable", "mail transport unavailable")
        .says("The delivery program that should take the message doesn't run: it's missing, refuses to start, or crashed.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "systemerror")])
        .helps(OurServer, CRASHED)
        .samples(&["mail transport unavailable"]),
    line("transport-unknown", "unknown mail transport error")
        .says("The delivery program that should take the message doesn't run: it's missing, refuses to start, or crashed.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "systemerror")])
        .helps(OurServer, CRASHED)
        .samples(&["unknown mail transport error"]),
    line("is-cannot-find-alias-database-owner", "cannot find alias database owner")
        .says("The owner of the alias table could not be found.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "systemerror")])
        .helps(OurServer, ALIASES)
        .samples(&["cannot find alias database owner"]),
    line("is-alias-database-unavailable", "alias database unavailable")
        .says("The alias table could not be read.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "systemerror")])
        .helps(OurServer, ALIASES)
        .samples(&["alias database unavailable"]),
    line("is-user-lookup-error", "user lookup error")
        .says("The users of this server could not be looked up.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "systemerror")])
        .helps(OurServer, ALIASES)
        .samples(&["user lookup error"]),
    line("is-table-lookup-failure", "table lookup failure")
        .says("A table of addresses could not be read.")
        .facts(&[(Role::Channel, "local"), (Role::Reason, "systemerror")])
        .helps(OurServer, ALIASES)
        .samples(&["table lookup failure"]),
    line("is-address-resolver-failure", "address resolver failure")
        .says("Postfix could not find out where the address leads.")
        .samples(&["address resolver failure"]),
    line("is-message-too-large", "message too large")
        .says("The message is too large for this place.")
        .samples(&["message too large"]),
    line("is-mail-to-file-is-restricted", "mail to file is restricted")
        .says("Mail into files is not allowed here.")
        .samples(&["mail to file is restricted"]),
    line("is-mail-to-command-is-restricted", "mail to command is restricted")
        .says("Mail to programs is not allowed here.")
        .samples(&["mail to command is restricted"]),
    line("is-file-is-executable", "file is executable")
        .says("The file can be run as a program, so mail is not written into it.")
        .samples(&["file is executable"]),
    line("is-cannot-access-mailbox", "cannot access mailbox")
        .says("The mailbox cannot be reached.")
        .samples(&["cannot access mailbox"]),
    line("is-queue-file-has-gone", "queue file has gone")
        .says("The message left the queue in the meantime.")
        .samples(&["queue file has gone"]),
    line("is-address-lookup-failed", "Address lookup failed")
        .says("Whether the address accepts email could not be found out now.")
        .samples(&["Address lookup failed"]),
    line("lookup-error", "table lookup error")
        .says("A table of addresses could not be read.")
        .helps(Party::OurServer, TABLE_NOT_ASKED)
        .samples(&["table lookup error"]),
    line("no-user-name", "null username in \"{address}\"")
        .says("The address {address} names nobody.")
        .facts(&[(Role::Channel, "local")])
        .samples(&["null username in \"@shared14\""]),
];
