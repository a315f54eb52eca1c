//! The account that a script finds.

use std::fs;
use std::path::Path;

use cloud::{Seed, Simulation, World};
use lesson::{LessonFiles, Play};

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
    let prose = Path::new(file).with_file_name("en.md");
    let read = |path: &Path| {
        let text = bounded(path, lesson::FILE_BYTES);
        text.map_err(|error| format!("{}: {error}", path.display()))
    };
    let found = lesson::load(file, &read(Path::new(file))?, &read(&prose)?);
    let mut lesson = found.map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })?;
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

/// If nobody says another.
const SEED: u64 = 1;
