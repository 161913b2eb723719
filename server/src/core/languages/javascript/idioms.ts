import type { Idioms } from '../language';

export const idioms: Idioms = {
  membership: new Set(['includes', 'has', 'hasOwnProperty', 'indexOf']),
  membershipFunctions: new Set(['Object.hasOwn', 'Reflect.has', 'Object.prototype.hasOwnProperty.call']),
  lookup: new Set(['get', 'at']),
  transparent: new Set(['toString', 'toLowerCase', 'toUpperCase', 'trim', 'json', 'String', 'Number', 'parseInt', 'JSON.parse', 'valueOf', 'unref', 'toValue', 'clone', 'text', 'structuredClone', 'Object', 'firstValueFrom']),
  collections: new Set(['Set', 'Map', 'Object.freeze', 'Object.entries', 'Object.fromEntries', 'Object.keys', 'WeakSet', 'ReadonlySet', 'Array.of', 'Object.seal']),
  rejection: new Set(['catch', 'catchError']),
  success: /^(?:true|Promise\.resolve\(.*\)|\{\s*(?:ok|success|succeeded)\s*:\s*true\b.*\}|['"](?:ok|success)['"])$/s,
  nothing: /^(?:|null|undefined|void 0|''|""|false|\{\s*\}|\[\s*\])$/,
  neutralModules:
    /^(?:[./~#@]\/|\.|node:|#|(?:axios|ky|got|ofetch|undici|wretch|superagent|request|cross-fetch|node-fetch|isomorphic-fetch|openapi-fetch|react|react-dom|preact|vue|pinia|vuex|svelte|solid-js|rxjs|express|fastify|koa|hono|next|nuxt|zod|yup|lodash|ramda|ts-pattern|p-retry|async-retry|dotenv|winston|pino|bottleneck|p-limit|assert|util|fs|path|events|http|https|url|crypto|vitest|jest|mocha|chai|sinon|msw|nock|swr|i18next|immer|redux|zustand|ioredis|pg)(?:$|[/-])|@(?:angular|nestjs|tanstack|reduxjs|vue|vueuse|sveltejs|remix-run|testing-library|types|jest|vitest|sentry|fastify|hapi)\/)/,
};
