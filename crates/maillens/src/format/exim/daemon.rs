//! Exim: the program itself. Start and stop, faults that also go to the panic log, programs that call it,
//! and notes that hosting panels such as cPanel add. Those last are known only roughly.

use super::arrival::ID;
use super::{Datum, Effect, Field, Format, Pattern, Role, Shape, Sign, field, line};
use crate::vocabulary::Level::{Alert, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Message;

/// What Exim logs about itself.
pub static FORMAT: Format = Format {
    id: "exim-daemon",
    title: "the Exim mail server",
    found_in: &[
        "/var/log/exim4/mainlog",
        "/var/log/exim4/paniclog",
        "/var/log/exim_mainlog",
        "/var/log/exim_paniclog",
    ],
    sources: &["Exim 4.99 daemon.c", "Exim 4.99 exim.c", "Exim 4.99 log.c", "cPanel's rules, known roughly"],
    programs: &["exim", "exim4"],
    own_log: true,
    realm: "exim",
    fields: FIELDS,
    separators: &[" "],
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    ID,
    field(
        "cwd",
        Role::Path,
        "The folder in which the program ran that called Exim. For mail from a website it points at the script.",
    )
    .datum(Datum::CalledFrom),
    field("count", Role::Count, "How many words follow."),
    field("args", Role::Text, "How Exim was called: the program and its options."),
    field("option", Role::State, "What Exim was asked to do.").shape(Shape::Name),
    field("program", Role::Program, "The program that was called."),
    field("version", Role::Text, "The version of Exim.").shape(Shape::Word),
    field("pid", Role::Pid, "The number of the process."),
    field("runs", Role::Text, "How often the queue is gone through: -q30m means every 30 minutes."),
    field("ports", Role::Text, "Where Exim waits for connections."),
    field("port", Role::Port, "The port that Exim wants to wait on.").datum(Datum::WantedPort),
    field("address", Role::Ip, "The address that Exim wants to wait on.").shape(Shape::Text),
    field("wait", Role::Duration, "How long Exim waits before it tries again."),
    field("file", Role::Path, "The file that it is about."),
    field("line", Role::Count, "The line of the file."),
    field("text", Role::Text, "What happened, in Exim's words."),
    field("signal", Role::Count, "The number of the signal that ended the process."),
    field("other", Role::OtherMessage, "The id of the message that it is about.").shape(Shape::EximId),
    field("client", Role::Client, "The IP address of the computer that sends."),
    field("host", Role::Host, "The name of the computer that sends.").datum(Datum::ClientName),
    field("helo", Role::Host, "The name that the sending computer gave itself.").datum(Datum::Greeting),
    field("client_port", Role::Port, "The port of the sending computer."),
    field("H", Role::Host, "The computer that sends.")
        .parts("{?({helo}) }{?{host} }{?({helo}) }[{client}]{?:{client_port}}"),
    field("A", Role::Client, "The IP address of the computer that sends."),
    field("P", Role::Port, "The port of the computer that sends."),
    field("M", Role::OtherMessage, "The id of the message.").shape(Shape::EximId),
    field("U", Role::User, "The hosting account that sends."),
    field("D", Role::Host, "The domain that the message is counted for."),
    field("S", Role::User, "The account or address that logged in.").shape(Shape::Word),
    field("B", Role::State, "How the panel found out who sends: {}."),
    field("ID", Role::Text, "The number of the system user.").shape(Shape::Word),
    field("user", Role::State, "The account whose settings were used.").shape(Shape::Word),
    field("score", Role::Text, "The points that the spam filter gave."),
    field("epoch", Role::Time, "When, in seconds since 1970."),
    field("domain", Role::Host, "The domain that sends, whose mail the panel counts."),
    field("recipient", Role::Address, "The recipient."),
];

const PATTERNS: &[Pattern] = &[
    line("called-for-message", "cwd={cwd} {count} args: {program} -Mc {msg}")
        .says("Exim started a process to deliver this message.")
        .effect(Effect::Part(Message))
        .samples(&["cwd=/var/spool/exim4 3 args: /usr/sbin/exim4 -Mc 1xUqU5-0000Jj-2t"]),
    line("called-about-message", "cwd={cwd} {count} args: {program} -M{option} {msg}")
        .says("Someone asked Exim to do something with this message. The letters after -M say what: rm removes it, g gives up and tells the sender, f freezes it, t thaws it.")
        .effect(Effect::Part(Message))
        .samples(&["cwd=/root 3 args: exim -Mrm 1xUqU5-0000Jj-2t"]),
    line("called-for-notice", "cwd={cwd} {count} args: {program} {args} -E{msg}")
        .says("Exim started a process to send a notice about this message.")
        .effect(Effect::Part(Message))
        .samples(&["cwd=/var/spool/exim4 7 args: /usr/sbin/exim4 -t -oem -oi -f <> -E1xUqU5-0000Jm-2q"]),
    line("called", "cwd={cwd} {count} args: {args}")
        .says("A program in the folder {cwd} called Exim.")
        .samples(&["cwd=/home/bluefern/public_html 4 args: /usr/sbin/sendmail -t -i -fa@b.example", "cwd=/ 3 args: /usr/sbin/exim4 -bdf -q7s"]),
    line("called-goes-on", "... {args}")
        .says("The rest of a long line about how Exim was called.")
        .effect(Effect::Follow)
        .loose()
        .samples(&["... -f a@b.example"]),
    line("started", "exim {version} daemon started: pid={pid}, {runs}, {?not }listening for {ports}")
        .sign(Sign::Works)
        .says("Exim {version} started and waits for connections: {ports}.")
        .samples(&["exim 4.96 daemon started: pid=96, -q7s, listening for SMTP on [192.0.2.1]:{25,587} and for SMTPS on [192.0.2.1]:465"]),
    line("restarted", "pid {pid}: SIGHUP received: re-exec daemon")
        .says("Exim was told to read its settings again and started again.")
        .samples(&["pid 96: SIGHUP received: re-exec daemon"]),
    line("stopped", "pid {pid}: SIGTERM received: {text}")
        .says("Exim was told to stop.")
        .level(Warning)
        .helps(Party::Nobody, &[("If nobody stopped it on purpose, see who did, then start it:", "systemctl status exim4 exim; journalctl -u exim4 -u exim -n 30")])
        .samples(&["pid 96: SIGTERM received: message abandoned"]),
    line("port-taken", "socket bind() to port {port} for address {address} failed: {text}: waiting {wait} before trying again{? ({args})}")
        .says("Exim cannot wait on port {port}: {text}. Often another mail server is running; the command lsof -i :{port} shows which.")
        .helps(Party::OurServer, &[("See which program has the port; stop it, or correct Exim's ports:", "ss -ltnp 'sport = :{port}'")])
        .level(Alert)
        .samples(&["socket bind() to port 25 for address (any IPv4) failed: Address already in use: waiting 30s before trying again (9 more tries)"]),
    line("port-given-up", "socket bind() to port {port} for address {address} failed: {text}: daemon abandoned")
        .says("Exim could not wait on port {port} and did not start: {text}. Often another mail server is running; the command lsof -i :{port} shows which.")
        .helps(Party::OurServer, &[("See which program has the port; stop it, or correct Exim's ports, then start Exim:", "ss -ltnp 'sport = :{port}'")])
        .level(Alert)
        .samples(&["socket bind() to port 25 for address (any IPv4) failed: Address already in use: daemon abandoned"]),
    line("no-ipv6", "Failed to create IPv6 socket for wildcard listening ({text}): will use IPv4")
        .says("The server has no IPv6, so Exim uses IPv4 alone.")
        .samples(&["Failed to create IPv6 socket for wildcard listening (Address family not supported by protocol): will use IPv4"]),
    line("environment", "Warning: purging the environment.")
        .says("Exim ignores the environment it was started with. This is harmless.")
        .alarming()
        .samples(&["Warning: purging the environment."]),
    line("advice", " Suggested action: {text}")
        .says("Exim's advice about the line above: {text}.")
        .effect(Effect::Follow)
        .samples(&[" Suggested action: use keep_environment."]),
    line("settings-not-installed", "Exim configuration error in line {line} of /var/lib/exim4/config.autogenerated.tmp:{? {text}}")
        .says("Debian's update-exim4.conf found a mistake in the new settings and did not install them, so an Exim that runs goes on with the old ones. The lines below say what is wrong.")
        .helps(Party::OurServer, &[("Correct the setting that is named where it was written, under /etc/exim4 (the file of the message is made from it), then make the settings anew:", "update-exim4.conf && systemctl reload exim4")])
        .level(Alert)
        .samples(&["Exim configuration error in line 31 of /var/lib/exim4/config.autogenerated.tmp:"]),
    line("kept", "Invalid new configfile /var/lib/exim4/config.autogenerated.tmp, not installing{? }")
        .says("The new settings were not installed, so the old ones stay.")
        .effect(Effect::Follow)
        .samples(&["Invalid new configfile /var/lib/exim4/config.autogenerated.tmp, not installing "]),
    line("kept-where", "/var/lib/exim4/config.autogenerated.tmp to /var/lib/exim4/config.autogenerated")
        .says("The rest of the sentence: where the settings would have gone.")
        .effect(Effect::Follow)
        .samples(&["/var/lib/exim4/config.autogenerated.tmp to /var/lib/exim4/config.autogenerated"]),
    line("settings-wrong", "Exim configuration error{? in line {line} of {file}}:{? {text}}")
        .says("Exim's settings have a mistake, at which every Exim that reads them stops. The lines below say what is wrong.")
        .helps(Party::OurServer, &[("Undo the last change or correct the line that is named, then check:", "exim -bV")])
        .level(Alert)
        .samples(&["Exim configuration error in line 12 of /etc/exim4/exim4.conf:", "Exim configuration error:"]),
    line("crashed", "process {pid} crashed with signal {signal} while delivering {other}")
        .says("Exim crashed while it delivered a message. Report it to those who maintain the server.")
        .helps(Party::OurServer, &[("Update Exim, and look at what the kernel says of it:", "dmesg | grep -i -e exim -e oom")])
        .level(Alert)
        .samples(&["process 4711 crashed with signal 11 while delivering 1xUqTf-00001l-17"]),
    line("crash", "SIGSEGV {text}")
        .says("Exim crashed. Report it to those who maintain the server.")
        .helps(Party::OurServer, &[("Update Exim, and look at what the kernel says of it:", "dmesg | grep -i exim")])
        .level(Alert)
        .samples(&["SIGSEGV (maybe attempt to write to immutable memory)"]),
    line("hints-locked", "Failed to get {text} lock for {file}: timed out")
        .says("A file in which Exim remembers when to try again is locked or damaged. It can be removed; Exim makes a new one.")
        .level(Alert)
        .helps(Party::OurServer, &[("Remove the hints file that it names and its lock; Exim makes new ones:", "ls -l /var/spool/exim*/db/; exim_tidydb -t 1d /var/spool/exim retry")])
        .samples(&["Failed to get write lock for /var/spool/exim4/db/retry.lockfile: timed out"]),
    line("not-allowed-settings", "exim user lost privilege for using {text} option")
        .says("Exim was called with settings that this user isn't allowed to choose.")
        .level(Warning)
        .samples(&["exim user lost privilege for using -C option"]),
    line("tainted", "{?{msg} }Tainted {?filename }'{file}'{? {text}}")
        .says("A setting uses text from outside as a file name, which Exim no longer allows. The settings are older than Exim.")
        .helps(Party::OurServer, &[("Since 4.94 Exim refuses file names and commands made of text from outside: use $local_part_data and $domain_data in that router or transport, or update the panel's templates:", "exim -bV; exim -bP transports")])
        .level(Alert)
        .samples(&["1xUqTf-00001l-17 Tainted filename '/etc/virtual/shop.example/passwd'", "1xUqTf-00001l-17 Tainted '/var/mail/anna' (file or directory name for local_delivery transport) not permitted"]),
    line("expansion-failed", "{?{msg} }{?Failed}{?failed} to expand {text}")
        .says("A setting of Exim is wrong: {text}.")
        .helps(Party::OurServer, &[("Correct the setting that the line names; until then clients get 451. Then check that Exim reads it:", "exim -bV")])
        .level(Alert)
        .samples(&["failed to expand ACL string \"${lookup}\": missing }", "1xUqTf-00001l-17 Failed to expand ACL string: x"]),
    line("spam-verdict", "{msg} H={H} Warning: \"SpamAssassin as {user} detected message as {?NOT }spam ({score})\"")
        .says("The spam filter looked at the message with the settings of {user} and gave it {score} points. This is a verdict, not a refusal.")
        .effect(Effect::Part(Message))
        .samples(&[
            "1xUqTf-00001g-0i H=mail.sendergood.example [192.0.2.102] Warning: \"SpamAssassin as bluefern detected message as NOT spam (0.3)\"",
            "1xUqTf-00001g-0i H=(a.example) [192.0.2.102]:2525 Warning: \"SpamAssassin as bluefern detected message as spam (9.3)\"",
        ]),
    line("sender-found", "{msg} SMTP connection identification{*}")
        .says("The hosting panel noted which account sends this message: {U}.")
        .effect(Effect::Part(Message))
        .samples(&["1xUqTg-00003f-0P SMTP connection identification H=localhost A=192.0.2.105 P=51109 M=1xUqTg-00003f-0P U=bluefern ID=1001 S=bluefern B=redirect_resolver"]),
    line("sender-found-early", "SMTP connection identification{*}")
        .says("The hosting panel noted which account sends: {U}.")
        .samples(&["SMTP connection identification H=localhost A=127.0.0.1 P=51109 U=bluefern ID=1001 S=bluefern B=identify_local_connection"]),
    line("sender-counted", "{msg} Sender identification{*}")
        .says("The hosting panel counts this message for the account {U}.")
        .effect(Effect::Part(Message))
        .samples(&["1xUqTg-00003f-0P Sender identification U=bluefern D=bluefern.example S=bluefern"]),
    line("sender-counted-early", "Sender identification{*}")
        .says("The hosting panel counts a message for the account {U}.")
        .samples(&["Sender identification U=bluefern D=bluefern.example S=bluefern"]),
    line("counted-for-limit", "{msg} SMTP connection outbound {epoch} {other} {domain} {recipient}")
        .says("The hosting panel counts this message to {recipient} for the domain {domain}.")
        .effect(Effect::Part(Message))
        .samples(&["1xUqTg-00003f-0P SMTP connection outbound 1700000000 1xUqTg-00003f-0P bluefern.example a@b.example"]),
    line("outgoing-spam", "{msg} {text} detected OUTGOING {?not }smtp message as spam ({score}){?\"}")
        .says("The spam filter calls a message that leaves this server spam. Check whether a website was broken into.")
        .level(Warning)
        .helps(Party::OurServer, &[("Find the account or website that sends it, and stop it; the line with <= of this message names it:", "exigrep {msg} $(ls /var/log/exim4/mainlog /var/log/exim_mainlog 2>/dev/null)")])
        .effect(Effect::Part(Message))
        .loose()
        .samples(&["1xUqTg-00003f-0P H=localhost Warning: \"SpamAssassin as bluefern detected OUTGOING not smtp message as spam (9.1)"]),
];
