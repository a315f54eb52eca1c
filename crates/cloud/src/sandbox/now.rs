//! `sandbox now`: the time of the model.

use api::sandbox::{NowInput, NowOutput};
use api::{ApiError, Timestamp};

use super::length;
use crate::Cloud;

pub(super) fn now(cloud: &Cloud, input: &NowInput) -> Result<NowOutput, ApiError> {
    let offset = input.offset.as_deref().unwrap_or("0s");
    let (sign, text) = match offset.strip_prefix('-') {
        Some(text) => (-1, text),
        None => (1, offset.strip_prefix('+').unwrap_or(offset)),
    };
    let micros = length(Some(text))?.map_or(0, |length| length.as_micros());
    let moved = i64::try_from(micros)
        .ok()
        .and_then(|micros| Timestamp::of(cloud.now).as_micros().checked_add(sign * micros));
    let moved =
        moved.ok_or_else(|| ApiError::invalid_parameter(format!("'{offset}' is too far from now.")))?;
    Ok(NowOutput {
        now: Some(Timestamp::from_micros(moved)),
    })
}
