//! A lesson from an address: its `lesson.json`, and the `en.md` beside it.

use super::bounded::{Failed, get};
use super::{Handed, LONGEST_JSON, LONGEST_OTHER, LONGEST_PROSE, MOST_OTHERS, fault, text_of, too_large};
use crate::components::error_page::Fault;
use crate::text::player_text;

/// The lesson behind an address.
///
/// # Errors
/// Why there is none.
pub async fn fetched(address: &str) -> Result<Handed, Fault> {
    let address = sound(address)?;
    let json = text(&address, LONGEST_JSON).await?;
    let prose_address = beside(&address, "en.md");
    let prose = text(&prose_address, LONGEST_PROSE).await?;
    let mut others = Vec::new();
    for name in files_of(&json).into_iter().take(MOST_OTHERS) {
        let content = text(&beside(&address, &name), LONGEST_OTHER).await?;
        others.push((name, content));
    }
    Ok(Handed {
        from: address.clone(),
        json: (address, json),
        prose: (prose_address, prose),
        others,
    })
}

/// Only http and https, so that nothing in an address is run; relative ones stand beside the page.
fn sound(address: &str) -> Result<String, Fault> {
    let words = &player_text().play;
    let base = web_sys::window().and_then(|window| window.location().href().ok());
    let url = match base {
        Some(base) => web_sys::Url::new_with_base(address, &base),
        None => web_sys::Url::new(address),
    };
    let sound = url
        .ok()
        .filter(|url| matches!(url.protocol().as_str(), "http:" | "https:"));
    let sound = sound.filter(|url| url.pathname().ends_with(".json") && url.username().is_empty());
    sound
        .map(|url| url.href())
        .ok_or_else(|| fault(address, "bad-link", words.bad_address, words.bad_address_fix))
}

/// The address of a file in the same folder.
fn beside(address: &str, name: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{name}")
}

/// The names of what its scripts read; only plain names, so that none leads out of the folder.
fn files_of(json: &str) -> Vec<String> {
    let value: serde_json::Value = serde_json::from_str(json).unwrap_or_default();
    let files = value.pointer("/world/files").and_then(|files| files.as_array());
    let names = files.into_iter().flatten().filter_map(|name| name.as_str());
    names.filter(|name| is_plain(name)).map(str::to_owned).collect()
}

fn is_plain(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !name.is_empty() && !name.contains("..") && name.bytes().all(plain)
}

async fn text(address: &str, most: usize) -> Result<String, Fault> {
    let words = &player_text().play;
    let bytes = get(address, most).await.map_err(|failed| match failed {
        Failed::TooLarge => too_large(address, most),
        Failed::TooSlow => fault(address, "no-answer", words.too_slow, words.refused_fix),
        Failed::Status(status) => fault(
            address,
            "no-answer",
            (player_text().error.status)(status),
            words.bad_address_fix,
        ),
        Failed::Refused => fault(address, "no-answer", words.refused, words.refused_fix),
    })?;
    text_of(address, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_files_stand_in_the_same_folder() {
        assert_eq!(
            beside("https://a.example/x/lesson.json?v=1", "en.md"),
            "https://a.example/x/en.md"
        );
        let json = r#"{ "world": { "files": ["user-data.sh", "../secret", "a/b", ".."] } }"#;
        assert_eq!(files_of(json), ["user-data.sh"]);
        assert!(files_of("[").is_empty());
    }
}
