//! The side that owns the log: reads it and answers the page's questions.
//!
//! It runs in a worker. Where none starts, it runs on the page, in slices that leave the page free to
//! draw; [`Host`] does not know which.

use super::examples::EXAMPLES;
use super::protocol::{
    About, Ask, BLOCK, Form, MOST_TOLD, Pick, READY, Reply, TRACE_LINES, Tell, Times, Wanted, decode, encode,
};
use super::zones;
use js_sys::{Array, Date, Function, Promise, Reflect, Uint8Array};
use maillens::overview::Survey;
use maillens::report::customer;
use maillens::report::export::{Level, Line, Outcome};
use maillens::report::redact::{self, Originals};
use maillens::report::table;
use maillens::{Log, Reader, Settings, Show, Zone};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, DedicatedWorkerGlobalScope, MessageEvent, ReadableStreamDefaultReader, ReadableWritablePair,
};

#[wasm_bindgen]
extern "C" {
    /// In every browser since 2023, but not yet in web-sys.
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// Bytes of a file that are read at once; on the page, few enough for a slice of well under 50 ms.
const SLICE_IN_WORKER: u32 = 16 << 20;
const SLICE_ON_PAGE: u32 = 512 << 10;

/// How much is counted for the overview at once: a slice of well under 50 ms.
const SURVEY: u32 = 150_000;

/// The most that a tab can hold: WebAssembly addresses 4 GiB, and the index needs its share.
const MOST: f64 = 3.5e9;

/// A line in a list is cut here, in bytes; a line that is looked at comes whole.
const LIST_TEXT: usize = 2_000;

/// Serves as the worker: answers every message from now on.
pub fn serve() {
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
    warm();
}

/// Reads and explains the examples while the reader still looks for a log: this compiles the patterns,
/// and the browser compiles what runs for the first time.
fn warm() {
    for example in EXAMPLES {
        let log = Log::read(example.text.as_bytes(), settings(&Times::default()));
        let mut desk = Desk::new(log);
        for ask in [Ask::Find { query: String::new(), keep: None }, Ask::Rows(0), Ask::Trace(Pick::At(0))] {
            encode(&desk.answer(ask));
        }
    }
}

/// Takes questions one after the other and tells the answers.
#[derive(Clone)]
pub struct Host {
    desk: Rc<RefCell<Option<Desk>>>,
    tell: Rc<dyn Fn(Tell)>,
    slice: u32,
}

impl Host {
    fn new(slice: u32, tell: impl Fn(Tell) + 'static) -> Host {
        Host { desk: Rc::default(), tell: Rc::new(tell), slice }
    }

    /// A host on the page's own thread.
    pub fn here(tell: Rc<dyn Fn(Tell)>) -> Host {
        Host { desk: Rc::default(), tell, slice: SLICE_ON_PAGE }
    }

    /// Takes one question; `blobs` come with [`Ask::Read`].
    pub fn take(&self, ask: Ask, blobs: Array) {
        let host = self.clone();
        if let Ask::Overview = ask {
            spawn_local(async move { host.survey().await });
        } else if let Ask::Read(times) = ask {
            spawn_local(async move {
                match host.read(&times, &blobs).await {
                    Ok(log) => {
                        let summary = Box::new(log.summary());
                        *host.desk.borrow_mut() = Some(Desk::new(log));
                        (host.tell)(Tell::Read(summary));
                    }
                    Err(why) => (host.tell)(Tell::Failed(why)),
                }
            });
        } else {
            // On the page the answer may bring the next question at once: let go of the desk first.
            let answer = host.desk.borrow_mut().as_mut().and_then(|desk| desk.answer(ask));
            if let Some(answer) = answer {
                (host.tell)(answer);
            }
        }
    }

    async fn read(&self, times: &Times, blobs: &Array) -> Result<Log, String> {
        let blobs: Vec<Blob> = blobs.iter().map(JsCast::unchecked_into).collect();
        let total: f64 = blobs.iter().map(Blob::size).sum();
        if total > MOST {
            return Err("This is more than a browser tab can hold (about 3.5 GB). Open a part of it.".into());
        }
        let mut reader = Reader::new(settings(times));
        let mut done = 0.0;
        for blob in &blobs {
            self.read_blob(blob, &mut reader, &mut done, total).await.map_err(|error| {
                let why =
                    error.dyn_ref::<js_sys::Error>().map(|e| String::from(e.message())).unwrap_or_default();
                format!("The browser could not read this to its end. {why}")
            })?;
        }
        Ok(reader.finish())
    }

    async fn read_blob(
        &self,
        blob: &Blob,
        reader: &mut Reader,
        done: &mut f64,
        total: f64,
    ) -> Result<(), JsValue> {
        let mut buffer = Vec::new();
        if gzipped(blob).await? {
            let stream = DecompressionStream::new("gzip")?;
            let pieces: ReadableStreamDefaultReader = blob
                .stream()
                .pipe_through(stream.unchecked_ref::<ReadableWritablePair>())
                .get_reader()
                .unchecked_into();
            loop {
                let piece = JsFuture::from(pieces.read()).await?;
                let Ok(bytes) = Reflect::get(&piece, &"value".into())?.dyn_into::<Uint8Array>() else {
                    return Ok(());
                };
                push(reader, &bytes, &mut buffer)?;
                *done += f64::from(bytes.length());
                self.progress(*done, 0.0).await;
            }
        }
        reader.reserve(blob.size() as usize);
        let mut from = 0.0;
        while from < blob.size() {
            let to = (from + f64::from(self.slice)).min(blob.size());
            let slice = blob.slice_with_f64_and_f64(from, to)?;
            push(reader, &Uint8Array::new(&JsFuture::from(slice.array_buffer()).await?), &mut buffer)?;
            *done += to - from;
            from = to;
            self.progress(*done, total).await;
        }
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

async fn gzipped(blob: &Blob) -> Result<bool, JsValue> {
    let head = JsFuture::from(blob.slice_with_f64_and_f64(0.0, 2.0)?.array_buffer()).await?;
    Ok(Uint8Array::new(&head).to_vec() == [0x1f, 0x8b])
}

fn push(reader: &mut Reader, bytes: &Uint8Array, buffer: &mut Vec<u8>) -> Result<(), js_sys::Error> {
    buffer.resize(bytes.length() as usize, 0);
    bytes.copy_to(buffer);
    reader.push(buffer).map_err(|error| js_sys::Error::new(&error.to_string()))
}

fn settings(times: &Times) -> Settings {
    let show = match &times.show {
        None => Show::Written,
        Some(name) => Show::In(zone(name)),
    };
    Settings {
        show,
        source_zone: zone(&times.source),
        year: times.year,
        now: (Date::now() / 1000.0) as i64,
        mend: true,
    }
}

fn zone(name: &str) -> Zone {
    if name == "UTC" { Zone::utc() } else { zones::zone(name) }
}

/// A log on the desk, with what was found in it.
struct Desk {
    log: Log,
    found: Vec<u32>,
    unread: Vec<u32>,
    /// What has stand-ins in the last reply.
    originals: Originals,
    /// How many surveys began; what was counted of a log that changed since is of no use.
    surveys: u32,
}

impl Desk {
    fn new(log: Log) -> Desk {
        Desk { unread: log.unread(), log, found: Vec::new(), originals: Originals::default(), surveys: 0 }
    }

    fn answer(&mut self, ask: Ask) -> Option<Tell> {
        let log = &mut self.log;
        Some(match ask {
            Ask::Read(_) | Ask::Overview => return None,
            Ask::Times(times) => {
                self.surveys += 1;
                log.set(settings(&times));
                self.unread = log.unread();
                Tell::Read(Box::new(log.summary()))
            }
            Ask::Find { query, keep } => {
                self.found = log.find(&query);
                let at = keep.and_then(|trace| self.place(trace));
                Tell::Found { count: self.found.len() as u32, at }
            }
            Ask::Rows(block) => {
                let rows = self.found.chunks(BLOCK as usize).nth(block as usize)?;
                Tell::Rows(block, rows.iter().filter_map(|&trace| self.log.row(trace)).collect())
            }
            Ask::Lines { unread, block } => {
                let lines = (block * BLOCK..(block + 1) * BLOCK)
                    .map_while(|at| self.line_number(unread, at).and_then(|line| self.log.line(line)))
                    .map(shortened)
                    .collect();
                Tell::Lines(block, lines)
            }
            Ask::Trace(pick) => {
                let number = match pick {
                    Pick::At(at) => *self.found.get(at as usize)?,
                    Pick::Number(number) => number,
                    Pick::Problem { from, back } => {
                        let at = seek(self.found.len() as u32, from, back, |at| {
                            self.log.row(self.found[at as usize]).is_some_and(|row| {
                                matches!(row.outcome, Outcome::Failed | Outcome::Partial | Outcome::Deferred)
                            })
                        })?;
                        self.found[at as usize]
                    }
                };
                let of = self.log.lines_of(number).len() as u32;
                let trace = Box::new(self.log.trace(number)?);
                Tell::Trace { at: self.place(number), trace, lines: self.lines_of(number, 0), of }
            }
            Ask::More { trace, from } => Tell::More(trace, self.lines_of(trace, from as usize)),
            Ask::Line { unread, pick } => {
                let number = match pick {
                    Pick::At(at) => self.line_number(unread, at)?,
                    Pick::Number(number) => number,
                    Pick::Problem { from, back } => {
                        let total = if unread { self.unread.len() as u32 } else { self.log.summary().lines };
                        let at = seek(total, from, back, |at| {
                            self.line_number(unread, at)
                                .and_then(|number| self.log.line(number))
                                .is_some_and(|line| line.level > Level::Success)
                        })?;
                        self.line_number(unread, at)?
                    }
                };
                let at = if unread {
                    self.unread.binary_search(&number).ok().map(|at| at as u32)
                } else {
                    Some(number - 1)
                };
                Tell::Line(at, Box::new(self.log.line(number)?))
            }
            Ask::Reply(wanted) => Tell::Reply(Box::new(self.reply(wanted))),
            Ask::Prove(text) => Tell::Proved(self.originals.proof(&text)),
            Ask::Save(wanted, form) => {
                let traces = self.told(&wanted);
                let text = self.without(&wanted, &traces, |log| match form {
                    Form::Html => customer::report(log, &traces, wanted.voice).page(),
                    Form::Csv => table::attempts(log, &traces),
                    Form::Json => serde_json::to_string_pretty(&log.report_on(&traces)).unwrap_or_default(),
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
        let (answer, originals) = redact::told(&mut self.log, traces, &wanted.hide, ask);
        self.originals = originals;
        answer
    }

    fn reply(&mut self, wanted: Wanted) -> Reply {
        let traces = self.told(&wanted);
        let document = self.without(&wanted, &traces, |log| customer::report(log, &traces, wanted.voice));
        let (text, markdown, html) = (document.text(), document.markdown(), document.html());
        let proof =
            (!wanted.hide.is_empty()).then(|| self.originals.proof(&[&*text, &*markdown, &*html].join("\n")));
        let tied = self.tied(wanted.trace).len() as u32;
        Reply { told: traces.len() as u32, tied, document, text, markdown, html, proof, wanted }
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

    fn place(&self, trace: u32) -> Option<u32> {
        self.found.iter().position(|&other| other == trace).map(|at| at as u32)
    }

    fn line_number(&self, unread: bool, at: u32) -> Option<u32> {
        if unread { self.unread.get(at as usize).copied() } else { Some(at + 1) }
    }

    fn lines_of(&self, trace: u32, from: usize) -> Vec<Line> {
        let lines = self.log.lines_of(trace).iter().skip(from).take(TRACE_LINES);
        lines.filter_map(|&line| self.log.line(line)).collect()
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
    if line.text.len() > LIST_TEXT {
        let end = (0..=LIST_TEXT).rev().find(|&at| line.text.is_char_boundary(at)).unwrap_or(0);
        line.text.truncate(end);
        line.tokens.retain(|token| token.at[1] as usize <= end);
        line.text.push('…');
    }
    line
}
