//! The rows of Exchange's SMTP protocol log that are no part of the conversation: a connection that opens or closes,
//! and what the connector notes.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::Permanent;
use crate::vocabulary::Party;

/// What it writes.
pub static FORMAT: Format = Format {
    id: "exchange-smtp",
    title: "the SMTP protocol log of Exchange",
    found_in: &["TransportRoles\\Logs\\{FrontEnd,Hub}\\ProtocolLog\\{SmtpReceive,SmtpSend}"],
    sources: &["Microsoft Learn: Protocol logging"],
    realm: "exchange-smtp",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("stamp", Role::Time, "The time.").shape(Shape::Word),
    field("connector", Role::Text, "The connector.").shape(Shape::Text),
    field("session", Role::Text, "The session.").shape(Shape::Hex),
    field("number", Role::Count, "The number of the row in the session."),
    field("local", Role::Text, "The address of this server.").shape(Shape::Text),
    field("remote", Role::Text, "The address of the other server or client.").shape(Shape::Text),
    field("what", Role::State, "What is noted.").shape(Shape::Text),
    field("code", Role::Count, "The number of the error of Windows."),
    field("text", Role::Text, "More about it."),
];

/// A row, from its event on.
macro_rules! row {
    ($event:literal) => {
        concat!("{stamp},{connector},{session},{number},{local},{remote},", $event)
    };
}

const PATTERNS: &[Pattern] = &[
    line("opened", row!("+,,")).says("The connection with {remote} opened.").samples(&["2024-04-15T08:14:22.101Z,EX02\\Default Frontend EX02,08DC5C8F0A1B2C3D,0,192.0.2.12:25,198.51.100.8:51220,+,,"]),
    line("closed", row!("-,,{?Local}{?Remote}{?{text}}")).says("The connection with {remote} closed.").loose().samples(&["2024-04-15T08:14:22.101Z,EX02\\Default Frontend EX02,08DC5C8F0A1B2C3D,9,192.0.2.12:25,198.51.100.8:51220,-,,Remote"]),
    line("calling", row!("*,,attempting to connect")).says("Exchange calls {remote}.").samples(&["2024-04-18T11:41:05.221Z,Internet,08DC5EF0B7D3A912,1,,198.51.100.8:25,*,,attempting to connect"]),
    line("permissions", row!("*,{what},Set Session Permissions")).says("The permissions of the session are {what}.").samples(&["2024-04-18T11:41:05.220Z,Internet,08DC5EF0B7D3A912,0,,198.51.100.8:25,*,SendRoutingHeaders,Set Session Permissions"]),
    line("no-connection", row!("*,,\"Failed to connect. Winsock error code: {code}, {text}"))
        .says("Exchange got no connection to {remote} (error {code} of Windows: 10060 means no answer, 10061 refused).")
        .level(Permanent)
        .helps(
            Party::TheirServer,
            &[
                ("Test port 25 of that server and of another one (PowerShell). If none is reached, outgoing port 25 is blocked by the firewall or the provider.", "Test-NetConnection gmail-smtp-in.l.google.com -Port 25"),
            ],
        )
        .samples(&["2024-04-18T11:41:26.221Z,Internet,08DC5EF0B7D3A912,2,,198.51.100.8:25,*,,\"Failed to connect. Winsock error code: 10060, Win32 error code: 10060, Error Message: A connection attempt failed\""]),
];
