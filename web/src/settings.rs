//! What somebody has chosen for themselves; the browser keeps it.

/// What is said aloud to those who listen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Announce {
    /// Nothing by itself.
    Nothing,
    /// What the lesson announces, and goals that are met.
    Lesson,
    /// All that happens, a few sentences at a time.
    #[default]
    Everything,
}

impl Announce {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Everything, Self::Lesson, Self::Nothing];

    const fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Lesson => "lesson",
            Self::Everything => "everything",
        }
    }
}

/// The choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// What is said aloud.
    pub announce: Announce,
    /// No dots fly, whatever the system says; wires carry counts.
    pub still: bool,
}

impl Settings {
    /// As they are kept.
    #[must_use]
    pub fn to_text(self) -> String {
        let still = if self.still { " still" } else { "" };
        format!("{}{still}", self.announce.name())
    }

    /// As they were kept. What is not known, from a later version for one, is passed over.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let has = |wanted: &str| text.split_whitespace().any(|word| word == wanted);
        let announce = Announce::ALL.into_iter().find(|announce| has(announce.name()));
        Self {
            announce: announce.unwrap_or_default(),
            still: has("still"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again_and_what_is_unknown_is_passed_over() {
        for announce in Announce::ALL {
            for still in [false, true] {
                let settings = Settings { announce, still };
                assert_eq!(Settings::from_text(&settings.to_text()), settings);
            }
        }
        assert_eq!(
            Settings::from_text("louder still"),
            Settings {
                still: true,
                ..Settings::default()
            }
        );
    }
}
