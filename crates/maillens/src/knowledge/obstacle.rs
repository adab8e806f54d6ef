//! What keeps an email app, a website or a script from a mail server, in the words of those programs. Each has its own
//! sentences and means one of a few things, so the words are looked for wherever they stand, and the families of this
//! one table say what they mean and who acts. What a server itself replied says more and is asked first.

use super::fault::{end_of, fold, whole};
use crate::syntax::reply;
use crate::text::{lossy, prose};
use crate::vocabulary::Party;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use std::sync::LazyLock;

/// Which obstacle it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the headline of each says what it is")]
pub enum ObstacleKind {
    CertificateDate,
    CertificateName,
    CertificateIssuer,
    PlainPort,
    NoStarttls,
    WantsEncryption,
    Encryption,
    Token,
    AppPassword,
    NoCredentials,
    Method,
    NeedsLogin,
    Login,
    Expired,
    MicrosoftSignIn,
    NameUnknown,
    Silent,
    TurnedAway,
    NoRoute,
    PortsBlocked,
    Offline,
    NoAnswer,
    HungUp,
    NoMailer,
    LocalMailer,
    TooLarge,
    MailboxFull,
    Sender,
    Recipient,
    Attachment,
    ApiKey,
    Character,
    Program,
    Settings,
    Busy,
    InUse,
    Unchecked,
    Limit,
    ManyRecipients,
    Store,
    StoreFull,
    /// An antivirus program between an app and the server.
    Inspected,
    NoConnection,
    Unsent,
    Unread,
}

/// One of them.
#[derive(Debug)]
pub struct Obstacle {
    /// Which one.
    pub kind: ObstacleKind,
    /// How programs spell it, in small letters; `..` passes over some words. Outlook's numbers are spellings, too.
    spellings: &'static [&'static str],
    /// What happened, for the engineer: a sentence.
    pub headline: &'static str,
    /// Who must act. [`Party::TheirServer`] is the server that the program calls: it's this one where the text shows so.
    pub party: Party,
    /// What to do, the fix first. `{reach}`, `{name}` and `{tls}` are commands about the server that the text names:
    /// whether its port can be reached, its address, its certificate.
    pub next: &'static [&'static str],
}

impl Obstacle {
    /// True for an account at Amazon SES that lacks the check of an address.
    pub fn of_amazon(&self) -> bool {
        self.headline.starts_with("Amazon SES")
    }

    /// True for what webmail says: it runs on our side, and its settings are no customer's.
    pub fn of_webmail(&self) -> bool {
        self.headline.starts_with("Webmail")
    }
}

const PAIRS: &str = "Set encryption and port as a pair: 587 with STARTTLS or 465 with SSL/TLS to send, 993 (IMAP) or 995 (POP3) with SSL/TLS to receive.";
const LOOK_UP: &str = "Look for the customer's address or username in the server's log at the same time: if it isn't there, the app never reached the server.";

/// All of them, the most telling first.
#[rustfmt::skip]
pub static ROWS: &[Obstacle] = &[
    // What a server says in brackets (RFC 2449, 3206, 5530) decides, whatever number the app puts in front of it.
    Obstacle {
        kind: ObstacleKind::InUse,
        spellings: &[
            "in-use]", "inuse]", "locked by another pop3 session", "mailbox is in use", "mailbox in use", "unable to lock maildrop",
            "maildrop lock busy",
        ],
        headline: "Another app or device has the mailbox open; over POP3 only one can at a time.",
        party: Party::Recipient,
        next: &[
            "Have the owner fetch this mailbox with one app only, or less often, or switch the other apps to IMAP. Name and password are right.",
            "If no other app runs, a session hangs: list it with doveadm who, and end it with doveadm kick.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Unchecked,
        spellings: &["child crashed"],
        headline: "The program that checks the password crashed, often because its memory limit is too low.",
        party: Party::OurServer,
        next: &[
            "Raise the limit (softlimit -m) in the run file of the POP3 service to 64 MB or more, and restart it: grep -H softlimit /service/*/run.",
            "If the limit is high already, run the password checker by hand: a library that it needs may be missing.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Unchecked,
        spellings: &["unable to scan $home", "user has no $home"],
        headline: "The login worked, but the server can't open the folder of the mailbox.",
        party: Party::OurServer,
        next: &[
            "See whether the mailbox's folder is there and belongs to the user that reads it; if it's missing, create it (maildirmake) or restore it from the backup.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Unchecked,
        spellings: &[
            "sys/temp]", "sys/perm]", "[unavailable]", "serverbug]", "contactadmin]", "temporary authentication failure",
            "internal login failure",
            "internal error occurred. refer to server log",
        ],
        headline: "The server has a fault: it couldn't check the password or open the mailbox.",
        party: Party::OurServer,
        next: &[
            "See what the server logged at that moment: the service behind it (the database of the passwords, the folder of the mailbox, a limit) is named there: journalctl -p warning -n 50.",
            "The customer's settings are right as far as this shows; nothing needs to be changed in the app.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Unchecked,
        // Roundcube's own log.
        spellings: &["db error: sqlstate", "error connecting to database: sqlstate"],
        headline: "Webmail can't reach its own database; the mail server isn't concerned.",
        party: Party::OurServer,
        next: &[
            "Start the database, or correct the connection in webmail's settings (Roundcube: db_dsnw in config/config.inc.php): systemctl status mariadb mysql postgresql.",
            "If it runs: a full disk, too many connections or a changed password keep others out; its own log says which.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::NoConnection,
        spellings: &["connect to managesieve", "connect to sieve", "managesieve..connection refused", "sieve..connection refused"],
        headline: "Webmail got no connection to the service that keeps the mail filters (ManageSieve).",
        party: Party::OurServer,
        next: &[
            "See whether anything listens on its port, 4190 (ss -ltnp | grep 4190). If not, install it (Debian: dovecot-managesieved, RHEL: dovecot-pigeonhole), add sieve to protocols (doveconf protocols), and restart Dovecot.",
            "If it listens, compare the server, port and encryption with those in webmail's settings (Roundcube: plugins/managesieve/config.inc.php). Test it from webmail's machine ({reach}).",
        ],
    },
    Obstacle {
        kind: ObstacleKind::NoConnection,
        spellings: &["failed to establish relay connection"],
        headline: "The server took the login, but couldn't reach the mail server that it passes messages to (submission_relay_host).",
        party: Party::OurServer,
        next: &[
            "See where Dovecot's submission service passes messages to, and whether a mail server listens there; start that listener (in Postfix, in master.cf), or correct the setting (doveconf -n | grep submission_relay; ss -ltnp).",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Unread,
        spellings: &[
            "could not be copied to your sent", "copy was not placed in your sent", "not saved to sent items",
            "successfully, but not saved", "kopieren in den ordner für gesendete",
            "copié dans le dossier envoyés", "copia a la carpeta enviados", "map verzonden..gekopieerd",
            "copiada para a pasta de enviadas", "copiada para a sua pasta enviadas",
            "speichern der gesendeten nachricht", "enregistrement du courriel envoyé",
            "guardar el mensaje enviado", "opslaan van het verzonden bericht", "salvar a mensagem enviada",
            "guardar a mensagem enviada", "salvare il messaggio inviato", "saving sent message",
            "saving the sent message",
        ],
        headline: "The message was sent; only its copy for the Sent folder couldn't be saved.",
        party: Party::Recipient,
        next: &[
            "See how full the mailbox is: a full mailbox takes no copy. Then set the Sent folder in the account's settings to the server's own one.",
            "Don't send the message again: the recipients would get it twice.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::ManyRecipients,
        spellings: &[
            "too many recipients", "too much recipients", "maximum number of recipients", "recipient limit",
            "number of recipients..exceed", "zu viele empfänger", "trop de destinataires",
            "demasiados destinatarios", "te veel ontvangers", "muitos destinatários", "troppi destinatari",
        ],
        headline: "The message has more recipients than the server accepts at once.",
        party: Party::Sender,
        next: &[
            "Split the list: send to fewer recipients at a time, or use a mailing list or a newsletter service. The addresses themselves are right.",
            "If the limit is ours and too low, raise it (Postfix: smtpd_recipient_limit; Exim: recipients_max; webmail has one of its own, in Roundcube max_recipients).",
        ],
    },
    Obstacle {
        kind: ObstacleKind::PortsBlocked,
        // The connectivity test of Post SMTP.
        spellings: &["no outbound route"],
        headline: "The website's server has no way out to any mail server on this port: its hosting company probably blocks outgoing mail ports.",
        party: Party::Sender,
        next: &[
            "Ask the hosting company to open outgoing ports 587 and 465, or for the server that websites there must send through. Test it on the website's server: nc -vz smtp.gmail.com 587.",
            "Or let the plugin send through the HTTPS API of a provider (Gmail, Microsoft 365, SendGrid, Mailgun), which needs no mail port.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::NoConnection,
        // Roundcube's own files are named behind the error.
        spellings: &["expected cn=`localhost'..rcube", "expected cn=`127.0.0.1'..rcube", "expected cn=`[::1]'..rcube"],
        headline: "Webmail calls the mail server by a name for the machine itself (localhost), and the server's certificate is for another name. So it breaks off before any password is checked.",
        party: Party::OurServer,
        next: &[
            "In webmail's settings, name the server as the certificate does, in place of localhost: in Roundcube imap_host and smtp_host in config/config.inc.php, such as ssl://mail.example.com:993. On the machine itself, localhost without encryption (localhost:143) works, too.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::CertificateDate,
        spellings: &[
            "certificate has expired", "certificate is expired", "certificate expired", "expired certificate",
            "certificate is not yet valid", "zertifikat ist abgelaufen", "certificat a expiré",
            "certificado caducado", "certificado ha caducado", "certificaat is verlopen", "certificado expirou",
            "cert has expired", "sec error expired", "validity check failed", "certificateexpiredexception", "timestamp check failed", "certificate..expired on", "will not be valid until", "80072f8f",
            "zertifikat..abgelaufen",
        ],
        headline: "The program doesn't trust the certificate of the server: it has expired, or the device's clock is wrong.",
        party: Party::TheirServer,
        next: &[
            "Look at the certificate and its dates{? ({tls})}. If it has expired, renew it and reload the mail services, which often still use the old file.",
            "If it's valid, check date and time of the device.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::CertificateName,
        spellings: &[
            "does not match certificate", "not match the certificate", "certificate's altnames",
            "certificate's cn", "did not match expected cn", "peer certificate cn=",
            "certificate is not valid for", "certificate is valid for", "certificate name mismatch",
            "target principal name is incorrect", "hostname mismatch", "host name mismatch", "wrong principal",
            "remotecertificatenamemismatch", "no alternative certificate subject name", "no subject alternative",
            "belongs to a different site", "certificate belongs to", "800ccc01", "err cert common name invalid",
            "match the passed value", "name..does not match", "does not match the host name",
            "doesn't match the host name", "err cert altname invalid", "not valid for that server",
            "subjectaltname did not match", "wrong host name", "connected to..instead of",
            "certificate..is not valid for", "für diesen server nicht gültig", "n'est pas valide sur ce serveur",
            "no es válido para ese servidor", "niet geldig voor die server", "não é válido para este servidor",
            "não é válido para esse servidor", "wrong peer certificate", "check server identity for",
            "did not match the name given", "does not match the server's certificate", "ssl error bad cert domain",
        ],
        headline: "The program doesn't trust the certificate of the server: it's for another name than the one that the program uses.",
        party: Party::Sender,
        next: &[
            "Set the server name in the program to one that is in the certificate{? ({tls} shows its names)}.",
            "If it has the hosting company's own name, use that as the server name, or have the company add a certificate for yours. Where a website sends to another company's server and gets that name, the host's firewall diverts the connection: ask it to let it through.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::CertificateIssuer,
        spellings: &[
            "self signed certificate", "self-signed certificate", "self signed",
            "unable to verify the first certificate", "unable to get local issuer certificate",
            "unable to get issuer certificate", "issuer is not recognized",
            "issuer has been marked as not trusted", "sec error unknown issuer", "pkix error self signed",
            "pkix path building failed",
            "unable to find valid certification path", "signed by unknown authority",
            "certificate is not trusted", "certificate isn't trusted", "certificate verify failed",
            "certificate verification failed", "remotecertificatechainerrors",
            "security certificate..not trusted", "certificate not trusted", "x509: ",
            "peer certificate..cannot be authenticated", "peer certificate could not be verified",
            "trust anchor for certification path", "untrusted certificate", "come from a trusted source",
            "company you have not chosen to trust", "fingerprint does not match",
            "ssl certificate issue", "einer vertrauenswürdigen quelle", "d'une source sûre",
            "de una fuente de confianza", "van een vertrouwde bron", "emissor considerado confiável",
            "vem de uma fonte confiável", "curl error 60", "curl error 77", "fingerprints do not match",
        ],
        headline: "The program doesn't trust the certificate of the server: its issuer isn't known there, or part of the chain is missing.",
        party: Party::TheirServer,
        next: &[
            "Look at the certificate{? ({tls})}. If the issuer's certificate is missing, install the full chain; if it's self-signed, install one of a public issuer.",
            "If it's complete, the name that the program calls or its own store of issuers is at fault: use the name in the certificate, and update the program's certificates (on an old system, ca-certificates; Java has its own: keytool -importcert -cacerts).",
            "If another name is in it, a firewall or an antivirus program answers in place of the server.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::CertificateIssuer,
        spellings: &[
            "certificate for this server is invalid", "might be connecting to a server that is pretending",
            "certificate validation", "remote certificate is invalid", "cannot verify server identity",
            "can't verify the identity", "cannot verify the identity", "cannot be verified by mail",
            "certificate that cannot be verified", "not trusted", "certificate has been revoked",
            "sec error revoked certificate", "identität..nicht überprüft", "vérifier l'identité",
            "verificar la identidad", "verificare l'identità", "certificate error", "certificate not valid",
            "invalid certificate", "verify security certificate", "certificate problem",
            "safely connect to server", "potential security threat", "add security exception",
            "could not be validated for the following", "certificate was rejected", "no peer certificate",
            "did not provide certificate", "verify certificate", "connection is not private",
        ],
        headline: "The program doesn't trust the certificate of the server; this line doesn't say whether for its name, its dates or its issuer.",
        party: Party::Sender,
        next: &[
            "Let the customer open the details of the certificate in that alert: its name, its dates and its issuer. Compare the name with the server name in the app's settings, and set it to one that is in the certificate.",
            "If it has expired or its issuer isn't known, look at it on the server{? ({tls})}, renew it and install the full chain.",
            "If the certificate is of an antivirus program, a firewall or another company, that answers in place of the server.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::PlainPort,
        spellings: &[
            "ssl routines..wrong version number", "[ssl: wrong version number", "(wrong version number",
            "tls handshake: wrong version", "does not look like a tls handshake", "plaintext connection?",
            "unsupported or unrecognized ssl message", "unexpected packet format", "packet length too long",
            "err ssl wrong version number", "record length too long", "ssl error rx record too long",
            "frame of an unknown type", "an ssl or tls..plain",
        ],
        headline: "The program started with encryption, but the server's port begins unencrypted and switches with STARTTLS.",
        party: Party::Sender,
        next: &[
            "Set the encryption to STARTTLS (often called TLS, or secure: false) for port 587, or use port 465 for encryption from the start (SSL).",
        ],
    },
    Obstacle {
        kind: ObstacleKind::NoStarttls,
        spellings: &[
            "starttls extension not supported", "starttls failed", "starttls command failed",
            "did not advertise starttls", "starttls since it doesn't advertise", "not support starttls", "starttls not supported",
            "starttls is required but", "starttls required but", "host did not offer starttls",
            "doesn't offer starttls", "starttls is not available", "upgrading connection with starttls",
            "unable to connect with starttls", "not support ssl-secured", "does not support secure connections",
            "not support the connection encryption type", "server doesn't support starttls", "800ccc7d",
            "800ccc1a", "does not advertise starttls", "ne prend pas en charge starttls",
            "unterstützt kein starttls", "tls not supported", "tls not available", "starttls..not offered",
            "no starttls", "starttls not available", "tls via the starttls", "starttls is not supported",
            "tls required but not supported", "does not support tls", "not support the starttls",
            "unable to establish tls connection", "starttls not working", "starttls denied",
        ],
        headline: "The program wants to switch to encryption (STARTTLS), and the server doesn't offer it on this port.",
        party: Party::Sender,
        next: &[
            PAIRS,
            "If the port is 587 and the server offers STARTTLS to others, an antivirus program or a firewall on the way hides it: try without.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::WantsEncryption,
        spellings: &[
            "must issue a starttls", "starttls first", "plain text logins are disabled",
            "plaintext logins are disabled", "plaintext authentication", "cleartext authentication",
            "requires encryption", "encryption required", "must use tls", "requires tls", "800ccc7c",
            "logindisabled", "login disabled", "not allow plaintext", "needs tls", "unencrypted connection",
        ],
        headline: "The server wants encryption before the login, and the program used none.",
        party: Party::Sender,
        next: &[PAIRS],
    },
    Obstacle {
        kind: ObstacleKind::Encryption,
        spellings: &["no appropriate protocol", "no protocols available"],
        headline: "The program itself may use no TLS version that it knows: its Java turned the old ones (TLS 1.0 and 1.1) off, and the program asks for no newer one.",
        party: Party::Sender,
        next: &[
            "Let the program use TLS 1.2: set mail.smtp.ssl.protocols=TLSv1.2 (mail.imap.ssl.protocols to fetch), or update its JavaMail library. An update of Java usually turned the old versions off (jdk.tls.disabledAlgorithms in java.security); the server isn't the cause.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Encryption,
        spellings: &[
            "ssl handshake", "tls handshake", "handshake failed", "handshake failure", "handshake error",
            "no shared cipher", "unsupported protocol", "failed to enable crypto", "unable to negotiate tls",
            "protocol version", "ssl connect error", "ssl connection error",
            "error initiating tls", "unable to connect with tls", "unable to connect via tls",
            "could not open secure tls", "establish an ssl", "secure connection failed", "establish a secure",
            "sslexception", "sslhandshakeexception", "ssl alert", "tls alert", "tls error", "ssl error",
            "protocole ssl", "ssl/tls", "no common encryption", "encryption method", "tls negotiation",
            "secure channel", "could not create ssl/tls", "verschlüsselte verbindung",
            "could not convert socket to tls", "could not negotiate tls", "dh key too small",
            "ssl error unsupported version", "ssl error no cypher overlap",
            "weak cipher", "no ssl support initiated", "ssl operation failed",
            "securityerror info", "800ccc7f",
            "ng..#841", "error..#841", "ng..#842", "error..#842",
        ],
        headline: "The program and the server could not set up encryption: no TLS version or cipher in common.",
        party: Party::Sender,
        next: &[
            PAIRS,
            "If the pair is right, the program or its system is too old for TLS 1.2, or calls a name that isn't in the certificate: update it, and use the name in the certificate.",
            "If it was known to work before, see the server's log for the TLS error of the same time.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Token,
        spellings: &[
            "invalid grant", "access token", "refresh token", "token has been expired", "token expired",
            "token was revoked", "invalid client", "oauth login failed", "oauth2 login", "oauth..failed",
            "oauth..error", "oauth token", "re-authenticate", "reauthenticate", "reconnect this",
            "authentication token", "aadsts65001", "aadsts70008", "aadsts700082", "aadsts70043", "aadsts50173",
            "aadsts7000215", "aadsts7000222", "aadsts50132", "authorization failed with the following",
            "have not received permission to use it", "did not grant..permission",
            "authenticating with this client id", "token renew failed", "code was already redeemed",
            "state key is invalid",
        ],
        headline: "The program's permission to send through the account (its OAuth token) has expired or was withdrawn.",
        party: Party::Sender,
        next: &[
            "Connect the account again in the program's settings, as the owner of the mailbox, with consent to send mail.",
            "If that fails at once, check that the app registration at the provider is published, allowed for the account and has the right redirect address.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::AppPassword,
        spellings: &[
            "application-specific password", "app-specific password", "app password", "via your web browser",
            "passwort für apps", "anwendungsspezifisch", "mot de passe d'application",
            "contraseña de aplicación",
        ],
        headline: "The provider doesn't accept the account's own password from this program: it demands an app password or OAuth.",
        party: Party::Sender,
        next: &[
            "Make an app password in the account's security settings at the provider and enter it in the program instead of the usual one, or use the program's sign-in with that provider.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::NoCredentials,
        spellings: &[
            "missing credentials", "no credentials", "authentication info was not provided",
            "must assign a smtp username", "password is empty", "no user name", "username is required",
            "no authorization found", "smtp credentials in the settings", "configure your smtp credentials",
            "missing user name", "no password provided", "password can not be empty", "requires username",
            "missing secret phrase", "needs a password",
        ],
        headline: "The program has no username or password to log in with.",
        party: Party::Sender,
        next: &[
            "Enter username and password of the mailbox in the program's settings, and check that it really reads them, for example from environment variables, a secret or a saved configuration.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Method,
        spellings: &[
            "error code: 3101", "error  3101", "does not support “password” authentication", "no suitable authentication method", "auth extension not supported", "not support authentication",
            "no authentication mechanism", "no supported authentication", "no supported imap authentication",
            "authentication method..not", "none of the authentication methods", "unknown authentication method",
            "unable to initiate auth", "failed to find an authenticator", "mechanism..not supported", "800ccc80",
            "800cccdf", "does not support any of the", "no login methods",
            "server does not allow authentication", "no supported authenticator", "methods not supported",
            "support encrypted passwords", "support the selected authentication", "usable authentication method",
            "secure authentication method", "authentication methods aren't supported",
            "any supported authentication", "support auth", "missing server capability",
            "authentication methods supported by this client", "no compatible authentication mechanisms",
            "no authenticators available", "not support smtp auth", "authentication requires sasl",
            "smtp login not available", "authentication is not allowed at this stage",
            "authentication is not allowed before", "gssapi ticket",
        ],
        headline: "The server doesn't offer the login method that the program wants; often it does only after encryption or on another port.",
        party: Party::Sender,
        next: &[
            "Let the program switch to encryption first (STARTTLS on port 587, or SSL/TLS on 465): many servers offer a login only then. If the server needs no login, turn it off.",
            "Set the authentication method to the normal password (PLAIN or LOGIN), or to OAuth2 where the provider asks for it.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::NeedsLogin,
        spellings: &[
            "authentication required", "authentication is required", "client was not authenticated",
            "client not authenticated", "must be authenticated", "relay access denied", "relaying denied",
            "relay not permitted", "must authenticate", "smtp server requires a secure connection", "800ccc78",
            "800ccc79", "relaying not allowed", "unauthenticated senders", "client not authenticated to send",
            "not allow relaying", "relaying is not allowed", "relay not allowed", "not logged in",
            "smtp auth is required", "login required", "smtpclient is not authenticated",
            "imapclient is not authenticated", "pop3client is not authenticated", "smtp error 530", "ne permet pas le relais", "lässt kein relaying zu",
            "weiterleitung nicht erlaubt", "keine weiterleitung", "kein relaying", "relaying nicht",
            "n'autorise pas le relais", "relais n'est pas autorisé", "no permite la retransmisión",
            "no permite retransmitir", "no permite el reenvío", "não permite retransmissão", "não permite a retransmissão",
            "não permite o reencaminhamento", "relaying niet toe", "niet doorsturen toestaat",
        ],
        headline: "The server requires a login before it accepts mail, and the program didn't log in.",
        party: Party::Sender,
        next: &[
            "Turn on the login for outgoing mail in the program (Outlook: “My outgoing server (SMTP) requires authentication”; iPhone: username and password of the outgoing server, although marked optional), with the username and password of the mailbox, encryption and port 587 or 465.",
            "Check that the sender's address belongs to that mailbox.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::NoConnection,
        spellings: &[
            "login failed..could not connect to..", "login failed..connection refused",
            "login failed..connection timed out", "login failed..empty startup greeting",
        ],
        headline: "Webmail got no connection to the mailbox server, so no password was checked.",
        party: Party::OurServer,
        next: &[
            "See whether the mailbox server runs and answers at the address that webmail calls{? ({reach})}, and start it: systemctl status dovecot.",
            "If it runs, compare the address and port with webmail's settings (Roundcube: imap_host in config.inc.php). No password needs to be changed.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::NoConnection,
        spellings: &[
            "horde..error connecting to smtp", "smtp error: connection failed", "error when connecting to the smtp server",
            "while connecting to sieve", "sieve connection failed",
        ],
        headline: "Webmail got no connection to the server that it sends or filters with.",
        party: Party::OurServer,
        next: &[
            "See whether that server runs and answers at the address that webmail calls{? ({reach})}, and start it: systemctl status postfix dovecot.",
            "If it runs, compare the address, port and encryption with webmail's settings (Roundcube: smtp_host in config.inc.php).",
        ],
    },
    Obstacle {
        kind: ObstacleKind::AppPassword,
        // Yandex gives one answer for both.
        spellings: &["login failure or pop3 disabled", "login failure or imap disabled"],
        headline: "The provider refuses the login: POP3 or IMAP is off in the mailbox's settings there, or it wants an app password in place of the usual one.",
        party: Party::Recipient,
        next: &[
            "In webmail, switch on POP3 or IMAP for programs (Yandex: Settings, Email clients), make an app password in the account's security settings, and enter that in the program. That webmail takes the usual password shows nothing about it.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Unread,
        spellings: &[
            "pop3 is disabled", "pop is disabled", "imap is disabled", "pop3 access is disabled", "imap access is disabled",
            "pop3 disabled", "imap disabled", "not enabled for imap", "not enabled for pop", "enable pop3", "enable imap",
        ],
        headline: "POP3 or IMAP is off for this mailbox, so no password helps there.",
        party: Party::Recipient,
        next: &[
            "Switch it on in the settings of the mailbox, in webmail at its provider. If the provider asks for app passwords, make one and enter it in the program.",
            "If the mailbox is on this server, allow it for that user (in the panel, or in the user database that Dovecot asks).",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Expired,
        spellings: &[
            "[expired]", "password expired", "password has expired", "expired password",
            "password is no longer valid", "credentials have expired", "must change your password",
            "password must be changed", "aadsts50055", "passwort ist abgelaufen", "kennwort ist abgelaufen",
            "mot de passe a expiré", "contraseña ha caducado", "contraseña ha expirado", "senha expirou",
            "wachtwoord is verlopen", "password scaduta",
        ],
        headline: "The password of the account has expired at the server.",
        party: Party::Recipient,
        next: &[
            "Let the owner change the password where that is done (webmail, the company's sign-in page), then enter the new one in every app and device.",
            "If the owner can't, set a new password on the server, or extend how long it's valid.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Login,
        spellings: &[
            "#839", "error code: 1102", "rejected the password for user", "authentication failed", "authentication failure", "authentication unsuccessful",
            "authentication error", "authentication credentials invalid", "authenticationfailedexception",
            "authenticationexception", "could not authenticate", "unable to authenticate",
            "failed to authenticate", "cannot authenticate", "can't authenticate", "denied authentication",
            "login failed", "log in failed", "login failure", "failed login", "failed to login",
            "failed to log in", "unable to log in", "unable to login", "could not log in", "couldn't log in",
            "logon failure", "logon failed", "logon denied", "login denied", "logon attempt failed",
            "invalid login", "login is invalid", "login incorrect", "rejected your login", "login..was rejected",
            "invalid credentials", "bad credentials", "credentials..not accepted", "username or password",
            "user name or password", "username and password", "user name and password", "username/password",
            "password..incorrect", "incorrect password", "wrong password", "invalid password",
            "password..rejected", "password..not accepted", "user or password incorrect", "invalid user name",
            "auth failed", "800ccc18", "800ccc90", "800ccc91", "800ccc92", "800ccc93", "535 authentication",
            "535-", "535 5.7", "anmeldung..fehlgeschlagen", "anmeldung fehlgeschlagen",
            "authentifizierung fehlgeschlagen", "authentifizierung..fehlgeschlagen", "benutzername oder",
            "kennwort..falsch", "passwort..falsch", "nicht authentifiziert", "échec de l'authentification",
            "échec de la connexion au serveur..nom d'utilisateur", "mot de passe incorrect",
            "identifiants..incorrects", "nom d'utilisateur ou", "authentification..échoué",
            "impossible de s'authentifier", "error de autenticación", "no se pudo autenticar",
            "contraseña incorrecta", "nombre de usuario o", "autenticación..fallado", "autenticazione fallita",
            "autenticazione non riuscita", "nome utente o", "password errata", "aanmelden..mislukt",
            "authenticatie mislukt", "gebruikersnaam of", "wachtwoord onjuist", "falha na autenticação",
            "autenticação falhou", "nome de usuário ou", "senha incorreta", "uwierzytelnianie nie powiodło",
            "aadsts50126", "aadsts50034", "aadsts50056", "couldn't sign you in",
            "couldn't sign in", "could not sign in", "sign-in failed", "verify account name or password",
            "verify account information", "with username..failed", "login to account..failed",
            "login to server..failed", "sending of username did not", "sending of password",
            "new password for user", "enter your password for", "enter your user name and password",
            "enter the password for", "password required for", "password has changed",
            "authentication with the destination", "imposible autentificar", "logon..failed", "wrong username", "smtp error 535", "smtp error 534",
            "invalid username", "incorrect username", "account name or password",
            "échec de la connexion depuis le serveur", "inicio de sesión en..ha fallado",
            "autenticação no servidor..falhou", "início de sessão..falhou", "envoi du mot de passe",
            "envío de la contraseña", "verzending van wachtwoord", "envio da senha", "envio da palavra-passe",
            "no se puede identificar al servidor", "kan niet authenticeren", "não foi possível autenticar",
            "efetuar a autenticação", "usuario incorrecto", "falha no login", "accesso non riuscito",
            "authentisierung ist fehlgeschlagen", "échec d'authentification", "ha fallado la autenticación",
            "impossibile autenticarsi", "800cccd1", "800ccce0", "800ccc16", "80040111",
            "authentication cancelled", "might not have worked", "smtp authentication: ng", "wrong login",
            "authorization failed",
            "ng..#839", "error..#839", "ng..#806", "error..#806",
        ],
        headline: "The server didn't accept the username or the password.",
        party: Party::Sender,
        next: &[
            "Enter the username (usually the whole email address) and the password again in the program, and test them in webmail. Incoming and outgoing mail each have their own fields.",
            "Gmail, Microsoft 365, Yahoo and iCloud accept no ordinary password from programs: use an app password or their own sign-in (OAuth).",
            "See the login lines of the server at the same time: they name the user as it arrived and the reason.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::MicrosoftSignIn,
        spellings: &["aadsts.."],
        headline: "Microsoft refused the sign-in; the number behind AADSTS says why.",
        party: Party::OurServer,
        next: &[
            "Look up the number (login.microsoftonline.com/error) and the sign-in log in the Entra admin center at the same time: it names the account, the app and the policy that refused.",
            "If a policy or the security defaults demand a second factor or a known device, sign in again in a browser, or let the administrator allow this app.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::NameUnknown,
        spellings: &[
            "#752", "error code: 1101", "getaddrinfo", "name or service not known", "no such host", "unknownhostexception", "unknown host",
            "unknown smtp host", "nodename nor servname", "could not resolve", "couldn't resolve",
            "cannot resolve", "can't resolve", "unable to resolve", "failed to resolve", "name resolution",
            "could not be resolved", "cannot find the e-mail server", "dns lookup", "enotfound", "eai again", "querya etimeout",
            "querymx etimeout", "'edns'",
            "host not found", "hostname not found", "server name..not be found", "server..could not be found",
            "server was not found", "host lookup", "no such name", "800ccc0d", "servername..nicht gefunden",
            "server..nicht gefunden", "serveur..introuvable", "no se encuentra el servidor",
            "server non trovato", "server niet gevonden", "servidor não encontrado", "cannot locate host",
            "unable to locate", "could not find the host", "couldn't find the mail server",
            "be found on the network", "host..could not be found",
            "entered the server name correctly", "domain..couldn't be found", "80072ee7", "unable to find host",
            "cannot find host", "host was not found", "server misbehaving", "curl error 6",
            "get smtp server ip-address",
            "ng..#802", "error..#802",
        ],
        headline: "The program can't find the mail server: DNS gives no address for the name in its settings.",
        party: Party::Sender,
        next: &[
            "Check the spelling of the server name in the program's settings: no spaces, no http://, no port in it.",
            "If it's right, look it up on the same machine{? ({name})}: its DNS may be at fault, in a container its own.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Silent,
        spellings: &[
            "greeting never received", "empty startup greeting", "no greeting", "wrong startup greeting",
            "unable to read banner", "invalid greeting", "did not greet", "expected 220", "no welcome",
            "bad greeting", "initial ok message", "weird server reply", "not an imap4 mail server",
            "invalid response smtp", "invalid helo", "wrong order", "800cccd5", "returned an invalid response",
            "committed a protocol violation", "invalid server response",
        ],
        headline: "The server accepted the connection but sent no greeting: it expects encryption from the start (as on port 465), the port isn't for mail, or the server is too busy to answer.",
        party: Party::Sender,
        next: &[
            "If the port expects encryption from the start (465, or a port of the provider's own), turn it on (SSL/TLS, secure: true). If not, use port 587 with STARTTLS.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::TurnedAway,
        spellings: &[
            "connection refused", "econnrefused", "actively refused", "refused the connection",
            "refused connection", "refusing smtp connections", "refuses connections", "connectionrefusederror",
            "errno 111", "errno 61", "10061", "verbindung..abgelehnt", "verbindungsaufbau abgelehnt",
            "verbindung verweigert", "connexion refusée", "conexión rechazada", "connessione rifiutata",
            "verbinding geweigerd", "conexão recusada", "połączenie odrzucone", "connection was refused",
            "ligação foi recusada", "connexion a été refusée", "conexión fue rechazada", "refused connect",
        ],
        headline: "Nothing accepts connections at the server and port that the program uses.",
        party: Party::Sender,
        next: &[
            "Check the server name and the port in the program's settings: 127.0.0.1, localhost or ::1 means that it calls its own machine, where no mail server listens.",
            "Use the provider's server with port 587 or 465, and check that no firewall refuses the call{? ({reach} from the same machine)}.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::NoRoute,
        spellings: &[
            "network is unreachable", "enetunreach", "ehostunreach", "no route to host", "host is unreachable",
            "host unreachable", "host is down", "netzwerk nicht erreichbar", "unreachable network", "800ccc41",
            "cannot assign requested address", "host or network unreachable",
        ],
        headline: "The program's machine has no network route to the server.",
        party: Party::Sender,
        next: &[
            "If the address is an IPv6 address, give this machine or container working IPv6, or let the program use IPv4 only. If not, check its network, routes and firewall.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Offline,
        spellings: &[
            "not connected to the internet", "no internet", "internet connection..offline",
            "appears to be offline", "working offline", "work offline", "no network connection",
            "network connection is not available", "keine internetverbindung", "currently offline",
            "pas connecté à internet", "sin conexión a internet", "check your internet connection", "800ccc40",
            "account..is offline", "must be online",
        ],
        headline: "The device or the app itself is offline.",
        party: Party::Sender,
        next: &[
            "Put the device online, and turn off the offline mode of the app (Outlook: Send/Receive > Work Offline; Thunderbird: File > Offline).",
            LOOK_UP,
        ],
    },
    Obstacle {
        kind: ObstacleKind::NoAnswer,
        spellings: &[
            "#801", "error code: 2101", "cannot be contacted on port", "timed out", "time out", "timeout", "time-out", "etimedout", "did not respond", "didn't respond",
            "not respond", "not properly respond", "not responding", "no response", "errno 110", "10060",
            "timeouterror", "800ccc0a", "800ccc0b", "800ccc19", "8004210a", "zeitüberschreitung", "zeitlimit",
            "antwortet nicht", "nicht geantwortet", "délai..dépassé", "délai d'attente", "ne répond pas",
            "tiempo de espera", "no responde", "tempo scaduto", "non risponde", "reageert niet", "tempo limite",
            "tempo esgotado", "não responde", "przekroczono", "takes too long", "taking too long", "timed-out",
            "execution expired", "opentimeout", "maximum execution time", "8007274c", "temps limite..dépassé",
            "wachttijd..verstreken", "wachttijd..verlopen", "expirou o tempo", "(smtp)..expirou",
            "(smtp)..a expiré", "ao servidor..expirou", "readtimeout", "timelimit reached", "curl error 28",
        ],
        headline: "The server didn't answer the program in time: the connection is blocked, or port and encryption don't match.",
        party: Party::Sender,
        next: &[
            "Try the same port from the machine that the program runs on{? ({reach})}, over IPv4 and over IPv6. If it times out there, too, ask the provider or whoever runs the firewall to open outgoing mail ports, or use another one (587 or 465 instead of 25).",
            PAIRS,
            LOOK_UP,
        ],
    },
    Obstacle {
        kind: ObstacleKind::HungUp,
        spellings: &[
            "connection reset", "econnreset", "broken pipe", "epipe", "connection closed",
            "connection was closed", "connection has been closed", "been closed unexpectedly",
            "unexpectedly closed", "closed unexpectedly", "closed the connection",
            "connection to the server was interrupted", "connection was interrupted", "connection was dropped",
            "connection dropped", "connection lost", "lost connection", "connection was lost",
            "unexpected socket close", "server disconnected", "unexpected eof", "smtpserverdisconnected",
            "forcibly closed", "connection aborted", "connection was terminated", "connection terminated",
            "connection..unexpectedly terminated", "terminated the connection", "verbindung..unterbrochen",
            "verbindung..beendet", "verbindung..getrennt", "verbindung..geschlossen", "connexion..interrompue",
            "connexion..fermée", "conexión..interrumpida", "conexión..cerrada", "connessione..interrotta",
            "connessione..chiusa", "verbinding..verbroken", "conexão..interrompida", "10054", "10053",
            "800ccc0f", "800ccc06", "800ccc14", "closing due to error", "eof caught",
            "please run connect() first", "terminates connection", "without being connected",
            "connection to server..was reset", "connection to server..was interrupted", "has disconnected",
            "has unexpectedly", "unexpectedly disconnected", "connection pool was closed", "eof occurred",
            "end of file reached", "response reading failed", "network read error", "empty reply",
            "empty response", "got empty code", "read error", "unable to read from connection",
            "unable to read data from the transport", "[eof]", "unexpected data was encountered", "aborted by",
            "connexion..a été perdue", "conexão..foi perdida", "ligação..foi perdida", "short response",
            "exception reading response", "write bytes on the wire", "net io connectionclosed",
            "received an empty line", "but got code \"\"", "800ccc09", "800ccc12", "800cccdd",
            "could not read from",
        ],
        headline: "The connection was cut while the program used it.",
        party: Party::Sender,
        next: &[
            "Check port and encryption first: port 465 needs encryption from the start (SSL/TLS), port 587 STARTTLS.",
            "Turn off the mail scanning of the antivirus program and the VPN for a test.",
            "Look in the server's log at the same time: it says why it closed the connection.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::NoMailer,
        spellings: &["failed to connect to mailserver at", "smtp port is not configured in php.ini"],
        headline: "PHP's mail() on Windows sends by SMTP, and no mail server answers at the name and port that its settings have for it (SMTP, smtp_port).",
        party: Party::OurServer,
        next: &[
            "Set SMTP and smtp_port in PHP's settings to a mail server that takes this machine's mail without a login, and restart the web server. Where one is needed, send with a library (such as PHPMailer): port 587 with STARTTLS, username and password.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::NoMailer,
        spellings: &[
            "could not instantiate mail function", "mail function could not", "could not execute: ",
            "sendmail path", "mail() function has been disabled", "mail() has been disabled",
            "mail() function..disabled", "function mail()", "sendmail: not found", "sendmail command not found",
            "sendmail was not found", "sendmail..no such file", "instantiate the mail function",
            "instanciar la función de correo", "mail-funktion", "mail funktion", "fonction mail",
            "instanciar a função mail", "php mail function", "disabled the mail() function",
            "jlib mail function", "executable not found",
            "open pipe to sendmail", "función mail", "mailfunctie", "função mail", "sh: 1: ..not found",
            "send mail. unknown error", "send mail: unknown error",
            "istanziare la funzione mail", "no mta installed", "process could not be started",
            "(php) mailer is currently",
        ],
        headline: "The website passes its mail to its machine's local mailer (PHP's mail() or sendmail), which didn't accept it: none is installed, or it's turned off.",
        party: Party::OurServer,
        next: &[
            "Let the website send by SMTP through a mailbox of the domain: server name, port 587 with STARTTLS, username and password.",
            "Or repair the local way: check sendmail_path and disable_functions in the PHP settings, and see the mail log of that machine for the same time.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::LocalMailer,
        spellings: &[
            "sendmail exited", "sendmail process failed", "sendmail..exit code",
            "process failed with exit code", "exit status code",
            "open a socket to sendmail", "cannot exec sendmail", "mail(): ",
            "your site may not be correctly configured", "mail delivery failed with",
            "command died with status", "mail delivery failed: ", "rejected our \"sendmail",
        ],
        headline: "The machine's local mailer (sendmail) exited with an error: it didn't accept the website's or script's mail.",
        party: Party::OurServer,
        next: &[
            "See the mail log of that machine at the same time: it says why. Common are a sender or recipient that is missing, a full disk, and a sender that the server doesn't allow.",
            "Run /usr/sbin/sendmail -v by hand on that machine, with the same sender behind -f and the same recipient: it shows what it's told.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::StoreFull,
        spellings: &[
            "8004060c", "message store has reached", "data file has reached", ".pst has reached", ".ost has reached",
        ],
        headline: "Outlook's own data file on the computer is full. The mailbox on the server isn't involved.",
        party: Party::Recipient,
        next: &[
            "In Outlook, archive or delete large and old messages, empty the trash, then compact the data file (Account Settings > Data Files > Settings > Compact Now).",
            "If the account keeps its mail on the server (IMAP, Exchange), check in webmail that all is there, then set up a new profile, which gets a new data file.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::TooLarge,
        spellings: &[
            "error code: 2204", "too large", "too big", "maximum size", "size exceeds", "exceeds the size", "exceeds the maximum",
            "exceeded the maximum size", "exceeded the maximum message", "exceeded the maximum attachment", "exceeds server limit", "larger than", "exceeds fixed limit",
            "exceed the size", "exceeding storage", "size limit", "zu groß", "trop volumineux",
            "demasiado grande", "troppo grande", "te groot", "muito grande", "800ccc6d",
            "bigger than the server", "max. e-mail size", "message exceeds",
            "016-766",
        ],
        headline: "The message or its attachment is larger than a limit allows.",
        party: Party::Sender,
        next: &[
            "Send a link to the file instead of the file, or several smaller messages. In transit an attachment grows by a third.",
            "If the limit is ours and too low, raise it on the mail server and, for webmail or a website, in PHP (upload_max_filesize, post_max_size).",
        ],
    },
    Obstacle {
        kind: ObstacleKind::MailboxFull,
        spellings: &[
            "quota exceeded", "exceeded your mail quota", "over quota", "over your quota", "overquota",
            "mailbox is full", "mailbox full", "no free disk space", "quota has been exceeded",
            "postfach ist voll", "postfach voll", "boîte..pleine", "buzón..lleno", "casella..piena",
            "postvak..vol", "caixa..cheia", "exceeds allowed size", "out of storage", "inbox is full",
            "storage is full", "is full, and can't hold", "not enough disk space",
            "insufficient memory in the destination", "enough disk space", "genug freier speicherplatz",
            "espace disque est saturé", "no hay espacio libre", "onvoldoende vrije opslagruimte",
            "não há espaço", "spazio su disco non sufficiente",
        ],
        headline: "The mailbox is full.",
        party: Party::Recipient,
        next: &[
            "See how full the mailbox is and raise its quota, or ask the owner to delete large messages and empty the trash.",
            "Copies in Sent and messages in Trash count, too.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Sender,
        spellings: &["following identities failed the check"],
        headline: "Amazon SES hasn't verified an address or domain that the message uses, in the region that the program calls.",
        party: Party::Sender,
        next: &[
            "If the line names the recipient, the account is still in the sandbox of that region: ask Amazon for production access there (SES console, Account dashboard), or call the region that has it. The recipient's address isn't shown to be wrong.",
            "If it names the sender, verify that address or its domain in SES, in the same region.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Sender,
        spellings: &[
            "verified sender identity", "sender signature", "unconfigured sending domain", "unverified sending domain",
            "validate your sender or authenticate your domain", "sender you used..is not valid",
            "is unverified and requires dns", "domain must be verified", "domain is not verified",
            "sandbox subdomains are for test", "send testing emails to your own", "sender has not been validated",
            "verify your domain", "unverified sender", "sender is not verified", "sender not verified",
            "sender email is not verified", "from address is not verified", "from address not verified",
        ],
        headline: "The sending service doesn't send for this From address: neither the address nor its domain is verified in the account.",
        party: Party::Sender,
        next: &[
            "At the sending service, authenticate the domain of the From address (DNS records) or verify the address as a sender; or send from an address that is verified. The recipient's address isn't concerned.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Sender,
        spellings: &["relaying disallowed as", "relaying disallowed. invalid domain", "not allowed to relay emails"],
        headline: "The server doesn't let the account that logged in send with this From address.",
        party: Party::Sender,
        next: &[
            "Send from the account's own address, or add the other one to the account as an alias or “send as” address at the provider. Name and password are right.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Sender,
        spellings: &[
            "from address failed", "sender address rejected", "invalid email sender", "sendasdenied",
            "sender not accepted", "originator not accepted", "failed to set sender", "without a sender",
            "no \"from\" header", "invalid sender", "sender..not allowed", "sender..rejected",
            "not owned by user", "mail from command failed", "from address is invalid", "800ccc65", "800ccc6b",
            "absenderadresse", "adresse de l'expéditeur", "dirección del remitente", "sendas", "send as",
            "send on behalf", "setfrom", "specify the from", "sender email address",
            "from address..not accepted", "from address must be specified", "failed after mail from",
            "permissions to send as", "remitente falló", "remetente", "d'expéditeur", "afzenderadres",
            "senderrefused", "not have permissions to send", "800ccc6e", "800ccc7a", "os seguintes remetentes",
            "mail-from command failed", "no from address", "bad message return path",
            "no sender has been specified", "envelope-from address", "no envelope from address",
            "\"from\" field is absent", "at least one from address", "sendernotaccepted",
            "determine local email address", "sender verify failed", "verification failed for",
            "invalid address..(from)", "invalid address..(sender)",
            "while verifying <",
            "016-768",
        ],
        headline: "The sender's address wasn't accepted: it isn't valid, or the mailbox that logs in isn't allowed to use it.",
        party: Party::Sender,
        next: &[
            "Set the From address in the program to the mailbox that logs in, and put the visitor's address of a form into Reply-To.",
            "If another sender is meant to be used, allow it for that mailbox at the provider (an alias or “send as”).",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Recipient,
        spellings: &[
            "invalid \"to\" e-mail address", "recipients failed", "recipient address rejected", "all recipients", "recipients are invalid",
            "invalid recipient", "invalid address", "invalid email address", "invalid e-mail address",
            "at least one recipient", "no recipients", "failed to add recipient", "does not comply with rfc",
            "comply with addr-spec", "recipients were rejected", "recipients refused", "recipientsrefused",
            "recipient rejected", "rejected recipient", "recipient..was rejected",
            "rejected one of the recipient", "address rejected by", "addresses are invalid",
            "include recipients", "mailbox unavailable", "parse recipients", "no recipient",
            "ungültige empfänger", "empfänger..abgelehnt", "destinataire..refusé", "destinatario..rechazado",
            "empfängeradresse", "no valid recipients", "email is not valid", "specify at least one recipient",
            "invalid header field", "unknown recipient", "no such user", "user unknown",
            "8004010f - no recipients", "recipient address..not accepted", "invalid addresses",
            "illegal whitespace", "rcpt failed", "folgenden empfänger", "destinataires suivants",
            "siguientes destinos", "volgende ontvangers", "seguintes destinatários", "adresse ist ungültig",
            "courriel non valide", "email inválido", "ongeldig adres", "e-mail inválido",
            "not a valid email address", "send to this recipient", "failed messages: ", "invalid mailbox syntax",
            "characters not supported in local-part", "800ccc10", "800ccc11", "800ccc69",
            "bad message destination", "mail destination not given", "a recipient must be specified",
            "recipient names must be specified", "no valid addresses in recipient",
            "unable to send to a recipient", "must have a \"to\"", "parameter \"to\"", "not an internetaddress",
            "missing final", "illegal address", "domain starts with dot", "form required for an e-mail",
            "invalid destination addresses", "recipient address is invalid", "rcpt-to command failed",
            "recipientnotaccepted", "cannot add recipient", "because of the addressing information",
            "016-767",
        ],
        headline: "A recipient's address is missing, malformed, or wasn't accepted by the server.",
        party: Party::Sender,
        next: &[
            "Look at the recipient's address as the program uses it: a typo, a space, a missing domain, or an empty field of a form.",
            "If the address is right, the reply of the server, in the program's log, says why it was refused; often the program didn't log in.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Attachment,
        spellings: &[
            "could not access file", "could not open file", "locate the following email attachment",
            "unable to open file for reading", "file access rejected", "failed to attach",
            "attachment..not found", "attachment failed", "file upload failed",
        ],
        headline: "The program couldn't read the file to attach.",
        party: Party::Sender,
        next: &["Check that the file exists at that path and that the web server's user can read it."],
    },
    Obstacle {
        kind: ObstacleKind::Settings,
        spellings: &["email address is not verified", "identities failed the check"],
        headline: "The sending service sends nothing from or for an address that isn't verified in the account; the message names it. A new account of Amazon SES (in its sandbox) also sends only to verified addresses.",
        party: Party::Sender,
        next: &[
            "If the address is the recipient's, the account is still in the sandbox: ask Amazon SES for production access in the region that the message names. The recipient's address is fine.",
            "If it's the sender's, verify it or its domain at the service, in the region that the program calls.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::ApiKey,
        spellings: &[
            "api key", "apikey", "api-key", "unauthorized", "invalid api", "invalid signature",
            "security token included in the request", "signaturedoesnotmatch", "domain not found: ",
            "not verified", "google api error", "mailgun failed", "80190193",
            "80190190", "api error", "mail service not enabled",
        ],
        headline: "The sending service didn't accept the key of the program, or the sender isn't verified there.",
        party: Party::Sender,
        next: &[
            "Make a new key at the sending service (with the right to send) and enter it in the program.",
            "Check at the service that the sender's domain or address is verified, and that the region of the account is the one that the program calls.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Character,
        spellings: &[
            "unicodeencodeerror", "codec can't encode character",
        ],
        headline: "The program can't send a character that isn't plain ASCII, in the username, the password or an address: it stopped before the server saw it.",
        party: Party::Sender,
        next: &[
            "Use a password of plain ASCII letters, digits and signs, and type it instead of pasting it: \\xa0 is a space that a web page or an app password brings along, \\xfc an ü. Addresses and host names must be in plain letters, too.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Program,
        spellings: &[
            "extension missing: openssl", "openssl extension", "openssl not available",
            "unable to find the socket transport", "call to undefined function", "class \"phpmailer",
            "class 'phpmailer", "class 'swift", "uncaught error: ", "noclassdeffounderror",
            "modulenotfounderror", "cannot find module", "stream socket client not available",
            "fsockopen() has been disabled", "fsockopen()..disabled", "requires mime::base64",
            "triggered fatal error",
        ],
        headline: "The program is missing a component that it needs to send mail.",
        party: Party::OurServer,
        next: &[
            "Install or turn on what the line names (for encryption in PHP, its openssl extension; functions that disable_functions forbids), then try again.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Recipient,
        spellings: &[
            "support smtputf8", "smtputf8 needed", "non-ascii characters in the local part",
            "unicode in email addresses",
        ],
        headline: "An address has letters beyond plain English ones before the @, and the server doesn't take such addresses (SMTPUTF8).",
        party: Party::Sender,
        next: &[
            "Use another address of the recipient, or of the sender, without such letters; check first that they aren't a typo.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Recipient,
        spellings: &[
            "prohibited newline", "can't contain newlines", "must not contain cr or lf", "contained line breaks",
            "invalid header name or value", "invalid header line", "found in the mail header", "required for a subject",
        ],
        headline: "The program refused to send: an address, a name or the subject holds a line break or a character that no mail header may hold.",
        party: Party::Sender,
        next: &[
            "Look at what the form or script puts into From, To, Reply-To and Subject, and remove line breaks there. If visitors of a form fill them in, somebody probably tries to send spam through it: protect the form.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Unsent,
        spellings: &[
            "akismet returns a spam", "\"status\":\"spam\"", "problem with recaptcha", "validation failed",
            "fields have an error", "acceptance missing", "must accept the terms", "incorrect captcha",
        ],
        headline: "The form's own check stopped the message before any email was made.",
        party: Party::Sender,
        next: &[
            "Look at the form's check: required fields, the consent box, its spam filter (Akismet, reCAPTCHA, list of disallowed words). The mail server isn't involved.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Login,
        spellings: &[
            "two factor verification", "invalid totp", "invalid code. please",
        ],
        headline: "The second factor was wrong.",
        party: Party::Recipient,
        next: &[
            "Check date and time of the phone that makes the codes, and enter a fresh one. If it's lost, reset the second factor of the account.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Unread,
        spellings: &[
            "session is invalid", "session has expired", "session expired", "sitzung ist ungültig",
            "session est invalide", "sesión no es válida", "sessie is verlopen", "sessão..inválida",
            "sessione non valida", "request check failed", "invalid request! no data", "not accept cookies",
            "session cookie", "security token is missing", "ip address has changed",
            "internet address has changed", "browser appears to have changed", "must be logged in to access",
            "page request could not be verified", "invalid token", "passphrase has changed",
        ],
        headline: "The session in webmail or in the panel is over: it was idle too long, its cookie is missing, or the visitor's address or browser changed.",
        party: Party::Recipient,
        next: &[
            "Sign in again in a new window, with cookies allowed and without a VPN that changes the address.",
            "If many users see it, look at the server: the clock, the folder and lifetime of PHP sessions, and whether sessions are bound to an address.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Unread,
        spellings: &[
            "account has been suspended", "account is suspended", "currently in maintenance mode",
            "account is not allowed", "auto create user", "client access is not allowed",
            "device was quarantined", "permission to sync",
        ],
        headline: "The account or device isn't allowed in: it's suspended, blocked, or a setting of the server forbids it.",
        party: Party::OurServer,
        next: &[
            "See in the panel or the admin center whether the account is suspended, in maintenance, or shut out of this way to sign in.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Settings,
        spellings: &[
            "dsn is invalid", "scheme is not supported", "invalid smtp server", "not correctly configured",
            "smtp hostname", "smtp host is not", "misconfigured", "sendmail path is not configured",
            "mail settings", "is not a supported mailer", "mailer..is not defined", "unsupported mailer",
            "unsupported sendmail command", "no mailer", "not configured properly", "configuration error",
            "800ccc02", "mailer not available", "no transport", "settings are out-of-date", "kontoeinstellungen",
            "mutually exclusive", "no remote hosts listed", "smtp server not set up", "host was not specified",
            "not found in /", "must be corrected", "check your configuration", "check [max",
            "postman is unable to run", "please define", "scheme..not supported", "flags..must be one of",
            "is not supported; supported", "mailer is not supported", "unsupported mail transport", "mailer dsn",
            "must contain a scheme", "no transports found", "no transports available",
            "no configuration file found", "tls requires either", "invalid smtp url",
            "$sendmail must be set", "port can not be empty", "smtp host is required",
            "specified port is invalid", "invalid hostentry", "invalid host: ", "in allowed domains list",
            "settings won't be used", "block all emails", "\"do not send\" option", "disabled on this site",
            "bridge is not installed", "cannot read output of", "could not read config files",
            "domain is not allowed", "invalid server name", "find the settings for your email account",
            "configuration not found", "skipped delivery of mail",
        ],
        headline: "The program's own mail settings are incomplete or wrong.",
        party: Party::Sender,
        next: &[
            "Go through the program's mail settings: way to send (SMTP), server name, port 587 with STARTTLS or 465 with SSL/TLS, username, password, sender's address.",
            "After a change, clear the program's cache of settings and restart its workers.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Busy,
        spellings: &[
            "too many connections", "too many simultaneous", "maximum number of connections",
            "connection limit", "exceeded the maximum number of connections", "mailbox..locked",
            "mailbox is in use", "800cccd9", "zu viele verbindungen", "zu viele gleichzeitige verbindungen", "trop de connexions",
            "demasiadas conexiones", "no available imap stream", "is being processed", "servers are in use",
            "serverbusy",
        ],
        headline: "Too many connections to this mailbox are open at once, or another device holds it.",
        party: Party::Recipient,
        next: &[
            "Ask the customer to close email apps that aren't needed, or to lower the number of connections (Thunderbird: Server Settings > Advanced > Maximum number of server connections to cache).",
            "If the number is right for this customer, raise the server's limit of connections for each user and address.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Limit,
        spellings: &[
            "sending limit", "rate limit", "limit for sending", "too many messages",
            "daily limit", "hourly limit", "too many requests", "too many login attempts", "too many failed",
            "temporarily locked", "locked out", "submission quota", "800ccc7b", "anmeldeversuche",
            "trop de tentatives", "demasiados intentos", "te veel mislukte", "muitas tentativas",
            "demasiadas tentativas", "troppi tentativi", "too many attempts", "800ccc6c",
        ],
        headline: "A limit was reached: too many messages, recipients or attempts in a short time.",
        party: Party::Sender,
        next: &[
            "Wait, then send fewer messages or recipients at a time, or use a mailing service for newsletters.",
            "If the owner didn't send so much, the password was probably stolen: change it and look at what was sent.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Store,
        spellings: &[
            "8004010f", "8004010e", "80040116", "80040600", "800ccc00", "8004011d", "8004011c",
            "80004005", "80070057", "80040119", "outlook data file", "data file", "inbox repair tool",
            "scanpst", "not enough memory", "database is corrupt", "local storage", "profile",
            "messaging interfaces", "data file cannot",
        ],
        headline: "The email app's own files are damaged, full or missing. The mail server isn't involved.",
        party: Party::Recipient,
        next: &[
            "Repair the app's data file (Outlook: scanpst.exe on the .pst or .ost file), or make a new profile (Control Panel > Mail > Show Profiles > Add) and set up the account in it.",
            "Check first in webmail that all messages are on the server.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::NoConnection,
        spellings: &[
            "could not connect", "couldn't connect", "cannot connect", "can't connect", "can not connect",
            "unable to connect", "failed to connect", "fail to connect", "not connect to", "connection failed",
            "connection to server failed", "connect error", "connection could not be established",
            "connection not established", "could not open socket", "could not open connection",
            "open smtp stream", "connection error", "connection to..failed", "connect() failed",
            "connect failed", "connecting to..failed", "error connecting", "problem connecting",
            "error when connecting", "error while connecting", "connecting..error", "server is unavailable",
            "server may be unavailable", "server is not available", "server..not available",
            "service unavailable", "error communicating", "error while communicating",
            "error occured while communicating", "communication error", "network error",
            "unable to open a socket", "stream socket client()", "unable to access", "webexception", "800ccc0e",
            "80042108", "80042109", "800ccc05", "800ccc15", "800ccc13", "800408fc", "8004011d",
            "contact the server", "reach the server", "reach the outgoing", "could not reach", "cannot get mail",
            "can't get mail", "cannot send mail", "verbindung..fehlgeschlagen", "verbindung..fehler",
            "keine verbindung", "verbindung..nicht hergestellt", "verbindungsfehler", "nicht verbinden",
            "connexion..échoué", "impossible de se connecter", "échec de la connexion", "connexion impossible",
            "no se pudo conectar", "no se puede conectar", "no se ha podido conectar", "error de conexión",
            "impossibile connettersi", "connessione..fallita", "impossibile stabilire", "geen verbinding",
            "kan geen verbinding", "verbinding..mislukt", "não foi possível conectar", "falha na conexão",
            "falha ao conectar", "nie można połączyć", "imposible conectar", "kon niet verbinden",
            "open connection to server", "open connection to smtp", "establish smtp connection", "dial failed",
            "exchange is unavailable", "connection with the destination", "não foi possível ligar",
            "network service error", "couldn't reach server", "connect() a échoué", "connect() falló",
            "smtp connect()", "not currently available", "temporarily unavailable", "not currently avaliable",
            "80072efd", "error occurred connecting", "error when communicating",
            "checking incoming server settings failed", "checking outgoing server settings failed",
            "échec lors de la connexion", "verbinden met..mislukt", "falha ao ligar",
            "conexão com o servidor..falhou", "ligação ao servidor..falhou", "erreur de connexion",
            "échec de connexion", "ha fallado la conexión", "conexão ao servidor falhou",
            "connessione al server non riuscita", "no connection has been established",
            "not connected to smtp server", "client is not connected", "smtpclient is not connected",
            "imapclient is not connected", "pop3client is not connected", "cannot open..:25", "cannot open..:465",
            "cannot open..:587", "connection to server: ", "smtp connect: ng",
            "problem with the mail server or network", "curl error 7", "no smtp server. connection close",
            "is open, but not to", "80040115", "check smtp server",
            "ng..#801", "error..#801", "ng..#752", "error..#752", "ng..#755", "error..#755", "016-764",
        ],
        headline: "The program got no connection to the mail server.",
        party: Party::Sender,
        next: &[
            "Check server name, port and encryption in the program's settings: 587 with STARTTLS or 465 with SSL/TLS to send, 993 or 995 with SSL/TLS to receive.",
            "Then try without VPN, antivirus mail scanning and from another network: many networks block port 25. On a web server, test the port from that machine{? ({reach})}.",
            "If only this customer's address gets no connection, see whether our firewall bans it.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Unsent,
        spellings: &[
            "could not be sent", "couldn't be sent", "send message error", "could not send", "couldn't send", "cannot send",
            "can't send", "failed to send", "fail to send", "unable to send", "not sent", "not been sent",
            "sending failed", "send failed", "sending of..failed", "error sending", "error while sending",
            "error occurred while sending", "error occurred while attempting to send", "problem sending",
            "email failed", "mail failed", "mailer error", "failure sending mail", "smtp error",
            "data not accepted", "message..rejected", "all transports failed", "error trying to send",
            "trying to send your message", "konnte nicht gesendet werden", "nicht gesendet",
            "senden..fehlgeschlagen", "fehler beim senden", "beim senden..fehler", "n'a pas pu être envoyé",
            "échec de l'envoi", "erreur lors de l'envoi", "no se pudo enviar", "no se ha podido enviar",
            "error al enviar", "não foi possível enviar", "falha ao enviar", "erro ao enviar",
            "impossibile inviare", "invio..non riuscito", "errore durante l'invio", "kan niet worden verzonden",
            "verzenden..mislukt", "nie można wysłać", "800ccc6f", "800ccc67", "800ccc60", "800ccc6a",
            "data failed", "datos no aceptados", "daten werden nicht", "données incorrectes",
            "data niet geaccepteerd", "dados não aceites", "email error", "has not been sent",
            "while delivering this message", "placed in your outbox", "did not accept the mail",
            "transmission has failed", "problem with delivery", "sending mail has been aborted",
            "negative smtp reply", "mailsendexception", "smtpfatalerror", "swift error", "mail delivery failed",
            "delivery failed", "transaction failed", "mail sent ng", "permanent error in sending",
            "temporary error in sending", "server refused the message", "failed delivery of mail",
            "did not accept mail data", "not accept mail data",
        ],
        headline: "The program couldn't send the message; this line doesn't say why.",
        party: Party::Sender,
        next: &[
            "Ask for the lines around it, or for the details of the alert: they hold the server's reply or the step at which it failed. On a website, turn on the debug output of its mailer (SMTPDebug) or its mail log.",
            "Meanwhile check server name, port, encryption, username and password in its mail settings.",
        ],
    },
    Obstacle {
        kind: ObstacleKind::Unread,
        spellings: &[
            "could not be moved to the mailbox", "could not load message", "can't get message", "could not move", "can't move message",
            "can't delete message", "can't save message", "folder is read-only", "unable to perform operation",
            "internal error occurred", "server error", "database error", "could not complete request",
            "unable to retrieve", "error while saving", "reported error", "server responded", "8004", "800ccc",
            "something went wrong", "couldn't be synced", "account not synced", "needs attention",
            "problem with your account", "account error: ", "save your message as", "save message error", "bad or malformed", "request failed", "server responded with an error",
            "alert from account", "error with account", "did not succeed", "proxy error",
            "error occurred with the", "unable to move message", "not been downloaded from the server",
            "adequate permissions", "corrupt data", "can't save filters", "error downloading",
            "transmission error report", "an error has occured while",
        ],
        headline: "The app or webmail reports an error without a reason.",
        party: Party::OurServer,
        next: &[
            "See the log of the mail server, and for webmail its own error log, at the same time: they say what was asked and what failed.",
        ],
    },
];

struct Spelled {
    automaton: AhoCorasick,
    firsts: Vec<String>,
    /// The row of each spelling, and what must follow its first part.
    spellings: Vec<(usize, Vec<String>)>,
}

static SPELLED: LazyLock<Spelled> = LazyLock::new(|| {
    let mut firsts: Vec<String> = Vec::new();
    let mut spellings = Vec::new();
    for (at, row) in ROWS.iter().enumerate() {
        for spelling in row.spellings {
            let mut parts = spelling.split("..").map(str::to_owned);
            firsts.push(parts.next().unwrap_or_default());
            spellings.push((at, parts.collect()));
        }
    }
    let automaton = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::NoncontiguousNFA))
        .build(&firsts)
        .expect("a thousand short texts are within every limit");
    Spelled { automaton, firsts, spellings }
});

/// What an app says of its trouble stands within so many bytes of the beginning of a line.
const NEAR: usize = 4096;

/// True for a text in which a program tells of one, or quotes the refusal of a server.
pub fn is_told(text: &[u8]) -> bool {
    let near = &text[..text.len().min(NEAR)];
    of(text).is_some() || names_library(near) && reply::in_error(&lossy(near), false).is_some()
}

/// The most telling one that a text names. What somebody tells in own words is no message of an app: of that, only what is
/// quoted counts, and the numbers, which nobody makes up.
pub fn of(text: &[u8]) -> Option<&'static Obstacle> {
    let text = &text[..text.len().min(NEAR)];
    let row = match prose::quoted(text).filter(|_| !names_library(text)) {
        Some(quoted) => find(quoted, false).min(find(text, true)),
        None => find(text, false),
    };
    ROWS.get(row)
}

/// The number of the most telling row, past all where there is none.
fn find(text: &[u8], only_numbers: bool) -> usize {
    let folded = fold(&String::from_utf8_lossy(text).replace('\u{2019}', "'").into_bytes());
    let rows = SPELLED.automaton.find_overlapping_iter(&folded).filter_map(|hit| {
        let (row, rest) = &SPELLED.spellings[hit.pattern().as_usize()];
        let end = end_of(&folded, hit.end(), rest)?;
        let counts = if is_hex(&SPELLED.firsts[hit.pattern().as_usize()]) {
            is_number(&folded, hit.start())
        } else {
            // What ends in dots goes on in any way.
            let open = rest.last().is_some_and(String::is_empty);
            !only_numbers && whole(&folded, hit.start(), if open { folded.len() } else { end })
        };
        counts.then_some(*row)
    });
    rows.min().unwrap_or(ROWS.len())
}

/// Who acts on it, by the words of all that the program said: whose mailbox it is, where mail was to be fetched.
pub fn owner(own: &Obstacle, said: &[u8]) -> Party {
    const FETCHES: &[&str] = &[
        "imap",
        "imap4",
        "pop3",
        "993",
        "995",
        "port 143",
        ":143",
        "port 110",
        ":110",
        "-err",
        "inbox",
        "maildrop",
        "login to server",
        "onto your mail server",
        "failed login for",
        "login failed for",
        "might not have worked",
    ];
    if own.party != Party::Sender {
        return own.party;
    }
    let folded = fold(said);
    // A host's name says nothing: `imap.shop.example`.
    let is_name = |end: usize| {
        folded[end..].starts_with(b".") && folded.get(end + 1).is_some_and(u8::is_ascii_alphanumeric)
    };
    let holds = |words: &[&str]| {
        words.iter().any(|word| {
            memchr::memmem::find_iter(&folded, word).any(|at| {
                let end = at + word.len();
                whole(&folded, at, end) && !is_name(end) && !folded[..at].ends_with(b".")
            })
        })
    };
    if holds(FETCHES) { Party::Recipient } else { Party::Sender }
}

/// The server that a program says it calls, and the port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called<'a> {
    /// Its name or address.
    pub host: &'a str,
    /// The port, where it is named.
    pub port: Option<u16>,
}

impl<'a> Called<'a> {
    /// The server that a text names, best with its port.
    #[must_use]
    pub fn of(text: &'a str) -> Option<Called<'a>> {
        let near = text.get(..NEAR).unwrap_or(text);
        let mut alone = None;
        let words =
            near.split(|byte: char| byte.is_whitespace() || "\"'`(){}<>[],;=\u{201c}\u{201d}".contains(byte));
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        for (at, word) in words.iter().enumerate() {
            let word = word.split_once("://").map_or(*word, |(_, rest)| rest);
            let word = word.split('/').next().unwrap_or_default().trim_end_matches(['.', ':']);
            let whole = word.parse::<std::net::IpAddr>().is_ok();
            let (host, port) = word.split_once(':').filter(|_| !whole).unwrap_or((word, ""));
            if !is_host(host) {
                continue;
            }
            let behind = words[at + 1..].iter().take(2).map(|word| word.trim_matches([':', '.']));
            // A word of the text is no name of a port.
            let behind = behind.filter(|word| word.starts_with(|first: char| first.is_ascii_digit()));
            let port = std::iter::once(port).chain(behind).find_map(mail_port);
            // What may be the name of anything is taken for a server's where nothing says more.
            let telling = host.matches('.').count() > 1;
            match port {
                Some(_) => return Some(Called { host, port }),
                None if telling && alone.is_none() => alone = Some(Called { host, port }),
                None => {}
            }
        }
        alone
    }

    /// Tries whether it can be reached; `None` where no port is known.
    #[must_use]
    pub fn reach(&self) -> Option<String> {
        Some(format!("nc -vz {} {}", self.host, self.port?))
    }

    /// Shows its certificate.
    #[must_use]
    pub fn tls(&self) -> String {
        let begins = |name: &str| self.host.starts_with(name);
        let usual = if begins("pop") {
            995
        } else if begins("imap") {
            993
        } else {
            587
        };
        let port = self.port.unwrap_or(usual);
        let start = match port {
            465 | 993 | 995 => "",
            110 => " -starttls pop3",
            143 => " -starttls imap",
            4190 => " -starttls sieve",
            _ => " -starttls smtp",
        };
        let name = if self.host.parse::<std::net::IpAddr>().is_ok() {
            String::new()
        } else {
            format!(" -servername {}", self.host)
        };
        format!("openssl s_client -connect {}:{port}{start}{name}", self.host)
    }
}

/// A port that mail uses, by its number or its name.
fn mail_port(word: &str) -> Option<u16> {
    const NAMES: &[(&str, u16)] =
        &[("imap", 143), ("imaps", 993), ("pop3", 110), ("pop3s", 995), ("submission", 587), ("smtps", 465)];
    const PORTS: &[u16] = &[25, 26, 110, 143, 465, 587, 993, 995, 1025, 2525, 2587, 4190];
    if let Some(named) = NAMES.iter().find(|named| named.0 == word) {
        return Some(named.1);
    }
    word.parse().ok().filter(|port| PORTS.contains(port))
}

/// True for an address, for this machine's own name, and for a name in DNS that is no file's and no class's.
fn is_host(word: &str) -> bool {
    const FILES: &[&str] = &[
        "c", "cc", "cnf", "conf", "cpp", "cs", "go", "html", "java", "js", "log", "php", "pl", "pm", "py",
        "rb", "rs", "ts", "yml",
    ];
    let name =
        word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte));
    let last = word.rsplit('.').next().unwrap_or_default();
    let labels = word.split('.').all(|label| !label.is_empty() && !label.starts_with('-'));
    word == "localhost"
        || word.parse::<std::net::IpAddr>().is_ok()
        || name
            && labels
            && word.contains('.')
            && last.len() > 1
            && last.bytes().all(|byte| byte.is_ascii_alphabetic())
            && !FILES.contains(&last)
}

/// True for a text that shows by itself that a library of websites and scripts wrote it, and no mail server.
pub fn names_library(text: &[u8]) -> bool {
    const WORDS: &[&[u8]] = &[
        b"SMTP ERROR",
        b"SMTP Error",
        b"SMTP connect()",
        b"Connection failed. Error #",
        b"PHPMailer",
        b"Swift_",
        b"Symfony\\Component\\Mailer",
        b"smtplib",
        b"MailException",
        b"MessagingException",
        b"SmtpException",
        b"MailKit",
        b"stream_socket",
        b"nodemailer",
        b"wp_mail",
        b"WP Mail",
        b"PHP Fatal",
        b"PHP Warning",
        b"PHP message",
        b"mail()",
        b"Exception:",
        b".ERROR:",
        b".CRITICAL:",
        b"Error: connect ",
        b"connect ECONN",
        b"getaddrinfo E",
        b"Net::SMTP",
        b"Error sending email (from ",
        b"Error sending e-mail (from ",
    ];
    WORDS.iter().any(|word| memchr::memmem::find(text, word).is_some())
}

/// True for the spelling of a number of Outlook's, or of its first digits.
fn is_hex(spelling: &str) -> bool {
    spelling.starts_with("800") || spelling.starts_with("801")
}

/// True where such a number stands: eight digits, with `0x` in front unless they have a letter or stand in brackets.
fn is_number(folded: &[u8], at: usize) -> bool {
    const DIGITS: usize = 8;
    let Some(digits) = folded.get(at..at + DIGITS).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    else {
        return false;
    };
    let ends = folded.get(at + DIGITS).is_none_or(|byte| !byte.is_ascii_alphanumeric());
    let before = &folded[..at];
    let alone = before.last().is_none_or(|byte| !byte.is_ascii_alphanumeric());
    let told = before.ends_with(b"0x")
        || alone && (digits.iter().any(u8::is_ascii_alphabetic) || before.ends_with(b"("));
    ends && told
}

#[cfg(test)]
mod tests {
    use super::{Called, ObstacleKind, ROWS, SPELLED, of};

    #[test]
    fn the_server_that_a_program_calls_is_named() {
        for (text, want) in [
            (
                "Connection to mail.shop.example:587 failed: Connection refused",
                Some(("mail.shop.example", Some(587))),
            ),
            (
                "msmtp: cannot connect to smtp.relay.example, port 587: Connection refused",
                Some(("smtp.relay.example", Some(587))),
            ),
            (
                "Could not connect to SMTP host: smtp.shop.example, port: 465;",
                Some(("smtp.shop.example", Some(465))),
            ),
            (
                "Couldn't open stream {mail.shop.example:993/imap/ssl}INBOX in /var/www/index.php on line 25",
                Some(("mail.shop.example", Some(993))),
            ),
            (
                "stream_socket_client(): unable to connect to ssl://smtp.shop.example:465 (Connection timed out)",
                Some(("smtp.shop.example", Some(465))),
            ),
            ("Error: connect ECONNREFUSED 127.0.0.1:25", Some(("127.0.0.1", Some(25)))),
            (
                "certificate is not valid for 'mail.shop.example'. (_ssl.c:1129)",
                Some(("mail.shop.example", None)),
            ),
            ("smtplib.SMTPServerDisconnected: Connection unexpectedly closed", None),
            ("in rcube_imap.php on line 25 for anna@club.example", None),
        ] {
            let called = Called::of(text);
            assert_eq!(called.map(|called| (called.host, called.port)), want, "{text}");
        }
    }

    #[test]
    fn what_programs_say_names_one_of_a_few_things() {
        for (said, want) in [
            ("SMTP Error: Could not authenticate.", ObstacleKind::Login),
            ("Scan to Email failed. SMTP error 535", ObstacleKind::Login),
            ("[EXPIRED] Password expired", ObstacleKind::Expired),
            (
                "MailKit.ServiceNotAuthenticatedException: The SmtpClient is not authenticated.",
                ObstacleKind::NeedsLogin,
            ),
            ("Peer's Certificate issuer is not recognized.", ObstacleKind::CertificateIssuer),
            ("Error: queryA ETIMEOUT smtp.shop.example", ObstacleKind::NameUnknown),
            ("esmtp: No configuration file found at ~/.esmtprc or /etc/esmtprc", ObstacleKind::Settings),
            (
                "SMTP Error (452): Failed to add recipient \"a@b.example\" (4.5.3 Error: too many recipients).",
                ObstacleKind::ManyRecipients,
            ),
            (
                "Port 587: No outbound route between this site and the Internet on Port 587.",
                ObstacleKind::PortsBlocked,
            ),
            ("SMTP Error: Could not connect to SMTP host.", ObstacleKind::NoConnection),
            ("SMTP connect() failed.", ObstacleKind::NoConnection),
            ("Could not instantiate mail function.", ObstacleKind::NoMailer),
            (
                "stream_socket_client(): unable to connect to tcp://mx.shop.example:587 (Connection timed out)",
                ObstacleKind::NoAnswer,
            ),
            (
                "Connection could not be established with host mx.shop.example :stream_socket_client(): php_network_getaddresses: getaddrinfo failed",
                ObstacleKind::NameUnknown,
            ),
            (
                "ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1129)",
                ObstacleKind::PlainPort,
            ),
            ("Task 'anna@shop.example - Sending' reported error (0x800CCC0E)", ObstacleKind::NoConnection),
            ("Fehler 800ccc92 beim Empfangen", ObstacleKind::Login),
            ("0452  02/04 09:12  anna@shop.example  0  NG  #841", ObstacleKind::Encryption),
            ("Senden der Nachricht fehlgeschlagen.", ObstacleKind::Unsent),
            ("Le message n\u{2019}a pas pu \u{ea}tre envoy\u{e9}.", ObstacleKind::Unsent),
            (
                "I get \u{201c}Connection refused\u{201d} whenever my website sends mail.",
                ObstacleKind::TurnedAway,
            ),
            ("Since today my Outlook only says 0x800CCC0E when I send.", ObstacleKind::NoConnection),
            (
                "Peer certificate CN=`*.hostco.example' did not match expected CN=`mail.shop.example'",
                ObstacleKind::CertificateName,
            ),
            (
                "Unable to connect with STARTTLS: stream_socket_enable_crypto(): SSL: certificate verify failed",
                ObstacleKind::CertificateIssuer,
            ),
        ] {
            assert_eq!(of(said.as_bytes()).map(|row| row.kind), Some(want), "{said}");
        }
        for said in [
            "My mails time out all the time when I send from Outlook, please help.",
            "Our customers say that they are unable to log in since the update.",
        ] {
            assert!(of(said.as_bytes()).is_none(), "{said}");
        }
        for said in ["", "250 OK", "the wrong version number of the manual", "Hello Anna", "postmaster"] {
            assert!(of(said.as_bytes()).is_none(), "{said}");
        }
    }

    #[test]
    fn every_row_says_all_it_must() {
        assert!(SPELLED.spellings.len() > ROWS.len());
        for row in ROWS {
            assert!((1..=3).contains(&row.next.len()), "{:?}", row.kind);
            for text in [row.headline].iter().chain(row.next) {
                assert!(text.ends_with(['.', ')']), "{:?}: {text}", row.kind);
            }
            for spelling in row.spellings {
                assert_eq!(*spelling, spelling.to_lowercase().replace('_', " "), "{:?}", row.kind);
            }
        }
    }
}
