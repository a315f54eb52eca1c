//! English for the reading panel of a lesson.

use crate::panel::Strip;
use crate::text::LessonWords;

pub(super) const LESSON: LessonWords = LessonWords {
    name: "Lesson",
    step: |step, steps| format!("Step {step} of {steps}"),
    your_turn: "Your turn",
    commit: "Commit the prediction",
    choose_first: "Choose an answer first.",
    number_first: "Say a number first.",
    you_said: "You said",
    you_predicted: "You predicted",
    measured: "Measured",
    how_sure_you_were: "How sure you were",
    not_in_this_step: "Not in this step",
    not_done: "Not done",
    hints: "Hints",
    hint: |hint, hints| format!("Hint {hint} of {hints}"),
    move_up: |thing| format!("Earlier: {thing}"),
    move_down: |thing| format!("Later: {thing}"),
    back: "Back to the step before",
    next: "Next",
    simplified: "What is simplified here",
    finished: "Lesson done",
    go_on_in_sandbox: "On to the sandbox",
    right: "Yes.",
    wrong: "No.",
    how_sure: "How sure are you?",
    goals: "Goals",
    met: " (met)",
    current: " (next)",
    not_yet: " (not yet)",
    strip: "Predict, run, compare",
    strip_part: |part| match part {
        Strip::Predict => "Predict",
        Strip::Run => "Run",
        Strip::Compare => "Compare",
    },
};
