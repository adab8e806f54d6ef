//! Mailman, 2 and 3: what became of the posts to a list, and whom the list can't reach.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Success, Warning};
use crate::vocabulary::Party;

/// What it writes.
pub static FORMAT: Format = Format {
    id: "mailman",
    title: "the mailing list software Mailman",
    found_in: &["/var/log/mailman/{vette,post,smtp,smtp-failure,bounce,error}", "/opt/mailman/var/logs"],
    sources: &[
        "Mailman 2.1 Handlers/SMTPDirect.py, Handlers/Hold.py, Bouncer.py, Queue/Runner.py",
        "Mailman 3 config/schema.cfg, mta/base.py, chains/hold.py, core/runner.py",
    ],
    realm: "mailman",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("pid", Role::Pid, "The process that wrote it."),
    field("list", Role::Text, "The list.").shape(Shape::Word),
    field("sender", Role::Sender, "Who wrote the post.").shape(Shape::Word),
    field("member", Role::Recipient, "The member.").shape(Shape::Word),
    field("id", Role::MessageId, "The Message-ID of the post.").shape(Shape::Word),
    field("count", Role::Count, "How many members the post went to."),
    field("time", Role::Text, "How long it took.").shape(Shape::Word),
    field("score", Role::Text, "The points for mail that came back."),
    field("code", Role::Count, "The code of the reply."),
    field("reply", Role::Reply, "What the mail server answered."),
    field("host", Role::Host, "The mail server.").shape(Shape::Word),
    field("port", Role::Port, "Its port."),
    field("file", Role::Path, "The file of the message.").shape(Shape::Word),
    field("why", Role::Text, "Why."),
];

/// What a moderator does with a post that waits.
const MODERATE: &[(&str, &str)] = &[
    (
        "A moderator of the list approves, rejects or discards the post, in the list's moderation page (Mailman 3: Held messages) or by the link in the notice.",
        "",
    ),
    ("Whoever should be able to post is made a member, or accepted as a non-member there.", ""),
];

/// What helps about a member whose mail comes back.
const UNREACHABLE: &[(&str, &str)] = &[(
    "Correct the member's address, or remove the member; who gets mail again has the subscription turned on in its options.",
    "",
)];

/// What helps where Mailman can't hand mail over.
const NO_SERVER: &[(&str, &str)] = &[(
    "See whether the mail server runs and listens there; Mailman tries again on its own:",
    "systemctl status postfix exim4; ss -ltn | grep :25",
)];

const PATTERNS: &[Pattern] = &[
    line("held", "({pid}) {list} post from {sender} held, message-id={id}:{? {why}}")
        .says("A post to the list {list} from {sender} waits for a moderator{?: {why}}.")
        .level(Warning)
        .helps(Party::OurServer, MODERATE)
        .samples(&["(1420) Runners post from eva@club.example held, message-id=<1@club.example>: Post by non-member to a members-only list"]),
    line("hold", "({pid}) HOLD: {list} post from {sender} held, message-id={id}:{? {why}}")
        .says("A post to the list {list} from {sender} waits for a moderator.")
        .level(Warning)
        .helps(Party::OurServer, MODERATE)
        .samples(&["(2208) HOLD: runners@lists.shop.example post from eva@club.example held, message-id=<1@club.example>: N/A"]),
    line("no-member", "({pid}) The message is not from a list member")
        .says("The post waits because its writer is no member of the list.")
        .samples(&["(2208) The message is not from a list member"]),
    line("discarded", "({pid}) DISCARD: {id}{? {why}}")
        .says("A post was discarded{?: {why}}.")
        .level(Warning)
        .samples(&["(2208) DISCARD: <1@club.example>"]),
    line("sent", "({pid}) {id} smtp to {list} for {count} recips, completed in {time} seconds")
        .says("The post was sent to {count member} of the list {list}: the mail server accepted it.")
        .level(Success)
        .samples(&["(2213) <1@club.example> smtp to runners@lists.shop.example for 148 recips, completed in 2.310 seconds"]),
    line("posted", "({pid}) {id} post to {list} from {sender}, {?size=}{why}")
        .says("A post from {sender} to the list {list} was distributed.")
        .level(Success)
        .samples(&["(2213) <1@club.example> post to runners@lists.shop.example from eva@club.example, 4210 bytes", "(1422) <1@club.example> post to runners from eva@club.example, size=4210, success"]),
    line("not-delivered", "({pid}) delivery to {member} failed with code {code}: {reply}")
        .says("The list couldn't deliver to {member}: {code} {reply}.")
        .level(Permanent)
        .helps(Party::OurServer, UNREACHABLE)
        .samples(&["(1422) delivery to ben@bigmail.example failed with code 550: 5.1.1 <ben@bigmail.example>: User unknown"]),
    line("score", "({pid}) {list}: {member} {?current }bounce score: {score}")
        .says("Mail from the list {list} to {member} came back: the bounce score is {score} now.")
        .level(Warning)
        .helps(Party::Recipient, UNREACHABLE)
        .samples(&["(1421) runners: ben@bigmail.example current bounce score: 4.0"]),
    line("disabled", "({pid}) {list}: {member} disabling due to bounce score {score}")
        .says("Too much mail from the list {list} to {member} came back, so the list stopped sending there.")
        .level(Permanent)
        .helps(Party::Recipient, UNREACHABLE)
        .samples(&["(1421) runners: ben@bigmail.example disabling due to bounce score 5.0 >= 5.0"]),
    line("no-server", "({pid}) Cannot connect to SMTP server {host} on port {port}")
        .says("Mailman got no connection to the mail server {host} on port {port}, so posts wait.")
        .level(Alert)
        .helps(Party::OurServer, NO_SERVER)
        .samples(&["(2210) Cannot connect to SMTP server localhost on port 25"]),
    line("smtp-error", "({pid}) {id} low level smtp error: {why}")
        .says("Mailman couldn't hand a post to its mail server: {why}.")
        .level(Permanent)
        .helps(Party::OurServer, NO_SERVER)
        .samples(&["(2210) <1@club.example> low level smtp error: [Errno 111] Connection refused"]),
    line("crashed", "({pid}) Uncaught runner exception: {why}")
        .says("Mailman failed at a message: {why}.")
        .level(Permanent)
        .helps(Party::OurServer, &[("Update Mailman: most such errors are a message with letters that an old version can't read. Then put what it set aside back:", "/usr/lib/mailman/bin/unshunt")])
        .samples(&["(1420) Uncaught runner exception: 'ascii' codec can't decode byte 0xc3 in position 14: ordinal not in range(128)"]),
    line("traceback", "({pid}) Traceback (most recent call last):")
        .says("Where in Mailman it failed follows.")
        .samples(&["(1420) Traceback (most recent call last):"]),
    line("shunted", "({pid}) SHUNTING: {file}")
        .says("Mailman set the message aside (shunt), so it reaches nobody.")
        .level(Warning)
        .samples(&["(1420) SHUNTING: 1699542151.204915+1f3a5b0f6dcb"]),
];
