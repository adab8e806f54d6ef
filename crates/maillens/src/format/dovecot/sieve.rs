//! Mail filters (Sieve) at delivery: what a user's filter did with a message. It is the first place to look when mail
//! "does not arrive": it may be in another folder, forwarded or thrown away.
//!
//! Until 2.3.10 the text follows the Message-ID at once, from then on the name of the action comes first.

use super::master::PROCESS_CRASHED;
use super::storage::PERMISSIONS;
use super::{Datum, Effect, Field, Format, Pattern, Place, Role, Shape, Sign, Tie, field, line};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Success};
use crate::vocabulary::Cause;
use crate::vocabulary::Level;
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Session;

const SCRIPT_NOT_COMPILED: &[(&str, &str)] = &[(
    "Look at the script that the line names, and compile it by hand; its mistakes are then named:",
    "ls -l {path}; sievec {path}",
)];

/// What mail filters write.
pub static FORMAT: Format = Format {
    id: "dovecot-sieve",
    title: "Dovecot's mail filters (Sieve)",
    found_in: &["/var/log/dovecot.log", "/var/log/maillog", "/var/log/mail.log"],
    sources: &[
        "Pigeonhole 0.4.24, 0.5.21, 2.4.4 lib-sieve/sieve-actions.c",
        "lib-sieve/cmd-redirect.c",
        "lib-sieve/ext-reject.c",
        "lib-sieve/plugins/vacation/cmd-vacation.c",
        "plugins/lda-sieve/lda-sieve-plugin.c",
    ],
    programs: &["lmtp", "lda", "deliver", "dovecot-lda", "imap", "managesieve", "indexer-worker"],
    place: Place::Program,
    delivers: &["lmtp", "lda", "deliver", "dovecot-lda"],
    realm: "dovecot",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("location", Role::Path, "Where the script is.").shape(Shape::Text),
    field("path", Role::Path, "The file or folder that it is about."),
    field("to_path", Role::Path, "The new name of the file."),
    field("error", Role::Text, "The cause, in the words of the program or the operating system."),
    field("what", Role::Text, "What it was, in Dovecot's words."),
    field("detail", Role::Text, "The rest of the line, in Dovecot's words."),
    field("address", Role::Address, "The address."),
    field(
        "msgid",
        Role::MessageId,
        "The Message-ID: the name that the sender's software gave the message. It ties this line to the lines of other email apps.",
    ),
    field("action", Role::State, "The kind of action in the filter.").shape(Shape::Name),
    field("box", Role::Path, "The mail folder.").datum(Datum::Folder),
    field("n", Role::Count, "A number: {}."),
    field("n2", Role::Count, "A number: {}."),
    field("pid", Role::Count, "The number of the process: {}."),
    field(
        "signal",
        Role::Count,
        "The signal that ended the process: {}. 15 asks it to stop, 9 ends it by force, 6 and 11 are crashes.",
    ),
    field("status", Role::Count, "The number with which the process ended: {}."),
    field("name", Role::Text, "The name that it is about."),
    field("uid", Role::Uid, "The number of the message in its folder: {}."),
    field("sender", Role::Sender, "The sender of the message.").shape(Shape::Text),
    field("flag", Role::State, "The word that was found.").shape(Shape::Name),
    field("value", Role::State, "The word that was found.").shape(Shape::Name),
];

/// What helps about a mail filter that does more than the server allows.
pub(super) const MANY: &[(&str, &str)] = &[(
    "Have the filter forward to fewer addresses (to one address of a mailing list or alias, which sends on to all), or raise the limit in Dovecot's settings, then doveadm reload:",
    "doveconf -n | grep sieve_max_; doveconf plugin/sieve_max_redirects plugin/sieve_max_actions",
)];

const PATTERNS: &[Pattern] = &[
    line("stored", "sieve: msgid={msgid}: {?{action} action: }stored mail into mailbox '{box}'")
        .says("The message was put into the folder {box}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .tie(Tie::Known(Role::MessageId))
        .cause(Cause::FilterStored)
        .samples(&[
            "sieve: msgid=<11.1@partner.example>: stored mail into mailbox 'INBOX'",
            "sieve: msgid=<11.1@partner.example>: fileinto action: stored mail into mailbox 'INBOX.Newsletters'",
        ]),
    line("left", "sieve: msgid={msgid}: {?{action} action: }left message in mailbox '{box}'")
        .says("The filter kept the mail where it was.")
        .level(Level::Success)
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: left message in mailbox 'INBOX'"]),
    line("storefull", "sieve: msgid={msgid}: {?{action} action: }failed to store into mailbox '{box}': Quota exceeded (mailbox for user is full)")
        .says("The mailbox is full, so the message couldn't be stored in the folder {box}.")
        .level(Level::Permanent)
        .effect(Effect::Attempt(Failure))
        .tie(Tie::Known(Role::MessageId))
        .cause(Cause::Quota)
        .samples(&["sieve: msgid=<11.1@partner.example>: failed to store into mailbox 'INBOX': Quota exceeded (mailbox for user is full)"]),
    line("storefail-closed", "sieve: msgid={msgid}: {?{action} action: }failed to store into mailbox '{box}': Permission denied")
        .says("The filter could not put the mail into the folder {box}: the user has no permission to put messages there.")
        .level(Level::Temporary)
        .effect(Effect::Attempt(Deferral))
        .tie(Tie::Known(Role::MessageId))
        .cause(Cause::FilterStoreFailed)
        .helps(Party::OurServer, &[(
            "Give the user the right that deliveries need in that folder, post (apps that file mail there need insert, too); in a shared folder its owner can do so, or you. What there is, and how; a folder without shares can have wrong owners on disk:",
            "doveadm acl get -u {user} {box}; doveadm acl add -u {user} {box} user={user} lookup post insert",
        )])
        .samples(&["sieve: msgid=<11.1@partner.example>: failed to store into mailbox 'Team/Orders': Permission denied"]),
    line("storefail-disk", "sieve: msgid={msgid}: {?{action} action: }failed to store into mailbox '{box}': Not enough disk quota")
        .says("The filter could not put the mail into the folder {box}: its file system is full, has no inodes left, or has a quota of its own. It isn't the mailbox's quota.")
        .level(Level::Temporary)
        .effect(Effect::Attempt(Deferral))
        .tie(Tie::Known(Role::MessageId))
        .cause(Cause::Disk)
        .helps(Party::OurServer, &[("See what is used up where the mailboxes are, and make room there:", "df -h; df -i; repquota -as")])
        .samples(&["sieve: msgid=<11.1@partner.example>: failed to store into mailbox 'INBOX': Not enough disk quota"]),
    line("storefail-inbox", "sieve: msgid={msgid}: {?{action} action: }failed to store into mailbox 'INBOX': {error}")
        .says("The filter could not put the mail into the inbox: {error}.")
        .level(Level::Temporary)
        .effect(Effect::Attempt(Deferral))
        .tie(Tie::Known(Role::MessageId))
        .cause(Cause::FilterStoreFailed)
        .loose()
        .helps(Party::OurServer, &[("Correct what the line names, such as the owner of the mailbox's files, their disk, or a damaged index. The same by hand:", "doveadm -D mailbox status -u {user} messages INBOX")])
        .samples(&["sieve: msgid=<11.1@partner.example>: failed to store into mailbox 'INBOX': Internal error occurred"]),
    line("storefail", "sieve: msgid={msgid}: {?{action} action: }failed to store into mailbox '{box}': {error}")
        .says("The filter could not put the mail into the folder {box}: {error}.")
        .level(Level::Temporary)
        .effect(Effect::Attempt(Deferral))
        .tie(Tie::Known(Role::MessageId))
        .cause(Cause::FilterStoreFailed)
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: fileinto action: failed to store into mailbox 'INBOX.x': Mailbox doesn't exist: INBOX.x"]),
    line("skip", "sieve: msgid={msgid}: {?{action} action: }store into mailbox '{box}' skipped")
        .says("The mail was already stored there.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: fileinto action: store into mailbox 'INBOX.x' skipped"]),
    line("abort", "sieve: msgid={msgid}: {?{action} action: }store into mailbox '{box}' aborted")
        .says("Storing was cancelled because something else in the filter failed.")
        .level(Level::Temporary)
        .effect(Effect::Attempt(Deferral))
        .tie(Tie::Known(Role::MessageId))
        .cause(Cause::FilterBroken)
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: fileinto action: store into mailbox 'INBOX.x' aborted"]),
    line("forwarded", "sieve: msgid={msgid}: {?{action} action: }forwarded to <{address}>")
        .says("A mail filter sent the message on to {address}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .tie(Tie::Known(Role::MessageId))
        .cause(Cause::FilterForwarded)
        .samples(&["sieve: msgid=<11.1@partner.example>: redirect action: forwarded to <backup@other.example>"]),
    line("fwddup", "sieve: msgid={msgid}: {?{action} action: }discarded duplicate forward to <{address}>")
        .says("The same mail had already been forwarded there, so it was not sent twice.")
        .effect(Effect::Attempt(Success))
        .tie(Tie::Known(Role::MessageId))
        .cause(Cause::FilterForwarded)
        .samples(&["sieve: msgid=<11.1@partner.example>: redirect action: discarded duplicate forward to <someone@elsewhere.example>"]),
    line("fwdloop", "sieve: msgid={msgid}: {?{action} action: }not forwarding message to <{address}>: the `x-sieve-redirected-from' header indicates a mail loop")
        .says("The mail had already been forwarded by this mailbox; a loop was stopped.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::FilterLoop)
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: redirect action: not forwarding message to <b@x.example>: the `x-sieve-redirected-from' header indicates a mail loop"]),
    line("fwdtemp", "sieve: msgid={msgid}: {?{action} action: }failed to redirect message to <{address}>: {error} (temporary failure)")
        .says("Forwarding failed for now.")
        .level(Level::Temporary)
        .effect(Effect::Attempt(Deferral))
        .tie(Tie::Known(Role::MessageId))
        .cause(Cause::FilterForwardFailed)
        .samples(&["sieve: msgid=<11.1@partner.example>: redirect action: failed to redirect message to <nomail@fail.example>: Sendmail program returned error (temporary failure)"]),
    line("fwdperm", "sieve: msgid={msgid}: {?{action} action: }failed to redirect message to <{address}>: {error} (permanent failure)")
        .says("The other server refused the forwarded mail.")
        .level(Level::Permanent)
        .effect(Effect::Attempt(Failure))
        .tie(Tie::Known(Role::MessageId))
        .cause(Cause::FilterForwardFailed)
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: redirect action: failed to redirect message to <nomail@fail.example>: 550 no (permanent failure)"]),
    line("discarded-2-2", "sieve: msgid={msgid}: {?{action} action: }marked message to be discarded if not explicitly delivered (discard action)")
        .says("A mail filter discarded the message, unless a rule of it stored it in a folder.")
        .effect(Effect::Attempt(Success))
        .tie(Tie::Known(Role::MessageId))
        .cause(Cause::FilterDiscarded)
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: marked message to be discarded if not explicitly delivered (discard action)"]),
    line("rejected", "sieve: msgid={msgid}: {?{action} action: }rejected message from <{sender}> ({name})")
        .says("A mail filter refused the message, and its sender {sender} was notified.")
        .level(Level::Permanent)
        .effect(Effect::Attempt(Failure))
        .tie(Tie::Known(Role::MessageId))
        .cause(Cause::FilterRejected)
        .samples(&["sieve: msgid=<11.1@partner.example>: reject action: rejected message from <b@partner.example> (reject)"]),
    line("rejskip", "sieve: msgid={msgid}: {?{action} action: }not sending reject message (skipped)")
        .says("The refusal notice was not sent again.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: reject action: not sending reject message (skipped)"]),
    line("rejsecond", "sieve: msgid={msgid}: {?{action} action: }not sending reject message (would cause second response to sender)")
        .says("The sender has already had an answer, so no refusal was sent.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: reject action: not sending reject message (would cause second response to sender)"]),
    line("rejnull", "sieve: msgid={msgid}: {?{action} action: }not sending reject message to <>")
        .says("The mail has no sender address, so nobody can be notified.")
        .effect(Effect::Attempt(Failure))
        .tie(Tie::Known(Role::MessageId))
        .cause(Cause::FilterRejected)
        .samples(&["sieve: msgid=<11.1@partner.example>: reject action: not sending reject message to <>"]),
    line("rejrcpt", "sieve: msgid={msgid}: {?{action} action: }reject action aborted: envelope recipient is <>")
        .says("The recipient address was not known to the filter.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: reject action aborted: envelope recipient is <>"]),
    line("rejtemp", "sieve: msgid={msgid}: {?{action} action: }failed to send rejection message to <{address}>: {error} (temporary failure)")
        .says("The refusal notice could not be sent.")
        .level(Level::Temporary)
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: reject action: failed to send rejection message to <b@x.example>: Sendmail program returned error (temporary failure)"]),
    line("rejperm", "sieve: msgid={msgid}: {?{action} action: }failed to send rejection message to <{address}>: {error} (permanent failure)")
        .says("The sender's server refused the notice.")
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: reject action: failed to send rejection message to <b@x.example>: 550 no (permanent failure)"]),
    line("vac", "sieve: msgid={msgid}: {?{action} action: }sent vacation response to <{address}>")
        .sign(Sign::Vacation)
        .says("An out-of-office answer was sent.")
        .level(Level::Success)
        .effect(Effect::Part(Session))
        .samples(&["sieve: msgid=<11.1@partner.example>: vacation action: sent vacation response to <b@partner.example>"]),
    line("vacdup", "sieve: msgid={msgid}: {?{action} action: }discarded duplicate vacation response to <{address}>")
        .sign(Sign::AnsweredBefore)
        .says("No out-of-office reply was sent: that sender already got one in this period (:days of the vacation rule).")
        .helps(Party::Nobody, &[("Normal: each sender gets one reply in the period that the rule sets. To test it, write from another address, or set fewer days.", "")])
        .effect(Effect::Part(Session))
        .samples(&["sieve: msgid=<11.1@partner.example>: vacation action: discarded duplicate vacation response to <b@partner.example>"]),
    line("vacown", "sieve: msgid={msgid}: {?{action} action: }discarded vacation reply to own address <{address}>")
        .sign(Sign::Vacation)
        .says("No out-of-office reply was sent: the message came from the mailbox's own address.")
        .helps(Party::Nobody, &[("Test it from an address that isn't the mailbox's own or in the rule's list.", "")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: vacation action: discarded vacation reply to own address <b@partner.example>"]),
    line("vacnull", "sieve: msgid={msgid}: {?{action} action: }discarded vacation reply to <>")
        .sign(Sign::Vacation)
        .says("No out-of-office reply was sent: the message has no sender, as bounces have.")
        .helps(Party::Nobody, &[("Normal: nobody can be answered there. Test it from an ordinary mailbox.", "")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: vacation action: discarded vacation reply to <>"]),
    line("vaclist", "sieve: msgid={msgid}: {?{action} action: }discarding vacation response to mailinglist recipient <{address}>")
        .sign(Sign::Vacation)
        .says("No out-of-office reply was sent: the message came through a mailing list (it has List headers).")
        .helps(Party::Nobody, &[("Normal. Test it from an ordinary mailbox.", "")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: vacation action: discarding vacation response to mailinglist recipient <b@partner.example>"]),
    line("vacauto", "sieve: msgid={msgid}: {?{action} action: }discarding vacation response to auto-submitted message from <{address}>")
        .sign(Sign::Vacation)
        .says("No out-of-office reply was sent: the message is automatic itself (Auto-Submitted).")
        .helps(Party::Nobody, &[("Normal: automatic replies would answer each other forever. Test it from an ordinary mailbox.", "")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: vacation action: discarding vacation response to auto-submitted message from <b@partner.example>"]),
    line("vacbulk", "sieve: msgid={msgid}: {?{action} action: }discarding vacation response to precedence={value} message from <{address}>")
        .sign(Sign::Vacation)
        .says("No out-of-office reply was sent: the message is bulk mail (Precedence).")
        .helps(Party::Nobody, &[("Normal. Test it from an ordinary mailbox.", "")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: vacation action: discarding vacation response to precedence=bulk message from <b@partner.example>"]),
    line("vacsupp", "sieve: msgid={msgid}: {?{action} action: }discarding vacation response to message from <{address}> (`{flag}' flag found in x-auto-response-suppress header)")
        .sign(Sign::Vacation)
        .says("No out-of-office reply was sent: the sender asked for none (X-Auto-Response-Suppress).")
        .helps(Party::Nobody, &[("Normal. Test it from another mailbox; Outlook and Exchange set that header in some messages.", "")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: vacation action: discarding vacation response to message from <b@partner.example> (`oof' flag found in x-auto-response-suppress header)"]),
    line("vacsys", "sieve: msgid={msgid}: {?{action} action: }not sending vacation response to system address <{address}>")
        .sign(Sign::Vacation)
        .says("No out-of-office reply was sent: {address} is the address of a system (such as mailer-daemon).")
        .helps(Party::Nobody, &[("Normal. Test it from an ordinary mailbox.", "")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: vacation action: not sending vacation response to system address <b@partner.example>"]),
    line("vacimplicit", "sieve: msgid={msgid}: {?{action} action: }discarding vacation response for implicitly delivered message; no known (envelope) recipient address found in message headers (recipient=<{address}>{detail})")
        .sign(Sign::NotAddressed)
        .says("No out-of-office reply was sent: neither To nor Cc of the message names {address}, as with an alias, a forward or Bcc, and the rule lists no other address that they name.")
        .level(Level::Warning)
        .helps(Party::Recipient, &[(
            "Add the alias that the message was sent to as one of the user's own addresses in the vacation rule (:addresses; “my email addresses” in Roundcube). For aliases of all users the server can take the address of the envelope:",
            "doveconf -n | grep -e sieve_vacation -e recipient_delimiter -e lda_original_recipient_header",
        )])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: vacation action: discarding vacation response for implicitly delivered message; no known (envelope) recipient address found in message headers (recipient=<anna@x.example>, and 1 additional aliases)"]),
    line("vacfail", "sieve: msgid={msgid}: {?{action} action: }failed to send vacation response to {address}: <{error}> (temporary error)")
        .sign(Sign::Vacation)
        .says("The out-of-office answer could not be sent.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Server)
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: vacation action: failed to send vacation response to b@partner.example: <Internal error occurred> (temporary error)"]),
    line("notify", "sieve: msgid={msgid}: {?{action} action: }sent mail notification to {address}{? ({detail})}")
        .says("A filter sent a new-mail notice.")
        .level(Level::Success)
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: notify action: sent mail notification to b@x.example (method=mailto)"]),
    line("not-compiled", "{?sieve: Error: }sieve: Failed to compile script {?`}{?'}{path}{?'} (view user logfile {what} for more information)")
        .says("The mail filter has a mistake, so it cannot run; mail goes to the inbox unfiltered.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::FilterBroken)
        .samples(&["sieve: Failed to compile script `/srv/mail/typo/.dovecot.sieve' (view user logfile `/srv/mail/typo/.dovecot.sieve.log' for more information)"]),
    line("not-compiled-named", "{?sieve: Error: }sieve: file:{location};name={name}: Failed to compile script {?`}{?'}{detail}' (view user logfile {what} for more information)")
        .says("The mail filter has a mistake, so it cannot run; mail goes to the inbox unfiltered.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::FilterBroken)
        .samples(&[
            "sieve: file:/srv/mail/typo/sieve/main.sieve;name=main script: Failed to compile script `main script' (view user logfile `/srv/mail/typo/sieve/main.sieve.log' for more information)",
            "sieve: Error: sieve: file:/srv/mail/typo/sieve/main.sieve;name=main script: Failed to compile script `main script' (view user logfile `/srv/mail/typo/sieve/main.sieve.log' for more information)",
        ]),
    line("not-compiled-there", "{?sieve: Error: }sieve: file:{location}: Failed to compile script {?`}{?'}{detail}' (view user logfile {what} for more information)")
        .says("The mail filter has a mistake, so it cannot run; mail goes to the inbox unfiltered.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::FilterBroken)
        .samples(&["sieve: file:/srv/mail/typo/sieve/main.sieve: Failed to compile script `main script' (view user logfile `/srv/mail/typo/sieve/main.sieve.log' for more information)"]),
    line("compile2", "sieve: Failed to {name} script {path}")
        .says("A filter could not be read; mail goes to the inbox.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::FilterBroken)
        .loose()
        .helps(Party::OurServer, SCRIPT_NOT_COMPILED)
        .samples(&["sieve: Failed to open script `/srv/mail/typo/.dovecot.sieve'"]),
    line("failed-but-kept", "sieve: Execution of script {path} failed, but implicit keep was successful{? {detail}}")
        .says("The mail filter failed, but the message was saved in the inbox.")
        .level(Level::Warning)
        .effect(Effect::Attempt(Success))
        .cause(Cause::FilterBroken)
        .samples(&["sieve: Execution of script /srv/mail/news/.dovecot.sieve failed, but implicit keep was successful (user logfile /srv/mail/news/.dovecot.sieve.log may reveal additional details)"]),
    line("execfail", "sieve: Execution of script {path} failed with unsuccessful implicit keep{? {detail}}")
        .says("The filter failed and the mail could not be saved either.")
        .level(Level::Temporary)
        .effect(Effect::Attempt(Deferral))
        .cause(Cause::FilterBroken)
        .loose()
        .samples(&["sieve: Execution of script /srv/mail/nils/Maildir/dovecot.index failed with unsuccessful implicit keep"]),
    line("exectemp", "sieve: Execution of script {path} was aborted due to temporary failure{? {detail}}")
        .says("The mail filter couldn't finish because of a temporary failure. The message isn't stored yet; the mail server tries again.")
        .level(Level::Temporary)
        .effect(Effect::Attempt(Deferral))
        .cause(Cause::FilterStopped)
        .loose()
        .samples(&["sieve: Execution of script /srv/mail/nils/Maildir/dovecot.index was aborted due to temporary failure"]),
    line("excess", "sieve: Execution of script {path} was aborted due to excessive resource usage{? {detail}}")
        .says("The filter used too much processor time.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::FilterBroken)
        .loose()
        .samples(&["sieve: Execution of script /srv/mail/nils/Maildir/dovecot.index was aborted due to excessive resource usage"]),
    line("missing", "sieve: Script {path} is missing for {what}")
        .says("A filter that should run is not there.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .helps(Party::OurServer, SCRIPT_NOT_COMPILED)
        .samples(&["sieve: Script /srv/mail/nils/Maildir/dovecot.index is missing for invalid record size"]),
    line("opentemp", "sieve: Failed to open script {path} for {what} (temporary failure)")
        .says("A filter could not be opened just then.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Permission)
        .loose()
        .helps(Party::OurServer, PERMISSIONS)
        .samples(&["sieve: Failed to open script /srv/mail/nils/Maildir/dovecot.index for invalid record size (temporary failure)"]),
    line("storage", "sieve: Failed to access user's personal storage (temporary failure)")
        .says("The user's filter folder could not be read.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Permission)
        .samples(&["sieve: Failed to access user's personal storage (temporary failure)"]),
    line("corruptbin", "sieve: msgid={msgid}: {?{action} action: }Encountered corrupt binary: re-compiling script {path}")
        .says("The stored compiled filter was damaged and is made again.")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::Index)
        .loose()
        .samples(&["sieve: msgid=<11.1.8783528@partner.example>: Encountered corrupt binary: re-compiling script /srv/mail/nils/Maildir/dovecot.index"]),
    line("globalbin", "sieve: The {?LDA}{?LMTP} Sieve plugin does not have permission to save global Sieve script binaries; global Sieve scripts like {path} need to be pre-compiled using the sievec tool")
        .says("A server-wide filter was not compiled in advance.")
        .level(Level::Alert)
        .helps(Party::OurServer, &[("Compile the server-wide filters once as root, since the mailboxes' user may not write in their folder; mail is delivered meanwhile:", "doveconf -n | grep -e sieve_before -e sieve_after -e sieve_default -e sieve_global; sievec /etc/dovecot/sieve/")])
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["sieve: The LDA Sieve plugin does not have permission to save global Sieve script binaries; global Sieve scripts like /srv/mail/nils/Maildir/dovecot.index need to be pre-compiled using the sievec tool"]),
    line("nosend", "sieve: msgid={msgid}: {?{action} action: }reject action has no means to send mail")
        .says("The server has no way set up to send notices.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Config)
        .loose()
        .samples(&["sieve: msgid=<11.1@partner.example>: reject action has no means to send mail"]),
    line("policy", "sieve: msgid={msgid}: {?{action} action: }number of {name} actions exceeds policy limit ({n} > {n2})")
        .says("The mail filter takes too many actions of the kind {name}: {n}, and the server allows {n2} (sieve_max_redirects, sieve_max_actions).")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::FilterBroken)
        .helps(Party::Recipient, MANY)
        .samples(&["sieve: msgid=<11.1@partner.example>: number of redirect actions exceeds policy limit (5 > 4)"]),
    line("policy-all", "sieve: msgid={msgid}: {?{action} action: }total number of actions exceeds policy limit ({n} > {n2})")
        .says("The mail filter takes too many actions for one message: {n}, and the server allows {n2} (sieve_max_actions).")
        .level(Level::Warning)
        .effect(Effect::Part(Session))
        .cause(Cause::FilterBroken)
        .helps(Party::Recipient, MANY)
        .samples(&["sieve: msgid=<11.1@partner.example>: total number of actions exceeds policy limit (33 > 32)"]),
    line("binsave", "sieve: {?binary {to_path}: }{?binary }save: failed to create temporary file: open({path}) failed: {error}")
        .says("The filter works and the mail is delivered, but the compiled form of the filter could not be saved, so it's compiled again for each message: {error}.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("Compile the server-wide filters once as root, since the mailboxes' user may not write in their folder; mail is delivered meanwhile:", "doveconf -n | grep -e sieve_before -e sieve_after -e sieve_default -e sieve_global; sievec /etc/dovecot/sieve/")])
        .effect(Effect::Part(Session))
        .loose()
        .samples(&["sieve: binary save: failed to create temporary file: open(/etc/dovecot/sieve/before.d/spam.svbin.mail.3307.) failed: Permission denied", "sieve: save: failed to create temporary file: open(/srv/mail/nils/Maildir/dovecot.index) failed: Internal error occurred"]),
    line("symlink", "sieve: Active sieve script symlink {path} is no symlink.")
        .says("A hand-made filter file sits where a link should be.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::FilterBroken)
        .loose()
        .samples(&["sieve: Active sieve script symlink /srv/mail/nils/Maildir/dovecot.index is no symlink."]),
    line("imap", "sieve: Execution of script {path} failed{? {detail}}")
        .says("A filter that runs when mail is moved failed.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::FilterBroken)
        .loose()
        .helps(Party::OurServer, SCRIPT_NOT_COMPILED)
        .samples(&["sieve: Execution of script /srv/mail/nils/Maildir/dovecot.index failed"]),
    line("discarded", "sieve: msgid={msgid}: {?{action} action: }Marked message to be discarded if not explicitly delivered (discard action)")
        .says("A mail filter marked the message to be discarded: it's gone, unless another rule stored it.")
        .effect(Effect::Attempt(Success))
        .tie(Tie::Known(Role::MessageId))
        .cause(Cause::FilterDiscarded)
        .samples(&["sieve: msgid=<11.1@partner.example>: discard action: Marked message to be discarded if not explicitly delivered (discard action)"]),
    line("piped", "{?sieve: }{?msgid={msgid}: }{?uid={uid}: }pipe action: piped message to program {?`}{?'}{name}'")
        .says("The filter gave the message to the program {name}.")
        .effect(Effect::Part(Session))
        .samples(&["sieve: pipe action: piped message to program `learn-spam.sh'", "sieve: uid=4: pipe action: piped message to program 'rspamd-learn-spam.sh'"]),
    line("pipe-program-missing", "{?sieve: }{?msgid={msgid}: }{?uid={uid}: }pipe action: failed to pipe message to program: program {?`}{?'}{name}' not found")
        .says("The filter calls the program {name}, which isn't in the folder for such programs, so the message didn't get to it.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::FilterBroken)
        .helps(Party::OurServer, &[("Put {name} in this folder, owned by root and executable; a filter names it without a path:", "doveconf -n | grep -e sieve_pipe_bin_dir -e sieve_pipe_socket_dir")])
        .samples(&["sieve: pipe action: failed to pipe message to program: program `learn-spam.sh' not found"]),
    line("pipe-failed", "{?sieve: }{?msgid={msgid}: }{?uid={uid}: }pipe action: failed to {?pipe message}{?execute} to program {?`}{?'}{name}'{?: {detail}}")
        .says("The program {name}, which the filter calls, couldn't be run or ended with an error.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::FilterBroken)
        .helps(Party::OurServer, &[
            ("Find the program in this folder, and see whether the mailboxes' user may run it:", "doveconf -n | grep -e sieve_pipe_bin_dir -e mail_uid; ls -l $(doveconf -h sieve_pipe_bin_dir 2>/dev/null || doveconf -h plugin/sieve_pipe_bin_dir)"),
            ("Run {name} by hand as that user with a message as its input: what it prints and its exit code say why.", ""),
        ])
        .samples(&["sieve: pipe action: failed to pipe message to program `learn-spam.sh'", "sieve: pipe action: failed to execute to program `learn-spam.sh': refer to server log for more information."]),
    line("program-failed", "program exec:{path} ({pid}): Terminated with non-zero exit code {status}")
        .says("The helper program {path} ended with the number {status}: 75 asks to try again, 126 means that it may not be run, and 127 that it, or a program that it calls, isn't there.")
        .level(Level::Warning)
        .helps(Party::OurServer, &[("Run the program by hand as the mailbox's user, and see what it says:", "ls -l {path}; doveconf -n | grep sieve_")])
        .effect(Effect::Part(Session))
        .samples(&["program exec:/etc/dovecot/sendmail (18690): Terminated with non-zero exit code 75"]),
    line("program-crashed", "program exec:{path} ({pid}): Terminated abnormally with signal {signal}")
        .says("A helper program crashed.")
        .level(Level::Alert)
        .effect(Effect::Part(Session))
        .cause(Cause::Crash)
        .helps(Party::OurServer, PROCESS_CRASHED)
        .samples(&["program exec:/srv/mail/nils/Maildir/dovecot.index (18753): Terminated abnormally with signal 9"]),
];
