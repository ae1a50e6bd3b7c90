//! How long rules may take, by a clock that is handed in.
//!
//! Never: reads a clock; without one every rule has all the time it wants.

use std::cell::Cell;
use std::time::Duration;

/// How long one rule may take.
const PER_RULE: Duration = Duration::from_millis(20);
/// How long all rules together may take before those that ask for the time are stopped at once.
const IN_ALL: Duration = Duration::from_millis(200);

/// The patience of one check.
pub(super) struct Patience<'a> {
    out_of_time: &'a dyn Fn() -> bool,
    elapsed: &'a dyn Fn() -> Duration,
    /// When it started, moved on by what is left out of account.
    start: Cell<Duration>,
}

/// The patience with one rule, which remembers whether it came to an end.
pub(super) struct OfRule<'a> {
    whole: &'a Patience<'a>,
    start: Duration,
    is_over: Cell<bool>,
}

impl<'a> Patience<'a> {
    /// Starts by the clock `elapsed`, which tells how long ago some moment was.
    pub(super) fn new(
        out_of_time: &'a dyn Fn() -> bool,
        elapsed: &'a dyn Fn() -> Duration,
    ) -> Self {
        Self {
            out_of_time,
            elapsed,
            start: Cell::new(elapsed()),
        }
    }

    /// Starts with a rule.
    pub(super) fn of_rule(&'a self) -> OfRule<'a> {
        OfRule {
            whole: self,
            start: (self.elapsed)(),
            is_over: Cell::new(false),
        }
    }
}

impl OfRule<'_> {
    /// Whether the rule has to stop.
    pub(super) fn is_over(&self) -> bool {
        let now = (self.whole.elapsed)();
        let since = |start: Duration| now.saturating_sub(start);
        let is_over = since(self.start) > PER_RULE
            || since(self.whole.start.get()) > IN_ALL
            || (self.whole.out_of_time)();
        self.is_over.set(self.is_over.get() || is_over);
        is_over
    }

    /// Leaves what the rule took out of account: it takes long by its nature, and the others do not
    /// have to pay for it.
    pub(super) fn leave_out(&self) {
        let took = (self.whole.elapsed)().saturating_sub(self.start);
        self.whole.start.set(self.whole.start.get() + took);
    }

    /// Whether it was stopped.
    pub(super) fn was_stopped(&self) -> bool {
        self.is_over.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_of_account_costs_the_others_nothing() {
        let clock = Cell::new(Duration::ZERO);
        let elapsed = || clock.get();
        let whole = Patience::new(&|| false, &elapsed);
        let slow = whole.of_rule();
        clock.set(Duration::from_millis(300));
        assert!(whole.of_rule().is_over(), "until it is left out");
        slow.leave_out();
        assert!(!whole.of_rule().is_over());
        clock.set(Duration::from_millis(501));
        assert!(whole.of_rule().is_over(), "the rest has its end");
    }
}
