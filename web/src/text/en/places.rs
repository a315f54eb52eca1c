//! English for zones and services, and for what is broken.

use view::detail::{Bucket, Table};
use view::fleet::{Group, Refresh};
use view::trouble::{Trouble, TroubleKind};
use view::{Power, ServiceKind};

use super::numbers::{age, count};
use crate::text::PlaceWords;

pub(super) const PLACES: PlaceWords = PlaceWords {
    zone_selected: "Availability Zone, selected",
    service_selected: |kind| match kind {
        ServiceKind::DynamoDb => "Amazon DynamoDB, selected",
        ServiceKind::S3 => "Amazon S3, selected",
    },
    zone_id: "Zone ID",
    power: |power, now_s| match power {
        Power::On => "Has power".to_owned(),
        Power::OffSince(since) => {
            format!("No power for {}", age(now_s.saturating_sub(since.as_secs())))
        }
    },
    lit: "Had power so far",
    addresses_left: "Addresses left in its subnet",
    nothing_here: "Nothing of yours is here.",
    look_closer: "Look closer at",
    copies: "Copies",
    answering: |lit, all| format!("{lit} of {all} answer"),
    tables: "Tables",
    table,
    buckets: "Buckets",
    bucket,
    troubles: "Broken now",
    trouble,
    trouble_short,
    trouble_until,
    end_trouble: "End it",
    end_this: |name, what| match name {
        Some(name) => format!("End it at {name}: {}", trouble(what)),
        None => format!("End it: {}", trouble(what)),
    },
    ends_with_experiment: "It ends with its experiment.",
    refresh: "Instance refresh",
    refresh_state: |refresh: &Refresh| format!("{}, {} % replaced", refresh.status, refresh.percent),
    suspended: "Suspended processes",
    missing: |group: &Group| {
        let missing = group.desired.saturating_sub(group.in_service);
        match missing {
            0 => String::new(),
            1 => "1 not yet in service".to_owned(),
            _ => format!("{missing} not yet in service"),
        }
    },
};

fn table(table: &Table) -> String {
    let capacity = match table.provisioned {
        Some([reads, writes]) => format!("{} read and {} write capacity units", count(reads), count(writes)),
        None => "on demand".to_owned(),
    };
    format!(
        "{}, {} items, {}, {capacity}",
        table.status,
        count(table.items),
        bytes(table.bytes)
    )
}

fn bucket(bucket: &Bucket) -> String {
    format!("{} objects, {}", count(bucket.objects), bytes(bucket.bytes))
}

/// A size; as AWS, a kilobyte has 1,024 bytes.
pub(super) fn bytes(bytes: u64) -> String {
    const STEP: u64 = 1_024;
    match bytes {
        0..STEP => format!("{bytes} bytes"),
        STEP..1_048_576 => format!("{} KB", count(bytes / STEP)),
        1_048_576..1_073_741_824 => format!("{} MB", count(bytes / STEP / STEP)),
        _ => format!("{} GB", count(bytes / STEP / STEP / STEP)),
    }
}

/// How many times as long, from thousandths.
fn times(permille: u32) -> String {
    match (permille / 1_000, permille % 1_000 / 100) {
        (whole, 0) => whole.to_string(),
        (whole, tenth) => format!("{whole}.{tenth}"),
    }
}

/// A share, from thousandths.
fn share(permille: u32) -> String {
    match (permille / 10, permille % 10) {
        (whole, 0) => format!("{whole} %"),
        (whole, tenth) => format!("{whole}.{tenth} %"),
    }
}

fn trouble(trouble: &Trouble) -> String {
    match &trouble.kind {
        TroubleKind::Crash => "Its operating system has crashed.".to_owned(),
        TroubleKind::HostFailure => "Its host has failed: only a move to another host helps.".to_owned(),
        TroubleKind::Hang => "Its app takes requests and answers none.".to_owned(),
        TroubleKind::AppCrash => "Its app has died: connections are refused.".to_owned(),
        TroubleKind::Leak => "Its app leaks memory: it gets slower, and in the end it is killed.".to_owned(),
        TroubleKind::Slow(permille) => format!("It takes {} times as long as it should.", times(*permille)),
        TroubleKind::Outage => "It has no power: everything in it is silent.".to_owned(),
        TroubleKind::Grey {
            lost_permille,
            slow_permille,
        } => grey(*lost_permille, *slow_permille),
        TroubleKind::NoRoom(None) => "It has no room for more instances.".to_owned(),
        TroubleKind::NoRoom(Some(of)) => format!("It has no room for more {of}."),
        TroubleKind::Disconnected { from_zones_only } if *from_zones_only => {
            "No packets pass between its subnet and other zones.".to_owned()
        }
        TroubleKind::Disconnected { .. } => "No packets pass into or out of its subnet.".to_owned(),
        TroubleKind::LaunchErrors(percent) => {
            format!("{percent} % of launches fail as if there were no room.")
        }
        TroubleKind::CpuStress(percent) => format!("Other work uses {percent} % of its vCPUs."),
    }
}

fn grey(lost_permille: u32, slow_permille: u32) -> String {
    let lost = (lost_permille > 0).then(|| format!("{} of its packets are lost", share(lost_permille)));
    let slow =
        (slow_permille > 1_000).then(|| format!("its network takes {} times as long", times(slow_permille)));
    let said: Vec<String> = lost.into_iter().chain(slow).collect();
    let said = said.join(" and ");
    let mut letters = said.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    let all: String = first.into_iter().chain(letters).collect();
    format!("{all}. No check shows it.")
}

/// In a few words, for where there is little room; none where the picture says it already.
fn trouble_short(trouble: &Trouble) -> Option<String> {
    Some(match &trouble.kind {
        TroubleKind::Slow(permille) => format!("{}× slower", times(*permille)),
        TroubleKind::Grey {
            lost_permille,
            slow_permille,
        } => match (lost_permille, slow_permille) {
            (0, slow) => format!("network {}× slower", times(*slow)),
            (lost, _) => format!("{} of packets lost", share(*lost)),
        },
        TroubleKind::NoRoom(None) => "no room".to_owned(),
        TroubleKind::NoRoom(Some(of)) => format!("no room for {of}"),
        TroubleKind::Disconnected { .. } => "cut off".to_owned(),
        _ => return None,
    })
}

fn trouble_until(trouble: &Trouble, now_s: u64) -> String {
    let since = age(now_s.saturating_sub(trouble.since.as_secs()));
    match trouble.until {
        Some(until) => {
            let left = age(until.as_secs().saturating_sub(now_s));
            format!("For {since}, {left} left")
        }
        None => format!("For {since}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grey_zone_says_what_is_lost_and_what_is_slow() {
        assert_eq!(
            grey(200, 1_000),
            "20 % of its packets are lost. No check shows it."
        );
        assert_eq!(
            grey(0, 5_000),
            "Its network takes 5 times as long. No check shows it."
        );
        assert_eq!(
            grey(55, 1_500),
            "5.5 % of its packets are lost and its network takes 1.5 times as long. No check shows it."
        );
    }

    #[test]
    fn sizes_are_counted_as_aws_does() {
        assert_eq!(
            [900, 2_048, 3 << 20, 5 << 30].map(bytes),
            ["900 bytes", "2 KB", "3 MB", "5 GB"]
        );
    }
}
