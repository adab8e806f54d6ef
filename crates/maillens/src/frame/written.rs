//! Date and time in front and no program: `tai64nlocal` output, Exim's own log, Dovecot's own log with
//! a year. Exim may add its offset and `[pid]`.

use super::{Cursor, Framed};
use crate::text::Span;
use crate::time::{Basis, Stamp, civil};

pub(super) fn frame(line: &[u8]) -> Option<Framed> {
    let mut cursor = Cursor::new(line);
    let year = cursor.number(4..=4)?;
    cursor.eat(b'-')?;
    let month = cursor.number(2..=2)?;
    cursor.eat(b'-')?;
    let day = cursor.number(2..=2)?;
    // An ISO stamp with `T` is syslog's: a host and a program follow it.
    cursor.eat(b' ')?;
    let [hour, minute, second] = cursor.clock()?;
    let seconds = civil(year.cast_signed(), month, day, hour, minute, second)?;
    let (nanos, digits) = cursor.fraction();
    let mut stamp = Stamp { seconds, nanos, digits, basis: Basis::Wall };
    let mut stamp_at = Span::new(0, cursor.at);
    let mut framed = Framed::default();
    if cursor.eat(b' ').is_some() {
        if let Some(offset) = cursor.offset() {
            stamp = Stamp { seconds: seconds - offset, basis: Basis::Exact, ..stamp };
            stamp_at = Span::new(0, cursor.at);
            cursor.eat(b' ');
        }
        framed.pid = pid(&mut cursor).unwrap_or_default();
    } else if cursor.peek().is_some() {
        return None;
    }
    Some(Framed { stamp: Some(stamp), stamp_at, body: cursor.at as u32, ..framed })
}

/// Exim's `[pid] ` after the stamp.
fn pid(cursor: &mut Cursor<'_>) -> Option<Span> {
    let start = cursor.at;
    let pid = cursor.eat(b'[').and_then(|()| {
        let pid = cursor.run(|byte| byte.is_ascii_digit())?;
        cursor.eat(b']')?;
        cursor.eat(b' ')?;
        Some(pid)
    });
    if pid.is_none() {
        cursor.at = start;
    }
    pid
}

/// Exim writes its own stamp into syslog, too. It names the year, so it is the better one.
pub(super) fn inside(line: &[u8], framed: &mut Framed) {
    if framed.program.of(line).starts_with(b"exim")
        && let Some(inner) = frame(&line[framed.body as usize..])
    {
        framed.stamp = inner.stamp;
        framed.stamp_at = inner.stamp_at.shifted(framed.body);
        framed.body += inner.body;
    }
}
