//! eMPF: a patch of qmail-smtpd that lets a domain say who may write to whom.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Permanent, Success, Warning};
use crate::vocabulary::Party;

/// What eMPF writes to the log of qmail-smtpd.
pub static FORMAT: Format = Format {
    id: "empf",
    title: "the check of who may write to whom",
    found_in: &["/var/log/smtp/current"],
    sources: &["qmailtoaster 1.3.2 policy.c"],
    realm: "qmail",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("from_side", Role::State, "Whether the sender is of this server (local) or of another (remote)."),
    field("sender", Role::Sender, "The sender; for a client that logged in, the user."),
    field("to_side", Role::State, "Whether the recipient is of this server (local) or of another (remote)."),
    field("recipient", Role::Recipient, "The recipient.").shape(Shape::Hostile),
    field("login", Role::State, "Whether the client logged in.").shape(Shape::Text),
    field("domain", Role::Host, "The domain that it is about.").shape(Shape::Text),
];

const PATTERNS: &[Pattern] = &[
    line("checked", "policy_check: {from_side} {sender} -> {to_side} {recipient} ({login})")
        .says("The rules on who may write to whom are asked about mail from {sender} to {recipient}.")
        .samples(&[
            "policy_check: local anna@shop.example -> remote ben@far.example (AUTHENTICATED SENDER)",
            "policy_check: remote win@prizes.example -> local ben@hostfarm.example (UNAUTHENTICATED SENDER)",
        ]),
    line("allowed", "policy_check: policy allows transmission")
        .says("The rules on who may write to whom allow the message.")
        .level(Success)
        .samples(&["policy_check: policy allows transmission"]),
    line("forbidden", "policy_check: policy forbids transmission")
        .says("The rules on who may write to whom do not allow the message.")
        .level(Permanent)
        .helps(
            Party::Sender,
            &[(
                "If the message should be allowed, change the rules of the domain:",
                "cat /var/qmail/control/policy",
            )],
        )
        .samples(&["policy_check: policy forbids transmission"]),
    line("not-local", "policy_check: {domain} is not local")
        .says("The domain {domain} is not of this server, so it has no rules here.")
        .samples(&["policy_check: far.example is not local"]),
    line("not-logged-in", "policy_check: sender not authenticated")
        .says("The client used an address of this server as the sender but did not log in.")
        .level(Permanent)
        .facts(&[(Role::Reason, "securityerror")])
        .samples(&["policy_check: sender not authenticated"]),
    line("not-loaded", "policy_check: policy_load failed")
        .says("The rules on who may write to whom could not be read.")
        .level(Warning)
        .helps(
            Party::OurServer,
            &[(
                "See whether the file with the rules is there and can be read by qmail-smtpd's user:",
                "ls -l /var/qmail/control/policy /var/qmail/policy",
            )],
        )
        .samples(&["policy_check: policy_load failed"]),
    line("not-applied", "policy_check: policy_forbids failed")
        .says("The rules on who may write to whom could not be applied.")
        .level(Warning)
        .helps(
            Party::OurServer,
            &[(
                "See whether the file with the rules is there and can be read by qmail-smtpd's user:",
                "ls -l /var/qmail/control/policy /var/qmail/policy",
            )],
        )
        .samples(&["policy_check: policy_forbids failed"]),
];
