export type { CatalogEntry, Localized, Turn } from './types';
export { CATALOG } from './entries';
export { errorsPage, rateLimits } from './entries/links';
export {
  ERROR_NAMES, DOCUMENTED_STATUSES, byLikelihood, entriesWithStatus, entryOf, hasStatus, likelihood, nameOfIdentifier, statusText,
} from './names';
export { isUndocumentedStatus, meantStatus } from './meant';
export { statusLike, statusOfName } from './statusNames';
export { MAX_EDITS, editDistance, nearestName } from './nearest';
export { KNOWN_OTHER_NAMES, otherName, type OtherName, type OtherOrigin } from './otherNames';
export {
  OPERATIONS, anyError, isOperation, operationNamed, plausibleErrors, plausibleErrorsOfRequest, type PlausibleError, type Weight,
} from './operations';
