//! The model's account, as a lesson sees it.

use cloud::app::Door;
use cloud::ec2::{Boot, Image, Instance, InstanceIndex};
use cloud::workload::{Outcome, Span, YOU};
use cloud::{Caller, Cloud, Input, Simulation};
use des::{SimDuration, SimTime};

use crate::observed::{AppState, ClientSecond, InstanceState, Observed, SeenInstance};
use crate::vocabulary::Vocabulary;

impl Observed for Simulation {
    fn now(&self) -> SimTime {
        Self::now(self)
    }

    fn client_second(&self, second: u64) -> ClientSecond {
        let cloud = self.cloud();
        let span = cloud
            .truth
            .seconds_between(second, second + 1)
            .next()
            .unwrap_or_default();
        of_span(&span)
    }

    /// Records stand in the order in which requests ended.
    fn your_served_since(&self, from: SimTime) -> u64 {
        let records = self.cloud().records.iter().rev();
        let newest = records.take_while(|record| record.ended_at() > from);
        newest
            .filter(|record| record.id.office() == YOU && record.outcome.is_served())
            .count() as u64
    }

    fn instances(&self) -> Vec<SeenInstance> {
        self.cloud()
            .ec2
            .indexes()
            .map(|index| seen(self.cloud(), index))
            .collect()
    }

    fn endpoints(&self) -> Vec<String> {
        let endpoints = &self.cloud().workload.clients.endpoints;
        endpoints
            .iter()
            .map(|endpoint| endpoint.address.ip().to_string())
            .collect()
    }

    fn calls(&self, operation: &str) -> u64 {
        let by_learner = self
            .journal()
            .iter()
            .filter(|entry| entry.caller == Caller::Learner);
        by_learner
            .filter(|entry| action(&entry.input) == operation)
            .count() as u64
    }

    fn client_timeout(&self) -> SimDuration {
        self.cloud().app.client_timeout
    }

    fn image_id(&self, name: &str) -> Option<String> {
        Image::named(name).map(|image| image.id.to_owned())
    }

    fn subnet_id(&self, zone: &str) -> Option<String> {
        let cloud = self.cloud();
        cloud
            .region
            .zone_named(zone)
            .map(|zone| cloud.ec2.subnet_ids[zone.index()].clone())
    }
}

fn action(input: &Input) -> String {
    match input {
        Input::Api(call) => call.operation().action(),
        Input::World(call) => call.operation().action(),
    }
}

fn of_span(span: &Span) -> ClientSecond {
    let ended = |outcome: Outcome| u64::from(span.counts.ended[outcome as usize]);
    ClientSecond {
        served: ended(Outcome::Served),
        refused: ended(Outcome::ConnectionRefused),
        timed_out: ended(Outcome::TimedOut),
        reset: ended(Outcome::ConnectionReset),
        overloaded: ended(Outcome::Overloaded),
        error_from_behind: ended(Outcome::ErrorFromBehind),
        no_address: ended(Outcome::NoAddress),
    }
}

fn seen(cloud: &Cloud, index: InstanceIndex) -> SeenInstance {
    let instance = &cloud.ec2.instances[index.index()];
    SeenInstance {
        id: instance.id.clone(),
        state: state(instance),
        app: app(instance, cloud.ec2.stations[index.index()].door),
        image: instance.image.name.to_owned(),
        zone: cloud.region.zone(instance.zone).name.to_owned(),
        public_address: instance.public_ip().map(|ip| ip.to_string()),
        launched_at: instance.launched_at,
    }
}

/// Both sides use EC2's words.
fn state(instance: &Instance) -> InstanceState {
    InstanceState::from_word(instance.state.name()).unwrap_or(InstanceState::Terminated)
}

fn app(instance: &Instance, door: Door) -> AppState {
    match instance.boot {
        Boot::AppUp if !instance.os_answers() => AppState::Absent,
        Boot::AppUp if door == Door::Hung => AppState::Hung,
        Boot::AppUp => AppState::Answering,
        Boot::OsStarting | Boot::RunningUserData | Boot::AppStarting | Boot::Rebooting => AppState::Starting,
        Boot::Off | Boot::NoApp => AppState::Absent,
    }
}
