//! Twin runs that are prepared: a fleet to begin with, and one thing to change in B.

use super::Session;
use super::terminal::failed;
use crate::past::Contrast;
use crate::terminal::By;
use crate::text::player_text;

/// What stands between the two parts of a script.
const CHANGE: &str = "# change\n";
/// What stands for a number that no name has had.
const NUMBER: &str = "NUMBER";

/// What all scripts begin with.
const BALANCER: &str = include_str!("balancer.sh");
/// Each with the rest of its script.
const SCRIPTS: [(Contrast, &str); 3] = [
    (Contrast::CrossZone, include_str!("cross-zone.sh")),
    (Contrast::Zones, include_str!("zones.sh")),
    (Contrast::Grace, include_str!("grace.sh")),
];

/// What is still to be done once all is prepared.
pub(super) struct Prepared {
    change: String,
}

/// What prepares it, and what changes it.
fn script(contrast: Contrast, number: usize) -> (String, String) {
    let found = SCRIPTS.iter().find(|(known, _)| *known == contrast);
    let rest = found.map_or("", |(_, script)| script);
    let script = [BALANCER, rest].concat().replace(NUMBER, &number.to_string());
    let (prepare, change) = script.split_once(CHANGE).unwrap_or((&script, ""));
    (prepare.to_owned(), change.to_owned())
}

impl Session {
    /// Builds what a twin run begins with; the run goes on in two as soon as it stands.
    pub(super) fn prepare(&mut self, contrast: Contrast) {
        if self.lesson.is_some() || self.beside.is_some() {
            return;
        }
        self.interrupt();
        let (prepare, change) = script(contrast, self.simulation.journal().len());
        self.prepared = Some(Prepared { change });
        self.tell_of_time(player_text().pair.preparing.to_owned());
        self.go_on();
        self.type_in(&prepare);
    }

    /// The next part, if nothing is left of the one before.
    pub(super) fn go_on_preparing(&mut self) {
        if !self.is_prepared() {
            return;
        }
        if let Some(prepared) = self.prepared.take() {
            self.duplicate();
            self.go_on();
            self.type_in(&prepared.change);
        }
    }

    /// Gives it up, as something did not work.
    pub(super) fn give_up_preparing(&mut self) {
        if self.prepared.take().is_some() {
            self.interrupt();
            let words = &player_text().pair;
            let now = self.simulation.now();
            self.print(failed("#", words.not_prepared, now), By::Button);
            self.tell_of_time(words.not_prepared.to_owned());
        }
    }

    /// Whether something is being built that nobody has to watch.
    pub(super) fn is_preparing(&self) -> bool {
        self.prepared.is_some()
    }

    fn is_prepared(&self) -> bool {
        self.prepared.is_some() && !self.has_commands()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_contrast_has_something_to_prepare_and_one_thing_to_change() {
        for contrast in Contrast::ALL {
            let (prepare, change) = script(contrast, 7);
            assert!(
                prepare.contains("twin-7") && !prepare.contains(NUMBER),
                "{prepare}"
            );
            assert!(
                change.lines().count() >= 1 && !change.contains(NUMBER),
                "{change}"
            );
        }
    }
}
