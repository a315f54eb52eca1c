//! What is charged for by number, not by time.

use super::money::Money;
use super::quantity::Price;
use super::recent::LastHour;

/// How much of one thing was used so far, and what that came to.
#[derive(Clone, Debug, Default)]
pub(super) struct Usage {
    /// In millionths of the unit.
    pub(super) micro_units: u64,
    pub(super) charged: Money,
    pub(super) price: Price,
    pub(super) last_hour: LastHour,
}

impl Usage {
    /// All that was used so far comes to so many millionths of the unit. What was charged is never given back.
    pub(super) fn up_to(&mut self, micro_units: u64, charged: Money, price: Price) {
        self.micro_units = self.micro_units.max(micro_units);
        self.charged = self.charged.max(charged);
        self.price = price;
    }
}
