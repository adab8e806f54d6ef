//! A list of any length in a box that scrolls: only the rows in view are drawn.

use super::super::window::{Blocks, Chosen, Frame};
use leptos::html::Div;
use leptos::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, KeyboardEvent, MouseEvent, ResizeObserver, WheelEvent};

/// Rows that are drawn in one frame: a row of log text has some twenty elements.
const ROWS_A_FRAME: u32 = 10;

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
    /// Rows chosen together, where several can be.
    pub many: Option<RwSignal<Chosen>>,
    /// Opens or closes the group of the row at a place, where rows are grouped.
    pub turn: Option<Turn>,
}

/// Opens or closes the group of the row at a place, or does what was not done last; false where there is none.
pub type Turn = Arc<dyn Fn(u32, Option<bool>) -> bool + Send + Sync>;

/// The rows of a list of any type: one list is compiled for all.
#[derive(Clone)]
struct Rows {
    /// Asks for the blocks of these rows that are not here.
    get: Arc<dyn Fn(u32, u32) + Send + Sync>,
    /// The version of the list, and whether a row is here.
    has: Arc<dyn Fn(u32) -> (u32, bool) + Send + Sync>,
    /// Draws a row that is here.
    draw: Arc<dyn Fn(u32) -> Option<AnyView> + Send + Sync>,
    /// Takes the place of a row that was chosen.
    choose: Arc<dyn Fn(u32) + Send + Sync>,
}

impl<T: Send + Sync + 'static> List<T> {
    /// Draws the list; `draw` draws one row, `choose` takes the place of a row that was chosen.
    pub fn view(
        self,
        get: impl Fn(u32) + Send + Sync + 'static,
        choose: impl Fn(u32) + Send + Sync + 'static,
        draw: fn(&Arc<T>) -> AnyView,
    ) -> AnyView {
        let List { id, label, total, row, blocks, chosen, many, turn } = self;
        let rows = Rows {
            get: Arc::new(move |first, last| blocks.lacking(first, last).into_iter().for_each(&get)),
            has: Arc::new(move |at| {
                let (version, item) = blocks.get(at);
                (version, item.is_some())
            }),
            draw: Arc::new(move |at| untrack(|| blocks.get(at)).1.as_ref().map(draw)),
            choose: Arc::new(choose),
        };
        Whole { id, label, total, row, chosen, many, turn }.view(rows)
    }
}

/// A list without its rows.
struct Whole {
    id: &'static str,
    label: &'static str,
    total: Signal<u32>,
    row: Signal<f64>,
    chosen: Signal<Option<u32>>,
    many: Option<RwSignal<Chosen>>,
    turn: Option<Turn>,
}

impl Whole {
    fn view(self, of: Rows) -> AnyView {
        let (Whole { id, label, total, row, chosen, many, turn }, Rows { get, has, draw, choose }) =
            (self, of);
        let node = NodeRef::<Div>::new();
        let room = RwSignal::new((0.0, 16.0));
        let scroll = RwSignal::new(0.0);
        let frame = Memo::new(move |_| {
            let (view, rem) = room.get();
            Frame { total: total.get(), row: (row.get() * rem).round(), view }
        });
        let span = Memo::new(move |_| frame.get().span(scroll.get()));

        watch(node, room);
        Effect::new(move |_| {
            let (first, last, _) = span.get();
            get(first, last);
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
        // With Shift the rows up to this one are chosen together, with Ctrl this one as well.
        let choose = StoredValue::new(choose);
        let pick = move |at: u32, stretch: bool, turn: bool| {
            if let Some(many) = many {
                many.update(|many| many.choose(chosen.get_untracked(), at, stretch, turn));
            }
            choose.with_value(|choose| choose(at));
        };
        let turn_of = turn.clone();
        let keys = move |event: KeyboardEvent| {
            let total = total.get_untracked();
            if total == 0 || event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            if let (Some(turn), Some(at), "ArrowRight" | "ArrowLeft") =
                (&turn, chosen.get_untracked(), &*event.key())
            {
                if turn(at, Some(event.key() == "ArrowRight")) {
                    event.prevent_default();
                }
                return;
            }
            let page = frame.with_untracked(|frame| frame.view / frame.row) as u32;
            let Some(to) = led(&event.key(), chosen.get_untracked(), page.max(2) - 1) else { return };
            event.prevent_default();
            let to = to.min(total - 1);
            pick(to, event.shift_key(), false);
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
        let rows = arriving(has, span.into());
        // How a row looks that is chosen, or that the keys are at.
        let looks = move |at: u32| {
            let is_at = chosen.get() == Some(at);
            let together = many.map(|many| many.with(|many| (many.count() > 0).then(|| many.has(at))));
            let is = together.flatten().unwrap_or(is_at);
            (if is { "true" } else { "false" }, if is_at { "row at" } else { "row" })
        };
        mark(node, looks);
        let click = move |event: MouseEvent| {
            if let Some(at) = pressed(&event) {
                if let Some(turn) = turn_of.as_ref().filter(|_| is_in(&event, ".alike, .fold")) {
                    turn(at, None);
                }
                pick(at, event.shift_key(), event.ctrl_key() || event.meta_key());
            }
        };
        let option = move |(at, _, here): Placed| {
            option(id, at, total.get_untracked(), untrack(|| looks(at)), here.then(|| draw(at)).flatten())
        };
        view! {
            <div
                id=id class="list" role="listbox" tabindex="0" aria-label=label node_ref=node
                aria-multiselectable=many.is_some().then_some("true")
                aria-activedescendant=move || chosen.get().map(|at| format!("{id}-{at}"))
                on:scroll=scrolled on:keydown=keys on:wheel=wheel on:click=click
            >
                <div role="presentation" class="list-whole" style:height=move || format!("{}px", frame.get().height())>
                    <div
                        role="presentation" class="list-span" style:transform=move || format!("translateY({}px)", span.get().2)
                        style=("--row", move || format!("{}px", frame.get().row))
                    >
                        <For
                            each=rows
                            key=|placed| *placed
                            children=option
                        />
                    </div>
                </div>
            </div>
        }
        .into_any()
    }
}

/// A row by its place, with the version of its list, and whether it is drawn.
type Placed = (u32, u32, bool);

/// The rows of a span (first, last, where it stands). Those that came are drawn a few a frame, whatever
/// brings them, so that no frame is late for them.
fn arriving(
    has: Arc<dyn Fn(u32) -> (u32, bool) + Send + Sync>,
    span: Signal<(u32, u32, f64)>,
) -> impl Fn() -> Vec<Placed> + Clone + Send + Sync + 'static {
    let drawn = StoredValue::new(HashSet::<(u32, u32)>::new());
    let left = StoredValue::new(ROWS_A_FRAME);
    let more = RwSignal::new(());
    move || {
        more.track();
        let (first, last, _) = span.get();
        let before = left.get_value();
        let mut now_left = before;
        let mut waits = false;
        let mut now = HashSet::new();
        let rows = (first..last).map(|at| {
            let (version, here) = has(at);
            let old = drawn.with_value(|drawn| drawn.contains(&(version, at)));
            waits |= here && !old && now_left == 0;
            now_left -= u32::from(here && !old && now_left > 0);
            let shows = here && (old || !waits);
            if shows {
                now.insert((version, at));
            }
            (at, version, shows)
        });
        let rows = rows.collect();
        drawn.set_value(now);
        left.set_value(now_left);
        // The first who draws in a frame orders the next one.
        if before == ROWS_A_FRAME && now_left < before {
            request_animation_frame(move || {
                left.try_set_value(ROWS_A_FRAME);
                more.try_set(());
            });
        }
        rows
    }
}

/// A row; what is not drawn yet holds its place and is none.
fn option(
    id: &str,
    at: u32,
    total: u32,
    (is, class): (&'static str, &'static str),
    content: Option<AnyView>,
) -> AnyView {
    let Some(content) = content else {
        return view! { <div class="row" role="presentation"></div> }.into_any();
    };
    view! {
        <div
            role="option" class=class id=format!("{id}-{at}") aria-selected=is
            aria-posinset=(at + 1).to_string() aria-setsize=total.to_string()
        >
            {content}
        </div>
    }
    .into_any()
}

/// Keeps how the rows look: on the elements themselves, for signals in every row would cost more than the row
/// does.
fn mark(node: NodeRef<Div>, looks: impl Fn(u32) -> (&'static str, &'static str) + 'static) {
    Effect::new(move |_| {
        // Also where there is no row yet: this is what it waits for.
        looks(0);
        let Some(rows) = node.get().and_then(|node| node.query_selector_all("[role=option]").ok()) else {
            return;
        };
        let rows = (0..rows.length()).filter_map(|i| rows.item(i)?.dyn_into::<Element>().ok());
        for (row, at) in rows.filter_map(|row| place(&row).map(|at| (row, at))) {
            let (is, class) = looks(at);
            let _ = row.set_attribute("aria-selected", is);
            row.set_class_name(class);
        }
    });
}

/// True where a press was on what this selector finds.
fn is_in(event: &MouseEvent, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(selector).is_ok_and(|found| found.is_some()))
}

/// The place of the row that was pressed.
fn pressed(event: &MouseEvent) -> Option<u32> {
    let target: Element = event.target()?.dyn_into().ok()?;
    place(&target.closest("[role=option]").ok()??)
}

/// The place of a row.
fn place(row: &Element) -> Option<u32> {
    row.get_attribute("aria-posinset")?.parse::<u32>().ok()?.checked_sub(1)
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

/// Keeps the height of the box and the size of a rem, in px. The browser tells them when it has laid out the
/// page; to ask before would make it do so twice.
fn watch(node: NodeRef<Div>, room: RwSignal<(f64, f64)>) {
    Effect::new(move |_| {
        let Some(node) = node.get() else { return };
        let resized = Closure::<dyn Fn()>::new({
            let node = node.clone();
            move || room.set((f64::from(node.client_height()), rem()))
        });
        if let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) {
            observer.observe(&node);
            let kept = StoredValue::new_local((observer, resized));
            on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
        }
    });
}

/// One rem in px, as the reader's text size makes it.
pub fn rem() -> f64 {
    document()
        .document_element()
        .and_then(|root| window().get_computed_style(&root).ok().flatten())
        .and_then(|style| style.get_property_value("font-size").ok())
        .and_then(|size| size.trim_end_matches("px").parse().ok())
        .unwrap_or(16.0)
}
