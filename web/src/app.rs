//! The whole page: which part of it the address asks for.

use std::pin::Pin;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::components::{icon_sheet, notice_page, start_page};
use crate::route::{Address, Route};
use crate::text::text;
use crate::theme;

/// Draws the page of a lesson or the sandbox.
pub type PlayerPage = fn(&Address) -> Html;

/// What draws it, on its way; nothing if it could not be had.
pub type Fetched = Pin<Box<dyn Future<Output = Option<PlayerPage>>>>;

/// What the page needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Fetches what the start page does without.
    pub fetch: Callback<(), Fetched>,
}

/// The page.
pub struct App {
    address: Address,
    player: Player,
    _listener: Option<EventListener>,
}

/// What plays lessons and the sandbox; it is fetched once the start page stands.
enum Player {
    Unasked,
    OnItsWay,
    Here(PlayerPage),
    Lost,
}

/// What the page is told.
pub enum Msg {
    /// The address changed.
    Moved,
    /// The player is wanted now, or will be soon.
    Fetch,
    /// The player arrived, or did not.
    Fetched(Option<PlayerPage>),
}

/// How long the start page has the browser for itself, in milliseconds, before more is fetched.
const HEAD_START_MS: u32 = 500;

impl Component for App {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        theme::apply();
        let link = ctx.link().clone();
        let moved = move |_: &web_sys::Event| link.send_message(Msg::Moved);
        let address = address();
        if address.route == Route::Start {
            let link = ctx.link().clone();
            Timeout::new(HEAD_START_MS, move || link.send_message(Msg::Fetch)).forget();
        } else {
            ctx.link().send_message(Msg::Fetch);
        }
        Self {
            address,
            player: Player::Unasked,
            _listener: web_sys::window().map(|window| EventListener::new(&window, "hashchange", moved)),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Moved => {
                let address = address();
                let news = address != self.address;
                mark_as_moved();
                self.address = address;
                self.fetch(ctx);
                news
            }
            Msg::Fetch => {
                self.fetch(ctx);
                false
            }
            Msg::Fetched(player) => {
                self.player = player.map_or(Player::Lost, Player::Here);
                self.address.route != Route::Start
            }
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        html! { <>{ icon_sheet() }{ self.page() }</> }
    }
}

impl App {
    fn page(&self) -> Html {
        match (&self.address.route, &self.player) {
            (Route::Start, _) => start_page(&self.address),
            (_, Player::Here(page)) => page(&self.address),
            (_, Player::Lost) => notice_page(text().page.player_lost),
            (_, Player::Unasked | Player::OnItsWay) => notice_page(text().page.loading),
        }
    }

    /// Asks for the player, unless it is here or on its way; one that was lost is asked for again.
    fn fetch(&mut self, ctx: &Context<Self>) {
        if matches!(self.player, Player::Here(_) | Player::OnItsWay) {
            return;
        }
        self.player = Player::OnItsWay;
        let (link, player) = (ctx.link().clone(), ctx.props().fetch.emit(()));
        spawn_local(async move { link.send_message(Msg::Fetched(player.await)) });
    }
}

/// So that the next page takes the focus, which the link that led there takes with it.
fn mark_as_moved() {
    let body = web_sys::window().and_then(|window| window.document()?.body());
    if let Some(body) = body {
        let _ = body.set_attribute("data-moved", "");
    }
}

fn address() -> Address {
    let hash = web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    Address::parse(&hash)
}
