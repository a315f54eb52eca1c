//! Expressions of metric mathematics, and what they come to.

use super::expression_reader::Reader;
use super::math::{Answers, Series};

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A number.
    Number(f64),
    /// Another query.
    Id(String),
    /// A text, within a function.
    Text(String),
    /// The opposite number.
    Minus(Box<Self>),
    /// Two values put together.
    Binary(&'static str, Box<Self>, Box<Self>),
    /// A function.
    Call(&'static str, Vec<Self>),
}

/// What an expression comes to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Answer {
    Number(f64),
    Series(Series),
    Many(Vec<Series>),
}

impl Answer {
    /// As series of `length` values; a number is the same in all.
    pub(super) fn into_series(self, length: usize) -> Vec<Series> {
        match self {
            Self::Number(number) => vec![vec![Some(number); length]],
            Self::Series(series) => vec![series],
            Self::Many(many) => many,
        }
    }

    fn each(self, with: impl Fn(f64) -> f64) -> Self {
        let series = |series: Series| series.into_iter().map(|value| value.map(&with)).collect();
        match self {
            Self::Number(number) => Self::Number(with(number)),
            Self::Series(one) => Self::Series(series(one)),
            Self::Many(many) => Self::Many(many.into_iter().map(series).collect()),
        }
    }
}

impl Expression {
    /// Reads an expression.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut reader = Reader { rest: text };
        let expression = reader.binary(0)?;
        reader.space();
        match reader.rest.chars().next() {
            None => Ok(expression),
            Some(letter) => Err(format!("Unexpected character '{letter}'")),
        }
    }

    /// The queries that it names.
    #[must_use]
    pub fn ids(&self) -> Vec<&str> {
        match self {
            Self::Number(_) | Self::Text(_) => Vec::new(),
            Self::Id(id) => vec![id],
            Self::Minus(inner) => inner.ids(),
            Self::Binary(_, left, right) => [left.ids(), right.ids()].concat(),
            Self::Call(_, arguments) => arguments.iter().flat_map(Self::ids).collect(),
        }
    }

    /// What it comes to, as the query at `place`.
    pub(super) fn answer(&self, answers: &Answers<'_>, place: usize) -> Answer {
        match self {
            Self::Number(number) => Answer::Number(*number),
            Self::Text(_) => Answer::Many(Vec::new()),
            Self::Id(id) => {
                let mut found = answers
                    .place(id)
                    .map(|place| answers.of(place))
                    .unwrap_or_default();
                if found.len() == 1 {
                    Answer::Series(found.remove(0))
                } else {
                    Answer::Many(found)
                }
            }
            Self::Minus(inner) => inner.answer(answers, place).each(|value| -value),
            Self::Binary(operator, left, right) => {
                let (left, right) = (left.answer(answers, place), right.answer(answers, place));
                binary(operator, left, right, answers.starts.len())
            }
            Self::Call(function, arguments) => call(function, arguments, answers, place),
        }
    }
}

fn binary(operator: &str, left: Answer, right: Answer, length: usize) -> Answer {
    let put = |a: f64, b: f64| operate(operator, a, b);
    if let (Answer::Number(a), Answer::Number(b)) = (&left, &right) {
        return put(*a, *b).map_or_else(|| Answer::Series(vec![None; length]), Answer::Number);
    }
    let many = matches!(left, Answer::Many(_)) || matches!(right, Answer::Many(_));
    let (left, right) = (left.into_series(length), right.into_series(length));
    let count = left.len().max(right.len());
    let one = |list: &[Series], place: usize| list.get(place).or(list.first()).cloned().unwrap_or_default();
    let pair = |place: usize| -> Series {
        let pairs = one(&left, place).into_iter().zip(one(&right, place));
        pairs.map(|(a, b)| put(a?, b?)).collect()
    };
    let mut series: Vec<Series> = (0..count).map(pair).collect();
    if many || series.len() != 1 {
        Answer::Many(series)
    } else {
        Answer::Series(series.remove(0))
    }
}

/// None where there is no answer: AWS gives no value for a division by zero.
fn operate(operator: &str, a: f64, b: f64) -> Option<f64> {
    let truth = |truth: bool| Some(f64::from(u8::from(truth)));
    match operator {
        "+" => Some(a + b),
        "-" => Some(a - b),
        "*" => Some(a * b),
        "/" => (b != 0.0).then(|| a / b),
        "<" => truth(a < b),
        ">" => truth(a > b),
        "<=" => truth(a <= b),
        ">=" => truth(a >= b),
        "==" => truth(a == b),
        "!=" => truth(a != b),
        "&&" | "AND" => truth(a != 0.0 && b != 0.0),
        _ => truth(a != 0.0 || b != 0.0),
    }
}

fn call(function: &str, arguments: &[Expression], answers: &Answers<'_>, place: usize) -> Answer {
    let answer = |argument: usize| arguments[argument].answer(answers, place);
    match function {
        "METRICS" => metrics(arguments.first(), answers),
        "IF" => choose(
            answer(0),
            answer(1),
            arguments.get(2).map(|_| answer(2)),
            answers.starts.len(),
        ),
        "FILL" => fill(answer(0), &arguments[1], answers, place),
        "RATE" => differences(answer(0), answers.period_s as f64),
        "DIFF" => differences(answer(0), 1.0),
        "PERIOD" => Answer::Number(answers.period_s as f64),
        "ABS" => answer(0).each(f64::abs),
        "CEIL" => answer(0).each(f64::ceil),
        "FLOOR" => answer(0).each(f64::floor),
        _ => aggregate(function, answer(0)),
    }
}

/// All metrics, or those whose ids hold a text.
fn metrics(filter: Option<&Expression>, answers: &Answers<'_>) -> Answer {
    let fits = |id: &str| match filter {
        Some(Expression::Text(text)) => id.contains(text.as_str()),
        _ => true,
    };
    let places = (0..answers.queries.len()).filter(|place| {
        let query = &answers.queries[*place];
        query.is_metric() && fits(&query.id)
    });
    Answer::Many(places.flat_map(|place| answers.of(place)).collect())
}

/// Across series, period by period; within one series, to one number.
fn aggregate(function: &str, answer: Answer) -> Answer {
    let all = |values: &mut dyn Iterator<Item = f64>| {
        let (mut count, mut total) = (0.0, None::<f64>);
        for value in values {
            count += 1.0;
            total = Some(match (total, function) {
                (None, _) => value,
                (Some(total), "MIN") => total.min(value),
                (Some(total), "MAX") => total.max(value),
                (Some(total), _) => total + value,
            });
        }
        total.map(|total| if function == "AVG" { total / count } else { total })
    };
    match answer {
        Answer::Number(number) => Answer::Number(number),
        Answer::Series(series) => {
            let length = series.len();
            all(&mut series.into_iter().flatten()).map_or(Answer::Series(vec![None; length]), Answer::Number)
        }
        Answer::Many(many) => {
            let length = many.iter().map(Vec::len).max().unwrap_or(0);
            let at = |place: usize| all(&mut many.iter().filter_map(|series| *series.get(place)?));
            Answer::Series((0..length).map(at).collect())
        }
    }
}

fn choose(condition: Answer, then: Answer, other: Option<Answer>, length: usize) -> Answer {
    let first = |answer: Answer| {
        answer
            .into_series(length)
            .into_iter()
            .next()
            .unwrap_or_else(|| vec![None; length])
    };
    let (condition, then) = (first(condition), first(then));
    let other = other.map_or_else(|| vec![None; length], first);
    let pick = |place: usize| {
        if condition[place]? == 0.0 {
            other[place]
        } else {
            then[place]
        }
    };
    Answer::Series((0..length).map(pick).collect())
}

/// With a number, another series, or the last value before.
fn fill(answer: Answer, with: &Expression, answers: &Answers<'_>, place: usize) -> Answer {
    let length = answers.starts.len();
    let repeats = *with == Expression::Id("REPEAT".to_owned());
    let by = with
        .answer(answers, place)
        .into_series(length)
        .into_iter()
        .next()
        .unwrap_or_default();
    let filled = |series: Series| -> Series {
        let mut last = None;
        let value = |(place, value): (usize, Option<f64>)| {
            let stand_in = if repeats {
                last
            } else {
                by.get(place).copied().flatten()
            };
            last = value.or(stand_in);
            last
        };
        series.into_iter().enumerate().map(value).collect()
    };
    match answer {
        Answer::Many(many) => Answer::Many(many.into_iter().map(filled).collect()),
        one => Answer::Series(
            one.into_series(length)
                .into_iter()
                .next()
                .map(filled)
                .unwrap_or_default(),
        ),
    }
}

/// From each value to the next, by seconds.
fn differences(answer: Answer, seconds: f64) -> Answer {
    let series = |series: Series| -> Series {
        let next = series
            .windows(2)
            .map(|pair| Some((pair[1]? - pair[0]?) / seconds));
        std::iter::once(None).chain(next).take(series.len()).collect()
    };
    match answer {
        Answer::Number(_) => Answer::Number(0.0),
        Answer::Series(one) => Answer::Series(series(one)),
        Answer::Many(many) => Answer::Many(many.into_iter().map(series).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloudwatch::Metrics;

    /// With no metrics, an expression of numbers comes to a number.
    fn number(text: &str) -> Option<f64> {
        let metrics = Metrics::default();
        let answers = Answers {
            metrics: &metrics,
            queries: &[],
            starts: &[0],
            period_s: 60,
        };
        let parsed = Expression::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        parsed.answer(&answers, 0).into_series(1)[0][0]
    }

    #[test]
    fn operators_bind_as_usual() {
        assert_eq!(number("1 + 2 * 3 - 4 / 2"), Some(5.0));
        assert_eq!(number("(1 + 2) * -3"), Some(-9.0));
        assert_eq!(number("10 - 4 - 3"), Some(3.0));
        assert_eq!(number("1 / 0"), None, "a division by zero has no value");
        assert_eq!(number("2 > 1 AND 1 >= 2"), Some(0.0));
        assert_eq!(number("2 == 2 || 1 < 0"), Some(1.0));
        assert_eq!(number("IF(2 > 1, 10, 20) + PERIOD(m1)"), Some(70.0));
        assert_eq!(number("CEIL(1.2) + FLOOR(1.8) + ABS(-3)"), Some(6.0));
    }

    #[test]
    fn series_are_put_together_period_by_period() {
        let (a, b) = (
            vec![Some(1.0), None, Some(3.0)],
            vec![Some(4.0), Some(5.0), Some(6.0)],
        );
        let sum = binary("+", Answer::Series(a.clone()), Answer::Series(b.clone()), 3);
        assert_eq!(sum, Answer::Series(vec![Some(5.0), None, Some(9.0)]));
        let both = || Answer::Many(vec![a.clone(), b.clone()]);
        assert_eq!(
            aggregate("SUM", both()),
            Answer::Series(vec![Some(5.0), Some(5.0), Some(9.0)])
        );
        assert_eq!(
            aggregate("AVG", both()),
            Answer::Series(vec![Some(2.5), Some(5.0), Some(4.5)])
        );
        assert_eq!(aggregate("MAX", Answer::Series(a.clone())), Answer::Number(3.0));
        assert_eq!(
            differences(Answer::Series(b), 2.0),
            Answer::Series(vec![None, Some(0.5), Some(0.5)])
        );
    }

    #[test]
    fn what_is_no_expression_is_told() {
        let error = |text: &str| Expression::parse(text).expect_err("it is none");
        assert_eq!(error("m1 +"), "Unexpected end of expression");
        assert_eq!(error("m1 % 2"), "Unexpected character '%'");
        assert_eq!(error("MEDIAN(m1)"), "Unsupported function 'MEDIAN'");
        assert_eq!(
            error("SUM(m1, m2)"),
            "Invalid number of arguments for function 'SUM'"
        );
        assert_eq!(error("(m1"), "Missing ')'");
    }
}
