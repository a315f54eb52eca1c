//! What a call says, read.

use api::ApiError;
use des::SimDuration;

use crate::Cloud;
use crate::arc_zonal_shift::Resource;
use crate::arc_zonal_shift::defaults;
use crate::region::ZoneIndex;

/// A zone of a resource, by its id.
pub(super) fn zone(cloud: &Cloud, resource: Resource, id: &str) -> Result<ZoneIndex, ApiError> {
    let mut zones = super::resources::zones(cloud, resource).into_iter();
    let found = zones.find(|zone| cloud.region.zone(*zone).id == id);
    let message = format!("InvalidAz: '{id}' is no Availability Zone of the resource");
    found.ok_or_else(|| ApiError::new("ValidationException", message))
}

/// `30m` or `2h`: a minute to three days.
pub(super) fn length(text: &str) -> Result<SimDuration, ApiError> {
    let parts = text.split_at_checked(text.len().saturating_sub(1));
    let number = |digits: &str| {
        digits
            .parse::<u64>()
            .ok()
            .filter(|_| !digits.starts_with(['0', '+']))
    };
    let seconds = match parts {
        Some((digits, "m")) => number(digits).map(|minutes| minutes * 60),
        Some((digits, "h")) => number(digits).map(|hours| hours * 3_600),
        _ => None,
    };
    let length = seconds
        .map(SimDuration::from_secs)
        .filter(|length| *length <= defaults::LONGEST);
    let message =
        format!("InvalidExpiresIn: '{text}' must be minutes or hours such as 30m or 2h, at most 72 hours");
    length.ok_or_else(|| ApiError::new("ValidationException", message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_minutes_or_hours_up_to_three_days() {
        let seconds = |text: &str| length(text).ok().map(|length| length.as_micros() / 1_000_000);
        assert_eq!(seconds("1m"), Some(60));
        assert_eq!(seconds("72h"), Some(259_200));
        for wrong in ["", "m", "0m", "+1m", "30", "30s", "73h", "1d"] {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }
}
