//! `--format jsonl` and `--follow`: what a log tells while it is read, each trace when it closes.

use crate::args::{Args, Format};
use crate::screen::Screen;
use crate::{input, json};
use maillens::export::Trace;
use maillens::report::rows;
use maillens::stream::{Closed, Turn};
use maillens::vocabulary::Party;
use maillens::{Settings, Stream};
use serde::Serialize;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// One line of `--format jsonl`.
#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    closed: Closed,
    #[serde(flatten)]
    trace: &'a Trace,
}

/// A trace as one line: `ended` where a line of the log ends it, else the input did.
pub fn line(trace: &Trace, ended: bool, out: &mut dyn Write) -> io::Result<()> {
    let closed = if ended { Closed::End } else { Closed::Input };
    json::line(&Line { schema: "maillens/1", closed, trace }, out)
}

/// Reads, and tells each trace when it closes.
pub fn run(args: &Args, settings: &Settings, files: &[PathBuf]) -> Result<ExitCode, String> {
    let mut teller = Teller { args, screen: Screen::new(), acts: false };
    let mut stream = Stream::new(settings.clone());
    let mut push = |piece: &[u8]| {
        stream.push(piece).map_err(|error| error.to_string())?;
        if stream.is_full() || piece.is_empty() && !stream.is_idle() {
            teller.tell(stream.turn())?;
        }
        // Where nobody reads any more, nothing is to be read.
        if teller.screen.closed { Err(String::new()) } else { Ok(()) }
    };
    let read = if args.follow {
        input::follow(files, &mut push)
    } else {
        input::read(files, settings, io::stdout().is_terminal(), &mut |_, piece| push(piece))
    };
    if !teller.screen.closed {
        read?;
        teller.tell(stream.finish())?;
    }
    Ok(ExitCode::from(u8::from(args.check && teller.acts)))
}

struct Teller<'a> {
    args: &'a Args,
    screen: Screen,
    /// True when somebody must act.
    acts: bool,
}

impl Teller<'_> {
    fn tell(&mut self, mut turn: Turn) -> Result<(), String> {
        let mut wanted = std::mem::take(&mut turn.closed);
        if self.args.selects() {
            let found = turn.log.find(self.args.search());
            wanted.retain(|(trace, _)| found.contains(trace));
            if let Some(id) = &self.args.trace {
                let named = |told: &Trace| told.trace.to_string() == *id || told.id.as_ref() == Some(id);
                wanted.retain(|(trace, _)| turn.trace(*trace).as_ref().is_some_and(named));
            }
            let traces: Vec<u32> = wanted.iter().map(|(trace, _)| *trace).collect();
            let beside = turn.log.beside(self.args.search(), &traces);
            turn.log.choose(&traces, &beside);
        }
        for (trace, closed) in wanted {
            let Some(told) = turn.trace(trace) else { continue };
            self.acts |= told.explanation.party != Party::Nobody;
            let written = if self.args.format == Some(Format::Jsonl) {
                let line = Line { schema: "maillens/1", closed, trace: &told };
                serde_json::to_vec(&line).map_err(io::Error::from).and_then(|mut line| {
                    line.push(b'\n');
                    self.screen.write_all(&line)
                })
            } else {
                rows::of_trace(&told).iter().try_for_each(|row| self.screen.row(row))
            };
            written.map_err(|error| error.to_string())?;
        }
        self.screen.flush().map_err(|error| error.to_string())
    }
}
