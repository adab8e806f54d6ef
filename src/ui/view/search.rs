//! The search: its box, how much it finds, and what can be written there.

use super::super::keys;
use super::super::state::{State, Tab};
use super::words;
use leptos::html::Details;
use leptos::prelude::*;
use maillens::search::{KEYS, Key, Query};
use web_sys::KeyboardEvent;

/// The search box. It searches the lines where lines are looked at, and the messages everywhere else.
pub fn search(state: State) -> AnyView {
    let found = move || {
        let in_lines = state.tab.get() == Tab::Lines;
        let count = if in_lines { state.line_found } else { state.count }.get();
        (!state.query.with(String::is_empty)).then(|| match (count, in_lines) {
            (0, _) => "nothing found".into(),
            (_, true) => words::count(count, "line"),
            (_, false) => format!("{} found", words::number(count)),
        })
    };
    let problem = move || state.query.with(|query| Query::new(query).problem().map(str::to_owned));
    let typed = move |event: web_sys::Event| {
        if state.tab.get_untracked() != Tab::Lines {
            state.tab.set(Tab::Messages);
        }
        state.query.set(event_target_value(&event));
    };
    let press = move |event: KeyboardEvent| match (event.key().as_str(), state.tab.get_untracked()) {
        ("Escape", _) if !state.query.with_untracked(String::is_empty) => state.query.set(String::new()),
        // As in every editor: the next and the previous place.
        ("Enter", Tab::Lines) => {
            event.prevent_default();
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
    };
    view! {
        <div class="search">
            <label class="visually-hidden" for="search">"Search the messages or lines"</label>
            <input
                id="search" type="search" autocomplete="off" spellcheck="false"
                placeholder="Search: ana@client.example, is:failed, to:, from:, msg:"
                prop:value=move || state.query.get() on:input=typed on:keydown=press
            />
            <span class="found" aria-live="polite">{found}</span>
            {help(state)}
            <p class="problem" role="status">{problem}</p>
        </div>
    }
    .into_any()
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
                <dl>{KEYS.iter().map(entry).collect_view()}</dl>
            </div>
        </details>
    }
    .into_any()
}
