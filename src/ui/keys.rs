//! The keyboard: one table, from which the keys work and the key sheet is written.

use super::state::State;
use super::view::ROOMS;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// One entry of the table.
pub struct Key {
    /// `KeyboardEvent.key` of every key that does it.
    pub keys: &'static [&'static str],
    /// What it does.
    pub says: &'static str,
    run: fn(State),
}

/// Every key of the page. All are single characters, so all can be switched off at once; the lists,
/// the lines and the dialogs have the keys that such things have everywhere.
pub const KEYS: &[Key] = &[
    Key { keys: &["j"], says: "Next message or line", run: |state| state.step(false) },
    Key { keys: &["k"], says: "Previous message or line", run: |state| state.step(true) },
    Key { keys: &["e"], says: "Next problem", run: |state| state.problem(false) },
    Key { keys: &["E"], says: "Previous problem", run: |state| state.problem(true) },
    Key { keys: &["1"], says: "Messages", run: |state| room(state, 0) },
    Key { keys: &["2"], says: "Lines", run: |state| room(state, 1) },
    Key { keys: &["3"], says: "Overview", run: |state| room(state, 2) },
    Key { keys: &["4"], says: "Reply", run: |state| room(state, 3) },
    Key { keys: &["r"], says: "Write the reply", run: |state| state.write() },
    Key { keys: &["/"], says: "Search", run: |_| focus("search") },
    Key { keys: &["g"], says: "Help: how mail travels, and its words", run: |state| state.help.set(true) },
    Key { keys: &["?"], says: "This sheet", run: |state| state.sheet.set(true) },
];

use leptos::prelude::{GetUntracked, Set};

/// Does what a key stands for.
pub fn press(state: State, event: &KeyboardEvent) {
    let writes =
        event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()).is_some_and(|element| {
            matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT" | "DIALOG")
                || element.is_content_editable()
        });
    let chord = event.ctrl_key() || event.meta_key() || event.alt_key();
    if writes
        || chord
        || event.default_prevented()
        || !state.letters.get_untracked()
        || state.sheet.get_untracked()
        || state.help.get_untracked()
    {
        return;
    }
    if let Some(key) = KEYS.iter().find(|key| key.keys.contains(&event.key().as_str())) {
        event.prevent_default();
        (key.run)(state);
    }
}

fn room(state: State, at: usize) {
    state.tab.set(ROOMS[at].tab);
}

/// Puts the focus on the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = leptos::prelude::document().get_element_by_id(id) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}
