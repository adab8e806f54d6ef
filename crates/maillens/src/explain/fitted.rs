//! Steps as this paste needs them: what somebody ran already isn't asked for again, and commands run where the log
//! comes from: in its container, on its file.

use super::pasted::{is_beside, near};
use crate::export::{Step, Trace};
use crate::format::{SERVERS, ServerFacts, Software, server};
use crate::knowledge::tool::{self, MailcowContainer};
use crate::log::Log;
use crate::text::{lossy, prose};
use std::cell::RefCell;

/// Fits the steps of a trace to what was pasted with it.
pub(super) fn fit(log: &Log, trace: &mut Trace) {
    let steps = &mut trace.explanation.next;
    if steps.iter().all(|step| step.command.is_none()) {
        return;
    }
    let lines: Vec<u32> =
        near(log, trace.first_line, trace.last_line).filter(|line| is_beside(log, *line)).collect();
    let pasted: Vec<String> = lines.iter().map(|line| lossy(log.pasted(line - 1)).into_owned()).collect();
    let told = PastedBeside::of(&pasted);
    let mut used = Vec::new();
    if !told.is_empty() {
        let fitted: Vec<Step> = steps.iter().filter_map(|step| told.without(step)).collect();
        // Better to look twice than to have no step.
        if !fitted.is_empty() {
            *steps = fitted;
            used = told.used.take();
        }
    }
    let logs = server(Software::Postfix).syslog;
    if let Some((at, file)) = told.file() {
        for command in steps.iter_mut().filter_map(|step| step.command.as_mut()) {
            if command.contains(logs) {
                *command = command.replace(logs, file);
                used.push(at);
            }
        }
    }
    // What is told rests on the lines that say it, with what they are followed by.
    let used: Vec<u32> =
        used.into_iter().flat_map(|at| [Some(&lines[at]), lines.get(at + 1)]).flatten().copied().collect();
    trace.explanation.cites.add(used);
    // What an app tells of the same stands in no container, and takes over the steps of what does.
    let told = trace.explanation.story.iter().map(|told| told.lines[0]);
    let mut texts = [trace.first_line].into_iter().chain(told).map(|line| lossy(log.pasted(line - 1)));
    let steps = &mut trace.explanation.next;
    let Some(service) = texts.find_map(|text| Some(Container::of(&text)?.service.to_owned())) else { return };
    let container = Container { service: &service };
    steps.retain(|step| !step.command.as_ref().is_some_and(|command| command.starts_with("journalctl")));
    for command in steps.iter_mut().filter_map(|step| step.command.as_mut()) {
        let mut parts: Vec<String> = command.split("; ").map(|part| container.run(part)).collect();
        parts.dedup();
        *command = parts.join("; ");
    }
}

/// A command, taken apart.
struct Command<'a> {
    tool: &'a str,
    options: Vec<&'a str>,
    words: Vec<&'a str>,
    /// What its output goes through.
    filter: Option<&'a str>,
}

impl<'a> Command<'a> {
    fn of(text: &'a str) -> Option<Command<'a>> {
        let text = text.trim().trim_end_matches(':');
        let text = text.strip_prefix("su - zimbra -c '").map_or(text, |inner| inner.trim_end_matches('\''));
        let (first, filter) = text.split_once(" | ").map_or((text, None), |(of, rest)| (of, Some(rest)));
        let mut words =
            first.split_whitespace().filter(|word| *word != "sudo" && !word.contains("/dev/null"));
        let tool = words.next()?.rsplit('/').next()?;
        let (options, words) = words.partition(|word| word.starts_with(['-', '+']));
        Some(Command { tool, options, words, filter })
    }

    /// True for what only shows something.
    fn looks(&self) -> bool {
        let mut tools = SERVERS.iter().flat_map(|server| server.tools).chain(tool::OF_SYSTEM);
        let known = tools.find(|known| known.name == self.tool);
        known.is_some_and(|known| known.looks(&self.options, &self.words))
    }

    /// What a look at a service is about.
    fn unit(&self) -> Option<&'a str> {
        let unit = match self.tool {
            "systemctl" if self.words.first() == Some(&"status") => self.words.get(1),
            "service" if self.words.last() == Some(&"status") => self.words.first(),
            _ => None,
        };
        unit.map(|unit| unit.trim_end_matches(".service"))
    }

    /// True where the output of this command holds what the other one would show.
    fn shows(&self, other: &Command<'_>) -> bool {
        let whole = self.filter.is_none() || self.filter == other.filter;
        let holds = || {
            let word = |word: &&str| self.words.iter().any(|own| same(own, word));
            !other.words.is_empty() && other.words.iter().all(word)
        };
        if let (Some(own), Some(_)) = (self.unit(), other.unit()) {
            return other.words.iter().any(|unit| unit.trim_end_matches(".service") == own);
        }
        match other.tool {
            "ls" => ["ls", "ll"].contains(&self.tool) && whole && holds(),
            "cat" => self.tool == "cat" && whole && holds(),
            // Without a kind, the address is asked for; `+short` only makes the answer shorter.
            "dig" => self.tool == "dig" && whole && holds() && self.words.len() == other.words.len(),
            tool => {
                let sorted = |of: &Command<'_>| {
                    let mut all: Vec<String> =
                        of.options.iter().chain(&of.words).map(|word| (*word).to_owned()).collect();
                    crate::sort::up(&mut all);
                    all
                };
                self.tool == tool && whole && sorted(self) == sorted(other)
            }
        }
    }
}

fn same(one: &str, other: &str) -> bool {
    one.trim_end_matches('/').eq_ignore_ascii_case(other.trim_end_matches('/'))
}

/// What was pasted beside a trace: commands whose output stands there, and settings.
struct PastedBeside<'a> {
    /// With the place of each among the lines.
    commands: Vec<(usize, Command<'a>)>,
    settings: Vec<(usize, &'a str)>,
    /// What decided.
    used: RefCell<Vec<usize>>,
}

impl<'a> PastedBeside<'a> {
    fn of(lines: &'a [String]) -> PastedBeside<'a> {
        // Behind the last line nothing stands that it printed.
        let followed = &lines[..lines.len().saturating_sub(1)];
        let command = |(at, line): (usize, &'a String)| Some((at, Command::of(prose::command(line)?)?));
        let commands = followed.iter().enumerate().filter_map(command).collect();
        let name = |line: &'a String| {
            let (name, _) = line.split_once('=')?;
            let name = name.trim_end();
            let is_name = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
            (!name.is_empty() && name.bytes().all(is_name)).then_some(name)
        };
        let setting = |(at, line)| Some((at, name(line)?));
        let settings = lines.iter().enumerate().filter_map(setting).collect();
        PastedBeside { commands, settings, used: RefCell::default() }
    }

    fn is_empty(&self) -> bool {
        self.commands.is_empty() && self.settings.is_empty()
    }

    /// A step without what is shown already; none where nothing is left of it.
    fn without(&self, step: &Step) -> Option<Step> {
        let Some(command) = &step.command else { return Some(step.clone()) };
        let mut acted = false;
        let parts: Vec<String> = command
            .split("; ")
            .filter_map(|part| {
                let asked = Command::of(part).filter(|_| !part.contains("&&"));
                // What is looked at after an act isn't known yet.
                acted |= asked.as_ref().is_none_or(|asked| !asked.looks());
                if acted { Some(part.to_owned()) } else { self.rest(part, &asked?) }
            })
            .collect();
        if !parts.is_empty() {
            // What led to a look leads to nothing once only acts are left.
            let looks = parts.iter().any(|part| Command::of(part).is_some_and(|of| of.looks()));
            let led = step.text.strip_suffix(':').and_then(|lead| lead.rsplit_once(". "));
            let shorter = parts.len() < command.split("; ").count();
            let led =
                led.filter(|(_, last)| shorter && !looks && LEADS.iter().any(|word| last.starts_with(word)));
            let text = led.map_or_else(|| step.text.clone(), |(before, _)| format!("{before}:"));
            return Some(Step { text, command: Some(parts.join("; ")) });
        }
        let Some(lead) = step.text.strip_suffix(':') else {
            return Some(Step { text: step.text.clone(), command: None });
        };
        let (before, last) = lead.rsplit_once(". ").map_or(("", lead), |(before, last)| (before, last));
        let only_looks = LEADS.iter().any(|word| last.starts_with(word));
        let text = match (before, only_looks) {
            ("", true) => return None,
            (before, true) => format!("{before}."),
            _ => format!("{lead}."),
        };
        Some(Step { text, command: None })
    }

    /// What is left to be run of a part of a command.
    fn rest(&self, part: &str, asked: &Command<'_>) -> Option<String> {
        let run = |fits: &dyn Fn(&Command<'_>) -> bool| {
            let found = self.commands.iter().find(|(_, of)| fits(of));
            self.used.borrow_mut().extend(found.map(|(at, _)| *at));
            found.is_some()
        };
        if run(&|shown| shown.shows(asked)) {
            return None;
        }
        // Who has seen both files needs no comparison.
        let seen = |path: &&str| run(&|of| of.tool == "cat" && of.words.iter().any(|own| same(own, path)));
        if asked.tool == "diff" && asked.words.iter().all(seen) {
            return None;
        }
        if asked.tool != "postconf" || asked.filter.is_some() || asked.words.is_empty() {
            return Some(part.to_owned());
        }
        let all = |of: &Command<'_>| of.options == ["-n"] && of.words.is_empty() && of.filter.is_none();
        let shown = |name: &&&str| {
            let set = self.settings.iter().find(|(_, own)| own == *name);
            self.used.borrow_mut().extend(set.map(|(at, _)| *at));
            set.is_some() || run(&|of| of.tool == "postconf" && (all(of) || of.words.contains(*name)))
        };
        let left: Vec<&str> = asked.words.iter().filter(|name| !shown(name)).copied().collect();
        let command = asked.options.iter().copied().chain(left.iter().copied());
        (!left.is_empty()).then(|| format!("postconf {}", command.collect::<Vec<_>>().join(" ")))
    }

    /// The log file that was read, where it's another than steps name, with the place of the command.
    fn file(&self) -> Option<(usize, &'a str)> {
        const READS: &[&str] = &["tail", "grep", "zgrep", "less", "cat", "head"];
        let reading = self.commands.iter().filter(|(_, command)| READS.contains(&command.tool));
        reading
            .flat_map(|(at, command)| command.words.iter().map(move |word| (*at, *word)))
            .find(|(_, word)| tool::LOGS_OF_PANELS.contains(word))
    }
}

/// A last sentence that begins so only leads to a look.
const LEADS: &[&str] = &[
    "To see", "See ", "Look", "Compare", "Ask ", "Check", "Read", "List", "What ", "Which ", "Where ",
    "Those ", "These ", "Test", "Find", "Its ", "Owner",
];

/// Servers that run in containers.
fn contained() -> impl Iterator<Item = &'static ServerFacts> {
    SERVERS.iter().copied().filter(|server| server.container.is_some())
}

/// The containers of mailcow that are known.
fn of_mailcow() -> impl Iterator<Item = &'static MailcowContainer> {
    SERVERS.iter().filter_map(|server| server.container.as_ref()).chain(tool::BESIDE)
}

/// A container whose lines docker compose printed.
struct Container<'a> {
    service: &'a str,
}

impl<'a> Container<'a> {
    /// `postfix-mailcow-1  | Nov 23 …`, `mailserver  | …`; before version 2 with the project's name: `mail_postfix_1`.
    fn of(line: &'a str) -> Option<Container<'a>> {
        let (name, _) = line.split_once('|')?;
        let name = name.trim_end();
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        if name.is_empty() || !name.bytes().all(is_name) {
            return None;
        }
        let bare = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let service = if bare.ends_with(['-', '_']) { &bare[..bare.len() - 1] } else { name };
        // Where the whole name of the container stands, the project's name comes first.
        let known = of_mailcow().map(|known| known.service).find(|known| service.ends_with(known));
        known.or_else(|| service.rsplit('_').next()).map(|service| Container { service })
    }

    /// The container that a program runs in: mailcow has one for each.
    fn runs(&self, program: &str) -> &str {
        let own = of_mailcow().find(|container| container.holds(program));
        own.filter(|_| self.service.ends_with("-mailcow")).map_or(self.service, |container| container.service)
    }

    /// A command as it's run from outside.
    fn run(&self, part: &str) -> String {
        let Some(command) = Command::of(part) else { return part.to_owned() };
        let of = |tool| format!("docker compose exec {}", self.runs(tool));
        if let Some(id) = part
            .strip_prefix("grep -sh ")
            .and_then(|rest| rest.strip_suffix(&format!(" {}", server(Software::Postfix).syslog)))
        {
            return format!("docker compose logs {} | grep {id}", self.service);
        }
        match (command.tool, command.words.first(), command.words.get(1)) {
            ("systemctl", Some(&"status"), Some(unit)) => {
                format!("docker compose logs --tail=50 {}", self.runs(unit))
            }
            ("systemctl", Some(act @ (&"restart" | &"start")), Some(unit)) => {
                format!("docker compose {act} {}", self.runs(unit))
            }
            (tool, ..) if contained().any(|server| server.tools.iter().any(|own| own.name == tool)) => {
                match part.contains("$(") || part.contains("&&") {
                    true if part.contains('"') => part.to_owned(),
                    true => format!("{} sh -c \"{}\"", of(tool), part.replace('$', "\\$")),
                    false => format!("{} {part}", of(tool)),
                }
            }
            // What listens where is seen by which containers run.
            ("ss", ..) => "docker compose ps".into(),
            (tool, path, _) if tool::OF_ITS_MACHINE.contains(&tool) => {
                let path = path.copied().unwrap_or_default();
                let own =
                    |server: &&ServerFacts| server.folders.iter().any(|folder| path.starts_with(folder));
                let own = contained().find(own).and_then(|server| server.tools.first());
                let service = own.map_or(self.service, |tool| self.runs(tool.name));
                match part.contains("&&") || part.contains("$(") {
                    true if part.contains('"') => part.to_owned(),
                    true => format!("docker compose exec {service} sh -c \"{}\"", part.replace('$', "\\$")),
                    false => format!("docker compose exec {service} {part}"),
                }
            }
            _ => part.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(pasted: &str, text: &str, command: &str) -> Option<(String, Option<String>)> {
        let lines: Vec<String> = pasted.lines().map(str::to_owned).collect();
        let step = Step { text: text.into(), command: Some(command.into()) };
        PastedBeside::of(&lines).without(&step).map(|step| (step.text, step.command))
    }

    #[test]
    fn what_was_run_is_not_asked_for_again() {
        let see = "See it:";
        let left = |pasted, command| without(pasted, see, command).map(|left| left.1.unwrap_or_default());
        for (pasted, command, want) in [
            ("$ dig +short txt shop.example\n\"v=a\"", "dig +short TXT shop.example", None),
            (
                "$ dig +short mx shop.example\n10 mx.",
                "dig +short TXT shop.example",
                Some("dig +short TXT shop.example"),
            ),
            (
                "# ls -l /run/a.sock\nls: cannot access",
                "namei -l /run; ls -l /run/a.sock",
                Some("namei -l /run"),
            ),
            ("root@mx:~# cat /etc/resolv.conf\nnameserver", "cat /etc/resolv.conf", None),
            (
                "# postconf -h mydestination relay_domains\na",
                "postconf mydestination myhostname",
                Some("postconf myhostname"),
            ),
            ("postconf -n:\nmyhostname = a\nx", "postconf mydestination", None),
            ("$ postconf -n | grep sasl\nsmtp_x = yes", "postconf smtp_x smtp_y", Some("postconf smtp_y")),
            ("# service clamd status\nclamd dead", "systemctl status clamd", None),
            (
                "# systemctl status a\nfailed",
                "systemctl restart a; systemctl status a",
                Some("systemctl restart a; systemctl status a"),
            ),
            // A command that ends the paste has no output.
            ("# cat /etc/resolv.conf", "cat /etc/resolv.conf", Some("cat /etc/resolv.conf")),
        ] {
            assert_eq!(left(pasted, command).as_deref(), want, "{pasted}");
        }
    }

    #[test]
    fn a_step_keeps_what_it_says_to_do() {
        let pasted = "# cat /a\nx";
        let of = |text| without(pasted, text, "cat /a");
        assert_eq!(of("To see it:"), None);
        assert_eq!(of("Start it. To see it:"), Some(("Start it.".into(), None)));
        assert_eq!(of("Correct the path:"), Some(("Correct the path.".into(), None)));
    }

    #[test]
    fn a_command_runs_in_the_container_that_logged() {
        let run = |line, command| Container::of(line).map(|of| of.run(command));
        let cow = "postfix-mailcow-1  | Nov 23 12:04:55 a b: c";
        assert_eq!(
            run(cow, "doveadm who").as_deref(),
            Some("docker compose exec dovecot-mailcow doveadm who")
        );
        assert_eq!(
            run(cow, "postmap -q 'a' $(postconf -h b)").as_deref(),
            Some("docker compose exec postfix-mailcow sh -c \"postmap -q 'a' \\$(postconf -h b)\"")
        );
        assert_eq!(
            run("mailcowdockerized-dovecot-mailcow-1 | Nov", "systemctl status solr").as_deref(),
            Some("docker compose logs --tail=50 solr-mailcow")
        );
        assert_eq!(
            run("mailserver | Nov", "systemctl restart dovecot").as_deref(),
            Some("docker compose restart mailserver")
        );
        for (command, want) in [
            ("namei -l /srv/mail/ana", "docker compose exec dovecot-mailcow namei -l /srv/mail/ana"),
            ("ss -ltnpx | grep -i milter", "docker compose ps"),
            ("uptime", "uptime"),
            (
                "ls -l /var/spool/postfix/private",
                "docker compose exec postfix-mailcow ls -l /var/spool/postfix/private",
            ),
        ] {
            assert_eq!(run("dovecot-mailcow-1  | Nov", command).as_deref(), Some(want));
        }
        assert_eq!(run("Nov 23 12:04:55 mx a | b", "doveadm who"), None);
    }
}
