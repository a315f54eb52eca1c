//! Every word that the lessons explain.

use yew::prelude::*;

use super::frame::{frame, use_arrival, waiting};
use crate::components::lesson::prose::prose;
use crate::components::refocus::focus;
use crate::course::{Words, glossary, title_of};
use crate::panel::Prose;
use crate::route::CoursePage;
use crate::text::player_text;

/// The key of the file's own title.
const TITLE: &str = "title";

/// What the page shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The word that somebody wants to read about.
    pub word: Option<String>,
}

/// The page.
#[component]
pub fn Glossary(props: &Props) -> Html {
    let read = use_state(|| None::<Words>);
    let found = read.clone();
    use_effect_with((), move |()| {
        yew::platform::spawn_local(async move { found.set(Some(glossary().await)) });
    });
    use_arrival(read.is_some() && props.word.is_none());
    use_effect_with((read.is_some(), props.word.clone()), |(ready, word)| {
        let document = web_sys::window().and_then(|window| window.document());
        if let (true, Some(word), Some(document)) = (ready, word, document) {
            focus(&document, &format!("#{}", id(word)));
        }
    });
    let content = read
        .as_ref()
        .map_or_else(waiting, |words| page(words, props.word.as_deref()));
    frame(player_text().course.glossary, CoursePage::Glossary, content)
}

fn page(words: &Words, wanted: Option<&str>) -> Html {
    let mut entries: Vec<(String, &str, &Prose)> = words
        .below("")
        .filter(|(id, _)| *id != TITLE)
        .map(|(id, entry)| (title_of(entry).unwrap_or_else(|| id.replace('-', " ")), id, entry))
        .collect();
    entries.sort_by_key(|(title, ..)| title.to_lowercase());
    let said = &player_text().course;
    html! {
        <>
            <p class="course-lead">{ if entries.is_empty() { said.no_words } else { said.glossary_intro } }</p>
            <ul class="words">{ for entries.iter().map(|(_, id, entry)| word(id, entry, wanted == Some(id))) }</ul>
        </>
    }
}

fn word(name: &str, entry: &Prose, wanted: bool) -> Html {
    html! { <li id={id(name)} tabindex="-1" class={wanted.then_some("wanted")}>{ prose(entry) }</li> }
}

/// Letters, digits and dashes only: it also stands in a selector.
fn id(word: &str) -> String {
    let safe = word
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-');
    format!("word-{}", safe.collect::<String>())
}
