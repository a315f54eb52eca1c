//! What the learner asks of the page.

use std::rc::Rc;

use view::fleet::Thing;

use crate::act::Act;
use crate::forms::FormInput;
use crate::panel::PanelInput;
use crate::past::TimeInput;
use crate::records::RecordInput;
use crate::settings::Settings;

/// One wish; components send it up, the page fulfils it.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Stop what moves, or let it go on.
    TogglePause,
    /// Go on to the next event.
    Step,
    /// Choose a speed by its place among the speeds on offer.
    Speed(usize),
    /// Do something with time.
    Time(TimeInput),
    /// Show or hide what can be done with time.
    ToggleTime,
    /// Do something to the account.
    Act(Act),
    /// Do something in the lesson.
    Panel(PanelInput),
    /// Run what was typed into the terminal.
    Type(Rc<str>),
    /// Stop what the terminal runs.
    Interrupt,
    /// Forget what the terminal has printed.
    ClearTerminal,
    /// Save the session as a script.
    SaveScript,
    /// Do something in the forms.
    Form(FormInput),
    /// Look closer at something, or at nothing.
    Select(Option<Thing>),
    /// Look closer at the dot that is nearest to a point of the picture, in CSS pixels from its top left corner.
    Point(f32, f32),
    /// Look closer at the newest request.
    Follow,
    /// Close up the places that nothing stands in.
    Tidy,
    /// Do something with the records below the picture.
    Records(RecordInput),
    /// Show or hide the charts.
    ToggleCharts,
    /// Show the terminal, and go there.
    OpenTerminal,
    /// Show or hide the terminal.
    ToggleTerminal,
    /// Show the picture, or the same as text.
    ToggleTwin,
    /// Show the picture, or the curve that was drawn.
    ToggleCurve,
    /// Show or hide the keys and settings.
    ToggleSettings,
    /// Choose these settings.
    Set(Settings),
    /// Do something with the lesson as a whole.
    Lesson(LessonCommand),
}

/// What can be done with a lesson as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LessonCommand {
    /// Begin the step again.
    ResetStep,
    /// Begin the lesson again.
    ResetLesson,
    /// Take its account to the sandbox.
    Sandbox,
    /// Save its results as a file.
    SaveResults,
    /// Let time pass until there is something to be seen.
    RunUntil,
    /// Take the tour.
    Tour,
    /// The tour is over.
    TourOver,
}
