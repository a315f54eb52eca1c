//! The operations of AWS FIS.
//!
//! Source: AWS FIS API Reference, version 2020-12-01.

mod catalog;
mod experiments;
mod tags;
mod templates;

use api::fis::{Read, Write};
use api::{ApiError, Output};

use crate::Cloud;

/// Carries out a call that changes something.
pub(crate) fn write(cloud: &mut Cloud, call: &Write) -> Result<Output, ApiError> {
    match call {
        Write::CreateExperimentTemplate(input) => templates::create(cloud, input).map(Output::from),
        Write::UpdateExperimentTemplate(input) => templates::update(cloud, input).map(Output::from),
        Write::DeleteExperimentTemplate(input) => templates::delete(cloud, input).map(Output::from),
        Write::StartExperiment(input) => experiments::start(cloud, input).map(Output::from),
        Write::StopExperiment(input) => experiments::stop(cloud, input).map(Output::from),
        Write::TagResource(input) => tags::tag(cloud, input).map(Output::from),
        Write::UntagResource(input) => tags::untag(cloud, input).map(Output::from),
    }
}

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &Read) -> Result<Output, ApiError> {
    match call {
        Read::GetExperimentTemplate(input) => templates::get(cloud, input).map(Output::from),
        Read::ListExperimentTemplates(_) => Ok(templates::list(cloud).into()),
        Read::GetExperiment(input) => experiments::get(cloud, input).map(Output::from),
        Read::ListExperiments(input) => Ok(experiments::list(cloud, input).into()),
        Read::ListActions(_) => Ok(catalog::list_actions(cloud).into()),
        Read::GetAction(input) => catalog::get_action(cloud, input).map(Output::from),
        Read::ListTargetResourceTypes(_) => Ok(catalog::list_targets().into()),
        Read::GetTargetResourceType(input) => catalog::get_target(input).map(Output::from),
        Read::ListTagsForResource(input) => tags::list(cloud, input).map(Output::from),
    }
}

fn not_found(what: &str, id: &str) -> ApiError {
    ApiError::new("ResourceNotFoundException", format!("{what} {id} not found."))
}

fn to_map(tags: &crate::ec2::Tags) -> api::Map<String> {
    tags.iter().cloned().collect()
}
