//! Log-ins by user and by client, and what stands out in them.
//!
//! Many failures are told apart by who failed from where: one address that tries many names, many
//! addresses that try one name, or one address that fails and gets in, which is a device with an old
//! password far more often than a thief.

use super::{ROWS, Table};
use crate::explain::session::{GUESSES, GUESSES_OF_ONE, is_guessing};
use crate::explain::shown;
use crate::explain::words::count;
use crate::export::Sentence;
use crate::log::Log;
use crate::overview::LogIns;
use crate::sort;
use crate::time::Instant;
use crate::trace::{Trace, client_key, user_key};
use crate::vocabulary::{Cited, Level, Login};
use rustc_hash::FxHashMap;

/// From how many failures of a user at an address that also let the user in, an old password is likely.
const FORGOTTEN: u32 = 3;

/// From how many addresses that only failed somebody goes for one mailbox.
const CROWD: u32 = 3;

/// A session in which somebody logged in, or could not.
#[derive(Debug, Clone, Copy)]
pub struct Try {
    /// Stands for the user; 0 when none is known.
    pub user: u64,
    /// Stands for the client's address; 0 when none is known.
    pub client: u64,
    /// Whether it worked.
    pub ok: bool,
    /// The session.
    pub trace: u32,
    /// The number of the service's name.
    pub service: u32,
}

/// Whether the log-in of a session worked; `None` where none was tried. One that was turned away for another
/// reason than its password, such as too many connections, did not work either: to its user it is the same.
pub fn result(trace: &Trace) -> Option<bool> {
    match trace.login? {
        Login::Ok => Some(true),
        Login::Failed => Some(false),
        Login::None => None,
    }
}

/// One side of a log-in: the user, or the client.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LoginSide {
    User,
    Client,
}

impl LoginSide {
    fn key(self, of: &Try) -> u64 {
        if self == LoginSide::User { of.user } else { of.client }
    }

    fn other(self) -> LoginSide {
        if self == LoginSide::User { LoginSide::Client } else { LoginSide::User }
    }

    /// The name behind the key, as a session has it.
    fn name(self, log: &Log, of: &Try) -> Option<String> {
        let row = log.row(of.trace)?;
        match self {
            LoginSide::User => row.from.filter(|user| user_key(user) == of.user),
            LoginSide::Client => row.to.filter(|client| client_key(client) == of.client),
        }
    }
}

/// What came of the log-ins between one user and one client.
#[derive(Debug, Default, Clone, Copy)]
struct Pair {
    key: u64,
    ok: u32,
    failed: u32,
}

/// The log-ins of one user, or of one client.
struct LoginGroup<'a> {
    tries: Vec<&'a Try>,
    pairs: Vec<Pair>,
    ok: u32,
    failed: u32,
}

impl<'a> LoginGroup<'a> {
    fn new(side: LoginSide, tries: Vec<&'a Try>) -> LoginGroup<'a> {
        let mut pairs: FxHashMap<u64, Pair> = FxHashMap::default();
        for of in &tries {
            let key = side.other().key(of);
            let pair = pairs.entry(key).or_insert(Pair { key, ..Pair::default() });
            *(if of.ok { &mut pair.ok } else { &mut pair.failed }) += 1;
        }
        let mut pairs: Vec<Pair> = pairs.into_values().collect();
        sort::by_key(&mut pairs, |pair| (std::cmp::Reverse(pair.failed), pair.key));
        let ok = tries.iter().filter(|of| of.ok).count() as u32;
        LoginGroup { ok, failed: tries.len() as u32 - ok, tries, pairs }
    }

    /// The one at the other side that failed and also got in, most often.
    fn forgotten(&self) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.failed >= FORGOTTEN && pair.ok > 0)
    }

    /// Those at the other side that failed and never got in.
    fn shut_out(&self) -> (u32, u32) {
        let out = || self.pairs.iter().filter(|pair| pair.failed > 0 && pair.ok == 0);
        (out().count() as u32, out().map(|pair| pair.failed).sum())
    }

    fn verdict(&self, log: &Log, side: LoginSide) -> Option<(Level, String)> {
        match side {
            LoginSide::User => self.of_user(log),
            LoginSide::Client => self.of_client(log),
        }
    }

    fn of_user(&self, log: &Log) -> Option<(Level, String)> {
        let (addresses, failed) = self.shut_out();
        if addresses >= CROWD && failed >= GUESSES {
            let got_in = match self.ok {
                0 => "Nobody got in.",
                _ => "The logins that worked came from other addresses.",
            };
            let text = format!(
                "Somebody is trying passwords for this mailbox: {} from {} that never got in. {got_in}",
                count(failed as usize, "failed login"),
                addresses_in_words(addresses),
            );
            return Some((Level::Warning, text));
        }
        if let Some(pair) = self.forgotten() {
            let of = self.tries.iter().find(|of| of.client == pair.key)?;
            let from =
                LoginSide::Client.name(log, of).map_or_else(String::new, |client| format!("From {client}, "));
            let text = format!(
                "{from}{} failed and {} worked. Most likely one of several devices there still has an old password.",
                count(pair.failed as usize, "login"),
                pair.ok,
            );
            return Some((Level::Temporary, text));
        }
        (self.ok == 0 && self.failed >= GUESSES).then(|| {
            let text = format!(
                "No login worked: {} from {}. A device has a wrong name or password, or someone guesses.",
                count(self.failed as usize, "failure"),
                addresses_in_words(addresses),
            );
            (Level::Temporary, text)
        })
    }

    fn of_client(&self, log: &Log) -> Option<(Level, String)> {
        let names = self.pairs.iter().filter(|pair| pair.failed > 0).count() as u32;
        if is_guessing(self.failed, names) {
            let tries = format!(
                "Someone here is trying passwords of many users (password spraying): {} with {}.",
                count(self.failed as usize, "failed login"),
                count(names as usize, "name"),
            );
            return Some(match self.ok {
                0 => (Level::Warning, format!("{tries} None worked.")),
                ok => (
                    Level::Alert,
                    format!(
                        "{tries} {} worked. An office that many people share can look like this; if it is none, change the passwords of those who got in from here.",
                        count(ok as usize, "login")
                    ),
                ),
            });
        }
        if let Some(pair) = self.forgotten() {
            let of = self.tries.iter().find(|of| of.user == pair.key)?;
            let who = LoginSide::User.name(log, of).unwrap_or_else(|| "the same user".into());
            let text = format!(
                "{} of {who} failed and {} worked. Most likely one of several devices here still has an old password.",
                count(pair.failed as usize, "login"),
                pair.ok,
            );
            return Some((Level::Temporary, text));
        }
        (self.ok == 0 && self.failed >= GUESSES).then(|| {
            let (level, who) = if self.failed >= GUESSES_OF_ONE {
                (Level::Warning, "Somebody guesses a password, or a device tries an old one again and again")
            } else {
                (Level::Temporary, "A device has a wrong name or password, or somebody guesses")
            };
            let failed = count(self.failed as usize, "login");
            (level, format!("{failed} failed and none worked. {who}."))
        })
    }

    fn row(&self, log: &Log, side: LoginSide, service: &impl Fn(u32) -> String) -> Option<LogIns> {
        let name = self.tries.iter().find_map(|of| side.name(log, of))?;
        let line = |of: &Try, first: bool| {
            log.indexed(of.trace).map_or(1, |trace| if first { trace.first } else { trace.last } + 1)
        };
        let failures = || self.tries.iter().filter(|of| !of.ok);
        let last_ok = self.tries.iter().rfind(|of| of.ok);
        let lines = [
            failures().next().map(|of| line(of, false)),
            failures().next_back().map(|of| line(of, false)),
            last_ok.map(|of| line(of, true)),
        ];
        let mut lines = lines.into_iter().flatten();
        let lines = Cited::new(lines.next()?, lines);
        let mut services: Vec<String> = Vec::new();
        for of in &self.tries {
            let name = service(of.service);
            if !name.is_empty() && !services.contains(&name) {
                services.push(name);
            }
        }
        crate::sort::up(&mut services);
        let when = |of: &&Try| shown(log, line(of, true) - 1);
        let verdict = self.verdict(log, side);
        let verdict =
            verdict.map(|(level, text)| Sentence { shown: None, text, lines: lines.clone(), level });
        Some(LogIns {
            name,
            ok: self.ok,
            failed: self.failed,
            others: self.pairs.iter().filter(|pair| pair.key != 0).count() as u32,
            services,
            first: self.tries.first().and_then(when),
            last: self.tries.last().and_then(when),
            last_ok: last_ok.and_then(when),
            verdict,
            lines,
        })
    }
}

fn addresses_in_words(number: u32) -> String {
    if number == 1 { "one address".into() } else { format!("{number} addresses") }
}

/// The log-ins by user and by client.
pub fn tables(log: &Log, tries: &[Try], service: impl Fn(u32) -> String) -> (Table<LogIns>, Table<LogIns>) {
    (table(log, tries, LoginSide::User, &service), table(log, tries, LoginSide::Client, &service))
}

fn table(log: &Log, tries: &[Try], side: LoginSide, service: &impl Fn(u32) -> String) -> Table<LogIns> {
    let mut by_key: FxHashMap<u64, Vec<&Try>> = FxHashMap::default();
    for of in tries.iter().filter(|of| side.key(of) != 0) {
        by_key.entry(side.key(of)).or_default().push(of);
    }
    let time = |of: &&Try| -> (Instant, u32) {
        (log.indexed(of.trace).map_or(0, |trace| log.instant(trace.first)), of.trace)
    };
    let mut groups: Vec<(Option<Level>, LoginGroup<'_>)> = by_key
        .into_values()
        .map(|mut tries| {
            crate::sort::by_key(&mut tries, time);
            let group = LoginGroup::new(side, tries);
            (group.verdict(log, side).map(|(level, _)| level), group)
        })
        .collect();
    sort::by_key(&mut groups, |(level, group)| {
        (std::cmp::Reverse((*level, group.failed, group.ok)), group.tries[0].trace)
    });
    let total = groups.len();
    let rows: Vec<LogIns> =
        groups.iter().take(ROWS).filter_map(|(_, group)| group.row(log, side, service)).collect();
    Table { more: (total - rows.len()) as u32, rows }
}
