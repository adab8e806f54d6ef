//! The status checks of Mail-in-a-Box, as its page and its terminal show them: one mark for each check.

use super::{Field, Format, Pattern, Place, Role, Shape, field, on_screen};
use crate::format::Part;
use crate::vocabulary::Level::{Alert, Warning};
use crate::vocabulary::Party;
use crate::vocabulary::TraceType::Dialogue;

/// What it shows.
pub static FORMAT: Format = Format {
    id: "mail-in-a-box",
    title: "the status checks of Mail-in-a-Box",
    found_in: &["System, Status Checks in the admin page", "management/status_checks.py"],
    sources: &["Mail-in-a-Box management/status_checks.py"],
    place: Place::Document(Dialogue),
    realm: "dialogue",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
    field("ip", Role::Ip, "The address of the box."),
    field("service", Role::Text, "The service.").shape(Shape::Text),
    field("text", Role::Text, "What it says."),
];

const PATTERNS: &[Pattern] = &[
    on_screen("port-25", "✖{gap}Outbound mail (SMTP port 25) seems to be blocked by your network{?{text}}", "The provider's network blocks outgoing port 25, so this server can't send any mail to other servers.")
        .level(Alert)
        .helps(
            Party::OurServer,
            &[
                ("Ask the provider to open outgoing port 25 for the box, or send all mail through a relay on port 587 (in Postfix: relayhost). To test it:", "nc -vz -w 10 aspmx.l.google.com 25"),
            ],
        )
        .samples(&["✖  Outbound mail (SMTP port 25) seems to be blocked by your network. You will not be able to"]),
    on_screen("listed", "✖{gap}The IP address of this machine {ip} is listed in the Spamhaus Block List{text}", "The address of this server, {ip}, is on the block list of Spamhaus, so many servers refuse its mail.")
        .level(Alert)
        .helps(Party::OurServer, &[("See why at https://check.spamhaus.org and ask for removal; many addresses of homes and cloud servers are listed as such (PBL): then send through a relay, or have the provider give another address.", "")])
        .samples(&["✖  The IP address of this machine 192.0.2.25 is listed in the Spamhaus Block List (code 127.0.0.4),"]),
    on_screen("not-running", "✖{gap}{service} is not running{text}", "A service of the box isn't running: {service}.")
        .level(Alert)
        .helps(Party::OurServer, &[("See which services failed and why:", "systemctl --failed; journalctl -p err -n 50 --no-pager")])
        .samples(&["✖  Postfix (SMTP 25) is not running (port 25)."]),
    on_screen("failed", "✖{gap}{text}", "A check of Mail-in-a-Box failed: {text}.")
        .level(Warning)
        .loose()
        .helps(Party::OurServer, &[("Do what the line says, then check again; what setup writes is put in order by running it once more:", "sudo mailinabox")])
        .samples(&["✖  Nameserver glue records are incorrect. The ns1.box.shop.example and ns2.box.shop.example nameservers"]),
    on_screen("warned", "?{gap}{text}", "A check of Mail-in-a-Box warns: {text}.")
        .within(&[Part::Closed])
        .level(Warning)
        .samples(&["?  A new version of Mail-in-a-Box is available. You are running version v60. The latest version is v68."]),
    on_screen("fine", "✓{gap}{text}", "A check is fine: {text}.").samples(&["✓  Firewall is active."]),
    on_screen("network", "Network", "The checks of the network follow.").samples(&["Network"]),
    on_screen("system", "System", "The checks of the system follow.").samples(&["System"]),
    on_screen("rule", "======{text}", "A line below a heading.").samples(&["==================="]),
    on_screen("goes-on", "   {text}", "The check goes on: {text}.").within(&[Part::Closed]).loose().samples(&["   send any mail. Many residential networks block port 25 to prevent hijacked machines from"]),
];
