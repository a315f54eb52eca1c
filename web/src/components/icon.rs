//! Our own drawings, on sheets that every icon points into: what the start page shows, and what comes with the player.

use yew::prelude::*;

const SHEET: &str = include_str!("../../icons.svg");
const PLAYER_SHEET: &str = include_str!("../../player-icons.svg");

macro_rules! icons {
    ($($name:ident = $id:literal,)*) => {
        /// A drawing of the sheet.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is drawn as it is called")]
        pub enum Icon {
            $($name,)*
        }

        impl Icon {
            const fn href(self) -> &'static str {
                match self {
                    $(Self::$name => concat!("#icon-", $id),)*
                }
            }
        }

        #[cfg(test)]
        const IDS: &[&str] = &[$(concat!("id=\"icon-", $id, "\""),)*];
    };
}

icons! {
    Alarm = "alarm",
    Balancer = "balancer",
    Book = "book",
    Bucket = "bucket",
    Charts = "metric",
    Check = "check",
    Chevron = "chevron",
    Close = "close",
    Copy = "copy",
    Cross = "cross",
    Dash = "dash",
    Dns = "dns",
    Group = "group",
    Hint = "hint",
    Hourglass = "hourglass",
    Instance = "instance",
    Leave = "leave",
    Lock = "lock",
    Money = "money",
    Pause = "pause",
    Pencil = "pencil",
    Play = "play",
    Plus = "plus",
    Power = "power",
    Region = "region",
    Sandbox = "sandbox",
    Step = "step",
    Sun = "sun",
    Table = "table",
    Target = "target",
    Text = "text",
    User = "user",
    Users = "users",
    Warning = "warning",
    Zone = "zone",
}

/// An icon beside words, of 20 pixels.
pub fn icon(icon: Icon) -> Html {
    html! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href={icon.href()} /></svg> }
}

/// An icon in a line of text, of 16 pixels.
pub fn small_icon(icon: Icon) -> Html {
    html! { <svg class="icon small" viewBox="0 0 24 24" aria-hidden="true"><use href={icon.href()} /></svg> }
}

/// The sheet of what the start page shows; once on the page.
pub fn icon_sheet() -> Html {
    Html::from_html_unchecked(AttrValue::Static(SHEET))
}

/// The sheet of all the others; once on every page of the player.
pub fn player_icon_sheet() -> Html {
    Html::from_html_unchecked(AttrValue::Static(PLAYER_SHEET))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_drawn_and_every_drawing_used() {
        let sheets = [SHEET, PLAYER_SHEET].concat();
        for id in IDS {
            assert_eq!(sheets.matches(id).count(), 1, "{id}");
        }
        assert_eq!(sheets.matches("<symbol").count(), IDS.len());
    }
}
