/** A half-open range of a text, in UTF-16 code units from its start. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether a cursor at `offset` touches the span; both ends count, as in LSP hovers. */
export const touches = (s: Span, offset: number): boolean => s.start <= offset && offset <= s.end;

export const overlaps = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
