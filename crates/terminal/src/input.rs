//! What is read: files in the order of their times, or standard input, each by its first bytes and not by its name.

use maillens::time::{Instant, NEVER};
use maillens::{Log, Settings};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc;

/// Bytes at the start of a file in which its first time is looked for.
const BEGINNING: u64 = 64 << 10;

/// Files that hold no log, by their first bytes: what they are and what to do.
const OTHERS: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "a zip archive or an office document; unpack it with unzip, or save its text"),
    (b"\xfd7zXZ\x00", "compressed with xz; unpack it with: xz -dc FILE | maillens"),
    (b"BZh", "compressed with bzip2; unpack it with: bzip2 -dc FILE | maillens"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; unpack it with: zstd -dc FILE | maillens"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"%PDF", "a PDF; copy its text and paste that"),
    (b"\x89PNG", "a picture; ask for the text of the log instead"),
    (b"\xff\xd8\xff", "a picture; ask for the text of the log instead"),
    (b"GIF8", "a picture; ask for the text of the log instead"),
];

/// Takes a piece of the input; an error ends the reading.
pub type Push<'a> = dyn FnMut(&[u8]) -> Result<(), String> + 'a;

/// Hands the input over piece by piece. A file that does not end with a line end gets one, so that the next file
/// begins its own line.
pub fn read(files: &[PathBuf], settings: &Settings, push: &mut Push) -> Result<(), String> {
    let files = in_order(files, settings)?;
    for (at, file) in files.iter().enumerate() {
        let last = pieces(open(file)?, &name(file), push)?;
        if at + 1 < files.len() && last.is_some_and(|last| last != b'\n') {
            push(b"\n")?;
        }
    }
    Ok(())
}

/// All of the input.
pub fn whole(files: &[PathBuf], settings: &Settings) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    read(files, settings, &mut |piece| {
        bytes.extend_from_slice(piece);
        Ok(())
    })?;
    Ok(bytes)
}

/// How large the files are together, in bytes, as far as can be told.
pub fn size(files: &[PathBuf]) -> usize {
    let sizes = files.iter().filter_map(|name| std::fs::metadata(name).ok());
    sizes.map(|data| usize::try_from(data.len()).unwrap_or(usize::MAX)).sum()
}

/// The files in the order of their first times: a shell names a rotated log newest first. Those that name none come
/// last, as they were named.
fn in_order(files: &[PathBuf], settings: &Settings) -> Result<Vec<PathBuf>, String> {
    if files.is_empty() {
        return Ok(vec!["-".into()]);
    }
    let mut files: Vec<(Instant, &PathBuf)> = files.iter().map(|file| (Instant::MAX, file)).collect();
    // Standard input can be read only once, and is alone as a rule.
    if files.len() > 1 {
        for (first, file) in files.iter_mut().filter(|(_, file)| file.as_os_str() != "-") {
            let mut head = Vec::new();
            let read = open(file)?.take(BEGINNING).read_to_end(&mut head);
            read.map_err(|error| format!("{}: {error}", name(file)))?;
            let log = Log::read(&head, settings.clone());
            let times = (0..log.lines()).map(|line| log.instant(line)).filter(|time| *time != NEVER);
            *first = times.min().unwrap_or(Instant::MAX);
        }
        files.sort_by_key(|(first, _)| *first);
    }
    Ok(files.into_iter().map(|(_, file)| file.clone()).collect())
}

/// What a file is called in a message.
fn name(file: &Path) -> String {
    if file.as_os_str() == "-" { "standard input".to_owned() } else { file.display().to_string() }
}

/// Opens a file, or standard input, and unpacks it if its first bytes say that it is compressed with gzip.
fn open(file: &Path) -> Result<Box<dyn Read + Send>, String> {
    let why = |error: std::io::Error| format!("{}: {error}", name(file));
    let raw: Box<dyn Read + Send> = if file.as_os_str() == "-" {
        Box::new(std::io::stdin())
    } else if file.is_dir() {
        return Err(format!("{}: this is a folder; name the logs in it", name(file)));
    } else {
        Box::new(std::fs::File::open(file).map_err(why)?)
    };
    let mut input = BufReader::with_capacity(1 << 16, raw);
    let head = input.fill_buf().map_err(why)?;
    if let Some((_, what)) = OTHERS.iter().find(|(first, _)| head.starts_with(first)) {
        return Err(format!("{}: this is {what}", name(file)));
    }
    if head.starts_with(b"\x1f\x8b") {
        return Ok(Box::new(flate2::bufread::MultiGzDecoder::new(input)));
    }
    Ok(Box::new(input))
}

/// Hands one input over piece by piece; returns its last byte. It is read, and unpacked, by a thread of its
/// own while the piece before is taken.
fn pieces(mut input: impl Read + Send, name: &str, push: &mut Push) -> Result<Option<u8>, String> {
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
