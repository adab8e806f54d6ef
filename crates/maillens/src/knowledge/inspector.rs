//! Programs and firewalls that look into encrypted connections: each shows a certificate of its own in place of the server's,
//! and is named in it as the issuer.

/// What looks into encrypted connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Inspector {
    /// What its certificates call it.
    pub name: &'static str,
    /// True for a program on the device, false for a firewall on the way.
    pub on_device: bool,
}

const fn program(name: &'static str) -> Inspector {
    Inspector { name, on_device: true }
}

const fn firewall(name: &'static str) -> Inspector {
    Inspector { name, on_device: false }
}

static INSPECTORS: &[Inspector] = &[
    program("Avast"),
    program("AVG"),
    program("Kaspersky"),
    program("ESET SSL"),
    program("Bitdefender"),
    program("Norton Web/Mail"),
    program("G DATA"),
    program("Dr.Web"),
    program("AdGuard"),
    firewall("Fortinet"),
    firewall("Sophos"),
    firewall("Zscaler"),
    firewall("WatchGuard"),
    firewall("SonicWall"),
];

/// The one whose name stands in a text, as a word of its own.
pub(crate) fn find(text: &str) -> Option<Inspector> {
    let is_word = |at: usize, name: &str| {
        let outside = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
        outside(text[..at].chars().next_back()) && outside(text[at + name.len()..].chars().next())
    };
    INSPECTORS.iter().copied().find(|of| text.match_indices(of.name).any(|(at, name)| is_word(at, name)))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_name_counts_as_a_word() {
        let named = |text| find(text).map(|of| (of.name, of.on_device));
        assert_eq!(named("O = Avast Software, CN = Avast Web/Mail Shield Root"), Some(("Avast", true)));
        assert_eq!(named("i:CN=FGT60F, O=Fortinet, C=US"), Some(("Fortinet", false)));
        assert_eq!(named("CN=AVGDA Ltd"), None);
        assert_eq!(named("O=Let's Encrypt, CN=R3"), None);
    }
}
