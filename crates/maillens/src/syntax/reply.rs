//! SMTP replies: reading the codes out of one, and what a reply code means.
//!
//! Sources: RFC 5321 section 4.2, RFC 1846, 1985, 2645, 3207, 4954, 7504; codes that no RFC knows are marked.

use super::enhanced::Status;
use crate::vocabulary::Reason;

/// A reply taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reply<'a> {
    /// The reply code, 200 to 599.
    pub code: Option<u16>,
    /// The enhanced status code.
    pub status: Option<Status>,
    /// What the server said: the text without the codes that begin it and the status that ends it.
    pub text: &'a str,
    /// Where a quotation of the other server begins, in bytes; 0 where the log's own words cannot be
    /// told from it.
    pub quoted: usize,
}

impl<'a> Reply<'a> {
    /// Reads a reply as servers send it or as a log quotes it. Never fails: what is not there is `None`.
    ///
    /// The code is the number that begins the text, or the one behind the words with which a log
    /// introduces what the other server said. The status follows the code, or stands in
    /// parentheses, behind `#`, or alone.
    pub fn parse(raw: &'a str) -> Reply<'a> {
        let start = quoted_start(raw).unwrap_or(0);
        let mut rest = raw[start..].trim_start_matches(is_space);
        let code = leading_code(rest);
        if code.is_some() {
            rest = rest[3..].trim_start_matches(|c| is_space(c) || c == '-');
        }
        let mut status = None;
        let bare = rest.trim_start_matches(['#', '(', '[', '<']);
        let word = &bare[..bare.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(bare.len())];
        let word = word.trim_end_matches('.');
        if let Some(found) = Status::parse(word) {
            status = Some(found);
            rest = bare[word.len()..]
                .trim_start_matches(|c| is_space(c) || matches!(c, ')' | ']' | '>' | ':' | '-' | '.'));
        }
        let status = status.or_else(|| later_status(raw, code));
        let code = code.or_else(|| status.is_some().then(|| later_code(raw)).flatten());
        Reply { code, status, text: without_tag(rest), quoted: start }
    }
}

/// The refusal that a program quotes behind a colon or a quotation mark: its code, where it has one, its status, and the
/// text from them on. With `bare`, only a refusal that begins with its status, and behind a colon.
#[must_use]
pub fn in_error(text: &str, bare: bool) -> Option<(Option<u16>, Status, &str)> {
    let behind = text.match_indices(": ").chain(text.match_indices('"').filter(|_| !bare));
    std::iter::once(0).chain(behind.map(|(at, mark)| at + mark.len())).find_map(|at| {
        let reply = text[at..].trim_start();
        let mut words = reply.split([' ', ';', ',', '-']);
        let first = words.next()?;
        let code = first.parse().ok().filter(|code| !bare && (400..600).contains(code));
        let status = Status::parse(if code.is_some() { words.next()? } else { first })?;
        reply.starts_with(['4', '5']).then_some((code, status, reply))
    })
}

/// The refusal that a program quotes behind the word error, by its code: `SMTP error 550 no`.
#[must_use]
pub fn coded(text: &str) -> Option<(u16, &str)> {
    let lower = text.to_ascii_lowercase();
    lower.match_indices("error").find_map(|(at, word)| {
        let reply = text[at + word.len()..].trim_start_matches([' ', ':']);
        let code = leading_code(reply).filter(|code| *code >= 400)?;
        Some((code, reply))
    })
}

/// qmail writes a space as `_`.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '_'
}

/// What a log writes before it quotes the other server.
const QUOTES: &[&str] =
    &["remote host said: ", "remote_host_said:_", "said: ", "refused to talk to me: ", "message: \"", "<<< "];

/// Where the last quotation begins that starts with a reply code.
fn quoted_start(raw: &str) -> Option<usize> {
    let lower = raw.to_ascii_lowercase();
    let quoted =
        QUOTES.iter().flat_map(|quote| lower.rmatch_indices(quote).map(|(at, quote)| at + quote.len()));
    let after_command = lower.rmatch_indices(": ").map(|(at, colon)| at + colon.len());
    let starts = |at: &usize| leading_code(&raw[*at..]).is_some();
    if leading_code(raw).is_some() && !lower.contains("said: ") {
        return None;
    }
    quoted.filter(starts).max().or_else(|| after_command.filter(starts).max())
}

/// Three digits of a reply code with a border behind them.
fn leading_code(text: &str) -> Option<u16> {
    let digits = text.get(..3).filter(|digits| digits.bytes().all(|c| c.is_ascii_digit()))?;
    let border = text[3..].chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '.' && c != '@');
    digits.parse().ok().filter(|code| border && (200..600).contains(code))
}

/// `550 5.1.1` in the middle of a sentence.
fn later_code(raw: &str) -> Option<u16> {
    let mut words = raw
        .split(|c: char| is_space(c) || matches!(c, '-' | '#' | '(' | ')'))
        .filter(|w| !w.is_empty())
        .peekable();
    while let Some(word) = words.next() {
        let next = words.peek().and_then(|next| Status::parse(next));
        if let (3, Some(code), Some(_)) = (word.len(), leading_code(word), next) {
            return Some(code);
        }
    }
    None
}

/// The first status that stands on its own; its class must not contradict the code, and one in
/// parentheses with `#` is preferred, since nothing else looks like it.
fn later_status(raw: &str, code: Option<u16>) -> Option<Status> {
    let digit_or_dot = |c: char| c.is_ascii_digit() || c == '.';
    let tagged = raw.rmatch_indices('#').find_map(|(at, _)| {
        let rest = &raw[at + 1..];
        Status::parse(rest[..rest.find(|c| !digit_or_dot(c)).unwrap_or(rest.len())].trim_end_matches('.'))
    });
    tagged.or_else(|| {
        raw.split(|c: char| {
            is_space(c) || matches!(c, '(' | ')' | '[' | ']' | '<' | '>' | ',' | ';' | ':' | '-' | '/' | '"')
        })
        .filter_map(Status::parse)
        .find(|s| s.subject <= 7 && code.is_none_or(|code| u16::from(s.class) == code / 100))
    })
}

/// Drops a closing `(#5.1.1)`.
fn without_tag(text: &str) -> &str {
    let trimmed = text.trim_end_matches(|c| is_space(c) || c == '/');
    let tag = trimmed
        .rfind("(#")
        .filter(|&at| trimmed[at + 2..].strip_suffix(')').is_some_and(|tag| Status::parse(tag).is_some()));
    tag.map_or(trimmed, |at| trimmed[..at].trim_end_matches(is_space))
}

/// What a reply code means, in plain English. `None` for a number that is no reply code.
pub fn meaning(code: u16) -> Option<&'static str> {
    match entry(code) {
        Some(entry) => Some(entry.meaning),
        None => match code / 100 {
            2 => Some("done"),
            3 => Some("go on"),
            4 => Some("a temporary problem: try again later"),
            5 => Some("a permanent problem"),
            _ => None,
        },
    }
}

/// The reason that a code names by itself, without any text.
pub(crate) fn reason(code: u16) -> Option<Reason> {
    entry(code).and_then(|entry| entry.reason)
}

struct ReplyCode {
    code: u16,
    meaning: &'static str,
    reason: Option<Reason>,
}

fn entry(code: u16) -> Option<&'static ReplyCode> {
    REPLIES.binary_search_by_key(&code, |entry| entry.code).ok().map(|at| &REPLIES[at])
}

const fn says(code: u16, meaning: &'static str) -> ReplyCode {
    ReplyCode { code, meaning, reason: None }
}

const fn names(code: u16, reason: Reason, meaning: &'static str) -> ReplyCode {
    ReplyCode { code, meaning, reason: Some(reason) }
}

/// Ascending by code. Most codes are used for many things and name no reason.
static REPLIES: &[ReplyCode] = &[
    says(211, "the state of the system, or help"),
    says(214, "help"),
    says(220, "the server is ready"),
    says(221, "the server closes the connection"),
    says(235, "the login worked"),
    says(250, "done"),
    says(251, "the recipient is not here; the server forwards the message"),
    says(252, "the server cannot check the address but will try"),
    says(253, "mail was waiting and is being delivered"),
    says(334, "the next part of the login, please"),
    says(354, "send the message now"),
    says(421, "the server is not available now and hangs up"),
    names(422, Reason::MailboxFull, "the recipient's mailbox is full (in no RFC)"),
    names(431, Reason::SystemFull, "the server has no memory or disk left (in no RFC)"),
    names(432, Reason::SecurityError, "the password must be changed first"),
    names(441, Reason::NetworkError, "the other server does not answer (in no RFC)"),
    names(442, Reason::NetworkError, "the connection broke (in no RFC)"),
    names(446, Reason::Loop, "the message goes round in a loop (in no RFC)"),
    names(447, Reason::Expired, "the message waited too long (in no RFC)"),
    names(449, Reason::NetworkError, "the route does not work (in no RFC)"),
    says(450, "the mailbox is busy or not available for now"),
    says(451, "an error while the server worked on it; try later"),
    says(452, "not enough space, or too many recipients"),
    says(453, "no mail is waiting"),
    says(454, "encryption or login is not available for now"),
    names(455, Reason::SyntaxError, "the server cannot handle the parameters now"),
    says(458, "mail cannot be queued for that server"),
    names(459, Reason::SecurityError, "that server is not allowed to fetch mail"),
    says(471, "a filter of the server failed for now (in no RFC)"),
    names(500, Reason::SyntaxError, "the command was not understood or is too long"),
    names(501, Reason::SyntaxError, "the command has a wrong argument"),
    names(502, Reason::SyntaxError, "the server does not know the command"),
    names(503, Reason::SyntaxError, "the commands came in the wrong order"),
    names(504, Reason::SyntaxError, "the server does not know the parameter"),
    names(510, Reason::UserUnknown, "the recipient's address is wrong (in no RFC)"),
    names(511, Reason::UserUnknown, "the recipient's address is wrong (in no RFC)"),
    names(512, Reason::HostUnknown, "the recipient's domain was not found (in no RFC)"),
    names(513, Reason::NoRelaying, "the server does not handle this address (in no RFC)"),
    names(521, Reason::NotAccept, "this server takes no mail"),
    names(523, Reason::MesgTooBig, "the message is larger than the recipient may get (in no RFC)"),
    names(525, Reason::Suspend, "the user's account is switched off"),
    names(530, Reason::SecurityError, "log in or switch to encryption first"),
    names(534, Reason::SecurityError, "the login method is too weak"),
    names(535, Reason::SecurityError, "the username or the password is wrong"),
    names(538, Reason::FailedStartTls, "this login method needs encryption"),
    names(541, Reason::SpamDetected, "the recipient's rules refuse the message (in no RFC)"),
    says(550, "the mailbox is not available, or the server's rules forbid it"),
    says(551, "the user is not on this server"),
    says(552, "a limit of space or size was passed"),
    says(553, "the name of the mailbox is not allowed"),
    says(554, "it failed, or the server takes no mail from this client"),
    names(555, Reason::SyntaxError, "the server does not know a parameter of the sender or recipient"),
    names(556, Reason::NotAccept, "the recipient's domain takes no mail"),
    names(571, Reason::PolicyViolation, "the server's rules forbid it (in no RFC)"),
];

/// The id that a server gave a message, in its reply: `250 2.0.0 Ok: queued as 4WxYz12345z9Q`, `OK id=1a2b3c-000001-AB`.
#[must_use]
pub fn queued_as(reply: &str) -> Option<String> {
    let id = |lead: &str| reply.split_once(lead)?.1.split([' ', ')', ']', ';', ',']).next();
    let found = ["queued as ", "OK id=", "Queued mail for delivery "].iter().find_map(|lead| id(lead))?;
    let is_id = found.len() > 3 && found.bytes().any(|byte| byte.is_ascii_digit());
    is_id.then(|| found.trim_end_matches('.').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, code: Option<u16>, status: &str, text: &str) {
        let reply = Reply::parse(raw);
        let found = reply.status.map(|s| s.to_string()).unwrap_or_default();
        assert_eq!((reply.code, &*found, reply.text), (code, status, text), "{raw}");
    }

    #[test]
    fn replies_are_taken_apart() {
        check("550 5.1.1 User unknown", Some(550), "5.1.1", "User unknown");
        check("550-5.1.1 User unknown", Some(550), "5.1.1", "User unknown");
        check("550_5.1.1_User_unknown/", Some(550), "5.1.1", "User_unknown");
        check("550 #5.1.0 Address rejected.", Some(550), "5.1.0", "Address rejected.");
        check("550 [5.1.1] No such user", Some(550), "5.1.1", "No such user");
        check(
            "Sorry,_no_mailbox_here_by_that_name._(#5.1.1)/",
            None,
            "5.1.1",
            "Sorry,_no_mailbox_here_by_that_name.",
        );
        check("5.4.310 DNS domain does not exist", None, "5.4.310", "DNS domain does not exist");
        check("550", Some(550), "", "");
        check("User unknown", None, "", "User unknown");
        check("550 No such user (state 14).", Some(550), "", "No such user (state 14).");
    }

    #[test]
    fn a_quoted_reply_is_found_in_its_log_line() {
        check(
            "host mx[192.0.2.1] said: 550 5.1.1 No (in reply to RCPT TO command)",
            Some(550),
            "5.1.1",
            "No (in reply to RCPT TO command)",
        );
        check(
            "192.0.2.1_does_not_like_recipient./Remote_host_said:_450_4.2.1_Busy/Giving_up_on_192.0.2.1./",
            Some(450),
            "4.2.1",
            "Busy/Giving_up_on_192.0.2.1.",
        );
        check(
            "SMTP error from remote mail server after RCPT TO:<a@b.example>: 550 No such user",
            Some(550),
            "",
            "No such user",
        );
        check("host mx refused to talk to me: 554 No", Some(554), "", "No");
        check("Delivery failed. 550 5.1.1 unknown", Some(550), "5.1.1", "Delivery failed. 550 5.1.1 unknown");
    }

    #[test]
    fn numbers_that_are_no_codes_stay_text() {
        check("192.0.2.1 refused", None, "", "192.0.2.1 refused");
        check("5 messages", None, "", "5 messages");
        check("5500 messages", None, "", "5500 messages");
        check("999 odd", None, "", "999 odd");
    }

    #[test]
    fn codes_ascend_and_every_class_has_a_meaning() {
        assert!(REPLIES.is_sorted_by(|a, b| a.code < b.code));
        assert_eq!(meaning(299), Some("done"));
        assert_eq!(meaning(99), None);
    }
}
