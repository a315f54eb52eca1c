//! Answers that come in pages, as AWS's command line asks for them and puts them together.
//!
//! Source: AWS Command Line Interface User Guide, "Using the pagination options"; the token as botocore writes it.

use std::rc::Rc;

use api::{Call, Operation, Slot, decode_base64, encode_base64};
use jmespath::Json;
use jmespath::json::{Pairs, compact};

use crate::error::{Fault, Problem};
use crate::fill::integer;

/// An option of the command line's own, of an operation that answers in pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageOption {
    StartingToken,
    PageSize,
    MaxItems,
}

impl PageOption {
    /// Those that an operation has. Where its own size of a page has the same name, that one counts, as at AWS.
    pub(crate) fn of(operation: &Operation) -> impl Iterator<Item = Self> {
        let pages = operation.pages();
        let has = move |option: &Self| match (pages, option) {
            (Some(pages), Self::PageSize) => {
                let own = (operation.input)()
                    .members
                    .iter()
                    .any(|member| member.name == "PageSize");
                pages.size.is_some() && !own
            }
            (pages, _) => pages.is_some(),
        };
        [Self::StartingToken, Self::PageSize, Self::MaxItems]
            .into_iter()
            .filter(has)
    }

    /// Without `--`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::StartingToken => "starting-token",
            Self::PageSize => "page-size",
            Self::MaxItems => "max-items",
        }
    }
}

/// What is to be made of an answer that comes in pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    /// Where to go on, as an answer cut short has said it.
    pub starting_token: Option<String>,
    /// How many entries to ask for at once.
    pub page_size: Option<i64>,
    /// How many entries to show.
    pub max_items: Option<i64>,
    /// Whether the request says by itself how it is paged, or is not to be: then there is one call, and its answer is
    /// shown as it is.
    pub manual: bool,
}

impl Pages {
    /// Whether a member of the input says how to page.
    pub(crate) fn is_manual(operation: &Operation, member: &str) -> bool {
        let named = |pages: api::Pages| pages.from == member || pages.size == Some(member);
        operation.pages().is_some_and(named)
    }

    pub(crate) fn set(&mut self, option: PageOption, word: &str) -> Result<(), Problem> {
        let number = || {
            let wrong = |_| {
                let reason = format!("argument --{}: invalid int value: '{word}'", option.name());
                Problem::new(Fault::Arguments, reason)
            };
            integer(word).map(Some).map_err(wrong)
        };
        match option {
            PageOption::StartingToken => self.starting_token = Some(word.to_owned()),
            PageOption::PageSize => self.page_size = number()?,
            PageOption::MaxItems => self.max_items = number()?,
        }
        Ok(())
    }

    /// The options given, of which there must be none if nothing is to be put together.
    pub(crate) fn check(&self) -> Result<(), Problem> {
        let given = [
            (self.starting_token.is_some(), "--starting-token"),
            (self.page_size.is_some(), "--page-size"),
            (self.max_items.is_some(), "--max-items"),
        ];
        let given: Vec<&str> = given
            .iter()
            .filter(|(there, _)| *there)
            .map(|(_, name)| *name)
            .collect();
        if !self.manual || given.is_empty() {
            return Ok(());
        }
        let what = "Cannot specify --no-paginate along with pagination arguments";
        let reason = format!("Error during pagination: {what}: {}", given.join(", "));
        Err(Problem::new(Fault::General, reason))
    }
}

/// One command's pages, put together call by call. It calls nothing: ask it for the next call, and give it the answer
/// as JSON.
#[derive(Clone, Debug)]
pub struct Pager {
    names: api::Pages,
    call: Call,
    options: Pages,
    /// Where the page that comes next begins; the first one may have a token of its own.
    token: Option<Json>,
    /// How many entries of the next page are left out at its beginning: they have been shown before.
    skip: usize,
    /// What has come.
    whole: Pairs,
    /// How many entries of the first result have come.
    count: usize,
    /// Whether what has come was taken out before.
    parted: bool,
    done: bool,
}

impl Pager {
    /// For a call whose operation answers in pages; `None` if it does not, or if the options say not to.
    #[must_use]
    pub fn new(call: Call, options: Pages) -> Option<Self> {
        let names = call.operation().pages().filter(|_| !options.manual)?;
        let token = options.starting_token.as_deref();
        let (token, skip) = token.map(|text| read_token(text, names.from)).unwrap_or_default();
        Some(Self {
            names,
            call,
            options,
            token,
            skip,
            whole: Vec::new(),
            count: 0,
            parted: false,
            done: false,
        })
    }

    /// The next call; `None` if everything asked for has come.
    #[must_use]
    pub fn next_call(&self) -> Option<Call> {
        let mut call = self.call.clone();
        if let Some(size) = self.options.page_size {
            put(&mut call, self.names.size, &Json::Integer(size));
        }
        if let Some(token) = &self.token {
            put(&mut call, Some(self.names.from), token);
        }
        (!self.done).then_some(call)
    }

    /// Takes the answer of the call: an object.
    pub fn take(&mut self, page: &Json) {
        let next = page
            .get(self.names.next)
            .filter(|token| !is_nothing(token))
            .cloned();
        let counted = self.results().next().and_then(|name| page.get(name));
        let came = counted.map_or(0, |list| entries(list).len().saturating_sub(self.skip));
        let room = self
            .options
            .max_items
            .map(|most| usize::try_from(most).unwrap_or_default());
        let room = room.map_or(usize::MAX, |most| most.saturating_sub(self.count));
        self.merge(page, room);
        self.count += came.min(room);
        let from = self.names.from;
        if came > room {
            let token = write_token(from, self.token.as_ref(), self.skip + room);
            self.whole.push(("NextToken".into(), token));
        } else if let Some(token) = next.as_ref().filter(|_| came == room) {
            self.whole
                .push(("NextToken".into(), write_token(from, Some(token), 0)));
        }
        (self.done, self.token, self.skip) = (came >= room || next.is_none(), next, 0);
    }

    /// The names of what there is a part of on each page.
    fn results(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.names.results.split(' ')
    }

    /// Adds lists to lists and numbers to numbers; what is not paged is the first page's, or left out.
    fn merge(&mut self, page: &Json, room: usize) {
        for (position, name) in self.results().enumerate() {
            if let Some(part) = page.get(name) {
                let part = self.part(part, position, room);
                self.add(name, part);
            }
        }
        for name in self.names.kept.split(' ').filter(|name| !name.is_empty()) {
            if !self.parted && !self.whole.iter().any(|(known, _)| &**known == name) {
                let value = page.get(name).cloned().unwrap_or(Json::Null);
                self.whole.push((name.into(), value));
            }
        }
    }

    /// Of a result of a page what is to be shown: of the entries counted those that have not been and that there is room
    /// for; of everything else all, or nothing if it has been shown.
    fn part(&self, part: &Json, position: usize, room: usize) -> Json {
        match part {
            Json::Array(list) if position == 0 => {
                let shown = list.iter().skip(self.skip).take(room);
                Json::array(shown.cloned().collect())
            }
            Json::Array(_) if self.skip > 0 => Json::array(Vec::new()),
            Json::Integer(_) if self.skip > 0 => Json::Integer(0),
            other => other.clone(),
        }
    }

    fn add(&mut self, name: &str, part: Json) {
        let known = self.whole.iter_mut().find(|(known, _)| &**known == name);
        match (known.map(|(_, value)| value), part) {
            (None, part) => self.whole.push((name.into(), part)),
            (Some(Json::Array(whole)), Json::Array(part)) => Rc::make_mut(whole).extend(part.iter().cloned()),
            (Some(Json::Integer(whole)), Json::Integer(part)) => *whole += part,
            (Some(_), _) => {}
        }
    }

    /// Takes out what has come, for whoever shows each page by itself: an answer, and where there is more.
    pub fn take_out(&mut self) -> (Json, Option<Json>) {
        self.parted = true;
        let mut part = std::mem::take(&mut self.whole);
        let token = part.pop_if(|(name, _)| &**name == "NextToken");
        (Json::object(part), token.map(|(_, token)| token))
    }

    /// Everything that has come, as one answer; `NextToken` in it says that there is more.
    #[must_use]
    pub fn whole(self) -> Json {
        Json::object(self.whole)
    }
}

fn entries(json: &Json) -> &[Json] {
    match json {
        Json::Array(entries) => entries,
        _ => &[],
    }
}

/// Whether a token says that there is no next page.
fn is_nothing(token: &Json) -> bool {
    matches!(token, Json::Null) || *token == Json::from("")
}

/// Puts a value into a member of the call, if the model has it.
fn put(call: &mut Call, name: Option<&str>, value: &Json) {
    let members = call.input().info().members;
    if let Some(index) = members.iter().position(|member| Some(member.name) == name) {
        match (call.input_mut().slot(index), value) {
            (Slot::String(place), Json::String(text)) => text.as_ref().clone_into(place),
            (Slot::String(place), value) => *place = compact(value),
            (Slot::Integer(place), Json::Integer(number)) => *place = *number,
            // A token of another kind is the caller's mistake: the service refuses what it does not know.
            (slot, value) => {
                let json = serde_json::from_str(&compact(value)).unwrap_or_default();
                _ = api::json::read_into(&json, slot);
            }
        }
    }
}

/// What says that so many entries of the page behind `token` have been shown.
fn write_token(name: &str, token: Option<&Json>, shown: usize) -> Json {
    let token = compact(token.unwrap_or(&Json::Null));
    let text = match shown {
        0 => format!("{{\"{name}\": {token}}}"),
        _ => format!("{{\"{name}\": {token}, \"boto_truncate_amount\": {shown}}}"),
    };
    Json::from(encode_base64(text.as_bytes()))
}

/// What a token says: where a page begins, and how many of its entries have been shown. A text that is no such token is
/// the service's own.
fn read_token(text: &str, name: &str) -> (Option<Json>, usize) {
    let read = decode_base64(text).and_then(|bytes| String::from_utf8(bytes).ok());
    match read.and_then(|text| jmespath::json::parse(&text).ok()) {
        Some(said @ Json::Object(_)) => {
            let shown = match said.get("boto_truncate_amount") {
                Some(Json::Integer(shown)) => usize::try_from(*shown).unwrap_or_default(),
                _ => 0,
            };
            (said.get(name).filter(|token| !is_nothing(token)).cloned(), shown)
        }
        _ => (Some(Json::from(text)), 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Action, Host, read};

    /// What the command shows of `pages`, and what it asked for.
    fn shown(line: &str, pages: &[&str]) -> (String, Vec<String>) {
        let found = read(line, &Host::default()).expect("reads").expect("a command");
        let Action::Call {
            call, pages: options, ..
        } = found.action
        else {
            panic!("{line}: no call")
        };
        let mut pager = Pager::new(call, options).expect("paged");
        let (mut pages, mut asked) = (pages.iter(), Vec::new());
        while let Some(call) = pager.next_call() {
            asked.push(api::json::compact(api::Value::Shape(call.input())));
            let page = pages.next().expect("no more is asked for");
            pager.take(&jmespath::json::parse(page).expect("JSON"));
        }
        (compact(&pager.whole()), asked)
    }

    #[test]
    fn pages_are_put_together_and_what_is_not_paged_is_left_out() {
        let pages = [
            r#"{"TableNames": ["a", "b"], "LastEvaluatedTableName": "b"}"#,
            r#"{"TableNames": ["c"]}"#,
        ];
        let (whole, asked) = shown("aws dynamodb list-tables --page-size 2", &pages);
        assert_eq!(whole, r#"{"TableNames":["a","b","c"]}"#);
        assert_eq!(
            asked,
            [r#"{"Limit":2}"#, r#"{"ExclusiveStartTableName":"b","Limit":2}"#]
        );
        let (whole, _) = shown(
            "aws dynamodb scan --table-name t",
            &[r#"{"Items": [], "Count": 0, "ScannedCount": 0}"#],
        );
        assert_eq!(
            whole,
            r#"{"Items":[],"Count":0,"ScannedCount":0,"ConsumedCapacity":null}"#
        );
    }

    #[test]
    fn an_answer_is_cut_short_and_gone_on_with() {
        let all = r#"{"Subnets": [{"a": 1}, {"b": 2}, {"c": 3}]}"#;
        let (whole, _) = shown("aws ec2 describe-subnets --max-items 2", &[all]);
        let token = "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==";
        assert_eq!(
            whole,
            format!(r#"{{"Subnets":[{{"a":1}},{{"b":2}}],"NextToken":"{token}"}}"#)
        );
        let (whole, _) = shown(
            &format!("aws ec2 describe-subnets --starting-token {token}"),
            &[all],
        );
        assert_eq!(whole, r#"{"Subnets":[{"c":3}]}"#);
        let first = r#"{"TableNames": ["a", "b"], "LastEvaluatedTableName": "b"}"#;
        let (whole, _) = shown("aws dynamodb list-tables --max-items 2", &[first]);
        let token = encode_base64(br#"{"ExclusiveStartTableName": "b"}"#);
        assert_eq!(
            whole,
            format!(r#"{{"TableNames":["a","b"],"NextToken":"{token}"}}"#)
        );
        let (_, asked) = shown(
            &format!("aws dynamodb list-tables --starting-token {token}"),
            &["{}"],
        );
        assert_eq!(asked, [r#"{"ExclusiveStartTableName":"b"}"#]);
    }

    #[test]
    fn what_does_not_go_with_pages_is_refused() {
        let refused = |line: &str| read(line, &Host::default()).expect_err(line).printed();
        assert_eq!(
            refused("aws ec2 describe-subnets --no-paginate --max-items 2"),
            "\naws: [ERROR]: Error during pagination: Cannot specify --no-paginate along with pagination arguments: --max-items\n"
        );
        assert!(
            refused("aws ec2 describe-subnets --max-items x")
                .contains("argument --max-items: invalid int value: 'x'")
        );
    }
}
