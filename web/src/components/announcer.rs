//! Says aloud, to those who listen, what changed: politely, grouped, and never faster than one can hear.

use std::cmp::Reverse;

use gloo::timers::callback::Timeout;
use view::{Mark, MarkKind, Timeline};
use yew::prelude::*;

use super::track::weight;
use crate::settings::Announce;
use crate::text::player_text;

/// The least real time between two announcements, in milliseconds.
const EVERY_MS: u32 = 2_000;
/// Sentences of one announcement; of more only the number is said.
const SENTENCES: usize = 3;

/// What is to be said.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What has happened so far.
    pub timeline: Timeline,
    /// What of it is said.
    pub announce: Announce,
}

/// The live region.
pub struct Announcer {
    said: AttrValue,
    /// How many marks have been said, or counted.
    heard: usize,
    /// Runs while nothing more may be said.
    quiet: Option<Timeout>,
}

/// The quiet time after an announcement is over.
pub struct QuietOver;

impl Component for Announcer {
    type Message = QuietOver;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self {
            said: AttrValue::default(),
            heard: 0,
            quiet: None,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Props) -> bool {
        self.quiet.is_none() && self.say(ctx)
    }

    fn update(&mut self, ctx: &Context<Self>, QuietOver: QuietOver) -> bool {
        self.quiet = None;
        self.say(ctx)
    }

    fn view(&self, _: &Context<Self>) -> Html {
        html! { <p class="unseen" role="status">{ &self.said }</p> }
    }
}

impl Announcer {
    /// Says what is new since the last time.
    fn say(&mut self, ctx: &Context<Self>) -> bool {
        let timeline = &ctx.props().timeline;
        // Where time was turned back there may be fewer.
        self.heard = self.heard.min(timeline.count());
        let new = timeline.count() - self.heard;
        if new == 0 {
            return false;
        }
        self.heard = timeline.count();
        let kept = timeline.marks.len();
        let Some(said) = announcement(&timeline.marks[kept - new.min(kept)..], new, ctx.props().announce)
        else {
            return false;
        };
        self.said = said.into();
        let link = ctx.link().clone();
        self.quiet = Some(Timeout::new(EVERY_MS, move || link.send_message(QuietOver)));
        true
    }
}

/// The marks that say most, and how many others there are of `all`; none if nothing is to be said.
fn announcement(new: &[Mark], all: usize, announce: Announce) -> Option<String> {
    let meant: Vec<&Mark> = new.iter().filter(|mark| is_said(mark.kind, announce)).collect();
    let count = match announce {
        Announce::Everything => all,
        _ => meant.len(),
    };
    let chosen = weightiest(&meant);
    let others = count - chosen.len();
    let sentences = chosen.iter().map(|mark| mark.sentence.to_string());
    let more = (others > 0).then(|| (player_text().time.and_others)(others));
    (count > 0).then(|| sentences.chain(more).collect::<Vec<_>>().join(" "))
}

const fn is_said(kind: MarkKind, announce: Announce) -> bool {
    match announce {
        Announce::Everything => true,
        Announce::Lesson => matches!(kind, MarkKind::Goal | MarkKind::Lesson),
        Announce::Nothing => false,
    }
}

/// The few marks that say most, newer ones before older ones, told in the order in which they happened.
fn weightiest<'m>(new: &[&'m Mark]) -> Vec<&'m Mark> {
    let mut chosen: Vec<usize> = (0..new.len()).collect();
    chosen.sort_by_key(|&index| Reverse((weight(new[index].kind), index)));
    chosen.truncate(SENTENCES);
    chosen.sort_unstable();
    chosen.into_iter().map(|index| new[index]).collect()
}

#[cfg(test)]
mod tests {
    use des::SimTime;

    use super::*;

    fn mark(kind: MarkKind, sentence: &str) -> Mark {
        Mark {
            at: SimTime::ZERO,
            kind,
            label: "".into(),
            sentence: sentence.into(),
            fact: None,
            thing: None,
        }
    }

    fn marks() -> [Mark; 5] {
        [
            mark(MarkKind::Fault, "Dark."),
            mark(MarkKind::Health, "Old."),
            mark(MarkKind::Health, "New."),
            mark(MarkKind::Alarm, "Alarm."),
            mark(MarkKind::Goal, "Met."),
        ]
    }

    #[test]
    fn what_says_most_is_said_in_the_order_of_time() {
        let marks = marks();
        let said = |count: usize| {
            let chosen = weightiest(&marks.iter().take(count).collect::<Vec<_>>());
            let sentences: Vec<&str> = chosen.iter().map(|mark| &*mark.sentence).collect();
            sentences.join(" ")
        };
        assert_eq!(said(2), "Dark. Old.");
        assert_eq!(said(4), "Dark. New. Alarm.");
    }

    #[test]
    fn only_what_is_chosen_is_said() {
        let said = |announce| announcement(&marks()[2..], 3, announce);
        assert_eq!(said(Announce::Lesson).as_deref(), Some("Met."));
        assert_eq!(said(Announce::Nothing), None);
        assert_eq!(said(Announce::Everything).as_deref(), Some("New. Alarm. Met."));
    }
}
