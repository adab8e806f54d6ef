//! Sorting of short lists. The standard library's sort is compiled once more for each type and each key, some five
//! kilobytes of the page each time; this one is compiled once, for the places of a list. What has as many entries as a log
//! has lines is sorted by the standard library.

use std::cmp::Ordering;

/// Sorts from the least up; what is equal keeps its order.
pub(crate) fn up<T: Ord>(list: &mut [T]) {
    by(list, T::cmp);
}

/// Sorts by a key; what is equal keeps its order.
pub(crate) fn by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    by(list, |one, other| key(one).cmp(&key(other)));
}

/// Sorts as `compare` says; what is equal keeps its order.
pub(crate) fn by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order = places(list.len(), &|one, other| compare(&list[one], &list[other]));
    // Each round moves all that change places with each other.
    for start in 0..list.len() {
        let mut at = start;
        while order[at] != start {
            let next = std::mem::replace(&mut order[at], at);
            list.swap(at, next);
            at = next;
        }
        order[at] = at;
    }
}

/// For each place of the sorted list, where what belongs there stands now.
fn places(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(mut list in prop::collection::vec((0_u8..9, any::<u8>()), 0..60)) {
            let mut expected = list.clone();
            expected.sort_by_key(|pair| pair.0);
            super::by_key(&mut list, |pair| pair.0);
            prop_assert_eq!(list, expected);
        }
    }
}
