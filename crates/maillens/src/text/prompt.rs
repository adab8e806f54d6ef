//! The prompt of a terminal: what stands in front of a command that somebody typed.

use memchr::memchr3_iter;

/// No prompt is longer than this many bytes.
const LONGEST: usize = 100;

/// The length of the prompt at the start of a line, with the space behind it; 0 for none. A bare `$` or `#`
/// also begins remarks and sums of money: `bare` says whether what follows one makes it a prompt.
fn length(line: &[u8], bare: fn(&[u8]) -> bool) -> usize {
    let near = &line[..line.len().min(LONGEST)];
    if let Some(length) = of_windows(near) {
        return length;
    }
    // Only the first mark with a space behind it counts: a command can hold others.
    let mut marks = memchr3_iter(b'$', b'#', b'%', near);
    let Some(at) = marks.find(|&at| near.get(at + 1).is_none_or(|next| *next == b' ')) else { return 0 };
    let end = (at + 2).min(line.len());
    let known = match near[..at].trim_ascii_end() {
        [] => at == 0 && line[0] != b'%' && bare(&line[end..]),
        [b'[', inside @ .., b']'] => inside.contains(&b'@'),
        head => is_named(head) || line[at] == b'#' && is_host(head) && is_typed(&line[end..]),
    };
    if known { end } else { 0 }
}

/// The length of the prompt in front of a command.
pub fn of_command(line: &[u8]) -> usize {
    length(line, |rest| {
        rest.first().is_some_and(|first| first.is_ascii_lowercase() || b"./~".contains(first))
    })
}

/// The length of the prompt in front of anything.
pub fn of_anything(line: &[u8]) -> usize {
    length(line, |rest| !rest.is_empty())
}

/// The name of a server alone, as the C shell has it in front.
fn is_host(head: &[u8]) -> bool {
    head.iter().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(byte))
}

/// True for what is surely a command: a tool's name with what it's asked for.
fn is_typed(rest: &[u8]) -> bool {
    rest.split(|byte| *byte == b' ').next().is_some_and(super::prose::is_tool)
}

/// `bash-5.1`, `anna@web:~`, `root@web [~]`, `anna@mac Desktop`, `web:/var/log`.
fn is_named(head: &[u8]) -> bool {
    let no_space = |part: &[u8]| part.iter().all(u8::is_ascii_graphic);
    if [&b"bash-"[..], b"-bash-", b"sh-"].iter().any(|shell| head.starts_with(shell)) {
        return no_space(head);
    }
    let name = head.iter().take_while(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(byte)).count();
    let (host, folder) = match head.get(name) {
        Some(b'@') => {
            let rest = &head[name + 1..];
            let host =
                rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || b".-".contains(byte)).count();
            (host, &rest[host..])
        }
        Some(b':') if matches!(head.get(name + 1), Some(b'~' | b'/')) => (1, &head[name..]),
        _ => return false,
    };
    name > 0 && host > 0 && matches!(folder, [b':' | b' ', rest @ ..] if no_space(rest))
}

/// `C:\Users\anna>` and `PS C:\>`.
fn of_windows(near: &[u8]) -> Option<usize> {
    let drive = usize::from(near.starts_with(b"PS ")) * 3;
    let is_drive =
        matches!(near.get(drive..drive + 3), Some([letter, b':', b'\\']) if letter.is_ascii_uppercase());
    let end = is_drive.then(|| near.iter().position(|byte| *byte == b'>')).flatten()? + 1;
    Some(end + usize::from(near.get(end) == Some(&b' ')))
}

#[cfg(test)]
mod tests {
    use super::{of_anything, of_command};

    #[test]
    fn a_prompt_ends_where_the_command_begins() {
        for (prompt, rest) in [
            ("$ ", "cat /var/log/maillog"),
            ("# ", "grep -F 'a# b' maillog"),
            ("[root@mx ~]# ", "grep a maillog | wc -l"),
            ("[anna@mx log]$ ", "tail -f maillog"),
            ("anna@web:~$ ", "ls"),
            ("root@web:/var/log# ", "./x $ "),
            ("root@web [~]# ", "exim -bp"),
            ("anna@mac Desktop % ", "ssh mx"),
            ("mx1:~ # ", "ls"),
            ("bash-5.1$ ", "ls"),
            ("vps# ", "doveadm user jan"),
            ("C:\\Users\\anna>", "telnet mx 25"),
            ("PS C:\\> ", "ls"),
            ("[root@mx ~]#", ""),
        ] {
            let line = format!("{prompt}{rest}");
            assert_eq!(of_command(line.as_bytes()), prompt.len(), "{line}");
        }
    }

    #[test]
    fn what_is_no_prompt_has_none() {
        for line in [
            "",
            "# ",
            "$ 20 were paid",
            "# Log of the server",
            "% done",
            "it costs 5$ more",
            "[1] # a",
            "a@b.example: it costs 5 $ more",
            "Nov 21 19:05:29 mx a[1]: b$ c",
            "mailto:anna@shop.example # a",
        ] {
            assert_eq!(of_command(line.as_bytes()), 0, "{line}");
        }
        assert_eq!(of_anything(b"$ 2026-11-21 19:05:29 a"), 2);
    }
}
