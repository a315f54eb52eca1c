//! What both of a twin run are compared by, gathered anew only when there is something new.

use cloud::Cloud;
use des::SimDuration;
use view::Series;

use crate::span::Span;

/// Up to this length of time there is one point a second, beyond it one a minute.
const BY_SECONDS: SimDuration = SimDuration::from_mins(15);

/// The latest points, and what they were gathered for.
#[derive(Default)]
pub(super) struct Points {
    gathered: Option<(u64, Span, Series)>,
}

impl Points {
    /// The points to show in `span`.
    pub(super) fn series(&mut self, cloud: &Cloud, span: Span) -> Series {
        let second = cloud.now().as_secs();
        match &self.gathered {
            Some((gathered, shown, series)) if (*gathered, *shown) == (second, span) => series.clone(),
            _ => {
                let series = gather(cloud, span);
                self.gathered = Some((second, span, series.clone()));
                series
            }
        }
    }
}

fn gather(cloud: &Cloud, span: Span) -> Series {
    if span.length <= BY_SECONDS {
        Series::of_last_seconds(cloud, span.length.as_secs())
    } else {
        Series::of_last_minutes(cloud, span.length.as_secs() / 60)
    }
}
