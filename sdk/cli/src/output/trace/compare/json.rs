//! How is a comparison written as JSON?

use serde_json::{Value, json};

use super::{Cell, Row, Rows, Side};
use crate::exit::Failure;
use crate::output::json;

/// Both results in the protobuf JSON mapping, and the decisions that differ.
///
/// # Errors
/// A result cannot be written.
pub fn value(sides: &[Side<'_>; 2], rows: &Rows) -> Result<Value, Failure> {
    let [one, other] = sides;
    let side = |side: &Side<'_>| -> Result<Value, Failure> {
        let result = json::value("FlowResult", side.result)?;
        Ok(json!({ "label": side.label, "flow": side.question.ends(), "result": result }))
    };
    let changes = |direction: &'static str, rows: &[Row]| -> Vec<Value> {
        let cell = |cell: &Option<Cell>| match cell {
            Some(cell) => json!({ "place": cell.place, "text": cell.text() }),
            None => Value::Null,
        };
        let differing = rows.iter().filter(|row| row.differs());
        let change =
            |row: &Row| json!({ "direction": direction, "one": cell(&row.one), "other": cell(&row.other) });
        differing.map(change).collect()
    };
    let mut all = changes("FLOW_DIRECTION_FORWARD", &rows.forward);
    all.extend(changes("FLOW_DIRECTION_REPLY", &rows.back));
    Ok(json!({ "one": side(one)?, "other": side(other)?, "changes": all }))
}
