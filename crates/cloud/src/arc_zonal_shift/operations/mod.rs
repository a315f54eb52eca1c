//! The operations of zonal shift.
//!
//! Source: AWS's published API model of `arc-zonal-shift`; the texts of refusals are our choice, for none were published.

mod read_input;
mod resources;

use api::arc_zonal_shift::{
    CancelZonalShiftInput, CancelZonalShiftOutput, ListZonalShiftsInput, ListZonalShiftsOutput, Read,
    StartZonalShiftInput, StartZonalShiftOutput, UpdateZonalShiftInput, UpdateZonalShiftOutput, Write,
    ZonalShiftSummary,
};
use api::{ApiError, Output, Timestamp};
use des::Stream;

use super::{ShiftIndex, Status, ZonalShift};
use crate::Cloud;

const ID: Stream = Stream::named("arc-zonal-shift/id");

/// Carries out a call that changes something.
pub(crate) fn write(cloud: &mut Cloud, call: &Write) -> Result<Output, ApiError> {
    match call {
        Write::StartZonalShift(input) => start(cloud, input).map(Output::from),
        Write::UpdateZonalShift(input) => update(cloud, input).map(Output::from),
        Write::CancelZonalShift(input) => cancel(cloud, input).map(Output::from),
    }
}

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &Read) -> Result<Output, ApiError> {
    match call {
        Read::ListZonalShifts(input) => Ok(list(cloud, input).into()),
        Read::GetManagedResource(input) => resources::get(cloud, input).map(Output::from),
        Read::ListManagedResources(_) => Ok(resources::list(cloud).into()),
    }
}

/// A shift, as all three calls that change one answer: AWS gives each a shape of its own with the same members.
macro_rules! answer {
    ($output:ident, $cloud:ident, $shift:ident) => {
        $output {
            away_from: Some(zone_id($cloud, $shift)),
            comment: Some($shift.comment.clone()),
            expiry_time: Some(Timestamp::of($shift.expiry)),
            resource_identifier: Some(arn($cloud, $shift)),
            start_time: Some(Timestamp::of($shift.start)),
            status: Some($shift.status.name().to_owned()),
            zonal_shift_id: Some($shift.id.clone()),
        }
    };
}

fn start(cloud: &mut Cloud, input: &StartZonalShiftInput) -> Result<StartZonalShiftOutput, ApiError> {
    let resource = resources::with_arn(cloud, input.resource_identifier.as_deref().unwrap_or_default())?;
    let away_from = read_input::zone(cloud, resource, input.away_from.as_deref().unwrap_or_default())?;
    let length = read_input::length(input.expires_in.as_deref().unwrap_or_default())?;
    if let Some(shift) = cloud.arc_zonal_shift.active(resource) {
        let message = format!(
            "ZonalShiftAlreadyExists: zonal shift '{}' is active for the resource",
            shift.id
        );
        return Err(ApiError::new("ConflictException", message));
    }
    let cause = cloud.accept();
    let index = ShiftIndex(cloud.arc_zonal_shift.shifts.len() as u32);
    cloud.arc_zonal_shift.shifts.push(ZonalShift {
        id: new_id(cloud, index),
        resource,
        away_from,
        comment: input.comment.clone().unwrap_or_default(),
        start: cloud.now,
        expiry: cloud.now + length,
        status: Status::Active,
        cause,
    });
    cloud.shift_is(index, Status::Active, cause);
    cloud.await_expiry(index);
    let shift = &cloud.arc_zonal_shift.shifts[index.0 as usize];
    Ok(answer!(StartZonalShiftOutput, cloud, shift))
}

fn update(cloud: &mut Cloud, input: &UpdateZonalShiftInput) -> Result<UpdateZonalShiftOutput, ApiError> {
    let index = active_with_id(cloud, input.zonal_shift_id.as_deref().unwrap_or_default())?;
    let length = input.expires_in.as_deref().map(read_input::length).transpose()?;
    let cause = cloud.accept();
    let expiry = length.map(|length| cloud.now + length);
    let shift = &mut cloud.arc_zonal_shift.shifts[index.0 as usize];
    shift.expiry = expiry.unwrap_or(shift.expiry);
    shift.cause = cause;
    if let Some(comment) = &input.comment {
        shift.comment.clone_from(comment);
    }
    cloud.await_expiry(index);
    let shift = &cloud.arc_zonal_shift.shifts[index.0 as usize];
    Ok(answer!(UpdateZonalShiftOutput, cloud, shift))
}

fn cancel(cloud: &mut Cloud, input: &CancelZonalShiftInput) -> Result<CancelZonalShiftOutput, ApiError> {
    let index = active_with_id(cloud, input.zonal_shift_id.as_deref().unwrap_or_default())?;
    let cause = cloud.accept();
    cloud.shift_is(index, Status::Canceled, cause);
    let shift = &cloud.arc_zonal_shift.shifts[index.0 as usize];
    Ok(answer!(CancelZonalShiftOutput, cloud, shift))
}

fn list(cloud: &Cloud, input: &ListZonalShiftsInput) -> ListZonalShiftsOutput {
    let wanted = |shift: &&ZonalShift| {
        let status = input
            .status
            .as_deref()
            .is_none_or(|status| status == shift.status.name());
        let resource = input.resource_identifier.as_deref();
        status && resource.is_none_or(|resource| resource == arn(cloud, shift))
    };
    let shifts = cloud.arc_zonal_shift.shifts.iter().filter(wanted);
    ListZonalShiftsOutput {
        items: shifts.map(|shift| summary(cloud, shift)).collect(),
    }
}

fn summary(cloud: &Cloud, shift: &ZonalShift) -> ZonalShiftSummary {
    ZonalShiftSummary {
        away_from: Some(zone_id(cloud, shift)),
        comment: Some(shift.comment.clone()),
        expiry_time: Some(Timestamp::of(shift.expiry)),
        resource_identifier: Some(arn(cloud, shift)),
        start_time: Some(Timestamp::of(shift.start)),
        status: Some(shift.status.name().to_owned()),
        zonal_shift_id: Some(shift.id.clone()),
    }
}

/// The zonal shift with this id, which must be active.
fn active_with_id(cloud: &Cloud, id: &str) -> Result<ShiftIndex, ApiError> {
    let mut all = (0..).map(ShiftIndex).zip(&cloud.arc_zonal_shift.shifts);
    let Some((index, shift)) = all.find(|(_, shift)| shift.id == id) else {
        let message = format!("There is no zonal shift '{id}'");
        return Err(ApiError::new("ResourceNotFoundException", message));
    };
    if shift.status == Status::Active {
        return Ok(index);
    }
    let message = format!(
        "ZonalShiftStatusNotActive: zonal shift '{id}' is {}",
        shift.status.name()
    );
    Err(ApiError::new("ConflictException", message))
}

/// Thirty-two hexadecimal digits in five groups.
fn new_id(cloud: &Cloud, index: ShiftIndex) -> String {
    let bits = |half: u64| cloud.seed.draw(ID, index.0.into(), half).bits();
    let digits = format!("{:016x}{:016x}", bits(0), bits(1));
    let [a, b, c, d, e] = [0..8, 8..12, 12..16, 16..20, 20..32].map(|range| &digits[range]);
    format!("{a}-{b}-{c}-{d}-{e}")
}

fn zone_id(cloud: &Cloud, shift: &ZonalShift) -> String {
    cloud.region.zone(shift.away_from).id.to_owned()
}

fn arn(cloud: &Cloud, shift: &ZonalShift) -> String {
    resources::arn(cloud, shift.resource)
}
