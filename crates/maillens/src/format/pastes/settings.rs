//! Settings and lists as people show them beside a log: `name = value` of Postfix, Dovecot and Exim, resolv.conf, rows of
//! ps, free, ldd, id and docker ps. None of them is a fault; what they decide, the error beside them tells.

use super::{Field, Format, FormatKind, Pattern, Role, Shape, field, line, word};

/// What is shown.
pub static FORMAT: Format = Format {
    id: "settings",
    title: "settings and lists beside a log: postconf, doveconf, resolv.conf, ps, free, ldd, docker ps",
    found_in: &["a terminal", "main.cf", "dovecot.conf", "resolv.conf"],
    sources: &[
        "Postfix 3.8 postconf(5)",
        "Dovecot 2.3 doveconf.c",
        "Exim 4.98 spec.txt",
        "resolv.conf(5)",
        "procps 4 ps, free",
        "glibc 2.39 ldd",
        "coreutils 9 id.c, ls.c",
        "Docker 26",
    ],
    kind: FormatKind::Settings,
    realm: "settings",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("name", Role::Keyword, "The rest of the setting's name.").shape(Shape::Name),
    field("value", Role::Text, "What it is set to."),
    field("ip", Role::Client, "The address.").shape(Shape::Ip),
    field("domain", Role::Host, "The domain.").shape(Shape::Word),
    field("host", Role::Host, "The server.").shape(Shape::Word),
    field("container", Role::Program, "The container.").shape(Shape::Word),
    field("code", Role::State, "How it ended.").shape(Shape::Number).values(&[
        word("0", "It ended without an error."),
        word("1", "It ended with an error of its own."),
        word("137", "The system ended it by force, most often because memory ran out."),
        word("139", "It crashed."),
        word("143", "It was told to stop."),
    ]),
    field("pid", Role::Pid, "The number of the process."),
    field("hours", Role::Duration, "For how many hours it runs.").shape(Shape::Word),
    field("minutes", Role::Duration, "And how many minutes.").shape(Shape::HexOf(2)),
    field("seconds", Role::Duration, "And how many seconds.").shape(Shape::HexOf(2)),
    field("command", Role::Text, "The program, with what it was told."),
    field("user", Role::Text, "The user of the system.").shape(Shape::Name),
    field("uid", Role::Uid, "The number of the user."),
    field("gid", Role::Uid, "The number of the group."),
    field("group", Role::Text, "The group.").shape(Shape::Name),
    field("library", Role::Text, "The library.").shape(Shape::Word),
    field("path", Role::Path, "Where it is.").shape(Shape::Word),
    field("size", Role::Text, "The size.").shape(Shape::Word),
    field("text", Role::Text, "What the line says."),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
];

/// A setting whose name begins so.
macro_rules! settings {
    ($id:literal, $begins:literal, $sample:literal) => {
        line($id, concat!($begins, "{name} ={? {value}}"))
            .says(concat!("The setting ", $begins, "{name}{? is {value}}."))
            .samples(&[$sample])
    };
}

/// A setting of this name.
macro_rules! setting {
    ($id:literal, $name:literal, $sample:literal) => {
        line($id, concat!($name, " ={? {value}}"))
            .says(concat!("The setting ", $name, "{? is {value}}."))
            .loose()
            .samples(&[$sample])
    };
}

const PATTERNS: &[Pattern] = &[
    // Postfix; some names are those of the others, too.
    settings!("smtpd", "smtpd_", "smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination"),
    settings!("smtp", "smtp_", "smtp_tls_CAfile ="),
    settings!("virtual", "virtual_", "virtual_mailbox_domains = shop.example"),
    settings!("mailbox", "mailbox_", "mailbox_size_limit = 51200000"),
    settings!("local", "local_", "local_recipient_maps = proxy:unix:passwd.byname $alias_maps"),
    settings!("relay", "relay_", "relay_domains = shop.example"),
    settings!("default", "default_", "default_process_limit = 100"),
    settings!("lmtp", "lmtp_", "lmtp_tls_security_level = may"),
    settings!("milter", "milter_", "milter_default_action = accept"),
    settings!("alias", "alias_", "alias_maps = hash:/etc/aliases"),
    settings!("maximal", "maximal_", "maximal_queue_lifetime = 1d"),
    settings!("bounce", "bounce_", "bounce_queue_lifetime = 1d"),
    settings!("message", "message_", "message_size_limit = 10240000"),
    settings!("header", "header_", "header_checks = regexp:/etc/postfix/header_checks"),
    settings!("sender", "sender_", "sender_canonical_maps = hash:/etc/postfix/canonical"),
    settings!("recipient", "recipient_", "recipient_delimiter = +"),
    settings!("tls", "tls_", "tls_require_ciphers = NORMAL"),
    setting!("mynetworks", "mynetworks", "mynetworks = 127.0.0.0/8 [::1]/128"),
    setting!("mydestination", "mydestination", "mydestination = $myhostname, localhost"),
    setting!("myhostname", "myhostname", "myhostname = mx.shop.example"),
    setting!("mydomain", "mydomain", "mydomain = shop.example"),
    setting!("myorigin", "myorigin", "myorigin = /etc/mailname"),
    setting!("relayhost", "relayhost", "relayhost = [smtp.shop.example]:587"),
    setting!("inet-interfaces", "inet_interfaces", "inet_interfaces = all"),
    setting!("inet-protocols", "inet_protocols", "inet_protocols = ipv4"),
    setting!("transport-maps", "transport_maps", "transport_maps = hash:/etc/postfix/transport"),
    setting!("content-filter", "content_filter", "content_filter = smtp-amavis:[127.0.0.1]:10024"),
    setting!("home-mailbox", "home_mailbox", "home_mailbox = Maildir/"),
    setting!("non-smtpd-milters", "non_smtpd_milters", "non_smtpd_milters = $smtpd_milters"),
    setting!("append-dot", "append_dot_mydomain", "append_dot_mydomain = no"),
    setting!("biff", "biff", "biff = no"),
    setting!("compatibility", "compatibility_level", "compatibility_level = 3.6"),
    // Dovecot.
    settings!("ssl-of", "ssl_", "ssl_min_protocol = TLSv1.2"),
    settings!("auth", "auth_", "auth_mechanisms = plain login"),
    settings!("mail", "mail_", "mail_max_userip_connections = 10"),
    settings!("first-valid", "first_valid_", "first_valid_uid = 1000"),
    settings!("last-valid", "last_valid_", "last_valid_uid = 0"),
    settings!("quota", "quota_", "quota_rule = *:storage=1G"),
    settings!("lda", "lda_", "lda_mailbox_autocreate = yes"),
    settings!("login", "login_", "login_trusted_networks = 192.0.2.0/24"),
    settings!("dovecot-of", "dovecot_", "dovecot_config_version = 2.4.0"),
    setting!("ssl", "ssl", "ssl = required"),
    setting!("protocols", "protocols", "protocols = imap lmtp"),
    setting!("listen", "listen", "listen = *, ::"),
    setting!("plaintext", "disable_plaintext_auth", "disable_plaintext_auth = yes"),
    setting!("vsz-limit", "vsz_limit", "vsz_limit = 256 M"),
    setting!("process-limit", "process_limit", "process_limit = 100"),
    setting!("client-limit", "client_limit", "client_limit = 1"),
    // Exim.
    line("debian", "dc_{name}={value}")
        .says("The setting dc_{name} of Debian's Exim is {value}.")
        .samples(&["dc_other_hostnames='shop.example'"]),
    line("domain-list", "{?domainlist}{?hostlist} {name} = {value}")
        .says("A list of Exim's settings, {name}: {value}.")
        .loose()
        .samples(&["domainlist local_domains = @ : shop.example", "hostlist relay_from_hosts = 127.0.0.1"]),
    setting!("primary-hostname", "primary_hostname", "primary_hostname = mx.shop.example"),
    setting!("recipients-max", "recipients_max", "recipients_max = 100"),
    line("domains-of-panel", "/etc/{?localdomains}{?remotedomains}{?secondarymx}:{domain}")
        .says("The list has the domain {domain}.")
        .samples(&["/etc/remotedomains:shop.example", "/etc/localdomains:shop.example"]),
    // qmail.
    line("route", "{?{domain}}:{ip}")
        .says("A way that is set{? for mail to {domain}}: it goes to {ip}, whatever DNS says.")
        .loose()
        .samples(&["shop.example:192.0.2.25", ":192.0.2.25"]),
    line("block-list", "-r {domain}")
        .says("A block list that is asked about each client: {domain}.")
        .loose()
        .samples(&["-r zen.spamhaus.org"]),
    // The system.
    line("resolver", "nameserver {ip}")
        .says("The DNS server that this machine asks: {ip}.")
        .samples(&["nameserver 192.0.2.53"]),
    line("search-domain", "search {domain}")
        .says("What is put behind names without a domain: {domain}.")
        .loose()
        .samples(&["search shop.example"]),
    line("resolver-maker", "# Generated by {text}")
        .says("Who wrote the file: {text}.")
        .samples(&["# Generated by NetworkManager"]),
    line("container-up", "{container}{gap}Up {text}")
        .says("The container {container} runs: {text}.")
        .loose()
        .samples(&["mail-postfix-1     Up 9 days"]),
    line("container-restarts", "{container}{gap}Restarting ({code}) {text}")
        .says("The container {container} ends again and again, with {code}, and is started again.")
        .samples(&["mail-rspamd-1      Restarting (137) 41 seconds ago"]),
    line("process", "{?{gap}}{pid}{gap}{hours}:{minutes}:{seconds} {command}")
        .says("A process, running for {hours hour}: {command}.")
        .loose()
        .samples(&[" 8122    06:11:40 /usr/bin/spamc -u max", "9120 2-03:04:05 /usr/sbin/clamd"]),
    line("memory", "{?Mem}{?Swap}:{gap}{text}")
        .says("How much memory there is, how much is used and how much is free: {text}.")
        .loose()
        .samples(&[
            "Mem:            3711        3520          81          12         110          46",
            "Swap:              0           0           0",
        ]),
    line("library-missing", "{?{gap}}{library} => not found")
        .says("The library {library} is missing.")
        .samples(&["\tlibmysqlclient.so.18 => not found"]),
    line("library", "{?{gap}}{library} => {path} (0x{text})")
        .says("The library {library} is {path}.")
        .samples(&["\tlibc.so.6 => /lib64/libc.so.6 (0x00007f2b1c000000)"]),
    line("identity", "uid={uid}({user}) gid={gid}({group}) groups={text}")
        .says("The user {user} is in these groups: {text}.")
        .samples(&["uid=111(postfix) gid=118(postfix) groups=118(postfix),115(opendkim)"]),
    line("sum", "total {size}").says("How much the folder takes: {size}.").loose().samples(&["total 283M"]),
];
