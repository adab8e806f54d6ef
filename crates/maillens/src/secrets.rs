//! Passwords, hashes, tokens and keys are masked before anything reads them.
//!
//! `Net` stands at the gate: what gives access to something is [`MASK`] before a line of a log is kept. So no
//! output can show a secret, whatever format claims the line, or none, and however long it is. The mask has one
//! length, so it does not say how long the secret was.
//!
//! A clean line costs one search for the words that stand before secrets (`WORDS`). Only a line with one of
//! them, or one that goes on with what the line before began, is looked at closer.

use crate::frame::frame;
use crate::text::slices::slices;
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use memchr::{memchr, memmem, memrchr};
use std::ops::Range;
use std::sync::LazyLock;

/// What stands for a secret.
pub const MASK: &str = "********";

/// A key that goes over more lines is none.
const KEY_LINES: u32 = 200;
/// A line that is still open is held back up to this size.
const HELD: usize = 1 << 20;
/// So many lines may stand between a server's question and the client's answer.
const NEAR: u32 = 8;
/// So many lines of others may stand between two lines of one process.
const WAITED: u32 = 100;
/// So many processes are waited for at once.
const SPEAKERS: usize = 32;
/// So many lines of a file of logins may follow one that names it.
const LOGINS: u32 = 100;
/// So far is looked for what belongs to a word, where nothing is masked.
const REACH: usize = 1024;
/// A text is divided among threads by these.
const KILOBYTE: usize = 1024;

/// How the secret is found from the word before it.
#[derive(Debug, Clone, Copy)]
enum SecretRule {
    /// `password=x`, `"pw": "x"`, `given password: x`, `--auth-password x`, `PASS x`.
    Key,
    /// `AUTH PLAIN x`, `a1 AUTHENTICATE XOAUTH2 x`.
    Auth,
    /// `334 x`: the client answers on a line of its own.
    Question,
    /// `after AUTH from x: y`: what the client sent.
    After,
    /// `a1 LOGIN user x`.
    Login,
    /// `APOP user x`.
    Apop,
    /// What a client sends, where it is nothing but one encoded word.
    Client,
    /// The next word, where it is encoded: `authentication failed: x`.
    Encoded,
    /// The next word, whatever it is: `Bearer x`.
    Word,
    /// Hexadecimal digits of a digest: `response=x`.
    Digest,
    /// The rest of the line: `Cookie: x`.
    Rest,
    /// `https://user:x@host`.
    Url,
    /// `[host]:587 user:x`, as in Postfix's `sasl_passwd`.
    Map,
    /// `smtp.host user:x` and `smtp.host:user:x`, with the host at the line's beginning.
    Relay,
    /// `static:user:x`.
    Static,
    /// What is said to a function from this argument on, in quotes: `.login("user", "x")`, and in the trace of a stack.
    Call(usize),
    /// All that follows in quotes, one apart from the other: `"AUTH" "user" "x"`, as Redis has it.
    Quoted,
    /// A file of logins whose lines follow, where a command or a heading names it: `cat /etc/postfix/sasl_passwd`.
    File,
    /// `SSHA256(x) != 'y'`.
    Mismatch,
    /// `(user, password) VALUES ('x', 'y')`.
    Values,
    /// A word that begins so is a key or a hash by itself, where it has so many bytes.
    Itself(usize),
    /// The same, where so many hexadecimal digits follow.
    Digits(usize),
    /// Hexadecimal digits with a region behind them, as Mailchimp has it: `x-us12`.
    Region,
    /// Three rows of hexadecimal digits somewhere in the line, as Mailgun has it: `x-1234abcd-5678ef01`.
    Triple,
    /// The second column of a file of logins: `ben:x:1001:1001::/home/ben`, `ben:x:19000:0:99999:7:::`.
    Passwd,
    /// `{SSHA}x`.
    Scheme,
    /// An option of a tool holds it: `curl -u user:x`.
    Tool(&'static [&'static str]),
    /// It is the last argument of a tool.
    Last,
    /// Digits: `PIN: 1234`.
    Pin,
    /// What of `net use x: \\host\share x /user:ben` is no drive, folder or option.
    Share,
    /// It is written out for `base64`.
    Piped,
    /// `-----BEGIN PRIVATE KEY-----`.
    Pem,
}

/// The words that stand before secrets, in lower case.
const WORDS: &[(&str, SecretRule)] = &[
    ("pass", SecretRule::Key),
    ("pw", SecretRule::Key),
    ("kennwort", SecretRule::Key),
    ("mot de passe", SecretRule::Key),
    ("wachtwoord", SecretRule::Key),
    ("contraseña", SecretRule::Key),
    ("contrasena", SecretRule::Key),
    ("senha", SecretRule::Key),
    ("parola", SecretRule::Key),
    ("heslo", SecretRule::Key),
    ("hasło", SecretRule::Key),
    ("haslo", SecretRule::Key),
    ("jelszó", SecretRule::Key),
    ("lösenord", SecretRule::Key),
    ("adgangskode", SecretRule::Key),
    ("salasana", SecretRule::Key),
    ("salt", SecretRule::Key),
    ("signing_key", SecretRule::Key),
    ("signing-key", SecretRule::Key),
    ("secret", SecretRule::Key),
    ("token", SecretRule::Key),
    ("api_key", SecretRule::Key),
    ("api-key", SecretRule::Key),
    ("apikey", SecretRule::Key),
    ("access_key", SecretRule::Key),
    ("private_key", SecretRule::Key),
    ("credential", SecretRule::Key),
    ("sessid", SecretRule::Key),
    ("sessauth", SecretRule::Key),
    ("des_key", SecretRule::Key),
    ("app_key", SecretRule::Key),
    ("auth_key", SecretRule::Key),
    ("auth_salt", SecretRule::Key),
    ("logged_in_key", SecretRule::Key),
    ("logged_in_salt", SecretRule::Key),
    ("nonce_key", SecretRule::Key),
    ("nonce_salt", SecretRule::Key),
    ("encryption_key", SecretRule::Key),
    ("auth ", SecretRule::Auth),
    // In a text, at the end of a line: what belongs to it may stand in the next one.
    ("auth\n", SecretRule::Auth),
    ("auth\r\n", SecretRule::Auth),
    ("authenticate ", SecretRule::Auth),
    ("334", SecretRule::Question),
    ("after auth", SecretRule::After),
    ("login ", SecretRule::Login),
    ("apop ", SecretRule::Apop),
    ("authentication failed: ", SecretRule::Encoded),
    ("error in \"", SecretRule::Encoded),
    ("last command was \"", SecretRule::Encoded),
    ("last was \"", SecretRule::Encoded),
    (" < ", SecretRule::Client),
    ("resp=", SecretRule::Encoded),
    ("init_response ", SecretRule::Encoded),
    ("cont\t", SecretRule::Encoded),
    ("cont#011", SecretRule::Encoded),
    ("basic ", SecretRule::Encoded),
    ("bearer ", SecretRule::Word),
    ("$auth2 = ", SecretRule::Word),
    ("$auth3 = ", SecretRule::Word),
    ("auth2}{", SecretRule::Word),
    ("auth3}{", SecretRule::Word),
    ("identified by ", SecretRule::Word),
    ("requirepass ", SecretRule::Word),
    ("masterauth ", SecretRule::Word),
    ("convertto-securestring ", SecretRule::Word),
    ("x-roundcube-request: ", SecretRule::Word),
    ("cookie\":", SecretRule::Word),
    ("\"auth\" ", SecretRule::Quoted),
    ("sasl_passwd", SecretRule::File),
    ("sasl/passwd", SecretRule::File),
    ("passwd.client", SecretRule::File),
    ("dovecot/users", SecretRule::File),
    ("dovecot/passwd", SecretRule::File),
    ("dovecot-users", SecretRule::File),
    ("authorization: ", SecretRule::Rest),
    ("cookie: ", SecretRule::Rest),
    ("client_send = ", SecretRule::Rest),
    ("client_random ", SecretRule::Rest),
    ("master-key: ", SecretRule::Rest),
    ("hooks.slack.com/", SecretRule::Word),
    ("/api/webhooks/", SecretRule::Word),
    ("webhook.office.com/", SecretRule::Word),
    ("outlook.office.com/webhook/", SecretRule::Word),
    ("hooks.zapier.com/hooks/", SecretRule::Word),
    ("api.telegram.org/bot", SecretRule::Word),
    ("response=", SecretRule::Digest),
    ("rspauth=", SecretRule::Digest),
    ("resumption psk: ", SecretRule::Rest),
    ("uncoded client response ", SecretRule::Rest),
    ("uncoded initial reply: ", SecretRule::Rest),
    ("decoded response: ", SecretRule::Rest),
    ("decoded initial response ", SecretRule::Rest),
    ("xsasl_cyrus_client_get_passwd: ", SecretRule::Rest),
    ("\"p:", SecretRule::Word),
    ("\"p=", SecretRule::Encoded),
    ("encode_base64(", SecretRule::Word),
    ("md5(", SecretRule::Call(0)),
    ("sha(", SecretRule::Call(0)),
    ("sha1(", SecretRule::Call(0)),
    ("sha2(", SecretRule::Call(0)),
    ("crypt(", SecretRule::Call(0)),
    ("encrypt(", SecretRule::Call(0)),
    ("password(", SecretRule::Call(0)),
    (".login(", SecretRule::Call(1)),
    (">login(", SecretRule::Call(1)),
    (">auth(", SecretRule::Call(1)),
    (".authenticate(", SecretRule::Call(1)),
    (".authenticate (", SecretRule::Call(1)),
    (".authenticateasync(", SecretRule::Call(1)),
    (".authenticateasync (", SecretRule::Call(1)),
    ("basicauth(", SecretRule::Call(1)),
    ("loginauth(", SecretRule::Call(1)),
    ("crammd5auth(", SecretRule::Call(1)),
    ("plainauth(", SecretRule::Call(2)),
    ("networkcredential(", SecretRule::Call(1)),
    ("networkcredential (", SecretRule::Call(1)),
    ("passwordauthentication(", SecretRule::Call(1)),
    ("usernamepasswordcredentials(", SecretRule::Call(1)),
    ("transport.connect(", SecretRule::Call(2)),
    ("smtp.start(", SecretRule::Call(4)),
    (">authenticate(", SecretRule::Call(1)),
    ("imap_open(", SecretRule::Call(2)),
    ("ldap_bind(", SecretRule::Call(2)),
    ("pdo(", SecretRule::Call(2)),
    ("pdo->__construct(", SecretRule::Call(2)),
    ("mysqli(", SecretRule::Call(2)),
    ("mysqli->__construct(", SecretRule::Call(2)),
    ("mysqli_connect(", SecretRule::Call(2)),
    ("real_connect(", SecretRule::Call(2)),
    ("static:", SecretRule::Static),
    ("smtp.", SecretRule::Relay),
    ("://", SecretRule::Url),
    (":587 ", SecretRule::Map),
    (":587\t", SecretRule::Map),
    (":465 ", SecretRule::Map),
    (":465\t", SecretRule::Map),
    ("]:25 ", SecretRule::Map),
    ("]:25\t", SecretRule::Map),
    (") != '", SecretRule::Mismatch),
    ("values", SecretRule::Values),
    ("$1$", SecretRule::Itself(8)),
    ("$2$", SecretRule::Itself(20)),
    ("$2a$", SecretRule::Itself(8)),
    ("$2b$", SecretRule::Itself(8)),
    ("$2y$", SecretRule::Itself(8)),
    ("$5$", SecretRule::Itself(8)),
    ("$6$", SecretRule::Itself(8)),
    ("$7$", SecretRule::Itself(8)),
    ("$y$", SecretRule::Itself(8)),
    ("$apr1$", SecretRule::Itself(8)),
    ("$argon2", SecretRule::Itself(16)),
    ("$pbkdf2", SecretRule::Itself(16)),
    ("SG.", SecretRule::Itself(24)),
    (" re_", SecretRule::Itself(34)),
    (":re_", SecretRule::Itself(34)),
    ("=re_", SecretRule::Itself(34)),
    ("'re_", SecretRule::Itself(34)),
    ("\"re_", SecretRule::Itself(34)),
    ("mlsn.", SecretRule::Digits(64)),
    ("api-", SecretRule::Digits(32)),
    ("-us", SecretRule::Region),
    ("mailgun", SecretRule::Triple),
    ("xkeysib-", SecretRule::Itself(24)),
    ("xsmtpsib-", SecretRule::Itself(24)),
    ("key-", SecretRule::Itself(30)),
    ("AKIA", SecretRule::Itself(20)),
    ("ya29.", SecretRule::Itself(10)),
    ("eyJ", SecretRule::Itself(30)),
    ("ghp_", SecretRule::Itself(24)),
    ("glpat-", SecretRule::Itself(20)),
    ("xoxb-", SecretRule::Itself(20)),
    ("sk_live_", SecretRule::Itself(20)),
    ("AIza", SecretRule::Itself(30)),
    ("{ssha", SecretRule::Scheme),
    ("{sha", SecretRule::Scheme),
    ("{smd5", SecretRule::Scheme),
    ("{md5", SecretRule::Scheme),
    ("{crypt", SecretRule::Scheme),
    ("{plain", SecretRule::Scheme),
    ("{clear", SecretRule::Scheme),
    ("{blf-", SecretRule::Scheme),
    ("{argon", SecretRule::Scheme),
    ("{cram", SecretRule::Scheme),
    ("{digest", SecretRule::Scheme),
    ("{pbkdf", SecretRule::Scheme),
    ("{des-", SecretRule::Scheme),
    ("{hmac", SecretRule::Scheme),
    ("{ldap-md5", SecretRule::Scheme),
    ("{scram", SecretRule::Scheme),
    ("curl ", SecretRule::Tool(&["-u", "--user", "-U", "--proxy-user"])),
    ("mysql", SecretRule::Tool(&["-p"])),
    ("swaks ", SecretRule::Tool(&["-ap", "--ap", "--auth-password"])),
    ("kinit ", SecretRule::Tool(&["<<<"])),
    ("base64 ", SecretRule::Tool(&["<<<"])),
    ("smbclient ", SecretRule::Tool(&["<<<"])),
    ("saslpasswd2 ", SecretRule::Tool(&["<<<"])),
    ("passwordeval", SecretRule::Tool(&["\"echo", "'echo", "echo", "\"printf", "'printf", "printf"])),
    ("passcmd", SecretRule::Tool(&["\"echo", "'echo", "echo", "\"printf", "'printf", "printf"])),
    ("net use ", SecretRule::Share),
    ("pin:", SecretRule::Pin),
    ("pin=", SecretRule::Pin),
    ("sendemail ", SecretRule::Tool(&["-xp"])),
    ("testsaslauthd ", SecretRule::Tool(&["-p"])),
    ("sshpass ", SecretRule::Tool(&["-p"])),
    ("imtest ", SecretRule::Tool(&["-w"])),
    ("smtptest ", SecretRule::Tool(&["-w"])),
    ("pop3test ", SecretRule::Tool(&["-w"])),
    ("sivtest ", SecretRule::Tool(&["-w"])),
    ("ldapsearch ", SecretRule::Tool(&["-w"])),
    ("ldapwhoami ", SecretRule::Tool(&["-w"])),
    ("ldapmodify ", SecretRule::Tool(&["-w"])),
    ("doveadm pw ", SecretRule::Tool(&["-p"])),
    ("rspamadm pw ", SecretRule::Tool(&["-p", "--password"])),
    ("rspamc ", SecretRule::Tool(&["-P", "--password"])),
    ("redis-cli ", SecretRule::Tool(&["-a", "--pass"])),
    ("doveadm auth test ", SecretRule::Last),
    ("doveadm auth login ", SecretRule::Last),
    ("htpasswd ", SecretRule::Last),
    ("vadduser ", SecretRule::Last),
    ("vpasswd ", SecretRule::Last),
    ("| base64", SecretRule::Piped),
    ("|base64", SecretRule::Piped),
    ("| openssl base64", SecretRule::Piped),
    ("| openssl passwd", SecretRule::Piped),
    ("| saslpasswd", SecretRule::Piped),
    ("| chpasswd", SecretRule::Piped),
    ("| passwd", SecretRule::Piped),
    ("| htpasswd", SecretRule::Piped),
    ("private key", SecretRule::Pem),
    (":/", SecretRule::Passwd),
    (":0:99999:", SecretRule::Passwd),
];

static FINDER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = WORDS.iter().map(|(word, _)| word);
    let mut finder = AhoCorasick::builder();
    finder.ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest);
    finder.kind(Some(AhoCorasickKind::DFA)).build(words).ok()
});

/// How a key may end.
const KEYS: &[&str] = &[
    "pass",
    "passwd",
    "password",
    "passwort",
    "passphrase",
    "passcode",
    "password_hash",
    "pw",
    "pwd",
    "pwhash",
    "pw_hash",
    "kennwort",
    "mot de passe",
    "wachtwoord",
    "contraseña",
    "contrasena",
    "senha",
    "parola",
    "heslo",
    "hasło",
    "haslo",
    "jelszó",
    "lösenord",
    "adgangskode",
    "salasana",
    "salt",
    "passwordsalt",
    "password_salt",
    "signing_key",
    "signing-key",
    "secret",
    "secret_key",
    "secret_access_key",
    "secretkey",
    "token",
    "token_secret",
    "api_key",
    "api-key",
    "apikey",
    "access_key",
    "access_key_id",
    "private_key",
    "credentials",
    "sessid",
    "sessauth",
    "des_key",
    "app_key",
    "auth_key",
    "auth_salt",
    "logged_in_key",
    "logged_in_salt",
    "nonce_key",
    "nonce_salt",
    "encryption_key",
];

/// Words behind a command in a sentence that tells what came of it.
const TOLD: &[&str] = &[
    "says", "said", "shows", "gives", "returns", "reports", "works", "worked", "is", "was", "fails",
    "failed", "sagt", "zeigt", "gibt", "meldet", "geht", "ist", "war",
];

/// Words between a key and a password in a sentence.
const IS: &[&str] = &["is", "was", "lautet", "ist", "war", "est", "était", "es", "era", "é", "è"];

/// Words that may stand behind those.
const STILL: &[&str] = &[
    ":",
    "still",
    "now",
    "noch",
    "jetzt",
    "immer",
    "weiterhin",
    "toujours",
    "maintenant",
    "todavía",
    "ahora",
    "ancora",
    "adesso",
    "nog",
    "nu",
    "ainda",
    "agora",
];

/// Words that people put in place of a secret.
const LEFT_OUT: &[&str] = &["redacted", "hidden", "removed", "masked", "censored", "omitted", "snip"];

/// Before such a key it is another word.
const OTHER: &[&str] = &[
    "by",
    "com",
    "no",
    "tres",
    "sur",
    "under",
    "over",
    "mis",
    "tem",
    "vchk",
    "check",
    "check_",
    "checkmail",
    // Rules of spam filters.
    "spf_",
    "spf_helo_",
    "dmarc_",
];

/// Ways to log in.
const METHODS: &[&str] = &[
    "plain",
    "login",
    "cram-md5",
    "cram-sha1",
    "digest-md5",
    "xoauth2",
    "xoauth",
    "oauthbearer",
    "ntlm",
    "gssapi",
    "external",
    "anonymous",
    "scram-sha-1",
    "scram-sha-256",
    "scram-sha-1-plus",
    "scram-sha-256-plus",
    "spa",
    "msn",
    "plain-clienttoken",
    "kerberos_v4",
    "otp",
    "skey",
    "apop",
    "gss-spnego",
    "rpa",
];

/// Tools that show a file.
const READERS: &[&str] = &["cat ", "grep ", "head ", "tail ", "less ", "more ", "sed ", "awk ", "postmap -q"];

/// What servers ask for with 334: a user name, a password.
const QUESTIONS: &[&str] =
    &["vxnlcm5hbwu6", "ugfzc3dvcmq6", "dxnlcm5hbwu6", "cgfzc3dvcmq6", "vxnlciboyw1laa==", "ugfzc3dvcmqa"];

/// Quotes, and what closes them.
const QUOTES: &[(&str, &str)] = &[
    ("'", "'"),
    ("\"", "\""),
    ("`", "'"),
    ("\\\"", "\\\""),
    ("\\'", "\\'"),
    ("&quot;", "&quot;"),
    ("&#34;", "&#34;"),
    ("&#39;", "&#39;"),
    ("&#x27;", "&#x27;"),
    ("&apos;", "&apos;"),
    ("\u{2018}", "\u{2019}"),
    ("\u{201c}", "\u{201d}"),
];

/// Masks what comes piece by piece.
#[derive(Debug, Default)]
pub(crate) struct Net {
    /// The line that is still open, and those before it that may be of a key.
    held: Vec<u8>,
    state: Carried,
    wrap: Wrap,
    /// Those whose conversation recordio writes down, as long as a secret may follow.
    speakers: Vec<Recorded>,
    /// The process whose line was the last.
    last: Vec<u8>,
    /// How many threads look for words that stand before secrets.
    pub threads: usize,
    /// How many lines hold a secret.
    pub lines: u32,
}

/// What a line leaves for the one below it, which may be the rest of it.
#[derive(Debug, Default)]
struct Wrap {
    /// A secret went on to the end of the line: what closes it, nothing where a blank does.
    open: Option<&'static str>,
    /// It ended where a secret would begin.
    key: bool,
    /// It ended with `given`, which a password follows.
    given: bool,
    /// It ended with `AUTH`, which a way to log in follows.
    auth: bool,
}

/// A process in a recording, and what it leaves for its next line.
#[derive(Debug, Default)]
struct Recorded {
    process: Vec<u8>,
    state: Carried,
    /// The beginning of what goes on in its next line: recordio cuts anywhere.
    piece: Vec<u8>,
    /// So many lines it's still waited for.
    lines: u32,
}

/// What a line leaves for those after it.
#[derive(Debug, Default)]
struct Carried {
    /// In so many lines the client may still answer a question.
    answers: u32,
    /// The question is about the name.
    name: bool,
    /// Lines of a key that were masked, where one is open.
    key: Option<u32>,
    /// What a client of IMAP announced by its length, and in so many lines it may still come.
    literal: Option<(LiteralHolds, u32)>,
    /// So many lines may still be those of a file of logins.
    logins: u32,
}

/// What a literal of IMAP holds, and how long it is.
#[derive(Debug, Clone, Copy)]
enum LiteralHolds {
    User,
    Secret(usize),
}

/// What is to be masked in a line.
#[derive(Debug)]
struct LineMasks {
    /// In order, apart from each other.
    places: Vec<Range<usize>>,
    /// A key ends here that began before.
    ends_key: bool,
    /// Nothing of it gives access to anything: who only knows the name of a user can't log in.
    only_names: bool,
}

/// The secrets of a line.
#[derive(Debug, Default)]
struct Secrets {
    places: Vec<Range<usize>>,
    /// Where those begin that are only the name of somebody who logs in.
    names: Vec<usize>,
    state: Carried,
    wrap: Wrap,
    /// What the line before left.
    before: Wrap,
    /// recordio cut it behind its last byte.
    cut: bool,
    /// It's the end of a key whose beginning is missing.
    ends_key: bool,
}

/// A text with its secrets masked.
pub fn masked(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut net = Net::default();
    net.push(text, &mut |part| out.extend_from_slice(part));
    net.finish(&mut |part| out.extend_from_slice(part));
    out
}

/// The lines that begin in these kilobytes of a text and hold a word that stands before secrets: where they begin.
fn suspects(text: &[u8], kilobytes: &Range<usize>) -> Vec<usize> {
    let begins = |kilobyte: usize| {
        let at = (kilobyte * KILOBYTE).min(text.len());
        let line = || memchr(b'\n', &text[at - 1..]).map_or(text.len(), |end| at + end);
        if at == 0 { 0 } else { line() }
    };
    let (mut at, end) = (begins(kilobytes.start), begins(kilobytes.end));
    let mut lines = Vec::new();
    while let Some(word) = FINDER.as_ref().and_then(|finder| finder.find(&text[at..end])) {
        let word = at + word.start();
        lines.push(memrchr(b'\n', &text[at..word]).map_or(at, |before| at + before + 1));
        at = memchr(b'\n', &text[word..end]).map_or(end, |line| word + line + 1);
    }
    lines
}

impl Net {
    /// Passes on what comes, up to the end of its last line.
    pub(crate) fn push(&mut self, mut bytes: &[u8], pass: &mut impl FnMut(&[u8])) {
        while !self.held.is_empty() && !bytes.is_empty() {
            let end = memchr(b'\n', bytes).map_or(bytes.len(), |at| at + 1);
            self.held.extend_from_slice(&bytes[..end]);
            bytes = &bytes[end..];
            let whole = self.held.ends_with(b"\n") && last_of_key(&self.held).is_none();
            if whole || self.held.len() > HELD {
                self.finish(pass);
            }
        }
        let mut end = memrchr(b'\n', bytes).map_or(0, |at| at + 1);
        while let Some(line) = last_of_key(&bytes[..end]) {
            end = line.start;
        }
        self.pass(&bytes[..end], pass);
        self.held.extend_from_slice(&bytes[end..]);
        if self.held.len() > HELD {
            self.finish(pass);
        }
    }

    /// Passes on what was held back.
    pub(crate) fn finish(&mut self, pass: &mut impl FnMut(&[u8])) {
        let held = std::mem::take(&mut self.held);
        self.pass(&held, pass);
    }

    fn pass(&mut self, text: &[u8], pass: &mut impl FnMut(&[u8])) {
        let told =
            slices(self.threads, 0..text.len().div_ceil(KILOBYTE), |part| suspects(text, &part)).concat();
        let mut told = told.into_iter().peekable();
        let (mut passed, mut start) = (0, 0);
        while start < text.len() {
            if self.state.is_idle() && self.wrap.is_idle() && self.speakers.is_empty() {
                while told.next_if(|line| *line < start).is_some() {}
                let Some(line) = told.next() else { break };
                start = line;
            }
            let end = memchr(b'\n', &text[start..]).map_or(text.len(), |at| start + at);
            let LineMasks { places: found, ends_key, only_names } = self.look(&text[start..end]);
            let mut places: Vec<_> = found.iter().map(|at| start + at.start..start + at.end).collect();
            self.lines += u32::from(!found.is_empty() && !only_names);
            let mut key = if ends_key { start } else { passed };
            while let Some(line) = last_of_key(&text[passed..key]) {
                let line = passed + line.start..passed + line.end;
                key = line.start;
                let at = key + quoting(&text[line.clone()])..key + text[line].trim_ascii_end().len();
                if !is_blanked(&text[at.clone()]) {
                    places.insert(0, at);
                    self.lines += 1;
                }
            }
            for place in places {
                pass(&text[passed..place.start]);
                pass(MASK.as_bytes());
                passed = place.end;
            }
            start = end + 1;
        }
        pass(&text[passed..]);
    }

    /// What is to be masked in a line.
    fn look(&mut self, line: &[u8]) -> LineMasks {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        self.speakers.retain_mut(|speaker| {
            speaker.lines -= 1;
            speaker.lines > 0
        });
        let recorded = recorded(line);
        let last = std::mem::take(&mut self.last);
        // The rest of a wrapped line belongs to whom its beginning does.
        let process = match &recorded {
            Some((process, _)) => process,
            None if !last.is_empty() && frame(line).stamp.is_none() => last.as_slice(),
            None => &[],
        };
        let known = self.speakers.iter().position(|speaker| speaker.process == process);
        if recorded.is_none() && known.is_none() {
            return self.wrap.look(&mut self.state, line, false);
        }
        self.last = process.to_vec();
        let mut speaker = known.map_or_else(Recorded::default, |at| self.speakers.swap_remove(at));
        let client = recorded.as_ref().map(|(_, said)| *said).filter(|said| line[said - 2] == b'<');
        let found = if let Some(said) = client {
            let goes_on = line.ends_with(b"+") && said < line.len();
            let line = &line[..line.len() - usize::from(goes_on)];
            let begins = std::mem::take(&mut speaker.piece);
            let said = if begins.is_empty() { 0 } else { said };
            let whole = [&begins, &line[said..]].concat();
            self.wrap = Wrap::default();
            let mut found = self.wrap.look(&mut speaker.state, &whole, goes_on);
            if goes_on {
                speaker.piece = whole[..whole.len().min(REACH)].to_vec();
            }
            found.places.retain(|at| at.end > begins.len());
            for at in &mut found.places {
                *at = at.start.max(begins.len()) - begins.len() + said..at.end - begins.len() + said;
            }
            found
        } else {
            if recorded.is_some() {
                self.wrap = Wrap::default();
            }
            self.wrap.look(&mut speaker.state, line, false)
        };
        if !speaker.state.is_idle() || !speaker.piece.is_empty() {
            speaker.process.clone_from(&self.last);
            speaker.lines = WAITED;
            self.speakers.push(speaker);
            let many = self.speakers.len();
            self.speakers.drain(..many.saturating_sub(SPEAKERS));
        }
        found
    }
}

impl Wrap {
    fn is_idle(&self) -> bool {
        self.open.is_none() && !self.key && !self.given && !self.auth
    }

    /// Looks at one line; what it leaves replaces what the one before left.
    fn look(&mut self, state: &mut Carried, line: &[u8], cut: bool) -> LineMasks {
        let before = std::mem::take(state);
        let mut found = Secrets { before: std::mem::take(self), cut, ..Secrets::default() };
        let mut from = 0;
        if let Some(lines) = before.key {
            found.key(line, 0, lines);
            *state = found.state;
            return LineMasks { places: found.places, ends_key: false, only_names: false };
        }
        if let Some(rest) = found.rest(line) {
            from = rest.end;
            found.places.push(rest);
        }
        if let Some((literal, lines)) = before.literal.filter(|(_, lines)| *lines > 0) {
            from = found.literal(line, literal, lines).max(from);
        }
        if before.logins > 0
            && let Some(secret) = entry(line)
        {
            found.state.logins = before.logins - 1;
            from = secret.end.max(from);
            found.places.push(secret);
        }
        if before.answers > 0 {
            match reply(line) {
                Some(b"334") => {}
                Some(_) => found.state.answers = 0,
                None => {
                    found.state.answers = before.answers - 1;
                    found.state.name = before.name;
                    if let Some(answer) = answer(line, cut).filter(|answer| answer.start >= from) {
                        from = answer.end;
                        found.names.extend(before.name.then_some(answer.start));
                        found.places.push(answer);
                        found.state.name = false;
                    }
                }
            }
        }
        while let Some(word) = FINDER.as_ref().and_then(|finder| finder.find(&line[from..])) {
            let at = from + word.start()..from + word.end();
            let many = found.places.len();
            found.apply(WORDS[word.pattern().as_usize()].1, line, at.clone());
            let masked = found.places[many..].iter().map(|place| place.end).max();
            from = masked.unwrap_or(0).max(at.start + 1);
            // A password that ends as a key does hides what shows the row of a file of logins: `ben:x!Pw:1001:1001::/home/ben`.
            let rows = WORDS.iter().filter(|(_, rule)| matches!(rule, SecretRule::Passwd));
            for (mark, _) in rows.filter(|_| from > at.end) {
                let end = memmem::find(&line[at.end..from], mark.as_bytes());
                let end = end.map(|begins| at.end + begins + mark.len());
                found.places.extend(end.and_then(|end| of_passwd(line, end)));
            }
        }
        let end = line.trim_ascii_end();
        let ends =
            |word: &[u8]| end.len() >= word.len() && end[end.len() - word.len()..].eq_ignore_ascii_case(word);
        found.wrap.given = ends(b"given");
        found.wrap.auth = ends(b"auth") && (opens(end, end.len() - 4) || tagged(end, end.len() - 4));
        (*state, *self) = (found.state, found.wrap);
        found.places.retain(|place| {
            !place.is_empty() && !is_put_in_place(&line[place.clone()]) && !is_variable(line, place)
        });
        crate::sort::by_key(&mut found.places, |place| place.start);
        found.places.dedup_by(|next, last| {
            let overlaps = next.start < last.end;
            if overlaps {
                last.end = last.end.max(next.end);
            }
            overlaps
        });
        let only_names = found.places.iter().all(|place| found.names.contains(&place.start));
        LineMasks { places: found.places, ends_key: found.ends_key, only_names }
    }
}

impl Carried {
    fn is_idle(&self) -> bool {
        self.answers == 0 && self.key.is_none() && self.literal.is_none() && self.logins == 0
    }
}

impl Secrets {
    fn apply(&mut self, rule: SecretRule, line: &[u8], word: Range<usize>) {
        match rule {
            SecretRule::Key => self.keyed(line, word),
            SecretRule::Auth => self.auth(line, word),
            SecretRule::Question => {
                let ends = line.get(word.end).is_none_or(u8::is_ascii_whitespace);
                if ends && opens(line, word.start) {
                    self.state.answers = NEAR;
                    self.state.name = asks_name(&line[token(line, word.end)]);
                }
            }
            SecretRule::After => {
                let rest = within(line, word.end);
                if let Some(at) = memmem::find(rest, b": ") {
                    let value = self.encoded(line, word.end + at + 2);
                    self.places.extend(value);
                }
            }
            SecretRule::Login => self.login(line, word),
            SecretRule::Apop => {
                let digest = token(line, token(line, word.end).end);
                let is_digest = digest.len() > 15 && line[digest.clone()].iter().all(u8::is_ascii_hexdigit);
                self.places.extend(Some(digest).filter(|_| is_digest));
            }
            SecretRule::Client => {
                let sent = answer(line, false)
                    .filter(|sent| line[word.end..sent.start.max(word.end)].trim_ascii().is_empty());
                self.places.extend(sent.filter(|sent| {
                    let lower = line[sent.clone()].iter().any(u8::is_ascii_lowercase);
                    lower && sent.start >= word.end && sent.len() % 4 == 0
                }));
            }
            SecretRule::Encoded => {
                // Dovecot numbers its requests.
                let rest = &line[word.end..];
                let number = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
                let tab = ["\t", "#011"].iter().find(|tab| rest[number..].starts_with(tab.as_bytes()));
                let skip = tab.filter(|_| number > 0).map_or(0, |tab| number + tab.len());
                let value = self.encoded(line, word.end + skip);
                self.places.extend(value);
            }
            SecretRule::Word => {
                if !starts_inside_word(line, word.start) {
                    let value = value(line, token(line, word.end).start).0;
                    // Python's own line in a trace: `encode_base64(initial_response.encode('ascii'))`.
                    let named = memmem::find(&line[value.clone()], b".encode(").is_some();
                    self.places.extend(Some(value).filter(|at| at.len() > 2 && !named));
                }
            }
            SecretRule::Digest => {
                let start = word.end + usize::from(line.get(word.end) == Some(&b'"'));
                let length = line[start..].iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
                self.places.extend(Some(start..start + length).filter(|_| length > 31));
            }
            SecretRule::Rest => {
                let quote = word.start.checked_sub(1).map(|at| line[at]).filter(|byte| b"'\"".contains(byte));
                let length = quote.and_then(|quote| memchr(quote, &line[word.end..]));
                let rest = word.end..length.map_or(line.len(), |length| word.end + length);
                self.places.extend(Some(rest).filter(|rest| !is_plain(line[rest.clone()].trim_ascii())));
            }
            SecretRule::Url => self.places.extend(userinfo(line, word.end)),
            SecretRule::Map => {
                let user = token(line, word.end);
                let host =
                    line[..word.start].iter().rposition(u8::is_ascii_whitespace).map_or(0, |at| at + 1);
                let alone = opens(line, host) && line[user.end..].trim_ascii().is_empty();
                let colon = memchr(b':', &line[user.clone()]).filter(|at| alone && *at > 0);
                let secret = colon.map(|at| user.start + at + 1..user.end);
                self.places.extend(secret.filter(|at| !line[at.clone()].iter().all(u8::is_ascii_digit)));
            }
            SecretRule::Relay => {
                let bracket = usize::from(line[..word.start].ends_with(b"["));
                if opens(line, word.start - bracket) {
                    self.places.extend(of_relay(line, word.end));
                }
            }
            SecretRule::Static => {
                let entry = token(line, word.end);
                let colon = memchr(b':', &line[entry.clone()]).filter(|at| *at > 0);
                let secret = colon.map(|at| entry.start + at + 1..entry.end);
                self.places.extend(secret.filter(|at| !line[at.clone()].iter().all(u8::is_ascii_digit)));
            }
            SecretRule::Call(first) => self.called(line, word.end, first),
            SecretRule::Quoted => {
                let mut at = word.end;
                while line.get(at) == Some(&b'"') {
                    let secret = value(line, at).0;
                    at = (secret.end + 2).min(line.len());
                    self.places.push(secret);
                }
            }
            SecretRule::File => {
                let before = line[..word.start].trim_ascii_start();
                let path = before.rsplit(u8::is_ascii_whitespace).next().unwrap_or_default();
                let before = &before[..before.len() - path.len()];
                let bare = before.trim_ascii_end();
                let said = bare.is_empty()
                    || bare.ends_with(b"#")
                    || bare.ends_with(b"==>")
                    || READERS.iter().any(|tool| memmem::find(before, tool.as_bytes()).is_some());
                let is_path = path.iter().all(|byte| byte.is_ascii_alphanumeric() || b"/._-".contains(byte));
                if said && is_path {
                    self.state.logins = LOGINS;
                }
            }
            SecretRule::Mismatch => {
                let start = word.start.saturating_sub(REACH);
                let before = &line[start..word.start];
                let after = memmem::rfind(before, b": ").map_or(0, |at| at + 2);
                if let Some(open) = memchr(b'(', &before[after..]) {
                    self.places.push(start + after + open + 1..word.start);
                }
                let stored = &line[word.end..];
                self.places.push(word.end..word.end + memchr(b'\'', stored).unwrap_or(stored.len()));
            }
            SecretRule::Values => {
                let before = line[word.start.saturating_sub(REACH)..word.start].to_ascii_lowercase();
                if memmem::find(&before, b"pass").or_else(|| memmem::find(&before, b"pw")).is_some() {
                    let mut at = word.end;
                    while let Some(open) = line[at..].iter().position(|byte| b"'\"".contains(byte)) {
                        let (value, _) = value(line, at + open);
                        at = (value.end + 1).min(line.len());
                        self.places.push(value);
                    }
                }
            }
            SecretRule::Itself(least) => self.itself(line, word, least),
            SecretRule::Digits(many) => {
                let length = line[word.end..].iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
                if length >= many && !starts_inside_word(line, word.start) {
                    self.places.push(word.start..word.end + length);
                }
            }
            SecretRule::Region => {
                let digits = digits_before(line, word.start);
                if digits == 32 && line.get(word.end).is_some_and(u8::is_ascii_digit) {
                    self.places.push(word.start - digits..word.end);
                }
            }
            SecretRule::Triple => {
                for mark in memchr::memchr_iter(b'-', within(line, 0)) {
                    let rest = line.get(mark + 1..mark + 18).unwrap_or_default();
                    let row = |row: &[u8]| row.iter().all(u8::is_ascii_hexdigit);
                    if rest.len() == 17
                        && row(&rest[..8])
                        && rest[8] == b'-'
                        && row(&rest[9..])
                        && digits_before(line, mark) == 32
                    {
                        self.places.push(mark - 32..mark + 18);
                    }
                }
            }
            SecretRule::Passwd => self.places.extend(of_passwd(line, word.end)),
            SecretRule::Scheme => {
                if let Some(close) = memchr(b'}', &line[word.start..line.len().min(word.start + 40)]) {
                    let start = word.start + close + 1;
                    let rest = &line[start..];
                    // `$argon2id$v=19$m=65536,t=3,p=1$x`
                    let ends = |(at, byte): (usize, &u8)| {
                        let option = || rest.get(at + 2) == Some(&b'=');
                        byte.is_ascii_whitespace()
                            || b":'\"<;)&#".contains(byte)
                            || *byte == b',' && !option()
                    };
                    let length = rest.iter().enumerate().position(ends).unwrap_or(rest.len());
                    self.places.extend(Some(start..start + length).filter(|_| length > 2));
                }
            }
            SecretRule::Tool(options) => self.tool(line, word, options),
            SecretRule::Pin => {
                let start = token(line, word.end).start;
                let length = line[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                let whole = line.get(start + length).is_none_or(|next| !next.is_ascii_alphanumeric());
                if (4..13).contains(&length) && whole && !starts_inside_word(line, word.start) {
                    self.places.push(start..start + length);
                }
            }
            SecretRule::Share => {
                let told =
                    line[word.end..].starts_with(b"\\") || memmem::find(&line[word.end..], b" \\").is_some();
                let mut at =
                    if told && !starts_inside_word(line, word.start) { word.end } else { line.len() };
                while at < line.len() {
                    let part = token(line, at);
                    let text = &line[part.clone()];
                    at = part.end.max(at + 1);
                    if !text.is_empty() && !text.ends_with(b":") && !b"\\/*-".contains(&text[0]) {
                        self.places.push(part);
                    }
                }
            }
            SecretRule::Last => {
                let rest = line[word.end..].trim_ascii_end();
                let mut words =
                    rest.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty() && word[0] != b'-');
                // Who only speaks of the command typed no password.
                let told =
                    words.clone().next().is_some_and(|word| TOLD.iter().any(|of| of.as_bytes() == word));
                if words.by_ref().take(2).count() > 1 && !told {
                    let start = rest.iter().rposition(u8::is_ascii_whitespace).map_or(0, |at| at + 1);
                    self.places.push(word.end + start..word.end + rest.len());
                }
            }
            SecretRule::Piped => {
                let start = word.start.saturating_sub(REACH);
                let before = &line[start..word.start];
                let echo = [&b"echo "[..], b"printf "]
                    .iter()
                    .find_map(|tool| Some(memmem::rfind(before, tool)? + tool.len()));
                if let Some(at) = echo {
                    self.places.push(start + at..start + before.trim_ascii_end().len());
                }
            }
            SecretRule::Pem => {
                let near = &line[word.start.saturating_sub(40)..word.start];
                // Behind dashes, another mark begins: that of a short key's end.
                if memmem::rfind(near, b"BEGIN").is_some_and(|at| memmem::find(&near[at..], b"--").is_none())
                {
                    self.key(line, word.end, 0);
                }
                let mark = memmem::rfind(near, b"-----END").map(|at| word.start - near.len() + at);
                self.ends_key = mark.is_some_and(|mark| mark == quoting(line));
            }
        }
    }

    /// What follows a key such as `password`.
    fn keyed(&mut self, line: &[u8], word: Range<usize>) {
        let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || b"_.-".contains(byte);
        let reach = &line[word.start.saturating_sub(40)..word.start];
        let start = word.start - reach.iter().rev().take_while(is_name).count();
        let start = start + usize::from(start < word.start && line[..=start].ends_with(b"\\r\\n"));
        let letters = line[word.end..]
            .iter()
            .take(20)
            .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_');
        let end = word.end + letters.count();
        let name = line[word.start..end].to_ascii_lowercase();
        let name = name.strip_suffix(b"1").or_else(|| name.strip_suffix(b"2")).unwrap_or(&name);
        if !KEYS.iter().any(|key| key.as_bytes() == name) {
            return;
        }
        let before = line[start..word.start].to_ascii_lowercase();
        let short = name == b"pw" && before.last().is_some_and(u8::is_ascii_alphabetic) && before.len() > 5;
        if short || OTHER.iter().any(|other| before.ends_with(other.as_bytes())) {
            return;
        }
        let rest = &line[end..];
        // `"password":`
        let closing = QUOTES
            .iter()
            .find(|(_, close)| rest.starts_with(close.as_bytes()))
            .map_or(0, |quote| quote.1.len());
        let blank = |at: usize| line[at..].iter().take_while(|byte| b" \t".contains(byte)).count();
        let mut at = end + closing;
        // `$config['des_key'] = 'x'`
        let opened = start.checked_sub(1).map(|before| line[before]);
        at += usize::from((closing > 0 || opened == Some(b'[')) && line.get(at) == Some(&b']'));
        at += blank(at);
        let mut setting = false;
        let (spoken, given) = match line.get(at) {
            Some(b'=') => {
                // A file of settings: the value goes to the end of the line.
                setting = at > end && closing == 0 && opens(line, start);
                at += 1 + usize::from(line.get(at + 1) == Some(&b'>'));
                (true, false)
            }
            Some(b'%') if line[at..].to_ascii_uppercase().starts_with(b"%3D") => {
                at += 3;
                (true, false)
            }
            // `<password>x</password>`
            Some(b'>')
                if opened == Some(b'<') && at == end && memmem::find(within(line, at), b"</").is_some() =>
            {
                at += 1;
                (true, false)
            }
            // PHP's `define('SMTP_PASS', 'x')`
            Some(b',') if closing > 0 && memmem::find(&line[..start], b"define(").is_some() => {
                at += 1;
                (true, false)
            }
            Some(b':') => {
                // LDIF has two before what is encoded.
                at += 1 + usize::from(line.get(at + 1).is_some_and(|next| b"=:".contains(next)));
                let head = &line[..start];
                let before = head.trim_ascii_end();
                let before = before[before.len().saturating_sub(12)..].to_ascii_lowercase();
                let given = ["given", "attempted", "submitted", "supplied", "entered", "sent", "tried"]
                    .iter()
                    .any(|word| before.ends_with(word.as_bytes()));
                let given = given || self.before.given && start == quoting(line);
                let path = head.ends_with(b"/");
                let space = line.get(at).is_some_and(u8::is_ascii_whitespace);
                let clear = given
                    || closing > 0
                    || !space
                    || opens(line, start)
                    || head.last().is_some_and(|byte| b"({[,&?;\"'".contains(byte))
                    || is_chosen(&line[token(line, at)]);
                (!path && clear, given)
            }
            _ if at > end && closing == 0 => {
                let next = token(line, at);
                // `password hash 5f4dcc3b5aa765d61d8327deb882cf99`
                let named = line[next.clone()].to_ascii_lowercase();
                if matches!(&*named, b"hash" | b"hash:" | b"hash=" | b"digest" | b"digest:") {
                    let hash = token(line, next.end);
                    let digits =
                        line[hash.clone()].iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
                    self.places.extend(Some(hash.start..hash.start + digits).filter(|_| digits > 15));
                    return;
                }
                if let Some(said) = said(line, end) {
                    // Whoever tells one password in a sentence tells the others that were tried.
                    let others = words(line, said.end).filter(|word| is_password(&line[word.clone()]));
                    self.places.extend(others);
                    self.places.push(said);
                    return;
                }
                // The settings of msmtp, `machine host login user password x` of .netrc, and fetchmail's `poll host`.
                let head = &line[..start];
                let alone = line[next.end..].trim_ascii().is_empty();
                let setting = opens(line, start) && alone && is_chosen(&line[next.clone()]);
                // `"subject":"Passwort zur\u00fccksetzen"` is encoded.
                let setting = setting && memmem::find(&line[next.clone()], b"\\u").is_none();
                if opens(line, start) && !alone && is_of_words(&line[word.start..], end - word.start) {
                    self.places.push(next.start..line.trim_ascii_end().len());
                    return;
                }
                let machine =
                    memmem::find(head, b"machine ").is_some() || memmem::find(head, b"poll ").is_some();
                let (quoted, _) = value(line, at);
                if (setting || machine) && !next.is_empty() {
                    self.places.push(if quoted.start > at { quoted } else { next });
                    return;
                }
                let quoted = QUOTES.iter().any(|(open, _)| line[at..].starts_with(open.as_bytes()));
                let option = line[start..word.start].starts_with(b"-");
                if !quoted && is_pop_password(line, start, end, at) {
                    // fetchmail shows `PASS *`; whatever else stands there was typed as a password.
                    let is_masked = |of: &Range<usize>| {
                        let said = line.get(of.clone()).unwrap_or_default();
                        !said.is_empty() && said.iter().all(|byte| *byte == b'*')
                    };
                    self.places.extend(Some(at..said_end(line, at)).filter(|of| !is_masked(of)));
                    return;
                }
                (quoted || option, false)
            }
            _ => (false, false),
        };
        if !spoken {
            return;
        }
        at += blank(at);
        // PHP's `["password"]=> string(9) "x"`
        if let Some(rest) = line[at..].strip_prefix(b"string(") {
            let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            at += if rest[length..].starts_with(b") ") { length + 9 } else { 0 };
        }
        if line[at..].trim_ascii().is_empty() {
            (self.wrap.key, self.wrap.open) = (true, given.then_some(")"));
        }
        let (value, open) = if given { given_password(line, at) } else { value(line, at) };
        let rest = line[value.start..].trim_ascii_end();
        let whole = setting && value.start == at && !rest.iter().any(|byte| b"=(,;\"'".contains(byte));
        let value = if whole { value.start..value.start + rest.len() } else { value };
        let text = &line[value.clone()];
        let folder = name == b"pwd" && text.first().is_some_and(|byte| b"/~".contains(byte));
        if !folder && !is_plain(text) {
            self.ends(line, &value, open);
            self.places.push(value);
        }
    }

    /// Notes that a secret may go on in the next line.
    fn ends(&mut self, line: &[u8], secret: &Range<usize>, open: Option<&'static str>) {
        let long = line.len() > 50 && secret.end == line.len();
        self.wrap.open = open.or(long.then_some(""));
    }

    /// What a client sends to log in.
    fn auth(&mut self, line: &[u8], word: Range<usize>) {
        if starts_inside_word(line, word.start) {
            return;
        }
        let client = opens(line, word.start) || tagged(line, word.start);
        if !self.method(line, word.end, client) && line[..word.start].trim_ascii_end().ends_with(b":6379>") {
            // At the prompt of Redis.
            self.places.push(token(line, word.end).start..line.trim_ascii_end().len());
        }
    }

    /// The way to log in and what belongs to it; false where it's another word.
    fn method(&mut self, line: &[u8], at: usize, client: bool) -> bool {
        let method = token(line, at);
        // ManageSieve puts it in quotes.
        let quote = usize::from(line[method.clone()].starts_with(b"\""));
        let method = method.start + quote..method.end;
        let letters = line[method.clone()]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(byte));
        let end = method.start + letters.count();
        if !is_method(&line[method.start..end]) {
            return false;
        }
        let mut end = end + usize::from(quote > 0 && line[end..].starts_with(b"\""));
        let rest = line[end..].trim_ascii();
        // A server lists its methods: a client names one.
        if offers(rest) {
            return true;
        }
        if rest.is_empty()
            || rest == b"="
            || rest.starts_with(b"\\r")
            || rest.starts_with(b"<br")
            || rest == b"'"
            || rest == b"\""
        {
            self.state.answers = if client { NEAR } else { 0 };
        } else if let Some(value) = self.encoded(line, end) {
            // What LOGIN begins with is the name; the password follows in a line of its own.
            let is_login = line[method.start..].get(..5).is_some_and(|of| of.eq_ignore_ascii_case(b"login"));
            self.names.extend(is_login.then_some(value.start));
            end = value.end;
            self.places.push(value);
        }
        // Postscreen writes out the ends of the lines that the client sent.
        while let Some(next) = written_end(&line[end..])
            && let Some(value) = self.encoded(line, end + next)
        {
            end = value.end;
            self.places.push(value);
        }
        true
    }

    /// What goes on from the line before.
    fn rest(&mut self, line: &[u8]) -> Option<Range<usize>> {
        let start = quoting(line);
        if self.before.is_idle() || frame(&line[start..]).stamp.is_some() {
            return None;
        }
        if self.before.auth {
            self.method(line, start, true);
        }
        if let Some(close) = self.before.open {
            let end = memmem::find(&line[start..], close.as_bytes()).filter(|_| !close.is_empty());
            let end = end.map_or(token(line, start).end, |length| start + length);
            return Some(start..end).filter(|at| !at.is_empty());
        }
        let (word, _) = value(line, start);
        Some(word).filter(|word| self.before.key && is_chosen(&line[word.clone()]))
    }

    /// The next word, where it is encoded.
    fn encoded(&mut self, line: &[u8], at: usize) -> Option<Range<usize>> {
        let start = token(line, at).start;
        let start = start + usize::from(line.get(start).is_some_and(|byte| b"'\"<".contains(byte)));
        let length = line[start..].iter().take_while(|byte| is_encoded(**byte)).count();
        let text = &line[start..start + length];
        let end = start + length;
        let cut = self.cut && end == line.len() && length > 0;
        if !(looks_encoded(text) || cut) || is_method(text) {
            return None;
        }
        let rest = line[end..].trim_ascii();
        if rest.is_empty() || rest.starts_with(b"\\r") || rest.starts_with(b"<br") {
            self.state.answers = NEAR;
        }
        Some(start..end)
    }

    /// `a1 LOGIN user x`.
    fn login(&mut self, line: &[u8], word: Range<usize>) {
        if !tagged(line, word.start) {
            return;
        }
        let (user, _) = value(line, token(line, word.end).start);
        // `250-AUTH LOGIN PLAIN XOAUTH2` offers ways to log in.
        if is_method(&line[user.clone()]) {
            return;
        }
        if let Some(length) = announced(line) {
            let alone = token(line, word.end).end == line.trim_ascii_end().len();
            let literal = if alone { LiteralHolds::User } else { LiteralHolds::Secret(length) };
            self.state.literal = Some((literal, NEAR));
            return;
        }
        let quote = usize::from(line.get(user.end).is_some_and(|byte| b"'\"".contains(byte)));
        let (secret, open) = value(line, token(line, user.end + quote).start);
        if !secret.is_empty() {
            self.ends(line, &secret, open);
            self.places.push(secret);
        }
    }

    /// What a client sends after it announced its length; where the line may be looked at further.
    fn literal(&mut self, line: &[u8], literal: LiteralHolds, lines: u32) -> usize {
        let end = line.trim_ascii_end().len();
        let server = memchr(b'+', line).is_some_and(|at| opens(line, at));
        if server || end == 0 {
            self.state.literal = Some((literal, lines - 1));
            return 0;
        }
        if let (LiteralHolds::User, Some(length)) = (literal, announced(line)) {
            self.state.literal = Some((LiteralHolds::Secret(length), NEAR));
            return end;
        }
        // The length may be wrong in what somebody wrote down, so whole words are taken.
        let length = if let LiteralHolds::Secret(length) = literal { length } else { 1 };
        let quote = matches!(literal, LiteralHolds::User) && line[..end].ends_with(b"\"");
        let from = if line[..end].ends_with(MASK.as_bytes()) {
            end - MASK.len()
        } else if quote {
            memrchr(b'"', &line[..end - 1]).map_or(0, |open| open + 1)
        } else {
            line[..end.saturating_sub(length.max(1) - 1)]
                .iter()
                .rposition(u8::is_ascii_whitespace)
                .map_or(0, |at| at + 1)
        };
        self.places.push(from..end - usize::from(quote));
        end
    }

    /// What stands in quotes among the arguments of a function, from one of them on.
    fn called(&mut self, line: &[u8], at: usize, first: usize) {
        let (mut at, mut argument) = (at, 0);
        while let Some(byte) = line.get(at) {
            match byte {
                b'\'' | b'"' => {
                    let close = quote_end(line, at + 1, std::slice::from_ref(byte), 0);
                    let close = close.unwrap_or(line.len());
                    // `cfg["password"]` is where it's kept.
                    let key = at > 0 && line[at - 1] == b'[';
                    self.places.extend((argument >= first && !key).then_some(at + 1..close));
                    at = close;
                }
                b',' => argument += 1,
                b')' => return,
                _ => {}
            }
            at += 1;
        }
    }

    fn itself(&mut self, line: &[u8], word: Range<usize>, least: usize) {
        let of = WORDS.iter().any(|(of, _)| of.as_bytes() == &line[word.clone()]);
        let inside = |byte: &&u8| byte.is_ascii_alphanumeric() || b"_./+$=-,".contains(byte);
        let length = word.len() + line[word.end..].iter().take_while(inside).count();
        let inside_word = line[word.start].is_ascii_alphanumeric() && starts_inside_word(line, word.start);
        if !of || length < least || inside_word {
            return;
        }
        let end = word.start + length;
        // What stands before it is no part of it: ` re_x`.
        let mark = usize::from(b" :='\"".contains(&line[word.start]));
        self.places.push(word.start + mark..end);
        // The last field of vpopmail's `vpasswd` is the password as it is.
        let rest = line[end..].trim_ascii_end();
        if word.start.checked_sub(1).is_some_and(|at| line[at] == b':')
            && memchr::memchr_iter(b':', rest).nth(4).is_some()
            && let Some(colon) = memrchr(b':', rest)
        {
            self.places.push(end + colon + 1..end + rest.len());
        }
    }

    fn tool(&mut self, line: &[u8], word: Range<usize>, options: &[&str]) {
        let mut at = word.end;
        while at < line.len() && at < word.end + REACH {
            let option = token(line, at);
            let text = &line[option.clone()];
            at = option.end.max(at + 1);
            let Some(name) = options.iter().find(|name| text.starts_with(name.as_bytes())) else { continue };
            let attached = text.len() > name.len();
            let (start, by_name) = if !attached {
                // The password of MySQL's tools is asked for where it is not attached.
                (token(line, option.end).start, line[word.clone()].eq_ignore_ascii_case(b"mysql"))
            } else if text[name.len()] == b'=' {
                (option.start + name.len() + 1, false)
            } else {
                (option.start + name.len(), name.starts_with("--"))
            };
            let (value, open) = value(line, start);
            let given = &line[value.clone()];
            if by_name || given.is_empty() || given.starts_with(b"ort") {
                continue;
            }
            let user = options.contains(&"--user").then(|| memchr(b':', given)).flatten();
            if options.contains(&"--user") && user.is_none() {
                continue;
            }
            self.ends(line, &value, open);
            at = value.end;
            self.places.push(value.start + user.map_or(0, |at| at + 1)..value.end);
        }
    }

    /// The rest of a line of a private key; `lines` of it were masked.
    fn key(&mut self, line: &[u8], from: usize, lines: u32) {
        let rest = &line[from..];
        let skip = rest.iter().take_while(|byte| **byte == b'-').count();
        let end = memmem::find(&rest[skip..], b"-----END");
        let text = &line[from + skip..end.map_or(line.len(), |end| from + skip + end)];
        self.state.key = Some(lines + 1).filter(|lines| end.is_none() && *lines < KEY_LINES);
        let start = if from == 0 {
            text.trim_ascii_end().iter().rposition(u8::is_ascii_whitespace).map_or(0, |at| at + 1)
        } else {
            0
        };
        let secret = from + skip + start..from + skip + text.len();
        self.places.extend(Some(secret).filter(|at| !line[at.clone()].trim_ascii().is_empty()));
    }
}

/// What stands after a key, without its quotes, and what closes it where the line does not.
fn value(line: &[u8], at: usize) -> (Range<usize>, Option<&'static str>) {
    let at = at.min(line.len());
    if let Some((open, close)) = QUOTES.iter().find(|(open, _)| line[at..].starts_with(open.as_bytes())) {
        let start = at + open.len();
        let rest = &line[start..];
        // `(pass: 'it's')`: the last that ends a bracket, too.
        let bracket = format!("{close})");
        let last = memmem::rfind(&rest[..rest.len().min(REACH)], bracket.as_bytes());
        let escapes = open.bytes().filter(|byte| *byte == b'\\').count();
        let mark = close.trim_start_matches('\\').as_bytes();
        return match last.map(|length| start + length).or_else(|| quote_end(line, start, mark, escapes)) {
            Some(end) => (start..end, None),
            None => (start..line.len(), Some(close)),
        };
    }
    let rest = &line[at..];
    let mut end = rest.len();
    for (place, byte) in rest.iter().enumerate() {
        let after = &rest[place + 1..];
        let ends = match byte {
            b' ' | b'\t' | b'\r' => true,
            // A function of a database.
            b'(' if place > 0
                && rest[..place].iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_') =>
            {
                let (inner, open) = value(line, at + place + 1);
                return (inner, open);
            }
            b',' | b';' | b'&' | b'|' => {
                let name = after
                    .iter()
                    .take(32)
                    .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_')
                    .count();
                let next = after.get(name);
                next.is_none_or(|next| b" \t=\"'".contains(next)) || byte == &b'&' && next == Some(&b';')
            }
            b')' | b']' | b'}' | b'>' | b'"' | b'\'' | b'<' => {
                after.first().is_none_or(|next| b" \t\r,;:.)]}>'\"\\/#<".contains(next))
            }
            b'#' => after.starts_with(b"011") || after.starts_with(b"012"),
            b'\\' => after.first().is_some_and(|next| b"rnt\"'".contains(next)),
            _ => false,
        };
        if ends {
            end = place;
            break;
        }
    }
    (at..at + end, None)
}

/// Where a quote is closed that so many backslashes stand before: one with more is inside, as in `"a \"b\""`.
fn quote_end(line: &[u8], start: usize, mark: &[u8], escapes: usize) -> Option<usize> {
    let mut last = None;
    for at in memmem::find_iter(&line[start..], mark) {
        let before = &line[start..start + at];
        let many = before.iter().rev().take_while(|byte| **byte == b'\\').count();
        let end = start + at - escapes.min(many);
        last = Some(end);
        if mark.len() > 1 || many % (2 * (escapes + 1)) == escapes {
            return last;
        }
    }
    last
}

/// What Dovecot says was given: whatever it is, up to the bracket that ends the message.
fn given_password(line: &[u8], at: usize) -> (Range<usize>, Option<&'static str>) {
    let rest = &line[at.min(line.len())..];
    let ends = |next: Option<&u8>| next.is_none_or(|next| b"]\"\\&<\r".contains(next));
    let empty = |rest: &[u8]| rest.iter().all(|byte| byte.is_ascii_whitespace() || *byte == b',');
    // A digest holds no bracket.
    let digits = rest.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
    let hashed = memmem::find(&line[..at.min(line.len())], b"SHA1 of given").is_some();
    let digest = (hashed && digits > 0 && rest.get(digits) == Some(&b')')).then_some(digits);
    let close = digest.or_else(|| {
        rest.iter().enumerate().position(|(place, byte)| {
            *byte == b')' && (ends(rest.get(place + 1)) || empty(&rest[place + 1..]))
        })
    });
    match close {
        Some(length) => (at..at + length, None),
        None => (at..line.len(), Some(")")),
    }
}

/// How long the marks of a quote are that a line begins with.
fn quoting(line: &[u8]) -> usize {
    line.iter().take_while(|byte| b"> \t|".contains(byte)).count()
}

/// The process of a line of recordio, and where begins what was said: `4292 < text`.
fn recorded(line: &[u8]) -> Option<(&[u8], usize)> {
    let near = &line[..line.len().min(120)];
    let mark = near.windows(3).position(|three| matches!(three, b" < " | b" > "))?;
    let digits = near[..mark].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let begins = mark - digits;
    let alone = begins == 0 || near[begins - 1].is_ascii_whitespace();
    (digits > 0 && alone).then_some((&line[begins..mark], mark + 3))
}

/// The last whole line of a text where it may be one of a key: a long row of base64, or the short one behind it.
fn last_of_key(text: &[u8]) -> Option<Range<usize>> {
    let is_long = |(_, letters): &(Range<usize>, usize)| *letters > 15;
    let last = base64_line(text)?;
    let of_key = is_long(&last) || base64_line(&text[..last.0.start]).is_some_and(|line| is_long(&line));
    of_key.then_some(last.0)
}

/// The last whole line of a text where it's nothing but base64, quoted or not, and how many letters that are.
fn base64_line(text: &[u8]) -> Option<(Range<usize>, usize)> {
    let end = text.len().checked_sub(1).filter(|_| text.ends_with(b"\n"))?;
    // A key's lines are short.
    let from = end.saturating_sub(200);
    let start = memrchr(b'\n', &text[from..end]).map_or(from, |at| from + at + 1);
    let line = &text[start..end];
    let letters = line[quoting(line)..].trim_ascii_end();
    let base64 = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/=*".contains(byte);
    let whole = start == 0 || text[start - 1] == b'\n';
    (whole && letters.len() > 3 && letters.iter().all(base64)).then_some((start..end + 1, letters.len()))
}

/// How many hexadecimal digits stand before a place, apart from any word.
fn digits_before(line: &[u8], at: usize) -> usize {
    let digits = line[..at].iter().rev().take(40).take_while(|byte| byte.is_ascii_hexdigit()).count();
    if starts_inside_word(line, at - digits) { 0 } else { digits }
}

/// The secret of a line of `passwd` or `shadow` up to this place: behind the name, before two numbers.
fn of_passwd(line: &[u8], end: usize) -> Option<Range<usize>> {
    let begins = end.saturating_sub(REACH);
    let mut colons = memchr::memchr_iter(b':', &line[begins..end]).map(|at| begins + at);
    let mut last = [colons.next()?, colons.next()?, colons.next()?];
    let digits = |from: usize, to: usize| from + 1 < to && line[from + 1..to].iter().all(u8::is_ascii_digit);
    for next in colons {
        let [name, secret, number] = last;
        if digits(secret, number) && digits(number, next) {
            let word = &line[name + 1..secret];
            let part = |byte: &&u8| byte.is_ascii_alphanumeric() || b"_.@-".contains(byte);
            let letters = line[begins..name].iter().rev().take_while(part).count();
            let named = letters > 0 && !line[name - letters].is_ascii_digit();
            // What locks an account, and where it's kept; no part of an address is longer.
            let locked = word.iter().all(|byte| b"*!".contains(byte)) || word == b"*LK*";
            let clear = word.len() > 4 && word.iter().all(u8::is_ascii_graphic);
            return (named && clear && !locked).then_some(name + 1..secret);
        }
        last = [secret, number, next];
    }
    None
}

/// The length of the end of a line that is written out: `\r\n`.
fn written_end(rest: &[u8]) -> Option<usize> {
    [&b"\\r\\n"[..], b"\\n"].iter().find(|end| rest.starts_with(end)).map(|end| end.len())
}

/// Where ends what a client says from this place on.
fn said_end(line: &[u8], at: usize) -> usize {
    let written = memmem::find(&line[at..], b"\\r\\n").map(|length| at + length);
    written.unwrap_or(line.trim_ascii_end().len())
}

/// The code of the reply that a line holds.
fn reply(line: &[u8]) -> Option<&[u8]> {
    let mut at = 0;
    while at < line.len().min(REACH) {
        let word = token(line, at);
        let text = &line[word.clone()];
        let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 3 && text.get(3).is_none_or(|byte| *byte == b'-') && opens(line, word.start) {
            return text.get(..3);
        }
        at = word.end.max(at + 1);
    }
    None
}

/// The one encoded word that a client sends; its beginning where the line was cut.
fn answer(line: &[u8], cut: bool) -> Option<Range<usize>> {
    let mut end = line.trim_ascii_end().len();
    for tail in [&b"<br>"[..], b"<br />", b"'", b"\"", b"\\n", b"\\r"] {
        end -= if line[..end].ends_with(tail) { tail.len() } else { 0 };
    }
    let length = line[..end].iter().rev().take_while(|byte| is_encoded(**byte)).count();
    let start = end - length;
    let text = &line[start..end];
    ((looks_encoded(text) || cut) && !is_question(text) && opens(line, start)).then_some(start..end)
}

/// The length of the literal that a command of IMAP ends with: `{17}`, `{17+}`.
fn announced(line: &[u8]) -> Option<usize> {
    let head = line.trim_ascii_end().strip_suffix(b"}")?;
    let head = head.strip_suffix(b"+").unwrap_or(head);
    let digits = head.iter().rev().take(6).take_while(|byte| byte.is_ascii_digit()).count();
    let (before, length) = head.split_at(head.len() - digits);
    std::str::from_utf8(length).ok()?.parse().ok().filter(|_| before.ends_with(b"{"))
}

/// The secret in a line of a file of logins: `host user:x`, `user:x`, `user:x:1000:1000::/home/user`.
fn entry(line: &[u8]) -> Option<Range<usize>> {
    let first = token(line, 0);
    let second = token(line, first.end);
    let login = if second.is_empty() { first } else { second };
    let colon = memchr(b':', &line[login.clone()]).filter(|colon| *colon > 0)?;
    let start = login.start + colon + 1;
    let passwd = memchr::memchr_iter(b':', &line[start..login.end]).count() > 3;
    let end = memchr(b':', &line[start..login.end]).filter(|_| passwd).map_or(login.end, |at| start + at);
    (line[login.end..].trim_ascii().is_empty() && start < end).then_some(start..end)
}

/// The password that a sentence tells: `is still x`, `de la boîte est : x`, `nuova: x`.
fn said(line: &[u8], key: usize) -> Option<Range<usize>> {
    let is = |word: &[u8]| IS.iter().any(|is| word.eq_ignore_ascii_case(is.as_bytes()));
    let bare = |word: &Range<usize>| {
        let marks = line[word.clone()].iter().rev().take_while(|byte| b".,;:!?)".contains(byte)).count();
        word.start..word.end - marks
    };
    let mut words = words(line, key).take(9).enumerate().skip_while(|(_, word)| {
        let letters = |byte: &u8| byte.is_ascii_alphabetic() || !byte.is_ascii() || *byte == b'\'';
        !is(&line[bare(word)]) && line[word.clone()].iter().all(letters)
    });
    let (many, verb) = words.next()?;
    let colon = line[verb.clone()].ends_with(b":") && many < 2;
    let says = is(&line[bare(&verb)]);
    if !says && !colon {
        return None;
    }
    let (_, said) = words.find(|(_, word)| {
        !STILL.iter().any(|still| line[word.clone()].eq_ignore_ascii_case(still.as_bytes()))
    })?;
    let said = bare(&said);
    let text = &line[said.clone()];
    let clear = if says { is_chosen(text) } else { is_password(text) };
    clear.then_some(said)
}

/// The words of a line from a place on.
fn words(line: &[u8], from: usize) -> impl Iterator<Item = Range<usize>> {
    let mut at = from;
    std::iter::from_fn(move || {
        let word = token(line, at);
        at = word.end;
        (!word.is_empty()).then_some(word)
    })
}

/// True behind the tag of a command of IMAP.
fn tagged(line: &[u8], at: usize) -> bool {
    let head = line[..at].trim_ascii_end();
    let tag = head
        .iter()
        .rev()
        .take(9)
        .take_while(|byte| byte.is_ascii_alphanumeric() || b".-".contains(byte))
        .count();
    let name = &head[head.len() - tag..];
    let clock = head[..head.len() - tag].ends_with(b":") && name.iter().all(u8::is_ascii_digit);
    let is_tag = tag == 1 || (2..9).contains(&tag) && name.iter().any(u8::is_ascii_digit) && !clock;
    head.len() < at && is_tag && opens(line, head.len() - tag)
}

/// The password in the rest of a line behind the beginning of a relay's name.
fn of_relay(line: &[u8], at: usize) -> Option<Range<usize>> {
    let host =
        line[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || b".-]".contains(byte)).count();
    let entry = &line[at + host..];
    let start = match entry.first()? {
        b':' => at + host + 1,
        b' ' | b'\t' => token(line, at + host).start,
        _ => return None,
    };
    let entry = token(line, start);
    let colon = memchr(b':', &line[entry.clone()]).filter(|colon| *colon > 0)?;
    let secret = entry.start + colon + 1..entry.end;
    let alone = line[entry.end..].trim_ascii().is_empty();
    (alone && !line[secret.clone()].iter().all(u8::is_ascii_digit)).then_some(secret)
}

/// True where nothing stands before this place but what says who speaks.
fn opens(line: &[u8], at: usize) -> bool {
    let before = line[..at].trim_ascii_end();
    let before =
        before.strip_suffix(b"'").or_else(|| before.strip_suffix(b"\"")).unwrap_or(before).trim_ascii_end();
    match before.last() {
        None => true,
        Some(b'n') => before.ends_with(b"\\r\\n"),
        Some(b'-') => before.ends_with(b"--") || before.ends_with(b"<-"),
        Some(last) => b":<>]|$#*,".contains(last),
    }
}

/// True for `PASS x`, as POP3 has it.
fn is_pop_password(line: &[u8], start: usize, end: usize, at: usize) -> bool {
    // A verdict of postscreen or of Plesk's handlers.
    let verdict =
        [&b"NEW ["[..], b"OLD [", b"during call '"].iter().any(|after| line[at..].starts_with(after));
    let before = line[..start].trim_ascii_end();
    let client =
        before.is_empty() || before.ends_with(b"<") || before.ends_with(b">") || before.ends_with(b"C:");
    // Dovecot's rawlog has the seconds before it.
    let clock = before.iter().rev().take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count();
    let clock =
        clock > 2 && before[before.len() - clock..].contains(&b'.') && opens(before, before.len() - clock);
    let client = client || clock;
    let alone = said_end(line, at).min(token(line, at).end) == said_end(line, at);
    let spoken = if line[start..end] == *b"PASS" {
        client || alone && opens(line, start)
    } else {
        client && (alone || !before.is_empty())
    };
    end - start == 4 && !verdict && spoken
}

/// `user:x@` after the `//` of an address.
fn userinfo(line: &[u8], at: usize) -> Option<Range<usize>> {
    let rest = within(line, at);
    let end = rest
        .iter()
        .position(|byte| byte.is_ascii_whitespace() || b"<>\"'".contains(byte))
        .unwrap_or(rest.len());
    let colon = memchr(b':', &rest[..end])?;
    let slash = rest[..end].iter().position(|byte| b"/?#".contains(byte)).unwrap_or(end);
    let close = memrchr(b'@', &rest[..slash]).or_else(|| {
        // A password may hold a slash; a port holds digits only.
        let port = rest.get(colon + 1..slash)?.iter().all(u8::is_ascii_digit);
        if port { None } else { memchr(b'@', &rest[slash..end]).map(|at| slash + at) }
    })?;
    (colon < close).then_some(at + colon + 1..at + close)
}

/// The next word at or after this place.
fn token(line: &[u8], at: usize) -> Range<usize> {
    let at = at.min(line.len());
    let start = at + line[at..].iter().take_while(|byte| b" \t".contains(byte)).count();
    let length = line[start..].iter().take_while(|byte| !b" \t\r".contains(byte)).count();
    start..start + length
}

/// The part of a line that is near enough.
fn within(line: &[u8], at: usize) -> &[u8] {
    &line[at..line.len().min(at + REACH)]
}

fn starts_inside_word(line: &[u8], at: usize) -> bool {
    let inside = |before: usize| line[before].is_ascii_alphanumeric() || line[before] == b'_';
    // The end of a line may be written out.
    at.checked_sub(1).is_some_and(inside) && !line[..at].ends_with(b"\\r\\n")
}

fn is_method(word: &[u8]) -> bool {
    METHODS.iter().any(|method| word.eq_ignore_ascii_case(method.as_bytes()))
}

/// True where a further method is named, even where PHPMailer's log has lost the line break behind it:
/// `LOGIN250-STARTTLS`.
fn offers(rest: &[u8]) -> bool {
    METHODS.iter().any(|method| {
        let named = rest.get(..method.len()).is_some_and(|of| of.eq_ignore_ascii_case(method.as_bytes()));
        let behind = rest.get(method.len()..).unwrap_or_default();
        named && (behind.starts_with(b"250") || behind.first().is_some_and(u8::is_ascii_whitespace))
    })
}

/// True for the question for a name, as servers encode it: `Username:`.
pub(crate) fn asks_name(word: &[u8]) -> bool {
    const NAME: &[&str] = &["vxnlcm5hbwu6", "dxnlcm5hbwu6", "vxnlciboyw1laa=="];
    NAME.iter().any(|question| {
        word.get(..question.len()).is_some_and(|of| of.eq_ignore_ascii_case(question.as_bytes()))
    })
}

pub(crate) fn is_question(word: &[u8]) -> bool {
    QUESTIONS.iter().any(|question| word.eq_ignore_ascii_case(question.as_bytes()))
}

fn is_encoded(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+/=_-*".contains(&byte)
}

/// True for what is base64, and no word of a language.
fn looks_encoded(text: &[u8]) -> bool {
    let has = |of: fn(&u8) -> bool| text.iter().skip(1).any(of);
    let mixed = has(u8::is_ascii_digit) || has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase);
    text == MASK.as_bytes()
        || text.len() > 3
            && !is_question(text)
            && (text.ends_with(b"=") || mixed || text.len() > 7 && has(u8::is_ascii_uppercase))
}

/// True for what nobody writes in a sentence.
fn is_random(text: &[u8]) -> bool {
    let digits = text.iter().filter(|byte| byte.is_ascii_digit()).count();
    text.len() > 5 && digits > 0 && digits < text.len() && !text.iter().any(|byte| b"/@.:(".contains(byte))
}

/// True for what nobody writes in a sentence, and for words that signs join: `Dachs_am_Bau`, `Dachs+Bau`.
fn is_chosen(text: &[u8]) -> bool {
    let has = |of: fn(&u8) -> bool| text.iter().any(of);
    let joined = text.len() > 5
        && has(u8::is_ascii_lowercase)
        && !text.iter().any(|byte| b"/@.:(<".contains(byte))
        && (has(|byte| b"!#$%&*+~^?|".contains(byte))
            || has(|byte| *byte == b'_') && has(u8::is_ascii_uppercase));
    is_random(text) || joined
}

/// True for a password of some words in a file of settings: `password Stone Bridge 7`. Programs that tell of passwords go
/// on with a small letter, or have marks.
fn is_of_words(setting: &[u8], key: usize) -> bool {
    let (key, rest) = setting.split_at(key);
    let words = rest.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let has = |of: fn(&u8) -> bool| rest.iter().any(of);
    key == b"password"
        && (2..6).contains(&words.count())
        && rest.trim_ascii_start().first().is_some_and(u8::is_ascii_uppercase)
        && has(|byte| byte.is_ascii_digit() || b"!#$%&*+~^?|".contains(byte))
        && !has(|byte| b".,:;=()<>[]/\"'".contains(byte))
}

/// True for letters that a sign which no name has joins with others.
fn is_password(text: &[u8]) -> bool {
    let signs = text.iter().position(|byte| b"!#$%&*+~^?|".contains(byte));
    is_chosen(text) && signs.is_some_and(|at| at > 0 && at + 1 < text.len())
}

/// True for what somebody put in place of a secret: one sign again and again, or a word that says so.
pub(crate) fn is_put_in_place(text: &[u8]) -> bool {
    let ends = |byte: u8| b"*<>[](){}'\"".contains(&byte);
    let start = text.iter().take_while(|byte| ends(**byte)).count();
    let end = text.iter().rev().take_while(|byte| ends(**byte)).count();
    let word = text.get(start..text.len() - end.min(text.len() - start)).unwrap_or_default();
    is_blanked(text) || LEFT_OUT.iter().any(|of| word.eq_ignore_ascii_case(of.as_bytes()))
}

/// True for one sign again and again.
fn is_blanked(text: &[u8]) -> bool {
    let sign = std::str::from_utf8(text).ok().and_then(|text| text.chars().next());
    let Some(sign) = sign.filter(|sign| "*xX.-_#\u{2022}\u{b7}\u{25cf}".contains(*sign)) else {
        return false;
    };
    let mut room = [0; 4];
    let sign = sign.encode_utf8(&mut room).as_bytes();
    text.len() >= 3 * sign.len() && text.chunks(sign.len()).all(|part| part == sign)
}

/// True for the name of where a program finds the secret: `process.env.SMTP_PASS`, `getenv('SMTP_PASS')`, `$password`.
fn is_variable(line: &[u8], at: &Range<usize>) -> bool {
    const HOLD: &[&str] = &[
        "process.env",
        "os.environ",
        "os.getenv",
        "environment.",
        "system.getenv",
        "$_env[",
        "$_server[",
        "$config[",
        "$cfg[",
        "config.",
        "config[",
        "cfg.",
        "cfg[",
        "settings.",
        "self.",
        "this.",
        "args.",
        "secrets.",
        "env[",
        "env.",
    ];
    const ASK: &[&str] = &["env(", "getenv(", "environ[", "environ.get(", "env[", "server["];
    let text = line[at.clone()].to_ascii_lowercase();
    let starts = |of: &&str| text.starts_with(of.as_bytes());
    let rest = HOLD.iter().find(|of| starts(of)).map(|of| &text[of.len()..]);
    let inside = |byte: &u8| byte.is_ascii_alphanumeric() || b"_.[]()'\"".contains(byte);
    let named = text.strip_prefix(b"$").is_some_and(|name| {
        let letters = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'_';
        name.iter().all(letters) && KEYS.iter().any(|key| name.ends_with(key.as_bytes()))
    });
    let asked = line[..at.start]
        .strip_suffix(b"'")
        .or_else(|| line[..at.start].strip_suffix(b"\""))
        .is_some_and(|before| {
            let near = before[before.len().saturating_sub(16)..].to_ascii_lowercase();
            let capital = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || *byte == b'_';
            ASK.iter().any(|of| near.ends_with(of.as_bytes())) && line[at.clone()].iter().all(capital)
        });
    rest.is_some_and(|rest| rest.iter().all(inside)) || named || asked
}

/// True for what says of a secret that it is not shown, or that there is none.
fn is_plain(text: &[u8]) -> bool {
    const PLAIN: &[&str] =
        &["yes", "no", "true", "false", "none", "null", "nil", "0", "1", "y", "n", "%w", "?", "required"];
    text.is_empty()
        || b"<[{%$".contains(&text[0]) && !text.starts_with(b"$")
        || text.starts_with(b"${")
        || text.starts_with(b"$(")
        || text != MASK.as_bytes() && text.iter().all(|byte| *byte == b'*')
        || PLAIN.iter().any(|plain| text.eq_ignore_ascii_case(plain.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{FORMATS, Role};
    use crate::log::Log;
    use crate::settings::Settings;
    use proptest::prelude::*;

    fn text(log: &str) -> String {
        String::from_utf8(masked(log.as_bytes())).expect("a mask leaves text text")
    }

    /// Places of secrets, one a line: `{}` is a word, `{64}` base64, `{hex}` a digest.
    const LEAKS: &str = include_str!("../tests/planted/secrets.txt");

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

        #[test]
        fn no_secret_is_left_wherever_the_text_is_cut(
            word in "[A-Z][a-z]{3,9}[0-9]{2,4}[!-][A-Za-z0-9]{2,9}",
            encoded in "[A-Z][a-z]{3}[0-9]([A-Za-z0-9+/]{4}){2,30}[a-z0-9]{3}",
            digest in "[0-9a-f]{32}",
            cut in 0_usize..1000,
        ) {
            for leak in LEAKS.lines() {
                let leak = leak.replace("\\\\", "\0").replace("\\n", "\n").replace("\\t", "\t").replace('\0', "\\");
                let log = leak.replace("{}", &word).replace("{64}", &encoded).replace("{hex}", &digest);
                for log in [log.clone(), format!("Nov 21 19:05:29 mx x[7]: {log}"), log.replace('\n', "\r\n")] {
                    let told = text(&log);
                    let shown = [&word, &encoded, &digest].into_iter().any(|secret| told.contains(secret));
                    prop_assert!(!shown, "{log}\n{told}");
                    prop_assert_eq!(&text(&told), &told);
                    let at = log.len() * cut / 1000;
                    let (mut net, mut pieces) = (Net::default(), Vec::new());
                    net.push(&log.as_bytes()[..at], &mut |part| pieces.extend_from_slice(part));
                    net.push(&log.as_bytes()[at..], &mut |part| pieces.extend_from_slice(part));
                    net.finish(&mut |part| pieces.extend_from_slice(part));
                    prop_assert_eq!(String::from_utf8_lossy(&pieces), told);
                }
            }
        }

        #[test]
        fn recordio_cuts_a_secret_anywhere(
            word in "[A-Z][a-z]{7}[0-9]{2}[a-z]{8}",
            command in "PASS |AUTH PLAIN |AUTH LOGIN |a1 LOGIN ben |a1 AUTHENTICATE PLAIN ",
            first in 1_usize..24,
            second in 1_usize..24,
        ) {
            let said = format!("{command}{word}");
            let (first, second) = (first.min(second).min(said.len()), first.max(second).min(said.len()));
            let (one, two, three) = (&said[..first], &said[first..second], &said[second..]);
            let log = format!(
                "4292 < {one}+\n4293 > 220 mx ESMTP \n4293 < EHLO x \n4292 < {two}+\n4293 > 250 mx \n4292 < {three} \n4292 > 535 no \n"
            );
            let told = text(&log);
            let parts = [one, two, three].into_iter().map(|part| &part[part.len().saturating_sub(6)..]);
            let shown = parts.filter(|part| part.len() > 3 && word.contains(*part) && told.contains(*part)).count();
            prop_assert_eq!(shown, 0, "{}\n{}", log, told);
            prop_assert!(told.contains("4293 < EHLO x \n") && told.contains("+\n4293 > 250 mx"), "{}", told);
            prop_assert_eq!(&text(&told), &told);
        }

        #[test]
        fn bytes_are_kept_but_for_masks(bytes: Vec<u8>) {
            let told = masked(&bytes);
            prop_assert!(told == bytes || memmem::find(&told, MASK.as_bytes()).is_some());
        }
    }

    #[test]
    fn whatever_is_typed_behind_pass_is_masked() {
        for secret in ["none", "true", "1", "%w", "?", "[Xk2!", "{Xk2", "<Xk2>", "**Xk2", "Xk2 Yz3"] {
            for log in [format!("C: PASS {secret}"), format!("fetchmail: POP3> PASS {secret}")] {
                assert!(!text(&log).contains(secret), "{log}");
            }
        }
    }

    #[test]
    fn a_name_alone_is_masked_and_no_secret() {
        for (log, many) in [
            ("C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: bm9yZXBseUBjb2xsZWdl\n", 0),
            (
                "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: bm9yZXBseUBjb2xsZWdl\nS: 334 UGFzc3dvcmQ6\nC: bm90YXBhc3N3b3Jk\n",
                1,
            ),
            ("error in \"AUTH LOGIN aW5mb0BzaG9wLmV4YW1wbGU=\" H=x\n", 0),
            ("C: AUTH PLAIN aW5mb0BzaG9wLmV4YW1wbGU=\n", 1),
        ] {
            let log = Log::read(log.as_bytes(), Settings::at(0));
            assert_eq!(log.summary().secrets, many);
        }
    }

    /// A word that only looks like one before a secret would make a line unread.
    #[test]
    fn samples_without_a_secret_are_kept_and_those_with_one_are_masked() {
        let mut wrong = Vec::new();
        for format in FORMATS {
            let secrets = || format.fields.iter().filter(|field| field.role == Role::Password);
            for pattern in format.patterns {
                let holds = |name: &str| pattern.template.contains(&format!("{{{name}}}"));
                let may = secrets().any(|field| holds(field.name) || holds("*"));
                for sample in pattern.samples {
                    let log = Log::read(sample.as_bytes(), Settings::at(0));
                    if log.summary().secrets > 0 && !may {
                        wrong.push(format!("{} {}: {}", format.id, pattern.id, text(sample)));
                    }
                    let tokens = log.line(1).map(|line| line.tokens).unwrap_or_default();
                    let passwords = tokens.iter().filter(|token| token.role == Role::Password.name());
                    let shown = passwords.filter(|token| token.text != MASK && !sample.contains("<hidden>"));
                    wrong.extend(
                        shown.map(|token| format!("{} {}: {sample}: {token:?}", format.id, pattern.id)),
                    );
                }
            }
        }
        assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
    }

    #[test]
    fn what_is_no_secret_is_kept() {
        for line in [
            "spf=pass smtp.mailfrom=a.example; dkim=pass (2048-bit key)",
            "postscreen[7]: PASS NEW [192.0.2.7]:4711",
            "PASS during call 'dd52-domainkeys' handler",
            "PWD=/home/ben ; COMMAND=/bin/ls",
            "x509 certificate routines:X509_check_private_key:key values mismatch:x509_cmp.c:301:",
            "hash:/etc/postfix/sasl_passwd: No such file",
            "SASL LOGIN authentication failed: UGFzc3dvcmQ6",
            "SASL LOGIN authentication failed: authentication failure",
            "250 AUTH PLAIN LOGIN",
            "SERVER -> CLIENT: 250-mx.example250-8BITMIME250-AUTH PLAIN LOGIN250-STARTTLS250 HELP",
            "250-AUTH CRAM-MD5 LOGIN250 SIZE",
            "send: 'AUTH LOGIN <redacted>\\r\\n'",
            "250-AUTH LOGIN\n250 SIZE\nnot base64 Word8",
            "334 VXNlcm5hbWU6",
            "http://mail.example:8080/a@b",
            "imap-login: Login: user=<ben>, method=PLAIN",
            "pass=<hidden> password=no nopassword=y",
            "tests=[BAYES_00=-1.9, SPF_HELO_PASS=-0.001, SPF_PASS=-0.001, DMARC_PASS=-0.1]",
            "# doveadm auth test ben@shop.example",
            "delivery 334 to x Abc1",
            "2026-11-21 19:05:29 login authenticator failed for x [192.0.2.7]",
            "response=250 2.0.0 Ok, response=550-5.7.1 no",
            "password Reset failed: no user 7",
            "swaks -s mx -au ben -ap xxxxxx -tls",
            "testsaslauthd -u ben -p ******** -s smtp",
            "auth: { user: \"ben\", pass: process.env.SMTP_PASS } });",
            "$mail->Password = $smtp_password;",
            "password=os.environ[\"SMTP_PASS\"])",
            "'password' => env('MAIL_PASSWORD'),",
            "s.login(cfg[\"user\"], cfg[\"password\"])",
            "response = encode_base64(initial_response.encode('ascii'), eol='')",
            "fetchmail: POP3> PASS *",
            "{\"to\":\"x\",\"subject\":\"Passwort zur\\u00fccksetzen\"}",
            "ben:x:1001:1001::/home/ben:/bin/sh",
            "ben:!!:19000:0:99999:7:::",
            "ip6=2a0a:1234:0:17::5 hash:/etc/postfix/x",
            "AUTH\n250 PLAIN LOGIN",
            "250-AUTH\nPLAIN LOGIN CRAM-MD5",
            "Password:\nroot@mx:~# ls",
            "crypt() failed, md5(x) and 'y'",
            "4292 < Subject: x+\n4292 < y z \n4292 < Word8xyz and ",
            "MIIEvQABCDEFGHIJKLMN\n-----END CERTIFICATE-----",
            "-----BEGIN PRIVATE KEY-----********-----END PRIVATE KEY-----\n2",
        ] {
            assert_eq!(text(line), line);
        }
    }
}
