//! Exim: what became of each recipient. The two characters after the message id say it: `=>`, `->` and
//! `>>` worked, `**` failed for good, `==` will be tried again. `Completed` says only that nothing is left
//! to do.
//!
//! The address after them is written in four ways: as it is; a short mailbox name, command or file with
//! the address in angle brackets; a final address with the one it was forwarded from; and with the steps
//! between in parentheses. A reason stands after the first colon and a space that no field holds, but the
//! system's own error can stand before the fields, too.

use super::Stated::{Came, Of, Value};
use super::arrival::{CV, DN, ID, Q, X};
use super::{Effect, Field, Format, Pattern, Role, Shape, Sign, Word, field, line, word};
use crate::vocabulary::AttemptOutcome::{Deferral, Failure, Success};
use crate::vocabulary::Level::{self, Info, Permanent, Temporary, Warning};
use crate::vocabulary::TraceType::Message;
use crate::vocabulary::{Outcome, Party};

/// How Exim logs deliveries.
pub static FORMAT: Format = Format {
    id: "exim-delivery",
    title: "the Exim mail server, delivering a message",
    found_in: &["/var/log/exim4/mainlog", "/var/log/exim_mainlog", "/var/log/exim/main.log"],
    sources: &["Exim specification, chapter Log files", "Exim 4.99 deliver.c", "Exim 4.99 smtp.c"],
    programs: &["exim", "exim4"],
    own_log: true,
    realm: "exim",
    fields: FIELDS,
    words: WORDS,
    separators: &[": ", " "],
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    ID,
    field("recipient", Role::Recipient, "The address that this delivery is for.").shape(Shape::Mailbox),
    field("original", Role::OriginalRecipient, "The address that the message was sent to. A forward or alias turned it into the one before it.").shape(Shape::Mailbox),
    field("bare", Role::Path, "Where the message went on this server: a mailbox, a program after a vertical bar, or a file.").shape(Shape::Bare),
    field("command", Role::Program, "The program of this server that gets the message.").shape(Shape::Text),
    field("parents", Role::Address, "The addresses between: each was forwarded to the one before it.").shape(Shape::Text),
    field("correspondent", Role::Address, "The address that gets the automatic reply."),
    field("F", Role::Sender, "The envelope sender. It is empty for a notice.").shape(Shape::Address),
    field("P", Role::Address, "The return path that was sent on with the message.").shape(Shape::Address),
    field("R", Role::State, "The rule of this server that decided where the address leads, named by the server's owner: {}."),
    field("T", Role::Channel, "The way out that was used, named by the server's owner: {}."),
    field("ST", Role::State, "A copy of the message went this way, too: {}."),
    field("H", Role::Host, "The mail server at the other end.").parts("{?{host} }[{ip}]{?:{port}}{?*}"),
    field("host", Role::Remote, "The mail server at the other end."),
    field("ip", Role::Remote, "The address of the mail server at the other end."),
    field("port", Role::Port, "The port of the other server."),
    field("I", Role::Ip, "The address and port of this server.").parts("[{own}]:{own_port}"),
    field("own", Role::Ip, "The address of this server that the connection came from."),
    field("own_port", Role::Port, "The port of this server."),
    field("A", Role::State, "How this server logged in at the other one: {}."),
    field("C", Role::Reply, "The other server's last answer. It often holds the message's id there: give it to the people who run that server.").parts("\"{code}{? {status}} {reply}\""),
    field("code", Role::Code, "The other server's reply code: 2 in front means yes, 4 not now, 5 no."),
    field("status", Role::Status, "The enhanced status code: a finer reason than the reply code."),
    field("reply", Role::Reply, "The other server's answer. It often holds the message's id there: give it to the people who run that server.").shape(Shape::Hostile),
    field("errno", Role::Count, "The number of the error: a positive one is the system's, a negative one is Exim's own, 0 means that the other server answered with an error.").shape(Shape::Decimal),
    field("error", Role::Text, "The error in the system's words. It can mislead: the text at the end of the line is the better source."),
    field("reason", Role::Text, "Why, in Exim's words or those of the other server.").shape(Shape::Reason),
    field("DT", Role::Duration, "How long this attempt took: {}."),
    field("QT", Role::Duration, "How long the message had been on this server: {}."),
    field("S", Role::Bytes, "The size of what was delivered: { byte}."),
    field("DKIM", Role::Host, "The domain that the message was signed for on its way out."),
    X,
    CV,
    DN,
    Q,
    field("SNI", Role::Host, "The server name that was asked for."),
    field("PRX", Role::Ip, "The address of the proxy that the connection went through.").shape(Shape::Word),
    field("PS", Role::State, "The steps of the conversation in order: e and h for the greeting, s for TLS, a for the login."),
    field("Ci", Role::Text, "The id of the connection.").shape(Shape::Word),
    field("L", Role::State, "Several commands were sent at once, which is allowed."),
    field("L-", Role::State, "Sending several commands at once was offered and not used."),
    field("L*", Role::State, "Commands were sent before the greeting, which is allowed."),
    field("K", Role::State, "The message went in chunks, with the BDAT command."),
    field("DS", Role::State, "The DNS answers were signed."),
    field("PRDR", Role::State, "Every recipient got an answer of its own after the message."),
    field("TFO", Role::State, "The connection began with TCP Fast Open."),
    field("TFO*", Role::State, "The connection began with TCP Fast Open, and data came with it."),
    field("routing", Role::State, "It was deferred during routing, before any server was contacted."),
    field("rule", Role::Text, "The rule that discarded the message."),
    field("method", Role::State, "How this server tried to log in.").shape(Shape::Name),
    field("transport", Role::Channel, "The way out that was used, named by the server's owner.").shape(Shape::Name),
    field("output", Role::Text, "What the program wrote."),
    field("domain", Role::Host, "The domain that it is about."),
];

const WORDS: &[Word] = &[
    word("=>", "Delivered: put into the mailbox, or handed to the next server."),
    word("->", "Delivered, together with the one above: the same copy was for several recipients."),
    word(
        ">>",
        "Passed on to the next server while the sender was still connected. This line comes before the one with <=.",
    ),
    word("*>", "Nothing was sent: delivery was switched off for a test."),
    word("**", "Failed permanently. The sender gets a notice, unless the message is a notice itself."),
    word("==", "It did not work this time. Exim will try again."),
    word(
        "Completed",
        "Nothing is left to do for this message, and it left the queue. It does not mean that it was delivered.",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("delivered", "{msg} => {recipient}{? ({parents})}{? <{original}>}{*}")
        .says("Delivered to {recipient}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&[
            r#"1xUqTf-00002U-1J => elena@isp.example R=dnslookup T=remote_smtp H=mx.bigmail.example [192.0.2.11] X=TLS1.3:ECDHE_SECP256R1__RSA_PSS_RSAE_SHA256__AES_256_GCM:256 CV=no DN="CN=mx.bigmail.example" K C="250 2.0.0 Ok: queued as D7C96300003""#,
            r#"1xUqTf-00001p-0l => anna@bigmail.example <team@server1.hostco.example> F=<a@b.example> P=<a@b.example> R=dnslookup T=remote_smtp S=1079 H=mx.bigmail.example [192.0.2.11]:25* I=[192.0.2.1]:48194 X=TLS1.3:AES256:256 CV=no L K C="250 said \"hi\"" QT=0s DT=0.1s"#,
            "1xUqTf-00001p-0l => anna@bigmail.example (list@a.example, all@a.example) <team@server1.hostco.example> R=dnslookup T=remote_smtp H=mx.bigmail.example [2001:db8::25]",
        ])
        .reads(&[
            Value("recipient", "elena@isp.example"),
            Value("host", "mx.bigmail.example"),
            Value("reply", "Ok: queued as D7C96300003"),
            Of(Message, "1xUqTf-00002U-1J"),
            Came(Outcome::Delivered),
        ]),
    line("delivered-here", "{msg} => {bare}{? ({parents})} <{recipient}>{*}")
        .says("Delivered to {recipient} on this server: {bare}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&[
            "1xUqTf-00001p-0l => ops <team@server1.hostco.example> R=localuser T=local_delivery",
            "1xUqTf-00001p-0l => |/usr/local/bin/ticket new <help@bluefern.example> R=virtual_aliases T=address_pipe QT=0s DT=0s",
            r#"1xUqTl-0000EH-1V => luser4 <luser4@orchardcafe.example> R=lmtp_domain T=dovecot_virtual_delivery C="250 2.0.0 <luser4@orchardcafe.example> 75013B00004AbCd Saved""#,
        ]),
    line("delivered-to-quoted", "{msg} => \"{command}\" <{recipient}>{*}")
        .says("Handed to a program of this server for {recipient}: {command}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&["1xUqTf-00001p-0l => \"|/usr/local/bin/autorespond a@b.example /home/x\" <a@b.example> R=virtual_aliases T=address_pipe"]),
    line("failed-at-quoted", "{msg} ** \"{command}\" <{recipient}>{*}{?: {reason}{? DT={DT}}}")
        .says("The program of this server that should take the message for {recipient} failed permanently: {command}.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .samples(&["1xUqTf-00001p-0l ** \"|/usr/local/bin/autorespond a@b.example\" <a@b.example> R=virtual_aliases T=address_pipe: return message generated"]),
    line("deferred-at-quoted", "{msg} == \"{command}\" <{recipient}>{*} defer ({errno}){*}{?: {reason}{? DT={DT}}}")
        .says("The program of this server that should take the message for {recipient} did not work this time; Exim will try again: {command}.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&["1xUqTf-00001p-0l == \"|/usr/local/bin/autorespond a@b.example\" <a@b.example> R=virtual_aliases T=address_pipe defer (0): Child process of address_pipe transport returned 75 (could mean temporary error) from command: /usr/local/bin/autorespond"]),
    line("delivered-bare", "{msg} => {bare}{*}")
        .says("Delivered on this server: {bare}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .loose()
        .samples(&["1xUqTf-00001p-0l => root R=localuser T=local_delivery"]),
    line("delivered-together", "{msg} -> {recipient}{? ({parents})}{? <{original}>}{*}")
        .says("Delivered to {recipient}, in the same go as the recipient above.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&[r#"1xUqTj-0000AV-2x -> farid2@bigmail.example R=dnslookup T=remote_smtp H=mx.bigmail.example [192.0.2.11] C="250 2.0.0 Ok: queued as 655A1200009""#]),
    line("delivered-here-together", "{msg} -> {bare}{? ({parents})} <{recipient}>{*}")
        .says("Delivered to {recipient} on this server, in the same go as the recipient above: {bare}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&["1xUqTf-00001p-0l -> ops2 <team@server1.hostco.example> R=localuser T=local_delivery"]),
    line("delivered-while-connected", "{msg} >> {recipient}{? ({parents})}{? <{original}>}{*}")
        .says("Passed on to the mail server of {recipient} while the sender was still connected.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&[r#"1xUqUB-0000VT-1r >> buyer@partner.example R=cut_partner T=cut_smtp H=mx.partner.example [192.0.2.28] C="250 2.0.0 Ok: queued as EF975800002""#]),
    line("delivery-switched-off", "{msg} *> {recipient}{? ({parents})}{? <{original}>}{*}")
        .says("Nothing was sent to {recipient}: delivery was switched off for a test.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&[r#"1xUqTj-00009d-0Z *> quiet@bigmail.example R=dnslookup T=remote_smtp H=mx.bigmail.example [192.0.2.11]:-1 C="delivery bypassed by -N option""#]),
    line("automatic-reply", "{msg} => >{correspondent} <{recipient}>{*}")
        .says("An automatic reply from {recipient} was sent to {correspondent}.")
        .level(Info)
        .effect(Effect::Part(Message))
        .samples(&["1xUqTf-000033-2C => >anna@sendergood.example <vaca@bluefern.example> R=central_filter T=address_reply"]),
    line("automatic-reply-bare", "{msg} => >{correspondent}{*}")
        .says("An automatic reply was sent to {correspondent}.")
        .effect(Effect::Part(Message))
        .samples(&["1xUqTf-000033-2C => >anna@sendergood.example R=central_filter T=address_reply"]),
    line("thrown-away", "{msg} => :blackhole: <{recipient}>{*}")
        .says("The alias of {recipient} discards its mail. Nobody is notified.")
        .level(Warning)
        .helps(Party::Recipient, &[("If the mail is wanted, change the alias or the user's filter that discards it:", "exim -bt {recipient}; grep -rn blackhole /etc/aliases /etc/valiases")])
        .facts(&[(Role::Channel, "discard")])
        .effect(Effect::Attempt(Success))
        .samples(&["1xUqTi-000097-2g => :blackhole: <abuse@server1.hostco.example> R=system_aliases"]),
    line("thrown-away-by-filter", "{msg} => discarded <{recipient}>{*}")
        .says("The filter of {recipient} discarded the message. Nobody is notified.")
        .level(Warning)
        .helps(Party::Recipient, &[("If the mail is wanted, change the alias or the user's filter that discards it:", "exim -bt {recipient}; grep -rn blackhole /etc/aliases /etc/valiases")])
        .facts(&[(Role::Channel, "discard")])
        .effect(Effect::Attempt(Success))
        .samples(&["1xUqTj-00009v-1B => discarded <discardme@bluefern.example> R=central_filter"]),
    line("thrown-away-by-server-filter", "{msg} => discarded (system filter){*}")
        .says("The system filter discarded the message. Nobody is notified.")
        .level(Warning)
        .helps(Party::OurServer, &[("If the mail is wanted, change the rule that discards it (the system filter, or discard in an ACL):", "exim -bP system_filter; exim -bP config | grep -n -e discard -e blackhole")])
        .facts(&[(Role::Channel, "discard")])
        .effect(Effect::Attempt(Success))
        .samples(&["1xUqTj-00009v-1B => discarded (system filter)"]),
    line("thrown-away-by-rule", "{msg} => blackhole ({rule} discarded recipients){?: {output}}")
        .says("A rule of this server accepted the message and discarded it. Nobody is notified.")
        .level(Warning)
        .helps(Party::OurServer, &[("If the mail is wanted, change the rule that discards it (the system filter, or discard in an ACL):", "exim -bP system_filter; exim -bP config | grep -n -e discard -e blackhole")])
        .facts(&[(Role::Channel, "discard")])
        .effect(Effect::Attempt(Success))
        .samples(&[
            "1xUqTh-00006t-1H => blackhole (RCPT ACL discarded recipients)",
            "1xUqTh-00006t-1H => blackhole (ACL discarded recipients): no thanks",
        ]),
    // What exim -Mvl shows, the log of one message: neither its id nor the marks.
    line("message-deferred", "{recipient}{? ({parents})}{? <{original}>} R={R}{*} defer ({errno}){*}{?: {reason}}")
        .says("Delivery to {recipient} did not work this time; Exim will try again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&[
            "ben@client.example R=dnslookup T=remote_smtp defer (110): Connection timed out",
            "ana@shop.example R=localuser T=local_delivery defer (-1): Expansion of x failed",
        ]),
    line("message-not-routed", "{recipient}{? ({parents})}{? <{original}>}{?:} routing defer ({errno}){?: {reason}}")
        .says("Where mail for {recipient} goes couldn't be found out this time; Exim will try again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&["ben@client.example: routing defer (-51): retry time not reached"]),
    line("message-failed", "{recipient}{? ({parents})}{? <{original}>} R={R} T={T}{*}: {reason}")
        .says("Delivery to {recipient} failed permanently.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .samples(&["ben@client.example R=dnslookup T=remote_smtp: SMTP error from remote mail server after RCPT TO:<ben@client.example>: host mx.client.example [198.51.100.7]: 550 5.1.1 no"]),
    line("message-delivered", "{recipient}{? ({parents})}{? <{original}>}: {T} transport succeeded")
        .says("Delivered to {recipient}.")
        .level(Level::Success)
        .effect(Effect::Attempt(Success))
        .samples(&["ben@client.example: remote_smtp transport succeeded"]),
    line("failed", "{msg} ** {recipient}{? ({parents})}{? <{original}>}{*}{?: {reason}{? DT={DT}}}")
        .says("Delivery to {recipient} failed permanently.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .samples(&[
            "1xUqTi-000089-0e ** hugo@no-such-domain.example: Unrouteable address",
            "1xUqUg-0000rJ-1s ** ghost@no-such-domain.example F=<>: Unrouteable address DT=0.000s",
            "1xUqU9-0000SM-2o ** ana@shop.example F=<hugo@isp.example> R=lmtp_domain T=dovecot_lmtp: LMTP error after end of data: 552 5.2.2 <ana@shop.example> Quota exceeded (mailbox for user is full)",
            r#"1xUqTf-00001i-0i ** dmarc10@bigmail.example R=dnslookup T=remote_smtp H=mx.bigmail.example [192.0.2.11] X=TLS1.3:AES:256 CV=no DN="CN=mx.bigmail.example": SMTP error from remote mail server after pipelined end of data: 550-5.7.26 This mail has been blocked\n550 5.7.26 see https://support.example"#,
            "1xUqTf-00001g-0i ** unknown-x@bigmail.example <noerr@bluefern.example> R=dnslookup T=remote_smtp H=mx.bigmail.example [192.0.2.11]:25 I=[192.0.2.1]:42374: SMTP error from remote mail server after RCPT TO:<unknown-x@bigmail.example>: 550 5.1.1 no",
        ]),
    line("failed-here", "{msg} ** {bare}{? ({parents})} <{recipient}>{*}{?: {reason}{? DT={DT}}}")
        .says("Delivery to {recipient} failed permanently, at {bare}.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .samples(&["1xUqTi-00008T-1V ** |/usr/local/bin/failpipe <topipe@server1.hostco.example> R=system_aliases T=address_pipe: Child process of address_pipe transport returned 1 from command: /usr/local/bin/failpipe"]),
    line("failed-bare", "{msg} ** {bare}{*}{?: {reason}{? DT={DT}}}")
        .says("Delivery failed permanently, at {bare}.")
        .level(Permanent)
        .effect(Effect::Attempt(Failure))
        .loose()
        .samples(&["1xUqTi-00008T-1V ** nobody: Unrouteable address"]),
    line("deferred", "{msg} == {recipient}{? ({parents})}{? <{original}>}{*} defer ({errno}){*}{?: {reason}{? DT={DT}}}")
        .says("Delivery to {recipient} did not work this time; Exim will try again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&[
            "1xUqTf-00002q-1s == grace@sendergood.example R=dnslookup T=remote_smtp defer (-54): retry time not reached for any host for 'sendergood.example'",
            "1xUqUA-0000T4-0r == tmp93@office.example routing defer (-52) DT=0s: retry time not reached",
            "1xUqVP-0001ar-2w == grace@sendergood.example R=dnslookup T=remote_smtp defer (111): Connection refused DT=0s",
            "1xUqTi-00008o-1r == dmitri@laterco.example R=dnslookup T=remote_smtp defer (-45) H=mx.laterco.example [192.0.2.20]:25 I=[192.0.2.1]:5 DT=0s: SMTP error from remote mail server after pipelined MAIL FROM:<elena@bluefern.example>: 451 4.1.8 Sender address rejected",
            "1xUqUl-0000y4-1E == unknown-x@bigmail.example <noerr@bluefern.example> R=dnslookup T=remote_smtp defer (-1)",
        ]),
    line("deferred-with-error", "{msg} == {recipient}{? ({parents})}{? <{original}>}{*} defer ({errno}): {error} H={H}{*}{?: {reason}}")
        .says("Delivery to {recipient} did not work this time; Exim will try again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&[
            "1xUqUg-0000ro-2j == farid@silent.example R=dnslookup T=remote_smtp defer (110): Connection timed out H=mx.silent.example [192.0.2.15]:25 I=[192.0.2.1]:48536 DT=5s: SMTP timeout after initial connection",
        ]),
    line("deferred-with-error-only", "{msg} == {recipient}{? ({parents})}{? <{original}>}{*} defer ({errno}): {reason} H={H}: {host} [{ip}]")
        .says("Delivery to {recipient} did not work this time; Exim will try again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&["1xUqUg-0000ro-2j == farid@silent.example R=dnslookup T=remote_smtp defer (113): No route to host H=mx.silent.example [192.0.2.15]: mx.silent.example [192.0.2.15]"]),
    line("deferred-with-time", "{msg} == {recipient}{? ({parents})}{? <{original}>}{*} defer ({errno}): {error} DT={DT}: {reason}")
        .says("Delivery to {recipient} did not work this time; Exim will try again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&["1xUqVT-0001hn-0r == badperm@bluefern.example R=badtransport T=bad_delivery defer (13): Permission denied DT=0s: creating lock file hitching post /etc/x.lock (euid=1002 egid=1002)"]),
    line("deferred-here", "{msg} == {bare}{? ({parents})} <{recipient}>{*} defer ({errno}){*}{?: {reason}{? DT={DT}}}")
        .says("Delivery to {recipient} did not work this time, at {bare}; Exim will try again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&[
            "1xUqTj-0000AX-2q == |/usr/local/bin/tmppipe <pipetmp@bluefern.example> R=virtual_aliases T=virtual_address_pipe defer (0): Child process of virtual_address_pipe transport returned 75 (could mean temporary error) from command: /usr/local/bin/tmppipe",
            "1xUqTg-00004a-1o == /var/mail/archivebox <tofile@server1.hostco.example> R=system_aliases T=address_file defer (-53) DT=0s: Retry time not yet reached",
        ]),
    line("deferred-here-with-time", "{msg} == {bare}{? ({parents})} <{recipient}>{*} defer ({errno}): {error} DT={DT}: {reason}")
        .says("Delivery to {recipient} did not work this time, at {bare}; Exim will try again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .samples(&["1xUqTg-00004a-1o == /var/mail/archivebox <tofile@server1.hostco.example> R=system_aliases T=address_file defer (13): Permission denied DT=0s: creating lock file hitching post /var/mail/archivebox.lock (euid=65534 egid=65534)"]),
    line("deferred-otherwise", "{msg} == {bare}{? ({parents})}{? <{recipient}>}{*}{?: {reason}}")
        .says("Delivery did not work this time; Exim will try again.")
        .level(Temporary)
        .effect(Effect::Attempt(Deferral))
        .loose()
        .samples(&["1xUqTg-00004a-1o == root R=localuser defer (-1): alias lookup postponed"]),
    line("completed", "{msg} Completed{? QT={QT}}")
        .says("Nothing is left to do for this message, and it left the queue. Whether it was delivered, the lines before tell.")
        .effect(Effect::Done)
        .samples(&["1xUqTf-000028-12 Completed", "1xUqUh-0000rp-0C Completed QT=6s"]),
    line("server-problem", "{msg} H={H}: {reason}")
        .says("There was a problem with one server. Exim may try another one; the line with ==, ** or => tells how it came out.")
        .effect(Effect::Part(Message))
        .samples(&[
            "1xUqTi-00007t-0D H=mx.silent.example [192.0.2.15]: SMTP timeout after initial connection: Connection timed out",
            "1xUqU6-0000Jw-0U H=tenant.office.example [192.0.2.26]:25: SMTP error from remote mail server after DATA: 451 4.7.1 Greylisted",
        ]),
    line("server-error", "{msg} H={H} {reason}")
        .says("One server could not be used. Exim may try another one; the line with ==, ** or => tells how it came out.")
        .effect(Effect::Part(Message))
        .samples(&["1xUqTf-00002q-1s H=mail.sendergood.example [192.0.2.102] Connection refused"]),
    line("server-error-old", "{msg} Failed to connect to {host} [{ip}]{?:{port}}: {reason}")
        .says("{host} could not be reached.")
        .effect(Effect::Part(Message))
        .samples(&["1xUqTf-00002q-1s Failed to connect to mail.sendergood.example [192.0.2.102]: Connection refused"]),
    line("encryption-error", "{msg} H={H} TLS error on connection ({method}): {reason}")
        .says("The encryption of the connection to {host} broke. After a delivery this is harmless: the other server hung up without saying goodbye.")
        .effect(Effect::Part(Message))
        .samples(&["1xUqTl-0000EM-1f H=mx.bigmail.example [192.0.2.11] TLS error on connection (recv): The TLS connection was non-properly terminated."]),
    line("encryption-given-up", "{msg} TLS session: {output}: delivering unencrypted to H={H} (not in hosts_require_tls)")
        .says("{host} offers encryption, but it did not work, so the message goes there without.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["1xUqTh-00006B-0O TLS session: (gnutls_handshake): An unexpected TLS packet was received.: delivering unencrypted to H=mx.brokentls.example [192.0.2.22] (not in hosts_require_tls)"]),
    line("log-in-refused-there", "{msg} {method} authenticator failed H={H} {reason}")
        .says("This server could not log in at {host}: the name or password in its settings is wrong.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["1xUqUB-0000UU-0Z client_login authenticator failed H=smarthost.relayhub.example [192.0.2.29] 535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6"]),
    line("server-is-this-one", "{msg} lowest numbered MX record points to local host: {domain}")
        .sign(Sign::DomainNotSetUp)
        .says("The domain {domain} names this server as its mail server, but this server is not set up for it.")
        .level(Warning)
        .helps(Party::OurServer, &[("If the domain's mailboxes are here, add it to the local domains (in cPanel: Email Routing, Local Mail Exchanger); if not, its MX record must name the other server:", "dig +short MX {domain}; grep -n {domain} /etc/localdomains /etc/remotedomains; exim -bP domain_list local_domains")])
        .effect(Effect::Part(Message))
        .samples(&["1xUqTi-00009D-2z lowest numbered MX record points to local host: loopy.example"]),
    line("address-is-this-server", "{msg} remote host address is the local host: {domain}")
        .sign(Sign::DomainNotSetUp)
        .says("The mail server of {domain} has this server's own address, but this server is not set up for the domain.")
        .level(Warning)
        .helps(Party::OurServer, &[("If the domain's mailboxes are here, add it to the local domains (in cPanel: Email Routing, Local Mail Exchanger); if not, its MX record must name the other server:", "dig +short MX {domain}; grep -n {domain} /etc/localdomains /etc/remotedomains; exim -bP domain_list local_domains")])
        .effect(Effect::Part(Message))
        .samples(&["1xUqTi-00009D-2z remote host address is the local host: loopy.example"]),
    line("program-output", "{msg} <{bare}>: {transport} transport output: {output}")
        .says("The program that got the message wrote: {output}.")
        .effect(Effect::Part(Message))
        .samples(&["1xUqU9-0000RZ-1y <|/usr/local/bin/failpipe>: address_pipe transport output: PHP Fatal error: cannot connect to database"]),
    line("program-output-address", "{msg} <{recipient}>: {transport} transport output: {output}")
        .says("The program that got the message for {recipient} wrote: {output}.")
        .effect(Effect::Part(Message))
        .samples(&["1xUqTg-000058-2n <okpipe@bluefern.example>: mypipe transport output: processed ok"]),
    line("failure-not-told", "{msg} {recipient}{? <{original}>}: error ignored{? for {output}}")
        .says("Delivery to {recipient} failed, and the sender is not notified: the settings say so, or the message is a notice itself.")
        .level(Warning)
        .effect(Effect::Part(Message))
        .samples(&["1xUqTf-00001g-0i unknown-x@bigmail.example <noerr@bluefern.example>: error ignored"]),
];
