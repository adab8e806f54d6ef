//! The room for reading, drawn where nobody sees it before there is a log: the browser compiles what runs for
//! the first time, and the first log need not wait for that.

use super::super::protocol::Tell;
use super::super::state::{Signals, State};
use super::{bar, progress, read_room};
use leptos::prelude::*;
use leptos::tachys::view::Render;
use leptos::tachys::view::any_view::AnyViewState;
use maillens::export::{Summary, TraceCounts};
use std::collections::VecDeque;

/// The parts of the room, each drawn in a turn of its own: the page stays free for whoever uses it.
pub const PARTS: [fn(State) -> AnyView; 3] = [bar::bar, progress, read_room];

/// What is done in one turn.
pub enum Step {
    /// Draws a part of the room.
    Draw(fn(State) -> AnyView),
    /// Takes what is told of an example.
    Take(Tell),
}

/// What is still to be done, in its order: timers alone keep none, as a browser that is loading holds them back.
#[derive(Default)]
pub struct Rehearsal {
    pub waiting: VecDeque<Step>,
    room: Option<Room>,
}

/// A state that nothing follows, and what is drawn of it, which is in no document; dropping it ends both.
struct Room {
    owner: Owner,
    state: State,
    drawn: Vec<AnyViewState>,
}

impl Rehearsal {
    /// Does a step in a room in which a message is not there yet.
    pub fn perform(&mut self, step: Step) {
        let Room { owner, state, drawn } = self.room.get_or_insert_with(Room::open);
        owner.with(|| match step {
            Step::Draw(part) => drawn.push(part(state).build()),
            Step::Take(tell) => state.take(tell),
        });
    }
}

impl Room {
    fn open() -> Room {
        let owner = Owner::new();
        let state = owner.with(Signals::new);
        let summary = Summary {
            lines: 1,
            read: 1,
            traces: TraceCounts { message: 1, ..TraceCounts::default() },
            failed: 1,
            ..Summary::default()
        };
        owner.with(|| state.appear(summary, Vec::new(), Vec::new()));
        Room { owner, state, drawn: Vec::new() }
    }
}
