//! A button that opens a few more.

use super::CollectAny;
use leptos::html::Details;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

/// What an entry of a menu does.
pub type Run = Box<dyn Fn()>;

/// A menu: `name` stands on its button, `label` says what it is for, each entry has a name and does something.
pub fn menu(name: &'static str, label: &'static str, entries: Vec<(&'static str, Run)>) -> AnyView {
    let node = NodeRef::<Details>::new();
    let close = move |refocus: bool| {
        if let Some(node) = node.try_get_untracked().flatten() {
            node.set_open(false);
            if refocus && let Some(summary) = node.first_element_child() {
                let _ = summary.unchecked_into::<HtmlElement>().focus();
            }
        }
    };
    let left = move |event: web_sys::FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        // It is left, too, when it goes with what it stands in.
        if node.try_get_untracked().flatten().is_some_and(|node| !node.contains(to.as_ref())) {
            close(false);
        }
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && node.get_untracked().is_some_and(|node| node.open()) {
            event.stop_propagation();
            close(true);
        }
    };
    let entries = entries.into_iter().map(|(name, run)| {
        view! {
            <li>
                <button type="button" on:click=move |_| { close(true); run(); }>{name}</button>
            </li>
        }
    });
    view! {
        <details class="menu" node_ref=node on:focusout=left on:keydown=keys>
            <summary class="plain" aria-label=label>{name}</summary>
            <ul>{entries.collect_any()}</ul>
        </details>
    }
    .into_any()
}
