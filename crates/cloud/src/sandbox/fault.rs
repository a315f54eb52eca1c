//! `sandbox fault` and `sandbox end-fault`: breaking things, and mending them.

use api::ApiError;
use api::sandbox::{EndFaultInput, FaultInput, FaultOutput};

use super::{invalid, length};
use crate::Cloud;
use crate::ec2::{Boot, InstanceIndex, InstanceState};
use crate::fault::{FaultIndex, FaultKind};
use crate::region::ZoneIndex;

/// How many times slower a slow instance is if nothing is said. Our choice.
const FACTOR: f64 = 5.0;

pub(crate) fn fault(cloud: &mut Cloud, input: &FaultInput) -> Result<FaultOutput, ApiError> {
    let kind = decide(cloud, input)?;
    let length = length(input.duration.as_deref())?;
    let cause = cloud.accept();
    let fault = cloud.begin_fault(kind, length, cause);
    Ok(FaultOutput {
        fault_id: Some(fault.id()),
    })
}

pub(crate) fn end_fault(cloud: &mut Cloud, input: &EndFaultInput) -> Result<(), ApiError> {
    let id = input.fault_id.as_deref().unwrap_or_default();
    let known = |index: &FaultIndex| cloud.faults().any(|(fault, _)| fault == *index);
    let index = FaultIndex::with_id(id).filter(known);
    let index = index.ok_or_else(|| invalid(format!("There is no fault '{id}'.")))?;
    if cloud
        .faults()
        .any(|(fault, state)| fault == index && state.ended.is_some())
    {
        return Err(invalid(format!("The fault '{id}' is over.")));
    }
    let cause = cloud.accept();
    cloud.end_fault(index, cause);
    Ok(())
}

fn decide(cloud: &Cloud, input: &FaultInput) -> Result<FaultKind, ApiError> {
    match input.kind.as_deref().unwrap_or_default() {
        "az-outage" => Ok(FaultKind::AzOutage(zone(cloud, input)?)),
        "instance-crash" => Ok(FaultKind::InstanceCrash(with_os(cloud, input)?)),
        "app-hang" => Ok(FaultKind::AppHang(with_app(cloud, input)?)),
        "app-crash" => Ok(FaultKind::AppCrash(with_app(cloud, input)?)),
        "instance-slow" => {
            let permille = (input.factor.unwrap_or(FACTOR) * 1_000.0) as u32;
            Ok(FaultKind::InstanceSlow(running(cloud, input)?, permille))
        }
        other => Err(invalid(format!("'{other}' is no kind of fault."))),
    }
}

fn zone(cloud: &Cloud, input: &FaultInput) -> Result<ZoneIndex, ApiError> {
    let name = input.zone.as_deref().ok_or_else(|| missing("Zone"))?;
    let zone = cloud.region.zone_named(name);
    zone.ok_or_else(|| {
        invalid(format!(
            "There is no Availability Zone '{name}' in {}.",
            cloud.region.name
        ))
    })
}

fn running(cloud: &Cloud, input: &FaultInput) -> Result<InstanceIndex, ApiError> {
    let id = input
        .instance_id
        .as_deref()
        .ok_or_else(|| missing("InstanceId"))?;
    let index = cloud.instance_with_id(id)?;
    let state = cloud.ec2.instances[index.index()].state;
    if state != InstanceState::Running {
        return Err(invalid(format!(
            "'{id}' is {}, so this cannot happen to it.",
            state.name()
        )));
    }
    Ok(index)
}

fn with_os(cloud: &Cloud, input: &FaultInput) -> Result<InstanceIndex, ApiError> {
    let index = running(cloud, input)?;
    let runs = cloud.ec2.instances[index.index()].os_answers();
    runs.then_some(index)
        .ok_or_else(|| invalid("Its operating system is not up, so it cannot crash.".to_owned()))
}

fn with_app(cloud: &Cloud, input: &FaultInput) -> Result<InstanceIndex, ApiError> {
    let index = with_os(cloud, input)?;
    let up = cloud.ec2.instances[index.index()].boot == Boot::AppUp;
    up.then_some(index)
        .ok_or_else(|| invalid("Its app is not up, so nothing can happen to it.".to_owned()))
}

fn missing(member: &str) -> ApiError {
    ApiError {
        code: "MissingParameter",
        message: format!("The request must contain the parameter {member}"),
    }
}
