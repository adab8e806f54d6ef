//! Cyrus IMAP: logins to mailboxes, deliveries into them, and what goes wrong with its own databases and files.

use super::{Datum, Effect, Field, Format, Pattern, Role, Shape, Tie, field, line};
use crate::vocabulary::Level::{self, Alert, Permanent, Warning};
use crate::vocabulary::TraceType::{Message, Session};
use crate::vocabulary::{Cause, Login, Party};

/// What Cyrus writes to the mail log.
pub static FORMAT: Format = Format {
    id: "cyrus",
    title: "the mailbox server Cyrus",
    found_in: &["/var/log/maillog", "/var/log/mail.log"],
    sources: &["Cyrus IMAP 3.4 imap/imapd.c, imap/pop3d.c, imap/lmtpd.c, imap/lmtpengine.c, imap/mailbox.c"],
    programs: &[
        "cyrus",
        "imaps",
        "pop3s",
        "lmtpunix",
        "timsieved",
        "ctl_cyrusdb",
        "cyr_expire",
        "squatter",
        "ctl_mboxlist",
        "sync_client",
        "sync_server",
    ],
    realm: "cyrus",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("host", Role::Host, "The name of the client.").shape(Shape::Word),
    field("client", Role::Client, "The address of the client."),
    field("user", Role::User, "The name that the client logged in with.").shape(Shape::Word),
    field("method", Role::State, "The way to log in.").shape(Shape::Word),
    field("why", Role::Text, "Why, in the words of the login library (SASL)."),
    field("mailbox", Role::Path, "The mailbox.").shape(Shape::Word),
    field("id", Role::MessageId, "The Message-ID of the mail.").shape(Shape::Word),
    field("error", Role::Text, "What went wrong."),
    field("path", Role::Path, "The file.").shape(Shape::Text),
    field("pid", Role::State, "The number of the process.").datum(Datum::Process).shape(Shape::Number),
    field("number", Role::Count, "The number: {}.").shape(Shape::Number),
    field("service", Role::State, "The service.").shape(Shape::Word),
    field("state", Role::State, "What it was doing.").shape(Shape::Name),
    field("rest", Role::Text, "The rest of the line."),
];

/// What helps about damaged files of a mailbox.
const DAMAGED: &[(&str, &str)] = &[
    (
        "See whether the disk is full or faulty, and who owns the files of the mailbox:",
        "df -h /var/spool/imap /var/spool/cyrus; dmesg | tail",
    ),
    ("Then rebuild what Cyrus notes about the mailbox, as the user cyrus:", "reconstruct -r {mailbox}"),
];
/// What helps about a database in another format.
const FORM: &[(&str, &str)] = &[
    (
        "Compare its format with the one that is configured (mboxlist_db in imapd.conf; after a move or an upgrade the old server's counts):",
        "file {path}; grep -h _db /etc/imapd.conf",
    ),
    (
        "With Cyrus stopped, convert it as the user cyrus: cvt_cyrusdb with the old file and format, then the new ones. If it's damaged, restore the last text backup (ctl_mboxlist -u) or rebuild it (reconstruct).",
        "",
    ),
];
/// What helps about Cyrus' own databases.
const DATABASES: &[(&str, &str)] = &[
    (
        "See how much room the disk has, and whether the limit of open files is high enough for Cyrus:",
        "df -h /var/lib/imap /var/lib/cyrus",
    ),
    (
        "Stop Cyrus, let it recover its databases (ctl_cyrusdb -r), and start it again; the duplicate database (deliver.db) can be deleted while it is stopped.",
        "",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("logged-in", "login: {?{host} }{client} {user} {method} User logged in{?{rest}}")
        .says("The login of {user} worked.")
        .level(Level::Success)
        .effect(Effect::Login(Login::Ok))
        .samples(&["login: client.example [192.0.2.7] anna plaintext+TLS User logged in SESSIONID=<mx-123-1>"]),
    line("bad-login", "badlogin: {?{host} }{client} plaintext {user} {why}")
        .says("The login of {user} failed: {why}.")
        .level(Permanent)
        .cause(Cause::Either)
        .effect(Effect::Login(Login::Failed))
        .samples(&["badlogin: client.example [192.0.2.7] plaintext anna SASL(-13): authentication failure: checkpass failed", "badlogin: [192.0.2.7] plaintext anna invalid user"]),
    line("bad-login-of-method", "badlogin: {?{host} }{client} {method} [{why}]")
        .says("A login by {method} failed: {why}.")
        .level(Permanent)
        .cause(Cause::Either)
        .effect(Effect::Login(Login::Failed))
        .samples(&["badlogin: client.example [192.0.2.7] CRAM-MD5 [SASL(-13): user not found: no secret in database]"]),
    line("opened", "open: user {user} opened {mailbox}")
        .says("The user {user} opened the folder {mailbox}.")
        .effect(Effect::Part(Session))
        .samples(&["open: user anna opened INBOX"]),
    line("encrypted", "starttls: {method} with cipher {rest}")
        .says("The connection is encrypted ({method}).")
        .samples(&["starttls: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits new) no authentication"]),
    line("accepted", "accepted connection").says("A client connected.").samples(&["accepted connection"]),
    line("executed", "executed").says("A process of Cyrus started.").samples(&["executed"]),
    line("delivered", "Delivered: {id} to mailbox: {mailbox}")
        .says("The mail was stored in {mailbox}.")
        .level(Level::Success)
        .tie(Tie::Same(Role::MessageId))
        .effect(Effect::Birth(Message))
        .samples(&["Delivered: <abc@shop.example> to mailbox: user.anna"]),
    line("duplicate", "dupelim: eliminated duplicate message to {mailbox} id {id}{?{rest}}")
        .says("The mail was already in {mailbox}, so it was not stored a second time.")
        .samples(&["dupelim: eliminated duplicate message to user.anna id <abc@shop.example> (delivery)"]),
    line("no-mailbox", "verify_user({mailbox}) failed: Mailbox does not exist")
        .says("The server before Cyrus wanted to deliver to {mailbox}, and there is no such mailbox.")
        .level(Permanent)
        .helps(Party::OurServer, &[("Create the mailbox in Cyrus (in cyradm: cm {mailbox}), or correct the address list or alias that sends mail there.", "")])
        .samples(&["verify_user(user.ben) failed: Mailbox does not exist"]),
    line("over-quota", "verify_user({mailbox}) failed: Over quota")
        .says("The mailbox {mailbox} is full: it took no mail.")
        .level(Permanent)
        .helps(Party::Recipient, &[("Ask the owner to delete large messages and empty the trash, or raise the quota (in cyradm: sq {mailbox}, with the new size in kilobytes).", "")])
        .samples(&["verify_user(user.ben) failed: Over quota"]),
    line("no-permission", "verify_user({mailbox}) failed: Permission denied")
        .says("The folder {mailbox} accepts no email from outside: nobody has the right to post to it (p for anyone).")
        .level(Permanent)
        .helps(Party::OurServer, &[("If mail should arrive there, give the right to post: in cyradm, setacl {mailbox} anyone p.", "")])
        .samples(&["verify_user(user.ben.lists) failed: Permission denied"]),
    line("not-verified", "verify_user({mailbox}) failed: {error}")
        .says("Cyrus did not take mail for {mailbox}: {error}.")
        .level(Warning)
        .loose()
        .samples(&["verify_user(user.ben) failed: Mailbox is locked by POP server"]),
    line("files", "IOERROR: {error}")
        .says("Cyrus could not read or write a file of a mailbox: {error}.")
        .level(Permanent)
        .helps(Party::OurServer, DAMAGED)
        .samples(&["IOERROR: opening index user.anna: System I/O error", "IOERROR: opening /var/spool/imap/a/user/anna/cyrus.header: No such file or directory"]),
    line("database-form", "{?skiplist}{?twoskip}{?flat}{?zeroskip}: invalid magic header: {path}")
        .says("Cyrus can't open its database {path} because that has another format than the configured one or a damaged header.")
        .level(Alert)
        .helps(Party::OurServer, FORM)
        .samples(&["skiplist: invalid magic header: /var/lib/imap/mailboxes.db"]),
    line("no-mailbox-list", "Fatal error: can't read mailboxes file")
        .says("Cyrus can't read its list of mailboxes (mailboxes.db), so it serves nobody.")
        .level(Alert)
        .follows()
        .helps(Party::OurServer, FORM)
        .samples(&["Fatal error: can't read mailboxes file"]),
    line("process-ended", "process {pid} exited, status {number}")
        .says("A process of Cyrus ended with the status {number}; its own line before says why.")
        .level(Warning)
        .follows()
        .samples(&["process 3312 exited, status 75"]),
    line("process-broken", "service {service} pid {pid} in {state} state: terminated abnormally")
        .says("A process of Cyrus ({service}) ended by a fault while it was {state}; its own line before says why.")
        .level(Warning)
        .follows()
        .samples(&["service imap pid 3312 in BUSY state: terminated abnormally"]),
    line("filter-no-folder", "sieve runtime error for {user} id {id}: {?Fileinto}{?Keep}: Mailbox does not exist")
        .says("The Sieve script of {user} wanted to file the mail into a folder that doesn't exist, so the mail went to the inbox.")
        .level(Warning)
        .tie(Tie::Same(Role::MessageId))
        .helps(Party::Recipient, &[("The owner creates the folder (and subscribes to it), or corrects the name in the filter rule.", ""), ("To see the script and the folders:", "sieveshell -u {user} -a cyrus localhost; cyradm -u cyrus localhost")])
        .samples(&["sieve runtime error for anna id <abc@shop.example>: Fileinto: Mailbox does not exist"]),
    line("filter-failed", "sieve runtime error for {user} id {id}: {error}")
        .says("The Sieve script of {user} failed at this mail: {error}. The mail went to the inbox.")
        .level(Warning)
        .loose()
        .helps(Party::Recipient, &[("The owner corrects the rule that the error names.", "")])
        .samples(&["sieve runtime error for anna id <abc@shop.example>: Fileinto: Over quota", "sieve runtime error for anna id <abc@shop.example>: Redirect: Mail system error"]),
    line("filter-wrong", "sieve parse error for {user}: line {number}: {error}")
        .says("The Sieve script of {user} has a mistake in line {number}: {error}. It filters nothing.")
        .level(Warning)
        .helps(Party::Recipient, &[("The owner corrects the script in the filter settings of the webmail or app.", "")])
        .samples(&["sieve parse error for anna: line 3: syntax error"]),
    line("databases", "DBERROR: {error}")
        .says("A database of Cyrus doesn't work: {error}.")
        .level(Permanent)
        .helps(Party::OurServer, DATABASES)
        .samples(&["DBERROR: opening /var/lib/imap/deliver.db: cyrusdb error", "DBERROR: reading /var/lib/imap/db/skipstamp, assuming the worst: No such file or directory"]),
];
