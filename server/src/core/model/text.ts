/**
 * A text, of which a part can be had without making the whole: of an open document each keystroke makes a new one.
 * A string is one. Offsets are UTF-16 units.
 */
export type Text = Pick<string, 'length' | 'slice' | 'toString'>;
