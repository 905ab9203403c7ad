//! JSON as a tree that keeps the order of keys, and those that stand twice.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::trees::{Kind, Node, Value};

pub(super) fn parse(content: &str) -> Result<Node<'_>, serde_json::Error> {
    serde_json::from_str(content)
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor).map(|value| Self { line: 0, value })
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of entries, or categories with their words")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Value::Scalar(Cow::Borrowed(text), Kind::Quoted))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Value::Scalar(Cow::Owned(text.to_owned()), Kind::Quoted))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Value::Scalar(Cow::Owned(number.to_string()), Kind::Number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Value::Scalar(Cow::Owned(number.to_string()), Kind::Number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Value::Scalar(Cow::Owned(number.to_string()), Kind::Number))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Value::Scalar(Cow::Borrowed(if value { "true" } else { "false" }), Kind::Literal))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Value::Scalar(Cow::Borrowed("null"), Kind::Literal))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut map = Vec::new();
        while let Some((Key(key), value)) = entries.next_entry()? {
            map.push((key, value));
        }
        Ok(Value::Map(map))
    }
}

/// A key, borrowed where it has no escapes.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Node::deserialize(deserializer)?.value {
            Value::Scalar(text, _) => Ok(Self(text)),
            Value::List(_) | Value::Map(_) => Err(serde::de::Error::custom("a list as a key")),
        }
    }
}
