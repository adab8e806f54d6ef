//! What is said of every sample of every format: whole sentences, in which nothing hides.

mod common;

use maillens::export::Report;
use maillens::format::{FORMATS, Place};
use maillens::report::customer::{self, Voice};
use maillens::report::{self, table};
use maillens::text::hidden::is_hidden;
use maillens::{Log, Settings, Show, Zone, secrets};
use std::fmt::Write;

fn read(text: &str) -> Log {
    let settings = Settings { show: Show::In(Zone::utc()), ..common::settings() };
    Log::read(text.as_bytes(), settings)
}

/// The samples of every pattern, as the program writes them that its format is of.
fn samples() -> impl Iterator<Item = Vec<String>> {
    FORMATS.iter().flat_map(|format| {
        let program = match (format.place, format.programs.first()) {
            (Place::Document(_), _) | (_, None) => String::new(),
            (_, Some(program)) => format!("Nov 20 14:28:27 mail {program}[4821]: "),
        };
        let written = move |sample: &&'static str| format!("{program}{sample}");
        format.patterns.iter().map(move |pattern| pattern.samples.iter().map(&written).collect())
    })
}

/// Everything that the engine says in its own words, beside the lines.
fn said(report: &Report) -> impl Iterator<Item = &str> {
    let lines = report.lines.iter().flat_map(|line| {
        line.says.iter().map(String::as_str).chain(line.tokens.iter().map(|token| token.says.as_str()))
    });
    let traces = report.traces.iter().flat_map(|trace| {
        let told = &trace.explanation;
        let story = told.story.iter().map(|sentence| sentence.text.as_str());
        let next = told.next.iter().map(|step| step.text.as_str());
        [told.headline.as_str()]
            .into_iter()
            .chain(story)
            .chain(next)
            .chain(told.missing.iter().map(String::as_str))
    });
    lines.chain(traces)
}

#[test]
fn no_sentence_of_a_sample_is_left_half_done() {
    let (mut checked, mut wrong) = (0, Vec::new());
    for sample in samples().flatten() {
        for text in said(&read(&sample).report()) {
            checked += 1;
            let text = text.replace("...", "\u{2026}");
            // What is quoted from the log has its own stops.
            let stops =
                [".", "!", "?", "\u{2026}", ";", ","].iter().any(|stop| text.ends_with(&format!("{stop}.")));
            let own = text.split('\u{201c}').next().unwrap_or_default();
            let brace = own.contains(['{', '}']) && !sample.contains(['{', '}']);
            let spaces = own.contains("  ") && !sample.contains("  ");
            if stops || text.contains(".. ") || brace || spaces || text.trim() != text {
                wrong.push(format!("{sample}\n  {text}"));
            }
        }
    }
    assert!(checked > 5000, "{checked}");
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn nothing_hides_in_what_is_said() {
    // Each part of each sample gets, in its middle, a mark that turns the rest round and one that is not seen.
    let mut harmed = String::new();
    for sample in samples().filter_map(|of| of.into_iter().next()) {
        let log = read(&sample);
        let Some(line) = log.line(1) else { continue };
        for token in line.tokens.iter().filter(|token| token.role != "keyword" && token.role != "time") {
            let [from, to] = token.at.map(|at| at as usize);
            let middle =
                (from + (to - from) / 2..to).find(|at| line.text.is_char_boundary(*at)).unwrap_or(from);
            let _ = writeln!(harmed, "{}\u{202e}\u{200b}{}", &line.text[..middle], &line.text[middle..]);
        }
    }
    let log = read(&harmed);
    let report = log.report();
    let named = said(&report).filter(|text| text.contains("\u{27e8}U+202E\u{27e9}")).count();
    assert!(named > 500, "{named} texts name it");
    for text in said(&report) {
        assert!(!text.contains(is_hidden), "{text:?}");
    }
    // But for its secrets, which are masked before it is kept.
    let kept = String::from_utf8_lossy(&secrets::masked(harmed.as_bytes())).into_owned();
    for (line, pasted) in report.lines.iter().zip(kept.lines()) {
        assert_eq!(line.text.len(), pasted.len(), "the line stays as it is");
    }
    let all: Vec<u32> = (0..log.traces()).collect();
    let mut outputs = vec![report::text(&log, &all), table::attempts(&log, &all)];
    for voice in [Voice::Customer, Voice::Engineer] {
        let report = customer::report(&log, &all, voice);
        outputs.extend([report.text(), report.markdown(), report.page()]);
    }
    outputs.extend(
        all.iter()
            .filter_map(|&trace| log.row(trace))
            .map(|row| format!("{} {}", row.from.unwrap_or_default(), row.to.unwrap_or_default())),
    );
    for output in outputs {
        if let Some(line) = output.lines().find(|line| line.contains(is_hidden)) {
            panic!("{line:?}");
        }
    }
}
