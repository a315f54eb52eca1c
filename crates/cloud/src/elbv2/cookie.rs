//! What an employee's browser remembers of a load balancer: its target, and the group of a weighted forward.
//!
//! Source: Application Load Balancers guide, "Sticky sessions": the cookies `AWSALB`, `AWSALBAPP-0` and `AWSALBTG`. A visit
//! carries them from page to page. Simplified: the app sets its own cookie with every answer, so that `app_cookie` differs
//! from `lb_cookie` in its name and duration only.

use des::{MICROS_PER_SECOND, SimDuration, SimTime};

use super::{TargetGroupIndex, TargetIndex};

/// The cookies of one visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cookies {
    target: TargetIndex,
    target_until: Seconds,
    group: TargetGroupIndex,
    group_until: Seconds,
}

/// A cookie ends at a whole second of model time, as in the header that sets it: rounded up.
type Seconds = u32;

fn end(now: SimTime, length: SimDuration) -> Seconds {
    Seconds::try_from((now + length).as_micros().div_ceil(MICROS_PER_SECOND)).unwrap_or(Seconds::MAX)
}

impl Cookies {
    /// Of a visit that begins.
    pub(crate) const NONE: Self = Self {
        target: TargetIndex::NONE,
        target_until: 0,
        group: TargetGroupIndex(u32::MAX),
        group_until: 0,
    };

    /// An answer renews which target the visit keeps.
    pub(crate) fn keep_target(&mut self, target: TargetIndex, now: SimTime, length: SimDuration) {
        (self.target, self.target_until) = (target, end(now, length));
    }

    /// An answer renews which group the visit keeps.
    pub(crate) fn keep_group(&mut self, group: TargetGroupIndex, now: SimTime, length: SimDuration) {
        (self.group, self.group_until) = (group, end(now, length));
    }

    /// The target that the visit keeps.
    pub(crate) fn target(&self, now: SimTime) -> Option<TargetIndex> {
        self.target
            .some()
            .filter(|_| now.as_secs() < self.target_until.into())
    }

    /// The group that the visit keeps.
    pub(crate) fn group(&self, now: SimTime) -> Option<TargetGroupIndex> {
        (now.as_secs() < self.group_until.into()).then_some(self.group)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_ends_with_its_duration_unless_an_answer_renews_it() {
        let at = SimTime::from_secs;
        let mut cookies = Cookies::NONE;
        assert_eq!((cookies.target(at(0)), cookies.group(at(0))), (None, None));
        cookies.keep_target(TargetIndex(3), at(0), SimDuration::from_secs(10));
        cookies.keep_group(TargetGroupIndex(1), at(0), SimDuration::from_secs(20));
        assert_eq!(cookies.target(at(9)), Some(TargetIndex(3)));
        assert_eq!(cookies.target(at(10)), None);
        assert_eq!(cookies.group(at(19)), Some(TargetGroupIndex(1)));
        assert_eq!(cookies.group(at(20)), None);
        cookies.keep_target(TargetIndex(3), at(9), SimDuration::from_secs(10));
        assert_eq!(cookies.target(at(18)), Some(TargetIndex(3)));
    }
}
