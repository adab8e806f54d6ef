//! Dovecot's session ids hold the time, the port and the address of the client.
//!
//! Base64 without padding of 48 bits of microseconds since 1970, the client's port in 16 bits and its
//! address in 4 or 16 bytes; numbers are little endian, the address is in network order. Source: Dovecot
//! `login-common/client-common.c`, `client_get_session_id`. The ids of LMTP and LDA are random and have
//! another length.

use std::net::IpAddr;

/// What the id of a session holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionId {
    /// The address of the client.
    pub ip: IpAddr,
    /// The port of the client.
    pub port: u16,
    /// When the connection began: microseconds since 1970, without all that is over 48 bits. It comes
    /// round every 8.9 years.
    pub micros: u64,
}

/// Takes an id apart; `None` when it is not one of a log-in session.
pub fn decode(id: &[u8]) -> Option<SessionId> {
    // Nothing but hexadecimal digits is a number: OpenSMTPD's sessions have such ids.
    if !matches!(id.len(), 16 | 32) || id.iter().all(|letter| matches!(letter, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    let mut bytes = [0_u8; 24];
    for (group, out) in id.chunks_exact(4).zip(bytes.chunks_exact_mut(3)) {
        let mut bits = 0_u32;
        for &letter in group {
            bits = bits << 6 | u32::from(value(letter)?);
        }
        out.copy_from_slice(&bits.to_be_bytes()[1..]);
    }
    let micros = bytes[..6].iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
    let port = u16::from_le_bytes([bytes[6], bytes[7]]);
    let ip = if id.len() == 16 {
        IpAddr::from([bytes[8], bytes[9], bytes[10], bytes[11]])
    } else {
        let mut v6 = [0_u8; 16];
        v6.copy_from_slice(&bytes[8..24]);
        IpAddr::from(v6)
    };
    Some(SessionId { ip, port, micros })
}

impl SessionId {
    /// The id that holds this.
    pub fn encode(&self) -> String {
        let mut bytes = self.micros.to_le_bytes()[..6].to_vec();
        bytes.extend(self.port.to_le_bytes());
        match self.ip {
            IpAddr::V4(ip) => bytes.extend(ip.octets()),
            IpAddr::V6(ip) => bytes.extend(ip.octets()),
        }
        let letter = |bits: u32| char::from(LETTERS[bits as usize & 63]);
        bytes
            .chunks_exact(3)
            .map(|three| u32::from_be_bytes([0, three[0], three[1], three[2]]))
            .flat_map(|bits| [bits >> 18, bits >> 12, bits >> 6, bits].map(letter))
            .collect()
    }
}

/// The letters of Base64.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The six bits of a letter of Base64.
fn value(letter: u8) -> Option<u8> {
    Some(match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn the_address_and_the_port_come_out_of_the_id() {
        for (id, want) in [
            ("3lrsCs5gMJvLAHGC", Some(("203.0.113.130", 39_728))),
            ("VMTqCs5gfuQgAQ24AAQAAAAAAAAAAAAR", Some(("2001:db8:4::11", 58_494))),
            ("9QtYOHLrAWtSRwAALRQ3+A", None),
            ("3lrsCs5gMJvLAHG!", None),
            ("", None),
        ] {
            let got = decode(id.as_bytes()).map(|id| (id.ip.to_string(), id.port));
            assert_eq!(got, want.map(|(ip, port)| (ip.to_owned(), port)), "{id}");
            if let Some(decoded) = decode(id.as_bytes()) {
                assert_eq!(decoded.encode(), id);
            }
        }
    }
}
