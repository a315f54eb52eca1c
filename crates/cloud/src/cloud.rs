//! The whole account and the world around it.

use des::{EventList, Log, Seed};

use crate::app::{AppModel, DependencyState};
use crate::arc_zonal_shift::ArcZonalShift;
use crate::autoscaling::AutoScaling;
use crate::availability::Uptime;
use crate::bill::Bill;
use crate::cloudwatch::CloudWatch;
use crate::dynamodb::DynamoDb;
use crate::ec2::{Ec2, defaults};
use crate::elbv2::Elbv2;
use crate::event::Event;
use crate::fact::{FactId, Facts, What};
use crate::fault::{Fault, Network};
use crate::fis::Fis;
use crate::region::{Region, RegionCode};
use crate::s3::S3;
use crate::services::Services;
use crate::simulation::{Advance, EventBudget};
use crate::sns::Sns;
use crate::workload::{RECORDS_KEPT, Record, Truth, Workload};

/// What a world is made from; all else comes through the door.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct World {
    /// The seed of every draw.
    pub seed: Seed,
    /// The account's Region.
    pub region: RegionCode,
    /// The app and its users.
    pub app: AppModel,
    /// vCPUs that the account may run.
    pub vcpu_quota: u32,
    /// Whether a launch that names no instance profile gets the directory's. AWS gives it none: this is for tests of other
    /// things.
    pub default_instance_profile: bool,
}

impl World {
    /// The course's world: us-east-2 and the employee directory.
    #[must_use]
    pub const fn new(seed: Seed) -> Self {
        Self {
            seed,
            region: RegionCode::UsEast2,
            app: AppModel::EMPLOYEE_DIRECTORY,
            vcpu_quota: defaults::VCPU_QUOTA,
            default_instance_profile: false,
        }
    }
}

/// One account in one Region under live traffic. Only a [`Simulation`](crate::Simulation) changes it; everybody else
/// reads.
#[derive(Clone, Debug)]
pub struct Cloud {
    /// What other services make of what happens.
    pub(crate) services: &'static Services,
    /// What it was made from.
    pub region: &'static Region,
    /// The app and its users.
    pub app: AppModel,
    /// Amazon EC2.
    pub ec2: Ec2,
    /// Elastic Load Balancing.
    pub elbv2: Elbv2,
    /// Amazon EC2 Auto Scaling.
    pub autoscaling: AutoScaling,
    /// Zonal shifts of load balancers.
    pub arc_zonal_shift: ArcZonalShift,
    /// Amazon CloudWatch.
    pub cloudwatch: CloudWatch,
    /// AWS Fault Injection Service.
    pub fis: Fis,
    /// Amazon SNS.
    pub sns: Sns,
    /// Amazon DynamoDB.
    pub dynamodb: DynamoDb,
    /// Amazon S3.
    pub s3: S3,
    /// How the services behind the app do, by [`Dependency`](crate::app::Dependency).
    pub dependencies: [DependencyState; 2],
    /// What the account costs.
    pub bill: Bill,
    /// How long at least one instance took requests.
    pub uptime: Uptime,
    /// Instances that take requests.
    pub(crate) open_doors: u32,
    /// The employees and their requests.
    pub workload: Workload,
    /// What the employees met.
    pub truth: Truth,
    /// The newest finished requests, whole.
    pub records: Log<Record>,
    /// Everything that became so, with its cause.
    pub facts: Facts,
    /// What of the network does not work.
    pub(crate) network: Network,
    pub(crate) faults: Vec<Fault>,
    pub(crate) seed: Seed,
    pub(crate) now: des::SimTime,
    pub(crate) events: EventList<Event>,
    /// Events that have happened so far.
    pub(crate) happened: u64,
    /// Outside inputs accepted so far: numbers the entries of the journal.
    pub(crate) inputs: u64,
    /// The fact of the input that is being taken in, once it is accepted.
    pub(crate) accepted: Option<FactId>,
}

impl Cloud {
    pub(crate) fn new(world: &World, services: &'static Services) -> Self {
        let region = world.region.region();
        let mut cloud = Self {
            services,
            region,
            app: world.app,
            ec2: Ec2::new(world, region),
            elbv2: Elbv2::default(),
            autoscaling: AutoScaling::default(),
            arc_zonal_shift: ArcZonalShift::default(),
            cloudwatch: CloudWatch::default(),
            fis: Fis::default(),
            sns: Sns::default(),
            dynamodb: DynamoDb::new(world.seed),
            s3: S3::new(),
            dependencies: [DependencyState::default(); 2],
            bill: Bill::default(),
            uptime: Uptime::default(),
            open_doors: 0,
            workload: Workload::new(world.seed),
            truth: Truth::default(),
            records: Log::bounded(RECORDS_KEPT),
            facts: Facts::default(),
            network: Network::default(),
            faults: Vec::new(),
            seed: world.seed,
            now: des::SimTime::ZERO,
            events: EventList::default(),
            happened: 0,
            inputs: 0,
            accepted: None,
        };
        (services.hire)(&mut cloud);
        cloud
    }

    /// The present.
    #[must_use]
    pub const fn now(&self) -> des::SimTime {
        self.now
    }

    /// How many events have happened since the beginning.
    #[must_use]
    pub const fn events_happened(&self) -> u64 {
        self.happened
    }

    /// How many outside inputs were accepted since the beginning.
    #[must_use]
    pub const fn inputs(&self) -> u64 {
        self.inputs
    }

    /// The seed of this run.
    #[must_use]
    pub const fn seed(&self) -> Seed {
        self.seed
    }

    /// Lets everything up to and including `until` happen, or as much as the budget allows; pauses only between two
    /// instants.
    pub(crate) fn advance_to(&mut self, until: des::SimTime, budget: EventBudget) -> Advance {
        for _ in 0..budget.0 {
            let Some(due) = self.events.pop_until(until) else {
                self.now = self.now.max(until);
                return Advance::Reached;
            };
            self.now = due.at;
            if self.events.has_preview() {
                self.workload.fetch(self.events.preview(), &self.ec2.stations);
            }
            self.happen(due);
        }
        self.finish_instant();
        Advance::Paused
    }

    /// Lets everything happen that belongs to the present instant.
    fn finish_instant(&mut self) {
        while let Some(due) = self.events.pop_until(self.now) {
            self.happen(due);
        }
    }

    /// The input being taken in has passed every check: from here on it changes things, and this fact is their cause.
    pub(crate) fn accept(&mut self) -> FactId {
        let fact = self
            .accepted
            .unwrap_or_else(|| self.facts.note(self.now, FactId::NONE, What::Input(self.inputs)));
        self.accepted = Some(fact);
        fact
    }
}
