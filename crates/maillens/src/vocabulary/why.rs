//! Why a trace did not work, in short.

use super::{Party, Reason};

/// Why a trace did not work and who must act: what searches and counts need of its explanation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Why {
    /// One bit for every reason.
    reasons: u64,
    /// Who must act.
    pub party: Party,
}

impl Why {
    /// Of these reasons.
    pub fn new(reasons: impl Iterator<Item = Reason>, party: Party) -> Why {
        Why { reasons: reasons.fold(0, |all, reason| all | 1 << reason as u64), party }
    }

    /// True when an attempt did not work for this reason.
    pub fn has(self, reason: Reason) -> bool {
        self.reasons & (1 << reason as u64) != 0
    }
}
