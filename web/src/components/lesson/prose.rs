//! The words of a lesson, as elements: never as markup.

use lesson::{Block, Inline, plain};
use yew::prelude::*;

/// Words that can be asked about.
pub struct Words<'a> {
    /// The word that a text is, by its place among those explained.
    pub find: &'a dyn Fn(&str) -> Option<usize>,
    /// The one that is explained now.
    pub open: Option<usize>,
    /// Asks about one, or no longer.
    pub toggle: Callback<usize>,
}

/// Paragraphs and lists.
pub fn prose(blocks: &[Block]) -> Html {
    let none = Words {
        find: &|_| None,
        open: None,
        toggle: Callback::noop(),
    };
    prose_with(blocks, &none)
}

/// Paragraphs and lists whose words can be asked about.
pub fn prose_with(blocks: &[Block], words: &Words<'_>) -> Html {
    blocks.iter().map(|one| block(one, words)).collect()
}

fn block(block: &Block, words: &Words<'_>) -> Html {
    match block {
        Block::Paragraph(line) => html! { <p>{ inlines(line, words) }</p> },
        Block::List {
            numbered: false,
            items,
        } => html! { <ul>{ entries(items, words) }</ul> },
        Block::List {
            numbered: true,
            items,
        } => html! { <ol>{ entries(items, words) }</ol> },
    }
}

fn entries(items: &[Vec<Inline>], words: &Words<'_>) -> Html {
    items
        .iter()
        .map(|item| html! { <li>{ inlines(item, words) }</li> })
        .collect()
}

fn inlines(line: &[Inline], words: &Words<'_>) -> Html {
    line.iter().map(|piece| inline(piece, words)).collect()
}

fn inline(piece: &Inline, words: &Words<'_>) -> Html {
    match piece {
        Inline::Text(text) => html! { text },
        Inline::Foreign { language, text } => {
            html! { <span lang={*language}>{ inlines(text, words) }</span> }
        }
        Inline::Bold(pieces) => bold(piece, pieces, words),
        Inline::Code(text) => html! { <code>{ text }</code> },
        Inline::Link { href, text } => {
            html! { <a href={href.clone()} rel="noopener" target="_blank">{ inlines(text, words) }</a> }
        }
    }
}

/// What stands out; a word that is explained can be pressed.
fn bold(piece: &Inline, pieces: &[Inline], words: &Words<'_>) -> Html {
    let text = plain(&[Block::Paragraph(vec![piece.clone()])]);
    let Some(index) = (words.find)(&text) else {
        return html! { <b>{ inlines(pieces, words) }</b> };
    };
    let onclick = words.toggle.reform(move |_: MouseEvent| index);
    html! { <button type="button" class="word" aria-expanded={(words.open == Some(index)).to_string()} {onclick}>{ text }</button> }
}
