//! Brings a reply into the one shape that phrases are matched against, and remembers where each
//! byte came from.
//!
//! One reply is written in many ways: qmail turns spaces into `_` and line ends into `/`, Exim
//! writes `\n`, Postfix joins the lines and leaves the code of each, ticket systems bend quotes and
//! lose accents. Folded, all of them are lower-case words with one space between them; addresses,
//! IPs and the name of the machine in front of one are gone, since a name in an address is no reason.

/// A folded text. It begins and ends with a space.
pub(super) struct Folded {
    /// Lower-case words, one space before, between and after them.
    pub text: String,
    /// For each byte of `text`, the byte of the original that it came from.
    from: Vec<u32>,
    /// Length of the original in bytes.
    len: u32,
}

impl Folded {
    /// Folds any text. `code` is its SMTP reply code, which is dropped wherever it is repeated.
    pub fn new(raw: &str, code: Option<u16>) -> Folded {
        let mut folded = Folded { text: String::from(" "), from: vec![0], len: raw.len() as u32 };
        let mut at = 0;
        while at < raw.len() {
            let end = token_end(raw, at);
            if end == at {
                at += raw[at..].chars().next().map_or(1, char::len_utf8);
                continue;
            }
            folded.push_token(raw, at, end, code);
            at = end;
        }
        folded
    }

    /// The bytes of the original that a range of the folded text came from.
    pub fn span(&self, start: usize, end: usize) -> [u32; 2] {
        let first = self.from.get(start).copied().unwrap_or(self.len);
        // The space after a word came from the byte after its last letter.
        let last = self.from.get(end).copied().unwrap_or(self.len);
        [first.min(last), last]
    }

    /// Where, in the folded text, the words begin that came from `raw` or later: at the space before them.
    pub fn after(&self, raw: usize) -> usize {
        let first = self.from.partition_point(|&from| (from as usize) < raw);
        self.text.as_bytes()[..self.text.len().min(first + 1)].iter().rposition(|&c| c == b' ').unwrap_or(0)
    }

    /// Where, in the folded text, the words end that came from before `raw`.
    pub fn before(&self, raw: usize) -> usize {
        self.from.partition_point(|&from| (from as usize) < raw).min(self.text.len())
    }

    fn push_token(&mut self, raw: &str, start: usize, end: usize, code: Option<u16>) {
        // The name of the server that is called, with its address: `relay.firma.example[192.0.2.7]:25`.
        let address = raw[end..].trim_start().strip_prefix('[');
        let called = raw[start..end].contains('.')
            && address
                .is_some_and(|of| of.starts_with("IPv6:") || of.starts_with(|c: char| c.is_ascii_digit()));
        let token = raw[start..end].trim_end_matches(['.', '-', '\'']);
        let end = start + token.len();
        // What a block list answers stays: some answers are errors.
        let number = is_number_with_dots(token) && !token.starts_with("127.255.255.");
        if token.contains('@') || number || is_colon_number(token) {
            // A sender that is an address is a server, not a person.
            if number && self.text.ends_with(" sender ") {
                self.text.push_str("ip ");
                self.from.resize(self.text.len(), start as u32);
            }
            // What a gateway writes behind the address is about it: `anna@shop.example:blocked`.
            if let Some((address, said)) = token.rsplit_once(':')
                && address.contains('@')
                && said.starts_with(|c: char| c.is_ascii_alphabetic())
            {
                self.push_word(raw, end - said.len(), end);
            }
            return;
        }
        // What such a server is called says what it's for, and its domain whose it is.
        let start = start + if called { token.find('.').unwrap_or_default() } else { 0 };
        if is_name(token) {
            return self.push_word(raw, start, end);
        }
        let mut word = start;
        for (i, c) in raw[start..end].char_indices().chain([(end - start, '-')]) {
            if matches!(c, '-' | '.' | ':' | '+' | '@') {
                let piece = &raw[word..start + i];
                let repeated = code.is_some_and(|code| piece.parse() == Ok(code));
                if !piece.is_empty() && !repeated {
                    self.push_word(raw, word, start + i);
                }
                word = start + i + 1;
            }
        }
    }

    fn push_word(&mut self, raw: &str, start: usize, end: usize) {
        let before = self.text.len();
        for (i, c) in raw[start..end].char_indices() {
            push_folded(c, &mut self.text);
            self.from.resize(self.text.len(), (start + i) as u32);
        }
        if self.text.len() > before {
            self.text.push(' ');
            self.from.push(end as u32);
        }
    }
}

/// Where the token that begins at `at` ends: `at` itself if none does.
fn token_end(raw: &str, at: usize) -> usize {
    let bytes = raw.as_bytes();
    // Exim writes a line end inside a reply as a backslash and a letter.
    if bytes[at] == b'\\' && bytes.get(at + 1).is_some_and(|c| matches!(c, b'n' | b'r' | b't')) {
        return at;
    }
    if at > 0 && bytes[at - 1] == b'\\' && matches!(bytes[at], b'n' | b'r' | b't') {
        return at;
    }
    let mut end = at;
    for (i, c) in raw[at..].char_indices() {
        let inside = |c: char| c.is_alphanumeric();
        let next = || raw[at + i + c.len_utf8()..].chars().find(|&c| !is_lost(c));
        let joins = match c {
            '=' => i > 0 && address_ahead(raw, at + i),
            ':' => i > 0 && next().is_some_and(|c| inside(c) || c == ':'),
            '.' | '-' | '@' | '+' => i > 0 && next().is_some_and(inside),
            // One letter before an apostrophe is a word of its own: l'adresse, n'existe.
            c if is_lost(c) => i > 1 && next().is_some_and(char::is_alphabetic),
            c => inside(c),
        };
        if !joins {
            break;
        }
        end = at + i + c.len_utf8();
    }
    end
}

/// `=` is part of a word only inside an address, as in `bounce-ana=client.example@list.example`.
fn address_ahead(raw: &str, at: usize) -> bool {
    let local =
        raw[at + 1..].bytes().take_while(|c| c.is_ascii_alphanumeric() || b".-=+".contains(c)).count();
    raw.as_bytes().get(at + 1 + local) == Some(&b'@')
}

/// Apostrophes, and what stands where a letter was lost on the way.
fn is_lost(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | '‘' | '’' | 'ʼ' | '?' | '\u{fffd}')
}

/// `192.0.2.1`, `5.1.1`, `550-5.1.1`, `12`: numbers with dots are codes and addresses, which are
/// read elsewhere.
fn is_number_with_dots(token: &str) -> bool {
    token.contains('.') && token.bytes().all(|c| c.is_ascii_digit() || matches!(c, b'.' | b'-' | b':'))
}

/// IPv6 addresses and times of day.
fn is_colon_number(token: &str) -> bool {
    token.bytes().filter(|&c| c == b':').count() > 1
        && token.bytes().all(|c| c.is_ascii_hexdigit() || matches!(c, b':' | b'.'))
}

/// A host or another dotted name is one word, so that no part of it is taken for a word of the
/// sentence. `unknown.Please` is two words that lost their space.
fn is_name(token: &str) -> bool {
    let dotted = token.split_once('.').is_some_and(|(head, tail)| {
        let lower = head.ends_with(|c: char| c.is_ascii_lowercase());
        !(lower && tail.starts_with(|c: char| c.is_ascii_uppercase()))
    });
    dotted && token.bytes().all(|c| c.is_ascii_alphanumeric() || matches!(c, b'.' | b'-'))
}

/// Lower case, without accents; apostrophes and lost letters leave nothing.
fn push_folded(c: char, out: &mut String) {
    if c.is_ascii() {
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '-') {
            out.push(c.to_ascii_lowercase());
        }
        return;
    }
    for c in c.to_lowercase() {
        match plain(c) {
            Some(letters) => out.push_str(letters),
            None if c.is_alphanumeric() => out.push(c),
            None => {}
        }
    }
}

/// The letters of the Latin alphabet that stand for an accented one.
pub(super) fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' => "a",
        'ç' | 'ć' | 'č' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ł' => "l",
        'ñ' | 'ń' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => "o",
        'ś' | 'š' => "s",
        'ß' => "ss",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        let folded = Folded::new(raw, Some(550));
        assert_eq!(folded.text.trim(), expected, "{raw}");
        assert_eq!(folded.text.len(), folded.from.len());
    }

    #[test]
    fn the_ways_to_write_one_reply_fold_to_one() {
        let expected = "the account does not exist try again";
        check("550-5.1.1 The account\n550-5.1.1 does not exist.\n550 5.1.1 Try again", expected);
        check("550-5.1.1_The_account/550-5.1.1_does_not_exist./550_5.1.1_Try_again", expected);
        check("550-5.1.1 The account\\n550-5.1.1 does not exist.\\n550 5.1.1 Try again", expected);
        check("550-5.1.1 The account 550-5.1.1 does not exist. 550 5.1.1 Try again", expected);
    }

    #[test]
    fn addresses_codes_and_times_are_no_words() {
        check("user <full.box@spam.example> unknown [192.0.2.1] (#5.1.1)", "user unknown");
        check("bounce-ana=client.example@list.example is over quota", "is over quota");
        check("host [2001:db8::1] at 10:00:01", "host at");
    }

    #[test]
    fn quotes_and_accents_may_be_bent_or_lost() {
        check("doesn't doesn’t doesn?t doesn\u{fffd}t", "doesnt doesnt doesnt doesnt");
        check("l'adresse n'existe", "l adresse n existe");
        check("Empfänger Empf?nger ünbekannt", "empfanger empfnger unbekannt");
    }

    #[test]
    fn a_dotted_name_is_one_word() {
        check("at spam-box.client.example, type=MX", "at spam-box.client.example type mx");
        check("unknown.Please check the e-mail", "unknown please check the e mail");
        check("RESOLVER.ADR.RecipNotFound; not found", "resolver.adr.recipnotfound not found");
    }

    #[test]
    fn spans_lead_back_to_the_original() {
        let raw = "550 5.1.1 «Empfänger_unbekannt»";
        let folded = Folded::new(raw, Some(550));
        let at = folded.text.find("empfanger unbekannt").unwrap();
        let [start, end] = folded.span(at, at + "empfanger unbekannt".len());
        assert_eq!(&raw[start as usize..end as usize], "Empfänger_unbekannt");
    }
}
