//! Redis, in which rspamd keeps greylisting, learning and limits: process and role, a time, a mark of how serious it is.

use super::{Field, Format, Pattern, Role, Shape, field, line};
use crate::vocabulary::Level::{Alert, Warning};
use crate::vocabulary::Party::OurServer;

/// What Redis and Valkey write.
pub static FORMAT: Format = Format {
    id: "redis",
    title: "the database Redis",
    found_in: &[
        "/var/log/redis/redis-server.log",
        "journalctl -u redis",
        "docker compose logs redis-mailcow",
    ],
    sources: &["Redis 7.2 src/server.c (serverLogRaw), src/rdb.c, src/aof.c"],
    programs: &["redis", "redis-server", "valkey", "valkey-server"],
    realm: "redis",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

const FIELDS: &[Field] = &[
    field("pid", Role::Text, "The number of the process.").shape(Shape::Number),
    field("role", Role::State, "What the process is: M the main one, C a child that saves, S a replica.")
        .shape(Shape::Name),
    field("day", Role::Time, "The day.").shape(Shape::Number),
    field("month", Role::Time, "The month.").shape(Shape::Name),
    field("year", Role::Time, "The year.").shape(Shape::Number),
    field("time", Role::Time, "The time.").shape(Shape::Word),
    field("file", Role::Path, "The file.").shape(Shape::Word),
    field("path", Role::Path, "The folder where Redis keeps its data.").shape(Shape::Text),
    field("error", Role::Text, "Why not."),
    field("text", Role::Text, "What Redis says."),
];

/// A line behind its head.
macro_rules! says {
    ($rest:literal) => {
        concat!("{pid}:{role} {day} {month} {year} {time} ", $rest)
    };
}

const UNSAVED: &[(&str, &str)] = &[(
    "Free space where Redis keeps its data (in a container, on the disk of the host that holds the volume), then have it save:",
    "df -h; redis-cli config get dir; redis-cli bgsave",
)];

const PATTERNS: &[Pattern] = &[
    line("not-opened", says!("# Failed opening the {?temp }RDB file {file} (in server root dir {path}) for saving: {error}"))
        .says("Redis can't save its data in {path}: {error}. Until it can, it refuses whatever changes data, so rspamd keeps no greylisting, learning or limits.")
        .level(Alert)
        .helps(OurServer, UNSAVED)
        .samples(&["412:C 02 May 2024 08:12:46.022 # Failed opening the temp RDB file temp-412.rdb (in server root dir /data) for saving: No space left on device"]),
    line("not-written", says!("# {?Write error saving DB on disk}{?Write error while saving DB to the disk}{?Error moving temp DB file on the final destination}: {error}"))
        .says("Redis can't save its data: {error}. Until it can, it refuses whatever changes data, so rspamd keeps no greylisting, learning or limits.")
        .level(Alert)
        .helps(OurServer, UNSAVED)
        .samples(&["412:C 02 May 2024 08:12:46.022 # Write error saving DB on disk: No space left on device"]),
    line("not-saved", says!("# Background saving error"))
        .says("Redis couldn't save its data; a line just before says why.")
        .level(Warning)
        .follows()
        .samples(&["1:M 02 May 2024 08:12:46.121 # Background saving error"]),
    line("warning", says!("# {text}"))
        .says("Redis warns: {text}.")
        .level(Warning)
        .samples(&["1:M 02 May 2024 08:12:46.121 # Can't save in background: fork: Cannot allocate memory"]),
    line("remark", says!("{?*}{?-} {text}"))
        .says("Redis says: {text}.")
        .samples(&["1:M 02 May 2024 08:12:46.021 * Background saving started by pid 412"]),
];
