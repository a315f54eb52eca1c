//! A lesson from its files: fetched, read, and either played or told what is wrong with it.

use std::rc::Rc;

use ::lesson::{Lesson, LoadError, load, set_up};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::error_page::{Fault, error_page};
use super::notice_page::notice_page;
use super::player::{Loaded, Player, Scope};
use crate::files;
use crate::route::Address;
use crate::text::{player_text, text};

/// What the page needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The lesson's folder.
    pub folder: String,
    /// Seed and speed, if the address fixes them.
    pub address: Address,
}

/// How far the lesson has come.
pub enum LessonPage {
    /// Its files are on their way.
    Loading,
    /// It can be played.
    Ready(Rc<Loaded>),
    /// It cannot.
    Bad(Rc<[Fault]>),
}

impl Component for LessonPage {
    type Message = Self;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let (link, folder) = (ctx.link().clone(), ctx.props().folder.clone());
        spawn_local(async move { link.send_message(read(&folder).await) });
        Self::Loading
    }

    fn update(&mut self, _: &Context<Self>, read: Self) -> bool {
        *self = read;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match self {
            Self::Loading => notice_page(text().page.loading),
            Self::Ready(loaded) => {
                html! { <Player scope={Scope::Lesson(loaded.clone())} address={ctx.props().address.clone()} /> }
            }
            Self::Bad(faults) => error_page(faults),
        }
    }
}

async fn read(folder: &str) -> LessonPage {
    let (file, prose_file) = (
        format!("lessons/{folder}/lesson.json"),
        format!("lessons/{folder}/en.md"),
    );
    let (json, prose) = match (files::text(&file).await, files::text(&prose_file).await) {
        (Ok(json), Ok(prose)) => (json, prose),
        (Err(reason), _) => return bad(&file, &reason),
        (_, Err(reason)) => return bad(&prose_file, &reason),
    };
    match load(&file, &json, &prose) {
        Ok(lesson) => ready(folder, file, lesson),
        Err(errors) => LessonPage::Bad(errors.iter().map(fault).collect()),
    }
}

fn ready(folder: &str, file: String, lesson: Lesson) -> LessonPage {
    if let Err(trouble) = set_up(&lesson) {
        let fault = Fault {
            file: file.into(),
            pointer: trouble.pointer.as_str().into(),
            reason: trouble.to_string().into(),
            fix: player_text().error.mend_set_up.into(),
        };
        return LessonPage::Bad([fault].into());
    }
    let number = folder
        .split('-')
        .next()
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0);
    LessonPage::Ready(Rc::new(Loaded { number, lesson }))
}

fn bad(file: &str, reason: &str) -> LessonPage {
    let fault = Fault {
        file: file.into(),
        pointer: player_text().error.whole_file.into(),
        reason: reason.into(),
        fix: player_text().error.check_address.into(),
    };
    LessonPage::Bad([fault].into())
}

fn fault(error: &LoadError) -> Fault {
    Fault {
        file: error.file.as_str().into(),
        pointer: if error.pointer.is_empty() {
            player_text().error.whole_file.into()
        } else {
            error.pointer.as_str().into()
        },
        reason: error.reason.as_str().into(),
        fix: error.fix.as_str().into(),
    }
}
