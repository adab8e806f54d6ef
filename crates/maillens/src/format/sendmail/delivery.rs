//! Sendmail: what became of each recipient, and what Sendmail says about itself.
//!
//! The line with `to=` is one attempt for all the recipients that it names. `stat=` is the result in
//! Sendmail's words and always comes last; `dsn=` is Sendmail's own code; `reply=` is what the other server
//! said. Where they disagree, the reply is right.

use super::arrival::{ID, PROGRAMS};
use super::{Effect, Field, Format, Led, Pattern, Role, Shape, Tie, Word, field, line, word};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Success};
use crate::vocabulary::Level::{self, Alert, Permanent, Temporary, Warning};
use crate::vocabulary::Party::{self, OurServer, Sender};
use crate::vocabulary::TraceType::Message;

/// How Sendmail logs deliveries.
pub static FORMAT: Format = Format {
    id: "sendmail-delivery",
    title: "the Sendmail mail server, delivering a message",
    found_in: &["/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "Sendmail Installation and Operation Guide",
        "Sendmail 8.17 deliver.c",
        "Sendmail 8.17 main.c",
        "Sendmail 8.17 alias.c",
    ],
    programs: PROGRAMS,
    realm: "sendmail",
    says_end: false,
    fields: FIELDS,
    words: WORDS,
    separators: &[", "],
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    ID,
    field("other", Role::OtherMessage, "The id under which the message goes on in this server's main queue.").shape(Shape::SendmailId),
    field("to", Role::Recipient, "The recipients of this attempt.").shape(Shape::Addresses),
    field("ctladdr", Role::Address, "On whose behalf the delivery runs: the alias or sender, with the numbers of the system user and group.").shape(Shape::Text),
    field("delay", Role::Duration, "How long the message had been on this server: {}."),
    field("xdelay", Role::Duration, "How long this attempt took: {}."),
    field("mailer", Role::Channel, "The way out that was used: {}. local, prog and file are on this server; esmtp goes to another one; relay goes to a fixed server.").shape(Shape::Text),
    field("pri", Role::Count, "The priority in the queue; it grows with each attempt, and lower numbers go first."),
    field("relay", Role::Host, "The server that the message went to.").parts("{?local}{?{remote}{? [{ip}]}{? (may be forged)}}"),
    field("remote", Role::Remote, "The mail server at the other end."),
    field("ip", Role::Ip, "The address of the mail server at the other end."),
    field("dsn", Role::Status, "Sendmail's own code: 2 in front means done, 4 not now, 5 no. What the other server said may differ."),
    field("quarantine", Role::Text, "Why the message is held back."),
    field("ntries", Role::Count, "How often it was tried: {}."),
    field("reply", Role::Reply, "What the other server said.").shape(Shape::Reason),
    field("answer", Role::Reply, "What the other server said. It often holds the message's id there."),
    field("reason", Role::Text, "The result, in Sendmail's words.").shape(Shape::Reason),
    field("version", Role::State, "The version of TLS, the encryption: {}."),
    field("verify", Role::State, "How the check of the certificate came out: {}. FAIL is common and does no harm."),
    field("cipher", Role::State, "The way in which the connection is encrypted."),
    field("bits", Role::Text, "The strength of the encryption.").shape(Shape::Word),
    field("host", Role::Host, "The server."),
    field("why", Role::Text, "What happened, in Sendmail's words."),
    field("alias", Role::OriginalRecipient, "The address that stands for others, or for a program or file.").shape(Shape::Text),
    field("status", Role::Text, "The rest of Sendmail's own code."),
    field("targets", Role::Address, "Where the alias leads.").shape(Shape::Text),
    field("user", Role::User, "The system user.").shape(Shape::Name),
    field("file", Role::Path, "The file that it is about."),
    field("count", Role::Count, "How many there are."),
    field("program", Role::Text, "The version of Sendmail."),
    field("free", Role::Count, "How much space is free."),
];

const WORDS: &[Word] = &[
    word("stat=Sent", "It worked: delivered here, or accepted by the next server."),
    word("stat=Deferred", "It did not work this time. Sendmail will try again."),
    word("stat=", "The result."),
];

const PATTERNS: &[Pattern] = &[
    line("passed-to-main-queue", "{msg}: to={to}{*}{?, reply={reply}}, stat=Sent ({other} Message accepted for delivery)")
        .says("The message for {to} was passed on to a queue where it continues as {other}.")
        .level(Level::Success)
        .facts(&[(Role::Channel, "queue")])
        .effect(Effect::Attempt(Success))
        .tie(Tie::Made(Role::OtherMessage, Led::Same))
        .samples(&["6ALJ8w8q000139: to=cust3@oldcorp.example, ctladdr=ben@cedarline.example (2002/2002), delay=00:00:00, xdelay=00:00:00, mailer=relay, pri=30140, relay=[192.0.2.2] [192.0.2.2], dsn=2.0.0, stat=Sent (6ALJ8wYc000146 Message accepted for delivery)"]),
    line("delivered-there", "{msg}: to={to}{*}{?, reply={reply}}, stat=Sent ({answer})")
        .says("The next server accepted the message for {to}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&[
            "6ALJ8wYc000146: to=<cust3@oldcorp.example>, ctladdr=<ben@cedarline.example> (2002/2002), delay=00:00:00, xdelay=00:00:00, mailer=esmtp, pri=30446, relay=mx.oldcorp.example. [192.0.2.12], dsn=2.0.0, stat=Sent (OK id=1175D3F00001)",
            "6ALJ8xmC000217: to=<b2@bigmail.example>,<a2@bigmail.example>, delay=1+02:00:01, xdelay=00:00:00, mailer=esmtp, pri=60140, relay=mx.bigmail.example. [192.0.2.11], dsn=2.0.0, stat=Sent (Ok: queued as 659ED900002)",
        ]),
    line("delivered", "{msg}: to={to}{*}{?, reply={reply}}, stat=Sent")
        .says("Delivered to {to} on this server.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&[
            "6ALJ8wuO000131: to=<ben@cedarline.example>, delay=00:00:00, xdelay=00:00:00, mailer=local, pri=30422, relay=local, dsn=2.1.5, stat=Sent",
            "6ALJ90Hx000275: to=amy, delay=00:00:00, xdelay=00:00:00, mailer=local, pri=33381, relay=local, dsn=2.1.5, stat=Sent",
        ]),
    // The end of the line is missing.
    line("delivered-cut", "{msg}: to={to}{*}{?, reply={reply}}, stat=Sent ({answer}")
        .says("The message for {to} was delivered, or the next server accepted it.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&[
            "6ALJ8wYc000146: to=<cust3@oldcorp.example>, delay=00:00:00, xdelay=00:00:00, mailer=esmtp, pri=30446, relay=mx.oldcorp.example. [192.0.2.12], dsn=2.0.0, stat=Sent (OK id=1175",
        ]),
    line("handed-to-program", "{msg}: to={to}, ctladdr=<{alias}> ({user}/{file}){*}, mailer={?prog}{?*file*}, pri={pri}, dsn={dsn}, stat=Sent")
        .says("The message for {alias} was handed to a program or file on this server: {to}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&["6ALJ8xvU000205: to=/var/mail/archive, ctladdr=<file@cedarline.example> (8/0), delay=00:00:00, xdelay=00:00:00, mailer=*file*, pri=30425, dsn=2.0.0, stat=Sent"]),
    line("program-failed", "{msg}: to={to}, ctladdr=<{alias}> ({user}/{file}){*}, mailer={?prog}{?*file*}, pri={pri}, dsn=5{status}, stat={reason}")
        .says("The program or file that should take the message for {alias} failed permanently: {to}.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .samples(&["6ALJ91tJ000305: to=\"|/usr/local/bin/none.sh\", ctladdr=<pipenone@cedarline.example> (8/0), delay=00:00:00, xdelay=00:00:00, mailer=prog, pri=30432, dsn=5.3.0, stat=unknown mailer error 127"]),
    line("deferred", "{msg}: to={to}{*}{?, reply={reply}}, stat=Deferred{?: {reason}}")
        .says("Delivery to {to} did not work this time; Sendmail will try again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&[
            "6ALJ8xti000179: to=<cara@sendergood.example>, delay=00:00:03, xdelay=00:00:00, mailer=esmtp, pri=121451, relay=sendergood.example., dsn=4.4.1, stat=Deferred: Connection refused by sendergood.example.",
            "6ALJ8xti000179: to=<a@b.example>, delay=00:00:00, xdelay=00:00:00, mailer=esmtp, pri=31451, relay=mx.b.example. [192.0.2.11], dsn=4.2.0, reply=450 4.2.0 <a@b.example>: Greylisted, see http://x.example, stat=Deferred",
        ]),
    line("waits", "{msg}: to={to}{*}{?, reply={reply}}, stat=queued")
        .says("The message for {to} waits for the next run through the queue.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&["6ALJ94pp000507: to=cara@dnsbroken.example, delay=00:00:00, mailer=esmtp, pri=30143, dsn=4.4.3, stat=queued"]),
    line("failed-with-reply", "{msg}: to={to}{*}, reply={reply}, stat={reason}")
        .says("Delivery to {to} failed permanently.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .samples(&["6ALJ8wti000162: to=full5@bigmail.example, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=30427, relay=mx.bigmail.example. [192.0.2.11], dsn=5.2.2, reply=552 5.2.2 <full5@bigmail.example>: user is over quota, stat=Service unavailable"]),
    line("failed-unsaid", "{msg}: to={to}{*}, dsn=5.0.0, stat=Service unavailable")
        .says("The log gives only Sendmail's own name for the refusal; what the other server answered isn't in it.")
        .level(Permanent)
        .helps(Sender, &[("Read the notice that the sender got; it quotes the reply. Of mail from a website or a cron job, it's in the local mailbox of the user that sent it (ctladdr), such as /var/spool/mail/apache. Without it, only the recipient's provider can say why.", "")])
        .effect(Effect::Attempt(Failure))
        .samples(&["6ALJ8wti000162: to=<ben@bigmail.example>, delay=00:00:02, xdelay=00:00:02, mailer=esmtp, pri=121017, relay=mx.bigmail.example. [192.0.2.11], dsn=5.0.0, stat=Service unavailable"]),
    line("failed", "{msg}: to={to}{*}, stat={reason}")
        .says("Delivery to {to} failed permanently.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .samples(&[
            "6ALJ90I1000258: to=<x@no-such-domain.example>, delay=00:00:00, xdelay=00:00:00, mailer=esmtp, pri=32341, relay=no-such-domain.example, dsn=5.1.2, stat=Host unknown (Name server: no-such-domain.example: host not found)",
        ]),
    line("thrown-away", "{msg}: to={to}, delay={delay}, pri={pri}, stat=discarded")
        .says("The message for {to} was discarded on purpose. Nobody is notified.")
        .level(Warning)
        .helps(OurServer, &[("If the mail is wanted, find the rule or filter that discards it:", "grep -n DISCARD /etc/mail/access; grep -n InputMailFilters /etc/mail/sendmail.cf")])
        .facts(&[(Role::Channel, "discard")])
        .effect(Effect::Attempt(Success))
        .samples(&["6ALJIlZt000380: to=<amy@cedarline.example>, delay=00:00:00, pri=30117, stat=discarded"]),
    line("held", "{msg}: to={to}{*}, quarantine={quarantine}, stat=quarantined")
        .says("The message for {to} is held back by a filter.")
        .level(Warning)
        .helps(OurServer, &[("Look at the message, then let it go on:", "mailq -qQ; sendmail -qI{msg} -qQ -Q")])
        .effect(Effect::Attempt(Deferral))
        .samples(&["6ALJIlZt000380: to=<amy@cedarline.example>, delay=00:00:00, mailer=local, pri=30117, quarantine=held by filter, stat=quarantined"]),
    line("refused-for-now", "{msg}: to={to}, delay={delay}, pri={pri}, stat=Please try again later")
        .says("A filter (milter) deferred the message for {to} after it had been sent. The other server should try again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&["6ALJ90tH000264: to=<amy@cedarline.example>, delay=00:00:00, pri=30116, stat=Please try again later"]),
    line("aborted", "{msg}: to={to}{*}, stat=aborted by sender")
        .says("The sender withdrew the message before it was complete.")
        .effect(Effect::Part(Message))
        .samples(&["6ALJ90tH000264: to=<amy@cedarline.example>, delay=00:00:00, pri=30116, stat=aborted by sender"]),
    line("refused", "{msg}: to={to}, delay={delay}, pri={pri}, stat={reason}")
        .says("The message for {to} was refused by this server after it had been sent.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .samples(&[
            "6ALJ94AO000522: to=<amy@cedarline.example>, delay=00:00:00, pri=30117, stat=Spam message rejected",
            "6ALJ93DP000461: to=<amy@cedarline.example>, delay=00:00:00, pri=203993, stat=Message exceeds maximum fixed size (150000)",
        ]),
    line("recipients-go-on", "{msg}: to={to}{*}, [more]")
        .says("The list of recipients is long and goes on in the next line.")
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["6ALJ94AO000522: to=<amy@cedarline.example>,<ben@cedarline.example>, [more]"]),
    line("recipients-more", "{msg}: ...to={to}{*}")
        .says("The rest of a long list of recipients.")
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["6ALJ94AO000522: ...to=<amy@cedarline.example>, delay=00:00:00, stat=Sent"]),
    line("done", "{msg}: done; delay={delay}, ntries={ntries}")
        .says("Nothing is left to do for this message, and it left the queue. Whether it was delivered, the lines before tell.")
        .effect(Effect::Done)
        .samples(&["6ALJIibX000131: done; delay=00:00:00, ntries=1"]),
    line("encrypted", "STARTTLS=client, relay={relay}{*}")
        .says("The connection to {remote} is encrypted.")
        .effect(Effect::Ahead)
        .samples(&["STARTTLS=client, relay=mx.bigmail.example., version=TLSv1.3, verify=FAIL, cipher=TLS_AES_256_GCM_SHA384, bits=256/256"]),
    line("connecting", "{msg}: SMTP outgoing connect on {host}")
        .says("Sendmail began to connect to the next server.")
        .effect(Effect::Part(Message))
        .samples(&["6ALJIiJB000146: SMTP outgoing connect on localhost"]),
    line("not-connected", "{msg}: makeconnection ({host} [{ip}]{why}) failed: {reason}")
        .says("{host} could not be reached.")
        .level(Temporary)
        .effect(Effect::Part(Message))
        .samples(&["6ALJIj3b000180: makeconnection (sendergood.example. [192.0.2.102].25 (2)) failed: Connection refused by sendergood.example."]),
    line("alias-followed", "{msg}: alias {alias} => {targets}")
        .says("The alias {alias} leads to {targets}.")
        .effect(Effect::Part(Message))
        .samples(&["6ALJIkoL000260: alias postmaster => root"]),
    line("points-here", "{msg}: SYSERR({user}): MX list for {host} points back to {why}")
        .says("The domain {host} names this server as its mail server, but this server is not set up for it.")
        .level(Alert)
        .helps(OurServer, &[
            ("If the domain's mailboxes are here, add the domain to local-host-names and restart Sendmail; if they're elsewhere, its MX record must name that server:", "dig +short MX {host}; cat /etc/mail/local-host-names"),
        ])
        .effect(Effect::Part(Message))
        .samples(&["6ALJ97VO000666: SYSERR(root): MX list for loopy.example. points back to mail.cedarline.example"]),
    line("lost-in-message", "{msg}: SYSERR({user}): collect: {why}")
        .says("The message broke off while it came in: {why}.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["6ALJ93G3000466: SYSERR(root): collect: relay=dsl-101.isp.example, from=<a@isp.example>, info=I/O error"]),
    line("fault", "{msg}: SYSERR({user}): {why}")
        .says("Sendmail reports a problem on this server: {why}.")
        .level(Alert)
        .helps(OurServer, &[("Mend what the line names: a setting, a file with the wrong owner or permissions, or a full disk. Then try again:", "sendmail -bt -d0.1 </dev/null | head -20; ls -ld /etc/mail /var/spool/mqueue; df -h")])
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["6ALJ93G3000466: SYSERR(root): can not chdir(/var/spool/mqueue/): Permission denied"]),
    line("fault-without-message", "{?NOQUEUE: }SYSERR({user}): {why}")
        .says("Sendmail reports a problem on this server: {why}.")
        .level(Alert)
        .helps(OurServer, &[("Mend what the line names: a setting, a file with the wrong owner or permissions, or a full disk. Then try again:", "sendmail -bt -d0.1 </dev/null | head -20; ls -ld /etc/mail /var/spool/mqueue; df -h")])
        .loose()
        .samples(&["NOQUEUE: SYSERR(root): Arguments too long", "SYSERR(root): readcf: unknown option name"]),
    line("disk-full", "{?{msg}: }low on space (have {free}, {user} needs {count} in {file})")
        .says("The disk is nearly full, so senders are asked to try again later.")
        .level(Alert)
        .helps(OurServer, &[("Make room on the disk of the queue; Sendmail takes mail again by itself then:", "df -h /var/spool/mqueue; df -i /var/spool/mqueue")])
        .samples(&["low on space (have 100, SMTP-daemon needs 1000 in /var/spool/mqueue)"]),
    line("started", "starting daemon ({program}): {why}")
        .says("Sendmail {program} started.")
        .samples(&["starting daemon (8.17.1.9): SMTP+queueing@00:00:06"]),
    line("started-as", "started as: {file}")
        .says("How Sendmail was started.")
        .samples(&["started as: /usr/sbin/sendmail -bD -q6s"]),
    line("stopping", "{?NOQUEUE: }stopping daemon, reason={why}")
        .says("Sendmail was stopped: {why}.")
        .level(Warning)
        .helps(Party::Nobody, &[("If nobody stopped it on purpose, see who did, then start it:", "systemctl status sendmail")])
        .samples(&["NOQUEUE: stopping daemon, reason=signal"]),
    line("restarting", "restarting {file} due to {why}")
        .says("Sendmail was told to start again.")
        .samples(&["restarting /usr/sbin/sendmail due to signal"]),
    line("aliases-rebuilt", "alias database {file} rebuilt by {user}")
        .says("The list of aliases was built again.")
        .samples(&["alias database /etc/mail/aliases rebuilt by root"]),
    line("aliases-old", "alias database {file} out of date")
        .says("The list of aliases was changed but not built again: run newaliases.")
        .level(Warning)
        .helps(OurServer, &[("Build the table again:", "newaliases")])
        .samples(&["alias database /etc/mail/aliases out of date"]),
    line("aliases-counted", "{file}: {count} aliases, longest {pri} bytes, {free} bytes total")
        .says("The list of aliases has {count entry|entries}.")
        .samples(&["/etc/mail/aliases: 18 aliases, longest 30 bytes, 392 bytes total"]),
    line("statistics-missing", "poststats: {file}: No such file or directory")
        .says("There is no file for statistics. This is harmless.")
        .samples(&["poststats: /var/lib/sendmail/sendmail.st: No such file or directory"]),
    line("question-answered", "NOQUEUE: dns {host} => {why}")
        .says("DNS was asked for {host}.")
        .samples(&["NOQUEUE: dns 106.40.0.192.bl.blocklist.example. => 192.0.2.2"]),
    line("features", "tls_{user}_features={why}, relay={relay}")
        .says("The settings for encryption with this server.")
        .effect(Effect::Ahead)
        .samples(&["tls_clt_features=(null), relay=mx.bigmail.example [192.0.2.11]", "tls_srv_features=empty, stat=0, relay=localhost [192.0.2.1]"]),
    line("engine", "engine={why}, path={file}")
        .says("A detail of how the encryption was set up.")
        .samples(&["engine=(null), path=(null), ispre=1, pre=0, initialized=0"]),
    line("log-in-settings-missing", "error: safesasl({file}) failed: {why}")
        .says("A file with settings for logins is missing or has the wrong permissions.")
        .level(Warning)
        .helps(OurServer, &[("Create the file, or give it to root and take from others the permission to write it:", "namei -l {file}")])
        .samples(&["error: safesasl(/etc/sasl2/Sendmail.conf) failed: No such file or directory"]),
    line("passwords-tool", "error deleting entry from sasldb: {why}")
        .says("The tool that keeps the passwords for logins says: {why}.")
        .level(Warning)
        .samples(&["error deleting entry from sasldb: BDB0073 DB_NOTFOUND: No matching key/data pair found"]),
    line("note", "NOQUEUE: {why}")
        .says("Sendmail notes: {why}.")
        .loose()
        .named()
        .samples(&["NOQUEUE: a note of some kind"]),
];
