//! What an operator of server software looks up and runs. Each room has its own in `server.rs`, and explanations find
//! it by the format of a line ([`Format::server`]) or by the software ([`server`]).

use super::{FORMATS, Format, ROOMS};
use crate::knowledge::tool::{MailcowContainer, Tool};
use crate::vocabulary::{FormatKind, Software};

/// A step: its text, and a command that may be empty.
pub type Todo = (&'static str, &'static str);

/// What is known of server software. In commands, `{id}` stands for the number of a message, `{address}`, `{user}` and
/// `{sender}` for what they say; a command that is empty is one that nobody knows.
#[derive(Debug)]
pub struct ServerFacts {
    /// Which one.
    pub software: Software,
    /// Its room and the realm of its formats.
    pub realm: &'static str,
    /// Where its log can be, which depends on the distribution.
    pub logs: &'static [&'static str],
    /// The same where syslog writes it, as steps name it.
    pub syslog: &'static str,
    /// The kind of its logs that alone has the numbers of messages; `None` where all have them.
    pub numbered: Option<FormatKind>,
    /// Shows the lines of a message.
    pub lines: &'static str,
    /// What else shows lines of a message; `{deliveries}` are the numbers of deliveries without a result, `{during}` are
    /// the options that name a time.
    pub more_lines: &'static [Todo],
    /// True where it tries again by the schedule of [`crate::knowledge::retry`].
    pub retries_by_age: bool,
    /// For how many days it tries a message by default, and what sets that; `None` where its lines tell no age.
    pub lifetime: Option<(u64, &'static str)>,
    /// Shows how many messages wait.
    pub queue: &'static str,
    /// Shows the headers of a message that waits.
    pub headers: &'static str,
    /// Keeps it from sending.
    pub stop: &'static str,
    /// Lets a message go that is on hold.
    pub release: &'static str,
    /// Shows why a message was frozen.
    pub frozen: &'static str,
    /// Removes a message, and all frozen notices.
    pub remove_frozen: &'static str,
    /// Shows from where a user sent.
    pub logins: &'static str,
    /// Shows what of a sender waits.
    pub of_sender: &'static str,
    /// Tries a message again.
    pub retry: &'static str,
    /// Keeps a message in the queue without trying it.
    pub hold: &'static str,
    /// Tries all messages again.
    pub again: &'static str,
    /// What it calls the relay that it sends all through; in brackets, after a blank.
    pub relay: &'static str,
    /// Shows how it logs in at its relay.
    pub relay_login: &'static str,
    /// Shows the settings that name next hops.
    pub next_hops: &'static str,
    /// Shows which domain its own programs write with.
    pub origin: &'static str,
    /// Shows which resolver it asks.
    pub resolver: &'static str,
    /// What to know about its resolver; begins with a blank.
    pub chroot: &'static str,
    /// Shows where an address leads.
    pub test: &'static str,
    /// Shows the domains that it handles.
    pub domains: &'static str,
    /// Checks its settings.
    pub check: Todo,
    /// Shows what it logged last.
    pub errors: Todo,
    /// Shows a setting, `{name}`.
    pub setting: &'static str,
    /// Shows several settings, `{names}`.
    pub settings: &'static str,
    /// What stands between them.
    pub between: &'static str,
    /// Settings whose names have no underscore.
    pub bare: &'static [&'static str],
    /// Its tools.
    pub tools: &'static [Tool],
    /// The container of mailcow that it runs in.
    pub container: Option<MailcowContainer>,
    /// Folders that are its own in a container.
    pub folders: &'static [&'static str],
}

impl ServerFacts {
    /// What few know; every other field is the server's own.
    pub const BASE: ServerFacts = ServerFacts {
        software: Software::Postfix,
        realm: "",
        logs: &[],
        syslog: "",
        numbered: None,
        lines: "",
        more_lines: &[],
        retries_by_age: false,
        lifetime: None,
        queue: "",
        headers: "",
        stop: "",
        release: "",
        frozen: "",
        remove_frozen: "",
        logins: "",
        of_sender: "",
        retry: "",
        hold: "",
        again: "",
        relay: "",
        relay_login: "",
        next_hops: "",
        origin: "",
        resolver: "",
        chroot: "",
        test: "",
        domains: "",
        check: ("", ""),
        errors: ("", ""),
        setting: "",
        settings: "",
        between: " ",
        bare: &[],
        tools: &[],
        container: None,
        folders: &[],
    };

    /// True where its log has the numbers of messages in a format.
    pub fn numbers(&self, format: &Format) -> bool {
        self.numbered.is_none_or(|kind| kind == format.kind)
    }
}

/// Every server.
pub static SERVERS: &[&ServerFacts] = &[
    &super::qmail::server::SERVER,
    &super::postfix::server::SERVER,
    &super::exim::server::SERVER,
    &super::sendmail::server::SERVER,
    &super::dovecot::server::SERVER,
];

/// What is known of a server.
pub fn server(software: Software) -> &'static ServerFacts {
    SERVERS.iter().find(|server| server.software == software).unwrap_or(&SERVERS[0])
}

impl Format {
    /// The format of this name.
    pub fn named(id: &str) -> Option<&'static Format> {
        FORMATS.iter().copied().find(|format| format.id == id)
    }

    /// What is known of the server that writes it: none for what only stands beside one.
    pub fn server(&self) -> Option<&'static ServerFacts> {
        let own = |room: &&(&str, &[&Format])| room.1.iter().any(|format| std::ptr::eq(*format, self));
        let room = ROOMS.iter().find(own)?.0;
        SERVERS.iter().copied().find(|server| server.realm == room && server.realm == self.realm)
    }

    /// The software that writes it, where an answer hangs on it.
    pub fn software(&self) -> Option<Software> {
        Some(self.server()?.software)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_software_has_its_server() {
        use Software::{Dovecot, Exim, Postfix, Qmail, Sendmail};
        for software in [Qmail, Postfix, Exim, Sendmail, Dovecot] {
            assert_eq!(server(software).software, software);
            assert!(FORMATS.iter().any(|format| format.software() == Some(software)), "{software:?}");
        }
        assert!(Format::named("opendkim").is_some_and(|format| format.server().is_none()));
    }
}
