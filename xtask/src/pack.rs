//! The packer: makes one HTML file of what Trunk staged, which opens by double click and sends nothing.
//!
//! Trunk stages `index.html` with its styles inlined, and the program as wasm-bindgen's `no-modules` glue
//! with its wasm. The packer puts all three into the page as one compressed text, with what unpacks it and
//! `boot.js`, which tells how the program starts; and it writes the policy under which the browser runs
//! nothing but these styles and scripts, each named by its hash, and connects to nobody.
//!
//! The packed file is the whole page. What stands beside it serves only to install it from a server.

use crate::step::{Result, read, root, write};
use crate::tools;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use lzma_rust2::{CheckType, LzmaOptions, XzOptions, XzReader, XzWriter};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

const BOOT: &str = include_str!("boot.js");
const INSTALL: &str = include_str!("install.js");
const SERVICE_WORKER: &str = include_str!("sw.js");

/// Bytes that the packed page may have at most.
pub const BUDGET: usize = 2_000_000;

/// Packs the folder that Trunk names in `TRUNK_STAGING_DIR`.
pub fn command() -> Result {
    let staging =
        std::env::var_os("TRUNK_STAGING_DIR").ok_or("pack is called by Trunk: run `cargo xtask build`.")?;
    let staging = PathBuf::from(staging);
    let (shell, glue, wasm) =
        (staging.join("index.html"), staging.join("maillens-page.js"), staging.join("maillens-page_bg.wasm"));

    let (page, style) = without_styles(&read(&shell)?);
    let program = Program {
        glue: read(&glue)?,
        style,
        wasm: std::fs::read(&wasm).map_err(|error| format!("{}: {error}", wasm.display()))?,
    };
    let install = root().join("install");
    let page = program.pack(&page, &tools::unpacker()?, &data_url(&install.join("icon.svg"))?)?;
    let page = file(&page);
    write(&staging.join("sw.js"), service_worker(&page)?)?;
    write(&staging.join("manifest.webmanifest"), manifest(&install)?)?;
    for file in [shell, glue, wasm] {
        std::fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    println!(
        "dist/maillens.html: {} bytes of at most {BUDGET} (wasm {}, glue {})",
        page.len(),
        program.wasm.len(),
        program.glue.len()
    );
    let size = page.len();
    write(&staging.join("maillens.html"), page)?;
    if size > BUDGET {
        return Err("the packed page is over its budget.".to_owned());
    }
    Ok(())
}

/// What is compressed: the program as wasm-bindgen leaves it, and the styles of the page.
struct Program {
    /// A classic script that defines `wasm_bindgen`.
    glue: String,
    style: String,
    wasm: Vec<u8>,
}

impl Program {
    /// The shell with program, unpacker, boot script and policy in their places.
    fn pack(&self, shell: &str, unpacker: &str, icon: &str) -> Result<String> {
        if unpacker.to_ascii_lowercase().contains("</script") || unpacker.contains("<!--") {
            return Err("the unpacker would end its own script element".to_owned());
        }
        let packed = xz(&[self.glue.as_bytes(), self.style.as_bytes(), &self.wasm].concat());
        let size = packed.len();
        let (glue, style) = (self.glue.len(), self.glue.len() + self.style.len());
        let program = format!(
            "<script id=\"program\" type=\"application/x-xz\" data-size=\"{size}\" data-glue=\"{glue}\" data-style=\"{style}\">{}</script>\n\
             <script>{unpacker}</script>\n<script>{}</script>\n<script>{}</script>",
            as_text(&packed),
            without_comments(BOOT),
            without_comments(INSTALL)
        );
        let page = put(shell, "<!-- program -->", &program)?;
        let page = put(&page, "<!-- icon -->", &format!("<link rel=\"icon\" href=\"{icon}\">"))?;
        let scripts = format!("{} '{}'", hashes(&page, "script"), integrity(&self.glue));
        let policy = policy(&format!(" '{}'", integrity(&self.style)), &scripts);
        put(
            &page,
            "<!-- policy -->",
            &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
        )
    }
}

/// The manifest, with its icons in it: the page may load no image, not even from where it is served.
fn manifest(install: &Path) -> Result<String> {
    let mut manifest = read(&install.join("manifest.webmanifest"))?;
    for entry in std::fs::read_dir(install).map_err(|error| error.to_string())?.flatten() {
        let name = entry.file_name();
        let src = format!("\"src\": \"{}\"", name.to_string_lossy());
        if manifest.contains(&src) {
            manifest = manifest.replace(&src, &format!("\"src\": \"{}\"", data_url(&entry.path())?));
        }
    }
    Ok(manifest)
}

/// An image as an address that holds it.
fn data_url(image: &Path) -> Result<String> {
    let kind = if image.extension().is_some_and(|end| end == "svg") { "svg+xml" } else { "png" };
    let bytes = std::fs::read(image).map_err(|error| format!("{}: {error}", image.display()))?;
    Ok(format!("data:image/{kind};base64,{}", BASE64_STANDARD.encode(bytes)))
}

/// The shell without its styles, and they alone, one after the other.
fn without_styles(shell: &str) -> (String, String) {
    let mut parts = shell.split("<style>");
    let mut page = parts.next().unwrap_or_default().to_owned();
    let mut style = String::new();
    for part in parts {
        let (inside, after) = part.split_once("</style>").unwrap_or((part, ""));
        style.push_str(inside);
        page.push_str(after);
    }
    (page, style)
}

/// The service worker that keeps the page of these bytes.
pub fn service_worker(page: &[u8]) -> Result<String> {
    put(SERVICE_WORKER, "<integrity>", &integrity(page))
}

/// The packed page with the origins that may frame it and talk to it (`src/embed.rs`).
pub fn embedded(page: &str, origins: &[String]) -> Result<String> {
    let is_origin = |origin: &String| {
        let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
        let of_host = |of: char| of.is_ascii_lowercase() || of.is_ascii_digit() || "-.:[]".contains(of);
        host.is_some_and(|host| !host.is_empty() && host.chars().all(of_host))
    };
    match origins.iter().find(|origin| !is_origin(origin)) {
        None if origins.is_empty() => Err("--embed-from names no origin.".to_owned()),
        None => {
            let first = "<head>";
            let meta =
                format!("{first}<meta name=\"maillens-embed-from\" content=\"{}\">", origins.join(" "));
            put(page, first, &meta)
        }
        Some(other) => Err(format!("{other} is no origin; one looks like https://desk.example.")),
    }
}

/// The page of an extension: a page whose scripts and styles stand in files.
pub struct Unpacked {
    /// The files, the page among them, by their names.
    pub files: Vec<(&'static str, String)>,
}

/// Takes a packed page apart. The program stays packed in the page; what runs it and how it looks are files.
pub fn unpacked(page: &str) -> Result<Unpacked> {
    let lost = || "the packed page has another form than it is taken apart by".to_owned();
    let between = |text: &str, start: &str, end: &str| -> Option<(String, String, String)> {
        let (before, rest) = text.split_once(start)?;
        let (inside, after) = rest.split_once(end)?;
        Some((before.to_owned(), inside.to_owned(), after.to_owned()))
    };
    let (head, _, rest) =
        between(page, "<meta http-equiv=\"Content-Security-Policy\"", ">").ok_or_else(lost)?;
    let (body, program, rest) = between(&rest, "<script id=\"program\"", "</script>").ok_or_else(lost)?;
    let (_, unpacker, rest) = between(&rest, "<script>", "</script>").ok_or_else(lost)?;
    let (_, boot, rest) = between(&rest, "<script>", "</script>").ok_or_else(lost)?;
    // What installs a served page has nothing to do here.
    let (_, _, foot) = between(&rest, "<script>", "</script>").ok_or_else(lost)?;

    let (attributes, text) = program.split_once('>').ok_or_else(lost)?;
    let number = |name: &str| -> Option<usize> {
        attributes.split_once(&format!("data-{name}=\""))?.1.split('"').next()?.parse().ok()
    };
    let (size, glue, style) = number("size")
        .zip(number("glue"))
        .zip(number("style"))
        .map(|((a, b), c)| (a, b, c))
        .ok_or_else(lost)?;
    let mut bytes = Vec::new();
    XzReader::new(from_text(text, size).as_slice(), false)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("the program of the page cannot be unpacked: {error}"))?;
    let text = |range: std::ops::Range<usize>| {
        bytes.get(range).and_then(|bytes| String::from_utf8(bytes.to_vec()).ok()).ok_or_else(lost)
    };
    let (glue, style) = (text(0..glue)?, text(glue..style)?);
    let start =
        boot.lines().find_map(|line| line.trim().strip_prefix("const start = \"")?.strip_suffix("\";"));
    let worker = format!("{glue}\n{}\n", start.ok_or_else(lost)?);
    let page = format!(
        "{head}<meta charset=\"utf-8\"><link rel=\"stylesheet\" href=\"style.css\">{body}<script id=\"program\" data-worker=\"worker.js\"{program}</script>\n\
         <script src=\"unpacker.js\"></script>\n<script src=\"glue.js\"></script>\n<script src=\"boot.js\"></script>\n\
         <script src=\"take.js\"></script>{foot}"
    );
    let files = [
        // In UTF-8, as the files that it loads: they are read as what it is. The zip takes back what that costs.
        ("maillens.html", page),
        ("style.css", style),
        ("unpacker.js", unpacker),
        ("glue.js", glue),
        ("boot.js", boot),
        ("worker.js", worker),
    ];
    Ok(Unpacked { files: files.into() })
}

/// Replaces the one place that is marked so.
pub fn put(page: &str, mark: &str, content: &str) -> Result<String> {
    match page.matches(mark).count() {
        1 => Ok(page.replacen(mark, content, 1)),
        count => Err(format!("there are {count} places {mark}, not one")),
    }
}

/// Everything is forbidden but what the page is made of, and, where it is served, what installs it. `blob:` is
/// its own worker.
fn policy(styles: &str, scripts: &str) -> String {
    format!(
        "default-src 'none'; script-src{scripts} 'wasm-unsafe-eval'; style-src{styles}; worker-src 'self' blob:; \
         manifest-src 'self'; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
}

/// The hashes of the elements of this name, as a policy lists them.
fn hashes(page: &str, name: &str) -> String {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut list = String::new();
    for element in page.split(&open).skip(1) {
        let Some((start, rest)) = element.split_once('>') else { continue };
        // Data is not run, so it needs no permission.
        if !start.contains("type=\"application/") {
            let _ = write!(list, " '{}'", integrity(rest.split(&close).next().unwrap_or_default()));
        }
    }
    list
}

/// The hash of a script's text, or of a file, as policies and browsers write it.
fn integrity(text: impl AsRef<[u8]>) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The SHA-256 of these bytes, as `sha256sum` writes it.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A script without the lines that are comments: they are for those who work on it.
fn without_comments(script: &str) -> String {
    script.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

/// The page of a file: its text is UTF-16 behind a byte order mark.
///
/// A byte costs about half a percent more as such text, in UTF-8 a seventh and in base64 a third. The mark outranks
/// what a server says of the file, so the page reads the same wherever it is put.
pub fn page(file: &Path) -> Result<String> {
    let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    text(&bytes).ok_or_else(|| format!("{} is no packed page.", file.display()))
}

fn text(bytes: &[u8]) -> Option<String> {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    Some(String::from_utf16(&units).ok()?.strip_prefix(MARK)?.to_owned())
}

/// The bytes of the file that is this page.
pub fn file(page: &str) -> Vec<u8> {
    format!("{MARK}{page}").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The byte order mark.
const MARK: char = '\u{feff}';

/// Bytes as characters that are one unit of UTF-16 each: 15 bits, or 16 where the first 15 are less than [`EXTENDED`].
/// The last character may hold bits that are none.
fn as_text(bytes: &[u8]) -> String {
    let mut rest = bytes.iter();
    let (mut held, mut count) = (0_u32, 0);
    let mut take = |bits: u32| {
        while count < bits {
            held = held << 8 | u32::from(rest.next().copied().unwrap_or_default());
            count += 8;
        }
        count -= bits;
        let taken = held >> count;
        held &= (1 << count) - 1;
        taken
    };
    let mut left = bytes.len() * 8;
    let mut text = String::with_capacity(bytes.len() * 3 / 2);
    while left > 0 {
        let first = take(15);
        let (value, bits) = if first < EXTENDED { (take(1) << 15 | first, 16) } else { (first, 15) };
        let code = value + FIRST;
        text.extend(char::from_u32(if code < SURROGATES { code } else { code + 0x800 }));
        left = left.saturating_sub(bits);
    }
    text
}

/// So many bytes of what [`as_text`] wrote.
fn from_text(text: &str, size: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(size);
    let (mut held, mut count) = (0_u32, 0);
    for code in text.chars().map(u32::from) {
        let value = code - FIRST - if code < SURROGATES { 0 } else { 0x800 };
        let first = value & 0x7fff;
        let (value, bits) = if first < EXTENDED { (first << 1 | value >> 15, 16) } else { (first, 15) };
        held = held << bits | value;
        count += bits;
        while count >= 8 {
            count -= 8;
            bytes.push((held >> count & 255) as u8);
            held &= (1 << count) - 1;
        }
    }
    bytes.truncate(size);
    bytes
}

/// The first character that bytes become: behind NUL, carriage return and `<`, which HTML drops, changes, or takes
/// for the beginning of something. `boot.js` knows these numbers too.
const FIRST: u32 = 64;

/// The first unit that is no character of its own.
const SURROGATES: u32 = 0xd800;

/// Below it 15 bits may be followed by a sixteenth: so many that no character is one that Unicode sets aside.
const EXTENDED: u32 = 30_000;

/// The smallest xz that can be had: the page is packed once and opened often.
fn xz(bytes: &[u8]) -> Vec<u8> {
    let lzma = LzmaOptions {
        // What the browser sets aside to unpack; more than the program has would be of no use.
        dict_size: 4 << 20,
        lc: 4,
        pb: 1,
        nice_len: LzmaOptions::NICE_LEN_MAX,
        depth_limit: 1000,
        ..LzmaOptions::with_preset(9)
    };
    let options =
        XzOptions { lzma_options: lzma, check_type: CheckType::Crc32, block_size: None, filters: Vec::new() };
    let packed = XzWriter::new(Vec::new(), options).and_then(|mut writer| {
        writer.write_all(bytes)?;
        writer.finish()
    });
    packed.expect("memory takes every byte")
}

#[cfg(test)]
mod tests {
    use super::{BOOT, Program, as_text, from_text, unpacked, without_comments};

    const SHELL: &str =
        "<head><!-- policy --><!-- icon --><style>p{}</style></head><body><!-- program --></body>";

    fn pack(shell: &str, unpacker: &str) -> super::Result<String> {
        let (shell, style) = super::without_styles(shell);
        Program { glue: "let wasm_bindgen;".to_owned(), style, wasm: b"wasm".to_vec() }
            .pack(&shell, unpacker, "data:,")
    }

    #[test]
    fn every_style_and_script_that_runs_is_allowed_by_its_hash() {
        // printf 'p{}' | openssl dgst -sha256 -binary | base64
        let page = pack(SHELL, "unpack()").unwrap();
        assert!(page.contains("style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=';"));
        let (policy, rest) = page.split_once("style-src").unwrap();
        assert_eq!(
            policy.matches("'sha256-").count(),
            4,
            "unpacker, boot, install and glue, not the packed program"
        );
        // printf 'let wasm_bindgen;' | openssl dgst -sha256 -binary | base64
        assert!(
            policy.contains("vLnqvE2Q+ErLhVCtJypQgAkNZGWhB+PYvVl2Dr0yKjA="),
            "the glue, which is nowhere in the page as it is"
        );
        assert!(rest.contains("connect-src 'none'"));
        assert!(!page.contains("let wasm_bindgen;") && !page.contains("p{}"), "both are packed");
    }

    #[test]
    fn an_extension_has_the_same_program_in_files() {
        let page = pack(&SHELL.replace("</body>", "</body></html>"), "unpack()").unwrap();
        let files = unpacked(&page).unwrap().files;
        let of = |name: &str| &files.iter().find(|file| file.0 == name).unwrap().1;
        assert_eq!((of("glue.js").as_str(), of("style.css").as_str()), ("let wasm_bindgen;", "p{}"));
        assert_eq!((of("unpacker.js").as_str(), of("boot.js")), ("unpack()", &without_comments(BOOT)));
        assert!(of("worker.js").starts_with("let wasm_bindgen;\naddEventListener("), "{}", of("worker.js"));
        let page = of("maillens.html");
        assert!(
            page.contains("<meta charset=\"utf-8\">")
                && page.contains("data-worker=\"worker.js\"")
                && page.ends_with("</body></html>"),
            "{page}"
        );
        assert!(!page.contains("Content-Security-Policy") && !page.contains("<script>"), "{page}");
    }

    #[test]
    fn only_origins_may_frame_a_page_that_names_them() {
        let page = pack(SHELL, "unpack()").unwrap();
        let of = |origins: &[&str]| {
            super::embedded(&page, &origins.iter().map(|&origin| origin.to_owned()).collect::<Vec<_>>())
        };
        let embedded = of(&["https://desk.example", "http://127.0.0.1:8080"]).unwrap();
        let meta =
            "<meta name=\"maillens-embed-from\" content=\"https://desk.example http://127.0.0.1:8080\">";
        assert_eq!(embedded.replace(meta, ""), page);
        for wrong in [
            &[][..],
            &["*"],
            &["desk.example"],
            &["https://desk.example/"],
            &["https://a\"b"],
            &["https://a b"],
        ] {
            assert!(of(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn comments_stay_at_home() {
        assert_eq!(
            without_comments("// why\nrun(\n  // how\n  1); // at the end\n"),
            "run(\n  1); // at the end\n"
        );
    }

    #[test]
    fn bytes_are_read_back_and_their_text_holds_nothing_that_html_changes() {
        // Every pair of bytes at every bit, so every character.
        let pairs: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_be_bytes).collect();
        let bytes: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
        for bytes in (0..bytes.len()).map(|end| &bytes[..end]).chain([pairs.as_slice()]) {
            let text = as_text(bytes);
            assert!(["\0", "\r", "<", "\u{feff}"].iter().all(|changed| !text.contains(changed)));
            assert!(text.chars().all(|of| of < '\u{fdd0}'), "no character that is none");
            assert_eq!(from_text(&text, bytes.len()), bytes);
        }
        let text = as_text(&pairs);
        assert!(text.len() > pairs.len() && text.encode_utf16().count() * 2 < pairs.len() * 101 / 100);
    }

    #[test]
    fn a_page_is_a_file_in_utf_16_behind_its_mark() {
        let bytes = super::file("ü<");
        assert_eq!(bytes, [0xff, 0xfe, 0xfc, 0, b'<', 0]);
        assert_eq!(super::text(&bytes).unwrap(), "ü<");
        assert_eq!(super::text("ü<".as_bytes()), None);
    }

    #[test]
    fn a_shell_without_its_places_is_refused() {
        assert!(pack("<head><!-- policy --></head>", "").is_err());
        assert!(pack(SHELL, "'</SCRIPT>'").is_err());
    }
}
