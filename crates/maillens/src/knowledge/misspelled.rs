//! Domains of great mailbox providers that somebody mistyped. Only a domain that DNS doesn't know is looked up here: then
//! the near one was probably meant.

use strsim::osa_distance;

/// Providers whose addresses people type most.
const PROVIDERS: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.de",
    "hotmail.fr",
    "hotmail.es",
    "hotmail.it",
    "hotmail.nl",
    "hotmail.co.uk",
    "outlook.com",
    "outlook.de",
    "outlook.fr",
    "outlook.es",
    "live.com",
    "live.nl",
    "msn.com",
    "yahoo.com",
    "yahoo.de",
    "yahoo.fr",
    "yahoo.es",
    "yahoo.it",
    "yahoo.co.uk",
    "ymail.com",
    "aol.com",
    "icloud.com",
    "protonmail.com",
    "gmx.de",
    "gmx.net",
    "gmx.at",
    "gmx.ch",
    "web.de",
    "t-online.de",
    "freenet.de",
    "arcor.de",
    "bluewin.ch",
    "orange.fr",
    "wanadoo.fr",
    "laposte.net",
    "free.fr",
    "sfr.fr",
    "libero.it",
    "tiscali.it",
    "ziggo.nl",
    "kpnmail.nl",
    "planet.nl",
    "telefonica.net",
    "uol.com.br",
    "terra.com.br",
    "bol.com.br",
    "sapo.pt",
    "seznam.cz",
    "wp.pl",
    "comcast.net",
    "verizon.net",
    "sbcglobal.net",
    "btinternet.com",
];

/// Commands and tests of Sieve that are longer than a slip (RFC 5228 and its extensions).
const SIEVE: &[&str] = &[
    "addflag",
    "address",
    "addheader",
    "anyof",
    "allof",
    "deleteheader",
    "discard",
    "duplicate",
    "ereject",
    "exists",
    "fileinto",
    "foreverypart",
    "hasflag",
    "header",
    "include",
    "mailboxexists",
    "notify",
    "redirect",
    "reject",
    "removeflag",
    "require",
    "setflag",
    "vacation",
];

/// The word of Sieve that was probably meant: one slip away.
pub fn meant_in_sieve(word: &str) -> Option<&'static str> {
    let near = |own: &&&str| osa_distance(&word.to_ascii_lowercase(), own) == 1;
    SIEVE.iter().find(near).copied()
}

/// True for the domain of a great provider.
pub fn is_provider(domain: &str) -> bool {
    PROVIDERS.iter().any(|provider| domain.eq_ignore_ascii_case(provider))
}

/// The provider's domain that was probably meant: one slip away, or two where it has more than eight letters. A slip is
/// a letter too many, missing, wrong, or changed with its neighbor.
///
/// ```
/// use maillens::knowledge::misspelled;
/// assert_eq!(misspelled::meant("gmial.con"), Some("gmail.com"));
/// assert_eq!(misspelled::meant("gmail.com"), None);
/// assert_eq!(misspelled::meant("shop.example"), None);
/// ```
pub fn meant(domain: &str) -> Option<&'static str> {
    let domain = domain.to_ascii_lowercase();
    let near = PROVIDERS.iter().map(|provider| (osa_distance(&domain, provider), *provider));
    let (slips, provider) = near.min_by_key(|(slips, _)| *slips)?;
    let most = if provider.len() > 8 { 2 } else { 1 };
    (1..=most).contains(&slips).then_some(provider)
}
