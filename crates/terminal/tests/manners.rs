//! The program as its users call it.

use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const FAILED: &str = "\
@4000000064c13b1d36a8d2f4 info msg 330: bytes 2418 from <orders@spareparts.example> qp 5301 uid 108
@4000000064c13b1d3745cd1c starting delivery 381: msg 330 to remote ana@client.example
@4000000064c13b1e14a2f05c delivery 381: failure: 192.0.2.25_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.25./
@4000000064c13b1e1541812c end msg 330
";
const DELIVERED: &str = "\
@4000000064c13c1d36a8d2f4 info msg 340: bytes 1200 from <orders@spareparts.example> qp 5401 uid 108
@4000000064c13c1d3745cd1c starting delivery 391: msg 340 to remote ben@client.example
@4000000064c13c1e14a2f05c delivery 391: success: 192.0.2.25_accepted_message./Remote_host_said:_250_2.0.0_Ok/
@4000000064c13c1e1541812c end msg 340
";

/// Runs the program with this on its standard input.
fn run(args: &[&OsStr], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_maillens"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Where it does not read, it may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn call(args: &[&str], input: &[u8]) -> (i32, String, String) {
    let args: Vec<&OsStr> = args.iter().map(OsStr::new).collect();
    let output = run(&args, input);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

/// A file of this name and content, in a folder of its own.
fn file(name: impl AsRef<OsStr>, content: &[u8]) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("maillens-manners-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name.as_ref());
    std::fs::write(&path, content).unwrap();
    path
}

fn gzip(content: &str) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(content.as_bytes()).unwrap();
    gzip.finish().unwrap()
}

#[test]
fn help_stands_anywhere() {
    for args in [&["-h"][..], &["--help"], &["--format", "json", "--help"], &["current", "-h"]] {
        let (code, out, _) = call(args, b"");
        assert_eq!(code, 0, "{args:?}");
        assert!(out.contains("--voice"), "{args:?}: {out}");
    }
    assert!(call(&["--help"], b"").1.contains("from:"), "the terms of --search");
}

#[test]
fn an_option_that_is_wrong_is_named_with_what_was_meant() {
    let (code, _, why) = call(&["--formt", "json"], b"");
    assert_eq!(code, 2);
    assert!(why.contains("--format"), "{why}");
    let (code, _, why) = call(&["--format", "yaml"], b"");
    assert_eq!(code, 2);
    assert!(why.contains("yaml") && why.contains("markdown"), "{why}");
    assert_eq!(call(&["--zone", "Nowhere/Land"], b"").0, 2);
    assert_eq!(call(&["--search", "/[/"], b"").0, 2);
    assert_eq!(call(&["no-such-file"], b"").0, 2);
}

#[test]
fn values_stand_behind_an_equals_sign_too_and_a_dash_is_standard_input() {
    let (code, out, _) = call(&["--format=json", "-"], FAILED.as_bytes());
    assert_eq!(code, 0);
    assert!(out.starts_with('{'));
}

#[test]
fn what_is_read_is_known_by_its_first_bytes() {
    let plain = call(&["--format", "csv"], FAILED.as_bytes()).1;
    let packed = file("current", &gzip(FAILED));
    assert_eq!(call(&["--format", "csv", packed.to_str().unwrap()], b"").1, plain);
    assert_eq!(call(&["--format", "csv"], &gzip(FAILED)).1, plain);
    for (first, what) in [(&b"PK\x03\x04..."[..], "zip"), (b"\x89PNG\r\n", "picture"), (b"%PDF-1.7", "PDF")] {
        let (code, out, why) = call(&[], first);
        assert_eq!((code, out.as_str()), (2, ""), "{what}");
        assert!(why.contains(what), "{why}");
    }
}

#[test]
fn files_are_read_in_the_order_of_their_times() {
    let (old, new) = (file("send.1", FAILED.as_bytes()), file("send.0", DELIVERED.as_bytes()));
    let both = |first: &PathBuf, second: &PathBuf| {
        call(&["--format", "csv", first.to_str().unwrap(), second.to_str().unwrap()], b"").1
    };
    assert_eq!(both(&new, &old), both(&old, &new));
}

#[cfg(unix)]
#[test]
fn a_file_may_have_any_name() {
    use std::os::unix::ffi::OsStrExt;
    let odd = file(OsStr::from_bytes(b"send-\xff.log"), FAILED.as_bytes());
    assert_eq!(run(&[odd.as_os_str()], b"").status.code(), Some(0));
    let dashed = file("--format", FAILED.as_bytes());
    let output = Command::new(env!("CARGO_BIN_EXE_maillens"))
        .current_dir(dashed.parent().unwrap())
        .args(["--", "--format"])
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("ana@client.example"));
}

#[test]
fn a_check_says_by_its_exit_status_whether_somebody_must_act() {
    assert_eq!(call(&["--check"], FAILED.as_bytes()).0, 1);
    assert_eq!(call(&["--check"], DELIVERED.as_bytes()).0, 0);
    assert_eq!(call(&[], FAILED.as_bytes()).0, 0);
}

#[test]
fn the_customer_gets_an_email_without_a_format() {
    let (_, out, _) = call(&["--voice", "customer"], FAILED.as_bytes());
    assert!(out.contains("ana@client.example") && !out.contains("550 5.1.1"), "{out}");
}

#[test]
fn completions_and_the_manual_are_printed() {
    assert!(call(&["completions", "bash"], b"").1.contains("complete"));
    assert!(call(&["man"], b"").1.contains(".TH maillens"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_no_panic() {
    let full = || std::fs::File::options().write(true).open("/dev/full").unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_maillens"))
        .stdin(Stdio::piped())
        .stdout(full())
        .stderr(full())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(FAILED.as_bytes()).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(2));
}

#[cfg(target_os = "linux")]
#[test]
fn a_closed_output_is_an_error() {
    for args in ["/dev/null", "--help", "man", "completions bash", "--format jsonl /dev/null"] {
        let command = format!("{} {args} >&-", env!("CARGO_BIN_EXE_maillens"));
        let called = Command::new("sh").args(["-c", &command]).output().unwrap();
        assert_eq!(called.status.code(), Some(2), "{args}");
        assert!(String::from_utf8_lossy(&called.stderr).contains("closed"), "{args}");
    }
    let open =
        Command::new(env!("CARGO_BIN_EXE_maillens")).arg("--help").stdout(Stdio::null()).status().unwrap();
    assert!(open.success());
}

#[test]
fn pictures_and_names_of_files_do_no_harm() {
    for head in [
        &b"RIFF\x24\0\0\0WEBPVP8 "[..],
        b"\0\0\0\x18ftypheic",
        b"\0\0\0\x20ftypavif",
        b"BM\x36\0\0\0\0\0\0\0\x36",
        b"II*\0\x08",
        b"MM\0*\0",
    ] {
        let (code, out, said) = call(&[], head);
        assert!(code == 2 && out.is_empty() && said.contains("picture"), "{head:?}: {said}");
    }
    let (code, _, said) = call(&["\x1b[31mnope"], b"");
    assert!(code == 2 && !said.contains('\x1b'), "{said:?}");
}

#[test]
fn a_selection_holds_only_what_belongs_to_it() {
    let log = format!("{FAILED}{DELIVERED}of nobody: orders@spareparts.example\n");
    let formats = ["text", "json", "summary", "overview", "stamps", "markdown", "html", "csv"];
    for chosen in [&["--trace", "340"][..], &["--search", "to:ben@client.example"]] {
        for (format, redact) in formats.into_iter().flat_map(|format| [(format, false), (format, true)]) {
            let mut args = [chosen, &["--format", format]].concat();
            args.extend(redact.then_some("--redact"));
            let (code, out, _) = call(&args, log.as_bytes());
            assert_eq!(code, 0, "{args:?}: {out}");
            for other in ["330", "ana@client", "User unknown", "User_unknown", "of nobody", "5301"] {
                assert!(!out.contains(other), "{args:?}: {other} in {out}");
            }
            let own = match format {
                "summary" => out.contains("\"lines\":4"),
                "overview" => !out.contains("\"failed\":1"),
                _ => out.contains("delivered") || out.contains("accepted") || out.contains("success"),
            };
            assert!(own, "{args:?}: {out}");
        }
        for voice in ["customer", "chat", "forward", "engineer"] {
            let (_, out, _) = call(&[chosen, &["--voice", voice]].concat(), log.as_bytes());
            assert!(!out.contains("ana@client") && !out.contains("of nobody"), "{voice}: {out}");
        }
    }
}

/// Two customers whose failures one sentence or one event tells.
const SHARED: &[(&str, &[&str])] = &[
    (
        "Nov 21 19:01:00 mx dovecot: imap-login: Disconnected (auth failed, 3 attempts in 6 secs): user=<otto@kunde1.example>, method=PLAIN, rip=192.0.2.77, lip=192.0.2.1, session=<s1>\n\
         Nov 21 19:01:01 mx dovecot: imap-login: Disconnected (auth failed, 3 attempts in 6 secs): user=<paula@kunde2.example>, method=PLAIN, rip=192.0.2.77, lip=192.0.2.1, session=<s2>\n",
        &["s1"],
    ),
    (
        "Nov 21 19:01:00 mx vpopmail[5448]: vchkpw-pop3: password fail otto@kunde1.example:192.0.2.77\n\
         Nov 21 19:01:01 mx vpopmail[5449]: vchkpw-pop3: password fail paula@kunde2.example:192.0.2.77\n\
         Nov 21 19:01:05 mx vpopmail[5450]: vchkpw-pop3: password fail paula@kunde2.example:192.0.2.77\n",
        &[],
    ),
    (
        "2026-11-21 19:05:29 login authenticator failed for (x) [192.0.2.7]: 535 Incorrect authentication data (set_id=otto@kunde1.example)\n\
         2026-11-21 19:05:30 login authenticator failed for (x) [192.0.2.7]: 535 Incorrect authentication data (set_id=paula@kunde2.example)\n",
        &[],
    ),
];

#[test]
fn what_is_told_of_one_customer_holds_nothing_of_another() {
    let formats = ["text", "json", "jsonl", "overview", "stamps", "markdown", "html", "csv"];
    for (log, ids) in SHARED {
        for chosen in [["--search", "user:otto"]].into_iter().chain(ids.iter().map(|id| ["--trace", id])) {
            for format in formats {
                let args = [&chosen[..], &["--format", format]].concat();
                let (code, out, said) = call(&args, log.as_bytes());
                assert_eq!(code, 0, "{args:?}: {said}");
                assert!(!out.contains("paula") && !out.contains("kunde2"), "{args:?}: {out}");
                let named = out.contains("otto") || ["overview", "csv"].contains(&format);
                assert!(named, "{args:?}: {out}");
            }
            let args = [&chosen[..], &["--redact", "--format", "html"]].concat();
            let (_, out, said) = call(&args, log.as_bytes());
            assert!(!out.contains("person2") && !out.contains("kunde"), "{args:?}: {said}{out}");
            for voice in ["customer", "chat", "forward"] {
                let (_, out, _) = call(&[&chosen[..], &["--voice", voice]].concat(), log.as_bytes());
                assert!(!out.contains("paula") && !out.contains("kunde2"), "{chosen:?} {voice}: {out}");
            }
        }
    }
    // What others' lines show is still told.
    let (_, out, _) = call(&["--trace", "s1"], SHARED[0].0.as_bytes());
    assert!(out.contains("1st of 2 failed attempts"), "{out}");
}

#[test]
fn a_selection_that_finds_nothing_says_so_and_one_that_cannot_be_is_refused() {
    for args in [&["--trace", "999"][..], &["--search", "nothing-of-this", "--format", "json"]] {
        let (code, out, said) = call(args, FAILED.as_bytes());
        assert!(code == 0 && said.contains("nothing in the log matches"), "{code} {said}");
        assert!(!out.contains("ana@client"), "{out}");
    }
    let (code, out, said) = call(&["--format", "reason", "--trace", "330"], b"550 5.1.1 no");
    assert!(code == 2 && out.is_empty() && said.contains("--trace"), "{code} {said}");
}

#[test]
fn words_that_redaction_keeps_are_named() {
    let log = "Nov 21 19:05:29 mx dovecot: imap-login: Login: user=<info>, method=PLAIN, rip=192.0.2.7, lip=192.0.2.25, mpid=4\n";
    let (code, out, said) = call(&["--redact"], log.as_bytes());
    assert!(code == 0 && said.contains("info") && !out.contains("info"), "{said}\n{out}");
}

#[test]
fn words_that_may_be_names_are_told_and_replaced_where_asked() {
    let log = "Nov 21 19:05:29 mx zwettlermail[7]: the box of OBERHUBER is full\n";
    let (code, out, said) = call(&["--redact", "--format", "stamps"], log.as_bytes());
    assert!(code == 0 && said.contains("OBERHUBER") && out.contains("OBERHUBER"), "{said}\n{out}");
    let args = ["--redact", "--also", "oberhuber", "--format", "stamps"];
    let (code, out, said) = call(&args, log.as_bytes());
    assert!(code == 0 && !said.contains("OBERHUBER") && !out.contains("OBERHUBER"), "{said}\n{out}");
    assert_eq!(call(&["--also", "oberhuber"], log.as_bytes()).0, 2);
}

#[test]
fn colors_and_links_are_for_terminals() {
    let plain = call(&[], FAILED.as_bytes()).1;
    assert!(!plain.contains('\x1b'), "{plain:?}");
    let with = |variables: &[(&str, &str)]| {
        let path = file("colors", FAILED.as_bytes());
        let variables = variables.iter().copied();
        let output = Command::new(env!("CARGO_BIN_EXE_maillens")).envs(variables).arg(path).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(with(&[("CLICOLOR_FORCE", "1")]).contains("\x1b[31m"));
    assert_eq!(with(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]), plain);
    assert_eq!(with(&[("FORCE_HYPERLINK", "1")]), plain);
}

/// What the program writes on a terminal of this width.
#[cfg(target_os = "linux")]
fn on_a_terminal(width: u32, before: &str) -> Option<String> {
    let path = file("terminal", format!("{FAILED}{LINK}").as_bytes());
    let command = format!(
        "stty cols {width} rows 24; {before} TERM=xterm-256color {} {}",
        env!("CARGO_BIN_EXE_maillens"),
        path.display()
    );
    // `script`, of util-linux, makes a terminal.
    let ran = Command::new("script").args(["-qec", &command, "/dev/null"]).stdin(Stdio::null()).output();
    ran.ok().map(|output| String::from_utf8(output.stdout).unwrap().replace("\r\n", "\n"))
}

#[cfg(target_os = "linux")]
const LINK: &str = "\
Nov 21 19:05:29 mx postfix/smtp[95]: AB1: to=<ana@client.example>, relay=mx.client.example[198.51.100.25]:25, delay=1, delays=0/0/0/1, dsn=5.7.1, status=bounced (host mx.client.example[198.51.100.25] said: 550 5.7.1 Blocked, see https://postmaster.client.example/unblock?ip=192.0.2.7 (in reply to RCPT TO command))
";

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_colors_links_and_lines_of_its_width() {
    let Some(told) = on_a_terminal(60, "env -u NO_COLOR FORCE_HYPERLINK=1") else { return };
    let url = "https://postmaster.client.example/unblock?ip=192.0.2.7";
    assert!(told.contains("\x1b[1m"), "{told:?}");
    assert!(told.contains(&format!("\x1b]8;;{url}\x1b\\{url}\x1b]8;;\x1b\\")), "{told:?}");
    let Some(told) = on_a_terminal(60, "env NO_COLOR=1") else { return };
    assert!(!told.contains('\x1b'), "{told:?}");
    for line in told.lines() {
        let is_command = line.starts_with("    ") && !line.starts_with("     ");
        let is_word = line.trim().split(' ').count() == 1;
        assert!(line.chars().count() <= 60 || is_command || is_word, "{line:?}");
    }
}

#[test]
fn a_trace_is_a_line_and_so_says_the_whole_report() {
    let log = format!("{FAILED}{DELIVERED}");
    for more in [&[][..], &["--redact"]] {
        let lines = call(&[&["--format", "jsonl"], more].concat(), log.as_bytes()).1;
        let whole = call(&[&["--format", "json"], more].concat(), log.as_bytes()).1;
        let whole: serde_json::Value = serde_json::from_str(&whole).unwrap();
        let mut traces: Vec<serde_json::Value> =
            lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        for trace in &mut traces {
            let trace = trace.as_object_mut().unwrap();
            assert_eq!(trace.remove("schema").unwrap(), "maillens/1");
            assert_eq!(trace.remove("closed").unwrap(), "end");
        }
        traces.sort_by_key(|trace| trace["trace"].as_u64());
        assert_eq!(serde_json::Value::Array(traces), whole["traces"], "{more:?}");
    }
    let only = call(&["--format", "jsonl", "--search", "to:ben@client.example"], log.as_bytes()).1;
    assert_eq!(only.lines().count(), 1);
    assert!(only.contains("\"id\":\"340\""), "{only}");
    assert_eq!(call(&["--format", "jsonl", "--check"], log.as_bytes()).0, 1);
    assert_eq!(call(&["--format", "jsonl", "--check"], DELIVERED.as_bytes()).0, 0);
}

/// Runs the program, lets this happen, and gives what it wrote when so many lines were there.
fn followed(
    args: &[&OsStr],
    lines: usize,
    happens: impl FnOnce(&mut std::process::ChildStdin),
) -> Vec<String> {
    use std::io::BufRead;
    let mut child = Command::new(env!("CARGO_BIN_EXE_maillens"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let out = std::io::BufReader::new(child.stdout.take().unwrap());
    let mut input = child.stdin.take().unwrap();
    happens(&mut input);
    let told: Vec<String> = out.lines().take(lines).map(Result::unwrap).collect();
    child.kill().unwrap();
    child.wait().unwrap();
    told
}

/// Something comes a little later than the program begins to wait for it.
fn later() {
    std::thread::sleep(std::time::Duration::from_millis(700));
}

#[test]
fn a_file_is_followed_through_its_rotation() {
    let (begin, end) = FAILED.split_at(FAILED.find("@4000000064c13b1e14").unwrap());
    let (path, old) = (file("followed", begin.as_bytes()), file("followed.0", b""));
    let args = ["--follow", "--format", "jsonl", path.to_str().unwrap()].map(OsStr::new);
    let told = followed(&args, 2, |_| {
        later();
        std::fs::File::options().append(true).open(&path).unwrap().write_all(end.as_bytes()).unwrap();
        later();
        std::fs::rename(&path, &old).unwrap();
        std::fs::write(&path, DELIVERED).unwrap();
    });
    let line = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let (first, second) = (line(&told[0]), line(&told[1]));
    assert_eq!((&first["id"], &first["outcome"]), (&"330".into(), &"failed".into()));
    assert_eq!((&first["first_line"], &first["last_line"]), (&1.into(), &4.into()));
    assert_eq!((&second["id"], &second["outcome"]), (&"340".into(), &"delivered".into()));
    assert_eq!((&second["first_line"], &second["trace"]), (&5.into(), &1.into()));
}

#[test]
fn standard_input_is_followed_and_an_event_is_told_at_once() {
    let told = followed(&["--follow"].map(OsStr::new), 2, |input| {
        input
            .write_all(b"Nov 20 01:00:00 mx postfix/master[80]: fatal: bind 0.0.0.0 port 25: Address already in use\n")
            .unwrap();
        later();
    });
    assert!(told[0].is_empty() && told[1].len() > 20, "{told:?}");
    let (code, out, _) = call(&["--follow"], FAILED.as_bytes());
    assert!(code == 0 && out.contains("ana@client.example"), "its end ends it: {out}");
    for (args, why) in [
        (&["--follow", "--format", "csv"][..], "jsonl"),
        (&["--follow", "--redact"], "--redact"),
        (&["--follow", "a", "b"], "one file"),
    ] {
        let (code, out, said) = call(args, b"");
        assert!(code == 2 && out.is_empty() && said.contains(why), "{said}");
    }
}

#[test]
fn a_folder_means_its_logs() {
    let folder = file("folder", b"").with_file_name("logs");
    std::fs::create_dir_all(folder.join("send")).unwrap();
    for (name, content) in [
        ("send/current", DELIVERED.as_bytes()),
        ("old.gz", &gzip(FAILED)),
        ("wtmp", b"\x07\0\0\0tty1\0"),
        ("picture", b"\x89PNG\r\n"),
        ("lock", b""),
        (".hidden", b"new msg 999\n"),
    ] {
        std::fs::write(folder.join(name), content).unwrap();
    }
    let (code, out, said) = call(&["--format", "csv", folder.to_str().unwrap()], b"");
    assert_eq!(out, call(&["--format", "csv"], format!("{FAILED}{DELIVERED}").as_bytes()).1);
    assert!(code == 0 && said.contains("wtmp") && said.contains("picture"), "{said}");
    assert!(!said.contains("lock") && !said.contains("hidden"), "{said}");
    let (code, out, said) = call(&[file("folder", b"").with_file_name("empty").to_str().unwrap()], b"");
    assert!(code == 2 && out.is_empty() && said.contains("empty"), "{said}");
}

#[test]
fn the_exit_status_is_documented() {
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/terminal.md")).unwrap();
    for text in [call(&["--help"], b"").1, call(&["man"], b"").1.replace("\\-", "-"), readme] {
        for part in ["Exit status", "0", "it ran", "1", "--check", "somebody must act", "2"] {
            assert!(text.contains(part), "{part} is missing in {text}");
        }
    }
}

/// A view as the page saves it, with these choices.
fn view(name: &str, shown: &str) -> PathBuf {
    let source = |name: &str, text: &str| format!("{{\"name\":\"{name}\",\"text\":{text:?}}}");
    let sources = [source("current", FAILED), source("next", DELIVERED)].join(",");
    let json = format!("{{\"schema\":\"maillens-view/1\",\"shown\":{{{shown}}},\"sources\":[{sources}]}}");
    file(name, json.as_bytes())
}

#[test]
fn a_view_is_opened_as_it_was_saved() {
    let both = view("both.json", "\"trace\":\"1\",\"times\":\"Asia/Tokyo\"");
    let (code, out, err) = call(&[both.to_str().unwrap()], b"");
    assert_eq!((code, err.as_str()), (0, ""));
    let (ana, ben) = (out.find("ana@client.example").unwrap(), out.find("ben@client.example").unwrap());
    assert!(ben < ana, "what the view shows comes first: {out}");
    assert!(out.contains("+09:00") || out.contains("JST") || out.contains("Tokyo"), "{out}");

    let found = view("found.json", "\"find\":\"to:ana\",\"language\":\"de\"");
    let path = found.to_str().unwrap();
    let (_, out, _) = call(&[path], b"");
    assert!(out.contains("ana@client.example") && !out.contains("ben@client.example"), "{out}");
    let (_, out, _) = call(&["--voice", "customer", path], b"");
    assert!(out.contains("Nicht zugestellt."), "{out}");
    // What is given goes first.
    let (_, out, _) = call(&["--search", "to:ben", "--voice", "customer", "--language", "en", path], b"");
    assert!(out.contains("ben@client.example") && !out.contains("Nicht zugestellt"), "{out}");
    // Whatever else is made of a log is made of a view.
    let (_, out, _) = call(&["--format", "jsonl", "--search", "", path], b"");
    assert_eq!(out.lines().count(), 2, "{out}");
}

#[test]
fn a_view_that_is_damaged_says_so() {
    let path = file("damaged.json", b"{\"schema\":\"maillens-view/1\",\"shown\":{");
    let (code, out, err) = call(&[path.to_str().unwrap()], b"");
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("damaged.json: this view of maillens is damaged"), "{err}");
}

#[cfg(feature = "parquet")]
#[test]
fn tables_need_a_folder_and_with_placeholders_hold_no_original() {
    let log = file("tables.log", FAILED.as_bytes());
    let (code, _, err) = call(&["--format", "parquet", log.to_str().unwrap()], b"");
    assert!(code == 2 && err.contains("--out"), "{err}");
    let out = log.with_file_name("tables");
    let folder = out.to_str().unwrap();
    let (code, said, err) =
        call(&["--format", "parquet", "--redact", "--out", folder, log.to_str().unwrap()], b"");
    assert_eq!((code, said.as_str(), err.as_str()), (0, "", ""));
    for table in ["attempts", "traces", "events"] {
        let bytes = std::fs::read(out.join(format!("{table}.parquet"))).unwrap();
        assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
        let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        assert!(!holds("client.example") && !holds("spareparts"), "{table}");
    }
}

#[test]
fn what_is_too_large_is_said_at_once() {
    let path = file("huge.log", b"");
    // It holds nothing, and takes no room on the disk.
    std::fs::File::options().write(true).open(&path).unwrap().set_len(5 << 30).unwrap();
    let (code, out, why) = call(&[&path.to_string_lossy()], b"");
    assert_eq!((code, out.as_str()), (2, ""));
    assert_eq!(why, "maillens: the log is larger than 4 GB; cut it down first, for example with grep\n");
}
