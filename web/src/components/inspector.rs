//! A closer look at one instance: its state, why it is so, its facts, and what can be done to it.

use std::slice;

use view::{Instance, Zone};
use yew::prelude::*;

use super::command_line::command_lines;
use super::icon::{Icon, icon};
use super::sandbox::offers;
use crate::command::Command;
use crate::snapshot::{Snapshot, Submitted};
use crate::text::{player_text, text};

/// The inspector of an instance in its zone.
pub fn inspector(snapshot: &Snapshot, zone: &Zone, instance: &Instance, send: &Callback<Command>) -> Html {
    let words = &player_text().inspector;
    let close = send.reform(|_: MouseEvent| Command::Select(None));
    let its_own = snapshot
        .offers
        .iter()
        .filter(|offer| offer.act.instance() == Some(instance.index));
    html! {
        <aside class="inspector" aria-label={words.name}>
            <div class="inspector-text" tabindex="0" role="group" aria-label={instance.name.to_string()}>
                <header>
                    <div><p class="kind">{ words.instance_selected }</p><h2>{ &*instance.name }</h2></div>
                    <button type="button" class="tool" aria-label={words.close} onclick={close}>{ icon(Icon::Close) }</button>
                </header>
                { state(snapshot, instance) }
                { facts(zone, instance) }
                { offers(its_own, send) }
            </div>
            { last_command(snapshot.last_command.as_ref()) }
        </aside>
    }
}

fn state(snapshot: &Snapshot, instance: &Instance) -> Html {
    let words = &text().stage;
    let age_s = snapshot.now.since(instance.since).as_secs();
    html! {
        <>
            <p class="inspector-state">{ (words.state)(instance, age_s) }{ (words.checks)(instance) }</p>
            if let Some(reason) = &instance.reason {
                <p class="reason"><b>{ player_text().inspector.why }</b>{ " " }{ &**reason }</p>
            }
        </>
    }
}

fn facts(zone: &Zone, instance: &Instance) -> Html {
    let words = &player_text().inspector;
    let address = instance.public_address.as_deref().unwrap_or(words.none);
    html! {
        <dl class="facts">
            <dt>{ words.id }</dt><dd><code>{ &*instance.id }</code></dd>
            <dt>{ words.instance_type }</dt><dd><code>{ &*instance.instance_type }</code></dd>
            <dt>{ words.zone }</dt><dd>{ &*zone.name }</dd>
            <dt>{ words.address }</dt><dd><code>{ address }</code></dd>
            <dt>{ words.workers }</dt><dd>{ (words.workers_busy)(instance.workers) }</dd>
            <dt>{ words.waiting }</dt><dd>{ instance.waiting }</dd>
        </dl>
    }
}

/// The latest command, if there was one, and what AWS said if it refused it.
pub fn last_command(submitted: Option<&Submitted>) -> Html {
    let Some(submitted) = submitted else {
        return Html::default();
    };
    html! {
        <div class="last-command">
            if let Some((code, message)) = &submitted.error {
                <p class="refusal" role="alert"><b>{ &**code }</b>{ " " }{ &**message }</p>
            }
            { command_lines(slice::from_ref(&submitted.line)) }
        </div>
    }
}
