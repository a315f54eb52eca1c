//! Facts: every change of state that anyone could ask "why?" about, each with the fact that caused it.

use des::{Log, SimTime};

use crate::app::{Dependency, Reach};
use crate::ec2::{AddressIndex, InstanceIndex, InstanceState};
use crate::fault::FaultIndex;
use crate::region::ZoneIndex;
use crate::{arc_zonal_shift, autoscaling, cloudwatch, dynamodb, elbv2, fis, s3};

/// A fact's place in the order of all facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactId(pub(crate) u32);

impl FactId {
    /// No fact.
    pub const NONE: Self = Self(u32::MAX);

    /// The id, unless it is that of no fact.
    #[must_use]
    pub const fn some(self) -> Option<Self> {
        if self.0 == u32::MAX { None } else { Some(self) }
    }

    /// The number of the fact, from 0.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0 as u64
    }
}

/// Something that became so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// When.
    pub at: SimTime,
    /// The fact that led to it; none for an outside input.
    pub cause: FactId,
    /// What.
    pub what: What,
}

/// What became so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An outside input was accepted: the entry of the journal with this number.
    Input(u64),
    /// An instance came into a state.
    InstanceState {
        /// Which instance.
        instance: InstanceIndex,
        /// Its state from now on.
        state: InstanceState,
    },
    /// An instance's operating system answers.
    OsUp(InstanceIndex),
    /// An instance's operating system stopped answering.
    OsDown(InstanceIndex),
    /// The app on an instance listens on port 80.
    AppUp(InstanceIndex),
    /// The app on an instance stopped listening.
    AppDown(InstanceIndex),
    /// The operating system of an instance is up and will start no app: there is none, or its user data ran before.
    NoApp(InstanceIndex),
    /// A public address was given to an instance.
    AddressAssigned {
        /// Which address.
        address: AddressIndex,
        /// To which instance.
        instance: InstanceIndex,
    },
    /// A public address went back to AWS.
    AddressReleased {
        /// Which address.
        address: AddressIndex,
        /// From which instance.
        instance: InstanceIndex,
    },
    /// An instance's type was changed.
    TypeChanged(InstanceIndex),
    /// An instance is in other security groups.
    GroupsChanged(InstanceIndex),
    /// Rules of a security group changed.
    SecurityGroupChanged(u32),
    /// An instance in standard mode has too few CPU credits to work at full speed.
    CpuThrottled(InstanceIndex),
    /// An instance has CPU credits enough to work at full speed again.
    CpuUnthrottled(InstanceIndex),
    /// An instance whose host failed was moved to another.
    InstanceRecovered(InstanceIndex),
    /// A fault began.
    FaultBegan(FaultIndex),
    /// A fault ended.
    FaultEnded(FaultIndex),
    /// The memory of an instance is full: its operating system kills the app.
    MemoryFull(InstanceIndex),
    /// A zone has room for another number of instances.
    CapacityChanged(ZoneIndex),
    /// The account may have so many vCPUs running.
    QuotaChanged(u32),
    /// A zone lost its power.
    ZoneDark(ZoneIndex),
    /// A zone has its power again.
    ZoneLit(ZoneIndex),
    /// The employees send at another rate.
    TrafficChanged,
    /// The employees use other addresses.
    ClientsChanged,
    /// Something in Elastic Load Balancing.
    Elbv2(elbv2::What),
    /// Something in Amazon EC2 Auto Scaling.
    AutoScaling(autoscaling::What),
    /// Something in Amazon CloudWatch.
    CloudWatch(cloudwatch::What),
    /// Something in AWS Fault Injection Service.
    Fis(fis::What),
    /// Something of zonal shift.
    ArcZonalShift(arc_zonal_shift::What),
    /// Something in Amazon DynamoDB.
    DynamoDb(dynamodb::What),
    /// Something in Amazon S3.
    S3(s3::What),
    /// An instance got another instance profile, or lost the one it had.
    ProfileChanged(InstanceIndex),
    /// An instance's way to a dependency opened, or shut.
    ReachChanged {
        /// Which instance.
        instance: InstanceIndex,
        /// To what.
        dependency: Dependency,
        /// Whether it gets through from now on.
        reach: Reach,
    },
    /// A VPC endpoint was made, changed or deleted, by its place among all.
    EndpointChanged(u32),
    /// A subnet gives its instances a public address, or no longer.
    SubnetChanged(ZoneIndex),
}

impl What {
    /// The instance that something of EC2 happened to.
    #[must_use]
    pub const fn instance(self) -> Option<InstanceIndex> {
        match self {
            Self::InstanceState { instance, .. }
            | Self::OsUp(instance)
            | Self::OsDown(instance)
            | Self::AppUp(instance)
            | Self::AppDown(instance)
            | Self::NoApp(instance)
            | Self::AddressAssigned { instance, .. }
            | Self::AddressReleased { instance, .. }
            | Self::TypeChanged(instance)
            | Self::GroupsChanged(instance)
            | Self::CpuThrottled(instance)
            | Self::CpuUnthrottled(instance)
            | Self::InstanceRecovered(instance)
            | Self::MemoryFull(instance)
            | Self::ProfileChanged(instance)
            | Self::ReachChanged { instance, .. } => Some(instance),
            _ => None,
        }
    }
}

/// All facts, oldest first. They are few: control-plane changes, never requests.
#[derive(Clone, Debug, Default)]
pub struct Facts(Log<Fact>);

impl Facts {
    pub(crate) fn note(&mut self, at: SimTime, cause: FactId, what: What) -> FactId {
        FactId(u32::try_from(self.0.push(Fact { at, cause, what })).expect("fewer than 2³² facts"))
    }

    /// The fact with this id.
    #[must_use]
    pub fn get(&self, id: FactId) -> Option<&Fact> {
        self.0.get(id.number())
    }

    /// All facts from number `number` on, oldest first.
    pub fn from(&self, number: u64) -> impl DoubleEndedIterator<Item = (FactId, &Fact)> {
        (number.max(self.0.start())..self.0.end()).map(|number| {
            let fact = self.0.get(number).expect("between start and end");
            (FactId(number as u32), fact)
        })
    }

    /// All facts, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (FactId, &Fact)> {
        self.from(0)
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.0.end()
    }

    /// Takes all facts into a digest.
    pub(crate) fn add_to(&self, digest: &mut des::Digest, add: impl Fn(&mut des::Digest, &Fact)) {
        self.0.add_to(digest, add);
    }

    /// From the fact `id` back to the outside input that led to it, latest first.
    pub fn chain(&self, id: FactId) -> impl Iterator<Item = (FactId, &Fact)> {
        let mut next = id;
        std::iter::from_fn(move || {
            let fact = self.get(next.some()?)?;
            let id = std::mem::replace(&mut next, fact.cause);
            Some((id, fact))
        })
    }
}
