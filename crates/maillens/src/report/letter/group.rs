//! Recipients for whom a message came out alike: how it ended for them, and what happened.

use super::about::kept_here;
use super::message::{Advice, At, Happened, Server, Tries};
use super::titles::{is_shown, user};
use super::{domain, is_of};
use crate::explain;
use crate::explain::situation::{Undelivered, is_notice, is_own_service, original};
use crate::export::{Attempt, Trace};
use crate::knowledge::situation::By;
use crate::log::Log;
use crate::report::has_left;
use crate::sort;
use crate::time::NEVER;
use crate::vocabulary::{AttemptOutcome, Cited, FormatKind, Party, Reason, TraceType};
use rustc_hash::FxHashMap;

/// Recipients for whom a message came out alike.
pub(super) struct Group<'a> {
    pub to: Vec<&'a str>,
    /// The first attempt for each of them.
    pub firsts: Vec<&'a Attempt>,
    /// The attempts for the first of them, in order.
    pub tried: Vec<&'a Attempt>,
    pub fate: Ending,
    pub reason: Reason,
    pub remote: bool,
}

/// How a message came out for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    Failed,
    GivenUp,
    Waiting,
    Open,
    Arrived,
}

/// The recipients of a message by what became of it for them; the worst come first.
pub(super) fn groups<'a>(log: &Log, trace: &'a Trace) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    // What was refused for one recipient says nothing of another one's, for whom it's still tried.
    let ended = has_left(log, trace);
    let mut of: FxHashMap<&str, Vec<&Attempt>> = FxHashMap::default();
    for attempt in &trace.attempts {
        of.entry(attempt.recipient.as_deref().unwrap_or_default()).or_default().push(attempt);
    }
    let mut like: FxHashMap<_, usize> = FxHashMap::default();
    for first in &trace.attempts {
        let name = first.recipient.as_deref().unwrap_or_default();
        let Some(tried) = of.remove(name) else { continue };
        let told = tried.iter().rfind(|attempt| attempt.outcome != AttemptOutcome::Open);
        let last = *told.or(tried.last()).unwrap_or(&first);
        let queued = is_of(trace, FormatKind::Queue);
        let fate = match last.outcome {
            AttemptOutcome::Success => Ending::Arrived,
            AttemptOutcome::Failure => Ending::Failed,
            AttemptOutcome::Deferral if ended && trace.kind == TraceType::Message => Ending::GivenUp,
            AttemptOutcome::Deferral => Ending::Waiting,
            AttemptOutcome::Open if queued => Ending::Waiting,
            AttemptOutcome::Open => Ending::Open,
        };
        let reason = last.reason.unwrap_or_default();
        // What is cancelled here may have waited for another server.
        let is_said = |text: &str| {
            text.starts_with("host ") && (text.contains(" said: ") || text.contains(" refused to talk to me"))
        };
        let quoted =
            last.remote.is_none() && !is_own_service(last) && last.text.as_deref().is_some_and(is_said);
        let remote =
            is_theirs(last) || quoted || fate == Ending::Failed && tried.iter().any(|tried| is_theirs(tried));
        // A notice speaks of all alike, and what keeps all mail here keeps it from everybody.
        let near = domain(name).filter(|_| trace.kind != TraceType::Bounce && kept_here(trace).is_none());
        let place = groups.len();
        let alike = *like.entry((fate as u8, reason, remote, tried.len(), near)).or_insert(place);
        match groups.get_mut(alike) {
            Some(group) if explain::way(group.last()) == explain::way(last) => {
                group.to.push(name);
                group.firsts.push(first);
            }
            _ => groups.push(Group { to: vec![name], firsts: vec![first], tried, fate, reason, remote }),
        }
    }
    sort::by_key(&mut groups, |group| group.fate as u8);
    groups
}

/// True for an attempt at a server of others, and at no service of our own.
pub(super) fn is_theirs(attempt: &Attempt) -> bool {
    explain::is_remote(attempt) && !is_own_service(attempt)
}

/// True where a notice names a socket of the server that wrote it: the mailbox is there.
pub(super) fn is_in_house(attempt: &Attempt) -> bool {
    let named = |text: &Option<String>| {
        text.as_deref().is_some_and(|text| text.contains("[private/") || text.contains("[/"))
    };
    is_own_service(attempt) || named(&attempt.remote) || named(&attempt.text)
}

impl<'a> Group<'a> {
    pub(super) fn last(&self) -> &'a Attempt {
        let told = self.tried.iter().rfind(|attempt| attempt.outcome != AttemptOutcome::Open);
        told.or(self.tried.last()).copied().unwrap_or(self.tried[0])
    }

    pub(super) fn cited(&self) -> Cited {
        let lines = self.tried.iter().flat_map(|tried| [Some(tried.start_line), tried.end_line]).flatten();
        Cited::new(self.tried[0].start_line, lines)
    }

    pub(super) fn happened(&self, log: &Log, trace: &'a Trace) -> Happened<'a> {
        let last = self.last();
        // What somebody wrote to stands in the title, and here.
        let written = |(name, first): (&&'a str, &&'a Attempt)| {
            let of = original(first).filter(|of| of.contains('@') && !self.remote).unwrap_or(name);
            if is_shown(of) { of } else { "" }
        };
        let mut to: Vec<&'a str> = self.to.iter().zip(&self.firsts).map(written).collect();
        to.dedup();
        match (trace.kind, self.fate) {
            (TraceType::Bounce, Ending::Arrived) => return Happened::NoticeDelivered { to },
            (TraceType::Bounce, Ending::Waiting) => return Happened::NoticeDelayed { to },
            (TraceType::Bounce, Ending::Open) => return Happened::NoticeAbout { to },
            (TraceType::Bounce, Ending::Failed | Ending::GivenUp) => return Happened::NoticeFailed { to },
            (TraceType::Dialogue, Ending::Failed | Ending::GivenUp | Ending::Waiting)
                if trace.explanation.party == Party::OurServer =>
            {
                let from = trace.sender.as_deref().filter(|from| !is_notice(Some(from)));
                return Happened::NotTaken { from, to, later: self.fate == Ending::Waiting, at: None };
            }
            (TraceType::Dialogue, Ending::Arrived) => return Happened::TestAccepted { to },
            (TraceType::Dialogue, Ending::Waiting) => return Happened::TestDelayed { to },
            (TraceType::Dialogue, Ending::Open) => return Happened::TestUnanswered { to },
            (TraceType::Dialogue, Ending::Failed | Ending::GivenUp) => return Happened::TestRefused { to },
            _ => {}
        }
        let end = last.end_line.unwrap_or(last.start_line);
        let at: At = explain::when(log, end);
        let by = self.situation(trace, self.reason).map(|known| known.situation().by);
        let server = match self.to.as_slice() {
            _ if by == Some(By::Smarthost) => Server::OurRelay,
            [one] => domain(one).map_or(Server::TheirOne, Server::Of),
            _ => Server::TheirMany,
        };
        // What the queue only looked at, because its time hadn't come, was no try.
        let counts = |of: &&&Attempt| {
            let skipped = of.text.as_deref().is_some_and(|text| text.starts_with("retry time not reached"));
            of.outcome != AttemptOutcome::Open && (!skipped || of.outcome == AttemptOutcome::Failure)
        };
        let times = self.tried.iter().filter(counts).count();
        let end_of_try =
            self.tried.iter().rfind(counts).map_or(end, |of| of.end_line.unwrap_or(of.start_line));
        // A message that was given up was tried more often than twice or so in all its days.
        let given_up = matches!(self.fate, Ending::GivenUp) || self.reason == Reason::Expired;
        let tries = || Tries {
            times,
            at_least: given_up || trace.first_line == self.tried[0].start_line,
            first: explain::when(log, self.tried[0].start_line),
            // After one try, when it was given up counts.
            last: explain::when(log, if given_up && times < 2 { trace.last_line } else { end_of_try }),
        };
        let expired = self.fate == Ending::Failed && self.reason == Reason::Expired;
        match (self.fate, explain::way(last)) {
            (Ending::Arrived, Some("discard")) => Happened::Discarded { to, at },
            (Ending::Arrived, Some("probe")) => Happened::Probed { to, at },
            (Ending::Arrived, Some("forward")) => Happened::Forwarded { to, at },
            (Ending::Arrived, Some("unrun")) => Happened::NotRun { to, at },
            (Ending::Arrived, Some("filter" | "queue" | "program")) => Happened::PassedOn { to, at },
            (Ending::Arrived, _) if self.remote => Happened::Accepted { server, to, at },
            (Ending::Arrived, _) => Happened::Delivered { to, at },
            (Ending::Waiting, _) if times == 0 => Happened::Waits { to, at },
            (Ending::Waiting, _) => Happened::Trying { to, tries: tries() },
            (Ending::GivenUp, _) => Happened::GaveUp { to, tries: tries() },
            (Ending::Failed, _) if expired => Happened::GaveUp { to, tries: tries() },
            (Ending::Failed, _) if self.remote && last.code.is_some() => Happened::Refused { server, to, at },
            (Ending::Failed, _) => Happened::Undeliverable { to, at },
            (Ending::Open, _) => Happened::Begun { to, at },
        }
    }

    /// When it is tried again, and when it is given up, where the server's rule is known.
    pub(super) fn promise(&self, log: &Log, trace: &Trace) -> Option<Advice> {
        let mine = |of: &explain::Forecast| of.recipient.as_deref().is_none_or(|to| self.to.contains(&to));
        let plan = explain::forecasts(log, trace.trace).into_iter().find(mine)?;
        // Where the log goes on past that time, it doesn't show what came of it.
        let last = (0..log.lines()).rev().map(|line| log.instant(line)).find(|at| *at != NEVER)?;
        if plan.next <= last / 1_000_000_000 {
            return None;
        }
        Some(Advice::Promise { next: explain::moment(log, plan.next)?, end: explain::moment(log, plan.end)? })
    }

    /// True where it waits, and nothing says that anything is wrong.
    pub(super) fn only_waits(&self) -> bool {
        self.fate == Ending::Waiting && self.reason == Reason::Undefined && self.last().text.is_none()
    }

    /// Why it did not work.
    pub(super) fn cause(&self) -> Reason {
        explain::cause(self.tried.iter().copied()).unwrap_or_default()
    }

    /// The situation that the message is in for them; none in a test or a notice, which may come from elsewhere.
    pub(super) fn situation<'b>(&self, trace: &'b Trace, reason: Reason) -> Option<Undelivered<'b>>
    where
        'a: 'b,
    {
        (trace.kind == TraceType::Message).then(|| Undelivered {
            server: None,
            id: trace.id.as_deref(),
            sender: trace.sender.as_deref(),
            client: trace.client.as_deref(),
            attempt: self.last(),
            reason,
            party: Party::Nobody,
            why: reason.facts().headline.into(),
            refusal: None,
            waiting: self.fate == Ending::Waiting,
        })
    }

    /// True when it was our own server that did not take the message.
    pub(super) fn is_ours(&self, trace: &Trace) -> bool {
        trace.kind == TraceType::Message && !self.remote
    }

    /// True where a user of ours sent the message: one who was signed in, or one of the recipients' own domain, which
    /// is ours.
    pub(super) fn is_sent_here(&self, trace: &Trace) -> bool {
        let own = |from: &str| domain(from).is_some() && self.to.iter().any(|to| domain(to) == domain(from));
        user(trace).is_some() || trace.sender.as_deref().is_some_and(own)
    }
}
