//! CPU credits: what burstable instances may use beyond their baseline.
//!
//! Source: EC2 User Guide, "Burstable performance instances". One credit is one vCPU at work for one minute. Everything is
//! counted in vCPU-nanoseconds, so that nothing is ever rounded: a baseline is in thousandths of a vCPU, time in microseconds.
//!
//! Credits are settled once a minute and whenever their rules change, never by a request. Simplified: an instance in standard
//! mode may use, in the minute to come, its baseline and a share of what it has; so it slows down by and by as its balance
//! nears zero, and no event of its own is needed for the instant at which the balance runs out.

use des::{SimDuration, SimTime};

use crate::Cloud;
use crate::app::Station;
use crate::bill::{Price, prices};
use crate::ec2::{InstanceIndex, InstanceType, defaults};
use crate::fact::{FactId, What};

/// One credit, in vCPU-nanoseconds.
pub const CREDIT: u64 = 60_000_000_000;
const VCPU_NANOS_PER_HOUR: u64 = 60 * CREDIT;

/// What an instance does when its credits are spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreditMode {
    /// It slows down to its baseline.
    Standard,
    /// It goes on, for a price.
    Unlimited,
}

impl CreditMode {
    /// AWS's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Unlimited => "unlimited",
        }
    }

    /// The mode with AWS's name; the declaration has checked that it is one.
    pub(crate) fn named(name: &str) -> Self {
        if name == "unlimited" {
            Self::Unlimited
        } else {
            Self::Standard
        }
    }
}

/// The CPU time of an instance, and the credits that it costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Credits {
    /// What it does when they are spent.
    pub mode: CreditMode,
    /// How fast its vCPUs work, in thousandths of full speed.
    pub speed_permille: u32,
    /// The fact that made it slower or faster.
    pub(crate) speed_blame: FactId,
    earned: u64,
    launch: u64,
    surplus: u64,
    charged: u64,
    used: u64,
    settled: SimTime,
    seen: Load,
}

/// The areas of a station that tell how busy its vCPUs were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Load {
    /// vCPUs × microseconds.
    running: u64,
    /// Percent × microseconds of other work.
    stress: u64,
}

impl Load {
    fn of(station: &Station, now: SimTime) -> Self {
        Self {
            running: station.cpu_micros(now),
            stress: station.stress_area(now),
        }
    }
}

impl Credits {
    pub(crate) const fn new(mode: CreditMode) -> Self {
        Self {
            mode,
            speed_permille: 1_000,
            speed_blame: FactId::NONE,
            earned: 0,
            launch: 0,
            surplus: 0,
            charged: 0,
            used: 0,
            settled: SimTime::ZERO,
            seen: Load {
                running: 0,
                stress: 0,
            },
        }
    }

    /// Credits at hand, those of the launch included (`CPUCreditBalance`), in vCPU-nanoseconds.
    #[must_use]
    pub const fn balance(&self) -> u64 {
        self.earned + self.launch
    }

    /// Credits that were spent in advance and not yet earned back (`CPUSurplusCreditBalance`), in vCPU-nanoseconds.
    #[must_use]
    pub const fn surplus(&self) -> u64 {
        self.surplus
    }

    /// Credits that were charged for so far, in vCPU-nanoseconds.
    #[must_use]
    pub const fn charged(&self) -> u64 {
        self.charged
    }

    /// The same in millionths of vCPU-hours, and the price of one for an instance of a type.
    pub(crate) fn price(&self, kind: &InstanceType) -> (u64, Price) {
        let price = if kind.is_arm() {
            prices::SURPLUS_CREDITS_T4G
        } else {
            prices::SURPLUS_CREDITS
        };
        (self.charged / (VCPU_NANOS_PER_HOUR / 1_000_000), price)
    }

    /// CPU time that was truly used since launch, in vCPU-nanoseconds, up to the last settlement.
    #[must_use]
    pub const fn used(&self) -> u64 {
        self.used
    }

    /// The instance begins to run. `launch`: the credits that it gets for that.
    fn begin(&mut self, now: SimTime, seen: Load, launch: u64) {
        (self.settled, self.seen, self.launch) = (now, seen, launch);
    }

    /// CPU time used since the last settlement. A slowed vCPU that works all the time uses only its share of the time.
    fn used_since(&self, now: SimTime, load: Load, vcpus: u32) -> u64 {
        let span = u128::from(now.since(self.settled).as_micros());
        let grown = |new: u64, old: u64| u128::from(new.saturating_sub(old));
        let own = grown(load.running, self.seen.running);
        let idle = (u128::from(vcpus) * span).saturating_sub(own);
        // Other work takes its share of what the app leaves.
        let others = idle * grown(load.stress, self.seen.stress) / (100 * span).max(1);
        let used = (own + others) * u128::from(self.speed_permille);
        u64::try_from(used).unwrap_or(u64::MAX)
    }

    /// Takes in what was used and earned since the last settlement.
    fn settle(&mut self, now: SimTime, load: Load, kind: &InstanceType) {
        let used = self.used_since(now, load, kind.vcpus);
        let span = now.since(self.settled);
        (self.settled, self.seen) = (now, load);
        self.used += used;
        if !kind.is_burstable() {
            return;
        }
        let by_launch = used.min(self.launch);
        self.launch -= by_launch;
        self.pay(earnings(kind, span), used - by_launch, most(kind));
        self.speed_permille = self.allowed_speed(kind);
    }

    /// Source of the formula: EC2 User Guide, "Unlimited mode concepts".
    fn pay(&mut self, earned: u64, used: u64, most: u64) {
        let (have, owe) = (self.earned + earned, self.surplus + used);
        self.earned = have.saturating_sub(owe).min(most);
        let lacks = owe.saturating_sub(have);
        match self.mode {
            CreditMode::Standard => self.surplus = 0,
            CreditMode::Unlimited => {
                self.surplus = lacks.min(most);
                self.charged += lacks.saturating_sub(most);
            }
        }
    }

    /// How fast the vCPUs may work until the next settlement.
    fn allowed_speed(&self, kind: &InstanceType) -> u32 {
        if self.mode == CreditMode::Unlimited {
            return 1_000;
        }
        let fade = u64::from(kind.vcpus) * defaults::CREDITS_FADE.as_micros();
        let beyond = (self.balance() / fade).min(1_000) as u32;
        (kind.baseline_permille + beyond).min(1_000)
    }

    /// What was spent in advance is charged for now.
    fn close(&mut self) {
        self.charged += std::mem::take(&mut self.surplus);
    }
}

/// What a type earns over a length of time, in vCPU-nanoseconds.
fn earnings(kind: &InstanceType, span: SimDuration) -> u64 {
    span.as_micros() * u64::from(kind.baseline_permille * kind.vcpus)
}

/// The most that an instance of a type may have: what it earns in a day.
fn most(kind: &InstanceType) -> u64 {
    earnings(kind, defaults::CREDITS_KEPT)
}

/// What surplus credits cost, rounded down.
impl Cloud {
    /// CPU time that an instance has used since launch, in vCPU-microseconds. A vCPU that is held back to a tenth of its
    /// speed and works all the time uses a tenth.
    #[must_use]
    pub fn cpu_used_micros(&self, index: InstanceIndex) -> u64 {
        let (instance, station) = (&self.ec2.instances[index.index()], self.station(index));
        let credits = &instance.credits;
        if !instance.runs() {
            return credits.used / 1_000;
        }
        let load = Load::of(station, self.now);
        (credits.used + credits.used_since(self.now, load, station.vcpus)) / 1_000
    }

    /// An instance begins to run.
    pub(crate) fn credits_begin(&mut self, index: InstanceIndex) {
        let now = self.now;
        let launch = self.launch_credits(index);
        let load = Load::of(self.station(index), now);
        let instance = &mut self.ec2.instances[index.index()];
        if now.since(instance.credits.settled) >= defaults::CREDITS_KEPT_STOPPED {
            instance.credits.earned = 0;
        }
        instance.credits.begin(now, load, launch);
        self.settle_credits(index);
    }

    /// An instance leaves `running`: what it owes is charged. T2 instances lose what they have, others keep it a while.
    pub(crate) fn credits_end(&mut self, index: InstanceIndex) {
        self.settle_credits(index);
        self.charge_credits(index, Credits::close);
        let instance = &mut self.ec2.instances[index.index()];
        let keeps = instance.instance_type.family() != "t2";
        let credits = &mut instance.credits;
        credits.launch = 0;
        credits.earned *= u64::from(keeps);
    }

    /// An instance does something else from now on when its credits are spent. Our choice: the credits of its launch are
    /// lost when it is no longer in standard mode.
    pub(crate) fn change_credit_mode(&mut self, index: InstanceIndex, mode: CreditMode) {
        let runs = self.ec2.instances[index.index()].runs();
        if runs {
            self.settle_credits(index);
        }
        self.charge_credits(index, |credits| {
            credits.mode = mode;
            match mode {
                CreditMode::Standard => credits.close(),
                CreditMode::Unlimited => credits.launch = 0,
            }
        });
        if runs {
            self.settle_credits(index);
        }
    }

    /// A stopped instance has another type. Our choice: its credits go with it within a family, up to the new type's most.
    pub(crate) fn credits_change_type(&mut self, index: InstanceIndex, old: &InstanceType) {
        let mode = self
            .ec2
            .default_credit_mode(self.ec2.instances[index.index()].instance_type);
        let instance = &mut self.ec2.instances[index.index()];
        let credits = &mut instance.credits;
        if old.family() == instance.instance_type.family() {
            credits.earned = credits.earned.min(most(instance.instance_type));
        } else {
            credits.earned = 0;
            credits.mode = mode;
        }
        credits.speed_permille = 1_000;
        credits.seen = Load::default();
    }

    /// Brings the credits of a running instance up to now, and its speed with them.
    pub(crate) fn settle_credits(&mut self, index: InstanceIndex) {
        let (now, load) = (self.now, Load::of(self.station(index), self.now));
        let kind = self.ec2.instances[index.index()].instance_type;
        let before = self.ec2.instances[index.index()].credits.speed_permille;
        self.charge_credits(index, |credits| credits.settle(now, load, kind));
        let after = self.ec2.instances[index.index()].credits.speed_permille;
        if before == after {
            return;
        }
        if (before < 1_000) != (after < 1_000) {
            self.note_speed(index, after);
        }
        self.settle_slowness(index);
    }

    fn note_speed(&mut self, index: InstanceIndex, speed_permille: u32) {
        let what = if speed_permille < 1_000 {
            What::CpuThrottled(index)
        } else {
            What::CpuUnthrottled(index)
        };
        let cause = self.ec2.instances[index.index()].cause;
        let fact = self.facts.note(self.now, cause, what);
        self.ec2.instances[index.index()].credits.speed_blame = fact;
    }

    fn charge_credits(&mut self, index: InstanceIndex, change: impl FnOnce(&mut Credits)) {
        let credits = &mut self.ec2.instances[index.index()].credits;
        let before = credits.charged;
        change(credits);
        if credits.charged > before {
            (self.services.charge)(self, index);
        }
    }

    /// Only T2 in standard mode gets credits for a launch or start, and only so many times a day.
    fn launch_credits(&mut self, index: InstanceIndex) -> u64 {
        let instance = &self.ec2.instances[index.index()];
        let entitled =
            instance.instance_type.family() == "t2" && instance.credits.mode == CreditMode::Standard;
        let now = self.now;
        let starts = &mut self.ec2.credited_starts;
        starts.retain(|at| now.since(*at) < defaults::CREDITS_KEPT);
        if !entitled || starts.len() >= defaults::CREDITED_STARTS {
            return 0;
        }
        starts.push(now);
        u64::from(instance.instance_type.vcpus) * defaults::LAUNCH_CREDITS * CREDIT
    }

    fn station(&self, index: InstanceIndex) -> &Station {
        &self.ec2.stations[index.index()]
    }
}

/// Families with CPU credits, and what their new instances do if nothing is said.
pub(crate) const FAMILY_DEFAULTS: [(&str, CreditMode); 4] = [
    ("t2", CreditMode::Standard),
    ("t3", CreditMode::Unlimited),
    ("t3a", CreditMode::Unlimited),
    ("t4g", CreditMode::Unlimited),
];

impl crate::ec2::Ec2 {
    /// What new instances of a type do when their credits are spent.
    pub(crate) fn default_credit_mode(&self, kind: &InstanceType) -> CreditMode {
        let family = kind.family();
        let mut known = self.credit_defaults.iter();
        known
            .find(|(name, _)| *name == family)
            .map_or(CreditMode::Standard, |(_, mode)| *mode)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(name: &str) -> &'static InstanceType {
        InstanceType::named(name).expect("a type of the model")
    }

    fn credits(vcpu_nanos: u64) -> f64 {
        vcpu_nanos as f64 / CREDIT as f64
    }

    #[test]
    fn every_type_earns_what_the_user_guide_says() {
        let table = [
            ("t2.nano", 3.0),
            ("t2.micro", 6.0),
            ("t2.small", 12.0),
            ("t2.medium", 24.0),
            ("t2.large", 36.0),
            ("t2.xlarge", 54.0),
            ("t2.2xlarge", 81.6),
            ("t3.nano", 6.0),
            ("t3.micro", 12.0),
            ("t3.small", 24.0),
            ("t3.medium", 24.0),
            ("t3.large", 36.0),
            ("t3.xlarge", 96.0),
            ("t3.2xlarge", 192.0),
            ("m5.large", 0.0),
        ];
        for (name, hourly) in table {
            let hour = earnings(kind(name), SimDuration::from_mins(60));
            assert_eq!(credits(hour), hourly, "{name}");
            assert_eq!(most(kind(name)), 24 * hour, "{name}");
        }
    }

    /// A minute with so many vCPUs at work.
    fn minute(credits: &mut Credits, kind: &InstanceType, vcpus: u64) {
        let now = credits.settled + SimDuration::from_mins(1);
        let load = Load {
            running: credits.seen.running + vcpus * 60_000_000,
            stress: 0,
        };
        credits.settle(now, load, kind);
    }

    #[test]
    fn unlimited_goes_into_surplus_is_charged_beyond_a_day_and_pays_back_first() {
        let (kind, mut state) = (kind("t3.nano"), Credits::new(CreditMode::Unlimited));
        (0..60).for_each(|_| minute(&mut state, kind, 2));
        assert_eq!((credits(state.balance()), credits(state.surplus())), (0.0, 114.0));
        (0..60).for_each(|_| minute(&mut state, kind, 2));
        assert_eq!(
            (credits(state.surplus()), credits(state.charged())),
            (144.0, 84.0)
        );
        (0..60).for_each(|_| minute(&mut state, kind, 0));
        assert_eq!(credits(state.surplus()), 138.0);
        assert_eq!(state.speed_permille, 1_000);
    }

    #[test]
    fn standard_fades_to_the_baseline_and_never_owes() {
        let (kind, mut state) = (kind("t2.micro"), Credits::new(CreditMode::Standard));
        state.launch = 30 * CREDIT;
        // Full speed nets -0.9 a minute; the last 2.7 credits fade.
        (0..30).for_each(|_| minute(&mut state, kind, 1));
        assert_eq!((state.speed_permille, credits(state.balance())), (1_000, 3.0));
        (0..15).for_each(|_| minute(&mut state, kind, 1));
        assert!((100..=103).contains(&state.speed_permille), "{state:?}");
        assert!(credits(state.balance()) < 0.02, "{state:?}");
    }

    #[test]
    fn launch_credits_come_on_top_of_the_most() {
        let (kind, mut state) = (kind("t2.micro"), Credits::new(CreditMode::Standard));
        state.launch = 30 * CREDIT;
        (0..2_000).for_each(|_| minute(&mut state, kind, 0));
        assert_eq!(credits(state.balance()), 174.0);
    }

    #[test]
    fn a_surplus_credit_costs_a_sixtieth_of_five_cents_and_on_t4g_of_four() {
        let mut state = Credits::new(CreditMode::Unlimited);
        state.charged = CREDIT;
        let charged = |name| {
            let (micro_vcpu_hours, price) = state.price(kind(name));
            price.of(micro_vcpu_hours).nano_dollars()
        };
        assert_eq!((charged("t3.micro"), charged("t4g.micro")), (833_300, 666_640));
    }
}
