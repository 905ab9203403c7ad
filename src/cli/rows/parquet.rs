//! Parquet: only the columns that are wanted are read, and those that are passed through keep their types.

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{DataType, Schema};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use super::{BLOCK_ROWS, Block, Reader};
use crate::cli::input::Source;
use crate::error::Error;

pub(super) fn read(reader: &mut Reader<'_>, source: &Source) -> Result<(), Error> {
    let name = source.name();
    let failed = |error: &dyn std::fmt::Display| Error::input(&name, format!("cannot be read as Parquet: {error}"));
    let opened =
        source.file().and_then(|file| ParquetRecordBatchReaderBuilder::try_new(file).map_err(|error| failed(&error)));
    let builder = match opened {
        Ok(builder) => builder,
        Err(error) => return reader.rejects.add_input(error),
    };
    let schema = builder.schema().clone();
    let text = column(&schema, &reader.fields.text, "--text", &name)?;
    let title = reader.fields.title.as_ref().map(|title| column(&schema, title, "--title", &name)).transpose()?;
    let ids = match &reader.fields.ids {
        Some(ids) => ids.iter().map(|id| column(&schema, id, "--id", &name)).collect::<Result<Vec<_>, _>>()?,
        None => schema.index_of("id").into_iter().collect(),
    };
    if let Some(&id) = ids.iter().find(|&&id| schema.field(id).data_type().is_nested()) {
        let field = schema.field(id);
        let reason = format!("column {:?} is nested ({}); --id passes plain values", field.name(), field.data_type());
        return Err(Error::input(name, reason));
    }
    let wanted = [text].into_iter().chain(title).chain(ids.iter().copied());
    let mask = ProjectionMask::roots(builder.parquet_schema(), wanted);
    let total = u64::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or(0).max(1);
    let batches = builder.with_projection(mask).with_batch_size(BLOCK_ROWS).build().map_err(|error| failed(&error))?;
    let empty = RecordBatch::new_empty(batches.schema());
    let place = |index: usize| schema.field(index).name().as_str();
    let block = |batch: &RecordBatch| -> Result<Block, Error> {
        let array = |index: usize| {
            let array = batch.column_by_name(place(index));
            array.cloned().ok_or_else(|| failed(&format!("column {:?} is missing", place(index))))
        };
        let ids = ids.iter().map(|&id| Ok((place(id).to_owned(), array(id)?)));
        Ok(Block {
            texts: array(text)?,
            titles: title.map(array).transpose()?,
            ids: ids.collect::<Result<_, Error>>()?,
        })
    };
    let mut row = 0_u64;
    for batch in batches {
        let batch = match batch {
            Ok(batch) => batch,
            Err(error) => {
                let error = Error::input(format!("{name}, after row {row}"), format!("cannot be read: {error}"));
                return reader.rejects.add_input(error);
            }
        };
        let before = source.bytes * row / total;
        row += batch.num_rows() as u64;
        reader.hand_on(block(&batch)?)?;
        reader.bar.inc((source.bytes * row / total).saturating_sub(before));
    }
    if row == 0 {
        reader.hand_on(block(&empty)?)?;
    }
    Ok(())
}

/// The number of a column. The text and the title have to be strings.
fn column(schema: &Schema, field: &str, option: &str, name: &str) -> Result<usize, Error> {
    let Ok(index) = schema.index_of(field) else {
        let known: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
        let known = known.join(", ");
        return Err(Error::input(name, format!("no column {field:?} (the columns are: {known}); see {option}")));
    };
    let found = schema.field(index).data_type();
    let is_text = match found {
        DataType::Dictionary(_, values) => values.is_string() || **values == DataType::Utf8View,
        other => other.is_string() || *other == DataType::Null,
    };
    if option != "--id" && !is_text {
        return Err(Error::input(name, format!("column {field:?} holds {found}, where strings belong; see {option}")));
    }
    Ok(index)
}
