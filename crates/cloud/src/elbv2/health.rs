//! From checks to beliefs, and from beliefs to what AWS shows of a target.
//!
//! Source: Application Load Balancers guide, "Health checks for target groups".

use des::{SimDuration, SimTime, Ticket};

use super::anomaly::Conduct;
use super::defaults;
use super::target_group::{Belief, Failure, Health, HealthCheck, Target, TargetPhase, WhyUnused};

impl Belief {
    /// Of a target that was never checked.
    pub(crate) const fn new(now: SimTime) -> Self {
        Self {
            health: Health::Initial,
            failure: None,
            since: now,
            against: 0,
            outstanding: 0,
            conduct: Conduct::GOOD,
            slow_since: None,
            blind: false,
            next_check: Ticket::NONE,
            verdict: Ticket::NONE,
        }
    }

    /// Takes in the result of a check; whether the belief is another now. The first check that passes makes a new target
    /// healthy, whatever the threshold. Our choice: a new target needs the whole unhealthy threshold, as a healthy one does.
    pub(crate) fn learn(&mut self, result: Result<(), Failure>, check: &HealthCheck, now: SimTime) -> bool {
        let agrees = match self.health {
            Health::Healthy => result.is_ok(),
            Health::Unhealthy => result.is_err(),
            Health::Initial => false,
        };
        if result.is_err() && self.health != Health::Healthy {
            self.failure = result.err();
        }
        if agrees {
            self.against = 0;
            return false;
        }
        self.against = if self.health == Health::Initial && result.is_ok() {
            1
        } else {
            self.against + 1
        };
        let needed = match (self.health, result) {
            (Health::Initial, Ok(())) => 1,
            (_, Ok(())) => check.healthy_threshold,
            (_, Err(_)) => check.unhealthy_threshold,
        };
        if self.against < needed {
            return false;
        }
        self.health = if result.is_ok() {
            Health::Healthy
        } else {
            Health::Unhealthy
        };
        self.failure = result.err();
        (self.against, self.since) = (0, now);
        true
    }
}

/// What AWS calls the state of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetState {
    /// No check has decided yet.
    Initial,
    /// It gets requests.
    Healthy,
    /// It gets none, unless too few are healthy.
    Unhealthy,
    /// It is not checked and gets nothing.
    Unused,
    /// It was deregistered and may go on with what it has.
    Draining,
}

impl TargetState {
    /// AWS's word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Initial => "initial",
            Self::Healthy => "healthy",
            Self::Unhealthy => "unhealthy",
            Self::Unused => "unused",
            Self::Draining => "draining",
        }
    }
}

/// What AWS shows of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetHealth {
    /// In a word.
    pub state: TargetState,
    /// AWS's code for the reason; none if it is healthy.
    pub reason: Option<&'static str>,
    /// The same in a sentence.
    pub description: Option<String>,
}

impl Target {
    /// What AWS shows of it: all nodes' beliefs in one. How AWS merges them is not published; our choice: healthy if any
    /// node with power says so, unhealthy if none does and one has decided.
    #[must_use]
    pub fn health(&self, now: SimTime) -> Option<TargetHealth> {
        let shown = |state, reason, description: &str| TargetHealth {
            state,
            reason: Some(reason),
            description: Some(description.to_owned()),
        };
        Some(match self.phase {
            TargetPhase::Gone => return None,
            TargetPhase::Unused(why) => unused(why),
            TargetPhase::Draining { .. } => shown(
                TargetState::Draining,
                "Target.DeregistrationInProgress",
                "Target deregistration is in progress",
            ),
            TargetPhase::InUse => self.checked_health(now),
        })
    }

    fn checked_health(&self, now: SimTime) -> TargetHealth {
        let shown = |state, reason, description: String| TargetHealth {
            state,
            reason: Some(reason),
            description: Some(description),
        };
        let nobody_sees = self.beliefs.iter().all(|belief| belief.blind);
        let counted = || self.beliefs.iter().filter(|belief| nobody_sees || !belief.blind);
        if counted().any(|belief| belief.health == Health::Healthy) {
            return TargetHealth {
                state: TargetState::Healthy,
                reason: None,
                description: None,
            };
        }
        let decided = counted().find(|belief| belief.health == Health::Unhealthy);
        match decided.and_then(|belief| belief.failure) {
            Some(failure) => {
                let (reason, description) = failure.shown();
                shown(TargetState::Unhealthy, reason, description)
            }
            None if now.since(self.registered) < defaults::REGISTRATION => shown(
                TargetState::Initial,
                "Elb.RegistrationInProgress",
                "Target registration is in progress".to_owned(),
            ),
            None => shown(
                TargetState::Initial,
                "Elb.InitialHealthChecking",
                "Initial health checks in progress".to_owned(),
            ),
        }
    }
}

impl Failure {
    /// AWS's code and sentence.
    fn shown(self) -> (&'static str, String) {
        match self {
            Self::Code(code) => (
                "Target.ResponseCodeMismatch",
                format!("Health checks failed with these codes: [{code}]"),
            ),
            Self::Timeout => ("Target.Timeout", "Request timed out".to_owned()),
            Self::Connection => ("Target.FailedHealthChecks", "Health checks failed".to_owned()),
        }
    }
}

fn unused(why: WhyUnused) -> TargetHealth {
    let (reason, description) = match why {
        WhyUnused::GroupNotUsed => (
            "Target.NotInUse",
            "Target group is not configured to receive traffic from the load balancer",
        ),
        WhyUnused::ZoneNotEnabled => (
            "Target.NotInUse",
            "Target is in an Availability Zone that is not enabled for the load balancer",
        ),
        WhyUnused::InvalidState => ("Target.InvalidState", "Target is in the stopped state"),
    };
    TargetHealth {
        state: TargetState::Unused,
        reason: Some(reason),
        description: Some(description.to_owned()),
    }
}

/// From one check to the next.
pub(crate) const fn interval(check: &HealthCheck) -> SimDuration {
    SimDuration::from_secs(check.interval_s as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHECK: HealthCheck = HealthCheck {
        path: String::new(),
        port: None,
        interval_s: 30,
        timeout_s: 5,
        healthy_threshold: 3,
        unhealthy_threshold: 2,
        matcher: String::new(),
    };

    /// `.` is a passed check, `x` a failed one; what the belief is after each.
    fn beliefs(checks: &str) -> String {
        let mut belief = Belief::new(SimTime::ZERO);
        let after = |result: char| {
            let result = if result == '.' {
                Ok(())
            } else {
                Err(Failure::Timeout)
            };
            belief.learn(result, &CHECK, SimTime::ZERO);
            match belief.health {
                Health::Initial => 'i',
                Health::Healthy => 'h',
                Health::Unhealthy => 'u',
            }
        };
        checks.chars().map(after).collect()
    }

    #[test]
    fn one_passed_check_makes_a_new_target_healthy() {
        assert_eq!(beliefs("."), "h");
        assert_eq!(beliefs("x."), "ih");
    }

    #[test]
    fn thresholds_count_checks_in_a_row() {
        assert_eq!(beliefs("xx"), "iu", "a new target that fails");
        assert_eq!(beliefs(".x.xx"), "hhhhu", "one success starts the count anew");
        assert_eq!(beliefs("xx..x..."), "iuuuuuuh", "so does one failure");
    }

    #[test]
    fn a_matcher_is_codes_and_ranges() {
        let passes = |matcher: &str, code| {
            let check = HealthCheck {
                matcher: matcher.to_owned(),
                ..CHECK
            };
            check.passes(code)
        };
        assert!(passes("200", 200) && !passes("200", 302));
        assert!(passes("200,302", 302) && passes("200-299", 204) && !passes("200-299", 301));
    }
}
