//! What a program, an app or a person reports of a trouble that this server's own log tells, too: that is one trouble, and
//! the log knows more of it, so the report takes over who must act and what to do.

use super::document::TakenApart;
use super::{is_document, session};
use crate::export::{Sentence, Trace};
use crate::format::Led;
use crate::knowledge::obstacle::{self, ObstacleKind};
use crate::log::Log;
use crate::syntax::reply;
use crate::text::lossy;
use crate::vocabulary::{Cited, Datum, FormatKind, Level, Outcome, Party, TraceType};

/// So many lines before and after a report are looked through.
const NEAR: u32 = 300;
/// So many words of an answer are no accident.
const WORDS: usize = 3;
/// Of more troubles than these, nobody knows which one is meant.
const FEW: usize = 12;

/// What the log tells of the same.
pub(super) struct Echo {
    /// Its trace.
    pub trace: u32,
    /// The line, from 1, that tells it.
    line: u32,
    /// True where only the kind of trouble fits.
    guess: bool,
    /// True where the report only supposes what was wrong.
    supposed: bool,
}

/// The trouble of this server's log that a report is about.
pub(super) fn of(log: &Log, number: u32) -> Option<Echo> {
    let kind = log.indexed(number)?.kind;
    let document =
        matches!(kind, TraceType::Dialogue | TraceType::Bounce).then(|| TakenApart::of(log, number))??;
    let (first, last) = (document.lines.first()?.line, document.lines.last()?.line);
    let near = first.saturating_sub(NEAR).max(1)..=last.saturating_add(NEAR).min(log.lines());
    let troubles: Vec<(u32, u32)> = near.filter_map(|line| Some((trouble(log, line)?, line))).collect();
    if troubles.is_empty() {
        return None;
    }
    let said = answers(&document);
    let repeats = |line: u32| {
        let text = words(&lossy(log.parse(line - 1).body()));
        said.iter().any(|said| text.contains(said))
    };
    let unit = unit(&document);
    let names =
        |line: u32| unit.as_ref().is_some_and(|unit| lossy(log.parse(line - 1).body()).contains(unit));
    let same = troubles.iter().find(|(_, line)| repeats(*line) || names(*line));
    if let Some(&(trace, line)) = same {
        return Some(Echo { trace, line, guess: false, supposed: false });
    }
    meant(log, &document, &troubles).or_else(|| called_us(log, &document, &troubles))
}

/// The unit whose state was shown: `× dovecot.service - Dovecot IMAP/POP3 email server`.
fn unit(document: &TakenApart<'_>) -> Option<String> {
    /// The name stands so many lines above what is read of it.
    const ABOVE: u32 = 3;
    let first = document.lines.first().filter(|told| told.is_of(FormatKind::Inspection))?.line;
    let texts = (first.saturating_sub(ABOVE).max(1)..=first).map(|line| document.pasted(line));
    let unit =
        |text: String| text.split_whitespace().find(|word| word.ends_with(".service")).map(str::to_owned);
    texts.filter_map(unit).next_back()
}

/// Where somebody called this very server by hand, by the name that its log has, and the log tells what was wrong with it.
fn called_us(log: &Log, document: &TakenApart<'_>, troubles: &[(u32, u32)]) -> Option<Echo> {
    let said: Vec<String> = document.lines.iter().map(|told| told.text().to_lowercase()).collect();
    let names = |host: &str| {
        let label =
            |word: &str| word == host || word.strip_prefix(host).is_some_and(|rest| rest.starts_with('.'));
        let parts = |text: &str| text.split([' ', ':', '[', ']', '(', ')', ',']).any(label);
        host.len() > 1 && said.iter().any(|text| parts(text))
    };
    let ours = |(_, line): &&(u32, u32)| {
        let parsed = log.parse(line - 1);
        // What the server turned away is a matter of its clients.
        let reports = parsed.entry.is_some_and(|entry| !entry.pattern.follows && !entry.partly);
        reports
            && super::turned_away(log, &[*line]).is_none()
            && names(&lossy(parsed.origin.host).to_lowercase())
    };
    let &(trace, line) = troubles.iter().find(ours)?;
    // What the server said itself is known.
    let theirs = || super::by_kind(log, document.number()).explanation.party == Party::TheirServer;
    theirs().then_some(Echo { trace, line, guess: true, supposed: false })
}

/// The trace of a line, from 1, where that is a trouble that this server logged.
fn trouble(log: &Log, line: u32) -> Option<u32> {
    let number = log.trace_of(line - 1)?;
    let of = log.indexed(number)?;
    let level = log.level(line - 1)?;
    let unencrypted = || of.kind == TraceType::Session && session::is_unencrypted(log, number, line);
    let serious = (of.outcome.is_problem() || of.is_serious()) && level > Level::Success || unencrypted();
    let logged = of.kind == TraceType::Event || !is_document(log, number);
    (serious && logged && of.kind != TraceType::Dialogue).then_some(number)
}

/// The answers of a server that a report quotes, as words.
fn answers(document: &TakenApart<'_>) -> Vec<String> {
    let texts = document.lines.iter().map(super::document::Told::text);
    // Behind the quote, whoever quoted it goes on.
    let whole = |reply: &str| reply.split(['"', '\u{201d}']).next().unwrap_or_default().to_owned();
    let quoted = texts.filter_map(|text| Some(whole(reply::in_error(&text, false)?.2)));
    let tried = document.attempts.iter().filter_map(|tried| tried.attempt.text.clone());
    let said = quoted.chain(tried).map(|text| words(&text));
    said.filter(|said| said.split_whitespace().count() >= WORDS).collect()
}

/// The words of a text, with a blank around each; without numbers and addresses, which are left out or changed in one of two copies.
fn words(text: &str) -> String {
    let varies = |word: &&str| !word.bytes().any(|byte| byte == b'@' || byte.is_ascii_digit());
    let plain = text.split_whitespace().filter(varies);
    let words = plain.flat_map(|word| word.split(|letter: char| !letter.is_alphabetic()));
    let words = words.filter(|word| word.len() > 1).map(str::to_lowercase);
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

/// Where an app only says what kind of trouble it met, and the log holds one of that kind.
fn meant(log: &Log, document: &TakenApart<'_>, troubles: &[(u32, u32)]) -> Option<Echo> {
    let by_people = |kind| matches!(kind, FormatKind::App | FormatKind::Program);
    if !document.lines.iter().all(|told| by_people(told.entry.format.kind)) {
        return None;
    }
    let texts: Vec<String> = document.lines.iter().map(super::document::Told::text).collect();
    let kind = texts.iter().find_map(|text| obstacle::of(text.as_bytes()))?.kind;
    let told_of: Vec<String> = texts.iter().flat_map(|text| addresses(text)).collect();
    let names = |number: u32| {
        let lines = log.lines_of(number).iter().map(|line| lossy(log.parse(line - 1).line).to_lowercase());
        told_of.is_empty()
            || lines.into_iter().any(|line| told_of.iter().any(|address| line.contains(address)))
    };
    let mut fitting: Vec<(u32, u32)> = Vec::new();
    for &(number, line) in troubles {
        let known = fitting.iter().any(|(other, _)| *other == number);
        // Who got no connection, or none that is encrypted, has no name in the log.
        let unknown = matches!(
            kind,
            ObstacleKind::NoConnection
                | ObstacleKind::NoAnswer
                | ObstacleKind::HungUp
                | ObstacleKind::Encryption
                | ObstacleKind::NoStarttls
        );
        if !known && fits(kind, log.indexed(number)?.kind) && (unknown || names(number)) {
            fitting.push((number, line));
        }
    }
    let &(trace, line) = fitting.first().filter(|_| fitting.len() <= FEW)?;
    let party = |number| super::logged(log, number).explanation.party;
    let one = party(trace);
    fitting[1..].iter().all(|(other, _)| party(*other) == one).then_some(Echo {
        trace,
        line,
        guess: true,
        supposed: kind == ObstacleKind::NoStarttls,
    })
}

/// Addresses that a text names, in small letters.
fn addresses(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !(letter.is_alphanumeric() || "@._+-".contains(letter)));
    let addresses = words.filter(|word| word.split_once('@').is_some_and(|(_, domain)| domain.contains('.')));
    addresses.map(|word| word.trim_matches('.').to_lowercase()).collect()
}

/// True where what an app met can be what this kind of trace tells.
fn fits(met: ObstacleKind, of: TraceType) -> bool {
    use ObstacleKind::{
        Busy, CertificateDate, CertificateIssuer, CertificateName, Encryption, Expired, HungUp, InUse, Limit,
        Login, ManyRecipients, NeedsLogin, NoAnswer, NoConnection, NoStarttls, Recipient, Sender, TooLarge,
        Unchecked, Unread, Unsent,
    };
    match met {
        InUse | Unchecked | Unread | Expired | Busy => of == TraceType::Session,
        Login | CertificateDate | CertificateName | CertificateIssuer | Encryption | NoStarttls => {
            matches!(of, TraceType::Session | TraceType::Connection)
        }
        Unsent | Sender | Recipient | NeedsLogin | TooLarge | ManyRecipients | Limit => {
            matches!(of, TraceType::Connection | TraceType::Message)
        }
        HungUp | NoAnswer | NoConnection => matches!(of, TraceType::Session | TraceType::Event),
        _ => false,
    }
}

/// Takes over what the log tells of the same.
pub(super) fn add(log: &Log, trace: &mut Trace) {
    let Some(told) = of(log, trace.trace) else { return };
    let other = super::logged(log, told.trace).explanation;
    let text = if told.guess {
        format!("Probably what the server's own log tells: {}", other.headline)
    } else {
        format!("The server's own log tells it, too: {}", other.headline)
    };
    let explanation = &mut trace.explanation;
    // An app that got no encryption says what it supposes; the server's log says what it was.
    if told.supposed {
        explanation.headline = format!("{} That is probably what the app reports.", other.headline);
        explanation.cites.add([told.line]);
    }
    explanation.story.push(Sentence {
        shown: super::shown(log, told.line - 1),
        text,
        lines: Cited::new(told.line, []),
        level: Level::Info,
    });
    (explanation.party, explanation.next) = (other.party, other.next);
    (explanation.stage, explanation.lasts) = (other.stage, other.lasts);
    explanation.circumstance = other.circumstance;
    explanation.missing = other.missing;
}

/// So soon a program that a message is piped into logs what it does, in nanoseconds.
const SOON: u64 = 2_000_000_000;

/// What the program that took a message for a mailbox tells of it under the session that its answer names:
/// `250 2.0.0 <anna@shop.example> 8Hj2Jxg9pWmqEQAAw5Qk0A Saved`.
pub(super) fn taken(log: &Log, number: u32) -> Option<u32> {
    let of = log.indexed(number).filter(|of| of.kind == TraceType::Message && !of.outcome.is_problem())?;
    // qmail and the program name nothing in common: the tie is by recipient and time.
    let tied = log.links_of(number).find(|link| link.from == number && link.led == Led::Same && link.guess);
    if let Some(link) = tied {
        return Some(link.to);
    }
    let attempts = super::attempts(log, number);
    let session = attempts.iter().find_map(|tried| {
        tried.text.as_deref()?.strip_suffix(" Saved")?.rsplit(' ').next().map(str::to_owned)
    });
    let near = of.first.saturating_sub(NEAR) + 1..=of.last.saturating_add(NEAR).min(log.lines());
    // A program that a message is piped into names nothing: the same recipient in the same moment is all that there is.
    let piped = attempts.first().filter(|tried| {
        attempts.len() == 1 && tried.text.as_deref().is_some_and(|text| text.starts_with("delivered via "))
    });
    let to = piped.and_then(|tried| tried.recipient.clone());
    let names = |line: &u32| {
        let parsed = log.parse(line - 1);
        match (&session, &to) {
            (Some(session), _) => parsed.origin.session == session.as_bytes(),
            (None, Some(to)) => {
                lossy(parsed.origin.user).eq_ignore_ascii_case(to)
                    && log.instant(line - 1).abs_diff(log.instant(of.first)) < SOON
                    && log
                        .trace_of(line - 1)
                        .and_then(|of| log.indexed(of))
                        .is_some_and(|of| of.outcome == Outcome::Delivered)
            }
            _ => false,
        }
    };
    near.filter(names).find_map(|line| log.trace_of(line - 1).filter(|other| *other != number))
}

/// What tells where a program put a message that it was given.
pub(crate) fn put_by_program(log: &Log, trace: &Trace) -> Option<u32> {
    taken(log, trace.trace).filter(|_| is_piped(trace))
}

/// True where a program was called for the address.
fn is_piped(trace: &Trace) -> bool {
    trace.attempts.iter().any(|tried| matches!(super::way(tried), Some("program" | "address")))
}

/// What became of a message in the mailbox says more than that it was taken.
pub(super) fn in_mailbox(log: &Log, trace: &mut Trace) {
    let Some(other) = taken(log, trace.trace) else { return };
    let mut told = super::by_kind(log, other).explanation;
    let folder = |line: &u32| super::datum(&log.parse(line - 1), Datum::Folder);
    let elsewhere = |folder: String| !folder.eq_ignore_ascii_case("inbox");
    // That a program was called says less than what it did.
    let piped = is_piped(trace);
    let plain = told.party == Party::Nobody && !log.lines_of(other).iter().filter_map(folder).any(elsewhere);
    if plain && !piped {
        return;
    }
    let explanation = &mut trace.explanation;
    let stored = |told: &&mut Sentence| told.level == Level::Success;
    // That it was stored is what the answer says of every message.
    let took = "The mail server passed it to the mailbox server, which took it.";
    explanation.story.iter_mut().filter(stored).for_each(|told| told.text = took.into());
    if let Some(first) = told.story.first_mut().filter(|_| piped) {
        first.text = format!("Probably the same message, by the recipient and the time: {}", first.text);
    }
    explanation.headline.clone_from(&told.headline);
    explanation.cites.add([told.cites[0]]);
    explanation.story.extend(told.story);
    (explanation.party, explanation.next) = (told.party, told.next);
}
