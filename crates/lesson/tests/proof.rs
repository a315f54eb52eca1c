//! The first lesson proven on the model: its solutions meet every goal at every speed, doing nothing meets none, and each
//! wrong way is recognised and fails what it must.

use api::Call;
use cloud::{Caller, EventBudget, Input, Simulation};
use des::{SimDuration, SimTime};
use lesson::format::{Body, Decoy};
use lesson::view::{GoalState, StepView};
use lesson::{Lesson, Line, News, Prediction, Runner, load, set_up};

const SEEDS: u64 = 20;
/// Lengths of model time between two frames of a page: slowed down, as in life, and fast.
const FRAMES: [SimDuration; 3] = [
    SimDuration::from_micros(1_667),
    SimDuration::from_micros(16_667),
    SimDuration::from_millis(5_000),
];

/// A learner at a page.
struct Player {
    simulation: Simulation,
    runner: Runner,
    frame: SimDuration,
    news: Vec<News>,
}

impl Player {
    fn begin(seed: u64, frame: SimDuration) -> Self {
        let lesson = first_lesson(seed);
        let simulation = set_up(&lesson).unwrap_or_else(|trouble| panic!("{trouble}"));
        let runner = Runner::begin(lesson, &simulation);
        Self {
            simulation,
            runner,
            frame,
            news: Vec::new(),
        }
    }

    /// Lets time pass frame by frame, as a page does, and stops for every check.
    fn wait(&mut self, length: SimDuration) {
        let end = self.simulation.now() + length;
        let mut frame_end = self.simulation.now();
        while self.simulation.now() < end {
            frame_end = (frame_end + self.frame).min(end);
            self.pass_until(frame_end);
        }
    }

    fn pass_until(&mut self, until: SimTime) {
        while self.simulation.now() < until {
            let stop = self.runner.next_check(self.simulation.now()).min(until);
            self.simulation.advance_to(stop, EventBudget::UNLIMITED);
            self.news.extend(self.runner.check(&self.simulation));
        }
    }

    /// Plays a line as the learner would type it. Returns what is said to a call that is not taken.
    fn play(&mut self, line: &Line) -> Result<(), String> {
        let text = self.runner.fill_line(&line.text, &self.simulation)?;
        match cli::parse(&text)
            .map_err(|error| error.to_string())?
            .expect("a command")
        {
            cli::Line::Wait(length) => self.wait(length),
            cli::Line::Call(call) => self.submit(call)?,
        }
        Ok(())
    }

    fn submit(&mut self, call: Call) -> Result<(), String> {
        self.runner
            .allows(&call.operation().action())
            .map_err(|refusal| refusal.reason)?;
        let input = match call {
            Call::Write(call) => Input::Api(call),
            Call::World(call) => Input::World(call),
            Call::Read(_) => return Ok(()),
        };
        self.simulation
            .submit(Caller::Learner, input)
            .map(drop)
            .map_err(|error| error.to_string())
    }

    fn play_all(&mut self, lines: &[Line]) {
        for line in lines {
            self.play(line)
                .unwrap_or_else(|reason| panic!("{}: {reason}", line.text));
        }
    }

    fn view(&self) -> StepView {
        self.runner.view(&self.simulation).step
    }

    /// Answers what the step asks and plays its solution.
    fn solve_step(&mut self) {
        let step = self.runner.step().clone();
        self.play_all(&step.solution);
        match &step.body {
            Body::Judge(judge) => judge
                .items
                .iter()
                .for_each(|item| self.runner.answer(Some(&item.id), &item.answer)),
            Body::Predict(_) => assert!(self.runner.predict(prediction())),
            body => {
                let first = body
                    .question()
                    .and_then(|question| question.choices.first())
                    .map(|choice| choice.id.clone());
                first.iter().for_each(|choice| self.runner.answer(None, choice));
            }
        }
    }

    fn solve_until(&mut self, id: &str) {
        while self.runner.step().id != id {
            self.solve_step();
            let left = self.view().still_to_do;
            assert!(
                self.runner.next(&self.simulation),
                "{}: {left:?}",
                self.runner.step().id
            );
        }
    }

    fn met(&self, goal: &str) -> bool {
        self.view()
            .goals
            .iter()
            .any(|view| view.id == goal && view.state == GoalState::Met)
    }
}

fn prediction() -> Prediction {
    Prediction {
        choice: Some("nobody".to_owned()),
        number: Some(120),
        certainty: 70,
    }
}

fn first_lesson(seed: u64) -> Lesson {
    let json = include_str!("../../../lessons/01-one-instance/lesson.json");
    let prose = include_str!("../../../lessons/01-one-instance/en.md");
    let mut lesson = load("lesson.json", json, prose).expect("the course loads");
    lesson.world.seed = seed;
    lesson
}

#[test]
fn the_solutions_meet_every_goal_on_every_seed() {
    for seed in 0..SEEDS {
        let mut player = Player::begin(seed, SimDuration::from_millis(500));
        player.solve_until("debrief");
        player.solve_step();
        assert!(player.runner.is_finished(), "seed {seed}");
    }
}

#[test]
fn verdicts_are_the_same_at_every_speed() {
    let play = |frame: SimDuration| {
        let mut player = Player::begin(11, frame);
        player.solve_until("debrief");
        (player.news.clone(), player.view(), player.simulation.now())
    };
    let slow = play(FRAMES[0]);
    for frame in &FRAMES[1..] {
        assert_eq!(play(*frame), slow, "{frame}");
    }
}

#[test]
fn a_lesson_that_looks_on_changes_nothing() {
    let mut watched = Player::begin(11, FRAMES[1]);
    let mut alone = watched.simulation.clone();
    watched.wait(SimDuration::from_secs(120));
    alone.advance_to(watched.simulation.now(), EventBudget::UNLIMITED);
    assert_eq!(watched.simulation.cloud().truth.ended, alone.cloud().truth.ended);
    assert!(
        watched
            .simulation
            .cloud()
            .records
            .iter()
            .eq(alone.cloud().records.iter())
    );
    assert_eq!(watched.simulation.journal().len(), alone.journal().len());
}

#[test]
fn doing_nothing_meets_no_goal_of_a_step_that_asks_for_a_deed() {
    for step in ["where", "fail", "repair"] {
        let mut player = Player::begin(11, SimDuration::from_millis(500));
        player.solve_until(step);
        player.wait(SimDuration::from_mins(10));
        let met: Vec<_> = player
            .view()
            .goals
            .into_iter()
            .filter(|goal| goal.state == GoalState::Met)
            .collect();
        assert_eq!(met, [], "{step}");
    }
}

#[test]
fn each_wrong_way_is_recognised_and_fails_what_it_must() {
    for decoy in first_lesson(11)
        .step("repair")
        .expect("it is there")
        .decoys
        .clone()
    {
        for seed in 0..5 {
            play_decoy(&decoy, seed);
        }
    }
}

fn play_decoy(decoy: &Decoy, seed: u64) {
    let mut player = Player::begin(seed, SimDuration::from_millis(500));
    player.solve_until("repair");
    player.play_all(&decoy.lines);
    assert!(
        player.news.contains(&News::DecoySeen(decoy.id.clone())),
        "{} on seed {seed}",
        decoy.id
    );
    assert_eq!(
        player.view().replies.len(),
        1,
        "{}: one wrong way, one reply",
        decoy.id
    );
    for goal in &decoy.must_fail {
        assert!(!player.met(goal), "{} must not meet {goal}", decoy.id);
    }
}

#[test]
fn the_outage_in_the_debrief_is_the_one_in_the_account() {
    let mut player = Player::begin(11, SimDuration::from_millis(500));
    player.solve_until("debrief");
    let facts = player.view().facts;
    let fact = |label: &str| -> u64 {
        let (_, value) = facts.iter().find(|(known, _)| known == label).expect(label);
        value
            .trim_end_matches(" s")
            .replace(',', "")
            .parse()
            .expect("a number")
    };
    let outage = fact("Nobody was served for");
    assert_eq!(
        outage,
        fact("Until you launched an instance")
            + fact("Until its app answered")
            + fact("Until the employees had its address")
    );
    assert_eq!(fact("Failed because of DynamoDB or S3"), 0);
    assert!(fact("Failed") >= fact("Timed out") && fact("Requests") > fact("Failed"));
}
