//! One file per operation of Amazon SNS, or per family that shares its rules.

use api::sns::{Read, Write};
use api::{ApiError, Output};

use crate::Cloud;

/// Carries out a call that changes something.
pub(crate) fn write(_: &mut Cloud, call: &Write) -> Result<Output, ApiError> {
    match *call {}
}

/// Answers a call that only looks.
pub(crate) fn read(_: &Cloud, call: &Read) -> Result<Output, ApiError> {
    match *call {}
}
