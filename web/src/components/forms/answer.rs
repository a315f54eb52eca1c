//! What came of a form: AWS's answer as a tree, and where to go from here.

use std::slice;

use form::Node;
use yew::prelude::*;

use super::{Send, head};
use crate::components::command_line::command_lines;
use crate::components::icon::{Icon, small_icon};
use crate::forms::{AnswerView, FormInput};
use crate::text::player_text;

/// Lists of so few entries are shown unfolded.
const FEW: usize = 3;

/// The page.
pub(super) fn answer(view: &AnswerView, send: &Send) -> Html {
    let words = &player_text().form;
    html! {
        <>
            { head(&view.title, send, true) }
            <div class="forms-body">
                if !view.only_looked { <p class="form-done" role="status">{ small_icon(Icon::Check) }{ words.done }</p> }
                { match &view.answer {
                    Some(node) => html! { <section class="form-answer" aria-label={words.answer}>{ part(node) }</section> },
                    None => html! { <p>{ words.done_silently }</p> },
                } }
                { command_lines(slice::from_ref(&view.command)) }
            </div>
            { foot(view, send) }
        </>
    }
}

fn foot(view: &AnswerView, send: &Send) -> Html {
    let words = &player_text().form;
    let key = view.key.clone();
    let again = send.reform(move |_: MouseEvent| (FormInput::Open(key.clone()), None));
    let close = send.reform(|_: MouseEvent| (FormInput::Close, None));
    let label = if view.only_looked {
        words.look_again
    } else {
        words.once_more
    };
    html! {
        <div class="forms-foot">
            <button type="button" class="button primary" onclick={close}>{ words.close }</button>
            <button type="button" class="button" onclick={again}>{ label }</button>
        </div>
    }
}

fn part(node: &Node) -> Html {
    match node {
        Node::Leaf(text) => html! { <span>{ text.clone() }</span> },
        Node::Fields(fields) => html! {
            <dl class="form-tree">
                { for fields.iter().map(|(name, node)| html! { <div class={leaf_class(node)}><dt>{ name.clone() }</dt><dd>{ part(node) }</dd></div> }) }
            </dl>
        },
        Node::List(list) if list.is_empty() => {
            html! { <span class="form-empty">{ player_text().form.empty }</span> }
        }
        Node::List(list) => {
            html! { <ul class="form-tree-list">{ for list.iter().map(|node| entry(node, list.len() <= FEW)) }</ul> }
        }
    }
}

fn leaf_class(node: &Node) -> Option<&'static str> {
    matches!(node, Node::Leaf(_)).then_some("leaf")
}

fn entry(node: &Node, open: bool) -> Html {
    match node {
        Node::Leaf(_) => html! { <li>{ part(node) }</li> },
        _ => {
            let title = node.title().unwrap_or(player_text().form.empty).to_owned();
            html! { <li><details {open}><summary>{ title }</summary>{ part(node) }</details></li> }
        }
    }
}
