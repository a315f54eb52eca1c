//! A closer look at an alarm, or at all of them.

use view::fleet::{Alarm, AlarmState, Thing};
use yew::prelude::*;

use super::frame::{fact, frame, list};
use crate::command::Command;
use crate::components::forms::fitting_forms;
use crate::components::why::why;
use crate::snapshot::Snapshot;
use crate::text::player_text;

/// An alarm, as long as it is there: its state and why, what it looks at, and what it compares that with.
pub fn alarm(snapshot: &Snapshot, index: u32, send: &Callback<Command>) -> Option<Html> {
    let mut alarms = snapshot.picture.fleet.alarms.iter();
    let alarm = alarms.find(|alarm| alarm.index == index)?;
    let (words, fleet) = (&player_text().inspector, &player_text().fleet);
    let age_s = snapshot.now.since(alarm.since).as_secs();
    let inside = html! {
        <>
            <p class="inspector-state">{ (fleet.alarm_since)(alarm, age_s) }</p>
            <p class="reason">{ &*alarm.reason }</p>
            { why(snapshot.records.why.as_deref(), &snapshot.picture, send) }
            <dl class="facts">
                { fact(words.metric, html! { <code>{ &*alarm.metric }</code> }) }
                { fact(words.rule, (fleet.alarm_rule)(alarm)) }
            </dl>
            { fitting_forms(snapshot, Thing::Alarm(alarm.index), send) }
        </>
    };
    Some(frame(words.alarm_selected, &alarm.name, snapshot, send, inside))
}

/// All alarms, those that ring first; each name leads to its alarm. None if there are none.
pub fn alarms(snapshot: &Snapshot, send: &Callback<Command>) -> Option<Html> {
    let alarms = &snapshot.picture.fleet.alarms;
    if alarms.is_empty() {
        return None;
    }
    let (words, fleet) = (&player_text().inspector, &player_text().fleet);
    let mut ordered: Vec<&Alarm> = alarms.iter().collect();
    ordered.sort_by_key(|alarm| alarm.state != AlarmState::Alarm);
    let entries = ordered.iter().map(|alarm| {
        let age_s = snapshot.now.since(alarm.since).as_secs();
        let thing = Thing::Alarm(alarm.index);
        let onclick = send.reform(move |_: MouseEvent| Command::Select(Some(thing)));
        html! {
            <><p><button type="button" class="plain strong" {onclick}>{ &*alarm.name }</button>{ " " }{ (fleet.alarm_since)(alarm, age_s) }</p>
                <p>{ (fleet.alarm_rule)(alarm) }</p><p class="reason">{ &*alarm.reason }</p></>
        }
    });
    let inside =
        html! { <>{ list(words.alarms, entries) }{ fitting_forms(snapshot, Thing::Alarms, send) }</> };
    Some(frame(words.alarms_selected, words.alarms, snapshot, send, inside))
}
