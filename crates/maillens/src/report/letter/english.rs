//! American English.

use super::message::{
    Acts, Advice, At, Effect, Elsewhere, Fact, Filing, Fix, Happened, Note, Server, Speech, State, Title,
    Todo, Tries, listed, named,
};
use crate::knowledge::Refusal;
use crate::knowledge::defect::Defect;
use crate::knowledge::obstacle::ObstacleKind;
use crate::knowledge::situation::Case;
use crate::time::WallTime;
use crate::vocabulary::{App, Cause, Reason};

/// American English, as a support engineer writes to a customer.
pub(super) struct English;

/// ` on July 26, 2023 at 2:28 PM (UTC)`; empty where there is no time.
fn on(at: &At) -> String {
    at.as_ref().map_or_else(String::new, |at| format!(" on {at}"))
}

/// ` between 2:28 PM and 2:36 PM on July 26, 2023`.
fn between(tries: &Tries) -> String {
    match (&tries.first, &tries.last) {
        (Some(first), Some(last)) if first == last => on(&tries.last),
        (Some(first), Some(last)) if first.is_day_of(last) => {
            let from = WallTime { zone: None, ..first.clone() };
            format!(
                " between {} and {} on {}",
                from.clock_in_words(),
                last.clock_in_words(),
                last.day_in_words()
            )
        }
        (Some(first), Some(last)) => format!(" between {first} and {last}"),
        _ => String::new(),
    }
}

fn times(tries: &Tries) -> String {
    let number: String = match tries.times {
        2 => "twice".into(),
        more => format!("{more} times"),
    };
    if tries.at_least { format!("at least {number}") } else { number }
}

/// Recipients after a word such as "to" or "for".
fn names(to: &[&str]) -> String {
    listed(&named(to, "its recipient", "another recipient"), " and ", |more| format!("{more} more"))
}

/// A server, at the start of a sentence.
fn server(of: Server<'_>) -> String {
    match of {
        Server::Of(domain) => format!("The mail server for {domain}"),
        Server::TheirOne => "The recipient's mail server".into(),
        Server::TheirMany => "The recipients' mail server".into(),
        Server::OurRelay => "The server that we send email through".into(),
    }
}

/// `the mailbox anna@client.example`, or just some mailbox.
fn mailbox(user: Option<&str>) -> String {
    user.map_or_else(|| "a mailbox".into(), |user| format!("the mailbox {user}"))
}

/// `the message to ana@client.example`, where the name may be the reader's own.
fn message(to: &[&str]) -> String {
    match to {
        [""] => "your message".into(),
        to => format!("the message to {}", names(to)),
    }
}

fn points(points: Option<&(String, String)>) -> String {
    points.map_or_else(String::new, |(got, enough)| {
        format!(" It scored {got} points; messages with {enough} or more are marked.")
    })
}

/// What our server did to whom it turned away.
fn turned_away(later: bool) -> &'static str {
    if later { "Our server asked for another attempt later." } else { "Our server didn't accept it." }
}

const SETTINGS_FINE: &str = "Your settings aren't the cause.";
const LOOKING: &str = "You don't need to do anything.";
const LEAVE: &str = "Please leave your settings as they are, and try again later.";
const SIGN_IN: &str = "Please check the username, and enter the password again on every device that uses this mailbox. If you're not sure of the password, set a new one. If it wasn't you who tried, please tell us.";
const FIREWALL: &str = "The device or website got no connection to the mail server, or no answer in time. Often something in between blocks the connection, or the server address in the settings is wrong.";
const CHECK: &str = "Please check the server name, port and encryption in the settings (587: STARTTLS; 465, 993 and 995: SSL/TLS), then try from another network, without a VPN and with the antivirus program's email scanning turned off.";
const WAITS: &str = "The message isn't lost: our server will keep trying for a few days. If it can't be delivered in that time, the sender will get a notice. You don't need to do anything.";
const LOST: &str = "Please wait to hear from us before you send the message again.";

impl Speech for English {
    fn title(&self, title: &Title<'_>) -> String {
        match title {
            Title::Blocked { address } => format!("The internet address {address}"),
            Title::From { address } => format!("The connection from {address}"),
            Title::Domain { domain } => format!("Email at {domain}"),
            Title::App { app, of: None } => format!("Email in {app}"),
            Title::App { app, of: Some(of) } => format!("Email in {app} ({of})"),
            Title::Server { server } => format!("The connection to {server}"),
            Title::Certificate { server } => format!("The security certificate of {server}"),
            Title::Mailbox { user } => format!("The mailbox {user}"),
            Title::Trouble(Effect::Unsigned) => "The signature on outgoing messages".into(),
            Title::Trouble(Effect::Unchecked) => "The checks on incoming messages".into(),
            Title::Trouble(Effect::Unscanned) => "Our check for spam and viruses".into(),
            Title::Trouble(Effect::SignIn) => "Signing in to our mail server".into(),
            Title::Trouble(Effect::Reading) => "Reading email on our mail server".into(),
            Title::Trouble(Effect::Incoming) => "Delivery to the mailboxes on our mail server".into(),
            Title::Trouble(Effect::Door) => "Sending and receiving through our mail server".into(),
            Title::Trouble(Effect::Outgoing) => "Outgoing messages on our mail server".into(),
            Title::Trouble(Effect::Warnings) => "The security certificate of our mail server".into(),
            Title::Trouble(Effect::Webmail) => "Webmail".into(),
            Title::Trouble(Effect::Nothing | Effect::Unclear) => self.title(&Title::Problem),
            Title::Message { from: Some(from), to } if to.is_empty() => format!("The message from {from}"),
            Title::Message { from: Some(from), to } => format!("The message from {from} to {}", names(to)),
            Title::Message { from: None, to } if to.is_empty() => "A message".into(),
            Title::Message { from: None, to } => format!("A message to {}", names(to)),
            Title::Notice { to } if to.is_empty() => "A notice about undelivered mail".into(),
            Title::Notice { to } => format!("A notice about undelivered mail to {}", names(to)),
            Title::SentBy { user } => format!("A message that {user} sent"),
            Title::SignIn { user } => format!("Sign-in to the mailbox {user}"),
            Title::SignInToSend { user } => format!("Sign-in as {user} to send mail"),
            Title::Connection => "A connection to our mail server".into(),
            Title::Problem => "Email on our mail server".into(),
            Title::Scan => "A message that our spam filter checked".into(),
            Title::AppError => "Email in an app or on a website".into(),
            Title::Reply => "A mail server's reply".into(),
            Title::Conversation => "A conversation with a mail server".into(),
            Title::SignIns => "Sign-ins to our mail server".into(),
            Title::Connections => "Connections to our mail server".into(),
            Title::Messages => "Several messages".into(),
            Title::MessagesOf { from: Some(from), to } if to.is_empty() => format!("Messages from {from}"),
            Title::MessagesOf { from: Some(from), to } => format!("Messages from {from} to {}", names(to)),
            Title::MessagesOf { from: None, to } => format!("Messages to {}", names(to)),
        }
    }

    fn state(&self, state: State) -> &'static str {
        match state {
            State::Delivered => "Delivered.",
            State::Accepted => "Accepted by the recipient's mail server.",
            State::Delayed => "Delayed.",
            State::OnItsWay => "Still on its way.",
            State::NotDelivered => "Not delivered.",
            State::NotToEveryone => "Not delivered to everyone.",
            State::NotKnown => "Not known yet.",
            State::Discarded => "Discarded.",
            State::Forwarded => "Forwarded.",
            State::NotAccepted => "Not accepted.",
            State::Refused => "Rejected.",
            State::MarkedAsSpam => "Marked as spam.",
            State::SignInFailed => "Sign-in failed.",
        }
    }

    fn acts(&self, acts: Acts) -> &'static str {
        match acts {
            Acts::Us => "We're working on it.",
            Acts::You => "You can fix this.",
            Acts::Sender => "The sender can fix this.",
            Acts::Recipient => "Only the recipient can fix this.",
            Acts::Owner => "The owner of the mailbox can fix this.",
            Acts::Provider => "Only the recipient's provider can fix this.",
            Acts::Retries => "Our server keeps trying.",
        }
    }

    fn happened(&self, happened: &Happened<'_>) -> String {
        match happened {
            Happened::Banned { address, user: Some(user), at } => format!(
                "Our server blocked the internet address {address}{}, because someone there tried again and again to sign in to the mailbox {user} with a wrong password.",
                on(at)
            ),
            Happened::Banned { address, user: None, at } => {
                format!(
                    "Our server blocked the internet address {address}{} because of repeated sign-in attempts from there with a wrong username or password.",
                    on(at)
                )
            }
            Happened::NotTaken { from, to, later, at } => {
                let from = from.map_or_else(String::new, |from| format!(" from {from}"));
                let later = if *later { " and asked for another attempt later" } else { "" };
                format!("Our mail server didn't accept the message{from} to {}{}{later}.", names(to), on(at))
            }
            Happened::SentByStranger { user, at } => format!(
                "Within a short time, many messages were sent as {user} from several different places{}.",
                on(at)
            ),
            Happened::Delivered { to, at } => {
                format!("The message was delivered to {}{}.", names(to), on(at))
            }
            Happened::Accepted { server: by, to, at } => {
                format!("{} accepted the message to {}{}.", server(*by), names(to), on(at))
            }
            Happened::Discarded { to, at } => {
                format!("A rule on our mail server discarded the message to {}{}.", names(to), on(at))
            }
            Happened::Forwarded { to, at } => format!(
                "Our mail server forwarded the message for {} to another address{}.",
                names(to),
                on(at)
            ),
            Happened::Probed { to, at } => format!(
                "Our mail server checked whether {} accepts email. It asked{}, and the answer was yes. No message was sent.",
                names(to),
                on(at)
            ),
            Happened::NotRun { to, at } => format!(
                "A program that our mail server runs for mail to {} couldn't be started{}.",
                names(to),
                on(at)
            ),
            Happened::PassedOn { to, at } => format!(
                "Our mail server passed the message to {} on to another part of our system{}.",
                names(to),
                on(at)
            ),
            Happened::Waits { to, at } => {
                format!("The message to {} was waiting on our mail server{}.", names(to), on(at))
            }
            Happened::Trying { to, tries } if tries.times > 1 => format!(
                "Our mail server tried {}{} to deliver the message to {}, without success so far.",
                times(tries),
                between(tries),
                names(to)
            ),
            Happened::Trying { to, tries } => format!(
                "Our mail server tried to deliver the message to {}{}, without success so far.",
                names(to),
                on(&tries.last)
            ),
            Happened::GaveUp { to, tries } if tries.times > 1 => format!(
                "Our mail server tried {}{} to deliver the message to {}, then stopped trying.",
                times(tries),
                between(tries),
                names(to)
            ),
            Happened::GaveUp { to, tries } => format!(
                "Our mail server stopped trying to deliver the message to {}{}.",
                names(to),
                on(&tries.last)
            ),
            Happened::Refused { server: by, to, at } => {
                format!("{} rejected the message to {}{}.", server(*by), names(to), on(at))
            }
            Happened::Undeliverable { to, at } => {
                format!("Our mail server couldn't deliver the message to {}{}.", names(to), on(at))
            }
            Happened::Begun { to, at } => {
                format!("Our mail server began to deliver the message to {}{}.", names(to), on(at))
            }
            Happened::NoticeDelivered { to } => {
                format!("The notice says that {} was delivered.", message(to))
            }
            Happened::NoticeDelayed { to } => format!(
                "The notice says that {} hasn't been delivered yet. The mail server that sent the notice is still trying.",
                message(to)
            ),
            Happened::NoticeAbout { to } => format!("The notice is about {}.", message(to)),
            Happened::NoticeFailed { to } => {
                format!("The notice says that {} couldn't be delivered.", message(to))
            }
            Happened::TestAccepted { to } => {
                format!("A mail server accepted the message to {}.", names(to))
            }
            Happened::TestDelayed { to } => {
                format!("A mail server didn't accept the message to {} at that moment.", names(to))
            }
            Happened::TestUnanswered { to } => format!(
                "A mail server was asked to accept the message to {}. Its reply isn't shown.",
                names(to)
            ),
            Happened::TestRefused { to } => {
                format!("A mail server rejected the message to {}.", names(to))
            }
            Happened::SignInWorked { user, at } => {
                format!("An email app signed in to {}{}.", mailbox(*user), on(at))
            }
            Happened::SignInFailed { user, at } => {
                format!("An email app couldn't sign in to {}{}.", mailbox(*user), on(at))
            }
            Happened::FetchedAll { user, count, at } => format!(
                "An email app downloaded all {count} messages of the mailbox {user}{}. They're still on our server, too.",
                on(at)
            ),
            Happened::Collected { user, count, at } => format!(
                "An email app fetched {count} messages from the mailbox {user}{} and deleted them from our server, as it's set up to do.",
                on(at)
            ),
            Happened::Connected { user, at } => {
                format!("An email app was connected to the mailbox {user}{}.", on(at))
            }
            Happened::SendSignInFailed { user: Some(user), at } => {
                format!("An email app couldn't sign in as {user} to send mail{}.", on(at))
            }
            Happened::SendSignInFailed { user: None, at } => {
                format!("An email app couldn't sign in to send mail{}.", on(at))
            }
            Happened::DeliveryProblem { user, at } => {
                format!("The program that delivers messages to {} had a problem{}.", mailbox(*user), on(at))
            }
            Happened::Filed { filing, user, at } => {
                let (to, on) = (mailbox(*user), on(at));
                match filing {
                    Filing::Full => format!("Our mail server couldn't deliver the message to {to}{on}."),
                    Filing::Disk | Filing::Permission | Filing::Locked | Filing::Stopped => {
                        format!(
                            "Our mail server tried to deliver the message to {to}{on}, without success so far."
                        )
                    }
                    Filing::Rejected => format!("A filter rule for {to} rejected the message{on}."),
                    Filing::ForwardFailed => {
                        format!(
                            "A filter rule for {to} tried to forward the message{on}, but that didn't work."
                        )
                    }
                    Filing::Loop => format!(
                        "A filter rule for {to} tried to forward the message{on}, but our server stopped it."
                    ),
                    Filing::Broken => format!("The filter rules for {to} couldn't be run{on}."),
                    Filing::StoreFailed => {
                        format!(
                            "A filter rule for {to} couldn't store the message in the folder it names{on}."
                        )
                    }
                    Filing::Discarded => format!("A filter rule for {to} discarded the message{on}."),
                    Filing::Forwarded => {
                        format!("A filter rule for {to} forwarded the message to another address{on}.")
                    }
                    Filing::NoFolder => {
                        format!("The message to {to} was meant for a folder that doesn't exist{on}.")
                    }
                    Filing::Unanswered | Filing::AnsweredBefore => format!(
                        "Our mail server delivered the message to {to}{on}, but didn't send an out-of-office reply."
                    ),
                    Filing::Stored => {
                        format!("Our mail server stored the message in a folder of {to}{on}.")
                    }
                }
            }
            Happened::Marked { points: got, at } => format!(
                "Our spam filter checked the message{} and marked it as possible spam.{}",
                on(at),
                points(got.as_ref())
            ),
            Happened::UserTurnedAway { user, from: Some(from), later, at } => format!(
                "An email app signed in as {user} tried to send a message from {from}{}. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::UserTurnedAway { user, from: None, later, at } => format!(
                "An email app signed in as {user} tried to send a message{}. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::MailTurnedAway { from, later, at } => format!(
                "Another server or an email app tried to deliver a message from {from}{}. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::ClientTurnedAway { later: true, at } => format!(
                "A program connected to our mail server{}. Our server asked for another attempt later.",
                on(at)
            ),
            Happened::ClientTurnedAway { later: false, at } => {
                format!(
                    "A program connected to our mail server{}. Our server rejected the connection.",
                    on(at)
                )
            }
            Happened::Came { at } => format!("A program connected to our mail server{}.", on(at)),
            Happened::MessageTurnedAway { at } => {
                format!("Our mail server didn't accept the message{}.", on(at))
            }
            Happened::RequestTurnedAway { later: true, at } => {
                format!("Our mail server asked another server or an app{} to try again later.", on(at))
            }
            Happened::RequestTurnedAway { later: false, at } => {
                format!("Our mail server rejected a request from another server or an app{}.", on(at))
            }
            Happened::MessageProblem { at } => {
                format!("Our mail server had a problem with this message{}.", on(at))
            }
            Happened::Broken { defect, at } => {
                let what = self.defect(*defect);
                match at {
                    Some(at) => format!("{what} We saw this on {at}."),
                    None => what.into(),
                }
            }
            Happened::Problem { at } => format!("Our mail server had a problem{}.", on(at)),
            Happened::AppProblem => {
                "An app, a website or a program reported a problem with a mail server.".into()
            }
            Happened::AskedLater => "A mail server asked for another attempt later.".into(),
            Happened::ReplyIsRefusal => "The mail server's reply that we looked at is a rejection.".into(),
            Happened::TalkRefused => "A mail server rejected a request.".into(),
            Happened::NoConnection => "The connection to a mail server didn't work.".into(),
        }
    }

    fn more(&self, more: usize) -> String {
        match more {
            1 => "The same thing happened one more time.".into(),
            more => format!("The same thing happened {more} more times."),
        }
    }

    fn reason(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::UserUnknown => {
                "There's no mailbox with this address. The address may be misspelled, or the mailbox was deleted."
            }
            Reason::HostUnknown => {
                "We couldn't find a mail server for the part of the address after the @ sign. It may be misspelled, or the domain isn't set up for email."
            }
            Reason::HasMoved => "The recipient has a new address, and mail to the old one isn't forwarded.",
            Reason::Suspend => {
                "The recipient's mailbox exists, but it's disabled, so it can't receive email."
            }
            Reason::MailboxFull => "The recipient's mailbox is full.",
            Reason::SystemFull => {
                "The recipient's mail server was out of space. The mailbox itself isn't the cause."
            }
            Reason::Filtered => {
                "The recipient's mailbox or mailing list has a setting that doesn't let this message in."
            }
            Reason::NotAccept => {
                "The recipient's domain or server says that it doesn't receive email at all."
            }
            Reason::Rejected => {
                "The recipient's mail server didn't accept the address that the message was sent from."
            }
            Reason::Blocked => {
                "The recipient's mail server currently doesn't accept email from the server that sent your message. This is about the server, not about you or your message."
            }
            Reason::BadReputation => {
                "The recipient's mail server doesn't trust the sending server or domain enough at the moment."
            }
            Reason::RequirePtr => {
                "The recipient's mail server checks the name that belongs to the sending server's internet address. That name is missing or doesn't match."
            }
            Reason::AuthFailure => {
                "The recipient's mail server checks whether the sending server is allowed to send for the sender's domain. The domain's records didn't confirm it."
            }
            Reason::SpamDetected => {
                "The recipient's spam filter marked the message as spam. Such filters can make mistakes."
            }
            Reason::VirusDetected => {
                "A virus scanner found something harmful in the message, in an attachment or a link."
            }
            Reason::ContentError => {
                "The recipient's mail server doesn't accept this kind of attachment or the way the message is formatted."
            }
            Reason::PolicyViolation => {
                "The recipient's mail server has a rule that doesn't let this message in."
            }
            Reason::NotCompliantRfc => {
                "The message has a formatting error: something that every message needs, such as a date or a sender line, is missing or invalid, or appears twice."
            }
            Reason::MesgTooBig => {
                "The message with its attachments is larger than the recipient's mail server allows. Attachments grow by about a third when they're sent."
            }
            Reason::ExceedLimit => "The message is larger than the recipient's mailbox accepts.",
            Reason::NoRelaying => {
                "The mail server delivers to this domain only for people who have signed in."
            }
            Reason::SecurityError => {
                "The mail server didn't accept the username, the password or the sign-in method."
            }
            Reason::FailedStartTls => "The two mail servers couldn't set up a secure connection.",
            Reason::Speeding => "More messages were sent in a short time than the mail server allows.",
            Reason::Greylisted => {
                "The recipient's mail server delays email from senders that it doesn't know yet, as a check against spam. It usually accepts the message at a later attempt."
            }
            Reason::TooManyConn => {
                "There were more connections or recipients at once than the mail server allows."
            }
            Reason::NetworkError => {
                "The recipient's mail server couldn't be reached, or the connection was lost."
            }
            Reason::Loop => {
                "A forwarding rule or a domain setting sends the message in a circle, so it was stopped."
            }
            Reason::Expired => {
                "A mail server keeps a message only for a certain time, and in that time no attempt worked."
            }
            Reason::SystemError => "The recipient's mail server had a problem of its own.",
            Reason::MailerError => {
                "A filter, an automatic reply or another program that belongs to the mailbox didn't work."
            }
            Reason::SyntaxError => "The two mail servers didn't understand each other.",
            Reason::Suppressed => {
                "An earlier message to this address failed or was unwanted, so the sending service no longer tries it."
            }
            Reason::Feedback => "The message arrived, and the recipient marked it as spam.",
            Reason::Vacation => {
                "The message arrived, and the mailbox replied automatically, for example, because its owner is away."
            }
            Reason::Undefined => "The reply doesn't say why.",
        }
    }

    fn here(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::UserUnknown => {
                "There's no mailbox with the recipient's address on our server. The address may be misspelled, or the mailbox was deleted."
            }
            Reason::HostUnknown => "The domain of the address doesn't exist or has no mail server.",
            Reason::HasMoved => "The mailbox has moved to another address.",
            Reason::Suspend => "The mailbox exists, but it's disabled.",
            Reason::MailboxFull => "The mailbox is full.",
            Reason::SystemFull => self.defect(Defect::Storage),
            Reason::Filtered => "A rule on our server or in the mailbox doesn't allow mail from this sender.",
            Reason::NotAccept => "Our server doesn't receive email for this domain.",
            Reason::Rejected => {
                "Our server didn't accept the sender's address or the name of the sending server."
            }
            Reason::Blocked => {
                "The internet address of the device or server that sent it is on a block list."
            }
            Reason::BadReputation => {
                "The sending server or its domain has a poor reputation, so our server doesn't accept mail from it at the moment."
            }
            Reason::RequirePtr => {
                "The sending server's internet address has no matching name, which our server requires."
            }
            Reason::AuthFailure => {
                "The sender's domain lists the servers that are allowed to send its mail, and the server that sent this message isn't confirmed as one of them. The message may be forged, or the list is incomplete."
            }
            Reason::SpamDetected => "Our spam filter marked the message as spam. Filters can make mistakes.",
            Reason::VirusDetected => {
                "Our automatic check found something harmful in the message, in an attachment or a link."
            }
            Reason::ContentError => {
                "Our server doesn't accept a part of the message, such as a type of attachment."
            }
            Reason::PolicyViolation => "A rule on our server doesn't allow this message.",
            Reason::NotCompliantRfc | Reason::SyntaxError => {
                "The device or program that sent it doesn't follow the rules for email that our server checks."
            }
            Reason::MesgTooBig => {
                "The message with its attachments is larger than our server accepts. Attachments grow by about a third when they're sent."
            }
            Reason::ExceedLimit => "The message is larger than the mailbox accepts.",
            Reason::NoRelaying => {
                "The message was for a domain that our server doesn't host, and the sender wasn't signed in."
            }
            Reason::SecurityError => {
                "Our server accepts this only from people who are signed in, and the sign-in was missing or didn't work."
            }
            Reason::FailedStartTls => "An encrypted connection couldn't be set up.",
            Reason::Speeding => "More messages came in within a short time than our server accepts.",
            Reason::Greylisted => {
                "Our server delays mail from senders it doesn't know yet, as a check against spam. Properly configured mail servers try again automatically."
            }
            Reason::TooManyConn => "There were too many connections or recipients at once.",
            Reason::NetworkError => "A connection that the delivery needed couldn't be made, or it was lost.",
            Reason::Loop => {
                "A forwarding rule or a domain setting sends the message in a circle, so it was stopped."
            }
            Reason::Expired => {
                "Our server keeps a message only for a certain time, and in that time no attempt worked."
            }
            Reason::SystemError => "Something on our mail server isn't working.",
            Reason::MailerError => {
                "A filter, an automatic reply or another program that belongs to the mailbox didn't work."
            }
            Reason::Suppressed => {
                "An earlier message to this address failed or was unwanted, so it's no longer tried."
            }
            Reason::Feedback => "The recipient marked the message as spam.",
            Reason::Vacation => "The mailbox replied automatically, for example, because its owner is away.",
            Reason::Undefined => "A rule on our server rejected it.",
        }
    }

    fn refusal(&self, refusal: Refusal) -> &'static str {
        match refusal {
            Refusal::IpListed => {
                "The recipient's mail server doesn't accept email from ours at the moment. This is about the server, not about you or your message."
            }
            Refusal::IpDynamic => {
                "The recipient's mail server doesn't accept email from our server's address. This is about the server, not about you or your message."
            }
            Refusal::IpReputation => "The recipient's mail server doesn't trust ours enough at the moment.",
            Refusal::IpByRecipient => {
                "The recipient's organization has a rule against mail from our server's address. Only they can change it."
            }
            Refusal::Ipv6 => {
                "The recipient's mail server didn't accept the way our server connected. We have to change that."
            }
            Refusal::DomainListed => {
                "A domain in your message, or your own domain, is on a list of suspicious domains. Our mail server isn't the cause."
            }
            Refusal::DomainReputation => {
                "The recipient's mail server doesn't trust email from your domain at the moment."
            }
            Refusal::ListUnanswered => {
                "The recipient's mail server misread the answer from a block list. Neither your message nor our server is the cause."
            }
            Refusal::ServerRate => {
                "The recipient's mail server accepts less email from ours at the moment, because too much came at once or because recipients complained about some of it."
            }
            Refusal::SenderRate => {
                "More messages were sent from your account or domain than the service allows at once."
            }
            Refusal::RecipientRate => {
                "The recipient's mailbox is receiving more email at the moment than its provider allows. Neither you nor your message is the cause."
            }
            Refusal::AccountStopped => {
                "The service that sends your email has blocked your account or your organization from sending."
            }
            Refusal::SendAs => {
                "The account that you signed in with isn't allowed to send from this sender address."
            }
            Refusal::SenderDomain => "The recipient's mail server couldn't find your domain on the internet.",
            Refusal::SenderUnverified => {
                "The recipient's mail server checked whether your address can receive email, and the check failed."
            }
            Refusal::Helo => {
                "The recipient's mail server didn't accept the name that our server gives itself. We have to correct that."
            }
            Refusal::Spf | Refusal::SpfBroken | Refusal::Dkim | Refusal::Dmarc => {
                self.reason(Reason::AuthFailure)
            }
            Refusal::Ptr => self.reason(Reason::RequirePtr),
            Refusal::Relay => self.reason(Reason::NoRelaying),
            Refusal::Login => {
                "The mail server accepts email only after sign-in, and the program that sent it wasn't signed in."
            }
            Refusal::LocalSetting => "A setting on our mail server is wrong.",
            Refusal::OutgoingPort => {
                "Our mail server couldn't reach the recipient's. This is about the servers, not about you or your message."
            }
            Refusal::SenderIncomplete => {
                "The sender's address in the message doesn't have a complete domain, so the recipient's mail server rejected it."
            }
            Refusal::NameLookup => {
                "Our mail server couldn't find out at that moment which server accepts email for the recipient's domain."
            }
            Refusal::FailureRate => {
                "Too many of the messages that your account or domain sent couldn't be delivered, so the rest were stopped for now."
            }
            Refusal::SecureMx => {
                "The recipient's domain publishes a rule for encrypted delivery, and its mail server doesn't meet that rule. Servers that follow the rule deliver nothing there."
            }
            Refusal::NotInDirectory => {
                "Microsoft 365, which accepts email for the recipient's domain, doesn't find this address there. The address may be misspelled, or it isn't set up completely on the recipient's side."
            }
            Refusal::PlanUsedUp => {
                "The service that sends the email has stopped for now, because the account there has used up what its plan allows."
            }
            Refusal::AccountClosed => {
                "The service that sends the email doesn't accept the account there at the moment: it's suspended, locked, or unpaid."
            }
            Refusal::LoginRate => {
                "The mail server doesn't allow signing in to this account for a while, because there were too many attempts with a wrong password."
            }
            Refusal::PasswordLogin => {
                "The service that sends your email no longer accepts a username and password from the program that you use. The program has to use a newer way to sign in."
            }
            Refusal::Tls => {
                "The recipient's mail server accepts email only over encrypted connections. We have to set that up."
            }
            Refusal::Protocol => "The two mail servers didn't understand each other.",
            Refusal::Closed => self.reason(Reason::Filtered),
            Refusal::CompanyRule => {
                "The recipient's organization has a rule that didn't let this message in. Only they can change it."
            }
            Refusal::ForwardForbidden => {
                "The message was forwarded automatically, and the organization that forwards it doesn't allow that."
            }
            Refusal::OwnBlock => {
                "The sender's own organization blocks mail to this address. Only its email administrator can change that."
            }
            Refusal::GatewayOnly => {
                "The recipient's provider accepts email only through another of its servers. Only they can correct it."
            }
            Refusal::AddressUnchecked => {
                "The recipient's mail server couldn't check the address at that moment. The address may well be right."
            }
            Refusal::RecipientRefused => {
                "The recipient's mail server rejected this address and didn't say why. Often the address is misspelled or no longer in use."
            }
            Refusal::AddressMalformed => {
                "The address isn't written as an email address can be: it may hold a blank, a semicolon or two addresses at once."
            }
            Refusal::ListForm => {
                "The mailing list doesn't accept the message in this form. Please put its address in “To” or “Cc” (not in “Bcc”), and give the message a subject."
            }
            Refusal::LongDown => {
                "The recipient's mail server hasn't been reachable for days, so our server stopped trying."
            }
            Refusal::LineEnds | Refusal::LongLine => {
                "The program that made the message writes it in a form that mail servers don't accept (how it breaks its lines). Trying again won't help until that's corrected."
            }
            Refusal::TooManyRecipients => {
                "The message has more recipients than the mail server accepts at once."
            }
            Refusal::Connector => {
                "The service that sends email for our server no longer recognizes it. We have to correct that."
            }
            Refusal::SenderBlocked => {
                "The recipient, or the recipient's organization, has your address on a list of blocked senders. Only they can change it."
            }
            Refusal::Unicode => {
                "The message needs support for international characters in email addresses, which the next mail server doesn't offer."
            }
        }
    }

    fn cause(&self, cause: Cause) -> [&'static str; 2] {
        match cause {
            Cause::Attack => [
                "Such attempts are common on the internet. Our server rejected them.",
                "You don't need to do anything if your password is long and not used anywhere else. If it isn't, please set a new one.",
            ],
            Cause::Tls => [
                "The email app and our server couldn't set up an encrypted connection.",
                "If it was your email app, please check the server name and the encryption in its settings, and update the app and the device. If that doesn't help, tell us which app and device you use.",
            ],
            Cause::Disabled => [
                "The account exists, but signing in is disabled for it. The password isn't the cause.",
                "Please ask us why it's disabled and how to enable it again.",
            ],
            Cause::Expired => {
                ["The password has expired.", "Please set a new password, and then enter it on every device."]
            }
            Cause::Connections => [
                "Too many connections to this mailbox were open from the same place at once. Email apps open several each. The password isn't the cause.",
                "Please close email apps that you don't need at the moment, on all your devices, and try again in a few minutes.",
            ],
            Cause::TooMany => [
                "Too many connections were open from the same internet connection at once. Email apps open several each, and everyone in one office shares an address.",
                "If several people share this internet connection, please tell us how many devices you use, and we'll look at the limit. Until then, please close email apps that you don't need at the moment, and try again in a few minutes.",
            ],
            Cause::AddressNotAllowed => [
                "The account can be used only from certain internet connections, and this one isn't among them. The password isn't the cause.",
                "Please tell us where you want to use the mailbox from, and we'll check whether we can allow it.",
            ],
            Cause::Plaintext => [
                "The email app tried to sign in without encryption, and our server doesn't allow that.",
                "Please turn on encryption for incoming and outgoing mail in the email app's settings. We can tell you which settings to choose.",
            ],
            Cause::Method => [
                "The email app tried to sign in with a method that our server doesn't offer.",
                "Please choose “Normal password” as the authentication method in the email app's settings, with encryption turned on.",
            ],
            Cause::ClientCertificate => [
                "Our server asks the email app for a certificate and didn't accept the one it got, or got none.",
                "Please ask us for the right certificate.",
            ],
            Cause::AuthService => [
                "Our server couldn't check the password at that moment. Your settings aren't the cause.",
                LEAVE,
            ],
            Cause::Backend => [
                "Part of our mail system couldn't be reached at that moment. Your settings aren't the cause.",
                LEAVE,
            ],
            Cause::ServerFull => [
                "Our server reached one of its limits at that moment. Your settings aren't the cause.",
                "Please try again in a few minutes. If it happens again, let us know.",
            ],
            Cause::BadName => [
                "The username that the email app sent is empty, or contains a character that isn't allowed, such as a space.",
                "Please check the username in the email app. It's usually your whole email address.",
            ],
            Cause::WrongPassword => [
                "The username is right, but the password is incorrect. Often one of several devices still uses an old password.",
                "Please enter the password again on every device that uses this mailbox. If you're not sure of it, set a new one. If it wasn't you who tried, please tell us.",
            ],
            Cause::Either | Cause::WrongLogin => {
                ["Our server didn't accept this username with this password.", SIGN_IN]
            }
            Cause::NoPassword => [
                "The mailbox exists, but no password has been set for it, so nobody can sign in yet. Nothing is wrong with your email app.",
                "Please set a password for the mailbox, or ask us to, and then enter it on every device.",
            ],
            Cause::ServiceOff => [
                "The mailbox exists, but this way of reading or sending email is disabled for it. The password isn't the cause.",
                "You don't need to change anything in your email app. Please tell us if you need this service, and we'll look into why it's off.",
            ],
            Cause::UnknownUser => [
                "Our server doesn't know this username. It may be misspelled.",
                "Please check the username in the email app letter by letter. It's usually your whole email address.",
            ],
            Cause::Server => ["Something didn't work on our server. Your settings aren't the cause.", LEAVE],
            Cause::BrokenClient => [
                "Our server couldn't understand what the program sent. Often this is an automatic scan from the internet, or an app with wrong settings.",
                "If it was your email app, please update it or set up the account again.",
            ],
            Cause::Refused => ["Our server didn't accept the sign-in.", SIGN_IN],
            Cause::Config => [
                "A setting on our server is wrong, so the mailbox isn't available. Your own settings aren't the cause.",
                LOOKING,
            ],
            Cause::Restart => [
                "Our mail server was being restarted at that moment, or ended the connection. Email apps reconnect automatically.",
                "You don't need to do anything.",
            ],
            Cause::Unfinished => [
                "The sign-in was started but not finished. Once is harmless; if it happens often, the network, a firewall or an antivirus program may be the cause.",
                "If it happens often, please try another network, and turn off your antivirus program's email scanning as a test.",
            ],
            Cause::Nobody => {
                ["Nobody tried to sign in. Such connections are common.", "You don't need to do anything."]
            }
            Cause::Folder => [
                "You signed in with the right password, but our server couldn't open the mailbox. Your settings aren't the cause.",
                "Please leave your settings as they are. We'll tell you when the mailbox can be opened again.",
            ],
            Cause::Crash => [
                "A program on our server crashed during the connection. Your settings aren't the cause.",
                "You don't need to do anything. If it happens often, please tell us when.",
            ],
            Cause::Disk => {
                ["Our server couldn't write to its disk. Your settings aren't the cause.", LOOKING]
            }
            Cause::Permission => [
                "Our server doesn't have permission to read or write the mailbox or a part of it. Your settings aren't the cause.",
                LOOKING,
            ],
            Cause::Quota => [
                "The mailbox is full.",
                "Please delete messages that you no longer need and empty the trash, or ask us for more space.",
            ],
            Cause::Pop3Lock => [
                "The mailbox was open on another device. With these settings, only one device can use it at a time.",
                "Please wait a few minutes, or ask us for the settings that let several devices use one mailbox.",
            ],
            Cause::Locked => [
                "Another program on our server kept the mailbox locked. Your settings aren't the cause.",
                LOOKING,
            ],
            Cause::Unreadable => [
                "One of the stored messages can't be read on our mail server at the moment, so it may look empty.",
                "Please tell us which message it is: its folder, sender and date. We'll look at it on the server.",
            ],
            Cause::Index => [
                "A list that makes folders quick to open was damaged. Our server rebuilds it from the messages.",
                "You don't need to do anything. The email app may load a folder again. If messages don't show up, tell us which folder.",
            ],
            Cause::Network => [
                "The connection was lost partway through. Once in a while is normal, especially on a phone.",
                "If it happens often, please try another network, and turn off your antivirus program's email scanning as a test.",
            ],
            Cause::Idle => [
                "The connection was idle for some time, so our server ended it. This is normal.",
                "You don't need to do anything: the email app reconnects automatically. If its message about this bothers you, set it to check for new email every 10 minutes.",
            ],
            // What a filter does is told of the message, not of a sign-in.
            Cause::FilterRejected
            | Cause::FilterForwardFailed
            | Cause::FilterLoop
            | Cause::FilterBroken
            | Cause::FilterStoreFailed
            | Cause::FilterStopped
            | Cause::FilterDiscarded
            | Cause::FilterForwarded
            | Cause::NoFolder
            | Cause::FilterStored => [
                "The mailbox's filter rules handled a message.",
                "If you don't see the message, please look in your other folders and check the filter rules of the mailbox.",
            ],
        }
    }

    fn filing(&self, filing: Filing) -> [&'static str; 2] {
        match filing {
            Filing::Full => [
                "The mailbox is full.",
                "If it's your mailbox, please delete messages that you no longer need and empty the trash, or ask us for more space. Then ask the sender to send the message again.",
            ],
            Filing::Disk => [
                "Our server couldn't write to its disk. It keeps the message and tries again automatically.",
                LOOKING,
            ],
            Filing::Permission => [
                "Our server doesn't have permission to write to the mailbox or a part of it. It keeps the message and tries again automatically.",
                LOOKING,
            ],
            Filing::Locked => [
                "Another program on our server kept the mailbox locked.",
                "You don't need to do anything for now; if the message is missing tomorrow, please tell us.",
            ],
            Filing::Rejected => [
                "The rule belongs to this mailbox or applies to all mailboxes on our server. The sender is normally notified.",
                "If you wanted the message, please check the filter rules of the mailbox. If none of them matches, tell us.",
            ],
            Filing::ForwardFailed => [
                "The message wasn't forwarded at that moment.",
                "Please check the address in the rule. We're looking into it, too.",
            ],
            Filing::Loop => [
                "The message had already been forwarded by this mailbox. To keep it from going in circles, it wasn't forwarded again.",
                "Please check that no forwarding rule leads back to this mailbox.",
            ],
            Filing::Broken => [
                "Something in the rules didn't work: a mistake in them, a missing folder, or a forwarding address.",
                "Please check the filter rules of the mailbox, especially the folders and addresses in them. If they look right, tell us, and we'll read the error for you.",
            ],
            Filing::StoreFailed => [
                "Our server couldn't store the message in that folder at that moment. The rule itself may be right.",
                "Please check that the folder still exists. We're looking into it.",
            ],
            Filing::Stopped => [
                "Something that the mailbox's filter rules need didn't work at that moment. The rules themselves aren't the cause, and our server tries again automatically.",
                LOOKING,
            ],
            Filing::Discarded => [
                "Unless another rule stored it, the message is gone. The rule belongs to this mailbox or applies to all mailboxes on our server. The sender isn't notified.",
                "If you wanted the message, please check the filter rules of the mailbox, and ask the sender to send it again. If none of your rules matches, tell us.",
            ],
            Filing::Forwarded => [
                "The message was sent on to that address.",
                "If the message doesn't arrive there, please check the address in the filter rules.",
            ],
            Filing::NoFolder => [
                "In this case the message normally goes to the inbox.",
                "Please look in the inbox, and check the filter rules of the mailbox.",
            ],
            Filing::AnsweredBefore => [
                "This sender already got a reply. Each sender gets only one within the period that the out-of-office rule sets.",
                "You don't need to change anything. To test the reply, write from another address, or set a shorter period in the rule.",
            ],
            Filing::Unanswered => [
                "The message wasn't addressed to the mailbox's own address, but probably to another one that leads to it, and the out-of-office rule doesn't list that one.",
                "Please add every address that people use to write to you to the out-of-office rule, as one of your own addresses. If you can't find that setting, tell us, and we'll help you.",
            ],
            Filing::Stored => [
                "A filter rule chose the folder, or it's the usual one.",
                "If you don't see the message, please look in your other folders and check the filter rules of the mailbox.",
            ],
        }
    }

    fn case(&self, case: Case, original: &str, to: &str) -> [String; 3] {
        match case {
            Case::Service => [
                "A part of our mail system isn't working at the moment.".into(),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayLogin => [
                format!("Our mail server sends email through another server, and signing in there didn't work. {SETTINGS_FINE}"),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayRefuses => [
                format!("Our mail server sends email through another server, and that server didn't accept the message from us. {SETTINGS_FINE}"),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayUnreachable => [
                "Our mail server can't set up a working connection to the server that it sends email through.".into(),
                WAITS.into(),
                LOST.into(),
            ],
            Case::WrongServer => [
                "The mail server that we sent the message to says that it doesn't handle the recipient's domain. This is a setting of the recipient's domain, not yours.".into(),
                "You don't need to do anything for now. If it's urgent, please let the recipient know another way, such as by phone: only they or their provider can correct it.".into(),
                "Please let the recipient know another way, such as by phone: only they or their provider can correct it. Once that's done, send the message again.".into(),
            ],
            Case::OwnDomain => [
                "Our mail server looks for this mailbox among its own and has none by that name, although the message comes from the same domain. The address can still be right.".into(),
                "We're checking a domain setting on our server. You don't need to do anything for now.".into(),
                "We're checking a domain setting on our server. Please wait to hear from us before you send the message again.".into(),
            ],
            Case::TheirLogin => [
                "The mail server that we sent the message to doesn't accept it unless our server signs in there. Your password isn't the cause.".into(),
                "You don't need to do anything for now.".into(),
                "Please contact the recipient another way for now.".into(),
            ],
            Case::Forward => [
                format!("The message was for {original}, and our server forwards mail for that address to {to}. That address couldn't receive it."),
                format!("If {original} is yours, please change or remove its forwarding to {to}."),
                format!("If {original} is yours, please change or remove its forwarding to {to}. If you sent the message, please contact the recipient another way; the address you used is right."),
            ],
            Case::ForwardUnwanted => {
                let fetch = format!("If {original} is yours, please have the other account fetch the email instead of forwarding it. We can help you set that up.");
                [
                    format!("The message was for {original}, and our server forwards mail for that address to {to}. The mail server there didn't accept the forwarded message."),
                    fetch.clone(),
                    fetch,
                ]
            }
            Case::ForwardLoop => {
                let check = format!("We're checking the forwarding on our server. If {original} is yours, please make sure that mail for {to} isn't forwarded back to it.");
                [format!("The message was for {original}, and our server forwards mail for that address to {to}. It went in a circle, probably because it was forwarded back from there, so it was stopped."), check.clone(), check]
            }
            Case::Notice => [
                "This was an automatic notice, for example, about a message that couldn't be delivered. The notice itself couldn't be delivered, often because the sender's address was forged.".into(),
                "You don't need to do anything.".into(),
                "You don't need to do anything: nobody wrote this message by hand.".into(),
            ],
            Case::System => {
                let correcting = "The address will be corrected on our server; you don't need to do anything.";
                [
                    "This message was written by a program on our server, not by a person.".into(),
                    correcting.into(),
                    correcting.into(),
                ]
            }
        }
    }

    fn obstacle(&self, obstacle: ObstacleKind) -> [&'static str; 2] {
        match obstacle {
            ObstacleKind::CertificateDate => [
                "The mail server's security certificate has expired, or the device's clock is wrong.",
                "Please check the date and time of the device. If they're right, tell us: we'll renew the certificate, and you don't need to change any settings.",
            ],
            ObstacleKind::CertificateName => [
                "The server name in the settings isn't the one in the mail server's security certificate.",
                "Please set the server name in the settings to the one that we gave you, for incoming and outgoing mail.",
            ],
            ObstacleKind::CertificateIssuer => [
                "The app or website doesn't trust the mail server's security certificate.",
                "Please check that the server name in the settings is the one that we gave you. In an email app, turn off the antivirus program's email scanning as a test; for a program of your own (in Java, for example), update its list of trusted issuers. If that doesn't help, tell us, and we'll check the certificate.",
            ],
            ObstacleKind::PlainPort => [
                "The encryption setting and the port don't match.",
                "Please set the encryption to STARTTLS for port 587, or to SSL/TLS for port 465.",
            ],
            ObstacleKind::NoStarttls => [
                "The encryption setting and the port don't match, or a program in between hides the fact that the server can encrypt.",
                "Please set port 587 with STARTTLS or port 465 with SSL/TLS for outgoing mail, and turn off your antivirus program's email scanning as a test.",
            ],
            ObstacleKind::WantsEncryption => [
                "The app or website tried to sign in without encryption, and the mail server doesn't allow that.",
                "Please turn on encryption in the settings: STARTTLS with port 587 or SSL/TLS with port 465 to send, SSL/TLS with port 993 or 995 to receive.",
            ],
            ObstacleKind::Encryption => [
                "The app or website and the mail server couldn't set up an encrypted connection.",
                "Please update the app or website and the device, and check that the encryption and port match: STARTTLS for 587, SSL/TLS for 465, 993 and 995.",
            ],
            ObstacleKind::Token => [
                "The app or website no longer has permission to use the account, for example, because the password was changed.",
                "Please sign in to the account again in the settings of the app or website, and allow it to send email.",
            ],
            ObstacleKind::AppPassword => [
                "The account's provider requires a special password for apps.",
                "Please create an app password in the account's security settings and enter it in the app or website.",
            ],
            ObstacleKind::NoCredentials => [
                "The app or website has no username or password for the mail server.",
                "Please enter the email address and the password of the mailbox in its settings.",
            ],
            ObstacleKind::Method => [
                "The mail server doesn't offer the sign-in method that the app or website uses.",
                "Please choose “Normal password” as the authentication method, and turn on encryption: STARTTLS with port 587 or SSL/TLS with port 465.",
            ],
            ObstacleKind::NeedsLogin => [
                "The app or website tried to send without signing in, but the mail server requires a sign-in.",
                "Please turn on authentication for the outgoing server in the settings, with the full email address and the password of the mailbox that sends.",
            ],
            ObstacleKind::Login => [
                "The mail server didn't accept the username or the password.",
                "Please enter the username (the email address) and the password again, for incoming and for outgoing mail. If webmail doesn't accept them either, set a new password.",
            ],
            ObstacleKind::MicrosoftSignIn => [
                "Microsoft didn't let the account sign in, usually because of a rule at the organization.",
                "Please sign in once in a browser at outlook.office.com and follow the instructions there. If that doesn't let you in either, ask your organization's administrator, and give them the number after AADSTS.",
            ],
            ObstacleKind::NameUnknown => [
                "The name of the mail server in the settings can't be found.",
                "Please check the server name in the settings. If it's right, check that the device or website can reach the internet.",
            ],
            ObstacleKind::Silent => [
                "The encryption setting and the port don't match.",
                "Please set the encryption to SSL/TLS for port 465, or to STARTTLS for port 587.",
            ],
            ObstacleKind::TurnedAway => [
                FIREWALL,
                "Please check the server name and the port in the settings: 587 or 465 to send, 993 or 995 to receive.",
            ],
            ObstacleKind::NoRoute | ObstacleKind::NoAnswer | ObstacleKind::NoConnection => [FIREWALL, CHECK],
            ObstacleKind::Offline => [
                "The device or the app isn't connected to the internet.",
                "Please check the device's internet connection, and that the app isn't set to work offline.",
            ],
            ObstacleKind::HungUp => [
                "The connection between the app or website and the mail server was cut off.",
                "Please check that the port and encryption match (587: STARTTLS; 465, 993 and 995: SSL/TLS), and try without a VPN and with the antivirus program's email scanning turned off.",
            ],
            ObstacleKind::NoMailer => [
                "The website couldn't pass its message to the mail system of its own server. The recipient's address isn't the cause.",
                "Please set up the website to sign in and send through a mailbox in your domain. We can give you the settings.",
            ],
            ObstacleKind::LocalMailer => [
                "The website or script couldn't pass its message to the mail system of its own server.",
                "Please tell us which page or form it was and when, and we'll look in the server's log.",
            ],
            ObstacleKind::TooLarge => [
                "The message with its attachments is too large.",
                "Please send a link to the file instead, or several smaller messages.",
            ],
            ObstacleKind::MailboxFull => [
                "The mailbox is full, so messages can't be saved in it.",
                "Please delete large or old messages, especially in Sent and Trash, and empty the trash. If you need more space, tell us.",
            ],
            ObstacleKind::Sender => [
                "The From address isn't one that this mailbox is allowed to send with, or it isn't valid.",
                "Please use the address of the mailbox as the sender. In a website's form, the visitor's address belongs in Reply-To.",
            ],
            ObstacleKind::Recipient => [
                "The recipient's address is missing or wrong, or the mail server didn't accept it.",
                "Please check the recipient's address, and that the app or website signs in to the outgoing server.",
            ],
            ObstacleKind::Attachment => [
                "The file to attach couldn't be read. The mail server isn't involved.",
                "Please attach the file again. On a website, check that the file is still there.",
            ],
            ObstacleKind::ApiKey => [
                "The service that the website sends through didn't accept its key or its sender.",
                "Please enter a new key from that service in the website's settings, and check there that your domain is verified.",
            ],
            ObstacleKind::Character => [
                "The program can't send a character in the username, the password or an address, usually a space that was copied along with it.",
                "Please type the username and the password again instead of pasting them, and use plain letters in the addresses.",
            ],
            ObstacleKind::Program => [
                "The website is missing a component that it needs to send email.",
                "Please ask whoever looks after the website to install or update it. We can check the server's settings.",
            ],
            ObstacleKind::Settings => [
                "The mail settings of the app or website are incomplete or wrong.",
                "Please go through its mail settings again. We can give you the right values for your mailbox.",
            ],
            ObstacleKind::Busy => [
                "Too many apps or devices use this mailbox at the same time from the same place.",
                "Please close email apps that you don't need at the moment, on all devices, and try again in a few minutes.",
            ],
            ObstacleKind::InUse => [
                "Another app or device has this mailbox open, and a mailbox that's set up as POP3 can be open in only one place at a time.",
                "Please close the other app or set it to fetch mail less often. If you use the mailbox on several devices, set them up with IMAP.",
            ],
            ObstacleKind::Unchecked => [
                "Our server couldn't open your mailbox just then. Your username and password aren't the reason.",
                "Please leave the settings as they are. We're looking into it on our server.",
            ],
            ObstacleKind::ManyRecipients => [
                "The message has more recipients than the mail server accepts at once.",
                "Please send it to fewer recipients at a time, or use a mailing list.",
            ],
            ObstacleKind::PortsBlocked => [
                "The website can't reach any mail server: the company that hosts it probably blocks outgoing email.",
                "Please ask that company to open ports 587 and 465 for outgoing connections, or ask which mail server its websites should use.",
            ],
            ObstacleKind::Expired => self.cause(Cause::Expired),
            ObstacleKind::Limit => [
                "The limit on messages, recipients or attempts within a certain time has been reached.",
                "Please wait an hour and send to fewer recipients at a time. If you didn't send that many, set a new password right away and tell us.",
            ],
            ObstacleKind::Store => [
                "The files in which the email app keeps its messages are damaged or full. Your messages on the server aren't affected.",
                "Please check in webmail that your messages are there, then set up the account in a new profile of the app. We can help you with it.",
            ],
            ObstacleKind::StoreFull => [
                "The email app's own data file on the computer is full. Your mailbox on the server isn't the cause.",
                "Please archive or delete large and old messages in the app, empty the trash, and then compact the data file in the account's settings. We can help you with it.",
            ],
            ObstacleKind::Inspected => [
                "An antivirus program on the device opens the encrypted connection and shows a security certificate of its own. The one of the mail server isn't the cause.",
                "Please turn off the scanning of encrypted email in the antivirus program's settings.",
            ],
            ObstacleKind::Unsent => [
                "The app or website says that the message wasn't sent, but not why.",
                "Please send us the whole text of the error, with the time, the sender and the recipient.",
            ],
            ObstacleKind::Unread => [
                "The app or webmail couldn't do what you asked, and doesn't say why.",
                "Please tell us which app or website shows this, and when, so that we can look into it further.",
            ],
        }
    }

    fn effect(&self, effect: Effect) -> &'static str {
        match effect {
            Effect::Unsigned => {
                "Messages sent in the meantime may lack the digital signature that shows where they come from, so some recipients may find them in the spam folder."
            }
            Effect::Unchecked => "Incoming messages may be delayed or not fully checked.",
            Effect::Unscanned => "Messages may be delayed, or delivered without the usual check.",
            Effect::SignIn => "Signing in may not work at the moment.",
            Effect::Reading => "Email apps may be unable to connect or to show the mailbox at the moment.",
            Effect::Incoming => "New messages may arrive late.",
            Effect::Door => "Sending through our server or receiving email may not work at the moment.",
            Effect::Outgoing => "Messages that you send may be delayed.",
            Effect::Warnings => "Email apps may show a warning or fail to connect.",
            Effect::Webmail => "Webmail may show an error at the moment. Email apps aren't affected.",
            Effect::Nothing => "Sending, receiving and reading email aren't affected.",
            Effect::Unclear => "Sending, receiving or reading email may not work properly at the moment.",
        }
    }

    fn elsewhere(&self, of: Elsewhere, provider: &str) -> [String; 2] {
        match of {
            Elsewhere::AppPassword => [
                format!(
                    "{provider} didn't accept the username or the password. Apps and websites usually need an app password there, not the account's normal password."
                ),
                format!(
                    "Please create an app password in the security settings of the account at {provider}, and enter it in the app or website. A new normal password won't help."
                ),
            ],
            Elsewhere::SignInOff => [
                format!(
                    "{provider} doesn't let this account sign in to send with a username and a password, whatever the password is."
                ),
                format!(
                    "Please ask your organization's {provider} administrator to allow sending with a username and a password for this mailbox, or ask us for another way to send. A new password won't help."
                ),
            ],
            Elsewhere::Paused => [
                format!(
                    "{provider} has paused signing in to this account, because there were too many attempts in a short time. The password may well be right."
                ),
                "Please close email apps and programs that still use an old password, and wait a few hours. Then sign in once; each new attempt makes the pause longer.".into(),
            ],
            Elsewhere::Unverified => [
                format!(
                    "{provider} sends only for confirmed addresses and domains, and one in this message isn't confirmed there yet."
                ),
                format!(
                    "Please have the sender's domain or address confirmed in the account at {provider}. If the account there is new, recipients have to be confirmed, too, until {provider} lifts that limit."
                ),
            ],
            Elsewhere::SendAs => [
                format!("{provider} doesn't let the account that signed in send from this sender address."),
                format!(
                    "Please send from the address of that account, or ask your organization's {provider} administrator to allow the other one."
                ),
            ],
        }
    }

    fn note(&self, note: Note) -> &'static str {
        match note {
            Note::ProgramFailed => {
                "The program on our server that handles email for this address didn't work."
            }
            Note::KeptByFilter => {
                "Our filter is holding the message back because it looks like spam or something harmful. The message isn't lost."
            }
            Note::StoppedThere => {
                "A filter of the server that sent the notice stopped the message, so it never reached the recipient's mail server. Such filters can make mistakes."
            }
            Note::WrongClock => {
                "The clock of the device that sent the message is wrong, so the message carries a wrong date. In a list sorted by that date, it's in the wrong place."
            }
            Note::AccountSpent => {
                "The hosting account that the mailbox belongs to has used up its space, even if the mailbox itself isn't full."
            }
            Note::StaleQuota => {
                "Our server's record of how full the mailbox is was out of date: it may hold far less than that."
            }
            Note::Overwritten => {
                "A firewall in front of our mail server changes what the server says, so encryption and sign-in don't work."
            }
            Note::CatchAll => {
                "There's no mailbox with this address, so the message went to the mailbox that gets all email for unknown addresses of this domain."
            }
            Note::ServiceUnconfirmed => {
                "Some of the messages in the name of this domain come from a service that isn't set up to send for it, or they're forged. Such messages often end up in the spam folder or are rejected."
            }
            Note::PlantedScript => {
                "A strange script on the website sends spam. The mailbox's password isn't the cause."
            }
            Note::NotFoundHere => "Our server looked for this address among its own and didn't find it.",
            Note::OldEntry => {
                "The message went to an old internal address that no longer exists. Email apps keep such addresses in their suggestions."
            }
            Note::Beside => {
                "Our server reported a small problem of its own at that time. The password and the settings are fine."
            }
            Note::ChangedAfterSigning => {
                "The message was probably changed after it was signed, such as by an added footer. Even so, it passed the check of where it comes from."
            }
            Note::TheirCertificate => {
                "The security certificate of the other server has expired. Only whoever runs that server can renew it."
            }
            Note::AsksToSignIn => {
                "Our server asked another mail server to sign in, which mail servers can't do. That's a setting of ours."
            }
            Note::WeAreListed => {
                "The internet address of our mail server is on a block list, so other mail servers may reject our email at the moment."
            }
            Note::ClientsHidden => {
                "Our server can't see which server the message really came from, so its check of the sender couldn't work."
            }
            Note::TakesTurns => {
                "The sender's provider sends from several servers in turn, and ours makes each one that it doesn't know yet wait, as a check against spam."
            }
            Note::LookupDoubtful => {
                "At that moment, our server couldn't look up the domain or the server that the message came from. The cause may be the sender's records or our own lookup, which we're checking."
            }
            Note::OriginUnreadable => {
                "The records of the sender's domain list the servers that are allowed to send its mail, and that list has a mistake, so mail servers can't check where the message comes from."
            }
            Note::RecordIncomplete => {
                "The records of the recipient's domain name a mail server that can't be found. Only whoever manages that domain can correct this."
            }
            Note::AddressIncomplete => {
                "The address isn't complete: the part after the @ sign has no ending, such as “.com”."
            }
            Note::Diverted => {
                "On its way, the connection was led to a different mail server, which doesn't know this password. The password itself may well be right."
            }
            Note::OurLookup => {
                "Our server can't look up the addresses of other mail servers at the moment. The cause is on our side."
            }
            Note::OldEncryption => {
                "The app or device offers only old versions of encryption, which our server no longer accepts."
            }
            Note::TakesNoCalls => "Our mail server can't receive email from outside at the moment.",
            Note::RenewalFailed => {
                "The security certificate of our mail server couldn't be renewed. If that doesn't work before it expires, email apps will show a warning."
            }
            Note::CertificateUnfit => {
                "The security certificate of the recipient's mail server isn't the one that its provider has published, so our server doesn't send the message there. Only the recipient's provider can correct that."
            }
            Note::CertificateUnproven => {
                "Our mail server couldn't verify the security certificate of the recipient's mail server, so it doesn't send the message there."
            }
            Note::OnlyCopy => {
                "Nobody wrote to this address: our server sends a copy of every message there. The message itself isn't affected."
            }
            Note::SearchFails => {
                "Searching in the mailbox may fail or be slow at the moment. Email arrives and opens as usual, and the password and the settings are fine."
            }
            Note::ShowsLate => {
                "Email apps may show new messages a few minutes late, because our server can't watch the mailbox for new messages at the moment. No message is lost, and the password and the settings are fine."
            }
            Note::PerhapsThere => {
                "Our mail server sent the whole message, but the recipient's didn't confirm it in time. The recipient may already have it, perhaps several times."
            }
            Note::NotTriedNow => {
                "It wasn't tried at that moment, because an earlier attempt failed and the time for the next one hadn't come."
            }
            Note::Remembered => {
                "Our mail server still remembered that the recipient's couldn't be reached for days, so it gave up without a new attempt."
            }
            Note::WholeUsername => "The username had no domain: it has to be the whole email address.",
            Note::OverIpv6 => "The program called the mail server over IPv6 and got no answer in time.",
            Note::RulesOff => {
                "Until that's corrected, the rules don't run, and new messages arrive in the inbox."
            }
            Note::OldSettings => {
                "The app or website still uses older mail settings than the ones that were entered, usually from its cache."
            }
            Note::OpenFolder => {
                "On our server, others have permission to change the folder of this mailbox, so for safety nothing is delivered there until that's corrected."
            }
            Note::ListAddress => {
                "The mailing list doesn't accept the message because its address isn't in “To” or “Cc”. Please put it there, not in “Bcc”."
            }
            Note::ListSubject => {
                "The mailing list doesn't accept the message because it has no subject. Please enter one."
            }
            Note::ListFormat => {
                "The mailing list doesn't accept a part of the message: its formatting or an attachment. Please send it as plain text and without attachments."
            }
            Note::SearchIndex => {
                "The search index of the mailbox couldn't be updated. Email arrives and opens as usual, but a search may miss messages."
            }
            Note::Quarantined => {
                "The recipient's filter is holding the message in quarantine, so the recipient doesn't see it in the inbox or in the junk folder."
            }
            Note::ReachesNone => {
                "Our server can't reach other mail servers at the moment. The cause is on our side."
            }
            Note::LookupOurs => {
                "Our server can't look up where to deliver email for other domains at the moment. The cause is on our side."
            }
            Note::LookupFailed => {
                "Our server couldn't look up where to deliver email for the recipient's domain. The fault may be in that domain's records or in our lookup."
            }
            Note::TooManyFailed => {
                "Too many of the messages that your domain sent in the last hour couldn't be delivered, so our server discarded this one."
            }
            Note::ContentRule => {
                "A content rule on our mail server objected to something in the message, such as its subject."
            }
            Note::CheckUnanswered => {
                "Before our mail server accepts a message, it checks that an address in it exists. The mail server for that address gave no clear answer."
            }
            Note::ListMisread => {
                "A block list that our server consults refused to answer, and our server took that as a listing. Neither the sender nor the message is the cause."
            }
            Note::HomeLine => {
                "It came straight from a home, office or mobile network. Mail servers accept email from there only after sign-in, over the ports for email apps (587 or 465)."
            }
            Note::HeloRule => {
                "A rule on our server objected to the name that the sending device or server gave itself."
            }
            Note::SenderUnverified => {
                "Our server checks whether the sender's address can receive email, and that check failed. Often the address doesn't exist, or its domain isn't set up completely."
            }
            Note::SenderDomainHere => {
                "Our server couldn't find the domain of the sender's address on the internet."
            }
            Note::DomainUnknown => {
                "Our server isn't set up to receive email for the domain of the recipient's address."
            }
            Note::ChainIncomplete => {
                "The mail server doesn't send the complete set of security certificates, so some apps and servers don't trust it and show a warning."
            }
            Note::CertificateOld => {
                "The mail server's security certificate has expired, so apps show a warning or don't connect."
            }
            Note::CertificateOther => {
                "The mail server's security certificate is for a different name than the one used to connect."
            }
            Note::CertificateUntrusted => {
                "The mail server's security certificate isn't from an authority that apps trust, so they show a warning or don't connect."
            }
            Note::MarkedOnArrival => "A spam filter marked the message as possible spam on its way.",
            Note::NameMisused => {
                "Someone else is probably sending messages with this address as the sender, and other servers return them here. That doesn't take access to the mailbox: nothing here shows that it was used for it."
            }
            Note::BrokenByForward => {
                "The message is probably genuine, but it was forwarded, and the forward changed it or kept the old sender's address. So the next mail server couldn't confirm where it came from."
            }
            Note::RecordsUnproven => {
                "The signatures in the records of the recipient's domain aren't valid, so our server can't trust what they say. Only whoever manages that domain can correct this."
            }
            Note::OriginDoubted => {
                "The check of whether the message really comes from the domain in its sender's address failed. The message may be forged, or forwarding or a mailing list changed it on its way."
            }
            Note::SignatureBroken => {
                "The message has a digital signature that shows where it comes from, and the signature couldn't be confirmed."
            }
            Note::Waited => "The message was held up on its way before the next mail server accepted it.",
            Note::PassedUnchecked => {
                "The message was let through without the usual check for viruses. Please open its attachments only if you expected them."
            }
            Note::CauseOurs => "The cause is on our side.",
            Note::CauseTheirs => "The cause is on the other mail server.",
            Note::CauseYours => "The cause is in the settings that were used to try it.",
            Note::CauseSender => "The cause is on the sender's side.",
            Note::StolenPassword => {
                "Someone else probably knows the password and is using the mailbox to send spam."
            }
            Note::TheyDoNotSay => "The recipient's mail server doesn't say why.",
            Note::LogDoesNotSay => "We don't know the reason yet.",
            Note::ReplyDoesNotSay => "The reply doesn't give a reason.",
            Note::TimeIsUp => {
                "A mail server keeps a message only for a certain time, and in that time no attempt worked."
            }
            Note::TheirsNow => {
                "From then on, that server is responsible for it. It may still end up in the recipient's spam folder."
            }
            Note::GreylistedFirst => {
                "That server had first made the message wait: many servers do that for a few minutes when they don't know a sender yet."
            }
            Note::DeferredFirst => {
                "The first attempt didn't work, so our server tried again. That's why it took longer."
            }
            Note::HeldFirst => {
                "Our server first asked the sender's server to try again later, as mail servers often do with senders that they don't know yet. That's why the message took longer."
            }
            Note::FullOrAccount => {
                "The mailbox is full, or the hosting account that it belongs to has used up its space."
            }
            Note::NobodyGetsIt => "No one will receive this message.",
            Note::OnlyAsked => "This was only a question to the other server.",
            Note::PerhapsStored => "We can't tell yet whether the message was stored.",
            Note::TravelsOn => "From there on, it travels as a separate message.",
            Note::InOurSystem => "It's still on its way inside our system, or was handled there.",
            Note::OursNotYours => "The cause is on our server. Your password and settings are fine.",
            Note::NameOrPassword => "Our server didn't accept the username or the password.",
            Note::SomethingWrong => "Something went wrong during the connection.",
            Note::MarkLosesNothing => {
                "That alone doesn't lose a message: a marked message usually goes to the spam or junk folder. Filters like this work automatically and can make mistakes."
            }
            Note::PartDown => "A part of our mail server isn't working properly.",
            Note::DownOrBlocked => {
                "The mail server may be down, or a firewall or an internet provider is blocking the connection."
            }
        }
    }

    fn todo(&self, todo: Todo) -> &'static str {
        match todo {
            Todo::TheyDecide => {
                "We're asking the recipient's provider to accept our server again. Our server will keep trying; if the message can't be delivered in the end, the sender will get a notice."
            }
            Todo::OtherPort => {
                "Please set the outgoing server in your email app or device to port 587 or 465, and turn on authentication with your full email address and your password."
            }
            Todo::SlowerThere => {
                "We're checking what our server sends to this provider, stopping what isn't wanted, and sending the rest more slowly. Our server will keep trying; if a message can't be delivered in the end, its sender will get a notice. If you send newsletters, please send them in small batches, and only to people who asked for them."
            }
            Todo::CheckTogether => {
                "Please contact the recipient another way, such as by phone, and check the address with them. If it's right, please tell us, and we'll check the connection from our side."
            }
            Todo::AfterTheHour => {
                "Our server won't try again: please send the message again when the hour is up, and send fewer messages at once. For newsletters, please use a service that's made for them."
            }
            Todo::AskIfThere => {
                "Please don't send the message again; ask the recipient first whether it has arrived."
            }
            Todo::OneAddress => {
                "Please correct the address: one @ with a domain after it, and no spaces or semicolons. Enter several recipients separately. Then send the message again."
            }
            Todo::DeleteCopies => {
                "A new app or device does that once. If an app that you already used shows messages twice now, you can delete the copies there; nothing is lost. If it happens again, please tell us."
            }
            Todo::WholeUsername => "Please enter the whole email address as the username in the email app.",
            Todo::OverIpv4 => {
                "Please let the program connect over IPv4, or have the IPv6 connection of its machine checked. If it still gets no answer, ask whoever runs the network there to open the port."
            }
            Todo::Delist => {
                "We're having our server taken off that list. Please wait to hear from us before you send the message again."
            }
            Todo::CorrectRules => {
                "Please correct the rules and save them again. If you don't know how, tell us, and we'll help you."
            }
            Todo::ClearCache => {
                "Please clear its cache or restart it, so that it reads the settings again. If you don't look after it yourself, ask whoever does."
            }
            Todo::KeepTheCopy => {
                "The messages should now be on the device with that app. Please don't delete the account or the messages there: they may be the only copy. To use the mailbox on several devices, set it up as IMAP, or choose in that app to leave a copy on the server. We can help you bring the messages back."
            }
            Todo::HostName => {
                "Please enter a full name with dots as the host name in the settings of the device or program, such as scanner.company.com. If there's no such setting, tell us, and we'll find another way."
            }
            Todo::AllGoOutLater => {
                "The messages aren't lost: our server will keep trying for a few days. If one of them can't be delivered in that time, its sender will get a notice. You don't need to do anything."
            }
            Todo::UpdateDevice => {
                "Please update the app, or the software of the device. If there's no update, tell us, and we'll find another way."
            }
            Todo::PortOrDelist => {
                "If it was your email app or device, please set its outgoing server to port 587 or 465, and turn on authentication there. If it was another mail server, its provider must have it removed from the block list."
            }
            Todo::LiftBlock => {
                "If this is your internet connection, please look there for a phone, computer or scanner with an old email password, and correct the password. Then tell us, and we'll lift the block."
            }
            Todo::OursAddress => {
                "We'll let you know what we find out about this address. If it's misspelled, the sender has to correct it and send the message again."
            }
            Todo::CleanList => {
                "Please remove wrong addresses from your list, and send the message again after an hour."
            }
            Todo::OursSenderAgain => {
                "We'll let you know when this works again. After that, please ask the sender to send the message again."
            }
            Todo::NotExpected => {
                "If you weren't expecting the message, please don't reply to it, and don't open its links or attachments."
            }
            Todo::OnceItRuns => {
                "Nothing is lost: our server will go on delivering once this is fixed. You don't need to do anything."
            }
            Todo::LetThrough => {
                "We're letting these servers in without that wait. If the message hasn't arrived by tomorrow, please tell us."
            }
            Todo::OursTheyRetry => {
                "You don't need to do anything: mail servers try again automatically, so the message can still arrive."
            }
            Todo::OursToo => "We're checking our side, too.",
            Todo::DomainNotSetUp => {
                "If you want to receive email at this address, please tell us, and we'll set up its domain on our server."
            }
            Todo::SetClock => {
                "The date, the time and the time zone have to be set on that device. To find the message, search for its sender, or sort the list by when messages arrived."
            }
            Todo::LookInCatchAll => {
                "Please look for it there. If this address should have a mailbox or an alias of its own, tell us, and we'll set it up."
            }
            Todo::SetUpService => {
                "If a service sends email for you, such as newsletters or a shop, please turn on signing for your domain in its settings and enter the records that it names. We can help you with it."
            }
            Todo::CleanWebsite => {
                "We're stopping the website's email until it's clean. Please have the script removed, the website and its plugins updated, and its passwords changed."
            }
            Todo::ChangeStolen => {
                "Please set a new password right away, on a device that you trust, and then enter it on every device. Please tell us when that's done; we'll stop the messages that are still waiting."
            }
            Todo::AskCause => "Please reply to this message, and we'll tell you what to change.",
            Todo::Nothing => "You don't need to do anything.",
            Todo::NothingYet => "You don't need to do anything for now.",
            Todo::Ours => "You don't need to change any settings. We'll let you know when it's fixed.",
            Todo::TellWhat => "If something still doesn't work, please tell us what and when.",
            Todo::GoesOutLater => WAITS,
            Todo::WaitForUs => LOST,
            Todo::Retried => {
                "You don't need to do anything for now. If the message can't be delivered in the end, the sender will get a notice."
            }
            Todo::NoResend => "You don't need to send the message again.",
            Todo::NoticeInTheEnd => "If it can't be delivered in the end, the sender will get a notice.",
            Todo::SendLater => {
                "Please send the message again in a while. If it doesn't work then, let us know."
            }
            Todo::SendAgain => "After that, please send the message again.",
            Todo::OtherWay => {
                "Please contact the recipient another way, such as by phone. Only they or their email provider can fix this."
            }
            Todo::IfUrgent => {
                "You don't need to do anything for now. If it's urgent, please contact the recipient another way."
            }
            Todo::Meanwhile => "Please contact the recipient another way while we find out more.",
            Todo::CheckAddress => {
                "Please check the address with the recipient, by phone, for example. If your email app fills in the address automatically, delete that entry first."
            }
            Todo::CheckDomain => {
                "Please check the part of the address after the @ sign. If it's right, please tell the recipient another way, such as by phone, that their domain can't receive email at the moment."
            }
            Todo::NewAddress => "Please ask the recipient for the new address and write to that one.",
            Todo::OtherAddress => "Please use another address for the recipient.",
            Todo::TellFull => {
                "Please tell the recipient another way, such as by phone, that their mailbox is full."
            }
            Todo::OnceThereIsRoom => "Once they've made room, please send the message again.",
            Todo::AskToAllow => {
                "Please contact the recipient another way and ask them to allow email from your address."
            }
            Todo::CheckSender => {
                "Please check in your email app's settings that the sender address is your own and spelled correctly."
            }
            Todo::SameAddress => {
                "Please set an address that exists as the sender in the settings of your email app or website, and sign in with the same address."
            }
            Todo::OwnSender => {
                "Please send from the address of the account that you sign in with, or ask us to allow the other one."
            }
            Todo::Unblock => {
                "We're asking the recipient's provider to accept our server again. Please wait to hear from us before you send the message again."
            }
            Todo::Newsletters => "If you send newsletters, please write only to people who asked for them.",
            Todo::SenderSignsIn => {
                "Only whoever sent it can change that: the outgoing server in the email app or device must be set to port 587 or 465, with authentication turned on. If you know the sender, please pass this on."
            }
            Todo::ConfirmFile => {
                "If you're expecting this file, please ask the sender, by phone for example, whether it's really theirs. If it is, tell us, and we'll release it."
            }
            Todo::NoticesEnd => {
                "You can delete these notices; they usually stop after a few days. A new password doesn't change them."
            }
            Todo::Release => "If you're expecting this message, please tell us, and we'll release it.",
            Todo::AskTheirs => {
                "Please ask the provider of that server to renew the certificate. Until then, no mail can be collected from there."
            }
            Todo::OurRoute => {
                "If the message didn't go through our server, please send it through the outgoing server that we gave you."
            }
            Todo::DomainRecords => {
                "If you or someone else manages the domain's records, we can tell you which ones to set."
            }
            Todo::DelistDomain => {
                "Please have your website and mailboxes checked for misuse, then ask the list to remove the domain. We can help you with that."
            }
            Todo::NotYou => "If you didn't send this message, please change your password and tell us.",
            Todo::ScanDevice => "Please scan your device for viruses, and don't send this file again.",
            Todo::ShareFile => "Please share the file another way, such as with a link.",
            Todo::ShareOrSplit => "Please share the files as a link, or split them across several messages.",
            Todo::ShareOrOtherApp => {
                "Please share the file as a link instead, or send the message from another email app."
            }
            Todo::UpdateProgram => {
                "Please update the email app or website plugin that sent the message. If it's up to date, tell us which one it is, and we'll look further into it."
            }
            Todo::CheckProgram => {
                "Please check the settings of the program that sent it, and update it if it's old."
            }
            Todo::Authenticate => {
                "Please turn on authentication for the outgoing server in your email app or device (a scanner or printer, for example), with your full email address, your password, and port 587 or 465."
            }
            Todo::ProgramAuthenticates => {
                "Please turn on authentication for the outgoing server in the settings of the program or device, with your full email address and your password."
            }
            Todo::ModernSignIn => {
                "Please use an app or program that signs in on the provider's own sign-in page, or ask us for another way to send. A new password won't help."
            }
            Todo::AskAdministrator => {
                "Please set a new password first, in case someone else uses the account. Then ask your organization's administrator to have the block lifted."
            }
            Todo::EnterPassword => {
                "Please enter your username and password again in your email app. If that doesn't help, please set a new password."
            }
            Todo::Slower => {
                "Please wait a while and send fewer messages at once. For newsletters, please use a service that's made for them."
            }
            Todo::DidNotSendMany => {
                "If you didn't send that many messages, please change your password and tell us."
            }
            Todo::FewerAtOnce => {
                "If you wrote to many people at once, please send to fewer at a time. Otherwise, just wait."
            }
            Todo::CheckForwards => {
                "If you forward your email, please check that no forwarding rule leads back to where it came from."
            }
            Todo::TellFilterBroken => {
                "Please tell the recipient another way that a filter or an automatic reply in their mailbox isn't working. Once it's fixed, please send the message again."
            }
            Todo::AllowAgain => "Please check the address. If it's right, ask us to allow it again.",
            Todo::NoMoreMailings => "Please don't send this recipient any more mailings.",
            Todo::WholeNotice => {
                "Please send us the whole notice that you got, so that we can look into it further."
            }
            Todo::SetUpMailbox => {
                "If the address is misspelled, please ask the sender to correct it. If it's right, please check in your account that the mailbox or alias exists, or ask us to set it up."
            }
            Todo::MakeRoom => {
                "Please delete messages that you no longer need and empty the trash, or ask us for more space."
            }
            Todo::AskWhyDisabled => "Please ask us why it's disabled and how to enable it again.",
            Todo::AskSenderSettings => "Please ask the sender to have their email settings checked.",
            Todo::SenderDelists => {
                "Please tell the sender that their email provider must have the server removed from the block list."
            }
            Todo::SenderName => {
                "Please tell the sender that their email provider must give the sending server a matching name."
            }
            Todo::SenderRecords => {
                "If you know the sender, please tell them that the records of their domain need to be completed."
            }
            Todo::SenderScans => "If you know the sender, please ask them to check their device.",
            Todo::SenderShares => "Please ask the sender to share the file another way, such as with a link.",
            Todo::TellIfWanted => "If you want mail from this sender, please tell us.",
            Todo::Suggest => "Please contact us, and we can suggest what to change.",
            Todo::TellDomain => {
                "Please tell us your domain and when the message was sent, so that we can check how your domain is set up."
            }
            Todo::AFewHours => "Please give it a few hours. If the message hasn't arrived by then, tell us.",
            Todo::TellMissing => {
                "You don't need to change any settings. Please tell us if messages are missing."
            }
            Todo::CheckOwnForwards => "Please check the mailbox's forwarding, or ask us to look into it.",
            Todo::TurnOffFilters => {
                "Please turn off the mailbox's filters and automatic replies for a moment, or ask us to look into it."
            }
            Todo::TellUs => "Please contact us, and we'll find out why.",
            Todo::TellWhoAndWhen => {
                "If a message is missing, please tell us who sent it and when, and we'll find out why."
            }
            Todo::OthersRetry => {
                "Other servers try again automatically; in an email app, please send the message again in a while."
            }
            Todo::IfMissingTheirs => {
                "If it's missing, please ask the recipient to check their spam or junk folder. If it isn't there, their email provider can look for it."
            }
            Todo::IfMissingHere => {
                "If you don't see it, please check the spam or junk folder, your other folders and the mailbox's filter rules."
            }
            Todo::IfMissingRule => "If it should have arrived, please tell us, and we'll check the rule.",
            Todo::IfMissingForward => {
                "If it's missing there, please tell us, and we'll trace the forwarded message."
            }
            Todo::IfMissingTell => "If it's missing, please tell us, and we'll check what happened next.",
            Todo::IfMissingResend => {
                "If the message is missing once this is corrected, please send it again."
            }
            Todo::IfMissingOpen => {
                "You don't need to do anything for now. If the message is missing, please tell us, and we'll check what happened next."
            }
            Todo::LookInSpamFolder => {
                "If you were waiting for this message, please look in that folder and mark it as not spam."
            }
            Todo::SentItMarked => "If you sent it, let us know, and we can suggest what to change.",
            Todo::TryAgain => "Please try again. If it happens again, let us know when.",
            Todo::Password => SIGN_IN,
            Todo::TellIfWrong => {
                "If something doesn't work, please tell us what and when, and we'll look into it."
            }
            Todo::WhatWanted => {
                "Please tell us what you wanted to do, and from where, so that we can look into it further."
            }
            Todo::TellAll => {
                "Please tell us the sender, the recipient and the time, so that we can look into it further."
            }
            Todo::FreeAccountSpace => {
                "Please delete files or messages that you no longer need; website files count, too. If you need more space, tell us."
            }
            Todo::NewPassword => "Please set a new password, and then enter it on every device.",
            Todo::TurnOnEncryption => {
                "Please turn on encryption for incoming and outgoing mail in the email app's settings. We can tell you which settings to choose."
            }
            Todo::MatchPorts => {
                "If it was your email app, please check that the port and encryption match: STARTTLS for 587, SSL/TLS for 465, 993 and 995."
            }
        }
    }

    fn clicks(&self, app: App, fix: Fix) -> &'static str {
        match (app, fix) {
            (App::Outlook, Fix::Password | Fix::Outgoing) => {
                "In the new Outlook, open Settings > Accounts > Your accounts > Manage, remove the account, and add it again; “Show more” has the server settings."
            }
            (App::Outlook, Fix::Autocomplete) => {
                "In the new Outlook, start a new message, type the first letters of the address, and click the X next to the old entry."
            }
            (App::OutlookClassic, Fix::Password | Fix::Outgoing) => {
                "In Outlook, open File > Account Settings > Server Settings; incoming and outgoing mail each have their own fields."
            }
            (App::OutlookClassic, Fix::Autocomplete) => {
                "In Outlook, start a new message, type the first letters of the address, and click the X next to the old entry."
            }
            (App::AppleMail, Fix::Password | Fix::Outgoing) => {
                "In Mail on the Mac, open Mail > Settings > Accounts, choose the account, and open Server Settings; incoming and outgoing mail each have their own fields."
            }
            (App::AppleMail, Fix::Autocomplete) => {
                "In Mail on the Mac, open Window > Previous Recipients, choose the address, and click Remove From List."
            }
            (App::Iphone, Fix::Password) => {
                "On the iPhone or iPad, open Settings > Apps > Mail > Mail Accounts, choose the account, and open Account Settings; enter the password there and again under Outgoing Mail Server."
            }
            (App::Iphone, Fix::Outgoing) => {
                "On the iPhone or iPad, open Settings > Apps > Mail > Mail Accounts, choose the account, and open Account Settings > Outgoing Mail Server > Primary Server; fill in the username and the password there, too."
            }
            (App::Iphone, Fix::Autocomplete) => {
                "On the iPhone or iPad, start a new message, type the first letters of the address, tap the ⓘ next to the old entry, and choose Remove from Recents."
            }
            (App::Gmail, Fix::Password) => {
                "In the Gmail app, open Menu > Settings, choose the account, and enter the password under both Incoming settings and Outgoing settings."
            }
            (App::Gmail, Fix::Outgoing) => {
                "In the Gmail app, open Menu > Settings, choose the account, and open Outgoing settings; turn on Require sign-in."
            }
            (App::Gmail, Fix::Autocomplete) => {
                "In the Google Contacts app, search for the address, open the old entry, and delete it."
            }
            (App::Thunderbird, Fix::Password) => {
                "In Thunderbird, open Settings > Privacy & Security > Saved Passwords, and remove the entries of this mailbox; Thunderbird then asks for the new password."
            }
            (App::Thunderbird, Fix::Outgoing) => {
                "In Thunderbird, open Account Settings > Outgoing Server, choose the server, and click Edit."
            }
            (App::Thunderbird, Fix::Autocomplete) => {
                "In Thunderbird, open Address Book > Collected Addresses, and delete the old entry."
            }
            (App::Roundcube, Fix::Password) => {
                "In webmail, sign out and sign in again with the new password."
            }
            (App::Roundcube, Fix::Outgoing) => "",
            (App::Roundcube, Fix::Autocomplete) => {
                "In webmail, open Contacts > Collected Recipients, and delete the old entry."
            }
        }
    }

    fn fact(&self, fact: &Fact<'_>) -> String {
        match fact {
            Fact::Size { size, limit, ours } => {
                let by = if *ours { "our server" } else { "the recipient's mail server" };
                format!(
                    "The message with its attachments is {size} MB, and {by} accepts at most {limit} MB. Attachments grow by about a third when they're sent."
                )
            }
            Fact::Points { got, enough } => {
                format!(
                    "The message scored {got} points; our server doesn't accept messages that score {enough} or more."
                )
            }
            Fact::PerHour { limit } => format!(
                "Our server sends at most {limit} messages per hour for your domain, and this limit had been reached."
            ),
            Fact::Attachment { name } => format!(
                "Our filter doesn't let the attachment {name} through: files of this type can contain harmful programs."
            ),
            Fact::BlockList { list } => format!(
                "The server that sent the message is on a block list ({list}). This is about the server, not about you or your message."
            ),
            Fact::RuleWord { line, word } => format!(
                "Line {line} of the rules uses “{word}”, which isn't declared in their first line (require) or is misspelled."
            ),
            Fact::RuleLine { line } => format!("There's a mistake in line {line} of the rules."),
            Fact::RuleAsks { word } => {
                format!("The rules ask for “{word}”, which our server doesn't offer at the moment.")
            }
            Fact::Folder { folder } => format!("It's in the folder {folder}."),
            Fact::HeldUp { server, stay } => format!(
                "On its way, {server} kept the message{}, before the next mail server accepted it.",
                between(stay)
            ),
            Fact::Misspelled { domain, meant } => {
                format!("The domain {domain} doesn't exist. It was probably meant to be {meant}.")
            }
            Fact::Origin { domain } => format!(
                "The check of whether the message really comes from {domain} failed. The message may be forged, or the service that sent it isn't listed in the records of {domain}."
            ),
            Fact::AcceptedFor { to } => format!("It accepted the message for {}.", names(to)),
        }
    }

    fn advice(&self, advice: &Advice) -> String {
        match advice {
            Advice::SenderAddress { account } => format!(
                "Please set the sender's address in the settings of the email app or device to {account}. If you need the other address, ask us to allow it."
            ),
            Advice::Corrected { address } => {
                format!("Please correct the address, probably to {address}, and send the message again.")
            }
            Advice::ServerName { server } => {
                format!(
                    "Please set the server name in the settings to {server}, wherever the other name stands."
                )
            }
            Advice::Records { domain } => format!(
                "The records of {domain} have to list our mail server as one that's allowed to send its email. If you manage them, ask us what to enter; if we manage them for you, tell us, and we'll enter it."
            ),
            Advice::Promise { next, end } => format!(
                "Our server will try again on {next}. If the message still can't be delivered by {end}, the sender will get a notice."
            ),
        }
    }

    fn defect(&self, defect: Defect) -> &'static str {
        match defect {
            Defect::Storage => "Our mail server has no room left to save new messages.",
            Defect::Disk => "A disk on our mail server isn't working properly.",
            Defect::AccountSpace => "A hosting account has used up its disk space.",
            Defect::MailboxFull => "A mailbox is full.",
            Defect::MailboxDamaged => "A mailbox on our mail server, or a message in it, is damaged.",
            Defect::Index => {
                "A list that makes folders quick to open was damaged. Our server rebuilds it from the messages."
            }
            Defect::Permission => {
                "A program on our mail server isn't allowed to use a file or service that it needs."
            }
            Defect::Missing => "Our mail server can't find a file or folder that it needs.",
            Defect::Locked => "A mailbox or file was in use by another program for too long.",
            Defect::Name => "A name is too long, or contains characters that our mail server can't read.",
            Defect::FileLimit => "A file on our mail server has reached its size limit.",
            Defect::Clock => "Our mail server's clock is wrong.",
            Defect::Memory => "A program on our mail server needs more memory than it can get.",
            Defect::Overload => "Our mail server has too much to do at once.",
            Defect::Stopped => "A part of our mail server isn't running.",
            Defect::Restart => "A part of our mail server was restarted.",
            Defect::Settings => "A setting on our mail server is wrong.",
            Defect::Queue => "Our mail server has trouble with the files where it stores waiting messages.",
            Defect::MailboxClosed => "Our mail server can't open a mailbox.",
            Defect::FilterRules => "A mailbox's filter rules aren't working.",
            Defect::Signing => "Our mail server can't sign outgoing messages.",
            Defect::Database => "Our mail server can't look up data that it needs.",
            Defect::DatabaseSettings => "A setting of our mail server's user database is wrong.",
            Defect::DatabaseDamaged => "Our mail server's database is damaged.",
            Defect::SignIn => "The part of our mail server that checks passwords isn't working.",
            Defect::AccountLocked => "An account is locked or has expired, so signing in to it doesn't work.",
            Defect::PasswordExpired => "The password of a mailbox has expired.",
            Defect::WrongPassword => "Someone tried to sign in with a wrong username or password.",
            Defect::Guessing => "Someone tried to guess passwords on our mail server.",
            Defect::NoEncryption => {
                "An email app tried to sign in without encryption, and our server doesn't allow that."
            }
            Defect::Mismatch => {
                "An email app or another server connected with encryption and port settings that don't match."
            }
            Defect::OurCertificate => {
                "An email app or another server didn't accept our mail server's security certificate."
            }
            Defect::OurCertificateExpired => {
                "An email app or another server reported that our mail server's security certificate has expired."
            }
            Defect::CertificateFile => {
                "Our mail server can't use its security certificate or the key that belongs to it."
            }
            Defect::TheirCertificate => {
                "Our mail server didn't accept the security certificate of another server."
            }
            Defect::Encryption => {
                "Our mail server and an app or another server couldn't agree on how to encrypt their connection."
            }
            Defect::Connection => "Our mail server can't make a connection that it needs.",
            Defect::Cut => "A connection was cut off before everything was done.",
            Defect::Network => "A part of our mail server can't use the network.",
            Defect::Lookup => "Our mail server can't look up the name of another server.",
            Defect::ServerName => "Our mail server can't find a server by its name.",
            Defect::Filter => "A part of our mail server that checks messages isn't working.",
            Defect::Delivery => {
                "The part of our mail server that puts messages into mailboxes isn't working."
            }
            Defect::Webmail => "Webmail isn't working.",
            Defect::Minor => "A small part of our mail server that doesn't touch any message isn't working.",
            Defect::Scanner => "A web browser or a scanning program contacted our mail server.",
        }
    }
}
