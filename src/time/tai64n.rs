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
    let label = line.get(..LENGTH)?;
    if label[0] != b'@' || line.get(LENGTH).is_some_and(|&next| digit(next) < 16) {
        return None;
    }
    let mut value = [0_u64; 2];
    for (half, digits) in value.iter_mut().zip([&label[1..17], &label[17..]]) {
        let mut bad = 0;
        for &byte in digits {
            let digit = digit(byte);
            bad |= digit;
            *half = *half << 4 | u64::from(digit & 15);
        }
        if bad > 15 {
            return None;
        }
    }
    Some((value[0].wrapping_sub(EPOCH).cast_signed(), value[1] as u32))
}

/// The value of a lower-case hexadecimal digit; 255 for any other byte.
fn digit(byte: u8) -> u8 {
    const DIGITS: [u8; 256] = {
        let mut digits = [255; 256];
        let mut i = 0;
        while i < 16 {
            digits[b"0123456789abcdef"[i] as usize] = i as u8;
            i += 1;
        }
        digits
    };
    DIGITS[byte as usize]
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
}
