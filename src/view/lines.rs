//! The whole paste, line by line, and the chosen line in full.

use super::super::folds::Head;
use super::super::protocol::{Ask, Form, Pick, Shown};
use super::super::state::State;
use super::super::window::Chosen;
use super::list::{List, rem};
use super::verdict::Verdict;
use super::{glossary, menu, overview, story, tokens, verdict, words};
use leptos::prelude::*;
use maillens::export::{self, Line};
use std::sync::Arc;

/// Colours that tell one trace from its neighbours; the style sheet has as many.
const HUES: u32 = 8;

/// The tab.
pub fn tab(state: State) -> AnyView {
    // A narrow page has room for less in a row, so a line goes on for one more.
    let wrapped = if is_narrow() { 3.0 } else { 2.0 };
    let list = List {
        id: "lines",
        label: "Lines of the log; the right arrow key lists what is folded",
        total: state.line_count.into(),
        // The text, in one row or in a few, and under it the meaning.
        row: Signal::derive(move || {
            let rows = if state.wrap.get() { wrapped } else { 1.0 };
            rows * 1.25 + if state.meanings.get() { 1.5 } else { 0.25 }
        }),
        blocks: state.lines,
        chosen: state.line_at.into(),
        many: Some(state.chosen),
        turn: Some(Arc::new(move |at, open| {
            let folds = untrack(|| state.lines.get(at)).1.is_some_and(|row| row.head.is_some() || row.nested);
            if folds {
                state.ask(Ask::Fold(at, open));
            }
            folds
        })),
    };
    let list =
        list.view(move |block| state.ask(Ask::Lines(block)), move |at| state.pick_line(Pick::At(at)), row);
    let nothing =
        move || (state.line_count.get() == 0).then(|| view! { <p class="empty">"No line to show here."</p> });
    view! {
        <div
            id="panel" role="tabpanel" aria-labelledby="tab-lines" class="panes whole"
            class:plain=move || !state.meanings.get() class:wrap=move || state.wrap.get() style=("--wrap", wrapped.to_string())
        >
            <div class="pane-lines">
                {options(state)}
                {map(state)}
                {list}
                {nothing}
            </div>
            <section class="inspector" aria-label="The chosen line">
                {move || state.line.get().map(|line| inspector(state, &line))}
            </section>
        </div>
    }
    .into_any()
}

/// Where the problems are in a log that is not seen at once.
fn map(state: State) -> AnyView {
    let large =
        Memo::new(move |_| state.summary.with(|of| of.as_ref().is_some_and(|of| of.lines >= overview::FEW)));
    Effect::new(move |_| {
        if large.get() && state.overview.with(Option::is_none) {
            state.ask(Ask::Overview);
        }
    });
    (move || large.get().then(|| view! { <div class="lines-map">{overview::minimap(state)}</div> }))
        .into_any()
}

/// True where the style sheet has one column.
fn is_narrow() -> bool {
    let width = window().inner_width().ok().and_then(|width| width.as_f64());
    width.is_some_and(|width| width <= 52.0 * rem())
}

/// What is listed and how, and what can be done with the lines that were chosen together.
fn options(state: State) -> AnyView {
    let unread = Memo::new(move |_| state.summary.with(|s| s.as_ref().map_or(0, |s| s.unread)));
    let searched = Memo::new(move |_| state.query.with(|query| !query.is_empty()));
    let several = Memo::new(move |_| state.chosen.with(Chosen::count));
    let only_unread = move || {
        (unread.get() > 0).then(|| {
            let label = format!("Only the {} not read", words::count(unread.get(), "line"));
            let sample = move || state.unread.get().then(|| verdict::sample_button(state));
            view! { {switch(state.unread, label)} {sample} }
        })
    };
    let found = move || {
        searched.get().then(|| {
            view! {
                {switch(state.matching, "Only lines that match".into())}
                <span class="matches">
                    <button type="button" class="plain square" aria-label="Previous match" title="Previous match (N)" on:click=move |_| state.step_match(true)>"\u{2191}"</button>
                    <button type="button" class="plain square" aria-label="Next match" title="Next match (n)" on:click=move |_| state.step_match(false)>"\u{2193}"</button>
                </span>
            }
        })
    };
    let chosen = move || {
        (several.get() > 0).then(|| {
            view! {
                <span class="together">
                    <span role="status">{format!("{} chosen", words::count(several.get(), if state.fold.get() { "row" } else { "line" }))}</span>
                    {copies(state)}
                    <button type="button" class="link" on:click=move |_| state.chosen.update(Chosen::clear)>"None"</button>
                </span>
            }
        })
    };
    view! {
        <div class="options">
            {switch(state.meanings, "Meanings under the lines".into())}
            {switch(state.wrap, "Wrap".into())}
            {switch(state.fold, "Fold lines without a problem".into())}
            {only_unread}
            {found}
            {chosen}
            <button type="button" class="link" on:click=move |_| state.lesson.set(true)>"Explain to a trainee"</button>
        </div>
    }
    .into_any()
}

fn switch(signal: RwSignal<bool>, label: String) -> AnyView {
    view! {
        <label>
            <input type="checkbox" prop:checked=move || signal.get() on:change=move |event| signal.set(event_target_checked(&event))/>
            {label}
        </label>
    }
    .into_any()
}

/// Ways to copy the chosen lines.
fn copies(state: State) -> AnyView {
    let copy = |form: Form| -> menu::Run { Box::new(move || state.copy_shown(form)) };
    menu::menu(
        "Copy",
        "Copy the chosen lines",
        vec![
            ("As pasted", copy(Form::Text)),
            ("With meanings", copy(Form::Meanings)),
            ("As Markdown", copy(Form::Markdown)),
            ("As JSON", copy(Form::Json)),
        ],
    )
}

fn row(shown: &Arc<Shown>) -> AnyView {
    let line = &shown.line;
    if let Some(head) = shown.head {
        return folded(line.line, head);
    }
    let hue = line.trace.map(|trace| (trace % HUES).to_string());
    let says = match (&line.says, &line.format) {
        (Some(says), _) => says.clone(),
        (None, None) if line.state == export::State::Unread => {
            "Not read: maillens doesn\u{2019}t know this line yet.".into()
        }
        _ => String::new(),
    };
    let mended = words::mended(line).map(|undone| view! { <span class="mended">" "{undone}</span> });
    view! {
        <div class="line-row" data-hue=hue data-level=story::level(line.level) class:unread=line.state == export::State::Unread class:other=line.state == export::State::Other class:nested=shown.nested>
            <span class="line-number">{words::number(line.line)}</span>
            {tokens::marked(line, &shown.marks, false)}
            <span class="says">{says}{mended}</span>
        </div>
    }
    .into_any()
}

/// What stands for several lines.
fn folded(first: u32, head: Head) -> AnyView {
    let Head { last, lines, unread, open } = head;
    let lines = words::count(lines, "line");
    let says = if unread { format!("{lines} not read") } else { format!("{lines} without a problem") };
    let hint = if open { "listed below" } else { "folded" };
    let numbers = format!("{}\u{2013}{}", words::number(first), words::number(last));
    view! {
        <div class="line-row fold" class:open=open>
            <span class="alike" class:open=open>{says}<span class="visually-hidden">{format!(", {hint}")}</span></span>
            <span class="numbers"><span class="visually-hidden">", lines "</span>{numbers}</span>
        </div>
    }
    .into_any()
}

/// The chosen line: the answer that it is part of, then the line with its parts.
fn inspector(state: State, line: &Arc<Line>) -> AnyView {
    let (alone, number) = (line.clone(), line.trace);
    let answer = move || {
        let mut seen = glossary::Seen::default();
        let Some(number) = number else {
            let unread = alone.state == export::State::Unread;
            let tools =
                unread.then(|| view! { <div class="headline-tools">{verdict::sample_button(state)}</div> });
            return Some(Verdict::of_line(&alone).view(state, false, &mut seen, tools.into_any()));
        };
        state.story.with(|story| {
            let trace = &story.as_ref().filter(|story| story.trace.trace == number)?.trace;
            let tools = view! {
                <div class="headline-tools">
                    <button type="button" class="strong write" on:click=move |_| state.write()>"Write the reply"</button>
                    <button type="button" class="plain" on:click=move |_| state.open(number)>"Show what it belongs to"</button>
                </div>
            };
            Some(Verdict::of(trace).view(state, false, &mut seen, tools.into_any()))
        })
    };
    let content = view! {
        <div class="log-line" data-line=line.line.to_string() data-level=story::level(line.level)>
            <div class="log-text">{tokens::marked(line, &[], true)}</div>
        </div>
        <div class="inspector-tools">{copies(state)}</div>
    };
    let reader = tokens::reader(state, content.into_any(), vec![line.clone()]);
    view! { {answer} {reader} }.into_any()
}
