//! `DescribeRegions`: the Regions of the model. AWS has more than thirty; an account here lives in one.
//!
//! Filters: `endpoint`, `opt-in-status`, `region-name`.

use api::ApiError;
use api::ec2::{DescribeRegionsInput, DescribeRegionsOutput, Region};

use super::{OPT_IN_STATUS, check_names};
use crate::filter::{FilterPath, narrow};
use crate::region::RegionCode;

pub(super) const FILTERS: &[FilterPath] = &[
    ("endpoint", "Endpoint"),
    ("opt-in-status", "OptInStatus"),
    ("region-name", "RegionName"),
];

pub(crate) fn describe_regions(input: &DescribeRegionsInput) -> Result<DescribeRegionsOutput, ApiError> {
    let known: Vec<&str> = RegionCode::all().map(|region| region.name).collect();
    check_names(&input.region_names, &known, "region name")?;
    let wanted =
        |name: &&str| input.region_names.is_empty() || input.region_names.iter().any(|wanted| wanted == name);
    let regions = known.into_iter().filter(wanted).map(region).collect();
    Ok(DescribeRegionsOutput {
        regions: narrow(regions, &input.filters, FILTERS)?,
    })
}

fn region(name: &str) -> Region {
    Region {
        opt_in_status: Some(OPT_IN_STATUS.to_owned()),
        region_name: Some(name.to_owned()),
        endpoint: Some(format!("ec2.{name}.amazonaws.com")),
    }
}
