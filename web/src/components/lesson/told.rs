//! Prose whose words can be asked about: a word that the step explains is a button where it stands out in the text.

use lesson::{Block, Inline, plain};
use std::rc::Rc;
use yew::prelude::*;

use super::prose::{Words, prose, prose_with};
use crate::course::title_of;
use crate::panel::Prose;
use crate::route::{CoursePage, Route};
use crate::text::player_text;

/// What is told.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The text.
    pub prose: Prose,
    /// The words that are explained.
    pub words: Rc<[Prose]>,
}

/// The text; at most one of its words is explained at a time, below the paragraph that it stands in.
#[component]
pub fn Told(props: &Props) -> Html {
    let open = use_state_eq(|| None::<usize>);
    let toggle = {
        let open = open.clone();
        Callback::from(move |index: usize| open.set((*open != Some(index)).then_some(index)))
    };
    let words = Words {
        find: &|text| find(&props.words, text),
        open: *open,
        toggle,
    };
    let block = |one: &Block| {
        let asked = open.filter(|index| mentions(one, &props.words, *index));
        let note = asked.and_then(|index| props.words.get(index)).map(note);
        html! { <>{ prose_with(std::slice::from_ref(one), &words) }{ note.unwrap_or_default() }</> }
    };
    html! { <div class="prose">{ for props.prose.iter().map(block) }</div> }
}

fn note(word: &Prose) -> Html {
    html! {
        <div class="word-note" role="status">
            { prose(word) }
            <a href={Route::Course(CoursePage::Glossary).href()}>{ player_text().course.glossary }</a>
        </div>
    }
}

/// The word that is meant by what stands out, in the singular or the plural, with or without an article.
fn find(words: &[Prose], text: &str) -> Option<usize> {
    let same = |title: &str| {
        let (title, text) = (title.to_lowercase(), text.to_lowercase());
        let text = ["one ", "an ", "a ", "the "]
            .iter()
            .find_map(|before| text.strip_prefix(before))
            .unwrap_or(&text);
        text == title
            || text.strip_suffix('s') == Some(title.as_str())
            || text.strip_suffix("es") == Some(title.as_str())
    };
    words.iter().position(|word| {
        title_of(word).is_some_and(|title| same(&title) || same(title.trim_start_matches("Amazon ")))
    })
}

fn mentions(block: &Block, words: &[Prose], index: usize) -> bool {
    let line = |line: &[Inline]| {
        line.iter().any(|piece| match piece {
            Inline::Bold(_) => find(words, &plain(&[Block::Paragraph(vec![piece.clone()])])) == Some(index),
            _ => false,
        })
    };
    match block {
        Block::Paragraph(text) => line(text),
        Block::List { items, .. } => items.iter().any(|item| line(item)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_the_plural_and_without_its_maker() {
        let entry = |title: &str| -> Prose {
            Rc::from([Block::Paragraph(vec![Inline::Bold(vec![Inline::Text(
                title.to_owned(),
            )])])])
        };
        let words = [entry("EC2 instance"), entry("Amazon DynamoDB")];
        assert_eq!(find(&words, "EC2 instances"), Some(0));
        assert_eq!(find(&words, "dynamodb"), Some(1));
        assert_eq!(find(&words, "one EC2 instance"), Some(0));
        assert_eq!(find(&words, "instance"), None);
    }
}
