//! Outcomes over time, and the brush: a stretch of the picture becomes a stretch of time in the search.
//!
//! The search is the only place that knows what is chosen: whoever types `after:` and `before:` moves the
//! brush, and the reverse.

use super::super::super::state::State;
use super::super::CollectAny;
use super::super::{glyph, words};
use leptos::prelude::*;
use maillens::Overview;
use maillens::export::Outcome;
use maillens::overview::{Bucket, Tally};
use std::fmt::Write;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, PointerEvent};

/// The parts of a column from the bottom up: the worst stands on the ground, so that it can be compared.
const PARTS: [(&str, Outcome, &str); 4] = [
    ("failed", Outcome::Failed, "failed"),
    ("deferred", Outcome::Deferred, "still trying"),
    ("open", Outcome::Open, "not known"),
    ("delivered", Outcome::Delivered, "worked"),
];

fn numbers(of: Tally) -> [u32; 4] {
    [of.failed, of.deferred, of.open, of.delivered]
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counts {
    Traces,
    Attempts,
}

impl Counts {
    fn of(self, bucket: &Bucket) -> Tally {
        if self == Counts::Attempts { bucket.attempts } else { bucket.traces }
    }
}

/// Buckets from the first up to, but without, the last.
type Range = (usize, usize);

/// The picture with its brush.
#[expect(clippy::too_many_lines, reason = "one picture, whose parts share what is chosen")]
pub fn timeline(state: State, of: &Overview) -> Option<AnyView> {
    // One column says nothing that the counts do not say.
    if of.buckets.len() < 2 {
        return None;
    }
    let width = of.width;
    let count = of.buckets.len();
    let buckets = Arc::new(of.buckets.clone());
    let kept = StoredValue::new(buckets.clone());
    let counts = RwSignal::new(Counts::Traces);
    let drag: RwSignal<Option<Range>> = RwSignal::new(None);
    let pointed: RwSignal<Option<usize>> = RwSignal::new(None);
    let searched = Memo::new(move |_| state.query.with(|query| kept.with_value(|all| range_of(query, all))));
    let chosen = move || drag.get().or(searched.get());
    let choose = move |range: Option<Range>| {
        let range = range.filter(|range| range.1 > range.0 && *range != (0, count));
        let now = state.query.get_untracked();
        state.query.set(kept.with_value(|all| with_range(&now, all, width, range)));
    };
    let total = |counts: Counts| -> Tally {
        let add = |sum: Tally, of: Tally| Tally {
            delivered: sum.delivered + of.delivered,
            deferred: sum.deferred + of.deferred,
            failed: sum.failed + of.failed,
            open: sum.open + of.open,
        };
        of.buckets.iter().map(|bucket| counts.of(bucket)).fold(Tally::default(), add)
    };
    let totals = [total(Counts::Traces), total(Counts::Attempts)];
    let both = totals[0].total() > 0 && totals[1].total() > 0 && totals[0] != totals[1];
    if totals[0].total() == 0 {
        counts.set(Counts::Attempts);
    }
    let switch = both.then(|| {
        let button = |what: Counts, name: &'static str| {
            let pressed = move || if counts.get() == what { "true" } else { "false" };
            view! { <button type="button" class="plain" aria-pressed=pressed on:click=move |_| counts.set(what)>{name}</button> }
        };
        view! { <div class="switch" role="group" aria-label="What is counted">{button(Counts::Traces, "Messages and sessions")}{button(Counts::Attempts, "Delivery attempts")}</div> }
    });
    let legend = move || {
        let total = if counts.get() == Counts::Attempts { totals[1] } else { totals[0] };
        PARTS
            .into_iter()
            .zip(numbers(total))
            .filter(|(_, number)| *number > 0)
            .map(|((name, outcome, says), number)| {
                view! { <span class="key" data-outcome=name>{glyph::glyph(outcome)}{format!("{} {says}", words::number(number))}</span> }
            })
            .collect_any()
    };
    let plot = {
        let buckets = buckets.clone();
        move || plot(&buckets, counts.get())
    };
    let top = {
        let buckets = buckets.clone();
        move || words::number(most(&buckets, counts.get()))
    };
    let says = move || {
        let at = pointed.get().filter(|_| drag.get().is_none());
        kept.with_value(|all| match (at, chosen()) {
            (Some(at), _) => told(all, (at, at + 1), counts.get(), width),
            (None, Some(range)) => told(all, range, counts.get(), width),
            (None, None) => "Drag over the columns, or press one, to look at a part of the time.".into(),
        })
    };
    let found = move || {
        searched.get().map(|_| {
            view! {
                <button type="button" class="strong" on:click=move |_| state.tab.set(super::super::super::state::Tab::Messages)>
                    {move || match state.count.get().unwrap_or(0) { 0 => "Nothing found".to_owned(), n => format!("Show the {} found", words::number(n)) }}
                </button>
                <button type="button" class="plain" on:click=move |_| choose(None)>"Whole time"</button>
            }
        })
    };
    let under = move |event: &PointerEvent| -> Option<usize> {
        let element: HtmlElement = event.current_target()?.dyn_into().ok()?;
        let boxed = element.get_bounding_client_rect();
        let place = (f64::from(event.client_x()) - boxed.left()) / boxed.width().max(1.0);
        Some(((place * count as f64).max(0.0) as usize).min(count - 1))
    };
    let from: StoredValue<Option<usize>> = StoredValue::new(None);
    let down = move |event: PointerEvent| {
        let Some(at) = under(&event).filter(|_| event.button() == 0) else { return };
        if let Some(target) = event.current_target().and_then(|target| target.dyn_into::<HtmlElement>().ok())
        {
            let _ = target.set_pointer_capture(event.pointer_id());
        }
        from.set_value(Some(at));
        drag.set(Some((at, at + 1)));
    };
    let moved = move |event: PointerEvent| {
        let Some(at) = under(&event) else { return };
        pointed.set(Some(at));
        if let Some(from) = from.get_value() {
            drag.set(Some((from.min(at), from.max(at) + 1)));
        }
    };
    let up = move |_: PointerEvent| {
        if from.try_update_value(Option::take).flatten().is_some() {
            let range = drag.get_untracked();
            // One column pressed outside of what is chosen reaches from there to it.
            let range = match (range, searched.get_untracked()) {
                (Some((a, b)), Some((from, to))) if b == a + 1 && (a < from || a >= to) => {
                    Some((from.min(a), to.max(b)))
                }
                (range, _) => range,
            };
            drag.set(None);
            choose(range);
        }
    };
    let band = move || {
        chosen().map(|(from, to)| {
            let place = |at: usize| format!("{:.3}%", 100.0 * at as f64 / count as f64);
            view! {
                <span class="veil" style:left="0" style:width=place(from)></span>
                <span class="veil" style:left=place(to) style:right="0"></span>
                <span class="band" style:left=place(from) style:width=place(to - from)></span>
            }
        })
    };
    let handle = move |name: &'static str, end: bool| {
        let value = move || {
            let (from, to) = chosen().unwrap_or((0, count));
            if end { to } else { from }
        };
        let text = move || kept.with_value(|all| moment_at(all, value(), width));
        let set = move |event: web_sys::Event, done: bool| {
            let to = event_target_value(&event).parse::<usize>().unwrap_or(0);
            let (a, b) = chosen_untracked(drag, searched).unwrap_or((0, count));
            let range = if end {
                (a.min(to.saturating_sub(1)), to.max(1))
            } else {
                (to.min(count - 1), b.max(to + 1).min(count))
            };
            if done {
                drag.set(None);
                choose(Some(range));
            } else {
                drag.set(Some(range));
            }
        };
        view! {
            <label class="handle">
                <span>{name}</span>
                <input
                    type="range" min="0" max=count step="1" prop:value=move || value().to_string() aria-valuetext=text
                    on:input=move |event| set(event, false) on:change=move |event| set(event, true)
                />
                <span class="handle-value" aria-hidden="true">{text}</span>
            </label>
        }
    };
    let handles =
        (count > 1).then(|| view! { <div class="handles">{handle("From", false)}{handle("To", true)}</div> });
    let table = {
        let buckets = buckets.clone();
        move || table(&buckets, counts.get())
    };
    let opened = RwSignal::new(false);
    Some(
        view! {
            <section class="panel wide" style=("--columns", count.to_string())>
                <div class="panel-head">
                    <h2>"Outcomes over time"</h2>
                    <p class="legend">{legend}</p>
                    {switch}
                </div>
                <div class="plot-box">
                    <span class="plot-most" aria-hidden="true">{top}</span>
                    <div
                        class="plot" on:pointerdown=down on:pointermove=moved on:pointerup=up on:pointercancel=up
                        on:pointerleave=move |_| pointed.set(None)
                    >
                        {plot}
                        {band}
                    </div>
                </div>
                {axis(&buckets, width)}
                {handles}
                <div class="brush-says"><p aria-live="polite">{says}</p>{found}</div>
                <details on:toggle=move |_| opened.set(true)>
                    <summary>"As a table"</summary>
                    {move || opened.get().then(&table)}
                </details>
            </section>
        }
        .into_any(),
    )
}

fn chosen_untracked(drag: RwSignal<Option<Range>>, searched: Memo<Option<Range>>) -> Option<Range> {
    drag.get_untracked().or(searched.get_untracked())
}

fn most(buckets: &[Bucket], counts: Counts) -> u32 {
    buckets.iter().map(|bucket| counts.of(bucket).total()).max().unwrap_or(0).max(1)
}

/// The columns: one path for each part, so that a thousand pieces are four elements.
fn plot(buckets: &[Bucket], counts: Counts) -> AnyView {
    let most = f64::from(most(buckets, counts));
    let count = buckets.len();
    let gap = if count > 1 { 0.08 } else { 0.3 };
    let mut paths: [String; 4] = Default::default();
    for (i, bucket) in buckets.iter().enumerate() {
        let mut ground = 100.0;
        for (path, number) in paths.iter_mut().zip(numbers(counts.of(bucket))) {
            if number > 0 {
                // The rarest failure is still seen beside a thousand that worked.
                let tall = (100.0 * f64::from(number) / most).max(1.5);
                let (left, wide) = (i as f64 + gap, 1.0 - 2.0 * gap);
                let _ = write!(path, "M{left:.2} {ground:.2}h{wide:.2}v{:.2}h-{wide:.2}z", -tall);
                ground -= tall;
            }
        }
    }
    let paths = PARTS
        .into_iter()
        .zip(paths)
        .map(|((name, ..), path)| view! { <path data-outcome=name d=path></path> });
    view! {
        <svg viewBox=format!("0 0 {count} 100") preserveAspectRatio="none" aria-hidden="true">{paths.collect_any()}</svg>
    }
    .into_any()
}

/// A few times under the picture, and what a column is.
fn axis(buckets: &[Bucket], width: i64) -> AnyView {
    let count = buckets.len();
    let steps = count.min(4);
    let several_days = width.saturating_mul(i64::try_from(count).unwrap_or(i64::MAX)) > 86_400;
    let label = |at: usize| {
        let shown = &buckets[at].shown;
        if several_days {
            words::short(shown)
        } else {
            shown.get(11..if width < 60 { 19 } else { 16 }).unwrap_or(shown).to_owned()
        }
    };
    let labels = (0..steps).map(|step| {
        let at = step * count / steps.max(1);
        let left = format!("{:.2}%", 100.0 * at as f64 / count as f64);
        view! { <span style:left=left>{label(at)}</span> }
    });
    let (day, zone) = buckets
        .first()
        .map_or(("", ""), |of| (of.shown.get(..10).unwrap_or(""), of.shown.get(20..).unwrap_or("")));
    let day = words::short(&format!("{day} 00:00:00"));
    let day = day.rsplit_once(' ').map_or(day.as_str(), |(day, _)| day).to_owned();
    let when = if several_days { format!("Times are {zone}.") } else { format!("{day}, {zone}.") };
    view! {
        <div class="axis" aria-hidden="true">{labels.collect_any()}</div>
        <p class="panel-says">{format!("{when} A column is {}.", words::duration(width as f64))}</p>
    }
    .into_any()
}

/// A range of buckets in words.
fn told(all: &[Bucket], (from, to): Range, counts: Counts, width: i64) -> String {
    let Some(buckets) = all.get(from..to) else { return String::new() };
    let mut sums = [0; 4];
    for bucket in buckets {
        for (sum, number) in sums.iter_mut().zip(numbers(counts.of(bucket))) {
            *sum += number;
        }
    }
    let told = PARTS.into_iter().zip(sums).filter(|(_, sum)| *sum > 0);
    let told: Vec<String> =
        told.map(|((_, _, says), sum)| format!("{} {says}", words::number(sum))).collect();
    let told = if told.is_empty() { "nothing".into() } else { told.join(", ") };
    let verb = if counts == Counts::Attempts { "ended" } else { "began" };
    format!("{} to {}: {told} (by when they {verb}).", moment_at(all, from, width), moment_at(all, to, width))
}

/// The wall-clock time at the start of a bucket, or at the end of the last; with seconds where they matter.
fn moment_at(all: &[Bucket], at: usize, width: i64) -> String {
    let text = iso(all, at, width).unwrap_or_default();
    let seconds = text.get(16..).filter(|_| width < 60).unwrap_or_default();
    words::short(&text) + seconds
}

/// The start of a bucket as the search language has times.
fn iso(all: &[Bucket], at: usize, width: i64) -> Option<String> {
    match all.get(at) {
        Some(bucket) => Some(bucket.shown.get(..19)?.replacen(' ', "T", 1)),
        // The end of the last bucket has no bucket of its own.
        None => later(all.last()?.shown.get(..19)?, width),
    }
}

/// A written time so many seconds later.
fn later(shown: &str, seconds: i64) -> Option<String> {
    let number = |from: usize, to: usize| shown.get(from..to)?.parse::<u32>().ok();
    let unix = maillens::time::civil(
        number(0, 4)?.cast_signed(),
        number(5, 7)?,
        number(8, 10)?,
        number(11, 13)?,
        number(14, 16)?,
        number(17, 19)?,
    )?;
    let text = maillens::time::rfc3339(unix.checked_add(seconds)?.checked_mul(1_000_000_000)?, 0);
    Some(text.trim_end_matches('Z').to_owned())
}

/// The buckets that a query chooses; none where it names no time, or times between buckets.
fn range_of(query: &str, all: &[Bucket]) -> Option<Range> {
    let term = |key: &str| query.split_whitespace().find_map(|word| word.strip_prefix(key));
    let (after, before) = (term("after:"), term("before:"));
    if after.is_none() && before.is_none() {
        return None;
    }
    let place = |text: &str| {
        let text = if text.len() == 16 { format!("{text}:00") } else { text.to_owned() };
        all.iter().position(|bucket| {
            bucket.shown.get(..19).is_some_and(|shown| shown.replacen(' ', "T", 1) == text)
        })
    };
    let from = match after {
        Some(after) => place(after)?,
        None => 0,
    };
    let to = match before {
        Some(before) => place(before).unwrap_or(all.len()),
        None => all.len(),
    };
    (from < to).then_some((from, to))
}

/// The query with another stretch of time; its other terms stay.
fn with_range(query: &str, all: &[Bucket], width: i64, range: Option<Range>) -> String {
    let others =
        query.split_whitespace().filter(|word| !word.starts_with("after:") && !word.starts_with("before:"));
    let mut terms: Vec<String> = others.map(str::to_owned).collect();
    let brief = |text: String| {
        text.strip_suffix(":00").filter(|text| text.len() == 16).map_or(text.clone(), str::to_owned)
    };
    if let Some((from, to)) = range {
        // The first and the last bucket are open to the outside.
        terms.extend(
            (from > 0).then(|| iso(all, from, width)).flatten().map(|at| format!("after:{}", brief(at))),
        );
        terms.extend(
            (to < all.len()).then(|| iso(all, to, width)).flatten().map(|at| format!("before:{}", brief(at))),
        );
    }
    terms.join(" ")
}

fn table(buckets: &[Bucket], counts: Counts) -> AnyView {
    let rows = buckets.iter().filter(|bucket| counts.of(bucket).total() > 0).map(|bucket| {
        let cells = numbers(counts.of(bucket)).into_iter().map(|n| view! { <td>{words::number(n)}</td> });
        view! { <tr><th scope="row">{bucket.shown.clone()}</th>{cells.collect_any()}</tr> }
    });
    let heads = PARTS.into_iter().map(|(.., says)| view! { <th scope="col">{says}</th> });
    view! {
        <div class="table-box" tabindex="0" role="region" aria-label="Outcomes over time as a table">
            <table>
                <thead><tr><th scope="col">"From"</th>{heads.collect_any()}</tr></thead>
                <tbody>{rows.collect_any()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
