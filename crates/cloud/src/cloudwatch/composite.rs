//! Composite alarms: upon the states of others, and kept from acting by one.
//!
//! Source: CloudWatch User Guide, "Create a composite alarm" and "Composite alarm action suppression". An alarm that looks at
//! itself by way of others is not evaluated.

use des::{SimDuration, SimTime};

use super::alarm::{Alarm, AlarmIndex, Watch};
use super::evaluate::AlarmState;
use super::reason::long_time;
use super::rule::{Rule, name_of};
use super::{CloudWatch, Event, defaults};
use crate::Cloud;
use crate::event::Event as Any;
use crate::fact::FactId;

/// What makes an alarm a composite one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composite {
    /// Its rule as it was written.
    pub text: String,
    /// Its rule.
    pub rule: Rule,
    /// What keeps it from acting, if anything may.
    pub suppressor: Option<Suppressor>,
    /// What keeps it from acting now.
    pub suppressed: Option<Suppressed>,
}

/// An alarm that keeps another from acting while it is in ALARM.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressor {
    /// The alarm, by name or ARN.
    pub alarm: String,
    /// How long to wait for it before acting.
    pub wait: SimDuration,
    /// How long to wait after it before acting.
    pub extension: SimDuration,
}

/// A composite alarm has changed its state and has not acted yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suppressed {
    /// Why.
    pub by: By,
    /// The state that it acted in last.
    pub from: AlarmState,
    /// Until when, unless the suppressor is in ALARM.
    pub until: Option<SimTime>,
    /// The fact of the change.
    pub cause: FactId,
}

/// What keeps a composite alarm from acting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The suppressor may yet go into ALARM.
    WaitPeriod,
    /// The suppressor has just left ALARM.
    ExtensionPeriod,
    /// The suppressor is in ALARM.
    Alarm,
}

impl By {
    /// AWS's word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::WaitPeriod => "WaitPeriod",
            Self::ExtensionPeriod => "ExtensionPeriod",
            Self::Alarm => "Alarm",
        }
    }
}

impl CloudWatch {
    /// The composite alarms whose rule looks at an alarm.
    pub(crate) fn parents_of(&self, name: &str) -> Vec<AlarmIndex> {
        let looks = |alarm: &Alarm| {
            let composite = alarm.composite();
            composite.is_some_and(|one| one.rule.children().iter().any(|child| name_of(child) == name))
        };
        let alarms = self.alarms().filter(|(_, alarm)| looks(alarm));
        alarms.map(|(index, _)| index).collect()
    }

    /// Whether a composite alarm looks at itself by way of others.
    pub(crate) fn in_cycle(&self, index: AlarmIndex) -> bool {
        let mut seen = Vec::new();
        let mut next = vec![index];
        while let Some(one) = next.pop() {
            let children = self
                .alarm(one)
                .composite()
                .map(|composite| composite.rule.children());
            let children = children.unwrap_or_default().into_iter();
            for child in children.filter_map(|child| self.alarm_named(name_of(child))) {
                if child == index {
                    return true;
                }
                if !seen.contains(&child) {
                    seen.push(child);
                    next.push(child);
                }
            }
        }
        false
    }

    fn composite_mut(&mut self, index: AlarmIndex) -> Option<&mut Composite> {
        match &mut self.all_alarms[index.index()].more.watch {
            Watch::Composite(composite) => Some(composite),
            _ => None,
        }
    }
}

impl Cloud {
    /// An alarm has changed its state: composite alarms upon it hear of it soon, those that it suppresses at once.
    pub(super) fn tell_composites(&mut self, child: AlarmIndex) {
        let name = self.cloudwatch.alarm(child).spec.name.clone();
        for parent in self.cloudwatch.parents_of(&name) {
            let at = self.now + defaults::COMPOSITE_DELAY;
            self.events.push(at, Any::CloudWatch(Event::Compose(parent)));
        }
        let suppresses = |alarm: &Alarm| {
            let suppressor = alarm.composite().and_then(|one| one.suppressor.as_ref());
            suppressor.is_some_and(|suppressor| name_of(&suppressor.alarm) == name)
        };
        let suppressed = self.cloudwatch.alarms().filter(|(_, alarm)| suppresses(alarm));
        let suppressed: Vec<AlarmIndex> = suppressed.map(|(index, _)| index).collect();
        for index in suppressed {
            self.suppressor_changed(index);
        }
    }

    /// A composite alarm answers its rule.
    pub(super) fn compose(&mut self, index: AlarmIndex) {
        let alarm = self.cloudwatch.alarm(index);
        let Some(composite) = alarm.composite().filter(|_| !alarm.deleted) else {
            return;
        };
        if self.cloudwatch.in_cycle(index) {
            return;
        }
        let child = |name: &str| {
            self.cloudwatch
                .alarm_named(name_of(name))
                .map(|one| self.cloudwatch.alarm(one))
        };
        let holds = composite.rule.holds(&|name| Some(child(name)?.state));
        let state = if holds { AlarmState::Alarm } else { AlarmState::Ok };
        if state == alarm.state {
            return;
        }
        let children = composite.rule.children().into_iter().filter_map(child);
        let newest = children.max_by_key(|child| child.transitioned);
        let (reason, cause) = match newest {
            Some(child) => (self.transition_of(child), child.cause),
            None => (
                format!("The rule of this alarm is always {}", word(holds)),
                alarm.cause,
            ),
        };
        self.enter_alarm_state(index, state, reason, None, cause);
    }

    fn transition_of(&self, child: &Alarm) -> String {
        let (arn, state) = (self.alarm_arn(&child.spec.name), child.state.name());
        format!(
            "{arn} transitioned to {state} at {}",
            long_time(child.transitioned)
        )
    }

    /// Acts, or waits for what may keep the alarm from acting.
    pub(super) fn act_unless_suppressed(&mut self, index: AlarmIndex, old: AlarmState, cause: FactId) {
        let now = self.now;
        let alarm = self.cloudwatch.alarm(index);
        let (state, composite) = (alarm.state, alarm.composite());
        let pending = composite.and_then(|one| one.suppressed);
        let Some(suppressor) = composite.and_then(|one| one.suppressor.clone()) else {
            return self.act(index, old, cause);
        };
        let from = pending.map_or(old, |pending| pending.from);
        let suppressed = if pending.is_some() && from == state {
            None // back where it was before anyone heard of it
        } else if self.is_in_alarm(&suppressor.alarm) {
            Some(Suppressed {
                by: By::Alarm,
                from,
                until: None,
                cause,
            })
        } else if state.is_alarm() && suppressor.wait > SimDuration::ZERO {
            Some(Suppressed {
                by: By::WaitPeriod,
                from,
                until: Some(now + suppressor.wait),
                cause,
            })
        } else {
            self.suppress(index, None);
            return self.act(index, from, cause);
        };
        self.suppress(index, suppressed);
    }

    fn is_in_alarm(&self, name: &str) -> bool {
        let found = self.cloudwatch.alarm_named(name_of(name));
        found.is_some_and(|index| self.cloudwatch.alarm(index).state.is_alarm())
    }

    fn suppress(&mut self, index: AlarmIndex, suppressed: Option<Suppressed>) {
        if let Some(composite) = self.cloudwatch.composite_mut(index) {
            composite.suppressed = suppressed;
        }
        if let Some(until) = suppressed.and_then(|suppressed| suppressed.until) {
            self.events.push(until, Any::CloudWatch(Event::Release(index)));
        }
    }

    fn suppressor_changed(&mut self, index: AlarmIndex) {
        let composite = self.cloudwatch.alarm(index).composite();
        let Some((pending, suppressor)) =
            composite.and_then(|one| Some((one.suppressed?, one.suppressor.clone()?)))
        else {
            return;
        };
        if self.is_in_alarm(&suppressor.alarm) {
            let held = Suppressed {
                by: By::Alarm,
                until: None,
                ..pending
            };
            self.suppress(index, Some(held));
        } else if pending.by == By::Alarm {
            let until = Some(self.now + suppressor.extension);
            let extended = Suppressed {
                by: By::ExtensionPeriod,
                until,
                ..pending
            };
            self.suppress(index, Some(extended));
        }
    }

    /// A wait is over: the alarm acts now, unless something else keeps it from that since.
    pub(super) fn release(&mut self, index: AlarmIndex) {
        let now = self.now;
        let composite = self.cloudwatch.alarm(index).composite();
        let pending = composite.and_then(|one| one.suppressed);
        let Some(pending) = pending.filter(|pending| pending.until.is_some_and(|until| until <= now)) else {
            return;
        };
        self.suppress(index, None);
        if !self.cloudwatch.alarm(index).deleted {
            self.act(index, pending.from, pending.cause);
        }
    }
}

const fn word(truth: bool) -> &'static str {
    if truth { "TRUE" } else { "FALSE" }
}
