//! The bar at the top: what was read, how much of it, the search, the times, the theme.

use super::super::keys;
use super::super::protocol::Form;
use super::super::state::{State, Tab, Theme};
use super::CollectAny;
use super::{ROOMS, Room, glyph, menu, search, sources, times, words};
use leptos::prelude::*;
use maillens::export::{Outcome, Summary, TraceType};

/// The bar; without a log it holds only what is of use without one.
pub fn bar(state: State) -> AnyView {
    let loaded = Memo::new(move |_| state.summary.with(Option::is_some));
    view! {
        <header class="bar">
            <div class="bar-top">
                <p class="brand">"maillens"</p>
                {move || loaded.get().then(|| facts(state))}
                <div class="tools">
                    {move || loaded.get().then(|| view! {
                        {opener(state)}
                        {saves(state)}
                        <button type="button" class="plain clear" on:click=move |_| state.close()>"Clear"</button>
                    })}
                    <button type="button" class="plain square" aria-label="Commands, Ctrl+K" title="Commands (Ctrl+K)" on:click=move |_| state.palette.set(true)>
                        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M1.7 3.1 2.8 2l5.4 5.4-5.4 5.4-1.1-1.1L6 7.4ZM8 12h6.5v1.6H8Z"></path></svg>
                    </button>
                    {theme(state)}
                    <button type="button" class="plain square" aria-label="Keys and settings" title="Keys and settings" on:click=move |_| state.sheet.set(true)>"?"</button>
                </div>
            </div>
            {move || (loaded.get() && !state.lesson.get()).then(|| controls(state))}
            {move || loaded.get().then(|| times::assumed(state))}
            {sources::bar(state)}
            {leaked(state)}
        </header>
    }
    .into_any()
}

/// Ways to save the report of what is found, and the whole view.
fn saves(state: State) -> AnyView {
    let save = |form: Form| -> menu::Run { Box::new(move || state.save(form)) };
    let view = |redact: bool| -> menu::Run { Box::new(move || state.save_view(redact)) };
    menu::menu(
        "Save",
        "Save the report",
        vec![
            ("As Markdown", save(Form::Markdown)),
            ("As JSON", save(Form::Json)),
            ("Delivery attempts as CSV", save(Form::Csv)),
            ("Log and view, to open again", view(false)),
            ("The same with placeholders", view(true)),
        ],
    )
}

/// A password that a log holds is known to everybody who can read the log.
fn leaked(state: State) -> AnyView {
    let leaked = Memo::new(move |_| state.summary.with(|s| s.as_ref().and_then(maillens::report::secrets)));
    (move || leaked.get().map(|warning| view! { <p class="warned" role="note">
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1.2 15.4 14.4H.6ZM7.2 6v4.2h1.6V6Zm0 5.2v1.6h1.6v-1.6Z" fill-rule="evenodd"></path></svg>
        {warning}
    </p> })).into_any()
}

/// A button that opens files.
pub fn opener(state: State) -> AnyView {
    let input = NodeRef::<leptos::html::Input>::new();
    let chosen = move |_| {
        if let Some(input) = input.get_untracked() {
            let files: Vec<_> = input
                .files()
                .map(|l| (0..l.length()).filter_map(|i| l.item(i)).collect())
                .unwrap_or_default();
            state.read_files(&files);
            // The same file may be opened again.
            input.set_value("");
        }
    };
    view! {
        <input type="file" multiple node_ref=input hidden on:change=chosen/>
        <button type="button" class="plain" id="open" on:click=move |_| if let Some(input) = input.get_untracked() { input.click() }>
            "Open\u{2026}"
        </button>
    }
    .into_any()
}

fn facts(state: State) -> AnyView {
    // What was not read, in full or in part: the rest was.
    let read = move || {
        state.summary.with(|summary| {
            let of = summary.as_ref()?;
            let parts = [(of.partly, "read in part"), (of.other, "of other text")];
            let parts: Vec<String> = parts
                .into_iter()
                .filter(|(lines, _)| *lines > 0)
                .map(|(lines, what)| format!("{} {what}", words::number(lines)))
                .collect();
            let said = |first: String| [vec![first], parts.clone()].concat().join(", ");
            Some(if of.unread == 0 {
                let all = if of.read == 0 { parts.join(", ") } else if parts.is_empty() { "all read".to_owned() } else { said(format!("{} read", words::number(of.read))) };
                view! { <span class="meter">{all}</span> }.into_any()
            } else {
                view! {
                    <button type="button" class="meter link" on:click=move |_| state.show_unread()>
                        {said(format!("{} not read", words::number(of.unread)))}<span class="visually-hidden">". Show the lines that were not read"</span>
                    </button>
                }
                .into_any()
            })
        })
    };
    view! {
        <div class="facts">
            <p class="source">{move || state.name.get()}</p>
            <p class="counts" aria-live="polite">{move || state.summary.with(|s| s.as_ref().map(|s| counts(state, s)))}</p>
            {read}
        </div>
    }
    .into_any()
}

/// `1,204 lines`, `2 failed`, `1 still trying`; an outcome is a button that searches for it.
fn counts(state: State, summary: &Summary) -> AnyView {
    // The numbers are those of what each finds, so a sign-in that failed counts like a message.
    let count = |outcome: Outcome| {
        state.outcomes.with(|all| all.iter().find(|of| of.0 == outcome).map_or(0, |of| of.1))
    };
    let outcomes =
        [Outcome::Failed, Outcome::Partial, Outcome::Deferred, Outcome::Delivered].map(|of| (count(of), of));
    let outcomes = outcomes.into_iter().filter(|(n, _)| *n > 0).map(|(n, outcome)| {
        let query = format!("is:{}", glyph::name(outcome));
        let on = { let query = query.clone(); move || state.query.with(|now| *now == query) };
        let pressed = { let on = on.clone(); move || if on() { "true" } else { "false" } };
        let toggle = move |_| {
            state.tab.set(Tab::Messages);
            state.query.set(if on() { String::new() } else { query.clone() });
        };
        view! {
            <button type="button" class="chip" data-outcome=glyph::name(outcome) aria-pressed=pressed on:click=toggle>
                {glyph::glyph(outcome)}
                {format!("{} {}", words::number(n), words::outcome(TraceType::Message, outcome))}
            </button>
        }
    });
    let errors = (summary.errors > 0).then(|| {
        let text = match summary.errors {
            1 => "1 server error".to_owned(),
            errors => format!("{} server errors", words::number(errors)),
        };
        let show = move |_| {
            state.tab.set(Tab::Messages);
            state.query.set("is:event".into());
        };
        view! { <button type="button" class="chip" data-outcome="failed" on:click=show>{text}</button> }
    });
    view! { <span>{words::count(summary.lines, "line")}</span> {errors} {outcomes.collect_any()} }.into_any()
}

fn controls(state: State) -> AnyView {
    let tab = move |room: &'static Room| {
        let chosen = move || state.tab.get() == room.tab;
        view! {
            <button
                type="button" role="tab" id=room.tab_id() aria-controls="panel"
                aria-selected=move || if chosen() { "true" } else { "false" }
                tabindex=move || if chosen() { "0" } else { "-1" }
                on:click=move |_| state.tab.set(room.tab)
            >
                {room.name}
            </button>
        }
    };
    let turn = move |event: web_sys::KeyboardEvent| {
        let (now, last) = (Room::of(state.tab.get_untracked()), ROOMS.len() - 1);
        let to = match event.key().as_str() {
            "ArrowLeft" => now.checked_sub(1).unwrap_or(last),
            "ArrowRight" => (now + 1) % ROOMS.len(),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        state.tab.set(ROOMS[to].tab);
        keys::focus(&ROOMS[to].tab_id());
    };
    view! {
        <div class="bar-controls">
            <div class="tabs" role="tablist" aria-label="Views" on:keydown=turn>
                {ROOMS.iter().map(tab).collect_any()}
            </div>
            {search::search(state)}
            {times::shown(state)}
        </div>
    }
    .into_any()
}

fn theme(state: State) -> AnyView {
    let next = move |_| {
        state.theme.update(|theme| {
            *theme = match theme {
                Theme::System => Theme::Light,
                Theme::Light => Theme::Dark,
                Theme::Dark => Theme::System,
            }
        });
    };
    let name = move || match state.theme.get() {
        Theme::System => "Theme: as the system",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    };
    // A disc half in shadow, a sun, a moon.
    let path = move || match state.theme.get() {
        Theme::System => "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm0 1.5v10A5 5 0 0 0 8 3Z",
        Theme::Light => {
            "M8 4.8a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4ZM7.3.8h1.4v2.4H7.3Zm0 12h1.4v2.4H7.3ZM.8 7.3h2.4v1.4H.8Zm12 0h2.4v1.4h-2.4ZM2.4 3.4l1-1 1.7 1.7-1 1Zm8.5 8.5 1-1 1.7 1.7-1 1Zm1.7-9.5 1 1-1.7 1.7-1-1ZM4.1 10.9l1 1-1.7 1.7-1-1Z"
        }
        Theme::Dark => "M6.2 1.4A6.8 6.8 0 1 0 14.6 9.8 5.6 5.6 0 0 1 6.2 1.4Z",
    };
    view! {
        <button type="button" class="plain square theme" aria-label=name title=name on:click=next>
            <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d=path></path></svg>
        </button>
    }
    .into_any()
}
