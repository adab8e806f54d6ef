//! What is read: files in the order of their times, or standard input, each by its first bytes and not by its name; and
//! a file that grows.

use crate::progress::Progress;
use crate::say;
use crate::zstd::Zstd;
use maillens::time::{Instant, NEVER};
use maillens::{Log, Settings, View};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

/// Bytes at the start of a file in which its first time is looked for.
const BEGINNING: u64 = 64 << 10;

/// What to do about a picture.
const PICTURE: &str = "a picture; ask for the text of the log instead";

/// Files that hold no log, by their first bytes: what they are and what to do.
const OTHERS: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "a zip archive or an office document; unpack it with unzip, or save its text"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"%PDF", "a PDF; copy its text and paste that"),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"Rar!\x1a\x07", "a rar archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "a message or document of an office program; save its text"),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
];

/// A log that is followed has told all for now when nothing came for so long, and is looked at so often.
const QUIET: Duration = Duration::from_millis(200);

/// Takes a piece of the input; an error ends the reading. An empty piece: nothing came for a moment.
pub type Push<'a> = dyn FnMut(&[u8]) -> Result<(), String> + 'a;

/// Takes a piece of a file.
pub type PushOf<'a> = dyn FnMut(&Path, &[u8]) -> Result<(), String> + 'a;

/// Hands the input over piece by piece, each with the file that it is of. A file that does not end with a line end gets one, so that the next file
/// begins its own line.
pub fn read(files: &[PathBuf], settings: &Settings, quiet: bool, push: &mut PushOf) -> Result<(), String> {
    let files = in_order(files, settings)?;
    let mut progress = Progress::new(size(&files), quiet);
    for (at, file) in files.iter().enumerate() {
        let input = open(progress.of(raw(file)?), file)?;
        let mut push = |piece: &[u8]| {
            progress.goes_on();
            push(file, piece)
        };
        let last = pieces(input, &name(file), None, &mut push)?;
        if at + 1 < files.len() && last.is_some_and(|last| last != b'\n') {
            push(b"\n")?;
        }
    }
    Ok(())
}

/// Hands over what a file holds and then what is added to it, without an end; of standard input, to its end.
pub fn follow(files: &[PathBuf], push: &mut Push) -> Result<(), String> {
    let file = match files {
        [] => Path::new("-"),
        [file] if file.is_dir() => {
            return Err(format!("{}: --follow takes a file, not a folder", name(file)));
        }
        [file] => file,
        _ => return Err("--follow takes one file".to_owned()),
    };
    let input = if file.as_os_str() == "-" { raw(file)? } else { Box::new(Growing::open(file)?) };
    pieces(open(input, file)?, &name(file), Some(QUIET), push).map(drop)
}

/// All of the input.
pub fn whole(files: &[PathBuf], settings: &Settings) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    read(files, settings, false, &mut |_, piece| {
        bytes.extend_from_slice(piece);
        Ok(())
    })?;
    Ok(bytes)
}

/// How large the files are together, in bytes, as far as can be told.
pub fn size(files: &[PathBuf]) -> usize {
    let sizes = files.iter().filter_map(|name| fs::metadata(name).ok()).filter(fs::Metadata::is_file);
    sizes.map(|data| usize::try_from(data.len()).unwrap_or(usize::MAX)).sum()
}

/// The files that are named, and of a folder the logs in it, in its folders too: whatever is text, by its first bytes.
pub fn logs(named: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut logs = Vec::new();
    for file in named {
        if file.as_os_str() == "-" || !file.is_dir() {
            logs.push(file.clone());
            continue;
        }
        let (before, mut others) = (logs.len(), Vec::new());
        in_folder(file, &mut logs, &mut others)?;
        if logs.len() == before {
            return Err(format!("{}: there is no log in this folder", name(file)));
        }
        if !others.is_empty() {
            let shown: Vec<String> = others.iter().take(5).map(|file| name(file)).collect();
            let more = if others.len() > shown.len() { ", …" } else { "" };
            say(&format!("not read, as it isn't a log: {}{more}", shown.join(", ")));
        }
    }
    Ok(logs)
}

/// The logs of a folder, by their names, and what is none. Empty and hidden files are neither.
fn in_folder(folder: &Path, logs: &mut Vec<PathBuf>, others: &mut Vec<PathBuf>) -> Result<(), String> {
    let why = |error: io::Error| format!("{}: {error}", name(folder));
    let mut entries: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(why)? {
        entries.push(entry.map_err(why)?.path());
    }
    entries.sort();
    for path in entries {
        let hidden = path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
        let Ok(data) = fs::symlink_metadata(&path) else { continue };
        // A link to a file is one of its names; a link to a folder may lead round in a circle.
        let is_file = fs::metadata(&path).is_ok_and(|data| data.is_file());
        if hidden {
        } else if data.is_dir() {
            in_folder(&path, logs, others)?;
        } else if is_file {
            let mut head = Vec::new();
            let read = open(raw(&path)?, &path).map(|input| input.take(BEGINNING).read_to_end(&mut head));
            match read {
                Ok(Ok(0)) => {}
                Ok(Ok(_)) if is_text(&head) => logs.push(path),
                _ => others.push(path),
            }
        }
    }
    Ok(())
}

/// True for what begins like a text: it holds no byte 0, or it is UTF-16.
fn is_text(head: &[u8]) -> bool {
    head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") || !head.contains(&0)
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
            let read = open(raw(file)?, file)?.take(BEGINNING).read_to_end(&mut head);
            read.map_err(|error| format!("{}: {error}", name(file)))?;
            let log = Log::read(&head, settings.clone());
            let times = (0..log.lines()).map(|line| log.instant(line)).filter(|time| *time != NEVER);
            *first = times.min().unwrap_or(Instant::MAX);
        }
        files.sort_by_key(|(first, _)| *first);
    }
    Ok(files.into_iter().map(|(_, file)| file.clone()).collect())
}

/// What a file is called in a message, and as a source.
pub fn name(file: &Path) -> String {
    if file.as_os_str() == "-" { "standard input".to_owned() } else { file.display().to_string() }
}

/// A file as it is, or standard input.
fn raw(file: &Path) -> Result<Box<dyn Read + Send>, String> {
    if file.as_os_str() == "-" {
        return Ok(Box::new(io::stdin()));
    }
    let opened = File::open(file).map_err(|error| format!("{}: {error}", name(file)))?;
    Ok(Box::new(opened))
}

/// True for pictures whose first bytes alone don't tell: WebP, HEIC, AVIF and BMP.
fn is_picture(head: &[u8]) -> bool {
    const BRANDS: &[&[u8]] = &[b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif", b"avis"];
    match head {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => true,
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => BRANDS.iter().any(|of| brand.starts_with(of)),
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => true,
        _ => false,
    }
}

/// Unpacks an input if its first bytes say that it is compressed.
fn open(raw: Box<dyn Read + Send>, file: &Path) -> Result<Box<dyn Read + Send>, String> {
    let mut input = BufReader::with_capacity(1 << 16, raw);
    let head = input.fill_buf().map_err(|error| format!("{}: {error}", name(file)))?;
    let known = OTHERS.iter().find(|(first, _)| head.starts_with(first)).map(|(_, what)| *what);
    if let Some(what) = known.or_else(|| is_picture(head).then_some(PICTURE)) {
        return Err(format!("{}: this is {what}", name(file)));
    }
    Ok(match head {
        [0x1f, 0x8b, ..] => Box::new(flate2::bufread::MultiGzDecoder::new(input)),
        [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => Box::new(lzma_rust2::XzReader::new(input, true)),
        // Its level and the mark of its first block, or of its end: a line of text may begin with the first three.
        [b'B', b'Z', b'h', b'1'..=b'9', 0x31 | 0x17, 0x41 | 0x72, ..] => {
            Box::new(bzip2::bufread::MultiBzDecoder::new(input))
        }
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Box::new(Zstd::new(input)),
        head if View::is_one(head) => Box::new(Cursor::new(whole_view(input, file)?.text())),
        _ => Box::new(input),
    })
}

/// The view that this file is; `None` where it is something else, or nothing that can be read.
pub fn view(file: &Path) -> Option<View> {
    if file.as_os_str() == "-" {
        return None;
    }
    let mut input = BufReader::new(raw(file).ok()?);
    if View::is_one(input.fill_buf().ok()?) { whole_view(input, file).ok() } else { None }
}

fn whole_view(input: impl Read, file: &Path) -> Result<View, String> {
    serde_json::from_reader(input)
        .map_err(|error| format!("{}: this view of maillens is damaged: {error}", name(file)))
}

/// A file that somebody writes to: where it ends, it waits. It may be rotated away, or begin again.
struct Growing {
    path: PathBuf,
    file: File,
    at: u64,
    /// The last byte that was read.
    last: u8,
}

impl Growing {
    fn open(path: &Path) -> Result<Growing, String> {
        let file = File::open(path).map_err(|error| format!("{}: {error}", name(path)))?;
        Ok(Growing { path: path.to_owned(), file, at: 0, last: b'\n' })
    }

    /// True where the name stands for another file by now, or for this one from its beginning.
    fn is_replaced(&self) -> bool {
        // Between two names of a rotation there is none.
        let (Ok(now), Ok(own)) = (fs::metadata(&self.path), self.file.metadata()) else { return false };
        now.len() < self.at || !is_same(&now, &own)
    }
}

#[cfg(unix)]
fn is_same(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same(_: &fs::Metadata, _: &fs::Metadata) -> bool {
    true
}

impl Read for Growing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let replaced = self.is_replaced();
            let length = self.file.read(buffer)?;
            if let Some(last) = buffer[..length].last() {
                (self.at, self.last) = (self.at + length as u64, *last);
                return Ok(length);
            }
            if !replaced {
                std::thread::sleep(QUIET);
            } else if let Ok(file) = File::open(&self.path) {
                (self.file, self.at) = (file, 0);
                // The last line of the file before was whole.
                if self.last != b'\n' && !buffer.is_empty() {
                    (buffer[0], self.last) = (b'\n', b'\n');
                    return Ok(1);
                }
            }
        }
    }
}

/// Hands one input over piece by piece; returns its last byte. It is read, and unpacked, by a thread of its
/// own while the piece before is taken. Where nothing comes for as long as `quiet`, an empty piece says so.
fn pieces(
    mut input: impl Read + Send + 'static,
    name: &str,
    quiet: Option<Duration>,
    push: &mut Push,
) -> Result<Option<u8>, String> {
    let (filled, pieces) = mpsc::sync_channel(1);
    let (emptied, buffers) = mpsc::sync_channel(3);
    (0..3).try_for_each(|_| emptied.send(vec![0; 1 << 21])).map_err(|error| error.to_string())?;
    // Nobody waits for it: what ends earlier than its input leaves it behind.
    std::thread::spawn(move || {
        while let Ok(mut buffer) = buffers.recv() {
            let length = loop {
                match input.read(&mut buffer) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
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
    loop {
        let piece = match quiet {
            None => pieces.recv().ok(),
            Some(quiet) => match pieces.recv_timeout(quiet) {
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    push(&[])?;
                    continue;
                }
                piece => piece.ok(),
            },
        };
        let Some(piece) = piece else { return Ok(last) };
        let (buffer, length) = piece.map_err(|error| format!("{name}: {error}"))?;
        if length > 0 {
            last = Some(buffer[length - 1]);
            push(&buffer[..length])?;
            // Where the input has ended, nobody takes it.
            let _ = emptied.send(buffer);
        }
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
        let last = pieces(Ends(Some(b"new msg 1"), false), "a terminal", None, &mut |piece| {
            took.extend_from_slice(piece);
            Ok(())
        });
        assert_eq!((last, took.as_slice()), (Ok(Some(b'1')), &b"new msg 1"[..]));
    }
}
