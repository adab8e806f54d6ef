//! The command palette: everything that the page can do, found by typing, and the places to jump to.

use super::super::keys::{self, ACTIONS};
use super::super::protocol::Ask;
use super::super::state::{State, Tab};
use super::CollectAny;
use super::{ROOMS, messages, words};
use leptos::html::{Dialog, Input};
use leptos::prelude::*;
use maillens::export::{Assumed, Row};
use web_sys::KeyboardEvent;

/// Zones that are offered for what was typed.
const ZONES: usize = 6;

/// One row of the palette.
#[derive(Clone, PartialEq)]
enum Offer {
    /// An action, by its place in the table.
    Action(usize),
    /// A room, by its place among the tabs.
    Room(usize),
    Line(u32),
    Trace(Box<Row>),
    /// The zone that the log was written in.
    Written(String),
    /// The zone in which times are shown.
    Zone(String),
    Search(String),
}

impl Offer {
    fn says(&self) -> String {
        match self {
            Offer::Action(at) => ACTIONS[*at].says.into(),
            Offer::Room(at) => format!("Go to {}", ROOMS[*at].name),
            Offer::Line(line) => format!("Go to line {}", words::number(*line)),
            Offer::Trace(row) => {
                let (who, other) = messages::named(row);
                let who = who.or(other);
                let when = row.shown.as_deref().map(words::short).unwrap_or_default();
                let (kind, outcome) = (words::kind(row.kind), words::outcome(row.kind, row.outcome));
                format!("Open {kind} {}, {outcome}, {when}", who.unwrap_or_default())
            }
            Offer::Written(name) => format!("The log was written in {}", zone(name)),
            Offer::Zone(name) => format!("Times in {}", zone(name)),
            Offer::Search(text) => format!("Search for \u{201c}{text}\u{201d}"),
        }
    }

    fn key(&self) -> String {
        match self {
            Offer::Action(at) => ACTIONS[*at].key.into(),
            Offer::Room(at) => (at + 1).to_string(),
            _ => String::new(),
        }
    }

    fn run(&self, state: State) {
        match self {
            Offer::Action(at) => (ACTIONS[*at].run)(state),
            Offer::Room(at) => state.tab.set(ROOMS[*at].tab),
            Offer::Line(line) => state.show_line(*line),
            Offer::Trace(row) => state.open(row.trace),
            Offer::Written(name) => state.times.update(|times| times.source.clone_from(name)),
            Offer::Zone(name) => state.show_times(Some(name.clone())),
            Offer::Search(text) => {
                if state.tab.get_untracked() != Tab::Lines {
                    state.tab.set(Tab::Messages);
                }
                state.query.set(text.clone());
            }
        }
    }
}

/// A zone with the name that it had before.
fn zone(name: &str) -> String {
    let former = maillens_zones::former(name).map(|former| format!(" ({former})")).unwrap_or_default();
    format!("{name}{former}").replace('_', " ")
}

/// What is offered for what was typed, the most telling first.
fn offers(state: State, typed: &str) -> Vec<Offer> {
    let typed = typed.trim().to_lowercase();
    let fits = |says: &str| {
        let says = says.to_lowercase();
        typed.split_whitespace().all(|word| says.contains(word))
    };
    let lines = state.summary.with(|summary| summary.as_ref().map(|summary| summary.records));
    let number: Option<u32> = typed.trim_start_matches("line").trim().replace(',', "").parse().ok();
    let line = number.filter(|&line| line > 0 && lines.is_some_and(|lines| line <= lines)).map(Offer::Line);
    let rooms = (0..ROOMS.len()).filter(|_| lines.is_some()).map(Offer::Room);
    let actions = (0..ACTIONS.len()).filter(|&at| (ACTIONS[at].when)(state)).map(Offer::Action);
    let zones =
        if typed.len() > 1 { maillens_zones::names() } else { vec!["UTC".into(), maillens_zones::here()] };
    let mut zones: Vec<String> = zones.into_iter().filter(|_| lines.is_some()).collect();
    zones.dedup();
    // A log that names no zone is to be understood before it's shown in another one.
    let unnamed =
        state.summary.with(|summary| summary.as_ref().is_some_and(|of| of.assumed.contains(&Assumed::Zone)));
    let written = zones.iter().filter(|_| unnamed).cloned().map(Offer::Written).collect();
    let shown = zones.iter().cloned().map(Offer::Zone).collect();
    let fit = |offers: Vec<Offer>| offers.into_iter().filter(|offer| fits(&offer.says())).collect::<Vec<_>>();
    let mut all: Vec<Offer> = line.into_iter().collect();
    all.extend(fit(rooms.chain(actions).collect()));
    all.extend([written, shown].into_iter().flat_map(|zones| fit(zones).into_iter().take(ZONES)));
    if !typed.is_empty() && lines.is_some() {
        all.extend(state.guesses.get().into_iter().map(|row| Offer::Trace(Box::new(row))));
        all.push(Offer::Search(typed));
    }
    all
}

/// The palette; a real dialog, so that the browser keeps the focus in it and closes it with Escape.
pub fn palette(state: State) -> AnyView {
    let node = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(node) = node.get() else { return };
        match (state.palette.get(), node.open()) {
            (true, false) => drop(node.show_modal()),
            (false, true) => node.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            class="sheet palette" node_ref=node aria-label="Commands" on:close=move |_| state.palette.set(false)
            on:click=move |event| {
                // A press beside the box is one on the dialog itself.
                if node.get_untracked().is_some_and(|node| event.target().as_ref() == Some(node.as_ref())) {
                    state.palette.set(false);
                }
            }
        >
            {move || state.palette.get().then(|| content(state))}
        </dialog>
    }
    .into_any()
}

fn content(state: State) -> AnyView {
    let input = NodeRef::<Input>::new();
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let all = Memo::new(move |_| offers(state, &typed.get()));
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            let _ = input.focus();
        }
    });
    state.guesses.set(Vec::new());
    let write = move |text: String| {
        let words = text.trim().to_owned();
        // One letter means everything.
        if words.len() > 1 {
            state.ask(Ask::Guess(words));
        } else {
            state.guesses.set(Vec::new());
        }
        at.set(0);
        typed.set(text);
    };
    let run = move |which: usize| {
        if let Some(offer) = all.with_untracked(|all| all.get(which).cloned()) {
            // What it does may open another dialog or move the focus: this one is closed first.
            state.palette.set(false);
            request_animation_frame(move || offer.run(state));
        }
    };
    let step = move |event: KeyboardEvent| {
        let count = all.with_untracked(Vec::len);
        let now = at.get_untracked();
        let to = match event.key().as_str() {
            "ArrowDown" => (now + 1) % count.max(1),
            "ArrowUp" => now.checked_sub(1).unwrap_or(count.saturating_sub(1)),
            "Enter" => {
                event.prevent_default();
                return run(now);
            }
            _ => return,
        };
        event.prevent_default();
        at.set(to);
        keys::reveal(&format!("offer-{to}"));
    };
    let option = move |(i, offer): (usize, Offer)| {
        let key = offer.key();
        view! {
            <li
                role="option" id=format!("offer-{i}") aria-selected=move || if at.get() == i { "true" } else { "false" }
                on:click=move |_| run(i)
            >
                <span>{offer.says()}</span>
                {(!key.is_empty()).then(|| view! { <kbd>{key}</kbd> })}
            </li>
        }
    };
    let count = move || words::count(all.with(Vec::len) as u32, "command");
    view! {
        <input
            node_ref=input type="text" role="combobox" aria-label="Command, line number, address, message or time zone"
            placeholder="A command, a line number, an address, a time zone" autocomplete="off" spellcheck="false"
            aria-expanded="true" aria-controls="offers" aria-autocomplete="list"
            aria-activedescendant=move || (at.get() < all.with(Vec::len)).then(|| format!("offer-{}", at.get()))
            prop:value=move || typed.get()
            on:input=move |event| write(event_target_value(&event)) on:keydown=step
        />
        <ul id="offers" role="listbox" aria-label="Commands">
            {move || all.get().into_iter().enumerate().map(option).collect_any()}
        </ul>
        <p class="visually-hidden" role="status">{count}</p>
    }
    .into_any()
}
