//! The whole paste, line by line, and the chosen line in full.

use super::super::protocol::{Ask, Pick};
use super::super::state::State;
use super::list::List;
use super::{story, tokens, words};
use leptos::prelude::*;
use maillens::report::export::Line;
use std::sync::Arc;

/// Colours that tell one trace from its neighbours; the style sheet has as many.
const HUES: u32 = 8;

/// The tab.
pub fn tab(state: State) -> AnyView {
    let unread = move || state.summary.with(|s| s.as_ref().map_or(0, |s| s.unread));
    let total = Signal::derive(move || {
        state.summary.with(|s| s.as_ref().map_or(0, |s| if state.unread.get() { s.unread } else { s.lines }))
    });
    let list = List {
        id: "lines",
        label: "Lines of the log",
        total,
        row: Signal::derive(move || if state.meanings.get() { 2.75 } else { 1.5 }),
        blocks: state.lines,
        chosen: state.line_at.into(),
    };
    let list = list.view(
        move |block| state.ask(Ask::Lines { unread: state.unread.get_untracked(), block }),
        move |at| state.pick_line(Pick::At(at)),
        row,
    );
    let only = move || {
        (unread() > 0).then(|| {
            view! {
                <label>
                    <input type="checkbox" prop:checked=move || state.unread.get() on:change=move |event| state.list(event_target_checked(&event))/>
                    {format!("Only the {} not read", words::count(unread(), "line"))}
                </label>
            }
        })
    };
    // A tab that was opened without a line shows its first.
    if state.line.with_untracked(Option::is_none) {
        state.pick_line(Pick::At(0));
    }
    view! {
        <div id="panel" role="tabpanel" aria-labelledby="tab-lines" class="panes whole" class:plain=move || !state.meanings.get()>
            <div class="pane-lines">
                <div class="options">
                    <label>
                        <input type="checkbox" prop:checked=move || state.meanings.get() on:change=move |event| state.meanings.set(event_target_checked(&event))/>
                        "Meanings under the lines"
                    </label>
                    {only}
                </div>
                {list}
            </div>
            <section class="inspector" aria-label="The chosen line">
                {move || state.line.get().map(|line| inspector(state, &line))}
            </section>
        </div>
    }
    .into_any()
}

fn row(line: &Arc<Line>) -> AnyView {
    let hue = line.trace.map(|trace| (trace % HUES).to_string());
    let says = match (&line.says, &line.format) {
        (Some(says), _) => says.clone(),
        (None, None) if !line.text.trim().is_empty() => "Not read: no format claims this line.".into(),
        _ => String::new(),
    };
    view! {
        <div class="line-row" data-hue=hue data-level=story::level(line.level) class:unread=line.format.is_none() && !line.text.trim().is_empty()>
            <span class="line-number">{words::number(line.line)}</span>
            {tokens::marked(line, false)}
            <span class="says">{says}</span>
        </div>
    }
    .into_any()
}

fn inspector(state: State, line: &Arc<Line>) -> AnyView {
    let trace = line.trace.map(|trace| {
        view! { <button type="button" class="plain" on:click=move |_| state.open(trace)>"Show what it belongs to"</button> }
    });
    let content = view! {
        <div class="log-line" data-line=line.line.to_string() data-level=story::level(line.level)>
            <div class="log-text">{tokens::marked(line, true)}</div>
        </div>
        <div class="inspector-tools">{trace}{story::copy(line.text.clone())}</div>
    };
    tokens::reader(state, content.into_any(), vec![line.clone()])
}
