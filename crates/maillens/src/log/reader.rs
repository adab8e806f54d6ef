//! Takes the bytes of a log piece by piece, and ties what was read together at its end.

use super::asked::Asked;
use super::indexer::Indexer;
use super::turned;
use super::{CONTINUED, Columns, Log, Source, group};
use crate::secrets::Net;
use crate::settings::Settings;
use crate::text::{Text, utf16::Decoder};
use crate::trace::crowds;
use std::cell::RefCell;

/// Takes the bytes of a log piece by piece and indexes them as they come.
#[derive(Debug)]
pub struct Reader {
    text: Text,
    indexer: Indexer,
    decoder: Decoder,
    /// Masks secrets before a line is kept.
    net: Net,
    /// Bytes that came, as they were pasted.
    bytes: u64,
    sources: Vec<Source>,
}

/// A paste is larger than the 4 GB that can be addressed; what came before was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

impl std::fmt::Display for TooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the log is larger than 4 GB; cut it down first, for example with grep")
    }
}

impl std::error::Error for TooLarge {}

impl Reader {
    /// An empty log.
    pub fn new(settings: Settings) -> Reader {
        let indexer = Indexer::new(settings);
        let (text, decoder, net) = (Text::default(), Decoder::default(), Net::default());
        Reader { text, indexer, decoder, net, bytes: 0, sources: Vec::new() }
    }

    /// Reads with this many threads; what is read is the same. Without this, with one.
    #[must_use]
    pub fn threads(mut self, threads: usize) -> Reader {
        self.indexer.threads = threads;
        self.net.threads = threads;
        self
    }

    /// Makes room for this many more bytes at once.
    pub fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
        // A line of a mail log has about a hundred bytes.
        let lines = bytes / 80;
        let Columns { time, entry, trace } = &mut self.indexer.columns;
        time.reserve(lines);
        entry.reserve(lines);
        trace.reserve(lines);
    }

    /// Adds the next bytes; they may end anywhere. Fails when the log grows over 4 GB.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), TooLarge> {
        self.bytes += bytes.len() as u64;
        let decoded = self.decoder.push(bytes);
        let bytes = decoded.as_deref().unwrap_or(bytes);
        let (text, mut fits) = (&mut self.text, true);
        self.net.push(bytes, &mut |part| fits &= text.push(part) == part.len());
        let new = self.indexer.split(&mut self.text);
        self.indexer.advance(&self.text, new);
        if fits { Ok(()) } else { Err(TooLarge) }
    }

    /// Begins another source: what comes from now on is of the file, or the paste, of this name. A line that
    /// is still open ends here; what belongs together may go on from one source in the next.
    pub fn source(&mut self, name: impl Into<String>) {
        self.end();
        self.decoder = Decoder::default();
        self.indexer.tracer.close();
        self.sources.push(Source { name: name.into(), first: self.text.lines() + 1 });
    }

    /// Ends what was begun: the last line, and whatever waited for more lines.
    fn end(&mut self) {
        let rest = self.decoder.finish();
        let mut keep = |part: &[u8]| {
            self.text.push(part);
        };
        self.net.push(&rest, &mut keep);
        self.net.finish(&mut keep);
        self.text.finish();
        self.indexer.split(&mut self.text);
        self.indexer.index(&self.text, 0);
        self.indexer.end_entry(&self.text, self.text.lines());
    }

    /// Ends the log and ties its traces together. One whose newest lines come first is read once more, from its end.
    pub fn finish(mut self) -> Log {
        self.end();
        let turned = (self.indexer.settings.mend && self.sources.len() < 2)
            .then(|| turned::turned(&self.text, &self.indexer.columns.time))
            .flatten();
        let Some((bytes, order)) = turned else { return self.tie() };
        let Reader { indexer, net, bytes: pasted, sources, .. } = self;
        let mut again = Reader::new(indexer.settings).threads(indexer.threads);
        again.reserve(bytes.len());
        let _ = again.push(&bytes);
        again.end();
        (again.net, again.bytes, again.sources) = (net, pasted, sources);
        let mut log = again.tie();
        log.turn(&order);
        log
    }

    /// Ends a part of a longer log, which is read as it comes.
    pub(crate) fn finish_part(mut self) -> Log {
        self.end();
        self.tie()
    }

    /// Ties the traces together.
    fn tie(self) -> Log {
        let Reader { text, mut indexer, net, bytes, sources, .. } = self;
        indexer.date_back(&text);
        indexer.hear(&text);
        let mut links = indexer.tracer.finish(&indexer.columns.time);
        for (line, trace) in indexer.tracer.late.drain(..) {
            indexer.columns.trace[line as usize] = trace;
        }
        links.extend(indexer.events(&text));
        for mend in indexer.mends.iter() {
            let trace = indexer.columns.trace[mend.line as usize];
            for line in mend.line + 1..=mend.last {
                if indexer.columns.entry[line as usize] == CONTINUED {
                    indexer.columns.trace[line as usize] = trace;
                }
            }
        }
        let mut told = std::mem::take(&mut indexer.tracer.told);
        crate::sort::up(&mut told);
        told.dedup();
        let lines_by_trace = group(&indexer.columns.trace, indexer.tracer.traces.len());
        let ends: Vec<u32> = links.iter().flat_map(|link| [link.from, link.to]).collect();
        let ends_by_trace = group(&ends, indexer.tracer.traces.len());
        let mut log = Log {
            settings: indexer.settings,
            text,
            columns: indexer.columns,
            crowds: crowds(&indexer.tracer.traces),
            traces: indexer.tracer.traces,
            attempts: indexer.tracer.attempts,
            links,
            lines_by_trace,
            ends_by_trace,
            told,
            passwords: indexer.passwords,
            secrets: net.lines,
            mends: indexer.mends,
            headed: indexer.headed,
            bytes,
            sources,
            rewritten: None,
            whys: RefCell::default(),
            chosen: None,
            numbers: Vec::new(),
            turned: false,
            asked: Asked::default(),
        };
        log.hear();
        log
    }
}
