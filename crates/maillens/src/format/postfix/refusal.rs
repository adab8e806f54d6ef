//! The reason that Postfix gives a client when it refuses: the text after the reply code.
//!
//! What stands in angle brackets was said by the client. A local rule can have any text of its own.

use super::smtpd::TABLE_NOT_ASKED;
use super::{Field, Format, Pattern, Place, Private, Role, Shape, Sign, Word, field, line, word};
use crate::vocabulary::{Circumstance, Party};

/// A sender from outside never has a private address.
static BEHIND_NAT: Private = Private {
    means: ", so this server doesn't see the real address of the client.",
    shows: Some(Circumstance::ClientsHidden),
    steps: &[
        (
            "{ip} is a private address: this server doesn't see the real address of the client, because Docker, NAT or a proxy is in front. Let the real client address through (host networking, no userland proxy, or the PROXY protocol):",
            "docker network ls; postconf mynetworks smtpd_upstream_proxy_protocol postscreen_upstream_proxy_protocol",
        ),
        ("Until then, exempt that address from checks of the client's address.", ""),
    ],
};

const NO_NAME: &[(&str, &str)] = &[(
    "Look the address up with this server's own resolver. If a name comes, the resolver failed then, and others are refused like this, too; if none comes, the sender must set the PTR record:",
    "dig -x {ip}; cat /etc/resolv.conf",
)];

const NAME_NOT_BACK: &[(&str, &str)] = &[(
    "Look up the name that {ip} has, and the address of that name: if there's no name, or its address is missing or another one, whoever runs {ip} (the sender's provider) must correct that. If both are right, this server's resolver failed then, and others are refused like this, too:",
    "dig +short -x {ip}; dig +short $(dig +short -x {ip} | head -1); cat /etc/resolv.conf",
)];

const DOMAIN_NOT_FOUND: &[(&str, &str)] = &[
    (
        "Look the domain up with this server's own resolver. If well-known domains are refused like this, the resolver doesn't work:",
        "dig MX {address-domain}; dig MX gmail.com; cat /etc/resolv.conf",
    ),
    ("If only this domain fails, its owner must repair its DNS, or the address is forged.", ""),
];

const LISTED: &[(&str, &str)] = &[
    (
        "If it's a user of this server: send through port 587 or 465 with a login, where block lists aren't asked.",
        "",
    ),
    (
        "If it's another mail server, its owner must have {ip} removed from the list. What the list says of it:",
        "dig +short TXT {ip-reversed}.{zone}",
    ),
];

const WARNED_BEFORE: &[(&str, &str)] = &[(
    "A warning of the same process, just before, names what failed (a table, a policy service, a milter or a setting):",
    "grep -h 'warning:' /var/log/mail.log /var/log/maillog | tail -20",
)];

/// Why Postfix refused.
pub static FORMAT: Format = Format {
    id: "postfix-refusal",
    title: "what Postfix says when it refuses",
    found_in: &["/var/log/maillog", "/var/log/mail.log"],
    sources: &["Postfix smtpd_check.c, postscreen_smtpd.c", "Postfix 3.7 run"],
    place: Place::Reason,
    realm: "postfix",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("address", Role::Address, "What was refused, as the client gave it.").shape(Shape::Address),
    field("what", Role::State, "What was looked at.").shape(Shape::Text),
    field("domain", Role::Host, "The domain that it is about.").shape(Shape::Word),
    field("ip", Role::Ip, "The address of the client."),
    field("port", Role::Port, "The port that was called."),
    field("zone", Role::Host, "The block list that was asked.").shape(Shape::Word),
    field("site", Role::Host, "The website of the list.").shape(Shape::Word),
    field("text", Role::Text, "More about it, in the words of the rule or the list."),
    field("later", Role::Code, "What it answered. 4xx: try again later.").shape(Shape::CodeOf(4)),
    field("cause", Role::Text, "What the other server said.").shape(Shape::Reason),
    field("user", Role::User, "The name that the client is logged in with.").shape(Shape::Text),
];

const WORDS: &[Word] = &[
    word("Recipient address", "The recipient was refused."),
    word("Sender address", "The sender was refused."),
    word("Client host", "The client itself was refused."),
    word("Helo command", "The name that the client greeted with was refused."),
];

/// What helps where a block list doesn't answer the resolver that asks.
const RESOLVER: [(&str, &str); 2] = [
    (
        "Let this server ask DNS through a resolver of its own (unbound or named on 127.0.0.1), not a public one; with many queries, the list wants a key (Spamhaus: DQS).",
        "cat /etc/resolv.conf; postconf -n | grep -e rbl -e dnsbl",
    ),
    (
        "Count only real listings: write the list with its answers, such as reject_rbl_client zen.spamhaus.org=127.0.0.[2..11].",
        "",
    ),
];

/// What helps where the client must encrypt.
const ENCRYPT: &[(&str, &str)] = &[(
    "In the email app or device, choose STARTTLS (port 587) or SSL/TLS (port 465) for the outgoing server; an old device that knows neither needs a relay of its own.",
    "",
)];

/// What helps where another server put the check of an address off.
const UNVERIFIED_FOR_NOW: &[(&str, &str)] = &[
    (
        "Exempt the domain of {address} from reject_unverified_sender (or reject_unverified_recipient), with an access table before it, or give that check up: it delays mail that is fine.",
        "postconf smtpd_sender_restrictions smtpd_recipient_restrictions address_verify_sender",
    ),
    (
        "To check again, as this server does (the result is mailed to you). Once the other server says yes, this one remembers it:",
        "sendmail -bv {address}",
    ),
];

/// What helps where another server didn't say whether an address exists.
const UNVERIFIED: &[(&str, &str)] = &[
    (
        "The mail server of {address} must answer this check: its owner repairs what the answer names. To check again from here, as this server does (the result is mailed to you):",
        "sendmail -bv {address}",
    ),
    (
        "To accept the mail meanwhile, exempt that domain from reject_unverified_sender (or reject_unverified_recipient), with an access table before it:",
        "postconf smtpd_sender_restrictions smtpd_recipient_restrictions address_verify_sender",
    ),
];

/// The server that didn't say it is one of the own network.
static OWN_NOT_REACHED: Private = Private {
    means: "",
    shows: None,
    steps: &[
        (
            "{ip} is a server of your own network, to which this one passes mail on: start its mail service, or make it reachable from here. Senders try again meanwhile. Test it:",
            "nc -vz -w 10 {ip} {port}",
        ),
        (
            "If it has moved, correct its address in the settings:",
            "postconf transport_maps relay_transport virtual_transport relayhost",
        ),
    ],
};

const PATTERNS: &[Pattern] = &[
    line("relay-denied", "<{address}>: Relay access denied")
        .says("This server does not host the domain of {address}, and the client was not logged in, so it does not pass the mail on (relay).")
        .samples(&["<victim@bigmail.example>: Relay access denied"]),
    line("unknown-virtual-mailbox", "<{address}>: Recipient address rejected: User unknown in virtual mailbox table")
        .says("There is no mailbox {address} on this server.")
        .samples(&["<typo1@oakandlinen.example>: Recipient address rejected: User unknown in virtual mailbox table"]),
    line("unknown-local-recipient", "<{address}>: Recipient address rejected: User unknown in local recipient table")
        .says("There is no local user or alias for {address} on this server. A hosted domain must not be listed as the server's own.")
        .hints(&[
            ("Check the spelling of {address}. If it should exist here, create the system user or the alias.", ""),
            (
                "If the domain's mailboxes are virtual (Dovecot, a database, a control panel), take the domain out of mydestination: Postfix looks for its addresses among the system users now:",
                "postconf mydestination virtual_mailbox_domains local_recipient_maps",
            ),
        ])
        .samples(&["<typo1@oakandlinen.example>: Recipient address rejected: User unknown in local recipient table"]),
    line("unknown-virtual-alias", "<{address}>: Recipient address rejected: User unknown in virtual alias table")
        .says("There is no forward for {address} on this server.")
        .samples(&["<typo1@oakandlinen.example>: Recipient address rejected: User unknown in virtual alias table"]),
    line("unknown-relay-recipient", "<{address}>: Recipient address rejected: User unknown in relay recipient table")
        .says("The list of addresses that this server accepts email for as a gateway does not have {address}.")
        .samples(&["<typo1@oakandlinen.example>: Recipient address rejected: User unknown in relay recipient table"]),
    line("unknown-recipient", "<{address}>: Recipient address rejected: User unknown{? in {text}}")
        .says("There is no such recipient: {address}.")
        .loose()
        .samples(&["<typo1@oakandlinen.example>: Recipient address rejected: User unknown"]),
    line("unknown-sender", "<{address}>: Sender address rejected: User unknown in {text}")
        .says("The sender claims a mailbox of this server that does not exist: it is forged, or mistyped.")
        .samples(&["<no@oakandlinen.example>: Sender address rejected: User unknown in virtual mailbox table"]),
    line("sender-domain", "<{address}>: Sender address rejected: Domain not found")
        .says("The domain of the sender {address} has no DNS records for mail, or its DNS did not answer.")
        .hints(DOMAIN_NOT_FOUND)
        .samples(&["<x@brokendns.example>: Sender address rejected: Domain not found"]),
    line("recipient-domain", "<{address}>: Recipient address rejected: Domain not found")
        .says("The domain of the recipient {address} has no DNS records for mail. Usually it is mistyped.")
        .hints(DOMAIN_NOT_FOUND)
        .samples(&["<x@brokendns.example>: Recipient address rejected: Domain not found"]),
    line("sender-null-mx", "<{address}>: Sender address rejected: Domain {domain} does not accept mail (nullMX)")
        .says("The domain of the sender says that it accepts no mail, so mail from it is not accepted.")
        .samples(&["<x@nomail.example>: Sender address rejected: Domain nomail.example does not accept mail (nullMX)"]),
    line("recipient-null-mx", "<{address}>: Recipient address rejected: Domain {domain} does not accept mail (nullMX)")
        .says("The domain {domain} says in its DNS that it accepts no mail.")
        .helps(Party::Sender, &[("The domain {domain} accepts no mail: use another address of the recipient. If the domain should accept mail, its owner must change its MX record (now `0 .`):", "dig +short MX {domain}")])
        .samples(&["<x@nomail.example>: Recipient address rejected: Domain nomail.example does not accept mail (nullMX)"]),
    line("malformed-dns", "<{address}>: {what} address rejected: Malformed DNS server reply")
        .says("The DNS of the domain of {address} gave an answer that makes no sense.")
        .hints(DOMAIN_NOT_FOUND)
        .samples(&["<x@odd.example>: Sender address rejected: Malformed DNS server reply"]),
    line("not-qualified", "<{address}>: {what} address rejected: need fully-qualified address")
        .says("The address {address} has no domain. The sending program must use whole addresses.")
        .samples(&["<root>: Sender address rejected: need fully-qualified address", "<bob>: Recipient address rejected: need fully-qualified address"]),
    line("helo-not-qualified", "<{address}>: Helo command rejected: need fully-qualified hostname")
        .says("The client greeted with the name {address}, which is not a fully qualified host name (such as pc.company.example).")
        .sign(Sign::ChecksClient)
        .samples(&["<localhost>: Helo command rejected: need fully-qualified hostname"]),
    line("helo-invalid", "<{address}>: Helo command rejected: Invalid name")
        .says("The client greeted with {address}, which is not a host name.")
        .sign(Sign::ChecksClient)
        .samples(&["<-bad_helo-!>: Helo command rejected: Invalid name"]),
    line("helo-invalid-ip", "<{address}>: Helo command rejected: invalid ip address")
        .says("The client greeted with {address}, which is not an address.")
        .sign(Sign::ChecksClient)
        .samples(&["<1.2.3>: Helo command rejected: invalid ip address"]),
    line("helo-not-found", "<{address}>: Helo command rejected: Host not found")
        .says("The name {address} that the client greeted with (HELO) wasn't found in DNS.")
        .sign(Sign::ChecksClient)
        .helps(Party::Sender, &[
            (
                "The sending server must greet (HELO) with a host name that has a DNS record. See whether it has one now:",
                "dig +short A {address}",
            ),
            ("Until its owner corrects that, the name can be allowed in a check_helo_access table before reject_unknown_helo_hostname:", "postconf smtpd_helo_restrictions"),
        ])
        .samples(&["<mail.nowhere.example>: Helo command rejected: Host not found"]),
    line("no-name", "Client host rejected: cannot find your hostname, [{ip}]")
        .says("This server found no name for {ip} by reverse DNS that resolves back to it: the records of the sender don't agree, or the resolver of this server got no answer.")
        .sign(Sign::ChecksClient)
        .hints(NAME_NOT_BACK)
        .private(&BEHIND_NAT)
        .samples(&["Client host rejected: cannot find your hostname, [198.51.100.53]"]),
    line("no-reverse", "Client host rejected: cannot find your reverse hostname, [{ip}]")
        .says("This server found no name for {ip} by reverse DNS: there's no PTR record, or the resolver of this server got no answer.")
        .sign(Sign::ChecksClient)
        .hints(NO_NAME)
        .private(&BEHIND_NAT)
        .samples(&["Client host rejected: cannot find your reverse hostname, [198.51.100.53]"]),
    line("list-unanswered", "Service unavailable; Client host [{ip}] blocked using {zone}; Error: {text}")
        .says("The block list {zone} refuses to answer this server's DNS resolver ({text}), and Postfix takes that for a listing: {ip} isn't necessarily on the list. Every server that the list is asked about is refused like this.")
        .helps(Party::OurServer, &RESOLVER)
        .samples(&["Service unavailable; Client host [198.51.100.61] blocked using zen.rbl.example; Error: open resolver; https://check.zen.rbl.example/returnc/pub/203.0.113.53/"]),
    line("list-unanswered-link", "Service unavailable; Client host [{ip}] blocked using {zone}; {?https}{?http}://{site}/returnc/{text}")
        .says("The block list {zone} refuses to answer this server's DNS resolver (open to all, or with too many queries), and Postfix takes that for a listing: {ip} isn't necessarily on the list. Every server that the list is asked about is refused like this.")
        .helps(Party::OurServer, &RESOLVER)
        .samples(&["Service unavailable; Client host [198.51.100.61] blocked using zen.rbl.example; https://check.zen.rbl.example/returnc/vol/203.0.113.53/"]),
    line("listed", "Service unavailable; Client host [{ip}] blocked using {zone}{?; {text}}")
        .says("The address {ip} is on the block list {zone}. Its owner must have it removed there; this server's own users should log in.")
        .sign(Sign::ChecksClient)
        .helps(Party::Sender, LISTED)
        .private(&BEHIND_NAT)
        .samples(&["Service unavailable; Client host [198.51.100.61] blocked using zen.rbl.example; https://check.zen.rbl.example/query/ip/198.51.100.61", "Service unavailable; Client host [198.51.100.61] blocked using zen.rbl.example"]),
    line("listed-what", "Service unavailable; {what} [{address}] blocked using {zone}{?; {text}}")
        .says("{what} {address} is on the block list {zone}. Its owner must have it removed there.")
        .samples(&["Service unavailable; Sender address [a@win-prize-now.example] blocked using dbl.rbl.example; listed", "Service unavailable; Helo command [x.win-prize-now.example] blocked using dbl.rbl.example"]),
    line("listed-gate", "Service unavailable; client [{ip}] blocked using {zone}")
        .says("The address {ip} is on the block list {zone}. Its owner must have it removed there.")
        .helps(Party::Sender, LISTED)
        .private(&BEHIND_NAT)
        .samples(&["Service unavailable; client [198.51.100.65] blocked using bl.rbl.example"]),
    line("access-denied", "<{address}>: {what} rejected: Access denied")
        .says("A rule of this server refuses {address} without a reason.")
        .for_users("This service is for users who log in (port 587 or 465), and the client didn't log in.")
        .samples(&["<unknown[198.51.100.69]>: Client host rejected: Access denied", "<a@b.example>: Sender address rejected: Access denied"]),
    line("greylisted", "<{address}>: Recipient address rejected: Greylisted{?, see {text}}")
        .says("Greylisting: mail from a new sender is deferred, and a mail server retries after some minutes. Nothing needs to be done.")
        .samples(&["<info@quietpagesbooks.example>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/quietpagesbooks.example.html", "<a@b.example>: Recipient address rejected: Greylisted"]),
    line("greylisted-gate", "Service currently unavailable")
        .says("Postscreen in front of the server saw this client for the first time and asked it to come back. A real mail server does.")
        .samples(&["Service currently unavailable"]),
    line("spf-fail", "<{address}>: Recipient address rejected: Message rejected due to: SPF fail - not authorized. Please see {text}")
        .says("SPF: the sender's domain doesn't allow the sending IP address to send its mail.")
        .private(&BEHIND_NAT)
        .samples(&["<billing@kingfisherbakery.example>: Recipient address rejected: Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=mfrom;id=user51@strictsender.example;ip=203.0.113.17;r=<UNKNOWN>"]),
    line("spf-later", "<{address}>: Recipient address rejected: Message deferred due to: SPF Temporary Error: {text}")
        .says("The SPF record of the sender's domain could not be read now, because its DNS did not answer.")
        .samples(&["<orders@kingfisherbakery.example>: Recipient address rejected: Message deferred due to: SPF Temporary Error: DNS All nameservers failed to answer"]),
    line("spf-broken", "<{address}>: Recipient address rejected: Message rejected due to: SPF Permanent Error: {text}")
        .says("The SPF record of the sender's domain is broken. Its owner must correct it.")
        .private(&BEHIND_NAT)
        .samples(&["<orders@kingfisherbakery.example>: Recipient address rejected: Message rejected due to: SPF Permanent Error: Too many DNS lookups"]),
    line("starttls-first", "{?<{address}>: }Must issue a STARTTLS command first")
        .says("The client must turn on encryption (STARTTLS) before it may send.")
        .helps(Party::Sender, ENCRYPT)
        .samples(&["Must issue a STARTTLS command first"]),
    line("not-owner", "<{address}>: Sender address rejected: not owned by user {user}")
        .says("The login {user} isn't allowed to send as {address}: the sender login table (smtpd_sender_login_maps) names nobody or another login for it.")
        .helps(Party::Sender, &[
            (
                "See which logins can send as {address}. Add {user} in the sender login table if that's right, for an alias for example:",
                "postconf -n smtpd_sender_login_maps; postmap -q '{address}' $(postconf -h smtpd_sender_login_maps)",
            ),
            ("If not, the user must send with the address of that mailbox.", ""),
        ])
        .sign(Sign::NotOwner)
        .samples(&["<ceo@oakandlinen.example>: Sender address rejected: not owned by user hr@oakandlinen.example"]),
    line("iredapd-login", "<{address}>: {what} rejected: SMTP AUTH is required for users under this sender domain")
        .says("The sender's domain is one of this server's own, whose users must sign in (SMTP AUTH), and the client didn't: it's forged, or a service sends as that domain.")
        .helps(Party::OurServer, &[
            ("If the service may send as that domain, allow it in the settings of iRedAPD, which made this rule: its addresses in MYNETWORKS, or the sender in ALLOWED_FORGED_SENDERS; and put the service into the domain's SPF record:", "grep -n -e MYNETWORKS -e FORGED /opt/iredapd/settings.py"),
            ("If it's a forgery, it was rightly refused, and nothing needs to be done.", ""),
        ])
        .samples(&["<chair@club.example>: Recipient address rejected: SMTP AUTH is required for users under this sender domain"]),
    line("not-logged-in", "<{address}>: Sender address rejected: not logged in")
        .says("The address {address} belongs to this server, so its user must log in. Turn on authentication for the outgoing server in the email app.")
        .helps(Party::Sender, &[("Turn on the login for outgoing mail in the email app or the device, on port 587 or 465.", "")])
        .samples(&["<hr@oakandlinen.example>: Sender address rejected: not logged in"]),
    line("verifying", "<{address}>: {what} address rejected: unverified address: Address verification in progress")
        .sign(Sign::AddressChecked)
        .says("This server was still checking with the mail server of {address} whether the mailbox exists (address verification), and asked the client to come back.")
        .helps(Party::Nobody, &[("Wait: the client tries again, and the check has its answer by then. A line with status=deliverable or status=undeliverable names it:", "grep -hF 'to=<{address}>' /var/log/mail.log /var/log/maillog | grep deliverable")])
        .samples(&["<ben@bluefern.example>: Recipient address rejected: unverified address: Address verification in progress"]),
    line("unverified-recipient-unreached", "<{address}>: Recipient address rejected: unverified address: connect to {domain}[{ip}]:{port}: {cause}")
        .sign(Sign::AddressChecked)
        .says("This server wanted to ask {domain}, where mail for {address} goes, whether the mailbox exists (address verification), and couldn't reach it: {cause}.")
        .helps(Party::Sender, UNVERIFIED)
        .private(&OWN_NOT_REACHED)
        .samples(&["<ok@shop.example>: Recipient address rejected: unverified address: connect to exchange.shop.example[192.0.2.77]:25: Connection refused"]),
    line("unverified-for-now", "<{address}>: {what} address rejected: unverified address: host {domain}[{ip}] said: {later}{?-}{? }{cause}")
        .sign(Sign::AddressChecked)
        .says("This server checked with the mail server of {address} whether the mailbox exists (address verification), and got only a temporary answer (“{cause}”), as from greylisting. So it put the client's message off as well.")
        .helps(Party::OurServer, UNVERIFIED_FOR_NOW)
        .samples(&["<news@shop.example>: Sender address rejected: unverified address: host mx.shop.example[192.0.2.61] said: 450 4.2.0 <check@ours.example>: Recipient address rejected: Greylisted (in reply to RCPT TO command)"]),
    line("unverified", "<{address}>: {what} address rejected: unverified address: {cause}")
        .sign(Sign::AddressChecked)
        .says("This server checked with the mail server of {address} whether the mailbox exists (address verification) and got no clear answer: {cause}.")
        .helps(Party::Sender, UNVERIFIED)
        .samples(&["<ok@verify.backupmx-client.example>: Recipient address rejected: unverified address: Address lookup failed"]),
    line("undeliverable", "<{address}>: {what} address rejected: undeliverable address: {cause}")
        .sign(Sign::AddressChecked)
        .says("This server checked with the mail server of {address} whether the mailbox exists (address verification), and it does not accept mail.")
        .helps(Party::Sender, &[("Check the address {address}, letter by letter; its own server says why it doesn't accept it. To ask again as this server does:", "sendmail -bv {address}")])
        .samples(&["<no@verify.backupmx-client.example>: Recipient address rejected: undeliverable address: host mx.backupmx-client.example[127.0.30.44] said: 550 5.1.1 no (in reply to RCPT TO command)"]),
    line("bare-line-feed", "Error: bare {what} received")
        .says("The client ends lines with a bare {what} and not with CRLF, which Postfix refuses since such messages can be used to smuggle others in (smtpd_forbid_bare_newline).")
        .helps(Party::Sender, &[
            ("The device or program must end lines with CRLF: update it, or set it so.", ""),
            ("If it can't be changed and is your own, exempt its address:", "postconf smtpd_forbid_bare_newline smtpd_forbid_bare_newline_exclusions"),
        ])
        .samples(&["Error: bare <LF> received", "Error: bare <CR> received"]),
    line("too-large", "Message size exceeds fixed limit")
        .says("The message is larger than this server takes.")
        .samples(&["Message size exceeds fixed limit"]),
    line("too-large-now", "Error: message file too big")
        .says("The message is larger than this server takes.")
        .samples(&["Error: message file too big"]),
    line("no-storage", "Insufficient system storage")
        .says("Too little space is free for the queue of this server.")
        .samples(&["Insufficient system storage"]),
    line("lookup-failed", "{?<{address}>: }Temporary lookup failure")
        .says("A table of users or domains of this server could not be read. In the log, lines of the same process just before say which.")
        .sign(Sign::NamedBefore)
        .helps(Party::OurServer, TABLE_NOT_ASKED)
        .samples(&["<a@oakandlinen.example>: Temporary lookup failure", "Temporary lookup failure"]),
    line("lookup-failed-for", "<{address}>: {what} rejected: Temporary lookup failure")
        .says("A table of users or domains of this server could not be read. In the log, lines of the same process just before say which.")
        .sign(Sign::NamedBefore)
        .helps(Party::OurServer, WARNED_BEFORE)
        .samples(&["<a@oakandlinen.example>: Recipient address rejected: Temporary lookup failure"]),
    line("server-problem", "<{address}>: {what} rejected: Server configuration {text}")
        .says("A setting or a helper of this server is broken. In the log, lines of the same process just before say which.")
        .sign(Sign::NamedBefore)
        .helps(Party::OurServer, WARNED_BEFORE)
        .samples(&["<a@oakandlinen.example>: Recipient address rejected: Server configuration error", "<a@oakandlinen.example>: Recipient address rejected: Server configuration problem"]),
    line("server-problem-bare", "{?Error: }{?Server configuration error}{?Server configuration problem}")
        .says("A setting or a helper of this server is broken. In the log, lines of the same process just before say which.")
        .sign(Sign::NamedBefore)
        .helps(Party::OurServer, WARNED_BEFORE)
        .samples(&["Server configuration error", "Server configuration problem"]),
    line("queue-not-written", "{?Error: }queue file write error")
        .says("This server could not put the message into its queue: a mail filter (milter), the disk, or a table failed.")
        .helps(Party::OurServer, WARNED_BEFORE)
        .samples(&["Error: queue file write error"]),
    line("looping", "{?Error: }too many hops")
        .says("The message went through too many servers: it's in a mail loop.")
        .helps(Party::OurServer, &[("Look for a forward, alias or transport here that leads back to where the message came from; its Received lines name each server on the way:", "postconf -n | grep -e transport -e relayhost -e virtual_alias")])
        .samples(&["Error: too many hops"]),
    line("login-needs-encryption", "Encryption required for requested authentication mechanism")
        .says("The client must turn on encryption before it logs in.")
        .helps(Party::Sender, ENCRYPT)
        .samples(&["Encryption required for requested authentication mechanism"]),
    line("login-not-checked", "Temporary authentication failure{?: {text}}")
        .says("The service that checks passwords did not work, so this login was not checked.")
        .helps(Party::OurServer, &[("See what the login service (Dovecot's auth, or saslauthd) reports, and start it again:", "systemctl status dovecot saslauthd; doveadm log errors | tail -20; postconf smtpd_sasl_type smtpd_sasl_path")])
        .samples(&["Temporary authentication failure", "Temporary authentication failure: generic failure"]),
    line("not-checked", "<{address}>: {what} address rejected: address verification problem")
        .says("This server could not check the address {address}: its own service for that (verify) failed.")
        .helps(Party::OurServer, &[("See what Postfix's verify service reports, and whether its database can be written:", "journalctl -t postfix/verify -n 20; postconf address_verify_map; ls -ld /var/lib/postfix")])
        .samples(&["<a@far.example>: Recipient address rejected: address verification problem"]),
    line("no-encryption-here", "TLS not available due to local problem")
        .says("This server offered encryption and can't give it: its certificate or key could not be loaded.")
        .helps(Party::OurServer, &[("See which certificate and key are set, whether they can be read and belong together:", "postconf smtpd_tls_cert_file smtpd_tls_key_file smtpd_tls_chain_files; grep -h 'TLS library problem\\|cannot get' /var/log/mail.log /var/log/maillog | tail")])
        .samples(&["TLS not available due to local problem"]),
    line("pipelining", "<{address}>: Data command rejected: Improper use of SMTP command pipelining")
        .says("The client did not wait for its turn, as programs that send spam do.")
        .samples(&["<DATA>: Data command rejected: Improper use of SMTP command pipelining"]),
    line("multi-bounce", "<{address}>: Data command rejected: Multi-recipient bounce")
        .says("A notice about failed delivery goes to one address only; this one had several.")
        .samples(&["<DATA>: Data command rejected: Multi-recipient bounce"]),
    line("encryption-required", "Session encryption is required")
        .says("The client must turn on encryption.")
        .helps(Party::Sender, ENCRYPT)
        .samples(&["Session encryption is required"]),
    line("local-error", "{?<{address}>: }Server local data error")
        .says("This server could not write the message. Check the disk.")
        .helps(Party::OurServer, WARNED_BEFORE)
        .samples(&["Server local data error"]),
    line("later", "<{address}>: {what} rejected: Try again later")
        .says("A rule of this server asks the client to try again later.")
        .samples(&["<unknown[198.51.100.69]>: Client host rejected: Try again later"]),
    line("protocol", "Protocol error")
        .says("The client broke the rules of SMTP before that.")
        .samples(&["Protocol error"]),
    line("crowded", "{?too many connections}{?all server ports busy}{?all screening ports busy}")
        .says("Too many connections at this moment, from this client or altogether.")
        .samples(&["too many connections", "all server ports busy"]),
    line("spam-milter", "Blocked by SpamAssassin")
        .says("SpamAssassin gave the message too many points. Its own lines with the same Message-ID say which rules.")
        .samples(&["Blocked by SpamAssassin"]),
    line("virus-milter", "Message contains a virus: {text}")
        .says("The virus scanner found {text}.")
        .samples(&["Message contains a virus: Eicar-Test-Signature.UNOFFICIAL"]),
    line("virus-milter-other", "Virus found{? {text}}")
        .says("The virus scanner found a virus.")
        .loose()
        .samples(&["Virus found", "Virus found \"Eicar\""]),
    line("dmarc-milter", "rejected by DMARC policy for {domain}")
        .says("The message failed DMARC: it passed neither SPF nor DKIM for {domain}, and that domain asks that such mail is refused. Either it's forged, or a service sends for the domain that isn't set up for that.")
        .samples(&["rejected by DMARC policy for dmarcrej.example"]),
    line("dmarc-quarantine", "quarantined by DMARC policy for {domain}")
        .says("The domain {domain} asks by DMARC that such mail is set aside.")
        .samples(&["quarantined by DMARC policy for dmarcq.example"]),
    line("milter-service", "Service unavailable - try again later")
        .says("The filter put the message off, or it doesn't run; its own lines, or a warning just before, say why.")
        .sign(Sign::FilterSilent)
        .helps(Party::OurServer, WARNED_BEFORE)
        .samples(&["Service unavailable - try again later"]),
    line("milter-command", "Command rejected")
        .says("The mail filter gave no reason.")
        .sign(Sign::FilterSilent)
        .follows()
        .samples(&["Command rejected"]),
    line("milter-hold", "milter triggers HOLD action")
        .says("The message is held until an administrator lets it go.")
        .samples(&["milter triggers HOLD action"]),
    line("milter-discard", "milter triggers DISCARD action")
        .says("The message is discarded.")
        .samples(&["milter triggers DISCARD action"]),
    line("rspamd-spam", "Spam message rejected")
        .says("The filter rspamd gave the message too many points. Its own line says which rules.")
        .samples(&["Spam message rejected"]),
    line("rspamd-later", "Try again later")
        .says("The filter asks the sending server to try again later.")
        .samples(&["Try again later"]),
    line("rspamd-greylist", "Greylisting in action")
        .says("Greylisting: mail from a new sender is deferred, and a mail server retries.")
        .samples(&["Greylisting in action"]),
    line("rspamd-rate", "Ratelimit \"{text}\" exceeded")
        .says("Too much mail in a short time.")
        .samples(&["Ratelimit \"user\" exceeded"]),
    line("triggers", "<{address}>: {what} triggers {text}")
        .says("A rule of this server matched {address}.")
        .samples(&["<b@oakandlinen.example>: Recipient address triggers FILTER smtp:[127.0.0.1]:10024", "<a@freshmail.example>: Sender address triggers HOLD action"]),
    line("rule-recipient-address", "<{address}>: Recipient address rejected: {text}")
        .says("A rule of this server refuses {address}, in its own words: {text}.")
        .loose()
        .samples(&["<x@y.example>: Recipient address rejected: Our own words"]),
    line("rule-sender-address", "<{address}>: Sender address rejected: {text}")
        .says("A rule of this server refuses {address}, in its own words: {text}.")
        .loose()
        .samples(&["<x@y.example>: Sender address rejected: Our own words"]),
    line("rule-client-host", "<{address}>: Client host rejected: {text}")
        .says("A rule of this server refuses {address}, in its own words: {text}.")
        .loose()
        .samples(&["<x@y.example>: Client host rejected: Our own words"]),
    line("rule-helo-command", "<{address}>: Helo command rejected: {text}")
        .says("A rule of this server refuses {address}, in its own words: {text}.")
        .loose()
        .samples(&["<x@y.example>: Helo command rejected: Our own words"]),
    line("rule-data-command", "<{address}>: Data command rejected: {text}")
        .says("A rule of this server refuses {address}, in its own words: {text}.")
        .loose()
        .samples(&["<x@y.example>: Data command rejected: Our own words"]),
    line("rule-end-of-data", "<{address}>: End-of-data rejected: {text}")
        .says("A rule of this server refuses {address}, in its own words: {text}.")
        .loose()
        .samples(&["<x@y.example>: End-of-data rejected: Our own words"]),
];
