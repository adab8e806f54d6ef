//! Next steps with this trace's own numbers: what to look up in DNS, and where else to look.
//!
//! A log can hold anything, and what stands here is copied into a shell: only names, addresses and ids
//! made of harmless letters get into a command; for all others there is no command.

use super::message::{is_name, is_remote};
use super::situation::{calls_inside, is_own_service};
use super::words::put;
use crate::export::{Attempt, Step};
use crate::format::{ServerFacts, Software, server};
use crate::knowledge::{Named, Reason, Refusal, misspelled};
use crate::vocabulary::Stage;
use std::net::IpAddr;

/// A step with the values that the log has. Of the parts of its command, which semicolons set apart, those are left
/// out that lack a value; where none is left, so is the sentence that leads to it, and a sentence that is all there
/// is names the program instead.
pub(super) fn step(text: String, command: &str, value: impl Fn(&str) -> Option<String>) -> Step {
    let parts: Vec<String> =
        command.split("; ").filter_map(|part| Some(seen_from_both(&put(part, &value)?))).collect();
    if !parts.is_empty() {
        return Step { text, command: Some(parts.join("; ")).filter(|command| !command.is_empty()) };
    }
    // The program with what it's asked to do, but for options that want a value.
    let words = command.split([';', '|']).next().unwrap_or_default().split(' ');
    let named: Vec<&str> = words.take_while(|word| !word.contains('{')).collect();
    let program = named.join(" ");
    let program =
        program.rsplit_once(" -").filter(|(_, option)| option.len() == 1).map_or(&*program, |of| of.0);
    // Who is told to look at a file knows how.
    let plain = ["cat", "grep", "ls", "namei", "sed", "tail"].contains(named.first().unwrap_or(&""));
    let text = match (text.rsplit_once(". "), text.strip_suffix(':')) {
        (Some((before, _)), Some(_)) => format!("{before}."),
        (None, Some(lead)) if plain => format!("{lead}."),
        (None, Some(lead)) if !program.is_empty() => format!("{lead} ({program})."),
        _ => text,
    };
    Step { text, command: None }
}

/// A program in a chroot takes a whole path from its own root: whether it is in one, the line doesn't say.
fn seen_from_both(part: &str) -> String {
    let path = part.strip_prefix("cd ").and_then(|rest| rest.split_once(" && ls -l /"));
    path.map_or_else(|| part.to_owned(), |(root, path)| format!("ls -l /{path} {root}/{path}"))
}

/// What another server said, and what is known beside it.
pub(super) struct RemoteWords<'a> {
    /// Why it did not work.
    pub reason: Reason,
    /// What exactly was refused, where that is known.
    pub refusal: Option<Refusal>,
    /// Its words.
    pub text: &'a str,
    /// Its name or address.
    pub server: Option<&'a str>,
    /// The envelope sender.
    pub sender: Option<&'a str>,
    /// The recipient.
    pub recipient: Option<&'a str>,
    /// Whose server said so.
    pub whose: Whose,
}

/// Whose server said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// The server that wrote the log, or one behind it.
    Ours,
    /// Another server, which the one that wrote the log called.
    Theirs,
    /// Nothing shows it: whoever pasted it can be on either side.
    Unknown,
}

impl<'a> RemoteWords<'a> {
    /// What the result of an attempt says.
    pub fn of(
        (reason, refusal): (Reason, Option<Refusal>),
        attempt: &'a Attempt,
        sender: Option<&'a str>,
    ) -> RemoteWords<'a> {
        RemoteWords {
            reason,
            refusal,
            text: attempt.text.as_deref().unwrap_or_default(),
            server: attempt.remote.as_deref(),
            sender,
            recipient: attempt.recipient.as_deref(),
            whose: Whose::Unknown,
        }
    }

    /// The same, where the log of the server that tried says whom it called.
    pub fn logged(self, attempt: &Attempt) -> RemoteWords<'a> {
        let called = is_remote(attempt) && attempt.code.is_some();
        let whose = match () {
            () if is_own_service(attempt) || !is_remote(attempt) => Whose::Ours,
            () if called && !calls_inside(attempt) => Whose::Theirs,
            () => Whose::Unknown,
        };
        RemoteWords { whose, ..self }
    }
}

/// What to do about what another server said: what its reason asks for, with whom and what its words name, then what
/// shows more.
pub(super) fn of_reply(agent: &str, said: &RemoteWords<'_>) -> Vec<Step> {
    let named = Named::by(said.text, said.server.unwrap_or_default());
    let of_provider = said.recipient.and_then(domain).is_some_and(misspelled::is_provider);
    let text = put(agent, |name| match name {
        "address" => {
            let address = named.address.map(|ip| ip.to_string()).or_else(|| named.host.map(Into::into));
            Some(address.unwrap_or_else(|| "the sending server's address".into()))
        }
        // A mailbox at one of the great providers is never ours.
        "theirs" => (of_provider || said.whose == Whose::Theirs).then(String::new),
        "ours" => (!of_provider && said.whose == Whose::Ours).then(String::new),
        "either" => (!of_provider && said.whose == Whose::Unknown).then(String::new),
        "own" => (!of_provider && said.whose != Whose::Theirs).then(String::new),
        "ip" => named.address.map(|ip| ip.to_string()),
        "domain" => named.domain.map(Into::into),
        "link" => named.link.map(Into::into),
        _ => None,
    });
    let fix = Step { text: text.unwrap_or_default(), command: None };
    // Google names the domain that it asked in the brackets.
    let nameless = said.reason == Reason::AuthFailure && said.text.contains("SPF []");
    let helo = nameless.then(|| Step {
        text: "SPF was asked for no domain: the envelope sender was empty, as notices and automatic replies have it. Then the name counts that the sending server greets with (HELO): give that name an SPF record that names the server, or sign such messages with DKIM.".into(),
        command: None,
    });
    helo.into_iter().chain([fix]).chain(look_ups(said, &named)).collect()
}

/// The lines in which a mailbox's login sent something, by Exim or by Postfix.
pub(super) fn see_logins(text: &str, address: &str, software: Option<Software>) -> Step {
    let command = match software {
        Some(Software::Exim) => {
            format!("grep -shE 'A=[a-z_]+:{address}' /var/log/exim4/mainlog* /var/log/exim_mainlog*")
        }
        _ => format!("grep -rshF 'sasl_username={address}' /var/log/mail.log* /var/log/maillog*"),
    };
    Step { text: text.into(), command: Some(command).filter(|_| is_word(address)) }
}

/// What shows more about a reply: in DNS, and at the other server.
fn look_ups(said: &RemoteWords<'_>, named: &Named<'_>) -> Vec<Step> {
    let to = said.recipient.and_then(domain);
    // What a reply names counts: the sender that people see can be of another domain than the envelope's.
    let from = named.domain.filter(|domain| is_name(domain)).or_else(|| said.sender.and_then(domain));
    let server = said.server.filter(|server| is_name(server));
    let mut steps = Vec::new();
    let mut look = |text: String, command: String| steps.push(Step { text, command: Some(command) });
    if said.refusal == Some(Refusal::OutgoingPort) {
        return vec![Step { text: TEST_PORT.0.into(), command: Some(TEST_PORT.1.into()) }];
    }
    match said.reason {
        Reason::HostUnknown | Reason::NotAccept => {
            if let Some(to) = to {
                look(
                    format!(
                        "To see whether {to} exists (status NXDOMAIN: it doesn't) and which mail servers it has:"
                    ),
                    format!("dig {to} MX"),
                );
            }
        }
        Reason::NetworkError | Reason::Expired => {
            if let Some(server) = server {
                look(
                    format!("To test port 25 of {server} from this server:"),
                    format!("nc -vz -w 10 {server} 25"),
                );
            }
            if let Some(to) = to {
                look(format!("To see which mail servers {to} has:"), format!("dig +short MX {to}"));
            }
        }
        Reason::FailedStartTls if said.refusal == Some(Refusal::SecureMx) => {
            if let Some(to) = to {
                look(
                    format!("To compare the policy of {to} with its mail servers:"),
                    format!(
                        "curl -s https://mta-sts.{to}/.well-known/mta-sts.txt; dig +short TXT _mta-sts.{to}; dig +short MX {to}"
                    ),
                );
            }
        }
        Reason::FailedStartTls => {
            if let Some(server) = server {
                look(
                    format!("To see the certificate of {server} and how it encrypts:"),
                    format!("openssl s_client -starttls smtp -connect {server}:25 </dev/null"),
                );
            }
        }
        Reason::AuthFailure => {
            if let Some(from) = from {
                look(
                    format!("To see which servers are allowed to send for {from} (SPF):"),
                    format!("dig +short TXT {from}"),
                );
                look(
                    format!("To see what {from} asks for when the check fails (DMARC):"),
                    format!("dig +short TXT _dmarc.{from}"),
                );
            }
        }
        Reason::Rejected => {
            if let Some(from) = from {
                look(
                    format!("To see whether the sender's domain {from} accepts mail:"),
                    format!("dig +short MX {from}"),
                );
            }
        }
        _ => {}
    }
    if let (Reason::Blocked | Reason::BadReputation, None, Some(host)) =
        (said.reason, named.address, named.host)
    {
        look(
            format!("To see the address of {host}, which the reply names as the one that is refused:"),
            format!("dig +short {host}"),
        );
    }
    if let (Reason::Blocked | Reason::BadReputation | Reason::RequirePtr, Some(ip)) =
        (said.reason, named.address)
    {
        look(
            format!("To see the reverse DNS name (PTR) of the rejected address {ip}:"),
            format!("dig +short -x {ip}"),
        );
        // A list of the receiver's own isn't Spamhaus's.
        let own = ["our block list", "banned sending IP"].iter().any(|words| said.text.contains(words));
        if let (IpAddr::V4(ip), true) = (ip, said.reason == Reason::Blocked && !own) {
            let [a, b, c, d] = ip.octets();
            look(
                format!(
                    "To see whether {ip} is on Spamhaus's list (127.0.0.2 to 127.0.0.11 means yes; 127.255.255.x means that the query was refused, so use another resolver):"
                ),
                format!("dig +short {d}.{c}.{b}.{a}.zen.spamhaus.org"),
            );
        }
    }
    steps
}

/// Whether mail can leave this server.
pub(super) const TEST_PORT: (&str, &str) = (
    "Test from this server whether it reaches port 25 of a large provider:",
    "nc -vz -w 10 gmail-smtp-in.l.google.com 25",
);

/// What is known of where the lines of a message are.
pub(super) struct LogPlace<'a> {
    /// The server whose log has its number or id.
    pub server: Option<&'static ServerFacts>,
    /// Its number or id in the queue.
    pub id: Option<&'a str>,
    /// A little before its first and a little after its last line, with their zone.
    pub window: Option<(String, String)>,
    /// The numbers of deliveries whose results are not in the paste.
    pub deliveries: Vec<&'a str>,
}

/// How to get at all lines of a message on the server.
pub(super) fn look(place: &LogPlace<'_>) -> Vec<Step> {
    let Some(id) = place.id.filter(|id| is_name(id)) else { return Vec::new() };
    let Some(server) = place.server.filter(|server| !server.lines.is_empty()) else { return Vec::new() };
    let between = place.window.as_ref();
    let during = between.map_or_else(String::new, |(from, to)| format!(" (between {from} and {to})"));
    let deliveries: Vec<&str> = place.deliveries.iter().copied().filter(|number| is_name(number)).collect();
    let value = |name: &str| match name {
        "id" => Some(id.to_owned()),
        "deliveries" => Some(deliveries.join("|")).filter(|numbers| !numbers.is_empty()),
        "during" => {
            Some(between.map_or_else(String::new, |(from, to)| format!("--since '{from}' --until '{to}' ")))
        }
        _ => None,
    };
    let first = format!("To see the lines of this message on the server{during}:");
    let all = std::iter::once((&*first, server.lines)).chain(server.more_lines.iter().copied());
    all.filter_map(|(text, command)| Some(Step { text: text.into(), command: Some(put(command, value)?) }))
        .collect()
}

/// What to do about a service of this server that a line names by its socket or its address and port, as in
/// `warning: connect to Milter service inet:192.0.2.7:11332: Host is unreachable`.
pub(super) fn service(line: &str) -> Option<Step> {
    let words = line.split([' ', ',', ';', '"', '<', '>', '=']).map(|word| word.trim_end_matches([':', '.']));
    let mut named = words.map(|word| {
        let kind = ["inet:", "inet6:", "unix:", "local:", "tcp:", "socketmap:inet:"];
        kind.iter().find_map(|kind| word.strip_prefix(kind)).unwrap_or(word)
    });
    let (socket, port) = named.find_map(|word| {
        if word.starts_with('/') || word.starts_with("private/") {
            let safe = word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/._-".contains(&byte));
            return safe.then_some((word, None));
        }
        let (host, port) = word.rsplit_once(':')?;
        let host = host.trim_matches(['[', ']']);
        let host = host.split_once('[').map_or(host, |(_, ip)| ip);
        let port: u16 = port.parse().ok()?;
        (is_name(host) || host.parse::<IpAddr>().is_ok()).then_some((word, Some(port)))
    })?;
    let command = match port {
        Some(port) => format!("ss -ltnp | grep ':{port} '"),
        None => format!("ls -l {socket}; ss -lxp | grep {socket}"),
    };
    Some(Step {
        text: format!(
            "See whether the service at {socket} is running and listening there. If it runs, the address it listens on must match the mail server's settings:"
        ),
        command: Some(command),
    })
}

/// What to look at, from the station at which it failed on: the sender's program, the server and its queue,
/// the mailbox.
pub(super) fn station(stage: Stage, server: Option<&ServerFacts>) -> Vec<Step> {
    let say =
        |text: &str, command: Option<&str>| Step { text: text.into(), command: command.map(Into::into) };
    let client = say(
        "Ask how the message was sent (webmail, an email app, a website's form or plugin), and whether one mailbox is affected or all.",
        None,
    );
    let queue = server.map(|server| server.queue).filter(|command| !command.is_empty());
    let queue = queue.map(|command| say("To see whether other messages are waiting, too:", Some(command)));
    let mailbox = say(
        "Ask whether mail from other senders reaches this mailbox, and whether a filter rule or a forward moves it.",
        None,
    );
    match stage {
        Stage::Sender | Stage::OurServer => [Some(client), queue].into_iter().flatten().collect(),
        Stage::Queue | Stage::Dns | Stage::TheirServer => queue.into_iter().collect(),
        Stage::Mailbox => vec![mailbox],
    }
}

/// How to find the same mail in the logs beside this one: the mailbox server's, by the user; the log of the
/// mail system, by the Message-ID.
pub(super) fn elsewhere(local: Option<&str>, message_id: Option<&str>) -> Vec<Step> {
    let logs = |software| server(software).logs.join(" ");
    let mut steps = Vec::new();
    if let Some(user) = local.filter(|user| is_word(user)) {
        steps.push(Step {
            text: format!("To see what the mailbox server did for {user}:"),
            command: Some(format!("grep -shF '{user}' {}", logs(Software::Dovecot))),
        });
    }
    if let Some(id) = message_id.map(|id| id.trim_matches(['<', '>'])).filter(|id| is_word(id)) {
        steps.push(Step {
            text: "To follow the same message through the mail server's log, by its Message-ID:".into(),
            command: Some(format!("grep -shF '{id}' {}", logs(Software::Postfix))),
        });
    }
    steps
}

/// The part of an address after the `@`, where it is safe in a command.
fn domain(address: &str) -> Option<&str> {
    let (_, domain) = address.rsplit_once('@')?;
    is_name(domain).then_some(domain)
}

/// True for an address or an id that a shell takes as it is within quotes, and grep as no option.
pub(super) fn is_word(text: &str) -> bool {
    let harmless = |byte: u8| byte.is_ascii_alphanumeric() || b"-._+@=$".contains(&byte);
    !text.is_empty() && !text.starts_with('-') && text.bytes().all(harmless)
}

/// How `openssl s_client` reaches the service of this server that a program serves.
pub(super) fn listener(program: &[u8]) -> &'static str {
    /// Parts of a program's name, the most telling first.
    const LISTENERS: &[(&str, &str)] = &[
        ("smtps", "-connect localhost:465"),
        ("submissions", "-connect localhost:465"),
        ("submission", "-starttls smtp -connect localhost:587"),
        ("smtpd", "-starttls smtp -connect localhost:25"),
        ("pop3d-ssl", "-connect localhost:995"),
        ("pop3d", "-starttls pop3 -connect localhost:110"),
        ("pop3", "-connect localhost:995"),
        ("sieve", "-starttls sieve -connect localhost:4190"),
        ("imapd-ssl", "-connect localhost:993"),
        ("imapd", "-starttls imap -connect localhost:143"),
    ];
    let named = |part: &str| memchr::memmem::find(program, part.as_bytes()).is_some();
    LISTENERS.iter().find(|of| named(of.0)).map_or("-connect localhost:993", |of| of.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commands(reason: Reason, recipient: &str, sender: &str, text: &str) -> Vec<String> {
        let said = RemoteWords {
            reason,
            refusal: None,
            text,
            server: None,
            sender: Some(sender),
            recipient: Some(recipient),
            whose: Whose::Unknown,
        };
        of_reply("", &said).into_iter().filter_map(|step| step.command).collect()
    }

    #[test]
    fn what_a_reply_names_stands_in_what_to_do() {
        let said = RemoteWords {
            reason: Reason::Blocked,
            refusal: None,
            text: "554 5.7.1 Client host [192.0.2.7] blocked, see https://list.example/q",
            server: None,
            sender: None,
            recipient: None,
            whose: Whose::Unknown,
        };
        let of =
            |said: &RemoteWords<'_>| of_reply("Have {address} taken off{?: {link}}.", said)[0].text.clone();
        assert_eq!(of(&said), "Have 192.0.2.7 taken off: https://list.example/q.");
        assert_eq!(
            of(&RemoteWords { text: "blocked", ..said }),
            "Have the sending server's address taken off."
        );
    }

    #[test]
    fn a_command_is_given_as_far_as_its_values_are_known() {
        let of = |text: &str, command| {
            let made = step(text.into(), command, |name| (name == "user").then(|| "ana".into()));
            (made.text, made.command.unwrap_or_default())
        };
        for (text, command, want) in [
            ("See it:", "authtest {user}; ls -l {path}", ("See it:", "authtest ana")),
            ("See it:", "doveadm sieve list -u {box}", ("See it (doveadm sieve list).", "")),
            ("See it:", "ls -l {path}", ("See it.", "")),
            ("Mend it. To see it:", "exim -bt {box}", ("Mend it.", "")),
            ("Mend it.", "", ("Mend it.", "")),
            ("See it:", "cd /r && ls -l a/{user}", ("See it:", "cd /r && ls -l a/ana")),
            ("See it:", "cd /r && ls -l /a/{user}", ("See it:", "ls -l /a/ana /r/a/ana")),
        ] {
            assert_eq!(of(text, command), (want.0.to_owned(), want.1.to_owned()), "{command}");
        }
    }

    #[test]
    fn each_reason_looks_up_the_right_names() {
        let (to, from) = ("ana@client.example", "ben@shop.example");
        assert_eq!(commands(Reason::HostUnknown, to, from, ""), ["dig client.example MX"]);
        assert_eq!(
            commands(Reason::AuthFailure, to, from, ""),
            ["dig +short TXT shop.example", "dig +short TXT _dmarc.shop.example"]
        );
        assert_eq!(
            commands(Reason::Blocked, to, from, "554 5.7.1 Client host [192.0.2.7] blocked"),
            ["dig +short -x 192.0.2.7", "dig +short 7.2.0.192.zen.spamhaus.org"]
        );
        assert_eq!(commands(Reason::RequirePtr, to, from, "no PTR"), Vec::<String>::new());
        assert_eq!(
            commands(
                Reason::AuthFailure,
                to,
                from,
                "550 5.7.26 Unauthenticated email from brand.example is not"
            )[0],
            "dig +short TXT brand.example"
        );
    }

    #[test]
    fn a_service_that_a_line_names_is_looked_for_where_it_listens() {
        let command = |line| service(line).and_then(|step| step.command);
        let milter = "connect to Milter service inet:192.0.2.7:11332: Host is unreachable";
        assert_eq!(command(milter).as_deref(), Some("ss -ltnp | grep ':11332 '"));
        let policy = "problem talking to server 127.0.0.1:9999: Success";
        assert_eq!(command(policy).as_deref(), Some("ss -ltnp | grep ':9999 '"));
        let socket = "connect to Milter service unix:/run/rmilter/rmilter.sock: Connection refused";
        assert_eq!(
            command(socket).as_deref(),
            Some("ls -l /run/rmilter/rmilter.sock; ss -lxp | grep /run/rmilter/rmilter.sock")
        );
        assert_eq!(command("unix:/run/$(id)/a: refused"), None);
        assert_eq!(command("the server refused this"), None);
    }

    #[test]
    fn lines_are_looked_up_where_the_program_logs_and_when() {
        let place = |software, id, deliveries| LogPlace {
            server: Some(server(software)),
            id: Some(id),
            window: Some(("2026-11-21 14:15 UTC".into(), "2026-11-21 14:25 UTC".into())),
            deliveries,
        };
        let commands = |place: &LogPlace<'_>| -> Vec<String> {
            look(place).into_iter().filter_map(|step| step.command).collect()
        };
        assert_eq!(
            commands(&place(Software::Qmail, "574692321", vec!["373", "380", "$(id)"])),
            [
                "cat /var/log/send/current | tai64nlocal | grep 574692321",
                "cat /var/log/send/current | tai64nlocal | grep -E 'msg 574692321|delivery (373|380):'",
                "ls /var/log/send | tai64nlocal",
                "cat /var/log/send/@*.s /var/log/send/current | tai64nlocal | grep 574692321",
            ]
        );
        assert_eq!(
            commands(&place(Software::Postfix, "D570D9B84C2", vec![])),
            [
                "grep -sh D570D9B84C2 /var/log/mail.log /var/log/maillog",
                "journalctl --since '2026-11-21 14:15 UTC' --until '2026-11-21 14:25 UTC' | grep -F D570D9B84C2",
            ]
        );
        assert!(commands(&place(Software::Qmail, "1;id", vec![])).is_empty());
        assert!(look(&place(Software::Exim, "1aBcDe-000001-AB", vec![]))[0].text.contains("14:15 UTC and"));
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
