//! A call and its answer, page by page where AWS's command line asks so.

use api::{ApiError, Call, Operation, Output};
use cli::{Fault, Pager, Pages};
use jmespath::Json;

use crate::complaint::complaint;
use crate::limits;
use crate::outcome::Outcome;
use crate::surroundings::Surroundings;

/// The answer of a call as JSON: as a whole, or page by page. Behind the pages it says if there is more, as AWS's
/// command line does where it shows each by itself.
pub(crate) fn answer(
    around: &mut dyn Surroundings,
    call: Call,
    pages: Pages,
    by_page: bool,
) -> Result<Vec<Json>, Outcome> {
    let operation = call.operation();
    let Some(mut pager) = Pager::new(call.clone(), pages) else {
        return Ok(vec![ask(around, operation, call)?]);
    };
    let (mut parts, mut more) = (Vec::new(), None);
    for _ in 0..limits::PAGES {
        let Some(call) = pager.next_call() else {
            parts.extend(more.map(token));
            return Ok(if by_page { parts } else { vec![pager.whole()] });
        };
        pager.take(&ask(around, operation, call)?);
        if by_page {
            let (part, token) = pager.take_out();
            parts.push(part);
            more = token;
        }
    }
    let reason = format!(
        "more than {} pages: ask for larger ones by --page-size",
        limits::PAGES
    );
    Err(complaint(Fault::General, reason))
}

/// What is shown behind the last page.
fn token(token: Json) -> Json {
    let inner = Json::object(vec![("NextToken".into(), token)]);
    Json::object(vec![("NextToken".into(), inner)])
}

/// The refusal of a call as it is printed.
pub(crate) fn refused(operation: &Operation, error: &ApiError) -> Outcome {
    Outcome::failed(cli::refusal(operation, error), cli::exit::REFUSED)
}

fn ask(around: &mut dyn Surroundings, operation: &Operation, call: Call) -> Result<Json, Outcome> {
    let output = around.call(call).map_err(|error| refused(operation, &error))?;
    Ok(json(&output))
}

/// An answer as JSON; of none, an empty object.
pub(crate) fn json(output: &Output) -> Json {
    let nothing = || Json::object(Vec::new());
    output.shape().map_or_else(nothing, api::json::to_json)
}
