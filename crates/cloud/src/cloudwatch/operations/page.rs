//! Long answers, a page at a time.

use api::ApiError;

/// So many items from where the last answer ended, and where to go on if there are more.
///
/// # Errors
/// `InvalidNextToken` for what is no such place.
pub(super) fn page<T>(
    items: impl IntoIterator<Item = T>,
    token: Option<&str>,
    most: usize,
) -> Result<(Vec<T>, Option<String>), ApiError> {
    let start = start(token)?;
    let mut rest = items.into_iter().skip(start);
    let found: Vec<T> = rest.by_ref().take(most).collect();
    let next = rest.next().map(|_| (start + most).to_string());
    Ok((found, next))
}

/// Where a token says to go on.
pub(super) fn start(token: Option<&str>) -> Result<usize, ApiError> {
    let Some(token) = token else {
        return Ok(0);
    };
    let invalid = |_| ApiError::new("InvalidNextToken", format!("Invalid nextToken: {token}"));
    token.parse().map_err(invalid)
}
