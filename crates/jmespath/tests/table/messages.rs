//! What is said of a text that is no expression, and where.

use jmespath::{ErrorKind, Expression};

#[test]
fn complaints_are_those_of_the_python_library() {
    let check = |text: &str, position: usize, message: &str| {
        let error = Expression::compile(text).expect_err(text);
        assert_eq!(error.to_string(), message, "{text}");
        assert_eq!(
            (error.kind, error.position),
            (ErrorKind::Syntax, Some(position)),
            "{text}"
        );
    };
    let token = |reason: &str, at: usize, token: &str, text: &str| {
        let mark = " ".repeat(at + 1);
        format!("{reason}: Parse error at column {at}, token {token}, for expression:\n\"{text}\"\n{mark}^")
    };
    let incomplete = |text: &str| {
        let mark = " ".repeat(text.chars().count() + 1);
        format!("Invalid jmespath expression: Incomplete expression:\n\"{text}\"\n{mark}^")
    };
    check("", 0, "Invalid JMESPath expression: cannot be empty.");
    check("foo[?bar==`1`", 13, &incomplete("foo[?bar==`1`"));
    check("foo.[a", 6, &incomplete("foo.[a"));
    check("{a", 2, &incomplete("{a"));
    check("é", 0, "Bad jmespath expression: Unknown token é:\né\n^");
    check("(a", 2, &incomplete("(a"));
    check(
        "foo bar",
        4,
        &token(
            "Unexpected token: bar",
            4,
            "\"bar\" (UNQUOTED_IDENTIFIER)",
            "foo bar",
        ),
    );
    check(
        "a ]",
        2,
        &token("Unexpected token: ]", 2, "\"]\" (RBRACKET)", "a ]"),
    );
    check("a{", 1, &token("invalid token", 1, "\"{\" (LBRACE)", "a{"));
    check("12", 0, &token("invalid token", 0, "\"12\" (NUMBER)", "12"));
    check(
        "[*]a",
        3,
        &token("Unexpected token: a", 3, "\"a\" (UNQUOTED_IDENTIFIER)", "[*]a"),
    );
    check("a[*]*", 4, &token("syntax error", 4, "\"*\" (STAR)", "a[*]*"));
    check(
        "a[1:x]",
        4,
        &token("syntax error", 4, "\"x\" (UNQUOTED_IDENTIFIER)", "a[1:x]"),
    );
    check(
        "a[::1:]",
        5,
        &token("syntax error", 5, "\":\" (COLON)", "a[::1:]"),
    );
    check(
        "\"a\"(b)",
        0,
        &token(
            "Quoted identifier not allowed for function names.",
            0,
            "\"(\" (LPAREN)",
            "\"a\"(b)",
        ),
    );
    check(
        "@(b)",
        0,
        &token("Invalid function name '@'", 0, "\"@\" (CURRENT)", "@(b)"),
    );
    check(
        "`{\"a\": [null]}`(b)",
        0,
        &token(
            "Invalid function name '{'a': [None]}'",
            0,
            "\"{'a': [None]}\" (LITERAL)",
            "`{\"a\": [null]}`(b)",
        ),
    );
    let names = "Expecting: ['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace'], got: eof";
    check("a.", 2, &token(names, 2, "\"\" (EOF)", "a."));
    let keys = "Expecting: ['quoted_identifier', 'unquoted_identifier'], got: number";
    check("{1: a}", 1, &token(keys, 1, "\"1\" (NUMBER)", "{1: a}"));
    check(
        "a[0 1]",
        4,
        &token("Expecting: rbracket, got: number", 4, "\"1\" (NUMBER)", "a[0 1]"),
    );
}
