//! What goes wrong under any program: the texts of the operating system, the resolver, TLS libraries, databases,
//! directories and login systems, found wherever a line quotes them.
//!
//! They are rarely a whole line. A mail server says what it was doing, and the library below says why it failed.
//! So a fault is looked for in free text, and what stands around it, a path or a host with its port, says which
//! part of the server it is about. A word that many things are called is no fault: "permission denied" counts only
//! beside a path or a system call, since a mail server that refuses a message says the same.

mod crash;
mod database;
mod login;
mod network;
mod place;
mod service;
mod storage;
mod tls;

use super::defect::Defect;
use crate::text::Span;
use crate::vocabulary::Party;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use std::sync::LazyLock;

pub use place::{holds, is_dynamic, is_inside, is_local};
pub use service::{SERVICES, Service};

/// What part of a server a fault belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// A connection between two machines or two programs.
    Network,
    /// Looking up names.
    Dns,
    /// Encryption and certificates.
    Tls,
    /// Files, folders and who can use them.
    Files,
    /// Room on the disk, and whether it works.
    Disk,
    /// Memory.
    Memory,
    /// Limits of processes, files and connections.
    Limits,
    /// Two that want the same file at once.
    Lock,
    /// The server's clock.
    Clock,
    /// MySQL, MariaDB, PostgreSQL, SQLite, Redis, memcached.
    Database,
    /// LDAP and Active Directory.
    Directory,
    /// PAM and SASL: how passwords are checked.
    Login,
    /// A program that ended when it shouldn't have.
    Crash,
}

/// Where a spelling counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// Anywhere: nothing else is called so.
    Anything,
    /// Beside a path, a host with its port or a system call: alone, the words mean many things.
    Call,
    /// Beside a host with its port that something connects to, and no path.
    Connection,
    /// In a line that has these small letters, too, which name what speaks.
    Word(&'static str),
}

/// One thing that goes wrong.
#[derive(Debug)]
pub struct Fault {
    /// Its name, for tests and the export.
    pub name: &'static str,
    /// What part of a server it belongs to.
    pub kind: FaultKind,
    /// A noun phrase, as after "reports an error:".
    pub headline: &'static str,
    /// What it means, for the engineer: whole sentences.
    pub means: &'static str,
    /// What is broken, as far as customers ask.
    pub defect: Defect,
    /// Who must act, unless what stands around it says otherwise: see [`Found::party`].
    pub party: Party,
    /// A command that shows more, with `{path}`, `{host}` and `{port}` for what the line names; may be empty.
    pub command: &'static str,
    /// What mends it, as a sentence that leads to the command, with `{words}` for how the line spells the fault; empty
    /// where that depends on more than the fault.
    pub fix: &'static str,
    /// How logs spell it, in small letters; `..` passes over up to [`GAP`] bytes of one line.
    spellings: &'static [&'static str],
    /// Its numbers on Linux, for lines that give the number alone.
    errno: &'static [u8],
    beside: Beside,
}

impl Fault {
    #[allow(clippy::too_many_arguments)]
    const fn new(
        name: &'static str,
        kind: FaultKind,
        spellings: &'static [&'static str],
        headline: &'static str,
        means: &'static str,
        defect: Defect,
        party: Party,
        command: &'static str,
    ) -> Fault {
        Fault {
            name,
            kind,
            headline,
            means,
            defect,
            party,
            command,
            fix: "",
            spellings,
            errno: &[],
            beside: Beside::Anything,
        }
    }

    /// The same, with what mends it.
    const fn fix(mut self, fix: &'static str) -> Fault {
        self.fix = fix;
        self
    }

    /// The same, also known by its number.
    const fn errno(mut self, errno: &'static [u8]) -> Fault {
        self.errno = errno;
        self
    }

    /// The same, only in a line that has this word, too.
    const fn beside_word(mut self, word: &'static str) -> Fault {
        self.beside = Beside::Word(word);
        self
    }

    /// The same, only where a host's port is called.
    const fn beside_connection(mut self) -> Fault {
        self.beside = Beside::Connection;
        self
    }

    /// The same, only beside a path, a host or a system call.
    const fn beside_call(mut self) -> Fault {
        self.beside = Beside::Call;
        self
    }
}

/// A fault in a text, with what stands around it.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    /// What it is.
    pub fault: &'static Fault,
    /// Where its words are.
    pub at: Span,
    /// The path that it is about.
    pub path: Option<Span>,
    /// The host that it is about, by name or address.
    pub host: Option<Span>,
    /// The port on that host.
    pub port: Option<u16>,
    /// Which part of a mail server is known to listen at that path or port, where the fault is that nobody answers.
    pub service: Option<&'static Service>,
    /// Who must act.
    pub party: Party,
}

impl Found {
    /// What it means, for what `text` names: within a server no network lies between, and a socket is no mailbox.
    pub fn means(&self, text: &[u8]) -> &'static str {
        let path = self.path.map(|path| String::from_utf8_lossy(path.of(text)).into_owned());
        let is = |ends: &[&str]| path.as_ref().is_some_and(|path| ends.iter().any(|end| path.contains(end)));
        let inside = self.party == Party::OurServer && self.fault.party == Party::TheirServer;
        match self.fault.name {
            "connection-refused" if inside => {
                "Nothing listens there: the service isn't running, or it listens elsewhere."
            }
            "database-unreachable"
                if self.host.is_some_and(|host| is_local(&String::from_utf8_lossy(host.of(text)))) =>
            {
                "Nothing listens there: the database isn't running, or it listens elsewhere."
            }
            // Postfix's own master makes these sockets.
            "no-such-file" if memchr::memmem::find(text, b"connect to transport ").is_some() => {
                "master.cf has no service of that name, or Postfix wasn't reloaded after it was added."
            }
            "no-such-file" if is(&[".sock", "private/", "public/"]) => {
                "The program that listens at that socket isn't running, or makes it elsewhere (in a chroot)."
            }
            "no-such-file" if is(&[".pem", ".crt", ".key", "/etc/"]) => "The path doesn't exist.",
            _ => self.fault.means,
        }
    }

    /// What mends it, for what `text` names; `None` where the fault alone doesn't say.
    pub fn fix(&self, text: &[u8]) -> Option<String> {
        if !self.fault.fix.is_empty() {
            return Some(self.fault.fix.replace("{words}", &self.words(text)));
        }
        let silent = self.fault.kind == FaultKind::Network || self.fault.name == "no-such-file";
        let Service { name, without, .. } = self.service.filter(|_| silent)?;
        Some(format!(
            "Start {name}, or correct the address or the socket at which it is looked for. {without} To see whether it runs:"
        ))
    }

    /// How `text` spells it, to the end of that sentence.
    fn words(&self, text: &[u8]) -> String {
        const LONGEST: usize = 120;
        let at = self.at.start as usize;
        let own = self.at.end as usize - at;
        let words = String::from_utf8_lossy(&text[at..]).into_owned();
        let ends = ["\n", ". ", "; ", " - ", "\u{201d}"].iter().filter_map(|end| {
            memchr::memmem::find(&words.as_bytes()[own.min(words.len())..], end.as_bytes()).map(|at| own + at)
        });
        let end = ends.min().unwrap_or(words.len());
        let short: String = words.get(..end).unwrap_or(&words).chars().take(LONGEST.max(own)).collect();
        format!("\u{201c}{}\u{201d}", short.trim_end_matches(['.', ' ']))
    }

    /// The command that shows more, for what `text` names; `None` where the text lacks a part of it.
    pub fn command(&self, text: &[u8]) -> Option<String> {
        let template = match self.service {
            Some(service) if !service.command.is_empty() && self.fault.fix.is_empty() => service.command,
            _ => self.fault.command,
        };
        let path = self.path.map(|path| String::from_utf8_lossy(path.of(text)).into_owned());
        let host = self.host.map(|host| String::from_utf8_lossy(host.of(text)).into_owned());
        let port = self.port.map(|port| port.to_string());
        // Records of a service hang on its server's name.
        let host =
            host.filter(|host| !template.contains("_tcp.") || host.parse::<std::net::IpAddr>().is_err());
        let command = filled(template, [("{path}", path), ("{host}", host), ("{port}", port)])?;
        (!command.is_empty()).then_some(command)
    }
}

/// A command with the values of its slots; `None` where one of them is missing.
pub fn filled<const N: usize>(template: &str, slots: [(&str, Option<String>); N]) -> Option<String> {
    let mut command = template.to_owned();
    for (slot, value) in slots {
        if command.contains(slot) {
            // What is copied into a shell holds nothing that a shell reads.
            let value = value.filter(|value| value.bytes().all(plain))?;
            command = command.replace(slot, &value);
        }
    }
    Some(command)
}

/// Bytes of paths and hosts that mean nothing to a shell.
fn plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"/._-:@%+,".contains(&byte)
}

/// How far apart the parts of one spelling can be.
const GAP: usize = 160;

/// All rows, the most telling first: what names the part that failed, then what only says how it failed.
static TABLES: &[&[Fault]] = &[
    crash::MEMORY,
    tls::ROWS,
    database::ROWS,
    login::ROWS,
    network::DNS,
    storage::ROWS,
    crash::LIMITS,
    network::ROWS,
    storage::CALLS,
    crash::ENDS,
];

struct Spelling {
    row: usize,
    fault: &'static Fault,
    /// What follows the first part, each after a gap.
    rest: Vec<String>,
}

struct Index {
    automaton: AhoCorasick,
    spellings: Vec<Spelling>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut firsts: Vec<String> = Vec::new();
    let mut spellings = Vec::new();
    for (row, fault) in TABLES.iter().copied().flatten().enumerate() {
        let numbers = fault.errno.iter().flat_map(|n| {
            ["errno=", "errno: ", "errno ", "system error: ", "os error "]
                .map(|before| format!("{before}{n}"))
        });
        for spelling in fault.spellings.iter().map(|spelling| (*spelling).to_owned()).chain(numbers) {
            let folded = String::from_utf8_lossy(&fold(spelling.as_bytes())).into_owned();
            let mut parts = folded.split("..").map(str::to_owned);
            firsts.push(parts.next().unwrap_or_default());
            spellings.push(Spelling { row, fault, rest: parts.collect() });
        }
    }
    let automaton = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::NoncontiguousNFA))
        .build(&firsts)
        .expect("a thousand short texts are within every limit");
    Index { automaton, spellings }
});

/// Small letters, and the `_` of qmail's results as the space that it stands for; byte for byte as long.
pub(super) fn fold(text: &[u8]) -> Vec<u8> {
    text.iter().map(|&byte| if byte == b'_' { b' ' } else { byte.to_ascii_lowercase() }).collect()
}

/// The faults that a text names, the most telling first. What lies within the words of a more telling one is left out.
pub fn find(text: &[u8]) -> Vec<Found> {
    let folded = fold(text);
    let mut hits: Vec<(usize, Span, &'static Fault)> = (INDEX.automaton.find_overlapping_iter(&folded))
        .filter_map(|hit| {
            let spelling = &INDEX.spellings[hit.pattern().as_usize()];
            let end = end_of(&folded, hit.end(), &spelling.rest)?;
            whole(&folded, hit.start(), end)
                .then(|| (spelling.row, Span::new(hit.start(), end), spelling.fault))
        })
        .collect();
    crate::sort::by_key(&mut hits, |&(row, at, _)| (row, at.start, u32::MAX - at.end));
    if hits.is_empty() {
        return Vec::new();
    }
    let places = place::Places::of(text);
    let mut all: Vec<Found> = Vec::new();
    for (_, at, fault) in hits {
        let told = |found: &Found| {
            std::ptr::eq(found.fault, fault) || (found.at.start <= at.start && at.end <= found.at.end)
        };
        if all.iter().any(told) {
            continue;
        }
        if let Some(found) = places.around(text, &folded, at, fault) {
            all.push(found);
        }
    }
    all
}

/// True where a text says that two ends share no version of encryption: one of them is too old.
pub fn shares_no_version(text: &[u8]) -> bool {
    find(text).iter().any(|found| found.fault.name == tls::NO_COMMON_VERSION)
}

/// The most telling fault of a text.
pub fn first(text: &[u8]) -> Option<Found> {
    find(text).into_iter().next()
}

/// Where a spelling ends whose first part ends here: each further part is looked for in the next [`GAP`] bytes.
pub(super) fn end_of(folded: &[u8], mut end: usize, rest: &[String]) -> Option<usize> {
    for part in rest {
        let reach = folded.len().min(end + GAP + part.len());
        let line = memchr::memchr(b'\n', &folded[end..reach]).map_or(reach, |at| end + at);
        end += memchr::memmem::find(&folded[end..line], part.as_bytes())? + part.len();
    }
    Some(end)
}

/// Whether the words at both ends are whole.
pub(super) fn whole(folded: &[u8], start: usize, end: usize) -> bool {
    let joined = |a: Option<&u8>, b: Option<&u8>| {
        a.zip(b).is_some_and(|(a, b)| a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric())
    };
    let before = start.checked_sub(1).and_then(|at| folded.get(at));
    !joined(before, folded.get(start)) && !joined(folded.get(end - 1), folded.get(end))
}

#[cfg(test)]
mod tests;
