//! The shapes of outcomes: each is told by its outline, then by its colour, and always by a word.

use leptos::prelude::*;
use maillens::export::Outcome;

/// The name that the style sheet knows an outcome by.
pub fn name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Failed => "failed",
        Outcome::Partial => "partial",
        Outcome::Deferred => "deferred",
        Outcome::Open | Outcome::Unknown => "open",
        Outcome::Delivered => "delivered",
    }
}

/// The outline on a field of 16 by 16, to be filled by the even-odd rule.
pub fn path(outcome: Outcome) -> &'static str {
    match outcome {
        // A disc with a tick cut out.
        Outcome::Delivered => {
            "M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8ZM11.5 4.7 6.9 9.3 4.5 6.9 3.3 8.1l3.6 3.6 5.8-5.8Z"
        }
        // An octagon with a cross cut out.
        Outcome::Failed => {
            "M5 .7h6L15.3 5v6L11 15.3H5L.7 11V5ZM5.4 4.2 4.2 5.4 6.8 8l-2.6 2.6 1.2 1.2L8 9.2l2.6 2.6 1.2-1.2L9.2 8l2.6-2.6-1.2-1.2L8 6.8Z"
        }
        // A clock face with a quarter gone.
        Outcome::Deferred => {
            "M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8Zm0 1.7a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 3.8 8 8h4.2A4.2 4.2 0 0 0 8 3.8Z"
        }
        // A ring, half of it filled.
        Outcome::Partial => "M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8ZM8 2.5v11a5.5 5.5 0 0 0 0-11Z",
        // An empty ring.
        Outcome::Open | Outcome::Unknown => {
            "M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8Zm0 1.7a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z"
        }
    }
}

/// The shape of an outcome, for the eye alone: the word stands beside it.
pub fn glyph(outcome: Outcome) -> AnyView {
    view! {
        <svg class="glyph" data-outcome=name(outcome) viewBox="0 0 16 16" aria-hidden="true">
            <path d=path(outcome) fill-rule="evenodd"></path>
        </svg>
    }
    .into_any()
}
