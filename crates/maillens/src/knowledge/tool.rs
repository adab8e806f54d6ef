//! Tools of a server's shell: which calls of them only show something, and in which container of mailcow what stands
//! beside a mail server runs. Those that a mail server brings stand with it, in its room of the formats.

/// A tool.
#[derive(Debug, Clone, Copy)]
pub struct Tool {
    /// Its name, without a folder.
    pub name: &'static str,
    /// When it only shows something.
    pub looks: Looks,
}

/// When a call of a tool only shows something.
#[derive(Debug, Clone, Copy)]
pub enum Looks {
    /// Always.
    Always,
    /// Never.
    Never,
    /// With one of these options.
    With(&'static [&'static str]),
    /// With an option that begins so.
    WithAny(&'static str),
    /// Without these options, and without a word that sets something.
    Without(&'static [&'static str]),
    /// Where one of these words comes first.
    First(&'static [&'static str]),
    /// Where this word comes last.
    Last(&'static str),
}

/// A tool that looks so.
pub const fn tool(name: &'static str, looks: Looks) -> Tool {
    Tool { name, looks }
}

impl Tool {
    /// True for a call with these options and words that only shows something.
    pub fn looks(&self, options: &[&str], words: &[&str]) -> bool {
        let has = |known: &[&str]| options.iter().any(|option| known.contains(option));
        match self.looks {
            Looks::Always => true,
            Looks::Never => false,
            Looks::With(known) => has(known),
            Looks::WithAny(start) => options.iter().any(|option| option.starts_with(start)),
            Looks::Without(known) => !has(known) && words.iter().all(|word| !word.contains('=')),
            Looks::First(known) => words.first().is_some_and(|word| known.contains(word)),
            Looks::Last(known) => words.last() == Some(&known),
        }
    }
}

/// The tools of every system.
pub const OF_SYSTEM: &[Tool] = &[
    tool("systemctl", Looks::First(&["status"])),
    tool("service", Looks::Last("status")),
    tool("zmcontrol", Looks::Last("status")),
    tool("cat", Looks::Always),
    tool("df", Looks::Always),
    tool("diff", Looks::Always),
    tool("dig", Looks::Always),
    tool("du", Looks::Always),
    tool("free", Looks::Always),
    tool("getent", Looks::Always),
    tool("host", Looks::Always),
    tool("id", Looks::Always),
    tool("ls", Looks::Always),
    tool("lsof", Looks::Always),
    tool("namei", Looks::Always),
    tool("netstat", Looks::Always),
    tool("nslookup", Looks::Always),
    tool("ps", Looks::Always),
    tool("ss", Looks::Always),
    tool("svstat", Looks::Always),
    tool("uptime", Looks::Always),
    tool("whois", Looks::Always),
];

/// Tools that show, or change, the files, the processes and the network of the machine that they run on.
pub const OF_ITS_MACHINE: &[&str] = &[
    "cat", "cd", "chown", "diff", "dig", "file", "getent", "host", "id", "ls", "lslocks", "namei", "nc",
    "ps", "sed", "stat", "tail",
];

/// A container of mailcow, and what runs in it.
#[derive(Debug, Clone, Copy)]
pub struct MailcowContainer {
    /// Its service, as docker compose knows it.
    pub service: &'static str,
    /// How the names of its programs begin.
    pub starts: &'static [&'static str],
    /// The names of others.
    pub programs: &'static [&'static str],
}

impl MailcowContainer {
    /// True for what runs in it.
    pub fn holds(&self, program: &str) -> bool {
        self.starts.iter().any(|start| program.starts_with(start)) || self.programs.contains(&program)
    }
}

/// The containers of what stands beside a mail server.
pub const BESIDE: &[MailcowContainer] = &[
    MailcowContainer { service: "rspamd-mailcow", starts: &["rspam"], programs: &[] },
    MailcowContainer { service: "mysql-mailcow", starts: &[], programs: &["mariadb", "mysql"] },
    MailcowContainer { service: "solr-mailcow", starts: &[], programs: &["solr"] },
    MailcowContainer { service: "clamd-mailcow", starts: &[], programs: &["clamav-daemon", "clamd"] },
];

/// Log files of panels that have one for mail alone.
pub const LOGS_OF_PANELS: &[&str] =
    &["/var/log/zimbra.log", "/usr/local/psa/var/log/maillog", "/var/log/mail/mail.log"];
