//! `cargo xtask bench`: how fast maillens is, as ratios to other programs in the same run.
//!
//! Absolute times change with the machine; a ratio of medians in one run says more. Peers that are not
//! installed are named with the way to install them. The results are also written as JSON to
//! `target/bench/results.json`.

use crate::step::{Result, ask, cargo, root, run, step, write};
use crate::{browser, genlog, page};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// How often each thing is measured; the median counts.
const RUNS: usize = 5;
const SMALL: u64 = 100_000_000;
const LARGE: u64 = 1_000_000_000;

/// One measured goal.
struct Row {
    /// Its name in the project's list of goals.
    id: &'static str,
    what: String,
    measured: f64,
    /// What it should be, and whether more or less is better.
    goal: Goal,
}

enum Goal {
    AtLeast(f64),
    AtMost(f64),
}

impl Row {
    fn met(&self) -> bool {
        match self.goal {
            Goal::AtLeast(least) => self.measured >= least,
            Goal::AtMost(most) => self.measured <= most,
        }
    }

    fn goal(&self) -> String {
        match self.goal {
            Goal::AtLeast(least) => format!("at least {least}"),
            Goal::AtMost(most) => format!("at most {most}"),
        }
    }
}

/// Measures everything, or with `--native` all but the browser.
pub fn command(args: &[String]) -> Result {
    let native = match args {
        [] => false,
        [arg] if arg == "--native" => true,
        _ => return Err("bench takes --native or nothing.".to_owned()),
    };
    let mut rows = Vec::new();
    let (small, large) = step("make logs", || Ok((log(SMALL)?, log(LARGE)?)))?;
    step("build the terminal tool", || {
        run(&mut cargo(&["build", "--release", "--bin", "maillens", "--locked"]))
    })?;
    let tool = root().join("target/release/maillens");
    step("terminal", || terminal(&tool, &small, &large, &mut rows))?;
    if !native {
        let page = page::build()?;
        step("browser", || in_browser(&page, &small, &mut rows))?;
    }
    report(&rows)
}

fn terminal(tool: &Path, small: &Path, large: &Path, rows: &mut Vec<Row>) -> Result {
    let own = |log: &Path| {
        let mut command = Command::new(tool);
        command.args(["--format", "summary"]).arg(log);
        command
    };
    if ask(Command::new("sh").args(["-c", "command -v tai64nlocal"])).is_some() {
        let (mine, peer) = side_by_side(&mut || own(small), &mut || {
            let mut peer = Command::new("tai64nlocal");
            peer.stdin(File::open(small).map_or(Stdio::null(), Stdio::from));
            peer
        })?;
        rows.push(Row {
            id: "P1",
            what: "100 MB qmail log: times faster than tai64nlocal".into(),
            measured: peer / mine,
            goal: Goal::AtLeast(3.0),
        });
    } else {
        println!("P1 needs tai64nlocal: on Debian, apt install daemontools.");
    }
    let (small, large) = side_by_side(&mut || own(small), &mut || own(large))?;
    rows.push(Row {
        id: "P3",
        what: "time for 1 GB over time for 100 MB".into(),
        measured: large / small,
        goal: Goal::AtMost(11.0),
    });
    Ok(())
}

/// Medians in seconds of two commands that take turns, so that both meet the same machine.
fn side_by_side(
    first: &mut dyn FnMut() -> Command,
    second: &mut dyn FnMut() -> Command,
) -> Result<(f64, f64)> {
    let mut times = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        times.0.push(seconds(first())?);
        times.1.push(seconds(second())?);
    }
    Ok((median(times.0), median(times.1)))
}

fn seconds(mut command: Command) -> Result<f64> {
    let start = Instant::now();
    run(command.stdout(Stdio::null()))?;
    Ok(start.elapsed().as_secs_f64())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// What the browser measures: lines of `id`, figure, and `at-least` or `at-most` with the goal, between tabs.
fn in_browser(page: &Path, log: &Path, rows: &mut Vec<Row>) -> Result {
    let told = browser::bench(page, log)?;
    for line in told.lines() {
        let words: Vec<&str> = line.split('\t').collect();
        let [id, what, measured, kind, goal] = words[..] else { continue };
        let number = |text: &str| text.parse::<f64>().map_err(|_| format!("the browser told {line:?}"));
        let goal = number(goal)?;
        let id = ["P4", "P5", "P6", "P7", "P8", "P9"].into_iter().find(|known| *known == id).unwrap_or("P?");
        let goal = if kind == "at-least" { Goal::AtLeast(goal) } else { Goal::AtMost(goal) };
        rows.push(Row { id, what: what.into(), measured: number(measured)?, goal });
    }
    Ok(())
}

fn report(rows: &[Row]) -> Result {
    println!();
    let mut json = Vec::new();
    for row in rows {
        let (mark, word) = if row.met() { ('✓', "met") } else { ('✕', "missed") };
        println!("{mark} {}  {:<58} {:>8.2}  ({}, {word})", row.id, row.what, row.measured, row.goal());
        json.push(format!(
            "  {{\"id\": \"{}\", \"what\": \"{}\", \"measured\": {}, \"goal\": \"{}\", \"met\": {}}}",
            row.id,
            row.what,
            row.measured,
            row.goal(),
            row.met()
        ));
    }
    let file = folder()?.join("results.json");
    write(&file, format!("[\n{}\n]\n", json.join(",\n")))
}

/// A log of this size, made once.
fn log(size: u64) -> Result<PathBuf> {
    let path = folder()?.join(format!("qmail-{}M.log", size / 1_000_000));
    if fs::metadata(&path).is_ok_and(|data| data.len() >= size) {
        return Ok(path);
    }
    let made = File::create(&path).and_then(|file| genlog::write(file, size));
    made.map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

fn folder() -> Result<PathBuf> {
    let folder = root().join("target/bench");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}
