import { codeList, plainList } from './list';
import type { Texts } from './types';

const list = (items: readonly (string | number)[]): string => codeList(items, 've');
/** For messages that editors show as plain text. */
const plain = (items: readonly (string | number)[]): string => plainList(items, 've');
const shown = (names: readonly string[], more: number): string => (more > 0 ? `${names.map((name) => `'${name}'`).join(', ')} ve ${more} hata daha` : plain(names));
const branch = (what: string | number): string => (typeof what === 'number' ? `${what} durum kodu` : `'${what}'`);

export const tr: Texts = {
  finding: {
    unhandledError({ names, more, everything }) {
      if (everything) return `Bütün PlusAuth hataları burada kayboluyor: ${shown(names, more)}. Varsayılan bir dal ya da dalları ekleyin.`;
      if (names.length + more === 1) return `${plain(names)} PlusAuth hatası burada kayboluyor. Kendi dalını ya da varsayılan bir dal ekleyin.`;
      return `Ele alınmayan PlusAuth hataları burada kayboluyor: ${shown(names, more)}. Varsayılan bir dal ya da eksik dalları ekleyin.`;
    },
    onlyFallback: ({ names, more }) => `Burada adıyla geçmiyor, yalnızca varsayılan dala düşüyor: ${shown(names, more)}. Dallarını ekleyin.`,
    unknownError: (found, suggestion) => `PlusAuth’un '${found}' adlı bir hatası yok; bu karşılaştırma hiç tutmaz. Şunu mu demek istediniz: '${suggestion}'?`,
    statusMismatch: (name, status, expected) =>
      `'${name}' ile ${status} durum kodu birlikte olamaz: PlusAuth '${name}' için ${expected} döndürür. Durum kodunu ya da adı değiştirin.`,
    unreachableBranch: (what, takenBy) =>
      takenBy === undefined
        ? `${branch(what)} daha önceki bir dalda ele alınıyor; bu dal hiç çalışmaz. Kaldırın.`
        : `${branch(what)} için daha önceki dal (${branch(takenBy)}) çalışır; bu dal onun için hiç çalışmaz. Kaldırın.`,
    undocumentedStatus: (status, meant) =>
      meant
        ? `PlusAuth ${status} durum kodlu bir hata belgelemiyor: ${plain(meant.names)} için ${meant.status} döner. Durum kodunu değiştirin.`
        : `PlusAuth ${status} durum kodlu bir hata belgelemiyor; bu dalın çalışması beklenmez. Durum kodunu denetleyin.`,
    swallowedError: (kind) =>
      ({
        catch: 'Bu catch hiçbir şey yapmıyor; çağrının bütün PlusAuth hataları kayboluyor. Hatayı işleyin, yeniden fırlatın ya da neden kaybolabileceğini bir yorumla belirtin.',
        fallback: 'Bu varsayılan dal hiçbir şey yapmıyor; dalı olmayan bütün PlusAuth hataları kayboluyor. Hatayı bildirin, yeniden fırlatın ya da neden kaybolabileceğini bir yorumla belirtin.',
        logOnly: 'Burada yalnızca günlüğe yazılıyor; çağıran, başarısız PlusAuth çağrısını başarılı sanır. Hatayı işleyin ya da yeniden fırlatın.',
      })[kind],
    unusedSuppression: (code) =>
      code === undefined ? 'Bu yorum hiçbir bulguyu susturmuyor. Kaldırın.' : `Burada bu yorumun susturacağı bir '${code}' bulgusu yok. Yorumu kaldırın.`,
    lookedUpHere: 'Tabloya burada, varsayılan değer verilmeden bakılıyor.',
    handledHere: 'Daha önce burada ele alınıyor.',
  },
  fix: {
    addFallback: (kind) => ({ rethrow: 'Hatayı yeniden fırlatan varsayılan dal ekle', report: 'Hatayı bildiren varsayılan dal ekle' })[kind],
    addAllMissing: (count) => (count === 1 ? 'Eksik dalı ekle' : `Eksik ${count} dalın tümünü ekle`),
    addOne: (name) => `${name} için dal ekle`,
    addByStatus: (count) => (count === 1 ? 'Eksik durum kodu için dal ekle' : `Durum kodu başına bir dal ekle (${count} dal)`),
    changeName: (to) => `'${to}' olarak değiştir`,
    changeStatus: (to) => `Durum kodunu ${to} yap`,
    removeBranch: 'Hiç çalışmayan dalı kaldır',
    removeSuppression: 'Hiçbir şeyi susturmayan yorumu kaldır',
    insertHandler: 'PlusAuth hataları için işleyici ekle',
    rethrow: 'Hatayı yeniden fırlat',
    suppress: (code, where) => (where === 'line' ? `${code} bulgusunu bu satırda sustur` : `${code} bulgusunu bu dosyada sustur`),
  },
  reason: {
    import: (evidence) => `'${evidence}' içe aktarılıyor.`,
    identifier: (evidence) => `Dosyada '${evidence}' adı geçiyor.`,
    url: (evidence) => `Dosyada '${evidence}' adresi var.`,
    comment: (evidence) => `Bir yorumda “${evidence}” yazıyor.`,
    manifest: (name) => `Projenin '${name}' dosyası bir PlusAuth paketi içeriyor.`,
    handlerNames: (names) => `Bir işleyici yalnızca PlusAuth’ta bulunan adları kullanıyor: ${plain(names)}.`,
    always: 'Ayarla açıldı: bu klasörün her dosyası PlusAuth kodu sayılıyor.',
    never: 'Bu klasör için ayarla kapatıldı.',
    nothing: 'PlusAuth algılanmadı: ne dosyada ne projede adı geçiyor.',
  },
  completion: {
    name: (status, handled) => (handled ? `${status}, zaten ele alınıyor` : status),
    status: (names) => names.join(', '),
    branch: (name, status) => `PlusAuth: ${name} (${status}) için dal`,
    allMissing: (count) => (count === 1 ? 'PlusAuth: eksik dal' : `PlusAuth: eksik ${count} dalın tümü`),
    fallback: 'PlusAuth: diğer bütün hatalar için varsayılan dal',
    handler: (variable) => `PlusAuth: ${variable} içindeki hatalar için işleyici`,
    retry: 'PlusAuth: too_many_requests ve server_error için artan bekleme süresiyle yeniden deneme',
    retryCaution: 'Yalnızca iki kez olmasında sakınca olmayanı yineleyin: bir şey oluşturan çağrı başarılı olmuş olabilir.',
  },
  card: {
    quoted: 'PlusAuth belgeleri',
    translation: 'Bizim çevirimiz:',
    advice: 'PlusAuth’un değil, bizim önerimiz:',
    turn: { fix: 'Kodu ya da yapılandırmayı düzeltin.', handle: 'Çalışma anında ele alın.', retry: 'Yeniden deneyin.' },
    causes: 'Olağan nedenler',
    check: 'Önce denetleyin',
    retryable: (yes) => (yes ? 'Yeniden denenebilir' : 'Yeniden denenmez'),
    careful: 'Dikkat',
    confused: 'Sık karıştırılanlar',
    statusTitle: (status) => `PlusAuth REST API: ${status} durum kodu`,
    nameColumn: 'Ad',
    sentenceColumn: 'PlusAuth’un açıklaması',
    turnColumn: 'Bizim önerimiz',
    shortTurn: { fix: 'kodu ya da yapılandırmayı düzeltin', handle: 'çalışma anında ele alın', retry: 'artan beklemeyle yeniden deneyin' },
    oneName: (name) => `Bu durum koduyla belgelenen tek ad \`${name}\`.`,
    manyNames: (count, status) => `${status} durum kodunu ${count} ad paylaşır: yalnızca durum koduna değil, \`error\` değerine göre dallanın.`,
    serverRange: '500 ile 599 arasındaki her durum kodu `server_error` hatasınındır. Bir vekil sunucu (proxy) `error` olmadan HTML ile yanıtlayabilir: `status >= 500` koşulunu da eşleştirin.',
    refreshOnce: 'Buradaki adların hiçbiri “süresi doldu” demek değildir. Yeni belirteç yalnızca hiç gönderilmemişse işe yarar: her 401’de yenilemek döngüye girer.',
    notDocumented: (status) => `PlusAuth ${status} durum kodlu bir hata belgelemiyor.`,
    meant: ({ status, names }) => `Başka API’lerin onu kullandığı yerde PlusAuth **${status}** döndürür: ${list(names)}. Ona göre dallanan kod bu durumda hiç çalışmaz.`,
    incomplete: 'PlusAuth bu listeyi “yaygın” hatalar diye adlandırır; varsayılan bir dal hep bulunsun.',
  },
  explain: {
    title: 'PlusAuth yanıtının açıklaması',
    empty: 'Açıklanacak bir şey yok. Önce bir hata yanıtı seçin ya da kopyalayın: `{"error": "already_exists", "status": 409}` gibi bir JSON gövdesi, başlıklarıyla bir durum satırı, bir günlük satırı ya da yalnızca bir ad veya durum kodu.',
    nothingFound: 'Bu metinde PlusAuth hatası bulunamadı. Beklenen: `error` içeren bir JSON gövdesi, başlıklarıyla bir durum satırı, hatayı taşıyan bir günlük satırı ya da yalnızca bir ad (`already_exists`) veya durum kodu (`409`).',
    record: (index, count) => `Hata ${index} / ${count}`,
    inconsistent: 'Tutarsız olanlar',
    cut: 'Metin çok uzun: yalnızca başı okundu.',
    more: (count) => `Bu metindeki ${count} hata daha gösterilmiyor.`,
    times: (count) => `${count} kez bulundu`,
    nameAndStatus: (name, status, expected) => `\`${name}\` ile ${status} durum kodu birlikte olamaz: PlusAuth \`${name}\` için ${expected} belgeler.`,
    bodyAndLine: (body, line) => `Gövdede durum ${body}, yanıtın durum kodu ise ${line}.`,
    nameAndLine: (name, line, expected) => `Yanıtın durum kodu ${line}, oysa PlusAuth \`${name}\` için ${expected} belgeler: aradaki bir bileşen değiştirmiş olabilir.`,
    noStatus: (found) => `${found} bir HTTP durum kodu değil.`,
    success: (status) => `${status} durum kodu hata bildirmez, oysa gövdede bir hata adı var.`,
    noError: (status) => `${status} durum kodu hata bildirmez.`,
    otherName: (name, origin, source) => {
      const whose = {
        oauth: 'bir OAuth ya da OpenID Connect hatasıdır',
        login: 'PlusAuth’un giriş ve kayıt sayfalarından (Web API) bilinir',
        client: 'bir istemci kitaplığının kodudur',
      }[origin];
      return `\`${name}\` ${whose} (${source}); REST API’nin hatalarından biri değildir. Hangi URL’nin yanıtladığına bakın.`;
    },
    alsoOAuth: (name) => `Metinde bir \`/oauth2/\` ya da \`/oidc/\` adresi var: o uç noktaların kendi \`${name}\` hatası vardır; burada REST API için söylenenler geçerli olmayabilir.`,
    misspelt: (name, suggestion) => `${name} belgelenmemiş. Şunu mu demek istediniz: \`${suggestion}\`?`,
    spelling: (name, catalogue) => `PlusAuth ${name} değil \`${catalogue}\` yazar: diğer yazımla yapılan karşılaştırma hiç tutmaz.`,
    unknownName: (name) => `${name} PlusAuth’un belgelediği 14 hatadan biri değil. Bu tek başına yanlış sayılmaz: listenin başlığı “yaygın” hatalardır. Kodunuzda varsayılan bir dal bulunsun.`,
    html: 'Gövde PlusAuth’un JSON’u değil, HTML: büyük olasılıkla aradaki bir vekil sunucu (proxy), yük dengeleyici ya da ağ geçidi yanıtladı. SDK’nın hatasında o zaman ne `error` ne `status` bulunur; onu yalnızca varsayılan dal yakalar.',
    noName: 'Burada `error` adı yok, yalnızca durum kodu var.',
    retryAfter: (value) => `Yanıt beklemenizi istiyor: \`Retry-After\` değeri ${value}. Uyun.`,
    description: (text) => `Yanıtın kendi açıklaması: ${text}`,
  },
  log: {
    inRecord: 'Bu kayıtta',
    description: (text) => `açıklama ${text}`,
    request: (text) => `istek ${text}`,
    status: (text) => `durum kodu ${text}`,
    contradiction: (name, status, expected) =>
      `'${name}' ile ${status} durum kodu birlikte olamaz: PlusAuth '${name}' için ${expected} döndürür. Yanıtı yolda neyin değiştirdiğine bakın: bir vekil sunucu, bir sarmalayıcı ya da kaydı yazan program.`,
    openReference: 'PlusAuth hata başvurusunu aç',
    openCard: (name) => `${name} ne demek, göster`,
  },
  find: {
    handled: 'ele alınıyor',
    missing: 'ele alınmıyor',
    statusOf: (name, status) => `PlusAuth ${name} hatasını ${status} durum koduyla döndürür`,
    missingCount: (count) => `${count} hata ele alınmıyor`,
    missingNames: (names) => `Burada ele alınmayanlar: ${names.join(', ')}`,
    searching: 'PlusAuth hataları',
    searched: (files) => `${files} dosya arandı`,
  },
  assist: {
    notFound: (query, names) => `“${query}” ile eşleşen PlusAuth hatası yok. Belgelenmiş adlardan biriyle (${names.join(', ')}), bir HTTP durum koduyla ya da açıklamanın başka sözcükleriyle yeniden sorun. Belgelenmemiş bir ad da gelebilir: onu bir geri dönüş dalında ele alın.`,
    noQuery: () => '“query” girdisi eksik. Bir hatanın adını, bir HTTP durum kodunu ya da neyin ters gittiğini anlatan sözcükleri verin.',
    noFile: (path) => `${path} denetlenemiyor: bu çalışma alanının hiçbir klasöründe böyle bir dosya yok ya da dosya okunamıyor. Bir çalışma alanı klasörüne göre yolu ya da açık bir belgenin URI’sini verin.`,
    unread: (path, extensions) => `${path} denetlenemiyor: dili okunmuyor. Şunlardan biriyle biten bir dosya verin: ${extensions.join(' ')}.`,
    silent: (path, why) => `${path} hakkında bir şey söylenmiyor: ${why} Dosya PlusAuth çağırıyorsa içinde PlusAuth’u anın (bir import, adres ya da yorum) ya da plusauthErrors.context ayarını always yapın.`,
    clean: (path) => `${path}: bulgu yok. Değerlendirilebilen işleyicilerde belgelenmiş hiçbir PlusAuth hatası kaybolmuyor.`,
    findings: (path, count) => `${path}: ${count} bulgu var.`,
    fixes: (titles) => `Düzenleyicinin sunduğu düzeltmeler: ${titles.join('; ')}`,
    handled: (names) => `Orada bir dalın ele aldığı hatalar: ${names.join(', ')}`,
    advice: 'PlusAuth’un hata listesi “common” (yaygın) başlığını taşır: hatayı yeniden fırlatan ya da bildiren bir geri dönüş dalı bulundurun. Yalnızca too_many_requests ve server_error yeniden denenir; sınırlı ve artan beklemeyle.',
  },
};
