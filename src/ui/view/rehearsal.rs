//! The room for reading, drawn where nobody sees it before there is a log: the browser compiles what runs for
//! the first time, and the first log need not wait for that.

use super::super::protocol::Tell;
use super::super::state::{Signals, State};
use super::{bar, progress, read_room};
use leptos::prelude::*;
use leptos::tachys::view::Render;
use leptos::tachys::view::any_view::AnyViewState;
use maillens::report::export::{MessageCounts, Summary, TraceCounts};

/// A state that nothing follows, and what is drawn of it, which is in no document; dropping it ends both.
pub struct Rehearsal {
    owner: Owner,
    state: State,
    #[expect(dead_code, reason = "kept until the end")]
    drawn: AnyViewState,
}

impl Rehearsal {
    /// Draws the room around a message that is not there yet.
    pub fn begin() -> Rehearsal {
        let owner = Owner::new();
        let (state, drawn) = owner.with(|| {
            let state = Signals::new();
            let drawn = view! { {bar::bar(state)} {progress(state)} {read_room(state)} }.into_any().build();
            state.appear(
                Summary {
                    lines: 1,
                    read: 1,
                    traces: TraceCounts { message: 1, ..TraceCounts::default() },
                    messages: MessageCounts { failed: 1, ..MessageCounts::default() },
                    ..Summary::default()
                },
                Vec::new(),
            );
            (state, drawn)
        });
        Rehearsal { owner, state, drawn }
    }

    /// Takes what is told of an example.
    pub fn take(&self, tell: Tell) {
        self.owner.with(|| self.state.take(tell));
    }
}
