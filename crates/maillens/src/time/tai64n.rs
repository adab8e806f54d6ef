//! TAI64N: the labels that multilog and tai64n write, read as daemontools' `tai64nlocal` reads them.
//!
//! A label is `@`, 16 hexadecimal digits of seconds and 8 of nanoseconds, lower case. `tai64nlocal`
//! subtracts 2^62 + 10 and ignores leap seconds in both directions. It takes upper case, too few or
//! too many digits for absurd years and crashes on them; here such a line stays text.
//! Source: daemontools 0.76, `tai64nlocal.c`.

/// 2^62 + 10: the label of 1970-01-01 00:00:00 UTC.
const EPOCH: u64 = 4_611_686_018_427_387_914;

/// Length of a label in bytes, `@` included.
pub const LENGTH: usize = 25;

/// The label that a line begins with: seconds since 1970 (UTC) and nanoseconds.
///
/// The nanoseconds are as in the label: a malformed one can hold up to 4294967295.
pub fn label(line: &[u8]) -> Option<(i64, u32)> {
    let (label, rest) = line.split_first_chunk::<LENGTH>()?;
    if label[0] != b'@' || rest.first().is_some_and(|&next| matches!(next, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    let (eights, _) = label[1..].as_chunks::<8>();
    let [high, low, nanos] = eights else { return None };
    let seconds = u64::from(eight(*high)?) << 32 | u64::from(eight(*low)?);
    Some((seconds.wrapping_sub(EPOCH).cast_signed(), eight(*nanos)?))
}

/// The value of eight lower-case hexadecimal digits. All are read at once, a byte of the word each: every
/// line of a multilog log has three of these.
fn eight(digits: [u8; 8]) -> Option<u32> {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let word = u64::from_be_bytes(digits);
    // The top bit of a byte is free in ASCII, so no sum goes over into the next byte.
    let least = |byte: u8| (word & (EACH * 0x7f)).wrapping_add(EACH * u64::from(0x80 - byte));
    let letter = (least(b'a') & !least(b'f' + 1)) & (EACH * 0x80);
    let number = (least(b'0') & !least(b'9' + 1)) & (EACH * 0x80);
    if (letter | number) & !word != EACH * 0x80 {
        return None;
    }
    let mut value = (word & (EACH * 0xf)) + (letter >> 7) * 9;
    value = (value | value >> 4) & 0x00ff_00ff_00ff_00ff;
    value = (value | value >> 8) & 0x0000_ffff_0000_ffff;
    Some((value | value >> 16) as u32)
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn labels_are_read_as_tai64nlocal_reads_them() {
        for (line, want) in [
            ("@4000000064c12d0636a8f9c4 normal", Some((1_690_381_564, 917_043_652))),
            ("@4000000064c12d0636a8f9c4", Some((1_690_381_564, 917_043_652))),
            ("@4000000064c12d0636a8f9c4no space", Some((1_690_381_564, 917_043_652))),
            ("@400000000000000a00000000", Some((0, 0))),
            ("@400000000000000000000000", Some((-10, 0))),
            ("@3fffffffffffffff00000000", Some((-11, 0))),
            ("@4000000064c12d06ffffffff nanoseconds too big", Some((1_690_381_564, 4_294_967_295))),
            // The real program crashes on these and loses its output; a label that cannot be is text.
            ("@4000000064C12D0636A8F9C4 upper case", None),
            ("@4000000064c12d06 TAI64", None),
            ("@4000000064c12d0636a8f9c4ab too long", None),
            ("@", None),
            ("@zz", None),
            (" @4000000064c12d0636a8f9c4 not first", None),
            ("", None),
        ] {
            assert_eq!(label(line.as_bytes()), want, "{line}");
        }
    }

    #[test]
    fn a_digit_is_one_of_sixteen_bytes_wherever_it_stands() {
        for at in 0..8 {
            for byte in 0..=u8::MAX {
                let mut digits = *b"09af5be1";
                digits[at] = byte;
                let digit = char::from(byte).to_digit(16).filter(|_| !byte.is_ascii_uppercase());
                let want = digit.map(|digit| {
                    let shift = 28 - 4 * at;
                    0x09af_5be1 & !(0xf << shift) | digit << shift
                });
                assert_eq!(super::eight(digits), want, "{byte} at {at}");
            }
        }
    }
}
