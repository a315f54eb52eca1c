//! The styles that only the player needs. They come with it, and not before the start page.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// In the order in which they apply.
const SHEETS: [&str; 13] = [
    include_str!("../../styles/lesson.css"),
    include_str!("../../styles/time.css"),
    include_str!("../../styles/past.css"),
    include_str!("../../styles/charts.css"),
    include_str!("../../styles/story.css"),
    include_str!("../../styles/pair.css"),
    include_str!("../../styles/fleet.css"),
    include_str!("../../styles/account.css"),
    include_str!("../../styles/terminal.css"),
    include_str!("../../styles/course.css"),
    include_str!("../../styles/curve.css"),
    include_str!("../../styles/forms.css"),
    include_str!("../../styles/settings.css"),
];

/// Adds them to the page, once. A sheet made by script is allowed where styles inside the page are not.
pub fn add_styles() {
    thread_local! { static ADDED: Option<()> = adopt(); }
    ADDED.with(|_| {});
}

fn adopt() -> Option<()> {
    let window = web_sys::window()?;
    let document: JsValue = window.document()?.into();
    let maker: Function = Reflect::get(&window, &"CSSStyleSheet".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let sheet: Object = Reflect::construct(&maker, &Array::new()).ok()?.dyn_into().ok()?;
    let replace: Function = Reflect::get(&sheet, &"replaceSync".into())
        .ok()?
        .dyn_into()
        .ok()?;
    replace.call1(&sheet, &SHEETS.concat().into()).ok()?;
    let sheets = Array::from(&Reflect::get(&document, &ADOPTED.into()).ok()?);
    sheets.push(&sheet);
    Reflect::set(&document, &ADOPTED.into(), &sheets).ok()?;
    Some(())
}

const ADOPTED: &str = "adoptedStyleSheets";
