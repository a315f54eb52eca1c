//! What the player does for each wish.

use view::fleet::Thing;
use yew::prelude::*;

use super::{Player, has_dots};
use crate::canvas::route::{Point, at};
use crate::command::{Command, LessonCommand};
use crate::components::crossing::cross_over;
use crate::components::terminal::save;
use crate::progress::keep;
use crate::session::Session;
use crate::settings::Settings;

impl Player {
    /// Does what is wished; whether anything may look different.
    pub(super) fn fulfil(&mut self, command: Command) -> bool {
        match command {
            Command::TogglePause => {
                self.driver.with_run(Session::give_up_rush);
                self.driver.pause(!self.driver.is_paused());
            }
            Command::Time(input) => self.driver.with_run(|session| session.time_input(&input)),
            Command::ToggleTime => {
                self.time = !self.time;
                self.awaited = Some(if self.time {
                    ".time-panel"
                } else {
                    "[data-opens=time] button"
                });
            }
            Command::Step => self.driver.step(Session::step),
            Command::Speed(index) => self.driver.choose_speed(index),
            Command::Act(act) => self.driver.with_run(|session| session.submit(&act)),
            Command::Panel(input) => self.driver.with_run(|session| session.panel_input(&input)),
            Command::Select(thing) => self.select(thing),
            Command::Point(x, y) => self.point(at(x, y)),
            Command::Follow => self.select(self.driver.with_run(|session| session.newest_request())),
            Command::Type(text) => self.driver.with_run(|session| session.type_in(&text)),
            Command::Interrupt => self.driver.with_run(Session::interrupt),
            Command::ClearTerminal => self.driver.with_run(Session::clear_terminal),
            Command::SaveScript => self.driver.with_run(|session| save(session)),
            Command::Form(input) => self.driver.with_run(|session| session.form_input(&input)),
            Command::Tidy => self.driver.with_run(Session::tidy),
            // The terminal stands in front of the charts.
            Command::ToggleCharts => {
                (self.charts, self.terminal) = (!self.charts || self.terminal, false);
                self.show_records();
            }
            Command::Records(input) => self.driver.with_run(|session| session.record_input(&input)),
            Command::ToggleTerminal if self.terminal => {
                self.terminal = false;
                self.show_records();
                self.awaited = Some("[data-opens=terminal] button");
            }
            Command::ToggleTerminal | Command::OpenTerminal => {
                self.terminal = true;
                self.show_records();
                self.awaited = Some("#terminal-input");
            }
            Command::ToggleTwin => self.twin = !self.twin,
            Command::ToggleCurve => self.curve = !self.curve,
            Command::ToggleSettings => self.settings_shown = !self.settings_shown,
            Command::Set(settings) => self.choose(settings),
            Command::Lesson(_) => {}
        }
        true
    }

    fn select(&mut self, thing: Option<Thing>) {
        // These are opened from far away.
        self.awaited = match (thing, self.selected) {
            (Some(Thing::Bill | Thing::Request(_)), _) => Some(".inspector-text"),
            (None, Some(Thing::Bill)) => Some("[data-opens=bill] button"),
            (None, Some(Thing::Request(_))) => Some("[data-opens=request]"),
            _ => None,
        };
        (self.chosen, self.selected) = (thing.is_some(), thing);
        self.driver.with_run(|session| session.select(thing));
    }

    /// Looks closer at the request whose dot is there, if one is.
    fn point(&mut self, point: Point) {
        if let Some(dot) = self.driver.dot_at(point) {
            let thing = self.driver.with_run(|session| session.behind(dot));
            self.select(thing);
        }
    }

    /// Does what is wished of the lesson as a whole.
    pub(super) fn fulfil_lesson(&mut self, ctx: &Context<Self>, command: LessonCommand) -> bool {
        match command {
            LessonCommand::ResetStep => self.driver.with_run(Session::go_back_to_step),
            LessonCommand::ResetLesson => self.driver.with_run(Session::forget),
            LessonCommand::Sandbox => {
                self.driver.with_run(Session::keep_now);
                self.driver
                    .with_run(|session| cross_over(&ctx.props().scope, session));
            }
            LessonCommand::SaveResults => self.driver.with_run(|session| save_results(session)),
            LessonCommand::RunUntil => self.driver.with_run(Session::run_until),
            LessonCommand::Tour => self.tour = true,
            LessonCommand::TourOver => self.tour = false,
        }
        if matches!(command, LessonCommand::ResetStep | LessonCommand::ResetLesson) {
            self.left = true;
            ctx.props().again.emit(());
        }
        true
    }

    fn choose(&mut self, settings: Settings) {
        keep::keep_settings(settings);
        self.settings = settings;
        self.settle_motion();
    }

    /// Lets dots fly, or not, as is wished now.
    pub(super) fn settle_motion(&mut self) {
        self.dots = has_dots(self.settings);
        self.driver.set_dots(self.dots);
    }
}

/// Hands the results over as a file.
fn save_results(session: &Session) {
    if let Some((name, text)) = session.results() {
        crate::save::save(&name, &text, crate::save::JSON);
    }
}
