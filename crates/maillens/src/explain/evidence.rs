//! The best evidence for why something did not work, wherever it stands: faults that its own lines quote, and what a
//! service that it used reports of itself shortly before. What is only near in time is told with "probably".

use super::connection::{breaks_off, came_in};
use super::event::is_quoted;
use super::pasted::near;
use super::session::{is_guessing, is_in_turn};
use super::steps::is_word;
use super::{adds, event, is, is_document, line, outgoing, repeats, session, shown, stopped};
use crate::export::{Sentence, Step, Trace};
use crate::format::Role;
use crate::knowledge::fault::{self, Found, is_local};
use crate::knowledge::misspelled::{meant, meant_in_sieve};
use crate::knowledge::{Evidence, Named, classify, question};
use crate::log::Log;
use crate::pattern::Entry;
use crate::sort;
use crate::text::lossy;
use crate::time::NEVER;
use crate::vocabulary::{
    AttemptOutcome, Cause, Circumstance, Cited, Level, Login, Outcome, Party, TraceType,
};
use crate::vocabulary::{Datum, Reason, Sign, Software};
use std::cell::Cell;
use std::collections::BTreeSet;

/// So many lines before a trace, and so many nanoseconds, a fault of a service can explain it.
const LINES_BEFORE: u32 = 100;
const TIME_BEFORE: i64 = 60_000_000_000;

/// Adds what explains a trace beyond its own patterns.
pub(super) fn add(log: &Log, trace: &mut Trace) {
    misspelled(trace);
    lacked_login(log, trace);
    never_came(log, trace);
    broke_off(log, trace);
    lacks_domain(log, trace);
    filter_log(log, trace);
    broke_off_often(log, trace);
    same_form(log, trace);
    if super::message::by_answer(log, trace) {
        bad_name(log, trace);
        return;
    }
    let failed = matches!(trace.outcome, Outcome::Failed | Outcome::Deferred)
        || trace.login == Some(Login::Failed)
        || trace.explanation.party == Party::OurServer;
    // What another server said is its own matter.
    // Our own server says in the other's place that no encryption came about.
    let theirs = trace.attempts.iter().any(|tried| {
        tried.code.is_some() && super::is_remote(tried) && tried.reason != Some(Reason::FailedStartTls)
    });
    let others = !matches!(trace.explanation.party, Party::OurServer | Party::Nobody);
    if is_document(log, trace.trace) {
        in_notice(log, trace);
        outgoing::add(log, trace);
        own_reply(log, trace);
        return;
    }
    // These are told of what worked for some, too.
    if super::backscatter::add(log, trace) || super::of_list::add(trace) || !failed {
        return;
    }
    if trace.kind == TraceType::Scan {
        if !stopped::add(log, trace) {
            quoted(log, trace);
        }
        return;
    }
    if unchecked(log, trace)
        || guessing(log, trace)
        || whose_login(log, trace)
        || old_resolver(log, trace)
        || unproven_records(log, trace)
        || outgoing::add(log, trace)
        || not_signed_in(log, trace)
        || tried_no_login(log, trace)
        || came_back(log, trace)
        || taking_turns(log, trace)
        || overridden(log, trace)
        || relay_lost(log, trace)
        || checked_first(log, trace)
        || stopped::add(log, trace)
        || super::own_name::add(log, trace)
        || follows(log, trace)
        || beneath(log, trace)
        || closed_folder(log, trace)
        || listed_twice(log, trace)
        || stale(log, trace)
        || meant_for_us(log, trace)
        || of_library(log, trace)
        || spoke_plain(log, trace)
        || slow_lookup(log, trace)
        || forged(log, trace)
    {
        return;
    }
    if !theirs && !others {
        quoted(log, trace);
    }
    if !filter_says(log, trace) && is_vague(log, trace) {
        caused(log, trace);
    }
    named_before(log, trace);
    home_of_root(log, trace);
    bad_name(log, trace);
}

/// Where the downloads of one user break off again and again, once is no excuse.
fn broke_off_often(log: &Log, trace: &mut Trace) {
    let Some(user) = trace.user.clone().filter(|_| trace.kind == TraceType::Session) else { return };
    let broke = |line: &u32| is(log, *line, Sign::NoGoodbye);
    if !log.lines_of(trace.trace).iter().any(broke) {
        return;
    }
    let theirs = |line: &u32| value_of(log, *line, |field| field.role == Role::User).as_ref() == Some(&user);
    let all: Vec<u32> =
        near(log, trace.first_line, trace.last_line).filter(|line| broke(line) && theirs(line)).collect();
    let explanation = &mut trace.explanation;
    let Some(told) = explanation.story.iter_mut().find(|told| told.text == session::ONCE) else { return };
    if let ([first, rest @ ..], true) = (&all[..], all.len() > 1) {
        told.text = format!(
            "{} downloads of {user} broke off in this log: the connection there probably is slow or breaks, or an antivirus program that checks email stops it.",
            all.len()
        );
        told.lines = Cited::new(*first, rest.iter().copied());
        explanation.cites = Cited::new(explanation.cites[0], all.iter().copied());
        explanation.party = Party::Recipient;
        explanation.next.insert(0, Step {
            text: format!("Have {user} try another network, and for a test without the antivirus program's check of email. Until a download ends with QUIT, nothing is deleted on the server, and the app can fetch the same messages again."),
            command: None,
        });
    }
}

/// Where one password couldn't be judged, since it's stored in a form that this server doesn't know, and that of another user
/// isn't taken in the same minutes, with no line that says why: probably it's the same.
fn same_form(log: &Log, trace: &mut Trace) {
    const SOON: u64 = 600_000_000_000;
    let refused = trace.kind == TraceType::Session && trace.login == Some(Login::Failed);
    if !refused || !matches!(super::decided(log, trace.trace), Some(Cause::Either | Cause::WrongLogin)) {
        return;
    }
    let at = log.instant(trace.last_line - 1);
    let other = |line: &u32| {
        is(log, *line, Sign::HashUnknown)
            && log.instant(line - 1).abs_diff(at) <= SOON
            && log.trace_of(line - 1) != Some(trace.trace)
    };
    let Some(line) = near(log, trace.first_line, trace.last_line).find(other) else { return };
    let Some(says) = line::says_of(&log.parse(line - 1)) else { return };
    let user = trace.user.clone().unwrap_or_else(|| "a user".into());
    let explanation = &mut trace.explanation;
    explanation.headline =
        format!("Login of {user} refused, probably for the same reason as that of another user: {says}");
    explanation.story.push(Sentence {
        shown: shown(log, line - 1),
        text: format!("Of another user, a line says why: {says} No line says it of {user}."),
        lines: Cited::new(line, []),
        level: Level::Warning,
    });
    explanation.cites.add([line]);
    explanation.party = Party::OurServer;
    explanation.next = super::known::of_line(log, line, false).map_or_else(Vec::new, |helps| helps.steps);
}

/// Where this server found no way to log in at its relay that both know, that is why the relay took nothing.
fn lacked_login(log: &Log, trace: &mut Trace) {
    let own = log.lines_of(trace.trace);
    let Some(line) = own.iter().copied().find(|line| is(log, *line, Sign::NoCommonLogIn)) else { return };
    let parsed = log.parse(line - 1);
    let (Some(entry), true) = (parsed.entry, trace.outcome.is_problem()) else { return };
    let explanation = &mut trace.explanation;
    explanation.because(&line::says(entry, parsed.body(), &parsed.captures));
    explanation.cites.add([line]);
    explanation.party = Party::OurServer;
    explanation.circumstance = Some(Circumstance::OwnSetting);
    explanation.next = super::known::of_line(log, line, false).map_or_else(Vec::new, |helps| helps.steps);
}

/// Where a check of an address says no, and this server turned mail away for it: who is told so must act.
pub(super) fn asked(log: &Log, trace: &mut Trace) {
    let of = |tried: &crate::export::Attempt| tried.recipient.as_deref().map(str::to_ascii_lowercase);
    let asked: Vec<String> = trace.attempts.iter().filter_map(of).collect();
    let refused = |line: &u32| {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry else { return false };
        let Some((entry, text, captures)) = line::reason(entry, parsed.body(), &parsed.captures) else {
            return false;
        };
        let address = entry.part(Role::Address, &captures).map(|at| lossy(at.of(text)).to_ascii_lowercase());
        entry.is(Sign::AddressChecked) && address.is_some_and(|address| asked.contains(&address))
    };
    let failed = trace.outcome.is_problem();
    let Some(line) = around(log, trace).find(refused).filter(|_| failed) else { return };
    let no = trace.attempts.iter().any(|tried| tried.status.as_deref().is_some_and(|of| of.starts_with('5')));
    // What was refused while the check still ran is refused for good by its answer.
    let report = (!no).then(|| event::explain(log, &[line]));
    let client = value_of(log, line, |field| field.role == Role::Client);
    let what = log.parse(line - 1);
    let what = what.entry.and_then(|entry| line::reason(entry, what.body(), &what.captures)).and_then(
        |(entry, text, captures)| Some(lossy(entry.part(Role::State, &captures)?.of(text)).to_lowercase()),
    );
    let what = what.map_or_else(String::new, |what| format!(" of a {what}"));
    let client = client.as_deref().unwrap_or("a client");
    let text = format!("Because of this check{what}, the server turned {client} away.");
    adds(log, trace, Cited::new(line, []), text, Level::Info);
    let explanation = &mut trace.explanation;
    if let Some(report) = report {
        (explanation.party, explanation.next) = (report.party, report.next);
    }
}

/// The lines around those of a trace, from 1, ascending. A message that waits for days has a whole log between its lines: what
/// is far from all of them is left out.
pub(super) fn around(log: &Log, trace: &Trace) -> impl Iterator<Item = u32> {
    let own = log.lines_of(trace.trace);
    let mut next = 1;
    own.iter().flat_map(move |line| {
        let first = line.saturating_sub(LINES_BEFORE).max(next);
        next = next.max(line.saturating_add(LINES_BEFORE).min(log.lines()) + 1);
        first..next
    })
}

/// Log-ins that failed, put together.
#[derive(Default)]
struct LoginTries {
    /// How many, with those that a line only counts.
    all: u32,
    /// Their lines, from 1.
    lines: Vec<u32>,
    users: Vec<String>,
    clients: Vec<String>,
    /// True where one of them came over a port for email apps.
    by_apps: bool,
}

/// Strangers whose addresses take turns try so soon after each other, in nanoseconds.
const TURNS: u64 = 150_000_000_000;

/// Where one address, or several in turn, fail to log in with one name after the other, somebody guesses passwords: no
/// user must act.
pub(super) fn guessing(log: &Log, trace: &mut Trace) -> bool {
    if !matches!(trace.kind, TraceType::Connection | TraceType::Event) {
        return false;
    }
    let of = |line: u32| {
        super::turned_away(log, &[line]).filter(|reason| *reason == Reason::SecurityError)?;
        let parsed = log.parse(line - 1);
        let entry = parsed.entry?;
        let value = |role| Some(lossy(entry.part(role, &parsed.captures)?.of(parsed.body())).into_owned());
        let client = value(Role::Client)?;
        Some((client, value(Role::User)))
    };
    let Some((client, _)) = trace.explanation.cites.iter().copied().find_map(of) else { return false };
    let at = log.instant(trace.explanation.cites[0] - 1);
    // An event holds the tries of all; beside it, only the same address counts.
    let own = if trace.kind == TraceType::Event { log.lines_of(trace.trace) } else { &[] };
    let near: BTreeSet<u32> = around(log, trace).chain(own.iter().copied()).collect();
    let gather = |counts: &dyn Fn(u32, &str) -> bool| {
        let mut tries = LoginTries { clients: vec![client.clone()], ..LoginTries::default() };
        for &line in &near {
            let Some((other, user)) = of(line).filter(|(other, _)| counts(line, other)) else { continue };
            if !tries.clients.contains(&other) {
                tries.clients.push(other);
            }
            tries.all += repeats::times(log, line).0;
            tries.lines.push(line);
            let user = user.unwrap_or_default();
            if !user.is_empty() && !tries.users.contains(&user) {
                tries.users.push(user);
            }
            let program = lossy(log.parse(line - 1).origin.program).into_owned();
            tries.by_apps |= program.contains("submission") || program.contains("smtps");
        }
        tries
    };
    let mut tries = gather(&|line, other| other == client || own.binary_search(&line).is_ok());
    let mut strangers = false;
    if !is_guessing(tries.all, tries.users.len() as u32) {
        // Many who mistype at once are no crowd of strangers: these try each name, or come from each address, once.
        tries = gather(&|line, other| at.abs_diff(log.instant(line - 1)) <= TURNS && !is_local(other));
        strangers = is_in_turn(tries.all, tries.users.len(), tries.clients.len(), !tries.by_apps);
        if !strangers {
            return false;
        }
    }
    let LoginTries { all, lines: failed, users, clients, .. } = tries;
    // Who got in before or after is nobody who guesses, or guessed right.
    let got_in = |line: &u32| {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry.filter(|entry| entry.pattern.level < Level::Warning) else {
            return false;
        };
        let of = |role| Some(lossy(entry.part(role, &parsed.captures)?.of(parsed.body())).into_owned());
        of(Role::Client).is_some_and(|of| clients.contains(&of)) && of(Role::User).is_some()
    };
    let worked = near.iter().any(got_in);
    if worked && strangers {
        return false;
    }
    let explanation = &mut trace.explanation;
    let with = if users.is_empty() { String::new() } else { format!(" with {} usernames", users.len()) };
    let these = if clients.len() == 1 { "this address" } else { "these addresses" };
    explanation.headline = match clients.len() {
        more if strangers => {
            format!(
                "Strangers are probably guessing passwords: {all} failed logins{with} from {more} addresses."
            )
        }
        1 => format!("{client} is guessing passwords: {all} failed logins{with} in this log."),
        more => format!("{more} addresses are guessing passwords: {all} failed logins{with} in this log."),
    };
    let named: Vec<&str> = users.iter().take(GREPPED).map(String::as_str).collect();
    if let (Some(first), false) = (failed.first(), named.is_empty()) {
        explanation.story.push(Sentence {
            shown: shown(log, first - 1),
            text: format!("The usernames that were tried: {}.", named.join(", ")),
            lines: Cited::new(*first, failed.iter().copied()),
            level: Level::Info,
        });
    }
    if let (Some(first), false) = (failed.first(), worked) {
        explanation.story.push(Sentence {
            shown: shown(log, first - 1),
            text: format!("In this log, no login from {these} worked. Such attempts are common; strong passwords withstand them."),
            lines: Cited::new(*first, failed.iter().copied()),
            level: Level::Info,
        });
    }
    explanation.circumstance = Some(Circumstance::Guessing);
    explanation.party = if worked { Party::OurServer } else { Party::Nobody };
    explanation.lasts = explanation.lasts.filter(|_| worked);
    let ips: Vec<String> = clients
        .iter()
        .filter_map(|client| client.parse::<std::net::IpAddr>().ok())
        .take(GREPPED)
        .map(|ip| format!("-e {ip}"))
        .collect();
    explanation.next = vec![
        Step {
            text: format!("See whether a login from {these} ever worked; if one did, change that password:"),
            command: (!ips.is_empty()).then(|| format!("grep -rF {} /var/log/", ips.join(" "))),
        },
        Step {
            text: format!(
                "To have less of it, block {these} in the firewall, or let fail2ban block such addresses automatically. No user must act."
            ),
            command: None,
        },
    ];
    true
}

/// Where a program couldn't start because its port was taken, and a list of sockets beside it shows who has it.
pub(super) fn taken(log: &Log, trace: &mut Trace) {
    // Who starts a program knows it by another name than its process has.
    const UNITS: &[(&str, &str)] = &[("master", "postfix"), ("couriertcpd", "courier-imap")];
    // lsof and netstat name ports as /etc/services does.
    const NAMES: &[(&str, &str)] = &[
        ("smtp", "25"),
        ("pop3", "110"),
        ("pop-3", "110"),
        ("imap2", "143"),
        ("imap", "143"),
        ("urd", "465"),
        ("submissions", "465"),
        ("submission", "587"),
        ("imaps", "993"),
        ("pop3s", "995"),
    ];
    let line = trace.explanation.cites[0];
    let parsed = log.parse(line - 1);
    let said = lossy(parsed.body()).to_ascii_lowercase();
    let is_taken = ["address already in use", "address already used"].iter().any(|of| said.contains(of));
    let Some(entry) = parsed.entry.filter(|_| is_taken) else { return };
    let port = value_of(log, line, |field| field.datum == Some(Datum::WantedPort))
        .or_else(|| value_of(log, line, |field| field.role == Role::Port));
    let holder = |line: u32| {
        is(log, line, Sign::Listening).then_some(())?;
        let local = value_of(log, line, |field| field.role == Role::Host)?;
        let (_, own) = local.rsplit_once(':')?;
        let own = NAMES.iter().find(|name| name.0 == own).map_or(own, |name| name.1).to_owned();
        let fits = port.as_ref().is_none_or(|port| *port == own);
        fits.then(|| Some((line, value_of(log, line, |field| field.role == Role::Program)?, own)))?
    };
    let holders: Vec<(u32, String, String)> = around(log, trace).filter_map(holder).collect();
    let Some((found, program, own)) = holders.first().cloned() else { return };
    // tcpserver names no port: one that is listed alone is meant.
    if port.is_none() && holders.iter().any(|other| other.2 != own) {
        return;
    }
    let port = own;
    if !super::steps::is_word(&program) {
        return;
    }
    let unit = UNITS.iter().find(|known| known.0 == program).map_or(&*program, |known| known.1).to_owned();
    let own = entry.format.realm;
    let of = if unit == "postfix" { " (Postfix)" } else { "" };
    let text = format!("{program}{of} has port {port}.");
    adds(log, trace, Cited::new(found, []), text, Level::Warning);
    let explanation = &mut trace.explanation;
    let start = if own == "qmail" {
        "svc -u /service/*; svstat /service/*".to_owned()
    } else {
        format!("systemctl start {own}")
    };
    explanation.next = vec![Step {
        text: format!(
            "If {unit} isn't the one that should listen there, stop it for good, then start {own}:"
        ),
        command: Some(format!("systemctl disable --now {unit} && {start}")),
    }];
}

/// Where a mail filter uses a word that is nearly one of Sieve's, it's misspelled: nothing has to be declared.
pub(super) fn mistyped(log: &Log, trace: &mut Trace) {
    let line = trace.explanation.cites[0];
    if !is(log, line, Sign::Undeclared) {
        return;
    }
    let value = |role| value_of(log, line, |field| field.role == role);
    let Some((word, number)) = value(Role::Text).zip(value(Role::Count)) else { return };
    let Some(meant) = meant_in_sieve(&word).filter(|_| event::root_told(log, line).is_none()) else { return };
    let explanation = &mut trace.explanation;
    let text = format!(
        "Line {number} of the mail filter has a misspelled word: \u{201c}{word}\u{201d} instead of \u{201c}{meant}\u{201d}."
    );
    explanation.headline.clone_from(&text);
    let told = explanation.story.iter_mut().find(|told| told.lines.contains(&line));
    if let Some(told) = told {
        told.text.clone_from(&text);
    }
    if let Some(step) = explanation.next.first_mut() {
        step.text = format!(
            "Correct it in line {number} to \u{201c}{meant}\u{201d}, and save the rules again: until then, none of them works."
        );
        step.command = None;
    }
}

/// Where a filter wasn't used, its own log beside it says what is wrong with it.
fn filter_log(log: &Log, trace: &mut Trace) {
    let broken = |line: &u32| {
        log.parse(line - 1).entry.is_some_and(|entry| entry.pattern.cause == Some(Cause::FilterBroken))
    };
    let own = log.lines_of(trace.trace);
    let Some(decides) = own.iter().copied().find(broken) else { return };
    let says = |line: &u32| {
        [Sign::NoCapability, Sign::Undeclared, Sign::FilterMistake].into_iter().any(|of| is(log, *line, of))
    };
    let Some(line) = around(log, trace).find(says) else { return };
    let report = event::explain(log, &[line]);
    let stored = trace.outcome == Outcome::Delivered && report.party == Party::OurServer;
    let explanation = &mut trace.explanation;
    explanation.because(&report.headline);
    explanation.cites = Cited::new(line, [decides]);
    // What is wrong is told with the filter's own log, and the mail itself came.
    (explanation.party, explanation.next) =
        if stored { (Party::Nobody, Vec::new()) } else { (report.party, report.next) };
}

/// Where a server's reply says only that something failed there, and a mail server's own lines beside it tell of trouble, the
/// reply is probably its own.
fn own_reply(log: &Log, trace: &mut Trace) {
    let decides = trace.explanation.cites[0];
    let vague = |text: &str| ["4.3.", "451"].iter().any(|code| text.contains(code));
    if trace.kind != TraceType::Dialogue
        || trace.explanation.party != Party::TheirServer
        || !vague(&lossy(log.parse(decides - 1).body()))
    {
        return;
    }
    let serious = |line: &u32| {
        let entry = log.parse(line - 1).entry;
        let ours = || super::known::of_line(log, *line, false).and_then(|helps| helps.party);
        entry.is_some_and(|of| {
            of.format.server().is_some() && of.pattern.level >= Level::Warning && !of.pattern.follows
        }) && ours() == Some(Party::OurServer)
    };
    let Some(line) = around(log, trace).find(serious) else { return };
    let report = event::explain(log, &[line]);
    let explanation = &mut trace.explanation;
    explanation.headline = format!("{} Probably because: {}", explanation.headline, report.headline);
    explanation.cites = Cited::new(line, [decides]);
    explanation.missing.clear();
    (explanation.party, explanation.next) = (report.party, report.next);
}

/// Where a mail server refused a login and the service that it asked had just reported that it can't check this user's
/// password, or nobody's: what was entered was compared with nothing.
fn unchecked(log: &Log, trace: &mut Trace) -> bool {
    const SOON: i64 = 15_000_000_000;
    if !matches!(trace.kind, TraceType::Connection | TraceType::Event)
        || super::turned_away(log, &trace.explanation.cites) != Some(Reason::SecurityError)
    {
        return false;
    }
    let refused: Vec<u32> = trace.explanation.cites.iter().copied().collect();
    let of = |line, role: Role| value_of(log, line, |field| field.role == role);
    let (user, client) = (of(refused[0], Role::User), of(refused[0], Role::Client));
    let at = log.instant(refused[0] - 1);
    let line = before(log, &refused[..1], |line| {
        let parsed = log.parse(line - 1);
        let Some(cause) = parsed.entry.filter(|entry| of_dovecot(entry)) else { return false };
        let (cause, level) = (cause.pattern.cause, cause.pattern.level);
        let names = |of: &[u8], own: &Option<String>| {
            own.as_deref().is_some_and(|own| lossy(of).eq_ignore_ascii_case(own))
        };
        let theirs = names(parsed.origin.user, &user) || names(parsed.origin.client, &client);
        level == Level::Alert
            && at.saturating_sub(log.instant(line - 1)) <= SOON
            && match cause {
                Some(Cause::AuthService) => theirs || parsed.origin.user.is_empty(),
                Some(Cause::Config | Cause::Server | Cause::Permission) => theirs,
                _ => false,
            }
    });
    let Some(line) = line else { return false };
    let report = event::explain(log, &[line]);
    let explanation = &mut trace.explanation;
    let who = user.map_or_else(|| "A login".into(), |user| format!("The login of {user}"));
    explanation.headline =
        format!("{who} failed on the server's side, whatever the app sent: {}", report.headline);
    explanation.story.extend(report.story);
    sort::by_key(&mut explanation.story, |sentence| sentence.lines[0]);
    explanation.party = report.party;
    explanation.next = report.next;
    true
}

/// Where a mail server's line about a login that it refused names no user, the service that it asked did so just before.
fn whose_login(log: &Log, trace: &mut Trace) -> bool {
    const SOON: u64 = 3_000_000_000;
    let refused = |line: &u32| super::turned_away(log, &[*line]) == Some(Reason::SecurityError);
    let named = |line: u32, role: Role| value_of(log, line, |field| field.role == role);
    let Some(line) = trace.explanation.cites.iter().copied().find(refused) else { return false };
    if trace.kind != TraceType::Connection || named(line, Role::User).is_some() {
        return false;
    }
    let at = log.instant(line - 1);
    let tells = |other: u32| {
        refused(&other)
            && log.instant(other - 1).abs_diff(at) <= SOON
            && named(other, Role::User).is_some()
            && named(other, Role::Client).is_none()
            && log.fits(other - 1, |pattern| !pattern.follows)
    };
    let Some(told) = before(log, &[line], tells) else { return false };
    let report = event::explain(log, &[told]);
    let client = named(line, Role::Client).unwrap_or_default();
    let explanation = &mut trace.explanation;
    explanation.headline =
        format!("A login from {client} was refused. Probably because: {}", report.headline);
    explanation.story.extend(report.story);
    sort::by_key(&mut explanation.story, |sentence| sentence.lines[0]);
    explanation.cites.add([line, told]);
    (explanation.party, explanation.next) = (report.party, report.next);
    true
}

/// Whose password failed at an address before it was blocked: the lines that say so stand with the block.
pub(super) fn why_banned(log: &Log, trace: &mut Trace) {
    const SHOWN: usize = 6;
    let Some(line) = trace.explanation.cites.first().copied() else { return };
    let value = |line: u32, role| {
        let parsed = log.parse(line - 1);
        let at = parsed.entry?.part(role, &parsed.captures)?;
        Some(lossy(at.of(parsed.body())).into_owned())
    };
    let Some(client) = value(line, Role::Client).filter(|_| is(log, line, Sign::Banned)) else {
        return;
    };
    let tries: Vec<u32> = around(log, trace)
        .filter(|other| *other < line && value(*other, Role::Client).as_ref() == Some(&client))
        .filter(|other| value(*other, Role::User).is_some())
        .collect();
    trace.explanation.cites.add(tries.into_iter().rev().take(SHOWN));
}

/// A command looks for so many addresses.
const GREPPED: usize = 5;

/// Where the same mail comes from several addresses in turn, greylisting starts again for each of them.
fn taking_turns(log: &Log, trace: &mut Trace) -> bool {
    if super::turned_away(log, &trace.explanation.cites) != Some(Reason::Greylisted) {
        return false;
    }
    let of = |line: u32| {
        let parsed = log.parse(line - 1);
        let entry = parsed.entry.filter(|entry| entry.pattern.level == Level::Temporary)?;
        let value = |role| Some(lossy(entry.part(role, &parsed.captures)?.of(parsed.body())).into_owned());
        Some((value(Role::Sender)?, value(Role::Recipient)?, value(Role::Client)?))
    };
    let Some((from, to, client)) = trace.explanation.cites.iter().copied().find_map(of) else { return false };
    let mut clients = vec![client];
    let mut lines = Vec::new();
    for line in around(log, trace) {
        let Some((other_from, other_to, client)) = of(line) else { continue };
        if other_from == from && other_to == to && !clients.contains(&client) {
            clients.push(client);
            lines.push(line);
        }
    }
    if clients.len() < 2 {
        return false;
    }
    // Told of each of them in the same words.
    crate::sort::up(&mut clients);
    let screened = trace.explanation.cites.iter().any(|line| is(log, *line, Sign::FirstSeen));
    trace.explanation.cites.add(lines);
    let explanation = &mut trace.explanation;
    let what = if screened { "that" } else { "greylisting" };
    explanation.headline = format!(
        "{} The same message comes from several addresses in turn ({}), and {what} starts over for each of them.",
        explanation.headline,
        clients.join(", ")
    );
    // Each of them waits anew, so it does need something.
    for told in &mut explanation.story {
        told.text = told.text.replace(" Nothing needs to be done.", "");
    }
    explanation.party = Party::OurServer;
    explanation.circumstance = Some(Circumstance::TakesTurns);
    if screened {
        if let Some(step) = explanation.next.first_mut() {
            step.text = "Let the sender's pool of servers pass: list its networks with permit in postscreen_access_list. Or turn off the tests after the greeting, which make every new address wait:".into();
        }
        return true;
    }
    explanation.next = vec![Step {
        text: "Exempt the sender's pool of servers from greylisting: allow its host names or networks (with postgrey, in whitelist_clients.local), or let greylisting compare networks instead of single addresses.".into(),
        command: Some("ls /etc/postgrey /etc/postfix/postgrey_whitelist*".into()),
    }];
    true
}

/// What this server refused last for a recipient: for what reason, and the line, from 1.
fn refused_for(log: &Log, trace: &Trace) -> Option<(Reason, u32)> {
    let of = |line: u32| Some((super::turned_away(log, &[line])?, line));
    trace.explanation.cites.iter().copied().find_map(of)
}

/// True for what Dovecot wrote.
fn of_dovecot(entry: &Entry) -> bool {
    entry.format.software() == Some(Software::Dovecot)
}

/// A value that a line names, by its role or by what its field holds.
pub(super) fn value_of(log: &Log, line: u32, fits: impl Fn(&crate::format::Field) -> bool) -> Option<String> {
    let parsed = log.parse(line - 1);
    let entry = parsed.entry?;
    let capture = parsed.captures.iter().find(|capture| fits(entry.field(**capture)))?;
    Some(lossy(capture.at.of(parsed.body())).trim_matches(['<', '>']).to_ascii_lowercase())
}

fn domain_of(log: &Log, line: u32, role: Role) -> Option<String> {
    let address = value_of(log, line, |field| field.role == role)?;
    Some(address.rsplit_once('@')?.1.to_owned()).filter(|domain| super::message::is_name(domain))
}

/// Where Postfix warned that it finds the recipient's domain in two lists, it looks for the mailbox in the wrong place.
fn listed_twice(log: &Log, trace: &mut Trace) -> bool {
    let unknown = |reason: Reason| matches!(reason, Reason::UserUnknown | Reason::NoRelaying);
    let refused = refused_for(log, trace).filter(|(reason, _)| unknown(*reason));
    let refused = refused.and_then(|(_, line)| domain_of(log, line, Role::Recipient));
    let tried = || {
        let of = trace.attempts.iter().rfind(|tried| tried.reason.is_some_and(unknown))?;
        let (_, domain) = of.recipient.as_deref().filter(|_| !super::is_remote(of))?.rsplit_once('@')?;
        Some(domain.to_ascii_lowercase())
    };
    let Some(domain) = refused.or_else(tried) else { return false };
    let warns = |line: &u32| {
        is(log, *line, Sign::InTwoLists)
            && value_of(log, *line, |field| field.role == Role::State).as_ref() == Some(&domain)
    };
    let Some(line) = around(log, trace).find(warns) else { return false };
    let Some(helps) = super::known::of_line(log, line, false) else { return false };
    let lists = value_of(log, line, |field| field.role == Role::Text).unwrap_or_default();
    let text = format!(
        "The domain {domain} is in two lists at once ({lists}), so Postfix looks for its mailboxes in the wrong place."
    );
    adds(log, trace, Cited::new(line, []), text, Level::Warning);
    let explanation = &mut trace.explanation;
    explanation.party = Party::OurServer;
    explanation.next = helps.steps;
    true
}

/// Where Postfix doesn't know an address and warned just then that a table was edited but not compiled, the address is
/// probably one of those that were added.
fn stale(log: &Log, trace: &mut Trace) -> bool {
    let unknown = |reason: Reason| reason == Reason::UserUnknown;
    let refused = refused_for(log, trace).filter(|(reason, _)| unknown(*reason)).map(|(_, line)| line);
    let tried = trace.attempts.iter().rfind(|of| of.reason.is_some_and(unknown) && !super::is_remote(of));
    let Some(decides) = refused.or(tried.and_then(|of| of.end_line)) else { return false };
    let warns = |line: u32| is(log, line, Sign::OlderTable);
    let Some(line) = before(log, &[decides], warns) else { return false };
    let table = value_of(log, line, |field| field.datum == Some(Datum::TableSource)).unwrap_or_default();
    let Some(helps) = super::known::of_line(log, line, false) else { return false };
    let text = format!(
        "Probably because the table {table} was edited but not compiled: Postfix uses its old content, without what was added."
    );
    adds(log, trace, Cited::new(line, []), text, Level::Warning);
    let explanation = &mut trace.explanation;
    explanation.circumstance = Some(Circumstance::OldTable);
    explanation.party = Party::OurServer;
    explanation.next = helps.steps;
    true
}

/// Where no encryption came about, what the TLS library said is the reason.
fn of_library(log: &Log, trace: &mut Trace) -> bool {
    let failed = |of: &crate::export::Attempt| {
        of.reason == Some(Reason::FailedStartTls) && of.outcome != AttemptOutcome::Success
    };
    if !trace.attempts.last().is_some_and(failed) {
        return false;
    }
    let told = trace.explanation.story.iter().enumerate().find_map(|(at, told)| {
        let line = told.lines[0];
        let body = log.parse(line - 1).body().to_vec();
        let own = is(log, line, Sign::TlsDetail);
        let found = fault::first(&body).filter(|of| own && of.fault.kind == fault::FaultKind::Tls)?;
        Some((Some(at), line, found.means(&body).to_owned(), found.party, event::mends(&found, &body)))
    });
    // qmail's result has it itself.
    let said = || {
        let attempt = trace.attempts.last()?;
        let text = attempt.text.as_deref().filter(|text| text.starts_with("TLS connect failed"))?.as_bytes();
        let found = fault::first(text).filter(|of| of.fault.kind == fault::FaultKind::Tls)?;
        let line = attempt.end_line.unwrap_or(attempt.start_line);
        Some((None, line, found.means(text).to_owned(), found.party, event::mends(&found, text)))
    };
    let Some((at, line, means, party, step)) = told.or_else(said) else { return false };
    let explanation = &mut trace.explanation;
    explanation.headline = format!("{} {means}", explanation.headline);
    if let Some(at) = at {
        explanation.story[at].text = means;
    }
    explanation.cites.add([line]);
    explanation.party = party;
    if let Some(step) = step {
        explanation.next = vec![step];
    }
    true
}

/// Where a relay is called at the port that speaks encrypted from the first byte, and nothing greeted: Postfix waited for
/// plain text.
fn spoke_plain(log: &Log, trace: &mut Trace) -> bool {
    let silent = |of: &&crate::export::Attempt| {
        let text = of.text.as_deref().unwrap_or_default();
        of.remote.as_deref().is_some_and(|remote| remote.ends_with("]:465"))
            && text.contains("the initial server greeting")
    };
    let hinted = trace
        .explanation
        .story
        .iter()
        .find(|told| told.lines.iter().any(|line| is(log, *line, Sign::WrapperUnknown)));
    if let Some(told) = hinted.filter(|_| trace.outcome.is_problem()) {
        let (text, line) = (told.text.clone(), told.lines[0]);
        let explanation = &mut trace.explanation;
        if !explanation.headline.contains(&text) {
            explanation.headline = format!("{} {text}", explanation.headline);
        }
        explanation.cites.add([line]);
        return true;
    }
    let Some(line) = trace.attempts.last().filter(silent).map(|of| of.end_line.unwrap_or(of.start_line))
    else {
        return false;
    };
    let text = "Port 465 speaks encrypted (TLS) from the first byte, and Postfix probably waited for a greeting in plain text, which never comes there.";
    adds(log, trace, Cited::new(line, []), text.into(), Level::Warning);
    let explanation = &mut trace.explanation;
    explanation.party = Party::OurServer;
    explanation.next = vec![Step {
        text: "In relayhost, write port 587 (STARTTLS) instead of 465; or, from Postfix 3.0 on, keep 465 and set encryption from the first byte:".into(),
        command: Some("postconf -e smtp_tls_wrappermode=yes smtp_tls_security_level=encrypt && postfix reload".into()),
    }];
    true
}

/// Where a message that failed the check of its sender came from a machine without a name, it's forged: nobody must act.
fn forged(log: &Log, trace: &mut Trace) -> bool {
    let refused = refused_for(log, trace).filter(|(reason, _)| *reason == Reason::AuthFailure);
    let Some((_, line)) = refused.filter(|_| trace.user.is_none()) else { return false };
    let value = |datum: Datum| value_of(log, line, |field| field.datum == Some(datum));
    let nameless = value(Datum::ClientName).is_some_and(|host| host == "unknown");
    if !nameless || value(Datum::Greeting).is_none_or(|helo| helo.contains('.')) {
        return false;
    }
    let client = trace
        .client
        .clone()
        .or_else(|| value_of(log, line, |field| matches!(field.role, Role::Client | Role::Ip)))
        .unwrap_or_default();
    let text = format!(
        "It's probably forged: it came from {client}, which has no name in the DNS and greeted with none, as no mail server does."
    );
    adds(log, trace, Cited::new(line, []), text, Level::Info);
    let explanation = &mut trace.explanation;
    explanation.circumstance = Some(Circumstance::Forged);
    explanation.party = Party::Nobody;
    explanation.lasts = None;
    explanation.next = vec![Step {
        text: "Nothing needs to be done. Only if the message was expected, its sender must send it through a server that its domain allows.".into(),
        command: None,
    }];
    true
}

/// Where the line that decides a message only follows from what was reported just before it, that is the cause.
fn follows(log: &Log, trace: &mut Trace) -> bool {
    let decides = trace.explanation.cites[0];
    let fits = matches!(trace.kind, TraceType::Message | TraceType::Session) && trace.attempts.is_empty();
    let root = Some(decides).filter(|_| fits);
    let Some((line, report)) = root.and_then(|line| event::root_told(log, line)) else { return false };
    let explanation = &mut trace.explanation;
    explanation.headline = format!("{} {}", report.headline, explanation.headline);
    explanation.story.splice(0..0, report.story);
    explanation.cites.add([decides, line]);
    (explanation.party, explanation.next) = (report.party, report.next);
    true
}

/// Where a delivery looked a user up, no app took part: nobody mistyped a name.
pub(super) fn of_delivery(log: &Log, trace: &mut Trace) {
    let lead = trace.explanation.cites[0];
    if !is(log, lead, Sign::NoSuchUser) || !log.parse(lead - 1).origin.client.is_empty() {
        return;
    }
    let asked = lossy(log.parse(lead - 1).line).into_owned();
    let for_it = |line: &u32| {
        let unknown = |tried: &crate::export::Attempt| {
            tried.reason == Some(Reason::UserUnknown)
                && tried.recipient.as_deref().is_some_and(|to| asked.contains(&format!("({to})")))
        };
        let message = log.trace_of(line - 1).filter(|of| {
            log.indexed(*of).is_some_and(|of| of.kind == TraceType::Message && of.outcome.is_problem())
        });
        message.is_some_and(|of| super::attempts(log, of).iter().any(unknown))
    };
    let Some(line) = around(log, trace).find(for_it) else { return };
    let explanation = &mut trace.explanation;
    explanation.cites.add([line]);
    (explanation.party, explanation.lasts) = (Party::Nobody, None);
    explanation.next.clear();
}

/// Where a client was turned away for what it is, and the same address sends for the same sender after a login, one of two
/// devices there doesn't log in: as a stranger it's checked, and its owner can change that.
fn not_signed_in(log: &Log, trace: &mut Trace) -> bool {
    let of_content = |reason| {
        matches!(
            reason,
            Reason::UserUnknown
                | Reason::MailboxFull
                | Reason::SpamDetected
                | Reason::VirusDetected
                | Reason::MesgTooBig
        )
    };
    let refused = refused_for(log, trace).filter(|(reason, _)| !of_content(*reason));
    let Some((_, line)) = refused.filter(|_| trace.kind == TraceType::Connection) else { return false };
    let value = |line: u32, role| value_of(log, line, |field| field.role == role);
    let (Some(from), Some(client)) = (value(line, Role::Sender), value(line, Role::Client)) else {
        return false;
    };
    if value(line, Role::User).is_some_and(|user| user.contains('@')) {
        return false;
    }
    let logged_in = |other: &u32| {
        log.level(other - 1) < Some(Level::Warning)
            && value(*other, Role::User).as_ref() == Some(&from)
            && value(*other, Role::Client).as_ref() == Some(&client)
    };
    let Some(with) = around(log, trace).find(logged_in) else { return false };
    let text = format!(
        "It had not logged in, so it was turned away like a stranger: from the same address, {from} was let in after a login, and a device or app there probably sends without one."
    );
    adds(log, trace, Cited::new(with, [line]), text, Level::Warning);
    let explanation = &mut trace.explanation;
    explanation.cites.add([with]);
    explanation.party = Party::Sender;
    explanation.circumstance = Some(Circumstance::NotSignedIn);
    explanation.next = vec![Step {
        text: "Turn on the login for the outgoing server in the device or app that couldn't send, with the whole address and its password, at port 587 or 465.".into(),
        command: None,
    }];
    true
}

/// Where our own mailbox service turned a message down, and a line of the same user reports what is really wrong: Dovecot
/// calls a disk that is full a quota, too, and a count that's out of date says that a mailbox is full.
fn beneath(log: &Log, trace: &mut Trace) -> bool {
    let ours = |tried: &&crate::export::Attempt| {
        !super::is_remote(tried) && matches!(tried.reason, Some(Reason::MailboxFull | Reason::UserUnknown))
    };
    let Some(tried) = trace.attempts.last().filter(ours) else { return false };
    let (Some(to), unknown) = (tried.recipient.clone(), tried.reason == Some(Reason::UserUnknown)) else {
        return false;
    };
    let own = trace.explanation.cites[0];
    let soon = |line: u32| {
        let (at, of) = (log.instant(own - 1), log.instant(line - 1));
        at == NEVER || of == NEVER || at.abs_diff(of) <= TIME_BEFORE.unsigned_abs()
    };
    let of_user = |line: u32| {
        let parsed = log.parse(line - 1);
        lossy(parsed.origin.user).eq_ignore_ascii_case(&to)
    };
    let spent = |found: &Found| found.fault.name == "account-quota";
    let found = around(log, trace).find_map(|line| {
        let parsed = log.parse(line - 1);
        let entry = parsed.entry?;
        // What Dovecot's own line quotes of the system stands in the same trace.
        if let Some(found) = fault::find(parsed.body()).into_iter().find(spent).filter(|_| of_user(line)) {
            return soon(line).then(|| (line, found.means(parsed.body()).to_owned()));
        }
        if log.trace_of(line - 1)? == trace.trace {
            return None;
        }
        if unknown {
            // Users of the system have no domain.
            let asked = lossy(parsed.line).contains(&format!("passwd({to})"));
            let text = "Dovecot looked for the whole address among the system's users (passwd), whose names have no domain.";
            return (entry.is(Sign::NoSuchUser) && asked && to.contains('@')).then(|| (line, text.into()));
        }
        if !of_user(line) || entry.pattern.level < Level::Warning {
            return None;
        }
        if entry.is(Sign::QuotaStale) {
            return Some((line, line::says(entry, parsed.body(), &parsed.captures)));
        }
        let full = fault::find(parsed.body()).into_iter().find(|found| found.fault.name == "disk-full")?;
        soon(line).then(|| (line, full.means(parsed.body()).to_owned()))
    });
    let Some((line, text)) = found else { return false };
    let Some(number) = log.trace_of(line - 1) else { return false };
    let explanation = &mut trace.explanation;
    explanation.cites = Cited::new(own, explanation.cites.iter().skip(1).copied().chain([line]));
    explanation.party = Party::OurServer;
    explanation.because(&text);
    if unknown {
        let lines = Cited::new(line, []);
        explanation.story.push(Sentence { shown: shown(log, line - 1), text, lines, level: Level::Warning });
        // The first step believes the reply.
        explanation.next.drain(..1.min(explanation.next.len()));
        explanation.circumstance = Some(Circumstance::OwnSetting);
        return true;
    }
    // Another delivery can rest on this one as this one does on it.
    let spent = fault::find(log.parse(line - 1).body()).iter().any(spent);
    let report = if number == trace.trace {
        event::explain(log, &[line])
    } else if super::is_event(log, number) {
        super::logged(log, number).explanation
    } else {
        let mut told = super::by_kind(log, number);
        super::known::add(log, &mut told);
        told.explanation
    };
    let other = report.story.into_iter().filter(|told| told.lines[0] == line && number != trace.trace);
    explanation.story.extend(other.take(1));
    explanation.next = report.next.into_iter().chain(explanation.next.drain(..).skip(1)).collect();
    let out_of_date = is(log, line, Sign::QuotaStale);
    explanation.circumstance = match (out_of_date, spent) {
        (true, _) => Some(Circumstance::StaleQuota),
        (_, true) => Some(Circumstance::AccountSpent),
        _ => explanation.circumstance,
    };
    let reason = if out_of_date { Reason::SystemError } else { Reason::SystemFull };
    for tried in trace.attempts.iter_mut().filter(|tried| tried.reason == Some(Reason::MailboxFull)) {
        tried.reason = Some(reason);
    }
    true
}

/// Where a name couldn't be looked up and Postfix warned that its chroot has another resolv.conf: it asks old name servers.
fn old_resolver(log: &Log, trace: &mut Trace) -> bool {
    let tried = trace.attempts.last().filter(|tried| tried.reason == Some(Reason::NetworkError));
    if !tried.is_some_and(super::message::was_looked_up) {
        return false;
    }
    let warns = |line: &u32| is(log, *line, Sign::OldResolver);
    let Some(line) = around(log, trace).find(warns) else { return false };
    let report = event::explain(log, &[line]);
    let explanation = &mut trace.explanation;
    explanation.headline = format!("{} Probably because: {}", explanation.headline, report.headline);
    explanation.story.splice(0..0, report.story);
    (explanation.party, explanation.next) = (report.party, report.next);
    explanation.circumstance = Some(Circumstance::NoNames);
    true
}

/// Where a name couldn't be looked up and the resolver says just then that the signatures of that domain are broken, its answers
/// came and weren't used: this server's lookups work.
fn unproven_records(log: &Log, trace: &mut Trace) -> bool {
    let tried = trace.attempts.last().filter(|tried| tried.reason == Some(Reason::NetworkError));
    let Some(tried) = tried.filter(|tried| super::message::was_looked_up(tried)) else { return false };
    let Some((_, domain)) = tried.recipient.as_deref().and_then(|to| to.rsplit_once('@')) else {
        return false;
    };
    let domain = domain.to_ascii_lowercase();
    let of_domain = |line: &u32| {
        let name = value_of(log, *line, |field| field.role == Role::Host).unwrap_or_default();
        let name = name.trim_end_matches('.');
        name == domain || domain.ends_with(&format!(".{name}")) || name.ends_with(&format!(".{domain}"))
    };
    let says = |line: &u32| is(log, *line, Sign::RecordsUnproven) && of_domain(line);
    let Some(line) = around(log, trace).find(says) else { return false };
    let Some(text) = line::says_of(&log.parse(line - 1)) else { return false };
    let explanation = &mut trace.explanation;
    explanation.because(&text);
    explanation.cites.add([line]);
    explanation.party = Party::Dns;
    explanation.circumstance = Some(Circumstance::RecordsUnproven);
    let helps = super::known::of_line(log, line, false).map_or_else(Vec::new, |helps| helps.steps);
    explanation.next = helps;
    explanation.next.push(Step {
        text: format!("The message waits meanwhile. If an old answer was kept here, forget it; to send in spite of it, let the resolver not check {domain} until it's mended (Unbound: domain-insecure):"),
        command: Some(format!("unbound-control flush_zone {domain}")).filter(|_| super::message::is_name(&domain)),
    });
    true
}

/// What a header says, with the lines in which it goes on.
fn header(log: &Log, line: u32) -> String {
    let mut whole = lossy(log.parse(line - 1).body()).into_owned();
    for next in (line + 1..=log.lines()).take_while(|next| is(log, *next, Sign::HeaderGoesOn)) {
        whole.push(' ');
        whole.push_str(lossy(log.parse(next - 1).body()).trim());
    }
    whole
}

/// The address and the domain that a mail says it's from.
fn author(log: &Log, line: u32) -> Option<(String, String)> {
    let from = value_of(log, line, |field| field.role == Role::Address)?;
    let address = from.rsplit(['<', ' ']).next()?.trim_end_matches('>').to_owned();
    let domain = address.rsplit_once('@')?.1.to_owned();
    Some((address, domain)).filter(|(_, domain)| super::message::is_name(domain))
}

/// Where whoever was turned away for want of a login tried none, as the count of its commands shows: nothing was wrong.
fn tried_no_login(log: &Log, trace: &mut Trace) -> bool {
    let refused = refused_for(log, trace).filter(|(reason, _)| *reason == Reason::SecurityError);
    let Some((_, line)) = refused.filter(|_| trace.kind == TraceType::Connection) else { return false };
    let commands = |line: u32| value_of(log, line, |field| field.datum == Some(Datum::Commands));
    let none =
        |line: &u32| commands(*line).is_some_and(|of| of.contains("commands=") && !of.contains("auth="));
    let Some(counted) = log.lines_of(trace.trace).iter().copied().find(none) else { return false };
    let parsed = log.parse(line - 1);
    let helo = parsed.entry.and_then(|entry| entry.datum(Datum::Greeting, &parsed.captures));
    let helo = helo.map(|at| lossy(at.of(parsed.body())).trim_matches(['<', '>']).to_owned());
    // Who greets with its own name in DNS is a mail server, which has no login here.
    let name = value_of(log, line, |field| field.datum == Some(Datum::ClientName));
    if name.is_some_and(|name| helo.as_ref().is_some_and(|helo| helo.eq_ignore_ascii_case(&name))) {
        return false;
    }
    let who = helo.map_or_else(String::new, |helo| format!(" that greets as {helo}"));
    let text = "It tried no login, as the count of its commands shows, so no username or password was wrong.";
    adds(log, trace, Cited::new(counted, []), text.into(), Level::Info);
    trace.explanation.next = vec![Step {
        text: format!(
            "Turn on authentication for the outgoing (SMTP) server in the device or app{who}: username (usually the whole address), password, and port 587 (STARTTLS) or 465 (TLS)."
        ),
        command: None,
    }];
    true
}

/// Where the message that came back went from a machine without a name straight to the server that it was for, nobody's
/// mail server sent it: the sender's address is forged. So it is where the first server found that the domain doesn't
/// send so, or where whoever got the notice says that they didn't write it.
fn backscatter(log: &Log, trace: &mut Trace) -> bool {
    let own = log.lines_of(trace.trace);
    let of = |sign| own.iter().copied().filter(move |line| is(log, *line, sign));
    let mut hops = of(Sign::Received);
    let (Some(line), None) = (hops.next(), hops.next()) else { return false };
    let Some((from, domain)) =
        of(Sign::Author).filter(|from| *from > line).find_map(|from| author(log, from))
    else {
        return false;
    };
    let tried = trace.attempts.iter().rfind(|tried| tried.outcome == AttemptOutcome::Failure);
    let to =
        tried.and_then(|tried| Some(tried.recipient.as_deref()?.rsplit_once('@')?.1.to_ascii_lowercase()));
    let value = |datum| value_of(log, line, |field| field.datum == Some(datum));
    let client = value_of(log, line, |field| matches!(field.role, Role::Client | Role::Ip));
    let client = client.map(|ip| ip.trim_matches(['[', ']']).to_owned());
    let (Some(to), Some(client)) = (to.filter(|to| *to != domain), client.filter(|ip| !is_local(ip))) else {
        return false;
    };
    let header = header(log, line);
    // Exim writes the address alone.
    let host = value(Datum::ClientName).filter(|host| host != "unknown" && !host.starts_with('['));
    let nameless = host.is_none() && (header.contains(" from [") || value(Datum::ClientName).is_some());
    // A server of the sender's calls itself by its own domain.
    let of_domain = |helo: &str| helo == domain || helo.ends_with(&format!(".{domain}"));
    let greets = value(Datum::Greeting)
        .is_none_or(|helo| !helo.contains('.') || helo.starts_with('[') || !of_domain(&helo.to_lowercase()));
    let by = header.split_once(" by ").and_then(|(_, by)| by.split_whitespace().next());
    let checked = own.iter().copied().filter(|at| is(log, *at, Sign::Checked));
    let checks: Vec<String> =
        checked.map(|at| lossy(log.parse(at - 1).body()).to_ascii_lowercase()).collect();
    let fails = |of: &str| checks.iter().any(|text| text.contains(of));
    let failed = fails("spf=fail") && fails("dmarc=fail");
    let denied = (1..trace.first_line.min(LINES_BEFORE)).find(|at| {
        let parsed = log.parse(at - 1);
        parsed.entry.is_none() && question::denies(&lossy(parsed.line))
    });
    let straight = by.is_some_and(|by| by.to_ascii_lowercase().ends_with(&to));
    let Some(by) = by.filter(|_| straight || failed || denied.is_some()).map(str::to_owned) else {
        return false;
    };
    // A server that's named as mail servers are can be the one that the sender's domain sends through.
    let serves = |host: &str| {
        let label =
            host.split('.').next().unwrap_or_default().trim_end_matches(|of: char| of.is_ascii_digit());
        ["mail", "smtp", "mx", "mta", "out", "relay"].iter().any(|of| label.contains(of)) || is_great(host)
    };
    let other = |host: &&String| !of_domain(host) && (denied.is_some() || !serves(host));
    let stranger = host.as_ref().filter(|host| is_line(host) || other(host));
    if !(nameless || stranger.is_some() || failed)
        || !greets
        || ["with esmtpa", "with esmtpsa", "uthenticated"].iter().any(|of| header.contains(of))
    {
        return false;
    }
    let what = match stranger {
        None => "a machine without a name in the DNS".to_owned(),
        Some(host) if is_line(host) => format!("by its name a customer's line ({host})"),
        Some(host) => format!("which is {host} and no server of {domain} by its name"),
    };
    let straight_to = if straight { "straight to" } else { "to" };
    let why = if failed {
        format!(
            "{client} gave the message to {by}, which found that {domain} doesn't let it send (SPF, DMARC)."
        )
    } else {
        format!(
            "{client}, {what}, gave the message {straight_to} {by}, and no mail server of {domain} passed it on."
        )
    };
    let text = format!("The sender's address {from} was probably forged: {why}");
    adds(log, trace, Cited::new(line, denied.filter(|_| !straight && !failed)), text, Level::Warning);
    let explanation = &mut trace.explanation;
    explanation.circumstance = Some(Circumstance::Forged);
    explanation.party = Party::Nobody;
    explanation.lasts = None;
    explanation.next = vec![
        super::steps::see_logins(
            "Such notices (backscatter) end by themselves. To be sure that nobody uses the mailbox, see whether its login sent anything at that time; if it didn't, nothing else needs to be done:",
            &from,
            None,
        ),
        Step {
            text: format!("So that others refuse such mail, publish SPF, DKIM and then DMARC for {domain}."),
            command: Some(format!("dig +short TXT {domain}; dig +short TXT _dmarc.{domain}")),
        },
    ];
    true
}

/// Where a website of ours sent in the name of a mailbox elsewhere, the rules of that domain turned it away: the form puts its
/// visitor's address into From. Whoever else is written to is no owner of the site.
fn visitors_name(log: &Log, trace: &mut Trace) -> bool {
    const SOON: u32 = 40;
    if !trace.attempts.iter().any(|tried| tried.reason == Some(Reason::AuthFailure)) {
        return false;
    }
    let near = trace.first_line..=(trace.last_line + SOON).min(log.lines());
    let script = |line: &u32| {
        is(log, *line, Sign::Checked) && value_of(log, *line, |field| field.role == Role::Path).is_some()
    };
    let local = |line: &u32| is(log, *line, Sign::Received) && header(log, *line).contains(" with local");
    let Some(sent) = near.clone().find(|line| script(line) || local(line)) else { return false };
    let to = trace.attempts.iter().filter_map(|tried| Some(tried.recipient.as_deref()?.rsplit_once('@')?.1));
    let own: Vec<String> = to.map(str::to_ascii_lowercase).collect();
    let authors = near.filter(|line| is(log, *line, Sign::Author));
    let mut found = authors.filter_map(|line| Some((line, author(log, line)?)));
    let Some((line, (from, domain))) = found.find(|(_, (_, of))| !own.contains(of)) else { return false };
    let text = format!(
        "The message says in From that it's from {from}, and only the servers of {domain} may send in that name."
    );
    adds(log, trace, Cited::new(line, [sent]), text, Level::Warning);
    let explanation = &mut trace.explanation;
    explanation.party = Party::Sender;
    explanation.next = vec![Step {
        text: format!(
            "If a website's form sent it: let the form send From an address of the website's own domain, and put the visitor's address into Reply-To. Somebody with a mailbox at {domain} must send through that provider's server. The recipient's mailbox isn't concerned."
        ),
        command: None,
    }];
    true
}

/// What a notice quotes of a program of this server says what was wrong with it.
fn in_notice(log: &Log, trace: &mut Trace) {
    if trace.kind == TraceType::Bounce && (backscatter(log, trace) || visitors_name(log, trace)) {
        return;
    }
    let own = trace.explanation.party == Party::OurServer
        && matches!(trace.kind, TraceType::Bounce | TraceType::Message)
        && trace.outcome.is_problem();
    let tried = trace.attempts.last().filter(|tried| own && tried.channel.as_deref() == Some("local"));
    let Some(text) = tried.and_then(|tried| tried.text.clone()) else { return };
    let Some(found) = fault::first(text.as_bytes()).filter(|found| !found.fault.fix.is_empty()) else {
        return;
    };
    let explanation = &mut trace.explanation;
    explanation.headline = format!("{} {}", explanation.headline, found.means(text.as_bytes()));
    explanation.next = event::mends(&found, text.as_bytes()).into_iter().collect();
}

/// Where main.cf has a setting twice, and the value that doesn't count would have let in whom this server refused.
fn overridden(log: &Log, trace: &mut Trace) -> bool {
    let unknown = |reason: Reason| matches!(reason, Reason::UserUnknown | Reason::NoRelaying);
    let Some((_, refused)) = refused_for(log, trace).filter(|(reason, _)| unknown(*reason)) else {
        return false;
    };
    let client = trace.client.clone().unwrap_or_default();
    let domain = domain_of(log, refused, Role::Recipient);
    let lost = |line: u32| {
        is(log, line, Sign::SetTwice).then_some(())?;
        let setting = value_of(log, line, |field| field.datum == Some(Datum::Setting))?;
        let before = value_of(log, line, |field| field.datum == Some(Datum::SetTo))?;
        let mut values = before.split([' ', ',', '\t']).filter(|value| !value.is_empty());
        let value = match setting.as_str() {
            "mynetworks" => values.find(|network| fault::holds(network, &client)),
            "mydestination" | "relay_domains" | "virtual_mailbox_domains" | "virtual_alias_domains" => {
                values.find(|of| Some(*of) == domain.as_deref())
            }
            _ => None,
        };
        Some((line, setting, value?.to_owned()))
    };
    let Some((line, setting, value)) = around(log, trace).find_map(lost) else { return false };
    let Some(helps) = super::known::of_line(log, line, false) else { return false };
    let text = format!(
        "The setting {setting} had {value}, but main.cf has {setting} twice, and line {} takes that value away.",
        value_of(log, line, |field| field.role == Role::Count).unwrap_or_default()
    );
    let explanation = &mut trace.explanation;
    explanation.headline = format!("{text} {}", explanation.headline);
    explanation.story.insert(
        0,
        Sentence { shown: shown(log, line - 1), text, lines: Cited::new(line, []), level: Level::Warning },
    );
    explanation.party = Party::OurServer;
    explanation.next = helps.steps;
    true
}

/// Where main.cf has the relay twice, and the entry that counts takes it away, this server sends directly.
fn relay_lost(log: &Log, trace: &mut Trace) -> bool {
    let tried = trace.attempts.last().filter(|tried| super::is_remote(tried));
    let Some(host) = tried.and_then(|tried| tried.remote.clone()) else { return false };
    let lost = |line: u32| {
        is(log, line, Sign::SetTwice).then_some(())?;
        let value = |datum| value_of(log, line, |field| field.datum == Some(datum));
        let relay = value(Datum::SetTo).filter(|_| value(Datum::Setting).as_deref() == Some("relayhost"))?;
        let name = relay.trim_start_matches('[').split([']', ':']).next()?;
        (!name.is_empty() && !host.starts_with(name)).then(|| (line, relay.clone()))
    };
    let Some((line, relay)) = around(log, trace).find_map(lost) else { return false };
    let Some(helps) = super::known::of_line(log, line, false) else { return false };
    let text = format!(
        "relayhost was {relay}, but main.cf has it twice, and line {} takes that away, so this server sent directly.",
        value_of(log, line, |field| field.role == Role::Count).unwrap_or_default()
    );
    adds(log, trace, Cited::new(line, []), text, Level::Warning);
    let explanation = &mut trace.explanation;
    (explanation.party, explanation.next) = (Party::OurServer, helps.steps);
    explanation.circumstance = Some(Circumstance::OwnSetting);
    true
}

/// Where Postfix turns away who is logged in for what their own line or machine is like, it checks that too early.
fn checked_first(log: &Log, trace: &mut Trace) -> bool {
    let checked = |line: &&u32| {
        let parsed = log.parse(**line - 1);
        super::given_reason(&parsed).is_some_and(|(entry, ..)| entry.is(Sign::ChecksClient))
    };
    let Some(&refused) = trace.explanation.cites.iter().find(checked) else { return false };
    // Postfix counts at the end what worked: `auth=1`, but `auth=0/1`.
    let worked = |line: u32| {
        let commands = value_of(log, line, |field| field.datum == Some(Datum::Commands));
        commands.is_some_and(|of| {
            of.split(' ').any(|of| of.strip_prefix("auth=").is_some_and(|n| !n.starts_with('0')))
        })
    };
    let named = value_of(log, refused, |field| field.role == Role::User).map(|_| refused);
    let ends = || log.lines_of(trace.trace).iter().copied().find(|line| worked(*line));
    let Some(login) = named.or_else(ends) else { return false };
    let says = "The client was logged in: this server makes that check before it lets those who are logged in through.";
    adds(log, trace, Cited::new(login, [refused]), says.into(), Level::Warning);
    let explanation = &mut trace.explanation;
    explanation.cites = Cited::new(refused, [login]);
    explanation.party = Party::OurServer;
    explanation.next = vec![
        Step {
            text: "Put permit_sasl_authenticated in front of the check in the restrictions that hold it. What they are:".into(),
            command: Some("postconf -n | grep _restrictions".into()),
        },
        Step {
            text: "Or empty those lists for the services of users in master.cf (submission, smtps), such as -o smtpd_helo_restrictions= and -o smtpd_client_restrictions=, and load it with postfix reload. What is set there:".into(),
            command: Some("postconf -P | grep _restrictions".into()),
        },
    ];
    explanation.circumstance = Some(Circumstance::OwnSetting);
    true
}

/// Where another mail server, and no email app, brings mail for a domain that this server doesn't take mail for, the
/// domain's mail is meant to come here: nobody needs to log in.
fn meant_for_us(log: &Log, trace: &mut Trace) -> bool {
    let refused = refused_for(log, trace).filter(|(reason, _)| *reason == Reason::NoRelaying);
    let Some((_, line)) = refused.filter(|_| trace.user.is_none()) else { return false };
    let name = |datum| value_of(log, line, |field| field.datum == Some(datum));
    let (host, helo) = (name(Datum::ClientName).unwrap_or_default(), name(Datum::Greeting));
    // An email app greets with a name of its own machine; a mail server with the one that DNS knows it by.
    let mail = ["mx", "mail", "smtp", "mta", "out"].iter().any(|of| host.starts_with(of));
    let greets = host.contains('.') && helo.map_or(mail, |helo| helo.trim_end_matches('.') == host);
    let (from, to) = (domain_of(log, line, Role::Sender), domain_of(log, line, Role::Recipient));
    let Some(to) = to.filter(|to| greets && !is_line(&host) && from.as_ref() != Some(to)) else {
        return false;
    };
    // Nobody's own server takes mail for the large mailbox providers.
    if trace.client.as_deref().is_none_or(is_local) || is_provider(&to) {
        return false;
    }
    let explanation = &mut trace.explanation;
    explanation.headline = format!(
        "{} Another mail server ({host}) brought the message, so mail for {to} is probably meant to arrive here, but the domain isn't set up on this server.",
        explanation.headline
    );
    explanation.party = Party::OurServer;
    let domains = explanation.next.iter().find_map(|step| step.command.clone());
    explanation.next = vec![
        Step {
            text: format!(
                "If this server should take mail for {to}, add the domain to those that it handles, with its mailbox or alias. Those that it handles now:"
            ),
            command: domains,
        },
        Step {
            text: format!(
                "See which servers the MX record of {to} names. If this one isn't among them, a stranger only tried to send through it, and nothing needs to be done:"
            ),
            command: Some(format!("dig +short MX {to}")),
        },
        Step {
            text: format!(
                "If {host} is a server of your own that sends through this one, allow its address to relay (mynetworks), or give it a login."
            ),
            command: None,
        },
    ];
    true
}

/// Domains of the large mailbox providers begin so.
const PROVIDERS: &[&str] = &[
    "gmail.",
    "googlemail.",
    "outlook.",
    "hotmail.",
    "live.",
    "msn.",
    "yahoo.",
    "aol.",
    "icloud.",
    "me.com",
    "gmx.",
    "web.de",
    "t-online.",
    "orange.",
    "free.fr",
    "mail.ru",
    "yandex.",
    "qq.com",
    "163.com",
    "proton.me",
    "protonmail.",
];

/// True for a domain of the large mailbox providers.
pub(crate) fn is_provider(domain: &str) -> bool {
    PROVIDERS.iter().any(|of| domain.to_ascii_lowercase().starts_with(of))
}

/// True for a server of the large mailbox providers.
fn is_great(host: &str) -> bool {
    let parts: Vec<&str> = host.split('.').collect();
    (0..parts.len()).any(|at| is_provider(&parts[at..].join(".")))
}

/// True for the name of a customer's line, as providers give it.
fn is_line(host: &str) -> bool {
    const LINES: &[&str] = &[
        "dyn",
        "dynamic",
        "dsl",
        "adsl",
        "dial",
        "dip",
        "pool",
        "cable",
        "ppp",
        "cust",
        "customer",
        "broadband",
        "dhcp",
    ];
    host.split(['.', '-']).any(|label| LINES.contains(&label.trim_end_matches(|c: char| c.is_ascii_digit())))
}

/// Where the domain of a recipient doesn't exist and is nearly that of a great provider, the sender mistyped it.
fn misspelled(trace: &mut Trace) {
    let unknown = |attempt: &&crate::export::Attempt| attempt.reason == Some(Reason::HostUnknown);
    let Some((address, domain, meant)) = trace.attempts.iter().filter(unknown).find_map(|attempt| {
        let address = attempt.recipient.as_deref()?;
        let (_, domain) = address.rsplit_once('@')?;
        Some((address, domain, meant(domain)?))
    }) else {
        return;
    };
    let right = format!("{}{meant}", &address[..address.len() - domain.len()]);
    let explanation = &mut trace.explanation;
    explanation.headline = format!("{} Probably {meant} was meant.", explanation.headline);
    // No step of its own: with placeholders nobody sees the likeness, and as much is told.
    if let Some(step) = explanation.next.first_mut() {
        step.text = format!(
            "{domain} is probably a typing mistake for {meant}: have the sender write to {right} instead. {}",
            step.text
        );
    }
}

/// Where a filter refused a message or threw it away, and what the filter logged of it is there, that says why, and what
/// to do.
pub(super) fn by_filter(log: &Log, trace: &mut Trace) {
    let discarded = |tried: &crate::export::Attempt| tried.channel.as_deref() == Some("discard");
    let refused = trace.attempts.is_empty() && trace.outcome.is_problem();
    let thrown = !trace.attempts.is_empty() && trace.attempts.iter().all(discarded);
    let passed = |tried: &crate::export::Attempt| {
        tried.outcome == AttemptOutcome::Success && matches!(super::way(tried), Some("queue" | "filter"))
    };
    let handed = !trace.attempts.is_empty() && trace.attempts.iter().all(passed);
    if trace.kind != TraceType::Message || !(refused || thrown || handed) {
        return;
    }
    let linked = trace.links.iter().find(|link| link.how == "scan" && link.doubt.is_none());
    let named = || {
        let id = trace.id.as_ref().filter(|id| !id.is_empty())?.to_ascii_lowercase();
        let names = |line: &u32| {
            value_of(log, *line, |field| field.datum == Some(Datum::Filtered)).as_ref() == Some(&id)
        };
        log.trace_of(around(log, trace).find(names)? - 1)
    };
    let Some(scan) = linked.map(|link| link.trace).or_else(named).filter(|scan| *scan != trace.trace) else {
        return;
    };
    let kept = || log.indexed(scan).is_some_and(|scan| scan.outcome == Outcome::Failed);
    if handed && !kept() {
        return;
    }
    let told = super::trace(log, scan).explanation;
    if told.next.is_empty() || told.party == Party::Nobody {
        return;
    }
    let line = told.cites[0];
    if handed {
        trace.explanation.headline.clone_from(&told.headline);
        trace.explanation.cites.add([line]);
    }
    let text = format!("The filter's own line says: {}", told.headline);
    adds(log, trace, Cited::new(line, []), text, Level::Info);
    let explanation = &mut trace.explanation;
    (explanation.party, explanation.next) = (told.party, told.next);
}

/// Where a client broke off before its message was there, the message never came in.
fn never_came(log: &Log, trace: &mut Trace) {
    let open = matches!(trace.outcome, Outcome::Open | Outcome::Unknown);
    if trace.kind != TraceType::Message || !open || came_in(log, trace.trace) {
        return;
    }
    let connection = trace.links.iter().find(|link| link.how == "connection" && link.doubt.is_none());
    let lines = connection.map_or(&[][..], |link| log.lines_of(link.trace));
    let broke = lines.iter().copied().find(|line| *line > trace.last_line && breaks_off(log, *line));
    let Some(line) = broke else { return };
    let Some(says) = line::says_of(&log.parse(line - 1)) else { return };
    let explanation = &mut trace.explanation;
    explanation.headline = format!("The message never came in completely. {says}");
    explanation.cites.add([line]);
    explanation.story.push(Sentence {
        shown: shown(log, line - 1),
        text: says,
        lines: Cited::new(line, []),
        level: Level::Warning,
    });
    for told in &mut explanation.story {
        told.text = told.text.replace(" entered the queue.", " was offered to this server.");
    }
    explanation.missing.clear();
    let helps = super::known::of_line(log, line, false);
    explanation.party = helps.as_ref().and_then(|helps| helps.party).unwrap_or(Party::Sender);
    explanation.next = helps.map(|helps| helps.steps).unwrap_or_default();
}

/// Whom and for whom a client that was only asked to come back wanted to write.
fn put_off(log: &Log, trace: &Trace) -> Option<(String, String)> {
    if super::turned_away(log, &trace.explanation.cites) != Some(Reason::Greylisted) {
        return None;
    }
    trace.explanation.cites.iter().copied().find_map(|line| envelope(log, line))
}

/// From whom and for whom the message is that a line names.
fn envelope(log: &Log, line: u32) -> Option<(String, String)> {
    let value = |role| value_of(log, line, |field| field.role == role).map(|of| of.to_ascii_lowercase());
    Some((value(Role::Sender)?, value(Role::Recipient)?))
}

/// The lines after a refusal in which it's looked for that the client came back.
fn after(log: &Log, trace: &Trace) -> std::ops::RangeInclusive<u32> {
    const AFTER: u32 = 400;
    trace.last_line + 1..=trace.last_line.saturating_add(AFTER).min(log.lines())
}

/// The line in which the same message was let in later, by whichever of its servers.
fn let_in(log: &Log, trace: &Trace) -> Option<(u32, AttemptOutcome, String)> {
    let wanted = put_off(log, trace)?;
    let fits = |line: &u32| {
        log.level(line - 1) == Some(Level::Success) && envelope(log, *line).as_ref() == Some(&wanted)
    };
    after(log, trace).find(fits).map(|line| (line, AttemptOutcome::Open, wanted.1.clone()))
}

/// The message with which a client came back that was only asked to: its trace, the line that says how it came out, and
/// for whom it is.
pub(super) fn returned(log: &Log, trace: &Trace) -> Option<(u32, u32, AttemptOutcome, String)> {
    let (from, to) = put_off(log, trace)?;
    let sender = |line| value_of(log, line, |field| field.role == Role::Sender);
    after(log, trace).find_map(|line| {
        let same = |own: &String| own.eq_ignore_ascii_case(&from);
        let number = log.trace_of(line - 1).filter(|_| sender(line).as_ref().is_some_and(same))?;
        let fits = |attempt: &crate::export::Attempt| {
            let own = [&attempt.recipient, &attempt.original_recipient];
            own.into_iter().flatten().any(|of| of.eq_ignore_ascii_case(&to))
        };
        let attempt = super::attempts(log, number).into_iter().find(fits)?;
        let said = attempt.end_line.unwrap_or(attempt.start_line);
        Some((number, said, attempt.outcome, to.clone()))
    })
}

/// Where somebody asks about a client that broke off when encryption began, at a port for apps: scanners do so, too, but
/// nobody asks about those.
fn broke_off(log: &Log, trace: &mut Trace) {
    /// So few traces are what somebody picked out.
    const FEW: u32 = 3;
    let asked = log.traces() <= FEW && (0..log.lines()).any(|line| log.is_other(line) || log.is_unread(line));
    if trace.kind != TraceType::Connection || trace.outcome.is_problem() || !asked {
        return;
    }
    let lost = |line: &u32| {
        let parsed = log.parse(line - 1);
        let program = lossy(parsed.origin.program);
        let apps = program.contains("submission") || program.contains("smtps");
        apps && lossy(parsed.body()).starts_with("lost connection after STARTTLS")
    };
    let Some(line) = log.lines_of(trace.trace).iter().copied().find(lost) else { return };
    let client = trace.client.as_deref().unwrap_or("The client");
    let explanation = &mut trace.explanation;
    explanation.headline = format!(
        "{client} broke off when encryption began, before any login. The log doesn't say why; often the app doesn't accept the server's certificate (its name, its dates or its chain)."
    );
    explanation.circumstance = Some(Circumstance::BrokeOff);
    explanation.cites = Cited::new(line, []);
    explanation.party = Party::OurServer;
    explanation.next = vec![
        Step {
            text: "Look at the certificate as the app gets it: its dates, the names in it and whether the chain is complete. The app must call the server by one of these names:".into(),
            command: Some("openssl s_client -connect localhost:587 -starttls smtp </dev/null 2>/dev/null | openssl x509 -noout -dates -ext subjectAltName; openssl s_client -connect localhost:587 -starttls smtp -showcerts </dev/null 2>/dev/null | grep -e ' [si]:' -e 'Verify return'".into()),
        },
        Step {
            text: "If it's right, have the user look at the message in the app, then delete the account's outgoing server there and set it up again.".into(),
            command: None,
        },
    ];
}

/// Where a client was only asked to come back, and the same message came in later: it isn't lost.
fn came_back(log: &Log, trace: &mut Trace) -> bool {
    let later = returned(log, trace).map(|(_, line, outcome, to)| (line, outcome, to));
    let Some((line, outcome, to)) = later.or_else(|| let_in(log, trace)) else { return false };
    let what = match outcome {
        AttemptOutcome::Success => format!("It came back later, and its message for {to} was delivered."),
        _ => format!("It came back later, and its message for {to} was accepted."),
    };
    let explanation = &mut trace.explanation;
    explanation.headline = format!("{} {what}", explanation.headline);
    explanation.story.push(Sentence {
        shown: shown(log, line - 1),
        text: what,
        lines: Cited::new(line, []),
        level: Level::Success,
    });
    explanation.party = Party::Nobody;
    true
}

/// Where Dovecot says itself which folder is closed to it, as whom it works, and to whom that belongs:
/// `(euid=5000(vmail) egid=5000(vmail) missing +x perm: /srv/mail/anna, dir owned by 0:0 mode=0700)`.
fn closed_folder(log: &Log, trace: &mut Trace) -> bool {
    // A folder of the system stays whose it is.
    const DEEP: usize = 3;
    let says = |line: &u32| {
        let text = lossy(log.parse(line - 1).body()).into_owned();
        let (before, after) = text.split_once(" perm: ")?;
        let user = before.rsplit_once("euid=")?.1;
        let (number, rest) = user.split_once('(')?;
        let name = rest.split_once(')').map(|(name, _)| name).filter(|name| *name != "<unknown>");
        let (path, rest) = after.split_once(", dir owned by ")?;
        let (owner, rest) = rest.split_once(" mode=")?;
        let mode: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let theirs = owner.split(':').next() != Some(number);
        let deep =
            path.split('/').filter(|part| !part.is_empty()).count() >= DEEP && !path.starts_with("/root");
        // An id without a name belongs to no login group, which `chown ID:` would ask for.
        let group = before.rsplit_once("egid=").and_then(|(_, group)| group.split(['(', ' ', ')']).next());
        let to = name.map(|name| format!("{name}:")).or_else(|| Some(format!("{number}:{}", group?)));
        let user = (name.unwrap_or(number).to_owned(), to.unwrap_or_default(), name.is_some());
        (theirs && deep).then(|| (*line, path.to_owned(), owner.to_owned(), mode, user))
    };
    // Whoever knows more than to look at the path says so.
    let looks = |step: &Step| step.command.as_ref().is_some_and(|command| command.starts_with("namei"));
    if !trace.explanation.next.first().is_some_and(looks) {
        return false;
    }
    let lines = log.lines_of(trace.trace);
    let Some((line, path, owner, mode, (user, to, named))) = lines.iter().find_map(says) else {
        return false;
    };
    let text = format!(
        "{path} belongs to {owner} with the mode {mode}, so Dovecot, which works as {user}, can't use it."
    );
    adds(log, trace, Cited::new(line, []), text, Level::Warning);
    let safe = super::known::is_plain(&path) && to.split(':').all(|id| id.is_empty() || is_word(id));
    let explanation = &mut trace.explanation;
    explanation.party = Party::OurServer;
    let give = Step {
        text: if named {
            format!("Give {path}, with all that's in it, to {user}:")
        } else {
            format!("If {user} is right, give it {path}, with all that's in it:")
        },
        command: Some(format!("chown -R {to} {path}")).filter(|_| safe && !to.is_empty()),
    };
    explanation.next.remove(0);
    explanation.next.insert(0, give);
    if !named {
        // An id that no account has comes from the user database, and is wrong more often than the folder.
        let login = trace.user.as_deref().filter(|user| is_word(user));
        let look = Step {
            text: format!(
                "No account of this system has the id {user}: see what the user database says, and correct uid and gid there if the folder's owner ({owner}) is right."
            ),
            command: login.map(|login| format!("doveadm user '{login}'; doveconf -n mail_uid mail_gid")),
        };
        explanation.next.insert(0, look);
    }
    true
}

/// Where a delivery for root ends at root's own home: it's closed to all others, as it should be, and no delivery runs
/// as root.
fn home_of_root(log: &Log, trace: &mut Trace) {
    let closed = |line: &u32| {
        let home = |role: Role| {
            value_of(log, *line, |field| field.role == role).is_some_and(|path| is_root_home(&path))
        };
        let text = lossy(log.parse(line - 1).body()).into_owned();
        text.contains("ermission denied") && !text.contains("euid=0(") && home(Role::Path)
    };
    let told = trace.explanation.story.iter().flat_map(|told| told.lines.iter().copied());
    let lines: BTreeSet<u32> = log.lines_of(trace.trace).iter().copied().chain(told).collect();
    let Some(line) = lines.into_iter().find(|line| closed(line)) else { return };
    if trace.explanation.party != Party::OurServer || trace.kind != TraceType::Message {
        return;
    }
    let explanation = &mut trace.explanation;
    let says = "Mail for root can't go into /root: only root may enter it, as it should be, and no delivery runs as root. So root needs an alias to a mailbox.";
    explanation.because(says);
    explanation.cites.add([line]);
    explanation.next = vec![
        Step {
            text: "Write a line into /etc/aliases that sends mail for root to a mailbox that somebody reads (root: name@domain), and load it:".into(),
            command: Some("grep -n '^root' /etc/aliases; newaliases".into()),
        },
        Step {
            text: "What waits already is tried again by itself, or right away:".into(),
            command: Some("postqueue -f".into()),
        },
    ];
}

/// True for root's home, and what's in it.
fn is_root_home(path: &str) -> bool {
    path.strip_prefix("/root").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Where a line says that something of this server's own failed and its lines have no times, what stands just before it
/// says what: of several warnings in a row, the first.
fn named_before(log: &Log, trace: &mut Trace) {
    let open = |line: &u32| {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry else { return false };
        let reason = line::reason(entry, parsed.body(), &parsed.captures);
        reason.is_some_and(|(entry, ..)| entry.is(Sign::NamedBefore)) && log.instant(line - 1) == NEVER
    };
    let Some(own) = trace.explanation.cites.iter().copied().find(open) else { return };
    let software = log.parse(own - 1).entry.map(|entry| entry.format.software());
    let warns = |line: &u32| {
        log.level(line - 1) >= Some(Level::Warning)
            && log.trace_of(line - 1) != Some(trace.trace)
            && log.parse(line - 1).entry.map(|entry| entry.format.software()) == software
    };
    let Some(line) = (1..own).rev().take_while(warns).last() else { return };
    let report = event::explain(log, &[line]);
    let said = trace.explanation.headline.replace(" The warning just before names it.", "");
    trace.explanation.headline = said;
    // That it's the first in a row rests on all of them.
    let row = Cited::new(line, line + 1..own);
    adds(log, trace, row, format!("Because: {}", report.headline), Level::Warning);
    let explanation = &mut trace.explanation;
    (explanation.party, explanation.next) = (report.party, report.next);
}

/// Where a filter refused something and gave no reason, and beside it stands what a filter says, that's probably why.
fn filter_says(log: &Log, trace: &mut Trace) -> bool {
    const NEAR: u32 = 20;
    const SOON: u64 = 5_000_000_000;
    let silent = |line: &u32| {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry else { return false };
        let reason = line::reason(entry, parsed.body(), &parsed.captures);
        reason.is_some_and(|(entry, ..)| entry.is(Sign::FilterSilent))
    };
    let Some(own) = trace.explanation.cites.iter().copied().find(silent) else { return false };
    let near = |line: &u32| {
        let (at, of) = (log.instant(own - 1), log.instant(line - 1));
        if at == NEVER || of == NEVER { own.abs_diff(*line) <= NEAR } else { at.abs_diff(of) <= SOON }
    };
    let tells = |line: &u32| is(log, *line, Sign::FilterSays) || is(log, *line, Sign::ScannerNotStarted);
    let says = |line: &u32| tells(line) && near(line);
    let all: Vec<u32> = around(log, trace).filter(|line| says(line)).collect();
    let Some(line) = all.iter().copied().min_by_key(|line| own.abs_diff(*line)) else { return false };
    if trace.explanation.headline.contains("Probably because") {
        return true;
    }
    let report = event::explain(log, &[line]);
    let said = trace.explanation.headline.replace(" The mail filter gave no reason.", "");
    let open = " The filter put the message off, or it doesn't run; its own lines, or a warning just before, say why.";
    trace.explanation.headline = said.replace(open, "");
    adds(log, trace, Cited::new(line, []), format!("Probably because: {}", report.headline), Level::Warning);
    let explanation = &mut trace.explanation;
    (explanation.party, explanation.next) = (report.party, report.next);
    true
}

/// Where one way to log in takes the name without its domain, and the same client got in with it, the domain is missing.
pub(super) fn lacks_domain(log: &Log, trace: &mut Trace) {
    let unknown = |line: &u32| {
        log.fits(line - 1, |pattern| pattern.cause == Some(Cause::UnknownUser)).then_some(())?;
        let parsed = log.parse(line - 1);
        let named = |head: &[u8], role| {
            let at = parsed.entry.and_then(|entry| entry.part(role, &parsed.captures));
            let value = at.map(|at| lossy(at.of(parsed.body())).into_owned());
            value.unwrap_or_else(|| lossy(head).into_owned())
        };
        let user = named(parsed.framed.user.of(parsed.line), Role::User);
        let client = named(parsed.framed.client.of(parsed.line), Role::Client);
        (!user.is_empty() && !user.contains('@') && !client.is_empty()).then_some((*line, user, client))
    };
    let Some((line, user, client)) = trace.explanation.cites.iter().find_map(unknown) else { return };
    let whole = |other: &u32| {
        let got_in = session::is_login(log, *other)
            && value_of(log, *other, |field| field.role == Role::Client).as_deref() == Some(&*client);
        let name = value_of(log, *other, |field| field.role == Role::User).filter(|_| got_in)?;
        name.contains('@').then_some((*other, name))
    };
    let Some((other, name)) = around(log, trace).find_map(|line| whole(&line)) else { return };
    let program = program_asked(log, line, &client);
    let by = program.map_or_else(String::new, |(by, _)| format!(" ({by})"));
    let text = format!(
        "The name {user} was tried without a domain{by}; from the same address {name} got in, so the domain is probably missing."
    );
    let explanation = &mut trace.explanation;
    explanation.headline.clone_from(&text);
    let lines = Cited::new(line, [other].into_iter().chain(program.map(|(_, connected)| connected)));
    explanation.cites = lines.clone();
    explanation.story.push(Sentence { shown: shown(log, other - 1), text, lines, level: Level::Info });
    explanation.party = Party::Recipient;
    explanation.next = vec![Step {
        text: format!(
            "In the email app, enter the whole address ({name}) as the username there, too, as it's set where the login works. The settings for sending have a username of their own."
        ),
        command: None,
    }];
}

/// What the client was doing whose name is unknown, and the line that shows it: it's sending where it just connected to
/// send.
fn program_asked(log: &Log, line: u32, client: &str) -> Option<(&'static str, u32)> {
    let connected = |other: u32| {
        is_by_mail_server(log, other)
            && value_of(log, other, |field| field.role == Role::Client).as_deref() == Some(client)
    };
    before(log, &[line], connected).map(|connected| ("for sending", connected))
}

/// True for what a mail server logged of its clients.
fn is_by_mail_server(log: &Log, line: u32) -> bool {
    log.parse(line - 1).entry.is_some_and(|entry| entry.format.software() == Some(Software::Postfix))
}

/// Where this server took seconds between its screen and its greeting for a client without a name, its own resolver gave
/// no answer: a name that doesn't exist is known at once.
fn slow_lookup(log: &Log, trace: &mut Trace) -> bool {
    const SLOW: std::ops::RangeInclusive<i64> = 5_000_000_000..=90_000_000_000;
    let refused = refused_for(log, trace)
        .is_some_and(|(reason, _)| matches!(reason, Reason::RequirePtr | Reason::Rejected));
    let first = trace.first_line;
    let begins = log.indexed(trace.trace).is_some_and(|of| of.born) && log.instant(first - 1) != NEVER;
    let Some(client) = trace.client.clone().filter(|_| refused && begins) else { return false };
    let nameless = value_of(log, first, |field| field.datum == Some(Datum::ClientName));
    if trace.kind != TraceType::Connection || nameless.is_none_or(|host| host != "unknown") {
        return false;
    }
    let handed = |line: u32| {
        let text = lossy(log.parse(line - 1).body()).into_owned();
        is(log, line, Sign::HandedOver) && text.split(['[', ']']).any(|part| part == client)
    };
    let Some(line) = before(log, &[first], handed) else { return false };
    let took = log.instant(first - 1).saturating_sub(log.instant(line - 1));
    if !SLOW.contains(&took) {
        return false;
    }
    let text = format!(
        "{} passed between postscreen and the mail server, which waited for the client's name in DNS: this server's own resolver probably gave no answer.",
        super::words::count(usize::try_from(took / 1_000_000_000).unwrap_or(0), "second")
    );
    adds(log, trace, Cited::new(line, [first]), text, Level::Warning);
    trace.explanation.cites.add([line, first]);
    trace.explanation.party = Party::OurServer;
    true
}

/// Where several servers refuse or limit the address that another one's answer names, the address has a bad name: it's no
/// matter of one receiver.
fn bad_name(log: &Log, trace: &mut Trace) {
    const SEVERAL: usize = 3;
    let said_by = |line: u32| {
        let parsed = log.parse(line - 1);
        let entry = parsed.entry.filter(|entry| entry.pattern.level >= Level::Temporary)?;
        let host = lossy(entry.part(Role::Remote, &parsed.captures)?.of(parsed.body())).into_owned();
        let text = lossy(parsed.body()).into_owned();
        let named = Named::by(&text, &host).address?;
        let unwanted = matches!(
            classify(&Evidence::text(&text)).reason,
            Reason::Blocked | Reason::BadReputation | Reason::Speeding | Reason::SpamDetected
        );
        unwanted.then_some((named, host.split('[').next().unwrap_or_default().to_owned()))
    };
    let own = log.lines_of(trace.trace).iter().rev().find_map(|line| said_by(*line));
    let Some((address, _)) = own.filter(|_| trace.kind == TraceType::Message) else { return };
    let mut hosts: Vec<String> = Vec::new();
    let mut lines = Vec::new();
    for line in around(log, trace) {
        let Some((_, host)) = said_by(line).filter(|said| said.0 == address) else { continue };
        if !hosts.contains(&host) {
            hosts.push(host);
            lines.push(line);
        }
    }
    let Some((first, rest)) = lines.split_first().filter(|_| hosts.len() >= SEVERAL) else { return };
    let text = format!(
        "{} servers in this log refuse or limit mail from {address}: its name is bad in general, not at one receiver.",
        hosts.len()
    );
    adds(log, trace, Cited::new(*first, rest.iter().copied()), text, Level::Warning);
    let explanation = &mut trace.explanation;
    explanation.cites.add(lines.iter().copied());
    explanation.party = Party::OurServer;
    explanation.next.insert(
        0,
        Step {
            text: "Find what sends unwanted mail through this server (a stolen password, a website's script, a forward of spam) and stop it, before asking the lists for removal. Who logged in most:".into(),
            command: Some(format!(
                "grep -sho 'sasl_username=[^, ]*' {} | sort | uniq -c | sort -rn | head",
                crate::format::server(Software::Postfix).syslog
            )),
        },
    );
}

/// Where several block lists give no answer at once, none of them is at fault.
pub(super) fn silent_lists(log: &Log, trace: &mut Trace) {
    const SEVERAL: usize = 3;
    const SOON: u64 = 60_000_000_000;
    let lead = trace.explanation.cites[0];
    if !is(log, lead, Sign::ListSilent) {
        return;
    }
    let list = |line: u32| value_of(log, line, |field| field.role == Role::Host);
    let mut lists: Vec<String> = Vec::new();
    let mut lines = Vec::new();
    let near: BTreeSet<u32> = around(log, trace).chain(log.lines_of(trace.trace).iter().copied()).collect();
    for line in near {
        let soon = log.instant(lead - 1).abs_diff(log.instant(line - 1)) <= SOON;
        let Some(zone) = list(line).filter(|_| soon && is(log, line, Sign::ListSilent)) else { continue };
        // A query has the address in front of the list.
        match lists.iter_mut().find(|known| known.ends_with(&zone) || zone.ends_with(&**known)) {
            Some(known) if known.len() > zone.len() => *known = zone,
            Some(_) => {}
            None => lists.push(zone),
        }
        lines.push(line);
    }
    if lists.len() < SEVERAL {
        return;
    }
    let named: Vec<&str> = lists.iter().map(String::as_str).collect();
    let explanation = &mut trace.explanation;
    explanation.headline = format!(
        "{} block lists gave no answer within seconds of each other, so this server's own resolver is slow, blocked or down.",
        lists.len()
    );
    explanation.story.push(Sentence {
        shown: shown(log, lead - 1),
        text: format!("No answer came from {}.", super::words::list(&named)),
        lines: Cited::new(lead, lines.iter().copied()),
        level: Level::Warning,
    });
    explanation.cites = Cited::new(lead, lines);
    explanation.party = Party::OurServer;
}

/// Where a scanner can't be asked, and it says itself why it didn't start, that's the cause.
pub(super) fn scanner_down(log: &Log, trace: &mut Trace) {
    let lead = trace.explanation.cites[0];
    if !is(log, lead, Sign::ScannerFailed) {
        return;
    }
    let Some(line) = around(log, trace).find(|line| is(log, *line, Sign::ScannerNotStarted)) else { return };
    let report = event::explain(log, &[line]);
    adds(log, trace, Cited::new(line, []), format!("Probably because: {}", report.headline), Level::Warning);
    let explanation = &mut trace.explanation;
    explanation.cites = Cited::new(lead, [line]);
    (explanation.party, explanation.next) = (report.party, report.next);
}

/// What the lines that decide quote of the system below: it means more than the program that quotes it says.
fn quoted(log: &Log, trace: &mut Trace) {
    // Who is said to answer for a domain's name answers for none of one's own network.
    let last = trace.attempts.last();
    if last.is_some_and(|tried| super::situation::own_name(tried).is_some()) {
        return;
    }
    let alerts = trace.explanation.story.iter().filter(|told| told.level >= Level::Warning);
    let lines: Vec<u32> =
        trace.explanation.cites.iter().chain(alerts.flat_map(|told| told.lines.iter())).copied().collect();
    let found = lines.into_iter().find_map(|line| {
        let parsed = log.parse(line - 1);
        let body = parsed.body().to_vec();
        let quoted = fault::find(&body).into_iter().find(|found| is_quoted(&parsed, found));
        quoted.map(|found| (line, body, found))
    });
    let Some((line, body, found)) = found else { return };
    let explanation = &mut trace.explanation;
    explanation.story.push(Sentence {
        shown: shown(log, line - 1),
        text: found.means(&body).into(),
        lines: Cited::new(line, []),
        level: Level::Info,
    });
    if explanation.party == Party::Nobody {
        explanation.party = found.party;
    }
    if let Some(step) = event::mends(&found, &body).filter(|_| !found.fault.fix.is_empty()) {
        // What only follows from it needs no steps of its own.
        if !explanation.cites.contains(&line) {
            explanation.next.clear();
        }
        explanation.headline = format!("{} {}", explanation.headline, found.means(&body));
        explanation.next.insert(0, step);
        return;
    }
    let command = found
        .command(&body)
        // What helps already needs no second look.
        .filter(|_| explanation.next.iter().all(|step| step.command.is_none()));
    if let Some(command) = command {
        explanation.next.push(Step {
            text: "To see more about this fault on the server:".into(),
            command: Some(command),
        });
    }
}

/// True for a next hop on this machine: a socket of Postfix, or the address that a machine calls itself by.
fn is_socket(hop: &str) -> bool {
    ["[private/", "[public/", "[127.", "[::1]"].iter().any(|own| hop.contains(own))
}

/// True where the trace's own lines leave open why it did not work.
pub(super) fn is_vague(log: &Log, trace: &Trace) -> bool {
    match trace.kind {
        // A session says that the check failed; what the service that checks reports says why.
        TraceType::Session => {
            trace.login == Some(Login::Failed) && trace.explanation.party == Party::OurServer
        }
        TraceType::Connection => super::turned_away(log, &trace.explanation.cites).is_none_or(|reason| {
            reason == Reason::SystemError
                || trace.outcome == Outcome::Deferred
                    && matches!(reason, Reason::Rejected | Reason::RequirePtr)
        }),
        // A message that this server itself refused at its end.
        TraceType::Message if trace.attempts.is_empty() => {
            trace.outcome.is_problem()
                && super::turned_away(log, &trace.explanation.cites) == Some(Reason::SystemError)
        }
        _ => {
            trace.attempts.iter().rfind(|tried| tried.outcome != AttemptOutcome::Open).is_some_and(|tried| {
                // Where our own next hop hangs up, its own lines say why.
                let open = [Reason::SystemError, Reason::Undefined, Reason::NetworkError];
                tried.reason.is_some_and(|reason| open.contains(&reason))
                    && (!super::is_remote(tried) || tried.remote.as_deref().is_some_and(is_socket))
            })
        }
    }
}

/// Where the service that checks passwords failed shortly before a login that did not work.
pub(super) fn password_service(log: &Log, lines: &[u32]) -> Option<u32> {
    before(log, lines, |line| log.fits(line - 1, |pattern| pattern.cause == Some(Cause::AuthService)))
}

/// What the login service said of this user's account shortly before a login that was refused, in a line that names no
/// session.
pub(super) fn of_account(log: &Log, lines: &[u32], user: &str, client: Option<&str>) -> Option<(Cause, u32)> {
    const SOON: i64 = 15_000_000_000;
    let cause = |line: u32| {
        let parsed = log.parse(line - 1);
        let origin = &parsed.origin;
        let of_client = origin.client.is_empty() || client.is_some_and(|own| own.as_bytes() == origin.client);
        let theirs = of_client && lossy(parsed.framed.user.of(parsed.line)).eq_ignore_ascii_case(user);
        let entry = parsed.entry.filter(|entry| theirs && of_dovecot(entry))?;
        entry.pattern.cause.filter(|cause| OF_ACCOUNT.contains(cause))
    };
    let at = log.instant(lines.last()? - 1);
    let soon = |line: u32| at.saturating_sub(log.instant(line - 1)) <= SOON;
    let line = before(log, lines, |line| soon(line) && cause(line).is_some()).filter(|_| !user.is_empty())?;
    Some((cause(line)?, line))
}

/// What keeps one account out, whatever the password is.
const OF_ACCOUNT: &[Cause] =
    &[Cause::Disabled, Cause::Expired, Cause::NoPassword, Cause::ServiceOff, Cause::AddressNotAllowed];

/// The nearest line before the last of these, from the same host and not long before, that fits; from 1.
pub(super) fn before(log: &Log, lines: &[u32], fits: impl Fn(u32) -> bool) -> Option<u32> {
    let (first, last) = (*lines.first()?, *lines.last()?);
    let host = lossy(log.parse(last - 1).origin.host).into_owned();
    let at = log.instant(last - 1);
    (first.saturating_sub(LINES_BEFORE).max(1)..last).rev().take(2 * LINES_BEFORE as usize).find(|&line| {
        let apart = at.saturating_sub(log.instant(line - 1));
        let timely = at == NEVER || log.instant(line - 1) == NEVER || (0..=TIME_BEFORE).contains(&apart);
        timely
            && lines.binary_search(&line).is_err()
            && fits(line)
            && [&b""[..], host.as_bytes()].contains(&log.parse(line - 1).origin.host)
    })
}

/// What the server reported of itself explains what its own lines leave open: it says who must act, and what to do.
fn caused(log: &Log, trace: &mut Trace) {
    if of_recipient(log, trace) {
        return;
    }
    let Some(link) = log.causes_of(trace.trace).first().copied() else { return unstamped(log, trace) };
    let event = event::explain(log, log.lines_of(link.from));
    // What the headline says already is no second cause.
    if trace.explanation.headline.contains(event.headline.trim_end_matches('.')) {
        return;
    }
    let why = if link.guess {
        format!("Probably because: {}", event.headline)
    } else {
        event::reported(log, link.line, &event)
    };
    trace.explanation.headline = format!("{} {why}", trace.explanation.headline);
    trace.explanation.party = event.party;
    trace.explanation.next = event.next;
}

/// In lines without a time, what stands before a login that couldn't be checked is as near as any.
fn unstamped(log: &Log, trace: &mut Trace) {
    if trace.kind != TraceType::Session || log.instant(trace.first_line - 1) != NEVER {
        return;
    }
    let Some(line) = password_service(log, log.lines_of(trace.trace)) else { return };
    let event = event::explain(log, &[line]);
    let explanation = &mut trace.explanation;
    explanation.headline = format!("{} Probably because: {}", explanation.headline, event.headline);
    explanation.story.splice(0..0, event.story);
    (explanation.party, explanation.next) = (event.party, event.next);
}

/// What a program of this server reported just before about the same recipient, where it could not deliver to them.
fn of_recipient(log: &Log, trace: &mut Trace) -> bool {
    const SOON: i64 = 10_000_000_000;
    let tried = trace.attempts.iter().rfind(|tried| tried.outcome != AttemptOutcome::Open);
    let Some(to) = tried.and_then(|tried| tried.recipient.clone()) else { return false };
    let Some(end) = tried.and_then(|tried| tried.end_line).filter(|_| trace.kind == TraceType::Message)
    else {
        return false;
    };
    let at = log.instant(end - 1);
    // A user of the system has no domain.
    let local = tried.filter(|tried| !super::is_remote(tried) || tried.remote.is_none());
    let local = local.and_then(|_| Some(to.split_once('@')?.0.to_owned()));
    let by_name = Cell::new(false);
    let line = before(log, &[end], |line| {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry.filter(|entry| !entry.partly && !entry.pattern.follows) else {
            return false;
        };
        let named = [Role::User, Role::Recipient].map(|role| {
            let at = entry.part(role, &parsed.captures)?;
            Some(lossy(at.of(parsed.body())).into_owned())
        });
        let is_theirs = |name: &str| {
            let name = name.trim_matches(['<', '>']);
            let whole = name.eq_ignore_ascii_case(&to);
            by_name.set(!whole);
            !name.is_empty() && (whole || local.as_deref() == Some(name))
        };
        entry.pattern.level >= Level::Permanent
            && at.saturating_sub(log.instant(line - 1)) <= SOON
            && log.trace_of(line - 1) != Some(trace.trace)
            && (is_theirs(&lossy(parsed.origin.user)) || named.iter().flatten().any(|name| is_theirs(name)))
    });
    let Some(line) = line else { return false };
    let report = event::explain(log, &[line]);
    let explanation = &mut trace.explanation;
    let says = if by_name.get() { "probably says" } else { "says" };
    explanation.headline = format!(
        "{} What was reported just before about this recipient {says} why: {}",
        explanation.headline, report.headline
    );
    explanation.story.extend(report.story);
    explanation.party = report.party;
    explanation.next = report.next;
    true
}
