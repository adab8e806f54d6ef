//! What settings decide that stand beside an error, wherever they were shown: as `postconf` and `doveconf` print them, in
//! files such as those below control, or among the rows of a list.

use super::super::words::size;
use super::{Concern, DOMAINS, Decides, MX, Mishap, Pairing, RESTRICTIONS, entries, output};
use crate::format::Role;
use crate::knowledge::defect::Defect;
use crate::knowledge::fault::is_local;
use crate::knowledge::obstacle::ObstacleKind;
use crate::knowledge::question;
use crate::text::{lossy, prose};
use crate::vocabulary::{Circumstance, Datum, Party, Reason, Sign};

/// A fixed way to another server, which doesn't answer.
const ROUTED: Pairing = Pairing {
    about: Concern::Failed(Reason::NetworkError),
    found: |error| routed(error, QMAIL_ROUTES),
    says: "{setting}, beside it, sends {mail} to {host}{?, whatever DNS says: its MX record names {mx}}.",
    party: Some(Party::OurServer),
    shows: Some(Circumstance::OwnSetting),
    step: (
        "If {host} isn't the server for it any more, take that line out of {setting}: mail goes to the MX record then. Otherwise {host} must answer. Then have what waits tried again:",
        "grep -n '{host}' /var/qmail/control/smtproutes; svc -a /service/qmail-send",
    ),
    asks: &["nc ", "dig +short MX", "dig MX", "telnet "],
    ..Pairing::BASE
};

/// A domain that this server takes for its own, although its mail is elsewhere.
const ELSEWHERE: Pairing = Pairing {
    about: Concern::Either(Reason::UserUnknown),
    found: |error| elsewhere(error, DOMAINS),
    says: "This server still takes {domain} for its own: it's in {list}, and the MX record beside it names {mx}.",
    party: Some(Party::OurServer),
    shows: Some(Circumstance::OwnSetting),
    step: (
        "Take {domain} out of {list}, and load the settings; then mail for it goes to {mx}. What {list} is now:",
        "postconf {list}; postfix reload",
    ),
    asks: &["Check the spelling"],
    excludes: &["The address does not exist. "],
};

/// A limit that was shown.
const LIMIT: Pairing =
    Pairing { says: "The limit, as it's shown beside it: {name} is {value}.", ..Pairing::BASE };

pub(super) static ROWS: &[Pairing] = &[
    ROUTED,
    Pairing {
        found: |error| routed(error, OTHER_ROUTES),
        step: (
            "If {host} isn't the right server for it any more, correct {setting} and load the settings. Otherwise {host} must answer. To see whether it does:",
            "nc -vz -w 10 {host} {port}",
        ),
        ..ROUTED
    },
    Pairing {
        about: Concern::Met(ObstacleKind::CertificateName),
        found: |error| {
            let text = error.text(error.line).to_ascii_lowercase();
            let own = ["localhost", "127.0.0.1"].iter().any(|own| text.contains(own));
            own.then(|| Decides { line: error.line, values: Vec::new() })
        },
        says: "The program calls the mail server localhost, so it probably runs beside it, and no certificate is for that name.",
        party: Some(Party::OurServer),
        shows: Some(Circumstance::OwnSetting),
        step: (
            "In the program's settings, put the name that the certificate has in place of localhost (Roundcube: smtp_host and imap_host in config.inc.php), or let it connect to localhost without encryption.",
            "",
        ),
        asks: &["Set the server name in the program", "If it has the hosting company's own name"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Any,
        found: |error| {
            let to = error.recipient.clone()?;
            let Decides { line, values } = error.one_of(&["always_bcc"])?;
            values
                .iter()
                .any(|(_, value)| value.eq_ignore_ascii_case(&to))
                .then(|| Decides { line, values: vec![("to", to)] })
        },
        says: "Nobody wrote to {to}: always_bcc, shown beside it, sends a copy of every message there. The mail to the other recipients isn't concerned, and nobody gets a notice when a copy fails.",
        party: Some(Party::OurServer),
        shows: Some(Circumstance::OnlyCopy),
        step: (
            "Have the archive at {to} accept mail again: its provider mends what the reply says, or correct the address in always_bcc; take the setting out if no archive is wanted any more. The copies that were refused are missing there:",
            "postconf always_bcc; postfix reload",
        ),
        asks: &["Check the spelling"],
        ..Pairing::BASE
    },
    ELSEWHERE,
    Pairing {
        found: |error| elsewhere(error, &["locals", "virtualdomains"]),
        step: (
            "Take {domain} out of control/{list} (and out of rcpthosts, if nobody should send to it through this server), and let qmail-send read it again; then mail for it goes to {mx}:",
            "grep -n {domain} /var/qmail/control/*; svc -h /service/qmail-send",
        ),
        ..ELSEWHERE
    },
    Pairing {
        found: |error| {
            elsewhere(
                error,
                &["localdomains", "domainlist local_domains", "dc_other_hostnames", "local_domains"],
            )
        },
        step: (
            "Take {domain} out of {list} (cPanel: set its Email Routing to Remote Mail Exchanger; Debian: dpkg-reconfigure exim4-config); then mail for it goes to {mx}.",
            "",
        ),
        ..ELSEWHERE
    },
    Pairing {
        about: Concern::Line(&[Sign::DomainNotSetUp, Sign::LoopsBack]),
        found: remote_domain,
        says: "This server takes {domain} for a domain whose mail is elsewhere: it's in {file}{?, and not in {lacks}}.",
        party: Some(Party::OurServer),
        shows: Some(Circumstance::OwnSetting),
        step: (
            "Set the Email Routing of {domain} to Local Mail Exchanger in cPanel; that moves it from remotedomains to localdomains. By hand:",
            "sed -i '/^{domain}$/d' /etc/remotedomains; echo {domain} >> /etc/localdomains; exim -Rf {domain}",
        ),
        asks: &["journalctl", "exim -bP", "exim -Mvl"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Either(Reason::NoRelaying),
        found: remote_domain,
        says: "This server takes {domain} for a domain whose mail is elsewhere: it's in {file}{?, and not in {lacks}}. Nobody needs to log in to write to it.",
        party: Some(Party::OurServer),
        shows: Some(Circumstance::OwnSetting),
        step: (
            "Set the Email Routing of {domain} to Local Mail Exchanger in cPanel; that moves it from remotedomains to localdomains. By hand:",
            "sed -i '/^{domain}$/d' /etc/remotedomains; echo {domain} >> /etc/localdomains",
        ),
        asks: &["journalctl", "exim -bP"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Line(&[Sign::DomainNotSetUp, Sign::LoopsBack]),
        found: |error| {
            let domain = error.domain()?;
            let lists = ["locals", "virtualdomains"];
            let shown: Vec<(u32, String)> = lists.iter().flat_map(|list| error.rows(list)).collect();
            let has = |row: &str| row.split(':').next().is_some_and(|of| of.eq_ignore_ascii_case(&domain));
            let line = shown.first()?.0;
            let lacks = !shown.iter().any(|(_, row)| has(row));
            let named: Vec<&str> = lists.into_iter().filter(|list| !error.rows(list).is_empty()).collect();
            lacks.then(|| Decides { line, values: vec![("domain", domain), ("lists", named.join(" and "))] })
        },
        says: "The list beside it shows it: {domain} isn't in control/{lists}.",
        party: Some(Party::OurServer),
        step: (
            "If the mail of {domain} belongs here, add it to control/virtualdomains (or locals, for users of the system) and to rcpthosts, and let qmail-send read them. If not, its MX record must not name this server:",
            "svc -h /service/qmail-send; dig +short MX {domain}",
        ),
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Either(Reason::NoRelaying),
        found: |error| {
            let client = error.client.clone().filter(|client| is_local(client))?;
            let rows = error.rows("tcp.smtp");
            // Which networks there are, stand-ins don't keep; whether there are others than this machine, they do.
            let lets = |row: &str| row.contains("RELAYCLIENT") && !row.starts_with("127.");
            let line = rows.first()?.0;
            let lacks = !rows.iter().any(|(_, row)| lets(row));
            lacks.then(|| Decides { line, values: vec![("client", client)] })
        },
        says: "The rules beside it (tcp.smtp) show why: none of them lets {client} send on without a login (RELAYCLIENT).",
        party: Some(Party::OurServer),
        step: (
            "If {client} is a device or server of yours, add the line “{client}:allow,RELAYCLIENT=\"\"” to tcp.smtp, and make the table again:",
            "qmailctl cdb",
        ),
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Either(Reason::NoRelaying),
        found: |error| {
            let client = error.client.clone().filter(|client| is_local(client))?;
            let names = ["hostlist relay_from_hosts", "relay_from_hosts", "dc_relay_nets"];
            let (name, line, value) = names
                .iter()
                .find_map(|name| error.setting(name).map(|(line, value)| (*name, line, value)))?;
            let networks = value.replace(" : ", " ").replace(';', " ");
            // Which networks there are, stand-ins don't keep; whether there are others than this machine, they do.
            let itself =
                |network: &str| network.starts_with("127.") || ["::1", "localhost"].contains(&network);
            let lacks = entries(networks.trim_matches(['\'', '"'])).all(itself);
            let name = name.rsplit(' ').next().unwrap_or(name).to_owned();
            lacks
                .then(|| Decides { line, values: vec![("client", client), ("name", name), ("value", value)] })
        },
        says: "The settings beside it show why: {name} ({value}) doesn't have {client}.",
        party: Some(Party::OurServer),
        step: (
            "If {client} is a device or server of yours, add its address or network to {name} (Debian: dc_relay_nets, by dpkg-reconfigure exim4-config), and restart Exim.",
            "",
        ),
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Failed(Reason::FailedStartTls),
        found: |error| {
            let (_, level) = error.setting("smtp_tls_security_level")?;
            let (line, file) = error.setting("smtp_tls_CAfile")?;
            let folder = error.setting("smtp_tls_CApath").map(|of| of.1).unwrap_or_default();
            let insists = ["secure", "verify"].contains(&level.as_str());
            (insists && file.is_empty() && folder.is_empty())
                .then(|| Decides { line, values: vec![("level", level)] })
        },
        says: "The settings beside it show why: smtp_tls_security_level is {level}, so each certificate must come from an issuer that Postfix knows, and smtp_tls_CAfile is empty, so it knows none. The other servers' certificates needn't be wrong.",
        party: Some(Party::OurServer),
        step: (
            "Name the list of issuers, or encrypt without that check (smtp_tls_security_level = may; single domains can stay strict by smtp_tls_policy_maps). Then deliver what waits:",
            "postconf -e smtp_tls_CAfile=/etc/ssl/certs/ca-certificates.crt && postfix reload && postqueue -f",
        ),
        asks: &["postconf smtp_tls"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Line(&[Sign::AllConnectionsUsed]),
        found: |error| {
            let rows = error.printed(&[Sign::Counted]);
            let counted = |line: u32| -> Option<(u32, u64, String)> {
                let number = error.value(line, crate::format::Role::Count)?.parse().ok()?;
                Some((line, number, error.value(line, crate::format::Role::Remote)?))
            };
            let all: Vec<(u32, u64, String)> = rows.filter_map(counted).collect();
            let sum: u64 = all.iter().map(|of| of.1).sum();
            error.used.borrow_mut().extend(all.iter().map(|of| of.0));
            let (line, number, address) = all.into_iter().max_by_key(|of| of.1)?;
            (number > 2 && number * 2 > sum).then(|| Decides {
                line,
                values: vec![("number", number.to_string()), ("all", sum.to_string()), ("ip", address)],
            })
        },
        says: "The list beside it shows who holds them: {number} of {all} are of a single address, {ip}.",
        party: Some(Party::OurServer),
        step: (
            "Shut {ip} out, or limit how many connections one address can hold (a firewall; tcpserver itself has no such limit). If it's a customer's, their program opens too many:",
            "iptables -I INPUT -s {ip} -p tcp --dport 25 -j REJECT",
        ),
        asks: &["ss ", "netstat "],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Line(&[Sign::HomeOnHold]),
        found: |error| {
            let held = |file: &super::Listed| {
                file.mode.starts_with('d') && file.mode.as_bytes().get(9).is_some_and(|of| b"tT".contains(of))
            };
            let file = error.files().into_iter().find(held)?;
            let path = match file.folder.as_str() {
                "" => file.name.clone(),
                folder => format!("{folder}/{}", file.name),
            };
            Some(Decides { line: file.line, values: vec![("path", path), ("mode", file.mode)] })
        },
        says: "The list beside it shows the flag: the mode of {path} is {mode}.",
        party: Some(Party::OurServer),
        step: (
            "Take the flag away; the mail then comes with the next attempt, or right away:",
            "chmod -t {path}; svc -a /service/qmail-send",
        ),
        asks: &["journalctl", "ls "],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Says("helo"),
        found: |error| {
            let Decides { line, mut values } =
                error.one_of(&["smtp_helo_name", "myhostname", "primary_hostname", "helohost", "me"])?;
            let value = values.iter().find(|(name, _)| *name == "value").map(|(_, value)| value.clone())?;
            // A whole name can be the right one.
            let last = value.rsplit('.').next()?;
            let own = ["localhost", "localdomain", "local", "lan", "internal", "home", "intern"];
            let wrong = !value.contains('.') || own.contains(&last);
            values.retain(|(name, _)| *name != "value");
            values.push(("value", value));
            wrong.then_some(Decides { line, values })
        },
        says: "The settings beside it show the name that this server greets with: {name} is {value}, which no other server can look up.",
        party: Some(Party::OurServer),
        step: (
            "Set {name} to the full name of this server, which DNS has with its address (A and PTR record), and load it.",
            "",
        ),
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Says("must issue a starttls command first"),
        found: |error| {
            let own = lossy(error.log.parse(error.line - 1).origin.program).ends_with("/smtpd");
            let (line, value) = error.setting("smtpd_tls_security_level")?;
            (own && value == "encrypt").then(|| Decides { line, values: vec![("value", value)] })
        },
        says: "The settings beside it show why: smtpd_tls_security_level is {value}, so this server demands encryption of every client, other mail servers too.",
        party: Some(Party::OurServer),
        step: (
            "A server that receives mail from everybody should only offer encryption: set it so for port 25, and demand it on the ports for users alone (-o smtpd_tls_security_level=encrypt at submission in master.cf):",
            "postconf -e smtpd_tls_security_level=may && postfix reload",
        ),
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Says("message file too big"),
        found: |error| {
            let Decides { line, values } = error.one_of(&["message_size_limit"])?;
            Some(Decides { line, values })
        },
        says: "The limit, as it's shown beside it: {name} is {value} bytes.",
        party: Some(Party::OurServer),
        step: (
            "Have the program write less, or into a file (a cron job: >/dev/null, or a log file); or raise the limit. For 50 MB:",
            "postconf -e message_size_limit=52428800 && postfix reload",
        ),
        asks: &["postconf message_size_limit"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Says("retry time not reached"),
        found: |error| {
            const ANSWERS: &[&str] = &["succeeded!", " open", "Connected to "];
            let line = error.other(|text| {
                let answered = ANSWERS.iter().any(|of| text.ends_with(of) || text.starts_with(of));
                (answered || question::says_reached(text)) && prose::command(text).is_none()
            })?;
            Some(Decides { line, values: Vec::new() })
        },
        says: "The test beside it shows that the other server answers again. Exim only remembers that it didn't for days (its retry database), and gives up without a try until that is due.",
        party: Some(Party::OurServer),
        step: (
            "Remove what Exim remembers, then have the message sent again; or wait until Exim tries the server the next time, after which mail goes through:",
            "exim_tidydb -t 0d /var/spool/exim4 retry || exim_tidydb -t 0d /var/spool/exim retry",
        ),
        asks: &["dig +short MX", "nc ", "Test port 25"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Says("maximum connection limit reached"),
        found: |error| {
            let Decides { line, mut values } = error.one_of(&["MAXPERIP", "MAXDAEMONS"])?;
            values.extend(error.setting("MAXDAEMONS").map(|(_, all)| ("all", all)));
            Some(Decides { line, values })
        },
        says: "The limits, as they're shown beside it: {name} is {value}{?, MAXDAEMONS is {all}}.",
        party: Some(Party::OurServer),
        step: (
            "If several people or devices share this address, raise {name} (each app opens several connections), and MAXDAEMONS where the sum needs it. Then restart Courier:",
            "systemctl restart courier-imap courier-pop || service courier-imap restart",
        ),
        asks: &["grep -H ^MAXPERIP", "ss -tn"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Broken(&[Defect::Memory]),
        found: softlimit,
        says: "The run file beside it sets that limit: softlimit -m {value} ({size}).",
        party: Some(Party::OurServer),
        step: (
            "Raise the number behind softlimit -m to 64 MB (67108864), or more if it still fails, and restart the service:",
            "svc -t {service}",
        ),
        asks: &["grep -n softlimit", "grep -h softlimit"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Says("not enough free space in mail queue"),
        found: |error| queue_room(error, true),
        says: "message_size_limit is {value} bytes ({size}), so {wanted} must be free, and {free} are: the limit is too large, not the disk too full.",
        party: Some(Party::OurServer),
        step: (
            "Set a usual limit, and load it; mail is taken again then:",
            "postconf -e message_size_limit=52428800 && postfix reload",
        ),
        asks: &["postconf ", "du "],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Says("not enough free space in mail queue"),
        found: |error| queue_room(error, false),
        says: "message_size_limit is {value} bytes ({size}), so {wanted} must be free, and {free} are: the disk is nearly full.",
        party: Some(Party::OurServer),
        step: (
            "Free up space in that file system: old logs and backups are usual. What fills it:",
            "du -xh /var | sort -h | tail -20",
        ),
        asks: &["postconf ", "du "],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Says("mail_queue_enter"),
        found: |error| {
            let (file, path) = postdrop(error)?;
            let set_gid = file.mode.as_bytes().get(6) == Some(&b's');
            let wrong = file.group != "postdrop" || !set_gid;
            let values = vec![("path", path), ("mode", file.mode), ("group", file.group)];
            wrong.then_some(Decides { line: file.line, values })
        },
        says: "The list beside it shows why: {path} has the mode {mode} and the group {group}; it needs the group postdrop and the set-gid bit (-rwxr-sr-x). Only programs on this server are concerned; mail that comes by SMTP isn't.",
        party: Some(Party::OurServer),
        step: (
            "Restore the owners and permissions of Postfix's files, and see that {path} has both then:",
            "postfix set-permissions; ls -l {path}",
        ),
        asks: &["postfix set-permissions", "systemctl show"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Says("mail_queue_enter"),
        found: |error| {
            let (file, path) = postdrop(error)?;
            let line = error.other(|text| text == "Enforcing")?;
            error.used.borrow_mut().push(file.line);
            Some(Decides { line, values: vec![("path", path), ("mode", file.mode)] })
        },
        says: "The permissions of {path} are right ({mode}), and SELinux is enforcing: it probably forbids the access.",
        party: Some(Party::OurServer),
        step: (
            "Give the files the labels that belong there, and see what SELinux forbade:",
            "restorecon -Rv {path} /var/spool/postfix; ausearch -m avc -ts recent",
        ),
        asks: &["postfix set-permissions", "systemctl show"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Says("not found from userdb"),
        found: |error| {
            let (line, own) = driver(error, "userdb")?;
            let (_, other) = driver(error, "passdb")?;
            (own != other).then(|| Decides { line, values: vec![("own", own), ("other", other)] })
        },
        says: "The settings beside it show why: passwords come from {other}, and users (home, uid) from {own}, another list, which doesn't have this user.",
        party: Some(Party::OurServer),
        step: (
            "Let userdb ask the same source as passdb, or use a static userdb where all mail belongs to one system user. Then load it:",
            "doveadm reload",
        ),
        asks: &["doveconf -n | grep", "The password database knows", "Add the missing"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Broken(&[Defect::Overload]),
        found: |error| {
            let share = |line: u32| error.datum(line, Datum::Busy)?.parse::<f64>().ok();
            let mut most: Option<(u32, f64)> = None;
            for line in error.printed(&[Sign::Busy]) {
                let own = share(line).unwrap_or_default();
                if most.is_none_or(|most| own > most.1) {
                    most = Some((line, own));
                }
            }
            let (line, _) = most.filter(|most| most.1 >= 50.0)?;
            let values = vec![
                ("command", error.value(line, Role::State)?),
                ("share", error.datum(line, Datum::Busy)?),
                ("pid", error.value(line, Role::Pid)?),
            ];
            Some(Decides { line, values })
        },
        says: "The list beside it shows what keeps the machine busy: \u{201c}{command}\u{201d}, with {share} percent of a processor.",
        party: Some(Party::OurServer),
        step: (
            "Process {pid} makes much of the load. If it's a job of your own, such as a scan or a backup, let it run at another time, or give it less weight:",
            "renice 19 {pid}; ionice -c3 -p {pid}",
        ),
        asks: &["uptime"],
        ..Pairing::BASE
    },
    Pairing { about: Concern::Met(ObstacleKind::NameUnknown), ..CATCHER },
    Pairing { about: Concern::Met(ObstacleKind::TurnedAway), ..CATCHER },
    Pairing { about: Concern::Met(ObstacleKind::NoAnswer), ..CATCHER },
    // What Exim remembers beside its refusal to try names the server, and has the steps.
    Pairing { about: Concern::Says("retry time"), ..REMEMBERED },
];

/// A server that developers use for tests, in the settings of a program that is in use.
const CATCHER: Pairing = Pairing {
    found: |error| {
        let text = error.text(error.line).to_ascii_lowercase();
        let mut words = text.split(|of: char| !of.is_alphanumeric());
        let name = words.find(|word| CATCHERS.contains(word))?.to_owned();
        // Where another one is set, the program runs with older settings.
        let other = error.setting("MAIL_HOST").is_some_and(|(_, set)| !set.contains(&name));
        (!other).then_some(())?;
        Some(Decides { line: error.line, values: vec![("name", name)] })
    },
    says: "The program is set to {name}, a test server of developers that keeps all mail and sends none out.",
    step: (
        "Enter the real mail server in the program's settings (Laravel: MAIL_HOST, MAIL_PORT, MAIL_USERNAME and MAIL_PASSWORD in .env), and have it read them again:",
        "php artisan config:clear",
    ),
    asks: &["Check the spelling", "If it's right, look it up"],
    ..Pairing::BASE
};

/// What such servers are called.
const CATCHERS: &[&str] = &["mailpit", "mailhog", "maildev", "mailcatcher"];

/// The number behind `softlimit -m`, and the service whose run file has it.
fn softlimit(error: &Mishap<'_>) -> Option<Decides> {
    let value = |text: &str| {
        let (_, rest) = text.split_once("softlimit ")?;
        let mut words = rest.split_whitespace();
        words.find(|word| ["-m", "-a", "-d"].contains(word))?;
        words.next()?.parse::<u64>().ok()
    };
    let line = error.other(|text| value(text).is_some())?;
    let bytes = value(&error.text(line))?;
    let folder = |text: &str| {
        let word = text.split_whitespace().find_map(|word| word.trim_matches(':').strip_suffix("/run"))?;
        Some(word[word.find('/')?..].to_owned()).filter(|path| path.contains("service"))
    };
    let above = error.beside.iter().rev().copied().filter(|of| *of <= line);
    let named = above.into_iter().find_map(|of| Some((of, folder(&error.text(of))?)));
    error.used.borrow_mut().extend(named.as_ref().map(|(of, _)| *of));
    let mut values = vec![("value", bytes.to_string()), ("size", size(bytes))];
    values.extend(named.map(|(_, path)| ("service", path)));
    Some(Decides { line, values })
}

/// How much room Postfix wants for its queue, by the limit that was shown, and whether that is out of the usual.
fn queue_room(error: &Mishap<'_>, too_large: bool) -> Option<Decides> {
    /// Nobody sends messages as large as this.
    const UNUSUAL: u64 = 1 << 30;
    let (line, value) = error.setting("message_size_limit")?;
    let limit: u64 = value.parse().ok()?;
    let free: u64 = error.value(error.line, Role::Bytes)?.parse().ok()?;
    let values =
        vec![("value", value), ("size", size(limit)), ("wanted", size(limit / 2 * 3)), ("free", size(free))];
    ((limit >= UNUSUAL) == too_large).then_some(Decides { line, values })
}

/// The program that puts mail of this server's own programs into the queue, as a list of files shows it.
fn postdrop(error: &Mishap<'_>) -> Option<(super::Listed, String)> {
    let is_program = |file: &super::Listed| file.name == "postdrop" && file.mode.starts_with('-');
    let file = error.files().into_iter().find(is_program)?;
    let folder = if file.folder.is_empty() { "/usr/sbin" } else { &file.folder };
    let path = format!("{folder}/postdrop");
    Some((file, path))
}

/// What a block of Dovecot's settings asks: its driver, and the line with it.
fn driver(error: &Mishap<'_>, block: &str) -> Option<(u32, String)> {
    let open = error.other(|text| text.strip_suffix('{').is_some_and(|name| name.trim() == block))?;
    let mut inside = error.beside.iter().copied().skip_while(|line| *line <= open);
    let line = inside
        .by_ref()
        .take_while(|line| error.text(*line) != "}")
        .find(|line| error.text(*line).starts_with("driver"))?;
    error.used.borrow_mut().extend([open, line]);
    Some((line, error.text(line).split_once('=')?.1.trim().to_owned()))
}

/// The server that the MX record beside an error names for the recipient's domain, where that isn't this one; and the domain.
fn of_others(error: &Mishap<'_>) -> Option<(u32, String, String)> {
    let domain = error.domain()?;
    let (shown, mx) = mx(error, &domain)?;
    let parsed = error.log.parse(error.line - 1);
    let logged = lossy(parsed.framed.host.of(parsed.line)).to_ascii_lowercase();
    let own = [error.setting("myhostname").map(|of| of.1), Some(logged)];
    let is_own = |name: &String| {
        !name.is_empty()
            && (*name == mx || mx.starts_with(&format!("{}.", name.split('.').next().unwrap_or(name))))
    };
    // A name below the domain itself can be any server, this one too.
    let others = !own.iter().flatten().any(is_own) && mx != domain && !mx.ends_with(&format!(".{domain}"));
    others.then_some((shown, mx, domain))
}

const REMEMBERED: Pairing = Pairing {
    found: |error| {
        let line = error.printed(&[Sign::Remembered]).next()?;
        Some(Decides {
            line,
            values: vec![("host", error.value(line, Role::Host)?), ("ip", error.value(line, Role::Ip)?)],
        })
    },
    says: "The server that Exim remembers is {host} [{ip}].",
    asks: &["dig +short MX", "Test port 25"],
    ..Pairing::BASE
};

/// What is told where nothing else decides: limits, and settings that a line names.
pub(super) static LAST: &[Pairing] = &[
    Pairing {
        about: Concern::Either(Reason::UserUnknown),
        found: |error| {
            // What another server says of an address is its own matter.
            let own = error.relay.as_deref().is_none_or(|relay| !relay.contains('.'));
            let (line, mx, domain) = of_others(error).filter(|_| own)?;
            Some(Decides { line, values: vec![("mx", mx), ("domain", domain)] })
        },
        says: "This server doesn't know the address. The MX record beside it names {mx} for {domain}: if its mailboxes are there, this server wrongly takes the domain for its own.",
        step: (
            "If mail for {domain} belongs to {mx}, take {domain} out of the list of domains that this server takes for its own, and load the settings.",
            "",
        ),
        excludes: &["The address does not exist. "],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Either(Reason::MesgTooBig),
        found: |error| {
            error.one_of(&["databytes", "message_size_limit", "quota_max_mail_size", "mailbox_size_limit"])
        },
        ..LIMIT
    },
    Pairing {
        about: Concern::Either(Reason::ExceedLimit),
        found: |error| {
            error.one_of(&[
                "smtpd_recipient_limit",
                "recipients_max",
                "maxrecipients",
                "smtpd_client_message_rate_limit",
                "smtpd_client_recipient_rate_limit",
                "anvil_rate_time_unit",
            ])
        },
        ..LIMIT
    },
    Pairing {
        about: Concern::Either(Reason::TooManyConn),
        found: |error| {
            error.one_of(&[
                "smtpd_client_connection_count_limit",
                "smtpd_client_connection_rate_limit",
                "smtp_accept_max_per_host",
                "smtp_accept_max",
                "concurrencyincoming",
                "default_process_limit",
            ])
        },
        ..LIMIT
    },
    Pairing {
        about: Concern::Line(&[Sign::TooManyConnections]),
        found: |error| error.one_of(&["mail_max_userip_connections"]),
        ..LIMIT
    },
    Pairing {
        about: Concern::Failed(Reason::Expired),
        found: |error| {
            error.one_of(&[
                "maximal_queue_lifetime",
                "bounce_queue_lifetime",
                "queuelifetime",
                "timeout_frozen_after",
            ])
        },
        ..LIMIT
    },
    Pairing {
        about: Concern::Either(Reason::MailboxFull),
        found: |error| {
            error.one_of(&["quota_rule", "virtual_mailbox_limit", "mailbox_size_limit", "mailbox_quota"])
        },
        ..LIMIT
    },
    Pairing {
        about: Concern::Says("status=expired"),
        found: |error| error.one_of(&["maximal_queue_lifetime", "bounce_queue_lifetime"]),
        ..LIMIT
    },
    Pairing {
        about: Concern::Says("rejected"),
        found: rule,
        says: "The rule that refuses it is {rule}, in {setting}, as the settings beside it show.",
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Says("blocked using"),
        found: rule,
        says: "The rule that asks the list is {rule}, in {setting}, as the settings beside it show.",
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Any,
        found: |error| {
            let said = lossy(error.log.parse(error.line - 1).body()).into_owned();
            let line = error.beside.iter().copied().find_map(|line| {
                let text = error.text(line);
                let (name, value) = text.split_once(" = ")?;
                let is_name = name.len() > 5
                    && name.contains('_')
                    && name
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
                let named = || {
                    said.split(|of: char| !of.is_ascii_alphanumeric() && of != '_').any(|word| word == name)
                };
                // What the line itself says needs no other one.
                let told = || {
                    said.contains(&format!("{name} = {value}")) || said.contains(&format!("{name}={value}"))
                };
                (is_name && value.len() < 80 && named() && !told())
                    .then(|| (line, name.to_owned(), value.to_owned()))
            });
            let (line, name, value) = line?;
            Some(Decides { line, values: vec![("name", name), ("value", value)] })
        },
        says: "{name} is {value}, as the settings beside it show.",
        ..Pairing::BASE
    },
];

/// How `qmail-showctl` tells what stands in a file: the words before it and those behind.
const SHOWCTL: &[(&str, &str, &str)] = &[
    ("smtproutes", "SMTP route: ", ""),
    ("virtualdomains", "Virtual domain: ", ""),
    ("locals", "Messages for ", " are delivered locally."),
    ("rcpthosts", "SMTP clients may send messages to recipients at ", "."),
    ("concurrencylocal", "Local concurrency is ", "."),
    ("concurrencyremote", "Remote concurrency is ", "."),
    ("databytes", "SMTP DATA limit is ", " bytes."),
    ("queuelifetime", "Message lifetime in the queue is ", " seconds."),
    ("me", "My name is ", "."),
];

/// What Postfix says when one of its rules refuses something, in small letters, and the rules that say so.
const RULES: &[(&str, &[&str])] = &[
    ("cannot find your reverse hostname", &["reject_unknown_reverse_client_hostname"]),
    ("cannot find your hostname", &["reject_unknown_client_hostname", "reject_unknown_client"]),
    ("sender address rejected: domain not found", &["reject_unknown_sender_domain"]),
    ("recipient address rejected: domain not found", &["reject_unknown_recipient_domain"]),
    ("helo command rejected: host not found", &["reject_unknown_helo_hostname", "reject_unknown_hostname"]),
    (
        "helo command rejected: need fully-qualified",
        &["reject_non_fqdn_helo_hostname", "reject_non_fqdn_hostname"],
    ),
    ("helo command rejected: invalid name", &["reject_invalid_helo_hostname", "reject_invalid_hostname"]),
    ("sender address rejected: need fully-qualified", &["reject_non_fqdn_sender"]),
    ("recipient address rejected: need fully-qualified", &["reject_non_fqdn_recipient"]),
    (
        "sender address rejected: not owned by user",
        &["reject_authenticated_sender_login_mismatch", "reject_sender_login_mismatch"],
    ),
    (
        "sender address rejected: not logged in",
        &["reject_unauthenticated_sender_login_mismatch", "reject_sender_login_mismatch"],
    ),
    ("sender address rejected: undeliverable", &["reject_unverified_sender"]),
    ("sender address rejected: unverified", &["reject_unverified_sender"]),
    ("recipient address rejected: undeliverable", &["reject_unverified_recipient"]),
    ("recipient address rejected: unverified", &["reject_unverified_recipient"]),
    (
        "blocked using",
        &["reject_rbl_client", "reject_rhsbl_sender", "reject_rhsbl_client", "reject_rhsbl_helo"],
    ),
    ("improper use of smtp command pipelining", &["reject_unauth_pipelining"]),
    ("multi-recipient bounce", &["reject_multi_recipient_bounce"]),
    ("client host rejected: access denied", &["check_client_access", "reject"]),
    ("sender address rejected: access denied", &["check_sender_access"]),
    ("recipient address rejected: access denied", &["check_recipient_access"]),
    ("helo command rejected: access denied", &["check_helo_access"]),
];

/// The rule of Postfix that a refusal comes of, where the settings show it.
fn rule(error: &Mishap<'_>) -> Option<Decides> {
    let said = lossy(error.log.parse(error.line - 1).body()).to_ascii_lowercase();
    let (_, rules) = RULES.iter().find(|(words, _)| said.contains(words))?;
    RESTRICTIONS.iter().find_map(|setting| {
        let (line, value) = error.setting(setting)?;
        let rule = rules.iter().find(|rule| entries(&value).any(|entry| entry == **rule))?;
        Some(Decides { line, values: vec![("setting", (*setting).to_owned()), ("rule", (*rule).to_owned())] })
    })
}

/// Where qmail names a way for a domain.
const QMAIL_ROUTES: &[&str] = &["smtproutes"];
/// Where others do: files, and settings that hold a server.
const OTHER_ROUTES: &[&str] = &[
    "transport",
    "relayhost",
    "default_transport",
    "relay_transport",
    "dc_smarthost",
    "route_list",
    "route_data",
];

/// The server that a line of routes names, without the way to call it: `smtp:[192.0.2.1]:25`, `[mx.example]:587`,
/// `* mx.example byname`, `192.0.2.1`.
fn server_of(value: &str) -> Option<(String, Option<String>)> {
    let value = value.trim_matches(['\'', '"']).trim_start_matches("* ");
    let value = ["smtp:", "relay:", "lmtp:", "esmtp:"]
        .iter()
        .find_map(|way| value.strip_prefix(way))
        .unwrap_or(value);
    let value = value.split([' ', ';']).next()?.replace("::", ":");
    let (host, port) = match value.strip_prefix('[') {
        Some(rest) => {
            let (host, rest) = rest.split_once(']')?;
            (host.to_owned(), rest.strip_prefix(':').map(str::to_owned))
        }
        None => match value.split_once(':') {
            Some((host, port)) => (host.to_owned(), Some(port.to_owned())),
            None => (value, None),
        },
    };
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
    let port = port.filter(|port| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()));
    (host.contains('.') && host.bytes().all(is_host)).then_some((host, port))
}

/// A way that is set for the recipient's domain, and that leads to a server which didn't answer.
fn routed(error: &Mishap<'_>, places: &[&'static str]) -> Option<Decides> {
    let domain = error.domain()?;
    let mut best: Option<(usize, u32, &'static str, String, String)> = None;
    for &place in places {
        let rows = match error.setting(place) {
            Some((line, value)) => vec![(line, format!(": {value}"))],
            None => error.rows(place),
        };
        for (line, row) in rows {
            let Some((of, way)) = row.split_once(|of: char| of == ':' || of.is_whitespace()) else {
                continue;
            };
            let of = of.trim_end_matches(':').to_ascii_lowercase();
            let fits =
                of.is_empty() || of == "*" || of == domain || of.starts_with('.') && domain.ends_with(&of);
            let longer = best.as_ref().is_none_or(|best| of.len() >= best.0);
            if fits && longer {
                best = Some((of.trim_matches('*').len(), line, place, of, way.trim().to_owned()));
            }
        }
    }
    let (specific, line, place, ..) = best.clone()?;
    let (host, port) = server_of(&best?.4)?;
    // Another server may have been called.
    let called = error.relay.as_deref().filter(|relay| relay.contains('.'));
    called.is_none_or(|relay| relay.eq_ignore_ascii_case(&host)).then_some(())?;
    let mx = mx(error, &domain).filter(|(_, mx)| *mx != host);
    error.used.borrow_mut().extend(mx.as_ref().map(|(line, _)| *line));
    let mail = if specific > 0 { format!("mail for {domain}") } else { "all mail that leaves".to_owned() };
    let setting = if places == QMAIL_ROUTES { format!("control/{place}") } else { place.to_owned() };
    let mut values = vec![
        ("mail", mail),
        ("host", host),
        ("setting", setting),
        ("port", port.unwrap_or_else(|| "25".to_owned())),
    ];
    values.extend(mx.map(|(_, mx)| ("mx", mx)));
    Some(Decides { line, values })
}

/// The mail server that a lookup beside it shows for a domain.
fn mx(error: &Mishap<'_>, domain: &str) -> Option<(u32, String)> {
    let asked = |line: u32| {
        let text = error.text(line).to_ascii_lowercase();
        if text.contains(domain) {
            return true;
        }
        // A bare answer stands below what was asked.
        let command = error
            .beside
            .iter()
            .rev()
            .find(|own| **own < line && prose::command(&error.text(**own)).is_some());
        command.is_some_and(|own| error.text(*own).to_ascii_lowercase().contains(domain))
    };
    let line = error.printed(MX).find(|line| asked(*line))?;
    // A bare answer means something only below what was asked.
    let command =
        error.beside.iter().rev().find(|own| **own < line && prose::command(&error.text(**own)).is_some());
    error.used.borrow_mut().extend(command);
    let host = error.datum(line, Datum::Exchanger)?;
    Some((line, host.trim_end_matches('.').to_ascii_lowercase()))
}

/// A list of own domains that has the recipient's one, whose mail goes to another server by its MX record.
fn elsewhere(error: &Mishap<'_>, lists: &[&'static str]) -> Option<Decides> {
    let (shown, mx, domain) = of_others(error)?;
    let has = |value: &str| {
        let names = value.replace([':', ';', '\'', '"'], " ");
        entries(&names).any(|of| of.eq_ignore_ascii_case(&domain))
    };
    let (list, line) = lists.iter().find_map(|list| {
        let set = error.setting(list).filter(|(_, value)| has(value)).map(|(line, _)| line);
        let row = || error.rows(list).into_iter().find(|(_, row)| has(row)).map(|(line, _)| line);
        Some((*list, set.or_else(row)?))
    })?;
    error.used.borrow_mut().push(shown);
    let list = list.rsplit(' ').next().unwrap_or(list).to_owned();
    Some(Decides { line, values: vec![("domain", domain), ("list", list), ("mx", mx)] })
}

/// A domain that cPanel lists among those whose mail is elsewhere.
fn remote_domain(error: &Mishap<'_>) -> Option<Decides> {
    let domain = error.domain()?;
    let has = |file: &str| error.rows(file).into_iter().find(|(_, row)| row.eq_ignore_ascii_case(&domain));
    let (line, _) = has("remotedomains")?;
    let asked = error.beside.iter().any(|line| error.text(*line).contains("/etc/localdomains"));
    let lacks = asked && has("localdomains").is_none();
    let mut values = vec![("domain", domain), ("file", "/etc/remotedomains".to_owned())];
    values.extend(lacks.then(|| ("lacks", "/etc/localdomains".to_owned())));
    Some(Decides { line, values })
}

impl Mishap<'_> {
    /// The rows of a file that somebody showed, by the last part of its path: below a command that reads it, or behind its
    /// name, as grep prints it.
    pub(super) fn rows(&self, file: &str) -> Vec<(u32, String)> {
        const READERS: &[&str] = &["cat", "head", "tail", "less", "more", "grep", "egrep", "sed", "awk"];
        let named = |path: &str| {
            let path = path.trim_matches(['\'', '"', ':', ';']);
            path == file || path.ends_with(&format!("/{file}"))
        };
        let mut rows = Vec::new();
        for &line in self.beside {
            let text = self.text(line);
            let told = SHOWCTL.iter().filter(|told| told.0 == file).find_map(|(_, before, after)| {
                let (_, rest) = text.split_once(before)?;
                rest.strip_suffix(after)
            });
            rows.extend(told.map(|row| (line, row.to_owned())));
            if let Some((path, row)) = text.split_once(':')
                && path.starts_with('/')
                && named(path)
            {
                rows.push((line, row.trim().to_owned()));
            }
            let Some(typed) = prose::command(&text) else { continue };
            let reads = typed.split(['|', ';', '&']).any(|part| {
                let mut words = part.split_whitespace().filter(|word| *word != "sudo");
                words.next().is_some_and(|tool| READERS.contains(&tool)) && words.any(named)
            });
            if reads {
                let shown = output(self, line).into_iter();
                let shown = shown.map(|line| (line, self.text(line)));
                let whole = |(_, row): &(u32, String)| !row.is_empty();
                let shown: Vec<(u32, String)> = shown.take_while(whole).collect();
                // Where the list ends, all of it shows.
                self.used.borrow_mut().extend(shown.iter().map(|(line, _)| *line));
                rows.extend(
                    shown.into_iter().filter(|(_, row)| !row.starts_with('#') && !row.starts_with('/')),
                );
            }
        }
        rows
    }

    /// The first of these settings, or files of one value, that was shown.
    fn one_of(&self, names: &[&'static str]) -> Option<Decides> {
        names.iter().find_map(|name| {
            let of_file = || {
                let (line, value) = self.rows(name).into_iter().next()?;
                (!value.contains(' ')).then_some((line, value))
            };
            let (line, value) = self.setting(name).or_else(of_file)?;
            let fits = !value.is_empty() && value.len() < 80;
            fits.then(|| Decides { line, values: vec![("name", (*name).to_owned()), ("value", value)] })
        })
    }
}
