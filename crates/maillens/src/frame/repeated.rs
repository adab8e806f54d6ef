//! Repeats that a logger folded into one line: rsyslog's `message repeated 3 times: [ …]` and the tail
//! `[... logline repeated 8 times]` that `SpamAssassin` writes itself. The line inside is the body.

use super::Framed;

/// How many lines stand folded in this one, beside the one that it shows; 0 where none do.
pub(super) fn folded(line: &[u8], framed: &Framed) -> u32 {
    let before = &line[..(framed.body as usize).min(line.len())];
    let behind = &line[line.len().saturating_sub(framed.tail as usize)..];
    let number = |text: &[u8], lead: &[u8]| {
        let digits = &text[memchr::memmem::rfind(text, lead)? + lead.len()..];
        let end = digits.iter().position(|byte| !byte.is_ascii_digit())?;
        digits[end..]
            .starts_with(b" times")
            .then(|| std::str::from_utf8(&digits[..end]).ok()?.parse().ok())?
    };
    let told = number(before, b"message repeated ").map(|of: u32| of.saturating_sub(1));
    told.or_else(|| number(behind, b"[... logline repeated ")).unwrap_or(0)
}

/// Leaves the words about the repeats out of the body.
pub(super) fn unfold(line: &[u8], framed: &mut Framed) {
    let body = framed.raw(line);
    if let Some(after) = body.strip_prefix(b"message repeated ".as_slice()) {
        let digits = after.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let inside = after[digits..].strip_prefix(b" times: [".as_slice());
        if let Some(inside) = inside.filter(|inside| digits > 0 && inside.ends_with(b"]")) {
            let space = usize::from(inside.first() == Some(&b' '));
            framed.body += (body.len() - inside.len() + space) as u32;
            framed.tail += 1;
        }
    }
    let body = framed.raw(line);
    if body.ends_with(b" times]")
        && let Some(at) = memchr::memmem::rfind(body, b" [... logline repeated ")
    {
        framed.tail += (body.len() - at) as u32;
    }
}
