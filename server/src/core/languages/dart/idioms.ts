import type { Idioms } from '../language';

export const idioms: Idioms = {
  membership: new Set(['contains', 'containsKey', 'indexOf']),
  membershipFunctions: new Set(),
  lookup: new Set(),
  transparent: new Set(['toString', 'toLowerCase', 'toUpperCase', 'trim', 'jsonDecode', 'json.decode', 'utf8.decode', 'int.parse', 'int.tryParse', 'String', 'Map.from', 'Map.of', 'cast']),
  collections: new Set(['Set.of', 'Set.from', 'Set.unmodifiable', 'List.of', 'List.unmodifiable', 'Map.of', 'Map.from', 'Map.unmodifiable', 'UnmodifiableMapView', 'UnmodifiableSetView', 'UnmodifiableListView']),
  rejection: new Set(['catchError', 'onError', 'handleError']),
  success: /^(?:true|(?:const\s+)?(?:Right|Ok|Success|Result\.(?:ok|success))(?:<.*>)?\(.*\)|Future\.value\(.*\))$/s,
  nothing: /^(?:|null|false|''|""|(?:const\s*)?(?:<.*>)?(?:\[\s*\]|\{\s*\})|(?:const\s+)?SizedBox(?:\.shrink)?\(\))$/,
  throwable: (_name, type) => type === undefined || /(?:Exception|Error|Failure)\??$/.test(type),
  plainError: (type) => type === undefined || /^(?:Object|Exception|Error|dynamic)\??$/.test(type),
  neutralModules: /./,
};
