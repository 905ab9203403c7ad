//! Tables of groups: what the articles of one outlet, year or author score together.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Arc;

use anstyle::Style;
use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use arrow_schema::{ArrowError, DataType};

use super::output::STDOUT;
use super::rows::Block;
use super::terminal::{padded, width};
use crate::error::Error;
use crate::plain;

/// Adds up scored articles, in the order of the input: the same numbers whatever the threads. Memory grows with the number
/// of groups, not of articles.
#[derive(Default)]
pub(super) struct Groups {
    by_key: BTreeMap<Vec<Option<String>>, Group>,
    /// Names and types of the columns that say the group, and of the scores.
    keys: Vec<(String, DataType)>,
    scores: Vec<(String, DataType)>,
}

/// The articles of a group.
#[derive(Default)]
struct Group {
    texts: i64,
    sums: Vec<Sum>,
}

/// The values of a column.
#[derive(Clone, Copy, Default)]
struct Sum {
    count: u64,
    whole: Option<i64>,
    /// Mean and squared deviations from it (Welford 1962): no digits are lost as in a sum of squares.
    mean: f64,
    squares: f64,
}

impl Sum {
    fn add_whole(&mut self, value: i64) {
        self.whole = Some(self.whole.unwrap_or(0).saturating_add(value));
    }

    fn add(&mut self, value: f64) {
        self.count += 1;
        let before = value - self.mean;
        self.mean += before / self.count as f64;
        self.squares += before * (value - self.mean);
    }

    fn mean(&self) -> Option<f64> {
        (self.count > 0).then_some(self.mean)
    }

    /// The standard deviation of a sample.
    fn deviation(&self) -> Option<f64> {
        (self.count > 1).then(|| (self.squares / (self.count - 1) as f64).sqrt())
    }
}

impl Groups {
    /// Adds articles with their scores; a null text is none.
    pub(super) fn add(&mut self, block: &Block, scores: &RecordBatch) -> Result<(), Error> {
        if self.scores.is_empty() {
            self.keys = block.ids.iter().map(|(name, ids)| (name.clone(), ids.data_type().clone())).collect();
            let fields = scores.schema_ref().fields().iter();
            self.scores = fields.map(|field| (field.name().clone(), field.data_type().clone())).collect();
        }
        let options = FormatOptions::default();
        let keys = block.ids.iter().map(|(_, ids)| Ok((ids, ArrayFormatter::try_new(ids, &options)?)));
        let keys = keys.collect::<Result<Vec<_>, _>>().map_err(|error| wrong(&error))?;
        let nulls = block.texts.logical_nulls();
        for row in (0..scores.num_rows()).filter(|&row| nulls.as_ref().is_none_or(|nulls| nulls.is_valid(row))) {
            let key = |(ids, text): &(&ArrayRef, ArrayFormatter<'_>)| {
                ids.is_valid(row).then(|| text.value(row).try_to_string()).transpose()
            };
            let key = keys.iter().map(key).collect::<Result<Vec<_>, _>>().map_err(|error| wrong(&error))?;
            let group = self.by_key.entry(key).or_default();
            group.sums.resize(scores.num_columns(), Sum::default());
            group.texts += 1;
            for (sum, scores) in group.sums.iter_mut().zip(scores.columns()).filter(|(_, scores)| scores.is_valid(row))
            {
                if let Some(counts) = scores.as_primitive_opt::<Int64Type>() {
                    sum.add_whole(counts.value(row));
                } else if let Some(numbers) = scores.as_primitive_opt::<Float64Type>() {
                    sum.add(numbers.value(row));
                }
            }
        }
        Ok(())
    }

    /// A row for each group, in the order of their names: how many texts, the sums of counts, mean and standard deviation
    /// (`_mean`, `_sd`) of numbers.
    pub(super) fn table(&self) -> Result<RecordBatch, Error> {
        let mut columns: Vec<(String, ArrayRef)> = Vec::new();
        for (at, (name, kind)) in self.keys.iter().enumerate() {
            let texts = || self.by_key.keys().map(|key| key[at].as_deref());
            let column: ArrayRef = if *kind == DataType::Int64 {
                Arc::new(texts().map(|text| text?.parse().ok()).collect::<Int64Array>())
            } else {
                Arc::new(texts().collect::<StringArray>())
            };
            columns.push((name.clone(), column));
        }
        let groups = || self.by_key.values();
        columns.push(("texts".to_owned(), Arc::new(groups().map(|group| group.texts).collect::<Int64Array>())));
        for (at, (name, kind)) in self.scores.iter().enumerate() {
            if *kind == DataType::Int64 {
                let sums = groups().map(|group| group.sums[at].whole).collect::<Int64Array>();
                columns.push((name.clone(), Arc::new(sums)));
            } else {
                let numbers = |number: fn(&Sum) -> Option<f64>| -> ArrayRef {
                    Arc::new(groups().map(|group| number(&group.sums[at])).collect::<Float64Array>())
                };
                columns.push((format!("{name}_mean"), numbers(Sum::mean)));
                columns.push((format!("{name}_sd"), numbers(Sum::deviation)));
            }
        }
        RecordBatch::try_from_iter(columns).map_err(|error| wrong(&error))
    }

    /// Writes texts, sums and means for reading: as many columns as there is room for.
    pub(super) fn show(&self) -> Result<(), Error> {
        const LEAST: usize = 11;
        let mut heads = vec!["texts".to_owned()];
        heads.extend(self.scores.iter().map(|(name, _)| name.clone()));
        let names: Vec<String> = self.by_key.keys().map(|key| named(key)).collect();
        let title = self.keys.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
        let longest = names.iter().chain([&title]).map(|name| name.chars().count()).max().unwrap_or(0);
        let name_width = longest.clamp(8, width() / 3);
        let widths: Vec<usize> = heads.iter().map(|head| head.chars().count().max(LEAST) + 2).collect();
        let mut room = width() - name_width;
        let shown = widths.iter().take_while(|&&wide| room.checked_sub(wide).map(|left| room = left).is_some()).count();

        let bold = Style::new().bold();
        let line = |cells: &mut dyn Iterator<Item = &String>| {
            let cells = cells.zip(&widths).take(shown);
            cells.fold(String::new(), |line, (cell, &wide)| line + &format!("{cell:>wide$}"))
        };
        let head = line(&mut heads.iter());
        let mut lines = vec![format!("{bold}{}{head}{bold:#}\n", padded(&title, name_width))];
        for (name, group) in names.iter().zip(self.by_key.values()) {
            let sums = group.sums.iter().zip(&self.scores).map(|(sum, (_, kind))| match kind {
                DataType::Int64 => sum.whole.map_or("–".to_owned(), |whole| plain::count(whole.unsigned_abs())),
                _ => plain::number(sum.mean(), 2),
            });
            let cells: Vec<String> = [plain::count(group.texts.unsigned_abs())].into_iter().chain(sums).collect();
            let cells = line(&mut cells.iter());
            lines.push(format!("{}{cells}\n", padded(name, name_width)));
        }
        if shown < heads.len() {
            let left = plain::counted((heads.len() - shown) as u64, "column");
            lines.push(format!("{left} more: name some with --columns, or write all with -o\n"));
        }
        anstream::stdout().write_all(lines.concat().as_bytes()).map_err(|error| Error::io(STDOUT, error))
    }
}

/// A group for the eye.
fn named(key: &[Option<String>]) -> String {
    key.iter().map(|part| part.as_deref().unwrap_or("–")).collect::<Vec<_>>().join(", ")
}

fn wrong(error: &ArrowError) -> Error {
    Error::input("--group-by", error.to_string())
}
