//! What the forms show, as data only, and what is done in them.

use std::rc::Rc;

use form::{Choices, Edit, Fields, Node, Path};
use view::fleet::Thing;

/// The forms as they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct FormsView {
    /// Grows with every page that is opened.
    pub number: usize,
    /// What is shown.
    pub page: Page,
}

/// A page of the forms.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// The list of all forms, to choose one.
    Finder(Finder),
    /// A form, to be filled in.
    Form(Rc<FormView>),
    /// What came of one.
    Answer(AnswerView),
}

/// The list of all forms.
#[derive(Clone, Debug, PartialEq)]
pub struct Finder {
    /// What is looked for.
    pub query: Rc<str>,
    /// What was found, service by service.
    pub groups: Rc<[FinderGroup]>,
}

impl Finder {
    /// All that was found, in the order in which it stands there.
    pub fn entries(&self) -> impl Iterator<Item = &FinderEntry> {
        self.groups.iter().flat_map(|group| &group.entries)
    }
}

/// Forms of one service, or those of the lesson's step.
#[derive(Clone, Debug, PartialEq)]
pub struct FinderGroup {
    /// What they have in common.
    pub title: &'static str,
    /// The forms.
    pub entries: Vec<FinderEntry>,
}

/// A form that can be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct FinderEntry {
    /// Names it.
    pub key: Rc<str>,
    /// What it is called.
    pub title: Rc<str>,
    /// The command behind it: `aws ec2 run-instances`.
    pub command: Rc<str>,
    /// True if the lesson's step does not use it.
    pub closed: bool,
    /// True if something was filled in and not sent.
    pub begun: bool,
}

/// A form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormView {
    /// Names it.
    pub key: Rc<str>,
    /// What it is called.
    pub title: Rc<str>,
    /// What its operation does.
    pub doc: &'static str,
    /// Where AWS documents it.
    pub source: Option<Rc<str>>,
    /// True if it only looks.
    pub only_looks: bool,
    /// What can be filled in.
    pub fields: Fields,
    /// What can be chosen.
    pub choices: Rc<Choices>,
    /// The places whose value is typed though there are things to choose.
    pub typed: Rc<[Path]>,
    /// What keeps it from being sent, or made AWS refuse it, each beside its field.
    pub flaws: Rc<[FieldFlaw]>,
    /// Why AWS refused it: code, message, and the field it is about if that is known.
    pub refusal: Option<(Rc<str>, Rc<str>)>,
    /// The command that it sends.
    pub command: Rc<str>,
    /// Why the lesson's step does not take it.
    pub closed: Option<Rc<str>>,
    /// Grows with every attempt to send it that came to nothing.
    pub attempts: usize,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldFlaw {
    /// Where.
    pub path: Path,
    /// What the field is called.
    pub label: Rc<str>,
    /// What is wrong.
    pub sentence: Rc<str>,
}

/// What came of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerView {
    /// The form.
    pub key: Rc<str>,
    /// What it is called.
    pub title: Rc<str>,
    /// The command that was sent.
    pub command: Rc<str>,
    /// What AWS answered, if it answers.
    pub answer: Option<Rc<Node>>,
    /// True if it only looked.
    pub only_looked: bool,
}

/// What the learner does in the forms.
#[derive(Clone, Debug, PartialEq)]
pub enum FormInput {
    /// Opens the list of all forms.
    Find,
    /// Looks for something in it.
    Query(String),
    /// Opens a form.
    Open(Rc<str>),
    /// Opens a form about something.
    OpenFor(Rc<str>, Thing),
    /// Changes something.
    Edit(Edit),
    /// Types a value instead of choosing a thing, or chooses again.
    Type(Path, bool),
    /// Takes back everything that was filled in.
    Clear,
    /// Sends the form.
    Submit,
    /// Closes; what was filled in is kept.
    Close,
}
