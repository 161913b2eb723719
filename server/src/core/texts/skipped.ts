import type { Locale } from '../model/settings';

/** Why a file or folder was not read. Each is a sentence. */
export interface SkippedTexts {
  readonly missing: string;
  readonly gone: string;
  readonly brokenLink: string;
  readonly badName: string;
  readonly permission: string;
  readonly notPermitted: string;
  readonly loop: string;
  readonly longPath: string;
  readonly folder: string;
  readonly tooManyOpen: string;
  readonly neither: string;
  readonly notRegular: string;
  readonly link: string;
  readonly extension: string;
  /** The editor cannot read it either: no file system is known for its scheme. */
  readonly foreign: string;
  /** Files of two machines cannot be counted together. */
  readonly elsewhere: string;
  /** An editor hands files over whole. Sizes in MB. */
  tooLarge(size: number, most: number): string;
  /** Compressed, and ends too early or holds what cannot be unpacked. */
  damaged(why: string): string;
  unread(why: string): string;
}

const en: SkippedTexts = {
  missing: 'There is no such file or folder.',
  gone: 'It was deleted while the check was running.',
  brokenLink: 'It is a symbolic link to something that does not exist.',
  badName: 'Its name is not valid UTF-8, so it cannot be opened.',
  permission: 'It cannot be read: permission denied.',
  notPermitted: 'It cannot be read: operation not permitted.',
  loop: 'It is a symbolic link that leads back to itself.',
  longPath: 'Its path is longer than the system allows.',
  folder: 'It is a folder.',
  tooManyOpen: 'It cannot be read: too many files are open.',
  neither: 'It is neither a file nor a folder.',
  notRegular: 'It is not a regular file.',
  link: 'It is a symbolic link, and links are not followed; name it on the command line to check it.',
  extension: 'Files with this extension are not supported.',
  foreign: 'It is not a file that the editor can read. Save it first.',
  elsewhere: 'It is in another file system than the others. Analyze it by itself.',
  tooLarge: (size, most) => `It has ${size} MB; here, where the editor reads a file as a whole, at most ${most} MB can be read. Use plusauth-errors logs on the command line.`,
  damaged: (why) => `It is compressed and damaged (${why}): only what came before the damage was counted.`,
  unread: (why) => `It cannot be read: ${why}`,
};

const tr: SkippedTexts = {
  missing: 'Böyle bir dosya ya da klasör yok.',
  gone: 'Denetim sürerken silindi.',
  brokenLink: 'Var olmayan bir şeye giden bir sembolik bağlantı.',
  badName: 'Adı geçerli UTF-8 değil, bu yüzden açılamıyor.',
  permission: 'Okunamıyor: izin yok.',
  notPermitted: 'Okunamıyor: bu işleme izin verilmiyor.',
  loop: 'Kendisine geri dönen bir sembolik bağlantı.',
  longPath: 'Yolu, sistemin izin verdiğinden uzun.',
  folder: 'Bu bir klasör.',
  tooManyOpen: 'Okunamıyor: çok fazla dosya açık.',
  neither: 'Ne bir dosya ne de bir klasör.',
  notRegular: 'Olağan bir dosya değil.',
  link: 'Sembolik bir bağlantı; bağlantılar izlenmez. Okunması için adını komut satırında verin.',
  extension: 'Bu uzantıdaki dosyalar desteklenmiyor.',
  foreign: 'Düzenleyicinin okuyabildiği bir dosya değil. Önce kaydedin.',
  elsewhere: 'Ötekilerden başka bir dosya sisteminde. Tek başına inceleyin.',
  tooLarge: (size, most) => `Boyutu ${size} MB; düzenleyicinin dosyaları bütün olarak okuduğu bu ortamda en çok ${most} MB okunabilir. Komut satırında plusauth-errors logs kullanın.`,
  damaged: (why) => `Sıkıştırılmış ve bozuk (${why}): yalnızca bozukluktan önce gelenler sayıldı.`,
  unread: (why) => `Okunamıyor: ${why}`,
};

const ALL: Readonly<Record<Locale, SkippedTexts>> = { en, tr };

/** Apart from all other texts, because what walks through folders needs nothing else. */
export const skippedTexts = (locale: Locale): SkippedTexts => ALL[locale];
