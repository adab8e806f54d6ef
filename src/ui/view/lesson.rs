//! The lesson: what does this line say? The lines are the formats' own samples, so it teaches what is read.

use super::super::keys;
use super::super::protocol::Ask;
use super::super::state::{Mark, State};
use super::CollectAny;
use super::{tokens, words};
use leptos::prelude::*;
use maillens::format::{FORMATS, Place};
use maillens::report::export::Line;
use std::sync::Arc;

/// The formats that a lesson can be about, by their places in the engine's list: those whose lines stand
/// alone.
fn subjects() -> impl Iterator<Item = (u32, &'static str, &'static str)> {
    let formats = FORMATS.iter().enumerate();
    formats
        .filter(|(_, format)| matches!(format.place, Place::Line | Place::Program))
        .map(|(at, format)| (at as u32, format.id, format.title))
}

/// The room; it opens with qmail's queue manager, or the first there is.
pub fn room(state: State) -> AnyView {
    let about = RwSignal::new(
        subjects().find(|(_, id, _)| *id == "qmail-send").or_else(|| subjects().next()).map_or(0, |s| s.0),
    );
    let at = RwSignal::new(0_usize);
    let shown = RwSignal::new(false);
    let knew = RwSignal::new((0_u32, 0_u32));
    Effect::new(move |_| {
        let about = about.get();
        state.samples.set(None);
        at.set(0);
        shown.set(false);
        knew.set((0, 0));
        state.ask_spare(Ask::Samples(about));
    });
    Effect::new(move |_| keys::focus("lesson-about"));
    let lines = Memo::new(move |_| {
        let about = about.get();
        state.samples.with(|samples| match samples {
            Some((of, lines)) if *of == about => lines.iter().cloned().map(Arc::new).collect(),
            _ => Vec::<Arc<Line>>::new(),
        })
    });
    let option = move |(at, id, title): (u32, &'static str, &'static str)| {
        view! { <option value=at.to_string() selected=at == about.get_untracked()>{format!("{title} ({id})")}</option> }
    };
    let count = move || lines.with(Vec::len);
    let go = move |to: usize| {
        shown.set(false);
        at.set(to);
    };
    let progress = move || {
        let (yes, no) = knew.get();
        let told =
            (yes + no > 0).then(|| format!(", {} of {} known", words::number(yes), words::number(yes + no)));
        (count() > 0).then(|| format!("Line {} of {}{}", at.get() + 1, count(), told.unwrap_or_default()))
    };
    let card = move || {
        lines.with(|lines| lines.get(at.get()).cloned()).map(|line| {
            if shown.get() {
                let judge = move |known: bool| {
                    knew.update(|(yes, no)| if known { *yes += 1 } else { *no += 1 });
                    if at.get_untracked() + 1 < lines.with_untracked(Vec::len) {
                        go(at.get_untracked() + 1);
                        keys::focus("lesson-show");
                    } else {
                        shown.set(false);
                    }
                };
                state.mark.set(Mark { line: line.line, token: None });
                let text = view! {
                    <div class="log-line" data-line=line.line.to_string()>
                        <div class="log-text">{tokens::marked(&line, &[], true)}</div>
                    </div>
                    <p class="answer" role="status">{line.says.clone()}</p>
                    <p class="inspector-tools">
                        <button type="button" class="strong" id="lesson-knew" on:click=move |_| judge(true)>"I knew it"</button>
                        <button type="button" class="plain" on:click=move |_| judge(false)>"I did not"</button>
                    </p>
                };
                tokens::reader(state, text.into_any(), vec![line.clone()])
            } else {
                let show = move |_| {
                    shown.set(true);
                    request_animation_frame(|| keys::focus("lesson-knew"));
                };
                view! {
                    <p class="lesson-line"><code class="text">{line.text.clone()}</code></p>
                    <p><button type="button" class="strong" id="lesson-show" on:click=show>"Show what it says"</button></p>
                }
                .into_any()
            }
        })
    };
    view! {
        <main class="room paste lesson">
            <div class="section-head">
                <h1>"What does this line say?"</h1>
                <button type="button" class="plain" on:click=move |_| state.lesson.set(false)>"Back"</button>
            </div>
            <p>"Guess first, then look. Each line is one that maillens knows; nothing here is from your own logs."</p>
            <div class="lesson-tools">
                <label>
                    "Lines of "
                    <select id="lesson-about" on:change=move |event| if let Ok(at) = event_target_value(&event).parse() { about.set(at) }>
                        {subjects().map(option).collect_any()}
                    </select>
                </label>
                <span role="status">{progress}</span>
                <span class="matches">
                    <button type="button" class="plain" prop:disabled=move || at.get() == 0 on:click=move |_| go(at.get_untracked() - 1)>"Previous"</button>
                    <button type="button" class="plain" prop:disabled={move || at.get() + 1 >= count()} on:click=move |_| go(at.get_untracked() + 1)>"Next"</button>
                </span>
            </div>
            {card}
        </main>
    }
    .into_any()
}
