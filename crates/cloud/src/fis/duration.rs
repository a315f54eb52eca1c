//! Lengths of time as ISO 8601 writes them: `PT1H30M`.

use des::SimDuration;

/// The length that `text` says, if it says one: `PT` and hours, minutes, seconds in this order, each a whole number.
pub(super) fn parse(text: &str) -> Option<SimDuration> {
    let mut rest = text.strip_prefix("PT").filter(|rest| !rest.is_empty())?;
    let mut seconds = 0_u64;
    for (letter, length) in [('H', 3_600), ('M', 60), ('S', 1)] {
        if let Some((number, after)) = rest.split_once(letter) {
            let number: u64 = number.parse().ok().filter(|number| *number < 1_000_000)?;
            seconds += number * length;
            rest = after;
        }
    }
    rest.is_empty().then(|| SimDuration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_as_iso_8601_writes_them() {
        for (text, seconds) in [
            ("PT30M", Some(1_800)),
            ("PT1H30M", Some(5_400)),
            ("PT90S", Some(90)),
            ("PT12H", Some(43_200)),
            ("PT", None),
            ("30M", None),
            ("PT30", None),
            ("PT1M1H", None),
            ("PT-1M", None),
            ("PTM", None),
        ] {
            assert_eq!(parse(text), seconds.map(SimDuration::from_secs), "{text}");
        }
    }
}
