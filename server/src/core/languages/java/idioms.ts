import type { Idioms } from '../language';
import { NEUTRAL_MODULES, NOTHING, statusClasses, SUCCESS } from '../jvm';

export const idioms: Idioms = {
  membership: new Set(['contains', 'containsKey', 'indexOf']),
  membershipFunctions: new Set(['ArrayUtils.contains', 'CollectionUtils.contains']),
  lookup: new Set(['get', 'getOrDefault']),
  transparent: new Set(['map', 'flatMap', 'filter', 'String.valueOf']),
  collections: new Set(),
  rejection: new Set(['onErrorResume', 'onErrorMap', 'onErrorReturn', 'onErrorContinue', 'doOnError', 'exceptionally', 'exceptionallyCompose', 'onFailure', 'recover', 'recoverWith']),
  success: SUCCESS,
  nothing: NOTHING,
  bareMembers: true,
  // Only what is known to be an exception can be thrown; the parameter of a lambda may be a checked one.
  throwable: (_, type) => type !== undefined && /(?:Exception|Throwable)$/.test(type),
  statusClasses: statusClasses(),
  neutralModules: NEUTRAL_MODULES,
};
