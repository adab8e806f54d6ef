//! Two traces side by side, step by step, with the first difference marked and said.

use super::super::state::{State, Story};
use super::CollectAny;
use super::{glyph, messages, story, verdict, words};
use leptos::prelude::*;
use maillens::export::{Level, Sentence};
use std::sync::Arc;

/// No more steps of one trace than this are put side by side.
const MOST: usize = 300;

/// One step of a trace: its sentence, and what kind of step it is.
struct Step {
    sentence: Sentence,
    /// What the first line that it rests on says, by format and pattern, and how it went.
    kind: (Option<String>, Option<String>, Level),
}

/// The button that begins a comparison.
pub fn button(state: State, story: &Arc<Story>) -> AnyView {
    let story = story.clone();
    let others =
        Memo::new(move |_| state.count.get() > Some(1) || state.query.with(|query| !query.is_empty()));
    (move || {
        let story = story.clone();
        others.get().then(|| {
            view! {
                <button type="button" class="plain" on:click=move |_| state.base.set(Some(story.clone()))>
                    "Compare\u{2026}"
                </button>
            }
        })
    })
    .into_any()
}

/// The comparison of `base` with the trace that is chosen; without another one, what to do.
pub fn compared(state: State, base: &Arc<Story>, other: Option<Arc<Story>>) -> AnyView {
    let other = other.filter(|other| other.trace.trace != base.trace.trace);
    let stop = view! { <button type="button" class="plain" on:click=move |_| state.base.set(None)>"Stop comparing"</button> };
    let content = match &other {
        None => view! {
            <p role="status">"Now choose the other one, in the list or by searching."</p>
            <div class="compare">{head(base)}</div>
        }
        .into_any(),
        Some(other) => steps(state, base, other),
    };
    view! {
        <div class="section-head compare-head">
            <h1>"Compare two deliveries"</h1>
            {stop}
        </div>
        {content}
    }
    .into_any()
}

fn steps(state: State, a: &Arc<Story>, b: &Arc<Story>) -> AnyView {
    let (left, right) = (of(a), of(b));
    let rows = aligned(&left, &right);
    let differs = |&(l, r): &(Option<usize>, Option<usize>)| match (l, r) {
        (Some(l), Some(r)) => left[l].kind != right[r].kind,
        _ => true,
    };
    let first = rows.iter().position(differs);
    let text = |step: Option<&Step>| {
        step.map_or_else(
            || "nothing of the kind is in this log.".to_owned(),
            |step| format!("\u{201c}{}\u{201d}", step.sentence.text),
        )
    };
    let said = match first {
        None => "Both went the same way, step by step.".to_owned(),
        Some(at) => {
            let (l, r) = rows[at];
            let (a, b) = (verdict::subject(&a.trace), verdict::subject(&b.trace));
            let [a, b] = match (a, b) {
                (Some(a), Some(b)) if a != b => [a, b],
                _ => ["The first one", "The second one"].map(str::to_owned),
            };
            format!(
                "The first difference is at step {}. {a}: {} {b}: {}",
                at + 1,
                text(l.map(|l| &left[l])),
                text(r.map(|r| &right[r])),
            )
        }
    };
    let cell = |step: Option<&Step>, side: &'static str| match step {
        None => view! { <td class="none" data-side=side>"No such step"</td> }.into_any(),
        Some(Step { sentence, .. }) => {
            let cites = words::ranges(&sentence.lines).into_iter().take(3);
            let cites = cites.map(|(line, text)| {
                view! {
                    <button type="button" class="cite" on:click=move |_| state.show_line(line)>
                        <span class="visually-hidden">"Line "</span>{text}
                    </button>
                }
            });
            view! {
                <td data-side=side data-level=story::level(sentence.level)>
                    <time>{sentence.shown.as_deref().map(words::brief)}</time>
                    <p>{sentence.text.clone()} <span class="cites">{cites.collect_any()}</span></p>
                </td>
            }
            .into_any()
        }
    };
    let row = |(at, &(l, r)): (usize, &(Option<usize>, Option<usize>))| {
        let differs = differs(&(l, r));
        let mark = differs.then(|| view! { <span class="visually-hidden">" differs"</span> });
        view! {
            <tr class:differs=differs class:first=Some(at) == first>
                <th scope="row">{at + 1}{mark}</th>
                {cell(l.map(|l| &left[l]), "first")}
                {cell(r.map(|r| &right[r]), "second")}
            </tr>
        }
    };
    view! {
        <p class="difference" class:found-one=first.is_some() role="status">{said}</p>
        <table class="compare">
            <caption class="visually-hidden">"Both deliveries, step by step"</caption>
            <thead><tr><th scope="col"><span class="visually-hidden">"Step"</span></th><th scope="col">{head(a)}</th><th scope="col">{head(b)}</th></tr></thead>
            <tbody>{rows.iter().enumerate().map(row).collect_any()}</tbody>
        </table>
    }
    .into_any()
}

/// What a trace is, over its steps.
fn head(story: &Arc<Story>) -> AnyView {
    let trace = &story.trace;
    let outcome = words::outcome(trace.kind, trace.outcome);
    let from = trace.sender.as_deref().map(messages::sender);
    let shown = trace.shown.as_deref().map(words::brief);
    let meta = [Some(outcome.to_owned()), from, shown, trace.bytes.map(words::bytes)];
    let meta = meta.into_iter().flatten().collect::<Vec<_>>().join(" \u{b7} ");
    view! {
        <div class="side" data-outcome=glyph::name(trace.outcome)>
            {glyph::glyph(trace.outcome)}
            <p><strong>{trace.explanation.headline.clone()}</strong><span>{meta}</span></p>
        </div>
    }
    .into_any()
}

fn of(story: &Arc<Story>) -> Vec<Step> {
    let step = |sentence: &Sentence| {
        let line = story.lines.iter().find(|line| Some(&line.line) == sentence.lines.first());
        let kind = line.map_or((None, None), |line| (line.format.clone(), line.kind.clone()));
        Step { kind: (kind.0, kind.1, sentence.level), sentence: sentence.clone() }
    };
    story.trace.explanation.story.iter().take(MOST).map(step).collect()
}

/// Puts steps of one kind beside each other: as many as can be in order, and what is between them in pairs.
fn aligned(left: &[Step], right: &[Step]) -> Vec<(Option<usize>, Option<usize>)> {
    // How many steps can be paired from here on.
    let mut best = vec![vec![0_u32; right.len() + 1]; left.len() + 1];
    for l in (0..left.len()).rev() {
        for r in (0..right.len()).rev() {
            best[l][r] = if left[l].kind == right[r].kind {
                best[l + 1][r + 1] + 1
            } else {
                best[l + 1][r].max(best[l][r + 1])
            };
        }
    }
    let mut rows = Vec::new();
    let (mut l, mut r) = (0, 0);
    while l < left.len() || r < right.len() {
        // What comes before the next pair of a kind.
        let (mut only_left, mut only_right) = (Vec::new(), Vec::new());
        while l < left.len() || r < right.len() {
            if l < left.len() && r < right.len() && left[l].kind == right[r].kind {
                break;
            }
            if r == right.len() || (l < left.len() && best[l + 1][r] >= best[l][r + 1]) {
                only_left.push(l);
                l += 1;
            } else {
                only_right.push(r);
                r += 1;
            }
        }
        for at in 0..only_left.len().max(only_right.len()) {
            rows.push((only_left.get(at).copied(), only_right.get(at).copied()));
        }
        if l < left.len() && r < right.len() {
            rows.push((Some(l), Some(r)));
            l += 1;
            r += 1;
        }
    }
    rows
}
