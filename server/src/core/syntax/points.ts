/** Rows and columns of offsets near the one asked for last: edits come close together. */
export class Points {
  private row = 0;
  private lineStart = 0;

  constructor(private text: string) {}

  at(offset: number): { row: number; column: number } {
    while (offset < this.lineStart) {
      this.row--;
      this.lineStart = this.lineStart < 2 ? 0 : this.text.lastIndexOf('\n', this.lineStart - 2) + 1;
    }
    for (let next = this.text.indexOf('\n', this.lineStart); next >= 0 && next < offset; next = this.text.indexOf('\n', this.lineStart)) {
      this.row++;
      this.lineStart = next + 1;
    }
    return { row: this.row, column: offset - this.lineStart };
  }

  /** The text changed at `offset`, whose point was `point`; what is before it is as it was. */
  changed(text: string, offset: number, point: { row: number; column: number }): void {
    this.text = text;
    this.row = point.row;
    this.lineStart = offset - point.column;
  }
}
