//! Connections and names: the errors of the network and of the resolver.

use super::super::defect::Defect;
use super::{Fault, FaultKind};
use crate::vocabulary::Party;

const fn net(
    name: &'static str,
    spellings: &'static [&'static str],
    headline: &'static str,
    means: &'static str,
    defect: Defect,
    party: Party,
    command: &'static str,
) -> Fault {
    Fault::new(name, FaultKind::Network, spellings, headline, means, defect, party, command)
}

const fn dns(
    name: &'static str,
    spellings: &'static [&'static str],
    headline: &'static str,
    means: &'static str,
    defect: Defect,
    party: Party,
    command: &'static str,
) -> Fault {
    Fault::new(name, FaultKind::Dns, spellings, headline, means, defect, party, command)
}

/// Errors of the network, by their number.
pub(super) static ROWS: &[Fault] = &[
    net("address-in-use", &["address already in use", "address in use", "address already used"],
        "an address that another program already uses",
        "Another program already listens on that address and port, so this one couldn't start.",
        Defect::Stopped, Party::OurServer, "ss -ltnp").errno(&[98]),
    net("address-not-ours", &["cannot assign requested address", "can't assign requested address"],
        "an IP address that this server doesn't have",
        "The program is set to use an IP address that this machine doesn't have: an old setting, an address that moved, or IPv6 that is switched off.",
        Defect::Network, Party::OurServer, "ip -brief address").errno(&[99]),
    // The words of Alpine's libc alone are also a server's way to say that a mailbox is unknown.
    net("address-not-ours", &["address not available"],
        "an IP address that this server doesn't have",
        "The program is set to use an IP address that this machine doesn't have: an old setting, an address that moved, or IPv6 that is switched off.",
        Defect::Network, Party::OurServer, "ip -brief address").beside_call(),
    // connect(2): a firewall of this machine, or a policy, forbids the call; no file is concerned.
    net("connection-forbidden", &["permission denied", "eacces", "operation not permitted"],
        "a connection that this machine itself forbids",
        "Something on this machine forbids the connection: usually a firewall rule (iptables, nftables, those of Docker), else SELinux. No file permission is concerned, and the other end may be well.",
        Defect::Connection, Party::OurServer,
        "iptables-save | grep -i -e reject -e drop; ip6tables-save | grep -i -e reject -e drop; nft list ruleset | grep -i -e reject -e drop; ausearch -m avc -ts recent")
        .errno(&[13, 1]).beside_connection()
        .fix("Find what forbids the connection, and allow it there. If one kind of address (IPv4 or IPv6) still works, mail takes that one meanwhile:"),
    net("no-ipv6", &["address family not supported by protocol", "address family not supported by protocol family", "address family for hostname not supported", "ai_family not supported", "protocol not supported"],
        "IPv6 or IPv4 that isn't available here",
        "The settings ask for IPv6 (or IPv4), which this machine or container doesn't have.",
        Defect::Network, Party::OurServer, "sysctl net.ipv6.conf.all.disable_ipv6").errno(&[97, 93]),
    net("no-network-buffers", &["no buffer space available", "neighbour table overflow"],
        "a lack of memory for network connections",
        "The kernel has no memory left for network connections.",
        Defect::Network, Party::OurServer, "ss -s; dmesg -T | tail").errno(&[105]),
    net("network-unreachable", &["network is unreachable", "network unreachable", "network is down"],
        "no way into that network",
        "This server has no route to that network. With an IPv6 address it means that this server, or its container, has no IPv6: harmless where an IPv4 address is tried next, else the cause.",
        Defect::Network, Party::OurServer, "ip route; ip -6 route").errno(&[101, 100]),
    net("no-route", &["no route to host", "host is unreachable", "host is down"],
        "no route to the host",
        "Nothing has that address now (in a network of one's own: the machine or container is down, or it's an old address), or a router or firewall says that the host can't be reached.",
        Defect::Connection, Party::TheirServer, "ip route get {host}").errno(&[113, 112]),
    net("connection-refused", &["connection refused", "actively refused it"],
        "a refused connection",
        "The machine answered, but no program listens there, or a firewall rejects the connection.",
        Defect::Connection, Party::TheirServer, "nc -vz {host} {port}").errno(&[111]),
    net("connection-timed-out", &["connection timed out", "operation timed out", "connect timeout", "connection timeout"],
        "no answer from the other end",
        "No answer came in time: the machine is down or overloaded, or a firewall on the way drops the packets without a word. If every destination fails like this, outgoing port 25 may be blocked.",
        Defect::Connection, Party::TheirServer, "nc -vz -w 10 {host} {port}").errno(&[110]),
    net("connection-reset", &["connection reset by peer", "connection reset by network", "network dropped connection on reset", "connection aborted", "software caused connection abort", "econnreset"],
        "a connection that the other end cut",
        "The other end cut the connection without saying why. Before the greeting it's usually a firewall or a rate limit; during STARTTLS, the encryption; after the message, a scanner.",
        Defect::Cut, Party::TheirServer, "").errno(&[104, 103]),
    net("broken-pipe", &["broken pipe"],
        "a connection that was already closed",
        "The program wrote to a connection or to another program that had already closed. An earlier line often says why.",
        Defect::Cut, Party::TheirServer, "").errno(&[32]).beside_call(),
    net("not-connected", &["transport endpoint is not connected", "socket is not connected", "socket not connected", "cannot send after transport endpoint shutdown"],
        "a connection that was already gone",
        "The other end was gone before the program could use the connection. Port scanners and health checks do that.",
        Defect::Cut, Party::Nobody, "").errno(&[107, 108]),
];

/// Errors of the resolver.
pub(super) static DNS: &[Fault] = &[
    dns(
        "resolver-fails",
        &[
            "temporary failure in name resolution",
            "could not contact dns servers",
            "timeout while contacting dns servers",
            "no dns servers were configured",
            "name resolution failure",
            "non-recoverable failure in name resolution",
            "dns server refused query",
            "resolver internal error",
            "dns server returned general failure",
        ],
        "a name server that doesn't answer",
        "The resolver that this server asks gave no usable answer: it's down, it can't be reached, or resolv.conf is empty (in a chroot or container, missing).",
        Defect::Lookup,
        Party::OurServer,
        "cat /etc/resolv.conf; dig {host}",
    ),
    dns(
        "no-answer-about-name",
        &[
            "host not found, try again",
            "host name lookup failure",
            "servfail",
            "all servers for this domain failed",
        ],
        "no answer about a name",
        "No answer came about this name, which isn't the same as a missing name: either the name servers of its domain don't answer (or their DNSSEC is broken), or the resolver that this server asks doesn't. If many names fail, it's the resolver.",
        Defect::Lookup,
        Party::Dns,
        "dig {host}; dig +cd {host}",
    ),
    dns(
        "dnssec-fails",
        &[
            "validation failure <",
            "signature crypto failed",
            "signature before inception date",
            "dnssec validation failure",
            "signatures from unknown keys",
        ],
        "a DNSSEC check that failed",
        "The signatures of that domain's DNS records don't check out, so the resolver withholds the answer. The domain's DNS operator must repair them.",
        Defect::Lookup,
        Party::Dns,
        "delv {host}",
    ),
    dns(
        "name-unknown",
        &[
            "name or service not known",
            "name does not resolve",
            "nodename nor servname provided",
            "hostname nor servname provided",
            "name or service is not known",
            "unknown host",
            "domain name not found",
            "could not translate host name",
            "unknown server host",
            "unknown mysql server host",
            "no such host is known",
        ],
        "a name that doesn't exist",
        "The name doesn't exist in DNS or in the hosts file, or it's mistyped. If it stands in a setting of this server, correct it there.",
        Defect::ServerName,
        Party::Dns,
        "getent ahosts {host}",
    ),
    dns(
        "name-without-address",
        &[
            "no address associated with hostname",
            "no address associated with name",
            "name has no usable address",
            "host found but no data record of requested type",
            "dns server returned answer with no data",
        ],
        "a name without an address",
        "The name exists but has no address of the kind that was asked for.",
        Defect::ServerName,
        Party::Dns,
        "dig {host} A; dig {host} AAAA",
    ),
    dns(
        "service-name-unknown",
        &[
            "servname not supported for ai_socktype",
            "unrecognized service",
            "unknown service",
            "unknown tcp service",
        ],
        "a port name that the system doesn't know",
        "The port is given by a name that isn't in /etc/services (in a chroot, the copy is missing).",
        Defect::Network,
        Party::OurServer,
        "getent services submissions smtps submission smtp",
    ),
];
