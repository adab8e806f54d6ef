//! What our own spam filter, mail filter or mailbox server did with a message.

use super::delivery::came_out;
use super::gleaned::Gleaned;
use super::group::Ending;
use super::message::{Acts, Effect, Fact, Filing, Happened, Message, Note, State, Todo};
use super::shape::{Letter, LetterPart, OURS, Weight, state, todos};
use super::{gleaned, plain};
use crate::explain;
use crate::export::Trace;
use crate::format::Role;
use crate::knowledge::defect::Defect;
use crate::log::Log;
use crate::vocabulary::{Cause, Cited, Level, Outcome, Party, Sign};

impl<'a> Letter<'a> {
    pub(super) fn scan(log: &'a Log, trace: &'a Trace, facts: &'a Gleaned) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let Some(scan) = trace.scan.as_ref() else { return Letter::unknown(log, trace, facts) };
        let at = explain::when(log, lines[0]);
        if scan.spam.is_none() && facts.kept {
            let file = facts.attachment.clone().map(|name| Message::Fact(Fact::Attachment { name }));
            // Who sent it shares the file another way; who waits for it has it released.
            let (acts, todo) = match &file {
                Some(_) if facts.own => (Some(Acts::You), Todo::ShareFile),
                Some(_) => (None, Todo::ConfirmFile),
                None => (None, Todo::Release),
            };
            let means = file.unwrap_or(Message::Note(Note::KeptByFilter));
            let part = LetterPart::new(None, vec![means], todos(&[todo]), lines);
            return Letter::one(state(State::NotDelivered, acts), Weight::Mail, part);
        }
        // A verdict is no trouble of the filter.
        let judged = trace.explanation.story.iter().all(|told| told.level != Level::Alert);
        if scan.spam.is_none() && trace.outcome == Outcome::Failed && judged {
            let to = facts.to.iter().map(String::as_str).collect();
            let part = LetterPart::new(
                Happened::Discarded { to, at },
                Vec::new(),
                todos(&[Todo::IfMissingRule]),
                lines,
            );
            return Letter::one(state(State::Discarded, None), Weight::Mail, part);
        }
        if scan.spam.is_none() && trace.explanation.party == Party::OurServer {
            let means = if facts.unchecked {
                Message::Note(Note::PassedUnchecked)
            } else {
                Message::Effect(Effect::Unscanned)
            };
            let happened = Happened::Broken { defect: Defect::Filter, at };
            let part = LetterPart::new(happened, vec![means], todos(OURS), lines);
            let weight = if facts.unchecked { Weight::Mail } else { Weight::Ours };
            return Letter::one(state(None, Acts::Us), weight, part);
        }
        let points = scan.score.zip(scan.required).map(|(got, enough)| (plain(got), plain(enough)));
        if scan.spam != Some(true) {
            return Letter::none(lines);
        }
        let happened = Happened::Marked { points, at };
        let means = vec![Message::Note(Note::MarkLosesNothing)];
        let part =
            LetterPart::new(happened, means, todos(&[Todo::LookInSpamFolder, Todo::SentItMarked]), lines);
        Letter::one(state(State::MarkedAsSpam, None), Weight::Wrong, part)
    }

    /// A message that our own mailbox server put somewhere.
    pub(super) fn filed(log: &Log, trace: &'a Trace, filing: Filing) -> Letter<'a> {
        let says = |sign| log.lines_of(trace.trace).iter().any(|line| explain::is(log, *line, sign));
        let filing = match filing {
            Filing::Stored if says(Sign::NotAddressed) => Filing::Unanswered,
            Filing::Stored if says(Sign::AnsweredBefore) => Filing::AnsweredBefore,
            filing => filing,
        };
        let lines = &trace.explanation.cites;
        let user = trace.user.as_deref().filter(|user| !user.is_empty());
        let happened = Happened::Filed { filing, user, at: explain::when(log, lines[0]) };
        let fate = match (trace.outcome, filing) {
            // It's kept and tried again, whatever the line calls it.
            (_, Filing::Disk | Filing::Permission | Filing::Locked | Filing::Stopped) => Ending::Waiting,
            (Outcome::Delivered, _) => Ending::Arrived,
            (Outcome::Deferred, _) => Ending::Waiting,
            (Outcome::Failed, _) => Ending::Failed,
            _ => Ending::Open,
        };
        // The folder is ours to open, and the message lies in the inbox.
        let closed = filing == Filing::StoreFailed
            && trace.outcome == Outcome::Delivered
            && trace.explanation.party == Party::OurServer;
        let state = match filing {
            Filing::Discarded => state(State::Discarded, None),
            Filing::Forwarded => state(State::Forwarded, None),
            Filing::Unanswered => state(State::Delivered, Acts::You),
            Filing::AnsweredBefore => state(State::Delivered, None),
            Filing::StoreFailed if closed => state(None, Acts::Us),
            _ => came_out(std::iter::once(fate), trace),
        };
        let (mut means, mut todo) = (vec![Message::Filing(filing)], vec![Message::FilingTodo(filing)]);
        if let Some(folder) = gleaned::folder(log, trace).filter(|_| filing == Filing::Stored) {
            if ["junk", "spam"].iter().any(|of| folder.to_ascii_lowercase().contains(of)) {
                todo = todos(&[Todo::LookInSpamFolder]);
            }
            means = vec![Message::Fact(Fact::Folder { folder })];
        }
        // What is wrong with the rules, their own log says.
        if let Some(mistake) = Mistake::near(log, trace).filter(|_| filing == Filing::Broken) {
            return mistake.tell(state, LetterPart::new(happened, Vec::new(), Vec::new(), lines));
        }
        if closed {
            todo = todos(OURS);
            if let Some(folder) = gleaned::folder(log, trace) {
                means = vec![Message::Fact(Fact::Folder { folder })];
            }
        }
        Letter::one(state, Weight::Mail, LetterPart::new(happened, means, todo, lines))
    }
}

/// A mistake in the rules of a mailbox, as their own log names it.
pub(super) struct Mistake {
    /// The line that names it, from 1.
    line: u32,
    fact: Fact<'static>,
    /// True where our server lacks what they ask for.
    ours: bool,
}

impl Mistake {
    /// The first one that is named near a trace.
    pub(super) fn near(log: &Log, trace: &Trace) -> Option<Mistake> {
        gleaned::near(log, trace).find_map(|line| Mistake::of(log, line))
    }

    fn of(log: &Log, line: u32) -> Option<Mistake> {
        let parsed = log.parse(line - 1);
        let sign = parsed.entry?.pattern.sign?;
        let (at, word) = (gleaned::part(&parsed, Role::Count), gleaned::part(&parsed, Role::Text));
        // What is unknown is one word, or what the line says of it.
        let word = word.filter(|word| !word.contains(' '));
        let fact = match (sign, at, word) {
            (Sign::NoCapability, _, Some(word)) => Fact::RuleAsks { word },
            (Sign::Undeclared, Some(line), Some(word)) => Fact::RuleWord { line, word },
            (Sign::Undeclared | Sign::FilterMistake, Some(line), _) => Fact::RuleLine { line },
            _ => return None,
        };
        Some(Mistake { line, fact, ours: sign == Sign::NoCapability })
    }

    /// Completes a letter that says that the rules don't work.
    pub(super) fn tell<'a>(self, state: Vec<Message<'a>>, mut part: LetterPart<'a>) -> Letter<'a> {
        part.lines = Cited::new(part.lines[0], part.lines.iter().copied().chain([self.line]));
        part.means = vec![Message::Fact(self.fact), Message::Note(Note::RulesOff)];
        part.todo = todos(if self.ours { OURS } else { &[Todo::CorrectRules] });
        let acts = if self.ours { Acts::Us } else { Acts::You };
        let came = state.into_iter().filter(|said| matches!(said, Message::State(_)));
        Letter::one(came.chain([Message::Acts(acts)]).collect(), Weight::Mail, part)
    }
}

impl Filing {
    /// What a cause is where a message was put into a mailbox.
    pub(super) fn of(cause: Cause) -> Option<Filing> {
        Some(match cause {
            Cause::Quota => Filing::Full,
            Cause::Disk => Filing::Disk,
            Cause::Permission => Filing::Permission,
            Cause::Locked => Filing::Locked,
            Cause::FilterRejected => Filing::Rejected,
            Cause::FilterForwardFailed => Filing::ForwardFailed,
            Cause::FilterLoop => Filing::Loop,
            Cause::FilterBroken => Filing::Broken,
            Cause::FilterStoreFailed => Filing::StoreFailed,
            Cause::FilterStopped => Filing::Stopped,
            Cause::FilterDiscarded => Filing::Discarded,
            Cause::FilterForwarded => Filing::Forwarded,
            Cause::NoFolder => Filing::NoFolder,
            Cause::FilterStored => Filing::Stored,
            _ => return None,
        })
    }
}
