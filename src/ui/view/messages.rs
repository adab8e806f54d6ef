//! What belongs together, most serious first, and beside it the one that is chosen.

use super::super::keys;
use super::super::protocol::Ask;
use super::super::state::State;
use super::list::{List, rem};
use super::{glyph, story, words};
use leptos::prelude::*;
use maillens::report::export::{Row, TraceType};
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// The list is at least and at most so wide, in rem.
const LIST_WIDTHS: (f64, f64) = (14.0, 44.0);

/// What is said where a log has nothing to choose from.
pub const NONE: &str = "None of these lines belongs to a message. Each is explained under Lines.";

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
        many: None,
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
                NONE
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
        <div
            id="panel" role="tabpanel" aria-labelledby="tab-messages" class="panes" class:alone=alone class:none=none class:folded=move || state.folded.get()
            style=("--rows", move || state.count.get().to_string()) style=("--list", move || format!("{}rem", state.list_width.get()))
        >
            <div class="pane-list">{list}{splitter(state)}</div>
            {move || state.folded.get().then(|| view! {
                <button type="button" class="plain unfold" id="unfold" on:click=move |_| state.folded.set(false)>"Show the list"</button>
            })}
            {nothing}
            {story::pane(state)}
        </div>
    }
    .into_any()
}

/// The edge of the list: dragged, or moved by the arrow keys; Enter hides the list.
fn splitter(state: State) -> AnyView {
    let (least, most) = LIST_WIDTHS;
    let set = move |width: f64| state.list_width.set(width.clamp(least, most).round());
    let keys = move |event: web_sys::KeyboardEvent| {
        let now = state.list_width.get_untracked();
        match event.key().as_str() {
            "ArrowLeft" => set(now - 1.0),
            "ArrowRight" => set(now + 1.0),
            "Home" => set(least),
            "End" => set(most),
            "Enter" => {
                state.folded.set(true);
                keys::focus("unfold");
            }
            _ => return,
        }
        event.prevent_default();
    };
    let edge = |event: &web_sys::PointerEvent| {
        event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok())
    };
    let take = move |event: web_sys::PointerEvent| {
        if let Some(edge) = edge(&event) {
            let _ = edge.set_pointer_capture(event.pointer_id());
            event.prevent_default();
        }
    };
    let drag = move |event: web_sys::PointerEvent| {
        if let Some(edge) = edge(&event).filter(|edge| edge.has_pointer_capture(event.pointer_id()))
            && let Some(pane) = edge.parent_element()
        {
            let width = f64::from(event.client_x()) - pane.get_bounding_client_rect().left();
            set(width / rem());
        }
    };
    view! {
        <div
            class="splitter" role="separator" tabindex="0" aria-orientation="vertical" aria-controls="messages"
            aria-label="Width of the list; Enter hides it" title="Drag, or use the arrow keys; Enter hides the list (f)"
            aria-valuemin=least.to_string() aria-valuemax=most.to_string() aria-valuenow=move || state.list_width.get().to_string()
            on:keydown=keys on:pointerdown=take on:pointermove=drag
        ></div>
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
        (row.kind != TraceType::Message && who != words::kind(row.kind))
            .then(|| words::kind(row.kind).to_owned()),
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
