//! `--format parquet`: what a log tells as three tables, for engines that read the logs of many servers together.

use maillens::Log;
use maillens::export::{Attempt, Trace, TraceType};
use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

/// So many rows are written at once.
const ROWS: usize = 1 << 16;

/// What a row is made of.
struct Of<'a> {
    host: Option<&'a str>,
    source: Option<&'a str>,
    trace: &'a Trace,
    attempt: Option<&'a Attempt>,
}

/// How a column gets its value, by its type; `None` where it is unknown.
#[derive(Clone, Copy)]
enum Get {
    Text(fn(&Of) -> Option<String>),
    Number(fn(&Of) -> Option<i64>),
    /// Microseconds since 1970, in UTC.
    Time(fn(&Of) -> Option<i64>),
}

type Column = (&'static str, Get);

/// RFC 3339, as the export has it.
fn time(value: Option<&str>) -> Option<i64> {
    Some(value?.parse::<jiff::Timestamp>().ok()?.as_microsecond())
}

fn domain(address: Option<&str>) -> Option<String> {
    Some(address?.rsplit_once('@')?.1.to_owned())
}

/// Where a row comes from; these stand first in every table.
const FROM: [Column; 3] = [
    ("host", Get::Text(|of| of.host.map(str::to_owned))),
    ("source", Get::Text(|of| of.source.map(str::to_owned))),
    ("trace", Get::Number(|of| Some(of.trace.trace.into()))),
];

/// What is known of a trace; of an attempt as well.
const TRACE: [Column; 7] = [
    ("type", Get::Text(|of| Some(of.trace.kind.name().to_owned()))),
    ("format", Get::Text(|of| Some(of.trace.format.clone()))),
    ("id", Get::Text(|of| of.trace.id.clone())),
    ("message_id", Get::Text(|of| of.trace.message_id.clone())),
    ("sender", Get::Text(|of| of.trace.sender.clone())),
    ("sender_domain", Get::Text(|of| domain(of.trace.sender.as_deref()))),
    ("client", Get::Text(|of| of.trace.client.clone())),
];

/// How a trace is explained, and where it stands.
const EXPLAINED: [Column; 7] = [
    ("started", Get::Time(|of| time(of.trace.started.as_deref()))),
    ("ended", Get::Time(|of| time(of.trace.ended.as_deref()))),
    ("party", Get::Text(|of| Some(of.trace.explanation.party.name().to_owned()))),
    ("lasts", Get::Text(|of| of.trace.explanation.lasts.map(|lasts| lasts.name().to_owned()))),
    ("headline", Get::Text(|of| Some(of.trace.explanation.headline.clone()))),
    ("first_line", Get::Number(|of| Some(of.trace.first_line.into()))),
    ("last_line", Get::Number(|of| Some(of.trace.last_line.into()))),
];

const ATTEMPT: [Column; 12] = [
    ("delivery", Get::Text(|of| of.attempt?.delivery.clone())),
    ("recipient", Get::Text(|of| of.attempt?.recipient.clone())),
    ("domain", Get::Text(|of| domain(of.attempt?.recipient.as_deref()))),
    ("channel", Get::Text(|of| of.attempt?.channel.clone())),
    ("started", Get::Time(|of| of.attempt?.at?.checked_mul(1_000_000))),
    ("outcome", Get::Text(|of| Some(of.attempt?.outcome.name().to_owned()))),
    ("reason", Get::Text(|of| Some(of.attempt?.reason?.name().to_owned()))),
    ("code", Get::Text(|of| of.attempt?.code.clone())),
    ("status", Get::Text(|of| of.attempt?.status.clone())),
    ("remote", Get::Text(|of| of.attempt?.remote.clone())),
    ("text", Get::Text(|of| of.attempt?.text.clone())),
    ("start_line", Get::Number(|of| Some(of.attempt?.start_line.into()))),
];

const OUTCOME: [Column; 5] = [
    ("outcome", Get::Text(|of| Some(of.trace.outcome.name().to_owned()))),
    ("user", Get::Text(|of| of.trace.user.clone())),
    ("login", Get::Text(|of| of.trace.login.map(|login| login.name().to_owned()))),
    ("bytes", Get::Number(|of| of.trace.bytes?.try_into().ok())),
    ("attempts", Get::Number(|of| of.trace.attempts.len().try_into().ok())),
];

const EVENT: [Column; 2] = [
    ("format", Get::Text(|of| Some(of.trace.format.clone()))),
    ("count", Get::Number(|of| of.trace.count.map(Into::into))),
];

/// A table: its name and its columns.
type Table = (&'static str, &'static [&'static [Column]]);

/// Every table. Columns may be added; a name keeps its meaning.
const TABLES: [Table; 3] = [
    ("attempts", &[&FROM, &TRACE, &ATTEMPT]),
    ("traces", &[&FROM, &TRACE, &OUTCOME, &EXPLAINED]),
    ("events", &[&FROM, &EVENT, &EXPLAINED]),
];

/// The rows of these traces, each with the place of its table.
fn rows(
    log: &Log,
    host: Option<&str>,
    traces: &[u32],
    row: &mut dyn FnMut(usize, &Of) -> Result<(), String>,
) -> Result<(), String> {
    for trace in traces.iter().filter_map(|&trace| log.trace(trace)) {
        let written = log.parse(trace.first_line.saturating_sub(1)).origin.host.to_vec();
        let written = Some(String::from_utf8_lossy(&written).into_owned()).filter(|host| !host.is_empty());
        let source = log.sources().iter().rfind(|source| source.first <= trace.first_line);
        let mut of = Of {
            host: host.or(written.as_deref()),
            source: source.map(|source| source.name.as_str()),
            trace: &trace,
            attempt: None,
        };
        row(if trace.kind == TraceType::Event { 2 } else { 1 }, &of)?;
        for attempt in &trace.attempts {
            of.attempt = Some(attempt);
            row(0, &of)?;
        }
    }
    Ok(())
}

/// All text of these tables, to be searched before it is written.
pub fn plain(log: &Log, host: Option<&str>, traces: &[u32]) -> Result<String, String> {
    let mut all = String::new();
    rows(log, host, traces, &mut |table, of| {
        for (_, get) in TABLES[table].1.iter().copied().flatten() {
            if let Get::Text(get) = get
                && let Some(text) = get(of)
            {
                all.push_str(&text);
                all.push('\n');
            }
        }
        Ok(())
    })?;
    Ok(all)
}

/// Writes the tables into a folder.
pub fn write(log: &Log, host: Option<&str>, traces: &[u32], folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut writers = TABLES.map(|table| Writer::new(table, folder));
    rows(log, host, traces, &mut |table, of| match &mut writers[table] {
        Ok(writer) => writer.row(of),
        Err(why) => Err(why.clone()),
    })?;
    writers.into_iter().try_for_each(|writer| writer?.finish())
}

/// The values of a column that wait.
enum Values {
    Texts(Vec<Option<ByteArray>>),
    Numbers(Vec<Option<i64>>),
}

struct Writer {
    columns: Vec<(Get, Values)>,
    /// How many rows wait.
    waiting: usize,
    file: SerializedFileWriter<File>,
    path: String,
}

impl Writer {
    fn new((name, columns): Table, folder: &Path) -> Result<Writer, String> {
        let path = folder.join(format!("{name}.parquet")).display().to_string();
        let columns = || columns.iter().copied().flatten();
        let fields = columns().map(|(name, get)| match get {
            Get::Text(_) => format!("optional binary {name} (STRING); "),
            Get::Number(_) => format!("optional int64 {name}; "),
            Get::Time(_) => format!("optional int64 {name} (TIMESTAMP(MICROS,true)); "),
        });
        let schema = format!("message {name} {{ {}}}", fields.collect::<String>());
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let file = File::create(&path).map_err(|error| format!("{path}: {error}"))?;
        let file = parse_message_type(&schema)
            .and_then(|schema| SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties)))
            .map_err(|error| format!("{path}: {error}"))?;
        let empty = |get: &Get| match get {
            Get::Text(_) => Values::Texts(Vec::new()),
            Get::Number(_) | Get::Time(_) => Values::Numbers(Vec::new()),
        };
        Ok(Writer { columns: columns().map(|(_, get)| (*get, empty(get))).collect(), waiting: 0, file, path })
    }

    fn row(&mut self, of: &Of) -> Result<(), String> {
        for column in &mut self.columns {
            match column {
                (Get::Text(get), Values::Texts(texts)) => {
                    texts.push(get(of).map(|text| text.as_str().into()));
                }
                (Get::Number(get) | Get::Time(get), Values::Numbers(numbers)) => numbers.push(get(of)),
                _ => unreachable!("a column has values of its type"),
            }
        }
        self.waiting += 1;
        if self.waiting < ROWS { Ok(()) } else { self.group() }
    }

    /// Writes the rows that wait.
    fn group(&mut self) -> Result<(), String> {
        self.waiting = 0;
        self.try_group().map_err(|error| format!("{}: {error}", self.path))
    }

    fn try_group(&mut self) -> Result<(), ParquetError> {
        let mut group = self.file.next_row_group()?;
        for (_, values) in &mut self.columns {
            let Some(mut column) = group.next_column()? else { break };
            match values {
                Values::Texts(texts) => {
                    let (levels, texts) = leveled(texts);
                    column.typed::<ByteArrayType>().write_batch(&texts, Some(&levels), None)?;
                }
                Values::Numbers(numbers) => {
                    let (levels, numbers) = leveled(numbers);
                    column.typed::<Int64Type>().write_batch(&numbers, Some(&levels), None)?;
                }
            }
            column.close()?;
        }
        group.close().map(drop)
    }

    fn finish(mut self) -> Result<(), String> {
        if self.waiting > 0 {
            self.group()?;
        }
        self.file.close().map(drop).map_err(|error| format!("{}: {error}", self.path))
    }
}

/// Which values there are, and they alone.
fn leveled<T>(values: &mut Vec<Option<T>>) -> (Vec<i16>, Vec<T>) {
    let values = std::mem::take(values);
    (values.iter().map(|value| value.is_some().into()).collect(), values.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::{Of, ROWS, TABLES, Writer};
    use maillens::{Log, Settings};
    use parquet::file::reader::{FileReader, SerializedFileReader};

    #[test]
    fn many_rows_are_several_groups_and_none_is_lost() {
        let log = Log::read(b"new msg 1\nend msg 1\n", Settings::at(0));
        let trace = log.trace(0).unwrap();
        let folder = std::env::temp_dir().join(format!("maillens-parquet-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for rows in [0, ROWS, ROWS + 1] {
            let mut writer = Writer::new(TABLES[1], &folder).unwrap();
            for _ in 0..rows {
                writer.row(&Of { host: Some("mx1"), source: None, trace: &trace, attempt: None }).unwrap();
            }
            writer.finish().unwrap();
            let file = std::fs::File::open(folder.join("traces.parquet")).unwrap();
            let reader = SerializedFileReader::new(file).unwrap();
            let written = reader.metadata().file_metadata().num_rows();
            assert_eq!(
                (written, reader.num_row_groups()),
                (i64::try_from(rows).unwrap(), rows.div_ceil(ROWS))
            );
        }
        std::fs::remove_dir_all(folder).unwrap();
    }
}
