//! `--query`.

use jmespath::Expression;

/// Reads the expression behind `--query`.
///
/// # Errors
/// If it is none: what AWS's command line says of it.
pub fn compile(text: &str) -> Result<Expression, String> {
    Expression::compile(text).map_err(|error| format!("Bad value for --query {text}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_query_is_shown_with_its_place() {
        assert_eq!(
            compile("Things[").expect_err("incomplete"),
            "Bad value for --query Things[: Invalid jmespath expression: Incomplete expression:\n\"Things[\"\n        ^"
        );
    }
}
