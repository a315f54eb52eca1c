//! Lifecycle hooks: they hold instances on their way into service or out of it until somebody lets them go on.
//!
//! Source: Auto Scaling User Guide, "Amazon EC2 Auto Scaling lifecycle hooks".

use des::{SimDuration, SimTime};

use super::defaults;

/// When a hook holds an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transition {
    /// Before it comes into service.
    Launching,
    /// Before it ends.
    Terminating,
}

impl Transition {
    /// AWS's word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Launching => "autoscaling:EC2_INSTANCE_LAUNCHING",
            Self::Terminating => "autoscaling:EC2_INSTANCE_TERMINATING",
        }
    }

    /// What AWS's word means.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Launching, Self::Terminating]
            .into_iter()
            .find(|transition| transition.name() == name)
    }
}

/// How an instance goes on that was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HookResult {
    /// As if it had not been held.
    Continue,
    /// A launch is given up; an end is not held any more.
    Abandon,
}

impl HookResult {
    /// AWS's word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Continue => "CONTINUE",
            Self::Abandon => "ABANDON",
        }
    }

    /// What AWS's word means; giving up if there is none.
    #[must_use]
    pub fn read(word: Option<&str>) -> Self {
        match word {
            Some("CONTINUE") => Self::Continue,
            _ => Self::Abandon,
        }
    }
}

/// A lifecycle hook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hook {
    /// Unique in the group.
    pub name: String,
    /// When it holds an instance.
    pub transition: Transition,
    /// Seconds until it gives up.
    pub heartbeat_s: u64,
    /// What then holds.
    pub default_result: HookResult,
    /// A text for whoever waits for it.
    pub metadata: Option<String>,
}

impl Hook {
    /// Seconds until it gives up, however often it is reminded.
    #[must_use]
    pub fn global_timeout_s(&self) -> u64 {
        (self.heartbeat_s * defaults::HEARTBEATS).min(defaults::GLOBAL_TIMEOUT_S)
    }
}

/// A hook holds an instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifecycleAction {
    /// The hook's name.
    pub hook: String,
    /// By which the action can be named.
    pub token: String,
    /// When it gives up.
    pub deadline: SimTime,
    /// When it gives up, however often it is reminded.
    pub end: SimTime,
    heartbeat: SimDuration,
    default_result: HookResult,
}

impl LifecycleAction {
    /// One that begins now.
    pub(crate) fn begin(hook: &Hook, token: String, now: SimTime) -> Self {
        let heartbeat = SimDuration::from_secs(hook.heartbeat_s);
        Self {
            hook: hook.name.clone(),
            token,
            deadline: now + heartbeat,
            end: now + SimDuration::from_secs(hook.global_timeout_s()),
            heartbeat,
            default_result: hook.default_result,
        }
    }

    /// It has its whole time again, but for the end of all.
    pub(crate) fn beat(&mut self, now: SimTime) {
        self.deadline = (now + self.heartbeat).min(self.end);
    }

    /// What holds if its time is over.
    pub(crate) fn given_up(&self, now: SimTime) -> Option<HookResult> {
        (self.deadline <= now).then_some(self.default_result)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hook(heartbeat_s: u64) -> Hook {
        Hook {
            name: "h".to_owned(),
            transition: Transition::Launching,
            heartbeat_s,
            default_result: HookResult::Abandon,
            metadata: None,
        }
    }

    #[test]
    fn a_hook_can_be_reminded_a_hundred_times_but_for_two_days_at_most() {
        assert_eq!(hook(30).global_timeout_s(), 3_000);
        assert_eq!(hook(7_200).global_timeout_s(), 172_800);
    }

    #[test]
    fn a_heartbeat_gives_the_whole_time_again_and_no_more_than_the_end() {
        let at = SimTime::from_secs;
        let mut action = LifecycleAction::begin(&hook(30), String::new(), at(0));
        assert_eq!((action.deadline, action.end), (at(30), at(3_000)));
        action.beat(at(20));
        assert_eq!(action.deadline, at(50));
        assert_eq!(action.given_up(at(49)), None);
        assert_eq!(action.given_up(at(50)), Some(HookResult::Abandon));
        action.beat(at(2_990));
        assert_eq!(action.deadline, at(3_000));
    }
}
