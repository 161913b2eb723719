import type { Idioms } from '../language';

export const idioms: Idioms = {
  membership: new Set(['__contains__', 'count']),
  membershipFunctions: new Set(['operator.contains']),
  lookup: new Set(['get', 'pop', 'setdefault']),
  fields: new Set(['get', 'pop']),
  transparent: new Set(['str', 'int', 'repr', 'dict', 'json', 'json.loads', 'json.load', 'lower', 'upper', 'strip', 'casefold', 'read', 'decode', 'HTTPStatus', 'http.HTTPStatus', 'cast', 'typing.cast', 'copy']),
  collections: new Set(['set', 'frozenset', 'tuple', 'list', 'dict', 'MappingProxyType', 'types.MappingProxyType', 'OrderedDict']),
  rejection: new Set(['add_errback', 'addErrback']),
  success: /^(?:True|\{\s*['"](?:ok|success)['"]\s*:\s*True\b.*\}|['"](?:ok|success)['"])$/s,
  nothing: /^(?:|None|''|""|False|\{\s*\}|\[\s*\]|\(\s*\)|dict\(\)|list\(\))$/,
  // A mapping cannot be raised, and neither can a text or a response.
  throwable: (name, type, compared) =>
    !new RegExp(`^${name}\\s*(?:\\[|\\.get\\b)`).test(compared) && (type === undefined ? /^(?:e|ex|err|exc|error|exception)$|(?:_err|_exc|_error|_exception)$/.test(name) : /(?:Error|Exception|Failure|Fault)\b/.test(type)),
  neutralModules:
    /^(?:\.|__future__$|(?:requests|httpx|aiohttp|urllib|urllib3|http|flask|django|rest_framework|fastapi|starlette|quart|sanic|tornado|pyramid|bottle|falcon|celery|click|typer|rich|logging|structlog|loguru|sentry_sdk|json|os|sys|re|time|typing|typing_extensions|dataclasses|enum|functools|itertools|contextlib|collections|abc|asyncio|anyio|trio|pathlib|datetime|decimal|uuid|random|types|operator|tenacity|backoff|pydantic|attrs?|marshmallow|pytest|unittest|responses|respx|pytest_mock|mock|freezegun|factory|faker|gettext|babel|yaml|dotenv|environ|decouple|jwt|jose|authlib|werkzeug|jinja2|sqlalchemy|psycopg2?|redis|kombu)(?:$|\.))/,
};
