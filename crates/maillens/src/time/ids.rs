//! Times that ids hold: some mail servers build the id of a message from the time at which it came in.

/// Seconds since 1970 in a message id of Exim: its first six characters, in base 62 with digits,
/// capitals and small letters in this order.
pub fn exim(id: &[u8]) -> Option<i64> {
    // The number of a process may stand in the place of an id.
    if !id.contains(&b'-') {
        return None;
    }
    id.get(..6)?.iter().try_fold(0, |sum: i64, &letter| {
        let digit = match letter {
            b'0'..=b'9' => letter - b'0',
            b'A'..=b'Z' => letter - b'A' + 10,
            b'a'..=b'z' => letter - b'a' + 36,
            _ => return None,
        };
        Some(sum * 62 + i64::from(digit))
    })
}

#[cfg(test)]
mod tests {
    use super::exim;

    #[test]
    fn the_time_is_in_the_first_six_characters() {
        assert_eq!(exim(b"1xUqTf-00001i-0i"), Some(1_795_288_223));
        assert_eq!(exim(b"000010-00000000000-0000"), Some(62));
        assert_eq!(exim(b"1xUq"), None);
        assert_eq!(exim(b"1xUq-f-"), None);
    }
}
