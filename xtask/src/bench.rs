//! `cargo xtask bench`: how fast maillens is, as ratios to other programs in the same run.
//!
//! Absolute times change with the machine; ratios of what takes turns in one run say more. The figure is the median of
//! the turns, with the least and the most beside it. `xtask/floor` does the least that anybody could do with the same
//! log: its multiples say how near the machine's own limit is. Peers that are not installed are named with the way to
//! install them. The results are also written as JSON to `target/bench/results.json`.

use crate::genlog::{self, Crowd, Server};
use crate::step::{Result, Task, ask, cargo, root, run, step, write};
use crate::{browser, page, tools};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often each thing is measured.
const RUNS: usize = 5;
/// The sizes of logs, in megabytes.
const SMALL: u32 = 100;
const MIDDLE: u32 = 300;
const LARGE: u32 = 1000;

/// One measured goal.
struct Row {
    /// Its name in docs/PERFORMANCE.md.
    id: &'static str,
    what: String,
    figure: Figure,
    /// What it should be, and whether more or less is better.
    goal: Goal,
}

/// The median of all turns, the least and the most.
#[derive(Clone, Copy)]
struct Figure {
    median: f64,
    least: f64,
    most: f64,
}

impl Figure {
    fn of(mut turns: Vec<f64>) -> Figure {
        turns.sort_by(f64::total_cmp);
        Figure { median: turns[turns.len() / 2], least: turns[0], most: turns[turns.len() - 1] }
    }
}

enum Goal {
    AtLeast(f64),
    AtMost(f64),
}

impl Row {
    fn met(&self) -> bool {
        match self.goal {
            Goal::AtLeast(least) => self.figure.median >= least,
            Goal::AtMost(most) => self.figure.median <= most,
        }
    }

    fn goal(&self) -> String {
        match self.goal {
            Goal::AtLeast(least) => format!("at least {least}"),
            Goal::AtMost(most) => format!("at most {most}"),
        }
    }
}

/// What is measured of the terminal tool.
const NATIVE: [&str; 8] = ["P1", "P2", "P2b", "P3", "P5", "P5b", "P10", "P11"];
/// What is measured in the browser.
const BROWSER: [&str; 6] = ["P4", "P5", "P6", "P7", "P8", "P9"];
/// From a fresh copy of the sources; it takes long, so it is measured only where it is named.
const FRESH: &str = "P12";

/// Measures the goals that are named, or all; with `--native` only those of the terminal tool.
pub fn command(args: &[String]) -> Result<Task> {
    let named = |goal: &str| args.iter().any(|arg| arg == goal);
    let known = |arg: &&String| {
        *arg == FRESH || *arg == "--native" || [&NATIVE[..], &BROWSER].concat().contains(&arg.as_str())
    };
    if let Some(unknown) = args.iter().find(|arg| !known(arg)) {
        let goals = [&NATIVE[..], &BROWSER[..], &[FRESH]].concat().join(", ");
        return Err(format!("bench takes --native or goals ({goals}), not {unknown}."));
    }
    let of_terminal = |goal: &&str| args.is_empty() || named("--native") || named(goal);
    let native: Vec<_> = NATIVE.into_iter().filter(of_terminal).collect();
    let browser: Vec<_> = BROWSER.into_iter().filter(|goal| args.is_empty() || named(goal)).collect();
    let from_fresh = named(FRESH);
    Ok(Box::new(move || {
        let mut rows = Vec::new();
        let measured = measure(&native, &browser, from_fresh, &mut rows);
        // What was measured before something failed took its time, too.
        report(&rows)?;
        measured
    }))
}

fn measure(
    native: &[&'static str],
    browser: &[&'static str],
    from_fresh: bool,
    rows: &mut Vec<Row>,
) -> Result {
    if !(native.is_empty() && browser.is_empty()) {
        step("build the terminal tool and the floor", || {
            run(&mut cargo(&[
                "build",
                "--release",
                "--bin",
                "maillens",
                "--bin",
                "floor",
                "--package",
                "maillens-terminal",
                "--package",
                "floor",
                "--locked",
            ]))
        })?;
    }
    for &goal in native {
        step(goal, || match goal {
            "P1" => against(goal, Server::Qmail, &[(TAI64NLOCAL, 9.0)], rows),
            "P2" => {
                against(goal, Server::Postfix, &[(PFLOGSUMM, 20.0), (LNAV, 8.0)], rows)?;
                against(goal, Server::Exim, &[(EXIGREP, 4.0), (LNAV, 8.0)], rows)
            }
            "P2b" => against_floor(goal, rows),
            "P3" => growth(goal, rows),
            "P5" => memory(goal, rows),
            "P5b" => memory_of_output(goal, rows),
            "P10" => redaction(goal, rows),
            _ => one_trace(goal, rows),
        })?;
    }
    if !browser.is_empty() {
        let page = page::build()?;
        step("browser", || in_browser(&page, browser, rows))?;
    }
    if from_fresh {
        fresh(rows)?;
    }
    Ok(())
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

/// A program of this project, as it is built for use.
fn built(name: &str) -> Command {
    Command::new(root().join("target/release").join(name))
}

/// A log in this format, by the terminal tool.
fn maillens(log: &Path, format: &str) -> Command {
    let mut command = built("maillens");
    command.args(["--format", format]).arg(log).stderr(Stdio::null());
    command
}

/// The same with more options.
fn with(mut command: Command, more: &[&str]) -> Command {
    command.args(more);
    command
}

/// How many times faster a summary of 100 MB is than each peer.
fn against(id: &'static str, server: Server, peers: &[(Peer, f64)], rows: &mut Vec<Row>) -> Result {
    let log = log(server, SMALL)?;
    for (peer, least) in peers.iter().filter(|(peer, _)| peer.is_there()) {
        let what = format!("100 MB {} log: times faster than {}", server.name(), peer.name);
        let figure = ratio(&mut || peer.command(&log), &mut || maillens(&log, "summary"))?;
        rows.push(Row { id, what, figure, goal: Goal::AtLeast(*least) });
    }
    Ok(())
}

/// How many times longer a summary of 100 MB takes than the floor.
fn against_floor(id: &'static str, rows: &mut Vec<Row>) -> Result {
    for server in Server::ALL {
        let log = log(server, SMALL)?;
        let what = format!("100 MB {} log: times that of the floor", server.name());
        let figure = ratio(&mut || maillens(&log, "summary"), &mut || {
            let mut floor = built("floor");
            floor.arg(&log);
            floor
        })?;
        rows.push(Row { id, what, figure, goal: Goal::AtMost(2.0) });
    }
    Ok(())
}

/// How much longer ten times as much takes: of a usual log, up to a gigabyte, and of what there can be many.
fn growth(id: &'static str, rows: &mut Vec<Row>) -> Result {
    for size in [1, 10, 100] {
        let (small, large) = (log(Server::Qmail, size)?, log(Server::Qmail, 10 * size)?);
        let what = format!("time for {} MB over time for {size} MB", 10 * size);
        let figure = ratio(&mut || maillens(&large, "summary"), &mut || maillens(&small, "summary"))?;
        rows.push(Row { id, what, figure, goal: Goal::AtMost(11.0) });
    }
    let (small, large) = (log(Server::Postfix, 1)?, log(Server::Postfix, 10)?);
    let figure = ratio(&mut || maillens(&large, "text"), &mut || maillens(&small, "text"))?;
    let what = "explanations: time for 10 MB over time for 1 MB".to_owned();
    rows.push(Row { id, what, figure, goal: Goal::AtMost(11.0) });
    for (what, crowd, format, count) in [
        ("hosts", Crowd::Hosts, "summary", 100_000),
        ("connections of a client", Crowd::Connections, "summary", 100_000),
        ("sessions of a user", Crowd::Sessions, "summary", 100_000),
        ("recipients of a message", Crowd::Recipients, "markdown", 10_000),
    ] {
        let (small, large) = (crowded(crowd, count)?, crowded(crowd, 10 * count)?);
        let what = format!("time for {} {what} over time for {count}", 10 * count);
        let figure = ratio(&mut || maillens(&large, format), &mut || maillens(&small, format))?;
        rows.push(Row { id, what, figure, goal: Goal::AtMost(11.0) });
    }
    Ok(())
}

/// The most memory over the size of a gigabyte.
fn memory(id: &'static str, rows: &mut Vec<Row>) -> Result {
    let log = log(Server::Qmail, LARGE)?;
    let Some(most) = peak(maillens(&log, "summary"))? else { return Ok(()) };
    let figure = Figure::of(vec![most / f64::from(LARGE)]);
    let what = "1 GB, in a terminal: memory over the size of the file".to_owned();
    rows.push(Row { id, what, figure, goal: Goal::AtMost(1.3) });
    Ok(())
}

/// The memory that each output of 300 MB takes beside the file.
fn memory_of_output(id: &'static str, rows: &mut Vec<Row>) -> Result {
    let log = log(Server::Qmail, MIDDLE)?;
    for format in ["json", "csv", "text", "markdown", "html"] {
        let Some(most) = peak(maillens(&log, format))? else { return Ok(()) };
        let figure = Figure::of(vec![most - f64::from(MIDDLE)]);
        let what = format!("--format {format} of 300 MB: memory beside the file, MB");
        rows.push(Row { id, what, figure, goal: Goal::AtMost(200.0) });
    }
    Ok(())
}

/// How much longer an explained log takes with placeholders (10 MB: each message takes a while), and redaction for ten times as much of what there can be much.
fn redaction(id: &'static str, rows: &mut Vec<Row>) -> Result {
    let redacted = |log: &Path| with(maillens(log, "text"), &["--redact"]);
    for server in Server::ALL {
        let log = log(server, 10)?;
        let what = format!("10 MB {} log: time with placeholders over time without", server.name());
        let figure = ratio(&mut || redacted(&log), &mut || maillens(&log, "text"))?;
        rows.push(Row { id, what, figure, goal: Goal::AtMost(2.5) });
    }
    for (what, crowd, count) in [
        ("names", Crowd::Names, 20_000),
        ("words of a line", Crowd::Of("a1b2 "), 200_000),
        ("labels of a line", Crowd::Of("1."), 500_000),
        ("addresses of a line", Crowd::Of("jane.roe@shop.test,"), 50_000),
        ("keys of a line", Crowd::Of("user=<jane "), 50_000),
    ] {
        let (small, large) = (crowded(crowd, count)?, crowded(crowd, 10 * count)?);
        let what = format!("redaction: time for ten times as many {what}");
        let figure = ratio(&mut || redacted(&large), &mut || redacted(&small))?;
        rows.push(Row { id, what, figure, goal: Goal::AtMost(11.0) });
    }
    Ok(())
}

/// How much longer one trace of 300 MB takes than the summary.
fn one_trace(id: &'static str, rows: &mut Vec<Row>) -> Result {
    for server in [Server::Qmail, Server::Postfix, Server::Exim] {
        let log = log(server, MIDDLE)?;
        let what = format!("300 MB {} log: --trace over the summary", server.name());
        let one = || with(maillens(&log, "text"), &["--trace", server.some_id()]);
        let figure = ratio(&mut || one(), &mut || maillens(&log, "summary"))?;
        rows.push(Row { id, what, figure, goal: Goal::AtMost(1.2) });
    }
    Ok(())
}

/// From a fresh copy of the sources, with nothing built before, to the page and to the terminal tool; what is
/// downloaded is there already.
fn fresh(rows: &mut Vec<Row>) -> Result {
    let copy = std::env::temp_dir().join("maillens-fresh");
    page::copy_sources(&copy)?;
    let mut measure = |what: &str, args: &[&str], most: f64| {
        let mut command = cargo(args);
        command.current_dir(&copy).env("MAILLENS_TOOLS", copy.join("target/tools"));
        step(what, || {
            let minutes = seconds(command)? / 60.0;
            let (what, figure) = (format!("from a fresh copy to {what}, minutes"), Figure::of(vec![minutes]));
            rows.push(Row { id: FRESH, what, figure, goal: Goal::AtMost(most) });
            Ok(())
        })
    };
    measure("maillens in a terminal", &["build", "--release"], 1.5)?;
    measure("the page", &["xtask", "build"], 8.0)
}

/// How many times longer the first command takes than the second. They take turns, so that both meet the same machine.
fn ratio(first: &mut dyn FnMut() -> Command, second: &mut dyn FnMut() -> Command) -> Result<Figure> {
    let turns: Result<Vec<f64>> = (0..RUNS).map(|_| Ok(seconds(first())? / seconds(second())?)).collect();
    Ok(Figure::of(turns?))
}

fn seconds(mut command: Command) -> Result<f64> {
    let start = Instant::now();
    run(command.stdout(Stdio::null()))?;
    Ok(start.elapsed().as_secs_f64())
}

/// The most memory that a command had, in megabytes; `None` where the system does not tell.
fn peak(mut command: Command) -> Result<Option<f64>> {
    let mut child = command.stdout(Stdio::null()).spawn().map_err(|error| error.to_string())?;
    let (status, mut kilobytes) = (PathBuf::from(format!("/proc/{}/status", child.id())), None);
    while child.try_wait().map_err(|error| error.to_string())?.is_none() {
        let told = fs::read_to_string(&status).unwrap_or_default();
        let most = told
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:")?.strip_suffix("kB")?.trim().parse().ok());
        kilobytes = most.or(kilobytes);
        std::thread::sleep(Duration::from_millis(10));
    }
    if kilobytes.is_none() {
        println!("This system does not tell how much memory a program had: /proc/PID/status is missing.");
    }
    Ok(kilobytes.map(|most: f64| most * 1.024e-3))
}

/// What the browser measures: lines of `id`, figure, least, most, and `at-least` or `at-most` with the goal, between tabs.
fn in_browser(page: &Path, goals: &[&'static str], rows: &mut Vec<Row>) -> Result {
    let small = log(Server::Qmail, SMALL)?;
    // Only what needs the large one makes it.
    let large = if goals.contains(&"P5") { log(Server::Qmail, LARGE)? } else { small.clone() };
    // What a search is measured against; 0 where it cannot be.
    let time = |command: &dyn Fn() -> Command| {
        let times: Result<Vec<f64>> = (0..RUNS).map(|_| Ok(1000.0 * seconds(command())?)).collect();
        Ok::<f64, String>(Figure::of(times?).median)
    };
    let searches = goals.contains(&"P7") && RIPGREP.is_there();
    let rg = if searches { time(&|| RIPGREP.command(&small))? } else { 0.0 };
    let terminal = if goals.contains(&"P4") { time(&|| maillens(&small, "summary"))? } else { 0.0 };
    let floor = if goals.contains(&"P4") { floor_for_browsers()? } else { PathBuf::new() };
    let (times, goals) = (format!("{rg:.3},{terminal:.3}"), goals.join(","));
    let args = [small.as_os_str(), large.as_os_str(), times.as_ref(), goals.as_ref(), floor.as_os_str()];
    let told = browser::bench(page, &args)?;
    for line in told.lines() {
        let words: Vec<&str> = line.split('\t').collect();
        let [id, what, median, least, most, kind, goal] = words[..] else { continue };
        let number = |text: &str| text.parse::<f64>().map_err(|_| format!("the browser told {line:?}"));
        let goal = number(goal)?;
        let id = BROWSER.into_iter().find(|known| *known == id).unwrap_or("P?");
        let goal = if kind == "at-least" { Goal::AtLeast(goal) } else { Goal::AtMost(goal) };
        let figure = Figure { median: number(median)?, least: number(least)?, most: number(most)? };
        rows.push(Row { id, what: what.into(), figure, goal });
    }
    Ok(())
}

/// The floor as WebAssembly.
fn floor_for_browsers() -> Result<PathBuf> {
    let target = tools::WASM;
    step("build the floor for browsers", || {
        run(&mut cargo(&[
            "build",
            "--release",
            "--package",
            "floor",
            "--lib",
            "--target",
            target,
            "--locked",
        ]))
    })?;
    Ok(root().join("target").join(target).join("release/floor.wasm"))
}

fn report(rows: &[Row]) -> Result {
    println!("\n  goal {:<62} {:>9} {:>21}", "", "median", "least to most");
    let mut json = Vec::new();
    for row in rows {
        let (mark, word) = if row.met() { ('✓', "met") } else { ('✕', "missed") };
        let Row { id, what, figure: Figure { median, least, most }, .. } = row;
        let spread = format!("{least:.2} to {most:.2}");
        println!("{mark} {id:<4} {what:<62} {median:>9.2} {spread:>21}  ({}, {word})", row.goal());
        json.push(format!(
            "  {{\"id\": \"{id}\", \"what\": \"{what}\", \"median\": {median}, \"least\": {least}, \"most\": {most}, \"goal\": \"{}\", \"met\": {}}}",
            row.goal(),
            row.met()
        ));
    }
    let file = folder()?.join("results.json");
    write(&file, format!("[\n{}\n]\n", json.join(",\n")))
}

/// A log of this size, made anew: what an earlier generator made is another log.
fn log(server: Server, megabytes: u32) -> Result<PathBuf> {
    let bytes = u64::from(megabytes) * 1_000_000;
    file(&format!("{}-{megabytes}M", server.name()), |file| genlog::write(file, server, bytes))
}

/// A log of so many of one thing.
fn crowded(crowd: Crowd, count: u32) -> Result<PathBuf> {
    file(&format!("crowd-{count}"), |file| genlog::crowd(file, crowd, count))
}

fn file(name: &str, make: impl FnOnce(File) -> std::io::Result<()>) -> Result<PathBuf> {
    let path = folder()?.join(format!("{name}.log"));
    let done = File::create(&path).and_then(make);
    done.map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

fn folder() -> Result<PathBuf> {
    let folder = root().join("target/bench");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}
