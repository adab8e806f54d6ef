//! Advice for the case at hand. What to do hangs on more than the reason: on the direction of the mail, on who
//! refused it and on what became of it. One table has the words for what a reason alone would tell wrongly; the most
//! specific row that fits counts, and where none does, the words of the reason itself.

use super::reason::Reason;
use crate::vocabulary::Party;

/// Which way a message went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Someone on our server writes to somebody elsewhere.
    Outgoing,
    /// Somebody writes to a mailbox of ours.
    Incoming,
    /// Somebody writes, from an address of a domain of ours, to another of the same domain.
    Inside,
    /// Mail for an address of ours goes on to another.
    Forwarded,
    /// A notice about mail that could not be delivered, or an automatic reply: it has no sender.
    Notice,
    /// Mail that the server's own programs write, such as cron.
    System,
}

/// Who did not accept a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Our server itself.
    Us,
    /// A service or another machine of ours: a filter, a mailbox service, a server on a private network.
    Service,
    /// The server through which ours sends all its mail.
    Smarthost,
    /// The server of the recipient.
    Them,
    /// Nobody: no connection came about.
    NoConnection,
    /// Nobody: the connection came about, and the server fell silent or hung up before the content.
    BrokenOff,
    /// Nobody: the connection broke or hung while the content went over it.
    BrokenContent,
    /// Nobody: the connection broke or hung when all of the content had gone over it.
    Unconfirmed,
    /// Nobody: the name of the next server could not be looked up.
    NoName,
}

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is still tried.
    Waiting,
    /// Nothing tries it any more.
    Lost,
}

/// A message that was not delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Situation {
    /// Which way it went.
    pub direction: Direction,
    /// Who did not accept it.
    pub by: By,
    /// What became of it.
    pub fate: Fate,
    /// Why.
    pub reason: Reason,
}

/// A situation that customers are told of in words of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// A service of ours does not accept the message.
    Service,
    /// Our relay does not accept our login.
    RelayLogin,
    /// Our relay does not accept the message.
    RelayRefuses,
    /// Our relay can't be reached.
    RelayUnreachable,
    /// The server of the recipient's domain doesn't know that domain.
    WrongServer,
    /// Our server takes a domain for its own that has its mailboxes elsewhere, or lacks the mailbox.
    OwnDomain,
    /// The recipient's server wants a login from us.
    TheirLogin,
    /// The target of a forward can't receive mail.
    Forward,
    /// The target of a forward doesn't want the message.
    ForwardUnwanted,
    /// The target of a forward sends the message back.
    ForwardLoop,
    /// A notice can't be delivered.
    Notice,
    /// A program of our server writes to an address that can't receive it.
    System,
}

impl Case {
    /// Every one.
    pub const ALL: &[Case] = &[
        Case::Service,
        Case::RelayLogin,
        Case::RelayRefuses,
        Case::RelayUnreachable,
        Case::WrongServer,
        Case::OwnDomain,
        Case::TheirLogin,
        Case::Forward,
        Case::ForwardUnwanted,
        Case::ForwardLoop,
        Case::Notice,
        Case::System,
    ];
}

/// What is said in a situation. `{to}`, `{to-domain}`, `{from}`, `{from-domain}`, `{original}` (the address before
/// a forward), `{server}` (the next hop), `{host}` (the same without its port), `{why}` (the headline of the reason), `{domains}` (the command that shows the domains of the server) and `{service}` stand for values; a
/// command that lacks one of its values is left out.
#[derive(Debug)]
pub struct SituationRow {
    direction: Option<Direction>,
    by: Option<By>,
    fate: Option<Fate>,
    /// Empty: any.
    reasons: &'static [Reason],
    /// Why, for the engineer: a sentence.
    pub headline: &'static str,
    /// Who must act.
    pub party: Party,
    /// What the engineer does, the fix first, each with a command or with none.
    pub steps: &'static [(&'static str, &'static str)],
    /// What the customer is told; `None` where the words of the reason fit.
    pub case: Option<Case>,
}

/// A row for these reasons.
const fn row(reasons: &'static [Reason], party: Party, headline: &'static str) -> SituationRow {
    SituationRow { direction: None, by: None, fate: None, reasons, headline, party, steps: &[], case: None }
}

impl SituationRow {
    const fn going(mut self, direction: Direction) -> SituationRow {
        self.direction = Some(direction);
        self
    }

    const fn by(mut self, by: By) -> SituationRow {
        self.by = Some(by);
        self
    }

    const fn steps(mut self, steps: &'static [(&'static str, &'static str)]) -> SituationRow {
        self.steps = steps;
        self
    }

    const fn case(mut self, case: Case) -> SituationRow {
        self.case = Some(case);
        self
    }

    fn fits(&self, situation: Situation) -> bool {
        self.direction.is_none_or(|direction| direction == situation.direction)
            && self.by.is_none_or(|by| by == situation.by)
            && self.fate.is_none_or(|fate| fate == situation.fate)
            && (self.reasons.is_empty() || self.reasons.contains(&situation.reason))
    }

    fn specific(&self) -> u8 {
        u8::from(self.direction.is_some())
            + u8::from(self.by.is_some())
            + u8::from(self.fate.is_some())
            + u8::from(!self.reasons.is_empty())
    }
}

impl Situation {
    /// The words for it; `None` where those of the reason fit.
    pub fn row(&self) -> Option<&'static SituationRow> {
        // Of rows as specific as each other, the first.
        ROWS.iter().rev().filter(|row| row.fits(*self)).max_by_key(|row| row.specific())
    }
}

const RETRY: (&str, &str) = ("Once that works, try the message again right away:", "{retry}");

/// The reasons for which a mailbox itself cannot get mail.
pub const NO_MAILBOX: &[Reason] = &[
    Reason::UserUnknown,
    Reason::HostUnknown,
    Reason::HasMoved,
    Reason::Suspend,
    Reason::MailboxFull,
    Reason::Filtered,
    Reason::NotAccept,
];

/// The same without a mailbox that is only full.
const NO_ADDRESS: &[Reason] = &[
    Reason::UserUnknown,
    Reason::HostUnknown,
    Reason::HasMoved,
    Reason::Suspend,
    Reason::Filtered,
    Reason::NotAccept,
];

/// What a receiver holds against a message or who sends it.
const UNWANTED: &[Reason] = &[
    Reason::SpamDetected,
    Reason::PolicyViolation,
    Reason::AuthFailure,
    Reason::BadReputation,
    Reason::Rejected,
    Reason::Speeding,
];

/// The relay wants a login, and this server sent none: what stands in place of [`Case::RelayLogin`]'s row.
pub static NOT_LOGGED_IN: SituationRow = row(
    &[Reason::SecurityError],
    Party::OurServer,
    "This server did not log in at {server}, its outgoing relay, which accepts email only after a login.",
)
.by(By::Smarthost)
.steps(&[
    (
        "Give this server a username and password for {host}, under exactly the name by which it calls that server (a DNS alias counts as another name), and see that it offers a login there, which most programs do only over an encrypted connection. Which names it has a login for:",
        "{relay-login}",
    ),
    RETRY,
])
.case(Case::RelayLogin);

/// The login at the relay did not come to an end: what stands in place of [`Case::RelayLogin`]'s row.
pub static LOGIN_BROKE_OFF: SituationRow = row(
    &[Reason::SecurityError],
    Party::OurServer,
    "The login of this server at {server}, its outgoing relay, did not come to an end.",
)
.by(By::Smarthost)
.steps(&[
    (
        "Check what this server uses at {host}: the password or OAuth token, and whether both sides have a login method in common. Its settings:",
        "{relay-login}",
    ),
    RETRY,
])
.case(Case::RelayLogin);

/// A service of ours runs and answered: what stands in place of [`Case::Service`]'s row.
pub static SERVICE_REFUSES: SituationRow = row(
    &[Reason::NetworkError, Reason::Expired, Reason::SystemError, Reason::Undefined],
    Party::OurServer,
    "{service} answered at {server}, and did not accept the message.",
)
.by(By::Service)
.steps(&[
    ("It runs, and answered with an error: its own lines of that second say why. Its state and latest lines:", "{service-state}"),
    RETRY,
])
.case(Case::Service);

/// A program of ours that Postfix pipes to: what stands in place of [`Case::Service`]'s row.
pub static PIPED: SituationRow = row(
    &[Reason::NetworkError, Reason::Expired, Reason::SystemError, Reason::Undefined],
    Party::OurServer,
    "{service} does not accept the message at {server}.",
)
.by(By::Service)
.steps(&[
    ("See which program the service {server} of master.cf runs, and as whom, and what it reported in that second:", "postconf -M | grep ^{host}; journalctl -p warning -n 50"),
    RETRY,
])
.case(Case::Service);

/// Cyrus has no mailbox for an address.
pub static NO_MAILBOX_IN_CYRUS: SituationRow = row(
    NO_MAILBOX,
    Party::OurServer,
    "{service} knows no mailbox {to}, although this server had accepted the address.",
)
.by(By::Service)
.steps(&[(
    "Create the mailbox in Cyrus, for which a login alone isn't enough: in cyradm, cm and the name as lm shows it (user.NAME or user/NAME; with the period as separator, a period within a name is written ^), or turn on autocreate. To see how names are made:",
    "grep -n -e unixhierarchysep -e autocreate -e virtdomains -e altnamespace /etc/imapd.conf",
)]);

/// The last try went over IPv6, which this server doesn't have: what stands in place of the row of no connection.
pub static NO_IPV6: SituationRow = row(
    &[Reason::NetworkError],
    Party::OurServer,
    "The last try went over IPv6, and this server has no way out over IPv6.",
)
.by(By::NoConnection)
.steps(&[
    (
        "If this server should have no IPv6, let the mail server use IPv4 alone (Postfix: inet_protocols = ipv4; Exim: disable_ipv6 = true). Whether it has an IPv6 address, and a way out:",
        "ip -6 addr show scope global; ip -6 route show default",
    ),
    ("Test port 25 of {to-domain} over IPv4: what fails there is the trouble that stays.", "nc -4 -vz -w 10 $(dig +short MX {to-domain} | sort -n | head -1 | cut -d' ' -f2) 25"),
    RETRY,
]);

/// A name of a single label is no domain of the internet: it's a machine or a container of one's own.
pub static OWN_NAME: SituationRow = row(
    &[Reason::NetworkError],
    Party::OurServer,
    "This server doesn't find {name}, which is no domain but a machine or container of your own network.",
)
.by(By::NoName)
.steps(&[
    ("See whether it runs and whether this server finds it (a container finds only those on its own network):", "getent hosts {name}"),
    ("See which setting names it, and correct it if it's called otherwise:", "{next-hops}"),
    RETRY,
])
.case(Case::Service);

/// The next server is another one than the recipient's domain, and its name leads nowhere.
pub static OTHER_NAME: SituationRow = row(
    &[Reason::NetworkError],
    Party::OurServer,
    "This server found no address for {name}, where it sends mail for {to-domain}.",
)
.by(By::NoName)
.steps(&[
    ("See what DNS says of the name, asked from this server; if it's known elsewhere, repair this server's resolver:", "dig {name}; cat /etc/resolv.conf"),
    ("If a setting of this server names it (a relay, a transport), correct the name there:", "{next-hops}"),
    ("If the MX record of {to-domain} names it, that domain's owner must correct the record:", "dig +short MX {to-domain}"),
]);

/// Every row; of those that are as specific, the first counts.
static ROWS: &[SituationRow] = &[
    row(
        &[Reason::NetworkError, Reason::Expired, Reason::SystemError, Reason::Undefined],
        Party::OurServer,
        "{service} does not accept the message at {server}.",
    )
    .by(By::Service)
    .steps(&[
        ("Check that {service} is running and listening at {server}; start it, or correct the address in the mail server's settings.", "{service-state}"),
        RETRY,
    ])
    .case(Case::Service),
    // A website, for example, knows the addresses of its own domain.
    row(&[Reason::UserUnknown], Party::OurServer, "This server takes {to-domain} for its own and has no mailbox {to}.")
        .going(Direction::Inside)
        .by(By::Us)
        .steps(&[
            ("If the mailboxes of {to-domain} are elsewhere (see its MX), take the domain out of those that this server handles itself (in cPanel: Email Routing, Remote Mail Exchanger; in Plesk: switch the domain's mail service off):", "dig +short MX {to-domain}; {domains}"),
            ("If they are here, create the mailbox or the alias {to}.", ""),
        ])
        .case(Case::OwnDomain),
    row(&[Reason::MailboxFull], Party::Recipient, "")
        .by(By::Service)
        .steps(&[
            ("Have its owner delete mail, also from Sent and Trash, or raise the quota. To see it:", "doveadm quota get -u {to}"),
            RETRY,
        ]),
    row(
        NO_MAILBOX,
        Party::OurServer,
        "{service} knows no mailbox {to}, although this server had accepted the address.",
    )
    .by(By::Service)
    .steps(&[
        ("Make the mailbox, or correct the list of addresses that took it, so that unknown ones are refused at once. Ask both:", "doveadm user {to}; postconf virtual_mailbox_maps local_recipient_maps"),
        ("If Dovecot knows the user without the domain, as it does users of the system, let it leave the domain out (auth_username_format = %Ln; in 2.4, the user with the filters username and lower), then load the settings:", "doveconf auth_username_format; doveadm reload"),
    ]),
    row(&[Reason::TooManyConn, Reason::Speeding], Party::OurServer, "{service} takes only so many messages for one mailbox at once.")
        .by(By::Service)
        .steps(&[
            ("Nothing is lost: the message is tried again. If it happens often, let fewer deliveries begin at once on this side, or raise lmtp_user_concurrency_limit on the server that runs {service}:", "postconf lmtp_destination_concurrency_limit"),
            RETRY,
        ]),
    row(&[], Party::OurServer, "").by(By::Service).steps(&[("This next hop is our own: look at the log of {service}.", "{service-state}"), RETRY]),
    row(&[Reason::SystemError, Reason::SecurityError, Reason::NetworkError], Party::OurServer, "").by(By::Us).steps(&[
        ("This server's own part failed: repair what its line names (a file with its owner and permissions, the disk, a program, a setting). Other lines of the same second may say more:", "journalctl -p warning -n 50"),
        RETRY,
    ]),
    row(
        &[Reason::SecurityError],
        Party::OurServer,
        "This server could not log in at {server}, its outgoing relay: the stored username or password was not accepted.",
    )
    .by(By::Smarthost)
    .steps(&[
        ("Correct the username and password that this server uses at {host}, and load them (Postfix: postmap on the file of smtp_sasl_password_maps). Google, Yahoo and Apple accept only an app password, made in the settings of the account.", "{relay-login}"),
        RETRY,
    ])
    .case(Case::RelayLogin),
    row(
        &[Reason::Rejected],
        Party::OurServer,
        "The outgoing relay {server} does not accept this sender address from the account that this server logs in with.",
    )
    .by(By::Smarthost)
    .steps(&[
        ("Let that account send as the address (a permission such as Send As, or an alias, at {host}), or have the program, device or website use the account's own address as sender.", "{relay-login}"),
        RETRY,
    ])
    .case(Case::RelayRefuses),
    row(
        &[Reason::NoRelaying],
        Party::OurServer,
        "The outgoing relay {server} does not accept this message from this server.",
    )
    .by(By::Smarthost)
    .steps(&[
        ("Make this server log in at its relay {host}, or have {host} allow this server's address.", "{relay-login}"),
        RETRY,
    ])
    .case(Case::RelayRefuses),
    row(
        &[Reason::NetworkError],
        Party::OurServer,
        "No working connection to the outgoing relay {server} came about.",
    )
    .by(By::Smarthost)
    .steps(&[("Test the connection from this server to its relay:", "nc -vz -w 10 {host} {port}"), RETRY])
    .case(Case::RelayUnreachable),
    row(
        &[Reason::NoRelaying],
        Party::TheirServer,
        "{server} does not accept mail for {to-domain}, although the message was sent there.",
    )
    .by(By::Them)
    .steps(&[
        ("If the server that refused is in the MX record of {to-domain}, the domain's owner must correct that record or set the domain up there:", "dig +short MX {to-domain}"),
    ])
    .case(Case::WrongServer),
    row(
        &[Reason::SecurityError],
        Party::TheirServer,
        "{server} demands a login before it accepts mail for {to-domain}.",
    )
    .by(By::Them)
    .steps(&[
        ("If all mail of this server goes through {server}, set a login for it; if not, check whether it is the right server for {to-domain}:", "dig +short MX {to-domain}"),
    ])
    .case(Case::TheirLogin),
    row(
        NO_MAILBOX,
        Party::Recipient,
        "{why} Mail for {original} is forwarded to it.",
    )
    .going(Direction::Forwarded)
    .steps(&[
        ("Change or remove the forward of {original}: its target {to} fails.", "{test-original}"),
    ])
    .case(Case::Forward),
    row(
        UNWANTED,
        Party::OurServer,
        "{why} Mail for {original} is forwarded to it.",
    )
    .going(Direction::Forwarded)
    .steps(&[
        ("Fetch the mail from the other account instead of forwarding it, or forward only what passed the spam filter, and rewrite the sender (SRS).", ""),
    ])
    .case(Case::ForwardUnwanted),
    row(
        NO_MAILBOX,
        Party::Nobody,
        "A notice could not be delivered: its address does not receive mail. Nobody wrote it by hand.",
    )
    .going(Direction::Notice)
    .steps(&[
        ("Nothing to repair for one notice. Many of them mean that forged mail is accepted and returned (backscatter): reject unknown recipients during the SMTP session.", ""),
    ])
    .case(Case::Notice),
    row(
        NO_ADDRESS,
        Party::OurServer,
        "A program of this server writes to {to}, which cannot receive it.",
    )
    .going(Direction::System)
    .steps(&[
        ("Send the mail of the server's own programs to an address that exists: set it for root in /etc/aliases, or as MAILTO in the crontab.", "grep -n '^root' /etc/aliases"),
    ])
    .case(Case::System),
    row(
        &[Reason::Rejected],
        Party::OurServer,
        "{why} A program of this server wrote it, as {from}.",
    )
    .going(Direction::System)
    .steps(&[
        ("Have this server's own programs write with a domain that exists in DNS: set myorigin (or myhostname) and /etc/mailname, or rewrite the sender with smtp_generic_maps; a program that has its own setting for From gets a real address there:", "{origin}"),
        ("Or send such mail through a relay with a real address, or keep it on this server. Where root's mail goes now:", "grep -n '^root' /etc/aliases"),
    ]),
    row(
        &[Reason::NetworkError],
        Party::OurServer,
        "",
    )
    .by(By::NoName)
    .steps(&[
        ("Ask for {name} from this server. If well-known domains fail, too, this server's resolver is the trouble; if only this one does, its owner must repair its DNS:", "dig MX {name}; dig MX wikipedia.org"),
        ("See which resolver this server asks, and repair it or choose another.{chroot} To see it:", "{resolver}"),
    ]),
    row(
        &[Reason::NetworkError],
        Party::TheirServer,
        "",
    )
    .by(By::BrokenOff)
    .steps(&[
        ("The connection came about, so no firewall closes the port. See from this server whether, and after how long, {host} greets:", "nc -w 300 {host} 25"),
        ("If it hangs or hangs up there as well, give the administrator of {to-domain} the time and this server's address: overload, a limit of connections from one address, or a filter in front of their server does that.", ""),
        RETRY,
    ]),
    row(
        &[Reason::NetworkError],
        Party::OurServer,
        "",
    )
    .by(By::Unconfirmed)
    .steps(&[
        ("The other server got the whole message and didn't confirm it, so each new try can bring the recipient another copy. Hold the message until they say whether it arrived; if it did, remove it:", "{hold}"),
        ("The administrator of {to-domain} must look at what is in front of their server: a scanner that takes too long for large messages, or a firewall that inspects SMTP. Where it's only slow, more time for its answer helps (Postfix: smtp_data_done_timeout).", ""),
        ("See whether full-size packets get through; if they don't, correct the MTU of this server's interface (or clamp the MSS at its router):", "ping -M do -s 1472 -c 3 {host}"),
    ]),
    row(
        &[Reason::NetworkError],
        Party::OurServer,
        "",
    )
    .by(By::BrokenContent)
    .steps(&[
        ("The connection came about, and only the content doesn't get through. See whether full-size packets do; if they don't, correct the MTU of this server's interface (or clamp the MSS at its router):", "ping -M do -s 1472 -c 3 {host}"),
        ("If they do, the administrator of {to-domain} must look at what is in front of their server: a firewall that inspects SMTP (Cisco PIX or ASA), or a scanner that takes too long for large messages. Smaller messages may pass meanwhile.", ""),
        RETRY,
    ]),
    row(
        &[Reason::NetworkError],
        Party::TheirServer,
        "",
    )
    .by(By::NoConnection)
    .steps(&[
        ("Test port 25 of {host} from this server. If other networks can reach it, a firewall on the way or this server's provider blocks it.", "nc -vz -w 10 {mx} 25"),
        ("See which servers are in the MX record of {to-domain}.", "dig +short MX {to-domain}"),
    ]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_a_row_are_sentences_and_say_what_to_do_in_every_fate() {
        for row in ROWS {
            assert!(row.headline.is_empty() || row.headline.ends_with('.'), "{}", row.headline);
            assert!(!row.steps.is_empty() && row.steps.len() <= 3, "{}", row.headline);
        }
    }

    #[test]
    fn a_row_that_no_situation_reaches_is_a_mistake() {
        use {By::*, Direction::*, Fate::*};
        let mut reached = vec![false; ROWS.len()];
        for direction in [Outgoing, Incoming, Inside, Forwarded, Notice, System] {
            for by in
                [Us, Service, Smarthost, Them, NoConnection, BrokenOff, BrokenContent, Unconfirmed, NoName]
            {
                for fate in [Waiting, Lost] {
                    for facts in &super::super::reason::REASONS {
                        let situation = Situation { direction, by, fate, reason: facts.reason };
                        if let Some(row) = situation.row() {
                            let at = ROWS.iter().position(|other| std::ptr::eq(other, row));
                            reached[at.unwrap()] = true;
                        }
                    }
                }
            }
        }
        assert!(reached.iter().all(|reached| *reached), "{reached:?}");
    }

    #[test]
    fn the_same_reason_is_another_matter_in_another_situation() {
        use {By::*, Direction::*};
        let at = |direction, by, reason| {
            Situation { direction, by, fate: Fate::Lost, reason }.row().map(|row| row.party)
        };
        assert_eq!(at(Outgoing, Them, Reason::NoRelaying), Some(Party::TheirServer));
        assert_eq!(at(Outgoing, Smarthost, Reason::SecurityError), Some(Party::OurServer));
        assert_eq!(at(Forwarded, Them, Reason::MailboxFull), Some(Party::Recipient));
        assert_eq!(at(Notice, Them, Reason::UserUnknown), Some(Party::Nobody));
        assert_eq!(at(Outgoing, Service, Reason::NetworkError), Some(Party::OurServer));
        assert_eq!(at(Outgoing, Them, Reason::UserUnknown), None);
    }
}
