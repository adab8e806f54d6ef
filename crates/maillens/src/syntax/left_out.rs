//! Values that people leave out of what they paste: `x.x.x.x`, `[hidden]`, `<ip>`, `XXX`, `203.0.113.xxx`, `***`.

/// A value that stands for one that was left out is no longer, in bytes.
const LONGEST: usize = 48;

/// Words that stand for an address.
const NAMES: &[&str] = &[
    "addr",
    "address",
    "anonymized",
    "censored",
    "deleted",
    "edited",
    "hidden",
    "hostip",
    "ip",
    "ipaddr",
    "ipaddress",
    "ipv4",
    "ipv6",
    "masked",
    "myip",
    "obfuscated",
    "omitted",
    "redacted",
    "removed",
    "sanitized",
    "snip",
    "snipped",
    "stripped",
    "yourip",
];

/// Words that say whose it is.
const WHOSE: &[&str] =
    &["client", "my", "private", "public", "remote", "sender", "server", "some", "the", "their", "your"];

/// The length of what stands in the place of an IP address at the start; 0 for none.
pub fn ip(input: &[u8]) -> usize {
    let near = &input[..input.len().min(LONGEST)];
    let symbols = symbols(near);
    if symbols > 0 {
        return symbols;
    }
    let close = match near.first() {
        Some(b'[') => Some(b']'),
        Some(b'<') => Some(b'>'),
        Some(b'{') => Some(b'}'),
        Some(b'(') => Some(b')'),
        _ => None,
    };
    if let Some(close) = close {
        let inside = near[1..].iter().take_while(|&&byte| word_byte(byte) || byte == b' ').count();
        let text = &near[1..=inside];
        return if near.get(inside + 1) == Some(&close) && (is_names(text) || is_covered(text)) {
            inside + 2
        } else {
            0
        };
    }
    let length = near.iter().take_while(|&&byte| word_byte(byte)).count();
    if near.get(length).is_some_and(|byte| b"/@=".contains(byte)) {
        return 0;
    }
    // What ends a sentence, or stands in front of a port, is no part of it.
    let ends = near[..length].iter().rev().take_while(|byte| b".:".contains(byte)).count();
    let colon =
        near[..length].iter().position(|byte| *byte == b':').filter(|at| is_port(&near[at + 1..length]));
    [colon, Some(length - ends)]
        .into_iter()
        .flatten()
        .find(|&end| end > 0 && is_left_out(&near[..end]))
        .unwrap_or(0)
}

/// True for what stands in the place of an IP address.
pub fn is_left_out(text: &[u8]) -> bool {
    let shouts = text.iter().all(|byte| byte.is_ascii_uppercase() || b"_-".contains(byte));
    let level = || [&b"DEBUG"[..], b"ERROR", b"INFO", b"NOTICE", b"WARN", b"WARNING"].contains(&text);
    !text.is_empty() && (shouts && text[0].is_ascii_uppercase() && !level() || is_said_so(text))
}

/// True for what can be nothing else: it's covered, or its words say that an address stood there.
pub fn is_said_so(text: &[u8]) -> bool {
    is_covered(text) || is_names(text) || !text.is_empty() && symbols(text) == text.len()
}

/// The length of marks at the start that are no word: `[...]`, `~`, `█████`, `•••`, and of the name of a variable: `%IP%`, `$IP`.
fn symbols(input: &[u8]) -> usize {
    const DOTS: &[&[u8]] = &[b"[...]", b"<...>", b"(...)", b"[\xe2\x80\xa6]", b"..."];
    const MARKS: &[&[u8]] = &[
        b"\xe2\x96\x88",
        b"\xe2\x96\x93",
        b"\xe2\x96\x92",
        b"\xe2\x96\x91",
        b"\xe2\x96\xa0",
        b"\xe2\x80\xa2",
        b"\xe2\x97\x8f",
        b"\xe2\x80\xa6",
        b"~",
        b"_",
    ];
    if let Some(dots) = DOTS.iter().find(|dots| input.starts_with(dots)) {
        return dots.len();
    }
    let word = |from: usize| {
        input[from..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count()
    };
    let variable = match input {
        [b'%', ..] => (1, &b"%"[..]),
        [b'$', b'{', ..] => (2, &b"}"[..]),
        [b'$', ..] => (1, &b""[..]),
        _ => {
            let mark = MARKS.iter().find(|mark| input.starts_with(mark)).copied().unwrap_or_default();
            let many = if mark.is_empty() {
                0
            } else {
                input.chunks(mark.len()).take_while(|of| of == &mark).count()
            };
            let length = many * mark.len();
            let ends = input.get(length).is_none_or(|next| !next.is_ascii_alphanumeric());
            return if ends { length } else { 0 };
        }
    };
    let (from, close) = variable;
    let end = from + word(from);
    let named = input[end..].starts_with(close) && is_names(&input[from..end]);
    if named { end + close.len() } else { 0 }
}

/// True for an IPv4 address of which some parts were left out, and some stand there: `203.0.113.xx`.
pub fn is_address(text: &str) -> bool {
    let octet = |part: &str| part.parse::<u8>().is_ok();
    let cover = |part: &str| {
        part.len() < 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic() && byte == part.as_bytes()[0])
    };
    let parts = || text.split('.').filter(|part| !part.is_empty());
    parts().count() == 4
        && text.split('.').count() == 4
        && parts().all(|part| octet(part) || cover(part))
        && parts().any(octet)
        && parts().any(cover)
}

fn word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"._-:*#?".contains(&byte)
}

fn is_port(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(u8::is_ascii_digit)
}

/// True for an address whose parts, some or all, are covered: `x.x.x.x`, `203.0.113.xxx`, `2001:db8:****`, `***`, `a.b.c.d`.
fn is_covered(text: &[u8]) -> bool {
    let parts = || text.split(|byte| matches!(byte, b'.' | b':'));
    let many = parts().count();
    let cover = |part: &[u8]| match part {
        _ if is_names(part) || part.eq_ignore_ascii_case(b"my") => true,
        [first, rest @ ..] => {
            let same = rest.iter().all(|byte| byte.eq_ignore_ascii_case(first));
            same && (b"*#?xXyYzZnN-".contains(first) || many == 4 && first.is_ascii_alphabetic())
        }
        [] => false,
    };
    let number = |part: &[u8]| part.len() <= 4 && part.iter().all(u8::is_ascii_hexdigit);
    let least = if text.contains(&b'*') { 1 } else { 3 };
    let alone = || many == 1 && text.len() > 1 && cover(text);
    let several = || many >= 4.min(least + 1) && parts().any(cover);
    // Most texts are no address: a part that is neither says so first.
    parts().all(|part| number(part) || cover(part)) && (alone() || several())
}

/// True for names alone, each of which stands for an address: `my-ip`, `CLIENT_IP`, `ip address`.
fn is_names(text: &[u8]) -> bool {
    if !text.iter().any(u8::is_ascii_alphabetic) {
        return false;
    }
    let words = || text.split(|byte| matches!(byte, b'_' | b'-' | b' ')).filter(|word| !word.is_empty());
    let among =
        |names: &[&str], word: &[u8]| names.iter().any(|name| name.as_bytes().eq_ignore_ascii_case(word));
    let number = |word: &[u8]| word.len() == 1 && word[0].is_ascii_digit();
    // Some spell it with dots, so that it looks like an address: `my.ip.add.ress`.
    let spelled = || {
        let letters: Vec<u8> =
            text.iter().filter(|byte| **byte != b'.').map(u8::to_ascii_lowercase).collect();
        NAMES
            .iter()
            .filter_map(|name| letters.strip_suffix(name.as_bytes()))
            .any(|whose| whose.is_empty() || among(WHOSE, whose))
    };
    let is_short = text.len() <= LONGEST;
    is_short && text.contains(&b'.') && spelled()
        || words().any(|word| among(NAMES, word))
            && words().all(|word| among(NAMES, word) || among(WHOSE, word) || number(word))
}

#[cfg(test)]
mod tests {
    use super::ip;

    #[test]
    fn what_people_put_in_the_place_of_an_address_is_known() {
        for (input, want) in [
            ("xx.xxx.xxx.xx]", "xx.xxx.xxx.xx"),
            ("x.x.x.x, lip=", "x.x.x.x"),
            ("203.0.113.xxx]", "203.0.113.xxx"),
            ("203.0.113.*:25", "203.0.113.*"),
            ("a.b.c.d]", "a.b.c.d"),
            ("X]:17308 to", "X"),
            ("CENSCORED]", "CENSCORED"),
            ("***]", "***"),
            ("***.***.***.***]", "***.***.***.***"),
            ("[hidden]]", "[hidden]"),
            ("<ip>, lip", "<ip>"),
            ("<my ip>, lip", "<my ip>"),
            ("MY_IP]", "MY_IP"),
            ("ip-address]", "ip-address"),
            ("XXX:25", "XXX"),
            ("2001:db8:xxxx::x]", "2001:db8:xxxx::x"),
            ("2001:db8:xxxx:x]", "2001:db8:xxxx:x"),
            ("my.ip.add.ress]", "my.ip.add.ress"),
            ("ipv6:ipv6:2001:db8::2]:24", "ipv6:ipv6:2001:db8::2"),
            ("[...], lip", "[...]"),
            ("~, lip", "~"),
            ("\u{2588}\u{2588}\u{2588}, lip", "\u{2588}\u{2588}\u{2588}"),
            ("\u{2022}\u{2022}]", "\u{2022}\u{2022}"),
            ("%IP%, lip", "%IP%"),
            ("$IP, lip", "$IP"),
            ("<REMOVED>, lip", "<REMOVED>"),
            ("<client-ip>, lip", "<client-ip>"),
            ("$HOME]", ""),
            ("mail.shop.co.uk]", ""),
            ("unknown]", ""),
            ("localhost]", ""),
            ("private/dovecot-lmtp]", ""),
            ("<>", ""),
            ("]", ""),
        ] {
            assert_eq!(String::from_utf8_lossy(&input.as_bytes()[..ip(input.as_bytes())]), want, "{input}");
        }
    }
}
