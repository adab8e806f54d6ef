//! A pasted conversation in SMTP: how far it came, where it went wrong, who must act. What the whole of it shows
//! beyond its replies is told by [`discord`].

mod compared;
mod discord;
mod owner;
mod probe;
mod records;
mod settings;

use super::document::{TakenApart, Told, Tried, sentence};
use super::known::Helps;
use super::message::is_name;
use super::steps::{self, RemoteWords};
use super::words::{list, put};
use crate::export::{Explanation, Sentence, Step};
use crate::format::{Part, Role};
use crate::knowledge::Refusal;
use crate::knowledge::classify::{Confidence, Evidence, Phase, Verdict, classify};
use crate::knowledge::obstacle::{self, Called, Obstacle};
use crate::secrets::{asks_name, is_question};
use crate::sort;
use crate::syntax::enhanced::Status;
use crate::syntax::reply;
use crate::text::lossy;
use crate::vocabulary::{AttemptOutcome, Circumstance, Cited, Lasts, Level, Party, Stage};
use crate::vocabulary::{FormatKind, Reason, Sign};
use discord::Discord;
use owner::Owner;
use records::Records;
use std::collections::BTreeSet;
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
    /// True when it isn't, and the program's own log says which one it was.
    logged: bool,
    /// True for what is no command that is known.
    unknown: bool,
    /// The way to log in.
    method: Option<String>,
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

    /// True for a refusal that a program only tells again when it gives up: a server answers a command once.
    fn repeats(&self, before: &Exchange) -> bool {
        !self.typed && self.refused() && self.answer() == before.answer()
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
fn phase(told: &Told<'_>) -> Option<Phase> {
    Some(match told.entry.pattern.sign? {
        Sign::Hello | Sign::OldHello | Sign::LmtpHello => Phase::Helo,
        Sign::Encrypt => Phase::Tls,
        Sign::LogIn | Sign::Secret => Phase::Auth,
        Sign::MailFrom => Phase::Mail,
        Sign::RcptTo => Phase::Rcpt,
        Sign::Data => Phase::Data,
        Sign::ContentEnd => Phase::Eod,
        _ => return None,
    })
}

/// What the conversation was about at a phase.
fn stage_name(at: Option<Phase>, alone: bool) -> &'static str {
    match at {
        Some(Phase::Connect | Phase::Dns) => " at the connection",
        Some(Phase::Greet) => " at its greeting, before any command",
        Some(Phase::Helo) => " at the client's greeting (EHLO or HELO)",
        Some(Phase::Tls) => " at the switch to encryption (STARTTLS)",
        Some(Phase::Auth) => " at the login (AUTH)",
        Some(Phase::Mail) => " at the sender (MAIL FROM)",
        Some(Phase::Rcpt) => " at the recipient (RCPT TO)",
        Some(Phase::Data) => " at DATA, before the content",
        Some(Phase::Eod) => " after the content of the message",
        Some(Phase::Local) | None if alone => "",
        Some(Phase::Local) | None => " at a command",
    }
}

/// The conversation, command by command.
fn exchanges(document: &TakenApart<'_>) -> Vec<Exchange> {
    let mut all: Vec<Exchange> = Vec::new();
    let mut now = Exchange::default();
    let mut content = false;
    let called = document.lines.iter().any(|told| !told.is_of(FormatKind::Talk));
    let mut repeated = false;
    let mut asked = String::new();
    for told in &document.lines {
        // Python repeats the lines of a reply without their marks, so that an offer looks like a command.
        let marked = ["C: ", "S: "].iter().any(|mark| told.text().starts_with(mark));
        repeated = told.is(Sign::RepeatsReply) || repeated && !marked;
        // What a program logs of a reply says to which command it belongs, even where that isn't in the paste.
        if told.is(Sign::AnswerLogged)
            && let Some(last) = all.last_mut()
        {
            let at = logged_at(&told.text());
            last.logged = at.is_some() && !last.typed;
            last.at = at.or(last.at);
            last.lines.push(told.line);
        }
        if repeated || !told.is_of(FormatKind::Talk) {
            continue;
        }
        if let Some(code) = told.code() {
            let asks = code == 334;
            told.text().rsplit(' ').next().filter(|_| asks).unwrap_or_default().clone_into(&mut asked);
            now.lines.push(told.line);
            now.code = Some(code);
            now.status = now.status.or_else(|| told.value(Role::Status));
            now.text.extend(told.value(Role::Reply));
            if !told.goes_on() {
                let cut = now
                    .lines
                    .first()
                    .zip(all.last())
                    .and_then(|(first, last)| cut_at(document, *last.lines.iter().max()?, *first));
                if now.at.is_none() && !now.typed {
                    now.lines.extend(cut);
                }
                if now.at.is_none() && !now.typed && cut.is_none() {
                    now.at = guess(&all, code, content, called);
                }
                content = code == 354;
                let at = now.at.filter(|_| asks);
                let told = std::mem::replace(&mut now, Exchange { at, ..Exchange::default() });
                match all.last_mut().filter(|last| told.repeats(last)) {
                    Some(last) => last.lines.extend(told.lines),
                    None => all.push(told),
                }
            }
        } else if !told.is(Sign::Content) {
            // A command before the answer to the last one: the server was not waited for. Or the last line of a reply
            // is missing, or its lines were joined.
            if !now.lines.is_empty() && (now.code.is_some() || now.typed && !told.is(Sign::Secret)) {
                all.push(std::mem::take(&mut now));
            }
            // What was left out belongs to the command in front of it.
            if now.typed && told.is(Sign::Secret) {
                now.lines.push(told.line);
                continue;
            }
            now.at = phase(told);
            now.typed = true;
            now.unknown = told.is(Sign::Typed);
            now.method =
                now.method.or_else(|| told.value(Role::State)).filter(|_| now.at == Some(Phase::Auth));
            now.did = Some(match told.is(Sign::Secret) {
                true if asks_name(asked.as_bytes()) => {
                    "The client gave its username. It is masked here.".to_owned()
                }
                true if is_question(asked.as_bytes()) => {
                    "The client gave its password. It is masked here.".to_owned()
                }
                _ => told.says(),
            });
            now.lines.push(told.line);
        }
    }
    if !now.lines.is_empty() {
        all.push(now);
    }
    // What is no command and has no answer may be anything that stands between the lines.
    all.retain(|exchange| !exchange.unknown || exchange.code.is_some());
    all
}

/// The mark of lines that somebody left out between these two, from 1.
fn cut_at(document: &TakenApart<'_>, before: u32, after: u32) -> Option<u32> {
    const MARKS: &[&str] = &["...", "[...]", "\u{2026}", "[\u{2026}]", "[snip]", "(...)"];
    (before + 1..after).find(|line| {
        let text = lossy(document.log.pasted(line - 1)).into_owned();
        MARKS.contains(&text.trim())
    })
}

/// Which command got the answer that a program logged: `… after RCPT TO:<a@b.example>: 451 …`.
fn logged_at(text: &str) -> Option<Phase> {
    let (_, command) = text.split_once(" after ")?;
    let command = command.trim_start_matches("pipelined ").to_ascii_uppercase();
    let starts = |of: &(&str, Phase)| command.starts_with(of.0);
    [
        ("INITIAL CONNECTION", Phase::Greet),
        ("EHLO", Phase::Helo),
        ("HELO", Phase::Helo),
        ("STARTTLS", Phase::Tls),
        ("AUTH", Phase::Auth),
        ("MAIL", Phase::Mail),
        ("RCPT", Phase::Rcpt),
        ("END OF DATA", Phase::Eod),
        ("DATA", Phase::Data),
    ]
    .iter()
    .find(|of| starts(of))
    .map(|of| of.1)
}

/// What an answer belongs to owner command is not in the paste, by the usual order of a conversation.
fn guess(before: &[Exchange], code: u16, content: bool, called: bool) -> Option<Phase> {
    let last = before.iter().rev().find(|exchange| !exchange.refused()).and_then(|exchange| exchange.at);
    if content {
        return Some(Phase::Eod);
    }
    match (code, last) {
        (221, _) => None,
        (235 | 334 | 534 | 535 | 538, _) => Some(Phase::Auth),
        // openssl shows the end of the reply to its own EHLO.
        (250, None) if called => Some(Phase::Helo),
        _ if before.is_empty() => (called || code == 220).then_some(Phase::Greet),
        (354, _) => Some(Phase::Data),
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
        let stated = || self.entry.stated(Role::Code).map(str::to_owned);
        self.value(Role::Code).or_else(stated)?.parse().ok()
    }

    /// True when more lines of the same reply follow.
    fn goes_on(&self) -> bool {
        self.is(Sign::ReplyGoesOn) || self.is(Sign::Offer) && self.text().contains('-')
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
    /// What a tool shows of the server is wrong in itself.
    Shown(&'a Told<'a>),
}

impl Trouble<'_> {
    /// Why the server said no, where it did.
    fn verdict(&self) -> Option<Verdict> {
        match self {
            Trouble::Refused(exchange) => Some(exchange.verdict()),
            Trouble::NoConnection(told) | Trouble::Program(told) => quoted(told),
            Trouble::Silent(_) | Trouble::HungUp(_) | Trouble::Shown(_) => None,
        }
    }
}

/// Why the server said no, by a reply without a code that a program quotes: `The server response was: 5.7.1 no`.
fn quoted(told: &Told<'_>) -> Option<Verdict> {
    // What stops a service behind the server says more than the reply that passes it on.
    let ours =
        |own: &Obstacle| own.party == Party::OurServer && own.kind == obstacle::ObstacleKind::NoConnection;
    if obstacle(told).is_some_and(ours) {
        return None;
    }
    let text = told.text();
    // Where the program says no more than that it failed, the whole reply does.
    let vague = obstacle(told).is_none_or(|own| {
        matches!(own.kind, obstacle::ObstacleKind::Unsent | obstacle::ObstacleKind::Unread)
    });
    if let Some((code, status, reply)) = reply::in_error(&text, !vague) {
        let verdict = classify(&Evidence { text: reply, code, status: Some(status), ..Evidence::default() });
        return (verdict.reason != Reason::Undefined).then_some(verdict);
    }
    if let Some((code, reply)) = reply::coded(&text).filter(|_| vague) {
        let verdict = classify(&Evidence { text: reply, code: Some(code), ..Evidence::default() });
        return (verdict.confidence >= Confidence::Medium).then_some(verdict);
    }
    // .NET leaves the code out, and puts words of its own in front.
    let (_, reply) = text.split_once("response was: ").filter(|_| vague)?;
    let verdict = classify(&Evidence::text(reply));
    verdict.refusal.is_some().then_some(verdict)
}

/// What keeps the program from the server, by the words of a line in which it says so.
fn obstacle(told: &Told<'_>) -> Option<&'static Obstacle> {
    // What stands at its pattern says more than the family that its words belong to.
    if !told.entry.pattern.help.steps.is_empty() {
        return None;
    }
    let of_program = matches!(
        told.entry.format.kind,
        FormatKind::Library | FormatKind::App | FormatKind::Program | FormatKind::MailboxTalk
    );
    (of_program && told.entry.pattern.level >= Level::Warning)
        .then(|| obstacle::of(told.text().as_bytes()))?
}

fn trouble<'a>(document: &'a TakenApart<'_>, all: &'a [Exchange]) -> Option<Trouble<'a>> {
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
    // What a program says of the end of it all tells less than what it says of a step.
    let rank = |told: &&Told<'_>| match obstacle(told) {
        _ if quoted(told).is_some() || !told.entry.pattern.help.steps.is_empty() => 0,
        Some(own) => obstacle::ROWS.iter().position(|row| std::ptr::eq(row, own)).unwrap_or_default(),
        None if told.is_of(FormatKind::Program) => obstacle::ROWS.len(),
        None => 0,
    };
    let of_level = |level| {
        let of = document.lines.iter();
        of.filter(|told| !told.is_of(FormatKind::Talk) && told.entry.pattern.level == level).min_by_key(rank)
    };
    let failed = of_level(Level::Permanent);
    // Where the line is cut off that says why, the one before it says that it failed.
    if let Some(told) = failed.or_else(|| of_level(Level::Temporary).filter(|_| all.is_empty())) {
        let spoken = !all.is_empty() || told.is_of(FormatKind::MailboxTalk);
        return Some(if spoken { Trouble::Program(told) } else { Trouble::NoConnection(told) });
    }
    // Who came so far tests no certificate.
    let accepted = all
        .iter()
        .any(|exchange| matches!(exchange.at, Some(Phase::Auth | Phase::Eod)) && exchange.code.is_some());
    let shown = document
        .lines
        .iter()
        .filter(|told| told.entry.pattern.level >= Level::Warning && told.helps(document.log).is_some());
    // What doesn't run for want of space only follows from that.
    let rank = |told: &&Told<'_>| {
        (told.is(Sign::FileSystemFull), told.entry.pattern.level, std::cmp::Reverse(told.line))
    };
    if let Some(told) = shown.max_by_key(rank)
        && !accepted
    {
        return Some(Trouble::Shown(told));
    }
    let closed = document.sign(Sign::Closed);
    let answered = is_spoken(document, all);
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

/// True where every address that was called is the machine's own.
fn called_itself(document: &TakenApart<'_>) -> bool {
    let mut called = document
        .lines
        .iter()
        .filter(|told| told.is(Sign::Calling))
        .filter_map(|told| told.value(Role::Remote))
        .peekable();
    called.peek().is_some()
        && called.all(|ip| ip.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback()))
}

/// Why the server said no; `None` where it did not.
pub(super) fn refusal(document: &TakenApart<'_>) -> Option<Verdict> {
    let all = exchanges(document);
    trouble(document, &all)?.verdict()
}

/// What an app says beside what a tool shows of the same.
fn of_app(document: &TakenApart<'_>) -> Option<&'static Obstacle> {
    document.lines.iter().filter(|told| told.is_of(FormatKind::App)).find_map(obstacle)
}

/// What client and server of a conversation did not agree on, where that is a matter of the program.
pub(super) fn at_odds(document: &TakenApart<'_>) -> Option<obstacle::ObstacleKind> {
    let all = exchanges(document);
    let owner = Owner::of(document, &all);
    if probe::of(&all).is_some() {
        return None;
    }
    Discord::of(document, &all, trouble(document, &all).as_ref(), owner)?.kind()
}

/// The name that the certificate of the server covers, which is the server's own.
pub(super) fn covered_name(document: &TakenApart<'_>) -> Option<String> {
    let all = exchanges(document);
    let owner = Owner::of(document, &all);
    match Discord::of(document, &all, trouble(document, &all).as_ref(), owner)? {
        Discord::Settings(settings::Compared::Covered { own, .. }) => Some(own),
        _ => None,
    }
}

/// What keeps the program from the server; `None` where a reply says more, or nothing does.
pub(super) fn kept_by(document: &TakenApart<'_>) -> Option<&'static Obstacle> {
    let all = exchanges(document);
    match trouble(document, &all)? {
        Trouble::NoConnection(told) | Trouble::Program(told) if quoted(told).is_none() => obstacle(told),
        _ => None,
    }
}

/// What a conversation means.
pub(super) fn explain(document: &TakenApart<'_>) -> Explanation {
    let all = exchanges(document);
    let trouble = trouble(document, &all);
    let verdict = trouble.as_ref().and_then(Trouble::verdict);
    let owner = Owner::of(document, &all);
    let discord = Discord::of(document, &all, trouble.as_ref(), owner);
    let missing = missing(document, &all);
    let (headline, cites) = headline(document, &all, trouble.as_ref(), verdict, discord.as_ref());
    let party = match (&trouble, verdict) {
        _ if discord.is_some() => discord.as_ref().map_or(Party::Nobody, Discord::party),
        // Who chose the sender's address is the client of this very conversation.
        (_, Some(verdict)) if verdict.refusal == Some(Refusal::SenderDomain) => Party::Sender,
        (_, Some(verdict)) => verdict.party,
        (Some(Trouble::NoConnection(told) | Trouble::Program(told)), _)
            if told.helps(document.log).is_some() =>
        {
            told.helps(document.log).and_then(|helps| helps.party).unwrap_or(Party::Sender)
        }
        (Some(Trouble::NoConnection(told) | Trouble::Program(told)), _) if obstacle(told).is_some() => {
            let said: Vec<String> = document.lines.iter().map(Told::text).collect();
            obstacle(told).map_or(Party::Sender, |own| obstacle::owner(own, said.join("\n").as_bytes()))
        }
        (Some(Trouble::NoConnection(told)), _) if told.is(Sign::NameUnknown) => Party::Dns,
        (Some(Trouble::NoConnection(told)), _) if told.is(Sign::PlainPort) => Party::Sender,
        (Some(Trouble::NoConnection(_) | Trouble::Silent(_) | Trouble::HungUp(_)), _) => {
            of_app(document).map_or(Party::TheirServer, |obstacle| obstacle.party)
        }
        (Some(Trouble::Program(_)), _) => Party::Sender,
        (Some(Trouble::Shown(told)), _) => {
            told.helps(document.log).and_then(|helps| helps.party).unwrap_or(Party::Nobody)
        }
        (None, _) => gave_none(document, &all).and_then(|helps| helps.party).unwrap_or(Party::Nobody),
        _ => Party::Nobody,
    };
    // The server that said so, or that nobody reached, is this one.
    let party = if party == Party::TheirServer && owner != Owner::Unknown { Party::OurServer } else { party };
    // That it is ours rests on the line that shows it.
    let cites = match owner {
        Owner::Logged(line) if trouble.is_some() => {
            Cited::new(cites[0], cites[1..].iter().copied().chain([line]))
        }
        _ => cites,
    };
    let special = || {
        let shown = trouble.as_ref().is_none_or(|of| matches!(of, Trouble::Shown(_)));
        shown.then(|| Records::special(document).or_else(|| compared::of(document))).flatten()
    };
    if let Some(Records { headline, cites, party, next }) = probe::of(&all) {
        return Explanation {
            story: story(document, &all),
            stage: Stage::OurServer,
            party,
            next,
            circumstance: Some(Circumstance::Survey),
            ..Explanation::new(headline, cites)
        };
    }
    if let Some(records) = special().or_else(|| trouble.is_none().then(|| Records::of(document)).flatten()) {
        let Records { headline, cites, party, next } = records;
        let lasts = (party != Party::Nobody).then_some(Lasts::Permanent);
        return Explanation {
            story: story(document, &all),
            stage: if document.lines[0].is_of(FormatKind::Lookup) { Stage::Dns } else { Stage::OurServer },
            party,
            lasts,
            next,
            missing,
            ..Explanation::new(headline, cites)
        };
    }
    Explanation {
        story: story(document, &all),
        stage: stage(trouble.as_ref(), verdict, owner, is_spoken(document, &all)),
        party,
        lasts: verdict.and_then(|verdict| verdict.lasts).or_else(|| {
            trouble.as_ref().filter(|of| stays(of)).map(|_| Lasts::Permanent)
        }),
        next: match &discord {
            Some(discord) => discord.next().into_iter().map(say).collect(),
            None if owner != Owner::Unknown && matches!(trouble, Some(Trouble::Silent(_))) => vec![Step {
                text: "The server is this one: its own log of that moment says why its service ends at once, such as a mistake in its settings or a service that it needs and that doesn't run.".into(),
                command: Some("journalctl -p warning -n 50; tail -n 50 /var/log/mail.log /var/log/maillog".into()),
            }],
            None => next(document, &all, trouble.as_ref(), verdict, &missing),
        },
        missing,
        circumstance: match discord {
            Some(Discord::Diverted { .. }) => Some(Circumstance::Diverted),
            Some(Discord::Overwritten { .. }) => Some(Circumstance::Overwritten),
            Some(Discord::Settings(settings::Compared::Older { .. })) => Some(Circumstance::OldSettings),
            _ => None,
        },
        ..Explanation::new(headline, cites)
    }
}

fn headline(
    document: &TakenApart<'_>,
    all: &[Exchange],
    trouble: Option<&Trouble<'_>>,
    verdict: Option<Verdict>,
    discord: Option<&Discord>,
) -> (String, Cited) {
    let first = Cited::new(document.lines.first().map_or(1, |told| told.line), []);
    if let Some(discord) = discord {
        let lines = match trouble {
            Some(Trouble::Refused(exchange)) => exchange.lines.clone(),
            Some(Trouble::NoConnection(told) | Trouble::Program(told) | Trouble::Shown(told)) => {
                vec![told.line]
            }
            _ => vec![first[0]],
        };
        return (discord.headline(), Cited::new(lines[0], lines.iter().copied().chain(discord.line())));
    }
    match trouble {
        Some(Trouble::Refused(exchange)) => {
            let how =
                if exchange.code.is_some_and(|code| code < 500) { "deferred the client" } else { "refused" };
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
                .filter(|verdict| verdict.reason != Reason::Undefined)
                .filter(|verdict| refused.iter().all(|tried| tried.reason() == Some(verdict.reason)))
                .map_or_else(String::new, |verdict| format!(" {}", why(&verdict, &exchange.answer())));
            // Other recipients can have other answers.
            let rcpt = |of: &&Exchange| exchange.at == Some(Phase::Rcpt) && of.at == exchange.at && of.refused();
            let codes = all.iter().filter(rcpt).chain([*exchange]).filter_map(|of| of.code);
            let codes: BTreeSet<String> = codes.map(|code| code.to_string()).collect();
            let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
            let code = if codes.is_empty() { String::new() } else { format!(" with {}", list(&codes)) };
            (
                format!("The server {how}{who}{code}{}.{why}", stage_name(exchange.at, all.len() == 1)),
                exchange.cited(),
            )
        }
        Some(Trouble::NoConnection(told) | Trouble::Program(told)) => {
            let says = match obstacle(told) {
                _ if verdict.is_some() => {
                    let why = verdict.map_or_else(String::new, |verdict| why(&verdict, &told.text()));
                    format!("The server didn't accept it, as the program reports. {why}")
                }
                // What names the server says more than the family that it belongs to.
                Some(own) if !told.is_of(FormatKind::Library) && told.value(Role::Host).is_none() => {
                    own.headline.into()
                }
                None if told.entry.pattern.help.steps.is_empty()
                    && matches!(trouble, Some(Trouble::NoConnection(_))) =>
                {
                    format!("No conversation came about. {}", told.says())
                }
                _ => told.says(),
            };
            (says, Cited::new(told.line, []))
        }
        Some(Trouble::Shown(told)) => (told.says(), Cited::new(told.line, [])),
        Some(Trouble::Silent(line)) => (
            "The server accepted the connection, said nothing and closed it.".into(),
            Cited::new(*line, []),
        ),
        Some(Trouble::HungUp(line)) => (
            "The server closed the connection in the middle of the session.".into(),
            Cited::new(*line, []),
        ),
        None => quiet(document, all).or_else(|| logged_in(document)).unwrap_or_else(|| match all.iter().rev().find(|e| e.code.is_some()) {
            Some(last) => {
                let code = last.code.unwrap_or_default();
                let means = reply::meaning(code).unwrap_or("not a known code");
                if last.at == Some(Phase::Tls) {
                    ("Nothing was rejected, but the log you pasted ends at the switch to encryption (STARTTLS).".into(), last.cited())
                } else if is_without_mail(all) {
                    let text = format!("Nothing was rejected, and no message was sent: the client named no sender (MAIL FROM). The last reply was {code}: {means}.");
                    (text, last.cited())
                } else {
                    (format!("Nothing was rejected. The last reply was {code}: {means}."), last.cited())
                }
            }
            None => match document.lines.iter().filter(|_| all.is_empty()).max_by_key(|told| (told.entry.pattern.level, std::cmp::Reverse(told.line))) {
                Some(told) => (told.says(), Cited::new(told.line, [])),
                None => ("An SMTP session without a reply from the server.".into(), first),
            },
        }),
    }
}

/// Why the server said no, with whom its words name.
fn why(verdict: &Verdict, said: &str) -> String {
    let after = |lead: &str| {
        let word = said
            .split_once(lead)?
            .1
            .split(|letter: char| letter.is_whitespace() || "'\"<>,;".contains(letter))
            .next()?;
        Some(word.trim_end_matches('.')).filter(|word| word.contains('@')).map(str::to_owned)
    };
    let sender = || {
        let (before, _) = said.split_once(">: Sender address rejected")?;
        before.rsplit_once('<').map(|(_, address)| address.to_owned())
    };
    match verdict.refusal {
        Some(Refusal::SendAs) => {
            match (sender().or_else(|| after("disallowed as ")), after("not owned by user ")) {
                (Some(sender), Some(user)) => {
                    format!("The account that logged in, {user}, is not allowed to send as {sender}.")
                }
                (Some(sender), None) => {
                    format!("The account that logged in is not allowed to send as {sender}.")
                }
                _ => verdict.headline().into(),
            }
        }
        _ => verdict.headline().into(),
    }
}

/// True where the client talked and came to no message.
fn is_without_mail(all: &[Exchange]) -> bool {
    let of_mail = |exchange: &Exchange| {
        matches!(exchange.at, Some(Phase::Auth | Phase::Mail | Phase::Rcpt | Phase::Data | Phase::Eod))
    };
    all.iter().filter(|exchange| exchange.typed).count() > 1 && !all.iter().any(of_mail)
}

/// What helps a program that talked to the server and gave it no message.
fn gave_none(document: &TakenApart<'_>, all: &[Exchange]) -> Option<Helps> {
    let program = |told: &&Told<'_>| told.is_of(FormatKind::Program);
    document
        .lines
        .iter()
        .filter(|_| is_without_mail(all))
        .filter(program)
        .find_map(|told| told.helps(document.log))
}

/// The headline of a conversation in which a mailbox was opened.
fn logged_in(document: &TakenApart<'_>) -> Option<(String, Cited)> {
    let talk: Vec<&Told<'_>> =
        document.lines.iter().filter(|told| told.is_of(FormatKind::MailboxTalk)).collect();
    let given = talk.iter().position(|told| told.is(Sign::Password))?;
    let yes = talk.get(given + 1).filter(|told| told.is(Sign::Yes))?;
    let says = "The login worked: the server accepted the username and the password.";
    Some((says.into(), Cited::new(yes.line, [talk[given].line])))
}

/// The headline of a conversation in which mail was accepted.
fn quiet(document: &TakenApart<'_>, all: &[Exchange]) -> Option<(String, Cited)> {
    let accepted = all.iter().rfind(|exchange| exchange.at == Some(Phase::Eod) && exchange.code.is_some())?;
    let names: Vec<&str> = document
        .attempts
        .iter()
        .filter(|tried| tried.attempt.outcome == AttemptOutcome::Success)
        .map(Tried::to)
        .collect();
    let to = if names.is_empty() { String::new() } else { format!(" for {}", list(&names)) };
    Some((format!("The server accepted the message{to} and is now responsible for it."), accepted.cited()))
}

fn story(document: &TakenApart<'_>, all: &[Exchange]) -> Vec<Sentence> {
    let mut story: Vec<Sentence> = all.iter().filter_map(of_exchange).collect();
    // What the tools say, without the pages that openssl shows of a certificate.
    let notes = document.lines.iter().filter(|told| {
        let marked = told.entry.pattern.level >= Level::Warning;
        let plain = told.is_any(&[
            Sign::Calling,
            Sign::Connected,
            Sign::Encrypted,
            Sign::Closed,
            Sign::Record,
            Sign::RecordMx,
        ]) || told.is_of(FormatKind::Program) && told.entry.pattern.then == Some(Part::Calling)
            || told.is_of(FormatKind::MailboxTalk) && !told.is_any(&[Sign::Listing, Sign::Yes]);
        !told.is_of(FormatKind::Talk) && (marked || plain)
    });
    story
        .extend(notes.map(|told| sentence(told.says(), Cited::new(told.line, []), told.entry.pattern.level)));
    sort::by_key(&mut story, |sentence| sentence.lines[0]);
    // Programs say the same again when they give up.
    story.dedup_by(|next, before| next.text == before.text);
    story
}

fn of_exchange(exchange: &Exchange) -> Option<Sentence> {
    let code = exchange.code;
    let mut text = match (&exchange.did, exchange.at) {
        (Some(did), _) => did.clone(),
        (None, Some(Phase::Greet)) if exchange.refused() => {
            "The server rejected the client right away.".into()
        }
        (None, Some(Phase::Greet)) => "The server greeted the client.".into(),
        (None, Some(at)) if exchange.logged => {
            format!("A reply that belongs {}, as the program logged.", place(at))
        }
        (None, Some(at)) => format!("A reply that belongs {}, by the usual order.", place(at)),
        (None, None) if code == Some(221) => "The server said goodbye.".into(),
        (None, None) => "A reply from the server.".into(),
    };
    let level = match code {
        Some(400..=499) => Level::Temporary,
        Some(500..) => Level::Permanent,
        Some(_) if exchange.at == Some(Phase::Eod) => Level::Success,
        _ => Level::Info,
    };
    match code {
        Some(code) if code >= 400 => {
            let how = if code < 500 { "deferred it" } else { "refused" };
            let _ = write!(text, " The server {how}: “{}”.", exchange.answer().trim_end_matches('.'));
        }
        Some(code) if exchange.did.is_some() => {
            let means = reply::meaning(code).unwrap_or("not a known code");
            let _ = write!(text, " The reply was {code}: {means}.");
        }
        Some(_) => {}
        None => text.push_str(" The log you pasted shows no reply to it."),
    }
    Some(sentence(text, Cited::new(*exchange.lines.first()?, exchange.lines.iter().copied()), level))
}

/// Where an answer belongs, after "belongs".
fn place(at: Phase) -> &'static str {
    match at {
        Phase::Helo => "to the client's greeting (EHLO or HELO)",
        Phase::Tls => "to the switch to encryption (STARTTLS)",
        Phase::Auth => "to the login (AUTH)",
        Phase::Mail => "to the sender (MAIL FROM)",
        Phase::Rcpt => "to the recipient (RCPT TO)",
        Phase::Data => "to the announcement of the content (DATA)",
        Phase::Eod => "to the content of the message",
        _ => "to the start of the connection",
    }
}

/// True where a server answered.
fn is_spoken(document: &TakenApart<'_>, all: &[Exchange]) -> bool {
    all.iter().any(|exchange| exchange.code.is_some())
        || document.lines.iter().any(|told| told.is_of(FormatKind::MailboxTalk))
}

/// The station of the mail flow at which it went wrong.
fn stage(trouble: Option<&Trouble<'_>>, verdict: Option<Verdict>, owner: Owner, spoken: bool) -> Stage {
    match trouble {
        Some(Trouble::NoConnection(told)) if told.is(Sign::NameUnknown) => Stage::Dns,
        // Nobody came to any server.
        Some(Trouble::Program(_) | Trouble::NoConnection(_)) if !spoken => Stage::Sender,
        Some(Trouble::Shown(told)) if told.is_of(FormatKind::Lookup) => Stage::Dns,
        Some(Trouble::Shown(told)) if told.is_of(FormatKind::Inspection) => Stage::OurServer,
        _ => match verdict.map(|verdict| verdict.reason.facts().stage) {
            Some(Stage::Mailbox) => Stage::Mailbox,
            _ if owner != Owner::Unknown => Stage::OurServer,
            _ => Stage::TheirServer,
        },
    }
}

/// True for what stays until somebody acts: who got no answer, or lost the connection, may get one the next time.
fn stays(trouble: &Trouble<'_>) -> bool {
    use obstacle::ObstacleKind::{Busy, HungUp, NoAnswer, NoConnection};
    let passes = |own: &Obstacle| [Busy, HungUp, NoAnswer, NoConnection].contains(&own.kind);
    match trouble {
        Trouble::Refused(_) => true,
        Trouble::Program(told) => obstacle(told).is_none_or(|own| !passes(own)),
        Trouble::NoConnection(told) => match obstacle(told) {
            Some(own) => !passes(own),
            None => told.is(Sign::NameUnknown) || told.is(Sign::PlainPort),
        },
        Trouble::Silent(_) | Trouble::HungUp(_) | Trouble::Shown(_) => false,
    }
}

fn say(text: impl Into<String>) -> Step {
    Step { text: text.into(), command: None }
}

/// A step with the server that the program calls, as far as the document names it.
fn calling(text: &str, document: &TakenApart<'_>, told: &Told<'_>) -> Step {
    let said = told.text();
    let all: Vec<String> = document.lines.iter().map(Told::text).collect();
    let named: Vec<_> = std::iter::once(&said).chain(&all).filter_map(|line| Called::of(line)).collect();
    let called = named.iter().find(|called| called.port.is_some()).or(named.first());
    let port = || document.lines.iter().find_map(|told| told.value(Role::Port)?.parse().ok());
    let called = called.map(|called| Called { port: called.port.or_else(port), ..called.clone() });
    let called = called.as_ref();
    let text = put(text, |name| match name {
        "reach" => called?.reach(),
        "tls" => Some(called?.tls()),
        "name" => Some(format!("dig +short {}", called?.host)),
        _ => None,
    });
    say(text.unwrap_or_default())
}

/// What to do about a reply.
fn of_reply(document: &TakenApart<'_>, verdict: &Verdict, text: &str) -> Vec<Step> {
    let of = |role| document.first(role, |_| true).map(|(_, value)| value);
    let (sender, recipient) = (of(Role::Sender), of(Role::Recipient));
    let said = RemoteWords {
        reason: verdict.reason,
        refusal: verdict.refusal,
        text,
        server: None,
        sender: sender.as_deref(),
        recipient: recipient.as_deref(),
        whose: match Owner::of(document, &exchanges(document)) {
            Owner::Logged(_) => steps::Whose::Ours,
            _ => steps::Whose::Unknown,
        },
    };
    let mut steps = steps::of_reply(verdict.agent(), &said);
    let of_program = || document.lines.iter().any(|told| obstacle::names_library(told.text().as_bytes()));
    if let (Party::Nobody, Some(first), true) = (verdict.party, steps.first_mut(), of_program()) {
        *first = say(
            "A program that sends on its own keeps no queue: it must try again after some minutes, or hand its mail to a mail server that does.",
        );
    }
    steps
}

fn next(
    document: &TakenApart<'_>,
    all: &[Exchange],
    trouble: Option<&Trouble<'_>>,
    verdict: Option<Verdict>,
    missing: &[String],
) -> Vec<Step> {
    if let Some(Trouble::NoConnection(told) | Trouble::Program(told)) = trouble
        && verdict.is_none()
        && let Some(obstacle) = obstacle(told)
    {
        let mut next: Vec<Step> = obstacle.next.iter().map(|text| calling(text, document, told)).collect();
        narrow(&told.text(), &mut next);
        return next;
    }
    if let Some(Trouble::NoConnection(told) | Trouble::Program(told)) = trouble
        && let Some(helps) = told.helps(document.log)
    {
        return helps.steps;
    }
    match trouble {
        Some(Trouble::Refused(exchange)) => {
            let known = verdict.filter(|verdict| verdict.reason != Reason::Undefined);
            match (known, exchange.at) {
                (Some(verdict), _) => of_reply(document, &verdict, &exchange.text.join(" ")),
                (None, Some(Phase::Helo)) => vec![say(
                    "Set the client's HELO name to its own full host name, one that exists in DNS. Names of other servers, addresses and single words are often rejected.",
                )],
                (None, _) => vec![say(
                    "The reply is all that this shows. The server's own log says more: look there, or ask its administrator.",
                )],
            }
        }
        Some(Trouble::NoConnection(told) | Trouble::Program(told)) if verdict.is_some() => {
            verdict.map(|verdict| of_reply(document, &verdict, &told.text())).unwrap_or_default()
        }
        Some(Trouble::NoConnection(told)) if told.is(Sign::NameUnknown) => {
            vec![say("Check the spelling of the server's name and its records in DNS.")]
        }
        Some(Trouble::NoConnection(told)) if told.is(Sign::PlainPort) => vec![switched(document)],
        Some(Trouble::NoConnection(_)) if called_itself(document) => vec![Step {
            text: "The machine called itself, and nothing listens on that port: start the service that should, or turn it on in its settings. What listens here:".into(),
            command: Some("ss -ltnp".into()),
        }],
        Some(Trouble::NoConnection(told)) => {
            let other = say(
                "Try the same from another network. If it works there, a firewall or the provider on this side blocks it; many block outgoing port 25. If not, the other server is down or rejects connections.",
            );
            let app =
                of_app(document).and_then(|app| app.next.first()).map(|text| calling(text, document, told));
            std::iter::once(other).chain(app).collect()
        }
        Some(Trouble::Silent(_)) => {
            vec![say(
                "Wait longer: some servers greet only after half a minute. On port 465 nothing is said without encryption: try openssl s_client instead.",
            )]
        }
        Some(Trouble::Shown(told)) => {
            let stopped = |told: &&Told<'_>| told.is_any(&[Sign::NotRunning, Sign::ZimbraStopped]);
            let stopped = document.lines.iter().find(stopped).filter(|_| told.is(Sign::FileSystemFull));
            let helps = [Some(*told), stopped].into_iter().flatten().filter_map(|told| told.helps(document.log));
            helps.flat_map(|helps| helps.steps).collect()
        }
        Some(Trouble::HungUp(_)) => {
            vec![say("Look in that server's log: it says why it closed the connection.")]
        }
        None if all.last().is_some_and(|last| last.at == Some(Phase::Tls)) && !missing.is_empty() => {
            vec![say(
                "Ask for the rest of the session: the lines after the switch to encryption say what went wrong.",
            )]
        }
        None => match gave_none(document, all) {
            Some(helps) => helps.steps,
            None => traced(document, all).into_iter().collect(),
        },
        Some(Trouble::Program(_)) => Vec::new(),
    }
}

/// True where a call went to an address of IPv6 with its port: `[2001:db8::25]:465`.
fn calls_ipv6(said: &str) -> bool {
    said.split('[').skip(1).any(|part| {
        part.split_once(']').is_some_and(|(address, rest)| {
            rest.starts_with(':') && address.parse::<std::net::Ipv6Addr>().is_ok()
        })
    })
}

/// True where the program of a conversation called over IPv6.
pub(super) fn over_ipv6(document: &TakenApart<'_>) -> bool {
    document.lines.iter().any(|told| calls_ipv6(&told.text()))
}

/// Fits the steps of a call to the port and the kind of address that the line shows: `[2001:db8::25]:465`.
fn narrow(said: &str, next: &mut Vec<Step>) {
    for (port, other) in [("465", "587"), ("587", "465")] {
        let here = format!("{other} instead of {port}");
        for step in next.iter_mut().filter(|_| said.contains(&format!(":{port}"))) {
            step.text = step.text.replace("587 or 465 instead of 25", &here);
        }
    }
    if calls_ipv6(said) {
        let text = "The program called by IPv6. See whether this machine has a way out by IPv6 at all; if not, let the program or the system prefer IPv4 (the server's name without its AAAA record, or precedence ::ffff:0:0/96 100 in /etc/gai.conf):";
        next.insert(0, Step { text: text.into(), command: Some("ip -6 route show default".into()) });
    }
}

/// The same test with the switch to encryption that the port asks for.
fn switched(document: &TakenApart<'_>) -> Step {
    let asked = document.lines.iter().find(|told| told.is(Sign::TestBegins));
    let arguments = asked.and_then(|told| told.value(Role::Text)).unwrap_or_default();
    let called = Called::of(&arguments).map(|called| called.tls()).filter(|of| of.contains("-starttls"));
    Step {
        text: "Repeat the test with the switch to encryption (-starttls); without it only ports with encryption from the start work (465, 993, 995). Until then, nothing is known of the certificate:".into(),
        command: called,
    }
}

/// Where to look for what became of a message that a server took.
fn traced(document: &TakenApart<'_>, all: &[Exchange]) -> Option<Step> {
    quiet(document, all)?;
    let taken = all.iter().rfind(|exchange| exchange.at == Some(Phase::Eod) && exchange.code == Some(250))?;
    let id = reply::queued_as(&document.pasted(*taken.lines.last()?)).filter(|id| is_name(id));
    Some(Step {
        text: "The server has it now, and only its own log shows what became of it. If the recipient misses it, search that log on the server that took it, for the queue id or the recipient:".into(),
        command: id.map(|id| format!("grep -shF {id} /var/log/mail.log /var/log/maillog /var/log/exim4/mainlog /var/log/exim_mainlog")),
    })
}

fn missing(document: &TakenApart<'_>, all: &[Exchange]) -> Vec<String> {
    let mut missing = Vec::new();
    let answered = all.iter().filter(|exchange| exchange.code.is_some()).count();
    let untyped = all
        .iter()
        .filter(|exchange| !exchange.typed && exchange.at != Some(Phase::Greet) && exchange.code.is_some())
        .count();
    // nodemailer names the command that failed.
    let named = document.lines.iter().any(|told| told.text().trim_start().starts_with("command: "));
    if answered > 1 && untyped > 1 && !named && all.iter().all(|exchange| !exchange.typed) {
        missing.push("The commands: only the replies are here, so what each one belongs to is taken from the usual order.".into());
    }
    let goodbye = |told: &Told<'_>| told.is(Sign::Goodbye);
    let ended = document.ended()
        || all.iter().any(|exchange| exchange.code == Some(221))
        || document.lines.iter().any(goodbye);
    let tested = document.lines.iter().any(|told| told.is_of(FormatKind::TlsTest));
    let alone = all.len() == 1 && !document.ended() && answered == 1 && !all[0].typed;
    if alone && !tested {
        missing.push("The session, or the log line, that this reply belongs to.".into());
    } else if !alone && answered > 0 && !ended {
        missing.push("The end of the session.".into());
    }
    missing
}
