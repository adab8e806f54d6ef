//! What a reply refuses, finer than the reasons of the export: the same reason can be another matter
//! for other hands. A listed IP is ours to delist, a listed domain is the sender's; a limit of the
//! recipient blames nobody.

use super::reason::Reason;
use crate::vocabulary::Party;

/// What exactly a reply refuses, where its text shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// The address of the sending server is on a block list.
    IpListed,
    /// The address of the sending server is taken for a dial-up line.
    IpDynamic,
    /// The address of the sending server has a poor score or none.
    IpReputation,
    /// The receiving company blocks the address of the sending server by a list of its own.
    IpByRecipient,
    /// The receiver accepts no email over IPv6.
    Ipv6,
    /// A domain is on a block list: the sender's, or one that the message links to.
    DomainListed,
    /// The sender's domain has a poor score.
    DomainReputation,
    /// The block list refused to answer the receiver's resolver; nobody is listed.
    ListUnanswered,
    /// The sending server sends too much or too fast for the receiver's liking.
    ServerRate,
    /// The sender or the sender's domain sends too much or too fast.
    SenderRate,
    /// The recipient gets too much; the sender has no part in it.
    RecipientRate,
    /// The sender's own account at the service that sends is stopped for spam.
    AccountStopped,
    /// The sender's own account may not use this sender address.
    SendAs,
    /// The receiver can't find the sender's domain in DNS.
    SenderDomain,
    /// The sender's address has no complete domain.
    SenderIncomplete,
    /// The receiver asked the sender's own server, which didn't vouch for the sender's address.
    SenderUnverified,
    /// SPF: the domain of the envelope sender doesn't name the server that sends.
    Spf,
    /// SPF: the record of the domain has a mistake, so it says nothing of any server.
    SpfBroken,
    /// DKIM: no signature of the message could be confirmed.
    Dkim,
    /// DMARC: neither SPF nor DKIM passed for the domain in From.
    Dmarc,
    /// Our server's HELO name.
    Helo,
    /// The reverse DNS of our server.
    Ptr,
    /// The server doesn't take mail for that domain from us.
    Relay,
    /// The server wants a log-in from us.
    Login,
    /// A value in our own server's configuration that it can't use.
    LocalSetting,
    /// The call to a large provider times out, which answers calls: our own way out is closed.
    OutgoingPort,
    /// The name of the next server, or its domain, could not be looked up at that moment.
    NameLookup,
    /// Too much of what the sender's account or domain sent came back or waits.
    FailureRate,
    /// The server lets nobody log in to this account for a while: too many tries failed.
    LoginRate,
    /// The account at the service that sends has used up what its plan allows.
    PlanUsedUp,
    /// The account at the service that sends can't be used to log in: suspended, locked, unpaid.
    AccountClosed,
    /// The server takes no user name and password any more, whatever they are.
    PasswordLogin,
    /// The server wants an encrypted connection from us.
    Tls,
    /// The connection carries too many commands or breaks the protocol.
    Protocol,
    /// The mailbox or group accepts email from members or colleagues only.
    Closed,
    /// A rule that the recipient's company wrote.
    CompanyRule,
    /// A rule of the receiving server that forwards nothing to the outside.
    ForwardForbidden,
    /// The sender's own organization blocks mail to this recipient.
    OwnBlock,
    /// The receiver accepts email for this domain only from its own gateway.
    GatewayOnly,
    /// The receiver could not check the address; it may be good.
    AddressUnchecked,
    /// The directory of the recipient's provider doesn't have the address, though the mailbox may exist elsewhere.
    NotInDirectory,
    /// The recipient's mail server doesn't meet the rule that its domain publishes for encrypted delivery.
    SecureMx,
    /// The recipient was refused, and the reply doesn't say why.
    RecipientRefused,
    /// The recipient's address isn't one: its syntax is wrong.
    AddressMalformed,
    /// The message has more recipients than the server allows.
    TooManyRecipients,
    /// Microsoft 365 relays nothing for our server: no connector of the organization fits it.
    Connector,
    /// The sender is on the recipient's own list of blocked senders.
    SenderBlocked,
    /// The message has line ends that SMTP doesn't allow.
    LineEnds,
    /// The other server has been failing for days, with this message or with earlier ones.
    LongDown,
    /// A line of the message is longer than SMTP allows.
    LongLine,
    /// A mailing list takes messages of another form only.
    ListForm,
    /// The next server doesn't take addresses or headers in letters beyond ASCII (SMTPUTF8).
    Unicode,
}

/// What is said of a refusal where the words of its reason would be about something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefusalWords {
    /// One line in plain words.
    pub headline: &'static str,
    /// What the engineer does first.
    pub agent: &'static str,
}

const fn words(headline: &'static str, agent: &'static str) -> RefusalWords {
    RefusalWords { headline, agent }
}

/// What a reason means in the words of one provider, where that is another matter than usual.
static OWN: &[(&str, Reason, RefusalWords)] = &[
    // Where the reply names the address, `explain/situation.rs` says which of the two it is.
    (
        "Amazon SES",
        Reason::Rejected,
        words(
            "Amazon SES hasn't verified an address or domain that the message uses.",
            "Verify the sender's domain or address in SES, in the region that the program calls. A new account is in the sandbox, where recipients must be verified, too: ask Amazon for production access.",
        ),
    ),
    (
        "Google",
        Reason::SecurityError,
        words(
            "Google did not accept the username and password.",
            "Make an app password in the Google account (two-step sign-in must be on) and enter it as the password, with the whole address as username: Google takes no other password from programs. Google Workspace can allow its server instead (SMTP relay), and some programs sign in with OAuth.",
        ),
    ),
    (
        "Deutsche Telekom",
        Reason::Blocked,
        words(
            "Deutsche Telekom doesn't accept email from our sending server's address: it doesn't know the address yet, or doesn't trust it any more.",
            "Give {address} a host name of its own in DNS, forward and reverse, and at that name or its domain a website that says who runs the server, with full contact details; Telekom asks for both. Then ask its postmaster, with the address, to have it allowed{?: {link}}. Public block lists have no part in it.",
        ),
    ),
    (
        "mail services",
        Reason::Blocked,
        words(
            "The receiver doesn't let our sending server's address connect; the reply doesn't say why.",
            "Check the reverse DNS name (PTR) of {address} and whether it's on a block list, then ask the receiver's postmaster, with the address and the time{?: {link}}.",
        ),
    ),
    (
        "cPanel",
        Reason::PolicyViolation,
        words(
            "The sending server's own hosting panel (cPanel) lets this website or account send nothing: its script sends as the user nobody, which all websites share, or the account is in demo mode.",
            "Let the website send by SMTP with the login of a mailbox, or let PHP run as the account's own user (PHP-FPM, suPHP, mod_ruid2); the protection is in WHM, Tweak Settings, Mail.",
        ),
    ),
    (
        "Barracuda",
        Reason::Filtered,
        words(
            "The recipient's Barracuda email filter blocked the message, by its rules, its content or the sender's reputation; the reply doesn't say which.",
            "Sending it again doesn't help. The recipient's administrator finds the reason in Barracuda's message log and can allow the sender there.",
        ),
    ),
    (
        "Microsoft",
        Reason::UserUnknown,
        words(
            "Microsoft 365 has no such recipient in that domain.",
            "Check the spelling of the address with the sender.{?{own} If the domain is ours, create the mailbox or alias there; mailboxes that are elsewhere need the domain as an internal relay.}",
        ),
    ),
    (
        "Microsoft",
        Reason::Blocked,
        words(
            "Microsoft has our sending server's address, or the network that it's in, on a block list of its own.",
            "Ask Microsoft to take {address} off with its form for senders (https://olcsupport.office.com for Outlook.com and Hotmail, https://sender.office.com for Microsoft 365), and have the hosting provider ask, too, where its network is listed. Before that, stop what sends spam here (a stolen password, a website's script).",
        ),
    ),
    (
        "Exchange",
        Reason::UserUnknown,
        words(
            "The message went to an old internal Exchange address (X.500) of the recipient, which no longer exists; email programs keep it in their suggestions.",
            "Delete the suggestion in Outlook (the list of auto-completion), or don't reply to the old message: choose the recipient again. The recipient's administrator can add the old address to the mailbox as X500.",
        ),
    ),
];

/// The words of a provider for a reason, where it has any.
pub fn own(provider: &str, reason: Reason) -> Option<RefusalWords> {
    OWN.iter().find(|(of, why, _)| *of == provider && *why == reason).map(|(.., words)| *words)
}

impl Refusal {
    /// Every one.
    pub const ALL: &[Refusal] = &[
        Refusal::IpListed,
        Refusal::IpDynamic,
        Refusal::IpReputation,
        Refusal::IpByRecipient,
        Refusal::Ipv6,
        Refusal::DomainListed,
        Refusal::DomainReputation,
        Refusal::ListUnanswered,
        Refusal::ServerRate,
        Refusal::SenderRate,
        Refusal::RecipientRate,
        Refusal::AccountStopped,
        Refusal::SendAs,
        Refusal::SenderDomain,
        Refusal::SenderIncomplete,
        Refusal::SenderUnverified,
        Refusal::Spf,
        Refusal::SpfBroken,
        Refusal::Dkim,
        Refusal::Dmarc,
        Refusal::Helo,
        Refusal::Ptr,
        Refusal::Relay,
        Refusal::Login,
        Refusal::LocalSetting,
        Refusal::OutgoingPort,
        Refusal::NameLookup,
        Refusal::FailureRate,
        Refusal::LoginRate,
        Refusal::PlanUsedUp,
        Refusal::AccountClosed,
        Refusal::PasswordLogin,
        Refusal::Tls,
        Refusal::Protocol,
        Refusal::Closed,
        Refusal::CompanyRule,
        Refusal::ForwardForbidden,
        Refusal::OwnBlock,
        Refusal::GatewayOnly,
        Refusal::AddressUnchecked,
        Refusal::NotInDirectory,
        Refusal::SecureMx,
        Refusal::RecipientRefused,
        Refusal::AddressMalformed,
        Refusal::TooManyRecipients,
        Refusal::Connector,
        Refusal::SenderBlocked,
        Refusal::LineEnds,
        Refusal::LongDown,
        Refusal::LongLine,
        Refusal::ListForm,
        Refusal::Unicode,
    ];

    /// The reason that the export names for it, and who must act.
    pub const fn facts(self) -> (Reason, Party) {
        match self {
            Refusal::IpListed | Refusal::IpDynamic => (Reason::Blocked, Party::OurServer),
            Refusal::IpReputation => (Reason::BadReputation, Party::OurServer),
            Refusal::IpByRecipient => (Reason::Blocked, Party::Recipient),
            Refusal::Ipv6 => (Reason::PolicyViolation, Party::OurServer),
            Refusal::DomainListed => (Reason::Blocked, Party::Sender),
            Refusal::DomainReputation => (Reason::BadReputation, Party::Sender),
            Refusal::ListUnanswered => (Reason::SystemError, Party::TheirServer),
            Refusal::ServerRate => (Reason::Speeding, Party::OurServer),
            Refusal::SenderRate => (Reason::Speeding, Party::Sender),
            Refusal::RecipientRate => (Reason::Speeding, Party::Nobody),
            Refusal::AccountStopped => (Reason::SpamDetected, Party::Sender),
            Refusal::SendAs => (Reason::Rejected, Party::Sender),
            Refusal::SenderDomain => (Reason::Rejected, Party::Dns),
            Refusal::SenderIncomplete => (Reason::Rejected, Party::Sender),
            Refusal::SenderUnverified => (Reason::Rejected, Party::OurServer),
            Refusal::Spf | Refusal::SpfBroken | Refusal::Dkim | Refusal::Dmarc => {
                (Reason::AuthFailure, Party::Dns)
            }
            Refusal::Helo | Refusal::Protocol => (Reason::SyntaxError, Party::OurServer),
            Refusal::Ptr => (Reason::RequirePtr, Party::OurServer),
            Refusal::Relay => (Reason::NoRelaying, Party::Sender),
            Refusal::LocalSetting => (Reason::SystemError, Party::OurServer),
            Refusal::OutgoingPort | Refusal::NameLookup => (Reason::NetworkError, Party::OurServer),
            Refusal::FailureRate => (Reason::Speeding, Party::Sender),
            Refusal::PlanUsedUp => (Reason::PolicyViolation, Party::Sender),
            Refusal::AccountClosed | Refusal::Login | Refusal::PasswordLogin | Refusal::LoginRate => {
                (Reason::SecurityError, Party::Sender)
            }
            Refusal::Tls => (Reason::FailedStartTls, Party::OurServer),
            Refusal::Closed | Refusal::SenderBlocked => (Reason::Filtered, Party::Recipient),
            Refusal::TooManyRecipients => (Reason::TooManyConn, Party::Sender),
            Refusal::Connector => (Reason::NoRelaying, Party::OurServer),
            Refusal::CompanyRule | Refusal::ForwardForbidden => (Reason::PolicyViolation, Party::Recipient),
            Refusal::OwnBlock => (Reason::PolicyViolation, Party::Sender),
            Refusal::GatewayOnly => (Reason::Filtered, Party::TheirServer),
            Refusal::AddressUnchecked => (Reason::SystemError, Party::TheirServer),
            Refusal::NotInDirectory | Refusal::RecipientRefused | Refusal::AddressMalformed => {
                (Reason::UserUnknown, Party::Sender)
            }
            Refusal::SecureMx => (Reason::FailedStartTls, Party::Dns),
            Refusal::LongDown => (Reason::Expired, Party::TheirServer),
            Refusal::ListForm => (Reason::PolicyViolation, Party::Sender),
            Refusal::LineEnds | Refusal::LongLine => (Reason::ContentError, Party::Sender),
            Refusal::Unicode => (Reason::ContentError, Party::TheirServer),
        }
    }

    /// Its words; `None` where those of the reason fit.
    pub const fn words(self) -> Option<RefusalWords> {
        Some(match self {
            Refusal::IpListed => words(
                "Our sending server's IP address is on a block list that the receiver uses.",
                "Check in the logs whether something here sends spam (a stolen password, a website's script) and stop it, then ask the list or the receiver to take {address} off{?: {link}}.{?{either} If the server that is blocked isn't yours, only its provider can do that: the sender asks them, follows the link in the reply, or sends another way.}",
            ),
            Refusal::IpDynamic => words(
                "The receiver treats our sending server's IP address as a dial-up or dynamic one.",
                "Give the address a reverse DNS name (PTR) of its own that doesn't look like a customer line, ask the receiver to correct its record, or send through a relay.",
            ),
            Refusal::IpReputation => words(
                "The address of our sending server has a poor reputation at the receiver.",
                "Stop any spam that this server sends, hold newsletters back, and send slowly: a new address is trusted only after a while. Give it a reverse DNS name (PTR) of its own that leads back to it. If it lasts, ask the receiver to reset the address{?: {link}}.",
            ),
            Refusal::IpByRecipient => words(
                "The recipient's organization blocks the address or the country of our sending server by a rule of its own.",
                "Only the recipient's administrator can lift it: the recipient should ask them. Delisting elsewhere doesn't help.",
            ),
            Refusal::Ipv6 => {
                words("The recipient's domain accepts no email over IPv6.", "Send to this domain over IPv4.")
            }
            Refusal::DomainListed => words(
                "A domain in the message or of its sender is on a block list.",
                "Look the named domain{? ({domain})} up at the list{?: {link}}. Its website or a mailbox may be hacked; remove the cause, then ask for removal. Our server's IP address isn't what is listed.",
            ),
            Refusal::DomainReputation => words(
                "The sender's domain has a poor reputation at the receiver.",
                "Another server doesn't help: check what the domain sends, its SPF and DKIM records, and the receiver's postmaster tools for the domain.",
            ),
            Refusal::ListUnanswered => words(
                "The receiver's server took a block list's error code for a listing: the sender is not listed.",
                "Tell the receiver's administrator: the list refuses queries through a public or busy resolver, and an answer in 127.255.255.0/24 is an error.",
            ),
            Refusal::ServerRate => words(
                "The receiver limits our server: too much mail from its IP address, or complaints about it.",
                "See who sends much to this receiver and whether it is wanted. Stop what isn't wanted, and send the rest more slowly{?. What the receiver says of it: {link}}.",
            ),
            Refusal::SenderRate => words(
                "The sender's account or domain has reached a sending limit.",
                "See what this sender sends. Mail that the owner doesn't know about points to a stolen password or a hacked website; if all of it is wanted, send it more slowly, or raise the limit in the panel. What was returned or discarded must be sent again.",
            ),
            Refusal::RecipientRate => words(
                "The recipient's mailbox is receiving too much mail at the moment, from all senders together.",
                "Wait for the next attempt. If it lasts, look for a loop or a flood of notices to that mailbox.",
            ),
            Refusal::AccountStopped => words(
                "The sending service has blocked this account or organization: spam, too much mail, or not trusted yet.",
                "Secure the account (password, forwards, apps), then have the organization's administrator ask the service (for Microsoft 365, its support) to lift the block. Delisting elsewhere doesn't help.",
            ),
            Refusal::SendAs => words(
                "The account that logged in is not allowed to use this sender address.",
                "Send from the account's own address, or allow the account to send as the other: at a mailbox provider by an alias, at a sending service by verifying the address or its domain.",
            ),
            Refusal::SenderDomain => words(
                "The receiver could not find the sender's domain in DNS.",
                "Check that the sender's domain exists and has MX and A records that its name servers answer for.",
            ),
            Refusal::SenderIncomplete => words(
                "The sender's address has no complete domain (such as www-data@web4), which the receiver doesn't accept.",
                "Give the program or website a sender address of its own with a whole domain. For all programs of the server: Postfix, myorigin or smtp_generic_maps; qmail, control/defaulthost and control/me; Exim, qualify_domain.",
            ),
            Refusal::SenderUnverified => words(
                "The receiver asked the sender's mail server, which did not confirm the sender's address.",
                "Check that the sender's mailbox exists, and that the domain's mail server can be reached and accepts mail for it.",
            ),
            Refusal::SpfBroken => words(
                "SPF: the record of the sender's domain has a mistake, so it says nothing of any server.",
                "Correct the SPF record of the domain: only one record, at most 10 DNS lookups, no unknown word.",
            ),
            Refusal::Spf => words(
                "SPF: the sender's domain doesn't allow the server that sent the message.",
                "See which server sent the message, and put it into the domain's SPF record, or send through one that's in it. Behind a forward SPF fails, unless the forward rewrites the sender (SRS).",
            ),
            Refusal::Dkim => words(
                "DKIM: the signature of the sender's domain is missing, broken or can't be checked.",
                "See whether the domain's key is published under the selector in the signature, whether the server signs with that key, and whether something changed the message after it was signed.",
            ),
            Refusal::Dmarc => words(
                "DMARC: neither SPF nor DKIM passed for the domain in the From line.",
                "Have the server or service that sends sign with DKIM as the domain in From, or use an envelope sender of that domain that its SPF record allows. A forward or a mailing list on the way breaks both.",
            ),
            Refusal::Helo => words(
                "The receiver doesn't accept the name that our server gives in HELO or EHLO.",
                "Set a full host name that exists in DNS and resolves to this server.",
            ),
            Refusal::LocalSetting => words(
                "Our server can't use a value from its own configuration, for example a quota, a path or a lookup.",
                "Read which value and which file the log names, and correct the account's entry there or the setting of the transport. For a quota, write a number: an empty or unlimited quota is written differently.",
            ),
            Refusal::OutgoingPort => words(
                "The connection to a large provider timed out: outgoing port 25 is probably blocked on our side.",
                "Have outgoing port 25 opened in the firewall or by the provider, or send through a relay on port 587.",
            ),
            Refusal::NameLookup => words(
                "The mail server of the recipient's domain could not be looked up: no name server gave an answer (DNS).",
                "Ask this server's resolver for the domain's MX record, and another one (dig, with @9.9.9.9 behind the domain). If only this server gets no answer, mend its resolver (/etc/resolv.conf, and Postfix's copy in /var/spool/postfix/etc); if nobody does, the domain's name servers are at fault.",
            ),
            Refusal::FailureRate => words(
                "The sender has reached a limit: too much of its mail failed or waits, so the server stopped its sending for now.",
                "List what failed in that hour, by its log. Many unknown addresses: clean the list of recipients; mail that the owner doesn't know about: a stolen password or a hacked website. Sending works again in the next hour; in cPanel, the limit is in WHM, Tweak Settings, Mail.",
            ),
            Refusal::PlanUsedUp => words(
                "The account at the sending service has used up what its plan allows.",
                "Log in at the sending service and see how much of the plan or the credits is used: pay, choose a larger plan, or wait for the next period. A new password or key doesn't help.",
            ),
            Refusal::AccountClosed => words(
                "The account at the sending service is suspended, locked, or unpaid.",
                "See in the sending service's web console what it wants (an unpaid invoice, a complaint, a check), and have the account released there. A new password or key doesn't help.",
            ),
            Refusal::LoginRate => words(
                "The server lets nobody log in to this account for a while: too many tries failed.",
                "Find the program or device that keeps trying with an old password, and correct or close it. Then wait (up to a day) and log in once; Gmail, Microsoft and Yahoo want an app password or their own sign-in (OAuth).",
            ),
            Refusal::PasswordLogin => words(
                "The server has logins with username and password (basic authentication) turned off, whatever the password is.",
                "Use a program that logs in with OAuth (modern authentication), or send through another relay. In Microsoft 365, an administrator can check whether SMTP AUTH can still be allowed for this mailbox.",
            ),
            Refusal::Tls => words(
                "The receiver demands an encrypted connection, and our server did not use one.",
                "Turn on TLS for outgoing mail; in Postfix: smtp_tls_security_level = may.",
            ),
            Refusal::Protocol => words(
                "The receiver did not accept the SMTP dialogue: a wrong command, a wrong order, or too many commands.",
                "Look for a proxy, a firewall or an antivirus program that changes SMTP between this server and port 25.",
            ),
            Refusal::CompanyRule => words(
                "A rule of the recipient's organization rejected the message.",
                "Only the recipient's administrator sees which rule and can change it: the recipient should ask them, with the reply and its time.",
            ),
            Refusal::ForwardForbidden => words(
                "The organization that forwards the message doesn't allow forwarding to outside addresses.",
                "Ask that organization's administrator to allow automatic forwarding for the mailbox; in Microsoft 365 it's in the outbound spam policy.",
            ),
            Refusal::OwnBlock => words(
                "The sender's own organization blocks mail to this recipient.",
                "Ask the administrator of the sender's Microsoft 365 to remove the address or domain from the Tenant Allow/Block List (Microsoft Defender portal, Policies & rules), if it's blocked by mistake.",
            ),
            Refusal::GatewayOnly => words(
                "The recipient's domain accepts mail only through its own gateway, and the message bypassed it.",
                "Look up the domain's MX record. If the message went to a server in it, the recipient's administrator must correct the gateway's settings.",
            ),
            Refusal::AddressUnchecked => words(
                "The receiver could not check the recipient's address at that moment. The address may be good.",
                "Wait for the next attempt. If it lasts, tell the receiver's administrator.",
            ),
            Refusal::AddressMalformed => words(
                "What was given as the recipient isn't written as one email address can be.",
                "Correct it: a single address with one @ and a domain behind it, without blanks, semicolons or a dot at the end. A program passes several recipients one by one, as a list.",
            ),
            Refusal::RecipientRefused => words(
                "The receiver refused this recipient, and its reply doesn't say why; a misspelled address is the most common cause.",
                "Check the spelling of the address. If it's right, only the postmaster of the recipient's provider can say why: ask there, or reach the recipient another way.",
            ),
            Refusal::TooManyRecipients => words(
                "The message has more recipients than the server allows in one message.",
                "Send it in several messages with fewer recipients each, or through a mailing list. A group counts as one recipient or as all its members, by the limits of that server.",
            ),
            Refusal::NotInDirectory => words(
                "Microsoft 365 knows no such recipient in the directory of that domain, so it refuses mail for it; \u{201c}Access denied\u{201d} is no block list here.",
                "Have the sender check the address with the recipient: its spelling, and whether it's still in use. If it's right, the recipient's administrator must see whether Microsoft 365 knows it (Exchange admin center, Recipients) and add or sync it; where mailboxes of the domain are on another server, too, the accepted domain must be an internal relay.{?{own} If the domain is ours, that's for us to do.}",
            ),
            Refusal::SecureMx => words(
                "The recipient's domain publishes a policy for encrypted delivery (MTA-STS, or DANE in DNS), and its mail server doesn't fit: it isn't in the policy, or its certificate is another one. So the sender's server delivers nothing there, as the policy asks.",
                "Whoever runs the recipient's domain must make policy and server agree. MTA-STS: name the servers of the MX record in the policy (mta-sts.txt), then give the TXT record of _mta-sts a new id; senders keep an old policy for as long as its max_age says, so set mode: none if it's urgent. DANE: publish TLSA records that fit the certificate. Afterwards the message must be sent again.{?{own} If the domain is ours, that's for us to do.}",
            ),
            Refusal::Connector => words(
                "Microsoft 365 doesn't recognize our server as one of the organization's, so it doesn't relay for it: no connector fits its address or certificate.",
                "In the Exchange admin center, Mail flow > Connectors, compare the inbound connector from the on-premises server with what it has now: its public IP address, or the name in the certificate that it shows. The sender's domain must be an accepted domain, too.",
            ),
            Refusal::SenderBlocked => words(
                "The recipient, or the recipient's organization, has the sender on a list of blocked senders.",
                "Only they can lift it: ask the recipient another way to remove the sender from the list of blocked senders, or to have their administrator do so.",
            ),
            Refusal::LongDown => words(
                "The other server has been failing for longer than this server tries, so mail for it comes back, new mail at once.",
                "Test port 25 of the receiving server from ours, and see what its last error was and since when (in Exim: exinext and the domain). When it answers again, send the message again.",
            ),
            Refusal::LineEnds => words(
                "The program that sends ends its lines with a bare line feed (LF), which SMTP doesn't allow; the server refuses the message each time.",
                "Let the program or library that makes the message end every line with CRLF (\\r\\n). Until then each try fails the same way, although the reply sounds temporary.",
            ),
            Refusal::ListForm => words(
                "The mailing list takes the message only in another form; its reply says which.",
                "The sender corrects what the reply names, such as the list's address in To or Cc instead of Bcc, and sends the message again.",
            ),
            Refusal::LongLine => words(
                "A line of the message is longer than mail servers accept (998 characters by the standard).",
                "Let the program that makes the message break its lines: it should encode the text as quoted-printable or base64. The size of the message doesn't matter.",
            ),
            Refusal::Unicode => words(
                "The message asks for support of international characters in email addresses (SMTPUTF8), which the next server doesn't offer.",
                "If the next server is ours (LMTP, a filter), turn the feature off where mail comes in, in Postfix: smtputf8_enable = no. If not, send from and to addresses in plain letters.",
            ),
            Refusal::Login => words(
                "The server accepts mail only after a login.",
                "Turn on authentication for the outgoing (SMTP) server in the program that sends: username (usually the whole address), password, port 587 or 465.",
            ),
            Refusal::Ptr | Refusal::Relay | Refusal::Closed => return None,
        })
    }
}
