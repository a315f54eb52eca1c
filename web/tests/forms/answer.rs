//! What came of a form: AWS's answer, the command, and where to go from there.

use std::rc::Rc;

use form::Node;
use wasm_bindgen_test::wasm_bindgen_test;
use web::components::forms::Forms;
use web::forms::{AnswerView, FormInput, Page};

use super::page;
use crate::shown::{Shown, active, click};

async fn answered(answer: Option<Node>, only_looked: bool) -> Shown<Forms, FormInput> {
    page(Page::Answer(AnswerView {
        key: "sns:CreateTopic".into(),
        title: "Create a topic".into(),
        command: "aws sns create-topic".into(),
        answer: answer.map(Rc::new),
        only_looked,
    }))
    .await
}

fn leaf(text: &str) -> Node {
    Node::Leaf(text.to_owned())
}

fn fields<const N: usize>(of: [(&str, Node); N]) -> Node {
    Node::Fields(of.map(|(name, node)| (name.to_owned(), node)).into())
}

#[wasm_bindgen_test]
async fn an_answer_is_a_tree_below_the_word_that_it_is_done() {
    let shown = answered(Some(fields([("TopicArn", leaf("arn:team"))])), false).await;
    assert_eq!(active(), shown.find("#form-title"), "it is read first");
    assert_eq!(shown.text("[role=status]"), "Done");
    assert_eq!(shown.texts(".form-answer .leaf"), ["TopicArnarn:team"]);
    assert_eq!(shown.text(".command code"), "aws sns create-topic");
}

#[wasm_bindgen_test]
async fn where_aws_answers_nothing_that_is_said() {
    let shown = answered(None, false).await;
    assert!(shown.text(".forms-body").contains("AWS answers nothing here"));
    assert_eq!(shown.count(".form-answer"), 0);
}

#[wasm_bindgen_test]
async fn long_lists_are_folded_by_name_and_empty_ones_say_so() {
    let named = |name: &str| fields([("Name", leaf(name))]);
    let few = Node::List(vec![named("a")]);
    let many = Node::List(["a", "b", "c", "d"].map(named).into());
    let all = fields([("Few", few), ("Many", many), ("None", Node::List(Vec::new()))]);
    let shown = answered(Some(all), true).await;
    assert_eq!(shown.texts("details[open] > summary"), ["a"]);
    assert_eq!(shown.texts("details:not([open]) > summary"), ["a", "b", "c", "d"]);
    assert_eq!(shown.text(".form-empty"), "none");
    assert_eq!(shown.count("[role=status]"), 0, "a look changes nothing");
}

#[wasm_bindgen_test]
async fn from_there_one_goes_back_on_or_away() {
    let shown = answered(None, false).await;
    click(&shown.named("button", "Once more")).await;
    shown.click(".tool.back").await;
    click(&shown.named(".forms-foot button", "Close")).await;
    assert_eq!(
        shown.sent(),
        [
            FormInput::Open("sns:CreateTopic".into()),
            FormInput::Find,
            FormInput::Close
        ]
    );
    let looked = answered(None, true).await;
    assert_eq!(looked.texts(".forms-foot button"), ["Close", "Ask again"]);
}
