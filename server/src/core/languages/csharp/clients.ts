import type { Client } from '../language';

/** HTTP clients of .NET by the expression that is called. The last step of a body says how it is read. */
export const clients: readonly Client[] = [
  { callee: /Flurl|\b(?:Post|Put|Patch|Get|Delete|Send)(?:Json|String|UrlEncoded)Async\b|AppendPathSegment/, body: ['GetResponseJsonAsync'], status: ['StatusCode'], deferred: true, thrown: { by: /./, type: 'FlurlHttpException', body: ['GetResponseJsonAsync'], status: ['StatusCode'] } },
  { callee: /\bRestService\.For\b|\bIPlusAuth\w*\b/, body: ['GetContentAsAsync'], status: ['StatusCode'], deferred: true, thrown: { by: /./, type: 'ApiException', body: ['GetContentAsAsync'], status: ['StatusCode'] } },
  { callee: /\bRestClient\b|\bExecute(?:Get|Post|Put|Delete)?Async\b/, failed: (response) => `!${response}.IsSuccessful`, body: ['Content', 'Parse'], status: ['StatusCode'], deferred: true },
  { callee: /\bHttpClient\b|\bhttp\w*\b|\b(?:Get|Post|Put|Patch|Delete|Send|PostAsJson|PutAsJson|PatchAsJson|DeleteFromJson)Async\b/i, failed: (response) => `!${response}.IsSuccessStatusCode`, body: ['Content', 'ReadFromJsonAsync'], status: ['StatusCode'], deferred: true },
];
