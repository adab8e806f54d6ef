//! What several lines that a tool printed come to: rows of a list that differ from the others, numbers that should be
//! equal, a way that ends.

use super::super::certificate;
use super::super::document::{TakenApart, Told};
use super::records::Records;
use crate::export::Step;
use crate::vocabulary::{Cited, Party, Sign};

/// A row of `ls -l`.
struct File {
    line: u32,
    mode: String,
    owner: String,
    name: String,
}

impl File {
    fn of(told: &Told<'_>) -> Option<File> {
        let text = told.text();
        let words: Vec<&str> = text.split_whitespace().collect();
        let [mode, _, owner, ..] = words[..] else { return None };
        let name = text.split(" -> ").next()?.split_whitespace().next_back()?;
        Some(File { line: told.line, mode: mode.into(), owner: owner.into(), name: name.into() })
    }

    /// True for a private key that others than its owner and group can read.
    fn is_open_key(&self) -> bool {
        let key = [".private", ".key", "privkey.pem"].iter().any(|end| self.name.ends_with(end));
        key && self.mode.starts_with('-') && self.mode.as_bytes().get(7) == Some(&b'r')
    }
}

/// What they come to; `None` where nothing special.
pub(super) fn of(document: &TakenApart<'_>) -> Option<Records> {
    not_loaded(document)
        .or_else(|| digests(document))
        .or_else(|| spool(document))
        .or_else(|| files(document))
        .or_else(|| way(document))
        .or_else(|| largest(document))
        .or_else(|| hops(document))
}

fn told(headline: String, lines: &[u32], party: Party, text: &str, command: &str) -> Option<Records> {
    let (first, rest) = lines.split_first()?;
    let step =
        Step { text: text.into(), command: Some(command.to_owned()).filter(|command| !command.is_empty()) };
    Some(Records {
        headline,
        cites: Cited::new(*first, rest.iter().copied()),
        party,
        next: Some(step).filter(|step| !step.text.is_empty()).into_iter().collect(),
    })
}

/// The rows that are this.
fn rows<'a, 'b>(document: &'a TakenApart<'b>, sign: Sign) -> Vec<&'a Told<'b>> {
    document.lines.iter().filter(|told| told.is(sign)).collect()
}

/// A folder of Postfix's queue that its program postdrop can't use.
fn spool(document: &TakenApart<'_>) -> Option<Records> {
    let [path] = rows(document, Sign::StatPath)[..] else { return None };
    let [rights] = rows(document, Sign::StatRights)[..] else { return None };
    let of_postdrop = ["/postfix/maildrop", "/postfix/public"].iter().any(|end| path.text().ends_with(end));
    if !of_postdrop || rights.text().contains("postdrop") {
        return None;
    }
    told(
        format!(
            "{} The folder must belong to the group postdrop, else nobody but root can hand over mail.",
            rights.says()
        ),
        &[rights.line, path.line],
        Party::OurServer,
        "Let Postfix set owners and rights as they must be:",
        "postfix set-permissions; postfix check",
    )
}

/// A server that shows an older certificate than its file holds.
fn not_loaded(document: &TakenApart<'_>) -> Option<Records> {
    rows(document, Sign::CertificateEnd).first()?;
    let found =
        certificate::not_loaded(document.log, document.lines.first()?.line, document.lines.last()?.line)?;
    if !document.lines.iter().any(|told| told.line == found.shown) {
        return None;
    }
    let cites: Vec<u32> = [found.shown, found.in_file].into_iter().chain(found.commands).collect();
    told(
        format!(
            "The server still shows its old certificate, good until {}; the file has a new one, good until {}. The service hasn't loaded it since it was renewed.",
            found.ended, found.until
        ),
        &cites,
        Party::OurServer,
        "Reload the services that use it, which is enough; and have certbot do so after each renewal (a script in renewal-hooks/deploy), else it comes back in three months:",
        "systemctl reload dovecot postfix; ls -l /etc/letsencrypt/renewal-hooks/deploy",
    )
}

/// The checksums of a key and its certificate.
fn digests(document: &TakenApart<'_>) -> Option<Records> {
    let all = rows(document, Sign::Digest);
    let values: Vec<String> = all.iter().map(|told| told.text()).collect();
    let lines: Vec<u32> = all.iter().map(|told| told.line).collect();
    if all.len() < 2 {
        return None;
    }
    if values.iter().all(|value| *value == values[0]) {
        return told(
            "The checksums are equal: key and certificate belong together.".into(),
            &lines,
            Party::Nobody,
            "",
            "",
        );
    }
    told(
        "The checksums differ: if they are of the key and the certificate, the two don't belong together, and no service can use them.".into(),
        &lines,
        Party::OurServer,
        "Put the key there with which this certificate was requested, or request a new certificate with the present key; certbot keeps both in one folder.",
        "ls -l /etc/letsencrypt/live",
    )
}

/// Files that belong to another owner than those around them, or a key that all may read.
fn files(document: &TakenApart<'_>) -> Option<Records> {
    let files: Vec<File> = rows(document, Sign::File).into_iter().filter_map(File::of).collect();
    if let Some(key) = files.iter().find(|file| file.is_open_key()) {
        return told(
            format!(
                "The private key can be read by everybody on the server (its mode is {}): {}.",
                key.mode, key.name
            ),
            &[key.line],
            Party::OurServer,
            "Leave it to the user of the service that needs it; certificates and public keys may stay open:",
            &format!("chmod 600 {}", key.name),
        );
    }
    // A folder with the sticky bit, such as /tmp, is open on purpose, and so are sockets and devices.
    let open = |file: &&File| match file.mode.as_bytes() {
        [b'-', .., b'w', _] => true,
        [b'd', .., b'w', end] => *end == b'x',
        _ => false,
    };
    if let Some(file) = files.iter().find(open) {
        return told(
            format!("Everybody on the server can write to {} (its mode is {}).", file.name, file.mode),
            &[file.line],
            Party::OurServer,
            "Programs that look after their safety don't use what strangers can change; leave it to its owner and group:",
            &format!("chmod o-w {}", file.name),
        );
    }
    let shown: Vec<&File> = files.iter().filter(|file| ![".", ".."].contains(&&*file.name)).collect();
    let of = |owner: &str| shown.iter().filter(|file| file.owner == owner).count();
    let usual = &shown.iter().max_by_key(|file| of(&file.owner))?.owner;
    let lines: Vec<u32> = shown.iter().map(|file| file.line).collect();
    let others: Vec<&&File> = shown.iter().filter(|file| file.owner != *usual).collect();
    match others[..] {
        [other] if shown.len() > 2 => told(
            format!(
                "{} has another owner than the rest: it's owned by {}, the others by {usual}.",
                other.name, other.owner
            ),
            &[other.line],
            Party::OurServer,
            "If the service runs as the owner of the others, it can't use this one: give it to that user, with all in it.",
            &format!("chown -R --reference=. {}", other.name),
        ),
        // One owner says nothing of modes and ages, nor who must use them.
        [] if shown.len() > 1 => told(
            format!(
                "All of them have the same owner, {usual}, which is right if the service runs as that user."
            ),
            &lines,
            Party::Nobody,
            "",
            "",
        ),
        _ => None,
    }
}

/// A folder on the way that only its owner may pass, and whose owner isn't that of what lies below.
fn way(document: &TakenApart<'_>) -> Option<Records> {
    let steps: Vec<(u32, String, String, String)> = rows(document, Sign::WayStep)
        .into_iter()
        .filter_map(|told| {
            let text = told.text();
            let mut words = text.split_whitespace().map(str::to_owned);
            let (mode, owner, _, name) = (words.next()?, words.next()?, words.next()?, words.next()?);
            Some((told.line, mode, owner, name))
        })
        .collect();
    let (_, _, last, _) = steps.last()?;
    let (line, mode, owner, name) =
        steps.iter().find(|(_, mode, owner, _)| mode.ends_with("---") && owner != last && owner != "root")?;
    told(
        format!(
            "The folder {name} on the way is closed to all but its owner {owner} ({mode}): {last}, who owns what lies below, has no permission to pass."
        ),
        &[*line],
        Party::OurServer,
        "Let others pass that folder without listing it (chmod o+x), or move what lies below to a folder of its own, such as /var/vmail.",
        "",
    )
}

/// What takes most of the space that du counted.
fn largest(document: &TakenApart<'_>) -> Option<Records> {
    let size = |text: &str| {
        let number: f64 =
            text.trim_end_matches(|unit: char| unit.is_ascii_alphabetic()).replace(',', ".").parse().ok()?;
        let units = text.chars().last().and_then(|unit| "KMGT".find(unit.to_ascii_uppercase()));
        Some((0..units.map_or(0, |at| at + 1)).fold(number, |number, _| number * 1024.0))
    };
    let all: Vec<(f64, String, &Told<'_>)> = rows(document, Sign::Usage)
        .into_iter()
        .filter_map(|told| {
            let text = told.text();
            let words: Vec<&str> = text.split_whitespace().collect();
            Some((size(words.first()?)?, format!("{} takes {}", words.get(1)?, words[0]), told))
        })
        .collect();
    let (most, what, row) =
        all.iter().max_by(|one, other| one.0.total_cmp(&other.0)).filter(|_| all.len() > 1)?;
    let rest: f64 = all.iter().map(|(size, ..)| size).sum::<f64>() - most;
    (*most > rest).then(|| {
        told(
            format!("One folder holds most of the space, more than all others together: {what}."),
            &[row.line],
            Party::OurServer,
            "See what fills it, and whether it may go: old mail, the trash, spam. A quota keeps one mailbox from filling the disk.",
            "",
        )
    })?
}

/// A way through the network on which nothing answers any more.
fn hops(document: &TakenApart<'_>) -> Option<Records> {
    let last = document.lines.iter().rposition(|told| told.is(Sign::Hop))?;
    let silent: Vec<u32> = document.lines[last + 1..]
        .iter()
        .filter(|told| told.is(Sign::SilentHop))
        .map(|told| told.line)
        .collect();
    if silent.len() < 3 {
        return None;
    }
    told(
        format!(
            "The way ends after line {}: from there on nothing answers, up to the last step shown. A firewall on the way or at the goal drops the calls, or the goal is down.",
            document.lines[last].line
        ),
        &silent,
        Party::TheirServer,
        "Try the port that mail needs from another network, too. If it fails from this one alone, its provider or firewall blocks the port; ask the provider, with this output.",
        "",
    )
}
