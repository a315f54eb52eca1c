//! The sandbox as it is found: one instance of the directory under traffic, set up by the same lines as a lesson.

use api::Call;
use cli::Line;
use cloud::{Caller, EventBudget, Input, Seed, Simulation, World};

const SEED: u64 = 7;

const SET_UP: [&str; 8] = [
    "aws ec2 create-security-group --group-name directory-web --description 'HTTP from everywhere'",
    "aws ec2 authorize-security-group-ingress --group-name directory-web --protocol tcp --port 80 --cidr 0.0.0.0/0",
    "aws ec2 run-instances --image-id {{image:employee-directory}} --instance-type t3.micro --count 1 --subnet-id {{subnet:us-east-2a}} --security-groups directory-web",
    "aws ec2 create-tags --resources {{newInstance}} --tags Key=Name,Value=directory-1",
    "sandbox wait 45s",
    "sandbox clients --endpoint {{newAddress}}",
    "sandbox traffic --rate 42",
    "sandbox wait 15s",
];

/// The account at the beginning.
pub(super) fn sandbox(seed: Option<u64>) -> Simulation {
    let mut simulation = Simulation::new(World::new(Seed(seed.unwrap_or(SEED))));
    for line in SET_UP {
        let line = lesson::fill_line(line, &simulation).expect("the lines come in an order that fills them");
        match cli::parse(&line).expect("the lines are well formed") {
            Some(Line::Call(call)) => submit(&mut simulation, call),
            Some(Line::Wait(length)) => {
                simulation.advance_to(simulation.now() + length, EventBudget::UNLIMITED);
            }
            None => {}
        }
    }
    simulation
}

fn submit(simulation: &mut Simulation, call: Call) {
    let input = match call {
        Call::Write(call) => Input::Api(call),
        Call::World(call) => Input::World(call),
        Call::Read(_) => return,
    };
    simulation
        .submit(Caller::Lesson, input)
        .expect("a new account takes these lines");
}
