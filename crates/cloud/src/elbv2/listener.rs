//! Listeners and rules: where a request goes.

use api::elbv2::{Action as ActionShape, RuleCondition};

use des::SimDuration;

use super::load_balancer::BalancerIndex;
use super::target_group::TargetGroupIndex;
use crate::app::Route;
use crate::ec2::Tags;

/// A listener, by the order in which they were made. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListenerIndex(pub(crate) u32);

impl ListenerIndex {
    /// As an index into the list of listeners.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A listener.
#[derive(Clone, Debug)]
pub struct Listener {
    /// The sixteen digits at the end of its ARN.
    pub number: String,
    /// Whose.
    pub balancer: BalancerIndex,
    /// Its port.
    pub port: u16,
    /// What is done with requests that no rule matches.
    pub default: Action,
    /// The rules, lowest priority first.
    pub rules: Vec<Rule>,
    /// Its tags.
    pub tags: Tags,
    pub(crate) deleted: bool,
    /// Rules made so far: numbers them.
    pub(crate) rules_made: u64,
}

/// A rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The sixteen digits at the end of its ARN.
    pub number: String,
    /// The lowest is asked first.
    pub priority: u32,
    /// What must hold.
    pub conditions: Vec<Condition>,
    /// What is done.
    pub action: Action,
    /// The conditions as they were written.
    pub(crate) written: Vec<RuleCondition>,
    /// Its tags.
    pub tags: Tags,
}

/// Something that must hold for a request: any of the patterns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Of the path; case counts.
    Path(Vec<String>),
    /// Of the host; case does not count. Employees ask for the load balancer's own name.
    Host(Vec<String>),
    /// Of the method.
    Method(Vec<String>),
}

/// What is done with a request, and how it was written.
#[derive(Clone, Debug)]
pub struct Action {
    /// What is done.
    pub deed: Deed,
    /// How long a visit keeps its group after each answer; zero if each request may go to another one.
    pub keeps_group: SimDuration,
    pub(crate) written: Vec<ActionShape>,
}

/// What is done with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// It goes to one of these groups, by weight.
    Forward(Vec<(TargetGroupIndex, u32)>),
    /// The client is sent elsewhere.
    Redirect,
    /// The load balancer answers itself, with this code.
    Fixed(u16),
}

impl Deed {
    /// The groups that it may forward to.
    pub fn groups(&self) -> impl Iterator<Item = TargetGroupIndex> {
        let groups: &[(TargetGroupIndex, u32)] = match self {
            Self::Forward(groups) => groups,
            Self::Redirect | Self::Fixed(_) => &[],
        };
        groups.iter().map(|&(group, _)| group)
    }
}

impl Listener {
    /// The groups that it may forward to.
    pub fn groups(&self) -> impl Iterator<Item = TargetGroupIndex> {
        let by_rules = self.rules.iter().flat_map(|rule| rule.action.deed.groups());
        self.default.deed.groups().chain(by_rules)
    }

    /// What is done with a request, and how many rules were looked at for it: the first that matches decides.
    pub(super) fn decide(&self, route: Route, host: &str) -> (&Action, usize) {
        match self.rules.iter().position(|rule| rule.matches(route, host)) {
            Some(place) => (&self.rules[place].action, place + 1),
            None => (&self.default, self.rules.len()),
        }
    }
}

impl Rule {
    fn matches(&self, route: Route, host: &str) -> bool {
        self.conditions.iter().all(|condition| match condition {
            Condition::Path(patterns) => any(patterns, path(route)),
            Condition::Host(patterns) => any(patterns, host),
            Condition::Method(methods) => methods.iter().any(|known| known == method(route)),
        })
    }
}

fn any(patterns: &[String], text: &str) -> bool {
    patterns
        .iter()
        .any(|pattern| matches(pattern.as_bytes(), text.as_bytes()))
}

/// Whether `*` (any characters) and `?` (one) make `text` of `pattern`.
fn matches(pattern: &[u8], text: &[u8]) -> bool {
    match (pattern.split_first(), text.split_first()) {
        (None, None) => true,
        (Some((b'*', rest)), None) => matches(rest, text),
        (Some((b'*', rest)), Some((_, later))) => matches(rest, text) || matches(pattern, later),
        (Some((b'?', rest)), Some((_, later))) => matches(rest, later),
        (Some((letter, rest)), Some((found, later))) => letter == found && matches(rest, later),
        _ => false,
    }
}

/// The path of a route. The id stands for any employee's.
#[must_use]
pub(super) const fn path(route: Route) -> &'static str {
    match route {
        Route::List => "/",
        Route::View => "/employee/17",
        Route::Add => "/save",
        Route::Photo => "/photo/17",
    }
}

const fn method(route: Route) -> &'static str {
    match route {
        Route::Add => "POST",
        Route::List | Route::View | Route::Photo => "GET",
    }
}

/// Whether the app answers a `GET` of this path with 200; with 404 if not.
#[must_use]
pub(super) fn app_knows(path: &str) -> bool {
    let path = without_query(path);
    matches!(path, "/" | "/add" | "/info" | "/monitor")
        || path.starts_with("/employee/")
        || path.starts_with("/photo/")
}

/// Whether the app asks DynamoDB and S3 before it answers this path to a health check.
#[must_use]
pub(super) fn is_deep(path: &str) -> bool {
    without_query(path) == "/monitor"
}

fn without_query(path: &str) -> &str {
    path.split('?').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_stand_for_any_or_one_character() {
        let check = |pattern: &str, text: &str, expected: bool| {
            assert_eq!(
                matches(pattern.as_bytes(), text.as_bytes()),
                expected,
                "{pattern} {text}"
            );
        };
        check("/employee/*", "/employee/17", true);
        check("/employee/*", "/Employee/17", false);
        check("/photo/??", "/photo/17", true);
        check("/photo/?", "/photo/17", false);
        check("*", "", true);
        check("*.com", "web.example.com", true);
        check("", "/", false);
    }

    #[test]
    fn the_app_knows_its_own_paths() {
        assert!(app_knows("/") && app_knows("/monitor?deep=1") && app_knows(path(Route::View)));
        assert!(!app_knows("/health"));
        assert!(is_deep("/monitor?deep=1") && !is_deep("/") && !is_deep("/monitors"));
    }
}
