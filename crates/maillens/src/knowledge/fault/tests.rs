use super::*;
use crate::vocabulary::Party;

fn names(text: &str) -> Vec<&'static str> {
    find(text.as_bytes()).iter().map(|found| found.fault.name).collect()
}

fn all() -> impl Iterator<Item = &'static Fault> {
    TABLES.iter().copied().flatten()
}

#[test]
fn every_spelling_finds_its_own_fault() {
    for fault in all() {
        for spelling in fault.spellings {
            let beside = if let Beside::Word(word) = fault.beside { word } else { "" };
            let call = match fault.beside {
                Beside::Connection => "connect to mx.shop.example[203.0.113.7]:25:",
                _ => "open(/srv/mail/x)",
            };
            let text = format!("{call}{beside} failed: {}", spelling.replace("..", " it "));
            let found = names(&text);
            assert!(found.contains(&fault.name), "{spelling:?} finds {found:?}, not {}", fault.name);
        }
    }
}

#[test]
fn a_lone_word_is_no_fault() {
    for fault in all() {
        for spelling in fault.spellings {
            let telling = spelling.contains([' ', '_', ':', '=', '-', '(', '[', '/'])
                || spelling.bytes().any(|b| b.is_ascii_digit());
            assert!(
                telling || ["eacces", "enoent", "econnreset", "servfail"].contains(spelling),
                "{spelling:?} is one common word"
            );
        }
    }
}

#[test]
fn some_words_count_only_beside_what_speaks_them() {
    assert_eq!(names("warning: haproxy read: time limit exceeded"), [""; 0]);
    assert_eq!(names("warning: dict_ldap_lookup: Search error 3: Time limit exceeded"), ["directory-limit"]);
}

#[test]
fn words_that_mean_many_things_count_beside_a_path_only() {
    assert_eq!(names("550 5.7.1 Permission denied"), [""; 0]);
    assert_eq!(names("open(/srv/mail/x/cur) failed: Permission denied"), ["permission-denied"]);
    assert_eq!(names("chdir(Maildir) failed: Permission denied"), ["permission-denied"]);
    assert_eq!(
        names("connect to mx.shop.example[2001:db8::7]:25: Permission denied"),
        ["connection-forbidden"]
    );
    assert_eq!(names("connect to private/auth: Permission denied"), ["permission-denied"]);
    assert_eq!(names("550 Address not available"), [""; 0]);
    assert_eq!(names("Message_too_big,_operation_not_permitted"), [""; 0]);
}

#[test]
fn faults_are_read_however_they_are_written() {
    assert_eq!(names("CNAME_lookup: Connection_refused"), ["connection-refused"]);
    assert_eq!(names("connect errno=111"), ["connection-refused"]);
    assert_eq!(names("connect errno=1111"), [""; 0]);
    assert_eq!(names("Table 'mail.virtual_users' doesn't exist"), ["table-missing"]);
    assert_eq!(
        names("error:0A000418:SSL routines::tlsv1 alert unknown ca: SSL alert number 48"),
        ["they-distrust-issuer"]
    );
    assert_eq!(names("SSL alert number 4"), [""; 0]);
}

#[test]
fn a_place_says_which_part_is_meant() {
    let text = b"connect(/run/dovecot/auth-userdb) failed: Permission denied";
    let found = first(text).expect("a fault");
    assert_eq!(found.service.map(|service| service.name), Some("Dovecot's lookup of users"));
    assert_eq!(
        found.command(text).as_deref(),
        Some("ls -l /run/dovecot/auth-userdb; doveconf -n service/auth")
    );

    let text = b"connect to 127.0.0.1[127.0.0.1]:10024: Connection refused";
    let found = first(text).expect("a fault");
    assert_eq!((found.party, found.port), (Party::OurServer, Some(10024)));
    assert_eq!(found.service.map(|service| service.name), Some("amavis"));

    let text = b"connect to mx.dest.example[192.0.2.25]:25: Connection refused";
    let found = first(text).expect("a fault");
    assert_eq!((found.party, found.service.is_none()), (Party::TheirServer, true));
    assert_eq!(found.command(text).as_deref(), Some("nc -vz 192.0.2.25 25"));
}

#[test]
fn a_command_holds_nothing_that_a_shell_reads() {
    let text = b"open(/srv/$(reboot)/x) failed: Permission denied";
    let found = first(text).expect("a fault");
    assert!(!found.command(text).as_deref().unwrap_or_default().contains('$'));
}

#[test]
fn what_is_told_is_whole() {
    for fault in all() {
        assert!(fault.means.ends_with('.'), "{}", fault.name);
        assert!(!fault.headline.ends_with('.') && !fault.headline.is_empty(), "{}", fault.name);
    }
    for service in SERVICES {
        assert!(service.without.ends_with('.'), "{}", service.name);
    }
}

#[test]
fn long_hostile_lines_are_read_once() {
    let text = "Table 'x unknown column ' access denied for user '".repeat(1500);
    assert!(find(text.as_bytes()).len() < 10);
}

#[test]
fn a_line_at_home_is_told_from_a_server() {
    for host in
        ["host-88.dyn.isp.example", "p5b0e7c21.dip0.isp.example", "dsl-7.isp.example", "pool-1-2.isp.example"]
    {
        assert!(super::is_dynamic(host), "{host}");
    }
    for host in ["mail.client.example", "mx3.dynamo.example", "pooling.example", "ppp.example.com"] {
        assert_eq!(super::is_dynamic(host), host.starts_with("ppp"), "{host}");
    }
}

#[test]
fn a_network_holds_its_own_addresses_alone() {
    for (network, ip, want) in [
        ("192.168.40.0/24", "192.168.40.27", true),
        ("192.168.40.0/24", "192.168.41.27", false),
        ("192.0.2.7", "192.0.2.7", true),
        ("0.0.0.0/0", "192.0.2.7", true),
        ("[2001:db8::]/32", "2001:db8::7", true),
        ("[::1]/128", "::1", true),
        ("[::1]/128", "192.0.2.7", false),
        ("hash:/etc/postfix/networks", "192.0.2.7", false),
        ("192.0.2.0/99", "192.0.2.7", false),
    ] {
        assert_eq!(super::holds(network, ip), want, "{network} {ip}");
    }
}
