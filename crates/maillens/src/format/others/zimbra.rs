//! Zimbra's mailbox service: who logs in, and what keeps mail out of a mailbox.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Temporary, Warning};
use crate::vocabulary::Party;

/// What it writes.
pub static FORMAT: Format = Format {
    id: "zimbra-mailbox",
    title: "Zimbra's mailbox service",
    found_in: &["/opt/zimbra/log/mailbox.log", "/opt/zimbra/log/audit.log"],
    sources: &["zm-mailbox ZimbraLog.java, ldap/LdapLockoutPolicy.java, lmtpserver/ZimbraLmtpBackend.java"],
    realm: "zimbra",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("thread", Role::Keyword, "The part of the service that wrote it.").shape(Shape::Text),
    field("context", Role::Text, "Whom it is about: the account, the addresses, the app.").shape(Shape::Text),
    field("user", Role::User, "The account.").shape(Shape::Word),
    field("name", Role::User, "The account.").shape(Shape::Word),
    field("protocol", Role::State, "How the login came: soap is the web client, else imap, pop3, smtp.")
        .shape(Shape::Word),
    field("why", Role::Text, "Why.").shape(Shape::Text),
    field("recipient", Role::Recipient, "The recipient.").shape(Shape::Word),
    field("text", Role::Text, "More about it."),
];

const PATTERNS: &[Pattern] = &[
    line("locked-out", "[{thread}] [{context}] security - cmd=Auth; account={user};{? protocol={protocol};} error=account lockout due to too many failed logins;")
        .says("Zimbra locked the account {user} after too many logins with a wrong password. Now the right password doesn't work, either, until the lock ends.")
        .level(Permanent)
        .helps(
            Party::Sender,
            &[
                ("Find the device or app that still has the old password (the lines before this one name its address, oip, and program, ua), and correct it there. Then wait for the lock to end, or unlock the account:", "su - zimbra -c 'zmprov ma {user} zimbraAccountStatus active'"),
                ("How long a lock lasts, and after how many failures it comes:", "su - zimbra -c 'zmprov ga {user} zimbraPasswordLockoutDuration zimbraPasswordLockoutMaxFailures'"),
            ],
        )
        .samples(&["[qtp1225358173-52190:https:https://mail.shop.example:443/service/soap/AuthRequest] [name=bob@shop.example;oip=203.0.113.9;ua=zclient/8.8.15_GA_4059;soapId=5d7b8a22;] security - cmd=Auth; account=bob@shop.example; error=account lockout due to too many failed logins;"]),
    line("login-failed", "[{thread}] [{context}] security - cmd=Auth; account={user};{? protocol={protocol};} error=authentication failed for [{name}]{?, {why}};")
        .says("The login of {user} failed{?: {why}}.")
        .level(Warning)
        .helps(
            Party::Sender,
            &[
                ("Enter the password again in the app or device (oip names its address, ua its program); the webmail shows whether the password is right.", ""),
                ("If nobody knows the password, set a new one:", "su - zimbra -c 'zmprov sp {user}'"),
            ],
        )
        .samples(&["[qtp1225358173-52183:https:https://mail.shop.example:443/service/soap/AuthRequest] [name=bob@shop.example;oip=203.0.113.9;ua=zclient/8.8.15_GA_4059;] security - cmd=Auth; account=bob@shop.example; protocol=soap; error=authentication failed for [bob@shop.example], invalid password;", "[ImapSSLServer-12] [ip=192.0.2.5;oip=203.0.113.9;] security - cmd=Auth; account=bob@shop.example; protocol=imap; error=authentication failed for [bob@shop.example];"]),
    line("login", "[{thread}] [{context}] security - cmd=Auth; account={user}; protocol={protocol};")
        .says("{user} logged in ({protocol}).")
        .samples(&["[qtp1225358173-52183:https:https://mail.shop.example:443/service/soap/AuthRequest] [name=bob@shop.example;oip=203.0.113.9;] security - cmd=Auth; account=bob@shop.example; protocol=soap;"]),
    line("over-quota", "[{thread}] [{context}] lmtp - rejecting message {recipient}: overquota")
        .says("The mailbox {recipient} is full, so it took no message.")
        .level(Permanent)
        .helps(Party::Recipient, &[("The owner deletes mail and empties the trash, or raise the quota:", "su - zimbra -c 'zmprov gqu `zmhostname` | grep {recipient}'; su - zimbra -c 'zmprov ga {recipient} zimbraMailQuota'")])
        .samples(&["[LmtpServer-3] [ip=127.0.0.1;] lmtp - rejecting message bob@shop.example: overquota"]),
    line("try-again", "[{thread}] [{context}] lmtp - try again for message {recipient}: {why}")
        .says("The mailbox {recipient} took no message for now ({why}).")
        .level(Temporary)
        .helps(Party::OurServer, &[("See what the mailbox service reports just before, and whether its database and disk are well:", "su - zimbra -c 'zmcontrol status'; df -h /opt/zimbra; tail -50 /opt/zimbra/log/mailbox.log")])
        .samples(&["[LmtpServer-3] [ip=127.0.0.1;] lmtp - try again for message bob@shop.example: exception occurred"]),
    line("imap-login-failed", "[{thread}] [{context}] {?imap}{?pop} - authentication failed for [{user}]{? ({why})}")
        .says("The login of {user} failed{?: {why}}.")
        .level(Warning)
        .helps(Party::Recipient, &[("Enter the password again in the app or device (oip names its address, ua its program).", "")])
        .samples(&["[ImapSSLServer-41] [ip=192.0.2.5;oip=203.0.113.9;] imap - authentication failed for [bob@shop.example] (invalid password)"]),
    line("added", "[{thread}] [{context}] mailop - Adding Message: {why} folderName={text}")
        .says("The message was stored in the mailbox.")
        .samples(&["[LmtpServer-812] [name=bob@shop.example;mid=214;ip=192.0.2.5;] mailop - Adding Message: id=90311, Message-ID=<1@club.example>, parentId=-1, folderId=2, folderName=Inbox acct=5b0e7c30."]),
    line("no-blob", "com.zimbra.{thread}Exception: No such blob: {text}")
        .says("The file of a message (blob) is missing in the store: the mailbox knows the message, its text is gone ({text}).")
        .level(Permanent)
        .helps(Party::OurServer, &[("See which messages lack their file, and bring the files back from a backup; what is lost can be taken out of the mailbox:", "su - zimbra -c 'zmblobchk start'")])
        .samples(&["com.zimbra.cs.mailbox.MailServiceException: No such blob: mailbox=214, item=90122, change=301877"]),
    line("exception", "com.zimbra.{thread}Exception: {text}")
        .says("Zimbra reports an error: {text}.")
        .level(Warning)
        .samples(&["com.zimbra.common.service.ServiceException: system failure: out of memory"]),
    line("exception-id", "ExceptionId:{text}").says("Where the error came up.").samples(&["ExceptionId:qtp1068934215-4015:1726818510550:8c1fa7b201d8e3b5"]),
    line("exception-code", "Code:{text}").says("The name of the error is {text}.").samples(&["Code:mail.NO_SUCH_BLOB"]),
    line("problem", "[{thread}] [{context}] {?security}{?account}{?imap}{?pop}{?smtp}{?lmtp}{?mailbox}{?store}{?index}{?soap}{?SoapEngine}{?mailop}{?filter} - {text}")
        .says("Zimbra's mailbox service says: {text}.")
        .loose()
        .level(Warning)
        .samples(&["[ImapServer-7] [ip=192.0.2.5;] imap - ignoring error during CLOSE"]),
];
