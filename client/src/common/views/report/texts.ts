/** The words of the report. Not of VS Code's display language: the advice in it comes in the language of the settings, and a page has one language. */
export interface ReportTexts {
  readonly title: (files: number, first: string) => string;
  readonly found: (errors: string, records: string) => string;
  readonly read: (lines: string, size: string, files: string) => string;
  readonly span: (from: string, to: string) => string;
  readonly zone: (zone: string) => string;
  readonly range: (from: string, to: string) => string;
  readonly noneInRange: string;
  readonly rangeLeavesOut: string;
  readonly back: string;
  readonly whole: string;
  readonly exportJson: string;
  readonly exportCsv: string;
  readonly tools: string;
  readonly none: string;
  readonly noneHint: string;
  readonly timeline: string;
  readonly chart: (bucket: string) => string;
  readonly chartHint: string;
  readonly noTimes: string;
  readonly someTimeless: (count: string) => string;
  readonly bar: (from: string, count: string, kinds: string) => string;
  readonly asTable: string;
  readonly from: string;
  readonly totals: string;
  readonly totalsCaption: string;
  readonly error: string;
  readonly status: string;
  readonly count: string;
  readonly share: string;
  readonly first: string;
  readonly last: string;
  readonly course: string;
  readonly courseOf: (kind: string) => string;
  readonly noName: string;
  readonly noTime: string;
  readonly next: string;
  readonly nextHint: string;
  readonly turn: Readonly<Record<'fix' | 'handle' | 'retry', string>>;
  readonly noAdvice: string;
  readonly records: (shown: string, all: string) => string;
  readonly open: (place: string) => string;
  readonly card: string;
  readonly cardOf: (name: string) => string;
  readonly query: string;
  readonly queryOf: (name: string) => string;
  readonly requests: string;
  readonly requestsCaption: string;
  readonly request: string;
  readonly errors: string;
  readonly contradictions: string;
  readonly contradictionsCaption: (shown: string, all: string) => string;
  readonly time: string;
  readonly record: string;
  readonly skipped: string;
  readonly file: string;
  readonly reason: string;
  readonly units: Readonly<Record<'minute' | 'hour' | 'day', readonly [one: string, many: string]>>;
  readonly bytes: readonly string[];
}

const en: ReportTexts = {
  title: (files, first) => (files === 1 ? `Errors in ${first}` : `Errors in ${files} logs`),
  found: (errors, records) => `${errors} ${errors === '1' ? 'error' : 'errors'} in ${records} ${records === '1' ? 'record' : 'records'}`,
  read: (lines, size, files) => `${lines} ${lines === '1' ? 'line' : 'lines'}, ${size}, ${files} ${files === '1' ? 'file' : 'files'} read`,
  span: (from, to) => `${from} to ${to}`,
  zone: (zone) => `Times are shown in the zone ${zone}.`,
  range: (from, to) => `Only from ${from} to ${to}.`,
  noneInRange: 'There are no PlusAuth errors in this range of time.',
  rangeLeavesOut: 'Errors without a time are in no range.',
  back: 'Back to the range before',
  whole: 'All times',
  exportJson: 'Export as JSON…',
  exportCsv: 'Export as CSV…',
  tools: 'Range and export',
  none: 'There are no PlusAuth errors in these logs.',
  noneHint: 'An error counts where a record names one of PlusAuth’s errors, or tells of a request to the PlusAuth API that failed. Names that are visibly another API’s do not count.',
  timeline: 'Timeline',
  chart: (bucket) => `Errors over time, stacked by name. One bar is ${bucket}.`,
  chartHint: 'Choose a bar to see only its time. The arrow keys move from bar to bar.',
  noTimes: 'No record says when it was written, so there is no timeline.',
  someTimeless: (count) => `${count} ${count === '1' ? 'error has' : 'errors have'} no time and ${count === '1' ? 'is' : 'are'} not in the timeline.`,
  bar: (from, count, kinds) => `${from}: ${count} ${count === '1' ? 'error' : 'errors'}: ${kinds}`,
  asTable: 'Timeline as a table',
  from: 'From',
  totals: 'Errors',
  totalsCaption: 'Errors by name; by status where a record carries no name. The most frequent first.',
  error: 'Error',
  status: 'Status',
  count: 'Count',
  share: 'Share',
  first: 'First',
  last: 'Last',
  course: 'Course',
  courseOf: (kind) => `Course of ${kind}`,
  noName: '(no name)',
  noTime: 'no time',
  next: 'What to do next',
  nextHint: 'Our advice, not PlusAuth’s words.',
  turn: { fix: 'Fix the code or the configuration.', handle: 'Handle it at run time.', retry: 'Retry.' },
  noAdvice: 'None of PlusAuth’s documented errors has this status.',
  records: (shown, all) => (shown === all ? `Records (${all})` : `The first ${shown} records of ${all}`),
  open: (place) => `Open the record: ${place}`,
  card: 'Card',
  cardOf: (name) => `Card of ${name}`,
  query: 'Copy log query…',
  queryOf: (name) => `Copy log query for ${name}…`,
  requests: 'Busiest requests',
  requestsCaption: 'Requests to the PlusAuth API that failed most often. {id} stands for what identifies one of many.',
  request: 'Request',
  errors: 'Errors',
  contradictions: 'Records that contradict themselves',
  contradictionsCaption: (shown, all) => `Name and status never occur together. ${shown === all ? `Records: ${all}.` : `The first ${shown} records of ${all}.`}`,
  time: 'Time',
  record: 'Record',
  skipped: 'What was not read',
  file: 'File',
  reason: 'Reason',
  units: { minute: ['one minute', 'minutes'], hour: ['one hour', 'hours'], day: ['one day', 'days'] },
  bytes: ['bytes', 'kB', 'MB', 'GB', 'TB'],
};

const tr: ReportTexts = {
  title: (files, first) => (files === 1 ? `${first} içindeki hatalar` : `${files} günlükteki hatalar`),
  found: (errors, records) => `${records} kayıtta ${errors} hata`,
  read: (lines, size, files) => `${files} dosyadan ${lines} satır, ${size} okundu`,
  span: (from, to) => `${from} – ${to}`,
  zone: (zone) => `Saatler ${zone} dilimine göredir.`,
  range: (from, to) => `Yalnızca ${from} – ${to} aralığı.`,
  noneInRange: 'Bu zaman aralığında PlusAuth hatası yok.',
  rangeLeavesOut: 'Zamanı olmayan hatalar hiçbir aralığa girmez.',
  back: 'Önceki aralığa dön',
  whole: 'Bütün zamanlar',
  exportJson: 'JSON olarak dışa aktar…',
  exportCsv: 'CSV olarak dışa aktar…',
  tools: 'Aralık ve dışa aktarma',
  none: 'Bu günlüklerde PlusAuth hatası yok.',
  noneHint: 'Bir kayıt PlusAuth’un hatalarından birini anıyorsa ya da başarısız olmuş bir PlusAuth API isteğini anlatıyorsa hata sayılır. Başka bir API’nin olduğu belli olan adlar sayılmaz.',
  timeline: 'Zaman çizelgesi',
  chart: (bucket) => `Zamana göre hatalar, ada göre üst üste. Bir çubuk ${bucket} kadardır.`,
  chartHint: 'Yalnızca bir çubuğun zamanını görmek için çubuğu seçin. Ok tuşları çubuktan çubuğa geçer.',
  noTimes: 'Hiçbir kayıtta ne zaman yazıldığı belirtilmemiş, bu yüzden zaman çizelgesi yok.',
  someTimeless: (count) => `${count} hatanın zamanı yok; bunlar çizelgede yer almaz.`,
  bar: (from, count, kinds) => `${from}: ${count} hata: ${kinds}`,
  asTable: 'Tablo olarak zaman çizelgesi',
  from: 'Başlangıç',
  totals: 'Hatalar',
  totalsCaption: 'Ada göre hatalar; kayıtta ad yoksa durum koduna göre. En sık görülen önce.',
  error: 'Hata',
  status: 'Durum kodu',
  count: 'Sayı',
  share: 'Pay',
  first: 'İlk',
  last: 'Son',
  course: 'Seyir',
  courseOf: (kind) => `${kind} seyri`,
  noName: '(ad yok)',
  noTime: 'zaman yok',
  next: 'Sırada ne var',
  nextHint: 'Bizim önerimizdir, PlusAuth’un sözü değildir.',
  turn: { fix: 'Kodu ya da yapılandırmayı düzeltin.', handle: 'Çalışma anında ele alın.', retry: 'Yeniden deneyin.' },
  noAdvice: 'PlusAuth’un belgelenmiş hatalarından hiçbirinin durum kodu bu değil.',
  records: (shown, all) => (shown === all ? `Kayıtlar (${all})` : `${all} kaydın ilk ${shown} tanesi`),
  open: (place) => `Kaydı aç: ${place}`,
  card: 'Kart',
  cardOf: (name) => `${name} kartı`,
  query: 'Günlük sorgusunu kopyala…',
  queryOf: (name) => `${name} için günlük sorgusunu kopyala…`,
  requests: 'En çok hata alan istekler',
  requestsCaption: 'PlusAuth API’sine yapılan ve en sık başarısız olan istekler. {id}, birçok kayıttan birini belirleyen bölümün yerini tutar.',
  request: 'İstek',
  errors: 'Hatalar',
  contradictions: 'Kendisiyle çelişen kayıtlar',
  contradictionsCaption: (shown, all) => `Ad ile durum kodu hiçbir zaman birlikte görülmez. ${shown === all ? `Kayıt sayısı: ${all}.` : `${all} kaydın ilk ${shown} tanesi.`}`,
  time: 'Zaman',
  record: 'Kayıt',
  skipped: 'Okunmayanlar',
  file: 'Dosya',
  reason: 'Neden',
  units: { minute: ['bir dakika', 'dakika'], hour: ['bir saat', 'saat'], day: ['bir gün', 'gün'] },
  bytes: ['bayt', 'kB', 'MB', 'GB', 'TB'],
};

export const REPORT_TEXTS: Readonly<Record<'en' | 'tr', ReportTexts>> = { en, tr };
