//! The living picture behind the start page's words: the same stage and the same model, to be looked at only.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::stage::Stage;
use crate::command::Command;
use crate::driver::clock::Clock;
use crate::driver::{Driver, SharedPainter};
use crate::media::{self, Media};
use crate::route::Address;
use crate::session::{Glance, Ground as Run};
use crate::theme;

/// What the ground needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Seed and speed, if the address fixes them.
    pub address: Address,
}

/// The ground.
pub struct Ground {
    driver: Driver<Run>,
    painter: SharedPainter,
    glance: Option<Glance>,
    dots: bool,
    _listeners: Vec<EventListener>,
}

/// What the ground is told.
pub enum Msg {
    /// A new picture.
    Show(Glance),
    /// The colours changed.
    Restyle,
    /// The layout changed.
    Repaint,
    /// The wish for less motion changed.
    Motion(bool),
}

/// Model seconds in a real second where the address says nothing else.
const SPEED: f64 = 1.0;

impl Component for Ground {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let (address, link) = (&ctx.props().address, ctx.link());
        let painter = SharedPainter::default();
        let dots = !media::matches(Media::ReducedMotion);
        let mut listeners = theme::on_change(link.callback(|()| Msg::Restyle));
        listeners.extend(media::on_change(
            Media::ReducedMotion,
            link.callback(|reduced: bool| Msg::Motion(!reduced)),
        ));
        Self {
            driver: Driver::start(
                Run::new(address.seed),
                Clock::at(address.speed.unwrap_or(SPEED)),
                painter.clone(),
                dots,
                link.callback(Msg::Show),
            ),
            painter,
            glance: None,
            dots,
            _listeners: listeners,
        }
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Show(glance) => {
                let news = self.glance.as_ref() != Some(&glance);
                self.glance = Some(glance);
                return news;
            }
            Msg::Restyle => {
                self.painter.borrow_mut().restyle();
                self.driver.repaint();
            }
            Msg::Repaint => self.driver.repaint(),
            Msg::Motion(dots) => {
                self.dots = dots;
                self.driver.set_dots(dots);
                return true;
            }
        }
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(glance) = &self.glance else {
            return Html::default();
        };
        html! {
            <div class="ground">
                <Stage picture={glance.picture.clone()} now_s={glance.now.as_secs()} heaps={glance.heaps.clone()}
                    selected={None} cues={Rc::default()} dots={self.dots} inert=true fittings={None} arrangement={0} painter={self.painter.clone()}
                    send={Callback::<Command>::noop()} laid_out={ctx.link().callback(|()| Msg::Repaint)} />
            </div>
        }
    }
}
