//! One simulated AWS account in one Region, under live traffic.
//!
//! [`Simulation`] is the whole surface for change: inputs go in through [`Simulation::submit`], time moves by
//! [`Simulation::advance_to`], and everybody else reads [`Cloud`].

pub mod app;
pub mod arc_zonal_shift;
pub mod autoscaling;
pub mod availability;
pub mod bill;
mod cloud;
pub mod cloudwatch;
mod digest;
mod dispatch;
pub mod dynamodb;
pub mod ec2;
pub mod elbv2;
mod event;
pub mod fact;
pub mod fault;
mod filter;
pub mod fis;
mod ids;
mod journal;
#[cfg(any(test, feature = "lab"))]
pub mod lab;
mod plain;
pub mod region;
pub mod s3;
mod sandbox;
mod services;
mod simulation;
pub mod sns;
mod token;
mod why;
pub mod workload;

pub use cloud::{Cloud, World};
pub use des::Seed;
pub use dispatch::Handled;
pub use journal::{Caller, Input, JournalEntry};
pub use plain::{Account, Plain};
pub use simulation::{Advance, EventBudget, Simulation};
