//! Whether YAML 1.2, as ruamel.yaml reads it, takes a text without quotes for something else.

/// Whether the text would be read as true, null, a number, a date or the like.
pub(super) fn is_other_than_text(text: &str) -> bool {
    matches!(
        text,
        "" | "~"
            | "null"
            | "Null"
            | "NULL"
            | "true"
            | "True"
            | "TRUE"
            | "false"
            | "False"
            | "FALSE"
            | "<<"
            | "="
    ) || is_number(text)
        || is_date(text)
        || is_instant(text)
}

fn is_number(text: &str) -> bool {
    let begins =
        text.starts_with(|letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '+' | '.'));
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    begins
        && (is_whole(unsigned)
            || is_fraction(unsigned)
            || is_infinite(unsigned)
            || matches!(text, ".nan" | ".NaN" | ".NAN"))
}

fn is_infinite(text: &str) -> bool {
    matches!(text, ".inf" | ".Inf" | ".INF")
}

fn is_whole(text: &str) -> bool {
    let of = |digits: Option<&str>, belongs: fn(u8) -> bool| {
        digits.is_some_and(|digits| {
            !digits.is_empty() && digits.bytes().all(|digit| digit == b'_' || belongs(digit))
        })
    };
    let octal = text.strip_prefix("0o").or_else(|| text.strip_prefix('0'));
    of(Some(text), |digit| digit.is_ascii_digit())
        || of(octal, |digit| matches!(digit, b'0'..=b'7'))
        || of(text.strip_prefix("0b"), |digit| matches!(digit, b'0' | b'1'))
        || of(text.strip_prefix("0x"), |digit| digit.is_ascii_hexdigit())
}

/// With a point, an exponent or both.
fn is_fraction(text: &str) -> bool {
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(exponent)),
        None => (text, None),
    };
    let digits = |text: &str| text.bytes().all(|digit| digit == b'_' || digit.is_ascii_digit());
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    let exponent_fits = exponent.is_none_or(|exponent| {
        let unsigned = exponent.strip_prefix(['-', '+']);
        let needs_sign = whole.is_empty();
        let power = unsigned.unwrap_or(exponent);
        let signed = unsigned.is_some() || !needs_sign;
        signed && !power.is_empty() && power.bytes().all(|digit| digit.is_ascii_digit())
    });
    let number_fits = match fraction {
        None => exponent.is_some() && begins_with_digit(whole),
        Some(fraction) if whole.is_empty() => !fraction.is_empty() && digits(fraction),
        Some(fraction) => begins_with_digit(whole) && digits(fraction),
    };
    number_fits && digits(whole) && exponent_fits
}

fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit())
}

/// `2026-11-02`
fn is_date(text: &str) -> bool {
    let mut rest = Rest(text);
    rest.digits(4, 4)
        && rest.sign("-")
        && rest.digits(2, 2)
        && rest.sign("-")
        && rest.digits(2, 2)
        && rest.0.is_empty()
}

/// `2026-11-02T10:00:00.5 +01:00`, `2026-1-2 3:00:00Z`
fn is_instant(text: &str) -> bool {
    let mut rest = Rest(text);
    let date =
        rest.digits(4, 4) && rest.sign("-") && rest.digits(1, 2) && rest.sign("-") && rest.digits(1, 2);
    date && rest.divider()
        && rest.digits(1, 2)
        && rest.sign(":")
        && rest.digits(2, 2)
        && rest.sign(":")
        && rest.digits(2, 2)
        && rest.fraction()
        && rest.offset()
}

/// What is left of a text to be looked at.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    fn sign(&mut self, sign: &str) -> bool {
        let rest = self.0.strip_prefix(sign);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    /// As many digits as there are, up to `most`.
    fn digits(&mut self, least: usize, most: usize) -> bool {
        let count = self.0.bytes().take(most).take_while(u8::is_ascii_digit).count();
        self.0 = &self.0[count..];
        count >= least
    }

    fn spaces(&mut self) -> bool {
        let rest = self.0.trim_start_matches([' ', '\t']);
        let any = rest.len() < self.0.len();
        self.0 = rest;
        any
    }

    fn divider(&mut self) -> bool {
        self.sign("T") || self.sign("t") || self.spaces()
    }

    fn fraction(&mut self) -> bool {
        if self.sign(".") {
            self.0 = self.0.trim_start_matches(|letter: char| letter.is_ascii_digit());
        }
        true
    }

    fn offset(&mut self) -> bool {
        if self.0.is_empty() {
            return true;
        }
        self.spaces();
        if self.sign("Z") {
            return self.0.is_empty();
        }
        let signed = self.sign("+") || self.sign("-");
        let hours = signed && self.digits(1, 2);
        hours && (self.0.is_empty() || (self.sign(":") && self.digits(2, 2) && self.0.is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_look_like_something_else_are_known() {
        for text in [
            "",
            "~",
            "null",
            "TRUE",
            "<<",
            "=",
            "0",
            "-12",
            "1_000",
            "0o17",
            "017",
            "0b1_0",
            "0xFf",
            "1.",
            "1.5",
            "-.5",
            "1e3",
            "1_0.0_1e-3",
            ".5e+3",
            "+.INF",
            ".nan",
            "2026-11-02",
            "2026-11-02T10:00:00+00:00",
            "2026-1-2 3:04:05",
            "2026-11-02t10:00:00.25 Z",
            "2026-11-02T10:00:00 -5",
            "-_",
        ] {
            assert!(is_other_than_text(text), "{text}");
        }
    }

    #[test]
    fn texts_are_told_apart_from_it() {
        for text in [
            "yes",
            "no",
            "nUll",
            "12:30:00",
            "1.2.3.4",
            "i-0123",
            "0x",
            "0b2",
            "1e",
            "e3",
            ".e3",
            ".5e3",
            "-",
            "+",
            ".",
            "-.inf.",
            "-.nan",
            "2026-11",
            "2026-1-2",
            "2026-11-02T10:00",
            "2026-11-02T10:00:00+",
            "2026-11-02T10:00:00+1:0",
            "_1",
            "1__x",
        ] {
            assert!(!is_other_than_text(text), "{text}");
        }
    }
}
