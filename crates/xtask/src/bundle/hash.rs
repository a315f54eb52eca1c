//! File names that change with the content, so that hosts and browsers may keep files for ever.

use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

/// "web/crash.js" → "crash-0123456789abcdef.js"
pub(super) fn hashed_name(path: &str, content: &[u8]) -> String {
    let path = Path::new(path);
    let mut hasher = DefaultHasher::new();
    hasher.write(content);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    format!("{stem}-{:016x}.{extension}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_follows_the_content_and_keeps_the_extension() {
        let one = hashed_name("web/crash.js", b"1");
        assert!(one.starts_with("crash-") && one.ends_with(".js"), "{one}");
        assert_eq!(one, hashed_name("elsewhere/crash.js", b"1"));
        assert_ne!(one, hashed_name("web/crash.js", b"2"));
    }
}
