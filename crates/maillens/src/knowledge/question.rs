//! What people ask beside a log that can be answered in one word: is it a block list, is mail lost, whose fault is it.
//! Support staff paste the customer's question with the lines; what the lines show decides, never the question.

use super::fold::Folded;
use super::phrase::Phrases;
use std::sync::LazyLock;

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Whether somebody is on a block list, or is blocked.
    Blocked,
    /// Whether the password is wrong.
    Password,
    /// Whether a firewall is in the way.
    Firewall,
    /// Whether a server or a provider is down.
    Down,
    /// Whether messages are lost.
    Lost,
    /// Whether somebody broke in.
    BrokenInto,
    /// Whether the address is wrong or gone.
    Address,
    /// Whether a mailbox is full.
    Full,
    /// Whose fault it is.
    Whose,
}

impl Topic {
    /// The question as we repeat it before the answer.
    pub fn question(self) -> &'static str {
        match self {
            Topic::Blocked => "Is it a block list?",
            Topic::Password => "Is the password wrong?",
            Topic::Firewall => "Is a firewall in the way?",
            Topic::Down => "Is a server down?",
            Topic::Lost => "Is mail lost?",
            Topic::BrokenInto => "Did somebody break in?",
            Topic::Address => "Is the address wrong?",
            Topic::Full => "Is the mailbox full?",
            Topic::Whose => "Whose fault is it?",
        }
    }
}

/// What people write to whom a message comes back that they didn't send, in small letters.
const NOT_MINE: &[&str] = &[
    "did not write",
    "didn't write",
    "never wrote",
    "did not send",
    "didn't send",
    "never sent",
    "nicht geschrieben",
    "nie geschrieben",
    "nicht verschickt",
    "nie verschickt",
    "pas envoyé",
    "jamais envoyé",
    "pas écrit",
    "jamais écrit",
    "no envié",
    "nunca envié",
    "no escrib",
    "nunca escrib",
];

/// True for a text whose writer denies that they sent a message.
pub fn denies(text: &str) -> bool {
    let text = text.to_lowercase();
    NOT_MINE.iter().any(|words| text.contains(words))
}

/// True for a text whose writer says that a test of a connection from this server works.
pub fn says_reached(text: &str) -> bool {
    const TESTS: &[&str] = &["telnet", "nc", "netcat", "swaks", "openssl"];
    const WORKS: &[&str] = &[
        "works",
        "connects",
        "answers",
        "geht",
        "klappt",
        "funktioniert",
        "antwortet",
        "marche",
        "fonctionne",
        "funciona",
        "werkt",
    ];
    const NOT: &[&str] =
        &["not", "no", "never", "nicht", "kein", "keine", "nie", "pas", "jamais", "nunca", "niet", "nothing"];
    // Where the test was made from counts, too: a desk proves nothing of the server.
    const FROM: &[&str] = &["from", "von", "vom", "depuis", "du", "desde", "vanaf", "van"];
    const HERE: &[&str] = &["box", "server", "here", "host", "machine", "serveur", "servidor", "mailserver"];
    let text = text.to_lowercase();
    // A name of a server has dots, too.
    let mut clauses = text.split([';', ',', '!', '?', '(', ')']).flat_map(|part| part.split(". "));
    clauses.any(|clause| {
        let words: Vec<&str> =
            clause.split(|letter: char| !letter.is_alphanumeric() && letter != '\'').collect();
        let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
        let denied = has(NOT) || words.iter().any(|word| word.ends_with("n't"));
        // A number alone can be a day.
        let tests = has(TESTS) || has(&["port", "puerto", "poort", "porta"]) && has(&["25"]);
        tests && has(WORKS) && !denied && (has(HERE) || !has(FROM))
    })
}

/// Phrases of questions, in English, German, French, Spanish, Dutch, Portuguese, Italian and Polish. What is asked for by
/// a name of its own stands before what the same words could also mean.
const ASKED: &[(Topic, &[&str])] = &[
    (
        Topic::Blocked,
        &[
            "blacklist*|blocklist*|blocklisted|blacklisted",
            "black|block list*|listed",
            "block|blocks|blocked|blocking",
            "blockiert|geblockt|gesperrt|blockt|sperrt",
            "schwarze|schwarzen liste",
            "liste|listes noire|noires",
            "bloqué|bloque|bloquent|bloquée|bloquea|bloqueado|bloqueada|bloqueados|bloccato|bloccati",
            "lista|listas|liste negra|nera|negras|nere",
            "zwarte lijst",
            "geblokkeerd|blokkeert",
            "czarnej liście",
        ],
    ),
    (Topic::Password, &["password|passwort|kennwort|wachtwoord|senha|contraseña|hasło", "mot de passe"]),
    (Topic::Firewall, &["firewall|firewalls|pare-feu|cortafuegos", "port .. closed|blocked|zu|dicht"]),
    (
        Topic::Down,
        &[
            "is|are|server|servers .. down|offline",
            "outage|störung|storing|panne|ausfall|caído|caida",
            "fora do ar",
        ],
    ),
    (
        Topic::Lost,
        &[
            "lose|lost|losing .. mail|mails|email|emails|message|messages|order|orders|anything",
            "mail|mails|email|emails|message|messages|order|orders|anything .. lost",
            "verloren|perdu|perdus|perdido|perdidos|perdida|perdidas|kwijt|perso|persi",
        ],
    ),
    (
        Topic::BrokenInto,
        &["hacked|hack|compromised|gehackt|piraté|piratée|hackeado|hackeada|hackerato|breach|infected"],
    ),
    (
        Topic::Address,
        &[
            "address|adresse|adres|dirección|endereço|indirizzo .. dead|wrong|correct|right|gone|exist|exists|valid|falsch|richtig|existiert|existe",
            "typo|misspelled|misspelt|tippfehler|typfout",
        ],
    ),
    (
        Topic::Full,
        &[
            "mailbox|inbox|postfach|quota|buzón|boîte|caixa|casella|postvak .. full|voll|lleno|pleine|cheia|piena|vol",
        ],
    ),
    (
        Topic::Whose,
        &[
            "whose|our|your|their|my fault|problem|side|end",
            "who is|to right|blame|wrong",
            "whos right|wrong",
            "is|was it|this you|yours|us|ours|them|theirs",
            "liegt es|das an",
            "schuld|colpa|culpa|faute",
            "ligt|komt dit|het aan|door",
            "is|are our|your|the server|resolver broken|wrong|misconfigured|fault",
        ],
    ),
];

static PHRASES: LazyLock<(Phrases, Vec<Topic>)> = LazyLock::new(|| {
    let all = ASKED.iter().flat_map(|(topic, phrases)| phrases.iter().map(move |phrase| (*topic, *phrase)));
    let (topics, phrases): (Vec<_>, Vec<_>) = all.unzip();
    (Phrases::new(phrases.into_iter(), &[]), topics)
});

/// What a text of somebody's asks about, each topic once.
pub fn topics(text: &str) -> Vec<Topic> {
    let mut found = Vec::new();
    for question in questions(text) {
        let folded = Folded::new(question, None);
        let (phrases, topics) = &*PHRASES;
        while let Some(hit) = phrases.first(&folded.text, |phrase| !found.contains(&topics[phrase])) {
            found.push(topics[hit.phrase]);
        }
    }
    found
}

/// The sentences of a text that end with a question mark.
fn questions(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['?', '!', '\n'])
        .flat_map(|part| part.split_inclusive(". "))
        .filter(|part| part.ends_with('?'))
}

#[cfg(test)]
mod tests {
    use super::{Topic, says_reached, topics};

    #[test]
    fn what_is_asked_is_known_in_any_of_the_languages() {
        for (text, wanted) in [
            ("Is our mail blocked there?", Some(Topic::Blocked)),
            ("of sta ik op een zwarte lijst??", Some(Topic::Blocked)),
            ("¿Hotmail nos bloquea?", Some(Topic::Blocked)),
            ("Do we lose mail?", Some(Topic::Lost)),
            ("Is the order lost?", Some(Topic::Lost)),
            ("Are we hacked?", Some(Topic::BrokenInto)),
            ("Kim says the mailbox is broken. Whose fault is this?", Some(Topic::Whose)),
            ("Is the customer's address dead?", Some(Topic::Address)),
            ("Is it the firewall?", Some(Topic::Firewall)),
            ("Is Google down?", Some(Topic::Down)),
            ("Ist das Passwort falsch?", Some(Topic::Password)),
            ("Ist sein Postfach voll?", Some(Topic::Full)),
            ("ligt dit aan jullie server?", Some(Topic::Whose)),
            ("They say we changed something. Who's right?", Some(Topic::Whose)),
            // What is no question is not answered.
            ("We are on no block list.", None),
            ("Is the password right. Why does it take so long?", None),
            ("What triggers it?", None),
        ] {
            assert_eq!(topics(text).first().copied(), wanted, "{text}");
        }
        assert_eq!(
            topics("Is it the firewall? Or is Google blocking us?"),
            [Topic::Firewall, Topic::Blocked]
        );
    }

    #[test]
    fn a_test_that_works_from_this_server_is_known() {
        for text in [
            "telnet 25 works from my desk AND from the box",
            "nc mx.far.example 25 geht",
            "port 25 antwortet",
        ] {
            assert!(says_reached(text), "{text}");
        }
        for text in [
            "telnet 25 works from my desk",
            "nc to it does not connect",
            "since 25 November the server works",
            "telnet?",
        ] {
            assert!(!says_reached(text), "{text}");
        }
    }
}
