//! What helps about what some patterns say, by their names: who must act, and what to do first.

mod dovecot;
mod qmail;

use super::arriving;
use super::steps::{is_word, listener, step};
use super::words::put;
use crate::export::{Step, Trace};
use crate::format::{Help, Place, Shape, Step as Does};
use crate::knowledge::fault::is_local;
use crate::log::Log;
use crate::pattern::{CATALOGUE, Captures, Entry};
use crate::syntax::left_out::is_left_out;
use crate::text::lossy;
use crate::vocabulary::{AttemptOutcome, Level, Outcome, Party, Reason, Role, TraceType};
use std::net::Ipv4Addr;

/// What helps about several patterns, or where more than the pattern decides.
struct Row {
    /// The beginning of their format's name.
    format: &'static str,
    ids: &'static [&'static str],
    help: Help,
    /// Where the client came from a private address only, with what that means; else empty.
    private: &'static str,
}

/// What helps about a line.
pub(super) struct Helps {
    /// Who must act; `None` where the reason decides.
    pub party: Option<Party>,
    /// What to do first.
    pub steps: Vec<Step>,
    /// What it means that the client came from a private address; empty where that doesn't matter.
    private: &'static str,
}

const OURS: Option<Party> = Some(Party::OurServer);

const fn helps(
    format: &'static str,
    ids: &'static [&'static str],
    party: Option<Party>,
    steps: &'static [(&'static str, &'static str)],
) -> Row {
    Row { format, ids, help: Help { party, steps }, private: "" }
}

impl Row {
    const fn private(mut self, means: &'static str) -> Row {
        self.private = means;
        self
    }
}

/// The steps about a line, with what it names, else what its process and its trace name. A field is meant by its own
/// name or its role's; with `-domain` behind it, the domain of that address; with `-reversed`, an IPv4 address as block
/// lists are asked for it. `{listener}` is where its program listens,
/// `{place}` the line of the settings.
fn steps(help: Help, line: &Helped<'_>, entry: &Entry, body: &[u8], captures: &Captures) -> Vec<Step> {
    let value = |name: &str| named(name, entry, body, captures).or_else(|| line.value(name));
    let steps = help.steps.iter().filter_map(|(text, command)| {
        let begins = text.starts_with('{');
        let text = put(text, |name| value(name).or_else(|| Some("it".into())))?;
        let text = if begins && text.starts_with("it ") { text.replacen('i', "I", 1) } else { text };
        Some(step(text, command, |name| match name {
            "listener" => Some(listener(line.program).into()),
            "place" => place(&value("conf")?),
            "client" | "ip" | "host" => {
                value(name).filter(|value| is_plain(value) && !is_left_out(value.as_bytes()))
            }
            _ => value(name).filter(|value| is_plain(value)),
        }))
    });
    steps.collect()
}

/// Shows the line of a file of settings that Dovecot names: `/etc/dovecot/dovecot.conf line 8`.
fn place(conf: &str) -> Option<String> {
    let (file, number) = conf.split_once(" line ")?;
    let number: u32 = number.parse().ok()?;
    is_plain(file).then(|| format!("sed -n '{number}p' {file}"))
}

/// The value of a field of this name or, for want of it, of this role.
fn named(name: &str, entry: &Entry, body: &[u8], captures: &Captures) -> Option<String> {
    if let Some(address) = name.strip_suffix("-domain") {
        let address = named(address, entry, body, captures)?;
        return Some(address.rsplit_once('@')?.1.trim_end_matches('>').to_owned());
    }
    let own = captures.iter().find(|capture| entry.field(**capture).name == name).map(|capture| capture.at);
    if let Some(address) = name.strip_suffix("-reversed") {
        let [a, b, c, d] = named(address, entry, body, captures)?.parse::<Ipv4Addr>().ok()?.octets();
        return Some(format!("{d}.{c}.{b}.{a}"));
    }
    let role = Role::named(name).filter(|role| *role == Role::Path || PERSONS.contains(role));
    let at = own.or_else(|| entry.part(role?, captures))?;
    Some(lossy(at.of(body)).into_owned()).filter(|value| !value.is_empty())
}

/// Who takes part in what a trace tells: these stay the same through it.
const PERSONS: &[Role] = &[Role::User, Role::Sender, Role::Recipient, Role::Client];

/// A line that something helps about.
struct Helped<'a> {
    log: &'a Log,
    /// Its number, from 1.
    number: u32,
    /// Whom its process serves.
    user: &'a [u8],
    program: &'a [u8],
}

impl Helped<'_> {
    /// A value that what helps does not stand in: of the whole line, of its head, else of the nearest line of its trace.
    fn value(&self, name: &str) -> Option<String> {
        let of_head = match name {
            "user" => self.user,
            // A service of Dovecot has the name of its process.
            "service" => self.program,
            _ => b"",
        };
        if !of_head.is_empty() {
            return Some(lossy(of_head).into_owned());
        }
        let person =
            Role::named(name.trim_end_matches("-domain")).is_some_and(|role| PERSONS.contains(&role));
        let pasted = matches!(self.log.parse(self.number - 1).entry?.format.place, Place::Document(_));
        if !(person || pasted || name == "table") {
            return None;
        }
        let trace = self.log.lines_of(self.log.trace_of(self.number - 1)?);
        let at = trace.partition_point(|line| *line <= self.number);
        let before = trace[at.saturating_sub(NEAR)..at].iter().rev();
        before.chain(trace[at..].iter().take(NEAR)).find_map(|line| {
            let parsed = self.log.parse(line - 1);
            named(name, parsed.entry?, parsed.body(), &parsed.captures)
        })
    }
}

/// So many lines before and after one are looked through for a value.
const NEAR: usize = 100;

/// True for what a shell takes as it is.
pub(super) fn is_plain(text: &str) -> bool {
    // The names of messages in a Maildir have commas and colons.
    let part = |part: &str| is_word(&part.replace([',', ':'], "_"));
    // A table of Postfix has its type in front of its path.
    let table = text.split_once(':').is_some_and(|(kind, rest)| is_word(kind) && is_plain(rest));
    let path = || text.strip_prefix('/').map(|path| path.strip_suffix('/').unwrap_or(path));
    let below = || text.contains('/') && text.split('/').all(part);
    is_word(text)
        || table
        || below()
        || path().is_some_and(|path| path.is_empty() || path.split('/').all(part))
}

/// What is known to help about what a pattern says.
fn helps_about(
    line: &Helped<'_>,
    entry: &Entry,
    body: &[u8],
    captures: &Captures,
    private: bool,
) -> Option<Helps> {
    let of = |row: &&Row| entry.format.id.starts_with(row.format) && row.ids.contains(&entry.pattern.id);
    let row = rows().filter(of).find(|row| private || row.private.is_empty());
    let help = row.map(|row| row.help).or(Some(entry.pattern.help)).filter(|help| !help.steps.is_empty())?;
    let steps = steps(help, line, entry, body, captures);
    Some(Helps { party: help.party, steps, private: row.map_or("", |row| row.private) })
}

/// All rows; of those that fit, the first counts.
fn rows() -> impl Iterator<Item = &'static Row> {
    ROWS.iter().chain(dovecot::ROWS).chain(qmail::ROWS)
}

/// Patterns of postscreen about a client that doesn't keep to the rules of SMTP.
const BROKE_RULES: &[&str] = &["pregreet", "pipelining", "non-smtp", "bare-newline", "limit", "no-recipient"];

/// What it means that postscreen tested a client with a private address, and what helps then.
const A_STRANGER: &str = ": a device or server of your own network, or what stands in front of this server (Docker, NAT, a proxy). Postscreen tests it like a stranger because mynetworks or postscreen_access_list doesn't have it.";
const OF_OURS: &[(&str, &str)] = &[
    (
        "See which clients postscreen lets pass without tests: those of mynetworks, where postscreen_access_list begins with permit_mynetworks. If the client is a device or server of yours, add its address or network to mynetworks, or let it send on port 587 with a login, then load the settings:",
        "postconf mynetworks postscreen_access_list; postfix reload",
    ),
    (
        "If every client comes from this address, Docker, NAT or a proxy is in front; let the real client address through (host networking, or the PROXY protocol):",
        "postconf postscreen_upstream_proxy_protocol",
    ),
];

static ROWS: &[Row] = &[
    helps("dovecot", &["process-limit"], None, &[
            (
                "See who holds the connections; one user or address with very many is worth a look:",
                "doveadm who",
            ),
            ("Raise process_limit of that service in Dovecot's settings, then load them:", "doveadm reload"),
        ]),
    helps("dovecot", &["clientlimit", "clientlimit24", "authlow", "fdlow"], None, &[
            (
                "See who holds the connections; one user or address with very many is worth a look:",
                "doveadm who",
            ),
            ("Raise the limit that the line names in Dovecot's settings, then load them:", "doveadm reload"),
        ]),
    helps("dovecot", &["timefwd", "timeback", "timekill"], None, &[
            (
                "Let one time service set the clock in small steps (chrony or ntpd), and remove ntpdate or rdate from cron:",
                "timedatectl; chronyc tracking",
            ),
            ("See that Dovecot runs again:", "systemctl status dovecot"),
        ]),
    helps("dovecot", &[
            "config-error",
            "config-unknown",
            "config-obsolete",
            "config-filter",
            "settings-wrong",
            "reloadfail",
        ], None, &[
            (
                "Correct the setting that the line names. Dovecot 2.4 renamed many settings of 2.3 and wants dovecot_config_version first:",
                "doveconf -n",
            ),
            (
                "Then start Dovecot and see whether it stays up:",
                "systemctl restart dovecot; systemctl status dovecot",
            ),
        ]),
    helps("dovecot", &["port-taken", "listenfail"], OURS, &[
            ("See which program already has the port; often it's an older mail server (Courier, another Dovecot):", "ss -ltnp"),
            ("Stop it for good (systemctl disable --now), or change the port, then start Dovecot again:", "systemctl restart dovecot; systemctl status dovecot"),
        ]),
    helps("dovecot", &["listen"], OURS, &[
            ("Compare the addresses that Dovecot wants (listen) with those of this machine, and see which program has the port:", "doveconf -n listen; ip -br address; ss -ltnp"),
            ("Correct the setting, or stop the other program, then start Dovecot again:", "systemctl restart dovecot; systemctl status dovecot"),
        ]),
    helps("dovecot", &["throttle"], None, &[(
            "The line before it, of the service itself, says why it can't start. See the errors around it:",
            "journalctl -p warning -n 50",
        )]),

    // Postfix: services that it asks.
    helps(
        "postfix",
        &["milter-down", "milter-lost"],
        OURS,
        &[
            (
                "Compare where Postfix looks for the filter (milter) with where the filter listens; start the filter if nothing listens there:",
                "postconf smtpd_milters non_smtpd_milters; ss -ltnpx | grep -i -e milter -e dkim -e dmarc -e rspamd -e clam",
            ),
            (
                "What happens to mail meanwhile depends on milter_default_action: tempfail defers it, accept lets it through unchecked:",
                "postconf milter_default_action",
            ),
        ],
    ),
    helps(
        "postfix-delivery",
        &["connect-failed"],
        None,
        &[
            (
                "Test the connection from this server. If {host} is a part of your own servers (LMTP on port 24, a filter, a relay), see there whether the service runs and listens on that address:",
                "nc -vz -w 10 {host} {port}; ss -ltnp",
            ),
            ("If IPv6 fails and IPv4 works, leave IPv6 out: inet_protocols = ipv4.", "postconf inet_protocols smtp_address_preference"),
        ],
    ),
    helps(
        "postfix",
        &["policy-trouble", "policy-timeout", "policy-closed"],
        OURS,
        &[
            (
                "Start or repair the service at {table}. If it's a policy service, these settings name it:",
                "postconf -n | grep check_policy_service; postconf -M | grep -i -e polic -e spf",
            ),
            ("See what listens on this server:", "ss -ltnpx"),
        ],
    ),
    helps(
        "postfix",
        &["login-service-down", "no-mechanisms", "login-service-lost"],
        OURS,
        &[
            (
                "Compare the socket at which Postfix looks for the login service (smtpd_sasl_path) with the one that the service makes; with Dovecot, that's a unix_listener in service auth:",
                "postconf smtpd_sasl_type smtpd_sasl_path; doveconf -n service/auth",
            ),
            ("See whether the socket is there and Postfix can use it:", "ls -l /var/spool/postfix/private/"),
        ],
    ),
    helps(
        "postfix",
        &["table-type", "table-type-of"],
        OURS,
        &[(
            "See which types of tables this Postfix knows and which settings name the type {what}; install its package (on Debian, postfix-{what}), or use another type:",
            "postconf -m; postconf -n | grep -F {what}:",
        )],
    ),
    helps(
        "postfix-smtpd",
        &["lookup-error-of"],
        OURS,
        &[(
            "Ask the table by hand for what Postfix asked; the reply names the error (a service or database that's down, a login that it doesn't accept, a type that isn't installed):",
            "postmap -q '{data}' '{table}'",
        )],
    ),
    helps(
        "postfix-delivery",
        &["lookup-error-next-hop"],
        OURS,
        &[(
            "Ask the tables of {detail} by hand for what Postfix asked; the reply names the error (a service or database that's down, a login that it doesn't accept, a type that isn't installed):",
            "postmap -q {host} $(postconf -hx {detail} | tr , ' ')",
        )],
    ),
    helps(
        "postfix-cleanup",
        &["map-failed"],
        OURS,
        &[(
            "Ask the tables of {map} by hand for what Postfix asked; the reply names the error (a service or database that's down, a login that it doesn't accept, a type that isn't installed):",
            "postmap -q {address} $(postconf -hx {map} | tr , ' ')",
        )],
    ),
    helps(
        "postfix",
        &["lookup-failed", "lookup-fatal", "lookup-error", "lookup-error-of"],
        OURS,
        &[
            (
                "Ask the table by hand, with any word; the reply names the error (a service or database that's down, a login that it doesn't accept, a type that isn't installed). The tables that the settings name:",
                "postmap -q test {table}; postconf -n | grep -e _maps -e _domains",
            ),
            (
                "A table of the type tcp, socketmap or proxy is a service (such as postsrsd): see whether it listens, start it, or take it out of the setting. Which types this Postfix knows:",
                "ss -ltnpx; postconf -m",
            ),
        ],
    ),
    helps(
        "postfix",
        &["dnsblog-error", "list-lookup-failed"],
        OURS,
        &[
            (
                "Ask this server's own resolver the same; block lists don't answer public resolvers, so a mail server needs one of its own (such as unbound):",
                "dig {zone}; cat /etc/resolv.conf; dig gmail.com MX",
            ),
            ("See which lists are asked, and remove any that no longer exists:", "postconf -n | grep -e dnsbl -e rbl"),
        ],
    ),
    helps(
        "postfix",
        &["dnsblog-timeout"],
        OURS,
        &[
            (
                "Test this server's own resolver with the lists that it asks; block lists don't answer public resolvers, so a mail server needs one of its own (such as unbound):",
                "dig 2.0.0.127.{zone}; cat /etc/resolv.conf; dig gmail.com MX",
            ),
            ("See which lists are asked, and remove any that no longer exists:", "postconf -n | grep -e dnsbl -e rbl"),
        ],
    ),
    helps("postfix", &["disk-full"], OURS, &[("Free up space in the file system of the queue: old logs and backups are usual. What fills it:", "df -h $(postconf -h queue_directory); du -xh /var | sort -h | tail -20")]),
    helps(
        "postfix",
        &["throttled", "program-died", "program-killed"],
        OURS,
        &[(
            "The line before it, of the program itself, says why it ended. See the errors around it:",
            "journalctl -p warning -n 50",
        )],
    ),
    helps(
        "postfix",
        &["process-limit"],
        OURS,
        &[
            ("See who holds the connections:", "ss -tnp state established '( sport = :25 or sport = :587 )'"),
            ("If the load is right for this server, raise the process limit of that service in master.cf:", "postconf default_process_limit; postconf -M"),
        ],
    ),
    helps(
        "postfix",
        &["mailbox-owner"],
        OURS,
        &[
            (
                "Give the mailbox file to the user that it's for, or send the address elsewhere with an alias:",
                "ls -l /var/mail/; postconf mail_spool_directory strict_mailbox_ownership alias_maps",
            ),
        ],
    ),
    helps(
        "postfix-other",
        &["service-refused", "proxy-filter", "socket-malformed"],
        OURS,
        &[
            ("See what listens on this server; start the service that the line names, or correct the setting that points there:", "ss -ltnpx"),
            ("See which settings of Postfix name a policy service, a filter or a milter:", "postconf -n | grep -e check_policy -e filter -e milter; postconf -M"),
        ],
    ),
    helps(
        "postfix-other",
        &["scan", "chdir", "wakeup", "lock"],
        OURS,
        &[
            ("See who owns the folders of Postfix, and with which permissions; then restore them:", "ls -ld /var/spool/postfix /var/spool/postfix/* /var/lib/postfix; postfix set-permissions"),
            ("Check that nothing is left, and that only one Postfix is running:", "postfix check; postfix status"),
        ],
    ),
    helps(
        "postfix-other",
        &["bind"],
        OURS,
        &[
            ("See which program has the port, and which addresses this server has:", "ss -ltnp; ip -br addr"),
            ("Stop the other program, or correct inet_interfaces or master.cf:", "postconf inet_interfaces; postconf -M"),
        ],
    ),
    helps(
        "postfix-other",
        &["no-relay-rule"],
        OURS,
        &[
            ("Put reject_unauth_destination into smtpd_relay_restrictions, after those who may relay; without it the server would be an open relay:", "postconf -e 'smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination'"),
            ("Load the settings and see which restrictions are set:", "postfix reload; postconf smtpd_relay_restrictions smtpd_recipient_restrictions"),
        ],
    ),
    helps(
        "postfix-other",
        &["unknown-restriction", "bad-string", "hop-invalid"],
        OURS,
        &[
            ("Correct the setting that the line names, then load it:", "postconf -n; postfix check; postfix reload"),
        ],
    ),
    helps(
        "postfix-other",
        &["both-lists"],
        OURS,
        &[
            (
                "Leave {what} in one list only: take it out of mydestination if its mailboxes or aliases are virtual (Dovecot, a database, a control panel). It can be there through $myhostname or $mydomain, too:",
                "postconf mydestination myhostname mydomain virtual_mailbox_domains virtual_alias_domains relay_domains",
            ),
            ("Then load the settings:", "postfix reload"),
        ],
    ),
    helps(
        "postfix-refusal",
        &["unknown-local-recipient"],
        None,
        &[
            ("Check the spelling of {address}. If it should exist here, create the system user or the alias.", ""),
            (
                "If the domain's mailboxes are virtual (Dovecot, a database, a control panel), take the domain out of mydestination: Postfix looks for its addresses among the system users now:",
                "postconf mydestination virtual_mailbox_domains local_recipient_maps",
            ),
        ],
    ),
    helps(
        "postfix-other",
        &["table-missing", "proxymap-missing", "lookup-of-failed"],
        OURS,
        &[
            ("See which types of tables this Postfix knows and which tables its settings name; install the package of the type that's missing, or build the table with postmap (newaliases for aliases):", "postconf -m; postconf -n | grep -e _maps -e _domains -e alias"),
        ],
    ),
    helps(
        "postfix-other",
        &["certificate-not-read", "no-certificate", "key-mismatch"],
        OURS,
        &[
            ("See which certificate and key are set, and whether they can be read and belong together:", "postconf smtpd_tls_cert_file smtpd_tls_key_file smtpd_tls_chain_files"),
        ],
    ),
    // Postfix: encryption.
    helps(
        "postfix-other",
        &["tls-not-trusted", "tls-certificate-refused", "tls-certificate-unknown", "tls-certificate-expired"],
        OURS,
        &[
            (
                "See which certificate this server shows, until when it's valid, and whether the chain is complete:",
                "openssl s_client {listener} -showcerts </dev/null | openssl x509 -noout -subject -issuer -dates",
            ),
            (
                "If it was renewed, reload Postfix; if it's right, the client doesn't trust the CA or uses another name:",
                "postconf smtpd_tls_cert_file smtpd_tls_chain_files; postfix reload",
            ),
        ],
    ),
    helps(
        "postfix",
        &["tls-problem", "tls-policy-failed"],
        OURS,
        &[(
            "A table or setting for outgoing encryption failed; a warning of the same process, just before, names it:",
            "postconf -n | grep -e smtp_tls -e smtp_dns; journalctl -t postfix/smtp -n 50",
        )],
    ),
    // Postfix: login at a relay.
    helps(
        "postfix",
        &["login-impossible", "login-no-mechanism", "relay-login-failed"],
        OURS,
        &[
            (
                "Install the SASL mechanisms for the Postfix client (libsasl2-modules on Debian, cyrus-sasl-plain on Red Hat), and see that smtp_sasl_security_options doesn't forbid them:",
                "postconf smtp_sasl_security_options smtp_sasl_tls_security_options smtp_sasl_mechanism_filter; ls /usr/lib*/sasl2 /usr/lib/*/sasl2",
            ),
            ("Then let Postfix try again:", "postfix reload; postqueue -f"),
        ],
    ),
    helps(
        "postfix",
        &["login-cancelled"],
        OURS,
        &[(
            "The relay ended the login: check the password or the OAuth token that this server uses there (a token needs the scope for sending), and its login methods:",
            "postconf -n | grep -e relayhost -e smtp_sasl",
        )],
    ),
    helps(
        "postfix-result",
        &["utf8"],
        OURS,
        &[
            (
                "Unless an address itself has such characters, turn SMTPUTF8 off: set smtputf8_enable = no, or smtputf8_autodetect_classes to fewer classes:",
                "postconf smtputf8_enable smtputf8_autodetect_classes",
            ),
        ],
    ),
    // Postfix: why it turned a client away.
    helps(
        "postfix-refusal",
        &["spf-fail", "spf-broken", "no-name", "no-reverse", "listed", "listed-gate"],
        OURS,
        &[
            (
                "{ip} is a private address: this server doesn't see the real address of the client, because Docker, NAT or a proxy is in front. Let the real client address through (host networking, no userland proxy, or the PROXY protocol):",
                "docker network ls; postconf mynetworks smtpd_upstream_proxy_protocol postscreen_upstream_proxy_protocol",
            ),
            ("Until then, exempt that address from checks of the client's address.", ""),
        ],
    )
    .private(", so this server doesn't see the real address of the client."),
    // Postscreen tests whoever isn't in its list, the devices of its own network, too.
    helps("postfix-postscreen", BROKE_RULES, OURS, OF_OURS).private(A_STRANGER),
    helps("postfix-postscreen", &["first-seen"], OURS, OF_OURS).private(A_STRANGER),
    helps("postfix-postscreen", &["first-seen"], Some(Party::Nobody), &[("To let a sender in at once, list its address in postscreen_access_list; without the tests after the greeting (postscreen_bare_newline_enable, postscreen_non_smtp_command_enable, postscreen_pipelining_enable) nobody waits:", "postconf postscreen_access_list postscreen_bare_newline_enable postscreen_non_smtp_command_enable postscreen_pipelining_enable")]),
    helps(
        "postfix-postscreen",
        BROKE_RULES,
        Some(Party::Nobody),
        &[("Usually only programs that send spam do that. If a wanted server does, list it as permitted in postscreen_access_list:", "postconf postscreen_access_list postscreen_greet_action")],
    ),
    helps(
        "postfix-refusal",
        &["not-owner"],
        OURS,
        &[
            (
                "See which logins can send as {address}. Add {user} in the sender login table if that's right, for an alias for example:",
                "postconf -n smtpd_sender_login_maps; postmap -q '{address}' $(postconf -h smtpd_sender_login_maps)",
            ),
            ("If not, the user must send with the address of that mailbox.", ""),
        ],
    ),
    helps(
        "postfix-refusal",
        &["not-logged-in"],
        Some(Party::Sender),
        &[("Turn on the login for outgoing mail in the email app or the device, on port 587 or 465.", "")],
    ),
    helps(
        "postfix-refusal",
        &["no-name", "no-reverse"],
        None,
        &[
            (
                "Look the address up with this server's own resolver. If a name comes, the resolver failed then, and others are refused like this, too; if none comes, the sender must set the PTR record:",
                "dig -x {ip}; cat /etc/resolv.conf",
            ),
        ],
    ),
    helps(
        "postfix-refusal",
        &["sender-domain", "recipient-domain", "malformed-dns"],
        None,
        &[
            (
                "Look the domain up with this server's own resolver. If well-known domains are refused like this, the resolver doesn't work:",
                "dig MX {address-domain}; dig MX gmail.com; cat /etc/resolv.conf",
            ),
            ("If only this domain fails, its owner must repair its DNS, or the address is forged.", ""),
        ],
    ),
    helps(
        "postfix-refusal",
        &["helo-not-found"],
        Some(Party::Sender),
        &[
            (
                "The sending server must greet (HELO) with a host name that has a DNS record. See whether it has one now:",
                "dig +short A {address}",
            ),
            ("Until its owner corrects that, the name can be allowed in a check_helo_access table before reject_unknown_helo_hostname:", "postconf smtpd_helo_restrictions"),
        ],
    ),
    helps(
        "postfix-refusal",
        &["listed", "listed-gate"],
        Some(Party::Sender),
        &[
            (
                "If it's a user of this server: send through port 587 or 465 with a login, where block lists aren't asked.",
                "",
            ),
            (
                "If it's another mail server, its owner must have {ip} removed from the list. What the list says of it:",
                "dig +short TXT {ip-reversed}.{zone}",
            ),
        ],
    ),
    helps(
        "postfix-refusal",
        &[
            "lookup-failed",
            "lookup-failed-for",
            "server-problem",
            "server-problem-bare",
            "queue-not-written",
            "local-error",
            "milter-service",
        ],
        OURS,
        &[(
            "A warning of the same process, just before, names what failed (a table, a policy service, a milter or a setting):",
            "grep -h 'warning:' /var/log/mail.log /var/log/maillog | tail -20",
        )],
    ),
    helps(
        "postfix-cleanup",
        &["filter-reject", "filter-reject-later"],
        None,
        &[(
            "See what the filter itself logged in that second: it says which rule (spam, SPF, a limit on outgoing mail) refused the message. These are the filters that Postfix asks:",
            "postconf smtpd_milters non_smtpd_milters",
        )],
    ),
    // The filters.
    helps(
        "opendkim",
        &["not-set-up"],
        OURS,
        &[
            (
                "Add the domain to SigningTable and KeyTable of OpenDKIM, unless it isn't to be signed here:",
                "grep -E '^(SigningTable|KeyTable|Domain|KeyFile)' /etc/opendkim.conf",
            ),
            ("Then restart it; it reads the tables at its start:", "systemctl restart opendkim"),
        ],
    ),
    helps(
        "opendkim",
        &["key-not-loaded", "key-not-read", "key-unknown", "key-entry", "key-broken"],
        OURS,
        &[
            (
                "Look at the key file that KeyTable or KeyFile names: it must hold a whole PEM private key that OpenDKIM's user can read:",
                "grep -E '^(KeyTable|KeyFile|UserID)' /etc/opendkim.conf; ls -lR /etc/opendkim/keys /etc/dkimkeys",
            ),
            ("Then restart it:", "systemctl restart opendkim"),
        ],
    ),
    helps(
        "opendkim",
        &["key-not-safe"],
        OURS,
        &[(
            "Take the write permission of others off {path}; the key file must be readable for OpenDKIM's user alone (chmod 600). Owner and permissions of it and of what is above it:",
            "chmod o-w {path}; namei -l {path}; grep -E '^(KeyTable|KeyFile|UserID)' /etc/opendkim.conf",
        )],
    ),
    helps("", &["certificate-refused", "certificate-refused-too"], None, &[
            (
                "Look at the certificate that the server sends: its names, its expiry date and whether the chain is complete:",
                "openssl s_client {listener} -showcerts </dev/null",
            ),
            (
                "Put key, certificate and intermediate certificates into the file that Courier reads, then restart it:",
                "grep -r '^TLS_CERTFILE' /etc/courier* /usr/lib/courier-imap/etc",
            ),
        ]),
    helps("vchkpw", &["challenge-failed"], None, &[
            (
                "In the email app, choose the normal password (PLAIN or LOGIN) over SSL/TLS as the authentication method, and enter the password again.",
                "",
            ),
            ("See whether vpopmail keeps a clear-text password for the mailbox:", "/home/vpopmail/bin/vuserinfo {user}"),
            ("If it keeps none, don't let the server offer CRAM-MD5: it can't work without one.", ""),
        ]),
    helps("qmail-programs", &["command-not-found", "command-not-found-too", "command-not-allowed"], OURS, &[
            (
                "Install the program, or correct the rule that calls {command}: rules need its full path. The rules that name it:",
                "grep -rl {command} /home/*/.qmail* /home/vpopmail/domains /var/qmail/alias /var/qmail/control/defaultdelivery",
            ),
            ("See where the program is, if it's installed:", "which {command}; ls -l /usr/bin/{command} /usr/local/bin/{command}"),
            ("Ask the sender to send the message again once the rule works: nothing shows that it was stored.", ""),
        ]),
    helps("", &["scanner-down"], None, &[
            (
                "See whether the virus scanner runs and what it says:",
                "ps axww | grep '[c]lamd'; tail -20 /var/log/clamav/clamd.log",
            ),
            ("Start it, and see that qmail-scanner's user can reach its socket:", "clamdscan --ping 3"),
        ]),
    helps("", &["socket-taken"], None, &[
            (
                "See that no clamd runs, then remove the socket file that it left and start clamd:",
                "ps axww | grep '[c]lamd'; rm {path}",
            ),
            ("To prevent this, set FixStaleSocket yes in clamd.conf.", ""),
        ]),
    helps("plesk", &["greylisted"], None, &[
            (
                "Wait: a real mail server tries again within minutes to hours. See how greylisting is set up:",
                "plesk bin grey_listing --info-server",
            ),
            (
                "To let a sender through at once, add it to the white list in Plesk's spam filter settings.",
                "",
            ),
        ]),
    helps("", &["over-limit"], Some(Party::Sender), &[(
            "See what the account sent. If it wasn't its owner, change the password and look for a hacked site; else raise the limit in Plesk's mail settings.",
            "grep limit-out /var/log/maillog",
        )]),
    helps("", &["before-local"], None, &[(
            "If another server should get the domain's mail, switch off the domain's mail service in Plesk's mail settings, and compare where its MX points.",
            "",
        )]),
    helps("", &["folder-missing"], None, &[
            ("See which folder of the path is missing, or who owns it:", "namei -l {path}"),
            (
                "If it was never created, create it as the user who owns the mailboxes, or deliver a first message to it:",
                "maildirmake {path}",
            ),
        ]),
    helps("", &["vpopmail-domain", "vpop-assign"], None, &[
            (
                "See whether qmail's list has the domain. Where Dovecot runs in a jail or container, look from inside it:",
                "ls -l /var/qmail/users/; grep '^+{domain}-' /var/qmail/users/assign; grep -c '^+' /var/qmail/users/assign",
            ),
            (
                "Where the domain is missing, add it (vadddomain); where only the compiled list is old, rebuild it:",
                "/var/qmail/bin/qmail-newu",
            ),
        ]),
    helps("dovecot-sieve-log", &["not-forwarded-yet"], OURS, &[
            (
                "See whether the mail server that Dovecot sends through (submission_host, or sendmail) can be reached:",
                "doveconf -n submission_host sendmail_path; doveadm log errors | tail -20",
            ),
        ]),
    helps("dovecot-sieve-log", &["undeclared"], Some(Party::Recipient), &[
        ("Declare it in the script's first line, such as require [\"fileinto\"]; and save the rules again. See the script, and check it by hand:", "doveadm sieve list -u {user}"),
    ]),
    helps("dovecot-sieve-log", &["mistake", "failed"], Some(Party::Recipient), &[
            ("The user corrects the filter in webmail's filter editor. See the script, and check it by hand:", "doveadm sieve list -u {user}"),
        ]),
    helps("dovecot", &["link-failed"], OURS, &[
            (
                "See which file system holds the folder; encrypted and network file systems (encfs, CIFS, some FUSE) know no hard links:",
                "findmnt -T {path}; namei -l {path}",
            ),
            (
                "Keep the indexes on another file system (INDEX= in mail_location, mail_index_path in 2.4), or mount this one so that it allows hard links. For copies, maildir_copy_with_hardlinks = no avoids them.",
                "doveconf mail_location",
            ),
        ]),
    helps("dovecot", &["idx-size", "idx-size-read"], None, &[
            (
                "Compare the size of the file with the S= in its name; if the message is compressed, load the plugin that unpacks it (zlib, mail_compress in 2.4):",
                "ls -l {path}; file {path}; doveconf -n mail_plugins",
            ),
            (
                "If the file was cut short, restore it from a backup; if it's whole, correct the S= in its name (the script maildir-size-fix does it), then let Dovecot read the folder again:",
                "doveadm force-resync -u {user} {box}",
            ),
            ("If many messages are hit, look at the disk:", "df -h; dmesg | tail -30"),
        ]),
    helps("dovecot", &["group-not-changed"], OURS, &[
            (
                "Run it as the user and group that own the mailboxes: in a service's block, set user (and group) to them; for a program that another server calls, correct the user there:",
                "doveconf -n | grep -B3 -A12 'service '",
            ),
            ("Mail systems usually have one user for all mailboxes, such as vmail; see who owns them:", "doveconf -n mail_uid mail_gid mail_location; id vmail"),
        ]),
    helps("dovecot", &["login-service-silent"], None, &[
            (
                "See what the login service (auth) waits for; a database or directory that doesn't answer is usual:",
                "doveadm log errors | grep -E 'auth|sql|ldap' | tail -20",
            ),
            (
                "See whether the server is overloaded, then restart Dovecot:",
                "uptime; free -m; systemctl restart dovecot",
            ),
        ]),
];

/// Puts first what helps about the line that decides how a connection or a message came out.
pub(super) fn add(log: &Log, trace: &mut Trace) {
    if !matches!(
        trace.kind,
        TraceType::Connection | TraceType::Message | TraceType::Session | TraceType::Scan
    ) {
        return;
    }
    let delivered = matches!(trace.outcome, Outcome::Delivered | Outcome::Partial);
    let private = trace.client.as_deref().is_some_and(is_local);
    let mut lines: Vec<u32> = log.lines_of(trace.trace).to_vec();
    // What another server said outweighs what stood before it; where none said anything, a fault of this one decides.
    let theirs = trace.attempts.iter().any(|tried| tried.code.is_some());
    let failed = trace.attempts.last().is_some_and(|tried| tried.outcome != AttemptOutcome::Success);
    let verdict = |line: u32| {
        log.parse(line - 1).entry.is_some_and(|entry| matches!(entry.pattern.step, Does::Verdict(..)))
    };
    let decides = |line: u32| log.level(line - 1) == Some(Level::Alert) || verdict(line);
    let fault = |line: &u32| !theirs && failed && decides(*line);
    let faults: Vec<u32> = lines.iter().copied().filter(fault).collect();
    lines.retain(|line| trace.attempts.is_empty() && log.level(line - 1) >= Some(Level::Warning));
    let ours = trace.explanation.party == Party::OurServer;
    if delivered || trace.kind == TraceType::Session && !ours {
        // Only what the explanation itself rests on.
        lines.clear();
    }
    lines.sort_by_key(|line| std::cmp::Reverse(log.level(line - 1)));
    let decisive = trace.explanation.cites.iter().copied();
    let helps = faults.into_iter().chain(decisive).chain(lines).find_map(|line| of_line(log, line, private));
    let cites = &trace.explanation.cites;
    // A message that our own server refused at its end: why, says more than where.
    let refused = trace.kind == TraceType::Message && trace.attempts.is_empty() && trace.outcome.is_problem();
    let reason = refused.then(|| super::turned_away(log, cites)).flatten();
    // A filter's own words for "no" tell nothing of the client's.
    let reason = reason.filter(|reason| !matches!(reason, Reason::SyntaxError | Reason::NotCompliantRfc));
    let mut steps = reason.map(|reason| arriving::steps(log, cites[0], reason)).unwrap_or_default();
    let explanation = &mut trace.explanation;
    let Some(helps) = helps else {
        steps.append(&mut explanation.next);
        explanation.next = steps;
        return;
    };
    explanation.party = helps.party.unwrap_or(explanation.party);
    if helps.party.is_some() {
        steps.clear();
    }
    steps.extend(helps.steps);
    explanation.next = steps;
    if let Some(client) = trace.client.as_ref().filter(|_| !helps.private.is_empty()) {
        explanation.headline =
            format!("{} {client} is a private address{}", explanation.headline, helps.private);
    }
}

/// Adds what helps about trouble of this server that a trace reports beside what decided it.
pub(super) fn beside(log: &Log, trace: &mut Trace) {
    let delivered = matches!(trace.outcome, Outcome::Delivered | Outcome::Partial);
    let private = trace.client.as_deref().is_some_and(is_local);
    let other = |line: &&u32| {
        // What only follows from another report helps nobody.
        let follows = || log.parse(**line - 1).entry.is_some_and(|entry| entry.pattern.follows);
        log.level(**line - 1) >= Some(Level::Warning) && !trace.explanation.cites.contains(line) && !follows()
    };
    let lines: Vec<u32> = log.lines_of(trace.trace).iter().filter(other).copied().collect();
    let of_ours = |line: u32| {
        of_line(log, line, private)
            .filter(|helps| matches!(helps.party, Some(Party::OurServer | Party::Nobody | Party::Dns)))
    };
    let Some((line, helps)) = lines.into_iter().find_map(|line| Some((line, of_ours(line)?))) else { return };
    let explanation = &mut trace.explanation;
    // What only warns keeps no mail from anybody.
    let serious = log.level(line - 1) >= Some(Level::Permanent);
    if delivered && serious && explanation.party == Party::Nobody {
        explanation.party = helps.party.unwrap_or(Party::Nobody);
    }
    let at = explanation.next.len().min(1);
    let new =
        helps.steps.into_iter().find(|step| explanation.next.iter().all(|known| known.text != step.text));
    explanation.next.splice(at..at, new);
}

/// What helps about a line: about the reason or the result in it, else about the line itself.
pub(super) fn of_line(log: &Log, line: u32, private: bool) -> Option<Helps> {
    let parsed = log.parse(line - 1);
    let entry = parsed.entry?;
    let body = parsed.body();
    let (user, program) = (parsed.framed.user.of(parsed.line), parsed.origin.program);
    let at = Helped { log, number: line, user, program };
    let within = parsed.captures.iter().find_map(|capture| {
        let text = capture.at.of(body);
        match entry.field(*capture).shape {
            Shape::Reason => {
                let mut captures = Captures::new();
                let entry = CATALOGUE.entry(CATALOGUE.reason(text, &mut captures)?);
                helps_about(&at, entry, text, &captures, private)
            }
            Shape::Result => CATALOGUE.result(text).iter().find_map(|segment| {
                let entry = CATALOGUE.entry(segment.entry?);
                helps_about(&at, entry, segment.at.of(text), &segment.captures, private)
            }),
            _ => None,
        }
    });
    within.or_else(|| helps_about(&at, entry, body, &parsed.captures, private))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::FORMATS;

    #[test]
    fn every_row_is_about_patterns_and_fields_that_exist() {
        for row in rows() {
            for id in row.ids {
                let mut of = FORMATS.iter().filter(|format| format.id.starts_with(row.format));
                let named = of.any(|format| format.patterns.iter().any(|pattern| pattern.id == *id));
                assert!(named, "{} {id}", row.format);
            }
            assert!(!row.help.steps.is_empty() && row.help.steps.len() <= 3, "{:?}", row.ids);
        }
    }

    #[test]
    fn a_pattern_has_steps_of_its_own_or_a_row() {
        for format in FORMATS {
            for pattern in format.patterns.iter().filter(|pattern| !pattern.help.steps.is_empty()) {
                let also = |row: &Row| format.id.starts_with(row.format) && row.ids.contains(&pattern.id);
                let twice = rows().any(|row| row.private.is_empty() && also(row));
                assert!(!twice, "{} {}: its own steps are never told", format.id, pattern.id);
            }
        }
    }

    #[test]
    fn what_failed_on_this_server_is_told_first_with_the_command_that_settles_it() {
        let head = "Nov 21 10:00:00 mx postfix/smtpd[7]:";
        let reject = "NOQUEUE: reject: RCPT from";
        let tail = "from=<a@shop.example> to=<b@client.example> proto=ESMTP helo=<x>";
        let pastes = [
            (
                format!(
                    "{head} connect from x.example[192.0.2.7]\n{head} warning: problem talking to server 127.0.0.1:10031: Connection refused\n{head} {reject} x.example[192.0.2.7]: 451 4.3.5 <b@client.example>: Recipient address rejected: Server configuration problem; {tail}"
                ),
                "127.0.0.1:10031",
            ),
            (
                format!(
                    "{head} connect from unknown[172.18.0.1]\n{head} {reject} unknown[172.18.0.1]: 550 5.7.1 Service unavailable; Client host [172.18.0.1] blocked using zen.rbl.example; {tail}"
                ),
                "private address",
            ),
            (
                format!(
                    "{head} {reject} x.example[192.0.2.7]: 553 5.7.1 <a@shop.example>: Sender address rejected: not owned by user ben@shop.example; {tail}"
                ),
                "Add ben@shop.example in the sender login table",
            ),
            (
                format!(
                    "{head} connect from x.example[192.0.2.7]\n{head} SSL_accept error from x.example[192.0.2.7]: -1\n{head} warning: TLS library problem: error:0A000415:SSL routines::sslv3 alert certificate expired:rec.c:1:SSL alert number 45:\n{head} lost connection after STARTTLS from x.example[192.0.2.7]"
                ),
                "which certificate",
            ),
            (
                "Nov 21 10:00:00 mx postfix/smtp[8]: connect to mx.a.example[192.0.2.8]:25: Connection timed out\nNov 21 10:00:00 mx postfix/smtp[8]: 4ABCDE12345: to=<x@a.example>, relay=none, delay=30, delays=0/0/30/0, dsn=4.4.1, status=deferred (connect to mx.a.example[192.0.2.8]:25: Connection timed out)\nNov 21 10:00:01 mx postfix/smtp[9]: 4ABCDE12346: to=<x@b.test>, relay=none, delay=30, delays=0/0/30/0, dsn=4.4.1, status=deferred (connect to mx.b.test[192.0.2.9]:25: Connection timed out)".into(),
                "port 25",
            ),
        ];
        for (paste, step) in pastes {
            let log = Log::read(paste.as_bytes(), crate::Settings::at(0));
            let told = crate::explain::trace(&log, log.order()[0]).explanation;
            assert_eq!(told.party, Party::OurServer, "{paste}");
            let first = &told.next[0];
            assert!(first.text.contains(step) && first.command.is_some(), "{first:?}");
        }
    }

    #[test]
    fn what_a_shell_could_run_gets_into_no_command() {
        for word in ["a;id", "$(id)", "-f", "a b", "a'b", "/a/$(id)", "/a b"] {
            assert!(!is_plain(word), "{word}");
        }
        assert!(is_plain("/etc/opendkim/keys/a.private") && is_plain("ana@client.example"));
    }
}
