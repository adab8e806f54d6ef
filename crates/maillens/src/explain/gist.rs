//! A headline in one short sentence: the cause, for a place where the fate stands already.

/// A longer sentence nobody takes in at a glance.
const LONGEST: usize = 90;

/// Sentences that only tell a fate begin like this…
const FATES: &[&str] = &[
    "Still trying to deliver to ",
    "Waiting in the queue for ",
    "Not delivered to ",
    "The message did not reach ",
    "The server refused this",
    "The server refused with ",
    "The server deferred the client with ",
    "No conversation came about",
];

/// … or end like this.
const ENDS: &[&str] = &[" was rejected.", " was refused.", " was deferred."];

/// Leads that name whom it is about, and tell why after a colon.
const LEADS: &[&str] = &[
    "Not delivered to ",
    "Given up for ",
    "Not stored for ",
    "Trouble in the session of ",
    "Login of ",
    "No encrypted connection",
    "The encrypted connection",
];

/// How a clause begins that a headline can do without. Half of an alternative is none: it says what may be false.
pub(super) const CLAUSES: &[&str] =
    &["; ", ": ", ", so ", ", because ", ", and ", ", which ", ", with the words "];

/// A headline as its gist, of at most 90 characters, and what it says beside that.
///
/// ```
/// use maillens::explain::gist;
/// let (gist, rest) = gist("Still trying to deliver to ana@a.example. The mailbox is full.");
/// assert_eq!((&*gist, &*rest), ("The mailbox is full.", ""));
/// ```
pub fn gist(headline: &str) -> (String, String) {
    let all = sentences(headline);
    let is_fate = |sentence: &&str| {
        // A fate that goes on after a colon tells why.
        FATES.iter().any(|fate| sentence.starts_with(fate)) && !sentence.contains(": ")
            || ENDS.iter().any(|end| sentence.ends_with(end))
    };
    let at = all.iter().position(|sentence| !is_fate(sentence)).unwrap_or(0);
    let Some(first) = all.get(at).map(|first| cause(first)) else { return Default::default() };
    let rest = all[at + 1..].join(" ");
    if first.chars().count() <= LONGEST {
        return (first, rest);
    }
    let (said, more) = shortened(&first);
    (said, format!("{more} {rest}").trim_end().to_owned())
}

/// A sentence without the lead that names whom it is about.
fn cause(sentence: &str) -> String {
    let cause = sentence.split_once(": ").filter(|(lead, _)| LEADS.iter().any(|of| lead.starts_with(of)));
    cause.map_or_else(|| sentence.to_owned(), |(_, cause)| capital(cause))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A sentence up to its last clause that leaves it short enough, else up to a word, and what follows.
fn shortened(sentence: &str) -> (String, String) {
    let end = sentence.char_indices().nth(LONGEST - 1).map_or(sentence.len(), |(at, _)| at);
    let part = &sentence[..end];
    let clauses = CLAUSES.iter().filter_map(|clause| part.rfind(clause));
    // What stands between a colon and an "or" is half of an alternative, too.
    let halved = |at: usize| sentence[at..].contains(", or ") && sentence[..at].contains(": ");
    if let Some(at) = clauses.filter(|at| *at > LONGEST / 3 && whole(&part[..*at]) && !halved(*at)).max() {
        let more = sentence[at..].trim_start_matches([',', ':', ';', ' ']);
        return (format!("{}.", &part[..at]), capital(more.strip_prefix("and ").unwrap_or(more)));
    }
    let words = part.rsplit_once(' ').map_or(part, |(words, _)| words);
    let said = format!("{}…", words.trim_end_matches([',', ':', ';']));
    (said, format!("… {}", sentence[words.len()..].trim_start()))
}

/// True where no quotation and no bracket is open at the end.
fn whole(text: &str) -> bool {
    let count = |letter: char| text.matches(letter).count();
    count('“') == count('”') && count('(') == count(')')
}

/// The sentences of a text. A stop ends one where a blank and a letter that is no small one follow, outside of
/// quotations and brackets.
fn sentences(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut from = 0;
    for (at, blank) in text.match_indices(' ') {
        let said = &text[from..at];
        // A quotation ends with its own stop.
        let ends = [".", ".\u{201d}", "!\u{201d}", "?\u{201d}"].iter().any(|end| said.ends_with(end));
        let begins = text[at + 1..].chars().next().is_some_and(|letter| !letter.is_lowercase());
        if ends && begins && whole(said) {
            all.push(said.trim());
            from = at + blank.len();
        }
    }
    all.push(text[from..].trim());
    all.retain(|sentence| !sentence.is_empty());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cause_is_said_and_the_fate_is_not() {
        for (headline, said, rest) in [
            (
                "The message did not reach a@a.example. The address does not exist.",
                "The address does not exist.",
                "",
            ),
            (
                "192.0.2.9 was refused. The server refused this for good. By SPF, no. It is private.",
                "By SPF, no.",
                "It is private.",
            ),
            ("192.0.2.9 was refused.", "192.0.2.9 was refused.", ""),
            ("Not delivered to a@a.example yet: the filter stopped.", "The filter stopped.", ""),
            ("A filter said “No. Try again.” Ask it.", "A filter said “No. Try again.”", "Ask it."),
            (
                "A mail filter (milter) refused the finished message permanently, with the words “Blocked by a filter”.",
                "A mail filter (milter) refused the finished message permanently.",
                "With the words “Blocked by a filter”.",
            ),
            ("", "", ""),
        ] {
            assert_eq!(gist(headline), (said.to_owned(), rest.to_owned()), "{headline}");
        }
    }

    #[test]
    fn what_is_too_long_ends_at_a_clause_or_a_word_and_goes_on_beside_it() {
        let long = "The service at 192.0.2.7 of the mail filter did not take it: Connection refused, and until it does mail waits.";
        assert_eq!(
            gist(long),
            (
                "The service at 192.0.2.7 of the mail filter did not take it: Connection refused.".into(),
                "Until it does mail waits.".into()
            )
        );
        let words = "word ".repeat(40);
        let (said, rest) = gist(&words);
        assert!(said.chars().count() <= LONGEST && said.ends_with("word…"), "{said}");
        assert!(rest.starts_with("… word") && rest.ends_with("word"), "{rest}");
        let (said, _) = gist(&"ü".repeat(300));
        assert_eq!(said.chars().count(), LONGEST);
    }
}
