//! The account's facts as marks on the track of time.

use cloud::app::Dependency;
use cloud::fact::{Fact, What};
use cloud::fault::{FaultIndex, FaultKind, Shortage};
use cloud::{Caller, Cloud, Simulation};
use des::SimTime;
use lesson::{News, Runner};
use view::{Mark, MarkKind, Timeline};

use crate::text::{Happening, player_text};

/// Marks so far; new facts are added as they come.
pub(super) struct Marks {
    marks: Vec<Mark>,
    facts_seen: u64,
    timeline: Timeline,
}

impl Marks {
    /// From now on: what set the account up is no news.
    pub(super) fn from(simulation: &Simulation) -> Self {
        Self {
            marks: Vec::new(),
            facts_seen: simulation.cloud().facts.count(),
            timeline: Timeline::default(),
        }
    }

    /// Takes in the facts that are new.
    pub(super) fn catch_up(&mut self, simulation: &Simulation) {
        let facts = &simulation.cloud().facts;
        for (_, fact) in facts.from(self.facts_seen) {
            self.marks.extend(mark(simulation, fact));
        }
        self.facts_seen = facts.count();
    }

    /// Takes in what the lesson saw.
    pub(super) fn note(&mut self, at: SimTime, news: &News, runner: &Runner, simulation: &Simulation) {
        if let News::GoalMet(id) = news {
            let view = runner.view(simulation);
            let goal = view.step.goals.iter().find(|goal| goal.id == *id);
            self.marks
                .extend(goal.map(|goal| said(at, MarkKind::Goal, &Happening::GoalMet(&goal.sentence))));
        }
    }

    /// All marks, shared as long as nothing is added.
    pub(super) fn timeline(&mut self) -> Timeline {
        if self.timeline.marks.len() != self.marks.len() {
            self.timeline = Timeline {
                marks: self.marks.as_slice().into(),
            };
        }
        self.timeline.clone()
    }
}

fn said(at: SimTime, kind: MarkKind, happening: &Happening<'_>) -> Mark {
    let (label, sentence) = (player_text().time.happening)(happening);
    Mark {
        at,
        kind,
        label: label.into(),
        sentence: sentence.into(),
    }
}

/// The mark of a fact, if people care for it.
fn mark(simulation: &Simulation, fact: &Fact) -> Option<Mark> {
    let cloud = simulation.cloud();
    let name = |instance: cloud::ec2::InstanceIndex| {
        let instance = &cloud.ec2.instances[instance.index()];
        instance.tag("Name").unwrap_or(&instance.id)
    };
    let (kind, happening) = match fact.what {
        What::Input(number) => (MarkKind::Own, Happening::Own(own_action(simulation, number)?)),
        What::InstanceState { instance, state } => {
            (MarkKind::Health, Happening::State(name(instance), state.name()))
        }
        What::OsDown(instance) => (MarkKind::Health, Happening::OsDown(name(instance))),
        What::AppUp(instance) => (MarkKind::Health, Happening::AppUp(name(instance))),
        What::AppDown(instance) => (MarkKind::Health, Happening::AppDown(name(instance))),
        What::NoApp(instance) => (MarkKind::Health, Happening::NoApp(name(instance))),
        What::FaultBegan(fault) => (
            MarkKind::Fault,
            Happening::FaultBegan(fault_name(cloud, fault), subject(cloud, fault)),
        ),
        What::FaultEnded(fault) => (
            MarkKind::Fault,
            Happening::FaultEnded(fault_name(cloud, fault), subject(cloud, fault)),
        ),
        What::OsUp(_)
        | What::AddressAssigned { .. }
        | What::AddressReleased { .. }
        | What::TypeChanged(_)
        | What::CpuThrottled(_)
        | What::CpuUnthrottled(_)
        | What::InstanceRecovered(_)
        | What::GroupsChanged(_)
        | What::SecurityGroupChanged(_)
        | What::MemoryFull(_)
        | What::CapacityChanged(_)
        | What::QuotaChanged(_)
        | What::ZoneDark(_)
        | What::ZoneLit(_)
        | What::TrafficChanged
        | What::ClientsChanged
        | What::Elbv2(_)
        | What::AutoScaling(_)
        | What::CloudWatch(_)
        | What::Fis(_)
        | What::ArcZonalShift(_)
        | What::DynamoDb(_)
        | What::S3(_)
        | What::ProfileChanged(_)
        | What::ReachChanged { .. }
        | What::EndpointChanged(_)
        | What::SubnetChanged(_) => return None,
    };
    Some(said(fact.at, kind, &happening))
}

/// What the learner called, unless it was a fault, which has a mark of its own.
fn own_action(simulation: &Simulation, number: u64) -> Option<&'static str> {
    let entry = simulation.journal().get(number)?;
    let call = api::Call::from(entry.input.clone());
    let own = entry.caller == Caller::Learner && !matches!(call.operation().name, "Fault" | "EndFault");
    own.then_some(call.operation().name)
}

fn fault_name(cloud: &Cloud, index: FaultIndex) -> &'static str {
    match kind_of(cloud, index) {
        FaultKind::InstanceCrash(_) => "instance-crash",
        FaultKind::AppHang(_) => "app-hang",
        FaultKind::HostFailure(_) => "host-failure",
        FaultKind::AppCrash(_) => "app-crash",
        FaultKind::InstanceSlow(..) => "instance-slow",
        FaultKind::AzOutage(_) => "az-outage",
        FaultKind::MemoryLeak(_) => "memory-leak",
        FaultKind::AzGrey(..) => "az-grey",
        FaultKind::InsufficientCapacity(_) => "insufficient-capacity",
        FaultKind::LaunchErrors(_) => "launch-errors",
        FaultKind::DependencySlow(..) => "dependency-slow",
        FaultKind::Disconnected(..) => "network-disconnected",
        FaultKind::CpuStress(..) => "cpu-stress",
    }
}

/// The name of what a fault is about.
fn subject(cloud: &Cloud, index: FaultIndex) -> &str {
    match kind_of(cloud, index) {
        FaultKind::AzOutage(zone)
        | FaultKind::AzGrey(zone, _)
        | FaultKind::Disconnected(zone, _)
        | FaultKind::InsufficientCapacity(Shortage { zone, .. }) => cloud.region.zone(zone).name,
        FaultKind::DependencySlow(Dependency::DynamoDb, _) => "DynamoDB",
        FaultKind::DependencySlow(Dependency::S3, _) => "S3",
        FaultKind::LaunchErrors(_) => cloud.region.name,
        FaultKind::InstanceCrash(instance)
        | FaultKind::AppHang(instance)
        | FaultKind::AppCrash(instance)
        | FaultKind::HostFailure(instance)
        | FaultKind::InstanceSlow(instance, _)
        | FaultKind::MemoryLeak(instance)
        | FaultKind::CpuStress(instance, _) => {
            let instance = &cloud.ec2.instances[instance.index()];
            instance.tag("Name").unwrap_or(&instance.id)
        }
    }
}

fn kind_of(cloud: &Cloud, index: FaultIndex) -> FaultKind {
    let fault = cloud.faults().find(|(fault, _)| *fault == index);
    fault.expect("a fact names a fault that was begun").1.kind
}
