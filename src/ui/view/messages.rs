//! What belongs together, most serious first, and beside it the one that is chosen.

use super::super::protocol::Ask;
use super::super::state::State;
use super::list::List;
use super::{glyph, story, words};
use leptos::prelude::*;
use maillens::report::export::{Row, TraceType};
use std::sync::Arc;

/// The tab.
pub fn tab(state: State) -> AnyView {
    let alone = Memo::new(move |_| state.count.get() == 1 && state.query.with(String::is_empty));
    let none = Memo::new(move |_| state.count.get() == 0);
    let list = List {
        id: "messages",
        label: "Messages, the most serious first",
        total: state.count.into(),
        row: Signal::stored(3.375),
        blocks: state.rows,
        chosen: state.at.into(),
    };
    let list = list.view(
        move |block| state.ask(Ask::Rows(block)),
        move |at| state.pick(super::super::protocol::Pick::At(at)),
        row,
    );
    let nothing = move || {
        none.get().then(|| {
            let searching = state.query.with(|query| !query.is_empty());
            let text = if searching {
                "Nothing matches this search."
            } else {
                "None of these lines belongs to a message. Each is explained under Lines."
            };
            view! {
                <div class="empty">
                    <p>{text}</p>
                    {searching.then(|| view! { <button type="button" class="plain" on:click=move |_| state.query.set(String::new())>"Show all"</button> })}
                </div>
            }
        })
    };
    view! {
        <div id="panel" role="tabpanel" aria-labelledby="tab-messages" class="panes" class:alone=alone class:none=none style=("--rows", move || state.count.get().to_string())>
            <div class="pane-list">{list}</div>
            {nothing}
            {story::pane(state)}
        </div>
    }
    .into_any()
}

fn row(row: &Arc<Row>) -> AnyView {
    let (who, other) = match row.kind {
        TraceType::Message => (row.to.clone(), row.from.as_ref().map(|from| sender(from))),
        _ => (row.from.clone(), row.to.clone()),
    };
    let more = (row.more > 0).then(|| format!(" +{}", words::number(row.more)));
    let unnamed = match row.kind {
        TraceType::Message => "recipient not in this log",
        kind => words::kind(kind),
    };
    let who = who.filter(|who| !who.is_empty()).unwrap_or_else(|| unnamed.into());
    let tail: Vec<String> = [
        Some(words::outcome(row.kind, row.outcome).to_owned()),
        (row.kind != TraceType::Message).then(|| words::kind(row.kind).to_owned()),
        (row.attempts > 1).then(|| words::count(row.attempts, "attempt")),
        other,
    ]
    .into_iter()
    .flatten()
    .collect();
    let (first, rest) =
        tail.split_first().map(|(first, rest)| (first.clone(), rest.join(" \u{b7} "))).unwrap_or_default();
    view! {
        <div class="trace-row" data-outcome=glyph::name(row.outcome)>
            {glyph::glyph(row.outcome)}
            <span class="who"><span class="cut">{who}</span>{more}</span>
            <span class="when">{row.shown.as_deref().map(words::short)}</span>
            <span class="tail"><b>{first}</b>{(!rest.is_empty()).then(|| format!(" \u{b7} {rest}"))}</span>
        </div>
    }
    .into_any()
}

/// `from ana@client.example`; the empty sender is a bounce.
pub fn sender(from: &str) -> String {
    if from.is_empty() { "a bounce".into() } else { format!("from {from}") }
}
