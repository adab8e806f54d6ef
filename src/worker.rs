//! The side that owns the log: reads it and answers the page's questions.
//!
//! It runs in a worker. Where none starts, it runs on the page, in slices that leave the page free to
//! draw; [`Host`] does not know which.

use super::examples::{EXAMPLES, lessons};
use super::export::{self, Of};
use super::folds::Folds;
use super::groups::{Groups, Place};
use super::protocol::{
    About, Ask, BLOCK, Form, Listed, Listing, MOST_TOLD, Outcomes, Part, Pick, READY, Reply, Shown, Subject,
    TRACE_LINES, Tell, Times, To, Wanted, What, decode, encode,
};
use flate2::write::MultiGzDecoder;
use js_sys::{Array, Date, Function, Promise, Reflect, Uint8Array};
use maillens::export::{Level, Line, Outcome, State as LineState};
use maillens::log::{Claim, Source};
use maillens::overview::Survey;
use maillens::redact::{self, Originals, Proof};
use maillens::report::customer;
use maillens::report::table;
use maillens::search::{Gather, Query, Search, missing};
use maillens::time::{Instant, NEVER};
use maillens::{Log, Reader, Settings, Show, explain};
use maillens_zones::zone;
use std::cell::{Cell, RefCell};
use std::hint::black_box;
use std::io::Write;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

/// Bytes of a file that are read at once; on the page, few enough for a slice of well under 50 ms.
const SLICE_IN_WORKER: u32 = 16 << 20;
const SLICE_ON_PAGE: u32 = 512 << 10;

/// Memory that the worker needs before it has a log.
const MEMORY: usize = 4 << 20;

/// How much is counted for the overview at once: a slice of well under 50 ms.
const SURVEY: u32 = 150_000;

/// How long a search goes on at once, in milliseconds.
const SEARCH: f64 = 25.0;

/// Bytes of a compressed file that are read at once.
const SLICE_COMPRESSED: u32 = 256 << 10;

/// Bytes at the start of a file in which its first time is looked for.
const BEGINNING: usize = 64 << 10;

/// The most that a tab can hold: WebAssembly addresses 4 GiB, and the index needs its share.
const MOST: f64 = 3.5e9;

/// A line in a list is cut here, in bytes; a line that is looked at comes whole.
const LIST_TEXT: usize = 2_000;

/// A line that is looked at is cut here: more no browser lays out while somebody waits.
const LINE_TEXT: usize = 1 << 16;

/// What is no log, by its first bytes.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"\x89PNG", "is a picture. Ask for the text of the log instead."),
    (b"\xff\xd8\xff", "is a picture. Ask for the text of the log instead."),
    (b"GIF8", "is a picture. Ask for the text of the log instead."),
    (b"%PDF", "is a PDF document. Copy its text and paste that."),
    (b"PK\x03\x04", "is a zip archive or an office document. Unpack it, or paste its text."),
    (b"BZh", "is compressed with bzip2. Unpack it with: bunzip2"),
    (b"\xfd7zXZ", "is compressed with xz. Unpack it with: unxz"),
    (b"\x28\xb5\x2f\xfd", "is compressed with zstd. Unpack it with: unzstd"),
];

/// What to do with a log that is too large.
pub const CUT_DOWN: &str = "Cut it down first, for example to the lines about one address: grep -F 'ana@example.org' current > part.log. Or to its end: tail -c 1G current > part.log.";

/// Serves as the worker: answers every message from now on.
pub fn serve() {
    // Asked for at once: it grows by 64 KB at a time otherwise, and each time takes a while.
    drop(black_box(Vec::<u8>::with_capacity(MEMORY)));
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let host = Host::new(SLICE_IN_WORKER, {
        let scope = scope.clone();
        move |tell| {
            let bytes = encode(&tell);
            let _ = scope.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
        }
    });
    let hear = Closure::<dyn Fn(MessageEvent)>::new({
        let host = host.clone();
        move |event: MessageEvent| {
            let message: Array = event.data().unchecked_into();
            if let Some(ask) = decode(&message.get(0).unchecked_into()) {
                host.take(ask, message.get(1).unchecked_into());
            }
        }
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    let _ = scope.post_message(&READY.into());
    spawn_local(async move { host.warm().await });
}

/// Takes questions one after the other and tells the answers.
#[derive(Clone)]
pub struct Host {
    desk: Rc<RefCell<Option<Desk>>>,
    tell: Rc<dyn Fn(Tell)>,
    slice: u32,
    /// Nobody has asked yet.
    idle: Rc<Cell<bool>>,
    /// Takes the next slice that the page has read.
    handed: Rc<RefCell<Option<Function>>>,
}

/// A file or a paste, and its place among those that are read together.
struct Given {
    blob: Blob,
    at: u32,
}

impl Host {
    fn new(slice: u32, tell: impl Fn(Tell) + 'static) -> Host {
        Host {
            desk: Rc::default(),
            tell: Rc::new(tell),
            slice,
            idle: Rc::new(Cell::new(true)),
            handed: Rc::default(),
        }
    }

    /// A host on the page's own thread.
    pub fn here(tell: Rc<dyn Fn(Tell)>) -> Host {
        Host { desk: Rc::default(), tell, slice: SLICE_ON_PAGE, idle: Rc::default(), handed: Rc::default() }
    }

    /// Reads and explains the examples until the reader has found a log: this compiles the patterns, and the
    /// browser compiles what runs for the first time.
    async fn warm(&self) {
        // The last is what is pasted most: one line.
        for example in EXAMPLES.iter().rev() {
            breathe().await;
            if !self.idle.get() {
                return;
            }
            let log = Log::read(example.text.as_bytes(), settings(&Times::default()));
            let mut desk = Desk::new(log);
            let all = desk.log.find("");
            let found = desk.find("", all, None);
            (self.tell)(Tell::Example(
                [desk.read()].into_iter().chain(found).chain(desk.answer(Ask::Rows(0))).collect(),
            ));
        }
    }

    /// Takes one question; `blobs` come with [`Ask::Read`].
    pub fn take(&self, ask: Ask, blobs: Array) {
        let host = self.clone();
        self.idle.set(false);
        match ask {
            Ask::Read { times, names, query, keep } => spawn_local(async move {
                match host.read(&times, &names, &blobs).await {
                    Ok(log) => {
                        let desk = Desk::new(log);
                        let read = desk.read();
                        *host.desk.borrow_mut() = Some(desk);
                        (host.tell)(read);
                        host.find(&query, keep).await;
                    }
                    Err(why) => (host.tell)(Tell::Failed(why)),
                }
            }),
            Ask::Slice => {
                if let Some(take) = self.handed.take() {
                    let _ = take.call1(&JsValue::NULL, &blobs.get(0));
                }
            }
            Ask::Lesson(subject @ Subject::Own(at)) => {
                let text = lessons().nth(at as usize).map_or("", |of| of.text);
                let log = Log::read(text.as_bytes(), settings(&Times::default()));
                (host.tell)(Tell::Lesson(subject, lesson(&log)));
            }
            Ask::Overview => spawn_local(async move { host.survey().await }),
            Ask::Words => spawn_local(async move { host.words().await }),
            Ask::Find { query, keep } => spawn_local(async move { host.find(&query, keep).await }),
            Ask::List(listing) => spawn_local(async move { host.list(listing).await }),
            Ask::Line(pick) => {
                let answers =
                    host.desk.borrow_mut().as_mut().map(|desk| [desk.unfold(pick), desk.line(pick)]);
                for answer in answers.into_iter().flatten().flatten() {
                    (host.tell)(answer);
                }
            }
            ask => {
                // On the page the answer may bring the next question at once: let go of the desk first.
                let answer = host.desk.borrow_mut().as_mut().and_then(|desk| desk.answer(ask));
                if let Some(answer) = answer {
                    (host.tell)(answer);
                }
            }
        }
    }

    async fn read(&self, times: &Times, names: &[String], blobs: &Array) -> Result<Log, String> {
        let why = |error: JsValue| {
            let why = error.dyn_ref::<js_sys::Error>().map(|e| String::from(e.message())).unwrap_or_default();
            format!("The browser could not read this to its end. {why}")
        };
        let given = (0..).zip(blobs.iter()).map(|(at, blob)| Given { blob: blob.unchecked_into(), at });
        let mut parts: Vec<(&String, Given)> = names.iter().zip(given).collect();
        let total: f64 = parts.iter().map(|(_, given)| given.blob.size()).sum();
        if total > MOST {
            return Err(format!("This is more than a browser tab can hold (about 3.5 GB). {CUT_DOWN}"));
        }
        if parts.len() > 1 {
            // The files of a rotated log come in any order; their first times tell the right one.
            let mut dated = Vec::new();
            for part in parts {
                dated.push((self.beginning(&part.1, times).await.map_err(why)?, part));
            }
            dated.sort_by_key(|(instant, _)| *instant);
            parts = dated.into_iter().map(|(_, part)| part).collect();
        }
        for (name, given) in &parts {
            if let Some(what) = self.foreign(given).await.map_err(why)? {
                return Err(format!("\u{201c}{name}\u{201d} {what} Nothing was replaced."));
            }
        }
        let mut reader = Reader::new(settings(times));
        let mut done = 0.0;
        for (name, given) in parts {
            reader.source(name.as_str());
            self.read_given(&given, &mut reader, &mut done, total).await.map_err(why)?;
        }
        Ok(reader.finish())
    }

    /// What a file is that holds no text, and what to do with it, for a sentence that names it.
    async fn foreign(&self, given: &Given) -> Result<Option<&'static str>, JsValue> {
        let mut head = Vec::new();
        self.read_slice(given, 0.0, 8.0, &mut head).await?;
        let known = FOREIGN.iter().find(|(first, _)| head.starts_with(first)).map(|(_, what)| *what);
        Ok(known.or(head.is_empty().then_some("is empty.")))
    }

    async fn read_given(
        &self,
        given: &Given,
        reader: &mut Reader,
        done: &mut f64,
        total: f64,
    ) -> Result<(), JsValue> {
        let mut buffer = Vec::new();
        // A slice that is compressed can be a thousand times as large when it is not.
        let size = given.blob.size();
        let mut to = f64::from(SLICE_COMPRESSED).min(size);
        self.read_slice(given, 0.0, to, &mut buffer).await?;
        let mut gzip = gzipped(&buffer).then(|| MultiGzDecoder::new(Vec::new()));
        let length = f64::from(if gzip.is_some() { SLICE_COMPRESSED } else { self.slice });
        if gzip.is_none() {
            reader.reserve(size as usize);
        }
        let mut from = 0.0;
        loop {
            match &mut gzip {
                None => push(reader, &buffer)?,
                Some(gzip) => {
                    gzip.write_all(&buffer).map_err(|error| refused(&error))?;
                    push(reader, gzip.get_ref())?;
                    gzip.get_mut().clear();
                }
            }
            *done += to - from;
            self.progress(*done, total).await;
            if to >= size {
                break;
            }
            (from, to) = (to, (to + length).min(size));
            self.read_slice(given, from, to, &mut buffer).await?;
        }
        if let Some(mut gzip) = gzip {
            gzip.try_finish().map_err(|error| refused(&error))?;
            push(reader, gzip.get_ref())?;
        }
        Ok(())
    }

    /// The first time that stands in a file; later than any other where there is none.
    async fn beginning(&self, given: &Given, times: &Times) -> Result<Instant, JsValue> {
        let mut head = Vec::new();
        self.read_slice(given, 0.0, f64::from(SLICE_COMPRESSED), &mut head).await?;
        if gzipped(&head) {
            let mut gzip = MultiGzDecoder::new(Vec::new());
            // It breaks off somewhere: what came out until then is enough.
            let _ = gzip.write_all(&head).and_then(|()| gzip.flush());
            head = std::mem::take(gzip.get_mut());
        }
        let log = Log::read(&head[..head.len().min(BEGINNING)], settings(times));
        let instants = (0..log.lines()).map(|index| log.instant(index));
        Ok(instants.filter(|instant| *instant != NEVER).min().unwrap_or(Instant::MAX))
    }

    /// Reads a part of a blob; the page does it where the worker is not allowed to.
    async fn read_slice(&self, of: &Given, from: f64, to: f64, buffer: &mut Vec<u8>) -> Result<(), JsValue> {
        let to = to.min(of.blob.size());
        let read = JsFuture::from(of.blob.slice_with_f64_and_f64(from, to)?.array_buffer()).await;
        let bytes = match read {
            Err(error) if self.slice == SLICE_IN_WORKER && is_forbidden(&error) => {
                let page = Promise::new(&mut |take, _| drop(self.handed.replace(Some(take))));
                (self.tell)(Tell::Slice { blob: of.at, from, to });
                JsFuture::from(page).await?
            }
            read => read?,
        };
        let bytes = Uint8Array::new(&bytes);
        buffer.resize(bytes.length() as usize, 0);
        bytes.copy_to(buffer);
        Ok(())
    }

    async fn progress(&self, done: f64, total: f64) {
        if done < total || total == 0.0 {
            (self.tell)(Tell::Progress { done: done as u64, total: total as u64 });
        }
        if self.slice == SLICE_ON_PAGE {
            breathe().await;
        }
    }

    /// Searches for traces, and shows one.
    async fn find(&self, query: &str, keep: Option<u32>) {
        if let Some(found) = self.search(Kind::Traces, query).await {
            let answers = self.desk.borrow_mut().as_mut().map(|desk| desk.find(query, found, keep));
            for answer in answers.into_iter().flatten() {
                (self.tell)(answer);
            }
        }
    }

    /// Searches for lines and lists them.
    async fn list(&self, listing: Listing) {
        if let Some(matching) = self.search(Kind::Lines, &listing.query).await {
            let answer = self.desk.borrow_mut().as_mut().map(|desk| desk.list(&listing, matching));
            if let Some(answer) = answer {
                (self.tell)(answer);
            }
        }
    }

    /// Searches in slices, so that what is typed next does not wait for what was typed before; `None` when
    /// something newer took its place. Until the search is done, all questions are about what was found
    /// before it.
    async fn search(&self, kind: Kind, query: &str) -> Option<Vec<u32>> {
        let (number, search) = self.desk.borrow_mut().as_mut().map(|desk| {
            desk.searches[kind as usize] += 1;
            let query = Query::new(query);
            let search = match kind {
                Kind::Traces => Some(Search::traces(&desk.log, query)),
                // All lines match, and none is marked.
                Kind::Lines if query.is_empty() => None,
                Kind::Lines => Some(Search::lines(&desk.log, query)),
            };
            (desk.searches[kind as usize], search)
        })?;
        let Some(mut search) = search else { return Some(Vec::new()) };
        let mut since = Date::now();
        loop {
            let done = {
                let desk = self.desk.borrow();
                let desk = desk.as_ref().filter(|desk| desk.searches[kind as usize] == number)?;
                search.advance(&desk.log)
            };
            if done {
                return Some(search.found().to_vec());
            }
            if Date::now() - since > SEARCH {
                breathe().await;
                since = Date::now();
            }
        }
    }

    /// Collects in slices what can be searched for.
    async fn words(&self) {
        let mut gather = Gather::default();
        while self.desk.borrow().as_ref().is_some_and(|desk| !gather.advance(&desk.log)) {
            breathe().await;
        }
        let words = self.desk.borrow().as_ref().map(|desk| gather.finish(&desk.log));
        if let Some(words) = words {
            (self.tell)(Tell::Words(words));
        }
    }

    /// Counts the whole log in slices; questions between them are answered, and the newest survey wins.
    async fn survey(&self) {
        let begun = self.desk.borrow_mut().as_mut().map(|desk| {
            desk.surveys += 1;
            (desk.surveys, Survey::new(&desk.log))
        });
        let Some((number, mut survey)) = begun else { return };
        loop {
            let done = match self.desk.borrow().as_ref().filter(|desk| desk.surveys == number) {
                Some(desk) => survey.advance(&desk.log, SURVEY),
                None => return,
            };
            if done >= 1.0 {
                break;
            }
            (self.tell)(Tell::Counted(done));
            breathe().await;
        }
        let overview = match self.desk.borrow().as_ref().filter(|desk| desk.surveys == number) {
            Some(desk) => survey.finish(&desk.log),
            None => return,
        };
        (self.tell)(Tell::Overview(Box::new(overview)));
    }
}

/// A search that takes a while; the newest of its kind wins, and what changes the log ends both.
#[derive(Clone, Copy)]
enum Kind {
    Traces,
    Lines,
}

/// Lets the browser, or the next question, have its turn.
async fn breathe() {
    let turn = Promise::new(&mut |resolve: Function, _| {
        let global = js_sys::global();
        if let Ok(timeout) = Reflect::get(&global, &"setTimeout".into()) {
            let _ = timeout.unchecked_into::<Function>().call2(&global, &resolve, &0.into());
        }
    });
    let _ = JsFuture::from(turn).await;
}

/// True for the error of a browser that keeps a blob from whoever asks, however it was come by.
fn is_forbidden(error: &JsValue) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|name| name == "NotReadableError")
}

/// True for the beginning of a compressed file.
fn gzipped(head: &[u8]) -> bool {
    head.starts_with(&[0x1f, 0x8b])
}

fn push(reader: &mut Reader, bytes: &[u8]) -> Result<(), js_sys::Error> {
    reader.push(bytes).map_err(|error| js_sys::Error::new(&error.to_string()))
}

fn refused(error: &std::io::Error) -> js_sys::Error {
    js_sys::Error::new(&format!("It is damaged, or not complete: {error}."))
}

/// The lines of a lesson: the first of each kind.
fn lesson(log: &Log) -> Vec<Line> {
    let mut seen = Vec::new();
    let first = |&index: &u32| {
        let claim = log.claim_of(index);
        let new = log.state_of(index) == LineState::Read
            && matches!(claim, Claim::Entry(_))
            && !seen.contains(&claim);
        if new {
            seen.push(claim);
        }
        new
    };
    let lines = (0..log.lines()).filter(first).take(LESSON);
    lines.filter_map(|index| Some(cut(log.line(index + 1)?, LINE_TEXT))).collect()
}

fn settings(times: &Times) -> Settings {
    let show = match &times.show {
        None => Show::Written,
        Some(name) => Show::In(zone(name)),
    };
    let plain = Settings::at((Date::now() / 1000.0) as i64);
    let ours = Settings::names(&times.ours);
    Settings { show, source_zone: zone(&times.source), year: times.year, mend: times.mend, ours, ..plain }
}

/// A log on the desk, with what was found in it.
struct Desk {
    log: Log,
    found: Vec<u32>,
    /// What was found, as it is listed.
    groups: Groups,
    /// What has stand-ins in the last reply.
    originals: Originals,
    /// How many surveys began; what was counted of a log that changed since is of no use.
    surveys: u32,
    /// How many searches began, for each [`Kind`].
    searches: [u32; 2],
    /// The lines that are listed, by their numbers; `None` for all.
    listed: Option<Vec<u32>>,
    /// The same where some of them are folded.
    folds: Option<Folds>,
    /// The lines that match the search, by their numbers.
    matching: Vec<u32>,
    query: Query,
    /// The line that was chosen last.
    line: u32,
    /// The lines of the sources that are not shown.
    off: Vec<Range<u32>>,
}

/// The sources of a log with how many lines they have.
fn parts(log: &Log) -> Vec<Part> {
    let ends = log.sources().iter().skip(1).map(|next| next.first).chain([log.lines() + 1]);
    let part = |(source, end): (&Source, u32)| Part {
        name: source.name.clone(),
        first: source.first,
        lines: end - source.first,
    };
    log.sources().iter().zip(ends).map(part).collect()
}

/// So many of the traces that one is tied to are named.
const TIED: usize = 12;

/// How many lines a lesson has at most: more is no lesson.
const LESSON: usize = 60;

/// How many traces are offered for what was typed.
const GUESSES: usize = 6;

impl Desk {
    fn new(log: Log) -> Desk {
        Desk {
            log,
            found: Vec::new(),
            groups: Groups::default(),
            originals: Originals::default(),
            surveys: 0,
            searches: [0; 2],
            listed: None,
            folds: None,
            matching: Vec::new(),
            query: Query::default(),
            line: 0,
            off: Vec::new(),
        }
    }

    fn answer(&mut self, ask: Ask) -> Option<Tell> {
        let log = &mut self.log;
        Some(match ask {
            Ask::Read { .. }
            | Ask::Slice
            | Ask::Lesson(Subject::Own(_))
            | Ask::Overview
            | Ask::Words
            | Ask::Find { .. }
            | Ask::Line(_)
            | Ask::List(_) => return None,
            Ask::Times(times) => {
                self.surveys += 1;
                self.searches.iter_mut().for_each(|search| *search += 1);
                log.set(settings(&times));
                self.groups.forget();
                self.read()
            }
            Ask::Sources(on) => {
                let parts = parts(log).into_iter().zip(on).filter(|(_, on)| !on);
                self.off = parts.map(|(part, _)| part.first..part.first + part.lines).collect();
                return None;
            }
            Ask::Rows(block) => {
                let rows = self.groups.rows.chunks(BLOCK as usize).nth(block as usize)?;
                Tell::Rows(block, rows.iter().filter_map(|&row| self.listed(row)).collect())
            }
            Ask::Turn(trace, open) => {
                let at = self.groups.turn(trace, open)?;
                self.told_found(Some(at), None)
            }
            Ask::Lines(block) => {
                let lines = (block * BLOCK..(block + 1) * BLOCK)
                    .map_while(|at| Some(self.shown(self.log.line(self.line_number(at)?)?, at)))
                    .collect();
                Tell::Lines(block, lines)
            }
            Ask::Fold(at, open) => {
                let at = self.folds.as_mut()?.turn(at, open);
                self.told_listed(at)
            }
            Ask::Trace(pick) => {
                let number = match pick {
                    Pick::At(at) => self.groups.rows.get(at as usize)?.trace,
                    Pick::Number(number) => number,
                    Pick::Match { .. } => return None,
                    Pick::Problem { from, back } => {
                        let rows = &self.groups.rows;
                        let at = seek(rows.len() as u32, from, back, |at| {
                            self.log
                                .indexed(rows[at as usize].trace)
                                .is_some_and(|of| of.outcome.is_problem())
                        })?;
                        rows[at as usize].trace
                    }
                };
                let of = self.log.lines_of(number).len() as u32;
                let trace = Box::new(self.log.trace(number)?);
                let forecasts = explain::forecasts(&self.log, number);
                let at = self.groups.place(number);
                let row = at.and_then(|at| self.groups.rows.get(at as usize));
                let alike = row.map_or((1, false), |&row| self.groups.alike(row));
                let tied =
                    trace.links.iter().take(TIED).filter_map(|link| self.log.row(link.trace)).collect();
                Tell::Trace { at, trace, lines: self.lines_of(number, 0), of, alike, forecasts, tied }
            }
            Ask::More { trace, from } => Tell::More(trace, self.lines_of(trace, from as usize)),
            Ask::Lesson(Subject::Log) => Tell::Lesson(Subject::Log, lesson(log)),
            Ask::Guess(typed) => {
                let mut search = Search::traces(log, Query::new(&typed));
                while search.found().len() < GUESSES && !search.advance(log) {}
                let rows = search.found().iter().take(GUESSES).filter_map(|&trace| self.log.row(trace));
                Tell::Guessed(rows.collect())
            }
            Ask::Export { what, form, to } => self.export(what, form, to),
            Ask::View { shown, redact, also } => match export::view(&self.log, shown, redact, &also) {
                Ok(text) => Tell::Exported {
                    text,
                    what: "the view".into(),
                    form: Form::Json,
                    to: To::File("maillens-view.json".into()),
                },
                Err(why) => Tell::Refused(why),
            },
            Ask::Reply(wanted) => Tell::Reply(Box::new(self.reply(wanted))),
            Ask::Prove(text) => Tell::Proved(self.originals.proof(&text)),
            Ask::Save(wanted, form) => {
                let traces = self.told(&wanted);
                let text = self.without(&wanted, &traces, |log| match form {
                    Form::Html => customer::report(log, &traces, &wanted.manner).page(),
                    Form::Csv => table::attempts(log, &traces),
                    _ => serde_json::to_string_pretty(&log.report_on(&traces)).unwrap_or_default(),
                });
                Tell::Saved(form, text.clone(), self.originals.proof(&text))
            }
        })
    }

    /// Asks the log with stand-ins for what is not wanted.
    fn without<T>(&mut self, wanted: &Wanted, traces: &[u32], ask: impl FnOnce(&Log) -> T) -> T {
        if wanted.hide.is_empty() {
            self.originals = Originals::default();
            return ask(&self.log);
        }
        let (answer, originals) = redact::told(&mut self.log, traces, &wanted.hide, &wanted.also, ask);
        self.originals = originals;
        answer
    }

    fn reply(&mut self, wanted: Wanted) -> Reply {
        let traces = self.told(&wanted);
        let document = self.without(&wanted, &traces, |log| customer::report(log, &traces, &wanted.manner));
        let (text, markdown, html) = (document.text(), document.markdown(), document.html());
        let proof =
            (!wanted.hide.is_empty()).then(|| self.originals.proof(&[&*text, &*markdown, &*html].join("\n")));
        let words = proof.as_ref().map(|proof: &Proof| proof.words.clone());
        let undecided = words.map(|words| [words, self.originals.undecided()].concat()).unwrap_or_default();
        let tied = self.tied(wanted.trace).len() as u32;
        Reply { told: traces.len() as u32, tied, document, text, markdown, html, proof, undecided, wanted }
    }

    /// The traces that a reply tells of, in the order of the log.
    fn told(&self, wanted: &Wanted) -> Vec<u32> {
        match wanted.about {
            About::One => vec![wanted.trace],
            About::Tied => self.tied(wanted.trace),
            About::Found => {
                let mut found: Vec<u32> = self.found.iter().copied().take(MOST_TOLD).collect();
                found.sort_unstable();
                found
            }
        }
    }

    /// A trace and those that are tied to it, or to one that is.
    fn tied(&self, trace: u32) -> Vec<u32> {
        let mut tied = vec![trace];
        let mut at = 0;
        while let Some(&trace) = tied.get(at).filter(|_| tied.len() < MOST_TOLD) {
            for link in self.log.links_of(trace) {
                for end in [link.from, link.to] {
                    if !tied.contains(&end) && tied.len() < MOST_TOLD {
                        tied.push(end);
                    }
                }
            }
            at += 1;
        }
        tied.sort_unstable();
        tied
    }

    /// One whole line.
    fn line(&mut self, pick: Pick) -> Option<Tell> {
        let number = self.picked(pick)?;
        self.line = number;
        // A head and its first line have one number.
        let at = if let Pick::At(at) = pick { Some(at) } else { self.line_place(number) };
        Some(Tell::Line(at, Box::new(cut(self.log.line(number)?, LINE_TEXT))))
    }

    /// Opens what the line that is picked is folded into.
    fn unfold(&mut self, pick: Pick) -> Option<Tell> {
        let Pick::Number(number) = pick else { return None };
        let folds = self.folds.as_mut()?;
        let head = folds.place(number).err()?;
        folds.turn(head, Some(true))?;
        let at = folds.place(number).ok();
        Some(self.told_listed(at))
    }

    /// The number of the line that is picked.
    fn picked(&self, pick: Pick) -> Option<u32> {
        Some(match pick {
            Pick::At(at) => self.line_number(at)?,
            Pick::Number(number) => number,
            Pick::Match { from, back } => {
                let from = from.and_then(|at| self.line_number(at)).unwrap_or(0);
                let next = self.matching.partition_point(|&line| line <= from);
                let last = self.matching.partition_point(|&line| line < from);
                let at = if back { last.checked_sub(1) } else { Some(next) };
                let at = at.filter(|&at| at < self.matching.len());
                *at.map_or_else(
                    || if back { self.matching.last() } else { self.matching.first() },
                    |at| self.matching.get(at),
                )?
            }
            Pick::Problem { from, back } => {
                let total = self.line_rows();
                let level = |at| self.line_number(at).and_then(|number| self.log.level(number - 1));
                let at = seek(total, from, back, |at| level(at).is_some_and(|level| level > Level::Success))?;
                self.line_number(at)?
            }
        })
    }

    /// Writes something down.
    fn export(&self, what: What, form: Form, to: To) -> Tell {
        let of = match what {
            What::Lines(places) => Of::Lines(
                places
                    .iter()
                    .flat_map(|&(from, to)| from..=to.min(self.line_rows().saturating_sub(1)))
                    .flat_map(|at| match &self.folds {
                        Some(folds) => folds.lines(at).to_vec(),
                        None => self.line_number(at).into_iter().collect(),
                    })
                    .collect(),
            ),
            What::Trace(trace) => Of::Traces(vec![trace], false),
            What::Found => Of::Traces(self.found.clone(), self.found.len() as u32 == self.log.traces()),
        };
        match export::write(&self.log, &of, form) {
            Ok((text, what)) => Tell::Exported { text, what, form, to },
            Err(why) => Tell::Refused(why),
        }
    }

    fn read(&self) -> Tell {
        let of = |outcome: Outcome| {
            let is = |trace: &u32| self.log.indexed(*trace).is_some_and(|trace| trace.outcome == outcome);
            (outcome, (0..self.log.traces()).filter(is).count() as u32)
        };
        let outcomes: Outcomes = Outcome::ALL.into_iter().map(of).collect();
        Tell::Read(Box::new(self.log.summary()), parts(&self.log), outcomes)
    }

    /// A row of the list.
    fn listed(&self, place: Place) -> Option<Listed> {
        let row = self.log.row(place.trace)?;
        let (alike, open) = self.groups.alike(place);
        let members = self.groups.of(place);
        let one = self.log.indexed(place.trace)?;
        let same = members.iter().filter_map(|&trace| self.log.indexed(trace)).all(|other| {
            other.user != 0 && other.user == one.user || other.client != 0 && other.client == one.client
        });
        Some(Listed { row, alike, parts: self.groups.parts(place), same, open, nested: place.nested })
    }

    fn told_found(&self, at: Option<u32>, missing: Option<String>) -> Tell {
        Tell::Found { count: self.found.len() as u32, rows: self.groups.rows.len() as u32, at, missing }
    }

    /// True for a line of a source that is shown.
    fn is_on(&self, line: u32) -> bool {
        !self.off.iter().any(|off| off.contains(&line))
    }

    /// Takes the traces that a search found; tells of them, and of the one that is shown.
    fn find(
        &mut self,
        query: &str,
        mut found: Vec<u32>,
        keep: Option<u32>,
    ) -> impl Iterator<Item = Tell> + use<> {
        if !self.off.is_empty() {
            found.retain(|&trace| self.log.lines_of(trace).iter().any(|&line| self.is_on(line)));
        }
        self.groups.take(&self.log, &found);
        self.found = found;
        let kept = keep.filter(|trace| self.groups.place(*trace).is_some());
        let at = kept.and_then(|trace| self.groups.place(trace));
        let missing = if self.found.is_empty() { missing(&self.log, query).map(str::to_owned) } else { None };
        let found = self.told_found(at, missing);
        [Some(found), self.answer(Ask::Trace(kept.map_or(Pick::At(0), Pick::Number)))].into_iter().flatten()
    }

    /// Chooses which lines are listed; `matching` are those that match the search.
    fn list(&mut self, listing: &Listing, matching: Vec<u32>) -> Tell {
        self.query = Query::new(&listing.query);
        self.matching = matching;
        let matching = listing.matching && !listing.query.is_empty();
        let mut listed = match (listing.unread, matching) {
            (true, _) => Some(self.log.unread()),
            (false, true) => Some(self.matching.clone()),
            (false, false) if self.off.is_empty() => None,
            (false, false) => Some((1..=self.log.lines()).collect()),
        };
        if let Some(lines) = &mut listed {
            let matches = |line: &u32| !matching || self.matching.binary_search(line).is_ok();
            lines.retain(|line| self.is_on(*line) && matches(line));
        }
        self.listed = listed;
        // Where nothing belongs together, every line is looked at.
        let fold = listing.fold && !listing.unread && !matching && self.log.traces() > 0;
        self.folds = fold.then(|| {
            let all: Box<dyn Iterator<Item = u32>> = match &self.listed {
                Some(lines) => Box::new(lines.iter().copied()),
                None => Box::new(1..=self.log.lines()),
            };
            let mut folds = Folds::new(all, |line| self.noise(line));
            // The line that was chosen stays in sight.
            if let Some(head) = folds.place(self.line).err().filter(|_| self.line > 0) {
                folds.turn(head, Some(true));
            }
            folds
        });
        let at = if self.line > 0 { self.line_place(self.line) } else { None };
        self.told_listed(at)
    }

    fn told_listed(&self, at: Option<u32>) -> Tell {
        Tell::Listed { count: self.line_rows(), found: self.matching.len() as u32, at }
    }

    /// Whether a line that may be folded was not read; `None` for one that tells of a problem, belongs to something that has
    /// one, matches the search, or was read in part only.
    fn noise(&self, line: u32) -> Option<bool> {
        let index = line - 1;
        let state = self.log.state_of(index);
        let is_problem = || {
            let trace = self.log.trace_of(index).and_then(|trace| self.log.indexed(trace));
            trace.is_some_and(|trace| trace.outcome.is_problem())
                || self.log.level(index).is_some_and(|level| level > Level::Success)
        };
        let shows = state == LineState::Partly || self.matching.binary_search(&line).is_ok() || is_problem();
        (!shows).then_some(state == LineState::Unread)
    }

    /// The row of the list at this place, which shows this line.
    fn shown(&self, line: Line, at: u32) -> Shown {
        let line = shortened(line);
        let marks = self.query.marks(line.text.as_bytes());
        let marks = marks.into_iter().map(|mark| [mark.start, mark.end]).collect();
        let folds = self.folds.as_ref();
        let nested = folds.is_some_and(|folds| folds.is_nested(at));
        Shown { marks, head: folds.and_then(|folds| folds.head(at)), nested, line }
    }

    /// How many rows the list of lines has.
    fn line_rows(&self) -> u32 {
        match (&self.folds, &self.listed) {
            (Some(folds), _) => folds.rows(),
            (None, Some(lines)) => lines.len() as u32,
            (None, None) => self.log.lines(),
        }
    }

    /// The number of the line at this place of the list.
    fn line_number(&self, at: u32) -> Option<u32> {
        match (&self.folds, &self.listed) {
            (Some(folds), _) => folds.line(at),
            (None, Some(lines)) => lines.get(at as usize).copied(),
            (None, None) => (at < self.log.lines()).then_some(at + 1),
        }
    }

    /// The place of a line in the list.
    fn line_place(&self, number: u32) -> Option<u32> {
        match (&self.folds, &self.listed) {
            (Some(folds), _) => Some(folds.place(number).unwrap_or_else(|head| head)),
            (None, Some(lines)) => lines.binary_search(&number).ok().map(|at| at as u32),
            (None, None) => Some(number - 1),
        }
    }

    fn lines_of(&self, trace: u32, from: usize) -> Vec<Line> {
        let lines = self.log.lines_of(trace).iter().skip(from).take(TRACE_LINES);
        lines.filter_map(|&line| self.log.line(line)).map(|line| cut(line, LINE_TEXT)).collect()
    }
}

/// The next place, after or before `from`, that `is` true of; wraps round once.
fn seek(total: u32, from: Option<u32>, back: bool, is: impl Fn(u32) -> bool) -> Option<u32> {
    let from = from.unwrap_or(if back { 0 } else { total.checked_sub(1)? });
    (1..=total)
        .map(|step| if back { (from + total - step) % total } else { (from + step) % total })
        .find(|&at| is(at))
}

/// The line cut to what a list shows.
fn shortened(mut line: Line) -> Line {
    for token in &mut line.tokens {
        token.says.clear();
        token.text.clear();
    }
    cut(line, LIST_TEXT)
}

/// The line with no more than this many bytes of its text; one that is looked at says how many more it has.
fn cut(mut line: Line, most: usize) -> Line {
    if line.text.len() > most {
        let end = (0..=most).rev().find(|&at| line.text.is_char_boundary(at)).unwrap_or(0);
        let more = line.text.len() - end;
        line.text.truncate(end);
        line.tokens.retain(|token| token.at[1] as usize <= end);
        let told = if most == LINE_TEXT { format!("… ({more} bytes more)") } else { "…".into() };
        line.text.push_str(&told);
    }
    line
}
