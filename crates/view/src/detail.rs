//! What is shown of a thing only while it is looked at closer.

use std::rc::Rc;

use crate::bill::Bill;
use crate::holding::{Holding, InstanceDetail};
use crate::request::RequestDetail;

/// More of what is selected than the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    /// Of an Availability Zone.
    Zone(ZoneDetail),
    /// Of DynamoDB.
    Tables(Rc<[Table]>),
    /// Of S3.
    Buckets(Rc<[Bucket]>),
    /// Of the whole account: what it costs.
    Bill(Bill),
    /// Of the Region, or of an Auto Scaling group: what it holds.
    Holdings(Rc<[Holding]>),
    /// Of an instance.
    Instance(InstanceDetail),
    /// Of a request.
    Request(RequestDetail),
}

/// An Availability Zone.
#[derive(Clone, Debug, PartialEq)]
pub struct ZoneDetail {
    /// The share of the time so far in which it had power, in percent.
    pub lit_percent: f64,
    /// Addresses that its subnet still has to give.
    pub addresses_left: u32,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its name.
    pub name: Rc<str>,
    /// In AWS's word.
    pub status: &'static str,
    /// Read and write capacity units that were bought ahead; none if it is paid for by the request.
    pub provisioned: Option<[u64; 2]>,
    /// Items.
    pub items: u64,
    /// Their bytes.
    pub bytes: u64,
}

/// A bucket.
#[derive(Clone, Debug, PartialEq)]
pub struct Bucket {
    /// Its name.
    pub name: Rc<str>,
    /// Objects.
    pub objects: u64,
    /// Their bytes.
    pub bytes: u64,
}
