//! Why Exim put off or refused an address, in its own words: the text behind `defer (n):` and `**`.

use super::{Field, Format, Pattern, Place, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Permanent, Temporary};
use crate::vocabulary::Party::{Dns, Nobody, OurServer, Recipient, Sender, TheirServer};

/// Why Exim could not route or deliver.
pub static FORMAT: Format = Format {
    id: "exim-reason",
    title: "why Exim could not route or deliver",
    found_in: &[
        "/var/log/exim4/mainlog",
        "/var/log/exim4/paniclog",
        "/var/log/exim_mainlog",
        "/var/log/exim_paniclog",
    ],
    sources: &["Exim 4.89 to 4.98: the sources"],
    place: Place::Reason,
    own_log: true,
    realm: "exim",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("error", Role::Text, "What went wrong, in the words of the system."),
    field("n", Role::Count, "A number: {}.").shape(Shape::Number),
    field("limit", Role::Count, "The limit: {}.").shape(Shape::Number),
    field("ip", Role::Ip, "The address that it is about."),
    field("port", Role::Port, "The port."),
    field("path", Role::Path, "The file or folder that it is about.").shape(Shape::Text),
    field("name", Role::Text, "The name that it is about.").shape(Shape::Text),
    field("address", Role::Address, "The address that it is about.").shape(Shape::Text),
    field("text", Role::Text, "More about it, in the program's own words.").shape(Shape::Text),
    field("what", Role::Text, "What it was, in the program's own words.").shape(Shape::Text),
    field("what2", Role::Text, "What it was, in the program's own words.").shape(Shape::Text),
    field("domain", Role::Host, "The domain that it is about.").shape(Shape::Word),
    field("command", Role::Text, "The command.").shape(Shape::Text),
    field("more", Role::Text, "More about it, in the program's own words."),
];

/// What helps where Exim refuses text from outside.
const TAINTED: &[(&str, &str)] = &[
    (
        "In the router or transport, use $local_part_data and $domain_data instead of $local_part and $domain (a lookup or local_parts must set them first), or update the panel's templates. See which settings use them:",
        "exim -bV; exim -bP config | grep -n -e local_part -e domain",
    ),
    ("Then let Exim try again:", "exim -qff"),
];

/// What helps where cPanel lets no script send as a user that all websites share.
const PANEL_SCRIPT: &[(&str, &str)] = &[
    (
        "Let the website send by SMTP with the login of a mailbox, or let PHP run as the account's own user (PHP-FPM, suPHP or mod_ruid2 in MultiPHP Manager), so that what it sends has an owner.",
        "",
    ),
    (
        "Only if there is no other way, turn the protection off: WHM, Tweak Settings, Mail, Prevent “nobody” from sending mail. What it stopped so far:",
        "grep -c 'sender restrictions in WHM' /var/log/exim_mainlog",
    ),
];

const PATTERNS: &[Pattern] = &[
    // cPanel's router enforce_mail_permissions.
    line("xr-suspended", "Domain {domain} has an outgoing mail suspension.  Message discarded.")
        .says("The hosting panel has suspended sending for {domain}, so the message was not sent.")
        .level(Permanent)
        .helps(
            OurServer,
            &[
                ("See why it was suspended (spam from a stolen password or a hacked website, a complaint, a limit) and mend that first: change the mailbox password, clean the site.", ""),
                ("Then lift the suspension in WHM (Email > Unsuspend, or List Accounts), or with the account's name: whmapi1 unsuspend_outgoing_email user=NAME. Who owns the domain:", "/scripts/whoowns {domain}; ls /etc/outgoing_mail_suspended_users"),
            ],
        )
        .samples(&["Domain shop.example has an outgoing mail suspension.  Message discarded."]),
    line("xr-held-by-panel", "Domain {domain} has an outgoing mail hold.  Message will be reattempted later")
        .says("The hosting panel holds what {domain} sends, so the message waits in the queue.")
        .level(Temporary)
        .helps(OurServer, &[("See why it is held, mend that, then release it in WHM (Email > Outgoing email hold). Who owns the domain:", "/scripts/whoowns {domain}; ls /etc/outgoing_mail_hold_users")])
        .samples(&["Domain shop.example has an outgoing mail hold.  Message will be reattempted later"]),
    line("xr-user-suspended", "Sender {address} has an outgoing mail suspension.  Message discarded.")
        .says("The hosting panel has suspended sending for {address}, so the message was not sent.")
        .level(Permanent)
        .helps(OurServer, &[("See why it was suspended (spam from a stolen password, a complaint), change the mailbox password, then lift the suspension in cPanel (Email Accounts, Manage, Allow outgoing) or with uapi Email unsuspend_outgoing. These users' mailboxes have one:", "ls /home/*/etc/*/outgoing_mail_suspended 2>/dev/null")])
        .samples(&["Sender anna@shop.example has an outgoing mail suspension.  Message discarded."]),
    line("xr-user-held", "Sender {address} has an outgoing mail hold.  Message will be reattempted later")
        .says("The hosting panel holds what {address} sends, so the message waits in the queue.")
        .level(Temporary)
        .helps(OurServer, &[("See why it is held (spam from a stolen password), mend that, then release it in cPanel (Email Accounts, Manage, Allow outgoing). These users' mailboxes have one:", "ls /home/*/etc/*/outgoing_mail_hold 2>/dev/null")])
        .samples(&["Sender anna@shop.example has an outgoing mail hold.  Message will be reattempted later"]),
    line("xr-nobody", "Mail sent by user {name}, UID {n}, being discarded due to sender restrictions in WHM->Tweak Settings")
        .says("A website's script wanted to send as the system user {name}, which cPanel's Tweak Settings don't allow, so the message was discarded.")
        .level(Permanent)
        .helps(OurServer, PANEL_SCRIPT)
        .samples(&["Mail sent by user nobody, UID 99, being discarded due to sender restrictions in WHM->Tweak Settings"]),
    line("xr-gid", "Gid {n} is not permitted to relay mail{?.}")
        .says("A website's script wanted to send with a group ({n}) that cPanel's Tweak Settings don't allow to send (SMTP restrictions), so the message was discarded.")
        .level(Permanent)
        .helps(OurServer, PANEL_SCRIPT)
        .samples(&["Gid 1003 is not permitted to relay mail"]),
    line("xr-demo", "Demo Accounts are not permitted to relay mail{?.}")
        .says("The hosting account is in cPanel's demo mode, which sends no mail.")
        .level(Permanent)
        .helps(OurServer, &[("End the demo mode in WHM (Manage Demo Mode) if the account isn't meant as a demo. Accounts in it:", "cat /etc/demousers")])
        .samples(&["Demo Accounts are not permitted to relay mail."]),
    line("xr-panel-relay", "you are not permitted to relay mail{?.}")
        .says("A website's script wanted to send to an outside address as the system user nobody, which cPanel's Tweak Settings don't allow, so the message was discarded.")
        .level(Permanent)
        .helps(OurServer, PANEL_SCRIPT)
        .samples(&["you are not permitted to relay mail"]),
    line("xr-unknown", "Unknown user{?: {more}}")
        .says("This server has no mailbox of that name.")
        .level(Permanent)
        .helps(Sender, &[("Check the address letter by letter; if it should exist, make the mailbox or alias:", "exim -bt {recipient}")])
        .loose()
        .samples(&["Unknown user"]),
    line("xr-invip", "all relevant MX records point to non-existent hosts or (invalidly) to IP addresses{?: {more}}")
        .says("The MX records of the domain lead to hosts that don't exist, or name IP addresses, which isn't allowed.")
        .level(Permanent)
        .helps(TheirServer, &[("The domain's owner must correct its MX records:", "dig +short MX {recipient-domain}")])
        .loose()
        .samples(&["all relevant MX records point to non-existent hosts or (invalidly) to IP addresses"]),
    line("xr-dnsec", "host lookup done insecurely{?: {more}}")
        .says("The answer of the DNS wasn't signed, and this server demands that (dnssec_require_domains).")
        .level(Temporary)
        .helps(Dns, &[("Take the domain out of dnssec_require_domains, or use a resolver that checks signatures:", "exim -bP transports | grep dnssec; cat /etc/resolv.conf")])
        .loose()
        .samples(&["host lookup done insecurely"]),
    line("xr-manual", "lookup of host \"{name}\" failed in {address} router{?: {more}}")
        .says("The name of the relay (smarthost), {name}, doesn't resolve.")
        .level(Temporary)
        .helps(OurServer, &[("Correct the smarthost's name in Exim's settings:", "exim -bP routers | grep route_; dig +short {name}")])
        .loose()
        .samples(&["lookup of host \"thing\" failed in anna@shop.example router"]),
    line("xr-mdns", "host lookup for {name} did not complete (DNS timeout?){?: {more}}")
        .says("The DNS didn't answer for the name of the relay (smarthost), {name}.")
        .level(Temporary)
        .helps(Dns, &[("Test this server's resolver:", "cat /etc/resolv.conf; dig {name}")])
        .loose()
        .samples(&["host lookup for thing did not complete (DNS timeout?)"]),
    line("xr-synt", "mail domain \"{domain}\" is syntactically invalid{?: {more}}")
        .says("The domain of the address has characters that aren't allowed.")
        .level(Permanent)
        .helps(Sender, &[("Correct the address.", "")])
        .loose()
        .samples(&["mail domain \"shop.example\" is syntactically invalid"]),
    line("xr-long", "all hosts{what} have been failing for a long time (and retry time not reached){?: {more}}")
        .says("No server of the domain could be reached for days, so even new mail comes back at once.")
        .level(Permanent)
        .helps(TheirServer, &[("Test the domain's servers. Once they answer, forget what Exim remembers of them:", "dig +short MX {recipient-domain}; exim_tidydb -t 0d /var/spool/exim retry")])
        .loose()
        .samples(&["all hoststhing have been failing for a long time (and retry time not reached)"]),
    line("xr-held", "domain is held{?: {more}}")
        .says("Mail for this domain is held by a setting (hold_domains).")
        .helps(OurServer, &[("Take the domain out of hold_domains, then let Exim try again:", "exim -bP hold_domains; exim -qff")])
        .loose()
        .samples(&["domain is held"]),
    line("xr-qdom", "domain is in queue_domains{?: {more}}")
        .says("Mail for this domain waits for the next run through the queue, as a setting says (queue_domains).")
        .helps(Nobody, &[("It goes out by itself; to send it now:", "exim -qf")])
        .loose()
        .samples(&["domain is in queue_domains"]),
    line("xr-conc", "concurrency limit reached for transport{?: {more}}")
        .says("As many deliveries run at once as a setting allows (max_parallel), so this one waits.")
        .helps(Nobody, &[("It goes out by itself; to send it now:", "exim -qf")])
        .loose()
        .samples(&["concurrency limit reached for transport"]),
    line("xr-timedout", "delivery cancelled; message timed out{?: {more}}")
        .says("The message was held (frozen) for so long that it was given up.")
        .level(Permanent)
        .loose()
        .samples(&["delivery cancelled; message timed out"]),
    line("xr-cancel", "delivery cancelled by administrator{?: {more}}")
        .says("An administrator ended this delivery (exim -Mg).")
        .level(Permanent)
        .loose()
        .samples(&["delivery cancelled by administrator"]),
    line("xl-fullsys", "mailbox is full (quota exceeded while writing to file {path}){?: {more}}")
        .says("The disk quota of the account is used up.")
        .level(Temporary)
        .helps(Recipient, &[("Have its owner delete files or mail, or raise the account's disk quota:", "quota -u {user}; du -sh $(dirname {path})")])
        .loose()
        .samples(&["mailbox is full (quota exceeded while writing to file /var/lib/thing)"]),
    line("xl-mode", "mailbox {path} has the wrong mode {what} ({what2} expected){?: {more}}")
        .says("The mailbox {path} has the wrong permissions ({what} instead of {what2}).")
        .level(Temporary)
        .helps(OurServer, &[("Correct the permissions of the mailbox:", "ls -l {path}; chmod 660 {path}")])
        .loose()
        .samples(&["mailbox /var/lib/thing has the wrong mode thing (thing expected)"]),
    line("xl-notreg", "mailbox {path} is not a regular file{?: {more}}")
        .says("The mailbox {path} isn't a file: there is a folder or a link, so the transport is set for another kind of mailbox.")
        .level(Temporary)
        .helps(OurServer, &[("Set the transport to the kind of mailbox that is there (Maildir or mbox), or correct the path:", "ls -ld {path}; exim -bP transports | grep -A12 local_delivery")])
        .loose()
        .samples(&["mailbox /var/lib/thing is not a regular file"]),
    line("xl-create", "while creating mailbox {path}")
        .says("The mailbox {path} couldn't be made.")
        .level(Temporary)
        .helps(OurServer, &[("See who owns the folder, and who may write there:", "namei -l {path}")])
        .loose()
        .samples(&["while creating mailbox /var/lib/thing"]),
    line("xl-outside", "mailbox {path} does not exist, but creation outside the home directory is not permitted{?: {more}}")
        .says("The mailbox {path} doesn't exist, and a setting (create_file) doesn't let Exim make it outside the home folder.")
        .level(Temporary)
        .helps(OurServer, &[("Make the mailbox, or change create_file in the transport:", "namei -l {path}; exim -bP transports | grep create_file")])
        .loose()
        .samples(&["mailbox /var/lib/thing does not exist, but creation outside the home directory is not permitted"]),
    line("xl-mkdir", "failed to create directories for {path}: {error}")
        .says("The folders for the mailbox {path} couldn't be made: {error}.")
        .level(Temporary)
        .helps(OurServer, &[("See who owns the folder above it, and whether there is room:", "namei -l {path}; df -h; df -i")])
        .loose()
        .samples(&["failed to create directories for /var/lib/thing: Permission denied"]),
    line("xl-chdir", "failed to chdir to {path}")
        .says("The home folder {path} is missing, or can't be entered.")
        .level(Temporary)
        .helps(OurServer, &[("Make the folder, or correct the user's home:", "namei -l {path}")])
        .loose()
        .samples(&["failed to chdir to /var/lib/thing"]),
    line("xl-pnf", "\"{command}\" command not found for {what} transport{?: {more}}")
        .says("The program {command}, which the address delivers to, wasn't found.")
        .level(Permanent)
        .helps(OurServer, &[("Write the program with its full path in the forward or filter, and see that it's there:", "ls -l {command}")])
        .loose()
        .samples(&["\"/usr/local/bin/filter\" command not found for thing transport"]),
    line("xl-pperm", "\"{command}\" command not permitted by {what} transport{?: {more}}")
        .says("The program {command} isn't among those that this server lets a forward run (allow_commands).")
        .level(Permanent)
        .helps(OurServer, &[("Let the forward use an allowed program, or allow this one in the transport:", "exim -bP transports | grep -e allow_commands -e restrict_to_path")])
        .loose()
        .samples(&["\"/usr/local/bin/filter\" command not permitted by thing transport"]),
    line("xl-pexec", "pipe process failed to exec \"{command}\"{?: {more}}")
        .says("The program {command}, which the address delivers to, couldn't be started.")
        .level(Permanent)
        .helps(OurServer, &[("Correct its path and its permissions (it must be executable, also its interpreter):", "ls -l {command}; head -1 {command}")])
        .loose()
        .samples(&["pipe process failed to exec \"/usr/local/bin/filter\""]),
    line("xl-ltmo", "LMTP timeout after {command}")
        .says("The mailbox service (LMTP) didn't answer in time after {command}.")
        .level(Temporary)
        .helps(OurServer, &[("See what keeps the mailbox service (Dovecot) busy:", "systemctl status dovecot; doveadm log errors | tail; iostat -x 5 2")])
        .loose()
        .samples(&["LMTP timeout after /usr/local/bin/filter"]),
    line("xl-lclose", "LMTP connection closed after {command}")
        .says("The mailbox service (LMTP) hung up after {command}.")
        .level(Temporary)
        .helps(OurServer, &[("See what the mailbox service (Dovecot) says in that second:", "doveadm log errors | tail -20")])
        .loose()
        .samples(&["LMTP connection closed after /usr/local/bin/filter"]),
    line("xl-autor", "Failed to open {what} file {path} when sending message from {what2} transport: {error}")
        .says("The text of an automatic reply, {path}, couldn't be opened: {error}.")
        .level(Temporary)
        .helps(OurServer, &[("Put the file back, or switch the automatic reply off:", "namei -l {path}")])
        .loose()
        .samples(&["Failed to open thing file /var/lib/thing when sending message from thing transport: Permission denied"]),
    line("xl-once", "Failed to open \"once\" file {path} when sending message from {what} transport: {error}")
        .says("The file {path}, in which an automatic reply remembers whom it answered, couldn't be opened: {error}.")
        .level(Temporary)
        .helps(OurServer, &[("Correct its owner and permissions:", "namei -l {path}")])
        .loose()
        .samples(&["Failed to open \"once\" file /var/lib/thing when sending message from thing transport: Permission denied"]),
    line("xl-nogrp", "user set without group for the {what} transport{?: {more}}")
        .says("The transport {what} sets a user without a group.")
        .level(Alert)
        .helps(OurServer, &[("Add group = to the transport, then check that Exim reads it:", "exim -bP transports | grep -A12 '{what}'; exim -bV")])
        .loose()
        .samples(&["user set without group for the thing transport"]),
    line("xl-redir", "error in redirect data: {text}")
        .says("A forward or alias can't be read: {text}.")
        .level(Temporary)
        .helps(OurServer, &[("Correct the forward or alias:", "exim -bt {recipient}")])
        .loose()
        .samples(&["error in redirect data: some words"]),
    line("xl-mode2", "bad mode (0{what}) for {path}: 0{what2} bit(s) unexpected{?: {more}}")
        .says("The file {path} can be changed by others, so Exim doesn't follow it.")
        .level(Temporary)
        .helps(OurServer, &[("Make it writable only by its owner:", "chmod 644 {path}; namei -l {path}")])
        .loose()
        .samples(&["bad mode (0thing) for /var/lib/thing: 0thing bit(s) unexpected"]),
    line("xl-own2", "bad owner for {path}")
        .says("The file {path} belongs to another user, so Exim doesn't follow it.")
        .level(Temporary)
        .helps(OurServer, &[("Give it to the user whose mail it forwards (chown), then see who owns it:", "namei -l {path}")])
        .loose()
        .samples(&["bad owner for /var/lib/thing"]),
    line("xl-filt", "filtering not enabled{?: {more}}")
        .says("The user's forward is a filter, and a setting doesn't allow filters (allow_filter).")
        .level(Temporary)
        .helps(OurServer, &[("Allow filters in that router, or have the user write a plain forward:", "exim -bP routers | grep -e allow_filter -e userforward")])
        .loose()
        .samples(&["filtering not enabled"]),
    line("xl-ffile", "delivery to file forbidden{?: {more}}")
        .says("The forward wants to write a file, which a setting doesn't allow.")
        .level(Permanent)
        .helps(OurServer, &[("Let the forward name an address, or allow files in that router (forbid_file):", "exim -bP routers | grep -e forbid_file -e file_transport")])
        .loose()
        .samples(&["delivery to file forbidden"]),
    line("xo-toobig", "message is too big (transport limit = {n}){?: {more}}")
        .says("The message is larger than this server passes on ({n byte}).")
        .level(Permanent)
        .helps(Sender, &[("Send a link instead of the file, or split the message; the limit is in the transport:", "exim -bP transports | grep message_size_limit; exim -bP message_size_limit")])
        .loose()
        .samples(&["message is too big (transport limit = 12)"]),
    line("xo-utf8", "utf8 support required but not offered for forwarding{?: {more}}")
        .says("The address has characters beyond ASCII, and the other server doesn't take such addresses.")
        .level(Permanent)
        .helps(Sender, &[("Write to an address in ASCII.", "")])
        .loose()
        .samples(&["utf8 support required but not offered for forwarding"]),
    line("xo-nohosts", "{what} transport called with no hosts set{?: {more}}")
        .says("The transport {what} got no server to send to: the router sets none.")
        .level(Alert)
        .helps(OurServer, &[("Correct the router that uses the transport:", "exim -bP routers; exim -bt {recipient}")])
        .loose()
        .samples(&["thing transport called with no hosts set"]),
    line("xo-islocal", "{what} transport found host {name} to be local{?: {more}}")
        .says("The server to send to, {name}, is this server itself.")
        .level(Temporary)
        .helps(OurServer, &[("If the domain's mailboxes are here, add it to the local domains; if not, its MX record or the router must name the other server:", "dig +short MX {recipient-domain}; exim -bP domain_list local_domains")])
        .loose()
        .samples(&["thing transport found host thing to be local"]),
    line("xo-iface", "\"{what}\" is not a valid IP address for the \"interface\" option for {what2}")
        .says("The address {what} to send from isn't one of this server's (in cPanel, /etc/mailips).")
        .level(Temporary)
        .helps(OurServer, &[("Correct the address in the settings, then check that Exim reads them:", "cat /etc/mailips; exim -bP transports | grep interface; ip addr")])
        .loose()
        .samples(&["\"thing\" is not a valid IP address for the \"interface\" option for thing"]),
    line("xo-dane", "DANE error: TLSA lookup for {name} not DNSSEC{?: {more}}")
        .says("The domain announces its certificate in DNS (DANE) without signing it (DNSSEC).")
        .level(Temporary)
        .helps(TheirServer, &[("The owner of the domain must sign it, or take the TLSA record out:", "dig +dnssec TLSA _25._tcp.{name}")])
        .loose()
        .samples(&["DANE error: TLSA lookup for thing not DNSSEC"]),
    line("xo-danen", "DANE error: No usable TLSA records{?: {more}}")
        .says("The records with which the domain announces its certificate in DNS (TLSA) can't be used.")
        .level(Temporary)
        .helps(TheirServer, &[("The owner of the domain must correct them:", "dig TLSA _25._tcp.{H}; dig +short MX {recipient-domain}")])
        .loose()
        .samples(&["DANE error: No usable TLSA records"]),
    line("xi-relay2", "Administrative prohibition{?: {more}}")
        .says("A rule of this server (ACL) refused it without words of its own.")
        .level(Permanent)
        .helps(Sender, &[("See which rule it is, with the addresses of the line; Exim shows each step:", "exim -bh 192.0.2.1")])
        .loose()
        .samples(&["Administrative prohibition"]),
    line("xi-svc", "Could not complete sender verify callout{?: {more}}")
        .says("This server asked the server of the sender's address whether it accepts email, and got no answer.")
        .level(Temporary)
        .helps(TheirServer, &[("It's tried again. If one sender never gets through, its domain's mail server must answer such questions; test it from here:", "exim -bvs {sender}"), ("To do without, take callout out of verify = sender in the ACL.", "")])
        .loose()
        .samples(&["Could not complete sender verify callout"]),
    line("xi-co", "Callout verification failed{?: {more}}")
        .says("This server asked another one whether the address accepts email (callout), and was refused. The answer follows.")
        .level(Permanent)
        .helps(TheirServer, &[("The owner of that address must mend what the answer names; to do without, take callout out of the ACL's verify.", "exim -bvs {sender}")])
        .loose()
        .samples(&["Callout verification failed"]),
    line("xi-cores", "response to \"{command}\" was: {text}")
        .says("What another server answered when this one asked whether an address accepts email: {text}.")
        .level(Permanent)
        .helps(TheirServer, &[("The owner of that address must mend what the answer names.", "exim -bvs {sender}")])
        .loose()
        .samples(&["response to \"/usr/local/bin/filter\" was: some words"]),
    line("xi-coprev", "Previous (cached) callout verification failure{?: {more}}")
        .says("This server asked a while ago whether the address accepts email, was refused, and remembers that.")
        .level(Permanent)
        .helps(TheirServer, &[("Once the other side is mended, forget the answer:", "exim_tidydb -t 0d /var/spool/exim callout")])
        .loose()
        .samples(&["Previous (cached) callout verification failure"]),
    line("xi-rhost", "host lookup failed{?: {more}}")
        .says("The client's address has no reverse DNS name that resolves back to it, and this server demands one.")
        .level(Permanent)
        .helps(Sender, &[("The owner of the address must set a PTR record, and an A record that fits. To see it:", "dig +short -x CLIENT")])
        .loose()
        .samples(&["host lookup failed"]),
    line("xi-longline", "message has lines too long for transport{? (received {n}, limit {limit})}{?: {more}}")
        .says("A line of the message is longer than this server passes on{?: it has {n character}, and {limit} is the limit}.")
        .level(Permanent)
        .helps(Sender, &[("The program that wrote the message must break its lines (quoted-printable or base64). The limit is in the transport:", "exim -bP transports | grep message_linelength_limit")])
        .loose()
        .samples(&["message has lines too long for transport (received 5012, limit 2048)", "message has lines too long for transport"]),
    line("xi-longline2", "maximum allowed line length is 998 octets, got {n}")
        .says("A line of the message has {n character}; mail allows 998, and this server refuses longer ones.")
        .level(Permanent)
        .helps(Sender, &[("The program that wrote the message must break its lines (quoted-printable or base64).", "")])
        .loose()
        .samples(&["maximum allowed line length is 998 octets, got 12"]),
    line("malformed-value", "Malformed value \"{what}\" (expansion of \"{what2}\") in {name} transport")
        .says("A setting of Exim for the mailbox gives {what}, which isn't a number: usually a quota of 0 or \"unlimited\" in the panel's file, with a unit behind it.")
        .level(Temporary)
        .helps(OurServer, &[("Set the quota of that account in the panel again, and look at what the file holds for it:", "grep -rn quota /etc/exim4/exim4.conf* /etc/exim.conf; exim -bV"), ("Then let Exim try again:", "exim -qff")])
        .samples(&["Malformed value \"0MM\" (expansion of \"${extract{6}{:}{x}}M\") in local_delivery transport"]),
    line("expansion-failed", "Expansion of \"{what}\" ({what2}) failed: {error}")
        .says("Exim can't work out the file or folder of the mailbox from its settings: {error}.")
        .level(Temporary)
        .helps(OurServer, &[("See whether the folder is there and whom it belongs to; if the panel or Dovecot was changed, the path in the transport's configuration is wrong:", "exim -bP transports | grep -A12 local_delivery"), ("Then let Exim try again:", "exim -qff")])
        .samples(&["Expansion of \"${extract{5}{:}{x}}/mail\" (file or directory name for local_delivery transport) failed: failed to open /home/anna/mail for directory search: No such file or directory"]),
    // The router of Debian's settings for local mail alone.
    line("local-only", "Mailing to remote domains not supported")
        .says("Exim is set up for local mail only, so it sends nothing to other servers.")
        .level(Permanent)
        .facts(&[(Role::Reason, "systemerror")])
        .helps(OurServer, &[("Choose “internet site”, or “mail sent by smarthost” where the line has no fixed address or port 25 is closed, and send the message again:", "dpkg-reconfigure exim4-config")])
        .samples(&["Mailing to remote domains not supported"]),
    line("tainted-path", "{?Permission denied: }Tainted {?filename for search: }{?filename }'{path}'{? ({what}) not permitted}")
        .says("Exim refuses the path {path} as tainted. It holds text from outside, which a setting may use only after a lookup has checked it, since version 4.94: the settings are older than Exim.")
        .level(Temporary)
        .helps(OurServer, TAINTED)
        .samples(&[
            "Tainted '/var/mail/virtual/shop.example/anna' (file or directory name for virtual_delivery transport) not permitted",
            "Tainted filename for search: '/etc/exim4/domains/shop.example/aliases'",
            "Tainted filename '/etc/virtual/shop.example/passwd'",
        ]),
    line("tainted-arg", "Tainted arg {n} for {name} command: '{what}'")
        .says("Exim refuses to give text from outside ({what}) to a program: since version 4.94 a setting may use such text only after a lookup has checked it. The settings are older than Exim.")
        .level(Temporary)
        .helps(OurServer, TAINTED)
        .samples(&["Tainted arg 2 for pipe transport command: 'anna'"]),
    line("lookup-deferred", "failed to expand {what}: lookup of \"{what2}\" gave DEFER: {error}")
        .says("A lookup that a setting of Exim needs didn't work: {error}.")
        .level(Temporary)
        .helps(OurServer, &[
            ("Repair what the lookup asks, a database, directory or file; until then mail that needs it is deferred. Test Exim's view of it:", "exim -bt {recipient}"),
            ("See the lookups in the settings:", "exim -bP config | grep -n lookup"),
        ])
        .samples(&["failed to expand ACL string \"${lookup mysql{SELECT 1}}\": lookup of \"SELECT 1\" gave DEFER: MYSQL connection failed: Can't connect to local MySQL server through socket '/var/run/mysqld/mysqld.sock' (2)"]),
    line("bind-failed", "bind of [{ip}]:{port} failed{?: {more}}")
        .says("This server couldn't send from its address {ip}: it hasn't got that address (any more).")
        .level(Temporary)
        .helps(OurServer, &[("Correct the address that Exim sends from (interface; in cPanel, /etc/mailips), or give it to the server:", "ip addr; cat /etc/mailips; exim -bP transports | grep interface")])
        .samples(&["bind of [192.0.2.44]:25 failed"]),
    unsigned("signing-failed", "DKIM: signing failed: {text}", &["DKIM: signing failed: RC -1"]),
    unsigned("not-signed", "DKIM: message could not be signed, and dkim_strict is set. Deferring message delivery.", &["DKIM: message could not be signed, and dkim_strict is set. Deferring message delivery."]),
    line("expansion-failed-of", "failed to expand {what}")
        .says("A setting of Exim that this delivery needs can't be worked out: {what}.")
        .level(Temporary)
        .helps(OurServer, &[("Correct that setting, then check that Exim reads its configuration:", "exim -bV")])
        .loose()
        .samples(&["failed to expand \"group\" string for local_delivery transport: failed to open /etc/passwd"]),
];

/// A message that this server should sign and can't.
const fn unsigned(id: &'static str, template: &'static str, samples: &'static [&'static str]) -> Pattern {
    line(id, template)
        .says("This server couldn't sign the message with DKIM, and a setting (dkim_strict) wants that: usually the key file is missing or can't be read.")
        .level(Temporary)
        .helps(OurServer, &[("See which key the transport names, and whether Exim can read it:", "exim -bP transports | grep dkim; ls -l /etc/exim4/dkim /etc/exim4/domains/*/dkim.pem")])
        .samples(samples)
}
