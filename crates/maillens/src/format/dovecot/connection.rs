//! What happens to connections around Dovecot's log-in: encryption, passing log-ins on to the server that
//! holds the mailbox, and the header of a load balancer.

use super::master::PROCESS_CRASHED;
use super::settings::{CERTIFICATE, DH_PARAMETERS, TOO_MANY_CONNECTIONS};
use super::storage::AUTH_SOCKET;
use super::{Effect, Field, Format, FormatKind, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Cause;
use crate::vocabulary::Level;
use crate::vocabulary::Party;
use crate::vocabulary::{Login, TraceType::Session};

pub(super) const CERTIFICATE_SHOWN: &[(&str, &str)] = &[(
    "See which certificate the server shows, until when it's valid, and whether the chain is whole:",
    "openssl s_client {listener} </dev/null 2>/dev/null | openssl x509 -noout -dates -ext subjectAltName; openssl s_client {listener} -showcerts </dev/null 2>/dev/null | grep -e ' [si]:' -e 'Verify return'",
)];

pub(super) const BACKEND_DOWN: &[(&str, &str)] = &[
    (
        "See from this server whether the one that holds the mailbox answers, and whether its service runs:",
        "nc -vz {ip} {port}",
    ),
    ("Its own log of that time says more. What this one has open:", "doveadm proxy list"),
];

pub(super) const PROXY_LOOPS: &[(&str, &str)] = &[(
    "The proxy leads back to this server: correct the host in the user's entry, or leave it out where the mailbox is here:",
    "doveadm auth lookup {user}",
)];

const PROXY_PROTOCOL: &[(&str, &str)] = &[(
    "The listener expects the header of a load balancer (PROXY protocol). Clients that connect without one need a listener with haproxy = no; the balancer's address must be in haproxy_trusted_networks:",
    "doveconf haproxy_trusted_networks; doveconf -n | grep -B6 'haproxy = yes'",
)];

/// Encryption, proxying and load balancers.
pub static FORMAT: Format = Format {
    id: "dovecot-connection",
    title: "Dovecot's handling of connections",
    found_in: &["/var/log/dovecot.log", "/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "Dovecot 2.2.36, 2.3.21, 2.4.4 login-common/login-proxy.c",
        "lib-ssl-iostream/iostream-openssl.c",
        "lib-ssl-iostream/iostream-openssl-context.c",
        "lib-master/master-service-haproxy.c",
    ],
    programs: &[
        "imap-login",
        "pop3-login",
        "submission-login",
        "managesieve-login",
        "lmtp",
        "imap",
        "pop3",
        "submission",
        "managesieve",
        "config",
        "doveadm",
        "stats",
        "imap-urlauth-login",
    ],
    place: Place::Program,
    kind: FormatKind::Users,
    realm: "dovecot",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("path", Role::Path, "The file or folder that it is about."),
    field("error", Role::Text, "The cause, in the words of the program or the operating system."),
    field("what", Role::Text, "What it was, in Dovecot's words."),
    field("why", Role::Text, "The reason, in Dovecot's words."),
    field("text", Role::Text, "What the program said, in its own words."),
    field("detail", Role::Text, "The rest of the line, in Dovecot's words."),
    field("user", Role::User, "The user that it is about.").shape(Shape::Text),
    field("n", Role::Count, "A number: {}."),
    field("secs", Role::Duration, "Seconds: {}.").shape(Shape::Decimal),
    field("service", Role::Program, "The Dovecot service that it is about.").shape(Shape::Name),
    field("pid", Role::Count, "The number of the process: {}."),
    field("name", Role::Text, "The name that it is about."),
    field("setting", Role::Text, "The setting."),
    field("port", Role::Port, "The port."),
    field("ip", Role::Ip, "The IP address."),
    field("rip", Role::Client, "The remote IP address: where the client connected from."),
    field("socket", Role::Path, "The file through which Dovecot's services talk to each other."),
    field("server", Role::Remote, "The server that the login is passed on to.").shape(Shape::Text),
    field("reply", Role::Reply, "What the other server answered."),
    field("side", Role::State, "Which side ended it.").shape(Shape::Text),
    field("state", Role::State, "How far it had come.").shape(Shape::Text),
    field("subject", Role::Text, "Whom the certificate is for."),
];

const PATTERNS: &[Pattern] = &[
    line("proxy-started-2-2", "proxy({user}): started proxying to {server}")
        .says("The login was passed on to another mail server that holds the mailbox.")
        .level(Level::Success)
        .effect(Effect::Login(Login::Ok))
        .loose()
        .samples(&["proxy(anna@garden-tools.example): started proxying to 10.0.0.5:143"]),
    line("proxy-started", "proxy({user},{server}): Started proxying to <{ip}> ({secs} secs{?, {detail}})")
        .says("The login was passed on to the backend server named.")
        .level(Level::Success)
        .effect(Effect::Login(Login::Ok))
        .loose()
        .samples(&["proxy(anna@garden-tools.example,10.0.0.5:143): Started proxying to <192.0.2.25> (30 secs)"]),
    line("proxy-started-2-4", "proxy({user},{server}): Started proxying to remote host ({secs} secs{?, {detail}})")
        .says("The login was passed on to the backend server.")
        .level(Level::Success)
        .effect(Effect::Login(Login::Ok))
        .loose()
        .samples(&["proxy(anna@garden-tools.example,10.0.0.5:143): Started proxying to remote host (30 secs)"]),
    line("proxy-ended", "proxy({user}): Disconnected by {side} ({detail})")
        .says("A proxied session ended; the line says which side closed it and the bytes passed.")
        .level(Level::Success)
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["proxy(anna@garden-tools.example,10.0.0.5:143): Disconnected by client (12s idle, in=120, out=5120)"]),
    line("proxy-ended-2-2", "proxy({user}): disconnecting {ip} ({why})")
        .says("A proxied session ended.")
        .level(Level::Success)
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["proxy(anna@garden-tools.example): disconnecting 192.0.2.25 (syncing)"]),
    line("proxy-timeout-2-2", "proxy: Logging in to {server} timed out (state={state}, duration={secs}s)")
        .says("The backend mail server did not answer the passed-on login in time.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .samples(&["proxy: Logging in to 10.0.0.5:143 timed out (state=login, duration=30s)"]),
    line("proxy-kicked-2-2", "Connection kicked{?: {detail}}")
        .says("An administrator ended a proxied session.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Connection kicked"]),
    line("tls-off", "SSL is disabled (ssl=no){?: {detail}}")
        .says("A client asked for encryption but it is switched off on this server.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["SSL is disabled (ssl=no)"]),
    line("address-refused", "access({socket}): Client refused (rip={rip})")
        .says("An address rule (TCP wrappers) refused this client.")
        .level(Level::Permanent)
        .helps(Party::OurServer, &[("See which rule refuses the address (hosts.allow, hosts.deny), and change it if the client is wanted:", "cat /etc/hosts.allow /etc/hosts.deny; doveconf login_access_sockets")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["access(/run/dovecot/auth-worker): Client refused (rip=127.0.20.9)"]),
    line("address-check-left", "access({socket}): Client disconnected during lookup (rip={rip})")
        .says("The client left while the address rule was being checked.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["access(/run/dovecot/auth-worker): Client disconnected during lookup (rip=127.0.20.9)"]),
    line("proxy-loops", "{?proxy({user}): }Proxying loops to itself")
        .says("The proxy setting sends the user back to this same server.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PROXY_LOOPS)
        .samples(&["Proxying loops to itself"]),
    line("proxy-circle", "{?proxy({user}): }TTL reached zero - proxies appear to be looping?")
        .says("Mail servers keep passing the login on in a loop.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PROXY_LOOPS)
        .samples(&["TTL reached zero - proxies appear to be looping?"]),
    line("proxy-host-down", "{?proxy({user}): }Host is down")
        .says("The backend server was marked down, so the login was refused.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .helps(Party::OurServer, BACKEND_DOWN)
        .samples(&["Host is down"]),
    line("proxy-host-down-2-4", "{?proxy({user}): }Host has been down for {secs} secs (last success was {detail})")
        .says("The backend server has not answered for that long.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .helps(Party::OurServer, BACKEND_DOWN)
        .samples(&["Host has been down for 30 secs (last success was dir owner missing perms)"]),
    line("proxy-unreachable", "{?proxy({user}): }connect({ip}, {port}) failed: {error}")
        .says("The backend server could not be reached.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .helps(Party::OurServer, BACKEND_DOWN)
        .samples(&["connect(192.0.2.25, 143) failed: Internal error occurred"]),
    line("proxy-timeout", "{?proxy({user}): }Login timed out in state={state}")
        .says("The backend took too long to log the user in.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .samples(&["Login timed out in state=login"]),
    line("proxy-refused-2-2", "proxy({user}): Login failed to {server}: {reply}")
        .says("The backend refused the passed-on password.")
        .level(Level::Permanent)
        .effect(Effect::Login(Login::Failed))
        .cause(Cause::WrongLogin)
        .loose()
        .samples(&["proxy(anna@garden-tools.example): Login failed to 10.0.0.5:143: NO Authentication failed."]),
    line("proxy-refused", "{?proxy({user}): }Login failed ({secs} secs): {reply}")
        .says("The server that holds the mailbox did not accept the name and password that were passed on.")
        .level(Level::Permanent)
        .effect(Effect::Login(Login::Failed))
        .cause(Cause::WrongLogin)
        .loose()
        .samples(&["Login failed (30 secs): NO Authentication failed."]),
    line("proxy-lost", "{?proxy({user}): }Disconnected by server: {why} (state={state}, duration={secs}s)")
        .says("The backend closed the connection while the user was logging in.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .samples(&["Disconnected by server: syncing (state=login, duration=30s)"]),
    line("proxy-no-starttls", "{?proxy({user}): }STARTTLS not supported")
        .says("The backend does not offer the encryption the proxy demands.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .samples(&["STARTTLS not supported"]),
    line("proxy-no-starttls-2-2", "proxy: Remote doesn't support STARTTLS")
        .says("2.2 wording of the same.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .samples(&["proxy: Remote doesn't support STARTTLS"]),
    line("proxy-reconnecting", "{?proxy({user}): }{error} - reconnecting (attempt #{n})")
        .says("The proxy is trying the backend again after a failure.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .samples(&["Internal error occurred - reconnecting (attempt #3)"]),
    line("proxy-kicked", "{?proxy({user}): }Disconnected by proxy: Kicked by admin")
        .says("An administrator ended the session.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Disconnected by proxy: Kicked by admin"]),
    line("tls-not-agreed", "SSL_accept() failed: {error}")
        .says("Encryption could not be agreed with the client; the OpenSSL text says why.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Tls)
        .hints(CERTIFICATE_SHOWN)
        .samples(&["SSL_accept() failed: Internal error occurred"]),
    line("tls-accept_syscall", "SSL_accept() syscall failed: {error}")
        .says("The connection broke while encryption was being agreed.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Tls)
        .hints(CERTIFICATE_SHOWN)
        .samples(&["SSL_accept() syscall failed: Internal error occurred"]),
    line("tls-hsclosed24", "SSL connection closed during handshake")
        .says("The client left while encryption was being agreed.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Tls)
        .samples(&["SSL connection closed during handshake"]),
    line("tls-read", "SSL_read failed: {error}")
        .says("An encrypted connection broke while it was in use.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["SSL_read failed: Internal error occurred"]),
    line("tls-write", "SSL_write failed: {error}")
        .says("An encrypted connection broke while sending.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["SSL_write failed: Internal error occurred"]),
    line("tls-cert-valid", "Received valid SSL certificate: {subject}")
        .says("The client certificate was accepted.")
        .level(Level::Success)
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Received valid SSL certificate: /CN=anna"]),
    line("tls-cert-invalid", "Received invalid SSL certificate: {error}: {subject}")
        .says("A certificate that was checked did not pass.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Received invalid SSL certificate: Internal error occurred: /CN=anna"]),
    line("tls-ctx", "SSL context initialization failed, disabling SSL: {error}")
        .says("The certificate or key could not be loaded, so no encryption is offered.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["SSL context initialization failed, disabling SSL: Internal error occurred"]),
    line("tls-key-of-another", "{?Failed to initialize SSL server context: }Can't load SSL private key{?{detail}}: Key is for a different cert than {error}")
        .says("The private key doesn't belong to the certificate, so no encrypted connection comes about.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["Failed to initialize SSL server context: Can't load SSL private key (ssl_key setting): Key is for a different cert than ssl_cert"]),
    line("tls-ctx23", "Failed to initialize SSL server context: {error}")
        .says("The certificate or key could not be loaded; TLS logins fail.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["Failed to initialize SSL server context: Internal error occurred"]),
    line("tls-conn23", "Failed to initialize SSL connection: {error}")
        .says("Encryption could not be started for one client.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["Failed to initialize SSL connection: Internal error occurred"]),
    line("tls-dh", "{?SSL: }Diffie-Hellman key exchange requested, but no DH parameters provided. Set ssl_dh=</path/to/dh.pem{?: {detail}}")
        .says("An older key-exchange was asked for but the server has no parameters for it.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, DH_PARAMETERS)
        .samples(&["Diffie-Hellman key exchange requested, but no DH parameters provided. Set ssl_dh=</path/to/dh.pem"]),
    line("tls-keypass", "SSL private key file is password protected, but password isn't given{?: {detail}}")
        .says("The certificate key is locked and Dovecot has no password for it.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["SSL private key file is password protected, but password isn't given"]),
    line("tls-certload", "Can't load SSL certificate{? ({setting} setting)}: {error}")
        .says("The certificate file could not be read or does not parse.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["Can't load SSL certificate: Internal error occurred"]),
    line("tls-keyload", "Can't load SSL private key{? ({setting} setting)}: {error}")
        .says("The key file is unreadable or does not match the certificate.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["Can't load SSL private key: Internal error occurred"]),
    line("tls-keyload22", "Can't load private ssl_key: {error}")
        .says("The key file is unreadable or does not match the certificate.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["Can't load private ssl_key: Internal error occurred"]),
    line("tls-sni", "TLS SNI servername sent by client is not a valid DNS name{?: {detail}}")
        .says("The client asked for a host name that is not a host name.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["TLS SNI servername sent by client is not a valid DNS name"]),
    line("ha-untrusted", "haproxy: Client not trusted (rip={rip})")
        .says("Something other than the trusted load balancer connected to the balancer-only port.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PROXY_PROTOCOL)
        .samples(&["haproxy: Client not trusted (rip=127.0.20.9)"]),
    line("ha-timeout", "haproxy: Client timed out (rip={rip})")
        .says("The load balancer connected but did not send its header in time.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .helps(Party::OurServer, PROXY_PROTOCOL)
        .samples(&["haproxy: Client timed out (rip=127.0.20.9)"]),
    line("ha-badheader", "haproxy: Client disconnected: Failed to read valid HAproxy data (rip={rip})")
        .says("A direct client reached the balancer-only port, or the balancer sends no PROXY header.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, PROXY_PROTOCOL)
        .samples(&["haproxy: Client disconnected: Failed to read valid HAproxy data (rip=127.0.20.9)"]),
    line("ha-short", "haproxy: Client disconnected: Failed to read full header (rip={rip})")
        .says("The connection closed before the balancer header was complete; often a health check.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["haproxy: Client disconnected: Failed to read full header (rip=127.0.20.9)"]),
    line("ha-v1", "haproxy(v1): Client disconnected: {what}, rip={rip})")
        .says("The text header of the balancer was malformed.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .helps(Party::OurServer, PROXY_PROTOCOL)
        .samples(&["haproxy(v1): Client disconnected: invalid record size, rip=127.0.20.9)"]),
    line("ha-v2", "haproxy(v2): Client disconnected: {what}, rip={rip})")
        .says("The binary header of the balancer was malformed.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PROXY_PROTOCOL)
        .samples(&["haproxy(v2): Client disconnected: invalid record size, rip=127.0.20.9)"]),
    line("ha-nettrust", "haproxy_trusted_networks: Invalid network '{name}'")
        .says("The list of trusted balancers has a wrong entry.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, PROXY_PROTOCOL)
        .samples(&["haproxy_trusted_networks: Invalid network 'bogus_setting'"]),
    line("anvil-timeout", "{path}: Anvil queries timed out after {n} secs - aborting queries")
        .says("Connection counting did not answer.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&["/srv/mail/nils/Maildir/dovecot.index: Anvil queries timed out after 3 secs - aborting queries"]),
    line("auth-connection-closed", "Auth connection closed with {n} pending requests (max {secs} secs, pid={pid}, {why})")
        .says("The service that checks passwords went away while logins were waiting.")
        .level(Level::Alert)
        .cause(Cause::AuthService)
        .samples(&["Auth connection closed with 3 pending requests (max 30 secs, pid=18753, syncing)"]),
    line("auth-unreachable", "{?auth: }connect({socket}) in directory {path} failed: {error}")
        .says("A process cannot reach the service that checks passwords.")
        .level(Level::Alert)
        .cause(Cause::AuthService)
        .loose()
        .helps(Party::OurServer, AUTH_SOCKET)
        .samples(&["connect(/run/dovecot/auth-worker) in directory /srv/mail/nils/Maildir/dovecot.index failed: Internal error occurred"]),
    line("master-socket-full", "master({service}): net_connect_unix({socket}) failed: {error}")
        .says("The login was right, but the mail service did not accept it: usually because it is full.")
        .level(Level::Alert)
        .cause(Cause::ServerFull)
        .helps(Party::OurServer, TOO_MANY_CONNECTIONS)
        .samples(&["master(imap): net_connect_unix(/run/dovecot/auth-worker) failed: Internal error occurred"]),
    line("master-closed", "master({service}): read() failed: Remote closed connection (destination service {{ process_limit } reached?){? ({detail})}")
        .says("The mail service dropped the login, because it has as many processes as it may have.")
        .level(Level::Alert)
        .cause(Cause::ServerFull)
        .helps(Party::OurServer, TOO_MANY_CONNECTIONS)
        .samples(&[
            "master(imap): read() failed: Remote closed connection (destination service { process_limit } reached?)",
            "master(imap): read() failed: Remote closed connection (destination service { process_limit } reached?) (client-pid=8311, client-id=17, rip=192.0.2.66, created 10006 msecs ago, received 0/4 bytes)",
        ]),
    line("auth-timed-out", "Auth request timed out{?: {detail}}")
        .says("Starting the process for the mailbox took too long.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::ServerFull)
        .samples(&["Auth request timed out"]),
    line("client-bug", "BUG: {text}")
        .says("Two parts of Dovecot did not understand each other.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Crash)
        .helps(Party::OurServer, PROCESS_CRASHED)
        .samples(&["BUG: Unknown internal error"]),
];
