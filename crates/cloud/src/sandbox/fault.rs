//! `sandbox fault` and `sandbox end-fault`: breaking things, and mending them.

use api::ApiError;
use api::sandbox::{EndFaultInput, FaultInput, FaultOutput};

use super::length;
use crate::Cloud;
use crate::app::Dependency;
use crate::ec2::{Boot, InstanceIndex, InstanceState, InstanceType};
use crate::fault::{FaultIndex, FaultKind, Grey, Shortage};
use crate::region::ZoneIndex;

/// How many times slower a slow instance is if nothing is said. Our choice.
const FACTOR: f64 = 5.0;
/// How many percent a grey zone loses if nothing is said. Our choice.
const LOST_PERCENT: f64 = 20.0;

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
    let index = index.ok_or_else(|| ApiError::invalid_parameter(format!("There is no fault '{id}'.")))?;
    if cloud
        .faults()
        .any(|(fault, state)| fault == index && state.ended.is_some())
    {
        return Err(ApiError::invalid_parameter(format!("The fault '{id}' is over.")));
    }
    let cause = cloud.accept();
    cloud.end_fault(index, cause);
    Ok(())
}

fn decide(cloud: &Cloud, input: &FaultInput) -> Result<FaultKind, ApiError> {
    match input.kind.as_deref().unwrap_or_default() {
        "az-outage" => Ok(FaultKind::AzOutage(zone(cloud, input)?)),
        "instance-crash" => Ok(FaultKind::InstanceCrash(with_os(cloud, input)?)),
        "host-failure" => Ok(FaultKind::HostFailure(running(cloud, input)?)),
        "app-hang" => Ok(FaultKind::AppHang(with_app(cloud, input)?)),
        "app-crash" => Ok(FaultKind::AppCrash(with_app(cloud, input)?)),
        "instance-slow" => {
            let factor = input.factor.unwrap_or(FACTOR);
            Ok(FaultKind::InstanceSlow(running(cloud, input)?, permille(factor)))
        }
        "memory-leak" => Ok(FaultKind::MemoryLeak(with_app(cloud, input)?)),
        "az-grey" => Ok(FaultKind::AzGrey(zone(cloud, input)?, grey(input))),
        "insufficient-capacity" => Ok(FaultKind::InsufficientCapacity(Shortage {
            zone: zone(cloud, input)?,
            instance_type: input
                .instance_type
                .as_deref()
                .map(instance_type_named)
                .transpose()?,
        })),
        "dependency-slow" => Ok(FaultKind::DependencySlow(
            dependency(input)?,
            permille(input.factor.unwrap_or(FACTOR)),
        )),
        other => Err(ApiError::invalid_parameter(format!(
            "'{other}' is no kind of fault."
        ))),
    }
}

fn permille(factor: f64) -> u32 {
    (factor * 1_000.0) as u32
}

/// What is lost, and how slow the rest is; if nothing is said, only something is lost.
fn grey(input: &FaultInput) -> Grey {
    let lost = if input.factor.is_some() { 0.0 } else { LOST_PERCENT };
    Grey {
        lost_permille: (input.lost_percent.unwrap_or(lost) * 10.0) as u32,
        slow_permille: permille(input.factor.unwrap_or(1.0)),
    }
}

fn dependency(input: &FaultInput) -> Result<Dependency, ApiError> {
    match input.dependency.as_deref() {
        None => Err(ApiError::missing_parameter("Dependency")),
        Some("s3") => Ok(Dependency::S3),
        Some(_) => Ok(Dependency::DynamoDb),
    }
}

/// AWS's name of a type that there is.
///
/// # Errors
/// `InvalidParameterValue` for any other.
pub(super) fn instance_type_named(name: &str) -> Result<&'static str, ApiError> {
    let found = InstanceType::named(name).map(|found| found.name);
    found.ok_or_else(|| ApiError::invalid_parameter_value(name, "InstanceType"))
}

fn zone(cloud: &Cloud, input: &FaultInput) -> Result<ZoneIndex, ApiError> {
    zone_named(cloud, input.zone.as_deref())
}

/// The zone of the Region that is called so.
///
/// # Errors
/// `MissingParameter`, `InvalidParameterValue`.
pub(super) fn zone_named(cloud: &Cloud, name: Option<&str>) -> Result<ZoneIndex, ApiError> {
    let name = name.ok_or_else(|| ApiError::missing_parameter("Zone"))?;
    let zone = cloud.region.zone_named(name);
    zone.ok_or_else(|| {
        ApiError::invalid_parameter(format!(
            "There is no Availability Zone '{name}' in {}.",
            cloud.region.name
        ))
    })
}

fn running(cloud: &Cloud, input: &FaultInput) -> Result<InstanceIndex, ApiError> {
    let id = input
        .instance_id
        .as_deref()
        .ok_or_else(|| ApiError::missing_parameter("InstanceId"))?;
    let index = cloud.instance_with_id(id)?;
    let state = cloud.ec2.instances[index.index()].state;
    if state != InstanceState::Running {
        return Err(ApiError::invalid_parameter(format!(
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
        .ok_or_else(|| ApiError::invalid_parameter("Its operating system is not up, so it cannot crash."))
}

fn with_app(cloud: &Cloud, input: &FaultInput) -> Result<InstanceIndex, ApiError> {
    let index = with_os(cloud, input)?;
    let up = cloud.ec2.instances[index.index()].boot == Boot::AppUp;
    up.then_some(index)
        .ok_or_else(|| ApiError::invalid_parameter("Its app is not up, so nothing can happen to it."))
}
