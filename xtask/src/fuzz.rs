//! `cargo xtask fuzz`: builds the targets of `fuzz/` with counters at every branch, starts each from the
//! samples of the formats, and says how many inputs were tried and what broke.
//!
//! The pinned toolchain does it: libFuzzer comes with its crate, and the engine has no unsafe code that
//! would need the sanitizers of a nightly one. A C++ compiler builds libFuzzer.

use crate::step::{Result, Task, ask, root, run, step, write};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What tells libFuzzer which branches an input takes and what it is compared with.
const COUNTERS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// Longer inputs find little more and cost much. An input that takes this many seconds is a finding.
const LIMITS: [&str; 4] = ["-max_len=2048", "-timeout=20", "-rss_limit_mb=2048", "-print_final_stats=1"];

/// Runs every target, or those named, for some seconds each (60 without a number).
pub fn command(args: &[String]) -> Result<Task> {
    let (seconds, named) = match args.split_first() {
        Some((first, rest)) if first.parse::<u64>().is_ok() => (first.parse().unwrap_or(60), rest),
        _ => (60, args),
    };
    let all = targets()?;
    if let Some(unknown) = named.iter().find(|name| !all.contains(name)) {
        return Err(format!("no target is called {unknown}; there are {}.", all.join(", ")));
    }
    let chosen = if named.is_empty() { all } else { named.to_vec() };
    Ok(Box::new(move || fuzz(seconds, &chosen)))
}

fn fuzz(seconds: u64, chosen: &[String]) -> Result {
    let host = host()?;
    step("build the targets", || {
        run(cargo(&["build", "--release", "--locked", "--target-dir", "target", "--target", &host])
            .env("RUSTFLAGS", COUNTERS))
    })?;
    let seeds = folder().join("target/seeds");
    step("write the seeds", || {
        run(cargo(&["run", "--quiet", "--locked", "--target-dir", "target", "--example", "seeds", "--"])
            .arg(&seeds))
    })?;
    let programs = folder().join("target").join(host).join("release");

    let mut broken = Vec::new();
    for target in chosen {
        // The formats share the time of their target.
        let runs = match target.as_str() {
            "format" => names(&seeds.join("format"))?,
            _ => vec![String::new()],
        };
        let share = (seconds / runs.len() as u64).max(1);
        let mut tried = 0;
        for format in &runs {
            let outcome = Run { target, format, seconds: share, seeds: &seeds }.start(&programs)?;
            println!(
                "{:<9} {format:<22} {:>10} tried{}",
                target,
                outcome.tried,
                if outcome.broke { ", broke" } else { "" }
            );
            tried += outcome.tried;
            if outcome.broke {
                broken.push(format!("{target} {format}: see {}", outcome.log.display()));
            }
        }
        if runs.len() > 1 {
            println!("{:<9} {:<22} {tried:>10} tried", target, "in all");
        }
    }
    if broken.is_empty() {
        Ok(())
    } else {
        Err(format!("inputs were found that break a law:\n{}", broken.join("\n")))
    }
}

/// One target with one folder of seeds.
struct Run<'a> {
    target: &'a str,
    /// The format of the target `format`; empty for all others.
    format: &'a str,
    seconds: u64,
    seeds: &'a Path,
}

struct Outcome {
    tried: u64,
    broke: bool,
    log: PathBuf,
}

impl Run<'_> {
    fn start(&self, programs: &Path) -> Result<Outcome> {
        let part = Path::new(self.target).join(self.format);
        let [corpus, findings] = ["corpus", "artifacts"].map(|name| folder().join(name).join(&part));
        for folder in [&corpus, &findings] {
            fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        let prefixed = |option: &str, path: &Path, end: &str| -> OsString {
            let mut argument = OsString::from(option);
            argument.push(path);
            argument.push(end);
            argument
        };
        let program = programs.join(self.target);
        let mut fuzzer = polite(&program);
        fuzzer.env("MAILLENS_FORMAT", self.format);
        if self.format.is_empty() {
            fuzzer.env_remove("MAILLENS_FORMAT");
        }
        fuzzer.args(LIMITS).arg(format!("-max_total_time={}", self.seconds));
        fuzzer.arg(prefixed("-dict=", &self.seeds.join("words.dict"), ""));
        fuzzer.arg(prefixed("-artifact_prefix=", &findings, "/"));
        fuzzer.arg(&corpus).arg(self.seeds.join(&part));
        let output =
            fuzzer.output().map_err(|error| format!("cannot start {}: {error}", program.display()))?;
        let log = findings.join("last.log");
        write(&log, &output.stderr)?;
        let told = String::from_utf8_lossy(&output.stderr);
        let tried = told.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
        let tried = tried.and_then(|number| number.trim().parse().ok()).unwrap_or(0);
        Ok(Outcome { tried, broke: !output.status.success(), log })
    }
}

/// A program that lets all others go first, where the system knows how.
fn polite(program: &Path) -> Command {
    if cfg!(unix) {
        let mut command = Command::new("nice");
        command.args(["-n", "19"]).arg(program);
        command
    } else {
        Command::new(program)
    }
}

/// The targets: every file of their folder is one.
fn targets() -> Result<Vec<String>> {
    let files = names(&folder().join("fuzz_targets"))?;
    Ok(files.iter().filter_map(|file| Some(file.strip_suffix(".rs")?.to_owned())).collect())
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}

/// The machine that this runs on, as the toolchain names it: with it named, what runs while building is
/// built without counters.
fn host() -> Result<String> {
    let version = ask(Command::new("rustc").arg("-vV").current_dir(root()));
    let host = version.as_deref().and_then(|text| text.lines().find_map(|line| line.strip_prefix("host: ")));
    host.map(str::to_owned).ok_or_else(|| "rustc does not say which machine it builds for.".to_owned())
}

/// `cargo` in the package of the targets, which is a workspace of its own.
fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(args).current_dir(folder());
    command
}

fn folder() -> PathBuf {
    root().join("fuzz")
}

#[cfg(test)]
mod tests {
    use super::{folder, targets};
    use crate::step::read;

    #[test]
    fn every_target_is_built() {
        let manifest = read(&folder().join("Cargo.toml")).expect("the manifest");
        let targets = targets().expect("the targets");
        assert!(targets.len() > 5);
        for target in targets {
            assert!(manifest.contains(&format!("path = \"fuzz_targets/{target}.rs\"")), "{target}");
        }
    }
}
