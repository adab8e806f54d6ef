//! The words of mail where they appear: a word that needs it opens its meaning; and the help with all of
//! them, the way that mail takes, why it stops, and where its logs lie.

use super::super::state::State;
use super::words::number;
use leptos::html::{Dialog, Div};
use leptos::prelude::*;
use maillens::knowledge::flow::{CAUSES, CommonCause, STATIONS, Station};
use maillens::knowledge::glossary::{self, TERMS, Term, look_up};
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The words that were explained already: a story explains each once.
#[derive(Default)]
pub struct Seen(Vec<&'static str>);

/// What everybody knows, or what stands in nearly every sentence.
const KNOWN: &[&str] = &["email app", "mail server", "spam", "forward", "IP address", "qmail", "submission"];

/// Where words that need a meaning stand in a text.
fn find(text: &str) -> impl Iterator<Item = (Range<usize>, &'static Term)> {
    let found = glossary::find(text).map(|(at, term)| (at.start as usize..at.end as usize, term));
    found.filter(|(at, _)| {
        !KNOWN.iter().any(|known| text[at.clone()].trim_end_matches('s').eq_ignore_ascii_case(known))
    })
}

/// A text whose words lead to their meanings, each at its first place.
pub fn words(state: State, text: &str, seen: &mut Seen) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::new();
    let mut done = 0;
    for (at, term) in find(text) {
        if seen.0.contains(&term.term) {
            continue;
        }
        seen.0.push(term.term);
        // A button may stand alone on its line; a bracket before it and a stop after it must not.
        let before = text[done..at.start].trim_end_matches(['(', '\u{201c}', '\u{2018}']);
        let after = text[at.end..].find(|letter| !".,:;)\u{201d}\u{2019}".contains(letter));
        let end = after.map_or(text.len(), |after| at.end + after);
        let opens = text[done + before.len()..at.start].to_owned();
        let closes = text[at.end..end].to_owned();
        let word = word(state, text[at].to_owned(), term);
        parts.push(before.to_owned().into_any());
        parts.push(if opens.is_empty() && closes.is_empty() {
            word
        } else {
            view! { <span class="glued">{opens}{word}{closes}</span> }.into_any()
        });
        done = end;
    }
    parts.push(text[done..].to_owned().into_any());
    parts.into_any()
}

/// A word that opens its meaning.
fn word(state: State, text: String, term: &'static Term) -> AnyView {
    let open = move |event: web_sys::MouseEvent| {
        let word = event.current_target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if let Some(word) = word {
            let at = word.get_bounding_client_rect();
            state.term.set(Some((term, at.left(), at.top(), at.bottom())));
        }
    };
    view! { <button type="button" class="term" aria-haspopup="dialog" on:click=open>{text}</button> }
        .into_any()
}

/// The one box in which the meaning of a word opens; the browser closes it with Escape or a click elsewhere.
pub fn popover(state: State) -> AnyView {
    const EDGE: f64 = 8.0;
    let node = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let (Some(node), Some((_, left, top, bottom))) = (node.get(), state.term.get()) else { return };
        let _ = node.show_popover();
        let _ = node.focus();
        // What it says is there in the next frame, and its size with it.
        request_animation_frame(move || {
            let size = node.get_bounding_client_rect();
            let inner =
                |of: Result<wasm_bindgen::JsValue, _>| of.ok().and_then(|of| of.as_f64()).unwrap_or(0.0);
            let (width, height) = (inner(window().inner_width()), inner(window().inner_height()));
            let x = left.min(width - size.width() - EDGE).max(EDGE);
            let below = bottom + EDGE;
            let y =
                if below + size.height() > height { (top - size.height() - EDGE).max(EDGE) } else { below };
            let style = HtmlElement::style(&node);
            let _ = style.set_property("left", &format!("{x}px"));
            let _ = style.set_property("top", &format!("{y}px"));
        });
    });
    // What scrolls under it would leave it behind.
    let wheel = window_event_listener(leptos::ev::wheel, move |_| {
        if let Some(node) = node.get_untracked().filter(|_| state.term.with_untracked(Option::is_some)) {
            let _ = node.hide_popover();
        }
    });
    on_cleanup(move || wheel.remove());
    let closed = move |event: web_sys::Event| {
        let open = event.target().is_some_and(|target| {
            target.dyn_ref::<HtmlElement>().is_some_and(|node| node.matches(":popover-open").unwrap_or(false))
        });
        if !open {
            state.term.set(None);
        }
    };
    let told = move || {
        state.term.get().map(|(term, left, top, bottom)| {
            let others = term.see.iter().filter_map(|other| look_up(other)).map(|other| {
                let go = move |_| state.term.set(Some((other, left, top, bottom)));
                view! { <button type="button" class="link" on:click=go>{other.term}</button> }
            });
            let others = others.collect_view();
            let all = move |_| {
                if let Some(node) = node.get_untracked() {
                    let _ = node.hide_popover();
                }
                state.help.set(true);
            };
            view! {
                <h3 id="term-name">{term.term}</h3>
                {meaning(term)}
                <p class="see">{others} <button type="button" class="link" on:click=all>"All words"</button></p>
            }
        })
    };
    view! {
        <div popover="auto" id="term" class="popover" role="dialog" aria-labelledby="term-name" tabindex="-1" node_ref=node on:toggle=closed>
            {told}
        </div>
    }
    .into_any()
}

/// What the letters stand for, what it means, its ports and its logs.
fn meaning(term: &'static Term) -> AnyView {
    let stands = (!term.stands_for.is_empty()).then(|| view! { <p class="stands">{term.stands_for}</p> });
    let longer = (!term.longer.is_empty()).then(|| view! { <p>{term.longer}</p> });
    let port =
        |&(port, says): &(u16, &'static str)| view! { <div><dt>{port.to_string()}</dt><dd>{says}</dd></div> };
    let ports = (!term.ports.is_empty()).then(
        || view! { <dl class="ports" aria-label="Ports">{term.ports.iter().map(port).collect_view()}</dl> },
    );
    view! { {stands} <p>{term.means}</p> {longer} {ports} {logs(term)} }.into_any()
}

/// Where its logs lie, and what each holds.
fn logs(term: &'static Term) -> Option<impl IntoView + use<>> {
    let log = |&(at, holds): &(&'static str, &'static str)| view! { <div><dt><code>{at}</code></dt><dd>{holds}</dd></div> };
    (!term.logs.is_empty()).then(
        || view! { <dl class="ports logs" aria-label="Logs">{term.logs.iter().map(log).collect_view()}</dl> },
    )
}

/// The help: a real dialog, as the sheet of keys is.
pub fn help(state: State) -> AnyView {
    let node = NodeRef::<Dialog>::new();
    let query = state.help_query;
    Effect::new(move |_| {
        let Some(node) = node.get() else { return };
        match (state.help.get(), node.open()) {
            (true, false) => {
                drop(node.show_modal());
                request_animation_frame(|| super::super::keys::focus("help-search"));
            }
            (false, true) => node.close(),
            _ => {}
        }
    });
    // What it holds is made only when it is opened.
    let open = Memo::new(move |_| state.help.get());
    view! {
        <dialog class="sheet help" node_ref=node aria-labelledby="help-title" on:close=move |_| state.help.set(false)>
            {move || open.get().then(|| content(state, query))}
        </dialog>
    }
    .into_any()
}

fn content(state: State, query: RwSignal<String>) -> AnyView {
    let matches = move |texts: &[&str]| {
        query.with(|query| {
            let query = query.trim().to_lowercase();
            query.is_empty() || texts.iter().any(|text| text.to_lowercase().contains(&query))
        })
    };
    let found = move |term: &Term| {
        matches(&[term.term, term.stands_for]) || term.also.iter().any(|name| matches(&[name]))
    };
    let terms = move || {
        // Those that are called so stand before those that only tell of it.
        let named = TERMS.iter().filter(|term| found(term));
        let told = TERMS.iter().filter(|term| !found(term) && matches(&[term.means, term.longer]));
        named.chain(told).collect::<Vec<_>>()
    };
    let causes = move || {
        let meets = |cause: &CommonCause| {
            let mut facts = cause.reasons.iter().map(|reason| reason.facts());
            matches(&[cause.title]) || facts.any(|facts| matches(&[facts.name, facts.headline]))
        };
        CAUSES.iter().filter(|cause| meets(cause)).collect::<Vec<_>>()
    };
    let said = move || match terms().len() {
        0 if !causes().is_empty() => String::new(),
        0 => "No word in the list matches.".to_owned(),
        1 => "1 word".to_owned(),
        all => format!("{} words", number(all as u32)),
    };
    let entry = |term: &'static Term| {
        let also = (!term.also.is_empty())
            .then(|| view! { <p class="also">{format!("Also: {}", term.also.join(", "))}</p> });
        view! { <div><dt>{term.term}</dt><dd>{meaning(term)} {also}</dd></div> }
    };
    let rest = Memo::new(move |_| query.with(|query| query.trim().is_empty()));
    view! {
        <header>
            <h2 id="help-title">"How mail travels, and its words"</h2>
            <form method="dialog"><button class="plain">"Close"</button></form>
        </header>
        <label class="help-search">
            <span class="visually-hidden">"Search the words"</span>
            <input id="help-search" type="search" autocomplete="off" placeholder="Search the words: SPF, bounce, port 587" prop:value=move || query.get() on:input=move |event| query.set(event_target_value(&event))/>
            <small aria-live="polite">{said}</small>
        </label>
        <div class="help-body" tabindex="0" role="region" aria-label="Help">
            {move || rest.get().then(|| way(state))}
            {move || {
                let causes = causes();
                (!causes.is_empty()).then(|| why(state, causes))
            }}
            {move || rest.get().then(places)}
            <section>
                <h3>"The words"</h3>
                <dl class="words">{move || terms().into_iter().map(entry).collect_view()}</dl>
            </section>
        </div>
    }
    .into_any()
}

/// The way of mail.
fn way(state: State) -> AnyView {
    view! {
        <section>
            <h3>"How a message travels"</h3>
            {flow(state)}
            <p class="hint">"When their server says yes, it has accepted the message. Only that server knows whether it\u{2019}s in the mailbox."</p>
        </section>
    }
    .into_any()
}

/// Where the logs lie.
fn places() -> AnyView {
    let places = TERMS.iter().filter(|term| !term.logs.is_empty());
    let places = places.map(|term| view! { <div><dt>{term.term}</dt><dd>{logs(term)}</dd></div> });
    view! {
        <section>
            <h3>"Where to find each log"</h3>
            <dl class="places">{places.collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// Why mail stops on its way.
fn why(state: State, causes: Vec<&'static CommonCause>) -> AnyView {
    let causes = causes.into_iter().map(|cause| {
        let reasons = cause.reasons.iter().map(|reason| {
            let facts = reason.facts();
            // Over a log, a reason leads to the messages that met it.
            let name = if state.summary.with_untracked(Option::is_some) {
                let find = move |_| {
                    state.help.set(false);
                    state.show_found(format!("reason:{}", facts.name));
                };
                view! { <button type="button" class="link" title="Search this log for it" on:click=find>{facts.name}</button> }.into_any()
            } else {
                view! { <code>{facts.name}</code> }.into_any()
            };
            view! { <li>{facts.headline} " " {name}</li> }
        });
        view! {
            <details>
                <summary>{cause.title}</summary>
                <p>{cause.means}</p>
                <ul>{reasons.collect_view()}</ul>
            </details>
        }
    });
    view! {
        <section>
            <h3>"Why mail isn\u{2019}t delivered"</h3>
            <div class="causes">{causes.collect_view()}</div>
        </section>
    }
    .into_any()
}

/// Pictures of the stations, each on a field of 24 by 24: a window with a letter, a door, a pile, a book,
/// a server, a box, a window again.
const PICTURES: [&str; 7] = [
    "M3 5h18v14H3zM3 6l9 7 9-7",
    "M6 21V3h12v18M3 21h18M14.5 12v1.5",
    "M4 17h16v4H4zM4 10h16v4H4zM4 3h16v4H4z",
    "M12 6c-2-2-5-2.5-8-2v14c3-.5 6 0 8 2 2-2 5-2.5 8-2V4c-3-.5-6 0-8 2zM12 6v14",
    "M4 4h16v7H4zM4 13h16v7H4zM7 7.5h2M7 16.5h2",
    "M3 13 6 4h12l3 9v7H3zM3 13h5l1.5 3h5l1.5-3h5",
    "M3 5h18v14H3zM3 6l9 7 9-7",
];

/// The mail flow: stations on a line, with the way from one to the next. A word of a station opens the help at it.
pub fn flow(state: State) -> AnyView {
    let station = |(station, picture): (&'static Station, &'static str)| {
        let terms = station.terms.iter().filter_map(|name| look_up(name)).map(|term| {
            let name = term.term;
            let find = move |_| {
                state.help_query.set(name.into());
                state.help.set(true);
                super::super::keys::focus("help-search");
            };
            view! { <button type="button" class="link" on:click=find>{name}</button> }
        });
        let by = (!station.by.is_empty()).then(|| view! { <span class="by">{station.by}</span> });
        view! {
            <li>
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d=picture></path></svg>
                <div>
                    <p><b>{station.name}</b> {by}</p>
                    <p>{station.does}</p>
                    <p class="also">{terms.collect_view()}</p>
                </div>
            </li>
        }
    };
    let stations = STATIONS.iter().zip(PICTURES).map(station);
    view! { <ol class="flow" aria-label="The stations of a message, from the sender to the reader">{stations.collect_view()}</ol> }
        .into_any()
}
