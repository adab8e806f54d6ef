//! Rows with a bar: how often, of what, and what stands out. All tables of the overview are this one.

use super::super::super::state::State;
use super::super::CollectAny;
use super::super::{story, words};
use leptos::prelude::*;
use maillens::export::Level;
use maillens::overview::Table;

/// So many rows are shown until all are asked for.
const SHOWN: usize = 6;

/// One row.
#[derive(Clone, Default)]
pub struct Bar {
    /// What it counts.
    pub name: String,
    /// The search that finds it.
    pub query: Option<String>,
    /// The parts of its bar, as outcomes of the style sheet and numbers.
    pub parts: Vec<(&'static str, u32)>,
    /// The numbers in words.
    pub numbers: String,
    /// What else is known.
    pub note: Option<String>,
    /// What stands out.
    pub verdict: Option<(Level, String)>,
    /// The lines that it rests on.
    pub lines: Vec<u32>,
}

impl Bar {
    fn total(&self) -> u32 {
        self.parts.iter().map(|part| part.1).sum()
    }
}

/// The rows, the longest bar as wide as the box.
pub fn bars(state: State, table: &Table<Bar>) -> AnyView {
    let rows = StoredValue::new(table.rows.clone());
    let count = table.rows.len();
    let more = table.more;
    let most = table.rows.iter().map(Bar::total).max().unwrap_or(1).max(1);
    let all = RwSignal::new(count <= SHOWN + 1);
    let drawn = move || {
        rows.with_value(|rows| {
            let shown = if all.get() { count } else { SHOWN };
            rows.iter().take(shown).map(|bar| row(state, bar, most)).collect_any()
        })
    };
    let rest = move || {
        if !all.get() {
            view! { <button type="button" class="plain" on:click=move |_| all.set(true)>{format!("Show {} more", count - SHOWN)}</button> }.into_any()
        } else if more > 0 {
            view! { <p class="panel-says">{format!("and {} more with less", words::number(more))}</p> }
                .into_any()
        } else {
            ().into_any()
        }
    };
    view! { <ol class="bars">{drawn}</ol> {rest} }.into_any()
}

fn row(state: State, bar: &Bar, most: u32) -> AnyView {
    let name = match bar.query.clone() {
        Some(query) => view! {
            <button type="button" class="link bar-name" title="Show these among the messages" on:click=move |_| state.show_found(query.clone())>
                {bar.name.clone()}
            </button>
        }
        .into_any(),
        None => view! { <span class="bar-name">{bar.name.clone()}</span> }.into_any(),
    };
    let parts = bar.parts.iter().filter(|part| part.1 > 0).map(|&(outcome, number)| {
        let width = format!("{:.2}%", 100.0 * f64::from(number) / f64::from(most));
        view! { <span data-outcome=outcome style:width=width></span> }
    });
    let verdict = bar.verdict.as_ref().map(|(level, text)| {
        view! { <p class="verdict" data-level=story::level(*level)>{text.clone()}</p> }
    });
    let cites = words::ranges(&bar.lines).into_iter().map(|(line, text)| story::cite(state, line, text));
    let note = (bar.note.is_some() || !bar.lines.is_empty()).then(|| {
        view! { <p class="bar-note">{bar.note.clone()} <span class="cites">{cites.collect_any()}</span></p> }
    });
    view! {
        <li class="bar-row">
            {name}
            <span class="bar-numbers">{bar.numbers.clone()}</span>
            <span class="bar-line" aria-hidden="true">{parts.collect_any()}</span>
            {verdict}
            {note}
        </li>
    }
    .into_any()
}
