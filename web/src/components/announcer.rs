//! Says aloud, to those who listen, what changed: politely, grouped, newest first, and never faster than one can hear.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// The least real time between two announcements, in milliseconds.
const EVERY_MS: u32 = 2_000;

/// What is to be said.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The latest news; a new text is a new announcement.
    pub news: AttrValue,
}

/// The live region.
pub struct Announcer {
    said: AttrValue,
    /// Runs while nothing more may be said.
    quiet: Option<Timeout>,
}

/// The quiet time after an announcement is over.
pub struct QuietOver;

impl Component for Announcer {
    type Message = QuietOver;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self {
            said: AttrValue::default(),
            quiet: None,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Props) -> bool {
        self.quiet.is_none() && self.say(ctx)
    }

    fn update(&mut self, ctx: &Context<Self>, QuietOver: QuietOver) -> bool {
        self.quiet = None;
        self.say(ctx)
    }

    fn view(&self, _: &Context<Self>) -> Html {
        html! { <p class="unseen" role="status">{ &self.said }</p> }
    }
}

impl Announcer {
    /// Says the latest news, unless it was said already.
    fn say(&mut self, ctx: &Context<Self>) -> bool {
        let news = &ctx.props().news;
        if *news == self.said {
            return false;
        }
        self.said = news.clone();
        let link = ctx.link().clone();
        self.quiet = Some(Timeout::new(EVERY_MS, move || link.send_message(QuietOver)));
        true
    }
}
