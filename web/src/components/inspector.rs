//! A closer look at one instance: its state, why it is so, its facts, and what can be done to it.

use std::rc::Rc;

use view::{Instance, Zone};
use yew::prelude::*;

use super::command_line::CommandLines;
use super::icon::{Icon, icon};
use super::sandbox::offers;
use crate::act::Offer;
use crate::command::Command;
use crate::snapshot::Submitted;
use crate::text::text;

/// What the inspector shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The instance.
    pub instance: Instance,
    /// Its zone.
    pub zone: Zone,
    /// Seconds since its condition began.
    pub age_s: u64,
    /// What can be done to it.
    pub offers: Rc<[Offer]>,
    /// The latest command.
    pub last_command: Option<Submitted>,
    /// Takes commands.
    pub send: Callback<Command>,
}

/// The inspector.
#[component]
pub fn Inspector(props: &Props) -> Html {
    let (words, instance) = (&text().inspector, &props.instance);
    let close = props.send.reform(|_: MouseEvent| Command::Select(None));
    html! {
        <aside class="inspector" aria-label={words.name}>
            <div class="inspector-text" tabindex="0" role="group" aria-label={instance.name.to_string()}>
                <header>
                    <div><p class="kind">{ words.instance_selected }</p><h2>{ &*instance.name }</h2></div>
                    <button type="button" class="tool" aria-label={words.close} onclick={close}>{ icon(Icon::Close) }</button>
                </header>
                <p class="inspector-state">{ (text().stage.state)(instance, props.age_s) }{ (text().stage.checks)(instance) }</p>
                if let Some(reason) = &instance.reason { <p class="reason"><b>{ words.why }</b>{ " " }{ &**reason }</p> }
                { facts(props) }
                { offers(&props.offers, &props.send) }
            </div>
            if let Some(submitted) = &props.last_command { { last_command(submitted) } }
        </aside>
    }
}

fn facts(props: &Props) -> Html {
    let (words, instance) = (&text().inspector, &props.instance);
    let address = instance.public_address.as_deref().unwrap_or(words.none);
    html! {
        <dl class="facts">
            <dt>{ words.id }</dt><dd><code>{ &*instance.id }</code></dd>
            <dt>{ words.instance_type }</dt><dd><code>{ &*instance.instance_type }</code></dd>
            <dt>{ words.zone }</dt><dd>{ &*props.zone.name }</dd>
            <dt>{ words.address }</dt><dd><code>{ address }</code></dd>
            <dt>{ words.workers }</dt><dd>{ (words.workers_busy)(instance.workers) }</dd>
            <dt>{ words.waiting }</dt><dd>{ instance.waiting }</dd>
        </dl>
    }
}

/// The latest command, and what AWS said if it refused it.
pub fn last_command(submitted: &Submitted) -> Html {
    html! {
        <div class="last-command">
            if let Some((code, message)) = &submitted.error {
                <p class="refusal" role="alert"><b>{ &**code }</b>{ " " }{ &**message }</p>
            }
            <CommandLines lines={vec![AttrValue::from(submitted.line.clone())]} />
        </div>
    }
}
