//! Everything that the page knows, in signals, and the one place that talks to the worker.

use super::clipboard;
use super::link::Link;
use super::protocol::{
    About, Ask, Form, Listed, Listing, Outcomes, Part, Pick, Reply, Shown, Subject, Tell, Times, To, Wanted,
    What,
};
use super::view::{PARTS, ROOMS, Rehearsal, Room, Step, VOICES};
use super::window::{Blocks, Chosen};
use js_sys::{Array, JsString};
use leptos::prelude::*;
use maillens::explain::Forecast;
use maillens::export::{Line, Row, State as Fate, Summary, Trace};
use maillens::knowledge::glossary::Term;
use maillens::redact::{Kind, Proof};
use maillens::report::customer::{Manner, Voice};
use maillens::search::WordList;
use maillens::vocabulary::{App, Language};
use maillens::{Overview, View};
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DataTransfer, File, HtmlElement};

/// How long after the page appears it gets ready for a log: it answers first, and its worker starts meanwhile.
const REHEARSE_AFTER: Duration = Duration::from_millis(100);

/// How long after a log appears the worker for the next one starts.
const SPARE_AFTER: Duration = Duration::from_secs(1);

/// How long after a change of the view the address says it.
const ADDRESS_AFTER: Duration = Duration::from_millis(50);

/// How long somebody stays at a place that Back leads to, in milliseconds.
const TRAIL_AFTER: f64 = 800.0;

/// How long what was done is said.
const SAID_FOR: Duration = Duration::from_secs(4);

/// Which way of looking at the paste is on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// What belongs together: messages, sessions, scans.
    Messages,
    /// The whole paste, line by line.
    Lines,
    /// The words for the customer, or for a colleague.
    Reply,
    /// All of it at a glance.
    Overview,
}

/// What can have stand-ins in a reply, with its word in the address.
const HIDE: &[(Kind, &str)] = &[
    (Kind::Address, "addresses"),
    (Kind::Name, "names"),
    (Kind::Host, "hosts"),
    (Kind::Ip, "ips"),
    (Kind::Subject, "subjects"),
    (Kind::MessageId, "ids"),
    (Kind::Mailbox, "folders"),
];

/// The keys whose values say nothing of anybody: only a search of these may stand in the address, which the browser
/// keeps.
const OF_NOBODY: &[&str] = &["is:", "reason:", "who:", "after:", "before:"];

/// The files that were dropped or pasted.
fn files_of(from: Option<&DataTransfer>) -> Vec<File> {
    let list = from.and_then(DataTransfer::files);
    list.map(|list| (0..list.length()).filter_map(|i| list.item(i)).collect()).unwrap_or_default()
}

/// The view that this file holds; `None` where it holds something else.
async fn saved_view(file: &Blob) -> Option<View> {
    let head = file.slice_with_f64_and_f64(0.0, 64.0).ok()?;
    let text = async |blob: &Blob| JsFuture::from(blob.text()).await.ok()?.as_string();
    if !View::is_one(text(&head).await?.as_bytes()) {
        return None;
    }
    serde_json::from_str(&text(file).await?).ok()
}

/// True for a search that holds no word of the log.
fn names_nobody(query: &str) -> bool {
    let of_nobody = |term: &str| OF_NOBODY.iter().any(|key| term.trim_start_matches('-').starts_with(key));
    query.split_whitespace().all(of_nobody)
}

/// Light, dark, or what the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// What the system says.
    System,
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

/// A log on its way in.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What is read.
    pub name: String,
    /// Bytes read.
    pub done: u64,
    /// Bytes to read; 0 while unknown.
    pub total: u64,
}

/// The chosen trace and those of its lines that are here.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// The trace.
    pub trace: Trace,
    /// Its first lines.
    pub lines: Vec<Arc<Line>>,
    /// How many lines it has.
    pub of: u32,
    /// How many say the same, itself among them, and whether they are listed.
    pub alike: (u32, bool),
    /// What is planned for those of its recipients that still wait.
    pub forecasts: Vec<Forecast>,
    /// The rows of the first traces that it is tied to.
    pub tied: Vec<Row>,
}

/// What lights up because of what is pointed at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Lit {
    /// Nothing.
    #[default]
    Nothing,
    /// The lines that a sentence rests on.
    Sentence(Vec<u32>),
    /// The sentences that rest on a line.
    Line(u32),
}

/// The line whose meanings are listed and the part of it that is pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mark {
    /// Line number; 0 for none.
    pub line: u32,
    /// The token, counted from 0.
    pub token: Option<usize>,
}

/// The lines to the logs: the one on screen, the one on its way, and one that is warm.
#[derive(Default)]
struct Lines {
    shown: Option<(u32, Link)>,
    coming: Option<(u32, Link)>,
    spare: Option<(u32, Link)>,
    started: u32,
}

/// A file or a paste, by its name.
type Piece = (String, Blob);

/// A reply that was changed by hand: what it was written from, the search where it tells of all that was found,
/// and its text.
type Edit = (Wanted, String, String);

/// What the logs were made of, so that another can be added, and the last one brought back.
#[derive(Default)]
struct Pieces {
    shown: Vec<Piece>,
    coming: Vec<Piece>,
    /// Of the log that was on screen before, and the replies that were changed by hand there.
    last: Vec<Piece>,
    last_edits: Vec<Edit>,
    /// Why the next log comes.
    why: Coming,
    /// A step's command was copied: what comes next is probably what it printed.
    asked: bool,
}

/// Why a log comes.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Coming {
    /// It was pasted, dropped or opened.
    #[default]
    Anew,
    /// It holds what is shown.
    Added,
    /// It holds what is shown, and what a step asked for.
    Answer,
    /// It was on screen before.
    Back,
    /// It was saved, with what was shown of it.
    Saved,
}

/// The page's state: made once and never dropped, like the page itself.
pub type State = &'static Signals;

/// What the state is made of.
pub struct Signals {
    /// Another number each time that a log was read, or read again.
    pub reading_number: RwSignal<u32>,
    /// Counts of the log on screen; `None` before the first.
    pub summary: RwSignal<Option<Summary>>,
    /// How many traces there are of each outcome.
    pub outcomes: RwSignal<Outcomes>,
    /// What the log on screen is called.
    pub name: RwSignal<String>,
    /// What the log is called that was on screen before and can be brought back; `None` where there was none, or it
    /// was added.
    pub last: RwSignal<Option<String>>,
    /// What is on screen was added to that one, since a step asked for it.
    pub asked_for: RwSignal<bool>,
    /// The sources of the log, and whether each is shown.
    pub parts: RwSignal<Vec<(Part, bool)>>,
    pieces: StoredValue<Pieces, LocalStorage>,
    /// The trace that another one is compared with.
    pub base: RwSignal<Option<Arc<Story>>>,
    /// The width of the list of messages, in rem.
    pub list_width: RwSignal<f64>,
    /// The list of messages is hidden.
    pub folded: RwSignal<bool>,
    /// The lesson is open.
    pub lesson: RwSignal<bool>,
    /// The lines of the lesson, and what it is about.
    pub lesson_lines: RwSignal<Option<(Subject, Vec<Line>)>>,
    /// A log on its way in.
    pub reading: RwSignal<Option<Reading>>,
    /// What went wrong, to be said once.
    pub trouble: RwSignal<Option<String>>,
    /// The way of looking.
    pub tab: RwSignal<Tab>,
    /// The search.
    pub query: RwSignal<String>,
    /// The values that the log has for the keys of the search; `None` until somebody writes there.
    pub words: RwSignal<Option<WordList>>,
    /// How many traces match the search; `None` until a log that was read is listed, too.
    pub count: RwSignal<Option<u32>>,
    /// Where none does, the first term that nothing has.
    pub missing: RwSignal<Option<String>>,
    /// In how many rows they stand.
    pub row_count: RwSignal<u32>,
    /// The place of the chosen trace among these.
    pub at: RwSignal<Option<u32>>,
    /// The chosen trace.
    pub story: RwSignal<Option<Arc<Story>>>,
    /// Rows of the traces found.
    pub rows: Blocks<Listed>,
    /// Lines of the paste.
    pub lines: Blocks<Shown>,
    /// How many lines are listed.
    pub line_count: RwSignal<u32>,
    /// How many lines match the search.
    pub line_found: RwSignal<u32>,
    /// Only lines that were not read.
    pub unread: RwSignal<bool>,
    /// Only lines that match the search.
    pub matching: RwSignal<bool>,
    /// Lines that tell of no problem are folded.
    pub fold: RwSignal<bool>,
    /// Long lines go on below.
    pub wrap: RwSignal<bool>,
    /// Lines that were chosen together, by their places in the list.
    pub chosen: RwSignal<Chosen>,
    /// The chosen line, whole.
    pub line: RwSignal<Option<Arc<Line>>>,
    /// Its place in the list of lines.
    pub line_at: RwSignal<Option<u32>>,
    /// The whole log at a glance, once it was counted.
    pub overview: RwSignal<Option<Arc<Overview>>>,
    /// How much of it was counted, from 0 to 1.
    pub counted: RwSignal<f64>,
    /// Meanings stand under the lines.
    pub meanings: RwSignal<bool>,
    /// How times are read and shown.
    pub times: RwSignal<Times>,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// Single letters are keys.
    pub letters: RwSignal<bool>,
    /// What is lit.
    pub lit: RwSignal<Lit>,
    /// Whose meaning is shown.
    pub mark: RwSignal<Mark>,
    /// The sheet of keys is open.
    pub sheet: RwSignal<bool>,
    /// The help with all words is open.
    pub help: RwSignal<bool>,
    /// What is searched for in it.
    pub help_query: RwSignal<String>,
    /// The word whose meaning is open, and where it stands on screen: left, top and bottom, in px.
    pub term: RwSignal<Option<(&'static Term, f64, f64, f64)>>,
    /// What a reply tells of.
    pub about: RwSignal<About>,
    /// Whom it speaks to.
    pub voice: RwSignal<Voice>,
    /// What language customers read.
    pub language: RwSignal<Language>,
    /// The customer's email app.
    pub app: RwSignal<Option<App>>,
    /// What is put around an email to a customer.
    pub greeting: RwSignal<String>,
    /// The same at its end.
    pub signature: RwSignal<String>,
    /// Whether the address keeps these two.
    pub keep: RwSignal<bool>,
    /// What has stand-ins in it.
    pub hide: RwSignal<Vec<Kind>>,
    /// Words of this log that the reader wants replaced, too.
    pub also: RwSignal<Vec<String>>,
    /// The reply on screen.
    pub reply: RwSignal<Option<Arc<Reply>>>,
    /// The replies that were changed by hand.
    edits: RwSignal<Vec<Edit>>,
    /// The search for originals in a reply that was changed by hand.
    pub proved: RwSignal<Option<Proof>>,
    /// A file to hand to the browser.
    pub saved: RwSignal<Option<(Form, String, Proof)>>,
    /// The command palette is open.
    pub palette: RwSignal<bool>,
    /// Traces that may be meant by what is typed there.
    pub guesses: RwSignal<Vec<Row>>,
    /// Lines with placeholders, to be looked at.
    pub sample: RwSignal<Option<String>>,
    /// What the keys led to, for those who do not see it.
    pub spoken: RwSignal<String>,
    /// What was done, to be said for a moment.
    pub said: RwSignal<Option<String>>,
    links: StoredValue<Lines, LocalStorage>,
    /// What is drawn before there is a log.
    rehearsal: StoredValue<Rehearsal, LocalStorage>,
    /// What the address is to be, until it is.
    address: StoredValue<Option<String>>,
    /// The trace that the address asks for, until a log is there.
    wanted: StoredValue<Option<u32>>,
    /// The line that was asked for and is not here yet.
    wanted_line: StoredValue<Option<u32>>,
    /// A log has just come: its answer gets the focus.
    fresh: StoredValue<bool>,
    /// A key led on: what it led to is said.
    led: StoredValue<bool>,
    /// The place in the log that the history holds, and when it was put there.
    passed: StoredValue<(String, f64)>,
}

#[wasm_bindgen]
extern "C" {
    /// A `DataTransfer` whose text stays outside of the page's memory.
    type Clip;
    #[wasm_bindgen(method, js_name = getData)]
    fn data(this: &Clip, kind: &str) -> JsString;
}

impl Signals {
    /// A state without a log, which nothing follows.
    pub fn new() -> State {
        Box::leak(Box::new(Signals {
            reading_number: RwSignal::new(0),
            summary: RwSignal::new(None),
            outcomes: RwSignal::default(),
            name: RwSignal::default(),
            last: RwSignal::default(),
            asked_for: RwSignal::default(),
            parts: RwSignal::default(),
            pieces: StoredValue::new_local(Pieces::default()),
            base: RwSignal::default(),
            list_width: RwSignal::new(24.0),
            folded: RwSignal::new(false),
            lesson: RwSignal::new(false),
            lesson_lines: RwSignal::default(),
            reading: RwSignal::new(None),
            trouble: RwSignal::new(None),
            tab: RwSignal::new(Tab::Messages),
            query: RwSignal::default(),
            words: RwSignal::new(None),
            count: RwSignal::new(None),
            missing: RwSignal::default(),
            row_count: RwSignal::new(0),
            at: RwSignal::new(None),
            story: RwSignal::new(None),
            rows: Blocks::new(),
            lines: Blocks::new(),
            line_count: RwSignal::new(0),
            line_found: RwSignal::new(0),
            unread: RwSignal::new(false),
            matching: RwSignal::new(false),
            fold: RwSignal::new(false),
            wrap: RwSignal::new(false),
            chosen: RwSignal::default(),
            line: RwSignal::new(None),
            line_at: RwSignal::new(None),
            overview: RwSignal::new(None),
            counted: RwSignal::new(0.0),
            meanings: RwSignal::new(true),
            times: RwSignal::default(),
            theme: RwSignal::new(Theme::System),
            letters: RwSignal::new(true),
            lit: RwSignal::default(),
            mark: RwSignal::default(),
            sheet: RwSignal::new(false),
            help: RwSignal::new(false),
            help_query: RwSignal::new(String::new()),
            term: RwSignal::new(None),
            about: RwSignal::default(),
            voice: RwSignal::default(),
            language: RwSignal::default(),
            app: RwSignal::default(),
            greeting: RwSignal::default(),
            signature: RwSignal::default(),
            keep: RwSignal::default(),
            hide: RwSignal::default(),
            also: RwSignal::default(),
            reply: RwSignal::new(None),
            edits: RwSignal::default(),
            proved: RwSignal::new(None),
            saved: RwSignal::new(None),
            palette: RwSignal::new(false),
            guesses: RwSignal::default(),
            sample: RwSignal::default(),
            spoken: RwSignal::default(),
            said: RwSignal::default(),
            links: StoredValue::new_local(Lines::default()),
            rehearsal: StoredValue::new_local(Rehearsal::default()),
            address: StoredValue::default(),
            wanted: StoredValue::new(None),
            wanted_line: StoredValue::new(None),
            fresh: StoredValue::new(false),
            led: StoredValue::new(false),
            passed: StoredValue::default(),
        }))
    }

    /// The state of an empty page, with what its address asks for.
    pub fn start() -> State {
        let state = Signals::new();
        state.follow_address();
        // The browser's tables of zones take it longer than a log takes to appear.
        set_timeout(|| drop(maillens_zones::here()), REHEARSE_AFTER);
        for part in PARTS {
            state.rehearse(Step::Draw(part), REHEARSE_AFTER);
        }
        let spare = state.link();
        state.links.update_value(|links| links.spare = Some(spare));
        Effect::new(move |_| state.write_address());
        state.follow_theme();
        // New times: the worker shows everything again.
        Effect::new(move |before: Option<Times>| {
            let times = state.times.get();
            if before.is_some_and(|before| before != times) {
                state.ask(Ask::Times(times.clone()));
            }
            times
        });
        Effect::new(move |before: Option<String>| {
            let query = state.query.get();
            if before.is_some_and(|before| before != query) {
                state.find();
            }
            query
        });
        // Lines opens where the chosen message is told.
        Effect::new(move |before: Option<Tab>| {
            let tab = state.tab.get();
            if tab == Tab::Lines && before != Some(tab) {
                state.follow_choice();
            }
            tab
        });
        // Which lines are listed follows what they are listed by, where lines are looked at.
        Effect::new(move |before: Option<Option<(u32, Listing)>>| {
            let before = before.flatten();
            if state.tab.get() != Tab::Lines || state.summary.with(Option::is_none) {
                return before;
            }
            let listing = Listing {
                unread: state.unread.get(),
                query: state.query.get(),
                matching: state.matching.get(),
                fold: state.fold.get(),
            };
            let now = (state.reading_number.get(), listing);
            if before.as_ref() != Some(&now) {
                state.ask(Ask::List(now.1.clone()));
            }
            Some(now)
        });
        state
    }

    /// The page looks as the theme says.
    fn follow_theme(&'static self) {
        Effect::new(move |_| {
            let theme = match self.theme.get() {
                Theme::System => "",
                Theme::Light => "light",
                Theme::Dark => "dark",
            };
            if let Some(root) = document().document_element() {
                let _ = root.set_attribute("data-theme", theme);
            }
        });
    }

    // ---- a log comes in ----

    /// Reads text, which is shown as soon as it was read.
    pub fn read_text(&'static self, text: &JsValue, name: &str) {
        if let Ok(blob) = Blob::new_with_str_sequence(&Array::of1(text)) {
            self.take_in(vec![(name.into(), blob)]);
        }
    }

    /// Reads files as one log; one may be a view that was saved.
    pub fn read_files(&'static self, files: &[File]) {
        let pieces: Vec<Piece> = files.iter().map(|file| (file.name(), file.clone().into())).collect();
        match pieces.as_slice() {
            [] => {}
            [(_, only)] => {
                let only = only.clone();
                spawn_local(async move {
                    match saved_view(&only).await {
                        Some(view) => self.open_view(view),
                        None => self.take_in(pieces),
                    }
                });
            }
            _ => self.take_in(pieces),
        }
    }

    /// A step's command was copied: what it prints is added to the log.
    pub fn ask_for_more(&'static self) {
        self.pieces.update_value(|pieces| pieces.asked = true);
    }

    /// Reads what came, with the log on screen where a step asked for it.
    fn take_in(&'static self, came: Vec<Piece>) {
        let shown = self.pieces.try_update_value(|pieces| {
            std::mem::take(&mut pieces.asked).then(|| pieces.shown.clone()).filter(|shown| !shown.is_empty())
        });
        match shown.flatten() {
            Some(shown) => self.read([shown, came].concat(), Coming::Answer),
            None => self.read(came, Coming::Anew),
        }
    }

    /// Reads only what a step had asked for.
    pub fn read_alone(&'static self) {
        let came = self.pieces.with_value(|pieces| pieces.shown[pieces.last.len()..].to_vec());
        self.read(came, Coming::Anew);
    }

    /// Opens a view that was saved, as a page opens that has it in its address.
    fn open_view(&'static self, view: View) {
        let pieces = view.sources.into_iter().filter_map(|part| {
            Some((part.name, Blob::new_with_str_sequence(&Array::of1(&part.text.into())).ok()?))
        });
        if self.summary.with_untracked(Option::is_some) {
            self.close();
        }
        self.follow(|word| view.shown.get(word).cloned());
        self.read(pieces.collect(), Coming::Saved);
    }

    /// Reads the log on screen together with the one that it has replaced.
    pub fn add_to_last(&'static self) {
        let both = self.pieces.with_value(|pieces| [pieces.last.clone(), pieces.shown.clone()].concat());
        self.read(both, Coming::Added);
    }

    /// Brings back the log that was on screen before, with the replies that were changed by hand.
    pub fn bring_back(&'static self) {
        let last = self.pieces.with_value(|pieces| pieces.last.clone());
        self.read(last, Coming::Back);
    }

    /// Reads what was dropped together with the log on screen.
    pub fn add_transfer(&'static self, from: Option<&DataTransfer>) {
        let shown = self.pieces.with_value(|pieces| pieces.shown.clone());
        let files = files_of(from).into_iter().map(|file| (file.name(), file.into()));
        let more: Vec<Piece> = match from.and_then(|from| from.get_data("text/plain").ok()) {
            Some(text) if !text.trim().is_empty() => {
                let text = Blob::new_with_str_sequence(&Array::of1(&text.into()));
                text.map(|text| ("Dropped text".into(), text)).into_iter().collect()
            }
            _ => files.collect(),
        };
        if !more.is_empty() {
            self.read([shown, more].concat(), Coming::Added);
        }
    }

    /// Reads what was dropped or pasted; false when there is nothing to read.
    pub fn read_transfer(&'static self, from: Option<DataTransfer>) -> bool {
        let files = files_of(from.as_ref());
        let Some(from) = from else { return false };
        if !files.is_empty() {
            self.read_files(&files);
            return true;
        }
        let text = from.unchecked_into::<Clip>().data("text/plain");
        let empty = text.trim().length() == 0;
        if !empty {
            self.read_text(&text, "Pasted text");
        }
        !empty
    }

    fn read(&'static self, pieces: Vec<Piece>, why: Coming) {
        let names: Vec<String> = pieces.iter().map(|(name, _)| name.clone()).collect();
        let name = match names.as_slice() {
            [first, rest @ ..] if !rest.is_empty() => format!("{first} and {} more", rest.len()),
            names => names.concat(),
        };
        self.trouble.set(None);
        self.reading.set(Some(Reading { name, done: 0, total: 0 }));
        let (number, link) =
            self.links.try_update_value(|links| links.spare.take()).flatten().unwrap_or_else(|| self.link());
        let blobs = pieces.iter().map(|(_, blob)| blob).collect();
        // The address is asked only for the first log; later ones start afresh.
        let (query, keep) = if self.summary.with_untracked(Option::is_none) {
            (self.query.get_untracked(), self.wanted.get_value())
        } else {
            Default::default()
        };
        link.ask(Ask::Read { times: self.times.get_untracked(), names, query, keep }, blobs);
        self.pieces.update_value(|of| {
            of.coming = pieces;
            of.why = why;
        });
        // What was coming is dropped, and its worker ends: the newest always wins.
        self.links.update_value(|links| links.coming = Some((number, link)));
    }

    /// Stops reading; what was on screen stays.
    pub fn cancel(&'static self) {
        self.links.update_value(|links| links.coming = None);
        self.reading.set(None);
    }

    /// Drops the log; the page is empty again, and the log can be brought back.
    pub fn close(&'static self) {
        self.cancel();
        self.links.update_value(|links| links.shown = None);
        let edits = self.edits.try_update(std::mem::take).unwrap_or_default();
        self.pieces.update_value(|pieces| {
            let last = std::mem::take(&mut pieces.shown);
            *pieces = Pieces { last, last_edits: edits, ..Pieces::default() };
        });
        self.last.set(Some(self.name.get_untracked()));
        self.base.set(None);
        self.summary.set(None);
        self.lesson.set(false);
        self.story.set(None);
        self.also.set(Vec::new());
        self.query.set(String::new());
        self.warm();
    }

    fn link(&'static self) -> (u32, Link) {
        let number = self.links.try_update_value(|links| {
            links.started += 1;
            links.started
        });
        let number = number.unwrap_or_default();
        (number, Link::start(move |tell| self.hear(number, tell)))
    }

    /// Starts a worker for the next log.
    fn warm(&'static self) {
        if self.links.with_value(|links| links.spare.is_none()) {
            let spare = self.link();
            self.links.update_value(|links| links.spare = Some(spare));
        }
    }

    // ---- questions and answers ----

    /// Asks the log on screen.
    pub fn ask(&'static self, ask: Ask) {
        self.links.with_value(|links| {
            if let Some((_, link)) = &links.shown {
                link.ask(ask, Array::new());
            }
        });
    }

    fn hear(&'static self, from: u32, tell: Tell) {
        let is = |link: &Option<(u32, Link)>| link.as_ref().is_some_and(|(number, _)| *number == from);
        let (coming, shown) = self.links.with_value(|links| (is(&links.coming), is(&links.shown)));
        match tell {
            Tell::Progress { done, total } if coming => self.reading.update(|reading| {
                if let Some(reading) = reading {
                    (reading.done, reading.total) = (done, total);
                }
            }),
            Tell::Read(summary, parts, outcomes) if coming => {
                self.links.update_value(|links| links.shown = links.coming.take());
                // Its field goes: let go of it while the page is laid out, not when all of it has changed.
                let first = self.summary.with_untracked(Option::is_none);
                if let Some(field) = document().active_element().filter(|_| first) {
                    let _ = field.unchecked_into::<HtmlElement>().blur();
                }
                self.appear(*summary, parts, outcomes);
                // Not at once: the first answers are worth more than the next log's start.
                let later = move || {
                    self.rehearsal.set_value(Rehearsal::default());
                    self.warm();
                };
                set_timeout(later, SPARE_AFTER);
            }
            Tell::Failed(why) if coming => {
                self.cancel();
                self.trouble.set(Some(why));
            }
            Tell::Failed(why) if shown => {
                self.close();
                self.trouble.set(Some(why));
            }
            Tell::Lesson(subject, lines) => self.lesson_lines.set(Some((subject, lines))),
            Tell::Example(tells) => {
                for tell in tells {
                    self.rehearse(Step::Take(tell), Duration::ZERO);
                }
            }
            _ if !shown => {}
            tell => self.take(tell),
        }
    }

    /// Does a step of the rehearsal in a turn of its own, after those that were asked for before it.
    fn rehearse(&'static self, step: Step, after: Duration) {
        self.rehearsal.update_value(|rehearsal| rehearsal.waiting.push_back(step));
        let turn = move || {
            self.rehearsal.update_value(|rehearsal| {
                let log = self.summary.with_untracked(Option::is_some);
                let coming = self.reading.with_untracked(Option::is_some);
                match rehearsal.waiting.pop_front() {
                    // Also while the first log is read, when there is nothing else to do.
                    Some(step @ Step::Draw(_)) if !log => rehearsal.perform(step),
                    // A log that comes goes first.
                    Some(step @ Step::Take(_)) if !log && !coming => rehearsal.perform(step),
                    _ => {}
                }
            });
        };
        set_timeout(turn, after);
    }

    /// Takes an answer about the log on screen.
    pub fn take(&'static self, tell: Tell) {
        match tell {
            Tell::Read(summary, _, outcomes) => {
                self.outcomes.set(outcomes);
                self.summary.set(Some(*summary));
                self.forget_overview();
                self.reading_number.update(|number| *number += 1);
                self.find();
            }
            Tell::Listed { count, found, at } => {
                self.lines.clear();
                self.chosen.update(Chosen::clear);
                self.line_count.set(count);
                self.line_found.set(found);
                if let Some(line) = self.wanted_line.get_value() {
                    self.pick_line(Pick::Number(line));
                } else if count > 0 {
                    self.pick_line(Pick::At(at.unwrap_or(0)));
                }
            }
            Tell::Found { count, rows, at, missing } => {
                self.rows.clear();
                self.count.set(Some(count));
                self.missing.set(missing);
                self.row_count.set(rows);
                self.at.set(at);
                if count == 0 {
                    self.story.set(None);
                    self.answered();
                }
            }
            Tell::Rows(block, rows) => self.rows.put(block, rows),
            Tell::Lines(block, lines) => self.lines.put(block, lines),
            Tell::Trace { at, trace, lines, of, alike, forecasts, tied } => {
                let same = self
                    .story
                    .with_untracked(|story| story.as_ref().is_some_and(|s| s.trace.trace == trace.trace));
                if !same && !self.in_lines() {
                    self.lit.set(Lit::Nothing);
                    // The first line with a meaning is explained from the start.
                    let first = lines.iter().find(|line| !line.tokens.is_empty()).map_or(0, |line| line.line);
                    self.mark.set(Mark { line: first, token: None });
                }
                self.at.set(at);
                let lines = lines.into_iter().map(Arc::new).collect();
                self.story.set(Some(Arc::new(Story { trace: *trace, lines, of, alike, forecasts, tied })));
                self.answered();
            }
            Tell::More(number, more) => self.story.update(|story| {
                if let Some(old) = story.as_ref().filter(|story| story.trace.trace == number) {
                    let lines = old.lines.iter().cloned().chain(more.into_iter().map(Arc::new)).collect();
                    *story = Some(Arc::new(Story { lines, ..Story::clone(old) }));
                }
            }),
            Tell::Words(words) => self.words.set(Some(words)),
            Tell::Counted(done) => self.counted.set(done),
            Tell::Overview(overview) => self.overview.set(Some(Arc::new(*overview))),
            Tell::Line(at, line) => {
                if self.wanted_line.get_value() == Some(line.line) {
                    self.wanted_line.set_value(None);
                }
                self.line_at.set(at);
                // The rooms share one place: what the line belongs to is chosen with it.
                if let Some(trace) = line.trace
                    && self.chosen_trace() != Some(trace)
                {
                    self.pick(Pick::Number(trace));
                }
                self.mark.set(Mark { line: line.line, token: None });
                self.line.set(Some(Arc::new(*line)));
            }
            Tell::Reply(reply) => self.reply.set(Some(Arc::from(reply))),
            Tell::Proved(proof) => self.proved.set(Some(proof)),
            Tell::Saved(form, text, proof) => self.saved.set(Some((form, text, proof))),
            Tell::Guessed(rows) => self.guesses.set(rows),
            Tell::Exported { text, what, form, to } => match to {
                To::Clipboard => self.copy(text, what),
                To::Screen => self.sample.set(Some(text)),
                To::File(file) => {
                    clipboard::save(&file, form.file().1, &text);
                    self.say(format!("Saved {what} as {file}."));
                }
            },
            Tell::Refused(why) => self.trouble.set(Some(why)),
            Tell::Progress { .. }
            | Tell::Slice { .. }
            | Tell::Failed(_)
            | Tell::Example(_)
            | Tell::Lesson(..) => {}
        }
    }

    /// The reply that is wanted now; `None` when no trace is chosen.
    pub fn wanted_reply(&'static self) -> Option<Wanted> {
        let trace = self.story.with(|story| story.as_ref().map(|story| story.trace.trace))?;
        let manner = Manner {
            voice: self.voice.get(),
            language: self.language.get(),
            app: self.app.get(),
            greeting: self.greeting.get(),
            signature: self.signature.get(),
        };
        Some(Wanted { trace, about: self.about.get(), manner, hide: self.hide.get(), also: self.also.get() })
    }

    /// The text of a reply as it was changed by hand.
    pub fn edited(&'static self, wanted: &Wanted) -> Option<String> {
        let search = self.search_of(wanted);
        self.edits.with(|edits| {
            edits
                .iter()
                .find(|(of, in_search, _)| of == wanted && *in_search == search)
                .map(|edit| edit.2.clone())
        })
    }

    /// Keeps the text of a reply as it was changed by hand; `None` undoes the changes.
    pub fn edit(&'static self, wanted: Wanted, text: Option<String>) {
        let search = self.search_of(&wanted);
        self.edits.update(|edits| {
            edits.retain(|(of, in_search, _)| *of != wanted || *in_search != search);
            edits.extend(text.map(|text| (wanted, search, text)));
        });
    }

    /// What was searched for, where a reply tells of all that was found.
    fn search_of(&'static self, wanted: &Wanted) -> String {
        if wanted.about == About::Found { self.query.get_untracked() } else { String::new() }
    }

    /// A log was read: shows it from its beginning.
    pub fn appear(&'static self, summary: Summary, parts: Vec<Part>, outcomes: Outcomes) {
        let name = self
            .reading
            .with_untracked(|reading| reading.as_ref().map(|r| r.name.clone()).unwrap_or_default());
        let first = self.summary.with_untracked(Option::is_none);
        self.reading.set(None);
        let before = self.name.get_untracked();
        let edits = self.edits.try_update(std::mem::take).unwrap_or_default();
        let lost = !edits.is_empty();
        let came = self.pieces.try_update_value(|pieces| {
            let shown = std::mem::replace(&mut pieces.shown, std::mem::take(&mut pieces.coming));
            // What was closed for a view can be brought back.
            if pieces.why == Coming::Saved {
                return pieces.why;
            }
            pieces.last = shown;
            let before = std::mem::replace(&mut pieces.last_edits, edits);
            if pieces.why == Coming::Back {
                self.edits.set(before);
            }
            pieces.why
        });
        self.asked_for.set(came == Some(Coming::Answer));
        if came != Some(Coming::Saved) {
            self.last.set((!first && (lost || came != Some(Coming::Added))).then_some(before));
        }
        self.parts.set(parts.into_iter().map(|part| (part, true)).collect());
        self.base.set(None);
        self.name.set(name);
        self.lesson.set(false);
        self.forget_overview();
        self.lines.clear();
        self.rows.clear();
        self.count.set(None);
        self.story.set(None);
        self.also.set(Vec::new());
        self.reply.set(None);
        self.line.set(None);
        self.line_at.set(None);
        if !first {
            self.wanted_line.set_value(None);
        }
        self.unread.set(false);
        self.matching.set(false);
        if !first {
            self.query.set(String::new());
        }
        self.wanted.set_value(None);
        if !first {
            self.tab.set(Tab::Messages);
        }
        self.fresh.set_value(true);
        self.passed.set_value(Default::default());
        self.outcomes.set(outcomes);
        self.line_count.set(summary.records);
        self.summary.set(Some(summary));
        self.reading_number.update(|number| *number += 1);
    }

    /// What was counted is that of another log, or in other times: whoever shows it asks again.
    fn forget_overview(&'static self) {
        self.words.set(None);
        self.counted.set(0.0);
        self.overview.set(None);
    }

    /// Shows what a picture stands for among the messages.
    pub fn show_found(&'static self, query: String) {
        self.query.set(query);
        self.tab.set(Tab::Messages);
    }

    /// Shows or hides a source of the log, by its place.
    pub fn turn_source(&'static self, at: usize, on: bool) {
        self.parts.update(|parts| parts[at].1 = on);
        self.ask(Ask::Sources(self.parts.with_untracked(|parts| parts.iter().map(|part| part.1).collect())));
        self.reading_number.update(|number| *number += 1);
        self.find();
    }

    /// The names of the sources that these lines, ascending, are in; none where there is only one.
    pub fn sources_of(&'static self, lines: &[u32]) -> Vec<String> {
        let has = |part: &Part| {
            let next = lines.partition_point(|&line| line < part.first);
            lines.get(next).is_some_and(|&line| line < part.first + part.lines)
        };
        self.parts.with(|parts| {
            let parts = parts.iter().filter(|_| parts.len() > 1).map(|(part, _)| part);
            parts.filter(|part| has(part)).map(|part| part.name.clone()).collect()
        })
    }

    /// Asks a worker that has no log; the one that waits for the next log has the time.
    pub fn ask_spare(&'static self, ask: Ask) {
        self.warm();
        self.links.with_value(|links| {
            if let Some((_, link)) = &links.spare {
                link.ask(ask, Array::new());
            }
        });
    }

    /// Searches, and keeps the chosen trace where the search finds it.
    fn find(&'static self) {
        let keep = self.wanted.try_update_value(Option::take).flatten().or_else(|| self.chosen_trace());
        self.ask(Ask::Find { query: self.query.get_untracked(), keep });
    }

    /// The number of the chosen trace.
    fn chosen_trace(&'static self) -> Option<u32> {
        self.story.with_untracked(|story| story.as_ref().map(|story| story.trace.trace))
    }

    /// An answer is there. That of a new log gets the focus, and what a key led to is said.
    fn answered(&'static self) {
        if self.fresh.get_value() {
            self.fresh.set_value(false);
            request_animation_frame(|| super::keys::focus_still("verdict"));
        } else if self.led.get_value() {
            self.spoken.set(super::view::spoken(self));
        }
        self.led.set_value(false);
    }

    /// Chooses a trace.
    pub fn pick(&'static self, pick: Pick) {
        self.ask(Ask::Trace(pick));
    }

    /// Chooses a trace by its number and shows it among the messages.
    pub fn open(&'static self, trace: u32) {
        self.tab.set(Tab::Messages);
        self.pick(Pick::Number(trace));
    }

    /// Writes the reply about the chosen trace.
    pub fn write(&'static self) {
        if self.story.with_untracked(Option::is_some) {
            self.tab.set(Tab::Reply);
            // What comes next, as a rule, is to copy it.
            request_animation_frame(|| super::keys::focus("copy-reply"));
        }
    }

    /// Chooses the line that the answer on screen rests on, where all lines are listed.
    fn follow_choice(&'static self) {
        let choice = self.story.with_untracked(|story| {
            let trace = &story.as_ref()?.trace;
            let here = self.line.with_untracked(|line| line.as_ref().and_then(|line| line.trace));
            trace.explanation.cites.first().copied().filter(|_| here != Some(trace.trace))
        });
        let all = !self.unread.get_untracked() && !self.matching.get_untracked();
        if let Some(line) = choice.filter(|_| all && self.wanted_line.get_value().is_none()) {
            self.wanted_line.set_value(Some(line));
            self.pick_line(Pick::Number(line));
        }
    }

    /// Chooses a line.
    pub fn pick_line(&'static self, pick: Pick) {
        self.ask(Ask::Line(pick));
    }

    /// Shows a line in the whole paste.
    pub fn show_line(&'static self, line: u32) {
        self.unread.set(false);
        self.matching.set(false);
        self.tab.set(Tab::Lines);
        // The list that these settings may bring chooses it again.
        self.wanted_line.set_value(Some(line));
        request_animation_frame(move || self.pick_line(Pick::Number(line)));
    }

    /// Shows the lines that no format claimed.
    pub fn show_unread(&'static self) {
        self.unread.set(true);
        self.tab.set(Tab::Lines);
    }

    /// One step down or up in the list on screen.
    pub fn step(&'static self, back: bool) {
        let (at, total) = if self.in_lines() {
            (self.line_at, self.line_count.get_untracked())
        } else {
            (self.at, self.row_count.get_untracked())
        };
        let next = match at.get_untracked() {
            None => 0,
            Some(at) if back => at.saturating_sub(1),
            Some(at) => (at + 1).min(total.saturating_sub(1)),
        };
        self.go(Pick::At(next));
    }

    /// The next or the previous problem in the list on screen.
    pub fn problem(&'static self, back: bool) {
        let from = if self.in_lines() { self.line_at } else { self.at }.get_untracked();
        self.go(Pick::Problem { from, back });
    }

    fn go(&'static self, pick: Pick) {
        self.led.set_value(true);
        if self.in_lines() { self.pick_line(pick) } else { self.pick(pick) }
    }

    /// The list that keys walk in is that of the lines; in all other rooms it is that of the traces.
    fn in_lines(&'static self) -> bool {
        self.tab.get_untracked() == Tab::Lines
    }

    /// The next or the previous line that matches the search.
    pub fn step_match(&'static self, back: bool) {
        self.pick_line(Pick::Match { from: self.line_at.get_untracked(), back });
    }

    // ---- what leaves by the reader's own hand ----

    /// The chosen lines: those chosen together, else the one that the keys are at.
    fn chosen_lines(&'static self) -> What {
        let chosen = self.chosen.with_untracked(|chosen| chosen.ranges().to_vec());
        let one = || self.line_at.get_untracked().map(|at| (at, at)).into_iter().collect();
        What::Lines(if chosen.is_empty() { one() } else { chosen })
    }

    /// Shows lines as they can be shown to a stranger: those chosen together, else all that are listed.
    pub fn make_sample(&'static self) {
        let several = self.chosen.with_untracked(|chosen| chosen.count() > 0);
        let all = || What::Lines(vec![(0, self.line_count.get_untracked().saturating_sub(1))]);
        let what = if several { self.chosen_lines() } else { all() };
        self.ask(Ask::Export { what, form: Form::Sample, to: To::Screen });
    }

    /// What reading found of its lines, in one word: read where one was, else in part, else not.
    pub fn best(&'static self) -> Option<Fate> {
        self.summary.with(|summary| {
            let of = summary.as_ref()?;
            let states = [(of.read, Fate::Read), (of.partly, Fate::Partly), (of.unread, Fate::Unread)];
            Some(states.into_iter().find(|(lines, _)| *lines > 0).map_or(Fate::Other, |(_, state)| state))
        })
    }

    /// Copies what is on screen: the chosen lines, or the chosen trace.
    pub fn copy_shown(&'static self, form: Form) {
        let what = if self.in_lines() {
            self.chosen_lines()
        } else {
            let Some(story) = self.story.get_untracked() else { return };
            What::Trace(story.trace.trace)
        };
        self.ask(Ask::Export { what, form, to: To::Clipboard });
    }

    /// Writes a report of all that was found to a file.
    pub fn save(&'static self, form: Form) {
        self.say("Writing the report\u{2026}".into());
        let file = format!("maillens.{}", form.file().0);
        self.ask(Ask::Export { what: What::Found, form, to: To::File(file) });
    }

    /// Saves the log and what is shown of it, to be opened again.
    pub fn save_view(&'static self, redact: bool) {
        self.say("Writing the view\u{2026}".into());
        let shown = untrack(|| self.shown());
        let shown = shown.into_iter().map(|(word, value)| (word.to_owned(), value)).collect();
        self.ask(Ask::View { shown, redact, also: self.also.get_untracked() });
    }

    /// Copies a text; `what` says what it is.
    pub fn copy(&'static self, text: String, what: String) {
        spawn_local(async move {
            self.say(if clipboard::copy(&text, None).await {
                format!("Copied {what}.")
            } else {
                "The browser doesn\u{2019}t let this page copy.".into()
            });
        });
    }

    /// Says what was done, for a moment.
    pub fn say(&'static self, what: String) {
        self.said.set(Some(what.clone()));
        set_timeout(
            move || {
                if self.said.with_untracked(|said| said.as_ref() == Some(&what)) {
                    self.said.set(None);
                }
            },
            SAID_FOR,
        );
    }

    /// Shows times in another zone, or as they are written.
    pub fn show_times(&'static self, zone: Option<String>) {
        self.times.update(|times| times.show = zone);
    }

    // ---- the address ----

    /// The version of what stands after `#`. A later one must still read this one.
    const ADDRESS: &str = "1";

    /// True where the reader went from one place of the log to another: Back leads there again. Who runs through a
    /// list, or reads another log, leaves no trail.
    fn passes(&'static self) -> bool {
        let room = Room::of(self.tab.get_untracked());
        let here = match self.chosen_trace() {
            Some(trace) => format!("{room} {trace}"),
            None => String::new(),
        };
        let now = js_sys::Date::now();
        let (before, since) = self.passed.get_value();
        let moved = before != here;
        self.passed.set_value((here.clone(), if moved { now } else { since }));
        moved && !before.is_empty() && !here.is_empty() && now - since > TRAIL_AFTER
    }

    /// Goes where Back or Forward leads.
    pub fn walk_back(&'static self) {
        let hash = location().hash().unwrap_or_default();
        let Ok(view) = web_sys::UrlSearchParams::new_with_str(hash.trim_start_matches('#')) else { return };
        let room = view.get("tab").and_then(|id| ROOMS.iter().find(|room| room.id == id));
        // A search of words stands in no address, so it stays.
        let query = self.query.get_untracked();
        let query = if names_nobody(&query) { view.get("find").unwrap_or_default() } else { query };
        let trace = view.get("trace").and_then(|trace| trace.parse::<u32>().ok());
        if self.summary.with_untracked(Option::is_none) {
            return;
        }
        let tab = room.map_or(Tab::Messages, |room| room.tab);
        let here = trace.map(|trace| format!("{} {trace}", Room::of(tab))).unwrap_or_default();
        self.passed.set_value((here, 0.0));
        self.tab.set(tab);
        if self.query.get_untracked() != query {
            self.wanted.set_value(trace);
            self.query.set(query);
        } else if let Some(trace) = trace.filter(|trace| self.chosen_trace() != Some(*trace)) {
            self.pick(Pick::Number(trace));
        }
    }

    fn follow_address(&'static self) {
        let hash = location().hash().unwrap_or_default();
        let Ok(view) = web_sys::UrlSearchParams::new_with_str(hash.trim_start_matches('#')) else { return };
        if view.get("v").as_deref() == Some(Self::ADDRESS) {
            self.follow(|word| view.get(word));
        }
    }

    /// Shows what these words of an address, or of a view, say.
    fn follow(&'static self, get: impl Fn(&str) -> Option<String>) {
        if let Some(room) = get("tab").and_then(|id| ROOMS.iter().find(|room| room.id == id)) {
            self.tab.set(room.tab);
        }
        self.query.set(get("find").unwrap_or_default());
        self.wanted.set_value(get("trace").and_then(|trace| trace.parse().ok()));
        self.wanted_line.set_value(get("line").and_then(|line| line.parse().ok()));
        self.times.update(|times| {
            times.show = get("times").map(|zone| match &*zone {
                "here" => maillens_zones::here(),
                zone => maillens_zones::present(zone).into(),
            });
            times.source =
                get("from").map_or_else(|| "UTC".into(), |zone| maillens_zones::present(&zone).into());
            times.year = get("year").and_then(|year| year.parse().ok());
            times.mend = get("mend").as_deref() != Some("off");
        });
        self.theme.set(match get("theme").as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        });
        self.folded.set(get("list").as_deref() == Some("off"));
        self.fold.set(get("fold").as_deref() == Some("on"));
        self.letters.set(get("letters").as_deref() != Some("off"));
        self.about.set(match get("about").as_deref() {
            Some("tied") => About::Tied,
            Some("found") => About::Found,
            _ => About::One,
        });
        if let Some(word) = get("voice")
            && let Some((voice, ..)) = VOICES.iter().find(|(_, name, ..)| *name == word)
        {
            self.voice.set(*voice);
        }
        let language = get("language").unwrap_or_default();
        if let Some(language) = Language::named(&language) {
            self.language.set(language);
        }
        let app = get("app").unwrap_or_default();
        self.app.set(App::named(&app));
        let (greeting, signature, ours) = (get("greeting"), get("signature"), get("ours"));
        if greeting.is_some() || signature.is_some() || ours.is_some() {
            self.keep.set(true);
            self.times.update(|times| times.ours = ours.unwrap_or_default());
            self.greeting.set(greeting.unwrap_or_default());
            self.signature.set(signature.unwrap_or_default());
        }
        let hide = get("hide").unwrap_or_default();
        let hidden = HIDE.iter().filter(|(_, name)| hide.split('.').any(|of| of == *name));
        self.hide.set(hidden.map(|(kind, _)| *kind).collect());
    }

    /// What is shown, never the log, by the words that the address has for it.
    fn shown(&'static self) -> Vec<(&'static str, String)> {
        let mut view = Vec::new();
        let times = self.times.get();
        let loaded = self.summary.with(Option::is_some);
        let mut set =
            |name: &'static str, value: Option<String>| view.extend(value.map(|value| (name, value)));
        let room = Room::of(self.tab.get());
        set("tab", (room > 0 && loaded).then(|| ROOMS[room].id.into()));
        set("find", Some(self.query.get()).filter(|query| !query.is_empty()));
        set("trace", self.story.with(|story| story.as_ref().map(|story| story.trace.trace.to_string())));
        let line = self.line.with(|line| line.as_ref().map(|line| line.line.to_string()));
        set("line", line.filter(|_| loaded && self.tab.get() == Tab::Lines));
        set("times", times.show);
        set("from", Some(times.source).filter(|zone| zone != "UTC"));
        set("year", times.year.map(|year| year.to_string()));
        set("mend", (!times.mend).then(|| "off".into()));
        set(
            "theme",
            match self.theme.get() {
                Theme::System => None,
                Theme::Light => Some("light".into()),
                Theme::Dark => Some("dark".into()),
            },
        );
        set("list", self.folded.get().then(|| "off".into()));
        set("fold", self.fold.get().then(|| "on".into()));
        set("letters", (!self.letters.get()).then(|| "off".into()));
        set(
            "about",
            match self.about.get() {
                About::One => None,
                About::Tied => Some("tied".into()),
                About::Found => Some("found".into()),
            },
        );
        let voice = Some(self.voice.get()).filter(|voice| *voice != Voice::default());
        let voice = voice.and_then(|voice| VOICES.iter().find(|(of, ..)| *of == voice));
        set("voice", voice.map(|(_, name, ..)| (*name).to_owned()));
        let language = Some(self.language.get()).filter(|language| *language != Language::default());
        set("language", language.map(|language| language.name().to_owned()));
        set("app", self.app.get().map(|app| app.name().to_owned()));
        let kept = |text: String| Some(text).filter(|text| self.keep.get() && !text.is_empty());
        set("greeting", kept(self.greeting.get()));
        set("signature", kept(self.signature.get()));
        set("ours", kept(times.ours));
        let hide = self.hide.get();
        let hidden: Vec<&str> =
            HIDE.iter().filter(|(kind, _)| hide.contains(kind)).map(|(_, name)| *name).collect();
        set("hide", (!hidden.is_empty()).then(|| hidden.join(".")));
        view
    }

    /// Writes what is shown into the address.
    fn write_address(&'static self) {
        let Ok(view) = web_sys::UrlSearchParams::new() else { return };
        for (word, value) in self.shown() {
            if word != "find" || names_nobody(&value) {
                view.set(word, &value);
            }
        }
        let view = String::from(view.to_string());
        let address = if view.is_empty() { "#".into() } else { format!("#v={}&{view}", Self::ADDRESS) };
        // The browser takes its time for it: once for all that changes together, and after that is drawn.
        if self.address.try_update_value(|of| of.replace(address)).flatten().is_none() {
            set_timeout(
                move || {
                    if let (Some(address), Ok(history)) =
                        (self.address.try_update_value(Option::take).flatten(), window().history())
                        && location().hash().unwrap_or_default() != address
                    {
                        let _ = if self.passes() {
                            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
                        } else {
                            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
                        };
                    }
                },
                ADDRESS_AFTER,
            );
        }
    }
}
