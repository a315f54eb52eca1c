//! A closer look at one request: how it stands, why it failed if it did, and its way with times.

use view::Picture;
use view::detail::Detail;
use view::request::{Moment, RequestDetail, RequestRef, Stands};
use yew::prelude::*;

use super::frame::{fact, reading};
use crate::command::Command;
use crate::components::why::{told, why};
use crate::snapshot::Snapshot;
use crate::text::{player_text, text};

/// A request; none once nobody knows it any more.
pub(super) fn request(snapshot: &Snapshot, which: RequestRef, send: &Callback<Command>) -> Option<Html> {
    let Some(Detail::Request(request)) = snapshot.detail.as_deref() else {
        return None;
    };
    let words = &player_text().request;
    let has_dot = matches!(
        (which, request.stands),
        (RequestRef::Sent(_), Stands::UnderWay(_))
    );
    let inside = html! {
        <>
            <p class="inspector-state">{ (words.ended)(request) }</p>
            if has_dot { <p class="reason">{ words.dot }</p> }
            { why(snapshot.records.why.as_deref(), &snapshot.picture, send) }
            { facts(request) }
            <section class="entries">
                <h3>{ words.way }</h3>
                <div class="why journey"><ol>{ for request.way.iter().map(|one| moment(one, &snapshot.picture, send)) }</ol></div>
            </section>
        </>
    };
    Some(reading(words.selected, &request.id, send, inside))
}

fn facts(request: &RequestDetail) -> Html {
    let words = &player_text().request;
    html! {
        <dl class="facts">
            { fact(words.asks_for, (words.route)(request.route)) }
            { fact(words.sent, (text().number.clock)(request.sent, 0.1)) }
            if matches!(request.stands, Stands::UnderWay(_)) { { fact(words.lasted, (words.after)(request.lasted_us)) } }
        </dl>
    }
}

fn moment(moment: &Moment, picture: &Picture, send: &Callback<Command>) -> Html {
    let words = &player_text().request;
    html! {
        <li>
            <time>{ (words.after)(moment.after_us) }</time>
            <span class="mark"><i /></span>
            <div><p class="said">{ told(&(words.moment)(moment), moment.thing, picture, send) }</p></div>
        </li>
    }
}
