//! What the rules of `SpamAssassin` mean that stand in its result lines.
//!
//! What a rule says is more about the sender's set-up (SPF, DKIM, DMARC, reverse DNS, block lists,
//! greeting), about how a program built the mail, or about what the mail says. The first two can be
//! corrected by whoever sends, so those rules say how.

use crate::text::Span;

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The sender's servers and DNS records.
    SetUp,
    /// How a program built the mail.
    Making,
    /// What the mail says or links to.
    Content,
    /// A list or rule of the receiving server or user.
    Site,
    /// The checks of the receiving server, which don't all work.
    Check,
    /// Nothing that counts either way.
    Neutral,
    /// Something that speaks for the mail.
    Welcome,
}

/// What each degree of the filter that learns counts, as SpamAssassin comes (`50_scores.cf`, with DNS checks).
const LEARNED: &[(&str, f64)] = &[
    ("BAYES_50", 0.8),
    ("BAYES_60", 1.5),
    ("BAYES_80", 2.0),
    ("BAYES_95", 3.0),
    ("BAYES_99", 3.5),
    ("BAYES_999", 0.2),
];

/// The points that the filter that learns gave by these rules, where nobody changed them.
pub fn learned<'a>(rules: impl Iterator<Item = &'a str>) -> f64 {
    rules.filter_map(|name| LEARNED.iter().find(|(of, _)| *of == name)).map(|(_, points)| points).sum()
}

/// A rule, or a family of rules.
#[derive(Debug)]
pub struct Rule {
    /// Its names; one that ends in `*` stands for all that begin so.
    pub names: &'static [&'static str],
    /// What it is about.
    pub about: About,
    /// What a hit means.
    pub says: &'static str,
    /// What the sender can do about it; empty for nothing.
    pub fix: &'static str,
}

pub(super) const fn rule_of(
    about: About,
    names: &'static [&'static str],
    says: &'static str,
    fix: &'static str,
) -> Rule {
    Rule { names, about, says, fix }
}

/// The rule of a name: by its whole name, or by the longest beginning that is known.
pub fn rule(name: &str) -> Option<&'static Rule> {
    best(RULES, name)
}

/// The rule of a name among these.
pub(super) fn best(rules: &'static [Rule], name: &str) -> Option<&'static Rule> {
    let fit = |known: &str| match known.strip_suffix('*') {
        Some(beginning) => name.starts_with(beginning).then_some(beginning.len()),
        None => (known == name).then_some(usize::MAX),
    };
    let best = |rule: &'static Rule| Some((rule.names.iter().filter_map(|known| fit(known)).max()?, rule));
    rules.iter().filter_map(best).max_by_key(|(length, _)| *length).map(|(_, rule)| rule)
}

/// The names in a list of rules, `A,B` or `A=1.2, B=0.1`, with where they stand.
pub fn names(text: &[u8]) -> impl Iterator<Item = (Span, &str)> {
    let mut start = 0;
    text.split(|&byte| byte == b',').filter_map(move |part| {
        let from = start + part.len() - part.trim_ascii_start().len();
        start += part.len() + 1;
        let name = part.trim_ascii_start().split(|&byte| byte == b'=').next()?;
        let at = Span::new(from, from + name.len());
        std::str::from_utf8(name).ok().filter(|name| !name.is_empty()).map(|name| (at, name))
    })
}

/// Every rule that is known.
pub const RULES: &[Rule] = &[
    rule_of(
        About::Welcome,
        &["BAYES_00"],
        "The filter that learns is almost sure that this is wanted mail.",
        "",
    ),
    rule_of(
        About::Welcome,
        &["BAYES_05", "BAYES_20", "BAYES_40"],
        "The filter that learns leans towards wanted mail.",
        "",
    ),
    rule_of(About::Neutral, &["BAYES_50"], "The filter that learns cannot tell.", ""),
    rule_of(
        About::Content,
        &["BAYES_60", "BAYES_80", "BAYES_95"],
        "The filter that learns leans towards spam. Where it is wrong, let it learn the mail as wanted.",
        "",
    ),
    rule_of(
        About::Content,
        &["BAYES_99", "BAYES_999"],
        "The filter that learns is almost sure that this is spam. Where it is wrong, let it learn the mail as wanted.",
        "",
    ),
    rule_of(
        About::Welcome,
        &["SPF_PASS", "SPF_HELO_PASS"],
        "SPF: the sending server is allowed to send for the domain.",
        "",
    ),
    rule_of(
        About::SetUp,
        &["SPF_FAIL", "SPF_HELO_FAIL"],
        "SPF: the domain forbids this server to send its mail. The mail may also have been forwarded.",
        "Add the sending server to the SPF record of the domain.",
    ),
    rule_of(
        About::SetUp,
        &["SPF_SOFTFAIL", "SPF_HELO_SOFTFAIL"],
        "SPF: the domain says that this server probably is not allowed to send its mail.",
        "Add the sending server to the SPF record of the domain.",
    ),
    rule_of(
        About::SetUp,
        &["SPF_NONE", "SPF_HELO_NONE"],
        "SPF: the domain has no SPF record.",
        "Publish an SPF record for the domain.",
    ),
    rule_of(
        About::SetUp,
        &["SPF_NEUTRAL", "SPF_HELO_NEUTRAL"],
        "SPF: the domain does not say whether this server may send its mail.",
        "Add the sending server to the SPF record of the domain.",
    ),
    rule_of(
        About::SetUp,
        &["T_SPF_TEMPERROR", "T_SPF_HELO_TEMPERROR", "T_SPF_PERMERROR", "T_SPF_HELO_PERMERROR"],
        "SPF: the record could not be read or is broken.",
        "Check the SPF record of the domain: exactly one, without mistakes, with at most 10 lookups.",
    ),
    rule_of(About::Neutral, &["DKIM_SIGNED"], "The mail has a DKIM signature, good or not.", ""),
    rule_of(
        About::Welcome,
        &["DKIM_VALID", "DKIM_VALID_AU", "DKIM_VALID_EF", "DKIM_VERIFIED"],
        "DKIM: the signature is good. AU means that it is by the domain of the From line, EF by the domain of the envelope sender.",
        "",
    ),
    rule_of(
        About::SetUp,
        &["DKIM_INVALID", "T_DKIM_INVALID"],
        "DKIM: there is a signature, but it does not fit. The mail was changed on the way, or the key is wrong.",
        "Check the DKIM signing of the sending server and the key in the DNS.",
    ),
    rule_of(
        About::SetUp,
        &["DKIM_ADSP_ALL", "DKIM_ADSP_NXDOMAIN", "DKIM_ADSP_CUSTOM_MED", "DKIM_ADSP_DISCARD"],
        "The domain says that it signs all its mail, and this has no good signature; or the domain does not exist.",
        "Check the DKIM signing of the sending server and the key in the DNS.",
    ),
    rule_of(
        About::Welcome,
        &["DKIMWL_WL_HIGH", "DKIMWL_WL_MED", "DKIMWL_WL_MEDHI", "DKIMWL_WL_LOW"],
        "The domain that signed the mail is on a list of known good senders.",
        "",
    ),
    rule_of(
        About::Welcome,
        &["DMARC_PASS"],
        "DMARC: SPF or DKIM passed for the domain of the From line.",
        "",
    ),
    rule_of(
        About::SetUp,
        &[
            "DMARC_REJECT",
            "DMARC_QUAR",
            "DMARC_NONE",
            "DMARC_FAIL_REJECT",
            "DMARC_FAIL_QUARANTINE",
            "DMARC_FAIL_NONE",
        ],
        "DMARC: neither SPF nor DKIM passed for the domain of the From line.",
        "Make SPF or DKIM pass for the domain of the From line.",
    ),
    rule_of(
        About::SetUp,
        &["DMARC_MISSING"],
        "DMARC: the domain of the From line has no DMARC record.",
        "Publish a DMARC record for the domain.",
    ),
    rule_of(About::Neutral, &["ARC_SIGNED"], "A server that forwarded the mail sealed it.", ""),
    rule_of(
        About::Welcome,
        &["ARC_VALID"],
        "ARC: the seals of the servers that forwarded the mail are whole.",
        "",
    ),
    rule_of(
        About::Neutral,
        &["ARC_INVALID"],
        "ARC: a seal of a server that forwarded the mail is broken.",
        "",
    ),
    rule_of(
        About::Welcome,
        &["ALL_TRUSTED"],
        "The mail came only over servers that this server trusts. Where that is wrong, the setting trusted_networks is too wide.",
        "",
    ),
    rule_of(
        About::Neutral,
        &["NO_RELAYS", "NO_RECEIVED"],
        "The mail names no server that it came over: it was made on this server.",
        "",
    ),
    rule_of(
        About::Neutral,
        &["UNPARSEABLE_RELAY"],
        "A line about the way of the mail could not be understood.",
        "",
    ),
    rule_of(
        About::SetUp,
        &["RDNS_NONE"],
        "The Received line of this server shows no name by reverse DNS (PTR) for the sending server.",
        "Set a PTR record (reverse DNS) for the address of the sending server, with a name that resolves back to it.",
    ),
    rule_of(
        About::SetUp,
        &["RDNS_DYNAMIC"],
        "The name of the sending server by reverse DNS (PTR) looks like a home connection.",
        "Send through a real mail server, or give the server a proper PTR record.",
    ),
    rule_of(
        About::SetUp,
        &[
            "HELO_DYNAMIC_IPADDR",
            "HELO_DYNAMIC_IPADDR2",
            "HELO_DYNAMIC_DHCP",
            "HELO_DYNAMIC_HCC",
            "HELO_DYNAMIC_SPLIT_IP",
        ],
        "The name that the sending server greets with looks like a home connection.",
        "Log in at a mail server and send through it.",
    ),
    rule_of(
        About::SetUp,
        &["HELO_NO_DOMAIN", "HELO_LOCALHOST", "HELO_MISC_IP"],
        "The name that the sending server greets with has no domain, is localhost, or is an address.",
        "Give the sending server its full host name as the name that it greets with (HELO).",
    ),
    rule_of(
        About::SetUp,
        &["FSL_HELO_BARE_IP_1", "FSL_HELO_BARE_IP_2", "FSL_HELO_NON_FQDN_1", "FSL_BULK_SIG", "FSL_HELO_*"],
        "The sending server greets with a bare address or a single word.",
        "Give the sending server its full host name as the name that it greets with (HELO).",
    ),
    rule_of(
        About::Welcome,
        &["RCVD_IN_DNSWL_HI", "RCVD_IN_DNSWL_MED", "RCVD_IN_DNSWL_LOW"],
        "The sending server is on the good list DNSWL.",
        "",
    ),
    rule_of(
        About::Neutral,
        &["RCVD_IN_DNSWL_NONE"],
        "The sending server is on the list DNSWL, without any trust.",
        "",
    ),
    rule_of(
        About::Check,
        &[
            "RCVD_IN_DNSWL_BLOCKED",
            "RCVD_IN_ZEN_BLOCKED",
            "RCVD_IN_ZEN_BLOCKED_OPENDNS",
            "URIBL_BLOCKED",
            "URIBL_DBL_BLOCKED",
            "URIBL_DBL_BLOCKED_OPENDNS",
            "RCVD_IN_VALIDITY_RPBL_BLOCKED",
            "RCVD_IN_VALIDITY_CERTIFIED_BLOCKED",
            "RCVD_IN_VALIDITY_SAFE_BLOCKED",
            "URIBL_ZEN_BLOCKED",
        ],
        "The list refused to answer this server, usually because it asks through a public name server. It says nothing about the mail.",
        "Let this server ask DNS through a resolver of its own (unbound on 127.0.0.1), so that the lists answer.",
    ),
    rule_of(
        About::Welcome,
        &[
            "RCVD_IN_MSPIKE_H2",
            "RCVD_IN_MSPIKE_H3",
            "RCVD_IN_MSPIKE_H4",
            "RCVD_IN_MSPIKE_H5",
            "RCVD_IN_MSPIKE_WL",
        ],
        "The sending server has a good name at Mailspike.",
        "",
    ),
    rule_of(
        About::SetUp,
        &[
            "RCVD_IN_MSPIKE_BL",
            "RCVD_IN_MSPIKE_L2",
            "RCVD_IN_MSPIKE_L3",
            "RCVD_IN_MSPIKE_L4",
            "RCVD_IN_MSPIKE_L5",
            "RCVD_IN_MSPIKE_ZBI",
        ],
        "The sending server has a bad name at Mailspike.",
        "Look the address up at Mailspike, stop the cause, and ask for removal.",
    ),
    rule_of(
        About::SetUp,
        &["RCVD_IN_SBL", "RCVD_IN_SBL_CSS", "RCVD_IN_XBL", "RCVD_IN_ZEN_LASTEXTERNAL"],
        "The sending server is on a block list of Spamhaus: a known source of spam, or an infected machine.",
        "Look the address up at Spamhaus (check.spamhaus.org), stop the cause, and ask for removal.",
    ),
    rule_of(
        About::SetUp,
        &["RCVD_IN_PBL"],
        "Spamhaus lists the sender's IP address as one that should not send mail directly, such as a home connection.",
        "Log in at a mail server and send through it.",
    ),
    rule_of(
        About::SetUp,
        &["RCVD_IN_BL_SPAMCOP_NET"],
        "The sending server was recently reported to SpamCop. The entry expires automatically, usually within a day or two.",
        "Look the address up at SpamCop, and stop the cause; then the entry expires automatically.",
    ),
    rule_of(
        About::SetUp,
        &[
            "RCVD_IN_PSBL",
            "RCVD_IN_SORBS_DUL",
            "RCVD_IN_SORBS_WEB",
            "RCVD_IN_SORBS_SPAM",
            "RCVD_IN_SORBS_HTTP",
            "RCVD_IN_SORBS_SOCKS",
            "RCVD_IN_SORBS_*",
        ],
        "The sending server is on a block list.",
        "Look the address up at the block list, stop the cause, and ask for removal.",
    ),
    rule_of(
        About::Welcome,
        &[
            "RCVD_IN_VALIDITY_CERTIFIED",
            "RCVD_IN_VALIDITY_SAFE",
            "RCVD_IN_RP_CERTIFIED",
            "RCVD_IN_RP_SAFE",
            "RCVD_IN_IADB_*",
        ],
        "The sender is vouched for by a certifying list.",
        "",
    ),
    rule_of(
        About::SetUp,
        &["RCVD_IN_VALIDITY_RPBL", "RCVD_IN_RP_RNBL"],
        "The sending server has a bad name at Validity (Return Path).",
        "Look the address up at the block list, stop the cause, and ask for removal.",
    ),
    rule_of(
        About::Content,
        &["URIBL_BLACK", "URIBL_RED", "URIBL_GREY"],
        "A link in the mail leads to a domain on the list URIBL.",
        "Check the linked website for a break-in, and ask the list for removal.",
    ),
    rule_of(
        About::Content,
        &[
            "URIBL_DBL_SPAM",
            "URIBL_DBL_PHISH",
            "URIBL_DBL_MALWARE",
            "URIBL_DBL_ABUSE_SPAM",
            "URIBL_DBL_ABUSE_REDIR",
            "URIBL_DBL_*",
        ],
        "A link in the mail leads to a domain on the list DBL of Spamhaus.",
        "Check the linked website for a break-in, and ask the list for removal.",
    ),
    rule_of(
        About::Content,
        &["URIBL_SBL", "URIBL_SBL_A", "URIBL_CSS", "URIBL_CSS_A"],
        "A link in the mail leads to a server that is on a block list.",
        "Check the linked website for a break-in, and ask the list for removal.",
    ),
    rule_of(
        About::Content,
        &["URIBL_ABUSE_SURBL", "URIBL_PH_SURBL", "URIBL_MW_SURBL", "URIBL_CR_SURBL", "URIBL_WS_SURBL"],
        "A link in the mail leads to a domain on the list SURBL.",
        "Check the linked website for a break-in, and ask the list for removal.",
    ),
    rule_of(
        About::Content,
        &["URIBL_RHS_DOB"],
        "A link in the mail leads to a domain that was registered only days ago.",
        "",
    ),
    rule_of(About::Neutral, &["FREEMAIL_FROM"], "The sender uses a free mail service.", ""),
    rule_of(
        About::Content,
        &[
            "FREEMAIL_REPLYTO",
            "FREEMAIL_FORGED_REPLYTO",
            "FREEMAIL_REPLYTO_END_DIGIT",
            "FREEMAIL_ENVFROM_END_DIGIT",
        ],
        "Answers go to a free mail box, often another one than the sender's, or its name ends in digits.",
        "Let the web form set a Reply-To that fits the sender.",
    ),
    rule_of(
        About::Making,
        &[
            "FORGED_HOTMAIL_RCVD2",
            "FORGED_YAHOO_RCVD",
            "FORGED_GMAIL_RCVD",
            "FORGED_MUA_OUTLOOK",
            "FORGED_OUTLOOK_HTML",
            "FORGED_OUTLOOK_TAGS",
            "FORGED_*",
        ],
        "The mail claims to come from a service or program, but does not look like it.",
        "Send mail of that service through its own server.",
    ),
    rule_of(About::Neutral, &["HTML_MESSAGE"], "The mail has a part in HTML.", ""),
    rule_of(
        About::Making,
        &["MIME_HTML_ONLY", "MIME_HTML_MOSTLY", "MPART_ALT_DIFF", "MPART_ALT_DIFF_COUNT"],
        "The mail is HTML without a plain text part, or the two parts differ.",
        "Add a plain text part with the same words.",
    ),
    rule_of(
        About::Content,
        &[
            "HTML_IMAGE_ONLY_04",
            "HTML_IMAGE_ONLY_08",
            "HTML_IMAGE_ONLY_12",
            "HTML_IMAGE_ONLY_16",
            "HTML_IMAGE_ONLY_20",
            "HTML_IMAGE_ONLY_24",
            "HTML_IMAGE_ONLY_28",
            "HTML_IMAGE_ONLY_32",
            "HTML_IMAGE_RATIO_02",
            "HTML_IMAGE_RATIO_04",
            "HTML_IMAGE_RATIO_06",
            "HTML_IMAGE_RATIO_08",
        ],
        "The mail is usually pictures with few words.",
        "Use more text and fewer pictures.",
    ),
    rule_of(
        About::Content,
        &[
            "HTML_SHORT_LINK_IMG_1",
            "HTML_SHORT_LINK_IMG_2",
            "HTML_SHORT_LINK_IMG_3",
            "REMOTE_IMG",
            "T_REMOTE_IMAGE",
        ],
        "The mail has little text and a picture that is linked or loaded from elsewhere.",
        "Use more text and fewer pictures.",
    ),
    rule_of(
        About::Content,
        &[
            "HTML_FONT_LOW_CONTRAST",
            "HTML_FONT_SIZE_HUGE",
            "HTML_FONT_SIZE_LARGE",
            "HTML_FONT_FACE_BAD",
            "HTML_FONT_TINY*",
        ],
        "Some text is nearly invisible, huge or tiny.",
        "Correct the template of the mail.",
    ),
    rule_of(
        About::Making,
        &[
            "HTML_MIME_NO_HTML_TAG",
            "HTML_TAG_BALANCE_BODY",
            "HTML_TAG_BALANCE_HEAD",
            "HTML_EXTRA_CLOSE",
            "HTML_COMMENT_SHORT",
            "HTML_OBFUSCATE_*",
        ],
        "The HTML is careless or hides something.",
        "Correct the template of the mail.",
    ),
    rule_of(
        About::Making,
        &["MISSING_MID"],
        "The mail has no Message-ID.",
        "Correct the script or program that sends the mail, or let it use an SMTP plugin.",
    ),
    rule_of(
        About::Making,
        &[
            "MISSING_DATE",
            "MISSING_FROM",
            "MISSING_SUBJECT",
            "MISSING_HEADERS",
            "MISSING_MIMEOLE",
            "MISSING_MIME_HB_SEP",
        ],
        "A header that every normal mail has is missing.",
        "Correct the script or program that sends the mail, or let it use an SMTP plugin.",
    ),
    rule_of(
        About::Making,
        &[
            "INVALID_DATE",
            "INVALID_DATE_TZ_ABSURD",
            "DATE_IN_PAST_03_06",
            "DATE_IN_PAST_06_12",
            "DATE_IN_PAST_12_24",
            "DATE_IN_PAST_24_48",
            "DATE_IN_PAST_48_96",
            "DATE_IN_PAST_96_XX",
            "DATE_IN_FUTURE_03_06",
            "DATE_IN_FUTURE_06_12",
            "DATE_IN_FUTURE_12_24",
            "DATE_IN_FUTURE_24_48",
            "DATE_IN_FUTURE_48_96",
            "DATE_IN_FUTURE_96_XX",
            "DATE_IN_FUTURE_96_Q",
            "DATE_IN_FUTURE_Q_PLUS",
        ],
        "The date of the mail is wrong, or far from the time at which it came.",
        "Set the clock and the time zone of the sending computer.",
    ),
    rule_of(
        About::Making,
        &[
            "INVALID_MSGID",
            "MSGID_SHORT",
            "MSGID_NOFQDN1",
            "MSGID_SPAM_CAPS",
            "MSGID_FROM_MTA_HEADER",
            "MSGID_RANDY",
        ],
        "The Message-ID is odd, or a server on the way had to add it.",
        "Correct the script or program that sends the mail, or let it use an SMTP plugin.",
    ),
    rule_of(
        About::Content,
        &["SUBJ_ALL_CAPS", "SUBJ_YOUR_DEBT", "SUBJ_BUY", "SUBJ_DOLLARS"],
        "The subject looks like that of spam.",
        "Change the subject.",
    ),
    rule_of(
        About::Making,
        &["SUBJECT_NEEDS_ENCODING", "SUBJ_ILLEGAL_CHARS"],
        "The subject is encoded wrongly.",
        "Correct the script or program that sends the mail, or let it use an SMTP plugin.",
    ),
    rule_of(
        About::Content,
        &["UPPERCASE_50_75", "UPPERCASE_75_100"],
        "Much of the text is in capital letters.",
        "",
    ),
    rule_of(About::Content, &["EMPTY_MESSAGE"], "The mail has no text.", ""),
    rule_of(
        About::Content,
        &["TVD_SPACE_RATIO", "TVD_SPACE_RATIO_MINFP", "TVD_VISIT_PHARMA", "TVD_PH_*"],
        "Odd spaces, or words of pharmacies or phishing.",
        "",
    ),
    rule_of(
        About::SetUp,
        &["TVD_RCVD_IP", "TVD_RCVD_IP4"],
        "A server on the way has an address for a name.",
        "Give the sending server its full host name as the name that it greets with (HELO).",
    ),
    rule_of(
        About::Making,
        &[
            "FROM_EXCESS_BASE64",
            "FROM_LOCAL_NOVOWEL",
            "FROM_LOCAL_HEX",
            "FROM_LOCAL_DIGITS",
            "FROM_STARTS_WITH_NUMS",
            "FROM_ILLEGAL_CHARS",
        ],
        "The name or address of the sender is strange.",
        "Use a normal sender name and address.",
    ),
    rule_of(
        About::Making,
        &["FROM_ADDR_WS", "FROM_NO_USER", "FROM_BLANK_NAME", "FROM_MISSP_*"],
        "The From line is not well formed.",
        "Use a normal sender name and address.",
    ),
    rule_of(
        About::Content,
        &["FROM_NEWDOM_BTC", "FROM_FMBLA_NEWDOM*"],
        "The domain of the sender is very new.",
        "",
    ),
    rule_of(
        About::Neutral,
        &["HEADER_FROM_DIFFERENT_DOMAINS"],
        "The From line and the envelope sender have different domains. That is usual for newsletters and web forms.",
        "",
    ),
    rule_of(
        About::Making,
        &["TO_MALFORMED", "TO_IN_SUBJ", "TO_NAME_SUBJ_NO_RDNS", "TO_NO_BRKTS_*", "TO_EQ_FM_*", "UNDISC_*"],
        "The To line is odd.",
        "Correct the script or program that sends the mail, or let it use an SMTP plugin.",
    ),
    rule_of(
        About::Making,
        &["REPLYTO_WITHOUT_TO_CC", "REPTO_*", "SPOOFED_FREEM_REPTO*"],
        "The address for answers looks like that of a fraud.",
        "Check the settings of the web form.",
    ),
    rule_of(
        About::SetUp,
        &["KAM_LAZY_DOMAIN_SECURITY"],
        "The domain of the sender has neither SPF nor DKIM nor DMARC.",
        "Publish SPF, DKIM and DMARC records for the domain.",
    ),
    rule_of(
        About::SetUp,
        &["KAM_DMARC_STATUS", "KAM_DMARC_*"],
        "A rule of the set KAM about DMARC.",
        "Make SPF or DKIM pass for the domain of the From line.",
    ),
    rule_of(
        About::Content,
        &["KAM_SHORT", "KAM_NUMSUBJECT", "KAM_MXURI", "KAM_*"],
        "A rule of KAM, a set of rules that many servers add.",
        "",
    ),
    rule_of(
        About::Content,
        &["ADVANCE_FEE_2", "ADVANCE_FEE_3", "ADVANCE_FEE_4", "ADVANCE_FEE_5", "ADVANCE_FEE_*"],
        "The words are those of a fraud that asks for money in advance.",
        "",
    ),
    rule_of(
        About::Content,
        &[
            "LOTS_OF_MONEY",
            "MILLION_USD",
            "MILLION_HUNDRED",
            "US_DOLLARS_3",
            "MONEY_NOHTML",
            "T_MONEY_PERCENT",
            "HK_SCAM",
            "MONEY_FORM*",
            "MONEY_FRAUD_*",
            "HK_NAME_*",
        ],
        "The mail talks about very large sums of money.",
        "",
    ),
    rule_of(
        About::Content,
        &[
            "DEAR_FRIEND",
            "DEAR_SOMETHING",
            "DEAR_WINNER",
            "DEAR_EMAIL",
            "URG_BIZ",
            "RISK_FREE",
            "FORM_FRAUD*",
            "T_FILL_THIS_FORM*",
            "FILL_THIS_FORM*",
        ],
        "A greeting, a hurry or a form as in a fraud.",
        "",
    ),
    rule_of(
        About::Content,
        &[
            "DRUGS_ERECTILE",
            "DRUG_ED_CAPS",
            "DRUGS_ANXIETY",
            "DRUGS_PAIN",
            "ONLINE_PHARMACY",
            "FUZZY_VPILL",
            "FUZZY_PHARMACY",
            "BODY_ENHANCEMENT",
            "FUZZY_*",
            "DRUGS_*",
        ],
        "Names of drugs, plain or disguised.",
        "",
    ),
    rule_of(
        About::Content,
        &["NORMAL_HTTP_TO_IP", "NUMERIC_HTTP_ADDR", "WEIRD_PORT", "HTTPS_HTTP_MISMATCH", "HTTPS_IP_MISMATCH"],
        "A link goes to a bare address or an odd port, or shows another address than it leads to.",
        "Use links with a host name that show where they lead.",
    ),
    rule_of(
        About::Content,
        &[
            "ACT_NOW_CAPS",
            "CLICK_BELOW_CAPS",
            "UNSUB",
            "BULK_EMAIL",
            "FREE_QUOTE_INSTANT",
            "GUARANTEED_100_PERCENT",
            "EXCUSE_*",
        ],
        "Phrases of advertising.",
        "",
    ),
    rule_of(
        About::Neutral,
        &["GTUBE"],
        "The standard test text, which always gets 1000 points. It is a test and no real spam.",
        "",
    ),
    rule_of(
        About::Welcome,
        &[
            "USER_IN_WELCOMELIST",
            "USER_IN_WHITELIST",
            "USER_IN_DEF_WELCOMELIST",
            "USER_IN_DEF_WHITELIST",
            "USER_IN_DEF_SPF_WL",
            "USER_IN_DEF_DKIM_WL",
            "USER_IN_WELCOMELIST_TO",
            "USER_IN_WHITELIST_TO",
            "USER_IN_SPF_WELCOMELIST",
            "USER_IN_SPF_WHITELIST",
            "USER_IN_DKIM_WELCOMELIST",
            "USER_IN_DKIM_WHITELIST",
        ],
        "The sender or recipient is on a list of welcome addresses.",
        "",
    ),
    rule_of(
        About::Site,
        &["USER_IN_BLOCKLIST", "USER_IN_BLACKLIST", "USER_IN_BLOCKLIST_TO", "USER_IN_BLACKLIST_TO"],
        "The sender or recipient is on the block list of this user or server. Remove the entry if it is wrong.",
        "",
    ),
    rule_of(
        About::Neutral,
        &["AWL", "TXREP"],
        "Moves the points towards what earlier mail of this sender got.",
        "",
    ),
    rule_of(
        About::Content,
        &[
            "PYZOR_CHECK",
            "RAZOR2_CHECK",
            "RAZOR2_CF_RANGE_51_100",
            "RAZOR2_CF_RANGE_E8_51_100",
            "DCC_CHECK",
            "DIGEST_MULTIPLE",
        ],
        "The same text was reported as spam, or sent to many people, elsewhere.",
        "",
    ),
    rule_of(
        About::Neutral,
        &["MAILING_LIST_MULTI", "LIST_MIRROR_*"],
        "The mail looks like that of a mailing list.",
        "",
    ),
    rule_of(
        About::Making,
        &["PHP_ORIG_SCRIPT", "PHP_SCRIPT", "PHP_SCRIPT_MUA", "PHP_NOVER_MUA", "X_PHP_*"],
        "The mail was sent by a PHP script.",
        "Send through SMTP with a login, and check the script for abuse.",
    ),
    rule_of(
        About::Content,
        &["PDS_BTC_ID", "BITCOIN_*", "GB_BITCOIN*", "BTC_*"],
        "A Bitcoin address, often blackmail.",
        "",
    ),
    rule_of(
        About::Content,
        &["PDS_FROM_2_EMAILS", "PDS_TONAME_EQ_TOLOCAL", "PDS_*", "PP_*", "T_PDS_*"],
        "A pattern of recent spam.",
        "",
    ),
    rule_of(About::Neutral, &["SCC_*"], "A trial rule.", ""),
    rule_of(
        About::Content,
        &["LOCALPART_IN_SUBJECT", "NAME_EMAIL_DIFF", "FROM_2_EMAILS_SHORT", "PLING_QUERY", "STOX_*"],
        "Headers as they are usual in spam.",
        "",
    ),
    rule_of(
        About::Content,
        &["CHARSET_FARAWAY", "CHARSET_FARAWAY_HEADER", "MIME_CHARSET_FARAWAY", "UNWANTED_LANGUAGE_BODY"],
        "The mail is in a language or alphabet that this server or user does not expect.",
        "",
    ),
    rule_of(
        About::Making,
        &[
            "MIME_BASE64_TEXT",
            "MIME_QP_LONG_LINE",
            "MIME_BOUND_DD_DIGITS",
            "MIME_HEADER_CTYPE_ONLY",
            "MIMEOLE_*",
            "BASE64_LENGTH_*",
            "CTYPE_*",
        ],
        "The parts of the mail are encoded in an odd way.",
        "Correct the script or program that sends the mail, or let it use an SMTP plugin.",
    ),
    rule_of(
        About::Content,
        &["RATWARE_*", "XMAILER_MIMEOLE_OL_*", "X_IP", "X_MAILER_*"],
        "Marks of programs that send spam.",
        "",
    ),
    rule_of(
        About::Neutral,
        &[
            "ANY_BOUNCE_MESSAGE",
            "BOUNCE_MESSAGE",
            "CHALLENGE_RESPONSE",
            "CRBOUNCE_MESSAGE",
            "VBOUNCE_MESSAGE",
        ],
        "The mail looks like a notice about failed delivery.",
        "",
    ),
    rule_of(
        About::Content,
        &["TRACKER_ID", "OBFU_*", "SHORTENED_URL_*", "URL_SHORTENER_*", "T_URI_SHORT*", "GOOG_*", "GB_*"],
        "A link is disguised or shortened.",
        "Use full links.",
    ),
    rule_of(
        About::Content,
        &[
            "URI_PHISH",
            "URI_WP_HACKED",
            "URI_WP_HACKED_2",
            "URI_WPADMIN",
            "URI_TRY_3LD",
            "URI_HEX",
            "URI_TRUNCATED",
            "URI_OBFU_*",
        ],
        "A link looks like phishing or like a website that was broken into.",
        "Check the linked website.",
    ),
    rule_of(
        About::SetUp,
        &[
            "RCVD_ILLEGAL_IP",
            "RCVD_DOUBLE_IP_LOOSE",
            "RCVD_DOUBLE_IP_SPAM",
            "RCVD_FAKE_HELO_DOTCOM",
            "RCVD_NUMERIC_HELO",
            "FAKE_HELO_*",
        ],
        "The lines about the way of the mail look forged.",
        "Give the sending server its full host name as the name that it greets with (HELO).",
    ),
    rule_of(
        About::Making,
        &["TO_TRUNCATED"],
        "The To line is cut off.",
        "Correct the script or program that sends the mail, or let it use an SMTP plugin.",
    ),
    rule_of(
        About::SetUp,
        &[
            "NO_FM_NAME_IP_HOSTN",
            "NO_DNS_FOR_FROM",
            "RCVD_HELO_IP_MISMATCH",
            "NO_RDNS_DOTCOM_HELO",
            "SPOOF_*",
        ],
        "The domain of the sender or its server is not in the DNS, or the two do not fit.",
        "Check the DNS records of the domain and the name of the sending server.",
    ),
    rule_of(
        About::Neutral,
        &["SHORTCIRCUIT"],
        "The check stopped early because of a rule that is sure enough.",
        "",
    ),
    rule_of(
        About::Neutral,
        &["TIME_LIMIT_EXCEEDED"],
        "The check took too long and was cut short. Look at the load of the server.",
        "",
    ),
    rule_of(
        About::Content,
        &[
            "CLAMAV",
            "MICROSOFT_EXECUTABLE",
            "MIME_SUSPECT_NAME",
            "ANTIVIRUS_*",
            "OLE_*",
            "OLEMACRO*",
            "T_OBFU_*",
        ],
        "The attachment looks dangerous. Do not release it unseen.",
        "",
    ),
    rule_of(
        About::Site,
        &["ASN", "RELAYCOUNTRY_*", "LOC_*", "LOCAL_*"],
        "A rule of this server itself, or about the country that the mail came from.",
        "",
    ),
    rule_of(
        About::Welcome,
        &["HASHCASH_*", "BSP_*", "HABEAS_*"],
        "An old rule in favor of good senders, no longer used.",
        "",
    ),
    rule_of(About::Neutral, &["DEF_WHITELIST", "WELCOMELIST_*"], "An entry of a list of senders.", ""),
    rule_of(
        About::Site,
        &["SUBJECT_IN_WELCOMELIST", "SUBJECT_IN_BLOCKLIST", "SUBJECT_IN_WHITELIST", "SUBJECT_IN_BLACKLIST"],
        "The subject is on a list of this user or server.",
        "",
    ),
    rule_of(About::Neutral, &["T_*", "__*"], "A trial rule with almost no points.", ""),
];

#[cfg(test)]
mod tests {
    use super::{About, RULES, names, rule};

    #[test]
    fn a_rule_is_found_by_its_name_or_its_family() {
        let about = |name| rule(name).map(|rule| rule.about);
        assert_eq!(about("SPF_FAIL"), Some(About::SetUp));
        assert_eq!(about("TO_NO_BRKTS_PCNT"), Some(About::Making));
        assert_eq!(about("URIBL_DBL_BLOCKED"), Some(About::Check));
        assert_eq!(about("URIBL_DBL_NEW_THING"), Some(About::Content));
        assert_eq!(about("T_SPF_PERMERROR"), Some(About::SetUp));
        assert_eq!(about("MY_OWN_RULE"), None);
    }

    #[test]
    fn every_name_is_there_once_and_every_text_is_a_sentence() {
        let mut all: Vec<&str> = RULES.iter().flat_map(|rule| rule.names).copied().collect();
        let count = all.len();
        crate::sort::up(&mut all);
        all.dedup();
        assert_eq!(all.len(), count);
        for text in RULES.iter().flat_map(|rule| [rule.says, rule.fix]).filter(|text| !text.is_empty()) {
            assert!(text.ends_with('.') && !text.contains('\u{2014}'), "{text}");
        }
    }

    #[test]
    fn names_are_told_apart_with_and_without_points() {
        let found: Vec<&str> = names(b"A=1.2, B=-0.1,C").map(|(_, name)| name).collect();
        assert_eq!(found, ["A", "B", "C"]);
        assert_eq!(names(b"").count(), 0);
    }
}
