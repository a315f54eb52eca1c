//! The forms: which one is open, what was filled in, and what came of it.

mod find;
mod fitting;

use std::collections::BTreeMap;
use std::rc::Rc;

use api::{Access, Call, Operation};
use cloud::Cloud;
use form::{Choice, Choices, DocsOf, Flaw, Form, Meaning, Path, Recipe, place, tree};
use view::fleet::Thing;
use view::live::picture;
use view::{Picture, Slots};

pub use self::fitting::keys_for;
use super::{Refused, Session};
use crate::forms::{AnswerView, FieldFlaw, FormInput, FormView, FormsView, Page};
use crate::text::player_text;

/// Pictures of the page from one look at what can be chosen to the next: a second, at ten a second.
const REFRESH_EVERY: usize = 10;

/// Everything about forms that outlives a picture of the page.
#[derive(Default)]
pub(super) struct Desk {
    open: Open,
    number: usize,
    drafts: BTreeMap<String, Draft>,
    /// What is said of operations and their members, once it is here.
    docs: Option<DocsOf>,
    shown: Option<Rc<FormsView>>,
    /// Pictures since what can be chosen was asked for.
    age: usize,
}

/// What is open.
#[derive(Default)]
enum Open {
    #[default]
    Nothing,
    Finder(String),
    Form(String),
    Answer(AnswerView),
}

/// A form with what the learner did in it.
struct Draft {
    form: Form,
    /// What it was opened about.
    about: Option<Thing>,
    /// True once the learner has changed something.
    changed: bool,
    typed: Vec<Path>,
    /// True once somebody has tried to send it: from then on it says what is wrong.
    tried: bool,
    attempts: usize,
    refusal: Option<(Refused, Option<Path>)>,
}

impl Draft {
    fn new(form: Form, about: Option<Thing>) -> Self {
        Self {
            form,
            about,
            changed: false,
            typed: Vec::new(),
            tried: false,
            attempts: 0,
            refusal: None,
        }
    }
}

impl Session {
    /// Does what the learner asked for in the forms.
    pub fn form_input(&mut self, input: &FormInput) {
        match input {
            FormInput::Find => self.desk.turn_to(Open::Finder(String::new())),
            FormInput::Query(query) => self.desk.open = Open::Finder(query.clone()),
            FormInput::Open(key) => self.open_form(key, None),
            FormInput::OpenFor(key, thing) => self.open_form(key, Some(*thing)),
            FormInput::Edit(edit) => {
                if let Some(draft) = self.desk.current() {
                    draft.form.edit(edit.clone());
                    draft.changed = true;
                    draft.refusal = None;
                }
            }
            FormInput::Type(path, by_hand) => {
                if let Some(draft) = self.desk.current() {
                    draft.typed.retain(|known| known != path);
                    draft.typed.extend(by_hand.then(|| path.clone()));
                }
            }
            FormInput::Clear => self.clear_form(),
            FormInput::Submit => self.submit_form(),
            FormInput::Close => self.desk.open = Open::Nothing,
        }
        self.desk.shown = None;
    }

    /// Takes what is said of operations and their members.
    pub fn learn_docs(&mut self, docs: Option<DocsOf>) {
        self.desk.docs = docs;
        self.desk.shown = None;
    }

    /// Opens a form: what was filled in before is there, unless it is opened about something else now.
    fn open_form(&mut self, key: &str, about: Option<Thing>) {
        let Some(recipe) = Recipe::find(key) else { return };
        let kept = self.desk.drafts.get(key).filter(|draft| draft.changed);
        let is_kept = kept.is_some_and(|draft| about.is_none() || draft.about == about);
        if !is_kept {
            let values = about.map_or_else(Vec::new, |thing| self.values_for(key, thing));
            let form = self.form_of_existing(recipe, &values);
            let form = form.unwrap_or_else(|| self.new_form(recipe, &values));
            let draft = Draft::new(form, about);
            self.desk.drafts.insert(key.to_owned(), draft);
        }
        self.desk.turn_to(Open::Form(key.to_owned()));
    }

    /// The form that changes the thing named first, with what it has now.
    fn form_of_existing(&self, recipe: Recipe, values: &[(String, String)]) -> Option<Form> {
        let (_, name) = values.first()?;
        Form::existing(recipe, name, &|call| self.simulation.read(call))
    }

    fn new_form(&self, recipe: Recipe, values: &[(String, String)]) -> Form {
        let mut form = Form::open(recipe, values);
        let choices = self.choices(form.fields().meanings());
        let next = self.simulation.cloud().ec2.instances.len() + 1;
        form.settle(&choices, &|word| {
            (word == "name").then(|| format!("directory-{next}"))
        });
        form
    }

    fn clear_form(&mut self) {
        let Open::Form(key) = &self.desk.open else { return };
        let key = key.clone();
        let about = self.desk.drafts.remove(&key).and_then(|draft| draft.about);
        let stays = Recipe::find(&key).is_some_and(|recipe| recipe.changes());
        self.open_form(&key, about.filter(|_| stays));
    }

    /// Sends the form, unless something is wrong with it: through the same door as every button.
    fn submit_form(&mut self) {
        let token = format!("form-{}", self.simulation.journal().len());
        let Some(draft) = self.desk.current() else { return };
        draft.tried = true;
        let (call, flaws) = draft.form.call(&token);
        if !flaws.is_empty() {
            draft.attempts += 1;
            return;
        }
        let line = cli::command(&call);
        if let Err(refusal) = self.allowed(&call) {
            self.tell(&line, &call, &Err(refusal.clone()));
            self.remember(line, Some(refusal));
            return;
        }
        let answer = self.door(call.clone());
        self.tell(&line, &call, &answer);
        match answer {
            Ok(output) => {
                super::note(super::Run::now(self), &call);
                self.remember(line.clone(), None);
                self.desk.answer(line, output.shape().map(tree));
            }
            Err(refused) => {
                if let Some(draft) = self.desk.current() {
                    draft.refused(&refused);
                }
                self.remember(line, Some(refused));
            }
        }
        self.look();
    }

    /// The forms as they are shown now.
    pub(super) fn forms_view(&mut self) -> Option<Rc<FormsView>> {
        self.desk.age += 1;
        if self.desk.age >= REFRESH_EVERY && matches!(self.desk.open, Open::Form(_)) {
            self.desk.shown = None;
        }
        if self.desk.shown.is_none() {
            self.desk.age = 0;
            let page = self.page()?;
            let number = self.desk.number;
            self.desk.shown = Some(Rc::new(FormsView { number, page }));
        }
        self.desk.shown.clone()
    }

    fn page(&self) -> Option<Page> {
        match &self.desk.open {
            Open::Nothing => None,
            Open::Finder(query) => Some(Page::Finder(self.finder(query))),
            Open::Form(key) => {
                let draft = self.desk.drafts.get(key)?;
                Some(Page::Form(Rc::new(self.form_view(key, draft))))
            }
            Open::Answer(answer) => Some(Page::Answer(answer.clone())),
        }
    }

    fn form_view(&self, key: &str, draft: &Draft) -> FormView {
        let (form, operation) = (&draft.form, draft.form.operation());
        let (call, flaws) = form.call("");
        let fields = form.described(self.desk.docs);
        let choices = self.choices(fields.meanings());
        let flaws = draft.flaws(&flaws);
        FormView {
            key: key.into(),
            title: (player_text().form.title)(form.recipe()).into(),
            doc: self.purpose(operation),
            source: operation.source().map(Rc::from),
            only_looks: operation.access == Access::Read,
            choices: Rc::new(choices),
            typed: draft.typed.as_slice().into(),
            flaws: flaws.into(),
            refusal: draft.refusal.as_ref().map(|(refused, _)| refused.clone()),
            command: cli::command(&call).into(),
            closed: self.closed(&call),
            attempts: draft.attempts,
            fields,
        }
    }

    /// What an operation does.
    fn purpose(&self, operation: &Operation) -> &'static str {
        let docs = self.desk.docs.and_then(|docs| docs(operation));
        docs.map_or("", |docs| (docs.input)().doc.trim())
    }

    /// Why the lesson's step does not take a call; none if it does.
    fn closed(&self, call: &Call) -> Option<Rc<str>> {
        let refusal = self.allowed(call).err();
        refusal.map(|(_, reason)| reason)
    }

    fn choices(&self, meanings: Vec<Meaning>) -> Choices {
        let wants_faults = meanings.contains(&Meaning::Fault);
        let mut choices = Choices::ask(meanings, &|call| self.simulation.read(call));
        if wants_faults {
            let cloud = self.simulation.cloud();
            let picture = picture(cloud, &mut Slots::default(), &self.meter);
            choices.put(Meaning::Fault, faults(cloud, &picture));
        }
        choices
    }
}

impl Desk {
    fn turn_to(&mut self, open: Open) {
        self.open = open;
        self.number += 1;
    }

    fn current(&mut self) -> Option<&mut Draft> {
        match &self.open {
            Open::Form(key) => self.drafts.get_mut(key),
            _ => None,
        }
    }

    /// A form that was sent is done with; one that only looks stays as it is, to look again.
    fn answer(&mut self, command: String, answer: Option<form::Node>) {
        let Open::Form(key) = &self.open else { return };
        let Some(recipe) = Recipe::find(key) else { return };
        let only_looked = recipe.operation.access == Access::Read;
        let view = AnswerView {
            key: key.as_str().into(),
            title: (player_text().form.title)(&recipe).into(),
            command: command.into(),
            answer: answer.map(Rc::new),
            only_looked,
        };
        if !only_looked {
            self.drafts.remove(&*view.key);
        }
        self.turn_to(Open::Answer(view));
    }

    /// Whether a form was begun and not sent.
    fn has_begun(&self, key: &str) -> bool {
        self.drafts.get(key).is_some_and(|draft| draft.changed)
    }
}

impl Draft {
    fn refused(&mut self, refused: &Refused) {
        self.attempts += 1;
        let path = place(&self.form, &refused.1);
        self.refusal = Some((refused.clone(), path));
    }

    /// What is wrong with the fields, as far as it is time to say so.
    fn flaws(&self, flaws: &[Flaw]) -> Vec<FieldFlaw> {
        let words = &player_text().form;
        let own = flaws.iter().filter(|_| self.tried).map(|flaw| {
            let label: Rc<str> = self.label(&flaw.path).into();
            let sentence = (words.flaw)(&flaw.flawed, &label).into();
            FieldFlaw {
                path: flaw.path.clone(),
                label,
                sentence,
            }
        });
        let refusal = self.refusal.iter().filter_map(|((_, message), path)| {
            let path = path.clone()?;
            Some(FieldFlaw {
                label: self.label(&path).into(),
                sentence: message.clone(),
                path,
            })
        });
        own.chain(refusal).collect()
    }

    /// What the field at a path is called.
    fn label(&self, path: &[usize]) -> String {
        let fields = self.form.fields();
        let field = fields.all().into_iter().find(|field| field.path == path);
        field.map_or_else(
            || self.form.name_of(path),
            |field| (player_text().form.label)(field.shape, field.member.name),
        )
    }
}

/// The faults that are on, each with what it broke.
fn faults(cloud: &Cloud, picture: &Picture) -> Vec<Choice> {
    let on = cloud.faults().filter(|(_, fault)| fault.ended.is_none());
    let choices = on.map(|(index, _)| {
        let id: Rc<str> = index.id().into();
        let trouble = picture
            .fleet
            .troubles
            .iter()
            .find(|trouble| trouble.number == index.number());
        let said = trouble.map_or_else(String::new, |trouble| (player_text().place.trouble)(trouble));
        Choice {
            label: format!("{id} · {said}").trim_end_matches(" · ").into(),
            name: id.clone(),
            value: id,
        }
    });
    choices.collect()
}
