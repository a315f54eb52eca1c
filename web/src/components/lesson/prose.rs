//! The words of a lesson as elements of the page.

use yew::prelude::*;

use crate::panel::{Block, Inline};

/// Paragraphs and lists.
pub fn prose(blocks: &[Block]) -> Html {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> Html {
    match block {
        Block::Paragraph(line) => html! { <p>{ for line.iter().map(inline) }</p> },
        Block::List(items) => {
            html! { <ul>{ for items.iter().map(|item| html! { <li>{ for item.iter().map(inline) }</li> }) }</ul> }
        }
    }
}

fn inline(piece: &Inline) -> Html {
    match piece {
        Inline::Text(text) => html! { text },
        Inline::Bold(text) => html! { <b>{ text }</b> },
        Inline::Code(text) => html! { <code>{ text }</code> },
    }
}
