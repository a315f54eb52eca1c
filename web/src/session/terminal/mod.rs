//! The terminal of a run: its shell, what it has printed, and how it goes on while time passes.

mod links;
mod scrollback;

use api::{Call, Output, Timestamp};
use cli::{Choice, Completion, Correction, Host};
use cloud::{Caller, Cloud};
use des::SimTime;
use shell::{Account, DocsOf, NoFiles, Shell, Step, Surroundings, Transcript, replay};
use view::Picture;
use view::live::picture;

use self::links::links;
use self::scrollback::Scrollback;
use super::{Refused, Session};
use crate::terminal::{self, By, Meant, Waiting};

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
    /// One that runs this shell.
    pub(super) fn of(shell: Shell) -> Self {
        Self {
            shell,
            log: Scrollback::default(),
        }
    }

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
        self.shell
            .waits_until()
            .map_or(self.shell.queued() > 0, |until| until <= now)
    }

    /// Notes a command that has ended.
    fn ended(&mut self, ran: Transcript, by: By, picture: &Picture, cloud: &Cloud) {
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
        self.log.push(cloud.now(), by, text, ran.exit, found, meant);
    }
}

impl Session {
    /// Takes in what was typed, one command or many, and runs what goes without waiting.
    pub fn type_in(&mut self, text: &str) {
        if text.trim() == CLEAR {
            return self.clear_terminal();
        }
        if let Err((code, reason)) = self.closed_past() {
            let refused = failed(text, &format!("{code}: {reason}"), self.simulation.now());
            return self.print(refused, By::Typed);
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
            self.print(ran, By::Typed);
        }
    }

    /// Forgets what the terminal has printed; what was done stays done.
    pub fn clear_terminal(&mut self) {
        self.terminal.log.clear();
    }

    /// What could stand at the end of `text`.
    pub fn complete(&mut self, text: &str) -> Completion {
        let mut completion = self.with_shell(|shell, around| shell.complete(text, around));
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
        scripts
            .map(|(index, script)| (replay::file_name(index), script))
            .collect()
    }

    /// Runs commands as far as they go without waiting, though not too many at once.
    pub(super) fn run_commands(&mut self) {
        for _ in 0..COMMANDS_A_FRAME {
            if !self.terminal.is_due(self.simulation.now()) {
                return;
            }
            let before = self.simulation.journal().end();
            let Step::Ran(ran) = self.with_shell(|shell, around| shell.step(around)) else {
                continue;
            };
            self.record();
            self.note_since(before);
            self.look();
            let failed = ran.exit != cli::exit::DONE;
            self.print(ran, By::Typed);
            if failed {
                self.give_up_preparing();
            }
        }
    }

    /// Whether the terminal has anything left to run.
    pub(super) fn has_commands(&self) -> bool {
        !self.terminal.shell.is_done()
    }

    /// Does something with the shell and the account, as a lesson narrows it.
    fn with_shell<T>(&mut self, act: impl FnOnce(&mut Shell, &mut dyn Surroundings) -> T) -> T {
        let shell = &mut self.terminal.shell;
        match &mut self.lesson {
            Some(lesson) => act(shell, &mut lesson.director.surroundings(&mut self.simulation)),
            None => {
                let mut account = Account {
                    simulation: &mut self.simulation,
                    caller: Caller::Learner,
                    files: &mut NoFiles,
                };
                act(shell, &mut account)
            }
        }
    }

    /// Shows in the terminal what has become of a command.
    pub(super) fn print(&mut self, ran: Transcript, by: By) {
        if ran.exit == cli::exit::REFUSED {
            self.records
                .note_refusal(&self.simulation, &ran.command, &ran.stderr);
        }
        let cloud = self.simulation.cloud();
        let picture = picture(cloud, &mut self.slots, &self.meter);
        self.terminal.ended(ran, by, &picture, cloud);
    }
}

/// A button's command that was done.
pub(super) fn done(command: &str, stdout: String, now: SimTime) -> Transcript {
    Transcript {
        line: 1,
        at: Timestamp::of(now),
        command: command.to_owned(),
        stdout,
        stderr: String::new(),
        exit: cli::exit::DONE,
    }
}

/// A button's command that was refused.
pub(super) fn failed(command: &str, stderr: &str, now: SimTime) -> Transcript {
    Transcript {
        stderr: stderr.to_owned(),
        exit: cli::exit::REFUSED,
        ..done(command, String::new(), now)
    }
}

/// What has become of a button's call, as the command line tells it.
pub(super) fn told(command: &str, call: &Call, answer: &Result<Output, Refused>, now: SimTime) -> Transcript {
    match answer {
        Ok(output) => {
            let printed = output.shape().map(|shape| api::json::pretty(shape) + "\n");
            done(command, printed.unwrap_or_default(), now)
        }
        Err((code, message)) => {
            let name = call.operation().name;
            let error = format!(
                "aws: [ERROR]: An error occurred ({code}) when calling the {name} operation: {message}"
            );
            failed(command, &error, now)
        }
    }
}
