//! What the page can do, and the keys that do it: one table, from which the keys work and both the key
//! sheet and the command palette are written.

use super::protocol::Form;
use super::state::{Signals, State, Tab, Theme};
use super::view::ROOMS;
use leptos::prelude::{Get, GetUntracked, Set, Update, With, WithUntracked, untrack};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// One thing that the page can do.
pub struct Action {
    /// What it does.
    pub says: &'static str,
    /// The key that does it: a single character, which can be switched off, or a chord such as `Ctrl+K`;
    /// empty for none.
    pub key: &'static str,
    /// Whether it can be done now; reads signals.
    pub when: fn(State) -> bool,
    /// Does it.
    pub run: fn(State),
}

const fn action(key: &'static str, says: &'static str, when: fn(State) -> bool, run: fn(State)) -> Action {
    Action { says, key, when, run }
}

/// Everything that the page can do, but for the rooms, which are counted ([`rooms`]). The lists, the lines
/// and the dialogs have the keys that such things have everywhere.
pub const ACTIONS: &[Action] = &[
    action("j", "Next message or line", loaded, |state| state.step(false)),
    action("k", "Previous message or line", loaded, |state| state.step(true)),
    action("e", "Next problem", loaded, |state| state.problem(false)),
    action("E", "Previous problem", loaded, |state| state.problem(true)),
    action("n", "Next line that matches the search", in_lines, |state| state.step_match(false)),
    action("N", "Previous line that matches the search", in_lines, |state| state.step_match(true)),
    action("/", "Search", loaded, |_| focus("search")),
    action("r", "Write the reply", has_story, Signals::write),
    action("c", "Copy the message, or the chosen lines", loaded, |state| state.copy_shown(Form::Text)),
    action("", "Copy with meanings", loaded, |state| state.copy_shown(Form::Meanings)),
    action("", "Copy as Markdown", loaded, |state| state.copy_shown(Form::Markdown)),
    action("", "Download the report as Markdown", loaded, |state| state.save(Form::Markdown)),
    action("", "Download the report as JSON", loaded, |state| state.save(Form::Json)),
    action("", "Download the delivery attempts as CSV", has_messages, |state| state.save(Form::Csv)),
    action("", "Save the log and this view, to open again", loaded, |state| state.save_view(false)),
    action("", "Save the log and this view with placeholders", loaded, |state| state.save_view(true)),
    action("f", "Hide the list of messages, or show it", loaded, |state| turn(state.folded)),
    action("", "Print", loaded, |_| drop(leptos::prelude::window().print())),
    action("w", "Wrap long lines, or not", in_lines, |state| turn(state.wrap)),
    action("z", "Fold lines without a problem, or not", in_lines, |state| turn(state.fold)),
    action("m", "Meanings under the lines, or not", in_lines, |state| turn(state.meanings)),
    action("u", "Only lines that were not read, or all", has_unread, |state| {
        state.tab.set(Tab::Lines);
        turn(state.unread);
    }),
    action("", "Undo what the ticket system did to the log, or not", has_mends, |state| {
        state.times.update(|times| times.mend = !times.mend);
    }),
    action("", "Open a file", always, |_| click("open")),
    action("", "Clear: drop the log", loaded, Signals::close),
    action("", "Bring back the log before", has_last, Signals::bring_back),
    action(
        "",
        "Add this log to the one before",
        |state| loaded(state) && has_last(state),
        Signals::add_to_last,
    ),
    action("", "Compare with another message, or stop", has_story, |state| {
        state.base.update(|base| *base = if base.is_some() { None } else { state.story.get_untracked() });
    }),
    action("", "Explain this log to a trainee, line by line", loaded, |state| state.lesson.set(true)),
    action("", "Learn to read mail logs", always, |state| state.lesson.set(true)),
    action("", "Times as they are written", loaded, |state| state.show_times(None)),
    action("", "Theme: as the system", always, |state| state.theme.set(Theme::System)),
    action("", "Theme: light", always, |state| state.theme.set(Theme::Light)),
    action("", "Theme: dark", always, |state| state.theme.set(Theme::Dark)),
    action("Ctrl+K", "Commands", always, |state| state.palette.update(|open| *open = !*open)),
    action("g", "Help: how mail travels, and its words", always, |state| state.help.set(true)),
    action("?", "Keys and settings", always, |state| state.sheet.set(true)),
];

/// The rooms: the key of each, its name and its place among the tabs.
pub fn rooms() -> impl Iterator<Item = (String, &'static str, usize)> {
    ROOMS.iter().enumerate().map(|(at, room)| ((at + 1).to_string(), room.name, at))
}

/// Does what a key stands for.
pub fn press(state: State, event: &KeyboardEvent) {
    let command = event.ctrl_key() || event.meta_key();
    let name = if command { format!("Ctrl+{}", event.key().to_uppercase()) } else { event.key() };
    let writes =
        event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()).is_some_and(|element| {
            matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT" | "DIALOG")
                || element.is_content_editable()
        });
    let single = !command && (writes || !state.letters.get_untracked() || state.palette.get_untracked());
    if single
        || event.alt_key()
        || (command && event.shift_key())
        || event.default_prevented()
        || state.sheet.get_untracked()
        || state.sample.with_untracked(Option::is_some)
        || state.help.get_untracked()
    {
        return;
    }
    let room = || rooms().find(|(key, ..)| *key == name && untrack(|| loaded(state))).map(|(.., at)| at);
    if let Some(action) = ACTIONS.iter().find(|action| action.key == name && untrack(|| (action.when)(state)))
    {
        event.prevent_default();
        (action.run)(state);
    } else if let Some(at) = room() {
        event.prevent_default();
        state.tab.set(ROOMS[at].tab);
    }
}

fn always(_: State) -> bool {
    true
}

/// A log is on screen; in the lesson it is not.
fn loaded(state: State) -> bool {
    state.summary.with(Option::is_some) && !state.lesson.get()
}

fn in_lines(state: State) -> bool {
    loaded(state) && state.tab.get() == Tab::Lines
}

fn has_messages(state: State) -> bool {
    state.summary.with(|summary| summary.as_ref().is_some_and(|summary| summary.traces.message > 0))
}

fn has_story(state: State) -> bool {
    state.story.with(Option::is_some)
}

fn has_last(state: State) -> bool {
    state.last.with(Option::is_some)
}

fn has_unread(state: State) -> bool {
    state.summary.with(|summary| summary.as_ref().is_some_and(|summary| summary.unread > 0))
}

/// True for a log in which something was mended, or would be.
pub fn has_mends(state: State) -> bool {
    let mended = state.summary.with(|summary| summary.as_ref().is_some_and(|summary| summary.mended > 0));
    mended || (loaded(state) && !state.times.with(|times| times.mend))
}

fn turn(switch: leptos::prelude::RwSignal<bool>) {
    switch.update(|on| *on = !*on);
}

/// Puts the focus on the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = leptos::prelude::document().get_element_by_id(id) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Puts the focus on the element with this id, and scrolls nothing.
pub fn focus_still(id: &str) {
    if let Some(element) = leptos::prelude::document().get_element_by_id(id) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.unchecked_into::<HtmlElement>().focus_with_options(&options);
    }
}

/// Scrolls the element with this id into view and goes on from there.
pub fn lead_to(id: &str) {
    reveal(id);
    focus(id);
}

/// Presses the element with this id.
fn click(id: &str) {
    if let Some(element) = leptos::prelude::document().get_element_by_id(id) {
        element.unchecked_into::<HtmlElement>().click();
    }
}

/// Scrolls the element with this id into view.
pub fn reveal(id: &str) {
    if let Some(element) = leptos::prelude::document().get_element_by_id(id) {
        into_view(&element);
    }
}

/// Scrolls an element into view, as little as that needs.
pub fn into_view(element: &web_sys::Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
