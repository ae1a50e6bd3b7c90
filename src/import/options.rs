//! The options of one rule file, each asked for once; what nobody asked for is named.
//!
//! Never: takes an option that it does not know for one that does not matter.

use super::yaml::{Node, Value};
use crate::guideline::{Fault, Place};

/// The options that are still to be asked for.
pub(super) struct Options {
    place: Place,
    left: Vec<(String, Node)>,
}

impl Options {
    /// The options of a rule file: pairs at the top.
    pub(super) fn of(node: Node) -> Result<Self, Fault> {
        let place = node.place;
        match node.value {
            Value::Pairs(left) => Ok(Self { place, left }),
            Value::Text(_) | Value::List(_) => {
                let reason = "it is no rule: names with values are wanted";
                Err(Fault::new(place, reason))
            }
        }
    }

    /// A fault of the rule as a whole.
    pub(super) fn fault(&self, reason: impl Into<String>) -> Fault {
        Fault::new(self.place, reason)
    }

    /// An option, in any case of its name; nothing for one without a value. The last of two wins.
    pub(super) fn take(&mut self, name: &str) -> Option<Node> {
        let mut found = None;
        self.left.retain(|(other, node)| {
            let is_it = other.eq_ignore_ascii_case(name);
            if is_it {
                found = Some(node.clone());
            }
            !is_it
        });
        found.filter(|node| !matches!(node.text(), Some("" | "~" | "null")))
    }

    /// The texts of an option that is asked for later, and where it stands.
    pub(super) fn peek(&self, name: &str) -> Option<(Place, Vec<String>)> {
        let is_it = |(other, _): &&(String, Node)| other.eq_ignore_ascii_case(name);
        let (_, node) = self.left.iter().rfind(is_it)?;
        Some((node.place, node.texts()?))
    }

    /// The names of the options that nobody asked for.
    pub(super) fn unasked(&self) -> Vec<String> {
        let names = self.left.iter().map(|(name, _)| format!("`{name}`"));
        names.collect()
    }

    /// A text; empty when it is not there.
    pub(super) fn text(&mut self, name: &str) -> Result<String, Fault> {
        let Some(node) = self.take(name) else {
            return Ok(String::new());
        };
        let text = node.text().map(str::to_owned);
        text.ok_or_else(|| wanted(&node, name, "a text"))
    }

    /// A list of texts; empty when it is not there.
    pub(super) fn texts(&mut self, name: &str) -> Result<Vec<String>, Fault> {
        let Some(node) = self.take(name) else {
            return Ok(Vec::new());
        };
        let texts = node.texts();
        texts.ok_or_else(|| wanted(&node, name, "a list of texts"))
    }

    /// Pairs of texts; empty when they are not there.
    pub(super) fn pairs(&mut self, name: &str) -> Result<Vec<(String, String)>, Fault> {
        let Some(node) = self.take(name) else {
            return Ok(Vec::new());
        };
        let pairs = node.text_pairs();
        pairs.ok_or_else(|| wanted(&node, name, "pairs of texts"))
    }

    /// Yes or no; `usual` when it is not there.
    pub(super) fn flag(&mut self, name: &str, usual: bool) -> Result<bool, Fault> {
        let Some(node) = self.take(name) else {
            return Ok(usual);
        };
        let text = node.text().unwrap_or_default().to_lowercase();
        match text.as_str() {
            "true" | "yes" | "on" | "1" => Ok(true),
            "false" | "no" | "off" | "0" => Ok(false),
            _ => Err(wanted(&node, name, "`true` or `false`")),
        }
    }

    /// A number of at least 0; 0 when it is not there.
    pub(super) fn number(&mut self, name: &str) -> Result<f64, Fault> {
        let Some(node) = self.take(name) else {
            return Ok(0.0);
        };
        let number = node.text().and_then(|text| text.trim().parse::<f64>().ok());
        let is_fine = |number: &f64| number.is_finite() && *number >= 0.0;
        let number = number.filter(is_fine);
        number.ok_or_else(|| wanted(&node, name, "a number"))
    }

    /// A whole number; 0 when it is not there.
    pub(super) fn count(&mut self, name: &str) -> Result<usize, Fault> {
        Ok(self.number(name)? as usize)
    }

    /// Fails on the first option that nobody asked for.
    pub(super) fn all_known(&self) -> Result<(), Fault> {
        self.left.first().map_or(Ok(()), |(name, node)| {
            let reason = format!("the option `{name}` is not known for this kind of rule");
            Err(Fault::new(node.place, reason))
        })
    }
}

fn wanted(node: &Node, name: &str, what: &str) -> Fault {
    Fault::new(node.place, format!("`{name}` wants {what}"))
}
