//! Any line has its parts inside it, and every place of its body is a place of the line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maillens::frame::frame;
use maillens::text::Span;

fuzz_target!(|line: &[u8]| {
    let framed = frame(line);
    let length = line.len() as u32;
    let spans = [
        framed.stamp_at,
        framed.host,
        framed.program,
        framed.pid,
        framed.user,
        framed.session,
        framed.client,
        framed.severity,
        framed.source,
        framed.folder,
    ];
    let inside = |span: &Span| span.start <= span.end && span.end <= length;
    assert!(spans.iter().all(inside), "{framed:?}");
    assert!(framed.body <= length && framed.tail <= length - framed.body, "{framed:?}");
    let body = framed.body(line);
    assert!(body.len() <= line.len());
    let mut last = framed.body;
    for at in 0..(body.len() as u32).min(200) {
        let place = framed.place(line, at);
        assert!(last <= place && place <= length - framed.tail);
        last = place;
    }
});
