//! Placeholders: equal for equal values, of the same kind, and never a value of the log.

use super::{Kind, words};
use crate::explain::{list_of, situation};
use crate::knowledge::fault::is_dynamic;
use crate::syntax::session_id::{self, SessionId};
use rustc_hash::{FxHashMap, FxHashSet};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Makes placeholders, one after the other.
pub(super) struct Maker<'a> {
    kinds: &'a [Kind],
    /// The values of the log: a placeholder that is one of them would stand for two.
    taken: FxHashSet<&'a str>,
    numbers: FxHashMap<Kind, usize>,
    persons: FxHashMap<String, String>,
    hosts: FxHashMap<String, String>,
    ips: FxHashMap<IpAddr, IpAddr>,
}

impl<'a> Maker<'a> {
    pub fn new(kinds: &'a [Kind], values: impl Iterator<Item = &'a str>) -> Maker<'a> {
        Maker {
            kinds,
            taken: values
                .flat_map(|value| [Some(value), value.rsplit_once('@').map(|(_, domain)| domain)])
                .flatten()
                .collect(),
            numbers: FxHashMap::default(),
            persons: FxHashMap::default(),
            hosts: FxHashMap::default(),
            ips: FxHashMap::default(),
        }
    }

    /// The placeholder of a value; nothing for what is kept.
    pub fn make(&mut self, kind: Kind, value: &str) -> Option<String> {
        let lower = value.to_lowercase();
        let value = if kind == Kind::Ip { value } else { lower.as_str() };
        Some(match kind {
            Kind::Host => self.host(value)?,
            Kind::Ip => self.numeric(value)?,
            Kind::Name => self.person(value),
            Kind::Address => {
                let (local, domain) = value.rsplit_once('@')?;
                let host = self.kinds.contains(&Kind::Host).then(|| self.host(domain)).flatten();
                // Whose mail the server's own programs write says nothing of anybody, and decides what is told.
                let program = situation::PROGRAMS.contains(&local);
                let host = host.as_deref().unwrap_or(domain);
                // qmail puts the domain before the name: `shop.example-jane@shop.example` is Jane's, too.
                let own = local.strip_prefix(domain).and_then(|rest| rest.strip_prefix('-'));
                let person = match own.filter(|own| !own.is_empty()) {
                    _ if program => local.to_owned(),
                    Some(own) => format!("{host}-{}", self.person(own)),
                    // That a list sent it decides what is told.
                    None if let Some([before, list, behind]) = list_of(local) => {
                        format!("{before}{}{behind}", self.person(list))
                    }
                    None => self.person(local.trim_matches('"')),
                };
                format!("{person}@{host}")
            }
            Kind::Subject => self.free(kind, |n| format!("Subject {n}")),
            Kind::MessageId => self.free(kind, |n| format!("id{n}@message.example.com")),
            Kind::Mailbox => self.free(kind, |n| format!("folder{n}")),
        })
    }

    /// The next that is no value of the log, and has no part that is one.
    fn free(&mut self, kind: Kind, make: impl Fn(usize) -> String) -> String {
        let number = self.numbers.entry(kind).or_default();
        loop {
            *number += 1;
            let text = make(*number);
            let lower = text.to_lowercase();
            let mut ends = lower.match_indices(['.', '@']).map(|(at, _)| at).chain([lower.len()]).peekable();
            let label = &lower[..*ends.peek().unwrap_or(&0)];
            let numbered = label.ends_with(&number.to_string());
            if !ends.any(|end| (numbered || end == lower.len()) && self.taken.contains(&lower[..end])) {
                return text;
            }
        }
    }

    /// One person, however the name is written.
    fn person(&mut self, name: &str) -> String {
        let key: String =
            name.chars().map(|sign| if "._-,\u{a0}".contains(sign) { ' ' } else { sign }).collect();
        if let Some(known) = self.persons.get(&key) {
            return known.clone();
        }
        let made = self.free(Kind::Name, |n| format!("person{n}"));
        self.persons.insert(key, made.clone());
        made
    }

    /// A host below the placeholder of its domain; nothing for what says nothing about a customer.
    fn host(&mut self, name: &str) -> Option<String> {
        if let Some(known) = self.hosts.get(name) {
            return Some(known.clone());
        }
        if words::is_kept(name) {
            return None;
        }
        let made = if let Some((reversed, rest)) = reversed(name) {
            let ip = self.ip(reversed)?;
            let rest_made = self.host(rest);
            format!("{}.{}", backwards(ip), rest_made.as_deref().unwrap_or(rest))
        } else if let Some(service) = words::service_of(name) {
            let own = name[..name.len() - service.len()].trim_end_matches('.');
            let kept = own
                .rsplit('.')
                .take_while(|label| words::is_label(label))
                .map(|label| label.len() + 1)
                .sum::<usize>();
            if kept >= own.len() {
                return None;
            }
            let label = self.free(Kind::Host, |n| format!("host{n}"));
            let rest = &name[own.len().saturating_sub(kept)..];
            format!("{label}.{}", rest.trim_start_matches('.'))
        } else if !name.contains('.') {
            self.free(Kind::Host, |n| format!("host{n}"))
        } else {
            let domain = registered(name);
            if domain == name {
                let label = name.split('.').next().unwrap_or_default().to_owned();
                let known = self.hosts.get(&label).cloned();
                let made = self.below(known, "", "example.com");
                let first = made.split('.').next().unwrap_or_default().to_owned();
                self.hosts.entry(label).or_insert(first);
                made
            } else if name.strip_suffix(domain).and_then(|own| own.strip_suffix('.')) == Some(domain) {
                // A domain that stands there twice, as a DNS panel appends it, does so afterwards.
                let domain = self.host(domain).unwrap_or_else(|| domain.to_owned());
                format!("{domain}.{domain}")
            } else {
                // What stands under another name of the log does so afterwards.
                let mut above = name.match_indices('.').map(|(at, _)| &name[at + 1..]);
                let above = above.find(|above| above.len() > domain.len() && self.taken.contains(above));
                let domain = above.unwrap_or(domain);
                // A host that the log also calls by its first label alone is one host afterwards, too.
                let label = name.strip_suffix(domain).and_then(|own| own.strip_suffix('.'));
                let label = label.filter(|label| self.taken.contains(label));
                let domain = self.host(domain).unwrap_or_else(|| domain.to_owned());
                let known = label.and_then(|label| self.host(label));
                // A line at somebody's home is answered in another way than a server.
                self.below(known, if is_dynamic(name) { "dyn-" } else { "" }, &domain)
            }
        };
        self.hosts.insert(name.to_owned(), made.clone());
        Some(made)
    }

    /// A host of a domain by the label that it's known by, or by the next that is free.
    fn below(&mut self, known: Option<String>, home: &str, domain: &str) -> String {
        known
            .map(|known| format!("{home}{known}.{domain}"))
            .filter(|made| !self.taken.contains(made.as_str()))
            .unwrap_or_else(|| self.free(Kind::Host, |n| format!("{home}host{n}.{domain}")))
    }

    /// The placeholder of an address in whatever spelling, or of what holds one.
    fn numeric(&mut self, value: &str) -> Option<String> {
        if let Some(session) = session_id::decode(value.as_bytes()) {
            let ip = self.ip(session.ip)?;
            return Some(SessionId { ip, ..session }.encode());
        }
        let dots: String = value.chars().map(|sign| if sign == '-' { '.' } else { sign }).collect();
        if let Ok(written) = value.parse::<IpAddr>() {
            let ip = self.ip(written.to_canonical())?;
            let mapped = written.is_ipv6() && ip.is_ipv4();
            return Some(if mapped { format!("::ffff:{ip}") } else { ip.to_string() });
        }
        let octets: Option<Vec<u8>> = dots.split('.').map(|part| part.parse().ok()).collect();
        if let Some([a, b, c, d]) = octets.as_deref() {
            let ip = self.ip(Ipv4Addr::new(*a, *b, *c, *d).into())?;
            let written = ip.to_string();
            return Some(if value.contains('-') { written.replace('.', "-") } else { written });
        }
        if let Some(ip) = nibbles(value) {
            return Some(backwards(self.ip(ip)?));
        }
        Some(self.free(Kind::Mailbox, |n| format!("session{n}")))
    }

    /// The placeholder of an address; nothing for what every host has.
    fn ip(&mut self, ip: IpAddr) -> Option<IpAddr> {
        if ip.is_loopback() || ip.is_unspecified() {
            return None;
        }
        if let Some(known) = self.ips.get(&ip) {
            return Some(*known);
        }
        let number = self.numbers.entry(Kind::Ip).or_default();
        let made = loop {
            *number += 1;
            let made = match ip {
                // Whether it's one of our own network decides what is told.
                IpAddr::V4(own) if own.is_private() => {
                    Ipv4Addr::new(10, 0, (*number / 250) as u8, (*number % 250 + 1) as u8).into()
                }
                _ => documentation_ip(*number, ip.is_ipv6()),
            };
            if !self.taken.contains(made.to_string().as_str()) {
                break made;
            }
        };
        self.ips.insert(ip, made);
        Some(made)
    }
}

/// The domain that somebody registered: two labels, or three below `co.uk` and its like.
pub(super) fn registered(host: &str) -> &str {
    let mut ends = host.rmatch_indices('.').map(|(at, _)| at);
    let last = ends.next();
    let second = ends.next();
    let third = ends.next();
    let (Some(last), Some(second)) = (last, second) else { return host };
    let public =
        ["co", "com", "net", "org", "ac", "gov", "edu", "or", "ne", "gv"].contains(&&host[second + 1..last]);
    if public && host.len() - last == 3 {
        third.map_or(host, |at| &host[at + 1..])
    } else {
        &host[second + 1..]
    }
}

/// The address that a name begins with backwards, and the rest of the name, which is that of a list or a zone.
fn reversed(name: &str) -> Option<(IpAddr, &str)> {
    let digits = name.split('.').take(32).take_while(|label| label.len() == 1).count();
    let digits = if name.len() > 2 * digits { 2 * digits } else { 0 };
    let (ip, rest) = if digits > 30 || digits > 14 && name[digits..] == *"ip6.arpa" {
        (nibbles(&name[..digits - 1])?, &name[digits..])
    } else {
        let mut octets = [0_u8; 4];
        let mut rest = name;
        for octet in octets.iter_mut().rev() {
            let (label, after) = rest.split_once('.')?;
            *octet = label.parse().ok()?;
            rest = after;
        }
        (Ipv4Addr::from(octets).into(), rest)
    };
    // What goes on with numbers is no address.
    let goes_on = rest.split('.').take(4).filter(|label| u8::from_str_radix(label, 16).is_ok()).count() == 4;
    (!goes_on).then_some((ip, rest))
}

/// The address whose hexadecimal digits these are, the last first; digits may be missing at either end.
fn nibbles(text: &str) -> Option<IpAddr> {
    let digits: Option<Vec<u8>> = text
        .split('.')
        .map(|digit| u8::from_str_radix(digit, 16).ok().filter(|_| digit.len() == 1))
        .collect();
    let digits = digits.filter(|digits| (8..=32).contains(&digits.len()))?;
    let ip = digits.iter().rev().fold(0_u128, |ip, digit| ip << 4 | u128::from(*digit));
    Some(Ipv6Addr::from(ip << (4 * (32 - digits.len()))).into())
}

/// An address backwards, as names for look-ups hold it.
fn backwards(ip: IpAddr) -> String {
    let parts: Vec<String> = match ip {
        IpAddr::V4(ip) => ip.octets().iter().rev().map(u8::to_string).collect(),
        IpAddr::V6(ip) => (0..32).map(|at| format!("{:x}", u128::from(ip) >> (4 * at) & 15)).collect(),
    };
    parts.join(".")
}

/// The n-th address that is set aside for documentation, from 1.
fn documentation_ip(number: usize, v6: bool) -> IpAddr {
    const NETS: [[u8; 3]; 3] = [[192, 0, 2], [198, 51, 100], [203, 0, 113]];
    let (net, host) = ((number - 1) / 254, (number - 1) % 254 + 1);
    match NETS.get(net).filter(|_| !v6) {
        Some([a, b, c]) => Ipv4Addr::new(*a, *b, *c, host as u8).into(),
        None => Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, (number >> 16) as u16, number as u16).into(),
    }
}
