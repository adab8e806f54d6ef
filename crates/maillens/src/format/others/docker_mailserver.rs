//! docker-mailserver: its start scripts, which check the settings before the services run.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Success, Warning};
use crate::vocabulary::Party;

/// What they write.
pub static FORMAT: Format = Format {
    id: "docker-mailserver",
    title: "docker-mailserver's start",
    found_in: &["docker logs mailserver"],
    sources: &[
        "docker-mailserver target/scripts/start-mailserver.sh, helpers/ssl.sh, helpers/error.sh, startup/check-stack.sh",
    ],
    programs: &["start-mailserver.sh", "check-for-changes.sh", "update-check.sh", "setup"],
    realm: "docker-mailserver",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("name", Role::Host, "The name that was tried.").shape(Shape::Text),
    field("host", Role::Host, "The container's host name.").shape(Shape::Text),
    field("domain", Role::Host, "Its domain.").shape(Shape::Text),
    field("path", Role::Path, "The file or folder.").shape(Shape::Text),
    field("version", Role::Text, "The version.").shape(Shape::Word),
    field("setting", Role::Keyword, "The setting.").shape(Shape::Word),
    field("text", Role::Text, "What it says."),
];

/// What helps about a certificate that isn't there.
const CERTIFICATE: &[(&str, &str)] = &[
    (
        "The container must see the folder with the certificate: mount /etc/letsencrypt of the host to /etc/letsencrypt, read-only, in compose.yaml. See what it sees:",
        "docker compose run --rm --entrypoint ls mailserver -l /etc/letsencrypt/live",
    ),
    (
        "The name of the folder there must be the container's hostname or its domain; else set SSL_DOMAIN to that name. If there is no certificate yet, have one made (certbot) for the mail server's name first.",
        "",
    ),
];

const PATTERNS: &[Pattern] = &[
    line("welcome", "Welcome to docker-mailserver {version}").says("Docker-mailserver {version} starts.").samples(&["Welcome to docker-mailserver v14.0.0"]),
    line("checking", "Checking configuration").says("It checks the settings.").samples(&["Checking configuration"]),
    line("configuring", "Configuring mail server").says("It writes the settings of the services.").samples(&["Configuring mail server"]),
    line("running", "{host} is up and running").says("Docker-mailserver runs.").level(Success).samples(&["mail.shop.example is up and running"]),
    line("no-certificate", "Cannot find a valid DOMAIN for '{path}', tried: '{name}', '{host}', '{domain}'")
        .says("Docker-mailserver finds no certificate for its name and doesn't start: in {path} it tried SSL_DOMAIN ({name}), the hostname {host} and the domain {domain}.")
        .level(Alert)
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["Cannot find a valid DOMAIN for '/etc/letsencrypt/live/<DOMAIN>/', tried: '', 'mail.shop.example', 'shop.example'"]),
    line("no-key", "Cannot find key file ('privkey.pem' or 'key.pem') in '{path}'")
        .says("Docker-mailserver finds no key of its certificate and doesn't start: it looked in {path}.")
        .level(Alert)
        .helps(Party::OurServer, CERTIFICATE)
        .samples(&["Cannot find key file ('privkey.pem' or 'key.pem') in '/etc/letsencrypt/live/mail.shop.example/'"]),
    line("no-account", "{?[ WARNING ]  }You need at least one mail account to start Dovecot{text}")
        .says("Docker-mailserver has no mail account yet and doesn't start Dovecot.")
        .level(Alert)
        .helps(Party::OurServer, &[("Add an account right after the start, before the time that it gives is over. If there were accounts already, the folder with its settings isn't mounted at /tmp/docker-mailserver:", "docker exec -it mailserver setup email add postmaster@example.com")])
        .samples(&["You need at least one mail account to start Dovecot (120s left for account creation before shutdown)"]),
    line("failed", "[  ERROR  ]  {text}").says("Docker-mailserver reports an error: {text}.").level(Alert).follows().loose().samples(&["[  ERROR  ]  Failed to start"]),
    line("bad-hostname", "Setting hostname/domainname is required")
        .says("Docker-mailserver doesn't start because the container has no full host name.")
        .level(Alert)
        .helps(Party::OurServer, &[("Set hostname: mail.example.com (with your own name) in compose.yaml, then start the container again.", "")])
        .samples(&["Setting hostname/domainname is required"]),
    line("bad-value", "Invalid value for {setting}{text}")
        .says("Docker-mailserver doesn't start because it doesn't know the value of the setting {setting}.")
        .level(Alert)
        .helps(Party::OurServer, &[("Correct it in mailserver.env or compose.yaml, then start the container again.", "")])
        .samples(&["Invalid value for SSL_TYPE!", "Invalid value for 'SSL_TYPE'!"]),
    line("shutting-down", "Shutting down{?{text}}")
        .says("Docker-mailserver stops; the line before says why.")
        .level(Warning)
        .follows()
        .samples(&["Shutting down", "Shutting down..."]),
];
