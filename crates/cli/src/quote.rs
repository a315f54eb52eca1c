//! A text as one word of a shell.

/// `text` as it stands if a shell leaves it alone, otherwise in single quotes.
#[must_use]
pub fn quote(text: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./:=,@%+".contains(letter);
    if !text.is_empty() && text.chars().all(plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_shell_would_touch_is_quoted() {
        let check = |text: &str, word: &str| assert_eq!(quote(text), word);
        check("i-0123", "i-0123");
        check("Name=tag:Name,Values=a", "Name=tag:Name,Values=a");
        check("", "''");
        check("a b", "'a b'");
        check("it's", r"'it'\''s'");
        check("[{Key=a}]", "'[{Key=a}]'");
        check("#a", "'#a'");
    }
}
