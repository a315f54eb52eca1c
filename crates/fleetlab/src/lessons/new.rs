//! `fleetlab lesson new`: a small lesson that works.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::USAGE;
use super::arguments::New;
use super::folders::LESSON;

const JSON: &str = include_str!("first/lesson.json");
const PROSE: &str = include_str!("first/en.md");
/// What stands for the id in the first lesson, and for its title.
const ID: &str = "first-lesson";
const TITLE: &str = "A first lesson";

/// Writes the first lesson into a folder; the exit code.
///
/// # Errors
/// If what is told cannot be written.
pub(crate) fn run(options: &New, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    match write_to(Path::new(&options.folder), &options.title) {
        Ok(()) => {
            let folder = &options.folder;
            writeln!(
                out,
                "{folder} holds a lesson that works. Change it, and prove it: fleetlab lesson check {folder}"
            )?;
            Ok(0)
        }
        Err(reason) => writeln!(err, "fleetlab: {}: {reason}", options.folder).map(|()| USAGE),
    }
}

fn write_to(folder: &Path, title: &str) -> Result<(), String> {
    let id =
        id_of(folder).ok_or("its name is to be words in small letters with hyphens, such as 13-two-zones")?;
    if folder.join(LESSON).exists() {
        return Err("there is a lesson already".to_owned());
    }
    if title.trim().is_empty() || title.contains('\n') {
        return Err("a title is one line".to_owned());
    }
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let write =
        |name: &str, text: String| fs::write(folder.join(name), text).map_err(|error| error.to_string());
    write(LESSON, JSON.replace(ID, &id))?;
    write("en.md", PROSE.replace(TITLE, title.trim()))
}

/// The id that a folder's name gives: without the number in front.
fn id_of(folder: &Path) -> Option<String> {
    let name = folder.file_name()?.to_str()?;
    let id = name.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '-');
    let is_word =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    id.split('-').all(is_word).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_names_its_lesson() {
        let id = |name: &str| id_of(Path::new(name));
        assert_eq!(id("lessons/13-two-zones").as_deref(), Some("two-zones"));
        assert_eq!(id("a/").as_deref(), Some("a"));
        assert_eq!((id("Two Zones"), id("13-"), id("/")), (None, None, None));
    }

    /// The first block of the tutorial in this language.
    fn printed(language: &str) -> &'static str {
        const TUTORIAL: &str = include_str!("../../../../lessons/README.md");
        let (_, after) = TUTORIAL.split_once(&format!("```{language}\n")).expect(language);
        after.split_once("```").expect("the fence ends").0
    }

    #[test]
    fn the_tutorial_prints_what_is_written() {
        assert_eq!(printed("json"), JSON.replace(ID, "hello-instance"));
        assert_eq!(
            printed("markdown"),
            PROSE.replace(TITLE, "A lesson of one instance")
        );
    }
}
