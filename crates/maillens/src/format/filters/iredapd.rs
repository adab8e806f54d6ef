//! iRedAPD: the policy service of iRedMail. Postfix asks it about each recipient, and once more when the content has
//! come; it answers with what to do. Its lines have no queue id: the client's address tells the connection.

use super::{Effect, Field, Format, Led, Pattern, Role, Shape, Side, Sign, Tie, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Success, Temporary, Warning};
use crate::vocabulary::Party::OurServer;
use crate::vocabulary::TraceType::Connection;

/// What iRedAPD writes.
pub static FORMAT: Format = Format {
    id: "iredapd",
    title: "the policy service of iRedMail (iRedAPD)",
    found_in: &["/var/log/iredapd/iredapd.log", "/var/log/maillog", "/var/log/mail.log"],
    sources: &["iRedAPD 6.1 libs/utils.py, libs/logger.py, plugins/greylisting.py, plugins/throttle.py"],
    programs: &["iredapd"],
    realm: "postfix",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("client", Role::Client, "The address of the client."),
    field(
        "stage",
        Role::State,
        "When Postfix asked: RCPT, for one recipient, or END-OF-MESSAGE, when the content had come.",
    )
    .shape(Shape::Name),
    field("user", Role::User, "Who is logged in.").shape(Shape::Address),
    field("from", Role::Sender, "The envelope sender.").shape(Shape::Address),
    field("to", Role::Recipient, "The recipient.").shape(Shape::Address),
    field("later", Role::Code, "The reply code that the client got. 4xx: try again later.")
        .shape(Shape::CodeOf(4)),
    field("never", Role::Code, "The reply code that the client got. 5xx: do not try again.")
        .shape(Shape::CodeOf(5)),
    field("status", Role::Status, "The enhanced status code: a finer reason than the reply code."),
    field("reason", Role::Text, "Why.").shape(Shape::Reason),
    field("more", Role::Text, "What iRedAPD knows of the connection, and how long it took."),
    field("domain", Role::Host, "The domain of the sender.").shape(Shape::Text),
    field("count", Role::Count, "How many: {}."),
    field("what", Role::Text, "Which limit, and its numbers."),
];

/// What helps about a throttle.
const THROTTLE: &[(&str, &str)] = &[(
    "Look at what the mailbox sends: a newsletter belongs in slower portions, or somebody else knows the password. Where the limit is too low for it, raise it in the iRedMail settings of the mailbox or the domain (iRedAdmin-Pro: Throttling), or in the table throttle of iRedAPD's database.",
    "",
)];

/// What stands in front of the verdict: the connection, who is logged in, and whose mail it is.
macro_rules! asked {
    ($verdict:literal) => {
        concat!("[{client}] {stage}, {?{user} => }{?{from} -> }{to}, ", $verdict, "{? [{more}]}")
    };
}

const PATTERNS: &[Pattern] = &[
    line("throttled-size", "[{client}] [{user}] Exceeds sender throttle for msg_size, current: {what}")
        .says("{user} wanted to send a message that is larger than the throttle of the mailbox or the domain lets through ({what}).")
        .level(Permanent)
        .helps(OurServer, THROTTLE)
        .samples(&["[203.0.113.9] [eva@club.example] Exceeds sender throttle for msg_size, current: 31457280 (bytes). (msg_size=26214400 (bytes)/id=3/account=@club.example; )"]),
    line("throttled", "[{client}] [{user}] Exceeds {?sender}{?recipient} throttle for {what}")
        .says("{user} exceeds the throttle of the mailbox or the domain, so more is refused until the period ends ({what}).")
        .level(Warning)
        .helps(OurServer, THROTTLE)
        .samples(&["[203.0.113.9] [news@club.example] Exceeds sender throttle for max_msgs, current: 100. (max_msgs=100/id=1/account=@.; )"]),
    line("no-objection", asked!("DUNNO"))
        .says("The policy service has nothing against mail to {to}.")
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&["[203.0.113.9] RCPT, news@shop.example -> info@club.example, DUNNO [sasl_username=, sender=news@shop.example, client_name=mail.shop.example, reverse_client_name=mail.shop.example, helo=mail.shop.example, encryption_protocol=TLSv1.3, encryption_cipher=TLS_AES_256_GCM_SHA384, server_port=25, process_time=0.0021s]"]),
    line("allowed", asked!("OK{? {reason}}"))
        .says("The policy service lets mail to {to} pass.")
        .level(Success)
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&["[203.0.113.9] RCPT, news@shop.example -> info@club.example, OK [recipient_count=1, size=1234, process_time=0.0021s]"]),
    line("refused", asked!("REJECT {reason}"))
        .says("The policy service refused the mail to {to}: {reason}.")
        .level(Permanent)
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&[
            "[192.0.2.9] END-OF-MESSAGE, anna@club.example => tom@shop.example, REJECT Throttling quota exceeded [recipient_count=1, size=1234, process_time=0.0021s]",
            "[192.0.2.9] RCPT, anna@club.example => ben@club.example -> tom@shop.example, REJECT Sender is not same as SMTP authenticate username",
        ]),
    line("listed", asked!("REJECT Blacklisted"))
        .says("The sender of the mail to {to}, or its server, is on the list of unwanted senders that iRedMail keeps itself, for the whole server, a domain or a mailbox. It's no public block list.")
        .level(Permanent)
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .helps(OurServer, &[
            ("If the mail is wanted, see which entry fits it, of the server, of the domain or of the mailbox, and take it off the list (--delete) or allow the sender (--add --whitelist):", "cd /opt/iredapd/tools && python3 wblist_admin.py --list --blacklist; python3 wblist_admin.py --account {to} --list --blacklist"),
        ])
        .samples(&["[203.0.113.9] RCPT, news@shop.example -> info@club.example, REJECT Blacklisted [sasl_username=, process_time=0.0021s]"]),
    line("greylisted-reply", asked!("451 4.7.1 Intentional policy rejection, please try again later"))
        .says("Mail for {to} from a sender that is new here was deferred once. A mail server tries again after some minutes.")
        .level(Temporary)
        .facts(&[(Role::Reason, "greylisted")])
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&["[203.0.113.9] RCPT, news@shop.example -> info@club.example, 451 4.7.1 Intentional policy rejection, please try again later [process_time=0.0021s]"]),
    line("refused-code", asked!("{never} {?{status} }{reason}"))
        .says("The policy service refused the mail to {to}: {reason}.")
        .level(Permanent)
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&["[203.0.113.9] RCPT, news@shop.example -> info@club.example, 554 5.7.1 Not authorized [process_time=0.0021s]"]),
    line("put-off", asked!("{later} {?{status} }{reason}"))
        .says("The policy service deferred the mail to {to}: {reason}.")
        .level(Temporary)
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&["[203.0.113.9] RCPT, news@shop.example -> info@club.example, 451 4.7.1 Server busy [process_time=0.0021s]"]),
    line("discarded", asked!("DISCARD{? {reason}}"))
        .says("The policy service had the mail to {to} discarded: the sender was told that it was accepted.")
        .level(Warning)
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .helps(OurServer, &[("See which rule or plugin of iRedAPD discards mail:", "grep -n -e DISCARD -e plugins /opt/iredapd/settings.py")])
        .samples(&["[203.0.113.9] RCPT, news@shop.example -> info@club.example, DISCARD Policy [process_time=0.0021s]"]),
    line("greylisted", "[{client}] Client has not been seen before, greylisted ({domain}).")
        .says("A sender that is new here was asked to try again later. A mail server does so after some minutes.")
        .level(Temporary)
        .facts(&[(Role::Reason, "greylisted")])
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&["[203.0.113.9] Client has not been seen before, greylisted (shop.example)."]),
    line("greylisted-again", "[{client}] Client retries too soon, greylisted again ({domain}).")
        .says("The client tried again too early, and was deferred once more.")
        .level(Temporary)
        .facts(&[(Role::Reason, "greylisted")])
        .effect(Effect::Birth(Connection))
        .tie(Tie::Near(Role::Client, Led::Check, Side::Before))
        .samples(&["[203.0.113.9] Client retries too soon, greylisted again (shop.example)."]),
    line("greylisting-passed", "[{client}] Client has passed the greylisting, accept this email and whitelist client for {count} days.")
        .says("The client came again in time: its mail is no longer deferred for {count day}.")
        .level(Success)
        .samples(&["[203.0.113.9] Client has passed the greylisting, accept this email and whitelist client for 30 days."]),
    line("greylisting-skipped", "[{client}] Bypass greylisting due to SPF match ({domain})")
        .says("Mail from {domain} isn't deferred, because its SPF record names this client.")
        .samples(&["[203.0.113.9] Bypass greylisting due to SPF match (shop.example)"]),
    line("limit", "[{client}] [{user}] Quota exceeded: {what}")
        .says("{user} sent more than the limit allows: {what}.")
        .level(Warning)
        .helps(OurServer, &[("See whether the mail is wanted. If it isn't, the password is stolen: change it. If it is, raise the limit in iRedAdmin or in the table throttle of iRedAPD's database:", "grep -rhF '{user}' /var/log/iredapd/ /var/log/maillog /var/log/mail.log | tail -50")])
        .samples(&["[192.0.2.9] [anna@club.example] Quota exceeded: sender throttle for max_msgs, recipient=tom@shop.example"]),
    line("no-database", "Error while creating SQL connection: {what}")
        .says("The policy service iRedAPD can't reach its database, so Postfix defers all mail (451 4.3.5): {what}.")
        .level(Alert)
        .helps(OurServer, &[("Check that the database runs and that the names and passwords are right:", "grep -n _db_ /opt/iredapd/settings.py; systemctl status mariadb mysql postgresql")])
        .samples(&["Error while creating SQL connection: Access denied"]),
    line("started", "Starting iRedAPD ({what}")
        .sign(Sign::Works)
        .says("The policy service started.")
        .samples(&["Starting iRedAPD (version: 5.3, backend: mysql), listening on 127.0.0.1:7777."]),
];
