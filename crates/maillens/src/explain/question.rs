//! The answer to what somebody asked beside the log, in one word and why: only where the lines show it.

use super::{at_odds, decided, is_remote, kept_by, refusal, turned_away};
use crate::export::{Sentence, Trace};
use crate::knowledge::obstacle::ObstacleKind;
use crate::knowledge::question::Topic;
use crate::log::Log;
use crate::vocabulary::{
    AttemptOutcome, Cause, Circumstance, Cited, Level, Outcome, Party, Reason, TraceType,
};

/// Reasons that leave no room for another one.
const PLAIN: &[Reason] = &[
    Reason::UserUnknown,
    Reason::HostUnknown,
    Reason::HasMoved,
    Reason::Suspend,
    Reason::MailboxFull,
    Reason::SystemFull,
    Reason::RequirePtr,
    Reason::AuthFailure,
    Reason::VirusDetected,
    Reason::ContentError,
    Reason::NotCompliantRfc,
    Reason::MesgTooBig,
    Reason::ExceedLimit,
    Reason::NoRelaying,
    Reason::FailedStartTls,
    Reason::Greylisted,
    Reason::TooManyConn,
    Reason::Loop,
];

/// What an app or a program meets only after the server answered, and before a password counts.
const ANSWERED: &[ObstacleKind] = &[
    ObstacleKind::CertificateDate,
    ObstacleKind::CertificateName,
    ObstacleKind::CertificateIssuer,
    ObstacleKind::NoStarttls,
    ObstacleKind::WantsEncryption,
    ObstacleKind::Encryption,
    ObstacleKind::Method,
    ObstacleKind::NeedsLogin,
    ObstacleKind::Sender,
    ObstacleKind::TooLarge,
];

const ANOTHER: &str = "No: these lines give another cause.";

/// Answers the questions about a trace at the beginning of its story.
pub(super) fn answer(log: &Log, trace: &mut Trace) {
    let asked = log.questions_of(trace.trace);
    if asked.is_empty() {
        return;
    }
    let facts = AnswerFacts::of(log, trace);
    let answers = asked.iter().filter_map(|(topic, line)| {
        let text = format!("{} {}", topic.question(), facts.answer(*topic)?);
        let lines = Cited::new(*line, trace.explanation.cites.iter().copied());
        Some(Sentence { shown: None, text, lines, level: Level::Info })
    });
    let answers: Vec<_> = answers.collect();
    trace.explanation.story.splice(0..0, answers);
}

/// What an answer turns on.
struct AnswerFacts {
    kind: TraceType,
    outcome: Outcome,
    party: Party,
    circumstance: Option<Circumstance>,
    reason: Option<Reason>,
    /// What decided how a session came out.
    cause: Option<Cause>,
    /// The other server said something.
    replied: bool,
    /// It said so to an app or a program.
    answered: bool,
}

impl AnswerFacts {
    fn of(log: &Log, trace: &Trace) -> AnswerFacts {
        let failed = trace
            .attempts
            .iter()
            .rfind(|tried| matches!(tried.outcome, AttemptOutcome::Failure | AttemptOutcome::Deferral));
        let verdict = refusal(log, trace.trace);
        let reason = failed
            .and_then(|tried| tried.reason)
            .or_else(|| verdict.as_ref().map(|verdict| verdict.reason))
            .or_else(|| turned_away(log, &trace.explanation.cites));
        let obstacle = kept_by(log, trace.trace).map(|kept| kept.kind).or_else(|| at_odds(log, trace.trace));
        let answered = obstacle.is_some_and(|kind| ANSWERED.contains(&kind));
        AnswerFacts {
            answered,
            kind: trace.kind,
            outcome: trace.outcome,
            party: trace.explanation.party,
            circumstance: trace.explanation.circumstance,
            reason,
            cause: decided(log, trace.trace),
            replied: answered
                || verdict.is_some()
                || failed.is_some_and(|tried| tried.code.is_some() && is_remote(tried)),
        }
    }

    fn answer(&self, topic: Topic) -> Option<&'static str> {
        let is_plain = self.reason.is_some_and(|reason| PLAIN.contains(&reason));
        let is = |any: &[Reason]| self.reason.is_some_and(|reason| any.contains(&reason));
        match topic {
            Topic::Blocked if is(&[Reason::Blocked, Reason::BadReputation]) => {
                Some("Yes: the sending server is refused for its address or its reputation.")
            }
            Topic::Blocked if is(&[Reason::NetworkError]) => Some(
                "Nothing shows one: a server that refuses another usually says so, and here none answered.",
            ),
            Topic::Blocked if is(&[Reason::Speeding, Reason::TooManyConn]) => {
                Some("No: the server only limits how much it takes at a time.")
            }
            Topic::Password => match self.cause {
                Some(
                    Cause::WrongPassword
                    | Cause::Either
                    | Cause::WrongLogin
                    | Cause::NoPassword
                    | Cause::Attack
                    | Cause::Unfinished
                    | Cause::Nobody,
                ) => None,
                Some(_) => self.outcome.is_problem().then_some(ANOTHER),
                None => (is_plain || self.answered).then_some(ANOTHER),
            },
            Topic::Firewall | Topic::Down
                if self.replied && !is(&[Reason::SystemError, Reason::NotAccept]) =>
            {
                Some("No: the server was reached, and it answered.")
            }
            Topic::Firewall | Topic::Down if is(&[Reason::NetworkError]) => {
                Some("These lines can't tell: a firewall and a server that is down look the same from here.")
            }
            Topic::Lost => match (self.kind, self.outcome) {
                (TraceType::Message, Outcome::Deferred) => {
                    Some("No: the message waits in the queue, and it's tried again.")
                }
                (TraceType::Message, Outcome::Delivered) => Some("No: it was delivered."),
                (TraceType::Connection, Outcome::Deferred) => {
                    Some("No: the server that sends it keeps the message, and tries again.")
                }
                _ => None,
            },
            Topic::BrokenInto => match self.circumstance {
                Some(Circumstance::Misused) => Some("Probably: somebody else uses the account to send."),
                Some(Circumstance::Website | Circumstance::Planted) => {
                    Some("Probably: the website sends spam.")
                }
                _ => is_plain.then_some("Nothing in these lines shows that."),
            },
            Topic::Address if is(&[Reason::UserUnknown]) => {
                Some("Yes, or the mailbox is gone: the server doesn't know this address.")
            }
            Topic::Full if is(&[Reason::MailboxFull]) => Some("Yes."),
            Topic::Whose => Some(match self.party {
                Party::OurServer => "It lies with this server.",
                Party::TheirServer => "It lies with the other server.",
                Party::Sender => "It's for the sender to put right.",
                Party::Recipient => "It's for the recipient to put right.",
                Party::Dns => "It lies in the DNS records of the domain.",
                Party::Nobody => return None,
            }),
            Topic::Blocked | Topic::Address | Topic::Full => is_plain.then_some(ANOTHER),
            Topic::Firewall | Topic::Down => None,
        }
    }
}
