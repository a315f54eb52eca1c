//! Lengths of model time as authors write them: `30s`, `5m`, `2h`.

use des::SimDuration;

/// Longest length that a lesson may name: a week.
const LONGEST_S: u64 = 7 * 24 * 3600;

/// Reads `30s`, `5m` or `2h`; at most a week.
pub(crate) fn parse(text: &str) -> Option<SimDuration> {
    let unit = match text.chars().last()? {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        _ => return None,
    };
    let count: u64 = text[..text.len() - 1].parse().ok()?;
    let seconds = count.checked_mul(unit).filter(|seconds| *seconds <= LONGEST_S)?;
    Some(SimDuration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_has_a_unit_and_an_end() {
        assert_eq!(parse("90s"), Some(SimDuration::from_secs(90)));
        assert_eq!(parse("5m"), Some(SimDuration::from_mins(5)));
        for wrong in [
            "90",
            "s",
            "-1s",
            "1.5s",
            "8d",
            "99999999999999999999s",
            "200h",
            "",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
