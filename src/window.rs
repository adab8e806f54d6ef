//! Lists of any length: which rows are drawn where, and the blocks of rows that the page holds.

use super::protocol::BLOCK;
use leptos::prelude::*;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// The tallest box that every browser scrolls exactly, in px. A longer list scrolls in proportion.
const TALLEST: f64 = 8_000_000.0;

/// Rows drawn above and below what is in view.
const SPARE: f64 = 8.0;

/// How many blocks are kept; about what one looks at in a minute.
const KEPT: usize = 32;

/// A list of rows of one height in a scrolling box. All lengths in px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Rows in the list.
    pub total: u32,
    /// Height of a row.
    pub row: f64,
    /// Height of the box.
    pub view: f64,
}

impl Frame {
    fn full(&self) -> f64 {
        f64::from(self.total) * self.row
    }

    /// Height of the whole list as the scroll bar sees it.
    pub fn height(&self) -> f64 {
        self.full().min(TALLEST)
    }

    /// True when one px of the scroll bar is more than one px of the list.
    pub fn squeezed(&self) -> bool {
        self.full() > TALLEST
    }

    /// How many px of the list pass for one px of the scroll bar.
    fn ratio(&self) -> f64 {
        if self.squeezed() { (self.full() - self.view) / (self.height() - self.view).max(1.0) } else { 1.0 }
    }

    /// The rows to draw (end exclusive) at this scroll position, and where the first of them stands.
    pub fn span(&self, scroll: f64) -> (u32, u32, f64) {
        let top = scroll * self.ratio();
        let first = (top / self.row - SPARE).max(0.0).floor().min(f64::from(self.total));
        let last = ((top + self.view) / self.row + SPARE).ceil().clamp(0.0, f64::from(self.total));
        (first as u32, last as u32, scroll + first * self.row - top)
    }

    /// The scroll position that moves the list by this many px.
    pub fn moved(&self, scroll: f64, by: f64) -> f64 {
        (scroll + by / self.ratio()).clamp(0.0, (self.height() - self.view).max(0.0))
    }

    /// The nearest scroll position with this row in view; `None` when it is in view already.
    pub fn reveal(&self, scroll: f64, at: u32) -> Option<f64> {
        let (top, row) = (scroll * self.ratio(), f64::from(at) * self.row);
        let by = if row < top {
            row - top
        } else if row + self.row > top + self.view {
            row + self.row - top - self.view
        } else {
            return None;
        };
        // A row far away comes to the middle, where its neighbours can be seen.
        let far = by.abs() > self.view;
        Some(self.moved(scroll, if far { row - top - (self.view - self.row) / 2.0 } else { by }))
    }
}

/// Rows that were chosen beside the one that the keys are at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Places from and to, ascending and apart.
    ranges: Vec<(u32, u32)>,
    /// Where a stretch begins that Shift makes longer or shorter.
    anchor: Option<u32>,
}

impl Chosen {
    /// True for a row that was chosen.
    pub fn has(&self, at: u32) -> bool {
        let next = self.ranges.partition_point(|&(_, to)| to < at);
        self.ranges.get(next).is_some_and(|&(from, _)| from <= at)
    }

    /// How many rows were chosen.
    pub fn count(&self) -> u32 {
        self.ranges.iter().map(|(from, to)| to - from + 1).sum()
    }

    /// The rows, as places from and to.
    pub fn ranges(&self) -> &[(u32, u32)] {
        &self.ranges
    }

    /// Takes a press on a row, where `from` is the row that the keys are at: a stretch up to it, it as well,
    /// or it alone, which is none chosen together.
    pub fn choose(&mut self, from: Option<u32>, at: u32, stretch: bool, turn: bool) {
        match (stretch, turn) {
            (true, _) => self.stretch(from.unwrap_or(at), at),
            (_, true) => {
                if let (0, Some(first)) = (self.count(), from) {
                    self.turn(first);
                }
                self.turn(at);
            }
            _ => self.clear(),
        }
    }

    /// Chooses all rows from where the stretch begins (`from`, if it begins here) to this one, and no other.
    fn stretch(&mut self, from: u32, to: u32) {
        let anchor = *self.anchor.get_or_insert(from);
        self.ranges = vec![(anchor.min(to), anchor.max(to))];
    }

    /// Chooses a row as well, or no longer.
    fn turn(&mut self, at: u32) {
        self.anchor = Some(at);
        let next = self.ranges.partition_point(|&(_, to)| to < at);
        match self.ranges.get(next).copied() {
            Some((from, to)) if from <= at => {
                let rest = [(from < at).then(|| (from, at - 1)), (at < to).then(|| (at + 1, to))];
                self.ranges.splice(next..=next, rest.into_iter().flatten());
            }
            _ => self.ranges.insert(next, (at, at)),
        }
    }

    /// Chooses none.
    pub fn clear(&mut self) {
        *self = Chosen::default();
    }
}

/// The blocks of a list that the page holds; the rest stays in the worker.
pub struct Blocks<T: Send + Sync + 'static> {
    held: RwSignal<Held<T>>,
    asked: StoredValue<HashSet<u32>>,
}

struct Held<T> {
    /// Another number for each list that this was.
    version: u32,
    blocks: BTreeMap<u32, Vec<Arc<T>>>,
}

impl<T: Send + Sync + 'static> Clone for Blocks<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Blocks<T> {}

impl<T: Send + Sync + 'static> Blocks<T> {
    /// Holds nothing.
    pub fn new() -> Self {
        Blocks {
            held: RwSignal::new(Held { version: 0, blocks: BTreeMap::new() }),
            asked: StoredValue::default(),
        }
    }

    /// Forgets everything: the list is another one now.
    pub fn clear(&self) {
        self.asked.update_value(HashSet::clear);
        self.held.update(|held| {
            held.version += 1;
            held.blocks.clear();
        });
    }

    /// Takes a block that came.
    pub fn put(&self, block: u32, items: Vec<T>) {
        self.held.update(|Held { blocks: held, .. }| {
            held.insert(block, items.into_iter().map(Arc::new).collect());
            // The blocks farthest from the newest are the least likely to be wanted.
            while held.len() > KEPT {
                let (first, last) = (held.keys().next().copied(), held.keys().next_back().copied());
                let far =
                    if block - first.unwrap_or(block) > last.unwrap_or(block) - block { first } else { last };
                if let Some(far) = far {
                    held.remove(&far);
                    self.asked.update_value(|asked| {
                        asked.remove(&far);
                    });
                }
            }
        });
    }

    /// The item at this place, and a number that changes when the list becomes another one.
    pub fn get(&self, at: u32) -> (u32, Option<Arc<T>>) {
        self.held.with(|held| {
            let block = held.blocks.get(&(at / BLOCK));
            (held.version, block.and_then(|block| block.get((at % BLOCK) as usize)).cloned())
        })
    }

    /// The blocks of these rows that were not asked for yet; they count as asked for from now on.
    pub fn lacking(&self, first: u32, last: u32) -> Vec<u32> {
        // Read the signal, so that a cleared list asks again.
        self.held.track();
        let wanted = if last > first { first / BLOCK..last.div_ceil(BLOCK) } else { 0..0 };
        let mut lacking = Vec::new();
        self.asked.update_value(|asked| lacking = wanted.filter(|&block| asked.insert(block)).collect());
        lacking
    }
}
