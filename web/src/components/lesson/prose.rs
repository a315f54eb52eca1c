//! The words of a lesson, as elements: never as markup.

use lesson::{Block, Inline};
use yew::prelude::*;

/// Paragraphs and lists.
pub fn prose(blocks: &[Block]) -> Html {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> Html {
    match block {
        Block::Paragraph(line) => html! { <p>{ inlines(line) }</p> },
        Block::List {
            numbered: false,
            items,
        } => html! { <ul>{ entries(items) }</ul> },
        Block::List {
            numbered: true,
            items,
        } => html! { <ol>{ entries(items) }</ol> },
    }
}

fn entries(items: &[Vec<Inline>]) -> Html {
    items
        .iter()
        .map(|item| html! { <li>{ inlines(item) }</li> })
        .collect()
}

fn inlines(line: &[Inline]) -> Html {
    line.iter().map(inline).collect()
}

fn inline(piece: &Inline) -> Html {
    match piece {
        Inline::Text(text) => html! { text },
        Inline::Foreign { language, text } => html! { <span lang={*language}>{ inlines(text) }</span> },
        Inline::Bold(pieces) => html! { <b>{ inlines(pieces) }</b> },
        Inline::Code(text) => html! { <code>{ text }</code> },
        Inline::Link { href, text } => {
            html! { <a href={href.clone()} rel="noopener" target="_blank">{ inlines(text) }</a> }
        }
    }
}
