//! The measures: pure functions of a [`Document`](crate::Document). None calls another; all share the counts.

pub(crate) mod counts;
pub(crate) mod dictionaries;
pub(crate) mod diversity;
pub(crate) mod frequency;
pub(crate) mod loaded;
pub(crate) mod readability;
pub(crate) mod sentiment;
pub(crate) mod sources;
