//! `cargo xtask bench`: how fast maillens is, as ratios to other programs in the same run.
//!
//! Absolute times change with the machine; a ratio of medians in one run says more. Peers that are not
//! installed are named with the way to install them. The results are also written as JSON to
//! `target/bench/results.json`.

use crate::genlog::{self, Server};
use crate::step::{Result, ask, cargo, root, run, step, write};
use crate::{browser, page};
use std::fmt::Write as _;
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

/// Every goal, in order.
const GOALS: [&str; 11] = ["P1", "P2", "P3", "P10", "P11", "P4", "P5", "P6", "P7", "P8", "P9"];
/// Those that the terminal tool alone is measured for.
const NATIVE: usize = 5;

/// Measures the goals that are named, or all; with `--native` only those of the terminal tool.
pub fn command(args: &[String]) -> Result {
    let mut goals: Vec<&'static str> = Vec::new();
    for arg in args {
        match GOALS.iter().find(|goal| *goal == arg) {
            Some(goal) => goals.push(goal),
            None if arg == "--native" => goals.extend(&GOALS[..NATIVE]),
            None => return Err(format!("bench takes --native or goals ({}).", GOALS.join(", "))),
        }
    }
    if goals.is_empty() {
        goals.extend(GOALS);
    }
    let mut rows = Vec::new();
    let (native, browser): (Vec<_>, Vec<_>) = goals.iter().partition(|goal| GOALS[..NATIVE].contains(*goal));
    if !native.is_empty() {
        step("build the terminal tool", || {
            run(&mut cargo(&["build", "--release", "--bin", "maillens", "--locked"]))
        })?;
    }
    for goal in native {
        step(goal, || match goal {
            "P1" => against(goal, Server::Qmail, &[(TAI64NLOCAL, 3.0)], &mut rows),
            "P2" => {
                against(goal, Server::Postfix, &[(PFLOGSUMM, 15.0), (LNAV, 3.0)], &mut rows)?;
                against(goal, Server::Exim, &[(EXIGREP, 3.0), (LNAV, 3.0)], &mut rows)
            }
            "P3" => growth(goal, &mut rows),
            "P10" => redaction(goal, &mut rows),
            _ => redaction_growth(goal, &mut rows),
        })?;
    }
    if !browser.is_empty() {
        let page = page::build()?;
        step("browser", || in_browser(&page, &browser, &mut rows))?;
    }
    report(&rows)
}

/// A program that does a like thing.
#[derive(Clone, Copy)]
struct Peer {
    name: &'static str,
    args: &'static [&'static str],
    /// The package of Debian that has it.
    package: &'static str,
    /// True where it reads only standard input.
    piped: bool,
}

const TAI64NLOCAL: Peer = Peer { name: "tai64nlocal", args: &[], package: "daemontools", piped: true };
const PFLOGSUMM: Peer = Peer { name: "pflogsumm", args: &[], package: "pflogsumm", piped: false };
const EXIGREP: Peer = Peer { name: "exigrep", args: &["@"], package: "exim4-base", piped: false };
const LNAV: Peer = Peer { name: "lnav", args: &["-n"], package: "lnav", piped: false };
const RIPGREP: Peer = Peer { name: "rg", args: &["-c", "accepted"], package: "ripgrep", piped: false };

impl Peer {
    /// Says how to install it where it is missing.
    fn is_there(self) -> bool {
        let found = ask(Command::new("sh").args(["-c", &format!("command -v {}", self.name)])).is_some();
        if !found {
            println!("{} is missing: on Debian, apt install {}.", self.name, self.package);
        }
        found
    }

    fn command(self, log: &Path) -> Command {
        let mut command = Command::new(self.name);
        command.args(self.args);
        if self.piped {
            command.stdin(File::open(log).map_or(Stdio::null(), Stdio::from));
        } else {
            command.arg(log).stdin(Stdio::null());
        }
        command
    }
}

/// The summary of a log, by the terminal tool.
fn summary(log: &Path) -> Command {
    let mut command = Command::new(root().join("target/release/maillens"));
    command.args(["--format", "summary"]).arg(log);
    command
}

/// How many times faster a summary of 100 MB is than each peer.
fn against(id: &'static str, server: Server, peers: &[(Peer, f64)], rows: &mut Vec<Row>) -> Result {
    let log = log(server, SMALL)?;
    for (peer, least) in peers.iter().filter(|(peer, _)| peer.is_there()) {
        let (own, other) = side_by_side(&mut || summary(&log), &mut || peer.command(&log))?;
        rows.push(Row {
            id,
            what: format!("100 MB {} log: times faster than {}", server.name(), peer.name),
            measured: other / own,
            goal: Goal::AtLeast(*least),
        });
    }
    Ok(())
}

/// How much longer ten times as much takes, from a megabyte to a gigabyte.
fn growth(id: &'static str, rows: &mut Vec<Row>) -> Result {
    for size in [LARGE / 1000, LARGE / 100, SMALL] {
        let (small, large) = (log(Server::Qmail, size)?, log(Server::Qmail, 10 * size)?);
        let (small, large) = side_by_side(&mut || summary(&small), &mut || summary(&large))?;
        let megabytes = size / 1_000_000;
        rows.push(Row {
            id,
            what: format!("time for {} MB over time for {megabytes} MB", 10 * megabytes),
            measured: large / small,
            goal: Goal::AtMost(11.0),
        });
    }
    Ok(())
}

/// The explanations of a log, by the terminal tool.
fn text(log: &Path, redact: bool) -> Command {
    let mut command = Command::new(root().join("target/release/maillens"));
    command.arg(log).args(redact.then_some("--redact")).stderr(Stdio::null());
    command
}

/// How much longer 100 MB take with placeholders.
fn redaction(id: &'static str, rows: &mut Vec<Row>) -> Result {
    for server in [Server::Qmail, Server::Postfix, Server::Exim] {
        let log = log(server, SMALL)?;
        let (plain, redacted) = side_by_side(&mut || text(&log, false), &mut || text(&log, true))?;
        rows.push(Row {
            id,
            what: format!("100 MB {} log: time with placeholders over time without", server.name()),
            measured: redacted / plain,
            goal: Goal::AtMost(2.5),
        });
    }
    Ok(())
}

/// Lines with a name, a domain and an address of their own each.
fn names(count: usize) -> String {
    (0..count).fold(String::new(), |mut log, n| {
        let _ = writeln!(log, "u{n}x@d{n}x.test from 10.{}.{}.7", n >> 8 & 255, n & 255);
        log
    })
}

/// How much longer redaction takes for a line that is ten times as long, and for ten times as many names.
fn redaction_growth(id: &'static str, rows: &mut Vec<Row>) -> Result {
    /// A text of so many things.
    type Make = fn(usize) -> String;
    const SHAPES: [(&str, Make, usize); 5] = [
        ("names", names, 20_000),
        ("words of a line", |count| "a1b2 ".repeat(count), 200_000),
        ("labels of a line", |count| "1.".repeat(count), 500_000),
        ("addresses of a line", |count| "jane.roe@shop.test,".repeat(count), 50_000),
        ("keys of a line", |count| "user=<jane ".repeat(count), 50_000),
    ];
    for (what, make, count) in SHAPES {
        let file = |count: usize| {
            let path = folder()?.join(format!("redact-{count}.log"));
            write(&path, make(count)).map(|()| path)
        };
        let (small, large) = (file(count)?, file(10 * count)?);
        let (small, large) = side_by_side(&mut || text(&small, true), &mut || text(&large, true))?;
        rows.push(Row {
            id,
            what: format!("redaction: time for ten times as many {what}"),
            measured: large / small,
            goal: Goal::AtMost(12.0),
        });
    }
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
fn in_browser(page: &Path, goals: &[&'static str], rows: &mut Vec<Row>) -> Result {
    let small = log(Server::Qmail, SMALL)?;
    // Only what needs the large one makes it.
    let large = if goals.contains(&"P5") { log(Server::Qmail, LARGE)? } else { small.clone() };
    // What a search is measured against; 0 where it cannot be.
    let mut rg = 0.0;
    if goals.contains(&"P7") && RIPGREP.is_there() {
        let times: Result<Vec<f64>> = (0..RUNS).map(|_| seconds(RIPGREP.command(&small))).collect();
        rg = median(times?);
    }
    let (rg, goals) = (format!("{:.3}", rg * 1000.0), goals.join(","));
    let told = browser::bench(page, &[small.as_os_str(), large.as_os_str(), rg.as_ref(), goals.as_ref()])?;
    for line in told.lines() {
        let words: Vec<&str> = line.split('\t').collect();
        let [id, what, measured, kind, goal] = words[..] else { continue };
        let number = |text: &str| text.parse::<f64>().map_err(|_| format!("the browser told {line:?}"));
        let goal = number(goal)?;
        let id = GOALS.into_iter().find(|known| *known == id).unwrap_or("P?");
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

/// A log of this size, made anew: what an earlier generator made is another log.
fn log(server: Server, size: u64) -> Result<PathBuf> {
    let path = folder()?.join(format!("{}-{}M.log", server.name(), size / 1_000_000));
    let made = File::create(&path).and_then(|file| genlog::write(file, server, size));
    made.map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

fn folder() -> Result<PathBuf> {
    let folder = root().join("target/bench");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}
