//! Answers of the model in every format, with and without a query, beside what AWS's own formatter prints.

mod account;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use cli::output::{Failure, Format, WIDTH, compile, print};
use jmespath::{Json, json};

/// What is asked of an answer.
struct Case {
    title: String,
    query: Option<String>,
    answer: Json,
}

/// Where ours is known to differ: the query, the formats in which it shows, and why.
const DIFFERENCES: &[(&str, &str, &str)] = &[
    (
        "[Reservations[0].Instances, Reservations[0].Instances]",
        "yaml yaml-stream",
        "a list that stands there twice gets an anchor and an alias",
    ),
    (
        "`123456789012345678901234567890`",
        "json text yaml yaml-stream",
        "whole numbers beyond 64 bits are floating-point numbers here",
    ),
    (
        "!&Reservations",
        "json text table yaml yaml-stream",
        "an expression reference is a value there",
    ),
    (
        "merge(`{}`, `[[\"a\", 1]]`)",
        "json text table yaml yaml-stream",
        "merge takes lists of pairs there",
    ),
];

/// Every case, one JSON object a line.
pub(crate) fn cases(folder: &Path) -> Result<String> {
    let line = |case: &Case| {
        let query = case.query.as_deref().map_or(Json::Null, Json::from);
        let members = vec![
            ("title".into(), Json::from(&*case.title)),
            ("query".into(), query),
            ("answer".into(), case.answer.clone()),
        ];
        json::compact(&Json::object(members)) + "\n"
    };
    Ok(all(folder)?.iter().map(line).collect())
}

/// Compares each case with what AWS's command line prints, a line of `printed` each; says how many are equal.
pub(crate) fn compare(folder: &Path, printed: &Path) -> Result<String> {
    let printed = fs::read_to_string(printed)?;
    let cases = all(folder)?;
    if printed.lines().count() != cases.len() {
        bail!("not as many answers as cases");
    }
    let mut wrong = Vec::new();
    for (case, line) in cases.iter().zip(printed.lines()) {
        let theirs = json::parse(line).map_err(|reason| anyhow::anyhow!("{line}: {reason}"))?;
        for format in Format::ALL {
            wrong.extend(difference(case, format, &theirs));
        }
    }
    if !wrong.is_empty() {
        bail!("{}\n{} outputs differ", wrong.join("\n"), wrong.len());
    }
    let queries = cases.iter().filter(|case| case.query.is_some()).count();
    Ok(format!(
        "{} answers and {queries} queries printed in {} formats as AWS's command line prints them; {} known to differ",
        cases.len() - queries,
        Format::ALL.len() - 1,
        DIFFERENCES.len(),
    ))
}

/// What is wrong with a case in a format: it differs and is not known to, or it is known to and does not.
fn difference(case: &Case, format: Format, theirs: &Json) -> Option<String> {
    let theirs = theirs.get(format.name())?;
    let query = case.query.as_deref();
    let query_text = query.unwrap_or("no query");
    let ours = match query.map(compile).transpose() {
        Err(message) => Err(Failure {
            printed: String::new(),
            message,
        }),
        Ok(query) => print(&case.title, &case.answer, query.as_ref(), format, WIDTH),
    };
    let (text, complaint) = match ours {
        Ok(text) => (text, Json::Null),
        Err(failure) => (failure.printed, Json::from(failure.message)),
    };
    let ours = Json::array(vec![Json::from(text), complaint]);
    let fits = |known: &&(&str, &str, &str)| {
        Some(known.0) == query && known.1.split(' ').any(|name| name == format.name())
    };
    match (ours == *theirs, DIFFERENCES.iter().find(fits)) {
        (true, None) | (false, Some(_)) => None,
        (true, Some(_)) => Some(format!("{} {query_text}: no difference any more", format.name())),
        (false, None) => {
            let [ours, theirs] = [&ours, theirs].map(json::pretty);
            Some(format!(
                "{} {} {query_text}\nours: {ours}\nAWS's: {theirs}",
                format.name(),
                case.title
            ))
        }
    }
}

/// The answers of the account, those that it gives seldom, and the queries.
fn all(folder: &Path) -> Result<Vec<Case>> {
    let read = |name: &str| fs::read_to_string(folder.join(name)).with_context(|| name.to_owned());
    let answers = account::answers(&read("account.txt")?)?;
    let mut cases = Vec::new();
    let mut title = "";
    for line in read("queries.txt")?
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if api::all_operations().any(|operation| operation.name == line) {
            title = answers
                .iter()
                .map(|answer| &*answer.operation)
                .find(|name| *name == line)
                .unwrap_or_default();
            continue;
        }
        let asked = answers.iter().rev().find(|answer| answer.operation == title);
        cases.push(Case {
            title: title.to_owned(),
            query: Some(line.to_owned()),
            answer: asked.with_context(|| line.to_owned())?.answer.clone(),
        });
    }
    for line in read("odd.txt")?.lines().filter(|line| !line.starts_with('#')) {
        let answer = json::parse(line).map_err(|reason| anyhow::anyhow!("{line}: {reason}"))?;
        cases.push(case("DescribeOddities", answer));
    }
    cases.extend(
        answers
            .into_iter()
            .map(|answer| case(&answer.operation, answer.answer)),
    );
    Ok(cases)
}

fn case(title: &str, answer: Json) -> Case {
    Case {
        title: title.to_owned(),
        query: None,
        answer,
    }
}
