//! The delivery attempts: on a line of time, where the gaps show, and as a table that says the same.

use super::super::state::State;
use super::{glyph, story, words};
use leptos::prelude::*;
use maillens::report::export::{Attempt, Trace};
use std::collections::{BTreeMap, BTreeSet};

/// A table is cut here until all of it is asked for.
const SHOWN: usize = 12;

/// So many recipients, each tried once, need no table.
const FEW: usize = 4;

/// A time line has at most this many recipients, one below the other.
const LANES: usize = 6;

/// The section, where somebody was tried more than once or many were tried; else the story says it all.
pub fn attempts(state: State, trace: &Trace) -> Option<AnyView> {
    let recipients: BTreeSet<_> = trace.attempts.iter().map(|attempt| &attempt.recipient).collect();
    if trace.attempts.len() == recipients.len() && recipients.len() <= FEW {
        return None;
    }
    let all = RwSignal::new(trace.attempts.len() <= SHOWN);
    let list = StoredValue::new(trace.attempts.clone());
    let rows = move || {
        let rows = list.with_value(|list| {
            let shown = if all.get() { list.len() } else { SHOWN };
            let before = std::iter::once(None).chain(list.iter().map(|attempt| attempt.shown.as_deref()));
            list.iter()
                .zip(before)
                .take(shown)
                .enumerate()
                .map(|(i, (attempt, before))| row(state, i, attempt, before))
                .collect_view()
        });
        let more = (!all.get()).then(|| {
            let label = format!("Show all {}", list.with_value(Vec::len));
            view! { <button type="button" class="plain" on:click=move |_| all.set(true)>{label}</button> }
        });
        view! { <ol class="attempt-list">{rows}</ol> {more} }
    };
    Some(
        view! {
            <section class="attempts" aria-labelledby="its-attempts">
                <h3 id="its-attempts">{words::count(trace.attempts.len() as u32, "attempt")}</h3>
                {timeline(&trace.attempts)}
                {rows}
            </section>
        }
        .into_any(),
    )
}

fn row(state: State, i: usize, attempt: &Attempt, before: Option<&str>) -> impl IntoView + use<> {
    let outcome = words::looks(attempt.outcome);
    let codes: Vec<&str> =
        [&attempt.code, &attempt.status].into_iter().filter_map(Option::as_deref).collect();
    let said = attempt.text.clone().filter(|text| !text.trim().is_empty());
    let line = attempt.end_line.unwrap_or(attempt.start_line);
    view! {
        <li data-outcome=glyph::name(outcome)>
            <span class="nth">{i + 1}</span>
            <time>{attempt.shown.as_deref().map(|shown| words::same_day(shown, before))}</time>
            <span class="how">{glyph::glyph(outcome)}{words::attempt(attempt.outcome)}</span>
            <span class="to">{attempt.recipient.clone()}{attempt.remote.as_ref().map(|remote| format!(" \u{2192} {remote}"))}</span>
            <span class="code">{codes.join(" ")}</span>
            <p class="said">{said}{story::cite(state, line, words::number(line))}</p>
        </li>
    }
}

/// One lane for each recipient, one mark for each attempt, spaced as they were in time.
fn timeline(attempts: &[Attempt]) -> Option<AnyView> {
    let times = || attempts.iter().filter_map(|attempt| attempt.at);
    let (from, to) = (times().min()?, times().max()?);
    // Attempts within a few seconds of each other have no gaps worth a picture.
    if to - from < 10 {
        return None;
    }
    let mut lanes: BTreeMap<&str, Vec<(f64, &Attempt)>> = BTreeMap::new();
    for attempt in attempts {
        if let Some(at) = attempt.at {
            let place = 1.0 + 98.0 * (at - from) as f64 / (to - from) as f64;
            lanes.entry(attempt.recipient.as_deref().unwrap_or("")).or_default().push((place, attempt));
        }
    }
    let named = lanes.len() > 1;
    let hidden = lanes.len().saturating_sub(LANES);
    let lanes = lanes.into_iter().take(LANES).map(|(to, marks)| {
        let marks = marks.into_iter().map(|(place, attempt)| {
            let outcome = words::looks(attempt.outcome);
            view! {
                <svg x=format!("{place:.2}%") y="50%" overflow="visible">
                    <path class="mark" data-outcome=glyph::name(outcome) d=glyph::path(outcome) fill-rule="evenodd" transform="translate(-8 -8)"></path>
                </svg>
            }
        });
        view! {
            <div class="lane">
                {named.then(|| view! { <span class="lane-name">{to.to_owned()}</span> })}
                <svg class="lane-line" aria-hidden="true" height="24" width="100%">
                    <line x1="1%" x2="99%" y1="50%" y2="50%"></line>
                    {marks.collect_view()}
                </svg>
            </div>
        }
    });
    let ends =
        attempts.iter().filter(|a| a.at == Some(from)).chain(attempts.iter().filter(|a| a.at == Some(to)));
    let ends: Vec<String> = ends.filter_map(|a| a.shown.as_deref().map(words::brief)).collect();
    view! {
        <figure class="timeline">
            {lanes.collect_view()}
            <figcaption>
                <span>{ends.first().cloned()}</span>
                <span>{format!("over {}", words::duration((to - from) as f64))}{(hidden > 0).then(|| format!(", {hidden} more recipients in the list below"))}</span>
                <span>{ends.last().cloned()}</span>
            </figcaption>
        </figure>
    }
    .into_any()
    .into()
}
