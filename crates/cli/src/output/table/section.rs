//! A box: a title, headings, rows, and how wide its columns are.

use super::width::columns_of;

/// Spaces and border of a cell.
const PADDING: usize = 4;
/// The border on both sides.
const BORDER: usize = 2;

/// A box.
pub(super) struct Section {
    /// None of a box that goes on under the same title.
    pub(super) title: Option<String>,
    pub(super) headings: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
    pub(super) indent: usize,
    /// Cells of a row, known from the first one on.
    cells: Option<usize>,
    widths: Vec<usize>,
}

impl Section {
    pub(super) fn new(title: Option<&str>, indent: usize) -> Self {
        Self {
            title: title.map(str::to_owned),
            headings: Vec::new(),
            rows: Vec::new(),
            indent,
            cells: None,
            widths: Vec::new(),
        }
    }

    pub(super) fn headings(&mut self, headings: Vec<String>) -> Result<(), String> {
        self.widen(&headings)?;
        self.cells.get_or_insert(headings.len());
        self.headings = headings;
        Ok(())
    }

    pub(super) fn row(&mut self, row: Vec<String>) -> Result<(), String> {
        let (cells, given) = (*self.cells.get_or_insert(row.len()), row.len());
        if cells != given {
            return Err(format!(
                "Row should have {cells} elements, instead it has {given}"
            ));
        }
        self.widen(&row)?;
        self.rows.push(row);
        Ok(())
    }

    fn widen(&mut self, row: &[String]) -> Result<(), String> {
        if self.widths.is_empty() {
            self.widths = row.iter().map(|cell| columns_of(cell)).collect();
        }
        if row.len() > self.widths.len() {
            return Err("list index out of range".to_owned());
        }
        for (width, cell) in self.widths.iter_mut().zip(row) {
            *width = columns_of(cell).max(*width);
        }
        Ok(())
    }

    /// How wide it wants to be, its indentation on both sides included.
    pub(super) fn wanted(&self) -> usize {
        let cells: usize = self.widths.iter().map(|width| width + PADDING).sum();
        let title = columns_of(self.title.as_deref().unwrap_or("None"));
        cells.max(title) + BORDER + 2 * self.indent
    }

    /// The widths of the columns, stretched to `width` together.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // widths are small
    pub(super) fn columns(&self, width: i64) -> Vec<i64> {
        let wanted: Vec<i64> = self.widths.iter().map(|width| (width + PADDING) as i64).collect();
        if wanted.is_empty() {
            return wanted;
        }
        let scale = width as f64 / wanted.iter().sum::<i64>() as f64;
        let stretch = |wanted: &i64| (scale * *wanted as f64).round_ties_even() as i64;
        let mut columns: Vec<i64> = wanted.iter().map(stretch).collect();
        settle(&mut columns, width);
        columns
    }

    /// The row's cells behind their headings, one below another, if that is all there is.
    pub(super) fn turned(self) -> Self {
        let [row] = &self.rows[..] else {
            return self;
        };
        if self.headings.is_empty() {
            return self;
        }
        let mut turned = Self::new(self.title.as_deref(), self.indent);
        for (heading, cell) in self.headings.iter().zip(row) {
            // Rows of two cells always fit.
            let _ = turned.row(vec![heading.clone(), cell.clone()]);
        }
        turned
    }
}

/// Takes away from the left, or gives from the right, until the columns fill `width`.
fn settle(columns: &mut [i64], width: i64) {
    let count = columns.len();
    let mut over = columns.iter().sum::<i64>() - width;
    let mut turn = 0;
    while over != 0 {
        let index = if over > 0 {
            turn % count
        } else {
            count - 1 - turn % count
        };
        columns[index] -= over.signum();
        over -= over.signum();
        turn += 1;
    }
}
