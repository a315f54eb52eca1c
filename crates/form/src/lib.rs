//! Forms: from the declaration of an operation to what can be filled in, and from what was filled in to the request.
//!
//! Nothing here is written for one operation, but for the tables: [`Recipe`]s say of the important ones what comes
//! first and where to start, [`Meaning`]s which things of the account can be chosen where. Words belong to the page;
//! this crate holds names, values and rules.

mod answer;
mod choices;
mod draft;
mod field;
mod finder;
mod form;
mod meaning;
mod plan;
mod recipe;
mod refusal;
mod request;

pub use answer::{Node, tree};
pub use choices::{Choice, Choices, Read};
pub use draft::{Draft, Path};
pub use field::{Control, Entry, Field, Fields};
pub use finder::{Rank, rank};
pub use form::{DocsOf, Edit, Form};
pub use meaning::Meaning;
pub use recipe::{Recipe, keys};
pub use refusal::place;
pub use request::{Flaw, Flawed};
