//! No expression grows or runs without bound.

use jmespath::{Error, ErrorKind, json, search};

fn refused(expression: &str, data: &str) -> Error {
    let data = json::parse(data).expect("JSON");
    let error = search(expression, &data).expect_err("a limit");
    assert_eq!(error.kind, ErrorKind::Limit, "{error}");
    error
}

#[test]
fn nesting_has_an_end() {
    for open in ["(", "[", "!", "a.[", "{a:", "f(", "[?", "a[?"] {
        let error = refused(&open.repeat(2_000), "{}");
        assert_eq!(
            error.to_string(),
            "the expression is nested more than 200 levels deep",
            "{open}"
        );
    }
    assert_eq!(
        refused(&"[]".repeat(300), "[]").to_string(),
        "the expression is nested more than 200 levels deep"
    );
    let data = json::parse("1").expect("JSON");
    let deep = format!("{}@{}", "(".repeat(150), ")".repeat(150));
    assert_eq!(search(&deep, &data), Ok(data));
}

#[test]
fn parts_have_an_end() {
    let error = refused(&["a"; 1_200].join("."), "{}");
    assert_eq!(error.to_string(), "the expression has more than 1000 parts");
    assert!(error.position.is_some());
}

#[test]
fn an_answer_that_doubles_with_every_step_is_stopped() {
    let error = refused(&["[@,@]"; 40].join("|"), "1");
    assert_eq!(error.to_string(), "the expression takes more than 10000000 steps");
    refused(&format!("{} | @ == @", ["[@,@]"; 40].join("|")), "1");
    refused(&format!("{} | to_string(@)", ["[@,@]"; 40].join("|")), "1");
    refused(&["[@,@][]"; 40].join("|"), "[1]");
    refused(&["join('', [@,@])"; 40].join("|"), "\"text\"");
}

#[test]
fn an_answer_is_only_so_deep() {
    let error = refused(&["[@]"; 320].join("|"), "1");
    assert_eq!(
        error.to_string(),
        "the answer is nested more than 256 levels deep"
    );
}
