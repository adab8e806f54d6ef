//! What Dovecot of all generations says when its settings, its certificates or its add-ons keep it or a service from
//! starting, and when a limit of the system or of the settings is reached.

use super::connection::CERTIFICATE_SHOWN;
use super::master::PROCESS_CRASHED;
use super::storage::{AUTH_SOCKET, MAIL_UID, USERS_FOLDER};
use super::{Datum, Effect, Field, Format, Pattern, Place, Role, Shape, Sign, field, line};
use crate::frame::dovecot::SERVICES;
use crate::vocabulary::Cause;
use crate::vocabulary::Level;
use crate::vocabulary::Party;

pub(super) const CERTIFICATE: &[(&str, &str)] = &[
    (
        "See which certificate and key are set (ssl_cert and ssl_key with the < before the path; in 2.4 ssl_server_cert_file and ssl_server_key_file):",
        "doveconf -n | grep ssl_",
    ),
    (
        "See that both files are there and belong together; the two lines must be equal:",
        "openssl x509 -noout -pubkey -in $(doveconf -h ssl_cert | tr -d '<') | openssl sha256; openssl pkey -pubout -in $(doveconf -P -h ssl_key | tr -d '<') | openssl sha256",
    ),
];

pub(super) const DH_PARAMETERS: &[(&str, &str)] = &[
    ("Make the parameters once:", "openssl dhparam -out /etc/dovecot/dh.pem 2048"),
    (
        "Name the file in ssl_dh = </etc/dovecot/dh.pem (in 2.4 ssl_server_dh_file), then load it:",
        "doveadm reload",
    ),
];

const TLS_SETTINGS: &[(&str, &str)] = &[(
    "Since 2.3, ssl_min_protocol (such as TLSv1.2) takes the place of ssl_protocols. Correct it, or the list of ciphers:",
    "doveconf -n | grep ssl_",
)];

const CONFIG_VERSION: &[(&str, &str)] = &[
    (
        "Rewrite the settings for 2.4 (the version line alone isn't enough): mail_location became mail_driver and mail_path, disable_plaintext_auth auth_allow_cleartext, ssl_cert ssl_server_cert_file (without “<”), and passdb and userdb have names. What's wrong first, Dovecot says itself:",
        "doveconf -n",
    ),
    (
        "Begin dovecot.conf with dovecot_config_version and dovecot_storage_version, both with the version that is installed:",
        "dovecot --version; head -5 /etc/dovecot/dovecot.conf",
    ),
];

const SETTING_AT_PLACE: &[(&str, &str)] = &[
    (
        "Correct the setting at the place that the line names, until this prints the settings without an error:",
        "{place}; doveconf -n",
    ),
    ("Then load it, and see that Dovecot stays up:", "systemctl restart dovecot; systemctl status dovecot"),
];

pub(super) const USER_SETTINGS: &[(&str, &str)] = &[(
    "Another line of the same second names the setting; it can also come from the user's entry in the user database:",
    "doveconf -n; doveadm log errors | tail -20; doveadm user {user}",
)];

pub(super) const PLUGIN_MISSING: &[(&str, &str)] = &[(
    "Install the package of the plugin or protocol that the line names, in Dovecot's own version, or take it out of mail_plugins or protocols:",
    "dovecot --version; dpkg -l 'dovecot*' || rpm -qa 'dovecot*'; doveconf -n mail_plugins protocols",
)];

const SYSTEM_USER_MISSING: &[(&str, &str)] = &[(
    "Create the system user or group that the line names, or name another one in the settings:",
    "getent passwd dovecot dovenull; doveconf default_internal_user default_login_user",
)];

pub(super) const VERSIONS_MIXED: &[(&str, &str)] = &[(
    "Stop Dovecot whole and start it again, so that all of its parts are of one version:",
    "systemctl stop dovecot; ps axww | grep [d]ovecot; systemctl start dovecot; dovecot --version",
)];

pub(super) const MEMORY_LIMIT: &[(&str, &str)] = &[
    (
        "Raise vsz_limit in the block “service {service}” of Dovecot's settings (in 1.x, mail_process_size), twice as high for a start, then “doveadm reload”. Without a value of its own it has default_vsz_limit:",
        "doveconf -n | grep -A12 '^service {service} '; doveconf default_vsz_limit; free -m",
    ),
    (
        "One user alone often has a huge folder or a damaged dovecot.index.cache; such a file can be removed and is made again:",
        "doveadm user -f home {user} | xargs -I H find H -name 'dovecot.index.cache' -size +100M",
    ),
];

pub(super) const PROCESS_SAID_WHY: &[(&str, &str)] =
    &[("The process itself wrote why, just before:", "doveadm log errors | tail -20")];

pub(super) const TOO_MANY_CONNECTIONS: &[(&str, &str)] = &[
    ("See who holds the connections; one user or address with very many is worth a look:", "doveadm who"),
    (
        "If the load is right for this server, raise the limit that the line names, then load it:",
        "doveconf -n | grep -B6 -e process_limit -e client_limit; doveadm reload",
    ),
];

/// Dovecot's settings and start.
pub static FORMAT: Format = Format {
    id: "dovecot-settings",
    title: "Dovecot's settings and start",
    found_in: &["/var/log/dovecot.log", "/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "Dovecot 1.0 to 2.4 config/*.c",
        "master/*.c",
        "lib-master/*.c",
        "login-common/ssl-proxy-openssl.c",
        "lib-storage/mail-namespace.c",
    ],
    programs: SERVICES,
    place: Place::Program,
    realm: "dovecot",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("detail", Role::Text, "The rest of the line, in Dovecot's words."),
    field("conf", Role::Path, "The file of settings, with the line in it.").datum(Datum::SettingsLine),
    field("error", Role::Text, "The cause, in the words of the program or the operating system."),
    field("gid", Role::Count, "The number of the system group: {}."),
    field("host", Role::Remote, "The server at the other end.").shape(Shape::Text),
    field("line", Role::Count, "The line in that file: {}."),
    field("n", Role::Count, "A number: {}."),
    field("n2", Role::Count, "A number: {}."),
    field("name", Role::Text, "The name that it is about."),
    field("name2", Role::Text, "The name that it is about."),
    field("path", Role::Path, "The file or folder that it is about."),
    field("path2", Role::Path, "The file or folder that it is about."),
    field("pid", Role::Count, "The number of the process: {}.").datum(Datum::Process),
    field("service", Role::Program, "The Dovecot service that it is about.").shape(Shape::Name),
    field("text", Role::Text, "What the program said, in its own words."),
    field("uid", Role::Count, "The number: {}."),
    field("url", Role::Text, "An address on the web."),
    field("user", Role::User, "The user that it is about.").shape(Shape::Text),
    field("value", Role::Text, "What the setting holds."),
    field("what", Role::Text, "What it was, in Dovecot's words."),
    field("what2", Role::Text, "What it was, in Dovecot's words."),
];

/// A setting that version 2.4 calls otherwise.
const fn renamed(
    id: &'static str,
    template: &'static str,
    says: &'static str,
    samples: &'static [&'static str],
) -> Pattern {
    line(id, template)
        .says(says)
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_RENAMED)
        .samples(samples)
}

const SETTING_RENAMED: &[(&str, &str)] = &[
    (
        "Write the new name at that place. 2.4 renamed most settings, and names only the first that it doesn't know: go on until this prints them all:",
        "{place}; doveconf -n",
    ),
    ("Then load it, and see that Dovecot stays up:", "systemctl restart dovecot; systemctl status dovecot"),
];

const PATTERNS: &[Pattern] = &[
    line("old-anvil", "Couldn't connect to anvil")
        .says("The login program can't reach the counter service. Nobody can log in. Restart Dovecot; check permissions of the base_dir.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Restart Dovecot; check permissions of the base_dir.", "")])
        .cause(Cause::Config)
        .loose()
        .samples(&["Couldn't connect to anvil"]),
    line("old-certmix", "Can't load certificate file {path}: The file contains a private key (you've mixed ssl_cert_file and ssl_key_file settings)")
        .says("The paths of certificate and key are swapped. Nobody can log in. Swap the two settings.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["Can't load certificate file /srv/mail/anna/Maildir/dovecot.index: The file contains a private key (you've mixed ssl_cert_file and ssl_key_file settings)"]),
    line("old-certnone", "Can't load certificate file {path}: The file doesn't contain a certificate.")
        .says("The file isn't a certificate in PEM form. Point ssl_cert_file to the PEM certificate.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["Can't load certificate file /srv/mail/anna/Maildir/dovecot.index: The file doesn't contain a certificate."]),
    line("old-keyload", "Can't load private key file {path}: {error}")
        .says("The key file can't be read or has a password. Check path, permissions and ssl_key_password.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["Can't load private key file /srv/mail/anna/Maildir/dovecot.index: error:0A000418:SSL routines::tlsv1 alert unknown ca"]),
    line("old-certlt", "There is no valid PEM certificate. (You probably forgot '<' from ssl_cert=<{path})")
        .says("The setting holds the path itself instead of the file's content. Write “ssl_cert = </path/cert.pem”, with the “<”.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["There is no valid PEM certificate. (You probably forgot '<' from ssl_cert=</srv/mail/anna/Maildir/dovecot.index)"]),
    line("old-parsekey", "Couldn't parse private ssl_key{?: {error}}")
        .says("The key isn't a valid key; often the “<” is missing. Write “ssl_key = </path/key.pem”.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["Couldn't parse private ssl_key", "Couldn't parse private ssl_key: error:0906D06C:PEM routines:PEM_read_bio:no start line: Expecting: ANY PRIVATE KEY"]),
    line("old-malloc", "OpenSSL malloc() failed. You may need to increase service {service} {{ vsz_limit }")
        .says("The login process has no memory left.")
        .level(Level::Alert)
        .cause(Cause::ServerFull)
        .loose()
        .helps(Party::OurServer, MEMORY_LIMIT)
        .samples(&["OpenSSL malloc() failed. You may need to increase service imap { vsz_limit }"]),
    line("old-paramwait", "Waiting for SSL parameter file {path}")
        .says("Logins with TLS wait until the first parameter file is made, which can take minutes after the first start.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, DH_PARAMETERS)
        .samples(&["Waiting for SSL parameter file /srv/mail/anna/Maildir/dovecot.index"]),
    line("old-paramcorrupt", "Corrupted SSL parameters file: {path}/ssl-parameters.dat (delete it and also the one in {path2})")
        .says("The parameter file is damaged. Delete both files, restart.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, DH_PARAMETERS)
        .samples(&["Corrupted SSL parameters file: /srv/mail/anna/Maildir/dovecot.index/ssl-parameters.dat (delete it and also the one in /etc/dovecot/x)"]),
    line("dh-corrupt", "Corrupted file: {path}")
        .says("The stored parameters are damaged and are made again.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("Dovecot makes it again. If that repeats, delete the file and restart Dovecot:", "rm {path}; systemctl restart dovecot")])
        .cause(Cause::Index)
        .loose()
        .samples(&["Corrupted file: /srv/mail/anna/Maildir/dovecot.index"]),
    line("dh-state", "Corrupted SSL parameters file in state_dir: ssl-parameters.dat - disabling SSL {n}")
        .says("The stored parameters are damaged; TLS is off. Delete “ssl-parameters.dat” in the state directory, restart.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, DH_PARAMETERS)
        .samples(&["Corrupted SSL parameters file in state_dir: ssl-parameters.dat - disabling SSL 12"]),
    line("dh-notset", "please set ssl_dh=<{path}/dh.pem")
        .says("After the change from 2.2 to 2.3 the DH file is missing. Make it with “openssl dhparam -out dh.pem 2048” and set ssl_dh.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, DH_PARAMETERS)
        .samples(&["please set ssl_dh=</srv/mail/anna/Maildir/dovecot.index/dh.pem"]),
    line("dh-enabled", "ssl enabled, but ssl_dh not set")
        .says("TLS is on without DH parameters.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, DH_PARAMETERS)
        .samples(&["ssl enabled, but ssl_dh not set"]),
    line("dh-unreadable", "{?Failed to initialize SSL server context: }{?SSL: }{?ssl_dh: }Couldn't parse DH parameters{?: {error}}")
        .says("The file that ssl_dh names holds no DH parameters, so no encrypted connection comes about.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[
            ("Make the file (2.3 no longer makes it itself), name it in the setting as ssl_dh = </etc/dovecot/dh.pem, with the sign <, and load the settings:", "openssl dhparam -out /etc/dovecot/dh.pem 2048; doveconf -n ssl_dh; doveadm reload"),
        ])
        .loose()
        .samples(&["Couldn't parse DH parameters"]),
    line("dh-need24", "Diffie-Hellman key exchange requested, but no DH parameters provided. Set ssl_server_dh_file=/path/to/dh.pem")
        .says("An old email app asks for a key exchange for which the server has no parameters.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("Set ssl_server_dh_file or ignore old clients.", "")])
        .cause(Cause::Config)
        .loose()
        .samples(&["Diffie-Hellman key exchange requested, but no DH parameters provided. Set ssl_server_dh_file=/path/to/dh.pem"]),
    line("mas1-child-sig", "child {pid} ({service}) killed with signal {n}")
        .says("A process crashed (signals 6 and 11) or was ended by force (9).")
        .level(Level::Alert)
        .cause(Cause::Crash)
        .loose()
        .helps(Party::OurServer, PROCESS_CRASHED)
        .samples(&["child 4711 (imap) killed with signal 12"]),
    line("mas1-child-oom", "child {pid} ({service}) returned error 83 (Out of memory - see {what} setting)")
        .says("A process of Dovecot's service {service} reached its memory limit ({what}), so it ended and the app was cut off.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[
            ("Raise {what} in Dovecot's settings, twice as high for a start, and restart Dovecot:", "dovecot -n | grep _process_size; service dovecot restart"),
            ("One user alone often has a huge folder or a damaged dovecot.index.cache; such a file can be removed and is made again.", ""),
        ])
        .cause(Cause::ServerFull)
        .samples(&[
            "child 4711 (imap) returned error 83 (Out of memory - see mail_process_size setting)",
        ]),
    line("mas1-child-89", "child {pid} ({service}) returned error {n}")
        .says("A process of Dovecot's service {service} ended with error {n}; 89 means that its settings are wrong. Its own line just before says why.")
        .level(Level::Alert)
        .cause(Cause::Server)
        .follows()
        .loose()
        .samples(&["child 4711 (login) returned error 89"]),
    line("cfg-unreadable", "Can't open configuration file {path}: {error}")
        .says("Dovecot can't read its settings, {path}: {error}.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, &[("Let root read the file, and call Dovecot's tools as root; each folder above must be open, too:", "namei -l {path}")])
        .samples(&["Can't open configuration file /etc/dovecot.conf: Permission denied"]),
    line("mas1-child-err", "child {pid} ({service}) returned error {n} ({text})")
        .says("A process ended with an error; the text explains the number. Find the Fatal line just before.")
        .level(Level::Alert)
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, PROCESS_SAID_WHY)
        .samples(&["child 4711 (imap) returned error 12 (some text)"]),
    line("mas1-loginfull", "All login processes are in use. You may need to increase login_max_processes_count")
        .says("New logins wait: too many open connections. Raise login_max_processes_count; look for a scanner.")
        .level(Level::Alert)
        .cause(Cause::ServerFull)
        .loose()
        .helps(Party::OurServer, TOO_MANY_CONNECTIONS)
        .samples(&["All login processes are in use. You may need to increase login_max_processes_count"]),
    line("mas1-mailfull", "Maximum number of mail processes exceeded (see max_mail_processes setting)")
        .says("No more sessions can be started. Raise max_mail_processes or find who opens so many.")
        .level(Level::Alert)
        .cause(Cause::ServerFull)
        .loose()
        .helps(Party::OurServer, TOO_MANY_CONNECTIONS)
        .samples(&["Maximum number of mail processes exceeded (see max_mail_processes setting)"]),
    line("mas1-authdied", "Auth process died too early - shutting down")
        .says("The password service ends at once, so Dovecot stops.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PROCESS_SAID_WHY)
        .samples(&["Auth process died too early - shutting down"]),
    line("mas1-logindied", "Login process died too early - shutting down")
        .says("The processes for logins end at once, so Dovecot stops.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("The process itself wrote why, just before; often it's the certificate or a missing library:", "grep -h dovecot /var/log/mail.log /var/log/maillog | grep -e Fatal -e Error | tail -20")])
        .cause(Cause::Config)
        .samples(&["Login process died too early - shutting down"]),
    line("mas1-sameport", "Protocols {name} and {name2} are listening in same ip/port")
        .says("Two services of Dovecot, {name} and {name2}, are set to the same address and port, so it doesn't start.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Give each its own port (listen in the blocks of the protocols):", "dovecot -n | grep -A4 -e listen -e '^protocol'")])
        .cause(Cause::Config)
        .samples(&["Protocols imap and pop3 are listening in same ip/port"]),
    line("mas2-service", "{?Error in configuration file {conf}: }service({service}): {?executable is empty}{?process_limit must be 1}{?process_min_avail is higher than process_limit}{?vsz_limit is too low}{?drop_priv_before_exec=yes can't be used with chroot}")
        .says("A setting in the block of service {service} isn't possible, so Dovecot doesn't start; the line names it.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Correct it in the block of service {service}, until this prints the settings without an error; then start Dovecot:", "doveconf -n service/{service} && systemctl restart dovecot")])
        .cause(Cause::Config)
        .loose()
        .samples(&["service(imap): process_min_avail is higher than process_limit", "Error in configuration file /etc/dovecot/conf.d/10-master.conf: service(auth): process_limit must be 1"]),
    line("cfg-mistake", "Error in configuration file {conf}: {what}")
        .says("Dovecot's settings can't be loaded: {what}. The mistake is in {conf}.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, &[
            ("Correct it in {conf}, until this prints the settings without an error:", "doveconf -n"),
            ("Then load it, and see that Dovecot stays up:", "systemctl restart dovecot; systemctl status dovecot"),
        ])
        .loose()
        .samples(&["Error in configuration file /etc/dovecot/dovecot.conf: ssl_verify_client_cert set, but ssl_ca not"]),
    line("mas1-authslow", "Temporary failure in creating authentication processes, slowing down for now")
        .says("The password service keeps failing.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("An error of auth just before says why; usually its database or settings:", "doveadm log errors | grep auth | tail -20; doveconf -n passdb userdb")])
        .cause(Cause::AuthService)
        .loose()
        .samples(&["Temporary failure in creating authentication processes, slowing down for now"]),
    line("mas1-loginslow", "Temporary failure in creating login processes, slowing down for now")
        .says("Login processes keep failing.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("An error of imap-login or pop3-login just before says why; usually the certificate or a limit:", "doveadm log errors | grep login | tail -20; doveconf -n | grep ssl_")])
        .cause(Cause::Config)
        .loose()
        .samples(&["Temporary failure in creating login processes, slowing down for now"]),
    line("mas1-keep", "Invalid configuration, keeping old one")
        .says("A reload failed; the old settings stay.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("See what is wrong in the new settings, correct it, and load them:", "doveconf -n; doveadm reload")])
        .cause(Cause::Config)
        .loose()
        .samples(&["Invalid configuration, keeping old one"]),
    line("mas1-died", "Last died with error (see error log for more information): {text}")
        .says("The last run ended with that fatal error.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PROCESS_SAID_WHY)
        .samples(&["Last died with error (see error log for more information): some text"]),
    line("mas1-nologin", "There is no way to login to this server: disable_plaintext_auth=yes, ssl=no, no non-plaintext auth mechanisms.")
        .says("The settings refuse every login. Turn on ssl or set disable_plaintext_auth=no.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Turn on ssl or set disable_plaintext_auth=no.", "")])
        .cause(Cause::Config)
        .loose()
        .samples(&["There is no way to login to this server: disable_plaintext_auth=yes, ssl=no, no non-plaintext auth mechanisms."]),
    line("mas1-fdlimit", "fd limit {n} is lower than what Dovecot can use under full load (more than {n2}). Either grow the limit or change login_max_processes_count and max_mail_processes settings")
        .says("The system allows too few open files.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("Raise the limit of open files for Dovecot (LimitNOFILE in its unit, by systemctl edit dovecot), then restart it:", "systemctl show dovecot -p LimitNOFILE; doveconf -n default_client_limit default_process_limit; systemctl restart dovecot")])
        .cause(Cause::Config)
        .loose()
        .samples(&["fd limit 12 is lower than what Dovecot can use under full load (more than 12). Either grow the limit or change login_max_processes_count and max_mail_processes settings"]),
    line("mas1-nfs", "Mailbox indexes in {path} are in NFS mount. You must set mail_nfs_index=yes (and mail_nfs_storage=yes) to avoid index corruptions. If you're sure this check was wrong, set nfs_check=no.")
        .says("The index files are on a network share, and the settings for that are missing. Set both, or move the indexes to a local disk.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Set mail_nfs_index = yes and mail_nfs_storage = yes, or move the indexes to a local disk (INDEX= in mail_location):", "findmnt -T {path}; doveconf -n mail_location mmap_disable mail_nfs_index mail_nfs_storage")])
        .cause(Cause::Config)
        .loose()
        .samples(&["Mailbox indexes in /srv/mail/anna/Maildir/dovecot.index are in NFS mount. You must set mail_nfs_index=yes (and mail_nfs_storage=yes) to avoid index corruptions. If you're sure this check was wrong, set nfs_check=no."]),
    line("mas1-uid", "user {user}: Logins with UID {n} not permitted (see first_valid_uid in config file).")
        .says("Dovecot doesn't let {user} in: the account's uid {n} is below first_valid_uid (or above last_valid_uid). The password isn't the cause.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, MAIL_UID)
        .samples(&["user anna@cust.example: Logins with UID 12 not permitted (see first_valid_uid in config file)."]),
    line("mas1-uid0", "user {user}: Logins with UID 0 not permitted")
        .says("The system's own user (root) isn't allowed to read mail. Use another account; alias root elsewhere.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, MAIL_UID)
        .samples(&["user anna@cust.example: Logins with UID 0 not permitted"]),
    line("mas1-gid", "User {user} is missing GID (see mail_gid setting)")
        .says("The user database gives no group. Set mail_gid.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, MAIL_UID)
        .samples(&["User anna@cust.example is missing GID (see mail_gid setting)"]),
    line("mas1-chroot", "Invalid chroot directory '{path}' (user {user}) (see valid_chroot_dirs setting)")
        .says("The user's jail isn't in the allowed list. Set valid_chroot_dirs.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Set valid_chroot_dirs.", "")])
        .cause(Cause::Config)
        .loose()
        .samples(&["Invalid chroot directory '/srv/mail/anna/Maildir/dovecot.index' (user anna@cust.example) (see valid_chroot_dirs setting)"]),
    line("mas1-home", "userdb didn't return a home directory, but mail location used it (%h): {path}")
        .says("The mail path needs a home directory, but none is known. Return “home” from the user database.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, USERS_FOLDER)
        .samples(&["userdb didn't return a home directory, but mail location used it (%h): /srv/mail/anna/Maildir/dovecot.index"]),
    line("mas2-throttle20", "service({service}): command startup failed, throttling")
        .says("A service dies as soon as it starts, so it is paused. Logins hang meanwhile.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("A fatal line of that service just before says why it can't start:", "doveadm log errors | grep {service} | tail -10; doveconf -n")])
        .follows()
        .cause(Cause::Server)
        .loose()
        .samples(&["service(imap): command startup failed, throttling"]),
    line("mas2-limits20", "service({service}): process_limit reached, client connections are being dropped")
        .says("The service has as many processes as allowed. Raise process_limit of that service.")
        .level(Level::Alert)
        .cause(Cause::ServerFull)
        .loose()
        .helps(Party::OurServer, TOO_MANY_CONNECTIONS)
        .samples(&["service(imap): process_limit reached, client connections are being dropped"]),
    line("mas2-nouser", "{?Error in configuration file {conf}: }default_internal_user doesn't exist: {user}")
        .says("The system user “dovecot” is missing. Create it or reinstall the package.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SYSTEM_USER_MISSING)
        .samples(&["default_internal_user doesn't exist: anna@cust.example"]),
    line("mas2-nologinuser", "{?Error in configuration file {conf}: }default_login_user doesn't exist: {user}")
        .says("The system user “dovenull” is missing. Create it or reinstall the package.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SYSTEM_USER_MISSING)
        .samples(&["default_login_user doesn't exist: anna@cust.example"]),
    line("mas2-userset", "{error} (See service {service} {{ user } setting)")
        .says("A service should run as a system user that doesn't exist. Create the user or fix the setting.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, SYSTEM_USER_MISSING)
        .samples(&["Connection refused (See service imap { user } setting)"]),
    line("mas2-listenerset", "{error} (See service {service} {{ {what}_listener {path} {{ {what2} } } setting)")
        .says("Owner or group of a socket doesn't exist, for example “postfix”. Create it or fix the setting.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, SYSTEM_USER_MISSING)
        .samples(&["Connection refused (See service imap { unix_listener /srv/mail/anna/Maildir/dovecot.index { mode } } setting)"]),
    line("mas2-resolve", "Can't resolve address {host}: {error}")
        .says("A listen address is a name that can't be resolved. Use an IP address.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, &[("Write an address in place of {host} into listen, or let the name resolve before Dovecot starts:", "getent hosts {host}; doveconf -n listen")])
        .samples(&["Can't resolve address 192.0.2.7: Connection refused"]),
    line("mas2-dup", "{?Error in configuration file {conf}: }duplicate listener: {path}")
        .says("Two services use the same socket. Remove one, often a doubled include.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["duplicate listener: /srv/mail/anna/Maildir/dovecot.index"]),
    line("mas2-proto", "{?Error in configuration file {conf}: }protocols: Unknown protocol: {name}")
        .says("A protocol package isn't installed, for example lmtpd or pop3d. Install it or remove the word from “protocols”.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, PLUGIN_MISSING)
        .samples(&["protocols: Unknown protocol: something"]),
    line("mas2-isdir", "{path} is not a directory")
        .says("Something else stands where a folder of Dovecot belongs.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, &[("See what stands there, move it away, and start Dovecot, which makes the folder:", "ls -ld {path}; systemctl restart dovecot")])
        .samples(&["/srv/mail/anna/Maildir/dovecot.index is not a directory"]),
    line("mas2-systemd", "systemd listens on port {n}, but it's not configured in Dovecot. Closing.")
        .says("The socket unit has a port that Dovecot doesn't serve.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("Switch the socket unit off, since Dovecot listens by itself, or add the port to a service of its settings:", "systemctl disable --now dovecot.socket; systemctl restart dovecot; doveconf -n | grep -B3 'port = {n}'")])
        .cause(Cause::Config)
        .loose()
        .samples(&["systemd listens on port 12, but it's not configured in Dovecot. Closing."]),
    line("mas2-anvilwrite", "write(anvil) failed: {error}")
        .says("The counter service is gone or overloaded; limits may be wrong.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("If it repeats, restart Dovecot, and give the service anvil a higher client_limit:", "doveadm log errors | grep anvil | tail; doveconf service/anvil; systemctl restart dovecot")])
        .cause(Cause::Server)
        .loose()
        .samples(&["write(anvil) failed: Permission denied"]),
    line("mas2-accept", "net_accept() failed: {error}")
        .says("A connection couldn't be taken; “Too many open files” means the limit is reached. Raise “LimitNOFILE” or client_limit.")
        .level(Level::Alert)
        .cause(Cause::ServerFull)
        .loose()
        .helps(Party::OurServer, TOO_MANY_CONNECTIONS)
        .samples(&["net_accept() failed: Permission denied"]),
    line("mas2-mustmaster", "Must be started by dovecot master process")
        .says("Someone started an inner program of Dovecot by hand. Start “dovecot”.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Start Dovecot itself; it starts its inner programs:", "systemctl start dovecot; systemctl status dovecot")])
        .cause(Cause::Config)
        .loose()
        .samples(&["Must be started by dovecot master process"]),
    line("mas2-timeback", "Time moved backwards by {n} seconds, waiting for {n2} secs until new services are launched again.")
        .says("The clock was set back; new logins wait that long.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Let one time service (chrony or systemd-timesyncd) set the clock in small steps, on the virtual machine's host, too:", "timedatectl; chronyc tracking")])
        .cause(Cause::Server)
        .loose()
        .samples(&["Time moved backwards by 12 seconds, waiting for 12 secs until new services are launched again."]),
    line("mas2-timesleep", "Time just moved backwards by {n} seconds. I'll sleep now until we're back in present. {url}")
        .says("The clock was set back by a few seconds. Fix time sync.")
        .level(Level::Alert)
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, &[("Let one time service (chrony or systemd-timesyncd) set the clock in small steps, on the virtual machine's host, too:", "timedatectl; chronyc tracking")])
        .samples(&["Time just moved backwards by 12 seconds. I'll sleep now until we're back in present. https://doc.example/x"]),
    line("mas2-timefwd24", "Time moved forward by {n} seconds")
        .says("The clock jumped, or the machine was paused.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("Let one time service (chrony or systemd-timesyncd) set the clock in small steps, on the virtual machine's host, too:", "timedatectl; chronyc tracking")])
        .cause(Cause::Server)
        .loose()
        .samples(&["Time moved forward by 12 seconds"]),
    line("mas2-memblock", "mem_block_alloc(): Out of memory when allocating {n} bytes")
        .says("The process is at its memory limit. Raise the process size setting.")
        .level(Level::Alert)
        .cause(Cause::ServerFull)
        .loose()
        .helps(Party::OurServer, MEMORY_LIMIT)
        .samples(&["mem_block_alloc(): Out of memory when allocating 12 bytes"]),
    line("mas2-datastack", "data stack: Out of memory when allocating {n} bytes")
        .says("The process is at its memory limit (vsz_limit). Raise vsz_limit of that service.")
        .level(Level::Alert)
        .cause(Cause::ServerFull)
        .loose()
        .helps(Party::OurServer, MEMORY_LIMIT)
        .samples(&["data stack: Out of memory when allocating 12 bytes"]),
    line("mas2-setgroups", "setgroups({what}) failed: {error}")
        .says("The process isn't allowed to change its groups: not started as root, or a wrong user. Start as root; check container permissions.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Let Dovecot start as root (its unit or container), with the rights to change user and group (SETUID, SETGID):", "systemctl show dovecot -p User -p CapabilityBoundingSet; ps -o user,args -C dovecot")])
        .cause(Cause::Config)
        .loose()
        .samples(&["setgroups(zzz) failed: Permission denied"]),
    line("mas2-uidconflict", "setuid({uid} from {what}) failed with euid={n}: {error}")
        .says("The program runs as another user than the mailbox needs.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Let the delivery program run as root or as the owner of the mailboxes: in master.cf, user= of the transport that calls it:", "postconf -M | grep -e dovecot -e deliver; doveconf -n mail_uid mail_gid")])
        .cause(Cause::Config)
        .loose()
        .samples(&["setuid(5000 from zzz) failed with euid=12: Permission denied"]),
    line("mas2-initgroups", "initgroups({user}, {gid}) failed: {error}")
        .says("The process isn't allowed to change its groups.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, &[("Let Dovecot start as root, and see that the user's groups can be looked up:", "id {user}; systemctl show dovecot -p User")])
        .samples(&["initgroups(anna@cust.example, 5000) failed: Permission denied"]),
    line("mas2-version1", "login: Protocol version mismatch (mixed old and new binaries?)")
        .says("Dovecot was updated but not restarted. Restart Dovecot.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, VERSIONS_MIXED)
        .samples(&["login: Protocol version mismatch (mixed old and new binaries?)"]),
    line("mas2-mixed", "Auth client not compatible with this server (mixed old and new binaries?)")
        .says("Dovecot was updated but not restarted. Restart Dovecot.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, VERSIONS_MIXED)
        .samples(&["Auth client not compatible with this server (mixed old and new binaries?)"]),
    line("mas2-socketver", "Socket supports major version {n}, but we support only {n2} (mixed old and new binaries?)")
        .says("Dovecot was updated but not restarted. Restart Dovecot.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, VERSIONS_MIXED)
        .samples(&["Socket supports major version 12, but we support only 12 (mixed old and new binaries?)"]),
    line("mas2-wrongsock", "Connected to wrong socket type. We want '{what}', but received '{what2}'")
        .says("A setting points to the wrong Dovecot socket, often auth-client instead of auth-userdb. Fix the path.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, AUTH_SOCKET)
        .samples(&["Connected to wrong socket type. We want 'aaa', but received 'bbb'"]),
    line("mas2-authsock", "{path} is an auth client socket. It should be a master socket.")
        .says("A setting points to the wrong Dovecot socket: an auth client socket where a master socket is needed. Use “auth-userdb” or “auth-master”.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, AUTH_SOCKET)
        .samples(&["/srv/mail/anna/Maildir/dovecot.index is an auth client socket. It should be a master socket."]),
    line("mas2-sockettail", "net_connect_unix({path}) failed: {error} - http://wiki2.dovecot.org/SocketUnavailable")
        .says("Another service of Dovecot doesn't accept connections: it's stopped, it's full, or the program isn't allowed to use its socket.")
        .level(Level::Alert)
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, AUTH_SOCKET)
        .samples(&["net_connect_unix(/srv/mail/anna/Maildir/dovecot.index) failed: Permission denied - http://wiki2.dovecot.org/SocketUnavailable"]),
    line("mas2-postlogin", "Timeout waiting for post-login script to finish, aborting")
        .says("The admin's script took too long.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Run the script by hand as the user of its service; it then says what fails. Which script it is:", "doveconf -n service | grep -A8 -e post-login -e 'executable = script'")])
        .cause(Cause::Server)
        .loose()
        .samples(&["Timeout waiting for post-login script to finish, aborting"]),
    line("mas2-script-exit", "Script terminated abnormally, exit status {n}")
        .says("A script service failed.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Run the script by hand as the user of its service; it then says what fails. Which script it is:", "doveconf -n service | grep -A8 -e post-login -e 'executable = script'")])
        .cause(Cause::Server)
        .loose()
        .samples(&["Script terminated abnormally, exit status 12"]),
    line("mas2-pluginabi", "Couldn't load required plugin {path}: Module is for different ABI version {what} (we have {what2})")
        .says("A plugin belongs to another version of Dovecot: {path} is for {what}, and this is {what2}. Whatever loads it can't work.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, PLUGIN_MISSING)
        .samples(&["Couldn't load required plugin /srv/mail/anna/Maildir/dovecot.index: Module is for different ABI version aaa (we have bbb)"]),
    line("mas2-plugin404", "Plugin '{name}' not found from directory {path}")
        .says("The setting mail_plugins names a plugin that isn't installed. Install the package (sieve, solr, mail_crypt) or remove the name.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PLUGIN_MISSING)
        .samples(&["Plugin 'something' not found from directory /srv/mail/anna/Maildir/dovecot.index"]),
    line("cfg-first24", "{?Error in configuration file {conf}: }The first setting must be dovecot_config_version")
        .says("Dovecot 2.4 doesn't take its settings: they are of 2.3 or older, or the line with the version isn't the first one.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, CONFIG_VERSION)
        .samples(&["The first setting must be dovecot_config_version"]),
    line("cfg-versions24", "{?Error in configuration file {conf}: }Currently supported versions are: {what}")
        .says("The version in the first line is unknown. Write one of the listed versions.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, CONFIG_VERSION)
        .samples(&["Currently supported versions are: 2.4.0"]),
    line("cfg-storagever24", "{?Error in configuration file {conf}: }dovecot_storage_version setting must be set")
        .says("The required setting dovecot_storage_version is missing. Add “dovecot_storage_version = 2.4.0”.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, CONFIG_VERSION)
        .samples(&["dovecot_storage_version setting must be set"]),
    line("cfg-storagenew24", "{?Error in configuration file {conf}: }dovecot_storage_version is too new - current version is {what}")
        .says("The file was written for a newer Dovecot. Lower the version in the file or update Dovecot.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, CONFIG_VERSION)
        .samples(&["dovecot_storage_version is too new - current version is 2.3.20"]),
    line("cfg-renamed", "{?Obsolete setting in {conf}:{line}: }{what} has been renamed to {what2}")
        .says("A setting has an old name that is still understood. Rename it in the file.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["ssl_cert_file has been renamed to ssl_cert"]),
    line("cfg-removed", "{?Obsolete setting in {conf}:{line}: }{name} has been removed")
        .says("A setting is old and has no effect.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["something has been removed"]),
    line("cfg-expect", "{?Error in configuration file {conf}: }Expecting '='")
        .says("A line of the settings is neither “name = value” nor the start of a block. Fix that line.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Expecting '='"]),
    line("cfg-brace", "{?Error in configuration file {conf}: }Unexpected '}'")
        .says("The settings have one closing brace too many. Count braces above that line.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Unexpected '}'"]),
    line("cfg-bracemiss", "{?Error in configuration file {conf}: }Missing '}' (section started at {path}:{n})")
        .says("A block of settings isn't closed.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Missing '}' (section started at /srv/mail/anna/Maildir/dovecot.index:12)"]),
    line("cfg-section", "{?Error in configuration file {conf}: }Unknown section name: {name}")
        .says("A block name is wrong or its plugin package is missing. Fix the name.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Unknown section name: something"]),
    line("cfg-named24", "{?Error in configuration file {conf}: }Setting is a named filter, use '{name} {{'")
        .says("That setting is now a block. Write it as a block.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Setting is a named filter, use 'something {'"]),
    line("cfg-namedlist24", "{?Error in configuration file {conf}: }Setting is a named list filter, use '{name} {what} {{'")
        .says("That setting is now a block with a name. Write it as a block with a name.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Setting is a named list filter, use 'something mode {'"]),
    line("cfg-var24", "{?Error in configuration file {conf}: }Failed to expand {name} setting variables: {error}")
        .says("A variable in that setting is unknown; one-letter forms such as “%u” are gone. Write “user” in braces instead of %u.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Failed to expand something setting variables: Connection refused"]),
    line("cfg-bool", "{?Error in configuration file {conf}: }Invalid boolean value: {value} (use yes or no)")
        .says("The value must be yes or no. Fix the value.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Invalid boolean value: some-value (use yes or no)"]),
    line("cfg-timeunit", "{?Error in configuration file {conf}: }Time interval '{value}' is missing units (add e.g. 's' for seconds)")
        .says("A time has no unit. Write “30s”, “5min”, “1d”.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Time interval 'some-value' is missing units (add e.g. 's' for seconds)"]),
    line("cfg-openfile", "{?Error in configuration file {conf}: }{name}: Can't open file {path}: {error}")
        .says("Dovecot can't open {path}, which the setting {name} names: {error}. Until that's corrected, it doesn't start.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, &[
            ("See which part of the path is missing or closed; a certificate that was made anew may be in a folder of another name (certbot adds -0001):", "namei -l {path}; ls -l /etc/letsencrypt/live/"),
            ("Correct the path at the place that the line names (the certificate's key has the same folder), until this shows no error (only with -x it opens the files); then start Dovecot:", "doveconf -nx >/dev/null && systemctl restart dovecot; systemctl status dovecot"),
        ])
        .samples(&["something: Can't open file /srv/mail/anna/Maildir/dovecot.index: Permission denied"]),
    line("cfg-include", "{?Error in configuration file {conf}: }Couldn't open include file {path}: {error}")
        .says("An included file is missing. Use “!include_try” or create it.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Couldn't open include file /srv/mail/anna/Maildir/dovecot.index: Permission denied"]),
    line("cfg-hash", "{?Error in configuration file {conf}: }Configuration file {path} line {n}: Ambiguous '#' character in line, treating it as comment. Add a space before it to remove this warning.")
        .says("Part of a value after “#” is ignored, often in a password.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("Put the value in quotes.", "")])
        .cause(Cause::Config)
        .samples(&["Configuration file /srv/mail/anna/Maildir/dovecot.index line 12: Ambiguous '#' character in line, treating it as comment. Add a space before it to remove this warning."]),
    line("cfg-sslnocert", "{?Error in configuration file {conf}: }ssl enabled, but ssl_cert not set")
        .says("TLS is on without a certificate. Set ssl_cert and ssl_key, or ssl = no.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["ssl enabled, but ssl_cert not set"]),
    line("cfg-sslnokey", "{?Error in configuration file {conf}: }ssl enabled, but ssl_key not set")
        .says("TLS is on without a key.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["ssl enabled, but ssl_key not set"]),
    line("cfg-cipher", "{?Error in configuration file {conf}: }Can't set cipher list to '{value}' (ssl_cipher_list setting): {error}")
        .says("OpenSSL knows none of these ciphers.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, TLS_SETTINGS)
        .samples(&["Can't set cipher list to 'some-value' (ssl_cipher_list setting): error:0A000418:SSL routines::tlsv1 alert unknown ca"]),
    line("cfg-minproto24", "{?Error in configuration file {conf}: }Can't set minimum protocol to '{value}' (ssl_min_protocol setting): Unknown value")
        .says("The TLS version is written wrong. Write “TLSv1.2”.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, TLS_SETTINGS)
        .samples(&["Can't set minimum protocol to 'some-value' (ssl_min_protocol setting): Unknown value"]),
    line("cfg-sslprotos", "{?Error in configuration file {conf}: }Could not find a minimum ssl_min_protocol setting from ssl_protocols = {value}: {error}")
        .says("The old ssl_protocols can't be translated. Set ssl_min_protocol.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, TLS_SETTINGS)
        .samples(&["Could not find a minimum ssl_min_protocol setting from ssl_protocols = some-value: Connection refused"]),
    line("cfg-pwkey", "{?Error in configuration file {conf}: }Couldn't parse private SSL key ({name} setting)")
        .says("The key doesn't fit, is encrypted or isn't a key. Test it with “openssl pkey -in key.pem -noout”.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["Couldn't parse private SSL key (something setting)"]),
    line("cfg-copy", "{?Error in configuration file {conf}: }{error} (copy example configs from {path}/)")
        .says("There is no dovecot.conf at all. Copy the examples or reinstall.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Connection refused (copy example configs from /srv/mail/anna/Maildir/dovecot.index/)"]),
    line("cfg-parsefail", "{?Error in configuration file {conf}: }Failed to read configuration: {error}")
        .says("A service couldn't get its settings.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Failed to read configuration: Connection refused"]),
    line("cfg-namespace", "{?Error in configuration file {conf}: }namespace configuration error: inbox=yes namespace missing")
        .says("No namespace is marked as the inbox; nobody can read mail. Set “inbox = yes” in one namespace.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["namespace configuration error: inbox=yes namespace missing"]),
    line("cfg-nsdup", "{?Error in configuration file {conf}: }namespace configuration error: There can be only one namespace with inbox=yes")
        .says("Two namespaces claim the inbox; often a doubled include.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["namespace configuration error: There can be only one namespace with inbox=yes"]),
    line("cfg-nsprefix", "{?Error in configuration file {conf}: }namespace configuration error: Duplicate namespace prefix: \"{what}\"")
        .says("Two namespaces share a prefix. Give each its own prefix or name the block.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["namespace configuration error: Duplicate namespace prefix: \"INBOX.\""]),
    line("cfg-nssep", "{?Error in configuration file {conf}: }namespace configuration error: All list=yes namespaces must use the same separator")
        .says("Separators differ between namespaces. Use one separator everywhere.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["namespace configuration error: All list=yes namespaces must use the same separator"]),
    line("pi-uidl2", "{?Error in configuration file {conf}: }pop3_uidl_format setting doesn't contain any % variables.")
        .says("All messages would get the same id. Set pop3_uidl_format = %08Xu%08Xv.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["pop3_uidl_format setting doesn't contain any % variables."]),
    line("pi-clientwork", "{?Error in configuration file {conf}: }imap_client_workarounds: Unknown workaround: {what}")
        .says("The setting imap_client_workarounds has a word that this version doesn't know.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["imap_client_workarounds: Unknown workaround: XYZ"]),
    line("pi-postmaster", "{?Error in configuration file {conf}: }postmaster_address setting not given")
        .says("The LDA needs an address for bounces. Set postmaster_address.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["postmaster_address setting not given"]),
    line("pi-postbad", "{?Error in configuration file {conf}: }invalid address `{value}' specified for the postmaster_address setting")
        .says("The address in postmaster_address isn't valid.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, &[("Set postmaster_address to a whole address that somebody reads, such as postmaster@ and the server's domain:", "doveconf -n postmaster_address; hostname -d")])
        .samples(&["invalid address `some-value' specified for the postmaster_address setting"]),
    line("pi-logfmt", "{?Error in configuration file {conf}: }Failed to expand imap_logout_format={text}: {error}")
        .says("The setting imap_logout_format is wrong.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Failed to expand imap_logout_format=some text: Connection refused"]),
    line("pi-prefix", "{?Error in configuration file {conf}: }Failed to expand mail_log_prefix={text}: {error}")
        .says("The setting mail_log_prefix is wrong.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Failed to expand mail_log_prefix=some text: Connection refused"]),
    line("qu-root1", "Couldn't create quota root: {text}")
        .says("The quota setting is wrong.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, USER_SETTINGS)
        .samples(&["Couldn't create quota root: some text"]),
    line("qu-backend", "Unknown quota backend: {name}")
        .says("The quota setting names a kind that doesn't exist.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PLUGIN_MISSING)
        .samples(&["Unknown quota backend: something"]),
    line("qu-driver24", "{?Error in configuration file {conf}: }Unknown quota_driver: {name}")
        .says("Only count, fs, imapc and maildir exist in 2.4 (dict and dirsize are gone). Set quota_driver = count.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Unknown quota_driver: something"]),
    line("qu-rule", "Invalid rule {value}: {error}")
        .says("A quota_rule is wrong, often one from the user database. Write “*:storage=1G”.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Invalid rule some-value: Connection refused"]),
    line("qu-vsizes", "quota count backend requires quota_vsizes=yes")
        .says("The setting quota_vsizes = yes is missing.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Set quota_vsizes = yes.", "")])
        .cause(Cause::Config)
        .loose()
        .samples(&["quota count backend requires quota_vsizes=yes"]),
    line("ac-file", "Global ACL file {path} line {n}: {text}")
        .says("A line of the file with the permissions of folders is wrong, so the list of folders fails. Fix that line.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .samples(&["Global ACL file /srv/mail/anna/Maildir/dovecot.index line 12: some text"]),
    line("ac-init", "ACL backend initialization failed")
        .says("The setting for shared folders (acl) is wrong, so the user can't log in. Set acl = vfile.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Set the plugin's acl to vfile, or vfile: and the folder of the global rules (2.4: acl_driver = vfile):", "doveconf -n | grep -w acl")])
        .cause(Cause::Config)
        .loose()
        .samples(&["ACL backend initialization failed"]),
    line("ac-fullfs", "mail_full_filesystem_access=yes is incompatible with ACLs")
        .says("The settings for shared folders and for full access to the file system exclude each other. Turn off one.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, &[("Set mail_full_filesystem_access = no, or take the plugin acl out of mail_plugins:", "doveconf -n mail_full_filesystem_access mail_plugins")])
        .samples(&["mail_full_filesystem_access=yes is incompatible with ACLs"]),
    line("ac-sharedns", "Shared namespace prefix doesn't contain %u or %n")
        .says("The shared area is set up wrong. Write prefix = shared/%%u/.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Write the user into the prefix of the shared namespace: prefix = shared/%%u/ (2.4: shared/$user/):", "doveconf -n namespace")])
        .cause(Cause::Config)
        .loose()
        .samples(&["Shared namespace prefix doesn't contain %u or %n"]),
    line("ml-event", "Unknown event in mail_log_events: '{what}'")
        .says("A word in mail_log_events is wrong, so users can't log in.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Unknown event in mail_log_events: 'XYZ'"]),
    line("ml-field", "Unknown field in mail_log_fields: '{what}'")
        .says("A word in mail_log_fields is wrong, so users can't log in.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&["Unknown field in mail_log_fields: 'XYZ'"]),
    line("cr-version", "mail_crypt_plugin: mail_crypt_save_version setting missing")
        .says("The setting mail_crypt_save_version is missing. Set mail_crypt_save_version = 2.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Set mail_crypt_save_version = 2.", "")])
        .cause(Cause::Config)
        .loose()
        .samples(&["mail_crypt_plugin: mail_crypt_save_version setting missing"]),
    line("cr-pub", "{name}: Couldn't load public key: {error}")
        .says("The server's key is missing or damaged. Check the path and “<”.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("See that the file is a public key in PEM, and that the setting has < in front of the path (2.4: a path alone):", "doveconf -n | grep -e mail_crypt -e crypt_")])
        .cause(Cause::Config)
        .loose()
        .samples(&["something: Couldn't load public key: Connection refused"]),
    line("cr-priv", "{name}: Couldn't parse private key: {error}")
        .says("The server's key is damaged or needs a password. Set its password.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("See that the file is a private key in PEM; if it has a password, set that, too:", "doveconf -n | grep -e mail_crypt -e crypt_")])
        .cause(Cause::Config)
        .loose()
        .samples(&["something: Couldn't parse private key: Connection refused"]),
    line("ix-driver", "Unknown mail storage driver {name}")
        .says("The setting mail_location names a kind that isn't built in. Write maildir:, mdbox:, sdbox: or mbox:.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PLUGIN_MISSING)
        .samples(&["Unknown mail storage driver something"]),
    line("ix-ambig", "Ambiguous mail location setting, don't know what to do with it: {value} (try prefixing it with mbox: or maildir:)")
        .says("The setting mail_location doesn't say which kind of mailbox it is. Write “maildir:” in front of the path.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, USERS_FOLDER)
        .samples(&["Ambiguous mail location setting, don't know what to do with it: some-value (try prefixing it with mbox: or maildir:)"]),
    line("ix-homemiss", "userdb didn't return a home directory, but {name} used it (%h): {value}")
        .says("A path needs a home directory, but the user database gives none. Return “home”, or set mail_home.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, USERS_FOLDER)
        .samples(&["userdb didn't return a home directory, but something used it (%h): some-value"]),
    line("ix-homemiss24", "{name} setting used home directory (~/) but there is no mail_home and userdb didn't return it")
        .says("A path needs a home directory, but the user database gives none. Set mail_home.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, USERS_FOLDER)
        .samples(&["something setting used home directory (~/) but there is no mail_home and userdb didn't return it"]),
    line("ix-db-alt", "dbox {path}: Original ALT={path2}, but currently no ALT path set")
        .says("The second storage path is gone from the settings; older messages can't be opened. Put “:ALT=” back into mail_location.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Put “:ALT=” back into mail_location.", "")])
        .cause(Cause::Config)
        .loose()
        .samples(&["dbox /srv/mail/anna/Maildir/dovecot.index: Original ALT=/srv/mail/anna/Maildir/dovecot.index, but currently no ALT path set"]),
    line("ix-db-alt24", "{path}: Original mail_alt_path={path2}, but currently mail_alt_path is empty")
        .says("The second storage path is gone from the settings, so older messages can't be opened. Set mail_alt_path.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Set mail_alt_path.", "")])
        .cause(Cause::Config)
        .loose()
        .samples(&["/srv/mail/anna/Maildir/dovecot.index: Original mail_alt_path=/srv/mail/anna/Maildir/dovecot.index, but currently mail_alt_path is empty"]),
    line("ix-attach", "{path} contains references to external attachments, but mail_attachment_dir is unset")
        .says("The attachments' directory is gone from the settings. Set mail_attachment_dir.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Set mail_attachment_dir.", "")])
        .cause(Cause::Config)
        .loose()
        .samples(&["/srv/mail/anna/Maildir/dovecot.index contains references to external attachments, but mail_attachment_dir is unset"]),
    line("ix-zlib24", "mail_compress plugin: Detected {name} compression but support not compiled in")
        .says("The message is compressed in a way this build can't read. Install the full build.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PLUGIN_MISSING)
        .samples(&["mail_compress plugin: Detected something compression but support not compiled in"]),
    line("ix-legacy24", "mailbox_directory_name_legacy=yes has been deprecated and will eventually be removed.")
        .says("An old directory layout is in use. Plan the change; see the text's link.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("It works still. Before it's removed, rename the folders on disk as the page that the line names says, then set it to no:", "doveconf -n | grep mailbox_directory_name")])
        .cause(Cause::Config)
        .loose()
        .samples(&["mailbox_directory_name_legacy=yes has been deprecated and will eventually be removed."]),
    line("da-unknown", "Unknown command '{what}', but plugin {name} exists. Try to set mail_plugins={name2}")
        .says("The command belongs to a plugin that isn't loaded. Add -o mail_plugins.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Add -o mail_plugins.", "")])
        .cause(Cause::Config)
        .loose()
        .samples(&["Unknown command 'zzz', but plugin something exists. Try to set mail_plugins=something"]),
    line("da-noiter", "Trying to iterate users, but userdbs don't support it")
        .says("The user database can't list its users.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Set iterate_query / iterate_filter.", "")])
        .cause(Cause::Config)
        .loose()
        .samples(&["Trying to iterate users, but userdbs don't support it"]),
    line("da-nopw", "doveadm_password not set, remote authentication disabled")
        .says("Remote administration commands are refused, since doveadm_password isn't set. Set doveadm_password.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Set doveadm_password.", "")])
        .cause(Cause::Config)
        .loose()
        .samples(&["doveadm_password not set, remote authentication disabled"]),
    line("su-nohost", "No relay host configured for submission proxy (submission_relay_host is unset)")
        .says("The mail transfer program that should send isn't set. Set submission_relay_host.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Set submission_relay_host.", "")])
        .cause(Cause::Config)
        .loose()
        .samples(&["No relay host configured for submission proxy (submission_relay_host is unset)"]),
    line("di-uri", "Dictionary URI is missing ':': {value}")
        .says("The address of a dictionary is incomplete. Write “proxy::name” or “file:path”.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Write the dictionary with its kind in front: proxy::name, file:/path or redis:host=127.0.0.1:", "doveconf -n dict; doveconf -n | grep dict")])
        .cause(Cause::Config)
        .loose()
        .samples(&["Dictionary URI is missing ':': some-value"]),
    line("di-module", "Unknown dict module: {name}")
        .says("The database package is missing, or the module went away in 2.4. Install dovecot-mysql/-pgsql/-ldap.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PLUGIN_MISSING)
        .samples(&["Unknown dict module: something"]),
    line("rp-aggr", "replicator_host: gethostbyname({host}) failed: {error}")
        .says("The replicator's name can't be resolved.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, &[("Let {host} resolve, or write its address into replicator_host:", "getent hosts {host}; doveconf -n | grep replicator_host")])
        .samples(&["replicator_host: gethostbyname(192.0.2.7) failed: Connection refused"]),
    line("ft-solr-url", "fts_solr: url setting missing")
        .says("The Solr address is missing. Set fts_solr = url=http://...")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Set fts_solr = url=http://...", "")])
        .cause(Cause::Config)
        .loose()
        .samples(&["fts_solr: url setting missing"]),
    line("ft-solr-url24", "fts_solr_url is required")
        .says("The address of the search server (Solr) is missing. Set fts_solr_url.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Set fts_solr_url.", "")])
        .cause(Cause::Config)
        .loose()
        .samples(&["fts_solr_url is required"]),
    line("st-exporter", "metric {name} refers to non-existent exporter '{name2}'")
        .says("A metric names an exporter that isn't set up.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, &[("Add an event_exporter {name2}, or name an existing one in the metric {name}:", "doveconf -n event_exporter metric")])
        .samples(&["metric something refers to non-existent exporter 'something'"]),
    line("px-nonetworks", "{?proxy({user},{host}): }login_trusted_networks: Invalid network '{value}'")
        .says("A trusted network is written wrong and is ignored. Write “192.0.2.0/24”.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Write the network as address and length, such as 192.0.2.0/24:", "doveconf -a | grep -e login_trusted_networks -e allow_nets")])
        .cause(Cause::Config)
        .loose()
        .samples(&["login_trusted_networks: Invalid network 'some-value'"]),
    line("ms-sievedir", "Sieve storage path `{path}' is relative to home directory, but home directory is not available.")
        .says("The user has no home directory. Return “home” from the user database.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Let the user database return home for the user, or write the whole path into sieve:", "doveadm user {user}; doveconf -n | grep sieve")])
        .cause(Cause::Config)
        .loose()
        .samples(&["Sieve storage path `/srv/mail/anna/Maildir/dovecot.index' is relative to home directory, but home directory is not available."]),
    line("ssl-protocols", "{?Error in configuration file {conf}: }Invalid ssl_protocols setting: {error}")
        .says("The setting ssl_protocols has a word that OpenSSL doesn't know ({error}), so the login service can't start: nobody can connect. Remove that word; newer versions use ssl_min_protocol.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, TLS_SETTINGS)
        .samples(&["Invalid ssl_protocols setting: Unknown protocol 'SSLv2'"]),
    renamed("renamed-certificate", "Error in configuration file {conf}: {?{name}: }Unknown setting: ssl_cert", "Dovecot 2.4 doesn't know ssl_cert: it's called ssl_server_cert_file now, and takes the path without “<”. Dovecot doesn't start with the old name.", &[
        "Error in configuration file /etc/dovecot/conf.d/10-ssl.conf line 59: ssl_cert: Unknown setting: ssl_cert",
    ]),
    renamed("renamed-key", "Error in configuration file {conf}: {?{name}: }Unknown setting: ssl_key", "Dovecot 2.4 doesn't know ssl_key: it's called ssl_server_key_file now, and takes the path without “<”. Dovecot doesn't start with the old name.", &[
        "Error in configuration file /etc/dovecot/conf.d/10-ssl.conf line 60: ssl_key: Unknown setting: ssl_key",
    ]),
    renamed("renamed-location", "Error in configuration file {conf}: {?{name}: }Unknown setting: mail_location", "Dovecot 2.4 doesn't know mail_location: mail_driver (such as maildir) and mail_path take its place. Dovecot doesn't start with the old name.", &[
        "Error in configuration file /etc/dovecot/conf.d/10-mail.conf line 30: mail_location: Unknown setting: mail_location",
    ]),
    renamed("renamed-cleartext", "Error in configuration file {conf}: {?{name}: }Unknown setting: disable_plaintext_auth", "Dovecot 2.4 doesn't know disable_plaintext_auth: it's called auth_allow_cleartext now, with the opposite meaning. Dovecot doesn't start with the old name.", &[
        "Error in configuration file /etc/dovecot/conf.d/10-auth.conf line 10: disable_plaintext_auth: Unknown setting: disable_plaintext_auth",
    ]),
    line("setting-unknown", "Error in configuration file {conf}: {?{name}: }Unknown setting: {value}")
        .says("The settings have a name that this version of Dovecot doesn't know: {value}. It's mistyped, its plugin isn't loaded, or a newer version renamed it (2.4 renamed most of them). Dovecot doesn't start with it.")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, SETTING_AT_PLACE)
        .samples(&[
            "Error in configuration file /etc/dovecot/conf.d/10-ssl.conf line 59: ssl_dh_size: Unknown setting: ssl_dh_size",
            "Error in configuration file /etc/dovecot/dovecot.conf line 3: Unknown setting: foo",
        ]),
    line("user-settings", "Invalid user settings. Refer to server log for more information.")
        .says("The settings for the mailboxes or for this user are wrong, so the mailbox couldn't be opened. Look for another line of the same time: it names the setting.")
        .level(Level::Alert)
        .follows()
        .cause(Cause::Config)
        .helps(Party::OurServer, USER_SETTINGS)
        .samples(&["Invalid user settings. Refer to server log for more information."]),
    line("group-not-changed", "setgid({what}) failed with {text}: {error}{? ({detail})}")
        .says("The program couldn't change to the group of the mailbox: it runs as another user than the one that owns the mailbox. Run it as the mail system's user (for a script service, its setting “user”).")
        .level(Level::Alert)
        .cause(Cause::Config)
        .helps(Party::OurServer, &[
            (
                "Run it as the user and group that own the mailboxes: in a service's block, set user (and group) to them; for a program that another server calls, correct the user there:",
                "doveconf -n | grep -B3 -A12 'service '",
            ),
            ("Mail systems usually have one user for all mailboxes, such as vmail; see who owns them:", "doveconf -n mail_uid mail_gid mail_location; id vmail"),
        ])
        .samples(&["setgid(5000(vmail) from userdb lookup) failed with euid=110(dovecot), gid=116(dovecot), egid=116(dovecot): Operation not permitted (This binary should probably be called with process group set to 5000(vmail) instead of 116(dovecot))"]),
    line("encryption-detail", "SSL: Stacked error: {error}")
        .says("A TLS connection failed, in the words of OpenSSL: {error}.")
        .sign(Sign::TlsDetail)
        .level(Level::Warning)
        .cause(Cause::Tls)
        .hints(CERTIFICATE_SHOWN)
        .samples(&["SSL: Stacked error: error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher"]),
    line("parameters-begun", "Generating SSL parameters")
        .says("Dovecot is making the parameters for encryption (DH), which can take minutes. Until then some clients can't connect with encryption.")
        .samples(&["Generating SSL parameters"]),
    line("parameters-done", "SSL parameters regeneration completed")
        .says("The parameters for encryption (DH) are ready.")
        .samples(&["SSL parameters regeneration completed"]),
    line("child-status-alone", "{?master: }service({service}): child {pid} returned error {n}")
        .says("A process of the service {service} exited with an error; its own message, usually just before, says why.")
        .level(Level::Alert)
        .effect(Effect::Trail)
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, PROCESS_SAID_WHY)
        .samples(&["service(quota-warning): child 4801 returned error 75"]),
];
