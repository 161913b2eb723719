import type { Idioms } from '../language';

export const idioms: Idioms = {
  membership: new Set(['Contains', 'ContainsKey', 'TryGetValue', 'IndexOf']),
  membershipFunctions: new Set(['Array.IndexOf', 'Enumerable.Contains']),
  lookup: new Set(['GetValueOrDefault']),
  transparent: new Set([
    'ToString', 'GetString', 'GetInt32', 'GetRawText', 'ToLower', 'ToUpper', 'ToLowerInvariant', 'ToUpperInvariant', 'Trim', 'Value', 'GetValue', 'ToObject', 'Deserialize', 'AsValue', 'AsObject',
    'ReadAsStringAsync', 'ReadFromJsonAsync', 'ReadAsStreamAsync', 'ReadAsAsync', 'GetContentAsAsync', 'GetResponseJsonAsync', 'GetResponseStringAsync',
    'JsonSerializer.Deserialize', 'JsonSerializer.DeserializeAsync', 'JsonDocument.Parse', 'JsonDocument.ParseAsync', 'JsonNode.Parse', 'JsonNode.ParseAsync', 'JsonConvert.DeserializeObject', 'JObject.Parse', 'JToken.Parse',
    'Convert.ToInt32', 'Convert.ToString', 'int.Parse',
  ]),
  collections: new Set(['HashSet', 'SortedSet', 'List', 'Dictionary', 'ReadOnlyDictionary', 'ConcurrentDictionary', 'SortedDictionary', 'ReadOnlyCollection', 'ImmutableHashSet.CreateRange', 'ImmutableDictionary.CreateRange']),
  rejection: new Set(),
  success: /^(?:true|(?:Typed)?Results\.Ok\(.*\)|Ok\(.*\)|NoContent\(\)|Task\.CompletedTask|Task\.FromResult\(true\)|\w*Result(?:<.*>)?\.(?:Success|Ok)(?:\(.*\))?)$/s,
  nothing: /^(?:|null|default|default\(.*\)|""|string\.Empty|String\.Empty|false|\[\s*\]|Array\.Empty<.*>\(\)|Enumerable\.Empty<.*>\(\)|-1)$/,
  throwable: (_name, type) => type !== undefined && /(?:Exception|Fault)\??$/.test(type),
  plainError: (type) => type === undefined || /^(?:System\.)?(?:Exception|SystemException|ApplicationException|HttpRequestException)$/.test(type),
  neutralModules: /./,
};
