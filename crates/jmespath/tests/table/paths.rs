//! Names, indexes, pipes, multi-selects.

use super::check;

const FLEET: &str = r#"{
    "group": {"name": "web", "size": {"desired": 2, "max": 0}, "odd key": "yes", "q\"": 1, "é": "accent", "empty": {}},
    "zones": ["us-east-2a", "us-east-2b", "us-east-2c"],
    "nested": [[1, 2], [3], 4, []],
    "nothing": null, "false": false, "zero": 0, "text": ""
}"#;

#[test]
fn names_lead_inwards() {
    check(
        FLEET,
        &[
            ("group.name", r#""web""#),
            ("group.size.desired", "2"),
            ("group . size . max", "0"),
            ("group.\"odd key\"", r#""yes""#),
            (r#"group."q\"""#, "1"),
            (r#"group."\u00e9""#, r#""accent""#),
            ("group.missing.further", "null"),
            ("zones.name", "null"),
            ("text.name", "null"),
            ("@.group.name", r#""web""#),
            ("(group).name", r#""web""#),
            ("nothing", "null"),
            ("false", "false"),
        ],
    );
}

#[test]
fn indexes_count_from_both_ends() {
    check(
        FLEET,
        &[
            ("zones[0]", r#""us-east-2a""#),
            ("zones[-1]", r#""us-east-2c""#),
            ("zones[3]", "null"),
            ("zones[-4]", "null"),
            ("zones[99999999999999999999]", "null"),
            ("nested[0][1]", "2"),
            ("group[0]", "null"),
            ("text[0]", "null"),
            ("nested[-2]", "4"),
        ],
    );
    check(
        "[[5, 6]]",
        &[
            ("[0]", "[5, 6]"),
            ("[0][1]", "6"),
            ("[1]", "null"),
            ("@[0][0]", "5"),
        ],
    );
}

#[test]
fn slices_are_pythons() {
    check(
        "[0, 1, 2, 3, 4]",
        &[
            ("[1:3]", "[1, 2]"),
            ("[:2]", "[0, 1]"),
            ("[3:]", "[3, 4]"),
            ("[:]", "[0, 1, 2, 3, 4]"),
            ("[::2]", "[0, 2, 4]"),
            ("[::-1]", "[4, 3, 2, 1, 0]"),
            ("[-2:]", "[3, 4]"),
            ("[:-2]", "[0, 1, 2]"),
            ("[3:1:-1]", "[3, 2]"),
            ("[1:3:-1]", "[]"),
            ("[-99:99]", "[0, 1, 2, 3, 4]"),
            ("[99::-2]", "[4, 2, 0]"),
            ("[::9223372036854775807]", "[0]"),
            ("[::0]", "!slice step cannot be zero"),
            ("a[1:2]", "null"),
        ],
    );
    check(
        r#"{"a": [[{"b": 1}, {"b": 2}]]}"#,
        &[
            ("a[0][:1].b", "null"),
            ("a[:1][].b", "[1, 2]"),
            ("a[0] | [:1].b", "[1]"),
        ],
    );
}

#[test]
fn pipes_end_a_projection() {
    check(
        FLEET,
        &[
            ("zones[*] | [0]", r#""us-east-2a""#),
            ("zones[*][0]", "[]"),
            ("group | size | desired", "2"),
            ("missing | size", "null"),
            ("nested[] | length(@)", "4"),
        ],
    );
}

#[test]
fn selects_keep_the_order_of_their_keys() {
    check(
        FLEET,
        &[
            ("group.[size.max, name, missing]", r#"[0, "web", null]"#),
            (
                "group.{z: name, a: size.desired, \"m n\": missing}",
                r#"{"z": "web", "a": 2, "m n": null}"#,
            ),
            ("{a: zero, a: text}", r#"{"a": ""}"#),
            ("missing.[a]", "null"),
            ("missing.{a: b}", "null"),
            ("[zero, [text]]", r#"[0, [""]]"#),
            ("zones.[@]", r#"[["us-east-2a", "us-east-2b", "us-east-2c"]]"#),
            ("{a: zero b: text}", r#"{"a": 0, "b": ""}"#),
        ],
    );
}

#[test]
fn either_and_both_go_by_what_is_there() {
    check(
        FLEET,
        &[
            ("text || zones[0]", r#""us-east-2a""#),
            ("nothing || false", "false"),
            ("nothing || text", r#""""#),
            ("group.empty || nested[3] || zero", "0"),
            ("zero && zones[0]", r#""us-east-2a""#),
            ("text && zones[0]", r#""""#),
            ("!zero", "false"),
            ("!text", "true"),
            ("!nothing && !false", "true"),
            ("!group.empty", "null"),
            ("!(group.empty)", "true"),
            ("zero || text && nothing", "0"),
            ("(zero || text) && nothing", "null"),
        ],
    );
}

#[test]
fn literals_stand_for_themselves() {
    check(
        "{}",
        &[
            ("'a\\'b'", r#""a'b""#),
            ("'\\n'", r#""\\n""#),
            (
                "`{\"b\": [1.50, true], \"a\": null}`",
                r#"{"b": [1.5, true], "a": null}"#,
            ),
            ("`running`", r#""running""#),
            ("`2026-11-01`", r#""2026-11-01""#),
            ("` a b`", r#""a b""#),
            ("`[1`", r#""[1""#),
            ("`a\\`b`", r#""a`b""#),
            ("`\"\\u00e9\"`", r#""é""#),
            ("`{\"a\": 3}`.a", "3"),
        ],
    );
}
