//! What containers put in front of a line: `name-1  | ` (docker compose), `[pod/name/container] `
//! (kubectl), and stamp, stream and flag (Kubernetes).

use super::{Cursor, Framed};
use crate::text::Span;

/// Where the line itself begins, with the stamp of the container's own logger.
pub(super) fn prefix(line: &[u8]) -> Option<Framed> {
    kubectl(line).or_else(|| compose(line)).or_else(|| cri(line))
}

pub(super) fn kubectl(line: &[u8]) -> Option<Framed> {
    if !line.starts_with(b"[pod/") {
        return None;
    }
    let end = memchr::memmem::find(line, b"] ")?;
    Some(Framed { body: end as u32 + 2, ..Framed::default() })
}

fn compose(line: &[u8]) -> Option<Framed> {
    let mut cursor = Cursor::new(line);
    let name = cursor.run(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))?.of(line);
    let number = name.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let numbered = number > 0 && number < name.len() && b"-_".contains(&name[name.len() - number - 1]);
    cursor.run(|byte| byte == b' ')?;
    cursor.eat(b'|')?;
    cursor.eat(b' ');
    numbered.then(|| Framed { body: cursor.at as u32, ..Framed::default() })
}

fn cri(line: &[u8]) -> Option<Framed> {
    let mut cursor = Cursor::new(line);
    let stamp = super::syslog::iso(&mut cursor)?;
    let stamp_at = Span::new(0, cursor.at);
    let rest = &line[cursor.at..];
    [&b" stdout F "[..], b" stderr F ", b" stdout P ", b" stderr P "]
        .iter()
        .find(|mark| rest.starts_with(mark))?;
    Some(Framed { stamp: Some(stamp), stamp_at, body: cursor.at as u32 + 10, ..Framed::default() })
}
