//! Time zones by name, as the engine takes them.

use jiff::{Timestamp, tz::TimeZone};
use maillens::Zone;

/// A zone by its IANA name, `UTC`, or `local`.
pub fn named(name: &str) -> Result<Zone, String> {
    match name {
        "UTC" => Ok(Zone::utc()),
        "local" => Ok(local()),
        _ => {
            let zone = TimeZone::get(name).map_err(|_| format!("no time zone is called {name:?}"))?;
            Ok(table(name, &zone))
        }
    }
}

/// The zone of this machine; UTC where it cannot be told.
pub fn local() -> Zone {
    let zone = TimeZone::system();
    table(zone.iana_name().unwrap_or("local"), &zone)
}

/// A zone of the database as the engine takes it.
fn table(name: &str, zone: &TimeZone) -> Zone {
    Zone::probe(name, |unix| {
        Timestamp::from_second(unix).map_or(0, |instant| zone.to_offset(instant).seconds())
    })
}
