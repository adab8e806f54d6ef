//! Where a log came from, when it is several files: each can be hidden. And the offer to read a log
//! together with the one that it has replaced, or to bring that one back.

use super::super::state::State;
use super::CollectAny;
use super::words;
use leptos::prelude::*;

/// The bar; empty for one source that replaced nothing.
pub fn bar(state: State) -> AnyView {
    let several = Memo::new(move |_| state.parts.with(Vec::len) > 1);
    let switches = move || {
        several.get().then(|| {
            let parts = state.parts.get_untracked().into_iter().enumerate().map(|(at, (part, _))| {
                let on = move || state.parts.with(|parts| parts.get(at).is_none_or(|part| part.1));
                view! {
                    <label>
                        <input type="checkbox" prop:checked=on on:change=move |event| state.turn_source(at, event_target_checked(&event))/>
                        {part.name.clone()}
                        <small>{words::count(part.lines, "line")}</small>
                    </label>
                }
            });
            view! {
                <fieldset class="assumed sources">
                    <legend>"Read together"</legend>
                    {parts.collect_any()}
                </fieldset>
            }
        })
    };
    // Other files of as many parts are other switches.
    let names = Memo::new(move |_| {
        state.parts.with(|parts| parts.iter().map(|(part, _)| part.clone()).collect::<Vec<_>>())
    });
    let replaced = move || {
        state.summary.with(Option::is_some).then(|| state.last.get()).flatten().map(|name| {
            let (came, instead, back, read): (_, _, _, fn(State)) = if state.asked_for.get() {
                ("was added to", "Read it alone instead", "Take it away", |state| state.read_alone())
            } else {
                ("replaced", "Read both together instead", "Bring it back", |state| state.add_to_last())
            };
            view! {
                <p class="assumed" role="status">
                    {format!("This {came} \u{201c}{name}\u{201d}.")}
                    <button type="button" class="link" on:click=move |_| read(state)>{instead}</button>
                    <button type="button" class="link" on:click=move |_| state.bring_back()>{back}</button>
                    <button type="button" class="link" on:click=move |_| state.last.set(None)>"Close"</button>
                </p>
            }
        })
    };
    view! {
        {move || { names.track(); switches() }}
        {replaced}
    }
    .into_any()
}
