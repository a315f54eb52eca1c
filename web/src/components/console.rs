//! A line to type commands into, as AWS's command line takes them, with the latest answer above it.

use std::rc::Rc;

use web_sys::{HtmlInputElement, KeyboardEvent, SubmitEvent};
use yew::prelude::*;

use crate::command::Command;
use crate::snapshot::Submitted;
use crate::text::player_text;

/// What the console needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The latest command.
    pub last: Option<Submitted>,
    /// Takes commands.
    pub send: Callback<Command>,
}

/// The console.
#[derive(Default)]
pub struct Console {
    input: NodeRef,
    typed: Vec<Rc<str>>,
    /// The line of those typed that is shown, counted from the newest.
    back: Option<usize>,
}

/// What the console is told.
pub enum Msg {
    /// The line is finished.
    Submit,
    /// A key was pressed.
    Key(KeyboardEvent),
}

impl Component for Console {
    type Message = Msg;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Submit => self.submit(ctx),
            Msg::Key(event) => self.turn(&event),
        }
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (words, link) = (&player_text().sandbox, ctx.link());
        let onsubmit = link.callback(|event: SubmitEvent| {
            event.prevent_default();
            Msg::Submit
        });
        html! {
            <div class="console">
                { answer(ctx.props().last.as_ref()) }
                <form {onsubmit}>
                    <label for="line">{ words.type_a_command }</label>
                    <div class="line">
                        <input id="line" ref={&self.input} type="text" autocomplete="off" autocapitalize="off" spellcheck="false"
                            placeholder={words.example_command} onkeydown={link.callback(Msg::Key)} />
                        <button type="submit" class="button small">{ words.run }</button>
                    </div>
                </form>
            </div>
        }
    }
}

impl Console {
    fn submit(&mut self, ctx: &Context<Self>) {
        let Some(input) = self.input.cast::<HtmlInputElement>() else {
            return;
        };
        let line: Rc<str> = input.value().trim().into();
        if line.is_empty() {
            return;
        }
        input.set_value("");
        self.back = None;
        self.typed.push(line.clone());
        ctx.props().send.emit(Command::Line(line));
    }

    /// Goes through the lines that were typed.
    fn turn(&mut self, event: &KeyboardEvent) {
        let back = match (event.key().as_str(), self.back) {
            ("ArrowUp", None) => Some(0),
            ("ArrowUp", Some(back)) => Some(back + 1),
            ("ArrowDown", Some(back)) => back.checked_sub(1),
            _ => return,
        };
        event.prevent_default();
        let line = back.map(|back| self.typed.iter().rev().nth(back));
        let Some(input) = self.input.cast::<HtmlInputElement>() else {
            return;
        };
        match line {
            Some(None) => return,
            Some(Some(line)) => input.set_value(line),
            None => input.set_value(""),
        }
        self.back = back;
    }
}

/// The latest command, and what AWS answered or why it refused.
fn answer(last: Option<&Submitted>) -> Html {
    let Some(last) = last else {
        return Html::default();
    };
    html! {
        <div class="answer" tabindex="0" role="group" aria-label={player_text().sandbox.answer}>
            <code class="own">{ &*last.line }</code>
            if let Some((code, message)) = &last.error {
                <p class="refusal" role="alert"><b>{ &**code }</b>{ " " }{ &**message }</p>
            }
            if let Some(answer) = &last.answer { <pre>{ &**answer }</pre> }
        </div>
    }
}
