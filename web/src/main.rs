//! Entry of the page's WebAssembly module, and the place where the build cuts it in two.
//!
//! `cargo xtask` looks for `wasm_split`: code and data that only the player reaches go to a file of their own, which shares
//! this one's memory and is fetched when it is first wanted. So whatever the start page mentions, it pays for. Without the
//! feature `split`, as Trunk builds it, the page is one file.

use web::app::PlayerPage;

fn main() {
    web::mount(|| Box::pin(player()));
}

/// What plays lessons and the sandbox; fetched the first time, afterwards it is there. None if it did not come.
#[cfg(feature = "split")]
async fn player() -> Option<PlayerPage> {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(player, fallible)]
    fn later() -> Result<PlayerPage, SplitLoaderError> {
        Ok(web::components::player_page)
    }
    later().await.ok()
}

/// What plays lessons and the sandbox.
#[cfg(not(feature = "split"))]
async fn player() -> Option<PlayerPage> {
    Some(web::components::player_page)
}
