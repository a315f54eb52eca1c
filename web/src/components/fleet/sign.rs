//! Small signs that tell load balancers, target groups and Auto Scaling groups apart where there are several: on the chip,
//! and on all that belongs to it.

use view::fleet::Fleet;
use yew::prelude::*;

/// The sign of a load balancer: I, II, III.
pub(super) fn of_balancer(fleet: &Fleet, index: u32) -> Option<String> {
    let place = fleet.balancers.iter().position(|each| each.index == index)?;
    (fleet.balancers.len() > 1).then(|| roman(place + 1))
}

/// The sign of a target group: 1, 2, 3.
pub(super) fn of_targets(fleet: &Fleet, index: u32) -> Option<String> {
    let place = fleet.target_groups.iter().position(|each| each.index == index)?;
    (fleet.target_groups.len() > 1).then(|| (place + 1).to_string())
}

/// The sign of an Auto Scaling group: A, B, C.
pub(super) fn of_group(fleet: &Fleet, index: u32) -> Option<String> {
    let place = fleet.groups.iter().position(|each| each.index == index)?;
    (fleet.groups.len() > 1).then(|| letter(place))
}

/// A sign, if there is one. What it says, the names say to those who do not see it.
pub(super) fn sign(class: &'static str, sign: Option<String>) -> Html {
    html! { if let Some(sign) = sign { <i class={classes!("of", class)} aria-hidden="true">{ sign }</i> } }
}

fn roman(number: usize) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    format!("{}{}", "X".repeat(number / 10), ONES[number % 10])
}

/// A to Z, then from the beginning with a number.
fn letter(place: usize) -> String {
    let letter = char::from(b'A' + (place % 26) as u8);
    match place / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{}", round + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_its_sign() {
        assert_eq!([1, 4, 9, 12].map(roman), ["I", "IV", "IX", "XII"]);
        assert_eq!([0, 25, 26].map(letter), ["A", "Z", "A2"]);
    }
}
