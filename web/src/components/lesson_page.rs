//! A lesson from its files: fetched, read, set up, brought back to where it was left, and then played; or told what is
//! wrong with it.

pub mod prepare;
pub mod read;

use std::cell::RefCell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use self::prepare::{Prepare, Stage};
use self::read::{Read, read};
use super::error_page::{Fault, error_page};
use super::head::{brand, theme_switch};
use super::notice_page::notice_page;
use super::player::{Loaded, Player, Scope};
use crate::driver::frames::Frames;
use crate::elsewhere::Handed;
use crate::route::{Address, CoursePage, Route};
use crate::session::Session;
use crate::text::{player_text, text};

/// Events that one frame of preparing may let happen: some hundredths of a second.
const EVENTS_A_FRAME: u64 = 60_000;

/// Where a lesson is.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// A folder of the course.
    Folder(String),
    /// Files from elsewhere.
    Handed(Rc<Handed>),
}

/// What the page needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Where the lesson is.
    pub source: Source,
    /// Seed and speed, if the address fixes them.
    pub address: Address,
    /// Whether its account is played on without it.
    #[prop_or_default]
    pub sandbox: bool,
}

/// The page.
pub struct LessonPage {
    stage: Shown,
    /// How often it was begun again.
    turn: usize,
    frames: Option<Frames>,
    preparing: Rc<RefCell<Option<Prepare>>>,
}

/// How far the lesson has come.
enum Shown {
    /// Its files are on their way.
    Loading,
    /// It is being set up, or brought back.
    Preparing(Stage),
    /// It can be played.
    Ready(Rc<Loaded>),
    /// It cannot.
    Bad(Rc<[Fault]>),
}

/// What the page is told.
pub enum Msg {
    /// The files were read.
    Read(Box<Result<Read, Rc<[Fault]>>>),
    /// Preparing has come so far.
    Prepared(Stage),
    /// It is ready.
    Ready(Box<Session>),
    /// It cannot be played.
    Failed(Fault),
    /// Begin again with what is kept.
    Again,
}

impl Component for LessonPage {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let page = Self {
            stage: Shown::Loading,
            turn: 0,
            frames: None,
            preparing: Rc::default(),
        };
        fetch(ctx);
        page
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Again => {
                self.turn += 1;
                self.stage = Shown::Loading;
                fetch(ctx);
            }
            Msg::Read(read) => match *read {
                Ok(read) => self.prepare(ctx, read),
                Err(faults) => self.stage = Shown::Bad(faults),
            },
            Msg::Prepared(stage) => self.stage = Shown::Preparing(stage),
            Msg::Ready(session) => self.ready(*session),
            Msg::Failed(fault) => self.stage = Shown::Bad([fault].into()),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let words = &player_text().progress;
        match &self.stage {
            Shown::Loading => notice_page(text().page.loading),
            Shown::Preparing(Stage::SetUp(percent)) => progress_page(words.setting_up, *percent),
            Shown::Preparing(Stage::Back(percent)) => progress_page(words.coming_back, *percent),
            Shown::Ready(loaded) => {
                let scope = match ctx.props().sandbox {
                    true => Scope::Account(loaded.clone()),
                    false => Scope::Lesson(loaded.clone()),
                };
                html! { <Player key={self.turn} {scope} address={ctx.props().address.clone()} again={ctx.link().callback(|()| Msg::Again)} /> }
            }
            Shown::Bad(faults) => error_page(faults),
        }
    }
}

impl LessonPage {
    /// Lets the account be set up, a piece in every frame.
    fn prepare(&mut self, ctx: &Context<Self>, read: Read) {
        *self.preparing.borrow_mut() = Some(Prepare::new(read, ctx.props().address.seed));
        let (link, preparing) = (ctx.link().clone(), self.preparing.clone());
        let frames = Frames::new(move |_| {
            let Some(prepare) = preparing.take() else {
                return false;
            };
            match prepare.go_on(EVENTS_A_FRAME) {
                Ok(prepare::Came::Further(prepare)) => {
                    link.send_message(Msg::Prepared(prepare.stage()));
                    *preparing.borrow_mut() = Some(prepare);
                    return true;
                }
                Ok(prepare::Came::There(session)) => link.send_message(Msg::Ready(session)),
                Err(fault) => link.send_message(Msg::Failed(fault)),
            }
            false
        });
        frames.start();
        self.frames = Some(frames);
    }

    fn ready(&mut self, session: Session) {
        self.frames = None;
        self.stage = Shown::Ready(Rc::new(Loaded {
            number: session.number(),
            title: session.title(),
            way_back: session.home().and_then(way_back),
            about: session.about(),
            session: RefCell::new(Some(session)),
        }));
    }
}

/// A sentence, and how far it has come.
fn progress_page(sentence: &'static str, percent: u32) -> Html {
    html! {
        <div class="sheet">
            <header class="head">{ brand() }<span class="gap" />{ theme_switch() }</header>
            <main class="loading"><label class="field"><span role="status">{ sentence }</span><progress max="100" value={percent.to_string()} /></label></main>
        </div>
    }
}

/// The address that leads to the lesson.
fn way_back(home: &crate::session::Home) -> Option<String> {
    let route = match &home.folder {
        Some(folder) => Route::Lesson(folder.clone()),
        None => Route::Course(CoursePage::Play),
    };
    Some(route.href())
}

fn fetch(ctx: &Context<LessonPage>) {
    let (link, source) = (ctx.link().clone(), ctx.props().source.clone());
    spawn_local(async move { link.send_message(Msg::Read(Box::new(read(&source).await))) });
}
