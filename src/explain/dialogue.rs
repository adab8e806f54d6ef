//! A pasted conversation in SMTP: how far it came, where it went wrong, who must act.

use super::document::{Document, Told, Tried, sentence};
use super::words::list;
use crate::format::Role;
use crate::knowledge::classify::{Evidence, Phase, Verdict, classify};
use crate::knowledge::enhanced::Status;
use crate::knowledge::reason::Reason;
use crate::knowledge::reply;
use crate::report::export::{AttemptOutcome, Cited, Explanation, Lasts, Level, Party, Sentence, Stage, Step};
use std::fmt::Write;

/// A command and what the server answered.
#[derive(Default)]
struct Exchange {
    at: Option<Phase>,
    /// Lines, from 1: the command, then the answer.
    lines: Vec<u32>,
    /// What the client did, as a sentence.
    did: Option<String>,
    code: Option<u16>,
    status: Option<String>,
    /// The words of the answer.
    text: Vec<String>,
    /// True when the command itself is in the paste.
    typed: bool,
}

impl Exchange {
    fn refused(&self) -> bool {
        self.code.is_some_and(|code| code >= 400)
    }

    /// The answer as the server gave it.
    fn answer(&self) -> String {
        let parts = [self.code.map(|code| code.to_string()), self.status.clone()];
        let words = self.text.iter().map(|text| text.trim().to_owned());
        parts.into_iter().flatten().chain(words).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn verdict(&self) -> Verdict {
        let text = self.answer();
        classify(&Evidence {
            text: &text,
            code: self.code,
            status: self.status.as_deref().and_then(Status::parse),
            phase: self.at,
            ..Evidence::default()
        })
    }

    fn cited(&self) -> Cited {
        Cited::new(self.lines[0], self.lines.iter().copied())
    }
}

/// Where a command stands in the conversation.
fn phase(id: &str) -> Option<Phase> {
    Some(match id {
        "hello" | "old-hello" | "hello-lmtp" => Phase::Helo,
        "encrypt" => Phase::Tls,
        "log-in" | "log-in-with-secret" | "secret" => Phase::Auth,
        "sender" | "sender-bare" => Phase::Mail,
        "recipient" | "recipient-bare" => Phase::Rcpt,
        "data" | "chunk" => Phase::Data,
        "message-end" => Phase::Eod,
        _ => return None,
    })
}

/// What the conversation was about at a phase.
fn stage_name(at: Option<Phase>, alone: bool) -> &'static str {
    match at {
        Some(Phase::Connect | Phase::Dns) => " when the connection was made",
        Some(Phase::Greet) => " at its greeting, before any command",
        Some(Phase::Helo) => " at the client's greeting (EHLO or HELO)",
        Some(Phase::Tls) => " at the switch to encryption (STARTTLS)",
        Some(Phase::Auth) => " at the log-in (AUTH)",
        Some(Phase::Mail) => " at the sender (MAIL FROM)",
        Some(Phase::Rcpt) => " at the recipient (RCPT TO)",
        Some(Phase::Data) => " when the content was announced (DATA)",
        Some(Phase::Eod) => " after the content of the mail",
        Some(Phase::Local) | None if alone => "",
        Some(Phase::Local) | None => " at a command",
    }
}

/// The conversation, command by command.
fn exchanges(document: &Document<'_>) -> Vec<Exchange> {
    let mut all: Vec<Exchange> = Vec::new();
    let mut now = Exchange::default();
    let mut content = false;
    let called = document.lines.iter().any(|told| !told.is_of("smtp-dialogue"));
    for told in document.lines.iter().filter(|told| told.is_of("smtp-dialogue")) {
        if let Some(code) = told.code() {
            let asks = code == 334;
            now.lines.push(told.line);
            now.code = Some(code);
            now.status = now.status.or_else(|| told.value(Role::Status));
            now.text.extend(told.value(Role::Reply));
            if !told.goes_on() {
                if now.at.is_none() && !now.typed {
                    now.at = guess(&all, code, content, called);
                }
                content = code == 354;
                let at = now.at.filter(|_| asks);
                all.push(std::mem::replace(&mut now, Exchange { at, ..Exchange::default() }));
            }
        } else if told.id() != "message-line" {
            // A command before the answer to the last one: the server was not waited for.
            if !now.lines.is_empty() && now.typed && told.id() != "secret" {
                all.push(std::mem::take(&mut now));
            }
            now.at = phase(told.id());
            now.typed = true;
            now.did = Some(told.says());
            now.lines.push(told.line);
        }
    }
    if !now.lines.is_empty() {
        all.push(now);
    }
    all
}

/// What an answer belongs to whose command is not in the paste, by the usual order of a conversation.
fn guess(before: &[Exchange], code: u16, content: bool, called: bool) -> Option<Phase> {
    let last = before.iter().rev().find(|exchange| !exchange.refused()).and_then(|exchange| exchange.at);
    if content {
        return Some(Phase::Eod);
    }
    match (code, last) {
        (221, _) => None,
        _ if before.is_empty() => (called || code == 220).then_some(Phase::Greet),
        (354, _) => Some(Phase::Data),
        (235 | 334 | 534 | 535 | 538, _) => Some(Phase::Auth),
        (220, _) => Some(Phase::Tls),
        (_, Some(Phase::Greet)) => Some(Phase::Helo),
        (_, Some(Phase::Helo | Phase::Tls | Phase::Auth | Phase::Eod)) => Some(Phase::Mail),
        (_, Some(Phase::Mail | Phase::Rcpt)) => Some(Phase::Rcpt),
        _ => None,
    }
}

impl Told<'_> {
    /// The reply code, where the line is a reply.
    fn code(&self) -> Option<u16> {
        let stated = || {
            let fact = self.entry.pattern.facts.iter().find(|fact| fact.0 == Role::Code)?;
            Some(fact.1.to_owned())
        };
        self.value(Role::Code).or_else(stated)?.parse().ok()
    }

    /// True when more lines of the same reply follow.
    fn goes_on(&self) -> bool {
        self.id().ends_with("and-more") || self.id().starts_with("offers-") && self.text().contains('-')
    }
}

/// What went wrong.
enum Trouble<'a> {
    /// The server said no.
    Refused(&'a Exchange),
    /// There was no conversation: the line that says so.
    NoConnection(&'a Told<'a>),
    /// The server answered the call and said nothing.
    Silent(u32),
    /// A program reports a problem of its own.
    Program(&'a Told<'a>),
    /// The server hung up in the middle.
    HungUp(u32),
}

fn trouble<'a>(document: &'a Document<'_>, all: &'a [Exchange]) -> Option<Trouble<'a>> {
    // A later success with the same command makes up for a refusal; a wrong order only follows from one.
    let made_up = |at: usize| {
        all[at + 1..].iter().any(|later| {
            later.at == all[at].at && later.at.is_some() && !later.refused() && later.code.is_some()
        })
    };
    let is_refused = |(at, exchange): &(usize, &Exchange)| {
        exchange.refused() && (exchange.at == Some(Phase::Rcpt) || !made_up(*at))
    };
    let refusals: Vec<(usize, &Exchange)> = all.iter().enumerate().filter(is_refused).collect();
    let worst = refusals.iter().find(|(_, exchange)| exchange.code != Some(503)).or(refusals.first());
    if let Some((_, exchange)) = worst {
        return Some(Trouble::Refused(exchange));
    }
    let of_level = |level| {
        let mut lines = document.lines.iter();
        lines.find(|told| !told.is_of("smtp-dialogue") && told.entry.pattern.level == level)
    };
    let failed = of_level(Level::Permanent);
    // Where the line is cut off that says why, the one before it says that it failed.
    if let Some(told) = failed.or_else(|| of_level(Level::Temporary).filter(|_| all.is_empty())) {
        return Some(if all.is_empty() { Trouble::NoConnection(told) } else { Trouble::Program(told) });
    }
    let closed = document.pattern("closed");
    let answered = all.iter().any(|exchange| exchange.code.is_some());
    match closed {
        Some(closed) if !answered => Some(Trouble::Silent(closed.line)),
        Some(closed)
            if all.iter().rev().find_map(|exchange| exchange.code).is_some_and(|code| code != 221) =>
        {
            Some(Trouble::HungUp(closed.line))
        }
        _ => None,
    }
}

/// Why the server said no; `None` where it did not.
pub(super) fn refusal(document: &Document<'_>) -> Option<Reason> {
    let all = exchanges(document);
    match trouble(document, &all)? {
        Trouble::Refused(exchange) => Some(exchange.verdict().reason),
        _ => None,
    }
}

/// What a conversation means.
pub(super) fn explain(document: &Document<'_>) -> Explanation {
    let all = exchanges(document);
    let trouble = trouble(document, &all);
    let verdict = match &trouble {
        Some(Trouble::Refused(exchange)) => Some(exchange.verdict()),
        _ => None,
    };
    let (headline, cites) = headline(document, &all, trouble.as_ref(), verdict);
    Explanation {
        headline,
        cites,
        story: story(document, &all),
        stage: stage(trouble.as_ref(), verdict),
        party: match (&trouble, verdict) {
            (_, Some(verdict)) => verdict.party,
            (Some(Trouble::NoConnection(told)), _) if told.id().starts_with("name-unknown") => Party::Dns,
            (Some(Trouble::NoConnection(told)), _) if told.id() == "plain-port" => Party::Sender,
            (Some(Trouble::NoConnection(_) | Trouble::Silent(_) | Trouble::HungUp(_)), _) => {
                Party::TheirServer
            }
            (Some(Trouble::Program(_)), _) => Party::Sender,
            _ => Party::Nobody,
        },
        lasts: verdict
            .and_then(|verdict| verdict.lasts)
            .or_else(|| trouble.as_ref().map(|_| Lasts::Permanent)),
        next: next(trouble.as_ref(), verdict),
        missing: missing(document, &all),
    }
}

fn headline(
    document: &Document<'_>,
    all: &[Exchange],
    trouble: Option<&Trouble<'_>>,
    verdict: Option<Verdict>,
) -> (String, Cited) {
    let first = Cited::new(document.lines.first().map_or(1, |told| told.line), []);
    match trouble {
        Some(Trouble::Refused(exchange)) => {
            let how =
                if exchange.code.is_some_and(|code| code < 500) { "put the client off" } else { "refused" };
            let refused: Vec<&Tried> = document
                .attempts
                .iter()
                .filter(|_| exchange.at == Some(Phase::Rcpt))
                .filter(|tried| tried.verdict.is_some())
                .collect();
            let names = list(&refused.iter().map(|tried| tried.to()).collect::<Vec<_>>());
            let who = if names.is_empty() { names } else { format!(" {names}") };
            let how = if !who.is_empty() && how != "refused" { "put off" } else { how };
            let why = verdict
                .map(|verdict| verdict.reason)
                .filter(|reason| *reason != Reason::Undefined)
                .filter(|reason| refused.iter().all(|tried| tried.reason() == Some(*reason)))
                .map_or_else(String::new, |reason| format!(" {}", reason.facts().headline));
            let code = exchange.code.map_or_else(String::new, |code| format!(" with {code}"));
            (
                format!("The server {how}{who}{code}{}.{why}", stage_name(exchange.at, all.len() == 1)),
                exchange.cited(),
            )
        }
        Some(Trouble::NoConnection(told)) => {
            (format!("No conversation came about. {}", told.says()), Cited::new(told.line, []))
        }
        Some(Trouble::Silent(line)) => (
            "The server answered the call but said nothing and then closed it.".into(),
            Cited::new(*line, []),
        ),
        Some(Trouble::Program(told)) => (told.says(), Cited::new(told.line, [])),
        Some(Trouble::HungUp(line)) => (
            "The server closed the connection in the middle of the conversation.".into(),
            Cited::new(*line, []),
        ),
        None => quiet(document, all).unwrap_or_else(|| match all.iter().rev().find(|e| e.code.is_some()) {
            Some(last) => {
                let code = last.code.unwrap_or_default();
                let means = reply::meaning(code).unwrap_or("nothing that is known");
                (format!("Nothing was refused. The last reply was {code}: {means}."), last.cited())
            }
            None => ("A conversation without a reply of the server.".into(), first),
        }),
    }
}

/// The headline of a conversation in which mail was accepted.
fn quiet(document: &Document<'_>, all: &[Exchange]) -> Option<(String, Cited)> {
    let accepted = all.iter().rfind(|exchange| exchange.at == Some(Phase::Eod) && exchange.code.is_some())?;
    let names: Vec<&str> = document
        .attempts
        .iter()
        .filter(|tried| tried.attempt.outcome == AttemptOutcome::Success)
        .map(Tried::to)
        .collect();
    let to = if names.is_empty() { String::new() } else { format!(" for {}", list(&names)) };
    Some((format!("The server took the mail{to} and is now responsible for it."), accepted.cited()))
}

fn story(document: &Document<'_>, all: &[Exchange]) -> Vec<Sentence> {
    let mut story: Vec<Sentence> = all.iter().filter_map(of_exchange).collect();
    // What the tools say, without the pages that openssl shows of a certificate.
    let notes = document.lines.iter().filter(|told| {
        let marked = told.entry.pattern.level >= Level::Warning;
        let plain =
            ["connected", "encrypted", "cipher", "closed", "trying", "nc-connected"].contains(&told.id());
        !told.is_of("smtp-dialogue") && (marked || plain)
    });
    story
        .extend(notes.map(|told| sentence(told.says(), Cited::new(told.line, []), told.entry.pattern.level)));
    story.sort_by_key(|sentence| sentence.lines[0]);
    story
}

fn of_exchange(exchange: &Exchange) -> Option<Sentence> {
    let code = exchange.code;
    let mut text = match (&exchange.did, exchange.at) {
        (Some(did), _) => did.clone(),
        (None, Some(Phase::Greet)) if exchange.refused() => {
            "The server turned the client away at once.".into()
        }
        (None, Some(Phase::Greet)) => "The server greeted the client.".into(),
        (None, Some(at)) => format!("An answer that belongs {}, by the usual order.", place(at)),
        (None, None) if code == Some(221) => "The server said goodbye.".into(),
        (None, None) => "An answer of the server.".into(),
    };
    let level = match code {
        Some(400..=499) => Level::Temporary,
        Some(500..) => Level::Permanent,
        Some(_) if exchange.at == Some(Phase::Eod) => Level::Success,
        _ => Level::Info,
    };
    match code {
        Some(code) if code >= 400 => {
            let how = if code < 500 { "put it off" } else { "refused" };
            let _ = write!(text, " The server {how}: “{}”.", exchange.answer().trim_end_matches('.'));
        }
        Some(code) if exchange.did.is_some() => {
            let means = reply::meaning(code).unwrap_or("an answer that is not known");
            let _ = write!(text, " The answer was {code}: {means}.");
        }
        Some(_) => {}
        None => text.push_str(" The paste shows no answer to it."),
    }
    Some(sentence(text, Cited::new(*exchange.lines.first()?, exchange.lines.iter().copied()), level))
}

/// Where an answer belongs, after "belongs".
fn place(at: Phase) -> &'static str {
    match at {
        Phase::Helo => "to the client's greeting (EHLO or HELO)",
        Phase::Tls => "to the switch to encryption (STARTTLS)",
        Phase::Auth => "to the log-in (AUTH)",
        Phase::Mail => "to the sender (MAIL FROM)",
        Phase::Rcpt => "to the recipient (RCPT TO)",
        Phase::Data => "to the announcement of the content (DATA)",
        Phase::Eod => "to the content of the mail",
        _ => "to the start of the connection",
    }
}

/// The station of the mail flow at which it went wrong.
fn stage(trouble: Option<&Trouble<'_>>, verdict: Option<Verdict>) -> Stage {
    match trouble {
        Some(Trouble::NoConnection(told)) if told.id().starts_with("name-unknown") => Stage::Dns,
        Some(Trouble::Program(_)) => Stage::Sender,
        _ => match verdict.map(|verdict| verdict.reason.facts().stage) {
            Some(Stage::Mailbox) => Stage::Mailbox,
            _ => Stage::TheirServer,
        },
    }
}

fn next(trouble: Option<&Trouble<'_>>, verdict: Option<Verdict>) -> Vec<Step> {
    let say = |text: &str| Step { text: text.into(), command: None };
    match trouble {
        Some(Trouble::Refused(exchange)) => {
            let known = verdict.map(|verdict| verdict.reason).filter(|reason| *reason != Reason::Undefined);
            vec![say(match (known, exchange.at) {
                (Some(reason), _) => reason.facts().agent,
                (None, Some(Phase::Helo)) => {
                    "Let the client introduce itself with its own full host name, one that DNS knows. Names of other servers, addresses and single words are often turned away."
                }
                (None, _) => {
                    "The server's words are all that is known. Its own log says more: look there, or ask its administrator."
                }
            })]
        }
        Some(Trouble::NoConnection(told)) if told.id().starts_with("name-unknown") => {
            vec![say("Check the spelling of the server's name and its records in DNS.")]
        }
        Some(Trouble::NoConnection(_)) => {
            vec![say(
                "Try the same from another network. If it works there, a firewall or the provider on this side is in the way; many block outgoing port 25. If not, the other server is down or turns callers away.",
            )]
        }
        Some(Trouble::Silent(_)) => {
            vec![say(
                "Wait longer: some servers greet only after half a minute. On port 465 nothing is said without encryption: try openssl s_client instead.",
            )]
        }
        Some(Trouble::HungUp(_)) => {
            vec![say("Look into the log of that server: it says why it closed the connection.")]
        }
        Some(Trouble::Program(_)) | None => Vec::new(),
    }
}

fn missing(document: &Document<'_>, all: &[Exchange]) -> Vec<String> {
    let mut missing = Vec::new();
    let answered = all.iter().filter(|exchange| exchange.code.is_some()).count();
    let untyped = all
        .iter()
        .filter(|exchange| !exchange.typed && exchange.at != Some(Phase::Greet) && exchange.code.is_some())
        .count();
    if answered > 1 && untyped > 1 && all.iter().all(|exchange| !exchange.typed) {
        missing.push("The commands that were typed: only the answers are here, so what each answers is taken from the usual order.".into());
    }
    let ended = document.ended() || all.iter().any(|exchange| exchange.code == Some(221));
    if all.len() == 1 && !document.ended() && answered == 1 && !all[0].typed {
        missing.push("The conversation, or the line of a log, that this reply belongs to.".into());
    } else if answered > 0 && !ended {
        missing.push("The end of the conversation.".into());
    }
    missing
}
