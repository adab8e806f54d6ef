//! The whole log at a glance: pictures, each with its numbers in words beside it. What a number stands for
//! is one press away. Only what the log holds is shown, the most serious first.

mod bars;
mod map;
mod scores;
mod slots;
mod time;

pub use map::{FEW, minimap};

use super::super::protocol::Ask;
use super::super::state::State;
use super::CollectAny;
use super::words;
use bars::Bar;
use leptos::prelude::*;
use maillens::Overview;
use maillens::export::{Level, Outcome};
use maillens::overview::{LogIns, Table, Tally};
use std::cmp::Reverse;

/// The tab.
pub fn tab(state: State) -> AnyView {
    // An overview that is not there, or was forgotten, is asked for.
    Effect::new(move |_| {
        if state.overview.with(Option::is_none) {
            state.ask(Ask::Overview);
        }
    });
    let drawn = move || {
        match state.overview.get() {
        Some(overview) => whole(state, &overview),
        None => view! {
            <div class="counting">
                <p>"Counting the log"</p>
                <progress max="1" prop:value=move || state.counted.get() aria-label="Counting the log"></progress>
            </div>
        }
        .into_any(),
    }
    };
    view! {
        <div id="panel" role="tabpanel" aria-labelledby="tab-overview" class="overview" tabindex="0">{drawn}</div>
    }
    .into_any()
}

/// A picture with its title, and how serious it is.
struct Section {
    rank: u8,
    title: &'static str,
    says: String,
    body: AnyView,
}

fn whole(state: State, of: &Overview) -> AnyView {
    let mut sections = sections(state, of);
    sections.sort_by_key(|section| Reverse(section.rank));
    let timeline = time::timeline(state, of);
    let nothing = sections.is_empty() && timeline.is_none();
    let draw = |section: Section| {
        view! {
            <section class="panel">
                <h2>{section.title}</h2>
                <p class="panel-says">{section.says}</p>
                {section.body}
            </section>
        }
    };
    let panels = view! { <div class="panels">{sections.into_iter().map(draw).collect_any()}</div> };
    // Where little happened, why comes before when.
    let traces: u32 = of
        .buckets
        .iter()
        .map(|bucket| {
            let of = bucket.traces;
            of.delivered + of.deferred + of.failed + of.open
        })
        .sum();
    let times = view! { {timeline} {map::section(state, of)} };
    let drawn = if traces < LITTLE {
        view! { {panels} {times} }.into_any()
    } else {
        view! { {times} {panels} }.into_any()
    };
    view! {
        {nothing.then(|| view! { <p class="empty">"There is nothing to compare in this log: too few times, deliveries or logins."</p> })}
        {drawn}
    }
    .into_any()
}

/// A picture of fewer things over time says little.
const LITTLE: u32 = 12;

/// How serious a section with a problem of this level is.
fn rank(level: Level) -> u8 {
    level as u8 + 1
}

fn sections(state: State, of: &Overview) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut section = |rank: u8, title: &'static str, says: String, body: AnyView| {
        sections.push(Section { rank, title, says, body });
    };
    if !of.reasons.is_empty() {
        let all: u32 = of.reasons.iter().map(|of| of.attempts).sum();
        section(
            rank(Level::Permanent),
            "Why mail was not delivered",
            format!(
                "{} failed or {} deferred.",
                words::count(all, "attempt"),
                if all == 1 { "was" } else { "were" }
            ),
            bars::bars(state, &Table { rows: reasons(of), more: 0 }),
        );
    }
    for (table, title, one) in
        [(&of.users, "Logins by user", "user"), (&of.clients, "Logins by address", "address")]
    {
        if table.rows.is_empty() {
            continue;
        }
        let worst = table.rows.iter().filter_map(|row| Some(row.verdict.as_ref()?.level)).max();
        let standing_out = table.rows.iter().filter(|row| row.verdict.is_some()).count() as u32;
        let total = table.rows.len() as u32 + table.more;
        let said =
            if standing_out == 0 { "none stands out".into() } else { format!("{standing_out} to look at") };
        let total = if one == "address" && total != 1 {
            format!("{} addresses", words::number(total))
        } else {
            words::count(total, one)
        };
        section(
            rank(worst.unwrap_or_default()),
            title,
            format!("{total}, {said}."),
            bars::bars(state, &log_ins(table, one)),
        );
    }
    if let Some(of_slots) = &of.slots {
        let full = slots::is_full(of_slots);
        let level = if full { Level::Warning } else { Level::Info };
        section(
            rank(level),
            "Delivery slots in use",
            slots::says(of_slots),
            slots::picture(state, of, of_slots),
        );
    }
    if !of.domains.rows.is_empty() {
        let bad = of.domains.rows.iter().any(|of| of.attempts.failed + of.attempts.deferred > 0);
        let level = if bad { Level::Temporary } else { Level::Info };
        let total = of.domains.rows.len() as u32 + of.domains.more;
        let says = format!("{}, the one with the most problems first.", words::count(total, "domain"));
        section(rank(level), "Receiving domains", says, bars::bars(state, &domains(of)));
    }
    if let Some(scans) = &of.scans {
        let level = if scans.spam > 0 { Level::Temporary } else { Level::Info };
        section(rank(level), "Spam scores", scores::says(scans), scores::picture(state, scans));
    }
    if !of.callers.rows.is_empty() {
        let refused: u32 = of.callers.rows.iter().map(|of| of.came.failed).sum();
        let level = if refused > 0 { Level::Success } else { Level::Info };
        let total = of.callers.rows.len() as u32 + of.callers.more;
        let says =
            format!("{} with mail for this server, the most refused first.", words::count(total, "client"));
        section(rank(level), "Who connected", says, bars::bars(state, &callers(of)));
    }
    if !of.senders.rows.is_empty() {
        let total = of.senders.rows.len() as u32 + of.senders.more;
        let says = format!(
            "{}. A script or an account that was broken into sends far more than the others.",
            words::count(total, "sender")
        );
        section(0, "Who sent most", says, bars::bars(state, &senders(of)));
    }
    sections
}

/// A value of the search language: in quotes where it holds a space.
fn value(text: &str) -> Option<String> {
    if text.is_empty() || text.contains('"') {
        return None;
    }
    Some(if text.contains(char::is_whitespace) { format!("\"{text}\"") } else { text.to_owned() })
}

fn query(key: &str, text: &str) -> Option<String> {
    value(text).map(|value| format!("{key}:{value}"))
}

fn reasons(of: &Overview) -> Vec<Bar> {
    let bar = |of: &maillens::overview::ReasonCount| Bar {
        name: of.headline.trim_end_matches('.').to_owned(),
        query: query("reason", of.reason.name()),
        parts: vec![("failed", of.attempts)],
        numbers: format!(
            "{} of {}",
            words::count(of.attempts, "attempt"),
            words::count(of.messages, "message")
        ),
        note: Some(format!("Who must act: {}", lower(words::party(of.party)))),
        lines: of.lines.to_vec(),
        ..Bar::default()
    };
    of.reasons.iter().map(bar).collect()
}

/// `The sender` within a sentence.
fn lower(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}

/// The parts of a bar, the worst first.
fn parts(of: Tally) -> Vec<(&'static str, u32)> {
    vec![("failed", of.failed), ("deferred", of.deferred), ("open", of.open), ("delivered", of.delivered)]
}

/// `3 failed, 2 still trying, 40 delivered`.
fn tally(of: Tally, worked: &str) -> String {
    let parts =
        [(of.failed, "failed"), (of.deferred, "deferred"), (of.open, "not known"), (of.delivered, worked)];
    let told = parts.into_iter().filter(|(n, _)| *n > 0);
    told.map(|(n, what)| format!("{} {what}", words::number(n))).collect::<Vec<_>>().join(", ")
}

fn domains(of: &Overview) -> Table<Bar> {
    let bar = |of: &maillens::overview::Domain| Bar {
        name: of.domain.clone(),
        query: query("to", &format!("@{}", of.domain)),
        parts: parts(of.attempts),
        numbers: tally(of.attempts, "worked"),
        note: of.mean.zip(of.worst).map(|(mean, worst)| {
            // What a delivery within this server takes.
            if worst < 1.0 {
                return "each delivered within a second".to_owned();
            }
            format!(
                "delivered after {} on average, {} at most",
                words::duration(mean),
                words::duration(worst)
            )
        }),
        ..Bar::default()
    };
    Table { rows: of.domains.rows.iter().map(bar).collect(), more: of.domains.more }
}

fn log_ins(table: &Table<LogIns>, one: &str) -> Table<Bar> {
    let (key, other) = if one == "user" { ("user", "address") } else { ("ip", "user") };
    let bar = |of: &LogIns| {
        let others = match (of.others, other) {
            (0, _) => None,
            (1, _) => Some(format!("1 {other}")),
            (n, "address") => Some(format!("{} addresses", words::number(n))),
            (n, _) => Some(words::count(n, other)),
        };
        let last = match (&of.last_ok, of.ok) {
            (Some(last), _) => Some(format!("last success {}", words::short(last))),
            (None, _) => Some("never got in".into()),
        };
        let services = (!of.services.is_empty()).then(|| of.services.join(", "));
        let note: Vec<String> = [services, others, last].into_iter().flatten().collect();
        Bar {
            name: of.name.clone(),
            query: query(key, &of.name),
            parts: vec![("failed", of.failed), ("delivered", of.ok)],
            numbers: tally(Tally { failed: of.failed, delivered: of.ok, ..Tally::default() }, "worked"),
            note: Some(note.join(" \u{b7} ")),
            verdict: of.verdict.as_ref().map(|verdict| (verdict.level, verdict.text.clone())),
            lines: if of.verdict.is_some() { of.lines.to_vec() } else { Vec::new() },
        }
    };
    Table { rows: table.rows.iter().map(bar).collect(), more: table.more }
}

fn senders(of: &Overview) -> Table<Bar> {
    let bar = |of: &maillens::overview::Sender| Bar {
        name: match of.sender.as_str() {
            "" => "Notices about failed delivery".into(),
            "#@[]" => "Notices about undeliverable notices".into(),
            sender => sender.to_owned(),
        },
        query: query("from", &of.sender).filter(|_| of.sender.contains('@') && of.sender != "#@[]"),
        parts: parts(of.messages),
        numbers: tally(of.messages, words::outcome(maillens::export::TraceType::Message, Outcome::Delivered)),
        ..Bar::default()
    };
    Table { rows: of.senders.rows.iter().map(bar).collect(), more: of.senders.more }
}

fn callers(of: &Overview) -> Table<Bar> {
    let bar = |of: &maillens::overview::Caller| Bar {
        name: of.client.clone(),
        query: query("ip", &of.client),
        parts: parts(of.came),
        numbers: tally(of.came, "worked"),
        note: (of.messages > 0).then(|| format!("handed over {}", words::count(of.messages, "message"))),
        ..Bar::default()
    };
    Table { rows: of.callers.rows.iter().map(bar).collect(), more: of.callers.more }
}
