//! The same bytes give the same report in whatever pieces they come. The first byte is the length of
//! every piece but the last.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maillens::{Log, Reader};

fuzz_target!(|bytes: &[u8]| {
    let Some((&size, bytes)) = bytes.split_first() else { return };
    let mut reader = Reader::new(maillens_fuzz::settings());
    for piece in bytes.chunks(usize::from(size.max(1))) {
        assert!(reader.push(piece).is_ok());
    }
    assert_eq!(reader.finish().report(), Log::read(bytes, maillens_fuzz::settings()).report());
});
