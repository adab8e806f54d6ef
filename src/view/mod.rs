//! What is drawn. One file a part; `App` puts them together and listens for paste, drop and keys.

mod attempts;
mod bar;
mod compare;
mod glossary;
mod glyph;
mod lesson;
mod lines;
mod list;
mod menu;
mod messages;
mod overview;
mod palette;
mod paste;
mod rehearsal;
mod reply;
mod sample;
mod score;
mod search;
mod sheet;
mod sources;
mod story;
mod strip;
mod times;
mod tokens;
mod verdict;
mod words;

pub use rehearsal::{PARTS, Rehearsal, Step};
pub use reply::VOICES;
pub use verdict::spoken;

use super::state::{Signals, State, Tab};
use super::{embed, keys};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A way of looking at the log: a tab of the bar, a number key and a word of the address.
pub struct Room {
    /// Which one.
    pub tab: Tab,
    /// Its word in the address.
    pub id: &'static str,
    /// Its name on the tab.
    pub name: &'static str,
    draw: fn(State) -> AnyView,
}

/// Views of one type, whatever they show: a list of each type would be compiled for itself.
trait CollectAny {
    fn collect_any(self) -> Vec<AnyView>;
}

impl<V: IntoView, I: Iterator<Item = V>> CollectAny for I {
    fn collect_any(self) -> Vec<AnyView> {
        self.map(IntoAny::into_any).collect()
    }
}

/// The rooms, as the tabs stand from left to right.
pub const ROOMS: &[Room] = &[
    Room { tab: Tab::Messages, id: "messages", name: "Messages", draw: messages::tab },
    Room { tab: Tab::Lines, id: "lines", name: "Lines", draw: lines::tab },
    Room { tab: Tab::Overview, id: "overview", name: "Overview", draw: overview::tab },
    Room { tab: Tab::Reply, id: "reply", name: "Reply", draw: reply::tab },
];

impl Room {
    /// The place of a room among the tabs.
    pub fn of(tab: Tab) -> usize {
        ROOMS.iter().position(|room| room.tab == tab).unwrap_or(0)
    }

    /// The id of its tab.
    pub fn tab_id(&self) -> String {
        format!("tab-{}", self.id)
    }
}

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let state = Signals::start();
    embed::serve(state);
    let dropping = RwSignal::new(false);
    let listeners = [
        window_event_listener(ev::keydown, move |event| keys::press(state, &event)),
        window_event_listener(ev::paste, move |event| {
            let Some(event) = event.dyn_ref::<web_sys::ClipboardEvent>() else { return };
            let from = event.clipboard_data();
            // What is pasted into the reply belongs to the reply.
            if writes_text(event.target()) {
                return;
            }
            // A word pasted into the search is a word to search for; a log is a log wherever it is pasted.
            let word = || {
                from.as_ref()
                    .and_then(|from| from.get_data("text/plain").ok())
                    .is_some_and(|text| !text.contains('\n'))
            };
            if is_input(event.target()) && word() {
                return;
            }
            if state.read_transfer(from) {
                event.prevent_default();
            } else {
                state.say("There is no text in what was pasted.".into());
            }
        }),
        window_event_listener(ev::beforeunload, move |event| {
            // A paste is nowhere else: to leave is to lose it.
            if state.summary.with_untracked(Option::is_some) {
                event.prevent_default();
            }
        }),
        window_event_listener(ev::popstate, move |_| state.walk_back()),
        window_event_listener(ev::dragover, move |event| {
            event.prevent_default();
            dropping.set(true);
        }),
        window_event_listener(ev::dragleave, move |event| {
            if event.related_target().is_none() {
                dropping.set(false);
            }
        }),
        window_event_listener(ev::drop, move |event| {
            event.prevent_default();
            dropping.set(false);
            let adds = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlElement>().ok())
                .is_some_and(|element| element.id() == "drop-add");
            if adds {
                state.add_transfer(event.data_transfer().as_ref());
            } else {
                state.read_transfer(event.data_transfer());
            }
        }),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    let loaded = Memo::new(move |_| state.summary.with(Option::is_some));
    let name = document().title();
    Effect::new(move |_| {
        document().set_title(&match verdict::title(state) {
            Some(answer) => format!("{answer} \u{b7} {name}"),
            None => name.clone(),
        });
    });
    view! {
        {bar::bar(state)}
        {progress(state)}
        {trouble(state)}
        {move || match (loaded.get(), state.lesson.get()) {
            (_, true) => lesson::room(state),
            (true, _) => read_room(state),
            _ => paste::room(state),
        }}
        {sheet::sheet(state)}
        {glossary::help(state)}
        {glossary::popover(state)}
        {palette::palette(state)}
        {sample::sheet(state)}
        <p class="visually-hidden" id="spoken" role="status">{state.spoken}</p>
        <p class="toast" role="status">{move || state.said.get()}</p>
        <div class="drop" class:open=dropping aria-hidden="true">
            {move || loaded.get().then(|| view! { <p id="drop-add">"Add to this log"</p> })}
            <p>{move || if loaded.get() { "Replace this log" } else { "Drop it. It stays on this computer." }}</p>
        </div>
    }
}

fn is_input(target: Option<web_sys::EventTarget>) -> bool {
    target
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
        .is_some_and(|element| element.tag_name() == "INPUT")
}

/// True for a field of several lines that is not the one for logs.
fn writes_text(target: Option<web_sys::EventTarget>) -> bool {
    target
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
        .is_some_and(|element| element.tag_name() == "TEXTAREA" && element.id() != "paste")
}

fn read_room(state: State) -> AnyView {
    // To be sent where one is already draws nothing again.
    let room = Memo::new(move |_| Room::of(state.tab.get()));
    view! {
        <main class="room read">
            // The first room has its answer for a heading.
            {move || (room.get() > 0).then(|| view! { <h1 class="visually-hidden">{ROOMS[room.get()].name}</h1> })}
            {move || (ROOMS[room.get()].draw)(state)}
        </main>
    }
    .into_any()
}

/// A log on its way in; the style shows it only after 100 ms, so that short work does not flicker.
fn progress(state: State) -> AnyView {
    let reading = Memo::new(move |_| state.reading.with(Option::is_some));
    let told = move || {
        state.reading.with(|reading| {
            reading.as_ref().map(|reading| match reading.total {
                0 if reading.done == 0 => format!("Reading {}", reading.name),
                0 => format!("Reading {}: {}", reading.name, words::bytes(reading.done)),
                total => {
                    format!(
                        "Reading {}: {} of {}",
                        reading.name,
                        words::bytes(reading.done),
                        words::bytes(total)
                    )
                }
            })
        })
    };
    let part = move || {
        state.reading.with(|reading| {
            let reading = reading.as_ref().filter(|reading| reading.total > 0)?;
            Some((reading.done as f64 / reading.total as f64).to_string())
        })
    };
    (move || {
        reading.get().then(|| {
            view! {
                <div class="progress">
                    <progress max="1" value=part aria-label="Reading the log"></progress>
                    <p>{told}</p>
                    <button type="button" on:click=move |_| state.cancel()>"Stop"</button>
                </div>
            }
        })
    })
    .into_any()
}

fn trouble(state: State) -> AnyView {
    view! {
        <div role="alert">
            {move || {
                state.trouble.get().map(|why| {
                    view! {
                        <div class="trouble">
                            <p>{why}</p>
                            <button type="button" on:click=move |_| state.trouble.set(None)>"Close"</button>
                        </div>
                    }
                })
            }}
        </div>
    }
    .into_any()
}
