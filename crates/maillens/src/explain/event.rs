//! An event: what a server, a service or a configuration reports outside any message or session, and what such
//! lines mean where they stand in the trace of one.

use super::arriving;
use super::connection::{of_ours, turned_away};
use super::evidence::{before, is_vague};
use super::gist::CLAUSES;
use super::message::seen_from;
use super::steps::{self, RemoteWords};
use super::words::{count, fill, list, put, times};
use super::{known, line, partly, repeats, shown, utc};
use crate::export::{Explanation, Row, Sentence, Step, Trace};
use crate::format::{Role, ServerFacts, Shape};
use crate::knowledge::cause::{At, words};
use crate::knowledge::defect::{self, Defect};
use crate::knowledge::fault::{self, Found, is_local};
use crate::knowledge::program;
use crate::knowledge::{Evidence, classify};
use crate::log::{Log, Parsed};
use crate::pattern::Entry;
use crate::pattern::partly::reply;
use crate::sort;
use crate::text::{Span, lossy};
use crate::trace::{Link, event};
use crate::vocabulary::{Cited, Lasts, Level, Outcome, Party, Stage, TraceType};
use crate::vocabulary::{Datum, FormatKind, Reason, Sign};

/// A headline is no longer, in characters.
const HEADLINE: usize = 90;
/// A sentence that is no longer is told whole: without its last clause it can say the opposite.
const WHOLE: usize = 140;
/// So many lines of an event are named; the others are counted.
const NAMED: usize = 50;
/// Of so many lines of an event, what a logger folded is counted.
const COUNTED: usize = 500;
/// So many next steps are of use.
const STEPS: usize = 3;

/// What is broken, where the most telling line of a trace shows it.
pub(super) fn defect(log: &Log, number: u32) -> Option<Defect> {
    let line = lead(log, log.lines_of(number))?;
    broken(log, root(log, line).map_or(line, |(line, _)| line))
}

/// Where a queue has more room than this, in bytes, it only wants too much.
const ROOM: u64 = 1 << 30;

/// What is broken by one line.
pub(super) fn broken(log: &Log, line: u32) -> Option<Defect> {
    let parsed = log.parse(line - 1);
    let entry = parsed.entry?;
    let fault = fault_in(&parsed);
    // Who doesn't answer says more than that nobody does.
    let service = fault.and_then(|found| found.service).map(|service| service.defect);
    let cause = entry.pattern.cause.and_then(Defect::of_cause);
    let stated = defect::of_pattern(entry.format.id, entry.pattern.id);
    let free = |_: &Defect| {
        let bytes = entry.part(Role::Bytes, &parsed.captures)?.of(parsed.body());
        lossy(bytes).parse::<u64>().ok()
    };
    match stated.filter(|of| *of == Defect::Storage).as_ref().and_then(free) {
        Some(free) if free > ROOM => Some(Defect::Settings),
        _ => stated.or(service).or(fault.map(|found| found.fault.defect)).or(cause),
    }
}

/// The most telling fault that a line names; of several, one that it quotes.
fn fault_in(parsed: &Parsed<'_>) -> Option<Found> {
    let fatal = parsed.entry.is_some_and(|entry| entry.pattern.level == Level::Alert);
    if parsed.entry.is_some_and(|entry| entry.pattern.alarming) {
        return None;
    }
    let found = fault::find(parsed.body());
    let quoted = found.iter().find(|found| is_quoted(parsed, found)).copied();
    // A program of ours that couldn't go on is ours, whatever words it ends with.
    quoted.or(found.first().copied()).filter(|fault| !fatal || fault.party == Party::OurServer)
}

/// True for a fault that a line quotes. What stands in a pattern's own words its meaning tells already, and better.
pub(super) fn is_quoted(parsed: &Parsed<'_>, fault: &Found) -> bool {
    let within = |at: Span| at.start < fault.at.end && fault.at.start < at.end;
    parsed.entry.is_some_and(|entry| entry.partly) || parsed.captures.iter().any(|capture| within(capture.at))
}

/// The line, from 1, that tells most: the first of the most serious ones; of equals, one that doesn't follow from another
/// and that something helps about.
fn lead(log: &Log, lines: &[u32]) -> Option<u32> {
    let helped = |line: u32| known::of_line(log, line, false).is_some();
    let begins = |line: u32| log.parse(line - 1).entry.is_some_and(|entry| !entry.pattern.follows);
    lines.iter().rev().copied().max_by_key(|&line| {
        let few = lines.len() <= NAMED;
        (log.level(line - 1), few && begins(line), few && helped(line))
    })
}

/// The lines that say the same as this one.
fn alike(log: &Log, lines: &[u32], lead: u32) -> Vec<u32> {
    let claim = log.claim_of(lead - 1);
    lines.iter().copied().filter(|line| log.claim_of(line - 1) == claim).collect()
}

/// What lines of one kind are about, where that isn't the same in all.
fn differing(log: &Log, lines: &[u32]) -> Option<String> {
    /// Of what lines are about, the most telling first.
    const ABOUT: &[Role] = &[
        Role::User,
        Role::Recipient,
        Role::Sender,
        Role::Address,
        Role::Client,
        Role::Remote,
        Role::Host,
        Role::Ip,
        Role::Path,
    ];
    ABOUT.iter().find_map(|role| {
        let mut all: Vec<String> = Vec::new();
        for &line in lines.iter().take(NAMED) {
            let parsed = log.parse(line - 1);
            let named = parsed.entry.and_then(|entry| entry.part(*role, &parsed.captures));
            let named = lossy(named?.of(parsed.body())).into_owned();
            if !named.is_empty() && !all.contains(&named) {
                all.push(named);
            }
        }
        let named: Vec<&str> = all.iter().map(String::as_str).collect();
        (all.len() > 1).then(|| list(&named))
    })
}

/// What one line says, and what to do about it.
struct EventWords {
    headline: String,
    text: String,
    /// What a fault means that the line quotes; empty where it quotes none.
    means: String,
    party: Party,
    next: Vec<Step>,
    level: Level,
}

impl EventWords {
    fn of(log: &Log, number: u32) -> Option<EventWords> {
        let parsed = log.parse(number - 1);
        let entry = parsed.entry?;
        let level = entry.pattern.level;
        let fault = fault_in(&parsed);
        let mut text = line::says_of(&parsed)?;
        let refused = turned_away(log, &[number]);
        let why = refused.and_then(|reason| arriving::why(&parsed, reason));
        let mut headline = headline(entry, &parsed, fault.as_ref(), &text, why);
        // A reply that a line of unknown text quotes says what it says.
        let quoted = entry.partly && fault.is_none() && reply(parsed.body()).is_some();
        let verdict = quoted.then(|| classify(&Evidence::text(&lossy(parsed.body()))));
        let verdict = verdict.filter(|verdict| verdict.reason != Reason::Undefined);
        if let Some(verdict) = &verdict {
            headline = verdict.headline().into();
        }
        if !entry.partly && level > Level::Success {
            text = format!("{text} The line says: \u{201c}{}\u{201d}.", partly::quote(&parsed));
        }
        let means = fault.filter(|fault| is_quoted(&parsed, fault));
        let means = means.map_or_else(String::new, |fault| format!(" {}", fault.means(parsed.body())));
        if let Ok(user) = std::str::from_utf8(parsed.framed.user.of(parsed.line))
            && !user.is_empty()
            && user.parse::<std::net::IpAddr>().is_err()
            && !text.contains(user)
        {
            text = format!("{text} It's about {user}.");
        }
        let client = entry.part(Role::Client, &parsed.captures).map(|at| lossy(at.of(parsed.body())));
        let helps = known::of_line(log, number, client.is_some_and(|client| is_local(&client)));
        let turned = refused.filter(|_| entry.stated(Role::Reason).is_none());
        let turned = turned.map(|reason| of_ours(reason, event::outcome(level)));
        // Whom this server refused must act, where the words of the refusal tell no more.
        let says_no = level == Level::Permanent
            && fault.is_none()
            && parsed.captures.iter().any(|capture| entry.field(*capture).shape == Shape::Reason);
        let turned = turned.or_else(|| says_no.then_some(Party::Sender));
        let stated = helps.as_ref().and_then(|helps| helps.party).or(turned);
        let stated = stated.or_else(|| {
            entry.stated(Role::Reason).and_then(Reason::named).map(|reason| reason.facts().party)
        });
        let stated = stated.or_else(|| Some(words(entry.pattern.cause?, At::Login).party));
        let own = helps.as_ref().and_then(|helps| helps.party).or(verdict.map(|verdict| verdict.party));
        let asks = asked_for(&line::says_of(&parsed)?);
        let known = entry.partly || helps.is_some() || asks.is_some();
        let party = own.or(fault.as_ref().map(|fault| fault.party)).or(stated).unwrap_or({
            if level >= Level::Permanent || level == Level::Warning && known {
                Party::OurServer
            } else {
                Party::Nobody
            }
        });
        let mut steps = helps.map(|helps| helps.steps).unwrap_or_default();
        if steps.is_empty() && fault.is_none() {
            let reason = refused.filter(|_| level >= Level::Temporary);
            steps.extend(reason.into_iter().flat_map(|reason| arriving::steps(log, number, reason)));
        }
        if let (true, Some(verdict)) = (steps.is_empty(), verdict) {
            steps.extend(of_reply(verdict.reason, &parsed));
        }
        if steps.is_empty() && party == Party::OurServer {
            steps.extend(asks);
        }
        if let (true, Some(cause)) = (steps.is_empty() && level >= Level::Warning, entry.pattern.cause) {
            // What names a user or an address needs the session that one line lacks.
            let plain =
                words(cause, At::Login).next.iter().filter(|step| !step.1.replace("{log}", "").contains('{'));
            steps.extend(plain.map(|(text, command)| {
                steps::step((*text).into(), command, |name| (name == "log").then(|| LOGS.into()))
            }));
        }
        let next = next(entry, &parsed, steps, fault, party, level);
        Some(EventWords { headline, text, means, party, next, level })
    }
}

/// What kind of trouble it is, in one short line; `why` stands for a reason that was given in too many words.
fn headline(
    entry: &Entry,
    parsed: &Parsed<'_>,
    fault: Option<&Found>,
    says: &str,
    why: Option<&str>,
) -> String {
    let writer = partly::writer(entry, parsed.origin.program);
    let does = partly::does(entry.pattern.level);
    let fits = |text: &String| text.chars().count() <= HEADLINE;
    if entry.partly {
        let told = fault.map(|fault| format!("{writer} {does}: {}.", fault.fault.headline)).filter(fits);
        let short =
            || fault.map(|fault| format!("The server {does}: {}.", fault.fault.headline)).filter(fits);
        let unknown = || format!("{writer} {does} that maillens doesn't know.");
        return told.or_else(short).unwrap_or_else(unknown);
    }
    // Why somebody was refused says more than that.
    let reason = line::reason(entry, parsed.body(), &parsed.captures);
    let fill = |says: &str| {
        let text = match &reason {
            Some((entry, body, captures)) => fill(entry, body, captures, says),
            None => fill(entry, parsed.body(), &parsed.captures, says),
        };
        let stop = if text.ends_with(['.', '!', '?']) { "" } else { "." };
        text + stop
    };
    let template = reason.as_ref().map_or(entry.pattern.says, |(reason, ..)| reason.pattern.says);
    let all = || brief(template).map(fill);
    let short = |text: &String| text.chars().count() <= WHOLE;
    let whole = || all().next().unwrap_or_else(|| says.to_owned());
    let told = all().next().filter(short).or_else(|| all().find(fits));
    let told = told.or_else(|| all().last().filter(short)).unwrap_or_else(|| shortened(&whole()));
    // A reason in words that nobody knows is told as it was given.
    let given = reason.is_none().then(|| line::given(entry, parsed.body(), &parsed.captures)).flatten();
    let Some(given) = given else { return told };
    let all = format!("{told} {given}");
    match why {
        Some(why) if all.chars().count() > 2 * HEADLINE => format!("{told} {why}"),
        None if all.chars().count() > 2 * HEADLINE => told,
        _ => all,
    }
}

/// The first sentence of a meaning, and the same without the clauses at its end, the longest first. What a value holds
/// is no clause.
fn brief(says: &str) -> impl Iterator<Item = &str> {
    let outside = |at: usize| {
        let opened = says[..at].bytes().filter(|byte| *byte == b'{').count();
        opened == says[..at].bytes().filter(|byte| *byte == b'}').count()
    };
    let whole = says.match_indices(". ").map(|(at, _)| at + 1).find(|&at| outside(at)).unwrap_or(says.len());
    let clauses = CLAUSES.iter().flat_map(|clause| says[..whole].match_indices(clause));
    // Behind a colon a value says what it is; without it the sentence says nothing.
    let value = |at: usize| says[at..].starts_with(": {");
    let fits = |at: &usize| *at >= HEADLINE / 3 && outside(*at) && !value(*at);
    let mut ends: Vec<usize> = clauses.map(|(at, _)| at).filter(fits).collect();
    ends.push(whole);
    crate::sort::up(&mut ends);
    ends.into_iter().rev().map(move |end| &says[..end])
}

/// A text that is no longer than a headline: cut before a clause, else between two words.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(HEADLINE) else { return text.to_owned() };
    let cut = &text[..text[..end].char_indices().next_back().map_or(0, |(at, _)| at)];
    let clause = CLAUSES.iter().filter_map(|clause| cut.rfind(clause)).max().filter(|at| *at >= HEADLINE / 3);
    if let Some(at) = clause {
        return format!("{}.", &cut[..at]);
    }
    let whole = cut.rfind(' ').map_or(cut, |at| &cut[..at]);
    format!("{}\u{2026}", whole.trim_end_matches([',', ';', ':', '.']))
}

/// What to do about a line: what its fault asks for, then what its software offers.
fn next(
    entry: &Entry,
    parsed: &Parsed<'_>,
    mut steps: Vec<Step>,
    fault: Option<Found>,
    party: Party,
    level: Level,
) -> Vec<Step> {
    let step = |(text, command): (&str, &str)| Step { text: text.into(), command: Some(command.into()) };
    let specific = !steps.is_empty();
    if level < Level::Warning && !steps.is_empty() {
        return steps;
    }
    if level < Level::Warning {
        let around = Step { text: AROUND.into(), command: None };
        return if entry.pattern.alarming { Vec::new() } else { vec![around] };
    }
    if party == Party::Nobody && fault.is_none() && !specific {
        let client =
            entry.part(Role::Client, &parsed.captures).map(|at| lossy(at.of(parsed.body())).into_owned());
        let text = "See what else the log has about this address:".into();
        let grep = |ip: String| Step { text, command: Some(format!("grep -rF {ip} /var/log/")) };
        let plain = |ip: &String| ip.bytes().all(|byte| byte.is_ascii_hexdigit() || b".:".contains(&byte));
        let alone = "Nothing needs to be done for a single one. If it keeps coming back, look at the lines around it in the server's log.";
        let step = client.filter(plain).map_or_else(|| Step { text: alone.into(), command: None }, grep);
        return vec![step];
    }
    if let Some(reason) = entry.stated(Role::Reason).and_then(Reason::named).filter(|_| !specific) {
        steps.extend(of_reply(reason, parsed));
    }
    // What is known of a fault says more than what is known of a line that any fault can stand in.
    let telling = |fault: &Found| {
        let whole = |at: Span| at.start <= fault.at.start && fault.at.end <= at.end;
        !fault.fault.fix.is_empty() && parsed.captures.iter().any(|capture| whole(capture.at))
    };
    let fix = fault.filter(|fault| !specific || telling(fault));
    let fix = fix.and_then(|fault| mends(&fault, parsed.body()));
    let mended = fix.is_some();
    steps.splice(0..0, fix);
    if let Some(fault) = fault.filter(|fault| !mended && (!specific || is_quoted(parsed, fault))) {
        let text = format!("To see more about it ({}):", fault.fault.headline);
        let command = fault.command(parsed.body());
        // What its own steps look at already needs no second look.
        let tool = |command: &str| command.split(' ').next().unwrap_or_default().to_owned();
        let command = command.filter(|command| {
            let looked = |step: &Step| {
                step.command.as_ref().is_some_and(|own| own.split("; ").any(|own| tool(own) == tool(command)))
            };
            !steps.iter().any(looked)
        });
        steps.extend(command.map(|command| Step { text, command: Some(command) }));
    }
    // Programs that stand beside a mail server are no part of Postfix, whose queue ids they share.
    let server = entry.format.server();
    let journal = || program::known(parsed.origin.program)?.program.journal();
    let bare = steps.iter().all(|step| step.command.is_none());
    if bare {
        steps.extend(place(entry, parsed));
        let texts: Vec<&str> = steps.iter().map(|step| &*step.text).collect();
        steps.extend(settings(server, &texts));
    }
    // What isn't known of a line may be the setting that it names.
    let named = entry.partly.then(|| settings(server, &[&lossy(parsed.body())])).flatten();
    let named = named.map(|see| Step {
        text: "The line probably names a setting. See what it is set to, correct it, and load the settings:"
            .into(),
        ..see
    });
    match server {
        Some(_) if specific && steps.iter().any(|step| step.command.is_some()) => {}
        Some(server) if specific && party == Party::OurServer => steps.push(step(server.check)),
        Some(_) if specific => {}
        Some(server) if mended => steps.push(step(server.errors)),
        Some(server) => {
            steps.extend([named.unwrap_or_else(|| step(server.check)), step(server.errors)]);
        }
        None if specific && steps.iter().any(|step| step.command.is_some()) => {}
        None => steps.extend(journal().map(|command| step(("See its latest log lines:", &command)))),
    }
    if steps.is_empty() {
        let text = "Look at the lines before and after it in the server's log.";
        steps.push(Step { text: text.into(), command: None });
    }
    steps.truncate(STEPS);
    steps
}

/// What mends a fault that a text names, where the fault alone says it.
pub(super) fn mends(fault: &Found, text: &[u8]) -> Option<Step> {
    let command = fault.command(text);
    let mut text = fault.fix(text)?;
    if command.is_none() && text.ends_with(':') {
        // What leads to a command is left out where a value for it is missing.
        text.truncate(text.rfind(". ").unwrap_or(text.len() - 1));
        text.push('.');
    }
    Some(Step { text, command })
}

/// What to do about what another server said, as a line quotes it.
fn of_reply(reason: Reason, parsed: &Parsed<'_>) -> Vec<Step> {
    let text = lossy(parsed.body());
    let said = RemoteWords {
        reason,
        refusal: None,
        text: &text,
        server: None,
        sender: None,
        recipient: None,
        whose: steps::Whose::Unknown,
    };
    steps::of_reply(reason.facts().agent, &said)
}

/// How to see the line of a file that a report names.
fn place(entry: &Entry, parsed: &Parsed<'_>) -> Option<Step> {
    let body = parsed.body();
    let path = lossy(entry.part(Role::Path, &parsed.captures)?.of(body)).into_owned();
    // A script of a user is known by its name, which is no file here.
    let path = Some(path).filter(|path| path.starts_with('/'))?;
    let number = parsed.captures.iter().find(|capture| {
        entry.field(**capture).shape == Shape::Number && body[..capture.at.start as usize].ends_with(b"line ")
    })?;
    let number = lossy(number.at.of(body)).into_owned();
    let command = fault::filled(
        "sed -n '{number}p' {path}",
        [("{number}", Some(number.clone())), ("{path}", Some(path.clone()))],
    )?;
    Some(Step { text: format!("Look at line {number} of {path}:"), command: Some(command) })
}

/// Where Dovecot's lines can be.
const LOGS: &str = "/var/log/mail.log /var/log/maillog /var/log/dovecot.log";

/// How to see the settings that texts speak of: names with underscores, as all but a few of Postfix have.
fn settings(server: Option<&ServerFacts>, texts: &[&str]) -> Option<Step> {
    let server = server.filter(|server| !server.settings.is_empty())?;
    let name = |word: &&str| {
        let letters =
            word.bytes().all(|byte| byte == b'_' || byte.is_ascii_lowercase() || byte.is_ascii_digit());
        let parts = word.contains('_') && word.split('_').all(|part| !part.is_empty());
        letters && !word.starts_with("dict_") && (parts || server.bare.contains(word))
    };
    let mut names: Vec<&str> = Vec::new();
    for word in texts.iter().flat_map(|text| {
        // A name with a bracket behind it is a function's.
        text.split(|letter: char| !(letter.is_ascii_alphanumeric() || "_./(".contains(letter)))
    }) {
        let word = word.trim_start_matches('(').trim_end_matches('.');
        if name(&word) && !names.contains(&word) {
            names.push(word);
        }
    }
    let first = *names.first()?;
    let template = if names.len() == 1 { server.setting } else { server.settings };
    let command = put(template, |name| match name {
        "name" => Some(first.to_owned()),
        _ => Some(names.join(server.between)),
    })?;
    let text = if names.len() == 1 { "What it is set to now:" } else { "What they are set to now:" };
    Some(Step { text: text.into(), command: Some(command) })
}

/// Words with which a sentence asks for something to be done.
const ASKS: &[&str] = &[
    "Add", "Allow", "Ask", "Change", "Check", "Compare", "Convert", "Copy", "Correct", "Create", "Delete",
    "Disable", "Enable", "Fix", "Free", "Give", "Increase", "Install", "List", "Lower", "Make", "Move",
    "Name", "Open", "Publish", "Put", "Raise", "Rebuild", "Reload", "Remove", "Rename", "Renew", "Repair",
    "Replace", "Restart", "Run", "See", "Set", "Start", "Stop", "Take", "Test", "Turn", "Update", "Upgrade",
    "Use", "Wait", "Write",
];

/// What to do about a line of normal business, and about several of them.
const AROUND: &str =
    "One line doesn't show what became of it. Add the lines before and after it from the log.";
const AFTER: &str = "These lines don't show what became of it. Look for the lines after them in the log: the delivery and its result.";

/// What a meaning asks for: its sentences that say what to do.
fn asked_for(says: &str) -> Option<Step> {
    let sentences = says.split_inclusive(". ").map(str::trim);
    let asks =
        |text: &&str| text.split(' ').next().is_some_and(|first| ASKS.contains(&first.trim_end_matches(',')));
    let text = sentences.filter(asks).collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(Step { text, command: None })
}

/// One event with its explanation.
pub(super) fn trace(log: &Log, number: u32) -> Trace {
    let lines = log.lines_of(number);
    let (first, last) = log.span_of(number);
    let parsed = log.parse(first - 1);
    let outcome = log.indexed(number).map_or(Outcome::Unknown, |trace| trace.outcome);
    let key = parsed.entry.map(|entry| event::key(entry, parsed.origin.program, parsed.body()));
    Trace {
        trace: number,
        kind: TraceType::Event,
        format: parsed.entry.map_or("", |entry| entry.format.id).into(),
        id: key.map(|key| format!("{:08x}", key as u32)),
        sender: None,
        bytes: None,
        message_id: None,
        user: None,
        client: None,
        login: None,
        scan: None,
        started: utc(log, first - 1),
        ended: utc(log, last - 1),
        shown: shown(log, first - 1),
        first_line: first,
        last_line: last,
        count: Some(
            lines.iter().take(COUNTED).map(|line| repeats::times(log, *line).0).sum::<u32>()
                + lines.len().saturating_sub(COUNTED) as u32,
        ),
        outcome,
        attempts: Vec::new(),
        links: log.links_of(number).map(|link| seen_from(number, *link)).collect(),
        explanation: explain(log, lines),
    }
}

pub(super) fn explain(log: &Log, lines: &[u32]) -> Explanation {
    // No event is without a line.
    let lead = lead(log, lines).unwrap_or_else(|| lines[0]);
    let told = EventWords::of(log, lead);
    let cites = Cited::new(lead, []);
    let Some(told) = told else {
        let headline = "A line of the server's log.".into();
        let (story, next, missing) = Default::default();
        return Explanation {
            story,
            stage: Stage::OurServer,
            party: Party::Nobody,
            next,
            missing,
            ..Explanation::new(headline, cites)
        };
    };
    let mut told = told;
    let root = root(log, lead);
    // Where another line says why, what such a fault can mean is no news.
    let means = if root.is_some() { "" } else { &*told.means };
    let mut story = vec![sentence(log, lead, format!("{}{means}", told.text), told.level)];
    if let Some((line, root)) = root {
        if log.parse(lead - 1).entry.is_some_and(|entry| entry.is(Sign::Undeclared)) {
            told.headline = format!("Probably only a consequence: {}", told.headline);
        }
        let text = format!("What was reported just before says why: {}", root.headline);
        story.push(sentence(log, line, text, root.level));
        (told.party, told.next) = (root.party, root.next);
    }
    let same = alike(log, lines, lead);
    let written = same.iter().copied().take(NAMED).map(|line| repeats::times(log, line));
    let (often, by): (Vec<u32>, Vec<u32>) = written.unzip();
    let often = often.into_iter().sum::<u32>() as usize + same.len().saturating_sub(NAMED);
    if often > 1 {
        let text = if often == same.len() {
            let lines = count(same.len(), "line");
            match differing(log, &same) {
                Some(named) => format!("The log has {lines} of this kind, about {named}."),
                None => format!("The log has {lines} like this."),
            }
        } else {
            format!("This was logged {}, some of them folded into one line.", times(often))
        };
        let named = same.iter().copied().take(NAMED).chain(by);
        story.push(Sentence { lines: Cited::new(lead, named), ..sentence(log, lead, text, Level::Info) });
    }
    // Lines that say that all is well are one event, and each kind of them is told once.
    let mut kinds = vec![log.claim_of(lead - 1)];
    for &line in lines {
        let claim = log.claim_of(line - 1);
        if !kinds.contains(&claim) && kinds.len() < NAMED {
            kinds.push(claim);
            let says = line::says_of(&log.parse(line - 1));
            story.extend(says.map(|says| sentence(log, line, says, Level::Info)));
        }
    }
    sort::by_key(&mut story, |sentence| if told.level < Level::Warning { sentence.lines[0] } else { 0 });
    if kinds.len() > 1 {
        told.next.iter_mut().filter(|step| step.text == AROUND).for_each(|step| step.text = AFTER.into());
    }
    let lasts = (told.party != Party::Nobody).then_some(Lasts::Permanent);
    Explanation {
        story,
        stage: Stage::OurServer,
        party: told.party,
        lasts,
        next: told.next,
        ..Explanation::new(told.headline, cites)
    }
}

/// The event that tells what this one follows from.
pub(super) fn root_of(log: &Log, number: u32) -> Option<u32> {
    let (line, _) = root(log, lead(log, log.lines_of(number))?)?;
    log.trace_of(line - 1).filter(|root| *root != number)
}

/// The line, from 1, that tells why this one came about, where it only follows, and what it says.
pub(super) fn root_told(log: &Log, line: u32) -> Option<(u32, Explanation)> {
    let (line, _) = root(log, line)?;
    Some((line, explain(log, &[line])))
}

/// True for what the system itself logged.
fn of_system(entry: &Entry) -> bool {
    entry.format.kind == FormatKind::System
}

/// What a report follows from, where it only follows: the nearest one before it that says more, of the same software.
fn root(log: &Log, lead: u32) -> Option<(u32, EventWords)> {
    let entry = log.parse(lead - 1).entry?;
    if entry.is(Sign::Undeclared) {
        // What a filter asks for and doesn't get, it doesn't know further down.
        let lacks = |line: u32| log.parse(line - 1).entry.is_some_and(|of| of.is(Sign::NoCapability));
        let line = before(log, &[lead], lacks)?;
        return Some((line, EventWords::of(log, line)?));
    }
    let entry = Some(entry).filter(|entry| entry.pattern.follows)?;
    let user = |line: u32| {
        let parsed = log.parse(line - 1);
        Some(lossy(parsed.entry?.part(Role::User, &parsed.captures)?.of(parsed.body())).to_lowercase())
    };
    // What is about one user follows from what was said of that one, or by the same process.
    let about = user(lead);
    let process = |line: u32| log.parse(line - 1).origin.pid.to_vec();
    let of_same = |line: u32| about.is_none() || user(line) == about || process(line) == process(lead);
    let says_more = |line: u32, own: bool| {
        log.level(line - 1).is_some_and(|level| level >= Level::Warning)
            && of_same(line)
            && log.parse(line - 1).entry.is_some_and(|other| {
                let near = own && (of_system(entry) || other.format.realm == entry.format.realm);
                !other.pattern.follows && (near || of_system(other))
            })
    };
    // The process that a report names says best why it ended.
    let parsed = log.parse(lead - 1);
    let pid = entry.datum(Datum::Process, &parsed.captures).map(|at| at.of(parsed.body()).to_vec());
    let of_pid = |pid: &[u8]| {
        before(log, &[lead], |line| says_more(line, true) && log.parse(line - 1).origin.pid == pid)
    };
    // What the system itself did to a program, it can log just after.
    let after = || (lead + 1..=(lead + 5).min(log.lines())).find(|&line| says_more(line, false));
    let next = || {
        let line = Some(lead + 1).filter(|line| entry.is(Sign::NamedAfter) && *line <= log.lines())?;
        (says_more(line, true) && process(line) == process(lead)).then_some(line)
    };
    let nearest = || before(log, &[lead], |line| says_more(line, true));
    let line = pid.as_deref().and_then(of_pid).or_else(next).or_else(nearest).or_else(after)?;
    Some((line, EventWords::of(log, line)?))
}

fn sentence(log: &Log, line: u32, text: String, level: Level) -> Sentence {
    Sentence { shown: shown(log, line - 1), text, lines: Cited::new(line, []), level }
}

/// What the list of traces shows of an event.
pub(super) fn row(log: &Log, number: u32) -> Row {
    let lines = log.lines_of(number);
    let (first, _) = log.span_of(number);
    Row {
        trace: number,
        kind: TraceType::Event,
        format: log.parse(first - 1).entry.map_or("", |entry| entry.format.id).into(),
        outcome: log.indexed(number).map_or(Outcome::Unknown, |trace| trace.outcome),
        from: Some(explain(log, lines).headline),
        to: None,
        more: lead(log, lines).map_or(0, |lead| alike(log, lines, lead).len().saturating_sub(1)) as u32,
        client: None,
        why: None,
        shown: shown(log, first - 1),
        attempts: 0,
    }
}

/// Adds to the explanation of another trace what its lines of unknown text say, and what an event near it explains.
pub(super) fn add(log: &Log, trace: &mut Trace) {
    let unknown = |line: &&u32| log.parse(**line - 1).entry.is_some_and(|entry| entry.partly);
    let partly: Vec<u32> = log.lines_of(trace.trace).iter().filter(unknown).copied().collect();
    // What is only near in time explains nothing that the trace's own lines explain.
    let cause =
        log.causes_of(trace.trace).first().copied().filter(|link| !link.guess || is_vague(log, trace));
    let explanation = &mut trace.explanation;
    if let Some(told) = lead(log, &partly).and_then(|line| EventWords::of(log, line)) {
        let known = trace.attempts.iter().any(|attempt| attempt.reason.is_some());
        if told.level >= Level::Permanent && explanation.party == Party::Nobody && !known {
            let own = explain(log, &partly);
            *explanation = Explanation {
                story: std::mem::take(&mut explanation.story),
                missing: std::mem::take(&mut explanation.missing),
                ..own
            };
        }
        for &line in partly.iter().take(NAMED) {
            let Some(told) = EventWords::of(log, line) else { continue };
            let text = told.text + &told.means;
            if explanation.story.iter().all(|other| other.text != text) {
                explanation.story.push(sentence(log, line, text, told.level));
            }
        }
        sort::by_key(&mut explanation.story, |sentence| sentence.lines[0]);
    }
    if let Some(&Link { from, line, guess, .. }) = cause {
        let event = explain(log, log.lines_of(from));
        if explanation.headline.contains(event.headline.trim_end_matches('.')) {
            return;
        }
        let text = if guess {
            format!("Within seconds the server reported what is probably the cause: {}", event.headline)
        } else {
            reported(log, line, &event)
        };
        explanation.story.push(sentence(log, line + 1, text, Level::Alert));
    }
}

/// What the process of a trace reported beside it: why, where that is known.
pub(super) fn reported(log: &Log, line: u32, event: &Explanation) -> String {
    let parsed = log.parse(line);
    let unknown = parsed.entry.is_none_or(|entry| entry.partly) && fault_in(&parsed).is_none();
    if unknown {
        return format!("The same process reported just before: \u{201c}{}\u{201d}.", partly::quote(&parsed));
    }
    format!("The same process reported why: {}", event.headline)
}
