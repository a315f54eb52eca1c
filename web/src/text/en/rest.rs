//! English for what is told only where somebody asks "Why?".

use crate::text::happening::Rest;

pub(super) fn rest(what: Rest<'_>) -> String {
    match what {
        Rest::Called(true, operation) => format!("The scenario called {operation}."),
        Rest::Called(false, "Fault") => "You broke something, on purpose.".to_owned(),
        Rest::Called(false, "EndFault") => "You ended a fault.".to_owned(),
        Rest::Called(false, operation) => format!("You called {operation}."),
        Rest::Traffic => "The employees send at another rate.".to_owned(),
        Rest::Clients => "The employees use other addresses.".to_owned(),
        Rest::Quota(vcpus) => format!("The account may run {vcpus} vCPUs."),
        Rest::Capacity(zone) => format!("{zone} has room for another number of instances."),
        Rest::Subnet(zone) => format!("The subnet in {zone} handles public addresses otherwise."),
        Rest::ZoneDark(zone) => {
            format!("The lights go out in {zone}: instances and load balancer nodes there stop.")
        }
        Rest::FaultEnded(subject) => format!("{subject}: the fault is over."),
        Rest::AlarmCreated(name) => format!("The alarm {name} was made."),
        Rest::Action(experiment, status) => format!("An action of the experiment {experiment} is {status}."),
        Rest::Bucket(name, true) => format!("The bucket {name} was made."),
        Rest::Bucket(name, false) => format!("The bucket {name} was deleted."),
        Rest::SecurityGroup(id) => format!("The rules of the security group {id} changed."),
        Rest::Endpoint(id) => format!("The VPC endpoint {id} changed."),
        other => of_instance(other).unwrap_or_else(|| balancing(other)),
    }
}

fn of_instance(what: Rest<'_>) -> Option<String> {
    Some(match what {
        Rest::State(name, state) => format!("{name} is {state}."),
        Rest::OsUp(name) => format!("The operating system of {name} answers."),
        Rest::AddressGiven(name) => format!("{name} got a public address."),
        Rest::AddressTaken(name) => format!("{name} lost its public address."),
        Rest::TypeChanged(name) => format!("{name} has another instance type."),
        Rest::GroupsChanged(name) => format!("{name} is in other security groups."),
        Rest::ProfileChanged(name) => format!("{name} has another role, or none."),
        Rest::Reaches(name, service) => format!("{name} gets through to {service}."),
        Rest::Member(name, state) => format!("{name} is {state} in its group."),
        _ => return None,
    })
}

fn balancing(what: Rest<'_>) -> String {
    match what {
        Rest::BalancerCreated(name) => format!("The load balancer {name} is being provisioned."),
        Rest::BalancerDeleted(name) => format!("The load balancer {name} was deleted."),
        Rest::BalancerChanged(name) => format!("Settings of the load balancer {name} changed."),
        Rest::Check(zone, target, group, true) => {
            format!("The node in {zone} got a good answer from {target} for {group}.")
        }
        Rest::Check(zone, target, group, false) => {
            format!("The node in {zone} got no good answer from {target} for {group}.")
        }
        Rest::Registered(target, group) => format!("{target} was registered in {group}."),
        Rest::Deregistered(target, group) => format!("{target} is no longer registered in {group}."),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_has_a_sentence() {
        let all = [
            Rest::Called(true, "RunInstances"),
            Rest::Called(false, "Fault"),
            Rest::State("i", "pending"),
            Rest::Reaches("i", "S3"),
            Rest::Member("i", "Pending:Proceed"),
            Rest::Check("us-east-2a", "i", "web", false),
            Rest::BalancerChanged("web"),
            Rest::Registered("i", "web"),
            Rest::Deregistered("i", "web"),
            Rest::Action("EXP1", "failed"),
        ];
        for what in all {
            assert!(rest(what).ends_with('.'), "{what:?}");
        }
    }
}
