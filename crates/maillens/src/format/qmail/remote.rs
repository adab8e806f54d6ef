//! qmail-remote: what the program that hands mail to other servers says about an attempt.
//!
//! The outcome is the word in front of the text (`success`, `deferral`, `failure`), not the reply code:
//! plain qmail puts a 5xx greeting off, too. One text is a result line, `Remote_host_said:` with the
//! other server's answer, and `Giving_up_on_` after a refused recipient. An answer of several lines has
//! its code on each of them, with `-` after it on all but the last.

use super::{Field, Format, Pattern, Place, Role, Shape, Sign, Word, field, line, word};
use crate::vocabulary::Level::{Permanent, Success, Temporary};
use crate::vocabulary::Party;

/// What qmail-remote says in delivery results.
pub static FORMAT: Format = Format {
    id: "qmail-remote",
    title: "qmail's outgoing SMTP program",
    found_in: &["/var/log/send/current"],
    sources: &["notqmail 1.09 qmail-remote.c", "qmail 1.03 qmail-remote.c", "sagredo qmail qmail-remote.c"],
    place: Place::Result,
    realm: "qmail",
    fields: FIELDS,
    words: WORDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("ip", Role::Remote, "The address of the mail server at the other end.").shape(Shape::Ip),
    field("host", Role::Host, "The domain or host that was looked for.").shape(Shape::Text),
    field("code", Role::Code, "The other server's reply code: 2 in front means yes, 4 not now, 5 no."),
    field(
        "status",
        Role::Status,
        "The enhanced status code: a finer reason than the reply code. 4 in front means not now, 5 means no.",
    ),
    field(
        "reply",
        Role::Reply,
        "The other server's answer in its own words. In a log, an underscore may have been a space and a slash a line break.",
    ),
    field("sender", Role::Sender, "The envelope sender that was given to the other server."),
    field("recipient", Role::Recipient, "The recipient that was given to the other server.")
        .shape(Shape::Hostile),
    field("protocol", Role::State, "The version of TLS, the encryption that protected the connection.")
        .shape(Shape::Text),
    field("cipher", Role::State, "The cipher: the way in which the connection was encrypted.")
        .shape(Shape::Text),
    field("subject", Role::Host, "The name in the other server's certificate.").shape(Shape::Text),
    field("issuer", Role::Text, "The authority that signed the other server's certificate."),
    field("method", Role::State, "The step of the login that the other server refused.").shape(Shape::Text),
    field("what", Role::Text, "What could not be prepared."),
    field("file", Role::Path, "The settings file on this server that it is about."),
    field("error", Role::Text, "What the encryption library said."),
];

const WORDS: &[Word] = &[
    word("Remote host said:", "What follows is the exact answer of the other server."),
    word("Connected to", "The other server answered the call: name lookup and network worked."),
    word(
        "Possible duplicate!",
        "The message had been sent when the connection broke, so the recipient may get it twice.",
    ),
    word(
        "Giving up on",
        "The conversation with this server ended. This does not tell whether the failure is final.",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("accepted", "{ip} accepted message.")
        .says("The server at {ip} accepted the message and is now responsible for it.")
        .level(Success)
        .samples(&["192.0.2.25_accepted_message.", "192.0.2.25 accepted message."]),
    line("accepted-with-addresses", "<From:{sender} To:{recipient}> {ip} accepted message.")
        .says("The server at {ip} accepted the message from {sender} for {recipient} and is now responsible for it.")
        .level(Success)
        .samples(&["<From:anna@shop.example_To:ben@example.net>_192.0.2.25_accepted_message."]),
    line("recipient-refused", "{ip} does not like recipient.")
        .says("The server at {ip} refused this recipient.")
        .level(Permanent)
        .samples(&["192.0.2.25_does_not_like_recipient.", "192.0.2.25 does not like recipient."]),
    line("recipient-refused-with-addresses", "<From:{sender} To:{recipient}> {ip} does not like recipient.")
        .says("The server at {ip} refused the recipient {recipient}.")
        .level(Permanent)
        .samples(&["<From:anna@shop.example_To:ben@example.net>_192.0.2.25_does_not_like_recipient."]),
    line("sender-refused", "Connected to {ip} but sender was rejected.")
        .says("The server at {ip} refused the sender's address, or this server, before it heard of any recipient.")
        .level(Permanent)
        .samples(&["Connected_to_192.0.2.25_but_sender_was_rejected."]),
    line("data-refused", "{ip} failed on DATA command.")
        .says("The server at {ip} stopped just before the content of the message was sent.")
        .level(Permanent)
        .samples(&["192.0.2.25_failed_on_DATA_command."]),
    line("content-refused", "{ip} failed after I sent the message.")
        .says("The server at {ip} did not accept the message after it had received the content.")
        .level(Permanent)
        .samples(&["192.0.2.25_failed_after_I_sent_the_message."]),
    line("greeting-failed", "Connected to {ip} but greeting failed.")
        .says("The server at {ip} answered the call but did not greet this server as a mail server should.")
        .level(Temporary)
        .samples(&["Connected_to_192.0.2.25_but_greeting_failed."]),
    line("greeting-failed-encrypted", "TLS Connected to {ip} but greeting failed.")
        .says("The encrypted connection to {ip} was made, but the server did not greet this server as a mail server should.")
        .level(Temporary)
        .samples(&["TLS_Connected_to_192.0.2.25_but_greeting_failed."]),
    line("name-refused", "Connected to {ip} but my name was rejected.")
        .says("The server at {ip} did not accept the name that this server introduced itself with.")
        .level(Temporary)
        .samples(&["Connected_to_192.0.2.25_but_my_name_was_rejected."]),
    line("connection-died", "Connected to {ip} but connection died. (#{status})")
        .says("The connection to {ip} was cut, or went silent, before the message was transferred.")
        .level(Temporary)
        .samples(&["Connected_to_192.0.2.36_but_connection_died._(#4.4.2)"]),
    line("connection-died-late", "Connected to {ip} but connection died. Possible duplicate! (#{status})")
        .sign(Sign::PerhapsThere)
        .says("The connection to {ip} was cut after the message was sent and before the answer came. If the other server kept the message, the next attempt delivers it twice.")
        .level(Temporary)
        .samples(&["Connected_to_192.0.2.36_but_connection_died._Possible_duplicate!_(#4.4.2)"]),
    line("no-connection", "Sorry, I wasn't able to establish an SMTP connection. (#{status})")
        .says("No mail server of the recipient's domain could be reached: each refused the connection, did not answer, or was skipped because it did not answer shortly before.")
        .level(Temporary)
        .samples(&["Sorry,_I_wasn't_able_to_establish_an_SMTP_connection._(#4.4.1)"]),
    line("host-not-found-now", "Sorry, I couldn't find any host by that name. (#{status})")
        .says("The domain name system (DNS) gave no usable answer for the recipient's domain this time.")
        .level(Temporary)
        .samples(&["Sorry,_I_couldn't_find_any_host_by_that_name._(#4.1.2)"]),
    line("alias-not-found-now", "CNAME lookup failed temporarily. (#{status})")
        .says("The domain name system (DNS) gave no usable answer for the recipient's domain this time. An unpatched qmail also says so when the answer is longer than 512 bytes.")
        .level(Temporary)
        .helps(Party::OurServer, &[
            ("Ask this server's own resolver for the domain as qmail does. If the answer is long or comes only over TCP, qmail needs the patch for big DNS answers (or notqmail, which has it); if none comes, the resolver or the domain's DNS is at fault:", "cat /etc/resolv.conf; dig +noall +stats +answer ANY {recipient-domain}; dig MX {recipient-domain}"),
            ("Queued mail goes on by itself; to try at once:", "svc -a /service/qmail-send"),
        ])
        .samples(&["CNAME_lookup_failed_temporarily._(#4.4.3)"]),
    line("host-unknown", "Sorry, I couldn't find any host named {host}. (#{status})")
        .says("The domain {host} does not exist in the domain name system (DNS); often the address has a typo.")
        .level(Permanent)
        .samples(&["Sorry,_I_couldn't_find_any_host_named_gmial.example._(#5.1.2)"]),
    line("no-mail-server", "Sorry, I couldn't find a mail exchanger or IP address. (#{status})")
        .says("The recipient's domain exists, but the domain name system (DNS) names no mail server and no address for it.")
        .level(Permanent)
        .samples(&["Sorry,_I_couldn't_find_a_mail_exchanger_or_IP_address._(#5.4.4)"]),
    line("domain-not-set-up", "Sorry. Although I'm listed as a best-preference MX or A for that host,/it isn't in my control/locals file, so I don't treat it as local. (#{status})")
        .sign(Sign::DomainNotSetUp)
        .says("The domain name system (DNS) names this very server for the recipient's domain, but the domain is not set up here.")
        .level(Permanent)
        .helps(Party::OurServer, &[
            ("If mail for {recipient-domain} should arrive here, set the domain up (control/rcpthosts, and locals or virtualdomains, then svc -h; in Plesk, turn on its mail service); if not, correct its MX record. What DNS and this server say of it:", "dig +short MX {recipient-domain}; grep -n {recipient-domain} /var/qmail/control/locals /var/qmail/control/virtualdomains /var/qmail/control/rcpthosts"),
        ])
        .samples(&[
            "Sorry._Although_I'm_listed_as_a_best-preference_MX_or_A_for_that_host,/it_isn't_in_my_control/locals_file,_so_I_don't_treat_it_as_local._(#5.4.6)",
            "Sorry. Although I'm listed as a best-preference MX or A for that host,\nit isn't in my control/locals file, so I don't treat it as local. (#5.4.6)",
        ]),
    line("resources-short", "System resources temporarily unavailable. (#{status})")
        .says("This server had no network socket or file handle left for the attempt.")
        .level(Temporary)
        .samples(&["System_resources_temporarily_unavailable._(#4.3.0)"]),
    line("home-lost", "Unable to switch to home directory. (#{status})")
        .says("qmail's own folder on this server cannot be reached.")
        .level(Temporary)
        .samples(&["Unable_to_switch_to_home_directory._(#4.3.0)"]),
    line("controls-not-read", "Unable to read control files. (#{status})")
        .says("A settings file of qmail on this server cannot be read.")
        .level(Temporary)
        .samples(&["Unable_to_read_control_files._(#4.3.0)"]),
    line("partial-last-line", "SMTP cannot transfer messages with partial final lines. (#{status})")
        .says("The message does not end with a line break, so it cannot be sent by SMTP.")
        .level(Permanent)
        .samples(&["SMTP_cannot_transfer_messages_with_partial_final_lines._(#5.6.2)"]),
    line("called-wrongly", "I (qmail-remote) was invoked improperly. (#{status})")
        .says("The program qmail-remote was started with wrong arguments: a problem on this server.")
        .level(Permanent)
        .samples(&["I_(qmail-remote)_was_invoked_improperly._(#5.3.5)"]),
    line("reply-with-status", "Remote host said: {code} {status} {reply}")
        .says("The other server answered {code} {status}.")
        .samples(&["Remote_host_said:_250_2.0.0_Ok:_queued_as_4F7C21", "Remote host said: 550 5.1.1 No such user"]),
    line("reply-with-marked-status", "Remote host said: {code} #{status} {reply}")
        .says("The other server answered {code} {status}.")
        .samples(&["Remote_host_said:_550_#5.1.0_Address_rejected."]),
    line("reply-of-lines-with-status", "Remote host said: {code}-{status} {reply}")
        .says("The other server answered {code} {status}, in several lines.")
        .samples(&[
            "Remote_host_said:_550-5.1.1_The_email_account_that_you_tried_to_reach_does_not_exist./550_5.1.1__https://support.example/mail/?p=NoSuchUser",
            "Remote host said: 550-5.1.1 No such user\n550 5.1.1 https://support.example/mail/?p=NoSuchUser",
        ]),
    line("reply-of-lines", "Remote host said: {code}-{reply}")
        .says("The other server answered {code}, in several lines.")
        .samples(&["Remote_host_said:_250-Message_accepted/250_id=1qOfK0-0004Xx-2y"]),
    line("reply", "Remote host said: {code} {reply}")
        .says("The other server answered {code}.")
        .samples(&["Remote_host_said:_250_Ok", "Remote_host_said:_550", "Remote_host_said:_552_1_Requested_mail_action_aborted"]),
    line("reply-not-smtp", "Remote host said: {reply}")
        .says("The other server's answer has no reply code, so it is not a proper answer of a mail server.")
        .samples(&["Remote_host_said:_HTTP/1.1_400_Bad_Request", "Remote_host_said:_hello_there"]),
    line("giving-up", "Giving up on {ip}.")
        .says("No recipient was accepted, so the conversation with {ip} ended. This alone does not mean that the failure is final.")
        .samples(&["Giving_up_on_192.0.2.25."]),
    line("encrypted", "STARTTLS proto={protocol}; cipher={cipher}; subject={subject}; issuer={issuer};")
        .says("The message was transferred over an encrypted connection ({protocol}, {cipher}).")
        .samples(&["STARTTLS_proto=TLSv1.3;_cipher=TLS_AES_256_GCM_SHA384;_subject=/CN=mx.example.net;_issuer=/C=US/O=Example_CA/CN=R3;"]),
    line("outgoing-address-wrong", "invalid ipaddr in control/outgoingip (#{status})")
        .says("The address that this server is set to send from is not a valid one.")
        .level(Temporary)
        .samples(&["invalid_ipaddr_in_control/outgoingip_(#4.3.0)"]),
    line("unicode-not-supported", "Connected to {ip} but server does not support unicode in email addresses.")
        .says("An address of this message has letters outside of plain English, and the server at {ip} cannot handle such addresses.")
        .level(Permanent)
        .samples(&["Connected_to_192.0.2.25_but_server_does_not_support_unicode_in_email_addresses."]),
    line("encryption-not-offered", "No TLS achieved while {file} exists; connecting to {ip}.")
        .says("This server must only send encrypted mail to {ip}, but no encrypted connection came about.")
        .level(Temporary)
        .samples(&["No_TLS_achieved_while_control/tlshosts/mx.example.net.pem_exists;_connecting_to_192.0.2.25."]),
    line("encryption-refused", "STARTTLS rejected while {file} exists; connecting to {ip}.")
        .says("This server must only send encrypted mail to {ip}, but the other server refused to encrypt.")
        .level(Temporary)
        .samples(&["STARTTLS_rejected_while_control/tlshosts/mx.example.net.pem_exists;_connecting_to_192.0.2.25."]),
    line("encryption-not-started", "TLS error initializing {what}: {error}{?; connecting to {ip}.}")
        .says("The encryption library of this server could not be started.")
        .level(Temporary)
        .samples(&["TLS_error_initializing_ctx:_library_has_no_ciphers;_connecting_to_192.0.2.25."]),
    line("certificate-not-read", "TLS unable to load {file}: {error}{?; connecting to {ip}.}")
        .says("A certificate file on this server cannot be read.")
        .level(Temporary)
        .samples(&["TLS_unable_to_load_control/clientcert.pem:_no_start_line;_connecting_to_192.0.2.25."]),
    line("encryption-failed", "TLS connect failed: {error}{?; connecting to {ip}.}")
        .says("The two servers could not agree on an encrypted connection; often one of them only knows an old protocol.")
        .level(Temporary)
        .samples(&["TLS_connect_failed:_unsupported_protocol;_connecting_to_192.0.2.25."]),
    line("certificate-not-trusted", "TLS unable to verify server with {file}: {error}{?; connecting to {ip}.}")
        .says("The other server's certificate could not be checked against {file}.")
        .level(Temporary)
        .samples(&["TLS_unable_to_verify_server_with_control/tlshosts/mx.example.net.pem:_certificate_has_expired;_connecting_to_192.0.2.25."]),
    line("certificate-wrong", "TLS unable to verify server {host}: {error}{?; connecting to {ip}.}")
        .says("The other server's certificate is missing or was issued for another name than {host}.")
        .level(Temporary)
        .samples(&["TLS_unable_to_verify_server_mx.example.net:_received_certificate_for_other.example;_connecting_to_192.0.2.25."]),
    line("login-refused", "Connected to {ip} but authentication was rejected ({method}).")
        .says("The server at {ip} refused the username or password with which this server logs in there.")
        .level(Temporary)
        .samples(&["Connected_to_192.0.2.25_but_authentication_was_rejected_(AUTH_PLAIN)."]),
    line("login-expired", "Connected to {ip} but password expired.")
        .says("The password with which this server logs in at {ip} has expired.")
        .level(Temporary)
        .samples(&["Connected_to_192.0.2.25_but_password_expired."]),
    line("login-not-encoded", "Connected to {ip} but unable to base64encode {what}.")
        .says("This server could not prepare its login data for {ip}.")
        .level(Temporary)
        .samples(&["Connected_to_192.0.2.25_but_unable_to_base64encode_(plain)."]),
    line("login-not-decoded", "Connected to {ip} but unable to base64decode {what}.")
        .says("This server could not read what the server at {ip} sent during the login.")
        .level(Temporary)
        .samples(&["Connected_to_192.0.2.25_but_unable_to_base64decode_challenge."]),
    line("login-not-offered", "no supported AUTH method found, continuing without authentication.")
        .says("The other server offers no way to log in that this server knows, so it went on without.")
        .samples(&["no_supported_AUTH_method_found,_continuing_without_authentication."]),
    line("note-not-written", "Failed to run touch command {file}")
        .says("This server could not note that it should not try encryption with the other server again.")
        .samples(&["Failed_to_run_touch_command_/var/qmail/control/notlshosts/mx.example.net"]),
];
