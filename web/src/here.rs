//! Where the learner was last: all that the start page knows of the course's progress, and in its own words, because
//! the rest of it comes later.

/// The name under which it is kept, without the page's prefix.
pub const KEY: &str = "here";

/// Stands there between two lessons.
pub const BETWEEN: &str = "course";

/// Where the learner was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Here {
    /// In a lesson.
    Lesson {
        /// Its folder.
        folder: String,
        /// The step, from 1.
        step: u32,
    },
    /// Between two lessons.
    Between,
}

/// Where the learner was last, if it is known.
#[must_use]
pub fn here() -> Option<Here> {
    let storage = web_sys::window()?.local_storage().ok()??;
    parse(&storage.get_item("fleetlab.here").ok()??)
}

fn parse(text: &str) -> Option<Here> {
    if text == BETWEEN {
        return Some(Here::Between);
    }
    let (folder, step) = text.split_once(' ')?;
    let step = step.parse().ok()?;
    crate::route::is_folder_name(folder).then(|| Here::Lesson {
        folder: folder.to_owned(),
        step,
    })
}

/// The lesson's place in the course: the number its folder begins with.
#[must_use]
pub fn number_of(folder: &str) -> Option<u32> {
    folder.split('-').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_folder_and_a_step_lead_anywhere() {
        let folder = "04-growing-up".to_owned();
        assert_eq!(number_of(&folder), Some(4));
        assert_eq!(parse("04-growing-up 2"), Some(Here::Lesson { folder, step: 2 }));
        assert_eq!(parse(BETWEEN), Some(Here::Between));
        for strange in ["", "04-growing-up", "../x 2", "04-growing-up two"] {
            assert_eq!(parse(strange), None, "{strange}");
        }
    }
}
