//! Months by their names, as the locales of Europe write them into logs.

/// Each month in lower case: a name stands for all of its beginnings, so that `sept` and `septemb` are known, too.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "janvier", "enero", "gennaio", "janeiro", "jänner", "ianuarie", "stycz", "led", "tammi", "ocak", "янв", "Ιαν", "sausio", "jaan", "січ", "sij"],
    &["february", "februar", "fevrier", "février", "febrero", "febbraio", "fevereiro", "luty", "úno", "helmi", "şubat", "фев", "Φεβ", "vasario", "veeb", "лют", "velj"],
    &["march", "marzo", "mars", "maart", "mrt", "märz", "mrz", "märz", "março", "marco", "martie", "március", "marzec", "bře", "maalis", "мар", "Μαρ", "Μάρ", "kovo", "märts", "бер", "ožu"],
    &["april", "avril", "abril", "április", "kwiecie", "dub", "huhti", "nisan", "апр", "Απρ", "balandžio", "aprill", "кві", "tra"],
    &["may", "mai", "mayo", "maggio", "maio", "mei", "maj", "május", "kvě", "touko", "мая", "май", "Μαΐ", "Μαϊ", "Μάι", "gegužės", "тра", "svi"],
    &["june", "juni", "juin", "junio", "giugno", "junho", "iunie", "június", "czerw", "čen", "kesä", "haziran", "июн", "Ιουν", "Ιούν", "birželio", "juuni", "чер"],
    &["july", "juli", "juillet", "julio", "luglio", "julho", "iulie", "július", "lipiec", "čec", "heinä", "temmuz", "июл", "Ιουλ", "Ιούλ", "liepos", "juuli", "лип"],
    &["august", "août", "aout", "agosto", "augusztus", "sierp", "srp", "elo", "ağustos", "авг", "Αυγ", "Αύγ", "rugpjūčio", "сер", "kol"],
    &["september", "septembre", "septiembre", "setiembre", "settembre", "setembro", "szeptember", "wrzes", "zář", "syys", "eylül", "сен", "Σεπ", "rugsėjo", "вер", "ruj"],
    &["october", "oktober", "octobre", "octubre", "ottobre", "outubro", "octombrie", "október", "paź", "říj", "loka", "ekim", "окт", "Οκτ", "spalio", "okto", "жов"],
    &["november", "novembre", "noviembre", "novembro", "noiembrie", "listopad", "marras", "kasım", "ноя", "Νοε", "Νοέ", "lapkričio", "лис", "stu"],
    &["december", "dezember", "décembre", "decembre", "diciembre", "dicembre", "dezembro", "grudz", "pro", "joulu", "aralık", "дек", "Δεκ", "gruodžio", "dets", "груд", "desember"],
];

/// The month, from 1, that a word of at least three letters begins the name of; a full stop may end it.
pub fn month(word: &[u8]) -> Option<u32> {
    let word = std::str::from_utf8(word.strip_suffix(b".").unwrap_or(word)).ok()?;
    let first = word.as_bytes().first()?.to_ascii_lowercase();
    word.chars().nth(2)?;
    let begins = |name: &&str| {
        name.as_bytes()[0] == first
            && name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    let at = MONTHS.iter().position(|names| names.iter().any(begins))?;
    Some(at as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::month;

    #[test]
    fn months_are_known_in_many_languages() {
        for (word, want) in [
            ("Jan", 1),
            ("févr.", 2),
            ("mar", 3),
            ("Mär", 3),
            ("mrt", 3),
            ("abr", 4),
            ("Mai", 5),
            ("maj", 5),
            ("giu", 6),
            ("juin", 6),
            ("juil.", 7),
            ("lug", 7),
            ("août", 8),
            ("ago", 8),
            ("sept.", 9),
            ("set", 9),
            ("Okt", 10),
            ("out", 10),
            ("ott", 10),
            ("paź", 10),
            ("lis", 11),
            ("déc.", 12),
            ("dic", 12),
            ("Dez", 12),
            ("December", 12),
            ("Δεκ", 12),
            ("des.", 12),
            ("gruodžio", 12),
            ("dets", 12),
            ("груд", 12),
            ("kol", 8),
        ] {
            assert_eq!(month(word.as_bytes()), Some(want), "{word}");
        }
        for word in ["ju", "j", "mail", "marked", "sender", "", "..."] {
            assert_eq!(month(word.as_bytes()), None, "{word}");
        }
    }
}
