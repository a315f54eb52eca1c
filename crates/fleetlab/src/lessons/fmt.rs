//! `fleetlab lesson fmt`: one layout for all lesson files.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use lesson::SOURCE_LANGUAGE;

use super::arguments::Fmt;
use super::folders::{self, COURSE, Found, LESSON};
use super::json::{self, Node};
use super::{ERRORS, USAGE};

/// Lays out the files of the paths; the exit code.
///
/// # Errors
/// If what is told cannot be written.
pub(crate) fn run(options: &Fmt, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let mut exit = 0;
    for path in &options.paths {
        let found = match folders::find(path) {
            Ok(found) => found,
            Err(reason) => return writeln!(err, "fleetlab: {reason}").map(|()| USAGE),
        };
        for (file, formatted) in formatted(&found) {
            match formatted.and_then(|text| settle(&file, &text, options.check)) {
                Ok(false) => {}
                Ok(true) => {
                    exit = if options.check { ERRORS } else { exit };
                    writeln!(out, "{}", file.display())?;
                }
                Err(reason) => {
                    exit = ERRORS;
                    writeln!(err, "fleetlab: {}: {reason}", file.display())?;
                }
            }
        }
    }
    Ok(exit)
}

/// Every file that has a layout, as it should be: JSON in one order, translations with the hashes of their sources.
fn formatted(found: &Found) -> Vec<(PathBuf, Result<String, String>)> {
    let mut files = Vec::new();
    if let Some(folder) = &found.course {
        files.push(laid_out(folder.join(COURSE)));
        files.extend(translations(folder, "course."));
        files.extend(translations(folder, "glossary."));
    }
    for folder in &found.lessons {
        files.push(laid_out(folder.join(LESSON)));
        files.extend(translations(folder, ""));
    }
    files
}

fn laid_out(file: PathBuf) -> (PathBuf, Result<String, String>) {
    let text = folders::read(&file).map_err(|error| error.to_string());
    let formatted = text.and_then(|text| {
        let root = Node::parse(&text).map_err(|error| {
            let (line, column) = json::line_and_column(&text, error.at);
            format!("this is not JSON at line {line}, column {column}: {error}")
        })?;
        Ok(json::formatted(&text, &root))
    });
    (file, formatted)
}

/// The prose in other languages whose files begin with `stem`: behind every new string the hash of its source.
fn translations(folder: &Path, stem: &str) -> Vec<(PathBuf, Result<String, String>)> {
    let read = |file: &Path| folders::read(file).map_err(|error| error.to_string());
    let named = |language: &str| folder.join(format!("{stem}{language}.md"));
    let stamped = |file: &Path| -> Result<String, String> {
        let (source, translated) = (read(&named(SOURCE_LANGUAGE))?, read(file)?);
        Ok(lesson::stamp(&source, &translated, false))
    };
    let languages = folders::languages(folder, stem).into_iter();
    languages
        .map(|language| {
            let file = named(&language);
            let text = stamped(&file);
            (file, text)
        })
        .collect()
}

/// Whether the file was, or is to be, changed.
fn settle(file: &Path, text: &str, only_look: bool) -> Result<bool, String> {
    let before = folders::read(file).map_err(|error| error.to_string())?;
    if before == text {
        return Ok(false);
    }
    if !only_look {
        fs::write(file, text).map_err(|error| error.to_string())?;
    }
    Ok(true)
}
