//! What the tests of the whole share: runs whose outcome must be the same natively and in a browser.

pub mod digest;
