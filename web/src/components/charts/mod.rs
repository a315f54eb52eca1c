//! What was measured, over the same stretch of time as the track: one topic at a time, one cursor over all its charts.

mod board;
mod export;
pub mod plot;
mod row;
mod strip;
mod table;
mod tabs;

use std::rc::Rc;

use des::SimTime;
use view::Timeline;
use view::chart::Board;
use yew::prelude::*;

use self::board::Rows;
use self::tabs::Tabs;
use crate::command::Command;
use crate::span::Span;
use crate::text::player_text;

/// What the charts show.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The charts.
    pub board: Rc<Board>,
    /// The stretch that is shown.
    pub span: Span,
    /// Model time.
    pub now: SimTime,
    /// What happened meanwhile.
    pub timeline: Timeline,
    /// Takes wishes.
    pub send: Callback<Command>,
}

/// The charts.
#[component]
pub fn Charts(props: &Props) -> Html {
    html! {
        <section class="charts" aria-label={player_text().charts.name}>
            <Tabs chosen={props.board.topic} send={props.send.clone()} />
            <div id="records" role="tabpanel" aria-labelledby={tabs::id(props.board.topic)}>
                <Rows key={tabs::id(props.board.topic)} board={props.board.clone()} span={props.span} now={props.now}
                    timeline={props.timeline.clone()} send={props.send.clone()} />
            </div>
        </section>
    }
}
