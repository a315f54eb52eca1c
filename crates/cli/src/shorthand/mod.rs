//! AWS's shorthand for structures: `Key=Name,Value=web`, `ResourceType=instance,Tags=[{Key=Name,Value=web}]`.
//!
//! Source: AWS Command Line Interface User Guide, "Using shorthand syntax in the AWS CLI"; what ends a value is as
//! in awscli 1.46.3.

mod read;
mod write;

pub(crate) use read::read;
pub(crate) use write::{scalar_text, write};
