//! Dovecot's `auth` and `auth-worker`: what the databases said about a name and a password. Who asked stands in
//! the prefix, which the frame takes.
//!
//! "unknown user" is not yet a failed log-in: where several databases are set up, the next one is asked.

use super::lookup::{DATABASE_DOWN, DIRECTORY_DOWN, POLICY_SERVER, SQL_SETTINGS};
use super::storage::AUTH_SOCKET;
use super::{Effect, Field, Format, FormatKind, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::Cause;
use crate::vocabulary::Level;
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Session;

/// What helps where a database or directory has a user twice.
const LISTED_TWICE: &[(&str, &str)] = &[(
    "Delete the entry that is there twice, such as the mailbox in a second package, and make the address unique (a unique key, a narrower query or filter). What Dovecot asks, and what it gets for one user:",
    "doveconf -n | grep -i -A8 -e sql -e ldap; doveadm auth lookup {user}",
)];

pub(super) const VPOPMAIL_DOMAIN: &[(&str, &str)] = &[
    (
        "See whether qmail's list has the domain. Where Dovecot runs in a jail or container, look from inside it:",
        "ls -l /var/qmail/users/; grep '^+{domain}-' /var/qmail/users/assign; grep -c '^+' /var/qmail/users/assign",
    ),
    (
        "Where the domain is missing, add it (vadddomain); where only the compiled list is old, rebuild it:",
        "/var/qmail/bin/qmail-newu",
    ),
];

pub(super) const TABLES_DIFFER: &[(&str, &str)] = &[
    (
        "Make the query (password_query, user_query, iterate_query) and the tables fit each other again: after an update, compare them with what the panel or its documentation gives:",
        "grep -E '^(password_query|user_query|iterate_query)' /etc/dovecot/dovecot-sql.conf.ext; doveconf -n | grep -i -A3 _query",
    ),
    ("Then ask as Dovecot does:", "doveadm auth lookup {user}; doveadm user {user}"),
];

pub(super) const QUERY_FAILED: &[(&str, &str)] = &[
    (
        "The end of the line is the database's own answer. If it can't be reached, start it; if a table or column isn't known, correct the query in Dovecot's SQL settings:",
        "grep -E '^(driver|password_query|user_query)' /etc/dovecot/dovecot-sql.conf.ext; systemctl status mariadb mysql postgresql",
    ),
    ("Then ask as Dovecot does:", "doveadm auth lookup {user}; doveadm user {user}"),
];

const PAM_SERVICE: &[(&str, &str)] = &[(
    "Make the PAM service file that the line names, or name an existing one in the passdb's args:",
    "ls /etc/pam.d/; doveconf -n | grep -A5 passdb",
)];

const PAM_REFUSED: &[(&str, &str)] = &[(
    "If it was the customer, have the name and the password checked. If right ones fail as well, the log of PAM says why:",
    "doveadm auth test {user}; journalctl -n 50 | grep -i pam",
)];

pub(super) const PASSWORD_SCHEME: &[(&str, &str)] = &[
    (
        "Store that user's password again with a scheme that this Dovecot knows, with the scheme's name in braces in front of the hash. Which it knows, and a new hash:",
        "doveadm pw -l; doveadm pw -s SHA512-CRYPT",
    ),
    (
        "If no scheme stands in front, default_pass_scheme must fit how the passwords are stored:",
        "doveconf -n | grep -A6 passdb",
    ),
];

const MECHANISM_WITHOUT_SECRET: &[(&str, &str)] = &[
    (
        "Don't offer methods that the stored passwords can't serve: set auth_mechanisms = plain login, which is enough with TLS, then load the settings:",
        "doveadm reload; doveconf auth_mechanisms",
    ),
    (
        "Until then, the customer can choose the normal password with SSL/TLS in the app instead of an encrypted one.",
        "",
    ),
];

pub(super) const NOT_IN_USERDB: &[(&str, &str)] = &[
    (
        "The password database knows the user, the user database (home, uid, gid) doesn't. See what each says of the user:",
        "doveadm auth lookup {user}; doveadm user {user}",
    ),
    (
        "Add the missing entry, or use a static userdb where all mail belongs to one system user:",
        "doveconf -n | grep -A6 -e passdb -e userdb",
    ),
];

pub(super) const PASSWD_FILE_NOT_READ: &[(&str, &str)] = &[(
    "Let Dovecot's login service read the file: its owner and mode, and every folder above it:",
    "namei -l {path}",
)];

pub(super) const PASSWD_FILE_LINE: &[(&str, &str)] = &[(
    "Correct the user's line in the password file: name, password, uid, gid, comment and home between colons, once for each name:",
    "grep -n '^{user}:' /etc/dovecot/users; doveconf -n | grep -A5 -e passdb -e userdb",
)];

pub(super) const PASSWORD_CHECKS_WAIT: &[(&str, &str)] = &[
    (
        "Password checks wait: see how long one takes (first), what the login service reports of the database, directory or PAM behind it, and how busy the server is:",
        "time doveadm user {user}; doveadm log errors | grep -i auth | tail -20; uptime",
    ),
    (
        "See whether one address floods the server with guesses; block it if so:",
        "grep -h 'auth failed' /var/log/mail.log /var/log/maillog /var/log/dovecot.log 2>/dev/null | grep -o 'rip=[^,]*' | sort | uniq -c | sort -n | tail",
    ),
    (
        "If what is asked is fast, allow more checks at once (auth_worker_max_count; in 2.4 process_limit in service auth-worker), then doveadm reload:",
        "doveconf auth_worker_max_count service/auth-worker/process_limit",
    ),
];

/// What the services that check passwords write.
pub static FORMAT: Format = Format {
    id: "dovecot-auth",
    title: "Dovecot's service that checks passwords",
    found_in: &["/var/log/dovecot.log", "/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "Dovecot 2.2.36, 2.3.21, 2.4.4 auth/auth-request.c",
        "auth/passdb-pam.c",
        "auth/passdb-sql.c",
        "auth/db-ldap.c",
        "auth/db-passwd-file.c",
        "Dovecot 2.2.36 auth/passdb-vpopmail.c",
    ],
    programs: &["auth", "auth-worker"],
    place: Place::Program,
    kind: FormatKind::Users,
    realm: "dovecot",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("path", Role::Path, "The file or folder that it is about."),
    field("to_path", Role::Path, "The new name of the file."),
    field("error", Role::Text, "The cause, in the words of the program or the operating system."),
    field("why", Role::Text, "The reason, in Dovecot's words."),
    field("text", Role::Text, "What the program said, in its own words."),
    field("detail", Role::Text, "The rest of the line, in Dovecot's words."),
    field("user", Role::User, "The user that it is about.").shape(Shape::Text),
    field("n", Role::Count, "A number: {}."),
    field("n2", Role::Count, "A number: {}."),
    field("secs", Role::Duration, "Seconds: {}.").shape(Shape::Decimal),
    field("service", Role::Program, "The Dovecot service that it is about.").shape(Shape::Name),
    field("pid", Role::Count, "The number of the process: {}."),
    field("status", Role::Count, "The number with which the process ended: {}."),
    field("name", Role::Text, "The name that it is about."),
    field("what", Role::Text, "What the database was asked for."),
    field("host", Role::Remote, "The server at the other end.").shape(Shape::Text),
    field("rip", Role::Client, "The remote IP address: where the client connected from."),
    field("driver", Role::State, "The kind of database.").shape(Shape::Name),
    field("db", Role::Text, "The name of the database."),
    field("scheme", Role::State, "The way in which passwords are stored.").shape(Shape::Word),
    field("scheme2", Role::State, "The way in which this password is stored.").shape(Shape::Word),
    field("password", Role::Password, "The password that was sent. It should not be in a log and is masked."),
    field("domain", Role::Host, "The domain."),
    field("hex", Role::Text, "The character that is not allowed, as a number.").shape(Shape::Word),
    field("typed", Role::User, "The name that the email app gave.").shape(Shape::Hostile),
    field("field", Role::State, "The rule that was checked.").shape(Shape::Name),
    field("socket", Role::Path, "The file through which Dovecot's services talk to each other."),
    field("server", Role::Remote, "The server that the login is passed on to.").shape(Shape::Text),
];

/// What a database says of a query that doesn't fit it, in front of which stands who asked.
macro_rules! badly_asked {
    ($id:literal, $template:literal, $says:literal, $sample:literal) => {
        line($id, $template)
            .says($says)
            .level(Level::Alert)
            .effect(Effect::Part(Session))
            .cause(Cause::AuthService)
            .helps(Party::OurServer, TABLES_DIFFER)
            .samples(&[$sample])
    };
}
pub(super) use badly_asked;

/// What helps about a system account that has expired.
pub(super) const STATS_WRITER: &[(&str, &str)] = &[(
    "Give the socket to the user who needs it: in service stats, set user, group or mode in unix_listener stats-writer (0660 and the group of the mailboxes' user), then load the settings:",
    "ls -l {path}stats-writer; doveconf -n service/stats; doveadm reload",
)];

pub(super) const SQL_LOGIN: &[(&str, &str)] = &[(
    "Correct user and password in Dovecot's SQL settings (the line connect; in 2.4 the block of the database), or set that password in the database again, then load the settings:",
    "grep -E '^(driver|connect)' /etc/dovecot/dovecot-sql.conf.ext; doveconf -n | grep -i -A8 sql; doveadm reload",
)];

const EXPIRED: &[(&str, &str)] = &[(
    "See when the account expired; if its owner may still use it, extend it (chage -E -1, or a new date):",
    "chage -l {user}",
)];

const PATTERNS: &[Pattern] = &[
    line("unknown-user", "unknown user{?  - {text}}{? (given password: {password})}{? (SHA1 of given password: {password})}{? - {detail}}")
        .says("A user database doesn't know the user. Where several are configured, the next one may.")
        .sign(Sign::NoSuchUser)
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::UnknownUser)
        .samples(&[
            "unknown user",
            "unknown user  - trying the next userdb",
            "unknown user (SHA1 of given password: 49c050d40db52c251e056b17bb1d9854a6dae5c1) - trying the next passdb",
        ]),
    line("pam-mismatch-old", "pam_authenticate() failed: Authentication failure (password mismatch?)")
        .says("A system account with a wrong password, or a name that does not exist.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Either)
        .hints(PAM_REFUSED)
        .samples(&["pam_authenticate() failed: Authentication failure (password mismatch?)"]),
    line("wrong-password", "Password mismatch{? - {detail}}")
        .says("The user exists, but the password is wrong.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::WrongPassword)
        .samples(&[
            "Password mismatch",
            "Password mismatch - trying the next passdb",
        ]),
    line("wrong-password-shown", "Password mismatch (given password: {password}){? - {detail}}")
        .says("The user exists, but the password is wrong. The server is set to write down what was typed, so the line holds a secret; it is masked here.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::WrongPassword)
        .loose()
        .samples(&["Password mismatch (given password: secret)"]),
    line("wrong-password-hash", "Password mismatch (SHA1 of given password: {password}){? - {detail}}")
        .says("The user exists, but the password is wrong. The line holds a fingerprint of what was typed, from which it can be guessed; it is masked here.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::WrongPassword)
        .samples(&["Password mismatch (SHA1 of given password: 49c050d40db52c251e056b17bb1d9854a6dae5c1)"]),
    line("scheme_hint", "{scheme}({password}) != '{detail}', try {scheme2} scheme instead")
        .says("The stored password looks like another hash type than the one configured; shows secrets.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PASSWORD_SCHEME)
        .samples(&["CRAM-MD5(secret) != 'dir owner missing perms', try CRYPT scheme instead"]),
    line("next_passdb", "{text} - trying the next passdb")
        .says("Not final: another password database will be asked next.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["some new reason - trying the next passdb"]),
    line("next_userdb", "{text} - trying the next userdb")
        .says("Not final: another user database will be asked next.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["some new reason - trying the next userdb"]),
    line("deny", "User found from deny passdb{? - {detail}}")
        .says("The user is on the server's deny list.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::Disabled)
        .samples(&["User found from deny passdb"]),
    line("expired", "Password expired{? - {detail}}")
        .says("The password is too old.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::Expired)
        .loose()
        .samples(&["Password expired"]),
    line("pam-fail", "pam_authenticate() failed: {error}")
        .says("The operating system's own login check said no: {error}.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Either)
        .hints(PAM_REFUSED)
        .samples(&["pam_authenticate() failed: Internal error occurred"]),
    line("pam-mismatch", "pam_authenticate() failed: Authentication failure (Password mismatch?){? - {detail}}")
        .says("A system account with a wrong password, or a name that does not exist.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Either)
        .hints(PAM_REFUSED)
        .samples(&["pam_authenticate() failed: Authentication failure (Password mismatch?)"]),
    line("pam-nofile", "pam_authenticate() failed: {error} (/etc/pam.d/{service} missing?)")
        .says("The system login check is not set up for Dovecot.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, PAM_SERVICE)
        .samples(&["pam_authenticate() failed: Internal error occurred (/etc/pam.d/imap missing?)"]),
    line("pam-expired", "pam_acct_mgmt() failed: User account has expired")
        .says("The system account has expired (its date in /etc/shadow), so the right password doesn't help either.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::Disabled)
        .helps(Party::OurServer, EXPIRED)
        .samples(&["pam_acct_mgmt() failed: User account has expired"]),
    line("pam-acct", "pam_acct_mgmt() failed: {error}")
        .says("The system account is expired, locked or not allowed to log in now.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::Disabled)
        .loose()
        .samples(&["pam_acct_mgmt() failed: Internal error occurred"]),
    line("pam-cred", "pam_setcred() failed: {error}")
        .says("The system login check failed after the password.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&["pam_setcred() failed: Internal error occurred"]),
    line("pam-sess", "pam_open_session() failed: {error}")
        .says("The system login check failed after the password.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&["pam_open_session() failed: Internal error occurred"]),
    line("pam-start", "pam_start() failed: {error}")
        .says("The system login check could not start.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PAM_SERVICE)
        .samples(&["pam_start() failed: Internal error occurred"]),
    line("vpop-disabled", "{service} disabled in vpopmail for this user")
        .says("Vpopmail has this service (pop, imap, webmail) switched off for the mailbox.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::Disabled)
        .loose()
        .samples(&["imap disabled in vpopmail for this user"]),
    line("vpop-webip", "vpopmail: Invalid webmail IP address")
        .says("The webmail address set for vpopmail is wrong.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .samples(&["vpopmail: Invalid webmail IP address"]),
    line("vpop-open", "vpopmail: vauth_open() failed")
        .says("Vpopmail's user database could not be opened.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .samples(&["vpopmail: vauth_open() failed"]),
    line("vpop-assign", "vget_assign({domain}) failed")
        .says("The domain isn't known to vpopmail.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .hints(VPOPMAIL_DOMAIN)
        .samples(&["vget_assign(garden-tools.example) failed"]),
    line("vpop-mkdir", "make_user_dir({user}, {domain}) failed")
        .says("The mailbox directory was missing and could not be made.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Permission)
        .loose()
        .samples(&["make_user_dir(anna@garden-tools.example, garden-tools.example) failed"]),
    line("vpop-quota", "userdb_vpopmail_get_quota({user}, {domain}) failed: {error}")
        .says("The mailbox quota could not be read from vpopmail.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&["userdb_vpopmail_get_quota(anna@garden-tools.example, garden-tools.example) failed: Internal error occurred"]),
    badly_asked!("sql-column", "Password query failed: Unknown column '{what}' in '{detail}'", "Dovecot's query asks the database for a column, {what}, that its table doesn't have. Nobody can be looked up until the query and the table fit each other.", "Password query failed: Unknown column 'active' in 'where clause'"),
    badly_asked!("sql-column-of-users", "User query failed: Unknown column '{what}' in '{detail}'", "Dovecot's query asks the database for a column, {what}, that its table doesn't have. Nobody can be looked up until the query and the table fit each other.", "User query failed: Unknown column 'active' in 'where clause'"),
    badly_asked!("sql-table", "Password query failed: Table '{what}' doesn't exist", "Dovecot's query asks the database for a table, {what}, that it doesn't have. Nobody can be looked up until the query and the database fit each other.", "Password query failed: Table 'mail.virtual_users' doesn't exist"),
    badly_asked!("sql-table-of-users", "User query failed: Table '{what}' doesn't exist", "Dovecot's query asks the database for a table, {what}, that it doesn't have. Nobody can be looked up until the query and the database fit each other.", "User query failed: Table 'mail.virtual_users' doesn't exist"),
    badly_asked!("sql-missing", "Password query failed: ERROR:  {?column}{?relation} {what} does not exist{?{detail}}", "Dovecot's query asks the database for a column or table, {what}, that it doesn't have. Nobody can be looked up until the query and the database fit each other.", "Password query failed: ERROR:  relation \"virtual_users\" does not exist LINE 1: SELECT password FROM virtual_users"),
    badly_asked!("sql-missing-of-users", "User query failed: ERROR:  {?column}{?relation} {what} does not exist{?{detail}}", "Dovecot's query asks the database for a column or table, {what}, that it doesn't have. Nobody can be looked up until the query and the database fit each other.", "User query failed: ERROR:  relation \"virtual_users\" does not exist LINE 1: SELECT password FROM virtual_users"),
    badly_asked!("sql-syntax", "Password query failed: You have an error in your SQL syntax{?{detail}}", "Dovecot's query is written wrongly: the database doesn't understand it. Nobody can be looked up until it's corrected.", "Password query failed: You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'FORM users' at line 1"),
    badly_asked!("sql-syntax-of-users", "User query failed: You have an error in your SQL syntax{?{detail}}", "Dovecot's query is written wrongly: the database doesn't understand it. Nobody can be looked up until it's corrected.", "User query failed: You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'FORM users' at line 1"),
    line("sql-iterate", "Iterate query failed: {error}")
        .says("The list of all users couldn't be read from the database: {error}. Logins aren't affected by that alone.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .loose()
        .helps(Party::OurServer, QUERY_FAILED)
        .samples(&["Iterate query failed: Query timed out"]),
    line("sql-not-connected", "Password query failed: Not connected to database")
        .says("Dovecot isn't connected to the database that holds the passwords, so logins fail for everyone in it; the line about the connection says why.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .follows()
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["Password query failed: Not connected to database"]),
    line("sql-query", "Password query failed: {error}")
        .says("The database that holds the passwords gave an error; logins fail for everyone in it.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, QUERY_FAILED)
        .samples(&["Password query failed: Internal error occurred"]),
    line("sql-uquery", "User query failed: {error}")
        .says("The database that holds the mailboxes gave an error.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, QUERY_FAILED)
        .samples(&["User query failed: Internal error occurred"]),
    line("sql-nopass", "Password query must return a field named 'password'")
        .says("The password lookup is written wrongly.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, SQL_SETTINGS)
        .samples(&["Password query must return a field named 'password'"]),
    line("sql-multi", "{?Password}{?User} query returned multiple matches")
        .says("The user is in the database more than once: the query found several rows.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, LISTED_TWICE)
        .samples(&["Password query returned multiple matches", "User query returned multiple matches"]),
    line("stats-of-auth", "net_connect_unix({path}stats-writer) failed: {error}")
        .says("Logins and mail are not affected, but a process of Dovecot can't use the socket of the statistics (stats-writer): {error}.")
        .level(Level::Warning)
        .helps(Party::OurServer, STATS_WRITER)
        .effect(Effect::Part(Session))
        .samples(&["net_connect_unix(/run/dovecot/stats-writer) failed: Permission denied"]),
    line("sql-denied", "{?{driver}({host}): }{?mysql: }{?pgsql: }Connect failed to database ({db}): Access denied for user {error} - waiting for {secs} seconds before retry")
        .says("The database {db} turns down Dovecot's own login ({error}), so no password can be checked.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, SQL_LOGIN)
        .samples(&[
            "mysql(127.0.0.1): Connect failed to database (mail): Access denied for user 'mail'@'localhost' (using password: YES) - waiting for 1 seconds before retry",
            "mysql: Connect failed to database (mail): Access denied for user 'mail'@'localhost' (using password: YES) - waiting for 1 seconds before retry",
        ]),
    line("sql-denied-pgsql", "{?{driver}({host}): }Connect failed to database {db}: {text}authentication failed for user {error} - waiting for {secs} seconds before retry")
        .says("The database {db} turns down Dovecot's own login ({error}), so no password can be checked.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, SQL_LOGIN)
        .samples(&["pgsql(127.0.0.1): Connect failed to database mail: FATAL:  password authentication failed for user \"mail\" - waiting for 5 seconds before retry"]),
    line("sql-blocked", "{?{driver}({host}): }{?mysql: }{?pgsql: }Connect failed to database ({db}): Host '{name}' is blocked because of many connection errors{?; unblock with {error}} - waiting for {secs} seconds before retry")
        .says("The database server blocks this server ({name}) after many broken connections, so passwords cannot be checked.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, &[
            ("On the database's own server, lift the block:", "mariadb-admin flush-hosts"),
            ("Then find there what breaks the connections (monitoring or a scan that connects and says nothing, the network), and raise max_connect_errors if the limit is low:", "mariadb -e \"SHOW GLOBAL STATUS LIKE 'Aborted_connects'; SHOW GLOBAL VARIABLES LIKE 'max_connect_errors'\""),
        ])
        .samples(&["mysql(192.0.2.5): Connect failed to database (mail): Host '192.0.2.11' is blocked because of many connection errors; unblock with 'mariadb-admin flush-hosts' - waiting for 25 seconds before retry"]),
    line("sql-conn", "{?{driver}({host}): }{?mysql: }{?pgsql: }Connect failed to database ({db}): {error} - waiting for {secs} seconds before retry")
        .says("The database server cannot be reached, so passwords cannot be checked.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&[
            "mysql(db1.example): Connect failed to database (mail): Can't connect to MySQL server on 'db1.example' (111) - waiting for 5 seconds before retry",
            "mysql: Connect failed to database (mail): Can't connect to local MySQL server through socket '/var/run/mysqld/mysqld.sock' (2) - waiting for 5 seconds before retry",
        ]),
    line("ldap-connect", "{?LDAP: }Can't connect to server: {server}")
        .says("The directory server cannot be reached.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DIRECTORY_DOWN)
        .samples(&["Can't connect to server: 10.0.0.5:143"]),
    line("ldap-bind", "{?LDAP: }ldap_bind() failed: {error}")
        .says("The directory server refused the check.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DIRECTORY_DOWN)
        .samples(&["ldap_bind() failed: Internal error occurred"]),
    line("ldap-empty", "Login attempt with empty password")
        .says("The app sent an empty password.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .samples(&["Login attempt with empty password"]),
    line("ldap-lost", "{?LDAP: }Connection lost to LDAP server, reconnecting")
        .says("The directory server went away for a moment.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DIRECTORY_DOWN)
        .samples(&["Connection lost to LDAP server, reconnecting"]),
    line("ldap-bindto", "{?LDAP: }Initial binding to LDAP server timed out")
        .says("The directory server does not answer.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DIRECTORY_DOWN)
        .samples(&["Initial binding to LDAP server timed out"]),
    line("ldap-search", "{?LDAP: }ldap_search({detail}) failed: {error}")
        .says("The directory lookup failed.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DIRECTORY_DOWN)
        .samples(&["ldap_search(base=dc=example filter=(uid=anna)) failed: Timed out"]),
    line("ldap-multi", "{?pass_filter}{?user_filter}{?ldap_filter} matched multiple objects, aborting")
        .says("More than one directory entry fits the user.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, LISTED_TWICE)
        .samples(&["pass_filter matched multiple objects, aborting", "user_filter matched multiple objects, aborting"]),
    line("pwf-missing", "missing passwd file: {path}")
        .says("There is no password file for that domain, so the domain is not hosted here or its file is gone.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::UnknownUser)
        .samples(&["missing passwd file: /srv/mail/nils/Maildir/dovecot.index"]),
    line("pwf-open", "passwd-file {path}:{? }open({to_path}) failed: {error}")
        .says("The password file cannot be opened; nobody in it can log in.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Permission)
        .helps(Party::OurServer, PASSWD_FILE_NOT_READ)
        .samples(&["passwd-file /etc/dovecot/users:open(/etc/dovecot/users) failed: No such file or directory"]),
    line("pwf-dup", "User {user} exists more than once")
        .says("The password file lists the user twice.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PASSWD_FILE_LINE)
        .samples(&["User anna@garden-tools.example exists more than once"]),
    line("pwf-badpw", "User {user} has invalid password")
        .says("The stored password line is broken.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PASSWORD_SCHEME)
        .samples(&["User anna@garden-tools.example has invalid password"]),
    line("pwf-uid", "User {user} has invalid UID '{name}'")
        .says("The password file has a wrong user id.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PASSWD_FILE_LINE)
        .samples(&["User anna@garden-tools.example has invalid UID 'bogus_setting'"]),
    line("pwf-slow", "Reading {n} users took {secs} secs")
        .says("The password file is big and slow to read.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, PASSWORD_CHECKS_WAIT)
        .samples(&["Reading 3 users took 30 secs"]),
    line("nss", "getpwnam() failed: {error}")
        .says("The system user list could not be read.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["getpwnam() failed: Internal error occurred"]),
    line("nss-slow", "Lookup for {user} took {secs} secs")
        .says("The system user list answers slowly.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, PASSWORD_CHECKS_WAIT)
        .samples(&["Lookup for anna@garden-tools.example took 30 secs"]),
    line("scheme-unknown", "Unknown scheme {scheme}")
        .sign(Sign::HashUnknown)
        .says("The stored password uses the hash type {scheme}, which this server does not know.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, PASSWORD_SCHEME)
        .samples(&["Unknown scheme CRAM-MD5"]),
    line("hash-too-old", "Invalid password in passdb: crypt() failed: Invalid argument")
        .sign(Sign::HashUnknown)
        .says("This system's crypt() doesn't know the form in which the user's password is stored: usually an old one (DES or MD5 crypt) that newer systems leave out. The password wasn't judged, and all users with such a hash are locked out; the others aren't.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, &[
            ("Nobody can convert such a hash: give each of these users a new password, stored in a strong form. What to store, and whose hashes are old (13 characters, or $1$, behind the scheme CRYPT):", "doveadm pw -s SHA512-CRYPT; doveconf -n | grep -A6 passdb"),
        ])
        .samples(&["Invalid password in passdb: crypt() failed: Invalid argument"]),
    line("scheme-invalid", "Invalid password in passdb: {error}")
        .says("The stored password hash is damaged.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PASSWORD_SCHEME)
        .samples(&["Invalid password in passdb: Internal error occurred"]),
    line("scheme-data", "Password data is not valid for scheme {scheme}: {error}")
        .says("The stored password hash is damaged.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PASSWORD_SCHEME)
        .samples(&["Password data is not valid for scheme CRAM-MD5: Internal error occurred"]),
    line("scheme-only", "Requested {scheme} scheme, but we have only {scheme2}")
        .says("The app used the login method {scheme}, which can't be checked against the stored password: that is kept as {scheme2}. The password itself wasn't judged.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, MECHANISM_WITHOUT_SECRET)
        .samples(&["Requested CRAM-MD5 scheme, but we have only CRYPT"]),
    line("scheme-null", "Requested {scheme} scheme, but we have a NULL password")
        .says("No password is stored for this user.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Method)
        .loose()
        .helps(Party::OurServer, MECHANISM_WITHOUT_SECRET)
        .samples(&["Requested CRAM-MD5 scheme, but we have a NULL password"]),
    line("nopw", "No password returned (and no nopassword)")
        .says("The database found the user but no password.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .samples(&["No password returned (and no nopassword)"]),
    line("empty", "Empty username{?: {detail}}")
        .says("The app sent no username.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::BadName)
        .samples(&["Empty username"]),
    line("name-has-bad-character", "Username character disallowed by auth_username_chars: {hex} (username: {typed})")
        .says("The username has a character this server does not allow, often a space or accent.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::BadName)
        .samples(&["Username character disallowed by auth_username_chars: 0x20 (username: bad user!@garden-tools.example)"]),
    line("pwchars", "Attempted login with password having illegal chars")
        .says("The password holds a character that cannot be passed to the database.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .samples(&["Attempted login with password having illegal chars"]),
    line("master", "Master user logging in as {user}")
        .says("An administrator's master account opened this user's mailbox.")
        .level(Level::Success)
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Master user logging in as anna@garden-tools.example"]),
    line("master-none", "Attempted master login with no master passdbs (trying to log in as user: {user})")
        .says("Someone used the master separator but no master account exists.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Attempted master login with no master passdbs (trying to log in as user: anna@garden-tools.example)"]),
    line("master-empty", "Master user login attempted to use empty login username")
        .says("The master login named no mailbox.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .samples(&["Master user login attempted to use empty login username"]),
    line("nets", "{field} check failed: IP {rip} not in allowed networks")
        .says("This user may only log in from listed addresses, and this is not one.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::AddressNotAllowed)
        .loose()
        .samples(&["allow_nets check failed: IP 127.0.20.9 not in allowed networks"]),
    line("nets-unknown", "{field} check failed: Remote IP not known and 'local' missing")
        .says("The address rule could not be checked because no address was known.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::AddressNotAllowed)
        .loose()
        .samples(&["allow_nets check failed: Remote IP not known and 'local' missing"]),
    line("policy-refuse", "Authentication failure due to policy server refusal{?{detail}}")
        .says("The login-abuse service blocked this attempt.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Authentication failure due to policy server refusal: blocked"]),
    line("policy-err", "Policy server HTTP error: {error}")
        .says("The login-abuse service gave an error.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, POLICY_SERVER)
        .samples(&["Policy server HTTP error: Internal error occurred"]),
    line("nouserdb", "user not found from userdb{? {detail}}")
        .says("The password was right but the mailbox data (home, uid) is missing.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, NOT_IN_USERDB)
        .samples(&["user not found from userdb"]),
    line("nouserdbs", "user not found from any userdbs")
        .says("The password was right but no database knows where the mailbox is.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, NOT_IN_USERDB)
        .samples(&["user not found from any userdbs"]),
    line("timeout", "Request {name} timed out after {secs} secs, state={n}")
        .says("A password check took too long and was dropped.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, PASSWORD_CHECKS_WAIT)
        .samples(&["Request bogus_setting timed out after 30 secs, state=3"]),
    line("clientto", "Request timed out waiting for client to continue authentication ({secs} secs)")
        .says("The client stopped half way through logging in.")
        .effect(Effect::Part(Session))
        .samples(&["Request timed out waiting for client to continue authentication (30 secs)"]),
    line("worker-queue", "{?auth workers: }{?workers: }Auth request was queued for {secs} seconds, {n} left in queue{? (see {detail})}")
        .says("Password checks are piling up: one waited {secs second}, and {n more is|more are} waiting. What they ask (database, directory, PAM) answers slowly, or very many logins come at once.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::ServerFull)
        .helps(Party::OurServer, PASSWORD_CHECKS_WAIT)
        .samples(&[
            "Auth request was queued for 30 seconds, 3 left in queue (see auth_worker_max_count)",
            "auth workers: Auth request was queued for 22 seconds, 87 left in queue (see auth_worker_max_count)",
            "workers: Auth request was queued for 12 seconds, 12 left in queue",
        ]),
    line("worker-abort", "{?auth workers: }{?auth worker: }Aborting auth request that was queued for {secs} secs, {n} left in queue")
        .says("A password check waited {secs second} for its turn and was given up; {n more is|more are} waiting.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::ServerFull)
        .helps(Party::OurServer, PASSWORD_CHECKS_WAIT)
        .samples(&["Aborting auth request that was queued for 30 secs, 3 left in queue", "auth worker: Aborting auth request that was queued for 63 secs, 40 left in queue"]),
    line("worker-differ", "Auth worker sees different passdbs/userdbs than auth server. Maybe config just changed and this goes away automatically?")
        .says("The configuration changed while logins were running.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .samples(&["Auth worker sees different passdbs/userdbs than auth server. Maybe config just changed and this goes away automatically?"]),
    line("penalty", "Invalid PENALTY-GET reply: {text}")
        .says("The slow-down for repeated bad logins could not be looked up (the slow-down itself logs nothing before 2.4 debug).")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&["Invalid PENALTY-GET reply: some text"]),
    line("cache-expired", "Falling back to expired data from cache")
        .says("The database failed, so older remembered data was used.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .samples(&["Falling back to expired data from cache"]),
    line("cache-size", "auth_cache_size ({n}M) is higher than process VSZ limit ({n2}M)")
        .says("The password cache is set larger than the memory the process may use.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["auth_cache_size (3M) is higher than process VSZ limit (7M)"]),
    line("cache-flush", "SIGHUP received, {n} cache entries flushed")
        .says("A reload emptied the password cache.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["SIGHUP received, 3 cache entries flushed"]),
    line("oauth-unreachable", "oauth2 failed: {?Introspection failed: }{?Token validation failed: }connect({server}) failed: {error}")
        .says("The server {server} that checks sign-in tokens (OAuth) can't be reached: {error}.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, &[("See whether this server reaches the token server, and that the addresses in Dovecot's OAuth settings (tokeninfo_url, introspection_url) are right:", "doveconf -n | grep -i -A8 oauth; grep -vE '^(#|client_secret|$)' /etc/dovecot/dovecot-oauth2.conf.ext")])
        .samples(&["oauth2 failed: connect(203.0.113.50:443) failed: Connection refused"]),
    line("oauth-fail", "oauth2 failed: {error}")
        .says("The sign-in token was refused or has expired.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Either)
        .loose()
        .samples(&["oauth2 failed: Internal error occurred"]),
    line("checkpw", "Login failed (status={status})")
        .says("The external password program said no.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Either)
        .loose()
        .samples(&["Login failed (status=75)"]),
    line("checkpw-exit", "Child {pid} exited with status {status}")
        .says("The external password program failed.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["Child 18753 exited with status 75"]),
    line("connect", "connect({socket}) failed: {error}")
        .says("A process cannot reach the password service.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, AUTH_SOCKET)
        .samples(&["connect(/run/dovecot/auth-worker) failed: Internal error occurred"]),
    line("noperm", "client doesn't have lookup permissions for this user: {why} (to bypass this check, set: service auth {{ unix_listener {socket} {{ mode=0777 } })")
        .says("A program isn't allowed to look up users: the socket's permissions are wrong.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, AUTH_SOCKET)
        .samples(&["client doesn't have lookup permissions for this user: syncing (to bypass this check, set: service auth { unix_listener /run/dovecot/auth-worker { mode=0777 } })"]),
    line("refused-masterreq", "Master requested auth for nonexistent client {n}")
        .says("A login finished after its connection was gone.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&["Master requested auth for nonexistent client 3"]),
    line("client-broken", "BUG: {text}")
        .says("Two Dovecot parts did not understand each other.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Crash)
        .loose()
        .samples(&["BUG: some text"]),
];
