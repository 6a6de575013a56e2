//! How do rows become aligned columns? No borders, two spaces between, as kubectl prints them.

/// Rows under headers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table.
    pub fn new<T: Into<String>>(headers: impl IntoIterator<Item = T>) -> Self {
        Self { headers: headers.into_iter().map(Into::into).collect(), rows: Vec::new() }
    }

    /// Adds a row; empty cells are shown as `-`.
    pub fn row<T: Into<String>>(&mut self, cells: impl IntoIterator<Item = T>) -> &mut Self {
        let cells = cells.into_iter().map(Into::into);
        self.rows
            .push(cells.map(|cell: String| if cell.is_empty() { "-".to_owned() } else { cell }).collect());
        self
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Widths that fit headers and rows.
    #[must_use]
    pub fn widths(&self, with_headers: bool) -> Vec<usize> {
        let headers = with_headers.then_some(&self.headers);
        let columns = self.rows.iter().chain(headers).map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            let cells = self.rows.iter().chain(headers).filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        (0..columns).map(width).collect()
    }

    /// The text, one line each, without spaces at the end.
    #[must_use]
    pub fn render(&self, with_headers: bool) -> String {
        self.render_to(&self.widths(with_headers), with_headers)
    }

    /// The text in columns of these widths at least.
    #[must_use]
    pub fn render_to(&self, widths: &[usize], with_headers: bool) -> String {
        let headers = with_headers.then_some(&self.headers);
        headers.into_iter().chain(&self.rows).map(|row| line(row, widths)).collect()
    }
}

fn line(cells: &[String], widths: &[usize]) -> String {
    let mut text = String::new();
    for (index, cell) in cells.iter().enumerate() {
        text.push_str(cell);
        if index + 1 < cells.len() {
            let width = widths.get(index).copied().unwrap_or(0);
            let gap = width.saturating_sub(cell.chars().count()) + 2;
            text.extend(std::iter::repeat_n(' ', gap));
        }
    }
    let mut text = text.trim_end().to_owned();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Table {
        let mut table = Table::new(["NAME", "PREFIX"]);
        table.row(["a", "10.0.0.0/8"]).row(["longer-name", ""]);
        table
    }

    #[test]
    fn columns_are_as_wide_as_their_longest_cell() {
        assert_eq!(sample().render(true), "NAME         PREFIX\na            10.0.0.0/8\nlonger-name  -\n");
    }

    #[test]
    fn without_headers_they_do_not_widen_columns() {
        let mut table = Table::new(["A LONG HEADER", "B"]);
        table.row(["x", "y"]);
        assert_eq!(table.render(false), "x  y\n");
    }
}
