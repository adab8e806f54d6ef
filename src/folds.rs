//! Lines in a row that tell of no problem, or that nobody knows, are one row that opens.

use serde::{Deserialize, Serialize};

/// So many lines in a row are worth a row of their own.
const LEAST: usize = 4;

/// Lines that follow each other and are of one kind.
struct Run {
    /// By their numbers, ascending.
    lines: Vec<u32>,
    unread: bool,
    open: bool,
}

/// A row of the list.
enum Row {
    /// A line, and the run that it is listed in.
    Line(u32, Option<usize>),
    /// What stands for a run, above its lines where it is open.
    Head(usize),
}

/// What a row stands for that is no line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The last of its lines.
    pub last: u32,
    /// How many they are.
    pub lines: u32,
    /// They were not read; else they tell of no problem.
    pub unread: bool,
    /// They are listed below.
    pub open: bool,
}

/// Lines as they are listed.
pub struct Folds {
    runs: Vec<Run>,
    rows: Vec<Row>,
}

impl Folds {
    /// The list of these lines, ascending; `kind` says whether a line that may be folded was not read, and is `None` for all
    /// others.
    pub fn new(lines: impl Iterator<Item = u32>, kind: impl Fn(u32) -> Option<bool>) -> Folds {
        let mut folds = Folds { runs: Vec::new(), rows: Vec::new() };
        let mut run = Run { lines: Vec::new(), unread: false, open: false };
        for line in lines {
            let of = kind(line);
            if of != Some(run.unread) {
                folds.end(&mut run);
            }
            match of {
                None => folds.rows.push(Row::Line(line, None)),
                Some(unread) => {
                    run.unread = unread;
                    run.lines.push(line);
                }
            }
        }
        folds.end(&mut run);
        folds
    }

    /// Lists a run that is over: by its head, or by its lines where they are few.
    fn end(&mut self, run: &mut Run) {
        let lines = std::mem::take(&mut run.lines);
        if lines.len() < LEAST {
            self.rows.extend(lines.into_iter().map(|line| Row::Line(line, None)));
        } else {
            self.rows.push(Row::Head(self.runs.len()));
            self.runs.push(Run { lines, ..*run });
        }
    }

    /// How many rows there are.
    pub fn rows(&self) -> u32 {
        self.rows.len() as u32
    }

    /// The run whose head, or one of whose lines, is at this place.
    fn run(&self, at: u32) -> Option<usize> {
        match *self.rows.get(at as usize)? {
            Row::Line(_, run) => run,
            Row::Head(run) => Some(run),
        }
    }

    /// The line at this place; of a run its first.
    pub fn line(&self, at: u32) -> Option<u32> {
        self.rows.get(at as usize).map(|row| self.first(row))
    }

    fn first(&self, row: &Row) -> u32 {
        match *row {
            Row::Line(line, _) => line,
            Row::Head(run) => self.runs[run].lines[0],
        }
    }

    /// The lines that only this row stands for.
    pub fn lines(&self, at: u32) -> &[u32] {
        match self.rows.get(at as usize) {
            Some(Row::Line(line, _)) => std::slice::from_ref(line),
            Some(&Row::Head(run)) if !self.runs[run].open => &self.runs[run].lines,
            Some(Row::Head(_)) | None => &[],
        }
    }

    /// What the row at this place stands for, where it is no line.
    pub fn head(&self, at: u32) -> Option<Head> {
        let Row::Head(run) = self.rows.get(at as usize)? else { return None };
        let Run { lines, unread, open } = &self.runs[*run];
        Some(Head { last: *lines.last()?, lines: lines.len() as u32, unread: *unread, open: *open })
    }

    /// True for a line that is listed below its head.
    pub fn is_nested(&self, at: u32) -> bool {
        matches!(self.rows.get(at as usize), Some(Row::Line(_, Some(_))))
    }

    /// The place of a line; `Err` with that of its head where it is folded.
    pub fn place(&self, line: u32) -> Result<u32, u32> {
        // A head stands above its first line.
        let key = |row: &Row| (self.first(row), matches!(row, Row::Line(..)));
        match self.rows.binary_search_by_key(&(line, true), key) {
            Ok(at) => Ok(at as u32),
            Err(at) => Err(at.saturating_sub(1) as u32),
        }
    }

    /// Opens the run of the row at this place, or closes it, or does what was not done last; gives the place of its head.
    pub fn turn(&mut self, at: u32, open: Option<bool>) -> Option<u32> {
        let number = self.run(at)?;
        let head = (0..=at).rev().find(|&at| matches!(self.rows[at as usize], Row::Head(_)))?;
        let run = &mut self.runs[number];
        let open = open.unwrap_or(!run.open);
        if open != run.open {
            run.open = open;
            let below = head as usize + 1;
            if open {
                let lines = run.lines.iter().map(|&line| Row::Line(line, Some(number)));
                self.rows.splice(below..below, lines);
            } else {
                self.rows.drain(below..below + run.lines.len());
            }
        }
        Some(head)
    }
}
