//! Functions, and what they say to arguments they do not take.

use super::check;

const DATA: &str = r#"{"n": [3, 1, 2], "f": [1.5, 2], "s": ["b", "a", "é"], "mixed": [1, "a"], "neg": -2.5, "text": "Élan",
    "obj": {"b": 1, "a": [2]}, "empty": [], "null": null, "yes": true,
    "people": [{"name": "Zoe", "age": 30}, {"name": "Al", "age": 25}, {"name": "Bo", "age": 30}], "odd": [{"age": null}]}"#;

#[test]
fn numbers() {
    check(
        DATA,
        &[
            ("abs(neg)", "2.5"),
            ("abs(`-3`)", "3"),
            ("ceil(neg)", "-2"),
            ("floor(neg)", "-3"),
            ("floor(`4`)", "4"),
            ("sum(n)", "6"),
            ("sum(f)", "3.5"),
            ("sum(empty)", "0"),
            ("sum(`[0.1, 0.2, 0.3, -0.6]`)", "2.7755575615628914e-17"),
            ("avg(n)", "2.0"),
            ("avg(empty)", "null"),
            ("to_number('12')", "12"),
            ("to_number(' 1_0.5 ')", "10.5"),
            ("to_number('1e3')", "1000.0"),
            ("to_number('x')", "null"),
            ("to_number(yes)", "null"),
            ("to_number(neg)", "-2.5"),
            ("ceil(`1e300`)", "1e+300"),
            ("floor(`NaN`)", "!cannot convert float NaN to integer"),
        ],
    );
}

#[test]
fn texts() {
    check(
        DATA,
        &[
            ("starts_with(text, 'É')", "true"),
            ("ends_with(text, 'x')", "false"),
            ("join('-', s)", r#""b-a-é""#),
            ("join(', ', empty)", r#""""#),
            ("to_string(obj)", r#""{\"b\":1,\"a\":[2]}""#),
            ("to_string(text)", r#""Élan""#),
            ("to_string(s)", r#""[\"b\",\"a\",\"\\u00e9\"]""#),
            ("to_string(null)", r#""null""#),
            ("length(text)", "4"),
            ("reverse(text)", r#""nalÉ""#),
            ("contains(text, 'la')", "true"),
        ],
    );
}

#[test]
fn lists_and_objects() {
    check(
        DATA,
        &[
            ("sort(n)", "[1, 2, 3]"),
            ("sort(s)", r#"["a", "b", "é"]"#),
            ("reverse(n)", "[2, 1, 3]"),
            ("max(n)", "3"),
            ("min(s)", r#""a""#),
            ("max(empty)", "null"),
            ("length(n)", "3"),
            ("length(obj)", "2"),
            ("contains(n, `2.0`)", "true"),
            ("contains(n, `true`)", "true"),
            ("contains(mixed, 'b')", "false"),
            ("keys(obj)", r#"["b", "a"]"#),
            ("values(obj)", "[1, [2]]"),
            ("merge(obj, {c: `3`, b: `4`})", r#"{"b": 4, "a": [2], "c": 3}"#),
            ("to_array(yes)", "[true]"),
            ("to_array(n)", "[3, 1, 2]"),
            ("not_null(null, missing, text, n)", r#""Élan""#),
            ("not_null(null)", "null"),
            (
                "[yes, neg, text, n, obj, null].map(&type(@), @)",
                r#"["boolean", "number", "string", "array", "object", "null"]"#,
            ),
        ],
    );
}

#[test]
fn references() {
    check(
        DATA,
        &[
            ("sort_by(people, &age)[].name", r#"["Al", "Zoe", "Bo"]"#),
            ("sort_by(people, &name)[0].name", r#""Al""#),
            ("sort_by(people, &to_string(age))[-1].name", r#""Bo""#),
            ("max_by(people, &age).name", r#""Zoe""#),
            ("min_by(people, &name).name", r#""Al""#),
            ("min_by(empty, &name)", "null"),
            ("map(&name, people)", r#"["Zoe", "Al", "Bo"]"#),
            ("map(&missing, people)", "[null, null, null]"),
            ("map(&length(@), `[[1], []]`)", "[1, 0]"),
            ("people[?age == max(`[25, 30]`)].name", r#"["Zoe", "Bo"]"#),
            ("people[].{n: name} | sort_by(@, &n)[0]", r#"{"n": "Al"}"#),
        ],
    );
}

#[test]
fn arguments_are_looked_at() {
    let wrong = |function: &str, value: &str, expected: &str, received: &str| {
        format!(
            "!In function {function}(), invalid type for value: {value}, expected one of: {expected}, received: \"{received}\""
        )
    };
    check(
        DATA,
        &[
            ("nope(n)", "!Unknown function: nope()"),
            (
                "length()",
                "!Expected 1 argument for function length(), received 0",
            ),
            ("join(s)", "!Expected 2 arguments for function join(), received 1"),
            (
                "merge()",
                "!Expected at least 1 argument for function merge(), received 0",
            ),
            (
                "length(yes)",
                &wrong("length", "True", "['string', 'array', 'object']", "boolean"),
            ),
            (
                "abs(obj)",
                &wrong("abs", "{'b': 1, 'a': [2]}", "['number']", "object"),
            ),
            ("sum(mixed)", &wrong("sum", "a", "['array-number']", "str")),
            (
                "sort(mixed)",
                &wrong("sort", "a", "['array-string', 'array-number']", "str"),
            ),
            (
                "max([null])",
                &wrong("max", "None", "['array-number', 'array-string']", "NoneType"),
            ),
            ("join(',', mixed)", &wrong("join", "1", "['array-string']", "int")),
            ("keys(null)", &wrong("keys", "None", "['object']", "null")),
            (
                "sort_by(people, name)",
                &wrong("sort_by", "None", "['expref']", "null"),
            ),
            (
                "sort_by(odd, &age)",
                &wrong("sort_by", "{'age': None}", "['string', 'number']", "null"),
            ),
            (
                "max_by(odd, &age)",
                &wrong("max_by", "None", "['number', 'string']", "null"),
            ),
            (
                "contains(text, n)",
                "!'in <string>' requires string as left operand, not list",
            ),
            (
                "max_by(mixed, &@)",
                "!'>' not supported between instances of 'str' and 'int'",
            ),
            ("merge(obj, yes)", "!'bool' object is not iterable"),
            (
                "&n",
                "!an expression reference stands only where a function takes one",
            ),
            (
                "max([n[0] n[1],])",
                "!Expecting: comma, got: unquoted_identifier: Parse error at column 10, token \"n\" (UNQUOTED_IDENTIFIER), for expression:\n\"max([n[0] n[1],])\"\n           ^",
            ),
            ("contains(n `1`,)", "true"),
        ],
    );
}
