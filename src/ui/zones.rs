//! Time zones from the browser's own tables.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use maillens::Zone;
use wasm_bindgen::prelude::*;

/// The zone with this IANA name; UTC where the browser does not know it.
pub fn zone(name: &str) -> Zone {
    let options = Object::new();
    let _ = Reflect::set(&options, &"timeZone".into(), &name.into());
    let _ = Reflect::set(&options, &"timeZoneName".into(), &"longOffset".into());
    let Ok(format) = Reflect::get(&js_sys::global(), &"Intl".into())
        .and_then(|intl| Reflect::get(&intl, &"DateTimeFormat".into()))
        .and_then(|make| Reflect::construct(make.unchecked_ref(), &Array::of2(&"en-US".into(), &options)))
    else {
        return Zone::utc();
    };
    let format = format.unchecked_into::<Intl::DateTimeFormat>().format();
    Zone::probe(name, |unix| {
        let at = Date::new(&(unix as f64 * 1000.0).into());
        format.call1(&JsValue::NULL, &at).ok().and_then(|text| text.as_string()).map_or(0, |text| offset(&text))
    })
}

/// Seconds east of UTC in `7/26/2023, GMT+01:00`; a bare `GMT` is 0.
fn offset(text: &str) -> i32 {
    let Some((_, sign_and_time)) = text.rsplit_once("GMT") else { return 0 };
    let mut parts = sign_and_time.trim_start_matches(['+', '-', '\u{2212}']).split(':').map(|part| part.parse().unwrap_or(0));
    let seconds = [3600, 60, 1].into_iter().map(|unit| unit * parts.next().unwrap_or(0)).sum::<i32>();
    if sign_and_time.starts_with('+') { seconds } else { -seconds }
}

/// The name of the zone that this computer is in.
pub fn here() -> String {
    let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &"timeZone".into()).ok().and_then(|name| name.as_string()).unwrap_or_else(|| "UTC".into())
}

/// The names of all zones that the browser knows, in alphabetical order.
pub fn names() -> Vec<String> {
    let global = js_sys::global();
    Reflect::get(&global, &"Intl".into())
        .and_then(|intl| Reflect::get(&intl, &"supportedValuesOf".into()))
        .and_then(|names| names.dyn_into::<Function>())
        .and_then(|names| names.call1(&JsValue::NULL, &"timeZone".into()))
        .map(|names| Array::from(&names).iter().filter_map(|name| name.as_string()).collect())
        .unwrap_or_default()
}
