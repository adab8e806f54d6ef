//! Postfix cleanup and pickup: the programs that bring a message into the queue.
//!
//! cleanup writes the `Message-ID`, which ties the ids of one mail together across filters and servers,
//! and what content rules and mail filters did. The text that a rule matched is the customer's own and
//! can hold anything, also `; from=<`.

use super::smtpd::{
    CLIENT, DETAIL, FROM, HELO, HOST, LABEL_PORT, LATER, MILTER_DOWN, MILTER_FORBIDDEN, NEVER, PORT, PROTO,
    QID, REASON, STATUS, STEP, TO,
};
use super::{Datum, Effect, Field, Format, Led, Pattern, Role, Shape, Sign, Tie, Word, field, line, word};
use crate::vocabulary::Level::{Alert, Permanent, Temporary, Warning};
use crate::vocabulary::TraceType::Message;
use crate::vocabulary::{Outcome, Party};

const FILTER_REFUSED: &[(&str, &str)] = &[(
    "See what the filter itself logged in that second: it says which rule (spam, SPF, a limit on outgoing mail) refused the message. These are the filters that Postfix asks:",
    "postconf smtpd_milters non_smtpd_milters",
)];

/// What cleanup and pickup write to the mail log.
pub static FORMAT: Format = Format {
    id: "postfix-cleanup",
    title: "the part of Postfix that puts messages into the queue",
    found_in: &["/var/log/maillog", "/var/log/mail.log", "journalctl -u 'postfix*'"],
    sources: &["Postfix cleanup_message.c, cleanup_milter.c, pickup.c", "Postfix 3.7 run"],
    programs: &["cleanup", "pickup", "postdrop", "sendmail", "send-mail", "postfix"],
    realm: "postfix",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("service", Role::Path, "Where the mail filter listens.").shape(Shape::Text),
    QID, HOST, CLIENT, PORT, STEP, LATER, NEVER, STATUS, REASON, FROM, TO, PROTO, HELO, DETAIL,
    field("message_id", Role::MessageId, "The Message-ID that the sending program gave the message. It stays the same on every server that the mail passes."),
    field("uid", Role::User, "The number of the system user that the message came from: it tells which account or website sent it.").datum(Datum::Account).shape(Shape::Number),
    field("orig", Role::Queued, "The queue id that the message had before it was queued again.").shape(Shape::QueueId),
    field("part", Role::State, "The part of the message that a content rule looked at.").shape(Shape::Name),
    field("text", Role::Text, "The line of the message that the rule matched."),
    field("action", Role::State, "What the rule had done.").shape(Shape::Name),
    field("arg", Role::Text, "What the rule says about it.").shape(Shape::Text),
    field("later_status", Role::Status, "The enhanced status code: 4.x.x means that it may be tried again.").shape(Shape::StatusOf(4)),
    field("never_status", Role::Status, "The enhanced status code: 5.x.x means that it will not work later either.").shape(Shape::StatusOf(5)),
    field("address", Role::Address, "The address that it is about.").shape(Shape::Text),
    field("map", Role::Path, "The table that it is about."),
    field("file", Role::Path, "The file that it is about."),
    field("user", Role::User, "The system user who sent it.").shape(Shape::Word),
];

const WORDS: &[Word] = &[
    word("message-id=", "The Message-ID of the message follows."),
    word("reject:", "The message was refused."),
    word("milter-reject:", "A mail filter outside Postfix (a milter) refused the message."),
    word("milter-hold:", "A mail filter outside Postfix (a milter) asked to hold the message."),
    word("milter-discard:", "A mail filter outside Postfix (a milter) asked to discard the message."),
    word("discard:", "The message was discarded without notifying anyone."),
    word("hold:", "The message waits until an administrator lets it go."),
    word("warning:", "Something is off, or a rule took note of something."),
];

/// A rule of this server refused what a message holds.
const RULES: &[(&str, &str)] = &[(
    "Find the rule that says “{arg}”. If it's too wide, narrow it, load it (postfix reload), and have the sender send the message again; if the message was unwanted, nothing needs to be done:",
    "grep -n REJECT $(postconf -h header_checks mime_header_checks nested_header_checks body_checks | tr ', ' '\\n' | sed -n 's/^[a-z]*://p' | sort -u)",
)];

const PATTERNS: &[Pattern] = &[
    line("message-id", "{qid}: message-id={message_id}")
        .says("The message's own id is {message_id}.")
        .effect(Effect::Early(Message))
        .tie(Tie::Same(Role::MessageId))
        .samples(&["C1BC89B85C8: message-id=<4q54xqb3wf676192.103@kingfisherbakery.example>", "ACD119B8528: message-id=plain-id-without-brackets", "ACD119B8528: message-id=<>"]),
    line("resent-message-id", "{qid}: resent-message-id={message_id}")
        .says("The message was sent once more by a person, under the id {message_id}.")
        .effect(Effect::Early(Message))
        .samples(&["C1BC89B85C8: resent-message-id=<x@kingfisherbakery.example>"]),
    line("submitted", "{qid}: uid={uid} from=<{from}>")
        .says("A program on this server sent a message as system user number {uid}.")
        .effect(Effect::Birth(Message))
        .samples(&["C1BC89B85C8: uid=33 from=<defersender@kingfisherbakery.example>", "C1BC89B85C8: uid=0 from=<>"]),
    line("submitted-bare", "{qid}: uid={uid} from={from}")
        .says("A program on this server sent a message as system user number {uid}.")
        .effect(Effect::Birth(Message))
        .loose()
        .samples(&["C1BC89B85C8: uid=33 from=www-data"]),
    line("requeued", "{qid}: uid={uid} from=<{from}> orig_id={orig}")
        .says("An administrator had the message queued again; before, its queue id was {orig}.")
        .effect(Effect::Birth(Message))
        .tie(Tie::MadeBy(Role::Queued, Led::Forward))
        .samples(&["C1BC89B85C8: uid=89 from=<a@kingfisherbakery.example> orig_id=B0B039B8586"]),
    line("content-reject", "{qid}: reject: {part} {text} from {host}[{client}]{?:{port}};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}: {status} {arg}")
        .says("A content rule of this server (header_checks or body_checks) refused the message for its {part} “{text}”: {arg}.")
        .level(Permanent)
        .helps(Party::OurServer, RULES)
        .effect(Effect::Verdict(Message, Outcome::Failed))
        .sign(Sign::ContentRule)
        .samples(&["1F6FD9B8552: reject: header Subject: FREE CIALIS!!! VIAGRA from unknown[198.51.100.53]; from=<bulk7@win-prize-now.example> to=<noreply@kingfisherbakery.example> proto=ESMTP helo=<mail.unknown-helo.example>: 5.7.1 Unwanted drug spam"]),
    line("content-reject-local", "{qid}: reject: {part} {text} from local; from=<{from}>{? to=<{to}>}: {status} {arg}")
        .says("A content rule of this server (header_checks or body_checks) refused the message for its {part} “{text}”: {arg}.")
        .level(Permanent)
        .helps(Party::OurServer, RULES)
        .effect(Effect::Verdict(Message, Outcome::Failed))
        .sign(Sign::ContentRule)
        .samples(&["1F6FD9B8552: reject: header Subject: viagra from local; from=<a@kingfisherbakery.example>: 5.7.1 Unwanted drug spam", "1F6FD9B8552: reject: body x from local; from=<a@kingfisherbakery.example> to=<b@oakandlinen.example>: 5.7.1 No"]),
    line("mime-reject", "{qid}: reject: mime-error {text}: {arg} from {host}[{client}]{?:{port}};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}{?: {detail}}")
        .says("The message is built wrongly or nested too deeply, so it was refused.")
        .level(Permanent)
        .helps(Party::Sender, &[("The program that made the message must build it by the standard; the limits are mime_nesting_limit and strict_mime_*:", "postconf mime_nesting_limit strict_mime_encoding_domain strict_8bitmime")])
        .effect(Effect::End(Message))
        .samples(&["1F6FD9B8552: reject: mime-error improper use of 8-bit data in message header: Subject: x from unknown[198.51.100.53]; from=<a@freshmail.example> to=<b@oakandlinen.example> proto=ESMTP helo=<x>"]),
    line("content-rule", "{qid}: {action}: {part} {text} from {host}[{client}]{?:{port}};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}{?: {arg}}")
        .says("A content rule of this server acted on the message ({action}) because of its {part}.")
        .effect(Effect::Part(Message))
        .samples(&[
            "6EF409B8586: prepend: header Subject: prependthis from out-41.bigmail.example[203.0.113.5]; from=<user4@bigmail.example> to=<billing@kingfisherbakery.example> proto=ESMTP helo=<out-41.bigmail.example>: X-Seen: yes",
            "49E259B85DF: replace: body x ReplaceMe123 from out-41.bigmail.example[203.0.113.5]; from=<user62@bigmail.example> to=<info@kingfisherbakery.example> proto=ESMTP helo=<out-41.bigmail.example>: replaced",
        ]),
    line("content-rule-local", "{qid}: {action}: {part} {text} from local; from=<{from}>{? to=<{to}>}{?: {arg}}")
        .says("A content rule of this server acted on the message ({action}) because of its {part}.")
        .effect(Effect::Part(Message))
        .samples(&["6EF409B8586: warning: header Subject: x from local; from=<a@kingfisherbakery.example> to=<b@oakandlinen.example>: noted"]),
    line("content-warning", "{qid}: warning: {part} {text} from {host}[{client}]{?:{port}};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}{?: {arg}}")
        .says("A content rule of this server took note of the message's {part} and let it through.")
        .effect(Effect::Part(Message))
        .samples(&["D24C99B8479: warning: header Subject: warnthis from out-41.bigmail.example[203.0.113.5]; from=<user60@bigmail.example> to=<hr@kingfisherbakery.example> proto=ESMTP helo=<out-41.bigmail.example>: odd subject"]),
    line("content-redirect", "{qid}: redirect: {part} {text} from {host}[{client}]{?:{port}};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}: {address}")
        .says("A content rule of this server sends the message to {address} instead of its recipients.")
        .level(Warning)
        .helps(Party::OurServer, &[("If that isn't wanted, change the rule of header_checks or body_checks:", "postconf header_checks mime_header_checks nested_header_checks body_checks milter_header_checks")])
        .effect(Effect::Part(Message))
        .samples(&["74EA19B8482: redirect: header Subject: redirectthis from out-41.bigmail.example[203.0.113.5]; from=<user10@bigmail.example> to=<sales@oakandlinen.example> proto=ESMTP helo=<out-41.bigmail.example>: info@kingfisherbakery.example"]),
    line("scanner-hold", "{qid}: hold: header Received: {text} from {host}[{client}]{?:{port}};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}{?: {arg}}")
        .sign(Sign::HeldForScanner)
        .says("A rule of header_checks holds every message: that is how MailScanner gets its mail. It checks the message and lets it go on; what stays on hold waits for it, usually because it isn't running.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .helps(Party::OurServer, &[
            ("See whether MailScanner runs, why it stopped, and start it: it then takes what is on hold. (Mail that postsuper -H lets go isn't checked.)", "systemctl status mailscanner; journalctl -u mailscanner -n 50; systemctl start mailscanner"),
        ])
        .samples(&["0C7979B85E5: hold: header Received: from mx.bigmail.example (mx.bigmail.example [203.0.113.5])??by mx.shop.example (Postfix) with ESMTPS id 0C7979B85E5??for <ana@shop.example>; Tue, 8 Oct 2019 07:14:03 +0200 from mx.bigmail.example[203.0.113.5]; from=<ben@bigmail.example> to=<ana@shop.example> proto=ESMTP helo=<mx.bigmail.example>"]),
    line("content-hold", "{qid}: hold: {part} {text} from {host}[{client}]{?:{port}};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}{?: {arg}}")
        .says("A content rule holds the message in the queue until an administrator lets it go.")
        .level(Warning)
        .helps(Party::OurServer, &[("Look at the message, then let it go on (or delete it with postsuper -d); narrow the rule of header_checks or body_checks if it's too wide:", "postcat -q {qid}; postsuper -H {qid}")])
        .effect(Effect::Part(Message))
        .samples(&["0C7979B85E5: hold: header Subject: please holdthis now from out-41.bigmail.example[203.0.113.5]; from=<user30@bigmail.example> to=<noreply@kingfisherbakery.example> proto=ESMTP helo=<out-41.bigmail.example>: manual review"]),
    line("content-discard", "{qid}: discard: {part} {text} from {host}[{client}]{?:{port}};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}{?: {arg}}")
        .says("A content rule discarded the message. To the sender it looks accepted; nobody is notified.")
        .level(Permanent)
        .helps(Party::OurServer, &[("A rule of header_checks or body_checks on this server discards such mail. Find it and narrow it; the message must be sent again:", "postconf header_checks mime_header_checks nested_header_checks body_checks milter_header_checks")])
        .effect(Effect::End(Message))
        .samples(&["9F9C39B85E1: discard: header Subject: discardthis from out-41.bigmail.example[203.0.113.5]; from=<user49@bigmail.example> to=<noreply@kingfisherbakery.example> proto=ESMTP helo=<out-41.bigmail.example>: silently dropped"]),
    line("milter-forbidden", "warning: connect to Milter service inet:{host}:{port}: Permission denied")
        .says(MILTER_FORBIDDEN)
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, LABEL_PORT)
        .samples(&["warning: connect to Milter service inet:127.0.0.1:8891: Permission denied"]),
    line("milter-down", "warning: connect to Milter service {service}: {detail}")
        .says("The mail filter (milter) at {service} can't be reached: {detail}. Until it can, mail is deferred, refused, or let through unchecked, as the settings say.")
        .sign(Sign::FilterSays)
        .level(Alert)
        .effect(Effect::Ahead)
        .helps(Party::OurServer, MILTER_DOWN)
        .samples(&["warning: connect to Milter service inet:127.0.0.1:8891: Connection refused"]),
    line("filter-reject-later", "{qid}: milter-reject: {step} from {host}[{client}]{?:{port}}: {?{later} }{later_status} {reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A mail filter (milter) refused the finished message for now, with the words \u{201c}{reason}\u{201d}. A sending server keeps it and tries again; an app shows an error.")
        .level(Temporary)
        .effect(Effect::End(Message))
        .hints(FILTER_REFUSED)
        .samples(&["1038A9B85CA: milter-reject: END-OF-MESSAGE from unknown[198.51.100.53]: 4.7.1 Service unavailable - try again later; from=<a@win-prize-now.example> to=<j.moreno@kingfisherbakery.example> proto=ESMTP helo=<mail.unknown-helo.example>"]),
    line("filter-reject", "{qid}: milter-reject: {step} from {host}[{client}]{?:{port}}: {?{never} }{never_status} {reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A mail filter (milter) refused the finished message permanently, with the words \u{201c}{reason}\u{201d}.")
        .level(Permanent)
        .effect(Effect::End(Message))
        .hints(FILTER_REFUSED)
        .samples(&["1038A9B85CA: milter-reject: END-OF-MESSAGE from unknown[198.51.100.53]: 5.7.1 Blocked by SpamAssassin; from=<bulk5@win-prize-now.example> to=<j.moreno@kingfisherbakery.example> proto=ESMTP helo=<mail.unknown-helo.example>"]),
    line("filter-hold", "{qid}: milter-hold: {step} from {host}[{client}]{?:{port}}: {reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A mail filter had the message held in the queue until an administrator lets it go.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["717E39B860B: milter-hold: END-OF-MESSAGE from m.dmarcrej.example[203.0.113.45]: milter triggers HOLD action; from=<user37@dmarcrej.example> to=<support@kingfisherbakery.example> proto=ESMTP helo=<m.dmarcrej.example>"]),
    line("filter-discard", "{qid}: milter-discard: {step} from {host}[{client}]{?:{port}}: {reason};{? from=<{from}>}{? to=<{to}>}{? proto={proto}}{? helo=<{helo}>}")
        .says("A mail filter had the message discarded. To the sender it looks accepted; nobody is notified.")
        .level(Permanent)
        .effect(Effect::End(Message))
        .samples(&["717E39B860B: milter-discard: END-OF-MESSAGE from m.dmarcrej.example[203.0.113.45]: milter triggers DISCARD action; from=<user37@dmarcrej.example> to=<support@kingfisherbakery.example> proto=ESMTP helo=<m.dmarcrej.example>"]),
    line("given-up", "{qid}: removed ({text})")
        .says("The message was given up before it was in the queue.")
        .level(Warning)
        .effect(Effect::End(Message))
        .loose()
        .samples(&["9F9C39B85E1: removed (canceled)", "9F9C39B85E1: removed (discarded)"]),
    line("write-failed", "warning: {qid}: write queue file: {detail}")
        .says("The message could not be written to the queue; usually the disk is full.")
        .helps(Party::OurServer, &[("See which file system is full, by space and by inodes:", "df -h; df -i")])
        .level(Alert)
        .effect(Effect::Part(Message))
        .samples(&["warning: 71E829B85D4: write queue file: No space left on device"]),
    line("map-failed", "warning: {qid}: {map} map lookup problem for {address} -- message not accepted, try again later")
        .says("The table in the setting {map} could not be read, so the message was not accepted; the client is asked to try again.")
        .level(Alert)
        .follows()
        .effect(Effect::Part(Message))
        .helps(Party::OurServer, &[(
            "Ask the tables of {map} by hand for what Postfix asked; the reply names the error (a service or database that's down, a login that it doesn't accept, a type that isn't installed):",
            "postmap -q {address} $(postconf -hx {map} | tr , ' ')",
        )])
        .samples(&["warning: 71E829B85D4: virtual_alias_maps map lookup problem for info@oakandlinen.example -- message not accepted, try again later"]),
    line("map-too-deep", "warning: {qid}: unreasonable {map} map {text} for {address} -- {detail}")
        .says("The forwards of {address} form a loop or go to too many addresses.")
        .helps(Party::OurServer, &[("See where the address leads in the virtual alias table, and take out the entry that leads back:", "postmap -q {address} $(postconf -hx virtual_alias_maps | tr , ' '); postconf virtual_alias_expansion_limit virtual_alias_recursion_limit")])
        .level(Permanent)
        .effect(Effect::Part(Message))
        .samples(&["warning: 71E829B85D4: unreasonable virtual_alias_maps map nesting for info@oakandlinen.example -- message not accepted, try again later", "warning: 71E829B85D4: unreasonable virtual_alias_maps map expansion size for info@oakandlinen.example -- message not accepted, try again later"]),
    line("too-many-hops", "warning: {qid}: message rejected: hopcount exceeded")
        .says("The message has passed far too many servers: it is in a mail loop.")
        .helps(Party::OurServer, &[("The Received lines of the message name the servers that pass it around. A forward, a transport or an MX record leads back; what this server does with the domain:", "postconf hopcount_limit mydestination relay_domains transport_maps virtual_alias_maps")])
        .level(Permanent)
        .effect(Effect::Part(Message))
        .samples(&["warning: 71E829B85D4: message rejected: hopcount exceeded"]),
    line("broken-off", "warning: mail_stream_cleanup: close error")
        .says("A message was broken off while it came in: the client went away, or the message was too large.")
        .level(Warning)
        .samples(&["warning: mail_stream_cleanup: close error"]),
    line("pickup-unreachable", "warning: unable to look up {file}: {detail}")
        .says("A program on this server cannot reach Postfix to send mail. Check that Postfix runs.")
        .helps(Party::OurServer, &[("See whether it runs:", "systemctl status postfix"), ("If it doesn't, start it: it then takes up what waits in its maildrop. Where Sendmail or Exim runs in its place, only one of them can:", "systemctl start postfix")])
        .level(Alert)
        .samples(&["warning: unable to look up public/pickup: No such file or directory"]),
    line("maildrop-full", "warning: mail_queue_enter: create file {file}: No space left on device")
        .says("A program on this server couldn't put mail into the queue: the disk is full.")
        .helps(Party::OurServer, &[("See which file system is full, by space and by inodes:", "df -h /var/spool/postfix; df -i /var/spool/postfix")])
        .level(Alert)
        .samples(&["warning: mail_queue_enter: create file maildrop/12345.678: No space left on device"]),
    line("maildrop-denied", "warning: mail_queue_enter: create file {file}: Permission denied")
        .says("A program on this server couldn't put mail into the queue: postdrop isn't allowed to write into the maildrop folder.")
        .helps(Party::OurServer, &[("Restore the owners and permissions of Postfix's files; postdrop needs the group postdrop and its set-gid bit:", "postfix set-permissions; ls -l $(command -v postdrop); ls -ld /var/spool/postfix/maildrop"), ("If these are right, what runs the program takes the group away: NoNewPrivileges in the service of PHP or of the web server, no-new-privileges of a container, or SELinux.", "systemctl show -p NoNewPrivileges 'php*-fpm.service'; getenforce")])
        .level(Alert)
        .samples(&["warning: mail_queue_enter: create file maildrop/12345.678: Permission denied"]),
    line("maildrop-failed", "warning: mail_queue_enter: create file {file}: {detail}")
        .says("A program on this server couldn't put mail into the queue: {detail}.")
        .helps(Party::OurServer, &[("See that the queue's folder is there and can be written, and restore its owners and permissions:", "ls -ld /var/spool/postfix/maildrop; df -h /var/spool/postfix; postfix set-permissions")])
        .level(Alert)
        .loose()
        .samples(&["warning: mail_queue_enter: create file maildrop/12345.678: Read-only file system"]),
    line("no-recipients", "fatal: {user}({uid}): No recipient addresses found in message header")
        .says("A program of system user {user} tried to send mail without a recipient.")
        .helps(Party::Sender, &[("Find the script or contact form of {user} that names no recipient (an empty setting is usual), and correct it. PHP names it in a header or a log:", "grep -rhE '^ *mail\\.(add_x_header|log)' /etc/php* /opt/plesk/php/*/etc/php.ini")])
        .level(Permanent)
        .samples(&["fatal: www-data(33): No recipient addresses found in message header"]),
    line("script-too-large", "fatal: {user}({uid}): message file too big")
        .says("A program of system user {user} tried to send a message that is too large.")
        .helps(Party::OurServer, &[("Have the program write less, or into a file (a cron job: >/dev/null, or a log file), or send a link instead of the file; or raise message_size_limit, which is now:", "postconf message_size_limit")])
        .level(Permanent)
        .samples(&["fatal: www-data(33): message file too big"]),
    line("script-failed", "fatal: {user}({uid}): {detail}")
        .says("A program of system user {user} could not send its mail: {detail}.")
        .level(Permanent)
        .helps(Party::OurServer, &[("The line says what kept the program of {user} from sending: correct the program or script if it's an address or an option, else Postfix's queue (disk, permissions):", "postfix check; df -h /var/spool/postfix")])
        .loose()
        .samples(&["fatal: www-data(33): queue file write error"]),
];
