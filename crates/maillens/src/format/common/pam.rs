//! PAM, the operating system's own check of names and passwords, where a mail program asks it, and saslauthd, which
//! asks it for others. The service in brackets tells for whom: `dovecot`, `smtp`, `imap`.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Info, Permanent};
use crate::vocabulary::Party::{OurServer, Recipient};

/// What PAM's modules write under the name of a mail program.
pub static FORMAT: Format = Format {
    id: "pam",
    title: "the operating system's check of passwords (PAM)",
    found_in: &["/var/log/auth.log", "/var/log/secure", "/var/log/mail.log"],
    sources: &[
        "Linux-PAM 1.5 modules/pam_unix, pam_faillock, pam_succeed_if, libpam",
        "sssd pam_sss.c",
        "Cyrus SASL saslauthd-main.c",
    ],
    programs: &[
        "auth",
        "auth-worker",
        "dovecot",
        "dovecot-auth",
        "saslauthd",
        "authdaemond",
        "imap",
        "imapd",
        "pop3",
        "pop3d",
        "smtpd",
    ],
    realm: "pam",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("module", Role::Program, "The part of PAM that checked.").shape(Shape::Name),
    field("service", Role::Program, "The program that asked; its rules are in /etc/pam.d under this name."),
    field("phase", Role::State, "What was asked: auth is the password, account is whether it can be used."),
    field("number", Role::Count, "How many: {}."),
    field("login", Role::Text, "Who was logged in at the terminal; empty for mail.").shape(Shape::Word),
    field("uid", Role::Uid, "The system user that the program runs as."),
    field("euid", Role::Uid, "The system user that the program acts as."),
    field("tty", Role::State, "The terminal; a mail server writes its name here.").shape(Shape::Word),
    field("named", Role::User, "Who wanted to log in, as the program says.").shape(Shape::Word),
    field("client", Role::Client, "Where the client is; empty where the program doesn't say.")
        .shape(Shape::Word),
    field("user", Role::User, "Who wanted to log in.").shape(Shape::Text),
    field("code", Role::State, "The number of the answer."),
    field("rule", Role::Text, "The rule.").shape(Shape::Text),
    field("path", Role::Path, "The module's file.").shape(Shape::Text),
    field("realm", Role::Host, "The domain of the name.").shape(Shape::Text),
    field("method", Role::State, "How saslauthd checks.").shape(Shape::Text),
    field("error", Role::Text, "What was said of it.").shape(Shape::Text),
    field("text", Role::Text, "The rest of the line, in the module's own words."),
];

/// What helps where a password was not right.
const PASSWORD: &[(&str, &str)] = &[(
    "If it was the customer, have the name and the password checked in the email app and on every device. If right ones fail as well, set a new password, and see what the system knows of the account:",
    "getent passwd {user}",
)];

const PATTERNS: &[Pattern] = &[
    line("wrong", "pam_{module}({service}:auth): authentication failure; logname={?{login}} uid={uid} euid={euid} tty={?{tty}} ruser={?{named}} rhost={?{client}}{?  user={user}}{? user={user}}")
        .says("The operating system (PAM) did not accept a password{? of {user}}.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .helps(Recipient, PASSWORD)
        .samples(&[
            "pam_unix(dovecot:auth): authentication failure; logname= uid=0 euid=0 tty=dovecot ruser=anna rhost=192.0.2.7  user=anna",
            "pam_unix(smtp:auth): authentication failure; logname= uid=0 euid=0 tty= ruser= rhost=",
            "pam_sss(dovecot:auth): authentication failure; logname= uid=0 euid=0 tty=dovecot ruser=anna rhost=192.0.2.7 user=anna",
        ]),
    line("wrong-again", "{?PAM }{number} more authentication failure{?s}; logname={?{login}} uid={uid} euid={euid} tty={?{tty}} ruser={?{named}} rhost={?{client}}{?  user={user}}")
        .says("The operating system (PAM) did not accept a password{? of {user}} some more times: {number}.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .helps(Recipient, PASSWORD)
        .samples(&["PAM 2 more authentication failures; logname= uid=0 euid=0 tty=dovecot ruser=anna rhost=192.0.2.7  user=anna"]),
    line("no-user", "pam_{module}({service}:auth): check pass; user unknown")
        .says("The operating system has no account of that name. Where mailboxes aren't system accounts, the next check of the mail server counts.")
        .follows()
        .samples(&["pam_unix(dovecot:auth): check pass; user unknown"]),
    line("received", "pam_{module}({service}:{phase}): received for user {user}: {code} ({error})")
        .says("The directory service (sssd) answered for {user}: {error}.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .helps(Recipient, &[("Have the password of {user} checked. If right ones fail as well, see what the directory service knows of the account:", "sssctl user-checks {user}")])
        .samples(&["pam_sss(dovecot:auth): received for user anna: 7 (Authentication failure)"]),
    line("account-expired", "pam_{module}({service}:account): account {user} has expired ({error})")
        .says("The system account {user} has passed its end date, so no login works.")
        .level(Permanent)
        .facts(&[(Role::Reason, "suspend")])
        .helps(OurServer, &[("See the dates of the account; -1 removes its end:", "chage -l {user}; chage -E -1 {user}")])
        .samples(&["pam_unix(dovecot:account): account anna has expired (account expired)"]),
    line("password-expired", "pam_{module}({service}:account): expired password for user {user} ({error})")
        .says("The password of {user} is too old, and a mail login can't change it.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .helps(Recipient, &[("Set a new password, then enter it on every device:", "passwd {user}")])
        .samples(&["pam_unix(dovecot:account): expired password for user anna (password aged)"]),
    line("locked", "pam_{module}({service}:{phase}): Consecutive login failures for user {user} account temporarily locked")
        .says("The account {user} was locked for a while after too many wrong passwords, so the right one fails as well.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .helps(OurServer, &[("See the failures, and unlock the account once the wrong password is found (often an old one on some device):", "faillock --user {user}; faillock --user {user} --reset")])
        .samples(&["pam_faillock(dovecot:auth): Consecutive login failures for user anna account temporarily locked"]),
    line("rule-not-met", "pam_{module}({service}:{phase}): requirement \"{rule}\" not met by user \"{user}\"")
        .says("A rule of PAM ({rule}) leaves {user} out: system accounts usually can't log in for mail.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .helps(Recipient, &[("If {user} is a mailbox of a person, check the account's number and the rule; if not, somebody guessed:", "id {user}; grep -r succeed_if /etc/pam.d")])
        .samples(&["pam_succeed_if(dovecot:auth): requirement \"uid >= 1000\" not met by user \"root\""]),
    line("no-password", "pam_{module}({service}:auth): auth could not identify password for [{user}]")
        .says("The program gave PAM no password for {user}.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .helps(Recipient, PASSWORD)
        .samples(&["pam_unix(dovecot:auth): auth could not identify password for [anna]"]),
    line("opened", "pam_{module}({service}:session): session {?opened}{?closed} for user {user}{?({uid})}{? by {?{named}}(uid={euid})}")
        .says("PAM noted a session of {user}.")
        .level(Info)
        .samples(&["pam_unix(dovecot:session): session opened for user anna by (uid=0)", "pam_unix(dovecot:session): session closed for user anna"]),
    line("module-not-loaded", "PAM unable to dlopen({path}): {error}")
        .says("A module of PAM could not be loaded, so logins can fail for everybody: {error}.")
        .level(Alert)
        .helps(OurServer, &[("Install the package that has the module, or take its line out of the rules:", "ls -l {path}; grep -rl pam_ /etc/pam.d | head")])
        .samples(&["PAM unable to dlopen(pam_sss.so): /lib/security/pam_sss.so: cannot open shared object file: No such file or directory"]),
    line("module-missing", "PAM adding faulty module: {path}")
        .says("PAM goes on without the module {path}, which could not be loaded.")
        .level(Alert)
        .follows()
        .samples(&["PAM adding faulty module: pam_sss.so"]),
    line("saslauthd-refused", "do_auth{text}: auth failure: [user={user}] [service={service}] [realm={?{realm}}] [mech={method}] [reason={error}]")
        .says("The login service saslauthd did not accept the login of {user}: {error}.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .helps(Recipient, &[("Have the name and the password of {user} checked. If right ones fail as well, ask the service directly, with and without the domain:", "read -rsp 'Password: ' password && testsaslauthd -s smtp -u {user} -p \"$password\"; grep -h -e ^MECHANISMS -e ^MECH /etc/default/saslauthd /etc/sysconfig/saslauthd")])
        .samples(&["do_auth         : auth failure: [user=anna] [service=smtp] [realm=shop.example] [mech=pam] [reason=PAM auth error]", "do_auth         : auth failure: [user=anna] [service=smtp] [realm=] [mech=shadow] [reason=Unknown]"]),
    line("other", "pam_{module}({service}:{phase}): {text}")
        .says("PAM says: {text}.")
        .loose()
        .samples(&["pam_unix(dovecot:auth): conversation failed", "pam_ldap(dovecot:auth): Authentication failure; user=anna"]),
];
