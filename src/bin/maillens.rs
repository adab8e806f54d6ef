//! maillens in a terminal: the same engine as the page. See `maillens --help`.

use jiff::{Timestamp, tz::TimeZone};
use maillens::knowledge::reason_line;
use maillens::report::customer::{self, Voice};
use maillens::report::redact::{Kind, Redacted};
use maillens::report::table;
use maillens::search::{KEYS, Query};
use maillens::{Log, Overview, Reader, Settings, Show, Zone};
use std::io::{Read, Write};
use std::process::ExitCode;
use std::sync::mpsc;

const HELP: &str = "\
maillens reads mail-server logs and says what happened.

Usage: maillens [OPTIONS] [FILE...]

Reads standard input when no file is named; .gz files are read as they are.

  --format F       text (default), json, summary, stamps, markdown, html,
                   overview (JSON: outcomes over time, reasons, domains, log-ins, spam scores),
                   csv (a table of the delivery attempts),
                   reason (each input line is one remote reply; one JSON object a line)
  --voice V        whom the report of markdown and html speaks to:
                   engineer (default) or customer
  --zone Z         show times in Z: an IANA name, UTC or local
  --source-zone Z  the zone of stamps that name none (default UTC)
  --year Y         the year of the first stamp that names none
  --no-mend        read every line as it stands: leave quoting, prefixes and hard wraps alone
  --search Q       only the traces that match Q; its terms are below
  --trace ID       only the traces with this number or id
  --redact         stand-ins for addresses, names, hosts, IPs, subjects and
                   message ids; the output is searched for each before it is written
  --help           this text
  --version        the version
";

/// The help, with the language of `--search`.
fn help() -> String {
    use std::fmt::Write as _;
    let mut help = format!("{HELP}\nTerms of --search; all of them must match:\n\n");
    for key in KEYS {
        let mut width = 0;
        let _ = write!(help, "  {:<25}", key.example);
        for word in key.says.split(' ') {
            if width + word.len() > 70 {
                let _ = write!(help, "\n{:27}", "");
                width = 0;
            }
            help.push_str(word);
            help.push(' ');
            width += word.len() + 1;
        }
        help.truncate(help.trim_end().len());
        help.push('\n');
    }
    help
}

/// What `--format` can be.
const FORMATS: &[&str] =
    &["text", "json", "summary", "overview", "stamps", "reason", "markdown", "html", "csv"];

/// What the command line asks for.
struct Options {
    format: String,
    voice: Voice,
    redact: bool,
    settings: Settings,
    zone: Zone,
    search: String,
    trace: Option<String>,
    files: Vec<String>,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("maillens: {message}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    let mut arguments = std::env::args().skip(1).peekable();
    if arguments.peek().is_some_and(|first| first == "--help") {
        return write(help().as_bytes());
    }
    if arguments.peek().is_some_and(|first| first == "--version") {
        return write(concat!("maillens ", env!("CARGO_PKG_VERSION"), "\n").as_bytes());
    }
    let options = options(arguments)?;
    if options.format == "reason" {
        return reasons(&input(&options.files)?);
    }
    if options.format == "stamps" && !options.redact {
        return write(&maillens::report::stamps(&input(&options.files)?, &options.zone));
    }
    let mut reader = Reader::new(options.settings.clone());
    reader.reserve(size(&options.files));
    read(&options.files, &mut |bytes| reader.push(bytes).map_err(|error| error.to_string()))?;
    let log = reader.finish();
    // A trace is chosen by what the original says, so the stand-ins need not be known beforehand.
    let wanted = wanted(&log, &options);
    if !options.redact {
        return write(&output(&log, &wanted, &options)?);
    }
    let redacted = Redacted::new(&log, Kind::ALL);
    let output = output(&redacted.log, &wanted, &options)?;
    let proof = redacted.originals.proof(&String::from_utf8_lossy(&output));
    if !proof.left.is_empty() {
        return Err(format!(
            "{} of {} originals would be left, so nothing is written",
            proof.left.len(),
            proof.searched
        ));
    }
    write(&output)
}

/// The log as the options want it written.
fn output(log: &Log, wanted: &[u32], options: &Options) -> Result<Vec<u8>, String> {
    let report = || customer::report(log, wanted, options.voice);
    Ok(match options.format.as_str() {
        "summary" => json(&log.summary())?,
        "overview" => json(&Overview::of(log))?,
        "json" => {
            let mut report = log.report();
            report.traces.retain(|trace| wanted.contains(&trace.trace));
            json(&report)?
        }
        "markdown" => report().markdown().into_bytes(),
        "html" => report().page().into_bytes(),
        "csv" => table::attempts(log, wanted).into_bytes(),
        "stamps" => maillens::report::stamps(log.bytes(), &options.zone),
        _ => maillens::report::text(log, wanted).into_bytes(),
    })
}

/// Why each line of the input, the reply of a server, says that mail failed.
fn reasons(replies: &[u8]) -> Result<(), String> {
    let mut out = Vec::new();
    for reply in String::from_utf8_lossy(replies).lines() {
        serde_json::to_writer(&mut out, &reason_line(reply)).map_err(|error| error.to_string())?;
        out.push(b'\n');
    }
    write(&out)
}

/// The traces that the options leave.
fn wanted(log: &Log, options: &Options) -> Vec<u32> {
    let mut found = log.find(&options.search);
    if let Some(id) = &options.trace {
        found.retain(|&trace| {
            trace.to_string() == *id || log.trace(trace).and_then(|of| of.id).is_some_and(|own| own == *id)
        });
    }
    found
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs().cast_signed());
    let mut options = Options {
        format: "text".into(),
        voice: Voice::Engineer,
        redact: false,
        settings: Settings::at(now),
        zone: local(),
        search: String::new(),
        trace: None,
        files: Vec::new(),
    };
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--format" => {
                options.format = value()?;
                if !FORMATS.contains(&options.format.as_str()) {
                    return Err(format!("no format is called {:?}", options.format));
                }
            }
            "--voice" => {
                options.voice = match value()?.as_str() {
                    "customer" => Voice::Customer,
                    "engineer" => Voice::Engineer,
                    other => return Err(format!("no voice is called {other:?}")),
                }
            }
            "--redact" => options.redact = true,
            "--zone" => {
                options.zone = zone(&value()?)?;
                options.settings.show = Show::In(options.zone.clone());
            }
            "--source-zone" => options.settings.source_zone = zone(&value()?)?,
            "--year" => {
                let year = value()?;
                options.settings.year = Some(year.parse().map_err(|_| format!("{year:?} is no year"))?);
            }
            "--no-mend" => options.settings.mend = false,
            "--search" => {
                options.search = value()?;
                if let Some(problem) = Query::new(&options.search).problem() {
                    return Err(problem.into());
                }
            }
            "--trace" => options.trace = Some(value()?),
            "--" => options.files.extend(arguments.by_ref()),
            option if option.starts_with('-') && option != "-" => {
                return Err(format!("no option is called {option}; see maillens --help"));
            }
            _ => options.files.push(argument),
        }
    }
    Ok(options)
}

/// A zone by its IANA name, `UTC`, or `local`.
fn zone(name: &str) -> Result<Zone, String> {
    match name {
        "UTC" => Ok(Zone::utc()),
        "local" => Ok(local()),
        _ => {
            let zone = TimeZone::get(name).map_err(|_| format!("no time zone is called {name:?}"))?;
            Ok(table(name, &zone))
        }
    }
}

/// The zone of this machine; UTC where it cannot be told.
fn local() -> Zone {
    let zone = TimeZone::system();
    table(zone.iana_name().unwrap_or("local"), &zone)
}

/// A zone of the database as the engine takes it.
fn table(name: &str, zone: &TimeZone) -> Zone {
    Zone::probe(name, |unix| {
        Timestamp::from_second(unix).map_or(0, |instant| zone.to_offset(instant).seconds())
    })
}

/// Hands the input over piece by piece: every file in turn, or standard input. A file that does not end
/// with a line end gets one, so that the next file begins its own line.
fn read(files: &[String], push: &mut impl FnMut(&[u8]) -> Result<(), String>) -> Result<(), String> {
    if files.is_empty() {
        return pieces(std::io::stdin(), "standard input", push).map(|_| ());
    }
    for (at, name) in files.iter().enumerate() {
        let file = std::fs::File::open(name).map_err(|error| format!("{name}: {error}"))?;
        let last = if std::path::Path::new(name).extension().is_some_and(|extension| extension == "gz") {
            pieces(flate2::read::MultiGzDecoder::new(file), name, push)?
        } else {
            pieces(file, name, push)?
        };
        if at + 1 < files.len() && last.is_some_and(|last| last != b'\n') {
            push(b"\n")?;
        }
    }
    Ok(())
}

/// How large the files are together, in bytes, as far as can be told.
fn size(files: &[String]) -> usize {
    let sizes = files.iter().filter_map(|name| std::fs::metadata(name).ok());
    sizes.map(|data| usize::try_from(data.len()).unwrap_or(usize::MAX)).sum()
}

/// Hands one input over piece by piece; returns its last byte. It is read, and unpacked, by a thread of its
/// own while the piece before is taken.
fn pieces(
    mut input: impl Read + Send,
    name: &str,
    push: &mut impl FnMut(&[u8]) -> Result<(), String>,
) -> Result<Option<u8>, String> {
    let (filled, pieces) = mpsc::sync_channel(1);
    let (emptied, buffers) = mpsc::sync_channel(3);
    (0..3).try_for_each(|_| emptied.send(vec![0; 1 << 20])).map_err(|error| error.to_string())?;
    // What this side holds of the channels ends with the closure, so the thread never waits for nothing.
    std::thread::scope(move |scope| {
        scope.spawn(move || {
            while let Ok(mut buffer) = buffers.recv() {
                let length = loop {
                    match input.read(&mut buffer) {
                        Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                        length => break length,
                    }
                };
                // What has ended is not asked again: a terminal would wait for more.
                let ends = !matches!(length, Ok(1..));
                let piece = length.map(|length| (buffer, length));
                if filled.send(piece).is_err() || ends {
                    break;
                }
            }
        });
        let mut last = None;
        for piece in pieces {
            let (buffer, length) = piece.map_err(|error| format!("{name}: {error}"))?;
            if length > 0 {
                last = Some(buffer[length - 1]);
                push(&buffer[..length])?;
                // Where the input has ended, nobody takes it.
                let _ = emptied.send(buffer);
            }
        }
        Ok(last)
    })
}

fn input(files: &[String]) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    read(files, &mut |piece| {
        bytes.extend_from_slice(piece);
        Ok(())
    })?;
    Ok(bytes)
}

fn json(value: &impl serde::Serialize) -> Result<Vec<u8>, String> {
    let mut text = serde_json::to_vec(value).map_err(|error| error.to_string())?;
    text.push(b'\n');
    Ok(text)
}

/// Writes to standard output; a reader who has seen enough is no error.
fn write(bytes: &[u8]) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Read, pieces};

    /// Ends, and must not be asked again.
    struct Ends(Option<&'static [u8]>, bool);

    impl Read for Ends {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            assert!(!std::mem::replace(&mut self.1, self.0.is_none()), "read behind its end");
            let bytes = self.0.take().unwrap_or_default();
            buffer[..bytes.len()].copy_from_slice(bytes);
            Ok(bytes.len())
        }
    }

    #[test]
    fn an_input_that_has_ended_is_not_asked_again() {
        let mut took = Vec::new();
        let last = pieces(Ends(Some(b"new msg 1"), false), "a terminal", &mut |piece| {
            took.extend_from_slice(piece);
            Ok(())
        });
        assert_eq!((last, took.as_slice()), (Ok(Some(b'1')), &b"new msg 1"[..]));
    }
}
