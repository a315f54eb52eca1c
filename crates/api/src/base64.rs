//! Base64 with padding (RFC 4648, section 4), as user data travels in the API.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// `bytes` as base64.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let word = [0, 1, 2].iter().fold(0_u32, |word, &at| {
            word << 8 | u32::from(*chunk.get(at).unwrap_or(&0))
        });
        for digit in 0..4 {
            let letter = ALPHABET[(word >> (18 - 6 * digit) & 63) as usize];
            text.push(if digit > chunk.len() {
                '='
            } else {
                char::from(letter)
            });
        }
    }
    text
}

/// The bytes that `text` stands for; `None` if it is not base64. Line breaks are passed over.
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let text: Vec<u8> = text
        .bytes()
        .filter(|byte| !matches!(byte, b'\n' | b'\r'))
        .collect();
    let padding = text.iter().rev().take_while(|&&byte| byte == b'=').count();
    if !text.len().is_multiple_of(4) || padding > 2 {
        return None;
    }
    let digits: Option<Vec<u32>> = text[..text.len() - padding]
        .iter()
        .map(|&letter| digit(letter))
        .collect();
    Some(digits?.chunks(4).flat_map(join).collect())
}

fn digit(letter: u8) -> Option<u32> {
    ALPHABET
        .iter()
        .position(|&known| known == letter)
        .and_then(|at| u32::try_from(at).ok())
}

/// The bytes of up to four digits: one fewer than the digits.
fn join(digits: &[u32]) -> impl Iterator<Item = u8> + use<> {
    let word = digits.iter().fold(0, |word, digit| word << 6 | digit) << (6 * (4 - digits.len()));
    let [_, bytes @ ..] = word.to_be_bytes();
    bytes.into_iter().take(digits.len().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rfcs_own_examples() {
        let check = |plain: &str, coded: &str| {
            assert_eq!(encode(plain.as_bytes()), coded);
            assert_eq!(decode(coded).as_deref(), Some(plain.as_bytes()));
        };
        check("", "");
        check("f", "Zg==");
        check("fo", "Zm8=");
        check("foo", "Zm9v");
        check("foob", "Zm9vYg==");
        check("fooba", "Zm9vYmE=");
        check("foobar", "Zm9vYmFy");
    }

    #[test]
    fn what_is_not_base64_is_refused() {
        for text in ["Z", "Zg=", "Z===", "====", "Zm9!", "Zm=v"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

    #[test]
    fn line_breaks_are_passed_over() {
        assert_eq!(decode("Zm9v\r\nYmFy\n").as_deref(), Some(&b"foobar"[..]));
    }
}
