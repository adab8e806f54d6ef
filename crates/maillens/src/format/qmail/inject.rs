//! qmail-inject and qmail's `sendmail`: how scripts and web pages on this server send mail. Their
//! complaints go to the script, and often end up in the web server's log.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Temporary};
use crate::vocabulary::Party::{OurServer, Sender};

/// What qmail-inject and qmail's sendmail say.
pub static FORMAT: Format = Format {
    id: "qmail-inject",
    title: "the program by which scripts on this server send mail",
    found_in: &["/var/log/httpd/error_log", "the output of the script"],
    sources: &["notqmail 1.09 qmail-inject.c", "notqmail 1.09 sendmail.c"],
    realm: "qmail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("text", Role::Text, "The header line that could not be read."),
    field("reason", Role::Text, "Why the message was not accepted.").shape(Shape::Result),
];

const PATTERNS: &[Pattern] = &[
    line("header-malformed", "qmail-inject: fatal: unable to parse this line:{? {text}}")
        .says("A script's message was not accepted because an address line in it is malformed.")
        .level(Permanent)
        .helps(Sender, &[("Correct that line in the script. A name with brackets, commas or dots belongs in quotation marks, and the address in angle brackets behind it; the program prints the line below its message.", "")])
        .loose()
        .samples(&["qmail-inject: fatal: unable to parse this line: To: ben@@hostfarm.example"]),
    line("not-sent", "qmail-inject: fatal: {reason}")
        .says("A script's message was not accepted.")
        .level(Temporary)
        .helps(OurServer, &[("See why nothing can be put into the queue: space and inodes of its file system, the owners of its folders, memory:", "df -h /var/qmail/queue; df -i /var/qmail/queue; ls -ln /var/qmail/queue")])
        .loose()
        .samples(&[
            "qmail-inject: fatal: qq write error or disk full (#4.3.0)",
            "qmail-inject: fatal: read error",
        ]),
    line("not-handed-over", "sendmail: fatal: {reason}")
        .says("A script's message could not be passed to the mail system.")
        .level(Temporary)
        .loose()
        .samples(&["sendmail: fatal: unable to run qmail-inject"]),
];
