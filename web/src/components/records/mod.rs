//! The records below the picture: tabs, and under them charts or the timeline.

mod tabs;

use des::SimTime;
use view::{Picture, Timeline};
use yew::prelude::*;

use self::tabs::Tabs;
use super::charts::Charts;
use super::story::Story;
use crate::command::Command;
use crate::records::Tab;
use crate::snapshot::{Records as Shown, Snapshot};
use crate::span::Span;
use crate::text::player_text;

/// What is shown.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The records.
    pub shown: Shown,
    /// The stretch of time that charts show.
    pub span: Span,
    /// Model time.
    pub now: SimTime,
    /// What happened.
    pub timeline: Timeline,
    /// What can be selected.
    pub picture: std::rc::Rc<Picture>,
    /// Takes wishes.
    pub send: Callback<Command>,
}

/// The records of a snapshot; nothing while they are closed.
pub fn records(snapshot: &Snapshot, send: &Callback<Command>) -> Html {
    let shown = &snapshot.records;
    if shown.charts.is_none() && shown.story.is_none() {
        return Html::default();
    }
    html! {
        <Records shown={shown.clone()} span={snapshot.span} now={snapshot.now} timeline={snapshot.timeline.clone()}
            picture={snapshot.picture.clone()} send={send.clone()} />
    }
}

/// The records.
#[component]
pub fn Records(props: &Props) -> Html {
    let tab = match &props.shown.charts {
        Some(board) => Tab::Charts(board.topic),
        None => Tab::Story,
    };
    html! {
        <section class="charts" aria-label={player_text().charts.name}>
            <Tabs chosen={tab} send={props.send.clone()} />
            <div id="records" role="tabpanel" aria-labelledby={tabs::id(tab)}>
                if let Some(board) = &props.shown.charts {
                    <Charts key={tabs::id(tab)} board={board.clone()} span={props.span} now={props.now}
                        timeline={props.timeline.clone()} send={props.send.clone()} />
                } else if let Some(view) = &props.shown.story {
                    <Story view={view.clone()} opened={props.shown.opened.clone()} picture={props.picture.clone()} send={props.send.clone()} />
                }
            </div>
        </section>
    }
}
