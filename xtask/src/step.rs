//! Saying what is done: named steps with their time, and commands whose failure is told in one line.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// What went wrong, as a sentence for the person at the terminal.
pub type Result<T = ()> = std::result::Result<T, String>;

/// What a command line asks for, understood and not yet done.
pub type Task = Box<dyn FnOnce() -> Result>;

/// A task where a command takes no arguments.
pub fn alone(name: &str, args: &[String], work: fn() -> Result) -> Result<Task> {
    if args.is_empty() { Ok(Box::new(work)) } else { Err(format!("{name} takes no arguments.")) }
}

/// Names a step, does it, and says how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("\n▸ {name}");
    let start = Instant::now();
    let done = work();
    let seconds = start.elapsed().as_secs_f64();
    match &done {
        Ok(_) => println!("✓ {name} ({seconds:.1} s)"),
        Err(_) => println!("✕ {name} ({seconds:.1} s)"),
    }
    done
}

/// Runs a command to its end, showing its output; an error names the command.
pub fn run(command: &mut Command) -> Result {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{} failed ({status})", line(command))),
        Err(error) => Err(format!("cannot start {}: {error}", line(command))),
    }
}

/// What a command prints, trimmed; `None` if it cannot start or fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// The project's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the project").to_path_buf()
}

/// `cargo`, in the project's folder.
pub fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(args).current_dir(root());
    command
}

/// Reads a text file; an error names it.
pub fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes a file; an error names it.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result {
    std::fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
}
