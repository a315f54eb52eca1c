//! A command as one would type it, to be copied.

use std::rc::Rc;

use wasm_bindgen_test::wasm_bindgen_test;
use web::components::command_line::command_lines;

use crate::browser::Clipboard;
use crate::shown::{Drawn, Part, Shown};

#[wasm_bindgen_test]
async fn all_lines_of_an_act_are_shown_and_copied_together() {
    let clipboard = Clipboard::new();
    let lines: [Rc<str>; 2] = ["aws one".into(), "aws two".into()];
    let shown: Shown<Part, ()> = Shown::new(|_| Drawn::by(move || command_lines(&lines))).await;
    assert_eq!(shown.texts("code"), ["aws one", "aws two"]);
    shown.click("[aria-label='Copy the command']").await;
    assert_eq!(clipboard.texts(), ["aws one\naws two"]);
}

#[wasm_bindgen_test]
async fn words_stay_in_one_piece_and_the_text_as_it_is() {
    const LINE: &str = "aws ec2 run-instances --count 2 --instance-type 't3.micro  '";
    let shown: Shown<Part, ()> = Shown::new(|_| Drawn::by(|| command_lines(&[LINE.into()]))).await;
    assert_eq!(shown.texts("code"), [LINE]);
    assert_eq!(
        shown.texts(".piece"),
        ["run-instances", "--count", "--instance-type"]
    );
}
