//! The prepared twin runs: they can be built, and what is changed makes the difference that they are there to show.

use cloud::{Caller, EventBudget, Seed, Simulation, World};
use des::SimDuration;
use history::{History, Measured, Twin};
use shell::{Account, NoFiles, Shell, Step};

const CHANGE: &str = "# change\n";
const BALANCER: &str = include_str!("../../web/src/session/contrasts/balancer.sh");

/// The sandbox's account, as far as the scripts need it.
const BEGINNING: &str = "aws ec2 create-security-group --group-name directory-web --description web\n\
    aws ec2 authorize-security-group-ingress --group-name directory-web --protocol tcp --port 80 --cidr 0.0.0.0/0\n";

struct Pair {
    b: Simulation,
    history: History,
    twin: Option<Twin>,
    shell: Shell,
}

impl Pair {
    /// The script's fleet, in two, with what is changed in B, ten minutes later.
    fn of(script: &str) -> [Measured; 2] {
        let script = [BALANCER, script].concat().replace("NUMBER", "1");
        let (prepare, change) = script.split_once(CHANGE).expect("two parts");
        let b = Simulation::new(World::new(Seed(7)));
        let mut pair = Self {
            history: History::begin(&b),
            b,
            twin: None,
            shell: Shell::new(),
        };
        pair.run(BEGINNING);
        pair.run(prepare);
        pair.twin = Some(Twin::part(&mut pair.history, &pair.b));
        pair.run(change);
        pair.run("sandbox wait 10m");
        pair.twin.expect("it was parted").outcome(&pair.b)
    }

    fn run(&mut self, script: &str) {
        self.shell.start(script);
        loop {
            let mut account = Account {
                simulation: &mut self.b,
                caller: Caller::Learner,
                files: &mut NoFiles,
            };
            let step = self.shell.step(&mut account);
            self.history.record(&self.b);
            match step {
                Step::Done => return,
                Step::Ran(ran) => assert_eq!((ran.exit, ran.stderr.as_str()), (0, ""), "{}", ran.command),
                Step::Waits { until } => {
                    let until = until.min(self.b.now() + SimDuration::from_secs(10));
                    self.history
                        .advance_to(&mut self.b, until, EventBudget::UNLIMITED);
                }
            }
            if let Some(twin) = &mut self.twin {
                twin.follow(&mut self.history, &self.b);
            }
        }
    }
}

fn share(measured: &Measured) -> f64 {
    measured.served_percent().expect("requests ended")
}

#[test]
fn without_cross_zone_balancing_the_lonely_instance_is_overrun() {
    let [a, b] = Pair::of(include_str!("../../web/src/session/contrasts/cross-zone.sh"));
    assert_eq!(a.failed, 0, "{a:?}");
    assert!(
        b.failed > 0 || b.p99_us > a.p99_us.map(|us| us * 3),
        "{a:?} {b:?}"
    );
}

#[test]
fn one_instance_in_each_zone_outlives_a_zone() {
    let [a, b] = Pair::of(include_str!("../../web/src/session/contrasts/zones.sh"));
    assert!(share(&b) > share(&a) + 10.0, "{a:?} {b:?}");
    assert!(a.unserved > SimDuration::from_mins(4), "{a:?}");
    assert!(b.unserved < SimDuration::from_mins(1), "{b:?}");
}

#[test]
fn without_a_grace_period_what_is_launched_is_ended_before_it_answers() {
    let [a, b] = Pair::of(include_str!("../../web/src/session/contrasts/grace.sh"));
    assert!(share(&a) > share(&b) || a.charged < b.charged, "{a:?} {b:?}");
}
