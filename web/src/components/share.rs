//! Hands the run on: a link that anybody can open, up to the moment that is shown.

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::command_line::copied;
use crate::driver::Driver;
use crate::session::{NoLink, Session};
use crate::text::player_text;

/// Asks the run for the fragment of its link.
pub type AskForLink = Callback<(), Result<String, NoLink>>;

/// Asks the run of this driver.
pub fn ask_for_link(driver: &Driver<Session>) -> AskForLink {
    driver.asking(|session, (): ()| session.link())
}

/// What the button needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Where the link comes from.
    pub ask: AskForLink,
}

/// What came of it.
#[derive(Clone, PartialEq)]
enum Made {
    Link { address: String, is_copied: bool },
    None(NoLink),
}

/// The button, and beside it what came of it.
#[component]
pub fn Share(props: &Props) -> Html {
    let made = use_state(|| None::<Made>);
    let onclick = {
        let (made, ask) = (made.clone(), props.ask.clone());
        move |_: MouseEvent| make(ask.emit(()), made.setter())
    };
    html! {
        <>
            <button type="button" class="button small" {onclick}>{ player_text().past.share }</button>
            <p class="small-print" role="status">{ told(made.as_ref()) }</p>
            { field(made.as_ref()) }
        </>
    }
}

fn make(link: Result<String, NoLink>, made: UseStateSetter<Option<Made>>) {
    let address = match link {
        Ok(fragment) => page() + &fragment,
        Err(why) => return made.set(Some(Made::None(why))),
    };
    spawn_local(async move {
        let is_copied = copied(&address).await;
        made.set(Some(Made::Link { address, is_copied }));
    });
}

/// The address of the page itself.
fn page() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

fn told(made: Option<&Made>) -> String {
    let words = &player_text().past;
    match made {
        None => words.share_note.to_owned(),
        Some(Made::None(why)) => (words.no_link)(*why),
        Some(Made::Link { address, is_copied }) => (words.link_told)(*is_copied, address.len()),
    }
}

/// The link itself, to be copied by hand or looked at.
fn field(made: Option<&Made>) -> Html {
    let Some(Made::Link { address, .. }) = made else {
        return Html::default();
    };
    let onfocus = |event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select();
    html! { <input type="text" class="link" readonly=true aria-label={player_text().past.link} value={address.clone()} {onfocus} /> }
}
