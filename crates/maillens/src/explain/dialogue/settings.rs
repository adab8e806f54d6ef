//! What settings beside an error show: that the program calls another server than they name, or a name that is nearly that
//! of another domain in them.

use super::super::document::{TakenApart, Told};
use super::super::message::is_name;
use super::super::pasted::near;
use crate::knowledge::obstacle::Called;
use crate::text::lossy;

/// What they show.
pub(super) enum Compared {
    /// The settings name another server than the one that was called.
    Older { line: u32, used: String, set: String, laravel: bool },
    /// The certificate is for the name that the server calls itself.
    Covered { line: u32, used: String, own: String, name: String },
}

/// The name that the server greets with, where the certificate that the program turned down is for it.
pub(super) fn covered(document: &TakenApart<'_>, told: &Told<'_>) -> Option<Compared> {
    let text = told.text();
    let name = text.split_once("CN=`")?.1.split('\'').next()?.to_ascii_lowercase();
    let used = text.split("CN=`").nth(2)?.split('\'').next()?.to_ascii_lowercase();
    let of_certificate = |host: &str| match name.strip_prefix("*.") {
        Some(domain) => host.split_once('.').is_some_and(|(_, rest)| rest == domain),
        None => host == name,
    };
    document.lines.iter().find_map(|greeting| {
        let text = greeting.text().to_ascii_lowercase();
        let (_, said) = text.split_once("220-").or_else(|| text.split_once("220 "))?;
        let own = said.split_whitespace().next().filter(|word| is_name(word) && of_certificate(word))?;
        let (line, own, used, name) = (greeting.line, own.to_owned(), used.clone(), name.clone());
        (own != used).then_some(Compared::Covered { line, used, own, name })
    })
}

/// What the lines around the error show about the server that the program calls.
pub(super) fn of(document: &TakenApart<'_>, told: &Told<'_>) -> Option<Compared> {
    let text = told.text();
    let used = Called::of(&text).map(|called| called.host.to_ascii_lowercase()).or_else(|| quoted(&text))?;
    let (first, last) = (document.lines.first()?.line, document.lines.last()?.line);
    let around: Vec<(u32, String)> = near(document.log, first, last)
        .map(|line| (line, lossy(document.log.pasted(line - 1)).into_owned()))
        .collect();
    let set: Vec<(u32, String)> =
        around.iter().filter_map(|(line, text)| Some((*line, setting(text)?))).collect();
    if let Some((line, name)) = set.first().filter(|_| set.iter().all(|(_, name)| *name != used)) {
        let laravel = [".ERROR: ", "Illuminate", "laravel"].iter().any(|word| text.contains(word));
        return Some(Compared::Older { line: *line, used, set: name.clone(), laravel });
    }
    None
}

/// The name of a server without a domain, as containers have: `host "mailpit:1025"`.
fn quoted(text: &str) -> Option<String> {
    let (host, port) = text.split('"').nth(1)?.split_once(':')?;
    let is_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    (is_port && is_name(host)).then(|| host.to_ascii_lowercase())
}

/// The mail server that a line of settings names: `MAIL_HOST=smtp.shop.example`.
fn setting(text: &str) -> Option<String> {
    let (name, value) = text.trim().split_once('=')?;
    let is_host =
        ["MAIL_HOST", "SMTP_HOST", "EMAIL_HOST", "MAIL_SERVER"].iter().any(|end| name.ends_with(end));
    let value = value.trim().trim_matches(['"', '\'']);
    (is_host && is_name(value)).then(|| value.to_ascii_lowercase())
}
