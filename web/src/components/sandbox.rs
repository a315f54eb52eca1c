//! The sandbox: everything that can be done to the account, as buttons with their commands.

use yew::prelude::*;

use super::beginnings::Beginnings;
use super::callbacks::send_if;
use super::inspector::last_command;
use super::inspector::troubles::all_troubles;
use super::lesson::notice;
use super::lesson::prose::prose;
use crate::act::{Act, Group, Offer};
use crate::command::{Command, LessonCommand};
use crate::session::About;
use crate::snapshot::Snapshot;
use crate::text::player_text;

/// The panel.
pub fn sandbox_panel(snapshot: &Snapshot, about: Option<&About>, send: &Callback<Command>) -> Html {
    let words = &player_text().sandbox;
    html! {
        <section class="lesson" aria-label={words.name}>
            <div class="lesson-text" tabindex="0" role="group" aria-label={words.title}>
                { notice(snapshot.notice) }
                { heading(about) }
                <section class="todo" aria-label={words.acts}>
                    { all_troubles(snapshot, send) }
                    { open_terminal(send) }
                    { tidy(send) }
                    { open_settings(send) }
                    { for Group::OF_THE_ACCOUNT.into_iter().map(|group| offers_of(group, snapshot, send)) }
                </section>
                { menu(snapshot.kept, send) }
                <Beginnings />
            </div>
            { last_command(snapshot.last_command.as_ref()) }
        </section>
    }
}

/// What is said of the account, or of the sandbox where the account is of no starter.
fn heading(about: Option<&About>) -> Html {
    let words = &player_text().sandbox;
    let (heading, text) = match about {
        Some(about) => (about.heading.as_str(), prose(&about.prose)),
        None => (words.title, html! { <p>{ words.intro }</p> }),
    };
    html! {
        <>
            <h2 class="lesson-heading">{ heading.to_owned() }</h2>
            <div class="prose">{ text }</div>
        </>
    }
}

/// Everything else is done with commands.
fn open_terminal(send: &Callback<Command>) -> Html {
    let onclick = send.reform(|_: MouseEvent| Command::OpenTerminal);
    html! { <button type="button" class="plain" {onclick}>{ player_text().sandbox.open_terminal }</button> }
}

/// What can be done with the sandbox as a whole, closed until it is asked for.
fn menu(kept: bool, send: &Callback<Command>) -> Html {
    let words = &player_text().sandbox;
    let begin_anew = send.reform(|_: MouseEvent| Command::Lesson(LessonCommand::ResetLesson));
    html! {
        <details class="lesson-menu">
            <summary>{ words.menu }</summary>
            if !kept { <p class="why-not" role="status">{ player_text().progress.not_kept_here }</p> }
            <ul>
                <li>
                    <button type="button" class="plain" onclick={begin_anew}>{ words.begin_anew }</button>
                    <span class="why-not">{ words.begin_anew_note }</span>
                </li>
            </ul>
        </details>
    }
}

/// Instances keep their places; this closes up the gaps.
fn tidy(send: &Callback<Command>) -> Html {
    let onclick = send.reform(|_: MouseEvent| Command::Tidy);
    html! { <button type="button" class="plain" {onclick}>{ player_text().sandbox.tidy }</button> }
}

fn open_settings(send: &Callback<Command>) -> Html {
    let onclick = send.reform(|_: MouseEvent| Command::ToggleSettings);
    html! { <button type="button" class="plain" {onclick}>{ player_text().settings.open }</button> }
}

fn offers_of(group: Group, snapshot: &Snapshot, send: &Callback<Command>) -> Html {
    let offered = snapshot.offers.iter().filter(|offer| offer.act.group() == group);
    html! {
        <div class="offer-group">
            <h3>{ (player_text().sandbox.group)(group) }</h3>
            { offers(offered, send) }
        </div>
    }
}

/// Buttons for what can be done; one that cannot be pressed now says why.
pub fn offers<'a>(offers: impl Iterator<Item = &'a Offer>, send: &Callback<Command>) -> Html {
    html! { <ul class="offers">{ for offers.map(|offer| one(offer, label(&offer.act), send)) }</ul> }
}

/// The same where no group says what they have in common.
pub fn full_offers<'a>(offers: impl Iterator<Item = &'a Offer>, send: &Callback<Command>) -> Html {
    let label = |act: &Act| {
        let (before, shown) = (player_text().sandbox.act)(act);
        html! { format!("{before} {shown}").trim_start() }
    };
    html! { <ul class="offers">{ for offers.map(|offer| one(offer, label(&offer.act), send)) }</ul> }
}

fn one(offer: &Offer, label: Html, send: &Callback<Command>) -> Html {
    let open = offer.refused.is_none();
    let act = offer.act.clone();
    let onclick = send_if(send, move |_: MouseEvent| open.then(|| Command::Act(act.clone())));
    let title = offer.refused.as_deref().unwrap_or(&offer.command).to_owned();
    html! {
        <li>
            <button type="button" class="button small" aria-disabled={(!open).to_string()} {title} {onclick}>
                { label }
            </button>
            if let Some(why) = &offer.refused { <span class="unseen">{ &**why }</span> }
        </li>
    }
}

/// What a button says; what its group says already is there for those only who do not see the group.
fn label(act: &Act) -> Html {
    let (before, shown) = (player_text().sandbox.act)(act);
    html! { <>if !before.is_empty() { <span class="unseen">{ before }{ " " }</span> }{ shown }</> }
}
