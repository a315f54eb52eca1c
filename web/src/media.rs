//! What the learner's screen and system ask for.

use gloo::events::EventListener;
use web_sys::MediaQueryList;
use yew::Callback;

/// A question to the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// Less motion is wished for.
    ReducedMotion,
    /// Charts fit beside the picture.
    RoomForCharts,
    /// Everything stands in one column.
    OneColumn,
}

impl Media {
    const fn query(self) -> &'static str {
        match self {
            Self::ReducedMotion => "(prefers-reduced-motion: reduce)",
            Self::RoomForCharts => "(min-width: 1440px) and (min-height: 900px)",
            Self::OneColumn => "(max-width: 860px)",
        }
    }
}

/// The answer now.
#[must_use]
pub fn matches(media: Media) -> bool {
    list(media).is_some_and(|list| list.matches())
}

/// Calls back with each new answer.
pub fn on_change(media: Media, changed: Callback<bool>) -> Option<EventListener> {
    let list = list(media)?;
    Some(EventListener::new(&list.clone(), "change", move |_| {
        changed.emit(list.matches())
    }))
}

fn list(media: Media) -> Option<MediaQueryList> {
    web_sys::window()?.match_media(media.query()).ok()?
}
