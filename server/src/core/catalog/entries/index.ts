import type { CatalogEntry } from '../types';
import { invalidRequest, planLimitExceeded, unsupportedViewTemplate } from './request';
import { invalidAudience, invalidAuthorizationScheme, invalidIssuer, missingToken } from './token';
import { missingScope, unauthorizedUser } from './rights';
import { alreadyExists, entityNotFound, invalidEntity } from './entity';
import { serverError, tooManyRequests } from './transient';

/** The documented errors, in the order of PlusAuth's page. */
export const CATALOG: readonly CatalogEntry[] = [
  invalidRequest,
  unsupportedViewTemplate,
  planLimitExceeded,
  invalidAudience,
  invalidIssuer,
  invalidAuthorizationScheme,
  missingScope,
  missingToken,
  unauthorizedUser,
  entityNotFound,
  alreadyExists,
  invalidEntity,
  tooManyRequests,
  serverError,
];
