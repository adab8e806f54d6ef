//! The packer: makes one HTML file of what Trunk staged, which opens by double click and sends nothing.
//!
//! Trunk stages `index.html` with its styles inlined, and the program as wasm-bindgen's `no-modules` glue
//! with its wasm. The packer puts both into the page, followed by `boot.js`, which tells how they start;
//! and it writes the policy under which the browser runs nothing but these styles and scripts, each named
//! by its hash, and connects to nobody. Only the packed file stays.

use crate::step::{Result, read, write};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::path::PathBuf;

const BOOT: &str = include_str!("boot.js");

/// Bytes that the packed page may have at most.
pub const BUDGET: usize = 1_000_000;

/// Packs the folder that Trunk names in `TRUNK_STAGING_DIR`.
pub fn command() -> Result {
    let staging =
        std::env::var_os("TRUNK_STAGING_DIR").ok_or("pack is called by Trunk: run `cargo xtask build`.")?;
    let staging = PathBuf::from(staging);
    let (shell, glue, wasm) =
        (staging.join("index.html"), staging.join("maillens-page.js"), staging.join("maillens-page_bg.wasm"));

    let program = std::fs::read(&wasm).map_err(|error| format!("{}: {error}", wasm.display()))?;
    let zipped = gzip(&program);
    let glue_text = read(&glue)?;
    let page = pack(&read(&shell)?, &glue_text, &zipped)?;
    write(&staging.join("maillens.html"), &page)?;
    for file in [shell, glue, wasm] {
        std::fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    println!(
        "dist/maillens.html: {} bytes of at most {BUDGET} (wasm {}, gzip {}; glue {})",
        page.len(),
        program.len(),
        zipped.len(),
        glue_text.len()
    );
    if page.len() > BUDGET {
        return Err("the packed page is over its budget.".to_owned());
    }
    Ok(())
}

/// The shell with program, boot script and policy in their places.
fn pack(shell: &str, glue: &str, gzip: &[u8]) -> Result<String> {
    if glue.to_ascii_lowercase().contains("</script") || glue.contains("<!--") {
        return Err("the glue would end its own script element".to_owned());
    }
    let program = format!(
        "<script id=\"glue\">{glue}</script>\n<script id=\"wasm\" type=\"application/wasm\">{}</script>\n<script>{BOOT}</script>",
        seven_bits(gzip)
    );
    let page = put(shell, "<!-- program -->", &program)?;
    let policy = policy(&hashes(&page, "style"), &hashes(&page, "script"));
    put(
        &page,
        "<!-- policy -->",
        &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
    )
}

/// Replaces the one place that is marked so.
fn put(page: &str, mark: &str, content: &str) -> Result<String> {
    match page.matches(mark).count() {
        1 => Ok(page.replacen(mark, content, 1)),
        count => Err(format!("index.html has {count} places {mark}, not one")),
    }
}

/// Everything is forbidden but what the page is made of; `blob:` is its own worker.
fn policy(styles: &str, scripts: &str) -> String {
    format!(
        "default-src 'none'; script-src{scripts} 'wasm-unsafe-eval'; style-src{styles}; worker-src blob:; \
         img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
}

/// The hashes of the elements of this name, as a policy lists them; each stands behind a space.
fn hashes(page: &str, name: &str) -> String {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut list = String::new();
    for element in page.split(&open).skip(1) {
        let Some((start, rest)) = element.split_once('>') else { continue };
        // Data is not run, so it needs no permission.
        if start.contains("type=\"application/wasm\"") {
            continue;
        }
        let text = rest.split(&close).next().unwrap_or_default();
        let _ = write!(list, " 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    }
    list
}

/// Bytes as text, seven bits a character: an eighth smaller than base64. What HTML does not leave alone
/// (NUL, carriage return, `<`) is written 128 higher, so `charCodeAt(i) & 127` reads every character.
fn seven_bits(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 6 / 5);
    let mut put = |value: u32| {
        let value = (value & 127) as u8;
        text.push(char::from(if matches!(value, 0 | b'\r' | b'<') { value + 128 } else { value }));
    };
    let (mut held, mut count) = (0_u32, 0);
    for &byte in bytes {
        held = held << 8 | u32::from(byte);
        count += 8;
        while count >= 7 {
            count -= 7;
            put(held >> count);
        }
        held &= (1 << count) - 1;
    }
    if count > 0 {
        put(held << (7 - count));
    }
    text
}

/// The smallest gzip that can be had: the page is packed once and opened often.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let options = zopfli::Options::default();
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed).expect("memory takes every byte");
    packed
}

#[cfg(test)]
mod tests {
    use super::{hashes, pack, seven_bits};

    const SHELL: &str = "<head><!-- policy --><style>p{}</style></head><body><!-- program --></body>";

    #[test]
    fn every_style_and_script_that_runs_is_allowed_by_its_hash() {
        // printf 'p{}' | openssl dgst -sha256 -binary | base64
        assert_eq!(hashes(SHELL, "style"), " 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='");
        let page = pack(SHELL, "let wasm_bindgen;", b"wasm").unwrap();
        let (policy, rest) = page.split_once("style-src").unwrap();
        assert_eq!(policy.matches("'sha256-").count(), 2, "glue and boot, not the wasm");
        assert!(rest.contains("connect-src 'none'"));
    }

    #[test]
    fn seven_bits_are_read_back_and_hold_nothing_that_html_changes() {
        let bytes: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
        let text = seven_bits(&bytes);
        assert!(!text.contains(['\0', '\r', '<']));
        // As `boot.js` reads it.
        let (mut held, mut count, mut read) = (0, 0, Vec::new());
        for char in text.chars() {
            held = held << 7 & 0x7fff | (char as u32 & 127);
            count += 7;
            if count >= 8 {
                count -= 8;
                read.push((held >> count & 255) as u8);
            }
        }
        assert_eq!(read, bytes);
    }

    #[test]
    fn a_shell_without_its_places_is_refused() {
        assert!(pack("<head><!-- policy --></head>", "", b"").is_err());
        assert!(pack(SHELL, "'</SCRIPT>'", b"").is_err());
    }
}
