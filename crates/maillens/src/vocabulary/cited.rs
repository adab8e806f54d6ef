//! The lines that a sentence rests on.

/// The lines that a sentence rests on, from 1: never none, so a sentence without a citation cannot be built.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Vec<u32>", into = "Vec<u32>"))]
pub struct Cited(Vec<u32>);

impl Cited {
    /// One line, and as many more as there are.
    pub fn new(first: u32, more: impl IntoIterator<Item = u32>) -> Cited {
        let mut lines: Vec<u32> = std::iter::once(first).chain(more).collect();
        lines.sort_unstable();
        lines.dedup();
        Cited(lines)
    }

    /// Rests on these lines, too.
    pub fn add(&mut self, more: impl IntoIterator<Item = u32>) {
        self.0.extend(more);
        self.0.sort_unstable();
        self.0.dedup();
    }
}

impl std::ops::Deref for Cited {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        &self.0
    }
}

impl From<Cited> for Vec<u32> {
    fn from(cited: Cited) -> Vec<u32> {
        cited.0
    }
}

impl TryFrom<Vec<u32>> for Cited {
    type Error = &'static str;

    fn try_from(lines: Vec<u32>) -> Result<Cited, Self::Error> {
        if lines.is_empty() { Err("a sentence rests on at least one line") } else { Ok(Cited(lines)) }
    }
}
