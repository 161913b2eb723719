import type { Idioms } from '../language';
import { NEUTRAL_MODULES, NOTHING, statusClasses, SUCCESS } from '../jvm';

export const idioms: Idioms = {
  membership: new Set(['contains', 'containsKey', 'indexOf']),
  membershipFunctions: new Set(),
  lookup: new Set(['get']),
  transparent: new Set(['takeIf', 'takeUnless', 'map']),
  collections: new Set(),
  rejection: new Set(['onFailure', 'getOrElse', 'recover', 'recoverCatching', 'catch', 'mapError', 'onErrorResume', 'onErrorMap', 'doOnError', 'exceptionally']),
  success: SUCCESS,
  nothing: NOTHING,
  bareMembers: true,
  // Exceptions need not be declared, so that whatever a lambda is given for a failure can be thrown.
  throwable: (name, type) => (type === undefined ? /^(?:it|e|ex|t|err|error|cause|exception|throwable|failure)$/.test(name) : /(?:Exception|Throwable)$/.test(type)),
  statusClasses: { ...statusClasses(), ClientRequestException: [400, 499], ServerResponseException: [500, 599], RedirectResponseException: [300, 399] },
  neutralModules: NEUTRAL_MODULES,
};
