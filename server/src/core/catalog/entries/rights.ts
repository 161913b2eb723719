import type { CatalogEntry } from '../types';
import { accessControl, authorization, errorsPage } from './links';

export const missingScope: CatalogEntry = {
  name: 'missing_scope',
  status: { from: 401, to: 401 },
  description: 'Required scope (permission) is missing in token.',
  descriptionTr: 'Gerekli kapsam (izin) belirteçte yok.',
  turn: 'fix',
  causes: [
    { en: 'the client was not granted the permission under the resource Management Api', tr: 'istemciye Management Api kaynağı altında bu izin verilmemiş' },
    { en: 'the permission was not asked for in `scope`, or the user does not have it', tr: 'izin `scope` içinde istenmemiş ya da kullanıcıda yok' },
    {
      en: 'the wrong one: create and update need `write:…`, deleting needs `delete:…`',
      tr: 'yanlış izin: oluşturma ve güncelleme `write:…`, silme `delete:…` ister',
    },
  ],
  firstCheck: {
    en: 'Compare `scope` of the token with the scope on the endpoint’s page.',
    tr: 'Belirtecin `scope` değerini uç nokta sayfasındaki kapsamla karşılaştırın.',
  },
  action: { en: 'Grant the permission, then get a new token.', tr: 'İzni verin, sonra yeni bir belirteç alın.' },
  retryable: false,
  retry: {
    en: 'Not with the same token, nor with one refreshed without the grant.',
    tr: 'Aynı belirteçle de, izin verilmeden yenilenmiş bir belirteçle de değil.',
  },
  caution: {
    en: 'Grant the least that is needed; never widen scopes automatically.',
    tr: 'Gereken en az izni verin; kapsamları hiçbir zaman kendiliğinden genişletmeyin.',
  },
  confusedWith: [
    {
      name: '403',
      why: {
        en: 'PlusAuth answers 401 here: code that branches on 403 never runs',
        tr: 'PlusAuth burada 401 döndürür: 403’e göre dallanan kod hiç çalışmaz',
      },
    },
    {
      name: 'insufficient_scope',
      why: {
        en: 'OAuth’s name (403), which the REST API does not document',
        tr: 'OAuth’un adıdır (403); REST API bunu belgelemez',
      },
    },
    {
      name: 'invalid_scope',
      why: {
        en: 'OAuth’s: the scope asked for does not exist or is not allowed',
        tr: 'OAuth’undur: istenen kapsam yoktur ya da izinli değildir',
      },
    },
  ],
  links: [errorsPage, authorization, accessControl],
  keywords: { en: 'permission forbidden 403 insufficient_scope scope grant rights unauthorized 401', tr: 'izin kapsam yetki eksik yasak 403 yetkisiz' },
  shared: false,
};

export const unauthorizedUser: CatalogEntry = {
  name: 'unauthorized_user',
  status: { from: 401, to: 401 },
  description: 'User is not authorized for the action/tenant.',
  descriptionTr: 'Kullanıcının bu işlem ya da tenant (kiracı) için yetkisi yok.',
  turn: 'handle',
  causes: [
    { en: 'the user is no administrator of this tenant, or no longer one', tr: 'kullanıcı bu tenant’ın yöneticisi değil ya da artık değil' },
    {
      en: 'a client-credentials token where a user’s token is required (Auth Plus API)',
      tr: 'kullanıcı belirteci gereken yerde istemci kimlik bilgileriyle alınmış belirteç (Auth Plus API)',
    },
  ],
  firstCheck: {
    en: 'Check whose token it is, and that user’s rights in the tenant.',
    tr: 'Belirtecin kime ait olduğuna ve o kullanıcının tenant’taki yetkilerine bakın.',
  },
  action: { en: 'Show “no permission”, or give the user the right.', tr: '“Yetkiniz yok” gösterin ya da kullanıcıya yetkiyi verin.' },
  retryable: false,
  retry: { en: 'Not before the user’s rights have changed.', tr: 'Kullanıcının yetkileri değişmeden olmaz.' },
  caution: {
    en: 'Do not log the user out in a loop, nor tell why access was refused.',
    tr: 'Kullanıcının oturumunu döngü içinde kapatmayın, reddin nedenini açıklamayın.',
  },
  confusedWith: [
    { name: 'unauthorized_client', why: { en: 'OAuth’s: the client may not use the grant type', tr: 'OAuth’undur: istemci bu yetki türünü kullanamaz' } },
    { name: 'missing_scope', why: { en: 'the token lacks a permission, whoever the user is', tr: 'kullanıcı kim olursa olsun belirteçte bir izin eksiktir' } },
    { name: '403', why: { en: 'PlusAuth answers 401 here', tr: 'PlusAuth burada 401 döndürür' } },
  ],
  links: [errorsPage, accessControl],
  keywords: {
    en: 'forbidden 403 access denied administrator rights permission unauthorized 401',
    tr: 'yetkisiz kullanıcı yetki yok erişim reddedildi yönetici izin 403',
  },
  shared: false,
};
