//! What stands around a fault: the path, the host and the port that it is about.

use super::service::Service;
use super::{Beside, Fault, FaultKind, Found};
use crate::syntax::left_out::is_left_out;
use crate::text::Span;
use crate::vocabulary::Party;
use std::net::IpAddr;

/// The places that a text names, each in order.
pub(super) struct Places {
    paths: Vec<(Span, ())>,
    peers: Vec<(Span, u16)>,
}

impl Places {
    /// The places of a text.
    pub fn of(text: &[u8]) -> Places {
        Places { paths: paths(text).collect(), peers: peers(text).collect() }
    }

    /// A fault with what the text says of its place; `None` where its words count only beside one.
    pub fn around(&self, text: &[u8], folded: &[u8], at: Span, fault: &'static Fault) -> Option<Found> {
        let path = nearest(&self.paths, at).map(|(path, ())| path);
        let peer = nearest(&self.peers, at);
        let counts = match fault.beside {
            Beside::Anything => true,
            Beside::Call => path.is_some() || peer.is_some() || calls(folded, at),
            Beside::Connection => {
                peer.is_some() && path.is_none() && memchr::memmem::find(folded, b"connect").is_some()
            }
            Beside::Word(word) => memchr::memmem::find(folded, word.as_bytes()).is_some(),
        };
        if !counts {
            return None;
        }
        let (host, port) = peer.unzip();
        let here = host.is_some_and(|host| is_local(&String::from_utf8_lossy(host.of(text))))
            || port.is_some_and(is_inside);
        // A path is nearer to what failed than a peer that the line names for another reason.
        let aside =
            path.zip(host).is_some_and(|(path, host)| host.start < path.start && path.end <= at.start);
        let socket = path.and_then(|path| Service::at_path(&String::from_utf8_lossy(path.of(text))));
        let listener = socket.or_else(|| port.filter(|_| here && !aside).and_then(Service::at_port));
        let unanswered = matches!(
            fault.kind,
            FaultKind::Network
                | FaultKind::Files
                | FaultKind::Limits
                | FaultKind::Database
                | FaultKind::Directory
        );
        let ours = here || socket.is_some();
        let party = if fault.party == Party::TheirServer && ours { Party::OurServer } else { fault.party };
        Some(Found { fault, at, path, host, port, service: listener.filter(|_| unanswered), party })
    }
}

/// Ends of names that exist in no public DNS.
const INSIDE: &[&str] = &[
    ".local",
    ".localdomain",
    ".localhost",
    ".lan",
    ".internal",
    ".intranet",
    ".home",
    ".home.arpa",
    ".corp",
];

/// Whether a host is a part of this server or of its own network: loopback, private, a name that no public DNS has, or
/// one without a dot, as containers have them.
pub fn is_local(host: &str) -> bool {
    let host = host.trim_matches(['[', ']']);
    match host.parse::<IpAddr>() {
        Ok(IpAddr::V4(ip)) => {
            ip.is_loopback() || ip.is_private() || ip.is_link_local() || ip.is_unspecified()
        }
        Ok(IpAddr::V6(ip)) => {
            let first = ip.segments()[0];
            ip.to_ipv4_mapped().is_some_and(|ip| ip.is_loopback() || ip.is_private())
                || ip.is_loopback()
                || ip.is_unspecified()
                || first & 0xfe00 == 0xfc00
                || first & 0xffc0 == 0xfe80
        }
        Err(_) => {
            !host.is_empty() && !host.contains(['.', ':']) && !is_left_out(host.as_bytes())
                || INSIDE.iter().any(|end| host.trim_end_matches('.').to_ascii_lowercase().ends_with(end))
        }
    }
}

/// True where a network as Postfix writes it (an address, or an address in brackets or none with `/` and the bits that
/// count) holds an IP address.
pub fn holds(network: &str, ip: &str) -> bool {
    let (base, bits) = network.split_once('/').map_or((network, None), |(base, bits)| (base, Some(bits)));
    let number = |text: &str| match text.trim_matches(['[', ']']).parse::<IpAddr>().ok()? {
        IpAddr::V4(ip) => Some((u128::from(ip.to_bits()) << 96, 32)),
        IpAddr::V6(ip) => Some((ip.to_bits(), 128)),
    };
    let (Some((base, width)), Some((ip, same))) = (number(base), number(ip)) else { return false };
    let bits = bits.map_or(Some(width), |bits| bits.parse::<u32>().ok().filter(|bits| *bits <= width));
    width == same && bits.is_some_and(|bits| (base ^ ip).checked_shr(128 - bits).unwrap_or(0) == 0)
}

/// True for a port at which only parts of a mail server's own network listen, such as LMTP and filters.
pub fn is_inside(port: u16) -> bool {
    (port == 24 || port > 1023) && Service::at_port(port).is_some()
}

/// True for the name of a line at somebody's home.
pub fn is_dynamic(host: &str) -> bool {
    let parts = [
        "dyn",
        "dynamic",
        "dip",
        "dsl",
        "adsl",
        "vdsl",
        "dhcp",
        "pool",
        "ppp",
        "dialup",
        "cable",
        "broadband",
        "pppoe",
    ];
    host.to_ascii_lowercase()
        .split(['.', '-'])
        .any(|label| parts.iter().any(|part| label.trim_matches(|of: char| of.is_ascii_digit()) == *part))
}

/// The last before the fault, else the first after it.
fn nearest<T: Copy>(all: &[(Span, T)], at: Span) -> Option<(Span, T)> {
    let behind = all.partition_point(|(span, _)| span.start < at.start);
    all.get(behind.saturating_sub(1)).copied()
}

/// Whether the words follow a system call or say which file they are about: `open failed: `, `chdir(x): `.
fn calls(folded: &[u8], at: Span) -> bool {
    let before = &folded[..at.start as usize];
    let before = &before[before.len().saturating_sub(200)..];
    before.ends_with(b") failed: ")
        || before.ends_with(b"failed: ") && memchr::memchr(b'(', before).is_some()
        || {
            let line = before.iter().rposition(|&byte| byte == b'\n').map_or(before, |at| &before[at + 1..]);
            CALLS.iter().any(|call| memchr::memmem::find(line, call.as_bytes()).is_some())
        }
}

/// System calls and what programs call them, as they stand before the text of an error.
static CALLS: &[&str] = &[
    "open(",
    "openat(",
    "open file ",
    "cannot open",
    "can't open",
    "unable to open",
    "failed to open",
    "stat(",
    "lstat(",
    "mkdir(",
    "chdir",
    "rename(",
    "unlink(",
    "link(",
    "chown(",
    "fchown(",
    "chmod(",
    "setgid(",
    "setuid(",
    "setgroups(",
    "bind(",
    "bind: ",
    "connect(",
    "socket(",
    "write(",
    "read(",
    "sendmsg",
    "sendto",
    "accept(",
    "execv",
    "exec ",
    "exec(",
    "fork",
    "opendir(",
    "readdir(",
    "fcntl(",
    "flock(",
    "access(",
    "mmap(",
    "unable to create",
    "could not create",
    "cannot create",
    "could not open",
    "unable to chdir",
    "unable to write",
    "unable to read",
    "unable to run",
    "unable to bind",
    "unable to switch",
    "unable to exec",
];

/// Paths, in order: from the root, or inside Postfix's queue directory.
fn paths(text: &[u8]) -> impl Iterator<Item = (Span, ())> {
    let begins = |at: usize| match text[at] {
        b'/' => {
            (at == 0 || b" \t'\"(=:,;[{".contains(&text[at - 1]))
                && text.get(at + 1).is_some_and(|&byte| byte.is_ascii_alphanumeric() || b"._".contains(&byte))
        }
        b'p' => {
            (at == 0 || !text[at - 1].is_ascii_alphanumeric() && text[at - 1] != b'/')
                && [&b"private/"[..], b"public/", b"pid/"].iter().any(|folder| text[at..].starts_with(folder))
        }
        _ => false,
    };
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = (from..text.len()).find(|&at| begins(at))?;
        let rest = &text[start..];
        let mut end =
            rest.iter().position(|&byte| b" \t\r\n'\"()<>[]{},;:".contains(&byte)).unwrap_or(rest.len());
        while end > 1 && b".:".contains(&rest[end - 1]) {
            end -= 1;
        }
        from = start + end.max(1);
        Some((Span::new(start, start + end), ()))
    })
}

/// Hosts with their port, in order: `name[192.0.2.1]:25`, `192.0.2.1:25`, `inet:localhost:8891`.
fn peers(text: &[u8]) -> impl Iterator<Item = (Span, u16)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while from < text.len() {
            let start = from + text[from..].iter().position(|byte| !is_gap(*byte))?;
            let end =
                text[start..].iter().position(|byte| is_gap(*byte)).map_or(text.len(), |len| start + len);
            from = end;
            if let Some(peer) = peer(text, start, end) {
                return Some(peer);
            }
        }
        None
    })
}

fn is_gap(byte: u8) -> bool {
    byte.is_ascii_whitespace() || b"()<>\"'=,;{}".contains(&byte)
}

/// Ports by their names in /etc/services.
const CALLED: &[(&str, u16)] = &[
    ("smtp", 25),
    ("smtps", 465),
    ("submission", 587),
    ("lmtp", 24),
    ("pop3", 110),
    ("pop3s", 995),
    ("imap", 143),
    ("imaps", 993),
    ("mysql", 3306),
    ("postgresql", 5432),
    ("ldap", 389),
    ("ldaps", 636),
];

fn peer(text: &[u8], start: usize, end: usize) -> Option<(Span, u16)> {
    let word = text[start..end].strip_suffix(b":").unwrap_or(&text[start..end]);
    let colon = memchr::memrchr(b':', word)?;
    let port = std::str::from_utf8(&word[colon + 1..]).ok()?;
    let called = |(name, number): &(&str, u16)| (*name == port).then_some(*number);
    let port = port.parse().ok().or_else(|| CALLED.iter().find_map(called)).filter(|&port: &u16| port > 0)?;
    let mut host = start..start + colon;
    if text[host.clone()].ends_with(b"]") {
        let open = memchr::memrchr(b'[', &text[host.clone()])?;
        host = host.start + open + 1..host.end - 1;
    }
    for scheme in [&b"inet:"[..], b"inet6:", b"tcp:", b"smtp:", b"lmtp:", b"mysql:", b"ldap://", b"ldaps://"]
    {
        if text[host.clone()].starts_with(scheme) {
            host.start += scheme.len();
        }
    }
    let name = std::str::from_utf8(&text[host.clone()]).ok()?;
    // A time of the day and a line of a source file have colons, too.
    let source = [".c", ".cc", ".h", ".lua", ".pm", ".py", ".php", ".pl", ".cf", ".conf"]
        .iter()
        .any(|end| name.ends_with(end));
    let is_host = name.parse::<IpAddr>().is_ok()
        || is_left_out(name.as_bytes())
        || name.bytes().any(|byte| byte.is_ascii_alphabetic())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte));
    (is_host && !source).then(|| (Span::new(host.start, host.end), port))
}
