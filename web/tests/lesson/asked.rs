//! Questions: each kind is answered, and closed once the answer is committed.

use wasm_bindgen_test::wasm_bindgen_test;
use web::command::Command;
use web::panel::{
    Certainty, Commit, NumberQuestion, OrderQuestion, OwnWords, PanelInput, Part, Question, Reply, Strip,
};

use super::{says, shown, to_do};
use crate::shown::click;

fn question() -> Question {
    Question {
        id: "who".into(),
        prompt: "Who restarts it?".into(),
        choices: ["Nobody".into(), "EC2".into()].into(),
        inline: false,
        chosen: Some(1),
        reply: None,
        fixed: false,
    }
}

fn number() -> NumberQuestion {
    NumberQuestion {
        id: "how-long".into(),
        prompt: "How long?".into(),
        unit: "s".into(),
        range: (10, 300),
        value: None,
        fixed: false,
    }
}

fn order() -> OrderQuestion {
    OrderQuestion {
        id: "first".into(),
        prompt: "What comes first?".into(),
        items: ["boot".into(), "check".into(), "traffic".into()].into(),
        fixed: false,
    }
}

fn answer(input: PanelInput) -> Command {
    Command::Panel(input)
}

#[wasm_bindgen_test]
async fn a_choice_is_sent_with_its_question() {
    let shown = to_do([Part::Question(question())]).await;
    assert_eq!(shown.text("fieldset legend"), "Who restarts it?");
    assert_eq!(shown.text("label:has(:checked)"), "EC2");
    shown.click("label:first-child input").await;
    assert_eq!(shown.sent(), [answer(PanelInput::Choose("who".into(), 0))]);
}

#[wasm_bindgen_test]
async fn the_answer_to_a_choice_says_whether_it_was_right_and_why() {
    let told = |right| {
        Part::Question(Question {
            reply: Some(Reply {
                right: Some(right),
                text: says("Nothing watches it."),
            }),
            fixed: true,
            ..question()
        })
    };
    let shown = to_do([told(false)]).await;
    assert_eq!(shown.text("fieldset [role=status]"), "No.Nothing watches it.");
    assert!(shown.find("fieldset input").matches(":disabled").unwrap());
    let shown = to_do([told(true)]).await;
    assert!(shown.text("fieldset [role=status]").starts_with("Yes."));
}

#[wasm_bindgen_test]
async fn a_number_counts_only_within_its_range() {
    let shown = to_do([Part::Number(number())]).await;
    let field = "input[type=number]";
    for typed in ["9", "301", "", "x", "10", "300"] {
        shown.type_in(field, typed).await;
    }
    let said = |value| answer(PanelInput::Number("how-long".into(), value));
    assert_eq!(shown.sent(), [said(10), said(300)]);
    let shown = to_do([Part::Number(NumberQuestion {
        value: Some(60),
        fixed: true,
        ..number()
    })])
    .await;
    assert_eq!(shown.value(field), "60");
    assert!(shown.find(field).matches(":disabled").unwrap());
}

#[wasm_bindgen_test]
async fn how_sure_one_is_is_a_slider_that_is_read_in_percent() {
    let shown = to_do([Part::Certainty(Certainty {
        percent: 70,
        fixed: false,
    })])
    .await;
    let slider = "input[type=range]";
    assert_eq!(shown.attribute(slider, "aria-valuetext").as_deref(), Some("70 %"));
    shown.type_in(slider, "90").await;
    assert_eq!(shown.sent(), [answer(PanelInput::Certainty(90))]);
}

#[wasm_bindgen_test]
async fn a_prediction_is_committed_only_when_it_is_whole() {
    let missing = Part::Commit(Commit {
        missing: Some("Say a number first.".into()),
    });
    let shown = to_do([missing]).await;
    let commit = shown.named("button", "Commit the prediction");
    assert_eq!(commit.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert!(shown.text(".todo").contains("Say a number first."));
    click(&commit).await;
    assert_eq!(shown.sent(), []);
    let shown = to_do([Part::Commit(Commit { missing: None })]).await;
    click(&shown.named("button", "Commit the prediction")).await;
    assert_eq!(shown.sent(), [answer(PanelInput::Commit)]);
}

#[wasm_bindgen_test]
async fn things_are_put_into_order_by_buttons_that_say_what_they_move() {
    let shown = to_do([Part::Order(order())]).await;
    shown.click("[aria-label='Earlier: check']").await;
    shown.click("[aria-label='Later: check']").await;
    let up = |place| answer(PanelInput::MoveUp("first".into(), place));
    assert_eq!(shown.sent(), [up(1), up(2)]);
    for end in ["[aria-label='Earlier: boot']", "[aria-label='Later: traffic']"] {
        assert_eq!(shown.attribute(end, "aria-disabled").as_deref(), Some("true"));
        shown.click(end).await;
    }
    assert_eq!(shown.sent(), []);
    let fixed = OrderQuestion {
        fixed: true,
        ..order()
    };
    let shown = to_do([Part::Order(fixed)]).await;
    shown.click("[aria-label='Earlier: check']").await;
    assert_eq!(shown.sent(), []);
}

#[wasm_bindgen_test]
async fn own_words_are_taken_as_they_are() {
    let field = OwnWords {
        prompt: "What surprised you?".into(),
        text: "".into(),
    };
    let shown = to_do([Part::OwnWords(field)]).await;
    assert_eq!(shown.text("label:has(textarea) span"), "What surprised you?");
    shown.type_in("textarea", "All of it.").await;
    assert_eq!(
        shown.sent(),
        [answer(PanelInput::OwnWords("All of it.".to_owned()))]
    );
}

#[wasm_bindgen_test]
async fn where_a_prediction_stands_is_told() {
    let shown = shown(|panel| panel.strip = Some(Strip::Run)).await;
    assert_eq!(shown.count("[aria-current]"), 1);
    assert_eq!(shown.text("[aria-current=step]"), "Run");
}
