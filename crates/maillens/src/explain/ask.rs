//! What a log is asked for and has to be explained: its lines, its traces, and the whole report.

use super::among;
use crate::export::{Line, Report, Row, Summary, Trace};
use crate::log::Log;
use crate::vocabulary::Why;

impl Log {
    /// Counts over the whole log, and what is to be known about it.
    pub fn summary(&self) -> Summary {
        Summary { notices: super::notices(self), ..self.counts() }
    }

    /// One line, counted from 1.
    pub fn line(&self, line: u32) -> Option<Line> {
        (1..=self.lines()).contains(&line).then(|| super::line(self, line - 1))
    }

    /// One trace with its explanation. Where traces are chosen, it holds nothing of the messages and logins of others.
    pub fn trace(&self, trace: u32) -> Option<Trace> {
        let mut told = (trace < self.traces()).then(|| super::trace(self, trace))?;
        if let Some(chosen) = self.chosen() {
            among::keep(self, &mut told, |of| chosen.binary_search(&of).is_ok());
        }
        Some(told)
    }

    /// One trace with its explanation for whoever is told of these traces alone.
    pub fn trace_among(&self, trace: u32, traces: &[u32]) -> Option<Trace> {
        let mut told = self.trace(trace)?;
        if self.chosen().is_none() && traces.len() < self.traces() as usize {
            among::keep(self, &mut told, |of| traces.contains(&of));
        }
        Some(told)
    }

    /// Why a trace did not work and who must act.
    pub fn why(&self, trace: u32) -> Why {
        // A search asks again with every key.
        let known = self.whys.borrow().get(&trace).copied();
        known.unwrap_or_else(|| {
            let why = super::why(self, trace);
            self.whys.borrow_mut().insert(trace, why);
            why
        })
    }

    /// What the list of traces shows of one; `None` past the last trace.
    pub fn row(&self, trace: u32) -> Option<Row> {
        (trace < self.traces()).then(|| super::row(self, trace))
    }

    /// The whole report.
    pub fn report(&self) -> Report {
        Report {
            schema: "maillens/1".into(),
            summary: self.summary(),
            lines: self.pasted_lines(1..=self.lines()).collect(),
            traces: (0..self.traces()).map(|trace| self.numbered(super::trace(self, trace))).collect(),
            order: self.order(),
        }
    }

    /// The lines of some traces, read as a log of their own.
    #[must_use]
    pub fn only(&self, traces: &[u32]) -> Log {
        let mut lines: Vec<u32> = traces.iter().flat_map(|&trace| self.lines_of(trace)).copied().collect();
        lines.sort_unstable();
        lines.dedup();
        let mut text = Vec::new();
        for line in lines {
            text.extend_from_slice(self.pasted(line - 1));
            text.push(b'\n');
        }
        Log::read(&text, self.settings().clone())
    }

    /// The report on some traces and their lines; its summary counts the whole log.
    pub fn report_on(&self, traces: &[u32]) -> Report {
        let mut lines: Vec<u32> = traces.iter().flat_map(|&trace| self.lines_of(trace)).copied().collect();
        lines.sort_unstable();
        let told = traces.iter().filter_map(|&trace| self.trace_among(trace, traces));
        Report {
            schema: "maillens/1".into(),
            summary: self.summary(),
            lines: self.pasted_lines(lines).collect(),
            traces: told.map(|trace| self.numbered(trace)).collect(),
            order: self.order().into_iter().filter(|trace| traces.contains(trace)).collect(),
        }
    }
}
