//! Long answers, a page at a time.

use api::ApiError;

/// A page of AWS's size. Source: Elastic Load Balancing API Reference, `PageSize`.
const MOST: usize = 400;

/// So many items from where the last answer ended, and the marker to go on with if there are more.
///
/// # Errors
/// `ValidationError` for what is no marker; the text is our choice.
pub(super) fn page<T>(
    items: impl IntoIterator<Item = T>,
    marker: Option<&str>,
    size: Option<i64>,
) -> Result<(Vec<T>, Option<String>), ApiError> {
    let start = match marker.map(str::parse::<usize>) {
        None => 0,
        Some(Ok(start)) => start,
        Some(Err(_)) => return Err(super::validation("The specified marker is not valid")),
    };
    let most = size.map_or(MOST, |size| size as usize);
    let mut rest = items.into_iter().skip(start);
    let found: Vec<T> = rest.by_ref().take(most).collect();
    let next = rest.next().map(|_| (start + most).to_string());
    Ok((found, next))
}
