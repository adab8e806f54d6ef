//! The lesson: what does this line say? The lines are those of the log, one of each kind, or of logs that the page has for
//! it, each of which tells a whole story.

use super::super::examples::{Example, lessons};
use super::super::keys;
use super::super::protocol::{Ask, Subject};
use super::super::state::{Mark, State};
use super::CollectAny;
use super::{glossary, tokens, words};
use leptos::prelude::*;
use maillens::export::Line;
use std::sync::Arc;

/// The room; it opens with the log, or without one with the first lesson.
pub fn room(state: State) -> AnyView {
    let loaded = state.summary.with_untracked(Option::is_some);
    let about = RwSignal::new(if loaded { Subject::Log } else { Subject::Own(0) });
    let at = RwSignal::new(0_usize);
    let shown = RwSignal::new(false);
    let knew = RwSignal::new((0_u32, 0_u32));
    Effect::new(move |_| {
        let about = about.get();
        state.lesson_lines.set(None);
        at.set(0);
        shown.set(false);
        knew.set((0, 0));
        match about {
            Subject::Log => state.ask(Ask::Lesson(about)),
            Subject::Own(_) => state.ask_spare(Ask::Lesson(about)),
        }
    });
    Effect::new(move |_| keys::focus("lesson-about"));
    let lines = Memo::new(move |_| {
        let about = about.get();
        state.lesson_lines.with(|lines| match lines {
            Some((of, lines)) if *of == about => lines.iter().cloned().map(Arc::new).collect(),
            _ => Vec::<Arc<Line>>::new(),
        })
    });
    let option = move |(at, of): (usize, &'static Example)| {
        let selected = Subject::Own(at as u32) == about.get_untracked();
        view! { <option value=at.to_string() selected=selected>{format!("{} ({})", of.title, of.note)}</option> }
    };
    let own = loaded.then(|| view! { <option value="" selected=true>"The log you pasted"</option> });
    let choose = move |event| {
        about.set(event_target_value(&event).parse().map_or(Subject::Log, Subject::Own));
    };
    let of_log = move || about.get() == Subject::Log;
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
                let number = line.line;
                let around = move |_| {
                    state.lesson.set(false);
                    state.show_line(number);
                };
                let around = of_log().then(|| view! { <button type="button" class="plain" on:click=around>"Show the lines around it"</button> });
                let text = view! {
                    <h2 class="visually-hidden">"What it says"</h2>
                    <div class="log-line" data-line=line.line.to_string()>
                        <div class="log-text">{tokens::marked(&line, &[], true)}</div>
                    </div>
                    <p class="answer" role="status">{line.says.clone()}</p>
                    <p class="inspector-tools">
                        <button type="button" class="strong" id="lesson-knew" on:click=move |_| judge(true)>"I knew it"</button>
                        <button type="button" class="plain" on:click=move |_| judge(false)>"I didn't"</button>
                        {around}
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
            <p>
                {move || if of_log() {
                    "Guess first, then look. One line of each kind in your log, in its order."
                } else {
                    "Guess first, then look. The lines tell one story, in its order; nothing here is from your own logs."
                }}
                " " <button type="button" class="link" on:click=move |_| state.help.set(true)>"What the words mean"</button>
            </p>
            <div class="lesson-tools">
                <label>
                    "Lines of "
                    <select id="lesson-about" on:change=choose>
                        {own}
                        {lessons().enumerate().map(option).collect_any()}
                    </select>
                </label>
                <span role="status">{progress}</span>
                <span class="matches">
                    <button type="button" class="plain" prop:disabled=move || at.get() == 0 on:click=move |_| go(at.get_untracked() - 1)>"Previous"</button>
                    <button type="button" class="plain" prop:disabled={move || at.get() + 1 >= count()} on:click=move |_| go(at.get_untracked() + 1)>"Next"</button>
                </span>
            </div>
            {card}
            <section class="travels">
                <h2>"How a message travels"</h2>
                {glossary::flow(state)}
            </section>
        </main>
    }
    .into_any()
}
