//! Values that somebody pasted beside an error: settings, lists of files, how full a disk or a mailbox is. Where one of
//! them decides, the cause names it, and no step asks for it again.

use super::known::{is_plain, of_line};
use super::steps::step;
use super::words::{put, size};
use super::{adds, is_document, is_remote, line, turned_away};
use crate::export::{Step, Trace};
use crate::format::{Place, Role};
use crate::knowledge::fault::{self, holds, is_local};
use crate::log::{Claim, Log};
use crate::pattern::CATALOGUE;
use crate::text::lossy;
use crate::vocabulary::{Cited, Level, Party, Reason};
use std::cell::RefCell;

/// So many lines before and after a trace are looked through.
const NEAR: u32 = 300;

/// What is wrong, as a trace tells it.
enum Concern {
    /// What this server turned away for this reason.
    Refused(Reason),
    /// What wasn't delivered for this reason.
    Failed(Reason),
    /// A fault of this name in a line that decides.
    Fault(&'static str),
    /// A line of one of these patterns decides.
    Line(&'static [&'static str]),
}

/// Which error, beside which value, has which cause.
struct Pairing {
    about: Concern,
    /// What was pasted that decides: the line, from 1, and its values; `None` where nothing does.
    found: fn(&Mishap<'_>) -> Option<Decides>,
    /// What it means, with the values.
    says: &'static str,
    /// Who must act, where that is another now.
    party: Option<Party>,
    /// What to do, with the values; empty where the steps of the error stay all.
    step: (&'static str, &'static str),
    /// How the commands of those steps begin that ask for what is shown.
    asks: &'static str,
}

/// A line that decides, from 1, and its values by their names.
struct Decides {
    line: u32,
    values: Vec<(&'static str, String)>,
}

/// An error, and what stands beside it.
struct Mishap<'a> {
    log: &'a Log,
    /// The line that states it, from 1.
    line: u32,
    client: Option<String>,
    recipient: Option<String>,
    user: Option<String>,
    /// The name of the server that it was about to go to.
    relay: Option<String>,
    /// What the fault that it quotes is about.
    path: Option<String>,
    host: Option<String>,
    /// Lines that no program logged, from 1.
    beside: &'a [u32],
    /// Those of them that were read for a value: what is told rests on them, too.
    used: RefCell<Vec<u32>>,
}

static PAIRINGS: &[Pairing] = &[
    Pairing {
        about: Concern::Refused(Reason::NoRelaying),
        found: not_in_mynetworks,
        says: "The settings beside it show why: mynetworks ({value}) doesn't have {client}.",
        party: Some(Party::OurServer),
        step: (
            "If {client} is a device or server of yours, add its address or network to mynetworks, and load the settings:",
            "postconf -e \"mynetworks = $(postconf -h mynetworks) {client}\" && postfix reload",
        ),
        asks: "",
    },
    Pairing {
        about: Concern::Refused(Reason::MesgTooBig),
        found: |error| limit(error, "message_size_limit"),
        says: "The limit is {value} bytes ({size}; message_size_limit).",
        party: None,
        step: (
            "If larger messages should be taken, raise the limit: a file grows by a third on its way (base64), and mailbox_size_limit must not be smaller. For 50 MB:",
            "postconf -e message_size_limit=52428800 && postfix reload",
        ),
        asks: "",
    },
    Pairing {
        about: Concern::Line(&["lo-sizecfg", "vp-size"]),
        found: |error| {
            let own = if error.is("vp-size") { "virtual_mailbox_limit" } else { "mailbox_size_limit" };
            let (line, value) = error.setting(own)?;
            let (_, other) = error.setting("message_size_limit")?;
            Some(Decides { line, values: vec![("setting", own.into()), ("value", value), ("other", other)] })
        },
        says: "{setting} is {value}, and message_size_limit is {other}.",
        party: Some(Party::OurServer),
        step: (
            "Raise {setting} to at least {other}, or set it to 0 for no limit, and load the settings:",
            "postconf -e {setting}=0 && postfix reload",
        ),
        asks: "postconf",
    },
    Pairing {
        about: Concern::Fault("connection-refused"),
        found: listens_to_itself,
        says: "The settings beside it name no other way in than this machine itself (inet_interfaces = {value}).",
        party: None,
        step: (
            "If those are the settings of {host}, let it listen on all addresses and start it again:",
            "postconf -e inet_interfaces=all && systemctl restart postfix",
        ),
        asks: "",
    },
    Pairing {
        about: Concern::Failed(Reason::FailedStartTls),
        found: |error| {
            let (line, value) = error.setting("smtp_tls_security_level")?;
            let text = lossy(error.log.parse(error.line - 1).body()).into_owned();
            let checked = value.starts_with("dane") && text.contains("ertificate not trusted");
            Some(Decides { line, values: vec![("host", error.relay.clone()?), ("value", value)] })
                .filter(|_| checked)
        },
        says: "With smtp_tls_security_level = {value}, only servers that publish TLSA records are checked: the certificate of {host} doesn't match them.",
        party: Some(Party::TheirServer),
        step: (
            "Compare the certificate with the TLSA records, and tell the server's owner: usually the certificate was renewed without them. To deliver meanwhile, give the domain the level may in smtp_tls_policy_maps:",
            "dig +short TLSA _25._tcp.{host}; openssl s_client -starttls smtp -connect {host}:25 </dev/null | openssl x509 -noout -subject -dates",
        ),
        asks: "postconf smtp_tls",
    },
    Pairing {
        about: Concern::Refused(Reason::UserUnknown),
        found: in_two_lists,
        says: "The settings beside it show why: {domain} is in mydestination and in {other} at once, so Postfix looks for its mailboxes among the system's users.",
        party: Some(Party::OurServer),
        step: (
            "Take {domain} out of mydestination, and load the settings. What it is now:",
            "postconf mydestination; postfix reload",
        ),
        asks: "postconf mydestination",
    },
    Pairing {
        about: Concern::Fault("no-such-file"),
        found: not_in_the_list,
        says: "The list of {folder} beside it has no {name}{?; it has {other}}.",
        party: None,
        step: (
            "Correct the path in the settings: {path} isn't there{?, and {folder}/{other} is}. Then load the settings. Where it is named:",
            "grep -rnF {path} /etc/postfix /etc/dovecot /etc/exim4",
        ),
        asks: "namei",
    },
    Pairing {
        about: Concern::Fault("file-too-large"),
        found: |error| {
            let (_, limit) = error.setting("mailbox_size_limit")?;
            let path = error.path.clone()?;
            let file = error.files().into_iter().find(|file| file.is(&path))?;
            let values = vec![("path", path), ("size", file.size?), ("limit", limit)];
            Some(Decides { line: file.line, values })
        },
        says: "The mailbox file {path} has {size} bytes, and mailbox_size_limit allows {limit}.",
        party: Some(Party::OurServer),
        step: (
            "Move or delete what's in {path}, or have its mail go to a mailbox that is read, by an alias in /etc/aliases. Or lift the limit (0 means none):",
            "postconf -e mailbox_size_limit=0 && postfix reload",
        ),
        asks: "ls -lh",
    },
    Pairing {
        about: Concern::Fault("disk-full"),
        found: full,
        says: "It's the file system {name}.",
        party: None,
        step: ("", ""),
        asks: "df ",
    },
    Pairing {
        about: Concern::Fault("permission-denied"),
        found: owned_by_another,
        says: "The list beside it shows {path}: it belongs to {owner}:{group}, with the mode {mode}{?, and the program runs as {user}}.",
        party: None,
        step: (
            "Give {path} to the user that the program runs as{? ({user})}, or to a group of that user with the permission to read; each folder above it must be open to that user, too:",
            "chown {user} {path}",
        ),
        asks: "namei",
    },
    Pairing {
        about: Concern::Fault("permission-denied"),
        found: |error| {
            let enforcing = |text: &str| {
                text == "Enforcing" || text.starts_with("Current mode:") && text.ends_with("enforcing")
            };
            error.other(enforcing).map(|line| Decides { line, values: error.of_path() })
        },
        says: "SELinux is enforcing, so it can forbid what the permissions of the file allow.",
        party: None,
        step: (
            "See whether SELinux forbade it; if it did, give the path the label that belongs there, or allow the access (audit2allow):",
            "ausearch -m avc -ts recent; restorecon -Rv {path}",
        ),
        asks: "ausearch",
    },
    Pairing {
        about: Concern::Failed(Reason::HostUnknown),
        found: named_by_mx,
        says: "The domain exists: its MX record, shown beside it, names {host}, which doesn't exist.",
        party: Some(Party::Dns),
        step: (
            "The owner of {domain} must correct its MX record, or give {host} an address (A record). To see whether it has one:",
            "dig +short A {host}",
        ),
        asks: "dig {domain} MX",
    },
    Pairing {
        about: Concern::Failed(Reason::MailboxFull),
        found: quota,
        says: "The numbers beside it: {used} of {limit} are used, {share} percent.",
        party: None,
        step: ("", ""),
        asks: "doveadm quota get",
    },
    Pairing {
        about: Concern::Line(&["too-many-connections"]),
        found: connected,
        says: "The list beside it shows {number} connections of {user}.",
        party: None,
        step: ("", ""),
        asks: "doveadm who",
    },
];

/// Adds what the values beside a trace decide about its error.
pub(super) fn add(log: &Log, trace: &mut Trace) {
    if is_document(log, trace.trace) {
        return;
    }
    let from = trace.first_line.saturating_sub(NEAR).max(1);
    let until = trace.last_line.saturating_add(NEAR).min(log.lines());
    let own = log.lines_of(trace.trace);
    let beside: Vec<u32> =
        (from..=until).filter(|line| is_beside(log, *line) && own.binary_search(line).is_err()).collect();
    if beside.is_empty() {
        return;
    }
    let alerts = trace.explanation.story.iter().filter(|told| told.level >= Level::Warning);
    let lines: Vec<u32> =
        trace.explanation.cites.iter().chain(alerts.flat_map(|told| told.lines.iter())).copied().collect();
    let found = PAIRINGS.iter().find_map(|pairing| {
        let error = lines.iter().find_map(|line| error(log, trace, pairing, *line, &beside))?;
        let decides = (pairing.found)(&error)?;
        Some((pairing, decides, error.used.take()))
    });
    let Some((pairing, decides, used)) = found else { return };
    let value = |name: &str| {
        let found = decides.values.iter().find(|(own, _)| *own == name)?;
        Some(found.1.clone())
    };
    let Some(text) = put(pairing.says, value) else { return };
    let cited = Cited::new(decides.line, used.into_iter().filter(|line| *line != decides.line));
    adds(log, trace, cited, text, Level::Warning);
    let explanation = &mut trace.explanation;
    explanation.party = pairing.party.unwrap_or(explanation.party);
    if let Some(asks) = put(pairing.asks, value).filter(|asks| !asks.is_empty()) {
        let asks = |step: &Step| step.command.as_ref().is_some_and(|command| command.starts_with(&asks));
        explanation.next.retain(|step| !asks(step));
    }
    let own = put(pairing.step.0, value).filter(|text| !text.is_empty());
    let own = own.map(|text| step(text, pairing.step.1, |name| value(name).filter(|value| is_plain(value))));
    // What helps about the line that decides.
    let steps = own.map_or_else(
        || of_line(log, decides.line, false).map_or_else(Vec::new, |helps| helps.steps),
        |own| vec![own],
    );
    explanation.next.splice(0..0, steps);
    explanation.next.truncate(super::MOST_STEPS);
}

/// True for a line that no program logged: what somebody wrote or a tool printed.
fn is_beside(log: &Log, line: u32) -> bool {
    match log.claim_of(line - 1) {
        Claim::Entry(number) => {
            let format = CATALOGUE.entry(number).format;
            matches!(format.place, Place::Document(_)) || format.id == "postfix-settings"
        }
        Claim::Nothing | Claim::Unread => true,
    }
}

/// The error of a pairing that a line states.
fn error<'a>(
    log: &'a Log,
    trace: &Trace,
    pairing: &Pairing,
    number: u32,
    beside: &'a [u32],
) -> Option<Mishap<'a>> {
    let parsed = log.parse(number - 1);
    let entry = parsed.entry?;
    let faults = fault::find(parsed.body());
    let text = |at: crate::text::Span| lossy(at.of(parsed.body())).into_owned();
    let tried = trace.attempts.iter().rfind(|tried| tried.reason.is_some());
    let fault = match pairing.about {
        Concern::Refused(reason) => {
            let own = trace.attempts.iter().all(|tried| tried.code.is_none() || !is_remote(tried));
            (own && turned_away(log, &[number]) == Some(reason)).then_some(None)
        }
        Concern::Failed(reason) => tried.is_some_and(|tried| tried.reason == Some(reason)).then_some(None),
        Concern::Fault(name) => faults.iter().find(|found| found.fault.name == name).map(Some),
        Concern::Line(ids) => ids.contains(&entry.pattern.id).then_some(None),
    }?;
    let value = |role| Some(text(entry.part(role, &parsed.captures)?).trim_matches(['<', '>']).to_owned());
    let within = || {
        let (entry, text, captures) = line::reason(entry, parsed.body(), &parsed.captures)?;
        Some(lossy(entry.part(Role::Address, &captures)?.of(text)).into_owned())
    };
    let recipient = value(Role::Recipient).or_else(within);
    Some(Mishap {
        log,
        line: number,
        client: trace.client.clone().or_else(|| value(Role::Client)),
        recipient: recipient.or_else(|| tried.and_then(|tried| tried.recipient.clone())),
        user: trace.user.clone(),
        relay: tried.and_then(|tried| Some(tried.remote.as_ref()?.split('[').next()?.to_owned())),
        path: fault.and_then(|found| found.path).map(text),
        host: fault.and_then(|found| found.host).map(text),
        beside,
        used: RefCell::default(),
    })
}

impl Mishap<'_> {
    fn is(&self, id: &str) -> bool {
        self.log.parse(self.line - 1).entry.is_some_and(|entry| entry.pattern.id == id)
    }

    fn text(&self, line: u32) -> String {
        lossy(self.log.pasted(line - 1)).trim().to_owned()
    }

    /// The first line beside it that fits, from 1.
    fn other(&self, fits: impl Fn(&str) -> bool) -> Option<u32> {
        self.beside.iter().copied().find(|line| fits(&self.text(*line)))
    }

    /// A setting as `postconf` and `doveconf` print it, or a file has it, with the lines that go on with it; and its line.
    fn setting(&self, name: &str) -> Option<(u32, String)> {
        let value = |text: &str| {
            let value = text.strip_prefix(name)?.trim_start().strip_prefix('=')?;
            Some(value.trim().to_owned())
        };
        // Of several, the last one counts.
        let (line, mut all) =
            self.beside.iter().rev().find_map(|line| Some((*line, value(&self.text(*line))?)))?;
        self.used.borrow_mut().push(line);
        for next in line + 1..=self.log.lines() {
            let text = lossy(self.log.pasted(next - 1)).into_owned();
            if !text.starts_with([' ', '\t']) || text.trim().is_empty() || text.contains(" = ") {
                break;
            }
            all = format!("{all} {}", text.trim());
            self.used.borrow_mut().push(next);
        }
        Some((line, all))
    }

    /// The domain of the recipient.
    fn domain(&self) -> Option<String> {
        Some(self.recipient.as_ref()?.rsplit_once('@')?.1.to_ascii_lowercase())
    }

    fn of_path(&self) -> Vec<(&'static str, String)> {
        self.path.iter().map(|path| ("path", path.clone())).collect()
    }

    /// A value of a line that a tool printed, by the name of its field.
    fn value(&self, line: u32, name: &str) -> Option<String> {
        let parsed = self.log.parse(line - 1);
        let capture =
            parsed.captures.iter().find(|at| parsed.entry.is_some_and(|of| of.field(**at).name == name))?;
        Some(lossy(capture.at.of(parsed.body())).into_owned())
    }

    /// The lines that a tool printed of these patterns.
    fn printed<'a>(&'a self, ids: &'a [&str]) -> impl Iterator<Item = u32> + 'a {
        self.beside.iter().copied().filter(|line| {
            self.log
                .parse(line - 1)
                .entry
                .is_some_and(|entry| ids.iter().any(|id| entry.pattern.id.starts_with(id)))
        })
    }

    /// The rows of `ls -l` and `namei -l`.
    fn files(&self) -> Vec<Listed> {
        let mut folder = String::new();
        let mut rows = Vec::new();
        for &line in self.beside {
            let text = self.text(line);
            let listed = listed(line, &folder, &text);
            if listed.is_none() {
                let path =
                    |word: &str| word.starts_with('/').then(|| word.trim_end_matches([':', '/']).to_owned());
                let asked = ["ls ", "ll "].iter().any(|tool| text.contains(tool));
                let heading = text.starts_with('/') && text.ends_with(':') || text.starts_with("f: ");
                if asked || heading {
                    folder = text.split_whitespace().rev().find_map(path).unwrap_or_default();
                    self.used.borrow_mut().push(line);
                }
            }
            self.used.borrow_mut().extend(listed.as_ref().map(|file| file.line));
            rows.extend(listed);
        }
        rows
    }
}

/// A file of a list.
struct Listed {
    line: u32,
    /// The folder that was listed; empty where that isn't known.
    folder: String,
    name: String,
    owner: String,
    group: String,
    mode: String,
    /// In bytes; `None` where the list doesn't have it.
    size: Option<String>,
}

impl Listed {
    /// True for the file at this path, as far as the list shows where it is.
    fn is(&self, path: &str) -> bool {
        let whole = format!("{}/{}", self.folder, self.name);
        whole == path || self.folder.is_empty() && path.ends_with(&format!("/{}", self.name))
    }
}

/// A row of `ls -l` (`-rw-r----- 1 root mail 120 Nov 21 10:00 name`) or `namei -l` (`drwx------ ana mail name`).
fn listed(line: u32, folder: &str, text: &str) -> Option<Listed> {
    let mut words = text.split_whitespace();
    let mode = words.next()?;
    let letters = mode.trim_end_matches(['.', '+', '@']);
    let is_mode = letters.len() == 10
        && letters.starts_with(['-', 'd', 'l', 's', 'p', 'c', 'b'])
        && letters[1..].bytes().all(|letter| b"rwxsStT-".contains(&letter));
    let first = words.next().filter(|_| is_mode)?;
    let owner = if first.bytes().all(|byte| byte.is_ascii_digit()) { words.next()? } else { first };
    let group = words.next()?;
    let size = words.next().filter(|size| size.bytes().all(|byte| byte.is_ascii_digit())).map(str::to_owned);
    let name = text.split(" -> ").next()?.split_whitespace().last()?;
    // The file itself was listed, not what it holds.
    let folder = if folder.ends_with(&format!("/{name}")) || name.starts_with('/') {
        name.rsplit_once('/').map_or_else(|| folder.rsplit_once('/').map_or("", |of| of.0), |of| of.0)
    } else {
        folder
    };
    Some(Listed {
        line,
        folder: folder.to_owned(),
        name: name.rsplit('/').next()?.to_owned(),
        owner: owner.to_owned(),
        group: group.to_owned(),
        mode: mode.to_owned(),
        size,
    })
}

/// The entries of a list of networks or domains.
fn entries(value: &str) -> impl Iterator<Item = &str> {
    value.split([' ', ',', '\t']).filter(|entry| !entry.is_empty())
}

/// True for a list that holds all it says: no table, no other setting.
fn is_literal(value: &str) -> bool {
    !entries(value).any(|entry| entry.starts_with(['/', '$']) || entry.contains(":/"))
}

fn not_in_mynetworks(error: &Mishap<'_>) -> Option<Decides> {
    let client = error.client.clone().filter(|client| is_local(client))?;
    let (line, value) = error.setting("mynetworks")?;
    let lacks = is_literal(&value) && !entries(&value).any(|network| holds(network, &client));
    lacks.then(|| Decides { line, values: vec![("client", client), ("value", value)] })
}

fn limit(error: &Mishap<'_>, name: &str) -> Option<Decides> {
    let (line, value) = error.setting(name)?;
    let bytes: u64 = value.parse().ok().filter(|bytes| *bytes > 0)?;
    Some(Decides { line, values: vec![("value", value), ("size", size(bytes))] })
}

fn listens_to_itself(error: &Mishap<'_>) -> Option<Decides> {
    let (line, value) = error.setting("inet_interfaces")?;
    let own =
        entries(&value).all(|of| ["loopback-only", "localhost", "127.0.0.1", "::1", "[::1]"].contains(&of));
    let host = error.host.clone().filter(|_| own)?;
    Some(Decides { line, values: vec![("value", value), ("host", host)] })
}

fn in_two_lists(error: &Mishap<'_>) -> Option<Decides> {
    let domain = error.domain()?;
    let has = |name: &str| {
        let (line, value) = error.setting(name)?;
        entries(&value).any(|of| of.eq_ignore_ascii_case(&domain)).then_some(line)
    };
    let line = has("mydestination")?;
    let lists = ["virtual_mailbox_domains", "virtual_alias_domains", "relay_domains"];
    let other = lists.into_iter().find(|name| has(name).is_some())?;
    Some(Decides { line, values: vec![("domain", domain), ("other", other.into())] })
}

fn not_in_the_list(error: &Mishap<'_>) -> Option<Decides> {
    let path = error.path.clone()?;
    let files = error.files();
    // The deepest folder of the path that was listed.
    let above = |file: &&Listed| !file.folder.is_empty() && path.starts_with(&format!("{}/", file.folder));
    let first = files.iter().filter(above).max_by_key(|file| file.folder.len())?;
    let name = path[first.folder.len() + 1..].split('/').next()?.to_owned();
    let mut there = files.iter().filter(|file| file.folder == first.folder);
    if there.clone().any(|file| file.name == name) {
        return None;
    }
    let alike =
        |file: &&Listed| file.name.contains(&name) || name.contains(&file.name) && file.name.len() > 3;
    let other = there.find(alike);
    let mut values = vec![("path", path.clone()), ("folder", first.folder.clone()), ("name", name)];
    values.extend(other.map(|file| ("other", file.name.clone())));
    Some(Decides { line: other.map_or(first.line, |file| file.line), values })
}

fn full(error: &Mishap<'_>) -> Option<Decides> {
    let mut rows = error.printed(&["file-system-full", "inodes-used-up"]);
    let line = rows.next()?;
    let name = error.value(line, "name").filter(|_| rows.next().is_none())?;
    Some(Decides { line, values: vec![("name", name)] })
}

fn owned_by_another(error: &Mishap<'_>) -> Option<Decides> {
    let path = error.path.clone()?;
    let file = error.files().into_iter().find(|file| file.is(&path))?;
    let text = lossy(error.log.parse(error.line - 1).body()).into_owned();
    // Dovecot says as whom it runs: `euid=5000(vmail)`.
    let user = text.split_once("euid=").and_then(|(_, rest)| rest.split_once('(')?.1.split_once(')'));
    let user = user.map(|(user, _)| user.to_owned()).filter(|user| *user != "<unknown>");
    if user.as_ref().is_some_and(|user| *user == file.owner) {
        return None;
    }
    let mut values = vec![("path", path), ("owner", file.owner), ("group", file.group), ("mode", file.mode)];
    values.extend(user.map(|user| ("user", user)));
    Some(Decides { line: file.line, values })
}

fn named_by_mx(error: &Mishap<'_>) -> Option<Decides> {
    let domain = error.domain()?;
    let text = lossy(error.log.parse(error.line - 1).body()).to_ascii_lowercase();
    let host = text.split_once("name=")?.1.split([' ', ')', ',']).next()?.to_owned();
    let names = |line: &u32| {
        error.value(*line, "host").is_some_and(|of| of.trim_end_matches('.').eq_ignore_ascii_case(&host))
    };
    let line = error.printed(&["record-mx", "short-mx"]).find(names).filter(|_| host != domain)?;
    Some(Decides { line, values: vec![("domain", domain), ("host", host)] })
}

fn quota(error: &Mishap<'_>) -> Option<Decides> {
    let line =
        error.printed(&["quota-full", "quota-row"]).find(|line| error.value(*line, "limit").is_some())?;
    let (used, limit) = (error.value(line, "used")?, error.value(line, "limit")?);
    let (of, all): (u64, u64) = (used.parse().ok()?, limit.parse().ok().filter(|all| *all > 0)?);
    // Room is counted in kilobytes.
    let amount = |number: u64| {
        if error.text(line).contains("STORAGE") {
            size(number.saturating_mul(1024))
        } else {
            format!("{number} messages")
        }
    };
    let share = (of.saturating_mul(100) + all / 2) / all;
    Some(Decides {
        line,
        values: vec![("used", amount(of)), ("limit", amount(all)), ("share", share.to_string())],
    })
}

fn connected(error: &Mishap<'_>) -> Option<Decides> {
    let theirs = |line: &u32| error.value(*line, "user") == error.user;
    let line = error.printed(&["who-row"]).find(theirs)?;
    let values = vec![("number", error.value(line, "number")?), ("user", error.user.clone()?)];
    Some(Decides { line, values })
}
