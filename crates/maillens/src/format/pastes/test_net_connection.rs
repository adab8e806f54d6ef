//! `Test-NetConnection` of Windows, which tries whether a port of a server can be reached. It speaks the language of
//! Windows in front of its warnings alone.

use super::service_status::shown;
use super::{Effect, Field, Format, Part, Pattern, Place, Role, Shape, Sign, field};
use crate::vocabulary::Level::{Success, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What they show.
pub static FORMAT: Format = Format {
    id: "test-net-connection",
    title: "Test-NetConnection, which tries to reach a port",
    found_in: &["a terminal"],
    sources: &["Windows NetTCPIP Test-NetConnection"],
    place: Place::Document(Dialogue),
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("prompt", Role::Keyword, "The prompt of the terminal.").shape(Shape::Prompt),
    field("arguments", Role::Text, "What was tried."),
    field("host", Role::Host, "The server.").shape(Shape::Word),
    field("ip", Role::Remote, "The address of the server.").shape(Shape::Ip),
    field("own", Role::Ip, "The address of the computer that tried."),
    field("port", Role::Port, "The port."),
    field("level", Role::State, "How serious it is.").shape(Shape::Name),
    field("text", Role::Text, "The value."),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
];

/// A line that means something only below others.
const fn below(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    shown(id, template, says).within(&[Part::Closed])
}

/// No way to the port.
const fn closed(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    shown(id, template, says).level(Warning).helps(Party::Sender, CLOSED)
}

/// What helps where nothing gets through.
const CLOSED: &[(&str, &str)] = &[
    (
        "Try from another network (a phone's hotspot): if it works there, the router, provider or antivirus of this connection blocks the port; 465 or 587 may be open where the other isn't.",
        "",
    ),
    (
        "If it fails from everywhere, see on the server whether the service listens on that port, and whether the firewall or a ban (fail2ban) drops the connection: ss -ltnp; fail2ban-client banned.",
        "",
    ),
];

const PATTERNS: &[Pattern] = &[
    shown("command", "{?{prompt}}Test-NetConnection {arguments}", "Someone tried whether a port can be reached: {arguments}.")
        .effect(Effect::Birth(Dialogue))
        .samples(&["PS C:\\Users\\anna> Test-NetConnection smtp.shop.example -Port 587"]),
    shown("command-short", "{?{prompt}}tnc {arguments}", "Someone tried whether a port can be reached: {arguments}.")
        .effect(Effect::Birth(Dialogue))
        .samples(&["PS C:\\> tnc smtp.shop.example -Port 25"]),
    closed("failed", "{level}: TCP connect to ({ip} : {port}) failed", "The connection failed: this computer doesn't reach port {port} of {ip}.")
        .samples(&["WARNING: TCP connect to (203.0.113.61 : 587) failed", "WARNUNG: TCP connect to (203.0.113.61 : 587) failed"]),
    closed("failed-name", "{level}: TCP connect to {host}:{port} failed", "The connection failed: this computer doesn't reach port {port} of {host}.")
        .samples(&["WARNING: TCP connect to smtp.shop.example:587 failed"]),
    shown("no-ping", "{level}: Ping to {host} failed{text}", "The server doesn't answer to ping. Many don't on purpose; only the port counts.")
        .loose()
        .samples(&["WARNING: Ping to 203.0.113.61 failed with status: TimedOut", "WARNING: Ping to 203.0.113.61 failed -- Status: TimedOut"]),
    closed("unresolved", "{level}: Name resolution of {host} failed", "The name could not be found in DNS by this computer: {host}.")
        .helps(Party::Sender, &[("Check the spelling of the server's name. If it's right, the DNS of this connection doesn't know it: try from another network.", "")])
        .samples(&["WARNING: Name resolution of smtp.shop.example failed"]),
    shown("computer", "ComputerName{gap}: {host}", "The server that was tried: {host}.").samples(&["ComputerName           : smtp.shop.example"]),
    below("address", "RemoteAddress{gap}:{? {ip}}", "Its address{? is {ip}}.").samples(&["RemoteAddress          : 203.0.113.61"]),
    below("port", "RemotePort{gap}: {port}", "The port that was tried: {port}.").samples(&["RemotePort             : 587"]),
    below("interface", "InterfaceAlias{gap}: {text}", "The connection of this computer: {text}.").samples(&["InterfaceAlias         : WLAN"]),
    below("source", "SourceAddress{gap}:{? {own}}", "The address of this computer{? is {own}}.").samples(&["SourceAddress          : 192.168.8.102"]),
    below("ping", "PingSucceeded{gap}: {text}", "Whether the server answered to ping: {text}.").samples(&["PingSucceeded          : True"]),
    below("ping-time", "PingReplyDetails (RTT) : {text}", "How long the answer to ping took.").samples(&["PingReplyDetails (RTT) : 24 ms"]),
    below("resolved", "NameResolutionSucceeded : {text}", "Whether the name has an address: {text}.").samples(&["NameResolutionSucceeded : True"]),
    below("open", "TcpTestSucceeded{gap}: True", "The port can be reached from this computer.").level(Success).samples(&["TcpTestSucceeded       : True"]),
    below("closed", "TcpTestSucceeded{gap}: False", "The port can't be reached from this computer: something on the way, or the server, takes no connection. That has nothing to do with the password.")
        .sign(Sign::Closed)
        .level(Warning)
        .helps(Party::Sender, CLOSED)
        .samples(&["TcpTestSucceeded       : False"]),
];
