//! Whom a reply speaks of: the address, the domain and the link that stand in its words. The relay that
//! gave the reply and the envelope of the message may be others, so what is looked up comes from here first.

use std::net::IpAddr;

/// What a reply names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Named<'a> {
    /// The address of the server that is refused.
    pub address: Option<IpAddr>,
    /// The name of the server that is refused, where the reply gives it instead of an address.
    pub host: Option<&'a str>,
    /// The domain whose SPF, DKIM or DMARC did not pass, or that is on a list.
    pub domain: Option<&'a str>,
    /// Where the receiver explains itself or takes an address off its list: a page, else an address to write to.
    pub link: Option<&'a str>,
}

/// True for an internal address of Exchange, which apps remember and nobody reads.
#[must_use]
pub fn is_old_entry(address: &str) -> bool {
    address.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("imceaex-"))
}

/// What a log writes in front of a reply about the server that gave it.
const QUOTES: &[&str] =
    &["said:", "refused to talk to me:", "remote host said:", "remote_host_said:", "remote server returned"];

/// Words in front of a domain that a reply speaks of.
const DOMAIN_LEADS: &[&str] = &[
    "unauthenticated email from ",
    "unauthenticated mail from ",
    "sending domain ",
    "spf domain ",
    "dkim domain ",
    "email from domain ",
    "mail from domain ",
    "due to domain ",
    "rejected due to ",
    "dmarc policy of ",
    "dmarc policy for domain ",
    "dmarc policy for ",
    "to send mail from ",
    "spf ",
];

/// What qmail writes behind a reply.
const GIVING_UP: &[&str] = &["giving up on ", "giving_up_on_"];

impl<'a> Named<'a> {
    /// Reads what a reply names, as a log quotes it. Never fails: what is not there is `None`.
    pub fn of(text: &'a str) -> Named<'a> {
        Named::by(text, "")
    }

    /// The same, where it's known which server said so, by its name or address or both: it speaks of another one.
    pub fn by(text: &'a str, server: &str) -> Named<'a> {
        // Of one length with the text: qmail writes a space as `_`.
        let lower = text.to_ascii_lowercase();
        let start = QUOTES.iter().filter_map(|quote| lower.rfind(quote).map(|at| at + quote.len())).max();
        let start = start.unwrap_or(0);
        let end = GIVING_UP.iter().filter_map(|words| lower[start..].find(words)).min();
        let end = end.map_or(text.len(), |at| start + at);
        let (said, lower) = (text[start..end].trim_end_matches('/'), &lower[start..end]);
        let own = |ip: IpAddr| server.split(['[', ']', ':']).any(|part| part.parse() == Ok(ip));
        Named {
            address: addresses(said).find(|ip| server.parse() != Ok(*ip) && !own(*ip)),
            host: host(said, server),
            domain: domain(said, lower),
            link: link(said, lower).or_else(|| contact(said, lower)),
        }
    }
}

/// The public IP addresses that are no part of a link: `[192.0.2.77 18]` is Google's form.
fn addresses(said: &str) -> impl Iterator<Item = IpAddr> {
    let words = said.split(|c: char| c.is_whitespace() || "_[]()<>,;\"'=".contains(c));
    words.filter(|word| !word.contains("://")).filter_map(|word| {
        let word = word.trim_matches(['.', ':']).trim_start_matches("IPv6:");
        let address: IpAddr = word.parse().ok()?;
        let public = match address {
            IpAddr::V4(v4) => v4.octets()[0] >= 11 && !v4.is_loopback() && !v4.is_private(),
            IpAddr::V6(v6) => !v6.is_loopback() && word.contains("::") | (word.matches(':').count() == 7),
        };
        public.then_some(address)
    })
}

/// The client's name in brackets, as in `Rejected spam source [out.shop.example]`.
fn host<'a>(said: &'a str, server: &str) -> Option<&'a str> {
    let is_host = |word: &&str| {
        let labels = word.split('.').count() >= 2 && word.split('.').all(|label| !label.is_empty());
        let letters = |byte: u8| byte.is_ascii_alphanumeric() || b"-.".contains(&byte);
        let named = word.rsplit('.').next().is_some_and(|last| last.bytes().all(|c| c.is_ascii_alphabetic()));
        labels && named && word.bytes().all(letters)
    };
    let bracketed = said.split('[').skip(1).filter_map(|rest| rest.split_once(']'));
    let mut hosts = bracketed.map(|(word, _)| word).filter(is_host);
    hosts.find(|word| !server.to_ascii_lowercase().contains(&word.to_ascii_lowercase()))
}

/// The domain behind the words that lead to one.
fn domain<'a>(said: &'a str, lower: &str) -> Option<&'a str> {
    let spaced = lower.replace('_', " ");
    DOMAIN_LEADS.iter().find_map(|lead| {
        spaced.match_indices(lead).find_map(|(at, _)| {
            let rest = said[at + lead.len()..].trim_start_matches(['[', '<', '(', '"', '\'']);
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '.'));
            let word = rest[..end.unwrap_or(rest.len())].trim_end_matches('.');
            // Not `fully.qualified` inside an address, a number or the name of a host list.
            let labels = word.split('.').count() >= 2 && word.split('.').all(|label| !label.is_empty());
            let named =
                word.rsplit('.').next().is_some_and(|last| last.bytes().any(|c| c.is_ascii_alphabetic()));
            (labels && named).then_some(word)
        })
    })
}

/// The last link, which leads nearest to the matter: block lists write theirs at the end.
fn link<'a>(said: &'a str, lower: &str) -> Option<&'a str> {
    let at = lower.rfind("https://").max(lower.rfind("http://"))?;
    let rest = &said[at..];
    // qmail ends its line with `/`, Exim writes a line end as `\n`.
    let end = rest.find(|c: char| c.is_whitespace() || "\\\"'<>)];,".contains(c)).unwrap_or(rest.len());
    let link = rest[..end].trim_end_matches(['.', ':']);
    (link.len() > "https://".len()).then_some(link)
}

/// The mail address behind the words that ask to write to it.
fn contact<'a>(said: &'a str, lower: &str) -> Option<&'a str> {
    const LEADS: &[&str] = &["contact ", "write to ", "mail to ", "mailto:", "email ", "e-mail "];
    let spaced = lower.replace('_', " ");
    LEADS.iter().flat_map(|lead| spaced.match_indices(lead)).find_map(|(at, lead)| {
        let rest = said[at + lead.len()..].trim_start_matches(['<', '[', '(']);
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "@.-+".contains(c)));
        let word = rest[..end.unwrap_or(rest.len())].trim_end_matches('.');
        let (name, domain) = word.split_once('@')?;
        (!name.is_empty() && domain.contains('.')).then_some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, address: &str, domain: &str, link: &str) {
        let named = Named::of(text);
        let found = named.address.map(|address| address.to_string()).unwrap_or_default();
        let found = (&*found, named.domain.unwrap_or_default(), named.link.unwrap_or_default());
        assert_eq!(found, (address, domain, link), "{text}");
    }

    #[test]
    fn the_address_of_a_reply_is_the_one_in_its_words() {
        check(
            "host mx.client.example[198.51.100.7] said: 554 5.7.1 Service unavailable; Client host [203.0.113.9] \
             blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/203.0.113.9 (in reply to RCPT TO \
             command)",
            "203.0.113.9",
            "",
            "https://www.spamhaus.org/query/ip/203.0.113.9",
        );
        check(
            "421-4.7.28 [192.0.2.77 18] Our system has detected an unusual rate of unsolicited mail",
            "192.0.2.77",
            "",
            "",
        );
        check(
            "550 5.7.606 Access denied, banned sending IP [203.0.113.9]. To request removal from this list please \
             visit https://sender.office.com/ and follow the directions. AS(1430)",
            "203.0.113.9",
            "",
            "https://sender.office.com/",
        );
        check("550 5.7.25 [2001:db8::1] The IP address has no PTR record", "2001:db8::1", "", "");
        check(
            "421 4.7.0 [TSS04] Messages from 203.0.113.9 temporarily deferred - 4.16.55.1;",
            "203.0.113.9",
            "",
            "",
        );
        check("550 5.1.1 no such user 10:05:11", "", "", "");
        check(
            "554 IP=203.0.113.9 - A problem occurred. (Ask your postmaster for help or to contact \
             tosa@rx.bigmail.example to clarify.) (BL)",
            "203.0.113.9",
            "",
            "tosa@rx.bigmail.example",
        );
        check("550 5.1.1 contact the recipient at ben@client.example", "", "", "");
    }

    #[test]
    fn the_server_that_says_so_is_not_the_one_that_it_refuses() {
        let of = |text, server| {
            let named = Named::by(text, server);
            let address = named.address.map(|address| address.to_string());
            (address.unwrap_or_default(), named.host.unwrap_or_default(), named.link.unwrap_or_default())
        };
        let qmail = "192.0.2.35_does_not_like_recipient./Remote_host_said:_550_5.7.1_Rejected_spam_source_[out.shop.example]_see_http://a.example/u?id=b/Giving_up_on_192.0.2.35./";
        assert_eq!(of(qmail, "192.0.2.35"), (String::new(), "out.shop.example", "http://a.example/u?id=b"));
        assert_eq!(
            of("554 mx 192.0.2.35 rejects 203.0.113.9", "mx.a.example[192.0.2.35]:25").0,
            "203.0.113.9"
        );
        assert_eq!(of("554 [mx.a.example] no", "mx.a.example[192.0.2.35]:25").1, "");
        assert_eq!(of("421 [TSS04] [192.0.2.77 18] [version 1.2]", "").1, "");
    }

    #[test]
    fn the_domain_of_a_failed_check_is_the_one_that_it_names() {
        check(
            "550-5.7.26 Unauthenticated email from shop.example is not accepted due to domain's DMARC policy.",
            "",
            "shop.example",
            "",
        );
        check(
            "550 5.7.509 Access denied, sending domain [SHOP.EXAMPLE] does not pass DMARC verification",
            "",
            "SHOP.EXAMPLE",
            "",
        );
        check(
            "550 5.7.1 Your message was rejected due to shop.example DMARC policy.",
            "",
            "shop.example",
            "",
        );
        check(
            "421-4.7.26 SPF [shop.example] with ip: [203.0.113.9] = did not pass",
            "203.0.113.9",
            "shop.example",
            "",
        );
        check(
            "192.0.2.1_failed_after_I_sent_the_message./Remote_host_said:_550_5.7.1_rejected_due_to_policy/",
            "",
            "",
            "",
        );
    }
}
