//! English for what happens: a few words for the track of time, and a sentence.

use super::rest::rest;
use crate::text::happening::{Balancing, Because, Happening, Ill, OfInstance, OfService, Scaling};

/// The words of a mark, and its sentence.
pub(super) fn happening(happening: &Happening<'_>) -> (String, String) {
    match *happening {
        Happening::Own(operation) => own(operation),
        Happening::Instance(name, what) => of_instance(name, what),
        Happening::FaultBegan(kind, subject) => (format!("{kind} {subject}"), began(kind, subject)),
        Happening::FaultEnded(kind, subject) => (
            format!("{kind} over"),
            format!("{subject}: the fault {kind} is over."),
        ),
        Happening::ZoneLit(zone) => (
            format!("{zone} lit"),
            format!("{zone} has its power again. What runs there starts anew."),
        ),
        Happening::Balancing(what) => balancing(what),
        Happening::Scaling(group, what) => scaling(group, what),
        Happening::Alarm(name, state) => alarm(name, state),
        Happening::Experiment(id, status) => (
            format!("experiment {status}"),
            format!("The experiment {id} is {status}."),
        ),
        Happening::Shift(resource, zone, status) => shift(resource, zone, status),
        Happening::Service(name, what) => of_service(name, what),
        Happening::Rest(what) => (String::new(), rest(what)),
        Happening::Announced(sentence) => ("announced".to_owned(), (*sentence).to_owned()),
        Happening::GoalMet(sentence) => ("goal met".to_owned(), format!("Goal met: {sentence}.")),
    }
}

fn own(operation: &str) -> (String, String) {
    let did = match operation {
        "Request" => "sent requests",
        "Traffic" => "set the traffic",
        "Clients" => "gave addresses",
        "Capacity" => "set how much room there is",
        "Quota" => "set the quota of vCPUs",
        "RunInstances" => "launched",
        "StartInstances" => "started",
        "StopInstances" => "stopped",
        "RebootInstances" => "rebooted",
        "TerminateInstances" => "terminated",
        other => return (format!("you: {other}"), format!("You called {other}.")),
    };
    (format!("you {did}"), format!("You {did}."))
}

fn of_instance(name: &str, what: OfInstance) -> (String, String) {
    match what {
        OfInstance::State(state) => (format!("{name} {state}"), format!("{name} is {state}.")),
        OfInstance::OsDown => (
            format!("{name} silent"),
            format!("The operating system of {name} answers no more."),
        ),
        OfInstance::AppUp => (
            format!("{name} answers"),
            format!("The app on {name} answers requests."),
        ),
        OfInstance::AppDown => (
            format!("{name}: app down"),
            format!("The app on {name} has stopped. Connections are refused."),
        ),
        OfInstance::NoApp => (
            format!("{name}: no app"),
            format!("{name} is up, and nothing on it starts an app."),
        ),
        OfInstance::MemoryFull => (
            format!("{name}: memory full"),
            format!("The memory of {name} is full. Its operating system kills the app."),
        ),
        OfInstance::Throttled => (
            format!("{name}: no credits"),
            format!("{name} has used up its CPU credits and works at its baseline."),
        ),
        OfInstance::Unthrottled => (
            format!("{name}: credits"),
            format!("{name} has CPU credits again and works at full speed."),
        ),
        OfInstance::Recovered => (
            format!("{name} recovered"),
            format!("{name} was moved to another host and starts anew there."),
        ),
        OfInstance::Unreached(service, true) => (
            format!("{service}: denied"),
            format!("{service} tells {name} AccessDenied: its role does not allow it."),
        ),
        OfInstance::Unreached(service, false) => (
            format!("{service}: no way"),
            format!("{name} has no way to {service}: neither a public address nor a VPC endpoint."),
        ),
    }
}

fn began(kind: &str, subject: &str) -> String {
    match kind {
        "az-outage" => format!("{subject} has lost its power. Everything in it is silent."),
        "instance-crash" => format!("The operating system of {subject} has crashed."),
        "app-hang" => format!("The app on {subject} hangs: it takes requests and answers none."),
        "app-crash" => format!("The app on {subject} has died."),
        "host-failure" => format!("The host under {subject} has failed. Only a move to another host helps."),
        "memory-leak" => format!("The app on {subject} leaks memory, until there is none left."),
        "az-grey" => format!("Packets into and out of {subject} get lost or come late; no check shows it."),
        "insufficient-capacity" => format!("{subject} has no room for more instances of a type."),
        "launch-errors" => {
            format!("Launches in {subject} fail: an experiment pretends that there is no room.")
        }
        "network-disconnected" => {
            format!("The subnet in {subject} is cut off, as far as the experiment says.")
        }
        "cpu-stress" => format!("Other work uses the vCPUs of {subject}."),
        _ => format!("{subject} works more slowly than it should."),
    }
}

fn balancing(what: Balancing<'_>) -> (String, String) {
    match what {
        Balancing::Active(name) => (
            format!("{name} active"),
            format!("The load balancer {name} is active: DNS answers with its nodes."),
        ),
        Balancing::DnsChanged(name) => (
            format!("{name}: DNS"),
            format!("DNS answers with other nodes of {name}."),
        ),
        Balancing::Target(instance, group, state) => (
            format!("{instance} {state}"),
            format!("The target group {group} sees {instance} as {state}."),
        ),
        Balancing::Anomaly(instance, group, true) => (
            format!("{instance} anomalous"),
            format!("In {group}, {instance} fails more than its peers."),
        ),
        Balancing::Anomaly(instance, group, false) => (
            format!("{instance} normal"),
            format!("In {group}, {instance} no longer fails more than its peers."),
        ),
    }
}

fn scaling(group: &str, what: Scaling<'_>) -> (String, String) {
    match what {
        Scaling::Desired(from, to, why) => (
            format!("{group} {from} → {to}"),
            format!(
                "{group} should have {} instead of {from}{}.",
                instances(to),
                because(why)
            ),
        ),
        Scaling::Launches(name, why) => (
            format!("{group} launches"),
            format!("{group} launches {name}{}.", because(why)),
        ),
        Scaling::Terminates(name, why) => (
            format!("{group} ends {name}"),
            format!("{group} terminates {name}{}.", because(why)),
        ),
        Scaling::Replaces(name) => (
            format!("{group} replaces {name}"),
            format!("{group} takes {name} out and launches another in its place."),
        ),
        Scaling::Unhealthy(name, ill) => (
            format!("{name} unhealthy"),
            format!("{group} believes that {name} is unhealthy{}.", illness(ill)),
        ),
        other => member(group, other),
    }
}

fn member(group: &str, what: Scaling<'_>) -> (String, String) {
    match what {
        Scaling::InService(name) => (
            format!("{name} in service"),
            format!("{name} is in service in {group}."),
        ),
        Scaling::Held(name) => (
            format!("{name} waits"),
            format!("A lifecycle hook of {group} holds {name}."),
        ),
        Scaling::Standby(name) => (
            format!("{name} standby"),
            format!("{name} is in standby: {group} keeps it out of service."),
        ),
        Scaling::Detached(name) => (
            format!("{name} detached"),
            format!("{name} has left {group} and runs on."),
        ),
        Scaling::Scheduled(action) => (
            format!("{action} ran"),
            format!("The scheduled action {action} of {group} ran."),
        ),
        Scaling::Refresh(status) => (
            format!("refresh {status}"),
            format!("The instance refresh of {group} is {status}."),
        ),
        _ => (String::new(), String::new()),
    }
}

fn instances(count: u32) -> String {
    match count {
        1 => "1 instance".to_owned(),
        _ => format!("{count} instances"),
    }
}

fn because(why: Because<'_>) -> String {
    match why {
        Because::You(operation) => format!(", because you called {operation}"),
        Because::Alarm(alarm) => format!(", because of the alarm {alarm}"),
        Because::Schedule(action) => format!(", because the scheduled action {action} ran"),
        Because::Wanted(count) => format!(", because it should have {}", instances(count)),
        Because::Replaced(name) => format!(", because it replaces {name}"),
        Because::Refresh => ", because of an instance refresh".to_owned(),
        Because::Itself => String::new(),
    }
}

fn illness(ill: Ill) -> &'static str {
    match ill {
        Ill::NotRunning => ": EC2 does not run it",
        Ill::StatusCheck => ": an EC2 status check fails",
        Ill::Volume => ": a volume of it is impaired",
        Ill::LoadBalancer => ": a load balancer found it so",
        Ill::User => ": somebody said so",
        Ill::Unknown => "",
    }
}

fn alarm(name: &str, state: &str) -> (String, String) {
    let state = match state {
        "OK" => "OK",
        "ALARM" => "in alarm",
        _ => "without enough data",
    };
    (format!("{name} {state}"), format!("The alarm {name} is {state}."))
}

fn shift(resource: &str, zone: &str, status: &str) -> (String, String) {
    match status {
        "ACTIVE" => (
            format!("shift from {zone}"),
            format!("{resource} keeps away from {zone}: a zonal shift began."),
        ),
        "EXPIRED" => (
            "shift over".to_owned(),
            format!("The zonal shift of {resource} away from {zone} has expired."),
        ),
        _ => (
            "shift ended".to_owned(),
            format!("The zonal shift of {resource} away from {zone} was canceled."),
        ),
    }
}

fn of_service(name: &str, what: OfService) -> (String, String) {
    let kind = |writes: bool| if writes { "writes" } else { "reads" };
    match what {
        OfService::Table(state) => (format!("{name} {state}"), format!("The table {name} is {state}.")),
        OfService::TableGone => (format!("{name} gone"), format!("The table {name} is deleted.")),
        OfService::Throttling(writes) => (
            format!("{name} throttles"),
            format!(
                "The table {name} turns {} away: its capacity is used up.",
                kind(writes)
            ),
        ),
        OfService::SlowDown(writes) => (
            format!("{name} slow down"),
            format!("The bucket {name} answers SlowDown to {}.", kind(writes)),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(what: Happening<'_>) -> String {
        happening(&what).1
    }

    #[test]
    fn a_group_says_why_it_acts() {
        let why = Because::Alarm("cpu-high");
        assert_eq!(
            sentence(Happening::Scaling("app-asg", Scaling::Desired(2, 4, why))),
            "app-asg should have 4 instances instead of 2, because of the alarm cpu-high."
        );
        assert_eq!(
            sentence(Happening::Scaling(
                "app-asg",
                Scaling::Launches("i-0a", Because::Wanted(1))
            )),
            "app-asg launches i-0a, because it should have 1 instance."
        );
    }

    #[test]
    fn every_happening_has_words_and_a_sentence() {
        let all = [
            Happening::Scaling("g", Scaling::Refresh("Baking")),
            Happening::Scaling("g", Scaling::Unhealthy("i", Ill::StatusCheck)),
            Happening::Balancing(Balancing::Target("i", "t", "unhealthy")),
            Happening::Instance("i", OfInstance::Unreached("S3", false)),
            Happening::Service("Employees", OfService::Throttling(true)),
            Happening::Shift("alb", "us-east-2a", "ACTIVE"),
            Happening::Alarm("a", "INSUFFICIENT_DATA"),
        ];
        for what in all {
            let (label, sentence) = happening(&what);
            assert!(!label.is_empty() && sentence.ends_with('.'), "{what:?}");
        }
    }
}
