//! What a text names that people paste from an app, a program or a screen, and that no server wrote: the app, the provider
//! whose server speaks, the server, whom a message was from and for, and what a test shows of a certificate. Texts are in
//! small letters.

/// Programs that people name when something doesn't work, with the words that show them.
const APPS: &[(&str, &[&str])] = &[
    ("Thunderbird", &["thunderbird"]),
    ("Outlook", &["outlook"]),
    ("WordPress", &["wordpress", "wp_mail", "wp-json", "wp-content", "wp mail smtp"]),
    ("Apple Mail", &["apple mail", "mail.app"]),
    ("iPhone", &["iphone", "ipad"]),
    ("Jenkins", &["jenkins", "hudson."]),
    ("Nextcloud", &["nextcloud"]),
    ("GitLab", &["gitlab"]),
    ("Joomla", &["joomla"]),
    ("TYPO3", &["typo3"]),
    ("Magento", &["magento"]),
    ("Shopware", &["shopware"]),
    ("PrestaShop", &["prestashop"]),
    ("Drupal", &["drupal"]),
    ("Moodle", &["moodle"]),
    ("Laravel", &["laravel", "illuminate\\mail"]),
    ("Django", &["django"]),
    ("Roundcube", &["roundcube"]),
    ("SnappyMail", &["snappymail"]),
    ("RainLoop", &["rainloop"]),
    ("K-9 Mail", &["k-9"]),
    ("PHPMailer", &["phpmailer"]),
    ("Nodemailer", &["nodemailer"]),
    ("PowerShell", &["send-mailmessage"]),
];

/// The program that a text is about, as people call it.
#[must_use]
pub fn app(text: &str) -> Option<&'static str> {
    let named =
        |words: &[&str]| words.iter().any(|of| text.match_indices(of).any(|(at, _)| !works(&text[..at])));
    APPS.iter().find(|(_, words)| named(words)).map(|(app, _)| *app)
}

/// True for a program that is our own webmail.
#[must_use]
pub fn is_webmail(app: &str) -> bool {
    ["Roundcube", "SnappyMail", "RainLoop"].contains(&app)
}

/// True where what a text names next is told to work: `sends fine from Thunderbird`.
fn works(before: &str) -> bool {
    let clause = before.rsplit(['.', ',', ';', ':', '!', '?', '(', '\n']).next().unwrap_or_default();
    let said = [" fine", " works", " work ", " ok ", " geht", " klappt", " funktioniert"];
    said.iter().any(|word| clause.contains(word)) && !clause.contains(" not ") && !clause.contains("n't")
}

/// The site that a text links to, and no page about a program.
#[must_use]
pub fn site(text: &str) -> Option<&str> {
    let site = ["https://", "http://"].iter().find_map(|lead| {
        text.split_once(lead)?.1.split(|of: char| !of.is_ascii_alphanumeric() && !".-".contains(of)).next()
    })?;
    (is_host(site) && !APPS.iter().any(|(_, of)| of.iter().any(|of| site.contains(of)))).then_some(site)
}

/// Providers whose own sign-in and rules an account has, by what their servers are called.
const PROVIDERS: &[(&str, &[&str])] = &[
    (
        "Google",
        &[
            "gsmtp",
            "smtp.gmail.com",
            "smtp-relay.gmail.com",
            "imap.gmail.com",
            "support.google.com/mail",
            "username and password not accepted",
        ],
    ),
    (
        "Microsoft 365",
        &[
            "smtp.office365.com",
            "outlook.office365.com",
            "prod.outlook.com",
            "smtpclientauthentication",
            "smtp-mail.outlook.com",
            "sendasdenied",
        ],
    ),
    ("Yahoo", &["mail.yahoo.com", "smtp.mail.yahoo"]),
    ("Apple", &["mail.me.com", "icloud.com/"]),
    ("Amazon", &["amazonaws.com", "amazonses", "botocore."]),
];

/// Whose server speaks in a text in small letters.
pub fn provider(text: &str) -> Option<&'static str> {
    PROVIDERS.iter().find(|(_, names)| names.iter().any(|name| text.contains(name))).map(|(name, _)| *name)
}

/// A server that a text in small letters names: the owner of a certificate, or what is called as mail servers are.
pub fn server(text: &str) -> Option<String> {
    let host = |text: &str| {
        let end =
            text.find(|of: char| !of.is_ascii_alphanumeric() && of != '.' && of != '-').unwrap_or(text.len());
        Some(text[..end].trim_end_matches('.')).filter(|name| is_host(name)).map(str::to_owned)
    };
    let owner = ["cn = ", "cn="].iter().find_map(|lead| host(text.split_once(lead)?.1));
    owner.or_else(|| {
        let starts = ["smtp.", "smtps.", "mail.", "imap.", "pop.", "pop3.", "mx.", "smtp-"];
        let words = text.split(|of: char| !of.is_ascii_alphanumeric() && !".-@".contains(of));
        // What a check of a sender names so is a value, and no host.
        let values = ["smtp.mailfrom", "smtp.helo", "smtp.auth", "smtp.rcptto"];
        words
            .filter(|word| starts.iter().any(|start| word.starts_with(start)) && !values.contains(word))
            .find_map(host)
    })
}

/// Whom a refused message was from: behind what programs, commands and replies write in front of it.
#[must_use]
pub fn sender(text: &str) -> Option<String> {
    behind(text, &["--from ", "mail from:<", "allowed to send as ", "verification failed for <"])
}

/// Whom it was for.
#[must_use]
pub fn recipient(text: &str) -> Option<String> {
    const LEADS: &[&str] = &[
        "--to ",
        "rcpt to:<",
        "the recipient \"",
        "message recipient \"",
        "recipients failed: ",
        "email to ",
    ];
    behind(text, LEADS)
}

fn behind(text: &str, leads: &[&str]) -> Option<String> {
    leads.iter().find_map(|lead| address(text.split_once(lead)?.1.split([' ', '>']).next()?))
}

/// Who was refused as the sender, and the account that was signed in.
#[must_use]
pub fn owner(text: &str) -> Option<(Option<String>, Option<String>)> {
    let (of, rest) = text.split_once("sender address rejected: not owned by user ")?;
    let from = of.rsplit_once('<').and_then(|(_, from)| address(from.split('>').next()?));
    let user = rest.split(' ').next().unwrap_or_default().trim_end_matches('.');
    Some((from, Some(user.to_owned()).filter(|user| is_address(user))))
}

/// True where a provider paused the sign-ins of an account.
#[must_use]
pub fn is_paused(text: &str) -> bool {
    text.contains("too many login attempts") || text.contains("too many failed login")
}

/// True where the program of a text collects mail from a server of others.
#[must_use]
pub fn collects(text: &str) -> bool {
    ["fetchmail", "getmail"].iter().any(|program| text.contains(program))
}

/// True where Amazon hasn't verified an address or a domain that a message uses.
#[must_use]
pub fn is_unverified(text: &str) -> bool {
    text.contains("failed the check in region")
}

/// True where a test looks at a block list.
#[must_use]
pub fn names_block_list(text: &str) -> bool {
    ["block list", "blacklist"].iter().any(|of| text.contains(of))
}

/// Block lists of servers, by what replies call them.
const BLOCK_LISTS: &[(&str, &str)] = &[
    ("spamcop", "SpamCop"),
    ("spamhaus", "Spamhaus"),
    ("barracudacentral", "Barracuda"),
    ("uceprotect", "UCEPROTECT"),
    ("sorbs", "SORBS"),
    ("spamrats", "SpamRATS"),
    ("abusix", "Abusix"),
    ("mailspike", "Mailspike"),
    ("psbl.", "PSBL"),
    ("nixspam", "NiX Spam"),
    ("manitu.net", "NiX Spam"),
    ("invaluement", "Invaluement"),
];

/// The block list that a reply names.
#[must_use]
pub fn block_list(text: &str) -> Option<&'static str> {
    let text = text.to_ascii_lowercase();
    BLOCK_LISTS.iter().find(|(word, _)| text.contains(word)).map(|(_, name)| *name)
}

/// What a test finds wrong with a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateFault {
    /// It has expired.
    Expired,
    /// It's for another name.
    OtherName,
    /// Nobody vouches for it.
    Untrusted,
    /// The certificates that lead to it aren't shown.
    ChainIncomplete,
}

/// What a test of a certificate shows.
#[must_use]
pub fn certificate(text: &str) -> Option<CertificateFault> {
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if !says(&["verify error", "verification error", "verify return code"]) {
        return None;
    }
    Some(if says(&["certificate has expired"]) {
        CertificateFault::Expired
    } else if says(&["hostname mismatch", "host name mismatch"]) {
        CertificateFault::OtherName
    } else if says(&["self signed certificate", "self-signed certificate"]) {
        CertificateFault::Untrusted
    } else if says(&["unable to get local issuer", "unable to verify the first", "unable to get issuer"]) {
        CertificateFault::ChainIncomplete
    } else {
        return None;
    })
}

/// True for an address, as far as its letters tell.
#[must_use]
pub fn is_address(text: &str) -> bool {
    text.rsplit_once('@').is_some_and(|(_, domain)| !domain.is_empty())
        && !text.contains(['*', ' ', '(', ')'])
}

/// True for the full name of a host.
#[must_use]
pub fn is_host(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    name.contains('.')
        && name.bytes().any(|byte| byte.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
        && !matches!(name.rsplit('.').next(), Some("php" | "js" | "py"))
}

/// The first address in a text.
#[must_use]
pub fn address(text: &str) -> Option<String> {
    let mut words = text.split(|of: char| of.is_whitespace() || "<>\"'(),;:=[]".contains(of));
    words.find(|word| word.contains('@') && is_address(word)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{is_host, provider};

    #[test]
    fn a_host_has_a_name_and_no_number() {
        assert!(is_host("mail.client.example.") && !is_host("192.0.2.1") && !is_host("localhost"));
    }

    #[test]
    fn a_provider_is_named_by_its_own_words() {
        assert_eq!(provider("535 5.7.8 bad credentials a7-20 - gsmtp"), Some("Google"));
        assert_eq!(provider("550 no such user ben@gmail.com"), None);
    }
}
