//! The terminal of a run: its shell, what it has printed, and how it goes on while time passes.

mod around;
mod links;
mod scrollback;

use cli::{Choice, Completion, Correction, Host};
use cloud::Cloud;
use des::SimTime;
use lesson::Runner;
use shell::{DocsOf, Shell, Step, Transcript, replay};
use view::Picture;
use view::live::picture;

use self::around::Narrowed;
use self::links::links;
use self::scrollback::Scrollback;
use super::Session;
use crate::terminal::{self, From, Meant, Waiting};

/// Commands that one frame may run. More would make a long script stutter.
const COMMANDS_A_FRAME: usize = 12;

/// What empties the terminal.
const CLEAR: &str = "clear";

/// The terminal of a run.
#[derive(Default)]
pub(super) struct Terminal {
    shell: Shell,
    log: Scrollback,
}

impl Terminal {
    /// As the page shows it.
    pub(super) fn view(&mut self) -> terminal::Terminal {
        let waiting = self.shell.waiting_command().zip(self.shell.waits_until());
        let waiting = waiting.map(|(command, until)| Waiting {
            command: command.into(),
            until,
        });
        terminal::Terminal {
            entries: self.log.entries(),
            forgotten: self.log.forgotten(),
            waiting,
            queued: self.shell.queued(),
            version: self.log.version(),
        }
    }

    /// When a command that waits goes on.
    pub(super) fn due(&self) -> SimTime {
        self.shell.waits_until().unwrap_or(SimTime::NEVER)
    }

    /// Whether there is something to run now.
    pub(super) fn is_due(&self, now: SimTime) -> bool {
        self.shell.waits_until().map_or(self.shell.queued() > 0, |until| until <= now)
    }

    /// Notes what a button has submitted, and what came of it.
    pub(super) fn note(&mut self, command: &str, answer: Result<String, String>, picture: &Picture, cloud: &Cloud) {
        let exit = if answer.is_ok() { cli::exit::DONE } else { cli::exit::REFUSED };
        let (stdout, stderr) = match answer {
            Ok(output) => (output, String::new()),
            Err(error) => (String::new(), error),
        };
        let found = links(&stdout, picture, cloud);
        let text = scrollback::Text {
            command,
            output: stdout,
            error: &stderr,
        };
        self.log.push(cloud.now(), From::Button, text, exit, found, None);
    }

    /// Notes a command that has ended.
    fn ended(&mut self, ran: Transcript, picture: &Picture, cloud: &Cloud) {
        let host = Host {
            region: Some(cloud.region.name),
            ..Host::default()
        };
        let wrong = ran.exit == cli::exit::USAGE;
        let meant = wrong.then(|| cli::correct(&ran.command, &host)).flatten();
        let found = links(&ran.stdout, picture, cloud);
        let text = scrollback::Text {
            command: &ran.command,
            output: ran.stdout,
            error: ran.stderr.trim_matches('\n'),
        };
        let meant = meant.map(|Correction { meant, text, .. }| Meant {
            word: meant.into(),
            command: text.into(),
        });
        self.log.push(cloud.now(), From::Typed, text, ran.exit, found, meant);
    }
}

impl Session {
    /// Takes in what was typed, one command or many, and runs what goes without waiting.
    pub fn type_in(&mut self, text: &str) {
        if text.trim() == CLEAR {
            return self.clear_terminal();
        }
        self.terminal.shell.start(text);
        self.run_commands();
    }

    /// From now on `help` tells what these docs say.
    pub fn learn(&mut self, docs: Option<DocsOf>) {
        if let Some(docs) = docs {
            self.terminal.shell.learn(docs);
        }
    }

    /// Stops the command that waits, and those that were to follow.
    pub fn interrupt(&mut self) {
        if let Some(ran) = self.terminal.shell.interrupt(self.simulation.now()) {
            self.ended(ran);
        }
    }

    /// Forgets what the terminal has printed; what was done stays done.
    pub fn clear_terminal(&mut self) {
        self.terminal.log.clear();
    }

    /// What could stand at the end of `text`.
    pub fn complete(&mut self, text: &str) -> Completion {
        let (shell, mut around) = self.shell();
        let mut completion = shell.complete(text, &mut around);
        let word = text.trim_start();
        if CLEAR.starts_with(word) && !text.contains('\n') {
            completion.choices.push(Choice {
                text: CLEAR.to_owned(),
                note: String::new(),
                goes_on: false,
            });
        }
        completion
    }

    /// What was probably meant by `text`, if a word of it is misspelt.
    pub fn correct(&self, text: &str) -> Option<Correction> {
        let host = Host {
            region: Some(self.simulation.cloud().region.name),
            ..Host::default()
        };
        cli::correct(text, &host)
    }

    /// Scripts that lead to the present again, with the names of their files.
    pub fn scripts(&self) -> Vec<(String, String)> {
        let scripts = replay::scripts(&self.simulation).into_iter().enumerate();
        scripts.map(|(index, script)| (replay::file_name(index), script)).collect()
    }

    /// Runs commands as far as they go without waiting, though not too many at once.
    pub(super) fn run_commands(&mut self) {
        for _ in 0..COMMANDS_A_FRAME {
            if !self.terminal.is_due(self.simulation.now()) {
                return;
            }
            let (shell, mut around) = self.shell();
            let Step::Ran(ran) = shell.step(&mut around) else {
                continue;
            };
            self.look();
            self.ended(ran);
        }
    }

    fn shell(&mut self) -> (&mut Shell, Narrowed<'_>) {
        let runner = self.lesson.as_ref().map(|lesson| &lesson.runner);
        let around = Narrowed {
            simulation: &mut self.simulation,
            runner,
        };
        (&mut self.terminal.shell, around)
    }

    fn ended(&mut self, ran: Transcript) {
        let cloud = self.simulation.cloud();
        let picture = picture(cloud, &mut self.slots, &self.meter);
        self.terminal.ended(ran, &picture, cloud);
    }
}

/// Who is asked before the door, if a lesson is open.
pub(super) fn refused(runner: Option<&Runner>, call: &api::Call) -> Result<(), lesson::Refusal> {
    match (runner, call) {
        // Looking is free.
        (None, _) | (_, api::Call::Read(_)) => Ok(()),
        (Some(runner), call) => runner.allows(&call.operation().action()),
    }
}

/// The refusal of a button's call, as the terminal prints it.
pub(super) fn refusal(call: &api::Call, code: &str, message: &str) -> String {
    let name = call.operation().name;
    format!("aws: [ERROR]: An error occurred ({code}) when calling the {name} operation: {message}")
}

/// What a button's call has answered, as the terminal prints it.
pub(super) fn printed(output: &api::Output) -> String {
    output.shape().map_or_else(String::new, |shape| api::json::pretty(shape) + "\n")
}
