//! The catalogue of all patterns, compiled, and how a body finds its own.

use super::partly;
use super::switch::Switch;
use super::template::{
    Capture, Captures, Matcher, Mode, TemplatePart, compile, ends, fields_of, possible, reach,
};
use crate::format::{FORMATS, Field, Format, Part, Pattern, Place, Role, Shape};
use crate::frame::heads;
use crate::knowledge::{obstacle, program};
use crate::text::{Span, prose};
use crate::vocabulary::{Datum, Level, Sign};
use memchr::{memchr, memrchr};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
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
    /// True where the program of a line is known and its text is not: see [`partly`].
    pub partly: bool,
    /// True when matching can take many tries, so that it is worth a look first whether it can fit at all.
    costly: bool,
    /// The bytes that a text which fits must hold.
    needs: Vec<u8>,
    pieces: Vec<TemplatePart>,
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

    /// The first captured part that holds this.
    pub fn datum(&self, datum: Datum, captures: &Captures) -> Option<Span> {
        captures.iter().find(|capture| self.field(**capture).datum == Some(datum)).map(|capture| capture.at)
    }

    /// True for a line that its format calls this.
    pub fn is(&self, sign: Sign) -> bool {
        self.pattern.sign == Some(sign)
    }

    /// What the pattern itself states of a role, where no field tells it.
    pub fn stated(&self, role: Role) -> Option<&'static str> {
        self.pattern.facts.iter().find(|fact| fact.0 == role).map(|fact| fact.1)
    }

    /// True when the template has a field of this role, or a list that may hold one.
    pub fn may_hold(&self, role: Role) -> bool {
        let is = |at: &u16| self.format.fields[usize::from(*at)].role == role;
        let listed = || self.format.fields.iter().any(|field| field.role == role);
        fields_of(&self.pieces).iter().any(is) || self.pieces.iter().any(TemplatePart::has_list) && listed()
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

/// The name of a program in small letters where it has capitals alone, as Dovecot 1.x writes those of its services.
fn small(program: &[u8]) -> Cow<'_, [u8]> {
    let capitals =
        program.first().is_some_and(u8::is_ascii_uppercase) && !program.iter().any(u8::is_ascii_lowercase);
    if capitals { program.to_ascii_lowercase().into() } else { program.into() }
}

/// What a program can be called: the whole of its tag, what stands behind its last slash, what stands in front of its first.
fn names_of(program: &[u8]) -> impl Iterator<Item = &[u8]> {
    let slashes = memchr(b'/', program).zip(memrchr(b'/', program));
    let parts = slashes.map(|(first, last)| [&program[last + 1..], &program[..first]]);
    std::iter::once(program).chain(parts.into_iter().flatten()).filter(|name| !name.is_empty())
}

fn literals(pieces: &[TemplatePart]) -> Vec<&[u8]> {
    let mut found: Vec<&[u8]> = Vec::new();
    for piece in pieces {
        match piece {
            TemplatePart::Literal(bytes) => found.push(bytes),
            TemplatePart::Optional(part) => found.extend(literals(part)),
            TemplatePart::Field { .. } | TemplatePart::Pairs(_) => {}
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

/// How telling the beginning of a pattern is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// Literal text.
    Literal,
    /// A field of a fixed shape.
    Field,
    /// Nothing that tells.
    Anything,
}

/// Patterns that share the shape of their first field, by the literal text after it.
#[derive(Debug)]
struct Lead {
    shape: Option<Shape>,
    rank: Rank,
    switch: Switch,
}

/// All patterns, compiled, with the switches that choose among them.
#[derive(Debug)]
pub struct Catalogue {
    entries: Vec<Entry>,
    /// The number of the first pattern that only a program's name makes its format's: the last ones.
    named: u16,
    /// The number of the first pattern that stands for an unknown text.
    unknown: u16,
    /// The first of those of each program, apart for Dovecot: its services share names with Postfix's.
    unknown_of: FxHashMap<(bool, &'static [u8]), u16>,
    /// What a program writes is sorted when its first line is met: a log has few of them.
    by_program: FxHashMap<&'static [u8], OnceLock<Vec<Lead>>>,
    anywhere: Vec<Lead>,
    results: Vec<Lead>,
    reasons: Vec<Lead>,
    /// What is read in each part of a document: the telling patterns, and the loose ones.
    documents: FxHashMap<Part, [Vec<Lead>; 2]>,
    /// The pattern of a delivery result that stands alone in its line.
    lone: Option<u16>,
    /// The pattern of a line in which an app says what keeps it from a server: tried when nothing else fits.
    trouble: Option<u16>,
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
                let costly = pieces
                    .iter()
                    .any(|piece| matches!(piece, TemplatePart::Optional(_) | TemplatePart::Pairs(_)));
                let needs = needed(mode_of(format), &pieces);
                Some(Entry { format, pattern, holds_password, partly: false, costly, needs, pieces })
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
            unknown: entries.len() as u16,
            unknown_of: FxHashMap::default(),
            by_program: FxHashMap::default(),
            anywhere: Vec::new(),
            results: Vec::new(),
            reasons: Vec::new(),
            documents: FxHashMap::default(),
            lone: None,
            trouble: None,
        };
        for (at, entry) in entries.iter().enumerate() {
            let at = at as u16;
            match entry.format.place {
                Place::Result => add(&mut catalogue.results, entry, at),
                Place::Reason => add(&mut catalogue.reasons, entry, at),
                Place::Document(_) => {
                    if matches!(*entry.pieces, [TemplatePart::Field { shape: Shape::Trouble, .. }]) {
                        catalogue.trouble = Some(at);
                        continue;
                    }
                    let lone = matches!(*entry.pieces, [TemplatePart::Field { shape: Shape::Result, .. }]);
                    for &part in entry.pattern.within {
                        if lone && part == Part::Outside {
                            catalogue.lone = Some(at);
                        } else {
                            let of_part = catalogue.documents.entry(part).or_default();
                            add(&mut of_part[usize::from(entry.pattern.loose)], entry, at);
                        }
                    }
                }
                place => {
                    for program in entry.format.programs {
                        catalogue.by_program.entry(program.as_bytes()).or_default();
                    }
                    if place == Place::Line && !entry.pattern.named {
                        add(&mut catalogue.anywhere, entry, at);
                    }
                }
            }
        }
        for &format in formats.iter().filter(|format| !format.programs.is_empty()).chain([&&partly::OTHER]) {
            let first = entries.len() as u16;
            for &program in format.programs {
                let key = (format.realm == "dovecot", program.as_bytes());
                catalogue.unknown_of.entry(key).or_insert(first);
            }
            entries.extend(partly::UNKNOWN.iter().map(|pattern| Entry {
                format,
                pattern,
                holds_password: false,
                partly: true,
                costly: false,
                needs: Vec::new(),
                pieces: Vec::new(),
            }));
        }
        catalogue.entries = entries;
        catalogue
    }

    /// The pattern of a line of this level whose text is not known; `None` where its program is not known either.
    pub fn partly(&self, tag: &[u8], body: &[u8], level: Level) -> Option<u16> {
        let exim: &[u8] = if reach(Shape::EximId, body).1 > 0 { b"exim" } else { b"" };
        let tag = if tag.is_empty() { exim } else { tag };
        // Only another server's programs have a slash in their names.
        let dovecot = !tag.contains(&b'/');
        let tag = small(tag);
        let tag = &*tag;
        let of = |dovecot| names_of(tag).find_map(|name| self.unknown_of.get(&(dovecot, name)).copied());
        let of_format = of(dovecot).or_else(|| of(!dovecot));
        let is_known = |name| program::known(name).is_some();
        let at = partly::LEVELS.iter().position(|known| *known == level)?;
        let of_format = of_format.map(|first| first + at as u16);
        of_format.or_else(|| names_of(tag).any(is_known).then(|| self.other(level)).flatten())
    }

    /// What stands for a line of this level of a program that is not known.
    pub fn other(&self, level: Level) -> Option<u16> {
        let at = partly::LEVELS.iter().position(|known| *known == level)?;
        Some((self.entries.len() - partly::LEVELS.len() + at) as u16)
    }

    /// A pattern by its number.
    pub fn entry(&self, number: u16) -> &Entry {
        &self.entries[usize::from(number)]
    }

    /// The number of a pattern.
    pub fn number(&self, pattern: &Pattern) -> Option<u16> {
        self.entries.iter().position(|entry| std::ptr::eq(entry.pattern, pattern)).map(|at| at as u16)
    }

    /// All patterns of the formats.
    pub fn entries(&self) -> &[Entry] {
        &self.entries[..usize::from(self.unknown)]
    }

    /// The pattern that claims a body; `program` is empty when the frame names none. The captures hold
    /// its fields afterwards.
    pub fn claim(&self, program: &[u8], body: &[u8], captures: &mut Captures) -> Option<u16> {
        if program.is_empty() {
            return self.choose(&self.anywhere, Mode::Plain, body, captures);
        }
        let spelled = small(program);
        let of_program = names_of(&spelled).find_map(|name| self.by_program.get_key_value(name));
        if let Some(leads) = of_program.map(|(name, leads)| leads.get_or_init(|| self.written_by(name)))
            && let Some(entry) = self.choose(leads, Mode::Plain, body, captures)
        {
            return Some(entry);
        }
        self.choose(&self.anywhere, Mode::Plain, body, captures)
    }

    /// The patterns of what a program writes.
    fn written_by(&self, program: &[u8]) -> Vec<Lead> {
        let mut leads = Vec::new();
        for (at, entry) in self.entries().iter().enumerate() {
            let Format { place, programs, .. } = entry.format;
            if matches!(place, Place::Line | Place::Program)
                && programs.iter().any(|name| name.as_bytes() == program)
            {
                add(&mut leads, entry, at as u16);
            }
        }
        leads
    }

    /// The pattern that claims a line without a frame, in this part of a document. Where no document is
    /// open, the lines of logs go before; where one is, its own telling lines do, and quoted text is only
    /// that. Loose patterns come last, those of the open document first.
    pub fn claim_in(&self, part: Part, body: &[u8], captures: &mut Captures) -> Option<u16> {
        let none = [Vec::new(), Vec::new()];
        let [telling, loose] = self.documents.get(&part).unwrap_or(&none);
        let own =
            |leads: &[Lead], captures: &mut Captures| self.choose(leads, Mode::Caseless, body, captures);
        let outside = part == Part::Outside;
        if !outside && let Some(number) = own(telling, captures) {
            return Some(number);
        }
        let of_log = if part.is_quoted() { None } else { self.claim(b"", body, captures) };
        if of_log.is_some_and(|number| !self.entry(number).pattern.loose) {
            return of_log;
        }
        // What was found loosely is matched again when it is its turn: others used the captures.
        let again = |captures: &mut Captures| of_log.filter(|&number| self.fits(number, body, captures));
        if outside {
            return own(telling, captures)
                .or_else(|| again(captures))
                .or_else(|| own(loose, captures))
                .or_else(|| self.lone_result(body, captures))
                .or_else(|| self.trouble_in(part, body, captures));
        }
        let found = own(loose, captures).or_else(|| again(captures));
        // What fits any line says less than what an app says of its trouble.
        match found.filter(|&number| !self.entry(number).needs.is_empty()) {
            Some(number) => Some(number),
            None => self
                .trouble_in(part, body, captures)
                .or_else(|| found.filter(|&number| self.fits(number, body, captures))),
        }
    }

    /// The pattern of what an app says of its trouble, where that can stand in this part.
    pub fn trouble_in(&self, part: Part, body: &[u8], captures: &mut Captures) -> Option<u16> {
        // A time that no framing knows is a log's, and so is the number of a process. What begins with a status is a reply.
        let numbered = body.first().is_some_and(u8::is_ascii_digit)
            && !body.starts_with(b"0x")
            && reach(Shape::Status, body).1 == 0;
        // In a conversation, the debugging output of a library has a time in front of each line.
        let of_library = part != Part::Outside && obstacle::names_library(body);
        let of_log = (numbered || heads::names_process(body)) && !of_library;
        // What follows an alert belongs to it, though a person could have written it.
        let of_person = part == Part::Outside && prose::is(body) && !obstacle::names_library(body);
        let trouble = self.trouble.filter(|&number| self.entry(number).pattern.within.contains(&part))?;
        (!of_log && !of_person && self.fits(trouble, body, captures)).then_some(trouble)
    }

    /// The same for a line of a paste in which nothing else is read: what a person quotes of it counts, too.
    pub fn told_trouble(&self, body: &[u8], captures: &mut Captures) -> Option<u16> {
        self.trouble.filter(|&number| self.fits(number, body, captures))
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
        if entry.partly {
            captures.clear();
            return true;
        }
        let mode = mode_of(entry.format);
        Matcher::new(entry.format, mode, body, captures).whole(&entry.pieces)
    }

    /// How far a body is what this one pattern says: the byte, and what does not fit there.
    #[cfg(test)]
    pub fn furthest(&self, entry: u16, body: &[u8]) -> (usize, String) {
        let (entry, mut captures) = (self.entry(entry), Captures::new());
        let mut matcher = Matcher::new(entry.format, mode_of(entry.format), body, &mut captures);
        matcher.whole(&entry.pieces);
        matcher.furthest()
    }

    /// The pattern that fits, else the most telling of those that say little more than whose line it is.
    fn choose(&self, leads: &[Lead], mode: Mode, body: &[u8], captures: &mut Captures) -> Option<u16> {
        // Most texts are known at the first try; for the others it pays to look first what they hold.
        const FREE: u32 = 1;
        let (mut tries, mut held) = (0, None);
        let mut fits = |number: u16| {
            let entry = self.entry(number);
            tries += 1;
            if tries > FREE && !held.get_or_insert_with(|| Held::by(mode, body)).all(&entry.needs) {
                return None;
            }
            let plain = mode == Mode::Plain;
            if plain && !(ends(&entry.pieces, body) && (!entry.costly || possible(&entry.pieces, body))) {
                return None;
            }
            Matcher::new(entry.format, mode, body, captures).whole(&entry.pieces).then_some(number)
        };
        let found = offer(leads, mode, body, &mut |number| (number < self.named).then(|| fits(number))?);
        if found.is_some() {
            return found;
        }
        let mut best = u16::MAX;
        offer(leads, mode, body, &mut |number| {
            if (self.named..best).contains(&number) && fits(number).is_some() {
                best = number;
            }
            None
        });
        (best < u16::MAX).then(|| fits(best))?
    }

    /// The pattern that claims a reason; the captures hold its fields afterwards.
    pub fn reason(&self, text: &[u8], captures: &mut Captures) -> Option<u16> {
        self.choose(&self.reasons, Mode::Plain, text, captures)
    }

    /// The fields of a body that this entry claims.
    pub fn fields(&self, entry: &Entry, body: &[u8]) -> Captures {
        let mut captures = Captures::new();
        Matcher::new(entry.format, mode_of(entry.format), body, &mut captures).whole(&entry.pieces);
        captures
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

    /// True when a known result begins here: its leading literal, and the field after it when the shape
    /// of that field can tell.
    fn begins_result(&self, text: &[u8]) -> bool {
        const TELLING: usize = 4;
        self.results.iter().filter(|lead| lead.shape.is_none()).any(|lead| {
            lead.switch
                .find(Mode::Result, text, &mut |number| {
                    let entry = self.entry(number);
                    let [TemplatePart::Literal(bytes), rest @ ..] = entry.pieces.as_slice() else {
                        return None;
                    };
                    let follows = match rest.first() {
                        Some(TemplatePart::Field { shape, .. }) if fixed(*shape) => {
                            text.get(bytes.len()..).is_some_and(|text| reach(*shape, text).1 > 0)
                        }
                        _ => true,
                    };
                    (bytes.len() >= TELLING && follows && !entry.pattern.loose).then_some(())
                })
                .is_some()
        })
    }
}

/// Which bytes a text holds, also as a template would have them.
struct Held([bool; 256]);

impl Held {
    fn by(mode: Mode, text: &[u8]) -> Held {
        let mut held = [false; 256];
        for &byte in text {
            held[usize::from(byte)] = true;
            if mode != Mode::Plain {
                held[usize::from(mode.fold(byte))] = true;
            }
        }
        Held(held)
    }

    /// True when it has all of these.
    fn all(&self, bytes: &[u8]) -> bool {
        bytes.iter().all(|&byte| self.0[usize::from(byte)])
    }
}

/// The bytes that a text must hold to fit these pieces, the rarest kinds first; a trimmed line may lack
/// white space.
fn needed(mode: Mode, pieces: &[TemplatePart]) -> Vec<u8> {
    let literals = pieces.iter().filter_map(|piece| match piece {
        TemplatePart::Literal(bytes) => Some(bytes),
        _ => None,
    });
    let bytes = literals.flatten().filter(|byte| !byte.is_ascii_whitespace());
    let folded = bytes.map(|&byte| if mode == Mode::Caseless { mode.fold(byte) } else { byte });
    let mut needed: Vec<u8> = folded.collect();
    crate::sort::by_key(&mut needed, |byte| (byte.is_ascii_lowercase(), *byte));
    needed.dedup();
    needed
}

/// Offers every entry that can begin as the body does until one is taken.
fn offer(leads: &[Lead], mode: Mode, body: &[u8], take: &mut impl FnMut(u16) -> Option<u16>) -> Option<u16> {
    leads.iter().find_map(|lead| {
        let from = match lead.shape {
            None => 0,
            Some(shape) => match reach(shape, body).1 {
                0 => return None,
                length => length,
            },
        };
        lead.switch.find(mode, &body[from..], take)
    })
}

fn is_break(byte: u8) -> bool {
    matches!(byte, b'/' | b'\n' | b'\r')
}

/// How the literal text of a format is compared.
fn mode_of(format: &Format) -> Mode {
    match format.place {
        Place::Line | Place::Program | Place::Reason => Mode::Plain,
        Place::Result => Mode::Result,
        Place::Document(_) => Mode::Caseless,
    }
}

/// Puts an entry into the switch of its lead. Leads without a field come first.
fn add(leads: &mut Vec<Lead>, entry: &Entry, number: u16) {
    for (shape, literal) in openings(&entry.pieces) {
        let literal = literal.trim_ascii_end();
        let rank = match (shape, literal) {
            (None, []) => Rank::Anything,
            (Some(_), _) => Rank::Field,
            (None, _) => Rank::Literal,
        };
        let at =
            leads.iter().position(|lead| lead.shape == shape && lead.rank == rank).unwrap_or_else(|| {
                let at = leads.partition_point(|lead| lead.rank <= rank);
                leads.insert(at, Lead { shape, rank, switch: Switch::default() });
                at
            });
        let literal: Vec<u8> = match mode_of(entry.format) {
            Mode::Caseless => literal.to_ascii_lowercase(),
            Mode::Plain | Mode::Result => literal.to_vec(),
        };
        leads[at].switch.add(&literal, number);
    }
}

/// How a template can begin: with literal text, or with a field and the literal text after it. One that
/// begins with an optional part can begin in two ways.
fn openings(pieces: &[TemplatePart]) -> Vec<(Option<Shape>, Vec<u8>)> {
    match pieces {
        [TemplatePart::Literal(bytes), ..] => vec![(None, bytes.clone())],
        [TemplatePart::Field { shape, .. }, TemplatePart::Literal(bytes), ..] if fixed(*shape) => {
            vec![(Some(*shape), bytes.clone())]
        }
        [TemplatePart::Optional(part), rest @ ..] => {
            let rest = openings(rest);
            let mut all = openings(part);
            // Behind an id alone goes on what stands there without it, too.
            if let ([TemplatePart::Field { .. }, TemplatePart::Literal(bytes)], [(Some(shape), _)]) =
                (&**part, &*all)
            {
                let shape = *shape;
                let more = |of: &(Option<Shape>, Vec<u8>)| of.0.map_or(&*of.1, |_| b"").to_vec();
                all = rest.iter().map(|of| (Some(shape), [&bytes[..], &more(of)].concat())).collect();
            }
            all.extend(rest);
            all
        }
        _ => vec![(None, Vec::new())],
    }
}

/// True for a shape whose length does not depend on what follows it.
fn fixed(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Number
            | Shape::Hex
            | Shape::HexOf(_)
            | Shape::Ip
            | Shape::Peer
            | Shape::QueueId
            | Shape::EximId
            | Shape::SendmailId
            | Shape::Code
            | Shape::CodeOf(_)
            | Shape::Full
            | Shape::Status
            | Shape::StatusOf(_)
            | Shape::PlainMailbox
            | Shape::Domain
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
