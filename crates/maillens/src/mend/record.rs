//! Records of mail in JSON or in a table, as sending services and some mail servers report what became of a message.
//!
//! Each of them has names of its own for the same few things. A record in which those are found is written again in one
//! way, `mail event of NAME: CLASS to=<…> from=<…> id=<…> REPLY`, so the formats know that one.

use super::prefix::{cell, fields, string};
use super::{Damage, LONGEST, Mended};
use crate::text::{Span, Text};

/// A record has no more lines.
const LINES: u32 = 400;

/// The columns of a table of events, and the line that names them.
pub type Heading = Vec<String>;

/// What a name stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stands {
    Kind,
    Action,
    Severity,
    To,
    From,
    Id,
    Code,
    Status,
    Words,
}

/// The names, of each kind the most telling first; small letters and digits alone.
const NAMES: &[(Stands, &[&str])] = &[
    (
        Stands::Kind,
        &[
            "notificationtype",
            "eventtype",
            "eventid",
            "event",
            "recordtype",
            "deliverystatus",
            "eventstatus",
            "type",
            "status",
        ],
    ),
    (Stands::Action, &["action", "bouncesubtype"]),
    (Stands::Severity, &["severity"]),
    (
        Stands::To,
        &[
            "emailaddress",
            "recipientaddress",
            "recipient",
            "rcptto",
            "rcpt",
            "email",
            "recipients",
            "destination",
            "to",
        ],
    ),
    (Stands::From, &["source", "senderaddress", "envelopesender", "mailfrom", "sender", "from"]),
    (Stands::Id, &["messageid", "sgmessageid", "queueid", "msgid", "id"]),
    (Stands::Code, &["code", "smtpcode", "errorcode", "eventsmtpreplycode"]),
    (Stands::Status, &["enhancedcode", "dsn", "status"]),
    (
        Stands::Words,
        &[
            "diagnosticcode",
            "recipientstatus",
            "smtpresponse",
            "response",
            "rawreason",
            "content",
            "details",
            "detail",
            "message",
            "reason",
            "description",
            "eventdescription",
            "error",
        ],
    ),
];

/// What the kinds mean: small letters alone.
const CLASSES: &[(&str, &[&str])] = &[
    (
        "failed",
        &[
            "bounce",
            "bounced",
            "hardbounce",
            "dropped",
            "failed",
            "fail",
            "failure",
            "rejected",
            "reject",
            "blocked",
            "undelivered",
            "permanentfailure",
            "permanentfail",
            "invalidemail",
            "dsnfail",
            "invalid",
            "badmail",
            "poisonmessage",
            "deliverfail",
            "submitfail",
            "resubmitfail",
            "drop",
            "moderatorreject",
            "moderationexpire",
            "expiration",
            "adminbounce",
        ],
    ),
    (
        "deferred",
        &[
            "deferred",
            "deferral",
            "defer",
            "delay",
            "delayed",
            "deliverydelay",
            "softbounce",
            "transientfailure",
            "transient",
            "pending",
            "submitdefer",
            "resubmitdefer",
        ],
    ),
    ("delivered", &["delivery", "delivered", "deliver"]),
    ("complained", &["complaint", "complained", "spamreport", "spamcomplaint", "feedback"]),
    ("quarantined", &["quarantine", "quarantined", "filteredasspam"]),
    (
        "noted",
        &[
            "receive",
            "send",
            "submit",
            "processed",
            "accepted",
            "reception",
            "queued",
            "spam",
            "expanded",
            "resolved",
            "dsn",
            "transfer",
            "redirect",
            "resolve",
            "expand",
            "resubmit",
            "agentinfo",
            "hareceive",
            "haredirect",
            "hadiscard",
            "notifymapi",
            "sendexternal",
            "process",
            "throttle",
            "suppressed",
            "duplicatedeliver",
            "duplicateexpand",
            "moderatorapprove",
            "gettingstatus",
        ],
    ),
];

/// Services by names that only they use.
const SERVICES: &[(&str, &str)] = &[
    ("sgmessageid", "SendGrid"),
    ("sgeventid", "SendGrid"),
    ("notificationtype", "Amazon SES"),
    ("sourcearn", "Amazon SES"),
    ("recordtype", "Postmark"),
    ("eventdata", "Mailgun"),
    ("deliverystatus", "Mailgun"),
    ("msys", "SparkPost"),
    ("egresspool", "KumoMTA"),
    ("origintimestamputc", "Microsoft 365"),
    ("networkmessageid", "Exchange"),
    ("recipientstatus", "Exchange"),
    ("messagetraceid", "Microsoft 365"),
    ("eventsmtpreplycode", "Google Workspace"),
];

/// A name without what only separates its words.
fn plain(name: &[u8]) -> String {
    let letters = name.iter().filter(|byte| byte.is_ascii_alphanumeric());
    letters.map(|byte| char::from(byte.to_ascii_lowercase())).collect()
}

/// A value with its name, which stands inside these others.
struct Cell {
    name: String,
    text: Mended,
}

/// The record that begins in a line, and the last line of it. A line that names columns is kept for the rows below.
pub fn of(text: &Text, index: u32, heading: &mut Option<Heading>) -> Option<(u32, Mended)> {
    let line = text.line(index);
    let begins = line.trim_ascii_start();
    // A list of records over several lines: its brackets belong to the first and the last.
    if begins == b"[" && text.lines() > index + 1 && text.line(index + 1).trim_ascii_start().starts_with(b"{")
    {
        return of(text, index + 1, heading);
    }
    if begins.starts_with(b"{") || begins.starts_with(b"[{") {
        let (mut last, whole) = object(text, index)?;
        if last > index && text.lines() > last + 1 && text.line(last + 1).trim_ascii() == b"]" {
            last += 1;
        }
        let values = values(&whole)?;
        return Some((last, tls_report(&whole, &values).or_else(|| written(&whole, &values))?));
    }
    if [&b"<?xml"[..], b"<feedback"].iter().any(|of| begins.starts_with(of)) {
        let (last, whole) = feedback(text, index)?;
        return Some((last, dmarc_report(&whole, &elements(&whole))?));
    }
    let names = line.strip_prefix(b"#Fields: ").unwrap_or(line);
    // What is copied out of a table on a page has tabs.
    let by = if memchr::memchr_iter(b'\t', names).count() > 2 { b'\t' } else { b',' };
    let columns = fields(names, by, usize::MAX);
    if columns.len() < 4 {
        return None;
    }
    let row = Mended::of(line, text.start(index));
    let words: Heading = columns.iter().map(|at| plain(at.of(names))).collect();
    if names_events(&words) {
        *heading = Some(words);
        let mut new = Mended { damages: row.damages, ..Mended::default() };
        let at = text.start(index);
        new.push(b"columns of mail events: ", Span::new(at, at));
        new.extend(&row, 0..row.text.len());
        new.damages.add(Damage::Columns);
        return Some((index, new));
    }
    let heading = heading.as_ref().filter(|heading| heading.len().abs_diff(columns.len()) <= 1)?;
    let mut values: Vec<Cell> = heading
        .iter()
        .zip(columns)
        .map(|(name, at)| Cell { name: name.clone(), text: cell(&row, at) })
        .collect();
    // Microsoft 365 writes the recipient and what became of the message in one cell: `anna@shop.example##Delivered`.
    let both = values.iter().find_map(|value| {
        let at = value.text.text.windows(2).position(|marks| marks == b"##")?;
        let end = value.text.text[at..].iter().position(|byte| *byte == b';');
        let end = end.map_or(value.text.text.len(), |end| at + end);
        // Of several events the last counts.
        let last = value.text.text[at + 2..end].windows(2).rposition(|marks| marks == b", ");
        let status = at + 2 + last.map_or(0, |comma| comma + 2);
        Some((value.text.part(0..at), value.text.part(status..end)))
    });
    if let Some((to, status)) = both {
        values.retain(|value| value.name != "recipientstatus");
        values.push(Cell { name: "recipient".into(), text: to });
        values.push(Cell { name: "status".into(), text: status });
    }
    Some((index, written(&row, &values)?))
}

/// True for the names of columns of which one tells the kind of event, one more is known, and one is a date or a recipient.
fn names_events(words: &Heading) -> bool {
    let is_known = |name: &&String| NAMES.iter().any(|(of, _)| place(*of, name).is_some());
    let begins = |name: &String| {
        ["date", "received", "recipient", "origin"].iter().any(|known| name.starts_with(known))
    };
    words.iter().any(|name| place(Stands::Kind, name).is_some() || name == "recipientstatus")
        && words.iter().filter(is_known).count() >= 2
        && words.iter().all(|name| !name.is_empty())
        && words.iter().any(begins)
}

/// The lines of a report of DMARC that begins here.
fn feedback(text: &Text, index: u32) -> Option<(u32, Mended)> {
    let mut whole = Mended::default();
    for line in index..text.lines().min(index + LINES) {
        let (piece, at) = (text.line(line), text.start(line));
        if whole.text.len() + piece.len() > LONGEST {
            return None;
        }
        if line > index {
            whole.push(b" ", Span::new(at, at));
            whole.damages.add(Damage::Wrapped);
        }
        whole.extend(&Mended::of(piece, at), 0..piece.len());
        if memchr::memmem::find(piece, b"</feedback>").is_some() {
            return Some((line, whole));
        }
    }
    None
}

/// The values of the elements that hold nothing but text, with their names.
fn elements(whole: &Mended) -> Vec<Cell> {
    let text = &whole.text;
    let marks: Vec<usize> = memchr::memchr_iter(b'<', text).collect();
    let within = |pair: &[usize]| {
        let end = pair[0] + memchr::memchr(b'>', &text[pair[0]..pair[1]])?;
        let value = text[end + 1..pair[1]].trim_ascii();
        let from =
            end + 1 + text[end + 1..pair[1]].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let opens = text[pair[0] + 1] != b'/' && !value.is_empty();
        opens.then(|| Cell {
            name: plain(&text[pair[0] + 1..end]),
            text: whole.part(from..from + value.len()),
        })
    };
    marks.windows(2).filter_map(within).collect()
}

/// A report of DMARC, as `dmarc report of NAME for DOMAIN, p=POLICY: NUMBER of NUMBER failed, most of ADDRESS`.
fn dmarc_report(whole: &Mended, values: &[Cell]) -> Option<Mended> {
    let all = |name: &'static str| -> Vec<&Mended> {
        values.iter().filter(|value| value.name == name).map(|value| &value.text).collect()
    };
    let (rows, counts, dkim, spf) = (all("sourceip"), all("count"), all("dkim"), all("spf"));
    let count = |at: usize| counts.get(at).map_or(0, |text| number(text));
    let is_pass = |of: Option<&&Mended>| of.is_some_and(|text| text.text == b"pass");
    let failed: Vec<usize> =
        (0..rows.len()).filter(|at| !is_pass(dkim.get(*at)) && !is_pass(spf.get(*at))).collect();
    let most = failed.iter().copied().max_by_key(|at| (count(*at), rows.len() - at));
    let sum = |rows: &mut dyn Iterator<Item = usize>| rows.map(count).fold(0, u64::saturating_add);
    let (bad, sent) = (sum(&mut failed.iter().copied()), sum(&mut (0..rows.len())));
    let (name, domain, policy) = (all("orgname"), all("domain"), all("p"));
    let mut new = Mended { damages: whole.damages, ..Mended::default() };
    new.glue(whole, "dmarc report of ");
    for (value, after) in [(name.first()?, " for "), (domain.first()?, ", p="), (policy.first()?, ": ")] {
        new.extend(value, 0..value.text.len());
        new.glue(whole, after);
    }
    new.glue(whole, &format!("{bad} of {sent} failed"));
    if let Some(most) = most {
        new.glue(whole, ", most of ");
        new.extend(rows[most], 0..rows[most].text.len());
        if let (Some(domain), Some(other)) = (domain.first(), passed_for(values, most))
            && other.text != domain.text
        {
            new.glue(whole, ", passed for ");
            new.extend(other, 0..other.text.len());
        }
    }
    new.damages.add(Damage::Columns);
    Some(new)
}

/// The domain for which the mail of a row passed DKIM or, after that, SPF.
fn passed_for(values: &[Cell], row: usize) -> Option<&Mended> {
    let mut rows = values.iter().enumerate().filter(|(_, value)| value.name == "sourceip");
    let (start, _) = rows.nth(row)?;
    let row = values[start + 1..].iter().take_while(|value| value.name != "sourceip");
    let mut domain = None;
    for value in row {
        match value.name.as_str() {
            "domain" => domain = Some(&value.text),
            "result" if value.text.text == b"pass" => return domain,
            _ => {}
        }
    }
    None
}

/// A number in a record.
fn number(text: &Mended) -> u64 {
    String::from_utf8_lossy(&text.text).parse().unwrap_or_default()
}

impl Mended {
    /// Adds words that nobody pasted, behind what stands there.
    fn glue(&mut self, whole: &Mended, words: &str) {
        let start = whole.runs.first().map_or(0, |run| run.from.start);
        let end = self.runs.last().map_or(start, |run| run.from.end);
        self.push(words.as_bytes(), Span { start: end, end });
    }
}

/// The lines of an object that begins here.
fn object(text: &Text, index: u32) -> Option<(u32, Mended)> {
    let mut whole = Mended::default();
    let (mut depth, mut inside) = (0_i32, false);
    for line in index..text.lines().min(index + LINES) {
        let piece = text.line(line);
        if whole.text.len() + piece.len() > LONGEST {
            return None;
        }
        let mut escaped = false;
        for byte in piece {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = inside,
                b'"' => inside = !inside,
                b'{' | b'[' if !inside => depth += 1,
                b'}' | b']' if !inside => depth -= 1,
                _ => {}
            }
        }
        let at = text.start(line);
        if !whole.text.is_empty() {
            whole.push(b" ", Span::new(at, at));
            whole.damages.add(Damage::Wrapped);
        }
        whole.extend(&Mended::of(piece, at), 0..piece.len());
        if depth <= 0 {
            return Some((line, whole));
        }
    }
    None
}

/// The values of an object with their names, whatever they stand in; headers and lists of them are passed over.
fn values(whole: &Mended) -> Option<Vec<Cell>> {
    const PASSED: &[&str] = &["headers", "commonheaders", "tags", "attachments", "userdata", "uservariables"];
    let text = &whole.text;
    let mut values = Vec::new();
    // The names of what is open, and the name that was read last.
    let mut open: Vec<String> = Vec::new();
    let mut name = String::new();
    let mut at = 0;
    while at < text.len() {
        match text[at] {
            b'{' | b'[' => {
                open.push(std::mem::take(&mut name));
                if text[at] == b'[' {
                    name = open.last().cloned().unwrap_or_default();
                }
                at += 1;
            }
            b'}' | b']' => {
                open.pop();
                at += 1;
            }
            b'"' => {
                let (value, end) = string(whole, at, " ")?;
                let is_name = text[end..].trim_ascii_start().starts_with(b":");
                if is_name {
                    name = plain(&value.text);
                    at = end + text[end..].iter().position(|byte| *byte == b':')? + 1;
                    values.push(Cell { name: name.clone(), text: Mended::default() });
                } else {
                    if !open.iter().any(|open| PASSED.contains(&open.as_str())) {
                        values.push(Cell { name: name.clone(), text: value });
                    }
                    at = end;
                }
            }
            byte if byte.is_ascii_digit() => {
                let end = at
                    + text[at..]
                        .iter()
                        .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'.')
                        .count();
                values.push(Cell { name: name.clone(), text: whole.part(at..end) });
                at = end;
            }
            _ => at += 1,
        }
    }
    Some(values)
}

/// How telling a name is for this: its place in the list.
fn place(of: Stands, name: &str) -> Option<usize> {
    NAMES.iter().find(|(own, _)| *own == of)?.1.iter().position(|known| *known == name)
}

/// What a kind of event means.
fn class(kind: &str) -> Option<&'static str> {
    CLASSES.iter().find(|(_, kinds)| kinds.contains(&kind)).map(|(class, _)| *class)
}

/// A report of how encryption worked (RFC 8460), as `tls report of NAME for DOMAIN: TYPE at HOST: NUMBER of NUMBER`: of
/// several kinds of failure, the most frequent.
fn tls_report(whole: &Mended, values: &[Cell]) -> Option<Mended> {
    let all = |name: &'static str| -> Vec<&Mended> {
        let named = values.iter().filter(|value| value.name == name && !value.text.text.is_empty());
        named.map(|value| &value.text).collect()
    };
    let sum = |all: &[&Mended]| all.iter().map(|text| number(text)).fold(0, u64::saturating_add);
    let (good, bad) = (all("totalsuccessfulsessioncount"), all("totalfailuresessioncount"));
    let (good, bad) = (sum(&good), bad.first().map(|_| sum(&bad))?);
    let (types, hosts, counts) = (all("resulttype"), all("receivingmxhostname"), all("failedsessioncount"));
    let count = |at: usize| counts.get(at).map_or(bad, |text| number(text));
    let worst = (0..types.len()).max_by_key(|at| (count(*at), types.len() - at));
    let host = worst.and_then(|at| hosts.get(at)).filter(|_| hosts.len() == types.len());
    let unlisted = host.is_some_and(|host| is_unlisted(&host.text, &all("policystring")));
    let mut new = Mended { damages: whole.damages, ..Mended::default() };
    for (before, value) in [
        ("tls report of ", all("organizationname").first()),
        (" for ", Some(all("policydomain").first()?)),
        (": ", worst.and_then(|at| types.get(at))),
        (" at ", host),
    ] {
        if before == ": " && unlisted {
            new.glue(whole, ": sts-unlisted");
        } else if let Some(value) = value {
            new.glue(whole, before);
            new.extend(value, 0..value.text.len());
        } else if before == ": " {
            new.glue(whole, ": no failure");
        }
    }
    let failed = worst.map_or(bad, count);
    new.glue(whole, &format!(": {failed} of {}", good.saturating_add(bad)));
    new.damages.add(Damage::Columns);
    Some(new)
}

/// True for a server that the policy of MTA-STS (RFC 8461) in a report doesn't name, whatever the failure is called.
fn is_unlisted(host: &[u8], policy: &[&Mended]) -> bool {
    let host = String::from_utf8_lossy(host).trim_end_matches('.').to_ascii_lowercase();
    let mut named = policy.iter().filter_map(|line| {
        let line = String::from_utf8_lossy(&line.text).to_ascii_lowercase();
        Some(line.trim().strip_prefix("mx:")?.trim().to_owned())
    });
    let fits = |name: String| match name.strip_prefix("*.") {
        Some(domain) => host.split_once('.').is_some_and(|(_, rest)| rest == domain),
        None => name == host,
    };
    let Some(first) = named.next() else { return false };
    !fits(first) && !named.any(fits)
}

/// The record in the one way.
fn written(whole: &Mended, values: &[Cell]) -> Option<Mended> {
    let of = |of: Stands| {
        let named = values.iter().filter(|value| !value.text.text.is_empty());
        named
            .filter_map(|value| Some((place(of, &value.name)?, value)))
            .min_by_key(|(place, _)| *place)
            .map(|(_, value)| &value.text)
    };
    // Of the values that could say what kind of event it is, the first that does.
    let mut kinds: Vec<(usize, &'static str)> = values
        .iter()
        .filter_map(|value| Some((place(Stands::Kind, &value.name)?, class(&plain(&value.text.text))?)))
        .collect();
    crate::sort::up(&mut kinds);
    let mut class = kinds.first()?.1;
    let is = |of_value: Option<&Mended>, word: &str| of_value.is_some_and(|value| plain(&value.text) == word);
    if is(of(Stands::Action), "quarantine") {
        class = "quarantined";
    } else if class == "failed" && is(of(Stands::Severity), "temporary") {
        class = "deferred";
    }
    let (to, words) = (of(Stands::To).filter(|to| to.text.contains(&b'@')), of(Stands::Words));
    if to.is_none() && words.is_none() {
        return None;
    }
    let service = SERVICES.iter().find(|(name, _)| values.iter().any(|value| value.name == *name));
    let mut new = Mended { damages: whole.damages, ..Mended::default() };
    new.glue(
        whole,
        &format!("mail event of {}: {class} to=<", service.map_or("a mail service", |(_, service)| service)),
    );
    for (value, after) in [(to, "> from=<"), (of(Stands::From), "> id=<"), (of(Stands::Id), ">")] {
        if let Some(value) = value.filter(|value| !value.text.iter().any(|byte| b"<>".contains(byte))) {
            new.extend(value, 0..value.text.len());
        }
        new.glue(whole, after);
    }
    let is_number = |value: &&Mended, digits: &[u8]| {
        value.text.iter().all(|byte| byte.is_ascii_digit() || digits.contains(byte)) && value.text.len() >= 3
    };
    let begins = |number: &[u8]| {
        words.is_some_and(|words| words.text.windows(number.len()).any(|part| part == number))
    };
    let code = of(Stands::Code).filter(|code| is_number(code, b"") && !begins(&code.text));
    let status = of(Stands::Status)
        .filter(|status| is_number(status, b".") && status.text.contains(&b'.') && !begins(&status.text));
    for part in [code, status, words].into_iter().flatten() {
        new.glue(whole, " ");
        new.extend(part, 0..part.text.len());
    }
    new.damages.add(Damage::Columns);
    Some(new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pasted: &str) -> Vec<String> {
        let mut text = Text::default();
        text.push(pasted.as_bytes());
        text.finish();
        let (mut heading, mut index, mut all) = (None, 0, Vec::new());
        while index < text.lines() {
            let found = of(&text, index, &mut heading);
            index = found.as_ref().map_or(index, |(last, _)| *last) + 1;
            all.extend(found.map(|(_, line)| String::from_utf8_lossy(&line.text).into_owned()));
        }
        all
    }

    #[test]
    fn each_service_has_names_of_its_own() {
        for (pasted, want) in [
            (
                r#"{"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bouncedRecipients":[{"emailAddress":"ben@bigmail.example","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}]},"mail":{"source":"anna@shop.example","messageId":"01-02"}}"#,
                "mail event of Amazon SES: failed to=<ben@bigmail.example> from=<anna@shop.example> id=<01-02> smtp; 550 5.1.1 user unknown",
            ),
            (
                r#"[{"email":"ben@bigmail.example","event":"dropped","reason":"Bounced Address","sg_message_id":"x.y"}]"#,
                "mail event of SendGrid: failed to=<ben@bigmail.example> from=<> id=<x.y> Bounced Address",
            ),
            (
                "{\n \"event-data\": {\n  \"event\": \"failed\",\n  \"severity\": \"temporary\",\n  \"recipient\": \"ben@bigmail.example\",\n  \"delivery-status\": { \"code\": 452, \"message\": \"4.2.2 mailbox full\" }\n }\n}",
                "mail event of Mailgun: deferred to=<ben@bigmail.example> from=<> id=<> 452 4.2.2 mailbox full",
            ),
            (
                r#"{"RecordType":"Bounce","Type":"HardBounce","Email":"ben@bigmail.example","From":"anna@shop.example","MessageID":"m1","Details":"smtp;550 5.1.1 no such user"}"#,
                "mail event of Postmark: failed to=<ben@bigmail.example> from=<anna@shop.example> id=<m1> smtp;550 5.1.1 no such user",
            ),
            (
                r#"{"type":"TransientFailure","id":"q1","sender":"anna@shop.example","recipient":"ben@bigmail.example","egress_pool":"p","response":{"code":451,"content":"try later"}}"#,
                "mail event of KumoMTA: deferred to=<ben@bigmail.example> from=<anna@shop.example> id=<q1> 451 try later",
            ),
        ] {
            assert_eq!(read(pasted), [want], "{pasted}");
        }
        assert!(read(r#"{"event":"open","email":"ben@bigmail.example"}"#).is_empty());
    }

    #[test]
    fn a_report_of_encryption_names_its_most_frequent_failure() {
        let of = |details: &str| {
            format!(
                r#"{{"organization-name":"Big Mail","policies":[{{"policy":{{"policy-type":"sts","policy-domain":"shop.example","mx-host":["mx1.shop.example"]}},"summary":{{"total-successful-session-count":118,"total-failure-session-count":45}}{details}}}]}}"#
            )
        };
        let details = r#","failure-details":[{"result-type":"sts-policy-invalid","receiving-mx-hostname":"mx1.shop.example","failed-session-count":2},{"result-type":"certificate-expired","receiving-mx-hostname":"mx2.shop.example","failed-session-count":43}]"#;
        assert_eq!(
            read(&of(details)),
            ["tls report of Big Mail for shop.example: certificate-expired at mx2.shop.example: 43 of 163"]
        );
        let xml = "<?xml version=\"1.0\" ?>\n<feedback>\n<report_metadata><org_name>Big Mail</org_name></report_metadata>\n<policy_published><domain>shop.example</domain><p>none</p></policy_published>\n<record><row><source_ip>192.0.2.77</source_ip><count>14</count><policy_evaluated><dkim>fail</dkim><spf>fail</spf></policy_evaluated></row><auth_results><spf><domain>a.example</domain><result>pass</result></spf></auth_results></record>\n<record><row><source_ip>192.0.2.1</source_ip><count>6</count><policy_evaluated><dkim>pass</dkim><spf>fail</spf></policy_evaluated></row></record>\n</feedback>";
        assert_eq!(
            read(xml),
            [
                "dmarc report of Big Mail for shop.example, p=none: 14 of 20 failed, most of 192.0.2.77, passed for a.example"
            ]
        );
        let policy = details.replace("certificate-expired", "validation-failure");
        let listed = of(&policy).replace(
            "\"policy-domain\"",
            "\"policy-string\":[\"version: STSv1\",\"mx: *.shop.example\"],\"policy-domain\"",
        );
        assert_eq!(
            read(&listed),
            ["tls report of Big Mail for shop.example: validation-failure at mx2.shop.example: 43 of 163"]
        );
        assert_eq!(
            read(&listed.replace("*.shop", "mx1.shop")),
            ["tls report of Big Mail for shop.example: sts-unlisted at mx2.shop.example: 43 of 163"]
        );
        assert_eq!(read(&of("")), ["tls report of Big Mail for shop.example: no failure: 45 of 163"]);
    }

    #[test]
    fn the_rows_of_a_table_are_read_by_its_heading() {
        let table = "\"Date\",\"Event\",\"Action\",\"Detail\",\"Data\"\n\"3/18/2026 8:02:12 AM\",\"Spam\",\"Quarantine\",\"High confidence phishing message\",\"<root/>\"";
        assert_eq!(
            read(table)[1],
            "mail event of a mail service: quarantined to=<> from=<> id=<> High confidence phishing message"
        );
        let trace = "origin_timestamp_utc,sender_address,recipient_status,message_subject,total_bytes\n2026-03-05T08:12:44.12Z,anna@shop.example,ben@bigmail.example##Quarantined,Invoice,88120";
        assert_eq!(
            read(trace)[1],
            "mail event of Microsoft 365: quarantined to=<ben@bigmail.example> from=<anna@shop.example> id=<>"
        );
        assert!(read("a,b,c,d\n1,2,3,4").is_empty());
    }
}
