//! What a string's text comes to in eight digits: a translation carries it, so that it is known when its source has
//! changed.

use std::fmt;

/// The hash of a text: FNV-1a with 32 bits, of its lines without the blanks around them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hash(u32);

const OFFSET: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

impl Hash {
    /// The hash of these lines; blank ones at the end do not count.
    pub(crate) fn of<'l>(lines: impl Iterator<Item = &'l str>) -> Self {
        let text = lines.map(str::trim).collect::<Vec<_>>().join("\n");
        let bytes = text.trim().bytes();
        Self(bytes.fold(OFFSET, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(PRIME)))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

/// A heading's text, and the hash behind it: `where.title <!-- 1a2b3c4d -->`.
pub(crate) fn split_heading(heading: &str) -> (&str, Option<Hash>) {
    let Some((key, rest)) = heading.split_once("<!--") else {
        return (heading.trim(), None);
    };
    let digits = rest.trim().strip_suffix("-->").map(str::trim);
    let hash = digits
        .filter(|digits| digits.len() == 8)
        .and_then(|digits| u32::from_str_radix(digits, 16).ok());
    (key.trim(), hash.map(Hash))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_of_the_words_alone() {
        let of = |text: &str| Hash::of(text.lines());
        assert_eq!(of("Hello\nyou\n\n"), of("  Hello \nyou"));
        assert_ne!(of("Hello you"), of("Hello, you"));
        assert_eq!(of("").to_string(), "811c9dc5");
    }

    #[test]
    fn a_heading_carries_the_hash_of_its_source() {
        let hash = Hash::of(std::iter::once("x"));
        assert_eq!(
            split_heading(&format!("a.title <!-- {hash} -->")),
            ("a.title", Some(hash))
        );
        assert_eq!(split_heading("a.title "), ("a.title", None));
        assert_eq!(split_heading("a <!-- nonsense -->"), ("a", None));
    }
}
