//! Dovecot's search index, the copy to a second server (replication, dsync) and statistics. Trouble here does not touch
//! mail itself.

use super::{Datum, Effect, Field, Format, FormatKind, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::Cause;
use crate::vocabulary::Level;
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Session;

pub(super) const COPY_FAILED: &[(&str, &str)] = &[
    (
        "The mailbox here works; only its copy falls behind. Look at the other server's Dovecot log of that minute (a lock, a full disk, overload) and at the network between. What waits:",
        "doveadm replicator status {user}; doveadm replicator dsync-status",
    ),
    ("Then copy it by hand; -D shows where it stops:", "doveadm -D sync -u {user} -d"),
];

/// What searching, copying and counting write.
pub static FORMAT: Format = Format {
    id: "dovecot-search",
    title: "Dovecot's search index, replication and statistics",
    found_in: &["/var/log/dovecot.log", "/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "Dovecot 2.2.36, 2.3.21, 2.4.4 plugins/fts/*.c",
        "indexer/master-connection.c",
        "replication/replicator/dsync-client.c",
        "doveadm/dsync/dsync-brain.c",
        "stats/client-writer.c",
        "anvil/connect-limit.c",
    ],
    programs: &[
        "imap",
        "pop3",
        "lmtp",
        "lda",
        "indexer",
        "indexer-worker",
        "replicator",
        "aggregator",
        "dsync-local",
        "dsync-remote",
        "dsync-server",
        "dsync",
        "doveadm",
        "stats",
        "anvil",
        "auth",
        "submission",
    ],
    place: Place::Program,
    kind: FormatKind::Search,
    delivers: &["lmtp", "lda"],
    realm: "dovecot",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("path", Role::Path, "The file or folder that it is about."),
    field("error", Role::Text, "The cause, in the words of the program or the operating system."),
    field("text", Role::Text, "What the program said, in its own words."),
    field("user", Role::User, "The user that it is about.").shape(Shape::Text),
    field("box", Role::Path, "The mail folder.").datum(Datum::Folder),
    field("n", Role::Count, "A number: {}."),
    field("secs", Role::Duration, "Seconds: {}.").shape(Shape::Decimal),
    field("pid", Role::Count, "The number of the process: {}."),
    field("name", Role::Text, "The name that it is about."),
    field("host", Role::Host, "The other server, to which or from which the mailbox is copied.")
        .shape(Shape::Word),
    field("command", Role::Text, "The command."),
];

/// What helps about the search server.
const SOLR: &[(&str, &str)] = &[
    (
        "Start Solr, see what it logs, and compare its address with the one in Dovecot's settings (fts_solr url=, in 2.4 fts_solr_url):",
        "systemctl start solr; systemctl status solr; doveconf -n | grep -i -e fts -e solr",
    ),
    (
        "Then let the index be built again for what it missed:",
        "doveadm fts rescan -u {user}; doveadm index -u {user} INBOX",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("fts-indexfail", "indexer failed to index mailbox")
        .says("The search index could not be updated; searching may miss mail.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .samples(&["indexer failed to index mailbox"]),
    line("fts-timeout", "Timeout while waiting for indexing to finish")
        .says("Searching was stopped because the search index is not ready.")
        .level(Level::Warning)
        .helps(
            Party::OurServer,
            &[(
                "Let the index of the mailbox be built, and see how far it comes:",
                "doveadm index -u {user} INBOX; doveadm fts rescan -u {user}",
            )],
        )
        .effect(Effect::Part(Session))
        .samples(&["Timeout while waiting for indexing to finish"]),
    line("fts-indexed", "Indexed {n} messages in {box}")
        .says("The search index took in new mail.")
        .level(Level::Success)
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Indexed 3 messages in INBOX.Lists"]),
    line("fts-userlookup", "User {user} lookup failed: {error}")
        .says("The indexer could not find that user.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::AuthService)
        .loose()
        .samples(&["User anna@garden-tools.example lookup failed: Internal error occurred"]),
    line("fts-workerlost", "Indexer worker disconnected, discarding {n} requests for {user}")
        .says("The indexer stopped in the middle.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&["Indexer worker disconnected, discarding 3 requests for anna@garden-tools.example"]),
    line("fts-solr", "{?fts_solr}{?fts-solr}: Lookup failed: {error}")
        .sign(Sign::SearchFailed)
        .says("The search server (Solr) gave no result: {error}. Searching in mailboxes fails or is slow; reading and receiving mail isn't affected.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .loose()
        .helps(Party::OurServer, SOLR)
        .samples(&["fts_solr: Lookup failed: Internal error occurred", "fts-solr: Lookup failed: Internal error occurred"]),
    line("fts-solr-idx", "{?fts_solr}{?fts-solr}: Indexing failed: {error}")
        .says("New mail couldn't be added to the search server (Solr): {error}. A search may miss it; reading and receiving mail isn't affected.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .loose()
        .helps(Party::OurServer, SOLR)
        .samples(&["fts_solr: Indexing failed: Internal error occurred", "fts-solr: Indexing failed: Internal error occurred"]),
    line("fts-solr-answer", "fts_solr: {?Invalid XML input at {name}}{?Last UID lookup returned multiple rows}{?: {error}}")
        .says("The search server (Solr) answered in a way that Dovecot doesn't expect. Searching in mailboxes may fail; reading and receiving mail isn't affected.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .loose()
        .helps(Party::OurServer, SOLR)
        .samples(&["fts_solr: Invalid XML input at 3:1: syntax error (near: some text)", "fts_solr: Last UID lookup returned multiple rows"]),
    line("mail-search-failed", "Mail search failed: {error}")
        .says("A search in the mailbox, or adding it to the search index, failed: {error}.")
        .level(Level::Alert)
        .follows()
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Mail search failed: Internal error occurred. Refer to server log for more information. [2026-11-21 14:31:18]"]),
    line("fts-decode", "fts: Couldn't create indexable tokens: {error}")
        .says("One mail could not be indexed for search.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&["fts: Couldn't create indexable tokens: Internal error occurred"]),
    line("repl-connect", "Failed to connect to '{path}' - last attempt {secs} secs ago")
        .says("The copy to the second server cannot start.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Backend)
        .loose()
        .samples(&["Failed to connect to '/srv/mail/nils/Maildir/dovecot.index' - last attempt 30 secs ago"]),
    line("dsync-stalled", "dsync({host}): I/O has stalled, no activity for {secs} seconds{? ({text})}")
        .says("The copy of the mailbox to the other server {host} (dsync, replication) stalled: nothing came from there for {secs second}, so it was stopped.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .helps(Party::OurServer, COPY_FAILED)
        .samples(&[
            "dsync(mx2.shop.example): I/O has stalled, no activity for 600 seconds (last sent=mail_request, last recv=mail_request (EOL))",
            "dsync(mx2.shop.example): I/O has stalled, no activity for 600 seconds (version not received)",
        ]),
    line("dsync-failed", "dsync({host}): {error}")
        .says("The copy of the mailbox to the other server {host} (dsync, replication) failed: {error}.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .loose()
        .helps(Party::OurServer, COPY_FAILED)
        .samples(&[
            "dsync(mx2.shop.example): read(mx2.shop.example) failed: EOF (last sent=mail, last recv=mail_request (EOL))",
            "dsync(remote): Remote doesn't use dsync protocol",
        ]),
    line("repl-dsync-lock", "Couldn't lock {path}: {error}")
        .says("Another copy of the sync is running for that user.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["Couldn't lock /srv/mail/nils/Maildir/dovecot.index: Internal error occurred"]),
    line("repl-dsync-remote", "Remote dsync failed: {error}")
        .says("The sync on the other server failed.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, COPY_FAILED)
        .samples(&["Remote dsync failed: Internal error occurred"]),
    line("repl-dsync-exit", "Remote command returned error {n}: {command}")
        .says("The sync on the other server failed.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .helps(Party::OurServer, COPY_FAILED)
        .samples(&["Remote command returned error 3: dsync-server"]),
    line("stats-handshake", "stats: Received invalid handshake: {error} (input: {text})")
        .says("The statistics service answered wrongly; mail is not affected.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&["stats: Received invalid handshake: Internal error occurred (input: some text)"]),
    line("stats-input", "Client sent invalid input for {command}: {error} (input: {text})")
        .says("Statistics only; mail is not affected.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&["Client sent invalid input for dsync-server: Internal error occurred (input: some text)"]),
    line("anvil-unknown", "connect limit: disconnection for unknown pid {pid} + ident {name}")
        .says("The connection counter lost track once; harmless alone.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["connect limit: disconnection for unknown pid 18753 + ident bogus_setting"]),
];
