import VoimoBase

/// A terminal's screen, as far as voimo writes to one: characters, line feeds, the cursor up,
/// clearing, colors (which change nothing here) and breaking of long lines on and off.
struct Screen {
  /// A row of the screen, or one that has left it at the top.
  struct Row: Equatable {
    /// One element a column; the second column of a wide character is empty.
    var cells: [String] = []
    /// Whether the terminal went on in the next row because this one was full.
    var goesOn = false

    var text: String {
      var text = cells.joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private(set) var columns: Int
  private(set) var rows: Int
  /// Rows that have left the screen at the top, oldest first.
  private(set) var history: [Row] = []
  private(set) var grid: [Row]
  private(set) var row = 0
  private(set) var column = 0
  /// Whether a line that is too long goes on in the next row.
  private(set) var breaksLines = true
  /// What this screen was not made for; voimo should not write it.
  private(set) var unknown: [String] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    grid = Array(repeating: Row(), count: rows)
  }

  /// What is on the screen, without empty rows at the end.
  var lines: [String] {
    var lines = grid.map(\.text)
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// All that was ever left standing: what has scrolled away, and the screen.
  var all: [String] { history.map(\.text) + lines }

  mutating func feed(_ text: String) {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first {
      if first == "\u{1B}" {
        let end = scalars.dropFirst(2).firstIndex { $0.properties.isAlphabetic } ?? scalars.endIndex
        guard end < scalars.endIndex else { return }
        escape(String(scalars[...end].dropFirst()))
        scalars = scalars[scalars.index(after: end)...]
      } else if first == "\r" {
        column = 0
        scalars.removeFirst()
      } else if first == "\n" {
        grid[row].goesOn = false
        down()
        scalars.removeFirst()
      } else {
        let character = String(Substring(scalars).prefix(1))
        put(character)
        scalars.removeFirst(character.unicodeScalars.count)
      }
    }
  }

  private mutating func escape(_ sequence: String) {
    let last = sequence.last ?? " "
    let number = Int(sequence.dropFirst().dropLast())
    switch last {
    case "A": row = max(0, row - (number ?? 1))
    case "J" where number ?? 0 == 0:
      erase(from: column)
      for row in grid.indices.dropFirst(row + 1) { grid[row] = Row() }
    case "K" where number ?? 0 == 0: erase(from: column)
    case "m": break
    default:
      switch sequence {
      case "[?7l": breaksLines = false
      case "[?7h": breaksLines = true
      default: unknown.append(sequence)
      }
    }
  }

  private mutating func erase(from column: Int) {
    grid[row].cells = Array(grid[row].cells.prefix(column))
    grid[row].goesOn = false
  }

  private mutating func put(_ character: String) {
    let width = TextWidth.columns(character)
    if column + width > columns {
      if breaksLines {
        grid[row].goesOn = true
        down()
        column = 0
      } else {
        column = max(0, columns - width)
      }
    }
    while grid[row].cells.count < column + width { grid[row].cells.append(" ") }
    grid[row].cells[column] = character
    if width == 2 { grid[row].cells[column + 1] = "" }
    column += width
  }

  private mutating func down() {
    if row + 1 < rows {
      row += 1
    } else {
      history.append(grid.removeFirst())
      grid.append(Row())
    }
  }

  /// Gives the window another size.
  ///
  /// - Parameters:
  ///   - columns: Of the new window.
  ///   - rows: Of the new window.
  ///   - breaksAnew: Whether lines that no longer fit are broken anew and the cursor stays in its
  ///     place of the line, as most terminals do it; else they are cut.
  mutating func resize(columns: Int, rows: Int, breaksAnew: Bool) {
    var old = history + grid
    let cursorRow = history.count + row
    var new: [Row] = []
    var cursor = (row: cursorRow, column: min(column, columns - 1))
    if breaksAnew {
      var index = 0
      while index < old.count {
        var cells: [String] = []
        let start = index
        var place: Int?
        repeat {
          if index == cursorRow { place = cells.count + column }
          cells += old[index].cells
          index += 1
        } while index < old.count && old[index - 1].goesOn
        _ = start
        let first = new.count
        var pieces = stride(from: 0, to: max(1, cells.count), by: columns).map {
          Row(cells: Array(cells.dropFirst($0).prefix(columns)), goesOn: true)
        }
        pieces[pieces.count - 1].goesOn = false
        new += pieces
        if let place {
          cursor = (first + min(place / columns, pieces.count - 1), place % columns)
        }
      }
    } else {
      old = old.map { Row(cells: Array($0.cells.prefix(columns)), goesOn: false) }
      new = old
    }
    // As xterm, VTE and tmux do it: rows below the cursor's line go first, whatever is on them;
    // what is then too much leaves at the top.
    while new.count > rows, new.count - 1 > cursor.row { new.removeLast() }
    let gone = max(0, new.count - rows)
    history = Array(new.prefix(gone))
    grid = Array(new.dropFirst(gone))
    while grid.count < rows { grid.append(Row()) }
    (self.columns, self.rows) = (columns, rows)
    row = max(0, min(rows - 1, cursor.row - gone))
    column = cursor.row < gone ? 0 : cursor.column
  }
}
