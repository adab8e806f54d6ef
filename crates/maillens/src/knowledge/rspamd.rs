//! What the symbols of Rspamd mean that stand in its result lines, as those of `SpamAssassin` do.

use super::spamassassin::About::{Content, Making, SetUp, Site};
use super::spamassassin::{Rule, best, rule_of};

/// The rule of a symbol.
pub fn rule(name: &str) -> Option<&'static Rule> {
    best(RULES, name)
}

const RULES: &[Rule] = &[
    rule_of(
        SetUp,
        &["R_SPF_FAIL", "R_SPF_SOFTFAIL", "R_SPF_PERMFAIL", "R_SPF_PLUSALL"],
        "The sending server isn't in the SPF record of the sender's domain, or the record is wrong.",
        "Correct the SPF record of the sender's domain: every server that sends for it must be in it.",
    ),
    rule_of(
        SetUp,
        &["R_DKIM_REJECT", "R_DKIM_PERMFAIL"],
        "The DKIM signature doesn't fit the message.",
        "Let the last server that touches the message sign it, and compare the key in DNS with the one that signs.",
    ),
    rule_of(
        SetUp,
        &[
            "DMARC_POLICY_REJECT",
            "DMARC_POLICY_QUARANTINE",
            "DMARC_POLICY_SOFTFAIL",
            "DMARC_BAD_POLICY",
            "BLACKLIST_DMARC",
        ],
        "DMARC failed for the domain in From.",
        "Sign with DKIM for the domain in From, or send from a server in its SPF record with an envelope sender of that domain.",
    ),
    rule_of(
        SetUp,
        &["RDNS_NONE", "RDNS_DNSFAIL", "HFILTER_HOSTNAME_*", "HFILTER_RCPT_BOUNCEMOREONE"],
        "The sending server has no reverse DNS name, or one that doesn't lead back to it.",
        "Give the sending address a reverse DNS name (PTR) that resolves back to it.",
    ),
    rule_of(
        SetUp,
        &["HFILTER_HELO_*", "HFILTER_URL*"],
        "The name that the sending server gave in HELO isn't a full host name that fits its address.",
        "Let the sending server give its full host name in HELO, one that exists in DNS.",
    ),
    rule_of(
        SetUp,
        &[
            "RBL_*",
            "RECEIVED_*",
            "DBL_*",
            "URIBL_*",
            "SURBL_*",
            "*_SURBL",
            "RSPAMD_URIBL",
            "SEM_*",
            "MAILSPIKE",
            "SPAMHAUS_*",
        ],
        "The sending address, or a domain in the message, is on a block list.",
        "See which address or domain is listed, remove the cause, then ask the list for removal.",
    ),
    rule_of(
        Making,
        &[
            "MISSING_MID",
            "INVALID_MSGID",
            "MID_*",
            "MISSING_DATE",
            "INVALID_DATE",
            "DATE_IN_*",
            "MISSING_FROM",
            "MISSING_TO",
            "MISSING_SUBJECT",
            "MISSING_ESSENTIAL_HEADERS",
            "BROKEN_HEADERS",
        ],
        "Headers that every email app writes are missing or wrong.",
        "Let the program that sends write a Message-ID, a Date, From, To and a Subject as email apps do.",
    ),
    rule_of(
        Making,
        &[
            "FORGED_*",
            "FAKE_REPLY*",
            "SPOOF_*",
            "FROM_NEQ_DISPLAY_NAME",
            "TO_DOM_EQ_FROM_DOM",
            "SUSPICIOUS_*",
            "RATWARE_*",
            "PHP_*",
            "X_PHP_*",
            "HAS_PHPMAILER_SIG",
        ],
        "The message is built as spam programs do: it imitates another program or another sender.",
        "Send with an ordinary email app or library, under the own address and name.",
    ),
    rule_of(
        Making,
        &[
            "MIME_HTML_ONLY",
            "MIME_BAD*",
            "MIME_BASE64_TEXT",
            "R_PARTS_DIFFER",
            "R_MIXED_CHARSET",
            "HTML_*",
            "R_BAD_CTE_7BIT",
            "PARTS_DIFFER",
        ],
        "The text of the message is built badly: only HTML, odd encodings, parts that differ.",
        "Send a plain text part beside the HTML, in one encoding.",
    ),
    rule_of(
        Content,
        &["BAYES_SPAM", "NEURAL_SPAM*", "FUZZY_*", "LOCAL_FUZZY_*"],
        "The words are like those of messages that the filter learned as spam.",
        "If such messages are wanted, teach the filter with them (rspamc learn_ham).",
    ),
    rule_of(
        Content,
        &[
            "PHISHING",
            "PHISHED_*",
            "URL_*",
            "REDIRECTOR_URL*",
            "LEAKED_PASSWORD_SCAM*",
            "CLAM_VIRUS*",
            "MIME_ARCHIVE*",
            "MIME_DOUBLE_BAD*",
            "VIRUS_*",
        ],
        "A link or a file in the message looks dangerous.",
        "Look at the links and files: if they're genuine, send them another way.",
    ),
    rule_of(
        Site,
        &[
            "GREYLIST",
            "RATELIMITED",
            "BLOCKLISTED*",
            "BLACKLIST_*",
            "LOCAL_BL_*",
            "IP_REPUTATION_SPAM",
            "ASN_*",
        ],
        "A list or limit of the receiving server.",
        "",
    ),
];
