//! The room for reading, drawn where nobody sees it before there is a log: the browser compiles what runs for
//! the first time, and the first log need not wait for that.

use super::super::protocol::Tell;
use super::super::state::{Signals, State};
use super::{bar, progress, read_room};
use leptos::prelude::*;
use leptos::tachys::view::Render;
use leptos::tachys::view::any_view::AnyViewState;
use maillens::report::export::{Summary, TraceCounts};

/// The parts of the room, each drawn in a turn of its own: the page stays free for whoever uses it.
pub const PARTS: [fn(State) -> AnyView; 3] = [bar::bar, progress, read_room];

/// A state that nothing follows, and what is drawn of it, which is in no document; dropping it ends both.
pub struct Rehearsal {
    owner: Owner,
    state: State,
    drawn: Vec<AnyViewState>,
}

impl Rehearsal {
    /// A message that is not there yet.
    pub fn begin() -> Rehearsal {
        let owner = Owner::new();
        let state = owner.with(Signals::new);
        let summary = Summary {
            lines: 1,
            read: 1,
            traces: TraceCounts { message: 1, ..TraceCounts::default() },
            failed: 1,
            ..Summary::default()
        };
        owner.with(|| state.appear(summary, Vec::new()));
        Rehearsal { owner, state, drawn: Vec::new() }
    }

    /// Draws a part of the room.
    pub fn draw(&mut self, part: fn(State) -> AnyView) {
        self.drawn.push(self.owner.with(|| part(self.state).build()));
    }

    /// Takes what is told of an example.
    pub fn take(&self, tell: Tell) {
        self.owner.with(|| self.state.take(tell));
    }
}
