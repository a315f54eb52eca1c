//! Where the learner was last: all that the start page knows of the course's progress, and in its own words, because
//! the rest of it comes later.

/// The name under which it is kept, without the page's prefix.
pub const KEY: &str = "here";

/// A lesson and a step of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Here {
    /// The lesson's folder.
    pub folder: String,
    /// The step, from 1.
    pub step: u32,
}

/// Where the learner was last, if it is known.
#[must_use]
pub fn here() -> Option<Here> {
    let storage = web_sys::window()?.local_storage().ok()??;
    parse(&storage.get_item("fleetlab.here").ok()??)
}

fn parse(text: &str) -> Option<Here> {
    let (folder, step) = text.split_once(' ')?;
    let step = step.parse().ok()?;
    crate::route::is_folder_name(folder).then(|| Here {
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
        let here = parse("04-growing-up 2").unwrap();
        assert_eq!((here.folder.as_str(), here.step), ("04-growing-up", 2));
        assert_eq!(number_of(&here.folder), Some(4));
        for strange in ["", "04-growing-up", "../x 2", "04-growing-up two"] {
            assert_eq!(parse(strange), None, "{strange}");
        }
    }
}
