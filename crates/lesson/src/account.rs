//! The model's account, as a lesson sees it.

use std::collections::BTreeSet;

use cloud::app::Door;
use cloud::ec2::{Boot, Instance, InstanceIndex};
use cloud::elbv2::{Target, TargetState};
use cloud::workload::{Outcome, Span, YOU};
use cloud::{Caller, Cloud, Input, Simulation};
use des::{SimDuration, SimTime};
use jmespath::Json;
use shell::{Looking, Question};

use crate::named;
use crate::observed::{AppState, ClientSecond, InstanceState, Named, Observed, SeenInstance};
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
        let (cloud, healthy) = (self.cloud(), healthy(self.cloud()));
        cloud
            .ec2
            .indexes()
            .map(|index| seen(cloud, index, healthy.contains(&index.index())))
            .collect()
    }

    fn endpoints(&self) -> Vec<String> {
        let endpoints = &self.cloud().workload.clients.endpoints;
        endpoints
            .iter()
            .map(|endpoint| match endpoint.balancer {
                Some(_) => endpoint.text.clone(),
                None => endpoint.address.ip().to_string(),
            })
            .collect()
    }

    fn deeds(&self) -> u64 {
        let inputs = self.journal().iter();
        inputs.filter(|entry| entry.caller == Caller::Learner).count() as u64
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

    /// Records stand in the order in which requests ended.
    fn latencies(&self, from: SimTime, each: &mut dyn FnMut(SimDuration)) {
        let ended = self.cloud().records.iter().rev();
        let in_time = ended.skip_while(|record| record.ended_at() >= self.now());
        let newest = in_time.take_while(|record| record.ended_at() >= from);
        newest
            .filter(|record| record.outcome.is_served())
            .for_each(|record| each(SimDuration::from_micros(record.ended.into())));
    }

    fn cost_per_hour(&self) -> f64 {
        self.cloud().projected_rate().per_hour().dollars()
    }

    fn charged(&self) -> f64 {
        self.cloud().charged().dollars()
    }

    fn named(&self, what: Named, name: &str) -> Option<String> {
        named::find(self, what, name)
    }

    fn question(&self, command: &str) -> Option<Question> {
        Question::read(command, self.cloud().region.name).ok()
    }

    fn answer(&self, question: &Question) -> Option<Json> {
        question.ask(&mut Looking(self)).ok()
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
        bad_gateway: ended(Outcome::BadGateway),
        unavailable: ended(Outcome::Unavailable),
        gateway_timeout: ended(Outcome::GatewayTimeout),
        sent: span.sent_total().into(),
    }
}

fn seen(cloud: &Cloud, index: InstanceIndex, is_healthy: bool) -> SeenInstance {
    let instance = &cloud.ec2.instances[index.index()];
    SeenInstance {
        id: instance.id.clone(),
        state: state(instance),
        app: app(instance, cloud.ec2.stations[index.index()].inner),
        image: instance.image.name.to_owned(),
        zone: cloud.region.zone(instance.zone).name.to_owned(),
        instance_type: instance.instance_type.name.to_owned(),
        name: instance.tag("Name").map(str::to_owned),
        is_healthy,
        public_address: instance.public_ip().map(|ip| ip.to_string()),
        launched_at: instance.launched_at,
    }
}

/// The instances that any target group takes for healthy, by their indexes.
fn healthy(cloud: &Cloud) -> BTreeSet<usize> {
    let state = |target: &Target| target.health(cloud.now()).map(|health| health.state);
    let targets = cloud.elbv2.targets.iter();
    targets
        .filter(|target| state(target) == Some(TargetState::Healthy))
        .map(|target| target.instance.index())
        .collect()
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
