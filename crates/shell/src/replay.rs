//! A run as scripts that lead to it again.

use api::{Call, duration};
use cloud::Simulation;
use des::SimTime;

use crate::limits;

/// What is said at the top of every script.
const HEADER: usize = 512;

/// Scripts that, run one after the other in a new account of the same seed and Region, lead to where `simulation` is: every
/// input that was accepted, at its time. Of more than one only if one would be longer than [`cli::MAX_INPUT`].
#[must_use]
pub fn scripts(simulation: &Simulation) -> Vec<String> {
    let mut writer = Writer {
        parts: vec![String::new()],
        at: SimTime::ZERO,
    };
    for entry in simulation.journal().iter() {
        writer.wait_until(entry.at);
        writer.line(&cli::command(&Call::from(entry.input.clone())));
    }
    writer.wait_until(simulation.now());
    let count = writer.parts.len();
    let numbered = writer.parts.iter().enumerate();
    numbered
        .map(|(index, lines)| header(simulation, index, count) + lines)
        .collect()
}

/// How the scripts are to be run.
fn header(simulation: &Simulation, index: usize, count: usize) -> String {
    let (seed, region) = (simulation.world().seed.0, simulation.cloud().region.name);
    let names: Vec<String> = (0..count).map(file_name).collect();
    let part = match count {
        1 => String::new(),
        _ => format!("# Part {} of {count}.\n", index + 1),
    };
    format!(
        "# A Fleetlab session. The same run again, to the same state:\n#     fleetlab exec --digest --seed {seed} --region {region} {}\n# It ends with the digest {}.\n{part}\n",
        names.join(" "),
        simulation.cloud().digest()
    )
}

/// What the script number `index`, from 0, is called.
#[must_use]
pub fn file_name(index: usize) -> String {
    match index {
        0 => "fleetlab-session.sh".to_owned(),
        _ => format!("fleetlab-session-{}.sh", index + 1),
    }
}

struct Writer {
    parts: Vec<String>,
    at: SimTime,
}

impl Writer {
    fn line(&mut self, line: &str) {
        let full = |part: &String| part.len() + line.len() + 1 > cli::MAX_INPUT - HEADER;
        if self.parts.last().is_none_or(full) {
            self.parts.push(String::new());
        }
        if let Some(part) = self.parts.last_mut() {
            part.push_str(line);
            part.push('\n');
        }
    }

    fn wait_until(&mut self, until: SimTime) {
        while until > self.at {
            let length = until.since(self.at).min(limits::WAIT);
            self.line(&format!("sandbox wait {}", duration::exact(length)));
            self.at += length;
        }
    }
}
