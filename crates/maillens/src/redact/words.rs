//! Words that stand for nobody, and words that stand before somebody.

use super::Kind;
use crate::format::FORMATS;
use crate::knowledge::{glossary, inspector, reason::REASONS, survey::SURVEYS};
use crate::report::letter;
use crate::syntax::left_out;
use crate::vocabulary::Language;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Keys, and what their values are.
pub(super) const KEYS: &[(&str, Kind)] = &[
    ("user", Kind::Name),
    ("username", Kind::Name),
    ("user_name", Kind::Name),
    ("login", Kind::Name),
    ("ruser", Kind::Name),
    ("euser", Kind::Name),
    ("account", Kind::Name),
    ("authid", Kind::Name),
    ("authuser", Kind::Name),
    ("auth-user", Kind::Name),
    ("sasl_username", Kind::Name),
    ("sasl_sender", Kind::Name),
    ("set_id", Kind::Name),
    ("logname", Kind::Name),
    ("master_user", Kind::Name),
    ("orig_user", Kind::Name),
    ("owner", Kind::Name),
    ("from_name", Kind::Name),
    ("displayname", Kind::Name),
    ("realname", Kind::Name),
    ("s", Kind::Name),
    ("selector", Kind::Name),
    ("customer", Kind::Name),
    ("client_id", Kind::Name),
    ("_hostname", Kind::Host),
    ("hostname", Kind::Host),
    ("host", Kind::Host),
    ("myhostname", Kind::Host),
    ("node", Kind::Host),
    ("helo", Kind::Host),
    ("ehlo", Kind::Host),
    ("name", Kind::Name),
    ("first_name", Kind::Name),
    ("firstname", Kind::Name),
    ("last_name", Kind::Name),
    ("lastname", Kind::Name),
    ("full_name", Kind::Name),
    ("fullname", Kind::Name),
    ("display_name", Kind::Name),
    ("rcpt_name", Kind::Name),
    ("to_name", Kind::Name),
    ("local_part", Kind::Name),
    ("uid", Kind::Name),
    ("gid", Kind::Name),
    ("groups", Kind::Name),
    ("to", Kind::Name),
    ("from", Kind::Name),
    ("ctladdr", Kind::Name),
    ("sessionid", Kind::Host),
    ("samaccountname", Kind::Name),
    ("authenticated_id", Kind::Name),
    ("x-sender", Kind::Name),
    ("x-authenticated-user", Kind::Name),
    ("x-auth-user", Kind::Name),
    ("_machine_id", Kind::Name),
    ("_boot_id", Kind::Name),
    ("uname", Kind::Name),
    ("namespace", Kind::Name),
    ("pod", Kind::Name),
    ("computer", Kind::Host),
    ("workstation", Kind::Host),
    ("project", Kind::Name),
    ("givenname", Kind::Name),
    ("box", Kind::Mailbox),
    ("mailbox", Kind::Mailbox),
    ("_mbox", Kind::Mailbox),
    ("messagesubject", Kind::Subject),
    ("folder", Kind::Mailbox),
];

/// How keys end whose beginning anybody chooses: `IncomingMailServerUsername`.
const ENDS_OF_KEYS: &[(&str, Kind)] = &[
    ("computername", Kind::Host),
    ("machinename", Kind::Host),
    ("servername", Kind::Host),
    ("server_name", Kind::Host),
    ("workstation name", Kind::Host),
    ("_host", Kind::Host),
    ("container_name", Kind::Name),
    ("namespace_name", Kind::Name),
    ("pod_name", Kind::Name),
    ("principalname", Kind::Name),
    ("tenant-id", Kind::Name),
    ("tenantid", Kind::Name),
    ("tenant_id", Kind::Name),
    ("accountid", Kind::Name),
    ("account_id", Kind::Name),
    ("account-id", Kind::Name),
    ("username", Kind::Name),
    ("user_name", Kind::Name),
    ("user-name", Kind::Name),
    ("hostname", Kind::Host),
];

/// How keys end whose values are somebody's even where they are only digits: `"sendingAccountId":"481920573316"`.
const ENDS_OF_IDS: &[&str] = &["tenant-id", "tenantid", "tenant_id", "accountid", "account_id", "account-id"];

/// True for a key of a number that belongs to one customer.
pub(super) fn is_of_id(key: &str) -> bool {
    lower(key, &mut [0; LONGEST]).is_some_and(|key| ENDS_OF_IDS.iter().any(|end| key.ends_with(end)))
}

/// Keys whose values may as well be words of ours.
pub(super) const MAY_BE_NAMED: &[&str] = &["name", "to", "from", "ctladdr"];

/// What follows a mark.
#[derive(Debug, Clone, Copy)]
pub(super) enum Mark {
    Subject,
    /// What holds an address, up to `>`.
    Ip,
    /// The id of a session of Dovecot, however its key goes on: `session: kAW0C85gMHHGM2Q2`.
    Session,
    /// A name, up to one of these signs; to the end of the word where there is none.
    Name(&'static str),
    /// A name, unless it's a word of ours.
    Maybe,
    /// Words with a capital.
    Person,
    /// The legal form of a company, which its name stands before.
    Company,
    /// What follows a name, unless it's a word of ours: `jane set sender to`.
    Before,
    /// How the names of machines begin, as they are set up.
    Machine,
    /// A value of JSON, or all in its brackets, which the sender chose.
    Values,
    /// What a query asks for, in quotes.
    Sql,
    /// The values of a key of PostgreSQL: `Key (address, domain)=(jane, shop.example)`.
    Tuple,
    /// The name of a file, up to its ending.
    File,
    /// The same behind the number of its owner: `10033:contact-jane.php`.
    Script,
    /// Whose a resource at Amazon is, and what it's called: `ses:eu-west-1:481920573316:identity/…`.
    Arn,
    /// A long number among those of a link that is followed: of a tenant or a message.
    Id,
    /// A folder, unless words of ours stand there, up to one of these signs.
    Folder(&'static str),
    Mailbox(&'static str),
    /// Folders of users or customers.
    Root,
    Phone,
    /// What the record of a registry holds of its owner: the rest of a line that begins so.
    Form,
    /// What a server asks, encoded.
    Question,
    /// A word of a header that is not ASCII.
    Encoded,
}

/// Words that stand before somebody, in lower case.
pub(super) const MARKS: &[(&str, Mark)] = &[
    ("subject:", Mark::Subject),
    ("subject=", Mark::Subject),
    ("t=\"", Mark::Subject),
    ("betreff:", Mark::Subject),
    ("objet:", Mark::Subject),
    ("objet :", Mark::Subject),
    ("asunto:", Mark::Subject),
    ("assunto:", Mark::Subject),
    ("oggetto:", Mark::Subject),
    ("onderwerp:", Mark::Subject),
    ("thread-topic:", Mark::Subject),
    ("subject\":\"", Mark::Subject),
    ("subject\": \"", Mark::Subject),
    ("subject\\\":\\\"", Mark::Subject),
    ("session=<", Mark::Ip),
    ("session\":\"", Mark::Ip),
    ("session\": \"", Mark::Ip),
    ("session", Mark::Session),
    ("mailbox '", Mark::Mailbox("'")),
    ("mailbox \"", Mark::Mailbox("\"")),
    ("mailbox: ", Mark::Mailbox(",;)")),
    ("mailbox (", Mark::Folder(")")),
    ("mailbox [", Mark::Folder("]")),
    ("[postoffice:", Mark::Name("]")),
    ("user (", Mark::Maybe),
    ("account (", Mark::Maybe),
    ("account [", Mark::Maybe),
    ("arn:aws:", Mark::Arn),
    ("|", Mark::Id),
    ("x-php-originating-script: ", Mark::Script),
    ("x-php-script: ", Mark::Script),
    ("mailbox renamed: ", Mark::Mailbox("\r")),
    ("copy from ", Mark::Folder(":")),
    ("folder\",\"value\"", Mark::Values),
    ("folder\", \"value\"", Mark::Values),
    ("words\",\"value\"", Mark::Values),
    ("words\", \"value\"", Mark::Values),
    ("folder '", Mark::Mailbox("'")),
    ("error: mailbox ", Mark::Folder(":")),
    ("warning: mailbox ", Mark::Folder(":")),
    (">: mailbox ", Mark::Folder(":")),
    ("select \"", Mark::Folder("\"")),
    ("examine \"", Mark::Folder("\"")),
    ("status \"", Mark::Folder("\"")),
    ("append \"", Mark::Folder("\"")),
    ("create \"", Mark::Folder("\"")),
    ("subscribe \"", Mark::Folder("\"")),
    ("fileinto \"", Mark::Folder("\"")),
    ("/folder", Mark::Folder("/ \t\"'<>?")),
    ("inbox/", Mark::Folder(" \t\"'<>,;:)]")),
    ("inbox.", Mark::Folder(" \t\"'<>,;:)]")),
    ("maildir/.", Mark::Folder("/ \t\"'<>,;:)]")),
    ("putscript ", Mark::Name("")),
    ("getscript ", Mark::Name("")),
    ("setactive ", Mark::Name("")),
    ("deletescript ", Mark::Name("")),
    ("script '", Mark::Name("'")),
    ("script \"", Mark::Name("\"")),
    ("failed, '", Mark::Name("'")),
    ("sudo: ", Mark::Name(" ")),
    ("session opened for user ", Mark::Name(" (")),
    ("session closed for user ", Mark::Name("")),
    ("for user ", Mark::Name("")),
    ("for user '", Mark::Name("'")),
    ("invalid user ", Mark::Name("")),
    ("password for ", Mark::Maybe),
    ("user ", Mark::Maybe),
    ("user \"", Mark::Name("\"")),
    ("user '", Mark::Name("'")),
    ("authenticated sender: ", Mark::Name(")")),
    ("authenticated user: ", Mark::Name(")")),
    ("authenticated as ", Mark::Maybe),
    (" in as ", Mark::Maybe),
    ("run as ", Mark::Maybe),
    ("owned by ", Mark::Maybe),
    ("sent by ", Mark::Maybe),
    ("procmail -a ", Mark::Maybe),
    ("pod/", Mark::Maybe),
    ("issuer \"", Mark::Name("\"")),
    ("subject \"", Mark::Name("\"")),
    ("entry '", Mark::Name("'")),
    ("notice [", Mark::Maybe),
    ("notice  [", Mark::Maybe),
    (")=(", Mark::Tuple),
    ("client cn \"", Mark::Maybe),
    ("argument \"", Mark::Name("\"")),
    ("login \"", Mark::Name("\"")),
    ("vrfy ", Mark::Maybe),
    ("expn ", Mark::Maybe),
    (" -u ", Mark::Maybe),
    ("-ident ", Mark::Maybe),
    ("-auth_id ", Mark::Maybe),
    ("-helo_name ", Mark::Maybe),
    ("ehlo - +", Mark::Maybe),
    ("helo - +", Mark::Maybe),
    ("in group ", Mark::Maybe),
    ("delivery result: ", Mark::Maybe),
    ("x-source-cap: ", Mark::Name("")),
    (" connector ", Mark::Person),
    (" ********", Mark::Before),
    (" set sender to ", Mark::Before),
    ("'s maildrop ", Mark::Before),
    ("._domainkey", Mark::Before),
    ("desktop-", Mark::Machine),
    ("laptop-", Mark::Machine),
    ("notebook-", Mark::Machine),
    ("win-", Mark::Machine),
    ("srv-", Mark::Machine),
    ("pc-", Mark::Machine),
    ("\"category\"", Mark::Values),
    ("\"categories\"", Mark::Values),
    ("\"tag\"", Mark::Values),
    ("\"tags\"", Mark::Values),
    ("\"metadata\"", Mark::Values),
    ("\"custom_args\"", Mark::Values),
    ("\"unique_args\"", Mark::Values),
    ("\"user-variables\"", Mark::Values),
    ("\"calleridentity\"", Mark::Values),
    ("\"campaign_id\"", Mark::Values),
    ("\"customcampaign\"", Mark::Values),
    ("\"customid\"", Mark::Values),
    ("\"payload\"", Mark::Values),
    ("\"rcpt_meta\"", Mark::Values),
    ("login for ", Mark::Maybe),
    ("failed for ", Mark::Maybe),
    ("\" for ", Mark::Maybe),
    ("spamassassin as ", Mark::Maybe),
    ("auth login ", Mark::Maybe),
    ("argument(s): ", Mark::Maybe),
    ("220 ", Mark::Maybe),
    ("220-", Mark::Maybe),
    ("(helo=", Mark::Name(")")),
    ("helo ", Mark::Maybe),
    ("ehlo ", Mark::Maybe),
    ("received: from ", Mark::Maybe),
    ("received: by ", Mark::Maybe),
    ("organization: ", Mark::Name(",;<\r")),
    ("list-id: ", Mark::Name("<")),
    ("filename=\"", Mark::File),
    ("name*=", Mark::File),
    (" name=\"", Mark::File),
    ("beste ", Mark::Person),
    ("bonjour ", Mark::Person),
    ("cara ", Mark::Person),
    ("caro ", Mark::Person),
    ("cher ", Mark::Person),
    ("chère ", Mark::Person),
    ("ciao ", Mark::Person),
    ("dear ", Mark::Person),
    ("dhr. ", Mark::Person),
    ("dott. ", Mark::Person),
    ("dr. ", Mark::Person),
    ("estimada ", Mark::Person),
    ("estimado ", Mark::Person),
    ("frau ", Mark::Person),
    ("geachte ", Mark::Person),
    ("gentile ", Mark::Person),
    ("hallo ", Mark::Person),
    ("hello ", Mark::Person),
    ("herr ", Mark::Person),
    ("herrn ", Mark::Person),
    ("hi ", Mark::Person),
    ("hola ", Mark::Person),
    ("ing. ", Mark::Person),
    ("liebe ", Mark::Person),
    ("lieber ", Mark::Person),
    ("madame ", Mark::Person),
    ("meneer ", Mark::Person),
    ("mevrouw ", Mark::Person),
    ("mme ", Mark::Person),
    ("monsieur ", Mark::Person),
    ("mr. ", Mark::Person),
    ("mrs. ", Mark::Person),
    ("ms. ", Mark::Person),
    ("mw. ", Mark::Person),
    ("olá ", Mark::Person),
    ("prezada ", Mark::Person),
    ("prezado ", Mark::Person),
    ("prof. ", Mark::Person),
    ("señor ", Mark::Person),
    ("señora ", Mark::Person),
    ("sig. ", Mark::Person),
    ("sig.ra ", Mark::Person),
    ("sr. ", Mark::Person),
    ("sra. ", Mark::Person),
    (" a.s.", Mark::Company),
    ("_a.s.", Mark::Company),
    (" a/s", Mark::Company),
    ("_a/s", Mark::Company),
    (" ab", Mark::Company),
    ("_ab", Mark::Company),
    (" ag", Mark::Company),
    ("_ag", Mark::Company),
    (" aps", Mark::Company),
    ("_aps", Mark::Company),
    (" b.v.", Mark::Company),
    ("_b.v.", Mark::Company),
    (" bv", Mark::Company),
    ("_bv", Mark::Company),
    (" corp", Mark::Company),
    ("_corp", Mark::Company),
    (" d.o.o.", Mark::Company),
    ("_d.o.o.", Mark::Company),
    (" e.k.", Mark::Company),
    ("_e.k.", Mark::Company),
    (" e.v.", Mark::Company),
    ("_e.v.", Mark::Company),
    (" gbr", Mark::Company),
    ("_gbr", Mark::Company),
    (" gmbh", Mark::Company),
    ("_gmbh", Mark::Company),
    (" inc", Mark::Company),
    ("_inc", Mark::Company),
    (" kft", Mark::Company),
    ("_kft", Mark::Company),
    (" kg", Mark::Company),
    ("_kg", Mark::Company),
    (" limited", Mark::Company),
    ("_limited", Mark::Company),
    (" llc", Mark::Company),
    ("_llc", Mark::Company),
    (" ltd", Mark::Company),
    ("_ltd", Mark::Company),
    (" n.v.", Mark::Company),
    ("_n.v.", Mark::Company),
    (" nv", Mark::Company),
    ("_nv", Mark::Company),
    (" ohg", Mark::Company),
    ("_ohg", Mark::Company),
    (" oy", Mark::Company),
    ("_oy", Mark::Company),
    (" plc", Mark::Company),
    ("_plc", Mark::Company),
    (" s.a.", Mark::Company),
    ("_s.a.", Mark::Company),
    (" s.l.", Mark::Company),
    ("_s.l.", Mark::Company),
    (" s.p.a.", Mark::Company),
    ("_s.p.a.", Mark::Company),
    (" s.r.l.", Mark::Company),
    ("_s.r.l.", Mark::Company),
    (" s.r.o.", Mark::Company),
    ("_s.r.o.", Mark::Company),
    (" sa", Mark::Company),
    ("_sa", Mark::Company),
    (" sarl", Mark::Company),
    ("_sarl", Mark::Company),
    (" sas", Mark::Company),
    ("_sas", Mark::Company),
    (" se", Mark::Company),
    ("_se", Mark::Company),
    (" slu", Mark::Company),
    ("_slu", Mark::Company),
    (" sp.", Mark::Company),
    ("_sp.", Mark::Company),
    (" sprl", Mark::Company),
    ("_sprl", Mark::Company),
    (" ltda", Mark::Company),
    ("_ltda", Mark::Company),
    (" spa", Mark::Company),
    ("_spa", Mark::Company),
    (" srl", Mark::Company),
    ("_srl", Mark::Company),
    (" ug", Mark::Company),
    ("_ug", Mark::Company),
    (" where ", Mark::Sql),
    (" values", Mark::Sql),
    (" set ", Mark::Sql),
    ("fax", Mark::Phone),
    ("mobil", Mark::Phone),
    ("tél", Mark::Phone),
    ("telefon", Mark::Phone),
    ("tel ", Mark::Phone),
    ("tel: ", Mark::Phone),
    ("tel. ", Mark::Phone),
    ("phone ", Mark::Phone),
    ("phone:", Mark::Phone),
    ("fax:", Mark::Phone),
    ("fax-no:", Mark::Phone),
    ("registrant name:", Mark::Form),
    ("admin name:", Mark::Form),
    ("tech name:", Mark::Form),
    ("billing name:", Mark::Form),
    ("organization:", Mark::Form),
    ("organisation:", Mark::Form),
    ("street:", Mark::Form),
    ("city:", Mark::Form),
    ("postal code:", Mark::Form),
    ("state/province:", Mark::Form),
    ("address:", Mark::Form),
    ("person:", Mark::Form),
    ("holder:", Mark::Form),
    ("nic-hdl:", Mark::Form),
    ("334 ", Mark::Question),
    ("=?", Mark::Encoded),
    ("\\users\\", Mark::Name("\\/ \t\"'<>")),
    ("/home/", Mark::Root),
    ("/home2/", Mark::Root),
    ("/users/", Mark::Root),
    ("/var/mail/", Mark::Root),
    ("/var/vmail/", Mark::Root),
    ("/spool/mail/", Mark::Root),
    ("/spool/postfix/", Mark::Root),
    ("/srv/", Mark::Root),
    ("/var/www/", Mark::Root),
    ("/vhosts/", Mark::Root),
    ("/mailnames/", Mark::Root),
    ("/domains/", Mark::Root),
    ("/virtual/", Mark::Root),
    ("/mnt/", Mark::Root),
    ("/data/", Mark::Root),
    ("/customers/", Mark::Root),
    ("/imap/user/", Mark::Root),
    ("/dav/", Mark::Root),
    ("/backup/", Mark::Root),
    ("/backups/", Mark::Root),
    ("\\data\\", Mark::Root),
    ("\\vhosts\\", Mark::Root),
    ("\\postoffices\\", Mark::Root),
];

/// What the value of a key is.
pub(super) fn kind_of(key: &str) -> Option<Kind> {
    static KINDS: LazyLock<FxHashMap<&str, Kind>> = LazyLock::new(|| KEYS.iter().copied().collect());
    let mut room = [0; LONGEST];
    let key = lower(key, &mut room)?;
    let ends = || ENDS_OF_KEYS.iter().find(|(end, _)| key.ends_with(end)).map(|(_, kind)| *kind);
    KINDS.get(key).copied().or_else(ends)
}

/// No word that is known is longer, in bytes.
const LONGEST: usize = 48;

/// A word in lower case, unless it is too long to be known.
fn lower<'a>(word: &str, room: &'a mut [u8; LONGEST]) -> Option<&'a str> {
    let lower = room.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).ok()
}

pub(super) static MARKS_FINDER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = MARKS.iter().map(|(word, _)| word);
    AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(words).ok()
});

/// Words that say that a value is missing, or name what everybody has.
const KEPT: &[&str] = &[
    // Facilities and levels, as Solaris writes them in front of a text.
    "mail.info",
    "auth.info",
    "daemon.info",
    "local0.info",
    "specified",
    "unspecified",
    "unknown",
    "(unknown)",
    "none",
    "null",
    "nil",
    "anonymous",
    "localhost",
    "localhost.localdomain",
    "localdomain",
    "example.com",
    "example",
    "root",
    "utf-8",
    "utf8",
    "us-ascii",
    "iso-8859-1",
    "iso-8859-15",
    "windows-1252",
    "mailer-daemon",
    "nobody",
    "true",
    "false",
    "yes",
    "no",
    "plain",
    "login",
    "x",
    "in-addr.arpa",
    "ip6.arpa",
    "undisclosed-recipients",
    "pid",
    "com",
    "ipv4",
    "8bitmime",
    "smtputf8",
    "xoauth2",
    "cram-md5",
    "digest-md5",
    "chunking",
    "binarymime",
    "deliverby",
    "enhancedstatuscodes",
    "etrn",
    "gssapi",
    "ntlm",
    "oauthbearer",
    "pipelining",
    "plain-clienttoken",
    "requiretls",
    "scram-sha-1",
    "scram-sha-256",
    "xclient",
    "xforward",
    "xoauth",
    "ipv6",
];

const FOLDERS: &[&str] = &[
    "inbox",
    "sent",
    "drafts",
    "trash",
    "junk",
    "spam",
    "archive",
    "archives",
    "templates",
    "outbox",
    "notes",
    "sent messages",
    "deleted items",
    "deleted messages",
    "sent items",
    "junk e-mail",
    "virtual",
    "all",
    "public",
    "shared",
];

/// Parts of paths that belong to software.
const PATH: &[&str] = &[
    "maildir",
    "cur",
    "new",
    "tmp",
    "domains",
    "mail",
    "vpopmail",
    "public_html",
    "htdocs",
    "httpdocs",
    "www",
    "html",
    "log",
    "logs",
    "bin",
    "etc",
    "web",
    "vhosts",
    "virtual",
    "vmail",
    "mbox",
    "mailboxes",
    "mdbox",
    "sdbox",
    "storage",
    "dovecot",
    "sieve",
    "home",
    "users",
    "user",
    "alias",
    "qmail",
    "mailman",
    "postfix",
    "active",
    "deferred",
    "incoming",
    "hold",
    "bounce",
    "defer",
    "corrupt",
    "private",
    "maildrop",
    "trace",
    "saved",
    "flush",
    "pid",
    "dev",
    "lib",
    "usr",
    "sbin",
    "data",
    "mnt",
    "srv",
    "files",
    "backup",
    "cgi-bin",
    "spool",
    "root",
    "wp-content",
    "default",
    "app",
    "apps",
    "cache",
    "calendar",
    "clients",
    "components",
    "contacts",
    "config",
    "core",
    "httpd",
    "imap",
    "include",
    "includes",
    "input",
    "library",
    "local",
    "modules",
    "msglog",
    "php",
    "phpmailer",
    "plugins",
    "program",
    "roundcube",
    "script",
    "scripts",
    "share",
    "site",
    "sites",
    "src",
    "system",
    "themes",
    "uploads",
    "wordpress",
    "wp-admin",
    "wp-includes",
    "passwd",
    "shadow",
    "quota",
];

/// Folders with programs of others: what is below them belongs to no customer.
const OF_OTHERS: &[&str] = &["node_modules", "vendor"];

/// Endings of file names: what has one is no host.
const FILES: &[&str] = &[
    "c", "cache", "cgi", "class", "java", "conf", "cpp", "db", "exe", "gz", "h", "htm", "html", "index",
    "js", "json", "list", "lock", "log", "lua", "map", "php", "pid", "service", "sieve", "sock", "svbin",
    "tmp", "txt", "xml", "crt", "key", "pem", "cvd", "cld", "default",
];

/// Endings of file names that are those of countries, too: `master.cf`, `check.pl`.
const FILES_OR_COUNTRIES: &[&str] = &["cf", "pl", "pm", "py", "sh", "so"];

/// Endings of what people write and send: the name says what it is about.
const DOCUMENTS: &[&str] = &[
    "csv", "doc", "docx", "eml", "jpeg", "jpg", "msg", "odt", "ost", "pdf", "png", "ppt", "pptx", "pst",
    "rar", "rtf", "vcf", "xls", "xlsx", "zip",
];

/// Small words inside the names of people: `Henk de Jong`.
const PARTICLES: &[&str] = &[
    "af", "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la", "las",
    "le", "los", "ten", "ter", "van", "von", "zu", "zum", "zur",
];

/// Words that a sentence goes on with, where a name could stand.
const OF_SENTENCES: &[&str] = &[
    "a", "an", "and", "are", "at", "by", "can", "cannot", "did", "does", "for", "from", "had", "has", "in",
    "is", "not", "of", "on", "or", "the", "to", "was", "were", "will", "with",
];

/// Words in the names of programs, services and their makers, which belong to no customer.
const PRODUCTS: &[&str] = &[
    "activesync",
    "alma",
    "amazon",
    "android",
    "antispam",
    "antivirus",
    "apache",
    "apple",
    "avast",
    "axigen",
    "barracuda",
    "bitdefender",
    "brevo",
    "cacert",
    "canonical",
    "chrome",
    "cisco",
    "clearswift",
    "cloud",
    "cloudflare",
    "cloudmark",
    "collaboration",
    "communigate",
    "courier",
    "cpanel",
    "cyren",
    "cyrus",
    "debian",
    "defender",
    "digicert",
    "directadmin",
    "domino",
    "dovecot",
    "email",
    "enterprise",
    "eset",
    "exchange",
    "exim",
    "express",
    "firefox",
    "fortigate",
    "fortimail",
    "fortinet",
    "foundation",
    "gateway",
    "gmail",
    "google",
    "groupwise",
    "haraka",
    "hetzner",
    "horde",
    "hotmail",
    "icewarp",
    "igmail",
    "imail",
    "ionos",
    "ironport",
    "ispconfig",
    "kaspersky",
    "kerio",
    "kolab",
    "laravel",
    "lets",
    "linux",
    "lotus",
    "mailchimp",
    "mailcow",
    "mailgun",
    "mailman",
    "mailplus",
    "mandrill",
    "mcafee",
    "mdaemon",
    "messagelabs",
    "microsoft",
    "mimecast",
    "mozilla",
    "mxtoolbox",
    "nextcloud",
    "novell",
    "office",
    "openssl",
    "opensmtpd",
    "outlook",
    "perl",
    "phpmailer",
    "pigeonhole",
    "plesk",
    "postfix",
    "postmark",
    "proofpoint",
    "protection",
    "python",
    "qmail",
    "rackspace",
    "rainloop",
    "red",
    "roundcube",
    "rspamd",
    "safari",
    "sectigo",
    "sendgrid",
    "sendinblue",
    "sendmail",
    "server",
    "smartermail",
    "sogo",
    "sophos",
    "spam",
    "spamassassin",
    "spamhaus",
    "sparkpost",
    "squirrelmail",
    "strato",
    "symantec",
    "symfony",
    "synology",
    "thunderbird",
    "trend",
    "trustwave",
    "ubuntu",
    "verizon",
    "webmail",
    "windows",
    "wordpress",
    "workspace",
    "yahoo",
    "yandex",
    "zimbra",
    "zoho",
];

/// Authorities whose name says who vouches, and nothing about the customer.
const AUTHORITIES: &[&str] = &[
    "let's encrypt",
    "digicert",
    "sectigo",
    "globalsign",
    "geotrust",
    "google trust services",
    "isrg",
    "zerossl",
    "internet security research group",
];

/// Services whose names say why mail was refused, and nothing about a person.
const PUBLIC: &[&str] = &[
    // Names that only somebody's own network knows: that they are private means something.
    "local",
    "localdomain",
    "lan",
    "internal",
    "home.arpa",
    "abuseat.org",
    "abusix.com",
    "apple.com",
    "barracudacentral.org",
    "google.com",
    "smtp.gmail.com",
    "imap.gmail.com",
    "pop.gmail.com",
    "live.com",
    "mailspike.net",
    "mimecast.com",
    "office.com",
    "office365.com",
    "outlook.com",
    "proofpoint.com",
    "pphosted.com",
    "senderscore.org",
    "sorbs.net",
    "spamcop.net",
    "spamhaus.org",
    "spamrats.com",
    "uceprotect.net",
    "yahoo.com",
    "yahoodns.net",
    "openssl.org",
    "dovecot.org",
    "exim.org",
    "postfix.org",
    "letsencrypt.org",
    "surbl.org",
    "uribl.com",
    "spameatingmonkey.net",
    "manitu.net",
    "dnswl.org",
];

/// Labels that many hosts of such a service have.
const LABELS: &[&str] = &[
    "www",
    "mail",
    "mx",
    "smtp",
    "imap",
    "pop",
    "aspmx",
    "alt",
    "gmail-smtp-in",
    "l",
    "zen",
    "sbl",
    "xbl",
    "pbl",
    "bl",
    "b",
    "dnsbl",
    "ix",
    "multi",
    "list",
    "support",
    "sendersupport",
    "protection",
    "eop",
    "prod",
    "olc",
    "mail-eopbgr",
    "postmaster",
    "help",
    "postmaster",
    "check",
    "dbl",
    "cbl",
    "lookup",
    "am",
    "eur",
    "hotmail-com",
    "outlook-com",
    "mta",
    "gslb",
    "pphosted",
    "wiki",
    "doc",
    "docs",
    "spam",
    "rep",
    "psbl",
    "combined",
    "black",
    "hostkarma",
    "accounts",
    "myaccount",
    "accounts",
    "feedback",
    "senders",
    "workspace",
    "security",
];

/// The words of the tool itself: of its patterns and of its explanations.
static WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let mut words = FxHashSet::default();
    let mut take = |text: &str| {
        let parts = text.split(|letter: char| !letter.is_ascii_alphanumeric());
        words.extend(parts.filter(|word| (1..=LONGEST).contains(&word.len())).map(str::to_ascii_lowercase));
    };
    for format in FORMATS {
        [format.id, format.title].into_iter().for_each(&mut take);
        format.programs.iter().copied().for_each(&mut take);
        for field in format.fields {
            [field.name, field.says].into_iter().for_each(&mut take);
            field.values.iter().for_each(|word| take(word.text));
        }
        for pattern in format.patterns {
            [pattern.id, pattern.template, pattern.says].into_iter().for_each(&mut take);
        }
    }
    for facts in &REASONS {
        [facts.name, facts.headline, facts.agent].into_iter().for_each(&mut take);
    }
    for language in Language::ALL {
        for text in letter::every_text(language) {
            take(&text);
        }
    }
    for term in glossary::TERMS {
        [term.term, term.stands_for, term.means, term.longer].into_iter().for_each(&mut take);
    }
    words
});

/// Names with dots in them that patterns hold.
static WRITTEN: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let templates = FORMATS.iter().flat_map(|format| format.patterns).map(|pattern| pattern.template);
    let words = templates
        .flat_map(|text| text.split(|sign: char| !sign.is_alphanumeric() && sign != '.' && sign != '-'));
    let words = words.map(|word| word.trim_matches('.')).filter(|word| word.contains('.'));
    words.filter(|word| word.len() <= LONGEST).map(str::to_ascii_lowercase).collect()
});

/// How the subjects begin that servers write, as the patterns have them, and whether nobody else's follows.
static SUBJECTS: LazyLock<Vec<(String, bool)>> = LazyLock::new(|| {
    let templates = FORMATS.iter().flat_map(|format| format.patterns).map(|pattern| pattern.template);
    let subjects = templates.filter_map(|text| text.strip_prefix("Subject: "));
    let heads = subjects.map(|text| (text.split('{').next().unwrap_or_default(), !text.contains("{subject")));
    let heads = heads.filter(|(head, _)| head.len() > 3).map(|(head, all)| (head.to_ascii_lowercase(), all));
    // What a template leaves open, a sample shows.
    let notices = FORMATS.iter().filter(|format| format.id.starts_with("notice"));
    let samples = notices.flat_map(|format| format.patterns).filter_map(|pattern| {
        let quotes = pattern.template.contains("{subject");
        pattern.subject.and_then(move |text| {
            let quoted = text.rfind(": ").filter(|_| quotes).map(|colon| &text[..colon + 2]);
            let head = quoted.unwrap_or(text);
            (head.len() > 3).then(|| (head.to_ascii_lowercase(), quoted.is_none()))
        })
    });
    heads.chain(samples).collect()
});

/// True for a single word that the tool itself uses.
pub(super) fn is_word_of_ours(word: &str) -> bool {
    lower(word, &mut [0; LONGEST]).is_some_and(|word| WORDS.contains(word))
}

/// True for a value that is made of nothing but such words. A domain, and an address in one, is somebody's,
/// whatever its parts mean: `client.example` is no word.
pub(super) fn is_of_our_words(value: &str) -> bool {
    if is_in_domain(value) {
        return is_kept(value);
    }
    if value.parse::<std::net::IpAddr>().is_ok() {
        return false;
    }
    let mut parts = value.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.all(|part| is_word_of_ours(part) || is_kept(part))
}

/// True for a domain and for an address in one.
pub(super) fn is_in_domain(value: &str) -> bool {
    let domain = value.rsplit('@').next().unwrap_or_default();
    domain.contains('.') && domain.split('.').all(|label| !label.is_empty())
}

pub(super) fn is_kept(word: &str) -> bool {
    static KEPT_WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| KEPT.iter().copied().collect());
    lower(word, &mut [0; LONGEST]).is_some_and(|word| KEPT_WORDS.contains(word))
        // Somebody left it out already; a long word that only shouts may as well be a name.
        || left_out::is_left_out(word.as_bytes())
            && (left_out::is_said_so(word.as_bytes())
                || word.split(['-', '_']).all(|part| part.len() < 5 || is_word_of_ours(part)))
        || crate::explain::is_service(word)
}

pub(super) fn is_folder(word: &str) -> bool {
    FOLDERS.iter().any(|folder| word.eq_ignore_ascii_case(folder))
}

pub(super) fn is_part_of_path(part: &str) -> bool {
    part.is_empty()
        || PATH.iter().any(|known| part.eq_ignore_ascii_case(known))
        || is_folder(part)
        || !part.contains(char::is_alphabetic)
}

pub(super) fn is_of_others(part: &str) -> bool {
    OF_OTHERS.contains(&part)
}

pub(super) fn is_authority(name: &str) -> bool {
    let lower = name.to_lowercase();
    AUTHORITIES.iter().any(|of| lower.starts_with(of)) || inspector::find(name).is_some()
}

/// True for the name of a month or a day of the week, whole or its beginning.
pub(super) fn is_of_date(word: &str) -> bool {
    const NAMES: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let lower = word.to_ascii_lowercase();
    NAMES.iter().any(|name| *name == lower || name[..3] == lower)
}

/// True for the id of a message in a queue, or what looks like one.
pub(super) fn is_queue_id(word: &str) -> bool {
    let hex = word.len() > 4 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let exim = word.split('-').map(str::len).eq([6, 6, 2]) || word.split('-').map(str::len).eq([6, 11, 4]);
    hex && word.bytes().any(|byte| byte.is_ascii_digit()) || exim
}

/// True for the name of a file, where it's known whether it stands in a path.
pub(super) fn is_file(name: &str, in_path: bool) -> bool {
    let (stem, last) = name.rsplit_once('.').unwrap_or_default();
    let among = |endings: &[&str]| endings.iter().any(|of| last.eq_ignore_ascii_case(of));
    let of_ours = || stem.starts_with("lib") || stem.split(['-', '_', '.']).all(is_word_of_ours);
    among(FILES) || among(FILES_OR_COUNTRIES) && (in_path || of_ours())
}

/// True for the ending of what people write and send.
pub(super) fn is_document(ending: &str) -> bool {
    DOCUMENTS.iter().any(|of| ending.eq_ignore_ascii_case(of))
}

/// True for one that is an article as well, and so stands between any words: `Ende der Woche`.
pub(super) fn is_article(word: &str) -> bool {
    ["al", "den", "der", "do", "du", "el", "zu", "zum", "zur"].iter().any(|of| word.eq_ignore_ascii_case(of))
}

pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.iter().any(|of| word.eq_ignore_ascii_case(of))
}

/// True for a word that no name is, though one could stand there.
pub(super) fn is_of_sentence(word: &str) -> bool {
    OF_SENTENCES.contains(&word)
}

pub(super) fn is_of_product(word: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| PRODUCTS.iter().copied().collect());
    lower(word, &mut [0; LONGEST]).is_some_and(|word| WORDS.contains(word))
}

pub(super) fn has_known_ending(name: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "com", "net", "org", "info", "biz", "eu", "de", "at", "ch", "test", "example", "invalid", "local",
        "lan",
    ];
    let last = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    ENDINGS.contains(&last.as_str()) || last.len() == 2 || last.starts_with("xn--")
}

/// True for a name with dots that a pattern holds.
pub(super) fn is_written_by_us(name: &str) -> bool {
    lower(name, &mut [0; LONGEST]).is_some_and(|name| WRITTEN.contains(name))
}

/// How much of a subject a server wrote: all of it, or what stands before the subject that it quotes.
pub(super) fn our_part(subject: &str) -> usize {
    let lower = subject.to_ascii_lowercase();
    let own = SUBJECTS.iter().filter_map(|(head, all)| {
        let rest = lower.strip_prefix(head.as_str())?;
        // A part that may be missing stands before the colon.
        let colon = if *all || head.ends_with(": ") { 0 } else { rest.find(':')? + 1 };
        Some(if *all { subject.len() } else { head.len() + colon })
    });
    own.max().unwrap_or(0)
}

/// The part of a host's name that a public service ends it with.
pub(super) fn service_of(host: &str) -> Option<&str> {
    // A survey's own host says that nothing is wrong.
    let service = PUBLIC.iter().chain(SURVEYS).find(|service| {
        host.strip_suffix(**service).is_some_and(|before| before.is_empty() || before.ends_with('.'))
    })?;
    Some(&host[host.len() - service.len()..])
}

/// The most words that are told of as undecided.
const MOST_UNDECIDED: usize = 40;

/// Words of rewritten lines that may as well be somebody's name, though nothing says so: no text of the tool knows
/// them. What begins as names do comes first.
pub(super) fn undecided(text: &str) -> Vec<String> {
    let (mut seen, mut names, mut others) = (FxHashSet::default(), Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(start) = text[at..].find(char::is_alphanumeric).map(|next| at + next) {
        let end =
            text[start..].find(|sign: char| !sign.is_alphanumeric()).map_or(text.len(), |end| start + end);
        let (word, after) = (&text[start..end], &text[end..]);
        at = end;
        // A key and the name of a function are a program's.
        let keyed = after.starts_with(['=', '(']) || after.starts_with("\":");
        if keyed || !may_be_name(word) || !seen.insert(word.to_lowercase()) {
            continue;
        }
        let of = if word.starts_with(char::is_uppercase) { &mut names } else { &mut others };
        if of.len() < MOST_UNDECIDED {
            of.push(word.to_owned());
        }
        if names.len() == MOST_UNDECIDED {
            break;
        }
    }
    names.append(&mut others);
    names.truncate(MOST_UNDECIDED);
    names
}

/// True for a word as names have it that nothing here knows.
fn may_be_name(word: &str) -> bool {
    let bare = word.trim_end_matches(|digit: char| digit.is_ascii_digit());
    let letters = bare.chars().count();
    let (first, rest) = bare.split_at(bare.chars().next().map_or(0, char::len_utf8));
    let is_name = rest.chars().all(char::is_lowercase)
        || first.chars().all(char::is_uppercase) && rest.chars().all(char::is_uppercase);
    let is_placeholder =
        bare.len() < word.len() && ["person", "host", "folder", "id", "session"].contains(&bare);
    (4..=24).contains(&letters)
        && word.len() < bare.len() + 4
        && is_name
        && bare.chars().all(char::is_alphabetic)
        && !is_placeholder
        && !is_word_of_ours(word)
        && !is_word_of_ours(bare)
        && !is_kept(word)
        && !is_of_product(bare)
        && !is_of_date(bare)
        && !is_part_of_path(bare)
        && !bare.bytes().all(|letter| letter.is_ascii_hexdigit())
}

/// True for names of mailboxes that every domain has.
pub(super) fn is_of_everybody(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "abuse",
        "ftp",
        "hostmaster",
        "info",
        "mailer-daemon",
        "news",
        "nobody",
        "operator",
        "postmaster",
        "root",
        "security",
        "support",
        "usenet",
        "webmaster",
        "www",
        "www-data",
    ];
    NAMES.iter().any(|of| name.eq_ignore_ascii_case(of))
}

/// Labels, behind a `_`, that say what a record in DNS is for.
pub(super) const MARKS_OF_DNS: &[&str] =
    &["dmarc.", "domainkey.", "mta-sts.", "report.", "smtp.", "spf.", "tcp.", "tls."];

/// True for a label that hosts of such a service have, whoever their customer is.
pub(super) fn is_label(label: &str) -> bool {
    LABELS.contains(&label.trim_end_matches(|sign: char| sign.is_ascii_digit()))
}
