//! Writing stamps changes nothing but the labels at the start of lines.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maillens::Zone;

fuzz_target!(|bytes: &[u8]| {
    let written = maillens::report::stamps(bytes, &Zone::utc());
    let (mut own, mut new) = (bytes.split(|&byte| byte == b'\n'), written.split(|&byte| byte == b'\n'));
    for (own, new) in own.by_ref().zip(new.by_ref()) {
        assert!(own == new || own[0] == b'@' && new.ends_with(&own[25..]));
    }
    assert!(own.next().is_none() && new.next().is_none());
});
