//! When qmail tries again: the schedule of `qmail-send`.
//!
//! A deferred recipient waits until the square root of the message's age has grown by a
//! fixed step: the older the message, the longer the wait. Times are whole seconds since any one
//! epoch, as long as both are counted from the same one.
//!
//! Source: notqmail 1.09, `qmail-send.c` (`chanskip`, `nextretry`, `squareroot`, `job_open`).

/// How long qmail keeps a message by default (`control/queuelifetime`), in seconds: a week.
pub const LIFETIME: u64 = 604_800;

/// The way out of the queue: each has a step of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Channel {
    /// To a mailbox or program of this server.
    Local,
    /// To another server.
    Remote,
}

impl Channel {
    /// By how many seconds the square root of the age grows from one attempt to the next.
    const fn step(self) -> u64 {
        match self {
            Channel::Local => 10,
            Channel::Remote => 20,
        }
    }
}

/// The earliest second of the next attempt.
///
/// `birth` is when the message entered the queue and `last` when its last attempt began. Restarts,
/// `SIGALRM` and a full set of delivery slots move the real attempt; this is the plan.
pub fn next_attempt(birth: i64, last: i64, channel: Channel) -> i64 {
    let age = u64::try_from(last.saturating_sub(birth)).unwrap_or(0);
    let root = age.isqrt() + channel.step();
    birth.saturating_add_unsigned(root.saturating_mul(root))
}

/// Whether an attempt that begins at `attempt` is the last one: deferred then, the message goes back
/// to its sender. `lifetime` is in seconds; see [`LIFETIME`].
pub fn is_last(birth: i64, attempt: i64, lifetime: u64) -> bool {
    attempt > birth.saturating_add_unsigned(lifetime)
}

/// When a message that is deferred at every attempt goes back to its sender, if nothing changes: the
/// first planned attempt past its lifetime, from the attempt at `last` on.
pub fn gives_up(birth: i64, last: i64, channel: Channel, lifetime: u64) -> i64 {
    let mut attempt = last;
    // Each step grows the root by at least 10, so a lifetime of centuries takes some thousand turns.
    while !is_last(birth, attempt, lifetime) {
        let next = next_attempt(birth, attempt, channel);
        if next <= attempt {
            return attempt;
        }
        attempt = next;
    }
    attempt
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(channel: Channel, attempts: usize) -> Vec<i64> {
        std::iter::successors(Some(0), |&last| Some(next_attempt(0, last, channel))).take(attempts).collect()
    }

    #[test]
    fn remote_attempts_follow_the_squares_of_twenty() {
        assert_eq!(series(Channel::Remote, 7), [0, 400, 1600, 3600, 6400, 10_000, 14_400]);
    }

    #[test]
    fn local_attempts_follow_the_squares_of_ten() {
        assert_eq!(series(Channel::Local, 7), [0, 100, 400, 900, 1600, 2500, 3600]);
    }

    #[test]
    fn a_late_attempt_counts_from_its_own_age() {
        // 500 s old: the root is 22, so 42 squared.
        assert_eq!(next_attempt(1_000, 1_500, Channel::Remote), 1_000 + 1_764);
    }

    #[test]
    fn a_clock_that_ran_backwards_counts_as_no_age() {
        assert_eq!(next_attempt(1_000, 10, Channel::Local), 1_100);
    }

    #[test]
    fn a_week_of_deferrals_ends_after_the_week() {
        let remote = series(Channel::Remote, 60);
        let end = gives_up(0, 0, Channel::Remote, LIFETIME);
        assert_eq!(end, 608_400); // 780 squared: 7 days and 1 hour
        assert!(remote.contains(&end));
        assert!(!is_last(0, 577_600, LIFETIME));
        assert_eq!(gives_up(0, 700_000, Channel::Remote, LIFETIME), 700_000);
    }

    #[test]
    fn extreme_times_do_not_overflow() {
        for birth in [i64::MIN, -1, 0, i64::MAX] {
            for last in [i64::MIN, 0, i64::MAX] {
                assert!(next_attempt(birth, last, Channel::Local) >= birth);
                gives_up(birth, last, Channel::Remote, LIFETIME);
            }
        }
    }
}
