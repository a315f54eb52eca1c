//! The first minute: four things of the page, one after another, each with a sentence. It can be left at any time, and
//! comes again only when it is asked for.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::icon::{Icon, small_icon};
use crate::progress::keep;
use crate::text::player_text;

/// What is pointed at, in the order of the words.
const STOPS: [&str; 4] = [".stage-area", ".lesson", ".time-hand", ".head"];
/// The class of what is pointed at.
const LIT: &str = "toured";

/// What the tour needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Told when it is over.
    pub over: Callback<()>,
}

/// The tour: a small card that leaves the page as usable as it is without it.
#[component]
pub fn Tour(props: &Props) -> Html {
    let stop = use_state_eq(|| 0_usize);
    let card = use_node_ref();
    {
        let card = card.clone();
        use_effect_with(*stop, move |stop| {
            let lit = light(STOPS[*stop]);
            if let Some(card) = card.cast::<HtmlElement>() {
                // Where it cannot have the focus it is still read.
                let _ = card.focus();
            }
            move || dim(lit)
        });
    }
    let end = {
        let over = props.over.clone();
        Callback::from(move |()| {
            keep::note_toured();
            over.emit(());
        })
    };
    let onkeydown = {
        let end = end.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                end.emit(());
            }
        }
    };
    let words = &player_text().tour;
    let (title, text) = words.stops[*stop];
    html! {
        <section ref={card} class={format!("tour at-{}", *stop)} role="dialog" aria-label={words.name} aria-describedby="tour-text" tabindex="-1" {onkeydown}>
            <p class="eyebrow">{ words.name }{ " · " }{ (words.step)(*stop + 1, STOPS.len()) }</p>
            <div id="tour-text"><h2>{ title }</h2><p>{ text }</p></div>
            { buttons(&stop, &end) }
        </section>
    }
}

fn buttons(stop: &UseStateHandle<usize>, end: &Callback<()>) -> Html {
    let words = &player_text().tour;
    let to = |index: usize| {
        let stop = stop.clone();
        move |_: MouseEvent| stop.set(index)
    };
    let ending = end.reform(|_: MouseEvent| ());
    let is_last = **stop + 1 == STOPS.len();
    html! {
        <div class="row">
            if is_last {
                <button type="button" class="button small primary" onclick={ending}>{ words.end }</button>
            } else {
                <button type="button" class="button small primary" onclick={to(**stop + 1)}>{ words.next }{ small_icon(Icon::Chevron) }</button>
            }
            if **stop > 0 { <button type="button" class="button small" onclick={to(**stop - 1)}>{ words.back }</button> }
            <span class="gap" />
            if !is_last { <button type="button" class="plain" onclick={end.reform(|_: MouseEvent| ())}>{ words.skip }</button> }
        </div>
    }
}

fn light(what: &str) -> Option<Element> {
    let document = web_sys::window()?.document()?;
    let element = document.query_selector(what).ok().flatten()?;
    element.class_list().add_1(LIT).ok()?;
    Some(element)
}

fn dim(lit: Option<Element>) {
    if let Some(element) = lit {
        // What is gone need not be dimmed.
        let _ = element.class_list().remove_1(LIT);
    }
}
