//! Databases and directories that mail servers ask: always a matter of this server, never of a mailbox's password.

use super::super::defect::Defect;
use super::{Fault, FaultKind};
use crate::vocabulary::Party;

const fn db(
    name: &'static str,
    spellings: &'static [&'static str],
    headline: &'static str,
    means: &'static str,
    defect: Defect,
    command: &'static str,
) -> Fault {
    Fault::new(name, FaultKind::Database, spellings, headline, means, defect, Party::OurServer, command)
}

/// A table or column that a query names and the database lacks.
const fn table(spellings: &'static [&'static str], command: &'static str) -> Fault {
    db(
        "table-missing",
        spellings,
        "a table or column that isn't there",
        "The query asks for a table or column that the database doesn't have: an update that is half done, the wrong database, or a mistyped query.",
        Defect::DatabaseSettings,
        command,
    )
    .fix("Create what the database lacks ({words}) from the scheme of the program that asks, or correct the database and the query in its settings. What the database has:")
}

const fn ldap(
    name: &'static str,
    spellings: &'static [&'static str],
    headline: &'static str,
    means: &'static str,
    defect: Defect,
    command: &'static str,
) -> Fault {
    Fault::new(name, FaultKind::Directory, spellings, headline, means, defect, Party::OurServer, command)
}

/// All of them, the most telling first.
pub(super) static ROWS: &[Fault] = &[
    db(
        "database-socket",
        &[
            "connect to local mysql server through socket",
            "connect to local server through socket",
            "connect to local mariadb server through socket",
            "connection to server on socket",
        ],
        "a database that can't be reached at its socket",
        "The database server isn't running, or its socket is elsewhere: (2) means the file is missing, (111) nobody listens, (13) no permission. A program in a chroot doesn't see the socket; use 127.0.0.1 there.",
        Defect::Database,
        "systemctl status mariadb mysql postgresql",
    ),
    db(
        "database-unreachable",
        &[
            "connect to mysql server on",
            "connect to server on '",
            "connect to mariadb server on",
            "mysql: connection refused",
            "could not connect to server",
            "connection to server at",
            "mysql connection failed",
            "pgsql connection failed",
            "is the server running",
        ],
        "a database that can't be reached",
        "The database couldn't be reached: it's down, it listens elsewhere, or a firewall is in between.",
        Defect::Database,
        "systemctl status mariadb mysql postgresql",
    ),
    db(
        "database-password",
        &[
            "access denied for user '..using password",
            "access denied for user '..'@'",
            "password authentication failed for user",
            "peer authentication failed for user",
            "ident authentication failed for user",
            "no pg_hba.conf entry",
            "pg_hba.conf rejects",
            "fe_sendauth: no password supplied",
            "noauth authentication required",
            "wrongpass invalid username-password",
            "is not permitted to log in",
            "is not allowed to connect to this",
        ],
        "a database that refuses the mail server's own login",
        "The database refuses the account that the mail server logs in with: wrong password in its settings, no such account, or not from this host. It isn't about a mailbox's password.",
        Defect::Database,
        "",
    )
    .fix("Correct the username and password of the database in the mail server's settings, and let that account in from this host (GRANT; pg_hba.conf for PostgreSQL). The database says: {words}."),
    db(
        "database-blocked",
        &["is blocked because of many connection errors"],
        "a database that blocks this host",
        "The database blocks this host after many broken connections. Unblock it with “mariadb-admin flush-hosts”.",
        Defect::Database,
        "mariadb-admin flush-hosts",
    ),
    db(
        "database-rights",
        &[
            "command denied to user",
            "permission denied for table",
            "permission denied for relation",
            "permission denied for schema",
            "access denied; you need",
            "noperm ",
        ],
        "a database account without the rights that it needs",
        "The mail server's database account isn't allowed to read or change that table.",
        Defect::Database,
        "",
    )
    .fix("Give the mail server's database account the missing right (GRANT): {words}."),
    db(
        "database-missing",
        &[
            "unknown database '",
            "no database selected",
            "database \"..\" does not exist",
            "role \"..\" does not exist",
        ],
        "a database that doesn't exist",
        "The database or account named in the settings doesn't exist.",
        Defect::DatabaseSettings,
        "",
    )
    .fix("Create the database or account, or correct its name in the settings of the mail server: {words}."),
    // Each database in its own words.
    table(
        &["table '..' doesn't exist", "unknown column '", "base table or view not found"],
        "mysqlshow",
    ),
    table(&["relation \"..\" does not exist", "column \"..\" does not exist"], "sudo -u postgres psql -l"),
    table(&["no such table:", "no such column:"], "sqlite3 {path} .schema"),
    db(
        "query-wrong",
        &[
            "error in your sql syntax",
            "sql logic error",
            "syntax error at or near",
            "illegal mix of collations",
            "query failed: column",
            "is ambiguous",
        ],
        "a wrong database query",
        "The database doesn't understand the query from the settings; what stands after “near” shows where.",
        Defect::DatabaseSettings,
        "",
    )
    .fix("Correct the query in the settings of the program that asks; the database stops at this point: {words}."),
    db(
        "database-crashed-table",
        &[
            "is marked as crashed",
            "is corrupt; try to repair it",
            "old key file for table",
            "database disk image is malformed",
            "file is not a database",
            "file is encrypted or is not a database",
            "invalid page in block",
            "is missing, corrupt or contains bad data",
        ],
        "a damaged database",
        "A table or the whole database file is damaged, usually after a power cut, a full disk or a killed process.",
        Defect::DatabaseDamaged,
        "mariadb-check --auto-repair --all-databases",
    ),
    db(
        "database-full",
        &[
            "the table '..' is full",
            "could not extend file",
            "got error 28 from storage engine",
            "misconf redis is configured to save",
            "misconf errors writing to the aof",
        ],
        "a database without room on its disk",
        "The database can't store more: its disk is full, or a table reached its limit.",
        Defect::Storage,
        "df -h",
    ),
    db(
        "database-read-only",
        &[
            "attempt to write a readonly database",
            "running with the..option so it cannot execute",
            "in a read-only transaction",
            "readonly you can't write against",
            "' is read only",
        ],
        "a database that can only be read",
        "The database can only be read: it's a replica, or its file or folder isn't writable.",
        Defect::DatabaseSettings,
        "",
    )
    .fix("Point the mail server at the database that can be written to, or make the file and its folder writable for the program."),
    db(
        "database-file",
        &["unable to open database file", "unable to open database"],
        "a database file that can't be opened",
        "The path of the database file is wrong, its folder is missing, or the program isn't allowed to use it.",
        Defect::DatabaseSettings,
        "namei -l {path}",
    ),
    db(
        "database-connections",
        &[
            "too many connections (mysql)",
            "sqlstate[08004]",
            "error 1040",
            "1040 too many connections",
            "sorry, too many clients already",
            "remaining connection slots are reserved",
            "max_user_connections",
            "has exceeded the '..resource",
            "max number of clients reached",
            "mysql..too many connections",
            "too many connections for role",
        ],
        "a database with too many connections",
        "All connections that the database allows are in use.",
        Defect::Database,
        "mariadb-admin processlist",
    ),
    db(
        "database-gone",
        &[
            "server has gone away",
            "lost connection to mysql server",
            "lost connection to server",
            "server closed the connection unexpectedly",
            "commands out of sync",
            "no connection to the server",
            "error in server handshake",
        ],
        "a database that dropped the connection",
        "The database closed the connection: it was restarted, it crashed, or the connection was idle for too long. Programs usually connect again; one such line alone does no harm.",
        Defect::Database,
        "systemctl status mariadb mysql postgresql",
    ),
    db(
        "database-unconnected",
        &["not connected to database"],
        "no connection to the database",
        "The program has no connection to its database at that moment; the lines before say why.",
        Defect::Database,
        "",
    ),
    db(
        "database-stopping",
        &[
            "the database system is",
            "server shutdown in progress",
            "terminating connection due to administrator command",
            "terminating connection because of crash",
            "loading redis is loading the dataset",
            "masterdown link with master",
        ],
        "a database that is starting or stopping",
        "The database was just starting, stopping or repairing itself.",
        Defect::Database,
        "systemctl status mariadb mysql postgresql redis",
    ),
    db(
        "database-deadlock",
        &[
            "deadlock found when trying to get lock",
            "deadlock detected",
            "could not serialize access",
            "canceling statement due to",
            "query execution was interrupted",
            "database table is locked",
        ],
        "a database query that was called off",
        "Two queries got in each other's way, or one took too long. It's usually tried again.",
        Defect::Database,
        "",
    ),
    db(
        "database-driver",
        &[
            "unknown database driver",
            "authentication plugin '..' cannot be loaded",
            "does not support authentication protocol requested",
            "plugin..could not be loaded",
            "support for..is not compiled in",
            "can't find driver",
        ],
        "a database driver that doesn't fit",
        "The mail server has no driver for this database, or an old one that can't log in there.",
        Defect::DatabaseSettings,
        "",
    ),
    db(
        "table-type",
        &["unsupported dictionary type"],
        "a type of table that isn't installed",
        "The program can't read tables of this type: its package isn't installed, or this version was built without it.",
        Defect::Settings,
        "postconf -m",
    ),
    db(
        "duplicate-row",
        &["duplicate entry '", "duplicate key value violates", "unique constraint failed"],
        "an entry that already exists",
        "The database already has an entry of that name.",
        Defect::DatabaseSettings,
        "",
    ),
    db(
        "redis-protected",
        &["denied redis is running in protected mode"],
        "Redis, which accepts local connections only",
        "Redis runs in protected mode: it has no password, so it accepts connections from its own machine only.",
        Defect::Database,
        "redis-cli info server",
    ),
    ldap(
        "directory-unreachable",
        &[
            "can't contact ldap server",
            "ldap_start_tls_s() failed",
            "connection lost to ldap server",
            "unable to bind to server",
            "ldap server is unavailable",
            "server is unavailable (52)",
        ],
        "a directory server (LDAP) that can't be reached",
        "The LDAP server is down, the port or a firewall is wrong, or its certificate isn't trusted: all give this text.",
        Defect::Database,
        "ldapsearch -x -d1 -b '' -s base",
    ),
    ldap(
        "directory-login",
        &[
            "invalid credentials",
            "ldap_bind..failed",
            "acceptsecuritycontext error",
            "inappropriate authentication",
        ],
        "a login that the directory (LDAP) refuses",
        "The directory refuses name or password. If every login fails, it's the mail server's own account in its settings; if one does, it's that user's password.",
        Defect::Database,
        "",
    )
    .fix("If every login fails, correct the mail server's own account (bind DN and password) in its LDAP settings; if one does, it's that user's password."),
    ldap(
        "directory-settings",
        &[
            "no such object",
            "invalid dn syntax",
            "bad search filter",
            "search base '..' not found",
            "strong(er) authentication required",
            "confidentiality required",
            "unwilling to perform",
            "insufficient access (50)",
            "bad parameter to an ldap routine",
            "operations error (1)",
            "a successful bind must be completed",
        ],
        "a setting of the directory (LDAP) that is wrong",
        "The directory doesn't accept the question: the search base, the bind account or the demand for encryption in the settings is wrong.",
        Defect::Database,
        "ldapsearch -x -s base -b '' namingContexts",
    )
    .fix("Correct the search base (search_base, base), the account (bind DN) and the filter in the settings of the LDAP table, and compare them with what the directory has:"),
    ldap(
        "directory-limit",
        &[
            "size limit exceeded",
            "time limit exceeded",
            "administrative limit exceeded",
            "query size limit..exceeded",
        ],
        "a directory search that found too much or took too long",
        "The directory search found more entries than allowed or took too long: the filter is too wide, or two entries have the same address.",
        Defect::Database,
        "",
    )
    .fix("Narrow the filter of the LDAP table, so that one address finds one entry.")
    .beside_word("ldap"),
];
