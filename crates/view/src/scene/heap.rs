//! Failures at one place: never rounded away, never gone before they were seen.

use super::{Glyph, HeapCount, MOST_CROSSES, Spot, Sprite};
use crate::flight::Place;

/// A heap lies this long after its last failure, in milliseconds of real time.
const DWELL_MS: f32 = 1_500.0;

#[derive(Clone, Copy, Debug)]
pub(super) struct Heap {
    place: Place,
    /// All failures here since the run began, as last told.
    total: u64,
    /// The total when this heap began.
    base: u64,
    quiet_ms: f32,
}

impl Heap {
    /// A place whose earlier failures are past and not shown.
    pub(super) fn new(place: Place, total: u64) -> Self {
        Self {
            place,
            total,
            base: total,
            quiet_ms: 0.0,
        }
    }

    pub(super) fn place(&self) -> Place {
        self.place
    }

    pub(super) fn note(&mut self, total: u64) {
        if total != self.total {
            self.quiet_ms = 0.0;
        }
        self.total = total;
    }

    pub(super) fn advance(&mut self, real_ms: f32) {
        self.quiet_ms += real_ms;
        if self.quiet_ms > DWELL_MS {
            self.base = self.total;
        }
    }

    pub(super) fn count(&self) -> Option<HeapCount> {
        let failed = self.total.saturating_sub(self.base);
        (failed > 0).then_some(HeapCount {
            place: self.place,
            failed,
        })
    }

    pub(super) fn sprites(&self) -> impl Iterator<Item = Sprite> {
        let failed = self.total.saturating_sub(self.base);
        let crosses = u8::try_from(failed).unwrap_or(u8::MAX).min(MOST_CROSSES);
        let place = self.place;
        (0..crosses).map(move |order| Sprite {
            spot: Spot::Heap(place, order),
            glyph: Glyph::Failed,
            ringed: false,
            request: None,
        })
    }
}
