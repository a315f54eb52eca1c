//! Where each dot is drawn: real requests, moved no faster than the eye can follow.
//!
//! A dot is bound to one real request, one in n by its number. Its shown place follows the request's true leg and
//! progress, but a leg takes at least [`LEG_MS`] of real time: at slow speed the dot is exactly where its request is, at
//! high speed it travels the same hops a little late. Nothing here allocates once it is warm.

mod dot;
mod heap;
mod sampling;

use des::SimTime;

pub use self::sampling::MOST_DOTS;
use self::{dot::Dot, heap::Heap, sampling::Sampling};
use crate::flight::{Flight, Place};

/// The least real time one leg takes on the screen, in milliseconds.
pub const LEG_MS: f32 = 400.0;
/// Real time in which every dot comes to where its request is, in milliseconds.
const AT_ONCE_MS: f32 = 60_000.0;
/// The most dots that stand before one door; more are a number.
pub const MOST_WAITING: u8 = 12;
/// The most crosses at one place; more are a number.
pub const MOST_CROSSES: u8 = 8;

/// What a scene asks of the model.
pub trait Requests {
    /// The number of the latest request; 0 before the first.
    fn newest(&self) -> u64;
    /// The request with this number, if it is under way or still remembered.
    fn flight(&self, id: u64) -> Option<Flight>;
    /// Adds to `ids` the learner's own requests after number `after`.
    fn own_after(&self, after: u64, ids: &mut Vec<u64>);
    /// Adds to `totals`, for each place where requests ever failed, how many did so far.
    fn failed(&self, totals: &mut Vec<(Place, u64)>);
}

/// Something to draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sprite {
    /// Where.
    pub spot: Spot,
    /// What.
    pub glyph: Glyph,
    /// True for the learner's own and for the one that is followed, which wear a ring.
    pub ringed: bool,
    /// The number of the request that it stands for; none on a heap.
    pub request: Option<u64>,
}

/// Where something is drawn, before pixels are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spot {
    /// On the wire between two places.
    Wire {
        /// The end nearer to the employees.
        near: Place,
        /// The end nearer to the services.
        far: Place,
        /// How far from `near` to `far`, from 0 to 1.
        along: f32,
        /// On the track that leads away from the employees, or on the one back.
        outward: bool,
    },
    /// In the row before a door, counted from the door.
    Row(Place, u8),
    /// On the heap of failures at a place.
    Heap(Place, u8),
}

/// The shapes of dots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// On its way.
    Going,
    /// An answer on its way back.
    Served,
    /// A late answer on its way back.
    Slow,
    /// A failure.
    Failed,
    /// Standing before a door.
    Waiting,
}

/// A number beside a heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeapCount {
    /// Where the heap lies.
    pub place: Place,
    /// How many failed there since the heap began.
    pub failed: u64,
}

/// All dots of one picture.
#[derive(Debug, Default)]
pub struct Scene {
    dots: Vec<Dot>,
    heaps: Vec<Heap>,
    sampling: Sampling,
    sprites: Vec<Sprite>,
    rows: Vec<(Place, u8)>,
    ids: Vec<u64>,
    totals: Vec<(Place, u64)>,
    /// The request that is looked at closer, by its number.
    followed: Option<u64>,
}

impl Scene {
    /// Moves everything on by `real_ms` of real time, while the model stands at `now`.
    pub fn advance(&mut self, now: SimTime, real_ms: f32, requests: &impl Requests) {
        self.bind(real_ms, requests);
        for dot in &mut self.dots {
            dot.advance(now, real_ms, requests);
        }
        self.retire();
        self.note_failures(real_ms, requests);
        self.draw();
    }

    /// Begins anew at another moment: the requests that are under way then stand where they are.
    pub fn leap(&mut self, now: SimTime, requests: &impl Requests) {
        self.dots.clear();
        self.heaps.clear();
        self.sampling.leap(requests.newest());
        self.bind(0.0, requests);
        for dot in &mut self.dots {
            dot.advance(now, AT_ONCE_MS, requests);
        }
        self.dots.retain(|dot| !dot.is_done());
    }

    /// Looks closer at the request with this number: it has a dot, whatever one dot stands for, and that wears a ring.
    pub fn follow(&mut self, request: Option<u64>) {
        self.followed = request;
    }

    /// What to draw now.
    #[must_use]
    pub fn sprites(&self) -> &[Sprite] {
        &self.sprites
    }

    /// One dot stands for this many requests.
    #[must_use]
    pub fn one_in(&self) -> u32 {
        self.sampling.one_in()
    }

    /// Says how many dots may be alive at once; [`MOST_DOTS`] if this is never said.
    pub fn set_most_dots(&mut self, most: usize) {
        self.sampling.set_most(most);
    }

    /// Lets the next moment choose anew how many requests one dot stands for, as after a change of speed.
    pub fn reconsider(&mut self) {
        self.sampling.reconsider();
    }

    /// The heaps of failures that lie about now.
    pub fn heaps(&self) -> impl Iterator<Item = HeapCount> {
        self.heaps.iter().filter_map(Heap::count)
    }

    fn bind(&mut self, real_ms: f32, requests: &impl Requests) {
        let newest = requests.newest();
        let new = self.sampling.admit(newest, real_ms, self.dots.len());
        requests.own_after(new.start.saturating_sub(1), &mut self.ids);
        let followed = self.followed.filter(|&id| self.lacks(id, requests));
        self.ids.extend(followed);
        let own = self.ids.len();
        for id in new.sampled() {
            if !self.ids[..own].contains(&id) {
                self.ids.push(id);
            }
        }
        for id in self.ids.drain(..) {
            self.dots.extend(requests.flight(id).map(Dot::new));
        }
    }

    /// Whether a request is under way and has no dot.
    fn lacks(&self, id: u64, requests: &impl Requests) -> bool {
        let is_shown = self.ids.contains(&id) || self.dots.iter().any(|dot| dot.request() == id);
        let flight = requests.flight(id).filter(|_| !is_shown);
        flight.is_some_and(|flight| flight.ending.is_none())
    }

    fn retire(&mut self) {
        let sampling = &mut self.sampling;
        self.dots.retain(|dot| {
            if dot.is_done() {
                sampling.learn_life(dot.age_ms());
            }
            !dot.is_done()
        });
    }

    fn note_failures(&mut self, real_ms: f32, requests: &impl Requests) {
        self.totals.clear();
        requests.failed(&mut self.totals);
        for &(place, total) in &self.totals {
            match self.heaps.iter_mut().find(|heap| heap.place() == place) {
                Some(heap) => heap.note(total),
                None => self.heaps.push(Heap::new(place, total)),
            }
        }
        for heap in &mut self.heaps {
            heap.advance(real_ms);
        }
    }

    fn draw(&mut self) {
        self.sprites.clear();
        self.rows.clear();
        for dot in &self.dots {
            let followed = self.followed == Some(dot.request());
            self.sprites.extend(dot.sprite(followed, &mut self.rows));
        }
        for heap in &self.heaps {
            self.sprites.extend(heap.sprites());
        }
    }
}

#[cfg(test)]
mod tests;
