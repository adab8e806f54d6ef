//! rspamd: a spam filter that mail servers ask while a client is connected. One line sums a scan up.

use super::{Datum, Effect, Field, Format, Led, Pattern, Role, Shape, Sign, Tie, Word, field, line, word};
use crate::vocabulary::Level::{Alert, Permanent, Success, Temporary};
use crate::vocabulary::Party::OurServer;
use crate::vocabulary::TraceType::Scan;

/// What rspamd writes to its log or to syslog.
pub static FORMAT: Format = Format {
    id: "rspamd",
    title: "the spam filter rspamd",
    found_in: &["/var/log/rspamd/rspamd.log", "/var/log/maillog"],
    sources: &["rspamd conf/logging.inc (log_format)", "rspamd documentation"],
    // The names of its processes stand for it in its own log.
    programs: &["rspamd", "rspamd_proxy", "normal", "controller", "fuzzy", "hs_helper"],
    realm: "rspamd",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("tag", Role::Session, "The number of the scan: it ties the lines of one scan together."),
    field("mid", Role::MessageId, "The Message-ID of the mail.").shape(Shape::Text),
    field("qid", Role::Queued, "The queue id of the mail server.").shape(Shape::Word),
    field("client", Role::Client, "The address of the client."),
    field("user", Role::User, "Who is logged in.").shape(Shape::Text),
    field("from", Role::Sender, "The envelope sender.").shape(Shape::Address),
    field("action", Role::State, "What rspamd asks the mail server to do.").shape(Shape::Text),
    field("score", Role::Count, "The points of the mail: {}.").datum(Datum::Score).shape(Shape::Decimal),
    field("required", Role::Count, "From this many points on a mail is refused: {}.")
        .datum(Datum::Required)
        .shape(Shape::Decimal),
    field("symbols", Role::State, "The rules that the mail met, with their points.")
        .datum(Datum::Symbols)
        .shape(Shape::Text),
    field("size", Role::Bytes, "The size of the mail: { byte}."),
    field("ms", Role::Duration, "The thousandths of a second that it took: {}.").shape(Shape::Decimal),
    field("number", Role::Count, "How many questions were asked of the DNS: {}."),
    field("digest", Role::Text, "A fingerprint of the mail.").shape(Shape::Text),
    field("to", Role::Address, "The recipients.").shape(Shape::Text),
    field("port", Role::Port, "The port of the client."),
    field("path", Role::Path, "The file of the private key.").shape(Shape::Word),
    field("text", Role::Text, "What Redis says."),
    field("module", Role::Program, "The part of rspamd that speaks.").shape(Shape::Text),
    field("detail", Role::Text, "The rest of the line, in the program's own words."),
];

const WORDS: &[Word] = &[word("default: F", "Not spam."), word("default: T", "Spam.")];

const PATTERNS: &[Pattern] = &[
    line("clean", "{?<{tag}>; }{?task; }{?proxy; }{?milter; }rspamd_task_write_log: id: {mid}, qid: <{qid}>, ip: {client}, {?user: {user}, }from: <{from}>, (default: F ({action}): [{score}/{required}] [{symbols}]), len: {size}, time: {ms}ms{?{detail}}")
        .says("Not spam: the mail got {score point}, and {required} would be refused. The filter asks for: {action}.")
        .level(Success)
        .sign(Sign::Clean)
        .effect(Effect::End(Scan))
        .tie(Tie::MadeBy(Role::Queued, Led::Scan))
        .loose()
        .samples(&["<8a3f12>; proxy; rspamd_task_write_log: id: <a@freshmail.example>, qid: <4jX1z14lZcz1Sf8p>, ip: 203.0.113.9, from: <a@freshmail.example>, (default: F (soft reject): [5.41/15.00] [GREYLIST(0.00){greylisted;}]), len: 898, time: 120.5ms", "<8a3f12>; task; rspamd_task_write_log: id: <a@freshmail.example>, qid: <4jX1z14lZcz1Sf8p>, ip: 203.0.113.9, from: <a@freshmail.example>, (default: F (no action): [-0.10/15.00] [MIME_GOOD(-0.10){text/plain;},ARC_NA(0.00){}]), len: 898, time: 120.5ms, dns req: 12, digest: <abc>, rcpts: <b@oakandlinen.example>, mime_rcpts: <b@oakandlinen.example>"]),
    line("marked", "{?<{tag}>; }{?task; }{?proxy; }{?milter; }rspamd_task_write_log: id: {mid}, qid: <{qid}>, ip: {client}, {?user: {user}, }from: <{from}>, (default: F ({?add header}{?rewrite subject}): [{score}/{required}] [{symbols}]), len: {size}, time: {ms}ms{?{detail}}")
        .says("Probably spam: the mail got {score point}, enough to mark it (in a header or its subject); from {required} on mail is refused.")
        .level(Permanent)
        .sign(Sign::Spam)
        .effect(Effect::End(Scan))
        .tie(Tie::MadeBy(Role::Queued, Led::Scan))
        .loose()
        .samples(&["<13f0ab>; proxy; rspamd_task_write_log: id: <a@win-prize-now.example>, qid: <4jX1z14lZcz1Sf8p>, ip: 198.51.100.53, from: <a@win-prize-now.example>, (default: F (add header): [7.80/15.00] [BAYES_SPAM(4.20){97%;}]), len: 898, time: 20.5ms"]),
    line("spam", "{?<{tag}>; }{?task; }{?proxy; }{?milter; }rspamd_task_write_log: id: {mid}, qid: <{qid}>, ip: {client}, {?user: {user}, }from: <{from}>, (default: T ({action}): [{score}/{required}] [{symbols}]), len: {size}, time: {ms}ms{?{detail}}")
        .says("Spam: the mail got {score point}, and from {required} on mail is refused. The filter asks for: {action}.")
        .level(Permanent)
        .sign(Sign::Spam)
        .effect(Effect::End(Scan))
        .tie(Tie::MadeBy(Role::Queued, Led::Scan))
        .loose()
        .samples(&["<8a3f12>; task; rspamd_task_write_log: id: <a@win-prize-now.example>, qid: <4jX1z14lZcz1Sf8p>, ip: 198.51.100.53, from: <a@win-prize-now.example>, (default: T (reject): [25.00/15.00] [GTUBE(0.00){}]), len: 898, time: 20.5ms, dns req: 12, digest: <abc>, rcpts: <b@oakandlinen.example>, mime_rcpts: <b@oakandlinen.example>"]),
    line("accepted", "{?<{tag}>; }{?proxy; }proxy_accept_socket: accepted milter connection from {client} port {port}")
        .says("The mail server asked the filter about a mail.")
        .effect(Effect::Early(Scan))
        .loose()
        .samples(&["<8a3f12>; proxy; proxy_accept_socket: accepted milter connection from 127.0.0.1 port 45678"]),
    line("loaded", "{?<{tag}>; }{?task; }{?proxy; }{?milter; }rspamd_message_parse: loaded message; id: {mid}; queue-id: <{qid}>; size: {size}; checksum: <{digest}>")
        .says("The filter took a mail of {size byte}.")
        .effect(Effect::Early(Scan))
        .loose()
        .samples(&["<8a3f12>; task; rspamd_message_parse: loaded message; id: <a@freshmail.example>; queue-id: <4jX1z14lZcz1Sf8p>; size: 898; checksum: <abc>"]),
    line("milter", "{?<{tag}>; }milter; {detail}")
        .says("The filter talks with the mail server: {detail}.")
        .named()
        .samples(&["<8a3f12>; milter; rspamd_milter_process_command: got connection from 127.0.0.1:45678"]),
    line("later", "{?<{tag}>; }lua; {detail}: greylisted until {module}")
        .says("Mail from a sender seen for the first time was deferred (greylisting).")
        .level(Temporary)
        .named()
        .samples(&["<8a3f12>; lua; greylist.lua:331: greylisted until \"Sat, 21 Nov 2026 19:20:00 GMT\""]),
    line("key-not-readable", "{?<{tag}>; }{?task; }{?proxy; }{?dkim_module_load_key_format: }cannot load dkim key {path}: {detail}Permission denied")
        .says("The mail goes out without a DKIM signature: rspamd isn't allowed to read the private key {path}.")
        .level(Alert)
        .helps(OurServer, &[("Give the key file to rspamd's user, and let it into the folder; then load the settings (systemctl reload rspamd). Mail meanwhile goes out unsigned, and some recipients take it for spam:", "chown _rspamd:_rspamd {path}; chmod 640 {path}; namei -l {path}")])
        .effect(Effect::Part(Scan))
        .loose()
        .samples(&["<8a3f12>; proxy; dkim_module_load_key_format: cannot load dkim key /var/lib/rspamd/dkim/shop.example.mail.key: cannot map key file: '/var/lib/rspamd/dkim/shop.example.mail.key' Permission denied"]),
    line("key-not-loaded", "{?<{tag}>; }{?task; }{?proxy; }{?dkim_module_load_key_format: }cannot load dkim key {path}: {detail}")
        .says("The mail goes out without a DKIM signature: the private key {path} can't be used ({detail}).")
        .level(Alert)
        .helps(OurServer, &[("Put the private key of the domain where rspamd looks for it (path and selector in dkim_signing.conf; use_esld makes it look for the main domain), readable for rspamd's user and as PEM; then load the settings (systemctl reload rspamd). Mail meanwhile goes out unsigned:", "ls -l {path}; rspamadm configdump dkim_signing")])
        .effect(Effect::Part(Scan))
        .loose()
        .samples(&["<8a3f12>; task; dkim_module_load_key_format: cannot load dkim key /var/lib/rspamd/dkim/shop.example.mail.key: cannot stat key file: '/var/lib/rspamd/dkim/shop.example.mail.key' No such file or directory"]),
    line("no-redis", "{?<{tag}>; }{?task; }{?proxy; }rspamd_redis_connected: error getting reply from redis server {detail}")
        .says("Rspamd doesn't reach Redis ({detail}), so Bayes, greylisting and rate limits don't work.")
        .level(Alert)
        .helps(OurServer, &[("See whether Redis runs and accepts rspamd (servers and password in redis.conf of rspamd):", "systemctl status redis redis-server; redis-cli ping; rspamadm configdump redis")])
        .effect(Effect::Part(Scan))
        .samples(&["<0aa1c2>; task; rspamd_redis_connected: error getting reply from redis server 127.0.0.1: Connection refused"]),
    line("redis-full", "{?<{tag}>; }{module}; {detail}MISCONF {text}")
        .says("Redis can't save its data to disk (usually the disk is full) and refuses to write, so rspamd keeps no greylisting, learning or limits.")
        .level(Alert)
        .helps(OurServer, &[("Free space where Redis keeps its data (in a container, on the disk of the host that holds the volume), then have it save:", "df -h; redis-cli config get dir; redis-cli bgsave")])
        .effect(Effect::Part(Scan))
        .samples(&["<8a3f12>; greylist; greylist.lua:271: got error MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk when setting greylisting record on server 192.0.2.7"]),
    line("task", "<{tag}>; {module}; {detail}")
        .says("The filter tells about its scan: {detail}.")
        .effect(Effect::Early(Scan))
        .named()
        .samples(&["<8a3f12>; task; accept_socket: accepted connection from 127.0.0.1 port 45678"]),
];
