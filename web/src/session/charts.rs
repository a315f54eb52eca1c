//! The charts: gathered only while somebody looks, only when there is something new, and a few times a second at most.

use std::rc::Rc;

use cloud::Cloud;
use view::chart::{Board, Topic};
use view::fleet::Thing;
use view::live::{Capacity, Wanted, board};

use crate::driver::clock::Clock;
use crate::records::{RecordInput, Tab};
use crate::span::Span;

/// While time passes, charts are drawn anew with every third picture: three times a second.
const TURNS: u32 = 3;

/// Which charts are shown, and what was gathered for them.
#[derive(Default)]
pub(super) struct Charts {
    shown: bool,
    topic: Topic,
    page: usize,
    capacity: Capacity,
    gathered: Option<(Wanted, u64, Rc<Board>)>,
    /// Pictures since then.
    turns: u32,
}

impl Charts {
    /// Does what the learner asked for.
    pub(super) fn take(&mut self, input: &RecordInput) {
        match *input {
            RecordInput::Tab(Tab::Charts(topic)) => (self.topic, self.page) = (topic, 0),
            RecordInput::Page(page) => self.page = page,
            _ => {}
        }
    }

    /// Gathers all anew.
    pub(super) fn renew(&mut self) {
        self.capacity = Capacity::default();
        self.gathered = None;
    }

    /// Whether they are looked at.
    pub(super) fn show(&mut self, shown: bool) {
        self.shown = shown;
    }

    /// The charts of `span`, if they are shown.
    pub(super) fn board(
        &mut self,
        cloud: &Cloud,
        span: Span,
        clock: Clock,
        selected: Option<Thing>,
    ) -> Option<Rc<Board>> {
        self.capacity.catch_up(cloud);
        if !self.shown {
            self.gathered = None;
            return None;
        }
        let wanted = Wanted {
            topic: self.topic,
            page: self.page,
            selected,
            start: span.start,
            length: span.length,
        };
        let second = cloud.now().as_secs();
        self.turns += 1;
        if let Some((known, at, board)) = &self.gathered
            && *known == wanted
            && (*at == second || (!clock.is_paused() && self.turns < TURNS))
        {
            return Some(board.clone());
        }
        let board = Rc::new(board(cloud, &self.capacity, &wanted));
        self.turns = 0;
        self.gathered = Some((wanted, second, board.clone()));
        Some(board)
    }
}
