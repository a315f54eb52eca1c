//! Lengths of time as people type them: `90s`, `10m`, `1h30m`, `250ms`; down to `1us`.

use des::SimDuration;

/// Longest units first; microseconds of each.
const UNITS: [(&str, u64); 6] = [
    ("d", 86_400_000_000),
    ("h", 3_600_000_000),
    ("m", 60_000_000),
    ("s", 1_000_000),
    ("ms", 1_000),
    ("us", 1),
];

/// The length that `text` says; `None` if it says none or one of more than 292,000 years.
///
/// Units go from large to small, each at most once: `1h30m`, not `30m1h`. A bare number has no meaning.
#[must_use]
pub fn parse(text: &str) -> Option<SimDuration> {
    let (mut rest, mut total, mut unit_at) = (text, 0_u64, 0);
    while !rest.is_empty() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number: u64 = rest[..digits].parse().ok()?;
        let letters = rest[digits..]
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(rest.len() - digits);
        let name = &rest[digits..digits + letters];
        let found = UNITS[unit_at..].iter().position(|(unit, _)| *unit == name)? + unit_at;
        total = number.checked_mul(UNITS[found].1)?.checked_add(total)?;
        (rest, unit_at) = (&rest[digits + letters..], found + 1);
    }
    (!text.is_empty()).then(|| SimDuration::from_micros(total))
}

/// The shortest text that [`parse`] takes for `length`; what is below a millisecond is cut off.
#[must_use]
pub fn format(length: SimDuration) -> String {
    exact(SimDuration::from_micros(length.as_micros() / 1_000 * 1_000))
}

/// The shortest text that [`parse`] takes for `length`.
#[must_use]
pub fn exact(length: SimDuration) -> String {
    let (mut rest, mut text) = (length.as_micros(), String::new());
    for (unit, micros) in UNITS {
        if rest >= micros {
            text += &format!("{}{unit}", rest / micros);
            rest %= micros;
        }
    }
    if text.is_empty() { "0s".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_and_written_alike() {
        let check = |text: &str, seconds: u64| {
            assert_eq!(parse(text), Some(SimDuration::from_secs(seconds)), "{text}");
            assert_eq!(format(SimDuration::from_secs(seconds)), text);
        };
        check("0s", 0);
        check("59s", 59);
        check("10m", 600);
        check("1m30s", 90);
        check("1h30m", 5_400);
        check("7d", 604_800);
        assert_eq!(parse("90s"), Some(SimDuration::from_secs(90)));
        assert_eq!(parse("250ms"), Some(SimDuration::from_millis(250)));
    }

    #[test]
    fn microseconds_are_said_only_where_they_matter() {
        let length = SimDuration::from_micros(1_002_003);
        assert_eq!(
            (format(length), exact(length)),
            ("1s2ms".to_owned(), "1s2ms3us".to_owned())
        );
        assert_eq!(
            (parse("1s2ms3us"), exact(SimDuration::ZERO)),
            (Some(length), "0s".to_owned())
        );
    }

    #[test]
    fn what_says_no_length_is_refused() {
        for text in [
            "",
            "10",
            "m",
            "1.5h",
            "-3s",
            "30m1h",
            "1h1h",
            "10 m",
            "10min",
            "é",
            "99999999999999999999s",
            "9999999999999d",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
