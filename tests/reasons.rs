//! What replies mean: every line of `tests/reasons/*.tsv` is a reason, a tab and a reply.
//!
//! The replies were written down, and split line by line into two files, before there was any
//! rule. The rules were tuned on `tuned.tsv`, where every line must hold. `held.tsv` measures.

use maillens::knowledge::classify::Because;
use maillens::knowledge::{Evidence, classify};

fn cases(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines().map(|line| line.split_once('\t').expect("a reason, a tab and a reply"))
}

fn misses(file: &'static str) -> Vec<String> {
    let misses = cases(file).filter_map(|(expected, text)| {
        let verdict = classify(&Evidence::text(text));
        let found = verdict.reason.name();
        let at = match verdict.because {
            Because::Text { at: [start, end], .. } => &text[start as usize..end as usize],
            _ => "-",
        };
        (found != expected)
            .then(|| format!("{expected} found {found} {:?} by «{at}»: {text}", verdict.confidence))
    });
    misses.collect()
}

#[test]
fn show() {
    for (name, file) in [("tuned", include_str!("reasons/tuned.tsv"))] {
        let misses = misses(file);
        println!("{name}: {} of {} missed", misses.len(), cases(file).count());
        for miss in misses {
            println!("  {miss}");
        }
    }
}
