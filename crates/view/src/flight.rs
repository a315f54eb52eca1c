//! One request's journey as a picture shows it: legs along wires, and stops between them.

use des::SimTime;

/// Something that a wire can end at. The order is the order of travel: employees, nodes, instances,
/// services.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// An office, by its index in [`crate::Picture::offices`].
    Office(u16),
    /// A load balancer's node, by its index in the account; the index is never given twice.
    Node(u32),
    /// An instance, by its index in the account; the index is never given twice.
    Instance(u32),
    /// A regional service, by its index in [`crate::Picture::services`].
    Service(u16),
}

/// One way along one wire.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leg {
    /// Where it sets off.
    pub from: Place,
    /// Where it arrives.
    pub to: Place,
    /// When it sets off.
    pub start: SimTime,
    /// When it arrives.
    pub end: SimTime,
}

impl Leg {
    /// True on a way that leads from the employees towards the services.
    #[must_use]
    pub fn is_outward(&self) -> bool {
        self.from < self.to
    }

    /// The share of the leg that is done at `now`, from 0 to 1.
    #[must_use]
    pub fn progress(&self, now: SimTime) -> f32 {
        let whole = self.end.since(self.start).as_micros();
        let done = now.since(self.start).as_micros();
        if done >= whole {
            1.0
        } else {
            done as f32 / whole as f32
        }
    }
}

/// The most legs one request can have: there and back to the node, the instance, DynamoDB and S3.
pub const MOST_LEGS: usize = 8;

/// The legs of one request so far, in order of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Legs {
    legs: [Leg; MOST_LEGS],
    count: usize,
}

impl Legs {
    /// A journey that begins with `first`.
    #[must_use]
    pub fn new(first: Leg) -> Self {
        Self {
            legs: [first; MOST_LEGS],
            count: 1,
        }
    }

    /// Adds the next leg.
    ///
    /// # Panics
    /// If there are [`MOST_LEGS`] already: no request has more.
    pub fn push(&mut self, leg: Leg) {
        self.legs[self.count] = leg;
        self.count += 1;
    }

    /// The legs, first one first; at least one.
    #[must_use]
    pub fn as_slice(&self) -> &[Leg] {
        &self.legs[..self.count]
    }

    /// The latest leg.
    #[must_use]
    pub fn last(&self) -> &Leg {
        &self.legs[self.count - 1]
    }
}

/// What a request does where its latest leg ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// It stands before the door: in the backlog, or nobody answers.
    Waiting,
    /// Something works on it, inside.
    Inside,
}

/// How a request ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// An answer came within one second.
    Served,
    /// An answer came, later than one second after the request was sent.
    Slow,
    /// There was no answer, or an error.
    Failed,
}

/// One request at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flight {
    /// The request's number in the run; requests are numbered as they arrive, from 1.
    pub id: u64,
    /// True for a request that the learner sent.
    pub own: bool,
    /// Its ways so far, the present one included.
    pub legs: Legs,
    /// What it does once the latest leg is done.
    pub stop: Stop,
    /// How it ended; none while it is under way. A served request's last leg leads home.
    pub ending: Option<Ending>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leg(start: u64, end: u64) -> Leg {
        Leg {
            from: Place::Office(0),
            to: Place::Instance(0),
            start: SimTime::from_micros(start),
            end: SimTime::from_micros(end),
        }
    }

    #[test]
    fn progress_stays_within_the_leg() {
        assert_eq!(leg(10, 20).progress(SimTime::from_micros(5)), 0.0);
        assert_eq!(leg(10, 20).progress(SimTime::from_micros(15)), 0.5);
        assert_eq!(leg(10, 20).progress(SimTime::from_micros(90)), 1.0);
        assert_eq!(leg(10, 10).progress(SimTime::from_micros(10)), 1.0);
    }

    #[test]
    fn legs_keep_their_order() {
        let mut legs = Legs::new(leg(0, 1));
        legs.push(leg(1, 2));
        assert_eq!(legs.as_slice(), [leg(0, 1), leg(1, 2)]);
        assert_eq!(*legs.last(), leg(1, 2));
    }
}
