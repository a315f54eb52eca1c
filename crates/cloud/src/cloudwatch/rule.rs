//! The rule of a composite alarm: read, and answered from the states of other alarms.
//!
//! Source: CloudWatch API Reference, PutCompositeAlarm, `AlarmRule`.

use super::defaults::RULE_ELEMENTS_MAX;
use super::evaluate::AlarmState;

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Always so or never.
    Constant(bool),
    /// An alarm, by name or ARN, is in a state.
    State(AlarmState, String),
    /// The opposite.
    Not(Box<Rule>),
    /// All of them.
    All(Vec<Rule>),
    /// Any of them.
    Any(Vec<Rule>),
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Open,
    Close,
    Word(String),
    Quoted(String),
}

impl Rule {
    /// Reads a rule.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub fn parse(text: &str) -> Result<Self, String> {
        let tokens = tokens(text)?;
        let mut reader = Reader {
            tokens: &tokens,
            at: 0,
            elements: 0,
        };
        let rule = reader.any()?;
        if reader.at < tokens.len() {
            return Err(reader.unexpected());
        }
        if reader.elements > RULE_ELEMENTS_MAX {
            return Err(format!(
                "Error in alarm rule, it has more than {RULE_ELEMENTS_MAX} elements"
            ));
        }
        Ok(rule)
    }

    /// Whether it holds, given the state of each alarm.
    pub fn holds(&self, state: &impl Fn(&str) -> Option<AlarmState>) -> bool {
        match self {
            Self::Constant(truth) => *truth,
            Self::State(wanted, name) => state(name) == Some(*wanted),
            Self::Not(rule) => !rule.holds(state),
            Self::All(rules) => rules.iter().all(|rule| rule.holds(state)),
            Self::Any(rules) => rules.iter().any(|rule| rule.holds(state)),
        }
    }

    /// The names of the alarms that it looks at, in order.
    #[must_use]
    pub fn children(&self) -> Vec<&str> {
        match self {
            Self::Constant(_) => Vec::new(),
            Self::State(_, name) => vec![name],
            Self::Not(rule) => rule.children(),
            Self::All(rules) | Self::Any(rules) => rules.iter().flat_map(Self::children).collect(),
        }
    }
}

/// The name of an alarm that is given by name or ARN.
pub(crate) fn name_of(alarm: &str) -> &str {
    let after = alarm
        .strip_prefix("arn:")
        .and_then(|arn| arn.split_once(":alarm:"));
    after.map_or(alarm, |(_, name)| name)
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '(' => tokens.push(Token::Open),
            ')' => tokens.push(Token::Close),
            '"' => {
                let quoted: String = letters.by_ref().take_while(|letter| *letter != '"').collect();
                tokens.push(Token::Quoted(quoted));
            }
            letter if letter.is_whitespace() => {}
            letter => {
                let mut word = String::from(letter);
                let inside = |letter: &char| !letter.is_whitespace() && !"()\"".contains(*letter);
                while let Some(letter) = letters.next_if(inside) {
                    word.push(letter);
                }
                tokens.push(Token::Word(word));
            }
        }
    }
    if text.matches('"').count() % 2 == 1 {
        return Err("Error in alarm rule, a quotation is not closed".to_owned());
    }
    Ok(tokens)
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    elements: usize,
}

impl Reader<'_> {
    fn any(&mut self) -> Result<Rule, String> {
        let mut rules = vec![self.all()?];
        while self.takes("OR") {
            rules.push(self.all()?);
        }
        Ok(one_or(rules, Rule::Any))
    }

    fn all(&mut self) -> Result<Rule, String> {
        let mut rules = vec![self.one()?];
        while self.takes("AND") {
            rules.push(self.one()?);
        }
        Ok(one_or(rules, Rule::All))
    }

    fn one(&mut self) -> Result<Rule, String> {
        self.elements += 1;
        if self.takes("NOT") {
            return Ok(Rule::Not(Box::new(self.one()?)));
        }
        if self.is(&Token::Open) {
            let rule = self.any()?;
            return self.close(rule);
        }
        for (word, truth) in [("TRUE", true), ("FALSE", false)] {
            if self.takes(word) {
                return Ok(Rule::Constant(truth));
            }
        }
        let state = match self.tokens.get(self.at) {
            Some(Token::Word(word)) => AlarmState::named(word),
            _ => None,
        };
        let state = state.ok_or_else(|| self.unexpected())?;
        self.at += 1;
        if !self.is(&Token::Open) {
            return Err(self.unexpected());
        }
        let name = self.name()?;
        self.close(Rule::State(state, name))
    }

    /// A name stands in quotation marks, or has no spaces or parentheses.
    fn name(&mut self) -> Result<String, String> {
        match self.tokens.get(self.at) {
            Some(Token::Word(name) | Token::Quoted(name)) => {
                self.at += 1;
                Ok(name.clone())
            }
            _ => Err(self.unexpected()),
        }
    }

    fn close(&mut self, rule: Rule) -> Result<Rule, String> {
        if self.is(&Token::Close) {
            Ok(rule)
        } else {
            Err(self.unexpected())
        }
    }

    fn takes(&mut self, word: &str) -> bool {
        self.is(&Token::Word(word.to_owned()))
    }

    fn is(&mut self, token: &Token) -> bool {
        let found = self.tokens.get(self.at) == Some(token);
        self.at += usize::from(found);
        found
    }

    fn unexpected(&self) -> String {
        let token = match self.tokens.get(self.at) {
            None => return "Error in alarm rule, it ends too early".to_owned(),
            Some(Token::Open) => "(",
            Some(Token::Close) => ")",
            Some(Token::Word(text) | Token::Quoted(text)) => text,
        };
        format!("Error in alarm rule, Unsupported token {token}")
    }
}

fn one_or(mut rules: Vec<Rule>, many: impl Fn(Vec<Rule>) -> Rule) -> Rule {
    match rules.len() {
        1 => rules.remove(0),
        _ => many(rules),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(rule: &str) -> bool {
        let state = |name: &str| match name {
            "a" => Some(AlarmState::Alarm),
            "b c" => Some(AlarmState::Ok),
            "d" => Some(AlarmState::InsufficientData),
            _ => None,
        };
        Rule::parse(rule).expect("it is a rule").holds(&state)
    }

    #[test]
    fn rules_are_answered_from_states() {
        assert!(holds("ALARM(a)"));
        assert!(holds(r#"ALARM("a") AND OK("b c")"#));
        assert!(holds(r#"(ALARM(d) OR ALARM(a)) AND NOT ALARM("b c")"#));
        assert!(!holds(r#"ALARM(a) AND (ALARM("b c") OR OK(d))"#));
        assert!(holds("INSUFFICIENT_DATA(d) AND TRUE"));
        assert!(!holds("FALSE OR NOT ALARM(a)"));
        assert!(holds("TRUE OR TRUE AND FALSE"), "AND binds more tightly");
        let rule = Rule::parse(r#"ALARM(a) AND (OK("b c") OR NOT OK(d))"#).expect("it is a rule");
        assert_eq!(rule.children(), ["a", "b c", "d"]);
        assert_eq!(name_of("arn:aws:cloudwatch:us-east-2:1:alarm:a:b"), "a:b");
    }

    #[test]
    fn what_is_no_rule_is_told_with_the_token() {
        let error = |rule: &str| Rule::parse(rule).expect_err("it is no rule");
        assert_eq!(
            error("ALARM(a) XOR OK(b)"),
            "Error in alarm rule, Unsupported token XOR"
        );
        assert_eq!(error("ALARM(a"), "Error in alarm rule, it ends too early");
        assert_eq!(error("RED(a)"), "Error in alarm rule, Unsupported token RED");
        assert_eq!(
            error("ALARM(\"a)"),
            "Error in alarm rule, a quotation is not closed"
        );
        assert_eq!(error(""), "Error in alarm rule, it ends too early");
    }
}
