//! A lesson's files, read; or what is wrong with them, all at once.

use std::rc::Rc;

use ::lesson::{Code, Lesson, LessonFiles, LoadError, Report, SOURCE_LANGUAGE, Texts, examine};

use super::Source;
use crate::components::error_page::Fault;
use crate::elsewhere::Handed;
use crate::files;
use crate::here::number_of;
use crate::progress::trail::fingerprint;
use crate::session::{Home, Origin};
use crate::text::{language, player_text};

/// A lesson that was read.
pub struct Read {
    /// The lesson.
    pub lesson: Lesson,
    /// Its place in the course, from 1; 0 if it is not part of it.
    pub number: u32,
    /// Where its run is kept.
    pub home: Home,
    /// What its author should look at; learners of the course are not troubled with it.
    pub warnings: Rc<[Rc<str>]>,
}

/// Reads a lesson from wherever it is.
pub async fn read(source: &Source) -> Result<Read, Rc<[Fault]>> {
    match source {
        Source::Folder(folder) => from_course(folder).await,
        Source::Handed(files) => from_elsewhere(files),
    }
}

async fn from_course(folder: &str) -> Result<Read, Rc<[Fault]>> {
    let (file, prose_file) = (
        format!("lessons/{folder}/lesson.json"),
        format!("lessons/{folder}/en.md"),
    );
    let (json, prose) = match (files::text(&file).await, files::text(&prose_file).await) {
        (Ok(json), Ok(prose)) => (json, prose),
        (Err(reason), _) => return Err([missing(&file, &reason)].into()),
        (_, Err(reason)) => return Err([missing(&prose_file, &reason)].into()),
    };
    let (glossary, translation) = (shared("glossary.en.md").await, translation(folder).await);
    let (language, translated, translated_glossary) = &translation;
    let texts = Texts::new(&file, &json, &prose)
        .with_glossary(&glossary)
        .in_language(language, translated, translated_glossary);
    let mut lesson = lesson_of(texts.examine())?;
    lesson.files = LessonFiles::new(beside(folder, &lesson.world.files).await?);
    Ok(Read {
        number: number_of(folder).unwrap_or(0),
        home: Home {
            name: lesson.id.clone(),
            origin: Origin::Course(folder.to_owned()),
            fingerprint: fingerprint(&[&json]),
        },
        warnings: Rc::default(),
        lesson,
    })
}

/// The lesson, or what is wrong with it.
fn lesson_of(report: Report) -> Result<Lesson, Rc<[Fault]>> {
    let Report {
        lesson,
        errors,
        warnings,
    } = report;
    lesson.ok_or_else(|| errors.iter().chain(mistyped(&warnings)).map(fault).collect())
}

/// Members with names that the format does not know: often what a missing one was meant to be.
fn mistyped(warnings: &[LoadError]) -> impl Iterator<Item = &LoadError> {
    warnings
        .iter()
        .filter(|warning| warning.code == Code::UnknownMember)
}

/// A text that all lessons share; empty if there is none.
async fn shared(name: &str) -> String {
    files::text(&format!("lessons/{name}")).await.unwrap_or_default()
}

/// The reader's language, the lesson's words in it, and the shared ones; empty where the page speaks the lesson's own
/// language, or nobody has translated it.
async fn translation(folder: &str) -> (&'static str, String, String) {
    let language = language();
    if language == SOURCE_LANGUAGE {
        return ("", String::new(), String::new());
    }
    let words = shared(&format!("{folder}/{language}.md")).await;
    let glossary = shared(&format!("glossary.{language}.md")).await;
    (if words.is_empty() { "" } else { language }, words, glossary)
}

/// The files that the lesson's scripts read.
async fn beside(folder: &str, names: &[String]) -> Result<Vec<(String, Vec<u8>)>, Rc<[Fault]>> {
    let mut found = Vec::new();
    for name in names {
        let address = format!("lessons/{folder}/{name}");
        match files::text(&address).await {
            Ok(text) => found.push((name.clone(), text.into_bytes())),
            Err(reason) => return Err([missing(&address, &reason)].into()),
        }
    }
    Ok(found)
}

fn from_elsewhere(handed: &Handed) -> Result<Read, Rc<[Fault]>> {
    let Handed {
        json, prose, others, ..
    } = handed;
    let report = examine(&json.0, &json.1, &prose.1);
    let warnings = report
        .warnings
        .iter()
        .map(|warning| warning.to_string().into())
        .collect();
    let mut lesson = lesson_of(report)?;
    let bytes = |(name, text): &(String, String)| (name.clone(), text.clone().into_bytes());
    lesson.files = LessonFiles::new(others.iter().map(bytes));
    Ok(Read {
        number: 0,
        home: Home {
            name: format!("elsewhere.{}", lesson.id),
            origin: Origin::Elsewhere,
            fingerprint: fingerprint(&[&json.1]),
        },
        warnings,
        lesson,
    })
}

fn missing(file: &str, reason: &str) -> Fault {
    Fault {
        file: file.into(),
        pointer: player_text().error.whole_file.into(),
        code: "missing-file".into(),
        reason: reason.into(),
        fix: player_text().error.check_address.into(),
    }
}

fn fault(error: &LoadError) -> Fault {
    Fault {
        file: error.file.as_str().into(),
        pointer: if error.pointer.is_empty() {
            player_text().error.whole_file.into()
        } else {
            error.pointer.as_str().into()
        },
        code: error.code.to_string().into(),
        reason: error.reason.as_str().into(),
        fix: error.fix.as_str().into(),
    }
}
