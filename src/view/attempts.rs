//! The delivery attempts: on a line of time, where the gaps show, with those that are planned, and as a table
//! that says the same.

use super::super::state::{State, Story};
use super::CollectAny;
use super::{glyph, story, words};
use leptos::prelude::*;
use maillens::explain::Forecast;
use maillens::export::{Attempt, Outcome};
use std::collections::{BTreeMap, BTreeSet};

/// A table is cut here until all of it is asked for.
const SHOWN: usize = 12;

/// So many recipients, each tried once, need no table.
const FEW: usize = 4;

/// A time line has at most this many recipients, one below the other.
const LANES: usize = 6;

/// Where the past ends on a line of time that has a future, and where the future ends, in percent of its width.
const NEXT: f64 = 78.0;
const END: f64 = 98.0;

/// The section, where somebody was or will be tried more than once or many were tried; else the story says it
/// all.
pub fn attempts(state: State, Story { trace, forecasts, .. }: &Story) -> Option<AnyView> {
    let recipients: BTreeSet<_> = trace.attempts.iter().map(|attempt| &attempt.recipient).collect();
    if forecasts.is_empty() && trace.attempts.len() == recipients.len() && recipients.len() <= FEW {
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
                .collect_any()
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
                <h2 id="its-attempts">{words::count(trace.attempts.len() as u32, "attempt")}</h2>
                {timeline(&trace.attempts, forecasts)}
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

/// One lane for each recipient, one mark for each attempt, spaced as they were in time. What is planned stands
/// behind them: the next attempt by the same measure, the last at the end, for it is often days away.
fn timeline(attempts: &[Attempt], forecasts: &[Forecast]) -> Option<AnyView> {
    let times = || attempts.iter().filter_map(|attempt| attempt.at);
    let (from, last) = (times().min()?, times().max()?);
    let to = forecasts.iter().map(|forecast| forecast.next).max().unwrap_or(last);
    // Attempts within a few seconds of each other have no gaps worth a picture.
    if to - from < 10 {
        return None;
    }
    let width = if forecasts.is_empty() { 98.0 } else { NEXT };
    let place = |at: i64| 1.0 + width * (at - from) as f64 / (to - from) as f64;
    let mut lanes: BTreeMap<&str, Vec<(f64, &Attempt)>> = BTreeMap::new();
    for attempt in attempts {
        if let Some(at) = attempt.at {
            lanes.entry(attempt.recipient.as_deref().unwrap_or("")).or_default().push((place(at), attempt));
        }
    }
    let named = lanes.len() > 1;
    let hidden = lanes.len().saturating_sub(LANES);
    let lanes = lanes.into_iter().take(LANES).map(|(to, marks)| {
        let plan = forecasts.iter().find(|plan| plan.recipient.as_deref().unwrap_or("") == to);
        let now = marks.iter().map(|(place, _)| *place).fold(1.0, f64::max);
        let marks =
            marks.into_iter().map(|(place, attempt)| mark(place, words::looks(attempt.outcome), false));
        let plan = plan.map(|plan| {
            let next = place(plan.next);
            view! {
                <line class="planned" x1=percent(now) x2=percent(END) y1="50%" y2="50%"></line>
                {mark(next, Outcome::Deferred, true)}
                {mark(END, Outcome::Failed, true)}
            }
        });
        let known = if plan.is_some() { now } else { 99.0 };
        view! {
            <div class="lane">
                {named.then(|| view! { <span class="lane-name">{to.to_owned()}</span> })}
                <svg class="lane-line" aria-hidden="true" height="24" width="100%">
                    <line x1="1%" x2=percent(known) y1="50%" y2="50%"></line>
                    {plan}
                    {marks.collect_any()}
                </svg>
            </div>
        }
    });
    let shown = |time: i64| {
        let attempt = attempts.iter().find(|attempt| attempt.at == Some(time));
        attempt.and_then(|attempt| attempt.shown.as_deref()).map(words::brief)
    };
    let planned = forecasts.iter().take(LANES).map(|plan| {
        let who = plan.recipient.as_ref().filter(|_| named).map(|who| format!("{who}: "));
        view! {
            <p>
                {who} "If nothing changes, "
                {sign(Outcome::Deferred)} "the next attempt comes at about " <b>{plan.next_shown.clone()}</b> " and "
                {sign(Outcome::Failed)} "the server gives up at about " <b>{plan.end_shown.clone()}</b> "."
            </p>
        }
    });
    view! {
        <figure class="timeline">
            {lanes.collect_any()}
            <figcaption>
                <p class="ends">
                    <span>{shown(from)}</span>
                    {(last > from).then(|| view! { <span>{format!("over {}", words::duration((last - from) as f64))}</span> })}
                    {(hidden > 0).then(|| view! { <span>{format!("{hidden} more recipients in the list below")}</span> })}
                    {(last > from).then(|| view! { <span>{shown(last)}</span> })}
                </p>
                {planned.collect_any()}
            </figcaption>
        </figure>
    }
    .into_any()
    .into()
}

fn percent(place: f64) -> String {
    format!("{place:.2}%")
}

/// A mark on a line of time.
fn mark(place: f64, outcome: Outcome, planned: bool) -> AnyView {
    let (class, path) =
        if planned { ("mark planned", outline(outcome)) } else { ("mark", glyph::path(outcome)) };
    view! {
        <svg x=percent(place) y="50%" overflow="visible">
            <path class=class data-outcome=glyph::name(outcome) d=path fill-rule="evenodd" transform="translate(-8 -8)"></path>
        </svg>
    }
    .into_any()
}

/// What is planned is drawn as the dashed outline of the shape that it is to have.
fn outline(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Failed => "M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3Z",
        _ => "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z",
    }
}

/// A planned mark, in a sentence that says what it stands for.
fn sign(outcome: Outcome) -> AnyView {
    view! {
        <svg class="sign" viewBox="-1 -1 18 18" aria-hidden="true">
            <path class="mark planned" data-outcome=glyph::name(outcome) d=outline(outcome)></path>
        </svg>
    }
    .into_any()
}
