//! Why something is so: what led to it, what came of it, and what follows by rule.

use std::rc::Rc;

use des::SimTime;
use view::MarkKind;
use view::fleet::Thing;

/// A causal chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// What led to it, the outside cause first, itself last.
    pub links: Rc<[Link]>,
    /// What came of it so far, earliest first.
    pub effects: Rc<[Link]>,
    /// What follows by rule, if nothing comes between.
    pub next: Rc<[Next]>,
}

/// One fact of a chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Its number among all facts.
    pub fact: u64,
    /// When.
    pub at: SimTime,
    /// Its kind.
    pub kind: MarkKind,
    /// What became so, in one sentence.
    pub sentence: Rc<str>,
    /// The rule by which it followed.
    pub rule: Option<Rule>,
    /// What it happened to.
    pub thing: Option<Thing>,
}

/// What follows by rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// When, if that is known.
    pub at: Option<SimTime>,
    /// What, in one sentence.
    pub sentence: Rc<str>,
}

/// A rule in one sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// What holds.
    pub sentence: String,
    /// The page of AWS's documentation that says so.
    pub source: &'static str,
    /// What is simplified here.
    pub simplified: Option<&'static str>,
}
