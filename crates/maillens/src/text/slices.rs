//! Work on slices of a text, by several threads at once.

use std::ops::Range;
use std::thread;

/// What is smaller than this many units, lines or kilobytes, is not worth a thread.
const LEAST: usize = 256;

/// Lets this many threads do the work on slices of a range, this thread among them. The results are in order; a slice
/// that no thread could be had for is done here. With one thread, as in WebAssembly, the range is one slice.
pub fn slices<T: Send>(
    threads: usize,
    range: Range<usize>,
    work: impl Fn(Range<usize>) -> T + Sync,
) -> Vec<T> {
    let each = range.len().div_ceil(threads.max(1)).max(LEAST);
    let mut parts = range.clone().step_by(each).map(|start| start..range.end.min(start + each));
    let Some(first) = parts.next() else { return Vec::new() };
    if first.end == range.end {
        return vec![work(first)];
    }
    let work = &work;
    thread::scope(|scope| {
        let others: Vec<_> = parts
            .map(|part| {
                let own = part.clone();
                (part, thread::Builder::new().spawn_scoped(scope, move || work(own)).ok())
            })
            .collect();
        let mut done = vec![work(first)];
        done.extend(others.into_iter().map(|(part, thread)| {
            thread.and_then(|thread| thread.join().ok()).unwrap_or_else(|| work(part))
        }));
        done
    })
}

/// Lets another thread do some work beside this one's own; where none can be had, one is done after the other.
pub fn beside<T: Send>(work: impl Fn() -> T + Sync, own: impl FnOnce()) -> T {
    let work = &work;
    thread::scope(|scope| {
        let other = thread::Builder::new().spawn_scoped(scope, work).ok();
        own();
        other.and_then(|other| other.join().ok()).unwrap_or_else(work)
    })
}

#[cfg(test)]
mod tests {
    use super::{LEAST, slices};

    #[test]
    fn every_unit_is_in_one_slice_and_they_are_in_order() {
        for (threads, units) in [(1, 5), (0, 5), (2, 3 * LEAST), (3, 10 * LEAST + 1), (64, 2 * LEAST)] {
            let done = slices(threads, 7..7 + units, Iterator::collect::<Vec<_>>);
            assert!(done.len() <= threads.max(1), "{threads} threads, {} slices", done.len());
            assert_eq!(done.concat(), (7..7 + units).collect::<Vec<_>>());
        }
        assert!(slices(2, 7..7, |part| part).is_empty());
    }
}
