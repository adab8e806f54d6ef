//! The order in which people see traces.

use super::{CONTINUED, Log};
use crate::format::{Led, Place};
use crate::knowledge::defect::{self, Defect};
use crate::knowledge::fault;
use crate::pattern::CATALOGUE;
use crate::trace::{Link, Trace};
use crate::vocabulary::{FormatKind, Level, Outcome, Role, Sign, TraceType};

impl Log {
    /// The traces in the order in which people see them: events that keep all mail of the server or explain what
    /// happened to others, failed and waiting messages, failed log-ins, other events, the rest. Strangers who were refused come last, where
    /// anything else went wrong. What somebody asks about in words beside the log goes before what nobody asked.
    pub fn order(&self) -> Vec<u32> {
        let mut explains = vec![false; self.traces.len()];
        // A message that failed has a reason of its own more often than not.
        let sure = |link: &&Link| !link.guess || self.traces[link.to as usize].kind == TraceType::Session;
        for link in self.links.iter().filter(|link| link.led == Led::Cause).filter(sure) {
            explains[link.from as usize] = true;
        }
        // A check that a refusal rests on is told with it.
        let mut checks = vec![false; self.traces.len()];
        for link in self.links.iter().filter(|link| link.led == Led::Check) {
            checks[link.to as usize] = self.traces[link.from as usize].outcome.is_problem();
        }
        let wrong = |trace: &Trace| match trace.kind {
            TraceType::Event => trace.outcome == Outcome::Failed,
            TraceType::Connection => false,
            _ => trace.outcome.is_problem(),
        };
        let others = self.traces.iter().any(|trace| trace.kind != TraceType::Dialogue && wrong(trace));
        // What our own log says of it goes before what a program or a person says.
        let logged = self.traces.iter().any(|trace| {
            trace.kind != TraceType::Dialogue
                && (wrong(trace)
                    || trace.kind == TraceType::Connection
                        && (trace.outcome.is_problem() || trace.has_fault()))
        });
        let faulty = self.traces.iter().any(|of| of.kind != TraceType::Dialogue && of.is_serious());
        let follows = |trace: &Trace| {
            let entry = self.columns.entry[trace.first as usize];
            entry < CONTINUED && CATALOGUE.entry(entry).pattern.follows
        };
        // Whom this server turned away as it should is told after all that is somebody's.
        let harmless = |number: u32| {
            let breaks = |line: &u32| self.fits(line - 1, |of| of.sign == Some(Sign::RuleBroken));
            self.lines_of(number).iter().any(breaks)
        };
        // A list of what waits tells of no trouble of its own where the server's own is reported beside it.
        let reported =
            self.traces.iter().any(|of| of.kind == TraceType::Event && of.outcome == Outcome::Failed);
        let listed = |trace: &Trace| {
            let entry = self.columns.entry[trace.first as usize];
            trace.kind == TraceType::Message
                && entry < CONTINUED
                && matches!(CATALOGUE.entry(entry).format.place, Place::Document(_))
        };
        let rank = |number: u32| {
            let trace = &self.traces[number as usize];
            // What waits is more than a remark.
            let serious = trace.is_serious() || trace.kind == TraceType::Event && trace.outcome.is_problem();
            let rank = match trace.kind {
                TraceType::Event if follows(trace) => 5,
                TraceType::Event if harmless(number) => 8,
                TraceType::Event if explains[number as usize] && trace.outcome == Outcome::Failed => 0,
                TraceType::Event if self.stops_all(number) => 0,
                TraceType::Event if trace.outcome == Outcome::Failed => 3,
                TraceType::Event if serious => 5,
                TraceType::Event => 7,
                TraceType::Connection if checks[number as usize] => 8,
                TraceType::Connection if trace.outcome.is_problem() && harmless(number) => 8,
                TraceType::Connection if trace.outcome.is_problem() && trace.has_fault() => 2,
                // What this server itself couldn't do goes before what somebody says of it.
                TraceType::Connection if trace.has_fault() => 4,
                TraceType::Connection if trace.outcome.is_problem() => {
                    if others {
                        8
                    } else {
                        4
                    }
                }
                TraceType::Session if trace.outcome.is_problem() => 2,
                TraceType::Dialogue if trace.outcome.is_problem() && logged => 5,
                // What was pasted beside an error stands below it.
                TraceType::Dialogue if !trace.outcome.is_problem() && faulty => 7,
                _ if trace.outcome.is_problem() && reported && listed(trace) => 4,
                _ if trace.outcome.is_problem() => 1,
                TraceType::Session if self.is_emptied(number) => 5,
                // Of what went well, a remark goes before nothing.
                TraceType::Message if self.is_unanswered(number) => 5,
                // Whoever came is told after what they brought.
                TraceType::Connection => 7,
                _ => 6,
            };
            let logged = !matches!(trace.kind, TraceType::Dialogue | TraceType::Bounce);
            let asked = logged && trace.outcome.is_problem() && self.is_asked_about(number);
            // What is known says more than what isn't.
            let entry = self.columns.entry[trace.first as usize];
            let unknown =
                trace.kind == TraceType::Event && entry < CONTINUED && CATALOGUE.entry(entry).partly;
            (rank.min(if asked { 1 } else { rank }), !asked, unknown, !serious, trace.outcome)
        };
        let mut order: Vec<u32> = (0..self.traces()).collect();
        order.sort_by_key(|&number| rank(number));
        order
    }

    /// True for what keeps all mail of the server, whatever became of a single message beside it.
    pub(crate) fn stops_all(&self, event: u32) -> bool {
        let event = &self.traces[event as usize];
        let parsed = self.parse(event.first);
        let Some(entry) = parsed.entry.filter(|entry| !entry.partly && event.outcome == Outcome::Failed)
        else {
            return false;
        };
        let quoted = || fault::first(parsed.body()).map(|found| found.fault.defect);
        let one = !parsed.origin.user.is_empty()
            || [Role::User, Role::Recipient].iter().any(|of| entry.part(*of, &parsed.captures).is_some());
        let alert = entry.pattern.level == Level::Alert && !one;
        match defect::of_pattern(entry.format.id, entry.pattern.id).or_else(quoted) {
            Some(Defect::Storage | Defect::Clock) => true,
            Some(Defect::Queue | Defect::Stopped) => alert,
            // A limit of one program is no lack of the machine's.
            Some(Defect::Memory) => alert && entry.format.kind == FormatKind::System,
            _ => false,
        }
    }

    /// True for a delivery to which an out-of-office reply wasn't sent.
    fn is_unanswered(&self, delivery: u32) -> bool {
        self.lines_of(delivery).iter().any(|line| {
            self.fits(line - 1, |pattern| {
                matches!(pattern.sign, Some(Sign::Vacation | Sign::NotAddressed))
                    && pattern.level != Level::Success
            })
        })
    }
}
