//! Entry of the page's WebAssembly module, and the place where the build cuts it in two.
//!
//! The build looks for [`wasm_split`]: code and data that only [`player`] reaches go to a file of their own, which
//! shares this one's memory and is fetched when it is first wanted. So whatever the start page mentions, it pays for.

use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web::app::PlayerPage;

fn main() {
    web::mount(|| Box::pin(async { player().await.ok() }));
}

/// Fetches what plays lessons and the sandbox, the first time; afterwards it is there.
#[wasm_split(player, fallible)]
fn player() -> Result<PlayerPage, SplitLoaderError> {
    Ok(web::components::player_page)
}
