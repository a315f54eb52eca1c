//! An account with nothing but instances and employees.

use api::ApiError;
use des::SimTime;

use crate::ec2::{InboundRule, Permission};
use crate::ids::{IdOf, id};
use crate::services::Services;
use crate::simulation::{Advance, EventBudget};
use crate::{Caller, Cloud, Handled, Simulation, World};

/// What can be set up by typed calls: a whole [`Simulation`], or a [`Plain`] account.
pub trait Account {
    /// Makes a call.
    ///
    /// # Errors
    /// AWS's code and message if it is refused.
    fn call<O: Handled>(&mut self, operation: O) -> Result<(), ApiError>;
    /// Lets time pass.
    fn advance_to(&mut self, until: SimTime, budget: EventBudget) -> Advance;
    /// The account, to read.
    fn cloud(&self) -> &Cloud;
}

/// An account for looking at: calls of EC2 and of the sandbox set it up, no journal is kept, and no other service is there.
#[derive(Clone, Debug)]
pub struct Plain {
    world: World,
    cloud: Cloud,
}

impl Plain {
    /// A new world at time zero.
    #[must_use]
    pub fn new(world: World) -> Self {
        Self {
            world,
            cloud: Cloud::new(&world, &Services::NONE),
        }
    }

    /// Lets everyone reach a TCP port of the instances that will be launched into the default security group, as a rule
    /// from anywhere does. Calls that write rules take more room than the start page has.
    pub fn let_everyone_reach(&mut self, port: u16) {
        let id = id(self.cloud.seed, IdOf::SecurityGroupRule, self.cloud.ec2.rules);
        self.cloud.ec2.rules += 1;
        self.cloud.ec2.security_groups[0].inbound.push(InboundRule {
            id,
            permission: Permission::everyone_to(port),
            description: None,
        });
    }

    /// What the world was made from.
    #[must_use]
    pub const fn world(&self) -> &World {
        &self.world
    }
}

impl Account for Plain {
    fn call<O: Handled>(&mut self, operation: O) -> Result<(), ApiError> {
        api::validate(O::OPERATION, &operation)?;
        operation.carry_out(&mut self.cloud)?;
        self.cloud.accept();
        self.cloud.accepted = None;
        self.cloud.inputs += 1;
        Ok(())
    }

    fn advance_to(&mut self, until: SimTime, budget: EventBudget) -> Advance {
        self.cloud.advance_to(until, budget)
    }

    fn cloud(&self) -> &Cloud {
        &self.cloud
    }
}

impl Account for Simulation {
    fn call<O: Handled>(&mut self, operation: O) -> Result<(), ApiError> {
        self.call(Caller::Lesson, operation)
    }

    fn advance_to(&mut self, until: SimTime, budget: EventBudget) -> Advance {
        self.advance_to(until, budget)
    }

    fn cloud(&self) -> &Cloud {
        self.cloud()
    }
}

#[cfg(test)]
mod tests {
    use api::ec2::RunInstancesInput;
    use api::sandbox::TrafficInput;
    use des::{Seed, SimDuration};

    use super::*;
    use crate::app::Door;
    use crate::ec2::{Image, InstanceState};

    fn set_up(account: &mut impl Account) {
        let launch = RunInstancesInput {
            image_id: Image::named("employee-directory").map(|image| image.id.to_owned()),
            instance_type: Some("t3.micro".to_owned()),
            min_count: Some(2),
            max_count: Some(2),
            ..RunInstancesInput::default()
        };
        account.call(launch).expect("there is room");
        let rate = Some(20.0);
        let traffic = TrafficInput {
            rate,
            ..TrafficInput::default()
        };
        account.call(traffic).expect("any rate will do");
        let until = SimTime::ZERO + SimDuration::from_secs(90);
        account.advance_to(until, EventBudget::UNLIMITED);
    }

    #[test]
    fn instances_and_employees_live_the_same_life_without_the_other_services() {
        let world = World::new(Seed(3));
        let (mut plain, mut whole) = (Plain::new(world), Simulation::new(world));
        set_up(&mut plain);
        set_up(&mut whole);
        let (plain, whole) = (plain.cloud(), Account::cloud(&whole));
        assert_eq!(plain.truth.ended, whole.truth.ended);
        assert!(plain.truth.ended_total() > 0);
        let states = |cloud: &Cloud| -> Vec<InstanceState> {
            cloud
                .ec2
                .instances
                .iter()
                .map(|instance| instance.state)
                .collect()
        };
        assert_eq!(states(plain), [InstanceState::Running; 2]);
        assert_eq!(states(plain), states(whole));
        assert!(plain.facts.iter().eq(whole.facts.iter()));
    }
    #[test]
    fn employees_reach_the_port_that_was_opened_and_no_other() {
        let door = |port| {
            let mut account = Plain::new(World::new(Seed(3)));
            account.let_everyone_reach(port);
            set_up(&mut account);
            account.cloud().ec2.stations[0].door
        };
        assert_eq!((door(80), door(443)), (Door::Open, Door::Silent));
    }
}
