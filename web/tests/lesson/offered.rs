//! What a step offers and asks for: buttons, goals, hints, a solution, and the way on.

use std::rc::Rc;

use lesson::{Block, Inline};
use wasm_bindgen_test::wasm_bindgen_test;
use web::command::{Command, LessonCommand};
use web::components::lesson::{LessonPanel, Props};
use web::panel::{Goal, Hints, LessonAct, PanelInput, Part, Solution};

use super::{panel, says, shown, to_do};
use crate::shown::{Shown, click};

fn did(input: PanelInput) -> Command {
    Command::Panel(input)
}

fn act(refused: Option<&str>) -> Part {
    let act = LessonAct {
        id: "launch".into(),
        label: "Launch another".into(),
        commands: ["aws ec2 run-instances".into()].into(),
        refused: refused.map(Into::into),
    };
    Part::Acts([act].into())
}

fn goal(sentence: &str, met: bool) -> Goal {
    Goal {
        sentence: sentence.into(),
        measure: "12 of 30 s".into(),
        percent: 40,
        met,
    }
}

fn solution(run: usize, waits: bool) -> Solution {
    Solution {
        lines: ["aws one".into(), "aws two".into()].into(),
        run,
        waits,
        variant: None,
    }
}

#[wasm_bindgen_test]
async fn a_button_shows_the_command_that_it_submits() {
    let shown = to_do([act(None)]).await;
    assert_eq!(shown.text(".acts code"), "aws ec2 run-instances");
    click(&shown.named("button", "Launch another")).await;
    assert_eq!(shown.sent(), [did(PanelInput::Act("launch".into()))]);
}

#[wasm_bindgen_test]
async fn a_button_that_is_refused_says_why_and_does_nothing() {
    let shown = to_do([act(Some("The quota is used up."))]).await;
    let button = shown.named("button", "Launch another");
    assert_eq!(button.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert!(shown.text(".acts").contains("The quota is used up."));
    click(&button).await;
    assert_eq!(shown.sent(), []);
}

#[wasm_bindgen_test]
async fn what_aws_refused_is_told_at_once() {
    let refusal = Some(("ValidationError".into(), "above max".into()));
    let shown = Shown::<LessonPanel>::new(|send| Props {
        panel: Rc::new(web::panel::Panel {
            parts: [act(None)].into(),
            ..panel()
        }),
        refusal,
        send,
    })
    .await;
    assert_eq!(shown.text("[role=alert]"), "ValidationError above max");
}

#[wasm_bindgen_test]
async fn goals_tell_what_is_so_against_what_is_needed() {
    let goals = [
        goal("It runs.", true),
        goal("It serves.", false),
        goal("It stays.", false),
    ];
    let shown = to_do([Part::Goals(goals.into())]).await;
    assert_eq!(
        shown.texts(".goal p"),
        ["It runs. (met)", "It serves. (next)", "It stays. (not yet)"]
    );
    assert_eq!(shown.texts(".goal-values"), ["12 of 30 s"; 3]);
}

#[wasm_bindgen_test]
async fn hints_come_one_by_one_until_all_were_seen() {
    let hints = |seen: &[&str]| Hints {
        shown: seen.iter().map(|hint| says(hint)).collect(),
        total: 2,
    };
    let one = shown(|panel| panel.hints = hints(&["Look at the door."])).await;
    assert_eq!(one.texts("[aria-label=Hints] li"), ["Look at the door."]);
    click(&one.named("button", "Hint 2 of 2")).await;
    assert_eq!(one.sent(), [did(PanelInput::Hint)]);
    let all = shown(|panel| panel.hints = hints(&["Look at the door.", "Open it."])).await;
    assert!(!all.text(".lesson-foot").contains("Hint"));
}

#[wasm_bindgen_test]
async fn the_way_on_is_closed_until_the_step_is_done_and_says_why() {
    let locked = shown(|panel| panel.locked = Some("One goal is open.".into())).await;
    let next = locked.named("button", "Next");
    assert_eq!(next.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert!(next.text_content().unwrap().contains("One goal is open."));
    click(&next).await;
    assert_eq!(locked.sent(), []);
    let open = shown(|_| {}).await;
    click(&open.named("button", "Next")).await;
    open.click("[aria-label='Back to the step before']").await;
    assert_eq!(open.sent(), [did(PanelInput::Next), did(PanelInput::Back)]);
    assert!(open.text(".lesson").contains("Step 2 of 3"));
}

#[wasm_bindgen_test]
async fn the_first_step_has_no_way_back_and_the_last_leads_out() {
    let first = shown(|panel| panel.step = 0).await;
    assert_eq!(first.count("[aria-label='Back to the step before']"), 0);
    let last = shown(|panel| (panel.step, panel.finished) = (2, true)).await;
    assert_eq!(last.text(".lesson-foot [role=status]"), "Lesson done");
    assert_eq!(last.count(".lesson-foot a[href='#/course']"), 1);
    assert_eq!(last.count(".lesson-foot a[href='#/sandbox']"), 1);
}

#[wasm_bindgen_test]
async fn a_solution_is_looked_at_only_when_it_is_asked_for() {
    let hidden = Solution {
        lines: Rc::default(),
        ..solution(0, false)
    };
    let shown = shown(|panel| panel.solution = Some(hidden)).await;
    click(&shown.named("button", "Show the solution")).await;
    assert_eq!(shown.sent(), [did(PanelInput::ShowSolution)]);
}

#[wasm_bindgen_test]
async fn a_solution_is_run_line_by_line() {
    let second = shown(|panel| panel.solution = Some(solution(1, false))).await;
    assert_eq!(
        second.texts(".solution li"),
        ["aws one (has run)", "aws two (next)"]
    );
    click(&second.named("button", "Run the next line")).await;
    assert_eq!(second.sent(), [did(PanelInput::RunLine)]);
    let waits = shown(|panel| panel.solution = Some(solution(1, true))).await;
    click(&waits.named("button", "Run the next line")).await;
    assert_eq!(waits.sent(), []);
    assert!(waits.text(".solution [role=status]").contains("Time passes"));
    let through = shown(|panel| panel.solution = Some(solution(2, false))).await;
    assert!(through.text(".solution").contains("That was the last line."));
}

#[wasm_bindgen_test]
async fn a_word_is_explained_below_its_paragraph_and_put_away_again() {
    let bold = |text: &str| Inline::Bold(vec![Inline::Text(text.to_owned())]);
    let text = |text: &str| Inline::Text(text.to_owned());
    let shown = shown(|panel| {
        panel.prose = [Block::Paragraph(vec![
            text("Two "),
            bold("zones"),
            text(" hold it."),
        ])]
        .into();
        panel.words = [[Block::Paragraph(vec![
            bold("Zone"),
            text(": a place of its own."),
        ])]
        .into()]
        .into();
    })
    .await;
    assert_eq!(shown.text(".prose"), "Two zones hold it.");
    shown.click(".prose button").await;
    assert_eq!(
        shown.attribute(".prose button", "aria-expanded").as_deref(),
        Some("true")
    );
    assert!(
        shown
            .text(".prose [role=status]")
            .starts_with("Zone: a place of its own.")
    );
    shown.click(".prose button").await;
    assert_eq!(shown.count(".prose [role=status]"), 0);
}

#[wasm_bindgen_test]
async fn the_lesson_as_a_whole_is_begun_again_left_or_kept() {
    let shown = shown(|panel| {
        panel.kept = false;
        panel.run_until = Some("the first alarm".into());
    })
    .await;
    assert!(shown.text("details [role=status]").starts_with("Not kept"));
    for name in [
        "Begin this step again",
        "Begin the lesson again",
        "Try things in the sandbox",
        "Save the results",
        "Show me around",
        "Run until the first alarm",
    ] {
        click(&shown.named("button", name)).await;
    }
    assert_eq!(
        shown.sent(),
        [
            LessonCommand::ResetStep,
            LessonCommand::ResetLesson,
            LessonCommand::Sandbox,
            LessonCommand::SaveResults,
            LessonCommand::Tour,
            LessonCommand::RunUntil,
        ]
        .map(Command::Lesson)
    );
}
