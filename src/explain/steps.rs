//! Next steps with this trace's own numbers: what to look up in DNS, and where else to look.
//!
//! A log can hold anything, and what stands here is copied into a shell: only names, addresses and ids
//! made of harmless letters get into a command; for all others there is no command.

use super::message::is_name;
use crate::format::FORMATS;
use crate::knowledge::reason::Reason;
use crate::report::export::{Attempt, Step};
use std::net::IpAddr;

/// What the steps of a message are made of.
pub(super) struct Known<'a> {
    /// Why it did not work.
    pub reason: Option<Reason>,
    /// The attempt that decides.
    pub attempt: &'a Attempt,
    /// The envelope sender.
    pub sender: Option<&'a str>,
}

/// What to look up in DNS, by the reason.
pub(super) fn dns(known: &Known<'_>) -> Vec<Step> {
    let to = known.attempt.recipient.as_deref().and_then(domain);
    let from = known.sender.and_then(domain);
    let refused = known.attempt.text.as_deref().and_then(client);
    let mut steps = Vec::new();
    let mut look = |text: String, command: String| steps.push(Step { text, command: Some(command) });
    match known.reason {
        Some(Reason::HostUnknown | Reason::NotAccept) => {
            if let Some(to) = to {
                look(
                    format!("To see whether {to} exists and who keeps its DNS:"),
                    format!("dig +short NS {to}"),
                );
            }
        }
        Some(Reason::AuthFailure) => {
            if let Some(from) = from {
                look(
                    format!("To see which servers may send for {from} (SPF):"),
                    format!("dig +short TXT {from}"),
                );
                look(
                    format!("To see what {from} asks for when the check fails (DMARC):"),
                    format!("dig +short TXT _dmarc.{from}"),
                );
                look(
                    "To see the key of the signature (DKIM); put the s= of the message's DKIM-Signature in the place of SELECTOR:".into(),
                    format!("dig +short TXT SELECTOR._domainkey.{from}"),
                );
            }
        }
        Some(Reason::Rejected) => {
            if let Some(from) = from {
                look(
                    format!("To see whether the sender's domain {from} takes mail itself:"),
                    format!("dig +short MX {from}"),
                );
            }
        }
        _ => {}
    }
    if let (Some(Reason::Blocked | Reason::BadReputation | Reason::RequirePtr), Some(ip)) =
        (known.reason, refused)
    {
        look(format!("To see the name of the refused address {ip} (PTR):"), format!("dig +short -x {ip}"));
        if let IpAddr::V4(ip) = ip {
            let [a, b, c, d] = ip.octets();
            look(
                format!("To see whether {ip} is on Spamhaus's list (an answer in 127.0.0.0/8 means yes):"),
                format!("dig +short {d}.{c}.{b}.{a}.zen.spamhaus.org"),
            );
        }
    }
    steps
}

/// How to find the same mail in the logs beside this one: the mailbox server's, by the user; the log of the
/// mail system, by the Message-ID.
pub(super) fn elsewhere(local: Option<&str>, message_id: Option<&str>) -> Vec<Step> {
    let mut steps = Vec::new();
    if let Some(user) = local.filter(|user| is_word(user)) {
        steps.push(Step {
            text: format!("To see what the mailbox server did for {user}:"),
            command: Some(format!("grep -F '{user}' {}", path("dovecot-login"))),
        });
    }
    if let Some(id) = message_id.map(|id| id.trim_matches(['<', '>'])).filter(|id| is_word(id)) {
        steps.push(Step {
            text: "To follow the same mail through the log of the mail system, by its Message-ID:".into(),
            command: Some(format!("grep -F '{id}' {}", path("postfix-cleanup"))),
        });
    }
    steps
}

/// Where the log of a format is found.
fn path(format: &str) -> &'static str {
    let format = FORMATS.iter().find(|of| of.id == format);
    let found = format.and_then(|format| format.found_in.first()).copied();
    found.unwrap_or("/var/log/maillog")
}

/// The part of an address after the `@`, where it is safe in a command.
fn domain(address: &str) -> Option<&str> {
    let (_, domain) = address.rsplit_once('@')?;
    is_name(domain).then_some(domain)
}

/// The address that a reply says it refuses: in brackets by custom, else the first that it names.
fn client(reply: &str) -> Option<IpAddr> {
    let in_brackets = reply.split('[').skip(1).filter_map(|part| part.split(']').next());
    let words = reply.split(|letter: char| !(letter.is_ascii_hexdigit() || ".:".contains(letter)));
    in_brackets.chain(words).find_map(|word| word.trim_matches(['.', ':']).parse().ok())
}

/// True for an address or an id that a shell takes as it is within quotes, and grep as no option.
fn is_word(text: &str) -> bool {
    let harmless = |byte: u8| byte.is_ascii_alphanumeric() || b"-._+@=$".contains(&byte);
    !text.is_empty() && !text.starts_with('-') && text.bytes().all(harmless)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commands(reason: Reason, recipient: &str, sender: &str, text: &str) -> Vec<String> {
        let attempt =
            Attempt { recipient: Some(recipient.into()), text: Some(text.into()), ..Attempt::default() };
        let known = Known { reason: Some(reason), attempt: &attempt, sender: Some(sender) };
        dns(&known).into_iter().filter_map(|step| step.command).collect()
    }

    #[test]
    fn each_reason_looks_up_the_right_names() {
        let (to, from) = ("ana@client.example", "ben@shop.example");
        assert_eq!(commands(Reason::HostUnknown, to, from, ""), ["dig +short NS client.example"]);
        assert_eq!(
            commands(Reason::AuthFailure, to, from, ""),
            [
                "dig +short TXT shop.example",
                "dig +short TXT _dmarc.shop.example",
                "dig +short TXT SELECTOR._domainkey.shop.example"
            ]
        );
        assert_eq!(
            commands(Reason::Blocked, to, from, "554 5.7.1 Client host [192.0.2.7] blocked"),
            ["dig +short -x 192.0.2.7", "dig +short 7.2.0.192.zen.spamhaus.org"]
        );
        assert_eq!(commands(Reason::RequirePtr, to, from, "no PTR"), Vec::<String>::new());
    }

    #[test]
    fn what_a_shell_could_run_gets_into_no_command() {
        for domain in ["a;id", "$(id)", "-f", "a b", "a'b", "a\nb", ""] {
            let address = format!("x@{domain}");
            assert!(commands(Reason::AuthFailure, "", &address, "").is_empty(), "{domain}");
            assert!(commands(Reason::HostUnknown, &address, "", "").is_empty(), "{domain}");
        }
        for user in ["a'b@x.example", "-e", "$(id)", "a b", "`id`"] {
            assert!(elsewhere(Some(user), Some(user)).is_empty(), "{user}");
        }
    }
}
