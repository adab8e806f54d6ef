//! maillens in a terminal: the same engine as the page. See `maillens --help`.

mod args;
mod closed;
mod input;
mod json;
#[cfg(feature = "parquet")]
mod parquet;
mod progress;
mod screen;
mod streamed;
mod zones;
mod zstd;

use args::{Args, Command, Format};
use clap::{CommandFactory, Parser};
use maillens::knowledge::reason_line;
use maillens::redact::{Kind, Proof, Redacted};
use maillens::report::customer;
use maillens::report::document::{Way, pieces};
use maillens::report::rows::{self, ReportRow};
use maillens::report::table;
use maillens::vocabulary::Party;
use maillens::{Log, Overview, Reader, TooLarge};
use screen::Screen;
use std::io::{self, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    if closed::is_closed() {
        say("standard output is closed");
        return ExitCode::from(2);
    }
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            let told = error.print().and_then(|()| io::stdout().flush());
            let failed = told.is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe);
            return ExitCode::from(if failed { 2 } else { u8::try_from(error.exit_code()).unwrap_or(2) });
        }
    };
    match run(args) {
        Ok(code) => code,
        Err(message) => {
            say(&message);
            ExitCode::from(2)
        }
    }
}

/// Says something beside the output. Where even this cannot be said, the exit status says what counts.
fn say(message: &str) {
    // What a file is called must not command the terminal.
    let message: String = message
        .chars()
        .map(|sign| if sign.is_control() && sign != '\n' { '\u{fffd}' } else { sign })
        .collect();
    let _ = writeln!(io::stderr(), "maillens: {message}");
}

fn run(mut args: Args) -> Result<ExitCode, String> {
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
    // One view is opened as it was saved; among other files it is a log like them.
    if let [file] = args.files.as_slice()
        && let Some(view) = input::view(file)
    {
        args.take(&view)?;
    }
    let args = &args;
    args.refuse()?;
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs().cast_signed());
    let settings = args.settings(now);
    if args.follow {
        return streamed::run(args, &settings, &args.files);
    }
    let files = input::logs(&args.files)?;
    if args.format == Some(Format::Reason) {
        return reasons(&input::whole(&files, &settings)?);
    }
    if args.format == Some(Format::Stamps) && !args.redact && !args.selects() {
        return write(&maillens::report::stamps(&input::whole(&files, &settings)?, &zone(args)));
    }
    // Placeholders are those of the whole log.
    if args.format == Some(Format::Jsonl) && !args.redact {
        return streamed::run(args, &settings, &files);
    }
    let mut log = read(&files, &settings)?;
    // A trace is chosen by what the original says, so the placeholders need not be known beforehand.
    let wanted = wanted(&log, args);
    if args.selects() && wanted.is_empty() {
        let given = [args.trace.as_ref().map(|_| "--trace"), args.search.as_ref().map(|_| "--search")];
        let given: Vec<&str> = given.into_iter().flatten().collect();
        say(&format!("nothing in the log matches {}", given.join(" and ")));
    }
    let beside = if args.selects() { log.beside(args.search(), &wanted) } else { Vec::new() };
    #[cfg(feature = "parquet")]
    if let (Some(Format::Parquet), Some(folder)) = (args.format, &args.out) {
        if args.selects() {
            log.choose(&wanted, &beside);
        }
        tables(&log, &wanted, &beside, args, folder)?;
        return Ok(checked(&log, &wanted, args));
    }
    if args.selects() {
        log.choose(&wanted, &beside);
    }
    let failed = |error: io::Error| error.to_string();
    let mut screen = Screen::new();
    if args.redact {
        let mut redacted = Redacted::new(&log, Kind::ALL, &args.also);
        if args.selects() {
            redacted.log.choose(&wanted, &beside);
        }
        let (mut told, mut plain) = (Vec::new(), Vec::new());
        if args.is_text() {
            told = text(&redacted.log, &wanted, args).collect();
            plain = told.iter().map(ReportRow::plain).collect::<String>().into_bytes();
        } else {
            output(&redacted.log, &wanted, args, &mut plain).map_err(failed)?;
        }
        let proof = redacted.originals.proof(&String::from_utf8_lossy(&plain));
        refuse_left(&proof)?;
        if args.is_text() {
            told.iter().try_for_each(|row| screen.row(row)).map_err(failed)?;
        } else {
            screen.write_all(&plain).map_err(failed)?;
        }
        if !proof.words.is_empty() {
            say(&format!(
                "ordinary words, replaced only where they stand for somebody: {}",
                proof.words.join(", ")
            ));
        }
        let undecided = redacted.originals.undecided();
        if !undecided.is_empty() {
            say(&format!("may be names, and are left; --also WORD replaces one: {}", undecided.join(", ")));
        }
    } else if args.is_text() {
        text(&log, &wanted, args).try_for_each(|row| screen.row(&row)).map_err(failed)?;
    } else {
        output(&log, &wanted, args, &mut io::BufWriter::new(&mut screen)).map_err(failed)?;
    }
    screen.flush().map_err(failed)?;
    Ok(checked(&log, &wanted, args))
}

/// The exit status: with `--check`, 1 where somebody must act.
fn checked(log: &Log, wanted: &[u32], args: &Args) -> ExitCode {
    let acts = |&trace: &u32| log.trace(trace).is_some_and(|of| of.explanation.party != Party::Nobody);
    ExitCode::from(u8::from(args.check && wanted.iter().any(acts)))
}

/// Refuses to write what would hold an original.
fn refuse_left(proof: &Proof) -> Result<(), String> {
    if proof.left.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{} of {} originals would be left, so nothing is written: {}",
        proof.left.len(),
        proof.searched,
        proof.left.join(", ")
    ))
}

/// Writes the tables of `--format parquet`.
#[cfg(feature = "parquet")]
fn tables(
    log: &Log,
    wanted: &[u32],
    beside: &[u32],
    args: &Args,
    folder: &std::path::Path,
) -> Result<(), String> {
    let host = args.host.as_deref();
    if !args.redact {
        return parquet::write(log, host, wanted, folder);
    }
    let Redacted { mut log, originals } = Redacted::new(log, Kind::ALL, &args.also);
    if args.selects() {
        log.choose(wanted, beside);
    }
    refuse_left(&originals.proof(&parquet::plain(&log, host, wanted)?))?;
    parquet::write(&log, host, wanted, folder)
}

/// The log that these files are.
fn read(files: &[PathBuf], settings: &maillens::Settings) -> Result<Log, String> {
    let size = input::size(files);
    fits(size)?;
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    let mut reader = Reader::new(settings.clone()).threads(threads);
    reader.reserve(size);
    let mut of: Option<PathBuf> = None;
    input::read(files, settings, false, &mut |file, bytes| {
        if of.as_deref() != Some(file) {
            reader.source(input::name(file));
            of = Some(file.to_owned());
        }
        reader.push(bytes).map_err(|error| error.to_string())
    })?;
    Ok(reader.finish())
}

/// Says at once what would not fit, as far as the sizes of the files tell.
fn fits(bytes: usize) -> Result<(), String> {
    if bytes > maillens::text::LIMIT {
        return Err(TooLarge.to_string());
    }
    // What is kept of the lines takes about half as much as they do.
    match Vec::<u8>::new().try_reserve_exact(bytes.saturating_add(bytes / 2)) {
        Ok(()) => Ok(()),
        Err(_) => {
            Err("the log is larger than the memory that is free; cut it down first, for example with grep"
                .to_owned())
        }
    }
}

/// The zone in which times are written.
fn zone(args: &Args) -> maillens::Zone {
    args.zone.clone().unwrap_or_else(zones::local)
}

/// The explanations, row by row.
fn text<'a>(log: &'a Log, wanted: &'a [u32], args: &Args) -> impl Iterator<Item = ReportRow> + use<'a> {
    let told = rows::of_traces(log, wanted);
    // Of what was chosen nothing else is told.
    let whole = (!args.selects()).then_some(log).into_iter();
    whole.clone().flat_map(rows::of_log).chain(told).chain(whole.flat_map(rows::unread))
}

/// Writes the log as it is wanted, where that is not as text.
fn output(log: &Log, wanted: &[u32], args: &Args, out: &mut dyn Write) -> io::Result<()> {
    let report = |way, out: &mut dyn Write| {
        let mut pieces = pieces(customer::parts(log, wanted, args.manner()), way);
        pieces.try_for_each(|piece| out.write_all(piece.as_bytes()))
    };
    // What counts or holds lines knows only those of the chosen traces.
    let chosen = args.selects().then(|| log.only(wanted));
    let whole = chosen.as_ref().unwrap_or(log);
    match args.format {
        Some(Format::Summary) => json::line(&whole.summary(), out)?,
        Some(Format::Overview) => json::line(&Overview::of(whole), out)?,
        Some(Format::Json) => json::report(log, &whole.summary(), args.selects().then_some(wanted), out)?,
        Some(Format::Jsonl) => {
            let told = wanted.iter().filter_map(|&trace| log.trace(trace));
            let closed = |trace: u32| log.indexed(trace).is_some_and(|of| of.ended);
            told.into_iter().try_for_each(|trace| streamed::line(&trace, closed(trace.trace), out))?;
        }
        Some(Format::Markdown) => report(Way::Markdown, out)?,
        Some(Format::Html) => report(Way::Page, out)?,
        Some(Format::Csv) => {
            table::rows(log, wanted).try_for_each(|row| out.write_all(row.as_bytes()))?;
        }
        Some(Format::Stamps) => out.write_all(&maillens::report::stamps(whole.bytes(), &zone(args)))?,
        #[cfg(feature = "parquet")]
        Some(Format::Parquet) => {}
        None | Some(Format::Text | Format::Reason) => report(Way::Text, out)?,
    }
    out.flush()
}

/// Why each line of the input, the reply of a server, says that mail failed.
fn reasons(replies: &[u8]) -> Result<ExitCode, String> {
    let mut out = Vec::new();
    for reply in String::from_utf8_lossy(&maillens::secrets::masked(replies)).lines() {
        json::line(&reason_line(reply), &mut out).map_err(|error| error.to_string())?;
    }
    write(&out)
}

/// The traces that the options leave.
fn wanted(log: &Log, args: &Args) -> Vec<u32> {
    let mut found = log.find(args.search());
    if let Some(id) = &args.trace {
        let called = log.called(id);
        found.retain(|trace| called.binary_search(trace).is_ok());
    }
    // What a view shows comes first.
    if let Some(at) = found.iter().position(|trace| Some(*trace) == args.chosen) {
        found[..=at].rotate_right(1);
    }
    found
}

/// Writes to standard output; a reader who has seen enough is no error.
fn write(bytes: &[u8]) -> Result<ExitCode, String> {
    let mut screen = Screen::new();
    match screen.write_all(bytes).and_then(|()| screen.flush()) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(error) => Err(error.to_string()),
    }
}
