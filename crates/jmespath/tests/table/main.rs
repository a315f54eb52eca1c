//! What expressions find, and what is said of those that find nothing, as tables.

mod filters;
mod functions;
mod limits;
mod messages;
mod paths;
mod projections;

use jmespath::json::{self, Json};

/// Holds each expression against what it finds in `data`: JSON, or what is said of it behind `!`.
fn check(data: &str, cases: &[(&str, &str)]) {
    let data = json::parse(data).unwrap_or_else(|reason| panic!("{data}: {reason}"));
    for (expression, expected) in cases {
        let found = match jmespath::search(expression, &data) {
            Ok(found) => json::compact(&found),
            Err(error) => format!("!{error}"),
        };
        let expected = match expected.strip_prefix('!') {
            Some(_) => (*expected).to_owned(),
            None => json::compact(&json::parse(expected).unwrap_or(Json::from("no JSON"))),
        };
        assert_eq!(found, expected, "{expression}");
    }
}
