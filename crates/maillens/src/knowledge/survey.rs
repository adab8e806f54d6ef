//! Projects and companies that try every address of the internet, to count what runs there and what it allows. Their
//! hosts say by their names whose they are.

/// The domains of their hosts.
pub(crate) static SURVEYS: &[&str] = &[
    "shadowserver.org",
    "censys-scanner.com",
    "censys.io",
    "shodan.io",
    "binaryedge.ninja",
    "internet-measurement.com",
    "internet-census.org",
    "stretchoid.com",
    "onyphe.net",
    "leakix.org",
    "labs.rapid7.com",
    "criminalip.com",
    "netsystemsresearch.com",
    "alphastrike.io",
    "recyber.net",
    "eecs.umich.edu",
    "security.ipip.net",
    "modat.io",
];

/// Whose host a line names as its client: `scan-1.survey.example[192.0.2.7]`. An address of theirs is none.
pub(crate) fn find(line: &str) -> Option<&'static str> {
    let lower = line.to_ascii_lowercase();
    SURVEYS.iter().copied().find(|domain| {
        lower.match_indices(domain).any(|(at, _)| {
            let name = |letter: char| letter.is_ascii_alphanumeric() || ".-".contains(letter);
            let before = lower[..at].trim_end_matches(name);
            let host = lower[..at].ends_with('.') && !before.ends_with('@');
            let after = lower[at + domain.len()..].trim_start_matches(['.', ' ', '(']);
            host && after.starts_with('[')
        })
    })
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_survey_is_known_by_the_name_of_its_host() {
        assert_eq!(find("connect from scan-29.shadowserver.org[192.0.2.7]"), Some("shadowserver.org"));
        assert_eq!(find("H=census1.shodan.io [192.0.2.7]:4123"), Some("shodan.io"));
        assert_eq!(find("from=<report@mail.shadowserver.org> x[192.0.2.7]"), None);
        assert_eq!(find("connect from myshodan.io[192.0.2.7]"), None);
    }
}
