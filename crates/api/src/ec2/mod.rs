//! Amazon EC2 as far as it is modelled. Members are in the order in which AWS's own command line writes them.
//!
//! Source: AWS's published API model of EC2, version 2016-11-15, as shipped with botocore 1.44.5.

mod account;
mod address;
mod attribute;
mod calls;
mod common;
mod console;
mod credits;
mod image;
mod instance;
mod instance_type;
mod interface;
mod launch;
mod launch_template;
mod lifecycle;
mod monitoring;
mod network;
mod network_interface;
mod profile;
mod recovery;
mod region;
mod route_table;
mod security_group;
mod status;
mod tag;
mod volume;
mod vpc_endpoint;

pub use account::*;
pub use address::*;
pub use attribute::*;
pub use calls::*;
pub use common::*;
pub use console::*;
pub use credits::*;
pub use image::*;
pub use instance::*;
pub use instance_type::*;
pub use interface::*;
pub use launch::*;
pub use launch_template::*;
pub use lifecycle::*;
pub use monitoring::*;
pub use network::*;
pub use network_interface::*;
pub use profile::*;
pub use recovery::*;
pub use region::*;
pub use route_table::*;
pub use security_group::*;
pub use status::*;
pub use tag::*;
pub use volume::*;
pub use vpc_endpoint::*;

use crate::{Service, Wording};

/// Amazon EC2.
pub const SERVICE: Service = Service {
    name: "ec2",
    doc: "Amazon Elastic Compute Cloud: virtual servers, and the network they stand in.",
    reference: Some("https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_{}.html"),
    wording: Wording::Parameters,
    operations: || calls::OPERATIONS,
};
