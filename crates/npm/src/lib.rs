//! The engine for JavaScript, as `cargo xtask npm` packs it: one function, whose answer is the export `maillens/1`.

#![cfg(target_arch = "wasm32")]

use js_sys::{Date, JSON};
use maillens::redact::{Kind, Redacted};
use maillens::search::Query;
use maillens::{Log, Settings, Show};
use maillens_zones::zone;
use serde::Deserialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// What a caller chooses; all of it may be left out.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
struct Options {
    search: String,
    zone: Option<String>,
    source_zone: Option<String>,
    year: Option<i32>,
    mend: Option<bool>,
    ours: Vec<String>,
    redact: bool,
}

/// Reads a log and explains it: the report of what the search finds, of all where there is none.
///
/// Throws where an option is not known, a search can't be read, or a redacted report would hold an original.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn read(
    text: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
) -> Result<JsValue, JsError> {
    let options = chosen(options)?;
    let query = Query::new(&options.search);
    if let Some(problem) = query.problem() {
        return Err(JsError::new(problem));
    }
    let log = Log::read(text.as_bytes(), settings(&options));
    // What is found is found in the original; lines and traces keep their numbers.
    let report = |of: &Log| {
        if query.is_empty() { of.report() } else { of.report_on(&log.find(&options.search)) }
    };
    let json = if options.redact {
        let Redacted { log, originals } = Redacted::new(&log, Kind::ALL, &[]);
        let json = serde_json::to_string(&report(&log))?;
        match originals.proof(&json).left.len() {
            0 => json,
            left => return Err(JsError::new(&format!("{left} originals would be left in the report"))),
        }
    } else {
        serde_json::to_string(&report(&log))?
    };
    JSON::parse(&json).map_err(|_| JsError::new("the report can't be handed over"))
}

/// The options of the caller, who may have given none.
fn chosen(options: &JsValue) -> Result<Options, JsError> {
    match JSON::stringify(options).ok().and_then(|json| json.as_string()) {
        Some(json) => Ok(serde_json::from_str(&json)?),
        None => Ok(Options::default()),
    }
}

fn settings(options: &Options) -> Settings {
    let plain = Settings::at((Date::now() / 1000.0) as i64);
    Settings {
        show: options.zone.as_deref().map_or(Show::Written, |name| Show::In(zone(name))),
        source_zone: options.source_zone.as_deref().map_or(plain.source_zone, zone),
        year: options.year,
        mend: options.mend.unwrap_or(true),
        ours: options.ours.clone(),
        now: plain.now,
    }
}
