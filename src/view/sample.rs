//! Lines that were not read, with placeholders: looked at, copied, and never sent by itself.

use super::super::state::State;
use leptos::html::Dialog;
use leptos::prelude::*;

/// The sheet with the sample.
pub fn sheet(state: State) -> AnyView {
    let node = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(node) = node.get() else { return };
        match (state.sample.with(Option::is_some), node.open()) {
            (true, false) => drop(node.show_modal()),
            (false, true) => node.close(),
            _ => {}
        }
    });
    let copy = move |_| {
        if let Some(text) = state.sample.get_untracked() {
            state.copy(text, "the sample".into());
        }
    };
    view! {
        <dialog class="sheet wide" node_ref=node aria-labelledby="sample-title" on:close=move |_| state.sample.set(None)>
            <h2 id="sample-title">"A sample to report these lines with"</h2>
            <p>
                "These are your lines, with placeholders for addresses, names, servers, and IP addresses. "
                "Read them once more before you share them. Whoever maintains your copy of maillens can teach it what they mean. "
                "Nothing is sent from here."
            </p>
            <pre tabindex="0" role="region" aria-label="The sample">{move || state.sample.get()}</pre>
            <form method="dialog">
                <button type="button" class="plain" on:click=copy>"Copy"</button>
                <button class="strong">"Close"</button>
            </form>
        </dialog>
    }
    .into_any()
}
