//! What it means that a message arrived or didn't, for a group of its recipients, and what the customer can do.

use super::about::kept_here;
use super::found::found;
use super::gleaned::Gleaned;
use super::group::{Ending, Group, is_in_house, is_theirs};
use super::message::{Advice, Fact, Filing, Message, Note, Todo};
use super::shape::todos;
use super::{advice, domain, plain, settle};
use crate::explain;
use crate::explain::situation::{is_own_service, original};
use crate::export::{Attempt, Trace};
use crate::knowledge::classify::{Evidence, classify};
use crate::knowledge::named::is_old_entry;
use crate::knowledge::quoted::{block_list, provider};
use crate::knowledge::situation::{Case, Direction};
use crate::knowledge::{Named, Refusal, misspelled};
use crate::log::Log;
use crate::text::lossy;
use crate::vocabulary::{AttemptOutcome, Circumstance, Party, Reason, Sign, TraceType};

/// What it means that a message was accepted.
fn arrived(remote: bool, way: Option<&str>) -> (Option<Note>, Todo) {
    match way {
        Some("discard") => (Some(Note::NobodyGetsIt), Todo::IfMissingRule),
        Some("probe") => (Some(Note::OnlyAsked), Todo::Nothing),
        Some("caught") => (Some(Note::CatchAll), Todo::LookInCatchAll),
        Some("unrun") => (Some(Note::PerhapsStored), Todo::IfMissingResend),
        Some("forward") => (Some(Note::TravelsOn), Todo::IfMissingForward),
        Some("filter" | "queue" | "program") => (Some(Note::InOurSystem), Todo::IfMissingTell),
        _ if remote => (Some(Note::TheirsNow), Todo::IfMissingTheirs),
        _ => (None, Todo::IfMissingHere),
    }
}

/// Why our own server says no, where that is for us to correct.
pub(super) fn ours<'a>(reason: Reason) -> Message<'a> {
    match reason {
        Reason::SystemError | Reason::SystemFull | Reason::NetworkError | Reason::MailerError => {
            Message::Here(reason)
        }
        _ => Message::Note(Note::CauseOurs),
    }
}

/// True for an attempt that never came to a server: where to send it couldn't be looked up.
fn is_lookup(attempt: &Attempt) -> bool {
    let text = attempt.text.as_deref().unwrap_or_default();
    let words = [
        "CNAME lookup",
        "CNAME_lookup",
        "Name service error",
        "Host not found, try again",
        "host lookup did not complete",
        "host map: lookup",
        "MX lookup",
    ];
    attempt.status.as_deref() == Some("4.4.3") || words.iter().any(|word| text.contains(word))
}

/// True where our name stands in DNS for a domain that our server isn't set up for.
fn is_our_domain(text: &str) -> bool {
    ["control/locals", "control_locals", "loops back to myself", "loops back to me"]
        .iter()
        .any(|of| text.contains(of))
}

/// The limit of messages per hour that a domain ran into, as cPanel's servers write it: `(201/200 (100%))`.
fn per_hour(text: &str) -> Option<String> {
    let (_, limit) = text.split_once("exceeded the max emails per hour (")?.1.split_once('/')?;
    let limit = limit.split(' ').next()?;
    limit.bytes().all(|byte| byte.is_ascii_digit()).then(|| limit.to_owned())
}

/// What a mailing list misses in a message, as far as its reply says it.
fn wanted(text: &str) -> Option<Note> {
    let text = text.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(&["must be in to:", "to: or cc:", "in to or cc"]) {
        return Some(Note::ListAddress);
    }
    if says(&["empty subject", "nonempty subject", "non-empty subject", "must have a subject", "no subject"])
    {
        return Some(Note::ListSubject);
    }
    says(&["mime"]).then_some(Note::ListFormat)
}

impl<'a> Group<'a> {
    /// What it means, and what the customer can do.
    pub(super) fn advice(
        &self,
        log: &Log,
        trace: &'a Trace,
        facts: &Gleaned,
    ) -> (Vec<Message<'a>>, Vec<Message<'a>>) {
        let cause = self.cause();
        let waiting = self.fate == Ending::Waiting;
        match self.fate {
            Ending::Arrived if trace.kind == TraceType::Dialogue => {
                return (vec![Message::Note(Note::TheirsNow)], todos(&[Todo::IfMissingTell]));
            }
            Ending::Arrived => {
                let remote = self.remote || trace.kind == TraceType::Bounce;
                let (means, todo) = arrived(remote, explain::way(self.last()));
                let before = self.tried.iter().find(|tried| tried.outcome == AttemptOutcome::Deferral);
                let first = before.map(|tried| match tried.reason {
                    Some(Reason::Greylisted) if remote => Note::GreylistedFirst,
                    _ => Note::DeferredFirst,
                });
                return (means.into_iter().chain(first).map(Message::Note).collect(), todos(&[todo]));
            }
            Ending::Open => return (Vec::new(), todos(&[Todo::IfMissingOpen])),
            _ => {}
        }
        // What keeps all mail here is no matter of this recipient.
        if let Some(why) = kept_here(trace).filter(|_| cause == Reason::NetworkError) {
            return (vec![why], todos(if waiting { &[Todo::GoesOutLater] } else { &[Todo::WaitForUs] }));
        }
        let own = match trace.explanation.circumstance {
            Some(Circumstance::OwnSetting) => Some(Note::CauseOurs),
            Some(Circumstance::StaleQuota) => Some(Note::StaleQuota),
            _ => None,
        };
        let told =
            [Circumstance::OnlyCopy, Circumstance::AccountSpent, Circumstance::RecordsUnproven].map(Some);
        if let Some((why, todo)) = found(trace).filter(|_| told.contains(&trace.explanation.circumstance)) {
            return (vec![Message::Note(why)], todos(todo));
        }
        if let Some(why) = own {
            let todo = match waiting {
                true => Todo::GoesOutLater,
                false if self.remote || self.is_sent_here(trace) => Todo::WaitForUs,
                false => Todo::OursSenderAgain,
            };
            return (vec![Message::Note(why)], todos(&[todo]));
        }
        if let Some(said) = self.unheard(log, trace, waiting) {
            return said;
        }
        // What is wrong with the recipient's domain, a notice shows in more than its reason.
        if let Some((why, todo)) = found(trace).filter(|(_, todo)| !todo.is_empty())
            && cause == Reason::HostUnknown
        {
            return (vec![Message::Note(why)], todos(todo));
        }
        let own = self.situation(trace, cause).and_then(|known| known.case());
        // A notice that tells of a server that doesn't handle the recipient's domain.
        let wrong = trace.kind == TraceType::Bounce
            && cause == Reason::NoRelaying
            && trace.explanation.party == Party::TheirServer;
        let own = own.or(wrong.then_some((Case::WrongServer, "", "")));
        // A login of ours that the relay didn't take is no part of ours that broke.
        let said = self.last().text.as_deref().unwrap_or_default();
        let login = said.starts_with("SASL ") && trace.explanation.party == Party::OurServer;
        let own = own.or(login.then_some((Case::RelayLogin, "", "")));
        // Only what is said of a forward names anybody.
        // Nobody is told of a domain that doesn't exist, where the one that was meant is nearly the same.
        if let ([to], Reason::HostUnknown) = (&self.to[..], cause)
            && let Some((local, domain)) = to.rsplit_once('@')
            && let Some(meant) = misspelled::meant(domain)
        {
            let domain = domain.to_owned();
            let why = Message::Fact(Fact::Misspelled { domain, meant });
            return (
                vec![why],
                vec![Message::Advice(Advice::Corrected { address: format!("{local}@{meant}") })],
            );
        }
        // What a forward sends in a circle comes back from there.
        let looped = self.situation(trace, cause).filter(|known| {
            cause == Reason::Loop && self.remote && known.situation().direction == Direction::Forwarded
        });
        let looped = looped.and_then(|_| {
            Some((Case::ForwardLoop, original(self.last())?, self.last().recipient.as_deref()?))
        });
        let own = looped.or(own).map(|(case, original, to)| match case {
            Case::Forward | Case::ForwardUnwanted | Case::ForwardLoop => (case, original, to),
            _ => (case, "", ""),
        });
        let (means, mut todo) = if let Some((case, original, to)) = own {
            let todo = Message::CaseTodo { case, waiting, original, to };
            // The provider that we send through says what it misses.
            let there = self.last().text.as_deref().filter(|_| case == Case::RelayRefuses).and_then(|text| {
                let said = classify(&Evidence::text(text));
                let remote = self.last().remote.as_deref().unwrap_or_default();
                let provider = provider(&format!("{text} {remote}").to_ascii_lowercase());
                settle::elsewhere(provider, cause, said.refusal, false)
            });
            let why = there.map_or(Message::Case(case, original, to), |(of, by)| Message::Elsewhere(of, by));
            (vec![why], vec![todo])
        } else if self.is_ours(trace) {
            let todo = if self.is_sent_here(trace) {
                if waiting { advice::while_waiting(cause) } else { advice::refused_to_user(cause) }
            } else {
                advice::refused_to_others(cause)
            };
            // A service of ours that can't take a message says nothing against it.
            let said = self.last().text.as_deref().and_then(|text| classify(&Evidence::text(text)).refusal);
            let said = said.filter(|said| [Refusal::Unicode, Refusal::LocalSetting].contains(said));
            let todo = match said {
                Some(said) => advice::about(said, Party::OurServer, waiting),
                None => todo,
            };
            let limit = self.last().text.as_deref().and_then(per_hour);
            let too_many =
                self.last().text.as_deref().is_some_and(|text| text.contains("defers and failures"));
            if too_many {
                return (
                    vec![Message::Note(Note::TooManyFailed)],
                    todos(&[Todo::CleanList, Todo::DidNotSendMany]),
                );
            }
            // cPanel's servers tell three kinds of want of room as one.
            let account = |text: &str| ["Blocks limit", "Inode limit"].iter().any(|of| text.contains(of));
            if cause == Reason::MailboxFull && self.last().text.as_deref().is_some_and(account) {
                return (vec![Message::Note(Note::FullOrAccount)], todos(&[Todo::FreeAccountSpace]));
            }
            if let Some(limit) = limit {
                return (
                    vec![Message::Fact(Fact::PerHour { limit })],
                    todos(&[Todo::AfterTheHour, Todo::DidNotSendMany]),
                );
            }
            let why = match (said, cause) {
                (Some(said), _) => Message::Refusal(said),
                (None, Reason::Undefined) => Message::Note(Note::LogDoesNotSay),
                (None, Reason::NetworkError) if is_lookup(self.last()) => Message::Note(Note::LookupFailed),
                (None, Reason::UserUnknown) if trace.explanation.party == Party::OurServer => {
                    Message::Note(Note::NotFoundHere)
                }
                (None, cause) => self.size(true).unwrap_or(Message::Here(cause)),
            };
            let (why, todo) = self.of_ours(trace, cause, waiting).unwrap_or((why, todo));
            if trace.explanation.circumstance == Some(Circumstance::OldTable) {
                let lost = if self.is_sent_here(trace) { Todo::WaitForUs } else { Todo::OursSenderAgain };
                return (vec![Message::Note(Note::CauseOurs)], todos(&[lost]));
            }
            // The address was accepted first: why that was is for us to see.
            let todo = if cause == Reason::UserUnknown && trace.explanation.party == Party::OurServer {
                &[Todo::OursAddress][..]
            } else {
                todo
            };
            let mut todo = todos(todo);
            // Who makes room for a message that went back needs it again.
            if cause == Reason::MailboxFull && !waiting && todo == todos(&[Todo::MakeRoom]) {
                todo = vec![Message::FilingTodo(Filing::Full)];
            }
            (vec![why], todo)
        } else {
            let said = self.last().text.as_deref().map(|text| classify(&Evidence::text(text)));
            let finer = said.filter(|said| {
                let quoted = matches!(trace.kind, TraceType::Dialogue | TraceType::Bounce);
                (self.remote || quoted) && said.reason == cause
            });
            let there = settle::elsewhere(
                facts.provider,
                cause,
                finer.as_ref().and_then(|said| said.refusal),
                facts.paused,
            );
            if let Some(kind) = facts.at_odds {
                return (vec![Message::Obstacle(kind)], vec![Message::ObstacleTodo(kind)]);
            }
            if trace.kind == TraceType::Dialogue && trace.explanation.party == Party::OurServer && !waiting {
                let asks = finer.as_ref().is_some_and(|said| said.refusal == Some(Refusal::Login));
                let asks = asks || cause == Reason::SecurityError;
                let why = if asks { Message::Note(Note::AsksToSignIn) } else { ours(cause) };
                return (vec![why], todos(&[Todo::OursSenderAgain]));
            }
            if let Some((of, provider)) = there.filter(|_| trace.kind == TraceType::Dialogue) {
                return (vec![Message::Elsewhere(of, provider)], vec![Message::ElsewhereTodo(of, provider)]);
            }
            let refusal = finer.as_ref().and_then(|said| said.refusal);
            let we_act = trace.explanation.party == Party::OurServer;
            let lookup = cause == Reason::NetworkError && is_lookup(self.last());
            let expired = |line: &u32| lossy(log.pasted(line - 1)).contains("certificate has expired");
            let why = match (refusal, cause) {
                _ if lookup => Message::Note(Note::LookupFailed),
                (_, Reason::FailedStartTls)
                    if self.remote && log.lines_of(trace.trace).iter().any(expired) =>
                {
                    Message::Note(Note::TheirCertificate)
                }
                _ if we_act
                    && cause == Reason::Loop
                    && self.last().text.as_deref().is_some_and(is_our_domain) =>
                {
                    Message::Note(Note::DomainUnknown)
                }
                // Nobody is reached: that's this server's network.
                (None, Reason::NetworkError) if we_act && trace.kind == TraceType::Message => {
                    Message::Refusal(Refusal::OutgoingPort)
                }
                // Who wrote the notice judged the message.
                (None, Reason::SpamDetected | Reason::VirusDetected | Reason::PolicyViolation)
                    if we_act && trace.kind == TraceType::Bounce =>
                {
                    Message::Note(Note::StoppedThere)
                }
                (Some(Refusal::ListForm), _)
                    if let Some(wants) = self.last().text.as_deref().and_then(wanted) =>
                {
                    Message::Note(wants)
                }
                (Some(Refusal::SpfBroken), _) => Message::Note(Note::OriginUnreadable),
                (Some(Refusal::LongDown), _) if we_act => Message::Note(Note::Remembered),
                (None, Reason::FailedStartTls)
                    if self.remote && self.says(log, trace, Sign::CertificateUnfit) =>
                {
                    Message::Note(Note::CertificateUnfit)
                }
                (None, Reason::FailedStartTls)
                    if self.remote && self.says(log, trace, Sign::CertificateUnproven) =>
                {
                    Message::Note(Note::CertificateUnproven)
                }
                (refusal, Reason::Blocked)
                    if we_act
                        && matches!(refusal, None | Some(Refusal::IpListed))
                        && let Some(list) = self.last().text.as_deref().and_then(block_list) =>
                {
                    Message::Fact(Fact::BlockList { list })
                }
                (_, Reason::UserUnknown) if self.to.iter().any(|to| is_old_entry(to)) => {
                    Message::Note(Note::OldEntry)
                }
                (Some(refusal), _) => Message::Refusal(refusal),
                (None, Reason::Undefined) if self.remote => Message::Note(Note::TheyDoNotSay),
                (None, Reason::Undefined) => Message::Note(Note::LogDoesNotSay),
                // What stands between us and them is told as ours where we act.
                (None, Reason::SystemError | Reason::SystemFull | Reason::MailerError) if we_act => {
                    Message::Here(cause)
                }
                (None, cause) => self.size(false).unwrap_or(Message::Reason(cause)),
            };
            let about = finer.and_then(|said| Some(advice::about(said.refusal?, said.party, waiting)));
            let todo = about.filter(|about| !about.is_empty()).unwrap_or_else(|| {
                if waiting { advice::while_waiting(cause) } else { advice::for_sender(cause) }
            });
            let mut todo = todos(todo);
            if let Message::Fact(Fact::BlockList { .. }) = why {
                todo.iter_mut()
                    .filter(|said| **said == Message::Todo(Todo::Unblock))
                    .for_each(|said| *said = Message::Todo(Todo::Delist));
            }
            let sent = trace.kind == TraceType::Message && self.remote;
            // It went through our server: what lacks is our server's name in the records of the sender's domain.
            if sent && cause == Reason::AuthFailure {
                let from = trace.sender.as_deref().and_then(domain);
                let named = self.last().text.as_deref().and_then(|text| Named::of(text).domain);
                let from = from.or(facts.from.as_deref().and_then(domain)).or(named).map(str::to_owned);
                todo = match from {
                    Some(domain) => vec![Message::Advice(Advice::Records { domain })],
                    None => todos(&[Todo::DomainRecords]),
                };
            }
            // Who shows a notice about a full mailbox may be its owner, unless a server of others said so.
            let theirs = self.tried.iter().any(|of| is_theirs(of))
                || self.to.iter().any(|to| domain(to).is_some_and(explain::is_provider));
            if trace.kind == TraceType::Bounce && cause == Reason::MailboxFull && !theirs {
                let ours = self.tried.iter().all(|of| is_in_house(of));
                if ours {
                    todo.clear();
                }
                todo.push(Message::FilingTodo(Filing::Full));
            }
            let lost = cause == Reason::NetworkError && !waiting && !we_act;
            if sent && lost {
                todo = todos(&[Todo::CheckTogether]);
            }
            (vec![why], todo)
        };
        // Where we act, nobody else is sent.
        let whole =
            trace.attempts.iter().all(|of| self.to.contains(&of.recipient.as_deref().unwrap_or_default()));
        if whole && trace.kind == TraceType::Message && trace.explanation.party == Party::OurServer {
            let ours = if waiting { Todo::GoesOutLater } else { Todo::WaitForUs };
            let replaced = [
                Todo::Retried,
                Todo::IfUrgent,
                Todo::OtherWay,
                Todo::SendLater,
                Todo::TellMissing,
                Todo::AFewHours,
            ]
            .map(Message::Todo);
            let ours = if !waiting && self.is_ours(trace) && !self.is_sent_here(trace) {
                Todo::OursSenderAgain
            } else {
                ours
            };
            for said in todo.iter_mut().filter(|said| replaced.contains(said)) {
                *said = Message::Todo(ours);
            }
            if !waiting && todo.first() == Some(&Message::Todo(Todo::CheckForwards)) {
                todo.insert(0, Message::Todo(ours));
            }
        }
        let given_up = (cause != self.reason).then_some(Message::Note(Note::TimeIsUp));
        let means = given_up.filter(|_| self.reason == Reason::Expired).into_iter().chain(means);
        // What only waits needs no reason.
        let means = means.filter(|said| !(waiting && *said == Message::Note(Note::LogDoesNotSay))).collect();
        if let Some(promise) = self.promise(log, trace).filter(|_| waiting) {
            // That it's tried again needs to be said once.
            for said in &mut todo {
                match said {
                    Message::Todo(Todo::Retried) => *said = Message::Todo(Todo::Nothing),
                    Message::Todo(Todo::GoesOutLater | Todo::TheyDecide) => *said = Message::Todo(Todo::Ours),
                    _ => {}
                }
            }
            todo.retain(|said| *said != Message::Todo(Todo::NoticeInTheEnd));
            todo.insert(0, Message::Advice(promise));
        }
        (means, todo)
    }

    /// Where no server said no: it may have arrived, or wasn't tried.
    fn unheard(
        &self,
        log: &Log,
        trace: &Trace,
        waiting: bool,
    ) -> Option<(Vec<Message<'a>>, Vec<Message<'a>>)> {
        if trace.kind != TraceType::Message {
            return None;
        }
        if self.says(log, trace, Sign::PerhapsThere) {
            let ours = trace.explanation.party == Party::OurServer && waiting;
            let todo = [ours.then_some(Todo::Ours), Some(Todo::AskIfThere)];
            let todo = todo.into_iter().flatten().map(Message::Todo).collect();
            return Some((vec![Message::Note(Note::PerhapsThere)], todo));
        }
        if self.says(log, trace, Sign::OpenToOthers) {
            let todo = if waiting { Todo::GoesOutLater } else { Todo::WaitForUs };
            return Some((vec![Message::Note(Note::OpenFolder)], todos(&[todo])));
        }
        let skipped =
            |of: &&Attempt| of.text.as_deref().is_some_and(|text| text.starts_with("retry time not reached"));
        let never = waiting
            && skipped(&self.last())
            && self.tried.iter().filter(|of| of.outcome == AttemptOutcome::Deferral).all(skipped);
        never
            .then(|| (vec![Message::Note(Note::NotTriedNow)], todos(&[Todo::NoResend, Todo::NoticeInTheEnd])))
    }

    /// True where a line of these attempts, or of the connection for them, says this.
    fn says(&self, log: &Log, trace: &Trace, sign: Sign) -> bool {
        let last = self.last();
        let parsed = log.parse(last.end_line.unwrap_or(last.start_line) - 1);
        explain::given_reason(&parsed).is_some_and(|(reason, ..)| reason.is(sign))
            || log.lines_of(trace.trace).iter().any(|line| explain::is(log, *line, sign))
    }

    /// What is told of our own server where the name of a reason says too little.
    fn of_ours(&self, trace: &Trace, cause: Reason, waiting: bool) -> Option<(Message<'a>, &'static [Todo])> {
        let act = trace.explanation.party == Party::OurServer;
        let lost = if self.is_sent_here(trace) { Todo::WaitForUs } else { Todo::OursSenderAgain };
        let todo: &'static [Todo] = match (waiting, lost) {
            (true, _) => &[Todo::GoesOutLater],
            (_, Todo::WaitForUs) => &[Todo::WaitForUs],
            _ => &[Todo::OursSenderAgain],
        };
        let text = self.last().text.as_deref().unwrap_or_default();
        match cause {
            Reason::Undefined if waiting && !act => {
                Some((Message::Note(Note::LogDoesNotSay), &[Todo::NoResend, Todo::NoticeInTheEnd]))
            }
            // Our name stands in DNS for a domain that we don't know.
            Reason::Loop if act && is_our_domain(text) => Some((Message::Note(Note::DomainUnknown), todo)),
            Reason::MailerError if act && is_own_service(self.last()) => {
                Some((Message::Note(Note::PartDown), todo))
            }
            Reason::MailerError if act => Some((Message::Note(Note::ProgramFailed), todo)),
            _ => None,
        }
    }

    /// How large the message is, and how large it may be.
    fn size(&self, ours: bool) -> Option<Message<'a>> {
        let text = self.last().text.as_deref()?;
        let (size, rest) = text.split_once("message size ")?.1.split_once(" exceeds size limit ")?;
        let limit = rest.split(' ').next()?;
        let units = |bytes: &str| bytes.parse::<f64>().ok().map(|bytes| bytes / 1_048_576.0);
        let (size, limit) = units(size).zip(units(limit))?;
        let round = |of: f64| if size.round() > limit.round() { of.round() } else { of };
        let (size, limit) = (plain(round(size)), plain(round(limit)));
        (size != limit).then_some(Message::Fact(Fact::Size { size, limit, ours }))
    }
}
