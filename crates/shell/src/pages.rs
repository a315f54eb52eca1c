//! A call and its answer, page by page where AWS's command line asks so.

use api::{ApiError, Call, Operation, Output};
use cli::{Fault, Pager, Pages};
use jmespath::Json;

use crate::complaint::complaint;
use crate::limits;
use crate::outcome::Outcome;
use crate::surroundings::Surroundings;

/// The whole answer of a call as JSON.
pub(crate) fn answer(around: &mut dyn Surroundings, call: Call, pages: Pages) -> Result<Json, Outcome> {
    let operation = call.operation();
    let Some(mut pager) = Pager::new(call.clone(), pages) else {
        return ask(around, operation, call);
    };
    for _ in 0..limits::PAGES {
        let Some(call) = pager.next_call() else {
            return Ok(pager.whole());
        };
        pager.take(&ask(around, operation, call)?);
    }
    let reason = format!(
        "more than {} pages: ask for larger ones by --page-size",
        limits::PAGES
    );
    Err(complaint(Fault::General, reason))
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
