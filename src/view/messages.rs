//! What belongs together, most serious first, and beside it the one that is chosen.

use super::super::keys;
use super::super::protocol::{Ask, Listed};
use super::super::state::State;
use super::list::{List, rem};
use super::{CollectAny, glyph, story, verdict, words};
use leptos::prelude::*;
use maillens::export::{Party, Row, TraceType};
use maillens::search::{Offer, offers};
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// The list is at least and at most so wide, in rem.
const LIST_WIDTHS: (f64, f64) = (14.0, 44.0);

/// What is said where a log has nothing to reply about.
pub const NONE: &str = "None of these lines belongs to a message. Each is explained under Lines.";

/// The kinds of things that a log tells of, in the order in which people ask about them, with the word that searches
/// for each.
const KINDS: &[(TraceType, &str, &str)] = &[
    (TraceType::Message, "Messages", "is:message"),
    (TraceType::Session, "Sign-ins", "is:session"),
    (TraceType::Connection, "Connections", "is:connection"),
    (TraceType::Event, "Server reports", "is:event"),
    (TraceType::Scan, "Spam scans", "is:scan"),
    (TraceType::Dialogue, "Conversations", "is:dialogue"),
    (TraceType::Bounce, "Notices", "is:bounce"),
];

/// The tab.
pub fn tab(state: State) -> AnyView {
    // Until the log is listed, everything stays where it is.
    let alone = Memo::new(move |before: Option<&bool>| match state.count.get() {
        None => before.copied().unwrap_or(false),
        Some(count) => count == 1 && state.query.with(String::is_empty),
    });
    let none = Memo::new(move |_| state.count.get() == Some(0));
    let searching = Memo::new(move |_| state.query.with(|query| !query.is_empty()));
    let list = List {
        id: "messages",
        label: "What\u{2019}s in the log, the most serious first; the right arrow key lists what is grouped",
        total: state.row_count.into(),
        row: Signal::stored(3.375),
        blocks: state.rows,
        chosen: state.at.into(),
        many: None,
        turn: Some(Arc::new(move |at, open| {
            if let Some(listed) =
                untrack(|| state.rows.get(at)).1.filter(|row| row.alike > 1 || row.parts > 0 || row.nested)
            {
                state.ask(Ask::Turn(listed.row.trace, open));
            }
            true
        })),
    };
    let list = list.view(
        move |block| state.ask(Ask::Rows(block)),
        move |at| state.pick(super::super::protocol::Pick::At(at)),
        row,
    );
    let nothing = move || {
        (none.get() && searching.get()).then(|| {
            view! {
                <div class="empty">
                    <h1>"Nothing matches this search."</h1>
                    <button type="button" class="plain" on:click=move |_| state.query.set(String::new())>"Show all"</button>
                </div>
            }
        })
    };
    let answer = move || {
        if none.get() && !searching.get() { verdict::rest(state) } else { story::pane(state) }
    };
    view! {
        <div
            id="panel" role="tabpanel" aria-labelledby="tab-messages" class="panes" class:alone=alone class:none=none class:folded=move || state.folded.get()
            style=("--rows", move || state.row_count.get().to_string()) style=("--list", move || format!("{}rem", state.list_width.get()))
        >
            <div class="pane-list">{kinds(state)}{facets(state)}{list}{splitter(state)}</div>
            {move || state.folded.get().then(|| view! {
                <button type="button" class="plain unfold" id="unfold" on:click=move |_| state.folded.set(false)>"Show the list"</button>
            })}
            {nothing}
            {answer}
        </div>
    }
    .into_any()
}

/// The kinds of things in this log, each with its count; one that is pressed is all that is listed.
fn kinds(state: State) -> AnyView {
    let counts =
        Memo::new(move |_| state.summary.with(|summary| summary.as_ref().map(|summary| summary.traces)));
    let is = |query: &str, word: &str| query.split_whitespace().any(|term| term == word);
    let press = move |word: &'static str| {
        state.query.update(|query| {
            let was = is(query, word);
            let terms = query.split_whitespace().filter(|term| KINDS.iter().all(|(_, _, kind)| kind != term));
            *query = terms.chain((!was).then_some(word)).collect::<Vec<_>>().join(" ");
        });
    };
    (move || {
        let of = counts.get()?;
        let count = |kind: TraceType| match kind {
            TraceType::Message => of.message,
            TraceType::Session => of.session,
            TraceType::Connection => of.connection,
            TraceType::Event => of.event,
            TraceType::Scan => of.scan,
            TraceType::Dialogue => of.dialogue,
            TraceType::Bounce => of.bounce,
        };
        let here: Vec<_> = KINDS.iter().filter(|(kind, ..)| count(*kind) > 0).collect();
        let chip = |&(kind, name, word): &(TraceType, &'static str, &'static str)| {
            let on = move || if state.query.with(|query| is(query, word)) { "true" } else { "false" };
            view! {
                <button type="button" class="kind" aria-pressed=on on:click=move |_| press(word)>
                    {name}" "<b>{words::number(count(kind))}</b>
                </button>
            }
        };
        let chips = here.iter().map(|kind| chip(kind)).collect_any();
        (here.len() > 1).then(|| view! { <div class="kinds" role="group" aria-label="Kinds">{chips}</div> })
    })
    .into_any()
}

/// What a long list can be narrowed down by: how its terms begin, and what their values are called.
const FACETS: [(&str, &str); 3] =
    [("reason:", "Why it failed"), (PARTY, "Who must act"), ("to:@", "To the domain")];
const PARTY: &str = "who:";
const PARTIES: [Party; 6] =
    [Party::Sender, Party::Recipient, Party::OurServer, Party::TheirServer, Party::Dns, Party::Nobody];

/// A list of fewer things is seen at once.
const MANY: u32 = 6;

/// The reasons, the parties and the domains of a long list, each a term of the search.
fn facets(state: State) -> AnyView {
    let many = Memo::new(move |_| {
        let traces = state.summary.with(|summary| summary.as_ref().map(|summary| summary.traces));
        traces.is_some_and(|of| of.message + of.session + of.connection + of.bounce >= MANY)
    });
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        // Again for each log.
        state.reading_number.track();
        if open.get() && state.words.with(Option::is_none) {
            state.ask(Ask::Words);
        }
    });
    let opened = move |event: web_sys::Event| {
        open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    };
    let is = |query: &str, term: &str| query.split_whitespace().any(|other| other == term);
    let chip = move |begins: &'static str, offer: &Offer| {
        let term = offer.text.trim_end().to_owned();
        let value = &term[begins.len()..];
        let party = PARTIES.into_iter().find(|party| begins == PARTY && party.name() == value);
        let label = match (party, offer.says) {
            (Some(party), _) => words::party(party).to_owned(),
            (None, "") => value.to_owned(),
            (None, says) => says.trim_end_matches('.').to_owned(),
        };
        let times = (offer.count > 0).then(|| view! { " "<b>{words::number(offer.count)}</b> });
        let (on, pressed) = (term.clone(), term);
        let press = move |_| {
            state.query.update(|query| {
                let was = is(query, &pressed);
                let terms = query.split_whitespace().filter(|term| !term.starts_with(begins));
                *query = terms.chain((!was).then_some(&*pressed)).collect::<Vec<_>>().join(" ");
            });
        };
        let on = move || if state.query.with(|query| is(query, &on)) { "true" } else { "false" };
        view! { <button type="button" class="kind" aria-pressed=on on:click=press>{label}{times}</button> }
    };
    let groups = move || {
        let group = |(begins, name): (&'static str, &'static str)| {
            let offers = state.words.with(|words| Some(offers(begins, begins.len(), words.as_ref()?).1))?;
            let values = offers.into_iter().filter(|offer| offer.text.starts_with(begins));
            let chips: Vec<_> = values.map(|offer| chip(begins, &offer)).collect();
            if chips.is_empty() {
                return None;
            }
            let group = view! { <div class="facet" role="group" aria-label=name><span>{name}</span>{chips.into_iter().collect_any()}</div> };
            Some(group)
        };
        FACETS.into_iter().filter_map(group).collect_any()
    };
    (move || {
        many.get().then(|| {
            view! {
                <details class="facets" on:toggle=opened>
                    <summary>"Narrow down"</summary>
                    {groups}
                </details>
            }
        })
    })
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

/// A row: whom it is about, when, and why; how many say the same.
fn row(listed: &Arc<Listed>) -> AnyView {
    let Listed { row, alike, parts, same, open, nested } = &**listed;
    let (who, other) = named(row);
    let grouped = *alike > 1;
    // A group of many is named by their number, where they have no name in common.
    let who = who.filter(|_| !grouped || *same || row.kind == TraceType::Message);
    let unnamed = match row.kind {
        TraceType::Message if row.from.is_some() => sender(row.from.as_deref().unwrap_or_default()),
        TraceType::Message => "recipient not in this log".to_owned(),
        kind if grouped => format!("{}s", words::kind(kind)),
        kind => words::kind(kind).to_owned(),
    };
    let other = other.filter(|_| who.is_some());
    let who = who.unwrap_or(unnamed);
    let more =
        (row.more > 0 && row.kind != TraceType::Event).then(|| format!(" +{}", words::number(row.more)));
    let hint = if *open { "listed below" } else { "grouped" };
    let count = grouped.then(|| {
        view! { <span class="alike" class:open=*open>{words::number(*alike)}" \u{d7}"<span class="visually-hidden">{format!(" {hint}")}</span></span> }
    });
    // In a group each row says what belongs to it when they are listed.
    let parts = (*parts > 0 && !grouped).then(|| {
        let title = "What else the log has of it: its connection, its check";
        view! { <span class="alike parts" class:open=*open title=title>"+"{words::number(*parts)}<span class="visually-hidden">{format!(" that belong to it, {hint}")}</span></span> }
    });
    let events = (row.kind == TraceType::Event && row.more > 0)
        .then(|| view! { <small>{format!("{} times", words::number(row.more + 1))}</small> });
    let why = row.why.as_deref().map(|why| why.trim_end_matches('.').to_owned());
    let (first, why) = match (row.kind, why) {
        (TraceType::Event, _) => {
            let told = row.from.as_deref().map(|told| maillens::explain::gist(told).0).unwrap_or_default();
            (told.trim_end_matches('.').to_owned(), None)
        }
        (_, Some(why)) => (why, None),
        (kind, None) => (words::outcome(kind, row.outcome).to_owned(), other),
    };
    let times = (row.attempts > 1).then(|| words::count(row.attempts, "attempt"));
    let tail = [Some(String::new()), times, why].into_iter().flatten().collect::<Vec<_>>().join(" \u{b7} ");
    // What colour and shape alone tell is a word for those who see neither.
    let outcome = words::outcome(row.kind, row.outcome);
    let outcome = (first != outcome).then(|| format!("{outcome}: "));
    view! {
        <div class="trace-row" class:nested=*nested data-outcome=glyph::name(row.outcome)>
            {glyph::glyph(row.outcome)}
            <span class="who">{count}<span class="cut">{who}</span>{more}{events}{parts}</span>
            <span class="when">{row.shown.as_deref().map(words::short)}</span>
            <span class="tail"><span class="visually-hidden">{outcome}</span><b>{first}</b>{tail}</span>
        </div>
    }
    .into_any()
}

/// Whom a row is about, and who else belongs to it: the same place always holds the same thing.
pub fn named(row: &Row) -> (Option<String>, Option<String>) {
    let (who, other) = match row.kind {
        TraceType::Message | TraceType::Bounce => (row.to.clone(), row.from.as_deref().map(sender)),
        TraceType::Connection => {
            (row.client.clone().or_else(|| row.from.clone()), row.from.as_deref().map(sender))
        }
        TraceType::Event => (Some("This server".to_owned()), None),
        _ => (row.from.clone().or_else(|| row.client.clone()), row.client.clone()),
    };
    (who.filter(|who| !who.is_empty()), other)
}

/// `from ana@client.example`; the empty sender is a bounce.
pub fn sender(from: &str) -> String {
    if from.is_empty() { "a bounce".into() } else { format!("from {from}") }
}
