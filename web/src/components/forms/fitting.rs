//! The forms that fit what is selected, as buttons of its closer look.

use form::Recipe;
use view::fleet::Thing;
use yew::prelude::*;

use crate::command::Command;
use crate::forms::FormInput;
use crate::session::forms::keys_for;
use crate::snapshot::Snapshot;
use crate::text::player_text;

/// The buttons; nothing if no form fits.
pub fn fitting_forms(snapshot: &Snapshot, thing: Thing, send: &Callback<Command>) -> Html {
    let keys = keys_for(thing, &snapshot.picture);
    if keys.is_empty() {
        return Html::default();
    }
    html! {
        <section class="offer-group">
            <h3>{ player_text().form.fitting }</h3>
            <ul class="offers">{ for keys.iter().map(|key| button(key, thing, send)) }</ul>
        </section>
    }
}

fn button(key: &'static str, thing: Thing, send: &Callback<Command>) -> Html {
    let title = Recipe::find(key).map(|recipe| (player_text().form.title)(&recipe));
    let onclick = send.reform(move |_: MouseEvent| Command::Form(FormInput::OpenFor(key.into(), thing)));
    html! { <li><button type="button" class="button small" aria-haspopup="dialog" {onclick}>{ title.unwrap_or_default() }</button></li> }
}
