//! A command and what it printed.

use std::rc::Rc;

use view::fleet::Thing;
use yew::prelude::*;

use crate::command::Command;
use crate::components::command_line::unbroken;
use crate::components::icon::{Icon, small_icon};
use crate::terminal::{By, Entry};
use crate::text::{player_text, text};

/// What an entry needs.
#[derive(Properties)]
pub(super) struct Props {
    /// The entry.
    pub entry: Rc<Entry>,
    /// Copies a text.
    pub copy: Callback<Rc<str>>,
    /// Puts a command into the line.
    pub put: Callback<Rc<str>>,
    /// Takes wishes.
    pub send: Callback<Command>,
}

/// An entry never changes.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.entry, &other.entry)
    }
}

/// The entry.
#[component]
pub(super) fn Printed(props: &Props) -> Html {
    let entry = &props.entry;
    html! {
        <div class={classes!("entry", (entry.by == By::Button).then_some("from-button"))}>
            { head(props) }
            if !entry.output.is_empty() { { output(entry, &props.send) } }
            if entry.cut > 0 { <p class="terminal-note">{ (player_text().terminal.cut)(entry.cut) }</p> }
            if !entry.error.is_empty() { <pre class="entry-error">{ &*entry.error }</pre> }
            { meant(props) }
            if entry.exit != 0 { <p class="terminal-note">{ (player_text().terminal.exit)(entry.exit) }</p> }
        </div>
    }
}

fn head(props: &Props) -> Html {
    let (words, entry) = (&player_text().terminal, &props.entry);
    let copied = |text: Rc<str>| props.copy.reform(move |_: MouseEvent| text.clone());
    let printed = if entry.output.is_empty() {
        &entry.error
    } else {
        &entry.output
    };
    html! {
        <div class="entry-head">
            <code><span aria-hidden="true">{ "$ " }</span>{ unbroken(&entry.command) }</code>
            <span class="entry-facts">
                if entry.by == By::Button { <em>{ words.from_button }</em> }
                <time>{ (text().number.clock)(entry.at, 1.0) }</time>
                { tool(words.copy_command, words.copy_short, copied(entry.command.clone())) }
                if !printed.is_empty() { { tool(words.copy_output, words.copy_output_short, copied(printed.clone())) } }
            </span>
        </div>
    }
}

fn tool(name: &'static str, short: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="entry-tool" data-stop="" tabindex="-1" title={name} aria-label={name} {onclick}>{ small_icon(Icon::Copy) }{ short }</button> }
}

/// What was printed, with buttons where it names something of the picture.
fn output(entry: &Entry, send: &Callback<Command>) -> Html {
    let (mut parts, mut at) = (Vec::new(), 0);
    for link in &*entry.links {
        let name = &entry.output[link.place.clone()];
        parts.push(html! { { &entry.output[at..link.place.start] } });
        parts.push(link_to(name, link.thing, send));
        at = link.place.end;
    }
    parts.push(html! { { &entry.output[at..] } });
    if is_table(&entry.output) {
        // It scrolls sideways by itself, so it can be reached by itself.
        return html! { <pre class="entry-table" tabindex="0" role="group" aria-label={player_text().terminal.table}>{ for parts }</pre> };
    }
    html! { <pre>{ for parts }</pre> }
}

fn link_to(name: &str, thing: Thing, send: &Callback<Command>) -> Html {
    let onclick = send.reform(move |_: MouseEvent| Command::Select(Some(thing)));
    html! { <button type="button" class="entry-link" data-stop="" tabindex="-1" title={player_text().terminal.show} {onclick}>{ name.to_owned() }</button> }
}

/// Whether the lines belong below each other, however narrow the page is.
fn is_table(output: &str) -> bool {
    output.starts_with("---") || output.starts_with('|')
}

fn meant(props: &Props) -> Html {
    let Some(meant) = &props.entry.meant else {
        return Html::default();
    };
    let command = meant.command.clone();
    let onclick = props.put.reform(move |_: MouseEvent| command.clone());
    html! { <p><button type="button" class="plain" data-stop="" tabindex="-1" {onclick}>{ (player_text().terminal.meant)(&meant.word) }</button></p> }
}

/// All entries as text.
pub(super) fn session(entries: &[Rc<Entry>]) -> String {
    let one = |entry: &Rc<Entry>| {
        let end = |text: &str| {
            if text.is_empty() || text.ends_with('\n') {
                ""
            } else {
                "\n"
            }
        };
        let (output, error) = (&*entry.output, &*entry.error);
        format!(
            "$ {}\n{output}{}{error}{}",
            entry.command,
            end(output),
            end(error)
        )
    };
    entries.iter().map(one).collect()
}
