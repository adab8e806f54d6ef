//! What people write around a log: greetings, headings, commands, settings, comments.
//!
//! Only a line that has no head and that no format knows is judged here, and what a program may have written is
//! left alone: to leave a line unread is a smaller fault than to set aside a part of the log.

use super::prompt;

/// A longer line is no sentence that somebody wrote by hand.
const LONGEST: usize = 2000;

/// Words that people use of themselves and in greetings; no program says them of itself.
const PERSON: &[&str] = &[
    "i",
    "i'm",
    "i've",
    "i'd",
    "i'll",
    "my",
    "me",
    "we",
    "we're",
    "we've",
    "our",
    "us",
    "hello",
    "hi",
    "hey",
    "dear",
    "thanks",
    "thank",
    "thx",
    "cheers",
    "regards",
    "greetings",
    "ich",
    "mein",
    "meine",
    "meinem",
    "wir",
    "uns",
    "unser",
    "hallo",
    "danke",
    "grüße",
    "je",
    "j'ai",
    "mon",
    "nous",
    "notre",
    "bonjour",
    "merci",
    "hola",
    "gracias",
    "saludos",
    "tengo",
    "estoy",
    "mi",
    "ciao",
    "grazie",
    "salve",
    "ik",
    "mijn",
    "bedankt",
    "olá",
    "obrigado",
    "cześć",
    "witam",
    "привет",
    "спасибо",
];

/// Those of them that no app says to its user.
const SELF: &[&str] = &[
    "i", "i'm", "i've", "i'd", "i'll", "my", "me", "our", "hello", "hi", "hey", "thanks", "thx", "regards",
    "ich", "mein", "meine", "meinem", "unser", "unsere", "hallo", "danke", "je", "j'ai", "mon", "bonjour",
    "merci", "hola", "gracias", "tengo", "estoy", "mi", "ciao", "grazie", "ik", "mijn", "olá", "obrigado",
];

/// Words in front of a quote with which somebody passes on what somebody else saw: `the sender got "Mailbox is full"`.
const REPORTS: &[&str] = &[
    "got",
    "gets",
    "sees",
    "saw",
    "complains",
    "receives",
    "received",
    "bekommt",
    "bekam",
    "erhält",
    "sieht",
    "krijgt",
    "ziet",
    "reçoit",
    "recibe",
    "recebe",
    "customer",
    "customers",
    "kunde",
    "kundin",
    "kunden",
    "klant",
    "cliente",
];

/// Words that hold sentences together.
const FUNCTION: &[&str] = &[
    "the", "a", "an", "is", "are", "was", "this", "that", "these", "and", "but", "with", "you", "your",
    "she", "he", "they", "still", "nobody", "nothing", "please", "here", "there", "what", "when", "how",
    "why", "after", "then", "not", "der", "die", "das", "und", "ist", "nicht", "bitte", "le", "les", "et",
    "est", "el", "los", "que", "por", "il", "che", "het", "een",
];

/// Words with which people tell what happened, to whom and when; programs that log have no use for them.
const STORY: &[&str] = &[
    "he",
    "she",
    "they",
    "his",
    "her",
    "their",
    "everyone",
    "everybody",
    "nobody",
    "someone",
    "somebody",
    "people",
    "customer",
    "customers",
    "colleague",
    "colleagues",
    "boss",
    "partner",
    "everything",
    "anywhere",
    "yesterday",
    "today",
    "tonight",
    "night",
    "noon",
    "weekend",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "suddenly",
    "anymore",
    "works",
    "worked",
    "plenty",
    "says",
    "swears",
    "why",
    "wtf",
    "weird",
    "strange",
    "somehow",
    "untouched",
    "unchanged",
];

/// Words that count beside one of those.
const BESIDE: &[&str] = &[
    "ok", "outside", "itself", "got", "update", "updated", "upgrade", "fine", "came", "office", "since",
    "say", "said",
];

/// Words that a question begins with, or asks with.
const QUESTION: &[&str] = &[
    "why", "how", "what", "where", "who", "when", "which", "is", "are", "was", "does", "do", "did", "can",
    "could", "should", "has", "have", "any", "idea", "ideas", "help", "warum", "wieso", "wo", "was", "wer",
    "kann", "ist", "pourquoi", "comment", "por", "como", "waarom", "hoe", "but",
];

/// What programs say about trouble.
const TROUBLE: &[&str] = &[
    "error",
    "fail",
    "unable",
    "cannot",
    "could not",
    "couldn't",
    "refuse",
    "reject",
    "denied",
    "timeout",
    "timed out",
    "invalid",
    "unknown",
    "warning",
    "fatal",
    "panic",
    "lost",
    "closed",
    "disconnect",
    "abort",
    "not found",
    "deliver",
    "exceed",
    "blocked",
    "not available",
    "unavailable",
    "unreachable",
    "no such",
    "n't exist",
    "being discarded",
    "full",
];

/// Commands that are typed without anything in front.
const COMMANDS: &[&str] = &[
    "sudo",
    "cat",
    "tail",
    "head",
    "less",
    "grep",
    "zgrep",
    "egrep",
    "awk",
    "sed",
    "vi",
    "vim",
    "nano",
    "systemctl",
    "service",
    "journalctl",
    "docker",
    "docker-compose",
    "kubectl",
    "postconf",
    "postqueue",
    "postmap",
    "mailq",
    "doveconf",
    "doveadm",
    "newaliases",
    "openssl",
    "telnet",
    "nc",
    "dig",
    "nslookup",
    "ping",
    "curl",
    "swaks",
    "exim",
    "exim4",
    "qmailctl",
    "svstat",
    "svc",
    "ls",
    "cd",
    "chown",
    "chmod",
    "mkdir",
    "apt",
    "apt-get",
    "yum",
    "dnf",
];

/// True for a line that is no log.
pub fn is(line: &[u8]) -> bool {
    let Some(text) = shown(line) else { return false };
    // A line of marks: a rule, a fence, the end of a block, `[...]`.
    if !text.is_empty() && !text.chars().any(char::is_alphanumeric) {
        return true;
    }
    prompt::of_command(line) > 0
        || text.starts_with('#')
        || is_command(text)
        || is_setting(text)
        || is_frame(text)
        || is_code(text)
        || is_link(text)
        || is_greeting(text)
        || is_divider(text)
        || is_row(text)
        || is_quoting(text)
        || is_sentence(text)
}

/// True for a line of a paragraph that began in the line before.
pub fn goes_on(line: &[u8]) -> bool {
    shown(line).is_some_and(|text| !is_told(text) && !is_trouble(text) && plain(text) * 10 >= words(text) * 7)
}

/// True for a command that shows a log: whatever it prints may be a part of one.
pub fn shows_log(command: &[u8]) -> bool {
    /// What lists files, packages, users or settings shows no log, whatever it lists.
    const LISTS: &[&str] =
        &["ls", "ll", "stat", "namei", "id", "df", "du", "dpkg", "rpm", "postconf", "doveconf", "getfacl"];
    let command = String::from_utf8_lossy(command).to_ascii_lowercase();
    let tool = command.strip_prefix("sudo ").unwrap_or(&command).split(' ').next().unwrap_or_default();
    !LISTS.contains(&tool)
        && ["log", "journal", "current", "/var/spool", "mailq"].iter().any(|word| command.contains(word))
}

/// True for what a command of another kind printed and that tells of no trouble, or is one word alone: `failed`.
pub fn is_printed(line: &[u8]) -> bool {
    shown(line).is_some_and(|text| !is_told(text) && (!is_trouble(text) || words(text) == 1))
}

/// What a sentence in which somebody tells something in own words quotes, if anything; `None` for any other line.
pub fn quoted(line: &[u8]) -> Option<&[u8]> {
    const MARKS: &[(&str, &str)] =
        &[("\u{201c}", "\u{201d}"), ("\u{201e}", "\u{201c}"), ("\u{ab}", "\u{bb}"), ("\"", "\""), ("`", "`")];
    let text = shown(line)?;
    if !reports(text) && (!has(text, SELF) || plain(text) * 10 < words(text) * 7) {
        return None;
    }
    // A message can quote a name itself, and a name alone is no message: the longest is meant.
    let mut longest = "";
    for (open, close) in MARKS {
        let mut rest = text;
        while let Some((_, after)) = rest.split_once(open) {
            let (quoted, more) = after.split_once(close).unwrap_or((after, ""));
            longest = if quoted.len() > longest.len() { quoted } else { longest };
            rest = more;
        }
    }
    if !longest.contains(' ')
        && let Some((_, told)) = text.split_once(": ")
    {
        longest = told;
    }
    Some(longest.as_bytes())
}

/// True for words that somebody may have written to somebody, in whatever language: no command, no setting, no rule.
pub(crate) fn is_of_people(line: &[u8]) -> bool {
    shown(line).is_some_and(|text| {
        let (words, plain) = (words(text), plain(text));
        // A sentence may begin with the name of a tool: `apt full-upgrade last night, and now no mail at all:`.
        let typed = prompt::of_command(line) > 0 || words < 6 && is_command(text);
        let printed = typed || is_setting(text) || is_frame(text) || is_code(text);
        words > 3 && plain * 10 >= words * 6 && !printed && !text.starts_with('#')
    })
}

/// A line that is no longer than people write, without the marks of a quote.
fn shown(line: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(line).ok().filter(|text| text.len() <= LONGEST)?;
    Some(text.trim_matches(|letter: char| letter.is_whitespace() || letter == '>'))
}

/// True for a command that is typed on servers.
pub fn is_tool(word: &[u8]) -> bool {
    COMMANDS.iter().any(|tool| tool.as_bytes() == word)
}

/// The command of a line that somebody typed, behind a prompt or without one.
pub fn command(line: &str) -> Option<&str> {
    let typed = line.get(prompt::of_command(line.as_bytes())..)?;
    (typed.len() < line.len() || is_command(typed)).then_some(typed.trim())
}

/// `tail -f /var/log/maillog`.
fn is_command(text: &str) -> bool {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    COMMANDS.contains(&first) && !rest.is_empty() && !rest.contains(": ") && !text.ends_with('.')
}

/// `smtpd_use_tls = yes`, `-o smtpd_tls_wrappermode=yes`, `smtp inet n - y - - smtpd`, `passdb {`.
fn is_setting(text: &str) -> bool {
    let is_name = |name: &str| {
        name.starts_with(|letter: char| letter.is_ascii_lowercase())
            && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    let assigns = text.split_once('=').is_some_and(|(name, value)| match name.strip_suffix(' ') {
        Some(name) => is_name(name) && (value.is_empty() || value.starts_with(' ')),
        None => is_name(name) && name.contains('_') && !value.contains([' ', '<']),
    });
    let opens = text
        .strip_suffix(" {")
        .is_some_and(|name| name.split(' ').all(|word| is_name(word) || word.contains('/')));
    let mut columns = text.split_whitespace();
    let service = columns.nth(1).is_some_and(|kind| ["inet", "unix", "fifo", "pass"].contains(&kind))
        && columns.clone().count() > 5
        && columns.take(3).all(|column| ["y", "n", "-"].contains(&column));
    assigns || opens || service || text.strip_prefix("-o ").is_some_and(|rest| rest.contains('='))
}

/// A frame of a stack that a program printed with an exception, in the forms of JavaScript, Python, Ruby, Perl, PHP and Go.
fn is_frame(text: &str) -> bool {
    let at_line = |text: &str| {
        text.rsplit(':').next().is_some_and(|line| line.bytes().all(|byte| byte.is_ascii_digit()))
    };
    text.starts_with("at ") && text.ends_with(')') && text.contains('(')
        || text.starts_with("at /") && (text.contains(" line ") || at_line(text))
        || text.starts_with("(/") && at_line(text.trim_end_matches(')'))
        || text.starts_with("File \"") && text.contains("\", line ")
        || text.starts_with("In ") && text.ends_with(':') && text.contains(".php line ")
        || [":in `", ":in '", " called at /"].iter().any(|mark| text.contains(mark))
        || ["Traceback (most recent call last):", "Trace begun at ", "goroutine ", "exit status "]
            .iter()
            .any(|begins| text.starts_with(begins))
}

/// A line of a program's text that stands in a stack, or of what it printed of its own data: `raise error(code)`,
/// `"code": 422,`, `[errors] => Array`.
fn is_code(text: &str) -> bool {
    const KEYWORDS: &[&str] = &["return ", "raise ", "throw ", "await ", "yield "];
    let json = text.strip_prefix('"').and_then(|rest| rest.split_once("\": ")).is_some_and(|(_, value)| {
        let value = value.trim_end_matches(',');
        ["[]", "{}", "[", "{", "null", "true", "false"].contains(&value) || value.parse::<f64>().is_ok()
    });
    let dumped =
        text.starts_with('[') && text.split_once("] => ").is_some_and(|(_, value)| !is_trouble(value));

    let text = text.trim_end_matches([';', ',', ':']);
    let is_name = |name: &str| {
        name.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
            && name.chars().all(|letter| letter.is_alphanumeric() || "_.:$>[]-".contains(letter))
    };
    let keyword = KEYWORDS.iter().find_map(|keyword| text.strip_prefix(keyword));
    let assigned =
        text.split_once(" = ").filter(|(name, _)| name.trim_matches(['(', ')']).split(", ").all(is_name));
    let value = keyword.or(assigned.map(|of| of.1)).unwrap_or(text);
    let called = value.split_once('(').filter(|(name, _)| is_name(name.trim_end())).is_some_and(
        |(name, arguments)| {
            let mut depth = 1;
            let closes = arguments.find(|letter| {
                depth += i32::from(letter == '(') - i32::from(letter == ')');
                depth == 0
            });
            let is_whole = closes.is_none_or(|at| at + 1 == arguments.len());
            is_whole && (value.len() < text.len() || name.contains(['.', '_']) || name.contains("::"))
        },
    );
    json || dumped || called || keyword.is_some_and(is_name)
}

/// `More details here: https://…`, `[Retry] [Cancel]`: where more stands, and what could be pressed.
fn is_link(text: &str) -> bool {
    let (label, last) = text.rsplit_once(' ').unwrap_or(("", text));
    let leads = last.starts_with("http")
        && last.contains("://")
        && label.ends_with(':')
        && plain(label) == words(label);
    let buttons = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    leads && !is_trouble(label)
        || buttons.is_some_and(|text| {
            text.contains("] [") && plain(&text.replace("] [", " ")) == words(&text.replace("] [", " "))
        })
}

/// `Hello anna@shop.example,`: a greeting with what a mail was addressed to.
fn is_greeting(text: &str) -> bool {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    has(first, SELF) && text.ends_with([',', '!']) && words(rest) < 4 && !is_told(text)
}

/// `---------- Forwarded message ---------`: words between two rules.
fn is_divider(text: &str) -> bool {
    let inner = text.trim_matches('-');
    text.starts_with("----") && text.ends_with("----") && plain(inner) == words(inner)
}

/// A row of a table in Markdown.
fn is_row(text: &str) -> bool {
    text.len() > 2 && text.starts_with('|') && text.ends_with('|')
}

/// What an email app puts above what it quotes: `On Mon, 4 Dec 2021 at 14:44, Ana <ana@shop.example> wrote:`.
fn is_quoting(text: &str) -> bool {
    const ENDS: &[&str] =
        &[" wrote:", " schrieb:", " écrit :", " escribió:", " ha scritto:", " schreef:", " escreveu:"];
    ENDS.iter().any(|end| text.ends_with(end))
}

fn is_sentence(text: &str) -> bool {
    if is_written(text) {
        return true;
    }
    if is_told(text) {
        return false;
    }
    let (words, plain) = (words(text), plain(text));
    if has(text, PERSON) {
        return plain * 10 >= words * 7;
    }
    if reports(text) || retells(text) {
        return true;
    }
    let heading = words <= 6 && text.ends_with(':');
    text.trim_start_matches(['*', '_']).starts_with(char::is_uppercase)
        && !is_trouble(text)
        && plain * 10 >= words * 9
        && (heading || words > 3 && text.ends_with(['.', '?', '!', ':']) && has(text, FUNCTION))
}

/// True for what somebody wrote beside a log in whatever style, with words of the log in it or not: `is this why uwe can't see
/// the mail?`, `our log says status=sent, but einkauf@ has nothing`, `but:`.
pub(crate) fn is_written(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '/', '*', ' ']);
    if is_addressed(text) {
        return false;
    }
    // What stands in brackets says nothing of the sentence around it.
    let inner = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text);
    let around = match inner.split_once('(') {
        Some((before, rest)) => {
            format!("{}{}", before.trim_end(), rest.split_once(')').map_or("", |of| of.1))
        }
        None => inner.to_owned(),
    };
    let (words, plain, story) = (words(&around), plain(&around), many(&around, STORY));
    // A program says before a colon who speaks, or what it is about; before a second sentence, that's a person.
    let headed = around.split_once(": ").is_some_and(|(before, _)| !before.contains(". "));
    let starts = around.split_whitespace().next().is_some_and(|word| {
        self::plain(word) == 1
            || word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit())
            // Whose machine that is: `192.0.2.7 is our office`.
            || word.parse::<std::net::IpAddr>().is_ok()
    });
    let bare = around.trim_end_matches(['"', '\'', '\u{201d}', ')', '!', '.', ' ']);
    let of_person = has(&around, PERSON) || has(&around, QUESTION);
    let asks = bare.ends_with('?') && words > 1 && (story > 0 || of_person && !headed);
    let shows = bare.ends_with(':') || around.contains(" /var/log/");
    let leads = shows && words < 8 && plain == words && !is_trouble(&around);
    let joins = has(&around, PERSON) || has(&around, FUNCTION);
    let more = story + many(&around, BESIDE);
    let tells = story > 0 && !headed && (more > 1 || joins && !is_trouble(&around));
    starts
        && (asks && plain * 10 >= words * 6
            || leads && (words < 4 && !inner.contains('(') || joins || has(&around, QUESTION))
            || tells && words > 3 && plain * 10 >= words * 7)
}

/// True for text with what only a line of a log has, or a reply: who is written to, a process, a code.
fn is_addressed(text: &str) -> bool {
    let reply = text.as_bytes().first_chunk::<4>();
    text.contains("=<")
        || text.contains("]:")
        || text.contains(" said: ")
        || reply.is_some_and(|[class, more @ .., mark]| {
            (b'2'..=b'5').contains(class) && more.iter().all(u8::is_ascii_digit) && b" -".contains(mark)
        })
}

/// True where whatever tells of trouble stands in quotes or brackets, in a sentence that somebody wrote around it: `no user
/// can log in, roundcube says "Connection to storage server failed"`. A program puts its own words first.
fn retells(text: &str) -> bool {
    const MARKS: &[(char, char)] =
        &[('"', '"'), ('\u{201c}', '\u{201d}'), ('\u{201e}', '\u{201c}'), ('(', ')')];
    let mut around = String::new();
    let mut rest = text;
    while let Some((at, close)) =
        MARKS.iter().filter_map(|(open, close)| Some((rest.find(*open)?, *close))).min_by_key(|(at, _)| *at)
    {
        around.push_str(&rest[..at]);
        let inner = rest[at..].chars().next().map_or(rest.len(), |open| at + open.len_utf8());
        let Some(end) = rest[inner..].find(close) else { break };
        rest = &rest[inner + end + close.len_utf8()..];
    }
    let quotes = rest.len() < text.len();
    around.push_str(rest);
    let (words, plain) = (words(&around), plain(&around));
    quotes && words > 4 && plain * 10 >= words * 8 && !is_trouble(&around)
}

/// True where somebody passes on what somebody else saw, and quotes it.
fn reports(text: &str) -> bool {
    let before = text.split_once(['"', '\u{201c}', '\u{201e}', '\u{ab}']).map(|(before, _)| before);
    let last = before.and_then(|before| before.split_whitespace().next_back());
    last.is_some_and(|word| REPORTS.contains(&bare(word).to_lowercase().as_str()))
}

/// True for text with one of these words.
fn has(text: &str, list: &[&str]) -> bool {
    many(text, list) > 0
}

/// How many words of a text are among these.
fn many(text: &str, list: &[&str]) -> usize {
    let among = |word: &&str| {
        let word = bare(word).to_lowercase().replace('\u{2019}', "'");
        list.contains(&word.strip_suffix("'s").unwrap_or(&word)) || list.contains(&word.as_str())
    };
    text.split_whitespace().filter(among).count()
}

/// True for text with the marks of what programs write: values, numbers of processes, replies.
fn is_told(text: &str) -> bool {
    is_addressed(text) || text.contains("status=")
}

fn is_trouble(text: &str) -> bool {
    let text = text.to_lowercase();
    TROUBLE.iter().any(|word| text.contains(word))
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// How many words are nothing but letters, with the marks of a sentence around them.
fn plain(text: &str) -> usize {
    let marks = |letter: char| ".,;:!?()\"'*_`\u{2019}\u{201c}\u{201d}".contains(letter);
    let letters = |word: &str| {
        !word.is_empty()
            && word.chars().all(|letter| letter.is_alphabetic() || "'-/._\u{2019}".contains(letter))
    };
    text.split_whitespace().filter(|word| letters(word.trim_matches(marks))).count()
}

#[cfg(test)]
mod tests {
    use super::{goes_on, is};

    #[test]
    fn what_people_write_is_no_log() {
        for line in [
            "Hi all,",
            "I have a problem with my mail server, it says connection refused.",
            "Here is the relevant part of the log:",
            "smtp/current, customer \"can't send to outside, internal mail works\":",
            "cPanel user, sender got \"Mailbox is full / Blocks limit exceeded\"",
            "**Logs**:",
            "My main.cf:",
            "## What happened",
            "---",
            "```",
            "[...]",
            "Thanks in advance!",
            "Hallo zusammen, ich habe ein Problem.",
            "# postconf -n",
            "root@mx:~# tail -f /var/log/mail.log",
            "sudo systemctl restart postfix",
            "smtpd_recipient_restrictions = permit_mynetworks, reject",
            "mydestination =",
            "mail_location=maildir:~/Maildir",
            "  -o smtpd_tls_wrappermode=yes",
            "smtps     inet  n       -       y       -       -       smtpd",
            "service auth {",
            "unix_listener /var/spool/postfix/private/auth {",
            "}",
            "> What does that mean for you?",
            "Hello anna@shop.example,",
            "---------- Forwarded message ---------",
            "    at SMTPConnection._formatError (/srv/project/lib/smtp-connection.js:466:15)",
            "    raise SMTPAuthenticationError(code, resp)",
            "    raise last_exception",
            "    (code, resp) = self.auth(",
            "    self.sock = context.wrap_socket(self.sock,",
            "client.Connect (\"mail.shop.example\", 587, SecureSocketOptions.StartTls);",
            "    \"code\": 422,",
            "    [errors] => Array",
            "app/mailers/application_mailer.rb:14:in `deliver_safely'",
            " at /usr/local/bin/report.pl line 88.",
            "goroutine 1 [running]:",
            "More details here: https://shop.example/help",
            "[Retry] [Enter New Password] [Cancel]",
            "nothing works since noon, no user can sign in, webmail says \"Connection to storage server failed\" (Debian 12)",
            "seit gestern kommt hier keiner mehr an die Mails (Timeout), von zu Hause geht alles.",
            "They still wait for it!",
            "The buyer swears she paid and our log says status=sent, but kasse@ has nothing. Where is it??",
            "is this why anna can't see the mail?",
            "no mail out since the update last night, no errors anywhere!",
            "Since Monday ALL the spam comes straight into everyone's inbox",
            "\"they say they got the same bill twice now, please make it stop\"",
            "but:",
            "and then in the bounce:",
            "After dist-upgrade (Debian 12 -> 13):",
            "-- from the server:",
            "dovecot says no space but there is plenty?!",
            "mail to kasse@shop.example from outside works",
            "partner says nothing came. what is wrong with this session?",
            "(java updated from 8u281 to 8u291 on Friday)",
            "7 colleagues share this mailbox in one office.",
            "iPhone:",
            "mail.log same time:",
            "and in /var/log/mail.log",
            "sending from the box itself to kasse@shop.example works fine.",
        ] {
            assert!(is(line.as_bytes()), "{line}");
        }
        assert!(goes_on(b"since the update to the new version and nothing else changed"));
    }

    #[test]
    fn what_a_program_may_have_written_is_left_alone() {
        for line in [
            "",
            "The connection was closed by the remote host.",
            "Unable to open the database.",
            "connect from unknown[192.0.2.1]",
            "did_0+0+1/",
            "session=<aBcD>",
            "rip=192.0.2.1, lip=192.0.2.2, TLS",
            "550 5.1.1 The user is unknown to me.",
            "to=<anna@shop.example>, relay=none, delay=3",
            "Error: the mailbox is locked.",
            "t=2026-05-25T09:32:17+0000 lvl=eror msg=\"Failed\"",
            "host mx.shop.example[192.0.2.1] said: 550 no",
            "dsn=2.0.0, status=sent (250 ok)",
            "Anti-virus engine started",
            "Sending reported an error (0x800CCC0D): \"Cannot find the e-mail server.\"",
            "Your message to anna couldn't be delivered (\"mailbox full\").",
            "postfix/smtpd[12]: I am here.",
            "lmtp(anna): Error: Permission denied (euid=5000)",
            "imap(anna)<12><aBc>: Disconnected: Logged out",
            "auth_worker(12): sql(anna): Password mismatch (given password)",
            "    \"message\": \"not allowed to send\",",
            "    [message] => SMTP Error: could not connect",
            "the server is unavailable, please try again later",
            "temporarily delayed because we do not like you status=deferred (go away)",
        ] {
            assert!(!is(line.as_bytes()), "{line}");
        }
        assert!(!goes_on(b"relay=none, delay=3, the rest"));
    }
}
