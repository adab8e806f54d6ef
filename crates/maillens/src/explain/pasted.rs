//! Values that somebody pasted beside an error: settings, lists of files, how full a disk or a mailbox is. Where one of
//! them decides, the cause names it, and no step asks for it again.

mod settings;

use super::certificate;
use super::known::{is_plain, of_line};
use super::steps::step;
use super::words::{list, put, size};
use super::{adds, is_document, is_remote, line, turned_away};
use crate::export::Trace;
use crate::format::{Place, Role, Shape};
use crate::knowledge::defect::Defect;
use crate::knowledge::fault::{self, holds, is_local};
use crate::knowledge::obstacle::{self, ObstacleKind};
use crate::log::{Claim, Log};
use crate::pattern::{CATALOGUE, Entry};
use crate::text::{lossy, prose};
use crate::vocabulary::{Circumstance, Cited, Datum, FormatKind, Level, Party, Reason, Sign, TraceType};
use std::cell::RefCell;

/// So many lines before and after a trace are looked through.
const NEAR: u32 = 300;

/// What is wrong, as a trace tells it.
enum Concern {
    /// What this server turned away for this reason.
    Refused(Reason),
    /// What wasn't delivered for this reason.
    Failed(Reason),
    /// Either of them.
    Either(Reason),
    /// A line that decides has this word, in small letters.
    Says(&'static str),
    /// Whatever a line that decides tells.
    Any,
    /// A fault of this name in a line that decides.
    Fault(&'static str),
    /// A line that decides says that this is broken.
    Broken(&'static [Defect]),
    /// A line of one of these patterns decides.
    Line(&'static [Sign]),
    /// An app says that it met this.
    Met(ObstacleKind),
}

/// Which error, beside which value, has which cause.
struct Pairing {
    about: Concern,
    /// What was pasted that decides: the line, from 1, and its values; `None` where nothing does.
    found: fn(&Mishap<'_>) -> Option<Decides>,
    /// What it means, with the values.
    says: &'static str,
    /// Who must act, where that is another now.
    party: Option<Party>,
    /// What it shows of the error beyond its lines.
    shows: Option<Circumstance>,
    /// What to do, with the values; empty where the steps of the error stay all.
    step: (&'static str, &'static str),
    /// How the commands of those steps begin, or steps without one, that ask for what is shown.
    asks: &'static [&'static str],
    /// Sentences that say what the value excludes.
    excludes: &'static [&'static str],
}

impl Pairing {
    /// One that decides nothing but the cause.
    const BASE: Pairing = Pairing {
        about: Concern::Line(&[]),
        found: |_| None,
        says: "",
        party: None,
        shows: None,
        step: ("", ""),
        asks: &[],
        excludes: &[],
    };
}

/// A line that decides, from 1, and its values by their names.
struct Decides {
    line: u32,
    values: Vec<(&'static str, String)>,
}

/// An error, and what stands beside it.
struct Mishap<'a> {
    log: &'a Log,
    /// The line that states it, from 1.
    line: u32,
    client: Option<String>,
    recipient: Option<String>,
    user: Option<String>,
    /// The name of the server that it was about to go to.
    relay: Option<String>,
    /// What the fault that it quotes is about.
    path: Option<String>,
    host: Option<String>,
    /// Lines that no program logged, from 1.
    beside: &'a [u32],
    /// Those of them that were read for a value: what is told rests on them, too.
    used: RefCell<Vec<u32>>,
}

/// A certificate that was renewed, and a service that still shows the old one.
const RENEWED: Pairing = Pairing {
    found: renewed,
    says: "The certificate was renewed (the new one is valid until {until}), but the server still shows the old one, which ended {ended}: the service probably wasn't reloaded since.",
    party: Some(Party::OurServer),
    step: (
        "Load the new certificate into the mail services that run, and let certbot do so after each renewal (--deploy-hook):",
        "systemctl reload dovecot postfix",
    ),
    asks: &["certbot", "openssl s_client", "Look at the certificate", "If it's valid"],
    excludes: &[
        " If only one device says so, its clock may be wrong. After a renewal, the service must be reloaded.",
        ": it has expired, or the device's clock is wrong",
    ],
    ..Pairing::BASE
};

/// The MX record of the recipient's domain names a server that doesn't exist.
const NAMED_BY_MX: Pairing = Pairing {
    found: named_by_mx,
    says: "The domain exists: its MX record, shown beside it, names {host}, which doesn't exist.",
    party: Some(Party::Dns),
    step: (
        "The owner of {domain} must correct its MX record, or give {host} an address (A record). To see whether it has one:",
        "dig +short A {host}",
    ),
    asks: &["dig {domain} MX"],
    ..Pairing::BASE
};

static PAIRINGS: &[Pairing] = &[
    Pairing {
        about: Concern::Refused(Reason::NoRelaying),
        found: not_in_mynetworks,
        says: "The settings beside it show why: mynetworks ({value}) doesn't have {client}.",
        party: Some(Party::OurServer),
        step: (
            "If {client} is a device or server of yours, add its address or network to mynetworks, and load the settings:",
            "postconf -e \"mynetworks = $(postconf -h mynetworks) {client}\" && postfix reload",
        ),
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Refused(Reason::MesgTooBig),
        found: |error| limit(error, "message_size_limit"),
        says: "The limit is {value} bytes ({size}; message_size_limit).",
        step: (
            "If larger messages should be taken, raise the limit: a file grows by a third on its way (base64), and mailbox_size_limit must not be smaller. For 50 MB:",
            "postconf -e message_size_limit=52428800 && postfix reload",
        ),
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Line(&[Sign::MailboxLimitTooSmall, Sign::VirtualLimitTooSmall]),
        found: |error| {
            let own = if error.is(Sign::VirtualLimitTooSmall) {
                "virtual_mailbox_limit"
            } else {
                "mailbox_size_limit"
            };
            let (line, value) = error.setting(own)?;
            let (_, other) = error.setting("message_size_limit")?;
            Some(Decides { line, values: vec![("setting", own.into()), ("value", value), ("other", other)] })
        },
        says: "{setting} is {value}, and message_size_limit is {other}.",
        party: Some(Party::OurServer),
        step: (
            "Raise {setting} to at least {other}, or set it to 0 for no limit, and load the settings:",
            "postconf -e {setting}=0 && postfix reload",
        ),
        asks: &["postconf"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Fault("connection-refused"),
        found: listens_to_itself,
        says: "The settings beside it name no other way in than this machine itself (inet_interfaces = {value}).",
        step: (
            "If those are the settings of {host}, let it listen on all addresses and start it again:",
            "postconf -e inet_interfaces=all && systemctl restart postfix",
        ),
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Failed(Reason::FailedStartTls),
        found: |error| {
            let (line, value) = error.setting("smtp_tls_security_level")?;
            let text = lossy(error.log.parse(error.line - 1).body()).into_owned();
            let checked = value.starts_with("dane") && text.contains("ertificate not trusted");
            Some(Decides { line, values: vec![("host", error.relay.clone()?), ("value", value)] })
                .filter(|_| checked)
        },
        says: "With smtp_tls_security_level = {value}, only servers that publish TLSA records are checked: the certificate of {host} doesn't match them.",
        party: Some(Party::TheirServer),
        step: (
            "Tell the server's owner, who must publish TLSA records that fit: usually the certificate was renewed without them. To deliver meanwhile, give the domain the level may in smtp_tls_policy_maps. A record 3 1 1 must have the digest of the key:",
            "dig +short TLSA _25._tcp.{host}; openssl s_client -starttls smtp -connect {host}:25 </dev/null | openssl x509 -noout -pubkey | openssl pkey -pubin -outform DER | openssl dgst -sha256",
        ),
        asks: &["postconf smtp_tls", "ls -l /etc/ssl"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Refused(Reason::UserUnknown),
        found: in_two_lists,
        says: "The settings beside it show why: {domain} is in mydestination and in {other} at once, so Postfix looks for its mailboxes among the system's users.",
        party: Some(Party::OurServer),
        step: (
            "Take {domain} out of mydestination, and load the settings. What it is now:",
            "postconf mydestination; postfix reload",
        ),
        asks: &["postconf mydestination"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Fault("no-such-file"),
        found: not_in_the_list,
        says: "The list of {folder} beside it has no {name}{?; it has {other}}.",
        step: (
            "Correct the path in the settings: {path} isn't there{?, and {folder}/{other} is}. Then load the settings. Where it is named:",
            "grep -rnF {path} /etc/postfix /etc/dovecot /etc/exim4",
        ),
        asks: &["namei", "ls "],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Fault("file-too-large"),
        found: |error| {
            let (_, limit) = error.setting("mailbox_size_limit")?;
            let path = error.path.clone()?;
            let file = error.files().into_iter().find(|file| file.is(&path))?;
            let values = vec![("path", path), ("size", file.size?), ("limit", limit)];
            Some(Decides { line: file.line, values })
        },
        says: "The mailbox file {path} has {size} bytes, and mailbox_size_limit allows {limit}.",
        party: Some(Party::OurServer),
        step: (
            "Move or delete what's in {path}, or have its mail go to a mailbox that is read, by an alias in /etc/aliases. Or lift the limit (0 means none):",
            "postconf -e mailbox_size_limit=0 && postfix reload",
        ),
        asks: &["ls -lh"],
        ..Pairing::BASE
    },
    NO_INODES,
    FULL,
    // A queue that can't be written can have other reasons than a full disk; beside one, it's that.
    Pairing {
        about: Concern::Broken(STORES),
        asks: &["df ", "ls -l /var/qmail/queue"],
        excludes: &[": the disk is full or broken", "The disk is full or broken."],
        ..NO_INODES
    },
    Pairing {
        about: Concern::Broken(STORES),
        asks: &["df ", "ls -l /var/qmail/queue"],
        excludes: &[": the disk is full or broken", "The disk is full or broken."],
        ..FULL
    },
    // Dovecot's own quota says "Quota exceeded"; these words are those of the system.
    Pairing {
        about: Concern::Says("not enough disk quota"),
        found: no_inodes,
        says: "Dovecot calls it a quota, too, but the file system {name} can hold no further file: its inodes are used up.",
        party: Some(Party::OurServer),
        excludes: &["The mailbox is full."],
        ..NO_INODES
    },
    Pairing {
        about: Concern::Says("not enough disk quota"),
        found: full,
        says: "Dovecot calls it a quota, too, but the file system {name} is full.",
        party: Some(Party::OurServer),
        excludes: &["The mailbox is full."],
        asks: &["df ", "doveadm quota", "If the mailbox is ours"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Fault("permission-denied"),
        found: owned_by_another,
        says: "The list beside it shows {path}: it belongs to {owner}:{group}, with the mode {mode}{?, and the program runs as {user}}.",
        step: (
            "Give {path} to the user that the program runs as{? ({user})}, or to a group of that user with the permission to read; each folder above it must be open to that user, too:",
            "chown {user} {path}",
        ),
        asks: &["namei"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Fault("permission-denied"),
        found: |error| {
            let enforcing = |text: &str| {
                text == "Enforcing" || text.starts_with("Current mode:") && text.ends_with("enforcing")
            };
            error.other(enforcing).map(|line| Decides { line, values: error.of_path() })
        },
        says: "SELinux is enforcing, so it can forbid what the permissions of the file allow.",
        step: (
            "See whether SELinux forbade it; if it did, give the path the label that belongs there, or allow the access (audit2allow):",
            "ausearch -m avc -ts recent; restorecon -Rv {path}",
        ),
        asks: &["ausearch"],
        ..Pairing::BASE
    },
    Pairing { about: Concern::Failed(Reason::HostUnknown), ..NAMED_BY_MX },
    // A name outside the recipient's domain is looked up for many reasons; here the record says for which.
    Pairing { about: Concern::Failed(Reason::NetworkError), ..NAMED_BY_MX },
    Pairing {
        about: Concern::Failed(Reason::MailboxFull),
        found: quota,
        says: "The numbers beside it: {used} of {limit} are used, {share} percent.",
        asks: &["doveadm quota get"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Line(&[Sign::TooManyConnections]),
        found: connected,
        says: "The list beside it shows {number} connections of {user}.",
        asks: &["doveadm who"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Failed(Reason::AuthFailure),
        found: without_spf,
        says: "The TXT records of {domain} beside it hold no SPF record (v=spf1): {domain} has none.",
        step: (
            "Publish an SPF record for {domain}, as a TXT record that names every server that sends for it: “v=spf1{? ip4:{ip}} mx -all”. Then let this server sign with DKIM, too.",
            "",
        ),
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Fault("no-answer-about-name"),
        found: |error| {
            let path = "/var/spool/postfix/etc/resolv.conf";
            let line =
                error.other(|text| text.contains(path) && text.ends_with("No such file or directory"))?;
            Some(Decides { line, values: vec![("path", path.into())] })
        },
        says: "Postfix asks no name server: its chroot has no resolv.conf ({path}, in the line beside it), whatever this server's own lookups say.",
        party: Some(Party::OurServer),
        step: (
            "Copy the files that lookups need into the chroot, restart Postfix, and deliver what waits:",
            "mkdir -p /var/spool/postfix/etc && cp /etc/resolv.conf /etc/hosts /etc/services /etc/nsswitch.conf /var/spool/postfix/etc/ && systemctl restart postfix && postqueue -f",
        ),
        asks: &["dig "],
        excludes: NO_ANSWER,
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Fault("no-answer-about-name"),
        found: answered,
        says: "The lookup beside it gets an answer for {domain}: its DNS works, and Postfix asked another resolver, or too early.",
        party: Some(Party::OurServer),
        asks: &["dig MX"],
        excludes: NO_ANSWER,
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Failed(Reason::NetworkError),
        found: no_name_server,
        says: "The lookup beside it shows why: no name server answers this machine{? ({server}, from resolv.conf)}. So nothing can be delivered to other servers.",
        party: Some(Party::OurServer),
        step: (
            "Enter a name server that answers into /etc/resolv.conf (the provider of the network names one), or run a resolver of your own (unbound). Then ask it:",
            "dig MX gmail.com",
        ),
        asks: &["cat /etc/resolv.conf"],
        excludes: &["An unpatched qmail also says so when the answer is longer than 512 bytes."],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Failed(Reason::NetworkError),
        found: |error| {
            let said = lossy(error.log.parse(error.line - 1).body()).into_owned();
            let domain = error.domain().filter(|_| said.contains("CNAME_lookup_failed"))?;
            let (command, _) = asked(error, "any").find(|(_, of)| *of == domain)?;
            let size = |line: &u32| -> Option<(u32, u32)> {
                Some((*line, error.text(*line).strip_prefix(";; MSG SIZE  rcvd: ")?.parse().ok()?))
            };
            let (line, bytes) = output(error, command).iter().find_map(size)?;
            let values = vec![("domain", domain), ("bytes", bytes.to_string())];
            Some(Decides { line, values }).filter(|_| bytes > 512)
        },
        says: "The lookup beside it shows why: all that DNS has of {domain} comes to {bytes} bytes, and a qmail without a patch takes no more than 512.",
        party: Some(Party::OurServer),
        step: (
            "Give qmail the patch for big DNS answers (or use notqmail, which has it), and restart it. What waits goes on automatically then.",
            "",
        ),
        asks: &["cat /etc/resolv.conf"],
        excludes: &["An unpatched qmail also says so when the answer is longer than 512 bytes."],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Failed(Reason::NetworkError),
        found: port_closed,
        says: "The tests beside it time out, too ({hosts}): outgoing port 25 is probably closed for this server.",
        party: Some(Party::OurServer),
        step: (
            "Have the hosting provider open outgoing port 25, or send through a relay on port 587 (qmail: control/smtproutes; Postfix: relayhost). What waits goes on automatically then.",
            "",
        ),
        asks: &["nc ", "telnet ", "journalctl"],
        ..Pairing::BASE
    },
    Pairing { about: Concern::Met(ObstacleKind::CertificateDate), ..RENEWED },
    Pairing { about: Concern::Fault("they-see-expired"), ..RENEWED },
    Pairing {
        about: Concern::Fault("they-see-expired"),
        found: |error| {
            let line = error.other(|text| text.starts_with("notAfter="))?;
            let until = error.text(line).split_once('=')?.1.to_owned();
            Some(Decides { line, values: vec![("until", until)] })
        },
        says: "The certificate that the server shows was valid until {until}.",
        step: (
            "Renew the certificate unless its file is newer than the one that is shown, and load it: a running Dovecot or Postfix keeps the old one. Let certbot reload them after each renewal (--deploy-hook):",
            "certbot certificates; certbot renew; systemctl reload dovecot postfix",
        ),
        asks: &["openssl s_client"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Line(&[Sign::NoTransport]),
        found: undefined_transport,
        says: "The settings beside it name it: {setting} = {value}{?, and postconf -M shows no such service ({shown})}.",
        step: (
            "Point {setting} at what is there, such as Dovecot's LMTP service (it needs a unix_listener private/dovecot-lmtp), or define {value} in master.cf. For the first:",
            "postconf -e {setting}=lmtp:unix:private/dovecot-lmtp && postfix reload && postqueue -f",
        ),
        asks: &["postconf -n", "postfix reload"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Line(&[Sign::LoginCheckerDown]),
        found: |error| {
            let runs_at = |text: &str| {
                let (_, options) = text.split_once("/saslauthd ")?;
                let mut words = options.split_whitespace();
                words.find(|word| *word == "-m")?;
                Some(words.next()?.to_owned())
            };
            let line = error.other(|text| runs_at(text).is_some())?;
            let path = runs_at(&error.text(line)).filter(|path| !path.starts_with("/var/spool/postfix"))?;
            let chroot = error.other(|text| {
                let columns: Vec<&str> = text.split_whitespace().collect();
                columns.len() > 7
                    && columns[1] == "inet"
                    && columns[4] == "y"
                    && columns[7].starts_with("smtpd")
            });
            error.used.borrow_mut().extend(chroot);
            let mut values = vec![("path", path)];
            values.extend(chroot.map(|_| ("chroot", "y".to_owned())));
            Some(Decides { line, values })
        },
        says: "saslauthd runs, and makes its socket in {path}, as it's shown beside it{?; smtpd runs in a chroot ({chroot} in master.cf), so it looks in /var/spool/postfix{path}, where none is}.",
        party: Some(Party::OurServer),
        step: (
            "Let saslauthd make its socket inside the chroot (-m /var/spool/postfix/var/run/saslauthd; Debian: OPTIONS in /etc/default/saslauthd), let the account postfix use it, and restart both:",
            "adduser postfix sasl; systemctl restart saslauthd postfix; ls -ld /var/spool/postfix/var/run/saslauthd",
        ),
        asks: &["systemctl status saslauthd"],
        excludes: &["isn't running or "],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Line(&[Sign::LoginCheckerDown]),
        found: |error| {
            let line = error.other(|text| text.starts_with("0: OK"))?;
            Some(Decides { line, values: Vec::new() })
        },
        says: "The test beside it worked, so saslauthd runs: Postfix probably looks for its socket inside the chroot (/var/spool/postfix), where it isn't.",
        party: Some(Party::OurServer),
        step: (
            "Let saslauthd make its socket inside the chroot, too (Debian: OPTIONS=\"-c -m /var/spool/postfix/var/run/saslauthd\" in /etc/default/saslauthd), let the account postfix use it, and restart both:",
            "adduser postfix sasl; systemctl restart saslauthd postfix; ls -ld /var/spool/postfix/var/run/saslauthd",
        ),
        asks: &["systemctl status saslauthd"],
        excludes: &["isn't running or "],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Line(&[Sign::UnsafeSocket]),
        found: open_to_others,
        says: "The list beside it shows why: {name} has the mode {mode}, so everybody can write to it.",
        party: Some(Party::OurServer),
        step: (
            "Take the permission to write from others, and restart the filter; where it makes the socket so again, set its UMask (OpenDKIM: UMask 007) and let Sendmail's user into its group:",
            "chmod o-w {folder} {path}",
        ),
        asks: &["namei", "systemctl status"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Line(&[Sign::HeldForScanner]),
        found: |error| {
            let line = error.other(|text| ["failed", "inactive", "dead"].contains(&text))?;
            let asked = error.text(line - 1).to_ascii_lowercase();
            let of_scanner = prose::command(&asked)?.contains("is-active mailscanner");
            of_scanner.then(|| Decides { line, values: vec![("state", error.text(line))] })
        },
        says: "It isn't running: the line beside it says \u{201c}{state}\u{201d}.",
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Line(&[Sign::LoopsBack]),
        found: in_no_list,
        says: "The settings beside it show it: {domain} isn't in {lists}.",
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Line(&[Sign::MaildirClosed]),
        found: |error| {
            let line =
                error.other(|text| text.starts_with("ls: cannot access") && text.ends_with(MISSING))?;
            let text = error.text(line);
            let path = text.strip_prefix("ls: cannot access ")?.strip_suffix(MISSING)?;
            let quoted = |letter| ['\'', '\u{2018}', '\u{2019}', '"', ':', ' '].contains(&letter);
            let path = path.trim_matches(quoted).to_owned();
            let folder = path.rsplit_once('/')?.0.to_owned();
            path.contains("aildir")
                .then(|| Decides { line, values: vec![("path", path), ("folder", folder)] })
        },
        says: "The list beside it shows that {path} is missing.",
        party: Some(Party::OurServer),
        step: (
            "Bring the folder over from the old server or a backup. If there's no mail to bring, make an empty one, and give it to the user that owns the folders beside it:",
            "maildirmake {path} && chown -R --reference={folder}/.. {path}",
        ),
        asks: &["ls -ld"],
        excludes: &[", or the account doesn't have permission to open it"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Line(&[Sign::ScannerFailed]),
        found: |error| {
            let stopped = |text: &str| {
                text.contains("clam")
                    && [" dead", "is stopped", "not running", ": down"].iter().any(|of| text.contains(of))
            };
            let line = error.other(stopped)?;
            Some(Decides { line, values: vec![("status", error.text(line))] })
        },
        says: "Its state beside it shows that it doesn't run: \u{201c}{status}\u{201d}.",
        party: Some(Party::OurServer),
        step: (
            "Start the virus scanner, and see in its log why it stopped: a setting or folder that an update changed, memory, or the list of viruses. Mail waits at the senders meanwhile, and comes automatically after:",
            "service clamd start; tail -50 /var/log/clamav/clam*.log; free -m",
        ),
        asks: &["systemctl restart clamd", "grep -h softlimit"],
        excludes: &[", or the check had too little memory"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Fault("connection-refused"),
        found: |error| {
            let text = lossy(error.log.parse(error.line - 1).body()).into_owned();
            let of = fault::find(text.as_bytes()).into_iter().find_map(|found| found.service)?;
            let mailbox = |line: &u32| error.text(*line).starts_with("mailbox ");
            let line = error.printed(&[Sign::ZimbraStopped]).find(mailbox)?;
            of.name.starts_with("Zimbra").then(|| Decides { line, values: Vec::new() })
        },
        says: "The list of Zimbra's services beside it shows that it's stopped.",
        asks: &["su - zimbra"],
        ..Pairing::BASE
    },
    Pairing {
        about: Concern::Fault("connection-refused"),
        found: policy_service,
        says: "{setting}, beside it, names it as a policy service{? (by its port, {service})}.",
        step: (
            "Start {service}, and let it start with the system. To take mail until it runs, take it out of {setting} and reload Postfix:",
            "systemctl enable --now {unit}; systemctl status {unit}",
        ),
        asks: &["ss -ltnp", "postconf -n | grep"],
        ..Pairing::BASE
    },
];

/// Adds what the values beside a trace decide about its error.
pub(super) fn add(log: &Log, trace: &mut Trace) {
    // What keeps all mail on this server was told with what the paste shows of it.
    let of_all =
        matches!(trace.explanation.circumstance, Some(Circumstance::NoWayOut | Circumstance::NoNames));
    // A document is pasted itself; only a notice, and an app's line, tell of an error beside which something can be pasted.
    let app = |line: &u32| super::is_of(log, *line, FormatKind::App);
    let document = is_document(log, trace.trace)
        && trace.kind != TraceType::Bounce
        && !log.lines_of(trace.trace).iter().all(app);
    if of_all || document {
        return;
    }
    let own = log.lines_of(trace.trace);
    let beside: Vec<u32> = near(log, trace.first_line, trace.last_line)
        .filter(|line| is_beside(log, *line) && own.binary_search(line).is_err())
        .collect();
    let alerts = trace.explanation.story.iter().filter(|told| told.level >= Level::Warning);
    let lines: Vec<u32> =
        trace.explanation.cites.iter().chain(alerts.flat_map(|told| told.lines.iter())).copied().collect();
    // What an app's own line decides needs none beside it.
    let may = |pairing: &&Pairing| !beside.is_empty() || matches!(pairing.about, Concern::Met(_));
    let mut all = settings::ROWS.iter().chain(PAIRINGS).chain(settings::LAST).filter(may);
    let found = all.find_map(|pairing| {
        let error = lines.iter().find_map(|line| error(log, trace, pairing, *line, &beside))?;
        let decides = (pairing.found)(&error)?;
        Some((pairing, decides, error.used.take()))
    });
    let Some((pairing, decides, used)) = found else { return };
    let value = |name: &str| {
        let found = decides.values.iter().find(|(own, _)| *own == name)?;
        Some(found.1.clone())
    };
    let Some(text) = put(pairing.says, value) else { return };
    let cited = Cited::new(decides.line, used.into_iter().filter(|line| *line != decides.line));
    adds(log, trace, cited.clone(), text, Level::Warning);
    let explanation = &mut trace.explanation;
    // Who must act rests on it, too.
    if pairing.party.is_some_and(|party| party != explanation.party) {
        explanation.cites.add(cited.iter().copied());
    }
    explanation.party = pairing.party.unwrap_or(explanation.party);
    explanation.circumstance = pairing.shows.or(explanation.circumstance);
    for excluded in pairing.excludes {
        let without = |text: &str| text.replace(excluded, "").trim().replace("  ", " ");
        explanation.headline = without(&explanation.headline);
        explanation.story.iter_mut().for_each(|told| told.text = without(&told.text));
        explanation.story.retain(|told| !told.text.is_empty());
    }
    let asks: Vec<String> = pairing.asks.iter().filter_map(|asks| put(asks, value)).collect();
    let asked = |command: &String| asks.iter().any(|asks| command.starts_with(asks));
    explanation.next.retain(|step| !asked(step.command.as_ref().unwrap_or(&step.text)));
    let own = put(pairing.step.0, value).filter(|text| !text.is_empty());
    let own = own.map(|text| step(text, pairing.step.1, |name| value(name).filter(|value| is_plain(value))));
    // What helps about the line that decides.
    let steps = own.map_or_else(
        || of_line(log, decides.line, false).map_or_else(Vec::new, |helps| helps.steps),
        |own| vec![own],
    );
    explanation.next.splice(0..0, steps);
    explanation.next.truncate(super::MOST_STEPS);
}

/// The lines around the first and the last of a trace, from 1: what waits for days has a whole log between them.
pub(super) fn near(log: &Log, first: u32, last: u32) -> impl Iterator<Item = u32> {
    let middle = last.min(first.saturating_add(NEAR));
    let rest = last.saturating_sub(NEAR).max(middle + 1)..=last.saturating_add(NEAR).min(log.lines());
    (first.saturating_sub(NEAR).max(1)..=middle).chain(rest)
}

/// True for a line that no program logged: what somebody wrote or a tool printed.
pub(super) fn is_beside(log: &Log, line: u32) -> bool {
    match log.claim_of(line - 1) {
        Claim::Entry(number) => {
            let format = CATALOGUE.entry(number).format;
            matches!(format.place, Place::Document(_)) || format.kind == FormatKind::Settings
        }
        Claim::Nothing | Claim::Unread => true,
    }
}

/// The error of a pairing that a line states.
fn error<'a>(
    log: &'a Log,
    trace: &Trace,
    pairing: &Pairing,
    number: u32,
    beside: &'a [u32],
) -> Option<Mishap<'a>> {
    let parsed = log.parse(number - 1);
    let entry = parsed.entry?;
    let faults = fault::find(parsed.body());
    let text = |at: crate::text::Span| lossy(at.of(parsed.body())).into_owned();
    let tried = trace.attempts.iter().rfind(|tried| tried.reason.is_some());
    let refused = |reason| {
        let own = trace.attempts.iter().all(|tried| tried.code.is_none() || !is_remote(tried));
        own && turned_away(log, &[number]) == Some(reason)
    };
    let failed = |reason| tried.is_some_and(|tried| tried.reason == Some(reason));
    let fault = match pairing.about {
        Concern::Refused(reason) => refused(reason).then_some(None),
        Concern::Failed(reason) => failed(reason).then_some(None),
        Concern::Either(reason) => (refused(reason) || failed(reason)).then_some(None),
        Concern::Says(word) => lossy(parsed.body()).to_ascii_lowercase().contains(word).then_some(None),
        Concern::Any => Some(None),
        Concern::Fault(name) => faults.iter().find(|found| found.fault.name == name).map(Some),
        Concern::Broken(defects) => {
            let broken = super::event::broken(log, number);
            broken.is_some_and(|of| defects.contains(&of)).then_some(None)
        }
        Concern::Met(kind) => {
            let met = || obstacle::of(parsed.body()).is_some_and(|own| own.kind == kind);
            (entry.format.kind == FormatKind::App && met()).then_some(None)
        }
        Concern::Line(signs) => {
            let states = |entry: &Entry| entry.pattern.sign.is_some_and(|sign| signs.contains(&sign));
            let within = parsed.captures.iter().filter(|at| entry.field(**at).shape == Shape::Result);
            let result = |at: &crate::pattern::Capture| {
                let segments = CATALOGUE.result(at.at.of(parsed.body()));
                segments.iter().any(|of| of.entry.is_some_and(|of| states(CATALOGUE.entry(of))))
            };
            let reason = || line::reason(entry, parsed.body(), &parsed.captures);
            let within = within.into_iter().any(result) || reason().is_some_and(|of| states(of.0));
            (states(entry) || within).then_some(None)
        }
    }?;
    let value = |role| Some(text(entry.part(role, &parsed.captures)?).trim_matches(['<', '>']).to_owned());
    let within = || {
        let (entry, text, captures) = line::reason(entry, parsed.body(), &parsed.captures)?;
        Some(lossy(entry.part(Role::Address, &captures)?.of(text)).into_owned())
    };
    let recipient = value(Role::Recipient).or_else(within);
    Some(Mishap {
        log,
        line: number,
        client: trace.client.clone().or_else(|| value(Role::Client)),
        recipient: recipient.or_else(|| tried.and_then(|tried| tried.recipient.clone())),
        user: trace.user.clone(),
        relay: tried.and_then(|tried| Some(tried.remote.as_ref()?.split('[').next()?.to_owned())),
        path: fault.and_then(|found| found.path).map(text),
        host: fault.and_then(|found| found.host).map(text),
        beside,
        used: RefCell::default(),
    })
}

impl Mishap<'_> {
    fn is(&self, sign: Sign) -> bool {
        super::is(self.log, self.line, sign)
    }

    /// A line without the marks of a quote.
    fn text(&self, line: u32) -> String {
        let text = lossy(self.log.pasted(line - 1));
        let mut text = text.trim();
        while let Some(rest) = text.strip_prefix("> ") {
            text = rest.trim_start();
        }
        text.to_owned()
    }

    /// The first line beside it that fits, from 1.
    fn other(&self, fits: impl Fn(&str) -> bool) -> Option<u32> {
        self.beside.iter().copied().find(|line| fits(&self.text(*line)))
    }

    /// A setting as `postconf` and `doveconf` print it, or a file has it, with the lines that go on with it; and its line.
    fn setting(&self, name: &str) -> Option<(u32, String)> {
        let value = |text: &str| {
            if let Some(value) = text.strip_prefix(name).and_then(|rest| rest.trim_start().strip_prefix('='))
            {
                return Some(value.trim().to_owned());
            }
            // In a sentence: "main.cf: always_bcc = archive@shop.example. Since May …"
            let (before, rest) = text.split_once(name)?;
            let value = rest.trim_start().strip_prefix('=')?.split_whitespace().next()?;
            let apart = before.is_empty() || before.ends_with([' ', '(', '"', '`', ':']);
            Some(value.trim_matches(['.', ',', ';', ')', '"', '`']).to_owned()).filter(|_| apart)
        };
        // Of several, the last one counts.
        let named = self.beside.iter().rev().find_map(|line| Some((*line, value(&self.text(*line))?)));
        let Some((line, mut all)) = named else { return self.bare(name) };
        self.used.borrow_mut().push(line);
        for next in line + 1..=self.log.lines() {
            let text = lossy(self.log.pasted(next - 1)).into_owned();
            if !text.starts_with([' ', '\t']) || text.trim().is_empty() || text.contains(" = ") {
                break;
            }
            all = format!("{all} {}", text.trim());
            self.used.borrow_mut().push(next);
        }
        Some((line, all))
    }

    /// The value of a setting among those that `postconf -h` printed without their names, in the order of the names.
    fn bare(&self, name: &str) -> Option<(u32, String)> {
        let at = |line: u32| {
            let text = self.text(line);
            let names = prose::command(&text)?.strip_prefix("postconf -h ")?;
            Some(line + 1 + names.split_whitespace().position(|own| own == name)? as u32)
        };
        let line = self.beside.iter().find_map(|line| at(*line)).filter(|line| self.beside.contains(line))?;
        self.used.borrow_mut().extend(self.beside.iter().filter(|own| **own < line && line - **own < 9));
        Some((line, self.text(line)))
    }

    /// The domain of the recipient.
    fn domain(&self) -> Option<String> {
        Some(self.recipient.as_ref()?.rsplit_once('@')?.1.to_ascii_lowercase())
    }

    fn of_path(&self) -> Vec<(&'static str, String)> {
        self.path.iter().map(|path| ("path", path.clone())).collect()
    }

    /// A value of a line that a tool printed, by its role.
    fn value(&self, line: u32, role: Role) -> Option<String> {
        let parsed = self.log.parse(line - 1);
        Some(lossy(parsed.entry?.part(role, &parsed.captures)?.of(parsed.body())).into_owned())
    }

    /// The same, by what its field holds.
    fn datum(&self, line: u32, datum: Datum) -> Option<String> {
        super::datum(&self.log.parse(line - 1), datum)
    }

    /// The lines that a tool printed, of these signs.
    fn printed<'a>(&'a self, signs: &'a [Sign]) -> impl Iterator<Item = u32> + 'a {
        let of = |line: u32| self.log.parse(line - 1).entry?.pattern.sign;
        self.beside.iter().copied().filter(move |line| of(*line).is_some_and(|sign| signs.contains(&sign)))
    }

    /// The rows of `ls -l` and `namei -l`.
    fn files(&self) -> Vec<Listed> {
        let mut folder = String::new();
        let mut names = false;
        let mut rows = Vec::new();
        for &line in self.beside {
            let text = self.text(line);
            let listed = listed(line, &folder, &text);
            if listed.is_none() {
                let path =
                    |word: &str| word.starts_with('/').then(|| word.trim_end_matches([':', '/']).to_owned());
                let asked = ["ls ", "ll "].iter().any(|tool| text.contains(tool));
                let typed = prose::command(&text);
                let heading = text.starts_with('/') && text.ends_with(':') || text.starts_with("f: ");
                if asked || heading {
                    folder = text.split_whitespace().rev().find_map(path).unwrap_or_default();
                    self.used.borrow_mut().push(line);
                }
                // Without -l, names alone.
                names = typed.map_or(names, |typed| typed.starts_with("ls ") && !typed.contains(" -"));
                if names && typed.is_none() && !text.contains(": ") {
                    self.used.borrow_mut().push(line);
                    rows.extend(text.split_whitespace().map(|name| Listed::named(line, &folder, name)));
                }
            }
            self.used.borrow_mut().extend(listed.as_ref().map(|file| file.line));
            rows.extend(listed);
        }
        rows
    }
}

/// A file of a list.
struct Listed {
    line: u32,
    /// The folder that was listed; empty where that isn't known.
    folder: String,
    name: String,
    owner: String,
    group: String,
    mode: String,
    /// In bytes; `None` where the list doesn't have it.
    size: Option<String>,
}

impl Listed {
    /// One of which only the name was listed.
    fn named(line: u32, folder: &str, name: &str) -> Listed {
        Listed {
            line,
            folder: folder.to_owned(),
            name: name.to_owned(),
            owner: String::new(),
            group: String::new(),
            mode: String::new(),
            size: None,
        }
    }

    /// True where everybody can write to it.
    fn is_open(&self) -> bool {
        self.mode.as_bytes().get(8) == Some(&b'w') && !self.mode.starts_with('l')
    }

    /// True for the file at this path, as far as the list shows where it is.
    fn is(&self, path: &str) -> bool {
        let whole = format!("{}/{}", self.folder, self.name);
        whole == path || self.folder.is_empty() && path.ends_with(&format!("/{}", self.name))
    }
}

/// A row of `ls -l` (`-rw-r----- 1 root mail 120 Nov 21 10:00 name`) or `namei -l` (`drwx------ ana mail name`).
fn listed(line: u32, folder: &str, text: &str) -> Option<Listed> {
    let mut words = text.split_whitespace();
    let mode = words.next()?;
    let letters = mode.trim_end_matches(['.', '+', '@']);
    let is_mode = letters.len() == 10
        && letters.starts_with(['-', 'd', 'l', 's', 'p', 'c', 'b'])
        && letters[1..].bytes().all(|letter| b"rwxsStT-".contains(&letter));
    let first = words.next().filter(|_| is_mode)?;
    let owner = if first.bytes().all(|byte| byte.is_ascii_digit()) { words.next()? } else { first };
    let group = words.next()?;
    let size = words.next().filter(|size| size.bytes().all(|byte| byte.is_ascii_digit())).map(str::to_owned);
    let name = text.split(" -> ").next()?.split_whitespace().last()?;
    // The file itself was listed, not what it holds.
    let folder = if folder.ends_with(&format!("/{name}")) || name.starts_with('/') {
        name.rsplit_once('/').map_or_else(|| folder.rsplit_once('/').map_or("", |of| of.0), |of| of.0)
    } else {
        folder
    };
    Some(Listed {
        line,
        folder: folder.to_owned(),
        name: name.rsplit('/').next()?.to_owned(),
        owner: owner.to_owned(),
        group: group.to_owned(),
        mode: mode.to_owned(),
        size,
    })
}

/// The entries of a list of networks or domains.
fn entries(value: &str) -> impl Iterator<Item = &str> {
    value.split([' ', ',', '\t']).filter(|entry| !entry.is_empty())
}

/// True for a list that holds all it says: no table, no other setting.
fn is_literal(value: &str) -> bool {
    !entries(value).any(|entry| entry.starts_with(['/', '$']) || entry.contains(":/"))
}

fn not_in_mynetworks(error: &Mishap<'_>) -> Option<Decides> {
    let client = error.client.clone().filter(|client| is_local(client))?;
    let (line, value) = error.setting("mynetworks")?;
    let lacks = is_literal(&value) && !entries(&value).any(|network| holds(network, &client));
    lacks.then(|| Decides { line, values: vec![("client", client), ("value", value)] })
}

fn limit(error: &Mishap<'_>, name: &str) -> Option<Decides> {
    let (line, value) = error.setting(name)?;
    let bytes: u64 = value.parse().ok().filter(|bytes| *bytes > 0)?;
    Some(Decides { line, values: vec![("value", value), ("size", size(bytes))] })
}

fn open_to_others(error: &Mishap<'_>) -> Option<Decides> {
    let said = lossy(error.log.parse(error.line - 1).body()).into_owned();
    let path = said.split_once("socket name ")?.1.strip_suffix(" unsafe")?;
    let (folder, _) = path.rsplit_once('/')?;
    let files = error.files();
    let open = |file: &&Listed| file.is_open() && (file.is(path) || file.is(folder));
    let file = files.iter().find(open)?;
    let name = if file.is(path) { path } else { folder };
    let values = [("name", name), ("mode", &*file.mode), ("folder", folder), ("path", path)];
    Some(Decides { line: file.line, values: values.map(|(name, value)| (name, value.to_owned())).to_vec() })
}

/// The end of the certificate that the server shows and the later one of the file, as `openssl x509` and `certbot` print them.
fn renewed(error: &Mishap<'_>) -> Option<Decides> {
    let found = certificate::not_loaded(error.log, error.line, error.line)?;
    error.used.borrow_mut().extend([found.shown].into_iter().chain(found.commands));
    let values = vec![("until", found.until.to_string()), ("ended", found.ended.to_string())];
    Some(Decides { line: found.in_file, values })
}

fn listens_to_itself(error: &Mishap<'_>) -> Option<Decides> {
    let (line, value) = error.setting("inet_interfaces")?;
    let own =
        entries(&value).all(|of| ["loopback-only", "localhost", "127.0.0.1", "::1", "[::1]"].contains(&of));
    let host = error.host.clone().filter(|_| own)?;
    Some(Decides { line, values: vec![("value", value), ("host", host)] })
}

fn in_two_lists(error: &Mishap<'_>) -> Option<Decides> {
    let domain = error.domain()?;
    let has = |name: &str| {
        let (line, value) = error.setting(name)?;
        entries(&value).any(|of| of.eq_ignore_ascii_case(&domain)).then_some(line)
    };
    let line = has("mydestination")?;
    let lists = ["virtual_mailbox_domains", "virtual_alias_domains", "relay_domains"];
    let other = lists.into_iter().find(|name| has(name).is_some())?;
    Some(Decides { line, values: vec![("domain", domain), ("other", other.into())] })
}

fn not_in_the_list(error: &Mishap<'_>) -> Option<Decides> {
    let path = error.path.clone()?;
    let files = error.files();
    // The deepest folder of the path that was listed.
    let above = |file: &&Listed| !file.folder.is_empty() && path.starts_with(&format!("{}/", file.folder));
    let first = files.iter().filter(above).max_by_key(|file| file.folder.len())?;
    let name = path[first.folder.len() + 1..].split('/').next()?.to_owned();
    let mut there = files.iter().filter(|file| file.folder == first.folder);
    if there.clone().any(|file| file.name == name) {
        return None;
    }
    let alike =
        |file: &&Listed| file.name.contains(&name) || name.contains(&file.name) && file.name.len() > 3;
    let other = there.find(alike);
    let mut values = vec![("path", path.clone()), ("folder", first.folder.clone()), ("name", name)];
    values.extend(other.map(|file| ("other", file.name.clone())));
    Some(Decides { line: other.map_or(first.line, |file| file.line), values })
}

/// A file system that can hold no more files.
const NO_INODES: Pairing = Pairing {
    about: Concern::Fault("disk-full"),
    found: no_inodes,
    says: "The file system {name} can hold no further file, whatever space is left: its inodes are used up.",
    step: (
        "Find the folders with masses of small files, and delete or move what isn't needed (old mail in Trash and Junk, sessions, old queues). More inodes need a new file system:",
        "du -x --inodes {name} | sort -n | tail -20",
    ),
    asks: &["df ", "du ", "doveadm quota", "If the mailbox is ours"],
    ..Pairing::BASE
};

/// What is broken where nothing can be written.
const STORES: &[Defect] = &[Defect::Storage, Defect::Queue, Defect::Disk];

/// A file system without room.
const FULL: Pairing = Pairing {
    about: Concern::Fault("disk-full"),
    found: full,
    says: "The file system {name} is full, as it's shown beside it.",
    step: (
        "Make room on {name}: delete or move what isn't needed, such as old logs, backups and mail that programs pile up. What takes most:",
        "du -xh {name} | sort -h | tail -20",
    ),
    asks: &["df "],
    ..Pairing::BASE
};

fn no_inodes(error: &Mishap<'_>) -> Option<Decides> {
    let by_files = |line: u32| {
        let typed = error.text(line);
        let is_of_files = |word: &str| word == "--inodes" || word.starts_with('-') && word.contains('i');
        prose::command(&typed).and_then(|typed| typed.strip_prefix("df ")).is_some_and(|words| {
            words.split_whitespace().take_while(|word| word.starts_with('-')).any(is_of_files)
        })
    };
    let headed = |line: u32| error.text(line).contains("IFree");
    let mut rows = error.printed(&[Sign::FileSystemFull]);
    let line = rows.find(|line| by_files(line - 1) || headed(line - 1))?;
    error.used.borrow_mut().push(line - 1);
    Some(Decides { line, values: vec![("name", error.datum(line, Datum::MountPoint)?)] })
}

fn full(error: &Mishap<'_>) -> Option<Decides> {
    let mut rows = error.printed(&[Sign::FileSystemFull]);
    let Some(line) = rows.next() else { return full_in_words(error) };
    let name = error.datum(line, Datum::MountPoint).filter(|_| rows.next().is_none())?;
    Some(Decides { line, values: vec![("name", name)] })
}

/// The same where somebody only writes it: "df -h: /var 100%".
fn full_in_words(error: &Mishap<'_>) -> Option<Decides> {
    let named = |text: &str| {
        let (before, _) = text.split_once("100%").or_else(|| text.split_once("100 %"))?;
        let path = before.split_whitespace().next_back()?.trim_end_matches([':', ',', '=']);
        // `df` names the device first.
        (path.starts_with('/') && !path.starts_with("/dev/") && is_plain(path)).then(|| path.to_owned())
    };
    let line = error.other(|text| named(text).is_some())?;
    Some(Decides { line, values: vec![("name", named(&error.text(line))?)] })
}

fn owned_by_another(error: &Mishap<'_>) -> Option<Decides> {
    let path = error.path.clone()?;
    let file = error.files().into_iter().find(|file| file.is(&path) && !file.owner.is_empty())?;
    let text = lossy(error.log.parse(error.line - 1).body()).into_owned();
    // Dovecot says as whom it runs: `euid=5000(vmail)`.
    let user = text.split_once("euid=").and_then(|(_, rest)| rest.split_once('(')?.1.split_once(')'));
    let user = user.map(|(user, _)| user.to_owned()).filter(|user| *user != "<unknown>");
    if user.as_ref().is_some_and(|user| *user == file.owner) {
        return None;
    }
    let mut values = vec![("path", path), ("owner", file.owner), ("group", file.group), ("mode", file.mode)];
    values.extend(user.map(|user| ("user", user)));
    Some(Decides { line: file.line, values })
}

/// What names the mail server of a domain.
const MX: &[Sign] = &[Sign::RecordMx, Sign::ShortMx];

fn named_by_mx(error: &Mishap<'_>) -> Option<Decides> {
    let domain = error.domain()?;
    let text = lossy(error.log.parse(error.line - 1).body()).to_ascii_lowercase();
    let host = text.split_once("name=")?.1.split([' ', ')', ',']).next()?.to_owned();
    let names = |line: &u32| {
        error
            .datum(*line, Datum::Exchanger)
            .is_some_and(|of| of.trim_end_matches('.').eq_ignore_ascii_case(&host))
    };
    let line = error.printed(MX).find(names).filter(|_| host != domain)?;
    Some(Decides { line, values: vec![("domain", domain), ("host", host)] })
}

fn quota(error: &Mishap<'_>) -> Option<Decides> {
    let limit = |line| error.datum(line, Datum::Allowed);
    let numbers = |line: u32| -> Option<(u64, u64)> {
        let of = error.datum(line, Datum::Used)?.parse().ok()?;
        Some((of, limit(line)?.parse().ok().filter(|all| *all > 0)?))
    };
    // Of room and messages, the one that is used up.
    let share = |(of, all): (u64, u64)| (of.saturating_mul(100) + all / 2) / all;
    let rows = error.printed(&[Sign::Quota]).filter_map(|line| Some((line, numbers(line)?)));
    let (line, (of, all)) = rows.reduce(|most, row| if share(row.1) > share(most.1) { row } else { most })?;
    // Room is counted in kilobytes.
    let amount = |number: u64| {
        if error.text(line).contains("STORAGE") {
            size(number.saturating_mul(1024))
        } else {
            format!("{number} messages")
        }
    };
    Some(Decides {
        line,
        values: vec![("used", amount(of)), ("limit", amount(all)), ("share", share((of, all)).to_string())],
    })
}

fn connected(error: &Mishap<'_>) -> Option<Decides> {
    let theirs = |line: &u32| error.value(*line, Role::User) == error.user;
    let line = error.printed(&[Sign::Connections]).find(theirs)?;
    let values = vec![("number", error.value(line, Role::Count)?), ("user", error.user.clone()?)];
    Some(Decides { line, values })
}

/// What ends a line about a file that isn't there.
const MISSING: &str = "No such file or directory";

/// Settings that hold the domains of a server.
const DOMAINS: &[&str] =
    &["mydestination", "virtual_mailbox_domains", "virtual_alias_domains", "relay_domains"];

fn in_no_list(error: &Mishap<'_>) -> Option<Decides> {
    let domain = error.domain()?;
    let mut lists = Vec::new();
    let mut first = None;
    for name in DOMAINS {
        let Some((line, value)) = error.setting(name) else { continue };
        // A table can hold anything.
        if entries(&value).any(|entry| entry.eq_ignore_ascii_case(&domain) || entry.contains(":/")) {
            return None;
        }
        first = first.or(Some(line));
        lists.push(*name);
    }
    Some(Decides { line: first?, values: vec![("domain", domain), ("lists", lists.join(" or "))] })
}

/// What a lookup that works elsewhere excludes.
const NO_ANSWER: &[&str] = &[
    "No answer came about this name, which isn't the same as a missing name: either the name servers of its domain don't answer (or their DNSSEC is broken), or the resolver that this server asks doesn't. If many names fail, it's the resolver.",
];

/// The domain that a lookup beside it asks about, and its line.
fn asked<'a>(error: &'a Mishap<'_>, kind: &'a str) -> impl Iterator<Item = (u32, String)> + 'a {
    error.beside.iter().filter_map(move |line| {
        let text = error.text(*line);
        let typed = prose::command(&text)?;
        let mut words = typed.split_whitespace().filter(|word| *word != "sudo");
        (words.next()? == "dig").then_some(())?;
        let words: Vec<&str> = words.filter(|word| !word.starts_with(['+', '-', '@'])).collect();
        words.iter().any(|word| word.eq_ignore_ascii_case(kind)).then_some(())?;
        let domain = words.into_iter().find(|word| !word.eq_ignore_ascii_case(kind))?;
        Some((*line, domain.trim_end_matches('.').to_ascii_lowercase()))
    })
}

/// What a lookup printed: the lines up to the next command.
fn output(error: &Mishap<'_>, command: u32) -> Vec<u32> {
    error.used.borrow_mut().push(command);
    let after = error.beside.iter().copied().skip_while(move |line| *line <= command);
    after.take_while(|line| prose::command(&error.text(*line)).is_none()).collect()
}

fn without_spf(error: &Mishap<'_>) -> Option<Decides> {
    let records = |line: &u32| error.text(*line).contains('"');
    let (command, domain) = asked(error, "txt").find(|(line, of)| {
        let shown = output(error, *line);
        let spf = shown.iter().any(|line| error.text(*line).contains("v=spf1"));
        !of.starts_with('_') && !of.contains("._domainkey") && shown.iter().any(records) && !spf
    })?;
    let line = output(error, command).into_iter().find(records)?;
    let said = lossy(error.log.parse(error.line - 1).body()).into_owned();
    let ip = said.split_once("with ip: [").and_then(|(_, rest)| rest.split_once(']'));
    let mut values = vec![("domain", domain)];
    values.extend(ip.map(|(ip, _)| ("ip", ip.to_owned())));
    Some(Decides { line, values })
}

fn answered(error: &Mishap<'_>) -> Option<Decides> {
    let domain = error.domain()?;
    let (command, _) = asked(error, "mx").find(|(_, of)| *of == domain)?;
    let line = output(error, command).into_iter().find(|line| error.printed(MX).any(|own| own == *line))?;
    Some(Decides { line, values: vec![("domain", domain)] })
}

fn no_name_server(error: &Mishap<'_>) -> Option<Decides> {
    let line = error.printed(&[Sign::NoResolver]).next()?;
    let server = error.other(|text| text.starts_with("nameserver "));
    error.used.borrow_mut().extend(server);
    let server = server.map(|line| error.text(line));
    let server = server.and_then(|text| Some(text.split_whitespace().nth(1)?.to_owned()));
    Some(Decides { line, values: server.into_iter().map(|server| ("server", server)).collect() })
}

/// Several servers that don't answer a test of port 25.
fn port_closed(error: &Mishap<'_>) -> Option<Decides> {
    let mut hosts: Vec<String> = Vec::new();
    let mut first = None;
    for &line in error.beside {
        let text = error.text(line);
        let Some(typed) = prose::command(&text) else { continue };
        let words: Vec<&str> = typed.split_whitespace().filter(|word| !word.starts_with('-')).collect();
        let ["telnet" | "nc", .., host, "25"] = words[..] else { continue };
        let shown = output(error, line);
        if let Some(silent) = shown.iter().find(|line| error.text(**line).contains("timed out")) {
            first = first.or(Some(*silent));
            error.used.borrow_mut().push(*silent);
            hosts.push(host.to_owned());
        }
    }
    let hosts: Vec<&str> = hosts.iter().map(String::as_str).collect();
    (hosts.len() > 1).then_some(())?;
    Some(Decides { line: first?, values: vec![("hosts", list(&hosts))] })
}

/// Settings that name a way to deliver.
const TRANSPORTS: &[&str] = &[
    "virtual_transport",
    "mailbox_transport",
    "local_transport",
    "default_transport",
    "relay_transport",
    "fallback_transport",
    "content_filter",
];

fn undefined_transport(error: &Mishap<'_>) -> Option<Decides> {
    let name = error.value(error.line, Role::Channel)?;
    let name = name.rsplit('/').next()?.to_owned();
    let (setting, line) = TRANSPORTS.iter().find_map(|setting| {
        let (line, value) = error.setting(setting)?;
        (value.split(':').next() == Some(&*name)).then_some((*setting, line))
    })?;
    let lists_services =
        |line: &&u32| prose::command(&error.text(**line)).is_some_and(|of| of.starts_with("postconf -M"));
    let shown = error.beside.iter().find(lists_services).filter(|command| {
        let lists = |line: u32| error.text(line).starts_with(&name);
        output(error, **command).into_iter().all(|line| !lists(line))
    });
    let mut values = vec![("setting", setting.to_owned()), ("value", name)];
    values.extend(shown.map(|line| ("shown", format!("line {line}"))));
    Some(Decides { line, values })
}

/// Settings that name policy services.
const RESTRICTIONS: &[&str] = &[
    "smtpd_recipient_restrictions",
    "smtpd_relay_restrictions",
    "smtpd_sender_restrictions",
    "smtpd_client_restrictions",
    "smtpd_data_restrictions",
    "smtpd_end_of_data_restrictions",
];

fn policy_service(error: &Mishap<'_>) -> Option<Decides> {
    let text = lossy(error.log.parse(error.line - 1).body()).into_owned();
    let found = fault::find(text.as_bytes()).into_iter().find_map(|found| Some((found.port?, found.service)));
    let (port, service) = found?;
    let (setting, line) = RESTRICTIONS.iter().find_map(|setting| {
        let (line, value) = error.setting(setting)?;
        let named = value.split([' ', ',']).any(|word| word.ends_with(&format!(":{port}")));
        (named && value.contains("check_policy_service")).then_some((*setting, line))
    })?;
    let mut values = vec![("setting", setting.to_owned())];
    values.extend(service.map(|service| ("service", service.name.to_owned())));
    let unit = service.and_then(|service| service.command.strip_prefix("systemctl status "));
    values.extend(unit.filter(|unit| !unit.contains(' ')).map(|unit| ("unit", unit.to_owned())));
    Some(Decides { line, values })
}
