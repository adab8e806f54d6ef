//! `hMailServer`: what its parts say beside the conversations, one row of columns a line.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Warning};
use crate::vocabulary::Party;

/// What it writes.
pub static FORMAT: Format = Format {
    id: "hmailserver",
    title: "the mail server hMailServer",
    found_in: &["hMailServer\\Logs"],
    sources: &["hMailServer 5.6 source: SMTPDeliverer.cpp, ExternalDelivery.cpp, TCPConnection.cpp"],
    realm: "hmailserver",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("thread", Role::Text, "The number of the thread.").shape(Shape::Word),
    field("stamp", Role::Time, "The time.").shape(Shape::Text),
    field("number", Role::Text, "The number of the message.").shape(Shape::Word),
    field("from", Role::Sender, "The sender.").shape(Shape::Word),
    field("to", Role::Recipient, "The recipient.").shape(Shape::Word),
    field("ip", Role::Remote, "The server that was called.").shape(Shape::Ip),
    field("port", Role::Port, "Its port."),
    field("client", Role::Client, "Who connected.").shape(Shape::Ip),
    field("local", Role::Text, "The address and port of this server.").shape(Shape::Word),
    field("host", Role::Host, "The server that was called.").shape(Shape::Text),
    field("text", Role::Text, "More about it."),
];

/// A row about a message.
macro_rules! of {
    ($text:literal) => {
        concat!("\"APPLICATION\"\t{thread}\t\"{stamp}\"\t\"SMTPDeliverer - Message {number}: ", $text)
    };
}

const PATTERNS: &[Pattern] = &[
    line("delivering", of!("Delivering message from {from} to {to}. File: {text}")).says("The server begins to deliver the message from {from} to {to}.").samples(&["\"APPLICATION\"\t2904\t\"2024-03-19 14:11:05.226\"\t\"SMTPDeliverer - Message 20411: Delivering message from anna@shop.example to ben@bigmail.example. File: C:\\hMailServer\\Data\\{0C7D}.eml\""]),
    line("relaying", of!("Relaying to host {host}.\"")).says("It goes to the server {host}.").samples(&["\"APPLICATION\"\t2904\t\"2024-03-19 14:11:05.240\"\t\"SMTPDeliverer - Message 20411: Relaying to host mx.bigmail.example.\""]),
    line("later", of!("Message could not be delivered. Scheduling it for later delivery in {text}")).says("The message could not be delivered this time; the server tries again.").level(Warning).samples(&["\"APPLICATION\"\t2904\t\"2024-03-19 14:11:26.270\"\t\"SMTPDeliverer - Message 20411: Message could not be delivered. Scheduling it for later delivery in 60 minutes.\""]),
    line("step", of!("{text}")).says("A step with the message {number}.").loose().samples(&["\"APPLICATION\"\t2904\t\"2024-03-19 14:11:26.271\"\t\"SMTPDeliverer - Message 20411: Message delivery thread completed.\""]),
    line("connected", "\"TCPIP\"\t{thread}\t\"{stamp}\"\t\"TCP - {client} connected to {local}.\"")
        .says("{client} connected.")
        .samples(&["\"TCPIP\"\t3820\t\"2024-04-18 14:22:07.330\"\t\"TCP - 198.51.100.71 connected to 192.0.2.25:25.\""]),
    line("no-connection", "\"TCPIP\"\t{thread}\t\"{stamp}\"\t\"TCPConnection - Connection to {ip}:{port} failed. {text}")
        .says("The server got no connection to {ip} on port {port}.")
        .level(Permanent)
        .helps(
            Party::TheirServer,
            &[
                ("Test port 25 of the recipient's server and of another one (PowerShell). If none is reached, outgoing port 25 is blocked by the firewall or the provider: have it opened, or send through a relay on port 587.", "Test-NetConnection {ip} -Port 25; Test-NetConnection gmail-smtp-in.l.google.com -Port 25"),
            ],
        )
        .samples(&["\"TCPIP\"\t2910\t\"2024-03-19 14:11:26.262\"\t\"TCPConnection - Connection to 198.51.100.8:25 failed. Error code: 10060, Message: A connection attempt failed\""]),
];
