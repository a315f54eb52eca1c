//! `sandbox traffic`: how many requests the employees send.

use api::ApiError;
use api::sandbox::TrafficInput;
use des::SimDuration;

use super::length;
use crate::Cloud;
use crate::fact::What;
use crate::workload::{OfficeIndex, Profile, Traffic};

/// How long a ramp or a crowd takes if nothing is said. Our choice.
const OVER: SimDuration = SimDuration::from_mins(10);
/// How long a day takes.
const DAY: SimDuration = SimDuration::from_mins(24 * 60);
/// The shortest time that a profile may take.
const OVER_MIN: SimDuration = SimDuration::from_secs(1);
/// How many times the rate a crowd's peak is if nothing is said. Our choice.
const PEAK_FACTOR: f64 = 10.0;

pub(crate) fn traffic(cloud: &mut Cloud, input: &TrafficInput) -> Result<(), ApiError> {
    let traffic = decide(cloud, input)?;
    let cause = cloud.accept();
    settle_arrivals(cloud);
    cloud.workload.traffic = traffic;
    cloud.workload.cause = cloud.facts.note(cloud.now, cause, What::TrafficChanged);
    OfficeIndex::all().for_each(|office| cloud.schedule_arrival(office));
    Ok(())
}

fn decide(cloud: &Cloud, input: &TrafficInput) -> Result<Traffic, ApiError> {
    let rate = input.rate.unwrap_or(0.0);
    let over = length(input.over.as_deref())?;
    if over.is_some_and(|over| over < OVER_MIN) {
        return Err(ApiError::invalid_parameter("Over must be at least 1s."));
    }
    let profile = input.profile.as_deref().unwrap_or("steady");
    if input.peak.is_some() && profile != "flash-crowd" {
        return Err(ApiError::invalid_parameter_combination(format!(
            "Peak belongs to the profile flash-crowd; {profile} has none."
        )));
    }
    let since = cloud.now;
    let profile = match profile {
        "ramp" => Profile::Ramp {
            from: cloud.workload.traffic.rate_at(since),
            over: over.unwrap_or(OVER),
        },
        "day" => Profile::Day {
            over: over.unwrap_or(DAY),
        },
        "flash-crowd" => {
            let peak = input.peak.unwrap_or(rate * PEAK_FACTOR);
            Profile::FlashCrowd {
                peak,
                over: over.unwrap_or(OVER),
            }
        }
        _ => Profile::Steady,
    };
    Ok(Traffic { rate, profile, since })
}

/// The old traffic ends now.
fn settle_arrivals(cloud: &mut Cloud) {
    for office in OfficeIndex::all() {
        let share = cloud.visit_share(office);
        let workload = &mut cloud.workload;
        workload.arrivals[office.0 as usize].settle(&workload.traffic, share, cloud.now);
    }
}
