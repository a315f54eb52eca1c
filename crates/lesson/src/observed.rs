//! Exactly what a lesson reads of a running account: read-only, and nothing that depends on how fast it is played.

use des::{SimDuration, SimTime};
use jmespath::Json;
use shell::Question;

use crate::vocabulary::vocabulary;

/// A running account as a lesson sees it.
pub trait Observed {
    /// Model time now.
    fn now(&self) -> SimTime;

    /// What became of the employees' requests in the second that began `second` seconds after the world did. Called
    /// for each second once, soon after it is over.
    fn client_second(&self, second: u64) -> ClientSecond;

    /// How many of the learner's own requests were served after `from`, up to and including now.
    fn your_served_since(&self, from: SimTime) -> u64;

    /// Every instance, in the order of launch; terminated ones may be left out.
    fn instances(&self) -> Vec<SeenInstance>;

    /// The addresses that the employees were given.
    fn endpoints(&self) -> Vec<String>;

    /// How many inputs of the learner were accepted, since the world began.
    fn deeds(&self) -> u64;

    /// How often the learner called `operation` (as `ec2:RunInstances`) with success, since the world began.
    fn calls(&self, operation: &str) -> u64;

    /// How long an employee waits for an answer before giving up.
    fn client_timeout(&self) -> SimDuration;

    /// How long each served request took that came to an end at `from` or later and before now.
    fn latencies(&self, from: SimTime, each: &mut dyn FnMut(SimDuration));

    /// What an hour costs as things are, in US dollars.
    fn cost_per_hour(&self) -> f64;

    /// Everything charged since the world began, in US dollars.
    fn charged(&self) -> f64;

    /// The id, ARN or address of what is called `name`; nothing if there is none.
    fn named(&self, what: Named, name: &str) -> Option<String>;

    /// A command that only looks, read; nothing if it is none.
    fn question(&self, command: &str) -> Option<Question>;

    /// What it answers now; nothing if it is refused.
    fn answer(&self, question: &Question) -> Option<Json>;

    /// The answer of a command that only looks, and what its `--query` finds in it; nothing if it is refused.
    fn look(&self, command: &str) -> Option<Json> {
        self.answer(&self.question(command)?)
    }

    /// What `query` finds in the answer of a command that only looks; nothing if either is refused.
    fn find(&self, command: &str, query: &str) -> Option<Json> {
        jmespath::search(query, &self.look(command)?).ok()
    }
}

vocabulary! {
    /// What has a name in an account and is found by it. Of several with one name, the newest is meant.
    pub Named {
        /// Id of the instance with this tag `Name` that is not terminated.
        Instance = "instance",
        /// Public IPv4 address of that instance.
        Address = "address",
        /// Id of the image with this name.
        Image = "image",
        /// Id of the default subnet in this Availability Zone.
        Subnet = "subnet",
        /// Id of the security group with this name.
        SecurityGroup = "securityGroup",
        /// ARN of the target group with this name.
        TargetGroup = "targetGroup",
        /// ARN of the load balancer with this name.
        LoadBalancer = "loadBalancer",
        /// DNS name of the load balancer with this name.
        Dns = "dns",
        /// ARN of the first listener of the load balancer with this name.
        Listener = "listener",
        /// ARN of the topic with this name.
        Topic = "topic",
        /// Id of the default VPC, whatever name is given.
        Vpc = "vpc",
    }
}

/// What became of requests in one second; each is counted in the second in which it came to its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClientSecond {
    /// Answered well.
    pub served: u64,
    /// Nobody listened at the address.
    pub refused: u64,
    /// No answer in time.
    pub timed_out: u64,
    /// Cut off by an app or host that went down with the request in its hands.
    pub reset: u64,
    /// Turned away by a full instance.
    pub overloaded: u64,
    /// Failed because DynamoDB or S3 did.
    pub error_from_behind: u64,
    /// Not even sent, for want of an address.
    pub no_address: u64,
    /// Answered 502 by a load balancer.
    pub bad_gateway: u64,
    /// Answered 503 by a load balancer.
    pub unavailable: u64,
    /// Answered 504 by a load balancer.
    pub gateway_timeout: u64,
    /// Sent in it, whatever became of them later.
    pub sent: u64,
}

/// An instance as a lesson sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenInstance {
    /// `i-…`
    pub id: String,
    /// State in EC2's words.
    pub state: InstanceState,
    /// What its app does, in truth; EC2 does not know.
    pub app: AppState,
    /// Name of the image it was launched from.
    pub image: String,
    /// Its Availability Zone.
    pub zone: String,
    /// Its instance type.
    pub instance_type: String,
    /// Its tag `Name`.
    pub name: Option<String>,
    /// Whether a target group believes it healthy.
    pub is_healthy: bool,
    /// Its public IPv4 address, while it has one.
    pub public_address: Option<String>,
    /// When it was last launched or started.
    pub launched_at: SimTime,
}

vocabulary! {
    /// Instance states in EC2's words. Source: EC2 API Reference, InstanceState.
    pub InstanceState {
        /// Getting ready.
        Pending = "pending",
        /// Its host has powered it on; its app may still be starting.
        Running = "running",
        /// On its way to stopped.
        Stopping = "stopping",
        /// Off; can be started again.
        Stopped = "stopped",
        /// On its way to terminated.
        ShuttingDown = "shutting-down",
        /// Gone for good.
        Terminated = "terminated",
    }
}

vocabulary! {
    /// What the app on an instance does.
    pub AppState {
        /// There is none, or it is not running.
        Absent = "absent",
        /// It starts.
        Starting = "starting",
        /// It answers requests.
        Answering = "answering",
        /// It runs and answers nothing.
        Hung = "hung",
    }
}

impl ClientSecond {
    /// Requests that failed, for any cause.
    #[must_use]
    pub fn failed(self) -> u64 {
        self.refused
            + self.timed_out
            + self.reset
            + self.overloaded
            + self.error_from_behind
            + self.no_address
            + self.bad_gateway
            + self.unavailable
            + self.gateway_timeout
    }

    /// Requests that came to an end, well or badly.
    #[must_use]
    pub fn finished(self) -> u64 {
        self.served + self.failed()
    }
}

impl ClientSecond {
    /// Member by member, `combine` of both.
    fn zip(self, other: Self, combine: impl Fn(u64, u64) -> u64) -> Self {
        Self {
            served: combine(self.served, other.served),
            refused: combine(self.refused, other.refused),
            timed_out: combine(self.timed_out, other.timed_out),
            reset: combine(self.reset, other.reset),
            overloaded: combine(self.overloaded, other.overloaded),
            error_from_behind: combine(self.error_from_behind, other.error_from_behind),
            no_address: combine(self.no_address, other.no_address),
            bad_gateway: combine(self.bad_gateway, other.bad_gateway),
            unavailable: combine(self.unavailable, other.unavailable),
            gateway_timeout: combine(self.gateway_timeout, other.gateway_timeout),
            sent: combine(self.sent, other.sent),
        }
    }
}

impl std::ops::Add for ClientSecond {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.zip(other, |mine, theirs| mine + theirs)
    }
}

impl std::ops::Sub for ClientSecond {
    type Output = Self;
    fn sub(self, earlier: Self) -> Self {
        self.zip(earlier, u64::saturating_sub)
    }
}

impl SeenInstance {
    /// Whether it is there or coming, rather than stopped or on its way out.
    #[must_use]
    pub fn is_coming_or_there(&self) -> bool {
        matches!(self.state, InstanceState::Pending | InstanceState::Running)
    }
}
