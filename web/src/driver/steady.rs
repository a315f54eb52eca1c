//! Numbers that people read stand still for half a second, however fast the model runs.

use std::rc::Rc;

use view::{Office, Readout};

use super::run;

/// The least real time between two values of a number, in milliseconds.
const HOLD_MS: f64 = 500.0;

/// The numbers as they were last shown.
#[derive(Default)]
pub(super) struct Steady {
    shown: Option<Shown>,
}

struct Shown {
    at: f64,
    readout: Option<Readout>,
    offices: Rc<[Office]>,
}

impl Steady {
    /// Puts the numbers shown last into `snapshot`, if it is too early at `now` for others.
    pub(super) fn hold(&mut self, snapshot: &mut impl run::Shown, now: f64) {
        match &self.shown {
            Some(shown) if now - shown.at < HOLD_MS => {
                let (picture, readout) = snapshot.numbers();
                if let (Some(now), Some(held)) = (readout, shown.readout) {
                    *now = held;
                }
                Rc::make_mut(picture).offices = shown.offices.clone();
            }
            _ => self.take(snapshot, now),
        }
    }

    /// Takes over the numbers of `snapshot`, to be shown from `now` on.
    pub(super) fn take(&mut self, snapshot: &mut impl run::Shown, now: f64) {
        let (picture, readout) = snapshot.numbers();
        let (readout, offices) = (readout.copied(), picture.offices.clone());
        self.shown = Some(Shown {
            at: now,
            readout,
            offices,
        });
    }
}
