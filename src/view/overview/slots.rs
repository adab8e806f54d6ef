//! qmail's delivery slots in use over time, under the line of those that there are.

use super::super::super::state::State;
use super::super::{story, words};
use leptos::prelude::*;
use maillens::Overview;
use maillens::overview::{Bucket, Slots};
use std::fmt::Write;

/// True where every slot was in use at some time: mail had to wait for one.
pub fn is_full(slots: &Slots) -> bool {
    let full = |used: u32, limit: u32| limit > 0 && used >= limit;
    full(slots.local, slots.local_limit) || full(slots.remote, slots.remote_limit)
}

/// The section in words.
pub fn says(slots: &Slots) -> String {
    let most = format!(
        "At most {} of {} to other servers and {} of {} on this server were in use at once.",
        words::number(slots.remote),
        words::number(slots.remote_limit),
        words::number(slots.local),
        words::number(slots.local_limit),
    );
    if is_full(slots) {
        format!(
            "{most} When all are in use, mail waits for a free one (concurrencyremote, concurrencylocal)."
        )
    } else {
        most
    }
}

/// Both lines, each against its own limit.
pub fn picture(state: State, of: &Overview, slots: &Slots) -> AnyView {
    let lane = |name: &'static str, limit: u32, used: fn(&Bucket) -> Option<u32>, most: u32| {
        let scale = f64::from(limit.max(most).max(1));
        let count = of.buckets.len().max(1);
        let mut path = String::new();
        for (i, bucket) in of.buckets.iter().enumerate() {
            let Some(used) = used(bucket).filter(|used| *used > 0) else { continue };
            let top = 40.0 - 36.0 * f64::from(used) / scale;
            let _ = write!(path, "M{i} 40V{top:.2}h1V40z");
        }
        let tone = if limit > 0 && most >= limit { "deferred" } else { "open" };
        view! {
            <div class="slots-lane" data-outcome=tone>
                <span class="slots-name">{name}</span>
                <svg viewBox=format!("0 0 {count} 40") preserveAspectRatio="none" aria-hidden="true">
                    <path class="slots-used" d=path></path>
                    <line class="slots-limit" x1="0" x2=count y1="4" y2="4"></line>
                </svg>
                <span class="slots-most">{format!("{} / {}", words::number(most), words::number(limit))}</span>
            </div>
        }
    };
    let ends = [of.buckets.first(), of.buckets.last()].map(|bucket| bucket.map(|of| words::short(&of.shown)));
    let [from, to] = ends;
    view! {
        <figure class="slots">
            {lane("to others", slots.remote_limit, |of| of.remote, slots.remote)}
            {lane("here", slots.local_limit, |of| of.local, slots.local)}
            <figcaption class="ends"><span>{from}</span><span>"dashed: all slots"</span><span>{to}</span></figcaption>
        </figure>
        <p class="bar-note">"Most to other servers at once"<span class="cites">{story::cite(state, slots.line, words::number(slots.line))}</span></p>
    }
    .into_any()
}
