//! Answers in every format, as AWS's command line prints them.

use cli::output::{Format, WIDTH, render};

fn check(format: Format, json: &str, printed: &str) {
    let json = jmespath::json::parse(json).unwrap_or_else(|reason| panic!("{json}: {reason}"));
    let found = render("DescribeThings", &json, format, WIDTH);
    assert_eq!(found.as_deref(), Ok(printed.trim_start_matches('\n')));
}

#[test]
fn objects_in_a_list_are_rows_and_what_they_hold_are_boxes() {
    check(
        Format::Table,
        r#"{"Things":[{"Name":"a","Size":1,"Tags":[{"Key":"k","Value":"v"}]},{"Name":"bb"}],"Next":"x"}"#,
        "
----------------------
|   DescribeThings   |
+------------+-------+
|  Next      |  x    |
+------------+-------+
||      Things      ||
|+--------+---------+|
||  Name  |  Size   ||
|+--------+---------+|
||  a     |  1      ||
|+--------+---------+|
|||      Tags      |||
||+------+---------+||
|||  Key |  Value  |||
||+------+---------+||
|||  k   |  v      |||
||+------+---------+||
||      Things      ||
|+--------+---------+|
||  Name  |  Size   ||
|+--------+---------+|
||  bb    |         ||
|+--------+---------+|
",
    );
}

#[test]
fn lists_of_scalars_are_rows() {
    check(
        Format::Table,
        r#"[["a",1],["b",null]]"#,
        "
----------------
|DescribeThings|
+----+---------+
|  a |  1      |
|  b |  None   |
+----+---------+
",
    );
}

#[test]
fn a_scalar_is_its_title() {
    check(
        Format::Table,
        r#""text""#,
        "
----------------
|DescribeThings|
+--------------+
",
    );
}

#[test]
fn a_single_value_stands_behind_its_key() {
    check(
        Format::Table,
        r#"{"Id":"i-1"}"#,
        "
----------------
|DescribeThings|
+-----+--------+
|  Id |  i-1   |
+-----+--------+
",
    );
}

#[test]
fn what_is_too_wide_is_turned_on_its_side() {
    check(
        Format::Table,
        r#"{"A":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","B":"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"}"#,
        "
-------------------------------------------------------------
|                      DescribeThings                       |
+---+-------------------------------------------------------+
|  A|  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx   |
|  B|  yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy             |
+---+-------------------------------------------------------+
",
    );
}

#[test]
fn wide_letters_take_two_columns() {
    check(
        Format::Table,
        r#"{"Names":["a","日本"]}"#,
        "
----------------
|DescribeThings|
+--------------+
||    Names   ||
|+------------+|
||  a         ||
||  日本      ||
|+------------+|
",
    );
}

#[test]
fn texts_are_quoted_where_they_must_be() {
    check(
        Format::Yaml,
        r##"{"a": "running", "b": "2026-11-02", "c": "true", "d": "yes", "e": "10.0.0.1", "f": "a: b", "g": "it's", "h": "'x'", "i": "", "j": " x", "k": "tab\there", "l": "two\nlines", "m": "#1", "n": "a#1", "o": "arn:aws:sns:us-east-2:1:t", "p": "😀é", "q": "- x", "r": "-x"}"##,
        "
a: running
b: '2026-11-02'
c: 'true'
d: yes
e: 10.0.0.1
f: 'a: b'
g: it's
h: '''x'''
i: ''
j: ' x'
k: \"tab\\there\"
l: 'two

  lines'
m: '#1'
n: a#1
o: arn:aws:sns:us-east-2:1:t
p: \"\\U0001F600é\"
q: '- x'
r: -x
",
    );
}

#[test]
fn lists_behind_a_key_are_not_indented() {
    check(
        Format::Yaml,
        r##"{"b": [{"z": 1, "a": [[1, 2], [], {}]}], "a": {"x": null, "w": true, "v": 1.5, "u": 1e+16}}"##,
        "
a:
  u: 1e+16
  v: 1.5
  w: true
  x: null
b:
- a:
  - - 1
    - 2
  - []
  - {}
  z: 1
",
    );
}

#[test]
fn long_texts_are_folded() {
    check(
        Format::Yaml,
        r##"{"a": "word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word end", "b": "it's: word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word ", "c": "\u0001word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word "}"##,
        "
a: word word word word word word word word word word word word word word word word
  word word word word word word word word word word word word word word end
b: 'it''s: word word word word word word word word word word word word word word word
  word word word word word word word word word word word word word word word '
c: \"\\x01word word word word word word word word word word word word word word word
  word word word word word word word word word word word word word word word \"
",
    );
}

#[test]
fn an_empty_answer_prints_nothing() {
    for format in Format::ALL {
        check(format, "{}", "");
        assert_eq!(Format::find(format.name()), Some(format));
    }
    check(Format::Table, "[]", "");
    check(Format::Json, "[]", "[]\n");
    check(Format::Yaml, "[]", "[]\n");
    check(Format::Yaml, "\"a\"", "\"a\"\n");
}

#[test]
fn rows_of_different_lengths_have_no_table() {
    let json = jmespath::json::parse("[[1, 2], [3]]").expect("JSON");
    let failure = render("DescribeThings", &json, Format::Table, WIDTH).expect_err("no table");
    assert_eq!(failure.message, "Row should have 2 elements, instead it has 1");
    assert_eq!(failure.printed, "");
}
