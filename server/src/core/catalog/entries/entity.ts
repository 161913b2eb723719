import type { CatalogEntry } from '../types';
import { errorsPage } from './links';

export const entityNotFound: CatalogEntry = {
  name: 'entity_not_found',
  status: { from: 404, to: 404 },
  description: "Requested resource doesn't exist.",
  descriptionTr: 'İstenen kaynak bulunamadı.',
  turn: 'handle',
  causes: [
    { en: 'a stale identifier: it was deleted meanwhile', tr: 'eskimiş bir kimlik: kayıt bu arada silinmiş' },
    { en: 'an identifier of another tenant or environment', tr: 'başka bir tenant’ın ya da ortamın kimliği' },
    {
      en: 'the wrong kind of identifier: connections go by name, custom domains by host',
      tr: 'yanlış türde kimlik: bağlantılar adla, özel alan adları sunucu adıyla anılır',
    },
  ],
  firstCheck: { en: 'Check the identifier in the URL and the tenant it belongs to.', tr: 'URL’deki kimliği ve ait olduğu tenant’ı denetleyin.' },
  action: { en: 'Treat it as absent; after a delete count it as done.', tr: 'Yok sayın; silme işleminde tamamlanmış kabul edin.' },
  retryable: false,
  retry: { en: 'At most briefly, right after the entity was created.', tr: 'En çok, varlık oluşturulduktan hemen sonra kısa bir süre.' },
  caution: {
    en: 'Do not let strangers find out through it which users exist.',
    tr: 'Yabancıların bununla hangi kullanıcıların var olduğunu öğrenmesine izin vermeyin.',
  },
  confusedWith: [
    { name: 'user_not_found', why: { en: 'belongs to PlusAuth’s login pages', tr: 'PlusAuth’un giriş sayfalarına aittir' } },
    { name: 'not_found', why: { en: 'the name other APIs use', tr: 'başka API’lerin kullandığı addır' } },
  ],
  links: [errorsPage],
  keywords: { en: 'not found missing deleted unknown id identifier absent 404', tr: 'bulunamadı yok silinmiş kayıt kimlik id kaynak' },
  shared: false,
};

export const alreadyExists: CatalogEntry = {
  name: 'already_exists',
  status: { from: 409, to: 409 },
  description: 'Provided resource already exists.',
  descriptionTr: 'Verilen kaynak zaten mevcut.',
  turn: 'handle',
  causes: [
    {
      en: 'a value that must be unique is taken: e-mail, username, phone number',
      tr: 'benzersiz olması gereken bir değer alınmış: e-posta, kullanıcı adı, telefon numarası',
    },
    {
      en: 'the name of a client, role, permission or connection, a domain or a tenant id is in use',
      tr: 'istemci, rol, izin ya da bağlantı adı, alan adı veya tenant kimliği kullanımda',
    },
    { en: 'a POST was repeated after a timeout, and the first one had succeeded', tr: 'zaman aşımından sonra POST yinelenmiş, oysa ilki başarılı olmuş' },
  ],
  firstCheck: {
    en: 'Look for the existing entity by the unique value, before you create.',
    tr: 'Oluşturmadan önce, mevcut varlığı benzersiz değeriyle arayın.',
  },
  action: { en: 'Use or update the existing one, or ask for another value.', tr: 'Mevcut olanı kullanın ya da güncelleyin veya başka bir değer isteyin.' },
  retryable: false,
  retry: { en: 'The same value conflicts again.', tr: 'Aynı değer yine çakışır.' },
  caution: {
    en: 'Telling strangers that an e-mail address is registered lets them enumerate accounts.',
    tr: 'Yabancılara bir e-posta adresinin kayıtlı olduğunu söylemek hesapların taranmasına yol açar.',
  },
  confusedWith: [
    {
      name: 'already_exists (gRPC, sign-up)',
      why: {
        en: 'gRPC and PlusAuth’s sign-up page use the same name',
        tr: 'gRPC ve PlusAuth’un kayıt sayfası aynı adı kullanır',
      },
    },
    { name: 'invalid_entity', why: { en: '422: the value itself is wrong, not taken', tr: '422’dir: değer alınmış değil, kendisi yanlıştır' } },
  ],
  links: [errorsPage],
  keywords: { en: 'conflict duplicate unique taken in use exists 409', tr: 'çakışma yinelenen kopya benzersiz mevcut kullanımda kayıtlı' },
  shared: true,
};

export const invalidEntity: CatalogEntry = {
  name: 'invalid_entity',
  status: { from: 422, to: 422 },
  description: 'The request was unacceptable, probably because of an incorrect or missing parameter.',
  descriptionTr: 'İstek kabul edilmedi; nedeni büyük olasılıkla hatalı ya da eksik bir parametre.',
  turn: 'handle',
  causes: [
    {
      en: 'a required property is missing: a user needs a username, an e-mail or a phone number',
      tr: 'zorunlu bir özellik eksik: kullanıcıya kullanıcı adı, e-posta ya da telefon numarası gerekir',
    },
    { en: 'a value breaks its schema: length, format, enumeration', tr: 'bir değer şemasına uymuyor: uzunluk, biçim, sabit listesi' },
    { en: 'a password against the password policy', tr: 'parola politikasına aykırı bir parola' },
  ],
  firstCheck: {
    en: 'Read `error_description` and compare the body with the endpoint’s schema.',
    tr: '`error_description` metnini okuyun ve gövdeyi uç noktanın şemasıyla karşılaştırın.',
  },
  action: {
    en: 'Let the user correct what the user entered; correct your own constants in the code.',
    tr: 'Kullanıcının girdiğini kullanıcıya düzelttirin; kendi sabitlerinizi kodda düzeltin.',
  },
  retryable: false,
  retry: { en: 'The same body is refused again.', tr: 'Aynı gövde yine reddedilir.' },
  caution: { en: 'Keep passwords and personal data out of logs.', tr: 'Parolaları ve kişisel verileri günlüğe yazmayın.' },
  confusedWith: [
    { name: 'invalid_request', why: { en: '400: the request itself, such as its query or JSON', tr: '400’dür: sorgu ya da JSON gibi isteğin kendisi' } },
    { name: 'weak_password', why: { en: 'belongs to PlusAuth’s login pages', tr: 'PlusAuth’un giriş sayfalarına aittir' } },
  ],
  links: [errorsPage],
  keywords: { en: 'validation unprocessable schema required field format body 422', tr: 'doğrulama geçersiz varlık şema zorunlu alan biçim gövde eksik' },
  shared: true,
};
