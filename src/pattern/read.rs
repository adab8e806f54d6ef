//! The catalogue of all patterns, compiled, and how a body finds its own.

use super::switch::{Step, Switch, Way};
use super::template::{Capture, Captures, Matcher, Mode, Piece, compile, ends, fields_of, least, possible};
use crate::format::{FORMATS, Field, Format, Part, Pattern, Place, Role, Shape};
use crate::text::Span;
use memchr::{memchr, memrchr};
use rustc_hash::FxHashMap;
use std::sync::{LazyLock, OnceLock};

/// All patterns of all formats, compiled at first use.
pub static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(FORMATS));

/// A compiled pattern.
#[derive(Debug)]
pub struct Entry {
    /// The format it belongs to.
    pub format: &'static Format,
    /// The pattern as its format has it.
    pub pattern: &'static Pattern,
    /// True when a field of the template is, or may be, a password.
    pub holds_password: bool,
    /// True when matching can take many tries, so that it is worth a look first whether it can fit at all.
    costly: bool,
    /// A body that it fits has at least this many bytes.
    least: usize,
    pieces: Vec<Piece>,
}

impl Entry {
    /// The meaning of a captured field.
    pub fn field(&self, capture: Capture) -> &'static Field {
        &self.format.fields[usize::from(capture.field)]
    }

    /// The first captured part of a role.
    pub fn part(&self, role: Role, captures: &Captures) -> Option<Span> {
        captures.iter().find(|capture| self.field(**capture).role == role).map(|capture| capture.at)
    }

    /// True when the template has a field of this role, or a list that may hold one.
    pub fn may_hold(&self, role: Role) -> bool {
        let is = |at: &u16| self.format.fields[usize::from(*at)].role == role;
        let listed = || self.format.fields.iter().any(|field| field.role == role);
        fields_of(&self.pieces).iter().any(is) || self.pieces.iter().any(Piece::has_list) && listed()
    }

    /// Where a password stands in the body.
    pub fn password(&self, captures: &Captures) -> Option<Span> {
        self.part(Role::Password, captures).filter(|span| !span.is_empty())
    }

    /// The literal texts of the template, in order, optional ones included.
    pub fn literals(&self) -> Vec<&[u8]> {
        literals(&self.pieces)
    }
}

fn literals(pieces: &[Piece]) -> Vec<&[u8]> {
    let mut found: Vec<&[u8]> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Literal(literal) => found.push(&literal.bytes),
            Piece::Optional(part) => found.extend(literals(part)),
            Piece::Field { .. } | Piece::Pairs(_) => {}
        }
    }
    found
}

/// A part of a delivery result.
#[derive(Debug)]
pub struct Segment {
    /// Where it stands in the result.
    pub at: Span,
    /// The pattern that claims it.
    pub entry: Option<u16>,
    /// The fields in it; spans are of the segment.
    pub captures: Captures,
}

/// Patterns that one kind of line chooses from, best first.
#[derive(Debug, Default)]
struct Choice {
    entries: Vec<u16>,
    /// Made for the first line of its kind: a log holds the lines of few programs.
    switch: OnceLock<Switch>,
}

/// All patterns, compiled, with the switches that choose among them.
#[derive(Debug)]
pub struct Catalogue {
    entries: Vec<Entry>,
    /// The number of the first pattern that only a program's name makes its format's: the last ones.
    named: u16,
    by_program: FxHashMap<&'static [u8], Choice>,
    anywhere: Choice,
    results: Choice,
    /// How telling results begin.
    openings: Switch,
    reasons: Choice,
    /// What is read in each part of a document: the telling patterns, and the loose ones.
    documents: FxHashMap<Part, [Choice; 2]>,
    /// The pattern of a delivery result that stands alone in its line.
    lone: Option<u16>,
}

impl Catalogue {
    fn new(formats: &'static [&'static Format]) -> Catalogue {
        let mut entries: Vec<Entry> = formats
            .iter()
            .flat_map(|&format| format.patterns.iter().map(move |pattern| (format, pattern)))
            .filter_map(|(format, pattern)| {
                let pieces = compile(format, pattern.template).ok()?;
                let is_password = |field: &Field| field.role == Role::Password;
                let holds_password =
                    fields_of(&pieces).iter().any(|&at| is_password(&format.fields[usize::from(at)]))
                        || pattern.template.contains("{*}") && format.fields.iter().any(is_password);
                let costly = pieces.iter().any(|piece| matches!(piece, Piece::Optional(_) | Piece::Pairs(_)));
                let least = least(&pieces);
                Some(Entry { format, pattern, holds_password, costly, least, pieces })
            })
            .collect();
        // The most literal pattern is the most telling one.
        entries.sort_by_cached_key(|entry| {
            let literal: usize = entry.literals().iter().map(|literal| literal.len()).sum();
            (entry.pattern.named, entry.pattern.loose, std::cmp::Reverse(literal))
        });
        let mut catalogue = Catalogue {
            entries: Vec::new(),
            named: entries.partition_point(|entry| !entry.pattern.named) as u16,
            by_program: FxHashMap::default(),
            anywhere: Choice::default(),
            results: Choice::default(),
            openings: Switch::default(),
            reasons: Choice::default(),
            documents: FxHashMap::default(),
            lone: None,
        };
        for (at, entry) in entries.iter().enumerate() {
            let at = at as u16;
            match entry.format.place {
                Place::Result => {
                    catalogue.results.entries.push(at);
                    if let Some(opening) = opening(entry) {
                        catalogue.openings.add(&opening, Way::to(at));
                    }
                }
                Place::Reason => catalogue.reasons.entries.push(at),
                Place::Document(_) => {
                    let lone = matches!(*entry.pieces, [Piece::Field { shape: Shape::Result, .. }]);
                    for &part in entry.pattern.within {
                        if lone && part == Part::Outside {
                            catalogue.lone = Some(at);
                        } else {
                            let of_part = catalogue.documents.entry(part).or_default();
                            of_part[usize::from(entry.pattern.loose)].entries.push(at);
                        }
                    }
                }
                place => {
                    for program in entry.format.programs {
                        catalogue.by_program.entry(program.as_bytes()).or_default().entries.push(at);
                    }
                    if place == Place::Line && !entry.pattern.named {
                        catalogue.anywhere.entries.push(at);
                    }
                }
            }
        }
        catalogue.entries = entries;
        catalogue
    }

    /// A pattern by its number.
    pub fn entry(&self, number: u16) -> &Entry {
        &self.entries[usize::from(number)]
    }

    /// The number of a pattern.
    pub fn number(&self, pattern: &Pattern) -> Option<u16> {
        self.entries.iter().position(|entry| std::ptr::eq(entry.pattern, pattern)).map(|at| at as u16)
    }

    /// All patterns.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The pattern that claims a body; `program` is empty when the frame names none. The captures hold
    /// its fields afterwards.
    pub fn claim(&self, program: &[u8], body: &[u8], captures: &mut Captures) -> Option<u16> {
        if program.is_empty() {
            return self.choose(&self.anywhere, Mode::Plain, body, captures);
        }
        let of_program = self.by_program.get(program).or_else(|| {
            let (first, last) = (memchr(b'/', program)?, memrchr(b'/', program)?);
            self.by_program.get(&program[last + 1..]).or_else(|| self.by_program.get(&program[..first]))
        });
        if let Some(choice) = of_program
            && let Some(entry) = self.choose(choice, Mode::Plain, body, captures)
        {
            return Some(entry);
        }
        self.choose(&self.anywhere, Mode::Plain, body, captures)
    }

    /// The pattern that claims a line without a frame, in this part of a document. Where no document is
    /// open, the lines of logs go before; where one is, its own telling lines do, and quoted text is only
    /// that. Loose patterns come last, those of the open document first.
    pub fn claim_in(&self, part: Part, body: &[u8], captures: &mut Captures) -> Option<u16> {
        let of_part = self.documents.get(&part);
        let (telling, loose) = (of_part.map(|of| &of[0]), of_part.map(|of| &of[1]));
        let own = |choice: Option<&Choice>, captures: &mut Captures| {
            self.choose(choice?, Mode::Caseless, body, captures)
        };
        let of_log =
            |captures: &mut Captures| if part.is_quoted() { None } else { self.claim(b"", body, captures) };
        if part != Part::Outside
            && let Some(number) = own(telling, captures)
        {
            return Some(number);
        }
        let logged = of_log(captures);
        if logged.is_some_and(|number| !self.entry(number).pattern.loose) {
            return logged;
        }
        // Other tries take the captures, so a loose pattern is matched once more when its turn comes.
        let again = |captures: &mut Captures| logged.filter(|&number| self.fits(number, body, captures));
        if part == Part::Outside {
            return own(telling, captures)
                .or_else(|| again(captures))
                .or_else(|| own(loose, captures))
                .or_else(|| self.lone_result(body, captures));
        }
        own(loose, captures).or_else(|| again(captures))
    }

    /// The pattern of a line that is nothing but a delivery result.
    fn lone_result(&self, body: &[u8], captures: &mut Captures) -> Option<u16> {
        let known = self.result(body).first()?.entry?;
        let lone = self.lone.filter(|_| !self.entry(known).pattern.loose)?;
        self.fits(lone, body, captures).then_some(lone)
    }

    /// True when this one pattern fits the whole of a body; the captures hold its fields afterwards.
    pub fn fits(&self, entry: u16, body: &[u8], captures: &mut Captures) -> bool {
        let entry = self.entry(entry);
        Matcher::new(entry.format, Mode::of(entry.format), body, captures).whole(&entry.pieces)
    }

    /// The pattern that fits, else the most telling of those that say little more than whose line it is.
    fn choose(&self, choice: &Choice, mode: Mode, body: &[u8], captures: &mut Captures) -> Option<u16> {
        let switch = choice.switch.get_or_init(|| self.switch(&choice.entries));
        let fits = |way: Way, at: usize, captures: &mut Captures| {
            let entry = self.entry(way.entry);
            if entry.least > body.len() {
                return false;
            }
            let plain = mode == Mode::Plain;
            if plain && !(ends(&entry.pieces, body) && (!entry.costly || possible(&entry.pieces, body))) {
                return false;
            }
            Matcher::new(entry.format, mode, body, captures).behind(&entry.pieces, way, at)
        };
        let found = switch.find(mode, body, captures, &mut |way, at, captures| {
            (way.entry < self.named && fits(way, at, captures)).then_some(way.entry)
        });
        if found.is_some() {
            return found;
        }
        let mut best = None;
        switch.find(mode, body, captures, &mut |way, at, captures| {
            let better = way.entry >= self.named && best.is_none_or(|best| way.entry < best);
            if better && fits(way, at, captures) {
                best = Some(way.entry);
            }
            None::<()>
        });
        best.filter(|&entry| self.fits(entry, body, captures))
    }

    /// The tree of these patterns.
    fn switch(&self, entries: &[u16]) -> Switch {
        let mut switch = Switch::default();
        for &number in entries {
            for (beginning, way) in beginnings(self.entry(number), number) {
                switch.add(&beginning, way);
            }
        }
        switch
    }

    /// The pattern that claims a reason; the captures hold its fields afterwards.
    pub fn reason(&self, text: &[u8], captures: &mut Captures) -> Option<u16> {
        self.choose(&self.reasons, Mode::Plain, text, captures)
    }

    /// Reads a delivery result: what several programs said, one after the other.
    pub fn result(&self, text: &[u8]) -> Vec<Segment> {
        let mut segments = Vec::new();
        let mut start = 0;
        while start < text.len() {
            if is_break(text[start]) && !self.begins_result(&text[start..]) {
                start += 1;
                continue;
            }
            let end = (start + 1..text.len())
                .find(|&at| is_break(text[at]) && text[at - 1] != b':' && self.begins_result(&text[at + 1..]))
                .unwrap_or(text.len());
            let kept = text[start..end].iter().rev().take_while(|byte| is_break(**byte)).count();
            let span = Span::new(start, end - kept);
            let mut captures = Captures::new();
            let entry = self.choose(&self.results, Mode::Result, span.of(text), &mut captures);
            if entry.is_none() {
                captures.clear();
            }
            segments.push(Segment { at: span, entry, captures });
            start = end + 1;
        }
        segments
    }

    /// True when a known result begins here.
    fn begins_result(&self, text: &[u8]) -> bool {
        self.openings.find(Mode::Result, text, &mut Captures::new(), &mut |_, _, _| Some(())).is_some()
    }
}

/// What tells that a result begins: its leading literal, and the field after it when the shape of that
/// field can tell.
fn opening(entry: &Entry) -> Option<Vec<Step>> {
    const TELLING: usize = 4;
    let [Piece::Literal(literal), rest @ ..] = entry.pieces.as_slice() else { return None };
    let mut opening = vec![Step::Literal(literal.bytes.clone())];
    if let Some(Piece::Field { shape, .. }) = rest.first()
        && fixed(*shape)
    {
        opening.push(Step::Field(*shape));
    }
    (literal.bytes.len() >= TELLING && !entry.pattern.loose).then_some(opening)
}

fn is_break(byte: u8) -> bool {
    matches!(byte, b'/' | b'\n' | b'\r')
}

/// How a pattern can begin. One that begins with optional parts can begin with each of them, or with what
/// follows them.
fn beginnings(entry: &Entry, number: u16) -> Vec<(Vec<Step>, Way)> {
    let mode = Mode::of(entry.format);
    let mut found = Vec::new();
    for without in 0..=entry.pieces.len() {
        let way = Way { without: without as u8, ..Way::to(number) };
        if let Some(Piece::Optional(part)) = entry.pieces.get(without) {
            let steps = beginning(mode, part);
            found.push((steps.0, Way { inside: true, read: steps.1, ..way }));
        } else {
            let steps = beginning(mode, &entry.pieces[without..]);
            found.push((steps.0, Way { read: steps.1, ..way }));
            break;
        }
    }
    found
}

/// The beginning of these pieces and how many of them it is: literal text, and fields that end without a
/// try where literal text follows. Only such a field whose shape can tell may stand first.
fn beginning(mode: Mode, pieces: &[Piece]) -> (Vec<Step>, u8) {
    let mut steps = Vec::new();
    for pair in pieces.iter().zip(pieces.iter().skip(1).map(Some).chain([None])) {
        steps.push(match pair {
            (Piece::Literal(literal), _) => Step::Literal(match mode {
                Mode::Caseless => literal.bytes.to_ascii_lowercase(),
                Mode::Plain | Mode::Result => literal.bytes.clone(),
            }),
            (Piece::Field { shape, whole: true, .. }, Some(Piece::Literal(_)))
                if fixed(*shape) || !steps.is_empty() =>
            {
                Step::Field(*shape)
            }
            _ => break,
        });
    }
    let read = steps.len() as u8;
    (steps, read)
}

/// True for a shape whose length does not depend on what follows it.
fn fixed(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Number
            | Shape::Hex
            | Shape::Ip
            | Shape::Peer
            | Shape::QueueId
            | Shape::EximId
            | Shape::SendmailId
            | Shape::Code
            | Shape::CodeOf(_)
            | Shape::Status
            | Shape::StatusOf(_)
            | Shape::PlainMailbox
            | Shape::Space
            | Shape::Prompt
    )
}

#[cfg(test)]
mod tests {
    use super::CATALOGUE;

    #[test]
    fn a_delivery_result_falls_into_what_each_program_said() {
        for (text, want) in [
            ("", &[][..]),
            ("did_0+0+1/", &["did"]),
            ("ticket_#4411_created/did_0+0+1/", &["?", "did"]),
            ("see_http://help.example/did_you_know/did_0+0+1/", &["?", "did"]),
            ("/bin/sh:_1:_/opt/filter:_not_found/", &["command-not-found"]),
            ("caught//bin/sh: 1: /opt/filter: not found\n", &["?", "command-not-found"]),
            (
                "192.0.2.25_does_not_like_recipient./Remote_host_said:_550-5.1.1_a/b/550_5.1.1_c/Giving_up_on_192.0.2.25./",
                &["recipient-refused", "reply-of-lines-with-status", "giving-up"],
            ),
            (
                "192.0.2.25 does not like recipient.\nRemote host said: 550 no\nGiving up on 192.0.2.25.\n",
                &["recipient-refused", "reply", "giving-up"],
            ),
        ] {
            let got: Vec<&str> = CATALOGUE
                .result(text.as_bytes())
                .iter()
                .map(|segment| segment.entry.map_or("?", |entry| CATALOGUE.entry(entry).pattern.id))
                .collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
