//! What is said of the settings, and of the keys.

use super::Fixed;
use crate::settings::Announce;

/// Keys, as they are named, and what they do.
pub type KeyLine = (&'static [&'static str], Fixed);

words! {
    /// The settings and the keys.
    SettingsWords {
        title: Fixed,
        open: Fixed,
        close: Fixed,
        announce: Fixed,
        announce_note: Fixed,
        announced: fn(Announce) -> Fixed,
        motion: Fixed,
        still: Fixed,
        still_by_system: Fixed,
        keys: Fixed,
        keys_of: &'static [(Fixed, &'static [KeyLine])],
    }
}
