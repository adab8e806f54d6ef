//! Places in logs where what belongs to people stands, filled with names that no list can know.
//!
//! `people.txt` has a place a line: `{First}`, `{Last}`, `{Other}`, `{user}`, `{Subject}`, `{word}` (an organization),
//! `{domain}`, `{other}` and `{host}` are names, `{WORD}` and `{OTHER}` those in capitals, `{ip}`, `{ip2}` and `{v6}`
//! addresses, `{dash}` and `{rev}` other spellings of the first, `{cut}` the beginning of one; `{card}` and `{mac}` are
//! those of network cards, `{session}` and `{session2}` ids of Dovecot
//! that hold the first address and begin and end with what is no letter, `{nibbles}` the digits of `{v6}` backwards,
//! `{tenant}` and `{account}` numbers that big providers give their customers.

use maillens::syntax::session_id::SessionId;
use std::net::{Ipv4Addr, Ipv6Addr};

pub const PLACES: &str = include_str!("people.txt");

/// The places with what is filled in for a seed, and all that was filled in.
pub fn places(seed: u64) -> impl Iterator<Item = (String, Vec<String>)> {
    let values = values(seed);
    PLACES.lines().map(move |place| {
        let mut text = place.replace("\\n", "\n");
        let mut planted = Vec::new();
        for (name, value) in &values {
            let slot = format!("{{{name}}}");
            if text.contains(&slot) {
                text = text.replace(&slot, value);
                planted.push(value.to_lowercase());
            }
        }
        (text, planted)
    })
}

fn values(seed: u64) -> Vec<(&'static str, String)> {
    let mut state = seed;
    // SplitMix64: every seed gives another row of numbers.
    let mut next = move |below: u64| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ mixed >> 31) % below
    };
    let mut name = || {
        let mut name: String = (0..3)
            .flat_map(|_| [b"bdfgklmnprstvz"[next(14) as usize], b"aeiou"[next(5) as usize]])
            .map(char::from)
            .collect();
        name.push(char::from(b"kxz"[next(3) as usize]));
        name
    };
    let capital = |name: String| name[..1].to_uppercase() + &name[1..];
    let mut values: Vec<(&str, String)> =
        ["user", "domain", "other", "host", "word"].into_iter().map(|slot| (slot, name())).collect();
    values.extend(["First", "Last", "Other", "Subject"].into_iter().map(|slot| (slot, capital(name()))));
    let word = values[4].1.clone();
    values.extend([("WORD", word.to_uppercase()), ("Word", capital(word))]);
    let other = values
        .iter()
        .find(|(slot, _)| *slot == "Other")
        .map_or(String::new(), |(_, name)| name.to_uppercase());
    values.push(("OTHER", other));
    let octets: Vec<u64> = (0..8).map(|_| 130 + next(60)).collect();
    let joined =
        |octets: &[u64], mark: &str| octets.iter().map(u64::to_string).collect::<Vec<_>>().join(mark);
    let reversed: Vec<u64> = octets[..4].iter().rev().copied().collect();
    values.extend([
        ("ip", joined(&octets[..4], ".")),
        ("ip2", joined(&octets[4..], ".")),
        ("dash", joined(&octets[..4], "-")),
        ("rev", joined(&reversed, ".")),
        ("cut", format!("2a0a:{:x}:17:8a00:{:x}", 0x1000 + next(0xe000), 0x1000 + next(0xe000))),
        ("card", format!("52-54-00-6b-{:02x}-f2", next(256))),
        ("mac", format!("52:54:00:6b:{:02x}:f3", next(256))),
        ("tenant", format!("{:08x}-55ab-4c1e-9d3f-0e6a7b1c2d3e", 0xa000_0000_u64 + next(0x5000_0000))),
        ("account", format!("4819{:08}", next(100_000_000))),
    ]);
    let ip: Ipv4Addr =
        values.iter().find(|(slot, _)| *slot == "ip").expect("an address").1.parse().expect("four octets");
    let mut session = |first: u64, ip: Ipv4Addr| {
        let micros = next(1 << 40) << 8 | first;
        SessionId { ip: ip.into(), port: next(60_000) as u16 + 1024, micros }.encode()
    };
    values.extend([("session", session(0xf9, ip)), ("session2", session(0xfd, ip))]);
    let v6: Ipv6Addr =
        [0x2a0a, 0x1000 + next(0xe000) as u16, 0, 0x17, 0, 0, 0, 0x100 + next(0x800) as u16].into();
    let nibbles = (0..32).map(|at| format!("{:x}", u128::from(v6) >> (4 * at) & 15)).collect::<Vec<_>>();
    values.extend([("v6", v6.to_string()), ("nibbles", nibbles.join("."))]);
    values
}
