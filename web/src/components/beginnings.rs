//! What the sandbox can begin with: accounts that are well, and accounts to be repaired.

use yew::prelude::*;

use super::icon::{Icon, small_icon};
use crate::course::{Beside, Titled, beside};
use crate::progress::keep;
use crate::route::{Route, sandbox_with};
use crate::text::player_text;

/// The two lists, once they are here.
#[component]
pub fn Beginnings() -> Html {
    let found = use_state(|| None::<Result<Beside, String>>);
    {
        let found = found.clone();
        use_effect_with((), move |()| {
            yew::platform::spawn_local(async move { found.set(Some(beside().await)) });
        });
    }
    let words = &player_text().sandbox;
    match &*found {
        None => Html::default(),
        Some(Err(why)) => html! { <p class="why-not" role="status">{ why }</p> },
        Some(Ok(beside)) => html! {
            <>
                { list("begin-with", words.begin_with, words.begin_with_note, beside.starters.iter().map(starter)) }
                { list("repair-one", words.repair_one, words.repair_one_note, beside.repairs.iter().map(repair)) }
            </>
        },
    }
}

/// A heading, what it is about, and the ways from there; nothing where there are none.
fn list(id: &'static str, name: &'static str, note: &'static str, ways: impl Iterator<Item = Html>) -> Html {
    let ways: Vec<Html> = ways.collect();
    if ways.is_empty() {
        return Html::default();
    }
    html! {
        <section class="offer-group" aria-labelledby={id}>
            <h3 {id}>{ name }</h3>
            <p class="why-not">{ note }</p>
            <ul class="beginnings">{ for ways }</ul>
        </section>
    }
}

fn starter(titled: &Titled) -> Html {
    html! { <li><a href={sandbox_with(&titled.folder)}>{ &titled.title }</a></li> }
}

/// Its folder is its id, so how far it has come is known without its file.
fn repair(titled: &Titled) -> Html {
    let done = keep::course().headway(&titled.folder).done;
    html! {
        <li>
            <a href={Route::Lesson(titled.folder.clone()).href()}>{ &titled.title }</a>
            if done { <span class="done">{ small_icon(Icon::Check) }{ player_text().sandbox.repaired }</span> }
        </li>
    }
}
