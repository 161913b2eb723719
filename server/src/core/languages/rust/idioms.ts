import type { Idioms } from '../language';

export const idioms: Idioms = {
  membership: new Set(['contains', 'contains_key']),
  membershipFunctions: new Set(),
  // An option says that nothing was found, and whoever gets it must ask.
  lookup: new Set(),
  transparent: new Set([
    'as_str', 'as_deref', 'as_ref', 'as_mut', 'as_u16', 'as_string', 'to_string', 'to_owned', 'to_lowercase', 'clone', 'cloned', 'copied', 'into', 'borrow', 'trim', 'iter',
    'json', 'text', 'bytes', 'into_json', 'into_string', 'into_body', 'body_mut', 'read_json', 'ok', 'String.from', 'serde_json.from_str', 'serde_json.from_slice', 'serde_json.from_value', 'from_str', 'from_slice',
  ]),
  collections: new Set(['HashMap.from', 'BTreeMap.from', 'HashSet.from', 'BTreeSet.from', 'IndexMap.from', 'LazyLock.new', 'Lazy.new', 'OnceCell.with_value']),
  rejection: new Set(['map_err', 'or_else', 'unwrap_or_else', 'inspect_err']),
  success: /^(?:|\(\)|Ok\(.*\)|true)$/s,
  nothing: /^(?:|\(\)|None|""|0|false|String::new\(\)|Default::default\(\)|Vec::new\(\)|vec!\[\])$/,
  // What is borrowed cannot be given back as an error.
  throwable: (_, type) => type !== undefined && !type.startsWith('&'),
  statusMethods: { is_client_error: [400, 499], is_server_error: [500, 599], is_success: [200, 299] },
  otherErrors: /^(?:std::)?(?:io|fmt|num|env|string|str|net|time)::(?:\w+::)*\w+$/,
  neutralModules:
    /^(?:crate|super|self|std|core|alloc|(?:reqwest|reqwest_middleware|ureq|hyper\w*|isahc|surf|http\w*|tower\w*|axum\w*|actix\w*|rocket\w*|warp|tokio\w*|futures\w*|async_\w+|serde\w*|anyhow|thiserror|eyre|color_eyre|miette|snafu|tracing\w*|log|env_logger|phf\w*|once_cell|lazy_static|maplit|indexmap|url|uuid|chrono|time|bytes|backoff|backon|tokio_retry|wiremock|mockito|rstest|clap|dotenv\w*|itertools|strum\w*|secrecy|config)(?:::|$))/,
};
