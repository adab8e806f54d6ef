//! Traces that one value leads to while they live, in the order in which they began.

use rustc_hash::FxHashSet;

/// A trace may end anywhere among the others. It leaves the order only when it stands last there, so that
/// an end costs the same however many live: the last in the order always lives.
#[derive(Debug, Default)]
pub(super) struct Living {
    order: Vec<u32>,
    living: FxHashSet<u32>,
}

impl Living {
    pub(super) fn push(&mut self, trace: u32) {
        self.order.push(trace);
        self.living.insert(trace);
    }

    pub(super) fn remove(&mut self, trace: u32) {
        self.living.remove(&trace);
        while self.order.last().is_some_and(|last| !self.living.contains(last)) {
            self.order.pop();
        }
    }

    pub(super) fn last(&self) -> Option<u32> {
        self.order.last().copied()
    }

    /// The one that lives, where no other does.
    pub(super) fn only(&self) -> Option<u32> {
        self.last().filter(|_| self.living.len() == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Living;

    #[test]
    fn the_last_and_the_only_are_among_the_living() {
        let mut living = Living::default();
        for trace in 1..=4 {
            living.push(trace);
        }
        assert_eq!((living.last(), living.only()), (Some(4), None));
        living.remove(2);
        living.remove(9);
        living.remove(4);
        assert_eq!((living.last(), living.only()), (Some(3), None));
        living.remove(3);
        assert_eq!((living.last(), living.only()), (Some(1), Some(1)), "the second has ended before");
        living.remove(1);
        assert_eq!((living.last(), living.only()), (None, None));
    }
}
