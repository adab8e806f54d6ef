//! maillens in a terminal: the same engine as the page. See `maillens --help`.

mod args;
mod input;
mod zones;

use args::{Args, Command, Format, Listener};
use clap::{CommandFactory, Parser};
use maillens::export::Report;
use maillens::knowledge::reason_line;
use maillens::redact::{Kind, Redacted};
use maillens::report::customer;
use maillens::report::table;
use maillens::vocabulary::Party;
use maillens::{Log, Overview, Reader};
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(code) => code,
        Err(message) => {
            say(&message);
            ExitCode::from(2)
        }
    }
}

/// Says something beside the output. Where even this cannot be said, the exit status says what counts.
fn say(message: &str) {
    let _ = writeln!(std::io::stderr(), "maillens: {message}");
}

fn run(args: &Args) -> Result<ExitCode, String> {
    match &args.command {
        Some(Command::Completions { shell }) => {
            let mut out = Vec::new();
            clap_complete::generate(*shell, &mut Args::command(), "maillens", &mut out);
            return write(&out);
        }
        Some(Command::Man) => {
            let mut out = Vec::new();
            clap_mangen::Man::new(Args::command()).render(&mut out).map_err(|error| error.to_string())?;
            return write(&out);
        }
        None => {}
    }
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs().cast_signed());
    let settings = args.settings(now);
    if args.format == Some(Format::Reason) {
        if args.selects() {
            return Err(
                "--format reason answers each line by itself; leave --trace and --search out".to_owned()
            );
        }
        return reasons(&input::whole(&args.files, &settings)?);
    }
    if args.format == Some(Format::Stamps) && !args.redact && !args.selects() {
        return write(&maillens::report::stamps(&input::whole(&args.files, &settings)?, &zone(args)));
    }
    let mut reader = Reader::new(settings.clone());
    reader.reserve(input::size(&args.files));
    input::read(&args.files, &settings, &mut |bytes| reader.push(bytes).map_err(|error| error.to_string()))?;
    let log = reader.finish();
    // A trace is chosen by what the original says, so the placeholders need not be known beforehand.
    let wanted = wanted(&log, args);
    if args.selects() && wanted.is_empty() {
        say("nothing in the log matches --trace and --search");
    }
    if args.redact {
        let redacted = Redacted::new(&log, Kind::ALL);
        let output = output(&redacted.log, &wanted, args)?;
        let proof = redacted.originals.proof(&String::from_utf8_lossy(&output));
        if !proof.left.is_empty() {
            return Err(format!(
                "{} of {} originals would be left, so nothing is written: {}",
                proof.left.len(),
                proof.searched,
                proof.left.join(", ")
            ));
        }
        write(&output)?;
        if !proof.words.is_empty() {
            say(&format!(
                "ordinary words, replaced only where they stand for somebody: {}",
                proof.words.join(", ")
            ));
        }
    } else {
        write(&output(&log, &wanted, args)?)?;
    }
    let acts = |&trace: &u32| log.trace(trace).is_some_and(|of| of.explanation.party != Party::Nobody);
    Ok(ExitCode::from(u8::from(args.check && wanted.iter().any(acts))))
}

/// The zone in which times are written.
fn zone(args: &Args) -> maillens::Zone {
    args.zone.clone().unwrap_or_else(zones::local)
}

/// The log as it is wanted written.
fn output(log: &Log, wanted: &[u32], args: &Args) -> Result<Vec<u8>, String> {
    let report = || customer::report(log, wanted, args.manner());
    // What counts or holds lines knows only those of the chosen traces.
    let chosen = args.selects().then(|| log.only(wanted));
    let whole = chosen.as_ref().unwrap_or(log);
    Ok(match args.format {
        None if args.voice.is_some_and(|voice| voice != Listener::Engineer) => report().text().into_bytes(),
        Some(Format::Summary) => json(&whole.summary())?,
        Some(Format::Overview) => json(&Overview::of(whole))?,
        Some(Format::Json) if args.selects() => {
            json(&Report { summary: whole.summary(), ..log.report_on(wanted) })?
        }
        Some(Format::Json) => json(&log.report())?,
        Some(Format::Markdown) => report().markdown().into_bytes(),
        Some(Format::Html) => report().page().into_bytes(),
        Some(Format::Csv) => table::attempts(log, wanted).into_bytes(),
        Some(Format::Stamps) => maillens::report::stamps(whole.bytes(), &zone(args)),
        None | Some(Format::Text | Format::Reason) if args.selects() => {
            maillens::report::of_traces(log, wanted).into_bytes()
        }
        None | Some(Format::Text | Format::Reason) => maillens::report::text(log, wanted).into_bytes(),
    })
}

/// Why each line of the input, the reply of a server, says that mail failed.
fn reasons(replies: &[u8]) -> Result<ExitCode, String> {
    let mut out = Vec::new();
    for reply in String::from_utf8_lossy(&maillens::secrets::masked(replies)).lines() {
        serde_json::to_writer(&mut out, &reason_line(reply)).map_err(|error| error.to_string())?;
        out.push(b'\n');
    }
    write(&out)
}

/// The traces that the options leave.
fn wanted(log: &Log, args: &Args) -> Vec<u32> {
    let mut found = log.find(&args.search);
    if let Some(id) = &args.trace {
        found.retain(|&trace| {
            trace.to_string() == *id || log.trace(trace).and_then(|of| of.id).is_some_and(|own| own == *id)
        });
    }
    found
}

fn json(value: &impl serde::Serialize) -> Result<Vec<u8>, String> {
    let mut text = serde_json::to_vec(value).map_err(|error| error.to_string())?;
    text.push(b'\n');
    Ok(text)
}

/// Writes to standard output; a reader who has seen enough is no error.
fn write(bytes: &[u8]) -> Result<ExitCode, String> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(ExitCode::SUCCESS),
    }
}
