//! A zip of a few files, stored as they are: what is large in them is compressed already. No file has a time, so the same
//! files make the same bytes.

/// The zip of these files, by their names.
#[expect(clippy::cast_possible_truncation, reason = "a few files of a few megabytes")]
pub fn of(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let size = (content.len() as u32).to_le_bytes();
        // Version 2.0, no flags, stored, 1980-01-01 00:00, which is the earliest.
        let mut head = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        for part in [crc32(content).to_le_bytes(), size, size] {
            head.extend(part);
        }
        head.extend((name.len() as u16).to_le_bytes());
        head.extend([0, 0]);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&head);
        // No comment, the first disk, a text or not: nobody asks; where it begins.
        directory.extend([0; 10]);
        directory.extend((zip.len() as u32).to_le_bytes());
        directory.extend(name.bytes());
        zip.extend(b"PK\x03\x04");
        zip.extend(head);
        zip.extend(name.bytes());
        zip.extend(content);
    }
    let (count, start) = ((files.len() as u16).to_le_bytes(), zip.len() as u32);
    let size = directory.len() as u32;
    zip.extend(directory);
    zip.extend(b"PK\x05\x06\0\0\0\0");
    zip.extend([count, count].concat());
    zip.extend([size.to_le_bytes(), start.to_le_bytes()].concat());
    zip.extend([0, 0]);
    zip
}

/// CRC-32, as zip has it.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
}

#[cfg(test)]
mod tests {
    use super::{crc32, of};

    #[test]
    fn the_checksum_is_that_of_zip() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    /// Node has no reader of zip, Python has.
    #[test]
    fn others_read_it() {
        let zip = of(&[("a.txt", b"one".to_vec()), ("b/c.txt", vec![0; 70_000])]);
        let path = std::env::temp_dir().join(format!("maillens-{}.zip", std::process::id()));
        std::fs::write(&path, zip).unwrap();
        let tested = std::process::Command::new("python3").args(["-m", "zipfile", "-t"]).arg(&path).output();
        std::fs::remove_file(path).unwrap();
        let Ok(tested) = tested else { return };
        assert!(
            tested.status.success() && String::from_utf8_lossy(&tested.stdout).contains("Done"),
            "{tested:?}"
        );
    }
}
