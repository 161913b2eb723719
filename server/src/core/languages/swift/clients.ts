import type { Client } from '../language';

/** HTTP clients of Swift by the expression that is called. */
export const clients: readonly Client[] = [{ callee: /(?:^|\W)(?:AF|Session|Alamofire)\b/, body: [], status: ['responseCode'] }];
