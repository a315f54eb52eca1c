//! One dot: a request, and how far the eye has followed it.

use des::SimTime;

use super::{Glyph, LEG_MS, MOST_WAITING, Requests, Spot, Sprite};
use crate::flight::{Ending, Flight, Leg, Place, Stop};

#[derive(Clone, Copy, Debug)]
pub(super) struct Dot {
    flight: Flight,
    /// The leg it is shown on.
    leg: usize,
    /// How far on that leg, from 0 to 1.
    along: f32,
    age_ms: f32,
    lost: bool,
}

impl Dot {
    pub(super) fn new(flight: Flight) -> Self {
        Self {
            flight,
            leg: 0,
            along: 0.0,
            age_ms: 0.0,
            lost: false,
        }
    }

    pub(super) fn advance(&mut self, now: SimTime, real_ms: f32, requests: &impl Requests) {
        if self.flight.ending.is_none() {
            match requests.flight(self.flight.id) {
                Some(flight) => self.renew(flight),
                None => self.lost = true,
            }
        }
        self.age_ms += real_ms;
        self.follow(now, real_ms / LEG_MS);
    }

    /// Takes over what became of the request. A journey that was cut off has fewer legs than it had: the dot is where it
    /// was cut.
    fn renew(&mut self, flight: Flight) {
        self.flight = flight;
        let last = flight.legs.as_slice().len() - 1;
        if self.leg > last {
            (self.leg, self.along) = (last, 1.0);
        }
    }

    /// Moves on by at most `reach` legs, and never past where the request truly is.
    fn follow(&mut self, now: SimTime, reach: f32) {
        let mut reach = reach;
        while reach > 0.0 {
            let limit = self.shown_leg().progress(now);
            let wanted = (self.along + reach).min(limit);
            reach -= wanted - self.along;
            self.along = wanted;
            if self.along < 1.0 || !self.enter_next_leg(now) {
                return;
            }
        }
    }

    fn enter_next_leg(&mut self, now: SimTime) -> bool {
        let next = self.flight.legs.as_slice().get(self.leg + 1);
        let begun = next.is_some_and(|leg| leg.start <= now);
        if begun {
            self.leg += 1;
            self.along = 0.0;
        }
        begun
    }

    /// True once there is nothing left to show: it is home, on a heap, or forgotten.
    pub(super) fn is_done(&self) -> bool {
        self.lost || (self.flight.ending.is_some() && self.has_arrived())
    }

    pub(super) fn age_ms(&self) -> f32 {
        self.age_ms
    }

    /// The number of its request.
    pub(super) fn request(&self) -> u64 {
        self.flight.id
    }

    fn has_arrived(&self) -> bool {
        self.along >= 1.0 && self.leg + 1 == self.flight.legs.as_slice().len()
    }

    fn shown_leg(&self) -> &Leg {
        &self.flight.legs.as_slice()[self.leg]
    }

    /// What to draw; `rows` counts who stands before which door so far.
    pub(super) fn sprite(&self, followed: bool, rows: &mut Vec<(Place, u8)>) -> Option<Sprite> {
        let ringed = followed || self.flight.own;
        let (spot, glyph) = self.shape(ringed, rows)?;
        Some(Sprite {
            spot,
            glyph,
            ringed,
            request: Some(self.flight.id),
        })
    }

    fn shape(&self, ringed: bool, rows: &mut Vec<(Place, u8)>) -> Option<(Spot, Glyph)> {
        if self.along < 1.0 {
            return Some((self.spot_on_wire(), self.glyph_on_wire()));
        }
        if self.has_arrived() && self.flight.stop == Stop::Waiting {
            let order = next_in_row(rows, self.shown_leg().to);
            return (order < MOST_WAITING).then_some((Spot::Row(self.shown_leg().to, order), Glyph::Waiting));
        }
        // Inside a house only those with a ring are shown: the lit window tells of the others.
        ringed.then(|| (self.spot_on_wire(), self.glyph_on_wire()))
    }

    fn spot_on_wire(&self) -> Spot {
        let leg = self.shown_leg();
        let outward = leg.is_outward();
        let (near, far) = if outward {
            (leg.from, leg.to)
        } else {
            (leg.to, leg.from)
        };
        let along = if outward { self.along } else { 1.0 - self.along };
        Spot::Wire {
            near,
            far,
            along,
            outward,
        }
    }

    fn glyph_on_wire(&self) -> Glyph {
        if self.shown_leg().is_outward() {
            return Glyph::Going;
        }
        let is_last = self.leg + 1 == self.flight.legs.as_slice().len();
        match self.flight.ending {
            Some(Ending::Failed) if is_last => Glyph::Failed,
            Some(Ending::Slow) => Glyph::Slow,
            _ => Glyph::Served,
        }
    }
}

fn next_in_row(rows: &mut Vec<(Place, u8)>, place: Place) -> u8 {
    match rows.iter_mut().find(|(door, _)| *door == place) {
        Some((_, standing)) => {
            *standing = standing.saturating_add(1);
            *standing - 1
        }
        None => {
            rows.push((place, 1));
            0
        }
    }
}
