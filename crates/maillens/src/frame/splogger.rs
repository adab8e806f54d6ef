//! splogger, qmail's own way into syslog: the syslog tag, then seconds since 1970 with six digits after the point,
//! then what the program wrote: `qmail: 1591785816.273118 delivery 293: success: …`.

use super::{Cursor, Framed, stamp};
use crate::text::Span;

/// Takes splogger's number from the body that the other framing left. It is the time at which the line came to splogger,
/// so it is the better one; the process of the tag is splogger's own, and the same for every line.
pub(super) fn inside(line: &[u8], framed: &mut Framed) {
    let digits = |from: usize, to: usize| {
        framed.raw(line).get(from..to).is_some_and(|part| part.iter().all(u8::is_ascii_digit))
    };
    if framed.program.is_empty() || !digits(0, 1) {
        return;
    }
    let mut cursor = Cursor { line, at: framed.body as usize };
    if let Some(number) = stamp::unix(&mut cursor).filter(|number| number.digits >= 4) {
        framed.clock = framed.stamp.replace(number);
        framed.clock_at = framed.stamp_at;
        framed.stamp_at = Span::new(framed.body as usize, cursor.at);
        framed.pid = Span::default();
        cursor.eat(b' ');
        framed.body = cursor.at as u32;
    }
}
