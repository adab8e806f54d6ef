//! What the results of checks on incoming mail mean: SPF, DKIM, DMARC, ARC and reverse DNS (PTR).
//!
//! Every filter and header uses the same result words (RFC 8601); what they say depends on the check.

use crate::text::Span;
use crate::vocabulary::Method;

/// Names of checks as they stand in front of `=`.
const METHODS: &[(&str, Method)] = &[
    ("spf", Method::Spf),
    ("dkim", Method::Dkim),
    ("dmarc", Method::Dmarc),
    ("arc", Method::Arc),
    ("iprev", Method::Ptr),
];

/// A check, its result words and their meaning.
const RESULTS: &[(Method, &[&str], &str)] = &[
    (Method::Spf, &["pass"], "SPF: the sending server is allowed to send for the domain."),
    (
        Method::Spf,
        &["fail", "hardfail"],
        "SPF: the domain forbids this server to send its mail. Either its SPF record lacks a server of the domain, or the mail was forwarded or forged.",
    ),
    (
        Method::Spf,
        &["softfail"],
        "SPF: the domain says that this server is probably not allowed to send its mail. If the server is one of its own, its owner should add it to the SPF record.",
    ),
    (
        Method::Spf,
        &["neutral"],
        "SPF: the domain does not say whether this server is allowed to send its mail.",
    ),
    (
        Method::Spf,
        &["none"],
        "SPF: the domain has no SPF record, so nothing could be checked. Its owner should publish one.",
    ),
    (Method::Spf, &["temperror"], "SPF: the record could not be read now, because DNS did not answer."),
    (
        Method::Spf,
        &["permerror"],
        "SPF: the record of the domain is broken: there are two, it is mistyped, or it needs more than 10 lookups. Its owner must correct it.",
    ),
    (Method::Spf, &["policy"], "SPF: a rule of the receiving server decided, not the record."),
    (
        Method::Dkim,
        &["pass"],
        "DKIM: the signature is good. What was signed is unchanged, and the domain that signed it takes responsibility for it.",
    ),
    (
        Method::Dkim,
        &["fail", "invalid"],
        "DKIM: the signature doesn't match. The mail was changed on the way, for example by a mailing list, or the key is wrong.",
    ),
    (
        Method::Dkim,
        &["none"],
        "DKIM: the mail is not signed. The sender's mail server should sign with DKIM.",
    ),
    (Method::Dkim, &["neutral"], "DKIM: the signature could not be evaluated."),
    (
        Method::Dkim,
        &["policy"],
        "DKIM: the signature is good, but a rule of the receiving server does not accept it, for example because the key is too short.",
    ),
    (Method::Dkim, &["temperror"], "DKIM: the key could not be fetched now, because DNS did not answer."),
    (
        Method::Dkim,
        &["permerror"],
        "DKIM: the key is missing or broken. The owner of the domain must publish it.",
    ),
    (Method::Dmarc, &["pass"], "DMARC: SPF or DKIM passed for the domain of the From line."),
    (
        Method::Dmarc,
        &["fail"],
        "DMARC: neither SPF nor DKIM passed for the domain of the From line. What happens then is up to that domain's record. If the mail is genuine, its domain should correct SPF or DKIM.",
    ),
    (Method::Dmarc, &["none"], "DMARC: the domain of the From line has no DMARC record."),
    (
        Method::Dmarc,
        &["bestguesspass"],
        "DMARC: the domain has no record, but the mail would pass a usual one.",
    ),
    (Method::Dmarc, &["temperror"], "DMARC: the record could not be read now, because DNS did not answer."),
    (Method::Dmarc, &["permerror"], "DMARC: the record of the domain is broken. Its owner must correct it."),
    (Method::Arc, &["pass"], "ARC: the seals of the servers that forwarded the mail are intact."),
    (Method::Arc, &["fail"], "ARC: a seal of a server that forwarded the mail is broken."),
    (Method::Arc, &["none"], "ARC: no server that forwarded the mail has sealed it."),
    (
        Method::Ptr,
        &["pass"],
        "PTR (reverse DNS): the address of the sending server has a name, and the name resolves back to it.",
    ),
    (
        Method::Ptr,
        &["fail"],
        "PTR (reverse DNS): the name of the sending server does not resolve back to its address. Both records must agree.",
    ),
    (
        Method::Ptr,
        &["permerror", "none"],
        "PTR (reverse DNS): the address of the sending server has no name. Its owner must set a PTR record.",
    ),
    (
        Method::Ptr,
        &["temperror"],
        "PTR (reverse DNS): the name of the sending server could not be looked up now.",
    ),
];

/// What a result of a check means; upper and lower case are the same.
pub fn says(method: Method, result: &str) -> Option<&'static str> {
    let known = |of: &(Method, &[&str], &str)| {
        of.0 == method && of.1.iter().any(|word| word.eq_ignore_ascii_case(result))
    };
    RESULTS.iter().find(|of| known(of)).map(|of| of.2)
}

/// One `check=result` of an `Authentication-Results` text.
#[derive(Debug, Clone, Copy)]
pub struct CheckResult<'a> {
    /// Where it stands in the text.
    pub at: Span,
    /// The check.
    pub method: Method,
    /// The result word.
    pub result: &'a str,
}

impl CheckResult<'_> {
    /// What it means.
    pub fn says(&self) -> Option<&'static str> {
        says(self.method, self.result)
    }
}

/// The results in an `Authentication-Results` text, in order. A check stands at the start or after
/// white space or a semicolon, and not in brackets: `header.spf=x` and words in comments are none.
pub fn results(text: &[u8]) -> impl Iterator<Item = CheckResult<'_>> {
    memchr::memchr_iter(b'=', text).filter_map(|equals| {
        let name_from =
            text[..equals].iter().rposition(|byte| !byte.is_ascii_alphabetic()).map_or(0, |at| at + 1);
        let before = name_from.checked_sub(1).map(|at| text[at]);
        let apart = before.is_none_or(|byte| byte == b';' || byte.is_ascii_whitespace());
        let method =
            METHODS.iter().find(|(name, _)| text[name_from..equals].eq_ignore_ascii_case(name.as_bytes()))?;
        let length = text[equals + 1..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let end = equals + 1 + length;
        let result = std::str::from_utf8(&text[equals + 1..end]).ok()?;
        let depth = |byte: u8| memchr::memchr_iter(byte, &text[..name_from]).count();
        (apart && depth(b'(') <= depth(b')')).then(|| CheckResult {
            at: Span::new(name_from, end),
            method: method.1,
            result,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{RESULTS, results, says};

    #[test]
    fn results_are_found_where_they_stand() {
        let text = b"mx.example; spf=fail (no spf=pass here?) smtp.mailfrom=a; DKIM=pass header.d=x.example;dmarc=none";
        let found: Vec<&str> =
            results(text).filter_map(|found| std::str::from_utf8(found.at.of(text)).ok()).collect();
        assert_eq!(found, ["spf=fail", "DKIM=pass", "dmarc=none"]);
    }

    #[test]
    fn every_result_is_found_by_every_word_and_is_a_sentence() {
        for (method, words, meaning) in RESULTS {
            for word in *words {
                assert_eq!(says(*method, word), Some(*meaning));
            }
            assert!(meaning.ends_with('.'), "{meaning}");
        }
    }
}
