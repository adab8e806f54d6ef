//! The chosen trace: what happened, who must act, what to do next, and the lines that say so.

use super::super::clipboard;
use super::super::keys;
use super::super::protocol::{Ask, Form};
use super::super::state::{Lit, Mark, State, Story};
use super::CollectAny;
use super::verdict::Verdict;
use super::{attempts, compare, glossary, menu, messages, score, strip, tokens, words};
use leptos::prelude::*;
use maillens::export::{Level, Line, Sentence, Step, Trace};
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// A sentence shows this many numbers of lines; it lights all of them.
const CITES: usize = 6;

/// So many of its lines are drawn at once; the others in the frames that follow.
const LINES_A_FRAME: usize = 12;

/// So many of the traces that belong to it are named at once.
const LINKS: usize = 4;

/// The pane with the chosen trace.
pub fn pane(state: State) -> AnyView {
    let node = NodeRef::<leptos::html::Article>::new();
    // Another trace is read from its top; the same trace in other times stays where it is.
    Effect::new(move |before: Option<Option<u32>>| {
        let now = state.story.with(|story| story.as_ref().map(|story| story.trace.trace));
        if before.flatten().is_some_and(|before| now.is_some_and(|now| now != before))
            && let Some(node) = node.get_untracked()
        {
            // When it is laid out in any case. In one column the page scrolls, and the answer stands above the list.
            request_animation_frame(move || {
                node.set_scroll_top(0);
                keys::reveal("verdict");
            });
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
    let mut seen = glossary::Seen::default();
    let verdict = Verdict::of(trace);
    // A single line is what was asked about: it stands before what it means for its message.
    let alone = story.of == 1;
    let more = trace.explanation.next.len().saturating_sub(1);
    let more = (more > 0).then(|| {
        let label = words::count(more as u32, "more step");
        view! { <button type="button" class="link" on:click=|_| keys::lead_to("more-steps")>{label}</button> }
    });
    let tools = view! {
        {sources(state, story)}
        {alike(state, story)}
        <div class="headline-tools">
            <button type="button" class="strong write" on:click=move |_| state.write()>"Write the reply"</button>
            {verdict.why(state)}
            {more}
            <span class="spread"></span>
            {compare::button(state, story)}
            {copies(state)}
        </div>
    };
    let head = verdict.view(state, true, &mut seen, tools.into_any());
    let mut parts = vec![columns(state, story, &mut seen), attempts::attempts(state, story).into_any()];
    parts.insert(if alone { 0 } else { 2 }, lines(state, story));
    view! {
        {head}
        {strip::strip(trace)}
        {score::score(trace)}
        <div class=if alone { "body single" } else { "body fits" }>{parts}</div>
    }
    .into_any()
}

/// How many say the same, and the way to all of them; or that the search hides it in the list.
fn alike(state: State, story: &Arc<Story>) -> impl Fn() -> Option<AnyView> + use<> {
    let (trace, (alike, open)) = (story.trace.trace, story.alike);
    let kind = words::kind(story.trace.kind);
    move || {
        if state.at.get().is_none() && state.count.get() > Some(0) {
            return Some(view! { <p class="note">"The search hides this one in the list."</p> }.into_any());
        }
        let label = if open { "List them as one" } else { "List each of them" };
        (alike > 1).then(|| {
            view! {
                <p class="note">
                    {format!("One of {} that say the same. ", words::count(alike, kind))}
                    <button type="button" class="link" on:click=move |_| state.ask(Ask::Turn(trace, None))>{label}</button>
                </p>
            }
            .into_any()
        })
    }
}

/// Shows the lines that something rests on, the first of them in view; false where that is not here.
pub fn light(state: State, line: u32, lines: Vec<u32>) -> bool {
    let here = tokens::reveal(line);
    if here {
        state.mark.set(Mark { line, token: None });
        state.lit.set(Lit::Sentence(lines));
    }
    here
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

fn columns(state: State, of: &Story, seen: &mut glossary::Seen) -> AnyView {
    let trace = &of.trace;
    let story = sentences(state, trace, seen);
    let advice = advice(state, of, seen).map(|advice| view! { <aside class="advice">{advice}</aside> });
    view! {
        <div class="columns">
            <section class="told" aria-labelledby="its-story"><h2 id="its-story">"What happened"</h2><p class="meta">{meta(trace)}</p>{story}</section>
            {advice}
        </div>
    }
    .into_any()
}

/// Kind, number, sender, size: what one needs to find it again.
fn meta(trace: &Trace) -> AnyView {
    let id = trace.id.as_ref().map(|id| format!("{} {id}", words::kind(trace.kind)));
    let parts = [
        Some(words::format(&trace.format)),
        id,
        trace.sender.as_deref().map(messages::sender),
        trace.user.as_ref().map(|user| format!("user {user}")),
        trace.client.clone(),
        trace.bytes.map(words::bytes),
    ];
    let parts = parts.into_iter().flatten().enumerate();
    let part = |(i, part): (usize, String)| view! { {(i > 0).then_some(" \u{b7} ")} <span>{part}</span> };
    parts.map(part).collect_any().into_any()
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
        if !light(state, line, vec![line]) {
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

/// What comes after the first step, what belongs to it, and what the log lacks.
fn advice(state: State, Story { trace, tied, .. }: &Story, seen: &mut glossary::Seen) -> Option<AnyView> {
    let told = &trace.explanation;
    let more = told.next.get(1..).filter(|more| !more.is_empty()).map(|more| {
        let steps = more.iter().map(|one| view! { <li>{said(state, one, seen)}</li> }).collect_any();
        view! { <h2 id="more-steps" tabindex="-1">"Then"</h2> <ul class="steps">{steps}</ul> }
    });
    let missing = (!told.missing.is_empty()).then(|| {
        let missing = told.missing.iter().map(|what| view! { <li>{glossary::words(state, what, seen)}</li> });
        let missing = missing.collect_any();
        view! { <h2>"Not in this log"</h2> <ul class="missing">{missing}</ul> }
    });
    let links = trace.links.iter().map(|link| {
        let other = link.trace;
        let row = tied.iter().find(|row| row.trace == other);
        let name = row.and_then(|row| messages::named(row).0);
        let why = row.and_then(|row| row.why.as_deref()).map(|why| why.trim_end_matches('.').to_owned());
        let doubt = link.doubt.as_ref().map(|_| "probably".to_owned());
        let small = [name, why, doubt].into_iter().flatten().collect::<Vec<_>>().join(" \u{b7} ");
        view! {
            <li>
                <button type="button" class="link" on:click=move |_| state.open(other)>{words::link(&link.how)}</button>
                {(!small.is_empty()).then(|| view! { <small title=link.doubt.clone()>{small}</small> })}
            </li>
        }
    });
    let mut links = links.collect_any();
    let rest = links.split_off(links.len().min(LINKS));
    let rest = (!rest.is_empty()).then(|| {
        let label = format!("{} more", words::number(rest.len() as u32));
        view! { <details class="more"><summary>{label}</summary><ul class="links">{rest}</ul></details> }
    });
    let links = (!trace.links.is_empty())
        .then(|| view! { <h2>"Belongs to it"</h2> <ul class="links">{links}</ul> {rest} });
    (more.is_some() || missing.is_some() || links.is_some())
        .then(|| view! { {more} {links} {missing} }.into_any())
}

/// A step with its command.
pub fn said(state: State, step: &Step, seen: &mut glossary::Seen) -> AnyView {
    let command = step.command.clone().map(|command| {
        view! { <div class="command"><code>{command.clone()}</code>{copy(command, move || state.ask_for_more())}</div> }
    });
    view! { <p>{glossary::words(state, &step.text, seen)}</p>{command} }.into_any()
}

/// A button that copies a text and says so.
pub fn copy(text: String, and: impl Fn() + 'static) -> AnyView {
    let said = RwSignal::new("Copy");
    let copy = move |_| {
        and();
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
                <h2 id="its-lines">{words::count(story.of, "line")}</h2>
                <p class="hint">"Point at a part of a line, or use the arrow keys, to see what it means."</p>
                {copy(raw, || ())}
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
