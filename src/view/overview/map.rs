//! The paste as a strip, from its first line to its last: where the problems are and what was not read.

use super::super::super::state::State;
use super::super::CollectAny;
use super::super::words;
use leptos::prelude::*;
use maillens::Overview;
use maillens::export::Level;
use maillens::overview::Stretch;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, MouseEvent};

/// A log of fewer lines is seen at once.
pub const FEW: u32 = 40;

/// The section of the overview.
pub fn section(state: State, of: &Overview) -> Option<AnyView> {
    let lines: u32 = of.map.iter().map(|stretch| stretch.lines).sum();
    if lines < FEW {
        return None;
    }
    Some(
        view! {
            <section class="panel wide map-panel">
                <h2>"Where in the log"</h2>
                {minimap(state)}
                <p class="ends"><span>"line 1"</span><span>{format!("line {}", words::number(lines))}</span></p>
            </section>
        }
        .into_any(),
    )
}

/// How a stretch looks, and how much it stands out: by the share of its lines that tell of a problem, where the
/// first few count most.
fn weight(stretch: &Stretch) -> (&'static str, f64) {
    const STEEP: f64 = 50.0;
    let share = f64::from(stretch.problems) / f64::from(stretch.lines.max(1));
    let height = 0.15 + 0.85 * (STEEP * share).ln_1p() / STEEP.ln_1p();
    let outcome = match stretch.level {
        Level::Permanent | Level::Alert => "failed",
        Level::Temporary | Level::Warning => "deferred",
        Level::Success => "delivered",
        Level::Info => "open",
    };
    (outcome, height)
}

fn is_problem(stretch: &Stretch) -> bool {
    stretch.level > Level::Success || stretch.unread > 0
}

/// What a stretch holds, in words.
fn told(stretch: &Stretch) -> String {
    let last = stretch.from + stretch.lines.saturating_sub(1);
    let at = format!("at line {}", words::number(stretch.worst));
    let worst = match stretch.level {
        Level::Permanent => format!("a failure {at}"),
        Level::Alert => format!("an alert {at}"),
        Level::Temporary => format!("something deferred {at}"),
        Level::Warning => format!("a warning {at}"),
        Level::Info | Level::Success => "no problem".into(),
    };
    let unread = match stretch.unread {
        0 => String::new(),
        n => format!(", {} not read", words::count(n, "line")),
    };
    format!("lines {} to {}: {worst}{unread}", words::number(stretch.from), words::number(last))
}

/// The strip: a press shows the line, arrow keys go from problem to problem and Enter shows it.
pub fn minimap(state: State) -> AnyView {
    let at = RwSignal::new(0_usize);
    (move || state.overview.get().filter(|of| !of.map.is_empty()).map(|of| strip(state, of, at))).into_any()
}

fn strip(state: State, of: Arc<Overview>, at: RwSignal<usize>) -> AnyView {
    let count = of.map.len();
    let bars = of.map.iter().enumerate().map(|(i, stretch)| {
        let (outcome, height) = weight(stretch);
        let unread = f64::from(stretch.unread) / f64::from(stretch.lines.max(1));
        let unread = (unread > 0.0).then(|| {
            view! { <rect class="map-unread" x=i y="0" width="1" height=format!("{:.2}", (4.0 * unread).max(0.8))></rect> }
        });
        view! {
            <rect data-outcome=outcome class="map-bar" x=i y=format!("{:.1}", 24.0 - 19.0 * height) width="1" height=format!("{:.1}", 19.0 * height)></rect>
            {unread}
        }
    });
    let bars = bars.collect_any();
    let map = StoredValue::new(of);
    let told_of = move |i: usize| map.with_value(|of| of.map.get(i).map(told).unwrap_or_default());
    let show = move |i: usize| {
        if let Some(line) = map.with_value(|of| of.map.get(i).map(|stretch| stretch.worst)) {
            state.show_line(line);
        }
    };
    let under = move |event: &MouseEvent| {
        let element: HtmlElement = event.current_target()?.dyn_into().ok()?;
        let place = f64::from(event.offset_x()) / f64::from(element.client_width().max(1));
        Some(((place * count as f64).max(0.0) as usize).min(count - 1))
    };
    let pressed = move |event: MouseEvent| {
        if let Some(i) = under(&event) {
            show(i);
        }
    };
    let keys = move |event: KeyboardEvent| {
        let now = at.get_untracked().min(count - 1);
        let problem = |i: &usize| map.with_value(|of| is_problem(&of.map[*i]));
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => (now + 1..count).find(problem),
            "ArrowLeft" | "ArrowUp" => (0..now).rev().find(problem),
            "Home" => Some(0),
            "End" => Some(count - 1),
            "Enter" | " " => {
                show(now);
                None
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(to) = to {
            at.set(to);
        }
    };
    let pointed = move |event: web_sys::PointerEvent| {
        if let Some(i) = under(&event) {
            at.set(i);
        }
    };
    let mark = move || format!("{:.3}%", 100.0 * (at.get() as f64 + 0.5) / count as f64);
    view! {
        <div
            class="map" role="slider" tabindex="0" aria-label="Problems in the log; Enter shows the line"
            aria-valuemin="0" aria-valuemax=count - 1 aria-valuenow=move || at.get() aria-valuetext=move || told_of(at.get())
            on:click=pressed on:keydown=keys on:pointermove=pointed
        >
            <svg viewBox=format!("0 0 {count} 24") preserveAspectRatio="none" aria-hidden="true">{bars}</svg>
            <span class="map-mark" style:left=mark></span>
        </div>
        <p class="map-says" aria-hidden="true">{move || told_of(at.get())}</p>
    }
    .into_any()
}
