//! Between a lesson and its account in the sandbox.

use super::player::Scope;
use super::run_page::Source;
use crate::elsewhere::handed;
use crate::route::{Address, is_folder_name, sandbox_with};
use crate::session::{NoLink, Origin, Session};
use crate::text::player_text;

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
pub fn cross_over(scope: &Scope, session: &mut Session) {
    let way = match scope {
        Scope::Lesson(_) => to_sandbox(session),
        Scope::Account(loaded) => Ok(loaded.way_from_sandbox()),
        Scope::Sandbox(_) => Ok(None),
    };
    match (way, web_sys::window()) {
        (Ok(Some(way)), Some(window)) => {
            // Only the fragment changes: this page stays.
            let _ = window.location().set_hash(&way);
        }
        (Err(why), _) => session.tell_of_time((player_text().past.no_link)(why)),
        _ => {}
    }
}

/// A run that was handed on is not the learner's own: it is handed on again.
fn to_sandbox(session: &mut Session) -> Result<Option<String>, NoLink> {
    let folder = match &session.home().origin {
        Origin::Course(folder) => folder.clone(),
        _ => ELSEWHERE.to_owned(),
    };
    let mut way = sandbox_with(&folder);
    if session.home().is_shared() {
        way += &format!("&run={}", session.packed()?);
    }
    Ok(Some(way))
}
