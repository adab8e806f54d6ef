//! The search: its box, how much it finds, and what can be written there.

use super::super::keys;
use super::super::protocol::Ask;
use super::super::state::{State, Tab};
use super::CollectAny;
use super::words;
use leptos::html::{Details, Input};
use leptos::prelude::*;
use maillens::search::{KEYS, Key, Offer, Query, offers};
use std::ops::Range;
use web_sys::KeyboardEvent;

/// The search box. It searches the lines where lines are looked at, and the messages everywhere else.
pub fn search(state: State) -> AnyView {
    let problem = move || state.query.with(|query| Query::new(query).problem().map(str::to_owned));
    let input = NodeRef::<Input>::new();
    // What can stand where the caret is, and which of it the keys are at.
    let offered = RwSignal::new((0..0, Vec::<Offer>::new()));
    let at = RwSignal::new(None::<usize>);
    // The box is left, too, when it goes with its log: what it knew is gone by then.
    let close = move || {
        at.set(None);
        if offered.try_with_untracked(|(_, offers)| !offers.is_empty()) == Some(true) {
            offered.set((0..0, Vec::new()));
        }
    };
    let look = move || {
        let Some(input) = input.get_untracked() else { return };
        let text = input.value();
        let caret = input.selection_start().ok().flatten().map(|caret| byte_at(&text, caret));
        at.set(None);
        state.words.with(|words| match words {
            Some(words) => offered.set(offers(&text, caret.unwrap_or(text.len()), words)),
            None => state.ask(Ask::Words),
        });
    };
    // The words of the log come later than the first letters.
    Effect::new(move |_| {
        if state.words.with(Option::is_some) && document().active_element() == input.get().map(Into::into) {
            untrack(look);
        }
    });
    let typed = move |event: web_sys::Event| {
        if state.tab.get_untracked() != Tab::Lines {
            state.tab.set(Tab::Messages);
        }
        state.query.set(event_target_value(&event));
        untrack(look);
    };
    let take = move |which: usize| {
        let (place, text) = offered.with_untracked(|(place, offers)| {
            (place.clone(), offers.get(which).map(|offer| offer.text.clone()).unwrap_or_default())
        });
        let caret = state.query.try_update(|query| put(query, place, &text)).unwrap_or_default();
        close();
        // When the box has the new text; a key alone wants a value.
        request_animation_frame(move || {
            if let Some(input) = input.try_get_untracked().flatten() {
                let _ = input.set_selection_range(caret, caret);
                untrack(look);
            }
        });
    };
    let press = move |event: KeyboardEvent| {
        let count = offered.with_untracked(|(_, offers)| offers.len());
        let now = at.get_untracked();
        let to = match event.key().as_str() {
            "ArrowDown" if count > 0 => now.map_or(Some(0), |at| (at + 1 < count).then_some(at + 1)),
            "ArrowUp" if count > 0 => now.map_or(Some(count - 1), |at| at.checked_sub(1)),
            "Escape" if count > 0 => {
                event.prevent_default();
                return close();
            }
            "Enter" | "Tab" if now.is_some() && !event.shift_key() => {
                event.prevent_default();
                return take(now.unwrap_or_default());
            }
            _ => return otherwise(state, &event, close),
        };
        event.prevent_default();
        at.set(to);
        if let Some(to) = to {
            keys::reveal(&format!("found-{to}"));
        }
    };
    let option = move |(i, Offer { text, says, count }): (usize, Offer)| {
        let times = (count > 0).then(|| view! { <small class="times">{words::number(count)}</small> });
        view! {
            <li
                role="option" id=format!("found-{i}") aria-selected=move || if at.get() == Some(i) { "true" } else { "false" }
                on:mousedown=move |event| event.prevent_default() on:click=move |_| take(i)
            >
                <code>{text}</code> <small>{says}</small> {times}
            </li>
        }
    };
    let open = move || offered.with(|(_, offers)| !offers.is_empty());
    view! {
        <div class="search">
            <label class="visually-hidden" for="search">"Search the messages or lines"</label>
            <input
                id="search" type="search" autocomplete="off" spellcheck="false" node_ref=input
                placeholder="Search: ana@client.example, is:failed, to:, from:, msg:"
                role="combobox" aria-autocomplete="list" aria-controls="search-offers"
                aria-expanded=move || if open() { "true" } else { "false" }
                aria-activedescendant=move || at.get().map(|at| format!("found-{at}"))
                prop:value=move || state.query.get() on:input=typed on:keydown=press on:blur=move |_| close()
            />
            <ul id="search-offers" class="offers" role="listbox" aria-label="What can be written here">
                {move || offered.get().1.into_iter().enumerate().map(option).collect_any()}
            </ul>
            <span class="found" aria-live="polite">{move || found(state)}</span>
            {help(state)}
            <p class="problem" role="status">{problem}</p>
        </div>
    }
    .into_any()
}

/// How much is found.
fn found(state: State) -> Option<String> {
    let in_lines = state.tab.get() == Tab::Lines;
    let count = if in_lines { state.line_found.get() } else { state.count.get()? };
    (!state.query.with(String::is_empty)).then(|| match (count, in_lines) {
        (0, false) if let Some(term) = state.missing.get() => format!("nothing has {term}"),
        (0, false) => "nothing matches all terms at once".into(),
        (0, true) => "nothing found".into(),
        (_, true) => words::count(count, "line"),
        (_, false) => format!("{} found", words::number(count)),
    })
}

/// Puts an offer in the place of a term; gives where the caret goes, in the browser's own count.
fn put(query: &mut String, place: Range<usize>, text: &str) -> u32 {
    // The space that ends the offer may be there already.
    let end =
        if query[place.end..].starts_with(' ') && text.ends_with(' ') { place.end + 1 } else { place.end };
    query.replace_range(place.start..end, text);
    query[..place.start + text.len()].encode_utf16().count() as u32
}

/// What the keys do where nothing that is offered was chosen.
fn otherwise(state: State, event: &KeyboardEvent, close: impl Fn()) {
    match (event.key().as_str(), state.tab.get_untracked()) {
        ("Escape", _) if !state.query.with_untracked(String::is_empty) => state.query.set(String::new()),
        // As in every editor: the next and the previous place.
        ("Enter", Tab::Lines) => {
            event.prevent_default();
            close();
            state.step_match(event.shift_key());
        }
        ("ArrowDown", Tab::Lines) => {
            event.prevent_default();
            keys::focus("lines");
        }
        ("Enter" | "ArrowDown", _) => {
            event.prevent_default();
            state.tab.set(Tab::Messages);
            keys::focus("messages");
        }
        _ => {}
    }
}

/// The byte of a text at which this unit of the browser's own count stands.
fn byte_at(text: &str, unit: u32) -> usize {
    let mut left = unit as usize;
    let letter = text.char_indices().find(|(_, letter)| {
        let there = left == 0;
        left = left.saturating_sub(letter.len_utf16());
        there
    });
    letter.map_or(text.len(), |(at, _)| at)
}

/// What can be written in the search box; each example can be put there.
fn help(state: State) -> AnyView {
    let node = NodeRef::<Details>::new();
    let close = move || {
        if let Some(node) = node.get_untracked() {
            node.set_open(false);
        }
    };
    let take = move |example: &'static str| {
        state.query.update(|query| {
            if !query.is_empty() && !query.ends_with(' ') {
                query.push(' ');
            }
            query.push_str(example);
        });
        close();
        keys::focus("search");
    };
    let entry = |&Key { example, says, .. }: &Key| {
        view! {
            <div>
                <dt><button type="button" class="link" on:click=move |_| take(example)><code>{example}</code></button></dt>
                <dd>{says}</dd>
            </div>
        }
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
            keys::focus("search");
        }
    };
    view! {
        <details class="menu search-help" node_ref=node on:keydown=escape>
            <summary class="plain square" aria-label="How to search" title="How to search">"?"</summary>
            <div class="search-keys">
                <p>"Every term must match. Upper and lower case are the same."</p>
                <dl>{KEYS.iter().map(entry).collect_any()}</dl>
            </div>
        </details>
    }
    .into_any()
}
