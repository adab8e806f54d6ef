//! Rows that say the same are one row that can be opened: a mailbox that is full five times, a stranger who is
//! refused three thousand times. So are the traces that one message left: the connection that brought it, its check.

use maillens::Log;
use maillens::export::{Outcome, Row, TraceType};
use std::cmp::Reverse;
use std::collections::hash_map::{DefaultHasher, Entry};
use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};

/// So many traces are explained to see whether they say the same: what is further down stands alone.
const EXPLAINED: usize = 1_000;

/// A row of the list.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Its trace; of a group the first.
    pub trace: u32,
    /// It stands under the head of its group, which is open.
    pub nested: bool,
}

/// The traces that were found, those that say the same together.
#[derive(Debug, Default)]
pub struct Groups {
    /// The rows, from top to bottom.
    pub rows: Vec<Place>,
    /// The members of each group, by its first, which is one of them.
    members: HashMap<u32, Vec<u32>>,
    /// What belongs to a trace and stands below it, by that trace.
    parts: HashMap<u32, Vec<u32>>,
    /// Groups that are open.
    open: HashSet<u32>,
    /// What stands for what a trace says, as far as it was explained.
    said: HashMap<u32, u64>,
}

impl Groups {
    /// Puts together what says the same, each group where its first stands.
    pub fn take(&mut self, log: &Log, found: &[u32]) {
        // What cannot be equal need not be explained.
        let mut rough: HashMap<u64, u32> = HashMap::new();
        for key in found.iter().filter_map(|&trace| look(log, trace)) {
            *rough.entry(key).or_default() += 1;
        }
        let mut heads: HashMap<u64, u32> = HashMap::new();
        let mut firsts = Vec::new();
        self.members.clear();
        self.parts.clear();
        let here: HashSet<u32> = found.iter().copied().collect();
        for &trace in found {
            if let Some(whole) = whole(log, trace).filter(|whole| here.contains(whole)) {
                self.parts.entry(whole).or_default().push(trace);
                continue;
            }
            let key = look(log, trace).filter(|key| rough[key] > 1).and_then(|key| self.say(log, trace, key));
            match key.map(|key| heads.entry(key)) {
                Some(Entry::Occupied(head)) => {
                    let head = *head.get();
                    self.members.entry(head).or_insert_with(|| vec![head]).push(trace);
                    continue;
                }
                Some(Entry::Vacant(head)) => drop(head.insert(trace)),
                None => {}
            }
            firsts.push(trace);
        }
        self.lay(&firsts);
    }

    /// Opens the group of a trace, or closes it; gives the place of its head.
    pub fn turn(&mut self, trace: u32, open: Option<bool>) -> Option<u32> {
        let head = self.head(trace)?;
        let open = open.unwrap_or_else(|| !self.open.contains(&head));
        if open {
            self.open.insert(head)
        } else {
            self.open.remove(&head)
        };
        let heads: Vec<u32> = self.rows.iter().filter(|row| !row.nested).map(|row| row.trace).collect();
        self.lay(&heads);
        self.place(head)
    }

    /// Forgets what was said: it is said another way now.
    pub fn forget(&mut self) {
        self.said.clear();
    }

    /// The place of a trace, or of the head of its closed group.
    pub fn place(&self, trace: u32) -> Option<u32> {
        let at = |trace: u32| {
            // The head of an open group stands for the group first, and below it for itself.
            self.rows.iter().position(|row| row.trace == trace).map(|at| at as u32)
        };
        at(trace).or_else(|| self.head(trace).and_then(at))
    }

    /// How many say the same as the row at this place, itself among them, and whether they are shown.
    pub fn alike(&self, row: Place) -> (u32, bool) {
        let members = self.members.get(&row.trace).filter(|_| !row.nested);
        (members.map_or(1, |members| members.len() as u32), self.open.contains(&row.trace))
    }

    /// How many traces belong to the one in this row.
    pub fn parts(&self, row: Place) -> u32 {
        self.parts.get(&row.trace).map_or(0, |parts| parts.len() as u32)
    }

    /// The members of the group whose head stands in this row.
    pub fn of(&self, row: Place) -> &[u32] {
        self.members.get(&row.trace).filter(|_| !row.nested).map_or(&[], Vec::as_slice)
    }

    /// The trace whose row opens and closes over this one, or itself where anything stands below it.
    fn head(&self, trace: u32) -> Option<u32> {
        let of = |(head, members): (&u32, &Vec<u32>)| members.contains(&trace).then_some(*head);
        let whole =
            self.parts.iter().find_map(of).or_else(|| self.parts.contains_key(&trace).then_some(trace));
        self.members
            .iter()
            .find_map(|(head, members)| members.contains(&whole.unwrap_or(trace)).then_some(*head))
            .or(whole)
    }

    fn lay(&mut self, heads: &[u32]) {
        let below = |trace: &u32| self.parts.get(trace).into_iter().flatten().copied();
        let rows = heads.iter().flat_map(|head| {
            let others = self.members.get(head).into_iter().flatten().skip(1);
            let nested = below(head).chain(others.flat_map(|other| [*other].into_iter().chain(below(other))));
            let nested =
                nested.filter(|_| self.open.contains(head)).map(|trace| Place { trace, nested: true });
            [Place { trace: *head, nested: false }].into_iter().chain(nested)
        });
        self.rows = rows.collect();
    }

    /// What stands for what the row of a trace says; `None` where too many were explained already.
    fn say(&mut self, log: &Log, trace: u32, rough: u64) -> Option<u64> {
        let indexed = log.indexed(trace)?;
        if !indexed.outcome.is_problem() && indexed.kind == TraceType::Session {
            return Some(rough);
        }
        if let Some(said) = self.said.get(&trace) {
            return Some(*said);
        }
        if self.said.len() >= EXPLAINED {
            return None;
        }
        let Row { kind, outcome, from, to, more, client, why, .. } = log.row(trace)?;
        let key = match kind {
            // A stranger's address is another each time.
            TraceType::Connection => {
                let why = why.map(|why| why.replace(client.as_deref().unwrap_or("\n"), ""));
                hash((kind, outcome, why))
            }
            TraceType::Session => hash((kind, outcome, why, client)),
            _ => hash((kind, outcome, why, from, to, more)),
        };
        self.said.insert(trace, key);
        Some(key)
    }
}

/// The trace that this one belongs to and says less than: the message that a connection brought or a filter checked.
/// What went wrong never stands below what went well.
fn whole(log: &Log, trace: u32) -> Option<u32> {
    let says = |kind: TraceType| match kind {
        TraceType::Message | TraceType::Bounce => 2,
        TraceType::Connection | TraceType::Session => 1,
        TraceType::Scan => 0,
        TraceType::Dialogue | TraceType::Event => 3,
    };
    let of = log.indexed(trace)?;
    let others = log.links_of(trace).map(|link| if link.from == trace { link.to } else { link.from });
    let more = others.filter_map(|other| Some((says(log.indexed(other)?.kind), other)));
    let (_, whole) = more
        .filter(|(more, _)| *more > says(of.kind) && *more < 3)
        .max_by_key(|(more, other)| (*more, Reverse(*other)))?;
    (!of.outcome.is_problem() || log.indexed(whole)?.outcome.is_problem()).then_some(whole)
}

/// What equal traces have in common, as far as the index knows; `None` for what is never put together.
fn look(log: &Log, trace: u32) -> Option<u64> {
    let of = log.indexed(trace)?;
    match of.kind {
        TraceType::Session if of.outcome == Outcome::Delivered => {
            Some(hash((of.kind, of.user, of.client))).filter(|_| of.user != 0)
        }
        TraceType::Session => Some(hash((of.kind, of.outcome, of.client))),
        TraceType::Connection => Some(hash((of.kind, of.outcome))),
        TraceType::Message | TraceType::Bounce => {
            let to: Vec<u64> = log.attempts_of(trace).iter().map(|attempt| attempt.recipient).collect();
            Some(hash((of.kind, of.outcome, to.first().copied())))
        }
        TraceType::Scan | TraceType::Dialogue | TraceType::Event => None,
    }
    .filter(|_| {
        let went_well = of.outcome == Outcome::Delivered;
        of.outcome.is_problem() || went_well && matches!(of.kind, TraceType::Session | TraceType::Message)
    })
}

fn hash(of: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}
