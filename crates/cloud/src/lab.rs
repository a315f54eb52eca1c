//! A test bench around a simulation: short sentences in, short sentences out.

use std::fmt::Write as _;

use api::ec2::{
    AuthorizeSecurityGroupIngressInput, DescribeInstancesInput, Placement, RebootInstancesInput,
    RevokeSecurityGroupIngressInput, RunInstancesInput, StartInstancesInput, StopInstancesInput,
    TerminateInstancesInput,
};
use api::sandbox::{ClientsInput, FaultInput, TrafficInput};
use api::{ApiError, Call, Output};
use des::{Seed, SimDuration};

use crate::app::Door;
use crate::ec2::{Image, Instance, InstanceIndex, InstanceState};
use crate::fact::What;
use crate::{Caller, Cloud, EventBudget, Input, Simulation, World};

/// A simulation with short ways to do what tests do all the time.
#[derive(Clone, Debug)]
pub struct Lab {
    /// The simulation under test.
    pub simulation: Simulation,
}

impl Lab {
    /// The course's world with seed 1, its default security group open to the internet on port 80.
    #[must_use]
    pub fn new() -> Self {
        Self::of(World::new(Seed(1)))
    }

    /// Any world, its default security group open to the internet on port 80. A launch that names no instance profile gets the
    /// directory's, so that tests of other things need not speak of it.
    #[must_use]
    pub fn of(world: World) -> Self {
        Self::strict(World {
            default_instance_profile: true,
            ..world
        })
    }

    /// The same, but a launch has the instance profile that it names, or none, as on AWS.
    #[must_use]
    pub fn strict(world: World) -> Self {
        let mut lab = Self {
            simulation: Simulation::new(world),
        };
        lab.open_port_80("default");
        lab
    }

    /// The account, to read.
    #[must_use]
    pub fn cloud(&self) -> &Cloud {
        self.simulation.cloud()
    }

    /// Submits as the learner.
    ///
    /// # Errors
    /// What the door says.
    pub fn submit(&mut self, input: Input) -> Result<Output, ApiError> {
        self.simulation.submit(Caller::Learner, input)
    }

    /// Submits what must be accepted.
    ///
    /// # Panics
    /// If it is refused.
    pub fn must(&mut self, input: Input) -> Output {
        self.submit(input)
            .unwrap_or_else(|error| panic!("refused: {error}"))
    }

    /// Makes a call that must be accepted; its answer.
    ///
    /// # Panics
    /// If it is refused.
    pub fn make<I: api::Input>(&mut self, input: I) -> I::Answer {
        let answer = self.dare(input);
        answer.unwrap_or_else(|error| panic!("{} was refused: {error}", I::OPERATION.name))
    }

    /// Makes a call that may be refused; its answer.
    ///
    /// # Errors
    /// What the call is refused for.
    pub fn dare<I: api::Input>(&mut self, input: I) -> Result<I::Answer, ApiError> {
        let output = self.say(input.into())?;
        Ok(I::answer(output).expect("an operation answers with its own output"))
    }

    /// Asks what must be answered; the answer.
    ///
    /// # Panics
    /// If the call is refused, or changes something.
    pub fn look<I: api::Input>(&self, input: I) -> I::Answer {
        let Call::Read(call) = input.into() else {
            panic!("{} changes something", I::OPERATION.name);
        };
        let output = self.simulation.read(&call);
        let output = output.unwrap_or_else(|error| panic!("{} was refused: {error}", I::OPERATION.name));
        I::answer(output).expect("an operation answers with its own output")
    }

    fn say(&mut self, call: Call) -> Result<Output, ApiError> {
        match call {
            Call::Read(call) => self.simulation.read(&call),
            Call::Write(call) => self.submit(Input::Api(call)),
            Call::World(call) => self.submit(Input::World(call)),
        }
    }

    /// Calls any operation, as a learner would: `{id:0}` in the request stands for the id of the first instance.
    ///
    /// # Errors
    /// What the call is refused for.
    ///
    /// # Panics
    /// If there is no such operation, or the request is no JSON for it.
    pub fn call(&mut self, service: &str, operation: &str, request: &str) -> Result<Output, ApiError> {
        let operation = api::find(service, operation).expect("an operation of the model");
        let mut call = (operation.empty)();
        let request = self.with_ids(request);
        api::json::parse(&request, call.input_mut()).unwrap_or_else(|error| panic!("{request}: {error}"));
        self.say(call)
    }

    /// The answer of an operation of EC2, as one line of JSON; empty if it answers nothing.
    ///
    /// # Panics
    /// As for [`Lab::call`], and if it is refused.
    pub fn ask(&mut self, operation: &str, request: &str) -> String {
        let output = self
            .call("ec2", operation, request)
            .unwrap_or_else(|error| panic!("{operation} {request} was refused: {error}"));
        let line = |shape| api::json::compact(api::Value::Shape(shape));
        output.shape().map(line).unwrap_or_default()
    }

    fn with_ids(&self, request: &str) -> String {
        let instances = self.cloud().ec2.instances.iter().enumerate();
        instances.fold(request.to_owned(), |text, (place, instance)| {
            text.replace(&format!("{{id:{place}}}"), &instance.id)
        })
    }

    /// An instance as it truly is.
    #[must_use]
    pub fn instance(&self, index: InstanceIndex) -> &Instance {
        &self.cloud().ec2.instances[index.index()]
    }

    /// What a request meets at port 80 of an instance.
    #[must_use]
    pub fn door(&self, index: InstanceIndex) -> Door {
        self.cloud().ec2.stations[index.index()].door
    }

    /// Lets time pass, second by second, until an instance is in a state; how many seconds that took.
    ///
    /// # Panics
    /// If it is not after ten minutes.
    pub fn wait_for(&mut self, index: InstanceIndex, state: InstanceState) -> u64 {
        for seconds in 0..600 {
            if self.instance(index).state == state {
                return seconds;
            }
            self.pass_secs(1);
        }
        panic!("still {} after ten minutes", self.instance(index).state.name());
    }

    /// Lets an exact length of time pass.
    pub fn pass(&mut self, length: SimDuration) {
        let until = self.simulation.now() + length;
        self.simulation.advance_to(until, EventBudget::UNLIMITED);
    }

    /// Lets whole seconds pass.
    pub fn pass_secs(&mut self, seconds: u64) {
        self.pass(SimDuration::from_secs(seconds));
    }

    /// Launches `n` golden t3.micro in a zone, by its letter.
    pub fn launch(&mut self, n: u32, zone_letter: char) -> Vec<InstanceIndex> {
        self.launch_type(n, zone_letter, "t3.micro")
    }

    /// Launches `n` golden instances of a type in a zone, by its letter.
    ///
    /// # Panics
    /// If they do not fit.
    pub fn launch_type(&mut self, n: u32, zone_letter: char, instance_type: &str) -> Vec<InstanceIndex> {
        let before = self.cloud().ec2.instances.len();
        let zone = format!("{}{zone_letter}", self.cloud().region.name);
        self.must(run_instances("employee-directory", instance_type, n, &zone));
        self.cloud().ec2.indexes().skip(before).collect()
    }

    /// Launches `n` golden t3.micro in zone a, gives their addresses to the employees, and waits until the app is up.
    pub fn serving(&mut self, n: u32) -> Vec<InstanceIndex> {
        let instances = self.launch(n, 'a');
        self.give_clients(&instances);
        self.pass_secs(60);
        instances
    }

    /// Gives the employees the public addresses of instances.
    ///
    /// # Panics
    /// If one has none.
    pub fn give_clients(&mut self, instances: &[InstanceIndex]) {
        let address = |index: &InstanceIndex| {
            let ip = self.cloud().ec2.instances[index.index()].public_ip();
            ip.expect("an instance with a public address").to_string()
        };
        let endpoint = instances.iter().map(address).collect();
        self.make(ClientsInput { endpoint });
    }

    /// Sets a steady rate, in requests per second.
    pub fn traffic(&mut self, rate: f64) {
        self.make(TrafficInput {
            rate: Some(rate),
            ..TrafficInput::default()
        });
    }

    /// Breaks something on an instance.
    pub fn fault(&mut self, kind: &str, instance: InstanceIndex, length: Option<&str>) {
        let input = FaultInput {
            kind: Some(kind.to_owned()),
            instance_id: Some(self.id(instance)),
            duration: length.map(str::to_owned),
            ..FaultInput::default()
        };
        self.make(input);
    }

    /// Cuts the power of a zone, by its letter.
    pub fn outage(&mut self, zone_letter: char, length: Option<&str>) {
        let input = FaultInput {
            kind: Some("az-outage".to_owned()),
            zone: Some(format!("{}{zone_letter}", self.cloud().region.name)),
            duration: length.map(str::to_owned),
            ..FaultInput::default()
        };
        self.make(input);
    }

    /// Stops instances.
    pub fn stop(&mut self, instance: InstanceIndex) {
        let instance_ids = vec![self.id(instance)];
        self.make(StopInstancesInput {
            instance_ids,
            ..Default::default()
        });
    }

    /// Starts instances.
    pub fn start(&mut self, instance: InstanceIndex) {
        let instance_ids = vec![self.id(instance)];
        self.make(StartInstancesInput {
            instance_ids,
            ..Default::default()
        });
    }

    /// Reboots an instance.
    pub fn reboot(&mut self, instance: InstanceIndex) {
        let instance_ids = vec![self.id(instance)];
        self.make(RebootInstancesInput {
            instance_ids,
            ..Default::default()
        });
    }

    /// Terminates an instance.
    pub fn terminate(&mut self, instance: InstanceIndex) {
        let instance_ids = vec![self.id(instance)];
        self.make(TerminateInstancesInput {
            instance_ids,
            ..Default::default()
        });
    }

    /// Lets the internet reach port 80 of a security group's members.
    pub fn open_port_80(&mut self, group: &str) {
        let input = AuthorizeSecurityGroupIngressInput {
            group_name: Some(group.to_owned()),
            ip_protocol: Some("tcp".to_owned()),
            from_port: Some(80),
            to_port: Some(80),
            cidr_ip: Some("0.0.0.0/0".to_owned()),
            ..AuthorizeSecurityGroupIngressInput::default()
        };
        self.make(input);
    }

    /// Takes back what [`Lab::open_port_80`] did.
    pub fn shut_port_80(&mut self, group: &str) {
        let input = RevokeSecurityGroupIngressInput {
            group_name: Some(group.to_owned()),
            ip_protocol: Some("tcp".to_owned()),
            from_port: Some(80),
            to_port: Some(80),
            cidr_ip: Some("0.0.0.0/0".to_owned()),
            ..RevokeSecurityGroupIngressInput::default()
        };
        self.make(input);
    }

    /// The id of an instance.
    #[must_use]
    pub fn id(&self, instance: InstanceIndex) -> String {
        self.cloud().ec2.instances[instance.index()].id.clone()
    }

    /// The answer of `DescribeInstances`.
    ///
    /// # Panics
    /// If it is refused.
    #[must_use]
    pub fn describe_instances(&self) -> Vec<api::ec2::Instance> {
        let output = self.look(DescribeInstancesInput::default());
        output
            .reservations
            .into_iter()
            .flat_map(|r| r.instances)
            .collect()
    }

    /// Everything that became so, a line each: time and what.
    #[must_use]
    pub fn timeline(&self) -> String {
        let mut text = String::new();
        for (_, fact) in self.cloud().facts.iter() {
            let _ = writeln!(text, "{} {}", fact.at, line(fact.what));
        }
        text
    }
}

impl Default for Lab {
    fn default() -> Self {
        Self::new()
    }
}

/// A launch of golden or other images into a zone.
#[must_use]
pub fn run_instances(image: &str, instance_type: &str, n: u32, zone: &str) -> Input {
    let launch = RunInstancesInput {
        image_id: Image::named(image).map(|image| image.id.to_owned()),
        instance_type: Some(instance_type.to_owned()),
        min_count: Some(n.into()),
        max_count: Some(n.into()),
        placement: Some(Placement {
            availability_zone: Some(zone.to_owned()),
            ..Placement::default()
        }),
        ..RunInstancesInput::default()
    };
    Input::Api(launch.into())
}

fn line(what: What) -> String {
    match what {
        What::Input(number) => format!("input {number}"),
        What::InstanceState { instance, state } => format!("instance {} {}", instance.index(), state.name()),
        What::OsUp(instance) => format!("instance {} os up", instance.index()),
        What::OsDown(instance) => format!("instance {} os down", instance.index()),
        What::AppUp(instance) => format!("instance {} app up", instance.index()),
        What::AppDown(instance) => format!("instance {} app down", instance.index()),
        What::NoApp(instance) => format!("instance {} starts no app", instance.index()),
        What::AddressAssigned { address, instance } => {
            format!("instance {} has {}", instance.index(), address.ip())
        }
        What::AddressReleased { address, instance } => {
            format!("instance {} lost {}", instance.index(), address.ip())
        }
        What::TypeChanged(instance) => format!("instance {} has another type", instance.index()),
        What::GroupsChanged(instance) => format!("instance {} is in other groups", instance.index()),
        What::SecurityGroupChanged(group) => format!("security group {group} changed"),
        What::FaultBegan(fault) => format!("{} began", fault.id()),
        What::FaultEnded(fault) => format!("{} ended", fault.id()),
        What::CpuThrottled(instance) => format!("instance {} throttled", instance.index()),
        What::CpuUnthrottled(instance) => format!("instance {} at full speed", instance.index()),
        What::InstanceRecovered(instance) => format!("instance {} recovered", instance.index()),
        What::MemoryFull(instance) => format!("instance {} memory full", instance.index()),
        What::CapacityChanged(zone) => format!("zone {} capacity changed", zone.index()),
        What::QuotaChanged(vcpus) => format!("quota is {vcpus} vCPUs"),
        What::ZoneDark(zone) => format!("zone {} dark", zone.index()),
        What::ZoneLit(zone) => format!("zone {} lit", zone.index()),
        What::TrafficChanged => "traffic changed".to_owned(),
        What::ClientsChanged => "clients changed".to_owned(),
        What::Elbv2(what) => format!("{what:?}"),
        What::AutoScaling(what) => format!("{what:?}"),
        What::CloudWatch(what) => format!("{what:?}"),
        What::Fis(what) => format!("{what:?}"),
        What::ArcZonalShift(what) => format!("{what:?}"),
        What::DynamoDb(what) => format!("{what:?}"),
        What::S3(what) => format!("{what:?}"),
        What::ProfileChanged(instance) => format!("instance {} has another role", instance.index()),
        What::ReachChanged {
            instance,
            dependency,
            reach,
        } => format!("instance {} to {dependency:?}: {reach:?}", instance.index()),
        What::EndpointChanged(endpoint) => format!("endpoint {endpoint} changed"),
        What::SubnetChanged(zone) => format!("subnet of zone {} changed", zone.index()),
    }
}
