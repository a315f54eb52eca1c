//! Names of images and zones: they must be those of the model, in the lesson's Region.

use cloud::ec2::{IMAGES, Image};
use cloud::region::{Region, RegionCode};

use super::findings::Findings;
use super::reader::did_you_mean;
use crate::check::{Check, InstanceFilter, Reading};
use crate::error::Code;
use crate::format::{Lesson, Step};
use crate::reference::{self, Reference};
use crate::script::Line;

/// Reports every image or zone that the lesson's account will not have.
pub(super) fn check(findings: &Findings, lesson: &Lesson) {
    let Some(region) = RegionCode::named(&lesson.world.region).map(RegionCode::region) else {
        return;
    };
    check_lines(findings, "/world/setup", lesson.world.setup.iter(), region);
    for (index, step) in lesson.steps.iter().enumerate() {
        let pointer = format!("/steps/{index}");
        check_lines(findings, &pointer, step.lines(), region);
        filters(step).for_each(|filter| check_filter(findings, &pointer, filter, region));
    }
}

fn check_lines<'l>(
    findings: &Findings,
    pointer: &str,
    lines: impl Iterator<Item = &'l Line>,
    region: &Region,
) {
    for reference in lines
        .flat_map(|line| reference::all_in(&line.text))
        .filter_map(Reference::parse)
    {
        match reference {
            Reference::Image(name) => check_image(findings, pointer, name),
            Reference::Subnet(zone) => check_zone(findings, pointer, zone, region),
            Reference::Fact(_) => {}
        }
    }
}

fn filters(step: &Step) -> impl Iterator<Item = &InstanceFilter> {
    let of_goals = step.goals.iter().map(|goal| &goal.check);
    let checks = of_goals.chain(step.decoys.iter().map(|decoy| &decoy.matches));
    checks
        .flat_map(Check::comparisons)
        .filter_map(|comparison| match &comparison.reading {
            Reading::Instances(filter) | Reading::Endpoints(filter) => Some(filter),
            Reading::Metric { .. } | Reading::Calls(_) => None,
        })
}

fn check_filter(findings: &Findings, pointer: &str, filter: &InstanceFilter, region: &Region) {
    filter
        .image
        .iter()
        .for_each(|name| check_image(findings, pointer, name));
    filter
        .zone
        .iter()
        .for_each(|zone| check_zone(findings, pointer, zone, region));
}

fn check_image(findings: &Findings, pointer: &str, name: &str) {
    if Image::named(name).is_none() {
        let fix = did_you_mean(name, IMAGES.iter().map(|image| image.name));
        findings.report(
            pointer,
            Code::UnknownReference,
            format!("The account has no image `{name}`."),
            fix,
        );
    }
}

fn check_zone(findings: &Findings, pointer: &str, zone: &str, region: &Region) {
    if region.zone_named(zone).is_none() {
        let fix = did_you_mean(zone, region.zones.iter().map(|zone| zone.name));
        findings.report(
            pointer,
            Code::UnknownReference,
            format!("{} has no zone `{zone}`.", region.name),
            fix,
        );
    }
}
