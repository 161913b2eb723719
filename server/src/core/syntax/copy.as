// Copies a syntax tree into records of four i32: AssemblyScript, built to WebAssembly by scripts/assemblyScript.mjs.
//
// It shares the memory of the parser's runtime and calls what the runtime exports, so that JavaScript crosses into WebAssembly once a
// tree. All functions of the runtime that walk keep their cursor in one buffer, where it stays between two calls of them.
//
// A record is a node, followed by those of its children; copy.ts holds the other half of this contract.
//   symbol (low 16 bits) and field, start, end (in UTF-16 units of the text), number of children

@external("env", "ts_init") declare function transferBuffer(): usize;
@external("env", "ts_tree_root_node_wasm") declare function gotoRoot(tree: usize): void;
@external("env", "ts_node_first_child_for_byte_wasm") declare function gotoFirstChildForIndex(tree: usize): void;
@external("env", "ts_tree_cursor_new_wasm") declare function newCursor(tree: usize): void;
@external("env", "ts_tree_cursor_delete_wasm") declare function deleteCursor(tree: usize): void;
@external("env", "ts_tree_cursor_goto_first_child_wasm") declare function gotoFirstChild(tree: usize): bool;
@external("env", "ts_tree_cursor_goto_next_sibling_wasm") declare function gotoNextSibling(tree: usize): bool;
@external("env", "ts_tree_cursor_goto_parent_wasm") declare function gotoParent(tree: usize): bool;
@external("env", "ts_tree_cursor_current_node_id_wasm") declare function nodeId(tree: usize): usize;
@external("env", "ts_tree_cursor_current_node_type_id_wasm") declare function symbolOf(tree: usize): u32;
@external("env", "ts_tree_cursor_current_field_id_wasm") declare function fieldOf(tree: usize): u32;
@external("env", "ts_tree_cursor_current_node_is_named_wasm") declare function isNamed(tree: usize): bool;
@external("env", "ts_tree_cursor_start_index_wasm") declare function startOf(tree: usize): u32;
@external("env", "ts_tree_cursor_end_index_wasm") declare function endOf(tree: usize): u32;
@external("env", "realloc") declare function reallocate(address: usize, bytes: usize): usize;

/** How much is copied of the node with a symbol and a span. */
@external("host", "share") declare function shareOf(symbol: u32, start: u32, end: u32): i32;
const WHOLE = 0;
const NAMED = 1;
const OUTLINE = 2;
const FIRST = 3;

const RECORD: usize = 16;
/** Of a node in the runtime's buffer: its id, its start, and what only the runtime knows; an argument stands behind it. */
const NODE: usize = 20;
/** Kept between two copies, in bytes; what a larger tree took is given back. */
const KEPT: usize = 1 << 18;

let buffer: usize = 0;
let records: usize = 0;
let capacity: usize = 0;
let length: usize = 0;
let deepest: i32 = 0;

/** Where the records begin. */
export function address(): usize {
  return records;
}

/** Records a whole tree, but nothing that lies deeper than `depth`. Gives the number of bytes. */
export function copyTree(tree: usize, depth: i32): usize {
  start(depth);
  gotoRoot(tree);
  newCursor(tree);
  whole(tree, 0, 0);
  deleteCursor(tree);
  return length;
}

/** The same of the node with an id, which starts at `from`; 0 when there is none within `depth`. */
export function copyNode(tree: usize, depth: i32, id: usize, from: u32, pruned: bool): usize {
  start(depth);
  const found = find(tree, id, from);
  if (!found) gotoRoot(tree);
  newCursor(tree);
  if (found || findEmpty(tree, 0, id, from)) {
    if (pruned) prune(tree, 0, 0);
    else whole(tree, 0, 0);
  }
  deleteCursor(tree);
  return length;
}

function start(depth: i32): void {
  if (buffer == 0) buffer = transferBuffer();
  if (capacity > KEPT) {
    reallocate(records, KEPT);
    capacity = KEPT;
  }
  length = 0;
  deepest = depth;
}

/** Goes down from the root to a node, before there is a cursor: a cursor cannot be sent to a place, and would look at all that stands before it. */
function find(tree: usize, id: usize, from: u32): bool {
  gotoRoot(tree);
  for (let depth = 0; load<usize>(buffer) != id; depth++) {
    store<u32>(buffer + NODE, from);
    gotoFirstChildForIndex(tree);
    if (depth > deepest || load<usize>(buffer) == 0 || load<u32>(buffer, 4) > from) return false;
  }
  return true;
}

/** Moves the cursor to a node that is there though nothing of it is written, which the runtime finds at no index. */
function findEmpty(tree: usize, depth: i32, id: usize, at: u32): bool {
  if (nodeId(tree) == id) return true;
  if (depth > deepest || !gotoFirstChild(tree)) return false;
  do {
    if (startOf(tree) > at) break;
    if (endOf(tree) >= at && findEmpty(tree, depth + 1, id, at)) return true;
  } while (gotoNextSibling(tree));
  gotoParent(tree);
  return false;
}

/** Room for the record of the node under the cursor, as an offset: the records can move. */
function record(tree: usize, field: u32): usize {
  const at = length;
  length += RECORD;
  if (length > capacity) {
    capacity = max(KEPT, capacity * 2);
    records = reallocate(records, capacity);
    if (records == 0) unreachable();
  }
  const to = records + at;
  store<u32>(to, symbolOf(tree) | (field << 16));
  store<u32>(to, startOf(tree), 4);
  store<u32>(to, endOf(tree), 8);
  store<u32>(to, 0, 12);
  return at;
}

/** A node with all that is named or fills a field in it. */
function whole(tree: usize, depth: i32, field: u32): void {
  const at = record(tree, field);
  if (depth >= deepest || !gotoFirstChild(tree)) return;
  let children: u32 = 0;
  do {
    const own = fieldOf(tree);
    if (own == 0 && !isNamed(tree)) continue;
    whole(tree, depth + 1, own);
    children++;
  } while (gotoNextSibling(tree));
  gotoParent(tree);
  store<u32>(records + at, children, 12);
}

/** A node with what the host wants of it. */
function prune(tree: usize, depth: i32, field: u32): void {
  const share = shareOf(symbolOf(tree), startOf(tree), endOf(tree));
  if (share == WHOLE) return whole(tree, depth, field);
  const at = record(tree, field);
  if (share > FIRST || depth >= deepest || !gotoFirstChild(tree)) return;
  let children: u32 = 0;
  if (share == FIRST) {
    whole(tree, depth + 1, fieldOf(tree));
    children = 1;
  } else {
    do {
      if (!isNamed(tree)) continue;
      if (share == NAMED || shareOf(symbolOf(tree), startOf(tree), endOf(tree)) == WHOLE) prune(tree, depth + 1, fieldOf(tree));
      else record(tree, 0);
      children++;
    } while (gotoNextSibling(tree));
  }
  gotoParent(tree);
  store<u32>(records + at, children, 12);
}
