//! The beginning of a format for lines that were not read: looked at, copied, and never sent by itself.

use super::super::state::State;
use leptos::html::Dialog;
use leptos::prelude::*;

/// The sheet with the text of the file.
pub fn sheet(state: State) -> AnyView {
    let node = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(node) = node.get() else { return };
        match (state.stub.with(Option::is_some), node.open()) {
            (true, false) => drop(node.show_modal()),
            (false, true) => node.close(),
            _ => {}
        }
    });
    let copy = move |_| {
        if let Some(text) = state.stub.get_untracked() {
            state.copy(text, "the stub".into());
        }
    };
    view! {
        <dialog class="sheet wide" node_ref=node aria-labelledby="stub-title" on:close=move |_| state.stub.set(None)>
            <h2 id="stub-title">"A stub for a new format"</h2>
            <p>
                "maillens learns a log from one file of its source code. This is the beginning of such a file, with your lines as samples. "
                "Addresses, names, hosts and IP addresses in it have stand-ins; read it once more before you show it to anybody."
            </p>
            <pre tabindex="0" role="region" aria-label="The file">{move || state.stub.get()}</pre>
            <p>
                "Put it into \u{201c}src/format\u{201d} of the maillens sources and write what each part means; CONTRIBUTING.md beside the README tells the rest. "
                "Or give it to whoever keeps your copy of maillens. It is never sent by itself."
            </p>
            <form method="dialog">
                <button type="button" class="plain" on:click=copy>"Copy"</button>
                <button class="strong">"Close"</button>
            </form>
        </dialog>
    }
    .into_any()
}
