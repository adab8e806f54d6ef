//! When a line was written: TAI64N labels, written stamps, zones, and what had to be assumed.

pub mod zone;
