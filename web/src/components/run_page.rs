//! A run from what it begins with: a lesson's files fetched and read, the account set up, brought back to where it was
//! left, and then played; or told what is wrong with it.

pub mod prepare;
pub mod read;
pub mod wanted;

use std::cell::RefCell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use self::prepare::{Came, Prepare, Stage};
use self::read::{Read, read};
use self::wanted::{BadLink, Wanted};
use super::error_page::{Fault, bad_link_page, error_page};
use super::head::{brand, theme_switch};
use super::notice_page::notice_page;
use super::player::{Loaded, Player, Scope};
use crate::driver::frames::Frames;
use crate::elsewhere::Handed;
use crate::route::{Address, CoursePage, Route};
use crate::session::{Home, Origin, Session};
use crate::text::{player_text, text};

/// Events that one frame of preparing may let happen: some hundredths of a second, where nothing but progress is shown.
const EVENTS_A_FRAME: u64 = 200_000;

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
    /// Where the lesson is; none for the sandbox's own account.
    pub source: Option<Source>,
    /// Run, seed and speed, if the address fixes them.
    pub address: Address,
    /// Whether its account is played on without it.
    #[prop_or_default]
    pub sandbox: bool,
}

/// The page.
pub struct RunPage {
    stage: Shown,
    /// How often it was begun again.
    turn: usize,
    frames: Option<Frames>,
    preparing: Rc<RefCell<Option<Prepare>>>,
}

/// How far the run has come.
enum Shown {
    /// Its files are on their way.
    Loading,
    /// It is being set up, or brought back.
    Preparing(Stage),
    /// It can be played.
    Ready(Rc<Loaded>),
    /// It cannot.
    Bad(Rc<[Fault]>),
    /// The link that was followed leads nowhere.
    BadLink(BadLink),
}

/// What the page is told.
pub enum Msg {
    /// It is to be the sandbox's own account.
    SandboxWanted,
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
    /// Do not bring back what was left: begin anew.
    Anew,
}

impl Component for RunPage {
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
            Msg::Again => self.again(ctx),
            Msg::Anew => {
                if let Some(preparing) = self.preparing.take() {
                    preparing.give_up();
                }
                self.again(ctx);
            }
            Msg::Read(read) => match *read {
                Ok(read) => self.prepare(ctx, |wanted| Prepare::lesson(read, wanted)),
                Err(faults) => self.stage = Shown::Bad(faults),
            },
            Msg::SandboxWanted => self.prepare(ctx, Prepare::sandbox),
            Msg::Prepared(stage) => self.stage = Shown::Preparing(stage),
            Msg::Ready(session) => self.ready(ctx, *session),
            Msg::Failed(fault) => self.stage = Shown::Bad([fault].into()),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let words = &player_text().progress;
        match &self.stage {
            Shown::Loading => notice_page(text().page.loading),
            Shown::Preparing(Stage::SetUp(percent)) => {
                progress_page(words.setting_up, *percent, Html::default())
            }
            Shown::Preparing(Stage::Back(percent, of_lesson)) => {
                progress_page(words.coming_back, *percent, begin_anew(ctx, *of_lesson))
            }
            Shown::Ready(loaded) => {
                let loaded = loaded.clone();
                let scope = match ctx.props() {
                    Props { source: None, .. } => Scope::Sandbox(loaded),
                    Props { sandbox: true, .. } => Scope::Account(loaded),
                    _ => Scope::Lesson(loaded),
                };
                html! { <Player key={self.turn} {scope} address={ctx.props().address.clone()} again={ctx.link().callback(|()| Msg::Again)} /> }
            }
            Shown::Bad(faults) => error_page(faults),
            Shown::BadLink(why) => bad_link_page((player_text().past.bad_link)(*why)),
        }
    }
}

impl RunPage {
    fn again(&mut self, ctx: &Context<Self>) {
        self.turn += 1;
        self.stage = Shown::Loading;
        fetch(ctx);
    }

    /// Prepares the run that is wanted.
    fn prepare(&mut self, ctx: &Context<Self>, begin: impl FnOnce(&Wanted) -> Result<Came, BadLink>) {
        let Props { address, sandbox, .. } = ctx.props();
        match Wanted::of(address, *sandbox).and_then(|wanted| begin(&wanted)) {
            Ok(Came::There(session)) => self.ready(ctx, *session),
            Ok(Came::Further(prepare)) => self.go_on(ctx, prepare),
            Err(why) => self.stage = Shown::BadLink(why),
        }
    }

    /// Does a piece of it in every frame.
    fn go_on(&mut self, ctx: &Context<Self>, prepare: Prepare) {
        *self.preparing.borrow_mut() = Some(prepare);
        let (link, preparing) = (ctx.link().clone(), self.preparing.clone());
        let frames = Frames::new(move |_| {
            let Some(prepare) = preparing.take() else {
                return false;
            };
            match prepare.go_on(EVENTS_A_FRAME) {
                Ok(Came::Further(prepare)) => {
                    link.send_message(Msg::Prepared(prepare.stage()));
                    *preparing.borrow_mut() = Some(prepare);
                    return true;
                }
                Ok(Came::There(session)) => link.send_message(Msg::Ready(session)),
                Err(fault) => link.send_message(Msg::Failed(fault)),
            }
            false
        });
        frames.start();
        self.frames = Some(frames);
    }

    fn ready(&mut self, ctx: &Context<Self>, session: Session) {
        self.frames = None;
        self.stage = Shown::Ready(Rc::new(Loaded {
            number: session.number(),
            title: session.title(),
            way_back: way_back(session.home(), &ctx.props().address),
            about: session.about(),
            session: RefCell::new(Some(session)),
        }));
    }
}

/// A sentence, how far it has come, and what can be done meanwhile.
fn progress_page(sentence: &'static str, percent: u32, meanwhile: Html) -> Html {
    html! {
        <div class="sheet">
            <header class="head">{ brand() }<span class="gap" />{ theme_switch() }</header>
            <main class="loading">
                <label class="field"><span role="status">{ sentence }</span><progress max="100" value={percent.to_string()} /></label>
                { meanwhile }
            </main>
        </div>
    }
}

/// The way out where days are to be played again. A run that was handed on is all that its address leads to, and a
/// lesson is not forgotten for its account.
fn begin_anew(ctx: &Context<RunPage>, of_lesson: bool) -> Html {
    let props = ctx.props();
    let in_lesson = props.source.is_some() && !props.sandbox;
    if props.address.parameter("run").is_some() || of_lesson != in_lesson {
        return Html::default();
    }
    let onclick = ctx.link().callback(|_: MouseEvent| Msg::Anew);
    html! { <button type="button" class="button small" {onclick}>{ player_text().progress.begin_anew }</button> }
}

/// The address that leads to the lesson; none where there is none.
fn way_back(home: &Home, address: &Address) -> Option<String> {
    let route = match &home.origin {
        Origin::Course(folder) => Route::Lesson(folder.clone()),
        Origin::Elsewhere => Route::Course(CoursePage::Play),
        Origin::Sandbox => return None,
    };
    let shared = address.parameter("run").map(|run| format!("?run={run}"));
    Some(route.href() + &shared.unwrap_or_default())
}

fn fetch(ctx: &Context<RunPage>) {
    let link = ctx.link().clone();
    match ctx.props().source.clone() {
        None => link.send_message(Msg::SandboxWanted),
        Some(source) => {
            spawn_local(async move { link.send_message(Msg::Read(Box::new(read(&source).await))) })
        }
    }
}
