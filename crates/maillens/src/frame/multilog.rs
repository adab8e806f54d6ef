//! multilog with `t`: a TAI64N label and one space.

use super::Framed;
use crate::text::Span;
use crate::time::{Basis, Stamp, tai64n};

pub(super) fn frame(line: &[u8]) -> Option<Framed> {
    let (seconds, nanos) = tai64n::label(line)?;
    let body = tai64n::LENGTH + usize::from(line.get(tai64n::LENGTH) == Some(&b' '));
    Some(Framed {
        stamp: Some(Stamp { seconds, nanos, digits: 9, basis: Basis::Exact }),
        stamp_at: Span::new(0, tai64n::LENGTH),
        body: body as u32,
        ..Framed::default()
    })
}
