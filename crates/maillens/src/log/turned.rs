//! A log whose newest lines come first, the other way round: traces are followed from the first line to the last.

use crate::text::Text;
use crate::time::{Instant, NEVER};

/// The bytes of such a log with its oldest lines first, and the number, from 1, that each line of these had; `None` for any
/// other. What stands before its first time, and behind its last one, stays there; a line without a time stays behind the
/// one that it was pasted behind.
pub(super) fn turned(text: &Text, times: &[Instant]) -> Option<(Vec<u8>, Vec<u32>)> {
    let (mut later, mut earlier, mut stamped, mut last) = (0_usize, 0_usize, 0_usize, NEVER);
    for &at in times.iter().filter(|at| **at != NEVER) {
        later += usize::from(last != NEVER && at > last);
        earlier += usize::from(last != NEVER && at < last);
        stamped += 1;
        last = at;
    }
    let first = times.iter().position(|at| *at != NEVER)?;
    let end = times.iter().rposition(|at| *at != NEVER)? + 1;
    if earlier < 3 || earlier <= later * 9 || stamped * 2 < end - first {
        return None;
    }
    // A pasted line may hold several records: the first names its place.
    let begins = |index: usize| text.number(index as u32) != text.number(index as u32 - 1);
    let mut starts: Vec<usize> = vec![first];
    starts.extend((first + 1..end).filter(|&index| times[index] != NEVER && begins(index)));
    starts.push(end);
    let blocks = starts.windows(2).rev().map(|block| (block[0], block[1]));
    let all = [(0, first)].into_iter().chain(blocks).chain([(end, times.len())]);
    let (mut bytes, mut order) = (Vec::with_capacity(text.bytes().len() + 1), Vec::new());
    for index in all.flat_map(|(start, end)| start..end) {
        let index = index as u32;
        let line = text.whole_line(index);
        if order.last() != Some(&text.number(index)) {
            order.push(text.number(index));
        }
        bytes.extend_from_slice(line);
        let goes_on = index + 1 < text.lines() && text.number(index + 1) == text.number(index);
        if !goes_on && !line.ends_with(b"\n") {
            bytes.push(b'\n');
        }
    }
    Some((bytes, order))
}
