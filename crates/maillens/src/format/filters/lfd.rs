//! lfd, the login failure daemon of csf (`ConfigServer` Firewall), which panels use: it reads the logs of the services and
//! blocks addresses, and watches accounts.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Warning};
use crate::vocabulary::Party;

/// What lfd writes.
pub static FORMAT: Format = Format {
    id: "lfd",
    title: "lfd, which blocks addresses in csf",
    found_in: &["/var/log/lfd.log"],
    sources: &["csf lfd.pl, ConfigServer/RegexMain.pm, readme.txt"],
    programs: &["lfd"],
    realm: "lfd",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("client", Role::Client, "The address."),
    field("country", Role::Text, "Where the address is registered, and its name.").shape(Shape::Text),
    field("count", Role::Count, "How many: {}."),
    field("seconds", Role::Duration, "In so many seconds.").shape(Shape::Word),
    field("long", Role::Duration, "For so many seconds.").shape(Shape::Word),
    field("user", Role::User, "The account that it is about.").shape(Shape::Word),
    field("kind", Role::State, "What kind of failures.").shape(Shape::Text),
    field("block", Role::State, "What was done with the address.").shape(Shape::Text),
    field("rule", Role::Keyword, "The setting of csf that asks for it.").shape(Shape::Name),
    field("text", Role::Text, "More about it."),
];

/// What helps about an account that somebody else uses.
const STOLEN: &[(&str, &str)] = &[
    (
        "Change the password of {user} at once: whoever logs in from so many places has it. Scan the owner's devices, and use the new password nowhere else.",
        "",
    ),
    (
        "See what it sent, and remove what still waits in the queue:",
        "exigrep {user} /var/log/exim_mainlog | tail -50; exim -bp | exiqsumm",
    ),
    (
        "If these are the owner's own devices and places, raise LF_DISTSMTP in csf.conf and take the addresses off:",
        "csf -g {client}; csf -dr {client}",
    ),
];

/// What helps about an address that is blocked.
const BLOCKED: &[(&str, &str)] = &[
    (
        "If it's a customer's address: correct the password in the device or app that keeps trying, then take the block off:",
        "csf -g {client}; csf -dr {client}; csf -tr {client}",
    ),
    ("If it's a stranger, nothing needs to be done.", ""),
];

const PATTERNS: &[Pattern] = &[
    line("distributed-logins", "{client} ({country}), {count} distributed {kind} Logins on account [{user}] in the last {seconds} secs - *{block}*{? for {long} secs}{? [{rule}]}")
        .says("The password of {user} is probably stolen and misused: logins came from many addresses ({count} or more within {seconds second}), among them {client}, and csf blocked those.")
        .level(Alert)
        .helps(Party::Sender, STOLEN)
        .samples(&["198.51.100.201 (BR/Brazil/-), 5 distributed SMTP Logins on account [anna@shop.example] in the last 300 secs - *Blocked in csf* [LF_DISTSMTP]"]),
    line("distributed-attack", "{client} ({country}), {count} distributed {kind} attacks on account [{user}] in the last {seconds} secs - *{block}*{? for {long} secs}{? [{rule}]}")
        .says("Several addresses tried to guess the password of {user}; {client} was blocked.")
        .level(Warning)
        .helps(Party::OurServer, BLOCKED)
        .samples(&["198.51.100.201 (BR/Brazil/-), 5 distributed imapd attacks on account [anna@shop.example] in the last 3600 secs - *Blocked in csf* [LF_DISTATTACK]"]),
    line("blocked-for-account", "({kind}) Failed {text} login with username {user} from {client} ({country}): {count} in the last {seconds} secs - *{block}*{? for {long} secs}{? [{rule}]}")
        .says("The firewall csf blocked {client}: {count login} as {user} failed within {seconds second}.")
        .level(Warning)
        .helps(Party::OurServer, BLOCKED)
        .samples(&["(webmin) Failed Webmin login with username anna from 192.0.2.7 (DE/Germany/-): 5 in the last 3600 secs - *Blocked in csf* [LF_WEBMIN]"]),
    line("blocked", "({kind}) Failed {text} {?login}{?attempt} from {client} ({country}): {count} in the last {seconds} secs - *{block}*{? for {long} secs}{? [{rule}]}")
        .says("The firewall csf blocked {client}: {count login} failed within {seconds second} ({kind}).")
        .level(Warning)
        .helps(Party::OurServer, BLOCKED)
        .samples(&["(smtpauth) Failed SMTP AUTH login from 192.0.2.7 (DE/Germany/pc7.isp.example): 5 in the last 3600 secs - *Blocked in csf* [LF_SMTPAUTH]", "(imapd) Failed IMAP login from 192.0.2.7 (DE/Germany/-): 10 in the last 3600 secs - *Blocked in csf* for 3600 secs [LF_IMAPD]"]),
    line("port-scan", "*Port Scan* detected from {client} ({country}). {count} hits in the last {seconds} seconds - *{block}*{? for {long} secs}{? [{rule}]}")
        .says("{client} called many ports that are closed, so csf blocked the address; an app with wrong ports can do that, too.")
        .level(Warning)
        .helps(Party::OurServer, BLOCKED)
        .samples(&["*Port Scan* detected from 192.0.2.7 (DE/Germany/-). 11 hits in the last 215 seconds - *Blocked in csf* for 3600 secs [PS_LIMIT]"]),
    line("relayed-much", "*Email {?Relay}{?Auth}{?PopRelay}{?LocalRelay} Alert* {text}")
        .says("An account or an address sends more mail than the limit of csf: {text}.")
        .level(Warning)
        .helps(Party::OurServer, &[("See what it sends. Mail that the owner doesn't know about points to a stolen password or a hacked website:", "exim -bp | exiqsumm | tail; eximstats -nr /var/log/exim_mainlog | head -60")])
        .samples(&["*Email Auth Alert* anna@shop.example sent 101 emails"]),
    line("unblocked", "{?Incoming }{?Outgoing }{client} temporary block removed")
        .says("The block of {client} has ended.")
        .samples(&["Incoming 192.0.2.7 temporary block removed", "192.0.2.7 temporary block removed"]),
];
