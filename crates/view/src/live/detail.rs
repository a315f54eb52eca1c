//! Closer looks at what the picture has little room for.

use cloud::Cloud;
use cloud::dynamodb::Billing;

use crate::ServiceKind;
use crate::detail::{Bucket, Detail, Table, ZoneDetail};

/// Of the zone at this place in the picture.
#[must_use]
pub fn zone_detail(cloud: &Cloud, place: u16) -> Option<Detail> {
    let zone = cloud
        .region
        .zone_indexes()
        .find(|zone| zone.index() == usize::from(place))?;
    Some(Detail::Zone(ZoneDetail {
        lit_percent: cloud.measured_zone(zone).0 * 100.0,
        addresses_left: cloud.ec2.subnet_addresses_left(zone),
    }))
}

/// Of what DynamoDB or S3 keeps for the account.
#[must_use]
pub fn service_detail(cloud: &Cloud, kind: ServiceKind) -> Detail {
    match kind {
        ServiceKind::DynamoDb => Detail::Tables(tables(cloud).collect()),
        ServiceKind::S3 => Detail::Buckets(buckets(cloud).collect()),
    }
}

fn tables(cloud: &Cloud) -> impl Iterator<Item = Table> {
    cloud.dynamodb.tables().map(|(_, table)| {
        let [items, bytes] = table.true_size();
        Table {
            name: table.name.as_str().into(),
            status: table.status.name(),
            provisioned: match table.billing {
                Billing::Provisioned(units) => Some(units),
                Billing::OnDemand => None,
            },
            items,
            bytes,
        }
    })
}

fn buckets(cloud: &Cloud) -> impl Iterator<Item = Bucket> {
    cloud.s3.buckets().map(|(_, bucket)| {
        let [objects, bytes] = bucket.size();
        Bucket {
            name: bucket.name.as_str().into(),
            objects,
            bytes,
        }
    })
}
