import type { Rule } from './rule';
import { statusMismatch } from './statusMismatch';
import { swallowedError } from './swallowedError';
import { undocumentedStatus } from './undocumentedStatus';
import { unhandledError } from './unhandledError';
import { unknownError } from './unknownError';
import { unreachableBranch } from './unreachableBranch';

export type { Rule, RuleContext, RuleFinding } from './rule';

/** Every rule; adding one is a line here. Silencing comments that silence nothing are found by whoever applies them. */
export const RULES: readonly Rule[] = [unhandledError, unknownError, statusMismatch, unreachableBranch, undocumentedStatus, swallowedError];
