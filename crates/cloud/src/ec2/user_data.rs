//! User data: the script that runs once, near the end of an instance's first boot.

use api::ApiError;

use crate::ec2::defaults;

/// The script behind the base64 of a call.
///
/// # Errors
/// `InvalidUserData.Malformed` if it is no base64 or too long.
pub(crate) fn read(encoded: &str) -> Result<String, ApiError> {
    let refused = |message: &str| ApiError::new("InvalidUserData.Malformed", message);
    let bytes =
        api::decode_base64(encoded).ok_or_else(|| refused("Invalid BASE64 encoding of user data."))?;
    if bytes.len() > defaults::USER_DATA_BYTES_MAX {
        return Err(refused("User data is limited to 16384 bytes"));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
