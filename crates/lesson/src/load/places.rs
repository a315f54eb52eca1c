//! Names of images and zones: they must be those of the model, in the lesson's Region.

use cloud::ec2::{IMAGES, Image};
use cloud::region::{Region, RegionCode};

use super::findings::Findings;
use super::lines;
use super::reader::did_you_mean;
use crate::check::{Check, InstanceFilter, Reading};
use crate::error::Code;
use crate::format::{Lesson, TargetKind};
use crate::observed::Named;
use crate::reference::{self, Reference};

/// Reports every image or zone that the lesson's account will not have.
pub(super) fn check(findings: &Findings, lesson: &Lesson) {
    let Some(region) = RegionCode::named(&lesson.world.region).map(RegionCode::region) else {
        return;
    };
    for (pointer, line) in lines::all(lesson) {
        check_text(findings, &pointer, &line.text, region);
    }
    for (index, step) in lesson.steps.iter().enumerate() {
        let pointer = format!("/steps/{index}");
        step.checks()
            .for_each(|check| check_readings(findings, &pointer, check, region));
        for (place, target) in step.spotlight.iter().enumerate() {
            if target.what == TargetKind::Zone {
                check_zone(
                    findings,
                    &format!("{pointer}/spotlight/{place}"),
                    &target.name,
                    region,
                );
            }
        }
    }
    for (index, event) in lesson.timeline.iter().enumerate() {
        let check = event.condition().into_iter();
        check.for_each(|check| check_readings(findings, &format!("/timeline/{index}/when"), check, region));
    }
}

fn check_text(findings: &Findings, pointer: &str, text: &str, region: &Region) {
    for reference in reference::all_in(text).filter_map(Reference::parse) {
        match reference {
            Reference::Named(Named::Image, name) => check_image(findings, pointer, name),
            Reference::Named(Named::Subnet, zone) => check_zone(findings, pointer, zone, region),
            Reference::Named(..) | Reference::Fact(_) | Reference::Param(_) => {}
        }
    }
}

fn check_readings(findings: &Findings, pointer: &str, check: &Check, region: &Region) {
    for comparison in check.comparisons() {
        match &comparison.reading {
            Reading::Instances(filter) | Reading::Endpoints(filter) => {
                check_filter(findings, pointer, filter, region);
            }
            Reading::Read { command, .. } => check_text(findings, pointer, command, region),
            Reading::Metric { .. } | Reading::Calls(_) | Reading::Cost(_) => {}
        }
    }
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
