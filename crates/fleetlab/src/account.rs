//! The account that a script finds.

use std::fs;
use std::path::Path;

use cloud::{Seed, Simulation, World};
use lesson::{Lesson, LessonFiles, Play, Texts};

use crate::arguments::Exec;
use crate::source::bounded;

/// Where a script begins.
#[allow(clippy::large_enum_variant)] // there is one
pub(crate) enum Beginning {
    /// In an empty account.
    Empty(Simulation),
    /// In a lesson.
    Lesson(Play),
}

/// An empty account, or that of a lesson; if the lesson cannot be read, why.
pub(crate) fn beginning(options: &Exec) -> Result<Beginning, String> {
    let Some(file) = &options.lesson else {
        return Ok(Beginning::Empty(Simulation::new(World {
            region: options.region.unwrap_or_default(),
            ..World::new(Seed(options.seed.unwrap_or(SEED)))
        })));
    };
    let mut lesson = lesson_of(Path::new(file))?;
    lesson.world.seed = options.seed.unwrap_or(lesson.world.seed);
    if let Some(region) = options.region {
        region.region().name.clone_into(&mut lesson.world.region);
    }
    lesson.files = files_beside(Path::new(file), &lesson.world.files)?;
    let play = Play::begin(lesson).map_err(|trouble| trouble.to_string())?;
    Ok(Beginning::Lesson(play))
}

/// The files that a lesson's scripts read; its loader has seen to it that they stand beside it.
fn files_beside(lesson: &Path, names: &[String]) -> Result<LessonFiles, String> {
    let read = |name: &String| {
        let path = lesson.with_file_name(name);
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok((name.clone(), bytes))
    };
    let files: Result<Vec<_>, String> = names.iter().map(read).collect();
    files.map(LessonFiles::new)
}

/// A lesson by its JSON file, with the prose beside it and the words that all lessons of the folder around it share.
fn lesson_of(file: &Path) -> Result<Lesson, String> {
    let read = |path: &Path| {
        let text = bounded(path, lesson::FILE_BYTES);
        text.map_err(|error| format!("{}: {error}", path.display()))
    };
    let (json, prose) = (read(file)?, read(&file.with_file_name("en.md"))?);
    let around = file.parent().and_then(Path::parent).unwrap_or(Path::new(""));
    let glossary = read(&around.join("glossary.en.md")).unwrap_or_default();
    let name = file.display().to_string();
    let report = Texts::new(&name, &json, &prose)
        .with_glossary(&glossary)
        .examine();
    report.lesson.ok_or_else(|| {
        let lines: Vec<String> = report.errors.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })
}

/// If nobody says another.
const SEED: u64 = 1;
