//! AWS Fault Injection Service: experiment templates, and the experiments that are made from them.
//!
//! A template is checked when it is made ([`check`]); an experiment resolves its targets ([`target`]) and does its actions
//! one after the other or side by side ([`run`], [`act`]). What is broken, [`crate::fault`] breaks.

mod act;
mod catalog;
mod check;
mod deed;
pub mod defaults;
mod duration;
mod event;
mod fact;
pub(crate) mod operations;
mod run;
mod target;

use api::Map;
use api::fis::{ActionSpec, StopCondition, Target};
use des::{SimTime, Stream, Ticket};

pub(crate) use deed::Deed;
pub(crate) use event::Event;
pub use fact::What;
pub(crate) use target::Resource;

use crate::Cloud;
use crate::ec2::defaults::ACCOUNT_ID;
use crate::ec2::{InstanceIndex, Tags};
use crate::fact::FactId;
use crate::fault::FaultIndex;

const ID: Stream = Stream::named("fis/id");
/// The letters of an id.
const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789";

/// The account's FIS.
#[derive(Clone, Debug, Default)]
pub struct Fis {
    /// All templates ever made.
    pub(crate) all_templates: Vec<Template>,
    /// All experiments ever started, by [`ExperimentIndex`].
    pub experiments: Vec<Experiment>,
}

/// An experiment, by the order in which they were started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExperimentIndex(pub(crate) u32);

impl ExperimentIndex {
    /// As an index into the list of experiments.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What an experiment is to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Spec {
    /// What it is for.
    pub description: String,
    /// What stops it.
    pub stop_conditions: Vec<StopCondition>,
    /// What may be broken.
    pub targets: Map<Target>,
    /// What is done.
    pub actions: Map<ActionSpec>,
    /// The role that it acts as.
    pub role_arn: String,
    /// Whether actions without targets are skipped; otherwise the experiment fails.
    pub skips_empty: bool,
}

/// An experiment template.
#[derive(Clone, Debug)]
pub(crate) struct Template {
    pub(crate) id: String,
    pub(crate) spec: Spec,
    pub(crate) created: SimTime,
    pub(crate) updated: SimTime,
    pub(crate) tags: Tags,
    pub(crate) token: String,
    pub(crate) deleted: bool,
}

/// How far an experiment or an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Asked for.
    Pending,
    /// It looks for its targets.
    Initiating,
    /// It goes on.
    Running,
    /// It has done what it was to do.
    Completed,
    /// It is being stopped.
    Stopping,
    /// It was stopped.
    Stopped,
    /// It could not do what it was to do.
    Failed,
    /// It was stopped before it began.
    Cancelled,
    /// It had nothing to do.
    Skipped,
}

impl Status {
    /// AWS's word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Initiating => "initiating",
            Self::Running => "running",
            Self::Completed => "completed",
            Self::Stopping => "stopping",
            Self::Stopped => "stopped",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::Skipped => "skipped",
        }
    }

    /// Whether it stays so.
    #[must_use]
    pub const fn is_final(self) -> bool {
        !matches!(
            self,
            Self::Pending | Self::Initiating | Self::Running | Self::Stopping
        )
    }
}

/// An experiment.
#[derive(Clone, Debug)]
pub struct Experiment {
    /// `EXP…`.
    pub id: String,
    /// The id of its template.
    pub template: String,
    /// What it is to do.
    pub spec: Spec,
    /// How far it is.
    pub status: Status,
    /// The same in a sentence.
    pub reason: String,
    /// When it was asked for.
    pub created: SimTime,
    /// When it began.
    pub started: Option<SimTime>,
    /// When it ended.
    pub ended: Option<SimTime>,
    /// What it does, by name.
    pub actions: Vec<Action>,
    /// The newest fact about it.
    pub cause: FactId,
    pub(crate) tags: Tags,
    pub(crate) token: String,
    /// Whether it only resolves its targets.
    pub(crate) skips_actions: bool,
    /// What it will be once it has stopped, and why.
    pub(crate) end: (Status, String),
    pub(crate) step: Ticket,
}

/// An action of an experiment.
#[derive(Clone, Debug)]
pub struct Action {
    /// Its name in the template.
    pub name: String,
    /// How far it is.
    pub status: Status,
    /// The same in a sentence.
    pub reason: String,
    /// When it began.
    pub started: Option<SimTime>,
    /// When it ended.
    pub ended: Option<SimTime>,
    pub(crate) deed: Deed,
    pub(crate) resources: Vec<Resource>,
    /// What it has broken.
    pub(crate) faults: Vec<FaultIndex>,
    /// What it has stopped and will start again.
    pub(crate) stopped: Vec<InstanceIndex>,
    pub(crate) due: Ticket,
}

impl Fis {
    /// The templates that are there, by their places among all.
    pub(crate) fn templates(&self) -> impl Iterator<Item = (usize, &Template)> {
        let all = self.all_templates.iter().enumerate();
        all.filter(|(_, template)| !template.deleted)
    }

    /// The experiment with this id.
    #[must_use]
    pub fn experiment_with_id(&self, id: &str) -> Option<ExperimentIndex> {
        let place = self
            .experiments
            .iter()
            .position(|experiment| experiment.id == id)?;
        Some(ExperimentIndex(place as u32))
    }

    /// An experiment.
    #[must_use]
    pub fn experiment(&self, index: ExperimentIndex) -> &Experiment {
        &self.experiments[index.index()]
    }
}

impl Cloud {
    /// An ARN of this service: `kind` is `experiment`, `experiment-template` or `action`.
    pub(crate) fn fis_arn(&self, kind: &str, id: &str) -> String {
        format!("arn:aws:fis:{}:{ACCOUNT_ID}:{kind}/{id}", self.region.name)
    }

    /// The id of the template or experiment with this number.
    pub(crate) fn fis_id(&self, prefix: &str, number: usize) -> String {
        let kind = u64::from(prefix.as_bytes()[2]);
        let mut draw = self.seed.draw(ID, kind, number as u64);
        let letter = |_| char::from(LETTERS[draw.below(LETTERS.len() as u64) as usize]);
        let letters: String = (0..defaults::ID_LETTERS).map(letter).collect();
        format!("{prefix}{letters}")
    }
}
