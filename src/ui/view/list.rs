//! A list of any length in a box that scrolls: only the rows in view are drawn.

use super::super::window::{Blocks, Frame};
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{KeyboardEvent, ResizeObserver, WheelEvent};

/// What a list shows.
pub struct List<T: Send + Sync + 'static> {
    /// The id of the box.
    pub id: &'static str,
    /// What the list is called.
    pub label: &'static str,
    /// How many rows it has.
    pub total: Signal<u32>,
    /// The height of a row, in rem.
    pub row: Signal<f64>,
    /// The rows that are here.
    pub blocks: Blocks<T>,
    /// The place of the chosen row.
    pub chosen: Signal<Option<u32>>,
}

impl<T: Send + Sync + 'static> List<T> {
    /// Draws the list; `draw` draws one row, `choose` takes the place of a row that was chosen.
    pub fn view(
        self,
        get: impl Fn(u32) + 'static,
        choose: impl Fn(u32) + Copy + Send + Sync + 'static,
        draw: fn(&Arc<T>) -> AnyView,
    ) -> AnyView {
        let List { id, label, total, row, blocks, chosen } = self;
        let node = NodeRef::<Div>::new();
        let view = RwSignal::new(0.0);
        let scroll = RwSignal::new(0.0);
        let frame = Memo::new(move |_| Frame {
            total: total.get(),
            row: (row.get() * rem()).round(),
            view: view.get(),
        });
        let span = Memo::new(move |_| frame.get().span(scroll.get()));

        watch(node, view);
        Effect::new(move |_| {
            let (first, last, _) = span.get();
            blocks.lacking(first, last).into_iter().for_each(&get);
        });
        let go = move |to: f64| {
            if let Some(node) = node.get_untracked() {
                node.set_scroll_top(to.round() as i32);
                scroll.set(to);
            }
        };
        Effect::new(move |_| {
            // A change of the chosen row, of the list or of its box brings the row into view; scrolling does not.
            let (frame, chosen) = (frame.get(), chosen.get());
            if frame.view > 0.0
                && let Some(to) = chosen.and_then(|at| frame.reveal(scroll.get_untracked(), at))
            {
                go(to);
            }
        });
        let keys = move |event: KeyboardEvent| {
            let total = total.get_untracked();
            if total == 0 || event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let page = frame.with_untracked(|frame| frame.view / frame.row) as u32;
            let Some(to) = led(&event.key(), chosen.get_untracked(), page.max(2) - 1) else { return };
            event.prevent_default();
            choose(to.min(total - 1));
        };
        // Where the scroll bar is coarser than a row, the wheel still moves by what it says.
        let wheel = move |event: WheelEvent| {
            let frame = frame.get_untracked();
            if frame.squeezed() && event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL {
                event.prevent_default();
                go(frame.moved(scroll.get_untracked(), event.delta_y()));
            }
        };
        let scrolled = move |_| {
            if let Some(node) = node.get_untracked() {
                let now = f64::from(node.scroll_top());
                // A position that was set keeps its fraction: in a squeezed list it is several rows.
                if (now - scroll.get_untracked()).abs() >= 1.0 {
                    scroll.set(now);
                }
            }
        };
        let rows = move || {
            let (first, last, _) = span.get();
            (first..last).map(|at| (at, blocks.get(at))).collect::<Vec<_>>()
        };
        let option = move |(at, (_, item)): (u32, (u32, Option<Arc<T>>))| {
            let is_chosen = move || if chosen.get() == Some(at) { "true" } else { "false" };
            view! {
                <div
                    role="option" class="row" id=format!("{id}-{at}") aria-selected=is_chosen
                    aria-posinset=(at + 1).to_string() aria-setsize=total.get_untracked().to_string()
                    style:height=move || format!("{}px", frame.get().row)
                    on:click=move |_| choose(at)
                >
                    {item.as_ref().map(draw)}
                </div>
            }
        };
        view! {
            <div
                id=id class="list" role="listbox" tabindex="0" aria-label=label node_ref=node
                aria-activedescendant=move || chosen.get().map(|at| format!("{id}-{at}"))
                on:scroll=scrolled on:keydown=keys on:wheel=wheel
            >
                <div role="presentation" class="list-whole" style:height=move || format!("{}px", frame.get().height())>
                    <div role="presentation" class="list-span" style:transform=move || format!("translateY({}px)", span.get().2)>
                        <For
                            each=rows
                            key=|(at, (version, item))| (*at, *version, item.is_some())
                            children=option
                        />
                    </div>
                </div>
            </div>
        }
        .into_any()
    }
}

/// Where a key leads from the chosen row; past the end for a row that there may not be.
fn led(key: &str, at: Option<u32>, page: u32) -> Option<u32> {
    Some(match key {
        "ArrowDown" => at.map_or(0, |at| at + 1),
        "ArrowUp" => at.map_or(0, |at| at.saturating_sub(1)),
        "PageDown" => at.unwrap_or(0) + page,
        "PageUp" => at.unwrap_or(0).saturating_sub(page),
        "Home" => 0,
        "End" => u32::MAX,
        _ => return None,
    })
}

/// Keeps the height of the box, in px.
fn watch(node: NodeRef<Div>, height: RwSignal<f64>) {
    Effect::new(move |_| {
        let Some(node) = node.get() else { return };
        height.set(f64::from(node.client_height()));
        let resized = Closure::<dyn Fn()>::new({
            let node = node.clone();
            move || height.set(f64::from(node.client_height()))
        });
        if let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) {
            observer.observe(&node);
            let kept = StoredValue::new_local((observer, resized));
            on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
        }
    });
}

/// One rem in px, as the reader's text size makes it.
fn rem() -> f64 {
    document()
        .document_element()
        .and_then(|root| window().get_computed_style(&root).ok().flatten())
        .and_then(|style| style.get_property_value("font-size").ok())
        .and_then(|size| size.trim_end_matches("px").parse().ok())
        .unwrap_or(16.0)
}
