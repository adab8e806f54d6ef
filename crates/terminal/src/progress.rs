//! How far the reading came, on standard error, where that is a terminal and it takes longer than a moment.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, Read};
use std::time::{Duration, Instant};

/// What is quicker than this shows nothing.
const MOMENT: Duration = Duration::from_millis(800);

/// A bar, or where nobody knows how much there is, a count.
pub struct Progress {
    bar: ProgressBar,
    since: Instant,
    shown: bool,
}

impl Progress {
    /// For so many bytes of files, or for standard input (0). `quiet` where output of the program may stand on the same
    /// terminal.
    pub fn new(bytes: usize, quiet: bool) -> Progress {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let template = if bytes > 0 {
            bar.set_length(bytes as u64);
            "reading {bar:30} {bytes} of {total_bytes}, {eta} left"
        } else {
            "reading {spinner} {bytes}"
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        let shown = quiet || !std::io::stderr().is_terminal() || bytes == 0 && std::io::stdin().is_terminal();
        Progress { bar, since: Instant::now(), shown }
    }

    /// Counts what is read from this.
    pub fn of(&self, input: impl Read + Send + 'static) -> Box<dyn Read + Send> {
        Box::new(self.bar.wrap_read(input))
    }

    /// A piece was taken.
    pub fn goes_on(&mut self) {
        if !self.shown && self.since.elapsed() > MOMENT {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.shown = true;
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
