//! Where the learner is: the fragment of the URL, so that the page works from any static folder.

/// A page.
#[derive(Clone, Debug, PartialEq)]
pub enum Route {
    /// The start page.
    Start,
    /// A lesson, by the name of its folder.
    Lesson(String),
    /// The sandbox.
    Sandbox,
    /// A page about the course.
    Course(CoursePage),
}

/// A page about the course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoursePage {
    /// The lessons as a map.
    Map,
    /// The words of all lessons.
    Glossary,
    /// Questions before and after the course.
    Check,
    /// What was done, to be printed.
    Certificate,
    /// A lesson from elsewhere.
    Play,
}

/// The pages about the course, each by its word in an address.
const COURSE_PAGES: [(&str, CoursePage); 5] = [
    ("course", CoursePage::Map),
    ("glossary", CoursePage::Glossary),
    ("check", CoursePage::Check),
    ("certificate", CoursePage::Certificate),
    ("play", CoursePage::Play),
];

/// A page and what stands behind its `?`.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// The page.
    pub route: Route,
    /// The seed of every draw, if the address fixes it.
    pub seed: Option<u64>,
    /// Model seconds in a real second, if the address fixes them.
    pub speed: Option<f64>,
    /// All that stands behind the `?`.
    pub query: String,
}

impl Address {
    /// Reads a fragment such as `#/lesson/01-one-instance?seed=7`. What it does not know leads to the start page.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        Self {
            route: parse_path(path.trim_end_matches('/')),
            seed: parameter(query, "seed").and_then(|seed| seed.parse().ok()),
            speed: parameter(query, "speed").and_then(decimal),
            query: query.to_owned(),
        }
    }

    /// What the address says of something.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        parameter(&self.query, name)
    }
}

impl Route {
    /// The fragment that leads here.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            Self::Lesson(folder) => format!("#/lesson/{folder}"),
            Self::Sandbox => "#/sandbox".to_owned(),
            Self::Course(page) => format!("#/{}", page.word()),
        }
    }
}

impl CoursePage {
    fn word(self) -> &'static str {
        COURSE_PAGES
            .iter()
            .find(|(_, page)| *page == self)
            .map_or("", |(word, _)| word)
    }
}

/// The fragment that leads to the sandbox with the account of a lesson.
#[must_use]
pub fn sandbox_with(folder: &str) -> String {
    format!("{}?from={folder}", Route::Sandbox.href())
}

fn parse_path(path: &str) -> Route {
    match path.split_once('/') {
        Some(("lesson", folder)) if is_folder_name(folder) => Route::Lesson(folder.to_owned()),
        None if path == "sandbox" => Route::Sandbox,
        None => COURSE_PAGES
            .iter()
            .find(|(word, _)| *word == path)
            .map_or(Route::Start, |(_, page)| Route::Course(*page)),
        _ => Route::Start,
    }
}

/// Letters, digits and dashes only, so that an address cannot reach outside the folder of lessons.
pub(crate) fn is_folder_name(folder: &str) -> bool {
    !folder.is_empty()
        && folder
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Reads a number such as `0.1` or `300`. Rust's own reader would bring the start page 15 kB of tables, to be exact in
/// the last bit.
fn decimal(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let (whole, part): (u32, u32) = (whole.parse().ok()?, fraction.parse().ok()?);
    let scale = 10_u32.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    Some(f64::from(whole) + f64::from(part) / f64::from(scale))
}

fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_again_by_its_own_address() {
        for route in [
            Route::Start,
            Route::Sandbox,
            Route::Lesson("01-one-instance".to_owned()),
        ]
        .into_iter()
        .chain(COURSE_PAGES.map(|(_, page)| Route::Course(page)))
        {
            assert_eq!(Address::parse(&route.href()).route, route);
        }
    }

    #[test]
    fn parameters_stand_inside_the_fragment() {
        let address = Address::parse("#/sandbox?speed=0.1&seed=7");
        assert_eq!((address.seed, address.speed), (Some(7), Some(0.1)));
        assert_eq!(address.parameter("seed"), Some("7"));
        assert_eq!(Address::parse("#/sandbox?seed=x").seed, None);
        assert_eq!(Address::parse("#/sandbox?speed=300").speed, Some(300.0));
        assert_eq!(Address::parse("#/sandbox?speed=fast").speed, None);
    }

    #[test]
    fn the_sandbox_knows_whose_account_it_begins_with() {
        let address = Address::parse(&sandbox_with("repair-dark-zone"));
        assert_eq!(address.route, Route::Sandbox);
        assert_eq!(address.parameter("from"), Some("repair-dark-zone"));
    }

    #[test]
    fn strange_addresses_lead_to_the_start() {
        for fragment in ["", "#", "#/nowhere", "#/lesson/../../etc", "#/lesson/"] {
            assert_eq!(Address::parse(fragment).route, Route::Start, "{fragment}");
        }
    }
}
