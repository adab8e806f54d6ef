//! Finds the reason in what a server said: best evidence first.
//!
//! Words of the text come before the enhanced status code, that before the reply code together
//! with the phase of the dialogue. What the text says and what its code says are compared, and
//! where they differ both are told. Without evidence the reason is [`Reason::Undefined`].

use super::enhanced::Status;
use super::fold::Folded;
use super::phrase::{Found, Phrases};
use super::reason::Reason;
use super::reply::{self, Reply};
use super::texts::{CLASSES, PHASES, RULES, Rule};
use crate::report::export::{AttemptOutcome, Lasts, Party};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// What is known of one failed or delayed attempt. All but the text may be unknown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evidence<'a> {
    /// The text in the log's own words, codes included.
    pub text: &'a str,
    /// The reply code, where a field of its own gives it.
    pub code: Option<u16>,
    /// The enhanced status code, where a field of its own gives it.
    pub status: Option<Status>,
    /// Where in the dialogue it happened.
    pub phase: Option<Phase>,
    /// The program of this server that logged it.
    pub program: Option<&'a str>,
    /// How the log says that the attempt ended.
    pub outcome: AttemptOutcome,
}

impl<'a> Evidence<'a> {
    /// Evidence of which only the text is known.
    pub fn text(text: &'a str) -> Evidence<'a> {
        Evidence { text, ..Evidence::default() }
    }
}

/// How far a delivery got when it was refused, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Inside this server: mailbox, alias, program.
    Local,
    /// Looking up the receiving server.
    Dns,
    /// Opening the connection.
    Connect,
    /// The first line of the other server.
    Greet,
    /// HELO or EHLO.
    Helo,
    /// Switching to encryption.
    Tls,
    /// Logging in.
    Auth,
    /// MAIL FROM: the sender.
    Mail,
    /// RCPT TO: the recipient.
    Rcpt,
    /// DATA, before the message.
    Data,
    /// After the whole message.
    Eod,
}

/// How sure a verdict is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// There is no evidence.
    None,
    /// Only a reply code, or a code that is used for many things.
    Low,
    /// A hint in the text, or a plain status code.
    Medium,
    /// The text says so.
    High,
}

/// What a verdict rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// Words of the text.
    Text {
        /// UTF-8 byte offsets in the text of the evidence, end exclusive.
        at: [u32; 2],
        /// Whose words they are; empty for words that many servers use.
        provider: &'static str,
    },
    /// The enhanced status code.
    Status(Status),
    /// The reply code.
    Code(u16),
    /// Nothing.
    Nothing,
}

/// Why an attempt failed or was put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// The reason.
    pub reason: Reason,
    /// How sure it is.
    pub confidence: Confidence,
    /// What it rests on.
    pub because: Because,
    /// The reason that the codes name, where it is another than the text's.
    pub disagrees: Option<(Reason, Because)>,
    /// The reply code, given or read out of the text.
    pub code: Option<u16>,
    /// The enhanced status code, given or read out of the text.
    pub status: Option<Status>,
    /// Where in the dialogue it happened, given or read out of the text.
    pub phase: Option<Phase>,
    /// Who must act.
    pub party: Party,
    /// Whether it is tried again; `None` where neither the log nor the codes nor the reason tell.
    pub lasts: Option<Lasts>,
}

/// Phrases of all rules, with the rule of each.
static WORDS: LazyLock<(Phrases, Vec<usize>)> = LazyLock::new(|| {
    let rows = RULES.iter().enumerate().flat_map(|(i, rule)| rule.phrases.iter().map(move |&text| (i, text)));
    let (rules, texts): (Vec<usize>, Vec<&str>) = rows.unzip();
    (Phrases::new(texts.into_iter(), CLASSES), rules)
});

static PHASE_WORDS: LazyLock<(Phrases, Vec<Phase>)> = LazyLock::new(|| {
    let rows = PHASES.iter().flat_map(|&(phase, texts)| texts.iter().map(move |&text| (phase, text)));
    let (phases, texts): (Vec<Phase>, Vec<&str>) = rows.unzip();
    (Phrases::new(texts.into_iter(), &[]), phases)
});

/// Programs that store mail on this server, by the names under which they log.
const LOCAL: &[&str] = &[
    "qmail-local",
    "vdelivermail",
    "procmail",
    "maildrop",
    "lda",
    "lmtp",
    "sieve",
    "local",
    "virtual",
    "pipe",
    "deliver",
];

/// Finds the reason. Total: any text gives a verdict.
pub fn classify(evidence: &Evidence) -> Verdict {
    let reply = Reply::parse(evidence.text);
    let code = evidence.code.or(reply.code);
    let status = evidence.status.or(reply.status);
    let folded = Folded::new(evidence.text, code);
    let delivers = evidence.program.is_some_and(|name| LOCAL.contains(&name)).then_some(Phase::Local);
    let phase = evidence.phase.or_else(|| phase_of(&folded)).or(delivers);

    // The log's own words around a reply count only where the reply itself says nothing.
    let text = words_of(&folded, reply.quoted).or_else(|| words_of(&folded, 0)).map(|(rule, found)| {
        let at = folded.span(found.start, found.end);
        let (reason, confidence) = in_phase(rule, phase);
        (reason, confidence, Because::Text { at, provider: rule.provider })
    });
    let codes = status_says(status).or_else(|| code_says(code, phase));
    let (reason, confidence, because) = match (text, codes) {
        // A plain code outweighs a vague word.
        (Some(text), Some(codes)) if text.1 < codes.1 => codes,
        (Some(text), _) => text,
        (None, Some(codes)) => codes,
        (None, None) => (Reason::Undefined, Confidence::None, Because::Nothing),
    };
    let disagrees = (text.into_iter().chain(codes))
        .find(|&(other, sure, _)| sure >= Confidence::Medium && other != reason)
        .map(|(other, _, because)| (other, because));
    Verdict {
        reason,
        confidence,
        because,
        disagrees,
        code,
        status,
        phase,
        party: party(reason, phase),
        lasts: lasts(evidence.outcome, code, status).or(reason.facts().lasts),
    }
}

/// What kept a message waiting that was given up at last, where the same text tells it before it says so.
pub(crate) fn before_the_end(text: &str) -> Option<Reason> {
    let verdict = classify(&Evidence::text(text));
    let Because::Text { at: [start, _], .. } = verdict.because else { return None };
    let before = classify(&Evidence::text(&text[..start as usize])).reason;
    (verdict.reason == Reason::Expired && before != Reason::Undefined).then_some(before)
}

/// The first rule that matches at or after a byte of the text, and where.
fn words_of(folded: &Folded, from: usize) -> Option<(&'static Rule, Found)> {
    let (phrases, rules) = &*WORDS;
    let skipped = folded.after(from);
    let found = phrases.first(&folded.text[skipped..])?;
    let place = Found { start: found.start + skipped, end: found.end + skipped, ..found };
    Some((&RULES[rules[found.phrase]], place))
}

/// The last step that the words around the reply name: the list begins with the last.
fn phase_of(folded: &Folded) -> Option<Phase> {
    let (words, phases) = &*PHASE_WORDS;
    words.first(&folded.text).map(|found| phases[found.phrase])
}

/// A recipient that is "unknown" only after the message was sent was accepted before: a filter spoke.
fn in_phase(rule: &Rule, phase: Option<Phase>) -> (Reason, Confidence) {
    match (rule.reason, phase) {
        (Reason::UserUnknown, Some(Phase::Data | Phase::Eod)) => (Reason::Filtered, Confidence::Medium),
        (reason, _) => (reason, rule.confidence),
    }
}

fn status_says(status: Option<Status>) -> Option<(Reason, Confidence, Because)> {
    let status = status?;
    let (reason, plain) = status.reason()?;
    let confidence = if plain { Confidence::Medium } else { Confidence::Low };
    Some((reason, confidence, Because::Status(status)))
}

fn code_says(code: Option<u16>, phase: Option<Phase>) -> Option<(Reason, Confidence, Because)> {
    let code = code?;
    if let Some(reason) = reply::reason(code) {
        return Some((reason, Confidence::Low, Because::Code(code)));
    }
    let reason = match (code, phase?) {
        (550, Phase::Rcpt) => Reason::UserUnknown,
        (552, Phase::Rcpt) => Reason::MailboxFull,
        (552, Phase::Data | Phase::Eod) => Reason::MesgTooBig,
        (554, Phase::Greet | Phase::Connect) => Reason::Blocked,
        (450, Phase::Rcpt) => Reason::Greylisted,
        (451, _) => Reason::SystemError,
        _ => return None,
    };
    Some((reason, Confidence::Low, Because::Code(code)))
}

/// What our own server says of itself is ours to mend.
fn party(reason: Reason, phase: Option<Phase>) -> Party {
    match (reason.facts().party, phase) {
        (Party::TheirServer, Some(Phase::Local)) => Party::OurServer,
        (party, _) => party,
    }
}

/// The log's own outcome, then the first digit of the reply code, then that of the status.
fn lasts(outcome: AttemptOutcome, code: Option<u16>, status: Option<Status>) -> Option<Lasts> {
    match outcome {
        AttemptOutcome::Deferral => return Some(Lasts::Temporary),
        AttemptOutcome::Failure => return Some(Lasts::Permanent),
        AttemptOutcome::Success | AttemptOutcome::Open => {}
    }
    match code.map(|code| code / 100).or(status.map(|status| u16::from(status.class))) {
        Some(4) => Some(Lasts::Temporary),
        Some(5) => Some(Lasts::Permanent),
        _ => None,
    }
}

/// One reply and its reason, as `--format reason` writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReasonLine {
    /// Why.
    pub reason: Reason,
    /// The SMTP reply code.
    pub code: Option<String>,
    /// The enhanced status code.
    pub status: Option<String>,
    /// Who must act.
    pub party: Party,
    /// Whether it is tried again.
    pub lasts: Option<Lasts>,
    /// How sure the reason is.
    pub confidence: Confidence,
}

/// Finds the reason of one line that holds one remote reply, in any of the forms in which logs quote it.
pub fn reason_line(line: &str) -> ReasonLine {
    let verdict = classify(&Evidence::text(line));
    ReasonLine {
        reason: verdict.reason,
        code: verdict.code.map(|code| code.to_string()),
        status: verdict.status.map(|status| status.to_string()),
        party: verdict.party,
        lasts: verdict.lasts,
        confidence: verdict.confidence,
    }
}
