//! What `help` tells of operations and their members: a part of the program that is fetched when somebody first asks.

use shell::DocsOf;

/// Where the docs are found, once they are here. None if they did not come.
#[cfg(feature = "split")]
pub(crate) async fn docs() -> Option<DocsOf> {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(docs, fallible)]
    fn later() -> Result<DocsOf, SplitLoaderError> {
        Ok(api::docs)
    }
    later().await.ok()
}

/// Where the docs are found.
#[cfg(not(feature = "split"))]
pub(crate) async fn docs() -> Option<DocsOf> {
    Some(api::docs)
}
