//! Finds the reason in what a server said: best evidence first.
//!
//! Words of the text come before the enhanced status code, that before the reply code together
//! with the phase of the dialogue. What the text says and what its code says are compared, and
//! where they differ both are told. Without evidence the reason is [`Reason::Undefined`].

use super::fold::Folded;
use super::phrase::{PhraseMatch, Phrases};
use super::providers::PROVIDERS;
use super::reason::Reason;
use super::refusal::{self, Refusal, RefusalWords};
use super::texts::{CLASSES, PHASES, PhraseRule, RULES};
use crate::syntax::enhanced::Status;
use crate::syntax::reply::{self, Reply};
use crate::vocabulary::{AttemptOutcome, Lasts, Party};
use std::borrow::Cow;
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
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
    /// What exactly is refused, where the words or the status say more than the reason.
    pub refusal: Option<Refusal>,
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

impl Verdict {
    /// Why, in one line; what only a code says is told as that.
    pub fn headline(&self) -> Cow<'static, str> {
        let why = self.words().map_or(self.reason.facts().headline, |words| words.headline);
        let code = match self.because {
            // What this server writes of its own is no reply.
            _ if self.code.is_none()
                || self.confidence > Confidence::Low
                || self.refusal == Some(Refusal::RecipientRefused) =>
            {
                None
            }
            Because::Status(status) => Some(status.to_string()),
            Because::Code(code) => Some(code.to_string()),
            Because::Text { .. } | Because::Nothing => None,
        };
        let Some(code) = code else { return why.into() };
        let (first, rest) = why.split_at(why.chars().next().map_or(0, char::len_utf8));
        // `DNS` and `SPF` stay as they are.
        let first = if rest.starts_with(|next: char| next.is_ascii_uppercase()) {
            first.to_owned()
        } else {
            first.to_lowercase()
        };
        format!("The reply doesn't say why; its code, {code}, usually means: {first}{rest}").into()
    }

    /// What the engineer does first.
    pub fn agent(&self) -> &'static str {
        self.words().map_or(self.reason.facts().agent, |words| words.agent)
    }

    fn words(&self) -> Option<RefusalWords> {
        let own = || match self.because {
            Because::Text { provider, .. } => refusal::own(provider, self.reason),
            _ => None,
        };
        // A list of the provider's own has its own way out.
        let listed = matches!(self.refusal, Some(Refusal::IpListed)).then(own).flatten();
        listed.or_else(|| self.refusal.and_then(Refusal::words)).or_else(own)
    }
}

/// Phrases of all rules, with the rule of each and how sure it makes: general words that may stand apart
/// can belong to two sentences.
static WORDS: LazyLock<(Phrases, Vec<(&PhraseRule, Confidence)>)> = LazyLock::new(|| {
    let all = PROVIDERS.iter().chain(RULES);
    let (rules, texts): (Vec<_>, Vec<&str>) = all
        .flat_map(|rule| {
            rule.phrases.iter().map(move |&text| {
                let apart = rule.provider.is_empty() && text.contains(" .. ");
                let sure = if apart { rule.confidence.min(Confidence::Medium) } else { rule.confidence };
                ((rule, sure), text)
            })
        })
        .unzip();
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

    // A provider's own sentence may stand anywhere in the reply, general words only behind what leads up to them.
    // What the log writes around a reply hints where the reply itself says nothing.
    let reply_part = reply.quoted..before_log_words(evidence.text).max(reply.quoted);
    let decisive = behind_lead(evidence.text, reply_part.clone())..reply_part.end;
    let led = decisive.start > reply_part.start;
    let find = |part, may_be: fn(&PhraseRule) -> bool| words_of(&folded, part, status, may_be);
    let text = if led {
        find(reply_part, |rule| !rule.provider.is_empty())
            .or_else(|| find(decisive, |rule| rule.provider.is_empty()))
    } else {
        find(reply_part, |_| true).or_else(|| find(0..evidence.text.len(), |_| true))
    };
    // A receiver that asked the sender's own server quotes its answer, which is about the sender's address.
    let asked = find(0..reply.quoted, |rule| rule.refusal == Some(Refusal::SenderUnverified));
    let text = asked.or(text).map(|(rule, confidence, found)| {
        let at = folded.span(found.start, found.end);
        let because = Because::Text { at, provider: rule.provider };
        Finding { reason: rule.reason, refusal: rule.refusal, confidence, because }
    });
    let codes = status_says(status).or_else(|| code_says(code, phase));
    let nothing = Finding {
        reason: Reason::Undefined,
        refusal: None,
        confidence: Confidence::None,
        because: Because::Nothing,
    };
    let own = status.is_some_and(Status::is_own);
    let general = |text: &Finding| matches!(text.because, Because::Text { provider: "", .. });
    let mut best = match (text, codes) {
        // A plain code outweighs a vague word, and a provider's own code every word that isn't its own.
        (Some(text), Some(codes)) if text.confidence < codes.confidence || own && general(&text) => codes,
        (Some(text), _) => text,
        (None, Some(codes)) => codes,
        (None, None) => nothing,
    };
    if let Some(codes) = codes.filter(|codes| codes.reason == best.reason) {
        best.refusal = best.refusal.or(codes.refusal);
    }
    if best.reason == Reason::AuthFailure {
        best.refusal = best.refusal.or_else(|| check(evidence.text, status));
    }
    // RFC 4954 section 6: with 530 nobody logged in, so no password was wrong.
    if best.reason == Reason::SecurityError && code == Some(530) {
        best.refusal = best.refusal.or(Some(Refusal::Login));
    }
    // What a server answers is its own lookup, not ours.
    if best.refusal == Some(Refusal::NameLookup) && code.is_some() {
        best.refusal = None;
    }
    // Before a recipient is named, only the account that logs in can be closed.
    if best.reason == Reason::Suspend && phase == Some(Phase::Auth) {
        best.reason = Reason::SecurityError;
        best.refusal = Some(Refusal::AccountClosed);
    }
    // No receiver puts off a sender that it doesn't know before it knows the sender.
    if best.reason == Reason::Greylisted && phase == Some(Phase::Auth) {
        best.reason = Reason::SecurityError;
    }
    if best.reason == Reason::UserUnknown && best.confidence <= Confidence::Low {
        best.refusal = best.refusal.or(Some(Refusal::RecipientRefused));
    }
    let disagrees = (text.into_iter().chain(codes))
        .find(|other| other.confidence >= Confidence::Medium && other.reason != best.reason)
        .map(|other| (other.reason, other.because));
    let Finding { reason, refusal, confidence, because } = best;
    Verdict {
        reason,
        refusal,
        confidence,
        because,
        disagrees,
        code,
        status,
        phase,
        party: party(reason, refusal, phase),
        lasts: lasts(evidence.outcome, code, status).or(reason.facts().lasts),
    }
}

/// Which check of the sender's domain failed: the one that the text names, else that of the status (RFC 7372).
fn check(text: &str, status: Option<Status>) -> Option<Refusal> {
    let text = text.to_ascii_lowercase();
    let names = |word: &str| text.contains(word);
    match (names("dmarc"), names("dkim"), names("spf")) {
        // DMARC rests on the two others, so its text often names them.
        (true, ..) => Some(Refusal::Dmarc),
        (_, true, false) => Some(Refusal::Dkim),
        (_, false, true) if names("permanent error") || names("permerror") => Some(Refusal::SpfBroken),
        (_, false, true) => Some(Refusal::Spf),
        (_, true, true) => None,
        _ => match status.map(|status| (status.subject, status.detail)) {
            Some((7, 20..=22)) => Some(Refusal::Dkim),
            Some((7, 23 | 24)) => Some(Refusal::Spf),
            _ => None,
        },
    }
}

/// What one kind of evidence says.
#[derive(Debug, Clone, Copy)]
struct Finding {
    reason: Reason,
    refusal: Option<Refusal>,
    confidence: Confidence,
    because: Because,
}

/// What servers write before they say why, and which says nothing by itself.
const LEADS: &[&str] = &[
    "recipient address rejected:",
    "client host rejected:",
    "sender ip address rejected:",
    "sender ip adress rejected:",
    "end-of-data command rejected:",
    "service unavailable;",
    "message rejected:",
    "unverified address:",
    "undeliverable address:",
    "[message=",
    " -> ",
];

/// Where the words behind the last lead begin in a part of the text; its start where none leads.
fn behind_lead(text: &str, part: std::ops::Range<usize>) -> usize {
    let start = part.start;
    let plain = plain(&text[part]);
    LEADS.iter().filter_map(|lead| plain.rfind(lead).map(|at| start + at + lead.len())).max().unwrap_or(start)
}

/// Where the words begin that Postfix writes behind a reply: they tell the step, not the cause.
fn before_log_words(text: &str) -> usize {
    plain(text).rfind("(in reply to ").unwrap_or(text.len())
}

/// In lower case and with the spaces that qmail writes as `_`; of one length with the text.
fn plain(text: &str) -> String {
    text.to_ascii_lowercase().replace('_', " ")
}

/// What kept a message waiting that was given up at last, where the same text tells it before it says so.
pub(crate) fn before_the_end(text: &str) -> Option<Reason> {
    let verdict = classify(&Evidence::text(text));
    let Because::Text { at: [start, _], .. } = verdict.because else { return None };
    let before = classify(&Evidence::text(&text[..start as usize])).reason;
    (verdict.reason == Reason::Expired && before != Reason::Undefined).then_some(before)
}

/// The first rule that matches in a part of the text, and where.
fn words_of(
    folded: &Folded,
    part: std::ops::Range<usize>,
    status: Option<Status>,
    may_be: fn(&PhraseRule) -> bool,
) -> Option<(&'static PhraseRule, Confidence, PhraseMatch)> {
    let (phrases, rules) = &*WORDS;
    let skipped = folded.after(part.start);
    let end = folded.before(part.end).max(skipped);
    let beside = status.map(|status| (status.subject, status.detail));
    let fits = |phrase: usize| {
        let (rule, _) = rules[phrase];
        rule.beside.is_none_or(|needed| beside == Some(needed)) && may_be(rule)
    };
    let found = phrases.first(&folded.text[skipped..end], fits)?;
    let place = PhraseMatch { start: found.start + skipped, end: found.end + skipped, ..found };
    let (rule, confidence) = rules[found.phrase];
    Some((rule, confidence, place))
}

/// The last step that the words around the reply name: the list begins with the last.
fn phase_of(folded: &Folded) -> Option<Phase> {
    let (words, phases) = &*PHASE_WORDS;
    words.first(&folded.text, |_| true).map(|found| phases[found.phrase])
}

fn status_says(status: Option<Status>) -> Option<Finding> {
    let status = status?;
    let (reason, plain) = status.reason()?;
    let confidence = if plain { Confidence::Medium } else { Confidence::Low };
    Some(Finding { reason, refusal: status.refusal(), confidence, because: Because::Status(status) })
}

fn code_says(code: Option<u16>, phase: Option<Phase>) -> Option<Finding> {
    let code = code?;
    let reason = reply::reason(code).or_else(|| {
        Some(match (code, phase?) {
            (550, Phase::Rcpt) => Reason::UserUnknown,
            (552, Phase::Rcpt) => Reason::MailboxFull,
            (552, Phase::Data | Phase::Eod) => Reason::MesgTooBig,
            (554, Phase::Greet | Phase::Connect) => Reason::Blocked,
            (450, Phase::Rcpt) => Reason::Greylisted,
            (451, _) => Reason::SystemError,
            _ => return None,
        })
    })?;
    Some(Finding { reason, refusal: None, confidence: Confidence::Low, because: Because::Code(code) })
}

/// What is refused says who must act, else the reason; what our own server says of itself is ours to mend.
fn party(reason: Reason, refusal: Option<Refusal>, phase: Option<Phase>) -> Party {
    let party = refusal.map_or(reason.facts().party, |refusal| refusal.facts().1);
    match (party, phase) {
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
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
