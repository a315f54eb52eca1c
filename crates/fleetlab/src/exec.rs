//! `fleetlab exec`: a script in a new account.

use std::io::{self, Write};

use cloud::Simulation;
use des::SimTime;
use shell::{Files, Shell, Step};

use crate::account::{Beginning, beginning};
use crate::arguments::Exec;
use crate::progress::Progress;
use crate::{taught, transcript};

/// Runs scripts one after the other, and writes what becomes of their commands as they end; the exit code: that of the
/// command that failed, 0 if none did or if it was to go on.
///
/// # Errors
/// If what is printed cannot be written.
pub fn exec<F: Files>(
    options: &Exec,
    scripts: &[String],
    files: &mut F,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let mut beginning = match beginning(options) {
        Ok(beginning) => beginning,
        Err(reason) => return writeln!(err, "fleetlab: {reason}").map(|()| cli::exit::GENERAL),
    };
    let mut shell = Shell::new();
    let mut teller = Teller {
        options,
        out,
        err,
        progress: Progress::new(),
        exit: 0,
        written: Ok(()),
    };
    if let Beginning::Lesson(play) = &beginning {
        shell = play.director.terminal();
    }
    shell.learn(api::docs);
    scripts.iter().for_each(|script| shell.start(script));
    let mut each = |step, now| teller.tell(step, now);
    match &mut beginning {
        Beginning::Empty(simulation) => shell.run_to_end(simulation, files, &mut each),
        Beginning::Lesson(play) => taught::run(play, &mut shell, files, &mut each),
    }
    teller.progress.hide(teller.err)?;
    teller.written?;
    if options.digest {
        writeln!(teller.out, "{}", simulation(&beginning).cloud().digest())?;
    }
    teller.out.flush()?;
    if let Beginning::Lesson(play) = &beginning {
        taught::goals(play, teller.err)?;
    }
    Ok(teller.exit)
}

fn simulation(run: &Beginning) -> &Simulation {
    match run {
        Beginning::Empty(simulation) => simulation,
        Beginning::Lesson(play) => &play.simulation,
    }
}

/// Tells what happens.
struct Teller<'a> {
    options: &'a Exec,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    progress: Progress,
    exit: u8,
    written: io::Result<()>,
}

impl Teller<'_> {
    /// Whether to go on.
    fn tell(&mut self, step: Step, now: SimTime) -> bool {
        self.written = self.write(&step, now);
        if let Step::Ran(ran) = &step
            && !self.options.keep_going
        {
            self.exit = ran.exit;
        }
        self.written.is_ok() && self.exit == 0
    }

    fn write(&mut self, step: &Step, now: SimTime) -> io::Result<()> {
        match step {
            Step::Ran(ran) => {
                self.progress.hide(self.err)?;
                transcript::write(self.options.transcript, ran, self.out, self.err)
            }
            Step::Waits { .. } => self.progress.show(now, self.err),
            Step::Done => Ok(()),
        }
    }
}
