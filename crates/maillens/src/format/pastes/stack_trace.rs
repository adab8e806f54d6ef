//! The frames of a stack trace below an error: where in a program it came up. They say nothing of the mail; the error
//! above or below them does.

use super::{Field, Format, Part, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::TraceType::Dialogue;

/// What they look like.
pub static FORMAT: Format = Format {
    id: "stack-trace",
    title: "the place in a program where an error came up",
    found_in: &["the error log of a website or a script"],
    sources: &[
        "PHP 8.2 Exception::getTraceAsString",
        "Python 3.12 traceback",
        "Node.js 20 Error.stack",
        "Java 21 Throwable.printStackTrace",
        ".NET 8 Exception.ToString",
        "Ruby 3.3 Exception#full_message",
    ],
    place: Place::Document(Dialogue),
    realm: "ticket",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("call", Role::Text, "The part of the program that was running.").shape(Shape::Text),
    field("path", Role::Path, "The file of the program.").shape(Shape::Text),
    field("number", Role::Count, "A number: of the line, or of the frame."),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
    field("more", Role::Text, "What stands behind it."),
];

const fn frame(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("A place in the program where the error came up. It matters to whoever maintains the program.")
        .within(&[Part::Outside, Part::Calling, Part::Talk, Part::Closed])
}

const PATTERNS: &[Pattern] = &[
    frame("python-begins", "Traceback (most recent call last):").samples(&["Traceback (most recent call last):"]),
    frame("python", "  File \"{path}\", line {number}, in {call}")
        .samples(&["  File \"/usr/lib/python3.11/smtplib.py\", line 750, in login"]),
    frame("python-code", "{gap}({call}) = {more}({path})").samples(&["    (code, msg) = self.connect(host, port)"]),
    frame("python-statement", "    {call}({more})").loose().samples(&["    server.starttls(context=context)", "    response = encode(initial, eol='')"]),
    frame("exception", "{call}\\{path}Exception:").samples(&["Symfony\\Component\\Mailer\\Exception\\TransportException:"]),
    frame("env", "{?MAIL_MAILER}{?MAIL_HOST}{?MAIL_PORT}{?MAIL_ENCRYPTION}={call}")
        .says("A setting of the website, as its file of settings (.env) has it.")
        .samples(&["MAIL_HOST=smtp.shop.example"]),
    frame("php-begins", "{?[}{?PHP }stack{? }trace{?:}{?]}").samples(&["Stack trace:", "[stacktrace]", "PHP Stack trace:"]),
    frame("php", "#{number} {path}({more}): {call}")
        .samples(&["#0 /srv/www/vendor/symfony/mailer/SmtpTransport.php(287): SocketStream->initialize()"]),
    frame("php-main", "#{number} {{main}").samples(&["#2 {main}"]),
    frame("php-thrown", "  thrown in {path} on line {number}").samples(&["  thrown in /srv/www/PHPMailer.php on line 2089"]),
    frame("at", "{gap}at {call}({path}){? {more}}").samples(&[
        "    at SMTPConnection._formatError (/app/node_modules/nodemailer/lib/smtp-connection/index.js:790:19)",
        "\tat jakarta.mail.Service.connect(Service.java:345)",
        "    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1595:16) {",
    ]),
    frame("java-more", "{gap}... {number} more").samples(&["\t... 12 more"]),
    frame("java-nested", "{?{gap}}nested exception is:{?{gap}}").samples(&["  nested exception is:"]),
    frame("net-inner", "{gap}--- End of inner exception stack trace ---")
        .samples(&["   --- End of inner exception stack trace ---"]),
    frame("ruby-bare", "/{path}:{number}:in {call}")
        .loose()
        .samples(&["/usr/lib/ruby/3.0.0/net/smtp.rb:1034:in `getok'"]),
    frame("ruby", "{gap}from {path}:{number}:in {call}")
        .samples(&["\tfrom /usr/lib/ruby/3.0.0/net/smtp.rb:1002:in `check_auth_response'"]),
];
