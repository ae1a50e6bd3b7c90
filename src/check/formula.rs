//! Formulas over what a text measures, as in `words / sentences > 20`.
//!
//! Never: does more than arithmetic: no loops, no names but the ones it is given.

/// How deep brackets may stand in brackets.
const MAX_DEPTH: usize = 50;

/// What a formula comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Outcome {
    /// A number.
    Number(f64),
    /// Yes or no.
    Truth(bool),
}

/// Works a formula out; the reason says what of it cannot be read.
pub(super) fn worked_out(
    formula: &str,
    value: &dyn Fn(&str) -> Option<f64>,
) -> Result<Outcome, String> {
    let mut reader = Reader {
        rest: formula,
        value,
        depth: 0,
    };
    let outcome = reader.level(0)?;
    reader.skip();
    if reader.rest.is_empty() {
        Ok(outcome)
    } else {
        Err(format!("{:?} is too much in the formula", reader.rest))
    }
}

/// Signs by how closely they bind, the loosest first; of two that begin alike the longer first.
const LEVELS: [&[&str]; 5] = [
    &["||"],
    &["&&"],
    &["<=", ">=", "==", "!=", "<", ">"],
    &["+", "-"],
    &["*", "/", "%"],
];

struct Reader<'f> {
    rest: &'f str,
    value: &'f dyn Fn(&str) -> Option<f64>,
    depth: usize,
}

impl Reader<'_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, sign: &str) -> bool {
        self.skip();
        let after = self.rest.strip_prefix(sign);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    /// Everything that binds at least as closely as the signs of `level`.
    fn level(&mut self, level: usize) -> Result<Outcome, String> {
        let Some(signs) = LEVELS.get(level) else {
            return self.one();
        };
        let mut left = self.level(level + 1)?;
        while let Some(sign) = signs.iter().copied().find(|sign| self.take(sign)) {
            let right = self.level(level + 1)?;
            left = joined(left, sign, right)?;
        }
        Ok(left)
    }

    fn one(&mut self) -> Result<Outcome, String> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err("the formula has too many brackets in brackets".to_owned());
        }
        let outcome = self.inner();
        self.depth -= 1;
        outcome
    }

    fn inner(&mut self) -> Result<Outcome, String> {
        if self.take("-") {
            return match self.one()? {
                Outcome::Number(number) => Ok(Outcome::Number(-number)),
                Outcome::Truth(_) => Err("a minus stands before no number".to_owned()),
            };
        }
        if self.take("(") {
            let outcome = self.level(0)?;
            return self.closed(outcome);
        }
        self.skip();
        let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        if let Ok(number) = word.parse::<f64>() {
            return Ok(Outcome::Number(number));
        }
        if let Some(name) = word.strip_prefix("math.") {
            return self.call(name);
        }
        (self.value)(word)
            .map(Outcome::Number)
            .ok_or_else(|| format!("there is no measure {word:?}"))
    }

    fn closed(&mut self, outcome: Outcome) -> Result<Outcome, String> {
        if self.take(")") {
            Ok(outcome)
        } else {
            Err("a closing bracket is missing in the formula".to_owned())
        }
    }

    /// What a function of `math` makes of one or two numbers.
    fn call(&mut self, name: &str) -> Result<Outcome, String> {
        if !self.take("(") {
            return Err(format!("math.{name} wants a number in brackets"));
        }
        let first = number(self.level(0)?)?;
        let second = if self.take(",") {
            Some(number(self.level(0)?)?)
        } else {
            None
        };
        let result = match (name, second) {
            ("sqrt", None) => first.sqrt(),
            ("cbrt", None) => first.cbrt(),
            ("abs", None) => first.abs(),
            ("ceil", None) => first.ceil(),
            ("floor", None) => first.floor(),
            ("round", None) => first.round(),
            ("trunc", None) => first.trunc(),
            ("exp", None) => first.exp(),
            ("log", None) => first.ln(),
            ("log2", None) => first.log2(),
            ("log10", None) => first.log10(),
            ("pow", Some(second)) => first.powf(second),
            ("max", Some(second)) => first.max(second),
            ("min", Some(second)) => first.min(second),
            ("mod", Some(second)) => first % second,
            _ => return Err(format!("there is no math.{name} of that many numbers")),
        };
        self.closed(Outcome::Number(result))
    }
}

fn number(outcome: Outcome) -> Result<f64, String> {
    match outcome {
        Outcome::Number(number) => Ok(number),
        Outcome::Truth(_) => Err("a number is wanted in the formula".to_owned()),
    }
}

fn joined(left: Outcome, sign: &str, right: Outcome) -> Result<Outcome, String> {
    if let (Outcome::Truth(left), Outcome::Truth(right)) = (left, right) {
        return match sign {
            "||" => Ok(Outcome::Truth(left || right)),
            "&&" => Ok(Outcome::Truth(left && right)),
            _ => Err(format!("{sign:?} stands between no numbers")),
        };
    }
    let (left, right) = (number(left)?, number(right)?);
    Ok(match sign {
        "+" => Outcome::Number(left + right),
        "-" => Outcome::Number(left - right),
        "*" => Outcome::Number(left * right),
        "/" => Outcome::Number(left / right),
        "%" => Outcome::Number(left % right),
        "<" => Outcome::Truth(left < right),
        ">" => Outcome::Truth(left > right),
        "<=" => Outcome::Truth(left <= right),
        ">=" => Outcome::Truth(left >= right),
        "==" => Outcome::Truth((left - right).abs() < 1e-6),
        "!=" => Outcome::Truth((left - right).abs() >= 1e-6),
        _ => return Err(format!("{sign:?} stands between numbers")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(formula: &str, expect: Outcome) {
        let value = |name: &str| (name == "words").then_some(12.0);
        assert_eq!(worked_out(formula, &value), Ok(expect), "{formula}");
    }

    #[test]
    fn signs_bind_as_in_arithmetic() {
        check("1 + 2 * 3 - 4 / 2", Outcome::Number(5.0));
        check("-(2 - 5) * words", Outcome::Number(36.0));
        check(
            "math.sqrt(words + 4) > 3.9 && words != 1",
            Outcome::Truth(true),
        );
        check("-3.4 > 8", Outcome::Truth(false));
        check("math.pow(2, 3) == 8", Outcome::Truth(true));
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let told = |formula: &str| worked_out(formula, &|_| None).unwrap_err();
        assert!(told("word").contains("\"word\""));
        assert!(told("(1").contains("bracket"));
        assert!(told("1 2").contains("\"2\""));
        assert!(told(&"(".repeat(10_000)).contains("too many"));
        assert!(told("1 > 0 > 2").contains("number"));
    }
}
