//! The log of PHP's `mail()` (`mail.log` in php.ini): which script sent a mail, line by line.
//!
//! PHP puts its own time in front, in its log of mail and of errors alike. Code that is made while a script runs
//! stands as `eval()'d code`: ordinary sites hardly send by it, but what was planted into a hacked site does.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Warning};
use crate::vocabulary::Party;

/// What it logs.
pub static FORMAT: Format = Format {
    id: "php-mail",
    title: "the log of PHP's function mail()",
    found_in: &["the file that mail.log names in php.ini, or syslog"],
    sources: &["PHP 8.2 ext/standard/mail.c"],
    programs: &["php", "php-fpm", "php-cgi", "apache2", "httpd"],
    realm: "ticket",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("path", Role::Path, "The script that called mail().").shape(Shape::Text),
    field("folder", Role::Path, "The folder of the script.").shape(Shape::Text),
    field("file", Role::Text, "The file.").shape(Shape::Text),
    field("line", Role::Count, "The line of the script.").shape(Shape::Number),
    field("recipient", Role::Recipient, "The recipient.").shape(Shape::Text),
    field("headers", Role::Text, "The headers that the script set."),
];

/// What to do about a script that nobody of the site wrote.
const PLANTED: &[(&str, &str)] = &[
    (
        "Take the script out of the way, and look at what else was changed at the same time: the site was probably broken into.",
        "",
    ),
    (
        "Stop the site's mail until it's clean: update the site and its plugins, change its passwords (panel, FTP, database, administrators), and delete what still waits in the queue.",
        "",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("sent", "mail() on [{path}:{line}]: To: {recipient} -- Headers: {headers}")
        .says("The script {path} sent a mail to {recipient}.")
        .samples(&["mail() on [/srv/www/wp-includes/PHPMailer/PHPMailer.php:891]: To: info@shop.example -- Headers: From: WordPress <wordpress@shop.example> -- Subject: Hello"]),
    line("sent-by-eval", "mail() on [{path} : eval()'d code:{line}]: To: {recipient} -- Headers: {headers}")
        .says("Code that was made at run time (eval) sent mail, as on hacked sites. The script is {path}, the recipient {recipient}.")
        .level(Permanent)
        .helps(Party::OurServer, PLANTED)
        .samples(&["mail() on [/srv/www/wp-content/uploads/.cache.php(3) : eval()'d code:41]: To: ben@bigmail.example -- Headers: From: Support <a@shop.example> -- Subject: Your parcel"]),
    line("sent-from-uploads", "mail() on [{folder}/uploads/{file}:{line}]: To: {recipient} -- Headers: {headers}")
        .says("A script among the uploaded files sent mail, as on hacked sites. The script is {file} in {folder}/uploads, the recipient {recipient}.")
        .level(Warning)
        .helps(Party::OurServer, PLANTED)
        .samples(&["mail() on [/srv/www/wp-content/uploads/2026/x.php:12]: To: ben@bigmail.example -- Headers: From: Support <a@shop.example>"]),
];
