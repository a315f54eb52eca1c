//! Client tokens: the same call again does nothing more, and is answered as before.

use std::collections::VecDeque;

use api::ApiError;

/// Calls of one operation that are known again by their token. Not published; our choice.
const TOKENS_KEPT: usize = 100;

/// The newest calls of one operation that bore a token, and what came of each, oldest first.
#[derive(Clone, Debug)]
pub(crate) struct Tokens<Input, Outcome>(VecDeque<(Input, Outcome)>);

impl<Input, Outcome> Default for Tokens<Input, Outcome> {
    fn default() -> Self {
        Self(VecDeque::new())
    }
}

impl<Input: PartialEq, Outcome: Clone> Tokens<Input, Outcome> {
    /// What came of the same call before.
    ///
    /// # Errors
    /// `IdempotentParameterMismatch` if another call bore its token.
    pub(crate) fn find(
        &self,
        input: &Input,
        token: fn(&Input) -> Option<&str>,
    ) -> Result<Option<Outcome>, ApiError> {
        let own = token(input);
        let bears = |(known, _): &&(Input, Outcome)| token(known) == own;
        match self.0.iter().find(bears).filter(|_| own.is_some()) {
            None => Ok(None),
            Some((known, outcome)) if known == input => Ok(Some(outcome.clone())),
            Some(_) => Err(ApiError::new(
                "IdempotentParameterMismatch",
                "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).",
            )),
        }
    }

    /// Remembers what came of a call that bears a token.
    pub(crate) fn keep(&mut self, input: Input, outcome: Outcome) {
        if self.0.len() >= TOKENS_KEPT {
            self.0.pop_front();
        }
        self.0.push_back((input, outcome));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Call = (Option<String>, u32);

    fn token(call: &Call) -> Option<&str> {
        call.0.as_deref()
    }

    fn call(token: &str, content: u32) -> Call {
        (Some(token.to_owned()), content)
    }

    #[test]
    fn the_same_call_is_found_another_with_its_token_is_refused_and_one_without_is_new() {
        let mut tokens = Tokens::default();
        tokens.keep(call("a", 1), "first");
        tokens.keep((None, 1), "without");
        assert_eq!(tokens.find(&call("a", 1), token), Ok(Some("first")));
        let refusal = tokens.find(&call("a", 2), token).expect_err("another call");
        assert_eq!(refusal.code, "IdempotentParameterMismatch");
        assert_eq!(tokens.find(&call("b", 1), token), Ok(None));
        assert_eq!(tokens.find(&(None, 1), token), Ok(None));
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let mut tokens = Tokens::default();
        for number in 0..=TOKENS_KEPT {
            tokens.keep(call(&number.to_string(), 0), number);
        }
        assert_eq!(tokens.find(&call("0", 0), token), Ok(None));
        assert_eq!(tokens.find(&call("1", 0), token), Ok(Some(1)));
    }
}
