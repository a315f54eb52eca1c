//! The same line as numbers: the form for the keyboard and the screen reader.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::callbacks::send_if;
use crate::curve::Curve;
use crate::panel::PanelInput;
use crate::text::player_text;

/// A field for each point.
pub fn fields(curve: &Curve, send: &Callback<PanelInput>) -> Html {
    let words = &player_text().curve;
    html! {
        <fieldset class="curve-fields" disabled={curve.fixed}>
            <legend>{ &*curve.prompt }</legend>
            if !curve.fixed { <p class="why-not">{ words.draw }</p> }
            <div class="curve-numbers">{ for (0..curve.drawn.len()).map(|index| field(curve, index, send)) }</div>
        </fieldset>
    }
}

fn field(curve: &Curve, index: usize, send: &Callback<PanelInput>) -> Html {
    let (least, most) = curve.range;
    let (id, unit) = (curve.id.clone(), curve.unit);
    let oninput = send_if(send, move |event: InputEvent| {
        let typed = event
            .target_unchecked_into::<HtmlInputElement>()
            .value_as_number();
        let meant = unit.meant(typed);
        (least..=most)
            .contains(&meant)
            .then(|| PanelInput::Curve(id.clone(), index, meant))
    });
    let step = unit.shown((most - least) / 20.0);
    let value = curve.drawn[index].map(|value| unit.shown(value).to_string());
    html! {
        <label>
            <span>{ curve.time_at(curve.share_at(index)) }</span>
            <span class="curve-number">
                <input type="number" min={unit.shown(least).to_string()} max={unit.shown(most).to_string()} step={step.to_string()} {value} {oninput} />
                { unit.sign() }
            </span>
        </label>
    }
}
