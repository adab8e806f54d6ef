//! What stands around a log in a ticket: the command that was typed, the marks of grep, tail and
//! less, fences around quoted text, "[...]" for what somebody left out.
//!
//! Nothing of this is a log line, and none tells of a message or a session. But the marks say what the paste
//! is: grep shows only some lines, so the others are missing. What journalctl says of the journal itself is in
//! `syslog.rs`.

use super::{Field, Format, Part, Pattern, Place, Role, Shape, Sign, Word, field, line, word};
use crate::vocabulary::Level::Warning;
use crate::vocabulary::TraceType::Connection;

/// What stands around a log in a ticket.
pub static FORMAT: Format = Format {
    id: "ticket",
    title: "what a terminal or a ticket adds to a log",
    found_in: &["a terminal, a ticket"],
    sources: &[
        "GNU coreutils 9.4 tail.c, head.c",
        "GNU grep 3.11 grep.c",
        "gzip 1.13 zgrep",
        "less 643 prompt.c, output.c",
        "systemd 255 journalctl.c",
        "CommonMark 0.31 fenced code blocks",
    ],
    place: Place::Document(Connection),
    realm: "ticket",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Anywhere but in the text of a mail.
const AROUND: &[Part] =
    &[Part::Outside, Part::Rows, Part::Closed, Part::Talk, Part::Calling, Part::Certificate];

const FIELDS: &[Field] = &[
    field("prompt", Role::Keyword, "The prompt of the terminal.").shape(Shape::Prompt),
    field("tool", Role::Program, "The program that was started.").shape(Shape::Name),
    field("command", Role::Text, "The command that was typed."),
    field("arguments", Role::Text, "What the program was asked for."),
    field("secret", Role::Password, "A password.").shape(Shape::Word),
    field("before", Role::Text, "What stands before the password."),
    field("after", Role::Text, "What stands after the password."),
    field("file", Role::Path, "The file."),
    field("words", Role::Text, "What the program was asked for."),
    field("language", Role::Text, "How the text between the fences is written.").shape(Shape::Name),
    field("since", Role::Time, "When that was.").shape(Shape::Text),
    field("first", Role::Count, "The first line that is shown."),
    field("last", Role::Count, "The last line that is shown."),
    field("share", Role::Text, "How far down the file this is."),
    field("error", Role::Text, "What the program said."),
    field("user", Role::User, "The system user.").shape(Shape::Word),
    field("host", Role::Host, "The server.").shape(Shape::Text),
    field("columns", Role::Text, "The names of the columns."),
];

const WORDS: &[Word] = &[word("sudo", "Runs the command as root.")];

/// A line that stands around a log.
const fn around(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template).says(says).within(AROUND)
}

/// A sign that lines are missing.
const fn gap(id: &'static str, template: &'static str) -> Pattern {
    around(id, template, "Someone left lines out here: what happened in between is missing.")
}

/// A fence around quoted text.
const fn fence(id: &'static str, template: &'static str) -> Pattern {
    around(id, template, "A fence: it marks where quoted text begins or ends.")
}

/// A tool that shows only some lines, with what that means for the paste.
const SOME: &str = "Someone asked for the lines that hold a certain text: {arguments}. The other lines are missing, so parts of a story may be.";
const END: &str = "Someone asked for one end of a file: {arguments}. The rest of the file is missing.";
const WHOLE: &str = "Someone asked for a whole file: {arguments}.";
const JOURNAL: &str = "Someone asked the log of systemd for a part: {arguments}.";

const PATTERNS: &[Pattern] = &[
    // Commands.
    around("command", "{prompt}{command}", "Typed into the terminal: {command}.").loose().samples(&[
        "$ ls -la",
        "[root@mx ~]# systemctl status dovecot",
        "anna@web:~$ ssh mx",
        "root@web [~]# exim -bpc",
    ]),
    around("prompt", "{prompt}", "A prompt without a command.").samples(&["root@mx:~#", "[anna@mx ~]$"]),
    around("command-with-password", "{prompt}{before}-password {secret}{? {after}}", "Typed into the terminal, with a password.")
        .level(Warning)
        .loose()
        .samples(&["$ msmtp --user=anna --password geheim -t"]),
    around("log-in-test", "{prompt}{?sudo }doveadm auth {words} {secret}", "A login was tried on the server itself, with a password.")
        .level(Warning)
        .samples(&["# doveadm auth test anna@shop.example geheim"]),
    around("grep", "{prompt}{?sudo }{?z}{?e}{?f}grep {arguments}", SOME)
        .samples(&["[root@host ~]# grep 'a@b.example' /var/log/maillog", "$ zgrep -h qp /var/log/maillog*.gz | less"]),
    around("exigrep", "{prompt}{?sudo }exigrep {arguments}", "Someone asked for all lines of the messages that hold a certain text: {arguments}.")
        .samples(&["# exigrep a@b.example /var/log/exim_mainlog"]),
    around("tail", "{prompt}{?sudo }tail {arguments}", END).samples(&["$ tail -f /var/log/maillog"]),
    around("head", "{prompt}{?sudo }head {arguments}", END).samples(&["$ head -50 /var/log/maillog"]),
    around("cat", "{prompt}{?sudo }{?z}cat {arguments}", WHOLE)
        .samples(&["$ cat /var/log/send/current | tai64nlocal", "$ zcat maillog.1.gz"]),
    around("cat-and-grep", "{prompt}{?sudo }{?z}cat {words}grep {arguments}", SOME)
        .samples(&["$ cat /var/log/maillog | grep anna"]),
    around("journalctl", "{prompt}{?sudo }journalctl {arguments}", JOURNAL).samples(&["# journalctl -u postfix --since today"]),
    // The same without a prompt: only with what no sentence of a ticket has.
    around("bare-grep", "{?sudo }{?z}{?e}{?f}grep {words}/var/{arguments}", "Someone asked for the lines that hold a certain text. The other lines are missing, so parts of a story may be.")
        .samples(&["grep anna@shop.example /var/log/maillog"]),
    around("bare-exigrep", "{?sudo }exigrep {words}/var/{arguments}", "Someone asked for all lines of the messages that hold a certain text.")
        .samples(&["exigrep a@b.example /var/log/exim_mainlog"]),
    around("bare-tail", "{?sudo }tail {words}/var/{arguments}", "Someone asked for the end of a file. The rest of the file is missing.")
        .samples(&["tail -n 100 /var/log/maillog"]),
    around("bare-cat", "{?sudo }{?z}cat {words}/var/{arguments}", "Somebody asked for a file.").samples(&["cat /var/log/send/current | tai64nlocal"]),
    around("bare-journalctl", "{?sudo }journalctl -{arguments}", JOURNAL).samples(&["journalctl -u dovecot -n 50"]),
    // What tools write between the lines.
    around("divider", "--", "Lines between two hits of a search (grep) were left out here.").samples(&["--"]),
    around("file", "==> {file} <==", "The lines below are from {file}.").samples(&["==> /var/log/maillog <=="]),
    around("truncated", "tail: {file}: file truncated", "The log was emptied or cut while someone watched it: lines from before may be lost.")
        .level(Warning)
        .samples(&["tail: /var/log/maillog: file truncated"]),
    around("replaced", "tail: '{file}' has been replaced;{error}", "A new log file was begun while someone watched it, as log rotation does.")
        .samples(&["tail: '/var/log/maillog' has been replaced;  following new file"]),
    around("tail-says", "tail: {error}", "The program tail said: {error}.").samples(&["tail: cannot open '/var/log/maillog' for reading: Permission denied"]),
    around("grep-says", "{?z}{?e}{?f}grep: {error}", "The program grep said: {error}.").samples(&["grep: /var/log/maillog: Permission denied"]),
    around("cat-says", "{?z}cat: {error}", "The program cat said: {error}.").samples(&["cat: /var/log/maillog: No such file or directory"]),
    around("gzip-says", "gzip: {error}", "The program gzip said: {error}.").samples(&["gzip: maillog.1.gz: unexpected end of file"]),
    around("shell-says", "{?-}bash: {error}", "The shell said: {error}.").samples(&["-bash: tai64nlocal: command not found"]),
    around("binary", "Binary file {file} matches", "The program grep found the text and does not show it, because {file} holds bytes that are no text. With the option -a it does.")
        .level(Warning)
        .samples(&["Binary file /var/log/maillog matches"]),
    around("binary-now", "grep: {file}: binary file matches", "The program grep found the text and does not show it, because {file} holds bytes that are no text. With the option -a it does.")
        .level(Warning)
        .samples(&["grep: /var/log/maillog: binary file matches"]),
    around("password-asked", "[sudo] password for {user}:", "The terminal asked {user} for the own password, which it does not show.")
        .samples(&["[sudo] password for anna:"]),
    around("interrupted", "^C", "Somebody stopped the program with Ctrl and C.").samples(&["^C"]),
    // journalctl.
    around("not-all-groups", "      Users in groups {words} can see all messages.", "Who may see all lines.")
        .samples(&["      Users in groups 'adm', 'systemd-journal' can see all messages."]),
    around("not-all-quiet", "      Pass -q to turn off this notice.", "How to switch off the hint above.")
        .samples(&["      Pass -q to turn off this notice."]),
    // less and more.
    around("end", "(END)", "The end of what the program less showed.").samples(&["(END)"]),
    around("lines", "lines {first}-{last}", "The program less showed the lines {first} to {last}.").samples(&["lines 1-24"]),
    around("lines-of", "lines {first}-{last}/{share}", "The program less showed the lines {first} to {last}.").samples(&["lines 1-24/24 (END)", "lines 25-48/312 15%"]),
    around("lines-of-file", "{file} lines {first}-{last}/{share}", "The program less showed the lines {first} to {last} of {file}.")
        .samples(&["/var/log/maillog lines 1-24/312 7%"]),
    around("skipping", "...skipping...", "The program less jumped over lines here: they are missing.").samples(&["...skipping..."]),
    around("skipping-now", "…skipping…", "The program less jumped over lines here: they are missing.").samples(&["…skipping…"]),
    around("more", "--More--{share}", "The program more stopped here at the end of a page.").samples(&["--More--", "--More--(12%)"]),
    around("waiting", "Waiting for data... {words}", "The program less waited for more lines.").samples(&["Waiting for data... (interrupt to abort)"]),
    around("past-the-end", "~", "A row below the end of the file, as an editor shows it.").samples(&["~"]),
    // What people write into a log.
    gap("left-out", "[...]").samples(&["[...]"]),
    gap("left-out-round", "(...)").samples(&["(...)"]),
    gap("left-out-plain", "...").samples(&["..."]),
    gap("left-out-one", "…").samples(&["…"]),
    gap("left-out-in-brackets", "[…]").samples(&["[…]"]),
    gap("snip", "[snip]").samples(&["[snip]"]),
    gap("snip-angle", "<snip>").samples(&["<snip>"]),
    gap("snip-dashed", "--snip--").samples(&["--snip--"]),
    fence("fence", "```{?{language}}").samples(&["```", "```log"]),
    fence("fence-of-tildes", "~~~{?{language}}").samples(&["~~~"]),
    fence("code", "[{?/}code]").samples(&["[code]", "[/code]"]),
    fence("quote", "[{?/}quote]").samples(&["[quote]"]),
    fence("wiki-code", "{{code{?:{language}}}").samples(&["{code}", "{code:bash}"]),
    fence("wiki-plain", "{{noformat}").samples(&["{noformat}"]),
    fence("wiki-quote", "{{quote}").samples(&["{quote}"]),
    fence("html-plain", "<{?/}pre>").samples(&["<pre>", "</pre>"]),
    fence("html-code", "<{?/}code>").samples(&["<code>"]),
    around("heading", "\"time{columns}", "The names of the columns of a table.").samples(&["\"time\",\"message\"", "\"timestamp\",\"host\",\"message\""]),
    around("heading-collector", "\"@timestamp{columns}", "The names of the columns of a table.").samples(&["\"@timestamp\",\"message\""]),
    around("log-out", "logout", "Somebody left the server.").samples(&["logout"]),
    around("closed", "Connection to {host} closed.", "Somebody left the server {host}.").sign(Sign::Closed).samples(&["Connection to mx.shop.example closed."]),
    around("last-log-in", "Last login: {since} from {host}", "Somebody came to the server in a terminal.").samples(&["Last login: Sat Nov 21 18:55:01 2026 from 192.0.2.7"]),
];
