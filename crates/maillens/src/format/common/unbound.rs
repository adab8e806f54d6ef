//! unbound: the resolver that many mail servers have of their own. Each line gives process and thread, then a level.

use super::{Datum, Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Temporary, Warning};
use crate::vocabulary::Party::{Dns, OurServer};
use crate::vocabulary::Sign;

/// What unbound writes.
pub static FORMAT: Format = Format {
    id: "unbound",
    title: "the resolver unbound",
    found_in: &["journalctl -u unbound", "/var/log/unbound.log", "docker compose logs unbound-mailcow"],
    sources: &["unbound 1.19 util/log.c, util/data/msgreply.c, services/listen_dnsport.c, daemon/worker.c"],
    programs: &["unbound"],
    place: crate::format::Place::Program,
    realm: "unbound",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("pid", Role::Text, "The number of the process.").shape(Shape::Number),
    field("thread", Role::Count, "The thread of the process: {}."),
    field("name", Role::Host, "The name that was asked for.").shape(Shape::Word),
    field("type", Role::State, "What was asked for: A an IPv4 address, AAAA an IPv6 one, MX the mail servers, TXT texts such as SPF, PTR the name of an address.").shape(Shape::Name),
    field("zone", Role::Host, "The zone that didn't answer.").shape(Shape::Word),
    field("why", Role::Text, "Why not."),
    field("ip", Role::Ip, "The address.").shape(Shape::Word),
    field("port", Role::Port, "The port.").datum(Datum::WantedPort),
    field("text", Role::Text, "What unbound says."),
];

/// Behind a tag of syslog the process and the thread stand once more.
macro_rules! says {
    ($rest:literal) => {
        concat!("{?[{pid}:{thread}] }", $rest)
    };
}

const PATTERNS: &[Pattern] = &[
    line("no-answer-upstream", says!("error: SERVFAIL <{name}. {type} IN>: all the configured stub or forward servers failed{?, at zone {zone}}{? {text}}"))
        .says("The resolvers that unbound forwards to gave no answer about {name}, so mail that needs it waits or is refused.")
        .level(Temporary)
        .helps(OurServer, &[
            ("See whether the resolvers that unbound forwards to answer:", "unbound-control list_forwards; dig {name} {type}"),
            ("If they don't, take forward-addr out of unbound's settings, so that it asks the internet itself. Block lists refuse public resolvers anyway.", ""),
        ])
        .samples(&["[123:0] error: SERVFAIL <shop.example. MX IN>: all the configured stub or forward servers failed, at zone . from 192.0.2.53 upstream server timeout"]),
    line("no-answer", says!("error: SERVFAIL <{name}. {type} IN>: {why}"))
        .says("The resolver unbound got no usable answer about {name} ({type}): {why}.")
        .level(Temporary)
        .helps(Dns, &[
            ("Compare with a resolver elsewhere: if that gets an answer, this server's way to the internet on port 53 is at fault, else the domain's name servers or DNSSEC:", "dig {name} {type}; dig {name} {type} @9.9.9.9; dig +trace {name} {type}"),
        ])
        .samples(&["[123:0] error: SERVFAIL <shop.example. MX IN>: exceeded the maximum number of sends"]),
    line("dnssec", says!("info: validation failure <{name}. {type} IN>: {why}"))
        .sign(Sign::RecordsUnproven)
        .says("The DNSSEC signatures of {name} are broken ({why}), so its answers aren't used.")
        .level(Warning)
        .helps(Dns, &[("See whether DNSSEC is at fault: with +cd the answer isn't checked. The domain's DNS administrator must mend it:", "dig {name} {type}; dig +cd {name} {type}")])
        .samples(&["[123:0] info: validation failure <shop.example. MX IN>: no keys have a DS with algorithm RSASHA1 from 192.0.2.53 for key shop.example. while building chain of trust"]),
    line("address-taken", says!("error: can't bind socket: Address already in use for {ip} port {port}"))
        .says("The resolver unbound didn't start: another program already uses port {port} at {ip}.")
        .level(Alert)
        .helps(OurServer, &[
            ("See which program it is:", "ss -lnptu | grep ':{port} '"),
            ("If it's systemd-resolved, set DNSStubListener=no in /etc/systemd/resolved.conf and restart it; if it's an unbound or named that already runs, keep one of them.", ""),
        ])
        .samples(&["[123:0] error: can't bind socket: Address already in use for 127.0.0.1 port 53"]),
    line("cannot-bind", says!("error: can't bind socket: {why} for {ip} port {port}"))
        .says("The resolver unbound can't listen at {ip} port {port}: {why}.")
        .level(Alert)
        .helps(OurServer, &[("Compare the interface lines of unbound's settings with the addresses that this server has:", "unbound-checkconf; grep -rn interface: /etc/unbound/; ip -brief address")])
        .samples(&["[123:0] error: can't bind socket: Cannot assign requested address for 192.0.2.9 port 53"]),
    line("fatal", says!("fatal error: {text}"))
        .says("The resolver unbound stopped: {text}. Until it runs again, names are not found, and mail waits.")
        .level(Alert)
        .helps(OurServer, &[("Check its settings, and start it again:", "unbound-checkconf; systemctl status unbound")])
        .samples(&["[123:0] fatal error: could not open ports"]),
];
