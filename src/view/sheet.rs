//! The sheet of keys and settings.

use super::super::keys::{ACTIONS, rooms};
use super::super::state::State;
use super::CollectAny;
use leptos::html::Dialog;
use leptos::prelude::*;

/// Keys that every list and every line has, which are no single letters and cannot be switched off.
const ALWAYS: &[(&str, &str)] = &[
    ("\u{2191} \u{2193}", "In a list: the row above or below; in log text: the line above or below"),
    ("Shift+\u{2191} Shift+\u{2193}", "In the list of lines: choose several"),
    ("\u{2190} \u{2192}", "In log text: the part before or after, with its meaning"),
    ("Home End", "The first or the last"),
    ("Esc", "Close this, empty the search, hide a meaning"),
    ("Ctrl+V", "Read what is on the clipboard, anywhere on the page"),
];

/// The sheet; a real dialog, so that the browser keeps the focus in it and closes it with Escape.
pub fn sheet(state: State) -> AnyView {
    let node = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(node) = node.get() else { return };
        match (state.sheet.get(), node.open()) {
            (true, false) => {
                let _ = node.show_modal();
                // Its first control is far down on a narrow screen: it is read from its top.
                let _ = node.focus();
                node.set_scroll_top(0);
            }
            (false, true) => node.close(),
            _ => {}
        }
    });
    let with_keys = ACTIONS.iter().filter(|action| !action.key.is_empty());
    let (chords, single): (Vec<_>, Vec<_>) = with_keys.partition(|action| action.key.contains('+'));
    let own = |action: &super::super::keys::Action| (action.key.to_owned(), action.says.to_owned());
    let single = single.into_iter().map(own).chain(rooms().map(|(key, name, _)| (key, name.to_owned())));
    let always = ALWAYS.iter().map(|(keys, says)| ((*keys).to_owned(), (*says).to_owned()));
    let always = chords.into_iter().map(own).chain(always);
    let entry = |(keys, says): (String, String)| {
        let keys = keys.split(' ').map(|key| view! { <kbd>{key.to_owned()}</kbd> }).collect_any();
        view! { <div><dt>{keys}</dt><dd>{says}</dd></div> }
    };
    view! {
        <dialog class="sheet keys" tabindex="-1" node_ref=node aria-labelledby="sheet-title" on:close=move |_| state.sheet.set(false)>
            <h2 id="sheet-title">"Keys"</h2>
            <dl>{single.map(entry).collect_any()}</dl>
            <label>
                <input type="checkbox" prop:checked=move || state.letters.get() on:change=move |event| state.letters.set(event_target_checked(&event))/>
                "Use these single keys"
            </label>
            <h3>"Always"</h3>
            <dl>{always.map(entry).collect_any()}</dl>
            <p class="version">{concat!("maillens ", env!("CARGO_PKG_VERSION"))}</p>
            <form method="dialog">
                <button class="plain" on:click=move |_| state.help.set(true)>"How mail travels, and its words"</button>
                " "
                <button class="strong">"Close"</button>
            </form>
        </dialog>
    }
    .into_any()
}
