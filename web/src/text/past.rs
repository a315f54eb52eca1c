//! What is said of time that is turned back, and of twin runs.

use des::{SimDuration, SimTime};
use history::Measured;

use super::Fixed;
use crate::pair::Verdict;
use crate::past::{Contrast, Until};

words! {
    /// Twin runs.
    PairWords {
        begin: Fixed,
        begin_note: Fixed,
        begun: Fixed,
        contrasts: Fixed,
        contrast: fn(Contrast) -> Fixed,
        preparing: Fixed,
        not_prepared: Fixed,
        title: fn(usize) -> String,
        what_to_do: Fixed,
        keep_a: Fixed,
        keep_b: Fixed,
        kept_a: Fixed,
        kept_b: Fixed,
        way_a: Fixed,
        way_b: Fixed,
        name_a: Fixed,
        name_b: Fixed,
        note_a: Fixed,
        note_b: Fixed,
        share: Fixed,
        delay: Fixed,
        gap: Fixed,
        chart: fn(&str, bool) -> String,
        outcome: Fixed,
        between: fn(SimTime, SimTime) -> String,
        measure: Fixed,
        b_is: Fixed,
        rows: fn(&[Measured; 2]) -> [[String; 4]; 5],
        sentence: fn(Verdict) -> String,
    }
    /// What can be done with time.
    PastWords {
        track: Fixed,
        shown: fn(SimTime, SimTime, usize) -> String,
        watched: fn(SimDuration, f64) -> String,
        looking_back: Fixed,
        looking: fn(SimDuration) -> String,
        closed: Fixed,
        now: Fixed,
        undo: Fixed,
        undo_long: fn(&str) -> String,
        nothing_to_undo: Fixed,
        redo: Fixed,
        redo_long: fn(&str) -> String,
        nothing_to_redo: Fixed,
        undone: Fixed,
        redone: Fixed,
        undid: fn(&str) -> String,
        redid: fn(&str) -> String,
        open: Fixed,
        open_long: Fixed,
        close: Fixed,
        until_title: Fixed,
        until: fn(Until) -> Fixed,
        beginning: Fixed,
        until_note: Fixed,
        chasing: fn(Until) -> String,
        found: fn(Until, SimTime) -> String,
        not_found: fn(Until, SimTime) -> String,
        ways_title: Fixed,
        ways_note: Fixed,
        lesson_note: Fixed,
        way: fn(u32) -> String,
        way_told: fn(Option<SimTime>, SimTime, usize) -> String,
        name: fn(&str) -> String,
        show: Fixed,
        show_long: fn(&str) -> String,
        shown_now: Fixed,
        delete: Fixed,
        delete_long: fn(&str) -> String,
        fork: Fixed,
        parted: fn(&str) -> String,
        switched: fn(&str) -> String,
        keep_title: Fixed,
        save: Fixed,
    }
}
