//! What an engineer is told of each [`Cause`]: [`words`] matches every cause, so that one without words does not
//! compile. What a customer is told is in `report::letter`.

use crate::vocabulary::Cause;
use crate::vocabulary::{Lasts, Party};

/// Where a cause came up: the same one means different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// Before anybody was logged in.
    Login,
    /// While somebody was logged in.
    Session,
    /// While a message was put into a mailbox.
    Mailbox,
}

/// What is said of a cause. `{user}`, `{client}` and `{where}` stand for the mailbox, the
/// address of the client, and the folder or address that the line names; in a command, `{user'}` and `{client'}` for
/// the same as a shell takes them, and `{log}` for the log.
#[derive(Debug)]
pub struct CauseWords {
    /// The headline.
    pub headline: &'static str,
    /// What it means.
    pub says: &'static str,
    /// Who must act.
    pub party: Party,
    /// Whether waiting helps.
    pub lasts: Option<Lasts>,
    /// What to do next, each with a command or with none.
    pub next: &'static [(&'static str, &'static str)],
}

pub(crate) const LINES: (&str, &str) =
    ("To see all lines about this user on the server:", "grep -shF {user'} {log}");
/// What is said where the limit of one address meets the server's own, as which webmail calls.
pub(crate) static WEBMAIL: CauseWords = CauseWords {
    headline: "Connection refused: too many connections from this server itself ({client}), as which webmail connects for all its users.",
    says: "The limit of connections for one address counts all users of webmail as one. No password is concerned.",
    party: Party::OurServer,
    lasts: Some(Lasts::Temporary),
    next: &[
        (
            "Raise MAXPERIP in Courier's settings, and MAXDAEMONS if that many may run at all, well above the number of webmail users at one time; then restart the service:",
            "grep -n -e MAXPERIP -e MAXDAEMONS /etc/courier/imapd /etc/courier-imap/imapd /usr/lib/courier-imap/etc/imapd",
        ),
        ("A proxy for webmail (such as imapproxy) keeps its connections few.", ""),
    ],
};

pub(crate) const FROM: (&str, &str) =
    ("To see all lines about this address on the server:", "grep -shF {client'} {log}");
const LOOKUP: (&str, &str) = ("To see what Dovecot knows about the account:", "doveadm user {user'}");
const TEST: (&str, &str) = (
    "To test a password on the server (it prompts, so the password stays out of the shell history):",
    "doveadm auth test {user'}",
);
const RULES: (&str, &str) = ("Look at the user's mail filters:", "doveadm sieve list -u {user'}");
const FREE: (&str, &str) = ("See how full the mailbox is:", "doveadm quota get -u {user'}");

/// What keeps a login from working, the most decisive first.
const LOGIN: &[Cause] = &[
    Cause::Attack,
    Cause::Tls,
    Cause::Disabled,
    Cause::Expired,
    Cause::Connections,
    Cause::TooMany,
    Cause::AddressNotAllowed,
    Cause::Plaintext,
    Cause::Method,
    Cause::ClientCertificate,
    Cause::AuthService,
    Cause::Backend,
    Cause::ServerFull,
    Cause::Config,
    Cause::BadName,
    Cause::WrongPassword,
    Cause::Either,
    Cause::NoPassword,
    Cause::ServiceOff,
    Cause::UnknownUser,
    Cause::Server,
    Cause::WrongLogin,
    Cause::BrokenClient,
    Cause::Refused,
    Cause::Restart,
    Cause::Unfinished,
    Cause::Nobody,
];

/// What happens in a session, the most decisive first.
const SESSION: &[Cause] = &[
    Cause::Folder,
    Cause::Crash,
    Cause::Disk,
    Cause::Permission,
    Cause::Quota,
    Cause::Pop3Lock,
    Cause::Config,
    Cause::Backend,
    Cause::AuthService,
    Cause::ServerFull,
    Cause::Locked,
    Cause::Unreadable,
    Cause::Index,
    Cause::Server,
    Cause::BrokenClient,
    Cause::Network,
    Cause::Idle,
    Cause::Restart,
];

/// What becomes of a message on its way into a mailbox, the most decisive first.
const MAILBOX: &[Cause] = &[
    Cause::Quota,
    Cause::Disk,
    Cause::Permission,
    Cause::FilterRejected,
    Cause::FilterForwardFailed,
    Cause::FilterLoop,
    Cause::FilterBroken,
    Cause::FilterStoreFailed,
    Cause::FilterStopped,
    Cause::Locked,
    Cause::FilterDiscarded,
    Cause::FilterForwarded,
    Cause::NoFolder,
    Cause::FilterStored,
];

/// The causes that decide at a place, the most decisive first.
pub fn decisive(at: At) -> impl Iterator<Item = Cause> {
    let (first, then): (&[Cause], &[Cause]) = match at {
        At::Login => (LOGIN, SESSION),
        At::Session => (SESSION, &[]),
        At::Mailbox => (MAILBOX, &[]),
    };
    first.iter().chain(then).copied()
}

/// What is said of a cause that came up there.
pub fn words(cause: Cause, at: At) -> &'static CauseWords {
    match cause {
        Cause::Attack => &CauseWords {
            headline: "{client} is guessing passwords.",
            says: "",
            party: Party::OurServer,
            lasts: Some(Lasts::Temporary),
            next: &[],
        },
        Cause::Tls => &CauseWords {
            headline: "No encrypted connection with {client}: the TLS handshake failed.",
            says: "The email app and the server could not set up encryption.",
            party: Party::Recipient,
            lasts: Some(Lasts::Permanent),
            next: &[
                (
                    "Check that the certificate is valid for the server name set in the email app; then update the app or the device.",
                    "",
                ),
                FROM,
            ],
        },
        Cause::Disabled => &CauseWords {
            headline: "Login of {user} refused: the account is disabled.",
            says: "The password doesn't matter then.",
            party: Party::OurServer,
            lasts: Some(Lasts::Permanent),
            next: &[
                (
                    "Find out in the user database or control panel why the account was disabled, and enable it again if that is right.",
                    "",
                ),
                LOOKUP,
                LINES,
            ],
        },
        Cause::Expired => &CauseWords {
            headline: "Login of {user} refused: the password has expired.",
            says: "A new password must be set first.",
            party: Party::Recipient,
            lasts: Some(Lasts::Permanent),
            next: &[("Set a new password, then enter it on every device.", ""), LINES],
        },
        Cause::Connections => &CauseWords {
            headline: "Login of {user} refused: too many connections from {client}.",
            says: "The password isn't the cause. Email apps open several connections each, and everyone in one office or behind one router shares an IP address.",
            party: Party::Recipient,
            lasts: Some(Lasts::Temporary),
            next: &[
                ("See who is connected right now:", "doveadm who {user'}"),
                (
                    "Ask the customer to close email apps that aren't needed, or to lower the number of connections in the app.",
                    "",
                ),
                ("If the number is right for this customer, raise mail_max_userip_connections.", ""),
                LINES,
            ],
        },
        Cause::TooMany => &CauseWords {
            headline: "Connection refused: too many connections from {client}.",
            says: "This address already has as many connections open as the server allows: email apps open several each, and everyone in one office or behind one router shares an IP address.",
            party: Party::OurServer,
            lasts: Some(Lasts::Temporary),
            next: &[
                (
                    "If several people or devices share this address, raise MAXPERIP in Courier's settings and restart Courier. What it is now:",
                    "grep -H ^MAXPERIP /etc/courier/imapd /etc/courier/pop3d /etc/courier-imap/imapd /etc/courier-imap/pop3d",
                ),
                (
                    "If it's one person, have email apps closed that aren't needed, or the number of connections in the app lowered.",
                    "",
                ),
            ],
        },
        Cause::AddressNotAllowed => &CauseWords {
            headline: "Login of {user} refused: the address {client} is not in the list of addresses (allow_nets) that this account allows.",
            says: "The account's entry in the user database (allow_nets) names the networks from which it can be used.",
            party: Party::OurServer,
            lasts: Some(Lasts::Permanent),
            next: &[
                (
                    "Add the address or its network to allow_nets of this account if it belongs there; behind a proxy, have the proxy pass on the client's own address.",
                    "",
                ),
                LOOKUP,
            ],
        },
        Cause::Plaintext => &CauseWords {
            headline: "Login from {client} refused: the email app does not use encryption.",
            says: "The server accepts no password over an unencrypted connection, so that nobody on the way can read it.",
            party: Party::Recipient,
            lasts: Some(Lasts::Permanent),
            next: &[
                (
                    "In the email app, choose SSL/TLS (port 993 for IMAP, 995 for POP3, 465 for sending) or STARTTLS.",
                    "",
                ),
                ("The password may have been seen on the way: on an open network, change it.", ""),
                FROM,
            ],
        },
        Cause::Method => &CauseWords {
            headline: "Login from {client} refused: the login method is not offered here.",
            says: "The email app asked for a login method that this server doesn't offer, or that doesn't work with the way the password is stored.",
            party: Party::Recipient,
            lasts: Some(Lasts::Permanent),
            next: &[
                (
                    "In the email app, choose \"normal password\" as the authentication method, with SSL/TLS or STARTTLS.",
                    "",
                ),
                FROM,
            ],
        },
        Cause::ClientCertificate => &CauseWords {
            headline: "Connection from {client} refused: the email app's certificate was not accepted.",
            says: "This server demands a certificate from the email app.",
            party: Party::Recipient,
            lasts: Some(Lasts::Permanent),
            next: &[("Install the right certificate in the email app.", ""), FROM],
        },
        Cause::AuthService => match at {
            At::Login => &CauseWords {
                headline: "Login of {user} failed on the server's side: the password could not be checked.",
                says: "Something behind the login service failed, so the password was not checked.",
                party: Party::OurServer,
                lasts: Some(Lasts::Temporary),
                next: &[
                    (
                        "Find the error of the password database or login service at that time:",
                        "grep -shE 'auth.*(Error|Fatal)' {log} | tail -20",
                    ),
                    ("Ask the customer to keep the settings as they are and to try again later.", ""),
                ],
            },
            _ => &CauseWords {
                headline: "Error in the session of {user}: the user could not be looked up.",
                says: "The user database did not give an answer.",
                party: Party::OurServer,
                lasts: Some(Lasts::Temporary),
                next: &[LINES],
            },
        },
        Cause::Backend => match at {
            At::Login => &CauseWords {
                headline: "Login of {user} failed: the server that holds the mailbox couldn't be reached, or didn't accept it.",
                says: "The login was to be passed on to the server that holds the mailbox, and that failed.",
                party: Party::OurServer,
                lasts: Some(Lasts::Temporary),
                next: &[
                    (
                        "See whether that server is up and reachable from here, and look at its log of that second. To which server users are passed on:",
                        "doveconf -n | grep -e proxy -e host=; doveadm proxy list",
                    ),
                    LINES,
                ],
            },
            _ => &CauseWords {
                headline: "Error in the session of {user}: another server could not be reached.",
                says: "A server that this one depends on did not answer.",
                party: Party::OurServer,
                lasts: Some(Lasts::Temporary),
                next: &[LINES],
            },
        },
        Cause::ServerFull => match at {
            At::Login => &CauseWords {
                headline: "Connection from {client} dropped: the server's login service was full.",
                says: "The server had reached its limit of connections or processes.",
                party: Party::OurServer,
                lasts: Some(Lasts::Temporary),
                next: &[
                    (
                        "See which limits were reached:",
                        "grep -shE 'process_limit|client_limit|Connection queue full' {log} | tail -20",
                    ),
                    (
                        "See whether one address opens very many connections; block it if it is abuse, otherwise raise the limit of that service:",
                        "doveadm who; doveconf -n service | grep -e '^service' -e _limit",
                    ),
                ],
            },
            _ => &CauseWords {
                headline: "Error in the session of {user}: the server reached a limit.",
                says: "A limit of memory, of processes or of connections was reached.",
                party: Party::OurServer,
                lasts: Some(Lasts::Temporary),
                next: &[LINES],
            },
        },
        Cause::BadName => &CauseWords {
            headline: "Login from {client} refused: the username is empty or has a character that is not allowed.",
            says: "The username that the email app sent is empty, or contains a space, an accent or another character that is not allowed (auth_username_chars).",
            party: Party::Recipient,
            lasts: Some(Lasts::Permanent),
            next: &[
                (
                    "Check the username in the email app: usually it is the whole email address, without spaces.",
                    "",
                ),
                FROM,
            ],
        },
        Cause::WrongPassword => &CauseWords {
            headline: "Wrong password for {user}.",
            says: "The user exists, but the password is wrong. Often one of several devices still uses an old one.",
            party: Party::Recipient,
            lasts: Some(Lasts::Permanent),
            next: &[
                (
                    "If it was the customer, have the password entered again on every device that uses this mailbox. If it was a stranger, it needs a password that is hard to guess.",
                    "",
                ),
                TEST,
                LINES,
                FROM,
            ],
        },
        Cause::Either => &CauseWords {
            headline: "Login of {user} refused: wrong name or password.",
            says: "The log doesn't say which of the two is wrong.",
            party: Party::Recipient,
            lasts: Some(Lasts::Permanent),
            next: &[
                (
                    "If it was the customer, check the username letter by letter, and have the password entered again on every device. If it was a stranger, it was a guess.",
                    "",
                ),
                LOOKUP,
                TEST,
                LINES,
            ],
        },
        Cause::NoPassword => &CauseWords {
            headline: "Login of {user} refused: no password is set for the mailbox.",
            says: "The mailbox exists, but nobody can log in until a password is set for it.",
            party: Party::Recipient,
            lasts: Some(Lasts::Permanent),
            next: &[("Set a password for the mailbox, then enter it on every device.", ""), LINES],
        },
        Cause::ServiceOff => &CauseWords {
            headline: "Login of {user} refused: this service is disabled for the mailbox.",
            says: "The mailbox exists and may be in use another way, but logins through this service are disabled for it.",
            party: Party::OurServer,
            lasts: Some(Lasts::Permanent),
            next: &[
                ("See what is disabled for the mailbox:", "/home/vpopmail/bin/vuserinfo {user'}"),
                ("Enable the service again with vmoduser if that is right.", ""),
                LINES,
            ],
        },
        Cause::UnknownUser => &CauseWords {
            headline: "Login refused: this server does not know the user {user}.",
            says: "None of the server's user databases has this name. Usually it is a typo, the part after the @ is missing, or the mailbox is on another server.",
            party: Party::Recipient,
            lasts: Some(Lasts::Permanent),
            next: &[
                (
                    "Check the username in the email app letter by letter: usually it is the whole email address.",
                    "",
                ),
                LOOKUP,
                LINES,
            ],
        },
        Cause::Server => match at {
            At::Login => &CauseWords {
                headline: "Login of {user} failed on the server's side: the mailbox could not be opened.",
                says: "The login was accepted, but the session could not be started: the mailbox process was not available, or the user database does not let this user in (nologin). Other lines of the same second may say which.",
                party: Party::OurServer,
                lasts: Some(Lasts::Permanent),
                next: &[
                    ("Find the error of the same second:", "grep -shF {user'} {log} | grep -E 'Error|Fatal'"),
                    LOOKUP,
                ],
            },
            _ => &CauseWords {
                headline: "Error in the session of {user}, on the server's side.",
                says: "The line says what failed.",
                party: Party::OurServer,
                lasts: Some(Lasts::Temporary),
                next: &[LINES],
            },
        },
        Cause::WrongLogin => &CauseWords {
            headline: "Login of {user} refused: wrong name or password.",
            says: "The server did not accept this name with this password. Set auth_verbose = yes, and the lines of the auth service say which of the two is wrong.",
            party: Party::Recipient,
            lasts: Some(Lasts::Permanent),
            next: &[
                (
                    "If it was the customer, check the username letter by letter, and have the password entered again on every device. If it was a stranger, it was a guess.",
                    "",
                ),
                LOOKUP,
                TEST,
                LINES,
            ],
        },
        Cause::BrokenClient => match at {
            At::Login => &CauseWords {
                headline: "Connection from {client} ended: what it sent was not a valid login.",
                says: "The client sent something that the server can't read as a login: often a scanner, or a program with wrong settings.",
                party: Party::Nobody,
                lasts: Some(Lasts::Permanent),
                next: &[FROM],
            },
            _ => &CauseWords {
                headline: "{user} logged in; the server ended the session after too many invalid commands.",
                says: "The email app kept sending commands that the server does not know or accept. Update the app, or set up the account in it again.",
                party: Party::Nobody,
                lasts: None,
                next: &[],
            },
        },
        Cause::Refused => &CauseWords {
            headline: "Login from {client} refused.",
            says: "The line gives no reason.",
            party: Party::Recipient,
            lasts: Some(Lasts::Permanent),
            next: &[FROM],
        },
        Cause::Config => match at {
            At::Login => &CauseWords {
                headline: "The login of {user} from {client} failed on the server's side: one of its settings, or what it has stored for this user, is wrong.",
                says: "The password itself isn't the trouble.",
                party: Party::OurServer,
                lasts: Some(Lasts::Permanent),
                next: &[(
                    "The line names what is wrong: correct it in Dovecot's settings, then load them:",
                    "doveconf -n; doveadm reload",
                )],
            },
            _ => &CauseWords {
                headline: "Error in the session of {user}: the server's settings are wrong.",
                says: "A setting of the server doesn't work for this mailbox. The line says which.",
                party: Party::OurServer,
                lasts: Some(Lasts::Permanent),
                next: &[("Check the settings:", "doveconf -n"), LOOKUP],
            },
        },
        Cause::Restart => match at {
            At::Login => &CauseWords {
                headline: "Connection from {client} dropped: the mail server was being restarted.",
                says: "The mail server was being stopped or restarted. Email apps reconnect automatically.",
                party: Party::Nobody,
                lasts: None,
                next: &[],
            },
            _ => &CauseWords {
                headline: "{user} logged in; the session ended when the server restarted or its administrator ended it.",
                says: "Email apps reconnect automatically.",
                party: Party::Nobody,
                lasts: None,
                next: &[],
            },
        },
        Cause::Unfinished => &CauseWords {
            headline: "A login from {client} was started but not finished.",
            says: "One such line is harmless; many from one customer point to the network, a firewall or an antivirus program that checks mail.",
            party: Party::Nobody,
            lasts: None,
            next: &[],
        },
        Cause::Nobody => &CauseWords {
            headline: "The connection from {client} ended without a login.",
            says: "Nobody tried to log in. On its own this is harmless: monitoring, port scans and email apps that test a connection do it.",
            party: Party::Nobody,
            lasts: None,
            next: &[],
        },
        Cause::Folder => &CauseWords {
            headline: "{user} gave the right password, but the mailbox's folder could not be opened.",
            says: "The mailbox's folder is missing, or could not be opened or created. The line says why.",
            party: Party::OurServer,
            lasts: Some(Lasts::Temporary),
            next: &[("See where the folder should be:", "/home/vpopmail/bin/vuserinfo -d {user'}"), LINES],
        },
        Cause::Crash => &CauseWords {
            headline: "The server's process for {user} crashed or was killed.",
            says: "The process that served this connection ended unexpectedly: a problem of the server, not of the client.",
            party: Party::OurServer,
            lasts: Some(Lasts::Temporary),
            next: &[
                (
                    "Update Dovecot; if the newest version crashes, too, report the crash with its backtrace and version:",
                    "dovecot --version",
                ),
                ("See whether it happens again and again:", "grep -shE 'Panic|killed with signal' {log}"),
            ],
        },
        Cause::Disk => match at {
            At::Mailbox => &CauseWords {
                headline: "Not delivered to {user} yet: the server couldn't write to its disk.",
                says: "The server could not write the message to its disk. The mail server keeps it and tries again.",
                party: Party::OurServer,
                lasts: Some(Lasts::Temporary),
                next: &[("See whether a disk is full:", "df -h; df -i")],
            },
            _ => &CauseWords {
                headline: "Error in the session of {user}: the server couldn't write to its disk.",
                says: "The server could not write to its disk.",
                party: Party::OurServer,
                lasts: Some(Lasts::Temporary),
                next: &[("See whether a disk is full:", "df -h; df -i"), LINES],
            },
        },
        Cause::Permission => match at {
            At::Mailbox => &CauseWords {
                headline: "Not delivered to {user} yet: the server's file permissions are wrong.",
                says: "The delivery process doesn't have permission to write to the mailbox. The line names the file or folder. The mail server keeps the message and tries again.",
                party: Party::OurServer,
                lasts: Some(Lasts::Temporary),
                next: &[(
                    "See where the mailbox is, and the owner and permissions of its files:",
                    "doveadm user -f home {user'} | xargs ls -la",
                )],
            },
            _ => &CauseWords {
                headline: "Error in the session of {user}: the server lacks the permission for a file or folder.",
                says: "The mail process doesn't have permission to read or write a file or folder of this mailbox. The line names it.",
                party: Party::OurServer,
                lasts: Some(Lasts::Permanent),
                next: &[
                    (
                        "See the owner and permissions of the mailbox's files:",
                        "doveadm user -f home {user'} | xargs ls -la",
                    ),
                    (
                        "Give the folder that the line names to the user who owns the mailboxes (chown -R). Who that is:",
                        "doveconf -n mail_uid mail_gid first_valid_uid",
                    ),
                    LINES,
                ],
            },
        },
        Cause::Quota => match at {
            At::Mailbox => &CauseWords {
                headline: "Not delivered to {user}: the mailbox is full.",
                says: "The mailbox has reached its quota. Dovecot rejects the message then, or defers it if quota_full_tempfail is set.",
                party: Party::Recipient,
                lasts: Some(Lasts::Permanent),
                next: &[
                    FREE,
                    ("Ask the customer to delete mail and to empty the trash, or raise the quota.", ""),
                ],
            },
            _ => &CauseWords {
                headline: "The mailbox of {user} is full.",
                says: "The mailbox has reached its quota.",
                party: Party::Recipient,
                lasts: Some(Lasts::Permanent),
                next: &[
                    ("See how full it is:", "doveadm quota get -u {user'}"),
                    ("Ask the customer to delete mail and to empty the trash, or raise the quota.", ""),
                ],
            },
        },
        Cause::Pop3Lock => &CauseWords {
            headline: "The POP3 mailbox of {user} is open on another device.",
            says: "Only one device can have a POP3 mailbox open at a time.",
            party: Party::Recipient,
            lasts: Some(Lasts::Temporary),
            next: &[(
                "Ask the customer to wait some minutes, or to fetch mail on one device at a time. IMAP has no such limit.",
                "",
            )],
        },
        Cause::Locked => match at {
            At::Mailbox => &CauseWords {
                headline: "Not stored for {user} at that moment: a file of the mailbox couldn't be locked.",
                says: "Another process can hold the lock too long; a hanging process, a slow disk or a network file system (NFS) can be why.",
                party: Party::OurServer,
                lasts: Some(Lasts::Temporary),
                next: &[
                    (
                        "See which process holds the lock and how long it has run; end it if it hangs:",
                        "lslocks; ps -eo pid,etime,stat,args | grep [d]ovecot",
                    ),
                    ("On NFS, check mmap_disable, mail_fsync and the time on all servers.", ""),
                ],
            },
            _ => &CauseWords {
                headline: "Error in the session of {user}: a file of the mailbox couldn't be locked.",
                says: "Another process can hold the lock too long; a hanging process, a slow disk or a network file system (NFS) can be why.",
                party: Party::OurServer,
                lasts: Some(Lasts::Temporary),
                next: &[
                    (
                        "See which process holds the lock and how long it has run; end it if it hangs:",
                        "lslocks; ps -eo pid,etime,stat,args | grep [d]ovecot",
                    ),
                    LINES,
                ],
            },
        },
        Cause::Unreadable => &CauseWords {
            headline: "A message in the mailbox of {user} can't be read as it is stored.",
            says: "What is on the disk doesn't match what the file name or the index says about the message. The email app shows it empty or reports an error.",
            party: Party::OurServer,
            lasts: Some(Lasts::Permanent),
            next: &[
                (
                    "Let Dovecot read the folder again, and see whether the error stays:",
                    "doveadm force-resync -u {user'} INBOX",
                ),
                (
                    "If it stays, the file itself is cut short or damaged: restore it from a backup, and look at the disk.",
                    "df -h; dmesg | tail -30",
                ),
                LINES,
            ],
        },
        Cause::Index => &CauseWords {
            headline: "A folder index of {user} was damaged or didn't match the messages.",
            says: "The index is only a list that makes folders quick to open. Dovecot normally rebuilds it from the messages, which are not affected. Email apps may download the folder again.",
            party: Party::OurServer,
            lasts: Some(Lasts::Temporary),
            next: &[
                (
                    "If the same folder comes up again and again, rebuild its index:",
                    "doveadm force-resync -u {user'} INBOX",
                ),
                ("Damage on many mailboxes at once points to a full or failing disk.", "df -h"),
                LINES,
            ],
        },
        Cause::Network => &CauseWords {
            headline: "{user} logged in; the connection broke in the middle of a command or transfer.",
            says: "The connection broke in the middle of a command or transfer. Once is normal, especially on mobile networks; if it happens often, look at the network, a firewall or an antivirus program that checks mail.",
            party: Party::Nobody,
            lasts: None,
            next: &[],
        },
        Cause::Idle => &CauseWords {
            headline: "{user} logged in; the server ended the session because it was idle.",
            says: "The app reconnects when it needs to.",
            party: Party::Nobody,
            lasts: None,
            next: &[],
        },
        Cause::FilterRejected => &CauseWords {
            headline: "Rejected by the mail filter of {user}.",
            says: "The rule is the user's own or applies to all mailboxes of the server.",
            party: Party::Recipient,
            lasts: Some(Lasts::Permanent),
            next: &[RULES],
        },
        Cause::FilterForwardFailed => &CauseWords {
            headline: "The mail filter of {user} could not forward the message to {where}.",
            says: "Forwarding failed; the line says why.",
            party: Party::OurServer,
            lasts: Some(Lasts::Temporary),
            next: &[RULES],
        },
        Cause::FilterLoop => &CauseWords {
            headline: "The mail filter of {user} stopped a mail loop.",
            says: "The message had already been forwarded by this mailbox, so it was not forwarded again.",
            party: Party::Recipient,
            lasts: Some(Lasts::Permanent),
            next: &[RULES],
        },
        Cause::FilterBroken => &CauseWords {
            headline: "The mail filter of {user} failed.",
            says: "Its own log file names the error: a mistake in the rules, a missing folder, or a forward that didn't work. Other lines say what became of the message.",
            party: Party::Recipient,
            lasts: Some(Lasts::Permanent),
            next: &[("Read the filter's own log; it names the error:", "tail -n 20 {log'}"), RULES],
        },
        Cause::FilterStoreFailed => &CauseWords {
            headline: "The mail filter of {user} could not store the message in the folder {where}.",
            says: "The line names the error. Unless another line says that the message was stored elsewhere, such as in the inbox, it was not delivered.",
            party: Party::OurServer,
            lasts: Some(Lasts::Temporary),
            next: &[
                (
                    "Create the folder if it's missing (doveadm mailbox create), or have it made automatically: lda_mailbox_autocreate = yes, or fileinto :create in the script. Else correct its permissions. Which folders there are:",
                    "doveadm mailbox list -u {user'}",
                ),
                FREE,
            ],
        },
        Cause::FilterStopped => &CauseWords {
            headline: "Not delivered to {user} yet: a temporary failure stopped the mail filter.",
            says: "Something that the filter needs didn't work, such as the mail server through which it forwards, or the disk. The rules themselves aren't the cause. The mail server keeps the message and tries again.",
            party: Party::OurServer,
            lasts: Some(Lasts::Temporary),
            next: &[
                (
                    "Read the filter's own log and the other lines of the same second; they name what failed (a network that cannot be reached, a disk, a timeout):",
                    "tail -n 20 {log'}",
                ),
                (
                    "If it is a forward, test the connection to the mail server that Dovecot sends through:",
                    "doveconf -n submission_host",
                ),
            ],
        },
        Cause::FilterDiscarded => &CauseWords {
            headline: "Discarded by the mail filter of {user}, unless another rule stored it.",
            says: "The rule is the user's own or applies to all mailboxes of the server. The sender isn't notified.",
            party: Party::Recipient,
            lasts: None,
            next: &[
                RULES,
                (
                    "Show the customer the rule that discards. Unless another rule stored the message, it is gone.",
                    "",
                ),
            ],
        },
        Cause::FilterForwarded => &CauseWords {
            headline: "Forwarded by the mail filter of {user} to {where}.",
            says: "The rule is the user's own or applies to all mailboxes of the server. The mail server's own log says what became of it there.",
            party: Party::Nobody,
            lasts: None,
            next: &[RULES],
        },
        Cause::NoFolder => &CauseWords {
            headline: "The folder {where} of {user} does not exist.",
            says: "The message was meant for a folder that isn't there. Dovecot normally uses the inbox then.",
            party: Party::OurServer,
            lasts: Some(Lasts::Permanent),
            next: &[("See which folders there are:", "doveadm mailbox list -u {user'}")],
        },
        Cause::FilterStored => &CauseWords {
            headline: "Stored in the folder {where} of {user}.",
            says: "A rule of the user or of the server chose the folder, or no rule matched and it is the default one.",
            party: Party::Nobody,
            lasts: None,
            next: &[],
        },
    }
}
