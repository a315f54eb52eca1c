//! Files that the learner has chosen or dropped.

use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};

use super::{Handed, LONGEST_JSON, LONGEST_OTHER, LONGEST_PROSE, MOST_OTHERS, fault, text_of, too_large};
use crate::components::error_page::Fault;
use crate::text::player_text;

/// The lesson among the files.
///
/// # Errors
/// What is missing, too large, or no text.
pub async fn chosen(files: FileList) -> Result<Handed, Fault> {
    let files: Vec<File> = (0..files.length()).filter_map(|index| files.get(index)).collect();
    let words = &player_text().play;
    let json = find(&files, is_json)
        .ok_or_else(|| fault("lesson.json", "missing-file", words.no_json, words.no_json_fix))?;
    let prose = find(&files, is_prose)
        .ok_or_else(|| fault("en.md", "missing-file", words.no_prose, words.no_prose_fix))?;
    let mut handed = Handed {
        from: json.name(),
        json: (json.name(), read(json, LONGEST_JSON).await?),
        prose: (prose.name(), read(prose, LONGEST_PROSE).await?),
        others: Vec::new(),
    };
    let others = files
        .iter()
        .filter(|file| !is_json(&file.name()) && !is_prose(&file.name()));
    for file in others.take(MOST_OTHERS) {
        handed
            .others
            .push((file.name(), read(file, LONGEST_OTHER).await?));
    }
    Ok(handed)
}

fn find(files: &[File], is_wanted: fn(&str) -> bool) -> Option<&File> {
    files.iter().find(|file| is_wanted(&file.name()))
}

fn is_json(name: &str) -> bool {
    name.ends_with(".json")
}

/// English first; other languages are `de.md` and the like.
fn is_prose(name: &str) -> bool {
    name == "en.md" || name.ends_with(".en.md")
}

/// The size is asked before anything is read.
async fn read(file: &File, most: usize) -> Result<String, Fault> {
    let words = &player_text().play;
    if file.size() > most as f64 {
        return Err(too_large(&file.name(), most));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| fault(&file.name(), "not-text", words.not_text, words.not_text_fix))?;
    text_of(&file.name(), js_sys::Uint8Array::new(&buffer).to_vec())
}
