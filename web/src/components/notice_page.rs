//! A page of one sentence: while something is fetched, or when it did not come.

use yew::prelude::*;

use super::head::{brand, theme_switch};

/// The page.
pub fn notice_page(sentence: &'static str) -> Html {
    html! {
        <div class="sheet">
            <header class="head">{ brand() }<span class="gap" />{ theme_switch() }</header>
            <main class="loading"><p role="status">{ sentence }</p></main>
        </div>
    }
}
