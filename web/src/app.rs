//! The whole page: which part of it the address asks for.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::components::{LessonPage, Player, Scope, icon_sheet, start_page};
use crate::route::{Address, Route};
use crate::theme;

/// The page.
pub struct App {
    address: Address,
    _listener: Option<EventListener>,
}

/// The address changed.
pub struct Moved;

impl Component for App {
    type Message = Moved;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        theme::apply();
        let link = ctx.link().clone();
        let moved = move |_: &web_sys::Event| link.send_message(Moved);
        Self {
            address: address(),
            _listener: web_sys::window().map(|window| EventListener::new(&window, "hashchange", moved)),
        }
    }

    fn update(&mut self, _: &Context<Self>, Moved: Moved) -> bool {
        let address = address();
        let news = address != self.address;
        self.address = address;
        news
    }

    fn view(&self, _: &Context<Self>) -> Html {
        html! { <>{ icon_sheet() }{ self.page() }</> }
    }
}

impl App {
    fn page(&self) -> Html {
        let address = self.address.clone();
        // A new page is a new account: nothing of the old one stays.
        let key = address.route.href();
        match &self.address.route {
            Route::Start => start_page(&address),
            Route::Lesson(folder) => {
                html! { <LessonPage {key} folder={folder.clone()} {address} /> }
            }
            Route::Sandbox => html! { <Player {key} scope={Scope::Sandbox} {address} /> },
        }
    }
}

fn address() -> Address {
    let hash = web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    Address::parse(&hash)
}
