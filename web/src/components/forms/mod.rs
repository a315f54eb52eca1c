//! Forms for every operation: a list to find one, the form itself, and what AWS answered, in one panel beside the picture.

mod answer;
mod field;
mod finder;
mod fitting;
mod nested;
mod page;
mod select;
mod things;

use std::rc::Rc;

use form::Path;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, HtmlElement, KeyboardEvent};
use yew::prelude::*;

pub use self::finder::FindKey;
pub use self::fitting::fitting_forms;
use super::refocus::{bring_in_sight, focus};
use super::shortcut::escape_from_nowhere;
use crate::forms::{FormInput, FormsView, Page};
use crate::media::{self, Media};
use crate::text::player_text;

/// What the panel needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The forms as they stand; none while they are closed.
    pub view: Option<Rc<FormsView>>,
    /// Takes what is done in them.
    pub send: Callback<FormInput>,
}

/// The panel.
#[derive(Default)]
pub struct Forms {
    dialog: NodeRef,
    /// What had the focus before the panel opened, and gets it back.
    opener: Option<HtmlElement>,
    /// The page and the attempt that were shown last.
    shown: (usize, usize),
    /// What the focus shall go to once it is there.
    awaited: Option<String>,
    /// The entry of the finder that Enter opens.
    active: usize,
    /// Listens as long as the panel is there.
    _escape: Option<EventListener>,
}

/// What the panel is told.
pub enum Msg {
    /// Something is done; then the focus goes where the selector leads.
    Do(FormInput, Option<String>),
    /// A key of the finder.
    Find(FindKey),
    /// Esc, while nothing has the focus.
    Escape,
}

/// Takes what is done, and where the focus goes then.
type Send = Callback<(FormInput, Option<String>)>;

impl Component for Forms {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            _escape: escape_from_nowhere(ctx.link().callback(|()| Msg::Escape)),
            ..Self::default()
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Do(input, then) => {
                if matches!(input, FormInput::Query(_) | FormInput::Find) {
                    self.active = 0;
                }
                self.awaited = then;
                ctx.props().send.emit(input);
                false
            }
            Msg::Find(key) => self.find(ctx, key),
            Msg::Escape => {
                if ctx.props().view.is_some() {
                    ctx.props().send.emit(FormInput::Close);
                }
                false
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let send: Send = ctx.link().callback(|(input, then)| Msg::Do(input, then));
        let close = ctx.link().callback(|()| Msg::Do(FormInput::Close, None));
        let oncancel = close.reform(|event: Event| event.prevent_default());
        let onkeydown = {
            let close = close.clone();
            Callback::from(move |event: KeyboardEvent| {
                if event.key() == "Escape" && !event.default_prevented() {
                    event.prevent_default();
                    event.stop_propagation();
                    close.emit(());
                }
            })
        };
        let page = ctx.props().view.as_ref().map(|view| {
            let page = match &view.page {
                Page::Finder(found) => {
                    finder::finder(found, self.active, &send, &ctx.link().callback(Msg::Find))
                }
                Page::Form(form) => page::page(form, &send),
                Page::Answer(answer) => answer::answer(answer, &send),
            };
            // A new page is made of new elements: nothing of the old one's state stays.
            html! { <div class="forms-page" key={view.number}>{ page }</div> }
        });
        // What is open is named by its title.
        html! {
            <dialog class="forms" ref={&self.dialog} aria-labelledby="form-title" {oncancel} {onkeydown}>{ page.unwrap_or_default() }</dialog>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let Some(dialog) = self.dialog.cast::<HtmlDialogElement>() else {
            return;
        };
        match &ctx.props().view {
            None => {
                if dialog.open() {
                    dialog.close();
                    self.give_back_focus();
                }
            }
            Some(view) => {
                if !dialog.open() {
                    self.opener = focused();
                    show(&dialog);
                }
                self.settle_focus(view);
            }
        }
    }
}

impl Forms {
    /// Goes through the list as it is now: keys may come faster than it is drawn.
    fn find(&mut self, ctx: &Context<Self>, key: FindKey) -> bool {
        let Some(Page::Finder(found)) = ctx.props().view.as_ref().map(|view| &view.page) else {
            return false;
        };
        let all: Vec<_> = found.entries().collect();
        let active = self.active.min(all.len().saturating_sub(1));
        match key {
            FindKey::Turn(by) => {
                self.active = active.saturating_add_signed(by).min(all.len().saturating_sub(1));
                self.awaited = Some(".forms [role=option][aria-selected=true]".to_owned());
            }
            FindKey::Open => {
                if let Some(entry) = all.get(active) {
                    ctx.props().send.emit(FormInput::Open(entry.key.clone()));
                }
            }
        }
        true
    }

    fn give_back_focus(&mut self) {
        if let Some(opener) = self.opener.take().filter(|opener| opener.is_connected()) {
            let _ = opener.focus();
        }
    }

    /// A new page takes the focus to where one goes on; an attempt that came to nothing, to what is wrong.
    fn settle_focus(&mut self, view: &FormsView) {
        let (attempts, begin) = match &view.page {
            Page::Finder(_) => (0, "#form-find"),
            Page::Form(form) => (form.attempts, FIRST_FIELD),
            Page::Answer(_) => (0, "#form-title"),
        };
        let before = std::mem::replace(&mut self.shown, (view.number, attempts));
        let awaited = self.awaited.take();
        let target = if before.0 != view.number {
            Some(begin.to_owned())
        } else if before.1 != attempts && attempts > 0 {
            Some(".form-errors".to_owned())
        } else {
            awaited
        };
        let document = web_sys::window().and_then(|window| window.document());
        if let Some((document, target)) = document.zip(target) {
            if target.contains("role=option") {
                bring_in_sight(&document, &target);
            } else if !focus(&document, &target) {
                focus(&document, "#form-title");
            }
        }
    }
}

const FIRST_FIELD: &str = ".form-fields :is(input, select, textarea, button)";

/// What has the focus.
fn focused() -> Option<HtmlElement> {
    let active = web_sys::window()?.document()?.active_element()?;
    active.dyn_into::<HtmlElement>().ok()
}

/// Beside the picture, which stays in reach; where there is no room beside it, in front of it.
fn show(dialog: &HtmlDialogElement) {
    let shown = media::matches(Media::OneColumn).then(|| dialog.show_modal().is_ok());
    if shown != Some(true) {
        dialog.show();
    }
}

/// The id of the field at a path.
fn id_of(path: &Path) -> String {
    path.iter()
        .fold("f".to_owned(), |id, index| format!("{id}-{index}"))
}

/// The head of every page: its title, the way to all forms, and a button that closes.
fn head(title: &str, send: &Send, back: bool) -> Html {
    use super::icon::{Icon, icon, small_icon};
    let words = &player_text().form;
    let close = send.reform(|_: MouseEvent| (FormInput::Close, None));
    let find = send.reform(|_: MouseEvent| (FormInput::Find, None));
    html! {
        <div class="forms-head">
            if back {
                <button type="button" class="tool back" aria-label={words.all_actions} title={words.all_actions} onclick={find}>
                    { small_icon(Icon::Chevron) }
                </button>
            }
            <h2 id="form-title" tabindex="-1">{ title.to_owned() }</h2>
            <button type="button" class="tool" aria-label={words.close} onclick={close}>{ icon(Icon::Close) }</button>
        </div>
    }
}
