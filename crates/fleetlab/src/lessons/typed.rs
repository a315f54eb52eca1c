//! A script as a learner types it: through the terminal of the page, with nothing of the lesson's own scripts.

use std::io::{self, Write};

use lesson::Play;
use lesson::view::StepView;
use shell::{Shell, Step, Transcript};

/// A learner at a terminal.
pub(crate) struct Typed {
    /// The play.
    pub(crate) play: Play,
    /// The steps that were played, each as it stood when it was left, the last one as it stands.
    pub(crate) steps: Vec<StepView>,
    /// Whether what was to be played is done.
    pub(crate) is_finished: bool,
    shell: Shell,
    /// Whether it goes on to the next step.
    goes_on: bool,
}

impl Typed {
    /// Nothing typed yet. If it `goes_on`, questions are answered as the lesson would, and a step that is done opens
    /// the next one.
    pub(crate) fn new(play: Play, goes_on: bool) -> Self {
        Self {
            shell: play.director.terminal(),
            play,
            steps: Vec::new(),
            is_finished: false,
            goes_on,
        }
    }

    /// Runs a script to its end; a command that fails is told, and the next one is run, as at a terminal.
    pub(crate) fn run(&mut self, script: &str, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<()> {
        self.go_on();
        self.shell.start(script);
        loop {
            let Play {
                director, simulation, ..
            } = &mut self.play;
            match self.shell.step(&mut director.surroundings(simulation)) {
                Step::Ran(ran) => told(&ran, out, err)?,
                Step::Waits { until } => self.play.pass_until(until),
                Step::Done => break,
            }
            self.go_on();
        }
        self.is_finished =
            self.play.runner().is_done() && (!self.goes_on || self.play.runner().is_finished());
        self.steps.push(self.play.view());
        Ok(())
    }

    /// Opens every step that can be opened.
    fn go_on(&mut self) {
        self.play.answer();
        while self.goes_on && self.play.runner().is_done() {
            let left = self.play.view();
            if !self.play.next() {
                return;
            }
            self.steps.push(left);
            self.play.answer();
        }
    }
}

fn told(ran: &Transcript, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<()> {
    out.write_all(ran.stdout.as_bytes())?;
    if ran.exit != 0 {
        writeln!(err, "line {}: {}", ran.line, ran.stderr.trim())?;
    }
    Ok(())
}
