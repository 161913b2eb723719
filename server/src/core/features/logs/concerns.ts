import type { LogRecord } from '../../logs';
import type { Settings } from '../../model/settings';

/** What is known of a document with records. */
export interface LogDocument {
  /** Its text names PlusAuth. */
  readonly fileSpeaks: boolean;
  /** Its project lists a PlusAuth package. */
  readonly projectSpeaks: boolean;
  /** A JSON document people write, and no log: configuration, translations, mocks. */
  readonly isJson: boolean;
}

/**
 * Whether a record is about PlusAuth. What shows to be another API's never is. Beyond that the record itself can tell (an address, PlusAuth's name, the
 * whole body of an answer with a name nobody else uses), or its file, or its project; in a JSON document of a project, which may be anything, it must
 * look like an error that was answered or logged. A name alone is no evidence.
 */
export function recordConcerns(record: LogRecord, { fileSpeaks, projectSpeaks, isJson }: LogDocument, settings: Settings): boolean {
  if (settings.context === 'never' || record.origin === 'foreign') return false;
  if (settings.context === 'always' || fileSpeaks || record.origin === 'plusauth') return true;
  return projectSpeaks && (!isJson || [record.status, record.description, record.time, record.request].some((part) => part !== undefined));
}
