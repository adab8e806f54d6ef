//! Time zones from the tables of a browser, or of Node.

#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Object, Reflect};
use maillens::Zone;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl, js_name = DateTimeFormat)]
    type Format;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl, js_class = "DateTimeFormat")]
    fn new(locale: &str, options: &Object) -> Result<Format, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &Format, milliseconds: f64) -> String;
    #[wasm_bindgen(method, js_name = resolvedOptions)]
    fn resolved(this: &Format) -> JsValue;
    #[wasm_bindgen(catch, js_namespace = Intl, js_name = supportedValuesOf)]
    fn supported(what: &str) -> Result<Array, JsValue>;
}

/// The zone with this IANA name; UTC where the browser does not know it.
pub fn zone(name: &str) -> Zone {
    if name == "UTC" {
        return Zone::utc();
    }
    let options = Object::new();
    let _ = Reflect::set(&options, &"timeZone".into(), &name.into());
    let _ = Reflect::set(&options, &"timeZoneName".into(), &"longOffset".into());
    let format = Format::new("en-US", &options).or_else(|unknown| {
        // A browser that is older than the name knows the one before.
        let _ = Reflect::set(&options, &"timeZone".into(), &former(name).ok_or(unknown)?.into());
        Format::new("en-US", &options)
    });
    match format {
        Ok(format) => Zone::probe(name, |unix| offset(&format.format(unix as f64 * 1000.0))),
        Err(_) => Zone::utc(),
    }
}

/// Seconds east of UTC in `7/26/2023, GMT+01:00`; a bare `GMT` is 0.
fn offset(text: &str) -> i32 {
    let Some((_, sign_and_time)) = text.rsplit_once("GMT") else { return 0 };
    let mut parts = sign_and_time
        .trim_start_matches(['+', '-', '\u{2212}'])
        .split(':')
        .map(|part| part.parse().unwrap_or(0));
    let seconds = [3600, 60, 1].into_iter().map(|unit| unit * parts.next().unwrap_or(0)).sum::<i32>();
    if sign_and_time.starts_with('+') { seconds } else { -seconds }
}

/// The name of the zone that this computer is in.
pub fn here() -> String {
    thread_local! {
        static HERE: String = Format::new("en-US", &Object::new())
            .and_then(|format| Reflect::get(&format.resolved(), &"timeZone".into()))
            .ok()
            .and_then(|name| name.as_string())
            .map_or_else(|| "UTC".into(), |name| present(&name).to_owned());
    }
    HERE.with(String::clone)
}

/// The names of all zones that the browser knows, as they are called today, in alphabetical order.
pub fn names() -> Vec<String> {
    let names = supported("timeZone").unwrap_or_default();
    let mut names: Vec<String> =
        names.iter().filter_map(|name| Some(present(&name.as_string()?).to_owned())).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Zones by the name that browsers may still list them by, and by the one that they have now.
const RENAMED: &[(&str, &str)] = &[
    ("Africa/Asmera", "Africa/Asmara"),
    ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
    ("America/Catamarca", "America/Argentina/Catamarca"),
    ("America/Coral_Harbour", "America/Atikokan"),
    ("America/Cordoba", "America/Argentina/Cordoba"),
    ("America/Godthab", "America/Nuuk"),
    ("America/Indianapolis", "America/Indiana/Indianapolis"),
    ("America/Jujuy", "America/Argentina/Jujuy"),
    ("America/Louisville", "America/Kentucky/Louisville"),
    ("America/Mendoza", "America/Argentina/Mendoza"),
    ("Asia/Calcutta", "Asia/Kolkata"),
    ("Asia/Katmandu", "Asia/Kathmandu"),
    ("Asia/Rangoon", "Asia/Yangon"),
    ("Asia/Saigon", "Asia/Ho_Chi_Minh"),
    ("Atlantic/Faeroe", "Atlantic/Faroe"),
    ("Europe/Kiev", "Europe/Kyiv"),
    ("Pacific/Enderbury", "Pacific/Kanton"),
    ("Pacific/Ponape", "Pacific/Pohnpei"),
    ("Pacific/Truk", "Pacific/Chuuk"),
];

/// What a zone is called today.
pub fn present(name: &str) -> &str {
    RENAMED.iter().find(|(old, _)| *old == name).map_or(name, |(_, new)| new)
}

/// What a zone was called before, where it was called otherwise.
pub fn former(name: &str) -> Option<&'static str> {
    RENAMED.iter().find(|(_, new)| *new == name).map(|(old, _)| *old)
}
