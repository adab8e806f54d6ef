//! UTF-16: what editors of Windows save logs as. It is read as the UTF-8 that it stands for, piece by
//! piece; only a byte-order mark at the very start tells it.

/// Turns a paste into UTF-8 where it begins with the byte-order mark of UTF-16; all else passes as it is.
#[derive(Debug, Default)]
pub struct Decoder {
    order: Option<Order>,
    /// Bytes that wait for those that complete them.
    open: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// Not UTF-16.
    Plain,
    Little,
    Big,
}

impl Decoder {
    /// Takes the next bytes. `None`: they are to be read as they are.
    pub fn push(&mut self, bytes: &[u8]) -> Option<Vec<u8>> {
        if self.order == Some(Order::Plain) {
            return None;
        }
        self.open.extend_from_slice(bytes);
        if self.order.is_none() {
            self.order = match *self.open.as_slice() {
                [] | [0xff | 0xfe] => return Some(Vec::new()),
                [0xff, 0xfe, ..] => Some(Order::Little),
                [0xfe, 0xff, ..] => Some(Order::Big),
                _ => Some(Order::Plain),
            };
            if self.order == Some(Order::Plain) {
                let held = std::mem::take(&mut self.open);
                return (held.len() > bytes.len()).then_some(held);
            }
            self.open.drain(..2);
        }
        let mut ready = self.open.len() & !1;
        // The first half of a pair waits for the second.
        if ready >= 2 && (0xd800..0xdc00).contains(&self.unit(&self.open[ready - 2..ready])) {
            ready -= 2;
        }
        let units = self.open[..ready].chunks_exact(2).map(|unit| self.unit(unit));
        let text: String =
            char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        self.open.drain(..ready);
        Some(text.into_bytes())
    }

    /// What is left at the end.
    pub fn finish(&mut self) -> Vec<u8> {
        match self.order {
            None => std::mem::take(&mut self.open),
            Some(_) if self.open.is_empty() => Vec::new(),
            Some(_) => char::REPLACEMENT_CHARACTER.to_string().into_bytes(),
        }
    }

    fn unit(&self, bytes: &[u8]) -> u16 {
        let pair = [bytes[0], bytes[1]];
        if self.order == Some(Order::Big) { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
    }
}

#[cfg(test)]
mod tests {
    use super::Decoder;

    #[test]
    fn both_orders_are_read_however_they_come() {
        let text = "new msg 1\nü🦀\n";
        for little in [true, false] {
            let bytes: Vec<u8> = std::iter::once(0xfeff)
                .chain(text.encode_utf16())
                .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
                .collect();
            for size in 1..8 {
                let mut decoder = Decoder::default();
                let mut out: Vec<u8> =
                    bytes.chunks(size).filter_map(|piece| decoder.push(piece)).flatten().collect();
                out.extend(decoder.finish());
                assert_eq!(String::from_utf8_lossy(&out), text, "{size}");
            }
        }
    }

    #[test]
    fn other_text_passes_as_it_is() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.push(b"\xff"), Some(vec![]));
        assert_eq!(decoder.push(b"a"), Some(b"\xffa".to_vec()));
        assert_eq!(decoder.push(b"\xff\xfe"), None);
    }
}
