//! The chosen trace: what happened, who must act, what to do next, and the lines that say so.

use super::super::clipboard;
use super::super::protocol::{Ask, Form};
use super::super::state::{Lit, Mark, State, Story};
use super::CollectAny;
use super::{attempts, compare, glossary, glyph, menu, messages, score, strip, tokens, words};
use leptos::prelude::*;
use maillens::report::export::{Lasts, Level, Line, Party, Sentence, Step, Trace};
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// A sentence shows this many numbers of lines; it lights all of them.
const CITES: usize = 6;

/// So many of its lines are drawn at once; the others in the frames that follow.
const LINES_A_FRAME: usize = 12;

/// The pane with the chosen trace.
pub fn pane(state: State) -> AnyView {
    let node = NodeRef::<leptos::html::Article>::new();
    // Another trace is read from its top; the same trace in other times stays where it is.
    Effect::new(move |before: Option<Option<u32>>| {
        let now = state.story.with(|story| story.as_ref().map(|story| story.trace.trace));
        if before.flatten().is_some_and(|before| now.is_some_and(|now| now != before))
            && let Some(node) = node.get_untracked()
        {
            // When it is laid out in any case.
            request_animation_frame(move || node.set_scroll_top(0));
        }
        now
    });
    view! {
        <article class="story" node_ref=node tabindex="0" aria-label="The chosen message">
            {move || match (state.base.get(), state.story.get()) {
                (Some(base), story) => Some(compare::compared(state, &base, story)),
                (None, story) => story.map(|story| whole(state, &story)),
            }}
        </article>
    }
    .into_any()
}

fn whole(state: State, story: &Arc<Story>) -> AnyView {
    let trace = &story.trace;
    let told = &trace.explanation;
    let hidden = move || {
        (state.at.get().is_none() && state.count.get() > 0)
            .then(|| view! { <p class="note">"The search hides this one in the list."</p> })
    };
    // A single line is what was asked about: it stands before what it means for its message.
    let alone = story.of == 1;
    let mut parts = vec![columns(state, trace), attempts::attempts(state, story).into_any()];
    parts.insert(if alone { 0 } else { 2 }, lines(state, story));
    view! {
        <header class="headline" data-outcome=glyph::name(trace.outcome)>
            {glyph::glyph(trace.outcome)}
            <h2>{told.headline.clone()}</h2>
            <p class="meta"><b>{words::outcome(trace.kind, trace.outcome)}</b>{meta(trace)}</p>
            {sources(state, story)}
            {hidden}
            <div class="headline-tools">
                <button type="button" class="strong write" on:click=move |_| state.write()>"Write the reply"</button>
                {compare::button(state, story)}
                {copies(state)}
            </div>
        </header>
        {strip::strip(trace)}
        {score::score(trace)}
        <div class=if alone { "body single" } else { "body fits" }>{parts}</div>
    }
    .into_any()
}

/// Which of several sources it stands in.
fn sources(state: State, story: &Arc<Story>) -> impl Fn() -> Option<AnyView> + use<> {
    let lines: Vec<u32> = story.lines.iter().map(|line| line.line).collect();
    move || {
        let names = state.sources_of(&lines);
        (!names.is_empty())
            .then(|| view! { <p class="meta">{format!("In {}", names.join(" and "))}</p> }.into_any())
    }
}

/// Ways to copy the message.
fn copies(state: State) -> AnyView {
    let copy = |form: Form| -> menu::Run { Box::new(move || state.copy_shown(form)) };
    menu::menu(
        "Copy",
        "Copy the message",
        vec![
            ("As text", copy(Form::Text)),
            ("Its lines with meanings", copy(Form::Meanings)),
            ("As Markdown", copy(Form::Markdown)),
            ("As JSON", copy(Form::Json)),
            ("Its attempts as CSV", copy(Form::Csv)),
        ],
    )
}

fn columns(state: State, trace: &Trace) -> AnyView {
    let mut seen = glossary::Seen::default();
    view! {
        <div class="columns">
            <section class="told" aria-label="What happened">{sentences(state, trace, &mut seen)}</section>
            <aside class="advice">{advice(state, trace, &mut seen)}</aside>
        </div>
    }
    .into_any()
}

/// Kind, number, sender, size: what one needs to find it again.
fn meta(trace: &Trace) -> AnyView {
    let id = trace.id.as_ref().map(|id| format!("{} {} {id}", trace.format, words::kind(trace.kind)));
    let parts = [
        id,
        trace.sender.as_deref().map(messages::sender),
        trace.user.as_ref().map(|user| format!("user {user}")),
        trace.client.clone(),
        trace.bytes.map(words::bytes),
        trace.shown.as_deref().map(words::brief),
    ];
    parts.into_iter().flatten().map(|part| view! { " \u{b7} " <span>{part}</span> }).collect_any().into_any()
}

/// The story; each sentence lights its lines, and a line that is pointed at lights its sentences.
fn sentences(state: State, trace: &Trace, seen: &mut glossary::Seen) -> AnyView {
    let mut day = None;
    let sentence = |sentence: &Sentence| {
        let shown = sentence.shown.as_deref().map(|shown| words::same_day(shown, day.as_deref()));
        day = sentence.shown.clone().or(day.take());
        let rests = sentence.lines.to_vec();
        let lit = {
            let rests = rests.clone();
            Memo::new(move |_| state.lit.with(|lit| matches!(lit, Lit::Line(line) if rests.contains(line))))
        };
        let light = move || state.lit.set(Lit::Sentence(rests.clone()));
        let (enter, focus) = (light.clone(), light);
        let dark = move || state.lit.set(Lit::Nothing);
        let cites = words::ranges(&sentence.lines);
        let more = cites.len().saturating_sub(CITES);
        let cites = cites.into_iter().take(CITES).map(|(line, text)| cite(state, line, text)).collect_any();
        view! {
            <li
                class="sentence" class:lit=lit data-level=level(sentence.level)
                on:pointerenter=move |_| enter() on:pointerleave=move |_| dark()
                on:focusin=move |_| focus() on:focusout=move |_| dark()
            >
                <time>{shown}</time>
                <p>
                    {glossary::words(state, &sentence.text, seen)}<span class="cites">{cites}{(more > 0).then(|| format!("+{more}"))}</span>
                </p>
            </li>
        }
    };
    view! { <ol class="sentences">{trace.explanation.story.iter().map(sentence).collect_any()}</ol> }
        .into_any()
}

/// The number of a line that a sentence rests on; it leads to the line, below or in the whole log.
pub fn cite(state: State, line: u32, text: String) -> AnyView {
    let go = move |_| {
        if tokens::reveal(line) {
            state.mark.set(Mark { line, token: None });
            state.lit.set(Lit::Sentence(vec![line]));
        } else {
            state.show_line(line);
        }
    };
    view! {
        <button type="button" class="cite" on:click=go><span class="visually-hidden">"Line "</span>{text}</button>
    }
    .into_any()
}

/// The name that the style sheet knows a level by.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Info => "info",
        Level::Success => "success",
        Level::Temporary => "temporary",
        Level::Warning => "warning",
        Level::Permanent => "permanent",
        Level::Alert => "alert",
    }
}

fn advice(state: State, trace: &Trace, seen: &mut glossary::Seen) -> AnyView {
    let told = &trace.explanation;
    let lasts = told
        .lasts
        .filter(|_| told.party != Party::Nobody || told.lasts == Some(Lasts::Temporary))
        .map(|lasts| match lasts {
            Lasts::Temporary => "Waiting may be enough: the server tries again by itself.",
            Lasts::Permanent => "Waiting does not help: it stays like this until somebody acts.",
        });
    let next = (!told.next.is_empty()).then(|| {
        // The lines below must stay in sight: who wants to look further asks for it.
        let (first, others) = told.next.split_at(if told.next.len() > 3 { 2 } else { told.next.len() });
        let first = steps(state, first, seen);
        let others = (!others.is_empty()).then(|| {
            let label = words::count(others.len() as u32, "more step");
            view! { <details class="more"><summary>{label}</summary>{steps(state, others, seen)}</details> }
        });
        view! { <h3>"Next"</h3> {first} {others} }
    });
    let missing = (!told.missing.is_empty()).then(|| {
        let missing = told.missing.iter().map(|what| view! { <li>{glossary::words(state, what, seen)}</li> });
        let missing = missing.collect_any();
        view! { <h3>"Not in this log"</h3> <ul class="missing">{missing}</ul> }
    });
    let links = trace.links.iter().map(|link| {
        let other = link.trace;
        view! {
            <li>
                <button type="button" class="link" on:click=move |_| state.open(other)>{words::link(&link.how)}</button>
                {link.doubt.as_ref().map(|doubt| view! { <small>{doubt.clone()}</small> })}
            </li>
        }
    });
    let links = (!trace.links.is_empty())
        .then(|| view! { <h3>"Belongs to it"</h3> <ul class="links">{links.collect_any()}</ul> });
    view! {
        <h3>"Who must act"</h3>
        <p class="party">{words::party(told.party)}</p>
        {lasts.map(|lasts| view! { <p class="lasts">{lasts}</p> })}
        {next}
        {links}
        {missing}
    }
    .into_any()
}

fn steps(state: State, steps: &[Step], seen: &mut glossary::Seen) -> AnyView {
    let steps = steps.iter().map(|one| step(state, one, seen)).collect_any();
    view! { <ul class="steps">{steps}</ul> }.into_any()
}

fn step(state: State, step: &Step, seen: &mut glossary::Seen) -> impl IntoView + use<> {
    let command = step.command.clone().map(|command| {
        view! { <div class="command"><code>{command.clone()}</code>{copy(command)}</div> }
    });
    view! { <li><p>{glossary::words(state, &step.text, seen)}</p>{command}</li> }
}

/// A button that copies a text and says so.
pub fn copy(text: String) -> AnyView {
    let said = RwSignal::new("Copy");
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move {
            let copied = clipboard::copy(&text, None).await;
            said.set(if copied { "Copied" } else { "Not allowed" });
            set_timeout(
                move || {
                    said.try_set("Copy");
                },
                std::time::Duration::from_secs(2),
            );
        });
    };
    view! { <button type="button" class="plain copy" on:click=copy><span aria-live="polite">{said}</span></button> }.into_any()
}

fn lines(state: State, story: &Arc<Story>) -> AnyView {
    let number = story.trace.trace;
    let here = story.lines.len() as u32;
    let rest = (here < story.of).then(|| {
        let label = format!("Show more of the {} lines", words::number(story.of));
        view! { <button type="button" class="plain" on:click=move |_| state.ask(Ask::More { trace: number, from: here })>{label}</button> }
    });
    let raw = story.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n") + "\n";
    let items = items(state, StoredValue::new(story.lines.clone()), 0);
    view! {
        <section class="lines" aria-labelledby="its-lines">
            <div class="section-head">
                <h3 id="its-lines">{words::count(story.of, "line")}</h3>
                <p class="hint">"Point at a part of a line, or use the arrow keys, to see what it means."</p>
                {copy(raw)}
            </div>
            {tokens::reader(state, view! { <ol class="log">{items}</ol> {rest} }.into_any(), story.lines.clone())}
        </section>
    }
    .into_any()
}

/// Its lines from this one on: the first at once, the others as soon as these are on screen.
fn items(state: State, lines: StoredValue<Vec<Arc<Line>>>, from: usize) -> AnyView {
    let to = from + LINES_A_FRAME;
    let rest = RwSignal::new(false);
    let now = lines.with_value(|lines| {
        if to < lines.len() {
            request_animation_frame(move || {
                rest.try_set(true);
            });
        }
        lines.iter().skip(from).take(LINES_A_FRAME).map(|line| item(state, line)).collect_any()
    });
    view! { {now} {move || rest.get().then(|| items(state, lines, to))} }.into_any()
}

fn item(state: State, line: &Arc<Line>) -> impl IntoView + use<> {
    let number = line.line;
    let lit = Memo::new(move |_| {
        state.lit.with(|lit| matches!(lit, Lit::Sentence(lines) if lines.contains(&number)))
    });
    view! {
        <li
            class="log-line" class:lit=lit data-line=number.to_string() data-level=level(line.level)
            on:pointerenter=move |_| state.lit.set(Lit::Line(number)) on:pointerleave=move |_| state.lit.set(Lit::Nothing)
        >
            <button type="button" class="gutter" title="Show it in the whole log" on:click=move |_| state.show_line(number)>
                <span class="visually-hidden">"Line "</span>{words::number(number)}
            </button>
            <div class="log-text">
                {tokens::marked(line, &[], true)}
                {line.says.as_ref().map(|says| view! { <p class="says">{says.clone()}</p> })}
                {words::mended(line).map(|undone| view! { <p class="mended">{undone}</p> })}
            </div>
        </li>
    }
}
