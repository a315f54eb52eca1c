//! What the learner asks of the page.

use std::rc::Rc;

use view::fleet::Thing;

use crate::act::Act;
use crate::forms::FormInput;
use crate::panel::PanelInput;

/// One wish; components send it up, the page fulfils it.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Stop what moves, or let it go on.
    TogglePause,
    /// Go on to the next event.
    Step,
    /// Choose a speed by its place among the speeds on offer.
    Speed(usize),
    /// Do something to the account.
    Act(Act),
    /// Do something in the lesson.
    Panel(PanelInput),
    /// Do something in the forms.
    Form(FormInput),
    /// Submit a line, as it was typed.
    Line(Rc<str>),
    /// Look closer at something, or at nothing.
    Select(Option<Thing>),
    /// Close up the places that nothing stands in.
    Tidy,
    /// Show or hide the charts.
    ToggleCharts,
    /// Show the picture, or the same as text.
    ToggleTwin,
}
