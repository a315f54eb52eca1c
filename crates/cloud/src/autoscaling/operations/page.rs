//! Long answers, a page at a time.
//!
//! Source: Auto Scaling API Reference, `MaxRecords` of each operation. What a token looks like is our choice: where to go on.

use api::ApiError;

/// Which page is asked for, and how long it is.
pub(super) struct Page {
    start: usize,
    most: usize,
}

impl Page {
    /// The page of a call; `usual` entries if the caller does not say how many.
    ///
    /// # Errors
    /// `InvalidNextToken` for what is no place to go on.
    pub(super) fn of(token: Option<&str>, most: Option<i64>, usual: i64) -> Result<Self, ApiError> {
        let invalid = |_| ApiError::new("InvalidNextToken", "The token is invalid.");
        Ok(Self {
            start: token.map_or(Ok(0), |token| token.parse().map_err(invalid))?,
            most: most.unwrap_or(usual).max(1) as usize,
        })
    }

    /// The entries on it, and the token of the next one if there are more.
    pub(super) fn cut<T>(&self, all: impl IntoIterator<Item = T>) -> (Vec<T>, Option<String>) {
        let mut rest = all.into_iter().skip(self.start);
        let found: Vec<T> = rest.by_ref().take(self.most).collect();
        let more = rest.next().is_some();
        (found, more.then(|| (self.start + self.most).to_string()))
    }
}
