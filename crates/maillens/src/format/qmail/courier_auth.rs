//! Courier's login service, authdaemond: it asks one database after the other whether name and password are right.
//!
//! The lines of a single login are written only with `DEBUG_LOGIN=1`; with `DEBUG_LOGIN=2` they hold passwords, too. One
//! module's `REJECT` is no refusal: the next module is asked. courierlogger drops the level word (`ERR: `) in the system's
//! log.

use super::{Field, Format, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Cause;
use crate::vocabulary::Level::{Alert, Warning};
use crate::vocabulary::Party;

const DATABASE_DOWN: &[(&str, &str)] = &[
    (
        "Start the database, or correct server, user and password in the settings of the login service; the file is authmysqlrc or authpgsqlrc:",
        "systemctl status mariadb mysql postgresql; grep -shE '^(MYSQL|PGSQL)_(SERVER|HOST|PORT|SOCKET|USERNAME|DATABASE)' /etc/courier/auth*rc /usr/local/etc/authlib/auth*rc",
    ),
    (
        "Then try one user (authtest), and see each step:",
        "authtest {user}; grep DEBUG_LOGIN /etc/courier/authdaemonrc",
    ),
];

const DIRECTORY_DOWN: &[(&str, &str)] = &[
    (
        "See whether the directory server answers at the address in authldaprc:",
        "grep -E '^LDAP_(URI|SERVER|BASEDN)' /etc/courier/authldaprc; ldapsearch -x -d1 -b '' -s base",
    ),
    ("Then try one user:", "authtest {user}"),
];

const MODULES: &[(&str, &str)] = &[
    (
        "Name only modules that are installed in authmodulelist, and correct the file that the line names; the package of a database's module is an own one (courier-authlib-mysql):",
        "grep -E '^(authmodulelist|DEBUG_LOGIN)' /etc/courier/authdaemonrc; ls /usr/lib*/courier-authlib",
    ),
    (
        "Then restart the login service and try one user (authtest):",
        "service courier-authdaemon restart; authtest {user}",
    ),
];

/// What authdaemond and its modules write.
pub static FORMAT: Format = Format {
    id: "courier-auth",
    title: "Courier's login service",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "/var/log/authlib/current"],
    sources: &[
        "courier-authlib 0.72 authdaemond.c, debug.c",
        "authmysqllib.cpp, authldaplib.cpp",
        "authconfigfile.cpp",
    ],
    programs: &[
        "authdaemond",
        "authdaemond.plain",
        "authdaemond.mysql",
        "authdaemond.pgsql",
        "authdaemond.ldap",
        "courier-authdaemon",
        "courier-authdaemond",
    ],
    place: Place::Program,
    realm: "courier",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("service", Role::State, "The service that asked.").shape(Shape::Name),
    field("method", Role::State, "The way to log in.").shape(Shape::Name),
    field("module", Role::Program, "The module, which knows one kind of database.").shape(Shape::Name),
    field("library", Role::Path, "The file of the module."),
    field("user", Role::User, "The user that it is about.").shape(Shape::Text),
    field("host", Role::Remote, "The server of the database.").shape(Shape::Text),
    field("account", Role::Text, "The account with which the login service asks the database."),
    field("database", Role::Text, "The database."),
    field("file", Role::Path, "The file of settings."),
    field("setting", Role::Text, "The setting."),
    field("err", Role::Text, "The cause, in the words of the database or the system."),
    field("query", Role::Text, "The question to the database."),
    field("password", Role::Password, "A password."),
    field("hash", Role::Password, "A password, or what is kept of it."),
    field("home", Role::Path, "The home folder of the mailbox."),
    field("folder", Role::Path, "The mail folder."),
    field("name", Role::Text, "The user's name in full."),
    field("n", Role::Count, "A number: {}."),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
];

const PATTERNS: &[Pattern] = &[
    line("password-differs", "{?DEBUG: }password does not match")
        .says("The user exists, but the password is wrong.")
        .level(Warning)
        .helps(Party::Recipient, &[
            ("If it was the customer, have the password entered again on every device. The lines before it name the user; test it on the server:", "authtest {user}"),
        ])
        .samples(&["password does not match"]),
    line("base64-wrong", "{?DEBUG: }cram: invalid base64 encoding")
        .says("The email app's answer to CRAM-MD5 was malformed.")
        .level(Warning)
        .helps(Party::Recipient, &[("In the email app, choose the normal password over SSL/TLS as the authentication method.", "")])
        .samples(&["cram: invalid base64 encoding"]),
    line("root-refused", "{?ERR: }{?{module}: }refuse to authenticate {user}: uid={n}, gid={detail} (zero uid or gid not permitted)")
        .says("The entry of {user} has the user or group number 0, so nobody is let in with it.")
        .level(Alert)
        .helps(Party::OurServer, &[("Give the entry the uid and gid of the user who owns the mailboxes:", "authtest {user}; id vmail")])
        .samples(&["authldaplib: refuse to authenticate anna@shop.example: uid=0, gid=0 (zero uid or gid not permitted)"]),
    line("value-missing", "{?ERR: }{module}: required value '{detail}' is missing")
        .says("The user's entry lacks a value that it needs: {detail}.")
        .level(Alert)
        .helps(Party::OurServer, &[("Add the value to the user's entry, then try it:", "authtest {user}")])
        .samples(&["userdb: required value 'home' is missing"]),
    line("setting-missing-too", "{?ERR: }{module}: {detail} nor {setting} set in{? }{file}")
        .says("A setting that the login service needs isn't there: {detail} or {setting}.")
        .level(Alert)
        .cause(Cause::AuthService)
        .helps(Party::OurServer, &[("Add one of them to the file that the line names, then restart the login service:", "service courier-authdaemon restart; authtest {user}")])
        .samples(&["authmysql: MYSQL_SERVER nor MYSQL_SOCKET set in/etc/courier/authmysqlrc."]),
    line("started", "{?INFO: }modules=\"{detail}\", daemons={n}")
        .says("The login service started; the line names the databases that it asks, in order.")
        .samples(&["modules=\"authuserdb authpam authmysql\", daemons=5"]),
    line("loading", "{?INFO: }Installing {library}")
        .says("A module of the login service is being loaded.")
        .samples(&["Installing libauthmysql"]),
    line("loaded", "{?INFO: }Installation complete: {module}")
        .says("A module of the login service is ready.")
        .samples(&["Installation complete: authmysql"]),
    line("module-missing", "{?WARN: }{library}: cannot open shared object file: No such file or directory")
        .says("The settings name the module {library}, which isn't installed. The login service goes on without it.")
        .level(Warning)
        .cause(Cause::AuthService)
        .helps(Party::OurServer, MODULES)
        .samples(&["libauthldap.so: cannot open shared object file: No such file or directory"]),
    line("stopping", "{?INFO: }stopping authdaemond children")
        .says("The login service is being stopped. Nobody can log in until it runs again.")
        .samples(&["stopping authdaemond children"]),
    line("restarting", "{?INFO: }restarting authdaemond children")
        .says("The login service reads its settings again.")
        .samples(&["restarting authdaemond children"]),
    line("asked", "{?DEBUG: }received auth request, service={service}, authtype={method}")
        .says("The service {service} asked whether a name and password are right.")
        .samples(&["received auth request, service=imap, authtype=login"]),
    line("asked-for-user", "{?DEBUG: }received userid lookup request: {user}")
        .says("A program asked for the mailbox of {user}.")
        .samples(&["received userid lookup request: jane@cust.example"]),
    line("trying", "{?DEBUG: }{module}: trying this module")
        .says("The module {module} is asked now.")
        .samples(&["authmysql: trying this module"]),
    line("passed-on", "{?DEBUG: }{module}: REJECT - try next module")
        .says("The module {module} doesn't know this user with this password; the next one is asked.")
        .samples(&["authpam: REJECT - try next module"]),
    line("module-failed", "{?DEBUG: }{module}: TEMPFAIL - no more modules will be tried")
        .says("The database behind {module} couldn't answer, so nobody whom it knows can log in. No password was judged.")
        .level(Alert)
        .cause(Cause::AuthService)
        .helps(Party::OurServer, MODULES)
        .samples(&["authmysql: TEMPFAIL - no more modules will be tried"]),
    line("refused", "{?DEBUG: }FAIL, all modules rejected")
        .says("No database knows this user with this password: the login was refused.")
        .level(Warning)
        .helps(Party::Recipient, &[
            ("If it was the customer, have the username (usually the whole address) and the password entered again on every device. The lines before it name the user; test it on the server:", "authtest {user}"),
        ])
        .samples(&["FAIL, all modules rejected"]),
    line("query", "{?DEBUG: }SQL query: {query}")
        .says("This is how the database was asked for the user.")
        .samples(&["SQL query: SELECT id, crypt, \"\", uid, gid, home FROM users WHERE id = 'jane@cust.example'"]),
    line("no-row", "{?DEBUG: }zero rows returned")
        .says("The database knows no such user.")
        .samples(&["zero rows returned"]),
    line("row-incomplete", "{?DEBUG: }incomplete row, only {n} fields returned")
        .says("The database's entry of the user lacks something, so the user can't log in.")
        .level(Alert)
        .helps(Party::OurServer, MODULES)
        .samples(&["incomplete row, only 5 fields returned"]),
    line("connected", "{?DEBUG: }authmysqllib: connected. Versions: {detail}")
        .says("The login service reached its database.")
        .samples(&["authmysqllib: connected. Versions: header 50517, client 50529, server 50529"]),
    line("connection-lost", "{?DEBUG: }authmysqllib: mysql_ping failed, connection lost")
        .says("The connection to the database had been closed and is made again.")
        .samples(&["authmysqllib: mysql_ping failed, connection lost"]),
    line("password-right", "{?DEBUG: }password matches successfully")
        .says("The password is right.")
        .samples(&["password matches successfully"]),
    line("password-wrong", "{?DEBUG: }supplied password{? '{password}'} does not match {detail}")
        .says("The password is wrong.")
        .level(Warning)
        .helps(Party::Recipient, &[
            ("If it was the customer, have the username (usually the whole address) and the password entered again on every device. The lines before it name the user; test it on the server:", "authtest {user}"),
        ])
        .samples(&["supplied password does not match clearpasswd", "supplied password 'abc' does not match encrypted password '$1$xyz'"]),
    line("no-password", "{?DEBUG: }no password available to compare{? for '{user}'}")
        .says("The mailbox has no password, or none of the kind that this way to log in needs.")
        .level(Warning)
        .helps(Party::OurServer, &[("Set a password for the mailbox. For CRAM-MD5, a password in clear text must be kept; without one, don't offer CRAM-MD5:", "grep -n AUTHMODULES -e CRAM /etc/courier/imapd /etc/courier/authdaemonrc")])
        .samples(&["no password available to compare", "no password available to compare for 'jane@cust.example'"]),
    line("challenge", "{?DEBUG: }cram validation {detail}")
        .says("The result of a login that doesn't send the password itself (CRAM-MD5).")
        .samples(&["cram validation failed"]),
    line("accepted", "{?DEBUG: }{?{module}: }{?Authenticated: }sysusername={account}, sysuserid={detail}, homedir={home}, address={user}, fullname={name}, maildir={folder}, quota={query}")
        .says("The entry of {user}: its mail folder is {folder}.")
        .samples(&[
            "Authenticated: sysusername=<null>, sysuserid=5000, sysgroupid=5000, homedir=/srv/mail, address=jane@cust.example, fullname=Jane, maildir=/srv/mail/jane/, quota=<null>, options=<null>",
            "authmysql: sysusername=<null>, sysuserid=5000, sysgroupid=5000, homedir=/srv/mail, address=jane@cust.example, fullname=Jane, maildir=/srv/mail/jane/, quota=<null>, options=<null>",
        ]),
    line("password-shown", "{?DEBUG: }{?{module}: }{?Authenticated: }clearpasswd={password}, passwd={hash}")
        .says("The line contains the password itself. Set DEBUG_LOGIN back to 0.")
        .samples(&["Authenticated: clearpasswd=secret, passwd=$1$abc$def", "authmysql: clearpasswd=<null>, passwd=$1$abc$def"]),
    line("database-not-reached", "{?ERR: }failed to connect to mysql server (server={host}, userid={account}){?: {err}}")
        .says("The database with the mailboxes can't be reached, so nobody can log in.")
        .level(Alert)
        .cause(Cause::AuthService)
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["failed to connect to mysql server (server=db1.example, userid=mail): Can't connect to MySQL server on 'db1.example' (111)"]),
    line("database-not-chosen", "{?ERR: }authmysql: mysql_select_db({database}) error: {err}")
        .says("The login service can't use the database {database}, so nobody can log in.")
        .level(Alert)
        .cause(Cause::AuthService)
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["authmysql: mysql_select_db(mail) error: Unknown database 'mail'"]),
    line("query-failed", "{?ERR: }{?DEBUG: }mysql_query failed{? second time, giving up}: {err}")
        .says("The database couldn't answer.")
        .level(Alert)
        .cause(Cause::AuthService)
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["mysql_query failed second time, giving up: MySQL server has gone away"]),
    line("postgres-not-reached", "{?ERR: }PGSQL_CONNECTION could not be established")
        .says("The database with the mailboxes can't be reached, so nobody can log in.")
        .level(Alert)
        .cause(Cause::AuthService)
        .helps(Party::OurServer, DATABASE_DOWN)
        .samples(&["PGSQL_CONNECTION could not be established"]),
    line("directory-not-reached", "{?ERR: }cannot connect to LDAP server ({host}): {err}")
        .says("The directory server can't be reached, so nobody can log in.")
        .level(Alert)
        .cause(Cause::AuthService)
        .helps(Party::OurServer, DIRECTORY_DOWN)
        .samples(&["cannot connect to LDAP server (ldap://192.0.2.8): Can't contact LDAP server"]),
    line("directory-slow", "{?ERR: }{?DEBUG: }ldap_result() timed out")
        .says("The directory server didn't answer in time.")
        .level(Alert)
        .cause(Cause::AuthService)
        .helps(Party::OurServer, DIRECTORY_DOWN)
        .samples(&["ldap_result() timed out"]),
    line("setting-missing", "{?ERR: }{?authmysql: }{setting} not {?found}{?set} in {file}{?.}")
        .says("The setting {setting} is missing in {file}, so this database can't be asked.")
        .level(Alert)
        .loose()
        .helps(Party::OurServer, MODULES)
        .samples(&["authmysql: MYSQL_USERNAME not set in /etc/courier/authmysqlrc."]),
    line("settings-not-read", "{?ERR: }Cannot open {file}")
        .says("The settings in {file} can't be read.")
        .level(Alert)
        .helps(Party::OurServer, MODULES)
        .samples(&["Cannot open /etc/courier/authmysqlrc"]),
    line("settings-old", "{?ERR: }marker line not found in {file} {detail}")
        .says("The settings in {file} are of an older version.")
        .level(Warning)
        .helps(Party::OurServer, MODULES)
        .samples(&["marker line not found in /etc/courier/authldaprc (probably forgot to run sysconftool after an upgrade)"]),
    line("out-of-resources", "{?CRIT: }{setting}() failed: {err}")
        .says("The login service couldn't get a process, a connection or memory.")
        .level(Alert)
        .helps(Party::OurServer, &[("See which limit is reached (processes, files, memory), then restart the login service:", "free -m; ulimit -a; ps aux | grep -c authdaemond; systemctl restart courier-authdaemon")])
        .loose()
        .samples(&["fork() failed: Cannot allocate memory"]),
    line("pam", "{?DEBUG: }pam_{detail} failed, result {n}{? [Hint: bad PAM configuration?]}")
        .says("The system's own check of the password said no: 7 is a wrong password, 10 an unknown user, 13 an expired account.")
        .samples(&["pam_authenticate failed, result 7"]),
    line("not-a-system-user", "{?DEBUG: }authpam: username '{user}' not found in password file")
        .says("{user} isn't a user of the system itself, which is normal for mailboxes in a database.")
        .samples(&["authpam: username 'jane@cust.example' not found in password file"]),
    line("not-in-file", "{?DEBUG: }userdb: entry not found")
        .says("The file of users doesn't know the user.")
        .samples(&["userdb: entry not found"]),
    line("expired", "{?DEBUG: }authshadow: {user} - {detail} expired")
        .says("The account or password of {user} has expired.")
        .samples(&["authshadow: jane - account expired"]),
];
