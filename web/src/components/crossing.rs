//! Between a lesson and its account in the sandbox.

use super::lesson_page::Source;
use super::player::{Loaded, Scope};
use crate::elsewhere::handed;
use crate::route::{Address, is_folder_name, sandbox_with};

/// Stands for the folder of a lesson that has none in the course.
const ELSEWHERE: &str = "elsewhere";

/// The lesson whose account the sandbox begins with; none if it begins with its own.
pub fn begun_from(address: &Address) -> Option<Source> {
    match address.parameter("from")? {
        ELSEWHERE => handed().map(Source::Handed),
        folder => is_folder_name(folder).then(|| Source::Folder(folder.to_owned())),
    }
}

/// Leads to the sandbox with the account of a lesson, or back from there.
pub fn cross_over(scope: &Scope) {
    let way = match scope {
        Scope::Lesson(loaded) => Some(to_sandbox(loaded)),
        Scope::Account(loaded) => loaded.way_from_sandbox(),
        Scope::Sandbox => None,
    };
    if let Some((window, way)) = web_sys::window().zip(way) {
        // Only the fragment changes: this page stays.
        let _ = window.location().set_hash(&way);
    }
}

fn to_sandbox(loaded: &Loaded) -> String {
    let way_back = loaded.way_back.as_deref();
    let folder = way_back.and_then(|way| way.strip_prefix("#/lesson/"));
    sandbox_with(folder.unwrap_or(ELSEWHERE))
}
