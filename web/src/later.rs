//! What is loaded after the start page: everything that plays a lesson or the sandbox, in a file of its own.
//!
//! The build cuts the module at [`wasm_split`]: code and data that only [`player`] reaches go to another file, which
//! shares this one's memory and is fetched when it is first wanted. So whatever the start page mentions, it pays for.

use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::Html;

use crate::components::player_page;
use crate::route::Address;

/// Draws the page of a lesson or the sandbox.
pub(crate) type PlayerPage = fn(&Address) -> Html;

/// Fetches what plays lessons and the sandbox, the first time; afterwards it is there.
#[wasm_split(player, fallible)]
pub(crate) fn player() -> Result<PlayerPage, SplitLoaderError> {
    Ok(player_page)
}
