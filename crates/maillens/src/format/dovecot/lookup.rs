//! What Dovecot of all generations says when a user, a password or the server of a mailbox couldn't be looked up or
//! reached. Nothing of it is a wrong password, unless the line says so.

use super::auth::{
    NOT_IN_USERDB, PASSWD_FILE_LINE, PASSWD_FILE_NOT_READ, PASSWORD_CHECKS_WAIT, PASSWORD_SCHEME,
    QUERY_FAILED, TABLES_DIFFER, VPOPMAIL_DOMAIN, badly_asked,
};
use super::connection::{BACKEND_DOWN, PROXY_LOOPS};
use super::storage::{AUTH_SOCKET, MAIL_UID};
use super::{Effect, Field, Format, FormatKind, Pattern, Place, Role, Shape, Sign, field, line};
use crate::frame::dovecot::SERVICES;
use crate::vocabulary::Cause;
use crate::vocabulary::Level;
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Session;

pub(super) const DATABASE_DOWN: &[(&str, &str)] = &[
    (
        "Start the database, or correct the host, user and password with which Dovecot asks it:",
        "systemctl status mariadb mysql postgresql; doveconf -n | grep -i -A8 sql",
    ),
    ("Then ask as Dovecot does:", "doveadm auth lookup {user}; doveadm user {user}"),
];

pub(super) const SQL_SETTINGS: &[(&str, &str)] = &[
    (
        "Correct Dovecot's SQL settings: driver, connect, and a query that returns one row with a field named password:",
        "grep -E '^(driver|password_query|user_query)' /etc/dovecot/dovecot-sql.conf.ext; doveconf -n | grep -i -A8 sql",
    ),
    ("See what the query gives for one user:", "doveadm auth lookup {user}"),
];

pub(super) const DIRECTORY_DOWN: &[(&str, &str)] = &[
    (
        "See whether the directory server answers this server at the address that Dovecot's LDAP settings name, with their bind name:",
        "grep -E '^(uris|hosts|dn|base|tls[a-z_]*) *=' /etc/dovecot/dovecot-ldap.conf.ext; ldapsearch -x -d1 -b '' -s base",
    ),
    ("Then ask as Dovecot does:", "doveadm auth lookup {user}; doveadm user {user}"),
];

pub(super) const LDAP_SETTINGS: &[(&str, &str)] = &[(
    "Correct Dovecot's LDAP settings: a base, one address (uris), and a filter that fits exactly one entry for each user:",
    "grep -vE '^(#|dnpass|$)' /etc/dovecot/dovecot-ldap.conf.ext; doveconf -n | grep -i ldap",
)];

const WEAK_SCHEME: &[(&str, &str)] = &[
    (
        "For the change-over, let the old forms in: set auth_allow_weak_schemes = yes in Dovecot's settings, then load them:",
        "doveadm reload; doveconf auth_allow_weak_schemes",
    ),
    (
        "Then have each user set the password again, and store it in a strong form; this makes one, for the user's entry in the password database:",
        "doveadm pw -s BLF-CRYPT",
    ),
];

const AUTH_SETTINGS: &[(&str, &str)] = &[
    (
        "Correct the setting that the line names. A driver that isn't known is usually a package that isn't installed (dovecot-mysql, dovecot-pgsql, dovecot-sqlite, dovecot-ldap):",
        "doveconf -n | grep -A6 -e passdb -e userdb -e auth_mechanisms; dovecot --build-options",
    ),
    (
        "Then start Dovecot and see whether it stays up:",
        "systemctl restart dovecot; systemctl status dovecot",
    ),
];

pub(super) const POLICY_SERVER: &[(&str, &str)] = &[(
    "See whether the policy server answers; without it, logins are slow or refused:",
    "doveconf auth_policy_server_url auth_policy_reject_on_fail",
)];

/// Dovecot's databases and proxies.
pub static FORMAT: Format = Format {
    id: "dovecot-lookup",
    title: "Dovecot's databases and proxies",
    found_in: &["/var/log/dovecot.log", "/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "Dovecot 1.0 to 2.4 auth/*.c",
        "lib-sql/*.c",
        "lib-dict/*.c",
        "login-common/login-proxy.c",
        "lib-oauth2/*.c",
    ],
    programs: SERVICES,
    place: Place::Program,
    kind: FormatKind::Users,
    realm: "dovecot",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("pid2", Role::Count, "The number of the process: {}."),
    field("detail", Role::Text, "The rest of the line, in Dovecot's words."),
    field("domain", Role::Text, "The domain.").shape(Shape::Word),
    field("call", Role::Keyword, "What the server wanted the operating system to do.").shape(Shape::Name),
    field("socket", Role::Path, "The file through which Dovecot's services talk to each other."),
    field("database", Role::Text, "The database."),
    field("error", Role::Text, "The cause, in the words of the program or the operating system."),
    field("gid", Role::Count, "The number of the system group: {}."),
    field("host", Role::Remote, "The server at the other end.").shape(Shape::Text),
    field("host2", Role::Remote, "The server at the other end.").shape(Shape::Text),
    field("ip", Role::Text, "The address that it is about."),
    field("n", Role::Count, "A number: {}."),
    field("n2", Role::Count, "A number: {}."),
    field("name", Role::Text, "The name that it is about."),
    field("path", Role::Path, "The file or folder that it is about."),
    field("pid", Role::Count, "The number of the process: {}."),
    field("port", Role::Count, "The port: {}."),
    field("reply", Role::Text, "What the server at the other end said."),
    field("text", Role::Text, "What the program said, in its own words."),
    field("url", Role::Text, "An address on the web."),
    field("user", Role::User, "The user that it is about.").shape(Shape::Text),
    field("value", Role::Text, "What the setting holds."),
    field("what", Role::Text, "What it was, in Dovecot's words."),
    field("what2", Role::Text, "What it was, in Dovecot's words."),
    field("why", Role::Text, "The reason, in Dovecot's words."),
];

const PATTERNS: &[Pattern] = &[
    line("login-service-silent", "{?auth-client: conn unix:{socket} (pid={pid},uid={n}): }Timeout waiting for handshake from auth server. my pid={pid2}, input bytes={n2}")
        .says("The service that checks logins (auth) didn't answer in time, so nobody could log in over this process. It may still be starting, overloaded, or waiting for its database.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .hints(&[
            (
                "See what the login service (auth) waits for; a database or directory that doesn't answer is usual:",
                "doveadm log errors | grep -E 'auth|sql|ldap' | tail -20",
            ),
            (
                "See whether the server is overloaded, then restart Dovecot:",
                "uptime; free -m; systemctl restart dovecot",
            ),
        ])
        .samples(&[
            "auth-client: conn unix:login (pid=112,uid=0): Timeout waiting for handshake from auth server. my pid=122, input bytes=0",
            "Timeout waiting for handshake from auth server. my pid=122, input bytes=0",
        ]),
    line("au-allow1", "allow_nets check failed: IP not in allowed networks")
        .says("That user may only log in from certain networks.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Add the network to allow_nets.", "")])
        .effect(Effect::Part(Session))
        .cause(Cause::AddressNotAllowed)
        .loose()
        .samples(&["allow_nets check failed: IP not in allowed networks"]),
    line("au-allow2", "allow_nets check failed: Remote IP not known")
        .says("The check needs an address and has none (LMTP, doveadm).")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Leave allow_nets out for local look-ups.", "")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["allow_nets check failed: Remote IP not known"]),
    line("au-allow3", "allow_nets: Invalid network '{value}'")
        .says("The field holds a wrong network.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Correct allow_nets in the user's entry: addresses and lengths, such as 192.0.2.0/24, with commas between:", "doveadm auth lookup {user}; doveconf -n passdb")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["allow_nets: Invalid network 'some-value'"]),
    line("au-scheme10", "Unknown password scheme {name}")
        .says("The stored password has a scheme that this build doesn't know.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, PASSWORD_SCHEME)
        .samples(&["Unknown password scheme something"]),
    line("au-format10", "Invalid password format for scheme {name}")
        .says("The stored hash doesn't fit its scheme.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, PASSWORD_SCHEME)
        .samples(&["Invalid password format for scheme something"]),
    line("au-weak24", "Weak password scheme '{name}' used and refused (Set auth_allow_weak_schemes=yes to allow)")
        .says("The password is stored in an old form, {name}, which Dovecot 2.4 doesn't accept unless auth_allow_weak_schemes is set. The password that was typed may be right.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, WEAK_SCHEME)
        .samples(&["Weak password scheme 'something' used and refused (Set auth_allow_weak_schemes=yes to allow)"]),
    line("au-weakcrypt24", "Weak password scheme '{name}' used and refused")
        .says("The password is stored in an old form, {name}, which Dovecot 2.4 doesn't accept unless auth_allow_weak_schemes is set. The password that was typed may be right.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, WEAK_SCHEME)
        .samples(&["Weak password scheme 'MD5-CRYPT' used and refused", "Weak password scheme 'DES-CRYPT' used and refused"]),
    line("au-hexlen", "Input length isn't valid ({n} instead of {n2})")
        .says("The stored hash is cut, often by a too short database column.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, PASSWORD_SCHEME)
        .samples(&["Input length isn't valid (12 instead of 12)"]),
    line("au-b64", "Input isn't valid base64 encoded data")
        .says("The stored hash is damaged or of another scheme.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, PASSWORD_SCHEME)
        .samples(&["Input isn't valid base64 encoded data"]),
    line("au-nopassword", "nopassword set but password is non-empty")
        .says("The user database says that no password is needed, and gives one.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["nopassword set but password is non-empty"]),
    line("au-multipass", "Multiple password values not supported")
        .says("The query returned two passwords.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["Multiple password values not supported"]),
    line("au-emptyname", "username attempted to be changed to empty")
        .says("The query returned an empty username.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Let the query return a name in the field user, or leave that field out:", "doveconf -n passdb userdb; doveadm auth lookup {user}")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["username attempted to be changed to empty"]),
    line("au-skipped", "All password databases were skipped")
        .says("No passdb applies to this login (mechanism or name filter).")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Check “mechanisms” and “username_filter”.", "")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["All password databases were skipped"]),
    line("au-noauth", "Last passdb had noauthenticate field, cannot authenticate user")
        .says("The last database only adds fields, so nothing checks the password.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Add a passdb behind it that checks the password; one with noauthenticate only adds fields:", "doveconf -n passdb")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["Last passdb had noauthenticate field, cannot authenticate user"]),
    line("au-dnsfail", "DNS lookup for {host} failed: {error}")
        .says("The name of a mailbox server can't be resolved.")
        .level(Level::Alert)
        .helps(Party::Dns, &[("See which resolver this server asks, and whether it answers:", "cat /etc/resolv.conf; getent hosts {host}")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["DNS lookup for 192.0.2.7 failed: Connection refused"]),
    line("au-dnsslow", "DNS lookup for {host} took {n} s")
        .says("The resolver is slow; logins are slow.")
        .level(Level::Warning)
        .helps(Party::Dns, &[("See which resolver this server asks, and whether it answers:", "cat /etc/resolv.conf; getent hosts {host}")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["DNS lookup for 192.0.2.7 took 12 s"]),
    line("au-nopassdb", "No passdbs specified in configuration file. {name} mechanism needs one")
        .says("No password database is configured; nobody can log in.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, AUTH_SETTINGS)
        .samples(&["No passdbs specified in configuration file. PLAIN mechanism needs one"]),
    line("au-mechpass", "{name} mechanism can't be supported with given passdbs")
        .says("CRAM-MD5, DIGEST-MD5 or APOP need plain passwords, which the database doesn't give.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, AUTH_SETTINGS)
        .samples(&["PLAIN mechanism can't be supported with given passdbs"]),
    line("au-unkmech", "Unknown authentication mechanism '{name}'")
        .says("A word in auth_mechanisms is wrong or not built in.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, AUTH_SETTINGS)
        .samples(&["Unknown authentication mechanism 'something'"]),
    line("au-unkpass", "Unknown passdb driver '{name}'")
        .says("The package for that database is missing.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, AUTH_SETTINGS)
        .samples(&["Unknown passdb driver 'something'"]),
    line("unknown-driver", "{?sql: }{?Error: }Unknown database driver '{name}'")
        .says("Dovecot has no driver for the database {name}: its package isn't installed, or the name is misspelled.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, AUTH_SETTINGS)
        .samples(&["Unknown database driver 'mysql'"]),
    line("au-unkuser", "Unknown userdb driver '{name}'")
        .says("The package for that user database is missing.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, AUTH_SETTINGS)
        .samples(&["Unknown userdb driver 'something'"]),
    line("au-notcomp", "Support not compiled in for passdb driver '{name}'")
        .says("This build of Dovecot can't use that kind of database.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, AUTH_SETTINGS)
        .samples(&["Support not compiled in for passdb driver 'something'"]),
    line("au-busy10", "All auth workers are busy")
        .says("Password checks couldn't be started.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::ServerFull)
        .loose()
        .helps(Party::OurServer, PASSWORD_CHECKS_WAIT)
        .samples(&["All auth workers are busy"]),
    line("au-workertimeout", "auth worker: Aborted {name} request for {user}: Lookup timed out")
        .says("A lookup for {user} was given up after a minute without an answer: what Dovecot asks (database, directory, PAM) hangs or is overloaded. The password wasn't judged.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, PASSWORD_CHECKS_WAIT)
        .samples(&["auth worker: Aborted PASSV request for anna@cust.example: Lookup timed out"]),
    // What the worker met, it says in a line of its own.
    line("au-workerfailed", "auth worker: Aborted {name} request for {user}: Internal auth worker failure")
        .says("A lookup for {user} was given up, because what Dovecot asks failed. The password wasn't judged.")
        .level(Level::Alert)
        .follows()
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, PASSWORD_CHECKS_WAIT)
        .samples(&["auth worker: Aborted PASSV request for anna@cust.example: Internal auth worker failure"]),
    line("au-workeraborted", "auth worker: Aborted {name} request for {user}: {why}")
        .says("A lookup for {user} was given up: {why}. The password wasn't judged.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .follows()
        .helps(Party::OurServer, PASSWORD_CHECKS_WAIT)
        .samples(&["auth worker: Aborted verify request for anna@cust.example: some reason"]),
    line("au-workerlost", "Auth master disconnected us while handling request for {user} for {n} secs (result={text})")
        .says("A lookup for {user} took {n second}, so long that nobody waited for it: what Dovecot asks (database, directory, PAM) is slow.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, PASSWORD_CHECKS_WAIT)
        .samples(&["Auth master disconnected us while handling request for anna@cust.example for 12 secs (result=some text)"]),
    line("au-workerconn24", "Unable to connect worker: net_connect_unix({path}) failed: {error}")
        .says("Password helpers can't be reached.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, AUTH_SOCKET)
        .samples(&["Unable to connect worker: net_connect_unix(/srv/mail/anna/Maildir/dovecot.index) failed: Permission denied"]),
    badly_asked!("sql-column-of-driver", "{name}({host}): Query failed: Unknown column '{what}' in '{detail}'", "Dovecot's query asks the database for a column, {what}, that its table doesn't have. Nobody can be looked up until the query and the table fit each other.", "mysql(127.0.0.1): Query failed: Unknown column 'active' in 'where clause'"),
    badly_asked!("sql-table-of-driver", "{name}({host}): Query failed: Table '{what}' doesn't exist", "Dovecot's query asks the database for a table, {what}, that it doesn't have. Nobody can be looked up until the query and the database fit each other.", "mysql(127.0.0.1): Query failed: Table 'mail.virtual_users' doesn't exist"),
    badly_asked!("sql-missing-of-driver", "{name}({host}): Query failed: ERROR:  {?column}{?relation} {what} does not exist{?{detail}}", "Dovecot's query asks the database for a column or table, {what}, that it doesn't have. Nobody can be looked up until the query and the database fit each other.", "mysql(127.0.0.1): Query failed: ERROR:  relation \"virtual_users\" does not exist LINE 1: SELECT password FROM virtual_users"),
    badly_asked!("sql-syntax-of-driver", "{name}({host}): Query failed: You have an error in your SQL syntax{?{detail}}", "Dovecot's query is written wrongly: the database doesn't understand it. Nobody can be looked up until it's corrected.", "mysql(127.0.0.1): Query failed: You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'FORM users' at line 1"),
    line("sql-query-of-driver", "{name}({host}): Query failed{?, retrying}{?, aborting}: {error}")
        .says("The database {host} didn't carry out a query of Dovecot: {error}.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, QUERY_FAILED)
        .samples(&["mysql(127.0.0.1): Query failed: Lost connection to MySQL server during query"]),
    line("sql-connected", "{name}({host}): Connected to database {database}")
        .sign(Sign::Works)
        .says("Dovecot connected to the database {database}.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["mysql(127.0.0.1): Connected to database mail"]),
    line("sql-timeout", "{name}({host}): Query timed out{? ({text})}")
        .says("The database {host} didn't answer a query of Dovecot in time: it's overloaded, locked, or the table lacks an index.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, QUERY_FAILED)
        .samples(&["mysql(127.0.0.1): Query timed out"]),
    line("sql-refused", "{name}({host}): Connect failed to database {database}: {text}authentication failed for user {error}")
        .says("The database {database} turns down Dovecot's own login ({error}), so nobody can be looked up.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, super::auth::SQL_LOGIN)
        .samples(&["pgsql(localhost): Connect failed to database mail: FATAL:  password authentication failed for user \"mail\""]),
    line("sql-unreachable", "{name}({host}): Connect failed to database {database}: {error}")
        .says("Dovecot can't reach the database {database} on {host}, so nobody can be looked up: {error}.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["pgsql(localhost): Connect failed to database mail: could not connect to server: Connection refused"]),
    line("sql-lost", "{name}({host}): {?Connection to database lost}{?Query failed, aborting}: {error}")
        .says("The connection to the database {host} broke during a query: {error}.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, QUERY_FAILED)
        .samples(&["mysql(127.0.0.1): Query failed, aborting: Lost connection to MySQL server during query"]),
    line("sql-again", "mysql: Query failed, retrying: {error}")
        .says("The connection to the database had broken and was opened again: {error}. That's normal after a pause.")
        .effect(Effect::Part(Session))
        .samples(&["mysql: Query failed, retrying: MySQL server has gone away"]),
    line("au-chars10", "Username contains disallowed character: 0x{what}")
        .says("The username that the app sent has a character that isn't allowed (auth_username_chars), often a space or an umlaut.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::BadName)
        .samples(&["Username contains disallowed character: 0x20"]),
    line("au-cert24", "{name} check failed: {value} does not match client certificate")
        .says("The app's certificate isn't the one that is kept for this user.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::ClientCertificate)
        .loose()
        .samples(&["fingerprint check failed: AB:CD does not match client certificate"]),
    line("au-weakwarn24", "Weak password schemes are allowed (auth_allow_weak_schemes=yes)")
        .says("Passwords in old forms (MD5, SHA1, DES) are accepted, as auth_allow_weak_schemes is set. It's a reminder to have them stored in a stronger form.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .helps(Party::OurServer, &[("Have the passwords stored anew in a strong form, then take auth_allow_weak_schemes out of the settings. This makes one:", "doveadm pw -s BLF-CRYPT")])
        .samples(&["Weak password schemes are allowed (auth_allow_weak_schemes=yes)"]),
    line("au-delay", "delay_until timestamp {n} is too much in the future, failing")
        .says("The user database makes this login wait (delay_until) longer than Dovecot lets it.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, &[("Correct the field delay_until in the user's entry:", "doveadm auth lookup {user}")])
        .samples(&["delay_until timestamp 1900000000 is too much in the future, failing"]),
    line("au-workersingle", "Auth workers can handle only a single client")
        .says("The service auth-worker is set to serve several clients at once, which it can't.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, &[("Take client_limit out of service auth-worker (it must be 1), then load the settings:", "doveconf -n service/auth-worker; doveadm reload")])
        .samples(&["Auth workers can handle only a single client"]),
    line("au-lastpass", "Last passdb can't have pass=yes")
        .says("The list of password databases ends with one that only passes on (pass=yes), so nothing would check the password.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, &[("Take pass=yes out of the last passdb:", "doveconf -n | grep -A6 passdb")])
        .samples(&["Last passdb can't have pass=yes"]),
    line("au-userfail10", "Authenticated user not found")
        .says("The password was right, but the user database has no entry for the user.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, &[("See what each database says of the user, and add the missing entry:", "doveadm auth lookup {user}; doveadm user {user}")])
        .samples(&["Authenticated user not found"]),
    line("au-child", "Child {n} died with signal {n2}")
        .says("The program that checks passwords (checkpassword) failed, so the password wasn't judged.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, &[("Run the program by hand as Dovecot does, and read what it prints:", "doveconf -n | grep -B2 -A4 checkpassword; doveadm auth test {user}")])
        .samples(&["Child 4711 died with signal 11"]),
    line("au-anvil24", "Anvil not connected - restarting auth process")
        .says("The service that counts logins (anvil) went away, so the login service starts again.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .samples(&["Anvil not connected - restarting auth process"]),
    line("au-new", "new auth connection: pid={n}")
        .says("A process connected to the login service.")
        .effect(Effect::Part(Session))
        .samples(&["new auth connection: pid=9921"]),
    line("master-login-timeout", "master({name}): Auth request timed out (received {text} bytes)")
        .says("The login service didn't answer in time, so the session couldn't begin. The password isn't the cause.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, &[("See whether the login service runs and what it waits for (a database or directory that's slow):", "doveadm service status auth; doveadm log errors | grep -i auth | tail -20")])
        .samples(&["master(imap): Auth request timed out (received 0/12 bytes)"]),
    line("qu-not-got", "quota: Failed to get quota: {error}")
        .says("How full the mailbox is couldn't be worked out: {error}. That doesn't mean that it's full.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, &[("See what the store of the counts says (dict, database or the mailbox itself), and count again:", "doveadm quota get -u {user}; doveadm quota recalc -u {user}; doveconf -n | grep -i quota")])
        .samples(&["quota: Failed to get quota: dict lookup failed"]),
    line("au-sqlcfg", "{?sql: }connect string not set in configuration file {path}")
        .says("The database access isn't configured.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, SQL_SETTINGS)
        .samples(&["sql: connect string not set in configuration file /srv/mail/anna/Maildir/dovecot.index"]),
    line("au-sqldriver", "{?sql: }driver not set in configuration file {path}")
        .says("The kind of database isn't configured.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, SQL_SETTINGS)
        .samples(&["sql: driver not set in configuration file /srv/mail/anna/Maildir/dovecot.index"]),
    line("au-sqlnofile", "{?sql: }Configuration file path not given")
        .says("The setting “args” of the passdb is empty.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, SQL_SETTINGS)
        .samples(&["sql: Configuration file path not given"]),
    line("au-sqldefault", "Password query failed: {error} (using built-in default password_query: {what})")
        .says("The built-in query is used because none is set, and the table doesn't fit it.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, SQL_SETTINGS)
        .samples(&["Password query failed: Connection refused (using built-in default password_query: SELECT 1)"]),
    line("au-mysqlidle", "{name}: Not connected to database")
        .says("There is no database connection.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["mysql: Not connected to database"]),
    line("au-pgconn", "pgsql: Connect failed to database {database}: {error} (state: {text})")
        .says("PostgreSQL can't be reached.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["pgsql: Connect failed to database mail: Connection refused (state: some text)"]),
    line("au-sqlite", "sqlite: open({path}) failed: {error}")
        .says("The database file can't be opened.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["sqlite: open(/srv/mail/anna/Maildir/dovecot.index) failed: Connection refused"]),
    line("au-ldapinit", "LDAP {path}: ldap_initialize() failed with uris {what}: {error}")
        .says("The LDAP address is written wrong.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DIRECTORY_DOWN)
        .samples(&["LDAP /srv/mail/anna/Maildir/dovecot.index: ldap_initialize() failed with uris ldap://192.0.2.8: Connection refused"]),
    // Active Directory says why, by the number of its own error.
    line("au-ldapexpired", "{?LDAP: }{?ldap({path}): }binding failed (dn {name}): Invalid credentials, {detail}, data {?532}{?773}, {error}")
        .says("The password of Dovecot's own account in Active Directory has expired. No user's password could be checked. The account is {name}.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, &[(
            "Set a new password for that account in Active Directory, one that never expires, write it into Dovecot's LDAP settings (dnpass; in 2.4 ldap_auth_dn_password), and load them:",
            "doveadm reload",
        )])
        .samples(&["ldap(/etc/dovecot/dovecot-ldap.conf.ext): binding failed (dn CN=mail,DC=shop,DC=example): Invalid credentials, 80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data 532, v1db1"]),
    line("au-ldapcredentials", "{?LDAP: }{?ldap({path}): }binding failed (dn {name}): Invalid credentials{?, {detail}}")
        .says("The directory (LDAP) refused Dovecot's own account {name}: its name or password there (dn, dnpass) is wrong, expired or locked. No user's password could be checked.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, &[
            ("Test Dovecot's own account {name} with the password in its settings (dnpass; in 2.4 ldap_auth_dn_password):", "ldapwhoami -x -W -H \"$(sed -n 's/^uris *= *//p' /etc/dovecot/dovecot-ldap.conf.ext)\" -D \"$(sed -n 's/^dn *= *//p' /etc/dovecot/dovecot-ldap.conf.ext)\""),
            ("If it's refused, set its password again in the directory (expired and locked accounts are refused alike), put the same one into Dovecot's settings, and load them:", "doveadm reload"),
        ])
        .samples(&["LDAP: binding failed (dn cn=mailreader,ou=svc,dc=shop,dc=example): Invalid credentials", "LDAP: binding failed (dn cn=mail): Invalid credentials, 80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data 52e, v1db1", "ldap(/etc/dovecot/dovecot-ldap.conf.ext): binding failed (dn cn=mail): Invalid credentials"]),
    line("au-ldapbind", "{?LDAP: }{?ldap({path}): }binding failed (dn {name}): {error}")
        .says("Dovecot's own login to the directory (LDAP) failed; nobody can log in.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DIRECTORY_DOWN)
        .samples(&["LDAP: binding failed (dn cn=mail): Connection refused"]),
    line("au-ldaptls", "LDAP: ldap_start_tls_s() failed: {error}")
        .says("Encryption to the directory failed, usually its certificate.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DIRECTORY_DOWN)
        .samples(&["LDAP: ldap_start_tls_s() failed: Connection refused"]),
    line("au-ldaphang", "LDAP connection appears to be hanging")
        .says("The directory doesn't answer any more.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DIRECTORY_DOWN)
        .samples(&["LDAP connection appears to be hanging"]),
    line("au-ldapabort", "Aborting (timeout), we're not connected to LDAP server")
        .says("The directory isn't reachable.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DIRECTORY_DOWN)
        .samples(&["Aborting (timeout), we're not connected to LDAP server"]),
    line("au-ldaplost", "Request lost")
        .says("The connection to the directory (LDAP) ended before this lookup had an answer.")
        .level(Level::Alert)
        .follows()
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DIRECTORY_DOWN)
        .samples(&["Request lost"]),
    line("au-ldapqueue", "Request queue is full (oldest added {n} secs ago)")
        .says("The directory is too slow.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, DIRECTORY_DOWN)
        .samples(&["Request queue is full (oldest added 12 secs ago)"]),
    line("au-ldapmultiv", "Multiple values found for '{what}', using value '{value}'")
        .says("The entry has the attribute twice; the first is used.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["Multiple values found for 'uid', using value 'some-value'"]),
    line("au-ldapbase", "LDAP {path}: No base given")
        .says("The search base is missing.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, LDAP_SETTINGS)
        .samples(&["LDAP /srv/mail/anna/Maildir/dovecot.index: No base given"]),
    line("au-ldaptlsver", "LDAP {path}: Don't use both tls=yes and ldaps URI")
        .says("The LDAP settings ask for two kinds of encryption at once.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, LDAP_SETTINGS)
        .samples(&["LDAP /srv/mail/anna/Maildir/dovecot.index: Don't use both tls=yes and ldaps URI"]),
    line("au-ldapuri24", "ldap_uris not set")
        .says("The LDAP address is missing.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, LDAP_SETTINGS)
        .samples(&["ldap_uris not set"]),
    line("au-pamchild", "Child process died")
        .says("The check of the password by PAM crashed.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("A PAM module crashed. See which ones Dovecot's service uses, and test a login:", "cat /etc/pam.d/dovecot; journalctl -k | grep -i segfault | tail -5; doveadm auth test {user}")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["Child process died"]),
    line("au-pamuser", "pam_get_item(PAM_USER) failed: {error}")
        .says("PAM gave no username back.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("See which PAM modules Dovecot's service uses; one of them changed or cleared the name:", "cat /etc/pam.d/dovecot; doveadm auth test {user}")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["pam_get_item(PAM_USER) failed: Connection refused"]),
    line("au-pwfopen1", "passwd-file {path}: Can't open file: {error}")
        .says("The password file can't be read.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, PASSWD_FILE_NOT_READ)
        .samples(&["passwd-file /srv/mail/anna/Maildir/dovecot.index: Can't open file: Permission denied"]),
    line("au-pwfmissing1", "no passwd file: {path}")
        .says("There is no file for that domain.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("If the domain exists here, create the file; if not, the user typed another domain:", "ls -l {path}; doveconf -n passdb")])
        .effect(Effect::Part(Session))
        .cause(Cause::UnknownUser)
        .loose()
        .samples(&["no passwd file: /srv/mail/anna/Maildir/dovecot.index"]),
    line("au-pwfgid", "{?passwd-file {path}: }User {user} has invalid GID '{gid}'")
        .says("A line of the password file is wrong.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, PASSWD_FILE_LINE)
        .samples(&["User anna@cust.example has invalid GID '5000'"]),
    line("au-pwfinfo", "{?passwd-file {path}: }User {user} is missing userdb info")
        .says("The line has no uid and gid, so the file can't serve as userdb.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, NOT_IN_USERDB)
        .samples(&["User anna@cust.example is missing userdb info"]),
    line("au-check-noin", "Received no input")
        .says("The checkpassword program answered nothing.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["Received no input"]),
    line("au-check-two", "Child {pid} exited with status 2 (tried to use userdb-only checkpassword program for passdb?)")
        .says("The checkpassword program can only look users up, not check passwords.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Set a program for logins as passdb (vchkpw, for example); this one only looks users up:", "doveconf -n passdb userdb")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["Child 4711 exited with status 2 (tried to use userdb-only checkpassword program for passdb?)"]),
    line("au-lua", "db-lua: {error}")
        .says("The admin's Lua script failed.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Correct the script at the place that the error names, then test a login:", "doveconf -n passdb userdb | grep -i lua; doveadm auth test {user}")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["db-lua: Connection refused"]),
    line("au-lua-init", "passdb-lua: initialization failed: {error}")
        .says("The Lua script doesn't load.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Check the script's syntax with luac -p, and that its functions have the names that Dovecot calls. Which file it is:", "doveconf -n passdb userdb | grep -i -e lua -e file")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["passdb-lua: initialization failed: Connection refused"]),
    line("au-lua-init24", "passdb-lua: script_init() failed: {error}")
        .says("The start function of the script failed.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["passdb-lua: script_init() failed: Connection refused"]),
    line("au-oauth-user", "Username '{what}' did not match '{what2}'")
        .says("The token belongs to another account than the name typed.")
        .level(Level::Permanent)
        .helps(Party::Recipient, &[("Have the user sign in again in the app, with the account {what}; the token is for {what2}.", "")])
        .effect(Effect::Part(Session))
        .cause(Cause::WrongLogin)
        .loose()
        .samples(&["Username 'aaa' did not match 'bbb'"]),
    line("au-oauth-valid", "Provided token is not valid")
        .says("The app's token is wrong or withdrawn.")
        .level(Level::Permanent)
        .helps(Party::Recipient, &[("Have the user sign in again in the app: remove the account and add it again.", ""), ("If many users are refused, see where Dovecot checks the tokens:", "doveconf -n | grep -i oauth")])
        .effect(Effect::Part(Session))
        .cause(Cause::WrongLogin)
        .loose()
        .samples(&["Provided token is not valid"]),
    line("au-oauth-scope", "Token is not valid for scope '{name}'")
        .says("The token doesn't allow mail access.")
        .level(Level::Permanent)
        .helps(Party::Recipient, &[("Allow the scope {name} for the app at the identity provider, or ask for another one in Dovecot's settings:", "doveconf -n | grep -i -e oauth -e scope")])
        .effect(Effect::Part(Session))
        .cause(Cause::WrongLogin)
        .loose()
        .samples(&["Token is not valid for scope 'something'"]),
    line("au-oauth-expired", "Token has expired")
        .says("The token is too old and the app didn't renew it.")
        .level(Level::Permanent)
        .helps(Party::Recipient, &[("Have the user sign in again in the app: remove the account and add it again.", ""), ("If many tokens are called expired, this server's clock is wrong:", "timedatectl")])
        .effect(Effect::Part(Session))
        .cause(Cause::WrongLogin)
        .loose()
        .samples(&["Token has expired"]),
    line("au-oauth-attr", "Missing active_attribute from token")
        .says("The identity server's answer lacks the field that is set as active_attribute.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["Missing active_attribute from token"]),
    line("au-policy-url", "Could not parse url {url}: {error}")
        .says("The policy server's address is wrong.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, POLICY_SERVER)
        .samples(&["Could not parse url https://doc.example/x: Connection refused"]),
    line("au-policy-empty", "Policy server result was empty")
        .says("The policy server answered nothing; logins go on by its default.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, POLICY_SERVER)
        .samples(&["Policy server result was empty"]),
    line("au-token", "Corrupted token secret file: {path}")
        .says("The secret for URLAUTH is damaged and made again.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("Dovecot makes it again. If that repeats, delete the file and restart Dovecot:", "rm {path}; systemctl restart dovecot")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["Corrupted token secret file: /srv/mail/anna/Maildir/dovecot.index"]),
    line("au-clientpid", "BUG: Authentication client gave a PID {n} of existing connection")
        .says("Two clients use the same process number, usually across containers.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Give each container its own login socket: processes of different containers have the same numbers:", "doveconf -n service/auth | grep -A6 listener; ss -lxp | grep -e auth -e login")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["BUG: Authentication client gave a PID 12 of existing connection"]),
    line("au-pendreq", "auth client {n} disconnected with {n2} pending requests: {why}")
        .says("A login process went away while passwords were being checked.")
        .level(Level::Warning)
        .follows()
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["auth client 12 disconnected with 12 pending requests: some reason"]),
    line("au-nouserdb", "Authenticated user not found from userdb, auth lookup id={n}{? ({text})}")
        .says("The password was right, but the user database has no entry. The user sees an internal error.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, NOT_IN_USERDB)
        .samples(&["Authenticated user not found from userdb, auth lookup id=12"]),
    line("au-gss-cred", "While acquiring service credentials: {error}")
        .says("The Kerberos keytab is missing or unreadable.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Check auth_krb5_keytab and its permissions.", "")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["While acquiring service credentials: Connection refused"]),
    line("au-winbind", "winbind: ntlm_auth exited with exit code {n}")
        .says("Samba's helper for logins failed.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["winbind: ntlm_auth exited with exit code 12"]),
    line("di-conn", "Failed to initialize dictionary '{name}': {error}")
        .says("The dictionary can't be opened: wrong database settings.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("The error says what is wrong: usually the connect line of the dictionary's file, or the database:", "doveconf -n dict; doveadm log errors | grep dict | tail")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["Failed to initialize dictionary 'something': Connection refused"]),
    line("di-uncon", "Unconfigured dictionary name '{name}'")
        .says("A setting names a dictionary that isn't in the block dict ( ).")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["Unconfigured dictionary name 'something'"]),
    line("di-none", "No dictionaries configured")
        .says("The block dict ( ) is empty.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["No dictionaries configured"]),
    line("di-unmapped", "sql dict lookup: Invalid/unmapped key: {what}")
        .says("The dict-sql file has no map for that key.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["sql dict lookup: Invalid/unmapped key: mode"]),
    line("di-commit", "dict-client: Commit failed: {error} (reply took {n} secs)")
        .says("The value is perhaps not stored.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("See what the dictionary service logged then; the database behind it is slow or down:", "doveadm log errors | grep dict | tail -20; doveconf -n dict")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["dict-client: Commit failed: Connection refused (reply took 12 secs)"]),
    line("di-redis", "redis: Communication failure (last reply: {text})")
        .says("Redis doesn't answer.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["redis: Communication failure (last reply: some text)"]),
    line("di-memc", "memcached_ascii: Couldn't connect to {ip}:{port}")
        .says("Memcached can't be reached.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["memcached_ascii: Couldn't connect to 203.0.113.5:143"]),
    line("di-priv24", "LOOKUP: private dict key requires username")
        .says("A key beginning with “priv/” was asked without a user.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Name the user in the call of doveadm dict that did it (-u). Otherwise a service asks for a user's key without a user:", "doveadm log errors | grep dict | tail")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["LOOKUP: private dict key requires username"]),
    line("qu-statususer", "Failed to lookup user {user}: {error}")
        .says("The user database didn't answer; the MTA lets the mail in or defers by its setting.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["Failed to lookup user anna@cust.example: Connection refused"]),
    line("qu-statusstate", "Received policy query from MTA in unexpected state {what} (service can only be used for recipient restrictions)")
        .says("The check is called at the wrong place in Postfix.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Move it to smtpd_recipient_restrictions.", "")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["Received policy query from MTA in unexpected state DONE (service can only be used for recipient restrictions)"]),
    line("da-lookup", "User lookup failed: {error}")
        .says("The user database didn't answer, or this account isn't allowed to ask it.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Another line of the same second, of the service auth, says why the lookup failed. A tool must run as root, and a service's user must be allowed to use the socket auth-userdb:", "doveadm log errors | tail -20; ls -l /run/dovecot/auth-userdb /var/run/dovecot/auth-userdb")])
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["User lookup failed: Connection refused"]),
    line("da-nouser", "User doesn't exist")
        .says("There is no such user in the userdb.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Check the user's name (usually the whole address), and what the user database has:", "doveadm user {user}; doveadm user '*' | head; doveconf -n userdb")])
        .effect(Effect::Part(Session))
        .cause(Cause::UnknownUser)
        .loose()
        .samples(&["User doesn't exist"]),
    line("da-pw", "doveadm client authenticated with wrong password")
        .says("The two servers have different values in doveadm_password.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["doveadm client authenticated with wrong password"]),
    line("de-uid0", "userdb({user}) returned 0 as uid")
        .says("Delivery as root is refused.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, MAIL_UID)
        .samples(&["userdb(anna@cust.example) returned 0 as uid"]),
    line("de-uidmiss", "User {user} is missing UID (set mail_uid)")
        .says("The user database gives no uid.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, MAIL_UID)
        .samples(&["User anna@cust.example is missing UID (set mail_uid)"]),
    line("old-proxyconn", "proxy({user}): connect({host}, {port}) failed: {error}")
        .says("The server that holds the mailbox can't be reached.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .helps(Party::OurServer, BACKEND_DOWN)
        .samples(&["proxy(anna@cust.example): connect(192.0.2.7, 143) failed: Permission denied"]),
    line("old-proxyip", "proxy({user}): {host} is not a valid IP")
        .says("The user database gives a host name where 1.x wants an address.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Put an address in place of {host} into the field host of the user's entry:", "getent hosts {host}; doveconf -n passdb")])
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["proxy(anna@cust.example): 192.0.2.7 is not a valid IP"]),
    line("old-proxyhost", "proxy({user}): host not given")
        .says("The user is marked for proxying, but without a target.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Return the field host with proxy, or take proxy out of the user's entry:", "doveadm auth lookup {user}; doveconf -n passdb")])
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["proxy(anna@cust.example): host not given"]),
    line("old-proxybanner", "proxy: Remote returned invalid banner: {text}")
        .says("The mailbox server's greeting isn't IMAP or POP3.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Something else answers there. See what it says, and correct host, port or ssl in the user's entry:", "doveadm auth lookup {user}; doveadm proxy list")])
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .samples(&["proxy: Remote returned invalid banner: some text"]),
    line("old-proxynocert", "proxy: SSL certificate not received from {host}:{port}")
        .says("The mailbox server showed no certificate.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Give the backend a certificate or set:", "ssl=any-cert")])
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .samples(&["proxy: SSL certificate not received from 192.0.2.7:143"]),
    line("old-proxybadcert", "proxy: Received invalid SSL certificate from {host}:{port}")
        .says("The mailbox server's certificate isn't trusted.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Renew the certificate of {host}, or give this server the CA that issued it (ssl_ca, ssl_client_ca_file):", "openssl s_client -connect {host}:{port} </dev/null | openssl x509 -noout -subject -issuer -dates; doveconf -n | grep ssl_c")])
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .samples(&["proxy: Received invalid SSL certificate from 192.0.2.7:143"]),
    line("old-proxyname", "proxy: hostname doesn't match SSL certificate at {host}:{port}")
        .says("The mailbox server's certificate is for another name.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Pass users on to a name that is in the certificate of {host}, or put that name into a new one:", "openssl s_client -connect {host}:{port} </dev/null | openssl x509 -noout -ext subjectAltName")])
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .samples(&["proxy: hostname doesn't match SSL certificate at 192.0.2.7:143"]),
    line("old-proxydown", "proxy({user}): Host {host}:{port} is down")
        .says("The mailbox server failed shortly before, so it isn't tried again yet.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .helps(Party::OurServer, BACKEND_DOWN)
        .samples(&["proxy(anna@cust.example): Host 192.0.2.7:143 is down"]),
    line("old-proxytimeout", "proxy: connect({host}, {port}) timed out")
        .says("The mailbox server didn't answer.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .helps(Party::OurServer, BACKEND_DOWN)
        .samples(&["proxy: connect(192.0.2.7, 143) timed out"]),
    line("px-nopass", "proxy: pass field is missing")
        .says("The login can't be passed on because no password is known.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Let the proxy log in with a master user: return master and pass with proxy in the user's entry:", "doveadm auth lookup {user}; doveconf -n passdb")])
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["proxy: pass field is missing"]),
    line("px-nohost", "proxy: host field not given")
        .says("The user is marked for proxying without a target.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Return the field host with proxy, or take proxy out of the user's entry:", "doveadm auth lookup {user}; doveconf -n passdb")])
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["proxy: host field not given"]),
    line("px-hostip", "proxy: host {host} is not an IP (auth should have changed it)")
        .says("The name of the mailbox server wasn't turned into an address.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Return hostip beside host, or let {host} resolve on this server:", "getent hosts {host}; doveadm auth lookup {user}")])
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["proxy: host 192.0.2.7 is not an IP (auth should have changed it)"]),
    line("px-loop", "{?proxy({user},{host}): }Proxying loops - already connected to {host2}:{port}")
        .says("Two servers pass the login to each other.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .helps(Party::OurServer, PROXY_LOOPS)
        .samples(&["Proxying loops - already connected to 192.0.2.7:143"]),
    line("px-noimap4", "{?proxy({user},{host}): }Remote server doesn't support IMAP4rev1")
        .says("The mailbox server isn't an IMAP server.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Something else than an IMAP server answers there: correct host and port in the user's entry:", "doveadm auth lookup {user}; openssl s_client -connect {host}:993 </dev/null | tail -2")])
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .samples(&["Remote server doesn't support IMAP4rev1"]),
    line("px-idfail", "{?proxy({user},{host}): }ID command failed: {reply}")
        .says("The mailbox server refused the client data.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Add the proxy to login_trusted_networks on the backend.", "")])
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .samples(&["ID command failed: 450 4.7.1 no"]),
    line("px-logindis", "{?proxy({user},{host}): }LOGINDISABLED advertised, but SSL/TLS not enabled")
        .says("The mailbox server wants encryption and the proxy doesn't use it.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Return ssl=yes (port 993) or starttls=yes with proxy in the user's entry, or trust this server there (login_trusted_networks):", "doveadm auth lookup {user}; doveconf -n login_trusted_networks")])
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .samples(&["LOGINDISABLED advertised, but SSL/TLS not enabled"]),
    line("px-certmatch", "{?proxy({user},{host}): }SSL certificate doesn't match expected host name {host2}: {error}")
        .says("The certificate of the server that was contacted is for another name.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Pass users on to a name that is in the other server's certificate; it was called {host2}:", "openssl s_client -connect {host}:993 </dev/null | openssl x509 -noout -ext subjectAltName; doveadm auth lookup {user}")])
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .samples(&["SSL certificate doesn't match expected host name 192.0.2.7: Connection refused"]),
    line("px-ca", "{?proxy({user},{host}): }Can't verify remote server certs without trusted CAs (ssl_client_ca_* settings)")
        .says("No list of trusted CAs is configured for outgoing connections.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Set ssl_client_ca_dir = /etc/ssl/certs.", "")])
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["Can't verify remote server certs without trusted CAs (ssl_client_ca_* settings)"]),
    line("px-haproxylong", "{?proxy({user},{host}): }haproxy: Client disconnected: Too long header (rip={ip})")
        .says("Something without a proxy header reached the proxy port.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Send the proxy header from the balancer (send-proxy-v2), or set haproxy = no for that listener:", "doveconf -n service | grep -B4 haproxy; doveconf -n haproxy_trusted_networks")])
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["haproxy: Client disconnected: Too long header (rip=203.0.113.5)"]),
    line("px-haproxynone", "{?proxy({user},{host}): }haproxy: Client disconnected: No valid proxy header found (rip={ip})")
        .says("Something without a proxy header reached the proxy port.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Send the proxy header from the balancer (send-proxy-v2), or set haproxy = no for that listener:", "doveconf -n service | grep -B4 haproxy; doveconf -n haproxy_trusted_networks")])
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["haproxy: Client disconnected: No valid proxy header found (rip=203.0.113.5)"]),
    line("ms-noproxy", "proxy: Server has disabled authentication (TLS required?)")
        .says("The mailbox server wants encryption.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Return ssl=yes or starttls=yes with proxy in the user's entry: the mailbox server lets nobody log in unencrypted:", "doveadm auth lookup {user}; doveconf -n passdb")])
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .samples(&["proxy: Server has disabled authentication (TLS required?)"]),
    line("call-failed-domain", "{call}({path}//{name}) failed: No such file or directory")
        .sign(Sign::NameWithoutDomain)
        .says("The username has no domain, so the file of passwords of its domain isn't found: {path}//{name}.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .helps(Party::OurServer, &[("Have the user log in with the whole email address as username, or set auth_default_realm (auth_default_domain in 2.4) for names without a domain. Where the settings put the domain into the path:", "doveconf -n passdb userdb; doveconf auth_default_realm")])
        .samples(&["stat(/etc/exim4/domains//passwd) failed: No such file or directory"]),
    line("call-failed", "{call}({path}) failed: {error}")
        .says("A file that the login service needs couldn't be used.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["stat(/etc/exim4/domains/shop.example/passwd) failed: No such file or directory"]),
    line("vpopmail-domain", "Error. Domain {domain} was not found in the assign file")
        .says("The domain {domain} isn't in qmail's file users/assign, or not in the copy that Dovecot sees. Without it, vpopmail finds none of the domain's mailboxes and nobody there can log in.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .hints(VPOPMAIL_DOMAIN)
        .samples(&["Error. Domain cust.example was not found in the assign file"]),
    line("auth-failed-inside", "Internal auth failure (client-pid={pid} client-id={n})")
        .says("The login service couldn't look up a mailbox. The password was right, but the session couldn't begin.")
        .level(Level::Permanent)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .samples(&["Internal auth failure (client-pid=53414 client-id=1)"]),
];
