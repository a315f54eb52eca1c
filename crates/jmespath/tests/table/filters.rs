//! Filters and comparisons.

use super::check;

const FLEET: &str = r#"{"Instances": [
    {"Id": "i-1", "Launch": "2026-10-30T09:00:00+00:00", "State": "running", "Cpu": 2, "Load": 0.5},
    {"Id": "i-2", "Launch": "2026-11-01T09:00:00+00:00", "State": "stopped", "Cpu": 2.0},
    {"Id": "i-3", "Launch": "2026-11-02T10:00:00+00:00", "State": "running", "Cpu": 4, "Tags": ["a"]},
    {"Id": "i-4", "Launch": null, "State": "", "Cpu": "2"}
], "Limit": 3}"#;

#[test]
fn filters_keep_what_fits() {
    check(
        FLEET,
        &[
            ("Instances[?State==`running`].Id", r#"["i-1", "i-3"]"#),
            ("Instances[?State=='running' && Cpu>`2`].Id", r#"["i-3"]"#),
            ("Instances[?State!='running'].Id", r#"["i-2", "i-4"]"#),
            ("Instances[?Launch>=`2026-11-01`].Id", r#"["i-2", "i-3"]"#),
            ("Instances[?Launch<'2026-11-01'].Id", r#"["i-1"]"#),
            ("Instances[?Cpu==`2`].Id", r#"["i-1", "i-2"]"#),
            ("Instances[?Load].Id", r#"["i-1"]"#),
            ("Instances[?!State].Id", r#"["i-4"]"#),
            ("Instances[?Tags[?@=='a']].Id", r#"["i-3"]"#),
            ("Instances[?Id=='i-1'] | [0].Cpu", "2"),
            ("Instances[?Id=='i-1'][State]", r#"[["running"]]"#),
            (
                "Instances[?contains(Id, '3') || Load > `0`].Id",
                r#"["i-1", "i-3"]"#,
            ),
            ("Limit[?@]", "null"),
            ("[?@]", "null"),
        ],
    );
}

#[test]
fn equality_is_pythons_but_for_truth() {
    check(
        r#"{"one": 1, "zero": 0, "yes": true, "no": false, "list": [1, {"a": 2, "b": 3}], "null": null}"#,
        &[
            ("one == `1.0`", "true"),
            ("one == yes", "false"),
            ("no == zero", "false"),
            ("one == '1'", "false"),
            ("list == `[1.0, {\"b\": 3, \"a\": 2}]`", "true"),
            ("list[:1] == `[true]`", "true"),
            ("list != `[1]`", "true"),
            ("null == missing", "true"),
            ("yes == `true`", "true"),
            ("'a' == `\"a\"`", "true"),
            ("one == one == yes", "true"),
        ],
    );
}

#[test]
fn order_is_of_numbers_and_of_texts() {
    check(
        r#"{"n": 2, "f": 2.5, "s": "b", "t": "é", "x": null, "big": 9007199254740993}"#,
        &[
            ("n < f", "true"),
            ("f >= n", "true"),
            ("s > 'a'", "true"),
            ("s < t", "true"),
            ("'Z' < 'a'", "true"),
            ("'10' < '9'", "true"),
            ("n < x", "null"),
            ("x <= x", "null"),
            ("n > `true`", "null"),
            ("n > s", "!'>' not supported between instances of 'int' and 'str'"),
            (
                "s <= f",
                "!'<=' not supported between instances of 'str' and 'float'",
            ),
            ("big > `9007199254740992.0`", "true"),
        ],
    );
}
