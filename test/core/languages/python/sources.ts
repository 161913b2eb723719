import { dedent } from '../../../harness/marked';

export const PYTHON = { languageId: 'python' } as const;

const indent = (code: string, width = 4): string => dedent(code).trimEnd().split('\n').map((line) => (line === '' ? line : ' '.repeat(width) + line)).join('\n');

/** What a module that calls PlusAuth starts with. */
export const HEAD = `import logging
from http import HTTPStatus

import requests

API = "https://acme.plusauth.com/api/v1"
logger = logging.getLogger(__name__)


`;

/** Definitions of a module that calls PlusAuth. */
export const module = (code: string): string => HEAD + dedent(code);

/** Statements of a function that gets an error of PlusAuth's. */
export const onError = (statements: string): string => module(`def on_error(e: PlusAuthError, attempt: int = 0):\n${indent(statements)}\n`);

/** Statements in an `except` around a call, with nothing after the \`try\`. */
export const inExcept = (statements: string): string =>
  module(`def add(user):\n    try:\n        r = requests.post(f"{API}/users", json=user)\n        r.raise_for_status()\n    except requests.HTTPError as e:\n${indent(statements, 8)}\n`);

/** Statements that follow a call whose response is asked. */
export const afterCall = (statements: string): string => module(`def add(user):\n    r = requests.post(f"{API}/users", json=user)\n${indent(statements)}\n`);
