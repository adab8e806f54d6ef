//! What `doveadm` shows on a terminal: who may use a folder, how full a mailbox is, whether copies on another server came
//! about, what is known of a user, who is connected.

use super::service_status::{self, shown};
use super::{Datum, Field, Format, FormatKind, Part, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Success, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What it prints.
pub static FORMAT: Format = Format {
    id: "doveadm-output",
    title: "doveadm, which shows what Dovecot knows",
    found_in: &["a terminal"],
    sources: &[
        "Dovecot 2.3.21 doveadm/doveadm-print-table.c",
        "doveadm/doveadm-replicator.c",
        "doveadm/doveadm-auth.c",
        "doveadm/doveadm-who.c",
        "plugins/acl/doveadm-acl.c",
        "plugins/quota/doveadm-quota.c",
    ],
    place: Place::Document(Dialogue),
    kind: FormatKind::Inspection,
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("user", Role::User, "The user that it is about.").shape(Shape::Word),
    field("identifier", Role::Text, "Whom the rights are for.").shape(Shape::Word),
    field("rights", Role::Text, "What they may do there."),
    field("priority", Role::State, "How urgent the next copy is.").shape(Shape::Word),
    field("fast", Role::Duration, "How long ago the newest changes were copied.").shape(Shape::Word),
    field("full", Role::Duration, "How long ago everything was compared.").shape(Shape::Word),
    field("success", Role::Duration, "How long ago a copy succeeded.").shape(Shape::Word),
    field("kind", Role::State, "Which ones.").shape(Shape::Text),
    field("number", Role::Count, "The count: {}.").shape(Shape::Decimal),
    field("quota", Role::Text, "The name of the limit.").shape(Shape::Name),
    field("used", Role::Count, "How much is used: {}; of STORAGE, in kilobytes.")
        .datum(Datum::Used)
        .shape(Shape::Decimal),
    field("limit", Role::Count, "How much is allowed: {}; of STORAGE, in kilobytes.")
        .datum(Datum::Allowed)
        .shape(Shape::Decimal),
    field("share", Role::Count, "How much of it is used: {} percent.").shape(Shape::Decimal),
    field("tens", Role::Text, "How much more than 100 percent is used.").shape(Shape::HexOf(2)),
    field("digit", Role::Text, "How much more than 90 percent is used.").shape(Shape::HexOf(1)),
    field("mailbox", Role::User, "The mailbox.").shape(Shape::PlainMailbox),
    field("value", Role::Text, "What is known."),
    field("addresses", Role::Text, "From which addresses."),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
];

/// A row of a table.
const fn row(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    shown(id, template, says).within(&[Part::Closed])
}

const PATTERNS: &[Pattern] = &[
    // doveadm acl get
    shown("acl-heading", "ID{gap}Rights", "Who may use the folder, and how, follows.").samples(&["ID                    Rights"]),
    row("acl-row", "{?user=}{?group=}{?group-override=}{identifier}{gap}lookup{?{gap}{rights}}", "The right to see the folder (lookup) is given to {identifier}{?, and these, too: {rights}}.")
        .samples(&["user=anna@shop.example lookup read write-seen", "anyone                lookup"]),
    // doveadm replicator status
    shown("replicator-count", "{?Queued}{?Waiting} '{kind}' requests{gap}{number}", "Copies to the other server ({kind}) that wait: {number}.")
        .samples(&["Queued 'sync' requests        0", "Waiting 'failed' requests     3"]),
    shown("replicator-users", "Total number of known users{gap}{number}", "Mailboxes that are copied: {number}.").samples(&["Total number of known users   812"]),
    shown("replicator-heading", "username{gap}priority{gap}fast sync{gap}full sync{gap}success sync{gap}failed", "When each mailbox was copied to the other server follows.")
        .samples(&["username                       priority fast sync full sync success sync failed"]),
    row("replicator-failed", "{user}{gap}{priority}{gap}{fast}{gap}{full}{gap}{success}{gap}y", "The last copy of the mailbox {user} to the other server failed; the last one that succeeded was {success} (hours:minutes:seconds) ago.")
        .level(Warning)
        .helps(
            Party::OurServer,
            &[
                ("See in the log why; a connection that's refused means that Dovecot or its doveadm listener doesn't run on the other server:", "doveadm log errors | grep -e dsync -e doveadm | tail -20; doveconf -n | grep -e mail_replica -e doveadm_port"),
                ("Once that's mended, copy again:", "doveadm replicator replicate -f '*'"),
            ],
        )
        .samples(&["anna@shop.example              none     00:02:11  41:22:08  41:22:08     y"]),
    row("replicator-row", "{user}{gap}{priority}{gap}{fast}{gap}{full}{gap}{success}{gap}{?-}{?n}", "The last copy of the mailbox {user} to the other server succeeded.")
        .samples(&["anna@shop.example              none     00:02:11  07:22:08  00:02:11     -"]),
    // doveadm quota get
    shown("quota-heading", "{?Username{gap}}Quota name{gap}Type{gap}Value{gap}Limit{gap}%", "How full the mailbox is follows.")
        .samples(&["Quota name Type    Value   Limit  %", "Username        Quota name Type      Value Limit   %"]),
    row("quota-full", "{?{mailbox}{gap}}{quota}{? quota}{gap}{?STORAGE}{?MESSAGE}{gap}{used}{gap}{limit}{gap}1{tens}", "The mailbox is full{? ({mailbox})}: {used} of {limit} are used ({quota}).")
        .sign(Sign::Quota)
        .level(Warning)
        .helps(Party::Recipient, &[("The owner deletes mail and empties the trash; or raise the limit (quota_rule, or in the user database). Then let it be counted again: doveadm quota recalc -u, with the mailbox's name.", "")])
        .samples(&["User quota STORAGE 1048576 1048576 100", "ben@shop.example  User quota STORAGE 5361203 5242880   102"]),
    row("quota-unknown", "{?{mailbox}{gap}}{quota}{? quota}{gap}{?STORAGE}{?MESSAGE}{gap}error{gap}error{gap}error", "How much of it is used could not be found out.").level(Warning).samples(&["User quota STORAGE error error                       error"]),
    row("quota-nearly", "{?{mailbox}{gap}}{quota}{? quota}{gap}STORAGE{gap}{used}{gap}{limit}{gap}9{digit}", "The mailbox is nearly full{? ({mailbox})}: {used} of {limit kilobyte} are used ({quota}).")
        .level(Warning)
        .helps(Party::Recipient, &[("The owner deletes mail and empties the trash, or raise the limit (quota_rule, or in the user database). With vsize, doveadm mailbox status shows which folders are large.", "")])
        .samples(&["User quota STORAGE 10485713 10485760 99"]),
    row("quota-row", "{?{mailbox}{gap}}{quota}{? quota}{gap}{?STORAGE}{?MESSAGE}{gap}{used}{gap}{?-}{?{limit}}{gap}{share}", "Of the mailbox's limit ({quota}), {share} percent are used.")
        .sign(Sign::Quota)
        .level(Success)
        .loose()
        .samples(&["User quota STORAGE  812345 1048576  77", "User quota MESSAGE   10231       -   0"]),
    // doveadm user
    shown("user-heading", "field{gap}value", "What the user database says of the user follows.").samples(&["field   value", "field\tvalue"]),
    row("user-number", "{?u}{?g}id{gap}{number}", "The number of the system user or group that the mail belongs to: {number}.").samples(&["uid     1000", "gid\t1000"]),
    row("user-home", "home{gap}{value}", "The user is known, with the home folder {value}.").level(Success).samples(&["home\t/home/jan"]),
    shown("user-none", "{?user}{?pass}db lookup: user {user} doesn't exist", "The user doesn't exist in Dovecot's database: {user}.")
        .level(Warning)
        .helps(
            Party::OurServer,
            &[("See under which names it knows its users (usually the whole address), and whether Dovecot changes the name first (auth_username_format):", "doveadm user '*' | head; doveconf auth_username_format; doveconf -n | grep -A6 userdb")],
        )
        .samples(&["userdb lookup: user anna@shop.example doesn't exist"]),
    shown("user-none-old", "userdb lookup({user}): user doesn't exist", "The user doesn't exist in Dovecot's database: {user}.")
        .level(Warning)
        .helps(Party::OurServer, &[("See under which names it knows its users (usually the whole address):", "doveadm user '*' | head; doveconf -n | grep -A6 userdb")])
        .samples(&["userdb lookup(anna): user doesn't exist"]),
    shown("test-failed", "passdb: {user} auth failed", "The login test failed for {user}: name and password don't fit, or the password couldn't be checked. The log of that second says which.")
        .level(Warning)
        .helps(Party::OurServer, &[("See what the login service wrote, after auth_verbose = yes if it wrote nothing:", "doveadm log errors | grep -i auth | tail -10; grep -h auth /var/log/mail.log /var/log/maillog | tail -20")])
        .samples(&["passdb: anna@shop.example auth failed"]),
    shown("test-worked", "passdb: {user} auth succeeded", "The login test succeeded for {user}: name and password are right.").level(Success).samples(&["passdb: anna@shop.example auth succeeded"]),
    shown("test-fields", "{?userdb }extra fields:", "What else the login service says follows.").samples(&["extra fields:", "userdb extra fields:"]),
    row("test-closed", "  nologin", "The account is closed: it may not log in (nologin), whatever the password.")
        .level(Warning)
        .helps(Party::OurServer, &[("The password database gives this user the field nologin. Take it out there if the account should be open again:", "doveconf -n | grep -A6 passdb")])
        .samples(&["  nologin"]),
    row("test-not-now", "  code=temp_fail", "The password could not be checked: the database behind it failed temporarily, so that says nothing of the password.")
        .level(Alert)
        .helps(Party::OurServer, &[("The log of that second names the database and its error:", "doveadm log errors | tail -10; doveconf -n | grep -A6 passdb")])
        .samples(&["  code=temp_fail"]),
    row("test-field", "  {quota}={?{value}}", "A value of the user: {quota}.").loose().samples(&["  uid=5000", "  reason=Account suspended"]),
    shown("test-no-user", "Error: auth-master: {kind}Authenticated user not found from userdb{?{value}}", "The password is right, but the user doesn't exist in the user database (userdb), so no mailbox can be opened.")
        .level(Permanent)
        .helps(Party::OurServer, &[("Passwords and users are looked up in two places: make both know the user under the same name:", "doveconf -n | grep -A6 -e passdb -e userdb; doveadm user '*' | head")])
        .samples(&["Error: auth-master: login: Authenticated user not found from userdb"]),
    shown("no-service", "{?Error}{?Fatal}: {kind}(/{value}) failed: {?Connection refused}{?No such file or directory}", "Dovecot is not running, or one of its services: nothing answers at /{value}.")
        .level(Permanent)
        .helps(Party::OurServer, &[("See why it doesn't run, and start it:", "systemctl status dovecot; doveadm log errors | tail; systemctl start dovecot")])
        .samples(&["Fatal: net_connect_unix(/run/dovecot/anvil) failed: Connection refused", "Error: auth-client: conn unix:/run/dovecot/auth-client: connect(/run/dovecot/auth-client) failed: Connection refused"]),
    shown("no-right", "{?Error}{?Fatal}: {kind}(/{value}) failed: Permission denied{?{rights}}", "The user who called doveadm has no permission for /{value}: doveadm needs root.")
        .level(Permanent)
        .helps(Party::OurServer, &[("Call the same command again as root, or with sudo in front of it.", "")])
        .samples(&["Error: auth-client: connect(/run/dovecot/auth-client) failed: Permission denied (euid=1001(anna))"]),
    line("folder", "{?INBOX}{?Trash}{?Drafts}{?Sent}{?Junk}").says("A folder of a mailbox.").within(service_status::BEGIN).loose().samples(&["INBOX", "Trash"]),
    line("folder-holds", "{kind} {?messages}{?unseen}{?recent}{?vsize}={number}{? {value}}").says("How much the folder {kind} holds: {number}{?, {value}}.").within(service_status::BEGIN).loose().samples(&["INBOX messages=4117 unseen=12 vsize=881230144"]),
    // doveadm who
    shown("who-heading", "username{gap}# proto (pids){gap}(ips)", "Who is connected follows; nobody is connected where no row does.").samples(&["username                 # proto (pids)        (ips)"]),
    shown("who-row", "{user}{gap}{number} {?imap}{?pop3}{?managesieve}{?submission}{gap}({value}){gap}({addresses})", "{user} has {number connection} ({addresses}).")
        .sign(Sign::Connections)
        .samples(&["anna@shop.example        3 imap  (811 812 815) (192.0.2.7)", "anna@shop.example 10 pop3 (811) (192.0.2.7)"]),
];
