//! AWS resource ids: a prefix and 17 hexadecimal digits. Source: EC2 User Guide, "Resource IDs".

use api::ApiError;
use des::{Seed, Stream};

const ID: Stream = Stream::named("id");

/// What an id is for: together with a number it keys the id's digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum IdOf {
    Instance,
    Reservation,
    Vpc,
    Subnet,
    SecurityGroup,
    SecurityGroupRule,
    LaunchTemplate,
    Allocation,
    Association,
    Volume,
    NetworkInterface,
    InterfaceAttachment,
    ProfileAssociation,
    VpcEndpoint,
    RouteTable,
    RouteTableAssociation,
    InternetGateway,
}

impl IdOf {
    const fn prefix(self) -> &'static str {
        match self {
            Self::Instance => "i-",
            Self::Reservation => "r-",
            Self::Vpc => "vpc-",
            Self::Subnet => "subnet-",
            Self::SecurityGroup => "sg-",
            Self::SecurityGroupRule => "sgr-",
            Self::LaunchTemplate => "lt-",
            Self::Allocation => "eipalloc-",
            Self::Association => "eipassoc-",
            Self::Volume => "vol-",
            Self::NetworkInterface => "eni-",
            Self::InterfaceAttachment => "eni-attach-",
            Self::ProfileAssociation => "iip-assoc-",
            Self::VpcEndpoint => "vpce-",
            Self::RouteTable => "rtb-",
            Self::RouteTableAssociation => "rtbassoc-",
            Self::InternetGateway => "igw-",
        }
    }
}

/// The id of the thing that `(what, number)` names in the run of `seed`. It begins with a zero, as AWS's do.
pub(crate) fn id(seed: Seed, what: IdOf, number: u64) -> String {
    let mut draw = seed.draw(ID, what as u64, number);
    format!("{}0{:016x}", what.prefix(), draw.bits())
}

/// Whether an id has the form of its kind: the prefix, and 8 or 17 hexadecimal digits.
pub(crate) fn is_well_formed(id: &str, prefix: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let digits = id.strip_prefix(prefix).unwrap_or_default();
    matches!(digits.len(), 8 | 17) && digits.bytes().all(is_digit)
}

/// Whether an id that a caller wrote is well formed.
///
/// # Errors
/// `code`, which is AWS's for this kind.
pub(crate) fn check_id(id: &str, prefix: &str, code: &'static str) -> Result<(), ApiError> {
    if is_well_formed(id, prefix) {
        return Ok(());
    }
    let message = format!("Invalid id: \"{id}\" (expecting \"{prefix}...\")");
    Err(ApiError::new(code, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_look_like_aws_ids() {
        let id = id(Seed(7), IdOf::Instance, 3);
        assert!(id.starts_with("i-0") && id.len() == 19, "{id}");
        assert_ne!(id, super::id(Seed(7), IdOf::Instance, 4));
    }
}
