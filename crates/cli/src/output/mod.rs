//! An answer as AWS's command line prints it: `--output` and `--query`.
//!
//! Source: AWS Command Line Interface User Guide, "Controlling command output"; behaviour compared with
//! `awscli.formatter` of awscli 1.46.3, which version 2 shares, and for YAML with ruamel.yaml 0.17.21, which version 2
//! writes it with.
//!
//! Simplified: colours are off; in YAML a list that stands in an answer twice is written twice, where the real one writes
//! an anchor and an alias.

mod format;
mod query;
mod table;
mod text;
mod yaml;

use jmespath::Expression;
pub use jmespath::Json;

pub use format::Format;
pub use query::compile;

/// Columns of a terminal where its width is not known: what does not fit is turned on its side.
pub const WIDTH: usize = 80;

/// What could not be printed to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What had been printed by then.
    pub printed: String,
    /// What is wrong, in the words of AWS's command line.
    pub message: String,
}

/// What `query` finds in `answer` of the operation `title` (`DescribeInstances`), in `format`, on a terminal of `width`
/// columns. It ends with a line break unless it is empty.
///
/// # Errors
/// If the query has no answer, or one that this format has no form for.
pub fn print(
    title: &str,
    answer: &Json,
    query: Option<&Expression>,
    format: Format,
    width: usize,
) -> Result<String, Failure> {
    let found = query.map_or_else(|| Ok(answer.clone()), |query| query.search(answer));
    let found = found.map_err(|error| Failure {
        printed: String::new(),
        message: error.to_string(),
    })?;
    render(title, &found, format, width)
}

/// `json` in `format`, as [`print()`] does without a query.
///
/// # Errors
/// If this format has no form for it.
pub fn render(title: &str, json: &Json, format: Format, width: usize) -> Result<String, Failure> {
    match format {
        Format::Json if is_nothing(json) => Ok(String::new()),
        Format::Json => Ok(jmespath::json::pretty(json) + "\n"),
        Format::Text => text::text(json),
        Format::Table => table::table(title, json, width),
        Format::Yaml if is_nothing(json) => Ok(String::new()),
        Format::Yaml => Ok(yaml::yaml(json)),
        Format::YamlStream if is_nothing(json) => Ok(String::new()),
        Format::YamlStream => Ok(yaml::yaml(&Json::array(vec![json.clone()]))),
        Format::Off => Ok(String::new()),
    }
}

/// Of an operation that answers nothing, nothing is printed.
fn is_nothing(json: &Json) -> bool {
    matches!(json, Json::Object(pairs) if pairs.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(json: &str, query: &str, format: Format) -> Result<String, Failure> {
        let json = jmespath::json::parse(json).expect("JSON");
        let query = compile(query).expect("an expression");
        print("DescribeThings", &json, Some(&query), format, WIDTH)
    }

    #[test]
    fn a_query_comes_before_the_format() {
        let json = r#"{"Things": [{"Name": "a", "Size": 1}, {"Name": "b"}]}"#;
        let check = |query: &str, format: Format, printed: &str| {
            assert_eq!(shown(json, query, format).as_deref(), Ok(printed), "{query}");
        };
        check("Things[].Name", Format::Json, "[\n    \"a\",\n    \"b\"\n]\n");
        check("Things[].[Name, Size]", Format::Text, "a\t1\nb\tNone\n");
        check("Things[0]", Format::Yaml, "Name: a\nSize: 1\n");
        check("Things[0]", Format::YamlStream, "- Name: a\n  Size: 1\n");
        check("Missing", Format::Json, "null\n");
        check("Missing", Format::Text, "None\n");
        check("Missing", Format::Table, "");
        check("`{}`", Format::Json, "");
        check("`{}`", Format::Yaml, "");
        check("@", Format::Off, "");
    }

    #[test]
    fn a_query_without_an_answer_says_so() {
        let failure = shown("{}", "length(Missing)", Format::Json).expect_err("no length");
        assert_eq!(
            failure.message,
            "In function length(), invalid type for value: None, expected one of: ['string', 'array', 'object'], \
             received: \"null\""
        );
    }
}
